#include "tests/bench/bench.h"
#include "tests/bench/triage.h"

#define DAYS 1200
#define MOST 15 /* working days that a rule counts */

struct triage_loop {
    moot_day working[DAYS][MOST + 1];
};

triage_loop *triage_loop_new(const moot_calendar *calendar)
{
    triage_loop *l = moot_calloc(1, sizeof *l);
    if (!l) {
        bench_fail("no memory for the days of the loop");
    }
    for (int32_t day = 0; day < DAYS; day++) {
        for (int n = 1; n <= MOST; n++) {
            l->working[day][n] = moot_calendar_add_working(calendar, TRIAGE_FIRST_DAY + day, n);
        }
    }
    return l;
}

void triage_loop_free(triage_loop *loop)
{
    moot_free(loop);
}

/* ---- the rules ---- */

typedef enum status { NONE, LOOKED_AFTER, ELIGIBLE, RELEVANT, FORMER, FORMER_EDUCATION, FORMER_REQUEST, QUALIFYING,
                      QUALIFYING_EDUCATION } status;
typedef enum state { SECURE, THREATENED, HOMELESS } state;

static status status_of(const triage_case *c, int age)
{
    int long_care = c->looked16 && c->looked_days >= 91;
    if (age < 16) {
        return c->looked_now ? LOOKED_AFTER : NONE;
    }
    if (long_care && age < 25) {
        return age < 18 ? (c->looked_now ? ELIGIBLE : RELEVANT) : age < 21 ? FORMER : c->education ? FORMER_EDUCATION : FORMER_REQUEST;
    }
    if (age < 21) {
        return c->legal == TRIAGE_SGO || c->looked16 ? QUALIFYING : NONE;
    }
    return age < 25 && c->looked16 && c->education ? QUALIFYING_EDUCATION : NONE;
}

typedef struct owed {
    const char *owner, *duty;
} owed;

static owed to_a_child(const triage_case *c, int age, status s, state home)
{
    if (age < 16) {
        return (owed){ "social_care", c->risk ? "s47_enquiry" : "s17_assess" };
    }
    if (s == ELIGIBLE || s == RELEVANT) {
        return (owed){ "social_care", s == ELIGIBLE ? "s20_keep" : "s23b_accommodate" };
    }
    if (home == HOMELESS) {
        return (owed){ "social_care", "s20_offer" };
    }
    return (owed){ "joint", home == THREATENED ? "s17_prevent" : "early_help" };
}

static owed to_an_adult(const triage_case *c, int age, status s, state home)
{
    int priority = c->child || c->risk || (age <= 20 && c->looked16);
    if (!c->immigration_ok) {
        int former = s >= FORMER && s <= FORMER_REQUEST;
        return (owed){ former ? "social_care" : "housing", former ? "s23c_support" : "advice_only" };
    }
    if (home != HOMELESS) {
        return (owed){ "housing", home == SECURE ? "advice" : "prevention" };
    }
    if (priority && c->connection == TRIAGE_OTHER && !c->risk) {
        return (owed){ "other_area", "referral" };
    }
    return (owed){ "housing", !priority ? "relief" : c->intentional ? "relief_interim_short" : "relief_interim" };
}

static int32_t working(const triage_loop *l, moot_day day, int n)
{
    return l->working[day - TRIAGE_FIRST_DAY][n];
}

/* Half a year before the next of three birthdays, or on it where that is over. */
static moot_day plan_of(const triage_case *c, int age, moot_day referred)
{
    if (age >= 25) {
        return MOOT_DAY_MIN;
    }
    moot_day birthday = moot_birthday(c->dob, age < 18 ? 18 : age < 21 ? 21 : 25, MOOT_LEAP_1_MARCH);
    return birthday - 182 <= referred ? birthday : birthday - 182;
}

void triage_loop_row(const triage_loop *l, const triage_case *c, triage_row *out)
{
    static const char *const statuses[] = { "none", "looked_after", "eligible", "relevant", "former_relevant",
                                            "former_relevant_education", "former_relevant_request", "qualifying",
                                            "qualifying_education" };
    static const char *const states[] = { "secure", "threatened", "homeless" };
    moot_day referred = TRIAGE_FIRST_DAY + c->minute / 1440;
    int age = moot_age_on(c->dob, referred, MOOT_LEAP_1_MARCH);
    int left = c->homeless_on - referred;
    state home = c->homeless_on == MOOT_DAY_MIN || left > 56 ? SECURE : left > 0 ? THREATENED : HOMELESS;
    status s = status_of(c, age);
    owed o = age < 18 ? to_a_child(c, age, s, home) : to_an_adult(c, age, s, home);
    int32_t contact = c->minute + (c->risk ? 4 * 60 : 24 * 60);
    *out = (triage_row){ c->id, age, referred - c->dob, statuses[s], states[home], o.owner, o.duty, contact,
                         c->minute + (age == 16 || age == 17 ? 48 : 72) * 60, working(l, referred, age < 18 ? 10 : 15),
                         working(l, TRIAGE_FIRST_DAY + contact / 1440, 5), plan_of(c, age, referred) };
}
