/* The quiz: before the screen of a step is shown, the trainees say what must happen, who must do it and by
 * when. The engine knows; the score is kept by clause, and weak clauses are asked about first. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "repl/walk/tell.h"
#include "repl/walk/walk_internal.h"

/* What is asked, and what a question of that kind is about. */
typedef enum quiz_kind {
    QUIZ_STAGE,      /* a stage, which begins                                   */
    QUIZ_WHO,        /* a clock of the case: who must see to it                 */
    QUIZ_WHEN,       /* the same: by when                                       */
    QUIZ_SIGN,       /* a visit: who must still sign                            */
    QUIZ_DISPUTE,    /* a visit: whether what is disputed is decided            */
    QUIZ_LEVEL_WHO,  /* a level that the case came to: who has the dispute now  */
    QUIZ_LEVEL_WHEN  /* the same: by when it must be settled there              */
} quiz_kind;

#define STAYS_OPEN "it stays open"

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
    if (k->ended || rule->effect >= 0 || walk_perhaps_not_owed(walk, clock)) {
        return; /* done already, an act that is done at once, or owed perhaps: no date and nobody is the answer yet */
    }
    if (k->due.lo != MOOT_NEVER) {
        add_question(walk, QUIZ_WHEN, clock, rule->decl.clause);
    }
    add_question(walk, QUIZ_WHO, clock, rule->decl.clause);
}

static int is_asked(const quiz *q, int32_t clock)
{
    for (int32_t i = 0; i < q->count; i++) {
        int of_clock = q->questions[i].kind == QUIZ_WHO || q->questions[i].kind == QUIZ_WHEN;
        if (of_clock && q->questions[i].about == clock) {
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

/* ---- signatures, disputes, ladders ---- */

static const moot_owner *signers(const moot_walk *walk, int32_t visit)
{
    return &walk->protocol->stages[walk->c.visits[visit].stage].owner;
}

static int has_signed(const moot_walk *walk, int32_t visit, int32_t party)
{
    for (int32_t i = 0; i < walk->c.signs_count; i++) {
        if (walk->c.signs[i].visit == visit && walk->c.signs[i].party == party) {
            return 1;
        }
    }
    return 0;
}

static int32_t unsigned_count(const moot_walk *walk, int32_t visit)
{
    const moot_owner *owner = signers(walk, visit);
    int32_t count = 0;
    for (int32_t i = 0; i < moot_owner_count(owner); i++) {
        count += !has_signed(walk, visit, moot_owner_party(walk->protocol, owner, i));
    }
    return count;
}

static const moot_level *level_of(const moot_walk *walk, int32_t at)
{
    const moot_level_at *l = &walk->c.levels[at];
    return &walk->protocol->levels[walk->protocol->ladders[l->ladder].levels.first + l->level];
}

/* When the time of a level is over, MOOT_NEVER: the text sets none. */
static moot_instant level_due(const moot_walk *walk, int32_t at)
{
    const moot_protocol *p = walk->protocol;
    int32_t within = level_of(walk, at)->within;
    moot_value v = within >= 0 ? moot_operand_value(&p->rules, &walk->c.facts, within, -1) : moot_unknown();
    moot_duration d = { (int32_t)v.a, (uint8_t)v.b };
    return v.type != MOOT_T_DURATION ? MOOT_NEVER
                                     : moot_calendar_due(p->calendars[0], walk->c.levels[at].at.hi, d, MOOT_COUNT_OF).at;
}

static void ask_level(moot_walk *walk, const moot_entry *e)
{
    for (int32_t i = 0; i < walk->c.levels_count; i++) {
        if (walk->c.levels[i].entry == e->n && walk->c.levels[i].level >= 0) {
            const char *own = level_of(walk, i)->clause;
            const char *clause = own && own[0] ? own : walk->protocol->ladders[walk->c.levels[i].ladder].decl.clause;
            add_question(walk, QUIZ_LEVEL_WHO, i, clause);
            if (level_due(walk, i) != MOOT_NEVER) {
                add_question(walk, QUIZ_LEVEL_WHEN, i, clause);
            }
        }
    }
}

static void ask_signature(moot_walk *walk, const moot_entry *e)
{
    if (e->visit >= 0 && moot_visit_open(&walk->c.visits[e->visit]) && unsigned_count(walk, e->visit) > 0) {
        add_question(walk, QUIZ_SIGN, e->visit, walk->protocol->stages[e->ref].decl.clause);
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
        } else if (e->what == MOOT_LOG_SIGNED) {
            ask_signature(walk, e);
        } else if (e->what == MOOT_LOG_DISPUTE && e->visit >= 0) {
            add_question(walk, QUIZ_DISPUTE, e->visit, moot_entry_clause(e));
        } else if (e->what == MOOT_LOG_ESCALATED) {
            ask_level(walk, e);
        }
    }
    if (walk_shown(walk) < walk->c.log_count) {
        repeat_weak(walk);
    }
}

static const char *name_of(const moot_walk *walk, const quiz_question *q)
{
    const moot_protocol *p = walk->protocol;
    switch ((quiz_kind)q->kind) {
    case QUIZ_WHO: case QUIZ_WHEN: return p->clocks[walk->c.clocks[q->about].rule].decl.name;
    case QUIZ_SIGN: case QUIZ_DISPUTE: return p->stages[walk->c.visits[q->about].stage].decl.name;
    case QUIZ_LEVEL_WHO: case QUIZ_LEVEL_WHEN: return p->ladders[walk->c.levels[q->about].ladder].decl.name;
    case QUIZ_STAGE: break;
    }
    return "";
}

static void tell_question(moot_walk *walk, moot_buf *out)
{
    static const char *const asks[][2] = {
        [QUIZ_STAGE] = { "which stage begins now", "" },
        [QUIZ_WHO] = { "who must see to \"", "\"" },
        [QUIZ_WHEN] = { "by when must \"", "\" be done" },
        [QUIZ_SIGN] = { "who must still sign before \"", "\" is decided" },
        [QUIZ_DISPUTE] = { "the owners decide differently: does \"", "\" end, or stay open" },
        [QUIZ_LEVEL_WHO] = { "the dispute goes up the ladder \"", "\": who has it now" },
        [QUIZ_LEVEL_WHEN] = { "by when must they settle it, before it goes further up \"", "\"" },
    };
    const quiz *q = &walk->quiz;
    const quiz_question *now = &q->questions[q->at];
    moot_buf_printf(out, "Question %" PRId32 " of %" PRId32 ": %s%s%s? (guess ANSWER, or pass)\n", q->at + 1, q->count,
                    asks[now->kind][0], name_of(walk, now), asks[now->kind][1]);
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

/* The parties that a question is about: all of them, or those who have yet to sign. */
static const moot_owner *owner_of(const moot_walk *walk, const quiz_question *q)
{
    return q->kind == QUIZ_SIGN        ? signers(walk, q->about)
           : q->kind == QUIZ_LEVEL_WHO ? &level_of(walk, q->about)->owner
                                       : &walk->protocol->clocks[walk->c.clocks[q->about].rule].owner;
}

static int is_wanted(const moot_walk *walk, const quiz_question *q, int32_t party)
{
    return q->kind != QUIZ_SIGN || !has_signed(walk, q->about, party);
}

static moot_instant due_of(const moot_walk *walk, const quiz_question *q)
{
    return q->kind == QUIZ_LEVEL_WHEN ? level_due(walk, q->about) : walk->c.clocks[q->about].due.hi;
}

static const char *names_text(moot_walk *walk, const quiz_question *q)
{
    moot_buf text;
    moot_buf_init(&text);
    const moot_owner *owner = owner_of(walk, q);
    int32_t count = moot_owner_count(owner), left = 0, told = 0;
    for (int32_t i = 0; i < count; i++) {
        left += is_wanted(walk, q, moot_owner_party(walk->protocol, owner, i));
    }
    for (int32_t i = 0; i < count; i++) {
        int32_t party = moot_owner_party(walk->protocol, owner, i);
        if (is_wanted(walk, q, party)) {
            moot_buf_printf(&text, "%s%s", told == 0 ? "" : told + 1 == left ? " and " : ", ", walk->protocol->parties[party].decl.name);
            told++;
        }
    }
    const char *kept = walk_keep(walk, moot_buf_text(&text));
    moot_buf_done(&text);
    return kept;
}

static const char *answer_text(moot_walk *walk, const quiz_question *q)
{
    char when[160];
    switch ((quiz_kind)q->kind) {
    case QUIZ_STAGE: return walk->protocol->stages[q->about].decl.name;
    case QUIZ_DISPUTE: return STAYS_OPEN;
    case QUIZ_WHEN:
        return walk_keep(walk, moot_when_text(walk->protocol->zone, walk->c.clocks[q->about].due, when, sizeof when));
    case QUIZ_LEVEL_WHEN:
        return walk_keep(walk, moot_instant_text(walk->protocol->zone, level_due(walk, q->about), when, sizeof when));
    case QUIZ_WHO: case QUIZ_SIGN: case QUIZ_LEVEL_WHO: break;
    }
    return names_text(walk, q);
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

/* Whether the name of a party is a part of that of one who is wanted: "Officer" of "Housing Officer". */
static int is_part(const moot_walk *walk, const quiz_question *q, int32_t party)
{
    const moot_owner *owner = owner_of(walk, q);
    for (int32_t i = 0; i < moot_owner_count(owner); i++) {
        int32_t other = moot_owner_party(walk->protocol, owner, i);
        if (is_wanted(walk, q, other) && has_text(walk->protocol->parties[other].decl.name, walk->protocol->parties[party].decl.name)) {
            return 1;
        }
    }
    return 0;
}

/* Everybody must be named, and nobody who has signed already. */
static int right_who(const moot_walk *walk, const quiz_question *q, const char *guess)
{
    const moot_owner *owner = owner_of(walk, q);
    int32_t count = moot_owner_count(owner);
    int right = count > 0;
    for (int32_t i = 0; i < count; i++) {
        int32_t party = moot_owner_party(walk->protocol, owner, i);
        int named = has_text(guess, walk->protocol->parties[party].decl.name);
        right &= is_wanted(walk, q, party) ? named : !named || is_part(walk, q, party);
    }
    return right;
}

/* The day is enough where the time ends with a day; else the minute counts. */
static moot_code right_when(moot_walk *walk, const quiz_question *q, const words *w, int *out_right, moot_err *err)
{
    const moot_zone *zone = walk->protocol->zone;
    moot_instant due = due_of(walk, q), at = 0;
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

static int right_stage(const moot_walk *walk, const char *guess)
{
    int right = 0;
    for (int32_t i = walk_shown(walk); i < walk->c.log_count; i++) { /* any that begins now */
        const moot_entry *e = &walk->c.log[i];
        right |= e->what == MOOT_LOG_ENTER && strcasecmp(walk->protocol->stages[e->ref].decl.name, guess) == 0;
    }
    return right;
}

static moot_code is_right(moot_walk *walk, const quiz_question *q, const words *w, const char *guess, int *out_right, moot_err *err)
{
    switch ((quiz_kind)q->kind) {
    case QUIZ_WHEN: case QUIZ_LEVEL_WHEN: return right_when(walk, q, w, out_right, err);
    case QUIZ_WHO: case QUIZ_SIGN: case QUIZ_LEVEL_WHO: *out_right = right_who(walk, q, guess); break;
    case QUIZ_STAGE: *out_right = right_stage(walk, guess); break;
    case QUIZ_DISPUTE: *out_right = has_text(guess, "open"); break;
    }
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
    if (!passed && is_right(walk, q, &c->w, guess, &right, err)) {
        return err->code;
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

int walk_quiz_sound(const moot_walk *walk)
{
    int sound = 1;
    for (int32_t i = 0; i < walk->quiz.count; i++) {
        const quiz_question *q = &walk->quiz.questions[i];
        int32_t count = 0;
        switch ((quiz_kind)q->kind) {
        case QUIZ_STAGE: count = walk->protocol->stages_count; break;
        case QUIZ_WHO: case QUIZ_WHEN: count = walk->c.clocks_count; break;
        case QUIZ_SIGN: case QUIZ_DISPUTE: count = walk->c.visits_count; break;
        case QUIZ_LEVEL_WHO: case QUIZ_LEVEL_WHEN: count = walk->c.levels_count; break;
        }
        sound &= q->about >= 0 && q->about < count;
    }
    return sound;
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
