#include "tests/bench/table_machine.h"

#include <string.h>

#include "tests/bench/bench.h"

#define NEVER INT64_MAX
#define NONE 255
#define DAY_FIRST 19700 /* 2023-12-09 */
#define DAY_COUNT 1600
#define DAY_SECONDS 86400
#define MOST 64 /* visits, clocks, acts and timers of one case */

/* ---- the protocol, as tables ---- */

enum { PREVENTION, RELIEF, CONTACT, ASSESSMENT, MEDIATION, PLAN, OFFER, STAGES };
enum { RULE_CONTACT, RULE_ASSESSMENT, RULE_MEDIATION, RULE_ASK, RULE_PLAN, RULE_ANSWER, RULES };
enum { HOURS, DAYS, WORKING };
enum { RECORD_EVENT, RECORD_OUTCOME, RECORD_ACT };

typedef struct rule_row {
    uint8_t unit, count, from_referral, late_act, is_act;
} rule_row;
static const rule_row rules[RULES] = {
    [RULE_CONTACT] = { HOURS, 24, 0, 1, 0 },   [RULE_ASSESSMENT] = { DAYS, 3, 1, 0, 0 },
    [RULE_MEDIATION] = { WORKING, 10, 0, 0, 0 }, [RULE_ASK] = { WORKING, 2, 0, 0, 1 },
    [RULE_PLAN] = { WORKING, 15, 0, 0, 0 },    [RULE_ANSWER] = { WORKING, 5, 0, 0, 0 },
};

typedef struct stage_row {
    uint8_t act, rule, after_days, after_go;
} stage_row;
static const stage_row stages[STAGES] = {
    [PREVENTION] = { NONE, NONE, 56, RELIEF },    [RELIEF] = { NONE, NONE, 56, NONE },
    [CONTACT] = { NONE, RULE_CONTACT, 0, NONE },  [ASSESSMENT] = { NONE, RULE_ASSESSMENT, 0, NONE },
    [MEDIATION] = { NONE, RULE_MEDIATION, 0, NONE }, [PLAN] = { RULE_ASK, RULE_PLAN, 0, NONE },
    [OFFER] = { NONE, RULE_ANSWER, 0, NONE },
};

typedef struct transition {
    const char *outcome;
    uint8_t stage, go, closes, young; /* young: the guard wants try_home, or (2) wants it false */
} transition;
static const transition transitions[] = {
    { "reached", CONTACT, ASSESSMENT, 0, 0 }, { "lost", CONTACT, NONE, 1, 0 },
    { "family", ASSESSMENT, MEDIATION, 0, 1 }, { "alone", ASSESSMENT, PLAN, 0, 2 },
    { "home", MEDIATION, NONE, 1, 0 },        { "not home", MEDIATION, PLAN, 0, 0 },
    { "agreed", PLAN, OFFER, 0, 0 },          { "refused", OFFER, OFFER, 0, 0 },
    { "refused for good", OFFER, NONE, 1, 0 }, { "accepted", OFFER, NONE, 1, 0 },
};

/* ---- the state of a case ---- */

enum { ENTRY_START, ENTRY_EVENT, ENTRY_DERIVED, ENTRY_ENTER, ENTRY_LEAVE, ENTRY_CLOCK, ENTRY_VERDICT, ENTRY_ACT,
       ENTRY_DEPARTURE, ENTRY_CLOSE };
enum { LIVE, MET, LATE, VOID };

typedef struct entry {
    moot_instant at, due, mark;
    uint8_t what, ref, ref2;
    int32_t visit, clock;
} entry;

typedef struct visit {
    moot_instant entered, left;
    uint8_t stage, outcome;
    int32_t entry;
} visit;

typedef struct clock {
    moot_instant since, due, met_at;
    uint8_t rule, status, broke, ended;
    int32_t visit, entry;
} clock;

typedef enum timer_kind { TIMER_BIRTHDAY, TIMER_AFTER, TIMER_EXPIRE } timer_kind; /* in the order of one instant */
typedef struct timer {
    moot_instant at;
    uint8_t kind;
    int32_t which;
} timer;

struct table_machine {
    moot_instant day_end[DAY_COUNT]; /* from DAY_FIRST on */
    int32_t rank[DAY_COUNT], working[DAY_COUNT];
    /* the case at hand */
    moot_instant now, referral;
    int64_t entries;
    int try_home, risk, closed;
    int32_t visits_count, clocks_count, timers_count, acts;
    int32_t open[STAGES]; /* visit, -1 */
    visit visits[MOST];
    clock clocks[MOST];
    timer timers[MOST];
};

/* ---- timers ---- */

static int before(const timer *x, const timer *y)
{
    return x->at < y->at || (x->at == y->at && x->kind < y->kind);
}

static void set_timer(table_machine *m, moot_instant at, timer_kind kind, int32_t which)
{
    timer t = { at, (uint8_t)kind, which };
    int32_t i = m->timers_count++;
    while (i > 0 && before(&t, &m->timers[(i - 1) / 2])) {
        m->timers[i] = m->timers[(i - 1) / 2];
        i = (i - 1) / 2;
    }
    m->timers[i] = t;
}

static timer take_timer(table_machine *m)
{
    timer top = m->timers[0], last = m->timers[--m->timers_count];
    int32_t i = 0;
    for (int32_t child = 1; child < m->timers_count; child = 2 * i + 1) {
        child += child + 1 < m->timers_count && before(&m->timers[child + 1], &m->timers[child]);
        if (!before(&m->timers[child], &last)) {
            break;
        }
        m->timers[i] = m->timers[child];
        i = child;
    }
    m->timers[i] = last;
    return top;
}

/* ---- entries ---- */

/* What an entry does to the state: nothing else changes it. */
static int32_t put(table_machine *m, const entry *e)
{
    int32_t n = (int32_t)++m->entries;
    visit *v = &m->visits[e->visit];
    clock *k = &m->clocks[e->clock];
    switch (e->what) {
    case ENTRY_ENTER:
        *v = (visit){ e->at, NEVER, e->ref, NONE, n };
        m->open[e->ref] = e->visit;
        break;
    case ENTRY_LEAVE:
        v->left = e->at;
        v->outcome = e->ref2;
        m->open[v->stage] = -1;
        break;
    case ENTRY_CLOCK:
        *k = (clock){ e->mark, e->due, NEVER, e->ref, LIVE, 0, 0, e->visit, n };
        break;
    case ENTRY_VERDICT:
        k->status = e->ref2;
        k->met_at = e->mark;
        k->ended = e->mark != NEVER || e->ref2 == VOID;
        k->broke |= e->ref2 == LATE;
        break;
    case ENTRY_DERIVED: m->try_home = e->ref2; break;
    case ENTRY_ACT: m->acts++; break;
    case ENTRY_CLOSE: m->closed = 1; break;
    default: break;
    }
    return n;
}

static void tell(table_machine *m, int what, int ref, int ref2, int32_t v)
{
    entry e = { m->now, NEVER, NEVER, (uint8_t)what, (uint8_t)ref, (uint8_t)ref2, v, 0 };
    (void)put(m, &e);
}

static void verdict(table_machine *m, int32_t k, int status, moot_instant done)
{
    entry e = { m->now, m->clocks[k].due, done, ENTRY_VERDICT, m->clocks[k].rule, (uint8_t)status, m->clocks[k].visit, k };
    (void)put(m, &e);
}

/* ---- clocks ---- */

static moot_instant due_of(const table_machine *m, const rule_row *r, moot_instant since)
{
    if (r->unit == HOURS) {
        return since + r->count * 3600;
    }
    int32_t day = (int32_t)(since / DAY_SECONDS) - DAY_FIRST; /* by day, UTC and the wall clock agree on the date */
    return m->day_end[r->unit == DAYS ? day + r->count : m->working[m->rank[day] + r->count - 1]];
}

static void start_clock(table_machine *m, int rule, int32_t v)
{
    int32_t k = m->clocks_count++;
    moot_instant since = rules[rule].from_referral ? m->referral : m->now;
    entry e = { m->now, due_of(m, &rules[rule], since), since, ENTRY_CLOCK, (uint8_t)rule, LIVE, v, k };
    (void)put(m, &e);
    if (e.due < m->now) {
        verdict(m, k, VOID, NEVER);
    } else {
        set_timer(m, e.due, TIMER_EXPIRE, k);
    }
}

static void meet(table_machine *m, int32_t k)
{
    const clock *c = &m->clocks[k];
    if (!c->ended) {
        verdict(m, k, c->broke || m->now > c->due ? LATE : MET, m->now);
        if (rules[c->rule].is_act) {
            tell(m, ENTRY_ACT, c->rule, 1, c->visit);
        }
    }
}

static void expire(table_machine *m, int32_t k)
{
    if (!m->clocks[k].ended && !m->clocks[k].broke) {
        verdict(m, k, LATE, NEVER);
        if (rules[m->clocks[k].rule].late_act) {
            tell(m, ENTRY_ACT, m->clocks[k].rule, 1, m->clocks[k].visit);
        }
    }
}

/* ---- stages ---- */

static void enter(table_machine *m, int stage)
{
    int32_t v = m->visits_count++;
    const stage_row *s = &stages[stage];
    tell(m, ENTRY_ENTER, stage, 0, v);
    if (s->act != NONE) {
        start_clock(m, s->act, v);
        tell(m, ENTRY_ACT, s->act, 0, v);
    }
    if (s->rule != NONE) {
        start_clock(m, s->rule, v);
    }
    if (s->after_days) {
        int32_t day = (int32_t)(m->now / DAY_SECONDS) - DAY_FIRST;
        set_timer(m, m->day_end[day + s->after_days] + 1, TIMER_AFTER, v);
    }
}

static void leave(table_machine *m, int32_t v, int outcome, int go, int closes)
{
    tell(m, ENTRY_LEAVE, m->visits[v].stage, outcome, v);
    for (int32_t k = 0; k < m->clocks_count; k++) {
        if (m->clocks[k].visit == v && !rules[m->clocks[k].rule].is_act) {
            meet(m, k);
        }
    }
    if (closes) {
        for (int32_t k = 0; k < m->clocks_count; k++) {
            if (!m->clocks[k].ended && !m->clocks[k].broke) {
                verdict(m, k, VOID, NEVER);
            }
        }
        tell(m, ENTRY_CLOSE, 0, 0, 0);
        memset(m->open, 0xff, sizeof m->open);
    } else if (go != NONE) {
        enter(m, go);
    }
}

/* ---- what happens ---- */

static void derive(table_machine *m, int young)
{
    int value = young && !m->risk;
    if (value != m->try_home) {
        tell(m, ENTRY_DERIVED, 0, value, 0);
    }
}

static void run_timer(table_machine *m)
{
    timer t = take_timer(m);
    m->now = t.at;
    if (t.kind == TIMER_BIRTHDAY) {
        derive(m, 0);
    } else if (t.kind == TIMER_EXPIRE) {
        expire(m, t.which);
    } else if (m->open[m->visits[t.which].stage] == t.which) {
        leave(m, t.which, NONE, stages[m->visits[t.which].stage].after_go, 0);
    }
}

static void apply(table_machine *m, const table_record *r)
{
    const transition *t = &transitions[r->outcome];
    m->now = r->at;
    if (r->kind == RECORD_EVENT) {
        m->referral = m->now;
        tell(m, ENTRY_EVENT, 0, 0, 0);
        enter(m, PREVENTION);
        enter(m, CONTACT);
    } else if (r->kind == RECORD_ACT) {
        for (int32_t k = 0; k < m->clocks_count; k++) {
            if (m->clocks[k].rule == RULE_ASK && !m->clocks[k].ended) {
                meet(m, k);
                return;
            }
        }
    } else if (m->open[t->stage] >= 0) {
        if (t->young && m->try_home != (t->young == 1)) {
            tell(m, ENTRY_DEPARTURE, t->stage, 0, 0);
        }
        leave(m, m->open[t->stage], r->outcome, t->go, t->closes);
    }
}

static void begin(table_machine *m, const table_case *c)
{
    m->entries = m->acts = 0;
    m->visits_count = m->clocks_count = m->timers_count = 0;
    m->closed = 0;
    m->try_home = -1;
    m->risk = c->risk;
    memset(m->open, 0xff, sizeof m->open);
    m->now = c->records[0].at;
    tell(m, ENTRY_START, 0, 0, 0);
    derive(m, c->turns_18 > m->now);
    if (c->turns_18 > m->now) {
        set_timer(m, c->turns_18, TIMER_BIRTHDAY, 0);
    }
}

int64_t table_machine_run(table_machine *m, const table_case *c)
{
    begin(m, c);
    for (int32_t i = 0; i < c->count; i++) {
        const table_record *r = &c->records[i];
        while (m->timers_count > 0
               && (m->timers[0].at < r->at || (m->timers[0].at == r->at && m->timers[0].kind == TIMER_BIRTHDAY))) {
            run_timer(m);
        }
        apply(m, r);
        if (m->clocks_count > MOST - 4 || m->visits_count > MOST - 4 || m->timers_count > MOST - 8) {
            bench_fail("the table machine has no room for a life this long");
        }
    }
    return m->entries;
}

/* ---- making ---- */

table_machine *table_machine_new(const moot_protocol *protocol)
{
    table_machine *m = moot_calloc(1, sizeof *m);
    int32_t working = 0;
    if (!m) {
        bench_fail("no memory for the table machine");
    }
    for (int32_t i = 0; i < DAY_COUNT; i++) {
        m->day_end[i] = moot_day_end(protocol->zone, DAY_FIRST + i);
        if (moot_calendar_working(protocol->calendars[0], DAY_FIRST + i)) {
            m->working[working++] = i;
        }
        m->rank[i] = working;
    }
    return m;
}

void table_machine_free(table_machine *machine)
{
    moot_free(machine);
}

static uint8_t outcome_of(const moot_protocol *p, const moot_record *r)
{
    const char *name = p->outcomes[r->outcome].decl.name;
    for (size_t i = 0; i < MOOT_COUNT(transitions); i++) {
        if (strcmp(transitions[i].outcome, name) == 0) {
            return (uint8_t)i;
        }
    }
    bench_fail("the table machine does not know the outcome \"%s\" of life.lua", name);
}

table_case table_machine_case(const moot_protocol *protocol, const moot_input *input)
{
    table_case c;
    int32_t risk = moot_find_fact(protocol, "risk");
    moot_value dob = input->values[protocol->dob_fact];
    c.turns_18 = moot_day_start(protocol->zone, moot_calendar_birthday(protocol->calendars[0], (moot_day)dob.a, 18));
    c.risk = (int)input->values[risk].a;
    c.count = input->record_count;
    c.records = moot_calloc((size_t)c.count, sizeof *c.records);
    if (!c.records) {
        bench_fail("no memory for the table machine's records");
    }
    for (int32_t i = 0; i < c.count; i++) {
        const moot_record *r = &input->records[i];
        table_record *to = &c.records[i];
        to->at = r->at.lo;
        to->kind = r->kind == MOOT_RECORD_EVENT     ? RECORD_EVENT
                   : r->kind == MOOT_RECORD_OUTCOME ? RECORD_OUTCOME
                                                    : RECORD_ACT;
        to->outcome = r->kind == MOOT_RECORD_OUTCOME ? outcome_of(protocol, r) : 0;
    }
    return c;
}
