/* Lua values to nodes. The scan of the source says in which order the fields of a table were written and where each
 * stands; where it cannot (a table that was built elsewhere), fields come in the order of their bytes. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lua/load/loader.h"
#include "vm/base/text.h"

#define CHARGE 4 /* instructions for making a node, and for each look at it */

static moot_site at_token(moot_site site, int32_t token)
{
    return (moot_site){ site.chunk, token };
}

static moot_scan *scan_of(moot_loader *loader, moot_site site)
{
    return site.chunk >= 0 ? &loader->chunks[site.chunk]->scan : NULL;
}

/* ---- nodes ---- */

static void *take(lua_State *L, size_t count, size_t size)
{
    moot_arena *arena = &moot_loader_of(L)->script->arena;
    if (arena->used_bytes > MOOT_NODE_BYTES) {
        moot_raise_as(L, MOOT_ELIMIT, "the script declares too much: a loop in it may never end");
    }
    void *block = moot_arena_array(arena, count, size);
    if (!block) {
        moot_err_init(&moot_sandbox_of(L)->raised);
        moot_fail_memory(&moot_sandbox_of(L)->raised);
        moot_raise(L);
    }
    return block;
}

static void place_node(moot_loader *loader, moot_node *node, moot_site site)
{
    if (site.chunk < 0) {
        return;
    }
    node->file = loader->chunks[site.chunk]->file;
    node->common = loader->chunks[site.chunk]->common;
    if (site.token >= 0) {
        const moot_token *token = &scan_of(loader, site)->tokens[site.token];
        node->line = token->line;
        node->col = token->col;
        node->width = token->width;
    }
}

moot_loaded_node *moot_value_new(lua_State *L, moot_node_type type, moot_site site)
{
    moot_loaded_node *node = take(L, 1, sizeof *node);
    node->node.type = (uint8_t)type;
    node->made = -1;
    node->weight = node->depth = 1;
    place_node(moot_loader_of(L), &node->node, site);
    moot_charge(L, CHARGE);
    return node;
}

/* Adds a child's weight; a declaration may be large, but not without end, for whoever walks the tree. */
static void weigh(lua_State *L, moot_loaded_node *into, const moot_loaded_node *child)
{
    moot_charge(L, (int64_t)CHARGE * child->weight);
    into->weight += child->weight;
    into->depth = child->depth >= into->depth ? child->depth + 1 : into->depth;
    if (into->weight > MOOT_NODE_WEIGHT || into->depth > MOOT_NODE_DEPTH) {
        moot_raise_as(L, MOOT_ELIMIT,
                      "a declaration has too much inside it: over %d values, or over %d inside one another",
                      MOOT_NODE_WEIGHT, MOOT_NODE_DEPTH);
    }
}

/* The blank, which fits everywhere. */
static moot_loaded_node *blank(lua_State *L)
{
    return moot_loader_of(L)->made[0].node;
}

/* ---- texts and numbers ---- */

/* Blanks that do not break a line come along with pasted text and cannot be told from plain ones: they are made plain,
 * or two names that look the same would not be. */
static void make_blanks_plain(moot_buf *buf)
{
    static const char *const blanks[] = { "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x87" };
    for (size_t i = 0; i < MOOT_COUNT(blanks) && moot_buf_ok(buf); i++) {
        size_t size = strlen(blanks[i]);
        for (char *at = strstr(buf->text, blanks[i]); at; at = strstr(at, blanks[i])) {
            *at = ' ';
            memmove(at + 1, at + size, strlen(at + size) + 1);
            buf->len -= size - 1;
        }
    }
}

static const char *normal_text(lua_State *L, const char *text, size_t len)
{
    if (moot_text_ascii(text, len)) {
        char *copy = take(L, len + 1, 1);
        memcpy(copy, text, len);
        return copy;
    }
    moot_buf buf;
    moot_buf_init(&buf);
    moot_text_nfc(text, len, &buf);
    make_blanks_plain(&buf);
    char *copy =
        moot_buf_ok(&buf) ? moot_arena_strn(&moot_loader_of(L)->script->arena, moot_buf_text(&buf), buf.len) : NULL;
    moot_buf_done(&buf);
    if (!copy) {
        moot_err_init(&moot_sandbox_of(L)->raised);
        moot_fail_memory(&moot_sandbox_of(L)->raised);
        moot_raise(L);
    }
    return copy;
}

const char *moot_value_text(lua_State *L, int index, moot_site site)
{
    size_t len, bad;
    const char *text = lua_tolstring(L, index, &len);
    moot_charge(L, (int64_t)(len / 16));
    if (memchr(text, '\0', len) || !moot_utf8_check(text, len, &bad)) {
        moot_loader_report(moot_loader_of(L), site, NULL,
                           "this text has a character that is none: a \\0 or a broken \\x");
        return "?";
    }
    return normal_text(L, text, len);
}

static moot_loaded_node *number_node(lua_State *L, int index, moot_site site)
{
    int is_whole;
    lua_Integer whole = lua_tointegerx(L, index, &is_whole);
    if (is_whole) {
        moot_loaded_node *node = moot_value_new(L, MOOT_NODE_INTEGER, site);
        node->node.number = whole;
        return node;
    }
    double decimal = lua_tonumber(L, index);
    if (!isfinite(decimal)) {
        moot_loader_report(moot_loader_of(L), site, NULL,
                           "this is no number that can be counted with: a division by 0?");
        return blank(L);
    }
    moot_loaded_node *node = moot_value_new(L, MOOT_NODE_DECIMAL, site);
    node->node.decimal = decimal;
    return node;
}

/* ---- words ---- */

static const char *what_is_missing(const moot_word *spec)
{
    if (spec->shape & (MOOT_NAMED | MOOT_NAMED_BODY)) {
        return "needs a name: %s \"…\"";
    }
    return spec->shape & MOOT_BODY ? "needs a body: %s { … }" : "needs a value in brackets: %s(…)";
}

static moot_loaded_node *word_node(lua_State *L, const moot_word *spec, moot_site site)
{
    if (!(spec->shape & MOOT_BARE)) {
        const char *missing = what_is_missing(spec);
        const char *sign = strstr(missing, "%s");
        moot_loader_report(moot_loader_of(L), site, NULL, "%s %.*s%s%s", spec->name, (int)(sign - missing), missing,
                           spec->name, sign + 2);
        return blank(L);
    }
    moot_loaded_node *node = moot_value_new(L, MOOT_NODE_WORD, site);
    node->node.word = spec->name;
    return node;
}

/* A declaration that is used by the name of a local: it is referred to here, so the place is here. */
static moot_loaded_node *placed_here(lua_State *L, moot_loaded_node *declared, moot_site site)
{
    moot_loader *loader = moot_loader_of(L);
    moot_scan *scan = scan_of(loader, site);
    if (site.token < 0 || scan->tokens[site.token].kind != MOOT_TOKEN_NAME ||
        moot_token_is(scan, site.token, declared->node.word)) {
        return declared;
    }
    moot_loaded_node *copy = moot_value_new(L, MOOT_NODE_WORD, site);
    *copy = *declared;
    place_node(loader, &copy->node, site);
    return copy;
}

static moot_loaded_node *userdata_node(lua_State *L, int index, moot_site site, int in_field)
{
    moot_made *made = moot_words_made(L, index);
    if (!made || made->state == MOOT_MADE_BLANK) {
        return blank(L);
    }
    if (made->state == MOOT_MADE_WORD) {
        return word_node(L, made->spec, site);
    }
    made->used = 1;
    moot_loaded_node *node = made->node;
    int refers = made->spec && (made->spec->flags & MOOT_NOUN);
    int may_belong = made->spec && (made->spec->is & (MOOT_CLASS(OUTCOME) | MOOT_CLASS(DEADLINE)));
    return refers && (in_field || !may_belong) ? placed_here(L, node, site) : node;
}

/* ---- tables ---- */

typedef struct keys {
    int32_t whole, text;      /* how many keys of each kind */
    lua_Integer first_gap;    /* the first positional item that is missing, 0 if none is */
} keys;

typedef struct filler {
    lua_State *L;
    moot_loader *loader;
    int table;                /* index of the Lua table */
    moot_site site;
    const moot_scan *scan;
    const moot_scan_table *written; /* NULL: not known */
    moot_loaded_node *into;
    moot_field *fields;
    int32_t field_count;
} filler;

static keys count_keys(filler *f)
{
    keys found = { 0 };
    lua_State *L = f->L;
    for (lua_pushnil(L); lua_next(L, f->table); lua_pop(L, 1)) {
        if (lua_type(L, -2) == LUA_TSTRING) {
            found.text++;
        } else if (lua_isinteger(L, -2)) {
            found.whole++;
        } else {
            moot_loader_report(f->loader, f->site, NULL, "a field's name is a text, not %s",
                               lua_type(L, -2) == LUA_TBOOLEAN ? "true or false" : "a value of another kind");
        }
    }
    moot_charge(L, found.text + found.whole);
    for (lua_Integer i = 1; i <= found.whole && !found.first_gap; i++) {
        found.first_gap = lua_rawgeti(L, f->table, i) == LUA_TNIL ? i : 0;
        lua_pop(L, 1);
    }
    return found;
}

/* Entry of the i-th positional item, from 1; -1. */
static int32_t positional_entry(const filler *f, lua_Integer i)
{
    for (int32_t e = f->written ? f->written->first : -1; e >= 0; e = f->scan->entries[e].next) {
        if (f->scan->entries[e].positional && --i == 0) {
            return e;
        }
    }
    return -1;
}

static moot_site value_site(const filler *f, int32_t entry)
{
    return at_token(f->site, entry >= 0 ? f->scan->entries[entry].value : f->site.token);
}

/* Whether the entry's value is one token, a name: then nothing but that name can have brought nil. */
static int is_lone_name(const filler *f, int32_t entry)
{
    int32_t token = f->scan->entries[entry].value;
    return f->scan->tokens[token].kind == MOOT_TOKEN_NAME &&
           (moot_token_is(f->scan, token + 1, ",") || moot_token_is(f->scan, token + 1, ";") ||
            moot_token_is(f->scan, token + 1, "}"));
}

static void report_gap(filler *f, lua_Integer i)
{
    char text[64];
    int32_t entry = positional_entry(f, i);
    if (entry >= 0 && is_lone_name(f, entry)) {
        moot_loader_report(f->loader, value_site(f, entry), NULL,
                           "\"%s\" holds nothing here; was it given a value before?",
                           moot_token_text(f->scan, f->scan->entries[entry].value, text, sizeof text));
    } else {
        moot_loader_report(f->loader, value_site(f, entry), NULL, "item %lld of this list is empty",
                           (long long)i);
    }
}

/* Items that were written as a name, after the last that holds a value: Lua's table does not show them. */
static void report_trailing(filler *f, int32_t count)
{
    int32_t seen = 0;
    for (int32_t e = f->written ? f->written->first : -1; e >= 0; e = f->scan->entries[e].next) {
        if (f->scan->entries[e].positional && ++seen > count && is_lone_name(f, e)) {
            report_gap(f, seen);
        }
    }
}

static void fill_items(filler *f, const keys *found)
{
    lua_State *L = f->L;
    int32_t count = found->first_gap ? (int32_t)found->first_gap - 1 : found->whole;
    const moot_node **items = take(L, (size_t)count + 1, sizeof *items);
    int32_t entry = f->written ? f->written->first : -1;
    f->into->node.items = items;
    for (int32_t i = 0; i < count; i++) {
        while (entry >= 0 && !f->scan->entries[entry].positional) {
            entry = f->scan->entries[entry].next;
        }
        lua_rawgeti(L, f->table, i + 1);
        moot_loaded_node *item = moot_value_node(L, -1, value_site(f, entry), 0);
        lua_pop(L, 1);
        items[i] = &item->node;
        f->into->node.item_count = i + 1;
        weigh(L, f->into, item);
        entry = entry >= 0 ? f->scan->entries[entry].next : -1;
    }
    if (found->first_gap) { /* the blank in its place keeps it one mistake */
        items[count] = &blank(L)->node;
        f->into->node.item_count = count + 1;
        report_gap(f, found->first_gap);
    } else {
        report_trailing(f, count);
    }
}

/* The name below the top of the stack. The same few come again and again, and Lua keeps each of them once. */
static const char *field_name(filler *f, moot_site key)
{
    const char *text = lua_tostring(f->L, -2);
    moot_key *recent = &f->loader->keys[((uintptr_t)text >> 4) % MOOT_COUNT(f->loader->keys)];
    if (recent->lua != text || strcmp(recent->copy, text) != 0) {
        const char *copy = moot_value_text(f->L, -2, key);
        if (strcmp(copy, text) != 0) {
            return copy; /* it was refused */
        }
        recent->lua = text;
        recent->copy = copy;
    }
    return recent->copy;
}

/* Adds the field whose name and value are on the top of the stack. [-2, +0, e] */
static void add_field(filler *f, moot_site key, moot_site value)
{
    lua_State *L = f->L;
    moot_field *field = &f->fields[f->field_count];
    field->name = field_name(f, key);
    moot_loaded_node *node = moot_value_node(L, -1, value, 1);
    field->value = &node->node;
    const moot_token *token = key.token >= 0 ? &f->scan->tokens[key.token] : NULL;
    field->line = token ? token->line : f->into->node.line;
    field->col = token ? token->col : f->into->node.col;
    f->into->node.field_count = ++f->field_count;
    f->into->node.fields_mask |= moot_field_bit(field->name);
    weigh(L, f->into, node);
    lua_pop(L, 2);
}

/* Pushes the text of a written key. [-0, +1, m]  0 and nothing pushed, if it has escapes: it then counts as not
 * written. */
static int push_written_key(const filler *f, int32_t token)
{
    const moot_token *t = &f->scan->tokens[token];
    const char *text = f->scan->source + t->start;
    size_t quotes = t->kind == MOOT_TOKEN_STRING ? 1 : 0;
    if (quotes && (text[0] == '[' || memchr(text, '\\', (size_t)t->len))) {
        return 0;
    }
    lua_pushlstring(f->L, text + quotes, (size_t)t->len - 2 * quotes);
    return 1;
}

static void report_no_value(filler *f, int32_t entry)
{
    char text[64], name[64];
    const moot_scan_entry *e = &f->scan->entries[entry];
    moot_token_text(f->scan, e->key, name, sizeof name);
    if (is_lone_name(f, entry)) {
        moot_loader_report(f->loader, value_site(f, entry), NULL,
                           "%s is given nothing: \"%s\" holds no value here", name,
                           moot_token_text(f->scan, e->value, text, sizeof text));
    } else {
        moot_loader_report(f->loader, value_site(f, entry), NULL, "%s is given nothing; leave the field out", name);
    }
}

static void fill_written_fields(filler *f, int32_t room)
{
    lua_State *L = f->L;
    for (int32_t e = f->written->first; e >= 0; e = f->scan->entries[e].next) {
        int32_t key = f->scan->entries[e].key;
        if (key < 0 || !push_written_key(f, key)) {
            continue;
        }
        lua_pushvalue(L, -1);
        if (lua_rawget(L, f->table) == LUA_TNIL) {
            report_no_value(f, e);
            lua_pop(L, 2);
        } else if (f->field_count < room) { /* a field given twice was reported by the scan */
            add_field(f, at_token(f->site, key), value_site(f, e));
        } else {
            lua_pop(L, 2);
        }
    }
}

static int is_filled(const filler *f, const char *name)
{
    for (int32_t i = 0; i < f->field_count; i++) {
        if (strcmp(f->fields[i].name, name) == 0) {
            return 1;
        }
    }
    return 0;
}

static int by_bytes(const void *left, const void *right)
{
    const char *const *a = left, *const *b = right;
    return strcmp(*a, *b);
}

/* The fields that the source does not show, sorted. Names with a NUL were never fields of anything. */
static void fill_other_fields(filler *f, int32_t count)
{
    lua_State *L = f->L;
    const char **names = take(L, (size_t)count, sizeof *names);
    int32_t found = 0;
    for (lua_pushnil(L); lua_next(L, f->table); lua_pop(L, 1)) {
        if (lua_type(L, -2) == LUA_TSTRING && found < count) {
            moot_charge(L, f->field_count);
            const char *name = moot_value_text(L, -2, f->site);
            names[found] = name;
            found += !is_filled(f, name);
        }
    }
    qsort(names, (size_t)found, sizeof *names, by_bytes);
    moot_site unknown = at_token(f->site, -1);
    for (int32_t i = 0; i < found && f->field_count < count; i++) {
        lua_pushstring(L, names[i]);
        lua_pushvalue(L, -1);
        if (lua_rawget(L, f->table) == LUA_TNIL) {
            lua_pop(L, 2); /* its text was not in Form C; such a name is no field */
            moot_loader_report(f->loader, f->site, NULL, "the field \"%s\" is written with letters in parts", names[i]);
        } else {
            add_field(f, unknown, f->site);
        }
    }
}

void moot_value_fill(lua_State *L, int index, moot_site site, moot_loaded_node *into)
{
    moot_loader *loader = moot_loader_of(L);
    filler f = { .L = L, .loader = loader, .table = lua_absindex(L, index), .site = site, .into = into };
    luaL_checkstack(L, 10, NULL);
    f.scan = scan_of(loader, site);
    int32_t written = f.scan ? moot_scan_table_at(f.scan, site.token) : -1;
    f.written = written >= 0 ? &f.scan->tables[written] : NULL;
    keys found = count_keys(&f);
    f.fields = take(L, (size_t)found.text + 1, sizeof *f.fields);
    into->node.fields = f.fields;
    if (f.written) {
        fill_written_fields(&f, found.text);
    }
    if (f.field_count < found.text) {
        fill_other_fields(&f, found.text);
    }
    fill_items(&f, &found);
}

void moot_value_args(lua_State *L, int first, int n, moot_site open, moot_loaded_node *into)
{
    moot_loader *loader = moot_loader_of(L);
    const moot_scan *scan = scan_of(loader, open);
    const moot_node **items = take(L, (size_t)n + 1, sizeof *items);
    into->node.items = items;
    for (int i = 0; i < n; i++) {
        int32_t token = open.token;
        if (scan && token >= 0 && moot_token_is(scan, token, "(")) {
            token = moot_scan_argument(scan, token, i + 1);
        }
        moot_loaded_node *item = moot_value_node(L, first + i, at_token(open, token), 1);
        items[i] = &item->node;
        into->node.item_count = i + 1;
        weigh(L, into, item);
    }
}

/* Tables may hold themselves, or each other without end: the call depth is that of the tables. */
static moot_loaded_node *table_node(lua_State *L, int index, moot_site site)
{
    moot_sandbox *sandbox = moot_sandbox_of(L);
    moot_loader *loader = sandbox->owner;
    if (loader->depth >= MOOT_NODE_DEPTH) {
        moot_raise_as(L, MOOT_ELIMIT, "tables stand more than %d deep inside one another, or one holds itself",
                      MOOT_NODE_DEPTH);
    }
    moot_loaded_node *node = moot_value_new(L, MOOT_NODE_TABLE, site);
    loader->depth++;
    moot_value_fill(L, index, site, node);
    loader->depth--;
    return node;
}

moot_loaded_node *moot_value_node(lua_State *L, int index, moot_site site, int in_field)
{
    moot_loaded_node *node;
    switch (lua_type(L, index)) {
    case LUA_TBOOLEAN:
        node = moot_value_new(L, MOOT_NODE_YESNO, site);
        node->node.number = lua_toboolean(L, index);
        return node;
    case LUA_TNUMBER:
        return number_node(L, index, site);
    case LUA_TSTRING:
        node = moot_value_new(L, MOOT_NODE_STRING, site);
        node->node.name = moot_value_text(L, index, site);
        return node;
    case LUA_TTABLE:
        return table_node(L, index, site);
    case LUA_TUSERDATA:
        return userdata_node(L, index, site, in_field);
    case LUA_TFUNCTION:
        return moot_value_function(L, index, site);
    default:
        moot_loader_report(moot_loader_of(L), site, NULL, "nothing stands here, where a declaration needs a value");
        return blank(L);
    }
}
