#include "tests/bench/triage.h"

#include <string.h>

static const char *const legals[] = { "none", "s20", "s31", "sgo" };
static const char *const connections[] = { "same", "other", "none" };

/* ---- making a caseload ---- */

/* splitmix64, its middle bits. */
static uint32_t below(uint64_t *state, uint32_t n)
{
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return (uint32_t)(((z ^ z >> 31) >> 16) % n);
}

static int percent(uint64_t *state, uint32_t chance)
{
    return below(state, 100) < chance;
}

static const char *legal_of(uint64_t *state, int in_care)
{
    uint32_t u = below(state, 100);
    if (!in_care) {
        return legals[u < 8 ? TRIAGE_SGO : TRIAGE_LEGAL_NONE];
    }
    return legals[u < 50 ? TRIAGE_S20 : u < 92 ? TRIAGE_S31 : TRIAGE_SGO];
}

/* Up to sixty days ago, within the next 56 days, within the next 200, or not at all. */
static moot_day homeless_of(uint64_t *state, moot_day referred)
{
    uint32_t u = below(state, 100);
    if (u >= 85) {
        return MOOT_DAY_MIN;
    }
    return u < 40 ? referred - (moot_day)below(state, 60) : referred + 1 + (moot_day)below(state, u < 75 ? 56 : 200);
}

static void put_day(moot_buf *out, moot_day day)
{
    char text[16];
    moot_buf_str(out, day == MOOT_DAY_MIN ? "" : moot_day_text(day, text, sizeof text));
}

/* What is drawn stands in the order of the columns, but for what others hang on and for the last four, which come backwards. */
static void generate(uint64_t *state, int32_t id, int32_t areas, moot_buf *out)
{
    moot_day referred = TRIAGE_FIRST_DAY + (moot_day)below(state, 546);
    int minute = (int)below(state, 144) * 10 + 1;
    moot_day dob = referred - 5300 - (moot_day)below(state, 4100);
    int in_care = percent(state, 55);
    int looked16 = in_care && percent(state, 85);
    int looked_now = in_care && percent(state, 45);
    int days = 0;
    if (in_care) {
        days = percent(state, 25) ? (int)below(state, 91) : 80 + (int)below(state, 1300);
    }
    const char *legal = legal_of(state, in_care);
    moot_buf_printf(out, "%d,%d,%u,", (int)id, (int)((id - 1) % areas), (unsigned)(1 + below(state, 2147483645u)));
    put_day(out, referred);
    moot_buf_printf(out, "T%02d:%02d,", minute / 60, minute % 60);
    put_day(out, dob);
    moot_buf_printf(out, ",%d,%d,%d,%s,%d,", days, looked16, looked_now, legal, percent(state, 40));
    put_day(out, homeless_of(state, referred));
    uint32_t where = below(state, 100);
    moot_buf_printf(out, ",%s", connections[where < 70 ? TRIAGE_SAME : where < 90 ? TRIAGE_OTHER : TRIAGE_NOWHERE]);
    int intentional = percent(state, 10), immigration_ok = percent(state, 94), risk = percent(state, 18);
    moot_buf_printf(out, ",%d,%d,%d,%d\n", percent(state, 12), risk, immigration_ok, intentional);
}

void triage_generate(int32_t count, moot_buf *out)
{
    uint64_t state = 20260101;
    moot_buf_str(out, "id,area,seed,referral,dob,looked_days,looked16,looked_now,legal,education,homeless_on,connection,child,risk,"
                      "immigration_ok,intentional\n");
    for (int32_t id = 1; id <= count; id++) {
        generate(&state, id, (count + 499) / 500, out);
    }
}

/* ---- reading it ---- */

static int32_t number(const char **at)
{
    int32_t n = 0;
    while (**at >= '0' && **at <= '9') {
        n = n * 10 + (*(*at)++ - '0');
    }
    (*at)++;
    return n;
}

static int two(const char *at)
{
    return (at[0] - '0') * 10 + (at[1] - '0');
}

static moot_day day_at(const char *at)
{
    return moot_day_of(two(at) * 100 + two(at + 2), two(at + 5), two(at + 8));
}

/* One of a few words, told by a letter; moves behind the comma. */
static uint8_t word(const char **at, const char *const *words, int count)
{
    size_t len = strcspn(*at, ",");
    int found = 0;
    while (found + 1 < count && (strlen(words[found]) != len || memcmp(words[found], *at, len) != 0)) {
        found++;
    }
    *at += len + 1;
    return (uint8_t)found;
}

int triage_read(const char **at, triage_case *out)
{
    if (**at == '\0') {
        return 0;
    }
    out->id = number(at);
    (void)number(at);
    (void)number(at);
    out->minute = (day_at(*at) - TRIAGE_FIRST_DAY) * 1440 + two(*at + 11) * 60 + two(*at + 14);
    *at += 17;
    out->dob = day_at(*at);
    *at += 11;
    out->looked_days = number(at);
    out->looked16 = (uint8_t)number(at);
    out->looked_now = (uint8_t)number(at);
    out->legal = word(at, legals, 4);
    out->education = (uint8_t)number(at);
    out->homeless_on = **at == ',' ? MOOT_DAY_MIN : day_at(*at);
    *at += **at == ',' ? 1 : 11;
    out->connection = word(at, connections, 3);
    out->child = (uint8_t)number(at);
    out->risk = (uint8_t)number(at);
    out->immigration_ok = (uint8_t)number(at);
    out->intentional = (uint8_t)number(at);
    return 1;
}
