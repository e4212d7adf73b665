/* Given and when: words become steps of a trial's case. What the case's reader would set aside
 * as another protocol's is here a mistake, unless another protocol of the same scenario knows
 * it. */
#include <stdio.h>
#include <string.h>

#include "lua/scenario/scenario_internal.h"
#include "vm/base/names.h"
#include "vm/engine/why.h"

#define PRESENTS "presents homeless"
#define HOUR 3600
#define MINUTE 60

/* ---- names that a protocol declares ---- */

typedef struct name_kind {
    const char *word;
    int32_t (*find)(const moot_protocol *p, const char *name);
} name_kind;

static int32_t find_reading(const moot_protocol *p, const char *name)
{
    for (int32_t i = 0; i < p->readings_count; i++) {
        if (strcmp(p->readings[i].decl.name, name) == 0) {
            return i;
        }
    }
    return -1;
}

static const name_kind kinds[] = {
    [NAMES_EVENT] = { "event", moot_find_event },
    [NAMES_STAGE] = { "stage", moot_find_stage },
    [NAMES_FACT] = { "fact", moot_find_fact },
    [NAMES_CLOCK] = { "deadline or act", moot_find_clock },
    [NAMES_PANEL] = { "panel", moot_find_panel },
    [NAMES_NOTICE] = { "notice", moot_find_notice },
    [NAMES_ENTITLEMENT] = { "entitlement", moot_find_entitlement },
    [NAMES_LADDER] = { "ladder", moot_find_ladder },
    [NAMES_READING] = { "reading", find_reading },
};

const char *scenario_names_word(scenario_names kind)
{
    return kinds[kind].word;
}

int scenario_has_name(const moot_protocol *p, scenario_names kind, const char *name)
{
    return kinds[kind].find(p, name) >= 0;
}

const char **scenario_names_of(scenario_run *run, const moot_protocol *p, scenario_names kind,
                               int32_t *out_count)
{
    const struct {
        const void *table;
        int32_t count;
        size_t size;
    } tables[] = {
        [NAMES_EVENT] = { p->events, p->events_count, sizeof *p->events },
        [NAMES_STAGE] = { p->stages, p->stages_count, sizeof *p->stages },
        [NAMES_FACT] = { p->facts, p->facts_count, sizeof *p->facts },
        [NAMES_CLOCK] = { p->clocks, p->clocks_count, sizeof *p->clocks },
        [NAMES_PANEL] = { p->panels, p->panels_count, sizeof *p->panels },
        [NAMES_NOTICE] = { p->notices, p->notices_count, sizeof *p->notices },
        [NAMES_ENTITLEMENT] = { p->entitlements, p->entitlements_count, sizeof *p->entitlements },
        [NAMES_LADDER] = { p->ladders, p->ladders_count, sizeof *p->ladders },
        [NAMES_READING] = { p->readings, p->readings_count, sizeof *p->readings },
    };
    const char **names =
        moot_arena_array(&run->scratch, (size_t)tables[kind].count + 1, sizeof *names);
    *out_count = 0;
    if (!names) {
        scenario_no_memory(run);
        return NULL;
    }
    for (int32_t i = 0; i < tables[kind].count;
         i++) { /* the declaration comes first in each of them */
        const char *row = (const char *)tables[kind].table + (size_t)i * tables[kind].size;
        names[(*out_count)++] = ((const moot_decl *)(const void *)row)->name;
    }
    return names;
}

/* ---- a step that cannot be carried out ---- */

/* Ends the trial: what follows would only fail for the same reason. */
static moot_scenario_failure *give_up(scenario_trial *trial, int line, const char *fmt, ...)
    MOOT_PRINTF(3, 4);
static moot_scenario_failure *give_up(scenario_trial *trial, int line, const char *fmt, ...)
{
    char text[512];
    va_list args;
    va_start(args, fmt);
    vsnprintf(text, sizeof text, fmt, args);
    va_end(args);
    trial->over = 1;
    return scenario_fail(trial->run, trial, line, "%s", text);
}

typedef enum known { KNOWN_HERE, KNOWN_ELSEWHERE, KNOWN_NOWHERE } known;

static known known_to(const scenario_trial *trial, scenario_names kind, const char *name)
{
    const scenario_story *story = &trial->run->story;
    if (scenario_has_name(trial->p, kind, name)) {
        return KNOWN_HERE;
    }
    for (int32_t i = 0; i < story->trial_count; i++) {
        if (story->trials[i]->p && scenario_has_name(story->trials[i]->p, kind, name)) {
            return KNOWN_ELSEWHERE;
        }
    }
    return KNOWN_NOWHERE;
}

/* 1 when the trial's protocol has the name; else, unless another of the scenario has it, it is
 * told. */
static int knows(scenario_trial *trial, int line, scenario_names kind, const char *name)
{
    known is = known_to(trial, kind, name);
    if (is == KNOWN_NOWHERE) {
        int32_t count = 0;
        const char **names = scenario_names_of(trial->run, trial->p, kind, &count);
        give_up(trial, line, "%s has no %s \"%s\"%s", trial->shown.protocol, kinds[kind].word, name,
                scenario_hint(trial->run, name, names, count));
    }
    return is == KNOWN_HERE;
}

/* ---- time ---- */

static int is_hour(const char *text)
{
    return strlen(text) <= 5 && strchr(text, ':') && !strchr(text, '-');
}

/* "11:30" is on the day of the case's now. */
static int read_time(scenario_trial *trial, int line, const char *text, moot_when *out)
{
    char day[40], whole[64];
    moot_err err;
    const moot_zone *zone = trial->p->zone;
    moot_err_init(&err);
    if (is_hour(text)) {
        if (trial->now.lo == MOOT_NEVER) {
            give_up(trial, line,
                    "%s is an hour without a day; the first time of a scenario has both: at "
                    "\"2026-05-21 09:15\"",
                    text);
            return 0;
        }
        snprintf(whole, sizeof whole, "%s %s%s",
                 moot_day_text(moot_day_at(zone, trial->now.lo), day, sizeof day),
                 strlen(text) == 4 ? "0" : "", text);
        text = whole;
    }
    if (moot_when_parse(zone, text, out, &err)) {
        give_up(trial, line, "%s", err.msg);
        return 0;
    }
    return 1;
}

static int may_move_to(scenario_trial *trial, int line, moot_when when)
{
    char now[160];
    if (trial->run->story.recorded) {
        return 1; /* records may know only the day, and stand in any order */
    }
    if (!moot_when_exact(when)) {
        give_up(trial, line,
                "a scenario that asks needs the day and the minute, as in: \"2026-05-21 09:15\"");
    } else if (trial->now.lo != MOOT_NEVER && when.lo < trial->now.lo) {
        give_up(trial, line,
                "time goes forwards only, and it is %s already; correct says that an earlier word "
                "was wrong",
                moot_when_text(trial->p->zone, trial->now, now, sizeof now));
    }
    return !trial->over;
}

static void move_to(scenario_trial *trial, const scenario_statement *s, scenario_step_kind kind,
                    moot_when when)
{
    if (may_move_to(trial, s->line, when)) {
        scenario_step step = { .kind = (uint8_t)kind, .statement = s->number, .at = when };
        scenario_add_step(trial, s->line, &step);
    }
}

static void at(scenario_trial *trial, const scenario_statement *s, scenario_step_kind kind)
{
    moot_when when = { 0, 0 };
    if (read_time(trial, s->line, s->args[0].text, &when)) {
        move_to(trial, s, kind, when);
    }
}

static moot_instant later(const scenario_trial *trial, moot_duration d)
{
    const moot_zone *zone = trial->p->zone;
    moot_instant now = trial->now.lo, then;
    if (!moot_unit_by_day((moot_unit)d.unit)) {
        return now + (moot_instant)d.count * (d.unit == MOOT_HOURS ? HOUR : MINUTE);
    }
    moot_day day =
        moot_calendar_shift(trial->p->calendars[0], moot_day_at(zone, now), d, MOOT_COUNT_OF);
    moot_instant_of(zone, day, moot_second_of_day(zone, now), &then, NULL);
    return then;
}

static void wait_for(scenario_trial *trial, const scenario_statement *s)
{
    moot_err err;
    moot_duration length = { 0, MOOT_DAYS };
    moot_err_init(&err);
    if (trial->now.lo == MOOT_NEVER || !moot_when_exact(trial->now)) {
        give_up(trial, s->line,
                "there is no minute to wait from; say it first, as in: at \"2026-05-21 09:15\"");
    } else if (moot_duration_parse(s->args[0].text, &length, &err)) {
        give_up(trial, s->line, "%s", err.msg);
    } else if (length.count < 0) {
        give_up(trial, s->line, "time goes forwards only; one cannot wait for less than nothing");
    } else {
        move_to(trial, s, STEP_AT, moot_when_at(later(trial, length)));
    }
}

/* ---- events of the case ---- */

static const moot_cell *field_of(const scenario_statement *s, const char *key)
{
    return s->has_table ? scenario_cell(&s->table, key) : NULL;
}

static int is_field(const moot_scenario_word *word, const char *key)
{
    for (const moot_scenario_field *f = word->fields; f && f->name; f++) {
        if (strcmp(f->name, key) == 0) {
            return 1;
        }
    }
    return 0;
}

/* Whether a cell of the braces goes into this trial's case. A key that is neither a field nor
 * anybody's fact is told. */
static int takes_field(scenario_trial *trial, const scenario_statement *s, const char *key)
{
    if (is_field(s->word, key)) {
        return 1;
    }
    if (known_to(trial, NAMES_FACT, key) != KNOWN_NOWHERE) {
        return scenario_has_name(trial->p, NAMES_FACT, key);
    }
    int32_t count = 0, fields = 0;
    const char *own[16];
    const char **names = scenario_names_of(trial->run, trial->p, NAMES_FACT, &count);
    for (const moot_scenario_field *f = s->word->fields; f && f->name; f++) {
        own[fields++] = f->name;
    }
    const char *hint = scenario_hint(trial->run, key, names, count);
    give_up(trial, s->line, "%s has no fact \"%s\"%s", trial->shown.protocol, key,
            hint[0] ? hint : scenario_hint(trial->run, key, own, fields));
    return 0;
}

static moot_cell text_cell(const char *key, const char *text)
{
    return (moot_cell){ .key = key, .kind = MOOT_CELL_TEXT, .text = text };
}

/* Adds an event of up to three parts of its own and what the braces say with it. `but`: a field
 * that is not the event's. */
static void add_event(scenario_trial *trial, const scenario_statement *s, const moot_cell *parts,
                      int32_t count, int with_facts)
{
    char time[160];
    scenario_run *run = trial->run;
    int32_t fields = s->has_table ? s->table.count : 0, filled = 0;
    if (trial->now.lo == MOOT_NEVER) {
        give_up(trial, s->line, "say when first, as in: at \"2026-05-21 09:15\"");
        return;
    }
    moot_cell *cells = moot_arena_array(&run->arena, (size_t)(count + fields) + 1, sizeof *cells);
    if (!cells) {
        scenario_no_memory(run);
        return;
    }
    cells[filled++] = text_cell(
        "at", scenario_keep(run, moot_when_text(trial->p->zone, trial->now, time, sizeof time)));
    for (int32_t i = 0; i < count; i++) {
        cells[filled++] = parts[i];
    }
    for (int32_t i = 0; i < fields && !trial->over; i++) {
        const moot_cell *cell = &s->table.cells[i];
        if (strcmp(cell->key, "under") == 0) {
            continue; /* it says whose event this is, not what happened */
        }
        if ((with_facts || is_field(s->word, cell->key)) && takes_field(trial, s, cell->key)) {
            cells[filled++] = *cell;
        }
    }
    scenario_step step = { .kind = STEP_EVENT, .statement = s->number, .at = trial->now };
    step.cell = (moot_cell){ .kind = MOOT_CELL_OBJECT, .cells = cells, .count = filled };
    if (!trial->over) {
        scenario_add_step(trial, s->line, &step);
    }
}

static void event(scenario_trial *trial, const scenario_statement *s)
{
    if (knows(trial, s->line, NAMES_EVENT, s->args[0].text)) {
        moot_cell parts[] = { text_cell("event", s->args[0].text) };
        add_event(trial, s, parts, 1, 1);
    }
}

static void done(scenario_trial *trial, const scenario_statement *s, int met)
{
    if (knows(trial, s->line, NAMES_CLOCK, s->args[0].text)) {
        moot_cell parts[] = { text_cell("deadline", s->args[0].text),
                              { .key = "met", .kind = met ? MOOT_CELL_YES : MOOT_CELL_NO } };
        add_event(trial, s, parts, 2, 1);
    }
}

static void consent(scenario_trial *trial, const scenario_statement *s)
{
    if (knows(trial, s->line, NAMES_FACT, s->args[0].text)) {
        moot_cell parts[] = { text_cell("consent", s->args[0].text),
                              text_cell("state", s->args[1].text) };
        add_event(trial, s, parts, 2, 1);
    }
}

static void notice(scenario_trial *trial, const scenario_statement *s)
{
    if (knows(trial, s->line, NAMES_NOTICE, s->args[0].text)) {
        moot_cell parts[] = { text_cell("notice", s->args[0].text),
                              text_cell("state", s->args[1].text) };
        add_event(trial, s, parts, 2, 1);
    }
}

static void place(scenario_trial *trial, const scenario_statement *s)
{
    moot_cell parts[] = { text_cell("place", s->args[0].text) };
    if (strcmp(s->args[0].text, "nowhere") == 0) {
        parts[0].kind = MOOT_CELL_NULL;
    }
    add_event(trial, s, parts, 1, 1);
}

/* An outcome of one of the panel's stages. */
static int is_decided_at(const moot_protocol *p, int32_t panel, const char *outcome)
{
    for (int32_t i = 0; i < p->stages_count; i++) {
        if (p->stages[i].panel == panel && moot_find_outcome(p, i, outcome) >= 0) {
            return 1;
        }
    }
    return 0;
}

static void panel(scenario_trial *trial, const scenario_statement *s)
{
    if (!knows(trial, s->line, NAMES_PANEL, s->args[0].text)) {
        return;
    }
    if (!is_decided_at(trial->p, moot_find_panel(trial->p, s->args[0].text), s->args[1].text)) {
        give_up(trial, s->line, "no stage of the panel \"%s\" has an outcome \"%s\"",
                s->args[0].text, s->args[1].text);
        return;
    }
    moot_cell parts[] = { text_cell("panel", s->args[0].text),
                          text_cell("outcome", s->args[1].text) };
    add_event(trial, s, parts, 2, 1);
}

/* Each fact an event of its own, with who, child and note in each. */
static void facts(scenario_trial *trial, const scenario_statement *s)
{
    for (int32_t i = 0; i < s->table.count && !trial->over; i++) {
        const moot_cell *cell = &s->table.cells[i];
        if (is_field(s->word, cell->key) || !takes_field(trial, s, cell->key)) {
            continue;
        }
        moot_cell value = *cell;
        value.key = "value";
        moot_cell parts[] = { text_cell("fact", cell->key), value };
        add_event(trial, s, parts, 2, 0);
    }
}

/* ---- from the start ---- */

static int is_given(const scenario_trial *trial, const char *key)
{
    for (int32_t i = 0; i < trial->step_count; i++) {
        if (trial->steps[i].kind == STEP_PART && strcmp(trial->steps[i].cell.key, key) == 0) {
            return 1;
        }
    }
    return 0;
}

static int has_begun(const scenario_trial *trial)
{
    for (int32_t i = 0; i < trial->step_count; i++) {
        if (trial->steps[i].kind == STEP_EVENT) {
            return 1;
        }
    }
    return 0;
}

static void give(scenario_trial *trial, const scenario_statement *s)
{
    if (has_begun(trial)) {
        give_up(
            trial, s->line,
            "what is given holds from the start and stands before the first thing that happens; "
            "what becomes known later is told by fact { … }");
    }
    for (int32_t i = 0; i < s->table.count && !trial->over; i++) {
        const moot_cell *cell = &s->table.cells[i];
        int whole = strcmp(cell->key, "children") == 0 || strcmp(cell->key, "spells") == 0;
        if ((is_field(s->word, cell->key) && !whole) ||
            (!whole && !takes_field(trial, s, cell->key))) {
            continue;
        }
        if (is_given(trial, cell->key)) {
            give_up(trial, s->line, "\"%s\" is given twice", cell->key);
            return;
        }
        scenario_step step = {
            .kind = STEP_PART, .whole = (uint8_t)whole, .statement = s->number, .cell = *cell
        };
        scenario_add_step(trial, s->line, &step);
    }
}

static void present(scenario_trial *trial, const scenario_statement *s)
{
    const moot_cell *when = field_of(s, "at"), *what = field_of(s, "event");
    const char *name = what && what->kind == MOOT_CELL_TEXT ? what->text : PRESENTS;
    give(trial, s);
    if (!trial->over && when) {
        moot_when at_time = { 0, 0 };
        if (when->kind != MOOT_CELL_TEXT) {
            give_up(trial, s->line, "at is a time in quotes, as in: at = \"2026-05-21 09:15\"");
        } else if (read_time(trial, s->line, when->text, &at_time)) {
            move_to(trial, s, STEP_AT, at_time);
        }
    }
    if (!trial->over && knows(trial, s->line, NAMES_EVENT, name)) {
        scenario_statement plain = *s;
        moot_cell parts[] = { text_cell("event", name) };
        plain.has_table = 0;
        add_event(trial, &plain, parts, 1, 0);
    }
}

/* ---- outcomes ---- */

static const moot_choice *choice_of(const scenario_trial *trial, int32_t stage, int32_t outcome,
                                    const char *child)
{
    for (int32_t i = 0; i < trial->choice_count; i++) {
        const moot_choice *choice = &trial->choices[i];
        const moot_visit *visit = &trial->c.visits[choice->visit];
        const char *of = moot_result_child(&trial->c, visit->child);
        if (visit->stage == stage && choice->outcome == outcome &&
            (!child || (of && strcmp(of, child) == 0))) {
            return choice;
        }
    }
    return NULL;
}

static void list_open(const scenario_trial *trial, moot_buf *out)
{
    int told = 0;
    for (int32_t i = 0; i < trial->c.visits_count; i++) {
        if (moot_visit_open(&trial->c.visits[i])) {
            moot_buf_printf(out, "%s\"%s\"", told++ ? ", " : "; open now: ",
                            trial->p->stages[trial->c.visits[i].stage].decl.name);
        }
    }
    moot_buf_str(out, told ? "" : "; no stage is open");
}

static void tell_why_not(scenario_trial *trial, const scenario_statement *s,
                         moot_scenario_failure *failure)
{
    moot_buf why;
    moot_err err;
    moot_buf_init(&why);
    moot_err_init(&err);
    if (failure && !moot_why_not(&trial->c, s->args[0].text, s->args[1].text, &why, &err)) {
        failure->why = scenario_keep_buf(trial->run, &why);
        return;
    }
    moot_buf_done(&why);
}

/* What is asked can be answered only as the protocol admits (rule 5); what is missing leaves the
 * case undecided. */
static int may_answer(scenario_trial *trial, const scenario_statement *s, int32_t stage,
                      int32_t outcome)
{
    const moot_cell *child = field_of(s, "child");
    if (trial->run->story.recorded) {
        return 1;
    }
    if (!scenario_look(trial, s->line)) {
        return 0;
    }
    const moot_choice *choice = choice_of(
        trial, stage, outcome, child && child->kind == MOOT_CELL_TEXT ? child->text : NULL);
    if (choice && choice->admissible != MOOT_FALSE) {
        return 1;
    }
    moot_buf open;
    moot_buf_init(&open);
    if (choice) {
        tell_why_not(trial, s, give_up(trial, s->line, "\"%s\" is barred now", s->args[1].text));
    } else if (moot_case_open_visit(&trial->c, stage, -1) >= 0 && !child) {
        give_up(trial, s->line, "\"%s\" happens by itself; nobody can choose it", s->args[1].text);
    } else {
        list_open(trial, &open);
        tell_why_not(trial, s,
                     give_up(trial, s->line, "the stage \"%s\" is not open%s", s->args[0].text,
                             moot_buf_text(&open)));
    }
    moot_buf_done(&open);
    return 0;
}

/* Whether another protocol of the scenario has the outcome: here it is then set aside, as in a caseload. */
static int is_outcome_elsewhere(const scenario_trial *trial, const char *stage, const char *outcome)
{
    const scenario_story *story = &trial->run->story;
    for (int32_t i = 0; i < story->trial_count; i++) {
        const moot_protocol *p = story->trials[i]->p;
        int32_t found = p ? moot_find_stage(p, stage) : -1;
        if (found >= 0 && moot_find_outcome(p, found, outcome) >= 0) {
            return 1;
        }
    }
    return 0;
}

static void answer(scenario_trial *trial, const scenario_statement *s)
{
    const char *stage_name = s->args[0].text, *name = s->args[1].text;
    if (!knows(trial, s->line, NAMES_STAGE, stage_name)) {
        return;
    }
    int32_t stage = moot_find_stage(trial->p, stage_name),
            outcome = moot_find_outcome(trial->p, stage, name);
    if (outcome < 0 && is_outcome_elsewhere(trial, stage_name, name)) {
        return;
    }
    if (outcome < 0) {
        const moot_span span = trial->p->stages[stage].outcomes;
        const char **names =
            moot_arena_array(&trial->run->scratch, (size_t)span.count + 1, sizeof *names);
        for (int32_t i = 0; names && i < span.count; i++) {
            names[i] = trial->p->outcomes[span.first + i].decl.name;
        }
        give_up(trial, s->line, "the stage \"%s\" has no outcome \"%s\"%s", stage_name, name,
                scenario_hint(trial->run, name, names, span.count));
        return;
    }
    if (!may_answer(trial, s, stage, outcome)) {
        return;
    }
    moot_cell parts[] = { text_cell("stage", stage_name), text_cell("outcome", name), { 0 } };
    if (s->arg_count == 3) {
        parts[2] = text_cell("who", s->args[2].text);
    }
    add_event(trial, s, parts, s->arg_count, 1);
}

/* ---- corrections ---- */

/* The number of the event that an earlier word made in this trial; 0. */
static int64_t event_of(const scenario_trial *trial, int64_t statement)
{
    int64_t number = 0;
    for (int32_t i = 0; i < trial->step_count; i++) {
        number += trial->steps[i].kind == STEP_EVENT;
        if (trial->steps[i].kind == STEP_EVENT && trial->steps[i].statement == statement) {
            return number;
        }
    }
    return 0;
}

/* What the braces say of the event, without what they say of the correction itself. */
static int copy_correction(scenario_run *run, const scenario_statement *s, moot_cell *to)
{
    moot_cell *cells = moot_arena_array(&run->arena, (size_t)s->table.count + 1, sizeof *cells);
    if (!cells) {
        scenario_no_memory(run);
        return 0;
    }
    for (int32_t i = 0; i < s->table.count; i++) {
        const char *key = s->table.cells[i].key;
        if (strcmp(key, "under") != 0 && strcmp(key, "never_happened") != 0) {
            cells[to->count++] = s->table.cells[i];
        }
    }
    to->cells = cells;
    return 1;
}

static void correct(scenario_trial *trial, const scenario_statement *s)
{
    const moot_cell *never = field_of(s, "never_happened");
    moot_cell what = s->args[0], to = { .key = "to", .kind = MOOT_CELL_OBJECT };
    if (what.row == SCENARIO_STEP_CELL) {
        what = (moot_cell){ .kind = MOOT_CELL_INTEGER, .number = event_of(trial, what.number) };
        if (what.number == 0) {
            give_up(trial, s->line, "that word told nothing that can be corrected in %s",
                    trial->shown.protocol);
            return;
        }
    }
    what.key = "correct";
    if (never && never->kind == MOOT_CELL_YES) {
        to.kind = MOOT_CELL_NULL;
    } else if (!copy_correction(trial->run, s, &to)) {
        return;
    }
    scenario_statement plain = *s;
    plain.has_table = 0;
    moot_cell parts[] = { what, to };
    add_event(trial, &plain, parts, 2, 0);
}

/* ---- all words ---- */

void scenario_step_word(scenario_trial *trial, const scenario_statement *s)
{
    moot_cell note = { .key = "note", .kind = MOOT_CELL_TEXT, .text = s->args[0].text };
    switch ((enum scenario_word_id)s->word->id) {
    case WORD_GIVEN:
        give(trial, s);
        break;
    case WORD_PRESENT:
        present(trial, s);
        break;
    case WORD_AT:
        at(trial, s, STEP_AT);
        break;
    case WORD_AFTER:
        at(trial, s, STEP_AFTER);
        break;
    case WORD_WAIT:
        wait_for(trial, s);
        break;
    case WORD_EVENT:
        event(trial, s);
        break;
    case WORD_ANSWER:
    case WORD_SIGN:
        answer(trial, s);
        break;
    case WORD_DONE:
        done(trial, s, 1);
        break;
    case WORD_NOT_DONE:
        done(trial, s, 0);
        break;
    case WORD_FACT:
        facts(trial, s);
        break;
    case WORD_CONSENT:
        consent(trial, s);
        break;
    case WORD_PLACE:
        place(trial, s);
        break;
    case WORD_PANEL:
        panel(trial, s);
        break;
    case WORD_NOTICE:
        notice(trial, s);
        break;
    case WORD_NOTE:
        add_event(trial, s, &note, 1, 0);
        break;
    case WORD_CORRECT:
        correct(trial, s);
        break;
    case WORD_USE:
    case WORD_SCENARIO:
    case WORD_EXPECT:
        MOOT_BUG("%s is not a step", s->word->name);
    }
}
