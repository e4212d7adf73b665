/* What people ask help about that is no word: a field, such as within, and a fact that moot has built in, such as age. */
#include <string.h>

#include "lua/reference/reference_internal.h"

static const struct {
    const char *name, *doc, *example;
} built_in[] = {
    { "age", "How old the applicant is, in whole years, from the date of birth; in a stage for each child and in some_child "
             "or every_child, that child's age. Without a date of birth it is unknown.", "age = between(16, 17)" },
    { "now", "The moment itself. It is held against a calendar's hours or against another moment, and only where something "
             "happens: in a guard, not in becomes, always or never.", "now = outside \"Town Hall\"" },
    { "today", "The day of the moment. It is held against another day, and only where something happens: in a guard, not in "
               "becomes, always or never.", "today = later_than(fact \"review_on\")" },
    { "tonight", "Where the young person sleeps tonight, as records and place { … } say: a name, \"nowhere\", or unknown while "
                 "nobody recorded it.", "tonight = \"nowhere\"" },
    { "lead", "The service that holds the case. set { lead = … } gives it to another.", "lead = \"Children's Services\"" },
    { "handovers", "How often the case went from one leading service to another.", "handovers = at_least(2)" },
};

static int fact_help(const char *name, moot_buf *out)
{
    for (size_t i = 0; i < MOOT_COUNT(built_in); i++) {
        if (strcmp(built_in[i].name, name) == 0) {
            moot_buf_printf(out, "%s = …\n\nA fact that every protocol has; a condition tests it.\n\n", name);
            reference_wrap(built_in[i].doc, 0, 0, out);
            moot_buf_printf(out, "\nExample\n  when = { %s }\n", built_in[i].example);
            return 1;
        }
    }
    return 0;
}

/* The spec of a word's own field; NULL. */
static const moot_field_spec *own_field(const moot_word *word, const char *name)
{
    for (const moot_field_spec *field = word->fields; field && field->name; field++) {
        if (strcmp(field->name, name) == 0) {
            return field;
        }
    }
    return NULL;
}

static const moot_field_spec *common_field(const char *name)
{
    for (const moot_field_spec *field = moot_common_fields; field->name; field++) {
        if (strcmp(field->name, name) == 0) {
            return field;
        }
    }
    return NULL;
}

/* What the i-th word says of its field; empty if it has none of that name. */
static void text_of(size_t i, const char *name, moot_buf *out)
{
    const moot_field_spec *field = own_field(&moot_words[i], name);
    moot_buf_clear(out);
    if (field) {
        reference_field(&moot_words[i], field, out);
    }
}

/* The words that say the same of it as the i-th does: "refer, notify"; empty if one before says so already. */
static void words_alike(size_t i, const char *name, const moot_buf *text, moot_buf *out)
{
    moot_buf other;
    moot_buf_init(&other);
    moot_buf_clear(out);
    for (size_t k = 0; k < moot_word_count; k++) {
        text_of(k, name, &other);
        if (strcmp(moot_buf_text(&other), moot_buf_text(text)) != 0) {
            continue;
        }
        if (k < i) {
            break;
        }
        moot_buf_printf(out, "%s%s", out->len ? ", " : "", moot_words[k].name);
    }
    moot_buf_done(&other);
}

/* One entry for all the words that say the same of a field; the first word that has it, in *first. */
static void own_entries(const char *name, const char **first, moot_buf *out)
{
    moot_buf text, words;
    moot_buf_init(&text);
    moot_buf_init(&words);
    for (size_t i = 0; i < moot_word_count; i++) {
        text_of(i, name, &text);
        if (!text.len) {
            continue;
        }
        words_alike(i, name, &text, &words);
        if (words.len) {
            *first = *first ? *first : moot_words[i].name;
            reference_entry(moot_buf_text(&words), moot_buf_text(&text), out);
        }
    }
    moot_buf_done(&text);
    moot_buf_done(&words);
}

static int field_help(const char *name, moot_buf *out)
{
    const moot_field_spec *common = common_field(name);
    const moot_word *with = moot_word_with_field(name);
    const char *first = NULL;
    if (!common && !with) {
        return 0;
    }
    moot_buf_printf(out, "%s = …\n\nA field: it stands in the braces of a word, which says what it means there.\n\nIn\n", name);
    if (common) {
        moot_buf text;
        moot_buf_init(&text);
        moot_buf_printf(&text, "%s It takes ", common->doc);
        reference_takes(common, &text);
        moot_buf_char(&text, '.');
        reference_entry("a declaration", moot_buf_text(&text), out);
        moot_buf_done(&text);
    }
    own_entries(name, &first, out);
    moot_buf_printf(out, "\nmoot help %s explains the word, with an example.\n", common ? "stage" : first);
    return 1;
}

int moot_reference_no_word(const char *name, moot_buf *out)
{
    moot_buf text;
    moot_buf_init(&text);
    int found = fact_help(name, &text) || field_help(name, &text);
    if (found) {
        moot_buf_printf(out, "%s%s", out->len ? "\n" : "", moot_buf_text(&text));
    }
    moot_buf_done(&text);
    return found;
}

/* ---- names ---- */

static size_t add_name(const char **names, size_t count, size_t most, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(names[i], name) == 0) {
            return count;
        }
    }
    if (count < most && !moot_word_find(name)) {
        names[count++] = name;
    }
    return count;
}

size_t moot_reference_no_words(const char **names, size_t most)
{
    size_t count = 0;
    for (size_t i = 0; i < MOOT_COUNT(built_in); i++) {
        count = add_name(names, count, most, built_in[i].name);
    }
    for (size_t i = 0; i < moot_word_count; i++) {
        for (const moot_field_spec *field = moot_words[i].fields; field && field->name; field++) {
            count = add_name(names, count, most, field->name);
        }
    }
    for (const moot_field_spec *field = moot_common_fields; field->name; field++) {
        count = add_name(names, count, most, field->name);
    }
    return count;
}
