#include "repl/command/export_store.h"

#include <string.h>

#include "repl/command/export_rows.h"
#include "repl/page/event_log.h"
#include "repl/page/ics.h"
#include "repl/page/report.h"
#include "vm/base/disclose.h"
#include "vm/base/text.h"
#include "vm/store/store_report.h"

/* As the columns of MOOT_REPORT_ROWS stand. */
static const char *const keys[] = { "row", "id", "child", "name", "clause", "owner", "from", "due", "status", "ended" };

/* What is refused is named so; by moot_export_form. */
static const char *const called[] = { "a table", "a file of lines", "a calendar", "an event log", "an event log" };

/* ---- row by row ---- */

/* The newest run that has a case. */
static moot_code newest(moot_store *store, moot_arena *arena, const moot_report_cell **out_run, moot_err *err)
{
    moot_report_rows runs;
    if (moot_store_report(store, MOOT_REPORT_RUNS, 0, NULL, arena, &runs, err)) {
        return err->code;
    }
    for (size_t i = runs.count; i > 0; i--) {
        const moot_report_cell *run = &runs.cells[(i - 1) * runs.columns];
        if (run[MOOT_RUN_CASES].number > 0) {
            *out_run = run;
            return MOOT_OK;
        }
    }
    return moot_fail(err, MOOT_EDATA, "no case of this store stands row by row: moot run PROTOCOL --cases FILE --store STORE keeps some");
}

static int is_made_up(const moot_report_cell *run)
{
    return run[MOOT_RUN_GENERATED].number >= run[MOOT_RUN_CASES].number;
}

static const char *header(const moot_report_cell *run)
{
    return is_made_up(run)
               ? "row by row (--internal); the cases were made up and are about nobody"
               : "row by row (--internal): for use in the house only, not for publication; nothing is suppressed";
}

/* On what a run rests; empty where no law took part. */
static const char *law_of(const moot_report_rows *notes)
{
    return notes->count > 0 && notes->cells[0].text ? notes->cells[0].text : "";
}

static void csv_rows(const moot_report_cell *run, const char *header, const moot_report_rows *rows, const moot_report_rows *notes,
                     moot_buf *out)
{
    moot_buf_printf(out, "# %s; protocol %s, cases of %s\n", header, run[MOOT_RUN_PROTOCOL].text, run[MOOT_RUN_CASELOAD].text);
    moot_buf_printf(out, law_of(notes)[0] ? "# %s\n" : "%s", law_of(notes));
    for (size_t k = 0; k < MOOT_COUNT(keys); k++) {
        moot_buf_printf(out, "%s%s", k ? "," : "", keys[k]);
    }
    moot_buf_char(out, '\n');
    for (size_t i = 0; i < rows->count * rows->columns; i++) {
        moot_buf_str(out, i % rows->columns ? "," : "");
        moot_text_csv(rows->cells[i].text ? rows->cells[i].text : "", out);
        moot_buf_str(out, (i + 1) % rows->columns ? "" : "\n");
    }
}

static void json_rows(const moot_report_cell *run, const char *header, const moot_report_rows *rows, const moot_report_rows *notes,
                      moot_buf *out)
{
    moot_buf_str(out, "{\"disclosure\":");
    moot_buf_json(out, header);
    moot_buf_str(out, ",\"protocol\":");
    moot_buf_json(out, run[MOOT_RUN_PROTOCOL].text);
    moot_buf_str(out, ",\"caseload\":");
    moot_buf_json(out, run[MOOT_RUN_CASELOAD].text);
    if (law_of(notes)[0]) {
        moot_buf_str(out, ",\"law\":");
        moot_buf_json(out, law_of(notes));
    }
    moot_buf_str(out, "}\n");
    for (size_t i = 0; i < rows->count * rows->columns; i++) {
        size_t k = i % rows->columns;
        moot_buf_printf(out, "%s\"%s\":", k ? "," : "{", keys[k]);
        if (rows->cells[i].text) {
            moot_buf_json(out, rows->cells[i].text);
        } else {
            moot_buf_str(out, "null");
        }
        moot_buf_str(out, k + 1 < rows->columns ? "" : "}\n");
    }
}

static moot_code put_rows(moot_store *store, int as_csv, moot_buf *out, moot_err *err)
{
    moot_report_rows rows, notes;
    moot_arena arena;
    moot_buf says;
    const moot_report_cell *run = NULL;
    moot_arena_init(&arena);
    moot_buf_init(&says);
    moot_code code = newest(store, &arena, &run, err);
    code = code ? code : moot_store_report(store, MOOT_REPORT_ROWS, (int64_t)run[MOOT_RUN_NO].number, NULL, &arena, &rows, err);
    code = code ? code : moot_store_report(store, MOOT_REPORT_LAW_NOTE, (int64_t)run[MOOT_RUN_NO].number, NULL, &arena, &notes, err);
    if (!code) {
        moot_buf_str(&says, header(run));
        code = is_made_up(run) ? MOOT_OK : moot_export_rows_note(store, (int64_t)run[MOOT_RUN_NO].number, MOOT_SUPPRESS_BELOW, &says, err);
    }
    if (!code) {
        (as_csv ? csv_rows : json_rows)(run, moot_buf_text(&says), &rows, &notes, out);
        code = moot_buf_ok(out) && moot_buf_ok(&says) ? MOOT_OK : moot_fail_memory(err);
    }
    moot_buf_done(&says);
    moot_arena_done(&arena);
    return code;
}

/* Without names: what is known of a person only as far as it is shared by enough others. */
static moot_code put_people(moot_store *store, int generalise, long below, int as_csv, moot_buf *out, moot_err *err)
{
    moot_export_rows x = { .as_csv = as_csv, .generalise = generalise, .below = below > 1 ? (size_t)below : 1 };
    moot_arena arena;
    moot_arena_init(&arena);
    moot_code code = newest(store, &arena, &x.run, err);
    if (!code) {
        x.is_made_up = is_made_up(x.run);
        code = moot_export_rows_put(store, &x, out, err);
    }
    moot_arena_done(&arena);
    return code;
}

/* ---- as a calendar ---- */

static const char *text_of(const moot_report_cell *cell, const char *none)
{
    return cell->text && *cell->text ? cell->text : none;
}

/* A case is told by its pseudonym alone. The same date has the same UID in any later calendar, and the log only grows, so its length
 * is a number that goes up when a date moved. */
static void put_date(const moot_report_cell *run, const moot_report_cell *row, const moot_zone *zone, moot_buf *out)
{
    moot_buf uid, summary, text;
    const char *child = text_of(&row[MOOT_DATE_CHILD], NULL), *id = text_of(&row[MOOT_DATE_CASE], ""), *name = text_of(&row[MOOT_DATE_DEADLINE], "");
    moot_buf_init(&uid);
    moot_buf_init(&summary);
    moot_buf_init(&text);
    moot_buf_printf(&uid, "%s.%s%s%s.%s.%.0f@moot.invalid", run[MOOT_RUN_PROTOCOL].text, id, child ? "." : "", child ? child : "", name,
                    row[MOOT_DATE_NTH].number);
    moot_buf_printf(&summary, "%s%s%s%s: %s", id, child ? " (child " : "", child ? child : "", child ? ")" : "", name);
    moot_buf_printf(&text, "Due %s%s. For %s. Clause %s.", text_of(&row[MOOT_DATE_DUE], ""), strcmp(row[MOOT_DATE_STATUS].text, "late") == 0 ? ", and late" : "",
                    text_of(&row[MOOT_DATE_OWNER], "nobody"), text_of(&row[MOOT_DATE_CLAUSE], "none"));
    const moot_ics_date date = { .uid = moot_buf_text(&uid), .summary = moot_buf_text(&summary), .description = moot_buf_text(&text),
                                 .at = (moot_instant)row[MOOT_DATE_AT].number, .stamp = (moot_instant)row[MOOT_DATE_SET].number,
                                 .sequence = (int64_t)row[MOOT_DATE_ENTRIES].number };
    moot_ics_put(out, zone, &date);
    out->failed |= !moot_buf_ok(&uid) || !moot_buf_ok(&summary) || !moot_buf_ok(&text);
    moot_buf_done(&uid);
    moot_buf_done(&summary);
    moot_buf_done(&text);
}

static moot_code calendar(const moot_report_cell *run, const moot_report_rows *dates, const moot_report_rows *notes, const moot_zone *zone, moot_buf *out,
                          moot_err *err)
{
    moot_buf about;
    moot_buf_init(&about);
    moot_buf_str(&about, header(run));
    for (size_t i = 0; i < notes->count; i++) {
        moot_buf_printf(&about, ". %s", text_of(&notes->cells[i], ""));
    }
    moot_ics_begin(out, "export", moot_buf_text(&about));
    for (size_t i = 0; i < dates->count; i++) {
        put_date(run, &dates->cells[i * dates->columns], zone, out);
    }
    moot_ics_end(out);
    out->failed |= !moot_buf_ok(&about);
    moot_buf_done(&about);
    return moot_buf_ok(out) ? MOOT_OK : moot_fail_memory(err);
}

/* ---- as an event log ---- */

static moot_code event_log(const moot_report_cell *run, const moot_report_rows *events, const moot_report_rows *notes, const moot_zone *zone, int as_xes,
                           moot_buf *out, moot_err *err)
{
    const moot_event_log log = { .events = events, .zone = zone, .protocol = text_of(&run[MOOT_RUN_PROTOCOL], ""), .about = header(run),
                                 .law = law_of(notes) };
    if (!as_xes) {
        return moot_event_log_ocel(&log, out, err);
    }
    moot_event_log_xes(&log, out);
    return moot_buf_ok(out) ? MOOT_OK : moot_fail_memory(err);
}

/* ---- what names cases ---- */

/* A calendar or an event log of the newest run. */
static moot_code put_named(moot_store *store, moot_export_form form, int is_internal, moot_buf *out, moot_err *err)
{
    moot_report_rows rows, notes;
    moot_arena arena;
    moot_zone *zone = NULL;
    const moot_report_cell *run = NULL;
    int is_calendar = form == MOOT_EXPORT_ICS;
    moot_arena_init(&arena);
    moot_code code = newest(store, &arena, &run, err);
    if (!code && !is_internal && !is_made_up(run)) {
        code = moot_fail(err, MOOT_EUSAGE, "%s names cases, and these may be about people: --internal writes it, for use in the house only", called[form]);
    }
    moot_report_ask ask = is_calendar ? MOOT_REPORT_DATES : MOOT_REPORT_EVENTS;
    code = code ? code : moot_store_report(store, ask, (int64_t)run[MOOT_RUN_NO].number, NULL, &arena, &rows, err);
    code = code ? code : moot_store_report(store, MOOT_REPORT_LAW_NOTE, (int64_t)run[MOOT_RUN_NO].number, NULL, &arena, &notes, err);
    if (!code && rows.count == 0) {
        code = moot_fail(err, MOOT_EDATA, is_calendar ? "no deadline of the newest run waits with a date, and a calendar without a date is none"
                                                      : "nothing stands in the log of the newest run: nothing happened in it, or it kept none (--log none)");
    }
    code = code ? code : moot_zone_load("Europe/London", &zone, err);
    if (!code) {
        code = is_calendar ? calendar(run, &rows, &notes, zone, out, err) : event_log(run, &rows, &notes, zone, form == MOOT_EXPORT_XES, out, err);
    }
    moot_zone_free(zone);
    moot_arena_done(&arena);
    return code;
}

/* ---- sums ---- */

static moot_code put_sums(moot_store *store, const char *path, long below, int as_csv, moot_buf *out, moot_err *err)
{
    moot_report report;
    const moot_report_options options = { .below = below, .store = path };
    moot_report_init(&report);
    moot_code code = moot_report_read(&report, store, &options, err);
    code = code ? code : as_csv ? moot_report_csv(&report, out, err) : moot_report_json(&report, out, err);
    moot_report_done(&report);
    return code;
}

/* Which of the ways out was asked for, and that nothing was that does not go with it. */
static moot_code check_way(const moot_app *app, moot_export_form form, moot_err *err)
{
    int suppress = moot_cli_flag(&app->cli, "suppress-below"), rows = moot_cli_flag(&app->cli, "rows"), internal = moot_cli_flag(&app->cli, "internal");
    if (form >= MOOT_EXPORT_ICS && suppress) {
        return moot_fail(err, MOOT_EUSAGE, "%s has no sums: --suppress-below goes with csv and jsonl", called[form]);
    }
    if (form >= MOOT_EXPORT_ICS && rows) {
        return moot_fail(err, MOOT_EUSAGE, "%s names cases and their dates, and --rows has neither: it goes with csv and jsonl", called[form]);
    }
    if (internal && suppress) {
        return moot_fail(err, MOOT_EUSAGE, "--internal writes rows, of which nothing is suppressed: --suppress-below goes with sums");
    }
    if (internal && rows) {
        return moot_fail(err, MOOT_EUSAGE, "--rows is for use outside and --internal for use in the house: give one of them");
    }
    if (moot_cli_flag(&app->cli, "generalise") && !rows) {
        return moot_fail(err, MOOT_EUSAGE, "--generalise tells rows more coarsely: it goes with --rows");
    }
    return MOOT_OK;
}

moot_code moot_export_store(const moot_app *app, const char *path, moot_export_form form, moot_buf *out, moot_err *err)
{
    moot_store *store = NULL;
    long below = MOOT_SUPPRESS_BELOW;
    int is_internal = moot_cli_flag(&app->cli, "internal"), as_csv = form == MOOT_EXPORT_CSV;
    if (moot_cli_int(&app->cli, "suppress-below", 0, 1000000, &below, err) || check_way(app, form, err)) {
        return err->code;
    }
    moot_code code = moot_store_open(path, MOOT_STORE_READ, MOOT_STORE_BATCH, &store, err);
    if (!code) {
        code = form >= MOOT_EXPORT_ICS            ? put_named(store, form, is_internal, out, err)
               : is_internal                      ? put_rows(store, as_csv, out, err)
               : moot_cli_flag(&app->cli, "rows") ? put_people(store, moot_cli_flag(&app->cli, "generalise"), below, as_csv, out, err)
                                                  : put_sums(store, path, below, as_csv, out, err);
    }
    moot_store_close(store);
    return code;
}
