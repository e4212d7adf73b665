/* .watch: an editor stands beside the terminal. After each save the script is checked as moot check does it, and this case
 * told again under it, for nobody to keep: what the edit changes of it is told. Ctrl-C ends the watch; then the case goes on
 * under the protocol as it is. */
#include <stdio.h>
#include <string.h>

#include "lua/compile/compile.h"
#include "repl/cli/watch.h"
#include "repl/walk/session.h"

/* What is wrong with it was told by the check. */
static moot_protocol *compiled(const moot_session *s, const moot_load_options *load)
{
    moot_protocol *protocol = NULL;
    moot_errs errs, warnings;
    moot_errs_init(&errs, 0);
    moot_errs_init(&warnings, 0);
    if (moot_protocol_load_with(s->script.path, load, &protocol, &errs, &warnings)) {
        moot_protocol_free(protocol);
        protocol = NULL;
    }
    moot_errs_done(&errs);
    moot_errs_done(&warnings);
    return protocol;
}

typedef struct saved {
    moot_session *s;
    moot_buf *out;
} saved;

static moot_code tell_saved(void *user, moot_walk *now, int32_t set_aside, moot_err *err)
{
    const saved *of = user;
    (void)set_aside;
    (void)err;
    moot_walk_differs(of->s->walk, "the case before", now, "the case as saved", of->out);
    return MOOT_OK;
}

/* What a save changes of the case. */
static void tell_case(moot_session *s)
{
    moot_buf out;
    moot_err err;
    saved of = { s, &out };
    moot_load_options load = { .stdlib_dir = moot_cli_text(&s->app->cli, "stdlib") };
    moot_err_init(&err);
    moot_buf_init(&out);
    moot_protocol *protocol = moot_cmd_known_on(s->app, &load, &err) ? NULL : compiled(s, &load);
    if (protocol && strcmp(protocol->hash, s->protocol->hash) == 0) {
        moot_buf_str(&out, "The protocol says what it said before.\n");
    } else if (protocol && !moot_walk_case(s->walk)) {
        moot_buf_str(&out, "Nothing has happened in the case yet, so nothing of it changes.\n");
    } else if (protocol && moot_session_other(s, protocol, s->script.path, s->script.path, &load, tell_saved, &of, &err)) {
        moot_buf_printf(&out, "The case does not fit any more: %s\n", err.msg);
    }
    if (out.len) {
        moot_session_print_aside(s, ".watch", &out);
    }
    moot_protocol_free(protocol);
    moot_buf_done(&out);
}

moot_code moot_session_watch(moot_session *s, moot_buf *out, moot_err *err)
{
    const char *paths[] = { s->script.path };
    moot_watch watch;
    if (!s->walk || !s->script.path[0]) {
        return moot_fail(err, MOOT_EDATA, s->walk ? "this protocol is the one that the store keeps: there is no script to watch"
                                                  : "open a protocol first");
    }
    if (!s->interactive) {
        return moot_fail(err, MOOT_EDATA, ".watch waits at a terminal; in a script moot check --watch does");
    }
    moot_watch_begin(&watch, paths, 1, moot_cli_text(&s->app->cli, "stdlib"), moot_line_interrupted);
    (void)moot_cmd_check_one(s->app, s->script.path);
    printf("Checking again after each save; Ctrl-C goes back to the case.\n");
    fflush(stdout);
    s->unpaged = 1;
    while (moot_watch_wait(&watch)) {
        putchar('\n');
        if (moot_cmd_check_one(s->app, s->script.path) && !s->script.variant) {
            tell_case(s);
        }
    }
    s->unpaged = 0;
    putchar('\n');
    return s->script.variant ? MOOT_OK : moot_session_reload(s, out, err);
}
