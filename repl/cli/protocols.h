/* protocols: the several protocols of one command line, each with its script and the functions of its helpers. A word names a
 * protocol by path or name, or a variant as FILE:NAME. */
#ifndef MOOT_PROTOCOLS_H
#define MOOT_PROTOCOLS_H

#include "lua/helper/helper.h"
#include "repl/cli/cmd.h"

#define MOOT_PROTOCOLS_MOST 16

typedef struct moot_protocols {
    int32_t count;
    moot_cmd_script *scripts;    /* owned, as all below; each `count` */
    moot_protocol **list;
    moot_helper_script *helpers; /* point into scripts */
} moot_protocols;

/* Those that were named as PROTOCOL, at least `least` and at most `most` of them; what is wrong is told. MOOT_OK: all were
 * loaded. _done in any case. */
moot_code moot_protocols_load(moot_app *app, int32_t least, int32_t most, moot_protocols *out) MOOT_MUST_CHECK;
/* For commands to which two of one name are a mistake: a protocol beside itself differs in nothing. Tells it. */
moot_code moot_protocols_differ(moot_app *app, const moot_protocols *protocols) MOOT_MUST_CHECK;
void moot_protocols_done(moot_protocols *protocols);
/* Under all answers: what each is silent about, and on which law it rests (vm/protocol/law.h), with its name before it. */
void moot_protocols_notes(const moot_protocols *protocols);

#endif
