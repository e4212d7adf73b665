/* report_asked: what a what-if was asked, in words. */
#ifndef MOOT_REPORT_ASKED_H
#define MOOT_REPORT_ASKED_H

#include "repl/page/report.h"
#include "vm/store/store_whatif.h"

/* Where its options say that protocols of their own stand beside the baseline, with how many files of assumptions each has, which is for who
 * runs it again and not for a page; NULL: they do not. */
const char *moot_report__asked_against(const moot_whatif_told *told);
/* Its other options, for a page: "none"; what is only for who runs it again is left out. In the report's arena or borrowed; NULL when memory
 * ends. */
const char *moot_report__asked_options(moot_report *report, const moot_whatif_told *told);
/* What stands beside the baseline: "beside luton", "read in 25 other ways", "with 2 variants". `readings`: how many of its sides are readings. */
const char *moot_report__asked_others(moot_report *report, const moot_whatif_told *told, size_t readings);

#endif
