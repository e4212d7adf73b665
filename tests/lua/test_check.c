/* The checker against a slow and obvious second opinion: small protocols are made at random, every combination of their
 * inputs is run through the engine, and what that shows is what the checker must say; no more and no less. Rule 17. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/lua/small_case.h"
#include "vm/check/check.h"
#include "vm/base/random.h"

static const int PROTOCOLS = 60; /* of each kind */
enum { ROWS_MOST = 4 };

#define HEAD                                                                                       \
    "protocol \"test\" { council = \"Nowhere\", effective = \"2018-01-01\" }\n"                  \
    "event \"arrives\" {}\n"                                                                       \
    "fact \"a\" { yesno }\nfact \"b\" { yesno, presumed = true }\n"                            \
    "fact \"c\" { one_of { \"x\", \"y\", \"z\" } }\nfact \"n\" { integer(0, 4) }\n"      \
    "decision \"kind\" { clause = \"1\", hit = \"first\",\n"                                   \
    "  { when = { n = under(2), b = true }, value = \"low\" }, { when = { c = \"z\" }, value = \"other\" },\n" \
    "  { when = otherwise, value = \"high\" } }\n"

/* ---- making protocols ---- */

static uint32_t draw(uint32_t *state, uint32_t below)
{
    moot_draw_key key = { 17, 0, 1, 1, (*state)++, 0, 0 };
    return moot_draw_below(&key, below);
}

static void put_test(uint32_t *state, int fact, moot_buf *out)
{
    static const char *const tests[] = { "under(%u)", "over(%u)", "at_least(%u)", "at_most(%u)", "%u" };
    static const char *const kinds[] = { "low", "other", "high" };
    switch (fact) {
    case 0: moot_buf_printf(out, "a = %s", draw(state, 2) ? "true" : "false"); break;
    case 1: moot_buf_printf(out, "b = %s", draw(state, 2) ? "true" : "false"); break;
    case 2:
        if (draw(state, 2)) {
            moot_buf_printf(out, "c = \"%c\"", 'x' + (int)draw(state, 3));
        } else {
            moot_buf_printf(out, "c = one_of { \"x\", \"%c\" }", 'y' + (int)draw(state, 2));
        }
        break;
    case 3: {
        uint32_t which = draw(state, 6), from = draw(state, 4);
        if (which == 5) {
            moot_buf_printf(out, "n = between(%u, %u)", from, from + draw(state, 5 - from));
        } else {
            char format[32];
            snprintf(format, sizeof format, "n = %s", tests[which]);
            moot_buf_str(out, format[0] ? "n = " : "");
            moot_buf_printf(out, which == 0 ? "under(%u)" : which == 1 ? "over(%u)" : which == 2 ? "at_least(%u)"
                                 : which == 3 ? "at_most(%u)" : "%u", from);
        }
        break;
    }
    default: moot_buf_printf(out, "kind = \"%s\"", kinds[draw(state, 3)]); break;
    }
}

/* One or two tests of different facts, sometimes in a group. */
static void put_guard(uint32_t *state, moot_buf *out)
{
    static const char *const groups[] = { "", "any ", "none " };
    const char *group = groups[draw(state, 4) % 3];
    int first = (int)draw(state, 5), second = (int)draw(state, 5);
    moot_buf_printf(out, group[0] ? "{ %s{ " : "{ %s", group);
    put_test(state, first, out);
    if (second != first) {
        moot_buf_str(out, ", ");
        put_test(state, second, out);
    }
    moot_buf_str(out, group[0] ? " } }" : " }");
}

/* ---- every combination of the inputs ---- */

typedef struct truth {
    int cases, gaps, overlaps;
    int counts[ROWS_MOST]; /* rows by which the table's fact was derived */
} truth;

/* 2 x 2 x 3 x 5 */
static void give_inputs(small_case *s, int which)
{
    moot_value *v = s->input.values;
    memset(v, 0, (size_t)s->p->facts_count * sizeof *v);
    v[moot_find_fact(s->p, "a")] = moot_value_yesno(which % 2);
    v[moot_find_fact(s->p, "b")] = moot_value_yesno(which / 2 % 2);
    int32_t c = moot_find_fact(s->p, "c");
    v[c] = moot_value_of(MOOT_T_ONE_OF, moot_span_at(s->p, s->p->facts[c].options, which / 4 % 3), 0);
    v[moot_find_fact(s->p, "n")] = moot_value_of(MOOT_T_INTEGER, which / 12, 0);
}

static void see(const small_case *s, const moot_decl *about, int32_t table, truth *t)
{
    int gap = 0, row = -1;
    for (int32_t i = 0; i < s->c.log_count; i++) {
        const moot_entry *e = &s->c.log[i];
        gap |= e->what == MOOT_LOG_GAP && e->decl == about;
        if (table >= 0 && e->what == MOOT_LOG_DERIVED && e->ref == s->p->decisions[table].fact) {
            row = e->ref2 - s->p->decisions[table].rows.first;
        }
    }
    t->cases++;
    t->gaps += gap;
    t->overlaps += s->c.status == MOOT_CASE_FAILED;
    if (row >= 0) {
        t->counts[row]++;
    }
}

static truth enumerate(small_case *s, const moot_decl *about, int32_t table)
{
    truth t = { 0, 0, 0, { 0 } };
    moot_engine *engine = NULL;
    moot_oracle *oracle = NULL;
    s->input.values = calloc((size_t)s->p->facts_count, sizeof *s->input.values);
    assert_int_equal(moot_engine_new(NULL, &engine, &s->err), MOOT_OK);
    assert_int_equal(moot_oracle_recorded(&oracle, &s->err), MOOT_OK);
    (void)small_event(s, "2026-06-02 10:00", "arrives");
    for (int which = 0; which < 60; which++) {
        give_inputs(s, which);
        assert_int_equal(moot_engine_case(engine, &s->c, s->p, &s->input, oracle, &s->err), MOOT_OK);
        see(s, about, table, &t);
    }
    moot_engine_free(engine);
    moot_oracle_free(oracle);
    free(s->input.values);
    s->input.values = NULL;
    return t;
}

static int count(const moot_check *check, moot_finding_kind kind, int32_t line)
{
    int32_t n, found = 0;
    const moot_finding *list = moot_check_findings(check, &n);
    for (int32_t i = 0; i < n; i++) {
        found += list[i].kind == kind && (line == 0 || list[i].line == line);
    }
    return found;
}

static void agree(const char *source, const char *what, int said, int is)
{
    if ((said > 0) != (is > 0)) {
        fail_msg("%s: the checker says %d, of 60 cases it is so in %d:\n%s", what, said, is, source);
    }
}

/* ---- a stage that routes ---- */

static void stages_agree(void **state)
{
    (void)state;
    for (uint32_t k = 0; k < (uint32_t)PROTOCOLS; k++) {
        uint32_t at = k * 1000;
        small_case s;
        moot_buf source;
        moot_check *check = NULL;
        moot_buf_init(&source);
        moot_buf_str(&source, HEAD "stage \"route\" { clause = \"2\", on = event \"arrives\",\n");
        uint32_t outcomes = 1 + draw(&at, 4);
        for (uint32_t i = 0; i < outcomes; i++) {
            moot_buf_printf(&source, "  outcome \"o%u\" { clause = \"2\", when = ", i);
            if (i > 0 && i + 1 == outcomes && draw(&at, 4) == 0) {
                moot_buf_str(&source, "otherwise");
            } else {
                put_guard(&at, &source);
            }
            moot_buf_str(&source, " },\n");
        }
        moot_buf_str(&source, "}\n");
        small_begin(&s, moot_buf_text(&source));
        truth t = enumerate(&s, &s.p->stages[0].decl, -1);
        assert_int_equal(moot_check_new(s.p, NULL, &check, &s.err), MOOT_OK);
        agree(moot_buf_text(&source), "gap", count(check, MOOT_FINDING_GAP, 0), t.gaps);
        agree(moot_buf_text(&source), "overlap", count(check, MOOT_FINDING_OVERLAP, 0), t.overlaps);
        moot_check_free(check);
        small_end(&s);
        moot_buf_done(&source);
    }
}

/* ---- a table ---- */

static void tables_agree(void **state)
{
    (void)state;
    for (uint32_t k = 0; k < (uint32_t)PROTOCOLS; k++) {
        uint32_t at = 1000000 + k * 1000;
        int first = (int)draw(&at, 2);
        small_case s;
        moot_buf source;
        moot_check *check = NULL;
        moot_buf_init(&source);
        moot_buf_printf(&source, HEAD "decision \"table\" { clause = \"2\", hit = \"%s\",\n", first ? "first" : "unique");
        uint32_t rows = 1 + draw(&at, ROWS_MOST);
        for (uint32_t i = 0; i < rows; i++) {
            moot_buf_str(&source, "  { when = ");
            put_guard(&at, &source);
            moot_buf_printf(&source, ", value = %u },\n", i);
        }
        moot_buf_str(&source, "}\nstage \"x\" { clause = \"3\", on = event \"arrives\", set { lead = service \"S\" {} } }\n");
        small_begin(&s, moot_buf_text(&source));
        int32_t table = s.p->facts[moot_find_fact(s.p, "table")].decision;
        truth t = enumerate(&s, &s.p->decisions[table].decl, table);
        assert_int_equal(moot_check_new(s.p, NULL, &check, &s.err), MOOT_OK);
        agree(moot_buf_text(&source), "gap", count(check, MOOT_FINDING_GAP, 0), t.gaps);
        agree(moot_buf_text(&source), "overlap", count(check, MOOT_FINDING_OVERLAP, 0), t.overlaps);
        for (uint32_t i = 0; i < rows && t.overlaps == 0; i++) {
            int32_t line = s.p->rows[s.p->decisions[table].rows.first + (int32_t)i].line;
            agree(moot_buf_text(&source), "row that counts", !count(check, MOOT_FINDING_DEAD, line), t.counts[i]);
        }
        moot_check_free(check);
        small_end(&s);
        moot_buf_done(&source);
    }
}

/* ---- limits ---- */

/* More combinations than are tried: that is said, nothing is made up, and it takes no longer. */
static void a_cap_is_told(void **state)
{
    (void)state;
    small_case s;
    moot_buf source;
    moot_check *check = NULL;
    moot_check_options options = { NULL, 100, 0, NULL };
    int32_t notes, findings;
    moot_buf_init(&source);
    moot_buf_str(&source, "protocol \"test\" { council = \"Nowhere\", effective = \"2018-01-01\" }\nevent \"arrives\" {}\n");
    for (int i = 0; i < 24; i++) {
        moot_buf_printf(&source, "fact \"f%d\" { yesno }\n", i);
    }
    moot_buf_str(&source, "stage \"route\" { clause = \"2\", on = event \"arrives\",\n  outcome \"even\" { clause = \"2\", when = { ");
    for (int i = 0; i + 1 < 24; i += 2) {
        moot_buf_printf(&source, "any { all { f%d = true, f%d = true }, all { f%d = false, f%d = false } }, ", i, i + 1, i, i + 1);
    }
    moot_buf_str(&source, "} }, outcome \"other\" { clause = \"2\", when = otherwise } }\n");
    small_begin(&s, moot_buf_text(&source));
    assert_int_equal(moot_check_new(s.p, &options, &check, &s.err), MOOT_OK);
    const char *const *list = moot_check_notes(check, &notes);
    (void)moot_check_findings(check, &findings);
    assert_int_equal(findings, 0);
    assert_true(notes > 1);
    assert_non_null(strstr(list[0], "not all was checked: "));
    assert_non_null(strstr(list[0], "questions had more combinations of facts than the 100 that are tried"));
    for (int32_t i = 1; i < notes; i++) { /* which, and of how many combinations: 2 to the power of 24 */
        assert_non_null(strstr(list[i], "not all was checked of "));
        assert_non_null(strstr(list[i], "stage \"route\""));
        assert_non_null(strstr(list[i], "of up to 17 million combinations"));
    }
    assert_true(moot_check_cells(check) < 1000);
    moot_check_free(check);
    small_end(&s);
    moot_buf_done(&source);
}

/* A thousand stages one after the other, and tables to match: it ends. Under a tool that takes thirty times as long (SLOW) a
 * hundred, for the fuse of loading is five seconds by the clock. */
static void a_huge_protocol_ends(void **state)
{
    const char *slow = getenv("SLOW");
    int stages = slow && slow[0] ? 100 : 1000;
    (void)state;
    small_case s;
    moot_buf source;
    moot_check *check = NULL;
    moot_buf_init(&source);
    moot_buf_str(&source, HEAD);
    for (int i = 0; i < stages; i++) {
        moot_buf_printf(&source, "decision \"d%d\" { clause = \"2\", hit = \"first\", { when = { n = under(%d), kind = \"low\" }, "
                                 "value = true }, { when = otherwise, value = false } }\n", i, i % 4 + 1);
        moot_buf_printf(&source, "stage \"s%d\" { clause = \"2\", outcome \"on\" { clause = \"2\", when = { d%d = true }, go \"s%d\" }, "
                                 "outcome \"out\" { clause = \"2\", when = { d%d = false } } }\n", i, i, (i + 1) % stages, i);
    }
    moot_buf_str(&source, "stage \"start\" { clause = \"2\", on = event \"arrives\", go \"s0\" }\n");
    small_begin(&s, moot_buf_text(&source));
    assert_int_equal(moot_check_new(s.p, NULL, &check, &s.err), MOOT_OK);
    moot_check_free(check);
    small_end(&s);
    moot_buf_done(&source);
}

/* ---- what a check leaves to the next ---- */

/* Tables that are too large to be looked at whole, each a little other than the one before: another figure, another fact
 * tested, a fact declared ahead of all others, so that every row of the protocol's tables moves. */
static void put_large(uint32_t nth, moot_buf *out)
{
    uint32_t at = 2000000 + nth / 2 * 100; /* every second one says the same, but for what stands ahead */
    moot_buf_str(out, "protocol \"test\" { council = \"Nowhere\", effective = \"2018-01-01\" }\nevent \"arrives\" {}\n");
    moot_buf_printf(out, "%s", nth % 2 ? "fact \"ahead\" { yesno }\nevent \"first\" {}\n" : "");
    for (int i = 0; i < 12; i++) {
        moot_buf_printf(out, "fact \"f%d\" { yesno }\n", i);
    }
    moot_buf_printf(out, "fact \"n\" { integer(0, 9) }\nparam \"limit\" { [\"2018-01-01\"] = %u, clause = \"1\" }\n",
                    3 + draw(&at, 2));
    moot_buf_str(out, "decision \"low\" { clause = \"1\", hit = \"first\", { when = { n = under(param \"limit\") }, value = true }, "
                      "{ when = otherwise, value = false } }\ndecision \"table\" { clause = \"2\", hit = \"unique\",\n");
    for (int i = 0; i < 12; i += 2) {
        moot_buf_printf(out, "  { when = { f%d = true, f%d = false, any { all { low = %s }, all { n = over(%u), f%d = true } } }, "
                             "value = %d },\n", i, i + 1, draw(&at, 4) ? "true" : "false", 4 + draw(&at, 2), (i + 3) % 12, i);
    }
    moot_buf_str(out, "}\nstage \"x\" { clause = \"3\", on = event \"arrives\",\n"
                      "  outcome \"few\" { clause = \"3\", when = { table = under(6), age = under(18) } },\n"
                      "  outcome \"many\" { clause = \"3\", when = { table = at_least(6) } } }\n");
}

static void assert_same_check(const moot_check *one, const moot_check *other)
{
    int32_t n, m, notes, more;
    const moot_finding *a = moot_check_findings(one, &n), *b = moot_check_findings(other, &m);
    const char *const *x = moot_check_notes(one, &notes), *const *y = moot_check_notes(other, &more);
    assert_int_equal(n, m);
    for (int32_t i = 0; i < n; i++) {
        assert_int_equal(a[i].kind, b[i].kind);
        assert_int_equal(a[i].line, b[i].line);
        assert_string_equal(a[i].text, b[i].text);
        assert_string_equal(a[i].witness ? a[i].witness : "", b[i].witness ? b[i].witness : "");
    }
    assert_int_equal(notes, more);
    for (int32_t i = 0; i < notes; i++) {
        assert_string_equal(x[i], y[i]);
    }
    assert_int_equal(moot_check_cells(one), moot_check_cells(other));
    assert_int_equal(moot_check_runs(one), moot_check_runs(other));
}

/* What is taken over from checks before changes nothing that is found, told or counted; and what is the same but for rows that
 * moved is taken over. `whole`: the work that all of it may take, 0: as much as it likes. */
static void kept_agrees(int64_t whole)
{
    moot_check_kept *kept = moot_check_kept_new();
    assert_non_null(kept);
    for (uint32_t nth = 0; nth < (uint32_t)PROTOCOLS / 3; nth++) {
        moot_check_options options = { NULL, 1500, whole, NULL };
        moot_check *afresh = NULL, *after = NULL;
        small_case s;
        moot_buf source;
        moot_buf_init(&source);
        put_large(nth, &source);
        small_begin(&s, moot_buf_text(&source));
        assert_int_equal(moot_check_new(s.p, &options, &afresh, &s.err), MOOT_OK);
        options.kept = kept;
        assert_int_equal(moot_check_new(s.p, &options, &after, &s.err), MOOT_OK);
        assert_same_check(afresh, after);
        assert_int_equal(moot_check_spared(afresh), 0);
        if (nth % 2 && whole == 0) {
            assert_true(moot_check_spared(after) > moot_check_cells(after) / 2);
        }
        moot_check_free(afresh);
        moot_check_free(after);
        small_end(&s);
        moot_buf_done(&source);
    }
    moot_check_kept_free(kept);
}

static void what_is_kept_changes_nothing(void **state)
{
    (void)state;
    kept_agrees(0);
}

/* The work ends in the midst of a walk, whether or not the walk is known. */
static void what_is_kept_lengthens_no_work(void **state)
{
    (void)state;
    kept_agrees(5000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stages_agree),
        cmocka_unit_test(tables_agree),
        cmocka_unit_test(a_cap_is_told),
        cmocka_unit_test(a_huge_protocol_ends),
        cmocka_unit_test(what_is_kept_changes_nothing),
        cmocka_unit_test(what_is_kept_lengthens_no_work),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
