/* The reference as Markdown: a page for each word, and the two indexes. */
#include <string.h>

#include "lua/reference/reference_internal.h"

#define WRITTEN_FROM(where) "<!-- Written by `make generate` from " where ": change it there. -->\n\n"

/* ---- pieces ---- */

/* A cell of a table holds no bar of its own. */
static void cell(const char *text, moot_buf *out)
{
    for (; *text; text++) {
        moot_buf_str(out, *text == '|' ? "\\" : "");
        moot_buf_char(out, *text);
    }
}

static void fence(const char *kind, const char *text, moot_buf *out)
{
    size_t len = strlen(text);
    moot_buf_printf(out, "```%s\n%s%s```\n", kind, text, len && text[len - 1] == '\n' ? "" : "\n");
}

static void link_to(const char *name, const char *before, moot_buf *out)
{
    moot_buf_printf(out, "[%s%s](", before, name);
    moot_buf_str(out, before);
    reference_slug(name, '-', out);
    moot_buf_str(out, ".md)");
}

/* ---- fields ---- */

static void left_out(const moot_word *word, const moot_field_spec *field, moot_buf *out)
{
    if (reference_is_required(word, field)) {
        moot_buf_str(out, "must be given");
    } else {
        cell(field->standard ? field->standard : "", out);
    }
}

static void field_row(const moot_word *word, const moot_field_spec *field, moot_buf *out)
{
    moot_buf takes;
    const char *part = moot_want_of(field->want)->part;
    moot_buf_init(&takes);
    reference_takes(field, &takes);
    moot_buf_printf(out, "| `%s` | ", field->name);
    cell(moot_buf_text(&takes), out);
    if (part) {
        moot_buf_str(out, ": ");
        link_to(part, "", out);
    }
    moot_buf_str(out, " | ");
    left_out(word, field, out);
    moot_buf_str(out, " | ");
    cell(field->doc, out);
    moot_buf_str(out, " |\n");
    moot_buf_done(&takes);
}

static void any_name(const moot_word *word, moot_buf *out)
{
    if (word->flags & (MOOT_OPEN_FIELDS | MOOT_DATE_FIELDS)) {
        moot_buf_printf(out, "| %s | ",
                        word->flags & MOOT_DATE_FIELDS ? "`[\"2018-01-01\"]`, a date" : "any name of a fact");
        cell(moot_want_of(word->any_field)->plain, out);
        moot_buf_printf(out, " | | %s |\n",
                        word->flags & MOOT_DATE_FIELDS ? "What holds from that day on." : "What is asked or said of it.");
    }
}

static void fields(const moot_word *word, moot_buf *out)
{
    if (!moot_word_field_at(word, 0) && !(word->flags & (MOOT_OPEN_FIELDS | MOOT_DATE_FIELDS))) {
        return;
    }
    moot_buf_str(out, "\n## Its fields\n\n| field | takes | if left out | what it says |\n| --- | --- | --- | --- |\n");
    any_name(word, out);
    const moot_field_spec *field;
    for (size_t i = 0; (field = moot_word_field_at(word, i)); i++) {
        field_row(word, field, out);
    }
}

static void items(const moot_word *word, moot_buf *out)
{
    const moot_want *want = moot_want_of(word->items);
    if (word->items == MOOT_WANT_NOTHING) {
        return;
    }
    moot_buf_printf(out, "\nWithout a name before it there may stand in the braces: %s", want->plain);
    if (want->part) {
        moot_buf_str(out, ": ");
        link_to(want->part, "", out);
    }
    moot_buf_str(out, ".");
    if (word->min_items > 0) {
        static const char *const numbers[] = { "", "one", "two", "three" };
        moot_buf_printf(out, " There must be %s%s%s.", word->min_items == word->max_items ? "exactly " : "",
                        numbers[word->min_items < 3 ? word->min_items : 3],
                        word->min_items == word->max_items ? "" : " at least");
    }
    moot_buf_str(out, "\n");
}

/* ---- a word ---- */

static void forms(const moot_word *word, moot_buf *out)
{
    moot_buf_str(out, "\nIt is written ");
    for (size_t i = 0;; i++) {
        moot_buf form;
        moot_buf_init(&form);
        int found = reference_form(word, i, &form);
        if (found) {
            moot_buf_printf(out, "%s`%s`", i ? " or " : "", moot_buf_text(&form));
        }
        moot_buf_done(&form);
        if (!found) {
            break;
        }
    }
    moot_buf_str(out, word->flags & MOOT_PART ? ", where a field or a list asks for it.\n" : ".\n");
    if ((word->shape & MOOT_NAMED) && (word->shape & MOOT_NAMED_BODY)) {
        moot_buf_str(out, "With braces it declares; without them it refers to what is declared elsewhere, before or after.\n");
    }
    if (word->flags & MOOT_IS_CHILD) {
        moot_buf_str(out, "It stands inside another declaration, never by itself.\n");
    }
}

static void example(const moot_word *word, moot_buf *out)
{
    const char *from;
    const char *sample = reference_sample(word, &from);
    moot_buf_str(out, "\n## An example\n\n");
    if (from) {
        reference_clause(from, out);
        moot_buf_str(out, ":\n\n");
    }
    fence("lua", sample, out);
}

static void mistakes(const moot_word_page *page, moot_buf *out)
{
    for (int i = 0; page && i < MOOT_MAX_MISTAKES && page->mistakes[i]; i++) {
        moot_buf answer;
        moot_buf_init(&answer);
        moot_reference_mistake(page->mistakes[i], &answer);
        moot_buf_str(out, i == 0 ? "\n## Mistakes, and what moot says\n\n" : "\n");
        fence("lua", page->mistakes[i], out);
        moot_buf_char(out, '\n');
        fence("text", moot_buf_text(&answer), out);
        moot_buf_done(&answer);
    }
}

void reference_page(const moot_word *word, moot_buf *out)
{
    const moot_word_page *page = moot_word_page_of(word->name);
    moot_buf_str(out, WRITTEN_FROM("lua/load/schema_words.c and lua/load/schema_pages.c"));
    moot_buf_printf(out, "# %s\n\n%s\n", word->name, word->doc);
    forms(word, out);
    if (page && page->use) {
        moot_buf_printf(out, "\n## When to use it\n\n%s\n", page->use);
    }
    fields(word, out);
    items(word, out);
    example(word, out);
    mistakes(page, out);
    moot_buf_str(out, "\n[All words](README.md)\n");
}

/* ---- scenarios ---- */

static void scenario_fields(const moot_scenario_field *field, int facts, moot_buf *out)
{
    if (!field && !facts) {
        return;
    }
    moot_buf_str(out, "\n## Its fields\n\n| field | takes | what it says |\n| --- | --- | --- |\n");
    if (facts) {
        moot_buf_str(out, "| any name of a fact | its answer | that it is so, from then on |\n");
    }
    for (; field && field->name; field++) {
        moot_buf takes;
        moot_buf_init(&takes);
        reference_scenario_takes(field, &takes);
        moot_buf_printf(out, "| `%s` | ", field->name);
        cell(moot_buf_text(&takes), out);
        moot_buf_str(out, " | ");
        cell(field->doc, out);
        moot_buf_str(out, " |\n");
        moot_buf_done(&takes);
    }
}

static void scenario_example(const char *text, moot_buf *out)
{
    moot_buf_str(out, "\n## An example\n\n");
    fence("lua", text, out);
    moot_buf_str(out, "\n[All words of scenarios](README.md)\n");
}

void reference_scenario_page(const moot_scenario_word *word, moot_buf *out)
{
    moot_buf_str(out, WRITTEN_FROM("lua/load/scenario_words.c"));
    moot_buf_printf(out, "# %s, in a scenario\n\nIt says: %s.\n\nIt is written `", word->name, word->doc);
    reference_scenario_form(word, 0, out);
    if (word->table == MOOT_SCENARIO_MAY_TABLE) {
        moot_buf_str(out, "` or `");
        reference_scenario_form(word, 1, out);
    }
    moot_buf_str(out, "`.\n");
    scenario_fields(word->fields, word->facts, out);
    scenario_example(word->example, out);
}

void reference_kind_page(const moot_scenario_kind *kind, moot_buf *out)
{
    moot_buf_str(out, WRITTEN_FROM("lua/load/scenario_words.c"));
    moot_buf_printf(out, "# expect.%s, in a scenario\n\nIt expects: %s.\n", kind->name, kind->doc);
    moot_buf_printf(out, "\nIt is written `expect.%s \"…\" { … }`, with the fields that matter; ", kind->name);
    moot_buf_printf(out, "`expect.no.%s \"…\"` says that there is none.\n", kind->name);
    scenario_fields(kind->fields, 0, out);
    scenario_example(kind->example, out);
}

/* ---- indexes ---- */

void reference_index(moot_buf *out)
{
    moot_buf_str(out, WRITTEN_FROM("lua/load/schema_words.c"));
    moot_buf_str(out, "# The words of a protocol\n\nEach has a page: what it says, when to use it, its fields, a clause of "
                      "a real protocol, and what moot\nsays to mistakes. `moot help WORD` shows the same on the screen. "
                      "The words of scenarios have their\n[own pages](scenario/README.md); how to write a protocol, step "
                      "by step, is in [protocols](../README.md).\n");
    for (size_t g = 0; g < moot_word_group_count; g++) {
        moot_buf_printf(out, "\n## %s\n\n| word | says |\n| --- | --- |\n", moot_word_groups[g].title);
        for (size_t i = 0; i < moot_word_count; i++) {
            if (moot_word_group_of(&moot_words[i]) == g) {
                moot_buf_str(out, "| ");
                link_to(moot_words[i].name, "", out);
                moot_buf_str(out, " | ");
                cell(moot_words[i].doc, out);
                moot_buf_str(out, " |\n");
            }
        }
    }
    moot_buf_str(out, "\n## Fields that every declaration may have\n\n| field | takes | what it says |\n"
                      "| --- | --- | --- |\n");
    for (const moot_field_spec *field = moot_common_fields; field->name; field++) {
        moot_buf_printf(out, "| `%s` | %s | %s |\n", field->name, moot_want_of(field->want)->plain, field->doc);
    }
}

void reference_scenario_index(moot_buf *out)
{
    moot_buf_str(out, WRITTEN_FROM("lua/load/scenario_words.c"));
    moot_buf_str(out, "# The words of a scenario\n\nHow a scenario is written is in [scenarios](../../scenarios.md). "
                      "`moot help scenario WORD` shows a word on\nthe screen.\n\n## What is given, and what happens\n\n"
                      "| word | says |\n| --- | --- |\n");
    for (size_t i = 0; i < moot_scenario_word_count; i++) {
        moot_buf_str(out, "| ");
        link_to(moot_scenario_words[i].name, "", out);
        moot_buf_printf(out, " | %s |\n", moot_scenario_words[i].doc);
    }
    moot_buf_str(out, "\n## What must then hold\n\n| word | expects |\n| --- | --- |\n");
    for (size_t i = 0; i < moot_scenario_kind_count; i++) {
        moot_buf_str(out, "| ");
        link_to(moot_scenario_kinds[i].name, "expect.", out);
        moot_buf_printf(out, " | %s |\n", moot_scenario_kinds[i].doc);
    }
}
