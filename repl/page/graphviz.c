#include "repl/page/graphviz.h"

#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "repl/page/chart_draw.h"
#include "repl/page/page.h"

extern char **environ;

/* Between two files without a name, so that neither side can wait for the other. Returns the status, -1 if it did not start. */
static int run_dot(FILE *in, FILE *out)
{
    static char program[] = "dot", how[] = "-Tsvg";
    char *const words[] = { program, how, NULL };
    posix_spawn_file_actions_t files;
    pid_t child;
    int status = -1;
    if (posix_spawn_file_actions_init(&files) != 0) {
        return -1;
    }
    int ready = posix_spawn_file_actions_adddup2(&files, fileno(in), STDIN_FILENO) == 0
                && posix_spawn_file_actions_adddup2(&files, fileno(out), STDOUT_FILENO) == 0
                && posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", 1, 0) == 0;
    if (ready && posix_spawnp(&child, program, &files, NULL, words, environ) == 0) {
        while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
        }
        status = WIFEXITED(status) ? WEXITSTATUS(status) : 1;
    }
    (void)posix_spawn_file_actions_destroy(&files);
    return status;
}

static int read_all(FILE *file, moot_buf *out)
{
    char chunk[4096];
    size_t got;
    rewind(file);
    while ((got = fread(chunk, 1, sizeof chunk, file)) > 0) {
        moot_buf_add(out, chunk, got);
    }
    return !ferror(file);
}

/* From its <svg on, without declaration and comments; what a reader that cannot see needs goes into and behind that mark. */
static int adopt(const moot_chart *chart, const moot_buf *svg, const char *id, moot_buf *out)
{
    const char *open = strstr(moot_buf_text(svg), "<svg ");
    const char *close = open ? strchr(open, '>') : NULL;
    if (!close) {
        return 0;
    }
    moot_buf_printf(out, "<svg role=\"img\" aria-labelledby=\"%s-title %s-desc\" ", id, id);
    moot_buf_add(out, open + 5, (size_t)(close - open - 4));
    moot_buf_printf(out, "\n<title id=\"%s-title\">", id);
    moot_html_text(out, chart->protocol->council);
    moot_buf_printf(out, ": stages and ways between them</title>\n<desc id=\"%s-desc\">", id);
    moot_chart_told(chart, out);
    moot_buf_str(out, " A frame for each service; lines with dashes: a deadline was missed; with dots: it begins by itself.</desc>");
    moot_buf_str(out, close + 1);
    return 1;
}

moot_code moot_graphviz_svg(const moot_chart *chart, const moot_buf *dot, const char *id, moot_buf *out, int *out_found,
                            moot_err *err)
{
    FILE *in = tmpfile(), *got = tmpfile();
    moot_code code = MOOT_OK;
    moot_buf svg;
    moot_buf_init(&svg);
    *out_found = 0;
    if (!in || !got || fwrite(moot_buf_text(dot), 1, dot->len, in) != dot->len || fflush(in) != 0) {
        code = moot_fail(err, MOOT_ESYSTEM, "there is no room for a file that dot is to read: %s", strerror(errno));
        goto out;
    }
    rewind(in);
    int status = run_dot(in, got);
    if (status == -1 || status == 127) {
        goto out;
    }
    *out_found = 1;
    if (status != 0 || !read_all(got, &svg) || !adopt(chart, &svg, id, out)) {
        code = moot_fail(err, MOOT_ESYSTEM, "the program \"dot\" did not place the chart; --layout own does it without");
    }
out:
    if (in) {
        (void)fclose(in);
    }
    if (got) {
        (void)fclose(got);
    }
    moot_buf_done(&svg);
    return code;
}
