/* sandbox: a Lua state in which a script can do nothing but compute and declare.
 *
 * It cannot reach files, the machine, time or chance; its memory, its instructions and its wall-clock time are limited;
 * what it sees is an allow-list (sandbox_env.c). Rules that this Lua (5.4.4, Debian) forces on us are in lua/README.md.
 *
 *     moot_sandbox_new -> moot_lua_call(sandbox, body, …) ... -> moot_sandbox_free
 *
 * Everything that touches the state runs inside moot_lua_call, because any push may raise. A state belongs to one
 * thread. After a limit was hit the state may only be freed: moot_lua_call then refuses. */
#ifndef MOOT_SANDBOX_H
#define MOOT_SANDBOX_H

#include "lua/sandbox/lua_api.h"
#include "vm/base/err.h"

typedef struct moot_sandbox_limits {
    size_t live_bytes;    /* soft, checked between instructions */
    size_t hard_bytes;    /* the allocator refuses to go over it */
    uint64_t volume_bytes; /* all that was ever allocated; twice that in the allocator */
    int64_t instructions;
    int32_t cpu_ms;       /* of work by its thread: a fuse, not a rule; a busy machine blows no fuse; 0 for none */
} moot_sandbox_limits;

/* 16 MiB, 32 MiB, 256 MiB, 10 million instructions, 15 s of work: for loading one protocol. */
extern const moot_sandbox_limits moot_sandbox_for_loading;

typedef struct moot_sandbox {
    lua_State *state; /* owned */
    moot_sandbox_limits limits;
    size_t live_bytes, peak_bytes;
    uint64_t volume_bytes;
    int64_t instructions_left;
    int64_t stop_at_ms; /* of its thread's work; 0: no fuse */
    int64_t clock_in;   /* instructions until the clock is read again */
    int spent;          /* a limit was hit: sticky */
    int refused;        /* the allocator refused, by our limit */
    int too_slow;       /* what was hit is the fuse of time worked */
    moot_err raised;    /* what is being raised: errors cross Lua as a light pointer to it */
    void *owner;        /* of who made the sandbox: the loader */
    /* Fills in what Lua cannot say: sets the place of (chunk name, line) for people, and, if `message` is not NULL,
     * Lua's own words in plainer ones. Leaves alone what it does not know. NULL: none. */
    void (*explain)(void *owner, const char *chunk, int line, const char *message, moot_err *err);
} moot_sandbox;

/* A state with the environment table of sandbox_env.c built and nothing run. Errors: MOOT_ENOMEM. */
moot_code moot_sandbox_new(const moot_sandbox_limits *limits, moot_sandbox **out_sandbox,
                           moot_err *err) MOOT_MUST_CHECK;
void moot_sandbox_free(moot_sandbox *sandbox);
moot_sandbox *moot_sandbox_of(lua_State *L);
/* Gives a state that has hit no limit new ones, of which nothing is used yet: for one call of a function. */
void moot_sandbox_rearm(moot_sandbox *sandbox, const moot_sandbox_limits *limits);

/* The one way into Lua: calls `body` protected, with `arg` as light userdata at index 1, budget armed. Results of the
 * body are dropped. Errors: MOOT_EDATA what the script raised, MOOT_ELIMIT, MOOT_ENOMEM, and what moot_raise was given;
 * each with the place of the innermost frame of a script. */
moot_code moot_lua_call(moot_sandbox *sandbox, lua_CFunction body, void *arg, moot_err *err) MOOT_MUST_CHECK;

/* Raises an error that was set in moot_sandbox_of(L)->raised: the one way from a moot_err to Lua. */
MOOT_NORETURN void moot_raise(lua_State *L);
/* Sets that error first; the place is the caller's script frame. */
#define moot_raise_as(L, code, ...)                                  \
    do {                                                             \
        moot_err_init(&moot_sandbox_of(L)->raised);                  \
        moot_fail(&moot_sandbox_of(L)->raised, code, __VA_ARGS__);   \
        moot_raise(L);                                               \
    } while (0)
/* Charges work done in C to the budget, in units of one instruction. Raises when that is spent. */
void moot_charge(lua_State *L, int64_t units);
/* Sets *out_chunk and *out_line to the innermost frame of a script; 0 if there is none. The chunk lives as long as the
 * frame. */
int moot_script_frame(lua_State *L, const char **out_chunk, int *out_line);

/* Loads text (never bytecode) as a function whose environment is the table on the top of the stack, which it replaces.
 * Errors are raised. [-1, +1, e] */
void moot_sandbox_load_text(lua_State *L, const char *text, size_t len, const char *chunk_name);

/* Runs a thread of the state on, with `args` values on top of its stack, to its next yield or its end. Returns how many
 * values it yields, which are then on top of its stack, or -1 at its end. What it raises is raised here, with the place in
 * the thread, which must then never be run again. Only within moot_lua_call; the thread is made after moot_sandbox_new, so
 * that it inherits the hook of the budget. [-0, +0, e] */
int moot_sandbox_resume(lua_State *L, lua_State *thread, int args);

/* ---- sandbox_env.c ---- */

/* Fills what every state has: bounded string functions in the shared metatable of strings. [-0, +0, m] */
void moot_sandbox_open(lua_State *L);
/* Pushes a fresh environment. A read of a name that it lacks calls the function `missing` with (environment, name); a
 * write of any name calls `assigned` with (environment, name, value), and the table of names as upvalue 1. `words` is
 * the index of a table with more names. Modules of the stdlib also get patterns and `sorted`. [-0, +1, m] */
void moot_sandbox_push_env(lua_State *L, int words, lua_CFunction missing, lua_CFunction assigned, int for_stdlib);
/* Names of Lua's own in that environment, sorted, NULL-terminated. The lists that the allow-list test walks. */
extern const char *const moot_sandbox_names[];
extern const char *const moot_sandbox_stdlib_names[];

#endif
