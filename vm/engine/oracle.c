#include "vm/engine/oracle.h"

#include "vm/engine/oracle_internal.h"

void moot_oracle_free(moot_oracle *oracle)
{
    if (oracle) {
        oracle->cls->free(oracle);
    }
}

moot_code moot_oracle__no_answer(moot_oracle *o, const moot_case *c, int32_t index, moot_err *err)
{
    (void)o;
    (void)c;
    (void)index;
    (void)err;
    return MOOT_OK;
}

int moot_oracle__no_fact(moot_oracle *o, const moot_case *c, int32_t fact, int32_t child, moot_value *out_value)
{
    (void)o;
    (void)c;
    (void)fact;
    (void)child;
    (void)out_value;
    return 0;
}

int moot_oracle__none_follows(moot_oracle *o, const moot_case *c, int32_t clock_rule)
{
    (void)o;
    (void)c;
    (void)clock_rule;
    return 0;
}

const moot_record *moot_oracle__none_left(moot_oracle *o, const moot_case *c, int32_t i)
{
    (void)o;
    (void)c;
    (void)i;
    return NULL;
}

int32_t moot_oracle__no_first_fact(const moot_oracle *o, int32_t i)
{
    (void)o;
    (void)i;
    return -1;
}
