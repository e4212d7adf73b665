#include "repl/command/pack.h"

#include <inttypes.h>
#include <jansson.h>
#include <string.h>

#include "lua/load/node.h"
#include "vm/base/hash.h"
#include "vm/base/lines.h"

/* Of the file; a newer one is refused. What-ifs came with the second, whole protocols beside a baseline with the third: a moot that
 * knows only those before refuses them in a sentence. */
enum { FORM_OF_RUN = 1, FORM_OF_WHATIF, FORM_OF_AGAINST };

void moot_pack_init(moot_pack *pack)
{
    memset(pack, 0, sizeof *pack);
    moot_arena_init(&pack->arena);
}

void moot_pack_done(moot_pack *pack)
{
    moot_free(pack->cases.list);
    moot_free(pack->case_of.list);
    moot_free(pack->results.list);
    moot_free(pack->hashes.list);
    moot_arena_done(&pack->arena);
}

moot_code moot_pack_add(moot_pack *pack, moot_pack_list *to, const char *text, size_t len, moot_err *err)
{
    const char *kept = moot_arena_strn(&pack->arena, text, len);
    if (!kept || !moot_grow((void **)&to->list, &to->cap, to->count + 1, sizeof *to->list)) {
        return moot_fail_memory(err);
    }
    to->list[to->count++] = kept;
    return MOOT_OK;
}

/* ---- writing ---- */

static void put_text(moot_buf *out, const char *key, const char *text)
{
    moot_buf_printf(out, ",\"%s\":", key);
    if (text) {
        moot_buf_json(out, text);
    } else {
        moot_buf_str(out, "null");
    }
}

static int form_of(const moot_pack *p)
{
    int form = p->is_whatif ? FORM_OF_WHATIF : FORM_OF_RUN;
    for (int32_t i = 0; i < p->whatif.side_count; i++) {
        form = p->whatif.sides[i].source_count > 0 ? FORM_OF_AGAINST : form;
    }
    return form;
}

static void put_head(const moot_pack *p, moot_buf *out)
{
    moot_buf_printf(out, "{\"is\":\"pack\",\"form\":%d", form_of(p));
    put_text(out, "moot", p->moot);
    put_text(out, "protocol", p->run.protocol);
    put_text(out, "hash", p->run.hash);
    put_text(out, "caseload", p->caseload);
    put_text(out, "caseload_sha", p->caseload_sha);
    put_text(out, "as_of", p->run.as_of);
    put_text(out, "law_as_at", p->run.law_as_at);
    put_text(out, "options", p->run.options);
    moot_buf_printf(out, ",\"seed\":%" PRIu64 ",\"replicates\":%" PRId64 ",\"cases_inside\":%s", p->run.seed, p->run.replicates,
                    p->has_cases ? "true" : "false");
    if (p->is_whatif) {
        put_text(out, "by", p->whatif.by);
        moot_buf_str(out, ",\"until\":");
        if (p->whatif.until == MOOT_NEVER) {
            moot_buf_str(out, "null");
        } else {
            moot_buf_printf(out, "%" PRId64, p->whatif.until);
        }
        moot_buf_str(out, ",\"whatif\":true");
    }
    put_text(out, "says", p->has_cases ? "the cases are inside, row by row" : "the cases are not inside, only the hash of their file");
    moot_buf_str(out, "}\n");
}

/* What stands before the object of a line: {"is":"case","case": and with a name {"is":"case","of":"other-2027","case": */
static void put_before(moot_buf *out, const char *is, const char *of)
{
    moot_buf_printf(out, "{\"is\":\"%s\"", is);
    if (of && *of) {
        put_text(out, "of", of);
    }
    moot_buf_printf(out, ",\"%s\":", is);
}

static void put_raw(moot_buf *out, const char *is, const moot_pack_list *list, const moot_pack_list *of)
{
    for (size_t i = 0; i < list->count; i++) {
        put_before(out, is, of ? of->list[i] : NULL);
        moot_buf_str(out, list->list[i]);
        moot_buf_str(out, "}\n");
    }
}

static void put_files(moot_buf *out, const char *is, const char *of, const moot_source *files, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        moot_buf_printf(out, "{\"is\":\"%s\"", is);
        if (of) {
            put_text(out, "of", of);
        }
        put_text(out, "file", files[i].file);
        put_text(out, "text", files[i].text);
        moot_buf_str(out, "}\n");
    }
}

static void put_sides(moot_buf *out, const moot_whatif_again *whatif)
{
    for (int32_t i = 0; i < whatif->side_count; i++) {
        moot_buf_str(out, "{\"is\":\"side\"");
        put_text(out, "name", whatif->sides[i].name);
        put_text(out, "hash", whatif->sides[i].hash);
        put_text(out, "assumptions", whatif->sides[i].assumptions);
        moot_buf_str(out, "}\n");
    }
}

/* Behind the sides, whose names they bear. */
static void put_side_files(moot_buf *out, const moot_whatif_again *whatif)
{
    for (int32_t i = 0; i < whatif->side_count; i++) {
        const moot_whatif_again_side *side = &whatif->sides[i];
        put_files(out, "source", side->name, side->sources, side->source_count);
        put_files(out, "assumptions", side->name, side->assumed, side->assumed_count);
    }
}

static size_t count_lines(const char *text)
{
    size_t n = 0;
    for (; *text; text++) {
        n += *text == '\n';
    }
    return n;
}

moot_code moot_pack_write(const moot_pack *pack, moot_buf *out, moot_err *err)
{
    char sha[65];
    put_head(pack, out);
    put_sides(out, &pack->whatif);
    put_files(out, "source", NULL, pack->run.sources, pack->run.source_count);
    put_files(out, "assumptions", NULL, pack->whatif.assumed, pack->whatif.assumed_count);
    put_side_files(out, &pack->whatif);
    if (pack->run.assumptions) {
        moot_buf_str(out, "{\"is\":\"assumptions\"");
        put_text(out, "text", pack->run.assumptions);
        moot_buf_str(out, "}\n");
    }
    put_raw(out, "case", &pack->cases, &pack->case_of);
    put_raw(out, "result", &pack->results, NULL);
    for (size_t i = 0; i < pack->hashes.count; i++) {
        moot_buf_str(out, "{\"is\":\"hash\"");
        put_text(out, "hash", pack->hashes.list[i]);
        moot_buf_str(out, "}\n");
    }
    moot_sha *all = moot_sha_new();
    if (!all || !moot_buf_ok(out)) {
        if (all) {
            moot_sha_take(all, sha);
        }
        return moot_fail_memory(err);
    }
    moot_sha_add(all, moot_buf_text(out), out->len);
    moot_sha_take(all, sha);
    moot_buf_printf(out, "{\"is\":\"end\",\"lines\":%zu,\"sha256\":\"%s\"}\n", count_lines(moot_buf_text(out)), sha);
    return moot_buf_ok(out) ? MOOT_OK : moot_fail_memory(err);
}

/* ---- reading ---- */

typedef struct reading {
    moot_pack *pack;
    moot_sha *sha;
    size_t lines;
    moot_whatif_again_side *sides; /* the pack's own */
    int began, ended;
    moot_err *err;
} reading;

static const char *text_of(reading *r, const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? moot_arena_str(&r->pack->arena, text) : NULL;
}

static moot_code read_head(reading *r, const json_t *o)
{
    moot_pack *p = r->pack;
    if (r->began) {
        return moot_fail(r->err, MOOT_EDATA, "it tells of two runs: a pack has one line that says what was run, its first");
    }
    json_int_t form = json_integer_value(json_object_get(o, "form"));
    if (form < FORM_OF_RUN || form > FORM_OF_AGAINST) {
        return moot_fail(r->err, MOOT_EDATA, "it is a pack of a newer moot: take that one to verify it");
    }
    p->moot = text_of(r, o, "moot");
    p->caseload = text_of(r, o, "caseload");
    p->caseload_sha = text_of(r, o, "caseload_sha");
    p->run.protocol = text_of(r, o, "protocol");
    p->run.hash = text_of(r, o, "hash");
    p->run.as_of = text_of(r, o, "as_of");
    p->run.law_as_at = text_of(r, o, "law_as_at");
    p->run.options = text_of(r, o, "options");
    p->run.seed = (uint64_t)json_integer_value(json_object_get(o, "seed"));
    p->run.replicates = json_integer_value(json_object_get(o, "replicates"));
    p->has_cases = json_is_true(json_object_get(o, "cases_inside"));
    p->is_whatif = json_is_true(json_object_get(o, "whatif"));
    p->whatif.by = text_of(r, o, "by");
    p->whatif.until = json_is_integer(json_object_get(o, "until")) ? json_integer_value(json_object_get(o, "until")) : MOOT_NEVER;
    r->began = 1;
    return p->moot && p->caseload && p->caseload_sha && p->run.protocol && p->run.hash && p->run.options
               ? MOOT_OK : moot_fail(r->err, MOOT_EDATA, "its first line does not tell the whole run");
}

/* There are few: a list is copied as it grows. */
static void *one_more(reading *r, const void *list, int32_t count, size_t size)
{
    char *more = moot_arena_array(&r->pack->arena, (size_t)count + 1, size);
    if (more && count > 0) {
        memcpy(more, list, (size_t)count * size);
    }
    return more;
}

static moot_code read_file(reading *r, const json_t *o, const moot_source **list, int32_t *count)
{
    moot_source one = { text_of(r, o, "file"), text_of(r, o, "text") };
    moot_source *more = one_more(r, *list, *count, sizeof *more);
    if (!more) {
        return moot_fail_memory(r->err);
    }
    if (!one.file || !one.text || *count >= MOOT_SOURCES) {
        return moot_fail(r->err, MOOT_EDATA, "a file has no name or no text, or there are more than a protocol can have");
    }
    more[(*count)++] = one;
    *list = more;
    return MOOT_OK;
}

static moot_code read_side(reading *r, const json_t *o)
{
    moot_whatif_again *w = &r->pack->whatif;
    moot_whatif_again_side one = { .name = text_of(r, o, "name"), .hash = text_of(r, o, "hash"), .assumptions = text_of(r, o, "assumptions") };
    moot_whatif_again_side *more = one_more(r, w->sides, w->side_count, sizeof *more);
    if (!more) {
        return moot_fail_memory(r->err);
    }
    if (!one.name || !one.hash || !one.assumptions) {
        return moot_fail(r->err, MOOT_EDATA, "a side of the what-if has no name or no hash");
    }
    more[w->side_count++] = one;
    w->sides = more;
    r->sides = more;
    return MOOT_OK;
}

/* The side that a line is of; NULL: of the what-if itself. A side is named before what it is of. The last of two that have one name is
 * the whole protocol: a variant can be called like one. */
static moot_code side_of(reading *r, const json_t *o, moot_whatif_again_side **out_side)
{
    const char *of = json_string_value(json_object_get(o, "of"));
    int32_t i = r->pack->whatif.side_count;
    *out_side = NULL;
    if (!of) {
        return MOOT_OK;
    }
    while (i > 0 && strcmp(r->sides[i - 1].name, of) != 0) {
        i--;
    }
    if (i == 0) {
        return moot_fail(r->err, MOOT_EDATA, "something in it is of \"%.80s\", and no side of the what-if is called so", of);
    }
    *out_side = &r->sides[i - 1];
    return MOOT_OK;
}

static moot_code read_side_file(reading *r, const json_t *o, int assumed)
{
    moot_pack *p = r->pack;
    moot_whatif_again_side *side;
    if (side_of(r, o, &side)) {
        return r->err->code;
    }
    if (assumed) {
        return side ? read_file(r, o, &side->assumed, &side->assumed_count) : read_file(r, o, &p->whatif.assumed, &p->whatif.assumed_count);
    }
    return side ? read_file(r, o, &side->sources, &side->source_count) : read_file(r, o, &p->run.sources, &p->run.source_count);
}

/* {"is":"case","case":{…}}: the object as it stands, byte for byte. */
static moot_code read_raw(reading *r, const char *is, const char *of, moot_pack_list *to, const char *line, size_t len)
{
    moot_buf buf;
    moot_buf_init(&buf);
    put_before(&buf, is, of);
    size_t skip = buf.len;
    int fits = moot_buf_ok(&buf) && len > skip && memcmp(line, moot_buf_text(&buf), skip) == 0;
    moot_buf_done(&buf);
    return fits ? moot_pack_add(r->pack, to, line + skip, len - skip - 1, r->err) : moot_fail(r->err, MOOT_EDATA, "a %s is not written as moot pack does", is);
}

static moot_code read_case(reading *r, const json_t *o, const char *line, size_t len)
{
    moot_pack *p = r->pack;
    moot_whatif_again_side *side;
    if (side_of(r, o, &side)) {
        return r->err->code;
    }
    const char *of = side ? side->name : "";
    moot_code code = read_raw(r, "case", of, &p->cases, line, len);
    return code ? code : moot_pack_add(p, &p->case_of, of, strlen(of), r->err);
}

static moot_code read_end(reading *r, const json_t *o)
{
    char sha[65];
    const char *told = json_string_value(json_object_get(o, "sha256"));
    moot_sha_take(r->sha, sha);
    r->sha = NULL;
    r->ended = 1;
    if (!told || strcmp(told, sha) != 0 || json_integer_value(json_object_get(o, "lines")) != (json_int_t)r->lines) {
        return moot_fail(r->err, MOOT_EDATA, "it was changed after it was made: its lines come to another SHA-256 than its end says");
    }
    return MOOT_OK;
}

static moot_code read_object(reading *r, const json_t *o, const char *line, size_t len)
{
    moot_pack *p = r->pack;
    const char *is = json_string_value(json_object_get(o, "is")), *text;
    if (!is || (!r->began && strcmp(is, "pack") != 0)) {
        return moot_fail(r->err, MOOT_EDATA, "it is no pack: moot pack STORE -o FILE makes one");
    }
    if (strcmp(is, "pack") == 0) {
        return read_head(r, o);
    }
    if (strcmp(is, "source") == 0) {
        return read_side_file(r, o, 0);
    }
    if (strcmp(is, "side") == 0 && p->is_whatif) {
        return read_side(r, o);
    }
    if (strcmp(is, "assumptions") == 0 && p->is_whatif) {
        return read_side_file(r, o, 1);
    }
    if (strcmp(is, "assumptions") == 0) {
        if (p->run.assumptions) {
            return moot_fail(r->err, MOOT_EDATA, "it holds two files of assumptions: what people did is drawn from one");
        }
        p->run.assumptions = text_of(r, o, "text");
        return p->run.assumptions ? MOOT_OK : moot_fail(r->err, MOOT_EDATA, "the assumptions have no text");
    }
    if (strcmp(is, "case") == 0) {
        return read_case(r, o, line, len);
    }
    if (strcmp(is, "result") == 0) {
        return read_raw(r, is, NULL, &p->results, line, len);
    }
    if (strcmp(is, "hash") == 0 && (text = json_string_value(json_object_get(o, "hash")))) {
        return moot_pack_add(p, &p->hashes, text, strlen(text), r->err);
    }
    return strcmp(is, "end") == 0 ? read_end(r, o) : moot_fail(r->err, MOOT_EDATA, "it has a line of which this moot knows nothing: \"%.40s\"", is);
}

static moot_code read_line(reading *r, const char *line, size_t len)
{
    json_error_t why;
    json_t *object = json_loadb(line, len, JSON_REJECT_DUPLICATES, &why);
    if (!json_is_object(object)) {
        json_decref(object);
        return moot_fail(r->err, MOOT_EDATA, r->began ? "this line is not whole" : "it is no pack: moot pack STORE -o FILE makes one");
    }
    moot_code code = read_object(r, object, line, len);
    json_decref(object);
    if (!code && !r->ended) {
        moot_sha_add(r->sha, line, len);
        moot_sha_add(r->sha, "\n", 1);
        r->lines++;
    }
    return code;
}

/* What says nothing cannot be the same again. */
static moot_code check_whole(const moot_pack *p, moot_err *err)
{
    if (p->has_cases && p->cases.count == 0) {
        return moot_fail(err, MOOT_EDATA, "its first line says that the cases are inside, and there is none");
    }
    if (!p->has_cases && p->cases.count + p->results.count > 0) {
        return moot_fail(err, MOOT_EDATA, "its first line says that no case is inside, and there is one");
    }
    return p->hashes.count > 0 ? MOOT_OK : moot_fail(err, MOOT_EDATA, "it has no result: there is nothing that could be the same again");
}

moot_code moot_pack_read(moot_pack *pack, const char *path, moot_err *err)
{
    moot_lines lines;
    const char *text;
    size_t len;
    char sha[65];
    reading r = { .pack = pack, .sha = moot_sha_new(), .err = err };
    memset(&lines, 0, sizeof lines);
    moot_code code = r.sha ? moot_lines_open(&lines, path, err) : moot_fail_memory(err);
    while (!code && !(code = moot_lines_next(&lines, &text, &len, err)) && text) {
        if (r.ended) {
            code = moot_fail(err, MOOT_EDATA, "it was changed after it was made: something stands behind its end");
            break;
        }
        while (len > 0 && (text[len - 1] == '\n' || text[len - 1] == '\r')) {
            len--;
        }
        code = read_line(&r, text, len);
    }
    if (!code && !r.ended) {
        code = moot_fail(err, MOOT_EDATA, r.began ? "it was cut off: its end is missing" : "it is no pack: moot pack STORE -o FILE makes one");
    }
    code = code ? code : check_whole(pack, err);
    if (code == MOOT_EDATA && !err->line) {
        moot_err_at(err, path, lines.number, 0);
    }
    if (r.sha) {
        moot_sha_take(r.sha, sha);
    }
    moot_lines_close(&lines);
    return code;
}
