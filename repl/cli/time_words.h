/* time_words: dates and hours as people say them, the one reader of the command line and of the walk.
 *
 * "21 May 2026", "the 21st of May 2026 at 3pm", "Thursday 21 May 2026 11.30", "May 2026": month names leave no doubt about
 * which figure is the day, so they may be read where 21/5/2026 is refused. Files of cases are written by programs and have
 * the one form of time.h. */
#ifndef MOOT_TIME_WORDS_H
#define MOOT_TIME_WORDS_H

#include "vm/time/time.h"

/* What may be typed of a time, for completion and the nearest name; the months follow one another from January. */
extern const char *const time_words[];
extern const size_t time_words_count;
#define TIME_FIRST_MONTH 9 /* January's place among them */

/* A month by its name or its first three letters: 1 to 12; 0. */
int time_month_of(const char *word);
/* A weekday, likewise: 0 Monday to 6; -1. */
int time_weekday_of(const char *word);
/* "21", "1st", "22nd"; 0. */
int time_day_number(const char *word);
/* Four figures; 0. */
int time_year_number(const char *word);
/* "3pm", "3.30pm", "15:00", "noon": seconds of the day; -1 when it is none. */
int time_hour_of(const char *word);

/* A day as it is said: "Thursday the 21st of May 2026". */
typedef struct time_said {
    int weekday;           /* -1: not named */
    int mday, month, year; /* 0: not named */
} time_said;

/* What the words say of a day from the first on. How many words that is; 0: no month is named there, so it is no date. */
int time_take_said(const char *const *word, int count, time_said *out);
/* MOOT_EDATA when the weekday that is named is not that of the day; `text` is quoted. */
moot_code time_check_weekday(const time_said *said, moot_day day, const char *text, moot_err *err) MOOT_MUST_CHECK;

#define TIME_WRITTEN 64
/* A spelled date, with its hour if it has one, as time.h reads it: "2026-05-21 15:00", "2026-05"; any other text as it
 * stands, for that reader to judge. `out` has room for TIME_WRITTEN, and a longer text is not copied but returned itself.
 * NULL with MOOT_EDATA in err: the weekday is not that of the date. */
const char *time_written(const char *text, char *out, moot_err *err);

#endif
