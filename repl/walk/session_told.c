#include "repl/walk/session_told.h"

#include <jansson.h>
#include <string.h>
#include <sys/stat.h>

typedef struct lost {
    const char *id, *says; /* a case, and what was said of its lesson */
} lost;

typedef struct score {
    const char *clause;
    int64_t right, asked;
} score;

struct moot_told {
    moot_session *s;
    moot_cmd_script script; /* that the transcript began under */
    char hash[65];
    char name[64];
    moot_told_row *kept; /* owned, as all arrays here */
    size_t kept_cap;
    int32_t kept_count;
    lost *lost;
    size_t lost_cap;
    int32_t lost_count;
    score *scores;
    size_t score_cap;
    int32_t score_count;
    moot_session_told_case one; /* that is being told; its arrays are these */
    moot_walk_step *steps;
    size_t step_cap;
    moot_walk_move *moves;
    size_t move_cap;
    const char *on; /* the fork that is on the screen */
    int32_t on_step;
    int telling;    /* a case is: moot_told_end puts it down */
    json_t *sitting; /* owned; NULL */
    moot_arena texts; /* of what lasts */
    moot_arena case_texts;
};

moot_code moot_told_new(moot_session *s, moot_told **out_told, moot_err *err)
{
    moot_told *told = moot_calloc(1, sizeof *told);
    if (!told) {
        return moot_fail_memory(err);
    }
    told->s = s;
    told->script = s->script;
    snprintf(told->hash, sizeof told->hash, "%s", s->protocol ? s->protocol->hash : "");
    moot_arena_init(&told->texts);
    moot_arena_init(&told->case_texts);
    *out_told = told;
    return MOOT_OK;
}

void moot_told_free(moot_told *told)
{
    if (!told) {
        return;
    }
    json_decref(told->sitting);
    moot_free(told->kept);
    moot_free(told->lost);
    moot_free(told->scores);
    moot_free(told->steps);
    moot_free(told->moves);
    moot_arena_done(&told->texts);
    moot_arena_done(&told->case_texts);
    moot_free(told);
}

const char *moot_told_name(const moot_told *told)
{
    return told->name;
}

int32_t moot_told_count(const moot_told *told)
{
    return told->kept_count;
}

const moot_told_row *moot_told_kept(const moot_told *told, int32_t i)
{
    return &told->kept[i];
}

int moot_told_has(const moot_told *told, const char *id)
{
    for (int32_t i = 0; i < told->kept_count; i++) {
        if (strcmp(told->kept[i].id, id) == 0) {
            return 1;
        }
    }
    return 0;
}

int moot_told_scores(const moot_told *told, moot_walk *walk)
{
    int ok = 1;
    for (int32_t i = 0; ok && i < told->score_count; i++) {
        ok = moot_walk_score(walk, told->scores[i].clause, told->scores[i].right, told->scores[i].asked);
    }
    return ok;
}

void moot_told_played(moot_told *told)
{
    told->name[0] = '\0';
    told->score_count = 0;
}

/* ---- one item ---- */

static const char *text(json_t *item, const char *key)
{
    json_t *value = json_object_get(item, key);
    return json_is_string(value) ? json_string_value(value) : "";
}

static int64_t number(json_t *item, const char *key)
{
    return json_integer_value(json_object_get(item, key));
}

static moot_code take_case(moot_told *told, json_t *item, moot_err *err)
{
    moot_arena_clear(&told->case_texts);
    told->one = (moot_session_told_case){ .law_as_at = MOOT_DAY_MIN };
    moot_session_told_case *one = &told->one;
    one->id = moot_arena_str(&told->case_texts, text(item, "case"));
    one->protocol = moot_arena_str(&told->case_texts, text(item, "protocol"));
    one->wanted = moot_arena_str(&told->case_texts, text(item, "wanted"));
    one->here = json_is_true(json_object_get(item, "here"));
    one->script = &told->script;
    one->hash = told->hash;
    told->telling = 1;
    told->on = NULL;
    if (!one->id || !one->protocol || !one->wanted) {
        return moot_fail_memory(err);
    }
    const char *law = text(item, "law_as_at");
    moot_day last;
    return law[0] ? moot_days_parse(law, &one->law_as_at, &last, err) : MOOT_OK;
}

static moot_code take_step(moot_told *told, json_t *item, moot_err *err)
{
    int32_t count = told->one.step_count;
    if (!moot_grow((void **)&told->steps, &told->step_cap, (size_t)count + 1, sizeof *told->steps)) {
        return moot_fail_memory(err);
    }
    if (!moot_walk_take_step(item, &told->case_texts, &told->steps[count]) || told->steps[count].n != count + 1) {
        return moot_fail(err, MOOT_EDATA, "this is not the step %d of a case", (int)count + 1);
    }
    told->one.steps = told->steps;
    told->one.step_count++;
    return MOOT_OK;
}

static moot_code add_move(moot_told *told, const char *fork, int64_t step, moot_err *err)
{
    int32_t count = told->one.move_count;
    if (!moot_grow((void **)&told->moves, &told->move_cap, (size_t)count + 1, sizeof *told->moves)) {
        return moot_fail_memory(err);
    }
    if (!fork || !fork[0] || step < 0 || step > told->one.step_count) {
        return moot_fail(err, MOOT_EDATA, "this is no fork of the case");
    }
    told->moves[told->one.move_count++] = (moot_walk_move){ count + 1, fork, (int32_t)step };
    told->one.moves = told->moves;
    return MOOT_OK;
}

/* Where redo leads, then where it stands. */
static moot_code take_fork(moot_told *told, json_t *item, moot_err *err)
{
    const char *name = moot_arena_str(&told->case_texts, text(item, "fork"));
    int64_t at = number(item, "at"), far = number(item, "far");
    if (add_move(told, name, far, err) || (at != far && add_move(told, name, at, err))) {
        return err->code;
    }
    if (json_is_true(json_object_get(item, "here"))) {
        told->on = name;
        told->on_step = (int32_t)at;
    }
    return MOOT_OK;
}

static moot_code take_kept(moot_told *told, json_t *item, moot_err *err)
{
    moot_told_row row = { moot_arena_str(&told->texts, text(item, "kept")), moot_arena_str(&told->texts, text(item, "protocol")),
                          number(item, "steps") };
    if (!row.id || !row.protocol ||
        !moot_grow((void **)&told->kept, &told->kept_cap, (size_t)told->kept_count + 1, sizeof *told->kept)) {
        return moot_fail_memory(err);
    }
    for (int32_t i = 0; i < told->kept_count; i++) {
        if (strcmp(told->kept[i].id, row.id) == 0) {
            told->kept[i] = row;
            return MOOT_OK;
        }
    }
    told->kept[told->kept_count++] = row;
    return MOOT_OK;
}

static moot_code take_score(moot_told *told, json_t *item, moot_err *err)
{
    const char *clause = moot_arena_str(&told->texts, text(item, "score"));
    if (!clause || !moot_grow((void **)&told->scores, &told->score_cap, (size_t)told->score_count + 1, sizeof *told->scores)) {
        return moot_fail_memory(err);
    }
    told->scores[told->score_count++] = (score){ clause, number(item, "right"), number(item, "asked") };
    return MOOT_OK;
}

static moot_code take_lesson(moot_told *told, json_t *item, moot_err *err)
{
    size_t i;
    json_t *answer;
    told->one.lesson = moot_arena_str(&told->case_texts, text(item, "lesson"));
    told->one.lesson_kept = json_is_true(json_object_get(item, "kept"));
    json_array_foreach(json_object_get(item, "answers"), i, answer) {
        if (told->one.answer_count < LESSON_MOST) {
            told->one.answers[told->one.answer_count++] = (int)json_integer_value(answer);
        }
    }
    return told->one.lesson ? MOOT_OK : moot_fail_memory(err);
}

static moot_code take_lost(moot_told *told, json_t *item, moot_err *err)
{
    lost one = { moot_arena_str(&told->texts, told->one.id), moot_arena_str(&told->texts, text(item, "lost")) };
    if (!one.id || !one.says || !moot_grow((void **)&told->lost, &told->lost_cap, (size_t)told->lost_count + 1, sizeof one)) {
        return moot_fail_memory(err);
    }
    told->lost[told->lost_count++] = one;
    return MOOT_OK;
}

const char *moot_told_lost(const moot_told *told, const char *id)
{
    for (int32_t i = told->lost_count; i-- > 0;) {
        if (strcmp(told->lost[i].id, id) == 0) {
            return told->lost[i].says;
        }
    }
    return NULL;
}

static moot_code take_hidden(moot_told *told, json_t *item, moot_err *err)
{
    const char *fact = moot_arena_str(&told->case_texts, text(item, "hidden"));
    if (!fact || told->one.hidden_count == MOOT_COUNT(told->one.hidden)) {
        return fact ? moot_fail(err, MOOT_EDATA, "so many facts are not hidden") : moot_fail_memory(err);
    }
    told->one.hidden[told->one.hidden_count++] = fact;
    return MOOT_OK;
}

static moot_code take_last(moot_told *told, json_t *item, moot_err *err)
{
    moot_session *s = told->s;
    snprintf(s->last_input, sizeof s->last_input, "%s", text(item, "last"));
    moot_buf_clear(&s->last);
    moot_buf_str(&s->last, text(item, "answer"));
    s->last_mode = s->mode;
    for (size_t i = 0; moot_session_modes[i]; i++) {
        s->last_mode = strcmp(moot_session_modes[i], text(item, "mode")) == 0 ? moot_session_modes[i] : s->last_mode;
    }
    return moot_buf_ok(&s->last) ? MOOT_OK : moot_fail_memory(err);
}

static moot_code take_file(moot_told *told, json_t *item, moot_err *err)
{
    struct stat status;
    (void)told;
    return stat(text(item, "needs"), &status) == 0
               ? MOOT_OK
               : moot_fail(err, MOOT_EDATA, "it needs the file %.200s, which is not here", text(item, "needs"));
}

static moot_code take_name(moot_told *told, json_t *item, moot_err *err)
{
    (void)err;
    snprintf(told->name, sizeof told->name, "%s", text(item, "named"));
    return MOOT_OK;
}

static moot_code take_asks(moot_told *told, json_t *item, moot_err *err)
{
    (void)err;
    told->one.asks = json_is_true(json_object_get(item, "asks"));
    return MOOT_OK;
}

static moot_code take_sitting(moot_told *told, json_t *item, moot_err *err)
{
    (void)err;
    json_decref(told->sitting);
    told->sitting = json_incref(json_object_get(item, "sitting"));
    return MOOT_OK;
}

/* Each item is known by its first member. */
static const struct item {
    const char *key;
    moot_code (*take)(moot_told *told, json_t *item, moot_err *err);
    int of_case; /* behind {"case":…} alone */
} items[] = {
    { "case", take_case, 0 },     { "step", take_step, 1 },     { "fork", take_fork, 1 },       { "hidden", take_hidden, 1 },
    { "asks", take_asks, 1 },     { "lesson", take_lesson, 1 }, { "sitting", take_sitting, 1 }, { "kept", take_kept, 0 },
    { "score", take_score, 0 },   { "named", take_name, 0 },    { "last", take_last, 0 },       { "needs", take_file, 0 },
    { "lost", take_lost, 1 },
};

moot_code moot_told_item(moot_told *told, const char *json, moot_err *err)
{
    json_error_t error;
    json_t *item = json_loads(json, JSON_REJECT_DUPLICATES, &error);
    const char *key = json_is_object(item) ? json_object_iter_key(json_object_iter(item)) : NULL;
    const struct item *found = NULL;
    for (size_t i = 0; key && i < MOOT_COUNT(items); i++) {
        found = strcmp(items[i].key, key) == 0 ? &items[i] : found;
    }
    moot_code code = found && (!found->of_case || told->telling)
                         ? found->take(told, item, err)
                         : moot_fail(err, MOOT_EDATA, "this line of the transcript is none that moot repl writes");
    json_decref(item);
    return code;
}

/* ---- the end of them ---- */

/* What was of the sitting, once its case is at hand. */
static moot_code end_sitting(moot_told *told, moot_err *err)
{
    moot_walk *walk = told->s->walk;
    if (!moot_told_scores(told, walk)) {
        return moot_fail_memory(err);
    }
    told->score_count = 0;
    return moot_walk_take_sitting(walk, told->sitting, err);
}

moot_code moot_told_end(moot_told *told, moot_err *err)
{
    moot_code code = MOOT_OK;
    if (!told->telling) {
        return MOOT_OK;
    }
    if (told->on) {
        code = add_move(told, told->on, told->on_step, err);
    }
    code = code ? code : moot_session_put_told(told->s, &told->one, err);
    code = code || !told->sitting ? code : end_sitting(told, err);
    json_decref(told->sitting);
    told->sitting = NULL;
    told->telling = 0;
    return code;
}
