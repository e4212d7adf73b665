/* moot due: a date with its count. The rule is one of
 *     10 working days            within that of --from
 *     5 working days before      that much before --from (or after)
 *     18                         the birthday, with --dob
 *     6 months before 18         that much before it (or after) */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "repl/cmd.h"
#include "vm/calendar.h"
#include "vm/protocol.h"

#define LONGEST_RULE 120
#define OLDEST 120
#define LONG_COUNT 60 /* a longer count backwards tells only the days that it skips */
#define HOUR 3600

typedef struct due_rule {
    char text[LONGEST_RULE];
    int has_duration;
    moot_duration duration;
    int before; /* counts backwards */
    int age;    /* -1: from a time */
    moot_counting counting;
} due_rule;

/* What is being told: the answer's lines, as text or as the elements of a JSON list. */
typedef struct telling {
    int json;
    moot_buf lines;
    int count;
} telling;

static const char *const weekdays[] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
                                        "Friday", "Saturday", "Sunday" };

static void tell_line(void *user, moot_day day, int number, const char *text)
{
    telling *t = user;
    char date[64];
    if (!t->json) {
        moot_buf_printf(&t->lines, "  %s\n", text);
        return;
    }
    moot_buf_printf(&t->lines, "%s{\"day\":\"%s\",\"number\":", t->count++ ? "," : "",
                    moot_day_text(day, date, sizeof date));
    if (number < 0) {
        moot_buf_str(&t->lines, "null");
    } else {
        moot_buf_int(&t->lines, number);
    }
    moot_buf_str(&t->lines, ",\"text\":");
    moot_buf_json(&t->lines, text);
    moot_buf_char(&t->lines, '}');
}

static void tell_day(telling *t, moot_day day, int number, const char *what)
{
    char date[64], line[256];
    snprintf(line, sizeof line, "%.3s %s %s", weekdays[moot_weekday(day)],
             moot_day_text(day, date, sizeof date), what);
    tell_line(t, day, number, line);
}

/* ---- the rule ---- */

static int parse_age(const char *text)
{
    static const char *const leads[] = { "turns ", "turning ", "age " };
    for (size_t i = 0; i < MOOT_COUNT(leads); i++) {
        if (strncmp(text, leads[i], strlen(leads[i])) == 0) {
            text += strlen(leads[i]);
        }
    }
    char *end;
    long age = strtol(text, &end, 10);
    int plain = end != text && text[0] >= '0' && text[0] <= '9';
    return plain && age <= OLDEST && (*end == '\0' || strcmp(end, "th birthday") == 0) ? (int)age
                                                                                       : -1;
}

/* Cuts "6 months before 18" in two at " before" or " after"; returns what stands behind it, NULL if
 * there is neither. */
static char *cut_direction(char *text, int *out_before)
{
    static const char *const words[] = { " after", " before" };
    for (int i = 0; i < 2; i++) {
        char *at = strstr(text, words[i]);
        size_t len = strlen(words[i]);
        if (at && (at[len] == '\0' || at[len] == ' ')) {
            *at = '\0';
            *out_before = i;
            return at[len] ? at + len + 1 : at + len;
        }
    }
    return NULL;
}

static moot_code read_rule(const char *text, due_rule *rule, moot_err *err)
{
    char copy[LONGEST_RULE];
    memset(rule, 0, sizeof *rule);
    if (strlen(text) >= sizeof copy) {
        return moot_fail(err, MOOT_EUSAGE, "the rule is longer than %d characters",
                         LONGEST_RULE - 1);
    }
    snprintf(copy, sizeof copy, "%s", text);
    snprintf(rule->text, sizeof rule->text, "%s", text);
    rule->age = parse_age(copy);
    if (rule->age >= 0) {
        return MOOT_OK;
    }
    char *rest = cut_direction(copy, &rule->before);
    if (rest && *rest) {
        rule->age = parse_age(rest);
        if (rule->age < 0) {
            return moot_fail(
                err, MOOT_EUSAGE,
                "after \"%s\" an age is expected, as in \"6 months before 18\"; it was \"%s\"",
                rule->before ? "before" : "after", rest);
        }
    }
    rule->has_duration = 1;
    if (moot_duration_parse(copy, &rule->duration, err)) {
        err->code = MOOT_EUSAGE;
    }
    return err->code;
}

static moot_code check_options(const moot_app *app, due_rule *rule, moot_err *err)
{
    int beginning = moot_cli_flag(&app->cli, "beginning-with");
    rule->counting = beginning ? MOOT_COUNT_BEGINNING : MOOT_COUNT_OF;
    if (rule->age >= 0 && !moot_cli_flag(&app->cli, "dob")) {
        return moot_fail(err, MOOT_EUSAGE, "a birthday needs --dob DATE, the date of birth");
    }
    if (rule->age < 0 && !moot_cli_flag(&app->cli, "from")) {
        return moot_fail(err, MOOT_EUSAGE, "\"%s\" needs --from TIME, when counting starts",
                         rule->text);
    }
    if (moot_cli_flag(&app->cli, rule->age >= 0 ? "from" : "dob")) {
        return moot_fail(err, MOOT_EUSAGE,
                         "--dob goes with a birthday and --from with a length of time, not both");
    }
    if (beginning &&
        (rule->before || !rule->has_duration || !moot_unit_by_day(rule->duration.unit))) {
        return moot_fail(err, MOOT_EUSAGE, "--beginning-with counts days forwards; \"%s\" does not",
                         rule->text);
    }
    return MOOT_OK;
}

/* ---- counting ---- */

/* The answer: a window of days (by_day) or of instants. */
typedef struct answer {
    int by_day;
    moot_day first, last;
    moot_when at;
    int provisional;
    const char *edge; /* "by the end of the day" */
} answer;

static moot_instant elapsed(moot_duration d)
{
    return (moot_instant)d.count * (d.unit == MOOT_HOURS ? HOUR : HOUR / 60);
}

static int is_provisional(moot_day day)
{
    int year, month, mday;
    moot_day_split(day, &year, &month, &mday);
    return year > MOOT_PUBLISHED_UNTIL;
}

/* Days backwards, told like moot_calendar_explain tells those forwards. */
static moot_day count_back(const moot_calendar *calendar, moot_day from, moot_duration by,
                           telling *t)
{
    moot_duration back = { -by.count, by.unit };
    moot_day to = moot_calendar_shift(calendar, from, back, MOOT_COUNT_OF);
    char what[160];
    tell_day(t, from, 0, "day 0 (trigger)");
    int working = by.unit == MOOT_WORKING_DAYS;
    int every_day = by.count <= LONG_COUNT && (working || by.unit == MOOT_DAYS);
    int number = 0;
    for (moot_day day = from - 1; day > to; day--) {
        const char *shut = working ? moot_calendar_shut(calendar, day) : NULL;
        if (shut) {
            snprintf(what, sizeof what, "skipped: %s", shut);
            tell_day(t, day, -1, what);
        } else if (every_day) {
            snprintf(what, sizeof what, "day %d", ++number);
            tell_day(t, day, number, what);
        }
    }
    char length[64];
    snprintf(what, sizeof what, "%s before", moot_duration_text(by, length, sizeof length));
    tell_day(t, to, by.count, what);
    return to;
}

static moot_instant tell_elapsed(const moot_zone *zone, moot_instant from, moot_duration by,
                                 telling *t)
{
    char length[64], what[160];
    const moot_instant ends[] = { from, from - elapsed(by) };
    for (int i = 0; i < 2; i++) {
        moot_day day = moot_day_at(zone, ends[i]);
        int second = moot_second_of_day(zone, ends[i]);
        snprintf(what, sizeof what, "%02d:%02d %s%s", second / HOUR, second % HOUR / 60,
                 i ? moot_duration_text(by, length, sizeof length) : "the count starts",
                 i ? " before" : "");
        tell_day(t, day, i ? by.count : 0, what);
    }
    return ends[1];
}

/* One end of the window: from an instant. */
static moot_instant count_from(const moot_calendar *calendar, moot_instant from,
                               const due_rule *rule, telling *t, int *out_provisional)
{
    const moot_zone *zone = moot_calendar_zone(calendar);
    if (!rule->before) {
        moot_due due =
            moot_calendar_explain(calendar, from, rule->duration, rule->counting, tell_line, t);
        *out_provisional |= due.provisional;
        return due.at;
    }
    if (!moot_unit_by_day(rule->duration.unit)) {
        return tell_elapsed(zone, from, rule->duration, t);
    }
    moot_day to = count_back(calendar, moot_day_at(zone, from), rule->duration, t);
    *out_provisional |=
        rule->duration.unit == MOOT_WORKING_DAYS && is_provisional(moot_day_at(zone, from));
    return moot_day_start(zone, to);
}

static void fill_answer(const moot_zone *zone, const due_rule *rule, answer *a)
{
    a->by_day = !rule->has_duration || moot_unit_by_day(rule->duration.unit);
    a->first = moot_day_at(zone, a->at.lo);
    a->last = moot_day_at(zone, a->at.hi);
    if (a->by_day) {
        a->edge = rule->before || !rule->has_duration ? "from the start of the day"
                                                      : "by the end of the day";
    }
}

static void count_time(const moot_calendar *calendar, moot_when from, const due_rule *rule,
                       telling *t, answer *a)
{
    moot_instant lo = count_from(calendar, from.lo, rule, t, &a->provisional);
    moot_instant hi = lo;
    if (!moot_when_exact(from)) {
        telling mute = { t->json, { NULL, 0, 0, 0 }, 0 };
        hi = count_from(calendar, from.hi, rule, &mute, &a->provisional);
        moot_buf_done(&mute.lines);
    }
    a->at.lo = lo;
    a->at.hi = hi;
    fill_answer(moot_calendar_zone(calendar), rule, a);
}

static moot_day tell_birthday(moot_day born, int age, telling *t)
{
    char date[64], what[160];
    moot_day day = moot_birthday(born, age, MOOT_LEAP_1_MARCH);
    int year, month, mday, month_now, mday_now;
    moot_day_split(born, &year, &month, &mday);
    moot_day_split(day, &year, &month_now, &mday_now);
    int moved = mday != mday_now;
    snprintf(what, sizeof what, "turns %d (born %s%s)", age, moot_day_text(born, date, sizeof date),
             moved ? "; no 29 February that year" : "");
    tell_day(t, day, 0, what);
    return day;
}

static moot_day count_birthday(const moot_calendar *calendar, moot_day born, const due_rule *rule,
                               telling *t, answer *a)
{
    moot_day day = tell_birthday(born, rule->age, t);
    if (!rule->has_duration) {
        return day;
    }
    const moot_zone *zone = moot_calendar_zone(calendar);
    telling mute = { t->json, { NULL, 0, 0, 0 }, 0 };
    int by_month = rule->duration.unit == MOOT_MONTHS || rule->duration.unit == MOOT_YEARS;
    moot_instant at = count_from(calendar, moot_day_start(zone, day), rule, by_month ? &mute : t,
                                 &a->provisional);
    moot_buf_done(&mute.lines);
    moot_day to = moot_day_at(zone, at);
    if (by_month) {
        char what[160], length[64];
        moot_duration_text(rule->duration, length, sizeof length);
        snprintf(what, sizeof what, "%s %s", length, rule->before ? "before" : "after");
        tell_day(t, to, rule->duration.count, what);
    }
    return to;
}

static moot_code count_age(const moot_app *app, const moot_calendar *calendar, const due_rule *rule,
                           telling *t, answer *a, moot_err *err)
{
    moot_day first = 0, last = 0;
    const moot_zone *zone = moot_calendar_zone(calendar);
    if (moot_cmd_day(app, "dob", &first, &last, err)) {
        return err->code;
    }
    if (rule->has_duration && !moot_unit_by_day(rule->duration.unit)) {
        return moot_fail(
            err, MOOT_EUSAGE,
            "a birthday is a day: count days, weeks, months or years from it, not \"%s\"",
            rule->text);
    }
    telling mute = { t->json, { NULL, 0, 0, 0 }, 0 };
    moot_day lo = count_birthday(calendar, first, rule, t, a);
    moot_day hi = first == last ? lo : count_birthday(calendar, last, rule, &mute, a);
    moot_buf_done(&mute.lines);
    a->at.lo = moot_day_start(zone, lo);
    a->at.hi = moot_day_start(zone, hi);
    fill_answer(zone, rule, a);
    return MOOT_OK;
}

/* ---- telling ---- */

static void answer_text(const moot_zone *zone, const answer *a, char *text, size_t size)
{
    if (a->by_day) {
        moot_days_text(a->first, a->last, text, size);
    } else {
        moot_when_text(zone, a->at, text, size);
    }
}

/* What stands behind the date: its weekday, or that it is a window; and that its holidays are not
 * published yet. */
static void tell_remark(const answer *a, moot_buf *out)
{
    if (a->first != a->last) {
        moot_buf_str(out, " (the start is not known to the day; the count is of the earliest)");
    } else if (!a->by_day && !moot_when_exact(a->at)) {
        moot_buf_printf(out,
                        " (%s; the start is not known to the minute; the count is of the earliest)",
                        weekdays[moot_weekday(a->first)]);
    } else {
        moot_buf_printf(out, " (%s%s%s)", weekdays[moot_weekday(a->first)], a->edge ? ", " : "",
                        a->edge ? a->edge : "");
    }
    if (a->provisional) {
        moot_buf_printf(out, ", provisional: bank holidays are published to %d",
                        MOOT_PUBLISHED_UNTIL);
    }
    moot_buf_char(out, '\n');
}

static void explain_rule(const due_rule *rule, moot_buf *out)
{
    const char *why;
    if (rule->before || !rule->has_duration) {
        why = "a birthday begins at midnight; someone born on 29 February has it on 1 March in a "
              "common year";
        why = rule->age >= 0 ? why : "counted backwards; the day itself is day 0";
    } else if (!moot_unit_by_day(rule->duration.unit)) {
        why = "minutes and hours are elapsed time, whatever a clock change does; on the minute is "
              "in time";
    } else if (rule->counting == MOOT_COUNT_BEGINNING) {
        why = "\"beginning with\" makes the first day day 1 (Trow v Ind Coope 1967); it ends at "
              "the end of the last day";
    } else if (rule->duration.unit == MOOT_MONTHS || rule->duration.unit == MOOT_YEARS) {
        why =
            "the corresponding date, or the month's last day if it has none (Dodds v Walker 1981)";
    } else {
        why = "\"within N days of\" makes the first day day 0; it ends at the end of the last day";
    }
    moot_buf_printf(out, "  Rule: %s.\n", why);
}

static void tell_text(const moot_app *app, const moot_zone *zone, const due_rule *rule,
                      const answer *a, const telling *t)
{
    moot_buf out;
    char text[160];
    moot_buf_init(&out);
    answer_text(zone, a, text, sizeof text);
    moot_buf_str(&out, text);
    if (!moot_cli_flag(&app->cli, "brief")) {
        tell_remark(a, &out);
        moot_buf_str(&out, moot_buf_text(&t->lines));
        if (moot_cli_flag(&app->cli, "explain")) {
            explain_rule(rule, &out);
        }
    } else {
        moot_buf_char(&out, '\n');
    }
    moot_say_buf(&out);
    moot_buf_done(&out);
}

static void tell_json(const moot_app *app, const moot_zone *zone, const due_rule *rule,
                      const answer *a, const telling *t)
{
    moot_buf out;
    char text[160];
    moot_buf_init(&out);
    answer_text(zone, a, text, sizeof text);
    moot_buf_str(&out, "{\"due\":");
    moot_buf_json(&out, text);
    moot_buf_printf(&out, ",\"weekday\":%s%s%s,\"%s\":", a->first == a->last ? "\"" : "",
                    a->first == a->last ? weekdays[moot_weekday(a->first)] : "null",
                    a->first == a->last ? "\"" : "", rule->age >= 0 ? "dob" : "from");
    moot_buf_json(&out, moot_cli_text(&app->cli, rule->age >= 0 ? "dob" : "from"));
    moot_buf_str(&out, ",\"rule\":");
    moot_buf_json(&out, rule->text);
    moot_buf_printf(&out, ",\"counting\":\"%s\",\"provisional\":%s",
                    rule->counting == MOOT_COUNT_BEGINNING ? "beginning with" : "of",
                    a->provisional ? "true" : "false");
    if (!moot_cli_flag(&app->cli, "brief")) {
        moot_buf_printf(&out, ",\"trace\":[%s]", moot_buf_text(&t->lines));
    }
    moot_buf_str(&out, "}\n");
    moot_say_buf(&out);
    moot_buf_done(&out);
}

/* ---- the command ---- */

static moot_code count(const moot_app *app, const moot_calendar *calendar, const due_rule *rule,
                       moot_err *err)
{
    telling t = { app->say.json, { NULL, 0, 0, 0 }, 0 };
    answer a;
    memset(&a, 0, sizeof a);
    const moot_zone *zone = moot_calendar_zone(calendar);
    moot_when from = { 0, 0 };
    if (rule->age >= 0) {
        count_age(app, calendar, rule, &t, &a, err);
    } else if (!moot_cmd_time(app, "from", zone, &from, err)) {
        count_time(calendar, from, rule, &t, &a);
    }
    if (!err->code && (a.first <= MOOT_DAY_MIN || a.last >= MOOT_DAY_MAX)) { /* clamped: no answer */
        moot_fail(err, MOOT_EUSAGE,
                  "the count leaves the years that moot knows, which are 1900 to 2199");
    }
    if (!err->code) {
        (app->say.json ? tell_json : tell_text)(app, zone, rule, &a, &t);
    }
    moot_buf_done(&t.lines);
    return err->code;
}

/* England and Wales, without a council's closure days. */
static moot_code count_plain(const moot_app *app, const due_rule *rule, moot_err *err)
{
    moot_zone *zone = NULL;
    moot_calendar *calendar = NULL;
    if (!moot_zone_load("Europe/London", &zone, err) &&
        !moot_calendar_new(zone, "", &calendar, err) && !moot_calendar_freeze(calendar, err)) {
        count(app, calendar, rule, err);
    }
    moot_calendar_free(calendar);
    moot_zone_free(zone);
    return err->code;
}

void moot_cmd_due(moot_app *app)
{
    due_rule rule;
    moot_err err;
    moot_err_init(&err);
    moot_protocol *protocol = NULL;
    const char *council = moot_cli_text(&app->cli, "council");
    if (read_rule(moot_cli_text(&app->cli, "rule"), &rule, &err) ||
        check_options(app, &rule, &err)) {
        goto out;
    }
    if (!council) {
        count_plain(app, &rule, &err);
    } else if (!moot_cmd_protocol(app, council, &protocol)) {
        count(app, protocol->calendars[0], &rule, &err);
    }
out:
    if (err.code) {
        moot_say_error(&app->say, &err);
    }
    moot_protocol_free(protocol);
}
