/* script_text: loads a script from a string and shows what came of it as text, for the tests of the loader. */
#ifndef MOOT_TESTS_SCRIPT_TEXT_H
#define MOOT_TESTS_SCRIPT_TEXT_H

#include "lua/load/load.h"

/* Loads the text as "protocols/test.lua". What it declares, without the vocabulary, one declaration a line:
 *
 *     stage "x" {clause="1"; on=turns(18); outcome "y" {; go "z"}}
 *
 * declared words end in { fields; items }, with each field as NAME=VALUE; mistakes are shown as "LINE:COL MESSAGE"
 * lines. Appends to `out`. Returns the loader's code. */
moot_code script_text(const char *source, moot_buf *out);
moot_code script_text_n(const char *source, size_t len, moot_buf *out);
/* The same with " @LINE:COL+WIDTH" behind each node and "@LINE:COL" behind each field's name. */
moot_code script_places(const char *source, moot_buf *out);
/* Fails the test that runs, showing both, unless the script gives exactly this text. */
void expect_script(const char *source, const char *expected);
void expect_places(const char *source, const char *expected);

#endif
