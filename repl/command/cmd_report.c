/* moot report: what came of the runs in a store, as a page, as CSV or as JSON Lines. */
#include <string.h>

#include "repl/cli/cmd.h"
#include "repl/cli/put.h"
#include "repl/page/report.h"
#include "vm/base/disclose.h"

static moot_code read_options(const moot_app *app, moot_report_options *out, moot_err *err)
{
    const moot_cli *cli = &app->cli;
    const char *path = moot_cli_text(cli, "output");
    long below = MOOT_SUPPRESS_BELOW;
    if (moot_cli_int(cli, "suppress-below", 0, 1000000, &below, err)) {
        return err->code;
    }
    if (path && !*path) {
        return moot_fail(err, MOOT_EUSAGE, "-o takes the name of a file, such as report.html; it was given \"\"");
    }
    if (app->say.json && moot_cli_flag(cli, "csv")) {
        return moot_fail(err, MOOT_EUSAGE, "--csv and --json are two forms of the same figures: give one of them");
    }
    *out = (moot_report_options){ .below = below, .case_id = moot_cli_text(cli, "case"), .contact = moot_cli_text(cli, "contact"),
                                  .store = moot_cli_text(cli, "store") };
    return MOOT_OK;
}

static moot_code write_form(const moot_app *app, const moot_report *report, const moot_report_options *options, moot_buf *out, moot_err *err)
{
    moot_buf command;
    if (app->say.json) {
        return moot_report_json(report, out, err);
    }
    if (moot_cli_flag(&app->cli, "csv")) {
        return moot_report_csv(report, out, err);
    }
    moot_buf_init(&command);
    moot_buf_printf(&command, "moot report %s", options->store);
    moot_code code = moot_report_page(report, MOOT_PAGE_HTML, moot_buf_text(&command), out, err);
    code = code || moot_buf_ok(&command) ? code : moot_fail_memory(err);
    moot_buf_done(&command);
    return code;
}

static moot_code report(moot_app *app, moot_err *err)
{
    moot_report_options options;
    moot_report made;
    moot_store *store = NULL;
    moot_buf out;
    const char *path = moot_cli_text(&app->cli, "output");
    moot_report_init(&made);
    moot_buf_init(&out);
    moot_code code = read_options(app, &options, err);
    code = code ? code : moot_store_open(options.store, MOOT_STORE_READ, MOOT_STORE_BATCH, &store, err);
    code = code ? code : moot_report_read(&made, store, &options, err);
    code = code ? code : write_form(app, &made, &options, &out, err);
    if (!code && (!path || strcmp(path, "-") == 0)) {
        moot_say_buf(&out);
    } else if (!code) {
        code = moot_put_file(path, moot_buf_text(&out), out.len, err);
    }
    moot_store_close(store);
    moot_report_done(&made);
    moot_buf_done(&out);
    return code;
}

void moot_cmd_report(moot_app *app)
{
    moot_err err;
    moot_err_init(&err);
    if (report(app, &err)) {
        moot_say_error(&app->say, &err);
    }
}
