/* Conditions: tables of tests, compiled to nodes in preorder (vm/condition/condition.h).
 *
 * A condition is gathered in a buffer and copied to the protocol when it is whole, because a test may name a trigger, and
 * a trigger (becomes) a condition of its own, whose nodes must not stand in the middle of this one. These functions call
 * each other as groups nest; moot_compile__in refuses more than MOOT_COND_DEPTH levels. */
#include <string.h>

#include "lua/compile/compile_internal.h"

typedef struct cond_buf {
    moot_cond_node *nodes;
    size_t count, cap;
} cond_buf;

/* What a test is about. */
typedef struct subject {
    uint8_t kind;   /* moot_subject */
    uint8_t spell;  /* moot_spell_fn, once total or longest has been seen */
    moot_type type;
    int32_t ref, from, to;
    moot_spell_filter spells;
    const char *name;
} subject;

typedef struct test_job {
    cond_buf *buf;
    subject on;
    moot_ctx ctx;
} test_job;

int moot_compile__in(moot_compiler *c, const moot_node *at)
{
    if (c->depth >= MOOT_COND_DEPTH) {
        moot_compile__fail(c, at, "conditions nest more than %d deep here; give a part of them a name with a decision",
                           MOOT_COND_DEPTH);
        return 0;
    }
    c->depth++;
    return 1;
}

void moot_compile__out(moot_compiler *c)
{
    c->depth--;
}

/* ---- the buffer ---- */

static int32_t push(moot_compiler *c, cond_buf *buf, uint8_t kind, int32_t line)
{
    void *nodes = buf->nodes;
    moot_cond_node *node;
    if (!moot_grow(&nodes, &buf->cap, buf->count + 1, sizeof *buf->nodes)) {
        moot_compile__no_memory(c);
        return -1;
    }
    buf->nodes = nodes;
    node = &buf->nodes[buf->count];
    memset(node, 0, sizeof *node);
    node->kind = kind;
    node->ref = node->first = node->calendar = node->from = node->to = -1;
    node->line = line;
    node->next = (int32_t)++buf->count;
    return (int32_t)buf->count - 1;
}

static int32_t commit(moot_compiler *c, const cond_buf *buf)
{
    int32_t base = c->protocol->nodes_count;
    size_t i;
    for (i = 0; i < buf->count; i++) {
        moot_cond_node *node = moot_protocol_add_cond_node(c->protocol);
        if (node == NULL) {
            moot_compile__no_memory(c);
            return MOOT_NO_COND;
        }
        *node = buf->nodes[i];
        node->next += base;
    }
    return base;
}

/* ---- which test fits what ---- */

#define BIT(type) (1U << MOOT_T_##type)
#define NUMBERS (BIT(INTEGER) | BIT(MONEY) | BIT(DURATION))
#define TIMES (BIT(DATE) | BIT(INSTANT))

typedef struct test_word {
    const char *word;
    uint8_t test;
    int operands; /* -1: a list */
    unsigned types;
} test_word;

static const test_word test_words[] = {
    { "between", MOOT_TEST_BETWEEN, 2, NUMBERS | TIMES },
    { "under", MOOT_TEST_UNDER, 1, NUMBERS },
    { "over", MOOT_TEST_OVER, 1, NUMBERS },
    { "at_least", MOOT_TEST_AT_LEAST, 1, NUMBERS },
    { "at_most", MOOT_TEST_AT_MOST, 1, NUMBERS },
    { "earlier_than", MOOT_TEST_EARLIER_THAN, 1, TIMES },
    { "later_than", MOOT_TEST_LATER_THAN, 1, TIMES },
    { "one_of", MOOT_TEST_ONE_OF, -1, ~(BIT(SPELLS) | BIT(YESNO)) },
    { "known", MOOT_TEST_KNOWN, 0, ~BIT(SPELLS) },
    { "unknown", MOOT_TEST_UNKNOWN, 0, ~BIT(SPELLS) },
};

static const test_word *test_of(const moot_node *node)
{
    size_t i;
    for (i = 0; i < MOOT_COUNT(test_words); i++) {
        if (moot_node_is(node, test_words[i].word)) {
            return &test_words[i];
        }
    }
    return NULL;
}

static const char *tests_of(moot_type type)
{
    switch (type) {
    case MOOT_T_YESNO:
        return "true, false, known and unknown";
    case MOOT_T_INTEGER:
    case MOOT_T_MONEY:
    case MOOT_T_DURATION:
        return "a value, between, under, over, at_least, at_most, one_of, known and unknown";
    case MOOT_T_DATE:
    case MOOT_T_INSTANT:
        return "a value, between, earlier_than, later_than, one_of, known and unknown";
    case MOOT_T_SPELLS:
        return "total, longest, running and any_at";
    default:
        return "a value, one_of, known and unknown";
    }
}

static int no_fit(moot_compiler *c, const moot_node *node, const subject *on)
{
    moot_compile__fail(c, node, "`%s` does not fit %s, which is %s; its tests are %s", node->word, on->name,
                       moot_type_text(on->type), tests_of(on->type));
    return 0;
}

/* ---- one test ---- */

static int add_test(moot_compiler *c, test_job *job, uint8_t test, const moot_node *at, const moot_operand *operands,
                    int32_t count)
{
    int32_t i, index, first = -1;
    moot_cond_node *node;
    for (i = 0; i < count; i++) {
        int32_t operand = moot_compile__add_operand(c, &operands[i]);
        first = i == 0 ? operand : first;
    }
    index = push(c, job->buf, MOOT_COND_TEST, at->line);
    if (index < 0) {
        return 0;
    }
    node = &job->buf->nodes[index];
    node->subject = job->on.kind;
    node->test = test;
    node->spell = job->on.spell;
    node->ref = job->on.ref;
    node->first = first;
    node->count = count;
    node->from = job->on.from;
    node->to = job->on.to;
    node->spells = job->on.spells;
    return 1;
}

static moot_value_want want_of(const subject *on)
{
    moot_value_want want = { on->type, on->kind == MOOT_SUBJECT_FACT && on->spell == MOOT_SPELL_NONE ? on->ref : -1, on->name };
    return want;
}

/* A total of spells is counted in days, so it compares with days, weeks or a plain number of days; a stretch of time, the
 * longest or the running one, also with hours and months. */
static int total_operand(moot_compiler *c, const moot_node *node, const test_job *job, moot_operand *out)
{
    moot_value_want days = { MOOT_T_INTEGER, -1, job->on.name }, length = { MOOT_T_DURATION, -1, job->on.name };
    moot_type type = moot_compile__type_of(c, node);
    if (!moot_compile__operand(c, node, type == MOOT_T_INTEGER ? &days : &length, job->ctx, out)) {
        return 0;
    }
    if (out->kind == MOOT_OPERAND_CONST && out->value.type == MOOT_T_DURATION && job->on.spell == MOOT_SPELL_TOTAL
        && out->value.b != MOOT_DAYS && out->value.b != MOOT_WEEKS) {
        moot_compile__fail(c, node, "%s is counted in days: compare it with days(…) or weeks(…)", job->on.name);
        return 0;
    }
    if (out->kind == MOOT_OPERAND_CONST && out->value.type == MOOT_T_DURATION && out->value.b > MOOT_YEARS) {
        moot_compile__fail(c, node, "%s is compared with a length of calendar time, not with %s", job->on.name,
                           moot_compile__found(c, node));
        return 0;
    }
    return 1;
}

static int one_operand(moot_compiler *c, const moot_node *node, const test_job *job, moot_operand *out)
{
    moot_value_want want = want_of(&job->on);
    return job->on.spell != MOOT_SPELL_NONE ? total_operand(c, node, job, out)
                                            : moot_compile__operand(c, node, &want, job->ctx, out);
}

static int backwards(const moot_operand *x, const moot_operand *y)
{
    return x->kind == MOOT_OPERAND_CONST && y->kind == MOOT_OPERAND_CONST
           && moot_value_less(y->value, x->value) == MOOT_TRUE;
}

static int word_test(moot_compiler *c, const moot_node *node, const test_word *word, test_job *job)
{
    moot_operand *operands = moot_arena_array(&c->scratch, (size_t)node->item_count + 1, sizeof *operands);
    int32_t i;
    if (operands == NULL) {
        moot_compile__no_memory(c);
        return 0;
    }
    if ((word->types & 1U << job->on.type) == 0) {
        return no_fit(c, node, &job->on);
    }
    if (word->operands >= 0 ? node->item_count != word->operands : node->item_count == 0) {
        moot_compile__fail(c, node, word->operands == 0 ? "`%s` takes nothing" : "`%s` takes %s", node->word,
                           word->operands == 1 ? "one value" : (word->operands == 2 ? "two values" : "a list of values"));
        return 0;
    }
    for (i = 0; i < node->item_count; i++) {
        if (!one_operand(c, node->items[i], job, &operands[i])) {
            return 0;
        }
    }
    if (word->test == MOOT_TEST_BETWEEN && backwards(&operands[0], &operands[1])) {
        moot_compile__fail(c, node, "`between` takes the lower end first; nothing lies between these two");
        return 0;
    }
    return add_test(c, job, word->test, node, operands, node->item_count);
}

static int value_test(moot_compiler *c, const moot_node *node, test_job *job)
{
    moot_operand operand;
    if (job->on.type == MOOT_T_SPELLS) {
        moot_compile__fail(c, node, "%s is spells; its tests are %s", job->on.name, tests_of(MOOT_T_SPELLS));
        return 0;
    }
    return one_operand(c, node, job, &operand) && add_test(c, job, MOOT_TEST_IS, node, &operand, 1);
}

/* inside "desk", outside "desk": the hours of a calendar, read at this very moment. */
static int desk_test(moot_compiler *c, const moot_node *node, test_job *job)
{
    const moot_node *name = node->item_count > 0 ? node->items[0] : NULL;
    uint8_t test = moot_node_is(node, "inside") ? MOOT_TEST_INSIDE : MOOT_TEST_OUTSIDE;
    int32_t calendar;
    if (job->on.kind != MOOT_SUBJECT_NOW) {
        moot_compile__fail(c, node, "`%s` tests `now`, not %s", node->word, job->on.name);
        return 0;
    }
    if (node->name == NULL && name == NULL) {
        moot_compile__fail(c, node, "`%s` takes the name of a calendar", node->word);
        return 0;
    }
    calendar = node->name != NULL ? moot_compile__find(c, MOOT_KIND_CALENDAR, node->name, node)
                                  : moot_compile__ref(c, MOOT_KIND_CALENDAR, name);
    if (calendar < 0 || !add_test(c, job, test, node, NULL, 0)) {
        return 0;
    }
    job->buf->nodes[job->buf->count - 1].calendar = calendar + 1; /* [0] counts working days */
    return 1;
}

/* ---- spells ---- */

static int test(moot_compiler *c, const moot_node *node, test_job *job);

static int clip(moot_compiler *c, const moot_node *span, const char *field, const test_job *job, int32_t *out)
{
    const moot_node *node = moot_node_field(span, field);
    if (node == NULL) {
        return 1;
    }
    *out = moot_compile__trigger(c, node, MOOT_USE_CONDITION, -1, job->ctx);
    return *out >= 0;
}

/* Another kind of spells that a window names: follows = "looked after" */
static int spells_kind(moot_compiler *c, const moot_node *span, const char *field, uint8_t bit, moot_spell_filter *out,
                       int32_t *out_fact)
{
    const moot_node *node = moot_node_field(span, field);
    if (node == NULL) {
        return 1;
    }
    *out_fact = moot_compile__ref(c, MOOT_KIND_FACT, node);
    if (*out_fact < 0) {
        return 0;
    }
    if (c->protocol->facts[*out_fact].type != MOOT_T_SPELLS) {
        moot_compile__fail(c, node, "`%s` takes a kind of spells, such as \"looked after\"", field);
        return 0;
    }
    out->which |= bit;
    return 1;
}

/* lasting = over(hours(24)), straddling = "left out", follows = "looked after", together = "on remand" */
static int filter(moot_compiler *c, const moot_node *span, const test_job *job, moot_spell_filter *out)
{
    const moot_node *lasting = moot_node_field(span, "lasting");
    const char *straddling = moot_compile__text(c, span, "straddling");
    if (lasting != NULL) {
        moot_value_want length = { MOOT_T_DURATION, -1, "lasting" };
        moot_operand operand;
        if ((!moot_node_is(lasting, "at_least") && !moot_node_is(lasting, "over")) || lasting->item_count != 1) {
            moot_compile__fail(c, lasting, "`lasting` takes at_least(…) or over(…), as in lasting = over(hours(24))");
            return 0;
        }
        if (!moot_compile__operand(c, lasting->items[0], &length, job->ctx, &operand)) {
            return 0;
        }
        out->lasting = moot_compile__add_operand(c, &operand);
        out->longer = moot_node_is(lasting, "over") != 0;
        out->which |= MOOT_SPELL_LASTING;
    }
    out->which |= straddling != NULL && strcmp(straddling, "left out") == 0 ? MOOT_SPELL_INSIDE : 0;
    return spells_kind(c, span, "follows", MOOT_SPELL_FOLLOWS, out, &out->follows)
           && spells_kind(c, span, "together", MOOT_SPELL_TOGETHER, out, &out->together);
}

/* total(at_least(weeks(13)), { from = turns(14) }); running's `from` is the moment, not the start of a window */
static int total_test(moot_compiler *c, const moot_node *node, test_job *job)
{
    test_job inner = *job;
    const moot_node *span = node->item_count > 1 ? node->items[1] : NULL;
    if (node->item_count < 1 || node->item_count > 2 || (span != NULL && span->type != MOOT_NODE_TABLE)) {
        moot_compile__fail(c, node, "`%s` takes a test and, if need be, { from = trigger, to = trigger }", node->word);
        return 0;
    }
    inner.on.spell = moot_node_is(node, "total") ? MOOT_SPELL_TOTAL
                     : moot_node_is(node, "longest") ? MOOT_SPELL_LONGEST : MOOT_SPELL_RUNNING;
    inner.on.type = MOOT_T_DURATION;
    if (span != NULL && (!clip(c, span, "from", job, &inner.on.from) || !clip(c, span, "to", job, &inner.on.to)
                         || !filter(c, span, job, &inner.on.spells))) {
        return 0;
    }
    return test(c, node->items[0], &inner);
}

/* running, by itself: a spell runs now. */
static int running_test(moot_compiler *c, const moot_node *node, test_job *job)
{
    job->on.spell = MOOT_SPELL_RUNNING;
    return add_test(c, job, MOOT_TEST_IS, node, NULL, 0);
}

static int any_at_test(moot_compiler *c, const moot_node *node, test_job *job)
{
    if (node->item_count != 1) {
        moot_compile__fail(c, node, "`any_at` takes one trigger, as in any_at(turns(16))");
        return 0;
    }
    job->on.spell = MOOT_SPELL_ANY_AT; /* holds or not by itself: no operand */
    job->on.from = moot_compile__trigger(c, node->items[0], MOOT_USE_CONDITION, -1, job->ctx);
    return job->on.from >= 0 && add_test(c, job, MOOT_TEST_IS, node, NULL, 0);
}

static int spells_test(moot_compiler *c, const moot_node *node, test_job *job)
{
    if (job->on.type != MOOT_T_SPELLS) {
        return no_fit(c, node, &job->on);
    }
    if (moot_node_is(node, "running") && !node->called) {
        return running_test(c, node, job);
    }
    return moot_node_is(node, "any_at") ? any_at_test(c, node, job) : total_test(c, node, job);
}

/* ---- the right side of a test ---- */

typedef struct reading_test {
    const test_job *job;
    size_t begin; /* where the test stands in the buffer */
} reading_test;

/* Options are tried one after the other; what one left in the buffer goes before the next. */
static int use_option(moot_compiler *c, const moot_node *option, void *user)
{
    const reading_test *use = user;
    test_job job = *use->job;
    job.buf->count = use->begin;
    return test(c, option, &job);
}

static int test(moot_compiler *c, const moot_node *node, test_job *job)
{
    const test_word *word = test_of(node);
    if (moot_compile__is_reading(node)) {
        reading_test use = { job, job->buf->count };
        return moot_compile__reading(c, node, use_option, &use);
    }
    if (word != NULL) {
        return word_test(c, node, word, job);
    }
    if (moot_node_is(node, "inside") || moot_node_is(node, "outside")) {
        return desk_test(c, node, job);
    }
    if (moot_node_is(node, "total") || moot_node_is(node, "longest") || moot_node_is(node, "any_at")
        || moot_node_is(node, "running")) {
        return spells_test(c, node, job);
    }
    return value_test(c, node, job);
}

/* ---- subjects ---- */

static const struct {
    const char *name;
    uint8_t kind;
    moot_type type;
} built_ins[] = {
    { "age", MOOT_SUBJECT_AGE, MOOT_T_INTEGER },     { "now", MOOT_SUBJECT_NOW, MOOT_T_INSTANT },
    { "today", MOOT_SUBJECT_TODAY, MOOT_T_DATE },    { "tonight", MOOT_SUBJECT_TONIGHT, MOOT_T_TEXT },
    { "lead", MOOT_SUBJECT_LEAD, MOOT_T_PARTY },     { "handovers", MOOT_SUBJECT_HANDOVERS, MOOT_T_INTEGER },
};

int moot_compile__built_in(const char *name)
{
    for (size_t i = 0; i < MOOT_COUNT(built_ins); i++) {
        if (strcmp(name, built_ins[i].name) == 0) {
            return 1;
        }
    }
    return 0;
}

static int moment_ok(moot_compiler *c, const subject *on, const moot_node *at, moot_ctx ctx)
{
    if (ctx.no_moment == NULL || (on->kind != MOOT_SUBJECT_NOW && on->kind != MOOT_SUBJECT_TODAY)) {
        return 1;
    }
    moot_compile__fail(c, at, "`%s` may not be read in %s: it changes at every moment", on->name, ctx.no_moment);
    return 0;
}

/* A key of a condition: a built-in fact, or a fact by its name. The nearest is sought among both. */
static int find_subject(moot_compiler *c, const char *name, const moot_node *at, moot_ctx ctx, subject *out)
{
    const char *built_names[MOOT_COUNT(built_ins)];
    size_t i;
    const char *near;
    memset(out, 0, sizeof *out);
    out->ref = out->from = out->to = -1;
    out->name = name;
    for (i = 0; i < MOOT_COUNT(built_ins); i++) {
        built_names[i] = built_ins[i].name;
        if (strcmp(name, built_ins[i].name) == 0) {
            out->kind = built_ins[i].kind;
            out->type = built_ins[i].type;
            return moment_ok(c, out, at, ctx);
        }
    }
    near = moot_compile__named(c, MOOT_KIND_FACT, name) == NULL
               ? moot_nearest(name, built_names, MOOT_COUNT(built_ins)) : NULL;
    if (near != NULL && moot_names_nearest(&c->kinds[MOOT_KIND_FACT].names, name) == NULL) {
        moot_compile__fail(c, at, "no fact is called \"%s\"; did you mean \"%s\"?", name, near);
        return 0;
    }
    out->kind = MOOT_SUBJECT_FACT;
    out->ref = moot_compile__find(c, MOOT_KIND_FACT, name, at);
    if (out->ref < 0 || !moot_compile__child_ok(c, out->ref, at, ctx)) {
        return 0;
    }
    out->type = (moot_type)c->protocol->facts[out->ref].type;
    return out->type != MOOT_T_UNKNOWN; /* its declaration was wrong, and that was reported */
}

static void field_test(moot_compiler *c, const moot_field *field, cond_buf *buf, moot_ctx ctx)
{
    test_job job;
    moot_node at = *field->value; /* the key's own place, for a name that is not known */
    at.line = field->line;
    at.col = field->col;
    at.width = (int32_t)strlen(field->name);
    job.buf = buf;
    job.ctx = ctx;
    if (find_subject(c, field->name, &at, ctx, &job.on)) {
        (void)test(c, field->value, &job);
    }
}

/* times(trigger, test) */
static void times_test(moot_compiler *c, const moot_node *node, cond_buf *buf, moot_ctx ctx)
{
    test_job job;
    if (node->item_count != 2) {
        moot_compile__fail(c, node, "`times` takes a trigger and a test, as in times(event \"x\", at_least(2))");
        return;
    }
    memset(&job, 0, sizeof job);
    job.buf = buf;
    job.ctx = ctx;
    job.on.kind = MOOT_SUBJECT_TIMES;
    job.on.type = MOOT_T_INTEGER;
    job.on.from = job.on.to = -1;
    job.on.name = "times";
    job.on.ref = moot_compile__trigger(c, node->items[0], MOOT_USE_CONDITION, -1, ctx);
    if (job.on.ref >= 0) {
        (void)test(c, node->items[1], &job);
    }
}

/* ---- groups ---- */

static const struct {
    const char *word;
    uint8_t kind;
} groups[] = {
    { "all", MOOT_COND_ALL },
    { "any", MOOT_COND_ANY },
    { "none", MOOT_COND_NONE },
    { "some_child", MOOT_COND_SOME_CHILD },
    { "every_child", MOOT_COND_EVERY_CHILD },
};

static int group_kind(const moot_node *node)
{
    size_t i;
    for (i = 0; i < MOOT_COUNT(groups); i++) {
        if (moot_node_is(node, groups[i].word)) {
            return groups[i].kind;
        }
    }
    return node->type == MOOT_NODE_TABLE ? MOOT_COND_ALL : -1;
}

static void group(moot_compiler *c, const moot_node *body, uint8_t kind, cond_buf *buf, moot_ctx ctx);

static void member(moot_compiler *c, const moot_node *item, cond_buf *buf, moot_ctx ctx)
{
    int kind = group_kind(item);
    if (moot_node_is(item, "times")) {
        times_test(c, item, buf, ctx);
    } else if (kind >= 0) {
        group(c, item, (uint8_t)kind, buf, ctx);
    } else {
        moot_compile__fail(c, item,
                           "a condition holds tests of facts (fact = value), groups (all, any, none, some_child, "
                           "every_child) and times(…), not %s", moot_compile__found(c, item));
    }
}

static void group(moot_compiler *c, const moot_node *body, uint8_t kind, cond_buf *buf, moot_ctx ctx)
{
    int32_t i, index;
    if (body->field_count + body->item_count == 0) {
        moot_compile__fail(c, body, "this condition is empty; leave it out if it always holds");
        return;
    }
    if (!moot_compile__in(c, body)) {
        return;
    }
    index = push(c, buf, kind, body->line);
    ctx.child |= kind == MOOT_COND_SOME_CHILD || kind == MOOT_COND_EVERY_CHILD;
    for (i = 0; i < body->field_count; i++) {
        field_test(c, &body->fields[i], buf, ctx);
    }
    for (i = 0; i < body->item_count; i++) {
        member(c, body->items[i], buf, ctx);
    }
    if (index >= 0) {
        buf->nodes[index].next = (int32_t)buf->count;
    }
    moot_compile__out(c);
}

/* ---- whole conditions ---- */

/* A condition of a single test needs no group around it. */
static void unwrap(cond_buf *buf)
{
    size_t i;
    if (buf->count < 2 || buf->nodes[0].kind != MOOT_COND_ALL || buf->nodes[1].next != (int32_t)buf->count) {
        return;
    }
    memmove(&buf->nodes[0], &buf->nodes[1], (buf->count - 1) * sizeof *buf->nodes);
    buf->count--;
    for (i = 0; i < buf->count; i++) {
        buf->nodes[i].next--;
    }
}

int32_t moot_compile__cond_body(moot_compiler *c, const moot_node *body, moot_ctx ctx)
{
    cond_buf buf = { NULL, 0, 0 };
    int32_t root = MOOT_NO_COND;
    int failed = c->failed;
    c->failed = 0;
    group(c, body, MOOT_COND_ALL, &buf, ctx);
    if (!c->failed && !c->memory) {
        unwrap(&buf);
        root = commit(c, &buf);
    }
    c->failed |= failed;
    moot_free(buf.nodes);
    return root;
}

int32_t moot_compile__cond(moot_compiler *c, const moot_node *node, moot_ctx ctx)
{
    if (node == NULL) {
        return MOOT_NO_COND;
    }
    if (node->type != MOOT_NODE_TABLE) {
        moot_compile__fail(c, node, "a condition is a table of tests, { fact = value }, not %s",
                           moot_compile__found(c, node));
        return MOOT_NO_COND;
    }
    return moot_compile__cond_body(c, node, ctx);
}

/* ---- guards ---- */

/* A test that the law is read as at no day before (or at a day before) this one. */
static void push_law_test(moot_compiler *c, cond_buf *buf, uint8_t test, moot_day day, int32_t line)
{
    moot_operand operand = { MOOT_OPERAND_CONST, -1, -1, moot_value_of(MOOT_T_DATE, day, day) };
    int32_t first = moot_compile__add_operand(c, &operand), index = push(c, buf, MOOT_COND_TEST, line);
    if (index >= 0) {
        buf->nodes[index].subject = MOOT_SUBJECT_LAW;
        buf->nodes[index].test = test;
        buf->nodes[index].first = first;
        buf->nodes[index].count = 1;
    }
}

/* The guard of one row or outcome, `when` or none, and that it is the law. */
static void dated_group(moot_compiler *c, const moot_node *node, const moot_node *when, cond_buf *buf, moot_ctx ctx)
{
    moot_day from, to;
    int32_t index;
    moot_compile__in_force(c, node, &from, &to);
    if (from == MOOT_DAY_MIN && to == MOOT_DAY_MAX) {
        if (when != NULL) {
            group(c, when, MOOT_COND_ALL, buf, ctx);
        }
        return;
    }
    index = push(c, buf, MOOT_COND_ALL, node->line);
    if (from != MOOT_DAY_MIN) {
        push_law_test(c, buf, MOOT_TEST_AT_LEAST, from, node->line);
    }
    if (to != MOOT_DAY_MAX) {
        push_law_test(c, buf, MOOT_TEST_EARLIER_THAN, to + 1, node->line);
    }
    if (when != NULL) {
        group(c, when, MOOT_COND_ALL, buf, ctx);
    }
    if (index >= 0) {
        buf->nodes[index].next = (int32_t)buf->count;
    }
}

static void none_of(moot_compiler *c, const moot_node *at, const moot_node *const *siblings, int32_t count, cond_buf *buf,
                    moot_ctx ctx)
{
    int32_t i, index = push(c, buf, MOOT_COND_NONE, at->line);
    size_t empty = buf->count;
    if (!moot_compile__in(c, at)) {
        c->failed = 1;
        return;
    }
    for (i = 0; i < count; i++) {
        const moot_node *when = moot_node_field(siblings[i], "when");
        if (when != NULL && when->type == MOOT_NODE_TABLE) {
            dated_group(c, siblings[i], when, buf, ctx);
        }
    }
    moot_compile__out(c);
    if (buf->count == empty) {
        moot_compile__fail(c, at, "`otherwise` means that no other guard here holds, and there is no other guard");
    }
    if (index >= 0) {
        buf->nodes[index].next = (int32_t)buf->count;
    }
}

int32_t moot_compile__guard(moot_compiler *c, const moot_node *node, const moot_node *const *siblings, int32_t count,
                            moot_ctx ctx)
{
    const moot_node *when = moot_node_field(node, "when");
    cond_buf buf = { NULL, 0, 0 };
    int32_t root = MOOT_NO_COND;
    int failed = c->failed;
    c->failed = 0;
    if (when != NULL && moot_node_is(when, "otherwise")) {
        none_of(c, when, siblings, count, &buf, ctx);
    } else if (when != NULL && when->type != MOOT_NODE_TABLE) {
        moot_compile__fail(c, when, "a condition is a table of tests, { fact = value }, not %s",
                           moot_compile__found(c, when));
    } else {
        dated_group(c, node, when, &buf, ctx);
    }
    if (!c->failed && !c->memory && buf.count > 0) {
        unwrap(&buf);
        root = commit(c, &buf);
    }
    c->failed |= failed;
    moot_free(buf.nodes);
    return root;
}
