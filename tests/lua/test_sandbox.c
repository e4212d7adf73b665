/* The sandbox: what a script can reach, what it cannot, where its limits are, and that chance never shows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "lua/load/loader.h"
#include "script_text.h"

/* ---- the allow-list ---- */

#define PATHS 600

typedef struct walk {
    lua_State *L;
    char *paths[PATHS];
    int count;
    int seen; /* index of a table of what was walked */
} walk;

static int note(walk *w, const char *path, int index)
{
    assert_true(w->count < PATHS);
    w->paths[w->count++] = moot_strdup(path);
    lua_pushvalue(w->L, index);
    int is_new = lua_rawget(w->L, w->seen) == LUA_TNIL;
    lua_pop(w->L, 1);
    lua_pushvalue(w->L, index);
    lua_pushboolean(w->L, 1);
    lua_rawset(w->L, w->seen);
    return is_new;
}

static void walk_value(walk *w, const char *path, int index);

static int by_text(const void *left, const void *right)
{
    const char *const *a = left, *const *b = right;
    return strcmp(*a, *b);
}

/* In the order of the keys, so that what two paths lead to always has the same one. */
static void walk_table(walk *w, const char *path, int index)
{
    char inner[256];
    const char *keys[PATHS];
    size_t count = 0;
    for (lua_pushnil(w->L); lua_next(w->L, index); lua_pop(w->L, 1)) {
        assert_int_equal(lua_type(w->L, -2), LUA_TSTRING);
        assert_true(count < PATHS);
        keys[count++] = lua_tostring(w->L, -2);
    }
    qsort(keys, count, sizeof keys[0], by_text);
    for (size_t i = 0; i < count; i++) {
        snprintf(inner, sizeof inner, "%s.%s", path, keys[i]);
        lua_getfield(w->L, index, keys[i]);
        walk_value(w, inner, lua_gettop(w->L));
        lua_pop(w->L, 1);
    }
}

static void walk_upvalues(walk *w, const char *path, int index)
{
    char inner[256];
    for (int i = 1; lua_getupvalue(w->L, index, i); i++) {
        snprintf(inner, sizeof inner, "%s^%d", path, i);
        walk_value(w, inner, lua_gettop(w->L));
        lua_pop(w->L, 1);
    }
}

/* Everything that a script could get at from a value, also what only C could: metatables, upvalues. */
static void walk_value(walk *w, const char *path, int index)
{
    char inner[256];
    int type = lua_type(w->L, index);
    luaL_checkstack(w->L, 20, NULL);
    if ((type == LUA_TTABLE || type == LUA_TFUNCTION || type == LUA_TUSERDATA) && note(w, path, index)) {
        if (type == LUA_TTABLE) {
            walk_table(w, path, index);
        } else if (type == LUA_TFUNCTION) {
            walk_upvalues(w, path, index);
        }
        if (lua_getmetatable(w->L, index)) {
            snprintf(inner, sizeof inner, "%s/meta", path);
            walk_value(w, inner, lua_gettop(w->L));
            lua_pop(w->L, 1);
        }
    }
}

/* What there is beside the words of moot; "=" is the table of names, which only the environment's functions hold. */
static const char *const allowed[] = {
    "env", "env/meta", "env/meta.__index", "env/meta.__index^1", "env/meta.__index^2", "env/meta.__newindex",
    "env/meta.__newindex^1", "text/meta", "text/meta.__index", "text/meta.__index.format", "text/meta.__index.len",
    "text/meta.__index.lower", "text/meta.__index.rep", "text/meta.__index.sub", "text/meta.__index.upper", "=.assert",
    "=.each", "=.error", "=.ipairs", "=.math", "=.math.abs", "=.math.ceil", "=.math.floor", "=.math.fmod", "=.math.max",
    "=.math.min", "=.math.tointeger", "=.math.type", "=.require", "=.select", "=.string", "=.string.format",
    "=.string.len", "=.string.lower", "=.string.rep", "=.string.sub", "=.string.upper", "=.table", "=.table.concat",
    "=.table.insert", "=.table.unpack", "=.tonumber", "=.tostring", "=.type", "word/meta", "word/meta.__add",
    "word/meta.__call", "word/meta.__sub", "word/meta.__tostring", "word/meta.__unm",
};
/* A module of the standard library has these too. */
static const char *const allowed_in_stdlib[] = {
    "=.sorted", "=.string.find", "=.string.gmatch", "=.string.gsub", "=.string.match",
};

static int is_word(const char *path)
{
    const moot_word *word = strncmp(path, "=.", 2) == 0 ? moot_word_find(path + 2) : NULL;
    return word && !(word->flags & MOOT_PART);
}

static int is_in(const char *const *list, size_t count, const char *path)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(list[i], path) == 0) {
            return 1;
        }
    }
    return 0;
}

static int l_nothing(lua_State *L)
{
    (void)L;
    return 0;
}

/* Paths through the table of names are written "=.name"; the metatable of all words "word/meta". */
static void shorten(char **path)
{
    static const char names[] = "env/meta.__index^1";
    char *text = *path;
    size_t len = strlen(names);
    char out[256];
    if (strncmp(text, names, len) != 0 || text[len] != '.') {
        return;
    }
    char *word_meta = strstr(text + len, "/meta");
    if (word_meta) {
        snprintf(out, sizeof out, "word%s", word_meta);
    } else {
        snprintf(out, sizeof out, "=%s", text + len);
    }
    moot_free(text);
    *path = moot_strdup(out);
}

static int l_walk(lua_State *L)
{
    int for_stdlib = *(int *)lua_touserdata(L, 1);
    walk w = { .L = L };
    lua_settop(L, 0);
    lua_newtable(L);
    w.seen = 1;
    moot_words_push(L);
    moot_sandbox_push_env(L, 2, l_nothing, l_nothing, for_stdlib);
    walk_value(&w, "env", 3);
    lua_pushliteral(L, "");
    assert_true(lua_getmetatable(L, -1));
    walk_value(&w, "text/meta", lua_gettop(L));
    int found = 0;
    for (int i = 0; i < w.count; i++) {
        shorten(&w.paths[i]);
    }
    qsort(w.paths, (size_t)w.count, sizeof w.paths[0], by_text);
    for (int i = 0; i < w.count; i++) {
        const char *path = w.paths[i];
        int stdlib_only = is_in(allowed_in_stdlib, MOOT_COUNT(allowed_in_stdlib), path);
        if (!is_word(path) && !is_in(allowed, MOOT_COUNT(allowed), path) && !(stdlib_only && for_stdlib)) {
            fail_msg("a script can reach %s", path);
        }
        int first = i == 0 || strcmp(w.paths[i - 1], path) != 0;
        found += first && !is_word(path);
    }
    size_t expected = MOOT_COUNT(allowed) + (for_stdlib ? MOOT_COUNT(allowed_in_stdlib) : 0);
    assert_int_equal(found, expected);
    for (int i = 0; i < w.count; i++) {
        moot_free(w.paths[i]);
    }
    return 0;
}

static void a_script_reaches_the_written_list_and_nothing_else(void **state)
{
    (void)state;
    for (int for_stdlib = 0; for_stdlib <= 1; for_stdlib++) {
        moot_script script = { .path = "x" };
        moot_errs errs;
        moot_err err;
        moot_err_init(&err);
        moot_errs_init(&errs, 0);
        moot_arena_init(&script.arena);
        moot_loader loader = { .script = &script, .errs = &errs };
        assert_int_equal(moot_sandbox_new(&moot_sandbox_for_loading, &loader.sandbox, &err), MOOT_OK);
        loader.sandbox->owner = &loader;
        moot_code code = moot_lua_call(loader.sandbox, l_walk, &for_stdlib, &err);
        assert_string_equal(err.msg, "");
        assert_int_equal(code, MOOT_OK);
        moot_sandbox_free(loader.sandbox);
        moot_free(loader.made);
        moot_errs_done(&errs);
        moot_arena_done(&script.arena);
    }
}

/* ---- escapes ---- */

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Generous for sanitizers and valgrind; without them each takes under half a second. */
#define LONGEST 60.0

typedef struct escape {
    const char *source;
    moot_code code;
    const char *expected; /* the start of what is reported */
} escape;

static int begins_with(const char *text, const char *start)
{
    return start && strncmp(text, start, strlen(start)) == 0;
}

/* `or_else`: what may be reported in its stead, NULL. */
static void expect_escape(const escape *e, const char *or_else)
{
    moot_buf out;
    moot_buf_init(&out);
    double start = seconds();
    moot_code code = script_text(e->source, &out);
    double took = seconds() - start;
    int same = begins_with(moot_buf_text(&out), e->expected) || begins_with(moot_buf_text(&out), or_else);
    /* On a machine that a sanitizer slows down, the fuse of time worked may go first, wherever the script then is. */
    same |= e->code == MOOT_ELIMIT && strstr(moot_buf_text(&out), "took too long: this machine") != NULL;
    if (code != e->code || !same || took > LONGEST) {
        print_error("--- script\n%s\n--- expected %s\n%s\n%s\n--- got %s after %.1f s\n%s\n", e->source,
                    moot_code_name(e->code), e->expected, or_else ? or_else : "", moot_code_name(code), took,
                    moot_buf_text(&out));
        fail();
    }
    moot_buf_done(&out);
}

static void expect_escapes(const escape *escapes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        expect_escape(&escapes[i], NULL);
    }
}

static void what_lua_could_do_elsewhere_is_not_there(void **state)
{
    (void)state;
    static const escape escapes[] = {
        { "os.execute(\"true\")", MOOT_EDATA, "1:1 \"os\" is not a word of moot" },
        { "io.open(\"/etc/passwd\")", MOOT_EDATA, "1:1 \"io\" is not a word of moot" },
        { "load(\"x = 1\")()", MOOT_EDATA, "1:1 \"load\" is not a word of moot" },
        { "dofile(\"x\")", MOOT_EDATA, "1:1 \"dofile\" is not a word of moot" },
        { "debug.sethook()", MOOT_EDATA, "1:1 \"debug\" is not a word of moot" },
        { "local t = setmetatable({}, { __gc = error })", MOOT_EDATA, "1:11 \"setmetatable\" is not a word of moot" },
        { "local m = getmetatable(\"\")", MOOT_EDATA, "1:11 \"getmetatable\" is not a word of moot" },
        { "local c = coroutine.wrap(error)", MOOT_EDATA, "1:11 \"coroutine\" is not a word of moot" },
        { "collectgarbage()", MOOT_EDATA, "1:1 \"collectgarbage\" is not a word of moot" },
        { "pcall(error)", MOOT_EDATA, "1:1 \"pcall\" is not a word of moot" },
        { "rawset(_ENV, \"x\", 1)", MOOT_EDATA, "1:1 \"rawset\" is not a word of moot" },
        { "local x = package.loaded", MOOT_EDATA, "1:11 \"package\" is not a word of moot" },
        { "local d = string.dump", MOOT_OK, "" },
        { "string.dump(role)", MOOT_EDATA, "1:1 there is no \"dump\" here to call" },
        { "(\"x\"):find(\".-.-.-.-b\")", MOOT_EDATA, "1:1 there is no \"find\" here to call" },
        { "local x = math.random()", MOOT_EDATA, "1:11 there is no \"random\" here to call" },
        { "table.move({}, 1, 2e8, 2)", MOOT_EDATA, "1:1 there is no \"move\" here to call" },
        { "table.sort({})", MOOT_EDATA, "1:1 there is no \"sort\" here to call" },
        { "string.format(\"%p\", {})", MOOT_EDATA, "1:1 string.format knows %s, %d, %f and %%, but not %p" },
        { "error(tostring({}) .. tostring(error) .. (\"%s\"):format({}))", MOOT_EDATA, "1:1 tablefunctiontable\n" },
        { "string.upper = nil stage = nil", MOOT_EDATA,
          "1:20 \"stage\" is a word of moot and cannot be given a value" },
        { "_ENV.x = 1", MOOT_EDATA, "1:6 write local before a new name: local x = …" },
        { "_ENV[5] = 1", MOOT_EDATA, "1:11 write local before a new name\n" },
        { "local _ENV = {} x = 1", MOOT_OK, "" },
        { "local x = \"10\" + 1", MOOT_EDATA, "1:16 \"10\" is a text and cannot be counted with" },
        { "local x = require \"argparse\"", MOOT_EDATA, "1:11 the standard library has no module \"argparse\"" },
        { "local x = require \"../lua/x\"", MOOT_EDATA, "1:11 the standard library has no module \"../lua/x\"" },
        { "local x = require \"a\\0b\"", MOOT_EDATA, "1:11 the standard library has no module \"a\"" },
    };
    expect_escapes(escapes, MOOT_COUNT(escapes));
}

/* Which of the limits is hit first depends on the machine: only the place and the start of the sentence are compared.
 */
static void work_without_end_is_stopped(void **state)
{
    (void)state;
    static const escape escapes[] = {
        { "while true do end", MOOT_ELIMIT, "1:12 the script " },
        { "local function f() return f() end f()", MOOT_ELIMIT, "1:27 the script " },
        { "local s = \"x\" while true do s = s .. s end", MOOT_ELIMIT, "" },
        { "local function f() return 1 + f() end f()", MOOT_ELIMIT, "1:31 the script " },
        { "for i = 1, 1e9 do role(\"x\" .. i) {} end", MOOT_ELIMIT, "1:19 the script " },
        { "for i = 1, 1e9 do local x = hours(1) end", MOOT_ELIMIT, "1:29 the script " },
        { "while foo do bar() end", MOOT_ELIMIT, "1:7 \"foo\" is not a word of moot" },
        { "for k in pairs({}) do end", MOOT_EDATA, "1:10 \"pairs\" is not a word of moot" },
        { "local s = (\"\"):rep(2e9)", MOOT_OK, "" },
        { "local s = (\"\"):rep(2e9, \"ab\")", MOOT_EDATA, "1:11 rep would make a text of over 65536 bytes" },
        { "local s = (\"x\"):rep(1e9)", MOOT_EDATA, "1:11 rep would make a text of over 65536 bytes" },
        { "local t = {} for i = 1, 99 do t[i] = i end table.concat(t, (\"x\"):rep(60000))", MOOT_EDATA,
          "1:44 table.concat would make a text of over 65536 bytes" },
        { "local t = {} for i = 1, 1e6 do table.insert(t, 1, i) end", MOOT_ELIMIT, "1:32 the script " },
        { "local t = {} for i = 1, 1e5 do t[i] = i end while true do each(t) end", MOOT_ELIMIT, "1:59 the script " },
        { "local t = {} for i = 1, 300 do t[i] = i end table.unpack(t)", MOOT_EDATA,
          "1:45 table.unpack takes at most 200" },
        { "local t = {} t.x = t stage \"x\" { clause = \"1\", when = t }", MOOT_ELIMIT,
          "1:22 tables stand more than 60 deep inside one another, or one holds itself" },
        { "local g = any { 1 } for i = 1, 100 do g = any { g, g } end", MOOT_ELIMIT,
          "1:43 a declaration has too much inside it" },
        { "local g = any { turns(18) } for i = 1, 15 do g = any { g, g } end\n"
          "while true do stage \"x\" { clause = \"1\", on = g } end",
          MOOT_ELIMIT, "2:15 the script " },
        { "local t = {} for i = 1, 5e3 do t[\"k\" .. i] = yesno end fact \"x\" (t)", MOOT_EDATA,
          "1:56 unknown field \"k1\" of fact; its fields are: ask, presumed" },
    };
    expect_escapes(escapes, MOOT_COUNT(escapes));
}

/* Which instruction of a loop meets the limit of memory depends on what ran before it: its own, or the one in it. */
static void memory_without_end_is_stopped(void **state)
{
    (void)state;
    static const escape fills = { "local t = {} for i = 1, 1e9 do t[i] = i end", MOOT_ELIMIT,
                                  "1:14 the script uses too much memory: a loop in it may never end\n" };
    static const escape joins = { "local s = (\"x\"):rep(60000) for i = 1, 1e9 do local u = s .. i end", MOOT_ELIMIT,
                                  "1:28 the script uses too much memory: a loop in it may never end\n" };
    expect_escape(&fills, "1:39 the script uses too much memory: a loop in it may never end\n");
    expect_escape(&joins, "1:58 the script uses too much memory: a loop in it may never end\n");
}

static void errors_of_any_kind_are_one_sentence(void **state)
{
    (void)state;
    static const escape escapes[] = {
        { "error({})", MOOT_EDATA, "1:1 the script stopped itself without saying why; error takes a sentence\n" },
        { "error()", MOOT_EDATA, "1:1 the script stopped itself without saying why; error takes a sentence\n" },
        { "error(role \"x\" {})", MOOT_EDATA, "1:1 the script stopped itself without saying why; error takes a sentence\n" },
        { "error(error)", MOOT_EDATA, "1:1 the script stopped itself without saying why; error takes a sentence\n" },
        { "error(5)", MOOT_EDATA, "1:1 the script stopped itself without saying why; error takes a sentence\n" },
        { "error(\"one\\ntwo\")", MOOT_EDATA, "1:1 one two\n" },
        { "local function f() error(\"mine\", 2) end\n\n  f()", MOOT_EDATA, "3:3 mine\n" },
        { "assert(false, \"no\")", MOOT_EDATA, "1:1 no\n" },
    };
    expect_escapes(escapes, MOOT_COUNT(escapes));
}

static char *repeated(const char *piece, size_t count, const char *end)
{
    size_t len = strlen(piece);
    char *text = moot_malloc(len * count + strlen(end) + 1);
    assert_non_null(text);
    for (size_t i = 0; i < count; i++) {
        memcpy(text + i * len, piece, len);
    }
    memcpy(text + len * count, end, strlen(end) + 1);
    return text;
}

static void texts_made_to_break_the_parser_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *piece, *end;
        size_t count;
        moot_code code;
        const char *expected;
    } texts[] = {
        { "(", "", 1u << 20, MOOT_ELIMIT, "1:400001 the script has more than 400000 words and signs; divide it\n" },
        { "(", "", 1u << 18, MOOT_ELIMIT, "1:181 brackets and blocks stand more than 180 deep inside one another\n" },
        { "{", "", 1000, MOOT_ELIMIT, "1:181 brackets and blocks stand more than 180 deep inside one another\n" },
        { "x=", "", 1000, MOOT_EDATA, "1:4 a value is missing before =\n" },
        { "not ", "1", 1000, MOOT_EDATA, "1:1 not cannot stand here\n" },
        { "x", "", 1u << 20, MOOT_EDATA, "1:1 " },
        { "x ", "", 1u << 20, MOOT_ELIMIT, "0:0 the script is over 1 MiB long; divide it\n" },
        { "-- x\n", "", 1u << 17, MOOT_OK, "" },
        { "do ", "", 500, MOOT_ELIMIT, "1:541 brackets and blocks stand" },
    };
    for (size_t i = 0; i < MOOT_COUNT(texts); i++) {
        char *source = repeated(texts[i].piece, texts[i].count, texts[i].end);
        moot_buf out;
        moot_buf_init(&out);
        assert_int_equal(script_text(source, &out), texts[i].code);
        if (strncmp(moot_buf_text(&out), texts[i].expected, strlen(texts[i].expected)) != 0) {
            fail_msg("%s...: %s", texts[i].piece, moot_buf_text(&out));
        }
        moot_buf_done(&out);
        moot_free(source);
    }
    char *deep = repeated("not ", 1000, "1");
    moot_buf source, out;
    moot_buf_init(&source);
    moot_buf_init(&out);
    moot_buf_printf(&source, "local x = %s", deep);
    assert_int_equal(script_text(moot_buf_text(&source), &out), MOOT_ELIMIT);
    assert_string_equal(moot_buf_text(&out),
                        "0:0 the script goes too deep: a function in it calls itself without end, or "
                        "brackets stand too deep inside one another\n");
    moot_buf_done(&source);
    moot_buf_done(&out);
    moot_free(deep);
}

/* ---- the same every time ---- */

static const char sample[] =
    "local sw, hoo = role \"Social worker\" { service = service \"Family\" {} }, role \"Officer\" {}\n"
    "reading \"r\" { clause = \"1\", chosen = \"b\", options = { b = days(1), a = days(2), d = days(3), c = days(4) } "
    "}\n"
    "local o = {} for _, k in ipairs { \"zeta\", \"alpha\", \"mu\", \"beta\", \"omega\", \"pi\" } do o[k] = days(#k) "
    "end\n"
    "reading \"s\" { clause = \"1\", chosen = \"mu\", options = o }\n"
    "stage \"x\" { clause = \"1\", owner = { sw, hoo }, when = { b = 1, a = 2, c = known, any { y = 1, x = 2 } },\n"
    "  outcome \"o\" { set { b = 1, a = 2 }, notify { sw, via = \"telephone\", as = \"n\" }, close \"done\" } }\n"
    "for k, v in each { q = 1, p = 2, [2] = 3, [1] = 4 } do service(tostring(k) .. v) {} end\n"
    "deadline \"d\" { clause = \"1\", by = turns(18) - months(6), owner = sw }\n";

static void key_order_never_shows(void **state)
{
    (void)state;
    moot_buf first, again;
    moot_buf_init(&first);
    moot_buf_init(&again);
    assert_int_equal(script_places(sample, &first), MOOT_OK);
    for (int i = 0; i < 50; i++) {
        moot_buf_clear(&again);
        assert_int_equal(script_places(sample, &again), MOOT_OK);
        assert_string_equal(moot_buf_text(&first), moot_buf_text(&again));
    }
    moot_buf_done(&first);
    moot_buf_done(&again);
}

static void *load_in_thread(void *out)
{
    return (void *)(intptr_t)script_places(sample, out);
}

static void threads_do_not_meet(void **state)
{
    (void)state;
    pthread_t threads[8];
    moot_buf outs[8];
    for (int i = 0; i < 8; i++) {
        moot_buf_init(&outs[i]);
        assert_int_equal(pthread_create(&threads[i], NULL, load_in_thread, &outs[i]), 0);
    }
    for (int i = 0; i < 8; i++) {
        void *code;
        assert_int_equal(pthread_join(threads[i], &code), 0);
        assert_int_equal((intptr_t)code, MOOT_OK);
        assert_string_equal(moot_buf_text(&outs[i]), moot_buf_text(&outs[0]));
    }
    for (int i = 0; i < 8; i++) {
        moot_buf_done(&outs[i]);
    }
}

/* ---- memory that ends ---- */

static void load_with_failing(const char *source, unsigned long n)
{
    moot_script *script = NULL;
    moot_errs errs;
    moot_errs_init(&errs, 0);
    moot_load_options options = { .source = source, .source_len = strlen(source) };
    moot_alloc_fail_at(n);
    moot_code code = moot_script_load("protocols/test.lua", &options, &script, &errs);
    moot_alloc_fail_at(0);
    assert_true(code == MOOT_OK || code == MOOT_ENOMEM || code == MOOT_EDATA);
    assert_true(code == MOOT_OK || script == NULL);
    moot_script_free(script);
    moot_errs_done(&errs);
}

static void any_allocation_may_fail(void **state)
{
    (void)state;
    for (unsigned long n = 1; n <= 300; n++) {
        load_with_failing(sample, n);
    }
    for (unsigned long n = 301; n < 6000; n += 41) {
        load_with_failing(sample, n);
    }
    for (unsigned long n = 1; n < 4000; n += 53) {
        load_with_failing("stagee \"x\" { ownr = 5 } role \"y\" { service = 7 } go \"z\" error {}", n);
        load_with_failing("stage \"a\" { clause = \"1\" owner = 5 }", n);
    }
}

static int l_limited(lua_State *L)
{
    lua_newuserdatauv(L, 1u << 20, 0);
    return 0;
}

static void a_limit_closes_the_state(void **state)
{
    (void)state;
    moot_sandbox_limits limits = moot_sandbox_for_loading;
    limits.hard_bytes = 512u << 10;
    moot_sandbox *sandbox = NULL;
    moot_err err;
    moot_err_init(&err);
    assert_int_equal(moot_sandbox_new(&limits, &sandbox, &err), MOOT_OK);
    assert_true(sandbox->peak_bytes < 64u << 10);
    assert_int_equal(moot_lua_call(sandbox, l_limited, NULL, &err), MOOT_ELIMIT);
    assert_string_equal(err.msg, "the script uses too much memory: a loop in it may never end");
    moot_err_init(&err);
    assert_int_equal(moot_lua_call(sandbox, l_nothing, NULL, &err), MOOT_ELIMIT);
    assert_string_equal(err.msg, "the script was stopped by a limit before");
    moot_sandbox_free(sandbox);
    moot_sandbox_free(NULL);
}

/* Few instructions that take long: two long texts are compared byte by byte, over and over. */
static int l_compares(lua_State *L)
{
    static const char source[] = "local s = \"x\" while #s < 1000000 do s = s .. s end\n"
                                 "local a, b = s .. \"a\", s .. \"b\" while true do local c = a < b end";
    lua_newtable(L);
    moot_sandbox_load_text(L, source, strlen(source), "=test");
    lua_call(L, 0, 0);
    return 0;
}

static void the_fuse_stops_few_instructions_that_take_long(void **state)
{
    (void)state;
    moot_sandbox_limits limits = moot_sandbox_for_loading;
    limits.cpu_ms = 20;
    moot_sandbox *sandbox = NULL;
    moot_err err;
    moot_err_init(&err);
    assert_int_equal(moot_sandbox_new(&limits, &sandbox, &err), MOOT_OK);
    double start = seconds();
    assert_int_equal(moot_lua_call(sandbox, l_compares, NULL, &err), MOOT_ELIMIT);
    assert_true(seconds() - start < LONGEST);
    assert_string_equal(err.msg, "the script took too long: this machine is too slow, or the script is stuck");
    moot_sandbox_free(sandbox);
}

/* ---- modules ---- */

typedef struct folder {
    char path[64];
} folder;

static void write_module(const folder *f, const char *name, const char *text)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s.lua", f->path, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    fclose(file);
}

static void expect_with_modules(const folder *f, const char *source, const char *expected)
{
    moot_script *script = NULL;
    moot_errs errs;
    moot_buf out;
    moot_buf_init(&out);
    moot_errs_init(&errs, 0);
    moot_load_options options = { .stdlib_dir = f->path, .source = source, .source_len = strlen(source) };
    if (moot_script_load("test.lua", &options, &script, &errs) == MOOT_OK) {
        for (int32_t i = 0; i < script->decl_count; i++) {
            moot_buf_printf(&out, "%s %s %s%s\n", script->decls[i]->word, script->decls[i]->name,
                            script->decls[i]->file, script->decls[i]->common ? " common" : "");
        }
    }
    for (size_t i = 0; i < errs.count; i++) {
        const char *slash = strrchr(errs.list[i].file, '/');
        moot_buf_printf(&out, "%s:%d:%d %s\n", slash ? slash + 1 : errs.list[i].file, errs.list[i].line,
                        errs.list[i].col, errs.list[i].msg);
    }
    assert_string_equal(moot_buf_text(&out), expected);
    moot_script_free(script);
    moot_errs_done(&errs);
    moot_buf_done(&out);
}

static void modules_of_the_standard_library(void **state)
{
    (void)state;
    folder f = { "/tmp/moot-test-XXXXXX" };
    assert_non_null(mkdtemp(f.path));
    write_module(&f, "vocabulary", "event \"e\" {}\n");
    write_module(&f, "one", "local two = require \"two\"\nrole(two.name) {}\nreturn { name = two.name }\n");
    write_module(&f, "two", "return { name = (string.gsub(table.concat(sorted { \"b\", \"a\" }), \"a\", \"x\")) }\n");
    write_module(&f, "circle", "return require \"circle\"\n");
    write_module(&f, "broken", "\n  local x = \n");
    write_module(&f, "wrong", "\n role \"r\" { servic = 5 }\n");
    expect_with_modules(&f, "local one = require \"one\"\nlocal again = require \"one\"\nservice(one.name) {}",
                        "event e stdlib/vocabulary.lua common\nrole xb stdlib/one.lua\nservice xb test.lua\n");
    expect_with_modules(&f, "require \"circle\"",
                        "circle.lua:1:8 the modules require each other in a circle: \"circle\"\n");
    expect_with_modules(&f, "require \"broken\"", "broken.lua:2:11 the script ends in the middle of a declaration\n");
    expect_with_modules(&f, "require \"wrong\"",
                        "wrong.lua:2:13 unknown field \"servic\" of role; did you mean \"service\"?\n");
    expect_with_modules(&f, "local x = sorted {}",
                        "test.lua:1:11 \"sorted\" is not a word of moot; a text stands in \"quotes\"\n");
    static const char *const names[] = { "vocabulary", "one", "two", "circle", "broken", "wrong" };
    for (size_t i = 0; i < MOOT_COUNT(names); i++) {
        char path[128];
        snprintf(path, sizeof path, "%s/%s.lua", f.path, names[i]);
        unlink(path);
    }
    rmdir(f.path);
}

/* ---- our own functions ---- */

static void our_functions_do_what_luas_do(void **state)
{
    (void)state;
    static const char source[] =
        "local function eq(a, b) if a ~= b then error(tostring(a) .. \" is not \" .. tostring(b), 2) end end\n"
        "eq((\"hello\"):sub(2, -2), \"ell\") eq((\"hello\"):sub(-100, 100), \"hello\") eq((\"hello\"):sub(4, 2), "
        "\"\")\n"
        "eq((\"ab\"):rep(3, \"-\"), \"ab-ab-ab\") eq((\"x\"):rep(0), \"\") eq((\"Ab\"):upper(), \"AB\") "
        "eq((\"Ab\"):lower(), \"ab\")\n"
        "eq((\"Ü\"):lower(), \"Ü\") eq((\"abc\"):len(), 3)\n"
        "eq((\"%d|%5d|%-5d|%05d\"):format(7, 7, 7, 7), \"7|    7|7    |00007\")\n"
        "eq((\"%s|%3s|%-3s|%%\"):format(true, \"a\", \"b\"), \"true|  a|b  |%\")\n"
        "eq((\"%.2f|%8.1f\"):format(1.005, 2.25), \"1.00|     2.2\")\n"
        "local t = { \"a\", \"b\" } table.insert(t, \"c\") table.insert(t, 1, \"z\") eq(table.concat(t, \",\"), "
        "\"z,a,b,c\")\n"
        "eq(table.concat({ 1, 2.5, \"x\" }), \"12.5x\") eq(select(\"#\", table.unpack({ 1, 2, 3 })), 3)\n"
        "eq(tonumber(\"12\"), 12) eq(tonumber(\"0x10\"), 16) eq(tonumber(\"x\"), nil) eq(tonumber(1.5), 1.5)\n"
        "eq(tostring(nil), \"nil\") eq(tostring(1.5), \"1.5\") eq(tostring({}), \"table\") eq(type(role), "
        "\"userdata\")\n"
        "eq(math.max(1, 3, 2), 3) eq(math.floor(2.7), 2) eq(math.tointeger(3.0), 3)\n"
        "local s = \"\" for k, v in each { 30, 10, x = 1, a = 2, [\"é\"] = 3, [-1] = 4 } do s = s .. k .. v .. \" \" "
        "end\n"
        "eq(s, \"-14 130 210 a2 x1 é3 \")\n";
    expect_script(source, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_script_reaches_the_written_list_and_nothing_else),
        cmocka_unit_test(what_lua_could_do_elsewhere_is_not_there),
        cmocka_unit_test(work_without_end_is_stopped),
        cmocka_unit_test(memory_without_end_is_stopped),
        cmocka_unit_test(errors_of_any_kind_are_one_sentence),
        cmocka_unit_test(texts_made_to_break_the_parser_are_refused),
        cmocka_unit_test(key_order_never_shows),
        cmocka_unit_test(threads_do_not_meet),
        cmocka_unit_test(any_allocation_may_fail),
        cmocka_unit_test(a_limit_closes_the_state),
        cmocka_unit_test(the_fuse_stops_few_instructions_that_take_long),
        cmocka_unit_test(modules_of_the_standard_library),
        cmocka_unit_test(our_functions_do_what_luas_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
