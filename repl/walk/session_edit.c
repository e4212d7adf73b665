/* Programs of others: .edit opens an editor on the script and takes what was saved, .view a spreadsheet on the last answer. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lua/compile/compile.h"
#include "repl/cli/term.h"
#include "repl/walk/session.h"

#define NOT_FOUND 127 /* what a shell ends with where there is no such program */

/* The terminal is the other program's until its end: Ctrl-C and Ctrl-\ there are for it, and a window that changes its size
 * ends no wait; nor do they end the shell between, which would tell of the other as killed. */
static int wait_for(pid_t child)
{
    int status = -1;
    void (*quit)(int) = signal(SIGQUIT, SIG_IGN);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
        continue;
    }
    (void)signal(SIGQUIT, quit);
    return status;
}

/* Runs `command` by the shell, with two words behind it; waits for its end. `setting` names it in the file of settings. */
static moot_code run(const char *command, const char *setting, const char *line, const char *path, moot_err *err)
{
    moot_buf script;
    moot_buf_init(&script);
    moot_buf_printf(&script, "trap : INT QUIT; %s %s\"$2\"", command, line ? "\"$1\" " : "");
    fflush(stdout);
    pid_t child = moot_buf_ok(&script) ? fork() : -1;
    if (child == 0) {
        execl("/bin/sh", "sh", "-c", moot_buf_text(&script), "sh", line ? line : "", path, (char *)NULL);
        _exit(NOT_FOUND);
    }
    int status = child > 0 ? wait_for(child) : -1;
    moot_buf_done(&script);
    if (child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == NOT_FOUND) {
        return moot_fail(err, MOOT_ESYSTEM, "%s cannot be run here; moot config tells who set it as %s", command, setting);
    }
    return child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0
               ? MOOT_OK
               : moot_fail(err, MOOT_ESYSTEM, "%s did not end well; nothing was taken from it", command);
}

/* ---- .edit ---- */

/* The line of the script's first mistake as it stands now; 0: there is none. Errors: memory. */
static moot_code line_of_mistake(const moot_session *s, int *out_line, moot_err *err)
{
    moot_protocol *protocol = NULL;
    moot_errs errs;
    moot_load_options load = { .stdlib_dir = moot_cli_text(&s->app->cli, "stdlib") };
    if (moot_cmd_known_on(s->app, &load, err)) {
        return err->code;
    }
    moot_errs_init(&errs, 0);
    moot_code code = moot_protocol_load_with(s->script.path, &load, &protocol, &errs, NULL);
    *out_line = 0;
    for (size_t i = 0; code && i < errs.count && *out_line == 0; i++) {
        *out_line = strcmp(errs.list[i].file, s->script.path) == 0 ? errs.list[i].line : 0;
    }
    moot_errs_done(&errs);
    moot_protocol_free(protocol);
    return code == MOOT_ENOMEM ? moot_fail_memory(err) : MOOT_OK;
}

moot_code moot_session_edit(moot_session *s, const char *name, moot_buf *out, moot_err *err)
{
    char line[16];
    if (!s->walk || !s->script.path[0]) {
        return moot_fail(err, MOOT_EDATA, s->walk ? "this protocol is the one that the store keeps: there is no script to edit"
                                                  : "open a protocol first");
    }
    if (!s->interactive && strcmp(s->config.origin[MOOT_SET_EDITOR], "by itself") == 0) { /* vi would wait for keys for ever */
        return moot_fail(err, MOOT_EDATA, ".edit opens an editor, and there is no terminal for it here; change %s and open it "
                                          "again, or name in EDITOR a program that needs none",
                         s->script.path);
    }
    int at = 0;
    if (!name[0] && line_of_mistake(s, &at, err)) {
        return err->code;
    }
    at = at ? at : moot_walk_line_in_hand(s->walk, name);
    if (at == 0) {
        return moot_fail(err, MOOT_EDATA, "%s has no \"%s\"; ?NAME tells what there is", s->protocol->id, name);
    }
    snprintf(line, sizeof line, "+%d", at);
    return run(s->config.value[MOOT_SET_EDITOR], "editor", line, s->script.path, err) ? err->code
                                                                             : moot_session_reload(s, out, err);
}

/* ---- .view ---- */

static moot_code written(const char *path, int fd, const char *text, moot_err *err)
{
    FILE *file = fdopen(fd, "w");
    int failed = !file || fputs(text, file) < 0;
    failed = (file && fclose(file) != 0) || failed;
    return failed ? moot_fail(err, MOOT_ESYSTEM, "%s could not be written", path) : MOOT_OK;
}

/* Some viewers are a call to a program that runs already, and end at once: the file stays till the sitting does. */
moot_code moot_session_view(moot_session *s, moot_err *err)
{
    char path[1024];
    const char *viewer = s->config.value[MOOT_SET_VIEWER], *folder = moot_term_variable("TMPDIR");
    moot_buf table;
    if (!viewer[0]) {
        return moot_fail(err, MOOT_EDATA, "no viewer is set: write viewer = PROGRAM in %s",
                         s->config.path[0] ? s->config.path : "the file that moot config names");
    }
    int len = snprintf(path, sizeof path, "%s/moot-view-XXXXXX.csv", folder && folder[0] == '/' ? folder : "/tmp");
    moot_buf_init(&table);
    moot_code code = moot_session_repeat(s, "csv", &table, err);
    int fd = code || len < 0 || (size_t)len >= sizeof path ? -1 : mkstemps(path, (int)strlen(".csv"));
    if (!code && fd < 0) {
        code = moot_fail(err, MOOT_ESYSTEM, "%s cannot be written", path);
    }
    if (fd >= 0 && moot_names_add(&s->viewed, path) < 0) {
        (void)unlink(path); /* it would stay for ever */
        close(fd);
        code = moot_fail_memory(err);
    }
    code = !code ? written(path, fd, moot_buf_text(&table), err) : code;
    code = code ? code : run(viewer, "viewer", NULL, path, err);
    moot_buf_done(&table);
    return code;
}

void moot_session_end_views(moot_session *s)
{
    for (size_t i = 0; i < s->viewed.count; i++) {
        (void)unlink(s->viewed.texts[i]);
    }
    moot_names_done(&s->viewed);
}
