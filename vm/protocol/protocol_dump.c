/* The listing of a whole protocol: `moot check --verbose`, and what tests compare. */
#include <string.h>

#include "vm/protocol/protocol_show.h"

static void head(const char *kind, const moot_decl *decl, moot_buf *out)
{
    char day[64];
    moot_buf_printf(out, "%s \"%s\"", kind, decl->name);
    if (decl->clause[0] != '\0') {
        moot_buf_printf(out, " [%s]", decl->clause);
    }
    if (decl->in_force_from != MOOT_DAY_MIN) {
        moot_buf_printf(out, " from %s", moot_day_text(decl->in_force_from, day, sizeof day));
    }
    if (decl->in_force_to != MOOT_DAY_MAX) {
        moot_buf_printf(out, " until %s", moot_day_text(decl->in_force_to, day, sizeof day));
    }
}

static void end(const moot_decl *decl, moot_buf *out)
{
    if (decl->because != NULL) {
        moot_buf_printf(out, " because: %s", decl->because);
    }
    if (decl->open != NULL) {
        moot_buf_printf(out, " open: %s", decl->open);
    }
    moot_buf_char(out, '\n');
}

static void dump_trigger(const moot_protocol *p, const char *what, int32_t trigger, moot_buf *out)
{
    if (trigger >= 0) {
        moot_buf_printf(out, " %s ", what);
        moot_trigger_show(p, trigger, out);
        if (p->triggers[trigger].reading >= 0) {
            moot_buf_printf(out, " (reading \"%s\")", p->readings[p->triggers[trigger].reading].decl.name);
        }
    }
}

/* An operand with the reading that chose it. */
static void dump_operand(const moot_protocol *p, const char *what, int32_t operand, moot_buf *out)
{
    if (operand >= 0) {
        moot_buf_str(out, what);
        moot_operand_show(p, operand, out);
        if (p->operands[operand].reading >= 0) {
            moot_buf_printf(out, " (reading \"%s\")", p->readings[p->operands[operand].reading].decl.name);
        }
    }
}

static void dump_cond(const moot_protocol *p, int32_t cond, moot_buf *out)
{
    if (cond != MOOT_NO_COND) {
        moot_buf_str(out, " when ");
        moot_cond_show(p, cond, out);
    }
}

static void dump_party_field(const moot_protocol *p, const char *what, int32_t party, moot_buf *out)
{
    if (party >= 0) {
        moot_buf_printf(out, " %s \"%s\"", what, p->parties[party].decl.name);
    }
}

static void dump_parties(const moot_protocol *p, moot_buf *out)
{
    static const char *const kinds[] = { "service", "role", "applicant" };
    int32_t i;
    for (i = 0; i < p->parties_count; i++) {
        const moot_party *x = &p->parties[i];
        head(kinds[x->kind], &x->decl, out);
        dump_party_field(p, "of", x->service, out);
        dump_party_field(p, "covered by", x->cover, out);
        if (x->contact) {
            moot_buf_printf(out, " contact \"%s\"", x->contact);
        }
        end(&x->decl, out);
    }
}

static void dump_events(const moot_protocol *p, moot_buf *out)
{
    int32_t i;
    for (i = 0; i < p->events_count; i++) {
        head("event", &p->events[i].decl, out);
        moot_buf_str(out, p->events[i].common ? " common" : "");
        end(&p->events[i].decl, out);
    }
}

static void dump_options(const moot_protocol *p, const moot_fact *x, moot_buf *out)
{
    int32_t i;
    for (i = 0; i < x->options.count; i++) {
        int32_t option = moot_span_at(p, x->options, i);
        const char *text = x->type == MOOT_T_PARTY ? p->parties[option].decl.name : moot_symbol(p, option);
        moot_buf_printf(out, "%s\"%s\"", i == 0 ? " (" : ", ", text);
    }
    moot_buf_str(out, x->options.count > 0 ? ")" : "");
}

static void dump_facts(const moot_protocol *p, moot_buf *out)
{
    static const char *const sources[] = { "given", "derived", "set" };
    int32_t i;
    for (i = 0; i < p->facts_count; i++) {
        const moot_fact *x = &p->facts[i];
        head("fact", &x->decl, out);
        moot_buf_printf(out, " %s, %s", moot_type_text((moot_type)x->type), sources[x->source]);
        dump_options(p, x, out);
        moot_buf_str(out, x->per_child ? ", per child" : "");
        moot_buf_str(out, x->common ? ", common" : "");
        if (moot_known(x->presumed)) {
            moot_buf_str(out, ", presumed ");
            moot_value_show(p, x->presumed, out);
        }
        if (x->overridden_by != MOOT_NO_COND) {
            moot_buf_str(out, ", overridden");
            dump_cond(p, x->overridden_by, out);
        }
        end(&x->decl, out);
    }
}

static void dump_decisions(const moot_protocol *p, moot_buf *out)
{
    static const char *const hits[] = { "unique", "first", "collect" };
    int32_t i, r;
    for (i = 0; i < p->decisions_count; i++) {
        const moot_decision *x = &p->decisions[i];
        head("decision", &x->decl, out);
        moot_buf_printf(out, " %s%s", hits[x->hit], x->at_moment ? ", read at the moment" : "");
        end(&x->decl, out);
        for (r = x->rows.first; r < x->rows.first + x->rows.count; r++) {
            dump_operand(p, "    ", p->rows[r].value, out);
            moot_buf_str(out, " when ");
            moot_cond_show(p, p->rows[r].when, out);
            moot_buf_char(out, '\n');
        }
    }
}

static void dump_figures(const moot_protocol *p, moot_buf *out)
{
    char day[64];
    int32_t i, s;
    for (i = 0; i < p->params_count; i++) {
        const moot_param *x = &p->params[i];
        head("param", &x->decl, out);
        for (s = x->steps.first; s < x->steps.first + x->steps.count; s++) {
            moot_buf_printf(out, " %s: ", moot_day_text(p->steps[s].from, day, sizeof day));
            moot_value_show(p, p->steps[s].value, out);
        }
        end(&x->decl, out);
    }
    for (i = 0; i < p->readings_count; i++) {
        const moot_reading *x = &p->readings[i];
        head("reading", &x->decl, out);
        for (s = 0; s < x->options.count; s++) {
            int32_t option = moot_span_at(p, x->options, s);
            moot_buf_printf(out, "%s %s%s", s == 0 ? "" : ",", moot_symbol(p, option),
                            option == x->chosen ? " (chosen)" : "");
        }
        moot_buf_printf(out, "%s%s", x->against != NULL ? " against " : "", x->against != NULL ? x->against : "");
        end(&x->decl, out);
    }
}

static void show_stages(const moot_protocol *p, moot_span stages, moot_buf *out)
{
    int32_t i;
    for (i = 0; i < stages.count; i++) {
        moot_buf_printf(out, "%s\"%s\"", i == 0 ? "" : ", ", p->stages[moot_span_at(p, stages, i)].decl.name);
    }
}

void moot_effect_show(const moot_protocol *p, int32_t effect, moot_buf *out)
{
    static const char *const verbs[] = { "go", "stop", "close", "set", "escalate", "refer", "notify", "grant", "place" };
    const moot_effect *x = &p->effects[effect];
    moot_buf_printf(out, "%s ", verbs[x->verb]);
    switch ((moot_verb)x->verb) {
    case MOOT_GO:
    case MOOT_STOP:
        show_stages(p, x->stages, out);
        break;
    case MOOT_CLOSE:
        moot_buf_printf(out, "\"%s\"", x->text != NULL ? x->text : "");
        break;
    case MOOT_SET:
        moot_buf_printf(out, "%s to ", x->fact == MOOT_SET_LEAD ? "lead" : p->facts[x->fact].decl.name);
        moot_operand_show(p, x->operand, out);
        break;
    case MOOT_ESCALATE:
        moot_buf_printf(out, "\"%s\"", p->ladders[x->ladder].decl.name);
        break;
    case MOOT_REFER:
    case MOOT_NOTIFY:
        moot_buf_printf(out, "\"%s\"", p->parties[x->party].decl.name);
        break;
    case MOOT_GRANT:
        moot_buf_printf(out, "\"%s\"", p->entitlements[x->entitlement].decl.name);
        break;
    case MOOT_PLACE:
        moot_buf_printf(out, "\"%s\"", x->text != NULL ? x->text : "");
        break;
    }
}

static void dump_block(const moot_protocol *p, const char *indent, moot_span block, moot_buf *out)
{
    int32_t i;
    for (i = block.first; i < block.first + block.count; i++) {
        const moot_effect *x = &p->effects[i];
        moot_buf_str(out, indent);
        moot_effect_show(p, i, out);
        if (x->clock >= 0) {
            moot_buf_printf(out, " as \"%s\"", x->decl.name);
        }
        if ((x->verb == MOOT_REFER || x->verb == MOOT_NOTIFY || x->verb == MOOT_GRANT) && x->text != NULL) {
            moot_buf_printf(out, " via %s", x->text);
        }
        if (x->notice >= 0) {
            moot_buf_printf(out, " notice \"%s\"", p->notices[x->notice].decl.name);
        }
        dump_party_field(p, "paid by", x->paid_by, out);
        if (x->consent >= 0) {
            moot_buf_printf(out, " with consent \"%s\"", p->facts[x->consent].decl.name);
        }
        dump_trigger(p, "until", x->ends, out);
        dump_cond(p, x->when, out);
        moot_buf_printf(out, x->decl.clause[0] != '\0' ? " [%s]" : "%s", x->decl.clause);
        end(&x->decl, out);
    }
}

static void dump_clock(const moot_protocol *p, const char *indent, int32_t clock, moot_buf *out)
{
    const moot_clock_rule *x = &p->clocks[clock];
    moot_buf_str(out, indent);
    head(x->effect >= 0 ? "act" : "deadline", &x->decl, out);
    moot_buf_str(out, " ");
    moot_owner_show(p, &x->owner, out);
    moot_buf_str(out, ": ");
    moot_clock_rule_show(p, clock, out);
    if (x->within >= 0 && p->operands[x->within].reading >= 0) {
        moot_buf_printf(out, " (reading \"%s\")", p->readings[p->operands[x->within].reading].decl.name);
    }
    dump_trigger(p, "from", x->from, out);
    dump_trigger(p, "met by", x->met_by, out);
    dump_trigger(p, "ends", x->ends, out);
    dump_cond(p, x->when, out);
    moot_buf_str(out, x->outlives ? ", outlives its stage" : "");
    moot_buf_str(out, x->adds_up ? ", adds up its visits" : "");
    dump_trigger(p, "adds up since", x->adds_up_since, out);
    if (x->in_words) {
        moot_buf_printf(out, ", in words \"%s\"", x->in_words);
    }
    end(&x->decl, out);
    if (x->late.count > 0) {
        moot_buf_printf(out, "%s    when late:\n", indent);
        dump_block(p, "            ", x->late, out);
    }
}

static void dump_outcome(const moot_protocol *p, const moot_outcome *x, moot_buf *out)
{
    moot_buf_str(out, "    ");
    head("outcome", &x->decl, out);
    dump_trigger(p, "on", x->on, out);
    dump_operand(p, " after ", x->after, out);
    moot_buf_str(out, x->counting == MOOT_COUNT_BEGINNING ? " beginning with the day" : "");
    dump_cond(p, x->when, out);
    moot_buf_str(out, x->voids ? ", voids" : "");
    moot_buf_str(out, x->meets ? ", meets" : "");
    end(&x->decl, out);
    dump_block(p, "        ", x->block, out);
}

static void dump_stages(const moot_protocol *p, moot_buf *out)
{
    int32_t i, k;
    for (i = 0; i < p->stages_count; i++) {
        const moot_stage *x = &p->stages[i];
        head("stage", &x->decl, out);
        moot_buf_str(out, " ");
        moot_owner_show(p, &x->owner, out);
        dump_trigger(p, "on", x->on, out);
        dump_cond(p, x->when, out);
        moot_buf_str(out, x->effects_only ? ", effects only" : "");
        moot_buf_str(out, x->per_child ? ", per child" : "");
        moot_buf_printf(out, x->duty != NULL ? ", duty: %s" : "%s", x->duty != NULL ? x->duty : "");
        end(&x->decl, out);
        dump_block(p, "    ", x->block, out);
        for (k = 0; k < x->clocks.count; k++) {
            dump_clock(p, "    ", moot_span_at(p, x->clocks, k), out);
        }
        for (k = x->outcomes.first; k < x->outcomes.first + x->outcomes.count; k++) {
            dump_outcome(p, &p->outcomes[k], out);
        }
    }
}

static int in_stage_list(const moot_protocol *p, int32_t clock)
{
    const moot_clock_rule *x = &p->clocks[clock];
    int32_t i;
    if (x->stage < 0) {
        return 0;
    }
    for (i = 0; i < p->stages[x->stage].clocks.count; i++) {
        if (moot_span_at(p, p->stages[x->stage].clocks, i) == clock) {
            return 1;
        }
    }
    return 0;
}

static void dump_other_clocks(const moot_protocol *p, moot_buf *out)
{
    int32_t i;
    for (i = 0; i < p->clocks_count; i++) {
        if (!in_stage_list(p, i)) {
            dump_clock(p, "", i, out);
        }
    }
}

static void dump_invariants(const moot_protocol *p, moot_buf *out)
{
    int32_t i;
    for (i = 0; i < p->invariants_count; i++) {
        const moot_invariant *x = &p->invariants[i];
        head(x->never ? "never" : "always", &x->decl, out);
        moot_buf_str(out, " ");
        moot_cond_show(p, x->that, out);
        moot_buf_str(out, x->nightly ? ", each night" : "");
        end(&x->decl, out);
    }
}

static void dump_content(const moot_protocol *p, const moot_content *x, moot_buf *out)
{
    switch ((moot_content_kind)x->kind) {
    case MOOT_CONTENT_NAMED: moot_buf_str(out, x->text); break;
    case MOOT_CONTENT_HEADING: moot_buf_printf(out, "heading %s", x->text); break;
    case MOOT_CONTENT_WORDS: moot_buf_printf(out, "words %s", x->text); break;
    case MOOT_CONTENT_FACT: moot_buf_printf(out, "fact %s", p->facts[x->ref].decl.name); break;
    case MOOT_CONTENT_DUE: moot_buf_printf(out, "due %s", p->clocks[x->ref].decl.name); break;
    }
}

static void dump_notices(const moot_protocol *p, moot_buf *out)
{
    int32_t i, k;
    for (i = 0; i < p->notices_count; i++) {
        const moot_notice *x = &p->notices[i];
        head("notice", &x->decl, out);
        for (k = 0; k < x->contents.count; k++) {
            moot_buf_str(out, k == 0 ? " " : ", ");
            dump_content(p, &p->contents[x->contents.first + k], out);
        }
        end(&x->decl, out);
    }
}

static void dump_panels(const moot_protocol *p, moot_buf *out)
{
    char text[64];
    int32_t i, k;
    for (i = 0; i < p->panels_count; i++) {
        const moot_panel *x = &p->panels[i];
        head("panel", &x->decl, out);
        if (x->every.count > 0) {
            moot_buf_printf(out, " every %s", moot_duration_text(x->every, text, sizeof text));
        }
        if (x->first != MOOT_DAY_MIN) {
            moot_buf_printf(out, " first %s", moot_day_text(x->first, text, sizeof text));
        }
        moot_buf_printf(out, " at %02d:%02d", (int)(x->at_second / 3600), (int)(x->at_second / 60 % 60));
        if (x->places > 0) {
            moot_buf_printf(out, ", %d places", (int)x->places);
        }
        if (x->cut_off.count > 0) {
            moot_buf_printf(out, ", papers close %s before", moot_duration_text(x->cut_off, text, sizeof text));
        }
        dump_party_field(p, "chaired by", x->chair, out);
        for (k = 0; k < x->members.count; k++) {
            dump_party_field(p, "member", moot_span_at(p, x->members, k), out);
        }
        end(&x->decl, out);
    }
}

static void dump_ladders(const moot_protocol *p, moot_buf *out)
{
    int32_t i, k;
    for (i = 0; i < p->ladders_count; i++) {
        const moot_ladder *x = &p->ladders[i];
        head("ladder", &x->decl, out);
        end(&x->decl, out);
        for (k = x->levels.first; k < x->levels.first + x->levels.count; k++) {
            moot_buf_str(out, "    ");
            moot_owner_show(p, &p->levels[k].owner, out);
            dump_operand(p, " within ", p->levels[k].within, out);
            moot_buf_char(out, '\n');
            dump_block(p, "        ", p->levels[k].block, out);
        }
    }
}

static void dump_entitlements(const moot_protocol *p, moot_buf *out)
{
    char text[64];
    int32_t i;
    for (i = 0; i < p->entitlements_count; i++) {
        const moot_entitlement *x = &p->entitlements[i];
        head("entitlement", &x->decl, out);
        if (x->pence >= 0) {
            moot_buf_str(out, " ");
            moot_value_show(p, moot_value_of(MOOT_T_MONEY, x->pence, 0), out);
        }
        dump_party_field(p, "to", x->payee, out);
        dump_party_field(p, "paid by", x->paid_by, out);
        if (x->lasts.count > 0) {
            moot_buf_printf(out, " for %s", moot_duration_text(x->lasts, text, sizeof text));
        }
        if (x->quota >= 0) {
            moot_buf_printf(out, ", quota \"%s\"", p->quotas[x->quota].decl.name);
        }
        end(&x->decl, out);
    }
    for (i = 0; i < p->quotas_count; i++) {
        const moot_quota *x = &p->quotas[i];
        head("quota", &x->decl, out);
        dump_operand(p, " ", x->limit, out);
        moot_buf_printf(out, " a %s", moot_period_text((moot_period)x->per));
        end(&x->decl, out);
    }
}

static void dump_measures(const moot_protocol *p, moot_buf *out)
{
    int32_t i;
    for (i = 0; i < p->measures_count; i++) {
        const moot_measure *x = &p->measures[i];
        head("measure", &x->decl, out);
        dump_trigger(p, "count of", x->count, out);
        if (x->share >= 0) {
            moot_buf_printf(out, " share of \"%s\"", p->clocks[x->share].decl.name);
        }
        moot_buf_printf(out, " a %s", moot_period_text((moot_period)x->per));
        if (x->split >= 0) {
            moot_buf_printf(out, " by %s", p->facts[x->split].decl.name);
        }
        if (x->target >= 0) {
            moot_buf_printf(out, ", target %d%%", (int)x->target);
        }
        end(&x->decl, out);
    }
}

static void dump_fact_names(const moot_protocol *p, const char *what, moot_span facts, moot_buf *out)
{
    int32_t i;
    for (i = 0; i < facts.count; i++) {
        moot_buf_printf(out, "%s%s", i == 0 ? what : ", ", p->facts[moot_span_at(p, facts, i)].decl.name);
    }
}

static void dump_helpers(const moot_protocol *p, moot_buf *out)
{
    int32_t i;
    for (i = 0; i < p->helpers_count; i++) {
        const moot_helper *x = &p->helpers[i];
        head("helper", &x->decl, out);
        dump_fact_names(p, " gives ", x->outputs, out);
        dump_fact_names(p, " from ", x->inputs, out);
        moot_buf_str(out, x->per_child ? ", per child" : "");
        end(&x->decl, out);
    }
}

static void dump_rest(const moot_protocol *p, moot_buf *out)
{
    int32_t i;
    for (i = 0; i < p->calendars_count; i++) {
        moot_buf_printf(out, "calendar \"%s\"\n", moot_calendar_name(p->calendars[i]));
    }
    for (i = 0; i < p->not_runs_count; i++) {
        moot_buf_printf(out, "not run \"%s\" because %s\n", p->not_runs[i].decl.name, p->not_runs[i].because);
    }
}

void moot_protocol_dump(const moot_protocol *protocol, moot_buf *out)
{
    char day[64];
    moot_buf_printf(out, "protocol \"%s\" of %s", protocol->id,
                    protocol->council[0] != '\0' ? protocol->council : "no council");
    if (protocol->effective_from != MOOT_DAY_MIN) {
        moot_buf_printf(out, " from %s", moot_day_text(protocol->effective_from, day, sizeof day));
    }
    if (protocol->effective_to != MOOT_DAY_MAX) {
        moot_buf_printf(out, " until %s", moot_day_text(protocol->effective_to, day, sizeof day));
    }
    moot_buf_char(out, '\n');
    dump_parties(protocol, out);
    dump_events(protocol, out);
    dump_facts(protocol, out);
    dump_decisions(protocol, out);
    dump_figures(protocol, out);
    dump_stages(protocol, out);
    dump_other_clocks(protocol, out);
    dump_invariants(protocol, out);
    dump_panels(protocol, out);
    dump_ladders(protocol, out);
    dump_notices(protocol, out);
    dump_entitlements(protocol, out);
    dump_measures(protocol, out);
    dump_helpers(protocol, out);
    dump_rest(protocol, out);
}
