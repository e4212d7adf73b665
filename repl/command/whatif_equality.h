/* whatif_equality: who with which protected characteristic (Equality Act 2010, section 4) gains or loses by a variant, as far as
 * the caseload records it, and what it does not record. What stands in the facts of a case counts, not what a model
 * draws. Unless all cases were generated, small counts are hidden, and what they could be worked out from (vm/base/disclose.h). */
#ifndef MOOT_WHATIF_EQUALITY_H
#define MOOT_WHATIF_EQUALITY_H

#include "repl/command/whatif_page.h"

/* Of one variant, to standard output. Errors: MOOT_ENOMEM. */
moot_code moot_whatif_equality_tell(const moot_whatif_page *page, int32_t branch, moot_err *err) MOOT_MUST_CHECK;
/* A line for each group. Errors: MOOT_ENOMEM. */
moot_code moot_whatif_equality_json(const moot_whatif_page *page, int32_t branch, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;
/* A line for each figure of each group. Errors: MOOT_ENOMEM. */
moot_code moot_whatif_equality_csv(const moot_whatif_page *page, int32_t branch, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;
/* A line of CSV: a number, nothing (NAN), or c. */
void moot_whatif_csv_cell(moot_buf *out, const char *finding, const char *of, const char *row, const char *figure, double value, int hidden);

#endif
