#include "repl/cli/protocols.h"

#include <string.h>

#include "vm/protocol/law.h"

static moot_code refuse(moot_app *app, const moot_err *err)
{
    moot_say_error(&app->say, err);
    return err->code;
}

static int32_t count_words(const moot_app *app)
{
    int32_t count = 0;
    while (moot_cli_nth(&app->cli, "protocol", (size_t)count)) {
        count++;
    }
    return count;
}

static moot_code make_room(moot_app *app, int32_t least, int32_t most, moot_protocols *out)
{
    moot_err err;
    int32_t count = count_words(app);
    moot_err_init(&err);
    if (count < least) {
        moot_fail(&err, MOOT_EUSAGE, "moot %s needs %d protocols%s, and was given %d", app->cli.command->name, (int)least,
                  most > least ? " or more" : "", (int)count);
        return refuse(app, &err);
    }
    if (count > most) {
        moot_fail(&err, MOOT_EUSAGE, "moot %s takes %d protocols%s, and was given %d", app->cli.command->name, (int)most,
                  most > least ? " at most" : "", (int)count);
        return refuse(app, &err);
    }
    out->scripts = moot_calloc((size_t)count, sizeof *out->scripts);
    out->list = moot_calloc((size_t)count, sizeof *out->list);
    out->helpers = moot_calloc((size_t)count, sizeof *out->helpers);
    if (!out->scripts || !out->list || !out->helpers) {
        moot_fail_memory(&err);
        return refuse(app, &err);
    }
    return MOOT_OK;
}

moot_code moot_protocols_differ(moot_app *app, const moot_protocols *protocols)
{
    moot_err err;
    moot_err_init(&err);
    for (int32_t i = 0; i < protocols->count; i++) {
        for (int32_t k = 0; k < i; k++) {
            if (strcmp(protocols->list[i]->id, protocols->list[k]->id) == 0) {
                moot_fail(&err, MOOT_EUSAGE, "\"%.200s\" and \"%.200s\" are both called %.80s: give each protocol once",
                          moot_cli_nth(&app->cli, "protocol", (size_t)k), moot_cli_nth(&app->cli, "protocol", (size_t)i),
                          protocols->list[i]->id);
                return refuse(app, &err);
            }
        }
    }
    return MOOT_OK;
}

moot_code moot_protocols_load(moot_app *app, int32_t least, int32_t most, moot_protocols *out)
{
    moot_err err;
    int32_t words = count_words(app);
    memset(out, 0, sizeof *out);
    moot_err_init(&err);
    if (make_room(app, least, most, out)) {
        return MOOT_EUSAGE;
    }
    for (int32_t i = 0; i < words; i++) {
        moot_code code = moot_cmd_script_named(app, moot_cli_nth(&app->cli, "protocol", (size_t)i), &out->scripts[i],
                                               &out->list[i]);
        if (code) {
            return code;
        }
        moot_load_options load = { .stdlib_dir = moot_cli_text(&app->cli, "stdlib"), .variant = out->scripts[i].variant };
        moot_helper_script_init(&out->helpers[i], out->scripts[i].path, &load);
        out->count++;
    }
    return MOOT_OK;
}

void moot_protocols_done(moot_protocols *protocols)
{
    for (int32_t i = 0; i < protocols->count; i++) {
        moot_helper_script_done(&protocols->helpers[i]);
        moot_protocol_free(protocols->list[i]);
    }
    moot_free(protocols->scripts);
    moot_free(protocols->list);
    moot_free(protocols->helpers);
    memset(protocols, 0, sizeof *protocols);
}

/* A note that begins with what the header leaves open bears the name already. */
void moot_protocols_notes(const moot_protocols *protocols)
{
    moot_buf out;
    moot_buf_init(&out);
    for (int32_t i = 0; i < protocols->count; i++) {
        const moot_protocol *p = protocols->list[i];
        moot_buf note;
        moot_buf_init(&note);
        moot_law_note(p, &note);
        if (note.len && !(i > 0 && strcmp(protocols->list[i - 1]->hash, p->hash) == 0)) {
            moot_buf_printf(&out, "\n%s%s%s\n", p->decl.open ? "" : p->id, p->decl.open ? "" : ": ", moot_buf_text(&note));
        }
        out.failed |= !moot_buf_ok(&note);
        moot_buf_done(&note);
    }
    moot_say_buf(&out);
    moot_buf_done(&out);
}
