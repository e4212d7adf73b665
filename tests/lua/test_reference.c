/* The reference: each generated file is as the schema has it, nothing else lies beside them, and what its pages show is
 * true: samples load and cite clauses that there are, mistakes are answered. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lua/compile/clauses.h"
#include "lua/reference/reference.h"
#include "lua/scenario/scenario.h"
#include "lua/load/schema.h"
#include "script_text.h"
#include "vm/base/names.h"
#include "vm/base/text.h"

static const char *root(void)
{
    const char *path = getenv("MOOT_ROOT");
    return path ? path : ".";
}

static void path_of(const char *name, char *buf, size_t size)
{
    snprintf(buf, size, "%s/%s", root(), name);
}

static void read_file(const char *name, moot_buf *out)
{
    char path[512], part[4096];
    size_t len;
    path_of(name, path, sizeof path);
    FILE *in = fopen(path, "rb");
    while (in && (len = fread(part, 1, sizeof part, in)) > 0) {
        moot_buf_add(out, part, len);
    }
    if (in) {
        (void)fclose(in);
    }
}

/* ---- generated files ---- */

static void no_generated_file_is_stale(void **state)
{
    (void)state;
    moot_reference_file file;
    for (size_t i = 0; moot_reference_file_make(i, &file); i++) {
        moot_buf old, whole;
        moot_err err;
        moot_buf_init(&old);
        moot_buf_init(&whole);
        moot_err_init(&err);
        read_file(file.path, &old);
        if (!file.block) {
            moot_buf_str(&whole, moot_buf_text(&file.text));
        } else if (moot_reference_merge(moot_buf_text(&old), &file.text, &whole, &err)) {
            fail_msg("%s: %s", file.path, err.msg);
        }
        if (strcmp(moot_buf_text(&old), moot_buf_text(&whole)) != 0) {
            fail_msg("%s is not what the schema says: run make generate", file.path);
        }
        moot_buf_done(&old);
        moot_buf_done(&whole);
        moot_reference_file_done(&file);
    }
}

static void list_generated(moot_names *out_names)
{
    moot_reference_file file;
    for (size_t i = 0; moot_reference_file_make(i, &file); i++) {
        assert_true(moot_names_find(out_names, file.path) < 0);
        assert_true(moot_names_add(out_names, file.path) >= 0);
        moot_reference_file_done(&file);
    }
}

/* The page of a word that is gone would be a lie. */
static void nothing_else_lies_among_them(void **state)
{
    (void)state;
    static const char *const folders[] = { "protocols/words", "protocols/words/scenario", "stdlib/meta" };
    moot_names names;
    moot_names_init(&names);
    list_generated(&names);
    for (size_t i = 0; i < MOOT_COUNT(folders); i++) {
        char path[512];
        path_of(folders[i], path, sizeof path);
        DIR *folder = opendir(path);
        assert_non_null(folder);
        for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
            snprintf(path, sizeof path, "%s/%s", folders[i], entry->d_name);
            if (entry->d_name[0] != '.' && strcmp(path, "protocols/words/scenario") != 0 &&
                moot_names_find(&names, path) < 0) {
                fail_msg("%s belongs to no word", path);
            }
        }
        closedir(folder);
    }
    moot_names_done(&names);
}

static void a_block_keeps_what_stands_around_it(void **state)
{
    (void)state;
    moot_buf block, out;
    moot_err err;
    moot_buf_init(&block);
    moot_buf_init(&out);
    moot_err_init(&err);
    moot_buf_str(&block, "new\n");
    assert_int_equal(moot_reference_merge("a\n" MOOT_REFERENCE_BEGIN "\nold\nold\n" MOOT_REFERENCE_END "\nb\n", &block,
                                          &out, &err), MOOT_OK);
    assert_string_equal(moot_buf_text(&out), "a\n" MOOT_REFERENCE_BEGIN "\nnew\n" MOOT_REFERENCE_END "\nb\n");
    assert_int_equal(moot_reference_merge("a\n" MOOT_REFERENCE_BEGIN "\nold\n", &block, &out, &err), MOOT_EDATA);
    moot_buf_done(&block);
    moot_buf_done(&out);
}

/* ---- what a page shows ---- */

static void every_word_says_when_to_use_it(void **state)
{
    (void)state;
    for (size_t i = 0; i < moot_word_count; i++) {
        const moot_word_page *page = moot_word_page_of(moot_words[i].name);
        if (!page || !page->use || !page->mistakes[0]) {
            fail_msg("a row of lua/load/schema_pages.c should say when to use %s, and show a mistake", moot_words[i].name);
        }
    }
}

static void samples_load(void **state)
{
    (void)state;
    for (size_t i = 0; i < moot_word_count; i++) {
        const moot_word_page *page = moot_word_page_of(moot_words[i].name);
        moot_buf out;
        moot_buf_init(&out);
        if (page && page->sample && script_text(page->sample, &out)) {
            fail_msg("the sample of %s: %s\n%s", page->word, page->sample, moot_buf_text(&out));
        }
        assert_true(!page || !page->sample || strstr(page->sample, page->word));
        moot_buf_done(&out);
    }
}

static int has_clause(const moot_clauses *table, const char *id)
{
    for (int32_t i = 0; i < table->view.count; i++) {
        if (strcmp(table->view.ids[i], id) == 0) {
            return 1;
        }
    }
    return 0;
}

static void samples_cite_clauses_that_there_are(void **state)
{
    (void)state;
    for (size_t i = 0; i < moot_word_count; i++) {
        const moot_word_page *page = moot_word_page_of(moot_words[i].name);
        if (!page || !page->sample) {
            continue;
        }
        char path[512];
        moot_clauses *table = NULL;
        moot_err err;
        moot_err_init(&err);
        assert_non_null(page->from);
        int len = (int)strcspn(page->from, " ");
        snprintf(path, sizeof path, "%s/protocols/clauses/%.*s.tsv", root(), len, page->from);
        assert_int_equal(moot_clauses_read(path, &table, &err), MOOT_OK);
        if (!has_clause(table, page->from + len + 1)) {
            fail_msg("%s: %s is no clause", page->word, page->from);
        }
        moot_clauses_free(table);
    }
}

static void each_mistake_is_answered(void **state)
{
    (void)state;
    for (size_t i = 0; i < moot_word_count; i++) {
        const moot_word_page *page = moot_word_page_of(moot_words[i].name);
        for (int m = 0; page && m < MOOT_MAX_MISTAKES && page->mistakes[m]; m++) {
            moot_buf out;
            moot_buf_init(&out);
            moot_reference_mistake(page->mistakes[m], &out);
            if (out.len == 0) {
                fail_msg("%s: this is no mistake: %s", page->word, page->mistakes[m]);
            }
            assert_memory_equal(moot_buf_text(&out), "example-2026.lua:", 17);
            moot_buf_done(&out);
        }
    }
}

static void a_sound_script_is_answered_with_nothing(void **state)
{
    (void)state;
    moot_buf out;
    moot_buf_init(&out);
    moot_reference_mistake("service \"Housing\" {}", &out);
    assert_string_equal(moot_buf_text(&out), "");
    moot_reference_mistake("role \"MASH\" { servise = \"x\" }", &out);
    assert_string_equal(moot_buf_text(&out),
                        "example-2026.lua:1:15: unknown field \"servise\" of role; did you mean \"service\"?\n"
                        "  role \"MASH\" { servise = \"x\" }\n"
                        "                ^^^^^^^\n"
                        "  in role \"MASH\"\n");
    moot_buf_done(&out);
}

/* ---- help on the screen ---- */

static void check_lines(const char *name, const moot_buf *text)
{
    for (const char *at = moot_buf_text(text); *at;) {
        size_t len = strcspn(at, "\n");
        int shown = strncmp(at, "  ", 2) == 0; /* lines of a script or a message stay as they are */
        if (!shown && moot_text_width(at, len) > 78) {
            fail_msg("help %s: %.*s", name, (int)len, at);
        }
        at += len + (at[len] == '\n');
    }
}

static void every_name_has_its_help(void **state)
{
    (void)state;
    const char *name;
    size_t i = 0;
    for (; (name = moot_reference_name(i)) != NULL; i++) {
        moot_buf out;
        moot_buf_init(&out);
        if (!moot_reference_help(name, i < moot_word_count ? MOOT_REFERENCE_ANY : MOOT_REFERENCE_SCENARIO, &out)) {
            fail_msg("there is no help for %s", name);
        }
        assert_non_null(strstr(moot_buf_text(&out), name));
        check_lines(name, &out);
        moot_buf_done(&out);
    }
    assert_int_equal(i, moot_word_count + moot_scenario_word_count + 1);
    moot_buf none;
    moot_buf_init(&none);
    assert_int_equal(moot_reference_help("rolle", MOOT_REFERENCE_ANY, &none), 0);
    assert_int_equal(moot_reference_help("stage", MOOT_REFERENCE_SCENARIO, &none), 0);
    assert_int_equal(moot_reference_help("expect.nothing", MOOT_REFERENCE_ANY, &none), 0);
    moot_buf_done(&none);
}

/* A field is told by each word that has it, once for those that say the same; what moot has built in, by itself. */
static void a_field_and_a_built_in_fact_have_their_help(void **state)
{
    (void)state;
    const char *names[512];
    size_t count = moot_reference_no_words(names, MOOT_COUNT(names));
    assert_in_range(count, 60, MOOT_COUNT(names) - 1);
    for (size_t i = 0; i < count; i++) {
        moot_buf out;
        moot_buf_init(&out);
        if (moot_word_find(names[i]) || !moot_reference_no_word(names[i], &out)) {
            fail_msg("%s is a word, or has no help", names[i]);
        }
        assert_int_equal(strncmp(moot_buf_text(&out), names[i], strlen(names[i])), 0);
        check_lines(names[i], &out);
        moot_buf_done(&out);
    }
    assert_int_equal(moot_reference_no_words(names, 3), 3);
    moot_buf none;
    moot_buf_init(&none);
    assert_int_equal(moot_reference_no_word("withn", &none), 0);
    assert_int_equal(none.len, 0);
    assert_int_equal(moot_reference_help("within", MOOT_REFERENCE_SCENARIO, &none), 0);
    moot_buf_done(&none);
}

static void the_list_holds_every_word_on_one_screen(void **state)
{
    (void)state;
    moot_buf out;
    size_t lines = 0;
    moot_buf_init(&out);
    moot_reference_words(&out);
    for (size_t i = 0; i < moot_word_count; i++) {
        if (!(moot_words[i].flags & MOOT_PART) && !strstr(moot_buf_text(&out), moot_words[i].name)) {
            fail_msg("moot help words lacks %s", moot_words[i].name);
        }
    }
    check_lines("words", &out);
    for (const char *at = moot_buf_text(&out); *at; at++) {
        lines += *at == '\n';
    }
    assert_in_range(lines, 10, 40);
    moot_buf_done(&out);
}

/* ---- definitions ---- */

/* Each type that a definition names is defined in one of them. */
static void definitions_name_types_that_they_define(void **state)
{
    (void)state;
    moot_buf all;
    moot_reference_file file;
    moot_buf_init(&all);
    for (size_t i = 0; moot_reference_file_make(i, &file); i++) {
        if (strstr(file.path, ".d.lua")) {
            moot_buf_str(&all, moot_buf_text(&file.text));
        }
        moot_reference_file_done(&file);
    }
    for (const char *at = moot_buf_text(&all); (at = strstr(at, "moot.")) != NULL;) {
        char name[80], class[96], alias[96];
        size_t len = strspn(at, "abcdefghijklmnopqrstuvwxyz_.");
        snprintf(name, sizeof name, "%.*s", (int)len, at);
        snprintf(class, sizeof class, "---@class %s\n", name);
        snprintf(alias, sizeof alias, "---@alias %s ", name);
        if (!strstr(moot_buf_text(&all), class) && !strstr(moot_buf_text(&all), alias)) {
            fail_msg("the type %s is not defined", name);
        }
        at += len;
    }
    moot_buf_done(&all);
}

/* What a field takes has a name of its own: two wants of one name would be one alias. */
static void what_fields_take_has_one_name_each(void **state)
{
    (void)state;
    moot_names names;
    moot_names_init(&names);
    for (int want = 0; want < MOOT_WANT_COUNT; want++) {
        if (moot_names_find(&names, moot_want_of(want)->name) >= 0) {
            fail_msg("two wants are called %s", moot_want_of(want)->name);
        }
        assert_true(moot_names_add(&names, moot_want_of(want)->name) >= 0);
    }
    moot_names_done(&names);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_generated_file_is_stale),
        cmocka_unit_test(nothing_else_lies_among_them),
        cmocka_unit_test(a_block_keeps_what_stands_around_it),
        cmocka_unit_test(every_word_says_when_to_use_it),
        cmocka_unit_test(samples_load),
        cmocka_unit_test(samples_cite_clauses_that_there_are),
        cmocka_unit_test(each_mistake_is_answered),
        cmocka_unit_test(a_sound_script_is_answered_with_nothing),
        cmocka_unit_test(every_name_has_its_help),
        cmocka_unit_test(a_field_and_a_built_in_fact_have_their_help),
        cmocka_unit_test(the_list_holds_every_word_on_one_screen),
        cmocka_unit_test(definitions_name_types_that_they_define),
        cmocka_unit_test(what_fields_take_has_one_name_each),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
