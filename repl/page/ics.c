#include "repl/page/ics.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "vm/base/text.h"

#define LINE_MOST 75 /* bytes, without the end of the line */

static void escape(moot_buf *out, const char *text)
{
    for (const char *at = text; *at; at++) {
        if (strchr(",;\\", *at)) {
            moot_buf_char(out, '\\');
        }
        if (*at == '\n') {
            moot_buf_str(out, "\\n");
        } else if ((unsigned char)*at >= ' ') {
            moot_buf_char(out, *at);
        }
    }
}

/* Cut between characters; the rest goes on behind a blank. */
static void line(moot_buf *out, const char *name, const char *text)
{
    moot_buf whole;
    moot_buf_init(&whole);
    moot_buf_str(&whole, name);
    escape(&whole, text);
    const char *at = moot_buf_text(&whole);
    size_t left = whole.len, room = LINE_MOST;
    while (left > room) {
        size_t cut = moot_utf8_cut(at, room);
        moot_buf_add(out, at, cut);
        moot_buf_str(out, "\r\n ");
        at += cut;
        left -= cut;
        room = LINE_MOST - 1;
    }
    moot_buf_add(out, at, left);
    moot_buf_str(out, "\r\n");
    out->failed |= !moot_buf_ok(&whole);
    moot_buf_done(&whole);
}

static void put_day(moot_buf *out, moot_day day)
{
    int year, month, mday;
    moot_day_split(day, &year, &month, &mday);
    moot_buf_printf(out, "%04d%02d%02d", year, month, mday);
}

static void put_utc(moot_buf *out, const char *name, moot_instant at)
{
    moot_instant second = (at % 86400 + 86400) % 86400;
    moot_buf_str(out, name);
    put_day(out, (moot_day)((at - second) / 86400));
    moot_buf_printf(out, "T%02d%02d%02dZ\r\n", (int)(second / 3600), (int)(second / 60 % 60), (int)(second % 60));
}

void moot_ics_begin(moot_buf *out, const char *by, const char *about)
{
    moot_buf_printf(out, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//moot//%s//EN\r\nCALSCALE:GREGORIAN\r\n", by);
    if (*about) {
        line(out, "X-WR-CALDESC:", about);
    }
}

void moot_ics_put(moot_buf *out, const moot_zone *zone, const moot_ics_date *date)
{
    moot_day day = moot_day_at(zone, date->at);
    moot_buf_str(out, "BEGIN:VEVENT\r\n");
    line(out, "UID:", date->uid);
    put_utc(out, "DTSTAMP:", date->stamp);
    if (date->at == moot_day_end(zone, day)) {
        moot_buf_str(out, "DTSTART;VALUE=DATE:");
        put_day(out, day);
        moot_buf_str(out, "\r\n");
    } else {
        put_utc(out, "DTSTART:", date->at);
    }
    if (date->sequence > 0) {
        moot_buf_printf(out, "SEQUENCE:%" PRId64 "\r\n", date->sequence);
    }
    line(out, "SUMMARY:", date->summary);
    line(out, "DESCRIPTION:", date->description);
    moot_buf_str(out, "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n");
}

void moot_ics_end(moot_buf *out)
{
    moot_buf_str(out, "END:VCALENDAR\r\n");
}
