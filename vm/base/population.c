/* The figures. A source is given where somebody has published it; all others are assumed, and say so. Rows of accommodation,
 * suitability and contact go from what nobody knows through the worst to the best: generate.c draws all three from one place,
 * so that they fit each other while each has its own shares. Of whom it is unknown whether the home is suitable, the home is not
 * known: rows of accommodation are per mille of all, and leave these out. */
#include "vm/base/population.h"

#define GUESS MOOT_POPULATION_ASSUMED
#define COMMISSIONER "Children's Commissioner, 2022/23"
#define DFE_AGES "Department for Education, care leavers by age, 2019"
#define DFE_LIVES "Department for Education, accommodation of care leavers, 2020"
#define DFE_LIVES_21 "Department for Education, care leavers, 2020/21"
#define DFE_SUITABLE "Department for Education, suitability of accommodation, 2019"
#define DFE_OLDER "Department for Education, care leavers of 22 and 23, 2025"
#define DFE_ACTIVITY "Department for Education, activity at 22, 2024"
#define MHCLG_DUTIES "Homelessness statistics for England, care leavers of 18 to 20, 2022/23"
#define MHCLG_PLACEMENT "Homelessness statistics for England, care leavers of 18 to 20, 2024/25"
#define CHARITY "Charities' analysis of care leavers of 18 to 25, recent"

#define YEAR(n) ((n) * 365 + (n) / 4) /* days of age */
#define REST "the rest is shared out by guess"

typedef moot_population_row row;

/* clang-format off */
static const row kind_rows[] = {
    { "homeless at 16 or 17", 6469, 0, 0, COMMISSIONER, "6,469 presented" },
    { "care leaver of 17", 490, 0, 0, DFE_AGES, "" },
    { "care leaver of 18", 10730, 0, 0, DFE_AGES, "" },
    { "care leaver of 19", 10470, 0, 0, DFE_AGES, "" },
    { "care leaver of 20", 10030, 0, 0, DFE_AGES, "" },
    { "care leaver of 21", 9410, 0, 0, DFE_AGES, "" },
    { "care leaver of 22", 6769, 0, 0, DFE_OLDER, "58% of 11,670 asked for and got support" },
    { "care leaver of 23", 4868, 0, 0, DFE_OLDER, "43% of 11,320 were in touch" },
    { "eligible at 16", 8000, 0, 0, GUESS, "some come into care at 17 only" },
    { "eligible at 17", 10730, 0, 0, GUESS, "as many as are 18 a year later" },
    { "comes into care at 16 or 17", 6000, 0, 0, GUESS, "" },
    { "household with children", 1500, 0, 0, GUESS, "those whose homelessness children's services hear of" },
};
static const row council_size_rows[] = { /* the smallest first; low and high: numbers of the councils */
    { "1st tenth", 28, 1, 15, GUESS, "councils differ widely: a skewed law" },
    { "2nd tenth", 42, 16, 30, GUESS, "" }, { "3rd tenth", 53, 31, 46, GUESS, "" },
    { "4th tenth", 64, 47, 61, GUESS, "" }, { "5th tenth", 75, 62, 76, GUESS, "" },
    { "6th tenth", 88, 77, 92, GUESS, "" }, { "7th tenth", 104, 93, 107, GUESS, "" },
    { "8th tenth", 125, 108, 122, GUESS, "" }, { "9th tenth", 158, 123, 138, GUESS, "" },
    { "10th tenth", 263, 139, 153, GUESS, "" },
};
static const row age_1617_rows[] = { { "16", 35, 16, 16, GUESS, "" }, { "17", 65, 17, 17, GUESS, "" } };
static const row age_entrant_rows[] = { { "16", 55, 16, 16, GUESS, "" }, { "17", 45, 17, 17, GUESS, "" } };
static const row sex_1617_rows[] = { { "female", 52, 0, 0, GUESS, "" }, { "male", 48, 0, 0, GUESS, "" } };
static const row sex_care_rows[] = { { "female", 40, 0, 0, GUESS, "" }, { "male", 60, 0, 0, GUESS, "" } };
static const row sex_parent_rows[] = { { "female", 85, 0, 0, GUESS, "" }, { "male", 15, 0, 0, GUESS, "" } };
static const row uasc_1617_rows[] = {
    { "true", 1000, 0, 0, COMMISSIONER, "about 1,000 of 6,469" }, { "false", 5469, 0, 0, COMMISSIONER, "" },
};
static const row uasc_care_rows[] = { { "true", 20, 0, 0, GUESS, "" }, { "false", 80, 0, 0, GUESS, "" } };
static const row ethnic_rows[] = {
    { "white", 74, 0, 0, GUESS, "" }, { "mixed", 10, 0, 0, GUESS, "" }, { "asian", 5, 0, 0, GUESS, "" },
    { "black", 8, 0, 0, GUESS, "" }, { "other", 3, 0, 0, GUESS, "" },
};
static const row ethnic_uasc_rows[] = {
    { "white", 8, 0, 0, GUESS, "" }, { "mixed", 2, 0, 0, GUESS, "" }, { "asian", 22, 0, 0, GUESS, "" },
    { "black", 33, 0, 0, GUESS, "" }, { "other", 35, 0, 0, GUESS, "" },
};
static const row disabled_rows[] = { { "true", 12, 0, 0, GUESS, "" }, { "false", 88, 0, 0, GUESS, "" } };
static const row pregnant_rows[] = { { "true", 5, 0, 0, GUESS, "" }, { "false", 95, 0, 0, GUESS, "" } };
static const row parent_1617_rows[] = { { "true", 3, 0, 0, GUESS, "" }, { "false", 97, 0, 0, GUESS, "" } };
static const row parent_leaver_rows[] = { { "true", 12, 0, 0, GUESS, "" }, { "false", 88, 0, 0, GUESS, "" } };
static const row month_rows[] = { /* low and high: days from the first; no season was found in what is published */
    { "1st", 30, 0, 29, GUESS, "no season was found in what is published: each day alike" },
    { "2nd", 31, 30, 60, GUESS, "" }, { "3rd", 30, 61, 90, GUESS, "" }, { "4th", 31, 91, 121, GUESS, "" },
    { "5th", 31, 122, 152, GUESS, "" }, { "6th", 30, 153, 182, GUESS, "" }, { "7th", 31, 183, 213, GUESS, "" },
    { "8th", 30, 214, 243, GUESS, "" }, { "9th", 31, 244, 274, GUESS, "" }, { "10th", 31, 275, 305, GUESS, "" },
    { "11th", 28, 306, 333, GUESS, "" }, { "12th", 31, 334, 364, GUESS, "" },
};
static const row hour_rows[] = {
    { "in office hours", 88, 540, 1019, GUESS, "on a working day" }, { "later", 12, 1020, 1430, GUESS, "on any day" },
};
static const row approached_rows[] = {
    { "housing", 60, 0, 0, GUESS, "" }, { "children's services", 40, 0, 0, GUESS, "" },
};
static const row known_1617_rows[] = { { "true", 55, 0, 0, GUESS, "" }, { "false", 45, 0, 0, GUESS, "" } };
static const row open_1617_rows[] = {
    { "true", 45, 0, 0, GUESS, "so one in four of all has an open case" }, { "false", 55, 0, 0, GUESS, "" },
};
static const row reason_1617_rows[] = {
    { "family_or_friends", 68, 0, 0, GUESS, "parents exclude them" }, { "relationship_breakdown", 9, 0, 0, GUESS, "" },
    { "domestic_abuse", 7, 0, 0, GUESS, "" }, { "other_violence", 5, 0, 0, GUESS, "" },
    { "evicted_supported", 4, 0, 0, GUESS, "" }, { "left_custody", 2, 0, 0, GUESS, "" }, { "other", 5, 0, 0, GUESS, "" },
};
static const row reason_leaver_rows[] = {
    { "left_care_placement", 600, 0, 0, MHCLG_PLACEMENT, "600 of 4,610 came straight from a placement" },
    { "family_or_friends", 1450, 0, 0, GUESS, REST " of 4,610" }, { "evicted_supported", 900, 0, 0, GUESS, "" },
    { "relationship_breakdown", 350, 0, 0, GUESS, "" }, { "domestic_abuse", 330, 0, 0, GUESS, "" },
    { "end_ast", 230, 0, 0, GUESS, "" }, { "end_prs_other", 120, 0, 0, GUESS, "" },
    { "end_social_tenancy", 150, 0, 0, GUESS, "" }, { "left_custody", 180, 0, 0, GUESS, "" },
    { "other_violence", 100, 0, 0, GUESS, "" }, { "other", 200, 0, 0, GUESS, "" },
};
static const row reason_family_rows[] = {
    { "end_social_tenancy", 30, 0, 0, GUESS, "" }, { "end_ast", 28, 0, 0, GUESS, "" },
    { "end_prs_other", 10, 0, 0, GUESS, "" }, { "family_or_friends", 18, 0, 0, GUESS, "" },
    { "relationship_breakdown", 6, 0, 0, GUESS, "" }, { "domestic_abuse", 3, 0, 0, GUESS, "" },
    { "other", 5, 0, 0, GUESS, "" },
};
static const row emergency_rows[] = { { "true", 40, 0, 0, GUESS, "" }, { "false", 60, 0, 0, GUESS, "" } };
static const row concern_rows[] = { { "true", 35, 0, 0, GUESS, "" }, { "false", 65, 0, 0, GUESS, "" } };
static const row care_before_rows[] = { { "true", 10, 0, 0, GUESS, "" }, { "false", 90, 0, 0, GUESS, "" } };
static const row care_before_days_rows[] = {
    { "a few nights", 30, 2, 14, GUESS, "" }, { "some weeks", 70, 15, 85, GUESS, "short of 13 weeks" },
};
static const row care_began_rows[] = {
    { "under 10", 25, YEAR(2), YEAR(10) - 1, GUESS, "" }, { "10 to 13", 30, YEAR(10), YEAR(14) - 1, GUESS, "" },
    { "14 and 15", 45, YEAR(14), YEAR(16) - 92, GUESS, "" },
};
static const row care_began_uasc_rows[] = {
    { "14 and 15", 30, YEAR(14), YEAR(16) - 92, GUESS, "" },
    { "16", 40, YEAR(16) - 91, YEAR(17) - 1, GUESS, "at the latest 13 weeks before the year begins" },
    { "17", 30, YEAR(17), YEAR(18) - 120, GUESS, "so too" },
};
static const row legal_status_rows[] = {
    { "care_order", 58, 0, 0, GUESS, "" }, { "section_20", 34, 0, 0, GUESS, "" },
    { "interim_care_order", 4, 0, 0, GUESS, "" }, { "remand", 4, 0, 0, GUESS, "" },
};
static const row placement_rows[] = {
    { "foster", 48, 0, 0, GUESS, "" }, { "kinship_foster", 10, 0, 0, GUESS, "" }, { "childrens_home", 15, 0, 0, GUESS, "" },
    { "supported_accommodation", 20, 0, 0, GUESS, "" }, { "parents", 4, 0, 0, GUESS, "" }, { "custody", 2, 0, 0, GUESS, "" },
    { "other", 1, 0, 0, GUESS, "" },
};
static const row left_to_rows[] = {
    { "independent_supported", 36, 0, 0, GUESS, "" }, { "staying_put", 26, 0, 0, GUESS, "" },
    { "independent", 17, 0, 0, GUESS, "" }, { "family", 11, 0, 0, GUESS, "" }, { "adult_care", 4, 0, 0, GUESS, "" },
    { "custody", 3, 0, 0, GUESS, "" }, { "other", 3, 0, 0, GUESS, "" },
};
static const row away_rows[] = { { "true", 30, 0, 0, GUESS, "" }, { "false", 70, 0, 0, GUESS, "" } };
static const row in_touch_young_rows[] = {
    { "no", 60, 0, 0, GUESS, REST }, { "refuses", 15, 0, 0, GUESS, "" }, { "not_required", 10, 0, 0, GUESS, "" },
    { "returned_home", 5, 0, 0, GUESS, "" }, { "yes", 910, 0, 0, DFE_LIVES_21, "91% at 19 to 21; the same is assumed at 17 and 18" },
};
static const row lives_17_rows[] = {
    { "custody", 7, 0, 0, GUESS, "percent; those not known are left out; " REST }, { "no_fixed_abode", 3, 0, 0, GUESS, "" }, { "emergency", 2, 0, 0, GUESS, "" },
    { "bed_and_breakfast", 1, 0, 0, GUESS, "" }, { "family", 40, 0, 0, GUESS, "" },
    { "semi_independent", 17, 0, 0, GUESS, "" }, { "supported_lodgings", 6, 0, 0, GUESS, "" },
};
static const row lives_18_rows[] = {
    { "custody", 25, 0, 0, GUESS, "per mille; those not known are left out; " REST }, { "no_fixed_abode", 10, 0, 0, GUESS, "" }, { "emergency", 8, 0, 0, GUESS, "" },
    { "bed_and_breakfast", 7, 0, 0, GUESS, "" }, { "lodgings", 20, 0, 0, GUESS, "" },
    { "semi_independent", 300, 0, 0, DFE_LIVES, "30%" }, { "residential_care", 40, 0, 0, DFE_LIVES, "4%" },
    { "supported_lodgings", 75, 0, 0, DFE_LIVES, "7.5%" }, { "foyer", 25, 0, 0, GUESS, "" },
    { "independent", 130, 0, 0, GUESS, "" }, { "family", 110, 0, 0, DFE_LIVES, "11%" },
    { "former_foster_carer", 190, 0, 0, GUESS, "" },
};
static const row lives_older_rows[] = {
    { "custody", 35, 0, 0, GUESS, "per mille; those not known are left out; " REST }, { "no_fixed_abode", 12, 0, 0, GUESS, "" }, { "emergency", 8, 0, 0, GUESS, "" },
    { "bed_and_breakfast", 5, 0, 0, GUESS, "" }, { "lodgings", 45, 0, 0, GUESS, "" },
    { "semi_independent", 150, 0, 0, DFE_LIVES, "15%" }, { "residential_care", 40, 0, 0, DFE_LIVES, "4%" },
    { "supported_lodgings", 40, 0, 0, DFE_LIVES, "4%" }, { "foyer", 20, 0, 0, GUESS, "" },
    { "independent", 340, 0, 0, DFE_LIVES_21, "about a third" }, { "family", 110, 0, 0, DFE_LIVES, "11%" },
    { "former_foster_carer", 110, 0, 0, GUESS, "" },
};
static const row suitable_17_rows[] = {
    { "unknown", 24, 0, 0, DFE_SUITABLE, "" }, { "false", 13, 0, 0, DFE_SUITABLE, "" }, { "true", 63, 0, 0, DFE_SUITABLE, "" },
};
static const row suitable_18_rows[] = {
    { "unknown", 6, 0, 0, DFE_SUITABLE, "rounded as published: 101 in all" }, { "false", 5, 0, 0, DFE_SUITABLE, "" },
    { "true", 90, 0, 0, DFE_SUITABLE, "" },
};
static const row suitable_19_rows[] = {
    { "unknown", 6, 0, 0, DFE_SUITABLE, "" }, { "false", 6, 0, 0, DFE_SUITABLE, "" }, { "true", 88, 0, 0, DFE_SUITABLE, "" },
};
static const row suitable_20_rows[] = {
    { "unknown", 9, 0, 0, DFE_SUITABLE, "" }, { "false", 6, 0, 0, DFE_SUITABLE, "" }, { "true", 85, 0, 0, DFE_SUITABLE, "" },
};
static const row suitable_21_rows[] = {
    { "unknown", 11, 0, 0, DFE_SUITABLE, "at 22 and 23 as at 21" }, { "false", 7, 0, 0, DFE_SUITABLE, "" },
    { "true", 82, 0, 0, DFE_SUITABLE, "" },
};
static const row activity_rows[] = { /* 30 in education or work and 26 not, of 56 in touch; within them by guess */
    { "higher_education", 45, 0, 0, DFE_ACTIVITY, "30 in 56 in education or work; which, is a guess" },
    { "education", 100, 0, 0, DFE_ACTIVITY, "" }, { "apprenticeship", 15, 0, 0, DFE_ACTIVITY, "" },
    { "work_or_training", 140, 0, 0, DFE_ACTIVITY, "" },
    { "ill_or_disabled", 80, 0, 0, DFE_ACTIVITY, "26 in 56 in neither; why, is a guess" },
    { "neet_other", 140, 0, 0, DFE_ACTIVITY, "" }, { "parenting", 40, 0, 0, DFE_ACTIVITY, "" },
};
static const row full_time_rows[] = { { "true", 75, 0, 0, GUESS, "" }, { "false", 25, 0, 0, GUESS, "" } };
static const row homeless_young_rows[] = {
    { "true", 107, 0, 0, MHCLG_DUTIES, "10.7% of those of 18 to 20; the same is assumed at 17" },
    { "false", 893, 0, 0, MHCLG_DUTIES, "" },
};
static const row homeless_older_rows[] = {
    { "true", 913, 0, 0, CHARITY, "9.13% of those of 18 to 25" }, { "false", 9087, 0, 0, CHARITY, "" },
};
static const row already_rows[] = {
    { "true", 2270, 0, 0, MHCLG_DUTIES, "2,270 relief; of families it is assumed" },
    { "false", 1440, 0, 0, MHCLG_DUTIES, "1,440 prevention" },
};
static const row notice_days_rows[] = { { "days", 1, 3, 40, GUESS, "" } };
static const row notice_left_rows[] = { { "days", 1, 7, 56, GUESS, "threatened within 56 days" } };
static const row eligible_rows[] = { { "true", 97, 0, 0, GUESS, "" }, { "false", 3, 0, 0, GUESS, "" } };
static const row parent_age_rows[] = {
    { "18 to 24", 27, 18, 24, GUESS, "" }, { "25 to 29", 30, 25, 29, GUESS, "" }, { "30 to 38", 43, 30, 38, GUESS, "" },
};
static const row children_rows[] = {
    { "1", 42, 1, 1, GUESS, "" }, { "2", 33, 2, 2, GUESS, "" }, { "3", 17, 3, 3, GUESS, "" }, { "4", 8, 4, 4, GUESS, "" },
};
static const row review_ago_rows[] = {
    { "in time", 85, 1, 182, GUESS, "at most every six months" }, { "overdue", 15, 183, 300, GUESS, "" },
};
/* clang-format on */

#define TABLE(rows) { rows, (int32_t)MOOT_COUNT(rows) }
static const struct {
    const row *rows;
    int32_t count;
} groups[MOOT_POPULATION_GROUP_COUNT] = {
    [MOOT_POP_KIND] = TABLE(kind_rows),
    [MOOT_POP_COUNCIL_SIZE] = TABLE(council_size_rows),
    [MOOT_POP_AGE_1617] = TABLE(age_1617_rows),
    [MOOT_POP_AGE_ENTRANT] = TABLE(age_entrant_rows),
    [MOOT_POP_SEX_1617] = TABLE(sex_1617_rows),
    [MOOT_POP_SEX_CARE] = TABLE(sex_care_rows),
    [MOOT_POP_SEX_PARENT] = TABLE(sex_parent_rows),
    [MOOT_POP_UASC_1617] = TABLE(uasc_1617_rows),
    [MOOT_POP_UASC_CARE] = TABLE(uasc_care_rows),
    [MOOT_POP_ETHNIC] = TABLE(ethnic_rows),
    [MOOT_POP_ETHNIC_UASC] = TABLE(ethnic_uasc_rows),
    [MOOT_POP_DISABLED] = TABLE(disabled_rows),
    [MOOT_POP_PREGNANT] = TABLE(pregnant_rows),
    [MOOT_POP_PARENT_1617] = TABLE(parent_1617_rows),
    [MOOT_POP_PARENT_LEAVER] = TABLE(parent_leaver_rows),
    [MOOT_POP_MONTH] = TABLE(month_rows),
    [MOOT_POP_HOUR] = TABLE(hour_rows),
    [MOOT_POP_APPROACHED] = TABLE(approached_rows),
    [MOOT_POP_KNOWN_1617] = TABLE(known_1617_rows),
    [MOOT_POP_OPEN_1617] = TABLE(open_1617_rows),
    [MOOT_POP_REASON_1617] = TABLE(reason_1617_rows),
    [MOOT_POP_REASON_LEAVER] = TABLE(reason_leaver_rows),
    [MOOT_POP_REASON_FAMILY] = TABLE(reason_family_rows),
    [MOOT_POP_EMERGENCY] = TABLE(emergency_rows),
    [MOOT_POP_CONCERN] = TABLE(concern_rows),
    [MOOT_POP_CARE_BEFORE] = TABLE(care_before_rows),
    [MOOT_POP_CARE_BEFORE_DAYS] = TABLE(care_before_days_rows),
    [MOOT_POP_CARE_BEGAN] = TABLE(care_began_rows),
    [MOOT_POP_CARE_BEGAN_UASC] = TABLE(care_began_uasc_rows),
    [MOOT_POP_LEGAL_STATUS] = TABLE(legal_status_rows),
    [MOOT_POP_PLACEMENT] = TABLE(placement_rows),
    [MOOT_POP_LEFT_TO] = TABLE(left_to_rows),
    [MOOT_POP_AWAY] = TABLE(away_rows),
    [MOOT_POP_IN_TOUCH_YOUNG] = TABLE(in_touch_young_rows),
    [MOOT_POP_LIVES_17] = TABLE(lives_17_rows),
    [MOOT_POP_LIVES_18] = TABLE(lives_18_rows),
    [MOOT_POP_LIVES_OLDER] = TABLE(lives_older_rows),
    [MOOT_POP_SUITABLE_17] = TABLE(suitable_17_rows),
    [MOOT_POP_SUITABLE_18] = TABLE(suitable_18_rows),
    [MOOT_POP_SUITABLE_19] = TABLE(suitable_19_rows),
    [MOOT_POP_SUITABLE_20] = TABLE(suitable_20_rows),
    [MOOT_POP_SUITABLE_21] = TABLE(suitable_21_rows),
    [MOOT_POP_ACTIVITY] = TABLE(activity_rows),
    [MOOT_POP_FULL_TIME] = TABLE(full_time_rows),
    [MOOT_POP_HOMELESS_YOUNG] = TABLE(homeless_young_rows),
    [MOOT_POP_HOMELESS_OLDER] = TABLE(homeless_older_rows),
    [MOOT_POP_ALREADY] = TABLE(already_rows),
    [MOOT_POP_NOTICE_DAYS] = TABLE(notice_days_rows),
    [MOOT_POP_NOTICE_LEFT] = TABLE(notice_left_rows),
    [MOOT_POP_ELIGIBLE] = TABLE(eligible_rows),
    [MOOT_POP_PARENT_AGE] = TABLE(parent_age_rows),
    [MOOT_POP_CHILDREN] = TABLE(children_rows),
    [MOOT_POP_REVIEW_AGO] = TABLE(review_ago_rows),
};

const char *moot_population_heading(moot_population_group group)
{
    static const char *const headings[] = {
#define X(name, text) text,
        MOOT_POPULATION_GROUPS(X)
#undef X
    };
    return headings[group];
}

const moot_population_row *moot_population_rows(moot_population_group group, int32_t *out_count)
{
    *out_count = groups[group].count;
    return groups[group].rows;
}

int64_t moot_population_sum(moot_population_group group)
{
    int64_t sum = 0;
    for (int32_t i = 0; i < groups[group].count; i++) {
        sum += groups[group].rows[i].weight;
    }
    return sum;
}

int32_t moot_population_at(moot_population_group group, uint32_t place)
{
    uint64_t left = (uint64_t)place * (uint64_t)moot_population_sum(group) / MOOT_POPULATION_PARTS;
    int32_t i = 0;
    while (i < groups[group].count - 1 && left >= (uint64_t)groups[group].rows[i].weight) {
        left -= (uint64_t)groups[group].rows[i].weight;
        i++;
    }
    return i;
}
