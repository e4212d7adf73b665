/* A walk's steps, and making the case anew from them. */
#include "repl/walk.h"

#include <stdio.h>
#include <string.h>

#include "repl/walk_internal.h"
#include "vm/hash.h"

static void empty_case(moot_walk *walk)
{
    walk->now = MOOT_NEVER;
    walk->choice_count = 0;
}

moot_code moot_walk_new(const moot_protocol *protocol, const char *script,
                        const moot_helper_host *helpers, moot_day law_as_at, moot_walk **out_walk,
                        moot_err *err)
{
    moot_walk *walk = moot_calloc(1, sizeof *walk);
    if (!walk) {
        return moot_fail_memory(err);
    }
    walk->protocol = protocol;
    walk->script = script;
    moot_arena_init(&walk->texts);
    moot_arena_init(&walk->scratch);
    moot_reader_init(&walk->reader, protocol, MOOT_NEVER);
    moot_input_init(&walk->input);
    moot_case_init(&walk->c);
    empty_case(walk);
    snprintf(walk->id, sizeof walk->id, "walk");
    moot_options options = moot_options_default();
    options.keep_log = options.keep_reads = 1;
    options.law_as_at = law_as_at;
    options.helpers = helpers;
    if (moot_engine_new(&options, &walk->engine, err) || moot_oracle_asked(&walk->oracle, err)) {
        moot_walk_free(walk);
        return err->code;
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
    moot_free(walk->steps);
    moot_free(walk->shown);
    moot_free(walk);
}

const char *walk_keep(moot_walk *walk, const char *text)
{
    return moot_arena_str(&walk->texts, text);
}

const moot_case *moot_walk_case(const moot_walk *walk)
{
    return walk->now == MOOT_NEVER ? NULL : &walk->c;
}

/* ---- the case as a tree of cells, as a caseload has it ---- */

static moot_cell *gather(moot_walk *walk, step_kind kind, int32_t *out_count)
{
    moot_cell *cells = moot_arena_array(&walk->scratch, (size_t)walk->count + 1, sizeof *cells);
    *out_count = 0;
    for (int32_t i = 0; cells && i < walk->count; i++) {
        if (walk->steps[i].kind == kind) {
            cells[(*out_count)++] = walk->steps[i].cell;
        }
    }
    return cells;
}

static moot_code as_cells(moot_walk *walk, moot_cell **out_root, moot_err *err)
{
    moot_cell *root = moot_arena_array(&walk->scratch, 4, sizeof *root);
    int32_t facts = 0, events = 0;
    moot_cell *fact_cells = gather(walk, STEP_FACT, &facts);
    moot_cell *event_cells = gather(walk, STEP_EVENT, &events);
    if (!root || !fact_cells || !event_cells) {
        return moot_fail_memory(err);
    }
    moot_cell *parts = root + 1;
    root->kind = MOOT_CELL_OBJECT;
    root->cells = parts;
    root->count = 3;
    parts[0] = (moot_cell){ .key = "id", .kind = MOOT_CELL_TEXT, .text = walk->id };
    parts[1] = (moot_cell){
        .key = "facts", .kind = MOOT_CELL_OBJECT, .cells = fact_cells, .count = facts
    };
    parts[2] = (moot_cell){
        .key = "events", .kind = MOOT_CELL_LIST, .cells = event_cells, .count = events
    };
    walk->events = events;
    *out_root = root;
    return MOOT_OK;
}

/* The reader tells all mistakes of a case; here one thing was said, so the first is what matters.
 */
static moot_code read_input(moot_walk *walk, const moot_cell *root, moot_err *err)
{
    moot_errs errs;
    moot_errs_init(&errs, 0);
    moot_reader_begin(&walk->reader, "", 0, NULL, &errs);
    moot_input_clear(&walk->input);
    moot_code code = moot_read_case(&walk->reader, root, &walk->input);
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

/* Steps at one instant are told before the engine runs on, because records come before what happens
 * by itself (rule 1). */
static moot_code run_steps(moot_walk *walk, moot_err *err)
{
    int32_t record = 0;
    for (int32_t i = 0; i < walk->count; i++) {
        const step *s = &walk->steps[i];
        if (s->kind == STEP_FACT) {
            continue;
        }
        if (s->kind == STEP_EVENT && record < walk->input.record_count &&
            moot_oracle_tell(walk->oracle, &walk->input.records[record++], err)) {
            return err->code;
        }
        walk->now = s->at;
        if (i + 1 < walk->count && walk->steps[i + 1].at == s->at && s->kind != STEP_NEXT) {
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
}

static moot_code replay(moot_walk *walk, moot_err *err)
{
    moot_cell *root = NULL;
    empty_case(walk);
    if (as_cells(walk, &root, err) || read_input(walk, root, err) ||
        moot_engine_begin(walk->engine, &walk->c, walk->protocol, &walk->input, walk->oracle,
                          err) ||
        run_steps(walk, err)) {
        return err->code;
    }
    find_choices(walk);
    return MOOT_OK;
}

moot_code walk_add(moot_walk *walk, const step *added, moot_err *err)
{
    if (!moot_grow((void **)&walk->steps, &walk->cap, (size_t)walk->count + 1,
                   sizeof *walk->steps)) {
        return moot_fail_memory(err);
    }
    walk->steps[walk->count++] = *added;
    if (!replay(walk, err)) {
        return MOOT_OK;
    }
    moot_err again;
    moot_err_init(&again);
    walk->count--;
    return replay(walk, &again) == MOOT_OK ? err->code : again.code;
}

moot_code walk_undo(moot_walk *walk, moot_err *err)
{
    if (walk->count == 0) {
        return moot_fail(err, MOOT_EDATA, "there is nothing to undo");
    }
    walk->count--;
    moot_code code = replay(walk, err);
    walk_mark_shown(walk);
    return code;
}

moot_code walk_restart(moot_walk *walk, const char *id, moot_err *err)
{
    walk->count = 0;
    walk->shown_count = 0;
    snprintf(walk->id, sizeof walk->id, "%s", id);
    return replay(walk, err);
}

/* ---- what was shown ---- */

static uint64_t digest(const moot_entry *e)
{
    uint64_t d = moot_mix64(e->what, (uint64_t)e->at.lo);
    d = moot_mix64(d, (uint64_t)e->ref << 32 ^ (uint32_t)e->ref2);
    return moot_mix64(d, moot_mix64((uint64_t)e->value.a, (uint64_t)e->due.lo));
}

static int32_t log_count(const moot_walk *walk)
{
    return walk->now == MOOT_NEVER ? 0 : walk->c.log_count;
}

int32_t walk_shown(const moot_walk *walk)
{
    int32_t n = 0;
    while (n < walk->shown_count && n < log_count(walk) &&
           walk->shown[n] == digest(&walk->c.log[n])) {
        n++;
    }
    return n;
}

/* For lack of memory nothing counts as shown: more is shown again, and nothing is lost. */
void walk_mark_shown(moot_walk *walk)
{
    walk->shown_count = 0;
    if (!moot_grow((void **)&walk->shown, &walk->shown_cap, (size_t)log_count(walk) + 1,
                   sizeof *walk->shown)) {
        return;
    }
    for (; walk->shown_count < log_count(walk); walk->shown_count++) {
        walk->shown[walk->shown_count] = digest(&walk->c.log[walk->shown_count]);
    }
}

void moot_walk_prompt(const moot_walk *walk, moot_buf *out)
{
    char text[64];
    moot_buf_str(out, walk->id);
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
