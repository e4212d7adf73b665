/* What several commands share: options that hold times, and loading a protocol. */
#include "repl/cli/cmd.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lua/compile/compile.h"
#include "lua/load/load.h"
#include "repl/cli/time_words.h"
#include "vm/base/hash.h"
#include "vm/base/names.h"
#include "vm/protocol/law.h"

/* The sentence of the reader, with the option in front; a value on the command line is a matter of
 * usage. */
static moot_code blame_option(const char *key, moot_err *err)
{
    if (err->code == MOOT_EDATA) {
        moot_err told = *err;
        moot_err_init(err);
        moot_fail(err, MOOT_EUSAGE, "--%s: %.400s", key, told.msg);
    }
    return err->code;
}

/* A time that was typed, as time_written tells it; days that only a clock could tell are refused. */
static const char *typed_time(const char *text, char *written, moot_err *err)
{
    static const char *const by_clock[] = { "today", "tomorrow", "yesterday", "now" };
    size_t len = strcspn(text, " ,\t");
    for (size_t i = 0; i < MOOT_COUNT(by_clock); i++) {
        if (len == strlen(by_clock[i]) && strncasecmp(text, by_clock[i], len) == 0) {
            moot_fail(err, MOOT_EDATA, "\"%.60s\": moot reads no clock, so that the same question has the same answer on every "
                                        "day; write the date, as in 2026-05-21", text);
            return NULL;
        }
    }
    return time_written(text, written, err);
}

moot_code moot_cmd_time(const moot_app *app, const char *key, const moot_zone *zone,
                        moot_when *out_when, moot_err *err)
{
    char written[TIME_WRITTEN];
    const char *text = moot_cli_text(&app->cli, key);
    if (!text) {
        return MOOT_OK;
    }
    text = typed_time(text, written, err);
    return !text || moot_when_parse(zone, text, out_when, err) ? blame_option(key, err) : MOOT_OK;
}

moot_code moot_cmd_times(const moot_app *app, const moot_zone *zone, moot_batch_options *batch, moot_err *err)
{
    moot_when as_of = { MOOT_NEVER, MOOT_NEVER };
    moot_day first = 0, until = MOOT_DAY_MIN, law = MOOT_DAY_MIN;
    if (moot_cmd_time(app, "as-of", zone, &as_of, err) || moot_cmd_day(app, "until", &first, &until, err) ||
        moot_cmd_day(app, "law-as-at", &first, &law, err)) {
        return err->code;
    }
    batch->engine.as_of = as_of.hi;
    batch->engine.law_as_at = law;
    batch->until = until == MOOT_DAY_MIN ? MOOT_NEVER : moot_day_end(zone, until);
    return MOOT_OK;
}

/* Of faults, those that are a limit: of steps, of corrections. */
static int is_limit(const char *fault)
{
    static const char *const begin[] = { "a loop", "told afresh" };
    for (size_t i = 0; fault && i < MOOT_COUNT(begin); i++) {
        if (strncmp(fault, begin[i], strlen(begin[i])) == 0) {
            return 1;
        }
    }
    return 0;
}

/* A loop that takes no time hit the limit of steps; two guards that hold at once are a mistake in the script. */
void moot_cmd_tell_fault(moot_app *app, const moot_case *c, int64_t *told)
{
    moot_err err;
    if (c->status != MOOT_CASE_FAILED) {
        return;
    }
    moot_code code = is_limit(c->fault) ? MOOT_ELIMIT : MOOT_EDATA;
    moot_say_raise(&app->say, moot_code_status(code));
    if ((*told)++ < MOOT_FAULTS_TOLD) {
        moot_err_init(&err);
        moot_fail(&err, code, "case %s could not be run: %.400s", c->input->id, c->fault ? c->fault : "no reason given");
        moot_say_error(&app->say, &err);
    }
}

moot_code moot_cmd_day(const moot_app *app, const char *key, moot_day *out_first,
                       moot_day *out_last, moot_err *err)
{
    char written[TIME_WRITTEN];
    const char *text = moot_cli_text(&app->cli, key);
    if (!text) {
        return MOOT_OK;
    }
    text = typed_time(text, written, err);
    return !text || moot_days_parse(text, out_first, out_last, err) ? blame_option(key, err) : MOOT_OK;
}

moot_code moot_cmd_caseload(const char *path, const moot_protocol *protocol,
                            const moot_caseload_options *options, moot_caseload **out_caseload,
                            moot_err *err)
{
    return moot_caseload_is_sqlite(path)
               ? moot_store_caseload(path, protocol, options, out_caseload, err)
               : moot_caseload_open(path, protocol, options, out_caseload, err);
}

/* The folder of the program itself, "" if the system does not tell. */
static void own_folder(char *out, size_t size)
{
    ssize_t len = readlink("/proc/self/exe", out, size - 1);
    out[len > 0 ? len : 0] = '\0';
    char *slash = strrchr(out, '/');
    out[slash ? slash - out : 0] = '\0';
}

/* Where protocols are, beside the program. */
static const char *const beside[] = { "/protocols", "/../protocols", "/../../protocols", "/../share/moot/protocols" };

/* Is there a script of that name, or a Markdown document, in the folder? */
static int is_script(const char *folder, const char *place, const char *name, char *buf, size_t size)
{
    static const char *const endings[] = { "lua", "md" };
    struct stat status;
    for (size_t i = 0; i < MOOT_COUNT(endings); i++) {
        int len = snprintf(buf, size, "%s%s/%s.%s", folder, place, name, endings[i]);
        if (len > 0 && (size_t)len < size && stat(buf, &status) == 0) {
            return 1;
        }
    }
    return 0;
}

/* "stockport-2018" is the script of that name in protocols/, here, where the program was built, or where it was installed;
 * anything else is a path. */
static const char *script_of(const char *name, char *buf, size_t size)
{
    char folder[PATH_MAX];
    struct stat status;
    if (strchr(name, '/') || strstr(name, ".lua") || strstr(name, ".md") || stat(name, &status) == 0) {
        return name;
    }
    if (is_script("protocols", "", name, buf, size)) {
        return buf;
    }
    own_folder(folder, sizeof folder);
    for (size_t i = 0; folder[0] && i < MOOT_COUNT(beside); i++) {
        if (is_script(folder, beside[i], name, buf, size)) {
            return buf;
        }
    }
    return name;
}

/* ---- a name that is none ---- */

#define MOST_SCRIPTS 64
#define LONGEST_NAME 64

typedef struct script_names {
    char text[MOST_SCRIPTS][LONGEST_NAME];
    const char *names[MOST_SCRIPTS];
    size_t count;
} script_names;

/* The id of a protocol in "stockport-2018.lua", "stockport-2024.md"; other files of the folder are notes and assumptions. */
static int is_protocol_file(const char *file, char id[LONGEST_NAME])
{
    const char *dot = strchr(file, '.');
    size_t len = dot ? (size_t)(dot - file) : 0;
    if (len == 0 || len >= LONGEST_NAME || (strcmp(dot, ".lua") != 0 && (strcmp(dot, ".md") != 0 || !memchr(file, '-', len)))) {
        return 0;
    }
    memcpy(id, file, len);
    id[len] = '\0';
    return 1;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(a, b);
}

static void list_scripts(const char *folder, const char *place, script_names *out)
{
    char path[PATH_MAX + 32];
    snprintf(path, sizeof path, "%s%s", folder, place);
    DIR *dir = opendir(path);
    if (!dir) {
        return;
    }
    for (const struct dirent *entry = readdir(dir); entry && out->count < MOST_SCRIPTS; entry = readdir(dir)) {
        out->count += (size_t)is_protocol_file(entry->d_name, out->text[out->count]);
    }
    closedir(dir);
    qsort(out->text, out->count, sizeof out->text[0], by_name);
    for (size_t i = 0; i < out->count; i++) {
        out->names[i] = out->text[i];
    }
}

/* Those of protocols/ here; without such a folder, those beside the program. */
static void find_scripts(script_names *out)
{
    char folder[PATH_MAX];
    out->count = 0;
    own_folder(folder, sizeof folder);
    list_scripts("protocols", "", out);
    for (size_t i = 0; out->count == 0 && i < MOOT_COUNT(beside); i++) {
        list_scripts(folder, beside[i], out);
    }
}

void moot_cmd_protocol_names(moot_names *out)
{
    script_names found;
    find_scripts(&found);
    for (size_t i = 0; i < found.count; i++) {
        if (moot_names_add(out, found.names[i]) < 0) {
            return; /* fewer are offered */
        }
    }
}

void moot_cmd_near_protocols(const char *name, char *out, size_t size)
{
    script_names found;
    size_t len = 0;
    find_scripts(&found);
    out[0] = '\0';
    for (size_t i = 0; name[0] && i < found.count && len < size; i++) {
        if (strncasecmp(found.names[i], name, strlen(name)) == 0) {
            len += (size_t)snprintf(out + len, size - len, "%s%s", len ? " or " : "; did you mean ", found.names[i]);
        }
    }
    const char *near = len ? NULL : moot_nearest(name, found.names, found.count);
    if (near) {
        len = (size_t)snprintf(out, size, "; did you mean %s", near);
    }
    if (len > 0 && len < size) {
        snprintf(out + len, size - len, "?");
    }
}

moot_code moot_cmd_unfold(moot_app *app, const moot_protocol *variant)
{
    moot_err err;
    moot_err_init(&err);
    moot_code code = moot_protocol_unfold(variant, &err);
    if (code) {
        moot_say_error(&app->say, &err);
    }
    return code;
}

int moot_cmd_exists(moot_app *app, const char *path)
{
    moot_err err;
    struct stat status;
    char near[200] = "";
    if (stat(path, &status) == 0 || (errno != ENOENT && errno != ENOTDIR)) {
        return 1; /* that it cannot be read is for its reader to say */
    }
    if (!strpbrk(path, "/.")) {
        moot_cmd_near_protocols(path, near, sizeof near);
    }
    moot_err_init(&err);
    moot_fail(&err, MOOT_EDATA, "there is no %s of this name%s", near[0] ? "protocol" : "file", near);
    moot_err_at(&err, path, 0, 0);
    moot_say_error(&app->say, &err);
    return 0;
}

int moot_cmd_script_path(const char *name, char *buf, size_t size)
{
    char found[PATH_MAX + 64];
    const char *path = script_of(name, found, sizeof found);
    int len = snprintf(buf, size, "%s", path);
    return len >= 0 && (size_t)len < size;
}

void moot_cmd_law_json(const moot_protocol *protocol, moot_buf *out)
{
    moot_buf note;
    moot_buf_init(&note);
    moot_law_note(protocol, &note);
    if (note.len > 0) {
        moot_buf_str(out, ",\"law\":");
        moot_buf_json(out, moot_buf_text(&note));
    }
    out->failed |= !moot_buf_ok(&note);
    moot_buf_done(&note);
}

void moot_cmd_law_note(const moot_protocol *protocol)
{
    moot_buf out;
    if (protocol->laws_count == 0) {
        return;
    }
    moot_buf_init(&out);
    moot_law_note(protocol, &out);
    moot_buf_char(&out, '\n');
    moot_say_buf(&out);
    moot_buf_done(&out);
}

moot_code moot_cmd_known_on(const moot_app *app, moot_load_options *load, moot_err *err)
{
    moot_day first = 0;
    if (!moot_cli_flag(&app->cli, "known-on")) {
        return MOOT_OK;
    }
    if (moot_cmd_day(app, "known-on", &first, &load->known_on, err)) {
        return err->code;
    }
    if (first != load->known_on) {
        return moot_fail(err, MOOT_EUSAGE, "--known-on takes a day, as in --known-on 2022-09-09");
    }
    load->as_known = 1;
    return MOOT_OK;
}

void moot_cmd_known_on_told(const moot_app *app, moot_buf *out)
{
    const char *known = moot_cli_text(&app->cli, "known-on");
    if (known) {
        moot_buf_printf(out, MOOT_KNOWN_ON "%s ", known);
    }
}

moot_code moot_cmd_protocol(moot_app *app, const char *path, moot_protocol **out_protocol)
{
    moot_errs errs, warnings;
    moot_err err;
    char found[PATH_MAX + 64];
    moot_err_init(&err);
    path = script_of(path, found, sizeof found);
    moot_load_options load = { .stdlib_dir = moot_cli_text(&app->cli, "stdlib") };
    if (!moot_cmd_exists(app, path)) {
        return MOOT_EDATA;
    }
    if (moot_cmd_known_on(app, &load, &err)) {
        moot_say_error(&app->say, &err);
        return err.code;
    }
    moot_errs_init(&errs, 0);
    moot_errs_init(&warnings, 0);
    moot_code code = moot_protocol_load_with(path, &load, out_protocol, &errs, &warnings);
    moot_say_findings(&app->say, &errs, path, 0);
    moot_say_findings(&app->say, &warnings, path, 1);
    if (code) {
        moot_say_raise(&app->say, moot_code_status(code));
    }
    moot_errs_done(&errs);
    moot_errs_done(&warnings);
    return code;
}

/* FILE or FILE:NAME, where a colon may also be part of either: the shortest FILE that there is. 0 if there is none. */
static int split_variant(const char *given, moot_cmd_script *out)
{
    struct stat status;
    size_t len = strlen(given);
    for (const char *colon = given; colon && len < sizeof out->path; colon = strchr(colon + 1, ':')) {
        size_t part = colon == given ? len : (size_t)(colon - given);
        memcpy(out->path, given, part);
        out->path[part] = '\0';
        if (stat(out->path, &status) == 0) {
            out->variant = part == len ? "" : colon + 1;
            return 1;
        }
    }
    return 0;
}

moot_code moot_cmd_variant(moot_app *app, moot_cmd_script *out)
{
    const char *given = moot_cli_text(&app->cli, "variant");
    if (split_variant(given, out)) {
        return MOOT_OK;
    }
    moot_err err;
    moot_err_init(&err);
    moot_fail(&err, MOOT_EDATA, "--variant takes FILE or FILE:NAME, and there is no file \"%.200s\"", given);
    moot_say_error(&app->say, &err);
    return MOOT_EDATA;
}

/* The file's baseline must be the protocol that was named. */
static moot_code check_baseline(const moot_script *script, const char *path, moot_errs *errs)
{
    struct stat one, other;
    moot_err err;
    if (stat(path, &one) == 0 && stat(script->sources[1].path, &other) == 0 && one.st_dev == other.st_dev &&
        one.st_ino == other.st_ino) {
        return MOOT_OK;
    }
    moot_err_init(&err);
    moot_fail(&err, MOOT_EDATA, "these are variants of %s, not of %s", script->sources[1].path, path);
    moot_node_blame(script->baseline, &err);
    moot_errs_take(errs, &err);
    return MOOT_EDATA;
}

/* Loads the variant that out_script names; it must be one of `baseline`, if that is not NULL. */
static moot_code load_variant(moot_app *app, moot_cmd_script *out_script, const char *baseline, moot_protocol **out_protocol)
{
    moot_load_options options = { .stdlib_dir = moot_cli_text(&app->cli, "stdlib"), .variant = out_script->variant };
    moot_script *script = NULL;
    moot_errs errs, warnings;
    moot_err err;
    moot_err_init(&err);
    if (moot_cmd_known_on(app, &options, &err)) {
        moot_say_error(&app->say, &err);
        return err.code;
    }
    moot_errs_init(&errs, 0);
    moot_errs_init(&warnings, 0);
    moot_code code = moot_script_load(out_script->path, &options, &script, &errs);
    code = code || !baseline ? code : check_baseline(script, baseline, &errs);
    code = code ? code : moot_compile_script(script, 1, out_protocol, &errs, &warnings);
    if (!code && !baseline) {
        (void)snprintf(out_script->protocol, sizeof out_script->protocol, "%s", script->sources[1].path);
    }
    moot_script_free(script);
    moot_say_findings(&app->say, &errs, out_script->path, 0);
    moot_say_findings(&app->say, &warnings, out_script->path, 1);
    if (code) {
        moot_say_raise(&app->say, moot_code_status(code));
    }
    moot_errs_done(&errs);
    moot_errs_done(&warnings);
    return code;
}

moot_code moot_cmd_script_named(moot_app *app, const char *word, moot_cmd_script *out_script, moot_protocol **out_protocol)
{
    char found[PATH_MAX + 64];
    struct stat status;
    memset(out_script, 0, sizeof *out_script);
    if (strchr(word, ':') && stat(word, &status) != 0 && split_variant(word, out_script)) {
        return load_variant(app, out_script, NULL, out_protocol);
    }
    const char *path = script_of(word, found, sizeof found);
    (void)snprintf(out_script->path, sizeof out_script->path, "%s", path);
    (void)snprintf(out_script->protocol, sizeof out_script->protocol, "%s", path);
    out_script->variant = NULL;
    return moot_cmd_protocol(app, path, out_protocol);
}

moot_code moot_cmd_script_load(moot_app *app, const char *path, moot_cmd_script *out_script, moot_protocol **out_protocol)
{
    const char *given = moot_cli_text(&app->cli, "variant");
    char found[PATH_MAX + 64];
    out_script->variant = NULL;
    path = script_of(path, found, sizeof found);
    (void)snprintf(out_script->path, sizeof out_script->path, "%s", path);
    (void)snprintf(out_script->protocol, sizeof out_script->protocol, "%s", path);
    if (!moot_cmd_exists(app, path)) {
        return MOOT_EDATA;
    }
    if (!given) {
        return moot_cmd_protocol(app, path, out_protocol);
    }
    return moot_cmd_variant(app, out_script) ? MOOT_EDATA : load_variant(app, out_script, path, out_protocol);
}

void moot_cmd_quotas(moot_app *app, const moot_protocol *protocol)
{
    moot_err err;
    if (protocol->quotas_count == 0) {
        return;
    }
    moot_err_init(&err);
    moot_fail(&err, MOOT_EDATA,
              "cases run one by one, so each sees %s\"%s\"%s whole: what others were granted does "
              "not count",
              protocol->quotas_count > 1 ? "the quotas (" : "the quota ",
              protocol->quotas[0].decl.name, protocol->quotas_count > 1 ? " and others)" : "");
    moot_say_warning(&app->say, &err);
}

#define SCRIPT_LIMIT ((size_t)4 << 20)

/* FOLDER/FILE, or the file as it stands if that is a whole path. */
static moot_code read_text(const char *path, const char *file, moot_source *out, moot_arena *arena,
                           moot_err *err)
{
    char place[4096];
    const char *slash = strrchr(path, '/');
    int folder = slash && file[0] != '/' ? (int)(slash - path) + 1 : 0;
    int len = snprintf(place, sizeof place, "%.*s%s", folder, path, file);
    moot_buf text;
    if (len < 0 || (size_t)len >= sizeof place) {
        return moot_fail(err, MOOT_ESYSTEM, "the path of %s is too long", file);
    }
    moot_buf_init(&text);
    if (!moot_file_read(place, SCRIPT_LIMIT, &text, err)) {
        out->file = moot_arena_str(arena, file);
        out->text = moot_arena_strn(arena, moot_buf_text(&text), text.len);
        if (!out->file || !out->text) {
            moot_fail_memory(err);
        }
    }
    moot_buf_done(&text);
    return err->code;
}

moot_code moot_cmd_texts_read(const char *path, const moot_protocol *protocol, moot_cmd_texts *out,
                              moot_err *err)
{
    memset(out, 0, sizeof *out);
    moot_arena_init(&out->arena);
    out->list = moot_arena_array(&out->arena, (size_t)protocol->files_count + 1, sizeof *out->list);
    if (!out->list) {
        return moot_fail_memory(err);
    }
    for (int32_t i = 0; i < protocol->files_count; i++) {
        if (read_text(path, protocol->files[i], &out->list[i], &out->arena, err)) {
            return err->code;
        }
        out->count++;
    }
    return MOOT_OK;
}

void moot_cmd_texts_done(moot_cmd_texts *texts)
{
    moot_arena_done(&texts->arena);
}

/* ---- what a caseload is known by in a store ---- */

int moot_cmd_is_same_file(const char *a, const char *b)
{
    struct stat one, other;
    return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

moot_code moot_cmd_check_store(const char *store, const char *cases, const char *like, moot_err *err)
{
    if (!*store) { /* a variable that a script forgot to set: nothing would be kept, in silence */
        return moot_fail(err, MOOT_EUSAGE, "--store takes the name of a file, such as %s; it was given \"\"", like);
    }
    if (moot_cmd_is_same_file(cases, store)) {
        return moot_fail(err, MOOT_EUSAGE, "\"%.200s\" cannot be read and written in one run: give --store another file", store);
    }
    return MOOT_OK;
}

static moot_code hash_file(const char *path, moot_sha *sha, moot_err *err)
{
    char chunk[65536];
    size_t got;
    FILE *file = fopen(path, "rb");
    if (!file) {
        return MOOT_OK; /* the reader of caseloads says it better */
    }
    while ((got = fread(chunk, 1, sizeof chunk, file)) > 0) {
        moot_sha_add(sha, chunk, got);
    }
    int failed = ferror(file);
    fclose(file);
    if (failed) {
        moot_fail(err, MOOT_ESYSTEM, "the caseload could not be read");
        return moot_err_at(err, path, 0, 0);
    }
    return MOOT_OK;
}

moot_code moot_cmd_caseload_sha(const char *path, char hex[65], moot_err *err)
{
    static const char *const files[] = { "cases.csv", "events.csv", "spells.csv" };
    struct stat status;
    char file[4096];
    moot_code code = MOOT_OK;
    hex[0] = '\0';
    if (strcmp(path, "-") == 0) {
        return MOOT_OK;
    }
    moot_sha *sha = moot_sha_new();
    if (!sha) {
        return moot_fail_memory(err);
    }
    if (moot_caseload_is_sqlite(path)) {
        code = moot_store_caseload_hash(path, sha, err);
    } else if (stat(path, &status) != 0 || !S_ISDIR(status.st_mode)) {
        code = hash_file(path, sha, err);
    } else {
        for (size_t i = 0; !code && i < MOOT_COUNT(files); i++) {
            snprintf(file, sizeof file, "%s/%s", path, files[i]);
            code = hash_file(file, sha, err);
        }
    }
    moot_sha_take(sha, hex);
    return code;
}

const char *moot_cmd_caseload_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return strcmp(path, "-") == 0 ? "stdin" : slash && slash[1] ? slash + 1 : path;
}
