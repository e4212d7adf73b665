/* Checked allocation with a switch that makes it fail, and the last words before an abort. */
#include "vm/base/base.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The one piece of mutable state outside objects: tests of failing memory need it in every
 * function that allocates, and a thread's own copy keeps the others out of it. */
static MOOT_THREAD_LOCAL unsigned long alloc_count;
static MOOT_THREAD_LOCAL unsigned long alloc_fail_at;

void moot_bug(const char *file, int line, const char *fmt, ...)
{
    va_list args;
    fprintf(stderr, "moot: a mistake inside moot at %s:%d: ", file, line);
    va_start(args, fmt);
    vfprintf(stderr, fmt, args);
    va_end(args);
    fputs("\nPlease report it with the command that you gave.\n", stderr);
    abort();
}

void moot_alloc_fail_at(unsigned long n)
{
    alloc_count = 0;
    alloc_fail_at = n;
}

unsigned long moot_alloc_count(void)
{
    return alloc_count;
}

static int allocation_refused(void)
{
    alloc_count++;
    return alloc_fail_at != 0 && alloc_count >= alloc_fail_at;
}

void *moot_malloc(size_t size)
{
    if (allocation_refused()) {
        return NULL;
    }
    return malloc(size ? size : 1);
}

void *moot_calloc(size_t count, size_t size)
{
    if (allocation_refused() || (size != 0 && count > SIZE_MAX / size)) {
        return NULL;
    }
    return count && size ? calloc(count, size) : calloc(1, 1);
}

void *moot_reallocarray(void *old, size_t count, size_t size)
{
    if (allocation_refused() || (size != 0 && count > SIZE_MAX / size)) {
        return NULL;
    }
    size_t bytes = count * size;
    return realloc(old, bytes ? bytes : 1);
}

char *moot_strndup(const char *text, size_t len)
{
    if (len == SIZE_MAX) {
        return NULL;
    }
    char *copy = moot_malloc(len + 1);
    if (copy) {
        memcpy(copy, text, len);
        copy[len] = '\0';
    }
    return copy;
}

char *moot_strdup(const char *text)
{
    return moot_strndup(text, strlen(text));
}

void moot_free(void *ptr)
{
    free(ptr);
}

int moot_base__grow(void **array, size_t *cap, size_t need, size_t size)
{
    size_t wanted = *cap < SIZE_MAX / 2 ? *cap + *cap / 2 : need;
    if (wanted < need) {
        wanted = need;
    }
    if (wanted < 8) {
        wanted = 8;
    }
    /* Callers pass the address of a `T *`: read and written as bytes, because a T * is not a
     * void *. */
    void *old;
    memcpy(&old, array, sizeof old);
    void *grown = moot_reallocarray(old, wanted, size);
    if (!grown) {
        return 0;
    }
    memcpy(array, &grown, sizeof grown);
    *cap = wanted;
    return 1;
}
