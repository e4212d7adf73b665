/* One line of a walk: its words, the table of words (from which help, completion and carrying out all
 * come), and the nearest word when there is none. Nothing is guessed: an unknown word is never run. */
#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "lua/load/schema.h"
#include "lua/reference/reference.h"
#include "repl/walk/walk_internal.h"
#include "vm/base/names.h"
#include "vm/base/text.h"

#define LONGEST_LINE 4096
#define HELP_LABEL 18
#define HELP_WIDTH 78

/* ---- words of a line ---- */

static int is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Splits at blanks; a text in quotes is one word, which may be empty. */
static moot_code split(char *line, words *out, moot_err *err)
{
    out->count = 0;
    for (char *at = line; *at;) {
        if (is_blank(*at)) {
            at++;
            continue;
        }
        if (out->count == WALK_WORDS) {
            return moot_fail(err, MOOT_EDATA, "the line has more than %d words", WALK_WORDS);
        }
        char quote = *at == '"' ? *at : '\0';
        char *from = quote ? ++at : at;
        while (*at && (quote ? *at != quote : !is_blank(*at))) {
            at++;
        }
        if (quote && !*at) {
            return moot_fail(err, MOOT_EDATA, "the text that begins with %c%.40s has no closing %c",
                             quote, from, quote);
        }
        out->quoted[out->count] = quote != '\0';
        out->word[out->count++] = from;
        if (*at) {
            *at++ = '\0';
        }
    }
    return MOOT_OK;
}

const char *words_joined(moot_walk *walk, const words *w, int32_t n, int32_t end)
{
    moot_buf text;
    moot_buf_init(&text);
    for (int32_t i = n; i < end && i < w->count; i++) {
        moot_buf_str(&text, i > n ? " " : "");
        moot_buf_str(&text, w->word[i]);
    }
    const char *kept = moot_buf_ok(&text) ? walk_keep(walk, moot_buf_text(&text)) : NULL;
    moot_buf_done(&text);
    return kept;
}

int words_is(const words *w, int32_t i, const char *word)
{
    return i < w->count && !w->quoted[i] && strcasecmp(w->word[i], word) == 0;
}

moot_code words_wanted(const words *w, int32_t least, int32_t most, const char *how, moot_err *err)
{
    if (w->count < least || w->count > most) {
        return moot_fail(err, MOOT_EDATA, "%s is used like this: %s", w->word[0], how);
    }
    return MOOT_OK;
}

int32_t words_until(const words *w, int32_t from)
{
    for (int32_t i = from; i < w->count; i++) {
        if (words_is(w, i, "at") || words_is(w, i, "on") || words_is(w, i, "by")) {
            return i;
        }
    }
    return w->count;
}

/* ---- names of a protocol in a line, quoted or not ---- */

const char *name_at(const name_table *table, int32_t i)
{
    const char *row = (const char *)table->rows + (size_t)i * table->size;
    return ((const moot_decl *)(const void *)row)->name;
}

/* How many words from `at` on spell the name; 0: they do not. Capitals do not matter. */
static int32_t spells(const words *w, int32_t at, const char *name)
{
    int32_t i = at;
    if (w->quoted[at]) {
        return strcasecmp(w->word[at], name) == 0;
    }
    while (i < w->count && !w->quoted[i]) {
        size_t len = strlen(w->word[i]);
        if (strncasecmp(w->word[i], name, len) != 0 || (name[len] && name[len] != ' ')) {
            return 0;
        }
        i++;
        name += len;
        if (!*name) {
            return i - at;
        }
        name++;
    }
    return 0;
}

int32_t words_name(const words *w, int32_t at, const name_table *table, int32_t *out_end)
{
    int32_t best = 0, found = -1;
    for (int32_t i = 0; at < w->count && i < table->count; i++) {
        const char *name = name_at(table, i);
        int32_t used = name[0] ? spells(w, at, name) : 0;
        if (used > best) {
            best = used;
            found = i;
        }
    }
    *out_end = at + best;
    return found;
}

static const char *nearest_of(moot_walk *walk, const char *word, const name_table *table)
{
    const char **names =
        moot_arena_array(&walk->scratch, (size_t)table->count + 1, sizeof *names);
    for (int32_t i = 0; names && i < table->count; i++) {
        names[i] = name_at(table, i);
    }
    return names ? moot_nearest(word, names, (size_t)table->count) : NULL;
}

moot_code words_name_wanted(moot_walk *walk, const words *w, int32_t at, const name_table *table,
                            int32_t *out_index, int32_t *out_end, moot_err *err)
{
    *out_index = words_name(w, at, table, out_end);
    if (*out_index >= 0) {
        return MOOT_OK;
    }
    int32_t end = w->quoted[at] ? at + 1 : words_until(w, at);
    const char *some = words_joined(walk, w, at, end), *whole = some, *near = NULL;
    for (; some && !near && end > at; end--) {
        some = words_joined(walk, w, at, end);
        near = some ? nearest_of(walk, some, table) : NULL;
    }
    if (!some) {
        return moot_fail_memory(err);
    }
    return moot_fail(err, MOOT_EDATA, "%s has no %s \"%s\"%s%s%s", walk->protocol->id, table->kind,
                     near ? some : whole, near ? "; did you mean \"" : "", near ? near : "", near ? "\"?" : "");
}

/* ---- small words ---- */

static moot_code do_look(call *c, moot_err *err)
{
    (void)c;
    (void)err;
    return MOOT_OK; /* the screen follows */
}

static moot_code do_quit(call *c, moot_err *err)
{
    (void)err;
    *c->quit = 1;
    return MOOT_OK;
}

static moot_code do_new(call *c, moot_err *err)
{
    if (words_wanted(&c->w, 1, 2, "new, or: new C2", err)) {
        return err->code;
    }
    const char *id = c->w.count == 2 ? c->w.word[1] : c->walk->keeper ? "" : "walk";
    if (strlen(id) >= WALK_NAME) {
        return moot_fail(err, MOOT_EDATA, "the id of a case here has at most %d bytes",
                         WALK_NAME - 1);
    }
    return walk_restart(c->walk, id, err);
}

static moot_code do_help(call *c, moot_err *err);

/* ---- the table of words ---- */

/* Words of the tool are carried out by whoever reads the lines (session.c); here they are only helped
 * with. */
static moot_code do_elsewhere(call *c, moot_err *err)
{
    return moot_fail(err, MOOT_EDATA, "%s works where lines are typed or read from a file",
                     c->w.word[0]);
}

static const struct word {
    const char *name;
    moot_code (*run)(call *c, moot_err *err);
    int screen; /* it changes the case: the screen follows */
    const char *group, *usage, *what, *example;
} table[] = {
    { "event", do_event, 1, "Say what happens", "event NAME [TIME]",
      "Something happens. The name alone does too.", "presents homeless at Friday 3pm" },
    { "answer", do_answer, 1, "Say what happens", "answer [STAGE] OUTCOME [by ROLE] [TIME]",
      "A stage ends so. A bare number chooses from the list last shown.",
      "answer still homeless at 11:30" },
    { "done", do_done, 1, "Say what happens", "done NAME [TIME]",
      "A deadline is met, an act is done.", "done joint assessment tomorrow 10am" },
    { "fact", do_fact, 1, "Say what happens", "fact NAME VALUE [of CHILD] [at TIME]",
      "What is known: before the first event it holds from the start, later from then on. "
      "\"unknown\" is a value.",
      "fact dob 11 February 2009" },
    { "child", do_child, 1, "Say what happens", "child NAME",
      "A child of the case, to whom facts belong that are of each child.", "child A" },
    { "consent", do_consent, 1, "Say what happens", "consent NAME STATE [TIME]",
      "Asked, given, refused or withdrawn.", "consent share_information given" },
    { "place", do_place, 1, "Say what happens", "place WHERE [at TIME]",
      "Where they sleep from now on; nowhere is an answer.", "place \"supported lodgings\"" },
    { "sign", do_sign, 1, "Say what happens", "sign ROLE OUTCOME [TIME]",
      "One side's word on a decision that is taken jointly.",
      "sign Social worker returned home" },
    { "panel", do_panel, 1, "Say what happens", "panel NAME OUTCOME [TIME]",
      "What a panel decided.", "panel 17+ Panel placement agreed at next panel" },
    { "notice", do_notice, 1, "Say what happens", "notice NAME sent|received [TIME]",
      "A letter was sent, or came.", "notice decision letter sent" },
    { "note", do_note, 1, "Say what happens", "note TEXT", "A remark in the log.",
      "note She would rather stay with her aunt." },
    { "ask", do_ask, 0, "Say what happens", "ask",
      "Asks for facts, one by one: only those that can still matter. pass leaves one unknown.",
      "ask" },
    { "pass", do_pass, 0, "Say what happens", "pass", "Leaves the question asked last unanswered.",
      "pass" },
    { "wait", do_wait, 1, "Let time pass", "wait LENGTH",
      "Time passes. On the minute is still in time.", "wait 48h" },
    { "until", do_until, 1, "Let time pass", "until TIME",
      "Time passes up to a moment.", "until next deadline" },
    { "next", do_next, 1, "Let time pass", "next",
      "To the next thing that happens by itself: a deadline missed, a birthday, a session.",
      "next" },
    { "step", do_step, 0, "Let time pass", "step",
      "One entry at a time, with its reason: those of the last screen, then what happens next by itself.", "step" },
    { "break", do_break, 0, "Let time pass", "break [at NAME|off]",
      "Time stops when that stage begins or that deadline is due; off takes all breaks away, off NAME one. They last as long "
      "as this sitting.",
      "break at joint assessment" },
    { "look", do_look, 1, "Look", "look", "Where the case is now.", "look" },
    { "due", do_due, 0, "Look", "due [NAME]",
      "What is due, how long is left, how late each step may be; with a name, how its date is counted.",
      "due joint assessment" },
    { "needs", do_needs, 0, "Look", "needs", "Facts that are missing, and what waits for them.",
      "needs" },
    { "who", do_who, 0, "Look", "who [ROLE]", "Who owes what now.", "who Social worker" },
    { "duties", do_duties, 0, "Look", "duties", "Duties that are owed, since when.", "duties" },
    { "log", do_log, 0, "Look", "log [N]", "All that happened; with a number, the last N.",
      "log 10" },
    { "timeline", do_timeline, 0, "Look", "timeline", "Stages and deadlines against time, drawn.",
      "timeline" },
    { "steps", do_steps, 0, "Look", "steps", "What was told, numbered, for back to N.", "steps" },
    { "why", do_why, 0, "Explain", "why [ENTRY|NAME]",
      "The chain of reasons of what the last step changed, of an entry, or of the newest about a name.",
      "why joint assessment" },
    { "why not", NULL, 0, "Explain", "why not [OUTCOME]",
      "The tests that bar an outcome; without one, all that is barred.", "why not prevented" },
    { "clause", do_clause, 0, "Explain", "clause ID",
      "What a clause says and what carries it out.", "clause 3.7/1" },
    { "readings", do_readings, 0, "Explain", "readings",
      "What the text leaves open, how it is read here, and which it could be.", "readings" },
    { "what if", do_what, 0, "Try", "what if [reading] NAME=VALUE",
      "A fork in which a fact, or how the text is read, is otherwise, shown beside the present; the case stays as it is.",
      "what if reading assessment clock starts = approach" },
    { "fork", do_fork, 1, "Try", "fork NAME", "Goes on in a fork; the one before stays.",
      "fork care refused" },
    { "switch", do_switch, 1, "Try", "switch [NAME]", "To another fork; without a name, lists them.",
      "switch main" },
    { "compare", do_compare, 0, "Try", "compare FORK|PROTOCOL",
      "This fork beside another one, or this story under another protocol.", "compare main" },
    { "quiz", do_quiz, 0, "Teach", "quiz on|off|again|new class",
      "Before an answer is shown the class guesses what must happen, who, and by when. Alone: the "
      "score by clause, kept over sittings; again: what was missed; new class: the score begins anew.",
      "quiz on" },
    { "guess", do_guess, 0, "Teach", "guess ANSWER", "An answer to the quiz; pass gives none.",
      "guess Saturday 11:30" },
    { "inject", do_inject, 0, "Teach", "inject EVENT TIME",
      "Happens when time comes to it, unannounced.", "inject evicted in 3 days" },
    { "hide", do_hide, 0, "Teach", "hide FACT", "Its value is not shown any more.",
      "hide welfare_concern" },
    { "show", do_show, 0, "Teach", "show [FACT]", "Shows it again; alone, every fact.", "show" },
    { "lesson", do_elsewhere, 0, "Teach", "lesson FILE",
      "Plays a prepared lesson; an empty line goes on, a number answers.",
      "lesson examples/lessons/bank-holiday.lua" },
    { "undo", do_undo, 1, "Take back", "undo", "Takes the last step back.", "undo" },
    { "redo", do_redo, 1, "Take back", "redo", "The step that was taken back, again.", "redo" },
    { "back", do_back, 1, "Take back", "back to N", "To where the case stood after step N.",
      "back to 3" },
    { "new", do_new, 1, "Keep", "new [ID]", "Another case; this one is kept.", "new C2" },
    { "open", do_elsewhere, 1, "Keep", "open PROTOCOL | CASE",
      "Begins under a protocol, or goes on with a case that was kept.", "open C1" },
    { "cases", do_elsewhere, 0, "Keep", "cases", "The cases that are kept.", "cases" },
    { "save", do_elsewhere, 0, "Keep", "save",
      "Writes the case's results into the store, for moot why and reports. Steps are always kept.",
      "save" },
    { "export", do_elsewhere, 0, "Keep", "export WHAT FILE [for ROLE]",
      "A handout or letter (.md, .html), scenario (.lua), calendar (.ics) or case (.jsonl).",
      "export handout class.html for Social worker" },
    { "help", do_help, 0, "Leave", "help [WORD]",
      "This screen; a word of it, or of protocols, with an example.", "help until" },
    { "quit", do_quit, 0, "Leave", "quit", "Leaves; nothing is lost.", "quit" },
};

/* Other names of words: these, and no abbreviations besides. */
static const struct {
    const char *alias, *word;
} aliases[] = {
    { "set", "fact" }, { "say", "event" },  { "choose", "answer" }, { "exit", "quit" },
    { "q", "quit" },   { "l", "look" },     { "n", "next" },        { "u", "undo" },
    { "h", "help" },   { "?", "help" },     { "forks", "switch" },  { "what", "what if" },
};

static const struct word *find_word(const char *name)
{
    for (size_t i = 0; i < MOOT_COUNT(aliases); i++) {
        name = strcmp(aliases[i].alias, name) == 0 ? aliases[i].word : name;
    }
    for (size_t i = 0; i < MOOT_COUNT(table); i++) {
        if (strcmp(table[i].name, name) == 0) {
            return &table[i];
        }
    }
    return NULL;
}

const char *walk_word_name(size_t i)
{
    return i < MOOT_COUNT(table) ? table[i].name : NULL;
}

/* ---- help ---- */

/* A screen of all words by what they are for, each group on as few lines as it takes. */
static void list_words(moot_buf *out)
{
    const char *group = "";
    size_t column = 0;
    for (size_t i = 0; i < MOOT_COUNT(table); i++) {
        size_t len = strlen(table[i].usage);
        int first = strcmp(group, table[i].group) != 0;
        if (first) {
            moot_buf_printf(out, "%s%-*s", i ? "\n" : "", HELP_LABEL, table[i].group);
            group = table[i].group;
            column = HELP_LABEL;
        } else if (column + len + 2 > HELP_WIDTH) {
            moot_buf_printf(out, ",\n%*s", HELP_LABEL, "");
            column = HELP_LABEL;
        } else {
            moot_buf_str(out, ", ");
            column += 2;
        }
        moot_buf_str(out, table[i].usage);
        column += len;
    }
    moot_buf_str(out, "\n\n"
                      "A time is 2026-05-21 09:15, Friday 3pm, tomorrow 9am, 5 June noon, in 2 days,\n"
                      "next panel, next deadline, 18th birthday. A bare number chooses from the list.\n"
                      "help WORD explains a word, ?NAME a stage, deadline, fact or clause; = EXPR, or\n"
                      "lua EXPR, is Lua over the case; .help lists what is for the tool.\n");
}

static moot_code no_help(moot_walk *walk, const char *word, moot_err *err)
{
    const char *names[MOOT_COUNT(table) + 512];
    const char *name;
    size_t count = 0;
    for (; count < MOOT_COUNT(table); count++) {
        names[count] = table[count].name;
    }
    for (size_t i = 0; (name = moot_reference_name(i)) != NULL && count < MOOT_COUNT(names); i++) {
        names[count++] = name;
    }
    for (int32_t i = 0; (name = walk_thing_name(walk, i)) != NULL && count < MOOT_COUNT(names); i++) {
        names[count++] = name;
    }
    count += moot_reference_no_words(names + count, MOOT_COUNT(names) - count);
    const char *near = moot_nearest(word, names, count);
    if (near) {
        return moot_fail(err, MOOT_EDATA, "there is no help on \"%s\"; did you mean \"%s\"?", word,
                         near);
    }
    return moot_fail(err, MOOT_EDATA, "there is no help on \"%s\"; help lists the words", word);
}

static void explain_word(const struct word *word, moot_buf *out)
{
    moot_buf_printf(out, "%s\n  %s\n  Example: %s\n", word->usage, word->what, word->example);
}

/* The words from `at` on: a word of the walk (wait), a word of protocols (deadline), a thing of this protocol
 * (mediation), a clause of it (3.7/1); all that it is. */
static moot_code help_on(call *c, int32_t at, moot_err *err)
{
    if (c->w.count == at) {
        list_words(c->out);
        return MOOT_OK;
    }
    const char *name = words_joined(c->walk, &c->w, at, c->w.count);
    if (!name) {
        return moot_fail_memory(err);
    }
    const struct word *word = find_word(name);
    int is_lua = strcmp(name, "=") == 0 || strcasecmp(name, "lua") == 0, found = word != NULL || is_lua;
    if (is_lua) {
        moot_buf_str(c->out, "= EXPR, or lua EXPR\n  What Lua makes of the case, which it can read and not change; lines go on until it is whole.\n"
                             "  Example: = deadlines[1].due\n");
    }
    if (word) {
        explain_word(word, c->out);
    }
    if (word && strcmp(word->name, "why") == 0) {
        explain_word(find_word("why not"), c->out);
    }
    if (moot_word_find(name)) {
        moot_buf_str(c->out, found ? "\nIn a protocol:\n\n" : "");
        found |= moot_reference_help(name, MOOT_REFERENCE_ANY, c->out);
    }
    found |= walk_thing(c->walk, name, c->out);
    found = found || moot_reference_no_word(name, c->out);
    return found ? MOOT_OK : no_help(c->walk, name, err);
}

static moot_code do_help(call *c, moot_err *err)
{
    return help_on(c, 1, err);
}

/* The word that is nearest to the first one; else the event that is nearest to the line, or to so much of its beginning as is
 * one: "present homeless Friday 3pm". */
static const char *nearest_to(const call *c)
{
    const moot_protocol *p = c->walk->protocol;
    size_t count = 0, events = (size_t)p->events_count;
    const char **names = moot_arena_array(&c->walk->scratch, MOOT_COUNT(table) + events, sizeof *names);
    if (!names) {
        return NULL;
    }
    while (count < MOOT_COUNT(table)) {
        names[count] = table[count].name;
        count++;
    }
    const char *near = moot_nearest(c->w.word[0], names, count);
    for (size_t i = 0; i < events; i++) {
        names[i] = p->events[i].decl.name;
    }
    for (int32_t end = words_until(&c->w, 0); !near && end > 0; end--) {
        const char *some = words_joined(c->walk, &c->w, 0, end);
        near = some ? moot_nearest(some, names, events) : NULL;
    }
    return near;
}

/* A time with nothing that happens then: what is there to add. */
static int is_time_alone(const call *c, moot_err *err)
{
    moot_err own;
    moot_instant at;
    moot_err_init(&own);
    int is_time = walk_time(c->walk, &c->w, 0, &at, &own) == MOOT_OK;
    const char *said = is_time ? words_joined(c->walk, &c->w, 0, c->w.count) : NULL;
    int32_t begins = words_is(&c->w, 0, "at") || words_is(&c->w, 0, "on");
    int is_length = words_is(&c->w, begins, "in");
    const char *time = said ? words_joined(c->walk, &c->w, begins + is_length, c->w.count) : NULL;
    if (time) {
        moot_fail(err, MOOT_EDATA, "\"%.60s\" is a time: say what happens then, as in: %.60s %.60s; or let time pass: %s %.60s", said,
                  moot_walk_first_event(c->walk), said, is_length ? "wait" : "until", time);
    }
    return time != NULL;
}

static moot_code unknown_word(const call *c, moot_err *err)
{
    if (is_time_alone(c, err)) {
        return err->code;
    }
    int32_t choice = walk_choice_said(c->walk, &c->w);
    if (choice) { /* never taken for said: a bare name may be another's word tomorrow */
        const char *line = words_joined(c->walk, &c->w, 0, c->w.count);
        return line ? moot_fail(err, MOOT_EDATA, "\"%.60s\" can be chosen: write %" PRId32 ", or: answer %.60s", line, choice, line)
                    : moot_fail_memory(err);
    }
    name_table facts = WALK_TABLE(c->walk, "fact", facts);
    int32_t end = 0, fact = words_name(&c->w, 0, &facts, &end);
    if (fact >= 0) { /* a name of a fact, and what it may be */
        const char *value = words_joined(c->walk, &c->w, end, c->w.count);
        return moot_fail(err, MOOT_EDATA, "\"%.60s\" is a fact: write fact %.60s %.60s", name_at(&facts, fact), name_at(&facts, fact),
                         value && value[0] ? value : "and its value");
    }
    const char *near = nearest_to(c);
    const char *outcome = near ? NULL : walk_choice_near(c->walk, &c->w, 0);
    if (outcome) {
        return moot_fail(err, MOOT_EDATA, "there is no word \"%s\" here; did you mean \"answer %s\"?", c->w.word[0], outcome);
    }
    return moot_fail(err, MOOT_EDATA, "there is no word \"%s\" here; %s%s%s", c->w.word[0], near ? "did you mean \"" : "help lists them",
                     near ? near : "", near ? "\"?" : "");
}

/* ---- carrying out ---- */

static moot_code run_word(call *c, const struct word *word, moot_err *err)
{
    if (walk_table(c)) {
        return MOOT_OK;
    }
    if (!word->run(c, err) && word->screen && !c->no_screen) {
        walk_screen(c->walk, c->out);
    }
    return err->code;
}

static moot_code carry_out(call *c, moot_err *err)
{
    if (c->about) {
        return help_on(c, 0, err);
    }
    const struct word *word = c->w.quoted[0] ? NULL : find_word(c->w.word[0]);
    if (word && word->run) {
        return run_word(c, word, err);
    }
    if (walk_is_event(c)) {
        if (!do_event(c, err)) {
            walk_screen(c->walk, c->out);
        }
        return err->code;
    }
    if (walk_is_reply(c)) {
        return walk_reply(c, err);
    }
    if (isdigit((unsigned char)c->w.word[0][0])) {
        int is_number = !c->w.word[0][strspn(c->w.word[0], "0123456789")];
        if (!is_number) {
            return is_time_alone(c, err)
                       ? err->code
                       : moot_fail(err, MOOT_EDATA, "\"%.60s\" is no choice and says not what happens: say it as in: %.60s at 2026-05-21 "
                                   "09:15; or let time pass, as in: wait 48h", c->w.word[0], moot_walk_first_event(c->walk));
        }
        if (!do_number(c, err)) {
            walk_screen(c->walk, c->out);
        }
        return err->code;
    }
    return unknown_word(c, err);
}

/* What stands behind `=` or the word lua; NULL for any other line. */
static const char *asked_of_lua(const char *line)
{
    return line[0] == '='                                                         ? line + 1
           : strncmp(line, "lua", 3) == 0 && (!line[3] || strchr(" \t", line[3])) ? line + 3
                                                                                  : NULL;
}

moot_code moot_walk_line(moot_walk *walk, const char *line, moot_buf *out, int *out_quit,
                         moot_err *err)
{
    char copy[LONGEST_LINE];
    call c = { .walk = walk, .out = out, .quit = out_quit };
    moot_arena_clear(&walk->scratch);
    moot_buf_clear(&walk->screen);
    walk->screened = walk->taken_back = 0;
    walk->replied = -1;
    if (moot_text_check(line, strlen(line), "this line", err)) {
        return err->code;
    }
    if (strlen(line) >= sizeof copy) {
        return moot_fail(err, MOOT_EDATA, "the line is longer than %d bytes", LONGEST_LINE - 1);
    }
    line += strspn(line, " \t");
    c.rest = line + strcspn(line, " \t");
    c.rest += strspn(c.rest, " \t");
    snprintf(copy, sizeof copy, "%s", line);
    if (copy[0] == '#') {
        return MOOT_OK;
    }
    if (copy[0] == '?') { /* ?thing is help thing */
        copy[0] = ' ';
        c.about = 1;
    }
    const char *expression = asked_of_lua(line);
    if (expression) {
        moot_code code = walk_evaluate(walk, expression, out, err);
        walk_mask(walk, out);
        return code;
    }
    int is_note = strncmp(copy, "note ", 5) == 0; /* its text may hold quotes of any kind */
    if (is_note) {
        copy[5] = '\0';
    }
    if (split(copy, &c.w, err) || (c.w.count == 0 && !c.about)) {
        return err->code;
    }
    if (carry_out(&c, err)) {
        err->code = err->code == MOOT_EUSAGE ? MOOT_EDATA
                                             : err->code; /* a line is input, not a command line */
        return err->code;
    }
    if (!c.masked) {
        walk_mask(walk, out);
    }
    return moot_buf_ok(out) ? MOOT_OK : moot_fail_memory(err);
}

int moot_walk_repeat(moot_walk *walk, const char *line, moot_buf *out, moot_err *err)
{
    int quit = 0, screened = walk->screened, lists = !screened && walk_lists(line);
    if (screened) {
        moot_walk_screen(walk, 1, out);
    } else if (lists && moot_walk_line(walk, line, out, &quit, err)) {
        return 0;
    }
    return screened || lists;
}

int moot_walk_tells(const char *line)
{
    char first[24];
    size_t len = strcspn(line, " \t");
    snprintf(first, sizeof first, "%.*s", (int)(len < sizeof first ? len : sizeof first - 1), line);
    const struct word *word = find_word(first);
    int asks = word && (strcmp(word->name, "ask") == 0 || strcmp(word->name, "pass") == 0);
    return !word || (strcmp(word->group, "Say what happens") == 0 && !asks) || strcmp(word->name, "what if") == 0;
}
