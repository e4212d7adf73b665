/* moot generate: a synthetic caseload (vm/run/generate.h), or the figures that it is drawn from. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "repl/cli/cmd.h"
#include "repl/cli/table.h"
#include "repl/cli/term.h"
#include "vm/run/batch.h"
#include "vm/run/generate.h"

#define FIRST_DAY "2026-04-01"

typedef struct job {
    moot_app *app;
    const char *path; /* NULL or "-": standard output */
    FILE *out;
    int64_t count;
    moot_progress progress;
} job;

/* ---- the figures ---- */

static void figure_json(moot_population_group group, const moot_population_row *row, int64_t sum, moot_buf *out)
{
    moot_buf_str(out, "{\"figure\":");
    moot_buf_json(out, moot_population_heading(group));
    moot_buf_str(out, ",\"option\":");
    moot_buf_json(out, row->option);
    moot_buf_printf(out, ",\"weight\":%" PRId32 ",\"of\":%" PRId64, row->weight, sum);
    if (row->low || row->high) {
        moot_buf_printf(out, ",\"from\":%" PRId32 ",\"to\":%" PRId32, row->low, row->high);
    }
    moot_buf_str(out, ",\"source\":");
    moot_buf_json(out, row->source);
    if (row->because[0]) {
        moot_buf_str(out, ",\"because\":");
        moot_buf_json(out, row->because);
    }
    moot_buf_str(out, "}\n");
}

/* "homeless at 16 or 17    6469 of 85466  assumed: why" */
static void figure_text(const moot_population_row *row, int64_t sum, moot_buf *out)
{
    char range[40] = "";
    if (row->low < row->high) {
        snprintf(range, sizeof range, " (%" PRId32 " to %" PRId32 ")", row->low, row->high);
    }
    int64_t tenths = (row->weight * (int64_t)1000 + sum / 2) / sum;
    moot_buf_printf(out, "  %s%s: %" PRId32 " of %" PRId64 " (%" PRId64 ".%" PRId64 "%%), %s%s%s\n", row->option, range, row->weight,
                    sum, tenths / 10, tenths % 10, row->source, row->because[0] ? ": " : "", row->because);
}

static void tell_figures(const moot_app *app)
{
    moot_buf out;
    moot_buf_init(&out);
    for (int group = 0; group < MOOT_POPULATION_GROUP_COUNT; group++) {
        int32_t count;
        const moot_population_row *rows = moot_population_rows((moot_population_group)group, &count);
        int64_t sum = moot_population_sum((moot_population_group)group);
        if (!app->say.json) {
            moot_buf_printf(&out, "%s%s\n", group ? "\n" : "", moot_population_heading((moot_population_group)group));
        }
        for (int32_t i = 0; i < count; i++) {
            if (app->say.json) {
                figure_json((moot_population_group)group, &rows[i], sum, &out);
            } else {
                figure_text(&rows[i], sum, &out);
            }
        }
    }
    moot_say_buf(&out);
    moot_buf_done(&out);
}

/* ---- the caseload ---- */

static moot_code write_lines(void *user, const char *text, size_t len, int64_t done, moot_err *err)
{
    job *j = user;
    if (*moot_stop_flag()) {
        return moot_fail(err, MOOT_EINTR, "stopped; the file holds only some of the cases");
    }
    moot_progress_show(&j->progress, "cases", done, j->count);
    errno = 0;
    if (fwrite(text, 1, len, j->out) != len) {
        return moot_fail(err, MOOT_ESYSTEM, "the cases could not be written to %.200s: %s", j->path ? j->path : "standard output",
                         errno ? strerror(errno) : "the disk may be full");
    }
    return MOOT_OK;
}

static moot_code read_first(const moot_app *app, moot_day *out_first, moot_err *err)
{
    moot_day first = 0, last = 0;
    moot_err ignored;
    moot_err_init(&ignored);
    if (moot_days_parse(FIRST_DAY, &first, &last, &ignored)) {
        MOOT_BUG("%s is no day", FIRST_DAY);
    }
    if (moot_cmd_day(app, "from", &first, &last, err)) {
        return err->code;
    }
    if (first != last || first < moot_day_of(1960, 1, 1) || first > moot_day_of(2190, 1, 1)) {
        return moot_fail(err, MOOT_EUSAGE, "--from takes the first day of the year in which they come, 1960-01-01 to 2190-01-01, "
                                           "as in --from %s; it was given \"%.60s\"", FIRST_DAY, moot_cli_text(&app->cli, "from"));
    }
    *out_first = first;
    return MOOT_OK;
}

/* Whose cases, how many, made from what: on standard error, for the file has nothing but cases. */
static void tell_made(const job *j, const moot_generator *g)
{
    char first[16], last[16];
    moot_say_note(&j->app->say, "%" PRId64 " synthetic case%s of %s, %s to %s, seed %" PRIu64 ": they are about nobody; moot generate "
                                "--figures shows what they are drawn from",
                  j->count, j->count == 1 ? "" : "s", g->national ? "England" : "one council",
                  moot_day_text(g->first, first, sizeof first),
                  moot_day_text(g->first + MOOT_GENERATE_DAYS - 1, last, sizeof last), g->seed);
}

static moot_code make(job *j, const moot_generator *g, int jobs, moot_err *err)
{
    int to_file = j->path && strcmp(j->path, "-") != 0;
    j->out = to_file ? fopen(j->path, "wb") : stdout;
    if (!j->out) {
        return moot_fail(err, MOOT_ESYSTEM, "%.200s cannot be written: %s", j->path, strerror(errno));
    }
    moot_progress_begin(&j->progress, !j->app->say.quiet);
    moot_code code = moot_generate_many(g, j->count, jobs, write_lines, j, err);
    moot_progress_end(&j->progress);
    if (to_file && fclose(j->out) != 0 && !code) {
        code = moot_fail(err, MOOT_ESYSTEM, "%.200s could not be written to its end: %s", j->path, strerror(errno));
    }
    if (!code) {
        tell_made(j, g);
    }
    return code;
}

static moot_code run(moot_app *app, moot_err *err)
{
    moot_generator generator;
    const moot_cli *cli = &app->cli;
    job j = { .app = app, .path = moot_cli_text(cli, "output") };
    long seed = 1, jobs = 1, count = (long)moot_generate_count(moot_cli_flag(cli, "national"));
    moot_day first = 0;
    if (moot_cli_int(cli, "count", 1, MOOT_GENERATE_MOST, &count, err) || moot_cli_int(cli, "seed", 0, INT32_MAX, &seed, err) ||
        moot_cli_int(cli, "jobs", 1, MOOT_BATCH_JOBS_MOST, &jobs, err) || read_first(app, &first, err)) {
        return err->code;
    }
    if (j.path && !*j.path) {
        return moot_fail(err, MOOT_EUSAGE, "-o takes the name of a file, such as cases.jsonl; it was given \"\"");
    }
    j.count = count;
    moot_generator_init(&generator, (uint64_t)seed, moot_cli_flag(cli, "national"), first);
    return make(&j, &generator, (int)jobs, err);
}

void moot_cmd_generate(moot_app *app)
{
    moot_err err;
    moot_err_init(&err);
    if (moot_cli_flag(&app->cli, "figures")) {
        tell_figures(app);
    } else if (run(app, &err)) {
        moot_say_error(&app->say, &err);
    }
}
