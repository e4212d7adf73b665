#include "vm/engine/oracle_internal.h"

/* The asked oracle: what a trainer told, one record at a time. It never knows what comes next. */
typedef struct asked {
    moot_oracle base;
    moot_record *told; /* copies; strings borrowed */
    size_t cap;
    int32_t count, next;
    int waits; /* acts wait for a record of their own */
} asked;

static moot_code ask_begin(moot_oracle *base, const moot_case *c, moot_instant as_of, moot_err *err)
{
    asked *o = (asked *)base;
    (void)c;
    (void)as_of;
    (void)err;
    o->count = o->next = 0;
    return MOOT_OK;
}

static moot_code ask_rewind(moot_oracle *base, const moot_case *c, moot_err *err)
{
    (void)c;
    (void)err;
    ((asked *)base)->next = 0;
    return MOOT_OK;
}

static moot_code ask_correct(moot_oracle *base, const moot_case *c, int32_t number, const moot_record *to, moot_err *err)
{
    asked *o = (asked *)base;
    (void)c;
    (void)err;
    for (int32_t i = 0; i < o->count; i++) {
        if (o->told[i].number == number && to) {
            o->told[i] = *to;
            o->told[i].number = number;
        } else if (o->told[i].number == number) {
            o->told[i].kind = MOOT_RECORD_NOTE; /* it never happened: its place in time stays, its effect goes */
            o->told[i].note = "this never happened";
            o->told[i].extra_count = 0;
        }
    }
    return MOOT_OK;
}

static const moot_record *ask_peek(moot_oracle *base, const moot_case *c, moot_when *out_at)
{
    asked *o = (asked *)base;
    (void)c;
    if (o->next >= o->count) {
        return NULL;
    }
    *out_at = o->told[o->next].at;
    return &o->told[o->next];
}

static void ask_take(moot_oracle *base, const moot_case *c)
{
    (void)c;
    ((asked *)base)->next++;
}

static moot_act_answer ask_act(moot_oracle *base, const moot_case *c, int32_t clock, moot_when at)
{
    (void)c;
    (void)clock;
    (void)at;
    return ((asked *)base)->waits ? MOOT_ACT_WAIT : MOOT_ACT_DONE;
}

static moot_instant ask_last(moot_oracle *base, const moot_case *c)
{
    asked *o = (asked *)base;
    (void)c;
    return o->count > 0 ? o->told[o->count - 1].at.hi : MOOT_NEVER;
}

static void ask_free(moot_oracle *base)
{
    asked *o = (asked *)base;
    moot_free(o->told);
    moot_free(o);
}

static const moot_oracle_class ASKED = {
    .name = "asked",
    .judges_guards = 1,
    .letters_wait = 1,
    .begin = ask_begin,
    .rewind = ask_rewind,
    .correct = ask_correct,
    .peek = ask_peek,
    .take = ask_take,
    .stage_opened = moot_oracle__no_answer,
    .clock_started = moot_oracle__no_answer,
    .barred = moot_oracle__no_answer,
    .fact = moot_oracle__no_fact,
    .consent_wanted = moot_oracle__no_answer,
    .first_fact = moot_oracle__no_first_fact,
    .record_follows = moot_oracle__none_follows,
    .record_left = moot_oracle__none_left,
    .act = ask_act,
    .last = ask_last,
    .free = ask_free,
};

moot_code moot_oracle_asked(moot_oracle **out_oracle, moot_err *err)
{
    asked *o = moot_calloc(1, sizeof *o);
    if (!o) {
        return moot_fail_memory(err);
    }
    o->base.cls = &ASKED;
    *out_oracle = &o->base;
    return MOOT_OK;
}

moot_code moot_oracle_tell(moot_oracle *oracle, const moot_record *record, moot_err *err)
{
    asked *o = (asked *)oracle;
    if (oracle->cls != &ASKED) {
        MOOT_BUG("only an asked oracle is told things");
    }
    if (o->count > 0 && record->at.lo < o->told[o->count - 1].at.lo) {
        return moot_fail(err, MOOT_EDATA, "that is before what was told last; go back with undo to change the past");
    }
    if (!moot_grow((void **)&o->told, &o->cap, (size_t)o->count + 1, sizeof *o->told)) {
        return moot_fail_memory(err);
    }
    o->told[o->count++] = *record;
    return MOOT_OK;
}

void moot_oracle_acts_at_once(moot_oracle *oracle, int at_once)
{
    if (oracle->cls == &ASKED) {
        ((asked *)oracle)->waits = !at_once;
    }
}
