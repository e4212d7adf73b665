/* reference: everything that is written from the schema (schema.h) and the words of scenarios (scenario.h), so that no
 * word is explained in two places: help on the screen, the pages of protocols/words, the definitions for editors in
 * stdlib/meta, the names for luacheck.
 *
 * What a mistake is answered with is found out by loading the mistaken script, so a message that changes changes here
 * too. Text is appended to buffers; one that could not grow says so itself. Nothing is printed and no file is touched:
 * `make generate` writes the files (tests/tools/generate.c), and a test holds them against this. */
#ifndef MOOT_REFERENCE_H
#define MOOT_REFERENCE_H

#include "vm/base/buf.h"
#include "vm/base/err.h"

/* ---- on the screen ---- */

typedef enum moot_reference_of {
    MOOT_REFERENCE_ANY,     /* the word of protocols if there is one, else of scenarios */
    MOOT_REFERENCE_SCENARIO /* of scenarios only */
} moot_reference_of;

/* Explains a word, in lines of 78 cells at most; "expect.deadline" is one of scenarios. What is no word of protocols may
 * be a field of some ("within") or a fact that moot has built in ("age"): see below. Returns 0 if there is none. */
int moot_reference_help(const char *name, moot_reference_of of, moot_buf *out);
/* Explains a field, by each word that has it, and a built-in fact; behind what `out` holds already, if anything. Returns 0
 * if the name is neither. */
int moot_reference_no_word(const char *name, moot_buf *out);
/* The names that it knows, each once, without those of words: for completion and the nearest name. Returns how many; never
 * more than `most`. Borrowed from tables. */
size_t moot_reference_no_words(const char **names, size_t most);
/* All words by their groups, one screen. */
void moot_reference_words(moot_buf *out);
/* The i-th name that moot_reference_help knows, for completion and the nearest name; NULL past the last. A name that
 * protocols and scenarios share comes twice. */
const char *moot_reference_name(size_t i);

/* ---- generated files ---- */

typedef struct moot_reference_file {
    char path[96]; /* below the root of the source tree */
    int block;     /* the text stands in that file between two lines, MOOT_REFERENCE_BEGIN and _END; 0: it is the file */
    moot_buf text; /* owned */
} moot_reference_file;

#define MOOT_REFERENCE_BEGIN "-- written by `make generate`: begin"
#define MOOT_REFERENCE_END "-- written by `make generate`: end"

/* Makes the i-th file; *out_file is the caller's, to be given to _done whatever came of it. Returns 0 past the last. */
int moot_reference_file_make(size_t i, moot_reference_file *out_file);
void moot_reference_file_done(moot_reference_file *file);
/* Puts a block in its place in the text of its file. Error: MOOT_EDATA when one of the two lines is missing. */
moot_code moot_reference_merge(const char *old, const moot_buf *block, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;

/* What a script that is mistaken is answered with, as moot check shows it; appends nothing when it is sound. */
void moot_reference_mistake(const char *script, moot_buf *out);

#endif
