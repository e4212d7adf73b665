/* moot due: a time limit counted day by day (due.h), with the calendar of England and Wales or of a council, as it is known
 * now or as it was known on a day. */
#include <stdio.h>
#include <string.h>

#include "repl/cli/cmd.h"
#include "repl/cli/time_words.h"
#include "repl/command/due.h"
#include "vm/protocol/protocol.h"

static const char *const weekdays[] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
                                        "Friday", "Saturday", "Sunday" };

/* ---- options ---- */

static int from_birth(const due_rule *rule)
{
    return rule->anchor == DUE_AGE || rule->anchor == DUE_AGES;
}

static moot_code check_start(const moot_app *app, const due_rule *rule, moot_err *err)
{
    int from = moot_cli_flag(&app->cli, "from"), dob = moot_cli_flag(&app->cli, "dob");
    if (rule->anchor == DUE_AGE && !rule->has_length && from && !dob) {
        return moot_fail(err, MOOT_EUSAGE,
                         "\"%s\" is read as an age, which is counted from --dob DATE; a length of time has its unit: \"%s "
                         "days\", \"%s working days\"",
                         rule->text, rule->text, rule->text);
    }
    if (from_birth(rule) && !dob) {
        return moot_fail(err, MOOT_EUSAGE, "a birthday needs --dob DATE, the date of birth");
    }
    if (rule->anchor == DUE_FROM && !from) {
        return moot_fail(err, MOOT_EUSAGE,
                         "\"%s\" needs --from TIME, when counting starts, as in --from \"2026-05-21 12:00\"",
                         rule->text);
    }
    if (rule->anchor == DUE_DATE && from) {
        return moot_fail(err, MOOT_EUSAGE, "\"%s\" says itself what it counts from; leave --from away", rule->text);
    }
    if (from_birth(rule) ? from : dob) {
        return moot_fail(err, MOOT_EUSAGE,
                         "--dob goes with a birthday and --from with a length of time, not both");
    }
    if (from_birth(rule) && moot_cli_flag(&app->cli, "done")) {
        return moot_fail(err, MOOT_EUSAGE, "--done goes with a length of time from a moment, not with a birthday");
    }
    return MOOT_OK;
}

/* --beginning-with and --counting say how the days are counted, where the rule's own words do not. */
static moot_code read_counting(const moot_app *app, due_rule *rule, moot_err *err)
{
    static const char *const words[] = {
#define X(name, text) text,
        MOOT_COUNTINGS(X)
#undef X
    };
    int beginning = moot_cli_flag(&app->cli, "beginning-with"), how = -1;
    if (moot_cli_choice(&app->cli, "counting", words, MOOT_COUNT(words), &how, err)) {
        return err->code;
    }
    if (beginning && how >= 0 && how != MOOT_COUNT_BEGINNING) {
        return moot_fail(err, MOOT_EUSAGE, "--beginning-with and --counting \"%s\" contradict each other", words[how]);
    }
    how = beginning ? MOOT_COUNT_BEGINNING : how;
    if (how < 0) {
        return MOOT_OK;
    }
    if (rule->more_count) {
        return moot_fail(err, MOOT_EUSAGE, "%s speaks of one count; \"%s\" has several, each of which may say \"clear\" itself",
                         beginning ? "--beginning-with" : "--counting", rule->text);
    }
    if (!rule->has_length || !moot_unit_by_day((moot_unit)rule->length.unit)) {
        return moot_fail(err, MOOT_EUSAGE, "%s counts days; \"%s\" has none to count",
                         beginning ? "--beginning-with" : "--counting", rule->text);
    }
    if (rule->says_counting && (moot_counting)how != rule->counting) {
        return moot_fail(err, MOOT_EUSAGE, "\"%s\" says itself how it is counted; leave %s away", rule->text,
                         beginning ? "--beginning-with" : "--counting");
    }
    rule->counting = (moot_counting)how;
    return MOOT_OK;
}

static moot_code read_leap(const moot_app *app, moot_leap *out, moot_err *err)
{
    static const char *const words[] = {
#define X(name, text) text,
        MOOT_LEAPS(X)
#undef X
    };
    int leap = (int)*out;
    if (!moot_cli_choice(&app->cli, "leap-birthday", words, MOOT_COUNT(words), &leap, err)) {
        *out = (moot_leap)leap;
    }
    return err->code;
}

/* ---- telling ---- */

static int is_window(const due_answer *a)
{
    return a->by_day ? a->first != a->last : !moot_when_exact(a->at);
}

static void answer_text(const moot_zone *zone, const due_answer *a, char *text, size_t size)
{
    if (a->by_day) {
        moot_days_text(a->first, a->last, text, size);
    } else {
        moot_when_text(zone, a->at, text, size);
    }
}

/* The earliest and the latest, each as a day or an instant. */
static void ends_text(const moot_zone *zone, const due_answer *a, char lo[64], char hi[64])
{
    if (a->by_day) {
        moot_day_text(a->first, lo, 64);
        moot_day_text(a->last, hi, 64);
    } else {
        moot_instant_text(zone, a->at.lo, lo, 64);
        moot_instant_text(zone, a->at.hi, hi, 64);
    }
}

/* A window of ages of somebody whose birth is a window: the two that it may be. */
static void tell_windows(const due_answer *a, moot_buf *out)
{
    char begins[2][16], ends[2][16];
    moot_buf_printf(out, " (earliest %s to %s, latest %s to %s: the date of birth is not known to the day)",
                    moot_day_text(a->begins[0], begins[0], sizeof begins[0]), moot_day_text(a->ends[0], ends[0], sizeof ends[0]),
                    moot_day_text(a->begins[1], begins[1], sizeof begins[1]), moot_day_text(a->ends[1], ends[1], sizeof ends[1]));
}

/* What stands behind the date: its weekday, or what it means that there are several. */
static void tell_remark(const due_rule *rule, const moot_zone *zone, const due_answer *a, moot_buf *out)
{
    char lo[64], hi[64];
    ends_text(zone, a, lo, hi);
    if (rule->anchor == DUE_AGES && a->count > 1) {
        tell_windows(a, out);
    } else if (rule->anchor == DUE_AGES) {
        moot_buf_printf(out, " (%s to %s, the first and the last day)", weekdays[moot_weekday(a->first)],
                        weekdays[moot_weekday(a->last)]);
    } else if (is_window(a)) {
        moot_buf_printf(out, " (earliest %s, latest %s: the %s is not known to the %s)", lo, hi,
                        from_birth(rule) ? "date of birth" : "start", a->by_day ? "day" : "minute");
    } else {
        moot_buf_printf(out, " (%s%s%s)", weekdays[moot_weekday(a->first)], a->edge ? ", " : "",
                        a->edge ? a->edge : "");
    }
    if (a->provisional) {
        moot_buf_printf(out, ", provisional: %s", moot_provisional_text(a->provisional));
    }
    moot_buf_char(out, '\n');
}

static int by_months(const due_rule *rule)
{
    return rule->length.unit == MOOT_MONTHS || rule->length.unit == MOOT_YEARS;
}

static const char *rule_in_words(const due_rule *rule)
{
    if (rule->more_count) {
        return "counted left to right, each from the day that the one before it reached; a day that a month lacks is its last "
               "(Dodds v Walker 1981)";
    }
    if (from_birth(rule) && rule->has_length && !by_months(rule) && rule->counting == MOOT_COUNT_OF) {
        return "a birthday begins at midnight, and is itself day 0";
    }
    if (from_birth(rule) && (!rule->has_length || by_months(rule))) {
        return rule->anchor == DUE_AGE && rule->has_length
                   ? "a birthday begins at midnight; months go by the corresponding date, or the month's last day "
                     "(Dodds v Walker 1981)"
                   : "a birthday begins at midnight; someone born on 29 February has it on 1 March in a common year, "
                     "unless --leap-birthday says otherwise";
    }
    if (!moot_unit_by_day((moot_unit)rule->length.unit)) {
        return "minutes and hours are elapsed time, whatever a clock change does; on the minute is in time";
    }
    if (rule->counting == MOOT_COUNT_CLEAR) {
        return "of clear days neither end counts: they lie wholly between";
    }
    if (rule->counting == MOOT_COUNT_BEGINNING) {
        return rule->length.count < 0 ? "\"ending with\" makes the last day day 1"
                                      : "\"beginning with\" makes the first day day 1 (Trow v Ind Coope 1967); it ends at "
                                        "the end of the last day";
    }
    if (rule->length.count < 0) {
        return "counted backwards; the day itself is day 0; it ends at the end of the day that is reached";
    }
    if (by_months(rule)) {
        return "the corresponding date, or the month's last day if it has none (Dodds v Walker 1981)";
    }
    return "\"within N days of\" makes the first day day 0; it ends at the end of the last day";
}

/* For --explain: the rule in words, and whose calendar it is, as known when. */
static void explain(const due_rule *rule, const moot_calendar *calendar, const due_answer *a, moot_buf *out)
{
    char date[16];
    moot_day known = moot_calendar_known(calendar);
    const char *name = moot_calendar_name(calendar);
    moot_buf_printf(out, "  Rule: %s.\n", rule_in_words(rule));
    if (due_counts_working_days(rule)) {
        moot_buf_printf(out, "  Calendar: bank holidays of England and Wales, published to %d%s%s.\n",
                        MOOT_PUBLISHED_UNTIL, name[0] ? ", and the closure days of " : "", name);
    }
    if (known < MOOT_DAY_MAX) {
        moot_buf_printf(out, "  Known on: %s; what was announced later is left out.\n",
                        moot_day_text(known, date, sizeof date));
    }
    moot_buf_str(out, moot_buf_text(&a->notes));
}

static void tell_verdict(const char *verdict, const char *late_by, moot_buf *out)
{
    moot_buf_printf(out, "  Done: %s%s%s\n", verdict, late_by[0] ? " by " : "", late_by);
}

/* Where there are two, each says which it is. */
static void tell_count(const due_rule *rule, const due_answer *a, const due_count *c, moot_buf *out)
{
    if (a->count > 1) {
        moot_buf_printf(out, "  At the %s, %s %s:\n", c == a->counts ? "earliest" : "latest",
                        from_birth(rule) ? "born on" : "from", c->from);
    }
    moot_buf_str(out, moot_buf_text(&c->lines));
    if (c->readings_count) {
        moot_buf_printf(out, "  Read otherwise%s:\n%s", rule->anchor == DUE_AGES ? "" : ", the safest first",
                        moot_buf_text(&c->readings));
    }
}

static void tell_text(const moot_app *app, const moot_calendar *calendar, const due_rule *rule,
                      const due_answer *a, const char *verdict, const char *late_by)
{
    const moot_zone *zone = moot_calendar_zone(calendar);
    moot_buf out;
    char text[160];
    moot_buf_init(&out);
    answer_text(zone, a, text, sizeof text);
    moot_buf_str(&out, text);
    if (moot_cli_flag(&app->cli, "brief")) {
        moot_buf_char(&out, '\n');
    } else {
        tell_remark(rule, zone, a, &out);
        for (int i = 0; i < a->count; i++) {
            tell_count(rule, a, &a->counts[i], &out);
        }
        if (moot_cli_flag(&app->cli, "explain")) {
            explain(rule, calendar, a, &out);
        }
    }
    if (verdict) {
        tell_verdict(verdict, late_by, &out);
    }
    moot_say_buf(&out);
    moot_buf_done(&out);
}

static void put_pair(moot_buf *out, const char *key, const char *text)
{
    moot_buf_printf(out, ",\"%s\":", key);
    if (text) {
        moot_buf_json(out, text);
    } else {
        moot_buf_str(out, "null");
    }
}

static void tell_json(const moot_app *app, const moot_calendar *calendar, const due_rule *rule,
                      const due_answer *a, const char *verdict, const char *late_by)
{
    const moot_zone *zone = moot_calendar_zone(calendar);
    moot_buf out;
    char text[160], lo[64], hi[64];
    moot_buf_init(&out);
    answer_text(zone, a, text, sizeof text);
    ends_text(zone, a, lo, hi);
    moot_buf_str(&out, "{\"due\":");
    moot_buf_json(&out, text);
    put_pair(&out, "weekday", a->first == a->last ? weekdays[moot_weekday(a->first)] : NULL);
    put_pair(&out, "earliest", lo);
    put_pair(&out, "latest", hi);
    put_pair(&out, from_birth(rule) ? "dob" : "from",
             rule->anchor == DUE_DATE ? rule->date : moot_cli_text(&app->cli, from_birth(rule) ? "dob" : "from"));
    put_pair(&out, "rule", rule->text);
    put_pair(&out, "counting", moot_counting_text(rule->counting));
    put_pair(&out, "edge", a->edge);
    moot_buf_printf(&out, ",\"provisional\":%s", a->provisional ? "true" : "false");
    if (moot_cli_flag(&app->cli, "known-on")) {
        put_pair(&out, "known_on", moot_cli_text(&app->cli, "known-on"));
    }
    if (verdict) {
        put_pair(&out, "done", moot_cli_text(&app->cli, "done"));
        put_pair(&out, "status", verdict);
        put_pair(&out, "late_by", late_by[0] ? late_by : NULL);
    }
    if (!moot_cli_flag(&app->cli, "brief")) {
        moot_buf_printf(&out, ",\"trace\":[%s],\"readings\":[%s]", moot_buf_text(&a->counts[0].lines),
                        moot_buf_text(&a->counts[0].readings));
        if (a->count > 1) { /* the start is a window: those above are of its earliest */
            moot_buf_printf(&out, ",\"trace_latest\":[%s],\"readings_latest\":[%s]", moot_buf_text(&a->counts[1].lines),
                            moot_buf_text(&a->counts[1].readings));
        }
    }
    moot_buf_str(&out, "}\n");
    moot_say_buf(&out);
    moot_buf_done(&out);
}

/* ---- the command ---- */

static moot_code count_birth(const moot_app *app, const moot_calendar *calendar, const due_rule *rule,
                             due_answer *a, moot_err *err)
{
    moot_day first = 0, last = 0;
    return moot_cmd_day(app, "dob", &first, &last, err) ? err->code
                                                        : due_count_born(calendar, rule, first, last, a, err);
}

static moot_code count_moment(const moot_app *app, const moot_calendar *calendar, const due_rule *rule,
                              due_answer *a, moot_err *err)
{
    char written[TIME_WRITTEN];
    moot_when from = { 0, 0 };
    const moot_zone *zone = moot_calendar_zone(calendar);
    if (rule->anchor == DUE_FROM) {
        if (moot_cmd_time(app, "from", zone, &from, err)) {
            return err->code;
        }
    } else {
        const char *date = time_written(rule->date, written, err);
        if (!date || moot_when_parse(zone, date, &from, err)) {
            err->code = err->code == MOOT_EDATA ? MOOT_EUSAGE : err->code;
            return err->code;
        }
    }
    due_count_from(calendar, rule, from, a);
    return MOOT_OK;
}

static moot_code count(const moot_app *app, const moot_calendar *calendar, const due_rule *rule,
                       moot_err *err)
{
    due_answer a;
    char late_by[64] = "";
    const char *verdict = NULL;
    moot_when done = { MOOT_NEVER, MOOT_NEVER };
    due_answer_init(&a, app->say.json);
    if (from_birth(rule)) {
        count_birth(app, calendar, rule, &a, err);
    } else {
        count_moment(app, calendar, rule, &a, err);
    }
    if (!err->code && (a.first <= MOOT_DAY_MIN || a.last >= MOOT_DAY_MAX)) { /* clamped: no answer */
        moot_fail(err, MOOT_EUSAGE,
                  "the count leaves the years that moot knows, which are 1900 to 2199");
    }
    if (!err->code && !moot_cmd_time(app, "done", moot_calendar_zone(calendar), &done, err)) {
        verdict = done.lo == MOOT_NEVER ? NULL : due_judge(calendar, rule, &a, done, late_by, sizeof late_by);
        (app->say.json ? tell_json : tell_text)(app, calendar, rule, &a, verdict, late_by);
    }
    due_answer_done(&a);
    return err->code;
}

/* A calendar of the command line's own: England and Wales, or a council's closure days, as known on a day, with a reading
 * of 29 February. */
static moot_code count_with(const moot_app *app, const moot_calendar *council, const moot_zone *zone,
                            const due_rule *rule, moot_err *err)
{
    moot_day first = MOOT_DAY_MAX, last = MOOT_DAY_MAX;
    moot_leap leap = council ? moot_calendar_leap(council) : MOOT_LEAP_1_MARCH;
    moot_calendar *calendar = NULL;
    if (moot_cmd_day(app, "known-on", &first, &last, err) || read_leap(app, &leap, err)) {
        return err->code;
    }
    if (first != last) {
        return moot_fail(err, MOOT_EUSAGE, "--known-on takes a day, as in --known-on 2022-09-09");
    }
    moot_code code = council ? moot_calendar_copy(council, &calendar, err) : moot_calendar_new(zone, "", &calendar, err);
    if (!code && moot_cli_flag(&app->cli, "known-on")) {
        code = moot_calendar_known_on(calendar, last, err);
    }
    if (!code) {
        moot_calendar_leap_birthday(calendar, leap);
        code = moot_calendar_freeze(calendar, err);
    }
    if (!code) {
        code = count(app, calendar, rule, err);
    }
    moot_calendar_free(calendar);
    return code;
}

static moot_code count_plain(const moot_app *app, const due_rule *rule, moot_err *err)
{
    moot_zone *zone = NULL;
    if (!moot_zone_load("Europe/London", &zone, err)) {
        count_with(app, NULL, zone, rule, err);
    }
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
    if (due_rule_read(moot_cli_text(&app->cli, "rule"), moot_cli_flag(&app->cli, "dob"), &rule, &err) ||
        check_start(app, &rule, &err) || read_counting(app, &rule, &err)) {
        goto out;
    }
    if (!council) {
        count_plain(app, &rule, &err);
    } else if (!moot_cmd_protocol(app, council, &protocol)) {
        count_with(app, protocol->calendars[0], protocol->zone, &rule, &err);
    }
out:
    if (err.code) {
        moot_say_error(&app->say, &err);
    }
    moot_protocol_free(protocol);
}
