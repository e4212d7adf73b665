/* What an expectation looks at: the rows of a result (result.h), names that they can have, and
 * the reasons behind them. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "lua/scenario/scenario_internal.h"
#include "vm/engine/why.h"

#define LOG_LINES 14 /* of the log, where there is no row to explain */

/* ---- rows of the result ---- */

typedef struct list_spec {
    size_t rows, count, size; /* offsets in moot_result; 0 size: not a list of it */
    int name, child, entry;
} list_spec;

#define LIST(array, type, name, child, entry)                                                      \
    {                                                                                              \
        offsetof(moot_result, array), offsetof(moot_result, array##_count),                        \
            sizeof(moot_result_##type), (int)offsetof(moot_result_##type, name), child, entry      \
    }
#define CHILD(type) (int)offsetof(moot_result_##type, child)
#define ENTRY(type) (int)offsetof(moot_result_##type, entry)
#define FULL(array, type, name) LIST(array, type, name, CHILD(type), ENTRY(type))

static const list_spec lists[] = {
    [KIND_STAGE] = FULL(stages, stage, stage),
    [KIND_DECISION] = FULL(decisions, decision, fact),
    [KIND_DEADLINE] = FULL(deadlines, deadline, deadline),
    [KIND_BREACH] = FULL(breaches, breach, name),
    [KIND_DEPARTURE] = LIST(departures, departure, what, -1, ENTRY(departure)),
    [KIND_NEEDS] = FULL(needs, need, fact),
    [KIND_BED] = LIST(beds, bed, place, -1, ENTRY(bed)),
    [KIND_PANEL] = FULL(panels, panel, panel),
    [KIND_REFERRAL] = FULL(referrals, referral, referral),
    [KIND_NOTICE] = FULL(notices, notice, notice),
    [KIND_DUTY] = FULL(duties, duty, duty),
    [KIND_ENTITLEMENT] = FULL(entitlements, entitlement, entitlement),
    [KIND_CHARGE] = FULL(charges, charge, charge),
    [KIND_ESCALATION] = LIST(escalations, escalation, ladder, -1, ENTRY(escalation)),
    [KIND_READING] = LIST(readings, reading, reading, -1, -1),
    [KIND_ENTRY] = { 0 },
};

static void take_list(const list_spec *spec, const moot_result *result, scenario_rows *out)
{
    const char *base = (const char *)result;
    memcpy(&out->rows, base + spec->rows, sizeof out->rows);
    memcpy(&out->count, base + spec->count, sizeof out->count);
    out->size = spec->size;
    out->name = spec->name;
    out->child = spec->child;
    out->entry = spec->entry;
}

/* ---- rows of our own ---- */

static void *new_rows(scenario_trial *trial, int32_t count, size_t size, scenario_rows *out)
{
    void *rows = moot_arena_array(&trial->run->scratch, (size_t)count + 1, size);
    if (!rows) {
        scenario_no_memory(trial->run);
    }
    *out = (scenario_rows){
        .rows = rows, .count = count, .size = size, .name = 0, .child = -1, .entry = -1
    };
    return rows;
}

/* The newest entry of a kind that decides how the case stands; 0: none, it is open. */
static int32_t status_entry(const moot_case *c)
{
    for (int32_t i = c->log_count; i > 0; i--) {
        int what = c->log[i - 1].what;
        if (what == MOOT_LOG_CLOSE || what == MOOT_LOG_UNDECIDED || what == MOOT_LOG_FAULT ||
            what == MOOT_LOG_GAP) {
            return i;
        }
    }
    return 0;
}

static void status_rows(scenario_trial *trial, const moot_result *result, scenario_rows *out)
{
    scenario_status_row *row = new_rows(trial, 1, sizeof *row, out);
    if (row) {
        *row = (scenario_status_row){ result->status,
                                      result->outcome,
                                      result->fault,
                                      result->closed_at,
                                      moot_when_at(result->as_of),
                                      status_entry(&trial->c) };
        out->entry = (int)offsetof(scenario_status_row, entry);
    }
}

static void tonight_rows(scenario_trial *trial, const moot_result *result, scenario_rows *out)
{
    scenario_tonight_row *row = new_rows(trial, 1, sizeof *row, out);
    const moot_result_bed *bed = result->tonight;
    if (!row) {
        return;
    }
    *row = (scenario_tonight_row){ .place = "not recorded",
                                   .clause = "",
                                   .since = { MOOT_NEVER, MOOT_NEVER } };
    if (bed && bed->place) {
        *row = (scenario_tonight_row){ bed->place,  bed->provider, bed->paid_by,
                                       bed->clause, bed->from,     bed->entry };
    }
    out->entry = (int)offsetof(scenario_tonight_row, entry);
}

typedef struct missing {
    const moot_protocol *p;
    const char *fact;
} missing;

static void find_missing(void *user, int32_t node, int32_t child, moot_value seen, int presumed,
                         moot_tri verdict)
{
    missing *m = user;
    const moot_cond_node *n = &m->p->nodes[node];
    (void)child;
    (void)seen;
    (void)presumed;
    if (m->fact || verdict != MOOT_UNKNOWN || n->kind != MOOT_COND_TEST) {
        return;
    }
    if (n->subject == MOOT_SUBJECT_FACT) {
        m->fact = m->p->facts[n->ref].decl.name;
    } else if (n->subject == MOOT_SUBJECT_AGE) {
        m->fact = "dob";
    }
}

static void choice_rows(scenario_trial *trial, scenario_rows *out)
{
    static const char *const states[] = {
        [MOOT_FALSE] = "barred", [MOOT_TRUE] = "can be chosen", [MOOT_UNKNOWN] = "cannot tell"
    };
    scenario_choice_row *rows = new_rows(trial, trial->choice_count, sizeof *rows, out);
    out->child = (int)offsetof(scenario_choice_row, child);
    for (int32_t i = 0; rows && i < trial->choice_count; i++) {
        const moot_choice *choice = &trial->choices[i];
        const moot_visit *visit = &trial->c.visits[choice->visit];
        const moot_outcome *outcome = &trial->p->outcomes[choice->outcome];
        missing m = { trial->p, NULL };
        if (choice->admissible == MOOT_UNKNOWN) {
            moot_cond_explain(&trial->p->rules, &trial->c.facts, outcome->when, visit->child,
                              find_missing, &m);
        }
        rows[i] = (scenario_choice_row){ outcome->decl.name,
                                         trial->p->stages[visit->stage].decl.name,
                                         moot_result_child(&trial->c, visit->child),
                                         outcome->decl.clause,
                                         states[choice->admissible],
                                         m.fact };
    }
}

static void entry_rows(scenario_trial *trial, scenario_rows *out)
{
    const moot_case *c = &trial->c;
    scenario_entry_row *rows = new_rows(trial, c->log_count, sizeof *rows, out);
    out->entry = (int)offsetof(scenario_entry_row, entry);
    out->child = (int)offsetof(scenario_entry_row, child);
    out->count = 0;
    for (int32_t i = 0; rows && i < c->log_count; i++) {
        const moot_entry *e = &c->log[i];
        const char *name = NULL, *detail = NULL;
        if (moot_case_superseded(c, e->n)) {
            continue;
        }
        if (!moot_result_subject(c, e, &trial->run->scratch, &name, &detail)) {
            scenario_no_memory(trial->run);
            return;
        }
        rows[out->count++] = (scenario_entry_row){ name,
                                                   moot_what_text((moot_what)e->what),
                                                   detail,
                                                   moot_entry_clause(e),
                                                   moot_result_party(c->protocol, e->who),
                                                   moot_result_child(c, e->child),
                                                   e->at,
                                                   e->n };
    }
}

int scenario_rows_of(scenario_trial *trial, const moot_scenario_kind *kind, scenario_rows *out)
{
    moot_err err;
    moot_result *result = moot_arena_alloc(&trial->run->scratch, sizeof *result);
    moot_err_init(&err);
    if (!result || moot_result_of(&trial->c, &trial->run->scratch, result, &err)) {
        scenario_no_memory(trial->run);
        return 0;
    }
    switch (kind->id) {
    case KIND_STATUS:
        status_rows(trial, result, out);
        break;
    case KIND_TONIGHT:
        tonight_rows(trial, result, out);
        break;
    case KIND_CHOICE:
        choice_rows(trial, out);
        break;
    case KIND_ENTRY:
        entry_rows(trial, out);
        break;
    default:
        take_list(&lists[kind->id], result, out);
        break;
    }
    return !trial->run->fatal;
}

/* ---- names that a row can have ---- */

typedef struct name_list {
    scenario_run *run;
    const char **names;
    int32_t count, room;
} name_list;

static void add_name(name_list *list, const char *name)
{
    if (!name || !name[0]) {
        return;
    }
    if (list->count == list->room) {
        int32_t room = list->room * 2 + 16;
        const char **grown = moot_arena_array(&list->run->scratch, (size_t)room, sizeof *grown);
        if (!grown) {
            scenario_no_memory(list->run);
            return;
        }
        if (list->count) {
            memcpy(grown, list->names, (size_t)list->count * sizeof *grown);
        }
        list->names = grown;
        list->room = room;
    }
    list->names[list->count++] = name;
}

static void add_declared(name_list *list, const moot_protocol *p, scenario_names kind)
{
    int32_t count = 0;
    const char **names = scenario_names_of(list->run, p, kind, &count);
    for (int32_t i = 0; names && i < count; i++) {
        add_name(list, names[i]);
    }
}

static void add_effects(name_list *list, const moot_protocol *p)
{
    for (int32_t i = 0; i < p->effects_count; i++) {
        if (p->effects[i].verb >= MOOT_REFER) {
            add_name(list, p->effects[i].decl.name);
        }
    }
    add_declared(list, p, NAMES_NOTICE);
    add_declared(list, p, NAMES_ENTITLEMENT);
}

static void add_names(name_list *list, const moot_protocol *p, enum scenario_kind_id kind)
{
    switch (kind) {
    case KIND_STAGE:
        add_declared(list, p, NAMES_STAGE);
        break;
    case KIND_CHOICE:
        for (int32_t i = 0; i < p->outcomes_count; i++) {
            add_name(list, p->outcomes[i].decl.name);
        }
        break;
    case KIND_DECISION:
    case KIND_NEEDS:
        add_declared(list, p, NAMES_FACT);
        break;
    case KIND_BREACH:
        for (int32_t i = 0; i < p->invariants_count; i++) {
            add_name(list, p->invariants[i].decl.name);
        }
        add_declared(list, p, NAMES_CLOCK);
        break;
    case KIND_DEADLINE:
        add_declared(list, p, NAMES_CLOCK);
        break;
    case KIND_PANEL:
        add_declared(list, p, NAMES_PANEL);
        break;
    case KIND_DUTY:
        for (int32_t i = 0; i < p->stages_count; i++) {
            add_name(list, p->stages[i].duty);
        }
        break;
    case KIND_ENTITLEMENT:
        add_declared(list, p, NAMES_ENTITLEMENT);
        break;
    case KIND_ESCALATION:
        add_declared(list, p, NAMES_LADDER);
        break;
    case KIND_READING:
        add_declared(list, p, NAMES_READING);
        break;
    case KIND_REFERRAL:
    case KIND_NOTICE:
    case KIND_CHARGE:
        add_effects(list, p);
        break;
    case KIND_STATUS:
        for (int i = MOOT_CASE_OPEN; i <= MOOT_CASE_FAILED; i++) {
            add_name(list, moot_status_text((moot_status)i));
        }
        break;
    case KIND_DEPARTURE:
    case KIND_TONIGHT:
    case KIND_BED:
    case KIND_ENTRY:
        break;
    }
}

const char **scenario_row_names(scenario_trial *trial, const moot_scenario_kind *kind,
                                int32_t *out_count)
{
    name_list list = { .run = trial->run };
    add_names(&list, trial->p, (enum scenario_kind_id)kind->id);
    *out_count = list.count ? list.count : -1;
    return list.names;
}

/* ---- reasons ---- */

/* The end of the log: where nothing is there to explain, what happened instead. */
static void tell_log(const moot_case *c, moot_buf *out)
{
    moot_buf all;
    moot_err err;
    moot_buf_init(&all);
    moot_err_init(&err);
    if (!moot_why_case(c, &all, &err) && all.len > 0) {
        const char *from = all.text + all.len - 1;
        int lines = 0;
        while (from > all.text && !(from[-1] == '\n' && ++lines == LOG_LINES)) {
            from--;
        }
        moot_buf_str(out, from > all.text ? "the end of the log:\n" : "the log:\n");
        moot_buf_str(out, from);
    }
    moot_buf_done(&all);
}

static int tell_not(scenario_trial *trial, const char *stage, const char *outcome, moot_buf *out)
{
    moot_err err;
    moot_err_init(&err);
    return outcome && moot_why_not(&trial->c, stage, outcome, out, &err) == MOOT_OK;
}

/* Of a deadline the verdict, which leads back to its start. */
static int32_t entry_of(const scenario_trial *trial, const moot_scenario_kind *kind,
                        const scenario_rows *rows, const char *row)
{
    int32_t entry = 0;
    if (rows->entry >= 0) {
        memcpy(&entry, row + rows->entry, sizeof entry);
    }
    if (kind->id == KIND_DEADLINE) {
        const moot_clock *clock =
            &trial->c.clocks[((const moot_result_deadline *)(const void *)row)->clock];
        entry = clock->met_entry ? clock->met_entry : clock->late_entry ? clock->late_entry : entry;
    }
    return entry;
}

static const char *text_in(const scenario_statement *s, const char *key)
{
    const moot_cell *cell = s->has_table ? scenario_cell(&s->table, key) : NULL;
    return cell && cell->kind == MOOT_CELL_TEXT ? cell->text : NULL;
}

void scenario_row_why(scenario_trial *trial, const moot_scenario_kind *kind,
                      const scenario_rows *rows, const char *row, const scenario_statement *s,
                      moot_buf *out)
{
    moot_err err;
    moot_err_init(&err);
    const char *name = s->arg_count ? s->args[0].text : NULL;
    const scenario_choice_row *choice = (const scenario_choice_row *)(const void *)row;
    const moot_result_stage *stage = (const moot_result_stage *)(const void *)row;
    if (kind->id == KIND_CHOICE &&
        tell_not(trial, row ? choice->stage : text_in(s, "stage"), name, out)) {
        return;
    }
    if (kind->id == KIND_STAGE && !s->no && row && !stage->outcome &&
        tell_not(trial, name, text_in(s, "outcome"), out)) {
        return;
    }
    int32_t entry = row ? entry_of(trial, kind, rows, row) : 0;
    if (!entry || moot_why_entry(&trial->c, entry, out, &err)) {
        tell_log(&trial->c, out);
    }
}
