/* Counts a rule of `moot due`: one or two ends of a window, the trace of the earlier, and what the same words would give,
 * read otherwise. All arithmetic is the calendar's. */
#include <stdio.h>
#include <string.h>

#include "repl/due.h"
#include "vm/holidays.h"

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


/* The lines of a count from a birthday: its first line is told by the birthday itself, and nothing is due. */
static void tell_from_birthday(void *user, moot_day day, int number, const char *text)
{
    static const char due[] = " (due";
    char line[256];
    if (strstr(text, "(trigger")) {
        return;
    }
    snprintf(line, sizeof line, "%s", text);
    char *at = strstr(line, due);
    if (at && at[sizeof due - 1] == ')') {
        *at = '\0';
    } else if (at) {
        memmove(at + 2, at + sizeof due + 1, strlen(at + sizeof due + 1) + 1); /* "(due, provisional…" */
    }
    tell_line(user, day, number, line);
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

/* ---- notes ---- */

/* Holidays that were added or moved, between two days: when each was announced. */
static void note_announcements(moot_day known, moot_day first, moot_day last, due_answer *a)
{
    char date[16], told[16];
    for (moot_day day = first < last ? first : last; day <= (first < last ? last : first); day++) {
        moot_day announced;
        int sure;
        if (moot_holiday_announced(day, &announced, &sure)) {
            moot_buf_printf(&a->notes, "  %s: the bank holiday of %s, announced on %s%s.\n",
                            announced > known ? "Not known yet" : "Added or moved", moot_day_text(day, date, sizeof date),
                            moot_day_text(announced, told, sizeof told),
                            sure ? "" : " (to be checked: an estimate, no dated source was found)");
        }
    }
}

static int counts_working_days(const due_rule *rule)
{
    return rule->has_length && (rule->length.unit == MOOT_WORKING_DAYS || rule->length.unit == MOOT_NEXT_WORKING_DAY);
}

/* ---- from a moment ---- */

static void fill(const moot_calendar *calendar, const due_rule *rule, due_answer *a)
{
    const moot_zone *zone = moot_calendar_zone(calendar);
    a->by_day = !rule->has_length || moot_unit_by_day((moot_unit)rule->length.unit);
    a->first = moot_day_at(zone, a->at.lo);
    a->last = moot_day_at(zone, a->at.hi);
    if (a->by_day) {
        int begins = rule->anchor == DUE_AGE || rule->anchor == DUE_AGES ||
                     (rule->counting == MOOT_COUNT_CLEAR && rule->length.count > 0);
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

/* From one end of the window. */
static moot_due count_end(const moot_calendar *calendar, const due_rule *rule, moot_instant from, due_answer *a)
{
    const moot_zone *zone = moot_calendar_zone(calendar);
    char text[64], end[64];
    int by_day = moot_unit_by_day((moot_unit)rule->length.unit);
    moot_instant_text(zone, from, text, sizeof text);
    snprintf(end, sizeof end, "%s%.40s", strlen(text) == strlen("2026-05-21") ? "the end of " : "", text);
    begin_count(a, by_day ? moot_day_text(moot_day_at(zone, from), text, sizeof text) : end);
    moot_due due = moot_calendar_explain(calendar, from, rule->length, rule->counting, tell_line, a);
    tell_readings(calendar, from, rule, a);
    return due;
}

void due_count_from(const moot_calendar *calendar, const due_rule *rule, moot_when from, due_answer *a)
{
    moot_due lo = count_end(calendar, rule, from.lo, a);
    moot_due hi = one_count(calendar, rule, from) ? lo : count_end(calendar, rule, from.hi, a);
    a->at.lo = lo.at;
    a->at.hi = hi.at;
    a->provisional = lo.provisional | hi.provisional;
    fill(calendar, rule, a);
    if (counts_working_days(rule)) {
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

/* The day that the rule reaches from a birth, by a reading of 29 February. */
static moot_day reach(const moot_calendar *calendar, const due_rule *rule, moot_day born, due_age age, moot_leap leap)
{
    moot_day day = attained(born, age, leap);
    return rule->has_length ? moot_calendar_shift(calendar, day, rule->length, rule->counting) : day;
}

static void tell_leap_readings(const moot_calendar *calendar, const due_rule *rule, moot_day born, due_answer *a)
{
    moot_leap chosen = moot_calendar_leap(calendar);
    char date[16], text[160];
    if (reach(calendar, rule, born, rule->age, MOOT_LEAP_1_MARCH) ==
        reach(calendar, rule, born, rule->age, MOOT_LEAP_28_FEBRUARY)) {
        return;
    }
    for (int leap = MOOT_LEAP_28_FEBRUARY; leap >= MOOT_LEAP_1_MARCH; leap--) { /* the earlier first */
        moot_day day = reach(calendar, rule, born, rule->age, (moot_leap)leap);
        moot_day_text(day, date, sizeof date);
        snprintf(text, sizeof text, "%s (%s): born on 29 February, the birthday is %s in other years%s", date,
                 weekdays[moot_weekday(day)], moot_leap_text((moot_leap)leap),
                 (moot_leap)leap == chosen ? " (as counted here)" : "");
        tell_reading(a, date, text, moot_leap_text((moot_leap)leap), 0, (moot_leap)leap == chosen);
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

/* An age of somebody born on a day, and what is counted from it. */
static moot_day count_age(const moot_calendar *calendar, const due_rule *rule, moot_day born, due_answer *a)
{
    char text[16];
    moot_day birthday = attained(born, rule->age, moot_calendar_leap(calendar));
    begin_count(a, moot_day_text(born, text, sizeof text));
    tell_attained(calendar, born, rule->age, a);
    if (rule->has_length) {
        (void)moot_calendar_explain(calendar, moot_day_start(moot_calendar_zone(calendar), birthday), rule->length,
                                    rule->counting, tell_from_birthday, a);
    }
    tell_leap_readings(calendar, rule, born, a);
    return reach(calendar, rule, born, rule->age, moot_calendar_leap(calendar));
}

moot_code due_count_born(const moot_calendar *calendar, const due_rule *rule, moot_day first, moot_day last,
                         due_answer *a, moot_err *err)
{
    const moot_zone *zone = moot_calendar_zone(calendar);
    if (rule->has_length && !moot_unit_by_day((moot_unit)rule->length.unit)) {
        return moot_fail(err, MOOT_EUSAGE,
                         "a birthday is a day: count days, weeks, months or years from it, not \"%s\"", rule->text);
    }
    if (rule->anchor == DUE_AGES) {
        return count_window(calendar, rule, first, last, a, err);
    }
    moot_day lo = count_age(calendar, rule, first, a), hi = first == last ? lo : count_age(calendar, rule, last, a);
    a->at.lo = moot_day_start(zone, lo);
    a->at.hi = moot_day_start(zone, hi);
    fill(calendar, rule, a);
    a->provisional = rule->has_length &&
                     moot_calendar_provisional((moot_unit)rule->length.unit,
                                               attained(first, rule->age, moot_calendar_leap(calendar)), a->last);
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
    (void)moot_calendar_late_by(calendar, due.hi, done.lo, rule->has_length ? rule->length : days, late_by, size);
    return "late";
}
