#include "repl/command/findings.h"

#include <inttypes.h>
#include <string.h>

#include "repl/cli/term.h"
#include "vm/protocol/law.h"

#define INDENT 4

/* ---- lines that fit a terminal ---- */

/* Appends a paragraph with a hanging indent, broken at words where `width` is given (0: never). */
static void put_wrapped(moot_buf *out, const char *text, int width)
{
    size_t room = width > INDENT + 20 ? (size_t)(width - INDENT) : SIZE_MAX, used = 0;
    while (*text) {
        size_t len = strcspn(text, " ");
        if (used > 0 && used + 1 + len > room) {
            moot_buf_printf(out, "\n%*s", INDENT, "");
            used = 0;
        } else if (used > 0) {
            moot_buf_char(out, ' ');
            used++;
        }
        moot_buf_add(out, text, len);
        used += len;
        text += len + (text[len] == ' ');
    }
    moot_buf_char(out, '\n');
}

static void put_part(moot_buf *out, const char *label, const char *text, int width)
{
    moot_buf part;
    moot_buf_init(&part);
    moot_buf_printf(&part, "%s%s", label, text);
    moot_buf_str(out, "  ");
    put_wrapped(out, moot_buf_text(&part), width);
    moot_buf_done(&part);
}

/* What findings are told of: a script, as its user named it, and what it was compiled to. */
typedef struct told {
    const char *path;
    const moot_protocol *protocol;
    const char *variant; /* NULL: none */
} told;

/* As the user named the script; another that it builds on, beside it; a module of stdlib by its own name. */
static void put_file(const told *of, const moot_decl *decl, moot_buf *out)
{
    const char *slash = strrchr(of->path, '/');
    if (strncmp(decl->file, "stdlib/", 7) == 0) {
        moot_buf_str(out, decl->file);
    } else if (decl->file[0] == '\0' || strcmp(decl->file, of->protocol->file) == 0) {
        moot_buf_str(out, of->path);
    } else {
        moot_buf_add(out, of->path, slash ? (size_t)(slash - of->path) + 1 : 0);
        moot_buf_str(out, decl->file);
    }
}

/* ---- findings ---- */

static void put_finding(const moot_say *say, const told *of, const moot_finding *f, int width,
                        moot_buf *out)
{
    moot_buf part;
    moot_buf_init(&part);
    moot_buf_str(out, moot_term_bold(say->colour));
    put_file(of, f->decl, &part);
    moot_buf_printf(&part, ":%" PRId32 ": ", f->line);
    if (of->variant) {
        moot_buf_printf(&part, "with variant \"%s\": ", of->variant);
    }
    moot_buf_str(&part, f->text);
    put_wrapped(out, moot_buf_text(&part), width ? width + INDENT : 0);
    moot_buf_str(out, moot_term_plain(say->colour));
    moot_buf_clear(&part);
    moot_buf_printf(&part, "%s, %s%s%s", f->label, f->clause[0] ? "clause " : "no clause", f->clause,
                    moot_clause_mark(of->protocol, f->clause));
    moot_buf_printf(out, "  %s: ", moot_finding_word((moot_finding_kind)f->kind));
    put_wrapped(out, moot_buf_text(&part), 0);
    if (f->example) {
        put_part(out, "for example: ", f->example, width);
        put_part(out, "then: ", f->result, width);
    }
    moot_buf_done(&part);
}

static void json_text(moot_buf *out, const char *key, const char *text)
{
    moot_buf_printf(out, ",\"%s\":", key);
    if (text && text[0]) {
        moot_buf_json(out, text);
    } else {
        moot_buf_str(out, "null");
    }
}

/* What of a clause that is a source of law is to be checked: "mark" as the table of law has it, or of its dates. */
static void json_mark(const told *of, const char *clause, moot_buf *out)
{
    int32_t source = moot_find_law(of->protocol, clause);
    const moot_law *law = source >= 0 ? &of->protocol->laws[source] : NULL;
    if (law && (law->mark || law->dates_mark)) {
        moot_buf_printf(out, ",\"%s\":\"%c\"", law->mark ? "mark" : "dates_mark", law->mark ? law->mark : law->dates_mark);
    }
}

static void json_file(const told *of, const moot_decl *decl, moot_buf *out)
{
    moot_buf file;
    moot_buf_init(&file);
    put_file(of, decl, &file);
    json_text(out, "file", moot_buf_text(&file));
    moot_buf_done(&file);
}

static void json_finding(const told *of, const moot_finding *f, moot_buf *out)
{
    moot_buf_printf(
        out, "{\"finding\":\"%s\",\"message\":", moot_finding_word((moot_finding_kind)f->kind));
    moot_buf_json(out, f->text);
    json_file(of, f->decl, out);
    moot_buf_printf(out, ",\"line\":%" PRId32, f->line);
    if (of->variant) {
        json_text(out, "variant", of->variant);
    }
    json_text(out, "declaration", f->label);
    json_text(out, "clause", f->clause);
    json_mark(of, f->clause, out);
    json_text(out, "expected", f->expected);
    json_text(out, "example", f->example);
    json_text(out, "result", f->result);
    moot_buf_printf(out, ",\"witness\":%s}\n", f->witness ? f->witness : "null");
}

static int is_known(const moot_check *known, const moot_finding *f)
{
    int32_t n = 0;
    const moot_finding *list = known ? moot_check_findings(known, &n) : NULL;
    for (int32_t i = 0; i < n; i++) {
        if (list[i].kind == f->kind && strcmp(list[i].label, f->label) == 0 &&
            strcmp(list[i].text, f->text) == 0) {
            return 1;
        }
    }
    return known && f->kind == MOOT_FINDING_STALE;
}

/* What a variant leaves idle of its baseline is no slip of the pen. */
static int is_left_over(const told *of, const moot_finding *f)
{
    return of->variant && f->kind == MOOT_FINDING_DEAD &&
           strcmp(f->decl->file, of->protocol->file) != 0;
}

static moot_findings_count tell_findings(const moot_say *say, const told *of,
                                         const moot_check *check, const moot_check *known,
                                         int width, moot_buf *out)
{
    moot_findings_count count = { 0, 0 };
    int32_t n;
    const moot_finding *list = moot_check_findings(check, &n);
    for (int32_t i = 0; i < n; i++) {
        if (is_known(known, &list[i]) || is_left_over(of, &list[i])) {
            continue;
        }
        count.expected += list[i].expected != NULL;
        count.findings += list[i].expected == NULL;
        if (say->json) {
            json_finding(of, &list[i], out);
        } else if (!list[i].expected) {
            put_finding(say, of, &list[i], width, out);
        }
    }
    return count;
}

/* ---- timing ---- */

static const char *instant(const moot_protocol *p, moot_instant at, char *text, size_t size)
{
    return at == MOOT_NEVER ? "never early enough" : moot_instant_text(p->zone, at, text, size);
}

/* Due by a date of the case: how early it must start. */
static void put_lead(const moot_check_time *t, moot_buf *out)
{
    if (t->too_late > 0) {
        moot_buf_printf(out, "for %d of %d dates it cannot be met; else ", t->too_late, t->days);
    }
    if (t->lead_most > MOOT_CHECK_LEAD_MOST) {
        moot_buf_printf(out, "it can be met only if it starts early enough; for some dates %d days before are too few",
                        MOOT_CHECK_LEAD_MOST);
    } else if (t->lead_least == t->lead_most) {
        moot_buf_printf(out, "it can be met only if it starts %d day%s before it is due, or earlier", t->lead_most,
                        t->lead_most == 1 ? "" : "s");
    } else {
        moot_buf_printf(out, "it can be met only if it starts early enough: %d to %d days before it is due, by the date",
                        t->lead_least, t->lead_most);
    }
}

static int marked(const told *of, const moot_decl *decl)
{
    return moot_clause_mark(of->protocol, decl->clause)[0] != '\0';
}

static void put_timing(const told *of, const moot_check_time *t, int width, moot_buf *out)
{
    const moot_protocol *p = of->protocol;
    char text[64];
    moot_buf part;
    moot_buf_init(&part);
    put_file(of, t->decl, &part);
    moot_buf_printf(&part, ":%" PRId32 ": timing of %s (%s%s%s%s): ", t->decl->line, t->label, t->rule,
                    marked(of, t->decl) ? "; by " : "", marked(of, t->decl) ? t->decl->clause : "",
                    moot_clause_mark(of->protocol, t->decl->clause));
    if (t->lead_most >= 0) {
        put_lead(t, &part);
    } else if (t->too_late > 0 && t->undated) {
        moot_buf_str(&part, "it cannot be met if a session has just been missed");
    } else if (t->too_late == t->days) {
        moot_buf_str(&part, "it cannot be met");
    } else if (t->too_late > 0) {
        moot_buf_printf(&part, "it cannot be met on %d of %d start days", t->too_late, t->days);
    } else {
        moot_buf_str(&part, "it can be met whatever day it starts");
    }
    moot_buf_str(&part, t->undated && t->too_late == 0
                            ? "; the panel has no first date, so the worst is assumed"
                            : "");
    put_wrapped(out, moot_buf_text(&part), width ? width + INDENT : 0);
    put_part(out, "for example: ", t->example, width);
    moot_buf_clear(&part);
    for (int32_t i = 0; i < t->steps_count; i++) {
        moot_buf_printf(&part, "%s%s: %s", i ? "; " : "", t->steps[i].what,
                        instant(p, t->steps[i].latest, text, sizeof text));
    }
    if (t->steps_count > 0) {
        put_part(out, "at the latest: ", moot_buf_text(&part), width);
    }
    moot_buf_done(&part);
}

static void json_instant(const moot_protocol *p, const char *key, moot_instant at, moot_buf *out)
{
    char text[64];
    json_text(out, key,
              at == MOOT_NEVER ? NULL : moot_instant_text(p->zone, at, text, sizeof text));
}

static void json_timing(const told *of, const moot_check_time *t, moot_buf *out)
{
    const moot_protocol *p = of->protocol;
    moot_buf_str(out, "{\"timing\":");
    moot_buf_json(out, t->decl->name);
    json_file(of, t->decl, out);
    moot_buf_printf(out, ",\"line\":%" PRId32, t->decl->line);
    json_text(out, "clause", t->decl->clause);
    json_mark(of, t->decl->clause, out);
    json_text(out, "rule", t->rule);
    json_text(out, "through", t->through);
    moot_buf_printf(out, ",\"start_days\":%d,\"too_late\":%d,\"worst_phase\":%s", t->days,
                    t->too_late, t->undated ? "true" : "false");
    if (t->lead_most >= 0) { /* due by a date: the days are those of the date */
        moot_buf_printf(out, ",\"lead_days\":[%d,%d]", t->lead_least, t->lead_most);
    }
    json_instant(p, "starts", t->starts, out);
    json_instant(p, "earliest", t->earliest, out);
    json_instant(p, "due", t->due, out);
    json_text(out, "example", t->example);
    moot_buf_str(out, ",\"steps\":[");
    for (int32_t i = 0; i < t->steps_count; i++) {
        moot_buf_str(out, i ? ",{\"step\":" : "{\"step\":");
        moot_buf_json(out, t->steps[i].what);
        json_text(out, "clause", t->steps[i].clause);
        json_instant(p, "latest", t->steps[i].latest, out);
        moot_buf_char(out, '}');
    }
    moot_buf_str(out, "]}\n");
}

static void tell_times(const moot_say *say, const told *of, const moot_check *check, int width,
                       moot_buf *out)
{
    int32_t n;
    const moot_check_time *list = moot_check_times(check, &n);
    for (int32_t i = 0; i < n; i++) {
        if (say->json) {
            json_timing(of, &list[i], out);
        } else if (!say->quiet) {
            put_timing(of, &list[i], width, out);
        }
    }
}

/* ---- notes ---- */

static void tell_notes(const moot_say *say, const char *path, const moot_check *check,
                       moot_buf *out)
{
    int32_t n;
    const char *const *notes = moot_check_notes(check, &n);
    for (int32_t i = 0; i < n; i++) {
        if (say->json) {
            moot_buf_str(out, "{\"note\":");
            moot_buf_json(out, notes[i]);
            json_text(out, "file", path);
            moot_buf_str(out, "}\n");
        } else if (!say->quiet) {
            moot_buf_printf(out, "%s: %s\n", path, notes[i]);
        }
    }
}

static int width_of(void)
{
    return moot_term_is(stdout) ? moot_term_width(stdout) - INDENT : 0;
}

moot_findings_count moot_findings_tell(const moot_say *say, const char *path,
                                       const moot_protocol *protocol, const moot_check *check)
{
    const told of = { path, protocol, NULL };
    moot_buf out;
    moot_buf_init(&out);
    moot_findings_count count = tell_findings(say, &of, check, NULL, width_of(), &out);
    tell_times(say, &of, check, width_of(), &out);
    tell_notes(say, path, check, &out);
    moot_say_buf(&out);
    moot_buf_done(&out);
    return count;
}

moot_findings_count moot_findings_tell_variant(const moot_say *say, const char *path,
                                               const moot_protocol *protocol,
                                               const moot_check *check, const moot_check *known)
{
    const char *behind = strstr(protocol->id, " / ");
    const told of = { path, protocol, behind ? behind + 3 : protocol->id };
    moot_buf out;
    moot_buf_init(&out);
    moot_findings_count count = tell_findings(say, &of, check, known, width_of(), &out);
    moot_say_buf(&out);
    moot_buf_done(&out);
    return count;
}
