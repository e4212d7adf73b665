/* report_reasons: where lives under a variant part from the baseline, as a report may tell it. */
#ifndef MOOT_REPORT_REASONS_H
#define MOOT_REPORT_REASONS_H

#include "repl/page/report_read.h"
#include "vm/run/whatif.h"

#define MOOT_REPORT_REASON_COLUMNS 3 /* how many gain, lose, go another way */

/* The reasons of one variant, most cases first. Returns how many; good until they are asked for again. */
int32_t moot_report__reasons_of(const moot_whatif *whatif, int32_t branch, const moot_whatif_reason **out_list);
/* One column of their table, in cases of one of `replicates`, as it may be shown: beside `sum`, which is what is shown of all of them
 * (hidden or not), and beside other variants, no small count can be worked out. `out`: as many. Error: MOOT_ENOMEM. */
moot_code moot_report__reasons_column(const moot_report_reader *rd, const moot_whatif_reason *list, size_t count, size_t column,
                                      double replicates, double sum, double *out, moot_err *err) MOOT_MUST_CHECK;

#endif
