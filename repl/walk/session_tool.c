/* Words with a dot: how answers are printed, files that are read and written, transcripts. One table. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "repl/page/page.h"
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

static moot_code tool_mode(moot_session *s, const char *what, int *quit, moot_err *err)
{
    size_t count = 0;
    (void)quit;
    for (; moot_session_modes[count]; count++) {
        if (strcmp(what, moot_session_modes[count]) == 0) {
            moot_session_set_mode(s, moot_session_modes[count]);
            return MOOT_OK;
        }
    }
    const char *near = moot_nearest(what, moot_session_modes, count);
    return moot_fail(err, MOOT_EDATA, ".mode is plain, table, presenter, csv, markdown or json; it is %s now%s%s%s", s->mode,
                     near ? "; did you mean \"" : "", near ? near : "", near ? "\"?" : "");
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
    char input[sizeof s->last_input];
    const char *before = s->mode;
    if (what[0] && tool_mode(s, what, quit, err)) {
        return err->code;
    }
    snprintf(input, sizeof input, "%s", s->last_input);
    moot_buf_init(&out);
    if (!moot_session_repeat(s, s->mode, &out, err)) {
        moot_session_print(s, ".again", &out);
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
    moot_session_print(s, ".config", &out);
    moot_buf_done(&out);
    return MOOT_OK;
}

static moot_code tool_edit(moot_session *s, const char *what, int *quit, moot_err *err)
{
    moot_buf out;
    (void)quit;
    moot_buf_init(&out);
    if (!moot_session_edit(s, what, &out, err)) {
        moot_session_print(s, ".edit", &out);
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
        moot_session_print(s, ".watch", &out);
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

static void put(moot_session *s, moot_buf *text)
{
    (void)fputs(moot_buf_text(text), s->transcript);
    s->transcript_cut |= !moot_buf_ok(text);
    moot_buf_done(text);
}

static moot_walk *walk_beside(moot_session *s, moot_err *err);

/* Why it is no test: in it, and to whoever has it written. */
static void put_note(moot_session *s, const char *why)
{
    fprintf(s->transcript, "# %s\n", why);
    moot_say_note(&s->app->say, "%s", why);
}

/* What was typed, without what it told of a hidden fact. Then a transcript that is a test is none any more, and says so once. */
static void put_typed(moot_session *s, const moot_walk *walk, const char *line, moot_buf *typed)
{
    static const char why[] = "What is hidden is not written, so this does not play again; "
                              ".transcript FILE with hidden facts writes it.";
    if (s->transcript_hidden || !walk || line[0] == '.' || !moot_walk_typed(walk, line, typed)) {
        moot_buf_clear(typed);
        moot_buf_str(typed, line);
    } else if (!s->transcript_html && !s->transcript_masked++) {
        put_note(s, why);
    }
}

static void record(moot_session *s, const moot_walk *walk, const char *line, const moot_buf *out)
{
    moot_buf text, typed;
    moot_buf_init(&typed);
    put_typed(s, walk, line, &typed);
    const char *input = moot_buf_text(&typed);
    moot_buf_init(&text);
    if (s->transcript_html) {
        moot_buf_str(&text, "<p><kbd>");
        moot_html_text(&text, input);
        moot_buf_str(&text, "</kbd></p>\n<pre>");
        moot_html_text(&text, moot_buf_text(out));
        moot_buf_str(&text, "</pre>\n");
    } else {
        moot_buf_printf(&text, "> %s\n%s", input, moot_buf_text(out));
    }
    text.failed |= !moot_buf_ok(&typed);
    moot_buf_done(&typed);
    put(s, &text);
    fflush(s->transcript);
}

static void hide_lines(const moot_session *s, moot_buf *out)
{
    moot_buf names;
    moot_buf_init(&names);
    if (moot_walk_hidden(s->walk, " ", &names) > 0) {
        moot_buf_printf(out, "hide %s\n", moot_buf_text(&names));
    }
    out->failed |= !moot_buf_ok(&names);
    moot_buf_done(&names);
}

/* The steps that led here, told in a walk in which nothing has happened. What is hidden is hidden before them, or behind them
 * if it may be written. */
static moot_code record_steps_in(moot_session *s, moot_walk *walk, moot_err *err)
{
    moot_buf steps, out;
    int quit = 0;
    moot_code code = MOOT_OK;
    moot_buf_init(&steps);
    moot_buf_init(&out);
    if (!s->transcript_hidden) {
        hide_lines(s, &steps);
    }
    moot_walk_said(s->walk, &steps);
    if (s->transcript_hidden) {
        hide_lines(s, &steps);
    }
    char *copy = moot_strdup(moot_buf_text(&steps));
    for (char *line = copy; !code && line && *line;) {
        size_t len = strcspn(line, "\n");
        line[len] = '\0';
        moot_buf_clear(&out);
        code = moot_walk_line(walk, line, &out, &quit, err);
        if (!code) {
            record(s, walk, line, &out);
        }
        line += len + 1;
    }
    code = code || (copy && moot_buf_ok(&steps) && moot_buf_ok(&out)) ? code : moot_fail_memory(err);
    moot_free(copy);
    moot_buf_done(&steps);
    moot_buf_done(&out);
    return code;
}

/* Is that the case of this name, in quotes or not? A file has another. */
static int is_same(const char *opened, const char *id)
{
    size_t len = strlen(id), quote = opened[0] == '"';
    if (strncmp(opened + quote, id, len) != 0) {
        return 0;
    }
    const char *rest = opened + quote + len;
    rest += quote && *rest == '"';
    return !rest[strspn(rest, " \t")];
}

/* A case that is kept has a name of its own, which the log tells: whoever plays the transcript again begins one of that name.
 * One that an earlier sitting told is told anew before it is opened, but for its forks and what was taken back. */
static moot_code name_case(moot_session *s, const char *input, moot_err *err)
{
    const char *id = s->walk ? moot_walk_id(s->walk) : "", *opens = moot_session_after(input, "open");
    if (s->transcript_html || !id[0] || strcmp(id, s->transcript_id) == 0) {
        return MOOT_OK;
    }
    snprintf(s->transcript_id, sizeof s->transcript_id, "%s", id);
    int told = moot_names_find(&s->transcript_told, id) >= 0;
    s->transcript_cut |= moot_names_add(&s->transcript_told, id) < 0;
    if (strcmp(id, "walk") == 0 || moot_session_after(input, "new") || (told && opens)) {
        return MOOT_OK; /* named so without a word, or by this one, or told before */
    }
    if (opens && strcmp(s->protocol->hash, s->transcript_hash) != 0) {
        put_note(s, "The case that is opened here has another protocol than the one before, so this does not play again.");
        return MOOT_OK;
    }
    char line[sizeof s->transcript_id + 8];
    moot_buf out;
    int quit = 0;
    moot_buf_init(&out);
    moot_walk *walk = walk_beside(s, err);
    snprintf(line, sizeof line, strchr(id, ' ') ? "new \"%s\"" : "new %s", id);
    moot_code code = walk ? moot_walk_line(walk, line, &out, &quit, err) : err->code;
    if (!code) {
        record(s, walk, line, &out);
        code = opens && is_same(opens, id) ? record_steps_in(s, walk, err) : MOOT_OK;
    }
    moot_buf_done(&out);
    moot_walk_free(walk);
    return code;
}

void moot_session_record(moot_session *s, const char *input, const moot_buf *out)
{
    moot_err err;
    moot_err_init(&err);
    s->transcript_cut |= input[0] != '.' && name_case(s, input, &err) != MOOT_OK;
    record(s, s->walk, input, out);
}

void moot_session_end_transcript(moot_session *s)
{
    moot_buf text;
    if (!s->transcript) {
        return;
    }
    moot_buf_init(&text);
    if (s->transcript_html) {
        moot_html_end(&text, NULL);
    }
    put(s, &text);
    int whole = !ferror(s->transcript) && !s->transcript_cut;
    if (fclose(s->transcript) != 0 || !whole) {
        moot_say_note(&s->app->say, "The transcript could not be written to its end.");
    }
    s->transcript = NULL;
}

static void begin_html(moot_session *s)
{
    moot_buf title, text;
    moot_buf_init(&title);
    moot_buf_init(&text);
    moot_buf_printf(&title, "%s: a walk", s->protocol->id);
    moot_html_begin(&text, moot_buf_text(&title));
    text.failed |= !moot_buf_ok(&title);
    moot_buf_done(&title);
    put(s, &text);
}

/* The law that the protocol rests on, once, before the first line: a transcript leaves the house. */
static void begin_with_law(moot_session *s)
{
    moot_buf note, text;
    moot_buf_init(&note);
    moot_buf_init(&text);
    moot_law_tell(s->protocol, &note);
    if (note.len > 0 && s->transcript_html) {
        moot_buf_str(&text, "<p>");
        moot_html_text(&text, moot_buf_text(&note));
        moot_buf_str(&text, "</p>\n");
    } else if (note.len > 0) {
        moot_buf_printf(&text, "# %s\n", moot_buf_text(&note));
    }
    text.failed |= !moot_buf_ok(&note);
    moot_buf_done(&note);
    put(s, &text);
}

/* A walk of this name in which nothing has happened, for nobody to keep; NULL: it could not be made. */
static moot_walk *walk_beside(moot_session *s, moot_err *err)
{
    moot_walk *walk = NULL;
    moot_walk_options options = { .script = s->script.path, .helpers = &s->helpers.host,
                                  .law_as_at = moot_walk_law_as_at(s->walk), .id = moot_walk_id(s->walk) };
    if (moot_walk_new(s->protocol, &options, &walk, err)) {
        return NULL;
    }
    moot_walk_set_mode(walk, s->json ? MOOT_WALK_PLAIN : walk_mode(s), s->draws);
    return walk;
}

/* What was told before stands in it too, so that it can be played from its beginning. */
static moot_code record_steps(moot_session *s, moot_err *err)
{
    moot_walk *walk = walk_beside(s, err);
    moot_code code = walk ? name_case(s, "", err) : err->code;
    code = code || !walk ? code : record_steps_in(s, walk, err);
    moot_walk_free(walk);
    return code;
}

static moot_code tool_transcript(moot_session *s, const char *words, int *quit, moot_err *err)
{
    moot_buf nothing;
    char asked[2048], what[2048];
    (void)quit;
    moot_session_end_transcript(s);
    if (strcmp(words, "off") == 0) {
        return MOOT_OK;
    }
    snprintf(asked, sizeof asked, "%s", words);
    s->transcript_hidden = moot_session_with_hidden(asked);
    (void)moot_session_file(asked, 1, what, sizeof what);
    s->transcript_masked = 0;
    if (!what[0] || !s->walk) {
        return moot_fail(err, MOOT_EDATA, s->walk ? ".transcript needs the name of a file, or off"
                                                  : "open a protocol first");
    }
    s->transcript = fopen(what, "w"); /* not repl/cli/put.h's: it grows while it is read */
    if (!s->transcript) {
        return moot_fail(err, MOOT_ESYSTEM, "%s cannot be written: %s", what, strerror(errno));
    }
    if (s->interactive) {
        moot_say_note(&s->app->say, "What is typed and answered is written to %s; .transcript off ends it.", what);
    }
    s->transcript_cut = 0;
    s->transcript_id[0] = '\0';
    snprintf(s->transcript_hash, sizeof s->transcript_hash, "%s", s->protocol->hash);
    moot_names_done(&s->transcript_told);
    moot_names_init(&s->transcript_told);
    size_t len = strlen(what);
    s->transcript_html = len > 5 && strcmp(what + len - 5, ".html") == 0;
    if (s->transcript_html) {
        begin_html(s);
        begin_with_law(s);
    } else {
        moot_buf_init(&nothing);
        char mode[40];
        snprintf(mode, sizeof mode, ".mode %s", s->json ? "plain" : s->mode);
        fprintf(s->transcript, "# moot repl %s --check FILE plays this again and compares.\n", s->protocol->id);
        fputs(s->store_path[0] && !s->read_only ? MOOT_SESSION_KEPT : "", s->transcript);
        fputs(s->transcript_hidden ? "# Not for the class: it tells what is hidden from the screen.\n" : "", s->transcript);
        begin_with_law(s);
        moot_session_record(s, mode, &nothing);
    }
    return record_steps(s, err);
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
