/* Values: literals, durations, money, and the operands that stand where a value may. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lua/compile/compile_internal.h"
#include "lua/load/hint.h"
#include "vm/base/text.h"

/* ---- durations ---- */

typedef struct unit_word {
    const char *word;
    uint8_t unit, bare;
} unit_word;

static const unit_word unit_words[] = {
    { "minutes", MOOT_MINUTES, 0 },   { "hours", MOOT_HOURS, 0 },   { "days", MOOT_DAYS, 0 },
    { "weeks", MOOT_WEEKS, 0 },       { "months", MOOT_MONTHS, 0 }, { "years", MOOT_YEARS, 0 },
    { "working_days", MOOT_WORKING_DAYS, 0 }, { "statutory_working_days", MOOT_STATUTORY_DAYS, 0 },
    { "same_day", MOOT_SAME_DAY, 1 }, { "next_working_day", MOOT_NEXT_WORKING_DAY, 1 },
};

static const unit_word *unit_of(const moot_node *node)
{
    size_t i;
    for (i = 0; i < MOOT_COUNT(unit_words); i++) {
        if (moot_node_is(node, unit_words[i].word)) {
            return &unit_words[i];
        }
    }
    return NULL;
}

int moot_compile__is_duration(const moot_node *node)
{
    return unit_of(node) != NULL;
}

#define LONGEST_COUNT 100000 /* of any unit: the calendar ends in 2199 */

static int literal_duration(moot_compiler *c, const moot_node *node, moot_duration *out)
{
    const unit_word *unit = unit_of(node);
    if (unit == NULL) {
        return 0;
    }
    out->unit = unit->unit;
    out->count = 0;
    if (unit->bare) {
        return 1;
    }
    if (node->item_count != 1 || node->items[0]->type != MOOT_NODE_INTEGER) {
        moot_compile__fail(c, node, "%s takes one whole number, as in %s(2)", unit->word, unit->word);
        return 0;
    }
    if (node->items[0]->number < 0 || node->items[0]->number > LONGEST_COUNT) {
        moot_compile__fail(c, node, "%s takes a number from 0 to %d, not %lld", unit->word, LONGEST_COUNT,
                           (long long)node->items[0]->number);
        return 0;
    }
    out->count = (int32_t)node->items[0]->number;
    return 1;
}

/* ---- figures that hold on all dates ---- */

static int only_figure(moot_compiler *c, const moot_node *node, const moot_value_want *want, moot_value *out)
{
    int32_t param = moot_compile__ref(c, MOOT_KIND_PARAM, node);
    const moot_param *p = param >= 0 ? &c->protocol->params[param] : NULL;
    char day[16];
    if (p == NULL || p->steps.count == 0) {
        return 0;
    }
    if (p->type != want->type) {
        moot_compile__fail(c, node, "%s takes %s; the param \"%s\" is %s", want->subject, moot_compile__wanted(c, want),
                           node->name, moot_type_text((moot_type)p->type));
        return 0;
    }
    if (p->steps.count > 1) {
        moot_compile__fail(c, node, "%s holds on all dates, and the param \"%s\" changes on %s: declare what it is of for each "
                                    "figure", want->subject, node->name,
                           moot_day_text(c->protocol->steps[p->steps.first + 1].from, day, sizeof day));
        return 0;
    }
    *out = c->protocol->steps[p->steps.first].value;
    return 1;
}

typedef struct fixed_use {
    const moot_value_want *want;
    moot_value *out;
} fixed_use;

static int use_fixed(moot_compiler *c, const moot_node *node, void *user)
{
    const fixed_use *use = user;
    return moot_node_is(node, "param") ? only_figure(c, node, use->want, use->out)
                                       : moot_compile__value(c, node, use->want, use->out);
}

int moot_compile__fixed(moot_compiler *c, const moot_node *node, const moot_value_want *want, moot_value *out)
{
    fixed_use use = { want, out };
    return moot_compile__is_reading(node) ? moot_compile__reading(c, node, use_fixed, &use) : use_fixed(c, node, &use);
}

static int use_duration(moot_compiler *c, const moot_node *node, void *user)
{
    moot_duration *out = user;
    if (moot_node_is(node, "param")) {
        moot_value_want want = { MOOT_T_DURATION, -1, "this length of time" };
        moot_value value;
        if (!only_figure(c, node, &want, &value)) {
            return 0;
        }
        out->count = (int32_t)value.a;
        out->unit = (uint8_t)value.b;
        return 1;
    }
    if (!moot_compile__is_duration(node)) {
        moot_compile__fail(c, node, "a length of time is expected here, such as weeks(2), not %s",
                           moot_compile__found(c, node));
        return 0;
    }
    return literal_duration(c, node, user);
}

int moot_compile__duration(moot_compiler *c, const moot_node *node, moot_duration *out)
{
    return moot_compile__is_reading(node) ? moot_compile__reading(c, node, use_duration, out)
                                          : use_duration(c, node, out);
}

/* ---- dates, clock times, money ---- */

int moot_compile__day(moot_compiler *c, const moot_node *node, moot_day *out_day)
{
    moot_err err;
    moot_day lo, hi;
    moot_err_init(&err);
    if (node->type != MOOT_NODE_STRING) {
        moot_compile__fail(c, node, "a date is expected here, such as \"2018-01-01\", not %s",
                           moot_compile__found(c, node));
        return 0;
    }
    if (moot_days_parse(node->name, &lo, &hi, &err) != MOOT_OK) {
        moot_compile__pass(c, node, &err);
        return 0;
    }
    if (lo != hi) {
        moot_compile__fail(c, node, "a whole date is expected here, such as \"2018-01-01\", not \"%s\"", node->name);
        return 0;
    }
    *out_day = lo;
    return 1;
}

static int two_digits(const char *text, int *out)
{
    if (text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9') {
        return 0;
    }
    *out = (text[0] - '0') * 10 + (text[1] - '0');
    return 1;
}

int moot_compile__clock_time(const char *text, int32_t *out_second, const char **out_rest)
{
    int hour, minute;
    if (!two_digits(text, &hour) || text[2] != ':' || !two_digits(text + 3, &minute) || hour > 23 || minute > 59) {
        return 0;
    }
    *out_second = (int32_t)(hour * 3600 + minute * 60);
    *out_rest = text + 5;
    return 1;
}

int moot_compile__is_money(const moot_node *node)
{
    return moot_node_is(node, "money") && node->called;
}

/* money(12.5): pounds in the script, pence ever after. The only place where a fraction is read. */
static int pence_of(moot_compiler *c, const moot_node *node, int64_t *out)
{
    const moot_node *n = node->item_count == 1 ? node->items[0] : NULL;
    if (n != NULL && n->type == MOOT_NODE_INTEGER && n->number >= 0 && n->number <= INT32_MAX) {
        *out = n->number * 100;
        return 1;
    }
    if (n != NULL && n->type == MOOT_NODE_DECIMAL && n->decimal >= 0 && n->decimal <= INT32_MAX) {
        double pence = n->decimal * 100;
        int64_t whole = (int64_t)(pence + 0.5);
        double off = pence - (double)whole;
        if (off < 1e-4 && off > -1e-4) {
            *out = whole;
            return 1;
        }
        moot_compile__fail(c, node, "money takes pounds with at most two decimals, as in money(12.50)");
        return 0;
    }
    moot_compile__fail(c, node, "money takes a sum of pounds, as in money(12.50)");
    return 0;
}

/* ---- what is wanted ---- */

#define FEW 6

/* `one of "a", "b"`: as many options as a sentence bears. */
static const char *list_options(moot_compiler *c, const moot_value_want *want)
{
    moot_span options = c->protocol->facts[want->fact].options;
    const char *copy = NULL;
    char name[48];
    moot_buf text;
    int32_t i;
    moot_buf_init(&text);
    moot_buf_str(&text, "one of");
    for (i = 0; i < options.count && i < FEW; i++) {
        const char *option = moot_symbol(c->protocol, moot_span_at(c->protocol, options, i));
        moot_buf_printf(&text, "%s \"%s\"", i == 0 ? "" : ",", moot_text_clip(option, name, sizeof name));
    }
    moot_buf_str(&text, options.count > FEW ? " …" : "");
    if (moot_buf_ok(&text)) {
        copy = moot_arena_str(&c->scratch, moot_buf_text(&text));
    }
    moot_buf_done(&text);
    return copy != NULL ? copy : "one of its options";
}

const char *moot_compile__wanted(moot_compiler *c, const moot_value_want *want)
{
    switch (want->type) {
    case MOOT_T_YESNO:
        return "true or false";
    case MOOT_T_INTEGER:
        return "a whole number";
    case MOOT_T_MONEY:
        return "a sum such as money(12.50)";
    case MOOT_T_DATE:
        return "a date such as \"2026-05-21\"";
    case MOOT_T_INSTANT:
        return "a time such as \"2026-05-21 09:15\"";
    case MOOT_T_PARTY:
        return "a role or service";
    case MOOT_T_DURATION:
        return "a length of time such as hours(48)";
    case MOOT_T_ONE_OF:
    case MOOT_T_SET:
    case MOOT_T_CONSENT:
        return want->fact < 0 ? "text in quotes" : list_options(c, want);
    default:
        return "text in quotes";
    }
}

/* What kind of value the loader would call it: the same guesses then hold. */
static int want_of(moot_type type)
{
    switch (type) {
    case MOOT_T_YESNO: return MOOT_WANT_YESNO;
    case MOOT_T_INTEGER: return MOOT_WANT_WHOLE;
    case MOOT_T_MONEY: return MOOT_WANT_MONEY;
    case MOOT_T_DATE: return MOOT_WANT_DATE;
    case MOOT_T_DURATION: return MOOT_WANT_DURATION;
    default: return MOOT_WANT_NOTHING;
    }
}

static int misfit(moot_compiler *c, const moot_node *node, const moot_value_want *want)
{
    char hint[MOOT_HINT];
    moot_compile__fail(c, node, "%s takes %s, not %s%s", want->subject, moot_compile__wanted(c, want),
                       moot_compile__found(c, node), moot_hint(want_of(want->type), node, hint, sizeof hint));
    return 0;
}

/* ---- literals ---- */

/* Index of an option in its fact's list, -1 after an error that offers the nearest. */
static int32_t option_of(moot_compiler *c, const moot_node *node, const moot_value_want *want)
{
    moot_span options = c->protocol->facts[want->fact].options;
    const char **texts = moot_arena_array(&c->scratch, (size_t)options.count + 1, sizeof *texts);
    const char *near;
    int32_t i;
    if (texts == NULL) {
        moot_compile__no_memory(c);
        return -1;
    }
    for (i = 0; i < options.count; i++) {
        texts[i] = moot_symbol(c->protocol, moot_span_at(c->protocol, options, i));
        if (strcmp(texts[i], node->name) == 0) {
            return i;
        }
    }
    near = moot_nearest(node->name, texts, (size_t)options.count);
    if (near != NULL) {
        moot_compile__fail(c, node, "%s has no option \"%s\"; did you mean \"%s\"?", want->subject, node->name, near);
    } else {
        moot_compile__fail(c, node, "%s has no option \"%s\"; it is %s", want->subject, node->name,
                           moot_compile__wanted(c, want));
    }
    return -1;
}

static int choice(moot_compiler *c, const moot_node *node, const moot_value_want *want, moot_value *out)
{
    int32_t option;
    if (want->fact < 0) {
        *out = moot_value_of(want->type, moot_compile__symbol(c, node->name), 0);
        return 1;
    }
    option = option_of(c, node, want);
    if (option < 0) {
        return 0;
    }
    if (want->type == MOOT_T_SET) {
        *out = moot_value_of(MOOT_T_SET, (int64_t)1 << option, want->fact);
    } else {
        *out = moot_value_of(want->type, moot_span_at(c->protocol, c->protocol->facts[want->fact].options, option), 0);
    }
    return 1;
}

static int date_text(moot_compiler *c, const moot_node *node, const moot_value_want *want, moot_value *out)
{
    moot_err err;
    moot_code code;
    moot_err_init(&err);
    if (want->type == MOOT_T_DATE) {
        moot_day lo = 0, hi = 0;
        code = moot_days_parse(node->name, &lo, &hi, &err);
        *out = moot_value_of(MOOT_T_DATE, lo, hi);
    } else {
        moot_when when = { 0, 0 };
        code = moot_when_parse(c->protocol->zone, node->name, &when, &err);
        *out = moot_value_of(MOOT_T_INSTANT, when.lo, when.hi);
    }
    if (code != MOOT_OK) {
        moot_compile__pass(c, node, &err);
        return 0;
    }
    return 1;
}

static int party_value(moot_compiler *c, const moot_node *node, moot_value *out)
{
    int32_t party = moot_compile__ref(c, MOOT_KIND_PARTY, node);
    *out = moot_value_of(MOOT_T_PARTY, party, 0);
    return party >= 0;
}

static int string_value(moot_compiler *c, const moot_node *node, const moot_value_want *want, moot_value *out)
{
    switch (want->type) {
    case MOOT_T_ONE_OF:
    case MOOT_T_SET:
    case MOOT_T_CONSENT:
        return choice(c, node, want, out);
    case MOOT_T_DATE:
    case MOOT_T_INSTANT:
        return date_text(c, node, want, out);
    case MOOT_T_TEXT:
        *out = moot_value_text_of(moot_compile__str(c, node->name));
        return 1;
    case MOOT_T_PARTY:
        return party_value(c, node, out);
    default:
        return misfit(c, node, want);
    }
}

static int integer_value(moot_compiler *c, const moot_node *node, const moot_value_want *want, moot_value *out)
{
    const moot_fact *fact = want->fact >= 0 ? &c->protocol->facts[want->fact] : NULL;
    if (want->type != MOOT_T_INTEGER) {
        return misfit(c, node, want);
    }
    if (fact != NULL && fact->type == MOOT_T_INTEGER && (node->number < fact->min || node->number > fact->max)) {
        moot_compile__fail(c, node, "%s goes from %lld to %lld, so it is never %lld", want->subject,
                           (long long)fact->min, (long long)fact->max, (long long)node->number);
        return 0;
    }
    *out = moot_value_of(MOOT_T_INTEGER, node->number, 0);
    return 1;
}

static int word_value(moot_compiler *c, const moot_node *node, const moot_value_want *want, moot_value *out)
{
    if (want->type == MOOT_T_MONEY && moot_compile__is_money(node)) {
        *out = moot_value_of(MOOT_T_MONEY, 0, 0);
        return pence_of(c, node, &out->a);
    }
    if (want->type == MOOT_T_DURATION && moot_compile__is_duration(node)) {
        moot_duration duration = { 0, 0 };
        int done = literal_duration(c, node, &duration);
        *out = moot_value_of(MOOT_T_DURATION, duration.count, duration.unit);
        return done;
    }
    if (want->type == MOOT_T_PARTY && moot_compile__is_ref(node, MOOT_KIND_PARTY)) {
        return party_value(c, node, out);
    }
    return misfit(c, node, want);
}

int moot_compile__value(moot_compiler *c, const moot_node *node, const moot_value_want *want, moot_value *out)
{
    switch ((moot_node_type)node->type) {
    case MOOT_NODE_STRING:
        return string_value(c, node, want, out);
    case MOOT_NODE_INTEGER:
        return integer_value(c, node, want, out);
    case MOOT_NODE_YESNO:
        if (want->type != MOOT_T_YESNO) {
            return misfit(c, node, want);
        }
        *out = moot_value_yesno((int)node->number);
        return 1;
    case MOOT_NODE_WORD:
        return word_value(c, node, want, out);
    default:
        return misfit(c, node, want);
    }
}

/* A string that reads as a whole date is one. */
static int is_date(const char *text)
{
    moot_err err;
    moot_day lo, hi;
    moot_err_init(&err);
    return strlen(text) == 10 && moot_days_parse(text, &lo, &hi, &err) == MOOT_OK;
}

static moot_type type_of_name(moot_compiler *c, moot_kind kind, const moot_node *node)
{
    moot_named *named = node->name != NULL ? moot_compile__named(c, kind, node->name) : NULL;
    if (named == NULL) {
        return MOOT_T_UNKNOWN;
    }
    return (moot_type)(kind == MOOT_KIND_FACT ? c->protocol->facts[named->index].type
                                              : c->protocol->params[named->index].type);
}

moot_type moot_compile__type_of(moot_compiler *c, const moot_node *node)
{
    switch ((moot_node_type)node->type) {
    case MOOT_NODE_YESNO:
        return MOOT_T_YESNO;
    case MOOT_NODE_INTEGER:
        return MOOT_T_INTEGER;
    case MOOT_NODE_STRING:
        return is_date(node->name) ? MOOT_T_DATE : MOOT_T_ONE_OF;
    case MOOT_NODE_WORD:
        break;
    default:
        return MOOT_T_UNKNOWN;
    }
    if (moot_compile__is_money(node)) {
        return MOOT_T_MONEY;
    }
    if (moot_compile__is_duration(node)) {
        return MOOT_T_DURATION;
    }
    if (moot_compile__is_ref(node, MOOT_KIND_PARTY)) {
        return MOOT_T_PARTY;
    }
    if (moot_compile__is_ref(node, MOOT_KIND_FACT)) {
        return type_of_name(c, MOOT_KIND_FACT, node);
    }
    return moot_node_is(node, "param") ? type_of_name(c, MOOT_KIND_PARAM, node) : MOOT_T_UNKNOWN;
}

/* ---- operands ---- */

int moot_compile__fits(moot_type have, moot_type want)
{
    int have_time = have == MOOT_T_DATE || have == MOOT_T_INSTANT;
    int want_time = want == MOOT_T_DATE || want == MOOT_T_INSTANT;
    int have_choice = have == MOOT_T_ONE_OF || have == MOOT_T_CONSENT;
    int want_choice = want == MOOT_T_ONE_OF || want == MOOT_T_CONSENT;
    return have == want || (have_time && want_time) || (have_choice && want_choice);
}

int moot_compile__child_ok(moot_compiler *c, int32_t fact, const moot_node *at, moot_ctx ctx)
{
    if (!c->protocol->facts[fact].per_child || ctx.child) {
        return 1;
    }
    moot_compile__fail(c, at,
                       "\"%s\" is a fact of each child: read it in a stage with per = \"child\", or under some_child or "
                       "every_child", c->protocol->facts[fact].decl.name);
    return 0;
}

static int fact_operand(moot_compiler *c, const moot_node *node, const moot_value_want *want, moot_ctx ctx, moot_operand *out)
{
    int32_t fact = moot_compile__ref(c, MOOT_KIND_FACT, node);
    if (fact < 0 || !moot_compile__child_ok(c, fact, node, ctx)) {
        return 0;
    }
    if (!moot_compile__fits((moot_type)c->protocol->facts[fact].type, want->type)) {
        moot_compile__fail(c, node, "%s takes %s; the fact \"%s\" is %s", want->subject, moot_compile__wanted(c, want),
                           node->name, moot_type_text((moot_type)c->protocol->facts[fact].type));
        return 0;
    }
    out->kind = MOOT_OPERAND_FACT;
    out->ref = fact;
    return 1;
}

/* Every dated figure of a param has to be an option of what it is compared with. */
static int param_options_ok(moot_compiler *c, const moot_node *node, int32_t param, const moot_value_want *want)
{
    moot_span steps = c->protocol->params[param].steps;
    moot_node text = { .type = MOOT_NODE_STRING };
    moot_value unused;
    int32_t i;
    if (want->type != MOOT_T_ONE_OF || want->fact < 0) {
        return 1;
    }
    text.file = node->file;
    text.line = node->line;
    text.col = node->col;
    for (i = 0; i < steps.count; i++) {
        text.name = moot_symbol(c->protocol, c->protocol->steps[steps.first + i].value.a);
        if (!moot_compile__value(c, &text, want, &unused)) {
            return 0;
        }
    }
    return 1;
}

static int param_operand(moot_compiler *c, const moot_node *node, const moot_value_want *want, moot_operand *out)
{
    int32_t param = moot_compile__ref(c, MOOT_KIND_PARAM, node);
    if (param < 0) {
        return 0;
    }
    if (!moot_compile__fits((moot_type)c->protocol->params[param].type, want->type) || want->type == MOOT_T_SET) {
        moot_compile__fail(c, node, "%s takes %s; the param \"%s\" is %s", want->subject, moot_compile__wanted(c, want),
                           node->name, moot_type_text((moot_type)c->protocol->params[param].type));
        return 0;
    }
    out->kind = MOOT_OPERAND_PARAM;
    out->ref = param;
    return param_options_ok(c, node, param, want);
}

static int trigger_operand(moot_compiler *c, const moot_node *node, const moot_value_want *want, moot_ctx ctx,
                           moot_operand *out)
{
    if (want->type != MOOT_T_DATE && want->type != MOOT_T_INSTANT) {
        return misfit(c, node, want);
    }
    out->kind = MOOT_OPERAND_TRIGGER;
    out->ref = moot_compile__trigger(c, node, MOOT_USE_COMPARED, -1, ctx);
    return out->ref >= 0;
}

static int built_in(moot_compiler *c, const moot_node *node, const moot_value_want *want, moot_ctx ctx, moot_operand *out)
{
    moot_type type = moot_node_is(node, "age") ? MOOT_T_INTEGER : MOOT_T_DATE;
    if (!moot_compile__fits(type, want->type)) {
        return misfit(c, node, want);
    }
    if (type == MOOT_T_DATE && ctx.no_moment != NULL) {
        moot_compile__fail(c, node, "`%s` may not be read in %s: it changes at every moment", node->word,
                           ctx.no_moment);
        return 0;
    }
    out->kind = moot_node_is(node, "age") ? MOOT_OPERAND_AGE
                                          : (moot_node_is(node, "now") ? MOOT_OPERAND_NOW : MOOT_OPERAND_TODAY);
    return 1;
}

typedef struct option_use {
    const moot_value_want *want;
    moot_ctx ctx;
    moot_operand *out;
} option_use;

static int use_option(moot_compiler *c, const moot_node *option, void *user)
{
    option_use *use = user;
    return moot_compile__operand(c, option, use->want, use->ctx, use->out);
}

int moot_compile__operand(moot_compiler *c, const moot_node *node, const moot_value_want *want, moot_ctx ctx,
                          moot_operand *out)
{
    memset(out, 0, sizeof *out);
    out->kind = MOOT_OPERAND_CONST;
    out->ref = -1;
    out->reading = c->reading;
    if (moot_compile__is_reading(node)) {
        option_use use = { want, ctx, out };
        return moot_compile__reading(c, node, use_option, &use);
    }
    if (moot_compile__is_ref(node, MOOT_KIND_FACT)) {
        return fact_operand(c, node, want, ctx, out);
    }
    if (moot_node_is(node, "param")) {
        return param_operand(c, node, want, out);
    }
    if (moot_node_is(node, "age") || moot_node_is(node, "now") || moot_node_is(node, "today")) {
        return built_in(c, node, want, ctx, out);
    }
    if (moot_compile__is_trigger(node)) {
        return trigger_operand(c, node, want, ctx, out);
    }
    return moot_compile__value(c, node, want, &out->value);
}

int32_t moot_compile__add_operand(moot_compiler *c, const moot_operand *operand)
{
    moot_operand *added = moot_protocol_add_operand(c->protocol);
    if (added == NULL) {
        moot_compile__no_memory(c);
        return -1;
    }
    *added = *operand;
    return c->protocol->operands_count - 1;
}

int32_t moot_compile__length(moot_compiler *c, const moot_node *node, const char *subject, moot_ctx ctx)
{
    moot_value_want want = { MOOT_T_DURATION, -1, subject };
    moot_operand operand;
    if (node == NULL || !moot_compile__operand(c, node, &want, ctx, &operand)) {
        return -1;
    }
    return moot_compile__add_operand(c, &operand);
}

static int take_recurrence(moot_compiler *c, const moot_node *node, void *user)
{
    option_use *use = user;
    int period = node->type == MOOT_NODE_STRING ? moot_period_find(node->name) : -1;
    if (period < 0 && node->type == MOOT_NODE_STRING) {
        moot_compile__fail(c, node, "`every` takes a length of time, such as weeks(2), or \"month\", \"quarter\", \"year\" or "
                                    "\"financial year\", not %s", moot_compile__found(c, node));
        return 0;
    }
    if (period < 0) {
        return moot_compile__operand(c, node, use->want, use->ctx, use->out);
    }
    memset(use->out, 0, sizeof *use->out);
    use->out->kind = MOOT_OPERAND_CONST;
    use->out->ref = -1;
    use->out->reading = c->reading;
    use->out->value = moot_value_of(MOOT_T_DURATION, 0, MOOT_EACH_MONTH + (period - MOOT_PERIOD_MONTH));
    return 1;
}

int32_t moot_compile__recurrence(moot_compiler *c, const moot_node *node, moot_ctx ctx)
{
    moot_value_want want = { MOOT_T_DURATION, -1, "`every`" };
    moot_operand operand;
    option_use use = { &want, ctx, &operand };
    int done = node != NULL && (moot_compile__is_reading(node) ? moot_compile__reading(c, node, take_recurrence, &use)
                                                               : take_recurrence(c, node, &use));
    return done ? moot_compile__add_operand(c, &operand) : -1;
}
