/* whatif_page: what `moot whatif` says, for people and as JSON Lines. For people the answer comes first, in words, then the
 * figures that surely move, then who gains and loses and through which clause. */
#ifndef MOOT_WHATIF_PAGE_H
#define MOOT_WHATIF_PAGE_H

#include "repl/cli/say.h"
#include "vm/run/whatif.h"

typedef struct moot_whatif_page {
    const moot_say *say;
    const moot_whatif *whatif;
    const moot_whatif_branch *branches; /* the first is the baseline */
    int32_t branch_count, case_count;
    const char *const *assumes;         /* per branch, its file of assumptions; NULL: the baseline's */
    long seed, replicates;
    const char *by;                     /* NULL */
    int equality;                       /* told by protected characteristics too */
} moot_whatif_page;

/* To standard output. Errors: MOOT_ENOMEM. */
moot_code moot_whatif_tell(const moot_whatif_page *page, moot_err *err) MOOT_MUST_CHECK;
moot_code moot_whatif_json(const moot_whatif_page *page, moot_err *err) MOOT_MUST_CHECK;

#endif
