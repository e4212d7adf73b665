/* Fuzz target: whatever text claims to be a protocol is loaded and compiled, or refused with a sentence; the same text
 * gives the same hash. */
#include <stdint.h>
#include <string.h>

#include "lua/compile/compile.h"
#include "lua/load/load.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* NULL when it is refused. */
static moot_protocol *compiled(const char *text, size_t len)
{
    moot_load_options options = { .source = text, .source_len = len };
    moot_script *script = NULL;
    moot_protocol *protocol = NULL;
    moot_errs errs, warnings;
    moot_errs_init(&errs, 0);
    moot_errs_init(&warnings, 0);
    moot_code code = moot_script_load("fuzz.lua", &options, &script, &errs);
    if (code == MOOT_OK) {
        code = moot_compile(script, NULL, &protocol, &errs, &warnings);
    }
    if (code != MOOT_OK && errs.count == 0) {
        MOOT_BUG("the script is refused without a word");
    }
    moot_script_free(script);
    moot_errs_done(&errs);
    moot_errs_done(&warnings);
    return protocol;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = size > 0 ? (const char *)data : "";
    moot_protocol *once = compiled(text, size);
    if (once != NULL) {
        moot_protocol *twice = compiled(text, size);
        if (twice == NULL || strcmp(once->hash, twice->hash) != 0) {
            MOOT_BUG("the same text is another protocol the second time");
        }
        moot_protocol_free(twice);
        moot_protocol_free(once);
    }
    return 0;
}
