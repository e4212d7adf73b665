/* findings: what vm/check/check.h found, as people read it and as JSON Lines.
 *
 * A finding stands with its place first, then what was found, whose it is, and the witness: a case
 * in words and what the engine made of it. JSON gives the case whole, as `moot run` takes it. */
#ifndef MOOT_FINDINGS_H
#define MOOT_FINDINGS_H

#include "repl/cli/say.h"
#include "vm/check/check.h"

typedef struct moot_findings_count {
    size_t findings, expected; /* not marked as expected; marked */
} moot_findings_count;

/* Tells all that a check has to say of the script at `path`: on standard output, for it is the
 * answer. What is marked as expected is counted, and told in JSON only. */
moot_findings_count moot_findings_tell(const moot_say *say, const char *path,
                                       const moot_protocol *protocol, const moot_check *check);

/* Of a variant: the findings that `known`, the check of its baseline, has not, each with the variant's name. What is
 * marked there and not found here is no finding: the mark is the baseline's; nor is what of the
 * baseline is dead now. */
moot_findings_count moot_findings_tell_variant(const moot_say *say, const char *path,
                                               const moot_protocol *protocol,
                                               const moot_check *check, const moot_check *known);

#endif
