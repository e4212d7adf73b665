/* One case, drawn. */
#include "vm/run/generate.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "vm/base/hash.h"
#include "vm/base/random.h"
#include "vm/calendar/holidays.h"

#define EVENTS_MOST 8
#define CHILDREN_MOST 4
#define THIRTEEN_WEEKS 91
#define HALF_YEAR 182
#define NEVER (-1)

/* ---- the generator ---- */

static int is_holiday(moot_day day)
{
    moot_holiday list[MOOT_HOLIDAYS_MOST];
    int year, month, mday;
    moot_day_split(day, &year, &month, &mday);
    size_t count = moot_holidays_in(year, MOOT_DAY_MAX, list);
    for (size_t i = 0; i < count; i++) {
        if (list[i].day == day) {
            return 1;
        }
    }
    return 0;
}

void moot_generator_init(moot_generator *generator, uint64_t seed, int national, moot_day first)
{
    memset(generator, 0, sizeof *generator);
    generator->seed = seed;
    generator->national = national;
    generator->first = first;
    for (int group = 0; group < MOOT_POPULATION_GROUP_COUNT; group++) {
        const char *name = moot_population_heading((moot_population_group)group);
        generator->names[group] = moot_hash64(name, strlen(name), 0);
    }
    for (size_t i = 0; i < MOOT_COUNT(generator->works); i++) {
        moot_day day = first + (moot_day)i;
        generator->works[i] = moot_weekday(day) < 5 && !is_holiday(day);
    }
}

int64_t moot_generate_count(int national)
{
    int64_t all = moot_population_sum(MOOT_POP_KIND);
    return national ? all : (all + MOOT_POPULATION_COUNCILS / 2) / MOOT_POPULATION_COUNCILS;
}

/* ---- drawing ---- */

typedef struct happening {
    int32_t day, minute; /* from the first of the year; after midnight */
    const char *event;
    char extra[256]; /* facts that are recorded with it, as JSON: "\"homeless\":true" */
} happening;

typedef struct person { /* what is drawn of one case */
    const moot_generator *g;
    int64_t number;
    uint64_t subject;
    moot_population_kind kind;
    moot_day born;
    int32_t age; /* on the first of the year, or when they come */
    int uasc, is_parent;
    const char *sex;
    int32_t care_from, care_to; /* days of age; NEVER: no spell, or it still runs */
    const char *care_status;
    const char *legal_status, *placement, *lives, *suitable, *in_touch;
    char council[24];
    int away;
    happening events[EVENTS_MOST];
    int32_t event_count;
    moot_day children[CHILDREN_MOST]; /* born on */
    int32_t child_count;
} person;

typedef enum purpose_of { WHICH, HOW_MUCH, ANOTHER } purpose_of;

static moot_draw_key key_of(const person *p, moot_population_group group, purpose_of purpose, uint32_t visit)
{
    moot_draw_key key = { .seed = p->g->seed, .subject = p->subject, .name = p->g->names[group],
                          .purpose = (uint32_t)purpose, .visit = visit };
    return key;
}

static uint32_t place_of(const person *p, moot_population_group group, uint32_t visit)
{
    moot_draw_key key = key_of(p, group, WHICH, visit);
    return moot_draw_below(&key, MOOT_POPULATION_PARTS);
}

static const moot_population_row *row_of(const person *p, moot_population_group group)
{
    int32_t count;
    const moot_population_row *rows = moot_population_rows(group, &count);
    return &rows[moot_population_at(group, place_of(p, group, 0))];
}

static const char *option_of(const person *p, moot_population_group group)
{
    return row_of(p, group)->option;
}

static int is_so(const person *p, moot_population_group group)
{
    return strcmp(option_of(p, group), "true") == 0;
}

/* From low to high, both in. */
static int32_t between(const person *p, moot_population_group group, purpose_of purpose, uint32_t visit, int32_t low, int32_t high)
{
    moot_draw_key key = key_of(p, group, purpose, visit);
    return low >= high ? low : low + (int32_t)moot_draw_below(&key, (uint32_t)(high - low + 1));
}

static int32_t value_of(const person *p, moot_population_group group)
{
    const moot_population_row *row = row_of(p, group);
    return between(p, group, HOW_MUCH, 0, row->low, row->high);
}

/* ---- days ---- */

/* Born so that the age is that on the day; each day of the year alike. */
static moot_day born_at(const person *p, moot_population_group group, moot_day day, int32_t age)
{
    return moot_add_months(day, -12 * age) - between(p, group, ANOTHER, 0, 0, 363);
}

/* When somebody comes: on a working day in office hours, or later on any day. */
static void draw_arrival(const person *p, happening *h)
{
    int32_t minute = value_of(p, MOOT_POP_HOUR), day = value_of(p, MOOT_POP_MONTH);
    int in_hours = minute < 1020;
    while (in_hours && !p->g->works[day]) {
        day++;
    }
    h->day = day;
    h->minute = minute;
}

static int32_t work_day(const person *p, int32_t day)
{
    while (!p->g->works[day]) {
        day++;
    }
    return day;
}

static happening *happens(person *p, int32_t day, int32_t minute, const char *event)
{
    int32_t i = p->event_count++;
    if (i >= EVENTS_MOST) {
        MOOT_BUG("a synthetic case has more than %d events", EVENTS_MOST);
    }
    while (i > 0 && (p->events[i - 1].day > day || (p->events[i - 1].day == day && p->events[i - 1].minute > minute))) {
        p->events[i] = p->events[i - 1];
        i--;
    }
    happening *h = &p->events[i];
    h->day = day;
    h->minute = minute;
    h->event = event;
    h->extra[0] = '\0';
    return h;
}

/* ---- homeless at 16 or 17 ---- */

static void draw_care_before(person *p, const happening *coming)
{
    int32_t days_old = p->g->first + coming->day - p->born;
    if (!is_so(p, MOOT_POP_CARE_BEFORE)) {
        return;
    }
    int32_t lasted = value_of(p, MOOT_POP_CARE_BEFORE_DAYS);
    p->care_to = days_old - between(p, MOOT_POP_CARE_BEFORE, HOW_MUCH, 0, 14, 600);
    p->care_from = p->care_to - lasted;
    moot_day sixteen = moot_birthday(p->born, 16, MOOT_LEAP_1_MARCH);
    p->care_status = p->born + p->care_to > sixteen ? "qualifying" : "none";
}

static void draw_1617(person *p)
{
    happening coming = { 0, 0, NULL, "" };
    draw_arrival(p, &coming);
    p->age = row_of(p, MOOT_POP_AGE_1617)->low;
    p->born = born_at(p, MOOT_POP_AGE_1617, p->g->first + coming.day, p->age);
    p->sex = option_of(p, MOOT_POP_SEX_1617);
    p->uasc = is_so(p, MOOT_POP_UASC_1617);
    p->is_parent = is_so(p, MOOT_POP_PARENT_1617);
    p->care_status = "none";
    if (!p->uasc) {
        draw_care_before(p, &coming);
    }
    happening *h = happens(p, coming.day, coming.minute, "presents homeless");
    const char *why = p->uasc ? "other" : option_of(p, MOOT_POP_REASON_1617);
    snprintf(h->extra, sizeof h->extra, ",\"homeless_because\":\"%s\",\"parents_exclude\":%s,\"approached\":\"%s\"", why,
             strcmp(why, "family_or_friends") == 0 ? "true" : "false", option_of(p, MOOT_POP_APPROACHED));
}

/* ---- care, and after it ---- */

/* In care without a break until they leave, at 18 or (of a care leaver of 17) before; 13 weeks of it, at the least, after 14. */
static void draw_care(person *p, int32_t latest_end)
{
    int32_t began = value_of(p, p->uasc ? MOOT_POP_CARE_BEGAN_UASC : MOOT_POP_CARE_BEGAN);
    p->care_from = began < latest_end - THIRTEEN_WEEKS ? began : latest_end - THIRTEEN_WEEKS - 1;
    p->legal_status = p->uasc ? "section_20" : option_of(p, MOOT_POP_LEGAL_STATUS);
    p->placement = option_of(p, MOOT_POP_PLACEMENT);
}

static void draw_home(person *p)
{
    static const moot_population_group suitable[] = { MOOT_POP_SUITABLE_17, MOOT_POP_SUITABLE_18, MOOT_POP_SUITABLE_19,
                                                      MOOT_POP_SUITABLE_20, MOOT_POP_SUITABLE_21 };
    int32_t nth = p->age < 17 ? 0 : p->age > 21 ? 4 : p->age - 17, count;
    moot_population_group home = p->age <= 17 ? MOOT_POP_LIVES_17 : p->age == 18 ? MOOT_POP_LIVES_18 : MOOT_POP_LIVES_OLDER;
    const moot_population_row *rows = moot_population_rows(suitable[nth], &count);
    uint32_t place = place_of(p, home, 0);
    uint32_t unknown = (uint32_t)((uint64_t)rows[0].weight * MOOT_POPULATION_PARTS / (uint64_t)moot_population_sum(suitable[nth]));
    p->suitable = rows[moot_population_at(suitable[nth], place)].option;
    p->lives = "not_known";
    if (place >= unknown) {
        uint64_t rest = (uint64_t)(place - unknown) * MOOT_POPULATION_PARTS / (MOOT_POPULATION_PARTS - unknown);
        p->suitable = strcmp(p->suitable, "unknown") == 0 ? "false" : p->suitable; /* at the very edge */
        rows = moot_population_rows(home, &count);
        p->lives = rows[moot_population_at(home, (uint32_t)rest)].option;
    }
    rows = moot_population_rows(MOOT_POP_IN_TOUCH_YOUNG, &count);
    p->in_touch = p->age > 21 ? "yes" : rows[moot_population_at(MOOT_POP_IN_TOUCH_YOUNG, place)].option;
}

/* The notice comes before, if a landlord gave one. */
static void draw_notice(person *p, const char *why, const happening *coming)
{
    static const char *const by_notice[] = { "end_ast", "end_prs_other", "end_social_tenancy", "evicted_supported" };
    for (size_t i = 0; i < MOOT_COUNT(by_notice); i++) {
        if (strcmp(why, by_notice[i]) == 0) {
            int32_t told = coming->day - value_of(p, MOOT_POP_NOTICE_DAYS);
            char ends[16];
            moot_day_text(p->g->first + coming->day + value_of(p, MOOT_POP_NOTICE_LEFT), ends, sizeof ends);
            happening *h = happens(p, told < 0 ? 0 : told, told < coming->day ? 600 : 0, "told of notice to leave");
            snprintf(h->extra, sizeof h->extra, ",\"notice_ends_on\":\"%s\"", ends);
            return;
        }
    }
}

static void draw_presents(person *p, moot_population_group reasons)
{
    happening coming = { 0, 0, NULL, "" };
    const char *why = option_of(p, reasons);
    int already = is_so(p, MOOT_POP_ALREADY);
    draw_arrival(p, &coming);
    happening *h = happens(p, coming.day, coming.minute, "presents homeless");
    snprintf(h->extra, sizeof h->extra,
             ",\"homeless_because\":\"%s\",\"homeless\":%s,\"threatened\":%s,\"eligible\":%s,\"approached\":\"%s\"", why,
             already ? "true" : "false", already ? "false" : "true", is_so(p, MOOT_POP_ELIGIBLE) ? "true" : "false",
             option_of(p, MOOT_POP_APPROACHED));
    if (!already) {
        draw_notice(p, why, &coming);
    }
}

/* Plans and care are reviewed twice in the year, half a year apart. */
static void draw_reviews(person *p)
{
    int32_t ago = value_of(p, MOOT_POP_REVIEW_AGO);
    int32_t first = ago < HALF_YEAR ? HALF_YEAR - ago : between(p, MOOT_POP_REVIEW_AGO, ANOTHER, 0, 1, 60);
    happens(p, work_day(p, first), 630, "reviewed");
    happens(p, work_day(p, first + HALF_YEAR), 630, "reviewed");
}

static void draw_leaver(person *p)
{
    p->age = 17 + (int32_t)p->kind - (int32_t)MOOT_KIND_LEAVER_17;
    p->born = born_at(p, MOOT_POP_KIND, p->g->first, p->age);
    p->sex = option_of(p, MOOT_POP_SEX_CARE);
    p->uasc = is_so(p, MOOT_POP_UASC_CARE);
    p->is_parent = is_so(p, MOOT_POP_PARENT_LEAVER);
    p->care_status = p->age == 17 ? "relevant" : "former_relevant";
    int32_t leaves = moot_birthday(p->born, 18, MOOT_LEAP_1_MARCH) - p->born;
    if (p->age == 17) {
        int32_t earliest = moot_birthday(p->born, 16, MOOT_LEAP_1_MARCH) - p->born + 30;
        leaves = between(p, MOOT_POP_LEFT_TO, HOW_MUCH, 0, earliest, p->g->first - p->born - 1);
    }
    p->care_to = leaves;
    draw_care(p, leaves);
    draw_home(p);
    draw_reviews(p);
    if (is_so(p, p->age <= 20 ? MOOT_POP_HOMELESS_YOUNG : MOOT_POP_HOMELESS_OLDER)) {
        draw_presents(p, MOOT_POP_REASON_LEAVER);
    }
}

/* Still in care as the year begins; whoever turns 18 in it leaves on that day. */
static void draw_eligible(person *p)
{
    p->age = p->kind == MOOT_KIND_ELIGIBLE_16 ? 16 : 17;
    p->born = born_at(p, MOOT_POP_KIND, p->g->first, p->age);
    p->sex = option_of(p, MOOT_POP_SEX_CARE);
    p->uasc = is_so(p, MOOT_POP_UASC_CARE);
    p->care_status = "eligible";
    draw_care(p, p->g->first - p->born);
    draw_reviews(p);
    moot_day eighteen = moot_birthday(p->born, 18, MOOT_LEAP_1_MARCH);
    int32_t leaves = eighteen - p->g->first;
    if (leaves < MOOT_GENERATE_DAYS) {
        p->care_to = eighteen - p->born;
        happening *h = happens(p, leaves, 720, "left care");
        snprintf(h->extra, sizeof h->extra, ",\"left_care_to\":\"%s\"", option_of(p, MOOT_POP_LEFT_TO));
    }
}

static void draw_entrant(person *p)
{
    happening coming = { 0, 0, NULL, "" };
    draw_arrival(p, &coming);
    p->age = row_of(p, MOOT_POP_AGE_ENTRANT)->low;
    p->born = born_at(p, MOOT_POP_AGE_ENTRANT, p->g->first + coming.day, p->age);
    p->sex = option_of(p, MOOT_POP_SEX_CARE);
    p->uasc = is_so(p, MOOT_POP_UASC_CARE);
    p->care_status = "none"; /* as it stands before */
    p->care_from = p->g->first + coming.day - p->born;
    happening *h = happens(p, coming.day, coming.minute, "looked after");
    snprintf(h->extra, sizeof h->extra, ",\"care_status\":\"looked_after\",\"legal_status\":\"%s\",\"placement\":\"%s\"",
             p->uasc ? "section_20" : option_of(p, MOOT_POP_LEGAL_STATUS), option_of(p, MOOT_POP_PLACEMENT));
}

static void draw_family(person *p)
{
    p->age = value_of(p, MOOT_POP_PARENT_AGE);
    p->born = born_at(p, MOOT_POP_PARENT_AGE, p->g->first, p->age);
    p->sex = option_of(p, MOOT_POP_SEX_PARENT);
    p->is_parent = 1;
    p->care_status = "none";
    p->child_count = row_of(p, MOOT_POP_CHILDREN)->low;
    int32_t oldest = (p->age - 16) * 365 < 17 * 365 ? (p->age - 16) * 365 : 17 * 365; /* days */
    for (int32_t i = 0; i < p->child_count; i++) {
        p->children[i] = p->g->first - between(p, MOOT_POP_CHILDREN, ANOTHER, (uint32_t)i, 30, oldest);
    }
    draw_presents(p, MOOT_POP_REASON_FAMILY);
}

/* ---- whose ---- */

static void draw_council(person *p)
{
    int32_t number = p->g->national ? value_of(p, MOOT_POP_COUNCIL_SIZE) : 1;
    snprintf(p->council, sizeof p->council, "council %03" PRId32, number);
    p->away = p->kind != MOOT_KIND_HOMELESS_1617 && p->kind != MOOT_KIND_FAMILY && is_so(p, MOOT_POP_AWAY);
}

static void draw_person(const moot_generator *g, int64_t number, person *p)
{
    memset(p, 0, sizeof *p);
    p->g = g;
    p->number = number;
    p->subject = moot_mix64(0, (uint64_t)number);
    p->care_from = p->care_to = NEVER;
    p->kind = (moot_population_kind)moot_population_at(MOOT_POP_KIND, place_of(p, MOOT_POP_KIND, 0));
    draw_council(p);
    if (p->kind == MOOT_KIND_HOMELESS_1617) {
        draw_1617(p);
    } else if (p->kind <= MOOT_KIND_LEAVER_23) {
        draw_leaver(p);
    } else if (p->kind <= MOOT_KIND_ELIGIBLE_17) {
        draw_eligible(p);
    } else if (p->kind == MOOT_KIND_ENTRANT) {
        draw_entrant(p);
    } else {
        draw_family(p);
    }
}

/* ---- writing ---- */

static void put_text(moot_buf *out, const char *fact, const char *value)
{
    moot_buf_printf(out, ",\"%s\":\"%s\"", fact, value);
}

static void put_yes(moot_buf *out, const char *fact, int value)
{
    moot_buf_printf(out, ",\"%s\":%s", fact, value ? "true" : "false");
}

static void put_day(moot_buf *out, const char *key, moot_day day)
{
    char text[16];
    moot_buf_printf(out, "\"%s\":\"%s\"", key, moot_day_text(day, text, sizeof text));
}

static void put_who(const person *p, moot_buf *out)
{
    int is_woman = strcmp(p->sex, "female") == 0;
    put_day(out, "dob", p->born);
    put_text(out, "sex", p->sex);
    put_text(out, "ethnic_group", option_of(p, p->uasc ? MOOT_POP_ETHNIC_UASC : MOOT_POP_ETHNIC));
    put_yes(out, "disabled", is_so(p, MOOT_POP_DISABLED));
    put_yes(out, "pregnant", is_woman && is_so(p, MOOT_POP_PREGNANT));
    put_yes(out, "is_parent", p->is_parent);
    put_yes(out, "uasc", p->uasc);
    put_text(out, "responsible_authority", p->council);
    put_text(out, "authority_of_residence", p->away ? "another council" : p->council);
    put_text(out, "care_status", p->care_status);
}

static void put_1617(const person *p, moot_buf *out)
{
    int known = p->care_from != NEVER || is_so(p, MOOT_POP_KNOWN_1617);
    put_yes(out, "known_to_service", known);
    put_yes(out, "open_case", known && is_so(p, MOOT_POP_OPEN_1617));
    put_yes(out, "emergency", is_so(p, MOOT_POP_EMERGENCY));
    put_yes(out, "welfare_concern", is_so(p, MOOT_POP_CONCERN));
    put_yes(out, "eligible", p->uasc || is_so(p, MOOT_POP_ELIGIBLE));
}

static void put_care(const person *p, moot_buf *out)
{
    put_yes(out, "known_to_service", 1);
    put_yes(out, "open_case", 1);
    put_yes(out, "history_complete", 1);
    if (p->kind >= MOOT_KIND_ELIGIBLE_16) {
        put_text(out, "legal_status", p->legal_status);
        put_text(out, "placement", p->placement);
        put_yes(out, "care_order", strcmp(p->legal_status, "care_order") == 0);
    }
    moot_day reviewed = p->g->first - value_of(p, MOOT_POP_REVIEW_AGO);
    if (reviewed > p->born + p->care_from && reviewed > moot_birthday(p->born, 16, MOOT_LEAP_1_MARCH)) { /* there was a plan */
        moot_buf_char(out, ',');
        put_day(out, "pathway_plan_reviewed", reviewed);
    }
}

static void put_after_care(const person *p, moot_buf *out)
{
    put_text(out, "in_touch", p->in_touch);
    put_text(out, "accommodation", p->lives);
    if (strcmp(p->suitable, "unknown") != 0) {
        put_yes(out, "accommodation_suitable", strcmp(p->suitable, "true") == 0);
    }
    if (strcmp(p->lives, "no_fixed_abode") == 0) {
        put_yes(out, "homeless", 1);
    }
    if (p->age > 21) {
        put_yes(out, "adviser_wanted", 1);
    }
    if (strcmp(p->in_touch, "yes") == 0) {
        int32_t nth = moot_population_at(MOOT_POP_ACTIVITY, place_of(p, MOOT_POP_ACTIVITY, 0));
        put_text(out, "activity", option_of(p, MOOT_POP_ACTIVITY));
        put_yes(out, "neet", nth >= 4);
        if (nth < 4) {
            put_yes(out, "full_time", is_so(p, MOOT_POP_FULL_TIME));
        }
    }
}

static void put_facts(const person *p, moot_buf *out)
{
    moot_buf_str(out, ",\"facts\":{");
    put_who(p, out);
    if (p->kind == MOOT_KIND_HOMELESS_1617) {
        put_1617(p, out);
    } else if (p->kind <= MOOT_KIND_ELIGIBLE_17) {
        put_care(p, out);
        if (p->kind <= MOOT_KIND_LEAVER_23) {
            put_after_care(p, out);
        }
    }
    moot_buf_char(out, '}');
}

static void put_children(const person *p, moot_buf *out)
{
    for (int32_t i = 0; i < p->child_count; i++) {
        moot_buf_printf(out, "%s{\"id\":\"g-%07" PRId64 "-%" PRId32 "\",\"facts\":{", i ? "," : ",\"children\":[", p->number,
                        i + 1);
        put_day(out, "dob", p->children[i]);
        moot_buf_str(out, "}}");
    }
    moot_buf_str(out, p->child_count ? "]" : "");
}

static void put_spells(const person *p, moot_buf *out)
{
    if (p->care_from == NEVER) {
        return;
    }
    moot_buf_str(out, ",\"spells\":[{\"kind\":\"looked after\",");
    put_day(out, "from", p->born + p->care_from);
    if (p->care_to != NEVER) {
        moot_buf_char(out, ',');
        put_day(out, "to", p->born + p->care_to);
    }
    moot_buf_str(out, "}]");
}

void moot_generate_case(const moot_generator *generator, int64_t number, moot_buf *out)
{
    person p;
    char day[16];
    draw_person(generator, number, &p);
    moot_buf_printf(out, "{\"id\":\"g-%07" PRId64 "\",\"generated\":\"moot generate%s, seed %" PRIu64 "\"", number,
                    generator->national ? " --national" : "", generator->seed);
    put_facts(&p, out);
    put_children(&p, out);
    put_spells(&p, out);
    moot_buf_str(out, ",\"events\":[");
    for (int32_t i = 0; i < p.event_count; i++) {
        const happening *h = &p.events[i];
        moot_buf_printf(out, "%s{\"at\":\"%s %02d:%02d\",\"event\":\"%s\"%s}", i ? "," : "",
                        moot_day_text(generator->first + h->day, day, sizeof day), (int)(h->minute / 60), (int)(h->minute % 60),
                        h->event, h->extra);
    }
    moot_buf_str(out, "]}\n");
}
