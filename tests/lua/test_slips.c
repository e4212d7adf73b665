/* Every word and every field there is, misspelt, misplaced, given twice and given something of another kind: none is
 * forgotten, because they are read from the schema. What the messages are like when people make such mistakes stands in
 * tests/mistakes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "lua/load/schema.h"
#include "script_text.h"

/* Fails unless what is said of the script holds this line. */
static void expect_line(const char *script, const char *line)
{
    moot_buf out;
    moot_buf_init(&out);
    script_text(script, &out);
    const char *found = strstr(moot_buf_text(&out), line);
    if (!found) {
        print_message("--- script\n%s\n--- expected in it\n%s\n--- said\n%s\n", script, line, moot_buf_text(&out));
        fail();
    }
    moot_buf_done(&out);
}

static const moot_word *word_at(size_t i)
{
    return moot_words[i].flags & MOOT_PART ? NULL : &moot_words[i];
}

/* How a word with a body begins: `stage "x" {` or `refer {`; 0 if it has none. */
static int write_open(const moot_word *word, char *buf, size_t size)
{
    if (word->shape & MOOT_NAMED_BODY) {
        snprintf(buf, size, "%s \"x\" {", word->name);
    } else if (word->shape & MOOT_BODY) {
        snprintf(buf, size, "%s {", word->name);
    } else {
        return 0;
    }
    return 1;
}

/* ---- misspelt ---- */

/* The middle letter twice; two letters swapped; the first with a capital. */
static void misspell(const char *text, int way, char *buf, size_t size)
{
    size_t middle = strlen(text) / 2;
    if (way == 0) {
        snprintf(buf, size, "%.*s%c%s", (int)middle, text, text[middle], text + middle);
    } else {
        snprintf(buf, size, "%s", text);
    }
    if (way == 1) {
        buf[middle] = text[middle - 1];
        buf[middle - 1] = text[middle];
    } else if (way == 2) {
        buf[0] = (char)(buf[0] - 'a' + 'A');
    }
}

static void a_word_misspelt_is_offered(void **state)
{
    (void)state;
    for (size_t i = 0; i < moot_word_count; i++) {
        for (int way = 0; word_at(i) && way < 3; way++) {
            char wrong[64], script[96], line[160];
            misspell(word_at(i)->name, way, wrong, sizeof wrong);
            if (strcmp(wrong, word_at(i)->name) == 0) {
                continue; /* the two letters are the same */
            }
            snprintf(script, sizeof script, "%s \"x\"", wrong);
            snprintf(line, sizeof line, "1:1 \"%s\" is not a word of moot; did you mean \"%s\"?", wrong,
                     word_at(i)->name);
            expect_line(script, line);
        }
    }
}

static void a_field_misspelt_is_offered(void **state)
{
    (void)state;
    for (size_t i = 0; i < moot_word_count; i++) {
        const moot_word *word = word_at(i);
        const moot_field_spec *field;
        char open[96];
        if (!word || (word->flags & MOOT_OPEN_FIELDS) || !write_open(word, open, sizeof open)) {
            continue;
        }
        for (size_t k = 0; (field = moot_word_field_at(word, k)); k++) {
            char wrong[64], script[256], line[256];
            misspell(field->name, 0, wrong, sizeof wrong);
            snprintf(script, sizeof script, "%s %s = 1 }", open, wrong);
            snprintf(line, sizeof line, "unknown field \"%s\" of %s; did you mean \"%s\"?", wrong, word->name,
                     field->name);
            expect_line(script, line);
        }
    }
}

/* ---- of another kind, twice, missing ---- */

static void a_field_of_another_kind_says_what_it_takes(void **state)
{
    (void)state;
    for (size_t i = 0; i < moot_word_count; i++) {
        const moot_field_spec *field;
        char open[96];
        if (!word_at(i) || !write_open(word_at(i), open, sizeof open)) {
            continue;
        }
        for (size_t k = 0; (field = moot_word_field_at(word_at(i), k)); k++) {
            char script[256], line[400];
            const moot_want *want = moot_want_of(field->want);
            int is_function = (want->classes & MOOT_CLASS(FUNCTION)) != 0;
            snprintf(script, sizeof script, "%s %s = %s }", open, field->name, is_function ? "5" : "function() end");
            snprintf(line, sizeof line, "%s takes %s, not %s", field->name, want->plain,
                     is_function ? "the number 5" : "a function");
            expect_line(script, line);
        }
    }
}

static void a_field_given_twice_is_one_too_many(void **state)
{
    (void)state;
    for (size_t i = 0; i < moot_word_count; i++) {
        const moot_field_spec *field;
        char open[96];
        if (!word_at(i) || !write_open(word_at(i), open, sizeof open)) {
            continue;
        }
        for (size_t k = 0; (field = moot_word_field_at(word_at(i), k)); k++) {
            char script[256], line[256];
            snprintf(script, sizeof script, "%s\n%s = 1, %s = 2 }", open, field->name, field->name);
            snprintf(line, sizeof line, "2:%d \"%s\" is given twice here, first at line 2, column 1; keep one",
                     (int)strlen(field->name) + 7, field->name);
            expect_line(script, line);
        }
    }
}

static void what_must_be_there_is_asked_for(void **state)
{
    (void)state;
    for (size_t i = 0; i < moot_word_count; i++) {
        const moot_word *word = word_at(i);
        const moot_field_spec *field;
        char open[96], script[128], line[160];
        if (!word || !write_open(word, open, sizeof open)) {
            continue;
        }
        snprintf(script, sizeof script, "%s }", open);
        for (size_t k = 0; (field = moot_word_field_at(word, k)); k++) {
            snprintf(line, sizeof line, " needs %s = …", field->name);
            if (field->flags & MOOT_REQUIRED) {
                expect_line(script, line);
            }
        }
        if (word->flags & MOOT_NEEDS_CLAUSE) {
            expect_line(script, " needs clause = \"…\": the clause of the text that it carries out");
        }
    }
}

/* ---- misplaced ---- */

static void a_part_that_stands_alone_is_told_where_it_belongs(void **state)
{
    (void)state;
    for (size_t i = 0; i < moot_word_count; i++) {
        char open[96], script[128];
        int alone = word_at(i) && (word_at(i)->flags & MOOT_IS_CHILD) && !(word_at(i)->flags & MOOT_TOP);
        if (alone && write_open(word_at(i), open, sizeof open)) {
            snprintf(script, sizeof script, "%s }", open);
            expect_line(script, " stands outside a ");
        }
    }
}

static void what_has_no_parts_takes_none(void **state)
{
    (void)state;
    for (size_t i = 0; i < moot_word_count; i++) {
        char open[96], script[160];
        int stands = word_at(i) && (word_at(i)->flags & (MOOT_TOP | MOOT_IS_CHILD)) && strcmp(word_at(i)->name, "without");
        if (stands && write_open(word_at(i), open, sizeof open)) {
            snprintf(script, sizeof script, "role \"r\" {\n%s } }", open);
            expect_line(script, " cannot stand in role \"r\"; is a } missing before it?");
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_misspelt_is_offered),
        cmocka_unit_test(a_field_misspelt_is_offered),
        cmocka_unit_test(a_field_of_another_kind_says_what_it_takes),
        cmocka_unit_test(a_field_given_twice_is_one_too_many),
        cmocka_unit_test(what_must_be_there_is_asked_for),
        cmocka_unit_test(a_part_that_stands_alone_is_told_where_it_belongs),
        cmocka_unit_test(what_has_no_parts_takes_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
