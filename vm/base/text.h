/* text: what moot needs of Unicode: strict UTF-8, code points, columns on a terminal, one normal
 * form.
 *
 * Everything that moot reads is UTF-8 and is checked once, at the door, with moot_text_check;
 * inside, text is trusted and NUL-terminated. Names are compared as bytes after moot_text_nfc,
 * so that a letter with an accent is one name however it was typed. Columns in errors count code
 * points; columns of a table count cells. */
#ifndef MOOT_TEXT_H
#define MOOT_TEXT_H

#include "buf.h"
#include "err.h"

/* True when the bytes are strict UTF-8: no overlong form, no surrogate, nothing past U+10FFFF.
 * If not, *out_bad is the byte offset of the first sequence that is broken. NUL is a valid
 * character here. */
int moot_utf8_check(const char *bytes, size_t len, size_t *out_bad);

/* The door: refuses bytes that are not UTF-8 and an embedded NUL. `what` names them in the
 * sentence ("the script", "this line"). Error: MOOT_EDATA, with the line and column of the first
 * bad byte; the caller adds the file. */
moot_code moot_text_check(const char *bytes, size_t len, const char *what, moot_err *err)
    MOOT_MUST_CHECK;

/* What a file is that was given in place of a plain text, as a sentence ("this is UTF-16, ..."): told by how it begins.
 * NULL if nothing speaks for it. */
const char *moot_text_foreign(const char *bytes, size_t len);

/* Reads the code point at *pos and moves *pos behind it; a broken byte reads as U+FFFD and one
 * byte. *pos < len. */
int32_t moot_utf8_next(const char *text, size_t len, size_t *pos);
/* Appends one code point (a surrogate or a number past U+10FFFF becomes U+FFFD). */
void moot_utf8_add(moot_buf *buf, int32_t code_point);

/* Code points; a broken byte counts as one. */
size_t moot_text_count(const char *text, size_t len);
/* Cells that the text takes on a terminal: 0 for what combines, 2 for wide East Asian characters
 * and most emoji; control characters 0. */
size_t moot_text_width(const char *text, size_t len);
int moot_char_width(int32_t code_point);
/* How many bytes of the text fit in `cells`, never cutting between a letter and its accent. */
size_t moot_text_fit(const char *text, size_t len, size_t cells);

/* Appends the text in Normalization Form C. The text is checked UTF-8. Memory: a failure shows
 * in moot_buf_ok. */
void moot_text_nfc(const char *text, size_t len, moot_buf *out);
/* True when the text is already in that form and was plain ASCII, so that nothing need be done. */
int moot_text_ascii(const char *text, size_t len);

/* Between quotes as scripts write a text: a quote and a backslash behind a backslash, an end of a line as a blank. */
void moot_text_quoted(const char *text, moot_buf *out);
/* A cell of CSV (RFC 4180): between quotes where a comma, a quote or an end of a line stands in it. */
void moot_text_csv(const char *text, moot_buf *out);

/* Copies into a small array, for a message; what does not fit ends in "...". Returns buf. `size`
 * >= 8. */
char *moot_text_clip(const char *text, char *buf, size_t size);
/* Length cut back to the last whole character: for text copied into a small array. */
size_t moot_utf8_cut(const char *text, size_t len);

#endif
