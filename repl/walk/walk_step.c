/* Slowly: one entry of the log at a time, each with its reason, and breaks at which time stops. Breaks are of this sitting and
 * of the screen alone: they change nothing of the case. */
#include <inttypes.h>
#include <string.h>

#include "repl/walk/walk_internal.h"
#include "vm/base/names.h"
#include "vm/engine/why.h"

#define BREAK_HOW "break is used like this: break at joint assessment, or: break off"

/* ---- breaks ---- */

static const char *name_of(const moot_walk *walk, const walk_break *b)
{
    return b->is_stage ? walk->protocol->stages[b->index].decl.name : walk->protocol->clocks[b->index].decl.name;
}

static void tell_break(const moot_walk *walk, const walk_break *b, moot_buf *out)
{
    const char *kind = b->is_stage ? "stage" : walk->protocol->clocks[b->index].effect >= 0 ? "act" : "deadline";
    moot_buf_printf(out, "%s \"%s\" %s", kind, name_of(walk, b), b->is_stage ? "begins" : "is due");
}

static int has_break(const moot_walk *walk, int is_stage, int32_t index)
{
    for (int32_t i = 0; i < walk->break_count; i++) {
        if (walk->breaks[i].is_stage == is_stage && walk->breaks[i].index == index) {
            return 1;
        }
    }
    return 0;
}

static moot_code add_break(moot_walk *walk, int is_stage, int32_t index, moot_err *err)
{
    if (has_break(walk, is_stage, index)) {
        return MOOT_OK;
    }
    if (walk->break_count == WALK_BREAKS) {
        return moot_fail(err, MOOT_EDATA, "there are %d breaks already; break off takes them away", WALK_BREAKS);
    }
    walk->breaks[walk->break_count++] = (walk_break){ (uint8_t)is_stage, index };
    return MOOT_OK;
}

/* Stages and deadlines of a name; how many. */
static int32_t each_of_name(moot_walk *walk, const char *name, moot_code (*each)(moot_walk *, int, int32_t, moot_err *),
                            moot_err *err)
{
    name_table tables[] = { WALK_TABLE(walk, "deadline", clocks), WALK_TABLE(walk, "stage", stages) };
    words one = { { name }, { 1 }, 1 };
    int32_t found = 0, end;
    for (int is_stage = 0; is_stage < 2; is_stage++) {
        int32_t index = words_name(&one, 0, &tables[is_stage], &end);
        if (index >= 0 && each(walk, is_stage, index, err)) {
            return -1;
        }
        found += index >= 0;
    }
    return found;
}

static moot_code drop_break(moot_walk *walk, int is_stage, int32_t index, moot_err *err)
{
    (void)err;
    for (int32_t i = 0; i < walk->break_count; i++) {
        if (walk->breaks[i].is_stage == is_stage && walk->breaks[i].index == index) {
            walk->breaks[i] = walk->breaks[--walk->break_count];
        }
    }
    return MOOT_OK;
}

static moot_code no_such(moot_walk *walk, const char *name, moot_err *err)
{
    const moot_protocol *p = walk->protocol;
    size_t count = 0;
    const char **names = moot_arena_array(&walk->scratch, (size_t)p->stages_count + (size_t)p->clocks_count + 1, sizeof *names);
    for (int32_t i = 0; names && i < p->stages_count; i++) {
        names[count++] = p->stages[i].decl.name;
    }
    for (int32_t i = 0; names && i < p->clocks_count; i++) {
        names[count++] = p->clocks[i].decl.name;
    }
    const char *near = names ? moot_nearest(name, names, count) : NULL;
    return moot_fail(err, MOOT_EDATA, "%s has no stage or deadline \"%s\"%s%s%s", p->id, name, near ? "; did you mean \"" : "",
                     near ? near : "", near ? "\"?" : "");
}

static void list_breaks(call *c)
{
    for (int32_t i = 0; i < c->walk->break_count; i++) {
        moot_buf_str(c->out, "Time stops when the ");
        tell_break(c->walk, &c->walk->breaks[i], c->out);
        moot_buf_str(c->out, ".\n");
    }
    moot_buf_str(c->out, c->walk->break_count ? "" : "Time stops nowhere by itself; break at NAME sets where.\n");
}

/* break, break at NAME, break off, break off NAME */
moot_code do_break(call *c, moot_err *err)
{
    moot_walk *walk = c->walk;
    int off = words_is(&c->w, 1, "off");
    int32_t at = off || words_is(&c->w, 1, "at") ? 2 : 1;
    const char *name = words_joined(walk, &c->w, at, c->w.count);
    if (!name) {
        return moot_fail_memory(err);
    }
    if (!name[0] && at == 2 && !off) {
        return moot_fail(err, MOOT_EDATA, BREAK_HOW);
    }
    if (off && !name[0]) {
        walk->break_count = 0;
    }
    int32_t found = name[0] ? each_of_name(walk, name, off ? drop_break : add_break, err) : 1;
    if (found <= 0) {
        return found < 0 ? err->code : no_such(walk, name, err);
    }
    list_breaks(c);
    return MOOT_OK;
}

/* ---- where time stops ---- */

/* The earliest live deadline with a break that is still to come; NULL. */
static const moot_clock *next_broken(const moot_walk *walk)
{
    const moot_clock *best = NULL;
    for (int32_t i = 0; i < walk->c.clocks_count; i++) {
        const moot_clock *clock = &walk->c.clocks[i];
        if (clock->status == MOOT_CLOCK_LIVE && !clock->ended && clock->due.lo != MOOT_NEVER && clock->due.hi > walk->now &&
            (!best || clock->due.hi < best->due.hi) && has_break(walk, 0, clock->rule)) {
            best = clock;
        }
    }
    return best;
}

/* The stage with a break that the log's entries from `from` on begin; -1. */
static int32_t stage_begun(const moot_walk *walk, int32_t from)
{
    for (int32_t i = from; i < walk->c.log_count; i++) {
        if (walk->c.log[i].what == MOOT_LOG_ENTER && has_break(walk, 1, walk->c.log[i].ref)) {
            return walk->c.log[i].ref;
        }
    }
    return -1;
}

void walk_tell_stop(call *c, const walk_break *met)
{
    if (met->index < 0 || walk_is_table(c->walk)) {
        return; /* nothing stopped it; the screen is a table for another program */
    }
    moot_buf_str(c->out, "Break: the ");
    tell_break(c->walk, met, c->out);
    moot_buf_str(c->out, met->is_stage ? ".\n" : ", this minute; it can still be done.\n");
}

moot_code walk_break_before(moot_walk *walk, step_kind *inout_kind, moot_instant *inout_at, walk_break *out_met, moot_err *err)
{
    moot_instant until = *inout_at;
    *out_met = (walk_break){ 0, -1 };
    if (walk->break_count == 0) {
        return MOOT_OK;
    }
    if (walk_again(walk, err)) { /* who looked for the next change ran ahead */
        return err->code;
    }
    for (;;) {
        moot_instant timer = moot_engine_next_timer(walk->engine);
        const moot_clock *clock = next_broken(walk);
        if (clock && clock->due.hi <= until && clock->due.hi <= timer) {
            *inout_at = clock->due.hi;
            *inout_kind = STEP_WAIT;
            *out_met = (walk_break){ 0, clock->rule };
            return MOOT_OK;
        }
        if (timer == MOOT_NEVER || timer > until) {
            return MOOT_OK;
        }
        int32_t from = walk->c.log_count;
        if (moot_engine_run(walk->engine, timer, err)) {
            return err->code;
        }
        int32_t stage = stage_begun(walk, from);
        if (stage >= 0) {
            *inout_at = timer;
            *inout_kind = STEP_NEXT;
            *out_met = (walk_break){ 1, stage };
            return MOOT_OK;
        }
    }
}

/* ---- step ---- */

static moot_code time_goes_on(call *c, moot_err *err)
{
    moot_walk *walk = c->walk;
    moot_instant at = MOOT_NEVER;
    if (walk_next_moment(walk, &at, err)) {
        return walk_again(walk, err);
    }
    if (at == MOOT_NEVER) {
        moot_fail(err, MOOT_EDATA, "that was the last entry, and nothing more happens by itself; say what happens");
        return walk_again(walk, err);
    }
    return walk_pass_time(c, STEP_NEXT, at, err);
}

/* The next entry of those that the last screen told of, with its reason; when all are told, time goes to what happens next
 * by itself, and its first entry is told. */
moot_code do_step(call *c, moot_err *err)
{
    moot_walk *walk = c->walk;
    if (words_wanted(&c->w, 1, 1, "step", err)) {
        return err->code;
    }
    if (walk->now == MOOT_NEVER) {
        return moot_fail(err, MOOT_EDATA, "nothing has happened yet; say what happens first, with its time");
    }
    int32_t told = walk->stepped >= 0 ? walk->stepped : walk->shown_before;
    if (told >= walk->c.log_count) {
        told = walk->c.log_count;
        if (time_goes_on(c, err)) {
            return err->code;
        }
    }
    if (told >= walk->c.log_count) {
        moot_buf_str(c->out, "Time has come to here, and no entry was made; look shows where the case is.\n");
        return MOOT_OK;
    }
    walk->stepped = told + 1;
    moot_code code = moot_why_step(&walk->c, told + 1, c->out, err);
    int32_t left = walk->c.log_count - walk->stepped;
    if (!code && left) {
        moot_buf_printf(c->out, "(%" PRId32 " more before time goes on)\n", left);
    }
    return code;
}
