/* Made-up cases. A case is drawn as a list of things that happen, each a few key and value pairs in the words of
 * interface.md; the writers below put the list down as JSON or as CSV. */
#include "tests/bench/generate.h"

#include <inttypes.h>
#include <string.h>
#include <time.h>

#include "tests/bench/bench.h"
#include "vm/base/hash.h"
#include "vm/time/time.h"

#define MOST_EVENTS 40
#define MOST_FACTS 6
#define SEED 20260521
#define DAY 1440

/* ---- what a case is ---- */

typedef struct happening {
    int64_t minute; /* since the first day, by the wall clock */
    const char *key[2], *value[2];
    int bare; /* the second value is no text: true, false */
} happening;

typedef struct life {
    int64_t number;
    uint64_t drawn; /* draws so far: each is a pure function of the case's number and this */
    int64_t now;
    moot_day born;
    const char *fact[MOST_FACTS], *fact_value[MOST_FACTS];
    int fact_text[MOST_FACTS]; /* its value is a text */
    int facts, events;
    happening event[MOST_EVENTS];
} life;

static uint32_t draw(life *l, uint32_t n)
{
    return (uint32_t)(moot_mix64(SEED + (uint64_t)l->number, ++l->drawn) >> 33) % n;
}

static int chance(life *l, uint32_t percent)
{
    return draw(l, 100) < percent;
}

static moot_day first_day(void)
{
    return moot_day_of(2024, 1, 2);
}

static void add_fact(life *l, const char *name, const char *value, int is_text)
{
    l->fact[l->facts] = name;
    l->fact_value[l->facts] = value;
    l->fact_text[l->facts++] = is_text;
}

static happening *happens(life *l, const char *key, const char *value)
{
    happening *h = &l->event[l->events++];
    memset(h, 0, sizeof *h);
    h->minute = l->now;
    h->key[0] = key;
    h->value[0] = value;
    return h;
}

static void with(happening *h, const char *key, const char *value, int bare)
{
    h->key[1] = key;
    h->value[1] = value;
    h->bare = bare;
}

static void ends(life *l, const char *stage, const char *outcome)
{
    with(happens(l, "stage", stage), "outcome", outcome, 0);
}

static void done(life *l, const char *deadline)
{
    with(happens(l, "deadline", deadline), "met", "true", 1);
}

/* The `hour` of the day that comes `days` later, put off to Monday at a weekend, with some minutes. */
static void later(life *l, uint32_t days, int hour)
{
    int64_t day = l->now / DAY + (int64_t)days;
    int weekday = moot_weekday(first_day() + (moot_day)day);
    day += weekday > 4 ? 7 - weekday : 0;
    int64_t at = day * DAY + hour * 60 + draw(l, 60);
    l->now = at > l->now ? at : l->now + 5;
}

static void begin(life *l, int64_t number, int youngest_days, int span_days)
{
    memset(l, 0, sizeof *l);
    l->number = number;
    l->now = (int64_t)draw(l, 545) * DAY + 9 * 60 + draw(l, 8 * 60);
    l->born = first_day() + (moot_day)(l->now / DAY) - (moot_day)(youngest_days + (int)draw(l, (uint32_t)span_days));
}

/* ---- life.lua ---- */

static void draw_offers(life *l)
{
    for (int k = 1; k <= 3; k++) {
        later(l, 1 + draw(l, 8), 16);
        if (!chance(l, 35)) {
            ends(l, "offer", "accepted");
            return;
        }
        ends(l, "offer", k < 3 ? "refused" : "refused for good");
    }
}

/* Whether mediation brought them home. The protocol tries it for those under 18 without risk. */
static int draw_mediation(life *l)
{
    later(l, 4 + draw(l, 12), 11);
    int home = chance(l, 20);
    ends(l, "mediation", home ? "home" : "not home");
    return home;
}

static void draw_life(life *l, int64_t number)
{
    begin(l, number, 15 * 365, 9 * 365);
    int risk = chance(l, 20);
    add_fact(l, "risk", risk ? "true" : "false", 0);
    happens(l, "event", "referral");
    l->now += 10 * (3 + (int64_t)draw(l, risk ? 24 : 170));
    l->now += l->now % DAY / 60 == 1 ? 60 : 0; /* between one and two some nights have no such time, or two of it */
    if (chance(l, 8)) {
        ends(l, "contact", "lost");
        return;
    }
    ends(l, "contact", "reached");
    later(l, draw(l, 5), 14);
    moot_day on = first_day() + (moot_day)(l->now / DAY);
    int family = !risk && moot_age_on(l->born, on, MOOT_LEAP_1_MARCH) < 18;
    ends(l, "assessment", family ? "family" : "alone");
    if (family && draw_mediation(l)) {
        return;
    }
    later(l, draw(l, 4), 10);
    done(l, "ask for a home");
    later(l, 3 + draw(l, 25), 15);
    ends(l, "plan", "agreed");
    draw_offers(l);
}

/* ---- stockport-2018.lua ---- */

static void draw_assessment(life *l)
{
    l->now += 20 + draw(l, 60);
    if (chance(l, 70)) {
        done(l, "ask for joint assessment");
    }
    later(l, 0, 16);
    ends(l, "interim placement", chance(l, 60) ? "found through Stockport Homes" : "none found");
    later(l, draw(l, 2), 11);
    if (chance(l, 60)) {
        happens(l, "event", "parents seen");
    }
    later(l, draw(l, 3), 14);
    if (chance(l, 80)) {
        done(l, "joint assessment");
    }
}

static void draw_care(life *l)
{
    later(l, 2 + draw(l, 6), 10);
    int given = chance(l, 70);
    with(happens(l, "consent", "care"), "state", given ? "given" : "refused", 0);
    later(l, 1, 10);
    with(happens(l, "fact", given ? "parents_exclude" : "made_fully_aware"), "value", "true", 1);
    if (!given) {
        with(happens(l, "fact", "capacity"), "value", "true", 1);
    }
    later(l, 1 + draw(l, 8), 15);
    ends(l, "care planning meeting", given ? "section 20" : "Housing Act duty");
    later(l, 0, 17);
    happens(l, "place", given ? "supported lodgings" : "hostel");
    if (!given) {
        later(l, 20 + draw(l, 60), 12);
        ends(l, "Housing Act duty", "housed");
    }
}

static void draw_stockport(life *l, int64_t number)
{
    begin(l, number, 16 * 365 + 40, 500);
    add_fact(l, "known_to_service", chance(l, 20) ? "true" : "false", 0);
    add_fact(l, "welfare_concern", "false", 0);
    if (chance(l, 20)) {
        add_fact(l, "approached", "housing", 1);
    }
    happens(l, "event", "presents homeless");
    later(l, draw(l, 3), 15);
    if (chance(l, 25)) {
        ends(l, "mediation", "prevented");
        l->now += 30;
        done(l, "tell MASH");
        return;
    }
    ends(l, "mediation", "still homeless");
    draw_assessment(l);
    uint32_t u = draw(l, 100);
    ends(l, "joint assessment", u < 20 ? "returned home" : u < 30 ? "settled elsewhere" : "estranged");
    if (u >= 30) {
        draw_care(l);
    }
}

static void draw_case(life *l, bench_kind kind, int64_t number)
{
    if (kind == BENCH_LIFE) {
        draw_life(l, number);
    } else {
        draw_stockport(l, number);
    }
}

const char *bench_script(bench_kind kind)
{
    return kind == BENCH_LIFE ? "tests/bench/life.lua" : "protocols/stockport-2018.lua";
}

/* ---- writing ---- */

static void put_time(const happening *h, FILE *out)
{
    int year, month, mday;
    moot_day_split(first_day() + (moot_day)(h->minute / DAY), &year, &month, &mday);
    int minute = (int)(h->minute % DAY);
    fprintf(out, "%04d-%02d-%02d %02d:%02d", year, month, mday, minute / 60, minute % 60);
}

static void put_json(const life *l, FILE *out)
{
    char born[16];
    fprintf(out, "{\"id\":\"B%" PRId64 "\",\"facts\":{\"dob\":\"%s\"", l->number, moot_day_text(l->born, born, sizeof born));
    for (int i = 0; i < l->facts; i++) {
        const char *quote = l->fact_text[i] ? "\"" : "";
        fprintf(out, ",\"%s\":%s%s%s", l->fact[i], quote, l->fact_value[i], quote);
    }
    fputs("},\"events\":[", out);
    for (int i = 0; i < l->events; i++) {
        const happening *h = &l->event[i];
        fputs(i ? ",{\"at\":\"" : "{\"at\":\"", out);
        put_time(h, out);
        fprintf(out, "\",\"%s\":\"%s\"", h->key[0], h->value[0]);
        if (h->key[1]) {
            fprintf(out, h->bare ? ",\"%s\":%s" : ",\"%s\":\"%s\"", h->key[1], h->value[1]);
        }
        fputc('}', out);
    }
    fputs("]}\n", out);
}

int64_t bench_write_json(bench_kind kind, int64_t cases, FILE *out)
{
    int64_t events = 0;
    for (int64_t n = 1; n <= cases; n++) {
        life l;
        draw_case(&l, kind, n);
        put_json(&l, out);
        events += l.events;
    }
    return events;
}

/* Only the facts of its kind have a column: a protocol need not know the others. */
static const char *const case_columns[2][3] = {
    [BENCH_LIFE] = { "risk" },
    [BENCH_STOCKPORT] = { "known_to_service", "welfare_concern", "approached" },
};
static const char *const event_columns[] = { "event", "stage", "outcome", "deadline", "met",
                                             "fact", "value", "consent", "state", "place" };

static void put_case_row(const life *l, bench_kind kind, FILE *out)
{
    char born[16];
    fprintf(out, "B%" PRId64 ",%s", l->number, moot_day_text(l->born, born, sizeof born));
    for (size_t column = 0; column < 3 && case_columns[kind][column]; column++) {
        fputc(',', out);
        for (int i = 0; i < l->facts; i++) {
            fputs(strcmp(l->fact[i], case_columns[kind][column]) == 0 ? l->fact_value[i] : "", out);
        }
    }
    fputc('\n', out);
}

static void put_event_rows(const life *l, FILE *out)
{
    for (int i = 0; i < l->events; i++) {
        const happening *h = &l->event[i];
        fprintf(out, "B%" PRId64 ",", l->number);
        put_time(h, out);
        for (size_t column = 0; column < MOOT_COUNT(event_columns); column++) {
            fputc(',', out);
            for (int k = 0; k < 2 && h->key[k]; k++) {
                fputs(strcmp(h->key[k], event_columns[column]) == 0 ? h->value[k] : "", out);
            }
        }
        fputc('\n', out);
    }
}

static FILE *open_csv(const char *folder, const char *name)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    if (!file) {
        bench_fail("%s cannot be written", path);
    }
    return file;
}

static void put_header(const char *first, const char *const *columns, size_t count, FILE *out)
{
    fputs(first, out);
    for (size_t i = 0; i < count && columns[i]; i++) {
        fprintf(out, ",%s", columns[i]);
    }
    fputc('\n', out);
}

int64_t bench_write_csv(bench_kind kind, int64_t cases, const char *folder)
{
    FILE *rows = open_csv(folder, "cases.csv"), *events = open_csv(folder, "events.csv");
    int64_t count = 0;
    put_header("id,dob", case_columns[kind], MOOT_COUNT(case_columns[kind]), rows);
    put_header("id,at", event_columns, MOOT_COUNT(event_columns), events);
    for (int64_t n = 1; n <= cases; n++) {
        life l;
        draw_case(&l, kind, n);
        put_case_row(&l, kind, rows);
        put_event_rows(&l, events);
        count += l.events;
    }
    if (fclose(rows) != 0 || fclose(events) != 0) {
        bench_fail("the caseload could not be written to %s; the disk may be full", folder);
    }
    return count;
}

/* ---- one long case ---- */

static void put_event(FILE *file, int day, int hour, const char *what)
{
    char text[32];
    time_t at = (time_t)(day + 16806) * 86400 + hour * 3600; /* day 0 is Tuesday 5 January 2016 */
    struct tm when;
    strftime(text, sizeof text, "%Y-%m-%d %H:%M", gmtime_r(&at, &when));
    fprintf(file, "%s{\"at\":\"%s\",%s}", day || hour > 9 ? "," : "", text, what);
}

/* A week: an offer, refused; the drop-in; and the Panel, which limits nothing. */
static void put_week(FILE *file, int week)
{
    int day = 21 + 7 * week;
    put_event(file, day, 10, "\"stage\":\"property search\",\"outcome\":\"found with Stockport Homes\"");
    put_event(file, day + 2, 10, "\"stage\":\"offer\",\"outcome\":\"refused\"");
    put_event(file, day + 3, 10, "\"deadline\":\"weekly drop-in\",\"met\":true");
    if (week > 0) { /* one refusal is not several */
        put_event(file, day + 4, 12, "\"panel\":\"Accommodation Panel\",\"outcome\":\"not limited\"");
    }
}

void bench_write_long(const char *path, int rounds)
{
    FILE *file = fopen(path, "w");
    if (!file) {
        bench_fail("%s cannot be written", path);
    }
    fputs("{\"id\":\"long\",\"facts\":{\"dob\":\"1998-03-01\",\"care_status\":\"looked_after\",\"skills_completed\":true,"
          "\"training_engaged\":true},\"events\":[", file);
    put_event(file, 0, 9, "\"event\":\"own tenancy considered\"");
    put_event(file, 0, 10, "\"stage\":\"referral\",\"outcome\":\"referred\"");
    put_event(file, 1, 10, "\"event\":\"housing application completed\"");
    put_event(file, 7, 12, "\"panel\":\"Accommodation Panel\",\"outcome\":\"accepted\"");
    put_event(file, 14, 10, "\"stage\":\"appointment with the Housing Options Officer\",\"outcome\":\"no work agreed\"");
    put_event(file, 17, 10, "\"event\":\"turns to the drop-in\"");
    for (int week = 0; week < rounds; week++) {
        put_week(file, week);
    }
    fputs("]}\n", file);
    if (fclose(file) != 0) {
        bench_fail("%s cannot be written", path);
    }
}
