/* case_fold: the fold: what one entry does to the state of a case. Internal to case; nothing else changes state. */
#ifndef MOOT_CASE_FOLD_H
#define MOOT_CASE_FOLD_H

#include "vm/case/case.h"

void moot_case__fold(moot_case *c, const moot_entry *entry);

#endif
