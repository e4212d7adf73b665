/* helper: calls the functions of a script's helpers for the engine, which knows no Lua (vm/engine/engine.h, moot_helper_host).
 *
 *     moot_helper_script_init(&script, path, &load_options);
 *     options.helpers = &script.host;      of any number of engines, in any threads
 *     … the engines are freed …
 *     moot_helper_script_done(&script);
 *
 * Each engine has a Lua state of its own, in which the script was run again; the first time what it declared is compiled
 * too, and must hash to what the protocol does: a script that was changed meanwhile is not called. That first time is no
 * business of a thread (a protocol loads a time zone): moot_engine_prepare.
 *
 * A function sees a plain table of its inputs and Lua's own words (math, string, table, each …), and nothing that it could
 * change: no words of moot, no state of the call before. It has 200,000 instructions and 4 MiB, and gives a table of its
 * outputs. What it leaves out is unknown. Values are as scripts and caseloads write them:
 *
 *     yesno boolean · integer a whole number · money whole pence · date "2018-01-01" · instant "2018-01-01 09:30" ·
 *     one_of, consent and text a text · a role its name · what a decision collects, a list of texts */
#ifndef MOOT_LUA_HELPER_H
#define MOOT_LUA_HELPER_H

#include <stdatomic.h>

#include "lua/load/load.h"
#include "vm/engine/engine.h"

typedef struct moot_helper_script {
    moot_helper_host host;
    const char *path;          /* borrowed, as all that the options name */
    moot_load_options options;
    char hash[65];             /* of a protocol that was seen to be this script's; "" */
    _Atomic(void *) idle;      /* a state that no engine uses at the moment */
} moot_helper_script;

/* The script as moot_script_load takes it; options may be NULL. Opens nothing yet. */
void moot_helper_script_init(moot_helper_script *script, const char *path, const moot_load_options *options);
void moot_helper_script_done(moot_helper_script *script);

#endif
