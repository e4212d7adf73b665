/* Transcripts: what is typed and what is answered, as it goes on. As text it is a test too: session_play.c plays it again.
 *
 * Of its lines "> " begins what was typed, "# " a note, MOOT_WALK_TOLD what the lines below rest on (session_told.h); all else
 * is an answer, in which a line that begins as one of these has a \ before it. As HTML it is a hand-out. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "lua/compile/compile.h"
#include "repl/page/page.h"
#include "repl/walk/session.h"
#include "vm/protocol/law.h"

/* ---- writing ---- */

static void put(moot_session *s, moot_buf *text)
{
    (void)fputs(moot_buf_text(text), s->transcript);
    s->transcript_cut |= !moot_buf_ok(text);
    moot_buf_done(text);
    fflush(s->transcript);
}

static void add_answer(const char *text, moot_buf *out)
{
    for (const char *at = text; *at;) {
        size_t len = strcspn(at, "\n");
        int begins_as = strchr(">#+", *at) && at[0] && (at[1] == ' ' || len == 1);
        moot_buf_str(out, begins_as || *at == '\\' ? "\\" : "");
        moot_buf_add(out, at, len + (at[len] == '\n'));
        at += len + (at[len] == '\n');
    }
}

static void put_notes(moot_session *s, const char *text)
{
    moot_buf out;
    moot_buf_init(&out);
    for (const char *at = text; *at; at += strcspn(at, "\n") + (at[strcspn(at, "\n")] == '\n')) {
        moot_buf_printf(&out, "# %.*s\n", (int)strcspn(at, "\n"), at);
    }
    put(s, &out);
}

void moot_session_record_end_of_test(moot_session *s, const char *why)
{
    if (s->transcript && !s->transcript_html) {
        put_notes(s, why);
        moot_say_note(&s->app->say, "%s", why);
    }
}

/* Something is left out because it is hidden: a transcript that is a test is none any more, and says so once. */
static void put_masked(moot_session *s)
{
    if (!s->transcript_masked++) {
        moot_session_record_end_of_test(s, "What is hidden is not written, so this does not play again; "
                                           ".transcript FILE with hidden facts writes it.");
    }
}

/* What was typed, without what it told of a hidden fact. */
static void put_typed(moot_session *s, const moot_walk *walk, const char *line, moot_buf *typed)
{
    if (s->transcript_hidden || !walk || line[0] == '.' || !moot_walk_typed(walk, line, typed)) {
        moot_buf_clear(typed);
        moot_buf_str(typed, line);
    } else {
        put_masked(s);
    }
}

static void put_line(moot_session *s, const char *line, const moot_buf *out)
{
    moot_buf text, typed;
    moot_buf_init(&typed);
    put_typed(s, s->walk, line, &typed);
    const char *input = moot_buf_text(&typed);
    moot_buf_init(&text);
    if (s->transcript_html) {
        moot_buf_str(&text, "<p><kbd>");
        moot_html_text(&text, input);
        moot_buf_str(&text, "</kbd></p>\n<pre>");
        moot_html_text(&text, moot_buf_text(out));
        moot_buf_str(&text, "</pre>\n");
    } else {
        moot_buf_printf(&text, "> %s\n", input);
        add_answer(moot_buf_text(out), &text);
    }
    text.failed |= !moot_buf_ok(&typed);
    moot_buf_done(&typed);
    put(s, &text);
}

/* ---- what the lines rest on ---- */

/* Does the script say what the protocol at hand says? */
static int says_the_same(const moot_session *s, const char *path)
{
    moot_protocol *protocol = NULL;
    struct stat status;
    moot_errs errs;
    moot_err err;
    moot_load_options load = { .stdlib_dir = moot_cli_text(&s->app->cli, "stdlib") };
    moot_err_init(&err);
    moot_errs_init(&errs, 0);
    int same = stat(path, &status) == 0 && !moot_cmd_known_on(s->app, &load, &err) &&
               !moot_protocol_load_with(path, &load, &protocol, &errs, NULL) && strcmp(protocol->hash, s->protocol->hash) == 0;
    moot_protocol_free(protocol);
    moot_errs_done(&errs);
    return same;
}

/* The name by which this protocol is found again: of protocols/, or the path of its script. "": it is nowhere but in a store. */
static const char *protocol_word(const moot_session *s, char *buf, size_t size)
{
    char path[4096];
    const char *id = s->protocol->id, *found = "";
    int named = moot_cmd_script_path(id, path, sizeof path) && strcmp(path, id) != 0;
    if (s->script.path[0] && !s->script.variant) {
        found = named && moot_cmd_is_same_file(path, s->script.path) ? id : s->script.path;
    } else if (named && says_the_same(s, path)) {
        found = id;
    } else if (s->kept_source_count > 0 && says_the_same(s, s->kept_sources[0].file)) {
        found = s->kept_sources[0].file;
    }
    snprintf(buf, size, "%s", found);
    return buf;
}

static void tell_marks(const moot_session *s, int asks, moot_buf *out)
{
    moot_buf names;
    moot_buf_init(&names);
    (void)moot_walk_hidden(s->walk, "\n", &names);
    for (const char *at = moot_buf_text(&names); *at; at += strcspn(at, "\n") + (at[strcspn(at, "\n")] == '\n')) {
        moot_buf_printf(out, MOOT_WALK_TOLD "{\"hidden\":\"%.*s\"}\n", (int)strcspn(at, "\n"), at);
    }
    moot_buf_str(out, asks ? MOOT_WALK_TOLD "{\"asks\":true}\n" : "");
    out->failed |= !moot_buf_ok(&names);
    moot_buf_done(&names);
}

static void tell_lesson(const moot_session *s, int here, moot_buf *out)
{
    if (s->lesson_lost && s->lost_walk == s->walk_no) {
        moot_buf_str(out, MOOT_WALK_TOLD "{\"lost\":");
        moot_buf_json(out, s->lesson_lost);
        moot_buf_str(out, "}\n");
    }
    if (!s->lesson) {
        return;
    }
    moot_buf_str(out, MOOT_WALK_TOLD "{\"lesson\":");
    moot_buf_json(out, s->lesson_path);
    moot_buf_printf(out, ",\"kept\":%s,\"answers\":[", !here || (s->walk_no && s->lesson_walk == s->walk_no) ? "true" : "false");
    for (int i = 0; i < s->lesson_answer_count; i++) {
        moot_buf_printf(out, "%s%d", i ? "," : "", s->lesson_answers[i]);
    }
    moot_buf_str(out, "]}\n");
}

/* All of the case: what leads to where it stands, forks, what was taken back; `here`: with what this sitting knows besides. */
static void tell_case(moot_session *s, const char *word, int here, moot_buf *out)
{
    char day[32];
    moot_day law = moot_walk_law_as_at(s->walk);
    const char *wanted = moot_walk_wanted(s->walk);
    int is_begun = moot_walk_steps(s->walk) > 0 || (s->walk_no && !wanted[0]);
    moot_buf_str(out, MOOT_WALK_TOLD "{\"case\":");
    moot_buf_json(out, is_begun ? moot_walk_id(s->walk) : "");
    moot_buf_str(out, ",\"wanted\":");
    moot_buf_json(out, wanted);
    if (word[0]) {
        moot_buf_str(out, ",\"protocol\":");
        moot_buf_json(out, word);
    }
    if (law != MOOT_DAY_MIN) {
        moot_buf_printf(out, ",\"law_as_at\":\"%s\"", moot_day_text(law, day, sizeof day));
    }
    moot_buf_printf(out, "%s}\n", here ? ",\"here\":true" : "");
    if (is_begun) {
        moot_walk_tell_steps(s->walk, out);
    }
    tell_marks(s, moot_walk_asks(s->walk), out);
    tell_lesson(s, here, out);
    if (here) {
        moot_walk_tell_sitting(s->walk, out);
    }
}

/* What is hidden is not told, so nothing is: the steps stand as notes, without it. */
static void put_case_hidden(moot_session *s)
{
    moot_buf steps;
    moot_buf_init(&steps);
    moot_walk_said(s->walk, &steps);
    moot_walk_mask(s->walk, &steps);
    put_masked(s);
    put_notes(s, moot_buf_text(&steps));
    s->transcript_cut |= !moot_buf_ok(&steps);
    moot_buf_done(&steps);
}

static void put_case(moot_session *s, int here)
{
    char word[4096] = "";
    moot_buf text;
    moot_buf_init(&text);
    int hides = moot_walk_hidden(s->walk, " ", &text) > 0 && moot_walk_steps(s->walk) > 0;
    moot_buf_clear(&text);
    if (hides && !s->transcript_hidden) {
        put_case_hidden(s);
    } else if (strcmp(s->protocol->hash, s->transcript_hash) != 0 && !protocol_word(s, word, sizeof word)[0]) {
        moot_session_record_end_of_test(s, "The protocol of the case that is opened here stands in the store alone, "
                                           "so this does not play again.");
    } else {
        tell_case(s, word, here, &text);
    }
    put(s, &text);
}

/* Steps and moves that the transcript tells of a case. 0: memory ended. */
static int note_told(moot_session *s)
{
    int at = moot_names_add(&s->transcript_told, moot_walk_id(s->walk));
    if (at < 0 || !moot_grow((void **)&s->transcript_counts, &s->transcript_count_cap, 2 * (size_t)at + 2, sizeof(int32_t))) {
        return 0;
    }
    s->transcript_counts[2 * at] = moot_walk_steps(s->walk);
    s->transcript_counts[2 * at + 1] = moot_walk_moves(s->walk);
    return 1;
}

static int is_told(const moot_session *s)
{
    int at = moot_names_find(&s->transcript_told, moot_walk_id(s->walk));
    return at >= 0 && s->transcript_counts[2 * at] == moot_walk_steps(s->walk) &&
           s->transcript_counts[2 * at + 1] == moot_walk_moves(s->walk);
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

/* A case that was opened is told before the line that opens it, unless the transcript has all of it. One that began here has the
 * name that the store gave it. */
static void put_opened(moot_session *s, const char *input)
{
    const char *id = s->walk ? moot_walk_id(s->walk) : "", *opens = moot_session_after(input, "open");
    if (!s->walk || !id[0] || !s->store_path[0]) {
        return;
    }
    if (opens && is_same(opens, id)) {
        if (!is_told(s) || s->lesson_lost) {
            put_case(s, 0);
        }
    } else if (strcmp(id, s->transcript_id) != 0 && !moot_walk_wanted(s->walk)[0]) {
        moot_buf text;
        moot_buf_init(&text);
        moot_buf_str(&text, MOOT_WALK_TOLD "{\"named\":");
        moot_buf_json(&text, id);
        moot_buf_str(&text, "}\n");
        put(s, &text);
    }
    snprintf(s->transcript_id, sizeof s->transcript_id, "%s", moot_walk_wanted(s->walk)[0] ? "" : id);
    s->transcript_cut |= s->transcript_id[0] && (!s->read_only || opens) && !note_told(s);
}

/* Files that a line reads, as it names them. */
static void put_needs(moot_session *s, const char *input)
{
    static const char *const words[] = { "open", "lesson", "compare" };
    struct stat status;
    moot_buf text;
    moot_buf_init(&text);
    for (size_t i = 0; i < MOOT_COUNT(words); i++) {
        char name[1024];
        const char *at = moot_session_after(input, words[i]);
        (void)moot_session_file(at ? at : "", 0, name, sizeof name);
        if (name[0] && stat(name, &status) == 0) {
            moot_buf_str(&text, MOOT_WALK_TOLD "{\"needs\":");
            moot_buf_json(&text, name);
            moot_buf_str(&text, "}\n");
        }
    }
    put(s, &text);
}

static int tell_kept(void *user, const char *id, const char *protocol, int64_t steps)
{
    moot_buf *out = user;
    moot_buf_str(out, MOOT_WALK_TOLD "{\"kept\":");
    moot_buf_json(out, id);
    moot_buf_str(out, ",\"protocol\":");
    moot_buf_json(out, protocol);
    moot_buf_printf(out, ",\"steps\":%lld}\n", (long long)steps);
    return 0;
}

/* An answer that depends on which cases are kept: cases, a name that is taken, one that there is not. */
static void put_kept(moot_session *s)
{
    moot_buf text;
    moot_err err;
    moot_err_init(&err);
    moot_buf_init(&text);
    s->transcript_cut |= s->store_path[0] && moot_session_each_case(s, tell_kept, &text, &err) != MOOT_OK;
    put(s, &text);
}

static void put_rest(moot_session *s, const char *input)
{
    if (s->transcript_html || input[0] == '.') {
        return;
    }
    const char *cases = moot_session_after(input, "cases");
    put_opened(s, input);
    put_needs(s, input);
    if (cases && !*cases) {
        put_kept(s);
    }
}

void moot_session_record_last(moot_session *s)
{
    moot_buf text;
    if (!s->transcript || s->transcript_html || s->transcript_last || !s->last_mode) {
        return;
    }
    moot_buf_init(&text);
    moot_buf_str(&text, MOOT_WALK_TOLD "{\"last\":");
    moot_buf_json(&text, s->last_input);
    moot_buf_printf(&text, ",\"mode\":\"%s\",\"answer\":", s->last_mode);
    moot_buf_json(&text, moot_buf_text(&s->last));
    moot_buf_str(&text, "}\n");
    put(s, &text);
    s->transcript_last = 1;
}

void moot_session_record_score(moot_session *s, const char *clause, int64_t right, int64_t asked)
{
    moot_buf text;
    if (s->transcript && !s->transcript_html) {
        moot_buf_init(&text);
        moot_walk_tell_score(clause, right, asked, &text);
        put(s, &text);
    }
}

/* ---- lines and answers ---- */

void moot_session_record(moot_session *s, const char *input, const moot_buf *out)
{
    if (s->transcript) {
        put_rest(s, input);
        put_line(s, input, out);
    }
}

void moot_session_record_aside(moot_session *s, const char *input, const moot_buf *out)
{
    moot_buf text;
    if (!s->transcript) {
        return;
    }
    if (s->transcript_html) {
        put_line(s, input, out);
        return;
    }
    moot_buf_init(&text);
    moot_buf_printf(&text, "> %s\n%s", input, moot_buf_text(out));
    put_notes(s, moot_buf_text(&text));
    s->transcript_cut |= !moot_buf_ok(&text);
    moot_buf_done(&text);
}

/* What the machine or another program refused is not refused again. */
static int is_of_this_hour(const moot_session *s, const char *input, const moot_err *err)
{
    static const char *const tools[] = { ".edit", ".view", ".watch", ".config" };
    int is = s->behind || err->code == MOOT_ESYSTEM || err->code == MOOT_ESTORE || err->code == MOOT_ENOMEM || err->code == MOOT_EINTR;
    for (size_t i = 0; !is && !s->went_on && i < MOOT_COUNT(tools); i++) {
        is = moot_session_after(input, tools[i]) != NULL;
    }
    return is;
}

/* Is the name that the case is to have another's? */
static int is_taken(moot_session *s)
{
    moot_names ids;
    moot_err err;
    const char *wanted = s->walk && !s->read_only ? moot_walk_wanted(s->walk) : "";
    if (!wanted[0]) {
        return 0;
    }
    moot_err_init(&err);
    moot_names_init(&ids);
    int taken = !moot_session_case_ids(s, &ids, &err) && moot_names_find(&ids, wanted) >= 0;
    moot_names_done(&ids);
    return taken;
}

void moot_session_record_mistake(moot_session *s, const char *input, const moot_err *err)
{
    moot_buf out;
    if (!s->transcript) {
        return;
    }
    moot_buf_init(&out);
    moot_buf_printf(&out, "%s\n", err->msg);
    if (s->walk && !s->transcript_hidden) {
        moot_walk_mask(s->walk, &out);
    }
    if (is_of_this_hour(s, input, err)) {
        moot_session_record_aside(s, input, &out);
    } else {
        if (!s->transcript_html && (moot_session_after(input, "open") || is_taken(s))) {
            put_kept(s);
        }
        put_line(s, input, &out);
    }
    moot_buf_done(&out);
}

/* ---- beginning and ending ---- */

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

/* The law that the protocol rests on, once, before the first line: a transcript leaves the house. */
static void begin_with_law(moot_session *s)
{
    moot_buf note, text;
    moot_buf_init(&note);
    moot_buf_init(&text);
    if (s->protocol) {
        moot_law_tell(s->protocol, &note);
    }
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

/* The steps so far, and the case as it is, which is shown by another walk: what this one has shown stays as it is. */
static moot_code tell_before(moot_session *s, moot_buf *out, moot_err *err)
{
    moot_walk *walk = NULL;
    moot_walk_options options = { .script = s->script.path, .helpers = &s->helpers.host,
                                  .law_as_at = moot_walk_law_as_at(s->walk), .id = moot_walk_id(s->walk) };
    moot_walk_said(s->walk, out);
    moot_code code = moot_walk_new(s->protocol, &options, &walk, err);
    code = code ? code : moot_walk_told_again(s->walk, walk, err);
    if (!code) {
        moot_buf_char(out, '\n');
        moot_walk_screen(walk, 0, out);
    }
    if (!s->transcript_hidden) {
        moot_walk_mask(s->walk, out);
    }
    moot_walk_free(walk);
    return code;
}

/* What was told before stands in a hand-out as the steps, and the case as it is. */
static moot_code begin_html(moot_session *s, moot_err *err)
{
    moot_buf title, text, before;
    moot_buf_init(&title);
    moot_buf_init(&text);
    moot_buf_init(&before);
    moot_buf_printf(&title, "%s: a walk", s->protocol ? s->protocol->id : "moot");
    moot_html_begin(&text, moot_buf_text(&title));
    text.failed |= !moot_buf_ok(&title);
    moot_buf_done(&title);
    put(s, &text);
    begin_with_law(s);
    moot_code code = s->walk && moot_walk_path(s->walk) > 0 ? tell_before(s, &before, err) : MOOT_OK;
    if (before.len > 0) {
        moot_buf_init(&text);
        moot_buf_str(&text, "<p>What happened before:</p>\n<pre>");
        moot_html_text(&text, moot_buf_text(&before));
        moot_buf_str(&text, "</pre>\n");
        put(s, &text);
    }
    moot_buf_done(&before);
    return code;
}

static void begin_text(moot_session *s)
{
    char word[4096] = "", mode[40];
    moot_buf text, nothing;
    moot_buf_init(&text);
    moot_buf_init(&nothing);
    if (s->protocol && !protocol_word(s, word, sizeof word)[0]) {
        snprintf(word, sizeof word, "%s", s->script.variant ? s->script.protocol : s->protocol->id);
    }
    moot_buf_printf(&text, "# moot repl%s%s", word[0] ? " " : "", word);
    moot_session_options(s, &text);
    moot_buf_str(&text, " --check FILE plays this again and compares.\n");
    moot_buf_str(&text, !s->store_path[0] ? "" : s->read_only ? MOOT_SESSION_LOOKED_AT : MOOT_SESSION_KEPT);
    moot_buf_str(&text, s->transcript_hidden ? "# Not for the class: it tells what is hidden from the screen.\n" : "");
    put(s, &text);
    begin_with_law(s);
    snprintf(mode, sizeof mode, ".mode %s", s->mode);
    put_line(s, mode, &nothing);
    if (!s->walk) {
        return;
    }
    put_case(s, 1);
    snprintf(s->transcript_id, sizeof s->transcript_id, "%s", moot_walk_wanted(s->walk)[0] ? "" : moot_walk_id(s->walk));
    s->transcript_cut |= s->transcript_id[0] && !note_told(s);
}

static moot_code begin(moot_session *s, const char *path, int with_hidden, moot_err *err)
{
    FILE *file = fopen(path, "w"); /* not repl/cli/put.h's: it grows while it is read */
    if (!file) {
        return moot_fail(err, MOOT_ESYSTEM, "%s cannot be written: %s", path, strerror(errno));
    }
    moot_session_end_transcript(s);
    if (s->interactive) {
        moot_say_note(&s->app->say, "What is typed and answered is written to %s; .transcript off ends it.", path);
    }
    s->transcript = file;
    s->transcript_hidden = with_hidden;
    s->transcript_masked = s->transcript_cut = s->transcript_last = 0;
    s->transcript_id[0] = '\0';
    snprintf(s->transcript_hash, sizeof s->transcript_hash, "%s", s->protocol ? s->protocol->hash : "");
    moot_names_done(&s->transcript_told);
    moot_names_init(&s->transcript_told);
    size_t len = strlen(path);
    s->transcript_html = len > 5 && strcmp(path + len - 5, ".html") == 0;
    if (s->transcript_html) {
        return begin_html(s, err);
    }
    begin_text(s);
    return MOOT_OK;
}

moot_code moot_session_begin_transcript(moot_session *s, const char *words, moot_err *err)
{
    char asked[2048], what[2048];
    snprintf(asked, sizeof asked, "%s", words);
    int with_hidden = moot_session_with_hidden(asked);
    if (strcmp(asked, "off") == 0) {
        moot_session_end_transcript(s);
        return MOOT_OK;
    }
    (void)moot_session_file(asked, 1, what, sizeof what);
    return what[0] ? begin(s, what, with_hidden, err) : moot_fail(err, MOOT_EDATA, ".transcript needs the name of a file, or off");
}
