/* The state, its three limits, and the one door in and out. */
#include "lua/sandbox/sandbox.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#define HOOK_EVERY 100 /* instructions; the price of a count hook does not depend on it */
#define CLOCK_EVERY 10000 /* instructions: asking the system how long a thread has worked costs as much as a thousand of them */

const moot_sandbox_limits moot_sandbox_for_loading = {
    .live_bytes = 16u << 20,
    .hard_bytes = 32u << 20,
    .volume_bytes = 256u << 20,
    .instructions = 10000000,
    .cpu_ms = 15000,
};

/* How long this thread has worked. By the wall clock a script would fail because other programs are busy. */
static int64_t worked_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

moot_sandbox *moot_sandbox_of(lua_State *L)
{
    moot_sandbox *sandbox;
    memcpy(&sandbox, lua_getextraspace(L), sizeof sandbox);
    return sandbox;
}

/* ---- memory ---- */

static int may_grow(const moot_sandbox *sandbox, size_t more)
{
    return more <= sandbox->limits.hard_bytes - sandbox->live_bytes &&
           more <= 2 * sandbox->limits.volume_bytes - sandbox->volume_bytes;
}

static void count_bytes(moot_sandbox *sandbox, size_t before, size_t after)
{
    sandbox->live_bytes = sandbox->live_bytes - before + after;
    if (sandbox->live_bytes > sandbox->peak_bytes) {
        sandbox->peak_bytes = sandbox->live_bytes;
    }
    if (after > before) {
        sandbox->volume_bytes += after - before;
    }
}

/* Lua's allocator. Freeing and shrinking never fail. */
static void *allocate(void *owner, void *ptr, size_t old_size, size_t new_size)
{
    moot_sandbox *sandbox = owner;
    size_t before = ptr ? old_size : 0; /* without a block, old_size is a type tag */
    if (new_size == 0) {
        moot_free(ptr);
        count_bytes(sandbox, before, 0);
        return NULL;
    }
    if (new_size > before && !may_grow(sandbox, new_size - before)) {
        sandbox->refused = 1;
        return NULL;
    }
    void *block = moot_reallocarray(ptr, new_size, 1);
    if (!block && new_size > before) {
        return NULL;
    }
    count_bytes(sandbox, before, new_size);
    return block ? block : ptr;
}

/* ---- limits ---- */

static void raise_limit(lua_State *L, const char *what)
{
    moot_sandbox *sandbox = moot_sandbox_of(L);
    sandbox->spent = 1;
    lua_sethook(L, lua_gethook(L), LUA_MASKCOUNT, 1); /* nothing that follows runs on */
    moot_raise_as(L, MOOT_ELIMIT, "%s", what);
}

static const char too_slow[] =
    "the script took too long: this machine is too slow, or the script is stuck";

/* Each word of a script charges; the clock is read now and then. */
static int is_time_over(moot_sandbox *sandbox, int64_t units)
{
    sandbox->clock_in -= units;
    if (sandbox->stop_at_ms == 0 || sandbox->clock_in > 0) {
        return 0;
    }
    sandbox->clock_in = CLOCK_EVERY;
    return worked_ms() > sandbox->stop_at_ms;
}

static const char *limit_hit(moot_sandbox *sandbox, int64_t units)
{
    if (sandbox->instructions_left <= 0) {
        return "the script works too long: a loop in it may never end";
    }
    if (sandbox->live_bytes > sandbox->limits.live_bytes || sandbox->volume_bytes > sandbox->limits.volume_bytes) {
        return "the script uses too much memory: a loop in it may never end";
    }
    if (is_time_over(sandbox, units)) {
        return too_slow;
    }
    return NULL;
}

void moot_charge(lua_State *L, int64_t units)
{
    moot_sandbox *sandbox = moot_sandbox_of(L);
    sandbox->instructions_left -= units;
    const char *limit = limit_hit(sandbox, units);
    if (limit) {
        sandbox->too_slow = limit == too_slow;
        raise_limit(L, limit);
    }
}

static void count_hook(lua_State *L, lua_Debug *ar)
{
    (void)ar;
    moot_charge(L, HOOK_EVERY);
}

/* ---- errors ---- */

void moot_raise(lua_State *L)
{
    lua_pushlightuserdata(L, &moot_sandbox_of(L)->raised);
    lua_error(L);
    MOOT_BUG("lua_error came back");
}

int moot_script_frame(lua_State *L, const char **out_chunk, int *out_line)
{
    lua_Debug ar;
    for (int level = 0; lua_getstack(L, level, &ar); level++) {
        if (lua_getinfo(L, "Sl", &ar) && ar.currentline > 0) {
            *out_chunk = ar.source;
            *out_line = ar.currentline;
            return 1;
        }
    }
    return 0;
}

static const char *chunk_text(const char *chunk)
{
    return chunk + (*chunk == '@' || *chunk == '=');
}

/* Lua puts "CHUNK:LINE: " before its messages: takes it off and gives the line. */
static const char *without_place(const char *message, const char *chunk, int *out_line)
{
    const char *name = chunk_text(chunk);
    size_t len = strlen(name);
    int line = 0, used = 0;
    if (strncmp(message, name, len) == 0 && sscanf(message + len, ":%9d: %n", &line, &used) == 1 && used > 0) {
        *out_line = line;
        return message + len + used;
    }
    return message;
}

/* Makes sandbox->raised of Lua's message (NULL: it is set already) at a place (line 0: none). */
static void describe(moot_sandbox *sandbox, const char *chunk, int line, const char *message)
{
    moot_err *err = &sandbox->raised;
    if (message && strstr(message, "stack overflow")) {
        sandbox->spent = 1;
        moot_fail(err, MOOT_ELIMIT, "the script goes too deep: a function in it calls itself without end, or "
                                    "brackets stand too deep inside one another");
    }
    if (sandbox->explain) {
        sandbox->explain(sandbox->owner, chunk, line, message, err);
    }
    if (message) {
        moot_fail(err, MOOT_EDATA, "%s", message);
    }
    if (line > 0) {
        moot_err_at(err, chunk_text(chunk), line, 0);
    }
}

static void take_raised(lua_State *L, moot_sandbox *sandbox, int index)
{
    const char *chunk = "";
    int line = 0;
    moot_script_frame(L, &chunk, &line);
    if (lua_touserdata(L, index) == &sandbox->raised) {
        if (sandbox->raised.line == 0) {
            describe(sandbox, chunk, line, NULL);
        }
        return;
    }
    moot_err_init(&sandbox->raised);
    if (lua_type(L, index) == LUA_TSTRING) {
        describe(sandbox, chunk, line, without_place(lua_tostring(L, index), chunk, &line));
        return;
    }
    moot_fail(&sandbox->raised, MOOT_EDATA, "the script stopped itself without saying why; error takes a sentence");
    describe(sandbox, chunk, line, NULL);
}

/* The message handler: makes sandbox->raised of whatever was raised. It calls no metamethod and allocates nothing. */
static int l_handle(lua_State *L)
{
    moot_sandbox *sandbox = moot_sandbox_of(L);
    take_raised(L, sandbox, 1);
    lua_pushlightuserdata(L, &sandbox->raised);
    return 1;
}

/* After LUA_ERRMEM, for which Lua calls no handler: was it our limit or the machine's? */
static void take_memory(moot_sandbox *sandbox)
{
    sandbox->spent = 1;
    moot_err_init(&sandbox->raised);
    if (sandbox->refused) {
        moot_fail(&sandbox->raised, MOOT_ELIMIT, "the script uses too much memory: a loop in it may never end");
    } else {
        moot_fail_memory(&sandbox->raised);
    }
}

static void take_status(moot_sandbox *sandbox, int status)
{
    if (status == LUA_ERRMEM) {
        take_memory(sandbox);
    } else if (status == LUA_ERRERR) {
        sandbox->spent = 1;
        moot_err_init(&sandbox->raised);
        moot_fail(&sandbox->raised, MOOT_ELIMIT, "the script goes too deep: a function in it calls itself without end");
    }
}

moot_code moot_lua_call(moot_sandbox *sandbox, lua_CFunction body, void *arg, moot_err *err)
{
    lua_State *L = sandbox->state;
    if (sandbox->spent) {
        return moot_fail(err, MOOT_ELIMIT, "the script was stopped by a limit before");
    }
    moot_err_init(&sandbox->raised);
    int top = lua_gettop(L);
    lua_pushcfunction(L, l_handle); /* none of these three allocates */
    lua_pushcfunction(L, body);
    lua_pushlightuserdata(L, arg);
    int status = lua_pcall(L, 1, 0, top + 1);
    if (status != LUA_OK) {
        take_status(sandbox, status);
    }
    lua_settop(L, top);
    if (status != LUA_OK && err && err->code == MOOT_OK) {
        *err = sandbox->raised;
    }
    return status == LUA_OK ? MOOT_OK : sandbox->raised.code;
}

int moot_sandbox_resume(lua_State *L, lua_State *thread, int args)
{
    moot_sandbox *sandbox = moot_sandbox_of(L);
    int yielded = 0;
    int status = lua_resume(thread, L, args, &yielded);
    if (status == LUA_OK || status == LUA_YIELD) {
        return status == LUA_YIELD ? yielded : -1;
    }
    take_status(sandbox, status);
    if (status != LUA_ERRMEM && status != LUA_ERRERR) {
        take_raised(thread, sandbox, lua_gettop(thread)); /* a thread has no message handler of its own */
    }
    moot_raise(L);
}

/* ---- loading text ---- */

static void raise_load_error(lua_State *L, int status, const char *chunk_name)
{
    moot_sandbox *sandbox = moot_sandbox_of(L);
    if (status != LUA_ERRSYNTAX) { /* the handler has seen to it, except for memory */
        if (status == LUA_ERRMEM) {
            take_memory(sandbox);
        }
        moot_raise(L);
    }
    moot_err_init(&sandbox->raised);
    int line = 0;
    const char *message = without_place(lua_tostring(L, -1), chunk_name, &line);
    describe(sandbox, chunk_name, line, message);
    moot_raise(L);
}

void moot_sandbox_load_text(lua_State *L, const char *text, size_t len, const char *chunk_name)
{
    int status = luaL_loadbufferx(L, text, len, chunk_name, "t");
    if (status != LUA_OK) {
        raise_load_error(L, status, chunk_name);
    }
    lua_insert(L, -2);
    if (!lua_setupvalue(L, -2, 1)) { /* every main function has _ENV as its first */
        MOOT_BUG("a chunk without an environment");
    }
}

/* ---- life ---- */

static int l_open(lua_State *L)
{
    moot_sandbox_open(L);
    return 0;
}

static int panic(lua_State *L)
{
    const char *message = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "no message";
    MOOT_BUG("an error outside moot_lua_call: %s", message);
}

moot_code moot_sandbox_new(const moot_sandbox_limits *limits, moot_sandbox **out_sandbox, moot_err *err)
{
    moot_sandbox *sandbox = moot_calloc(1, sizeof *sandbox);
    if (!sandbox) {
        return moot_fail_memory(err);
    }
    sandbox->limits = *limits;
    sandbox->instructions_left = limits->instructions;
    sandbox->stop_at_ms = limits->cpu_ms ? worked_ms() + limits->cpu_ms : 0;
    sandbox->state = lua_newstate(allocate, sandbox);
    if (!sandbox->state) {
        moot_free(sandbox);
        return moot_fail_memory(err);
    }
    memcpy(lua_getextraspace(sandbox->state), &sandbox, sizeof(moot_sandbox *));
    lua_atpanic(sandbox->state, panic);
    lua_sethook(sandbox->state, count_hook, LUA_MASKCOUNT, HOOK_EVERY);
    moot_code code = moot_lua_call(sandbox, l_open, NULL, err);
    if (code) {
        moot_sandbox_free(sandbox);
        return code;
    }
    *out_sandbox = sandbox;
    return MOOT_OK;
}

void moot_sandbox_rearm(moot_sandbox *sandbox, const moot_sandbox_limits *limits)
{
    sandbox->limits = *limits;
    sandbox->instructions_left = limits->instructions;
    sandbox->volume_bytes = 0;
    sandbox->clock_in = 0;
    sandbox->stop_at_ms = limits->cpu_ms ? worked_ms() + limits->cpu_ms : 0;
    lua_sethook(sandbox->state, count_hook, LUA_MASKCOUNT, HOOK_EVERY); /* counts from here, not from the call before */
}

void moot_sandbox_free(moot_sandbox *sandbox)
{
    if (!sandbox) {
        return;
    }
    lua_close(sandbox->state);
    moot_free(sandbox);
}
