/* What was most likely meant by a value of the wrong kind: "48 hours" is hours(48), "1 June 2018" is "2018-06-01". */
#include "lua/load/hint.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "vm/time/time.h"

#define LONGEST 60 /* bytes of a text that is guessed about */

/* ---- durations ---- */

static const char *const units[][2] = {
    { "minute", "minutes" }, { "min", "minutes" }, { "mins", "minutes" }, { "hour", "hours" }, { "hr", "hours" },
    { "hrs", "hours" },      { "day", "days" },    { "week", "weeks" },   { "wk", "weeks" },   { "month", "months" },
    { "year", "years" },     { "yr", "years" },    { "working day", "working_days" },
    { "working_day", "working_days" }, { "working days", "working_days" }, { "calendar days", "days" },
};

const char *moot_unit_word(const char *name)
{
    for (size_t i = 0; i < MOOT_COUNT(units); i++) {
        if (strcmp(name, units[i][0]) == 0) {
            return units[i][1];
        }
    }
    const moot_word *word = moot_word_find(name);
    return word && (word->is & MOOT_CLASS(DURATION)) && (word->shape & MOOT_ARGS) ? word->name : NULL;
}

/* How often, as people say it: as a recurrence, as a length. */
static const char *const often[][3] = {
    { "weekly", "weeks(1)", "weeks(1)" },      { "fortnightly", "weeks(2)", "weeks(2)" }, { "fortnight", "weeks(2)", "weeks(2)" },
    { "monthly", "\"month\"", "months(1)" },   { "quarterly", "\"quarter\"", "months(3)" }, { "yearly", "\"year\"", "years(1)" },
    { "annually", "\"year\"", "years(1)" },    { "annual", "\"year\"", "years(1)" },
};

static int hint_often(const char *text, int column, char *buf, size_t size)
{
    for (size_t i = 0; i < MOOT_COUNT(often); i++) {
        if (strcmp(text, often[i][0]) == 0) {
            snprintf(buf, size, "; write %s", often[i][column]);
            return 1;
        }
    }
    return 0;
}

/* A text that sets no time. */
static int is_no_time(const char *text)
{
    static const char *const words[] = { "as soon as possible", "immediately", "asap", "ASAP", "promptly", "forthwith",
                                         "without delay", "as soon as practicable", "as soon as reasonably practicable" };
    for (size_t i = 0; i < MOOT_COUNT(words); i++) {
        if (strcmp(text, words[i]) == 0) {
            return 1;
        }
    }
    return 0;
}

/* "48 hours", "the same day", "fortnightly" */
static void hint_duration(const char *text, char *buf, size_t size)
{
    if (hint_often(text, 2, buf, size)) {
        return;
    }
    if (is_no_time(text)) {
        snprintf(buf, size, "; where the text sets no time, leave it out: the duty then has no date");
        return;
    }
    char *behind;
    long count = strtol(text, &behind, 10);
    const char *word = behind > text && *behind ? moot_unit_word(behind + (*behind == ' ')) : NULL;
    if (word && count >= 0) {
        snprintf(buf, size, "; write %s(%ld)", word, count);
    } else if (strcmp(text, "same day") == 0 || strcmp(text, "next working day") == 0) {
        snprintf(buf, size, "; write %s", text[0] == 's' ? "same_day" : "next_working_day");
    }
}

/* "quarterly", "once a year" */
static void hint_recurrence(const char *text, char *buf, size_t size)
{
    if (hint_often(text, 1, buf, size)) {
        return;
    }
    hint_duration(text, buf, size);
}

/* ---- dates and times ---- */

static int month_of(const char *text, size_t len)
{
    static const char *const months[] = {
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december",
    };
    for (int i = 0; len >= 3 && i < 12; i++) {
        size_t at = 0;
        while (at < len && months[i][at] && tolower((unsigned char)text[at]) == months[i][at]) {
            at++;
        }
        if (at == len) {
            return i + 1;
        }
    }
    return 0;
}

/* Day, month and year of a date as people write it, the day first unless the year is; 0 if it is none. */
static int read_loose_date(const char *text, int *out_year, int *out_month, int *out_day)
{
    int part[3] = { 0 }, named = 0, count = 0;
    while (*text && count < 3) {
        size_t letters = strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
        size_t digits = strspn(text, "0123456789");
        if (digits > 4 || (letters && (count != 1 || !(named = month_of(text, letters))))) {
            return 0;
        }
        part[count++] = letters ? named : (int)strtol(text, NULL, 10);
        text += letters + digits;
        if (letters + digits == 0) {
            return 0;
        }
        text += strspn(text, letters || *text == ' ' ? " ," : "/.- ");
    }
    if (*text || count < 3) {
        return 0;
    }
    int year_first = part[0] > 31;
    *out_year = year_first ? part[0] : part[2];
    *out_month = part[1];
    *out_day = year_first ? part[2] : part[0];
    return *out_year >= 1900;
}

static const char *month_name(int month)
{
    static const char *const names[] = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December",
    };
    return names[month - 1];
}

/* 1 June 2018, 01/06/2018, 2018-6-1; a day that no month has is said to be none. */
static void hint_date(const char *text, char *buf, size_t size)
{
    int year, month, day;
    if (!read_loose_date(text, &year, &month, &day)) {
        return;
    }
    if (moot_date_valid(year, month, day)) {
        snprintf(buf, size, "; write \"%04d-%02d-%02d\"", year, month, day);
    } else if (month >= 1 && month <= 12 && day > 28 && day <= 31) {
        snprintf(buf, size, "; %s has no day %d%s", month_name(month), day, month == 2 ? " in that year" : "");
    } else if (month < 1 || month > 12) {
        snprintf(buf, size, "; there is no month %d", month);
    }
}

/* 9:30, 16.30, 4pm, 4:30 pm: the minute of the day, with what stands behind it; -1 if it is none. */
static int read_loose_clock(const char *text, const char **out_behind)
{
    char *behind;
    long hour = strtol(text, &behind, 10), minute = 0;
    if (behind == text || hour < 0 || hour > 23) {
        return -1;
    }
    if (*behind == ':' || *behind == '.') {
        minute = strtol(behind + 1, &behind, 10);
    }
    const char *half = behind + (*behind == ' ');
    int pm = strncmp(half, "pm", 2) == 0, am = strncmp(half, "am", 2) == 0;
    if (minute < 0 || minute > 59 || ((pm || am) && (hour < 1 || hour > 12))) {
        return -1;
    }
    *out_behind = pm || am ? half + 2 : behind;
    return (int)((pm || am ? hour % 12 + (pm ? 12 : 0) : hour) * 60 + minute);
}

static void hint_clock(const char *text, char *buf, size_t size)
{
    const char *behind;
    int minute = read_loose_clock(text, &behind);
    if (minute >= 0 && *behind == '\0') {
        snprintf(buf, size, "; write \"%02d:%02d\"", minute / 60, minute % 60);
    }
}

/* What stands between two times: "9am to 5pm", "9:00 - 17:00", "9-17"; behind it, or NULL. */
static const char *skip_to(const char *text)
{
    static const char *const joints[] = { "-", "–", "to ", "until " };
    text += *text == ' ';
    for (size_t i = 0; i < MOOT_COUNT(joints); i++) {
        if (strncmp(text, joints[i], strlen(joints[i])) == 0) {
            text += strlen(joints[i]);
            return text + (*text == ' ');
        }
    }
    return NULL;
}

static void hint_hours(const char *text, char *buf, size_t size)
{
    const char *behind = text;
    int from = read_loose_clock(text, &behind);
    const char *second = from >= 0 ? skip_to(behind) : NULL;
    int to = second ? read_loose_clock(second, &behind) : -1;
    if (to > 0 && to < 8 * 60 && to < from && from < 12 * 60 && *behind == '\0') {
        to += 12 * 60; /* "9-5" */
    }
    if (strcmp(text, "closed") == 0) {
        snprintf(buf, size, "; leave it out: a day without hours is closed");
    } else if (to > from && *behind == '\0') {
        snprintf(buf, size, "; write \"%02d:%02d-%02d:%02d\"", from / 60, from % 60, to / 60, to % 60);
    }
}

/* ---- other values ---- */

/* A text is the name of something; of an event most likely, unless it begins like a date. */
static void hint_trigger(const char *text, char *buf, size_t size)
{
    int year, month, day;
    if (text[0] && (text[0] < '0' || text[0] > '9')) {
        snprintf(buf, size, "; write event \"%s\"", text);
    } else if (read_loose_date(text, &year, &month, &day)) {
        snprintf(buf, size, "; a day that each case has for itself is a fact: fact \"…\" { date }");
    }
}

/* "£65", "1,200 pounds": pounds, with pence or without. */
static void hint_money(const char *text, char *buf, size_t size)
{
    char plain[32];
    size_t used = 0;
    text += strncmp(text, "£", strlen("£")) == 0 ? strlen("£") : 0;
    for (; (isdigit((unsigned char)*text) || *text == ',' || *text == '.') && used + 1 < sizeof plain; text++) {
        if (*text != ',') {
            plain[used++] = *text;
        }
    }
    plain[used] = '\0';
    if (used > 0 && isdigit((unsigned char)plain[0]) && (*text == '\0' || strcmp(text, " pounds") == 0)) {
        snprintf(buf, size, "; write money(%s)", plain);
    }
}

/* "95%" */
static void hint_percent(const char *text, char *buf, size_t size)
{
    size_t len = strspn(text, "0123456789");
    if (len > 0 && len <= 3 && (text[len] == '\0' || strcmp(text + len, "%") == 0 || strcmp(text + len, " %") == 0)) {
        snprintf(buf, size, "; write %.*s, without quotes", (int)len, text);
    }
}

/* A fact by itself is no test. */
static void hint_test(const char *text, char *buf, size_t size)
{
    size_t len = strspn(text, "abcdefghijklmnopqrstuvwxyz_0123456789");
    if (len > 0 && text[len] == '\0' && isalpha((unsigned char)text[0])) {
        snprintf(buf, size, "; write %s = true, or another value", text);
    }
}

static void hint_type(const char *text, char *buf, size_t size)
{
    const moot_word *word = moot_word_find(text);
    if (word && (word->is & MOOT_CLASS(TYPE)) && (word->shape & MOOT_BARE)) {
        snprintf(buf, size, "; write %s, without quotes", text);
    } else {
        snprintf(buf, size, "; the answers to choose from stand in one_of { \"%s\", … }", text);
    }
}

/* "yes"; "16"; "16-17", "16 to 17" where a test stands */
static void hint_bare(const char *text, int want, char *buf, size_t size)
{
    int number = text[0] && strspn(text, "0123456789") == strlen(text), from, to, len = 0;
    if (want == MOOT_WANT_YESNO && (strcmp(text, "true") == 0 || strcmp(text, "yes") == 0)) {
        snprintf(buf, size, "; write true, without quotes");
    } else if (want == MOOT_WANT_YESNO && (strcmp(text, "false") == 0 || strcmp(text, "no") == 0)) {
        snprintf(buf, size, "; write false, without quotes");
    } else if (number && (want == MOOT_WANT_WHOLE || want == MOOT_WANT_NUMBER || want == MOOT_WANT_LIMIT || want == MOOT_WANT_AGE)) {
        snprintf(buf, size, "; write %s, without quotes", text);
    } else if (want == MOOT_WANT_WHOLE
               && ((sscanf(text, "%3d-%3d%n", &from, &to, &len) == 2 && text[len] == '\0')
                   || (sscanf(text, "%3d to %3d%n", &from, &to, &len) == 2 && text[len] == '\0'))) {
        snprintf(buf, size, "; write between(%d, %d), in which both count", from, to);
    }
}

static void hint_text(const char *text, int want, char *buf, size_t size)
{
    switch (want) {
    case MOOT_WANT_RECURRENCE: hint_recurrence(text, buf, size); break;
    case MOOT_WANT_DURATION: hint_duration(text, buf, size); break;
    case MOOT_WANT_DATE:
    case MOOT_WANT_DATE_OR_FALSE:
    case MOOT_WANT_CLOSED_DAY: hint_date(text, buf, size); break;
    case MOOT_WANT_CLOCK: hint_clock(text, buf, size); break;
    case MOOT_WANT_HOURS: hint_hours(text, buf, size); break;
    case MOOT_WANT_TRIGGER:
    case MOOT_WANT_HAPPENED: hint_trigger(text, buf, size); break;
    case MOOT_WANT_MONEY: hint_money(text, buf, size); break;
    case MOOT_WANT_PERCENT: hint_percent(text, buf, size); break;
    case MOOT_WANT_CONDITION_ITEM: hint_test(text, buf, size); break;
    case MOOT_WANT_TYPE: hint_type(text, buf, size); break;
    case MOOT_WANT_LEVEL: snprintf(buf, size, "; write { owner = \"%s\" }", text); break;
    default: hint_bare(text, want, buf, size); break;
    }
}

char *moot_hint(int want, const moot_node *node, char *buf, size_t size)
{
    buf[0] = '\0';
    int number = node->type == MOOT_NODE_INTEGER || node->type == MOOT_NODE_DECIMAL;
    if (node->type == MOOT_NODE_STRING && strlen(node->name) <= LONGEST) {
        hint_text(node->name, want, buf, size);
    } else if (moot_node_is(node, "undated")) {
        snprintf(buf, size, "; leave it out, and there is no date (undated is an option of a reading)");
    } else if (number && want == MOOT_WANT_TEXT) {
        snprintf(buf, size, "; put it in quotes");
    } else if (node->type == MOOT_NODE_INTEGER && want == MOOT_WANT_MONEY) {
        snprintf(buf, size, "; write money(%lld)", (long long)node->number);
    } else if (node->type == MOOT_NODE_DECIMAL && want == MOOT_WANT_PERCENT && node->decimal > 0 && node->decimal < 1) {
        snprintf(buf, size, "; write %.0f", node->decimal * 100);
    } else if (node->type == MOOT_NODE_DECIMAL && want == MOOT_WANT_AGE && node->decimal > 0 && node->decimal < 200 &&
               node->decimal * 12 == (double)(int)(node->decimal * 12)) {
        snprintf(buf, size, "; write turns(%d) + months(%d)", (int)node->decimal, (int)(node->decimal * 12) % 12);
    } else if ((moot_node_is(node, "any") || moot_node_is(node, "none")) && (want == MOOT_WANT_CONDITION || want == MOOT_WANT_GUARD)) {
        snprintf(buf, size, "; put it between braces: { %s { … } }", node->word);
    } else if (moot_node_is(node, "between") && want == MOOT_WANT_DURATION) {
        snprintf(buf, size, "; the longer is the limit, and the shorter stands in not_before");
    } else if (node->type == MOOT_NODE_TABLE && want == MOOT_WANT_TEST) {
        snprintf(buf, size, "; one of several is one_of { … }, all from one to another between(…, …)");
    } else if (node->type == MOOT_NODE_TABLE && node->item_count > 0 && want == MOOT_WANT_HAPPENED) {
        snprintf(buf, size, "; several are any { … }, and what happened last counts");
    } else if (node->type == MOOT_NODE_TABLE && node->item_count > 0 && want == MOOT_WANT_TRIGGER) {
        snprintf(buf, size, "; the first of several is any { … }, the last of them all { … }");
    } else if (node->type == MOOT_NODE_TABLE && want == MOOT_WANT_CONDITION_ITEM) {
        snprintf(buf, size, "; tests that must hold together stand in all { … }");
    } else if ((moot_node_class(node) & MOOT_CLASS(TYPE)) && want == MOOT_WANT_ROW) {
        snprintf(buf, size, "; what kind of answer it gives follows from its rows");
    } else if ((moot_node_class(node) & MOOT_CLASS(TEST)) && want == MOOT_WANT_OPERAND) {
        snprintf(buf, size, "; a test stands in when = { … }");
    } else if (node->type == MOOT_NODE_INTEGER && want == MOOT_WANT_DURATION) {
        snprintf(buf, size, "; write days(%lld), hours(%lld) or another unit", (long long)node->number,
                 (long long)node->number);
    }
    return buf;
}

/* ---- fields ---- */

const char *moot_hint_field(const moot_word *word, const char *name)
{
    static const char *const same[][2] = {
        { "cut_off", "papers" },   { "cutoff", "papers" },   { "frequency", "every" }, { "start", "first" },  { "starts", "first" },
        { "capacity", "places" },  { "size", "places" },     { "until", "ends" },      { "days", "within" },  { "limit", "within" },
        { "who", "owner" },        { "responsible", "owner" }, { "trigger", "on" },    { "condition", "when" }, { "guard", "when" },
        { "question", "ask" },     { "method", "via" },      { "how", "via" },         { "reason", "because" }, { "section", "clause" },
        { "name", "as" },          { "period", "per" },      { "if", "when" },
        { "after", "from" },       { "before", "by" },       { "time", "at" },          { "team", "service" }, { "percent", "share" },
        { "gives", "outputs" },    { "takes", "inputs" }, /* a helper */
        /* a row of a decision */
        { "gives", "value" },      { "give", "value" },      { "result", "value" },    { "answer", "value" }, { "is", "value" },
        /* a calendar */
        { "hours", "mon_fri" },    { "opening_hours", "mon_fri" }, { "weekdays", "mon_fri" }, { "office_hours", "mon_fri" },
        { "monday", "mon" },       { "tuesday", "tue" },     { "wednesday", "wed" },   { "thursday", "thu" }, { "friday", "fri" },
        { "saturday", "sat" },     { "sunday", "sun" },      { "weekend", "sat" },     { "tues", "tue" },     { "thurs", "thu" },
        { "mondays", "mon" },      { "fridays", "fri" },     { "closures", "closed" }, { "closes", "closed" },
        { "closed_days", "closed" }, { "holidays", "closed" },
    };
    for (size_t i = 0; i < MOOT_COUNT(same); i++) {
        if (strcmp(name, same[i][0]) == 0 && moot_word_field(word, same[i][1])) {
            return same[i][1];
        }
    }
    return NULL;
}
