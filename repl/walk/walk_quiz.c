/* The quiz: before the screen of a step is shown, the trainees say what must happen, who must do it and by
 * when. The engine knows; the score is kept by clause, and weak clauses are asked about first. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "repl/walk/tell.h"
#include "repl/walk/walk_internal.h"

typedef enum quiz_kind { QUIZ_STAGE, QUIZ_WHO, QUIZ_WHEN } quiz_kind;

/* ---- the score ---- */

static quiz_score *score_of(moot_walk *walk, const char *clause)
{
    int id = moot_names_add(&walk->quiz.clauses, clause);
    if (id < 0 || !moot_grow((void **)&walk->quiz.scores, &walk->quiz.score_cap, (size_t)id + 1, sizeof(quiz_score))) {
        return NULL;
    }
    for (; walk->quiz.score_count <= id; walk->quiz.score_count++) {
        walk->quiz.scores[walk->quiz.score_count] = (quiz_score){ 0, 0 };
    }
    return &walk->quiz.scores[id];
}

int moot_walk_score(moot_walk *walk, const char *clause, int64_t right, int64_t asked)
{
    quiz_score *score = score_of(walk, clause);
    if (score) {
        score->right += (int)right;
        score->asked += (int)asked;
    }
    return score != NULL;
}

static moot_code load_scores(moot_walk *walk, moot_err *err)
{
    if (walk->quiz.loaded || !walk->keeper || !walk->keeper->scores) {
        return MOOT_OK;
    }
    walk->quiz.loaded = 1;
    return walk->keeper->scores(walk->keeper->user, walk, err);
}

/* Another class: what the one before knew does not count. */
static moot_code new_class(moot_walk *walk, moot_err *err)
{
    if (!walk->begun && walk->keeper) {
        return moot_fail(err, MOOT_EDATA, "quiz new class takes effect in a case: say first what happens");
    }
    if (moot_walk_mark(walk, MOOT_MARK_CLASS, "", 0, err)) {
        return err->code;
    }
    for (int32_t i = 0; i < walk->quiz.score_count; i++) {
        walk->quiz.scores[i] = (quiz_score){ 0, 0 };
    }
    return MOOT_OK;
}

/* How often it was missed, less how often it was known. */
static int weakness(moot_walk *walk, const char *clause)
{
    int id = moot_names_find(&walk->quiz.clauses, clause);
    return id < 0 || id >= walk->quiz.score_count ? 0 : walk->quiz.scores[id].asked - 2 * walk->quiz.scores[id].right;
}

static int was_missed(const moot_walk *walk, const char *clause)
{
    int id = moot_names_find(&walk->quiz.clauses, clause);
    return id >= 0 && id < walk->quiz.score_count && walk->quiz.scores[id].right < walk->quiz.scores[id].asked;
}

static void tell_score(moot_walk *walk, moot_buf *out)
{
    int right = 0, asked = 0;
    for (int32_t i = 0; i < walk->quiz.score_count; i++) {
        const quiz_score *s = &walk->quiz.scores[i];
        if (s->asked == 0) {
            continue;
        }
        right += s->right;
        asked += s->asked;
        moot_buf_printf(out, "  clause %s: %d of %d%s\n", moot_names_text(&walk->quiz.clauses, (int)i), s->right, s->asked,
                        s->right < s->asked ? ", to be asked again" : "");
    }
    moot_buf_printf(out, asked ? "In all: %d of %d right.\n" : "Nothing was asked yet.\n", right, asked);
}

/* ---- questions ---- */

static void add_question(moot_walk *walk, quiz_kind kind, int32_t about, const char *clause)
{
    quiz *q = &walk->quiz;
    int32_t at = q->count;
    if (!clause[0] || q->count == QUIZ_MOST) {
        return;
    }
    while (at > 0 && weakness(walk, clause) > weakness(walk, q->questions[at - 1].clause)) {
        q->questions[at] = q->questions[at - 1];
        at--;
    }
    q->questions[at] = (quiz_question){ (uint8_t)kind, about, clause };
    q->count++;
}

static void ask_clock(moot_walk *walk, int32_t clock)
{
    const moot_clock *k = &walk->c.clocks[clock];
    const moot_clock_rule *rule = &walk->protocol->clocks[k->rule];
    if (k->ended || rule->effect >= 0) {
        return; /* done already, or an act that is done at once */
    }
    if (k->due.lo != MOOT_NEVER) {
        add_question(walk, QUIZ_WHEN, clock, rule->decl.clause);
    }
    add_question(walk, QUIZ_WHO, clock, rule->decl.clause);
}

static int is_asked(const quiz *q, int32_t clock)
{
    for (int32_t i = 0; i < q->count; i++) {
        if (q->questions[i].kind != QUIZ_STAGE && q->questions[i].about == clock) {
            return 1;
        }
    }
    return 0;
}

/* What was missed more often than known comes again, as long as it runs. */
static void repeat_weak(moot_walk *walk)
{
    for (int32_t i = 0; i < walk->c.clocks_count && walk->quiz.count < QUIZ_MOST; i++) {
        const char *clause = walk->protocol->clocks[walk->c.clocks[i].rule].decl.clause;
        if (weakness(walk, clause) > 0 && !is_asked(&walk->quiz, i)) {
            ask_clock(walk, i);
        }
    }
}

/* What the screen that comes would tell. */
static void questions_of_changes(moot_walk *walk)
{
    walk->quiz.count = walk->quiz.at = 0;
    for (int32_t i = walk_shown(walk); i < walk->c.log_count; i++) {
        const moot_entry *e = &walk->c.log[i];
        if (e->what == MOOT_LOG_ENTER) {
            add_question(walk, QUIZ_STAGE, e->ref, moot_entry_clause(e));
        } else if (e->what == MOOT_LOG_CLOCK && e->clock >= 0) {
            ask_clock(walk, e->clock);
        }
    }
    if (walk_shown(walk) < walk->c.log_count) {
        repeat_weak(walk);
    }
}

static void tell_question(moot_walk *walk, moot_buf *out)
{
    const quiz *q = &walk->quiz;
    const quiz_question *now = &q->questions[q->at];
    const char *name = now->kind == QUIZ_STAGE
                           ? ""
                           : walk->protocol->clocks[walk->c.clocks[now->about].rule].decl.name;
    moot_buf_printf(out, "Question %" PRId32 " of %" PRId32 ": ", q->at + 1, q->count);
    switch (now->kind) {
    case QUIZ_STAGE:
        moot_buf_str(out, "which stage begins now?");
        break;
    case QUIZ_WHO:
        moot_buf_printf(out, "who must see to \"%s\"?", name);
        break;
    default:
        moot_buf_printf(out, "by when must \"%s\" be done?", name);
        break;
    }
    moot_buf_str(out, " (guess ANSWER, or pass)\n");
}

int walk_quiz_begins(moot_walk *walk, moot_buf *out)
{
    if (!walk->quiz.on || walk->now == MOOT_NEVER) {
        return 0;
    }
    questions_of_changes(walk);
    if (walk->quiz.count == 0) {
        return 0;
    }
    tell_question(walk, out);
    return 1;
}

/* ---- answers ---- */

static const char *answer_text(moot_walk *walk, const quiz_question *q)
{
    char when[160];
    const moot_clock *clock = q->kind == QUIZ_STAGE ? NULL : &walk->c.clocks[q->about];
    if (!clock) {
        return walk->protocol->stages[q->about].decl.name;
    }
    if (q->kind == QUIZ_WHEN) {
        return walk_keep(walk, moot_when_text(walk->protocol->zone, clock->due, when, sizeof when));
    }
    moot_buf text;
    moot_buf_init(&text);
    const moot_owner *owner = &walk->protocol->clocks[clock->rule].owner;
    int32_t count = moot_owner_count(owner);
    for (int32_t i = 0; i < count; i++) {
        moot_buf_printf(&text, "%s%s", i == 0 ? "" : i + 1 == count ? " and " : ", ",
                        walk->protocol->parties[moot_owner_party(walk->protocol, owner, i)].decl.name);
    }
    const char *kept = walk_keep(walk, moot_buf_text(&text));
    moot_buf_done(&text);
    return kept;
}

/* Whatever its capitals. */
static int has_text(const char *text, const char *part)
{
    size_t len = strlen(part);
    for (; *text; text++) {
        if (strncasecmp(text, part, len) == 0) {
            return 1;
        }
    }
    return 0;
}

/* Every owner must be named. */
static int right_who(const moot_walk *walk, const quiz_question *q, const char *guess)
{
    const moot_owner *owner = &walk->protocol->clocks[walk->c.clocks[q->about].rule].owner;
    int32_t count = moot_owner_count(owner), named = 0;
    for (int32_t i = 0; i < count; i++) {
        const char *name = walk->protocol->parties[moot_owner_party(walk->protocol, owner, i)].decl.name;
        named += has_text(guess, name);
    }
    return count > 0 && named == count;
}

/* The day is enough where the time ends with a day; else the minute counts. */
static moot_code right_when(moot_walk *walk, const quiz_question *q, const words *w, int *out_right, moot_err *err)
{
    const moot_zone *zone = walk->protocol->zone;
    moot_instant due = walk->c.clocks[q->about].due.hi, at = 0;
    moot_when when;
    moot_err iso;
    moot_err_init(&iso);
    const char *text = words_joined(walk, w, 1, w->count);
    if (text && moot_when_parse(zone, text, &when, &iso) == MOOT_OK) {
        at = when.hi;
    } else if (walk_time(walk, w, 1, &at, err)) {
        return err->code;
    }
    moot_day day = moot_day_at(zone, due);
    *out_right = due == moot_day_end(zone, day) ? moot_day_at(zone, at) == day : at / 60 == due / 60;
    return MOOT_OK;
}

static moot_code mark(call *c, int passed, moot_err *err)
{
    moot_walk *walk = c->walk;
    const quiz_question *q = &walk->quiz.questions[walk->quiz.at];
    int right = 0;
    const char *guess = words_joined(walk, &c->w, 1, c->w.count);
    if (!guess) {
        return moot_fail_memory(err);
    }
    if (!passed && q->kind == QUIZ_WHEN && right_when(walk, q, &c->w, &right, err)) {
        return err->code;
    }
    if (!passed && q->kind == QUIZ_WHO) {
        right = right_who(walk, q, guess);
    } else if (!passed && q->kind == QUIZ_STAGE) {
        for (int32_t i = walk_shown(walk); i < walk->c.log_count; i++) { /* any that begins now */
            const moot_entry *e = &walk->c.log[i];
            right |= e->what == MOOT_LOG_ENTER && strcasecmp(walk->protocol->stages[e->ref].decl.name, guess) == 0;
        }
    }
    quiz_score *score = score_of(walk, q->clause);
    const char *answer = answer_text(walk, q);
    if (!score || !answer) {
        return moot_fail_memory(err);
    }
    if (moot_walk_mark(walk, MOOT_MARK_QUIZ, q->clause, right, err)) {
        return err->code;
    }
    score->asked++;
    score->right += right;
    moot_buf_printf(c->out, "%s: %s", right ? "Right" : passed ? "It is" : "Not so; it is", answer);
    moot_tell_clause(walk->protocol, q->clause, c->out);
    moot_buf_char(c->out, '\n');
    return MOOT_OK;
}

int walk_quiz_waits(const moot_walk *walk)
{
    return walk->quiz.at < walk->quiz.count;
}

static moot_code answered(call *c, int passed, moot_err *err)
{
    moot_walk *walk = c->walk;
    if (mark(c, passed, err)) {
        return err->code;
    }
    if (++walk->quiz.at < walk->quiz.count) {
        tell_question(walk, c->out);
        return MOOT_OK;
    }
    walk->quiz.count = walk->quiz.at = 0;
    int on = walk->quiz.on;
    walk->quiz.on = 0; /* now the answer itself */
    moot_buf_char(c->out, '\n');
    walk_screen(walk, c->out);
    walk->quiz.on = on;
    return MOOT_OK;
}

moot_code walk_quiz_pass(call *c, moot_err *err)
{
    return answered(c, 1, err);
}

moot_code do_guess(call *c, moot_err *err)
{
    if (!walk_quiz_waits(c->walk)) {
        return moot_fail(err, MOOT_EDATA, "no question stands; quiz on asks before each answer is shown");
    }
    if (c->w.count < 2) {
        return moot_fail(err, MOOT_EDATA, "guess is used like this: guess Friday 3pm, guess Social worker, or pass");
    }
    return answered(c, 0, err);
}

/* Deadlines that run now under clauses that were missed. */
static void ask_weak(moot_walk *walk, moot_buf *out)
{
    walk->quiz.count = walk->quiz.at = 0;
    for (int32_t i = 0; walk->now != MOOT_NEVER && i < walk->c.clocks_count; i++) {
        if (was_missed(walk, walk->protocol->clocks[walk->c.clocks[i].rule].decl.clause)) {
            ask_clock(walk, i);
        }
    }
    if (walk->quiz.count) {
        tell_question(walk, out);
    } else {
        moot_buf_str(out, "No clause that was missed has a deadline that runs now.\n");
    }
}

moot_code do_quiz(call *c, moot_err *err)
{
    moot_walk *walk = c->walk;
    if (load_scores(walk, err)) {
        return err->code;
    }
    if (c->w.count == 1) {
        tell_score(walk, c->out);
    } else if (words_is(&c->w, 1, "new") && words_is(&c->w, 2, "class")) {
        if (!new_class(walk, err)) {
            moot_buf_str(c->out, "The score begins anew.\n");
        }
    } else if (words_is(&c->w, 1, "on") || words_is(&c->w, 1, "off")) {
        int on = words_is(&c->w, 1, "on");
        if (moot_walk_mark(walk, MOOT_MARK_ASKS, "", on, err)) {
            return err->code;
        }
        walk->quiz.on = on;
        walk->quiz.count = walk->quiz.at = 0;
        moot_buf_str(c->out, walk->quiz.on ? "Before each answer is shown, guess what must happen, who, and by when.\n"
                                           : "Answers are shown at once.\n");
    } else if (words_is(&c->w, 1, "again")) {
        ask_weak(walk, c->out);
    } else {
        return moot_fail(err, MOOT_EDATA, "quiz is used like this: quiz on, quiz off, quiz again, quiz new class; alone it tells the score");
    }
    return err->code;
}
