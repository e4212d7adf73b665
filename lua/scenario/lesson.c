#include "lua/scenario/lesson.h"

#include <stdio.h>
#include <string.h>

#include "lua/sandbox/sandbox.h"
#include "vm/base/arena.h"
#include "vm/base/names.h"

#define LARGEST ((size_t)1 << 20)
#define WORD_CALL 20 /* instructions, so that a loop of words ends like any other */

static const moot_sandbox_limits limits = {
    .live_bytes = 16u << 20,
    .hard_bytes = 32u << 20,
    .volume_bytes = 256u << 20,
    .instructions = 10000000,
    .cpu_ms = 0, /* a class takes its time; instructions are counted */
};

static const char thread_key = 'l'; /* an address: registry key */

struct moot_lesson {
    moot_sandbox *sandbox;
    lua_State *thread; /* kept alive by the registry */
    char path[1024], chunk[56];
    moot_buf text;      /* the script */
    moot_arena arena;   /* texts of the step at hand */
    moot_lesson_step step;
    int answer, asked;
};

static const struct {
    const char *name;
    moot_lesson_kind kind;
} words[] = { { "lesson", MOOT_LESSON_TITLE }, { "use", MOOT_LESSON_USE }, { "text", MOOT_LESSON_TEXT },
              { "run", MOOT_LESSON_RUN },      { "ask", MOOT_LESSON_ASK }, { "checkpoint", MOOT_LESSON_CHECKPOINT } };

static moot_lesson *lesson_of(lua_State *L)
{
    return moot_sandbox_of(L)->owner;
}

/* A text of the script, kept until the next step. */
static const char *keep_text(lua_State *L, int index, const char *what)
{
    if (lua_type(L, index) != LUA_TSTRING) {
        moot_raise_as(L, MOOT_EDATA, "%s wants a text in quotes", what);
    }
    const char *kept = moot_arena_str(&lesson_of(L)->arena, lua_tostring(L, index));
    if (!kept) {
        moot_raise_as(L, MOOT_ENOMEM, "out of memory");
    }
    return kept;
}

/* [-0, +0, e]  the choices of a question from the table at index 2 */
static void read_choices(lua_State *L, moot_lesson_step *step)
{
    if (lua_type(L, 2) != LUA_TTABLE) {
        moot_raise_as(L, MOOT_EDATA, "ask wants its choices behind the question, as in: ask(\"Who?\", { \"one\", \"two\"; right = 1 })");
    }
    lua_Unsigned count = lua_rawlen(L, 2);
    if (count < 2 || count > MOOT_LESSON_CHOICES) {
        moot_raise_as(L, MOOT_EDATA, "a question has 2 to %d choices", MOOT_LESSON_CHOICES);
    }
    for (int i = 1; i <= (int)count; i++) {
        lua_rawgeti(L, 2, i);
        step->choices[i - 1] = keep_text(L, -1, "a choice");
        lua_pop(L, 1);
    }
    step->choice_count = (int)count;
    lua_getfield(L, 2, "right");
    int is_number = 0;
    lua_Integer right = lua_tointegerx(L, -1, &is_number);
    if (!lua_isnil(L, -1) && (!is_number || right < 0 || right > (lua_Integer)count)) {
        moot_raise_as(L, MOOT_EDATA, "right is the number of a choice, or 0 where none is");
    }
    step->right = (int)right;
    lua_pop(L, 1);
    lua_getfield(L, 2, "because");
    step->because = lua_isnil(L, -1) ? NULL : keep_text(L, -1, "because");
    lua_pop(L, 1);
}

/* Every word; upvalue 1 says which. [-n, +1, e] */
static int l_word(lua_State *L)
{
    moot_lesson *lesson = lesson_of(L);
    size_t word = (size_t)lua_tointeger(L, lua_upvalueindex(1));
    const char *chunk;
    int line = 0;
    moot_charge(L, WORD_CALL);
    moot_arena_clear(&lesson->arena);
    memset(&lesson->step, 0, sizeof lesson->step);
    lesson->step.kind = words[word].kind;
    lesson->step.line = moot_script_frame(L, &chunk, &line) ? line : 0;
    lesson->step.text = keep_text(L, 1, words[word].name);
    if (words[word].kind == MOOT_LESSON_ASK) {
        read_choices(L, &lesson->step);
    }
    lua_settop(L, 0);
    return lua_yield(L, 0);
}

/* [-2, +1, e] */
static int l_missing(lua_State *L)
{
    const char *names[64];
    size_t count = 0;
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    for (size_t i = 0; i < MOOT_COUNT(words); i++) {
        names[count++] = words[i].name;
    }
    for (const char *const *own = moot_sandbox_names; *own && count < MOOT_COUNT(names); own++) {
        names[count++] = *own;
    }
    const char *near = moot_nearest(name, names, count);
    moot_raise_as(L, MOOT_EDATA, "lessons have no word %.40s%s%s%s", name, near ? "; did you mean " : "", near ? near : "",
                  near ? "?" : "");
}

static int l_assigned(lua_State *L)
{
    moot_raise_as(L, MOOT_EDATA, "a name is given with local, as in: local said = ask(…)");
}

/* [-0, +0, e]  loads the script as the thread's function */
static int l_prepare(lua_State *L)
{
    moot_lesson *lesson = lua_touserdata(L, 1);
    luaL_checkstack(L, 20, NULL);
    lesson->thread = lua_newthread(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &thread_key);
    lua_newtable(L);
    for (size_t i = 0; i < MOOT_COUNT(words); i++) {
        lua_pushinteger(L, (lua_Integer)i);
        lua_pushcclosure(L, l_word, 1);
        lua_setfield(L, -2, words[i].name);
    }
    moot_sandbox_push_env(L, -1, l_missing, l_assigned, 0);
    lua_remove(L, -2);
    moot_sandbox_load_text(L, moot_buf_text(&lesson->text), lesson->text.len, lesson->chunk);
    lua_xmove(L, lesson->thread, 1);
    return 0;
}

/* [-0, +0, e]  lets the thread run to its next word */
static int l_go(lua_State *L)
{
    moot_lesson *lesson = lua_touserdata(L, 1);
    int gives = lesson->asked;
    lesson->asked = 0;
    memset(&lesson->step, 0, sizeof lesson->step);
    if (gives) {
        lua_pushinteger(lesson->thread, lesson->answer);
    }
    int count = moot_sandbox_resume(L, lesson->thread, gives);
    if (count < 0) {
        lesson->step.kind = MOOT_LESSON_END;
    } else {
        lua_settop(lesson->thread, 0);
    }
    return 0;
}

static moot_code read_script(moot_lesson *lesson, moot_err *err)
{
    char piece[4096];
    size_t got;
    FILE *file = fopen(lesson->path, "rb");
    if (!file) {
        return moot_fail(err, MOOT_EDATA, "there is no file %s", lesson->path);
    }
    while ((got = fread(piece, 1, sizeof piece, file)) > 0 && lesson->text.len <= LARGEST) {
        moot_buf_add(&lesson->text, piece, got);
    }
    fclose(file);
    if (lesson->text.len > LARGEST) {
        return moot_fail(err, MOOT_ELIMIT, "%s is larger than 1 MB", lesson->path);
    }
    return moot_buf_ok(&lesson->text) ? MOOT_OK : moot_fail_memory(err);
}

moot_code moot_lesson_open(const char *path, moot_lesson **out_lesson, moot_err *err)
{
    moot_lesson *lesson = moot_calloc(1, sizeof *lesson);
    if (!lesson) {
        return moot_fail_memory(err);
    }
    const char *slash = strrchr(path, '/');
    snprintf(lesson->path, sizeof lesson->path, "%s", path);
    snprintf(lesson->chunk, sizeof lesson->chunk, "@%.50s", slash ? slash + 1 : path);
    moot_buf_init(&lesson->text);
    moot_arena_init(&lesson->arena);
    moot_code code = read_script(lesson, err);
    code = code ? code : moot_sandbox_new(&limits, &lesson->sandbox, err);
    if (!code) {
        lesson->sandbox->owner = lesson;
        code = moot_lua_call(lesson->sandbox, l_prepare, lesson, err);
    }
    if (code) {
        moot_lesson_close(lesson);
        return code;
    }
    *out_lesson = lesson;
    return MOOT_OK;
}

moot_code moot_lesson_next(moot_lesson *lesson, int answer, moot_lesson_step *out_step, moot_err *err)
{
    lesson->answer = answer;
    if (moot_lua_call(lesson->sandbox, l_go, lesson, err)) {
        return err->code;
    }
    lesson->asked = lesson->step.kind == MOOT_LESSON_ASK;
    *out_step = lesson->step;
    return MOOT_OK;
}

void moot_lesson_close(moot_lesson *lesson)
{
    if (!lesson) {
        return;
    }
    moot_sandbox_free(lesson->sandbox);
    moot_buf_done(&lesson->text);
    moot_arena_done(&lesson->arena);
    moot_free(lesson);
}
