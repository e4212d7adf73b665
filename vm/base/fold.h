/* fold: a table written down as what differs from another one that is much like it.
 *
 * Both are arrays of rows of one size, in words of 32 bits. Rows that were added, taken away or changed are written out; a
 * word that is an index of another table and moved with it, all the way down a table, is told once, with how far it moved
 * (a word that is -1, none, or 0 never moves). So a table of thousands of rows in which one was added folds into some tens of
 * words, and unfolds to the same bytes. */
#ifndef MOOT_FOLD_H
#define MOOT_FOLD_H

#include "vm/base/base.h"

#define MOOT_FOLD_WIDEST 512 /* bytes of a row, a multiple of 4 */

typedef struct moot_table_view {
    const void *rows; /* NULL: there are none */
    int32_t count;
    size_t size;      /* of a row, in bytes */
} moot_table_view;

typedef struct moot_fold {
    uint32_t *words; /* owned; NULL: not folded */
    size_t count;
} moot_fold;

/* Folds `table` as it differs from `like`, whose rows have the same size. 0: it would not be worth its while, as they are not
 * much like each other, or memory ended; `out` is then empty. */
int moot_fold_make(moot_table_view table, moot_table_view like, moot_fold *out) MOOT_MUST_CHECK;
/* The rows again, byte for byte, into room for as many as there were; `like` has not changed. */
void moot_fold_open(const moot_fold *fold, moot_table_view like, void *out_rows);
void moot_fold_done(moot_fold *fold);

#endif
