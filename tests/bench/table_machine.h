/* table_machine: life.lua carried out by hand, the yardstick of the engine: arrays of transitions, a small heap of timers,
 * and nothing that another protocol would need: no text, no windows, no conditions, no reasons. It takes the same records
 * and makes the same entries, one for one, as the engine does with its log off; bench_engine.c counts both.
 *
 *     table_machine_new, table_machine_case for each input, table_machine_run as often as wanted, table_machine_free */
#ifndef MOOT_TABLE_MACHINE_H
#define MOOT_TABLE_MACHINE_H

#include "vm/case/record.h"

typedef struct table_machine table_machine;
typedef struct table_record {
    moot_instant at;
    uint8_t kind; /* event, outcome, act done */
    uint8_t outcome;
} table_record;
typedef struct table_case {
    moot_instant turns_18;
    int risk;
    int32_t count;
    table_record *records; /* owned by the caller, who frees it */
} table_case;

/* Days and working days are copied out of the protocol's calendar into plain arrays. */
table_machine *table_machine_new(const moot_protocol *protocol);
void table_machine_free(table_machine *machine);
table_case table_machine_case(const moot_protocol *protocol, const moot_input *input);
/* Runs a case from its first record to its last. Returns the number of entries that it made. */
int64_t table_machine_run(table_machine *machine, const table_case *c);

#endif
