/* moot config: what is set, and by whom. */
#include "repl/cli/cmd.h"
#include "repl/cli/config.h"

void moot_cmd_config(moot_app *app)
{
    moot_config config;
    moot_errs errs;
    moot_buf out;
    moot_errs_init(&errs, 0);
    moot_config_read(&config, 0, &errs);
    moot_buf_init(&out);
    moot_config_tell(&config, &out);
    moot_say_buf(&out);
    for (size_t i = 0; i < errs.count; i++) {
        (void)moot_say_error(&app->say, &errs.list[i]);
    }
    moot_buf_done(&out);
    moot_errs_done(&errs);
}
