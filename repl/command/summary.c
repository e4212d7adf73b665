/* The rows of each table are those of the protocol, in its order, so that two runs can be laid side
 * by side. */
#include "repl/command/summary.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "repl/cli/cmd.h"
#include "repl/cli/table.h"
#include "repl/cli/term.h"
#include "repl/command/tally.h"
#include "vm/base/names.h"
#include "vm/protocol/law.h"

#define STATUSES (MOOT_CLOCK_CANNOT_TELL + 1)

typedef struct clock_tally {
    int64_t by_status[STATUSES];
    int64_t breaches;
} clock_tally;

struct moot_summary {
    const moot_protocol *protocol;
    clock_tally *clocks; /* owned, as all below; per clock rule */
    int64_t *invariants; /* per invariant: breaches */
    int64_t *needs;      /* per fact: cases that miss it; then those that miss a time */
    uint8_t *missing;    /* likewise: this case misses it */
    const moot_decl *waits; /* what waits for a time, if it is always the same */
    const char *waits_kind;
    int waits_many;
    moot_names outcomes; /* how closed cases ended */
    int64_t *ended;      /* per outcome name */
    size_t ended_cap;
    int64_t departures, tonight_unknown;
    moot_tally *measures;
};

moot_code moot_summary_new(const moot_protocol *protocol, moot_summary **out_summary, moot_err *err)
{
    moot_summary *s = moot_calloc(1, sizeof *s);
    if (!s) {
        return moot_fail_memory(err);
    }
    s->protocol = protocol;
    moot_names_init(&s->outcomes);
    s->clocks = moot_calloc((size_t)protocol->clocks_count + 1, sizeof *s->clocks);
    s->invariants = moot_calloc((size_t)protocol->invariants_count + 1, sizeof *s->invariants);
    s->needs = moot_calloc((size_t)protocol->facts_count + 1, sizeof *s->needs);
    s->missing = moot_calloc((size_t)protocol->facts_count + 1, sizeof *s->missing);
    if (!s->clocks || !s->invariants || !s->needs || !s->missing) {
        moot_summary_free(s);
        return moot_fail_memory(err);
    }
    if (moot_tally_new(protocol, &s->measures, err)) {
        moot_summary_free(s);
        return err->code;
    }
    *out_summary = s;
    return MOOT_OK;
}

void moot_summary_free(moot_summary *summary)
{
    if (!summary) {
        return;
    }
    moot_free(summary->clocks);
    moot_free(summary->invariants);
    moot_free(summary->needs);
    moot_free(summary->missing);
    moot_free(summary->ended);
    moot_names_done(&summary->outcomes);
    moot_tally_free(summary->measures);
    moot_free(summary);
}

/* ---- counting ---- */

static moot_code add_outcome(moot_summary *s, const char *outcome, moot_err *err)
{
    size_t known = s->outcomes.count;
    int id = moot_names_add(&s->outcomes, outcome);
    if (id < 0 ||
        !moot_grow((void **)&s->ended, &s->ended_cap, s->outcomes.count, sizeof *s->ended)) {
        return moot_fail_memory(err);
    }
    if (s->outcomes.count > known) {
        s->ended[id] = 0;
    }
    s->ended[id]++;
    return MOOT_OK;
}

static void add_needs(moot_summary *s, const moot_case *c)
{
    memset(s->missing, 0, (size_t)s->protocol->facts_count + 1);
    for (int32_t i = 0; i < c->needs_count + c->waits_count; i++) {
        const moot_need *need = i < c->needs_count ? &c->needs[i] : &c->waits[i - c->needs_count];
        int32_t fact = need->fact < 0 ? s->protocol->facts_count : need->fact;
        if (need->fact < 0) {
            s->waits_many |= s->waits && s->waits != need->decl;
            s->waits = need->decl;
            s->waits_kind = need->what;
        }
        s->needs[fact] += !s->missing[fact];
        s->missing[fact] = 1;
    }
}

moot_code moot_summary_add(moot_summary *summary, const moot_case *c, moot_err *err)
{
    for (int32_t i = 0; i < c->clocks_count; i++) {
        summary->clocks[c->clocks[i].rule].by_status[c->clocks[i].status]++;
    }
    for (int32_t i = 0; i < c->breaches_count; i++) {
        const moot_breach *breach = &c->breaches[i];
        if (breach->clock >= 0) {
            summary->clocks[c->clocks[breach->clock].rule].breaches++;
        } else if (breach->invariant >= 0) {
            summary->invariants[breach->invariant]++;
        }
    }
    add_needs(summary, c);
    summary->tonight_unknown += c->status == MOOT_CASE_OPEN && c->facts.night == MOOT_NOT_RECORDED;
    if (moot_tally_add(summary->measures, c, err)) {
        return err->code;
    }
    return c->status == MOOT_CASE_CLOSED && c->outcome ? add_outcome(summary, c->outcome, err)
                                                       : MOOT_OK;
}

/* ---- printing ---- */

static moot_code print_table(moot_table *table, const char *title, const char *none, moot_err *err)
{
    if (moot_table_rows(table) == 0) {
        printf("\n%s: %s\n", title, none);
        return MOOT_OK;
    }
    printf("\n%s\n", title);
    return moot_table_print(table, err);
}

static moot_code print_cases(const moot_summary *s, const moot_batch_counts *counts, moot_err *err)
{
    static const moot_table_column columns[] = { { "STATUS", 0, 0 },
                                                 { "OUTCOME", 0, 1 },
                                                 { "CASES", 1, 0 } };
    moot_table *table;
    if (moot_table_new(columns, MOOT_COUNT(columns), moot_term_width(stdout), &table, err)) {
        return err->code;
    }
    for (int status = 0; status < 4; status++) {
        if (status == MOOT_CASE_CLOSED || counts->by_status[status] == 0) {
            continue;
        }
        moot_table_row(table);
        moot_table_cell(table, 0, moot_status_text((moot_status)status));
        moot_table_int(table, 2, counts->by_status[status]);
    }
    for (size_t i = 0; i < s->outcomes.count; i++) {
        moot_table_row(table);
        moot_table_cell(table, 0, moot_status_text(MOOT_CASE_CLOSED));
        moot_table_cell(table, 1, moot_names_text(&s->outcomes, (int)i));
        moot_table_int(table, 2, s->ended[i]);
    }
    moot_code code = print_table(table, "Cases", "none", err);
    moot_table_free(table);
    return code;
}

static int64_t total(const clock_tally *tally)
{
    int64_t sum = 0;
    for (int i = 0; i < STATUSES; i++) {
        sum += tally->by_status[i];
    }
    return sum;
}

static const char *clock_name(const moot_protocol *p, int32_t clock)
{
    const moot_clock_rule *rule = &p->clocks[clock];
    const char *name = rule->decl.name;
    return name[0] || rule->effect < 0 ? name : p->effects[rule->effect].decl.name;
}

/* A clause; of a source of law that is to be checked, with its mark. */
static const char *clause_cell(const moot_summary *s, const char *clause, char *buf, size_t size)
{
    snprintf(buf, size, "%s%s", clause, moot_clause_key(s->protocol, clause));
    return buf;
}

static moot_code print_deadlines(const moot_summary *s, moot_err *err)
{
    static const moot_table_column columns[] = {
        { "DEADLINE OR ACT", 0, 1 }, { "CLAUSE", 0, 0 }, { "MET", 1, 0 },     { "LATE", 1, 0 },
        { "EARLY", 1, 0 },           { "LIVE", 1, 0 },   { "UNDATED", 1, 0 }, { "VOID", 1, 0 },
        { "CANNOT TELL", 1, 0 },
    };
    static const uint8_t shown[] = { MOOT_CLOCK_MET,        MOOT_CLOCK_LATE,    MOOT_CLOCK_EARLY,
                                     MOOT_CLOCK_LIVE,       MOOT_CLOCK_UNDATED, MOOT_CLOCK_VOID,
                                     MOOT_CLOCK_CANNOT_TELL };
    moot_table *table;
    if (moot_table_new(columns, MOOT_COUNT(columns), moot_term_width(stdout), &table, err)) {
        return err->code;
    }
    for (int32_t i = 0; i < s->protocol->clocks_count; i++) {
        char cell[96];
        if (total(&s->clocks[i]) == 0) {
            continue;
        }
        moot_table_row(table);
        moot_table_cell(table, 0, clock_name(s->protocol, i));
        moot_table_cell(table, 1, clause_cell(s, s->protocol->clocks[i].decl.clause, cell, sizeof cell));
        for (size_t k = 0; k < MOOT_COUNT(shown); k++) {
            moot_table_int(table, 2 + k, s->clocks[i].by_status[shown[k]]);
        }
    }
    moot_code code = print_table(table, "Deadlines", "none", err);
    moot_table_free(table);
    return code;
}

static void breach_row(const moot_summary *s, moot_table *table, const moot_decl *decl, const char *name,
                       const char *what, int64_t count)
{
    char cell[96];
    if (count > 0) {
        moot_table_row(table);
        moot_table_cell(table, 0, clause_cell(s, decl->clause, cell, sizeof cell));
        moot_table_cell(table, 1, name);
        moot_table_cell(table, 2, what);
        moot_table_int(table, 3, count);
    }
}

static moot_code print_breaches(const moot_summary *s, moot_err *err)
{
    static const moot_table_column columns[] = {
        { "CLAUSE", 0, 0 },
        { "WHAT", 0, 1 },
        { "HOW", 0, 0 },
        { "BREACHES", 1, 0 },
    };
    const moot_protocol *p = s->protocol;
    moot_table *table;
    if (moot_table_new(columns, MOOT_COUNT(columns), moot_term_width(stdout), &table, err)) {
        return err->code;
    }
    for (int32_t i = 0; i < p->clocks_count; i++) {
        breach_row(s, table, &p->clocks[i].decl, clock_name(p, i), "not in time",
                   s->clocks[i].breaches);
    }
    for (int32_t i = 0; i < p->invariants_count; i++) {
        breach_row(s, table, &p->invariants[i].decl, p->invariants[i].decl.name, "did not hold",
                   s->invariants[i]);
    }
    moot_code code = print_table(table, "Breaches", "none", err);
    moot_table_free(table);
    return code;
}

/* Nothing is missing, and yet it could go either way: a time is known too roughly. */
static void time_row(const moot_summary *s, moot_table *table)
{
    int64_t cases = s->needs[s->protocol->facts_count];
    char ask[200];
    if (cases == 0) {
        return;
    }
    if (s->waits && s->waits->name[0] && !s->waits_many && s->waits_kind) {
        snprintf(ask, sizeof ask, MOOT_NEED_TIME_ASK " (the %s \"%s\" waits for it)", s->waits_kind, s->waits->name);
    } else {
        snprintf(ask, sizeof ask, "%s", MOOT_NEED_TIME_ASK);
    }
    moot_table_row(table);
    moot_table_cell(table, 0, MOOT_NEED_TIME);
    moot_table_cell(table, 1, ask);
    moot_table_int(table, 2, cases);
}

static moot_code print_needs(const moot_summary *s, moot_err *err)
{
    static const moot_table_column columns[] = { { "FACT", 0, 0 },
                                                 { "QUESTION", 0, 1 },
                                                 { "CASES", 1, 0 } };
    moot_table *table;
    if (moot_table_new(columns, MOOT_COUNT(columns), moot_term_width(stdout), &table, err)) {
        return err->code;
    }
    for (int32_t i = 0; i < s->protocol->facts_count; i++) {
        if (s->needs[i] > 0) {
            moot_table_row(table);
            moot_table_cell(table, 0, s->protocol->facts[i].decl.name);
            moot_table_cell(table, 1, moot_fact_ask(s->protocol, i));
            moot_table_int(table, 2, s->needs[i]);
        }
    }
    time_row(s, table);
    moot_code code = print_table(table, "Facts that are missing", "none", err);
    moot_table_free(table);
    return code;
}

moot_code moot_summary_print(const moot_summary *summary, const moot_batch_counts *counts,
                             moot_err *err)
{
    printf("%s: %" PRId64 " case%s", summary->protocol->id, counts->run,
           counts->run == 1 ? "" : "s");
    if (counts->caseload.bad) {
        printf(", %" PRId64 " set aside", counts->caseload.bad);
    }
    if (counts->caseload.foreign) {
        printf(", %" PRId64 " events of other protocols set aside", counts->caseload.foreign);
    }
    fputc('\n', stdout);
    if (print_cases(summary, counts, err) || print_deadlines(summary, err) ||
        print_breaches(summary, err) || print_needs(summary, err)) {
        return err->code;
    }
    if (moot_tally_print(summary->measures, err)) {
        return err->code;
    }
    moot_cmd_law_note(summary->protocol);
    return MOOT_OK;
}
