/* what if reading NAME = VALUE: this story where the text is read otherwise. The protocol is compiled once more, as a variant
 * of itself in which one reading is another, and the case told again under it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "lua/compile/compile.h"
#include "repl/walk/session.h"
#include "vm/base/names.h"
#include "vm/base/text.h"

#define WHAT_IF "what-if.lua" /* the name of a text that is no file */
#define HOW "what if reading is used like this: what if reading NAME = VALUE; readings tells which there are"

/* A text without the blanks and quotes around it. */
static void trimmed(const char *from, const char *to, char *buf, size_t size)
{
    while (from < to && (*from == ' ' || *from == '\t' || *from == '"')) {
        from++;
    }
    while (to > from && (to[-1] == ' ' || to[-1] == '\t' || to[-1] == '"')) {
        to--;
    }
    snprintf(buf, size, "%.*s", (int)(to - from), from);
}

/* ---- which reading, and how ---- */

static const moot_reading *find_reading(const moot_protocol *p, const char *name, moot_err *err)
{
    const char *near = NULL, **names = moot_calloc((size_t)p->readings_count + 1, sizeof *names);
    for (int32_t i = 0; i < p->readings_count; i++) {
        if (strcasecmp(p->readings[i].decl.name, name) == 0) {
            moot_free(names);
            return &p->readings[i];
        }
        if (names) {
            names[i] = p->readings[i].decl.name;
        }
    }
    near = names ? moot_nearest(name, names, (size_t)p->readings_count) : NULL;
    moot_fail(err, MOOT_EDATA, "%s has no reading \"%s\"; %s%s%s", p->id, name,
              near ? "did you mean \"" : "", near ? near : "readings tells which there are", near ? "\"?" : "");
    moot_free(names);
    return NULL;
}

/* The option as the protocol writes it; NULL with a sentence that lists them. */
static const char *find_option(const moot_protocol *p, const moot_reading *r, const char *value, moot_err *err)
{
    moot_buf list;
    moot_buf_init(&list);
    for (int32_t i = 0; i < r->options.count; i++) {
        const char *option = moot_symbol(p, moot_span_at(p, r->options, i));
        if (strcasecmp(option, value) == 0) {
            moot_buf_done(&list);
            return option;
        }
        moot_buf_printf(&list, "%s%s", i ? ", " : "", option);
    }
    moot_fail(err, MOOT_EDATA, "\"%s\" can be read as: %.160s; not \"%.40s\"", r->decl.name, moot_buf_text(&list), value);
    moot_buf_done(&list);
    return NULL;
}

/* ---- the variant ---- */

static void variant_text(const char *script, const char *reading, const char *option, moot_buf *out)
{
    moot_buf_str(out, "baseline ");
    moot_text_quoted(script, out);
    moot_buf_str(out, "\nvariant \"what if\" { because = \"asked at the REPL\", reading ");
    moot_text_quoted(reading, out);
    moot_buf_str(out, " { chosen = ");
    moot_text_quoted(option, out);
    moot_buf_str(out, " } }\n");
}

static moot_code compile(const moot_load_options *load, moot_protocol **out_protocol, moot_err *err)
{
    moot_errs errs, warnings;
    moot_errs_init(&errs, 0);
    moot_errs_init(&warnings, 0);
    moot_script *script = NULL;
    moot_code code = moot_script_load(WHAT_IF, load, &script, &errs);
    code = code ? code : moot_compile_script(script, 1, out_protocol, &errs, &warnings);
    moot_script_free(script);
    if (code) {
        moot_fail(err, code, "read so, the protocol does not compile: %.200s", errs.count ? errs.list[0].msg : "");
    }
    moot_errs_done(&errs);
    moot_errs_done(&warnings);
    return err->code;
}

typedef struct present {
    moot_session *s;
    moot_buf *out;
} present;

/* Nothing is set aside: both know the same names. */
static moot_code tell_other(void *user, moot_walk *other, int32_t set_aside, moot_err *err)
{
    const present *of = user;
    (void)set_aside;
    (void)err;
    moot_walk_differs(of->s->walk, "the present", other, "what if", of->out);
    return MOOT_OK;
}

static moot_code beside(moot_session *s, const moot_load_options *load, moot_buf *out, moot_err *err)
{
    moot_protocol *protocol = NULL;
    present of = { s, out };
    if (compile(load, &protocol, err)) {
        return err->code;
    }
    moot_code code = moot_session_other(s, protocol, s->script.path, WHAT_IF, load, tell_other, &of, err);
    moot_protocol_free(protocol);
    return code;
}

moot_code moot_session_what_if(moot_session *s, const char *what, moot_buf *out, moot_err *err)
{
    char name[256], value[256], whole[4096];
    const char *sign = strchr(what, '=');
    moot_buf text;
    if (!sign || strlen(what) >= sizeof name) {
        return moot_fail(err, MOOT_EDATA, HOW);
    }
    trimmed(what, sign, name, sizeof name);
    trimmed(sign + 1, sign + strlen(sign), value, sizeof value);
    const moot_reading *reading = find_reading(s->protocol, name, err);
    const char *option = reading ? find_option(s->protocol, reading, value, err) : NULL;
    if (!option) {
        return err->code;
    }
    if (!s->script.path[0] || s->script.variant || !realpath(s->script.path, whole)) {
        return moot_fail(err, MOOT_EDATA, "a reading can be tried where the protocol's own script is open: open %s",
                         s->protocol->id);
    }
    moot_load_options load = { .stdlib_dir = moot_cli_text(&s->app->cli, "stdlib"), .variant = "what if" };
    if (moot_cmd_known_on(s->app, &load, err)) {
        return err->code;
    }
    moot_buf_init(&text);
    variant_text(whole, reading->decl.name, option, &text);
    load.source = moot_buf_text(&text);
    load.source_len = text.len;
    moot_buf_printf(out, "What if \"%s\" is read as \"%s\"? The case itself stays as it is.\n", reading->decl.name, option);
    moot_code code = moot_buf_ok(&text) ? beside(s, &load, out, err) : moot_fail_memory(err);
    moot_buf_done(&text);
    return code;
}
