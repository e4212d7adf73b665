/* Many cases on several threads: each makes blocks of its own, and the lines are handed on in the order of their numbers. */
#include <pthread.h>

#include "vm/run/generate.h"

#define CASES_A_BLOCK 1000
#define JOBS_MOST 64

typedef struct block {
    const moot_generator *generator;
    int64_t first, last;
    moot_buf text;
    pthread_t thread;
    int started;
} block;

static void *make_block(void *user)
{
    block *b = user;
    moot_buf_clear(&b->text);
    for (int64_t number = b->first; number <= b->last; number++) {
        moot_generate_case(b->generator, number, &b->text);
    }
    return NULL;
}

/* One block each, side by side, from *next on; the first on this thread. */
static moot_code make_round(block *blocks, int jobs, int64_t *next, int64_t count, moot_err *err)
{
    moot_code code = MOOT_OK;
    for (int i = jobs - 1; i >= 0; i--) {
        block *b = &blocks[i];
        b->first = *next + (int64_t)i * CASES_A_BLOCK;
        b->last = b->first + CASES_A_BLOCK - 1 < count ? b->first + CASES_A_BLOCK - 1 : count;
        b->started = i > 0 && !code && pthread_create(&b->thread, NULL, make_block, b) == 0;
        if (i > 0 && !b->started) {
            code = moot_fail(err, MOOT_ESYSTEM, "the system gives no more threads; try fewer --jobs");
        }
    }
    if (!code) {
        make_block(&blocks[0]);
    }
    for (int i = 1; i < jobs; i++) {
        if (blocks[i].started) {
            pthread_join(blocks[i].thread, NULL);
        }
    }
    *next += (int64_t)jobs * CASES_A_BLOCK;
    return code;
}

moot_code moot_generate_many(const moot_generator *generator, int64_t count, int jobs, moot_generate_write *write, void *user,
                             moot_err *err)
{
    block blocks[JOBS_MOST];
    moot_code code = MOOT_OK;
    jobs = jobs > JOBS_MOST ? JOBS_MOST : jobs;
    for (int i = 0; i < jobs; i++) {
        blocks[i] = (block){ .generator = generator };
        moot_buf_init(&blocks[i].text);
    }
    for (int64_t next = 1; next <= count && !code;) {
        code = make_round(blocks, jobs, &next, count, err);
        for (int i = 0; i < jobs && !code && blocks[i].first <= count; i++) {
            const moot_buf *text = &blocks[i].text;
            code = moot_buf_ok(text) ? write(user, moot_buf_text(text), text->len, blocks[i].last, err) : moot_fail_memory(err);
        }
    }
    for (int i = 0; i < jobs; i++) {
        moot_buf_done(&blocks[i].text);
    }
    return code;
}
