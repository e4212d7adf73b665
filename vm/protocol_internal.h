/* protocol_internal: what protocol.c and its sisters share, and nobody else needs. */
#ifndef MOOT_PROTOCOL_INTERNAL_H
#define MOOT_PROTOCOL_INTERNAL_H

#include "vm/protocol.h"

/* Fills protocol->hash: SHA-256 over every table, field by field, with the digests of calendars and zone. Left out:
 * the script's file, line numbers, and what freeze computes. So a comment, a blank line or another folder changes
 * nothing, and whatever can change an answer changes the hash. Error: MOOT_ENOMEM. */
moot_code moot_protocol__hash(moot_protocol *protocol, moot_err *err) MOOT_MUST_CHECK;

#endif
