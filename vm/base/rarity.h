/* rarity: how many of a list of people are like few others in what is known of them, and how coarse it must be told that none is. A row
 * that is one of few can point at a person, though it has no name (data protection: k-anonymity).
 *
 *     class   the rows that say the same in every column
 *     small   a class of fewer than the limit
 *     level   how coarse a column is told: 0 as it is known, then coarser; at its last it is not told at all
 *
 * What is not known of somebody is a value like others. */
#ifndef MOOT_RARITY_H
#define MOOT_RARITY_H

#include "vm/base/buf.h"
#include "vm/base/err.h"

#define MOOT_RARITY_COLUMNS 16 /* at most */

typedef struct moot_rarity_column {
    const char *name; /* "born" */
    int levels;       /* 2 at least: as it is known, not told */
    /* What is told of it at a level from 1 to levels - 2; NULL where there is none. */
    void (*coarser)(const char *known, int level, moot_buf *out);
    const char *const *told; /* of the same levels, for people: "to the year"; NULL where there is none */
} moot_rarity_column;

/* Row after row, a text a column; all borrowed. */
typedef struct moot_rarity {
    const moot_rarity_column *columns;
    size_t column_count, rows;
    const char *const *known;
} moot_rarity;

typedef struct moot_rarity_found {
    size_t smallest;   /* rows of the smallest class; 0: there is no row */
    size_t small_rows; /* rows in small classes */
    size_t unique;     /* rows that are like no other */
} moot_rarity_found;

#define MOOT_RARITY_NONE SIZE_MAX

/* At the levels given, one a column. Errors: MOOT_ENOMEM. Takes the time of sorting the rows. */
moot_code moot_rarity_count(const moot_rarity *rarity, const int *levels, size_t below, moot_rarity_found *out_found, moot_err *err) MOOT_MUST_CHECK;
/* The column of which one level more leaves the fewest rows in small classes; of two alike the earlier. As long as there is one that would
 * still be told, those that would not are left. MOOT_RARITY_NONE: all are at their last level. *out_found: what is then. */
moot_code moot_rarity_helps(const moot_rarity *rarity, const int *levels, size_t below, size_t *out_column, moot_rarity_found *out_found,
                            moot_err *err) MOOT_MUST_CHECK;
/* Raises levels one by one from those given, as moot_rarity_helps says, until no class is small or all are at their last; what that made needless is
 * taken back, the first column first. */
moot_code moot_rarity_climb(const moot_rarity *rarity, int *levels, size_t below, moot_rarity_found *out_found, moot_err *err) MOOT_MUST_CHECK;

/* What is told of a cell at a level. */
void moot_rarity_told(const moot_rarity_column *column, const char *known, int level, moot_buf *out);

#endif
