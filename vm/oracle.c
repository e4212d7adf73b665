#include "vm/oracle.h"

void moot_oracle_free(moot_oracle *oracle)
{
    if (oracle) {
        oracle->cls->free(oracle);
    }
}
