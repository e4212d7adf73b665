/* Definitions for editors (LuaLS): a function or a value for each word, a class for its fields; and the names that
 * luacheck lets a script read. A kind of declaration is `moot.stage`, its fields are `moot.fields.stage`, and what a
 * field takes is `moot.takes.trigger`. */
#include <ctype.h>
#include <string.h>

#include "lua/reference/reference_internal.h"
#include "lua/sandbox/sandbox.h"

static const char head[] = "---@meta\n-- Written by `make generate` from lua/load/schema_words.c: change it there.\n";

static const char *const class_names[] = {
#define X(name) #name,
    MOOT_CLASSES(X)
#undef X
};

static void lower(const char *name, moot_buf *out)
{
    for (; *name; name++) {
        moot_buf_char(out, (char)tolower((unsigned char)*name));
    }
}

/* ---- types ---- */

static const char *plain_class(moot_classes class)
{
    static const struct {
        moot_classes class;
        const char *name;
    } plain[] = {
        { MOOT_CLASS(TEXT), "string" },   { MOOT_CLASS(WHOLE), "integer" },     { MOOT_CLASS(DECIMAL), "number" },
        { MOOT_CLASS(YESNO), "boolean" }, { MOOT_CLASS(FUNCTION), "function" },
    };
    for (size_t i = 0; i < MOOT_COUNT(plain); i++) {
        if (plain[i].class == class) {
            return plain[i].name;
        }
    }
    return NULL;
}

static void takes_name(const moot_want *want, moot_buf *out)
{
    moot_buf_str(out, "moot.takes.");
    reference_slug(want->name, '_', out);
}

/* What a table is that stands where `want` is taken. */
static void table_type(const moot_want *want, moot_buf *out)
{
    if (want->part) {
        moot_buf_str(out, "moot.fields.");
        reference_slug(want->part, '_', out);
    } else if (want->fields == MOOT_WANT_NOTHING && want->items == MOOT_WANT_NOTHING) {
        moot_buf_str(out, "table");
    } else {
        int both = want->fields != MOOT_WANT_NOTHING && want->items != MOOT_WANT_NOTHING;
        moot_buf_printf(out, "table<%s, ", both ? "string|integer" : want->fields ? "string" : "integer");
        takes_name(moot_want_of(want->fields ? want->fields : want->items), out);
        if (both) {
            moot_buf_char(out, '|');
            takes_name(moot_want_of(want->items), out);
        }
        moot_buf_char(out, '>');
    }
}

/* "moot.duration|moot.param" of a set of classes. */
static void classes_type(moot_classes classes, const moot_want *want, moot_buf *out)
{
    const char *bar = "";
    if (classes == ~(moot_classes)0 || !classes) {
        moot_buf_str(out, classes ? "any" : "nil");
        return;
    }
    for (int bit = 0; bit < MOOT_CLASS_COUNT; bit++) {
        moot_classes class = (moot_classes)1 << bit;
        if (!(classes & class)) {
            continue;
        }
        moot_buf_str(out, bar);
        bar = "|";
        if (plain_class(class)) {
            moot_buf_str(out, plain_class(class));
        } else if (class == MOOT_CLASS(TABLE) && want) {
            table_type(want, out);
        } else {
            moot_buf_str(out, "moot.");
            lower(class_names[bit], out);
        }
    }
}

static void choices_type(const char *choices, moot_buf *out)
{
    for (const char *at = choices; *at;) {
        size_t len = strcspn(at, "|");
        moot_buf_printf(out, "%s\"%.*s\"", at > choices ? "|" : "", (int)len, at);
        at += len + (at[len] == '|');
    }
}

static const moot_word *word_with_body(moot_classes class)
{
    for (size_t i = 0; i < moot_word_count; i++) {
        if (moot_words[i].is == class && (moot_words[i].shape & MOOT_NAMED_BODY)) {
            return &moot_words[i];
        }
    }
    return NULL;
}

static void class_definition(int bit, moot_buf *out)
{
    moot_classes class = (moot_classes)1 << bit;
    const moot_classes triggers = moot_want_of(MOOT_WANT_TRIGGER)->classes;
    const moot_word *word = word_with_body(class);
    if (plain_class(class) || class == MOOT_CLASS(TABLE)) {
        return;
    }
    moot_buf_str(out, "\n---@class moot.");
    lower(class_names[bit], out);
    if (word) {
        moot_buf_printf(out, "\n---@operator call(moot.fields.%s): moot.", word->name);
        lower(class_names[bit], out);
    }
    if (class & triggers) {
        moot_buf_str(out, "\n---@operator add(moot.duration): moot.shift\n---@operator sub(moot.duration): moot.shift");
    }
    moot_buf_char(out, '\n');
}

void reference_meta_types(moot_buf *out)
{
    moot_buf_str(out, head);
    for (int bit = 0; bit < MOOT_CLASS_COUNT; bit++) {
        class_definition(bit, out);
    }
    moot_buf_char(out, '\n');
    for (int want = 0; want < MOOT_WANT_COUNT; want++) {
        const moot_want *w = moot_want_of(want);
        moot_buf_str(out, "---@alias ");
        takes_name(w, out);
        moot_buf_char(out, ' ');
        classes_type(w->classes, w, out);
        moot_buf_printf(out, " # %s\n", w->plain);
    }
}

/* ---- words ---- */

static void field_definition(const moot_word *word, const moot_field_spec *field, moot_buf *out)
{
    moot_buf_printf(out, "---@field %s%s ", field->name, reference_is_required(word, field) ? "" : "?");
    if (field->choices) {
        choices_type(field->choices, out);
    } else {
        takes_name(moot_want_of(field->want), out);
    }
    moot_buf_printf(out, " # %s", field->doc);
    if (field->standard) {
        moot_buf_printf(out, " [%s]", field->standard);
    }
    moot_buf_char(out, '\n');
}

static void fields_definition(const moot_word *word, moot_buf *out)
{
    const moot_field_spec *field;
    moot_buf_str(out, "\n---@class moot.fields.");
    reference_slug(word->name, '_', out);
    moot_buf_char(out, '\n');
    for (size_t i = 0; (field = moot_word_field_at(word, i)); i++) {
        field_definition(word, field, out);
    }
    if (word->flags & (MOOT_OPEN_FIELDS | MOOT_DATE_FIELDS)) {
        moot_buf_str(out, "---@field [string] ");
        takes_name(moot_want_of(word->any_field), out);
        moot_buf_char(out, '\n');
    }
    if (word->items != MOOT_WANT_NOTHING) {
        moot_buf_str(out, "---@field [integer] ");
        takes_name(moot_want_of(word->items), out);
        moot_buf_printf(out, " # %s\n", moot_want_of(word->items)->plain);
    }
}

static void explanation(const moot_word *word, moot_buf *out)
{
    const moot_word_page *page = moot_word_page_of(word->name);
    const char *from;
    const char *sample = reference_sample(word, &from);
    moot_buf_printf(out, "\n---%s\n", word->doc);
    if (page && page->use) {
        moot_buf_printf(out, "---\n---%s\n", page->use);
    }
    if (from) {
        moot_buf_str(out, "---\n---");
        reference_clause(from, out);
        moot_buf_str(out, ":\n");
    }
    moot_buf_str(out, "---```lua\n");
    reference_lines(sample, "---", out);
    moot_buf_str(out, "---```\n");
}

/* Arguments of hours(48), left("a", "b"). */
static void args_definition(const moot_word *word, moot_buf *out)
{
    int named = (word->shape & MOOT_NAMED) != 0; /* left "x" is the same function with one argument */
    for (int i = 0; i < word->max_args; i++) {
        moot_buf_printf(out, "---@param %c%s ", 'a' + i, i >= word->min_args || (named && i) ? "?" : "");
        takes_name(moot_want_of(word->args[i]), out);
        moot_buf_char(out, '\n');
    }
    moot_buf_str(out, "---@return ");
    classes_type(word->called ? word->called : word->is, NULL, out);
    moot_buf_printf(out, "\nfunction %s(", word->name);
    for (int i = 0; i < word->max_args; i++) {
        moot_buf_printf(out, "%s%c", i ? ", " : "", 'a' + i);
    }
    moot_buf_str(out, ") end\n");
}

static void name_definition(const moot_word *word, moot_buf *out)
{
    int body = word->shape & MOOT_BODY, name = word->shape & (MOOT_NAMED | MOOT_NAMED_BODY);
    moot_buf_printf(out, "---@param %s %s", name ? "name" : "fields", name ? "string" : "");
    if (body) {
        moot_buf_printf(out, "%smoot.fields.%s", name ? "|" : "", word->name);
    }
    moot_buf_str(out, "\n---@return ");
    classes_type(word->is, NULL, out);
    moot_buf_printf(out, "\nfunction %s(%s) end\n", word->name, name ? "name" : "fields");
}

/* yesno; money and money(3000). */
static void bare_definition(const moot_word *word, moot_buf *out)
{
    moot_buf_str(out, "---@type ");
    classes_type(word->is, NULL, out);
    if (word->shape & MOOT_ARGS) {
        moot_buf_str(out, "|fun(a: ");
        takes_name(moot_want_of(word->args[0]), out);
        moot_buf_str(out, "): ");
        classes_type(word->called, NULL, out);
    }
    moot_buf_printf(out, "\n%s = nil\n", word->name);
}

static void word_definition(const moot_word *word, moot_buf *out)
{
    if ((word->shape & (MOOT_BODY | MOOT_NAMED_BODY)) || (word->flags & MOOT_PART)) {
        fields_definition(word, out);
    }
    if (word->flags & MOOT_PART) {
        return;
    }
    explanation(word, out);
    if (word->shape & MOOT_BARE) {
        bare_definition(word, out);
    } else if (word->shape & MOOT_ARGS) {
        args_definition(word, out);
    } else {
        name_definition(word, out);
    }
}

void reference_meta(size_t group, moot_buf *out)
{
    moot_buf_printf(out, "%s-- %s.\n", head, moot_word_groups[group].title);
    for (size_t i = 0; i < moot_word_count; i++) {
        if (moot_word_group_of(&moot_words[i]) == group) {
            word_definition(&moot_words[i], out);
        }
    }
}

/* ---- scenarios ---- */

static void scenario_type(const moot_scenario_field *field, moot_buf *out)
{
    static const char *const types[] = {
        [MOOT_SCENARIO_TEXT] = "string",   [MOOT_SCENARIO_TIME] = "string",
        [MOOT_SCENARIO_VALUE] = "string|number|boolean", [MOOT_SCENARIO_YESNO] = "boolean",
        [MOOT_SCENARIO_COUNT] = "integer", [MOOT_SCENARIO_PENCE] = "integer",
        [MOOT_SCENARIO_NAMES] = "string|string[]", [MOOT_SCENARIO_TABLE] = "table[]",
        [MOOT_SCENARIO_ANY] = "string|boolean|table",
    };
    if (field->choices) {
        choices_type(field->choices, out);
    } else {
        moot_buf_str(out, types[field->type]);
    }
}

static void scenario_class(const char *before, const char *name, const moot_scenario_field *field, int facts, moot_buf *out)
{
    moot_buf_printf(out, "\n---@class moot.scenario.%s%s\n", before, name);
    for (; field && field->name; field++) {
        moot_buf_printf(out, "---@field %s? ", field->name);
        scenario_type(field, out);
        moot_buf_printf(out, " # %s\n", field->doc);
    }
    if (facts) {
        moot_buf_str(out, "---@field [string] string|number|boolean # a fact, and its answer\n");
    }
}

static void scenario_word(const moot_scenario_word *word, moot_buf *out)
{
    static const char *const names[] = { "a", "b", "c" };
    const char *comma = "";
    int table = word->table != MOOT_SCENARIO_NO_TABLE;
    if (table) {
        scenario_class("", word->name, word->fields, word->facts, out);
    }
    moot_buf_printf(out, "\n---%s\n---```lua\n", word->doc);
    reference_lines(word->example, "---", out);
    moot_buf_str(out, "---```\n");
    for (int i = 0; i < word->most; i++) {
        moot_buf_printf(out, "---@param %s%s any\n", names[i], i < word->least ? "" : "?");
    }
    if (table && word->most == 0) {
        moot_buf_printf(out, "---@param fields moot.scenario.%s\n", word->name);
    }
    if (table && word->most > 0) { /* answer("x", "y") { … } */
        moot_buf_printf(out, "---@return fun(fields: moot.scenario.%s)\n", word->name);
    }
    moot_buf_printf(out, "function %s(", word->name);
    for (int i = 0; i < word->most; i++, comma = ", ") {
        moot_buf_printf(out, "%s%s", comma, names[i]);
    }
    moot_buf_printf(out, "%s) end\n", table && word->most == 0 ? "fields" : "");
}

static void scenario_expect(moot_buf *out)
{
    for (size_t i = 0; i < moot_scenario_kind_count; i++) {
        scenario_class("expect.", moot_scenario_kinds[i].name, moot_scenario_kinds[i].fields, 0, out);
    }
    moot_buf_str(out, "\n---@class moot.scenario.expect_no\n---@overload fun(name: string)\n");
    for (size_t i = 0; i < moot_scenario_kind_count; i++) {
        const char *name = moot_scenario_kinds[i].name;
        moot_buf_printf(out, "---@field %s fun(name: string): fun(fields: moot.scenario.expect.%s)\n", name, name);
    }
    moot_buf_str(out, "\n---@class moot.scenario.expect_one\n---@field no moot.scenario.expect_no\n");
    for (size_t i = 0; i < moot_scenario_kind_count; i++) {
        const char *name = moot_scenario_kinds[i].name;
        moot_buf_printf(out, "---@field %s fun(name: string): fun(fields: moot.scenario.expect.%s) # %s\n", name, name,
                        moot_scenario_kinds[i].doc);
    }
    moot_buf_str(out, "\n---What must then hold.\n---@type moot.scenario.expect_one\nexpect = nil\n"
                      "\n---What a field of an expectation must not have.\nnothing = nil\n");
}

void reference_meta_scenario(moot_buf *out)
{
    moot_buf_str(out, "---@meta\n-- Written by `make generate` from lua/load/scenario_words.c: change it there.\n"
                      "-- Scenarios have words of their own; some have the name of a word of protocols.\n");
    for (size_t i = 0; i < moot_scenario_word_count; i++) {
        scenario_word(&moot_scenario_words[i], out);
    }
    scenario_expect(out);
}

/* ---- luacheck ---- */

#define LINE 118

static void list_of_names(const char *local, const char *(*name_at)(size_t i), moot_buf *out)
{
    size_t at = 0;
    moot_buf_printf(out, "local %s = {", local);
    for (size_t i = 0; name_at(i); i++) {
        const char *name = name_at(i);
        if (i == 0 || at + strlen(name) + 4 > LINE) {
            moot_buf_str(out, "\n ");
            at = 1;
        }
        moot_buf_printf(out, " \"%s\",", name);
        at += strlen(name) + 4;
    }
    moot_buf_str(out, "\n}\n");
}

static const char *word_name(size_t n)
{
    for (size_t i = 0; i < moot_word_count; i++) {
        if (!(moot_words[i].flags & MOOT_PART) && n-- == 0) {
            return moot_words[i].name;
        }
    }
    return NULL;
}

static const char *scenario_name(size_t i)
{
    return i < moot_scenario_word_count ? moot_scenario_words[i].name : NULL;
}

static const char *sandbox_name(size_t i)
{
    return moot_sandbox_names[i];
}

static const char *stdlib_name(size_t i)
{
    return moot_sandbox_stdlib_names[i];
}

void reference_luacheck(moot_buf *out)
{
    list_of_names("words", word_name, out);
    list_of_names("story", scenario_name, out);
    list_of_names("given", sandbox_name, out);
    list_of_names("given_to_stdlib", stdlib_name, out);
}
