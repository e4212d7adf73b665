/* relied: on which law one case came to rest: the sources that its log cites, the rules that carry them out, and those
 * that are not commenced beside a row or an outcome that was read.
 *
 * A fact is derived whenever that is possible, and most are asked by nobody. So a derivation counts only where something
 * else read what came of it. A case whose log was not kept rests on all the law of its protocol. */
#ifndef MOOT_RELIED_H
#define MOOT_RELIED_H

#include "vm/case/case.h"
#include "vm/protocol/law.h"

typedef struct moot_relied {
    moot_law_part part; /* borrowed from the arena and the case */
} moot_relied;

/* From a case with its log; memory from the arena. */
moot_code moot_relied_on(const moot_case *c, moot_arena *arena, moot_relied *out, moot_err *err) MOOT_MUST_CHECK;
/* "Not legal advice; …" about what the case rests on: one line without its newline; nothing where no law took part. */
moot_code moot_relied_note(const moot_case *c, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;

#endif
