/* stored: a protocol from the files that a store keeps of it. */
#ifndef MOOT_STORED_H
#define MOOT_STORED_H

#include "lua/load/load.h"
#include "repl/cli/cmd.h"

/* How a script is loaded whose text, and those of what it extends, stand in `sources`: room for the
 * others is the caller's. `protocol`: its id; behind a slash, the variant's name. All is borrowed. */
typedef struct moot_stored_texts {
    moot_load_options options;
    moot_script_text others[MOOT_SOURCES];
} moot_stored_texts;
/* `run_options`: of the run that it is loaded for, which may say the day whose bank holidays it goes by. */
void moot_stored_texts_of(moot_app *app, const char *protocol, const moot_source *sources, int32_t count,
                          const char *run_options, moot_stored_texts *out);

/* Compiles it, and says what is wrong with it, and that a run with --stdlib needs its folder again. 0: the caller frees it. */
moot_code moot_stored_protocol(moot_app *app, const char *protocol, const moot_source *sources, int32_t count,
                               const char *run_options, struct moot_protocol **out_protocol) MOOT_MUST_CHECK;

#endif
