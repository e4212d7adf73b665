#include "repl/cli/term.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define DEFAULT_WIDTH 80
#define DEFAULT_HEIGHT 24
#define LEAST_WIDTH 40
#define MOST_WIDTH 400
#define QUIET_MS 1000 /* no progress before this */
#define STEP_MS 100

static int is_set(const char *variable)
{
    const char *value = getenv(variable);
    return value && value[0];
}

int moot_term_is(FILE *stream)
{
    return isatty(fileno(stream)) == 1;
}

int moot_term_colour(FILE *stream, int no_color)
{
    if (no_color || is_set("NO_COLOR")) {
        return 0;
    }
    if (is_set("FORCE_COLOR") || is_set("CLICOLOR_FORCE")) {
        return 1;
    }
    const char *term = getenv("TERM");
    return term && strcmp(term, "dumb") != 0 && moot_term_is(stream);
}

static int clamp_width(long width)
{
    return width < LEAST_WIDTH ? LEAST_WIDTH : (width > MOST_WIDTH ? MOST_WIDTH : (int)width);
}

int moot_term_width(FILE *stream)
{
    const char *columns = getenv("COLUMNS");
    long width = columns ? strtol(columns, NULL, 10) : 0;
    if (width > 0) {
        return clamp_width(width);
    }
    struct winsize size;
    if (ioctl(fileno(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        return clamp_width(size.ws_col);
    }
    return DEFAULT_WIDTH;
}

int moot_term_height(FILE *stream)
{
    struct winsize size;
    return ioctl(fileno(stream), TIOCGWINSZ, &size) == 0 && size.ws_row > 0 ? size.ws_row : DEFAULT_HEIGHT;
}

int moot_term_plain_wanted(void)
{
    const char *term = getenv("TERM");
    return is_set("MOOT_PLAIN") || !term || strcmp(term, "dumb") == 0;
}

const char *moot_term_variable(const char *name)
{
    return is_set(name) ? getenv(name) : NULL;
}

char *moot_term_config_file(char *buf, size_t size)
{
    const char *file = getenv("MOOT_CONFIG"), *folder = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    int len = file && file[0]                      ? snprintf(buf, size, "%s", file)
              : folder && folder[0] == '/' ? snprintf(buf, size, "%s/moot/config", folder)
              : home && home[0] == '/'     ? snprintf(buf, size, "%s/.config/moot/config", home)
                                           : -1;
    return len > 0 && (size_t)len < size ? buf : NULL;
}

/* Makes each folder of a path that ends in a slash or a name; those that exist stay as they are. */
static int make_folders(char *path)
{
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        int failed = mkdir(path, 0700) != 0 && errno != EEXIST;
        *slash = '/';
        if (failed) {
            return 0;
        }
    }
    return 1;
}

char *moot_term_state_file(const char *name, char *buf, size_t size)
{
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    int len = state && state[0] == '/' ? snprintf(buf, size, "%s/moot/%s", state, name)
              : home && home[0] == '/' ? snprintf(buf, size, "%s/.local/state/moot/%s", home, name)
                                       : -1;
    return len > 0 && (size_t)len < size && make_folders(buf) ? buf : NULL;
}

const char *moot_term_bold(int colour)
{
    return colour ? "\033[1m" : "";
}

const char *moot_term_plain(int colour)
{
    return colour ? "\033[0m" : "";
}

/* ---- progress ---- */

static int64_t now_ms(void)
{
    struct timespec now;
    if (clock_gettime(CLOCK_MONOTONIC, &now) != 0) {
        return 0;
    }
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void moot_progress_begin(moot_progress *progress, int wanted)
{
    progress->on = wanted && moot_term_is(stderr);
    progress->shown = 0;
    progress->before = 0;
    progress->began_ms = progress->last_ms = progress->on ? now_ms() : 0;
}

void moot_progress_show(moot_progress *progress, const char *what, int64_t done, int64_t total)
{
    if (!progress->on) {
        return;
    }
    int64_t now = now_ms();
    int64_t spent = now - progress->began_ms;
    if (spent < QUIET_MS || now - progress->last_ms < STEP_MS) {
        return;
    }
    progress->last_ms = now;
    progress->shown = 1;
    int64_t mine = done - progress->before, tenths = mine * 10000 / spent;
    fprintf(stderr, "\r%" PRId64, done);
    if (total > 0) {
        fprintf(stderr, " of %" PRId64 " %s (%" PRId64 "%%), ", total, what, done * 100 / total);
    } else {
        fprintf(stderr, " %s, ", what);
    }
    if (tenths < 100) { /* few a second: with a decimal */
        fprintf(stderr, "%" PRId64 ".%" PRId64 " a second", tenths / 10, tenths % 10);
    } else {
        fprintf(stderr, "%" PRId64 " a second", tenths / 10);
    }
    if (total > 0 && mine > 0) {
        fprintf(stderr, ", %" PRId64 " s left", (total - done) * spent / mine / 1000);
    }
    fputs("   ", stderr);
    fflush(stderr);
}

void moot_progress_end(moot_progress *progress)
{
    if (progress->shown) {
        fputs("\r\033[K", stderr);
        fflush(stderr);
        progress->shown = 0;
    }
}
