/* insert_loop: the rows of a store, held in memory, written again by a bare loop of prepared INSERTs: the yardstick of
 * `moot run --store`. Same schema, same rows, same order of cases, the same pragmas and a transaction each thousand cases;
 * no reading, no engine, no result. A variant leaves one thing out of the schema, to see what that costs. */
#ifndef MOOT_BENCH_INSERT_LOOP_H
#define MOOT_BENCH_INSERT_LOOP_H

#include <stdint.h>

typedef enum insert_variant {
    INSERT_AS_STORED,
    INSERT_NO_STRICT,
    INSERT_NO_CHECK,
    INSERT_NO_FOREIGN_KEYS,
    INSERT_NO_UNIQUE_ID, /* case_rows: UNIQUE (run, id) */
    INSERT_NO_KEYS,      /* PRIMARY KEY and WITHOUT ROWID of every table, and so no foreign keys */
    INSERT_VARIANTS
} insert_variant;

typedef struct insert_loop insert_loop;

/* Reads all rows of a finished store of one run. */
insert_loop *insert_loop_new(const char *store);
void insert_loop_free(insert_loop *loop);
/* Rows that belong to cases. */
int64_t insert_loop_rows(const insert_loop *loop);
/* Writes them to a new file; one that is there is removed first. */
typedef struct insert_time {
    double seconds, processor; /* by the clock; of this program's processor, which no other program lengthens */
} insert_time;
insert_time insert_loop_run(const insert_loop *loop, const char *path, insert_variant variant);

#endif
