/* This story told again under another protocol, for nobody to keep: what .watch, what if reading and compare hold against the
 * case at hand. */
#include "repl/walk/session.h"

moot_code moot_session_other(moot_session *s, const moot_protocol *protocol, const char *script, const char *text,
                             const moot_load_options *load, moot_session_told *told, void *user, moot_err *err)
{
    moot_helper_script helpers;
    moot_walk *other = NULL;
    int32_t set_aside = 0;
    moot_helper_script_init(&helpers, text, load);
    moot_walk_options options = { .script = script, .helpers = &helpers.host, .law_as_at = moot_walk_law_as_at(s->walk),
                                  .id = moot_walk_id(s->walk) };
    moot_code code = moot_walk_new(protocol, &options, &other, err);
    code = code ? code : moot_walk_played(s->walk, other, &set_aside, err);
    code = code ? code : told(user, other, set_aside, err);
    moot_walk_free(other);
    moot_helper_script_done(&helpers);
    return code;
}
