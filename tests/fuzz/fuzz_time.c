/* Fuzz target: whatever text claims to be a time, a date or a duration is read or refused, and what was read is
 * shown in a form that reads back as the same. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "vm/time/time.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const moot_zone *london(void)
{
    static moot_zone *zone; /* loaded once; lives as long as the process */
    moot_err err;
    moot_err_init(&err);
    if (!zone && moot_zone_load("Europe/London", &zone, &err)) {
        MOOT_BUG("no Europe/London: %s", err.msg);
    }
    return zone;
}

static void try_when(const char *text)
{
    moot_err err;
    moot_err_init(&err);
    moot_when when, again;
    char shown[96];
    if (moot_when_parse(london(), text, &when, &err)) {
        return;
    }
    moot_when_text(london(), when, shown, sizeof shown);
    if (moot_when_parse(london(), shown, &again, &err)) {
        MOOT_BUG("\"%s\" was read, but \"%s\" is refused: %s", text, shown, err.msg);
    }
}

static void try_duration(const char *text)
{
    moot_err err;
    moot_err_init(&err);
    moot_duration duration, again;
    char shown[64];
    if (moot_duration_parse(text, &duration, &err)) {
        return;
    }
    moot_duration_text(duration, shown, sizeof shown);
    if (moot_duration_parse(shown, &again, &err) || again.count != duration.count || again.unit != duration.unit) {
        MOOT_BUG("\"%s\" does not read back from \"%s\"", text, shown);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char text[256];
    if (size >= sizeof text) {
        return 0;
    }
    memcpy(text, data, size);
    text[size] = '\0';
    try_when(text);
    try_duration(text);
    return 0;
}
