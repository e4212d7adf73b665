#include "vm/check/outline.h"

#include <string.h>

#include "vm/engine/result_build.h"
#include "vm/protocol/protocol_show.h"

#define MOST_FIELDS 16
#define MIDDAY (12 * 3600) /* when a panel meets that says nothing else */

static const struct {
    const char *one, *many;
} kinds[] = {
#define X(name, one, many) { one, many },
    MOOT_OUTLINE_KINDS(X)
#undef X
};

const char *moot_outline_one(moot_outline_kind kind)
{
    return kinds[kind].one;
}

const char *moot_outline_many(moot_outline_kind kind)
{
    return kinds[kind].many;
}

/* The outline as it grows, and the row at hand. */
typedef struct build {
    const moot_protocol *p;
    moot_arena *arena;
    moot_outline_row *rows; /* in the arena; room for all that there can be */
    int32_t count;
    moot_outline_field fields[MOST_FIELDS];
    int32_t field_count;
    moot_buf buf; /* of the field at hand */
    int no_memory;
} build;

/* ---- fields ---- */

/* Keeps what stands in the buffer as a field, if anything does. */
static void keep(build *b, const char *name)
{
    if (!moot_buf_ok(&b->buf)) {
        b->no_memory = 1;
    } else if (b->buf.len) {
        if (b->field_count == MOST_FIELDS) {
            MOOT_BUG("a row of an outline with more than %d fields", MOST_FIELDS);
        }
        const char *text = moot_arena_str(b->arena, moot_buf_text(&b->buf));
        b->no_memory |= text == NULL;
        b->fields[b->field_count++] = (moot_outline_field){ name, text };
    }
    moot_buf_clear(&b->buf);
}

static void text_field(build *b, const char *name, const char *text)
{
    moot_buf_str(&b->buf, text ? text : "");
    keep(b, name);
}

static void flag_field(build *b, const char *name, int set)
{
    text_field(b, name, set ? "yes" : NULL);
}

static void by_reading(build *b, int32_t reading)
{
    if (reading >= 0) {
        moot_buf_printf(&b->buf, " (reading \"%s\")", b->p->readings[reading].decl.name);
    }
}

static void trigger_field(build *b, const char *name, int32_t trigger)
{
    moot_trigger_show(b->p, trigger, &b->buf);
    if (trigger >= 0) {
        by_reading(b, b->p->triggers[trigger].reading);
    }
    keep(b, name);
}

static void operand_field(build *b, const char *name, int32_t operand)
{
    moot_operand_show(b->p, operand, &b->buf);
    if (operand >= 0) {
        by_reading(b, b->p->operands[operand].reading);
    }
    keep(b, name);
}

static void cond_field(build *b, const char *name, int32_t cond)
{
    if (cond != MOOT_NO_COND) {
        moot_cond_show(b->p, cond, &b->buf);
    }
    keep(b, name);
}

static void owner_field(build *b, const char *name, const moot_owner *owner)
{
    if (owner->kind == MOOT_OWNER_FACT) {
        moot_buf_printf(&b->buf, "whom %s names", b->p->facts[owner->fact].decl.name);
    } else if (owner->kind != MOOT_OWNER_NONE) {
        moot_owner_show(b->p, owner, &b->buf);
    }
    if (b->buf.len) {
        by_reading(b, owner->reading);
    }
    keep(b, name);
}

static void party_field(build *b, const char *name, int32_t party)
{
    text_field(b, name, party >= 0 ? b->p->parties[party].decl.name : NULL);
}

static void parties_field(build *b, const char *name, moot_span parties)
{
    for (int32_t i = 0; i < parties.count; i++) {
        moot_buf_printf(&b->buf, "%s%s", i ? ", " : "", b->p->parties[moot_span_at(b->p, parties, i)].decl.name);
    }
    keep(b, name);
}

static void facts_field(build *b, const char *name, moot_span facts)
{
    for (int32_t i = 0; i < facts.count; i++) {
        moot_buf_printf(&b->buf, "%s%s", i ? ", " : "", b->p->facts[moot_span_at(b->p, facts, i)].decl.name);
    }
    keep(b, name);
}

static void duration_field(build *b, const char *name, moot_duration duration)
{
    char text[64];
    text_field(b, name, duration.count > 0 ? moot_duration_text(duration, text, sizeof text) : NULL);
}

static void day_field(build *b, const char *name, moot_day day, moot_day none)
{
    char text[64];
    text_field(b, name, day != none ? moot_day_text(day, text, sizeof text) : NULL);
}

/* What a block does, one after the other: `refer MASH via telephone; go "x"`. */
static void put_block(build *b, moot_span block)
{
    const moot_protocol *p = b->p;
    for (int32_t i = block.first; i < block.first + block.count; i++) {
        const moot_effect *x = &p->effects[i];
        moot_buf_str(&b->buf, i > block.first ? "; " : "");
        moot_effect_show(p, i, &b->buf);
        if ((x->verb == MOOT_REFER || x->verb == MOOT_NOTIFY || x->verb == MOOT_GRANT) && x->text) {
            moot_buf_printf(&b->buf, " via %s", x->text);
        }
        if (x->provider) {
            moot_buf_printf(&b->buf, " run by %s", x->provider);
        }
        if (x->notice >= 0) {
            moot_buf_printf(&b->buf, " notice \"%s\"", p->notices[x->notice].decl.name);
        }
        if (x->paid_by >= 0) {
            moot_buf_printf(&b->buf, " paid by %s", p->parties[x->paid_by].decl.name);
        }
        if (x->consent >= 0) {
            moot_buf_printf(&b->buf, " with consent \"%s\"", p->facts[x->consent].decl.name);
        }
        if (x->ends >= 0) {
            moot_buf_str(&b->buf, " until ");
            moot_trigger_show(p, x->ends, &b->buf);
        }
        if (x->when != MOOT_NO_COND) {
            moot_buf_str(&b->buf, " when ");
            moot_cond_show(p, x->when, &b->buf);
        }
    }
}

static void block_field(build *b, const char *name, moot_span block)
{
    put_block(b, block);
    keep(b, name);
}

/* ---- rows ---- */

static void row(build *b, moot_outline_kind kind, const moot_decl *decl, const char *name, const char *within)
{
    if (decl->in_force_from != MOOT_DAY_MIN) {
        day_field(b, "in force from", decl->in_force_from, MOOT_DAY_MIN);
    }
    day_field(b, "in force to", decl->in_force_to, MOOT_DAY_MAX);
    text_field(b, "open", decl->open);
    text_field(b, "because", decl->because);
    int32_t count = b->field_count;
    moot_outline_field *fields = moot_arena_array(b->arena, (size_t)count + 1, sizeof *fields);
    b->field_count = 0; /* whatever comes of this row, the next has fields of its own */
    if (!fields) {
        b->no_memory = 1;
        return;
    }
    memcpy(fields, b->fields, (size_t)count * sizeof *fields);
    b->rows[b->count++] = (moot_outline_row){ (uint8_t)kind, name[0] ? name : decl->clause, within, decl->clause, decl, fields,
                                              count };
}

/* The first is that of working days, the others are named by conditions. */
static void calendars(build *b)
{
    const moot_protocol *p = b->p;
    if (p->calendars_count) {
        moot_calendar_show(p->calendars[0], &b->buf);
        keep(b, "working days");
        moot_buf_str(&b->buf, moot_calendar_leap(p->calendars[0]) == MOOT_LEAP_28_FEBRUARY ? "28 February" : "");
        if (p->leap_reading >= 0) {
            moot_buf_str(&b->buf, b->buf.len ? "" : "1 March");
            by_reading(b, p->leap_reading);
        }
        keep(b, "birthday of 29 February");
    }
    for (int32_t i = 1; i < p->calendars_count; i++) {
        moot_buf_printf(&b->buf, "%s\"%s\" ", b->buf.len ? "; " : "", moot_calendar_name(p->calendars[i]));
        moot_calendar_show(p->calendars[i], &b->buf);
    }
    keep(b, "opening hours");
}

static void header(build *b)
{
    const moot_protocol *p = b->p;
    text_field(b, "council", p->council);
    day_field(b, "from", p->effective_from, MOOT_DAY_MIN);
    day_field(b, "until", p->effective_to, MOOT_DAY_MAX);
    calendars(b);
    row(b, MOOT_OUTLINE_PROTOCOL, &p->decl, p->id, NULL);
}

static void parties(build *b)
{
    for (int32_t i = 0; i < b->p->parties_count; i++) {
        const moot_party *x = &b->p->parties[i];
        if (x->kind == MOOT_PARTY_APPLICANT) {
            continue;
        }
        party_field(b, "service", x->kind == MOOT_PARTY_ROLE ? x->service : -1);
        party_field(b, "covered by", x->cover);
        text_field(b, "contact", x->contact);
        row(b, x->kind == MOOT_PARTY_SERVICE ? MOOT_OUTLINE_SERVICE : MOOT_OUTLINE_ROLE, &x->decl, x->decl.name, NULL);
    }
}

static void outcome(build *b, const moot_outcome *x, const char *stage)
{
    trigger_field(b, "on", x->on);
    moot_operand_show(b->p, x->after, &b->buf);
    if (x->after >= 0) {
        moot_buf_str(&b->buf, x->counting == MOOT_COUNT_BEGINNING ? " beginning with the day" : "");
        by_reading(b, b->p->operands[x->after].reading);
    }
    keep(b, "after");
    cond_field(b, "when", x->when);
    flag_field(b, "leaves the deadlines unmet", x->voids);
    flag_field(b, "meets the deadlines", x->meets);
    block_field(b, "does", x->block);
    row(b, MOOT_OUTLINE_OUTCOME, &x->decl, x->decl.name, stage);
}

static void stages(build *b)
{
    const moot_protocol *p = b->p;
    for (int32_t i = 0; i < p->stages_count; i++) {
        const moot_stage *x = &p->stages[i];
        owner_field(b, "owner", &x->owner);
        owner_field(b, "with", &x->with);
        text_field(b, "panel", x->panel >= 0 ? p->panels[x->panel].decl.name : NULL);
        trigger_field(b, "on", x->on);
        cond_field(b, "when", x->when);
        text_field(b, "duty", x->duty);
        text_field(b, "not decided by whoever decided", x->not_by >= 0 ? p->stages[x->not_by].decl.name : NULL);
        text_field(b, "ladder", x->ladder >= 0 ? p->ladders[x->ladder].decl.name : NULL);
        flag_field(b, "for each child", x->per_child);
        block_field(b, "does", x->block);
        row(b, MOOT_OUTLINE_STAGE, &x->decl, x->decl.name, NULL);
        for (int32_t k = 0; k < x->outcomes.count; k++) {
            outcome(b, &p->outcomes[x->outcomes.first + k], moot_result__label(&x->decl));
        }
    }
}

static void clocks(build *b)
{
    const moot_protocol *p = b->p;
    for (int32_t i = 0; i < p->clocks_count; i++) {
        const moot_clock_rule *x = &p->clocks[i];
        const moot_stage *stage = x->stage >= 0 ? &p->stages[x->stage] : NULL;
        moot_clock_rule_show(p, i, &b->buf);
        by_reading(b, x->within >= 0 ? p->operands[x->within].reading : -1);
        by_reading(b, x->every >= 0 ? p->operands[x->every].reading : -1);
        by_reading(b, x->by >= 0 ? p->triggers[x->by].reading : -1);
        by_reading(b, x->not_before >= 0 ? p->triggers[x->not_before].reading : -1);
        keep(b, "time");
        owner_field(b, "owner", x->owner.kind == MOOT_OWNER_NONE && stage ? &stage->owner : &x->owner);
        trigger_field(b, "from", x->from);
        trigger_field(b, "ends", x->ends);
        trigger_field(b, "met by", x->met_by);
        cond_field(b, "when", x->when);
        flag_field(b, "outlives its stage", x->outlives);
        flag_field(b, "adds up the visits to its stage", x->adds_up);
        moot_latest_show(b->p, x->adds_up_since, &b->buf);
        if (x->adds_up_since >= 0) {
            by_reading(b, b->p->triggers[x->adds_up_since].reading);
        }
        keep(b, "adds up since");
        text_field(b, "in words", x->in_words);
        block_field(b, "when late", x->late);
        row(b, x->effect >= 0 ? MOOT_OUTLINE_ACT : MOOT_OUTLINE_DEADLINE, &x->decl, moot_result__clock_label(p, x),
            stage ? moot_result__label(&stage->decl) : NULL);
    }
}

static void panels(build *b)
{
    for (int32_t i = 0; i < b->p->panels_count; i++) {
        const moot_panel *x = &b->p->panels[i];
        duration_field(b, "every", x->every);
        day_field(b, "first", x->first, MOOT_DAY_MIN);
        if (x->at_second != MIDDAY) {
            moot_buf_printf(&b->buf, "%02d:%02d", (int)x->at_second / 3600, (int)x->at_second / 60 % 60);
        }
        keep(b, "at");
        if (x->places > 0) {
            moot_buf_int(&b->buf, x->places);
        }
        keep(b, "places");
        duration_field(b, "papers close before", x->cut_off);
        party_field(b, "chair", x->chair);
        parties_field(b, "members", x->members);
        row(b, MOOT_OUTLINE_PANEL, &x->decl, x->decl.name, NULL);
    }
}

static void params(build *b)
{
    char day[64];
    for (int32_t i = 0; i < b->p->params_count; i++) {
        const moot_param *x = &b->p->params[i];
        for (int32_t s = x->steps.first; s < x->steps.first + x->steps.count; s++) {
            moot_value_show(b->p, b->p->steps[s].value, &b->buf);
            moot_buf_printf(&b->buf, " from %s%s", moot_day_text(b->p->steps[s].from, day, sizeof day),
                            s + 1 < x->steps.first + x->steps.count ? ", " : "");
        }
        keep(b, "figure");
        row(b, MOOT_OUTLINE_PARAM, &x->decl, x->decl.name, NULL);
    }
}

static void readings(build *b)
{
    for (int32_t i = 0; i < b->p->readings_count; i++) {
        const moot_reading *x = &b->p->readings[i];
        text_field(b, "read as", moot_symbol(b->p, x->chosen));
        moot_reading_others_show(b->p, x, ", or ", &b->buf);
        keep(b, "or as");
        text_field(b, "against", x->against);
        row(b, MOOT_OUTLINE_READING, &x->decl, x->decl.name, NULL);
    }
}

static void options_field(build *b, const moot_fact *x)
{
    for (int32_t i = 0; i < x->options.count; i++) {
        int32_t option = moot_span_at(b->p, x->options, i);
        moot_buf_printf(&b->buf, "%s%s", i ? ", " : "",
                        x->type == MOOT_T_PARTY ? b->p->parties[option].decl.name : moot_symbol(b->p, option));
    }
    keep(b, "values");
}

static void range_field(build *b, const moot_fact *x)
{
    if (x->min != 0 || x->max != 0) {
        moot_value_show(b->p, moot_value_of((moot_type)x->type, x->min, 0), &b->buf);
        moot_buf_str(&b->buf, " to ");
        moot_value_show(b->p, moot_value_of((moot_type)x->type, x->max, 0), &b->buf);
    }
    keep(b, "range");
}

static void facts(build *b)
{
    static const char *const sources[] = { NULL, "derived", "set" };
    for (int32_t i = 0; i < b->p->facts_count; i++) {
        const moot_fact *x = &b->p->facts[i];
        if (x->common || x->source == MOOT_FACT_DERIVED) {
            continue; /* a derived fact is its decision's */
        }
        text_field(b, "type", moot_type_text((moot_type)x->type));
        text_field(b, "source", sources[x->source]);
        options_field(b, x);
        range_field(b, x);
        if (moot_known(x->presumed)) {
            moot_value_show(b->p, x->presumed, &b->buf);
        }
        keep(b, "presumed");
        cond_field(b, "overridden when", x->overridden_by);
        flag_field(b, "for each child", x->per_child);
        row(b, MOOT_OUTLINE_FACT, &x->decl, x->decl.name, NULL);
    }
}

static void events(build *b)
{
    for (int32_t i = 0; i < b->p->events_count; i++) {
        if (!b->p->events[i].common) {
            row(b, MOOT_OUTLINE_EVENT, &b->p->events[i].decl, b->p->events[i].decl.name, NULL);
        }
    }
}

static void decisions(build *b)
{
    static const char *const hits[] = { "the only row that fits", "the first row that fits", "all rows that fit" };
    for (int32_t i = 0; i < b->p->decisions_count; i++) {
        const moot_decision *x = &b->p->decisions[i];
        text_field(b, "takes", hits[x->hit]);
        for (int32_t k = x->rows.first; k < x->rows.first + x->rows.count; k++) {
            moot_buf_str(&b->buf, k > x->rows.first ? "; " : "");
            moot_operand_show(b->p, b->p->rows[k].value, &b->buf);
            if (b->p->rows[k].when != MOOT_NO_COND) {
                moot_buf_str(&b->buf, " when ");
                moot_cond_show(b->p, b->p->rows[k].when, &b->buf);
            }
        }
        keep(b, "rows");
        row(b, MOOT_OUTLINE_DECISION, &x->decl, x->decl.name, NULL);
    }
}

static void ladders(build *b)
{
    for (int32_t i = 0; i < b->p->ladders_count; i++) {
        const moot_ladder *x = &b->p->ladders[i];
        moot_buf_int(&b->buf, x->levels.count);
        keep(b, "levels");
        for (int32_t k = x->levels.first; k < x->levels.first + x->levels.count; k++) {
            moot_buf_str(&b->buf, k > x->levels.first ? "; then " : "");
            moot_owner_show(b->p, &b->p->levels[k].owner, &b->buf);
            if (b->p->levels[k].within >= 0) {
                moot_buf_str(&b->buf, " within ");
                moot_operand_show(b->p, b->p->levels[k].within, &b->buf);
            }
        }
        keep(b, "owners");
        for (int32_t k = 0; k < x->levels.count; k++) {
            moot_span block = b->p->levels[x->levels.first + k].block;
            if (block.count) {
                moot_buf_printf(&b->buf, "%slevel %d: ", b->buf.len ? "; then " : "", (int)k + 1);
                put_block(b, block);
            }
        }
        keep(b, "does");
        row(b, MOOT_OUTLINE_LADDER, &x->decl, x->decl.name, NULL);
    }
}

static void content(build *b, const moot_content *x)
{
    switch ((moot_content_kind)x->kind) {
    case MOOT_CONTENT_NAMED:
    case MOOT_CONTENT_HEADING:
    case MOOT_CONTENT_WORDS: moot_buf_str(&b->buf, x->text); break;
    case MOOT_CONTENT_FACT: moot_buf_printf(&b->buf, "fact %s", b->p->facts[x->ref].decl.name); break;
    case MOOT_CONTENT_DUE: moot_buf_printf(&b->buf, "due %s", b->p->clocks[x->ref].decl.name); break;
    }
}

static void notices(build *b)
{
    for (int32_t i = 0; i < b->p->notices_count; i++) {
        const moot_notice *x = &b->p->notices[i];
        text_field(b, "title", x->title);
        for (int32_t k = 0; k < x->contents.count; k++) {
            moot_buf_str(&b->buf, k ? "; " : "");
            content(b, &b->p->contents[x->contents.first + k]);
        }
        keep(b, "says");
        row(b, MOOT_OUTLINE_NOTICE, &x->decl, x->decl.name, NULL);
    }
}

static void entitlements(build *b)
{
    for (int32_t i = 0; i < b->p->entitlements_count; i++) {
        const moot_entitlement *x = &b->p->entitlements[i];
        if (x->pence >= 0) {
            moot_value_show(b->p, moot_value_of(MOOT_T_MONEY, x->pence, 0), &b->buf);
        }
        keep(b, "amount");
        party_field(b, "to", x->payee);
        party_field(b, "paid by", x->paid_by);
        duration_field(b, "for", x->lasts);
        text_field(b, "quota", x->quota >= 0 ? b->p->quotas[x->quota].decl.name : NULL);
        row(b, MOOT_OUTLINE_ENTITLEMENT, &x->decl, x->decl.name, NULL);
    }
    for (int32_t i = 0; i < b->p->quotas_count; i++) {
        const moot_quota *x = &b->p->quotas[i];
        operand_field(b, "at most", x->limit);
        moot_buf_str(&b->buf, moot_period_text((moot_period)x->per));
        by_reading(b, x->per_reading);
        keep(b, "in each");
        row(b, MOOT_OUTLINE_QUOTA, &x->decl, x->decl.name, NULL);
    }
}

static void measures(build *b)
{
    for (int32_t i = 0; i < b->p->measures_count; i++) {
        const moot_measure *x = &b->p->measures[i];
        trigger_field(b, "count of", x->count);
        text_field(b, "share met of", x->share >= 0 ? b->p->clocks[x->share].decl.name : NULL);
        text_field(b, "in each", moot_period_text((moot_period)x->per));
        text_field(b, "split by", x->split >= 0 ? b->p->facts[x->split].decl.name : NULL);
        if (x->target >= 0) {
            moot_buf_printf(&b->buf, "%d%%", (int)x->target);
        }
        keep(b, "target");
        row(b, MOOT_OUTLINE_MEASURE, &x->decl, x->decl.name, NULL);
    }
}

static void rest(build *b)
{
    for (int32_t i = 0; i < b->p->invariants_count; i++) {
        const moot_invariant *x = &b->p->invariants[i];
        cond_field(b, x->never ? "never" : "always", x->that);
        flag_field(b, "each night", x->nightly);
        row(b, MOOT_OUTLINE_INVARIANT, &x->decl, x->decl.name, NULL);
    }
    for (int32_t i = 0; i < b->p->helpers_count; i++) {
        const moot_helper *x = &b->p->helpers[i];
        facts_field(b, "gives", x->outputs);
        facts_field(b, "from", x->inputs);
        text_field(b, "by", x->code);
        row(b, MOOT_OUTLINE_HELPER, &x->decl, x->decl.name, NULL);
    }
    for (int32_t i = 0; i < b->p->not_runs_count; i++) {
        const moot_not_run *x = &b->p->not_runs[i];
        text_field(b, "because", x->because);
        row(b, MOOT_OUTLINE_NOT_RUN, &x->decl, x->decl.name, NULL);
    }
}

moot_code moot_outline_of(const moot_protocol *protocol, moot_arena *arena, moot_outline *out, moot_err *err)
{
    size_t room = 1;
    build b = { .p = protocol, .arena = arena };
#define X(type, table) room += (size_t)protocol->table##_count;
    MOOT_PROTOCOL_RULES(X)
#undef X
    b.rows = moot_arena_array(arena, room, sizeof *b.rows);
    if (!b.rows) {
        return moot_fail_memory(err);
    }
    moot_buf_init(&b.buf);
    header(&b);
    parties(&b);
    stages(&b);
    clocks(&b);
    panels(&b);
    params(&b);
    readings(&b);
    facts(&b);
    events(&b);
    decisions(&b);
    ladders(&b);
    notices(&b);
    entitlements(&b);
    measures(&b);
    rest(&b);
    moot_buf_done(&b.buf);
    if (b.no_memory) {
        return moot_fail_memory(err);
    }
    *out = (moot_outline){ protocol, b.rows, b.count };
    return MOOT_OK;
}

int moot_outline_from_stdlib(const moot_outline_row *row)
{
    return row->decl->file && strncmp(row->decl->file, "stdlib/", 7) == 0;
}

/* What a row comes to in a few words: of each kind the fields that tell most. */
static int tells(uint8_t kind, const char *field)
{
    static const char *const most[MOOT_OUTLINE_KIND_COUNT][5] = {
        [MOOT_OUTLINE_PROTOCOL] = { "council", "from" },   [MOOT_OUTLINE_STAGE] = { "owner", "panel", "duty" },
        [MOOT_OUTLINE_DEADLINE] = { "time", "owner" },     [MOOT_OUTLINE_ACT] = { "time", "owner" },
        [MOOT_OUTLINE_PANEL] = { "every", "chair" },       [MOOT_OUTLINE_PARAM] = { "figure" },
        [MOOT_OUTLINE_READING] = { "read as" },            [MOOT_OUTLINE_LADDER] = { "levels", "owners" },
        [MOOT_OUTLINE_ENTITLEMENT] = { "amount", "for", "paid by" },
        [MOOT_OUTLINE_QUOTA] = { "at most", "in each" },   [MOOT_OUTLINE_NOT_RUN] = { "because" },
        [MOOT_OUTLINE_MEASURE] = { "count of", "share met of", "in each", "target" },
        [MOOT_OUTLINE_INVARIANT] = { "always", "never" },  [MOOT_OUTLINE_OUTCOME] = { "on", "after" },
    };
    for (size_t i = 0; i < MOOT_COUNT(most[kind]) && most[kind][i]; i++) {
        if (strcmp(most[kind][i], field) == 0) {
            return 1;
        }
    }
    return 0;
}

void moot_outline_brief(const moot_outline_row *row, moot_buf *out)
{
    int told = 0;
    moot_buf_printf(out, "%s \"%s\"", kinds[row->kind].one, row->name);
    for (int32_t i = 0; i < row->field_count; i++) {
        const moot_outline_field *f = &row->fields[i];
        int bare = strcmp(f->name, "time") == 0 || strcmp(f->name, "figure") == 0 || strcmp(f->name, "because") == 0;
        if (tells(row->kind, f->name)) {
            moot_buf_printf(out, "%s%s%s%s", told++ ? ", " : ": ", bare ? "" : f->name, bare ? "" : " ", f->text);
        }
    }
}
