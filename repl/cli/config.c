#include "repl/cli/config.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "repl/cli/say.h"
#include "repl/cli/term.h"
#include "vm/base/names.h"

#define FILE_MOST ((size_t)64 << 10)
#define LABEL 8

static const struct {
    const char *name, *value, *values, *what;
} settings[] = {
#define X(key, name, value, values, what) { name, value, values, what },
    MOOT_SETTINGS(X)
#undef X
};

/* `name`: as its user knows it. */
static moot_code set(moot_config *config, int i, const char *value, const char *origin, const char *name, moot_err *err)
{
    size_t len = strlen(value);
    if (len >= sizeof config->value[i]) {
        return moot_fail(err, MOOT_EDATA, "the value of %s is too long", name);
    }
    memcpy(config->value[i], value, len + 1);
    config->origin[i] = origin;
    return MOOT_OK;
}

/* ---- the file ---- */

/* Is it one of the words of a list? NULL: any text. */
static int is_one_of(const char *value, const char *list)
{
    size_t len = strcspn(value, " ");
    for (const char *at = list; at && len && !value[len]; at = strchr(at, ' '), at += at != NULL) {
        if (strncmp(at, value, len) == 0 && (at[len] == ' ' || !at[len])) {
            return 1;
        }
    }
    return !list;
}

static moot_code unknown_setting(const char *name, moot_err *err)
{
    const char *names[MOOT_SET_COUNT];
    for (int i = 0; i < MOOT_SET_COUNT; i++) {
        names[i] = settings[i].name;
    }
    const char *near = moot_nearest(name, names, MOOT_SET_COUNT);
    return moot_fail(err, MOOT_EDATA, "there is no setting \"%.60s\"%s%s%s", name, near ? "; did you mean \"" : "",
                     near ? near : "", near ? "\"?" : "; moot config lists them");
}

/* One line, without its end. */
static moot_code take_line(moot_config *config, char *line, moot_err *err)
{
    char *sign = strchr(line, '=');
    line += strspn(line, " \t");
    if (!*line || *line == '#') {
        return MOOT_OK;
    }
    if (!sign) {
        return moot_fail(err, MOOT_EDATA, "expected NAME = VALUE, found \"%.60s\"", line);
    }
    char *value = sign + 1 + strspn(sign + 1, " \t");
    for (char *end = sign; end > line && isspace((unsigned char)end[-1]);) {
        *--end = '\0';
    }
    *sign = '\0';
    for (char *end = value + strlen(value); end > value && isspace((unsigned char)end[-1]);) {
        *--end = '\0';
    }
    for (int i = 0; i < MOOT_SET_COUNT; i++) {
        if (strcmp(settings[i].name, line) != 0) {
            continue;
        }
        if (!is_one_of(value, settings[i].values)) {
            return moot_fail(err, MOOT_EDATA, "%s is one of: %s; found \"%.60s\"", line, settings[i].values, value);
        }
        return set(config, i, value, "the file", line, err);
    }
    return unknown_setting(line, err);
}

static void take_file(moot_config *config, moot_errs *errs)
{
    moot_buf text;
    moot_err err;
    moot_buf_init(&text);
    moot_err_init(&err);
    if (!config->path[0] || access(config->path, F_OK) != 0) {
        return;
    }
    if (moot_file_read(config->path, FILE_MOST, &text, &err)) {
        moot_errs_take(errs, &err);
    }
    int number = 0;
    for (char *at = text.len ? text.text : NULL; at && *at;) {
        size_t len = strcspn(at, "\n");
        int last = at[len] == '\0';
        at[len] = '\0';
        moot_err_init(&err);
        number++;
        if (take_line(config, at, &err)) {
            (void)moot_err_at(&err, config->path, number, 0);
            moot_errs_take(errs, &err);
        }
        at += len + !last;
    }
    moot_buf_done(&text);
}

/* ---- all of it ---- */

static void take_environment(moot_config *config, int i, const char *const *names, moot_errs *errs)
{
    moot_err err;
    moot_err_init(&err);
    for (; *names; names++) {
        const char *value = moot_term_variable(*names);
        if (value) {
            if (set(config, i, value, *names, *names, &err)) {
                moot_errs_take(errs, &err);
            }
            return;
        }
    }
}

void moot_config_read(moot_config *config, int no_file, moot_errs *errs)
{
    static const char *const editors[] = { "VISUAL", "EDITOR", NULL };
    static const char *const pagers[] = { "MOOT_PAGER", "PAGER", NULL };
    static const char *const stores[] = { "MOOT_STORE", NULL };
    memset(config, 0, sizeof *config);
    for (int i = 0; i < MOOT_SET_COUNT; i++) {
        snprintf(config->value[i], sizeof config->value[i], "%s", settings[i].value);
        config->origin[i] = "by itself";
    }
    if (!moot_term_config_file(config->path, sizeof config->path)) {
        config->path[0] = '\0';
    }
    if (!no_file) {
        take_file(config, errs);
    }
    take_environment(config, MOOT_SET_EDITOR, editors, errs);
    take_environment(config, MOOT_SET_PAGER, pagers, errs);
    take_environment(config, MOOT_SET_STORE, stores, errs);
    if (moot_term_plain_wanted()) {
        snprintf(config->value[MOOT_SET_MODE], sizeof config->value[MOOT_SET_MODE], "plain");
        config->origin[MOOT_SET_MODE] = moot_term_variable("MOOT_PLAIN") ? "MOOT_PLAIN" : "TERM";
    }
}

void moot_config_tell(const moot_config *config, moot_buf *out)
{
    moot_buf_printf(out, "# %s%s\n", config->path[0] ? config->path : "there is no place for a file: HOME is not set",
                    config->path[0] && access(config->path, F_OK) != 0 ? " (there is none yet)" : "");
    for (int i = 0; i < MOOT_SET_COUNT; i++) {
        moot_buf_printf(out, "%-*s = %s%s(%s)  %s\n", LABEL, settings[i].name, config->value[i],
                        config->value[i][0] ? "  " : "", config->origin[i], settings[i].what);
    }
}
