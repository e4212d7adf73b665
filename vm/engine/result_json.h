/* result_json: a result as one line of JSON, keys in the fixed order of interface.md ("A result,
 * JSON Lines").
 *
 * Times are local text as moot_when_text writes them; unknown and absent are null; money is in
 * pence; integers stay integers. `child` is written only in a row that belongs to one, and so is
 * what is not in the interface and seldom true: `assumed`, `known_late`, `provisional`, `not_before`, `act`,
 * `void_because` of deadlines, `stopped` and `departed` of stages, `presumed` of a fact that was
 * read. The same case gives the same bytes. */
#ifndef MOOT_RESULT_JSON_H
#define MOOT_RESULT_JSON_H

#include "vm/engine/result.h"

/* Appends the line with its newline. `with_log`: also the log (not with --brief); the case must
 * have kept it. The arena is that of the result. Errors: MOOT_ENOMEM. */
moot_code moot_result_json(const moot_case *c, const moot_result *result, int with_log,
                           moot_arena *arena, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;

/* One entry of the log as a JSON object, for `moot why --json`. 0 when memory ends. */
int moot_entry_json(const moot_case *c, const moot_entry *entry, moot_arena *arena, moot_buf *out);

#endif
