/* The variants of a file: each is the baseline's declarations with its patches applied; a sweep is one for each value, or
 * each combination of values, of its `over { … }`. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "lua/load/loader.h"
#include "vm/base/names.h"

#define OVERS 8            /* of one sweep */
#define MOST_VARIANTS 1000 /* of one file */
#define MOST_PATCHES 1000  /* of one variant, with those of what it stacks */

typedef struct maker {
    moot_loader *loader;
    moot_variant *list;
    int32_t count;
    size_t cap;
    const moot_node *overs[OVERS]; /* of the sweep in hand, in the order of the text */
    int32_t picked[OVERS];
    int32_t over_count;
    int memory;
} maker;

static void *take(maker *m, size_t count, size_t size)
{
    void *block = moot_arena_array(&m->loader->script->arena, count, size);
    m->memory |= !block;
    return block;
}

/* ---- over ---- */

static int is_over(const moot_node *node)
{
    return moot_node_is(node, "over") && node->declared; /* not over(17), the test */
}

static void find_overs(maker *m, const moot_node *node, const moot_node *sweep)
{
    if (is_over(node)) {
        const moot_loaded_node *loaded = (const moot_loaded_node *)node;
        if (loaded->made >= 0) {
            m->loader->made[loaded->made].owned = 1;
        }
        if (m->over_count == OVERS) {
            moot_loader_report_node(m->loader, node, sweep, "a sweep goes over %d things at most", OVERS);
            return;
        }
        m->picked[m->over_count] = 0;
        m->overs[m->over_count++] = node;
        return;
    }
    for (int32_t i = 0; i < node->field_count; i++) { /* no deeper than MOOT_NODE_DEPTH */
        find_overs(m, node->fields[i].value, sweep);
    }
    for (int32_t i = 0; i < node->item_count; i++) {
        find_overs(m, node->items[i], sweep);
    }
}

static const moot_node *picked(const maker *m, const moot_node *over)
{
    for (int32_t i = 0; i < m->over_count; i++) {
        if (m->overs[i] == over) {
            return over->items[m->picked[i]];
        }
    }
    return over;
}

/* The node with the picked values in the place of each `over`; itself if there is none in it. */
static const moot_node *with_picked(maker *m, const moot_node *node)
{
    moot_loaded_node *copy = NULL;
    moot_field *fields = NULL;
    const moot_node **items = NULL;
    if (is_over(node)) {
        return picked(m, node);
    }
    for (int32_t i = 0; i < node->field_count && !m->memory; i++) {
        const moot_node *value = with_picked(m, node->fields[i].value);
        if (value != node->fields[i].value && !fields && (fields = take(m, (size_t)node->field_count, sizeof *fields))) {
            memcpy(fields, node->fields, (size_t)node->field_count * sizeof *fields);
        }
        if (fields) {
            fields[i].value = value;
        }
    }
    for (int32_t i = 0; i < node->item_count && !m->memory; i++) {
        const moot_node *item = with_picked(m, node->items[i]);
        if (item != node->items[i] && !items && (items = take(m, (size_t)node->item_count, sizeof *items))) {
            memcpy(items, node->items, (size_t)node->item_count * sizeof *items);
        }
        if (items) {
            items[i] = item;
        }
    }
    if ((!fields && !items) || m->memory || !(copy = take(m, 1, sizeof *copy))) {
        return node;
    }
    copy->node = *node;
    copy->made = -1;
    copy->node.fields = fields ? fields : node->fields;
    copy->node.items = items ? items : node->items;
    return &copy->node;
}

/* ---- names ---- */

/* "2 weeks", "21", "approach", "£12.50" */
static void show_value(const moot_node *value, moot_buf *out)
{
    const moot_node *arg = value->called && value->item_count == 1 ? value->items[0] : NULL;
    char label[96];
    if (value->type == MOOT_NODE_STRING) {
        moot_buf_str(out, value->name);
    } else if (arg && moot_node_is(value, "money")) {
        moot_buf_printf(out, "£%.2f", arg->type == MOOT_NODE_INTEGER ? (double)arg->number : arg->decimal);
    } else if (arg && arg->type == MOOT_NODE_INTEGER && (moot_node_class(value) & MOOT_CLASS(DURATION))) {
        size_t len = strlen(value->word) - (arg->number == 1);
        moot_buf_printf(out, "%" PRId64 " ", arg->number);
        for (size_t i = 0; i < len; i++) { /* working_days */
            moot_buf_char(out, value->word[i] == '_' ? ' ' : value->word[i]);
        }
    } else {
        moot_buf_str(out, moot_node_label(value, label, sizeof label));
    }
}

static const char *name_of_pick(maker *m, const moot_node *sweep)
{
    moot_buf name, value;
    moot_buf_init(&name);
    moot_buf_init(&value);
    moot_buf_str(&name, sweep->name);
    for (int32_t i = 0; i < m->over_count; i++) {
        moot_buf_clear(&value);
        show_value(m->overs[i]->items[m->picked[i]], &value);
        moot_buf_printf(&name, "%s%s", i ? ", " : " = ", moot_buf_text(&value));
    }
    const char *kept = moot_buf_ok(&name) && moot_buf_ok(&value)
                           ? moot_arena_str(&m->loader->script->arena, moot_buf_text(&name)) : NULL;
    m->memory |= !kept;
    moot_buf_done(&name);
    moot_buf_done(&value);
    return kept;
}

/* -1: none of that name was made yet. */
static int32_t row_of(const maker *m, const char *name)
{
    for (int32_t i = 0; i < m->count; i++) {
        if (strcmp(m->list[i].name, name) == 0) {
            return i;
        }
    }
    return -1;
}

static void check_name(maker *m, const char *name, const moot_node *node)
{
    int32_t row = row_of(m, name);
    if (row >= 0) {
        moot_loader_report_node(m->loader, node, node, "there is a variant \"%s\" already, in line %d", name,
                                (int)m->list[row].node->line);
    }
}

/* ---- one on top of another ---- */

/* The row of the variant, or point of a sweep, that stands above and has the name; -1 after a report. */
static int32_t row_above(maker *m, const moot_node *named, const moot_node *node)
{
    int32_t row = named->declared ? -1 : row_of(m, named->name);
    const char **names = take(m, (size_t)m->count + 1, sizeof *names);
    for (int32_t i = 0; names && i < m->count; i++) {
        names[i] = m->list[i].name;
    }
    const char *near = row < 0 && names ? moot_nearest(named->name, names, (size_t)m->count) : NULL;
    if (named->declared) {
        moot_loader_report_node(m->loader, named, node, "a variant in another is only named: declare it above, and write "
                                "variant \"%s\" here", named->name);
    } else if (row < 0) {
        moot_loader_report_node(m->loader, named, node, "no variant \"%s\" stands above%s%s%s", named->name,
                                near ? "; did you mean \"" : "", near ? near : "", near ? "\"?" : "");
    }
    return row;
}

/* What is said again counts where it is said last: the same patch never stands twice, or twice the same twice over would double
 * without an end. */
static int32_t say_last(const moot_node **all, int32_t count, const moot_node *patch)
{
    int32_t kept = 0;
    for (int32_t i = 0; i < count; i++) {
        if (all[i] != patch) {
            all[kept++] = all[i];
        }
    }
    all[kept++] = patch;
    return kept;
}

/* The patches, with those of a variant in the place of its name; *count is that of the result. */
static const moot_node *const *stacked(maker *m, const moot_node *const *patches, int32_t *count, const moot_node *node)
{
    const moot_node **all = NULL;
    int32_t put = 0, cap = 0;
    for (int32_t i = 0; i < *count; i++) { /* every name stands for as many as its variant has */
        int32_t row = moot_node_class(patches[i]) == MOOT_CLASS(VARIANT) ? row_of(m, patches[i]->name) : -1;
        cap += row >= 0 ? m->list[row].patch_count : 1;
    }
    if (cap > MOST_PATCHES) {
        moot_loader_report_node(m->loader, node, node, "a variant has %d patches at most; with those that it stacks this one has "
                                "%" PRId32, MOST_PATCHES, cap);
        *count = 0;
        return patches;
    }
    all = take(m, (size_t)cap + 1, sizeof *all);
    for (int32_t i = 0; all && i < *count; i++) {
        if (moot_node_class(patches[i]) != MOOT_CLASS(VARIANT)) {
            all[put++] = patches[i];
            continue;
        }
        int32_t row = row_above(m, patches[i], node);
        for (int32_t k = 0; row >= 0 && k < m->list[row].patch_count; k++) {
            put = say_last(all, put, m->list[row].patches[k]);
        }
    }
    *count = put;
    return all;
}

/* ---- one variant ---- */

static void add(maker *m, const char *name, const moot_node *const *patches, int32_t count, const moot_node *node)
{
    if (m->memory || !name) {
        return;
    }
    check_name(m, name, node);
    patches = stacked(m, patches, &count, node);
    if (m->memory) {
        return;
    }
    if (!moot_grow((void **)&m->list, &m->cap, (size_t)m->count + 1, sizeof *m->list) ||
        moot_patch_variant(m->loader, patches, count, node, &m->list[m->count])) {
        m->memory = 1;
        return;
    }
    m->list[m->count++].name = name;
}

/* The next combination, the last `over` fastest; 0 after the last. */
static int pick_next(maker *m)
{
    for (int32_t i = m->over_count - 1; i >= 0; i--) {
        if (++m->picked[i] < m->overs[i]->item_count) {
            return 1;
        }
        m->picked[i] = 0;
    }
    return 0;
}

static void add_sweep(maker *m, const moot_node *sweep)
{
    m->over_count = 0;
    for (int32_t i = 0; i < sweep->item_count; i++) {
        find_overs(m, sweep->items[i], sweep);
    }
    int64_t combinations = 1;
    for (int32_t i = 0; i < m->over_count; i++) {
        int32_t values = m->overs[i]->item_count;
        if (values == 0) {
            return; /* refused already */
        }
        combinations = combinations > INT64_MAX / values ? INT64_MAX : combinations * values;
    }
    if (m->over_count == 0) {
        moot_loader_report_node(m->loader, sweep, sweep, "a sweep goes over { … } values; without them it is a variant");
        return;
    }
    if (combinations > MOST_VARIANTS - m->count) {
        moot_loader_report_node(m->loader, sweep, sweep, "a file has %d variants at most; this sweep alone has %" PRId64,
                                MOST_VARIANTS, combinations);
        return;
    }
    do {
        const moot_node **patches = take(m, (size_t)sweep->item_count + 1, sizeof *patches);
        for (int32_t i = 0; patches && i < sweep->item_count; i++) {
            patches[i] = with_picked(m, sweep->items[i]);
        }
        add(m, name_of_pick(m, sweep), patches, sweep->item_count, sweep);
    } while (!m->memory && pick_next(m));
}

/* ---- each reading, read each other way ---- */

/* reading "x" { chosen = "option" }, as if it stood where the reading is declared */
static const moot_node *read_as(maker *m, const moot_node *reading, const char *option)
{
    moot_loaded_node *patch = take(m, 1, sizeof *patch), *chosen = take(m, 1, sizeof *chosen);
    moot_field *field = take(m, 1, sizeof *field);
    if (m->memory) {
        return reading;
    }
    patch->made = chosen->made = -1;
    patch->node = *reading;
    patch->node.fields = field;
    patch->node.field_count = 1;
    patch->node.fields_mask = moot_field_bit("chosen");
    patch->node.item_count = 0;
    chosen->node = (moot_node){ .type = MOOT_NODE_STRING, .name = option, .file = reading->file, .line = reading->line,
                                .col = reading->col, .width = reading->width };
    *field = (moot_field){ "chosen", &chosen->node, reading->line, reading->col };
    return &patch->node;
}

static void add_reading(maker *m, const moot_node *reading)
{
    const moot_node *options = moot_node_field(reading, "options"), *chosen = moot_node_field(reading, "chosen");
    int whole = options && options->type == MOOT_NODE_TABLE && chosen && chosen->type == MOOT_NODE_STRING; /* else it is refused */
    for (int32_t i = 0; whole && i < options->field_count && !m->memory; i++) {
        const char *option = options->fields[i].name;
        const moot_node **patches = take(m, 1, sizeof *patches);
        moot_buf name;
        if (strcmp(option, chosen->name) == 0 || !patches) {
            continue;
        }
        patches[0] = read_as(m, reading, option);
        moot_buf_init(&name);
        moot_buf_printf(&name, "%s: %s", reading->name, option);
        const char *kept = moot_buf_ok(&name) ? moot_arena_str(&m->loader->script->arena, moot_buf_text(&name)) : NULL;
        m->memory |= !kept;
        moot_buf_done(&name);
        add(m, kept, patches, 1, reading);
    }
}

static void add_readings(maker *m)
{
    const moot_script *script = m->loader->script;
    for (int32_t i = 0; i < script->decl_count && !m->memory; i++) {
        if (moot_node_is(script->decls[i], "reading") && script->decls[i]->declared) {
            add_reading(m, script->decls[i]);
        }
    }
}

/* ---- the file ---- */

/* Takes the variants out of the declarations; what is left is the baseline's. */
static void make_all(maker *m)
{
    moot_script *script = m->loader->script;
    const moot_node **left = take(m, (size_t)script->decl_count + 1, sizeof *left);
    const moot_node **found = take(m, (size_t)script->decl_count + 1, sizeof *found);
    int32_t left_count = 0, found_count = 0;
    for (int32_t i = 0; !m->memory && i < script->decl_count; i++) {
        const moot_node *node = script->decls[i];
        if (moot_node_class(node) == MOOT_CLASS(VARIANT)) {
            found[found_count++] = node;
        } else {
            left[left_count++] = node;
            if (script->baseline && node->file == script->file) {
                moot_loader_report_node(m->loader, node, node, "a file of variants declares nothing else; write it in a "
                                        "variant \"…\" { … }");
            }
        }
    }
    if (m->memory) {
        return;
    }
    script->decls = left;
    script->decl_count = left_count;
    for (int32_t i = 0; i < found_count && !m->memory; i++) {
        if (!found[i]->declared) {
            continue; /* it has no body, which was refused already */
        }
        if (!script->baseline) {
            moot_loader_report_node(m->loader, found[i], found[i], "a variant stands in a file of its own, which begins "
                                    "with baseline \"…\"");
        } else if (moot_node_is(found[i], "sweep")) {
            add_sweep(m, found[i]);
        } else {
            add(m, found[i]->name, found[i]->items, found[i]->item_count, found[i]);
        }
    }
}

/* One that stands alone was told already. */
static void check_overs(maker *m)
{
    for (int32_t i = 1; i < m->loader->made_count; i++) {
        const moot_made *made = &m->loader->made[i];
        if (made->node && made->spec && is_over(&made->node->node) && made->used && !made->owned) {
            moot_loader_report_node(m->loader, &made->node->node, NULL, "over stands in a sweep, in the place of a value");
        }
    }
}

#define NAMES_TOLD 8

/* "there are 10: \"quick\", \"no panel\" …" */
static void tell_names(const maker *m, moot_buf *out)
{
    moot_buf_printf(out, "there %s %d: ", m->count == 1 ? "is" : "are", (int)m->count);
    for (int32_t i = 0; i < m->count && i < NAMES_TOLD; i++) {
        moot_buf_printf(out, "%s\"%s\"", i ? ", " : "", m->list[i].name);
    }
    if (m->count > NAMES_TOLD) {
        moot_buf_printf(out, " and %d more, which moot check FILE lists", (int)m->count - NAMES_TOLD);
    }
}

static void refuse_choice(maker *m, const char *wanted, const char *const *names)
{
    const moot_node none = { .file = m->loader->script->file };
    const char *near = moot_nearest(wanted, names, (size_t)m->count);
    moot_buf known;
    moot_buf_init(&known);
    tell_names(m, &known);
    if (m->count == 0) {
        moot_loader_report_node(m->loader, &none, NULL, "the file has no variants");
    } else if (wanted[0] == '\0') {
        moot_loader_report_node(m->loader, &none, NULL, "which variant? Name one behind the file, FILE:NAME; %s",
                                moot_buf_text(&known));
    } else if (near) {
        moot_loader_report_node(m->loader, &none, NULL, "there is no variant \"%s\"; did you mean \"%s\"?", wanted, near);
    } else {
        moot_loader_report_node(m->loader, &none, NULL, "there is no variant \"%s\"; %s", wanted, moot_buf_text(&known));
    }
    m->memory |= !moot_buf_ok(&known);
    moot_buf_done(&known);
}

/* The one that is asked for, so that its declarations are the script's. */
static void choose(maker *m, const char *wanted)
{
    moot_script *script = m->loader->script;
    const char **names = take(m, (size_t)m->count + 1, sizeof *names);
    moot_node none = { .file = script->file };
    int32_t row = wanted[0] == '\0' && m->count == 1 ? 0 : -1;
    for (int32_t i = 0; names && i < m->count; i++) {
        names[i] = m->list[i].name;
        row = strcmp(names[i], wanted) == 0 ? i : row;
    }
    if (row >= 0) {
        script->base_decls = script->decls;
        script->base_decl_count = script->decl_count;
        script->variant = m->list[row].name;
        script->notes = m->list[row].notes;
        script->decls = m->list[row].decls;
        script->decl_count = m->list[row].decl_count;
    } else if (names && !script->baseline) {
        moot_loader_report_node(m->loader, &none, NULL, "this is no file of variants: it does not begin with baseline \"…\"");
    } else if (names) {
        refuse_choice(m, wanted, names);
    }
}

moot_code moot_variants_make(moot_loader *loader)
{
    maker m = { .loader = loader };
    moot_script *script = loader->script;
    make_all(&m);
    check_overs(&m);
    if (loader->options && loader->options->readings) {
        add_readings(&m);
    }
    moot_variant *kept = take(&m, (size_t)m.count + 1, sizeof *kept);
    if (!m.memory && loader->options && loader->options->variant) {
        choose(&m, loader->options->variant);
    }
    if (!m.memory && m.count > 0) {
        memcpy(kept, m.list, (size_t)m.count * sizeof *kept);
        script->variants = kept;
        script->variant_count = m.count;
    }
    moot_free(m.list);
    return m.memory ? MOOT_ENOMEM : MOOT_OK;
}
