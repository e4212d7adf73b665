#include "vm/protocol/chart.h"

#include <string.h>

#include "vm/protocol/protocol_show.h"

/* ---- texts ---- */

static const char *keep(moot_chart *chart, moot_buf *text)
{
    const char *kept = moot_buf_ok(text) ? moot_arena_str(&chart->arena, moot_buf_text(text)) : NULL;
    chart->failed |= !kept;
    moot_buf_done(text);
    return kept ? kept : "";
}

static const char *capital(moot_chart *chart, const char *words)
{
    char *copy = moot_arena_str(&chart->arena, words);
    if (!copy) {
        chart->failed = 1;
        return words;
    }
    if (*copy >= 'a' && *copy <= 'z') {
        *copy = (char)(*copy - 'a' + 'A');
    }
    return copy;
}

/* What happens, as one would say it: the script's own words for it are in the document. */
static void say_trigger(const moot_protocol *p, int32_t trigger, moot_buf *out)
{
    const moot_trigger *t = &p->triggers[trigger];
    switch ((moot_trigger_kind)t->kind) {
    case MOOT_ON_EVENT:
        moot_buf_str(out, p->events[t->ref].decl.name);
        break;
    case MOOT_ON_TURNS:
        if (t->param >= 0 && p->params[t->param].steps.count > 1) {
            moot_buf_printf(out, "reaches the age of \"%s\"", p->params[t->param].decl.name);
        } else {
            moot_buf_printf(out, "turns %d", (int)t->ref);
        }
        break;
    case MOOT_ON_DATE:
        moot_buf_printf(out, "the day of %s", p->facts[t->ref].decl.name);
        break;
    case MOOT_ON_BECOMES:
        moot_cond_show(p, t->ref, out);
        break;
    case MOOT_ON_ENTERED:
        moot_buf_printf(out, "%s begins", p->stages[t->ref].decl.name);
        break;
    case MOOT_ON_LEFT:
        moot_buf_printf(out, "%s", t->outcome >= 0 ? p->outcomes[t->outcome].decl.name : "ends");
        break;
    case MOOT_ON_MET:
        moot_buf_printf(out, "%s done", p->clocks[t->ref].decl.name);
        break;
    case MOOT_ON_MISSED:
        moot_buf_printf(out, "%s missed", p->clocks[t->ref].decl.name);
        break;
    case MOOT_ON_DUE:
        moot_buf_printf(out, "%s due", p->clocks[t->ref].decl.name);
        break;
    case MOOT_ON_ANY:
    case MOOT_ON_ALL:
        break;
    }
    for (int32_t i = 0; i < t->shifts.count; i++) {
        const moot_shift *shift = &p->shifts[t->shifts.first + i];
        moot_buf_str(out, shift->sign < 0 ? " less " : " and ");
        moot_operand_show(p, shift->operand, out);
    }
}

static const char *trigger_words(moot_chart *chart, int32_t trigger)
{
    moot_buf text;
    moot_buf_init(&text);
    say_trigger(chart->protocol, trigger, &text);
    return keep(chart, &text);
}

/* ---- lanes ---- */

static int32_t lane_of(moot_chart *chart, const char *name, int32_t party)
{
    for (int32_t i = 0; i < chart->lane_count; i++) {
        if (chart->lanes[i].party == party && strcmp(chart->lanes[i].name, name) == 0) {
            return i;
        }
    }
    if (!moot_grow((void **)&chart->lanes, &chart->lane_cap, (size_t)chart->lane_count + 1, sizeof *chart->lanes)) {
        chart->failed = 1;
        return 0;
    }
    chart->lanes[chart->lane_count] = (moot_chart_lane){ name, party, 0 };
    return chart->lane_count++;
}

static int32_t service_of(const moot_protocol *p, int32_t party)
{
    const moot_party *who = &p->parties[party];
    return who->kind == MOOT_PARTY_ROLE && who->service >= 0 ? who->service : party;
}

/* The lane of an owner: one service, else all of them together. */
static int32_t owner_lane(moot_chart *chart, const moot_owner *owner)
{
    const moot_protocol *p = chart->protocol;
    int32_t n = moot_owner_count(owner), service = -1;
    if (owner->kind == MOOT_OWNER_FACT) {
        return lane_of(chart, "Whoever a fact names", -1);
    }
    for (int32_t i = 0; i < n; i++) {
        int32_t one = service_of(p, moot_owner_party(p, owner, i));
        if (service >= 0 && one != service) {
            return lane_of(chart, "Together", -1);
        }
        service = one;
    }
    if (service < 0) {
        return lane_of(chart, "Nobody is named", -1);
    }
    return lane_of(chart, service == 0 ? "Young person" : p->parties[service].decl.name, service);
}

static int32_t stage_lane(moot_chart *chart, const moot_stage *s)
{
    if (s->owner.kind == MOOT_OWNER_NONE && s->panel >= 0) {
        return lane_of(chart, "Panels", -1);
    }
    return owner_lane(chart, &s->owner);
}

/* ---- boxes ---- */

static int32_t add_box(moot_chart *chart, moot_chart_kind kind, int32_t ref, int32_t lane, const char *title,
                       const moot_decl *decl)
{
    if (!moot_grow((void **)&chart->boxes, &chart->box_cap, (size_t)chart->box_count + 1, sizeof *chart->boxes)) {
        chart->failed = 1;
        return -1;
    }
    chart->boxes[chart->box_count] =
        (moot_chart_box){ (uint8_t)kind, ref, lane, title, "", decl ? decl->clause : "", "", "" };
    return chart->box_count++;
}

static int32_t find_box(const moot_chart *chart, moot_chart_kind kind, int32_t ref, const char *title)
{
    for (int32_t i = 0; i < chart->box_count; i++) {
        const moot_chart_box *b = &chart->boxes[i];
        if (b->kind == kind && b->ref == ref && (!title || strcmp(b->title, title) == 0)) {
            return i;
        }
    }
    return -1;
}

static int32_t titled_box(moot_chart *chart, moot_chart_kind kind, int32_t ref, const char *title, const char *lane,
                          const moot_decl *decl)
{
    int32_t box = find_box(chart, kind, ref, title);
    return box >= 0 ? box : add_box(chart, kind, ref, lane_of(chart, lane, -1), title, decl);
}

static int32_t end_box(moot_chart *chart, const moot_effect *close)
{
    return titled_box(chart, MOOT_CHART_END, -1, capital(chart, close->text ? close->text : "closed"), "Ends", NULL);
}

/* Who is asked first, then, and how long each has. */
static const char *ladder_levels(moot_chart *chart, const moot_ladder *ladder)
{
    const moot_protocol *p = chart->protocol;
    moot_buf text;
    moot_buf_init(&text);
    for (int32_t i = 0; i < ladder->levels.count; i++) {
        const moot_level *level = &p->levels[ladder->levels.first + i];
        moot_buf_printf(&text, "%s%d. ", i > 0 ? "; " : "", (int)i + 1);
        moot_owner_show(p, &level->owner, &text);
        if (level->within >= 0) {
            moot_buf_str(&text, ", ");
            moot_operand_show(p, level->within, &text);
        }
    }
    return keep(chart, &text);
}

static int32_t ladder_box(moot_chart *chart, int32_t ladder)
{
    const moot_ladder *of = &chart->protocol->ladders[ladder];
    int32_t box = find_box(chart, MOOT_CHART_LADDER, ladder, NULL);
    if (box < 0) {
        box = titled_box(chart, MOOT_CHART_LADDER, ladder, capital(chart, of->decl.name), "Escalation", &of->decl);
        if (box >= 0) {
            chart->boxes[box].time = ladder_levels(chart, of);
        }
    }
    return box;
}

static int32_t start_box(moot_chart *chart, int32_t trigger)
{
    return titled_box(chart, MOOT_CHART_START, -1, capital(chart, trigger_words(chart, trigger)), "What begins it", NULL);
}

/* What stands in the box besides its name: its deadlines (not the acts that have a time) and its panel. */
static const char *stage_time(moot_chart *chart, const moot_stage *s)
{
    const moot_protocol *p = chart->protocol;
    moot_buf text;
    moot_buf_init(&text);
    for (int32_t i = 0; i < s->clocks.count; i++) {
        int32_t clock = moot_span_at(p, s->clocks, i);
        const moot_clock_rule *rule = &p->clocks[clock];
        if (rule->effect < 0 && rule->within >= 0) {
            moot_buf_printf(&text, "%s%s: ", text.len > 0 ? "; " : "", rule->decl.name);
            moot_clock_rule_show(p, clock, &text);
        }
    }
    if (s->panel >= 0) {
        const moot_panel *panel = &p->panels[s->panel];
        char every[64];
        moot_buf_printf(&text, "%sat %s", text.len > 0 ? "; " : "", panel->decl.name);
        if (panel->every.count > 0) {
            moot_buf_printf(&text, ", every %s", moot_duration_text(panel->every, every, sizeof every));
        }
    }
    return keep(chart, &text);
}

static const char *owner_text(moot_chart *chart, const moot_owner *owner)
{
    moot_buf text;
    if (owner->kind == MOOT_OWNER_NONE) {
        return "";
    }
    moot_buf_init(&text);
    moot_owner_show(chart->protocol, owner, &text);
    return keep(chart, &text);
}

/* ---- arrows ---- */

static const char *joined(moot_chart *chart, const char *one, const char *other)
{
    size_t len = strlen(other);
    for (const char *at = strstr(one, other); at; at = strstr(at + 1, other)) {
        int starts = at == one || (at - one >= 2 && strncmp(at - 2, ", ", 2) == 0);
        if (starts && (at[len] == '\0' || strncmp(at + len, ", ", 2) == 0)) {
            return one;
        }
    }
    moot_buf text;
    moot_buf_init(&text);
    moot_buf_printf(&text, "%s, %s", one, other);
    return keep(chart, &text);
}

static void arrow(moot_chart *chart, int32_t from, int32_t to, moot_chart_way way, const char *label, const char *clause)
{
    if (from < 0 || to < 0) {
        return;
    }
    for (int32_t i = 0; i < chart->arrow_count; i++) {
        moot_chart_arrow *a = &chart->arrows[i];
        if (a->from == from && a->to == to && a->way == way) {
            a->label = joined(chart, a->label, label);
            a->clause = joined(chart, a->clause, clause);
            return;
        }
    }
    if (!moot_grow((void **)&chart->arrows, &chart->arrow_cap, (size_t)chart->arrow_count + 1, sizeof *chart->arrows)) {
        chart->failed = 1;
        return;
    }
    chart->arrows[chart->arrow_count++] = (moot_chart_arrow){ from, to, (uint8_t)way, label, clause };
}

static int32_t stage_box(const moot_chart *chart, int32_t stage)
{
    return find_box(chart, MOOT_CHART_STAGE, stage, NULL);
}

/* Where a block of effects leads; returns how many arrows it made, so that a dead end can be told. */
static int32_t block(moot_chart *chart, int32_t from, moot_span effects, moot_chart_way way, const char *label,
                     const char *clause)
{
    const moot_protocol *p = chart->protocol;
    int32_t made = 0;
    for (int32_t i = 0; i < effects.count; i++) {
        const moot_effect *e = &p->effects[effects.first + i];
        const char *by = *e->decl.clause ? e->decl.clause : clause;
        if (e->verb == MOOT_GO) {
            for (int32_t k = 0; k < e->stages.count; k++, made++) {
                arrow(chart, from, stage_box(chart, moot_span_at(p, e->stages, k)), way, label, by);
            }
        } else if (e->verb == MOOT_CLOSE) {
            arrow(chart, from, end_box(chart, e), way, label, by);
            made++;
        } else if (e->verb == MOOT_ESCALATE && e->ladder >= 0) {
            arrow(chart, from, ladder_box(chart, e->ladder), way, label, by);
            made++;
        }
    }
    return made;
}

/* ---- what starts a stage ---- */

/* From the box that one part of a trigger stands for. Part of an "all of": said so, as one alone does not do. */
static void started_by(moot_chart *chart, int32_t trigger, int32_t to, int all, const char *clause)
{
    const moot_protocol *p = chart->protocol;
    const moot_trigger *t = &p->triggers[trigger];
    int32_t from = -1;
    moot_chart_way way = MOOT_CHART_BY_ITSELF;
    const char *label = "";
    switch ((moot_trigger_kind)t->kind) {
    case MOOT_ON_LEFT:
        way = t->outcome >= 0 ? MOOT_CHART_BY_OUTCOME : way;
        from = stage_box(chart, t->ref);
        break;
    case MOOT_ON_ENTERED:
        from = stage_box(chart, t->ref);
        break;
    case MOOT_ON_MISSED:
    case MOOT_ON_MET:
    case MOOT_ON_DUE:
        way = t->kind == MOOT_ON_MISSED ? MOOT_CHART_LATE : way;
        from = p->clocks[t->ref].stage >= 0 ? stage_box(chart, p->clocks[t->ref].stage) : -1;
        break;
    case MOOT_ON_EVENT: case MOOT_ON_TURNS: case MOOT_ON_DATE: case MOOT_ON_BECOMES: case MOOT_ON_ANY: case MOOT_ON_ALL:
        break;
    }
    if (from >= 0) {
        label = trigger_words(chart, trigger);
    } else {
        from = start_box(chart, trigger);
    }
    arrow(chart, from, to, way, all ? joined(chart, *label ? label : "with the others", "when all have come") : label, clause);
}

typedef struct part {
    int32_t trigger;
    int all;
} part;

typedef struct parts {
    part *list;
    int32_t count;
    size_t cap;
} parts;

static void push(moot_chart *chart, parts *open, int32_t trigger, int all)
{
    if (moot_grow((void **)&open->list, &open->cap, (size_t)open->count + 1, sizeof *open->list)) {
        open->list[open->count++] = (part){ trigger, all };
    } else {
        chart->failed = 1;
    }
}

/* Every part of a trigger's tree that something happens in, walked without recursion. */
static void started_by_tree(moot_chart *chart, int32_t root, int32_t to, const char *clause)
{
    const moot_protocol *p = chart->protocol;
    parts open = { 0 };
    push(chart, &open, root, 0);
    while (open.count > 0) {
        part at = open.list[--open.count];
        const moot_trigger *t = &p->triggers[at.trigger];
        if (t->kind != MOOT_ON_ANY && t->kind != MOOT_ON_ALL) {
            started_by(chart, at.trigger, to, at.all, clause);
            continue;
        }
        for (int32_t i = t->children.count; i-- > 0;) {
            push(chart, &open, moot_span_at(p, t->children, i), at.all || t->kind == MOOT_ON_ALL);
        }
    }
    moot_free(open.list);
}

/* A stage of effects that is no box: what starts it leads where it goes. */
static void pass_through(moot_chart *chart, const moot_stage *s)
{
    const moot_protocol *p = chart->protocol;
    for (int32_t i = 0; i < s->block.count; i++) {
        const moot_effect *e = &p->effects[s->block.first + i];
        for (int32_t k = 0; e->verb == MOOT_GO && k < e->stages.count; k++) {
            started_by_tree(chart, s->on, stage_box(chart, moot_span_at(p, e->stages, k)), s->decl.clause);
        }
        if (e->verb == MOOT_CLOSE) {
            started_by_tree(chart, s->on, end_box(chart, e), s->decl.clause);
        } else if (e->verb == MOOT_ESCALATE && e->ladder >= 0) {
            started_by_tree(chart, s->on, ladder_box(chart, e->ladder), s->decl.clause);
        }
    }
}

/* ---- all of it ---- */

static int goes_to(const moot_protocol *p, int32_t stage)
{
    for (int32_t i = 0; i < p->effects_count; i++) {
        const moot_effect *e = &p->effects[i];
        for (int32_t k = 0; e->verb == MOOT_GO && k < e->stages.count; k++) {
            if (moot_span_at(p, e->stages, k) == stage) {
                return 1;
            }
        }
    }
    return 0;
}

static void stages(moot_chart *chart)
{
    const moot_protocol *p = chart->protocol;
    for (int32_t i = 0; i < p->stages_count; i++) {
        const moot_stage *s = &p->stages[i];
        if (s->effects_only && !goes_to(p, i)) {
            continue;
        }
        int32_t box = add_box(chart, MOOT_CHART_STAGE, i, stage_lane(chart, s), capital(chart, s->decl.name), &s->decl);
        if (box >= 0) {
            chart->boxes[box].owner = owner_text(chart, &s->owner);
            chart->boxes[box].time = stage_time(chart, s);
        }
    }
}

/* Whether a stage begins because this one was left so. */
static int leads_on(const moot_protocol *p, int32_t stage, int32_t outcome)
{
    for (int32_t i = 0; i < p->triggers_count; i++) {
        const moot_trigger *t = &p->triggers[i], *root = t;
        while (root->parent >= 0) {
            root = &p->triggers[root->parent];
        }
        if (t->kind == MOOT_ON_LEFT && t->ref == stage && (t->outcome < 0 || t->outcome == outcome)
            && root->use == MOOT_USE_STAGE) {
            return 1;
        }
    }
    return 0;
}

static void outcomes(moot_chart *chart, int32_t stage, int32_t box)
{
    const moot_protocol *p = chart->protocol;
    moot_span all = p->stages[stage].outcomes;
    moot_buf nowhere;
    moot_buf_init(&nowhere);
    for (int32_t i = 0; i < all.count; i++) {
        const moot_outcome *o = &p->outcomes[all.first + i];
        if (block(chart, box, o->block, MOOT_CHART_BY_OUTCOME, o->decl.name, o->decl.clause) == 0
            && !leads_on(p, stage, all.first + i)) {
            moot_buf_printf(&nowhere, "%s%s", nowhere.len > 0 ? ", " : "", o->decl.name);
        }
    }
    chart->boxes[box].dead_ends = keep(chart, &nowhere);
}

static void late(moot_chart *chart, int32_t stage, int32_t box)
{
    const moot_protocol *p = chart->protocol;
    for (int32_t i = 0; i < p->clocks_count; i++) {
        const moot_clock_rule *rule = &p->clocks[i];
        if (rule->stage == stage && rule->late.count > 0) {
            moot_buf label;
            moot_buf_init(&label);
            moot_buf_printf(&label, "%s missed", rule->decl.name);
            (void)block(chart, box, rule->late, MOOT_CHART_LATE, keep(chart, &label), rule->decl.clause);
        }
    }
}

static void ways(moot_chart *chart)
{
    const moot_protocol *p = chart->protocol;
    for (int32_t i = 0; i < p->stages_count; i++) {
        const moot_stage *s = &p->stages[i];
        int32_t box = stage_box(chart, i);
        if (box < 0) {
            if (s->on >= 0) {
                pass_through(chart, s);
            }
            continue;
        }
        if (s->on >= 0) {
            started_by_tree(chart, s->on, box, s->decl.clause);
        }
        (void)block(chart, box, s->block, MOOT_CHART_BY_ITSELF, "at once", s->decl.clause);
        outcomes(chart, i, box);
        late(chart, i, box);
    }
}

/* What begins comes first and what ends last; the services between them in the order in which their stages stand. */
static void order_lanes(moot_chart *chart)
{
    moot_chart_lane *sorted = moot_arena_array(&chart->arena, (size_t)chart->lane_count + 1, sizeof *sorted);
    int32_t *place = moot_arena_array(&chart->arena, (size_t)chart->lane_count + 1, sizeof *place), n = 0;
    if (!sorted || !place) {
        chart->failed = 1;
        return;
    }
    for (int turn = 0; turn < 3; turn++) {
        for (int32_t i = 0; i < chart->lane_count; i++) {
            const char *name = chart->lanes[i].name;
            int last = chart->lanes[i].party < 0 && (strcmp(name, "Ends") == 0 || strcmp(name, "Escalation") == 0);
            int first = chart->lanes[i].party < 0 && strcmp(name, "What begins it") == 0;
            if (turn == (first ? 0 : last ? 2 : 1)) {
                place[i] = n;
                sorted[n++] = chart->lanes[i];
            }
        }
    }
    for (int32_t i = 0; i < chart->lane_count; i++) {
        chart->lanes[i] = sorted[i];
    }
    for (int32_t i = 0; i < chart->box_count; i++) {
        chart->boxes[i].lane = place[chart->boxes[i].lane];
        chart->lanes[chart->boxes[i].lane].boxes++;
    }
}

moot_code moot_chart_init(const moot_protocol *protocol, moot_chart *out, moot_err *err)
{
    memset(out, 0, sizeof *out);
    moot_arena_init(&out->arena);
    out->protocol = protocol;
    stages(out);
    if (!out->failed) {
        ways(out);
    }
    if (!out->failed) {
        order_lanes(out);
    }
    return out->failed ? moot_fail_memory(err) : MOOT_OK;
}

void moot_chart_done(moot_chart *chart)
{
    moot_free(chart->lanes);
    moot_free(chart->boxes);
    moot_free(chart->arrows);
    moot_arena_done(&chart->arena);
}
