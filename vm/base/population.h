/* population: the figures that a synthetic caseload is drawn from: who comes, how old they are, how long they were in care, where
 * they live. Each is carried as data with its source, or is "assumed", which is a guess to be replaced.
 *
 * A group is one distribution; its rows are weighed against each other. A weight is what the source gives, a count or a share,
 * so that it can be looked up there; what it is out of is the sum of its group. A row may stand for a range of whole numbers
 * (days, ages), each alike. All is whole numbers: a draw is the same on any machine. */
#ifndef MOOT_POPULATION_H
#define MOOT_POPULATION_H

#include "vm/base/base.h"

#define MOOT_POPULATION_ASSUMED "assumed" /* a source that is none */
#define MOOT_POPULATION_COUNCILS 153      /* children's services authorities of England */

/* group, what its heading says. The rows of each are a table of its own in population.c. */
#define MOOT_POPULATION_GROUPS(X)                                                                                       \
    X(KIND, "cases of England in a year")                                                                                \
    X(COUNCIL_SIZE, "of all cases, with the councils of each tenth by size")                                              \
    X(AGE_1617, "age of those who present as homeless at 16 or 17")                                                       \
    X(AGE_ENTRANT, "age on coming into care at 16 or 17")                                                                 \
    X(SEX_1617, "sex of those who present as homeless at 16 or 17")                                                       \
    X(SEX_CARE, "sex of those in care and care leavers")                                                                  \
    X(SEX_PARENT, "sex of an applicant with children")                                                                    \
    X(UASC_1617, "unaccompanied asylum-seeking children among those who present at 16 or 17")                             \
    X(UASC_CARE, "unaccompanied asylum-seeking children among those in care and care leavers")                            \
    X(ETHNIC, "ethnic group")                                                                                            \
    X(ETHNIC_UASC, "ethnic group of unaccompanied asylum-seeking children")                                               \
    X(DISABLED, "disabled")                                                                                              \
    X(PREGNANT, "pregnant, of young women")                                                                               \
    X(PARENT_1617, "a parent, at 16 or 17")                                                                              \
    X(PARENT_LEAVER, "a parent, of care leavers")                                                                         \
    X(MONTH, "month of arrival, from the first of the year on")                                                           \
    X(HOUR, "hour of arrival, in minutes after midnight")                                                                 \
    X(APPROACHED, "service that is approached")                                                                           \
    X(KNOWN_1617, "known to children's services, of those who present at 16 or 17")                                       \
    X(OPEN_1617, "with an open case, of those who are known")                                                             \
    X(REASON_1617, "why homeless at 16 or 17")                                                                            \
    X(REASON_LEAVER, "why a care leaver is homeless")                                                                     \
    X(REASON_FAMILY, "why a household with children is homeless")                                                         \
    X(EMERGENCY, "an emergency, of those who present at 16 or 17")                                                        \
    X(CONCERN, "a concern about welfare, of those who present at 16 or 17")                                               \
    X(CARE_BEFORE, "looked after for less than 13 weeks before, of those who present at 16 or 17")                        \
    X(CARE_BEFORE_DAYS, "days of it")                                                                                    \
    X(CARE_BEGAN, "days of age on coming into care, of those who were there at 16")                                       \
    X(CARE_BEGAN_UASC, "days of age on coming into care, of unaccompanied children")                                      \
    X(LEGAL_STATUS, "legal status of those in care")                                                                      \
    X(PLACEMENT, "placement of those in care")                                                                            \
    X(LEFT_TO, "where they go on leaving care at 18")                                                                     \
    X(AWAY, "living in another council's area")                                                                           \
    X(IN_TOUCH_YOUNG, "in touch, at 17 to 21")                                                                            \
    X(LIVES_17, "accommodation at 17")                                                                                   \
    X(LIVES_18, "accommodation at 18")                                                                                   \
    X(LIVES_OLDER, "accommodation at 19 and older")                                                                       \
    X(SUITABLE_17, "suitability of it at 17")                                                                             \
    X(SUITABLE_18, "suitability of it at 18")                                                                             \
    X(SUITABLE_19, "suitability of it at 19")                                                                             \
    X(SUITABLE_20, "suitability of it at 20")                                                                             \
    X(SUITABLE_21, "suitability of it at 21 and older")                                                                   \
    X(ACTIVITY, "activity of those in touch")                                                                             \
    X(FULL_TIME, "full time, of education and work")                                                                      \
    X(HOMELESS_YOUNG, "care leavers of 17 to 20 owed a homelessness duty in a year")                                      \
    X(HOMELESS_OLDER, "care leavers of 21 and older owed a homelessness duty in a year")                                  \
    X(ALREADY, "already homeless, of care leavers and families owed a duty")                                              \
    X(NOTICE_DAYS, "days from being told to leave to asking for help")                                                    \
    X(NOTICE_LEFT, "days from asking for help to the end of the notice")                                                  \
    X(ELIGIBLE, "eligible for housing help")                                                                              \
    X(PARENT_AGE, "age of an applicant with children")                                                                    \
    X(CHILDREN, "children of a household")                                                                                \
    X(REVIEW_AGO, "days since the last review")

typedef enum moot_population_group {
#define X(name, text) MOOT_POP_##name,
    MOOT_POPULATION_GROUPS(X)
#undef X
    MOOT_POPULATION_GROUP_COUNT
} moot_population_group;

/* The rows of KIND, in this order. */
typedef enum moot_population_kind {
    MOOT_KIND_HOMELESS_1617,
    MOOT_KIND_LEAVER_17, MOOT_KIND_LEAVER_18, MOOT_KIND_LEAVER_19, MOOT_KIND_LEAVER_20, MOOT_KIND_LEAVER_21,
    MOOT_KIND_LEAVER_22, MOOT_KIND_LEAVER_23,
    MOOT_KIND_ELIGIBLE_16, MOOT_KIND_ELIGIBLE_17, MOOT_KIND_ENTRANT,
    MOOT_KIND_FAMILY
} moot_population_kind;

typedef struct moot_population_row {
    const char *option; /* "semi_independent"; of yes or no: "true", "false"; "unknown" */
    int32_t weight;
    int32_t low, high; /* what is drawn with it lies from low to high, both in; both 0: nothing */
    const char *source;  /* MOOT_POPULATION_ASSUMED, or who published it */
    const char *because; /* what was made of it, why a guess is this one; "" */
} moot_population_row;

const char *moot_population_heading(moot_population_group group);
const moot_population_row *moot_population_rows(moot_population_group group, int32_t *out_count);
int64_t moot_population_sum(moot_population_group group); /* of its weights */
/* The row at a place from 0 to 999,999,999 of the whole, the rows lying one behind the other in proportion to their weights. */
#define MOOT_POPULATION_PARTS 1000000000u
int32_t moot_population_at(moot_population_group group, uint32_t place);

#endif
