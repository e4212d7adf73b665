/* Declarations that change others (design.md, "Variants"): a named field replaces; a named child merges into its
 * namesake or is added at the end; effects, rows, levels and the like, if any are given, replace all of that block;
 * `without { … }` removes. A patch works on nodes, before the compiler sees them: what it touches is copied, the rest is
 * shared.
 *
 * A merged declaration stands where the patch does if that gave it a field or an effect of its own, else where it stood;
 * its fields and children keep their own places. So an answer leads to whoever said it last. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "lua/load/loader.h"
#include "vm/base/names.h"

typedef struct patcher {
    moot_loader *loader;
    const moot_node **decls; /* what there is so far, in order */
    int32_t count;
    const moot_node *decl;   /* the patch in hand, for messages */
    int in_variant;          /* whatever does not say otherwise is a patch */
    moot_note *notes;        /* of the variant, the newest first */
    int memory;
} patcher;

static moot_node *merge(patcher *p, const moot_node *base, const moot_node *patch);

/* ---- questions to a node ---- */

static const moot_word *word_of(const moot_node *node)
{
    return node->type == MOOT_NODE_WORD ? moot_word_find(node->word) : NULL;
}

/* -1: it does not say; else 0 or 1 */
static int says_patch(const moot_node *node)
{
    const moot_node *value = node->declared ? moot_node_field(node, "patch") : NULL;
    return value && value->type == MOOT_NODE_YESNO ? value->number != 0 : -1;
}

/* The header of a protocol that extends another is a patch of that one's. */
static int is_extension(const moot_node *node)
{
    return moot_node_is(node, "protocol") && moot_node_field(node, "extends");
}

static int is_without(const moot_node *node)
{
    return moot_node_is(node, "without");
}

/* Outcomes and deadlines: children that are known by their name. Whatever else stands in a body is its block. */
static int is_named_child(const moot_node *node)
{
    const moot_word *spec = word_of(node);
    return spec && node->name && (spec->is & (MOOT_CLASS(OUTCOME) | MOOT_CLASS(DEADLINE)));
}

/* A stage without a name is known by its clause. */
static const char *name_of(const moot_node *node)
{
    const moot_node *clause = node->name ? NULL : moot_node_field(node, "clause");
    return clause && clause->type == MOOT_NODE_STRING ? clause->name : node->name;
}

static int is_namesake(const moot_node *one, const moot_node *other)
{
    if (one->type != MOOT_NODE_WORD || other->type != MOOT_NODE_WORD || strcmp(one->word, other->word) != 0) {
        return 0;
    }
    const char *a = name_of(one), *b = name_of(other);
    return a && b && !one->name == !other->name && strcmp(a, b) == 0;
}

static int32_t find_namesake(const moot_node *const *list, int32_t count, const moot_node *node)
{
    for (int32_t i = 0; i < count; i++) {
        if (is_namesake(list[i], node)) {
            return i;
        }
    }
    return -1;
}

/* The nearest name among the list's declarations of that word, NULL. */
static const char *nearest_in(patcher *p, const moot_node *const *list, int32_t count, const moot_node *node)
{
    const char **names = moot_arena_array(&p->loader->script->arena, (size_t)count + 1, sizeof *names);
    size_t found = 0;
    if (!names) {
        p->memory = 1;
        return NULL;
    }
    for (int32_t i = 0; i < count; i++) {
        if (moot_node_is(list[i], node->word) && list[i]->name) {
            names[found++] = list[i]->name;
        }
    }
    return node->name ? moot_nearest(node->name, names, found) : NULL;
}

/* ---- without ---- */

static const moot_node *removing(const moot_node *patch, int32_t *item, int32_t *part)
{
    for (; *item < patch->item_count; (*item)++, *part = 0) {
        const moot_node *without = patch->items[*item];
        if (is_without(without) && *part < without->item_count) {
            return without->items[(*part)++];
        }
    }
    return NULL;
}

/* Whether a patch takes away what is called so: a field, all verbs of a kind (word NULL), or a named child. */
static int removes(const moot_node *patch, const char *word, const char *name)
{
    const moot_node *gone;
    for (int32_t item = 0, part = 0; (gone = removing(patch, &item, &part));) {
        int same = word ? moot_node_is(gone, word) : gone->type == MOOT_NODE_STRING;
        if (same && gone->name && strcmp(gone->name, name) == 0) {
            return 1;
        }
    }
    return 0;
}

static int removes_item(const moot_node *patch, const moot_node *item)
{
    if (is_named_child(item)) {
        return removes(patch, item->word, item->name);
    }
    return item->type == MOOT_NODE_WORD && removes(patch, NULL, item->word);
}

static int has_item_of(const moot_node *base, const char *word)
{
    for (int32_t i = 0; i < base->item_count; i++) {
        if (moot_node_is(base->items[i], word)) {
            return 1;
        }
    }
    return 0;
}

static const char *nearest_field(patcher *p, const moot_node *base, const char *name)
{
    const char **names = moot_arena_array(&p->loader->script->arena, (size_t)base->field_count + 1, sizeof *names);
    for (int32_t i = 0; names && i < base->field_count; i++) {
        names[i] = base->fields[i].name;
    }
    p->memory |= !names;
    return names ? moot_nearest(name, names, (size_t)base->field_count) : NULL;
}

static void check_gone(patcher *p, const moot_node *base, const moot_node *gone)
{
    char label[96], what[96];
    const char *near;
    if (gone->type == MOOT_NODE_STRING) {
        if (moot_node_field(base, gone->name) || has_item_of(base, gone->name)) {
            return;
        }
        near = nearest_field(p, base, gone->name);
    } else if (!word_of(gone)) {
        return; /* its shape was refused already */
    } else if (gone->declared) {
        moot_loader_report_node(p->loader, gone, p->decl, "without names what goes; leave out its body: %s",
                                moot_node_label(gone, label, sizeof label));
        return;
    } else if (find_namesake(base->items, base->item_count, gone) >= 0) {
        return;
    } else {
        near = nearest_in(p, base->items, base->item_count, gone);
    }
    moot_loader_report_node(p->loader, gone, p->decl, "%s has no %s that could go%s%s%s",
                            moot_node_label(base, label, sizeof label), moot_node_label(gone, what, sizeof what),
                            near ? "; did you mean \"" : "", near ? near : "", near ? "\"?" : "");
}

static void check_without(patcher *p, const moot_node *base, const moot_node *patch)
{
    const moot_node *gone;
    for (int32_t item = 0, part = 0; (gone = removing(patch, &item, &part));) {
        check_gone(p, base, gone);
    }
}

/* ---- fields ---- */

/* Where a patch gives the clause of its own document, the section that the module cites stays as the law. */
static const moot_node *cited_law(const moot_node *base, const moot_node *patch)
{
    const moot_node *clause = moot_node_field(base, "clause");
    int own = clause && clause->type == MOOT_NODE_STRING && strncmp(clause->file, "stdlib/", 7) == 0;
    const moot_node *newer = moot_node_field(patch, "clause");
    int other = newer && newer->type == MOOT_NODE_STRING && own && strcmp(newer->name, clause->name) != 0;
    return other && !moot_node_field(patch, "law") && !moot_node_field(base, "law") ? clause : NULL;
}

static void merge_fields(patcher *p, const moot_node *base, const moot_node *patch, moot_node *into)
{
    size_t room = (size_t)base->field_count + (size_t)patch->field_count + 2;
    moot_field *fields = moot_arena_array(&p->loader->script->arena, room, sizeof *fields);
    int32_t count = 0;
    if (!fields) {
        p->memory = 1;
        return;
    }
    for (int32_t i = 0; i < base->field_count; i++) {
        const moot_field *field = &base->fields[i], *newer = moot_node_field_place(patch, field->name);
        if (newer || !removes(patch, NULL, field->name)) {
            fields[count++] = newer ? *newer : *field;
        }
    }
    for (int32_t i = 0; i < patch->field_count; i++) {
        const moot_field *field = &patch->fields[i];
        int is_ours = strcmp(field->name, "patch") == 0 || (is_extension(patch) && strcmp(field->name, "extends") == 0);
        if (!is_ours && !moot_node_field(base, field->name)) {
            fields[count++] = *field;
        }
    }
    if (cited_law(base, patch)) {
        moot_field law = { "law", cited_law(base, patch), patch->line, patch->col };
        fields[count++] = law;
    }
    into->fields = fields;
    into->field_count = count;
    into->fields_mask = 0;
    for (int32_t i = 0; i < count; i++) {
        into->fields_mask |= moot_field_bit(fields[i].name);
    }
}

/* ---- items ---- */

/* Whether an item belongs to the block that is replaced as a whole. */
static int is_block(const moot_node *item)
{
    return !is_named_child(item) && !is_without(item);
}

static int gives_block(const moot_node *patch)
{
    for (int32_t i = 0; i < patch->item_count; i++) {
        if (is_block(patch->items[i])) {
            return 1;
        }
    }
    return 0;
}

static int32_t add_block(const moot_node *patch, const moot_node **items, int32_t count)
{
    for (int32_t i = 0; i < patch->item_count; i++) {
        if (is_block(patch->items[i])) {
            items[count++] = patch->items[i];
        }
    }
    return count;
}

/* The base's items as the patch leaves them; what stood before a new block keeps its place. */
static int32_t merge_old_items(patcher *p, const moot_node *base, const moot_node *patch, const moot_node **items)
{
    int32_t count = 0;
    int given = gives_block(patch), done = !given;
    if (given && !gives_block(base)) {
        count = add_block(patch, items, count);
        done = 1;
    }
    for (int32_t i = 0; i < base->item_count; i++) {
        const moot_node *item = base->items[i];
        int32_t newer = is_named_child(item) ? find_namesake(patch->items, patch->item_count, item) : -1;
        if (removes_item(patch, item)) {
            continue;
        }
        if (newer >= 0) {
            items[count] = merge(p, item, patch->items[newer]);
            count += items[count] != NULL;
        } else if (is_block(item) && given) {
            count = done ? count : add_block(patch, items, count);
            done = 1;
        } else {
            items[count++] = item;
        }
    }
    return done ? count : add_block(patch, items, count);
}

/* A copy without the field `patch`: what is new in a patch is declared like any other. */
static moot_node *plain_copy(patcher *p, const moot_node *node)
{
    static const moot_node nothing = { 0 };
    moot_loaded_node *copy = moot_arena_alloc(&p->loader->script->arena, sizeof *copy);
    if (!copy) {
        p->memory = 1;
        return NULL;
    }
    copy->node = *node;
    copy->made = -1;
    merge_fields(p, &nothing, node, &copy->node);
    return &copy->node;
}

#define SHORT_NAME 3 /* up to here any two names are near each other */

/* A child that the base lacks. One that is nearly called like another that stays most likely means that. */
static const moot_node *new_child(patcher *p, const moot_node *base, const moot_node *patch, const moot_node *child)
{
    char label[96], parent[96];
    int said = says_patch(child);
    int may_be_slip = said != 0 && strlen(child->name) > SHORT_NAME;
    const char *near = may_be_slip ? nearest_in(p, base->items, base->item_count, child) : NULL;
    near = near && removes(patch, child->word, near) ? NULL : near;
    moot_node_label(child, label, sizeof label);
    moot_node_label(base, parent, sizeof parent);
    if (said == 1 || near) {
        moot_loader_report_node(p->loader, child, p->decl, "%s has no %s to patch%s%s%s%s", parent, label,
                                near ? "; did you mean \"" : "", near ? near : "", near ? "\"?" : "",
                                said < 0 ? " (A new one of so similar a name says patch = false.)" : "");
        return child;
    }
    moot_check_whole(p->loader, child, word_of(child));
    return plain_copy(p, child);
}

static void merge_items(patcher *p, const moot_node *base, const moot_node *patch, moot_node *into)
{
    size_t room = (size_t)base->item_count + (size_t)patch->item_count + 1;
    const moot_node **items = moot_arena_array(&p->loader->script->arena, room, sizeof *items);
    if (!items) {
        p->memory = 1;
        return;
    }
    int32_t count = merge_old_items(p, base, patch, items);
    for (int32_t i = 0; i < patch->item_count; i++) {
        const moot_node *child = patch->items[i];
        int32_t old = is_named_child(child) ? find_namesake(base->items, base->item_count, child) : -1;
        if (is_named_child(child) && (old < 0 || removes_item(patch, base->items[old]))) {
            items[count] = old < 0 ? new_child(p, base, patch, child) : plain_copy(p, child);
            count += items[count] != NULL;
        }
    }
    into->items = items;
    into->item_count = count;
}

/* ---- one declaration ---- */

/* Whether a patch changes the declaration itself, not only its children. */
static int says_more(const moot_node *patch)
{
    int own = gives_block(patch) || has_item_of(patch, "without");
    for (int32_t i = 0; i < patch->field_count; i++) {
        own |= strcmp(patch->fields[i].name, "patch") != 0;
    }
    return own;
}

/* ---- figures of the law ---- */

static int is_figure(const moot_field *field)
{
    return field->name[0] >= '0' && field->name[0] <= '9';
}

/* The figure that held on a day, which is written as figures' days are; else the first. */
static const moot_node *figure_on(const moot_node *param, const char *day)
{
    const moot_field *found = NULL;
    for (int32_t i = 0; i < param->field_count; i++) {
        const moot_field *f = &param->fields[i];
        int earlier = is_figure(f) && strcmp(f->name, day) <= 0;
        if (is_figure(f) && (!found || (earlier && (strcmp(found->name, day) > 0 || strcmp(found->name, f->name) < 0)))) {
            found = f;
        }
    }
    return found ? found->value : NULL;
}

/* -1, 0, 1: shorter, the same, longer; 2 where they cannot be compared, as working days with days. */
static int longer(const moot_node *ours, const moot_node *laws)
{
    int64_t one = ours->number, other = laws->number;
    if (ours->type == MOOT_NODE_WORD && laws->type == MOOT_NODE_WORD) {
        int week = moot_node_is(ours, "weeks") || moot_node_is(laws, "weeks");
        int days = (moot_node_is(ours, "days") || moot_node_is(ours, "weeks")) &&
                   (moot_node_is(laws, "days") || moot_node_is(laws, "weeks"));
        if (!ours->item_count || !laws->item_count || (!days && strcmp(ours->word, laws->word) != 0)) {
            return 2;
        }
        one = ours->items[0]->number * (week && days && moot_node_is(ours, "weeks") ? 7 : 1);
        other = laws->items[0]->number * (week && days && moot_node_is(laws, "weeks") ? 7 : 1);
    } else if (ours->type != MOOT_NODE_INTEGER || laws->type != MOOT_NODE_INTEGER) {
        return 2;
    }
    return (one > other) - (one < other);
}

static void note(patcher *p, const moot_node *at, const char *fmt, ...) MOOT_PRINTF(3, 4);

static void note(patcher *p, const moot_node *at, const char *fmt, ...)
{
    char text[400];
    va_list args;
    moot_note *kept = moot_arena_alloc(&p->loader->script->arena, sizeof *kept);
    va_start(args, fmt);
    vsnprintf(text, sizeof text, fmt, args);
    va_end(args);
    if (!kept || !(kept->text = moot_arena_str(&p->loader->script->arena, text))) {
        p->memory = 1;
        return;
    }
    kept->at = at;
    kept->decl = p->decl;
    kept->next = p->notes;
    p->notes = kept;
}

/* `more` as `longer` tells it. */
static int may_be(const char *may, int more)
{
    return more == 0 || strcmp(may, "may change it") == 0 || (more == -1 && strcmp(may, "may shorten it") == 0) ||
           (more == 1 && strcmp(may, "may lengthen it") == 0);
}

/* What a figure of the law lets a council do with it: `councils` says, else nothing. `what` stands on it; `laws` may be NULL. */
static void hold_to_law(patcher *p, const moot_node *param, const moot_node *laws, const moot_node *ours, const char *what)
{
    const moot_node *says = moot_node_field(param, "councils"), *clause = moot_node_field(param, "clause");
    const char *may = says && says->type == MOOT_NODE_STRING ? says->name : "may not change it";
    int more = laws ? longer(ours, laws) : 2;
    if (may_be(may, more)) {
        return;
    }
    const char *source = clause && clause->type == MOOT_NODE_STRING ? clause->name : "no source";
    char untold[160] = "";
    if (more == 2 && strcmp(may, "may not change it") != 0) {
        snprintf(untold, sizeof untold, ", and whether this does cannot be told; say it in the same unit%s%s",
                 laws && laws->type == MOOT_NODE_WORD ? ", " : "", laws && laws->type == MOOT_NODE_WORD ? laws->word : "");
    }
    if (p->in_variant) { /* what if the law were another? It may be asked, and is told */
        note(p, ours, "%s (%s): councils %s%s; this variant asks what if", what, source, may, untold);
    } else {
        moot_loader_report_node(p->loader, ours, p->decl, "%s (%s): councils %s%s", what, source, may, untold);
    }
}

static void check_figure(patcher *p, const moot_node *base, const moot_field *ours)
{
    char label[96], what[160];
    snprintf(what, sizeof what, "%s is a figure of the law", moot_node_label(base, label, sizeof label));
    hold_to_law(p, base, figure_on(base, ours->name), ours->value, what);
}

/* What a rule of stdlib counts by is told once, as a figure: another length in its place may do the same with it, and no more. */
static void check_counts_by(patcher *p, const moot_node *base, const moot_field *ours)
{
    char label[96], what[300];
    const moot_node *law = moot_node_field(base, ours->name);
    int32_t row = law && moot_node_is(law, "param") && law->name ? find_namesake(p->decls, p->count, law) : -1;
    if (row < 0 || (moot_node_is(ours->value, "param") && ours->value->name && strcmp(ours->value->name, law->name) == 0)) {
        return;
    }
    snprintf(what, sizeof what, "%s counts by a figure of the law, param \"%.120s\"", moot_node_label(base, label, sizeof label), law->name);
    hold_to_law(p, p->decls[row], figure_on(p->decls[row], "9999-12-31"), ours->value, what);
}

static void check_figures(patcher *p, const moot_node *base, const moot_node *patch)
{
    int is_law = strncmp(base->file, "stdlib/", 7) == 0, is_param = moot_node_is(base, "param");
    for (int32_t i = 0; is_law && i < patch->field_count; i++) {
        if (!is_param) {
            check_counts_by(p, base, &patch->fields[i]);
        } else if (is_figure(&patch->fields[i])) {
            check_figure(p, base, &patch->fields[i]);
        }
    }
}

static moot_node *merge(patcher *p, const moot_node *base, const moot_node *patch)
{
    moot_loaded_node *merged = moot_arena_alloc(&p->loader->script->arena, sizeof *merged);
    char label[96];
    if (!merged) {
        p->memory = 1;
        return NULL;
    }
    if (says_patch(patch) == 0) {
        moot_loader_report_node(p->loader, patch, p->decl, "there is %s already, in %s line %d; choose another name",
                                moot_node_label(base, label, sizeof label), base->file, (int)base->line);
    }
    merged->made = -1;
    merged->node = *base;
    if (says_more(patch)) {
        merged->node.file = patch->file;
        merged->node.line = patch->line;
        merged->node.col = patch->col;
        merged->node.width = patch->width;
    }
    check_without(p, base, patch);
    check_figures(p, base, patch);
    merge_fields(p, base, patch, &merged->node);
    merge_items(p, base, patch, &merged->node);
    if (!p->memory && !is_extension(base)) { /* one whose own base was not found has been refused */
        moot_check_whole(p->loader, &merged->node, word_of(&merged->node));
    }
    return &merged->node;
}

/* ---- all declarations ---- */

/* Where something stands that is no declaration by itself: "; it stands in stage "x", so write …". */
static void tell_holder(const patcher *p, const moot_node *gone, char *buf, size_t size)
{
    char label[96], holder[96];
    for (int32_t i = 0; i < p->count; i++) {
        const moot_node *decl = p->decls[i];
        if (find_namesake((const moot_node *const *)decl->items, decl->item_count, gone) >= 0) {
            moot_node_label(decl, holder, sizeof holder);
            snprintf(buf, size, "; it stands in %s, so write %s { %swithout { %s } }", holder, holder,
                     p->in_variant ? "" : "patch = true, ", moot_node_label(gone, label, sizeof label));
            return;
        }
    }
}

static void report_absent(patcher *p, const moot_node *node, const char *to)
{
    char label[96], holder[340] = "";
    const char *near = nearest_in(p, p->decls, p->count, node);
    if (!node->declared) {
        tell_holder(p, node, holder, sizeof holder);
    }
    if (holder[0]) {
        moot_loader_report_node(p->loader, node, node, "%s is no declaration beside the others%s",
                                moot_node_label(node, label, sizeof label), holder);
        return;
    }
    moot_loader_report_node(p->loader, node, node, "there is no %s to %s%s%s%s%s",
                            moot_node_label(node, label, sizeof label), to, near ? "; did you mean \"" : "",
                            near ? near : "", near ? "\"?" : "",
                            p->in_variant && !near && node->declared ? "; a new one says patch = false" : "");
}

/* A reading that is read otherwise (variants.c) is a patch that no file says: it stands where the reading does. */
static int is_said_nowhere(const patcher *p)
{
    return p->in_variant && moot_node_class(p->decl) != MOOT_CLASS(VARIANT);
}

/* The row that a patch is of; -1 after a report. What a script declares itself is changed where it stands. */
static int32_t target_of(patcher *p, const moot_node *node, const char *to)
{
    char label[96];
    int32_t row = find_namesake(p->decls, p->count, node);
    if (row < 0) {
        report_absent(p, node, to);
    } else if (p->decls[row]->file == node->file && !is_said_nowhere(p)) {
        moot_loader_report_node(p->loader, node, node, "%s stands in this script itself, in line %d; change it there",
                                moot_node_label(node, label, sizeof label), (int)p->decls[row]->line);
        row = -1;
    }
    return row;
}

/* What a `without` beside declarations cannot take by itself: the name alone, or what stands inside a declaration. */
static void refuse_without(const patcher *p, const moot_node *gone)
{
    char label[96], where[340] = "", found[96];
    const moot_node *namesake = NULL;
    for (int32_t i = 0; gone->type == MOOT_NODE_STRING && i < p->count && !namesake; i++) {
        namesake = p->decls[i]->name && strcmp(p->decls[i]->name, gone->name) == 0 ? p->decls[i] : NULL;
    }
    if (namesake) {
        snprintf(where, sizeof where, "; write %s", moot_node_label(namesake, found, sizeof found));
    } else if (gone->type == MOOT_NODE_WORD) {
        tell_holder(p, gone, where, sizeof where);
    }
    moot_loader_report_node(p->loader, gone, NULL, "without beside declarations names declarations, such as stage \"…\", "
                            "not %s%s", moot_node_label(gone, label, sizeof label), where);
}

static void apply_without(patcher *p, const moot_node *without)
{
    for (int32_t i = 0; i < without->item_count; i++) {
        const moot_node *gone = without->items[i];
        char label[96];
        const moot_word *spec = word_of(gone);
        if (!spec && gone->type != MOOT_NODE_STRING) {
            continue; /* its shape was refused already */
        }
        if (!spec || !(spec->flags & MOOT_TOP)) {
            refuse_without(p, gone);
            continue;
        }
        if (gone->declared) {
            moot_loader_report_node(p->loader, gone, NULL, "without names what goes; leave out its body: %s",
                                    moot_node_label(gone, label, sizeof label));
            continue;
        }
        int32_t row = target_of(p, gone, "take away");
        if (row >= 0) {
            memmove(&p->decls[row], &p->decls[row + 1], (size_t)(p->count - row - 1) * sizeof *p->decls);
            p->count--;
        }
    }
}

static void apply_patch(patcher *p, const moot_node *patch)
{
    int32_t row = target_of(p, patch, "patch");
    if (row >= 0) {
        p->decl = patch;
        moot_node *merged = merge(p, p->decls[row], patch);
        if (merged) {
            merged->asked = 1;
            p->decls[row] = merged;
        }
    }
}

/* Its base was run before it, so that header is there, unless the base could not be found. */
static void apply_extension(patcher *p, const moot_node *header)
{
    for (int32_t i = 0; i < p->count; i++) {
        if (moot_node_is(p->decls[i], "protocol")) {
            moot_node *merged = merge(p, p->decls[i], header);
            if (merged) {
                merged->name = header->name;
                p->decls[i] = merged;
            }
            return;
        }
    }
    p->decls[p->count++] = header;
}

static void apply_one(patcher *p, const moot_node *decl)
{
    if (is_without(decl)) {
        apply_without(p, decl);
    } else if (is_extension(decl)) {
        apply_extension(p, decl);
    } else if (says_patch(decl) == 1 || (says_patch(decl) < 0 && p->in_variant)) {
        apply_patch(p, decl);
    } else if (says_patch(decl) == 0) {
        const moot_node *plain = plain_copy(p, decl);
        p->decls[p->count++] = plain ? plain : decl;
    } else {
        p->decls[p->count++] = decl;
    }
}

/* ---- what must be whole ---- */

static void mark_partial(moot_loader *loader, const moot_node *node)
{
    const moot_loaded_node *loaded = (const moot_loaded_node *)node;
    if (loaded->made >= 0) {
        loader->made[loaded->made].partial = 1;
    }
    for (int32_t i = 0; i < node->item_count; i++) {
        if (is_named_child(node->items[i]) || moot_node_class(node) == MOOT_CLASS(VARIANT)) {
            mark_partial(loader, node->items[i]); /* a variant, a stage, its outcomes: three deep */
        }
    }
}

/* What only a patch may hold. */
static void check_no_patch(moot_loader *loader, const moot_node *node)
{
    char label[96];
    for (int32_t i = 0; i < node->item_count; i++) {
        const moot_node *item = node->items[i];
        if (is_without(item)) {
            moot_loader_report_node(loader, item, node, "without stands in a patch, and %s is none: patch = true is missing",
                                    moot_node_label(node, label, sizeof label));
        } else if (is_named_child(item) && says_patch(item) == 1) {
            moot_loader_report_node(loader, item, node, "what stands in a patch can be one, and %s is none: patch = true is "
                                    "missing", moot_node_label(node, label, sizeof label));
        }
    }
}

static void check_made(moot_loader *loader, const moot_made *made)
{
    if (made->state == MOOT_MADE_DONE && made->spec && (made->spec->flags & MOOT_NOUN) && made->node->node.declared &&
        !made->partial) {
        moot_check_whole(loader, &made->node->node, made->spec);
        check_no_patch(loader, &made->node->node);
    }
}

moot_code moot_patch_script(moot_loader *loader, int apply)
{
    moot_script *script = loader->script;
    patcher p = { .loader = loader };
    for (int32_t i = 1; i < loader->made_count; i++) {
        const moot_node *node = loader->made[i].node ? &loader->made[i].node->node : NULL;
        int of_variant = node && loader->made[i].spec && (loader->made[i].spec->is & MOOT_CLASS(VARIANT));
        if (node && (of_variant || loader->made[i].lost || says_patch(node) == 1 || is_extension(node))) {
            mark_partial(loader, node);
        }
    }
    for (int32_t i = 1; i < loader->made_count; i++) {
        check_made(loader, &loader->made[i]);
    }
    if (!apply) {
        return MOOT_OK;
    }
    p.decls = moot_arena_array(&script->arena, (size_t)script->decl_count + 1, sizeof *p.decls);
    for (int32_t i = 0; p.decls && i < script->decl_count && !p.memory; i++) {
        apply_one(&p, script->decls[i]);
    }
    if (!p.decls || p.memory) {
        return MOOT_ENOMEM;
    }
    script->decls = p.decls;
    script->decl_count = p.count;
    return MOOT_OK;
}

/* What a variant adds is whole, as anywhere else. */
static void check_new(patcher *p, const moot_node *decl)
{
    const moot_word *spec = word_of(decl);
    if (!spec || says_patch(decl) != 0) {
        return;
    }
    moot_check_whole(p->loader, decl, spec);
    check_no_patch(p->loader, decl);
    for (int32_t i = 0; i < decl->item_count; i++) {
        if (is_named_child(decl->items[i])) {
            moot_check_whole(p->loader, decl->items[i], word_of(decl->items[i]));
        }
    }
}

moot_code moot_patch_variant(moot_loader *loader, const moot_node *const *patches, int32_t count, const moot_node *decl,
                             moot_variant *out)
{
    const moot_script *script = loader->script;
    patcher p = { .loader = loader, .count = script->decl_count, .decl = decl, .in_variant = 1 };
    p.decls = moot_arena_array(&loader->script->arena, (size_t)script->decl_count + (size_t)count + 1, sizeof *p.decls);
    if (!p.decls) {
        return MOOT_ENOMEM;
    }
    memcpy(p.decls, script->decls, (size_t)script->decl_count * sizeof *p.decls);
    for (int32_t i = 0; i < count && !p.memory; i++) {
        if (word_of(patches[i])) { /* anything else was refused already */
            check_new(&p, patches[i]);
            apply_one(&p, patches[i]);
        }
    }
    out->node = decl;
    out->decls = p.decls;
    out->decl_count = p.count;
    out->notes = p.notes;
    out->patches = patches;
    out->patch_count = count;
    return p.memory ? MOOT_ENOMEM : MOOT_OK;
}
