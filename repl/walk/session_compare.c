/* compare PROTOCOL: this story under another protocol, with the answers of moot compare (vm/run/compare.h), line by line instead
 * of side by side, so that they fit a projector and can be read aloud. Where the answers are all alike, as they mostly are
 * under a variant, the stories are held against each other: when each stage began and how it ended. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "repl/walk/session.h"
#include "repl/walk/tell.h"
#include "vm/protocol/law.h"
#include "vm/run/compare.h"

/* Two walks of one story. */
typedef struct both {
    moot_walk *walks[2];
    const moot_protocol *protocols[2];
    int32_t set_aside; /* under the second */
} both;

int moot_session_is_protocol(const char *word)
{
    char path[4096];
    const char *colon = strstr(word, ".lua:");
    struct stat status;
    if (colon) {
        snprintf(path, sizeof path, "%.*s", (int)(colon + 4 - word), word);
        return stat(path, &status) == 0;
    }
    size_t len = strlen(word);
    int is_file = (len > 4 && strcmp(word + len - 4, ".lua") == 0) || (len > 3 && strcmp(word + len - 3, ".md") == 0);
    return is_file || (moot_cmd_script_path(word, path, sizeof path) && strcmp(path, word) != 0);
}

/* ---- telling ---- */

static void tell_answers(const both *b, const moot_comparison *comparison, moot_aspect aspect, moot_buf *out)
{
    moot_buf_printf(out, "%s:\n", moot_aspect_text(aspect));
    for (int k = 0; k < 2; k++) {
        const moot_compare_cell *cell = &comparison->cells[aspect][k];
        for (int32_t i = 0; i < cell->count; i++) {
            moot_buf_printf(out, "  %s: ", b->protocols[k]->id);
            moot_compared_text(&cell->list[i], out);
            moot_tell_clause(b->protocols[k], cell->list[i].clause, out);
            moot_buf_char(out, '\n');
        }
        if (cell->count == 0) {
            moot_buf_printf(out, "  %s: %s\n", b->protocols[k]->id, moot_aspect_none(aspect));
        }
    }
}

static void tell_alike(const moot_comparison *comparison, moot_buf *out)
{
    int told = 0;
    for (int a = 0; a < MOOT_ASPECT_COUNT; a++) {
        if (!comparison->differs[a]) {
            moot_buf_printf(out, "%s%s", told++ ? ", " : "The same under both: ", moot_aspect_text((moot_aspect)a));
        }
    }
    moot_buf_str(out, told ? "\n" : "");
}

static void tell_notes(const both *b, moot_buf *out)
{
    char day[64];
    const moot_protocol *other = b->protocols[1];
    if (b->set_aside) {
        moot_buf_printf(out, "%s does not know %" PRId32 " of the things that happened; they are set aside there.\n", other->id,
                        b->set_aside);
    }
    if (other->decl.open) {
        moot_buf_printf(out, "%s: %s.\n", other->id, other->decl.open);
    }
    if (other->laws_count > 0 && strcmp(other->id, b->protocols[0]->id) != 0) {
        moot_buf_printf(out, "%s: not legal advice; law as at %s.\n", other->id,
                        moot_day_text(moot_law_as_at(other), day, sizeof day));
    }
}

static moot_code tell(const both *b, moot_buf *out, moot_err *err)
{
    moot_comparison comparison;
    moot_arena arena;
    int differ = 0;
    const moot_case *cases[2] = { moot_walk_case(b->walks[0]), moot_walk_case(b->walks[1]) };
    if (!cases[0] || !cases[1]) {
        moot_buf_str(out, "Nothing has happened yet.\n");
        return MOOT_OK;
    }
    moot_arena_init(&arena);
    moot_code code = moot_compare(cases, 2, &arena, &comparison, err);
    for (int a = 0; !code && a < MOOT_ASPECT_COUNT; a++) {
        if (comparison.differs[a]) {
            tell_answers(b, &comparison, (moot_aspect)a, out);
            differ++;
        }
    }
    if (!code && differ) {
        tell_alike(&comparison, out);
    } else if (!code) {
        moot_buf_printf(out, "%s and %s give the same answers here.\n", b->protocols[0]->id, b->protocols[1]->id);
        moot_walk_differs(b->walks[0], b->protocols[0]->id, b->walks[1], b->protocols[1]->id, out);
    }
    moot_arena_done(&arena);
    if (!code) {
        tell_notes(b, out);
    }
    return code;
}

/* ---- the other walk ---- */

typedef struct telling {
    both both;
    moot_buf *out;
} telling;

static moot_code tell_other(void *user, moot_walk *other, int32_t set_aside, moot_err *err)
{
    telling *t = user;
    t->both.walks[1] = other;
    t->both.set_aside = set_aside;
    return tell(&t->both, t->out, err);
}

moot_code moot_session_compare(moot_session *s, const char *word, moot_buf *out, moot_err *err)
{
    moot_protocol *protocol = NULL;
    moot_cmd_script script;
    if (moot_cmd_script_named(s->app, word, &script, &protocol)) {
        return moot_fail(err, MOOT_EDATA, "%s was not opened", word);
    }
    telling t = { { { s->walk, NULL }, { s->protocol, protocol }, 0 }, out };
    moot_load_options load = { .stdlib_dir = moot_cli_text(&s->app->cli, "stdlib"), .variant = script.variant };
    moot_code code = moot_cmd_known_on(s->app, &load, err);
    code = code ? code : moot_session_other(s, protocol, script.path, script.path, &load, tell_other, &t, err);
    moot_protocol_free(protocol);
    return code;
}
