/* Programs of others: .edit opens an editor on the script and takes what was saved, .view a spreadsheet on the last answer. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "repl/walk/session.h"

/* Runs `command` by the shell, with two words behind it; waits for its end. */
static moot_code run(const char *command, const char *line, const char *path, moot_err *err)
{
    moot_buf script;
    int status = -1;
    moot_buf_init(&script);
    moot_buf_printf(&script, "%s %s\"$2\"", command, line ? "\"$1\" " : "");
    fflush(stdout);
    pid_t child = moot_buf_ok(&script) ? fork() : -1;
    if (child == 0) {
        execl("/bin/sh", "sh", "-c", moot_buf_text(&script), "sh", line ? line : "", path, (char *)NULL);
        _exit(127);
    }
    while (child > 0 && waitpid(child, &status, 0) < 0 && moot_line_interrupted()) {
        continue; /* Ctrl-C was for the other program too */
    }
    moot_buf_done(&script);
    return child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0
               ? MOOT_OK
               : moot_fail(err, MOOT_ESYSTEM, "%s did not end well; nothing was taken from it", command);
}

/* ---- .edit ---- */

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
    int at = moot_walk_line_in_hand(s->walk, name);
    if (at == 0) {
        return moot_fail(err, MOOT_EDATA, "%s has no \"%s\"; ?NAME tells what there is", s->protocol->id, name);
    }
    snprintf(line, sizeof line, "+%d", at);
    return run(s->config.value[MOOT_SET_EDITOR], line, s->script.path, err) ? err->code
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

moot_code moot_session_view(moot_session *s, moot_err *err)
{
    char path[] = "/tmp/moot-view-XXXXXX.csv";
    const char *viewer = s->config.value[MOOT_SET_VIEWER];
    moot_buf table;
    if (!viewer[0]) {
        return moot_fail(err, MOOT_EDATA, "no viewer is set: write viewer = PROGRAM in %s",
                         s->config.path[0] ? s->config.path : "the file that moot config names");
    }
    moot_buf_init(&table);
    moot_code code = moot_session_repeat(s, "csv", &table, err);
    int fd = code ? -1 : mkstemps(path, (int)strlen(".csv"));
    if (!code && fd < 0) {
        code = moot_fail(err, MOOT_ESYSTEM, "%s cannot be written", path);
    }
    code = code ? code : written(path, fd, moot_buf_text(&table), err);
    code = code ? code : run(viewer, NULL, path, err);
    if (fd >= 0) {
        (void)unlink(path);
    }
    moot_buf_done(&table);
    return code;
}
