/* read_json: cases as JSON Lines, read by libjansson a line at a time. Keys must not stand twice in one object; numbers keep
 * 64 bits; blank lines are skipped. Used through caseload.h. */
#ifndef MOOT_READ_JSON_H
#define MOOT_READ_JSON_H

#include "vm/case/caseload_form.h"

/* Opens a file, or stdin for "-". Errors: those of moot_lines_open. */
moot_code moot_json_open(const char *path, moot_form **out_form, moot_err *err) MOOT_MUST_CHECK;

/* Sets the library's allocation, which all lines share. Call it before threads start; moot_json_open does. */
void moot_json_prepare(void);

/* One case from one line of text (NUL-terminated, `len` bytes): what pull and read do, for tests and fuzzing. */
moot_code moot_json_case(moot_reader *reader, const char *line, size_t len, moot_input *input) MOOT_MUST_CHECK;

#endif
