/* The count trace: how a due date comes about, told as a patient person would count it on a wall
 * calendar. Days are walked one by one here, on purpose: this is the second opinion on the tables
 * that moot_calendar_due looks into, and the tests hold the two against each other. */
#include "vm/calendar/calendar_internal.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "vm/time/period.h"

#define LONG_COUNT 60 /* days; beyond it, runs of counted days are one line */

static const char *const weekdays[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };

typedef struct trace {
    const moot_calendar *calendar;
    moot_count_line *line;
    void *user;
    moot_day trigger, last; /* the last day is the one that something is due on */
    int provisional;
    int step;           /* 1 forwards, -1 back */
    int merge;          /* runs are one line */
    int clear;          /* the last day comes after the days counted, and is none of them */
    int number;         /* days counted so far */
    moot_day run_first; /* the run not told yet; valid while run_length > 0 */
    int run_length;
} trace;

/* ---- lines ---- */

static void tell(const trace *t, moot_day shown, moot_day day, int number, const char *fmt,
                 va_list args) MOOT_PRINTF(5, 0);
static void say(const trace *t, moot_day day, int number, const char *fmt, ...) MOOT_PRINTF(4, 5);
static void say_run(const trace *t, moot_day first, moot_day end, const char *fmt, ...)
    MOOT_PRINTF(4, 5);

/* One line: weekday and date of the day shown, then the formatted rest. */
static void tell(const trace *t, moot_day shown, moot_day day, int number, const char *fmt,
                 va_list args)
{
    char text[256], date[16];
    int len = snprintf(text, sizeof text, "%s %s ", weekdays[moot_weekday(shown)],
                       moot_day_text(shown, date, sizeof date));
    vsnprintf(text + len, sizeof text - (size_t)len, fmt, args);
    t->line(t->user, day, number, text);
}

static void say(const trace *t, moot_day day, int number, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    tell(t, day, day, number, fmt, args);
    va_end(args);
}

/* A line that begins with the first day of a run and speaks of its last. */
static void say_run(const trace *t, moot_day first, moot_day end, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    tell(t, first, end, t->number, fmt, args);
    va_end(args);
}

/* " (trigger)", " (due)", " (trigger, due)" or "". */
static const char *mark(const trace *t, moot_day day, char *buf, size_t size)
{
    int is_trigger = day == t->trigger, is_due = day == t->last;
    if (!is_trigger && !is_due) {
        return "";
    }
    char note[80] = "";
    if (is_due && t->provisional) {
        snprintf(note, sizeof note, ", provisional: %s", moot_provisional_text(t->provisional));
    }
    snprintf(buf, size, " (%s%s%s%s)", is_trigger ? "trigger" : "",
             is_trigger && is_due ? ", " : "", is_due ? "due" : "", note);
    return buf;
}

/* ---- days, weeks, working days ---- */

static void tell_run(trace *t)
{
    const char *back = t->step < 0 ? " back" : "";
    moot_day end = t->run_first + t->step * (t->run_length - 1);
    char date[16];
    if (t->run_length == 1) {
        say(t, end, t->number, "day %d%s", t->number, back);
    } else if (t->run_length > 1) {
        say_run(t, t->run_first, end, "to %s %s days %d to %d%s", weekdays[moot_weekday(end)],
                moot_day_text(end, date, sizeof date), t->number - t->run_length + 1, t->number,
                back);
    }
    t->run_length = 0;
}

static void count_day(trace *t, moot_day day)
{
    char buf[128];
    int plain = day != t->trigger && day != t->last;
    if (!plain || !t->merge) {
        tell_run(t);
        t->number++;
        say(t, day, t->number, "day %d%s%s", t->number, t->step < 0 ? " back" : "",
            mark(t, day, buf, sizeof buf));
        return;
    }
    if (t->run_length++ == 0) {
        t->run_first = day;
    }
    t->number++;
}

/* The day after so many clear ones. */
static void after_clear(trace *t, moot_day day)
{
    char buf[128];
    tell_run(t);
    say(t, day, t->number, "%s %d clear day%s%s", t->step < 0 ? "before" : "after", t->number,
        t->number == 1 ? "" : "s", mark(t, day, buf, sizeof buf));
}

static void skip_day(trace *t, moot_day day, const char *why)
{
    char buf[128];
    tell_run(t);
    say(t, day, -1, "skipped: %s%s", why, mark(t, day, buf, sizeof buf));
}

/* Each day from the trigger's to the last. The trigger's day is counted only if it is day 1. */
static void tell_days(trace *t, int only_working, int trigger_counts)
{
    char buf[128];
    if (!trigger_counts) {
        say(t, t->trigger, 0, "day 0%s", mark(t, t->trigger, buf, sizeof buf));
    }
    moot_day day = trigger_counts ? t->trigger : t->trigger + t->step;
    for (; t->step * (t->last - day) >= 0; day += t->step) {
        const char *shut = only_working ? moot_calendar_shut(t->calendar, day) : NULL;
        if (shut) {
            skip_day(t, day, shut);
        } else if (t->clear && day == t->last) {
            after_clear(t, day);
        } else {
            count_day(t, day);
        }
    }
}

/* ---- months and years ---- */

static void tell_months(const trace *t, moot_duration within, moot_counting counting)
{
    static const char *const names[] = { "January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December" };
    char buf[128], length[32];
    int beginning = counting == MOOT_COUNT_BEGINNING && within.count != 0;
    int year, month, mday, last_mday;
    say(t, t->trigger, beginning, "day %d%s", beginning, mark(t, t->trigger, buf, sizeof buf));
    if (t->last == t->trigger) {
        return;
    }
    moot_duration size = { t->step * within.count, within.unit };
    moot_duration_text(size, length, sizeof length);
    moot_day_split(t->trigger, &year, &month, &mday);
    moot_day_split(t->last, &year, &month, &last_mday);
    const char *due = mark(t, t->last, buf, sizeof buf);
    if (t->clear) {
        say(t, t->last, size.count, "%s %s%s", t->step > 0 ? "after the whole of" : "before the whole of",
            length, due);
    } else if (mday > moot_month_days(year, month)) {
        say(t, t->last, size.count, "%s %s: %s %d has no %d, so its last day counts%s", length,
            t->step > 0 ? "later" : "earlier", names[month - 1], year, mday, due);
    } else if (beginning) {
        say(t, t->last, size.count, "%s of %s %s day 1%s", t->step > 0 ? "last day" : "first day",
            length, t->step > 0 ? "beginning with" : "ending with", due);
    } else {
        say(t, t->last, size.count, "%s %s%s", length, t->step > 0 ? "later" : "earlier", due);
    }
}

/* ---- periods ---- */

static void tell_period(const trace *t, moot_period period)
{
    char label[24], buf[96];
    moot_period_label(period, t->trigger, label, sizeof label);
    if (t->last != t->trigger) {
        say(t, t->trigger, 0, "in the %s of %s%s", moot_period_text(period), label,
            mark(t, t->trigger, buf, sizeof buf));
    }
    say(t, t->last, 1, "last day of the %s of %s%s", moot_period_text(period), label,
        mark(t, t->last, buf, sizeof buf));
}

/* ---- minutes and hours ---- */

/* Each clock change in the count, as the length of its day: 48 hours then end at another time of
 * day. */
static void tell_changes(const trace *t, moot_instant from, moot_instant until)
{
    const moot_zone *zone = moot_calendar_zone(t->calendar);
    moot_instant at = from;
    int shift;
    while (moot_zone_next_change(zone, at, &at, &shift) && at <= until) {
        moot_day day = moot_day_at(zone, at);
        moot_instant length = moot_day_end(zone, day) - moot_day_start(zone, day) + 1;
        say(t, day, -1, "the clocks go %s: this day has %lld hours", shift > 0 ? "forward" : "back",
            (long long)(length / 3600));
    }
}

/* "09:15", with seconds if there are any, and with the offset in October's repeated hour. */
static const char *clock_text(const moot_zone *zone, moot_instant at, char *buf, size_t size)
{
    int second = moot_second_of_day(zone, at);
    int len = snprintf(buf, size, "%02d:%02d", second / 3600, second / 60 % 60);
    if (second % 60) {
        len += snprintf(buf + len, size - (size_t)len, ":%02d", second % 60);
    }
    moot_instant first;
    if (moot_instant_of(zone, moot_day_at(zone, at), second, &first, NULL) == MOOT_WALL_REPEATED) {
        moot_offset_text(moot_zone_offset(zone, at), buf + len, size - (size_t)len);
    }
    return buf;
}

static void tell_elapsed(const trace *t, moot_instant from, moot_instant until,
                         moot_duration within)
{
    const moot_zone *zone = moot_calendar_zone(t->calendar);
    char clock[32], length[32];
    say(t, t->trigger, 0, "%s the clock starts", clock_text(zone, from, clock, sizeof clock));
    tell_changes(t, from < until ? from : until, from < until ? until : from);
    moot_duration size = { within.count < 0 ? -within.count : within.count, within.unit };
    say(t, t->last, size.count, "%s %s %s (due)", clock_text(zone, until, clock, sizeof clock),
        moot_duration_text(size, length, sizeof length), until < from ? "earlier" : "later");
}

/* ---- the whole ---- */

moot_due moot_calendar_explain(const moot_calendar *calendar, moot_instant from,
                               moot_duration within, moot_counting counting, moot_count_line *line,
                               void *user)
{
    const moot_zone *zone = moot_calendar_zone(calendar);
    moot_due due = moot_calendar_due(calendar, from, within, counting);
    if (from == MOOT_NEVER || from == MOOT_ALWAYS) {
        return due;
    }
    trace t = { .calendar = moot_calendar_for(calendar, (moot_unit)within.unit), .line = line, .user = user, .provisional = due.provisional };
    t.trigger = moot_day_at(zone, from);
    t.last = moot_day_at(zone, due.at);
    t.step = t.last < t.trigger ? -1 : 1;
    t.clear = counting == MOOT_COUNT_CLEAR && within.count != 0;
    t.merge = t.step * (t.last - t.trigger) > LONG_COUNT;
    moot_unit unit = (moot_unit)within.unit;
    if (!moot_unit_by_day(unit)) {
        tell_elapsed(&t, from, due.at, within);
    } else if (unit == MOOT_MONTHS || unit == MOOT_YEARS) {
        tell_months(&t, within, counting);
    } else if (moot_period_of_unit((int)unit) >= 0) {
        tell_period(&t, (moot_period)moot_period_of_unit((int)unit));
    } else {
        tell_days(&t, moot_unit_working(unit), counting == MOOT_COUNT_BEGINNING && within.count != 0);
    }
    return due;
}
