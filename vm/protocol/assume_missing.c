/* What a modelled run would have to draw and nothing is assumed of, each with the line that says it. */
#include <string.h>

#include "vm/base/text.h"
#include "vm/protocol/assume.h"

/* One search: what was found so far, and where memory ended. */
typedef struct search {
    const moot_assume *assume;
    const moot_protocol *protocol;
    moot_assume_gaps *out;
    int memory;
} search;

int moot_stage_is_drawn(const moot_protocol *protocol, int32_t stage)
{
    const moot_stage *s = &protocol->stages[stage];
    int chosen = 0;
    for (int32_t i = 0; i < s->outcomes.count; i++) {
        chosen |= moot_outcome_is_chosen(&protocol->outcomes[s->outcomes.first + i]);
    }
    return chosen && (s->owner.kind != MOOT_OWNER_NONE || s->panel >= 0);
}

int moot_clock_waits_for_record(const moot_protocol *protocol, int32_t clock)
{
    const moot_clock_rule *rule = &protocol->clocks[clock];
    if (rule->effect >= 0 || rule->met_by >= 0) {
        return 0;
    }
    return rule->stage < 0 || rule->every >= 0 || !moot_stage_is_drawn(protocol, rule->stage);
}

/* ---- a gap ---- */

static const char *keep(search *s, moot_buf *take_text)
{
    const char *kept = moot_buf_ok(take_text) ? moot_arena_str(&s->out->arena, moot_buf_text(take_text)) : NULL;
    s->memory |= !kept;
    moot_buf_done(take_text);
    return kept;
}

/* `line` is what stands between the subject and the source. */
static void add(search *s, int kind, const moot_decl *decl, const char *word, moot_buf *take_why, moot_buf *take_line)
{
    moot_assume_gaps *out = s->out;
    moot_buf what, line;
    moot_buf_init(&what);
    moot_buf_init(&line);
    moot_buf_printf(&what, "the %s \"%s\"", word, decl->name);
    moot_buf_printf(&line, "assume { %s = ", moot_assumed_kind_text(kind));
    moot_text_quoted(decl->name, &line);
    moot_buf_printf(&line, ", %s, source = \"assumed\" }", moot_buf_ok(take_line) ? moot_buf_text(take_line) : "");
    s->memory |= !moot_buf_ok(take_line);
    moot_buf_done(take_line);
    moot_assume_gap gap = { decl, keep(s, &what), keep(s, take_why), keep(s, &line) };
    if (!moot_grow((void **)&out->list, &out->cap, (size_t)out->count + 1, sizeof *out->list)) {
        s->memory = 1;
        return;
    }
    out->list[out->count++] = gap;
}

static void add_plain(search *s, int kind, const moot_decl *decl, const char *word, const char *why, const char *line)
{
    moot_buf whys, lines;
    moot_buf_init(&whys);
    moot_buf_init(&lines);
    moot_buf_str(&whys, why);
    moot_buf_str(&lines, line);
    add(s, kind, decl, word, &whys, &lines);
}

/* Something is said of it that counts whatever the facts are. */
static int is_said(const moot_assume *assume, int32_t first)
{
    while (first >= 0 && assume->rows[first].tests.count > 0) {
        first = assume->rows[first].next;
    }
    return first >= 0;
}

/* ---- stages ---- */

static void say_outcomes(const search *s, const moot_stage *stage, moot_buf *out, int *out_count)
{
    const moot_protocol *p = s->protocol;
    *out_count = 0;
    moot_buf_str(out, "outcomes = { ");
    for (int32_t i = 0; i < stage->outcomes.count; i++) {
        const moot_outcome *outcome = &p->outcomes[stage->outcomes.first + i];
        if (moot_outcome_is_chosen(outcome)) {
            moot_buf_str(out, *out_count ? ", [" : "[");
            moot_text_quoted(outcome->decl.name, out);
            moot_buf_str(out, "] = 1");
            ++*out_count;
        }
    }
    moot_buf_str(out, stage->panel >= 0 ? " }" : " }, takes = days(7)");
}

static void stages(search *s)
{
    const moot_protocol *p = s->protocol;
    for (int32_t i = 0; i < p->stages_count; i++) {
        const moot_stage *stage = &p->stages[i];
        moot_buf why, line;
        int count;
        if (!moot_stage_is_drawn(p, i) || is_said(s->assume, s->assume->of_stage[i])) {
            continue;
        }
        moot_buf_init(&why);
        moot_buf_init(&line);
        say_outcomes(s, stage, &line, &count);
        if (count == 1 && stage->panel >= 0) { /* it ends so at the session */
            moot_buf_done(&why);
            moot_buf_done(&line);
            continue;
        }
        if (count == 1) {
            moot_buf_str(&why, "somebody ends it, and when is not said");
        } else {
            moot_buf_printf(&why, "somebody chooses among %d outcomes", count);
        }
        if (s->assume->of_stage[i] >= 0) {
            moot_buf_str(&why, ", and what is assumed has a condition each time");
        }
        add(s, MOOT_ASSUMED_STAGE, &stage->decl, "stage", &why, &line);
    }
}

/* ---- deadlines and events ---- */

static void deadlines(search *s)
{
    const moot_protocol *p = s->protocol;
    for (int32_t i = 0; i < p->clocks_count; i++) {
        if (moot_clock_waits_for_record(p, i) && !is_said(s->assume, s->assume->of_clock[i])) {
            add_plain(s, MOOT_ASSUMED_DEADLINE, &p->clocks[i].decl, "deadline",
                      p->clocks[i].every >= 0 ? "it comes back, and only its own record meets it"
                                              : "only its own record meets it",
                      "takes = days(7)");
        }
    }
}

/* What waits for an event: the declaration that names it, and its kind in words; NULL where nothing does. */
static const moot_decl *waits(const moot_protocol *p, const moot_trigger *root, const char **out_word)
{
    switch ((moot_use)root->use) {
    case MOOT_USE_OUTCOME: *out_word = "outcome"; return &p->outcomes[root->use_id].decl;
    case MOOT_USE_BY:
    case MOOT_USE_NOT_BEFORE:
    case MOOT_USE_MET_BY:
    case MOOT_USE_ENDS:
        *out_word = p->clocks[root->use_id].effect >= 0 ? "act" : "deadline";
        return &p->clocks[root->use_id].decl;
    case MOOT_USE_CHILD:
    case MOOT_USE_STAGE:
    case MOOT_USE_FROM:
    case MOOT_USE_ADDS_UP:
    case MOOT_USE_PLACE_ENDS:
    case MOOT_USE_CONDITION:
    case MOOT_USE_COMPARED:
    case MOOT_USE_MEASURE: break;
    }
    return NULL;
}

static void one_event(search *s, int32_t event)
{
    const moot_protocol *p = s->protocol;
    for (int32_t i = 0; i < p->triggers_count; i++) {
        const moot_trigger *root = &p->triggers[i];
        const char *word = NULL;
        if (root->kind != MOOT_ON_EVENT || root->ref != event) {
            continue;
        }
        while (root->parent >= 0) {
            root = &p->triggers[root->parent];
        }
        const moot_decl *decl = waits(p, root, &word);
        if (decl) {
            moot_buf why, line;
            moot_buf_init(&why);
            moot_buf_init(&line);
            moot_buf_printf(&why, "the %s \"%s\" waits for it", word, decl->name);
            moot_buf_str(&line, "takes = days(7), omitted = 0.1");
            add(s, MOOT_ASSUMED_EVENT, &p->events[event].decl, "event", &why, &line);
            return;
        }
    }
}

static void events(search *s)
{
    for (int32_t i = 0; i < s->protocol->events_count; i++) {
        if (!is_said(s->assume, s->assume->of_event[i])) {
            one_event(s, i);
        }
    }
}

/* ---- facts ---- */

static void mark(uint8_t *read, int32_t fact)
{
    if (fact >= 0) {
        read[fact] = 1;
    }
}

/* Every fact that something of the protocol reads. */
static void mark_read(const moot_protocol *p, uint8_t *read)
{
    for (int32_t i = 0; i < p->nodes_count; i++) {
        const moot_cond_node *node = &p->nodes[i];
        if (node->kind == MOOT_COND_TEST && node->subject == MOOT_SUBJECT_FACT) {
            mark(read, node->ref);
        } else if (node->kind == MOOT_COND_TEST && node->subject == MOOT_SUBJECT_AGE) {
            mark(read, p->dob_fact);
        }
        if (node->spell && (node->spells.which & MOOT_SPELL_FOLLOWS)) {
            mark(read, node->spells.follows);
        }
        if (node->spell && (node->spells.which & MOOT_SPELL_TOGETHER)) {
            mark(read, node->spells.together);
        }
    }
    for (int32_t i = 0; i < p->operands_count; i++) {
        mark(read, p->operands[i].kind == MOOT_OPERAND_FACT  ? p->operands[i].ref
                   : p->operands[i].kind == MOOT_OPERAND_AGE ? p->dob_fact
                                                             : -1);
    }
    for (int32_t i = 0; i < p->triggers_count; i++) {
        mark(read, p->triggers[i].kind == MOOT_ON_DATE    ? p->triggers[i].ref
                   : p->triggers[i].kind == MOOT_ON_TURNS ? p->dob_fact
                                                          : -1);
    }
    for (int32_t i = 0; i < p->effects_count; i++) {
        mark(read, p->effects[i].consent);
    }
    for (int32_t i = 0; i < p->stages_count; i++) {
        mark(read, p->stages[i].owner.kind == MOOT_OWNER_FACT ? p->stages[i].owner.fact : -1);
    }
    for (int32_t i = 0; i < p->clocks_count; i++) {
        mark(read, p->clocks[i].owner.kind == MOOT_OWNER_FACT ? p->clocks[i].owner.fact : -1);
    }
}

static void say_options(const search *s, const moot_fact *fact, moot_buf *out)
{
    moot_buf_str(out, "options = { ");
    for (int32_t i = 0; i < fact->options.count; i++) {
        moot_buf_str(out, i ? ", [" : "[");
        moot_text_quoted(moot_symbol(s->protocol, moot_span_at(s->protocol, fact->options, i)), out);
        moot_buf_str(out, "] = 1");
    }
    moot_buf_str(out, " }");
}

/* What a line about a fact says, by its type; 0: nobody draws such a fact. */
static int say_fact(const search *s, int32_t index, moot_buf *out)
{
    const moot_fact *fact = &s->protocol->facts[index];
    switch ((moot_type)fact->type) {
    case MOOT_T_YESNO: moot_buf_str(out, "yes = 0.5"); return 1;
    case MOOT_T_ONE_OF: say_options(s, fact, out); return 1;
    case MOOT_T_INTEGER:
        moot_buf_printf(out, "value = between(%lld, %lld)", (long long)fact->min, (long long)fact->max);
        return 1;
    case MOOT_T_MONEY: moot_buf_str(out, "value = between(money(0), money(1000))"); return 1;
    case MOOT_T_DATE:
    case MOOT_T_INSTANT:
        moot_buf_str(out, index == s->protocol->dob_fact ? "before = between(years(16), years(18))"
                                                          : "after = between(days(1), days(60))");
        return 1;
    case MOOT_T_SPELLS: moot_buf_str(out, "yes = 0.5, before = years(2), lasts = years(1)"); return 1;
    case MOOT_T_CONSENT: moot_buf_str(out, "given = 0.5, takes = days(1)"); return 1;
    default: return 0;
    }
}

static void facts(search *s)
{
    const moot_protocol *p = s->protocol;
    uint8_t *read = moot_arena_alloc(&s->out->arena, (size_t)p->facts_count + 1);
    if (!read) {
        s->memory = 1;
        return;
    }
    mark_read(p, read);
    for (int32_t i = 0; i < p->facts_count; i++) {
        const moot_fact *fact = &p->facts[i];
        moot_buf why, line;
        int consent = fact->type == MOOT_T_CONSENT; /* that nobody has asked is no answer */
        if (!read[i] || fact->source != MOOT_FACT_GIVEN || (moot_known(fact->presumed) && !consent) ||
            is_said(s->assume, s->assume->of_fact[i])) {
            continue;
        }
        moot_buf_init(&why);
        moot_buf_init(&line);
        if (say_fact(s, i, &line)) {
            moot_buf_str(&why, consent ? "a rule asks for it" : "a rule reads it, and nothing is presumed");
            add(s, consent ? MOOT_ASSUMED_CONSENT : MOOT_ASSUMED_FACT, &fact->decl, consent ? "consent" : "fact", &why, &line);
        } else {
            moot_buf_done(&why);
            moot_buf_done(&line);
        }
    }
}

/* ---- panels ---- */

static void panels(search *s)
{
    const moot_protocol *p = s->protocol;
    for (int32_t i = 0; i < p->panels_count; i++) {
        const moot_panel *panel = &p->panels[i];
        const int32_t row = s->assume->of_panel[i];
        int first = panel->first != MOOT_DAY_MIN || (row >= 0 && s->assume->rows[row].first != MOOT_DAY_MIN);
        int every = panel->every.count != 0 || (row >= 0 && s->assume->rows[row].every.count != 0);
        int taken = 0;
        for (int32_t k = 0; k < p->stages_count; k++) {
            taken |= p->stages[k].panel == i;
        }
        if (!taken || (first && every)) {
            continue;
        }
        add_plain(s, MOOT_ASSUMED_PANEL, &panel->decl, "panel",
                  first   ? "the protocol does not say how often it meets"
                  : every ? "the protocol does not say on which day it first meets"
                          : "the protocol does not say when it meets",
                  first   ? "every = weeks(2)"
                  : every ? "first = \"2026-01-14\""
                          : "first = \"2026-01-14\", every = weeks(2)");
    }
}

moot_code moot_assume_missing(const moot_assume *assume, moot_assume_gaps *out, moot_err *err)
{
    search s = { assume, assume->protocol, out, 0 };
    memset(out, 0, sizeof *out);
    moot_arena_init(&out->arena);
    stages(&s);
    deadlines(&s);
    events(&s);
    facts(&s);
    panels(&s);
    return s.memory ? moot_fail_memory(err) : MOOT_OK;
}

void moot_assume_gaps_done(moot_assume_gaps *gaps)
{
    moot_free(gaps->list);
    moot_arena_done(&gaps->arena);
    memset(gaps, 0, sizeof *gaps);
}
