#include "repl/command/whatif_kept.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "repl/command/modelled.h"

/* ---- options ---- */

/* I/N, 1 <= I <= N. */
static int read_shard(const char *text, int *out_shard, int *out_shards)
{
    char *end;
    long shard = strtol(text, &end, 10);
    if (end == text || *end != '/' || text[0] < '0' || text[0] > '9' || end[1] < '0' || end[1] > '9') {
        return 0;
    }
    long shards = strtol(end + 1, &end, 10);
    if (*end || shards < 1 || shards > 100000 || shard < 1 || shard > shards) {
        return 0;
    }
    *out_shard = (int)shard;
    *out_shards = (int)shards;
    return 1;
}

moot_code moot_whatif_shard(const moot_app *app, int *out_shard, int *out_shards, moot_err *err)
{
    const char *text = moot_cli_text(&app->cli, "shard");
    if (!text) {
        return MOOT_OK;
    }
    if (!read_shard(text, out_shard, out_shards)) {
        return moot_fail(err, MOOT_EUSAGE, "--shard takes I/N, such as 2/4: the second of four parts; it was given \"%.80s\"", text);
    }
    if (!moot_cli_flag(&app->cli, "store")) {
        return moot_fail(err, MOOT_EUSAGE, "--shard needs --store: what a part comes to is put together by moot merge");
    }
    return MOOT_OK;
}

moot_code moot_whatif_kept_check(const moot_app *app, const char *cases, moot_err *err)
{
    const char *store = moot_cli_text(&app->cli, "store");
    if (store && moot_cmd_check_store(store, cases, "whatif.db", err)) {
        return err->code;
    }
    if (!store && moot_cli_flag(&app->cli, "resume")) {
        return moot_fail(err, MOOT_EUSAGE, "--resume needs --store: it goes on with what is kept there");
    }
    return MOOT_OK;
}

/* ---- what is kept of it ---- */

typedef struct sides {
    moot_whatif_side *list;
    moot_cmd_texts *texts;
    int32_t count;
} sides;

static void done_sides(sides *s)
{
    for (int32_t i = 0; i < s->count; i++) {
        moot_cmd_texts_done(&s->texts[i]);
    }
    moot_free(s->list);
    moot_free(s->texts);
}

static moot_code make_sides(const moot_whatif_asked *asked, sides *s, moot_err *err)
{
    memset(s, 0, sizeof *s);
    s->list = moot_calloc((size_t)asked->branch_count, sizeof *s->list);
    s->texts = moot_calloc((size_t)asked->branch_count, sizeof *s->texts);
    if (!s->list || !s->texts) {
        return moot_fail_memory(err);
    }
    moot_code code = MOOT_OK;
    while (s->count < asked->branch_count && !code) {
        int32_t i = s->count++;
        const moot_assume *assume = asked->branches[i].model->assume;
        code = moot_protocol_unfold(assume->protocol, err);
        if (code) {
            s->count--;
            return code;
        }
        code = moot_cmd_texts_read(asked->paths[i], assume->protocol, &s->texts[i], err);
        moot_protocol_fold(assume->protocol);
        s->list[i] = (moot_whatif_side){ assume->protocol, s->texts[i].list, s->texts[i].count, assume->hash,
                                         asked->is_own[i] ? assume : NULL };
    }
    return code;
}

static int are_generated(const moot_whatif_asked *asked)
{
    int generated = 1;
    for (int32_t i = 0; i < asked->case_count; i++) {
        generated &= asked->branches[0].inputs[i].generated != NULL;
    }
    return generated;
}

/* What else changes an answer, in a fixed order. */
static void tell_options(const moot_whatif_asked *asked, char *buf, size_t size)
{
    char day[16], arrivals[MOOT_MODELLED_ARRIVALS_TEXT];
    size_t len = 0;
    buf[0] = '\0';
    if (asked->options->change_on != MOOT_DAY_MIN) {
        len = (size_t)snprintf(buf, size, "--open-cases %s --change-on %s ", moot_whatif_open_words[asked->options->open_cases],
                               moot_day_text(asked->options->change_on, day, sizeof day));
    }
    len += (size_t)snprintf(buf + len, size - len, "%s",
                            moot_modelled_arrivals_text(asked->options->come_first, asked->options->come_last, arrivals, sizeof arrivals));
    if (asked->limit > 0) {
        len += (size_t)snprintf(buf + len, size - len, "--limit %ld ", asked->limit);
    }
    len += (size_t)snprintf(buf + len, size - len, "%s%s", asked->readings ? MOOT_WHATIF_READINGS : "",
                            asked->assumed_count > 1 ? MOOT_WHATIF_AGAINST : "");
    for (int32_t i = 0; asked->assumed_count > 1 && i < asked->assumed_count; i++) {
        len += (size_t)snprintf(buf + len, size - len, "%c%d", i ? ',' : ' ', (int)asked->assumed[i]->source_count);
    }
}

/* The files of assumptions; NULL when memory ends. The caller's. */
static moot_source *files_of(const moot_whatif_asked *asked, int32_t *out_count)
{
    moot_source *files = moot_calloc((size_t)asked->assumed_count * MOOT_SOURCES + 1, sizeof *files);
    *out_count = 0;
    for (int32_t k = 0; files && k < asked->assumed_count; k++) {
        for (int32_t i = 0; i < asked->assumed[k]->source_count; i++) {
            files[(*out_count)++] = (moot_source){ asked->assumed[k]->sources[i].file, asked->assumed[k]->sources[i].text };
        }
    }
    return files;
}

static moot_code begin(const moot_app *app, const moot_whatif_info *info, moot_whatif *whatif, moot_whatif_kept *out, moot_err *err)
{
    if (moot_cli_flag(&app->cli, "resume")) {
        moot_code code = moot_store_whatif_resume(out->store, info, whatif, &out->no, err);
        if (code || out->no) {
            out->found = moot_whatif_replicates(whatif);
            return code;
        }
    }
    return moot_store_whatif_begin(out->store, info, whatif, &out->no, err);
}

moot_code moot_whatif_kept_open(const moot_app *app, const moot_whatif_asked *asked, moot_whatif *whatif, moot_whatif_kept *out,
                                moot_err *err)
{
    const char *path = moot_cli_text(&app->cli, "store");
    moot_source *files = NULL;
    int32_t file_count;
    char sha[65], options[300];
    sides s;
    memset(out, 0, sizeof *out);
    if (!path) {
        return MOOT_OK;
    }
    files = files_of(asked, &file_count);
    moot_code code = make_sides(asked, &s, err);
    code = code || files ? code : moot_fail_memory(err);
    code = code ? code : moot_cmd_caseload_sha(asked->cases, sha, err);
    code = code ? code : moot_store_open(path, MOOT_STORE_CREATE, MOOT_STORE_BATCH, &out->store, err);
    tell_options(asked, options, sizeof options);
    if (!code) {
        moot_whatif_info info = {
            .sides = s.list, .caseload = moot_cmd_caseload_name(asked->cases), .caseload_sha = sha,
            .generated = are_generated(asked), .assume = asked->branches[0].model->assume, .files = files,
            .file_count = file_count, .seed = asked->options->seed, .until = asked->options->until,
            .law_as_at = asked->law_as_at, .by = asked->options->by, .moot = moot_about_number(), .options = options,
        };
        code = begin(app, &info, whatif, out, err);
    }
    done_sides(&s);
    moot_free(files);
    return code;
}

moot_code moot_whatif_kept_put(moot_whatif_kept *kept, const moot_whatif *whatif, const moot_whatif_replicate *replicate, moot_err *err)
{
    return kept->store ? moot_store_whatif_put(kept->store, kept->no, whatif, replicate, err) : MOOT_OK;
}

moot_code moot_whatif_kept_end(moot_whatif_kept *kept, const moot_whatif *whatif, moot_err *err)
{
    return kept->store ? moot_store_whatif_end(kept->store, kept->no, whatif, err) : MOOT_OK;
}

void moot_whatif_kept_close(moot_whatif_kept *kept)
{
    moot_store_close(kept->store);
    memset(kept, 0, sizeof *kept);
}
