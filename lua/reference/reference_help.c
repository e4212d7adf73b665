/* The reference on the screen: one word, or the list of all, in lines of 78 cells at most. */
#include <string.h>

#include "lua/reference/reference_internal.h"
#include "vm/base/text.h"

#define WIDTH 78
#define NAME_WIDTH 16 /* of the column of fields, with its margin */

/* ---- wrapping ---- */

void reference_wrap(const char *text, size_t at, size_t indent, moot_buf *out)
{
    int first = 1;
    while (*text) {
        size_t len = strcspn(text, " ");
        size_t width = moot_text_width(text, len);
        if (!first && at + 1 + width > WIDTH) {
            moot_buf_printf(out, "\n%*s", (int)indent, "");
            at = indent;
            first = 1;
        }
        moot_buf_str(out, first ? "" : " ");
        moot_buf_add(out, text, len);
        at += width + !first;
        first = 0;
        text += len + (text[len] == ' ');
    }
    moot_buf_char(out, '\n');
}

void reference_entry(const char *name, const char *text, moot_buf *out)
{
    size_t width = 2 + moot_text_width(name, strlen(name));
    moot_buf_printf(out, "  %s", name);
    if (width + 2 > NAME_WIDTH) {
        moot_buf_printf(out, "\n%*s", NAME_WIDTH, "");
    } else {
        moot_buf_printf(out, "%*s", (int)(NAME_WIDTH - width), "");
    }
    reference_wrap(text, NAME_WIDTH, NAME_WIDTH, out);
}

/* ---- fields ---- */

void reference_field(const moot_word *word, const moot_field_spec *field, moot_buf *out)
{
    moot_buf_printf(out, "%s It takes ", field->doc);
    reference_takes(field, out);
    if (reference_is_required(word, field)) {
        moot_buf_str(out, "; it must be given.");
    } else if (field->standard) {
        moot_buf_printf(out, ". [%s]", field->standard);
    } else {
        moot_buf_char(out, '.');
    }
}

static void field_entry(const moot_word *word, const moot_field_spec *field, moot_buf *out)
{
    moot_buf text;
    moot_buf_init(&text);
    reference_field(word, field, &text);
    reference_entry(field->name, moot_buf_text(&text), out);
    moot_buf_done(&text);
}

static void own_fields(const moot_word *word, moot_buf *out)
{
    const char *heading = "\nFields [what holds when one is left out]\n";
    if (word->flags & (MOOT_OPEN_FIELDS | MOOT_DATE_FIELDS)) {
        moot_buf_str(out, heading);
        reference_entry(word->flags & MOOT_DATE_FIELDS ? "[\"2018-01-01\"]" : "any fact",
              moot_want_of(word->any_field)->plain, out);
        heading = "";
    }
    for (const moot_field_spec *field = word->fields; field && field->name; field++) {
        moot_buf_str(out, heading);
        heading = "";
        field_entry(word, field, out);
    }
    if (word->flags & MOOT_NOUN) {
        moot_buf_str(out, "\n");
        reference_wrap(word->flags & MOOT_NEEDS_CLAUSE
                 ? "It must have clause, as most declarations; it may have open, in_force and because."
                 : "As every declaration it may have clause, open, in_force and because.",
             0, 0, out);
    }
}

static void own_items(const moot_word *word, moot_buf *out)
{
    if (word->items != MOOT_WANT_NOTHING) {
        moot_buf_str(out, "\nIn the braces, without a name before it\n  ");
        reference_wrap(moot_want_of(word->items)->plain, 2, 2, out);
    }
}

/* ---- a word ---- */

static void heading(const moot_word *word, moot_buf *out)
{
    if (word->flags & MOOT_PART) {
        moot_buf_printf(out, "%s: ", word->name);
    }
    for (size_t i = 0; reference_form(word, i, out); i++) {
        moot_buf_char(out, '\n');
    }
    moot_buf_char(out, '\n');
    reference_wrap(word->doc, 0, 0, out);
}

static void word_help(const moot_word *word, moot_buf *out)
{
    const moot_word_page *page = moot_word_page_of(word->name);
    const char *from;
    const char *sample = reference_sample(word, &from);
    heading(word, out);
    if (page && page->use) {
        moot_buf_char(out, '\n');
        reference_wrap(page->use, 0, 0, out);
    }
    own_fields(word, out);
    own_items(word, out);
    moot_buf_str(out, "\nExample");
    if (from) {
        moot_buf_str(out, ": ");
        reference_clause(from, out);
    }
    moot_buf_char(out, '\n');
    reference_lines(sample, "  ", out);
    if (page && page->mistakes[0]) {
        moot_buf answer;
        moot_buf_init(&answer);
        moot_reference_mistake(page->mistakes[0], &answer);
        moot_buf_str(out, "\nA mistake, and what moot says\n");
        reference_lines(page->mistakes[0], "  ", out);
        moot_buf_char(out, '\n');
        reference_lines(moot_buf_text(&answer), "  ", out);
        moot_buf_done(&answer);
    }
}

/* ---- scenarios ---- */

static void scenario_entries(const moot_scenario_field *field, int facts, moot_buf *out)
{
    if (field || facts) {
        moot_buf_str(out, "\nFields\n");
    }
    if (facts) {
        reference_entry("any fact", "its answer, from then on", out);
    }
    for (; field && field->name; field++) {
        moot_buf text;
        moot_buf_init(&text);
        moot_buf_printf(&text, "%s: ", field->doc);
        reference_scenario_takes(field, &text);
        reference_entry(field->name, moot_buf_text(&text), out);
        moot_buf_done(&text);
    }
}

static void scenario_help(const moot_scenario_word *word, moot_buf *out)
{
    for (size_t i = 0; reference_scenario_form(word, i, out); i++) {
        moot_buf_char(out, '\n');
    }
    moot_buf_str(out, "\nIn a scenario: ");
    reference_wrap(word->doc, 15, 0, out);
    scenario_entries(word->fields, word->facts, out);
    moot_buf_str(out, "\nExample\n");
    reference_lines(word->example, "  ", out);
}

static void kind_help(const moot_scenario_kind *kind, moot_buf *out)
{
    moot_buf_printf(out, "expect.%s \"…\" { … }\nexpect.no.%s \"…\"\n\nIn a scenario it expects: ", kind->name,
                    kind->name);
    reference_wrap(kind->doc, 26, 0, out);
    scenario_entries(kind->fields, 0, out);
    moot_buf_str(out, "\nExample\n");
    reference_lines(kind->example, "  ", out);
}

static void expect_help(moot_buf *out)
{
    moot_buf_str(out, "expect.KIND \"…\" { … }\nexpect.no.KIND \"…\"\n\n");
    reference_wrap("In a scenario: what must then hold, as a row of the result and the fields of it that matter. moot help "
         "expect.deadline, and so on, shows one kind.", 0, 0, out);
    moot_buf_str(out, "\nKinds\n");
    for (size_t i = 0; i < moot_scenario_kind_count; i++) {
        reference_entry(moot_scenario_kinds[i].name, moot_scenario_kinds[i].doc, out);
    }
}

static int in_scenarios(const char *name, moot_buf *out)
{
    const char *kind = strncmp(name, "expect.", 7) == 0 ? name + 7 : NULL;
    if (strcmp(name, "expect") == 0) {
        expect_help(out);
        return 1;
    }
    for (size_t i = 0; kind && i < moot_scenario_kind_count; i++) {
        if (strcmp(moot_scenario_kinds[i].name, kind) == 0) {
            kind_help(&moot_scenario_kinds[i], out);
            return 1;
        }
    }
    for (size_t i = 0; i < moot_scenario_word_count; i++) {
        if (strcmp(moot_scenario_words[i].name, name) == 0) {
            scenario_help(&moot_scenario_words[i], out);
            return 1;
        }
    }
    return 0;
}

int moot_reference_help(const char *name, moot_reference_of of, moot_buf *out)
{
    const moot_word *word = of == MOOT_REFERENCE_ANY ? moot_word_find(name) : NULL;
    if (!word) {
        int found = in_scenarios(name, out);
        return of == MOOT_REFERENCE_ANY ? moot_reference_no_word(name, out) || found : found;
    }
    word_help(word, out);
    for (size_t i = 0; i < moot_scenario_word_count; i++) {
        if (strcmp(moot_scenario_words[i].name, name) == 0) {
            moot_buf_printf(out, "\nIn scenarios %s is another word: moot help scenario %s.\n", name, name);
        }
    }
    return 1;
}

/* ---- the list ---- */

/* Names of one group as one text, to be wrapped. */
static void names_of(size_t group, moot_buf *out)
{
    for (size_t i = 0; i < moot_word_count; i++) {
        if (moot_word_group_of(&moot_words[i]) == group) {
            moot_buf_printf(out, "%s%s", out->len ? " " : "", moot_words[i].name);
        }
    }
}

static void list(const char *title, const moot_buf *names, moot_buf *out)
{
    moot_buf_printf(out, "%s\n  ", title);
    reference_wrap(moot_buf_text(names), 2, 2, out);
}

void moot_reference_words(moot_buf *out)
{
    moot_buf names;
    moot_buf_init(&names);
    for (size_t g = 0; g < moot_word_group_count; g++) {
        moot_buf_clear(&names);
        names_of(g, &names);
        if (names.len && strcmp(moot_word_groups[g].name, "shapes") != 0) {
            list(moot_word_groups[g].title, &names, out);
        }
    }
    moot_buf_clear(&names);
    for (size_t i = 0; i < moot_scenario_word_count; i++) {
        moot_buf_printf(&names, "%s ", moot_scenario_words[i].name);
    }
    moot_buf_str(&names, "expect");
    list("In scenarios", &names, out);
    moot_buf_str(out, "\nmoot help WORD explains one; moot help scenario WORD, one of scenarios.\n");
    moot_buf_done(&names);
}
