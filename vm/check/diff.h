/* diff: what differs between two protocols in structure and figures: declarations added, removed, changed field by field.
 *
 * Two declarations are the same thing if they have one kind and one name; an outcome is its stage's own; a deadline or act may have
 * moved to another stage. Clauses do not count: no two documents share their numbers, so that what has no name but its clause is
 * the same thing only where both cite one clause table. Order in the script is no difference.
 *
 * What one side has and the other has not may be the same thing under another name. That is said only where it is sure enough: of
 * one kind, the names a slip apart and something said alike, or three fields and more all the same; and nothing else that could be
 * meant on either side. It is said as a question, beside the addition and the removal, which stand. */
#ifndef MOOT_DIFF_H
#define MOOT_DIFF_H

#include "vm/check/outline.h"

typedef enum moot_diff_how { MOOT_DIFF_SAME, MOOT_DIFF_CHANGED, MOOT_DIFF_REMOVED, MOOT_DIFF_ADDED } moot_diff_how;

typedef struct moot_diff_field {
    const char *name;
    const char *from, *to; /* NULL: not said on that side */
} moot_diff_field;

typedef struct moot_diff_row {
    uint8_t how;                   /* moot_diff_how */
    const moot_outline_row *a, *b; /* NULL: not on that side */
    const moot_outline_row *renamed; /* REMOVED, ADDED: perhaps this one of the other side; NULL */
    const moot_diff_field *fields; /* CHANGED: those that differ */
    int32_t field_count;
} moot_diff_row;

typedef struct moot_diff {
    const moot_diff_row *rows; /* by kind, then in the order of the first protocol, then of the second */
    int32_t count;
    int32_t counts[MOOT_OUTLINE_KIND_COUNT][4]; /* by kind and moot_diff_how */
    int differ;
} moot_diff;

/* Everything lives in the arena, or in the outlines. Quadratic in what a kind holds. Errors: MOOT_ENOMEM. */
moot_code moot_diff_of(const moot_outline *a, const moot_outline *b, moot_arena *arena, moot_diff *out, moot_err *err)
    MOOT_MUST_CHECK;

#endif
