#include "tests/lua/small_case.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "lua/assume/assume.h"
#include "lua/compile/compile.h"
#include "lua/load/load.h"

moot_protocol *small_protocol(const char *source)
{
    moot_load_options load = { .source = source, .source_len = strlen(source) };
    moot_script *script = NULL;
    moot_protocol *p = NULL;
    moot_errs errs;
    moot_errs_init(&errs, 0);
    if (moot_script_load("test.lua", &load, &script, &errs) || moot_compile(script, NULL, &p, &errs, NULL)) {
        fail_msg("%s", errs.list[0].msg);
    }
    moot_script_free(script);
    moot_errs_done(&errs);
    return p;
}

moot_assume *small_assume(const moot_protocol *p, const moot_protocol *baseline, const char *source)
{
    moot_load_options load = { .source = source, .source_len = strlen(source) };
    moot_script *script = NULL;
    moot_assume *assume = NULL;
    moot_errs errs;
    moot_errs_init(&errs, 0);
    if (moot_script_load("test.assume.lua", &load, &script, &errs) || moot_assume_bind(script, p, baseline, &assume, &errs)) {
        fail_msg("%s", errs.list[0].msg);
    }
    moot_script_free(script);
    moot_errs_done(&errs);
    return assume;
}

moot_model *small_model(const moot_assume *assume)
{
    moot_model *model = NULL;
    assert_int_equal(moot_model_new(assume, &model, NULL), MOOT_OK);
    return model;
}

void small_begin(small_case *s, const char *source)
{
    memset(s, 0, sizeof *s);
    moot_err_init(&s->err);
    s->p = small_protocol(source);
    moot_input_init(&s->input);
    moot_case_init(&s->c);
    s->input.id = "C1";
    s->input.records = s->records;
}

void small_end(small_case *s)
{
    moot_case_done(&s->c);
    moot_protocol_free(s->p);
}

moot_record *small_record(small_case *s, const char *at, moot_record_kind kind)
{
    assert_true(s->input.record_count < SMALL_RECORDS);
    moot_record *r = &s->records[s->input.record_count++];
    memset(r, 0, sizeof *r);
    r->kind = (uint8_t)kind;
    r->number = s->input.record_count;
    r->who = r->child = r->paid_by = r->outcome = r->fact = -1;
    r->due = r->session = moot_when_at(MOOT_NEVER);
    assert_int_equal(moot_when_parse(s->p->zone, at, &r->at, &s->err), MOOT_OK);
    return r;
}

moot_record *small_event(small_case *s, const char *at, const char *event)
{
    moot_record *r = small_record(s, at, MOOT_RECORD_EVENT);
    r->ref = moot_find_event(s->p, event);
    return r;
}

moot_record *small_outcome(small_case *s, const char *at, const char *stage, const char *outcome)
{
    moot_record *r = small_record(s, at, MOOT_RECORD_OUTCOME);
    r->ref = moot_find_stage(s->p, stage);
    r->outcome = moot_find_outcome(s->p, r->ref, outcome);
    return r;
}

moot_record *small_fact(small_case *s, const char *at, const char *fact, moot_value value)
{
    moot_record *r = small_record(s, at, MOOT_RECORD_FACT);
    r->ref = moot_find_fact(s->p, fact);
    r->value = value;
    return r;
}
