/* What a walk rests on, as lines of JSON that stand at the head of a transcript, and a walk made of them again: its steps and
 * forks, and what only this sitting knows (what was shown, breaks, the question that stands). */
#include <inttypes.h>
#include <jansson.h>
#include <string.h>

#include "repl/walk/walk_internal.h"

/* ---- telling ---- */

static const char *const kinds[] = { "fact", "event", "wait", "next", "part", "inject", "child", "child_fact" };

/* Parts of an object stand between its braces; what else a step has is a value. Time that passes has none. */
static void tell_value(const step *s, moot_buf *out)
{
    int member = s->kind == STEP_FACT || s->kind == STEP_PART;
    moot_buf_printf(out, ",\"%s\":", kinds[s->kind]);
    moot_buf_str(out, member ? "{" : "");
    moot_buf_str(out, s->text[0] ? s->text : "null");
    moot_buf_str(out, member ? "}" : "");
}

static void tell_step(const moot_walk *walk, int32_t i, moot_buf *out)
{
    const step *s = &walk->steps[i];
    moot_buf_printf(out, MOOT_WALK_TOLD "{\"step\":%" PRId32 ",\"after\":%" PRId32, i + 1, s->parent + 1);
    if (s->at != MOOT_NEVER) {
        moot_buf_printf(out, ",\"at\":%" PRId64, s->at);
    }
    moot_buf_str(out, ",\"said\":");
    moot_buf_json(out, s->said);
    tell_value(s, out);
    moot_buf_str(out, "}\n");
}

void moot_walk_tell_steps(const moot_walk *walk, moot_buf *out)
{
    for (int32_t i = 0; i < walk->step_count; i++) {
        tell_step(walk, i, out);
    }
    for (int32_t i = 0; i < walk->fork_count; i++) {
        const fork *f = &walk->forks[i];
        moot_buf_str(out, MOOT_WALK_TOLD "{\"fork\":");
        moot_buf_json(out, f->name);
        moot_buf_printf(out, ",\"at\":%" PRId32 ",\"far\":%" PRId32 "%s}\n", f->head + 1, f->far + 1,
                        i == walk->fork_now ? ",\"here\":true" : "");
    }
}

/* Facts whose question was passed over, each with of whom: 0 the applicant, then the children. */
static void tell_passed(const moot_walk *walk, moot_buf *out)
{
    int told = 0;
    moot_buf_str(out, ",\"passed\":[");
    for (int32_t i = 0; i < walk->protocol->facts_count * WALK_ASKED; i++) {
        if (walk->passed[i]) {
            moot_buf_str(out, told++ ? ",[" : "[");
            moot_buf_json(out, walk->protocol->facts[i / WALK_ASKED].decl.name);
            moot_buf_printf(out, ",%d]", (int)(i % WALK_ASKED));
        }
    }
    moot_buf_str(out, "]");
}

static void tell_breaks(const moot_walk *walk, moot_buf *out)
{
    moot_buf_str(out, ",\"breaks\":[");
    for (int32_t i = 0; i < walk->break_count; i++) {
        moot_buf_printf(out, "%s[%d,%" PRId32 "]", i ? "," : "", walk->breaks[i].is_stage, walk->breaks[i].index);
    }
    moot_buf_str(out, "]");
}

static void tell_questions(const moot_walk *walk, moot_buf *out)
{
    const quiz *q = &walk->quiz;
    moot_buf_printf(out, ",\"scored\":%d,\"question\":%" PRId32 ",\"questions\":[", q->loaded, q->at);
    for (int32_t i = 0; i < q->count; i++) {
        moot_buf_printf(out, "%s[%d,%" PRId32 ",", i ? "," : "", q->questions[i].kind, q->questions[i].about);
        moot_buf_json(out, q->questions[i].clause);
        moot_buf_str(out, "]");
    }
    moot_buf_str(out, "]");
}

void moot_walk_tell_sitting(const moot_walk *walk, moot_buf *out)
{
    for (int32_t i = 0; i < walk->quiz.score_count; i++) {
        const quiz_score *s = &walk->quiz.scores[i];
        if (s->asked > 0) {
            moot_walk_tell_score(moot_names_text(&walk->quiz.clauses, (int)i), s->right, s->asked, out);
        }
    }
    moot_buf_printf(out, MOOT_WALK_TOLD "{\"sitting\":{\"shown\":%" PRId32 ",\"before\":%" PRId32 ",\"stepped\":%" PRId32
                         ",\"screens\":%d,\"screened\":%d",
                    walk_shown(walk), walk->shown_before, walk->stepped, walk->screens, walk->screened);
    if (walk->asking >= 0) {
        moot_buf_str(out, ",\"asking\":");
        moot_buf_json(out, walk->protocol->facts[walk->asking].decl.name);
        moot_buf_printf(out, ",\"of\":%" PRId32, walk->asking_child);
    }
    tell_passed(walk, out);
    tell_breaks(walk, out);
    tell_questions(walk, out);
    moot_buf_str(out, "}}\n");
}

void moot_walk_tell_score(const char *clause, int64_t right, int64_t asked, moot_buf *out)
{
    moot_buf_str(out, MOOT_WALK_TOLD "{\"score\":");
    moot_buf_json(out, clause);
    moot_buf_printf(out, ",\"right\":%" PRId64 ",\"asked\":%" PRId64 "}\n", right, asked);
}

/* ---- taking ---- */

/* The text of a step of this kind again, in the arena; NULL when there is none, or memory ends. */
static const char *value_text(json_t *value, int kind, moot_arena *arena)
{
    if (json_is_null(value)) {
        return moot_arena_str(arena, "");
    }
    char *json = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
    size_t len = json ? strlen(json) : 0;
    int member = kind == STEP_FACT || kind == STEP_PART;
    const char *text = !json || (member && len < 2) ? NULL : moot_arena_strn(arena, json + member, len - 2 * (size_t)member);
    moot_free(json);
    return text;
}

int moot_walk_take_step(json_t *item, moot_arena *arena, moot_walk_step *out)
{
    json_t *at = json_object_get(item, "at"), *said = json_object_get(item, "said");
    memset(out, 0, sizeof *out);
    out->n = (int32_t)json_integer_value(json_object_get(item, "step"));
    out->parent = (int32_t)json_integer_value(json_object_get(item, "after"));
    out->at = at ? json_integer_value(at) : MOOT_NEVER;
    out->said = moot_arena_str(arena, json_is_string(said) ? json_string_value(said) : "");
    for (size_t i = 0; i < MOOT_COUNT(kinds); i++) {
        json_t *value = json_object_get(item, kinds[i]);
        if (value) {
            out->kind = (int32_t)i;
            out->text = value_text(value, (int)i, arena);
        }
    }
    return out->said && out->text && out->parent >= 0 && out->parent < out->n;
}

static int32_t number(json_t *of, const char *key)
{
    return (int32_t)json_integer_value(json_object_get(of, key));
}

static const char *text_at(json_t *array, size_t i)
{
    json_t *text = json_array_get(array, i);
    return json_is_string(text) ? json_string_value(text) : "";
}

/* -1: there is no such fact here. */
static int32_t fact_named(const moot_walk *walk, const char *name)
{
    for (int32_t i = 0; i < walk->protocol->facts_count; i++) {
        if (strcmp(walk->protocol->facts[i].decl.name, name) == 0) {
            return i;
        }
    }
    return -1;
}

static void take_passed(moot_walk *walk, json_t *passed)
{
    size_t i;
    json_t *one;
    json_array_foreach(passed, i, one) {
        int32_t fact = fact_named(walk, text_at(one, 0)), of = (int32_t)json_integer_value(json_array_get(one, 1));
        if (fact >= 0 && of >= 0 && of < WALK_ASKED) {
            walk->passed[fact * WALK_ASKED + of] = 1;
        }
    }
}

static void take_breaks(moot_walk *walk, json_t *breaks)
{
    size_t i;
    json_t *one;
    json_array_foreach(breaks, i, one) {
        int is_stage = json_integer_value(json_array_get(one, 0)) != 0;
        int32_t index = (int32_t)json_integer_value(json_array_get(one, 1));
        if (walk->break_count < WALK_BREAKS && index >= 0 &&
            index < (is_stage ? walk->protocol->stages_count : walk->protocol->clocks_count)) {
            walk->breaks[walk->break_count++] = (walk_break){ (uint8_t)is_stage, index };
        }
    }
}

/* What a question is about is an index into the case, which is the same again. Its clause is kept with the steps. */
static int take_questions(moot_walk *walk, json_t *sitting)
{
    size_t i;
    json_t *one;
    quiz *q = &walk->quiz;
    q->loaded = number(sitting, "scored") != 0;
    q->count = 0;
    json_array_foreach(json_object_get(sitting, "questions"), i, one) {
        const char *clause = moot_arena_str(&walk->texts, text_at(one, 2));
        if (!clause || q->count == QUIZ_MOST) {
            return 0;
        }
        q->questions[q->count++] = (quiz_question){ (uint8_t)json_integer_value(json_array_get(one, 0)),
                                                    (int32_t)json_integer_value(json_array_get(one, 1)), clause };
    }
    q->at = number(sitting, "question");
    return q->at >= 0 && q->at <= q->count && walk_quiz_sound(walk);
}

moot_code moot_walk_take_sitting(moot_walk *walk, json_t *sitting, moot_err *err)
{
    json_t *asking = json_object_get(sitting, "asking");
    int32_t shown = number(sitting, "shown"), before = number(sitting, "before");
    walk_mark_shown(walk);
    walk->shown_count = shown >= 0 && shown < walk->shown_count ? shown : walk->shown_count;
    walk->shown_before = before >= 0 ? before : 0;
    walk->stepped = number(sitting, "stepped");
    walk->screens = number(sitting, "screens");
    walk->screened = number(sitting, "screened");
    walk->asking = json_is_string(asking) ? fact_named(walk, json_string_value(asking)) : -1;
    walk->asking_child = asking ? number(sitting, "of") : -1;
    walk->asking_child = walk->asking_child < walk->input.child_count ? walk->asking_child : -1;
    take_passed(walk, json_object_get(sitting, "passed"));
    take_breaks(walk, json_object_get(sitting, "breaks"));
    return take_questions(walk, sitting) ? MOOT_OK
                                         : moot_fail(err, MOOT_EDATA, "the question of the quiz that stood then is none of this case");
}

int32_t moot_walk_moves(const moot_walk *walk)
{
    return walk->moves;
}

int moot_walk_asks(const moot_walk *walk)
{
    return walk->quiz.on;
}
