/* plain: conditions as a chain of comparisons, made once for a protocol, so that one is read without walking its tree.
 *
 * A link looks whether one number of the case lies between two that are written, and says which link comes next either way, so
 * groups are nothing but where the links lead. A test of another sort (spells, hours, what a figure decides) is a link that
 * asks for its node. What is not known leads nowhere: the answer is MOOT_UNKNOWN then, and whoever reads asks the tree, where a
 * group may be false all the same. So a chain answers MOOT_TRUE or MOOT_FALSE as the tree does, or not at all. */
#ifndef MOOT_PLAIN_H
#define MOOT_PLAIN_H

#include "vm/condition/condition.h"

typedef enum moot_link_kind {
    MOOT_LINK_FACT,        /* the fact's value, of `type`, is one of the `more` numbers from `want` on, or `want` itself */
    MOOT_LINK_AGE,         /* the same of the applicant's age, worked out for now                        */
    MOOT_LINK_BEFORE, MOOT_LINK_AFTER, /* the fact's day against that of a trigger, `want`               */
    MOOT_LINK_KNOWN,       /* the fact is known                                                          */
    MOOT_LINK_SOME_CHILD, MOOT_LINK_EVERY_CHILD, /* want: first link of what is read of each             */
    MOOT_LINK_ASK,         /* want: node to be asked                                                     */
    MOOT_LINK_ALWAYS       /* a group of nothing                                                         */
} moot_link_kind;

/* Where a chain ends: a condition at one of the first two, a table of decision at its i-th row, or, if none holds, at FAILS. */
#define MOOT_LINK_HOLDS (-1)
#define MOOT_LINK_FAILS (-2)
#define MOOT_LINK_UNKNOWN (-3)
#define MOOT_LINK_UNTOLD (-4) /* unknown, and the tree says nothing else */
#define MOOT_LINK_ROW(i) (-5 - (i))

/* Of a root's first link: a reading chose some figure of the condition; it asks whether something is known; it is all of it. */
enum { MOOT_CHAIN_CHOSEN = 1, MOOT_CHAIN_ASKS = 2, MOOT_CHAIN_ALONE = 4 };

typedef struct moot_link {
    uint8_t kind;    /* moot_link_kind */
    uint8_t type;    /* moot_type */
    uint8_t flags;
    int32_t fact;
    int32_t yes, no; /* the next link, or an end */
    int64_t want;
    uint64_t more;   /* how far above `want` a number may be */
} moot_link;

/* All conditions of a table, which the caller keeps as long. */
typedef struct moot_plain {
    moot_link *links;
    size_t links_cap;
    int32_t links_count;
    int32_t *first; /* per node: the first link of the condition whose root it is, -1: it is no root */
} moot_plain;

/* MOOT_ENOMEM, with nothing to be freed but by moot_plain_done. */
moot_code moot_plain_build(moot_plain *plain, const moot_cond_node *nodes, int32_t nodes_count, const moot_operand *operands,
                           moot_err *err) MOOT_MUST_CHECK;
/* Adds rows of which the first that holds is wanted; MOOT_NO_COND always holds. The first link, -1: readings chose figures. */
moot_code moot_plain_table(moot_plain *plain, const moot_cond_node *nodes, const moot_operand *operands, const int32_t *rows,
                           int32_t count, int32_t *out_first, moot_err *err) MOOT_MUST_CHECK;
void moot_plain_done(moot_plain *plain);
/* The end of a chain. `link` is not negative. */
int32_t moot_plain_end(const moot_conditions *rules, const moot_facts *facts, int32_t link, int32_t child);
/* The same of a condition. MOOT_UNKNOWN: ask the tree. */
static inline moot_tri moot_plain_eval(const moot_conditions *rules, const moot_facts *facts, int32_t link, int32_t child)
{
    int32_t end = moot_plain_end(rules, facts, link, child);
    return end == MOOT_LINK_HOLDS ? MOOT_TRUE : end == MOOT_LINK_FAILS ? MOOT_FALSE : MOOT_UNKNOWN;
}

#endif
