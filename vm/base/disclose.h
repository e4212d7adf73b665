/* disclose: small numbers that could point at a person are hidden where results over recorded cases leave moot
 * (data protection: counts of real young people). Generated cases are about nobody: their counts are not given to this.
 *
 *     primary     a count of 1 to 5 is hidden; 0 is shown
 *     secondary   where totals are shown, as many more cells are hidden as it takes that no hidden small count can be worked out
 *     base        a percentage, mean or median over fewer than 10 cases is hidden
 *
 * The difference between two variants over the same recorded cases is a count of people too: by its size, whatever its sign.
 * Hidden, missing and nought are three different things, in text, CSV ("c", nothing, 0) and JSON ("c", null, 0).
 *
 * It looks at one table at a time. Two tables over the same cases that are cut differently can still be subtracted from each
 * other: whoever publishes several hides in the joint table first, or says with `also` what another one would give away. */
#ifndef MOOT_DISCLOSE_H
#define MOOT_DISCLOSE_H

#include "vm/base/base.h"
#include "vm/base/err.h"

#define MOOT_SUPPRESS_BELOW 6 /* --suppress-below: counts from 1 to one less; 0 or 1 hides nothing */
#define MOOT_SUPPRESS_BASE 10 /* shares, means and medians on fewer */
#define MOOT_SUPPRESSED "c"   /* what stands in its place */

typedef enum moot_hidden { MOOT_CELL_SHOWN, MOOT_CELL_SMALL, MOOT_CELL_SECONDARY } moot_hidden;

/* Counts, row after row. With row_totals the last column is the sum of the others; with column_totals the last row is. A table
 * without totals is a list of counts that do not add up to anything shown. */
typedef struct moot_count_table {
    int64_t *cells;  /* rows * columns; borrowed */
    uint8_t *hidden; /* as many: moot_hidden, filled; borrowed */
    size_t rows, columns;
    int row_totals, column_totals;
    const uint8_t *also; /* as many: hidden and protected like a small one, whatever its size, where not 0; NULL: none; borrowed */
} moot_count_table;

/* Decides what is hidden. The smallest cell that protects is taken, a total only when no other does, a nought only when nothing
 * else does; so the same table always hides the same cells. MOOT_ENOMEM is the only failure. Takes time in proportion to the
 * square of the number of hidden cells. */
moot_code moot_disclose(const moot_count_table *table, int64_t below, moot_err *err) MOOT_MUST_CHECK;

/* A count by itself, or a difference of two. */
int moot_count_is_small(int64_t count, int64_t below);
/* A share, mean or median that rests on so many cases. With below 0 or 1 nothing is hidden. */
int moot_base_is_small(int64_t cases, int64_t below);

#endif
