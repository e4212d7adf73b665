/* Cases as a folder of CSV files: the same cases as JSON Lines gives, and the whole of every message. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "reader_protocol.h"

typedef struct folder {
    const char *cases, *events, *spells; /* NULL: no such file */
    const char *shown;
} folder;

static int setup(void **state)
{
    *state = reader_protocol();
    return 0;
}

static int teardown(void **state)
{
    moot_protocol_free(*state);
    return 0;
}

static void put(const char *name, const char *text, size_t len, char *folder_path, size_t size)
{
    char inner[64];
    snprintf(inner, sizeof inner, "csv/%s", name);
    const char *path = reader_file(inner, text, len);
    snprintf(folder_path, size, "%.*s", (int)(strrchr(path, '/') - path), path);
}

static void drop(const char *folder_path)
{
    static const char *const names[] = { "cases.csv", "events.csv", "spells.csv" };
    char path[400];
    for (size_t i = 0; i < MOOT_COUNT(names); i++) {
        snprintf(path, sizeof path, "%s/%s", folder_path, names[i]);
        unlink(path);
    }
    rmdir(folder_path);
}

/* What is told of the whole folder names it; the name is of this run only. */
static void forget_folder(moot_buf *out, const char *folder_path)
{
    char *at;
    size_t len = strlen(folder_path);
    while ((at = strstr(out->text ? out->text : "", folder_path)) != NULL) {
        memmove(at, at + len, strlen(at + len) + 1);
    }
}

static void check(const moot_protocol *p, const folder *f)
{
    char path[300];
    moot_buf out;
    moot_buf_init(&out);
    put("spells.csv", "", 0, path, sizeof path);
    drop(path);
    put("spells.csv", f->spells ? f->spells : "", f->spells ? strlen(f->spells) : 0, path, sizeof path);
    if (f->cases) {
        put("cases.csv", f->cases, strlen(f->cases), path, sizeof path);
    }
    if (f->events) {
        put("events.csv", f->events, strlen(f->events), path, sizeof path);
    }
    reader_run(p, path, &out);
    forget_folder(&out, path);
    drop(path);
    assert_string_equal(moot_buf_text(&out), f->shown);
    moot_buf_done(&out);
}

static void check_all(const moot_protocol *p, const folder *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        check(p, &list[i]);
    }
}

static void rows_of_a_case_stand_anywhere(void **state)
{
    static const folder f = {
        "sex,id,dob,in_need,support,rent\r\n"
        "female,B,2009-02-11,yes,drugs; offending,\r\n"
        ",\"A\",2009-03,N,,\xC2\xA3" "12.50\r\n",
        "id,at,event,stage,outcome,deadline,met,fact,value,place,correct,to_at,who,note,in_need\n"
        "A,2026-05-21 09:15,presents homeless,,,,,,,,,,Social worker,\"came, alone\",true\n"
        "B,2026-05-22 09:15,presents homeless,,,,,,,,,,,,\n"
        "A,2026-05-23,,mediation,still homeless,,,,,,,,,,\n"
        "A,2026-05-24,,,,joint assessment,TRUE,,,,,,,,\n"
        "B,2026-05-25,,,,,,in_need,,,,,,,\n"
        "A,2026-05-26,,,,,,visits,3,,,,,,\n"
        "A,2026-05-27,,,,,,,,nowhere,,,,,\n"
        "A,2026-05-28,,,,,,,,,1,2026-05-20,,,\n"
        "A,2026-05-29,,,returned home,,,,,,2,,,,\n"
        "A,2026-05-30,,,,,,,,,3,,,,\n"
        "A,2026-05-31,,,,,,,2009-04,,dob,,,,\n",
        "id,kind,from,to\nA,looked after,2024-03-04,2024-09-01\nB,looked after,2025,\n",
        "B dob=\"2009-02-11\" in_need=true sex=\"female\" support=[\"drugs\",\"offending\"] (looked after 2025 to never) [1 2026-05-22 09:15 event 0] "
        "[2 2026-05-25 fact 1 = unknown]\n"
        "A dob=\"2009-03\" in_need=false rent=1250 (looked after 2024-03-04 to 2024-09-01) [1 2026-05-21 09:15 event 0 who Social worker "
        "note came, alone +in_need=true] [2 2026-05-23 outcome 0/0] [3 2026-05-24 deadline 0 met=1] [4 2026-05-26 fact 5 = 3] "
        "[5 2026-05-27 place] [6 2026-05-28 correct 1 to [1 2026-05-20 event 0 who Social worker note came, alone +in_need=true]] "
        "[7 2026-05-29 correct 2 to [2 2026-05-23 outcome 0/1]] [8 2026-05-30 correct 3 to null] "
        "[9 2026-05-31 correct 0 dob to [9 2026-05-31 fact 0 dob = \"2009-04\"]]\n"
        "2 good, 0 bad, status 0\n",
    };
    check(*state, &f);
}

static void the_dialect_is_tolerant(void **state)
{
    static const folder list[] = {
        /* byte order mark, blank lines, blank cells at the end, no-break spaces, no newline at the end */
        { "\xEF\xBB\xBFid,school\n\nA,\xC2\xA0 the old one \n,\n\nB,\"two\nlines\"\nC,x", NULL, NULL,
          "A school=\"the old one\"\nB school=\"two\\nlines\"\nC school=\"x\"\n3 good, 0 bad, status 0\n" },
        /* lines that end with CR alone */
        { "id,in_need\rA,yes\rB,no\r", NULL, NULL, "A in_need=true\nB in_need=false\n2 good, 0 bad, status 0\n" },
        { "id\n\"A \"\"1\"\"\"\n", NULL, NULL, "A \"1\"\n1 good, 0 bad, status 0\n" },
        { "", NULL, NULL, "warning: holds no case\n0 good, 0 bad, status 0\n" },
        { "id,dob\n", "", NULL, "warning: holds no case\n0 good, 0 bad, status 0\n" },
    };
    for (size_t i = 0; i < MOOT_COUNT(list); i++) {
        char path[300];
        moot_buf out;
        moot_buf_init(&out);
        put("cases.csv", list[i].cases, strlen(list[i].cases), path, sizeof path);
        if (list[i].events) {
            put("events.csv", list[i].events, 0, path, sizeof path);
        }
        reader_run(*state, path, &out);
        drop(path);
        char *warning = strstr(out.text ? out.text : "", "warning: "), *holds = warning ? strstr(warning, "holds") : NULL;
        if (holds) {
            memmove(warning + 9, holds, strlen(holds) + 1);
        }
        assert_string_equal(moot_buf_text(&out), list[i].shown);
        moot_buf_done(&out);
    }
}

static const folder mistaken[] = {
    { NULL, NULL, NULL,
      "the folder \"\" holds no cases.csv; a caseload in CSV is a folder with cases.csv and, if there are any, events.csv and "
      "spells.csv\n" },
    { "case,dob\nA,2009-02-11\n", NULL, NULL,
      "cases.csv:1: there is no column \"id\", which says to which case a row belongs; the first row names these columns: "
      "\"case\", \"dob\"\n" },
    { "id,dob,dob\n", NULL, NULL, "cases.csv:1: the columns 2 and 3 are both called \"dob\"\n" },
    { "id,in_ned\nA,yes\nB,\n", NULL, NULL,
      "B\ncases.csv:2: neither this protocol nor the vocabulary has a fact \"in_ned\"; did you mean \"in_need\"?\n  in case A\n"
      "1 good, 1 bad, status 3\n" },
    { "id,dob,in_need,visits\nA,2009-06-31,perhaps,many\nB,2009-02-11,,\n", NULL, NULL,
      "B dob=\"2009-02-11\"\n"
      "cases.csv:2: \"dob\": 31 June 2009 does not exist: June has 30 days\n  in case A\n"
      "cases.csv:2: \"in_need\" is yes or no, not \"perhaps\"\n  in case A\n"
      "cases.csv:2: \"visits\" is a whole number, not \"many\"\n  in case A\n"
      "1 good, 1 bad, status 3\n" },
    { "id,dob\nA,2009-02-11\n,2009-02-11\nB\nC,2009-02-11,x\nA,2009-01-01\nSK1 3XE,\nD,\n", NULL, NULL,
      "A dob=\"2009-02-11\"\nD\n"
      "cases.csv:3: this case has an empty \"id\"; give each a pseudonym of its own\n"
      "cases.csv:4: this row has 1 cells where the first row names 2 columns\n"
      "cases.csv:5: this row has 3 cells where the first row names 2 columns\n"
      "cases.csv:6: the id \"A\" stands already on line 2; the case here is set aside\n"
      "cases.csv:7: the \"id\" looks like a full postcode (not repeated here); use a pseudonym that identifies nobody\n"
      "2 good, 5 bad, status 3\n" },
    /* a quote that never closes costs its own row only */
    { "id,school\nA,x\nB,\"y\nC,z\nD,\"w\"\n", NULL, NULL,
      "A school=\"x\"\nC school=\"z\"\nD school=\"w\"\n"
      "cases.csv:3: a quote that opens in this row is not closed where its cell ends\n3 good, 1 bad, status 3\n" },
    { "id,school\nA,x\nB,\"y\nC,z\n", NULL, NULL,
      "A school=\"x\"\nC school=\"z\"\n"
      "cases.csv:3: a quote that opens in this row is not closed anywhere in the file\n2 good, 1 bad, status 3\n" },
    { "id,school\nA,5\" pipe\nB,y\n", NULL, NULL,
      "B school=\"y\"\n"
      "cases.csv:2: a quote stands where none may: put the whole cell in quotes and double those inside (\"\")\n"
      "1 good, 1 bad, status 3\n" },
    { "id,school\nA,caf\xE9\nB,y\n", NULL, NULL,
      "B school=\"y\"\n"
      "cases.csv:2: this line is not UTF-8: byte 6 is 0xE9; save the file as UTF-8 (it may be Windows-1252 or UTF-16)\n"
      "1 good, 1 bad, status 3\n" },
    /* rows of events.csv: the case of a bad row is set aside, a row without a case is told */
    { "id\nA\nB\nC\n",
      "id,at,event\nA,2026-05-21,presents homeless\nB,2026-05-21\nX,2026-05-21,presents homeless\n,2026,presents homeless\n"
      "C,2026-05-21,presents homless\nX,2026-05-22,presents homeless\n",
      NULL,
      "A [1 2026-05-21 event 0]\n"
      "events.csv:3: this row has 2 cells where the first row names 3 columns\n"
      "events.csv:5: this row has no \"id\", so it belongs to no case\n"
      "events.csv:6: neither this protocol nor the vocabulary has an event \"presents homless\"; did you mean \"presents homeless\"?\n"
      "  in case C, event 1\n"
      "events.csv:4: cases.csv has no case \"X\", to which this row belongs\n"
      "1 good, 2 bad, status 3\n" },
    { "id\nA\n", "id,at,event,note\nA,2026-05-21,presents homeless,\"one\ntwo\"\n\nA,2026-05-32,presents homeless,\n",
      "id,kind,from\nA,looked aftr,2026\n",
      "spells.csv:2: neither this protocol nor the vocabulary has a kind of spell \"looked aftr\"; did you mean \"looked after\"?\n"
      "  in case A, spell 1\n"
      "events.csv:5: \"at\": 32 May 2026 does not exist: May has 31 days\n  in row 3, case A, event 2\n"
      "0 good, 1 bad, status 3\n" },
    { "id\nA\n", "id,event\nA,presents homeless\n", NULL,
      "events.csv:2: this event has no \"at\": when it happened, to the minute or as little as is known\n  in case A, event 1\n"
      "0 good, 1 bad, status 3\n" },
};

static void each_mistake_has_its_sentence(void **state)
{
    check_all(*state, mistaken, MOOT_COUNT(mistaken));
}

static void a_nul_spoils_its_row_only(void **state)
{
    char path[300];
    moot_buf out;
    moot_buf_init(&out);
    put("cases.csv", "id,school\nA,x\0y\nB,z\n", 20, path, sizeof path);
    reader_run(*state, path, &out);
    drop(path);
    assert_string_equal(moot_buf_text(&out), "B school=\"z\"\ncases.csv:2: this line holds a NUL byte (at byte 4), which no text may hold\n"
                                             "1 good, 1 bad, status 3\n");
    moot_buf_done(&out);
}

static void a_field_of_ten_megabytes_is_a_limit(void **state)
{
    size_t size = 10 * 1024 * 1024;
    char *text = moot_malloc(size + 100);
    char path[300];
    moot_buf out;
    moot_buf_init(&out);
    assert_non_null(text);
    memcpy(text, "id,school\nA,", 12);
    memset(text + 12, 'x', size);
    memcpy(text + 12 + size, "\nB,y\n", 5);
    put("cases.csv", text, size + 17, path, sizeof path);
    reader_run(*state, path, &out);
    assert_string_equal(moot_buf_text(&out),
                        "B school=\"y\"\ncases.csv:2: a field of this row is longer than 1 MB, the most that a field may have\n"
                        "1 good, 1 bad, status 4\n");
    moot_buf_clear(&out);
    text[12] = '"'; /* never closed */
    memset(text + 13 + MOOT_FIELD_MOST, '\n', 1);
    memcpy(text + 14 + MOOT_FIELD_MOST, "B,y\n", 4);
    put("cases.csv", text, 18 + MOOT_FIELD_MOST, path, sizeof path);
    reader_run(*state, path, &out);
    drop(path);
    assert_string_equal(moot_buf_text(&out),
                        "B school=\"y\"\n"
                        "cases.csv:2: a field that begins in this row is longer than 1 MB; is its closing quote missing?\n"
                        "1 good, 1 bad, status 4\n");
    moot_free(text);
    moot_buf_done(&out);
}

/* More than the cache of the temporary table holds, in an order that is not that of cases.csv. */
static void many_rows_go_through_the_disk(void **state)
{
    enum { MANY = 4000 };
    char path[300], word[120];
    moot_buf cases, events;
    moot_caseload *caseload = NULL;
    moot_input input;
    moot_errs errs;
    moot_err err;
    int found = 1, count = 0;
    moot_buf_init(&cases);
    moot_buf_init(&events);
    moot_buf_str(&cases, "id\n");
    moot_buf_str(&events, "id,at,event,note\n");
    for (int i = 0; i < MANY; i++) {
        moot_buf_printf(&cases, "c%d\n", i);
    }
    for (int k = 0; k < 3; k++) {
        for (int i = MANY - 1; i >= 0; i--) {
            memset(word, 'a' + k, sizeof word - 1);
            word[sizeof word - 1] = '\0';
            moot_buf_printf(&events, "c%d,2026-05-%02d,presents homeless,%s\n", (i * 7) % MANY, k + 1, word);
        }
    }
    put("cases.csv", cases.text, cases.len, path, sizeof path);
    put("events.csv", events.text, events.len, path, sizeof path);
    moot_err_init(&err);
    moot_errs_init(&errs, 0);
    moot_input_init(&input);
    assert_int_equal(moot_caseload_open(path, *state, NULL, &caseload, &err), MOOT_OK);
    while (found) {
        assert_int_equal(moot_caseload_next(caseload, &input, &errs, &found, &err), MOOT_OK);
        if (found) {
            snprintf(word, sizeof word, "c%d", count++);
            assert_string_equal(input.id, word);
            assert_int_equal(input.record_count, 3);
            assert_int_equal(input.records[2].note[0], 'c');
        }
        moot_input_clear(&input);
    }
    assert_int_equal(count, MANY);
    assert_int_equal(errs.count, 0);
    moot_caseload_close(caseload);
    drop(path);
    moot_input_done(&input);
    moot_errs_done(&errs);
    moot_buf_done(&cases);
    moot_buf_done(&events);
}

static moot_code read_all(const moot_protocol *p, const char *path, size_t *out_told)
{
    moot_caseload *caseload = NULL;
    moot_input input;
    moot_errs errs;
    moot_err err;
    int found = 1;
    moot_err_init(&err);
    moot_errs_init(&errs, 0);
    moot_input_init(&input);
    moot_code code = moot_caseload_open(path, p, NULL, &caseload, &err);
    while (code == MOOT_OK && found) {
        code = moot_caseload_next(caseload, &input, &errs, &found, &err);
    }
    *out_told = errs.count + errs.dropped;
    moot_caseload_close(caseload);
    moot_input_done(&input);
    moot_errs_done(&errs);
    return code;
}

/* Memory that ends at any allocation is reported, leaks nothing and is no mistake of the caseload. */
static void memory_may_end_anywhere(void **state)
{
    static const char cases[] = "id,school\nA,\"one\ntwo\"\nB,x\n";
    static const char events[] = "id,at,event\nA,2026-05-21,presents homeless\nB,2026,presents homeless\n";
    char path[300];
    size_t told = 0;
    moot_code code = MOOT_ENOMEM;
    put("cases.csv", cases, sizeof cases - 1, path, sizeof path);
    put("events.csv", events, sizeof events - 1, path, sizeof path);
    for (unsigned long n = 1; n < 500 && code != MOOT_OK; n++) {
        moot_alloc_fail_at(n);
        code = read_all(*state, path, &told);
        moot_alloc_fail_at(0);
        assert_true(code == MOOT_OK || code == MOOT_ENOMEM);
        assert_int_equal(told, 0);
    }
    drop(path);
    assert_int_equal(code, MOOT_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_of_a_case_stand_anywhere),
        cmocka_unit_test(the_dialect_is_tolerant),
        cmocka_unit_test(each_mistake_has_its_sentence),
        cmocka_unit_test(a_nul_spoils_its_row_only),
        cmocka_unit_test(a_field_of_ten_megabytes_is_a_limit),
        cmocka_unit_test(many_rows_go_through_the_disk),
        cmocka_unit_test(memory_may_end_anywhere),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
