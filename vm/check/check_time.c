/* Deadlines before any case runs: can they be met at all, on which days not, and how late may each step before them be?
 *
 * A clock that starts on each day of a year is followed along the quickest way to what meets it (route.h): every owner
 * acts at once, every queue is empty. If that comes too late, nobody could have been in time. The day on which it comes
 * latest is run through the engine, as a case in which everybody did act at once.
 *
 * What is due by a date of the case (a birthday, a planned release) can be met whenever it starts early enough: there
 * each day of a year is the date, and the answer is how long before it the start must be. */
#include <string.h>

#include "vm/check/check_date.h"
#include "vm/engine/route.h"

enum { DAYS = 365, LEAD_MOST = MOOT_CHECK_LEAD_MOST, STARTS = DAYS + LEAD_MOST + 10, START_SECOND = 9 * 3600 };
static const moot_instant A_DAY = 86400;

typedef struct timing {
    moot_check *k;
    moot_route route;
    int32_t clock;
    const moot_clock_rule *rule;
    check_anchor anchor;
    moot_duration within; /* of `within` or `every`; else days */
    moot_hop hops[MOOT_HOPS_MOST]; /* of the start in hand */
    int32_t hop_count;
    moot_instant start, due, reach; /* likewise; due MOOT_NEVER: no date is known */
    moot_day worst, ordinary;       /* start days; MOOT_DAY_MIN: there is none */
    int days, too_late;
    int lead_least, lead_most;      /* by a date: days that the start must lie before it; -1: by no date */
    moot_instant *reaches;          /* scratch: of each start day */
} timing;

/* ---- one start ---- */

/* The stage that is open as the clock starts; -1: none that is known. */
static int32_t seed(const timing *t)
{
    const moot_protocol *p = t->k->p;
    const moot_trigger *from = t->rule->from >= 0 ? &p->triggers[t->rule->from] : NULL;
    if (!from) {
        return t->rule->stage;
    }
    switch ((moot_trigger_kind)from->kind) {
    case MOOT_ON_ENTERED:
    case MOOT_ON_LEFT:
        return from->ref;
    case MOOT_ON_MET:
    case MOOT_ON_MISSED:
    case MOOT_ON_DUE:
        return p->clocks[from->ref].stage;
    case MOOT_ON_EVENT:
        return -1; /* whatever it starts */
    default:
        return t->rule->stage;
    }
}

static check_world world_of(const timing *t, moot_instant start, moot_day day)
{
    check_anchor none = { CHECK_NO_ANCHOR, -1 };
    check_world w = { t->k, t->clock, start, day == MOOT_DAY_MIN ? none : t->anchor, day };
    return w;
}

static void way_from(timing *t, moot_instant start, int32_t stage)
{
    check_spend(t->k, 1 + (t->k->p->stages_count + t->k->p->effects_count) / 50);
    moot_route_from(&t->route, start, stage);
}

/* When the clock that starts then can be met at the earliest, and by leaving what. `day`: the date that it hangs on;
 * MOOT_DAY_MIN: none is in hand. */
static moot_instant reach(timing *t, moot_instant start, moot_day day, moot_hop *out)
{
    int32_t stage = t->rule->stage;
    check_world w = world_of(t, start, day);
    moot_instant since = start, earliest;
    if (check_since(&w, &since) && since < start) { /* counted from before its trigger: a birthday less so many months */
        start = since;
    }
    way_from(t, start, seed(t));
    if (stage >= 0 && t->route.at[stage] == MOOT_NEVER) {
        way_from(t, start, stage);
    }
    moot_instant at = moot_route_meets(&t->route, t->clock, out);
    return at != MOOT_NEVER && check_not_before(&w, &earliest) && earliest > at ? earliest : at;
}

static moot_instant due_of(const timing *t, moot_instant start, moot_day day)
{
    check_world w = world_of(t, start, day);
    moot_instant due;
    return check_due(&w, &due) ? due : MOOT_NEVER;
}

static moot_instant start_on(const timing *t, moot_day day)
{
    moot_instant at = 0;
    (void)moot_instant_of(t->k->p->zone, day, START_SECOND, &at, NULL);
    return at;
}

/* ---- a year of starts ---- */

/* What recurs begins anew as it is met: a minute behind the moment at which a start on that day could meet it, when the
 * session that met it has just been. */
static moot_instant start_of(timing *t, moot_day day)
{
    moot_instant start = start_on(t, day);
    moot_hop last;
    int period = t->rule->every >= 0 ? moot_period_of_unit(t->within.unit) : -1;
    if (period >= 0) { /* what is due once in each begins with each */
        return moot_day_start(t->k->p->zone, moot_period_first((moot_period)period, day));
    }
    if (t->rule->every < 0) {
        return start;
    }
    moot_instant at = reach(t, start, MOOT_DAY_MIN, &last);
    return at > start && at != MOOT_NEVER ? at + 60 : start;
}

static moot_day first_day(const timing *t)
{
    moot_day day = t->k->base_day;
    for (int32_t i = 0; i < t->k->p->panels_count; i++) {
        moot_day first = t->k->p->panels[i].first;
        day = first != MOOT_DAY_MIN && first > day ? first : day;
    }
    return day;
}

/* Takes a start in hand, with the date that it hangs on. */
static void take(timing *t, moot_day start, moot_day day)
{
    moot_hop last;
    t->start = start_of(t, start);
    t->due = due_of(t, t->start, day);
    t->reach = reach(t, t->start, day, &last);
    t->hop_count = last.stage >= 0 ? moot_route_hops(&t->route, last, t->hops) : 0;
    const moot_trigger *from = t->rule->from >= 0 ? &t->k->p->triggers[t->rule->from] : NULL;
    if (from && from->kind == MOOT_ON_LEFT && t->hop_count > 1 && t->hops[0].stage == from->ref) {
        t->hop_count--; /* that was what started the clock */
        memmove(t->hops, t->hops + 1, (size_t)t->hop_count * sizeof *t->hops);
    }
}

/* Whether one day may be unlike another: something on the way has times of its own. */
static int may_wait(const timing *t)
{
    const moot_protocol *p = t->k->p;
    for (int32_t i = 0; i < t->hop_count; i++) {
        const moot_outcome *o = &p->outcomes[t->hops[i].outcome];
        if (p->stages[o->stage].panel >= 0 || check_by_itself(o) || moot_route_hours(p, o->when) >= 0) {
            return 1;
        }
    }
    return t->reach > t->start;
}

/* Each day of a year: on which it comes too late, on which latest, and the first working day on which it does not. */
static void try_year(timing *t)
{
    moot_day first = first_day(t);
    moot_instant latest = 0;
    for (moot_day day = first; day < first + DAYS; day++) {
        moot_hop last;
        moot_instant start = start_of(t, day), due = due_of(t, start, MOOT_DAY_MIN);
        moot_instant at = reach(t, start, MOOT_DAY_MIN, &last);
        t->days++;
        if (at > due && (t->too_late++ == 0 || (at - due) / A_DAY > latest)) {
            t->worst = day;
            latest = (at - due) / A_DAY; /* in whole days: the first of its kind is as good as any */
        } else if (at <= due && t->ordinary == MOOT_DAY_MIN && moot_calendar_working(t->k->p->calendars[0], day)) {
            t->ordinary = day;
        }
    }
}

/* ---- a year of dates ---- */

/* The last start day, at most LEAD_MOST days before the date falls due, from which it is still met; MOOT_DAY_MIN. */
static moot_day last_start(const timing *t, moot_day first, moot_instant due)
{
    moot_day day = moot_day_at(t->k->p->zone, due);
    for (int lead = 0; lead <= LEAD_MOST && day - lead >= first; lead++) {
        if (day - lead < first + STARTS && t->reaches[day - lead - first] <= due) {
            return day - lead;
        }
    }
    return MOOT_DAY_MIN;
}

/* Each day of a year as the date that it hangs on: how long before it is due the start must be. The worst is the date with
 * the longest lead, `too_late` those that no start is early enough for. */
static void try_dates(timing *t, moot_day *out_date)
{
    moot_day first = first_day(t), from = first + LEAD_MOST; /* the first on which something is due */
    moot_hop last;
    from -= moot_day_at(t->k->p->zone, due_of(t, start_on(t, first), first)) - first;
    for (moot_day day = first; day < first + STARTS; day++) {
        t->reaches[day - first] = reach(t, start_on(t, day), MOOT_DAY_MIN, &last);
    }
    t->lead_least = LEAD_MOST + 1;
    t->lead_most = -1;
    for (moot_day day = from; day < from + DAYS; day++) {
        moot_instant due = due_of(t, start_on(t, day), day), not_before;
        check_world w = world_of(t, start_on(t, day), day);
        moot_day start = due == MOOT_NEVER ? MOOT_DAY_MIN : last_start(t, first, due);
        int lead = start == MOOT_DAY_MIN ? LEAD_MOST + 1 : (int)(moot_day_at(t->k->p->zone, due) - start);
        t->days++;
        if (check_not_before(&w, &not_before) && not_before > due) {
            t->worst = t->too_late++ == 0 ? day : t->worst;
            continue;
        }
        t->lead_least = lead < t->lead_least ? lead : t->lead_least;
        if (lead > t->lead_most) {
            t->lead_most = lead;
            t->ordinary = start;
            *out_date = day;
        }
    }
}

/* ---- words ---- */

static const char *date_words(moot_check *k, moot_instant at)
{
    static const char *const days[] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
                                        "Friday", "Saturday", "Sunday" };
    char text[64];
    return check_text(k, "%s %s", days[moot_weekday(moot_day_at(k->p->zone, at))],
                      moot_instant_text(k->p->zone, at, text, sizeof text));
}

/* "12 working days": how long it takes, in the unit of the limit. */
static const char *taken(const timing *t)
{
    moot_check *k = t->k;
    moot_day from = moot_day_at(k->p->zone, t->start), to = moot_day_at(k->p->zone, t->reach);
    moot_duration d = { 0, t->within.unit };
    char text[48];
    switch ((moot_unit)t->within.unit) {
    case MOOT_WORKING_DAYS:
    case MOOT_NEXT_WORKING_DAY:
        d.unit = MOOT_WORKING_DAYS;
        d.count = moot_calendar_count_working(k->p->calendars[0], from, to);
        break;
    case MOOT_STATUTORY_DAYS:
        d.count = moot_calendar_count_working(moot_calendar_for(k->p->calendars[0], MOOT_STATUTORY_DAYS), from, to);
        break;
    case MOOT_MINUTES:
        d.count = (int32_t)((t->reach - t->start) / 60);
        break;
    case MOOT_HOURS:
        d.count = (int32_t)((t->reach - t->start + 3599) / 3600);
        break;
    default:
        d.unit = MOOT_DAYS;
        d.count = to - from;
        break;
    }
    return check_text(k, "%s", moot_duration_text(d, text, sizeof text));
}

/* What on the way takes the time: a panel, a desk; NULL. */
static const char *through(const timing *t, int *out_undated)
{
    const moot_protocol *p = t->k->p;
    const char *name = NULL;
    *out_undated = 0;
    for (int32_t i = 0; i < t->hop_count; i++) {
        const moot_stage *s = &p->stages[t->hops[i].stage];
        if (s->panel >= 0 && !check_by_itself(&p->outcomes[t->hops[i].outcome])) {
            *out_undated |= p->panels[s->panel].first == MOOT_DAY_MIN;
            name = name ? name
                        : check_text(t->k, "a session of \"%s\"", p->panels[s->panel].decl.name);
        }
    }
    for (int32_t i = 0; i < t->hop_count && !name; i++) {
        const moot_hop *h = &t->hops[i];
        name = h->leave > h->enter && p->outcomes[h->outcome].after < 0 &&
                       p->outcomes[h->outcome].on < 0
                   ? "opening hours"
                   : NULL;
    }
    return name;
}

/* "the limit is 10 working days", "it is due on Friday 2026-06-05". */
static const char *limit_words(const timing *t)
{
    char rule[48];
    if (t->rule->within < 0 && t->rule->every < 0) {
        return check_text(t->k, "it is due on %s", date_words(t->k, t->due));
    }
    if (moot_period_of_unit(t->within.unit) >= 0) {
        return check_text(t->k, "it is due once in each %s", moot_duration_text(t->within, rule, sizeof rule));
    }
    return check_text(t->k, "the limit is %s", moot_duration_text(t->within, rule, sizeof rule));
}

static const char *example_words(const timing *t, const char *way, int undated)
{
    moot_check *k = t->k;
    if (t->reach == t->start) {
        return check_text(k, "started on %s it can be met at once; %s", date_words(k, t->start), limit_words(t));
    }
    return check_text(k, "started on %s it takes %s%s%s (until %s%s); %s", date_words(k, t->start), taken(t),
                      way ? " through " : "", way ? way : "", date_words(k, t->reach),
                      undated ? ", if the papers of a session have just closed" : "", limit_words(t));
}

/* ---- the engine's word on it ---- */

static int planned(const check_plan *plan, const moot_hop *h)
{
    for (int32_t i = 0; i < plan->count; i++) {
        if (plan->steps[i].kind == CHECK_OUTCOME && plan->steps[i].outcome == h->outcome) {
            return 1;
        }
    }
    return 0;
}

/* A stage that nothing before it leads to, because people begin it: the event that does; -1. */
static int32_t begun_by(const moot_check *k, const check_plan *plan, const moot_hop *h, moot_instant start)
{
    int32_t on = k->p->stages[h->stage].on;
    const moot_trigger *t = on >= 0 ? &k->p->triggers[on] : NULL;
    if (!t || t->kind != MOOT_ON_EVENT || t->shifts.count > 0 || h->enter != start) {
        return -1;
    }
    for (int32_t i = 0; i < plan->count; i++) {
        if (plan->steps[i].kind == CHECK_EVENT && plan->steps[i].ref == t->ref) {
            return -1;
        }
    }
    return t->ref;
}

/* The plan, the hops, and the clock's own record (meets >= 0) where there are none: the last a day before the end. */
static void put_hops(moot_check *k, const check_plan *plan, const moot_hop *hops, int32_t count,
                     int32_t meets, moot_instant end)
{
    moot_instant last = MOOT_ALWAYS;
    check_input_begin(k, plan);
    for (int32_t i = 0; i < plan->count; i++) {
        const check_step *s = &plan->steps[i];
        (void)check_input_add(k, (check_step_kind)s->kind, s->ref, s->outcome,
                              k->problem.moment + s->after);
    }
    int32_t event = count > 0 ? begun_by(k, plan, &hops[0], k->problem.moment + plan->fired) : -1;
    if (event >= 0) {
        (void)check_input_add(k, CHECK_EVENT, event, -1, hops[0].enter);
    }
    for (int32_t i = 0; i < count; i++) {
        const moot_outcome *o = &k->p->outcomes[hops[i].outcome];
        int itself =
            i > 0 &&
            check_by_itself(
                &k->p->outcomes[hops[i - 1].outcome]); /* comes after records of its minute */
        moot_instant at = hops[i].leave > last ? hops[i].leave : last;
        at += itself && at == hops[i].enter ? 60 : 0;
        last = at;
        if (!check_by_itself(o) && !check_routes(&k->p->stages[o->stage]) &&
            !planned(plan, &hops[i])) {
            (void)check_input_add(k, CHECK_OUTCOME, o->stage, hops[i].outcome, at);
        }
    }
    if (count == 0 && meets >= 0) {
        (void)check_input_add(k, CHECK_MET, meets, -1, end - A_DAY);
    }
    if (last < end) {
        (void)check_input_add(k, CHECK_NOTE, -1, -1, end);
    }
}

/* The clock of a rule in the case that ran; NULL. */
static const moot_clock *clock_of(const moot_check *k, int32_t rule)
{
    for (int32_t i = 0; i < k->c.clocks_count; i++) {
        if (k->c.clocks[i].rule == rule) {
            return &k->c.clocks[i];
        }
    }
    return NULL;
}

static int32_t last_verdict(const moot_check *k, int32_t rule)
{
    int32_t found = -1;
    for (int32_t i = check_logged(k, MOOT_LOG_VERDICT, 0); i >= 0;
         i = check_logged(k, MOOT_LOG_VERDICT, i + 1)) {
        found = k->c.log[i].ref == rule ? i : found;
    }
    return found;
}

/* The plan with its last step where it is and all before it so much earlier: there may be desk hours on the way. */
static void stretch(check_plan *plan, int64_t by)
{
    int64_t last = plan->after;
    plan->fired += plan->fired == last ? by : 0;
    for (int32_t i = 0; i < plan->want_count; i++) {
        plan->wants[i].after += plan->wants[i].after == last ? by : 0;
    }
    for (int32_t i = 0; i < plan->count; i++) {
        plan->steps[i].after += plan->steps[i].after == last ? by : 0;
    }
    plan->after += by;
}

/* A case in which the clock starts at `start` and everybody takes these hops as soon as can be; runs it. */
static int run_hops(moot_check *k, int32_t clock, moot_instant start, const moot_hop *hops,
                    int32_t count, int meets, moot_instant end)
{
    static const int64_t earlier[] = { 0, 86400 - 7200, 2 * 86400 - 7200, 4 * 86400 - 7200 };
    for (size_t n = 0; n < MOOT_COUNT(earlier) && !check_stopped(k); n++) {
        check_plan plan;
        check_plan_clock(k, clock, &plan);
        if (plan.failed) {
            return 0;
        }
        stretch(&plan, plan.count > 1 ? earlier[n] : 0);
        check_begin(k);
        check_want_plan(k, &plan);
        k->problem.fixed_moment = start - plan.fired;
        for (int32_t i = 0; i < count; i++) {
            check_want_(k, k->p->outcomes[hops[i].outcome].when, MOOT_TRUE,
                        hops[i].leave - k->problem.fixed_moment);
        }
        check_ready(k);
        if (check_next(k) == CHECK_FOUND) {
            put_hops(k, &plan, hops, count, meets ? clock : -1, end);
            return check_run_input(k);
        }
    }
    return 0;
}

static const char *clock_label(moot_check *k, int32_t clock)
{
    return check_text(k, "deadline \"%s\"", k->p->clocks[clock].decl.name);
}

/* Late although all was done at once: a finding. 0: the engine does not say so. */
static int tell_late(timing *t, const char *example, int undated)
{
    moot_check *k = t->k;
    moot_instant end = (t->reach > t->due ? t->reach : t->due) + A_DAY;
    if (!run_hops(k, t->clock, t->start, t->hops, t->hop_count, 1, end)) {
        return 0;
    }
    const moot_clock *c = clock_of(k, t->clock);
    if (!c || check_departed(k) || (c->status != MOOT_CLOCK_LATE && !c->broke)) {
        return 0;
    }
    int always = t->too_late == t->days && !undated;
    moot_finding *f =
        check_add(k, always ? MOOT_FINDING_IMPOSSIBLE : MOOT_FINDING_TIGHT, &t->rule->decl);
    if (f) {
        f->label = clock_label(k, t->clock);
        f->text =
            always ? check_text(k, "this deadline cannot be met, whenever it starts: %s", example)
            : undated
                ? check_text(k,
                             "this deadline cannot be met if a session has just been missed, even "
                             "with empty "
                             "queues: %s",
                             example)
                : check_text(
                      k,
                      "this deadline cannot be met on %d of %d start days (%d%%), even with empty "
                      "queues: %s",
                      t->too_late, t->days, (100 * t->too_late + t->days / 2) / t->days, example);
        (void)check_attach(k, f, check_entry_words(k, last_verdict(k, t->clock)));
    }
    return 1;
}

/* ---- latest safe moments ---- */

static void put_steps(timing *t, moot_check_time *row)
{
    moot_check *k = t->k;
    moot_route_step found[2 * MOOT_HOPS_MOST];
    char words[512];
    int32_t count = moot_route_steps(&t->route, t->hops, t->hop_count, t->due, found);
    moot_check_step *steps = moot_arena_array(&k->arena, (size_t)count + 1, sizeof *steps);
    if (!steps) {
        k->no_memory = 1;
        return;
    }
    for (int32_t i = 0; i < count; i++) {
        steps[i].what =
            check_text(k, "%s", moot_route_step_words(k->p, &found[i], words, sizeof words, &steps[i].clause));
        steps[i].latest = found[i].latest;
    }
    row->steps = steps;
    row->steps_count = count;
}

static void add_row(timing *t, const char *way, int undated, const char *example)
{
    moot_check *k = t->k;
    moot_buf rule;
    if (!moot_grow((void **)&k->times, &k->times_cap, (size_t)k->times_count + 1,
                   sizeof *k->times)) {
        k->no_memory = 1;
        return;
    }
    moot_check_time *row = &k->times[k->times_count++];
    memset(row, 0, sizeof *row);
    moot_buf_init(&rule);
    moot_clock_rule_show(k->p, t->clock, &rule);
    row->decl = &t->rule->decl;
    row->clock = t->clock;
    row->label = clock_label(k, t->clock);
    row->rule = check_keep(k, &rule);
    row->through = way;
    row->days = t->days;
    row->too_late = t->too_late;
    row->undated = undated;
    row->starts = t->start;
    row->due = t->due;
    row->earliest = t->reach;
    row->example = example;
    row->lead_least = t->lead_least;
    row->lead_most = t->lead_most;
    put_steps(t, row);
}

/* ---- deadlines that nothing can meet, or that cannot be missed ---- */

static void tell_unmet(moot_check *k, int32_t clock)
{
    const moot_clock_rule *r = &k->p->clocks[clock];
    check_plan plan;
    check_plan_clock(k, clock, &plan);
    check_begin(k);
    check_want_plan(k, &plan);
    check_ready(k);
    if (plan.failed || check_next(k) != CHECK_FOUND) {
        return;
    }
    put_hops(k, &plan, NULL, 0, -1, k->problem.moment + plan.after + 3 * 366 * A_DAY);
    const moot_clock *c = check_run_input(k) ? clock_of(k, clock) : NULL;
    if (!c || c->done || check_departed(k)) {
        return;
    }
    moot_finding *f = check_add(k, MOOT_FINDING_IMPOSSIBLE, &r->decl);
    if (f) {
        int32_t said = last_verdict(k, clock);
        f->label = clock_label(k, clock);
        f->text = "nothing in the protocol can meet this deadline: what meets it (`met_by`) never "
                  "happens";
        (void)check_attach(k, f, said >= 0 ? check_entry_words(k, said) : "it is not met");
    }
}

/* An outcome that ends the stage by itself before this is due, whatever the day. */
static int32_t voided_by(timing *t)
{
    const moot_stage *s = &t->k->p->stages[t->rule->stage];
    for (int32_t i = 0; i < s->outcomes.count; i++) {
        const moot_outcome *o = &t->k->p->outcomes[s->outcomes.first + i];
        moot_duration d;
        int always = o->after >= 0 && o->when == MOOT_NO_COND && !o->meets &&
                     check_seconds(t->k, o->after, &d) > 0;
        for (moot_day day = t->k->base_day; always && day < t->k->base_day + DAYS; day++) {
            moot_instant start = start_on(t, day);
            t->route.start = start;
            always = moot_route_leave(&t->route, s->outcomes.first + i, start) < due_of(t, start, MOOT_DAY_MIN);
        }
        if (always) {
            return s->outcomes.first + i;
        }
    }
    return -1;
}

static void tell_void(timing *t)
{
    moot_check *k = t->k;
    int32_t outcome = voided_by(t);
    moot_instant start = start_on(t, k->base_day), due = due_of(t, start, MOOT_DAY_MIN);
    if (outcome < 0 || !run_hops(k, t->clock, start, NULL, 0, 0, due + A_DAY)) {
        return;
    }
    const moot_clock *c = clock_of(k, t->clock);
    if (!c || c->status != MOOT_CLOCK_VOID || c->broke) {
        return;
    }
    moot_finding *f = check_add(k, MOOT_FINDING_IMPOSSIBLE, &t->rule->decl);
    if (f) {
        f->label = clock_label(k, t->clock);
        f->text = check_text(k,
                             "this deadline can never be missed: outcome \"%s\" ends the stage by "
                             "itself before it is due, "
                             "and that voids it",
                             k->p->outcomes[outcome].decl.name);
        (void)check_attach(k, f, check_entry_words(k, last_verdict(k, t->clock)));
    }
}

/* ---- by a date ---- */

/* The days on which a date lets a deadline be done lie before those on which it must be: a case that does it on the first
 * of them. */
static void tell_conflict(timing *t)
{
    moot_check *k = t->k;
    check_world w = world_of(t, start_on(t, t->worst), t->worst);
    check_plan plan;
    moot_instant due = due_of(t, w.start, t->worst), not_before = 0;
    check_plan_clock(k, t->clock, &plan);
    moot_instant start = start_on(t, moot_day_at(k->p->zone, due) - 30);
    moot_day moment = moot_day_at(k->p->zone, start - plan.fired);
    if (plan.failed || !check_not_before(&w, &not_before)) {
        return;
    }
    if (t->anchor.kind == CHECK_TURNS) {
        plan.born_turns = t->anchor.ref;
        plan.born_after = t->worst - moment;
    } else {
        plan.dates[plan.dates_count++ % (int32_t)MOOT_COUNT(plan.dates)] = t->anchor.ref;
        plan.dates_after = t->worst - moment;
    }
    check_begin(k);
    check_want_plan(k, &plan);
    k->problem.fixed_moment = start - plan.fired;
    check_ready(k);
    if (check_next(k) != CHECK_FOUND) {
        return;
    }
    put_hops(k, &plan, NULL, 0, t->clock, not_before + A_DAY);
    const moot_clock *c = check_run_input(k) ? clock_of(k, t->clock) : NULL;
    if (!c || check_departed(k) || (c->status != MOOT_CLOCK_LATE && c->status != MOOT_CLOCK_EARLY && !c->broke)) {
        return;
    }
    int always = t->too_late == t->days;
    moot_finding *f = check_add(k, always ? MOOT_FINDING_IMPOSSIBLE : MOOT_FINDING_TIGHT, &t->rule->decl);
    if (f) {
        f->label = clock_label(k, t->clock);
        f->text = always ? check_text(k, "this deadline cannot be met: it must not be done before %s, but is due on %s",
                                      date_words(k, not_before), date_words(k, due))
                         : check_text(k, "this deadline cannot be met for %d of %d dates (%d%%): it must not be done before "
                                         "%s, but is due on %s", t->too_late, t->days,
                                      (100 * t->too_late + t->days / 2) / t->days, date_words(k, not_before),
                                      date_words(k, due));
        (void)check_attach(k, f, check_entry_words(k, last_verdict(k, t->clock)));
    }
}

static const char *lead_words(const timing *t)
{
    moot_check *k = t->k;
    return t->lead_most > LEAD_MOST
               ? check_text(k, "due on %s it cannot be met even if it starts %d days before", date_words(k, t->due), LEAD_MOST)
               : check_text(k, "due on %s it can be met if it starts on %s, and on no later day", date_words(k, t->due),
                            date_words(k, t->start));
}

static void look_at_date(timing *t)
{
    moot_day date = MOOT_DAY_MIN;
    const char *way;
    int undated;
    if (due_of(t, start_on(t, first_day(t)), first_day(t)) == MOOT_NEVER) {
        return; /* it hangs on more than that date */
    }
    if (t->rule->not_before < 0 && !may_wait(t) && t->hop_count < 2) {
        return;
    }
    try_dates(t, &date);
    if (t->too_late > 0) {
        tell_conflict(t);
    }
    if (date == MOOT_DAY_MIN) {
        return;
    }
    take(t, t->ordinary != MOOT_DAY_MIN ? t->ordinary : moot_day_at(t->k->p->zone, due_of(t, 0, date)) - LEAD_MOST, date);
    way = through(t, &undated);
    if (way || t->hop_count > 1 || t->lead_most > 0) {
        add_row(t, way, undated, lead_words(t));
    }
}

/* ---- one deadline ---- */

static void tell_unshown(const timing *t)
{
    moot_check *k = t->k;
    check_note(k, check_text(k, "%s (line %d) may not be met in time on some days, but no case that was tried shows it",
                             clock_label(k, t->clock), (int)t->rule->decl.line));
}

static void look_at_starts(timing *t)
{
    const char *way;
    int undated;
    if (t->rule->stage >= 0 && t->rule->from < 0 && !t->rule->outlives) {
        tell_void(t);
    }
    if (!may_wait(t) && t->hop_count < 2) {
        return; /* nothing but people stands between its start and its end */
    }
    try_year(t);
    if (t->too_late > 0) {
        take(t, t->worst, MOOT_DAY_MIN);
        way = through(t, &undated);
        if (!tell_late(t, example_words(t, way, undated), undated)) {
            tell_unshown(t);
            return;
        }
    }
    take(t, t->ordinary != MOOT_DAY_MIN ? t->ordinary : t->worst != MOOT_DAY_MIN ? t->worst : first_day(t), MOOT_DAY_MIN);
    way = through(t, &undated);
    if (t->too_late > 0 || way || t->hop_count > 1) {
        add_row(t, way, undated, example_words(t, way, undated));
    }
}

static void look_at(timing *t)
{
    const moot_clock_rule *r = t->rule;
    moot_duration days = { 1, MOOT_DAYS };
    t->days = t->too_late = 0;
    t->worst = t->ordinary = MOOT_DAY_MIN;
    t->lead_least = t->lead_most = -1;
    t->within = days;
    t->anchor = check_anchor_of(t->k, t->clock);
    if (r->within >= 0 || r->every >= 0) {
        (void)check_seconds(t->k, r->within >= 0 ? r->within : r->every, &t->within);
    }
    take(t, first_day(t), MOOT_DAY_MIN);
    if (t->reach == MOOT_NEVER) {
        tell_unmet(t->k, t->clock);
    } else if (t->due != MOOT_NEVER) {
        look_at_starts(t);
    } else if (t->anchor.kind != CHECK_NO_ANCHOR) {
        look_at_date(t);
    }
}

void check_deadlines(moot_check *k)
{
    timing t;
    memset(&t, 0, sizeof t);
    t.k = k;
    t.reaches = moot_arena_array(&k->arena, STARTS, sizeof *t.reaches);
    if (!t.reaches || moot_route_init(&t.route, k->p, &k->rules, &k->problem.facts, &k->arena, NULL)) {
        k->no_memory = 1;
        return;
    }
    t.route.dead = k->dead_outcome;
    for (int32_t i = 0; i < k->p->clocks_count && !check_stopped(k); i++) {
        const moot_clock_rule *r = &k->p->clocks[i];
        if (r->effect >= 0 || (r->stage >= 0 && k->dead_stage[r->stage])) {
            continue; /* an act is met by its own record */
        }
        t.clock = i;
        t.rule = r;
        check_about(k, check_text(k, "deadline \"%s\"", r->decl.name), "whether it can be met, and missed");
        look_at(&t);
    }
}
