/* assume_internal: what the files of assume share. Only vm/protocol/assume*.c include it. */
#ifndef MOOT_ASSUME_INTERNAL_H
#define MOOT_ASSUME_INTERNAL_H

#include "vm/protocol/assume.h"

/* Makes the quantiles of every gamma; 0 when memory ends. */
int moot_assume__cells(moot_assume *assume);

#endif
