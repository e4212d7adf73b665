/* compare: one case under several protocols, aspect by aspect: who leads, what is due when, where they sleep tonight, what is
 * owed, what must be known, which stages it reached, how it ended, what was breached.
 *
 *     moot_comparison comparison;                      one case
 *     moot_compare(cases, count, &arena, &comparison, &err)
 *
 *     moot_compare_sum *sum;                           many, as a batch with protocols beside hands them on
 *     moot_compare_sum_new(count, &sum, &err); moot_compare_sum_add(sum, cases, &comparison, &err); … _free
 *
 * A cell holds what one protocol answers: things, each with its clause. Two cells are alike if they say the same; clauses,
 * which no two documents share, do not count, nor does what is only said to explain (`note`). The cases must have kept their
 * log. Nothing here prints. */
#ifndef MOOT_COMPARE_H
#define MOOT_COMPARE_H

#include "vm/engine/result.h"

/* name, its name in answers, its key in JSON, what stands in a cell that holds nothing */
#define MOOT_ASPECTS(X)                                              \
    X(LEAD, "who leads", "lead", "nobody")                           \
    X(DUE, "what is due", "due", "nothing")                          \
    X(BED, "tonight's bed", "bed", "not recorded")                   \
    X(OWED, "what is owed", "owed", "nothing")                       \
    X(NEEDED, "what is needed", "needed", "nothing")                 \
    X(STAGES, "stages reached", "stages", "none")                    \
    X(OUTCOME, "outcome", "outcome", "none")                         \
    X(BREACHES, "breaches", "breaches", "none")

typedef enum moot_aspect {
#define X(name, text, key, none) MOOT_ASPECT_##name,
    MOOT_ASPECTS(X)
#undef X
    MOOT_ASPECT_COUNT
} moot_aspect;

const char *moot_aspect_text(moot_aspect aspect);
const char *moot_aspect_key(moot_aspect aspect);
const char *moot_aspect_none(moot_aspect aspect);

/* One thing of an answer. Texts live in the arena, or in the case; NULL: nothing to say. */
typedef struct moot_compared {
    const char *what;   /* "joint assessment"; who leads; the fact that is needed */
    const char *when;   /* DUE: its date, "no date" if the text sets none or it is not known yet; BREACHES: when it was due */
    const char *who;    /* whose task or duty it is; BED: who pays */
    const char *how;    /* DUE: "cannot tell" if it may not run, or may be done; STAGES: how it ended; BED: the provider; BREACHES: how late, how many nights */
    const char *note;   /* LEAD: the stage by which they do; NEEDED: the question. Not compared */
    const char *clause; /* "" */
} moot_compared;

typedef struct moot_compare_cell {
    const moot_compared *list;
    int32_t count;
    int32_t like; /* the first protocol whose cell says the same; itself if none before it does */
} moot_compare_cell;

typedef struct moot_comparison {
    int32_t count;            /* of protocols */
    moot_compare_cell *cells[MOOT_ASPECT_COUNT]; /* each `count`, in the arena */
    uint8_t differs[MOOT_ASPECT_COUNT];          /* not all alike */
} moot_comparison;

/* The same case, run under each protocol. Everything lives in the arena. Errors: MOOT_ENOMEM. */
moot_code moot_compare(const moot_case *const *cases, int32_t count, moot_arena *arena, moot_comparison *out,
                       moot_err *err) MOOT_MUST_CHECK;
/* A copy that lives in an arena and nowhere else, for whoever needs it after the case. Errors: MOOT_ENOMEM. */
moot_code moot_compare_keep(const moot_comparison *comparison, moot_arena *arena, moot_comparison *out, moot_err *err)
    MOOT_MUST_CHECK;
/* "joint assessment by 2026-05-23 11:30, Social worker": a thing as a part of a sentence, without its clause. */
void moot_compared_text(const moot_compared *thing, moot_buf *out);

/* ---- many cases ---- */

#define MOOT_COMPARE_EXAMPLES 3

typedef struct moot_compare_count {
    int64_t differ;  /* cases in which the protocols do not all say the same */
    int64_t *unlike; /* per protocol: cases in which it does not say what the first says */
    const char *examples[MOOT_COMPARE_EXAMPLES]; /* ids of the first such cases */
    int32_t example_count;
} moot_compare_count;

typedef struct moot_compare_protocol {
    int64_t by_status[4];  /* cases, by moot_status */
    int64_t due, undated;  /* deadlines and acts that surely run, with and without a date */
    int64_t cannot_tell;   /* those of which it cannot be told */
    int64_t owed, needed, breaches;
    int64_t no_bed;        /* open cases of which no bed is recorded */
    int64_t set_aside;     /* what only another protocol knows */
} moot_compare_protocol;

typedef struct moot_compare_sum {
    int32_t count;
    int64_t cases;
    moot_compare_count aspects[MOOT_ASPECT_COUNT];
    moot_compare_protocol *protocols; /* owned, `count` */
    moot_arena arena;
} moot_compare_sum;

moot_code moot_compare_sum_new(int32_t count, moot_compare_sum **out_sum, moot_err *err) MOOT_MUST_CHECK;
void moot_compare_sum_free(moot_compare_sum *sum); /* takes NULL */
/* Its size does not grow with the cases. */
moot_code moot_compare_sum_add(moot_compare_sum *sum, const moot_case *const *cases, const moot_comparison *comparison,
                               moot_err *err) MOOT_MUST_CHECK;

#endif
