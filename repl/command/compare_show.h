/* compare_show: how a comparison looks: as tables for people, as lines of JSON, as rows of CSV. */
#ifndef MOOT_COMPARE_SHOW_H
#define MOOT_COMPARE_SHOW_H

#include "repl/cli/protocols.h"
#include "vm/run/compare.h"

/* One case: aspects down, protocols across where the width allows it, else a row for each answer. What is set aside stands
 * below. `set_aside`: per protocol. */
typedef struct moot_compare_view {
    const char *id;
    const char *as_of; /* the case's now, "" if it has none */
    const moot_comparison *comparison;
    const int32_t *set_aside;
} moot_compare_view;
moot_code moot_compare_table(const moot_protocols *protocols, const moot_compare_view *view, moot_err *err) MOOT_MUST_CHECK;
void moot_compare_json(const moot_protocols *protocols, const moot_compare_view *view, moot_buf *out);
void moot_compare_csv_head(moot_buf *out);
void moot_compare_csv_law(const moot_protocols *protocols, moot_buf *out); /* below all: on what each rests */
void moot_compare_csv(const moot_protocols *protocols, const moot_compare_view *view, moot_buf *out);

/* Many cases: in how many the protocols differ, aspect by aspect, and what each comes to in numbers. */
moot_code moot_compare_sum_table(const moot_protocols *protocols, const moot_compare_sum *sum, moot_err *err) MOOT_MUST_CHECK;
void moot_compare_sum_json(const moot_protocols *protocols, const moot_compare_sum *sum, moot_buf *out);

#endif
