/* scan: reads a Lua text as tokens, to know what Lua forgets: the column of every word, the order in which a table's
 * fields were written, and a field that is given twice (Lua keeps the last in silence).
 *
 * How a call finds its token: Lua remembers only a line for each call. So the text that Lua gets (moot_scan_relined) is
 * the same tokens, each on a line of its own; a line that Lua names is then a token, and the token knows the line and
 * column of the script as people see it. Comments and blanks are left out; a string keeps its bytes.
 *
 *     moot_scan_init -> moot_scan_read -> moot_scan_doubled -> load moot_scan_relined -> moot_scan_at_line ...
 *
 * Tokens, tables and entries are indexes; -1 is none. The scan borrows the source. */
#ifndef MOOT_SCAN_H
#define MOOT_SCAN_H

#include "vm/base/buf.h"
#include "vm/base/err.h"

#define MOOT_SCAN_DEPTH 180       /* brackets and blocks inside one another; Lua itself gives up at 200 */
#define MOOT_SCAN_TOKENS 400000   /* words and signs of one script */

typedef enum moot_token_kind {
    MOOT_TOKEN_NAME, MOOT_TOKEN_KEYWORD, MOOT_TOKEN_NUMBER, MOOT_TOKEN_STRING, MOOT_TOKEN_SIGN, MOOT_TOKEN_END
} moot_token_kind;

typedef struct moot_token {
    int32_t start, len; /* bytes of the source */
    int32_t line, col;  /* as people count: from 1, col in code points */
    int32_t width;      /* code points; of a text over several lines, those of the first */
    int32_t last_line;  /* the last line that it takes up in the text for Lua */
    int32_t match;      /* of a bracket: the one that closes or opens it */
    int32_t table;      /* of a "{": its table */
    uint8_t kind;
} moot_token;

/* One entry between the commas of a table constructor. */
typedef struct moot_scan_entry {
    int32_t key;   /* token of the field's name, a NAME or a STRING; -1: positional, or a key that is worked out */
    int32_t value; /* first token of the value */
    int32_t next;  /* entry of the same table */
    uint8_t positional;
    uint8_t dropped; /* a later one has the same name */
} moot_scan_entry;

typedef struct moot_scan_table {
    int32_t open;        /* token "{" */
    int32_t first, last; /* entries, in the order written */
    int32_t positional;  /* how many */
} moot_scan_table;

typedef struct moot_scan {
    const char *source, *path; /* borrowed */
    size_t source_len;
    moot_token *tokens; /* the last is END */
    int32_t token_count;
    moot_scan_entry *entries;
    int32_t entry_count;
    moot_scan_table *tables;
    int32_t table_count;
    int32_t dropped_count; /* entries */
    size_t token_cap, entry_cap, table_cap;
} moot_scan;

/* The source is UTF-8 without NUL (moot_text_check) and under 1 MiB; source and path outlive the scan. */
void moot_scan_init(moot_scan *scan, const char *source, size_t len, const char *path);
void moot_scan_done(moot_scan *scan);
/* Reads all tokens. Characters that Lua does not know and texts that are not closed are added to errs, several in one
 * go. Errors: MOOT_EDATA, MOOT_ELIMIT (too deep, too many), MOOT_ENOMEM, each with an entry in errs. */
moot_code moot_scan_read(moot_scan *scan, moot_errs *errs) MOOT_MUST_CHECK;
/* Adds an error for every field that a table constructor gives twice; both places are named; the first then
 * counts as not written. Number found. */
int moot_scan_doubled(moot_scan *scan, moot_errs *errs);
/* Adds an error for everything between { and } that Lua would take in silence for something else: `or`, `and`, `<`, a
 * date or a clause id without quotes. At most one for each entry of a table. Number found. */
int moot_scan_slips(const moot_scan *scan, moot_errs *errs);
/* Whether the token stands in the value of a field that was given again later. */
int moot_scan_is_dropped(const moot_scan *scan, int32_t token);
/* The text for Lua. A failure shows in moot_buf_ok. */
void moot_scan_relined(const moot_scan *scan, moot_buf *out);

/* The token that stands on a line of that text; END for a line past the last. */
int32_t moot_scan_at_line(const moot_scan *scan, int line);
/* The nearest NAME with this text at or before `token`; -1. */
int32_t moot_scan_name_before(const moot_scan *scan, int32_t token, const char *name);
/* First token of the arguments of the n-th call (1, 2) that is written behind the name at `token`: a STRING, "{" or
 * "(". For `stage "x" { … }` at `stage`: 1 gives the string, 2 the brace. -1: no such call. */
int32_t moot_scan_call(const moot_scan *scan, int32_t token, int n);
/* First token of the n-th argument (from 1) in the round brackets that open at `open`; -1. */
int32_t moot_scan_argument(const moot_scan *scan, int32_t open, int n);
/* The table whose constructor is the whole of the value that starts at `token`; -1. */
int32_t moot_scan_table_at(const moot_scan *scan, int32_t token);

/* Whether the token reads so; for a STRING, whether that is the text in the quotes. */
int moot_token_is(const moot_scan *scan, int32_t token, const char *text);
/* The token's text for messages, cut to fit. Returns buf. */
char *moot_token_text(const moot_scan *scan, int32_t token, char *buf, size_t size);
/* Sets an error's place to the token. */
void moot_token_blame(const moot_scan *scan, int32_t token, moot_err *err);

#endif
