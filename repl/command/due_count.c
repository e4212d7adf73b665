/* Counts a rule of `moot due`: one or two ends of a window, the trace of the earlier, and what the same words would give,
 * read otherwise. All arithmetic is the calendar's. */
#include <stdio.h>
#include <string.h>

#include "repl/command/due.h"
#include "vm/calendar/holidays.h"

static const char *const weekdays[] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
                                        "Friday", "Saturday", "Sunday" };

void due_answer_init(due_answer *answer, int json)
{
    memset(answer, 0, sizeof *answer);
    answer->json = json;
    for (size_t i = 0; i < MOOT_COUNT(answer->counts); i++) {
        moot_buf_init(&answer->counts[i].lines);
        moot_buf_init(&answer->counts[i].readings);
    }
    moot_buf_init(&answer->notes);
}

void due_answer_done(due_answer *answer)
{
    for (size_t i = 0; i < MOOT_COUNT(answer->counts); i++) {
        moot_buf_done(&answer->counts[i].lines);
        moot_buf_done(&answer->counts[i].readings);
    }
    moot_buf_done(&answer->notes);
}

/* ---- the trace ---- */

/* The count in hand: the last begun. */
static due_count *current(due_answer *a)
{
    return &a->counts[a->count > 0 ? a->count - 1 : 0];
}

static void begin_count(due_answer *a, const char *from)
{
    a->count++;
    snprintf(current(a)->from, sizeof current(a)->from, "%s", from);
}

static void tell_line(void *user, moot_day day, int number, const char *text)
{
    due_answer *answer = user;
    due_count *a = current(answer);
    char date[16];
    if (!answer->json) {
        moot_buf_printf(&a->lines, "  %s\n", text);
        return;
    }
    moot_buf_printf(&a->lines, "%s{\"day\":\"%s\",\"number\":", a->lines_count++ ? "," : "",
                    moot_day_text(day, date, sizeof date));
    if (number < 0) {
        moot_buf_str(&a->lines, "null");
    } else {
        moot_buf_int(&a->lines, number);
    }
    moot_buf_str(&a->lines, ",\"text\":");
    moot_buf_json(&a->lines, text);
    moot_buf_char(&a->lines, '}');
}


/* A line of one count among several, or of one from a birthday: what it starts from is told already, and nothing is due until
 * the last of them. */
typedef struct part_told {
    due_answer *answer;
    const char *reached; /* in place of "due"; "": nothing stands there */
    int first;           /* its start is told too */
} part_told;

static void tell_part(void *user, moot_day day, int number, const char *text)
{
    static const char due[] = " (due", both[] = " (trigger, due";
    const part_told *t = user;
    char line[256];
    const char *at = strstr(text, due), *start = strstr(text, both), *rest = at ? at + strlen(due) : NULL;
    if (strstr(text, "(trigger") && !t->first && !(start && t->reached[0])) {
        return;
    }
    if (start) { /* of no days at all: it ends where it starts */
        snprintf(line, sizeof line, "%.*s (%s%s%s", (int)(start - text), text, t->first ? "trigger, " : "", t->reached,
                 start + strlen(both));
    } else if (!at) {
        snprintf(line, sizeof line, "%s", text);
    } else if (t->reached[0]) {
        snprintf(line, sizeof line, "%.*s (%s%s", (int)(at - text), text, t->reached, rest);
    } else { /* "(due)" goes, "(due, provisional…" is provisional */
        snprintf(line, sizeof line, "%.*s%s%s", (int)(at - text), text, *rest == ')' ? "" : " (",
                 *rest == ')' ? rest + 1 : rest + 2);
    }
    tell_line(t->answer, day, number, line);
}

static void tell_day(due_answer *a, moot_day day, const char *what)
{
    char date[16], line[256];
    snprintf(line, sizeof line, "%.3s %s %s", weekdays[moot_weekday(day)], moot_day_text(day, date, sizeof date), what);
    tell_line(a, day, 0, line);
}

/* ---- read otherwise ---- */

static void tell_reading(due_answer *answer, const char *due, const char *text, const char *counting, int as_then,
                         int chosen)
{
    due_count *a = current(answer);
    if (!answer->json) {
        moot_buf_printf(&a->readings, "    %s\n", text);
        a->readings_count++;
        return;
    }
    moot_buf_printf(&a->readings, "%s{\"due\":", a->readings_count++ ? "," : "");
    moot_buf_json(&a->readings, due);
    moot_buf_str(&a->readings, ",\"counting\":");
    moot_buf_json(&a->readings, counting);
    moot_buf_printf(&a->readings, ",\"holidays\":\"%s\",\"chosen\":%s,\"text\":", as_then ? "as known then" : "as known",
                    chosen ? "true" : "false");
    moot_buf_json(&a->readings, text);
    moot_buf_char(&a->readings, '}');
}

static void tell_readings(const moot_calendar *calendar, moot_instant from, const due_rule *rule, due_answer *a)
{
    moot_due_reading rows[MOOT_DUE_READINGS];
    char text[200], due[64];
    size_t count = moot_calendar_readings(calendar, from, rule->length, rule->counting, rows);
    for (size_t i = 0; count > 1 && i < count; i++) {
        tell_reading(a, moot_instant_text(moot_calendar_zone(calendar), rows[i].due.at, due, sizeof due),
                     moot_due_reading_text(calendar, &rows[i], rule->length, text, sizeof text),
                     moot_counting_text(rows[i].counting), rows[i].as_then, rows[i].chosen);
    }
}

/* What JSON calls the convention of a reading. */
static const char *convention_of(const moot_chain *chain, const moot_chain_reading *r)
{
    switch (r->how) {
    case MOOT_READ_CONVENTION:
        return moot_counting_text(r->counting);
    case MOOT_READ_ORDER: return "in the opposite order";
    case MOOT_READ_TOGETHER: return "at once";
    case MOOT_READ_LEAP: return "the other birthday of 29 February";
    case MOOT_READ_FROM_BIRTH: return "from the date of birth";
    default: return moot_counting_text(chain->count ? chain->steps[chain->count - 1].counting : MOOT_COUNT_OF);
    }
}

static void tell_chain_readings(const moot_calendar *calendar, const moot_chain *chain, due_answer *a)
{
    moot_chain_reading rows[MOOT_CHAIN_READINGS];
    char text[1000], due[64];
    size_t count = moot_chain_readings(calendar, chain, rows);
    for (size_t i = 0; count > 1 && i < count; i++) {
        tell_reading(a, moot_instant_text(moot_calendar_zone(calendar), rows[i].at, due, sizeof due),
                     moot_chain_reading_text(calendar, chain, &rows[i], text, sizeof text), convention_of(chain, &rows[i]),
                     rows[i].how == MOOT_READ_AS_THEN, rows[i].how == MOOT_READ_AS_CHOSEN);
    }
}

/* Each count of a chain from where the one before it ended. Where it leads. */
static moot_moment tell_chain(const moot_calendar *calendar, const moot_chain *chain, const char *reached, due_answer *a)
{
    const moot_zone *zone = moot_calendar_zone(calendar);
    moot_day day = moot_day_at(zone, chain->from);
    moot_moment m = chain->by_day ? moot_moment_of_days(day, day) : moot_moment_of(moot_when_at(chain->from));
    for (int32_t i = 0; i < chain->count; i++) {
        const moot_chain_step *s = &chain->steps[i];
        part_told told = { a, i + 1 < chain->count ? "so far" : reached, i == 0 && !chain->from_birth };
        if (!s->fixed) {
            (void)moot_calendar_explain(calendar, m.by_day ? moot_day_start(zone, m.first) : m.at.lo, s->length, s->counting,
                                        tell_part, &told);
        }
        moot_moment_shift(calendar, &m, s->length, s->counting);
    }
    return m;
}

/* ---- notes ---- */

/* Holidays that were added or moved, between two days: when each was announced. */
static void note_announcements(moot_day known, moot_day first, moot_day last, due_answer *a)
{
    char date[16], told[16];
    for (moot_day day = first < last ? first : last; day <= (first < last ? last : first); day++) {
        moot_day announced;
        int sure;
        int added = moot_holiday_announced(day, &announced, &sure);
        if (added && announced == MOOT_DAY_MIN) {
            moot_buf_printf(&a->notes,
                            "  Added or moved: the bank holiday of %s; when that was announced is not known (no dated source was "
                            "found), so it counts as known all along.\n", moot_day_text(day, date, sizeof date));
        } else if (added) {
            moot_buf_printf(&a->notes, "  %s: the bank holiday of %s, announced on %s%s.\n",
                            announced > known ? "Not known yet" : "Added or moved", moot_day_text(day, date, sizeof date),
                            moot_day_text(announced, told, sizeof told),
                            sure ? "" : " (to be checked: an estimate, no dated source was found)");
        }
    }
}

static int is_working(moot_duration length)
{
    return moot_unit_working((moot_unit)length.unit);
}

int due_counts_working_days(const due_rule *rule)
{
    int working = rule->has_length && is_working(rule->length);
    for (int i = 0; i < rule->more_count; i++) {
        working |= is_working(rule->more[i].length);
    }
    return working;
}

moot_chain_step due_last_count(const due_rule *rule)
{
    moot_chain_step only = { rule->length, rule->counting, 0 };
    return rule->more_count ? rule->more[rule->more_count - 1] : only;
}

/* ---- from a moment ---- */

static void fill(const moot_calendar *calendar, const due_rule *rule, due_answer *a)
{
    const moot_zone *zone = moot_calendar_zone(calendar);
    moot_chain_step last = due_last_count(rule);
    a->by_day = (!rule->has_length && !rule->more_count) || moot_unit_by_day((moot_unit)last.length.unit);
    a->first = moot_day_at(zone, a->at.lo);
    a->last = moot_day_at(zone, a->at.hi);
    if (a->by_day) {
        int begins = rule->anchor == DUE_AGE || rule->anchor == DUE_AGES ||
                     (last.counting == MOOT_COUNT_CLEAR && last.length.count > 0);
        a->edge = begins ? "from the start of the day" : "by the end of the day";
    }
}

/* Whether both ends of a window are counted alike: of days, those of one day are. */
static int one_count(const moot_calendar *calendar, const due_rule *rule, moot_when from)
{
    const moot_zone *zone = moot_calendar_zone(calendar);
    int by_day = moot_unit_by_day((moot_unit)rule->length.unit);
    return moot_when_exact(from) || (by_day && moot_day_at(zone, from.lo) == moot_day_at(zone, from.hi));
}

/* The rule's counts behind one another, from a start that the caller sets. */
static void put_counts(const due_rule *rule, moot_chain *chain)
{
    if (rule->has_length) {
        chain->steps[chain->count++] = (moot_chain_step){ rule->length, rule->counting, 0 };
    }
    for (int i = 0; i < rule->more_count && chain->count < MOOT_CHAIN_STEPS; i++) {
        chain->steps[chain->count++] = rule->more[i];
    }
}

/* From one end of the window. */
static moot_due count_end(const moot_calendar *calendar, const due_rule *rule, moot_instant from, due_answer *a)
{
    const moot_zone *zone = moot_calendar_zone(calendar);
    char text[64], end[64];
    int by_day = moot_unit_by_day((moot_unit)rule->length.unit);
    moot_instant_text(zone, from, text, sizeof text);
    snprintf(end, sizeof end, "%s%.40s", strlen(text) == strlen("2026-05-21") ? "the end of " : "", text);
    begin_count(a, by_day ? moot_day_text(moot_day_at(zone, from), text, sizeof text) : end);
    if (!rule->more_count) {
        moot_due due = moot_calendar_explain(calendar, from, rule->length, rule->counting, tell_line, a);
        tell_readings(calendar, from, rule, a);
        return due;
    }
    moot_chain chain = { .from = from };
    put_counts(rule, &chain);
    moot_moment m = tell_chain(calendar, &chain, "due", a);
    tell_chain_readings(calendar, &chain, a);
    return (moot_due){ moot_moment_due(calendar, &m).lo, m.provisional };
}

void due_count_from(const moot_calendar *calendar, const due_rule *rule, moot_when from, due_answer *a)
{
    moot_due lo = count_end(calendar, rule, from.lo, a);
    moot_due hi = one_count(calendar, rule, from) ? lo : count_end(calendar, rule, from.hi, a);
    a->at.lo = lo.at;
    a->at.hi = hi.at;
    a->provisional = lo.provisional | hi.provisional;
    fill(calendar, rule, a);
    if (due_counts_working_days(rule)) {
        note_announcements(moot_calendar_known(calendar), moot_day_at(moot_calendar_zone(calendar), from.lo), a->last, a);
    }
}

/* ---- from a birth ---- */

static moot_day attained(moot_day born, due_age age, moot_leap leap)
{
    return moot_add_months(moot_birthday(born, age.years, leap), age.months);
}

static void tell_attained(const moot_calendar *calendar, moot_day born, due_age age, due_answer *a)
{
    char date[16], what[160], months[32];
    moot_day birthday = moot_birthday(born, age.years, moot_calendar_leap(calendar));
    int year, month, mday, month_now, mday_now;
    moot_day_split(born, &year, &month, &mday);
    moot_day_split(birthday, &year, &month_now, &mday_now);
    snprintf(what, sizeof what, "turns %d (born %s%s)", age.years, moot_day_text(born, date, sizeof date),
             mday != mday_now ? "; no 29 February that year" : "");
    tell_day(a, birthday, what);
    if (age.months) {
        moot_duration more = { age.months, MOOT_MONTHS };
        snprintf(what, sizeof what, "%s more", moot_duration_text(more, months, sizeof months));
        tell_day(a, moot_add_months(birthday, age.months), what);
    }
}

static void tell_last_day(moot_day day, const char *what, int chosen, due_answer *a)
{
    char date[16], text[200];
    moot_day_text(day, date, sizeof date);
    snprintf(text, sizeof text, "last day %s (%s): %s%s", date, weekdays[moot_weekday(day)], what,
             chosen ? " (as counted here)" : "");
    tell_reading(a, date, text, what, 0, chosen);
}

/* The last day of a window: "to 17" ends as 17 is attained, the day before; "to 16 years 3 months" is three months from a
 * birthday, whose last day is the corresponding date. */
static moot_day window_end(const moot_calendar *calendar, const due_rule *rule, moot_day born)
{
    return attained(born, rule->until, moot_calendar_leap(calendar)) - (rule->until.months ? 0 : 1);
}

/* Both may be read to end as the age begins; and a window of whole years also to the end of its last year. */
static void tell_window_readings(const moot_calendar *calendar, const due_rule *rule, moot_day born, due_answer *a)
{
    char what[120], age[40];
    moot_leap leap = moot_calendar_leap(calendar);
    moot_day end = attained(born, rule->until, leap);
    due_age next = { rule->until.years + 1, 0 };
    snprintf(what, sizeof what, "until turning %s", due_age_text(rule->until, age, sizeof age));
    tell_last_day(end - 1, what, !rule->until.months, a);
    if (rule->until.months) {
        snprintf(what, sizeof what, "within %d month%s of turning %d", rule->until.months,
                 rule->until.months == 1 ? "" : "s", rule->until.years);
        tell_last_day(end, what, 1, a);
    } else if (!rule->age.months) {
        snprintf(what, sizeof what, "as long as somebody is %d", rule->until.years);
        tell_last_day(attained(born, next, leap) - 1, what, 0, a);
    }
}

/* The window of somebody born on a day; 0 if it ends before it begins. */
static int window_of(const moot_calendar *calendar, const due_rule *rule, moot_day born, due_answer *a)
{
    char text[16];
    moot_day begins = attained(born, rule->age, moot_calendar_leap(calendar)), ends = window_end(calendar, rule, born);
    begin_count(a, moot_day_text(born, text, sizeof text));
    tell_attained(calendar, born, rule->age, a);
    tell_attained(calendar, born, rule->until, a);
    tell_window_readings(calendar, rule, born, a);
    a->begins[a->count - 1] = begins;
    a->ends[a->count - 1] = ends;
    return begins <= ends;
}

static moot_code count_window(const moot_calendar *calendar, const due_rule *rule, moot_day first, moot_day last,
                              due_answer *a, moot_err *err)
{
    const moot_zone *zone = moot_calendar_zone(calendar);
    moot_leap leap = moot_calendar_leap(calendar);
    char one[40], two[40];
    if (!window_of(calendar, rule, first, a) || (first != last && !window_of(calendar, rule, last, a))) {
        return moot_fail(err, MOOT_EUSAGE, "a window begins with the lower age: %s comes before %s",
                         due_age_text(rule->until, one, sizeof one), due_age_text(rule->age, two, sizeof two));
    }
    a->at.lo = moot_day_start(zone, attained(first, rule->age, leap));
    a->at.hi = moot_day_start(zone, window_end(calendar, rule, last));
    fill(calendar, rule, a);
    return MOOT_OK;
}

/* An age of somebody born on a day, and what is counted from it. The months of an age are a count of their own. */
static moot_chain_reading count_age(const moot_calendar *calendar, const due_rule *rule, moot_day born, due_answer *a)
{
    char text[16];
    moot_day birthday = moot_calendar_birthday(calendar, born, rule->age.years);
    moot_chain chain = { .from = moot_day_start(moot_calendar_zone(calendar), birthday),
                         .by_day = 1, .from_birth = 1, .born = born, .age = rule->age.years };
    if (rule->age.months) {
        chain.steps[chain.count++] = (moot_chain_step){ { rule->age.months, MOOT_MONTHS }, MOOT_COUNT_OF, 1 };
    }
    put_counts(rule, &chain);
    begin_count(a, moot_day_text(born, text, sizeof text));
    tell_attained(calendar, born, rule->age, a);
    (void)tell_chain(calendar, &chain, "", a);
    tell_chain_readings(calendar, &chain, a);
    return moot_chain_date(calendar, &chain);
}

static int counts_hours(const due_rule *rule)
{
    int hours = rule->has_length && !moot_unit_by_day((moot_unit)rule->length.unit);
    for (int i = 0; i < rule->more_count; i++) {
        hours |= !moot_unit_by_day((moot_unit)rule->more[i].length.unit);
    }
    return hours;
}

moot_code due_count_born(const moot_calendar *calendar, const due_rule *rule, moot_day first, moot_day last,
                         due_answer *a, moot_err *err)
{
    const moot_zone *zone = moot_calendar_zone(calendar);
    if (counts_hours(rule)) {
        return moot_fail(err, MOOT_EUSAGE,
                         "a birthday is a day: count days, weeks, months or years from it, not \"%s\"", rule->text);
    }
    if (rule->anchor == DUE_AGES) {
        return count_window(calendar, rule, first, last, a, err);
    }
    moot_chain_reading lo = count_age(calendar, rule, first, a), hi = first == last ? lo : count_age(calendar, rule, last, a);
    a->at.lo = moot_day_start(zone, moot_day_at(zone, lo.at));
    a->at.hi = moot_day_start(zone, moot_day_at(zone, hi.at));
    a->provisional = lo.provisional | hi.provisional;
    fill(calendar, rule, a);
    return MOOT_OK;
}

/* ---- done ---- */

const char *due_judge(const moot_calendar *calendar, const due_rule *rule, const due_answer *a, moot_when done,
                      char *late_by, size_t size)
{
    moot_duration days = { 1, MOOT_DAYS };
    late_by[0] = '\0';
    const moot_zone *zone = moot_calendar_zone(calendar);
    moot_when due = a->at;
    if (a->by_day) {
        due.lo = moot_day_end(zone, a->first);
        due.hi = moot_day_end(zone, a->last);
    }
    if (done.hi <= due.lo) {
        return "met";
    }
    if (done.lo <= due.hi) {
        return "cannot tell";
    }
    (void)moot_calendar_late_by(calendar, due.hi, done.lo, rule->has_length ? due_last_count(rule).length : days, late_by, size);
    return "late";
}
