/* Nodes against the schema. A declaration is checked as its body is read, from the inside out; any and all are checked
 * where they stand, because only the place says whether they join triggers, tests or owners. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "lua/load/loader.h"
#include "vm/time/period.h"
#include "vm/time/time.h"

#define MONEY_LIMIT 1000000000.0 /* pounds */

/* What is being checked: the declaration for the message's last line, and what takes the value. */
typedef struct place {
    moot_loader *loader;
    const moot_node *decl;
    const moot_field_spec *field; /* NULL: an item or an argument */
    const char *name;             /* of the field, or of the word that has the item */
} place;

static void check_value(const place *p, const moot_node *node, int want);
static void check_contents(const place *p, const moot_node *node, int fields, int items);
static void check_part(const place *p, const moot_node *node, const moot_word *spec);

/* ---- messages ---- */

char *moot_check_found(const moot_node *node, char *buf, size_t size)
{
    char label[96];
    const moot_word *spec = node->type == MOOT_NODE_WORD ? moot_word_find(node->word) : NULL;
    moot_node_label(node, label, sizeof label);
    switch ((moot_node_type)node->type) {
    case MOOT_NODE_STRING: snprintf(buf, size, "the text %s", label); break;
    case MOOT_NODE_INTEGER:
    case MOOT_NODE_DECIMAL: snprintf(buf, size, "the number %s", label); break;
    case MOOT_NODE_YESNO: snprintf(buf, size, "%s", label); break;
    case MOOT_NODE_TABLE: snprintf(buf, size, "a table { … }"); break;
    case MOOT_NODE_FUNCTION: snprintf(buf, size, "a function"); break;
    case MOOT_NODE_WORD:
        snprintf(buf, size, "%s%s%s", spec || node->name ? "" : "a trigger ", label,
                 node->declared && !node->name ? " { … }" : "");
        break;
    }
    return buf;
}

static void refuse(const place *p, const moot_node *node, const char *wanted)
{
    char found[120];
    moot_check_found(node, found, sizeof found);
    moot_loader_report_node(p->loader, node, p->decl, "%s takes %s, not %s", p->name, wanted, found);
}

/* How news travels: no moment. */
static int is_channel(const char *text)
{
    static const char *const channels[] = { "email", "e-mail", "phone", "telephone", "letter", "post", "online form", "text" };
    for (size_t i = 0; i < MOOT_COUNT(channels); i++) {
        if (strcmp(text, channels[i]) == 0) {
            return 1;
        }
    }
    return 0;
}

/* The same with what was most likely meant. */
static void refuse_want(const place *p, const moot_node *node, int want)
{
    char found[120], hint[MOOT_HINT];
    double minutes = node->decimal * 60;
    moot_check_found(node, found, sizeof found);
    moot_hint(want, node, hint, sizeof hint);
    if (node->type == MOOT_NODE_DECIMAL && strcmp(p->name, "hours") == 0 && minutes > 0 && minutes <= 6000 &&
        floor(minutes) == minutes) {
        snprintf(hint, sizeof hint, "; write minutes(%.0f)", minutes);
    } else if (node->type == MOOT_NODE_STRING && strcmp(p->name, "by") == 0 && (moot_node_class(p->decl) & MOOT_CLASS(VERB)) &&
               is_channel(node->name)) {
        snprintf(hint, sizeof hint, "; how it is sent stands in via = \"%s\"", node->name);
    } else if (node->type == MOOT_NODE_TABLE && strcmp(p->name, "clause") == 0) {
        snprintf(hint, sizeof hint, "; a declaration cites one clause, that which it carries out");
    }
    moot_loader_report_node(p->loader, node, p->decl, "%s takes %s, not %s%s", p->name, moot_want_of(want)->plain, found, hint);
}

/* ---- texts of a form ---- */

/* Reads `count` digits as a number; -1 if they are not all digits. */
static int digits(const char *text, int count)
{
    int value = 0;
    for (int i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9') {
            return -1;
        }
        value = value * 10 + text[i] - '0';
    }
    return value;
}

static int is_date(const char *text)
{
    if (strlen(text) != 10 || text[4] != '-' || text[7] != '-') {
        return 0;
    }
    int year = digits(text, 4), month = digits(text + 5, 2), day = digits(text + 8, 2);
    return year >= 0 && month >= 0 && day >= 0 && moot_date_valid(year, month, day);
}

/* As little as is known of a day: "2018", "2018-04". */
static int is_vague(const char *text)
{
    char whole[16];
    snprintf(whole, sizeof whole, "%s%s", text, strlen(text) == 4 ? "-01-01" : "-01");
    return (strlen(text) == 4 || strlen(text) == 7) && is_date(whole);
}

/* "09:30"; "24:00" is the end of a day */
static int is_clock(const char *text, size_t len)
{
    if (len != 5 || text[2] != ':') {
        return 0;
    }
    int hour = digits(text, 2), minute = digits(text + 3, 2);
    return hour >= 0 && minute >= 0 && minute < 60 && (hour < 24 || (hour == 24 && minute == 0));
}

static int is_hours(const char *text)
{
    return strlen(text) == 11 && text[5] == '-' && is_clock(text, 5) && is_clock(text + 6, 5) &&
           memcmp(text, text + 6, 5) < 0;
}

static int is_choice(const char *choices, const char *text)
{
    size_t len = strlen(text);
    for (const char *one = choices; one;) {
        size_t size = strcspn(one, "|");
        if (size == len && memcmp(one, text, len) == 0) {
            return 1;
        }
        one = one[size] ? one + size + 1 : NULL;
    }
    return 0;
}

/* `"unique", "first" or "collect"` from "unique|first|collect" */
static void list_choices(const char *choices, char *buf, size_t size)
{
    size_t used = 0;
    for (const char *one = choices; one && used < size;) {
        size_t len = strcspn(one, "|");
        const char *next = one[len] ? one + len + 1 : NULL;
        const char *joint = used == 0 ? "" : (next ? ", " : " or ");
        used += (size_t)snprintf(buf + used, size - used, "%s\"%.*s\"", joint, (int)len, one);
        one = next;
    }
}

static void check_choice(const place *p, const moot_node *node)
{
    char choices[160];
    if (p->field && p->field->choices && !is_choice(p->field->choices, node->name)) {
        list_choices(p->field->choices, choices, sizeof choices);
        refuse(p, node, choices);
    }
}

static void check_text(const place *p, const moot_node *node, int want)
{
    int fits = 1;
    switch (want) {
    case MOOT_WANT_DATE_OR_FALSE: fits = is_date(node->name) || is_vague(node->name); break;
    case MOOT_WANT_DATE:
    case MOOT_WANT_CLOSED_DAY: fits = is_date(node->name); break;
    case MOOT_WANT_CLOCK: fits = is_clock(node->name, strlen(node->name)); break;
    case MOOT_WANT_HOURS: fits = is_hours(node->name); break;
    case MOOT_WANT_RECURRENCE: fits = moot_period_find(node->name) >= 0; break;
    case MOOT_WANT_CHOICE_OR_READING:
    case MOOT_WANT_CHOICE: check_choice(p, node); break;
    default: fits = node->name[0] != '\0'; break;
    }
    if (!fits) {
        refuse_want(p, node, want);
    }
}

/* ---- one value ---- */

static int is_group(const moot_node *node)
{
    return moot_node_is(node, "any") || moot_node_is(node, "all");
}

static int fits(const moot_node *node, const moot_want *want)
{
    return (moot_node_class(node) & want->classes) != 0;
}

static void check_table(const place *p, const moot_node *node, const moot_want *want)
{
    if (want->part) {
        check_part(p, node, moot_word_find(want->part));
    } else {
        check_contents(p, node, want->fields, want->items);
    }
}

static void check_value(const place *p, const moot_node *node, int want_id)
{
    const moot_want *want = moot_want_of(want_id);
    if (want_id == MOOT_WANT_ANY_PART || moot_node_is(node, "?")) {
        return;
    }
    if (moot_node_is(node, "over") && node->declared) { /* any of its values may stand here */
        for (int32_t i = 0; i < node->item_count; i++) {
            check_value(p, node->items[i], want_id);
        }
        return;
    }
    if (!fits(node, want) || (want_id == MOOT_WANT_DATE_OR_FALSE && node->type == MOOT_NODE_YESNO && node->number)) {
        refuse_want(p, node, want_id);
    } else if (want_id == MOOT_WANT_DATE_OR_FALSE && node->type == MOOT_NODE_WORD && !moot_node_is(node, "unknown")) {
        refuse_want(p, node, want_id);
    } else if (node->type == MOOT_NODE_STRING) {
        check_text(p, node, want_id);
    } else if (node->type == MOOT_NODE_TABLE) {
        check_table(p, node, want);
    } else if (is_group(node)) {
        check_contents(p, node, want->group_fields, want->group_items);
    }
}

/* Fields and items of a table, or of any and all: each by one want. The depth is bounded by MOOT_NODE_DEPTH. */
static void check_contents(const place *p, const moot_node *node, int fields, int items)
{
    const moot_want *item_want = moot_want_of(items);
    for (int32_t i = 0; i < node->field_count; i++) {
        place inner = { p->loader, p->decl, NULL, node->fields[i].name };
        if (fields == MOOT_WANT_NOTHING) {
            moot_loader_report_node(p->loader, node->fields[i].value, p->decl, "%s takes %s here, and no field \"%s\"",
                                    p->name, item_want->plain, node->fields[i].name);
        } else {
            check_value(&inner, node->fields[i].value, fields);
        }
    }
    for (int32_t i = 0; i < node->item_count; i++) {
        if (items == MOOT_WANT_NOTHING) {
            refuse(p, node->items[i], "fields with a name here, such as x = …");
            return;
        }
        check_value(p, node->items[i], items);
    }
    if (node->field_count + node->item_count == 0) {
        moot_loader_report_node(p->loader, node, p->decl, "%s has nothing between { and }", p->name);
    }
}

/* ---- fields ---- */

static void list_fields(const moot_word *spec, char *buf, size_t size)
{
    const moot_field_spec *field;
    size_t used = 0;
    for (size_t i = 0; (field = moot_word_field_at(spec, i)) && used < size; i++) {
        used += (size_t)snprintf(buf + used, size - used, "%s%s", i ? ", " : "", field->name);
    }
}

/* Whether a field's name is that of a word which stands there by itself: close = "housed". Then says so. */
static int is_word_of_its_own(moot_loader *loader, const moot_node *at, const moot_node *decl, const moot_field *field,
                              const moot_word *spec)
{
    const moot_word *own = moot_word_find(field->name);
    if (!own || !(own->is & moot_want_of(spec->items)->classes)) {
        return 0;
    }
    if (moot_node_is(decl, "without") && field->value->type == MOOT_NODE_STRING) {
        moot_loader_report_node(loader, at, decl, "%s is no field; it is written without =: without { %s \"%s\" }", own->name,
                                own->name, field->value->name);
    } else if (own->flags & MOOT_NOUN) {
        moot_loader_report_node(loader, at, decl, "%s is no field; it is written without =: %s \"…\" { … }", own->name, own->name);
    } else if (field->value->type == MOOT_NODE_STRING) {
        moot_loader_report_node(loader, at, decl, "%s is no field; it is written without =: %s \"%s\"", own->name, own->name,
                                field->value->name);
    } else {
        moot_loader_report_node(loader, at, decl, "%s is no field; it is written without =", own->name);
    }
    return 1;
}

static int is_row(const moot_word *spec)
{
    return (spec->flags & MOOT_PART) && strcmp(spec->name, "row") == 0;
}

/* A field of a row that is near none of its fields is a fact, and its value a test. */
static int is_test_in_row(const moot_word *spec, const char *name)
{
    return is_row(spec) && !moot_word_field(spec, name) && !moot_hint_field(spec, name) && !moot_word_nearest_field(spec, name);
}

/* The same, where the row has a condition and no value, or the field has the decision's own name: what the row gives. */
static int is_value_of_row(const moot_node *decl, const moot_node *row, const moot_word *spec, const char *name)
{
    return is_test_in_row(spec, name) && !moot_node_field(row, "value")
           && (moot_node_field(row, "when") || (decl->name && strcmp(decl->name, name) == 0));
}

/* What a decision gives, named beside its rows: its own name says that. */
static int is_what_decision_gives(const moot_word *spec, const moot_field *field, const char *meant)
{
    return strcmp(meant, "value") == 0 && strcmp(spec->name, "decision") == 0 && field->value->type == MOOT_NODE_STRING;
}

/* Fields that another place has: rows of a decision, levels of a ladder. Then says so. */
static int is_of_part(moot_loader *loader, const moot_node *at, const moot_node *decl, const moot_field *field,
                      const moot_word *spec)
{
    const moot_want *items = moot_want_of(spec->items);
    const moot_word *part = items->part ? moot_word_find(items->part) : NULL;
    const char *meant = part ? moot_hint_field(part, field->name) : NULL;
    if (part && moot_word_field(part, field->name)) {
        moot_loader_report_node(loader, at, decl, "%s is no field of %s itself; it stands in %s", field->name, spec->name,
                                items->plain);
    } else if (meant && is_what_decision_gives(spec, field, meant)) {
        moot_loader_report_node(loader, at, decl, "a decision gives the fact of its own name, so leave out %s; what it gives "
                                "stands in each row, such as { when = { … }, value = … }", field->name);
    } else if (meant && !moot_word_field(spec, meant)) {
        moot_loader_report_node(loader, at, decl, "%s is no field of %s itself; it stands in %s, as %s", field->name, spec->name,
                                items->plain, meant);
    } else {
        return 0;
    }
    return 1;
}

static void report_unknown_field(moot_loader *loader, const moot_node *decl, const moot_node *node,
                                 const moot_field *field, const moot_word *spec)
{
    char known[300] = "none";
    const char *meant = moot_hint_field(spec, field->name);
    const char *nearest = meant ? meant : moot_word_nearest_field(spec, field->name);
    char word[64];
    snprintf(word, sizeof word, "%s%s", spec->flags & MOOT_PART ? "a " : "", spec->name);
    moot_node at = *field->value;
    at.line = field->line;
    at.col = field->col;
    at.width = (int32_t)strlen(field->name);
    list_fields(spec, known, sizeof known);
    const moot_word *other = moot_word_with_field(field->name);
    if (is_of_part(loader, &at, decl, field, spec) || is_word_of_its_own(loader, &at, decl, field, spec)) {
        return;
    }
    char test[96];
    if (is_value_of_row(decl, node, spec, field->name)) {
        moot_loader_report_node(loader, &at, decl, "unknown field \"%s\" of a row; what the row gives stands in value: value = %s",
                                field->name, moot_node_label(field->value, test, sizeof test));
    } else if (is_test_in_row(spec, field->name)) {
        moot_loader_report_node(loader, &at, decl, "unknown field \"%s\" of a row; a test stands in when: when = { %s = %s }",
                                field->name, field->name, moot_node_label(field->value, test, sizeof test));
    } else if ((spec->flags & MOOT_DATE_FIELDS) && !nearest) {
        moot_loader_report_node(loader, &at, decl, "unknown field \"%s\" of %s; a figure stands under the first day on which it holds: "
                                "[\"2018-01-01\"] = …", field->name, word);
    } else if (moot_word_field(spec, "that") && !nearest && !other) {
        moot_loader_report_node(loader, &at, decl, "unknown field \"%s\" of %s; a test stands in that: that = { %s = %s }", field->name,
                                word, field->name, moot_node_label(field->value, test, sizeof test));
    } else if (!moot_word_field_at(spec, 0)) {
        moot_loader_report_node(loader, &at, decl, "what stands here has no name, so leave out %s = ; each is %s", field->name,
                                moot_want_of(spec->items)->plain);
    } else if (other && !meant) {
        moot_loader_report_node(loader, &at, decl, "unknown field \"%s\" of %s; it is a field of %s", field->name, word,
                                other->name);
    } else if (nearest) {
        moot_loader_report_node(loader, &at, decl, "unknown field \"%s\" of %s; did you mean \"%s\"?", field->name,
                                word, nearest);
    } else {
        moot_loader_report_node(loader, &at, decl, "unknown field \"%s\" of %s; its fields are: %s", field->name, word,
                                known);
    }
}

/* A key of a param that is no date; says so of a day that no month has, and how another way of writing one is written. */
static void report_no_date(moot_loader *loader, const moot_node *decl, const moot_field *field)
{
    char hint[MOOT_HINT];
    moot_node key = *field->value;
    key.type = MOOT_NODE_STRING;
    key.name = field->name;
    moot_loader_report_node(loader, field->value, decl, "a figure stands under its first date, such as [\"2018-01-01\"] = …, not "
                            "\"%s\"%s", field->name, moot_hint(MOOT_WANT_DATE, &key, hint, sizeof hint));
}

static void check_field(moot_loader *loader, const moot_node *decl, const moot_node *node, const moot_field *field,
                        const moot_word *spec)
{
    const moot_field_spec *known = moot_word_field(spec, field->name);
    place p = { loader, decl, known, field->name };
    if (known && (spec->is & MOOT_CLASS(CALENDAR)) && strcmp(field->name, "open") == 0 && strpbrk(field->value->name ? field->value->name : "", "0123456789")) {
        moot_loader_report_node(loader, field->value, decl, "open says what the text leaves open; opening hours stand under "
                                "their days, such as mon_fri = \"09:00-17:00\"");
    } else if (known) {
        check_value(&p, field->value, known->want);
    } else if (spec->flags & MOOT_OPEN_FIELDS) {
        check_value(&p, field->value, spec->any_field);
    } else if ((spec->flags & MOOT_DATE_FIELDS) && field->name[0] >= '0' && field->name[0] <= '9') {
        if (!is_date(field->name)) {
            report_no_date(loader, decl, field);
        }
        check_value(&p, field->value, spec->any_field);
    } else {
        report_unknown_field(loader, decl, node, field, spec);
    }
}

static int has_blank(const moot_node *node)
{
    for (int32_t i = 0; i < node->item_count; i++) {
        if (moot_node_is(node->items[i], "?")) {
            return 1;
        }
    }
    return 0;
}

/* Whether a field of this name is there, but misspelt or written like a word: that was reported, and it is one
 * mistake. */
static int is_meant(const moot_loader *loader, const moot_node *decl, const moot_node *node, const moot_word *spec,
                    const char *name)
{
    for (int32_t i = 0; i < loader->bare_count && has_blank(node); i++) {
        if (strcmp(loader->bare_fields[i], name) == 0) {
            return 1;
        }
    }
    for (int32_t i = 0; i < node->field_count; i++) {
        const char *written = node->fields[i].name, *meant = moot_hint_field(spec, written);
        const char *nearest = meant ? meant : moot_word_nearest_field(spec, written);
        if (!moot_word_field(spec, written) && nearest && strcmp(nearest, name) == 0 && !(spec->flags & MOOT_OPEN_FIELDS)) {
            return 1;
        }
        if (is_test_in_row(spec, written) && strcmp(name, is_value_of_row(decl, node, spec, written) ? "value" : "when") == 0) {
            return 1;
        }
    }
    return is_row(spec) && node->item_count > 0;
}

static void check_required(moot_loader *loader, const moot_node *decl, const moot_node *node, const moot_word *spec)
{
    const moot_field_spec *field;
    char label[96], choices[160];
    moot_node_label(decl, label, sizeof label);
    for (size_t i = 0; (field = moot_word_field_at(spec, i)); i++) {
        if (!(field->flags & MOOT_REQUIRED) || moot_node_field(node, field->name) ||
            is_meant(loader, decl, node, spec, field->name)) {
            continue;
        }
        if (field->choices) {
            list_choices(field->choices, choices, sizeof choices);
        }
        moot_loader_report_node(loader, node, decl, "%s%s needs %s = …: %s", spec->flags & MOOT_PART ? "a " : "",
                                spec->flags & MOOT_PART ? spec->name : label, field->name,
                                field->choices ? choices : moot_want_of(field->want)->plain);
    }
}

/* ---- items ---- */

static void mark_owned(moot_loader *loader, const moot_node *node)
{
    const moot_loaded_node *loaded = (const moot_loaded_node *)node;
    if (loaded->made >= 0) {
        loader->made[loaded->made].owned = 1;
    }
}

static void check_child(const place *p, const moot_node *child, const moot_node *before, const moot_want *want)
{
    char label[96], parent[96];
    mark_owned(p->loader, child);
    const moot_word *spec = child->type == MOOT_NODE_WORD ? moot_word_find(child->word) : NULL;
    moot_node_label(child, label, sizeof label);
    if (fits(child, want)) {
        if (spec && (spec->flags & MOOT_NOUN) && !child->declared) {
            moot_loader_report_node(p->loader, child, p->decl, "%s has no body; write %s { … }", label, label);
        }
    } else if (spec && (spec->flags & (MOOT_TOP | MOOT_IS_CHILD))) {
        const char *where = "is a } missing before it?";
        if ((spec->is & MOOT_CLASS(VERB)) && moot_node_is(p->decl, "deadline")) {
            where = "what follows if it is missed stands in late { … }";
        } else if (moot_node_is(child, "deadline") && moot_node_is(p->decl, "outcome")) {
            where = "is a } missing before it? It stands in a stage, beside its outcomes";
        }
        moot_node_label(p->decl, parent, sizeof parent);
        moot_loader_report_node(p->loader, child, p->decl, "%s cannot stand in %s; %s", label, parent, where);
    } else if (child->type == MOOT_NODE_STRING && before && (moot_node_class(before) & MOOT_CLASS(VERB)) && before->name) {
        moot_loader_report_node(p->loader, child, p->decl, "%s takes %s, not the text \"%s\"; several names of one %s stand "
                                "between { and }: %s { \"%s\", \"%s\" }", p->name, want->plain, child->name, before->word,
                                before->word, before->name, child->name);
    } else {
        refuse(p, child, want->plain);
    }
}

/* { otherwise, value = "B" }, { { in_need = true }, "A" }: what stands in a row without a name. */
static void refuse_in_row(const place *p, const moot_node *item)
{
    char found[120];
    const char *name = "write value = …";
    mark_owned(p->loader, item);
    if (moot_node_is(item, "otherwise")) {
        name = "write when = otherwise";
    } else if (item->type == MOOT_NODE_TABLE || (moot_node_class(item) & (MOOT_CLASS(ANY) | MOOT_CLASS(ALL) | MOOT_CLASS(GROUP)))) {
        name = "write when = { … }";
    }
    moot_check_found(item, found, sizeof found);
    moot_loader_report_node(p->loader, item, p->decl, "what stands in a row has a name, and %s has none; %s", found, name);
}

static const char *name_of(const moot_node *decl, const moot_node *node, const moot_word *spec, char *buf, size_t size)
{
    return moot_node_label(spec->flags & MOOT_PART ? decl : node, buf, size);
}

/* Items; in a noun, but for `without { … }`. */
static int32_t count_items(const moot_node *node, const moot_word *spec)
{
    int32_t count = 0;
    for (int32_t i = 0; i < node->item_count; i++) {
        count += !(spec->flags & MOOT_NOUN) || !moot_node_is(node->items[i], "without");
    }
    return count;
}

static void check_fewest(moot_loader *loader, const moot_node *decl, const moot_node *node, const moot_word *spec)
{
    char label[96];
    const char *name = name_of(decl, node, spec, label, sizeof label), *plain = moot_want_of(spec->items)->plain;
    if (count_items(node, spec) >= spec->min_items || (node->field_count > 0 && !moot_word_field_at(spec, 0))) {
        return; /* a name before each was reported */
    }
    if (spec->min_items == 1) {
        moot_loader_report_node(loader, node, decl, "%s needs %s between its { and }", name, plain);
    } else if (spec->is & MOOT_CLASS(OVER)) {
        moot_loader_report_node(loader, node, NULL, "over { … } needs two values or more, each of which makes a variant%s",
                                node->item_count == 1 ? "; write a single one without over" : "");
    } else {
        moot_loader_report_node(loader, node, decl, "%s needs %d items here: %s", name, (int)spec->min_items, plain);
    }
}

/* Whether each item is of the right kind; if not, that was reported, and it is one mistake. */
static int all_fit(const moot_node *node, const moot_want *want)
{
    for (int32_t i = 0; i < node->item_count; i++) {
        const moot_node *item = node->items[i];
        if (moot_node_is(item, "?") || (!fits(item, want) && !moot_node_is(item, "without"))) {
            return 0;
        }
    }
    return 1;
}

static void check_most(moot_loader *loader, const moot_node *decl, const moot_node *node, const moot_word *spec)
{
    char label[96];
    if (spec->max_items && count_items(node, spec) > spec->max_items && all_fit(node, moot_want_of(spec->items))) {
        moot_loader_report_node(loader, node->items[spec->max_items], decl, "%s takes only %s",
                                name_of(decl, node, spec, label, sizeof label),
                                spec->max_items == 1 ? "one of these" : "two of these");
    }
}

static void check_items(const place *p, const moot_node *node, const moot_word *spec)
{
    const moot_want *want = moot_want_of(spec->items);
    for (int32_t i = 0; i < node->item_count; i++) {
        const moot_node *item = node->items[i];
        int misplaced = spec->items == MOOT_WANT_NOTHING && !moot_node_is(item, "?");
        if ((spec->flags & MOOT_NOUN) && moot_node_is(item, "without")) {
            mark_owned(p->loader, item); /* lua/load/patch.c asks whether there is something to take it from */
        } else if (misplaced && is_row(spec)) {
            refuse_in_row(p, item);
        } else if (want->children || misplaced) {
            check_child(p, item, i > 0 ? node->items[i - 1] : NULL, want);
        } else if (spec->items != MOOT_WANT_NOTHING && !(spec->max_items == 1 && i > 0 && !fits(node->items[0], want))) {
            check_value(p, item, spec->items);
        }
    }
    check_most(p->loader, p->decl, node, spec);
}

/* ---- whole words ---- */

static void check_shape(const place *p, const moot_node *node, const moot_word *spec)
{
    for (int32_t i = 0; i < node->field_count; i++) {
        check_field(p->loader, p->decl, node, &node->fields[i], spec);
    }
    check_items(p, node, spec);
}

/* A table that is written like a body. */
static void check_part(const place *p, const moot_node *node, const moot_word *spec)
{
    check_shape(p, node, spec);
    check_required(p->loader, p->decl, node, spec);
    check_fewest(p->loader, p->decl, node, spec);
}

/* A decision may leave its clause to its rows. */
static int rows_have_clauses(const moot_node *node)
{
    for (int32_t i = 0; i < node->item_count; i++) {
        if (!moot_node_field(node->items[i], "clause")) {
            return 0;
        }
    }
    return node->item_count > 0;
}

static void check_clause(moot_loader *loader, const moot_node *node, const moot_word *spec)
{
    char label[96];
    int by_rows = (spec->is & MOOT_CLASS(DECISION)) && rows_have_clauses(node);
    if ((spec->flags & MOOT_NEEDS_CLAUSE) && !moot_node_field(node, "clause") && !by_rows &&
        !is_meant(loader, node, node, spec, "clause")) {
        moot_loader_report_node(loader, node, node,
                                "%s needs clause = \"…\": the clause of the text that it carries out",
                                moot_node_label(node, label, sizeof label));
    }
}

static void check_figures(moot_loader *loader, const moot_node *node, const moot_word *spec)
{
    char label[96];
    int dated = 0;
    for (int32_t i = 0; i < node->field_count; i++) {
        dated += !moot_word_field(spec, node->fields[i].name);
    }
    if ((spec->flags & MOOT_DATE_FIELDS) && !dated) {
        moot_loader_report_node(loader, node, node,
                                "%s needs a figure under its first date, such as [\"2018-01-01\"] = …",
                                moot_node_label(node, label, sizeof label));
    }
}

void moot_check_body(moot_loader *loader, moot_loaded_node *loaded, const moot_word *spec)
{
    const moot_node *node = &loaded->node;
    place p = { loader, node, NULL, spec->name };
    check_shape(&p, node, spec);
    if (!(spec->flags & MOOT_NOUN)) {
        moot_check_whole(loader, node, spec);
    }
}

void moot_check_whole(moot_loader *loader, const moot_node *node, const moot_word *spec)
{
    check_required(loader, node, node, spec);
    check_fewest(loader, node, node, spec);
    check_clause(loader, node, spec);
    check_figures(loader, node, spec);
}

/* ---- arguments ---- */

static void check_range(moot_loader *loader, const moot_node *node, const moot_node *arg, const moot_word *spec)
{
    if (arg->type == MOOT_NODE_INTEGER && (spec->low || spec->high) &&
        (arg->number < spec->low || arg->number > spec->high)) {
        moot_loader_report_node(loader, arg, node, "%s takes a whole number from %d to %d, not %lld", spec->name,
                                (int)spec->low, (int)spec->high, (long long)arg->number);
    }
}

/* Pounds with at most two decimals. */
static void check_money(moot_loader *loader, const moot_node *node, const moot_node *arg)
{
    double pounds = arg->type == MOOT_NODE_INTEGER ? (double)arg->number : arg->decimal;
    double pence = pounds * 100;
    if (pounds < 0 || pounds > MONEY_LIMIT || fabs(pence - round(pence)) > 1e-4) {
        moot_loader_report_node(loader, arg, node,
                                "money takes pounds, with two decimals at most, such as money(72.50)");
    }
}

static int is_number(const moot_node *node)
{
    return node->type == MOOT_NODE_INTEGER || node->type == MOOT_NODE_DECIMAL;
}

void moot_check_args(moot_loader *loader, moot_loaded_node *loaded, const moot_word *spec)
{
    const moot_node *node = &loaded->node;
    place p = { loader, node, NULL, spec->name };
    for (int32_t i = 0; i < node->item_count; i++) {
        check_value(&p, node->items[i], spec->args[i]);
        check_range(loader, node, node->items[i], spec);
        if (spec->called == MOOT_CLASS(MONEY) && is_number(node->items[i])) {
            check_money(loader, node, node->items[i]);
        }
    }
    if ((spec->is & MOOT_CLASS(TYPE)) && node->item_count == 2 && node->items[0]->number > node->items[1]->number) {
        moot_loader_report_node(loader, node, NULL, "%s takes the lower number first", spec->name);
    }
}

int moot_check_shift(moot_loader *loader, const moot_loaded_node *left, const moot_loaded_node *right, moot_site site)
{
    char found[120], hint[MOOT_HINT];
    if (moot_node_class(&left->node) == MOOT_CLASS(DURATION) && moot_node_class(&right->node) == MOOT_CLASS(DURATION)) {
        moot_loader_report(loader, site, NULL, "durations are not added; write their sum in one unit, such as hours(52)");
        return 0;
    }
    if (!fits(&left->node, moot_want_of(MOOT_WANT_TRIGGER))) {
        moot_loader_report(loader, site, NULL, "+ and - shift a trigger, as in turns(18) - months(6), not %s",
                           moot_check_found(&left->node, found, sizeof found));
        return 0;
    }
    if (!fits(&right->node, moot_want_of(MOOT_WANT_DURATION))) {
        moot_loader_report(loader, site, NULL, "a trigger is shifted by a duration, such as months(6), not by %s%s",
                           moot_check_found(&right->node, found, sizeof found),
                           moot_hint(MOOT_WANT_DURATION, &right->node, hint, sizeof hint));
        return 0;
    }
    return 1;
}
