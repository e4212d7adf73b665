/* The batch: the same cases, mistakes and text, byte for byte, for any number of jobs; stop, skip, limit and failing sinks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "reader_protocol.h"
#include "vm/run/batch.h"

#define MANY 1234 /* lines of the caseload; every 100th is broken, every 97th a twin of the one before */

typedef struct shared {
    moot_protocol *p;
    char path[300];
} shared;

static void make_cases(moot_buf *out)
{
    for (int i = 0; i < MANY; i++) {
        int id = i % 97 == 96 ? i - 1 : i;
        moot_buf_printf(out, "{\"id\":\"c%d\",\"facts\":{\"dob\":\"2009-02-11\"%s},\"events\":[", id, i % 100 == 99 ? "," : "");
        for (int k = 0; k <= i % 5; k++) {
            moot_buf_printf(out, "%s{\"at\":\"2026-05-%02d 10:00\",\"event\":\"presents homeless\"}", k ? "," : "", k * 3 + 1);
            moot_buf_printf(out, ",{\"at\":\"2026-05-%02d 12:00\",\"stage\":\"mediation\",\"outcome\":\"returned home\"}", k * 3 + 2);
        }
        moot_buf_str(out, "]}\n");
    }
}

static int setup(void **state)
{
    static shared s;
    moot_buf text;
    moot_buf_init(&text);
    make_cases(&text);
    s.p = reader_protocol();
    snprintf(s.path, sizeof s.path, "%s", reader_file("batch.jsonl", text.text, text.len));
    moot_buf_done(&text);
    *state = &s;
    return 0;
}

static int teardown(void **state)
{
    shared *s = *state;
    unlink(s->path);
    moot_protocol_free(s->p);
    return 0;
}

/* ---- what a run leaves behind ---- */

typedef struct run {
    moot_sink sink;
    moot_buf put, text, told;
    int64_t chunks, done;
    int64_t fail_at; /* the put that fails, 0: none */
    int64_t stop_at; /* cases after which the stop is raised, 0: never */
    atomic_int stop;
    moot_batch_counts counts;
    moot_code code;
    char message[512];
} run;

static moot_code put(moot_sink *sink, const moot_case *c, moot_err *err)
{
    run *r = (run *)sink;
    moot_buf_printf(&r->put, "%s %d %d %d\n", c->input->id, (int)c->status, c->entry_count, c->visits_count);
    if (r->fail_at && --r->fail_at == 0) {
        return moot_fail(err, MOOT_ESTORE, "the disk is full");
    }
    return MOOT_OK;
}

static moot_code chunk_end(moot_sink *sink, int64_t done, moot_err *err)
{
    run *r = (run *)sink;
    (void)err;
    assert_true(done >= r->done);
    r->chunks++;
    r->done = done;
    if (r->stop_at && done >= r->stop_at) {
        atomic_store(&r->stop, 1);
    }
    return MOOT_OK;
}

static moot_code render(void *user, const moot_case *c, moot_buf *out, moot_err *err)
{
    (void)user;
    (void)err;
    moot_buf_printf(out, "%s:", c->input->id);
    for (int32_t i = 0; i < c->log_count; i++) {
        moot_buf_printf(out, " %s", moot_what_text((moot_what)c->log[i].what));
    }
    moot_buf_char(out, '\n');
    return MOOT_OK;
}

static moot_code write_text(void *user, const char *text, size_t len, moot_err *err)
{
    (void)err;
    moot_buf_add(&((run *)user)->text, text, len);
    return MOOT_OK;
}

static moot_batch_options options_of(run *r, int jobs)
{
    moot_batch_options options = moot_batch_options_default();
    options.jobs = jobs;
    options.engine.keep_log = 1;
    options.render = render;
    options.write = write_text;
    options.write_user = r;
    options.stop = &r->stop;
    return options;
}

static void begin(run *r)
{
    memset(r, 0, sizeof *r);
    r->sink.put = put;
    r->sink.chunk_end = chunk_end;
    moot_buf_init(&r->put);
    moot_buf_init(&r->text);
    moot_buf_init(&r->told);
}

static void end(run *r)
{
    moot_buf_done(&r->put);
    moot_buf_done(&r->text);
    moot_buf_done(&r->told);
}

static void go(const shared *s, run *r, const moot_batch_options *options)
{
    moot_caseload *caseload = NULL;
    moot_sink *sinks[1] = { &r->sink };
    moot_errs errs;
    moot_err err;
    moot_err_init(&err);
    moot_errs_init(&errs, 0);
    assert_int_equal(moot_caseload_open(s->path, s->p, NULL, &caseload, &err), MOOT_OK);
    r->code = moot_batch_run(s->p, caseload, options, sinks, 1, &errs, &r->counts, &err);
    memcpy(r->message, err.msg, sizeof r->message);
    reader_told(&errs, &r->told);
    moot_caseload_close(caseload);
    moot_errs_done(&errs);
}

static void same_run(const run *a, const run *b)
{
    assert_int_equal(a->code, b->code);
    assert_string_equal(moot_buf_text(&a->put), moot_buf_text(&b->put));
    assert_string_equal(moot_buf_text(&a->text), moot_buf_text(&b->text));
    assert_string_equal(moot_buf_text(&a->told), moot_buf_text(&b->told));
    assert_string_equal(a->message, b->message);
    assert_memory_equal(&a->counts, &b->counts, sizeof a->counts);
    assert_int_equal(a->chunks, b->chunks);
    assert_int_equal(a->done, b->done);
}

/* ---- tests ---- */

static void any_number_of_jobs_gives_the_same_bytes(void **state)
{
    static const int jobs[] = { 2, 3, 8 };
    run alone;
    begin(&alone);
    moot_batch_options options = options_of(&alone, 1);
    go(*state, &alone, &options);
    assert_int_equal(alone.code, MOOT_OK);
    assert_int_equal(alone.counts.done, MANY);
    assert_int_equal(alone.counts.run + alone.counts.caseload.bad, MANY);
    assert_int_equal(alone.counts.caseload.bad, MANY / 100 + MANY / 97);
    assert_int_equal(alone.done, MANY);
    assert_int_equal(moot_code_status(alone.counts.caseload.worst), 3);
    assert_non_null(strstr(moot_buf_text(&alone.text), "c0: "));
    assert_non_null(strstr(moot_buf_text(&alone.told), "batch.jsonl:97: the id \"c95\" stands already on line 96"));
    for (size_t i = 0; i < MOOT_COUNT(jobs); i++) {
        run many;
        begin(&many);
        options = options_of(&many, jobs[i]);
        go(*state, &many, &options);
        same_run(&alone, &many);
        end(&many);
    }
    end(&alone);
}

static void a_stop_ends_after_the_chunk(void **state)
{
    for (int jobs = 1; jobs <= 3; jobs += 2) {
        run r;
        begin(&r);
        r.stop_at = 100;
        moot_batch_options options = options_of(&r, jobs);
        go(*state, &r, &options);
        assert_int_equal(r.code, MOOT_EINTR);
        assert_string_equal(r.message, "stopped after 100 cases; what was done so far is kept");
        assert_int_equal(r.counts.done, 100);
        end(&r);
    }
}

/* A run that was stopped and gone on with writes what one run writes, and tells the same. */
static void a_resumed_run_is_as_one(void **state)
{
    run whole, first, second;
    begin(&whole);
    moot_batch_options options = options_of(&whole, 2);
    options.limit = 700;
    go(*state, &whole, &options);
    assert_int_equal(whole.code, MOOT_OK);
    assert_int_equal(whole.counts.run, 700);
    begin(&first);
    first.stop_at = 150;
    options = options_of(&first, 2);
    options.limit = 700;
    go(*state, &first, &options);
    assert_int_equal(first.code, MOOT_EINTR);
    begin(&second);
    options = options_of(&second, 2);
    options.limit = 700;
    options.skip = first.done;
    go(*state, &second, &options);
    assert_int_equal(second.code, MOOT_OK);
    moot_buf_str(&first.put, moot_buf_text(&second.put));
    moot_buf_str(&first.text, moot_buf_text(&second.text));
    assert_string_equal(moot_buf_text(&first.put), moot_buf_text(&whole.put));
    assert_string_equal(moot_buf_text(&first.text), moot_buf_text(&whole.text));
    assert_string_equal(moot_buf_text(&second.told), moot_buf_text(&whole.told));
    assert_int_equal(second.counts.done, whole.counts.done);
    end(&whole);
    end(&first);
    end(&second);
}

static void a_sink_that_fails_ends_the_run(void **state)
{
    for (int jobs = 1; jobs <= 4; jobs += 3) {
        run r;
        begin(&r);
        r.fail_at = 77;
        moot_batch_options options = options_of(&r, jobs);
        go(*state, &r, &options);
        assert_int_equal(r.code, MOOT_ESTORE);
        assert_string_equal(r.message, "the disk is full");
        assert_int_equal(r.counts.run, 76);
        end(&r);
    }
}

static void an_empty_caseload_is_no_failure(void **state)
{
    shared empty = *(shared *)*state;
    run r;
    begin(&r);
    snprintf(empty.path, sizeof empty.path, "%s", reader_file("none.jsonl", "", 0));
    moot_batch_options options = options_of(&r, 2);
    go(&empty, &r, &options);
    unlink(empty.path);
    assert_int_equal(r.code, MOOT_OK);
    assert_int_equal(r.counts.done, 0);
    end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_number_of_jobs_gives_the_same_bytes),
        cmocka_unit_test(a_stop_ends_after_the_chunk),
        cmocka_unit_test(a_resumed_run_is_as_one),
        cmocka_unit_test(a_sink_that_fails_ends_the_run),
        cmocka_unit_test(an_empty_caseload_is_no_failure),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
