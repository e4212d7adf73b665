/* whatif_counts: counts of cases that a what-if may tell. Unless all cases were generated they may be about people, and small counts are
 * hidden with what they could be worked out from (vm/base/disclose.h). Counts are means of a replicate; nought is shown, and what is
 * more than nought and at most 5 is hidden. Figures, which are drawn, are means of worlds and not counts of people.
 *
 * What a reading turns: a variant that differs from the baseline in how one reading is read is told as a row of a table of its own. */
#ifndef MOOT_WHATIF_COUNTS_H
#define MOOT_WHATIF_COUNTS_H

#include "repl/command/whatif_page.h"

typedef enum moot_whatif_way { MOOT_WAY_GAIN, MOOT_WAY_LOSE, MOOT_WAY_BOTH, MOOT_WAY_OTHER, MOOT_WAY_SAME, MOOT_WAYS } moot_whatif_way;

/* A number, and whether it is hidden. */
typedef struct moot_whatif_count {
    double number;
    uint8_t hidden;
} moot_whatif_count;

typedef struct moot_whatif_counts {
    moot_whatif_count ways[MOOT_WAYS]; /* they add up to all cases */
    moot_whatif_count turned;          /* those that are not the same */
    moot_whatif_count queue;           /* of these, touched through a queue alone */
} moot_whatif_counts;
moot_code moot_whatif_counts_of(const moot_whatif_page *page, int32_t branch, moot_whatif_counts *out, moot_err *err) MOOT_MUST_CHECK;

/* Of one branch: why its cases part from the baseline, most first, with three counts each: gain, lose, other. */
typedef struct moot_whatif_why {
    const moot_whatif_reason *reason;
    moot_whatif_count gain, lose, other;
} moot_whatif_why;
/* The caller frees *out_list. Error: MOOT_ENOMEM. */
moot_code moot_whatif_why_of(const moot_whatif_page *page, int32_t branch, moot_whatif_why **out_list, int32_t *out_count,
                             moot_err *err) MOOT_MUST_CHECK;

/* "12.3", "c", "-" with so many decimals. Returns buf. */
const char *moot_whatif_count_text(moot_whatif_count count, int decimals, char *buf, size_t size);
/* ,"key":12.3 or ,"key":"c" */
void moot_whatif_count_json(moot_buf *out, const char *key, moot_whatif_count count);

/* ---- what a reading turns ---- */

/* How many branches are another reading. */
int32_t moot_whatif_turns(const moot_whatif_page *page);
/* Which figures surely move, the main ones first: "breaches -3.20; …", at most `most` of them; "" when none does. */
void moot_whatif_moves_text(const moot_whatif_page *page, int32_t branch, int32_t most, moot_buf *out);
moot_code moot_whatif_turns_tell(const moot_whatif_page *page, moot_err *err) MOOT_MUST_CHECK;
void moot_whatif_turn_json(const moot_whatif_page *page, int32_t branch, const moot_whatif_counts *counts, moot_buf *out);

#endif
