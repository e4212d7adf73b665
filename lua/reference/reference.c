/* Questions to the tables that every form of the reference asks, and the list of generated files. */
#include "lua/reference/reference.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "lua/compile/compile.h"
#include "lua/load/load.h"
#include "lua/reference/reference_internal.h"

/* ---- small texts ---- */

void reference_choices(const char *choices, moot_buf *out)
{
    for (const char *at = choices; *at;) {
        size_t len = strcspn(at, "|");
        const char *next = at + len + (at[len] == '|');
        if (at > choices) {
            moot_buf_str(out, *next ? ", " : " or ");
        }
        moot_buf_printf(out, "\"%.*s\"", (int)len, at);
        at = next;
    }
}

void reference_lines(const char *text, const char *before, moot_buf *out)
{
    while (*text) {
        size_t len = strcspn(text, "\n");
        moot_buf_printf(out, "%s%.*s\n", len ? before : "", (int)len, text);
        text += len + (text[len] == '\n');
    }
}

void reference_slug(const char *name, char put, moot_buf *out)
{
    for (; *name; name++) {
        moot_buf_char(out, isalnum((unsigned char)*name) || *name == '_' || *name == '.' ? *name : put);
    }
}

/* "stockport-2018 3.5/1": the council's name begins with a capital, the year stands apart. */
void reference_clause(const char *from, moot_buf *out)
{
    size_t len = strcspn(from, " "), council = strcspn(from, "- ");
    moot_buf_char(out, (char)toupper((unsigned char)from[0]));
    moot_buf_add(out, from + 1, council - 1);
    if (council < len) {
        moot_buf_printf(out, " %.*s", (int)(len - council - 1), from + council + 1);
    }
    moot_buf_printf(out, ", clause %s", from + len + 1);
}

const char *reference_sample(const moot_word *word, const char **out_from)
{
    const moot_word_page *page = moot_word_page_of(word->name);
    *out_from = page && page->sample ? page->from : NULL;
    return page && page->sample ? page->sample : word->example;
}

/* ---- fields ---- */

int reference_is_required(const moot_word *word, const moot_field_spec *field)
{
    return (field->flags & MOOT_REQUIRED) ||
           ((word->flags & MOOT_NEEDS_CLAUSE) && strcmp(field->name, "clause") == 0);
}

void reference_takes(const moot_field_spec *field, moot_buf *out)
{
    if (field->choices) {
        reference_choices(field->choices, out);
    } else {
        moot_buf_str(out, moot_want_of(field->want)->plain);
    }
}

void reference_scenario_takes(const moot_scenario_field *field, moot_buf *out)
{
    static const char *const plain[] = {
        [MOOT_SCENARIO_TEXT] = "a text in \"quotes\"",
        [MOOT_SCENARIO_TIME] = "a time, such as \"2026-05-23 11:30\", or as much of it as matters",
        [MOOT_SCENARIO_VALUE] = "an answer: true, 17, \"given\", \"2009-02-11\"",
        [MOOT_SCENARIO_YESNO] = "true or false",
        [MOOT_SCENARIO_COUNT] = "a whole number",
        [MOOT_SCENARIO_PENCE] = "a sum in pence",
        [MOOT_SCENARIO_NAMES] = "a name, or a list of names in any order",
        [MOOT_SCENARIO_TABLE] = "a table",
        [MOOT_SCENARIO_ANY] = "one or several, as it says",
    };
    if (field->choices) {
        reference_choices(field->choices, out);
    } else {
        moot_buf_str(out, plain[field->type]);
    }
}

/* ---- how a word is written ---- */

static void args_form(const moot_word *word, int count, moot_buf *out)
{
    moot_buf_printf(out, "%s(", word->name);
    for (int i = 0; i < count; i++) {
        moot_buf_printf(out, "%s%s", i ? ", " : "", moot_want_of(word->args[i])->name);
    }
    moot_buf_char(out, ')');
}

int reference_form(const moot_word *word, size_t i, moot_buf *out)
{
    static const struct {
        uint8_t shape;
        const char *rest;
    } forms[] = {
        { MOOT_NAMED_BODY, " \"name\" { … }" }, { MOOT_BODY, " { … }" }, { MOOT_NAMED, " \"name\"" }, { MOOT_BARE, "" },
    };
    if (word->flags & MOOT_PART) {
        moot_buf_str(out, i == 0 ? "{ … }" : "");
        return i == 0;
    }
    for (size_t f = 0; f < MOOT_COUNT(forms); f++) {
        if ((word->shape & forms[f].shape) && i-- == 0) {
            moot_buf_printf(out, "%s%s", word->name, forms[f].rest);
            return 1;
        }
    }
    for (int count = word->min_args; (word->shape & MOOT_ARGS) && count <= word->max_args; count++) {
        if (i-- == 0) {
            args_form(word, count, out);
            return 1;
        }
    }
    return 0;
}

int reference_scenario_form(const moot_scenario_word *word, size_t i, moot_buf *out)
{
    int values = word->least > 0 ? word->least : word->most > 0;
    int alone = word->table != MOOT_SCENARIO_MUST_TABLE, table = word->table != MOOT_SCENARIO_NO_TABLE;
    if (i >= (size_t)(alone + table)) {
        return 0;
    }
    moot_buf_str(out, word->name);
    if (i > 0 && word->least == 0) { /* one or the other: use "a", use { "a", "b" } */
        values = 0;
    }
    moot_buf_str(out, values == 1 ? " \"…\"" : values > 1 ? "(" : "");
    for (int v = 0; values > 1 && v < values; v++) {
        moot_buf_printf(out, "\"…\"%s", v + 1 < values ? ", " : ")");
    }
    moot_buf_str(out, i > 0 || !alone ? " { … }" : "");
    return 1;
}

/* ---- mistakes ---- */

/* The part of a script that is shown has no header; one behind it leaves lines and columns as they are. */
#define HEADER "\nprotocol \"example-2026\" { council = \"Example\", effective = \"2026-01-01\" }"
#define SHOWN_AS "example-2026.lua"

void moot_reference_mistake(const char *script, moot_buf *out)
{
    moot_buf source;
    moot_errs errs;
    moot_script *loaded = NULL;
    moot_protocol *protocol = NULL;
    moot_buf_init(&source);
    moot_errs_init(&errs, 0);
    moot_buf_str(&source, script);
    if (strncmp(script, "protocol", 8) != 0) {
        moot_buf_str(&source, HEADER);
    }
    moot_load_options options = { .source = moot_buf_text(&source), .source_len = source.len };
    if (moot_script_load(SHOWN_AS, &options, &loaded, &errs) ||
        moot_compile(loaded, NULL, &protocol, &errs, NULL)) {
        moot_err_format(&errs.list[0], options.source, options.source_len, out);
    }
    moot_protocol_free(protocol);
    moot_script_free(loaded);
    moot_errs_done(&errs);
    moot_buf_done(&source);
}

/* ---- names ---- */

const char *moot_reference_name(size_t i)
{
    if (i < moot_word_count) {
        return moot_words[i].name;
    }
    i -= moot_word_count;
    if (i < moot_scenario_word_count) {
        return moot_scenario_words[i].name;
    }
    return i == moot_scenario_word_count ? "expect" : NULL;
}

/* ---- the generated files ---- */

#define PAGES "protocols/words/"
#define SCENARIO_PAGES PAGES "scenario/"
#define META "stdlib/meta/"

static void set_path(moot_reference_file *file, const char *folder, const char *before, const char *name,
                     const char *after)
{
    moot_buf slug;
    moot_buf_init(&slug);
    reference_slug(name, '-', &slug);
    snprintf(file->path, sizeof file->path, "%s%s%s%s", folder, before, moot_buf_text(&slug), after);
    moot_buf_done(&slug);
}

/* Each takes the i-th of its files, or lowers *i by how many it has. */
static int make_pages(size_t *i, moot_reference_file *file)
{
    if (*i < moot_word_count) {
        set_path(file, PAGES, "", moot_words[*i].name, ".md");
        reference_page(&moot_words[*i], &file->text);
        return 1;
    }
    *i -= moot_word_count;
    return 0;
}

static int make_scenario_pages(size_t *i, moot_reference_file *file)
{
    if (*i < moot_scenario_word_count) {
        set_path(file, SCENARIO_PAGES, "", moot_scenario_words[*i].name, ".md");
        reference_scenario_page(&moot_scenario_words[*i], &file->text);
        return 1;
    }
    *i -= moot_scenario_word_count;
    if (*i < moot_scenario_kind_count) {
        set_path(file, SCENARIO_PAGES, "expect.", moot_scenario_kinds[*i].name, ".md");
        reference_kind_page(&moot_scenario_kinds[*i], &file->text);
        return 1;
    }
    *i -= moot_scenario_kind_count;
    return 0;
}

static int make_meta(size_t *i, moot_reference_file *file)
{
    if (*i < moot_word_group_count) {
        set_path(file, META, "", moot_word_groups[*i].name, ".d.lua");
        reference_meta(*i, &file->text);
        return 1;
    }
    *i -= moot_word_group_count;
    return 0;
}

int moot_reference_file_make(size_t i, moot_reference_file *out_file)
{
    static const struct {
        const char *path;
        int block;
        void (*write)(moot_buf *out);
    } others[] = {
        { PAGES "README.md", 0, reference_index },
        { SCENARIO_PAGES "README.md", 0, reference_scenario_index },
        { META "values.d.lua", 0, reference_meta_types },
        { META "scenario.d.lua", 0, reference_meta_scenario },
        { ".luacheckrc", 1, reference_luacheck },
    };
    memset(out_file, 0, sizeof *out_file);
    moot_buf_init(&out_file->text);
    if (make_pages(&i, out_file) || make_scenario_pages(&i, out_file) || make_meta(&i, out_file)) {
        return 1;
    }
    if (i >= MOOT_COUNT(others)) {
        return 0;
    }
    snprintf(out_file->path, sizeof out_file->path, "%s", others[i].path);
    out_file->block = others[i].block;
    others[i].write(&out_file->text);
    return 1;
}

void moot_reference_file_done(moot_reference_file *file)
{
    moot_buf_done(&file->text);
}

moot_code moot_reference_merge(const char *old, const moot_buf *block, moot_buf *out, moot_err *err)
{
    const char *begin = strstr(old, MOOT_REFERENCE_BEGIN "\n");
    const char *end = begin ? strstr(begin, MOOT_REFERENCE_END "\n") : NULL;
    if (!end) {
        return moot_fail(err, MOOT_EDATA, "the lines \"%s\" and \"%s\" are not both there", MOOT_REFERENCE_BEGIN,
                         MOOT_REFERENCE_END);
    }
    moot_buf_add(out, old, (size_t)(begin - old) + sizeof MOOT_REFERENCE_BEGIN);
    moot_buf_str(out, moot_buf_text(block));
    moot_buf_str(out, end);
    return MOOT_OK;
}
