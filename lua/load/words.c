/* The constructors. All words are userdata of one metatable, and every way of writing one is a call:
 *
 *     stage                the word itself                 MOOT_MADE_WORD, made once
 *     stage "x"            call with a text                MOOT_MADE_NAMED
 *     stage "x" { … }      call of that with a table       MOOT_MADE_DONE
 *     hours(48), go "x"    call that completes the word    MOOT_MADE_DONE
 *
 * Nothing here raises for a mistake: it is reported and a blank comes back, so that the script runs on. The metatable
 * has
 * __call and arithmetic only (sandbox.h says why not more); the blank's has __index too, so that `os.time()` is one
 * mistake and not two. */
#include <stdio.h>
#include <string.h>

#include "lua/load/loader.h"
#include "lua/load/scenario_words.h"
#include "vm/base/names.h"
#include "vm/base/text.h"

#define METATABLE "declaration" /* Lua's own messages call the values so */
#define BLANK_CALL 100          /* instructions: what loops on mistakes ends soon */
#define UNKNOWN_NAME 2000

static const char blank_key = 'b'; /* address: registry key of the blank's metatable */

/* ---- userdata ---- */

moot_made *moot_words_made(lua_State *L, int index)
{
    const int32_t *number = lua_touserdata(L, index);
    moot_loader *loader = moot_loader_of(L);
    int ours = lua_type(L, index) == LUA_TUSERDATA && lua_rawlen(L, index) == sizeof *number;
    return ours && *number < loader->made_count ? &loader->made[*number] : NULL;
}

static int32_t note_made(lua_State *L, moot_made made)
{
    moot_loader *loader = moot_loader_of(L);
    if (!moot_grow((void **)&loader->made, &loader->made_cap, (size_t)loader->made_count + 1, sizeof made)) {
        moot_err_init(&moot_sandbox_of(L)->raised);
        moot_fail_memory(&moot_sandbox_of(L)->raised);
        moot_raise(L);
    }
    loader->made[loader->made_count] = made;
    if (made.node) {
        made.node->made = loader->made_count;
    }
    return loader->made_count++;
}

static void push_number(lua_State *L, int32_t number)
{
    int32_t *held = lua_newuserdatauv(L, sizeof number, 0);
    *held = number;
    if (number == 0) {
        lua_rawgetp(L, LUA_REGISTRYINDEX, &blank_key);
        lua_setmetatable(L, -2);
    } else {
        luaL_setmetatable(L, METATABLE);
    }
}

void moot_words_push_made(lua_State *L, moot_made made)
{
    push_number(L, note_made(L, made));
}

static int push_blank(lua_State *L)
{
    push_number(L, 0);
    return 1;
}

/* ---- one call ---- */

typedef struct call {
    lua_State *L;
    moot_loader *loader;
    const moot_word *spec;
    moot_loaded_node *named; /* the reference that gets a body; NULL */
    moot_site site;          /* of the word */
    moot_site open;          /* of the arguments: a text, "{" or "(" */
    int count;               /* of arguments, from index 2 on */
} call;

static moot_site argument_site(const call *c, int n)
{
    const moot_scan *scan = c->site.chunk >= 0 ? &c->loader->chunks[c->site.chunk]->scan : NULL;
    if (!scan || c->open.token < 0) {
        return c->site;
    }
    int32_t token =
        moot_token_is(scan, c->open.token, "(") ? moot_scan_argument(scan, c->open.token, n) : c->open.token;
    return (moot_site){ c->site.chunk, token >= 0 ? token : c->site.token };
}

/* The node stands at the word and is as wide as word and name on one line. */
static moot_loaded_node *new_word(const call *c, const char *name)
{
    moot_loaded_node *node = moot_value_new(c->L, MOOT_NODE_WORD, c->site);
    node->node.word = c->spec->name;
    node->node.name = name;
    if (name && c->open.token >= 0 && !c->named) {
        const moot_scan *scan = &c->loader->chunks[c->site.chunk]->scan;
        const moot_token *word = &scan->tokens[c->site.token], *text = &scan->tokens[c->open.token];
        int beside = text->line == word->line && text->kind == MOOT_TOKEN_STRING;
        node->node.width = beside ? text->col + text->width - word->col : word->width;
    }
    return node;
}

static int push_done(const call *c, moot_loaded_node *node, moot_made_state state)
{
    moot_made made = { .node = node, .spec = c->spec, .chunk = c->site.chunk, .token = c->site.token,
                       .state = (uint8_t)state };
    moot_words_push_made(c->L, made);
    return 1;
}

/* A name stands on one line and can be shown whole. */
static int is_name(const char *name)
{
    for (const char *p = name; *p; p++) {
        if ((unsigned char)*p < 0x20 || *p == 0x7f) {
            return 0;
        }
    }
    return *name && moot_text_count(name, strlen(name)) <= MOOT_NAME_LETTERS;
}

static int make_named(const call *c)
{
    const char *name = moot_value_text(c->L, 2, argument_site(c, 1));
    if (!is_name(name)) {
        moot_loader_report(c->loader, argument_site(c, 1), NULL,
                           "a name has 1 to %d letters and stands on one line", MOOT_NAME_LETTERS);
        return push_blank(c->L);
    }
    int complete = !(c->spec->shape & MOOT_NAMED_BODY);
    if (c->spec->is & MOOT_CLASS(BASELINE)) {
        moot_loaded_node *baseline = new_word(c, name);
        moot_loader_baseline(c->L, &baseline->node);
        return push_done(c, baseline, MOOT_MADE_DONE);
    }
    return push_done(c, new_word(c, name), complete ? MOOT_MADE_DONE : MOOT_MADE_NAMED);
}

/* entered(mediation), where the local holds a stage: the same as entered "mediation". */
static int make_named_by_node(const call *c, const moot_loaded_node *named)
{
    return push_done(c, new_word(c, named->node.name), MOOT_MADE_DONE);
}

static int make_body(const call *c)
{
    moot_loaded_node *node = new_word(c, c->named ? c->named->node.name : NULL);
    if (c->named) {
        node->node.line = c->named->node.line; /* where the word stands, also if a local led here */
        node->node.col = c->named->node.col;
        node->node.width = c->named->node.width;
    }
    node->node.declared = 1;
    moot_value_fill(c->L, 2, argument_site(c, 1), node);
    moot_check_body(c->loader, node, c->spec);
    if (c->spec->is & MOOT_CLASS(PROTOCOL)) {
        moot_loader_extend(c->L, &node->node);
    }
    return push_done(c, node, MOOT_MADE_DONE);
}

/* go(assessment): the same as go { assessment }. */
static int make_body_of_one(const call *c)
{
    moot_loaded_node *node = new_word(c, NULL);
    node->node.declared = 1;
    moot_value_args(c->L, 2, 1, c->open, node);
    moot_check_body(c->loader, node, c->spec);
    return push_done(c, node, MOOT_MADE_DONE);
}

static int make_args(const call *c)
{
    moot_loaded_node *node = new_word(c, NULL);
    node->node.called = 1;
    moot_value_args(c->L, 2, c->count, c->open, node);
    moot_check_args(c->loader, node, c->spec);
    return push_done(c, node, MOOT_MADE_DONE);
}

/* ---- which way it is written ---- */

/* What a refused call was given counts as used, so that it is not reported a second time. */
static void use_arguments(const call *c)
{
    for (int i = 0; i < c->count; i++) {
        const moot_made *made = moot_words_made(c->L, 2 + i);
        if (lua_type(c->L, 2 + i) == LUA_TTABLE || (made && made->state > MOOT_MADE_WORD)) {
            moot_value_node(c->L, 2 + i, argument_site(c, i + 1), 1);
        }
    }
}

static int has_blank(const call *c)
{
    for (int i = 0; i < c->count; i++) {
        const moot_made *made = moot_words_made(c->L, 2 + i);
        if (made && made->state == MOOT_MADE_BLANK) {
            return 1;
        }
    }
    return 0;
}

static void write_form(const moot_word *spec, char *buf, size_t size)
{
    const char *word = spec->name;
    if (spec->shape & MOOT_NAMED_BODY) {
        snprintf(buf, size, "%s \"…\" { … }", word);
    } else if ((spec->shape & MOOT_NAMED) && (spec->shape & MOOT_BODY)) {
        snprintf(buf, size, "%s \"…\" or %s { … }", word, word);
    } else if ((spec->shape & MOOT_BODY) && (spec->shape & MOOT_ARGS)) {
        snprintf(buf, size, "%s(…)", word); /* over { … } is for sweeps only */
    } else if ((spec->shape & MOOT_NAMED) && (spec->shape & MOOT_ARGS)) {
        snprintf(buf, size, "%s \"…\" or %s(…)", word, word);
    } else if (spec->shape & MOOT_NAMED) {
        snprintf(buf, size, "%s \"…\"", word);
    } else if (spec->shape & MOOT_BODY) {
        snprintf(buf, size, "%s { … }", word);
    } else if (spec->shape & MOOT_ARGS) {
        snprintf(buf, size, spec->max_args > 1 ? "%s(…, …)" : "%s(…)", word);
    } else {
        snprintf(buf, size, "%s, with nothing behind it", word);
    }
}

static void describe_argument(const call *c, char *buf, size_t size)
{
    const moot_made *made = moot_words_made(c->L, 2);
    if (c->count == 0) {
        snprintf(buf, size, "empty brackets");
    } else if (c->count > 1 || (c->spec->shape & MOOT_ARGS && c->spec->min_args > 1)) {
        snprintf(buf, size, c->count == 1 ? "%d value" : "%d values", c->count);
    } else if (made && made->state == MOOT_MADE_WORD) {
        snprintf(buf, size, "the word %s", made->spec->name);
    } else if (lua_type(c->L, 2) == LUA_TFUNCTION || lua_type(c->L, 2) == LUA_TNIL) {
        snprintf(buf, size, lua_type(c->L, 2) == LUA_TNIL ? "nothing" : "a function");
    } else {
        moot_check_found(&moot_value_node(c->L, 2, argument_site(c, 1), 1)->node, buf, size);
    }
}

static int refuse_form(const call *c)
{
    char form[160], found[160];
    write_form(c->spec, form, sizeof form);
    describe_argument(c, found, sizeof found);
    moot_loader_report(c->loader, argument_site(c, 1), NULL, "%s is written %s, not with %s", c->spec->name, form,
                       found);
    use_arguments(c);
    return push_blank(c->L);
}

/* entered(x), close(x): may the name of x stand for it? */
static int gives_name(const call *c, const moot_made *made)
{
    return made && made->node && made->spec && made->node->node.name && (c->spec->shape & MOOT_NAMED) &&
           c->spec->names && (made->spec->is & moot_want_of(c->spec->names)->classes);
}

static int call_word(const call *c)
{
    moot_made *made = c->count == 1 ? moot_words_made(c->L, 2) : NULL;
    int type = c->count == 1 ? lua_type(c->L, 2) : LUA_TNONE;
    int shape = c->spec->shape;
    if (type == LUA_TSTRING && (shape & (MOOT_NAMED | MOOT_NAMED_BODY))) {
        return make_named(c);
    }
    if (type == LUA_TTABLE && (shape & MOOT_BODY)) {
        return make_body(c);
    }
    if (gives_name(c, made)) {
        made->used = 1;
        return make_named_by_node(c, made->node);
    }
    if (made && made->state != MOOT_MADE_WORD && (shape & MOOT_BODY) && !(shape & MOOT_ARGS) && c->spec->items) {
        return make_body_of_one(c);
    }
    int is_body = type == LUA_TTABLE && !(moot_want_of(c->spec->args[0])->classes & MOOT_CLASS(TABLE));
    if ((shape & MOOT_ARGS) && c->count >= c->spec->min_args && c->count <= c->spec->max_args && !is_body) {
        return make_args(c);
    }
    return refuse_form(c);
}

/* The call of something that is complete, or of a reference with something that is no body. */
static int refuse_second(const call *c, const moot_made *self, const moot_loaded_node *node)
{
    char label[96];
    const moot_scan *scan = c->site.chunk >= 0 ? &c->loader->chunks[c->site.chunk]->scan : NULL;
    if (scan && c->site.token >= 0 && self->token != c->site.token && moot_token_is(scan, c->site.token, c->spec->name)) {
        moot_loader_report(c->loader, c->site, NULL,
                           "\"%s\" is a word of moot, and \"local\" has given it another meaning; choose another name "
                           "there", c->spec->name);
        use_arguments(c);
        return push_blank(c->L);
    }
    int may_have_body = c->named && (c->spec->shape & MOOT_NAMED_BODY);
    moot_loader_report(c->loader, argument_site(c, 1), NULL, "a comma%s is missing behind %s",
                       may_have_body ? " or a body { … }" : "", moot_node_label(&node->node, label, sizeof label));
    use_arguments(c);
    return push_blank(c->L);
}

static int call_again(call *c, moot_made *self)
{
    moot_loaded_node *node = self->node;
    self->used = 1;
    c->named = self->state == MOOT_MADE_NAMED ? node : NULL;
    if (c->named && c->count == 1 && lua_type(c->L, 2) == LUA_TTABLE) {
        return make_body(c);
    }
    return refuse_second(c, self, node);
}

/* What stands in the body of an unknown word is nobody's: what it may lack there is not known. */
static void lose_items(const call *c, const moot_node *body)
{
    for (int32_t i = 0; i < body->item_count; i++) {
        const moot_loaded_node *item = (const moot_loaded_node *)body->items[i];
        if (item->made >= 0) {
            c->loader->made[item->made].owned = c->loader->made[item->made].lost = 1;
        }
    }
}

/* A blank gives a blank; in `for x in blank` it ends the loop. */
static int call_blank(const call *c)
{
    moot_charge(c->L, BLANK_CALL);
    if (c->count == 1 && lua_type(c->L, 2) == LUA_TTABLE) {
        lose_items(c, &moot_value_node(c->L, 2, argument_site(c, 1), 1)->node);
    } else {
        use_arguments(c);
    }
    if (c->count == 2 && lua_isnil(c->L, 3)) {
        lua_pushnil(c->L);
        return 1;
    }
    return push_blank(c->L);
}

/* How many calls stand before this one behind the same word: `stage "x" { … }` is two. */
static int calls_before(const moot_made *self, moot_site site)
{
    if (!self || self->state <= MOOT_MADE_WORD || self->chunk != site.chunk || self->token != site.token) {
        return 0;
    }
    return self->state == MOOT_MADE_DONE && self->node->node.declared && self->node->node.name ? 2 : 1;
}

/* [-n, +1, e]  word(…), word "x", word { … }, reference { … } */
static int l_call(lua_State *L)
{
    moot_loader *loader = moot_loader_of(L);
    moot_made *self = moot_words_made(L, 1);
    call c = { .L = L, .loader = loader, .site = moot_loader_site(L), .count = lua_gettop(L) - 1 };
    c.open = c.site;
    c.spec = self ? self->spec : NULL;
    if (c.site.chunk >= 0 && c.site.token >= 0) {
        c.open.token =
            moot_scan_call(&loader->chunks[c.site.chunk]->scan, c.site.token, calls_before(self, c.site) + 1);
    }
    if (!c.spec || has_blank(&c)) {
        return call_blank(&c);
    }
    if (c.count == 2 && lua_isnil(L, 2) && lua_isnil(L, 3)) { /* Lua asks it for the next item of a loop */
        moot_loader_report(loader, c.site, NULL, "%s is a word, not a list; a loop is written for _, name in ipairs { "
                           "\"A\", \"B\" } do … end", c.spec->name);
        lua_pushnil(L);
        return 1;
    }
    return self->state == MOOT_MADE_WORD ? call_word(&c) : call_again(&c, self);
}

/* ---- arithmetic: turns(18) - months(6) ---- */

static int make_shift(lua_State *L, const char *sign)
{
    moot_loader *loader = moot_loader_of(L);
    moot_site site = moot_loader_site(L);
    moot_loaded_node *left = moot_value_node(L, 1, site, 1), *right = moot_value_node(L, 2, site, 1);
    if (!moot_check_shift(loader, left, right, site)) {
        return push_blank(L);
    }
    moot_loaded_node *node = moot_value_new(L, MOOT_NODE_WORD, site);
    node->node.word = sign;
    node->node.called = 1;
    if (left->node.line) { /* it begins where its left side does */
        node->node.line = left->node.line;
        node->node.col = left->node.col;
        node->node.width = left->node.width;
    }
    moot_value_args(L, 1, 2, site, node);
    moot_words_push_made(
        L, (moot_made){ .node = node, .chunk = site.chunk, .token = site.token, .state = MOOT_MADE_DONE });
    return 1;
}

static int l_add(lua_State *L)
{
    return make_shift(L, "+");
}

static int l_sub(lua_State *L)
{
    return make_shift(L, "-");
}

static int l_unm(lua_State *L)
{
    moot_value_node(L, 1, moot_loader_site(L), 1);
    moot_loader_report(moot_loader_of(L), moot_loader_site(L), NULL,
                       "a minus stands between a trigger and a duration: turns(18) - months(6)");
    return push_blank(L);
}

/* [-1, +1, e]  stage "mediation" as text */
static int l_tostring(lua_State *L)
{
    const moot_made *made = moot_words_made(L, 1);
    char label[96];
    if (made && made->node) {
        lua_pushstring(L, moot_node_label(&made->node->node, label, sizeof label));
    } else {
        lua_pushstring(L, made && made->spec ? made->spec->name : METATABLE);
    }
    return 1;
}

static int l_blank(lua_State *L)
{
    return push_blank(L);
}

/* ---- unknown names ---- */

#define SETS_NO_TIME "where the text sets no time, leave it out: the duty then has no date"

/* What people expect of Lua and a protocol has no use for. */
static const struct {
    const char *name, *hint;
} absent[] = {
    { "pairs", "each(t) walks a table, always in the same order" },
    { "next", "each(t) walks a table, always in the same order" },
    { "print", "a script declares and prints nothing" },
    { "pcall", "a script has nothing to catch" },
    { "xpcall", "a script has nothing to catch" },
    { "os", "a script cannot reach the machine, its files or its clock" },
    { "io", "a script cannot reach the machine, its files or its clock" },
    { "debug", "a script cannot reach the machine, its files or its clock" },
    { "package", "require \"name\" brings in a module of the standard library" },
    { "load", "a script cannot run other texts" },
    { "loadstring", "a script cannot run other texts" },
    { "loadfile", "a script cannot run other texts" },
    { "dofile", "a script cannot run other texts" },
    { "setmetatable", "tables have no metatables here" },
    { "getmetatable", "tables have no metatables here" },
    { "coroutine", "a script runs straight through" },
    { "collectgarbage", "memory looks after itself" },
    { "immediately", SETS_NO_TIME },
    { "asap", SETS_NO_TIME },
    { "promptly", SETS_NO_TIME },
    { "null", "leave the field out" },
    { "True", "write true" },
    { "TRUE", "write true" },
    { "yes", "write true" },
    { "Yes", "write true" },
    { "YES", "write true" },
    { "False", "write false" },
    { "FALSE", "write false" },
    { "no", "write false" },
    { "No", "write false" },
    { "NO", "write false" },
    { "boolean", "a fact that is yes or no is a yesno" },
    { "bool", "a fact that is yes or no is a yesno" },
    { "number", "a whole number is an integer(0, 25), a sum is money" },
    { "int", "a whole number is an integer(0, 25)" },
    { "percent", "a share is told by a measure" },
    { "pounds", "a sum is money(500)" },
    { "go_to", "a stage is entered with go \"…\"" },
};

#define LOCALS_LIMIT 200 /* Lua's own */

/* The nearest word or local name; names of the locals are Lua's and live as long as the function. */
static const char *nearest_name(lua_State *L, const char *name)
{
    const char *names[LOCALS_LIMIT + 1];
    size_t count = 0;
    lua_Debug ar;
    const char *word = moot_word_nearest(name);
    if (word) {
        names[count++] = word;
    }
    for (int level = 0; lua_getstack(L, level, &ar); level++) {
        lua_getinfo(L, "l", &ar);
        if (ar.currentline <= 0) {
            continue; /* C */
        }
        const char *local;
        for (int i = 1; count < MOOT_COUNT(names) && (local = lua_getlocal(L, &ar, i)); i++) {
            names[count] = local;
            count += *local != '(';
            lua_pop(L, 1);
        }
        break;
    }
    return moot_nearest(name, names, count);
}

/* Facts that moot has built in, and those that were declared so far. */
static int is_fact(const moot_loader *loader, const char *name)
{
    static const char *const built_in[] = { "age", "now", "today", "tonight", "lead", "handovers" };
    for (size_t i = 0; i < MOOT_COUNT(built_in); i++) {
        if (strcmp(built_in[i], name) == 0) {
            return 1;
        }
    }
    for (int32_t i = 1; i < loader->made_count; i++) {
        const moot_made *made = &loader->made[i];
        if (made->spec && made->node && made->node->node.declared && made->node->node.name &&
            (made->spec->is & (MOOT_CLASS(FACT) | MOOT_CLASS(DECISION) | MOOT_CLASS(CONSENT))) &&
            strcmp(made->node->node.name, name) == 0) {
            return 1;
        }
    }
    return 0;
}

static int is_scenario_word(const char *name)
{
    for (size_t i = 0; i < moot_scenario_word_count; i++) {
        if (strcmp(moot_scenario_words[i].name, name) == 0) {
            return 1;
        }
    }
    return 0;
}

/* Where a name is given its value further down: its line; 0. */
static int32_t later_line(const moot_loader *loader, moot_site site, const char *name)
{
    const moot_scan *scan = site.chunk >= 0 ? &loader->chunks[site.chunk]->scan : NULL;
    for (int32_t i = site.token; scan && i >= 0 && i + 2 < scan->token_count; i++) {
        if (moot_token_is(scan, i, "local") && moot_token_is(scan, i + 1, name) && moot_token_is(scan, i + 2, "=")) {
            return scan->tokens[i + 1].line;
        }
    }
    return 0;
}

const char *moot_absent_hint(const char *name)
{
    for (size_t i = 0; i < MOOT_COUNT(absent); i++) {
        if (strcmp(absent[i].name, name) == 0) {
            return absent[i].hint;
        }
    }
    return NULL;
}

static void report_missing(lua_State *L, moot_site site, const char *name)
{
    moot_loader *loader = moot_loader_of(L);
    const char *hint = moot_absent_hint(name);
    if (hint) {
        moot_loader_report(loader, site, NULL, "\"%s\" is not a word of moot; %s", name, hint);
        return;
    }
    const char *nearest = nearest_name(L, name);
    int32_t later = later_line(loader, site, name);
    if (later > 0) {
        moot_loader_report(loader, site, NULL, "\"%s\" gets its value only further down, in line %d; move that line up, or write the "
                           "name of what it declares in \"quotes\"", name, (int)later);
    } else if (moot_word_with_field(name)) {
        if (loader->bare_count < (int32_t)MOOT_COUNT(loader->bare_fields)) {
            char *kept = loader->bare_fields[loader->bare_count++];
            snprintf(kept, sizeof loader->bare_fields[0], "%s", name);
        }
        moot_loader_report(loader, site, NULL, "\"%s\" is a field, not a word; write %s = …", name, name);
    } else if (is_fact(loader, name)) {
        moot_loader_report(loader, site, NULL, "\"%s\" is a fact, not a word; a test of it is written { %s = … }", name,
                           name);
    } else if (is_scenario_word(name)) {
        moot_loader_report(loader, site, NULL, "\"%s\" is a word of scenarios, which stand in files of their own: "
                                               "moot test FILE runs them", name);
    } else if (nearest) {
        moot_loader_report(loader, site, NULL, "\"%s\" is not a word of moot; did you mean \"%s\"?", name, nearest);
    } else {
        moot_loader_report(loader, site, NULL, "\"%s\" is not a word of moot; a text stands in \"quotes\"", name);
    }
}

/* The name's own token: Lua only remembers where the name was used; for `function f()` that is the word before it. */
static moot_site name_site(lua_State *L, const char *name)
{
    moot_site site = moot_loader_site(L);
    if (site.chunk >= 0) {
        const moot_scan *scan = &moot_loader_of(L)->chunks[site.chunk]->scan;
        int32_t before = moot_scan_name_before(scan, site.token, name);
        int behind = moot_token_is(scan, site.token, "function") && moot_token_is(scan, site.token + 1, name);
        site.token = behind ? site.token + 1 : (before >= 0 ? before : site.token);
    }
    return site;
}

/* [-2, +1, e]  (environment, name) */
int moot_words_missing(lua_State *L)
{
    moot_charge(L, UNKNOWN_NAME);
    if (lua_type(L, 2) == LUA_TSTRING) {
        const char *name = lua_tostring(L, 2);
        report_missing(L, name_site(L, name), name);
    } else {
        moot_loader_report(moot_loader_of(L), moot_loader_site(L), NULL, "a word of moot is called by its name");
    }
    return push_blank(L);
}

/* [-3, +0, e]  (environment, name, value) */
int moot_words_assigned(lua_State *L)
{
    moot_loader *loader = moot_loader_of(L);
    moot_charge(L, UNKNOWN_NAME);
    if (lua_type(L, 2) != LUA_TSTRING) {
        moot_loader_report(loader, moot_loader_site(L), NULL, "write local before a new name");
        return 0;
    }
    const char *name = lua_tostring(L, 2);
    moot_site site = name_site(L, name);
    if (moot_word_find(name)) {
        moot_loader_report(loader, site, NULL, "\"%s\" is a word of moot and cannot be given a value", name);
        return 0;
    }
    moot_loader_report(loader, site, NULL, "write local before a new name: local %s = …", name);
    lua_rawset(L, lua_upvalueindex(1)); /* so that it is one mistake, wherever it is read */
    return 0;
}

/* ---- setting up ---- */

static void make_metatables(lua_State *L)
{
    static const luaL_Reg of_nodes[] = {
        { "__add", l_add }, { "__call", l_call }, { "__sub", l_sub }, { "__tostring", l_tostring }, { "__unm", l_unm },
        { NULL, NULL },
    };
    static const luaL_Reg of_blank[] = {
        { "__add", l_blank }, { "__call", l_call }, { "__div", l_blank }, { "__idiv", l_blank },
        { "__index", l_blank }, { "__le", l_blank }, { "__lt", l_blank }, { "__mod", l_blank },
        { "__mul", l_blank }, { "__pow", l_blank }, { "__sub", l_blank }, { "__tostring", l_tostring },
        { "__unm", l_blank }, { NULL, NULL },
    };
    luaL_newmetatable(L, METATABLE); /* with its __name */
    luaL_setfuncs(L, of_nodes, 0);
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
    lua_createtable(L, 0, 16);
    luaL_setfuncs(L, of_blank, 0);
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_rawsetp(L, LUA_REGISTRYINDEX, &blank_key);
}

/* The first made of all: what stands in place of mistakes. Its word is none, so it is of every class. */
static void make_blank(lua_State *L)
{
    moot_loaded_node *node = moot_value_new(L, MOOT_NODE_WORD, (moot_site){ -1, -1 });
    node->node.word = "?";
    note_made(L, (moot_made){ .node = node, .chunk = -1, .token = -1, .used = 1, .owned = 1 });
}

void moot_words_push(lua_State *L)
{
    luaL_checkstack(L, 6, NULL);
    make_metatables(L);
    make_blank(L);
    lua_createtable(L, 0, (int)moot_word_count + 1);
    for (size_t i = 0; i < moot_word_count; i++) {
        if (!(moot_words[i].flags & MOOT_PART)) {
            moot_words_push_made(L, (moot_made){ .spec = &moot_words[i], .chunk = -1, .token = -1,
                                                 .state = MOOT_MADE_WORD });
            lua_setfield(L, -2, moot_words[i].name);
        }
    }
    lua_pushcfunction(L, moot_loader_require);
    lua_setfield(L, -2, "require");
}
