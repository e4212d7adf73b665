/* base: what every module of moot stands on: compiler attributes, checked allocation, growing
 * arrays.
 *
 * Nothing in `vm` prints or exits. Memory that cannot be had is reported as MOOT_ENOMEM by the
 * caller; a broken assumption of ours (never a user's mistake) is MOOT_BUG, which aborts.
 *
 * All allocation of `vm`, `lua` and `repl` goes through the functions below, so that a test can
 * make the n-th one fail (tests/hostile). */
#ifndef MOOT_BASE_H
#define MOOT_BASE_H

#include <stddef.h>
#include <stdint.h>

/* The only place where compiler extensions are named. */
#define MOOT_MUST_CHECK __attribute__((warn_unused_result))
#define MOOT_PRINTF(fmt, first) __attribute__((format(printf, fmt, first)))
#define MOOT_NORETURN __attribute__((noreturn))
/* A function that is called now and then by one that always is: kept out of its caller, which is the quicker for being small. */
#define MOOT_APART __attribute__((noinline))
/* One that is called at each step of a case, from a few places: it becomes part of each. */
#define MOOT_WITHIN __attribute__((always_inline)) inline
#define MOOT_THREAD_LOCAL __thread
#define MOOT_COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Aborts with the place and a sentence: for what cannot happen unless moot itself is wrong. */
#define MOOT_BUG(...) moot_bug(__FILE__, __LINE__, __VA_ARGS__)
MOOT_NORETURN void moot_bug(const char *file, int line, const char *fmt, ...) MOOT_PRINTF(3, 4);

/* malloc, calloc, realloc, strdup, free with overflow checks. NULL means out of memory; size 0
 * gives a pointer that may be freed. moot_free takes NULL. */
void *moot_malloc(size_t size) MOOT_MUST_CHECK;
void *moot_calloc(size_t count, size_t size) MOOT_MUST_CHECK;
void *moot_reallocarray(void *old, size_t count, size_t size) MOOT_MUST_CHECK;
char *moot_strdup(const char *text) MOOT_MUST_CHECK;
char *moot_strndup(const char *text, size_t len) MOOT_MUST_CHECK;
void moot_free(void *ptr);

/* Makes room for `need` elements of `size` bytes in *array (capacity *cap, both updated; grows
 * by half). Returns 0 when memory ends, leaving both as they were. There nearly always is room, and
 * that is seen without a call. */
int moot_base__grow(void **array, size_t *cap, size_t need, size_t size) MOOT_MUST_CHECK;
MOOT_MUST_CHECK static inline int moot_grow(void **array, size_t *cap, size_t need, size_t size)
{
    return need <= *cap || moot_base__grow(array, cap, need, size);
}

/* For tests only: lets the n-th allocation of this thread from now on fail (1 is the next), and
 * each one after it; 0 turns it off. moot_alloc_count gives the number made in this thread since
 * it was last set. */
void moot_alloc_fail_at(unsigned long n);
unsigned long moot_alloc_count(void);

#endif
