/* whatif_page: what `moot whatif` says, for people and as JSON Lines. For people the answer comes first, in words, then the
 * figures that surely move, then who gains and loses and through which clause. */
#ifndef MOOT_WHATIF_PAGE_H
#define MOOT_WHATIF_PAGE_H

#include "repl/cli/say.h"
#include "vm/run/whatif.h"

/* How a variant reads one reading otherwise, and nothing else; reading NULL: it is not such a one. */
typedef struct moot_whatif_turn {
    const char *reading, *clause, *chosen, *option;
} moot_whatif_turn;

typedef struct moot_whatif_page {
    const moot_say *say;
    const moot_whatif *whatif;
    const moot_whatif_branch *branches; /* the first is the baseline */
    int32_t branch_count, case_count;
    const char *const *assumes;         /* per branch, its file of assumptions; NULL: the baseline's */
    long seed, replicates;
    const char *by;                     /* NULL */
    int equality;                       /* told by protected characteristics too */
    const moot_whatif_turn *turns;      /* per branch */
    int readings;                       /* each reading was turned: a table says what it turns */
    int by_case;                        /* JSON: how each case went */
    int hides;                          /* small counts: cases may be about people (whatif_counts.h) */
    int dated;                          /* the rules change on a day: what has no day is told */
    const char *come;                   /* the time in which further cases come: "2026-01-01..2026-12-31"; NULL: none do */
} moot_whatif_page;

/* To standard output. Errors: MOOT_ENOMEM. */
moot_code moot_whatif_tell(const moot_whatif_page *page, moot_err *err) MOOT_MUST_CHECK;
moot_code moot_whatif_json(const moot_whatif_page *page, moot_err *err) MOOT_MUST_CHECK;
moot_code moot_whatif_csv(const moot_whatif_page *page, moot_err *err) MOOT_MUST_CHECK;

/* Whether the interval of a difference leaves nought out, and rests on enough: on half of the replicates at least. */
int moot_whatif_is_sure(const moot_whatif_page *page, const moot_figure *effect);
/* The figures of which a sentence is made; the others stand in the table. */
int moot_whatif_is_main(moot_whatif_kind kind);
const char *moot_whatif_figure_name(const moot_whatif_figure *figure, char *buf, size_t size); /* breaches of "hearing" */
/* "40 cases", and where others come: "40 cases and 31.2 that come". Returns buf. */
const char *moot_whatif_cases_text(const moot_whatif_page *page, char *buf, size_t size);
const char *moot_whatif_disclosure(const moot_whatif_page *page); /* "sums; small counts are c" */

#endif
