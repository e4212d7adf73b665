/* Reads a time limit as people write it. The words of clauses that fix a convention are understood ("beginning with",
 * "clear", "at least", "not later than … before"); whatever is not understood is refused with an example. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "repl/command/due.h"

#define OLDEST 120
#define HOW "write, say, \"10 working days\", \"3 clear days before 2026-12-25\" or \"6 months before 18\""

/* ---- words ---- */

/* The minus sign and the dash that word processors put in its place, three bytes each. */
static int is_minus(const char *p)
{
    return strncmp(p, "\xe2\x88\x92", 3) == 0 || strncmp(p, "\xe2\x80\x93", 3) == 0;
}

/* Lower case, one blank between words, no apostrophes, none around them. */
static void tidy(const char *text, char *out, size_t size)
{
    size_t len = 0;
    for (const char *p = text; *p && len + 1 < size; p++) {
        if (is_minus(p)) {
            out[len++] = '-';
            p += 2;
            continue;
        }
        int blank = *p == ' ' || *p == '\t' || *p == '_' || *p == '\n';
        if (blank) {
            if (len > 0 && out[len - 1] != ' ') {
                out[len++] = ' ';
            }
        } else if (*p != '\'') {
            out[len++] = *p >= 'A' && *p <= 'Z' ? (char)(*p - 'A' + 'a') : *p;
        }
    }
    while (len > 0 && (out[len - 1] == ' ' || out[len - 1] == '.')) {
        len--;
    }
    out[len] = '\0';
}

/* Steps over a word at the start of a text; 0 if it does not stand there. */
static int take(const char **text, const char *word)
{
    size_t len = strlen(word);
    if (strncmp(*text, word, len) != 0 || ((*text)[len] != '\0' && (*text)[len] != ' ')) {
        return 0;
    }
    *text += len + ((*text)[len] == ' ');
    return 1;
}

static int take_any(const char **text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (take(text, words[i])) {
            return 1;
        }
    }
    return 0;
}

static void drop_end(char *text, const char *word)
{
    size_t len = strlen(text), cut = strlen(word);
    if (len > cut && strcmp(text + len - cut, word) == 0) {
        text[len - cut] = '\0';
    }
}

static int is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static int has_digit(const char *text)
{
    return strpbrk(text, "0123456789") != NULL;
}

/* ---- ages ---- */

static int take_number(const char **text, int *out)
{
    char *end;
    if (!is_digit(**text)) {
        return 0;
    }
    long n = strtol(*text, &end, 10);
    *out = n > 100000 ? 100000 : (int)n;
    *text = end;
    return 1;
}

static void skip_blank(const char **text)
{
    while (**text == ' ') {
        (*text)++;
    }
}

static int take_unit(const char **text, const char *const *names, size_t count)
{
    skip_blank(text);
    for (size_t i = 0; i < count; i++) {
        size_t len = strlen(names[i]);
        char next = strncmp(*text, names[i], len) == 0 ? (*text)[len] : 'x';
        if (next == '\0' || next == ' ' || is_digit(next)) {
            *text += len;
            return 1;
        }
    }
    return 0;
}

static const char *const year_words[] = { "years", "year", "yrs", "yr", "y" };
static const char *const month_words[] = { "months", "month", "mths", "mth", "m" };

/* "9 months", "9m", "and 9 months" behind the years. */
static int take_months(const char **text, due_age *out)
{
    const char *p = *text;
    skip_blank(&p);
    (void)take(&p, "and");
    if (!take_number(&p, &out->months) || !take_unit(&p, month_words, MOOT_COUNT(month_words)) || out->months > 11) {
        out->months = 0;
        return 0;
    }
    *text = p;
    return 1;
}

/* "18", "18th birthday", "turning 18", "18 years old", "15 years 9 months", "15y9m". `years_too`: "18 years" is an age and
 * no length of time. */
static int read_age(const char *text, int years_too, due_age *out)
{
    static const char *const leads[] = { "the", "their", "his", "her", "age", "aged", "turns", "turning", "turn", "reaching" };
    static const char *const ordinals[] = { "th", "st", "nd", "rd" };
    due_age age = { 0, 0 };
    int lead = 0;
    while (take_any(&text, leads, MOOT_COUNT(leads))) {
        lead = 1;
    }
    if (!take_number(&text, &age.years) || age.years > OLDEST) {
        return 0;
    }
    int ordinal = take_unit(&text, ordinals, MOOT_COUNT(ordinals));
    int years = !ordinal && take_unit(&text, year_words, MOOT_COUNT(year_words));
    int months = years && take_months(&text, &age);
    skip_blank(&text);
    int birthday = take(&text, "birthday") || take(&text, "old") || take(&text, "of age");
    *out = age;
    return *text == '\0' && (!years || years_too || months || lead || birthday);
}

/* "15y9m to 16y3m", "16 to 17". */
static int read_ages(const char *text, due_rule *out)
{
    static const char *const joints[] = { " to ", " until ", " and " };
    char first[DUE_LONGEST_RULE];
    (void)(take(&text, "between") || take(&text, "from"));
    for (size_t i = 0; i < MOOT_COUNT(joints); i++) {
        const char *at = strstr(text, joints[i]);
        if (at) {
            snprintf(first, sizeof first, "%.*s", (int)(at - text), text);
            if (read_age(first, 1, &out->age) && read_age(at + strlen(joints[i]), 1, &out->until)) {
                return 1;
            }
        }
    }
    return 0;
}

char *due_age_text(due_age age, char *buf, size_t size)
{
    if (age.months) {
        snprintf(buf, size, "%d years %d month%s", age.years, age.months, age.months == 1 ? "" : "s");
    } else {
        snprintf(buf, size, "%d", age.years);
    }
    return buf;
}

/* ---- the length ---- */

/* "ten" as "10", "a" as "1", so that the reader of durations understands it; fortnights are two weeks. */
static void write_number(const char *text, char *out, size_t size)
{
    static const char *const numbers[] = { "zero", "one", "two",   "three", "four", "five",   "six",
                                           "seven", "eight", "nine", "ten",  "eleven", "twelve" };
    for (size_t i = 0; i < MOOT_COUNT(numbers); i++) {
        if (take(&text, numbers[i])) {
            snprintf(out, size, "%zu%s%s", i, *text ? " " : "", text);
            return;
        }
    }
    if (take(&text, "a") || take(&text, "an")) {
        snprintf(out, size, "1%s%s", *text ? " " : "", text);
    } else {
        snprintf(out, size, "%s", text);
    }
}

static void drop_word(char *text, const char *word)
{
    char *at = strstr(text, word);
    size_t len = strlen(word);
    if (at && (at == text || at[-1] == ' ') && at[len] == ' ') {
        memmove(at, at + len + 1, strlen(at + len + 1) + 1);
    }
}

static int read_fortnights(const char *text, moot_duration *out)
{
    int n = 0;
    if (!take_number(&text, &n)) {
        return 0;
    }
    skip_blank(&text);
    if (strcmp(text, "fortnight") != 0 && strcmp(text, "fortnights") != 0) {
        return 0;
    }
    *out = (moot_duration){ 2 * n, MOOT_WEEKS };
    return 1;
}

/* What is no length, or not one: said in the words that were written. */
static moot_code refuse_words(const char *plain, const due_rule *rule, moot_err *err)
{
    static const char *const vague[] = { "immediately", "at once", "forthwith", "promptly", "urgently", "asap",
                                         "without delay", "without undue delay", "reasonable time", "reasonable period",
                                         "practicable", "soon as possible" };
    for (size_t i = 0; i < MOOT_COUNT(vague); i++) {
        if (strstr(plain, vague[i])) {
            return moot_fail(err, MOOT_EUSAGE,
                             "\"%s\" names no length of time, so what it allows is a reading: count one, say \"1 hour\" or "
                             "\"same day\"", rule->text);
        }
    }
    if (strstr(plain, "half")) {
        return moot_fail(err, MOOT_EUSAGE, "\"%s\": only whole numbers are counted; write a smaller unit, as in \"12 hours\"",
                         rule->text);
    }
    if (strstr(plain, " or ")) {
        return moot_fail(err, MOOT_EUSAGE, "\"%s\" names two lengths; count each by itself, and the text says which of the two "
                         "dates it means", rule->text);
    }
    if (strstr(plain, " and ")) {
        return moot_fail(err, MOOT_EUSAGE, "\"%s\": write lengths that are counted one after the other with \"then\", as in "
                         "\"2 weeks then 3 days\"", rule->text);
    }
    return MOOT_OK;
}

static moot_code read_length(const char *text, due_rule *out, moot_err *err)
{
    char plain[DUE_LONGEST_RULE + 8];
    write_number(text, plain, sizeof plain);
    char *clear = strstr(plain, "clear ");
    if (clear) {
        drop_word(plain, "clear");
        out->counting = MOOT_COUNT_CLEAR;
        out->says_counting = 1;
    }
    drop_word(plain, "calendar");
    drop_end(plain, " notice");
    char *business = strstr(plain, "business day");
    if (business) {
        memmove(business, "working ", 8);
        memmove(business + 8, business + 9, strlen(business + 9) + 1);
    }
    if (refuse_words(plain, out, err)) {
        return err->code;
    }
    if (!read_fortnights(plain, &out->length) && moot_duration_parse(plain, &out->length, err)) {
        err->code = MOOT_EUSAGE;
        return err->code;
    }
    out->has_length = 1;
    return MOOT_OK;
}

/* ---- the whole ---- */

typedef struct direction {
    const char *words;
    int back;
    int counting; /* moot_counting, -1: as usual */
} direction;

static const direction directions[] = {
    { " beginning with", 0, MOOT_COUNT_BEGINNING }, { " beginning on", 0, MOOT_COUNT_BEGINNING },
    { " starting with", 0, MOOT_COUNT_BEGINNING },  { " starting on", 0, MOOT_COUNT_BEGINNING },
    { " ending with", 1, MOOT_COUNT_BEGINNING },    { " ending on", 1, MOOT_COUNT_BEGINNING },
    { " before", 1, -1 },                           { " prior to", 1, -1 },
    { " earlier than", 1, -1 },                     { " earlier", 1, -1 },
    { " later than", 0, -1 },                       { " later", 0, -1 },
    { " after", 0, -1 },                            { " following", 0, -1 },
    { " from", 0, -1 },                             { " since", 0, -1 },
    { " of", 0, -1 },
};

/* Cuts the text in two at the first direction that stands in it; what stands behind it, NULL if there is none. */
static char *cut(char *text, const direction **out)
{
    char *first = NULL;
    for (size_t i = 0; i < MOOT_COUNT(directions); i++) {
        size_t len = strlen(directions[i].words);
        char *at = strstr(text, directions[i].words);
        if (at && (at[len] == '\0' || at[len] == ' ') && (!first || at < first)) {
            first = at;
            *out = &directions[i];
        }
    }
    if (!first) {
        return NULL;
    }
    size_t len = strlen((*out)->words);
    *first = '\0';
    return first[len] ? first + len + 1 : first + len;
}

/* What the length is counted from. Words without a figure ("referral", "the day") say what --from is the time of. */
static moot_code read_anchor(const char *text, int with_dob, due_rule *out, moot_err *err)
{
    if (read_age(text, 1, &out->age)) {
        out->anchor = DUE_AGE;
        return MOOT_OK;
    }
    if (has_digit(text)) {
        out->anchor = DUE_DATE;
        snprintf(out->date, sizeof out->date, "%s", text);
        for (char *p = out->date + 1; *p; p++) { /* 2026-05-21T09:15Z, which was made small */
            int in_time = is_digit(p[-1]) && (is_digit(p[1]) || p[1] == '\0');
            *p = (*p == 't' || *p == 'z') && in_time ? (char)(*p - 'a' + 'A') : *p;
        }
        return MOOT_OK;
    }
    if (with_dob) {
        return moot_fail(err, MOOT_EUSAGE,
                         "\"%s\" is neither an age nor a date: write, say, \"6 months before 18\"", text);
    }
    return MOOT_OK; /* --from */
}

/* "-3 days", "minus 3 days": counted back. */
static int take_minus(const char **text)
{
    int minus = **text == '-' || take(text, "minus");
    *text += **text == '-';
    skip_blank(text);
    return minus;
}

static moot_code read_whole(const char *plain, int with_dob, due_rule *out, moot_err *err)
{
    char copy[DUE_LONGEST_RULE];
    const direction *found = NULL;
    int minus = take_minus(&plain);
    snprintf(copy, sizeof copy, "%s", plain);
    char *anchor = cut(copy, &found);
    if (minus && found) {
        return moot_fail(err, MOOT_EUSAGE, "\"%s\" says twice which way to count: write \"before\" or \"after\", without a sign",
                         out->text);
    }
    if (read_length(copy, out, err)) {
        return err->code;
    }
    if (found && found->counting >= 0) {
        out->counting = (moot_counting)found->counting;
        out->says_counting = 1;
    }
    if (out->counting == MOOT_COUNT_CLEAR && !moot_unit_by_day((moot_unit)out->length.unit)) {
        return moot_fail(err, MOOT_EUSAGE, "\"%s\": minutes and hours are elapsed time; only days can be clear", out->text);
    }
    int back = minus || (found && found->back);
    if (back && out->length.unit == MOOT_NEXT_WORKING_DAY) {
        out->length = (moot_duration){ 1, MOOT_WORKING_DAYS }; /* the one before */
    }
    if (back) {
        out->length.count = -out->length.count;
    }
    return anchor && *anchor ? read_anchor(anchor, with_dob, out, err) : MOOT_OK;
}

/* ---- counts behind one another ---- */

static const struct {
    const char *words;
    int back;
} joints[] = {
    { ", and then ", 0 }, { " and then ", 0 }, { ", then ", 0 }, { " then ", 0 },
    { " plus ", 0 },      { " + ", 0 },        { " minus ", 1 }, { " - ", 1 },
};

/* Cuts the text before the first joint that stands in it; what stands behind it, NULL if there is none. */
static char *cut_joint(char *text, int *out_back)
{
    char *first = NULL;
    size_t len = 0;
    for (size_t i = 0; i < MOOT_COUNT(joints); i++) {
        char *at = strstr(text, joints[i].words);
        if (at && (!first || at < first)) {
            first = at;
            len = strlen(joints[i].words);
            *out_back = joints[i].back;
        }
    }
    if (!first) {
        return NULL;
    }
    *first = '\0';
    return first + len;
}

/* "10 days then", "then 10 days": a joint with nothing on one of its sides. */
static moot_code check_joint(const char *plain, const due_rule *rule, moot_err *err)
{
    static const char *const words[] = { "and then", "then", "and", "plus", "+", "minus", "-" };
    size_t len = strlen(plain);
    for (size_t i = 0; i < MOOT_COUNT(words); i++) {
        size_t word = strlen(words[i]);
        if (len > word && plain[len - word - 1] == ' ' && strcmp(plain + len - word, words[i]) == 0) {
            return moot_fail(err, MOOT_EUSAGE,
                             "\"%s\" breaks off behind \"%s\": write the next length, as in \"2 working days then 1 month\", or "
                             "leave the \"%s\" away", rule->text, words[i], words[i]);
        }
    }
    return strcmp(plain, "then") == 0 || strncmp(plain, "then ", 5) == 0 || strncmp(plain, "and then ", 9) == 0
               ? moot_fail(err, MOOT_EUSAGE,
                           "\"%s\" lacks a length before \"then\": write, say, \"2 working days then 1 month\"", rule->text)
               : MOOT_OK;
}

/* "1 month", "3 clear days": a length that is counted on, from where the one before it ended. */
static moot_code read_more(const char *text, int back, due_rule *out, moot_err *err)
{
    char copy[DUE_LONGEST_RULE];
    const direction *found = NULL;
    due_rule part;
    memset(&part, 0, sizeof part);
    snprintf(part.text, sizeof part.text, "%s", out->text);
    if (check_joint(text, out, err)) {
        return err->code;
    }
    snprintf(copy, sizeof copy, "%s", text);
    if (cut(copy, &found)) {
        return moot_fail(err, MOOT_EUSAGE,
                         "\"%s\": say with the first length what it is counted from, as in \"2 working days after "
                         "2026-05-21 then 1 month\"", text);
    }
    if (out->more_count == DUE_MORE_COUNTS) {
        return moot_fail(err, MOOT_EUSAGE, "more than %d lengths behind one another are more than moot counts",
                         DUE_MORE_COUNTS);
    }
    if (read_length(text, &part, err)) {
        return err->code;
    }
    if (part.counting == MOOT_COUNT_CLEAR && !moot_unit_by_day((moot_unit)part.length.unit)) {
        return moot_fail(err, MOOT_EUSAGE, "\"%s\": minutes and hours are elapsed time; only days can be clear", text);
    }
    part.length.count = back ? -part.length.count : part.length.count;
    out->more[out->more_count++] = (moot_chain_step){ part.length, part.counting, 0 };
    return MOOT_OK;
}

/* The first of them, which says what is counted from. */
static moot_code read_first(const char *p, int with_dob, due_rule *out, moot_err *err)
{
    static const char *const plain_leads[] = { "within", "in", "by", "on", "the", "not later than", "no later than",
                                               "not more than", "no more than", "at most", "up to", "every" };
    static const char *const clear_leads[] = { "at least", "not less than", "no less than", "not fewer than" };
    static const char *const bare_directions[] = { "before", "after", "prior to", "following", "from" };
    int clear = 0, more = 1;
    while (more) {
        int plain_lead = take_any(&p, plain_leads, MOOT_COUNT(plain_leads));
        int clear_lead = take_any(&p, clear_leads, MOOT_COUNT(clear_leads));
        clear |= clear_lead;
        more = plain_lead || clear_lead;
    }
    if (read_ages(p, out)) {
        out->anchor = DUE_AGES;
        return MOOT_OK;
    }
    if (read_age(p, with_dob, &out->age)) {
        out->anchor = DUE_AGE;
        return MOOT_OK;
    }
    if (with_dob && p[0] && p[strspn(p, "0123456789")] == '\0') {
        return moot_fail(err, MOOT_EUSAGE, "\"%s\" is no age: they go up to %d", out->text, OLDEST);
    }
    if (take_any(&p, bare_directions, MOOT_COUNT(bare_directions))) {
        return moot_fail(err, MOOT_EUSAGE,
                         "\"%s\" says not how long: write, say, \"6 months before 18\", or \"18\" for the birthday itself",
                         out->text);
    }
    if (read_whole(p, with_dob, out, err)) {
        return err->code;
    }
    if (clear && !out->says_counting && moot_unit_by_day((moot_unit)out->length.unit)) { /* "at least N days": both ends out, as for clear days */
        out->counting = MOOT_COUNT_CLEAR;
        out->says_counting = 1;
    }
    return MOOT_OK;
}

moot_code due_rule_read(const char *text, int with_dob, due_rule *out, moot_err *err)
{
    char plain[DUE_LONGEST_RULE];
    int back = 0, next_back = 0;
    memset(out, 0, sizeof *out);
    if (strlen(text) >= sizeof plain) {
        return moot_fail(err, MOOT_EUSAGE, "the rule is longer than %d characters; " HOW, DUE_LONGEST_RULE - 1);
    }
    snprintf(out->text, sizeof out->text, "%s", text);
    tidy(text, plain, sizeof plain);
    if (plain[0] == '\0') {
        return moot_fail(err, MOOT_EUSAGE, "the rule is empty; " HOW);
    }
    if (check_joint(plain, out, err)) {
        return err->code;
    }
    char *more = cut_joint(plain, &back);
    if (read_first(plain, with_dob, out, err)) {
        return err->code;
    }
    if (more && out->anchor == DUE_AGES) {
        return moot_fail(err, MOOT_EUSAGE, "\"%s\": from a window of ages nothing is counted on", out->text);
    }
    for (; more; back = next_back) {
        char *part = more;
        more = cut_joint(part, &next_back);
        if (read_more(part, back, out, err)) {
            return err->code;
        }
    }
    return MOOT_OK;
}
