/* assume: reads an assumptions file (how people behave) and binds it to a protocol: names become that protocol's indexes,
 * lengths of time and chances what a model draws from (vm/protocol/assume.h). The file is a script like any other, run by load.h; it
 * has `assume { … }` and nothing else.
 *
 * What is the same under every protocol stands once, in a module of stdlib (`require "assumed"`): of that a protocol takes
 * what it has in the same form, silently, and what the file itself says of a subject replaces what the module says of it.
 *
 * Every mistake is reported with its place, several in one run: unknown subjects and outcomes with the nearest name, chances
 * below nought or all nought, lengths that cannot be, fields that say nothing of their subject, what the protocol states
 * itself, what is assumed twice. What a modelled run would still miss is no mistake of the file: moot_assume_missing. */
#ifndef MOOT_LUA_ASSUME_H
#define MOOT_LUA_ASSUME_H

#include "lua/load/node.h"
#include "vm/protocol/assume.h"

/* Binds a script that moot_script_load has read. `baseline`, if the protocol is a variant of one: what only the baseline has
 * is set aside, not refused; NULL. On success *out_assume is the caller's and borrows the protocol; on failure the errors
 * are in `errs` (MOOT_EDATA, MOOT_ENOMEM). The script may be freed afterwards. */
moot_code moot_assume_bind(const moot_script *script, const moot_protocol *protocol, const moot_protocol *baseline,
                           moot_assume **out_assume, moot_errs *errs) MOOT_MUST_CHECK;
/* Load and bind in one go. */
moot_code moot_assume_load(const char *path, const char *stdlib_dir, const moot_protocol *protocol, moot_assume **out_assume,
                           moot_errs *errs) MOOT_MUST_CHECK;

#endif
