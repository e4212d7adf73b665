/* The order of the compiler's work, and its errors. */
#include "lua/compile/compile.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "lua/compile/compile_internal.h"
#include "vm/base/text.h"

/* ---- errors ---- */

void moot_compile__no_memory(moot_compiler *c)
{
    c->memory = 1;
}

/* A clause is read wherever something takes it over; its mistake is one. */
static int is_told(const moot_errs *list, const moot_err *err)
{
    size_t i;
    for (i = 0; i < list->count; i++) {
        const moot_err *old = &list->list[i];
        if (old->line == err->line && old->col == err->col && strcmp(old->msg, err->msg) == 0
            && strcmp(old->file, err->file) == 0) {
            return 1;
        }
    }
    return 0;
}

/* Something of the baseline that no longer fits is the variant's doing. */
static void name_variant(const moot_compiler *c, const moot_node *at, moot_err *err)
{
    char told[sizeof err->msg];
    if (c->script->variant != NULL && at != NULL && at->file != NULL && strcmp(at->file, c->script->file) != 0) {
        (void)snprintf(told, sizeof told, "with variant \"%.80s\": %.400s", c->script->variant, err->msg);
        memcpy(err->msg, told, sizeof told);
    }
}

/* Place, then the declaration in hand (or the node itself) with its clause. */
static void take(moot_compiler *c, moot_errs *list, const moot_node *at, moot_err *err)
{
    char label[96];
    const moot_node *in = c->decl != NULL ? c->decl : at;
    if (at != NULL) {
        moot_err_at(err, at->file, at->line, at->col);
        err->width = at->width;
    }
    if (in != NULL) {
        const moot_node *clause = moot_node_field(in, "clause");
        const char *id = clause != NULL && clause->type == MOOT_NODE_STRING ? clause->name : "";
        moot_err_in(err, moot_node_label(in, label, sizeof label), id);
    }
    if (!is_told(list, err)) {
        name_variant(c, at, err);
        moot_errs_take(list, err);
    }
}

static void say(moot_compiler *c, moot_errs *list, const moot_node *at, const char *fmt, va_list args)
    MOOT_PRINTF(4, 0);

static void say(moot_compiler *c, moot_errs *list, const moot_node *at, const char *fmt, va_list args)
{
    moot_err err;
    char text[sizeof err.msg];
    if (list == NULL) {
        return;
    }
    moot_err_init(&err);
    (void)vsnprintf(text, sizeof text, fmt, args);
    (void)moot_fail(&err, MOOT_EDATA, "%s", text);
    take(c, list, at, &err);
}

void moot_compile__fail(moot_compiler *c, const moot_node *at, const char *fmt, ...)
{
    va_list args;
    c->failed = 1;
    va_start(args, fmt);
    say(c, c->errs, at, fmt, args);
    va_end(args);
}

void moot_compile__warn(moot_compiler *c, const moot_node *at, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    say(c, c->warnings, at, fmt, args);
    va_end(args);
}

void moot_compile__pass(moot_compiler *c, const moot_node *at, moot_err *take_err)
{
    if (take_err->code == MOOT_ENOMEM) {
        c->memory = 1;
        return;
    }
    c->failed = 1;
    take(c, c->errs, at, take_err);
}

const char *moot_compile__found(moot_compiler *c, const moot_node *node)
{
    char text[160], label[100];
    const char *copy;
    switch ((moot_node_type)node->type) {
    case MOOT_NODE_STRING:
        (void)snprintf(text, sizeof text, "\"%s\"", moot_text_clip(node->name, label, sizeof label));
        break;
    case MOOT_NODE_INTEGER:
        (void)snprintf(text, sizeof text, "%lld", (long long)node->number);
        break;
    case MOOT_NODE_DECIMAL:
        (void)snprintf(text, sizeof text, "%g", node->decimal);
        break;
    case MOOT_NODE_YESNO:
        (void)snprintf(text, sizeof text, "%s", node->number ? "true" : "false");
        break;
    case MOOT_NODE_TABLE:
        (void)snprintf(text, sizeof text, "a table");
        break;
    case MOOT_NODE_FUNCTION:
        (void)snprintf(text, sizeof text, "a function");
        break;
    case MOOT_NODE_WORD:
        (void)snprintf(text, sizeof text, "%s%s", moot_node_label(node, label, sizeof label),
                       node->declared && node->name == NULL ? " { … }" : "");
        break;
    }
    text[moot_utf8_cut(text, strlen(text))] = '\0';
    copy = moot_arena_str(&c->scratch, text);
    return copy != NULL ? copy : "something else";
}

/* ---- small helpers ---- */

/* A text that only this variant has goes with it, so it is not remembered for the next. */
static int is_own(const moot_compiler *c, const char *copy)
{
    return c->like != NULL && moot_names_find(&c->protocol->strings, copy) >= 0;
}

/* A text of the script is asked for several times: where it lies finds its copy, if what lies there is still that. */
const char *moot_compile__str(moot_compiler *c, const char *text)
{
    moot_copied *recent;
    const char *copy;
    if (text == NULL) {
        return NULL;
    }
    recent = &c->kept->copied[((uintptr_t)text >> 4) % MOOT_COPIED];
    if (recent->text == text && strcmp(recent->copy, text) == 0) {
        return recent->copy;
    }
    copy = moot_protocol_str(c->protocol, text);
    if (copy == NULL) {
        moot_compile__no_memory(c);
        return "";
    }
    if (!is_own(c, copy)) {
        recent->text = text;
        recent->copy = copy;
    }
    return copy;
}

int32_t moot_compile__symbol(moot_compiler *c, const char *text)
{
    int id = moot_names_add(&c->protocol->symbols, text);
    if (id < 0) {
        moot_compile__no_memory(c);
        return 0;
    }
    return id;
}

static const char *text_of(moot_compiler *c, const moot_node *value, const char *field)
{
    if (value == NULL) {
        return NULL;
    }
    if (value->type != MOOT_NODE_STRING) {
        moot_compile__fail(c, value, "`%s` takes text in quotes, not %s", field, moot_compile__found(c, value));
        return NULL;
    }
    return value->name;
}

const char *moot_compile__text(moot_compiler *c, const moot_node *node, const char *field)
{
    return text_of(c, moot_node_field(node, field), field);
}

int moot_compile__yes(moot_compiler *c, const moot_node *node, const char *field)
{
    const moot_node *value = moot_node_field(node, field);
    if (value == NULL) {
        return 0;
    }
    if (value->type != MOOT_NODE_YESNO) {
        moot_compile__fail(c, value, "`%s` takes true or false, not %s", field, moot_compile__found(c, value));
        return 0;
    }
    return value->number != 0;
}

int moot_compile__push(moot_compiler *c, moot_node_list *list, const moot_node *node)
{
    void *at = list->at;
    if (!moot_grow(&at, &list->cap, list->count + 1, sizeof *list->at)) {
        moot_compile__no_memory(c);
        return 0;
    }
    list->at = at;
    list->at[list->count++] = node;
    return 1;
}

int moot_compile__add_int(moot_compiler *c, moot_span *span, int32_t value)
{
    int32_t index = moot_protocol_add_int(c->protocol, value);
    if (index < 0) {
        moot_compile__no_memory(c);
        return 0;
    }
    if (span->count == 0) {
        span->first = index;
    }
    span->count++;
    return 1;
}

/* The table that a node's ids are of, and its number; NULL: none. */
static const moot_clause_ids *table_of(const moot_compiler *c, const moot_node *at, size_t *out_number)
{
    const moot_clause_ids *table, *other = NULL;
    size_t i = 0;
    for (table = c->clauses; table != NULL; table = table->next, i++) {
        if (table->file != NULL && at->file != NULL && strcmp(table->file, at->file) == 0) {
            *out_number = i;
            return table;
        }
        if (table->file == NULL && other == NULL) {
            other = table;
            *out_number = i;
        }
    }
    return other;
}

static void check_id(moot_compiler *c, const moot_node *at, const moot_names *ids, const char *id)
{
    const char *near = moot_names_nearest(ids, id);
    if (strpbrk(id, ",;&") != NULL || strstr(id, " and ") != NULL) {
        moot_compile__fail(c, at, "the clause table has no clause \"%s\"; a declaration cites one clause, that which it carries "
                           "out", id);
        return;
    }
    moot_compile__fail(c, at, "the clause table has no clause \"%s\"%s%s%s", id,
                       near != NULL ? "; did you mean \"" : "", near != NULL ? near : "", near != NULL ? "\"?" : "");
}

const char *moot_compile__cite(moot_compiler *c, const moot_node *at, const char *id)
{
    size_t number = 0;
    const moot_clause_ids *table = table_of(c, at, &number);
    const char *own = c->clauses != NULL ? c->clauses->name : NULL;
    moot_buf text;
    if (moot_compile__source(c, id) != NULL) {
        return id; /* law, whoever cites it */
    }
    if (moot_compile__is_stdlib(at)) {
        moot_compile__unknown_source(c, id, at);
        return id;
    }
    if (table != NULL && table->ids != NULL && moot_names_find(&c->tables[number], id) < 0) {
        check_id(c, at, &c->tables[number], id);
    }
    if (table == NULL || table->name == NULL || (own != NULL && strcmp(own, table->name) == 0)) {
        return id;
    }
    moot_buf_init(&text);
    moot_buf_printf(&text, "%s %s", table->name, id);
    id = moot_buf_ok(&text) ? moot_arena_str(&c->scratch, moot_buf_text(&text)) : NULL;
    moot_buf_done(&text);
    if (id == NULL) {
        moot_compile__no_memory(c);
        return "";
    }
    return id;
}

/* A declaration's clause is that of most of what stands in it, so it comes again soon. Ids outlive the compiler. */
static void note_cited(moot_compiler *c, const char *id)
{
    const char **recent = &c->recent_cited[((uintptr_t)id >> 4) % MOOT_COUNT(c->recent_cited)];
    if (*recent != id && moot_names_add(c->cited, id) < 0) {
        moot_compile__no_memory(c);
    }
    *recent = id;
}

static moot_declared *place_of(const moot_compiler *c, const moot_node *node)
{
    return c->kept->declared != NULL ? &c->kept->declared[((uintptr_t)node >> 4) % MOOT_DECLARED] : NULL;
}

/* What the baseline's very same node came to; NULL if that is not known. Its clause is counted as cited. */
static const moot_decl *as_declared(moot_compiler *c, const moot_node *node)
{
    const moot_declared *place = c->like != NULL ? place_of(c, node) : NULL;
    if (place == NULL || place->node != node
        || moot_compile__named(c, MOOT_KIND_LAW, place->decl.clause) != NULL) { /* the variant's own law */
        return NULL;
    }
    if (place->decl.clause[0] != '\0') {
        note_cited(c, place->decl.clause);
    }
    return &place->decl;
}

/* For the variants. Not of one that cites law or expects a finding: these add rows; nor of dates, which say more. */
static void keep_declared(moot_compiler *c, const moot_node *node, const moot_decl *decl)
{
    moot_declared *place = c->like == NULL ? place_of(c, node) : NULL;
    if (place != NULL && !c->failed && decl->law == NULL && moot_node_field(node, "expected") == NULL
        && moot_node_field(node, "in_force") == NULL) {
        place->node = node;
        place->decl = *decl;
    }
}

const char *moot_compile__clause(moot_compiler *c, const moot_node *node)
{
    const moot_decl *known = as_declared(c, node);
    const moot_node *at = known == NULL ? moot_node_field(node, "clause") : NULL;
    const char *id = text_of(c, at, "clause");
    if (known != NULL) {
        return known->clause;
    }
    if (id == NULL) {
        return "";
    }
    id = moot_compile__cite(c, at, id);
    note_cited(c, id);
    return moot_compile__str(c, id);
}

const char *moot_compile__clause_in(moot_compiler *c, const moot_node *node, const moot_node *outer)
{
    return moot_compile__clause(c, outer == NULL || moot_node_field(node, "clause") != NULL ? node : outer);
}

/* The beginning: a date, or as little as is known of it, a year or a month. Before the first day that it can be, it is surely
 * not the law; from that day on it is taken to be, and whoever lists it says that the day is not recorded. */
static void begins(moot_compiler *c, const moot_node *node, moot_day *out_from)
{
    moot_day from, last;
    moot_err err;
    moot_err_init(&err);
    if (node->type != MOOT_NODE_STRING) {
        (void)moot_compile__day(c, node, out_from);
    } else if (moot_days_parse(node->name, &from, &last, &err)) {
        moot_compile__pass(c, node, &err);
    } else {
        *out_from = from;
    }
}

/* in_force = { from, to }: a date, false for "not limited", or unknown for what is not commenced. */
void moot_compile__in_force(moot_compiler *c, const moot_node *node, moot_day *out_from, moot_day *out_to)
{
    const moot_node *value = moot_node_field(node, "in_force"), *source = NULL;
    *out_from = MOOT_DAY_MIN;
    *out_to = MOOT_DAY_MAX;
    if (value == NULL) {
        source = moot_compile__dated(c, moot_node_is(node, "law") ? node : moot_compile__own_source(c, node));
        value = source != NULL ? moot_node_field(source, "in_force") : NULL;
    }
    if (value == NULL) {
        return;
    }
    if (value->type != MOOT_NODE_TABLE || value->item_count != 2) {
        moot_compile__fail(c, value, "`in_force` takes { from, to }: two dates, or false where there is no limit");
        return;
    }
    if (moot_node_is(value->items[0], "unknown")) {
        *out_from = MOOT_NOT_COMMENCED;
    } else if (value->items[0]->type != MOOT_NODE_YESNO) {
        begins(c, value->items[0], out_from);
    }
    if (value->items[1]->type != MOOT_NODE_YESNO) {
        (void)moot_compile__day(c, value->items[1], out_to);
    }
    if (*out_to < *out_from) {
        moot_compile__fail(c, value, "`in_force` ends before it begins");
    }
}

static int is_marked(const moot_protocol *p, const moot_decl *decl, const moot_field *field)
{
    int32_t i;
    for (i = 0; i < p->expecteds_count; i++) {
        const moot_expected *mark = &p->expecteds[i];
        if (mark->of_line == decl->line && strcmp(mark->name, decl->name) == 0 && strcmp(mark->file, decl->file) == 0
            && strcmp(mark->kind, field->name) == 0) {
            return 1;
        }
    }
    return 0;
}

/* What the writer of the script expects `moot check` to find here. */
static void expected(moot_compiler *c, const moot_node *node, const moot_decl *decl)
{
    const moot_node *marks = moot_node_field(node, "expected");
    char label[128];
    int32_t i;
    for (i = 0; marks != NULL && i < marks->field_count; i++) {
        const moot_node *why = marks->fields[i].value;
        moot_expected *mark;
        if (why->type != MOOT_NODE_STRING || why->name[0] == '\0') {
            moot_compile__fail(c, why, "say in \"quotes\" why this is expected");
            continue;
        }
        if (is_marked(c->protocol, decl, &marks->fields[i])) {
            continue; /* a decision is the declaration of its fact too */
        }
        mark = moot_protocol_add_expected(c->protocol);
        if (mark == NULL) {
            moot_compile__no_memory(c);
            return;
        }
        mark->name = decl->name;
        mark->clause = decl->clause;
        mark->file = decl->file;
        mark->line = marks->fields[i].line;
        mark->of_line = decl->line;
        mark->label = moot_compile__str(c, moot_node_label(node, label, sizeof label));
        mark->kind = moot_compile__str(c, marks->fields[i].name);
        mark->because = moot_compile__str(c, why->name);
    }
}

void moot_compile__decl(moot_compiler *c, const moot_node *node, const char *name, moot_decl *out_decl)
{
    const moot_decl *known = as_declared(c, node);
    const char *open;
    name = name != NULL ? name : "";
    if (known != NULL && strcmp(known->name, name) == 0) {
        *out_decl = *known;
        return;
    }
    open = moot_compile__text(c, node, "open");
    moot_decl_blank(out_decl);
    out_decl->name = moot_compile__str(c, name);
    out_decl->clause = moot_compile__clause(c, node);
    out_decl->file = moot_compile__str(c, node->file != NULL ? node->file : "");
    out_decl->line = node->line;
    out_decl->open = moot_compile__str(c, open);
    if (!moot_node_is(node, "fact") && !moot_node_is(node, "reading") && !moot_node_is(node, "not_run")) {
        out_decl->because = moot_compile__str(c, moot_compile__text(c, node, "because"));
    }
    out_decl->law = moot_compile__str(c, moot_compile__law(c, node));
    moot_compile__in_force(c, node, &out_decl->in_force_from, &out_decl->in_force_to);
    expected(c, node, out_decl);
    keep_declared(c, node, out_decl);
}

/* ---- the order of work ---- */

/* How people behave stands apart from what they must do. 1: the script is an assumptions file. */
static int refuse_assumptions(moot_compiler *c)
{
    const moot_node *first = NULL;
    int32_t i, others = 0;
    for (i = 0; i < c->script->decl_count; i++) {
        const moot_node *node = c->script->decls[i];
        if (moot_node_is(node, "assume")) {
            first = first != NULL ? first : node;
        } else if (!node->common && node->file == c->script->file) {
            others++;
        }
    }
    if (first != NULL && others > 0) {
        moot_compile__fail(c, first, "how people behave is no part of a protocol: assume { … } stands in a file of its own, which "
                           "--assume names");
    } else if (first != NULL) {
        moot_compile__fail(c, first, "this is an assumptions file; name the protocol, and this with --assume FILE");
    }
    return first != NULL && others == 0;
}

static void find_header(moot_compiler *c)
{
    int32_t i;
    if (refuse_assumptions(c)) {
        return;
    }
    for (i = 0; i < c->script->decl_count; i++) {
        const moot_node *node = c->script->decls[i];
        if (!moot_node_is(node, "protocol")) {
            continue;
        }
        if (c->header != NULL) {
            moot_compile__fail(c, node, "a script declares one protocol; the first is in line %d",
                               (int)c->header->line);
            return;
        }
        c->header = node;
    }
    if (c->header == NULL || c->header->name == NULL) {
        moot_compile__fail(c, c->header, "the script declares no protocol; begin it with protocol \"council-year\" { … }");
    }
}

static void name_files(moot_compiler *c)
{
    const char **files = moot_arena_array(&c->protocol->arena, MOOT_SOURCES, sizeof *files);
    int32_t i;
    if (files == NULL) {
        moot_compile__no_memory(c);
        return;
    }
    for (i = 0; i < c->script->source_count; i++) {
        files[i] = moot_compile__str(c, c->script->sources[i].file);
    }
    c->protocol->files = files;
    c->protocol->files_count = c->script->source_count;
}

void moot_compile__header(moot_compiler *c)
{
    const moot_node *node = c->header;
    const moot_node *from = moot_node_field(node, "effective"), *to = moot_node_field(node, "effective_to");
    const char *council;
    c->decl = node;
    moot_compile__decl(c, node, node->name, &c->protocol->decl);
    council = moot_compile__text(c, node, "council");
    c->protocol->council = moot_compile__str(c, council != NULL ? council : "");
    c->protocol->clause_file = moot_compile__str(c, moot_compile__text(c, node, "clauses"));
    c->protocol->file = moot_compile__str(c, c->script->file != NULL ? c->script->file : "");
    name_files(c);
    if (from != NULL) {
        (void)moot_compile__day(c, from, &c->protocol->effective_from);
    }
    if (to != NULL && moot_compile__day(c, to, &c->protocol->effective_to)
        && c->protocol->effective_to < c->protocol->effective_from) {
        moot_compile__fail(c, to, "the protocol ends to be effective before it begins");
    }
}

static void find_birth(moot_compiler *c)
{
    int32_t dob = moot_find_fact(c->protocol, "dob");
    if (dob >= 0 && c->protocol->facts[dob].type == MOOT_T_DATE) {
        c->protocol->dob_fact = dob;
    }
}

/* What a later step reads an earlier one has filled: names, then types, then places in the tables, then the rest. */
static void compile_all(moot_compiler *c)
{
    static void (*const steps[])(moot_compiler *) = {
        moot_compile__header,     moot_compile__calendars,      moot_compile__parties,  moot_compile__events,
        moot_compile__params,     moot_compile__fact_types,     moot_compile__readings, moot_compile__decision_types,
        moot_compile__helpers,    find_birth,                   moot_compile__fact_rest, moot_compile__decisions,
        moot_compile__stages,     moot_compile__ladders,        moot_compile__quotas,   moot_compile__nouns,
        moot_compile__measures,   moot_compile__effects,        moot_compile__quota_grants, moot_compile__clocks,
        moot_compile__check,
    };
    size_t i;
    moot_compile__pick(c);
    moot_compile__names(c);
    if (!c->memory) {
        moot_compile__layout(c);
    }
    for (i = 0; i < MOOT_COUNT(steps) && !c->memory; i++) {
        c->decl = NULL;
        steps[i](c);
    }
    c->decl = NULL;
}

/* A names table for each clause table. */
static void read_tables(moot_compiler *c)
{
    const moot_clause_ids *table;
    size_t count = 0;
    int32_t i;
    for (table = c->clauses; table != NULL; table = table->next) {
        count++;
    }
    c->tables = moot_arena_array(&c->scratch, count + 1, sizeof *c->tables);
    c->memory |= c->tables == NULL;
    for (table = c->clauses, count = 0; table != NULL && c->tables != NULL; table = table->next, count++) {
        moot_names_init(&c->tables[count]);
        for (i = 0; i < table->count; i++) {
            c->memory |= moot_names_add(&c->tables[count], table->ids[i]) < 0;
        }
    }
}

static void begin(moot_compiler *c, const moot_script *script, const moot_clause_ids *clauses,
                  moot_compile_kept *kept, moot_errs *errs, moot_errs *warnings)
{
    memset(c, 0, sizeof *c);
    c->script = script;
    c->decls = script->decls;
    c->decl_count = script->decl_count;
    c->clauses = clauses;
    c->kept = kept;
    c->kinds = kept->kinds;
    c->cited = &kept->cited;
    moot_names_clear(c->cited);
    c->errs = errs;
    c->warnings = warnings;
    c->reading = -1;
    moot_arena_init(&c->scratch);
    read_tables(c);
}

static void end(moot_compiler *c)
{
    moot_node_list *const lists[] = { &c->facts,  &c->decisions, &c->params, &c->readings,   &c->stages,
                                      &c->outcomes, &c->levels,  &c->invariants, &c->base_facts };
    const moot_clause_ids *table;
    size_t i;
    for (i = 0; i < MOOT_COUNT(lists); i++) {
        moot_free(lists[i]->at);
    }
    moot_free(c->effects);
    moot_free(c->clocks);
    for (table = c->clauses, i = 0; table != NULL && c->tables != NULL; table = table->next, i++) {
        moot_names_done(&c->tables[i]);
    }
    moot_arena_done(&c->scratch);
    moot_protocol_free(c->protocol);
}

/* A variant is called "stockport-2018 / weekly panel". */
static moot_code begin_protocol(moot_compiler *c, moot_err *err)
{
    moot_buf id;
    moot_zone *zone = NULL;
    moot_code code;
    moot_buf_init(&id);
    moot_buf_str(&id, c->header->name);
    if (c->script->variant != NULL) {
        moot_buf_printf(&id, " / %s", c->script->variant);
    }
    if (!moot_buf_ok(&id)) {
        code = moot_fail_memory(err);
    } else if (c->like != NULL) {
        code = moot_protocol_new_like(c->like, moot_buf_text(&id), &c->protocol, err);
    } else {
        code = moot_protocol_new(moot_buf_text(&id), &c->protocol, err);
        code = code != MOOT_OK ? code : moot_zone_load("Europe/London", &zone, err);
        if (code == MOOT_OK) {
            c->protocol->zone = zone;
        }
    }
    moot_buf_done(&id);
    return code;
}

/* 0: the protocol is complete and sealed. */
static moot_code run(moot_compiler *c)
{
    moot_err err;
    moot_code code;
    moot_err_init(&err);
    find_header(c);
    if (c->failed) {
        return MOOT_EDATA;
    }
    for (const moot_note *note = c->script->notes; note != NULL; note = note->next) {
        c->decl = note->decl;
        moot_compile__warn(c, note->at, "%s", note->text);
    }
    c->decl = NULL;
    code = begin_protocol(c, &err);
    if (code == MOOT_OK) {
        compile_all(c);
        code = c->memory ? moot_fail_memory(&err) : (c->failed ? MOOT_EDATA : moot_protocol_freeze(c->protocol, &err));
    }
    if (err.code != MOOT_OK) {
        moot_errs_take(c->errs, &err);
    }
    return code;
}

moot_code moot_compile(const moot_script *script, const moot_clause_ids *clauses, moot_protocol **out_protocol,
                       moot_errs *errs, moot_errs *warnings)
{
    return moot_compile_like(script, clauses, NULL, out_protocol, errs, warnings);
}

moot_code moot_compile__like(const moot_script *script, const moot_clause_ids *clauses, moot_protocol *like,
                             moot_compile_kept *kept, moot_protocol **out_protocol, moot_errs *errs, moot_errs *warnings)
{
    moot_compiler c;
    moot_code code;
    size_t first_err = errs->count, first_warning = warnings != NULL ? warnings->count : 0;
    begin(&c, script, clauses, kept, errs, warnings);
    c.like = like;
    code = run(&c);
    moot_errs_sort(errs, first_err);
    if (warnings != NULL) {
        moot_errs_sort(warnings, first_warning);
    }
    if (code == MOOT_OK) {
        *out_protocol = c.protocol;
        c.protocol = NULL;
    }
    end(&c);
    return code;
}

moot_code moot_compile_like(const moot_script *script, const moot_clause_ids *clauses, moot_protocol *like,
                            moot_protocol **out_protocol, moot_errs *errs, moot_errs *warnings)
{
    moot_compile_kept *kept = moot_calloc(1, sizeof *kept);
    moot_code code;
    moot_err err;
    if (kept == NULL) {
        moot_err_init(&err);
        code = moot_fail_memory(&err);
        moot_errs_take(errs, &err);
        return code;
    }
    code = moot_compile__like(script, clauses, like, kept, out_protocol, errs, warnings);
    moot_compile__kept_free(kept);
    return code;
}
