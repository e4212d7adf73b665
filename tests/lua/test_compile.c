/* The compiler on node trees built by hand, without the loader: what it makes of them, and what it says of mistakes.
 * test_compile_script.c does the same from script text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "lua/compile/clauses.h"
#include "lua/compile/compile.h"
#include "vm/protocol/protocol_show.h"

/* ---- trees by hand ---- */

typedef struct bench {
    moot_script script;
    const moot_node *decls[64];
    int32_t line;
    moot_errs errs, warnings;
    moot_protocol *protocol;
} bench;

static moot_node *node_of(bench *b, moot_node_type type)
{
    moot_node *node = moot_arena_alloc(&b->script.arena, sizeof *node);
    assert_non_null(node);
    node->type = (uint8_t)type;
    node->file = "hand.lua";
    node->line = b->line;
    node->col = 1;
    return node;
}

static moot_node *str(bench *b, const char *text)
{
    moot_node *node = node_of(b, MOOT_NODE_STRING);
    node->name = text;
    return node;
}

static moot_node *num(bench *b, int64_t number)
{
    moot_node *node = node_of(b, MOOT_NODE_INTEGER);
    node->number = number;
    return node;
}

static moot_node *yes(bench *b, int value)
{
    moot_node *node = node_of(b, MOOT_NODE_YESNO);
    node->number = value;
    return node;
}

static moot_node *table(bench *b)
{
    return node_of(b, MOOT_NODE_TABLE);
}

static moot_node *word(bench *b, const char *text, const char *name)
{
    moot_node *node = node_of(b, MOOT_NODE_WORD);
    node->word = text;
    node->name = name;
    return node;
}

/* Adds a field; gives the node back, so that calls nest. */
static moot_node *with(bench *b, moot_node *node, const char *name, const moot_node *value)
{
    size_t count = (size_t)node->field_count;
    moot_field *fields = moot_arena_array(&b->script.arena, count + 1, sizeof *fields);
    assert_non_null(fields);
    if (count > 0) {
        memcpy(fields, node->fields, count * sizeof *fields);
    }
    fields[count].name = name;
    fields[count].value = value;
    fields[count].line = node->line;
    fields[count].col = 1;
    node->fields = fields;
    node->field_count++;
    node->fields_mask |= moot_field_bit(name);
    node->declared = node->type == MOOT_NODE_WORD && !node->called;
    return node;
}

static moot_node *item(bench *b, moot_node *node, const moot_node *value)
{
    size_t count = (size_t)node->item_count;
    const moot_node **items = moot_arena_array(&b->script.arena, count + 1, sizeof *items);
    assert_non_null(items);
    if (count > 0) {
        memcpy(items, node->items, count * sizeof *items);
    }
    items[count] = value;
    node->items = items;
    node->item_count++;
    node->declared = node->type == MOOT_NODE_WORD && !node->called;
    return node;
}

static moot_node *call(bench *b, const char *text, const moot_node *argument)
{
    moot_node *node = word(b, text, NULL);
    node->called = 1;
    return item(b, node, argument);
}

static moot_node *declare(bench *b, const char *text, const char *name)
{
    moot_node *node;
    b->line++;
    node = word(b, text, name);
    node->declared = 1;
    b->decls[b->script.decl_count++] = node;
    return node;
}

/* A declared fact of a bare type. */
static moot_node *fact(bench *b, const char *name, const char *type)
{
    return item(b, declare(b, "fact", name), word(b, type, NULL));
}

static int setup(void **state)
{
    bench *b = moot_calloc(1, sizeof *b);
    assert_non_null(b);
    moot_arena_init(&b->script.arena);
    b->script.file = "hand.lua";
    b->script.decls = b->decls;
    moot_errs_init(&b->errs, 0);
    moot_errs_init(&b->warnings, 0);
    with(b, declare(b, "protocol", "hand-2026"), "council", str(b, "Hand"));
    *state = b;
    return 0;
}

static int teardown(void **state)
{
    bench *b = *state;
    moot_protocol_free(b->protocol);
    moot_errs_done(&b->errs);
    moot_errs_done(&b->warnings);
    moot_arena_done(&b->script.arena);
    moot_free(b);
    return 0;
}

static void compile_clauses(bench *b, const moot_clause_ids *clauses)
{
    moot_protocol_free(b->protocol);
    b->protocol = NULL;
    moot_code code = moot_compile(&b->script, clauses, &b->protocol, &b->errs, &b->warnings);
    if (b->errs.count > 0) {
        assert_int_equal(code, MOOT_EDATA);
        assert_null(b->protocol);
    }
}

static void works(bench *b)
{
    compile_clauses(b, NULL);
    if (b->errs.count > 0) {
        fail_msg("%d: %s", b->errs.list[0].line, b->errs.list[0].msg);
    }
    assert_non_null(b->protocol);
    assert_int_equal(strlen(b->protocol->hash), 64);
}

/* Compiling gives this one error, whole. */
static void refuses(bench *b, const char *msg)
{
    compile_clauses(b, NULL);
    assert_true(b->errs.count > 0);
    assert_string_equal(b->errs.list[0].msg, msg);
    assert_string_equal(b->errs.list[0].file, "hand.lua");
    assert_true(b->errs.list[0].line > 0);
    assert_int_equal(b->errs.count, 1);
}

static int warned(const bench *b, const char *part)
{
    size_t i;
    for (i = 0; i < b->warnings.count; i++) {
        if (strstr(b->warnings.list[i].msg, part) != NULL) {
            return 1;
        }
    }
    return 0;
}

static void assert_test(const bench *b, int32_t node, const char *text)
{
    moot_buf out;
    moot_buf_init(&out);
    moot_test_show(b->protocol, node, &out);
    assert_string_equal(moot_buf_text(&out), text);
    moot_buf_done(&out);
}

/* ---- a small protocol ---- */

static void small(bench *b)
{
    moot_node *stage;
    declare(b, "service", "Council");
    with(b, declare(b, "role", "Worker"), "service", word(b, "service", "Council"));
    declare(b, "event", "comes");
    fact(b, "in_need", "yesno");
    stage = declare(b, "stage", "first");
    with(b, stage, "owner", str(b, "Worker"));
    with(b, stage, "on", word(b, "event", "comes"));
    with(b, stage, "when", with(b, table(b), "in_need", yes(b, 1)));
    item(b, stage, with(b, word(b, "deadline", "look"), "within", call(b, "hours", num(b, 48))));
    item(b, stage, item(b, word(b, "outcome", "on"), word(b, "go", "second")));
    stage = declare(b, "stage", "second"); /* named before it is declared */
    with(b, stage, "duty", str(b, "a home"));
    item(b, stage, item(b, word(b, "outcome", "end"), word(b, "close", "done")));
}

static void makes_tables(void **state)
{
    bench *b = *state;
    const moot_stage *first;
    const moot_clock_rule *clock;
    small(b);
    works(b);
    assert_int_equal(b->protocol->stages_count, 2);
    first = &b->protocol->stages[0];
    assert_int_equal(first->owner.kind, MOOT_OWNER_ALL);
    assert_int_equal(moot_owner_party(b->protocol, &first->owner, 0), moot_find_party(b->protocol, "Worker"));
    assert_int_equal(b->protocol->triggers[first->on].use, MOOT_USE_STAGE);
    assert_int_equal(b->protocol->triggers[first->on].use_id, 0);
    assert_test(b, first->when, "in_need is true");
    assert_int_equal(first->clocks.count, 1);
    clock = &b->protocol->clocks[moot_span_at(b->protocol, first->clocks, 0)];
    assert_string_equal(clock->decl.name, "look");
    assert_int_equal(clock->owner.kind, MOOT_OWNER_ALL); /* the stage's */
    assert_int_equal(first->outcomes.count, 1);
    assert_int_equal(moot_find_outcome(b->protocol, 0, "on"), first->outcomes.first);
    assert_int_equal(first->effects_only, 0);
    assert_int_equal(b->warnings.count, 0);
}

static void refers_forwards(void **state)
{
    bench *b = *state;
    const moot_effect *go;
    small(b);
    works(b);
    go = &b->protocol->effects[b->protocol->outcomes[0].block.first];
    assert_int_equal(go->verb, MOOT_GO);
    assert_int_equal(moot_span_at(b->protocol, go->stages, 0), 1);
}

static void names_the_nearest(void **state)
{
    bench *b = *state;
    moot_node *stage;
    small(b);
    stage = declare(b, "stage", "third");
    with(b, stage, "on", word(b, "event", "comes"));
    item(b, stage, word(b, "go", "secnd"));
    refuses(b, "no stage is called \"secnd\"; did you mean \"second\"?");
    assert_string_equal(b->errs.list[0].decl, "stage \"third\"");
}

static void reports_several(void **state)
{
    bench *b = *state;
    moot_node *stage;
    stage = declare(b, "stage", "one");
    with(b, stage, "owner", str(b, "Nobody"));
    with(b, stage, "on", word(b, "event", "nothing"));
    with(b, stage, "when", with(b, table(b), "missing", yes(b, 1)));
    compile_clauses(b, NULL);
    assert_int_equal(b->errs.count, 3);
    assert_string_equal(b->errs.list[0].msg, "no role or service is called \"Nobody\"; there is only \"applicant\"");
    assert_string_equal(b->errs.list[1].msg, "no event is called \"nothing\": the script declares none");
    assert_string_equal(b->errs.list[2].msg, "no fact is called \"missing\": the script declares none");
}

static void refuses_doubles(void **state)
{
    bench *b = *state;
    small(b);
    fact(b, "in_need", "yesno");
    refuses(b, "fact \"in_need\" is declared twice; the first is in hand.lua line 5");
}

static void vocabulary_is_refined(void **state)
{
    bench *b = *state;
    moot_node *common = fact(b, "in_need", "yesno"), *own;
    int32_t row;
    common->common = 1;
    with(b, common, "ask", str(b, "In need?"));
    own = fact(b, "in_need", "yesno");
    with(b, own, "presumed", yes(b, 1));
    works(b);
    row = moot_find_fact(b->protocol, "in_need");
    assert_int_equal(b->protocol->facts_count, 1);
    assert_int_equal(b->protocol->facts[row].common, 1);
    assert_string_equal(b->protocol->facts[row].ask, "In need?");
    assert_int_equal(b->protocol->facts[row].presumed.type, MOOT_T_YESNO);
    assert_int_equal(b->protocol->facts[row].decl.line, own->line);
}

static void vocabulary_keeps_its_types(void **state)
{
    bench *b = *state;
    fact(b, "in_need", "yesno")->common = 1;
    fact(b, "in_need", "date");
    refuses(b, "\"in_need\" is yes or no in the shared vocabulary (hand.lua line 2), so it cannot be a date here");
}

static void consent_has_states(void **state)
{
    bench *b = *state;
    const moot_fact *f;
    int32_t i;
    static const char *const states[] = { "not asked", "asked", "given", "refused", "withdrawn" };
    declare(b, "consent", "care");
    works(b);
    f = &b->protocol->facts[0];
    assert_int_equal(f->type, MOOT_T_CONSENT);
    assert_int_equal(f->options.count, 5);
    for (i = 0; i < 5; i++) {
        assert_string_equal(moot_symbol(b->protocol, moot_span_at(b->protocol, f->options, i)), states[i]);
    }
    assert_int_equal(f->presumed.a, moot_span_at(b->protocol, f->options, 0));
}

static moot_node *row(bench *b, moot_node *when, moot_node *value)
{
    return with(b, with(b, table(b), "when", when), "value", value);
}

static void decision_infers_its_fact(void **state)
{
    bench *b = *state;
    moot_node *node;
    const moot_fact *f;
    fact(b, "in_need", "yesno");
    node = with(b, declare(b, "decision", "duty"), "hit", str(b, "first"));
    item(b, node, row(b, with(b, table(b), "in_need", yes(b, 1)), str(b, "care")));
    item(b, node, row(b, word(b, "otherwise", NULL), str(b, "housing")));
    works(b);
    f = &b->protocol->facts[moot_find_fact(b->protocol, "duty")];
    assert_int_equal(f->type, MOOT_T_ONE_OF);
    assert_int_equal(f->source, MOOT_FACT_DERIVED);
    assert_int_equal(f->decision, 0);
    assert_int_equal(f->options.count, 2);
    assert_test(b, b->protocol->rows[1].when, "none of (all of (in_need is true))");
}

static void otherwise_needs_a_sibling(void **state)
{
    bench *b = *state;
    moot_node *node = declare(b, "decision", "duty");
    item(b, node, row(b, word(b, "otherwise", NULL), yes(b, 1)));
    refuses(b, "`otherwise` means that no other guard here holds, and there is no other guard");
}

static void too_deep(void **state)
{
    bench *b = *state;
    moot_node *inner = with(b, table(b), "in_need", yes(b, 1)), *stage;
    int i;
    fact(b, "in_need", "yesno");
    declare(b, "event", "comes");
    for (i = 0; i < MOOT_COND_DEPTH + 3; i++) {
        inner = item(b, table(b), inner);
    }
    stage = with(b, declare(b, "stage", "one"), "on", word(b, "event", "comes"));
    with(b, stage, "when", inner);
    refuses(b, "conditions nest more than 24 deep here; give a part of them a name with a decision");
}

/* ---- clauses ---- */

static void clauses_are_checked(void **state)
{
    static const char *const ids[] = { "3.7/1", "3.8" };
    static const char *const operational[] = { "yes", "no" };
    const moot_clause_ids clauses = { .ids = ids, .operational = operational, .count = 2 };
    bench *b = *state;
    with(b, fact(b, "in_need", "yesno"), "clause", str(b, "3.7/2"));
    compile_clauses(b, &clauses);
    assert_int_equal(b->errs.count, 1);
    assert_string_equal(b->errs.list[0].msg, "the clause table has no clause \"3.7/2\"; did you mean \"3.7/1\"?");
}

static void not_run_and_cited(void **state)
{
    bench *b = *state;
    with(b, fact(b, "in_need", "yesno"), "clause", str(b, "3.8"));
    item(b, with(b, declare(b, "not_run", NULL), "because", str(b, "principle")), str(b, "3.8"));
    works(b);
    assert_true(warned(b, "clause \"3.8\" is listed as not run, and a declaration cites it"));
    assert_string_equal(b->protocol->not_runs[0].because, "principle");
}

static void reads_clause_tables(void **state)
{
    static const char text[] = "clause\tkind\toperational\r\n1.1\tprinciple\tno\n1.2/1\tdeadline\tpartly: dates\n";
    moot_clauses *clauses = NULL;
    moot_err err;
    (void)state;
    moot_err_init(&err);
    assert_int_equal(moot_clauses_parse(text, sizeof text - 1, "x.tsv", &clauses, &err), MOOT_OK);
    assert_int_equal(clauses->view.count, 2);
    assert_string_equal(clauses->view.ids[1], "1.2/1");
    assert_string_equal(clauses->view.operational[0], "no");
    assert_string_equal(clauses->view.operational[1], "partly");
    moot_clauses_free(clauses);
    assert_int_equal(moot_clauses_parse("a\tb\n", 4, "x.tsv", &clauses, &err), MOOT_EDATA);
    assert_string_equal(err.msg, "the first line of a clause table names its columns; none is called `clause`");
    moot_err_init(&err);
    assert_int_equal(moot_clauses_parse("clause\n1\n1\n", 11, "x.tsv", &clauses, &err), MOOT_EDATA);
    assert_string_equal(err.msg, "the clause table has clause \"1\" twice");
    assert_int_equal(err.line, 3);
}

/* ---- the hash ---- */

static void hash_after(bench *b, char out[65])
{
    works(b);
    memcpy(out, b->protocol->hash, 65);
}

static void hash_is_of_content(void **state)
{
    bench *b = *state;
    char first[65], moved[65], changed[65];
    moot_node *node;
    int32_t i;
    small(b);
    hash_after(b, first);
    for (i = 0; i < b->script.decl_count; i++) { /* comments move lines, folders move files */
        node = (moot_node *)(uintptr_t)b->decls[i];
        node->line += 7;
        node->file = "elsewhere/hand.lua";
    }
    hash_after(b, moved);
    assert_string_equal(first, moved);
    node = (moot_node *)(uintptr_t)b->decls[b->script.decl_count - 1];
    with(b, node, "open", str(b, "who decides"));
    hash_after(b, changed);
    assert_string_not_equal(first, changed);
}

/* ---- memory ---- */

static void survives_failing_memory(void **state)
{
    bench *b = *state;
    unsigned long n;
    moot_code code = MOOT_ENOMEM;
    small(b);
    for (n = 1; code != MOOT_OK && n < 5000; n++) {
        moot_errs errs;
        moot_protocol *protocol = NULL;
        moot_errs_init(&errs, 0);
        moot_alloc_fail_at(n);
        code = moot_compile(&b->script, NULL, &protocol, &errs, NULL);
        moot_alloc_fail_at(0);
        assert_true(code == MOOT_OK || code == MOOT_ENOMEM);
        moot_protocol_free(protocol);
        moot_errs_done(&errs);
    }
    assert_int_equal(code, MOOT_OK);
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
    const struct CMUnitTest tests[] = {
        T(makes_tables),
        T(refers_forwards),
        T(names_the_nearest),
        T(reports_several),
        T(refuses_doubles),
        T(vocabulary_is_refined),
        T(vocabulary_keeps_its_types),
        T(consent_has_states),
        T(decision_infers_its_fact),
        T(otherwise_needs_a_sibling),
        T(too_deep),
        T(clauses_are_checked),
        T(not_run_and_cited),
        T(reads_clause_tables),
        T(hash_is_of_content),
        T(survives_failing_memory),
    };
#undef T
    return cmocka_run_group_tests(tests, NULL, NULL);
}
