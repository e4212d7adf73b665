/* A zone as a table: the instants at which its offset changes, 1900 to 2199, read once through
 * the C library and never again. A coarse index by instant makes each conversion a look-up. */
#include "vm/time/time.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "vm/base/hash.h"

#define DAY_SECONDS ((int64_t)86400)
#define TABLE_FROM ((MOOT_DAY_MIN - 2) * DAY_SECONDS)
#define TABLE_UNTIL ((MOOT_DAY_MAX + 3) * DAY_SECONDS)
#define PROBE_STEP (14 * DAY_SECONDS) /* the shortest summer time of London lasted four weeks */
#define SLOT_BITS 22                  /* 48 days a slot: never more than two changes in one, here */
#define SLOTS ((size_t)((TABLE_UNTIL - TABLE_FROM) >> SLOT_BITS) + 1)
#define FARTHEST_OFFSET DAY_SECONDS /* no zone is a day away from UTC */
#define LOCAL_DAY (MOOT_DAY_MIN - 4) /* before the local day of any instant of the table */
#define LOCAL_FROM (LOCAL_DAY * DAY_SECONDS)

typedef struct period {
    moot_instant from; /* up to the next period's; the first begins before any instant */
    int32_t offset;    /* seconds east */
} period;

struct moot_zone {
    char name[64];
    period *periods; /* owned; closed by one that begins at MOOT_NEVER */
    size_t count, cap;
    uint64_t digest;
    uint16_t slots[SLOTS]; /* the period at the start of each slot */
};

/* ---- loading ---- */

/* What of a zone's file (RFC 8536) is of use here: the rule that holds after the last change that it
 * lists, as TZ takes it, "GMT0BST,M3.5.0/1,M10.5.0". */
typedef struct zone_rule {
    char text[64]; /* "": not known */
    moot_instant after;
} zone_rule;

#define TZIF_HEADER 44

/* NULL if there is none. The C library takes a zone that it does not
 * know for UTC without a word, so the file is looked for first. */
static FILE *open_zone(const char *name)
{
    char path[PATH_MAX];
    const char *folder = getenv("TZDIR");
    if (name[0] == '\0' || name[0] == '/' || name[0] == ':' || strstr(name, "..")) {
        return NULL;
    }
    int len = snprintf(path, sizeof path, "%s/%s",
                       folder && *folder ? folder : "/usr/share/zoneinfo", name);
    return len < 0 || (size_t)len >= sizeof path ? NULL : fopen(path, "rb");
}

static uint64_t big_endian(const unsigned char *bytes, int count)
{
    uint64_t value = 0;
    for (int i = 0; i < count; i++) {
        value = value << 8 | bytes[i];
    }
    return value;
}

/* Reads a header; behind it come `times` times of `width` bytes, and so many bytes in all. */
static int read_header(FILE *file, int width, long *out_times, long *out_bytes)
{
    unsigned char head[TZIF_HEADER];
    uint64_t n[6]; /* isut, isstd, leap, time, type, char */
    if (fread(head, 1, sizeof head, file) != sizeof head || memcmp(head, "TZif", 4) != 0) {
        return 0;
    }
    for (int i = 0; i < 6; i++) {
        n[i] = big_endian(head + 20 + 4 * i, 4);
        if (n[i] > 100000) {
            return 0;
        }
    }
    *out_times = (long)n[3];
    *out_bytes = (long)(n[0] + n[1] + n[2] * (uint64_t)(width + 4) + n[3] * (uint64_t)(width + 1) + n[4] * 6 + n[5]);
    return head[4] != '\0' || width == 4; /* the first version has no second part */
}

static void read_rule(FILE *file, zone_rule *out)
{
    unsigned char last[8];
    char line[sizeof out->text + 2] = "";
    long times, bytes;
    if (fseek(file, 0, SEEK_SET) != 0 || !read_header(file, 4, &times, &bytes) ||
        fseek(file, bytes, SEEK_CUR) != 0 || !read_header(file, 8, &times, &bytes) || times == 0 ||
        fseek(file, 8 * (times - 1), SEEK_CUR) != 0 || fread(last, 1, 8, file) != 8 ||
        fseek(file, bytes - 8 * times, SEEK_CUR) != 0 || fgetc(file) != '\n' ||
        !fgets(line, sizeof line, file)) {
        return;
    }
    size_t len = strcspn(line, "\n");
    if (line[len] == '\n' && len > 0 && len < sizeof out->text && (last[0] & 0x80) == 0) {
        memcpy(out->text, line, len);
        out->text[len] = '\0';
        out->after = (moot_instant)big_endian(last, 8);
    }
}

/* 0: there is no such zone. A file in which no rule is found is none the worse for it. */
static int look_up_zone(const char *name, zone_rule *out)
{
    char magic[4] = "";
    FILE *file = open_zone(name);
    memset(out, 0, sizeof *out);
    if (!file) {
        return 0;
    }
    int found = fread(magic, 1, sizeof magic, file) == sizeof magic && memcmp(magic, "TZif", 4) == 0;
    if (found) {
        read_rule(file, out);
    }
    fclose(file);
    return found;
}

static int offset_from_system(moot_instant at)
{
    struct tm tm;
    time_t t = (time_t)at;
    return localtime_r(&t, &tm) ? (int)tm.tm_gmtoff : 0;
}

static int add_period(moot_zone *zone, moot_instant from, int offset)
{
    if (!moot_grow((void **)&zone->periods, &zone->cap, zone->count + 1, sizeof *zone->periods)) {
        return 0;
    }
    zone->periods[zone->count].from = from;
    zone->periods[zone->count++].offset = offset;
    return 1;
}

/* Halves the way between an instant with the offset and one without until they are one `unit` apart,
 * or nearly. */
static void narrow(moot_instant *before, moot_instant *after, int offset, moot_instant unit)
{
    while (*after - *before >= 2 * unit) {
        moot_instant middle = *before + (*after - *before) / 2 / unit * unit;
        if (offset_from_system(middle) == offset) {
            *before = middle;
        } else {
            *after = middle;
        }
    }
}

/* The first second, after `before` and up to `after`, that no longer has the offset of `before`.
 * Nearly every change is on the hour, and asking the system is slow, so that is tried first. */
static moot_instant find_change(moot_instant before, moot_instant after, int offset)
{
    narrow(&before, &after, offset, 3600);
    if (offset_from_system(after - 1) != offset) {
        narrow(&before, &after, offset, 1);
    }
    return after;
}

/* From there on the C library is asked by the rule alone: it reads it once, where by the zone's name
 * it would read it at every question. */
static int go_by_rule(zone_rule *rule, moot_instant at)
{
    if (rule->text[0] == '\0' || at <= rule->after) {
        return 1;
    }
    int done = setenv("TZ", rule->text, 1) == 0;
    tzset();
    rule->text[0] = '\0';
    return done;
}

/* 1 done, 0 out of memory, -1 the environment refused. */
static int read_periods(moot_zone *zone, zone_rule *rule)
{
    int offset = offset_from_system(TABLE_FROM);
    if (!add_period(zone, MOOT_ALWAYS, offset)) {
        return 0;
    }
    for (moot_instant at = TABLE_FROM; at < TABLE_UNTIL; at += PROBE_STEP) {
        moot_instant next = at + PROBE_STEP, probe = at;
        if (!go_by_rule(rule, at)) {
            return -1;
        }
        /* More than one change between two probes is found as long as the last differs from the
         * first. */
        while (offset_from_system(next) != offset) {
            probe = find_change(probe, next, offset);
            offset = offset_from_system(probe);
            if (!add_period(zone, probe, offset)) {
                return 0;
            }
        }
    }
    return 1;
}

/* Runs read_periods with TZ set to the zone. 1 done, 0 out of memory, -1 the environment
 * refused. */
static int read_with_tz(moot_zone *zone, zone_rule *rule)
{
    const char *now = getenv("TZ");
    char *old = now ? moot_strdup(now) : NULL;
    if (now && !old) {
        return 0;
    }
    int done = -1;
    if (setenv("TZ", zone->name, 1) == 0) {
        tzset();
        done = read_periods(zone, rule);
    }
    if (old) {
        done = setenv("TZ", old, 1) == 0 ? done : -1;
    } else {
        unsetenv("TZ");
    }
    tzset();
    moot_free(old);
    return done;
}

static void index_periods(moot_zone *zone)
{
    size_t p = 0;
    for (size_t i = 0; i < SLOTS; i++) {
        moot_instant start = TABLE_FROM + ((moot_instant)i << SLOT_BITS);
        while (zone->periods[p + 1].from <= start) {
            p++;
        }
        zone->slots[i] = (uint16_t)p;
    }
    uint64_t digest = moot_hash64(zone->name, strlen(zone->name), 0);
    for (size_t i = 0; i < zone->count; i++) {
        digest = moot_mix64(digest, (uint64_t)zone->periods[i].from);
        digest = moot_mix64(digest, (uint64_t)zone->periods[i].offset);
    }
    zone->digest = digest;
}

static moot_code fill_zone(moot_zone *zone, zone_rule *rule, moot_err *err)
{
    /* UTC has no changes and needs no tzdata. */
    int done =
        strcmp(zone->name, "UTC") == 0 ? add_period(zone, MOOT_ALWAYS, 0) : read_with_tz(zone, rule);
    if (done < 0) {
        return moot_fail(err, MOOT_ESYSTEM, "the system would not set the time zone to %s",
                         zone->name);
    }
    if (!done || !add_period(zone, MOOT_NEVER, 0)) {
        return moot_fail_memory(err);
    }
    zone->count--; /* the closing one is not counted */
    if (zone->count > UINT16_MAX) {
        return moot_fail(err, MOOT_ESYSTEM,
                         "the time zone %s changes its clock %zu times, which is not believable",
                         zone->name, zone->count);
    }
    index_periods(zone);
    return MOOT_OK;
}

moot_code moot_zone_load(const char *name, moot_zone **out_zone, moot_err *err)
{
    zone_rule rule;
    if (strlen(name) >= sizeof((moot_zone *)0)->name ||
        (strcmp(name, "UTC") != 0 && !look_up_zone(name, &rule))) {
        return moot_fail(err, MOOT_ESYSTEM,
                         "the time zone \"%s\" is not on this machine; install the package tzdata "
                         "(apt-get install tzdata)",
                         name);
    }
    moot_zone *zone = moot_calloc(1, sizeof *zone);
    if (!zone) {
        return moot_fail_memory(err);
    }
    memcpy(zone->name, name, strlen(name) + 1);
    moot_code code = fill_zone(zone, &rule, err);
    if (code) {
        moot_zone_free(zone);
        return code;
    }
    *out_zone = zone;
    return MOOT_OK;
}

void moot_zone_free(moot_zone *zone)
{
    if (zone) {
        moot_free(zone->periods);
        moot_free(zone);
    }
}

const char *moot_zone_name(const moot_zone *zone)
{
    return zone->name;
}

uint64_t moot_zone_digest(const moot_zone *zone)
{
    return zone->digest;
}

/* ---- looking up ---- */

MOOT_APART static const period *beyond_table(const moot_zone *zone, moot_instant at)
{
    return at < TABLE_FROM ? zone->periods : zone->periods + zone->count - 1;
}

static inline const period *period_at(const moot_zone *zone, moot_instant at)
{
    if (at < TABLE_FROM || at >= TABLE_UNTIL) {
        return beyond_table(zone, at);
    }
    const period *p = zone->periods + zone->slots[(size_t)((at - TABLE_FROM) >> SLOT_BITS)];
    while (p[1].from <= at) {
        p++;
    }
    return p;
}

int moot_zone_offset(const moot_zone *zone, moot_instant at)
{
    return period_at(zone, at)->offset;
}

/* Seconds since the start of the table's first day as the wall clock counts them; what lies outside the table stays at its
 * ends, which are days further off than any offset, so this is never negative. */
static inline uint64_t local_seconds(const moot_zone *zone, moot_instant at)
{
    if (at < TABLE_FROM || at > TABLE_UNTIL) {
        at = at < TABLE_FROM ? TABLE_FROM : TABLE_UNTIL;
    }
    return (uint64_t)(at + period_at(zone, at)->offset - LOCAL_FROM);
}

static inline moot_day day_of_local(uint64_t seconds)
{
    return moot_day_clamp(LOCAL_DAY + (int64_t)(seconds / DAY_SECONDS));
}

moot_day moot_day_at(const moot_zone *zone, moot_instant at)
{
    return day_of_local(local_seconds(zone, at));
}

int moot_second_of_day(const moot_zone *zone, moot_instant at)
{
    return (int)(local_seconds(zone, at) % DAY_SECONDS);
}

int moot_wall_at(const moot_zone *zone, moot_instant at, moot_day *out_day)
{
    uint64_t local = local_seconds(zone, at);
    *out_day = day_of_local(local);
    return (int)(local % DAY_SECONDS);
}

/* The period that holds all times of the wall clock around this one; NULL where the clock changes within a day of it. */
static inline const period *unchanging(const moot_zone *zone, int64_t local)
{
    const period *p = period_at(zone, local);
    int far = p[1].from - FARTHEST_OFFSET > local && (p->from == MOOT_ALWAYS || p->from + FARTHEST_OFFSET <= local);
    return far ? p : NULL;
}

moot_wall moot_instant_of(const moot_zone *zone, moot_day day, int second_of_day,
                          moot_instant *out_at, moot_instant *out_second)
{
    int64_t local = day * DAY_SECONDS + second_of_day;
    const period *p = unchanging(zone, local);
    if (p) {
        *out_at = local - p->offset;
        return MOOT_WALL_ONE;
    }
    p = period_at(zone, local - FARTHEST_OFFSET);
    const period *last = zone->periods + zone->count - 1;
    for (; p <= last; p++) {
        moot_instant at = local - p->offset;
        if (at < p->from) { /* the clock had jumped over it as this period began */
            *out_at = p->from;
            return MOOT_WALL_SKIPPED;
        }
        if (at >= p[1].from) {
            continue;
        }
        *out_at = at;
        moot_instant again = local - p[1].offset;
        if (p == last || again < p[1].from) {
            return MOOT_WALL_ONE;
        }
        if (out_second) {
            *out_second = again;
        }
        return MOOT_WALL_REPEATED;
    }
    MOOT_BUG("no period of %s holds the local second %lld", zone->name, (long long)local);
}

moot_instant moot_day_start(const moot_zone *zone, moot_day day)
{
    int64_t local = day * DAY_SECONDS;
    const period *p = unchanging(zone, local);
    if (p) {
        return local - p->offset;
    }
    moot_instant at;
    moot_instant_of(zone, day, 0, &at, NULL);
    return at;
}

moot_instant moot_day_end(const moot_zone *zone, moot_day day)
{
    return moot_day_start(zone, day + 1) - 1;
}

int moot_zone_next_change(const moot_zone *zone, moot_instant after, moot_instant *out_at,
                          int *out_shift)
{
    const period *p = period_at(zone, after);
    if (p == zone->periods + zone->count - 1) {
        return 0;
    }
    *out_at = p[1].from;
    *out_shift = p[1].offset - p->offset;
    return 1;
}
