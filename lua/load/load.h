/* load: runs a protocol script once in the sandbox and gives back what it declared as a node tree (node.h). Every mistake
 * of shape is found here, several in one run: Lua syntax, undefined words, unknown or doubled fields, wrong types,
 * missing clauses, each with file, line, column and the nearest name. Names between declarations are the compiler's
 * business (compile.h). The words and fields are those of schema.h and no others. */
#ifndef MOOT_LOAD_H
#define MOOT_LOAD_H

#include "lua/load/node.h"

typedef struct moot_load_options {
    const char *stdlib_dir;  /* overrides the embedded stdlib, NULL */
    const char *source;      /* text to load instead of reading the file, NULL */
    size_t source_len;
    const moot_script_text *others; /* texts of what it extends, by file name; not NULL: no file is looked for */
    int32_t other_count;
    const char *variant; /* of a file of variants: the one whose declarations are wanted; "" if there is only one; NULL */
    int readings;        /* each reading, read each other way, is a variant too, "READING: OPTION"; of a protocol's own script as well */
    int as_known;        /* its calendars forget what was announced after `known_on`, whatever the script says */
    moot_day known_on;
} moot_load_options;

/* Loads a script. On success *out_script is owned by the caller. On failure the errors are in `errs` (at least one) and
 * their code is returned: MOOT_EDATA for mistakes, MOOT_ELIMIT for the sandbox's limits, MOOT_ESYSTEM for a file that
 * cannot be read, MOOT_ENOMEM. options may be NULL. */
moot_code moot_script_load(const char *path, const moot_load_options *options, moot_script **out_script,
                           moot_errs *errs) MOOT_MUST_CHECK;
void moot_script_free(moot_script *script);

#endif
