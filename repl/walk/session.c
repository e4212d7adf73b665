#include "repl/walk/session.h"

#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "repl/cli/put.h"
#include "repl/cli/term.h"
#include "repl/walk/session_told.h"
#include "repl/walk/walk_export.h"
#include "vm/protocol/law.h"

#define PRESENTER_WIDTH 72

/* ---- printing ---- */

/* "Due:" and the like, at the start of a line, in bold. */
static size_t label_of(const char *line, size_t len)
{
    static const char *const labels[] = { "Changed:", "Open:", "Held by:", "Tonight:", "Due:",
                                          "Needs:",   "Choose:", "Known:",   "Gone with it:" };
    for (size_t i = 0; i < MOOT_COUNT(labels); i++) {
        size_t label = strlen(labels[i]);
        if (len >= label && strncmp(line, labels[i], label) == 0) {
            return label;
        }
    }
    return 0;
}

static void for_terminal(const moot_session *s, const char *text, size_t width, moot_buf *out)
{
    int colour = s->app->say.colour;
    moot_buf line;
    moot_buf_init(&line);
    for (const char *at = text; *at; at += strcspn(at, "\n") + (at[strcspn(at, "\n")] == '\n')) {
        size_t len = strcspn(at, "\n"), label = label_of(at, len);
        moot_buf_clear(&line);
        if (label) {
            moot_buf_printf(&line, "%s%.*s%s", moot_term_bold(colour), (int)label, at, moot_term_plain(colour));
        }
        moot_buf_add(&line, at + label, len - label);
        (void)moot_session_wrap(moot_buf_text(&line), line.len, width, out);
    }
    out->failed |= !moot_buf_ok(&line);
    moot_buf_done(&line);
}

static size_t screen_width(const moot_session *s)
{
    size_t width = (size_t)moot_term_width(stdout);
    return s->presenter && width > PRESENTER_WIDTH ? PRESENTER_WIDTH : width;
}

static int count_lines(const char *text)
{
    int lines = 0;
    for (; *text; text++) {
        lines += *text == '\n';
    }
    return lines;
}

#define NOT_FOUND 127 /* what a shell ends with where there is no such program */

/* Longer than the screen: page by page, or all at once where there is no pager; program NULL: at once. less says at its foot
 * how to go on, and opens no shell. It would read what is typed, so no program is given while lines wait that are ours. */
static void page(const moot_buf *text, const char *program)
{
    static const char less[] = "LESSSECURE=1 LESS='-PsSpace for more, b for back, q for the prompt'; export LESSSECURE LESS; ";
    FILE *pager = NULL;
    moot_buf command;
    moot_buf_init(&command);
    moot_buf_str(&command, less);
    moot_buf_str(&command, program ? program : "");
    if (program && count_lines(moot_buf_text(text)) >= moot_term_height(stdout) && moot_buf_ok(&command)) {
        fflush(stdout);
        pager = popen(moot_buf_text(&command), "w");
    }
    moot_buf_done(&command);
    void (*pipe_broken)(int) = signal(SIGPIPE, SIG_IGN); /* whoever has read enough ends the pager, not the walk */
    if (pager) {
        fputs(moot_buf_text(text), pager);
    }
    int status = pager ? pclose(pager) : NOT_FOUND;
    (void)signal(SIGPIPE, pipe_broken);
    if (status == NOT_FOUND || (WIFEXITED(status) && WEXITSTATUS(status) == NOT_FOUND)) {
        moot_say_buf(text);
    }
}

static void print_json(const moot_session *s, const char *input, const moot_buf *out)
{
    moot_buf line;
    moot_buf one;
    int told = 0;
    moot_buf_init(&line);
    moot_buf_init(&one);
    moot_buf_printf(&line, "{\"line\":%d,\"input\":", s->line.number);
    moot_buf_json(&line, input);
    moot_buf_str(&line, ",\"text\":[");
    for (const char *at = moot_buf_text(out); *at; at += strcspn(at, "\n") + (at[strcspn(at, "\n")] == '\n')) {
        moot_buf_clear(&one);
        moot_buf_add(&one, at, strcspn(at, "\n"));
        moot_buf_str(&line, told++ ? "," : "");
        moot_buf_json(&line, moot_buf_text(&one));
    }
    const char *screen = s->walk ? moot_walk_json(s->walk) : "";
    moot_buf_printf(&line, "],\"screen\":%s}\n", screen[0] ? screen : "null");
    moot_say_buf(&line);
    moot_buf_done(&line);
    moot_buf_done(&one);
}

/* At the end of what a lesson tells stands its question, which is to be seen and answered: no pager takes the screen before
 * that, and the last line says how to read what went over its top. */
static void show_lesson(const moot_session *s, moot_buf *shown)
{
    int over = count_lines(moot_buf_text(shown)) + 2 - moot_term_height(stdout); /* this line, and the prompt's */
    if (over > 0 && s->lesson) {
        moot_buf_printf(shown, "(%d line%s above this screen; .again turns page by page)\n", over, over == 1 ? " is" : "s are");
    }
    page(shown, NULL);
}

/* A screen is cut to the rows of the terminal, but for `look`, which asks for all of it; anything else is paged. */
static void show(const moot_session *s, const char *input, const char *text)
{
    moot_buf fitted, shown;
    size_t width = screen_width(s);
    moot_buf_init(&fitted);
    moot_buf_init(&shown);
    int cuts = strstr(text, "\nTonight: ") != NULL && !moot_session_after(input, "look");
    cuts = cuts && moot_session_fit(text, width, moot_term_height(stdout) - 1, s->plain, &fitted);
    for_terminal(s, cuts ? moot_buf_text(&fitted) : text, width, &shown);
    if (s->lesson_tells) {
        show_lesson(s, &shown);
    } else {
        page(&shown, s->unpaged || moot_line_waits(&s->line) ? NULL : s->config.value[MOOT_SET_PAGER]);
    }
    moot_buf_done(&shown);
    moot_buf_done(&fitted);
}

/* At a terminal it is told: an answer that does not come would look like none. */
static void print_once(moot_session *s, const moot_buf *out)
{
    moot_err err;
    moot_err_init(&err);
    if (moot_put_file(s->once, moot_buf_text(out), out->len, &err)) {
        moot_say_error(&s->app->say, &err);
    } else if (s->interactive) {
        moot_say_note(&s->app->say, "Written: %s", s->once);
    }
    s->once[0] = '\0';
}

void moot_session_print(moot_session *s, const char *input, const moot_buf *out)
{
    moot_session_record(s, input, out);
    s->transcript_last = s->transcript != NULL;
    if (s->capture) {
        moot_buf_str(s->capture, moot_buf_text(out));
    } else if (s->once[0]) {
        print_once(s, out);
    } else if (s->json) {
        print_json(s, input, out);
    } else if (!s->interactive) {
        moot_say_buf(out);
    } else {
        show(s, input, moot_buf_text(out));
    }
    moot_buf_clear(&s->last);
    moot_buf_str(&s->last, moot_buf_text(out));
    s->last_mode = s->mode;
    snprintf(s->last_input, sizeof s->last_input, "%s", input);
    fflush(stdout);
}

void moot_session_refuse(const moot_session *s, const moot_err *err)
{
    moot_buf shown;
    if (s->json || err->file[0] || err->clause[0]) {
        int status = s->app->say.status;
        moot_say_error(&s->app->say, err);
        s->app->say.status = status; /* a mistyped word is no failure of a session */
        return;
    }
    moot_buf_init(&shown);
    for_terminal(s, err->msg, screen_width(s), &shown);
    fflush(stdout);
    fputs(moot_buf_text(&shown), stderr);
    moot_buf_done(&shown);
}

/* ---- words that need more than the case ---- */

const char *moot_session_after(const char *line, const char *word)
{
    size_t len = strlen(word);
    line += strspn(line, " \t");
    if (strncmp(line, word, len) != 0 || (line[len] && line[len] != ' ' && line[len] != '\t')) {
        return NULL;
    }
    return line + len + strspn(line + len, " \t");
}

/* The argument without the quotes and blanks around it; `size` bytes of room. */
static char *argument(const char *text, char *buf, size_t size)
{
    size_t len = strcspn(text, "\n");
    while (len && (text[len - 1] == ' ' || text[len - 1] == '\t')) {
        len--;
    }
    if (len >= 2 && text[0] == '"' && text[len - 1] == '"') {
        text++;
        len -= 2;
    }
    snprintf(buf, size, "%.*s", (int)(len < size ? len : size - 1), text);
    return buf;
}

const char *moot_session_file(const char *text, int is_all, char *buf, size_t size)
{
    const char *home = text[0] == '~' && text[1] == '/' ? moot_term_variable("HOME") : NULL;
    const char *close = text[0] == '"' ? strchr(text + 1, '"') : NULL;
    const char *from = close ? text + 1 : text + (home != NULL);
    size_t len = close ? (size_t)(close - from) : is_all ? strlen(from) : strcspn(from, " \t");
    int used = snprintf(buf, size, "%s%.*s", home ? home : "", (int)(len < size ? len : size), from);
    if (used < 0 || (size_t)used >= size) {
        buf[0] = '\0';
    }
    const char *rest = from + len + (close != NULL);
    return rest + strspn(rest, " \t");
}

/* The same of one that may be the name of a file: "~/" is the user's own folder; "" where it is too long. */
static char *file_argument(const char *text, char *buf, size_t size)
{
    char word[1024];
    (void)moot_session_file(argument(text, word, sizeof word), 1, buf, size);
    return buf;
}

static int ends_with(const char *text, const char *end)
{
    size_t a = strlen(text), b = strlen(end);
    return a > b && strcmp(text + a - b, end) == 0;
}

/* A lesson stays with the case that it is about: `open` of that one goes on with it. What of the protocol is law is told
 * as it is opened, once. */
static moot_code open_protocol(moot_session *s, const char *path, moot_buf *out, moot_err *err)
{
    moot_code code = moot_session_protocol(s, path, err);
    if (!code) {
        moot_session_end_lesson(s);
    }
    if (!code && !s->json && s->protocol->laws_count > 0) {
        moot_law_tell(s->protocol, out);
        moot_buf_char(out, '\n');
    }
    return code;
}

/* A case that is kept; a name of none that is nearly a protocol's. */
static moot_code open_case(moot_session *s, const char *name, moot_err *err)
{
    char near[200];
    moot_names ids;
    moot_err own;
    moot_err_init(&own);
    moot_names_init(&ids);
    moot_cmd_near_protocols(name, near, sizeof near);
    int kept = moot_session_case_ids(s, &ids, &own) || moot_names_find(&ids, name) >= 0;
    moot_names_done(&ids);
    return kept || !near[0] ? moot_session_case(s, name, err)
                            : moot_fail(err, MOOT_EDATA, "there is no protocol or case \"%.80s\"%s", name, near);
}

/* open PROTOCOL, open CASES.jsonl [ID], open ID. */
static moot_code do_open(moot_session *s, const char *what, moot_buf *out, moot_err *err)
{
    char name[1024], path[4096];
    struct stat status;
    file_argument(what, name, sizeof name);
    char *blank = strchr(name, ' ');
    if (!name[0]) {
        return moot_fail(err, MOOT_EDATA, "open is used like this: open protocols/stockport-2018.lua, or open C1");
    }
    if (ends_with(name, ".lua") || ends_with(name, ".md")) {
        return open_protocol(s, name, out, err);
    }
    if (blank) {
        *blank = '\0';
    }
    if (ends_with(name, ".jsonl") || ends_with(name, ".db") || (stat(name, &status) == 0 && S_ISDIR(status.st_mode))) {
        if (moot_session_from_file(s, name, blank ? blank + 1 : NULL, err)) {
            return err->code;
        }
    } else if (!blank && moot_cmd_script_path(name, path, sizeof path) && strcmp(path, name) != 0) {
        return open_protocol(s, name, out, err);
    } else if (open_case(s, name, err)) {
        return err->code;
    }
    moot_walk_screen(s->walk, 0, out);
    moot_session_lesson_stands(s, out);
    return MOOT_OK;
}

static moot_code without_protocol(moot_session *s, const char *line, int *quit, moot_buf *out, moot_err *err)
{
    line += strspn(line, " \t");
    *quit = strcmp(line, "quit") == 0 || strcmp(line, "exit") == 0 || strcmp(line, "q") == 0;
    if (*quit || !*line || *line == '#') {
        return MOOT_OK;
    }
    if (strcmp(line, "help") == 0) {
        moot_buf_str(out, "open PROTOCOL begins a case, as in: open protocols/stockport-2018.lua\n"
                          "cases lists the cases that are kept, and open C1 goes on with one; quit leaves.\n");
        return MOOT_OK;
    }
    (void)s;
    return moot_fail(err, MOOT_EDATA, "open a protocol first, as in: open protocols/stockport-2018.lua");
}

/* Is "with hidden facts" the end of a text? It is taken off. */
int moot_session_with_hidden(char *text)
{
    static const char words[] = "with hidden facts";
    size_t len = strlen(text), most = sizeof words - 1;
    int has = len >= most && strcmp(text + len - most, words) == 0 && (len == most || text[len - most - 1] == ' ');
    for (len -= has ? most : 0; has && len && text[len - 1] == ' ';) {
        len--;
    }
    text[len] = '\0';
    return has;
}

static void tell_written(const moot_session *s, const char *file, int with_hidden, moot_buf *out)
{
    moot_buf names;
    moot_buf_init(&names);
    moot_buf_printf(out, "Written: %s", file);
    if (with_hidden && moot_walk_hidden(s->walk, ", ", &names) > 0) {
        moot_buf_printf(out, ", with what is hidden from the screen: %s", moot_buf_text(&names));
    }
    moot_buf_char(out, '\n');
    out->failed |= !moot_buf_ok(&names);
    moot_buf_done(&names);
}

/* export WHAT FILE [for ROLE] [with hidden facts]: "-" for FILE is the screen, on which nothing that is hidden stands. */
static moot_code do_export(moot_session *s, const char *words, moot_buf *out, moot_err *err)
{
    char what[2048], kind[32], file[1024], role[128] = "";
    moot_buf text;
    argument(words, what, sizeof what);
    int with_hidden = moot_session_with_hidden(what);
    size_t len = strcspn(what, " \t");
    snprintf(kind, sizeof kind, "%.*s", (int)(len < sizeof kind ? len : sizeof kind - 1), what);
    const char *rest = moot_session_file(what + len + strspn(what + len, " \t"), 0, file, sizeof file);
    if (!file[0]) {
        return moot_fail(err, MOOT_EDATA, "export is used like this: export handout class.html, export calendar dates.ics");
    }
    if (*rest && strncmp(rest, "for ", 4) != 0) {
        return moot_fail(err, MOOT_EDATA, "export is used like this: export handout class.html for Social worker; a name of a "
                                          "file with a blank in it stands in quotes");
    }
    argument(*rest ? rest + 4 : "", role, sizeof role);
    if (with_hidden && strcmp(file, "-") == 0) {
        return moot_fail(err, MOOT_EDATA, "what is hidden is not put on the screen: name a file");
    }
    moot_buf_init(&text);
    moot_code code = moot_walk_export(s->walk, kind, ends_with(file, ".html") || ends_with(file, ".htm"),
                                      role[0] ? role : NULL, with_hidden, &text, err);
    if (!code && strcmp(file, "-") == 0) {
        moot_buf_str(out, moot_buf_text(&text));
    } else if (!code && s->told) { /* nothing of a test is kept */
        tell_written(s, file, with_hidden, out);
    } else if (!code && !(code = moot_put_file(file, moot_buf_text(&text), text.len, err))) {
        tell_written(s, file, with_hidden, out);
    }
    moot_buf_done(&text);
    return code;
}

moot_code moot_session_carry_out(moot_session *s, const char *text, int *quit, moot_buf *out, moot_err *err)
{
    char name[1024];
    const char *what = moot_session_after(text, "open");
    if (what) {
        return do_open(s, what, out, err);
    }
    if ((what = moot_session_after(text, "cases")) && !*what) {
        return moot_session_cases(s, out, err);
    }
    if ((what = moot_session_after(text, "lesson"))) {
        return !*what ? moot_fail(err, MOOT_EDATA, "lesson needs the file of one, as in: lesson examples/lessons/refuses-care.lua")
                      : moot_session_lesson(s, file_argument(what, name, sizeof name), out, err);
    }
    if (!s->walk) {
        return without_protocol(s, text, quit, out, err);
    }
    if ((what = moot_session_after(text, "what")) && (what = moot_session_after(what, "if")) && (what = moot_session_after(what, "reading"))) {
        return moot_session_what_if(s, what, out, err);
    }
    if ((what = moot_session_after(text, "export"))) {
        return do_export(s, what, out, err);
    }
    if ((what = moot_session_after(text, "compare")) && *file_argument(what, name, sizeof name) && !moot_walk_has_fork(s->walk, name)) {
        char near[200] = "";
        if (moot_session_is_protocol(name)) {
            return moot_session_compare(s, name, out, err);
        }
        moot_cmd_near_protocols(name, near, sizeof near);
        if (near[0]) {
            return moot_fail(err, MOOT_EDATA, "there is no fork or protocol \"%.80s\"%s", name, near);
        }
    }
    if ((what = moot_session_after(text, "save")) && !*what) {
        if (!s->store_path[0]) {
            return moot_fail(err, MOOT_EDATA, "nothing is kept here: begin moot repl with --store FILE");
        }
        if (s->read_only) {
            return moot_fail(err, MOOT_EDATA, "nothing is kept here: begin moot repl without --read-only");
        }
        if (!moot_session_save(s, err)) {
            moot_buf_printf(out, "The results of %s are in the store.\n", moot_walk_id(s->walk));
        }
        return err->code;
    }
    return moot_walk_line(s->walk, text, out, quit, err);
}

static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1000 + (double)t.tv_nsec / 1e6;
}

/* Lua over several lines: the end of an expression is all that is amiss. A text in quotes ends on its line. */
static int asks_on(const char *line, const moot_err *err)
{
    line += strspn(line, " \t");
    int is_lua = line[0] == '=' || moot_session_after(line, "lua");
    return is_lua && ends_with(err->msg, "<eof>") && strncmp(err->msg, "unfinished string", strlen("unfinished string")) != 0;
}

/* One line that is not for the tool. It may be a half, which answers nothing, or go on with one; empty, it ends one that
 * lacks its end, with the reason. */
static moot_code carry_on(moot_session *s, const char *text, int *quit, moot_buf *out, moot_err *err)
{
    int goes_on = s->half.len > 0, ends = goes_on && !text[strspn(text, " \t")];
    if (!goes_on && moot_session_lesson_takes(s, text)) {
        return moot_session_lesson_line(s, text, out, err);
    }
    if (goes_on) {
        moot_buf_char(&s->half, '\n');
        moot_buf_str(&s->half, text);
    }
    moot_code code = moot_session_carry_out(s, goes_on ? moot_buf_text(&s->half) : text, quit, out, err);
    if (!code || ends || !asks_on(goes_on ? moot_buf_text(&s->half) : text, err)) {
        moot_buf_clear(&s->half);
        return code;
    }
    moot_buf_str(&s->half, goes_on ? "" : text);
    moot_err_init(err);
    return moot_buf_ok(&s->half) ? MOOT_OK : moot_fail_memory(err);
}

moot_code moot_session_end_half(moot_session *s, moot_err *err)
{
    if (s->half.len > 0) {
        moot_fail(err, MOOT_EDATA, "\"%.100s\" is not finished: the lines end before it does", moot_buf_text(&s->half));
        moot_buf_clear(&s->half);
    }
    return err->code;
}

static moot_code one_line(moot_session *s, const char *text, int *quit, moot_err *err)
{
    moot_buf out;
    s->went_on = s->half.len > 0;
    s->lesson_tells = 0;
    if (text[strspn(text, " \t")] == '.' && !s->half.len) {
        return moot_session_tool(s, text + strspn(text, " \t"), quit, err);
    }
    const char *about = text[strspn(text, " \t")] == '?' ? text + strspn(text, " \t") + 1 : moot_session_after(text, "help");
    if (about && about[strspn(about, " \t")] == '.' && !s->half.len) { /* help .mode */
        moot_buf_init(&out);
        moot_buf_printf(&out, ".help %s", about + strspn(about, " \t"));
        moot_code told = moot_buf_ok(&out) ? moot_session_tool(s, moot_buf_text(&out), quit, err) : moot_fail_memory(err);
        moot_buf_done(&out);
        return told;
    }
    double before = s->timer ? now_ms() : 0;
    moot_buf_init(&out);
    moot_code code = carry_on(s, text, quit, &out, err);
    if (!code && (out.len || s->json)) {
        moot_session_print(s, text, &out);
    } else if (!code && text[0]) {
        moot_session_record(s, text, &out);
    }
    if (s->timer && !code) {
        moot_say_note(&s->app->say, "%.1f ms", now_ms() - before);
    }
    moot_buf_done(&out);
    return code;
}

/* One line of those that came at once; what is wrong with it is put into the transcript as its own answer. Lines of a file that
 * was read are in it already, and .read itself is not played again. */
static moot_code one_of(moot_session *s, const char *text, int *quit, moot_err *err)
{
    s->behind = 0;
    moot_code code = one_line(s, text, quit, err);
    if (code && !moot_session_after(text, ".read")) {
        moot_session_record_mistake(s, text, err);
    }
    return code;
}

static int count_told(const char *text)
{
    int lines = 0;
    for (; *text; text += strcspn(text, "\n") + (text[strcspn(text, "\n")] == '\n')) {
        lines += text[strspn(text, " \t\r")] != '\n' && text[strspn(text, " \t\r")] != '\0';
    }
    return lines;
}

/* A paste may bring several lines at once. Those behind one that is wrong were meant for what it would have done. */
moot_code moot_session_line(moot_session *s, const char *text, int *quit, moot_err *err)
{
    while (strchr(text, '\n') && !*quit) {
        size_t len = strcspn(text, "\n");
        char *line = moot_strndup(text, len);
        if (!line) {
            return moot_fail_memory(err);
        }
        moot_code code = one_of(s, line, quit, err);
        text += len + 1;
        int left = count_told(text);
        if (code && left > 0) {
            moot_say_note(&s->app->say, "\"%.60s\" was wrong, so the %d line%s pasted behind it %s not carried out.", line, left,
                          left == 1 ? "" : "s", left == 1 ? "was" : "were");
        }
        moot_free(line);
        if (code) {
            return code;
        }
    }
    return *quit ? MOOT_OK : one_of(s, text, quit, err);
}

/* ---- beginning and ending ---- */

/* The settings speak of terminals; the programs of others (.edit, .view) are the same everywhere. */
static void read_config(moot_session *s, moot_app *app)
{
    moot_errs errs;
    moot_errs_init(&errs, 0);
    moot_config_read(&s->config, moot_cli_flag(&app->cli, "no-config"), &errs);
    for (size_t i = 0; s->interactive && i < errs.count; i++) {
        moot_say_warning(&app->say, &errs.list[i]);
    }
    moot_errs_done(&errs);
}

/* Does the line tell something of a case? Then a history of commands alone does not keep it. */
static int tells(void *user, const char *line)
{
    const moot_session *s = user;
    line += strspn(line, " \t");
    return line[0] != '.' && (!s->walk || moot_walk_tells(line));
}

/* Where something is hidden, a line that once told it, as an answer to a question does without its name, is no hint. */
static int shows(void *user, const char *line)
{
    const moot_session *s = user;
    moot_buf names, masked;
    moot_buf_init(&names);
    moot_buf_init(&masked);
    moot_buf_str(&masked, line);
    int hides = s->walk && moot_walk_hidden(s->walk, " ", &names) > 0;
    if (hides) {
        moot_walk_mask(s->walk, &masked);
    }
    int may = !hides || (!tells(user, line) && moot_buf_ok(&masked) && strcmp(moot_buf_text(&masked), line) == 0);
    moot_buf_done(&names);
    moot_buf_done(&masked);
    return may;
}

static void choose_store(moot_session *s, const moot_app *app)
{
    const char *given = moot_cli_text(&app->cli, "store");
    s->store_given = given != NULL;
    s->read_only = moot_cli_flag(&app->cli, "read-only");
    if (given) {
        snprintf(s->store_path, sizeof s->store_path, "%s", given);
    } else if (s->interactive && s->config.value[MOOT_SET_STORE][0]) {
        snprintf(s->store_path, sizeof s->store_path, "%s", s->config.value[MOOT_SET_STORE]);
    } else if (s->interactive && !moot_term_state_file("walks.db", s->store_path, sizeof s->store_path)) {
        s->store_path[0] = '\0';
    }
}

void moot_session_open(moot_session *s, moot_app *app)
{
    char history[4096];
    memset(s, 0, sizeof *s);
    s->app = app;
    moot_arena_init(&s->kept);
    moot_buf_init(&s->last);
    moot_buf_init(&s->half);
    moot_buf_init(&s->run_options);
    moot_names_init(&s->offers);
    moot_names_init(&s->viewed);
    moot_names_init(&s->transcript_told);
    moot_buf_init(&s->lesson_says);
    s->interactive = moot_term_is(stdin) && moot_term_is(stdout);
    read_config(s, app);
    const char *mode = s->config.value[MOOT_SET_MODE], *kept = s->config.value[MOOT_SET_HISTORY];
    s->plain = !s->interactive || moot_cli_flag(&app->cli, "plain") || strcmp(mode, "plain") == 0;
    s->timer = s->interactive && strcmp(s->config.value[MOOT_SET_TIMER], "on") == 0;
    choose_store(s, app);
    moot_session_set_mode(s, app->say.json                            ? "json"
                             : moot_cli_flag(&app->cli, "presenter") ? "presenter"
                             : s->plain                               ? "plain"
                                                                      : mode);
    int hints = !s->plain && !s->presenter && strcmp(s->config.value[MOOT_SET_HINTS], "on") == 0;
    moot_line_options options = { .words = moot_session_complete, .hint = hints ? moot_session_hint : NULL, .user = s,
                                  .shows = shows };
    if (s->interactive && strcmp(kept, "none") != 0) {
        options.history = moot_term_state_file("history", history, sizeof history);
        options.tells = strcmp(kept, "commands") == 0 ? tells : NULL;
    }
    moot_line_open(&s->line, &options);
}

void moot_session_close(moot_session *s)
{
    moot_err err;
    moot_err_init(&err);
    if (s->walk && moot_walk_steps(s->walk) != s->saved_steps && moot_session_save(s, &err)) {
        moot_say_error(&s->app->say, &err);
    }
    if (s->walk && s->read_only && !s->json) {
        moot_say_note(&s->app->say, "Nothing of this sitting is kept: it was begun with --read-only.");
    } else if (s->walk && s->walk_no && moot_walk_id(s->walk)[0] && !s->json && strcmp(s->store_path, MOOT_SESSION_PLAYED) != 0) {
        const char *id = moot_walk_id(s->walk);
        if (s->store_given) {
            moot_say_note(&s->app->say, "%s is kept: moot repl --store %s, then open %s; moot why %s %s", id,
                          s->store_path, id, s->store_path, id);
        } else {
            moot_say_note(&s->app->say, "%s is kept: moot repl, then open %s", id, id);
        }
    }
    moot_session_end_transcript(s);
    moot_session_end_views(s);
    moot_session_end_lesson(s);
    moot_line_close(&s->line);
    moot_walk_free(s->walk);
    moot_helper_script_done(&s->helpers);
    moot_protocol_free(s->protocol);
    moot_store_close(s->store);
    moot_arena_done(&s->kept);
    moot_buf_done(&s->last);
    moot_buf_done(&s->half);
    moot_buf_done(&s->run_options);
    moot_names_done(&s->offers);
    moot_names_done(&s->transcript_told);
    moot_free(s->transcript_counts);
    moot_told_free(s->told);
    moot_buf_done(&s->lesson_says);
}
