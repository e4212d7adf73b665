#include "repl/cli/stored.h"

#include <stdio.h>
#include <string.h>

#include "lua/compile/compile.h"

/* The day whose bank holidays the run went by, as its options say; 0: all. */
static int known_on(const char *run_options, moot_day *out)
{
    const char *at = run_options ? strstr(run_options, MOOT_KNOWN_ON) : NULL;
    char day[16];
    moot_day first;
    if (!at) {
        return 0;
    }
    snprintf(day, sizeof day, "%.10s", at + strlen(MOOT_KNOWN_ON));
    return moot_days_parse(day, &first, out, NULL) == MOOT_OK;
}

void moot_stored_texts_of(moot_app *app, const char *protocol, const moot_source *sources, int32_t count,
                          const char *run_options, moot_stored_texts *out)
{
    const char *variant = strstr(protocol, " / "); /* "stockport-2018 / weekly panel" */
    memset(out, 0, sizeof *out);
    out->options = (moot_load_options){ .stdlib_dir = moot_cli_text(&app->cli, "stdlib"),
                                        .source = sources[0].text,
                                        .source_len = strlen(sources[0].text),
                                        .others = out->others,
                                        .variant = variant ? variant + 3 : NULL };
    out->options.as_known = known_on(run_options, &out->options.known_on);
    for (int32_t i = 1; i < count && i <= MOOT_SOURCES; i++) {
        moot_script_text *other = &out->others[out->options.other_count++];
        other->file = sources[i].file;
        other->text = sources[i].text;
        other->len = strlen(other->text);
    }
}

/* The script is the one that was run, so what it takes from stdlib is not. */
static void tell_stdlib(moot_app *app)
{
    moot_err err;
    moot_err_init(&err);
    if (moot_cli_text(&app->cli, "stdlib")) {
        moot_fail(&err, MOOT_EDATA, "the script is as the store keeps it: --stdlib has to name the folder that it was run with");
    } else {
        moot_fail(&err, MOOT_EDATA, "the script is as the store keeps it: if it was run with --stdlib DIR, add --stdlib and that folder here, too");
    }
    moot_say_error(&app->say, &err);
}

moot_code moot_stored_protocol(moot_app *app, const char *protocol, const moot_source *sources, int32_t count,
                               const char *run_options, moot_protocol **out_protocol)
{
    moot_stored_texts texts;
    moot_errs errs;
    moot_script *script = NULL;
    moot_errs_init(&errs, 0);
    moot_stored_texts_of(app, protocol, sources, count, run_options, &texts);
    moot_code code = moot_script_load(sources[0].file, &texts.options, &script, &errs);
    if (!code) {
        code = moot_compile_script(script, 0, out_protocol, &errs, NULL);
    }
    for (size_t i = 0; i < errs.count; i++) {
        moot_say_error(&app->say, &errs.list[i]);
    }
    if (code) {
        tell_stdlib(app);
    }
    moot_script_free(script);
    moot_errs_done(&errs);
    return code;
}
