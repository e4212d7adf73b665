/* moot store info, moot store check. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "repl/cli/cmd.h"
#include "vm/store/store.h"

static void info_json(const char *path, const moot_store_summary *s)
{
    moot_buf out;
    moot_buf_init(&out);
    moot_buf_str(&out, "{\"store\":");
    moot_buf_json(&out, path);
    moot_buf_printf(&out,
                    ",\"schema\":%" PRId64 ",\"protocols\":%" PRId64 ",\"runs\":%" PRId64
                    ",\"unfinished_runs\":%" PRId64 ",\"cases\":%" PRId64 ",\"entries\":%" PRId64
                    ",\"bytes\":%" PRId64 "}\n",
                    s->version, s->protocols, s->runs, s->unfinished_runs, s->cases, s->entries,
                    s->bytes);
    moot_say_buf(&out);
    moot_buf_done(&out);
}

static void info_text(const char *path, const moot_store_summary *s)
{
    printf("%s\n", path);
    printf("  schema      %" PRId64 "\n", s->version);
    printf("  protocols   %" PRId64 "\n", s->protocols);
    printf("  runs        %" PRId64, s->runs);
    if (s->unfinished_runs) {
        printf(" (%" PRId64 " unfinished)", s->unfinished_runs);
    }
    printf("\n  cases       %" PRId64 "\n", s->cases);
    printf("  log entries %" PRId64 "\n", s->entries);
    printf("  bytes       %" PRId64 "\n", s->bytes);
}

static moot_code info(moot_app *app, moot_store *store, const char *path, moot_err *err)
{
    moot_store_summary summary;
    memset(&summary, 0, sizeof summary);
    if (moot_store_info(store, &summary, err)) {
        return err->code;
    }
    (app->say.json ? info_json : info_text)(path, &summary);
    return MOOT_OK;
}

/* A store that is not sound is an answer, "no", not a failure to look. */
static moot_code check(moot_app *app, moot_store *store, const char *path, moot_err *err)
{
    moot_code code = moot_store_check(store, err);
    if (code == MOOT_ENOMEM) {
        return code;
    }
    moot_buf out;
    moot_buf_init(&out);
    if (app->say.json) {
        moot_buf_str(&out, "{\"store\":");
        moot_buf_json(&out, path);
        moot_buf_printf(&out, ",\"sound\":%s,\"found\":", code ? "false" : "true");
        moot_buf_json(&out, code ? err->msg : "");
        moot_buf_str(&out, "}\n");
    } else {
        moot_buf_printf(&out, code ? "%s\n" : "%s: sound\n", code ? err->msg : path);
    }
    moot_say_buf(&out);
    moot_buf_done(&out);
    if (code) {
        moot_say_raise(&app->say, moot_code_status(MOOT_ENO));
        moot_err_init(err);
    }
    return MOOT_OK;
}

void moot_cmd_store(moot_app *app)
{
    const char *action = moot_cli_text(&app->cli, "action");
    const char *path = moot_cli_text(&app->cli, "store");
    moot_store *store = NULL;
    moot_err err;
    moot_err_init(&err);
    int is_info = strcmp(action, "info") == 0;
    if (!is_info && strcmp(action, "check") != 0) {
        moot_fail(&err, MOOT_EUSAGE, "moot store does info or check; it was given \"%s\"", action);
    } else if (!moot_store_open(path, MOOT_STORE_READ, MOOT_STORE_BATCH, &store, &err)) {
        is_info ? info(app, store, path, &err) : check(app, store, path, &err);
    }
    if (err.code) {
        moot_say_error(&app->say, &err);
    }
    moot_store_close(store);
}
