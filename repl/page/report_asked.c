#include "repl/page/report_asked.h"

#include <string.h>

const char *moot_report__asked_against(const moot_whatif_told *told)
{
    return strstr(told->options, "--against ");
}

const char *moot_report__asked_options(moot_report *report, const moot_whatif_told *told)
{
    const char *all = told->options, *at = moot_report__asked_against(told);
    const char *behind = at ? at + strlen("--against ") : NULL;
    return !*all ? "none" : !at ? all : moot_report_text(report, "%.*s--against%s", (int)(at - all), all, behind + strcspn(behind, " "));
}

const char *moot_report__asked_others(moot_report *report, const moot_whatif_told *told, size_t readings)
{
    int count = (int)told->side_count - 1;
    if (moot_report__asked_against(told) && count == 1) {
        return moot_report_text(report, "beside %s", told->sides[1].name);
    }
    if (moot_report__asked_against(told)) {
        return moot_report_text(report, "beside %d other texts", count);
    }
    if (count > 0 && readings == (size_t)count) {
        return moot_report_text(report, "read in %d other way%s", count, count == 1 ? "" : "s");
    }
    return moot_report_text(report, "with %d variant%s", count, count == 1 ? "" : "s");
}
