/* pack: one file with all that a run follows from and what came of it, so that somebody else can run it again and see the same.
 *
 * JSON Lines, which can be read without moot; what each is stands first in it ("is"):
 *
 *     pack         the run: protocol, hash, caseload, options, seed, replicates, version; whether the cases are inside; of a what-if
 *                  also until when, and whose values tell groups apart
 *     side         of a what-if: the baseline, then each variant: its name, its hash, and that of what is assumed of it
 *     source       a file of the protocol, the script first; of a what-if the file of variants first
 *     assumptions  the file of assumptions, if what people do was drawn; of a what-if what it needs too
 *     case         a case as it was given: only of generated cases, or if that was asked for
 *                  ("of" in these three: they are those of a whole protocol beside the baseline, --against, which reads each case too)
 *     result       what came of a case, without its log: likewise; of a what-if each replicate's figures, then the effects of all
 *     hash         SHA-256 of what came of a case, log and all; without the cases, of a hundred of them together, so that nothing can be
 *                  told from it of any one
 *     end          how many lines, and the SHA-256 of them all: a file that was cut off or changed is refused */
#ifndef MOOT_PACK_H
#define MOOT_PACK_H

#include "repl/command/whatif_again.h"

#define MOOT_PACK_TOGETHER 100 /* results of one hash, where cases are not inside */

typedef struct moot_pack_list {
    const char **list; /* owned; texts in the arena */
    size_t count, cap;
} moot_pack_list;

typedef struct moot_pack {
    moot_arena arena;
    moot_rerun run;     /* texts in the arena */
    const char *caseload, *caseload_sha, *moot;
    int has_cases, is_whatif;
    moot_whatif_again whatif; /* if it is one; run has what both have */
    moot_pack_list cases, results, hashes;
    moot_pack_list case_of; /* per case the name of the whole protocol that read it so; "": the baseline */
} moot_pack;

void moot_pack_init(moot_pack *pack);
void moot_pack_done(moot_pack *pack);
/* Error: MOOT_ENOMEM. */
moot_code moot_pack_add(moot_pack *pack, moot_pack_list *to, const char *text, size_t len, moot_err *err) MOOT_MUST_CHECK;
moot_code moot_pack_write(const moot_pack *pack, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;
/* Errors: MOOT_EDATA (no pack, changed, cut off, without a result; with the line), MOOT_ESYSTEM, MOOT_ENOMEM. */
moot_code moot_pack_read(moot_pack *pack, const char *path, moot_err *err) MOOT_MUST_CHECK;

#endif
