/* When: times as people say them, and letting time pass. Times are told forwards only; what is wrong is
 * taken back by undo. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "repl/cli/time_words.h"
#include "repl/walk/walk_internal.h"
#include "vm/base/names.h"
#include "vm/protocol/panel.h"

#define MINUTE 60
#define HOUR 3600
#define DAY_SECONDS 86400
#define QUIET_TIMERS 1000 /* that next passes by at most */

/* Where in the words the reading is. */
typedef struct reading {
    moot_walk *walk;
    const words *w;
    int32_t at, from;
    int dated; /* the day was said by its date, not by its weekday alone */
    moot_err *err;
} reading;

static const char *word_here(const reading *r)
{
    return r->at < r->w->count ? r->w->word[r->at] : "";
}

static int take_word(reading *r, const char *word)
{
    if (strcasecmp(word_here(r), word) != 0) {
        return 0;
    }
    r->at++;
    return 1;
}

static moot_code refuse(const reading *r)
{
    const char *text = words_joined(r->walk, r->w, r->from, r->w->count);
    const char *near = moot_nearest(word_here(r), time_words, time_words_count);
    return moot_fail(r->err, MOOT_EDATA,
                     "\"%.60s\" is no time%s%s%s 2026-05-21 09:15, 11:30, Friday 3pm, "
                     "tomorrow 9am, 5 June noon, in 2 days, next panel or 18th birthday",
                     text ? text : "", near ? "; did you mean \"" : "", near ? near : "",
                     near ? "\"? Write" : ": write");
}

static moot_code needs_now(const reading *r, const char *what)
{
    return moot_fail(r->err, MOOT_EDATA,
                     "%s needs a day to count from, and nothing has happened yet: write the first "
                     "time whole, as in 2026-05-21 09:15",
                     what);
}

/* ---- days ---- */

/* "5 June", "Friday the 5th of June 2026". 1: read; 0: not such; -1: told why not. Without a year it is the next such
 * day from `today` on. */
static int take_date(reading *r, moot_day today, moot_day *out_day)
{
    time_said said;
    int32_t begins = r->at;
    int count = time_take_said(r->w->word + r->at, r->w->count - r->at, &said);
    if (!count || !said.mday) {
        return 0;
    }
    r->at += count;
    if (!said.year && today == MOOT_DAY_MIN) {
        (void)needs_now(r, "a day without its year");
        return -1;
    }
    int year = said.year, this_month = 0, this_day = 0;
    if (!said.year) {
        moot_day_split(today, &year, &this_month, &this_day);
        year += said.month < this_month || (said.month == this_month && said.mday < this_day);
    }
    if (!moot_date_valid(year, said.month, said.mday)) {
        char iso[32];
        moot_day lo, hi;
        snprintf(iso, sizeof iso, "%04d-%02d-%02d", year, said.month, said.mday);
        return moot_days_parse(iso, &lo, &hi, r->err) ? -1 : 0;
    }
    *out_day = moot_day_of(year, said.month, said.mday);
    const char *text = words_joined(r->walk, r->w, begins, r->at);
    if (!text) {
        (void)moot_fail_memory(r->err);
        return -1;
    }
    return time_check_weekday(&said, *out_day, text, r->err) ? -1 : 1;
}

moot_code walk_day_words(moot_walk *walk, const moot_fact *fact, const char **inout_text, moot_err *err)
{
    char written[TIME_WRITTEN];
    if (fact->type != MOOT_T_DATE) {
        return MOOT_OK;
    }
    const char *iso = time_written(*inout_text, written, err);
    if (iso == written) {
        iso = walk_keep(walk, written);
        if (!iso) {
            return moot_fail_memory(err);
        }
    }
    *inout_text = iso ? iso : *inout_text;
    return err->code;
}

/* ---- a moment by what happens then ---- */

static moot_instant next_session(const moot_walk *walk)
{
    moot_instant best = MOOT_NEVER;
    const moot_case *c = &walk->c;
    for (int32_t i = 0; walk->now != MOOT_NEVER && i < c->visits_count; i++) {
        moot_instant at = c->visits[i].session.lo;
        if (moot_visit_open(&c->visits[i]) && at > walk->now && at < best) {
            best = at;
        }
    }
    for (int32_t i = 0; best == MOOT_NEVER && i < walk->protocol->panels_count; i++) {
        int32_t n = moot_panel_next(walk->protocol, &walk->protocol->panels[i], walk->now, walk->now);
        moot_instant at = n >= 0 ? moot_panel_session(walk->protocol, &walk->protocol->panels[i], n) : MOOT_NEVER;
        best = at > walk->now && at < best ? at : best;
    }
    return best;
}

static moot_instant next_deadline(const moot_walk *walk)
{
    moot_instant best = MOOT_NEVER;
    const moot_case *c = &walk->c;
    for (int32_t i = 0; walk->now != MOOT_NEVER && i < c->clocks_count; i++) {
        const moot_clock *clock = &c->clocks[i];
        if (clock->status == MOOT_CLOCK_LIVE && !clock->ended && clock->due.lo != MOOT_NEVER &&
            clock->due.hi > walk->now && clock->due.hi < best) {
            best = clock->due.hi;
        }
    }
    return best;
}

/* "18th birthday". 1: read; 0: not such; -1: told why not. */
static int take_birthday(reading *r, moot_instant *out_at)
{
    const moot_protocol *p = r->walk->protocol;
    int age = time_day_number(word_here(r));
    if (!age || r->at + 1 >= r->w->count || strcasecmp(r->w->word[r->at + 1], "birthday") != 0) {
        return 0;
    }
    r->at += 2;
    moot_value dob = p->dob_fact < 0 ? moot_unknown()
                                     : moot_fact_value(&p->rules, &r->walk->c.facts, p->dob_fact,
                                                       -1, NULL);
    if (!moot_known(dob) || dob.a != dob.b) {
        moot_fail(r->err, MOOT_EDATA,
                  "the day of the birthday is not known: say fact dob 2009-02-11 first");
        return -1;
    }
    *out_at = moot_day_start(p->zone, moot_calendar_birthday(p->calendars[0], (moot_day)dob.a, age));
    return 1;
}

static moot_instant later(const moot_walk *walk, moot_duration d)
{
    const moot_zone *zone = walk->protocol->zone;
    if (!moot_unit_by_day((moot_unit)d.unit)) {
        return walk->now + (moot_instant)d.count * (d.unit == MOOT_HOURS ? HOUR : MINUTE);
    }
    moot_day day = moot_calendar_shift(walk->protocol->calendars[0], moot_day_at(zone, walk->now),
                                       d, MOOT_COUNT_OF);
    moot_instant at;
    moot_instant_of(zone, day, moot_second_of_day(zone, walk->now), &at, NULL);
    return at;
}

static moot_code take_length(reading *r, moot_instant *out_at)
{
    moot_duration length = { 0, MOOT_DAYS };
    const char *text = words_joined(r->walk, r->w, r->at, r->w->count);
    if (!text) {
        return moot_fail_memory(r->err);
    }
    if (r->walk->now == MOOT_NEVER) {
        return moot_fail(r->err, MOOT_EDATA,
                         "nothing has happened yet, so there is nothing to wait from");
    }
    if (moot_duration_parse(text, &length, r->err)) {
        return r->err->code;
    }
    if (length.count < 0) {
        return moot_fail(r->err, MOOT_EDATA,
                         "time goes forwards only; undo takes the last step back");
    }
    *out_at = later(r->walk, length);
    if (moot_day_at(r->walk->protocol->zone, *out_at) >= MOOT_DAY_MAX) {
        return moot_fail(r->err, MOOT_EDATA,
                         "%s from here is later than the last year that moot knows, 2199", text);
    }
    return MOOT_OK;
}

/* ---- a day, then perhaps an hour ---- */

/* 1: read; 0: no day stands here; -1: told why not. */
static int take_day(reading *r, moot_day today, moot_day *out_day)
{
    int is_next = take_word(r, "next"), known = today != MOOT_DAY_MIN;
    if (is_next && take_word(r, "working")) {
        r->at += strcasecmp(word_here(r), "day") == 0;
        *out_day = known ? moot_calendar_add_working(r->walk->protocol->calendars[0], today, 1) : 0;
    } else if (take_word(r, "today")) {
        *out_day = today;
    } else if (take_word(r, "tomorrow")) {
        *out_day = today + 1;
    } else if (is_next && time_weekday_of(word_here(r)) < 0) {
        return 0;
    } else if ((r->dated = take_date(r, today, out_day)) != 0) {
        return r->dated;
    } else if (time_weekday_of(word_here(r)) >= 0) {
        int ahead = known ? (time_weekday_of(word_here(r)) - moot_weekday(today) + 7) % 7 : 0;
        *out_day = today + (ahead == 0 && is_next ? 7 : ahead);
        r->at++;
    } else {
        return 0;
    }
    if (!known) {
        (void)needs_now(r, "that day");
        return -1;
    }
    return 1;
}

/* The wall clock's time; hours that the clocks skip or repeat are told as the reader of times does. */
static moot_code at_clock(const reading *r, moot_day day, int second, moot_instant *out_at)
{
    char date[16], text[40];
    moot_when when = { 0, 0 };
    snprintf(text, sizeof text, "%s %02d:%02d:%02d", moot_day_text(day, date, sizeof date),
             second / HOUR, second % HOUR / MINUTE, second % MINUTE);
    if (moot_when_parse(r->walk->protocol->zone, text, &when, r->err)) {
        return r->err->code;
    }
    *out_at = when.lo;
    return MOOT_OK;
}

static moot_code take_moment(reading *r, moot_instant *out_at)
{
    const moot_walk *walk = r->walk;
    const moot_zone *zone = walk->protocol->zone;
    moot_day today = walk->now == MOOT_NEVER ? MOOT_DAY_MIN : moot_day_at(zone, walk->now);
    moot_day day = today;
    int has_day = take_day(r, today, &day);
    if (has_day < 0) {
        return r->err->code;
    }
    if (has_day && strcasecmp(word_here(r), "at") == 0) {
        r->at++;
    }
    int second = r->at < r->w->count ? time_hour_of(word_here(r)) : -1;
    r->at += second >= 0;
    if (r->at < r->w->count || (!has_day && second < 0)) {
        return refuse(r);
    }
    if (today == MOOT_DAY_MIN && (!has_day || second < 0)) {
        return needs_now(r, has_day ? "a day without its hour" : "an hour without its day");
    }
    int same_hour = second < 0; /* "Friday": at this hour */
    second = same_hour ? moot_second_of_day(zone, walk->now) : second;
    moot_code code = at_clock(r, day, second, out_at);
    int weekday_past = has_day && !r->dated && !code && *out_at < walk->now && walk->now != MOOT_NEVER &&
                       time_weekday_of(r->w->word[r->from]) >= 0 && day == today;
    return weekday_past ? at_clock(r, day + 7, second, out_at) : code;
}

static moot_code take_exact(const reading *r, moot_instant *out_at)
{
    moot_when when = { 0, 0 };
    const char *text = words_joined(r->walk, r->w, r->at, r->w->count);
    if (!text) {
        return moot_fail_memory(r->err);
    }
    if (moot_when_parse(r->walk->protocol->zone, text, &when, r->err)) {
        return r->err->code;
    }
    if (!moot_when_exact(when)) {
        return moot_fail(
            r->err, MOOT_EDATA,
            "a walk needs the day and the time, as in: at 2026-05-21 09:15; it was \"%s\"", text);
    }
    *out_at = when.lo;
    return MOOT_OK;
}

static moot_code told(reading *r, moot_instant at, const char *none, moot_instant *out_at)
{
    if (at == MOOT_NEVER) {
        return moot_fail(r->err, MOOT_EDATA, "%s", none);
    }
    if (r->at < r->w->count) {
        return refuse(r);
    }
    *out_at = at;
    return MOOT_OK;
}

/* "2026…", "21/5/2026": the reader of dates knows best what is wrong with it. */
static int is_iso(const char *word)
{
    size_t digits = strspn(word, "0123456789");
    return digits >= 4 || (digits && (word[digits] == '/' || word[digits] == '-'));
}

moot_code walk_time(moot_walk *walk, const words *w, int32_t at, moot_instant *out_at,
                    moot_err *err)
{
    reading r = { walk, w, at, at, 0, err };
    moot_instant when = MOOT_NEVER;
    if (strcasecmp(word_here(&r), "at") == 0 || strcasecmp(word_here(&r), "on") == 0) {
        r.from = ++r.at;
    }
    if (r.at >= w->count) {
        if (walk->now != MOOT_NEVER && r.at == at) {
            *out_at = walk->now;
            return MOOT_OK;
        }
        return moot_fail(err, MOOT_EDATA, "say when, as in: %s ... at 2026-05-21 09:15",
                         w->word[0]);
    }
    int next = strcasecmp(word_here(&r), "next") == 0 && r.at + 1 < w->count;
    const char *what = next ? w->word[r.at + 1] : "";
    int birthday = 0;
    moot_code code;
    if (is_iso(word_here(&r))) {
        code = take_exact(&r, &when);
    } else if (strcasecmp(word_here(&r), "in") == 0) {
        r.at++;
        code = take_length(&r, &when);
    } else if (strcasecmp(what, "panel") == 0 || strcasecmp(what, "session") == 0) {
        r.at += 2;
        code = told(&r, next_session(walk), "no panel has a session with a known date ahead", &when);
    } else if (strcasecmp(what, "deadline") == 0) {
        r.at += 2;
        code = told(&r, next_deadline(walk), "no deadline with a date is ahead; due shows what there is", &when);
    } else if ((birthday = take_birthday(&r, &when)) != 0) {
        code = birthday < 0 ? err->code : told(&r, when, "", &when);
    } else {
        code = take_moment(&r, &when);
    }
    if (!code && walk->now != MOOT_NEVER && when < walk->now) {
        char now[64];
        return moot_fail(err, MOOT_EDATA,
                         "time goes forwards only, and it is %s; undo takes the last step back",
                         moot_instant_text(walk->protocol->zone, walk->now, now, sizeof now));
    }
    if (!code) {
        *out_at = when;
    }
    return code;
}

/* ---- letting time pass ---- */

static moot_code add_passing(moot_walk *walk, step_kind kind, moot_instant at, moot_err *err)
{
    char when[64], said[96];
    snprintf(said, sizeof said, "%s%s", kind == STEP_NEXT ? "next" : "until ",
             kind == STEP_NEXT
                 ? ""
                 : moot_instant_text(walk->protocol->zone, at, when, sizeof when));
    return walk_add(walk, kind, at, "", said, err);
}

moot_code walk_pass_time(call *c, step_kind kind, moot_instant at, moot_err *err)
{
    moot_walk *walk = c->walk;
    walk_break met;
    step_kind wanted = kind;
    int happened = 0;
    if (walk_break_before(walk, &kind, &at, &met, err)) {
        return walk_again(walk, err);
    }
    if (walk_meanwhile(walk, at, &happened, err) || happened) {
        return err->code; /* time stops where something happens */
    }
    /* Told again without the break, `next` would stop at the first thing on the way: so time is said to go there first. */
    if (kind == STEP_NEXT && wanted == STEP_WAIT && at > walk->now && add_passing(walk, STEP_WAIT, at, err)) {
        return err->code;
    }
    walk_tell_stop(c, &met);
    return add_passing(walk, kind, at, err);
}

/* "wait tomorrow": a moment, and no length of time. */
static moot_code is_moment(call *c, moot_err *err)
{
    moot_instant at;
    moot_err own;
    moot_err_init(&own);
    const char *said = walk_time(c->walk, &c->w, 1, &at, &own) ? NULL : words_joined(c->walk, &c->w, 1, c->w.count);
    return said ? moot_fail(err, MOOT_EDATA, "\"%.60s\" is a moment, and wait takes a length of time: write until %.60s", said, said)
                : MOOT_OK;
}

moot_code do_wait(call *c, moot_err *err)
{
    moot_instant at = MOOT_NEVER;
    reading r = { c->walk, &c->w, 1, 1, 0, err };
    if (c->w.count < 2) {
        return moot_fail(err, MOOT_EDATA, "wait is used like this: wait 2 days, wait 48 hours");
    }
    if (words_is(&c->w, 1, "until")) {
        r.at = 2;
        return walk_time(c->walk, &c->w, 2, &at, err) ? err->code
                                                       : walk_pass_time(c, STEP_WAIT, at, err);
    }
    moot_err length;
    moot_err_init(&length);
    r.err = &length;
    (void)(c->w.count > 2 && take_word(&r, "in")); /* "wait in 2 days" */
    if (take_length(&r, &at) && is_moment(c, err)) {
        return err->code;
    }
    *err = length;
    return err->code ? err->code : walk_pass_time(c, STEP_WAIT, at, err);
}

moot_code do_until(call *c, moot_err *err)
{
    moot_instant at = MOOT_NEVER;
    if (c->walk->now == MOOT_NEVER) {
        return moot_fail(err, MOOT_EDATA,
                         "nothing has happened yet, so there is nothing to wait from");
    }
    if (c->w.count < 2) {
        return moot_fail(err, MOOT_EDATA, "until is used like this: until Friday 3pm, until next deadline");
    }
    return walk_time(c->walk, &c->w, 1, &at, err) ? err->code
                                                   : walk_pass_time(c, STEP_WAIT, at, err);
}

/* Timers that only look and change nothing are passed by. */
moot_code walk_next_moment(moot_walk *walk, moot_instant *out_at, moot_err *err)
{
    int32_t before = walk->c.log_count;
    moot_instant at = walk->now == MOOT_NEVER ? MOOT_NEVER : moot_engine_next_timer(walk->engine);
    *out_at = at;
    for (int i = 0; at != MOOT_NEVER && i < QUIET_TIMERS; i++) {
        if (moot_engine_run(walk->engine, at, err)) {
            return err->code;
        }
        *out_at = at;
        if (walk->c.log_count > before) {
            break;
        }
        at = moot_engine_next_timer(walk->engine);
        *out_at = at;
    }
    return MOOT_OK;
}

moot_code do_next(call *c, moot_err *err)
{
    moot_instant at = MOOT_NEVER;
    if (words_wanted(&c->w, 1, 1, "next; until next panel goes to the next session", err)) {
        return err->code;
    }
    if (walk_next_moment(c->walk, &at, err)) {
        return walk_again(c->walk, err);
    }
    if (at == MOOT_NEVER) {
        moot_fail(err, MOOT_EDATA, "nothing more happens by itself; say what happens");
        return walk_again(c->walk, err);
    }
    return walk_pass_time(c, STEP_NEXT, at, err);
}
