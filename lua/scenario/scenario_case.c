/* A trial's case: the list of its steps, from which it is made anew when somebody looks. So a
 * step can say on the minute what the clock alone would have passed over, and a correction finds
 * the case as it was. */
#include <string.h>

#include "lua/scenario/scenario_internal.h"
#include "vm/base/text.h"

static const moot_when nowhere_in_time = { MOOT_NEVER, MOOT_NEVER };

/* ---- life ---- */

/* A protocol that cannot be had is a failure of the trial, not of the run. */
static moot_code take_protocol(scenario_trial *trial, const char *named, moot_err *err)
{
    scenario_run *run = trial->run;
    moot_err lost;
    moot_err_init(&lost);
    if (!named[0]) {
        return MOOT_OK;
    }
    scenario_protocol *found = scenario_protocol_find(run->library, run->shown.path, named, &lost);
    if (!found && lost.code == MOOT_ENOMEM) {
        return moot_fail_memory(err);
    }
    if (!found || !found->protocol) {
        scenario_fail(run, trial, trial->shown.line, "%s", found ? found->trouble : lost.msg);
        return MOOT_OK;
    }
    trial->shown.path = found->loaded;
    trial->shown.compiled = trial->p = found->protocol;
    trial->shown.protocol = found->protocol->id;
    trial->clauses = found->clauses;
    trial->helpers = &found->helpers.host;
    moot_reader_init(&trial->reader, found->protocol, MOOT_NEVER);
    return MOOT_OK;
}

moot_code scenario_trial_new(scenario_run *run, const char *named, scenario_trial **out_trial,
                             moot_err *err)
{
    scenario_trial *trial = moot_calloc(1, sizeof *trial);
    if (!trial) {
        return moot_fail_memory(err);
    }
    trial->run = run;
    trial->now = nowhere_in_time;
    trial->shown.scenario = run->story.name;
    trial->shown.line = run->story.line;
    trial->shown.protocol = named;
    moot_input_init(&trial->input);
    moot_case_init(&trial->c);
    if (take_protocol(trial, named, err)) {
        scenario_trial_free(trial);
        return err->code;
    }
    *out_trial = trial;
    return MOOT_OK;
}

void scenario_trial_free(scenario_trial *trial)
{
    if (!trial) {
        return;
    }
    if (trial->p) {
        moot_reader_done(&trial->reader);
    }
    moot_case_done(&trial->c);
    moot_input_done(&trial->input);
    moot_free(trial->steps);
    moot_free(trial->failures);
    moot_free(trial);
}

/* ---- the steps as a case that a caseload could hold ---- */

static moot_cell *gather(scenario_trial *trial, scenario_step_kind kind, int whole, int32_t room,
                         int32_t *out_count)
{
    moot_cell *cells = moot_arena_array(&trial->run->scratch,
                                        (size_t)trial->step_count + (size_t)room, sizeof *cells);
    *out_count = 0;
    for (int32_t i = 0; cells && i < trial->step_count; i++) {
        const scenario_step *step = &trial->steps[i];
        if (step->kind == kind && step->whole == whole) {
            cells[(*out_count)++] = step->cell;
        }
    }
    return cells;
}

static int as_cells(scenario_trial *trial, moot_cell *out_root)
{
    int32_t facts = 0, events = 0, parts = 0;
    moot_cell *fact_cells = gather(trial, STEP_PART, 0, 1, &facts);
    moot_cell *event_cells = gather(trial, STEP_EVENT, 0, 1, &events);
    moot_cell *root = gather(trial, STEP_PART, 1, 3, &parts);
    if (!fact_cells || !event_cells || !root) {
        scenario_no_memory(trial->run);
        return 0;
    }
    root[parts++] =
        (moot_cell){ .key = "id", .kind = MOOT_CELL_TEXT, .text = trial->shown.scenario };
    root[parts++] = (moot_cell){
        .key = "facts", .kind = MOOT_CELL_OBJECT, .cells = fact_cells, .count = facts
    };
    root[parts++] = (moot_cell){
        .key = "events", .kind = MOOT_CELL_LIST, .cells = event_cells, .count = events
    };
    *out_root = (moot_cell){ .kind = MOOT_CELL_OBJECT, .cells = root, .count = parts };
    return 1;
}

/* The reader tells all mistakes of a case; with one step added the first is what matters. */
static int read_input(scenario_trial *trial, char *out_why, size_t size)
{
    moot_cell root;
    moot_errs errs;
    if (!as_cells(trial, &root)) {
        return 0;
    }
    moot_errs_init(&errs, 0);
    moot_reader_begin(&trial->reader, "", 0, NULL, &errs);
    moot_input_clear(&trial->input);
    moot_code code = moot_read_case(&trial->reader, &root, &trial->input);
    if (code == MOOT_ENOMEM) {
        scenario_no_memory(trial->run);
    } else if (code) {
        moot_text_clip(errs.count ? errs.list[0].msg : "the case cannot be read", out_why, size);
    }
    moot_errs_done(&errs);
    return code == MOOT_OK;
}

void scenario_add_step(scenario_trial *trial, int line, const scenario_step *step)
{
    char why[512] = "";
    scenario_run *run = trial->run;
    if (!moot_grow((void **)&trial->steps, &trial->step_cap, (size_t)trial->step_count + 1,
                   sizeof *trial->steps)) {
        scenario_no_memory(run);
        return;
    }
    trial->steps[trial->step_count++] = *step;
    trial->fresh = 0;
    if (step->kind != STEP_PART) {
        trial->now = step->at;
    }
    if ((step->kind == STEP_PART || step->kind == STEP_EVENT) &&
        !read_input(trial, why, sizeof why) && !run->fatal) {
        trial->step_count--;
        trial->over = 1;
        scenario_fail(run, trial, line, "%s", why);
    }
}

/* ---- running ---- */

/* On the minute is in time: what is due at that very minute is left open. */
static moot_code run_to_minute(moot_engine *engine, moot_instant at, moot_err *err)
{
    if (moot_engine_run(engine, at - 1, err) || moot_engine_next_timer(engine) == at) {
        return err->code;
    }
    return moot_engine_run(engine, at, err);
}

static int more_at_once(const scenario_trial *trial, int32_t i)
{
    const scenario_step *step = &trial->steps[i];
    while (++i < trial->step_count && trial->steps[i].kind == STEP_PART) {
    }
    return i < trial->step_count && trial->steps[i].at.lo == step->at.lo &&
           step->kind != STEP_AFTER;
}

/* What happens at one instant is told before the engine runs on: records come before what
 * happens by itself (rule 1). */
static moot_code run_asked(scenario_trial *trial, moot_engine *engine, moot_oracle *oracle,
                           moot_err *err)
{
    int32_t record = 0;
    for (int32_t i = 0; i < trial->step_count; i++) {
        const scenario_step *step = &trial->steps[i];
        if (step->kind == STEP_PART) {
            continue;
        }
        if (step->kind == STEP_EVENT && record < trial->input.record_count &&
            moot_oracle_tell(oracle, &trial->input.records[record++], err)) {
            return err->code;
        }
        if (more_at_once(trial, i)) {
            continue;
        }
        if (step->kind == STEP_AT ? run_to_minute(engine, step->at.lo, err)
                                  : moot_engine_run(engine, step->at.lo, err)) {
            return err->code;
        }
    }
    return MOOT_OK;
}

static moot_code run_case(scenario_trial *trial, moot_engine *engine, moot_oracle *oracle,
                          moot_err *err)
{
    int recorded = trial->run->story.recorded;
    if (!recorded) {
        moot_oracle_acts_at_once(oracle, !trial->run->story.acts_wait);
    }
    if (moot_engine_begin(engine, &trial->c, trial->p, &trial->input, oracle, err)) {
        return err->code;
    }
    if (recorded ? moot_engine_run(engine, MOOT_NEVER, err)
                 : run_asked(trial, engine, oracle, err)) {
        return err->code;
    }
    trial->choice_count = moot_engine_choices(engine, trial->choices, SCENARIO_CHOICES);
    trial->choice_count =
        trial->choice_count > SCENARIO_CHOICES ? SCENARIO_CHOICES : trial->choice_count;
    return MOOT_OK;
}

static moot_code make_case(scenario_trial *trial, moot_err *err)
{
    moot_engine *engine = NULL;
    moot_oracle *oracle = NULL;
    int recorded = trial->run->story.recorded;
    moot_options options = moot_options_default();
    options.helpers = trial->helpers;
    options.as_of = recorded ? trial->now.hi : MOOT_NEVER;
    moot_code code = moot_engine_new(&options, &engine, err);
    if (!code) {
        code = recorded ? moot_oracle_recorded(&oracle, err) : moot_oracle_asked(&oracle, err);
    }
    if (!code) {
        code = run_case(trial, engine, oracle, err);
    }
    moot_oracle_free(oracle);
    moot_engine_free(engine);
    return code;
}

int scenario_look(scenario_trial *trial, int line)
{
    char why[512] = "";
    moot_err err;
    scenario_run *run = trial->run;
    moot_err_init(&err);
    if (trial->fresh || trial->over) {
        return trial->fresh;
    }
    if (trial->now.lo == MOOT_NEVER) {
        scenario_fail(run, trial, line,
                      "nothing has happened yet; say when it begins and what happens first, as in: "
                      "at \"2026-05-21 09:15\" event \"presents homeless\"");
    } else if (!read_input(trial, why, sizeof why)) {
        scenario_fail(run, trial, line, "%s", why);
    } else if (make_case(trial, &err) == MOOT_ENOMEM) {
        scenario_no_memory(run);
    } else if (err.code) {
        scenario_fail(run, trial, line, "%s", err.msg);
    } else {
        trial->fresh = 1;
    }
    trial->over = !trial->fresh;
    return trial->fresh;
}
