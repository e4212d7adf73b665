#include "vm/engine/engine_internal.h"

#include "vm/case/case_count.h"

static const moot_when UNDATED = { MOOT_NEVER, MOOT_NEVER };

static int is_right(const moot_clock_rule *rule)
{ /* a deadline owned by the applicant is a right (rule 8); party 0 is the applicant */
    return rule->owner.kind == MOOT_OWNER_ALL && rule->owner.parties.count == 1 && rule->effect < 0;
}

static int applicants(const moot_engine *e, const moot_clock_rule *rule)
{
    return is_right(rule) && moot_owner_party(e->p, &rule->owner, 0) == 0;
}

/* ---- dates ---- */

/* A due date and how it came about: the length that was counted (`within`, `every`) or the moment that it hangs on (`by`).
 * With the rule and what it ran from, that is enough to count it again (vm/count.h). */
typedef struct dated {
    moot_when due;
    moot_value counted;
    int provisional;
} dated;

static inline moot_when count(moot_engine *e, moot_when from, moot_duration d, int counting, int *provisional)
{
    moot_due lo = moot_calendar_due(e->p->calendars[0], from.lo, d, (moot_counting)counting);
    moot_due hi = from.hi == from.lo ? lo : moot_calendar_due(e->p->calendars[0], from.hi, d, (moot_counting)counting);
    moot_when w = { lo.at, hi.at };
    *provisional |= lo.provisional | hi.provisional;
    return w;
}

/* Earlier visits count only from then on. */
static moot_when adds_since(moot_engine *e, const moot_clock_rule *r)
{
    int32_t trigger = r->adds_up_since;
    if (trigger >= 0 && e->p->triggers[trigger].reading >= 0) {
        e->c->reading_used[e->p->triggers[trigger].reading] = 1;
    }
    return trigger >= 0 && e->c->trigger_count[trigger] > 0 ? e->c->trigger_last[trigger] : UNDATED;
}

/* Of so many days, those that are left: earlier visits took so many at least, so many at most. */
static dated count_in_all(moot_engine *e, const moot_clock_rule *r, int32_t visit, int32_t child, moot_when since,
                          moot_duration d)
{
    int64_t days = (int64_t)d.count * (d.unit == MOOT_WEEKS ? 7 : 1), least, most;
    dated out = { UNDATED, moot_unknown(), 0 };
    moot_case_stays(e->c, r->stage, child, visit, adds_since(e, r), &least, &most);
    moot_duration fewest = { most < days ? (int32_t)(days - most) : 0, MOOT_DAYS };
    moot_duration greatest = { least < days ? (int32_t)(days - least) : 0, MOOT_DAYS };
    out.due.lo = count(e, since, fewest, r->counting, &out.provisional).lo;
    out.due.hi = count(e, since, greatest, r->counting, &out.provisional).hi;
    out.counted = moot_value_of(MOOT_T_DURATION, greatest.count, greatest.unit);
    return out;
}

/* By a moment, or of what adds up. */
MOOT_APART static dated due_otherwise(moot_engine *e, const moot_clock_rule *r, int32_t visit, int32_t child, moot_when since,
                                      moot_duration d)
{
    dated out = { UNDATED, moot_unknown(), 0 };
    if (r->within < 0 && r->every < 0) {
        out.due = r->by >= 0 ? trigger_due(e, r->by, visit, child, &out.counted, &out.provisional) : UNDATED;
        return out;
    }
    return count_in_all(e, r, visit, child, since, d);
}

/* `within = D` counts from `since`; `by = T` is T; with `every` the next meeting; nothing: undated. */
static dated due_of(moot_engine *e, int32_t rule, int32_t visit, int32_t child, moot_when since)
{
    const moot_clock_rule *r = &e->p->clocks[rule];
    int32_t operand = r->within >= 0 ? r->within : r->every;
    int known = 1;
    dated out = { UNDATED, moot_unknown(), 0 };
    if (r->undated_reading >= 0) {
        e->c->reading_used[r->undated_reading] = 1;
    }
    if (since.lo == MOOT_NEVER) {
        return out;
    }
    moot_duration d = { 0, MOOT_DAYS };
    if (operand >= 0) {
        d = engine_duration(e, operand, child, &known);
        if (r->counting_reading >= 0) {
            e->c->reading_used[r->counting_reading] = 1;
        }
    }
    if (!known) {
        return out;
    }
    if (operand < 0 || r->adds_up) {
        return due_otherwise(e, r, visit, child, since, d);
    }
    out.due = count(e, since, d, r->counting, &out.provisional);
    out.counted.type = MOOT_T_DURATION;
    out.counted.a = d.count;
    out.counted.b = d.unit;
    return out;
}

/* What has yet to come is never (MOOT_NEVER): whatever is done before it is early. A date that is not known may be any time. */
MOOT_APART static moot_when not_before_trigger(moot_engine *e, int32_t trigger, int32_t visit, int32_t child)
{
    moot_when none = { MOOT_ALWAYS, MOOT_ALWAYS }, unknown = { MOOT_ALWAYS, MOOT_NEVER };
    moot_when w = trigger_time(e, trigger, TRIGGER_FIRES, visit, child);
    if (w.lo != MOOT_NEVER) {
        return w;
    }
    switch ((moot_trigger_kind)e->p->triggers[trigger].kind) {
    case MOOT_ON_TURNS: case MOOT_ON_DATE: return unknown;
    case MOOT_ON_DUE: return none; /* no date is owed */
    default: return w;
    }
}

static inline moot_when not_before_of(moot_engine *e, int32_t rule, int32_t visit, int32_t child)
{
    int32_t trigger = e->p->clocks[rule].not_before;
    moot_when none = { MOOT_ALWAYS, MOOT_ALWAYS };
    return trigger < 0 ? none : not_before_trigger(e, trigger, visit, child);
}

static inline void set_expiry(moot_engine *e, int32_t clock)
{
    const moot_clock *k = &e->c->clocks[clock];
    if (k->due.lo == MOOT_NEVER) {
        return;
    }
    moot_instant at = k->due.hi > e->now.lo ? k->due.hi : e->now.lo;
    if (agenda_takes(e, at)) {
        timer t = { at, CLASS_EXPIRY, TIMER_EXPIRE, k->rule, 0, clock, 0, k->due, 0 };
        agenda_set(e, t);
    }
    trigger_due_set(e, clock);
}

/* ---- verdicts ---- */

MOOT_APART static int32_t log_verdict(moot_engine *e, int32_t clock, moot_clock_status status, moot_when done, int flags,
                                      const char *why, int32_t who)
{
    const moot_clock *k = &e->c->clocks[clock];
    moot_entry entry;
    engine_fill_entry(e, &entry, MOOT_LOG_VERDICT, &e->p->clocks[k->rule].decl);
    entry.ref = k->rule;
    entry.ref2 = (int32_t)status;
    entry.clock = clock;
    entry.visit = k->visit;
    entry.child = k->child;
    entry.mark = done;
    entry.due = k->due;
    entry.text = why;
    entry.who = who;
    entry.flags = (uint8_t)flags;
    return engine_log(e, &entry);
}

static void verdict(moot_engine *e, int32_t clock, moot_clock_status status, moot_when done, int flags, const char *why,
                    int32_t who)
{
    flags |= applicants(e, &e->p->clocks[e->c->clocks[clock].rule]) ? MOOT_ENTRY_RIGHT : 0;
    if (e->c->brief) {
        e->cause = moot_case_number(e->c);
        moot_case__verdict(e->c, e->cause, e->now, clock, status, done, (uint8_t)flags, why);
    } else {
        e->cause = log_verdict(e, clock, status, done, flags, why, who);
    }
}

static int open_clock(const moot_clock *k)
{
    return !k->ended && !k->done;
}

/* A right that went unused can still be used late (rule 8). */
static const char EXPIRED[] = "expired";
int clock_can_be_met(const moot_clock *k)
{
    return open_clock(k) || (k->status == MOOT_CLOCK_VOID && k->why_void == EXPIRED);
}

/* Once in each quarter, month or year, whenever in it. */
static int of_period(const moot_clock *k)
{
    return k->counted.type == MOOT_T_DURATION && moot_period_of_unit((int)k->counted.b) >= 0;
}

int clock_takes(const moot_clock *k, moot_when when)
{
    return !of_period(k) || (when.hi >= k->since.lo && !k->broke);
}

/* Met if surely done by the start of its due window, late if surely after its end, else it cannot be told (rule 2). */
static moot_clock_status judge(const moot_clock *k, moot_when when)
{
    if (k->broke) {
        return MOOT_CLOCK_LATE; /* done after all: it stays late (rule 8) */
    }
    if (k->status == MOOT_CLOCK_CANNOT_TELL) {
        return MOOT_CLOCK_CANNOT_TELL; /* whether it ran at all is not known */
    }
    if (of_period(k) && when.lo < k->since.hi && when.lo != when.hi) {
        return MOOT_CLOCK_CANNOT_TELL; /* perhaps in the period before */
    }
    if (when.lo < k->not_before.hi) {
        return when.hi < k->not_before.lo ? MOOT_CLOCK_EARLY : MOOT_CLOCK_CANNOT_TELL;
    }
    if (k->due.lo == MOOT_NEVER || when.hi <= k->due.lo) {
        return MOOT_CLOCK_MET;
    }
    return when.lo > k->due.hi ? MOOT_CLOCK_LATE : MOOT_CLOCK_CANNOT_TELL;
}

void clock_void(moot_engine *e, int32_t clock, const char *why)
{
    const moot_clock *k = &e->c->clocks[clock];
    int32_t cause = e->cause;
    if (open_clock(k) && !k->broke) { /* a later event never erases an earlier breach */
        verdict(e, clock, MOOT_CLOCK_VOID, UNDATED, 0, why, -1);
    }
    e->cause = cause;
}

static int ended(moot_engine *e, int32_t rule, int32_t visit, int32_t child, moot_when since)
{
    int32_t ends = e->p->clocks[rule].ends;
    if (ends < 0) {
        return 0;
    }
    moot_when w = trigger_time(e, ends, TRIGGER_FIRES, visit, child);
    return w.lo != MOOT_NEVER && w.hi <= e->now.lo && w.lo >= since.lo;
}

/* What recurs begins again: at each meeting, or with the next period, which has begun already if this one was missed. */
static int32_t again(moot_engine *e, const moot_clock *k, moot_when when)
{
    moot_when next = { k->due.lo + 1, k->due.hi + 1 };
    if (e->p->clocks[k->rule].every < 0 || ended(e, k->rule, k->visit, k->child, k->since)
        || (k->visit >= 0 && !moot_visit_open(&e->c->visits[k->visit])) || (of_period(k) && k->broke)) {
        return -1;
    }
    return clock_start(e, k->rule, k->visit, k->child, of_period(k) ? next : when);
}

/* What is known to the year may have been done in any of its quarters: of those that it reaches none can be told. */
static void spill(moot_engine *e, int32_t clock, moot_when when)
{
    while (clock >= 0 && !e->c->no_memory && of_period(&e->c->clocks[clock]) && when.hi >= e->c->clocks[clock].since.lo) {
        const moot_clock k = e->c->clocks[clock];
        verdict(e, clock, MOOT_CLOCK_CANNOT_TELL, when, 0, NULL, -1);
        clock = again(e, &k, when);
    }
}

static MOOT_WITHIN void meet(moot_engine *e, int32_t clock, moot_when when, int flags, int32_t who)
{
    const moot_clock *k = &e->c->clocks[clock];
    const moot_clock_rule *rule = &e->p->clocks[k->rule];
    verdict(e, clock, judge(k, when), when, flags & ~PLACE_IS_TOLD, NULL, who);
    if (!(applicants(e, rule) && k->status == MOOT_CLOCK_LATE)) { /* a right used late is not met */
        agenda_raise(e, SIGNAL_MET, k->rule, -1, when);
    }
    if (rule->effect >= 0) {
        act_done(e, clock, when, flags);
    }
}

/* It begins again by what it was before it was met. */
MOOT_APART static void meet_recurring(moot_engine *e, int32_t clock, moot_when when, int flags, int32_t who)
{
    const moot_clock was = e->c->clocks[clock];
    meet(e, clock, when, flags, who);
    spill(e, again(e, &was, when), when);
}

void clock_meet(moot_engine *e, int32_t clock, moot_when when, int flags, int32_t who)
{
    const moot_clock *k = &e->c->clocks[clock];
    if (!clock_can_be_met(k)) {
        return;
    }
    if (e->p->clocks[k->rule].every >= 0) {
        meet_recurring(e, clock, when, flags, who);
    } else {
        meet(e, clock, when, flags, who);
    }
}

static void miss(moot_engine *e, int32_t clock)
{
    const moot_clock k = e->c->clocks[clock];
    const moot_clock_rule *rule = &e->p->clocks[k.rule];
    if (applicants(e, rule)) { /* a right that was not used: never a breach */
        verdict(e, clock, MOOT_CLOCK_VOID, UNDATED, 0, EXPIRED, -1);
        return;
    }
    verdict(e, clock, MOOT_CLOCK_LATE, UNDATED, 0, NULL, -1);
    agenda_raise(e, SIGNAL_MISSED, k.rule, -1, e->now);
    act_block(e, rule->late, k.visit, k.child);
}

/* Where somebody sleeps is never assumed, so a silent `place` is not met; and only --strict makes a silent act late (rule 9). */
static int silent_place(const moot_engine *e, const moot_clock *k)
{
    int32_t effect = e->p->clocks[k->rule].effect;
    return effect >= 0 && e->p->effects[effect].verb == MOOT_PLACE && !e->options.strict && !e->oracle->cls->draws
           && e->oracle->cls->act(e->oracle, e->c, (int32_t)(k - e->c->clocks), e->now) == MOOT_ACT_ASSUMED;
}

void clock_expire_timer(moot_engine *e, const timer *t)
{
    const moot_clock *k = &e->c->clocks[t->a];
    if (k->due.lo != t->when.lo || k->due.hi != t->when.hi || k->ended || k->broke) {
        return; /* the date has moved, or all is said */
    }
    if (k->status == MOOT_CLOCK_CANNOT_TELL) {
        return; /* whether it runs is not known: nothing is late for it */
    }
    e->cause = k->entry;
    agenda_raise(e, SIGNAL_DUE, k->rule, -1, e->now);
    if (silent_place(e, k)) {
        verdict(e, t->a, MOOT_CLOCK_CANNOT_TELL, UNDATED, 0, NULL, -1);
        return;
    }
    const moot_clock over = *k;
    miss(e, t->a);
    if (of_period(&over)) { /* the next period is a duty of its own, whatever became of this one */
        (void)again(e, &over, e->now);
    }
}

void clock_expire_due(moot_engine *e, int32_t visit)
{
    int32_t cause = e->cause;
    for (int32_t i = e->c->clocks_over; i < e->c->clocks_count && !e->stopped; i++) {
        const moot_clock *k = &e->c->clocks[i];
        if (k->visit == visit && k->status == MOOT_CLOCK_LIVE && !k->ended && k->due.hi <= e->now.lo) {
            agenda_raise(e, SIGNAL_DUE, k->rule, -1, e->now);
            miss(e, i);
        }
    }
    e->cause = cause;
}

/* ---- starting ---- */

MOOT_APART static int32_t log_clock_entry(moot_engine *e, const moot_clock_start *start)
{
    moot_entry entry;
    engine_fill_entry(e, &entry, MOOT_LOG_CLOCK, &e->p->clocks[start->rule].decl);
    entry.ref = start->rule;
    entry.ref2 = (int32_t)start->status;
    entry.visit = start->visit;
    entry.child = start->child;
    entry.clock = e->c->clocks_count;
    entry.mark = start->since;
    entry.due = start->due;
    entry.not_before = start->not_before;
    entry.value = start->counted;
    entry.flags = start->flags;
    return engine_log(e, &entry);
}

static MOOT_WITHIN int32_t log_clock(moot_engine *e, int32_t rule, int32_t visit, int32_t child, moot_when since,
                                     moot_clock_status status)
{
    dated d = due_of(e, rule, visit, child, since);
    status = status == MOOT_CLOCK_LIVE && d.due.lo == MOOT_NEVER ? MOOT_CLOCK_UNDATED : status;
    moot_clock_start start = { rule, visit, child, status, since, d.due, not_before_of(e, rule, visit, child), d.counted,
                               moot_provisional_flags(d.provisional) };
    engine_note_owner(e, &e->p->clocks[rule].owner);
    if (e->c->brief) {
        e->cause = moot_case_number(e->c);
        moot_case__clock(e->c, e->cause, e->now, &start);
    } else {
        e->cause = log_clock_entry(e, &start);
    }
    return e->c->clocks_count - 1;
}

/* A model draws when it is met, and the events that it waits for. */
static void ask_of_clock(moot_engine *e, int32_t clock)
{
    e->no_memory |= e->oracle->cls->clock_started(e->oracle, e->c, clock, NULL) != MOOT_OK;
}

int32_t clock_start(moot_engine *e, int32_t rule, int32_t visit, int32_t child, moot_when since)
{
    const moot_clock_rule *r = &e->p->clocks[rule];
    int32_t cause = e->cause;
    if (!engine_in_force(e, &r->decl)) {
        return -1;
    }
    moot_tri t = r->effect >= 0 ? MOOT_TRUE : decide_guard(e, &r->decl, "deadline", r->when, child);
    if (t == MOOT_FALSE) {
        engine_forget_reads(e);
        return -1;
    }
    int32_t clock = log_clock(e, rule, visit, child, since, t == MOOT_UNKNOWN ? MOOT_CLOCK_CANNOT_TELL : MOOT_CLOCK_LIVE);
    if (e->c->no_memory || clock < 0) {
        return -1;
    }
    const moot_clock *k = &e->c->clocks[clock];
    if (k->status == MOOT_CLOCK_LIVE && k->due.hi < e->now.lo) {
        verdict(e, clock, MOOT_CLOCK_VOID, UNDATED, 0, "already past", -1);
    } else {
        set_expiry(e, clock);
        if (r->effect < 0) {
            ask_of_clock(e, clock);
        }
    }
    e->cause = cause;
    return clock;
}

/* ---- records of its own (rule 8) ---- */

static told key_of(const moot_engine *e, const moot_clock *k)
{
    told key = { k->rule, k->child, MOOT_NEVER, 0, 0 };
    if (e->p->clocks[k->rule].effect < 0) {
        key.at = k->visit >= 0 ? e->c->visits[k->visit].entered.lo : MOOT_NEVER;
        return key;
    }
    key.at = k->since.lo;
    for (const moot_clock *x = e->c->clocks; x < k; x++) {
        key.nth += x->rule == k->rule && x->child == k->child && x->since.lo == k->since.lo;
    }
    return key;
}

static const told *told_of(const moot_engine *e, const moot_clock *k)
{
    if (e->told_count == 0) {
        return NULL;
    }
    told key = key_of(e, k);
    for (int32_t i = 0; i < e->told_count && key.at != MOOT_NEVER; i++) {
        const told *t = &e->told[i];
        if (t->rule == key.rule && t->child == key.child && t->at == key.at && t->nth == key.nth) {
            return t;
        }
    }
    return NULL;
}

int clock_is_silent(const moot_engine *e, const moot_clock *k)
{
    const told *t = told_of(e, k);
    return t && t->silent;
}

void clock_told(moot_engine *e, const moot_clock *k, int silent)
{
    told key = key_of(e, k);
    if (key.at == MOOT_NEVER || told_of(e, k)) {
        return;
    }
    if (!moot_grow((void **)&e->told, &e->told_cap, (size_t)e->told_count + 1, sizeof *e->told)) {
        e->no_memory = 1;
        return;
    }
    key.silent = silent;
    e->told[e->told_count++] = key;
    if (silent) {
        e->refold = 1;
        e->refold_known = e->now.lo;
    }
}

/* A deadline with a record of its own goes by that record alone. */
static int recorded(const moot_engine *e, const moot_clock *k)
{
    return !clock_is_silent(e, k) && e->oracle->cls->record_follows(e->oracle, e->c, k->rule);
}

/* A stage is entered again while a deadline of an earlier visit still waits for a record of its own: a record that comes
 * now is of this visit. The case is folded again, the earlier one going by how its stage was left. */
MOOT_APART static void records_are_of_this_visit(moot_engine *e, int32_t rule, int32_t visit)
{
    const moot_case *c = e->c;
    if (e->p->clocks[rule].outlives || !e->oracle->cls->record_follows(e->oracle, c, rule)) {
        return;
    }
    for (int32_t i = c->clocks_over; i < c->clocks_count; i++) {
        const moot_clock *k = &c->clocks[i];
        if (k->rule == rule && k->visit >= 0 && k->visit != visit && k->child == c->visits[visit].child && open_clock(k)
            && !moot_visit_open(&c->visits[k->visit])) {
            clock_told(e, k, 1);
        }
    }
}

/* The clocks of a stage that was entered: from the entry, from the latest firing that counts, or undated until it comes. */
void clock_enter(moot_engine *e, int32_t visit)
{
    const moot_stage *s = &e->p->stages[e->c->visits[visit].stage];
    int32_t child = e->c->visits[visit].child;
    int others = !e->oracle->cls->draws && e->c->clocks_count > e->c->clocks_over; /* that may be of an earlier visit */
    for (int32_t i = 0; i < s->clocks.count && !e->stopped; i++) {
        int32_t rule = moot_span_at(e->p, s->clocks, i);
        const moot_clock_rule *r = &e->p->clocks[rule];
        if (r->effect >= 0) {
            continue; /* an act's clock starts at its call */
        }
        if (s->effects_only && !r->outlives) {
            continue; /* it would end with its stage, at once: the compiler warns of it */
        }
        if (others) {
            records_are_of_this_visit(e, rule, visit);
        }
        moot_when since = e->c->visits[visit].entered;
        if (r->from >= 0) {
            since = trigger_time(e, r->from, TRIGGER_FIRES, visit, child);
            since = since.lo != MOOT_NEVER && since.lo > e->now.hi ? UNDATED : since;
        }
        if (since.lo == MOOT_NEVER
            && moot_cond_eval(&e->p->rules, &e->c->facts, r->when, child) == MOOT_FALSE) {
            continue; /* as things stand it will not run: not listed before it does */
        }
        if (since.lo == MOOT_NEVER) {
            (void)log_clock(e, rule, visit, child, UNDATED, MOOT_CLOCK_LIVE);
            continue;
        }
        (void)clock_start(e, rule, visit, child, since);
    }
}

static int32_t clock_of_visit(const moot_engine *e, int32_t rule, int32_t visit)
{
    for (int32_t i = e->c->clocks_count; i-- > 0;) {
        if (e->c->clocks[i].rule == rule && e->c->clocks[i].visit == visit) {
            return i;
        }
    }
    return -1;
}

/* A firing dates what had no date; a later one moves nothing (rule 7), but of `any` the earliest known so far counts. */
static void keep_dates(const moot_engine *e, const moot_clock *k, moot_entry *moved)
{
    int32_t by = e->p->clocks[k->rule].by;
    int any = by >= 0 && e->p->triggers[by].kind == MOOT_ON_ANY;
    if (k->due.lo != MOOT_NEVER && !(any && moved->due.hi < k->due.hi)) {
        moved->due = k->due;
    }
    int32_t nb = e->p->clocks[k->rule].not_before;
    any = nb >= 0 && e->p->triggers[nb].kind == MOOT_ON_ANY;
    if (k->not_before.lo != MOOT_NEVER && k->not_before.hi != MOOT_NEVER &&
        !(any && moved->not_before.hi < k->not_before.hi)) {
        moved->not_before = k->not_before;
    }
}

/* Whether a date or another's due date may stand in a trigger. */
static int is_dated(const moot_engine *e, int32_t trigger)
{
    switch ((moot_trigger_kind)e->p->triggers[trigger].kind) {
    case MOOT_ON_DATE: case MOOT_ON_TURNS: case MOOT_ON_DUE: case MOOT_ON_ANY: case MOOT_ON_ALL: return 1;
    default: return 0;
    }
}

static dated as_it_was(const moot_clock *k)
{
    dated d = { k->due, k->counted, moot_flags_provisional(k->flags) };
    return d;
}

/* Dates a clock anew: `since` is what it runs from if that has just come, else as before; `fired`: not a changed date. */
static void move(moot_engine *e, int32_t clock, moot_when since, int fired)
{
    const moot_clock *k = &e->c->clocks[clock];
    const moot_clock_rule *r = &e->p->clocks[k->rule];
    moot_when from = since.lo == MOOT_NEVER ? k->since : since;
    moot_entry entry = engine_entry(e, MOOT_LOG_MOVED, &r->decl);
    dated d = due_of(e, k->rule, k->visit, k->child, from);
    if (since.lo == MOOT_NEVER && r->by < 0) { /* counted from what it runs from, which is as it was */
        d = as_it_was(k);
    }
    entry.due = d.due;
    entry.not_before = not_before_of(e, k->rule, k->visit, k->child);
    if (fired) {
        keep_dates(e, k, &entry);
    }
    if (entry.due.lo != d.due.lo || entry.due.hi != d.due.hi) {
        d = as_it_was(k);
    }
    if (entry.due.lo == k->due.lo && entry.due.hi == k->due.hi && entry.not_before.lo == k->not_before.lo
        && since.lo == MOOT_NEVER) {
        return;
    }
    entry.ref = k->rule;
    entry.clock = clock;
    entry.visit = k->visit;
    entry.child = k->child;
    entry.mark = since;
    entry.value = d.counted;
    entry.flags = moot_provisional_flags(d.provisional);
    e->cause = engine_log(e, &entry);
    set_expiry(e, clock);
}

/* `from` has come for a clock that waited for it undated. */
static void comes(moot_engine *e, int32_t clock, moot_when when)
{
    const moot_clock k = e->c->clocks[clock];
    const moot_clock_rule *r = &e->p->clocks[k.rule];
    if (!open_clock(&k) || k.due.lo != MOOT_NEVER || k.status != MOOT_CLOCK_UNDATED) {
        return; /* a new firing does not move a live due date (rule 7) */
    }
    switch (decide_guard(e, &r->decl, "deadline", r->when, k.child)) {
    case MOOT_TRUE:
        move(e, clock, when, 0);
        ask_of_clock(e, clock);
        break;
    case MOOT_FALSE: clock_void(e, clock, "does not apply"); break;
    case MOOT_UNKNOWN:
        verdict(e, clock, MOOT_CLOCK_CANNOT_TELL, UNDATED, 0, NULL, -1);
        break;
    }
}

/* A new `from` replaces what recurs; what was missed by then stays late, and what is done now is done for the new one. */
static void replace(moot_engine *e, int32_t rule, int32_t visit)
{
    static const char why[] = "begun anew";
    int32_t cause = e->cause;
    for (int32_t i = 0; i < e->c->clocks_count && e->p->clocks[rule].every >= 0; i++) {
        const moot_clock *k = &e->c->clocks[i];
        if (k->rule != rule || k->visit != visit || !open_clock(k)) {
            continue;
        }
        if (k->broke) {
            verdict(e, i, MOOT_CLOCK_LATE, UNDATED, 0, why, -1);
        } else {
            clock_void(e, i, why);
        }
        e->cause = cause;
    }
}

/* A period is the same whatever is counted from, so once it runs a new `from` changes nothing. */
static int in_periods_already(const moot_engine *e, int32_t rule, int32_t visit)
{
    for (int32_t i = e->c->clocks_over; i < e->c->clocks_count; i++) {
        const moot_clock *k = &e->c->clocks[i];
        if (k->rule == rule && k->visit == visit && open_clock(k) && !k->broke && of_period(k)) {
            return 1;
        }
    }
    return 0;
}

void clock_from(moot_engine *e, int32_t rule, moot_when when)
{
    const moot_clock_rule *r = &e->p->clocks[rule];
    int32_t cause = e->cause;
    if (r->stage < 0 && in_periods_already(e, rule, -1)) {
        return;
    }
    if (r->stage < 0) { /* outside a stage each firing starts a clock */
        replace(e, rule, -1);
        (void)clock_start(e, rule, -1, -1, when);
        return;
    }
    for (int32_t child = -1; child < e->c->facts.child_count && !e->stopped; child++) {
        int32_t visit = moot_case_open_visit(e->c, r->stage, child);
        if (visit < 0 || in_periods_already(e, rule, visit)) {
            continue;
        }
        e->cause = cause;
        int32_t clock = clock_of_visit(e, rule, visit);
        if (clock >= 0 && r->every < 0) {
            comes(e, clock, when);
        } else {
            replace(e, rule, visit);
            (void)clock_start(e, rule, visit, child, when);
        }
    }
}

/* An act on which the record is silent was assumed, with no date yet, to have been done some time from its call to the case's
 * now (rule 9). Its date has come (`rule`: by what it hangs on, -1: as a date became known): it may have been too late for it.
 * That changes no verdict (rule 16), for none was passed on a date that had not come; and as it has one now, none is again. */
static void date_assumed(moot_engine *e, int32_t rule)
{
    int32_t cause = e->cause;
    for (int32_t i = 0; !e->oracle->cls->draws && i < e->c->clocks_count; i++) {
        const moot_clock *k = &e->c->clocks[i];
        const moot_clock_rule *r = &e->p->clocks[k->rule];
        if (r->effect < 0 || r->by < 0 || (rule >= 0 && k->rule != rule) || !k->done || !(k->flags & MOOT_ENTRY_ASSUMED)
            || k->status != MOOT_CLOCK_MET || k->due.lo != MOOT_NEVER) {
            continue;
        }
        e->cause = cause;
        move(e, i, UNDATED, 0);
        moot_when done = e->c->clocks[i].met_at;
        if (judge(&e->c->clocks[i], done) != MOOT_CLOCK_MET) {
            verdict(e, i, MOOT_CLOCK_CANNOT_TELL, done, MOOT_ENTRY_ASSUMED, NULL, -1);
        }
    }
    e->cause = cause;
}

void clock_by(moot_engine *e, int32_t rule, int fired)
{
    int32_t cause = e->cause;
    for (int32_t i = e->c->clocks_over; i < e->c->clocks_count; i++) {
        const moot_clock *k = &e->c->clocks[i];
        if (k->rule == rule && open_clock(k) && !k->broke) {
            e->cause = cause;
            move(e, i, UNDATED, fired);
        }
    }
    e->cause = cause;
    date_assumed(e, rule);
}

/* Only a changed date fact moves a live due date (rule 7). */
void clock_dates_changed(moot_engine *e)
{
    int32_t cause = e->cause;
    for (int32_t i = e->c->clocks_over; i < e->c->clocks_count; i++) {
        const moot_clock *k = &e->c->clocks[i];
        const moot_clock_rule *r = &e->p->clocks[k->rule];
        if (open_clock(k) && !k->broke && k->status != MOOT_CLOCK_CANNOT_TELL && (r->not_before >= 0 || r->by >= 0)) {
            e->cause = cause;
            move(e, i, UNDATED, r->by >= 0 && !is_dated(e, r->by));
        }
    }
    e->cause = cause;
    date_assumed(e, -1);
}

/* With `by` alone, outside stages, the case itself starts the clock. */
void clock_case_starts(moot_engine *e)
{
    for (int32_t i = 0; i < e->x->case_clock_count && !e->stopped; i++) {
        (void)clock_start(e, e->x->case_clocks[i], -1, -1, e->now);
    }
}

/* ---- meeting and ending ---- */

void clock_met_by(moot_engine *e, int32_t rule, moot_when when)
{
    for (int32_t i = 0; i < e->c->clocks_count; i++) {
        const moot_clock *k = &e->c->clocks[i];
        if (k->rule == rule && clock_can_be_met(k) && clock_takes(k, when)) { /* the earliest clock not yet met */
            if (!recorded(e, &e->c->clocks[i])) {
                clock_meet(e, i, when, 0, -1);
            }
            return;
        }
    }
}

void clock_ends(moot_engine *e, int32_t rule)
{
    for (int32_t i = e->c->clocks_over; i < e->c->clocks_count; i++) {
        if (e->c->clocks[i].rule == rule) {
            clock_void(e, i, "ended");
        }
    }
}

static void leave_one(moot_engine *e, int32_t clock, const moot_outcome *o, int chosen)
{
    const moot_clock_rule *r = &e->p->clocks[e->c->clocks[clock].rule];
    int meets = chosen ? !o->voids : o->meets;
    if (r->effect >= 0 || recorded(e, &e->c->clocks[clock])) {
        return; /* acts, and deadlines with a record of their own, are met by that and nothing else */
    }
    if (r->met_by >= 0 || !meets || !clock_takes(&e->c->clocks[clock], e->now)) {
        if (!r->outlives) {
            clock_void(e, clock, "its stage was left");
        }
        return;
    }
    clock_meet(e, clock, e->now, 0, -1);
}

void clock_left(moot_engine *e, int32_t visit, const moot_outcome *o, int chosen)
{
    int32_t cause = e->cause;
    int32_t count = e->c->clocks_count; /* `every` may add one as it is met; it is not of this leaving */
    for (int32_t i = e->c->clocks_over; i < count; i++) {
        if (e->c->clocks[i].visit == visit && open_clock(&e->c->clocks[i])) {
            e->cause = cause;
            leave_one(e, i, o, chosen);
        }
    }
    e->cause = cause;
}
