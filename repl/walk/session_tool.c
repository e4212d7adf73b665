/* Words with a dot: how answers are printed, files that are read and written, transcripts. One table. */
#include <stdlib.h>
#include <string.h>

#include "repl/walk/session.h"
#include "vm/base/names.h"
#include "vm/protocol/law.h"

#define DEEPEST 8 /* .read within .read */
#define SCRIPT_MOST ((size_t)4 << 20)

/* ---- modes ---- */

const char *const moot_session_modes[] = { "plain", "table", "presenter", "csv", "markdown", "json", NULL };

static moot_walk_mode walk_mode(const moot_session *s)
{
    return s->json                             ? MOOT_WALK_JSON
           : s->presenter                      ? MOOT_WALK_PRESENTER
           : strcmp(s->mode, "csv") == 0      ? MOOT_WALK_CSV
           : strcmp(s->mode, "markdown") == 0 ? MOOT_WALK_MARKDOWN
                                               : MOOT_WALK_PLAIN;
}

void moot_session_set_mode(moot_session *s, const char *mode)
{
    s->mode = mode;
    s->json = strcmp(mode, "json") == 0;
    s->presenter = strcmp(mode, "presenter") == 0;
    s->draws = s->presenter || strcmp(mode, "table") == 0;
    if (s->walk) {
        moot_walk_set_mode(s->walk, walk_mode(s), s->draws);
    }
}

/* The mode of this name, as the table has it; NULL: it is no mode, and the error says so. */
static const char *mode_named(const moot_session *s, const char *what, moot_err *err)
{
    size_t count = 0;
    for (; moot_session_modes[count]; count++) {
        if (strcmp(what, moot_session_modes[count]) == 0) {
            return moot_session_modes[count];
        }
    }
    const char *near = moot_nearest(what, moot_session_modes, count);
    moot_fail(err, MOOT_EDATA, ".mode is plain, table, presenter, csv, markdown or json; it is %s now%s%s%s", s->mode,
              near ? "; did you mean \"" : "", near ? near : "", near ? "\"?" : "");
    return NULL;
}

static moot_code tool_mode(moot_session *s, const char *what, int *quit, moot_err *err)
{
    char line[40];
    moot_buf nothing;
    const char *mode = mode_named(s, what, err);
    (void)quit;
    if (!mode) {
        return err->code;
    }
    moot_session_set_mode(s, mode);
    moot_buf_init(&nothing);
    snprintf(line, sizeof line, ".mode %s", mode);
    moot_session_record(s, line, &nothing);
    return MOOT_OK;
}

static moot_code tool_timer(moot_session *s, const char *what, int *quit, moot_err *err)
{
    (void)quit;
    if (strcmp(what, "on") != 0 && strcmp(what, "off") != 0) {
        return moot_fail(err, MOOT_EDATA, ".timer is on or off");
    }
    s->timer = strcmp(what, "on") == 0;
    return MOOT_OK;
}

static moot_code tool_bail(moot_session *s, const char *what, int *quit, moot_err *err)
{
    (void)quit;
    if (strcmp(what, "on") != 0 && strcmp(what, "off") != 0) {
        return moot_fail(err, MOOT_EDATA, ".bail is on (the first mistake ends a script) or off");
    }
    s->goes_on = strcmp(what, "off") == 0;
    return MOOT_OK;
}

/* ---- files ---- */

/* What rests on the machine or on an editor is not played again. */
void moot_session_print_aside(moot_session *s, const char *line, const moot_buf *out)
{
    FILE *transcript = s->transcript;
    moot_session_record_aside(s, line, out);
    s->transcript = NULL;
    moot_session_print(s, line, out);
    s->transcript = transcript;
    s->transcript_last = 0;
}

static moot_code tool_once(moot_session *s, const char *what, int *quit, moot_err *err)
{
    (void)quit;
    (void)moot_session_file(what, 1, s->once, sizeof s->once);
    return s->once[0] ? MOOT_OK
                      : moot_fail(err, MOOT_EDATA, ".once needs the name of a file, which the next answer goes to");
}

static moot_code tool_again(moot_session *s, const char *what, int *quit, moot_err *err)
{
    moot_buf out;
    char input[sizeof s->last_input], line[40];
    const char *before = s->mode, *mode = what[0] ? mode_named(s, what, err) : before;
    (void)quit;
    if (!mode) {
        return err->code;
    }
    moot_session_record_last(s);
    moot_session_set_mode(s, mode);
    snprintf(input, sizeof input, "%s", s->last_input);
    snprintf(line, sizeof line, ".again%s%s", what[0] ? " " : "", what[0] ? mode : "");
    moot_buf_init(&out);
    if (!moot_session_repeat(s, s->mode, &out, err)) {
        moot_session_print(s, line, &out);
        snprintf(s->last_input, sizeof s->last_input, "%s", input); /* of which .again can be said again */
    }
    moot_buf_done(&out);
    moot_session_set_mode(s, before);
    return err->code;
}

moot_code moot_session_repeat(moot_session *s, const char *mode, moot_buf *out, moot_err *err)
{
    int made = 0;
    const char *before = s->mode;
    if (s->walk && strcmp(mode, s->last_mode) != 0) {
        moot_session_set_mode(s, mode);
        made = moot_walk_repeat(s->walk, s->last_input, out, err);
        moot_session_set_mode(s, before);
    }
    if (!made && !err->code) {
        moot_buf_str(out, moot_buf_text(&s->last));
    }
    return err->code;
}

static moot_code tool_config(moot_session *s, const char *what, int *quit, moot_err *err)
{
    moot_buf out;
    (void)what;
    (void)quit;
    (void)err;
    moot_buf_init(&out);
    moot_config_tell(&s->config, &out);
    FILE *transcript = s->transcript; /* it has nothing of the machine */
    s->transcript = NULL;
    moot_session_print(s, ".config", &out);
    s->transcript = transcript;
    s->transcript_last = 0;
    moot_buf_done(&out);
    return MOOT_OK;
}

static moot_code tool_edit(moot_session *s, const char *what, int *quit, moot_err *err)
{
    moot_buf out;
    (void)quit;
    moot_buf_init(&out);
    if (!moot_session_edit(s, what, &out, err)) {
        moot_session_print_aside(s, ".edit", &out);
    }
    moot_buf_done(&out);
    return err->code;
}

static moot_code tool_watch(moot_session *s, const char *what, int *quit, moot_err *err)
{
    moot_buf out;
    (void)what;
    (void)quit;
    moot_buf_init(&out);
    if (!moot_session_watch(s, &out, err) && out.len) {
        moot_session_print_aside(s, ".watch", &out);
    }
    moot_buf_done(&out);
    return err->code;
}

static moot_code tool_view(moot_session *s, const char *what, int *quit, moot_err *err)
{
    (void)what;
    (void)quit;
    return moot_session_view(s, err);
}

/* Ends at the first mistake, with its line. */
static moot_code read_lines(moot_session *s, const char *path, char *text, int *quit, moot_err *err)
{
    int number = 0;
    for (char *at = text; *at && !*quit && !moot_line_interrupted();) {
        size_t len = strcspn(at, "\n");
        int last = at[len] == '\0';
        at[len] = '\0';
        number++;
        if (moot_session_line(s, at, quit, err)) {
            return err->line ? err->code : moot_err_at(err, path, number, 0);
        }
        at += len + !last;
    }
    return moot_session_end_half(s, err) ? moot_err_at(err, path, number, 0) : MOOT_OK;
}

static moot_code tool_read(moot_session *s, const char *what, int *quit, moot_err *err)
{
    moot_buf text;
    char file[2048];
    (void)moot_session_file(what, 1, file, sizeof file);
    if (!file[0] || s->reading == DEEPEST) {
        return moot_fail(err, MOOT_EDATA, file[0] ? "files read each other too deeply"
                                                  : ".read needs the name of a file of lines");
    }
    moot_buf_init(&text);
    moot_code code = moot_file_read(file, SCRIPT_MOST, &text, err);
    char *copy = moot_strdup(moot_buf_text(&text));
    if (!code && !copy) {
        code = moot_fail_memory(err);
    }
    if (!code && copy) {
        s->reading++;
        code = read_lines(s, file, copy, quit, err);
        s->reading--;
    }
    moot_free(copy);
    moot_buf_done(&text);
    return code;
}

/* ---- transcripts ---- */

static moot_code tool_transcript(moot_session *s, const char *words, int *quit, moot_err *err)
{
    (void)quit;
    return moot_session_begin_transcript(s, words, err);
}

/* ---- the table ---- */

static moot_code tool_help(moot_session *s, const char *what, int *quit, moot_err *err);

static moot_code tool_quit(moot_session *s, const char *what, int *quit, moot_err *err)
{
    (void)s;
    (void)what;
    (void)err;
    *quit = 1;
    return MOOT_OK;
}

static const struct tool {
    const char *name;
    moot_code (*run)(moot_session *s, const char *what, int *quit, moot_err *err);
    const char *usage, *what, *example;
} tools[] = {
    { ".again", tool_again, ".again [MODE]", "the last answer once more, perhaps in another mode",
      ".again markdown" },
    { ".bail", tool_bail, ".bail on|off", "whether the first mistake ends a script",
      ".bail off" },
    { ".config", tool_config, ".config", "what is set, and by whom",
      ".config" },
    { ".edit", tool_edit, ".edit [NAME]", "the script at the line in hand, in your editor; then the case under it",
      ".edit joint assessment" },
    { ".help", tool_help, ".help [WORD]", "this list, or a word of it with an example",
      ".help .mode" },
    { ".mode", tool_mode, ".mode plain|table|presenter|csv|markdown|json", "how answers are printed",
      ".mode presenter" },
    { ".once", tool_once, ".once FILE", "the next answer goes to a file",
      ".once due.csv" },
    { ".quit", tool_quit, ".quit", "leaves",
      ".quit" },
    { ".read", tool_read, ".read FILE", "carries out the lines of a file",
      ".read friday.txt" },
    { ".timer", tool_timer, ".timer on|off", "tells how long each answer took",
      ".timer on" },
    { ".transcript", tool_transcript, ".transcript FILE|off",
      "writes what is typed and answered; .html makes a hand-out; with hidden facts: those too",
      ".transcript class.html" },
    { ".view", tool_view, ".view", "the last answer in the spreadsheet program that is set as viewer",
      ".view" },
    { ".watch", tool_watch, ".watch", "checks the script after each save, and tells what it changes of the case",
      ".watch" },
};

const char *moot_session_tool_name(size_t i)
{
    return i < MOOT_COUNT(tools) ? tools[i].name : NULL;
}

/* The row of a word, with its dot or without. */
static const struct tool *find_tool(const char *word)
{
    for (size_t i = 0; i < MOOT_COUNT(tools); i++) {
        if (strcmp(tools[i].name + (word[0] != '.'), word) == 0) {
            return &tools[i];
        }
    }
    return NULL;
}

static moot_code no_tool(const char *word, moot_err *err)
{
    const char *names[MOOT_COUNT(tools)];
    for (size_t i = 0; i < MOOT_COUNT(tools); i++) {
        names[i] = tools[i].name;
    }
    const char *near = moot_nearest(word, names, MOOT_COUNT(tools));
    return moot_fail(err, MOOT_EDATA, "there is no word \"%.40s\" for the tool; %s%s%s", word,
                     near ? "did you mean \"" : ".help lists them", near ? near : "", near ? "\"?" : "");
}

static moot_code tool_help(moot_session *s, const char *what, int *quit, moot_err *err)
{
    moot_buf out, line;
    const struct tool *one = what[0] ? find_tool(what) : NULL;
    (void)quit;
    if (what[0] && !one) {
        return no_tool(what, err);
    }
    moot_buf_init(&out);
    moot_buf_init(&line);
    moot_buf_printf(&line, ".help%s%s", one ? " " : "", one ? one->name : "");
    for (size_t i = 0; i < MOOT_COUNT(tools) && !one; i++) {
        moot_buf_printf(&out, "  %-33s %s\n", tools[i].usage, tools[i].what);
    }
    if (one) {
        moot_buf_printf(&out, "%s\n  %s\n  Example: %s\n", one->usage, one->what, one->example);
    }
    moot_session_print(s, moot_buf_text(&line), &out);
    moot_buf_done(&line);
    moot_buf_done(&out);
    return MOOT_OK;
}

moot_code moot_session_tool(moot_session *s, const char *text, int *quit, moot_err *err)
{
    char what[2048];
    size_t len = strcspn(text, " \t"), from = len + strspn(text + len, " \t"), end = strlen(text);
    while (end > from && (text[end - 1] == ' ' || text[end - 1] == '\t')) {
        end--;
    }
    if (end - from >= sizeof what) {
        return moot_fail(err, MOOT_EDATA, "the line is too long");
    }
    memcpy(what, text + from, end - from);
    what[end - from] = '\0';
    for (size_t i = 0; i < MOOT_COUNT(tools); i++) {
        if (strlen(tools[i].name) == len && strncmp(tools[i].name, text, len) == 0) {
            return tools[i].run(s, what, quit, err);
        }
    }
    char word[40];
    snprintf(word, sizeof word, "%.*s", (int)(len < sizeof word ? len : sizeof word - 1), text);
    return no_tool(word, err);
}
