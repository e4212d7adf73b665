/* A due date, counted before the reader's eyes (case_count.h says from what). */
#include <inttypes.h>
#include <string.h>

#include "vm/calendar/readings.h"
#include "vm/case/case_count.h"
#include "vm/engine/result_build.h"
#include "vm/engine/why_build.h"
#include "vm/protocol/protocol_show.h"

#define INDENT "    "

/* A line of a count, and what the day is that it reaches: due, or only on the way there, or the first that is allowed. */
typedef struct count_told {
    moot_buf *out;
    const char *reached; /* in place of "due"; NULL: it is */
} count_told;

static void count_line(void *user, moot_day day, int number, const char *text)
{
    static const char due[] = "due";
    const count_told *t = user;
    const char *mark = t->reached ? strstr(text, "(due") : NULL;
    mark = t->reached && !mark ? strstr(text, ", due") : mark;
    (void)day;
    (void)number;
    if (!mark) {
        moot_buf_printf(t->out, INDENT INDENT "%s\n", text);
        return;
    }
    mark = strstr(mark, due);
    moot_buf_printf(t->out, INDENT INDENT "%.*s%s%s\n", (int)(mark - text), text, t->reached, mark + strlen(due));
}

static void put_trigger(const moot_case *c, int32_t trigger, const char *words, moot_buf *out)
{
    if (trigger >= 0) {
        moot_buf_printf(out, INDENT "%s ", words);
        moot_trigger_show(c->protocol, trigger, out);
        moot_buf_char(out, '\n');
    }
}

/* What recurs begins again each time that it is done. */
static int begun_anew(const moot_case *c, const moot_clock *clock)
{
    const moot_entry *start = moot_result__entry(c, clock->entry);
    const moot_entry *cause = start ? moot_result__entry(c, start->cause) : NULL;
    return cause && c->protocol->clocks[clock->rule].every >= 0 &&
           cause->what == MOOT_LOG_VERDICT && cause->ref == clock->rule;
}

/* What `by` hangs on, when it is one among several: "the earliest known: turning 18". */
static void put_deciding(const moot_case *c, const moot_clock_rule *rule, const moot_count *count,
                         moot_buf *out)
{
    if (count->trigger >= 0 && count->trigger != rule->by) {
        put_trigger(c, count->trigger, "of these decides:", out);
    }
}

/* Whether the two ends of what a step is counted from are counted alike: of days, those of one day are. */
static int one_count(const moot_case *c, const moot_count_step *s)
{
    const moot_zone *zone = c->protocol->zone;
    return moot_when_exact(s->from) || (moot_unit_by_day((moot_unit)s->length.unit) &&
                                        moot_day_at(zone, s->from.lo) == moot_day_at(zone, s->from.hi));
}

/* One end of a window, as an instant or, for a count of days, as its day. */
static void put_end(const moot_case *c, const moot_count_step *s, moot_instant at, const char *words, moot_buf *out)
{
    char text[64];
    const moot_zone *zone = c->protocol->zone;
    if (moot_unit_by_day((moot_unit)s->length.unit)) {
        moot_day_text(moot_day_at(zone, at), text, sizeof text);
    } else {
        moot_instant_text(zone, at, text, sizeof text);
    }
    moot_buf_printf(out, INDENT INDENT "%s %s%s:\n", words, strlen(text) == 10 && s->from.hi == at &&
                    !moot_unit_by_day((moot_unit)s->length.unit) ? "the end of " : "", text);
}

/* "10 working days beginning with the day, counted from 2026-05-21 12:00:" and the days; of a window those of its earliest
 * moment, then those of its latest. */
static void put_step(const moot_case *c, const moot_count_step *s, const char *reached, moot_buf *out)
{
    const moot_calendar *calendar = c->protocol->calendars[0];
    count_told told = { out, reached };
    char words[80];
    moot_duration length = s->length;
    int back = length.count < 0;
    if ((s->counting == MOOT_COUNT_OF || !moot_unit_by_day((moot_unit)length.unit))
        && moot_period_of_unit(length.unit) < 0) {
        length.count = back ? -length.count : length.count;
        moot_buf_printf(out, INDENT "%s, counted %sfrom ",
                        moot_duration_text(length, words, sizeof words), back ? "back " : "");
    } else {
        moot_buf_printf(out, INDENT "%s, counted from ",
                        moot_counting_words(length, s->counting, words, sizeof words));
    }
    moot_why__when(c, s->from, out);
    moot_buf_str(out, ":\n");
    if (one_count(c, s)) {
        (void)moot_calendar_explain(calendar, s->from.hi, s->length, s->counting, count_line, &told);
        return;
    }
    put_end(c, s, s->from.lo, "at the earliest, from", out);
    (void)moot_calendar_explain(calendar, s->from.lo, s->length, s->counting, count_line, &told);
    put_end(c, s, s->from.hi, "at the latest, from", out);
    (void)moot_calendar_explain(calendar, s->from.hi, s->length, s->counting, count_line, &told);
}

static void put_readings_from(const moot_case *c, const moot_count_step *s, moot_instant from, const char *which,
                              moot_buf *out)
{
    const moot_calendar *calendar = c->protocol->calendars[0];
    moot_due_reading rows[MOOT_DUE_READINGS];
    size_t count = moot_calendar_readings(calendar, from, s->length, s->counting, rows);
    char text[200];
    if (count > 1) {
        moot_buf_printf(out, INDENT "read otherwise%s, the safest first:\n", which);
    }
    for (size_t i = 0; count > 1 && i < count; i++) {
        moot_buf_printf(out, INDENT INDENT "%s\n",
                        moot_due_reading_text(calendar, &rows[i], s->length, text, sizeof text));
    }
}

/* What the same words would give, read otherwise: of one count from a moment. */
static void put_readings_of_one(const moot_case *c, const moot_count_step *s, moot_buf *out)
{
    if (one_count(c, s)) {
        put_readings_from(c, s, s->from.hi, "", out);
    } else {
        put_readings_from(c, s, s->from.lo, ", at the earliest", out);
        put_readings_from(c, s, s->from.hi, ", at the latest", out);
    }
}

/* ... of several counts in a row, or of what hangs on a birthday (readings.h), from one end of what it starts from. The
 * date that comes out must be the one that it has. */
static void put_chain_readings(const moot_case *c, const moot_chain *chain, moot_instant due, const char *which,
                               moot_buf *out)
{
    const moot_calendar *calendar = c->protocol->calendars[0];
    moot_chain_reading rows[MOOT_CHAIN_READINGS];
    size_t count = moot_chain_readings(calendar, chain, rows);
    char text[1000];
    if (count < 2 || moot_chain_date(calendar, chain).at != due) {
        return;
    }
    moot_buf_printf(out, INDENT "read otherwise%s, the safest first:\n", which);
    for (size_t i = 0; i < count; i++) {
        moot_buf_printf(out, INDENT INDENT "%s\n",
                        moot_chain_reading_text(calendar, chain, &rows[i], text, sizeof text));
    }
}

_Static_assert(MOOT_COUNT_STEPS <= MOOT_CHAIN_STEPS, "make MOOT_CHAIN_STEPS larger");

/* The age is that of the birthday it starts from, also where a param says it and has changed since. */
static void set_birth(const moot_protocol *p, moot_value dob, int latest, moot_chain *chain)
{
    int year, born_year, month, mday;
    if (dob.type != MOOT_T_DATE) {
        return;
    }
    chain->born = (moot_day)(latest ? dob.b : dob.a);
    moot_day_split(moot_day_at(p->zone, chain->from), &year, &month, &mday);
    moot_day_split(chain->born, &born_year, &month, &mday);
    chain->age = year - born_year;
    chain->from_birth =
        chain->from == moot_day_start(p->zone, moot_calendar_birthday(p->calendars[0], chain->born, chain->age));
}

static moot_chain chain_of(const moot_case *c, const moot_clock *clock, const moot_count *count, int latest)
{
    const moot_trigger *t = count->trigger >= 0 ? &c->protocol->triggers[count->trigger] : NULL;
    moot_chain chain = { .from = latest ? count->base.hi : count->base.lo, .by_day = t && t->kind == MOOT_ON_DATE };
    for (int32_t i = 0; i < count->steps_count; i++) {
        chain.steps[chain.count++] = (moot_chain_step){ count->steps[i].length, count->steps[i].counting, 0 };
    }
    if (t && t->kind == MOOT_ON_TURNS && c->protocol->dob_fact >= 0) {
        moot_value dob = c->facts.values[(clock->child + 1) * c->facts.fact_count + c->protocol->dob_fact];
        set_birth(c->protocol, dob, latest, &chain);
    }
    return chain;
}

static void put_readings(const moot_case *c, const moot_clock *clock, const moot_count *count, moot_buf *out)
{
    int from_age = count->trigger >= 0 && c->protocol->triggers[count->trigger].kind == MOOT_ON_TURNS;
    if (c->protocol->clocks[clock->rule].every >= 0) {
        return; /* a gap has no convention */
    }
    if (count->steps_count == 1 && !from_age) {
        put_readings_of_one(c, &count->steps[0], out);
        return;
    }
    moot_chain lo = chain_of(c, clock, count, 0), hi = chain_of(c, clock, count, 1);
    if (!moot_when_exact(clock->due)) {
        put_chain_readings(c, &lo, clock->due.lo, ", at the earliest", out);
        put_chain_readings(c, &hi, clock->due.hi, ", at the latest", out);
    } else {
        put_chain_readings(c, &hi, clock->due.hi, "", out);
    }
}

/* ... of the moment before which it must not be done: the safest is the latest. */
static void put_begin_readings(const moot_case *c, const moot_clock *clock, const moot_count *count, moot_buf *out)
{
    moot_chain lo = chain_of(c, clock, count, 0), hi = chain_of(c, clock, count, 1);
    lo.begins = hi.begins = 1;
    if (!moot_when_exact(clock->not_before)) {
        put_chain_readings(c, &lo, clock->not_before.lo, ", at the earliest", out);
        put_chain_readings(c, &hi, clock->not_before.hi, ", at the latest", out);
    } else {
        put_chain_readings(c, &hi, clock->not_before.hi, "", out);
    }
}

static void put_stay(const moot_case *c, const moot_visit *v, int64_t least, int64_t most, moot_buf *out)
{
    moot_buf_str(out, INDENT INDENT);
    moot_why__when(c, v->entered, out);
    moot_buf_str(out, " to ");
    moot_why__when(c, v->left, out);
    moot_buf_printf(out, ": %" PRId64, least);
    if (most != least) {
        moot_buf_printf(out, " to %" PRId64, most);
    }
    moot_buf_str(out, most == 1 ? " day\n" : " days\n");
}

/* Only the days since then are added up. */
static void put_adds_since(const moot_case *c, const moot_clock *clock, moot_when since, moot_buf *out)
{
    int32_t trigger = c->protocol->clocks[clock->rule].adds_up_since;
    if (trigger < 0) {
        return;
    }
    moot_buf_str(out, INDENT "added up since: ");
    moot_latest_show(c->protocol, trigger, out);
    moot_buf_char(out, '\n');
    if (since.lo == MOOT_NEVER) {
        moot_buf_str(out, INDENT "which had not come: all earlier stays count\n");
    } else {
        moot_buf_str(out, INDENT "which was ");
        moot_why__when(c, since, out);
        moot_buf_char(out, '\n');
    }
}

/* What earlier visits used up of a length that adds them up, each of them, and what is left. */
static void put_stays(const moot_case *c, const moot_clock *clock, moot_buf *out)
{
    const moot_clock_rule *rule = &c->protocol->clocks[clock->rule];
    int64_t least, most, least_by_then = 0, most_by_then = 0;
    if (!rule->adds_up || clock->visit < 0) {
        return;
    }
    moot_when since = moot_case_adds_since(c, clock);
    put_adds_since(c, clock, since, out);
    moot_buf_str(out, INDENT "in all: ");
    moot_operand_show(c->protocol, rule->within, out);
    moot_case_stays(c, rule->stage, clock->child, clock->visit, since, &least, &most);
    if (most == 0) {
        moot_buf_printf(out, "%s\n", rule->adds_up_since < 0 ? "; there was no stay before this one"
                                                           : "; no stay before this one counts");
        return;
    }
    moot_buf_str(out, ", of which stays before this one took\n");
    for (int32_t i = 0; i < clock->visit; i++) {
        moot_case_stays(c, rule->stage, clock->child, i + 1, since, &least, &most);
        if (most > most_by_then) {
            put_stay(c, &c->visits[i], least - least_by_then, most - most_by_then, out);
        }
        least_by_then = least;
        most_by_then = most;
    }
}

/* `reached`: what the day of the last step is, if it is not the due date. */
static void put_steps(const moot_case *c, const moot_count *count, const char *reached, moot_buf *out)
{
    for (int32_t i = 0; i < count->steps_count; i++) {
        put_step(c, &count->steps[i], i + 1 < count->steps_count ? "so far" : reached, out);
    }
}

/* Before which it must not be done, and how that moment was counted. */
static void put_not_before(const moot_case *c, const moot_clock *clock, moot_buf *out)
{
    const moot_clock_rule *rule = &c->protocol->clocks[clock->rule];
    moot_count count;
    int counted;
    put_trigger(c, rule->not_before, "not before:", out);
    if (rule->not_before < 0 || clock->not_before.lo == MOOT_ALWAYS) {
        return;
    }
    if ((counted = moot_case_count_not_before(c, clock, &count)) != 0) {
        if (count.trigger != rule->not_before) {
            put_trigger(c, count.trigger, "of these decides:", out);
        }
        put_steps(c, &count, count.forward ? "not until this day is over" : "not before this day", out);
    }
    if (clock->not_before.lo == MOOT_NEVER) {
        moot_buf_str(out, INDENT "so not yet: that has not come\n");
    } else {
        moot_buf_str(out, INDENT "so not before ");
        moot_why__when(c, clock->not_before, out);
        moot_buf_char(out, '\n');
    }
    if (counted) {
        put_begin_readings(c, clock, &count, out);
    }
}

/* ---- no date ---- */

/* A birthday or a date that is known, and is still to come, is no unknown one. */
static const char *why_not_yet(const moot_case *c, int32_t trigger, int32_t child, int over)
{
    const moot_protocol *p = c->protocol;
    const moot_trigger *t = &p->triggers[trigger];
    int32_t fact = t->kind == MOOT_ON_TURNS ? p->dob_fact : t->ref;
    switch ((moot_trigger_kind)t->kind) {
    case MOOT_ON_DATE:
    case MOOT_ON_TURNS:
        if (fact >= 0 && moot_known(moot_fact_value(&p->rules, &c->facts, fact, child, NULL))) {
            return over ? "which had not come" : "which has not come";
        }
        return over ? "which was not known" : "which is not known";
    case MOOT_ON_DUE: return "which has no date itself";
    case MOOT_ON_ANY: return over ? "of which none had come" : "of which none has come";
    case MOOT_ON_ALL: return over ? "not all of which had come" : "not all of which have come";
    default: return over ? "which had not come" : "which has not come";
    }
}

void moot_why_no_date(const moot_case *c, const moot_clock *clock, moot_buf *out)
{
    const moot_clock_rule *rule = &c->protocol->clocks[clock->rule];
    int over = clock->done || clock->ended;
    int32_t length = rule->within >= 0 ? rule->within : rule->every;
    int known = length >= 0 && moot_operand_value(&c->protocol->rules, &c->facts, length, clock->child).type ==
                                   MOOT_T_DURATION;
    int counts_from = rule->from >= 0 && known;
    if (counts_from || (length < 0 && rule->by >= 0)) {
        int32_t trigger = counts_from ? rule->from : rule->by;
        moot_buf_str(out, counts_from ? "counted from " : "limited by ");
        moot_trigger_show(c->protocol, trigger, out);
        moot_buf_printf(out, ", %s", why_not_yet(c, trigger, clock->child, over));
    } else if (length >= 0) {
        moot_buf_str(out, "how long there is, ");
        moot_operand_show(c->protocol, length, out);
        moot_buf_str(out, ", is not known");
    } else {
        moot_buf_str(out, "the text sets none");
    }
}

/* A limit that is a moment itself, such as an event. */
static void put_uncounted(const moot_case *c, const moot_clock *clock, const moot_count *count, moot_buf *out)
{
    const moot_clock_rule *rule = &c->protocol->clocks[clock->rule];
    if (count->steps_count > 0 || rule->by < 0) {
        return;
    }
    moot_buf_str(out, INDENT "nothing is counted: the limit is that moment itself, ");
    moot_why__when(c, clock->due, out);
    moot_buf_char(out, '\n');
}

void moot_why__count(const moot_case *c, const moot_clock *clock, moot_buf *out)
{
    const moot_clock_rule *rule = &c->protocol->clocks[clock->rule];
    moot_count count;
    if (moot_period_of_unit((int)clock->counted.b) >= 0 && clock->counted.type == MOOT_T_DURATION) {
        moot_buf_str(out, begun_anew(c, clock) ? INDENT "after the one before\n" : "");
    } else if (begun_anew(c, clock)) {
        moot_buf_str(out, INDENT "counted from: the last time that it was done\n");
    } else {
        put_trigger(c, rule->from, "counted from:", out);
    }
    put_trigger(c, rule->by, "to be done by:", out);
    put_stays(c, clock, out);
    if (moot_case_count(c, clock, &count)) {
        put_deciding(c, rule, &count, out);
        put_steps(c, &count, NULL, out);
        put_uncounted(c, clock, &count, out);
        put_readings(c, clock, &count, out);
    }
    put_not_before(c, clock, out);
}
