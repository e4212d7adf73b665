/* store_whatif: what-ifs in a store: what was asked, each world's figures, how each life went, and what it all comes to.
 *
 *     moot_store_whatif_resume, and if there is nothing to resume: moot_store_whatif_begin
 *         for each replicate, in order: moot_store_whatif_put        (one transaction each)
 *     moot_store_whatif_end
 *
 * What is put is safe at once: a run that is killed has all replicates that were put, and _resume gives them to a what-if as if
 * it had run them (moot_whatif_take). Numbers are those of the what-if (branches, figures, groups, cases, spots), so that the
 * same what-if gives the same rows, however often it was interrupted and whatever the number of threads.
 *
 * To read, moot_store_whatif_load makes a moot_whatif again of what is stored, without protocols and models: every answer of
 * vm/run/whatif.h can be had of it, to the bit. With the sqlite3 shell: views whatifs, whatif_effects (each figure under each
 * variant, with its interval), whatif_cases, whatif_reasons, whatif_worlds, whatif_lives.
 *
 * Tables, each with the number of the what-if first:
 *
 *     whatif_rows      what was asked: caseload, seed, replicates, shard, until, law, the version; how much is done
 *     whatif_sides     baseline (0) and variants: name, protocol, hash of what is assumed
 *     whatif_files     the files of assumptions, whole
 *     whatif_assumed   what they say, row by row, with source and reason; of a side with a file of its own under "SIDE: NAME"
 *     whatif_people    cases by number: id
 *     whatif_figures, whatif_groups, whatif_spots   what is counted; by whom; where lives part
 *     whatif_clauses   the clause of each figure in each side that has it
 *     world_rows       per replicate, side, group and figure: its value; none: it did not come about
 *     whatif_came      per replicate: cases that came in it (vm/run/arrivals.h), numbered behind the others
 *     life_rows        per replicate, side and case: breaches, nights, days to a home, how it went; under a variant only lives
 *                      that part from the baseline, or were open at a change of rules: the others are the same
 *     whatif_results   when all is done: baseline, value, change with its interval, rounded to 6 decimals
 *
 * Errors as in store.h. */
#ifndef MOOT_STORE_WHATIF_H
#define MOOT_STORE_WHATIF_H

#include "vm/run/whatif.h"
#include "vm/store/store.h"

typedef struct moot_whatif_side {
    const moot_protocol *protocol;
    const moot_source *sources;
    int32_t source_count;
    const char *assumptions; /* hash of what is assumed of it */
    const moot_assume *assume; /* of a side that is assumed of in a file of its own; else NULL */
} moot_whatif_side;

/* What a what-if is: the same answers follow from the same of these. */
typedef struct moot_whatif_info {
    const moot_whatif_side *sides; /* one a branch */
    const char *caseload;          /* a name, not a path */
    const char *caseload_sha;
    int generated;                 /* every case says that it was made up: it is nobody's */
    const moot_assume *assume;     /* of the baseline */
    const moot_source *files;      /* of assumptions */
    int32_t file_count;
    uint64_t seed;
    moot_instant until;            /* MOOT_NEVER: each case for two years */
    moot_day law_as_at;            /* MOOT_DAY_MIN: each case's own dates */
    const char *by;                /* NULL: groups are not told apart */
    const char *moot;              /* version */
    const char *options;           /* others that change an answer, in a fixed order; "" */
} moot_whatif_info;

/* Names, figures, groups, replicates and shard are those of `whatif`, as it stands before it is run. */
moot_code moot_store_whatif_begin(moot_store *store, const moot_whatif_info *info, const moot_whatif *whatif, int64_t *out_no,
                                  moot_err *err) MOOT_MUST_CHECK;
/* The newest unfinished one that asks the same; its replicates are taken by `whatif`. *out_no 0: there is none. */
moot_code moot_store_whatif_resume(moot_store *store, const moot_whatif_info *info, moot_whatif *whatif, int64_t *out_no,
                                   moot_err *err) MOOT_MUST_CHECK;
/* `whatif` has taken the replicate. MOOT_ESTORE, here and at the end, when another run goes on with the same what-if. */
moot_code moot_store_whatif_put(moot_store *store, int64_t no, const moot_whatif *whatif, const moot_whatif_replicate *replicate,
                                moot_err *err) MOOT_MUST_CHECK;
moot_code moot_store_whatif_end(moot_store *store, int64_t no, const moot_whatif *whatif, moot_err *err) MOOT_MUST_CHECK;

/* ---- reading ---- */

typedef struct moot_whatif_told_side {
    const char *name, *protocol, *hash, *council, *assumptions; /* council: NULL, none is named */
    const char *law;                                            /* its note: not legal advice …; NULL */
} moot_whatif_told_side;
typedef struct moot_whatif_told_assumed {
    const char *kind, *name, *source, *because; /* because: NULL */
    int32_t line;
} moot_whatif_told_assumed;

/* What was asked, as it is stored. Texts in the arena it was read into. */
typedef struct moot_whatif_told {
    int64_t no;
    const char *identity; /* SHA-256 of all that the answers follow from: shards of one what-if have the same */
    const moot_whatif_told_side *sides;
    int32_t side_count;
    const char *caseload, *caseload_sha, *by, *moot, *options; /* by: NULL */
    int generated;
    uint64_t seed;
    int64_t replicates, done;
    int shard, shards;    /* 1 of 1: all */
    moot_instant until;   /* MOOT_NEVER */
    moot_day law_as_at;   /* MOOT_DAY_MIN */
    int finished;
    const moot_whatif_told_assumed *assumed; /* in the order of the file */
    int32_t assumed_count;
    const moot_source *files;
    int32_t file_count;
} moot_whatif_told;

/* `no` 0: the newest. *out_told in the arena; *out_whatif is the caller's. MOOT_ESTORE when there is none. */
moot_code moot_store_whatif_load(moot_store *store, int64_t no, moot_arena *arena, moot_whatif_told *out_told,
                                 moot_whatif **out_whatif, moot_err *err) MOOT_MUST_CHECK;
/* The files from which a side is compiled again, its script first: out_found->sources. Those of side 0 are of the baseline and all
 * variants, the file of variants first; those of a whole protocol are of that one. */
moot_code moot_store_whatif_sources(moot_store *store, int64_t no, int32_t side, moot_arena *arena, moot_store_found *out_found,
                                    moot_err *err) MOOT_MUST_CHECK;
/* Puts the what-ifs of all shards of one together, as a new store that is what one run of all replicates would have made, byte for
 * byte in its dump. Each of `paths` holds one finished what-if and nothing else; `out` is not there yet, and is taken away again
 * when it fails. MOOT_EDATA, in a sentence that names the files: parts of different what-ifs, one twice, one missing, one
 * unfinished, a store that holds more. *out_replicates: how many they come to. */
moot_code moot_store_whatif_merge(const char *out, const char *const *paths, int32_t count, int64_t *out_replicates,
                                  moot_err *err) MOOT_MUST_CHECK;
/* How many there are. */
moot_code moot_store_whatif_count(moot_store *store, int64_t *out_count, moot_err *err) MOOT_MUST_CHECK;

#endif
