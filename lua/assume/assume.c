/* What each `assume { … }` is about, and whether what it says fits that: subjects, fields, outcomes, answers. */
#include "lua/assume/assume.h"

#include <stdio.h>
#include <string.h>

#include "lua/assume/assume_internal.h"
#include "lua/load/load.h"
#include "lua/load/schema.h"
#include "vm/base/names.h"
#include "vm/base/text.h"

#define MOST 1000000 /* homes, people, places */

/* ---- fields by subject ---- */

/* What an assumption about a subject may say beside source and because; what it must say; one of what it must say. */
static const struct {
    const char *fields, *must;
} shapes[] = {
    [MOOT_ASSUMED_STAGE] = { "when outcomes takes", "outcomes" },
    [MOOT_ASSUMED_ACT] = { "when takes omitted", NULL },
    [MOOT_ASSUMED_DEADLINE] = { "when takes omitted", "takes" },
    [MOOT_ASSUMED_EVENT] = { "when takes omitted", "takes" },
    [MOOT_ASSUMED_ARRIVALS] = { "per_year facts", "per_year" },
    [MOOT_ASSUMED_FACT] = { "when yes options value before after lasts omitted", NULL },
    [MOOT_ASSUMED_CONSENT] = { "when given takes omitted", "given" },
    [MOOT_ASSUMED_PANEL] = { "first every places", NULL },
    [MOOT_ASSUMED_QUOTA] = { "taken", "taken" },
    [MOOT_ASSUMED_ROLE] = { "people cases_each", "people cases_each" },
    [MOOT_ASSUMED_HOMES] = { "count taken stays", "count stays" },
};

static const char *const phrases[] = { "a stage", "an act", "a deadline", "an event", "arrivals", "a fact", "a consent", "a panel",
                                       "a quota", "a role", "homes" };

static int is_among(const char *list, const char *name)
{
    size_t len = strlen(name);
    for (const char *at = list; at && *at; at += strcspn(at, " "), at += *at == ' ') {
        if (strcspn(at, " ") == len && memcmp(at, name, len) == 0) {
            return 1;
        }
    }
    return 0;
}

static int subject_of(const char *field)
{
    for (int kind = 0; kind < MOOT_ASSUMED_KIND_COUNT; kind++) {
        if (strcmp(moot_assumed_kind_text(kind), field) == 0) {
            return kind;
        }
    }
    return -1;
}

/* "takes, omitted and when" */
static const char *tell_list(const char *list, char *buf, size_t size)
{
    size_t used = 0;
    for (const char *at = list; *at && used < size;) {
        size_t len = strcspn(at, " ");
        const char *next = at[len] ? at + len + 1 : at + len;
        used += (size_t)snprintf(buf + used, size - used, "%s%.*s", at == list ? "" : (*next ? ", " : " and "), (int)len, at);
        at = next;
    }
    return buf;
}

/* A field's own place, for what is wrong with its being there. */
static moot_node field_place(const moot_field *field)
{
    moot_node at = *field->value;
    at.line = field->line;
    at.col = field->col;
    at.width = (int32_t)strlen(field->name);
    return at;
}

static int check_fields(moot_binder *b, const moot_node *node, int kind)
{
    char list[160];
    int good = 1;
    for (int32_t i = 0; i < node->field_count; i++) {
        const moot_field *field = &node->fields[i];
        if (subject_of(field->name) < 0 && !is_among(shapes[kind].fields, field->name) && !is_among("source because", field->name)) {
            moot_node at = field_place(field);
            moot_compile__fail(&b->c, &at, "`%s` says nothing of %s; what is assumed of %s stands in %s", field->name, phrases[kind],
                               kind == MOOT_ASSUMED_HOMES || kind == MOOT_ASSUMED_ARRIVALS ? "them" : "it",
                               tell_list(shapes[kind].fields, list, sizeof list));
            good = 0;
        }
    }
    for (const char *must = shapes[kind].must; must && *must; must += strcspn(must, " "), must += *must == ' ') {
        char name[32];
        snprintf(name, sizeof name, "%.*s", (int)strcspn(must, " "), must);
        if (!moot_node_field(node, name)) {
            moot_compile__fail(&b->c, node, "what is assumed of %s needs %s = …", phrases[kind], name);
            good = 0;
        }
    }
    return good;
}

/* The one field that names what it is about; -1 after an error. */
static int find_subject(moot_binder *b, const moot_node *node, const moot_field **out_field)
{
    int kind = -1;
    for (int32_t i = 0; i < node->field_count; i++) {
        int this = subject_of(node->fields[i].name);
        if (this >= 0 && kind >= 0) {
            moot_node at = field_place(&node->fields[i]);
            moot_compile__fail(&b->c, &at, "one assumption is about one thing: %s, or %s", phrases[kind],
                               phrases[this]);
            return -1;
        }
        if (this >= 0) {
            kind = this;
            *out_field = &node->fields[i];
        }
    }
    if (kind < 0) {
        moot_compile__fail(&b->c, node, "what is this about? Name it by stage, act, deadline, event, arrivals, fact, consent, "
                                        "panel, quota, role or homes = …");
    }
    return kind;
}

/* ---- subjects that nothing is to be assumed of ---- */

static int may_stage(moot_binder *b, const moot_node *at, int32_t stage)
{
    const moot_stage *s = &b->protocol->stages[stage];
    if (moot_stage_is_drawn(b->protocol, stage)) {
        return 1;
    }
    if (s->outcomes.count > 0 && s->owner.kind == MOOT_OWNER_NONE && s->panel < 0) {
        moot_compile__fail(&b->c, at, "the stage \"%s\" has no owner: its guards say how it ends, and nothing is drawn", s->decl.name);
    } else {
        moot_compile__fail(&b->c, at, "nobody chooses how the stage \"%s\" ends: nothing is drawn", s->decl.name);
    }
    return 0;
}

static int may_fact(moot_binder *b, const moot_node *at, int32_t fact)
{
    const moot_fact *f = &b->protocol->facts[fact];
    if (f->source != MOOT_FACT_GIVEN) {
        moot_compile__fail(&b->c, at, "the protocol itself %s \"%s\": nothing is drawn",
                           f->source == MOOT_FACT_DERIVED ? "works out" : "sets", f->decl.name);
    } else if (f->type == MOOT_T_TEXT || f->type == MOOT_T_PARTY) {
        moot_compile__fail(&b->c, at, "\"%s\" is %s, which no model draws", f->decl.name, moot_type_text((moot_type)f->type));
    } else {
        return 1;
    }
    return 0;
}

static int may_subject(moot_binder *b, int kind, const moot_node *at, int32_t ref)
{
    const moot_protocol *p = b->protocol;
    if (kind == MOOT_ASSUMED_STAGE) {
        return may_stage(b, at, ref);
    } else if (kind == MOOT_ASSUMED_FACT) {
        return may_fact(b, at, ref);
    } else if (kind == MOOT_ASSUMED_DEADLINE && p->clocks[ref].met_by >= 0) {
        moot_compile__fail(&b->c, at, "the deadline \"%s\" is met by what its met_by names: what is assumed of that counts",
                           p->clocks[ref].decl.name);
        return 0;
    }
    return 1;
}

/* The row of the same subject that counts always, so that this one never would; NULL. Arrivals of one event may differ by
 * their facts. */
static const moot_assumed *said_before(const moot_binder *b, int kind, int32_t ref, const moot_node *node, const char *name)
{
    int differs = kind == MOOT_ASSUMED_ARRIVALS && moot_node_field(node, "facts");
    for (int32_t i = 0; i < b->out->rows_count; i++) {
        const moot_assumed *row = &b->out->rows[i];
        int same = row->kind == kind && row->ref == ref && strcmp(row->name, name) == 0;
        if (same && row->tests.count == 0 && !(differs && row->facts.count > 0)) {
            return row;
        }
    }
    return NULL;
}

/* ---- what is said ---- */

static moot_chance *add_chance(moot_binder *b, moot_span *span, int32_t ref)
{
    moot_chance *chance = moot_assume_add_chance(b->out);
    if (!chance) {
        moot_compile__no_memory(&b->c);
        return NULL;
    }
    chance->ref = ref;
    span->first = span->count++ ? span->first : b->out->chances_count - 1;
    return chance;
}

/* Two chances of a share: yes and no, given and refused. */
static moot_span two_chances(moot_binder *b, const moot_node *node, const char *field, int32_t yes, int32_t no)
{
    moot_span span = { 0, 0 };
    uint32_t share = moot_assume__share(b, node, field, 0);
    moot_chance *chance = add_chance(b, &span, yes);
    if (chance) {
        chance->weight = share;
        chance = add_chance(b, &span, no);
    }
    if (chance) {
        chance->weight = MOOT_ASSUME_ONE - share;
    }
    return span;
}

static int is_listed(const moot_node *table, const char *name)
{
    return moot_node_field(table, name) != NULL;
}

/* Names of what may be chosen: outcomes of a stage, answers of a fact. */
typedef struct choices {
    const char **names;
    int32_t *refs;
    int32_t count;
} choices;

static int make_choices(moot_binder *b, int32_t most, choices *out)
{
    memset(out, 0, sizeof *out);
    out->names = moot_arena_array(&b->c.scratch, (size_t)most + 1, sizeof *out->names);
    out->refs = moot_arena_array(&b->c.scratch, (size_t)most + 1, sizeof *out->refs);
    if (!out->names || !out->refs) {
        moot_compile__no_memory(&b->c);
        return 0;
    }
    return 1;
}

static int32_t choice_of(const choices *c, const char *name)
{
    for (int32_t i = 0; i < c->count; i++) {
        if (strcmp(c->names[i], name) == 0) {
            return i;
        }
    }
    return -1;
}

/* Each choice has a weight, so that nobody is left to guess: one message for all that have none. */
static void check_all_said(moot_binder *b, const moot_node *table, const choices *c, const char *field)
{
    moot_buf text;
    int32_t count = 0;
    moot_buf_init(&text);
    for (int32_t i = 0; i < c->count; i++) {
        if (!is_listed(table, c->names[i])) {
            moot_buf_printf(&text, "%s\"%s\"", count ? ", " : "", c->names[i]);
            count++;
        }
    }
    if (count > 0) {
        moot_compile__fail(&b->c, table, "`%s` says nothing of %s; a weight of 0 says that it never comes", field,
                           moot_buf_ok(&text) ? moot_buf_text(&text) : "some");
    }
    moot_buf_done(&text);
}

/* The chances of a table of weights. `timed`: each takes its time, `shared` (a spread, -1) unless it gives its own. */
static moot_span read_weights(moot_binder *b, const moot_node *table, const char *field, const choices *c, int timed, int32_t shared)
{
    moot_span span = { 0, 0 };
    double *weights = moot_arena_array(&b->c.scratch, (size_t)table->field_count + 1, sizeof *weights);
    int failed = b->c.failed, unknown = 0;
    b->c.failed = 0;
    for (int32_t i = 0; weights && i < table->field_count; i++) {
        const moot_node *value = table->fields[i].value;
        const moot_node *weight = value->type == MOOT_NODE_TABLE ? moot_node_field(value, "weight") : value;
        int32_t at = choice_of(c, table->fields[i].name);
        moot_chance *chance = at >= 0 ? add_chance(b, &span, c->refs[at]) : NULL;
        if (at < 0) {
            unknown = 1;
            moot_node place = field_place(&table->fields[i]);
            char said[200];
            snprintf(said, sizeof said, "`%s` has no \"%.100s\" to choose", field, table->fields[i].name);
            moot_assume__unknown(b, &place, said, table->fields[i].name, c->names, (size_t)c->count);
        }
        if (!chance) {
            continue;
        }
        weights[span.count - 1] = moot_assume__number(weight);
        int32_t index = b->out->chances_count - 1;
        int32_t takes = value->type == MOOT_NODE_TABLE ? moot_assume__spread(b, value, "takes", MOOT_T_UNKNOWN) : -1;
        b->out->chances[index].takes = takes >= 0 ? takes : shared;
        const moot_node *own = value->type == MOOT_NODE_TABLE ? moot_node_field(value, "takes") : NULL;
        if (!timed && own) {
            moot_compile__fail(&b->c, own, "a panel decides at its sessions, so `takes` says nothing here");
        } else if (timed && !own && shared < 0 && weights[span.count - 1] > 0) {
            moot_compile__fail(&b->c, value, "how long does it take until \"%s\"? Write takes = … beside `outcomes`, or in { weight "
                                             "= …, takes = … }", table->fields[i].name);
        }
    }
    if (!unknown) { /* a misspelt name is one mistake */
        check_all_said(b, table, c, field);
    }
    if (weights && !b->c.failed) {
        moot_assume__weigh(b, table, span, weights);
    }
    b->c.failed |= failed;
    b->c.memory |= !weights;
    return span;
}

static void say_stage(moot_binder *b, const moot_node *node, moot_assumed *row)
{
    const moot_protocol *p = b->protocol;
    const moot_stage *stage = &p->stages[row->ref];
    const moot_node *table = moot_node_field(node, "outcomes"), *takes = moot_node_field(node, "takes");
    choices c;
    if (!make_choices(b, stage->outcomes.count, &c)) {
        return;
    }
    for (int32_t i = 0; i < stage->outcomes.count; i++) {
        const moot_outcome *outcome = &p->outcomes[stage->outcomes.first + i];
        if (moot_outcome_is_chosen(outcome)) {
            c.names[c.count] = outcome->decl.name;
            c.refs[c.count++] = stage->outcomes.first + i;
        } else if (is_listed(table, outcome->decl.name)) {
            moot_compile__fail(&b->c, moot_node_field(table, outcome->decl.name),
                               "the outcome \"%s\" is taken by itself, so it has no weight", outcome->decl.name);
            return;
        }
    }
    if (takes && stage->panel >= 0) {
        moot_compile__fail(&b->c, takes, "a panel decides at its sessions, so `takes` says nothing here");
        return;
    }
    row->takes = moot_assume__spread(b, node, "takes", MOOT_T_UNKNOWN);
    if (!takes || row->takes >= 0) {
        row->chances = read_weights(b, table, "outcomes", &c, stage->panel < 0, row->takes);
    }
}

/* ---- facts ---- */

/* Which fields say what a fact of a type is. */
static const char *fields_of_type(moot_type type)
{
    switch (type) {
    case MOOT_T_YESNO: return "yes";
    case MOOT_T_ONE_OF: return "options";
    case MOOT_T_INTEGER:
    case MOOT_T_MONEY: return "value";
    case MOOT_T_DATE:
    case MOOT_T_INSTANT: return "before after";
    default: return "yes before lasts";
    }
}

static int check_type_fields(moot_binder *b, const moot_node *node, const moot_fact *fact)
{
    const char *fields = fields_of_type((moot_type)fact->type);
    char list[80];
    int said = 0;
    for (int32_t i = 0; i < node->field_count; i++) {
        const char *name = node->fields[i].name;
        int figure = is_among("yes options value before after lasts", name);
        if (figure && !is_among(fields, name)) {
            moot_node at = field_place(&node->fields[i]);
            moot_compile__fail(&b->c, &at, "`%s` says nothing of a fact that is %s; it takes %s", name,
                               moot_type_text((moot_type)fact->type), tell_list(fields, list, sizeof list));
            return 0;
        }
        said += figure;
    }
    if (said == 0) {
        moot_compile__fail(&b->c, node, "what is assumed of a fact that is %s stands in %s = …", moot_type_text((moot_type)fact->type),
                           strcmp(fields, "before after") == 0 ? "before = … or after" : tell_list(fields, list, sizeof list));
    } else if (strcmp(fields, "before after") == 0 && said > 1) {
        moot_compile__fail(&b->c, node, "a date is before the case begins, or after: give one of the two");
        return 0;
    }
    return said > 0;
}

static void say_options(moot_binder *b, const moot_node *node, const moot_fact *fact, moot_assumed *row)
{
    choices c;
    if (!make_choices(b, fact->options.count, &c)) {
        return;
    }
    for (int32_t i = 0; i < fact->options.count; i++) {
        c.refs[c.count] = moot_span_at(b->protocol, fact->options, i);
        c.names[c.count] = moot_symbol(b->protocol, c.refs[c.count]);
        c.count++;
    }
    row->chances = read_weights(b, moot_node_field(node, "options"), "options", &c, 0, -1);
}

/* A whole number that is drawn lies where the fact's own do. */
static void check_bounds(moot_binder *b, const moot_node *at, const moot_fact *fact, int32_t spread)
{
    const moot_spread *s = spread >= 0 ? &b->out->spreads[spread] : NULL;
    double low = 0, high = 0;
    if (!s || fact->type != MOOT_T_INTEGER) {
        return;
    }
    low = s->a;
    high = s->family == MOOT_SPREAD_BETWEEN ? s->b : s->a;
    for (int32_t i = 0; i < s->seen.count; i++) {
        double value = (double)b->out->seen[s->seen.first + i].value;
        low = i == 0 || value < low ? value : low;
        high = i == 0 || value > high ? value : high;
    }
    if (low < (double)fact->min || high > (double)fact->max) {
        moot_compile__fail(&b->c, at, "%s goes from %lld to %lld", fact->decl.name, (long long)fact->min, (long long)fact->max);
    }
}

static void say_fact(moot_binder *b, const moot_node *node, moot_assumed *row)
{
    const moot_fact *fact = &b->protocol->facts[row->ref];
    if (!check_type_fields(b, node, fact)) {
        return;
    }
    row->omitted = moot_assume__share(b, node, "omitted", 0);
    switch ((moot_type)fact->type) {
    case MOOT_T_YESNO: row->chances = two_chances(b, node, "yes", 1, 0); break;
    case MOOT_T_ONE_OF: say_options(b, node, fact, row); break;
    case MOOT_T_INTEGER:
    case MOOT_T_MONEY:
        row->takes = moot_assume__spread(b, node, "value", (moot_type)fact->type);
        check_bounds(b, moot_node_field(node, "value"), fact, row->takes);
        break;
    case MOOT_T_DATE:
    case MOOT_T_INSTANT:
        row->side = moot_node_field(node, "before") ? -1 : 1;
        row->takes = moot_assume__spread(b, node, row->side < 0 ? "before" : "after", MOOT_T_UNKNOWN);
        break;
    default: /* spells */
        if (!moot_node_field(node, "yes") || !moot_node_field(node, "before")) {
            moot_compile__fail(&b->c, node, "of spells is said which share has one, yes = …, and how long before the case it began, "
                                            "before = …");
            return;
        }
        row->side = -1;
        row->chances = two_chances(b, node, "yes", 1, 0);
        row->takes = moot_assume__spread(b, node, "before", MOOT_T_UNKNOWN);
        row->lasts = moot_assume__spread(b, node, "lasts", MOOT_T_UNKNOWN);
        break;
    }
}

static void say_consent(moot_binder *b, const moot_node *node, moot_assumed *row)
{
    const moot_protocol *p = b->protocol;
    int32_t given = moot_names_find(&p->symbols, "given"), refused = moot_names_find(&p->symbols, "refused");
    row->chances = two_chances(b, node, "given", given, refused);
    row->takes = moot_assume__spread(b, node, "takes", MOOT_T_UNKNOWN);
    row->omitted = moot_assume__share(b, node, "omitted", 0);
}

/* ---- panels, homes and the others ---- */

/* What the protocol states of a panel is not assumed. But where its baseline is silent, and the variant alone says it, what was
 * assumed gives way to it: *node is NULL then. */
static int gives_way(moot_binder *b, const char *panel, const moot_node **node, int stated, int stated_before, const char *what)
{
    if (*node && stated && !stated_before) {
        *node = NULL;
    } else if (*node && stated) {
        moot_compile__fail(&b->c, *node, "the protocol itself says %s of \"%s\": what it states is not assumed; a variant changes it",
                           what, panel);
        return 0;
    }
    return 1;
}

static void say_panel(moot_binder *b, const moot_node *node, moot_assumed *row)
{
    const moot_panel *panel = &b->protocol->panels[row->ref];
    int32_t same = b->baseline ? moot_assume__index(b->baseline, MOOT_ASSUMED_PANEL, panel->decl.name) : -1;
    const moot_panel *before = same >= 0 ? &b->baseline->panels[same] : panel;
    const moot_node *first = moot_node_field(node, "first"), *every = moot_node_field(node, "every");
    const moot_node *places = moot_node_field(node, "places");
    if (!first && !every && !places) {
        moot_compile__fail(&b->c, node, "what is assumed of a panel stands in first, every or places = …");
        return;
    }
    if (!gives_way(b, panel->decl.name, &first, panel->first != MOOT_DAY_MIN, before->first != MOOT_DAY_MIN, "the first session")
        || !gives_way(b, panel->decl.name, &every, panel->every.count > 0, before->every.count > 0, "the cadence")
        || !gives_way(b, panel->decl.name, &places, panel->places > 0, before->places > 0, "the places")) {
        return;
    }
    if (first) {
        (void)moot_compile__day(&b->c, first, &row->first);
    }
    if (every && moot_compile__duration(&b->c, every, &row->every) && row->every.count == 0) {
        moot_compile__fail(&b->c, every, "a panel meets every so many days, weeks or months, not %s", moot_compile__found(&b->c, every));
    }
    row->places = places ? moot_assume__whole(b, node, "places", MOST) : row->places;
    if (places && row->places == 0) {
        moot_compile__fail(&b->c, places, "a session takes one case at least");
    }
}

static void say_arrivals(moot_binder *b, const moot_node *node, moot_assumed *row)
{
    const moot_node *value = moot_node_field(node, "per_year");
    double count = moot_assume__number(value);
    if (!(count > 0 && count <= 1e7)) {
        moot_compile__fail(&b->c, value, "per_year is more than 0 and at most 10,000,000, not %s", moot_compile__found(&b->c, value));
        return;
    }
    row->per_year = (int64_t)(count * 1000 + 0.5);
    row->facts = moot_assume__facts(b, node);
}

static void say_homes(moot_binder *b, const moot_node *node, moot_assumed *row)
{
    row->count = moot_assume__whole(b, node, "count", MOST);
    row->taken = moot_node_field(node, "taken") ? moot_assume__whole(b, node, "taken", MOST) : 0;
    row->lasts = moot_assume__spread(b, node, "stays", MOOT_T_UNKNOWN);
    if (row->taken > row->count && row->count >= 0) {
        moot_compile__fail(&b->c, moot_node_field(node, "taken"), "more homes are taken than there are");
    }
}

static void say(moot_binder *b, const moot_node *node, moot_assumed *row)
{
    switch ((moot_assumed_kind)row->kind) {
    case MOOT_ASSUMED_STAGE: say_stage(b, node, row); break;
    case MOOT_ASSUMED_FACT: say_fact(b, node, row); break;
    case MOOT_ASSUMED_CONSENT: say_consent(b, node, row); break;
    case MOOT_ASSUMED_PANEL: say_panel(b, node, row); break;
    case MOOT_ASSUMED_ARRIVALS: say_arrivals(b, node, row); break;
    case MOOT_ASSUMED_HOMES: say_homes(b, node, row); break;
    case MOOT_ASSUMED_QUOTA: row->taken = moot_assume__whole(b, node, "taken", MOST); break;
    case MOOT_ASSUMED_ROLE:
        row->count = moot_assume__whole(b, node, "people", MOST);
        row->places = moot_assume__whole(b, node, "cases_each", MOST);
        break;
    case MOOT_ASSUMED_ACT:
    case MOOT_ASSUMED_DEADLINE:
    case MOOT_ASSUMED_EVENT:
    case MOOT_ASSUMED_KIND_COUNT:
        row->takes = moot_assume__spread(b, node, "takes", MOOT_T_UNKNOWN);
        row->omitted = moot_assume__share(b, node, "omitted", 0);
        if (!moot_node_field(node, "takes") && !moot_node_field(node, "omitted")) {
            moot_compile__fail(&b->c, node, "what is assumed of an act stands in takes = … or omitted = …");
        }
        break;
    }
}

/* ---- one assumption ---- */

/* Messages call an assumption by what it is about. */
static moot_node about(const moot_node *node, int kind, const char *name)
{
    static const char *const words[] = {
#define X(name, text) "what is assumed of " text,
        MOOT_ASSUMED_KINDS(X)
#undef X
    };
    moot_node label = *node;
    label.word = words[kind];
    label.name = name;
    return label;
}

/* Reads one whose subject is known. */
static void bind_row(moot_binder *b, const moot_node *node, int kind, const moot_node *subject, int32_t ref)
{
    const char *name = subject->name;
    int32_t named = kind == MOOT_ASSUMED_HOMES ? -1 : ref;
    const moot_assumed *before = said_before(b, kind, named, node, name);
    if (before) {
        moot_compile__fail(&b->c, subject, "%s \"%s\" is assumed in line %d already%s", moot_assumed_kind_text(kind), name,
                           (int)before->line, is_among(shapes[kind].fields, "when") ? ", for every case" : "");
        return;
    }
    moot_assumed row = { .kind = (uint8_t)kind, .ref = named, .next = -1, .takes = -1, .lasts = -1, .count = -1, .places = -1,
                         .taken = -1, .first = MOOT_DAY_MIN, .line = node->line };
    row.name = moot_assume_str(b->out, name);
    row.source = moot_assume_str(b->out, moot_compile__text(&b->c, node, "source"));
    row.because = moot_assume_str(b->out, moot_compile__text(&b->c, node, "because"));
    row.tests = moot_assume__tests(b, node);
    say(b, node, &row);
    moot_assumed *kept = moot_assume_add_assumed(b->out);
    if (!kept || !row.name || !row.source) {
        moot_compile__no_memory(&b->c);
        return;
    }
    *kept = row;
}

static void bind_one(moot_binder *b, const moot_node *node)
{
    const moot_field *subject = NULL;
    b->c.decl = node;
    int kind = find_subject(b, node, &subject);
    if (kind < 0) {
        return;
    }
    const moot_node label = about(node, kind, subject->value->name);
    b->c.decl = &label;
    int32_t ref = check_fields(b, node, kind) ? moot_assume__find(b, kind, subject->value) : -1;
    if (ref >= 0 && may_subject(b, kind, subject->value, ref)) {
        bind_row(b, node, kind, subject->value, ref);
    }
    b->c.decl = NULL;
}

/* ---- what a module of stdlib assumes for every protocol ---- */

/* A stage whose outcomes are those of which the module speaks. */
static int fits_stage(const moot_binder *b, const moot_node *node, int32_t ref)
{
    const moot_protocol *p = b->protocol;
    const moot_node *outcomes = moot_node_field(node, "outcomes");
    int32_t named = 0;
    for (int32_t i = 0; outcomes && i < p->stages[ref].outcomes.count; i++) {
        const moot_outcome *outcome = &p->outcomes[p->stages[ref].outcomes.first + i];
        int listed = moot_node_field(outcomes, outcome->decl.name) != NULL;
        if (!listed && moot_outcome_is_chosen(outcome)) {
            return 0;
        }
        named += listed;
    }
    return moot_stage_is_drawn(p, ref) && outcomes && named == outcomes->field_count;
}

/* Whether this protocol has the subject in the form that the module knows, and the file itself says nothing of it. */
static int is_wanted(const moot_binder *b, const moot_node *node, int kind, const char *name, int32_t own)
{
    int32_t ref = name ? moot_assume__index(b->protocol, kind, name) : -1;
    for (int32_t i = 0; i < own; i++) {
        if (b->out->rows[i].kind == kind && strcmp(b->out->rows[i].name, name) == 0) {
            return 0;
        }
    }
    return ref >= 0 && (kind != MOOT_ASSUMED_STAGE || fits_stage(b, node, ref)) &&
           (kind != MOOT_ASSUMED_FACT || b->protocol->facts[ref].source == MOOT_FACT_GIVEN) &&
           (kind != MOOT_ASSUMED_DEADLINE || b->protocol->clocks[ref].met_by < 0);
}

/* Of each module that the file requires: what concerns this protocol, unless the file itself speaks of it. */
static void bind_shared(moot_binder *b, const moot_script *script)
{
    int32_t own = b->out->rows_count;
    for (int32_t i = 0; i < script->decl_count && !b->c.memory; i++) {
        const moot_node *node = script->decls[i];
        const moot_field *subject = NULL;
        b->c.decl = NULL;
        if (node->common || node->file == script->file || !moot_node_is(node, "assume")) {
            continue;
        }
        int kind = find_subject(b, node, &subject);
        if (kind >= 0 && is_wanted(b, node, kind, subject->value->name, own)) {
            bind_one(b, node);
        }
    }
}

static void bind_all(moot_binder *b, const moot_script *script)
{
    for (int32_t i = 0; i < script->decl_count && !b->c.memory; i++) {
        const moot_node *node = script->decls[i];
        b->c.decl = NULL;
        if (node->common || node->file != script->file) {
            continue; /* the vocabulary; what is shared comes last */
        }
        if (moot_node_is(node, "assume")) {
            bind_one(b, node);
        } else {
            moot_compile__fail(&b->c, node, "an assumptions file has assume { … } and nothing else; what must happen stands in the "
                                            "protocol");
        }
    }
    bind_shared(b, script);
}

moot_code moot_assume_bind(const moot_script *script, const moot_protocol *protocol, const moot_protocol *baseline,
                           moot_assume **out_assume, moot_errs *errs)
{
    moot_script view = *script; /* as a variant's, so that its mistakes name it */
    moot_binder b = { .c = { .script = &view, .errs = errs }, .protocol = protocol, .baseline = baseline };
    const char *variant = baseline ? strstr(protocol->id, " / ") : NULL;
    moot_err err;
    view.variant = variant ? variant + 3 : NULL;
    view.file = "";
    moot_err_init(&err);
    moot_arena_init(&b.c.scratch);
    moot_code code = moot_assume_new(protocol, &b.out, &err);
    if (code == MOOT_OK) {
        b.out->file = moot_assume_str(b.out, script->file);
        bind_all(&b, script);
        code = b.c.memory || !b.out->file ? moot_fail_memory(&err) : (b.c.failed ? MOOT_EDATA : moot_assume_freeze(b.out, &err));
    }
    moot_arena_done(&b.c.scratch);
    if (err.code) {
        moot_errs_take(errs, &err);
    }
    if (code == MOOT_OK) {
        *out_assume = b.out;
    } else {
        moot_assume_free(b.out);
    }
    return code;
}

moot_code moot_assume_load(const char *path, const char *stdlib_dir, const moot_protocol *protocol, moot_assume **out_assume,
                           moot_errs *errs)
{
    moot_load_options options = { .stdlib_dir = stdlib_dir };
    moot_script *script = NULL;
    moot_code code = moot_script_load(path, &options, &script, errs);
    if (code == MOOT_OK) {
        code = moot_assume_bind(script, protocol, NULL, out_assume, errs);
    }
    moot_script_free(script);
    return code;
}
