/* The lists that come from the state of a case: stages, decisions, deadlines, beds, breaches,
 * readings, needs. Those that come from acts are in result_acts.c, those that come from the log
 * in result_log.c. */
#include "vm/engine/result.h"

#include <string.h>

#include "vm/engine/result_build.h"

/* ---- shared by the files of result ---- */

void *moot_result__rows(moot_result_build *b, int32_t count, size_t size)
{
    if (count <= 0 || b->no_memory) {
        return NULL;
    }
    void *rows = moot_arena_array(b->arena, (size_t)count, size);
    b->no_memory = rows == NULL;
    return rows;
}

const char *moot_result__kept(moot_result_build *b, const char *text)
{
    const char *kept = b->buf.failed ? NULL : moot_arena_str(b->arena, text);
    if (!kept) {
        b->no_memory = 1;
        return "";
    }
    return kept;
}

moot_when moot_result__none(void)
{
    moot_when none = { MOOT_NEVER, MOOT_NEVER };
    return none;
}

const char *moot_result__clause(const moot_decl *decl)
{
    return decl && decl->clause ? decl->clause : "";
}

const char *moot_result__label(const moot_decl *decl)
{
    return decl->name && decl->name[0] ? decl->name : moot_result__clause(decl);
}

const char *moot_result__effect_label(const moot_protocol *protocol, const moot_effect *effect)
{
    if (effect->decl.name && effect->decl.name[0]) {
        return effect->decl.name;
    }
    if (effect->notice >= 0) {
        return moot_result__label(&protocol->notices[effect->notice].decl);
    }
    if (effect->entitlement >= 0) {
        return moot_result__label(&protocol->entitlements[effect->entitlement].decl);
    }
    if (effect->party >= 0) {
        return moot_result__label(&protocol->parties[effect->party].decl);
    }
    return effect->text ? effect->text : moot_result__clause(&effect->decl);
}

const char *moot_result__act_name(const moot_protocol *protocol, const moot_effect *effect)
{
    if (effect->verb == MOOT_NOTIFY && effect->notice >= 0) {
        return moot_result__label(&protocol->notices[effect->notice].decl);
    }
    if (effect->verb == MOOT_GRANT && effect->entitlement >= 0) {
        return moot_result__label(&protocol->entitlements[effect->entitlement].decl);
    }
    return moot_result__effect_label(protocol, effect);
}

const char *moot_result__clock_label(const moot_protocol *protocol, const moot_clock_rule *rule)
{
    if ((!rule->decl.name || !rule->decl.name[0]) && rule->effect >= 0) {
        return moot_result__effect_label(protocol, &protocol->effects[rule->effect]);
    }
    return moot_result__label(&rule->decl);
}

const char *moot_result_party(const moot_protocol *protocol, int32_t party)
{
    return party >= 0 && party < protocol->parties_count ? protocol->parties[party].decl.name
                                                         : NULL;
}

const char *moot_result_child(const moot_case *c, int32_t child)
{
    return child >= 0 && c->input && child < c->input->child_count ? c->input->children[child]
                                                                   : NULL;
}

const moot_entry *moot_result__entry(const moot_case *c, int32_t n)
{
    return n >= 1 && n <= c->log_count && c->log[n - 1].n == n ? &c->log[n - 1] : NULL;
}

/* Whom a fact of roles names now (rule 11): nobody while it is unknown. */
static moot_result_names owner_of_fact(moot_result_build *b, int32_t fact, int32_t child)
{
    moot_result_names none = { NULL, 0 };
    moot_value value = moot_fact_value(&b->protocol->rules, &b->c->facts, fact, child, NULL);
    if (value.type != MOOT_T_PARTY) {
        return none;
    }
    const char **names = moot_result__rows(b, 1, sizeof *names);
    if (!names) {
        return none;
    }
    names[0] = moot_result_party(b->protocol, (int32_t)value.a);
    moot_result_names one = { names, names[0] != NULL };
    return one;
}

moot_result_names moot_result__owner(moot_result_build *b, const moot_owner *owner, int32_t child)
{
    if (owner->kind == MOOT_OWNER_FACT) {
        return owner_of_fact(b, owner->fact, child);
    }
    int32_t count = moot_owner_count(owner);
    const char **names = moot_result__rows(b, count, sizeof *names);
    moot_result_names list = { names, names ? count : 0 };
    for (int32_t i = 0; i < list.count; i++) {
        names[i] = moot_result_party(b->protocol, moot_owner_party(b->protocol, owner, i));
    }
    return list;
}

/* ---- stages and duties ---- */

static void stage_row(moot_result_build *b, int32_t index, moot_result_stage *row)
{
    const moot_visit *visit = &b->c->visits[index];
    const moot_stage *stage = &b->protocol->stages[visit->stage];
    row->decl = &stage->decl;
    row->stage = moot_result__label(&stage->decl);
    row->child = moot_result_child(b->c, visit->child);
    row->clause = moot_result__clause(&stage->decl);
    row->owner = moot_result__owner(b, &stage->owner, visit->child);
    row->entered = visit->entered;
    row->left = visit->left;
    row->outcome_clause = "";
    if (visit->outcome >= 0) {
        const moot_decl *decl = &b->protocol->outcomes[visit->outcome].decl;
        row->outcome_decl = decl;
        row->outcome = moot_result__label(decl);
        row->outcome_clause = moot_result__clause(decl);
    }
    row->decided_by = moot_result_party(b->protocol, visit->decided_by);
    row->stopped = visit->stopped;
    row->departed = visit->departed;
    row->visit = index;
    row->entry = visit->entry;
}

static void stages(moot_result_build *b, moot_result *out)
{
    moot_result_stage *rows = moot_result__rows(b, b->c->visits_count, sizeof *rows);
    for (int32_t i = 0; rows && i < b->c->visits_count; i++) {
        stage_row(b, i, &rows[i]);
        out->stages_count++;
    }
    out->stages = rows;
}

/* "Social worker and Housing Options Officer"; either: "… or …". */
static const char *owed_by(moot_result_build *b, const moot_owner *owner, moot_result_names names)
{
    moot_buf_clear(&b->buf);
    for (int32_t i = 0; i < names.count; i++) {
        const char *between = owner->kind == MOOT_OWNER_ANY ? " or " : " and ";
        moot_buf_str(&b->buf, i == 0 ? "" : i == names.count - 1 ? between : ", ");
        moot_buf_str(&b->buf, names.names[i]);
    }
    return names.count ? moot_result__kept(b, moot_buf_text(&b->buf)) : NULL;
}

static void duties(moot_result_build *b, moot_result *out)
{
    moot_result_duty *rows = moot_result__rows(b, b->c->visits_count, sizeof *rows);
    for (int32_t i = 0; rows && i < b->c->visits_count; i++) {
        const moot_visit *visit = &b->c->visits[i];
        const moot_stage *stage = &b->protocol->stages[visit->stage];
        if (!stage->duty) {
            continue;
        }
        moot_result_duty *row = &rows[out->duties_count++];
        row->decl = &stage->decl;
        row->duty = stage->duty;
        row->child = moot_result_child(b->c, visit->child);
        row->clause = moot_result__clause(&stage->decl);
        row->owner = moot_result__owner(b, &stage->owner, visit->child);
        row->owed_by = owed_by(b, &stage->owner, row->owner);
        row->stage = moot_result__label(&stage->decl);
        row->since = visit->entered;
        row->ended = visit->left;
        row->entry = visit->entry;
    }
    out->duties = rows;
}

/* ---- decisions ---- */

static void decision_row(moot_result_build *b, const moot_derivation *derivation,
                         moot_result_decision *row)
{
    const moot_fact *fact = &b->protocol->facts[derivation->fact];
    const moot_entry *entry = moot_result__entry(b->c, derivation->entry);
    row->fact = fact->decl.name;
    row->child = moot_result_child(b->c, derivation->child);
    row->value = derivation->value;
    row->at = derivation->at;
    row->entry = derivation->entry;
    int32_t helper = fact->decision >= 0 ? -1 : moot_helper_of(b->protocol, derivation->fact);
    const moot_decl *rule = helper >= 0 ? &b->protocol->helpers[helper].decl : &fact->decl;
    rule = fact->decision >= 0 ? &b->protocol->decisions[fact->decision].decl : rule;
    row->decl = fact->decision >= 0 ? rule : &fact->decl; /* a helper's outputs go by the fact's name */
    const char *own = derivation->row >= 0 ? b->protocol->rows[derivation->row].clause : NULL;
    row->clause = own && own[0] ? own : moot_result__clause(rule);
    if (entry) {
        row->because = moot_result_because(b->c, entry, b->arena, &row->because_count);
        b->no_memory |= row->because_count < 0;
    }
}

/* Only the value that stands at the end: from the newest derivation back, the first of each fact
 * and child. The rows are then in the order in which these were derived. */
static void decisions(moot_result_build *b, moot_result *out)
{
    const moot_case *c = b->c;
    int32_t count = c->derivations_count, facts = b->protocol->facts_count;
    int32_t children = c->input ? c->input->child_count : 0;
    uint8_t *seen = moot_result__rows(b, count ? facts * (1 + children) : 0, sizeof *seen);
    uint8_t *stands = moot_result__rows(b, count, sizeof *stands);
    moot_result_decision *rows = moot_result__rows(b, count, sizeof *rows);
    if (!seen || !stands || !rows) {
        return;
    }
    for (int32_t i = count - 1; i >= 0; i--) {
        uint8_t *slot = &seen[(c->derivations[i].child + 1) * facts + c->derivations[i].fact];
        stands[i] = !*slot;
        *slot = 1;
    }
    for (int32_t i = 0; i < count; i++) {
        if (stands[i]) {
            decision_row(b, &c->derivations[i], &rows[out->decisions_count++]);
        }
    }
    out->decisions = rows;
}

/* ---- deadlines ---- */

static const char *late_by(moot_result_build *b, const moot_clock *clock, int64_t *out_late,
                           const char **out_unit)
{
    char text[96];
    const char *unit;
    *out_late = moot_case_late_by(b->c, clock, &unit, text, sizeof text);
    if (!*out_late) {
        return NULL;
    }
    *out_unit = unit;
    return moot_result__kept(b, text);
}

static const char *rule_text(moot_result_build *b, const moot_clock *clock)
{
    moot_buf_clear(&b->buf);
    moot_clock_rule_show_counted(b->protocol, clock->rule, clock->counted, &b->buf);
    return b->buf.len ? moot_result__kept(b, moot_buf_text(&b->buf)) : "";
}

static moot_result_names clock_owner(moot_result_build *b, const moot_clock_rule *rule,
                                     int32_t child)
{
    const moot_owner *owner = &rule->owner;
    if (owner->kind == MOOT_OWNER_NONE && rule->stage >= 0) {
        owner = &b->protocol->stages[rule->stage].owner;
    }
    return moot_result__owner(b, owner, child);
}

static void deadline_row(moot_result_build *b, int32_t index, moot_result_deadline *row)
{
    const moot_clock *clock = &b->c->clocks[index];
    const moot_clock_rule *rule = &b->protocol->clocks[clock->rule];
    row->decl = &rule->decl;
    row->deadline = moot_result__clock_label(b->protocol, rule);
    row->child = moot_result_child(b->c, clock->child);
    row->clause = moot_result__clause(&rule->decl);
    row->owner = clock_owner(b, rule, clock->child);
    row->stage =
        rule->stage >= 0 ? moot_result__label(&b->protocol->stages[rule->stage].decl) : NULL;
    row->since = clock->since;
    row->due = clock->due;
    row->met_at = clock->done ? clock->met_at : moot_result__none();
    row->not_before = clock->not_before.lo == MOOT_ALWAYS ? moot_result__none() : clock->not_before;
    row->rule = rule_text(b, clock);
    row->status = moot_clock_status_text((moot_clock_status)clock->status);
    row->status_code = clock->status;
    row->late_by = late_by(b, clock, &row->late, &row->late_unit);
    row->void_because = clock->why_void;
    row->act = rule->effect >= 0;
    row->breach = clock->broke;
    row->assumed = (clock->flags & MOOT_ENTRY_ASSUMED) != 0;
    row->known_late = (clock->flags & MOOT_ENTRY_KNOWN_LATE) != 0;
    row->provisional = (clock->flags & MOOT_ENTRY_PROVISIONAL) != 0;
    row->clock = index;
    row->entry = clock->entry;
}

static void deadlines(moot_result_build *b, moot_result *out)
{
    moot_result_deadline *rows = moot_result__rows(b, b->c->clocks_count, sizeof *rows);
    for (int32_t i = 0; rows && i < b->c->clocks_count; i++) {
        deadline_row(b, i, &rows[i]);
        out->deadlines_count++;
    }
    out->deadlines = rows;
}

/* ---- beds ---- */

/* When a bed no longer holds: at the next one, or at the close of the case (rule 14), or it
 * still does. */
static moot_instant bed_end(const moot_result_build *b, int32_t index)
{
    const moot_case *c = b->c;
    int last = index + 1 == c->beds_count;
    int32_t before = last ? c->log_count : c->beds[index + 1].entry - 1;
    for (int32_t i = c->beds[index].entry; i < before && i < c->log_count; i++) {
        if (c->log[i].what == MOOT_LOG_CLOSE && !(b->dead && b->dead[c->log[i].n])) {
            return c->log[i].at.lo;
        }
    }
    if (!last) {
        return c->beds[index + 1].from.lo;
    }
    return c->facts.night == MOOT_NOT_RECORDED && c->status == MOOT_CASE_CLOSED ? c->closed_at.lo
                                                                                : MOOT_NEVER;
}

/* Night D is judged at the last second of D, so a bed has the days from its own to the one
 * before its end; one that still holds has those whose last second has come. */
static int32_t nights_of(const moot_result_build *b, int32_t index)
{
    const moot_case *c = b->c;
    const moot_zone *zone = b->protocol->zone;
    moot_day first = moot_day_at(zone, c->beds[index].from.lo);
    moot_instant end = bed_end(b, index);
    moot_day until = first;
    if (end != MOOT_NEVER) {
        until = moot_day_at(zone, end);
    } else if (c->as_of != MOOT_NEVER && c->as_of != MOOT_ALWAYS) {
        until = moot_day_at(zone, c->as_of);
        until += moot_day_end(zone, until) == c->as_of;
    }
    return until > first ? until - first : 0;
}

static void bed_row(moot_result_build *b, int32_t index, moot_result_bed *row)
{
    const moot_bed *bed = &b->c->beds[index];
    row->place = bed->night == MOOT_SOMEWHERE ? bed->place
                 : bed->night == MOOT_NOWHERE ? "nowhere"
                                              : NULL;
    row->provider = bed->provider;
    row->paid_by = moot_result_party(b->protocol, bed->paid_by);
    row->clause = moot_result__clause(bed->decl);
    row->from = bed->from;
    row->first_night = moot_day_at(b->protocol->zone, bed->from.lo);
    row->nights = nights_of(b, index);
    row->recorded = bed->decl == NULL;
    row->entry = bed->entry;
}

static void beds(moot_result_build *b, moot_result *out)
{
    moot_result_bed *rows = moot_result__rows(b, b->c->beds_count, sizeof *rows);
    for (int32_t i = 0; rows && i < b->c->beds_count; i++) {
        bed_row(b, i, &rows[i]);
        out->beds_count++;
    }
    out->beds = rows;
    if (out->beds_count && b->c->facts.night != MOOT_NOT_RECORDED) {
        out->tonight = &rows[out->beds_count - 1];
    }
}

/* ---- breaches, escalations, readings, needs ---- */

static void breach_row(moot_result_build *b, const moot_breach *breach, moot_result_breach *row)
{
    const moot_protocol *protocol = b->protocol;
    row->child = moot_result_child(b->c, breach->child);
    row->at = breach->at;
    row->due = row->until = moot_result__none();
    row->entry = breach->entry;
    if (breach->clock < 0) {
        const moot_invariant *invariant = &protocol->invariants[breach->invariant];
        row->decl = &invariant->decl;
        row->kind = "invariant";
        row->name = moot_result__label(&invariant->decl);
        row->clause = moot_result__clause(&invariant->decl);
        row->until = breach->until;
        row->nights = invariant->nightly ? breach->nights : 0;
        return;
    }
    const moot_clock *clock = &b->c->clocks[breach->clock];
    const moot_clock_rule *rule = &protocol->clocks[clock->rule];
    row->decl = &rule->decl;
    row->kind = "deadline";
    row->name = moot_result__clock_label(protocol, rule);
    row->clause = moot_result__clause(&rule->decl);
    row->owner = clock_owner(b, rule, clock->child);
    row->due = clock->due;
    row->late_by = late_by(b, clock, &row->late, &row->late_unit);
}

static void breaches(moot_result_build *b, moot_result *out)
{
    moot_result_breach *rows = moot_result__rows(b, b->c->breaches_count, sizeof *rows);
    for (int32_t i = 0; rows && i < b->c->breaches_count; i++) {
        breach_row(b, &b->c->breaches[i], &rows[i]);
        out->breaches_count++;
    }
    out->breaches = rows;
}

static void escalation_row(moot_result_build *b, const moot_level_at *reached,
                           moot_result_escalation *row)
{
    const moot_ladder *ladder = &b->protocol->ladders[reached->ladder];
    row->decl = &ladder->decl;
    row->ladder = moot_result__label(&ladder->decl);
    row->clause = moot_result__clause(&ladder->decl);
    row->stage =
        reached->stage >= 0 ? moot_result__label(&b->protocol->stages[reached->stage].decl) : NULL;
    row->at = reached->at;
    row->entry = reached->entry;
    if (reached->level >= 0 && reached->level < ladder->levels.count) {
        const moot_level *level = &b->protocol->levels[ladder->levels.first + reached->level];
        row->level = reached->level + 1;
        row->owner = moot_result__owner(b, &level->owner, -1);
        row->clause = level->clause && level->clause[0] ? level->clause : row->clause;
    }
}

static void escalations(moot_result_build *b, moot_result *out)
{
    moot_result_escalation *rows = moot_result__rows(b, b->c->levels_count, sizeof *rows);
    for (int32_t i = 0; rows && i < b->c->levels_count; i++) {
        escalation_row(b, &b->c->levels[i], &rows[i]);
        out->escalations_count++;
    }
    out->escalations = rows;
}

static void readings(moot_result_build *b, moot_result *out)
{
    const moot_protocol *protocol = b->protocol;
    moot_result_reading *rows = moot_result__rows(b, protocol->readings_count, sizeof *rows);
    for (int32_t i = 0; rows && b->c->reading_used && i < protocol->readings_count; i++) {
        if (b->c->reading_used[i]) {
            moot_result_reading *row = &rows[out->readings_count++];
            row->decl = &protocol->readings[i].decl;
            row->reading = moot_result__label(&protocol->readings[i].decl);
            row->chosen = moot_symbol(protocol, protocol->readings[i].chosen);
            row->clause = moot_result__clause(&protocol->readings[i].decl);
            row->against = protocol->readings[i].against;
        }
    }
    out->readings = rows;
}

/* Nothing is missing, and yet it could go either way: a time is known too roughly. */
static void need_time(moot_result_need *row)
{
    row->fact = MOOT_NEED_TIME;
    row->ask = MOOT_NEED_TIME_ASK;
}

static void need_row(moot_result_build *b, const moot_need *need, moot_result_need *row)
{
    if (need->fact < 0) {
        need_time(row);
    } else {
        row->fact_decl = &b->protocol->facts[need->fact].decl;
        row->fact = row->fact_decl->name;
        row->ask = moot_fact_ask(b->protocol, need->fact);
    }
    row->kind = need->what;
    row->decl = need->decl;
    row->name = need->decl ? moot_result__label(need->decl) : "";
    row->child = moot_result_child(b->c, need->child);
    row->clause = moot_result__clause(need->decl);
    row->since = need->since;
    row->blocks = need->blocks;
    row->entry = need->entry;
}

static void needs(moot_result_build *b, moot_result *out)
{
    int32_t needs = b->c->needs_count, count = needs + b->c->waits_count;
    moot_result_need *rows = moot_result__rows(b, count, sizeof *rows);
    for (int32_t i = 0; rows && i < count; i++) { /* what the case is undecided for comes first */
        need_row(b, i < needs ? &b->c->needs[i] : &b->c->waits[i - needs], &rows[i]);
        out->needs_count++;
    }
    out->needs = rows;
}

/* ---- the whole ---- */

static void heading(const moot_case *c, moot_result *out)
{
    out->id = c->input ? c->input->id : "";
    out->protocol = c->protocol->id;
    out->hash = c->protocol->hash;
    out->status = moot_status_text(c->status);
    out->outcome = c->outcome;
    out->closed_at = c->status == MOOT_CASE_CLOSED ? c->closed_at : moot_result__none();
    out->as_of = c->as_of;
    out->fault = c->status == MOOT_CASE_FAILED ? c->fault : NULL;
    out->warnings = c->input ? c->input->warnings : NULL;
    out->warnings_count = c->input ? c->input->warning_count : 0;
}

moot_code moot_result_of(const moot_case *c, moot_arena *arena, moot_result *out, moot_err *err)
{
    static void (*const lists[])(moot_result_build *, moot_result *) = {
        moot_result__panels,
        moot_result__departures,
        moot_result__acts,
        stages,
        decisions,
        deadlines,
        duties,
        escalations,
        beds,
        breaches,
        readings,
        needs,
        moot_result__measures,
    };
    moot_result_build b = { .c = c, .protocol = c->protocol, .arena = arena };
    memset(out, 0, sizeof *out);
    moot_buf_init(&b.buf);
    moot_result__dead(&b);
    heading(c, out);
    for (size_t i = 0; i < MOOT_COUNT(lists); i++) {
        lists[i](&b, out);
    }
    int failed = b.no_memory || b.buf.failed;
    moot_buf_done(&b.buf);
    return failed ? moot_fail_memory(err) : MOOT_OK;
}
