/* The assumptions file: what a modelled run needs, in the order of the protocol, with estimates where there are enough cases,
 * and the line to be filled where there are not. */
#include <gsl/gsl_cdf.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "vm/run/fit_internal.h"

#define MINUTES_A_DAY 1440
#define SHORT_MINUTES (3 * MINUTES_A_DAY) /* shorter lengths are told in minutes */
#define SPAN_LEAST 90                     /* days of arrivals, for a figure by the year */
#define STAND_IN 3                        /* what a hidden count, 1 to 5, is taken for */
#define LONGEST 100000                    /* of any unit, as the language takes it */

typedef struct writer {
    moot_fit *fit;
    moot_fit_told *told;
    void *user;
    moot_buf *out;
    moot_buf note; /* what an estimate rests on: the remark above its line */
    int64_t estimated, open;
    moot_code code;
    moot_err *err;
} writer;

/* ---- counts that may be shown ---- */

static int is_small(const writer *w, int64_t count)
{
    return !w->fit->generated && moot_count_is_small(count, MOOT_SUPPRESS_BELOW);
}

static int64_t to_ten(int64_t count)
{
    return (count + 5) / 10 * 10;
}

static void cases_text(const moot_fit *fit, char *buf, size_t size)
{
    if (fit->generated) {
        snprintf(buf, size, "%" PRId64 " generated case%s", fit->cases, fit->cases == 1 ? "" : "s");
    } else if (fit->cases < MOOT_SUPPRESS_BASE) {
        snprintf(buf, size, "fewer than %d cases", MOOT_SUPPRESS_BASE);
    } else {
        snprintf(buf, size, "about %" PRId64 " cases", to_ten(fit->cases));
    }
}

/* Several counts that are shares of one whole. */
typedef struct parts {
    int64_t counts[MOOT_FIT_OPTIONS], used[MOOT_FIT_OPTIONS];
    const char *names[MOOT_FIT_OPTIONS];
    int32_t count;
    int64_t of, of_used, of_shown;
    int rounded;
} parts;

static void add_part(parts *p, const char *name, int64_t count)
{
    if (p->count < MOOT_FIT_OPTIONS) {
        p->names[p->count] = name;
        p->counts[p->count++] = count;
    }
}

static void finish_parts(const writer *w, parts *p)
{
    for (int32_t i = 0; i < p->count; i++) {
        int small = is_small(w, p->counts[i]);
        p->rounded |= small;
        p->used[i] = small ? STAND_IN : p->counts[i];
        p->of += p->counts[i];
        p->of_used += p->used[i];
    }
    p->of_shown = p->rounded ? to_ten(p->of) : p->of;
}

/* A share as it is written: two places where a count is hidden, else three. */
static double share_of(const parts *p, int32_t i)
{
    return moot_stats_round((double)p->used[i] / (double)p->of_used, p->rounded ? 2 : 3);
}

static void tell(writer *w, const moot_fit_row *row)
{
    if (!w->code) {
        w->code = w->told(w->user, row, w->err);
    }
}

/* One share: in the remark and among the rows. */
static void tell_part(writer *w, const char *kind, const char *name, const parts *p, int32_t i)
{
    int places = p->rounded ? 2 : 3;
    moot_fit_row row = { .kind = kind, .name = name, .part = p->names[i], .hidden = is_small(w, p->counts[i]),
                         .rounded = p->rounded, .count = p->used[i], .of = p->of_shown, .nine = INT64_MAX };
    row.figure = moot_share_of(p->used[i], p->of_used, MOOT_STATS_LEVEL);
    row.figure.value = share_of(p, i);
    row.figure.low = moot_stats_round(row.figure.low, places);
    row.figure.high = moot_stats_round(row.figure.high, places);
    tell(w, &row);
    moot_buf_printf(&w->note, "%s%s ", w->note.len ? "; " : "", p->names[i]);
    if (row.hidden) {
        moot_buf_str(&w->note, MOOT_SUPPRESSED);
    } else {
        moot_buf_printf(&w->note, "%" PRId64, p->counts[i]);
    }
    moot_buf_printf(&w->note, " of %s%" PRId64 " (%g to %g)", p->rounded ? "about " : "", p->of_shown, row.figure.low,
                    row.figure.high);
}

/* ---- lengths ---- */

typedef struct length_text {
    int good;
    char takes[160]; /* "takes = days(3)" */
} length_text;

/* In days where some time is known to the day only, or most take days; else in minutes. */
static int in_minutes(const moot_fit_lives *lives)
{
    int64_t happened = 0, brief = 0;
    for (size_t i = 0; i < lives->count; i++) {
        happened += lives->list[i].happened != 0;
        brief += lives->list[i].happened && lives->list[i].minutes < SHORT_MINUTES;
    }
    return !lives->by_day && brief * 2 > happened;
}

/* The length within which a share is done, in whole units from `least` to so many days. Where few of many have come to an end the
 * curve reaches beyond any calendar. */
static int64_t whole_length(const moot_fit_length *length, double share, int brief, int64_t least, int64_t most_days)
{
    int64_t most = brief ? most_days * MINUTES_A_DAY : most_days;
    double within = floor(moot_fit_within(length, share) + 0.5);
    int64_t whole = within < (double)most ? (int64_t)within : most;
    return whole < least ? least : whole;
}

/* "minutes(40)"; in days, begun ones too, what is more minutes than the language takes. */
static void length_call(int64_t length, int brief, char *buf, size_t size)
{
    if (brief && length <= LONGEST) {
        snprintf(buf, size, "minutes(%" PRId64 ")", length);
    } else {
        snprintf(buf, size, "days(%" PRId64 ")", brief ? (length + MINUTES_A_DAY - 1) / MINUTES_A_DAY : length);
    }
}

static const char *const families[] = { "fixed", "lognormal", "weibull" };

static void write_takes(const moot_fit_length *length, int brief, length_text *out)
{
    char first[40], second[40];
    int fixed = length->family == MOOT_FIT_FIXED;
    int64_t half = whole_length(length, 0.5, brief, !fixed, LONGEST / 2);
    int64_t apart = brief && half > LONGEST ? MINUTES_A_DAY : 1, nine = whole_length(length, 0.9, brief, half + apart, LONGEST);
    length_call(half, brief, first, sizeof first);
    length_call(nine, brief, second, sizeof second);
    if (fixed) {
        snprintf(out->takes, sizeof out->takes, "takes = %s", first);
    } else {
        snprintf(out->takes, sizeof out->takes, "takes = %s { half_within = %s, nine_in_ten_within = %s }",
                 families[length->family], first, second);
    }
}

static void tell_length(writer *w, const char *kind, const char *name, const moot_fit_length *length, const char *unit, int rounded)
{
    char bound[32];
    int64_t of = length->happened + length->lost;
    double critical = 1.36 / sqrt((double)length->happened); /* Kolmogorov's, 1 in 20 */
    moot_fit_row row = { .kind = kind, .name = name, .part = "takes", .count = length->happened, .of = rounded ? to_ten(of) : of,
                         .rounded = rounded, .hidden = rounded, .unit = unit, .family = families[length->family],
                         .nine = length->nine, .half_fitted = moot_stats_round(moot_fit_within(length, 0.5), 1),
                         .nine_fitted = moot_stats_round(moot_fit_within(length, 0.9), 1),
                         .distance = moot_stats_round(length->distance, 3), .poor = length->distance > critical };
    row.figure.value = length->half == INT64_MAX ? NAN : (double)length->half;
    row.figure.low = length->half_low == INT64_MAX ? NAN : (double)length->half_low;
    row.figure.high = length->half_high == INT64_MAX ? NAN : (double)length->half_high;
    tell(w, &row);
    moot_buf_str(&w->note, w->note.len ? "; " : "");
    if (length->half == INT64_MAX) {
        moot_buf_str(&w->note, "half was not seen");
    } else {
        snprintf(bound, sizeof bound, "%" PRId64, length->half_high);
        moot_buf_printf(&w->note, "half within %" PRId64 " %s", length->half, unit);
        if (length->half_low != INT64_MAX) {
            moot_buf_printf(&w->note, " (%" PRId64 " to %s)", length->half_low, length->half_high == INT64_MAX ? "?" : bound);
        }
    }
    if (length->nine != INT64_MAX) {
        moot_buf_printf(&w->note, ", nine in ten within %" PRId64, length->nine);
    }
    moot_buf_printf(&w->note, "; %s is %g off%s", row.family, row.distance, row.poor ? ": it fits poorly" : "");
}

/* Fits the lengths of a subject, if enough came to an end. */
static length_text fit_length(writer *w, const char *kind, const char *name, const moot_fit_lives *lives, int rounded)
{
    length_text text = { 0, "" };
    int brief = in_minutes(lives);
    const char *unit = brief ? "minutes" : "days";
    moot_followed *all = moot_reallocarray(NULL, lives->count + 1, sizeof *all);
    moot_survival_step *steps = moot_reallocarray(NULL, lives->count + 1, sizeof *steps);
    int64_t happened = 0;
    for (size_t i = 0; all && i < lives->count; i++) {
        all[i].time = brief ? lives->list[i].minutes : lives->list[i].days;
        all[i].happened = lives->list[i].happened;
        happened += lives->list[i].happened != 0;
    }
    if (!all || !steps) {
        w->code = moot_fail_memory(w->err);
    } else if (happened >= MOOT_FIT_LEAST) {
        moot_fit_length length;
        moot_fit_length_of(all, lives->count, steps, &length);
        write_takes(&length, brief, &text);
        tell_length(w, kind, name, &length, unit, rounded || is_small(w, length.lost));
        text.good = 1;
    }
    moot_free(all);
    moot_free(steps);
    return text;
}

/* ---- lines ---- */

static void put_note(writer *w)
{
    moot_buf_printf(w->out, "-- %s\n", moot_buf_text(&w->note));
    w->out->failed |= !moot_buf_ok(&w->note);
}

static void put_name(moot_buf *out, const char *name)
{
    moot_buf_json(out, name); /* quotes and backslashes as in Lua */
}

static void begin_line(writer *w, const char *kind, const char *name)
{
    put_note(w);
    moot_buf_printf(w->out, "assume { %s = ", kind);
    put_name(w->out, name);
    w->estimated++;
}

static void end_line(writer *w, int64_t of, int rounded, const char *what)
{
    moot_buf_printf(w->out, ",\n  source = \"fitted to %s%" PRId64 " %s\" }\n", rounded ? "about " : "", of, what);
}

static void put_shares(writer *w, const char *field, const parts *p)
{
    moot_buf_printf(w->out, ",\n  %s = { ", field);
    for (int32_t i = 0; i < p->count; i++) {
        moot_buf_str(w->out, i ? ", [" : "[");
        put_name(w->out, p->names[i]);
        moot_buf_printf(w->out, "] = %g", share_of(p, i));
    }
    moot_buf_str(w->out, " }");
}

/* Nothing is invented: the line that is to be filled stands as a remark. */
static void put_open(writer *w, const moot_assume_gap *gap, int64_t seen)
{
    w->open++;
    moot_buf_printf(w->out, "-- To be filled: %s; ", gap->what);
    if (seen > 0 && is_small(w, seen)) {
        moot_buf_printf(w->out, "%s seen, too few\n", MOOT_SUPPRESSED);
    } else if (seen > 0) {
        moot_buf_printf(w->out, "%" PRId64 " seen, too few\n", seen);
    } else {
        moot_buf_str(w->out, "the cases do not tell\n");
    }
    moot_buf_printf(w->out, "-- %s\n", gap->line);
}

/* ---- by subject ---- */

static int64_t put_stage(writer *w, int32_t stage)
{
    const moot_protocol *p = w->fit->protocol;
    const moot_stage *s = &p->stages[stage];
    parts outcomes = { .count = 0 };
    length_text takes = { 0, "" };
    for (int32_t i = 0; i < s->outcomes.count; i++) {
        int32_t outcome = s->outcomes.first + i;
        if (moot_outcome_is_chosen(&p->outcomes[outcome])) {
            add_part(&outcomes, p->outcomes[outcome].decl.name, w->fit->outcomes[outcome]);
        }
    }
    finish_parts(w, &outcomes);
    if (outcomes.of < MOOT_FIT_LEAST) {
        return outcomes.of;
    }
    for (int32_t i = 0; i < outcomes.count; i++) {
        tell_part(w, "stage", s->decl.name, &outcomes, i);
    }
    if (s->panel < 0) {
        takes = fit_length(w, "stage", s->decl.name, &w->fit->stages[stage], outcomes.rounded);
    }
    begin_line(w, "stage", s->decl.name);
    put_shares(w, "outcomes", &outcomes);
    if (takes.good) {
        moot_buf_printf(w->out, ",\n  %s", takes.takes);
    }
    end_line(w, outcomes.of_shown, outcomes.rounded, "visits");
    return -1;
}

static int64_t put_clock(writer *w, const char *kind, int32_t clock)
{
    const char *name = w->fit->protocol->clocks[clock].decl.name;
    const moot_fit_lives *lives = &w->fit->clocks[clock];
    parts done = { .count = 0 };
    add_part(&done, "done", lives->done);
    add_part(&done, "omitted", lives->left_out);
    finish_parts(w, &done);
    if (lives->done < MOOT_FIT_LEAST) {
        return lives->done;
    }
    tell_part(w, kind, name, &done, 1);
    length_text takes = fit_length(w, kind, name, lives, done.rounded);
    begin_line(w, kind, name);
    moot_buf_printf(w->out, ", %s, omitted = %g", takes.takes, share_of(&done, 1));
    end_line(w, done.of_shown, done.rounded, "times");
    return -1;
}

static int64_t put_consent(writer *w, int32_t f)
{
    const moot_protocol *p = w->fit->protocol;
    const moot_fact *fact = &p->facts[f];
    parts answers = { .count = 0 };
    int64_t given = 0, not_given = 0;
    for (int32_t i = 0; i < fact->options.count && i < MOOT_FIT_OPTIONS; i++) {
        const char *state = moot_symbol(p, moot_span_at(p, fact->options, i));
        int64_t count = w->fit->symbols[f * MOOT_FIT_OPTIONS + i];
        given += strcmp(state, "given") == 0 ? count : 0;
        not_given += strcmp(state, "refused") == 0 || strcmp(state, "withdrawn") == 0 ? count : 0;
    }
    add_part(&answers, "given", given);
    add_part(&answers, "refused or withdrawn", not_given);
    finish_parts(w, &answers);
    if (answers.of < MOOT_FIT_LEAST) {
        return answers.of;
    }
    tell_part(w, "consent", fact->decl.name, &answers, 0);
    begin_line(w, "consent", fact->decl.name);
    moot_buf_printf(w->out, ", given = %g", share_of(&answers, 0));
    end_line(w, answers.of_shown, answers.rounded, "answers");
    return -1;
}

static int64_t put_fact(writer *w, int32_t f)
{
    const moot_protocol *p = w->fit->protocol;
    const moot_fact *fact = &p->facts[f];
    parts answers = { .count = 0 };
    int yes = fact->type == MOOT_T_YESNO;
    if (yes) {
        add_part(&answers, "yes", w->fit->facts[f].yes);
        add_part(&answers, "no", w->fit->facts[f].known - w->fit->facts[f].yes);
    } else if (fact->type == MOOT_T_ONE_OF && fact->options.count <= MOOT_FIT_OPTIONS) {
        for (int32_t i = 0; i < fact->options.count; i++) {
            add_part(&answers, moot_symbol(p, moot_span_at(p, fact->options, i)), w->fit->symbols[f * MOOT_FIT_OPTIONS + i]);
        }
    } else {
        return 0;
    }
    finish_parts(w, &answers);
    if (answers.of < MOOT_FIT_LEAST) {
        return answers.of;
    }
    for (int32_t i = 0; i < (yes ? 1 : answers.count); i++) {
        tell_part(w, "fact", fact->decl.name, &answers, i);
    }
    begin_line(w, "fact", fact->decl.name);
    if (yes) {
        moot_buf_printf(w->out, ", yes = %g", share_of(&answers, 0));
    } else {
        put_shares(w, "options", &answers);
    }
    end_line(w, answers.of_shown, answers.rounded, "cases of which it is known");
    return -1;
}

/* Cases of this event in a year, with the exact interval of a count (Garwood). */
static void put_arrivals(writer *w, int32_t event)
{
    const moot_fit *fit = w->fit;
    const char *name = fit->protocol->events[event].decl.name;
    int64_t count = fit->events[event];
    int32_t span = fit->last_day - fit->first_day + 1;
    if (count < MOOT_FIT_LEAST || span < SPAN_LEAST) {
        return;
    }
    double years = span / 365.25;
    moot_fit_row row = { .kind = "arrivals", .name = name, .part = "per_year", .count = count, .rounded = !fit->generated,
                         .of = fit->generated ? fit->cases : to_ten(fit->cases), .nine = INT64_MAX };
    row.figure.value = moot_stats_round((double)count / years, 1);
    row.figure.low = moot_stats_round(gsl_cdf_chisq_Pinv(0.025, 2 * (double)count) / 2 / years, 1);
    row.figure.high = moot_stats_round(gsl_cdf_chisq_Pinv(0.975, 2 * (double)count + 2) / 2 / years, 1);
    tell(w, &row);
    moot_buf_clear(&w->note);
    moot_buf_printf(&w->note, "%" PRId64 " in %" PRId32 " days: %g a year (%g to %g)", count, span, row.figure.value, row.figure.low,
                    row.figure.high);
    begin_line(w, "arrivals", name);
    moot_buf_printf(w->out, ", per_year = %g", row.figure.value);
    end_line(w, count, 0, "cases that begin so");
}

/* ---- the file ---- */

/* The subject of a gap: its kind is the first field of the line to add. */
static int64_t put_subject(writer *w, const moot_assume_gap *gap)
{
    const moot_protocol *p = w->fit->protocol;
    const char *field = gap->line + strlen("assume { "), *name = gap->decl->name;
    size_t len = strcspn(field, " ");
    moot_buf_clear(&w->note);
    if (strncmp(field, "stage", len) == 0) {
        return put_stage(w, moot_find_stage(p, name));
    } else if (strncmp(field, "consent", len) == 0) {
        return put_consent(w, moot_find_fact(p, name));
    } else if (strncmp(field, "fact", len) == 0) {
        return put_fact(w, moot_find_fact(p, name));
    } else if (strncmp(field, "deadline", len) == 0) {
        for (int32_t i = 0; i < p->clocks_count; i++) {
            if (&p->clocks[i].decl == gap->decl) {
                return put_clock(w, "deadline", i);
            }
        }
    }
    return 0;
}

static void put_acts(writer *w)
{
    const moot_protocol *p = w->fit->protocol;
    for (int32_t i = 0; i < p->clocks_count && !w->code; i++) {
        if (p->clocks[i].effect >= 0 && p->clocks[i].decl.name && w->fit->clocks[i].done >= MOOT_FIT_LEAST) {
            moot_buf_clear(&w->note);
            (void)put_clock(w, "act", i);
        }
    }
}

static void put_head(writer *w)
{
    const moot_fit *fit = w->fit;
    char cases[48];
    cases_text(fit, cases, sizeof cases);
    moot_buf_printf(w->out, "-- How people behaved under %s: fitted by moot fit to %s.\n", fit->protocol->id, cases);
    moot_buf_printf(w->out, "-- A line is estimated from at least %d; what has fewer is to be filled, with its source.\n",
                    MOOT_FIT_LEAST);
    if (!fit->generated) {
        moot_buf_printf(w->out, "-- Counts from 1 to 5 are written as %s and taken for %d; what they are of is rounded to ten.\n",
                        MOOT_SUPPRESSED, STAND_IN);
    }
    moot_buf_char(w->out, '\n');
}

static moot_code write_all(writer *w, const moot_assume_gaps *gaps)
{
    put_head(w);
    for (int32_t i = 0; i < w->fit->protocol->events_count && !w->code; i++) {
        put_arrivals(w, i);
    }
    for (int32_t i = 0; i < gaps->count && !w->code; i++) {
        int64_t seen = put_subject(w, &gaps->list[i]);
        if (seen >= 0) {
            put_open(w, &gaps->list[i], seen);
        }
    }
    put_acts(w);
    if (!w->code && !moot_buf_ok(w->out)) {
        w->code = moot_fail_memory(w->err);
    }
    return w->code;
}

moot_code moot_fit_write(moot_fit *fit, moot_fit_told *told, void *user, moot_buf *out_file, moot_fit_counts *out_counts,
                         moot_err *err)
{
    moot_assume *nothing = NULL;
    moot_assume_gaps gaps = { .count = 0 };
    writer w = { .fit = fit, .told = told, .user = user, .out = out_file, .err = err };
    moot_buf_init(&w.note);
    fit->generated &= fit->cases > 0;
    w.code = moot_assume_new(fit->protocol, &nothing, err);
    w.code = w.code ? w.code : moot_assume_freeze(nothing, err);
    if (!w.code) {
        w.code = moot_assume_missing(nothing, &gaps, err);
        w.code = w.code ? w.code : write_all(&w, &gaps);
        moot_assume_gaps_done(&gaps);
    }
    moot_assume_free(nothing);
    moot_buf_done(&w.note);
    *out_counts = (moot_fit_counts){ .estimated = w.estimated, .open = w.open };
    cases_text(fit, out_counts->cases, sizeof out_counts->cases);
    return w.code;
}
