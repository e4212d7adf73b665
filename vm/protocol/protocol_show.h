/* protocol_show: a protocol's parts as people read them, for answers, `moot check --verbose` and tests. What protocol.h
 * promises (moot_value_show, moot_value_json, moot_test_show, moot_clock_rule_show) lives in the same file. Every text
 * is built from the tables alone, so the same protocol reads the same on any machine. A SET value (what a `collect`
 * decision gives) is shown by its option's names when `b` of the value is the fact that holds it. */
#ifndef MOOT_PROTOCOL_SHOW_H
#define MOOT_PROTOCOL_SHOW_H

#include "vm/protocol/protocol.h"

/* `event "presents homeless"`, `turning 18 - 6 months`, `first of event "a", left "b"`; "" for -1. */
void moot_trigger_show(const moot_protocol *protocol, int32_t trigger, moot_buf *out);
/* The same where an `any` stands for whichever of them went off last: `latest of (event "a", left "b")`. */
void moot_latest_show(const moot_protocol *protocol, int32_t trigger, moot_buf *out);
/* Is a deadline of this rule due at the very moment of something else, `by = left "sign-up"`, with no time counted? Then what
 * was not done was not done at that moment, as company at an appointment, and is said so: no limit was overrun. */
int moot_clock_has_moment(const moot_protocol *protocol, const moot_clock_rule *rule);
/* "age between 16 and 17 and any of (a is true, b is true)"; "always" for MOOT_NO_COND. */
void moot_cond_show(const moot_protocol *protocol, int32_t cond, moot_buf *out);
/* What a test is about: "age", "total looked after from turning 14". */
void moot_subject_show(const moot_protocol *protocol, int32_t node, moot_buf *out);
/* "48 hours", `param "assess_within" (48 hours)`; "" for -1. A figure with several dates shows its latest. */
void moot_operand_show(const moot_protocol *protocol, int32_t operand, moot_buf *out);
/* "Social worker and Housing Options Officer"; "nobody" when none is named. */
void moot_owner_show(const moot_protocol *protocol, const moot_owner *owner, moot_buf *out);
/* "refer MASH", "go joint assessment, mediation": what an effect does, without its conditions. */
void moot_effect_show(const moot_protocol *protocol, int32_t effect, moot_buf *out);
/* The options that a reading does not choose, `between` between them. */
void moot_reading_others_show(const moot_protocol *protocol, const moot_reading *reading, const char *between, moot_buf *out);
/* Every declaration, kind by kind, in the order of the tables: one line each, what belongs to it indented below. */
void moot_protocol_dump(const moot_protocol *protocol, moot_buf *out);

#endif
