/* What `moot --version` and `moot --licences` print. Versions are asked of the libraries that run,
 * not of their headers. */
#include <stdio.h>
#include <string.h>

#include "lua/sandbox/embedded.h"
#include "repl/cli/cmd.h"
#include "repl/cli/licences.h"
#include "vm/calendar/calendar.h"
#include "vm/store/store_version.h"

#define MOOT_VERSION "0.1.0"

const char *moot_about_number(void)
{
    return MOOT_VERSION;
}

static void version_json(void)
{
    printf("{\"moot\":\"%s\",\"lua\":\"%s\",\"sqlite\":\"%s\",\"calendar_until\":%d}\n",
           MOOT_VERSION, moot_cli_lua_release(), moot_store_sqlite_version(), MOOT_PUBLISHED_UNTIL);
}

void moot_about_version(moot_app *app)
{
    if (app->say.json) {
        version_json();
        return;
    }
    printf("moot %s\n", MOOT_VERSION);
    printf("%s\n", moot_cli_lua_release());
    printf("SQLite %s\n", moot_store_sqlite_version());
    printf("Bank holidays of England and Wales as published to %d\n", MOOT_PUBLISHED_UNTIL);
}

/* The notice of a Lua module is the comment at its top. */
static void embedded_notice(const char *name)
{
    for (size_t i = 0; i < moot_stdlib_count; i++) {
        if (strcmp(moot_stdlib_files[i].name, name) != 0) {
            continue;
        }
        const char *text = moot_stdlib_files[i].text;
        while (strncmp(text, "--", 2) == 0 || *text == '\n') {
            const char *end = strchr(text, '\n');
            const char *from = text + (*text == '\n' ? 0 : text[2] == ' ' ? 3 : 2);
            if (!end) {
                break;
            }
            moot_say_out(from, (size_t)(end + 1 - from));
            text = end + 1;
        }
    }
}

void moot_about_licences(void)
{
    fputs(moot_licences, stdout);
    embedded_notice("argparse");
}
