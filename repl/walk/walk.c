/* A walk's steps and forks, and making the case anew from the steps that lead to a fork's head. */
#include "repl/walk/walk.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "repl/walk/walk_internal.h"
#include "vm/base/hash.h"
#include "vm/case/read_json.h"

#define FIRST_FORK "main"

static void empty_case(moot_walk *walk)
{
    walk->now = MOOT_NEVER;
    walk->choice_count = 0;
}

static moot_code add_fork(moot_walk *walk, const char *name, int32_t head, moot_err *err)
{
    if (!moot_grow((void **)&walk->forks, &walk->fork_cap, (size_t)walk->fork_count + 1,
                   sizeof *walk->forks)) {
        return moot_fail_memory(err);
    }
    fork *f = &walk->forks[walk->fork_count++];
    memset(f, 0, sizeof *f);
    snprintf(f->name, sizeof f->name, "%s", name);
    f->head = f->far = head;
    return MOOT_OK;
}

static moot_code replay(moot_walk *walk, moot_err *err);

moot_code moot_walk_new(const moot_protocol *protocol, const moot_walk_options *options,
                        moot_walk **out_walk, moot_err *err)
{
    moot_walk *walk = moot_calloc(1, sizeof *walk);
    if (!walk) {
        return moot_fail_memory(err);
    }
    walk->protocol = protocol;
    walk->script = options->script;
    walk->keeper = options->keeper;
    walk->law_as_at = options->law_as_at;
    walk->asking = walk->replied = walk->stepped = -1;
    moot_arena_init(&walk->texts);
    moot_arena_init(&walk->scratch);
    moot_buf_init(&walk->json);
    moot_buf_init(&walk->screen);
    moot_reader_init(&walk->reader, protocol, MOOT_NEVER);
    moot_input_init(&walk->input);
    moot_case_init(&walk->c);
    moot_json_prepare();
    empty_case(walk);
    snprintf(walk->id, sizeof walk->id, "%s", options->id ? options->id : walk->keeper ? "" : "walk");
    moot_options engine = moot_options_default();
    engine.keep_log = engine.keep_reads = 1;
    engine.law_as_at = options->law_as_at;
    engine.helpers = options->helpers;
    moot_names_init(&walk->quiz.clauses);
    walk->hidden = moot_calloc((size_t)protocol->facts_count + 1, 1);
    walk->passed = moot_calloc((size_t)protocol->facts_count + 1, WALK_ASKED);
    if (!walk->passed || !walk->hidden || add_fork(walk, FIRST_FORK, -1, err) ||
        moot_engine_new(&engine, &walk->engine, err) || moot_oracle_asked(&walk->oracle, err) ||
        replay(walk, err)) {
        moot_code code = err->code ? err->code : moot_fail_memory(err);
        moot_walk_free(walk);
        return code;
    }
    *out_walk = walk;
    return MOOT_OK;
}

void moot_walk_free(moot_walk *walk)
{
    if (!walk) {
        return;
    }
    moot_engine_free(walk->engine);
    moot_oracle_free(walk->oracle);
    moot_case_done(&walk->c);
    moot_input_done(&walk->input);
    moot_reader_done(&walk->reader);
    moot_arena_done(&walk->texts);
    moot_arena_done(&walk->scratch);
    moot_buf_done(&walk->json);
    moot_buf_done(&walk->screen);
    moot_free(walk->steps);
    moot_free(walk->forks);
    moot_free(walk->path);
    moot_free(walk->shown);
    moot_free(walk->passed);
    moot_free(walk->hidden);
    moot_free(walk->quiz.scores);
    moot_names_done(&walk->quiz.clauses);
    moot_free(walk);
}

const char *walk_keep(moot_walk *walk, const char *text)
{
    return moot_arena_str(&walk->scratch, text);
}

const moot_case *moot_walk_case(const moot_walk *walk)
{
    return walk->now == MOOT_NEVER ? NULL : &walk->c;
}

const char *moot_walk_id(const moot_walk *walk)
{
    return walk->id;
}

const char *moot_walk_wanted(const moot_walk *walk)
{
    return walk->begun ? "" : walk->id;
}

moot_day moot_walk_law_as_at(const moot_walk *walk)
{
    return walk->law_as_at;
}

void moot_walk_said(const moot_walk *walk, moot_buf *out)
{
    for (int32_t i = 0; i < walk->path_count; i++) {
        moot_buf_printf(out, "%4" PRId32 "  %s\n", i + 1, walk->steps[walk->path[i]].said);
    }
}

int32_t moot_walk_steps(const moot_walk *walk)
{
    return walk->step_count;
}

int32_t moot_walk_path(const moot_walk *walk)
{
    return walk->path_count;
}

moot_code moot_walk_back(moot_walk *walk, int32_t steps, moot_err *err)
{
    return steps < 0 || steps >= walk->path_count ? MOOT_OK
                                                  : walk_move(walk, steps == 0 ? -1 : walk->path[steps - 1], err);
}

void moot_walk_set_mode(moot_walk *walk, moot_walk_mode mode, int draws)
{
    walk->mode = mode;
    walk->draws = draws;
}

const char *moot_walk_json(const moot_walk *walk)
{
    return moot_buf_text(&walk->screen);
}

void moot_walk_screen(moot_walk *walk, int again, moot_buf *out)
{
    moot_arena_clear(&walk->scratch);
    moot_buf_clear(&walk->screen);
    walk->shown_count = again && walk->shown_before < walk->shown_count ? walk->shown_before : walk->shown_count;
    walk_screen(walk, out);
}

/* ---- the case as a caseload has it ---- */

/* Parents come before their children, so a path is found backwards and turned round. */
static moot_code find_path(moot_walk *walk, int32_t head, moot_err *err)
{
    int32_t count = 0;
    for (int32_t at = head; at >= 0; at = walk->steps[at].parent) {
        count++;
    }
    if (!moot_grow((void **)&walk->path, &walk->path_cap, (size_t)count + 1, sizeof *walk->path)) {
        return moot_fail_memory(err);
    }
    walk->path_count = count;
    for (int32_t at = head; at >= 0; at = walk->steps[at].parent) {
        walk->path[--count] = at;
    }
    return MOOT_OK;
}

static void gather(moot_walk *walk, step_kind kind, moot_buf *out)
{
    int32_t told = 0;
    for (int32_t i = 0; i < walk->path_count; i++) {
        const step *s = &walk->steps[walk->path[i]];
        if (s->kind == kind) {
            moot_buf_str(out, told++ ? "," : "");
            moot_buf_str(out, s->text);
        }
    }
}

/* A fact that is told again before the start takes the place of what was told before. */
static void gather_facts(moot_walk *walk, moot_buf *out)
{
    int32_t told = 0;
    for (int32_t i = 0; i < walk->path_count; i++) {
        const step *s = &walk->steps[walk->path[i]];
        size_t key = strcspn(s->text, ":");
        int again = 0;
        for (int32_t k = i + 1; s->kind == STEP_FACT && k < walk->path_count && !again; k++) {
            const step *later = &walk->steps[walk->path[k]];
            again = later->kind == STEP_FACT && strncmp(later->text, s->text, key + 1) == 0;
        }
        if (s->kind == STEP_FACT && !again) {
            moot_buf_str(out, told++ ? "," : "");
            moot_buf_str(out, s->text);
        }
    }
}

static moot_code as_json(moot_walk *walk, moot_err *err)
{
    moot_buf *json = &walk->json;
    moot_buf_clear(json);
    moot_buf_str(json, "{\"id\":");
    moot_buf_json(json, walk->id[0] ? walk->id : "walk");
    moot_buf_str(json, ",\"facts\":{");
    gather_facts(walk, json);
    moot_buf_str(json, "}");
    for (int32_t i = 0; i < walk->path_count; i++) {
        const step *s = &walk->steps[walk->path[i]];
        if (s->kind == STEP_PART) {
            moot_buf_printf(json, ",%s", s->text);
        }
    }
    walk_children_json(walk, json);
    moot_buf_str(json, ",\"events\":[");
    gather(walk, STEP_EVENT, json);
    moot_buf_str(json, "]}");
    return moot_buf_ok(json) ? MOOT_OK : moot_fail_memory(err);
}

/* The reader tells all mistakes of a case; here one thing was said, so the first is what matters.
 */
static moot_code read_input(moot_walk *walk, moot_err *err)
{
    moot_errs errs;
    moot_errs_init(&errs, 0);
    moot_input_clear(&walk->input);
    moot_reader_begin(&walk->reader, "", 0, NULL, &errs);
    moot_code code =
        moot_json_case(&walk->reader, moot_buf_text(&walk->json), walk->json.len, &walk->input);
    if (code && errs.count) {
        moot_fail(err, errs.list[0].code, "%s", errs.list[0].msg);
    } else if (code) {
        moot_fail(err, code, "the case could not be read");
    }
    moot_errs_done(&errs);
    return code;
}

/* ---- replay ---- */

/* On the minute is in time: having waited for a deadline's very minute, one can still say that it
 * was met. */
static moot_code run_wait(moot_walk *walk, moot_instant at, moot_err *err)
{
    if (moot_engine_run(walk->engine, at - 1, err) || moot_engine_next_timer(walk->engine) == at) {
        return err->code;
    }
    return moot_engine_run(walk->engine, at, err);
}

/* The step after the i-th of the path that is not about the start; NULL. */
static const step *next_in_time(const moot_walk *walk, int32_t i)
{
    for (i++; i < walk->path_count; i++) {
        const step *s = &walk->steps[walk->path[i]];
        if (!step_is_timeless(s)) {
            return s;
        }
    }
    return NULL;
}

/* Steps at one instant are told before the engine runs on, because records come before what happens
 * by itself (rule 1). */
static moot_code run_steps(moot_walk *walk, moot_err *err)
{
    int32_t record = 0;
    for (int32_t i = 0; i < walk->path_count; i++) {
        const step *s = &walk->steps[walk->path[i]];
        if (step_is_timeless(s)) {
            continue;
        }
        const step *next = next_in_time(walk, i);
        if (s->kind == STEP_EVENT && record < walk->input.record_count &&
            moot_oracle_tell(walk->oracle, &walk->input.records[record++], err)) {
            return err->code;
        }
        walk->now = s->at;
        if (next && next->at == s->at && s->kind != STEP_NEXT) {
            continue;
        }
        if (s->kind == STEP_WAIT ? run_wait(walk, s->at, err)
                                 : moot_engine_run(walk->engine, s->at, err)) {
            return err->code;
        }
    }
    return MOOT_OK;
}

/* Outcomes that somebody may choose now. */
static void find_choices(moot_walk *walk)
{
    walk->choice_count = walk->now == MOOT_NEVER
                             ? 0
                             : moot_engine_choices(walk->engine, walk->choices, WALK_CHOICES);
    walk->choice_count = walk->choice_count < WALK_CHOICES ? walk->choice_count : WALK_CHOICES;
}

moot_code walk_look_at(moot_walk *walk, int32_t head, moot_err *err)
{
    empty_case(walk);
    if (find_path(walk, head, err) || as_json(walk, err) || read_input(walk, err) ||
        moot_engine_begin(walk->engine, &walk->c, walk->protocol, &walk->input, walk->oracle,
                          err) ||
        run_steps(walk, err)) {
        return err->code;
    }
    find_choices(walk);
    return MOOT_OK;
}

static moot_code replay(moot_walk *walk, moot_err *err)
{
    return walk_look_at(walk, walk_fork(walk)->head, err);
}

/* After a failure that is already told in another err. */
moot_code walk_again(moot_walk *walk, moot_err *err)
{
    moot_err again;
    moot_err_init(&again);
    moot_code code = replay(walk, &again);
    return code && !err->code ? moot_fail(err, code, "%s", again.msg) : err->code;
}

/* ---- keeping ---- */

moot_code moot_walk_mark(moot_walk *walk, const char *what, const char *about, int64_t value, moot_err *err)
{
    return walk->begun && walk->keeper ? walk->keeper->mark(walk->keeper->user, what, about, value, err) : MOOT_OK;
}

/* What was set before the case began is kept with it. */
static moot_code begin_marks(moot_walk *walk, moot_err *err)
{
    moot_code code = walk->quiz.on ? moot_walk_mark(walk, MOOT_MARK_ASKS, "", 1, err) : MOOT_OK;
    for (int32_t i = 0; !code && i < walk->protocol->facts_count; i++) {
        if (walk->hidden[i]) {
            code = moot_walk_mark(walk, MOOT_MARK_HIDDEN, walk->protocol->facts[i].decl.name, 1, err);
        }
    }
    return code;
}

static moot_code begin_keeping(moot_walk *walk, moot_err *err)
{
    if (walk->begun || !walk->keeper) {
        return MOOT_OK;
    }
    moot_code code = walk->keeper->begin(walk->keeper->user, walk->id, sizeof walk->id, err);
    walk->begun = code == MOOT_OK;
    return code ? code : begin_marks(walk, err);
}

static moot_walk_step as_kept(const moot_walk *walk, int32_t index)
{
    const step *s = &walk->steps[index];
    return (moot_walk_step){ index + 1, s->parent + 1, s->kind, s->at, s->text, s->said };
}

/* The fork moves; `added`: to this step, which is new, -1: none is. A case in which nothing was said is not kept yet. */
static moot_code put(moot_walk *walk, int32_t added, moot_err *err)
{
    const fork *f = walk_fork(walk);
    moot_walk_move move = { walk->moves + 1, f->name, f->head + 1 };
    moot_walk_step kept = { 0 };
    if (!walk->keeper || !walk->begun) {
        return MOOT_OK;
    }
    if (added >= 0) {
        kept = as_kept(walk, added);
    }
    moot_code code = walk->keeper->put(walk->keeper->user, added >= 0 ? &kept : NULL, &move, 1, err);
    walk->moves += code == MOOT_OK;
    return code;
}

/* All steps of a new walk, each with the move to it, as if they were told one by one. */
static moot_code put_all(moot_walk *walk, moot_err *err)
{
    int32_t count = walk->step_count;
    const char *name = walk_fork(walk)->name;
    if (!walk->keeper || count == 0) {
        return MOOT_OK;
    }
    moot_walk_step *steps = moot_arena_array(&walk->scratch, (size_t)count, sizeof *steps);
    moot_walk_move *moves = moot_arena_array(&walk->scratch, (size_t)count, sizeof *moves);
    if (!steps || !moves) {
        return moot_fail_memory(err);
    }
    for (int32_t i = 0; i < count; i++) {
        steps[i] = as_kept(walk, i);
        moves[i] = (moot_walk_move){ walk->moves + 1 + i, name, i + 1 };
    }
    moot_code code = walk->keeper->put(walk->keeper->user, steps, moves, count, err);
    walk->moves += code ? 0 : count;
    return code;
}

/* ---- steps ---- */

moot_code walk_add(moot_walk *walk, step_kind kind, moot_instant at, const char *text,
                   const char *said, moot_err *err)
{
    fork before = *walk_fork(walk);
    int is_first = walk->keeper && !walk->begun; /* refused, it would leave a case in the store in which nothing happened */
    if (walk->in_bulk && begin_keeping(walk, err)) {
        return err->code;
    }
    if (!moot_grow((void **)&walk->steps, &walk->step_cap, (size_t)walk->step_count + 1,
                   sizeof *walk->steps)) {
        return moot_fail_memory(err);
    }
    step *added = &walk->steps[walk->step_count];
    *added = (step){ before.head, (uint8_t)kind, at, moot_arena_str(&walk->texts, text),
                     moot_arena_str(&walk->texts, said) };
    if (!added->text || !added->said) {
        return moot_fail_memory(err);
    }
    walk_fork(walk)->head = walk_fork(walk)->far = walk->step_count++;
    if (walk->in_bulk) {
        return MOOT_OK; /* made anew, and kept, when all are there */
    }
    if (!replay(walk, err) && !begin_keeping(walk, err) && !(is_first && replay(walk, err)) &&
        !put(walk, walk->step_count - 1, err)) {
        return MOOT_OK;
    }
    walk->step_count--;
    *walk_fork(walk) = before;
    return walk_again(walk, err);
}

moot_code walk_bulk_end(moot_walk *walk, moot_err *err)
{
    walk->in_bulk = 0;
    return replay(walk, err) ? err->code : put_all(walk, err);
}

moot_code walk_move(moot_walk *walk, int32_t to, moot_err *err)
{
    int32_t before = walk_fork(walk)->head;
    walk_mark_shown(walk);
    walk_fork(walk)->head = to;
    if (!replay(walk, err) && !put(walk, -1, err)) {
        walk->shown_count = walk_shown(walk);
        return MOOT_OK;
    }
    walk_fork(walk)->head = before;
    return walk_again(walk, err);
}

/* ---- forks ---- */

int32_t walk_fork_find(const moot_walk *walk, const char *name)
{
    for (int32_t i = 0; i < walk->fork_count; i++) {
        if (strcmp(walk->forks[i].name, name) == 0) {
            return i;
        }
    }
    return -1;
}

moot_code walk_fork_take(moot_walk *walk, int32_t index, moot_err *err)
{
    int32_t before = walk->fork_now;
    walk_mark_shown(walk);
    walk->fork_now = index;
    if (!replay(walk, err) && !put(walk, -1, err)) {
        walk->shown_count = walk_shown(walk);
        return MOOT_OK;
    }
    walk->fork_now = before;
    return walk_again(walk, err);
}

moot_code walk_fork_new(moot_walk *walk, const char *name, moot_err *err)
{
    if (begin_keeping(walk, err) || add_fork(walk, name, walk_fork(walk)->head, err)) {
        return err->code;
    }
    if (walk_fork_take(walk, walk->fork_count - 1, err)) {
        walk->fork_count--;
    }
    return err->code;
}

/* The steps so far stay where they are kept; here another case begins. */
moot_code walk_restart(moot_walk *walk, const char *id, moot_err *err)
{
    walk->step_count = walk->fork_count = walk->fork_now = 0;
    walk->shown_count = walk->shown_before = walk->moves = walk->begun = walk->screens = 0;
    walk->asking = walk->stepped = -1;
    walk->quiz.count = walk->quiz.at = 0;
    memset(walk->passed, 0, (size_t)walk->protocol->facts_count * WALK_ASKED);
    snprintf(walk->id, sizeof walk->id, "%s", id);
    if (add_fork(walk, FIRST_FORK, -1, err)) {
        return err->code;
    }
    return replay(walk, err);
}

/* ---- restoring ---- */

static moot_code take_kept(moot_walk *walk, const moot_walk_kept *kept, moot_err *err)
{
    if (!moot_grow((void **)&walk->steps, &walk->step_cap, (size_t)kept->step_count + 1,
                   sizeof *walk->steps)) {
        return moot_fail_memory(err);
    }
    for (int32_t i = 0; i < kept->step_count; i++) {
        const moot_walk_step *k = &kept->steps[i];
        walk->steps[i] = (step){ k->parent - 1, (uint8_t)k->kind, k->at,
                                 moot_arena_str(&walk->texts, k->text ? k->text : ""),
                                 moot_arena_str(&walk->texts, k->said ? k->said : "") };
        if (!walk->steps[i].text || !walk->steps[i].said) {
            return moot_fail_memory(err);
        }
        walk->step_count = i + 1;
    }
    return MOOT_OK;
}

/* Is `to` among the steps from the beginning to `far`? Then redo can lead there. */
static int leads_to(const moot_walk *walk, int32_t to, int32_t far)
{
    while (far > to) {
        far = walk->steps[far].parent;
    }
    return far == to;
}

static moot_code take_moves(moot_walk *walk, const moot_walk_kept *kept, moot_err *err)
{
    for (int32_t i = 0; i < kept->move_count; i++) {
        const moot_walk_move *m = &kept->moves[i];
        int32_t at = walk_fork_find(walk, m->fork);
        if (at < 0) {
            at = walk->fork_count;
            if (add_fork(walk, m->fork, m->step - 1, err)) {
                return err->code;
            }
        }
        fork *f = &walk->forks[at];
        f->head = m->step - 1;
        f->far = leads_to(walk, f->head, f->far) ? f->far : f->head;
        walk->fork_now = at;
    }
    walk->moves = kept->move_count;
    return MOOT_OK;
}

moot_code moot_walk_restore(moot_walk *walk, const moot_walk_kept *kept, moot_err *err)
{
    walk->begun = 1;
    if (take_kept(walk, kept, err) || take_moves(walk, kept, err) || replay(walk, err)) {
        return err->code;
    }
    walk_mark_shown(walk);
    return MOOT_OK;
}

/* ---- what was shown ---- */

static uint64_t digest(const moot_entry *e)
{
    uint64_t d = moot_mix64(e->what, (uint64_t)e->at.lo);
    d = moot_mix64(d, (uint64_t)e->ref << 32 ^ (uint32_t)e->ref2);
    return moot_mix64(d, moot_mix64((uint64_t)e->value.a, (uint64_t)e->due.lo));
}

int32_t walk_log_count(const moot_walk *walk)
{
    return walk->now == MOOT_NEVER ? 0 : walk->c.log_count;
}

int32_t walk_shown(const moot_walk *walk)
{
    int32_t n = 0;
    while (n < walk->shown_count && n < walk_log_count(walk) &&
           walk->shown[n] == digest(&walk->c.log[n])) {
        n++;
    }
    return n;
}

/* For lack of memory nothing counts as shown: more is shown again, and nothing is lost. */
void walk_mark_shown(moot_walk *walk)
{
    walk->shown_count = 0;
    if (!moot_grow((void **)&walk->shown, &walk->shown_cap, (size_t)walk_log_count(walk) + 1,
                   sizeof *walk->shown)) {
        return;
    }
    for (; walk->shown_count < walk_log_count(walk); walk->shown_count++) {
        walk->shown[walk->shown_count] = digest(&walk->c.log[walk->shown_count]);
    }
}

void moot_walk_prompt(const moot_walk *walk, moot_buf *out)
{
    char text[64];
    moot_buf_str(out, walk->id[0] ? walk->id : "new case");
    if (walk->fork_now > 0) {
        moot_buf_printf(out, "/%s", walk->forks[walk->fork_now].name);
    }
    if (walk->now != MOOT_NEVER) {
        moot_buf_printf(out, " %s",
                        moot_instant_text(walk->protocol->zone, walk->now, text, sizeof text));
    }
    for (int32_t i = walk->now == MOOT_NEVER ? 0 : walk->c.visits_count; i > 0; i--) {
        if (moot_visit_open(&walk->c.visits[i - 1])) {
            moot_buf_printf(out, " %s",
                            walk->protocol->stages[walk->c.visits[i - 1].stage].decl.name);
            break;
        }
    }
    moot_buf_str(out, "> ");
}
