/* Values, tests, triggers and clock rules as text. The listing of a whole protocol is in protocol_dump.c.
 *
 * Triggers and conditions hold each other (becomes, times), so showing one may show the other. The compiler bounds
 * that nesting by MOOT_COND_DEPTH, hence these few functions may call each other. */
#include "vm/protocol/protocol_show.h"

#include <string.h>

/* ---- values ---- */

static void show_pence(int64_t pence, moot_buf *out)
{
    uint64_t size = pence < 0 ? 0 - (uint64_t)pence : (uint64_t)pence;
    moot_buf_printf(out, "%s\xc2\xa3%llu.%02llu", pence < 0 ? "-" : "", (unsigned long long)(size / 100),
                    (unsigned long long)(size % 100));
}

static void show_party(const moot_protocol *protocol, int64_t party, moot_buf *out)
{
    int known = party >= 0 && party < protocol->parties_count;
    moot_buf_str(out, known ? protocol->parties[party].decl.name : "nobody");
}

/* Calls for each option of a set that is in; 0 when the value does not say whose options they are. */
static int show_set(const moot_protocol *protocol, moot_value value, int json, moot_buf *out)
{
    const moot_fact *fact = value.b >= 0 && value.b < protocol->facts_count ? &protocol->facts[value.b] : NULL;
    int32_t i, shown = 0;
    if (fact == NULL || fact->type != MOOT_T_SET) {
        return 0;
    }
    for (i = 0; i < fact->options.count && i < 63; i++) {
        const char *text = moot_symbol(protocol, moot_span_at(protocol, fact->options, i));
        if (((uint64_t)value.a >> i & 1U) == 0) {
            continue;
        }
        moot_buf_str(out, shown++ > 0 ? (json ? "," : ", ") : "");
        if (json) {
            moot_buf_json(out, text);
        } else {
            moot_buf_str(out, text);
        }
    }
    if (shown == 0 && !json) {
        moot_buf_str(out, "none");
    }
    return 1;
}

static void show_length(moot_value value, moot_buf *out)
{
    char text[64];
    moot_duration duration = { (int32_t)value.a, (uint8_t)value.b };
    moot_buf_str(out, moot_duration_text(duration, text, sizeof text));
}

static void show_instant(const moot_protocol *protocol, moot_value value, moot_buf *out)
{
    char text[64];
    moot_when when = { value.a, value.b };
    moot_buf_str(out, moot_when_text(protocol->zone, when, text, sizeof text));
}

void moot_value_show(const moot_protocol *protocol, moot_value value, moot_buf *out)
{
    char text[64];
    switch ((moot_type)value.type) {
    case MOOT_T_UNKNOWN:
    case MOOT_T_SPELLS:
        moot_buf_str(out, moot_type_text((moot_type)value.type));
        break;
    case MOOT_T_YESNO:
        moot_buf_str(out, value.a ? "true" : "false");
        break;
    case MOOT_T_INTEGER:
        moot_buf_int(out, value.a);
        break;
    case MOOT_T_MONEY:
        show_pence(value.a, out);
        break;
    case MOOT_T_DATE:
        moot_buf_str(out, moot_days_text((moot_day)value.a, (moot_day)value.b, text, sizeof text));
        break;
    case MOOT_T_INSTANT:
        show_instant(protocol, value, out);
        break;
    case MOOT_T_ONE_OF:
    case MOOT_T_CONSENT:
        moot_buf_str(out, moot_symbol(protocol, value.a));
        break;
    case MOOT_T_TEXT:
        moot_buf_str(out, value.text != NULL ? value.text : "");
        break;
    case MOOT_T_PARTY:
        show_party(protocol, value.a, out);
        break;
    case MOOT_T_SET:
        if (!show_set(protocol, value, 0, out)) {
            moot_buf_int(out, value.a);
        }
        break;
    case MOOT_T_DURATION:
        show_length(value, out);
        break;
    }
}

static void json_quoted(const moot_protocol *protocol, moot_value value, moot_buf *out)
{
    moot_buf text;
    moot_buf_init(&text);
    moot_value_show(protocol, value, &text);
    out->failed |= text.failed;
    moot_buf_json(out, moot_buf_text(&text));
    moot_buf_done(&text);
}

void moot_value_json(const moot_protocol *protocol, moot_value value, moot_buf *out)
{
    switch ((moot_type)value.type) {
    case MOOT_T_UNKNOWN:
        moot_buf_str(out, "null");
        break;
    case MOOT_T_YESNO:
        moot_buf_str(out, value.a ? "true" : "false");
        break;
    case MOOT_T_INTEGER:
    case MOOT_T_MONEY:
        moot_buf_int(out, value.a);
        break;
    case MOOT_T_SET:
        moot_buf_char(out, '[');
        if (!show_set(protocol, value, 1, out)) {
            moot_buf_int(out, value.a);
        }
        moot_buf_char(out, ']');
        break;
    default:
        json_quoted(protocol, value, out);
        break;
    }
}

/* ---- operands ---- */

/* A figure that changes on a date is told with all that it is, for whoever reads this may have a case of any of these times:
 * "10 working days, from 2027-04-01 8 working days". */
static void show_steps(const moot_protocol *protocol, int32_t param, moot_buf *out)
{
    moot_span steps = protocol->params[param].steps;
    char day[16];
    for (int32_t i = 0; i < steps.count; i++) {
        const moot_param_step *step = &protocol->steps[steps.first + i];
        if (i > 0) {
            moot_buf_printf(out, ", from %s ", moot_day_text(step->from, day, sizeof day));
        }
        moot_value_show(protocol, step->value, out);
    }
}

static void show_param(const moot_protocol *protocol, int32_t param, moot_buf *out)
{
    moot_buf_printf(out, "param \"%s\" (", protocol->params[param].decl.name);
    show_steps(protocol, param, out);
    moot_buf_char(out, ')');
}

void moot_operand_show(const moot_protocol *protocol, int32_t operand, moot_buf *out)
{
    const moot_operand *x;
    if (operand < 0) {
        return;
    }
    x = &protocol->operands[operand];
    switch ((moot_operand_kind)x->kind) {
    case MOOT_OPERAND_CONST:
        moot_value_show(protocol, x->value, out);
        break;
    case MOOT_OPERAND_FACT:
        moot_buf_str(out, protocol->facts[x->ref].decl.name);
        break;
    case MOOT_OPERAND_PARAM:
        show_param(protocol, x->ref, out);
        break;
    case MOOT_OPERAND_TRIGGER:
        moot_trigger_show(protocol, x->ref, out);
        break;
    case MOOT_OPERAND_AGE:
        moot_buf_str(out, "age");
        break;
    case MOOT_OPERAND_NOW:
        moot_buf_str(out, "now");
        break;
    case MOOT_OPERAND_TODAY:
        moot_buf_str(out, "today");
        break;
    }
}

/* The plain figure of a duration, without saying that a param holds it. */
static void show_figure(const moot_protocol *protocol, int32_t operand, moot_buf *out)
{
    const moot_operand *x = &protocol->operands[operand];
    if (x->kind == MOOT_OPERAND_PARAM) {
        show_steps(protocol, x->ref, out);
    } else {
        moot_operand_show(protocol, operand, out);
    }
}

void moot_owner_show(const moot_protocol *protocol, const moot_owner *owner, moot_buf *out)
{
    int32_t i, n = moot_owner_count(owner);
    if (owner->kind == MOOT_OWNER_FACT) {
        moot_buf_printf(out, "whoever %s names", protocol->facts[owner->fact].decl.name);
        return;
    }
    for (i = 0; i < n; i++) {
        moot_buf_str(out, i == 0 ? "" : (owner->kind == MOOT_OWNER_ANY ? " or " : " and "));
        show_party(protocol, moot_owner_party(protocol, owner, i), out);
    }
    if (n == 0) {
        moot_buf_str(out, "nobody");
    }
}

void moot_reading_others_show(const moot_protocol *protocol, const moot_reading *reading, const char *between, moot_buf *out)
{
    int32_t told = 0;
    for (int32_t i = 0; i < reading->options.count; i++) {
        int32_t option = moot_span_at(protocol, reading->options, i);
        if (option != reading->chosen) {
            moot_buf_printf(out, "%s%s", told++ ? between : "", moot_symbol(protocol, option));
        }
    }
}

/* ---- triggers ---- */

static void show_children(const moot_protocol *protocol, const moot_trigger *t, const char *which, moot_buf *out)
{
    int32_t i;
    moot_buf_printf(out, "%s of (", which);
    for (i = 0; i < t->children.count; i++) {
        moot_buf_str(out, i == 0 ? "" : ", ");
        moot_trigger_show(protocol, moot_span_at(protocol, t->children, i), out);
    }
    moot_buf_char(out, ')');
}

static void show_bare_trigger(const moot_protocol *protocol, const moot_trigger *t, moot_buf *out)
{
    switch ((moot_trigger_kind)t->kind) {
    case MOOT_ON_EVENT:
        moot_buf_printf(out, "event \"%s\"", protocol->events[t->ref].decl.name);
        break;
    case MOOT_ON_ENTERED:
        moot_buf_printf(out, "entered \"%s\"", protocol->stages[t->ref].decl.name);
        break;
    case MOOT_ON_LEFT:
        moot_buf_printf(out, "left \"%s\"", protocol->stages[t->ref].decl.name);
        if (t->outcome >= 0) {
            moot_buf_printf(out, " by \"%s\"", protocol->outcomes[t->outcome].decl.name);
        }
        break;
    case MOOT_ON_MET:
        moot_buf_printf(out, "met \"%s\"", protocol->clocks[t->ref].decl.name);
        break;
    case MOOT_ON_MISSED:
        moot_buf_printf(out, "missed \"%s\"", protocol->clocks[t->ref].decl.name);
        break;
    case MOOT_ON_DUE:
        moot_buf_printf(out, "due \"%s\"", protocol->clocks[t->ref].decl.name);
        break;
    case MOOT_ON_TURNS:
        if (t->param >= 0 && protocol->params[t->param].steps.count > 1) {
            moot_buf_printf(out, "reaching the age of \"%s\"", protocol->params[t->param].decl.name);
        } else {
            moot_buf_printf(out, "turning %d", (int)t->ref);
        }
        break;
    case MOOT_ON_DATE:
        moot_buf_str(out, protocol->facts[t->ref].decl.name);
        break;
    case MOOT_ON_BECOMES:
        moot_buf_str(out, "becoming ");
        moot_cond_show(protocol, t->ref, out);
        break;
    case MOOT_ON_ANY:
    case MOOT_ON_ALL:
        show_children(protocol, t, t->kind == MOOT_ON_ANY ? "first" : "last", out);
        break;
    }
}

/* " beginning with the day", " clear", or nothing for the plain "within". */
static void show_counting(uint8_t counting, moot_buf *out)
{
    moot_buf_str(out, counting == MOOT_COUNT_BEGINNING ? " beginning with the day"
                      : counting == MOOT_COUNT_CLEAR   ? " clear"
                                                       : "");
}

void moot_trigger_show(const moot_protocol *protocol, int32_t trigger, moot_buf *out)
{
    const moot_trigger *t;
    int32_t i;
    if (trigger < 0) {
        return;
    }
    t = &protocol->triggers[trigger];
    show_bare_trigger(protocol, t, out);
    for (i = 0; i < t->shifts.count; i++) {
        const moot_shift *shift = &protocol->shifts[t->shifts.first + i];
        moot_buf_str(out, shift->sign < 0 ? " - " : " + ");
        show_figure(protocol, shift->operand, out);
        show_counting(shift->counting, out);
    }
}

void moot_latest_show(const moot_protocol *protocol, int32_t trigger, moot_buf *out)
{
    const moot_trigger *t = trigger >= 0 ? &protocol->triggers[trigger] : NULL;
    if (t && t->kind == MOOT_ON_ANY) {
        show_children(protocol, t, "latest", out);
    } else {
        moot_trigger_show(protocol, trigger, out);
    }
}

static int is_moment(const moot_trigger *trigger)
{
    return trigger->shifts.count == 0 && trigger->kind <= MOOT_ON_LEFT;
}

int moot_clock_has_moment(const moot_protocol *protocol, const moot_clock_rule *rule)
{
    const moot_trigger *by = rule->by >= 0 ? &protocol->triggers[rule->by] : NULL;
    if (!by || rule->within >= 0 || rule->every >= 0 || by->shifts.count > 0) {
        return 0;
    }
    int moments = is_moment(by);
    for (int32_t i = 0; by->kind == MOOT_ON_ANY && i < by->children.count; i++) {
        moments = (i == 0 || moments) && is_moment(&protocol->triggers[protocol->ints[by->children.first + i]]);
    }
    return moments;
}

/* ---- conditions ---- */

static const char *test_word(const moot_cond_node *node)
{
    static const char *const words[] = {
#define X(name, text) text,
        MOOT_TESTS(X)
#undef X
    };
    return node->test < MOOT_COUNT(words) ? words[node->test] : "is";
}

/* Which periods count. */
static void show_filter(const moot_protocol *protocol, const moot_cond_node *node, moot_buf *out)
{
    const moot_spell_filter *f = &node->spells;
    if (f->which & MOOT_SPELL_TOGETHER) {
        moot_buf_printf(out, " with %s", protocol->facts[f->together].decl.name);
    }
    if (f->which & MOOT_SPELL_LASTING) {
        moot_buf_str(out, f->longer ? " of more than " : " of at least ");
        moot_operand_show(protocol, f->lasting, out);
    }
    if (f->which & MOOT_SPELL_FOLLOWS) {
        moot_buf_printf(out, " right after %s", protocol->facts[f->follows].decl.name);
    }
    moot_buf_str(out, f->which & MOOT_SPELL_INSIDE ? " begun" : "");
}

static void show_fact_subject(const moot_protocol *protocol, const moot_cond_node *node, moot_buf *out)
{
    const char *name = protocol->facts[node->ref].decl.name;
    switch ((moot_spell_fn)node->spell) {
    case MOOT_SPELL_NONE:
        moot_buf_str(out, name);
        return;
    case MOOT_SPELL_TOTAL:
        moot_buf_printf(out, "total of %s", name);
        break;
    case MOOT_SPELL_LONGEST:
        moot_buf_printf(out, "longest %s", name);
        break;
    case MOOT_SPELL_ANY_AT:
    case MOOT_SPELL_RUNNING:
        moot_buf_printf(out, node->spell == MOOT_SPELL_ANY_AT ? "any %s" : "running %s", name);
        if (node->from >= 0) {
            moot_buf_str(out, " at ");
            moot_trigger_show(protocol, node->from, out);
        }
        show_filter(protocol, node, out);
        return;
    }
    show_filter(protocol, node, out);
    if (node->from >= 0) {
        moot_buf_str(out, " from ");
        moot_trigger_show(protocol, node->from, out);
    }
    if (node->to >= 0) {
        moot_buf_str(out, " to ");
        moot_trigger_show(protocol, node->to, out);
    }
}

static void show_subject(const moot_protocol *protocol, const moot_cond_node *node, moot_buf *out)
{
    static const char *const words[] = { "", "age", "now", "today", "tonight", "lead", "handovers",
                                         "", "law as at" };
    switch ((moot_subject)node->subject) {
    case MOOT_SUBJECT_FACT:
        show_fact_subject(protocol, node, out);
        break;
    case MOOT_SUBJECT_TIMES:
        moot_buf_str(out, "times of ");
        moot_trigger_show(protocol, node->ref, out);
        break;
    default:
        moot_buf_str(out, node->subject < MOOT_COUNT(words) ? words[node->subject] : "");
        break;
    }
}

void moot_subject_show(const moot_protocol *protocol, int32_t node, moot_buf *out)
{
    show_subject(protocol, &protocol->nodes[node], out);
}

static void show_test(const moot_protocol *protocol, const moot_cond_node *node, moot_buf *out)
{
    int32_t i;
    show_subject(protocol, node, out);
    if (node->spell == MOOT_SPELL_ANY_AT || (node->spell == MOOT_SPELL_RUNNING && node->count == 0)) {
        return;
    }
    moot_buf_printf(out, " %s%s", node->test == MOOT_TEST_KNOWN || node->test == MOOT_TEST_UNKNOWN ? "is " : "",
                    test_word(node));
    if (node->calendar >= 0) {
        moot_buf_printf(out, " \"%s\"", moot_calendar_name(protocol->calendars[node->calendar]));
    }
    for (i = 0; i < node->count; i++) {
        moot_buf_str(out, i == 0 ? " " : (node->test == MOOT_TEST_BETWEEN ? " and " : ", "));
        moot_operand_show(protocol, node->first + i, out);
    }
}

static const char *group_word(const moot_cond_node *node)
{
    switch ((moot_node_kind)node->kind) {
    case MOOT_COND_ANY:
        return "any of (";
    case MOOT_COND_NONE:
        return "none of (";
    case MOOT_COND_SOME_CHILD:
        return "some child with (";
    case MOOT_COND_EVERY_CHILD:
        return "every child with (";
    default:
        return "all of (";
    }
}

void moot_test_show(const moot_protocol *protocol, int32_t node, moot_buf *out)
{
    if (protocol->nodes[node].kind == MOOT_COND_TEST) {
        show_test(protocol, &protocol->nodes[node], out);
    } else {
        moot_cond_show(protocol, node, out);
    }
}

void moot_cond_show(const moot_protocol *protocol, int32_t cond, moot_buf *out)
{
    int32_t ends[MOOT_COND_DEPTH + 1];
    int32_t i, end, depth = 0, first = 1;
    if (cond == MOOT_NO_COND) {
        moot_buf_str(out, "always");
        return;
    }
    end = protocol->nodes[cond].next;
    for (i = cond; i < end; i++) {
        const moot_cond_node *node = &protocol->nodes[i];
        moot_buf_str(out, first ? "" : ", ");
        first = 0;
        if (node->kind == MOOT_COND_TEST) {
            show_test(protocol, node, out);
        } else if (depth <= MOOT_COND_DEPTH) {
            moot_buf_str(out, group_word(node));
            ends[depth++] = node->next;
            first = 1;
        }
        while (depth > 0 && ends[depth - 1] == i + 1) {
            moot_buf_char(out, ')');
            depth--;
            first = 0;
        }
    }
}

/* ---- clocks ---- */

/* A figure that can be read without a case is a length or "quarter". */
static int is_once_in_each(const moot_protocol *protocol, int32_t operand)
{
    const moot_operand *o = &protocol->operands[operand];
    return o->kind == MOOT_OPERAND_CONST && moot_period_of_unit((int)o->value.b) >= 0;
}

/* A length of the rule: `counted`, if a clock was counted by one and the figure has several, each of its own time. What adds up
 * visits was counted by what they left of it, and that is not the rule. */
static void show_rule_length(const moot_protocol *protocol, const moot_clock_rule *rule, int32_t operand, moot_value counted,
                             moot_buf *out)
{
    if (!rule->adds_up && protocol->operands[operand].kind == MOOT_OPERAND_PARAM && counted.type == MOOT_T_DURATION) {
        moot_value_show(protocol, counted, out);
    } else {
        show_figure(protocol, operand, out);
    }
}

void moot_clock_rule_show_counted(const moot_protocol *protocol, int32_t clock, moot_value counted, moot_buf *out)
{
    const moot_clock_rule *rule = &protocol->clocks[clock];
    const char *join = "";
    if (rule->within >= 0) {
        show_rule_length(protocol, rule, rule->within, counted, out);
        show_counting(rule->counting, out);
        join = ", ";
    }
    if (rule->by >= 0) {
        moot_buf_printf(out, "%sby ", join);
        moot_trigger_show(protocol, rule->by, out);
        join = ", ";
    }
    if (rule->every >= 0) {
        moot_buf_printf(out, "%s%s ", join, is_once_in_each(protocol, rule->every) ? "once in each" : "every");
        show_rule_length(protocol, rule, rule->every, counted, out);
        join = ", ";
    }
    if (rule->not_before >= 0) {
        moot_buf_printf(out, "%snot before ", join);
        moot_trigger_show(protocol, rule->not_before, out);
    }
}

void moot_clock_rule_show(const moot_protocol *protocol, int32_t clock, moot_buf *out)
{
    moot_clock_rule_show_counted(protocol, clock, moot_unknown(), out);
}
