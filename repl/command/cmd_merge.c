/* moot merge: the shards of one what-if, or of one run that is drawn, each in a store of its own, to one store. */
#include <inttypes.h>
#include <stdio.h>

#include "repl/cli/cmd.h"
#include "vm/store/store_merge.h"
#include "vm/store/store_whatif.h"

#define PARTS_MOST 10000

/* The stores of the command line, borrowed. */
static moot_code read_parts(const moot_cli *cli, const char ***out_parts, int32_t *out_count, moot_err *err)
{
    int32_t count = 0;
    while (moot_cli_nth(cli, "store", (size_t)count)) {
        if (count++ == PARTS_MOST) {
            return moot_fail(err, MOOT_EUSAGE, "moot merge takes %d stores at most", PARTS_MOST);
        }
    }
    const char **parts = moot_calloc((size_t)count + 1, sizeof *parts);
    if (!parts) {
        return moot_fail_memory(err);
    }
    for (int32_t i = 0; i < count; i++) {
        parts[i] = moot_cli_nth(cli, "store", (size_t)i);
    }
    *out_parts = parts;
    *out_count = count;
    return MOOT_OK;
}

static void tell(const moot_app *app, const char *out, int32_t parts, int64_t replicates)
{
    moot_buf text;
    moot_buf_init(&text);
    if (app->say.json) {
        moot_buf_str(&text, "{\"store\":");
        moot_buf_json(&text, out);
        moot_buf_printf(&text, ",\"parts\":%" PRId32 ",\"replicates\":%" PRId64 "}\n", parts, replicates);
    } else if (!app->say.quiet) {
        moot_buf_printf(&text, "%s: %" PRId32 " part%s, %" PRId64 " replicate%s\n", out, parts, parts == 1 ? "" : "s", replicates,
                        replicates == 1 ? "" : "s");
    }
    moot_say_buf(&text);
    moot_buf_done(&text);
}

/* What the first store holds says of what they are parts. */
static moot_code merge(const char *out, const char *const *parts, int32_t count, int64_t *out_replicates, moot_err *err)
{
    int runs = 0;
    moot_code code = moot_store_holds_runs(parts[0], &runs, err);
    if (code) {
        return code;
    }
    return runs ? moot_store_runs_merge(out, parts, count, out_replicates, err)
                : moot_store_whatif_merge(out, parts, count, out_replicates, err);
}

void moot_cmd_merge(moot_app *app)
{
    const char *out = moot_cli_text(&app->cli, "output"), **parts = NULL;
    int32_t count = 0;
    int64_t replicates = 0;
    moot_err err;
    moot_err_init(&err);
    if (!out || !*out) {
        moot_fail(&err, MOOT_EUSAGE, "moot merge needs -o FILE, the store that is made");
    } else if (!read_parts(&app->cli, &parts, &count, &err) &&
               !merge(out, parts, count, &replicates, &err)) {
        tell(app, out, count, replicates);
    }
    if (err.code) {
        moot_say_error(&app->say, &err);
    }
    moot_free(parts);
}
