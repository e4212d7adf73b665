/* evaluate: one Lua expression over a case, in a sandbox of its own: what `= EXPR` in the REPL gives.
 *
 * The expression sees Lua's own words of the sandbox and the case as plain values: each known fact by its name, `age`,
 * `now`, `today`, `status`, `outcome`, `tonight`, `lead`, and the lists `stages`, `deadlines`, `breaches` and `needs`,
 * whose rows are tables with the words of a result. What is not known is nil. Nothing that it does can change the case. */
#ifndef MOOT_LUA_EVALUATE_H
#define MOOT_LUA_EVALUATE_H

#include "vm/engine/result.h"

/* Appends the value as text, with a line end; the result is that of the case. `hidden`, not 0 for each fact of the
 * protocol that is not to be asked for; NULL: none. Errors: MOOT_EDATA, in plain words (of an
 * expression that lacks its end they end in "<eof>", as Lua's own do); MOOT_ELIMIT; MOOT_ENOMEM. */
moot_code moot_evaluate(const moot_case *c, const moot_result *result, const uint8_t *hidden, const char *expression,
                        moot_buf *out, moot_err *err) MOOT_MUST_CHECK;

#endif
