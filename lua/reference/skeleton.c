/* Rows of a clause table to comments and suggestions. The table's time limits have a fixed form (clauses/README.md);
 * those that are no deadline's stay in the comment. */
#include "lua/reference/skeleton.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "lua/compile/clauses.h"
#include "lua/reference/skeleton_internal.h"
#include "vm/base/text.h"

#define WIDTH 100
#define ARROW "--> "

typedef enum column { CLAUSE, KIND, ACTOR, TRIGGER, RULE, LIMIT, OPEN, RUNS, COLUMNS } column;

static const char *const column_names[COLUMNS] = {
    "clause", "kind", "actor", "trigger", "rule", "deadline", "ambiguity", "operational",
};

typedef struct row {
    const char *cell[COLUMNS]; /* "" where there is none */
} row;

typedef struct pen {
    moot_buf *out;
    char section[64];     /* of the row before */
    moot_buf not_run;     /* ids of clauses without a rule that stand together */
    const char *because;  /* why they have none */
} pen;

/* ---- names ---- */

int moot_skeleton_name_ok(const char *name)
{
    size_t len = strlen(name);
    size_t year = len > 5 ? len - 4 : 0;
    if (!year || len > 60 || strspn(name + year, "0123456789") != 4 || name[year - 1] != '-') {
        return 0;
    }
    for (size_t i = 0; i + 1 < year; i++) {
        int hyphen = name[i] == '-';
        if (!islower((unsigned char)name[i]) && (!hyphen || i == 0 || name[i + 1] == '-')) {
            return 0;
        }
    }
    return 1;
}

void skeleton_council(const char *name, moot_buf *out)
{
    size_t len = strlen(name) - 5;
    for (size_t i = 0; i < len; i++) {
        int first = i == 0 || name[i - 1] == '-';
        moot_buf_char(out, name[i] == '-' ? ' ' : (char)(first ? toupper((unsigned char)name[i]) : name[i]));
    }
}

/* ---- pieces ---- */

void skeleton_quoted(const char *text, size_t len, moot_buf *out)
{
    moot_buf_char(out, '"');
    for (size_t i = 0; i < len; i++) {
        moot_buf_char(out, text[i] == '"' ? '\'' : text[i] == '\\' ? '/' : text[i]);
    }
    moot_buf_char(out, '"');
}

void skeleton_comment(const char *before, const char *text, moot_buf *out)
{
    size_t indent = 3 + moot_text_width(before, strlen(before)), at = indent;
    moot_buf_printf(out, "-- %s", before);
    for (int first = 1; *text; first = 0) {
        size_t len = strcspn(text, " ");
        size_t width = moot_text_width(text, len);
        if (!first && at + 1 + width > WIDTH) {
            moot_buf_printf(out, "\n--%*s", (int)indent - 2, "");
            at = indent;
            first = 1;
        }
        moot_buf_str(out, first ? "" : " ");
        moot_buf_add(out, text, len);
        at += width + !first;
        text += len + (text[len] == ' ');
    }
    moot_buf_char(out, '\n');
}

static int has_kind(const row *r, const char *kind)
{
    size_t len = strlen(kind);
    for (const char *at = r->cell[KIND]; *at;) {
        size_t one = strcspn(at, "+");
        if (one == len && memcmp(at, kind, len) == 0) {
            return 1;
        }
        at += one + (at[one] == '+');
    }
    return 0;
}

/* ---- header ---- */

static void header(const char *name, const char *table, moot_buf *out)
{
    moot_buf_printf(out, "\nprotocol \"%s\" {\n  council = \"", name);
    skeleton_council(name, out);
    moot_buf_printf(out, "\", effective = \"%s-01-01\",", name + strlen(name) - 4);
    if (table) {
        moot_buf_printf(out, " clauses = \"%s\",", table);
    }
    moot_buf_str(out, " -- put the real first day\n}\n");
}

void skeleton_lead(const char *name, moot_buf *out)
{
    moot_buf_printf(out, "-- %s: a beginning.\n--\n", name);
    skeleton_comment("", "Nothing behind -- runs. A line that begins with --> suggests a declaration: take the arrow away, put "
                "what the text says in place of each …, and run moot check on this file. moot help WORD explains a "
                "word; moot help words lists them.", out);
}

void moot_skeleton_empty(const char *name, moot_buf *out)
{
    skeleton_lead(name, out);
    header(name, NULL, out);
    moot_buf_str(out, "\n-- Who acts.\n"
                      ARROW "local housing = service \"…\" {}\n"
                      ARROW "local officer = role \"…\" { service = housing }\n"
                      "\n-- What happens, and the step that it begins.\n"
                      ARROW "stage \"…\" {\n"
                      ARROW "  clause = \"…\", owner = officer, on = event \"presents homeless\",\n"
                      ARROW "  deadline \"…\" { clause = \"…\", within = working_days(10) },\n"
                      ARROW "  outcome \"…\" { clause = \"…\", close \"…\" },\n"
                      ARROW "}\n");
}

/* ---- time limits of the table ---- */

static const struct {
    const char *text, *word;
} units[] = {
    { "working days ", "working_days" }, { "minutes ", "minutes" }, { "hours ", "hours" }, { "days ", "days" },
    { "weeks ", "weeks" }, { "months ", "months" }, { "years ", "years" },
};

/* "48 hours …": appends hours(48) and returns what follows; NULL if it is no such thing. */
static const char *duration(const char *at, moot_buf *out)
{
    size_t digits = strspn(at, "0123456789");
    if (digits == 0 || at[digits] != ' ') {
        return NULL;
    }
    for (size_t i = 0; i < MOOT_COUNT(units); i++) {
        size_t len = strlen(units[i].text);
        const char *unit = at + digits + 1;
        int last = strlen(unit) == len - 1; /* "every 14 days" ends with it */
        if (strncmp(unit, units[i].text, last ? len - 1 : len) == 0) {
            moot_buf_printf(out, "%s(%.*s)", units[i].word, (int)digits, at);
            return unit + len - last;
        }
    }
    return NULL;
}

/* event "mash referral": the table joins the words of an event by hyphens. */
static void event(const char *field, const char *name, size_t len, moot_buf *out)
{
    moot_buf_printf(out, "%s = event \"", field);
    for (size_t i = 0; i < len; i++) {
        moot_buf_char(out, name[i] == '-' ? ' ' : name[i]);
    }
    moot_buf_char(out, '"');
}

static const char *after(const char *text, const char *start)
{
    size_t len = strlen(start);
    return strncmp(text, start, len) == 0 ? text + len : NULL;
}

/* "age 18 minus 6 months". */
static int age(const char *item, moot_buf *out)
{
    const char *at = after(item, "age ");
    size_t digits = at ? strspn(at, "0123456789") : 0;
    moot_buf minus;
    moot_buf_init(&minus);
    const char *rest = digits ? at + digits : NULL;
    if (rest && strncmp(rest, " minus ", 7) == 0) {
        rest = duration(rest + 7, &minus);
    }
    int good = rest && *rest == '\0';
    if (good) {
        moot_buf_printf(out, "by = turns(%.*s)%s%s", (int)digits, at, minus.len ? " - " : "", moot_buf_text(&minus));
    }
    moot_buf_done(&minus);
    return good;
}

/* "48 hours from mash-referral", "max 28 days from …", "every 14 days from 2018-01". */
static int length(const char *item, moot_buf *out)
{
    static const struct {
        const char *before, *field;
    } forms[] = { { "every ", "every" }, { "max ", "within" }, { "", "within" } };
    for (size_t i = 0; i < MOOT_COUNT(forms); i++) {
        const char *at = after(item, forms[i].before);
        moot_buf span;
        moot_buf_init(&span);
        const char *rest = at ? duration(at, &span) : NULL;
        const char *from = rest ? after(rest, "from ") : NULL;
        int every = i == 0, good = rest && (from || every);
        if (good) {
            moot_buf_printf(out, "%s = %s", forms[i].field, moot_buf_text(&span));
        }
        if (good && !every) {
            moot_buf_str(out, ", ");
            event("from", from, strlen(from), out);
        }
        moot_buf_done(&span);
        if (good) {
            return 1;
        }
    }
    return 0;
}

/* One item of the column as fields of a deadline; 0: it stays in the comment. */
static int limit_fields(const char *item, moot_buf *out)
{
    static const struct {
        const char *before, *within;
    } days[] = { { "same day as ", "same_day" }, { "next working day after ", "next_working_day" } };
    const char *name;
    for (size_t i = 0; i < MOOT_COUNT(days); i++) {
        if ((name = after(item, days[i].before)) != NULL) {
            moot_buf_printf(out, "within = %s, ", days[i].within);
            event("from", name, strlen(name), out);
            return 1;
        }
    }
    if ((name = after(item, "before ")) != NULL && strncmp(name, "age ", 4) != 0) {
        event("by", name, strlen(name), out);
        return 1;
    }
    return age(item, out) || length(item, out);
}

/* The fields of the first item that is a deadline's; 0: none is. */
static int limit(const row *r, moot_buf *out)
{
    char item[160];
    for (const char *at = r->cell[LIMIT]; *at;) {
        size_t len = strcspn(at, ";");
        snprintf(item, sizeof item, "%.*s", (int)len, at);
        if (limit_fields(item, out)) {
            return 1;
        }
        at += len;
        at += strspn(at, "; ");
    }
    return 0;
}

/* ---- suggestions ---- */

/* owner = "SHG", or owner = { "SHG", "Council" }; remarks in brackets fall away. */
static void party(const char *field, const row *r, moot_buf *out)
{
    const char *actor = r->cell[ACTOR];
    int several = strstr(actor, " + ") != NULL;
    moot_buf_printf(out, "%s = %s", field, several ? "{ " : "");
    for (const char *at = actor; *at;) {
        const char *plus = strstr(at, " + ");
        size_t len = plus ? (size_t)(plus - at) : strlen(at);
        size_t name = strcspn(at, "(;");
        name = name < len ? name : len;
        while (name > 0 && at[name - 1] == ' ') {
            name--;
        }
        moot_buf_str(out, at > actor ? ", " : "");
        skeleton_quoted(name ? at : "…", name ? name : strlen("…"), out);
        at = plus ? plus + 3 : at + len;
    }
    moot_buf_str(out, *actor ? several ? " }" : "" : "\"…\"");
}

static void deadline(const row *r, const char *indent, const char *end, moot_buf *out)
{
    moot_buf fields;
    moot_buf_init(&fields);
    int timed = limit(r, &fields);
    moot_buf_printf(out, ARROW "%sdeadline \"…\" { clause = \"%s\"", indent, r->cell[CLAUSE]);
    if (!*indent) {
        moot_buf_str(out, ", ");
        party("owner", r, out);
    }
    if (timed) {
        moot_buf_printf(out, ", %s", moot_buf_text(&fields));
    } else if (!*indent) {
        moot_buf_str(out, ", from = event \"…\"");
    }
    moot_buf_printf(out, " }%s\n", end);
    moot_buf_done(&fields);
}

static int is_timed(const row *r)
{
    moot_buf fields;
    moot_buf_init(&fields);
    int timed = limit(r, &fields);
    moot_buf_done(&fields);
    return timed;
}

static int is_step(const row *r)
{
    return has_kind(r, "stage") || has_kind(r, "offer") || has_kind(r, "meeting") || has_kind(r, "referral") ||
           has_kind(r, "notice");
}

static void step(const row *r, moot_buf *out)
{
    const char *clause = r->cell[CLAUSE], *trigger = r->cell[TRIGGER];
    moot_buf_printf(out, ARROW "stage \"…\" {\n" ARROW "  clause = \"%s\", ", clause);
    party("owner", r, out);
    moot_buf_str(out, ",\n");
    if (*trigger && strcmp(trigger, "always") != 0 && strncmp(trigger, "every ", 6) != 0) {
        moot_buf_str(out, ARROW "  on = event ");
        skeleton_quoted(trigger, strlen(trigger), out);
        moot_buf_str(out, ",\n");
    }
    if (has_kind(r, "referral")) {
        moot_buf_printf(out, ARROW "  refer { \"…\", as = \"…\", clause = \"%s\" },\n", clause);
    }
    if (has_kind(r, "notice")) {
        moot_buf_printf(out, ARROW "  notify { \"…\", as = \"…\", clause = \"%s\" },\n", clause);
    }
    if (is_timed(r)) {
        deadline(r, "  ", ",", out);
    }
    if (has_kind(r, "offer")) {
        moot_buf_printf(out, ARROW "  outcome \"accepted\" { clause = \"%s\", close \"…\" },\n", clause);
        moot_buf_printf(out, ARROW "  outcome \"refused\" { clause = \"%s\", close \"…\" },\n", clause);
    } else if (has_kind(r, "stage") || has_kind(r, "meeting")) {
        moot_buf_printf(out, ARROW "  outcome \"…\" { clause = \"%s\", close \"…\" },\n", clause);
    }
    moot_buf_str(out, ARROW "}\n");
}

/* "max 10 per year": the figure; 0 where the text names none, and none is suggested. */
static int most(const row *r)
{
    const char *at = strstr(r->cell[LIMIT], "max ");
    int figure = 0;
    return at && sscanf(at, "max %6d per year", &figure) == 1 ? figure : 0;
}

/* What is one declaration: %s is the clause. */
static void others(const row *r, moot_buf *out)
{
    static const struct {
        const char *kind, *text;
    } stubs[] = {
        { "eligibility", "decision \"…\" { clause = \"%s\", { when = { [\"…\"] = true }, value = true },\n" ARROW
                         "  { when = otherwise, value = false } }" },
        { "decision", "decision \"…\" { clause = \"%s\", { when = { [\"…\"] = true }, value = \"…\" },\n" ARROW
                      "  { when = otherwise, value = \"…\" } }" },
        { "consent", "consent \"…\" { clause = \"%s\", ask = \"…?\" }" },
        { "escalation", "ladder \"…\" { clause = \"%s\", { owner = \"…\" }, { owner = \"…\" } }" },
        { "entitlement", "entitlement \"…\" { clause = \"%s\" }" },
        { "kpi", "measure \"…\" { clause = \"%s\", count = event \"…\", per = \"quarter\" }" },
        { "safeguard", "never \"…\" { clause = \"%s\", that = { [\"…\"] = true } }" },
    };
    for (size_t i = 0; i < MOOT_COUNT(stubs); i++) {
        const char *hole = strstr(stubs[i].text, "%s");
        if (has_kind(r, stubs[i].kind)) {
            moot_buf_str(out, ARROW);
            moot_buf_add(out, stubs[i].text, (size_t)(hole - stubs[i].text));
            moot_buf_printf(out, "%s%s\n", r->cell[CLAUSE], hole + 2);
        }
    }
    if (has_kind(r, "quota") && most(r)) {
        moot_buf_printf(out, ARROW "quota \"…\" { clause = \"%s\", limit = %d, per = \"year\" }\n", r->cell[CLAUSE],
                        most(r));
    }
    if (has_kind(r, "role") && *r->cell[ACTOR]) {
        size_t len = strcspn(r->cell[ACTOR], "(+;");
        while (len > 0 && r->cell[ACTOR][len - 1] == ' ') {
            len--;
        }
        moot_buf_str(out, ARROW "role ");
        skeleton_quoted(len ? r->cell[ACTOR] : "…", len ? len : strlen("…"), out);
        moot_buf_printf(out, " { clause = \"%s\" }\n", r->cell[CLAUSE]);
    }
}

/* How often it meets is said if the table says it. */
static void panel(const row *r, moot_buf *out)
{
    moot_buf fields;
    moot_buf_init(&fields);
    int every = limit(r, &fields) && strncmp(moot_buf_text(&fields), "every", 5) == 0;
    moot_buf_printf(out, ARROW "panel \"…\" { clause = \"%s\"%s%s }\n", r->cell[CLAUSE], every ? ", " : "",
                    every ? moot_buf_text(&fields) : "");
    moot_buf_done(&fields);
}

static void suggest(const row *r, moot_buf *out)
{
    others(r, out);
    if (has_kind(r, "panel")) {
        panel(r, out);
    }
    if (is_step(r)) {
        step(r, out);
    } else if (!has_kind(r, "panel") &&
               (is_timed(r) || has_kind(r, "deadline") || has_kind(r, "recurring") || has_kind(r, "review"))) {
        deadline(r, "", "", out);
    }
}

/* ---- rows ---- */

static void end_not_run(pen *p)
{
    if (p->because) {
        moot_buf_printf(p->out, "not_run { %s\n  because = \"%s\" }\n", moot_buf_text(&p->not_run), p->because);
    }
    p->because = NULL;
    moot_buf_clear(&p->not_run);
}

/* A heading for the first part of the clause's id: "3.7/1" is of section 3. */
static void heading(pen *p, const row *r)
{
    char section[sizeof p->section];
    snprintf(section, sizeof section, "%.*s", (int)strcspn(r->cell[CLAUSE], "./"), r->cell[CLAUSE]);
    if (strcmp(section, p->section) == 0) {
        return;
    }
    end_not_run(p);
    snprintf(p->section, sizeof p->section, "%s", section);
    moot_buf_char(p->out, '\n');
    for (int i = 0; i < WIDTH; i++) {
        moot_buf_char(p->out, '-');
    }
    moot_buf_printf(p->out, "\n-- %s\n", section);
    for (int i = 0; i < WIDTH; i++) {
        moot_buf_char(p->out, '-');
    }
    moot_buf_char(p->out, '\n');
}

static void words_of(const row *r, moot_buf *out)
{
    static const struct {
        column column;
        const char *before;
    } parts[] = { { ACTOR, "  who: " }, { TRIGGER, "  when: " }, { LIMIT, "  time: " }, { OPEN, "  open: " } };
    moot_buf before;
    moot_buf_init(&before);
    moot_buf_printf(&before, "%s: ", r->cell[CLAUSE]);
    skeleton_comment(moot_buf_text(&before), r->cell[RULE], out);
    for (size_t i = 0; i < MOOT_COUNT(parts); i++) {
        if (*r->cell[parts[i].column]) {
            skeleton_comment(parts[i].before, r->cell[parts[i].column], out);
        }
    }
    moot_buf_done(&before);
}

static const char *reason(const row *r)
{
    return has_kind(r, "principle")               ? "principle"
           : strcmp(r->cell[KIND], "other") == 0 ? "background"
                                                 : "a judgement, or its text is missing";
}

static void put_row(pen *p, const row *r)
{
    int runs = strncmp(r->cell[RUNS], "no", 2) != 0;
    heading(p, r);
    if (runs || (p->because && strcmp(p->because, reason(r)) != 0)) {
        end_not_run(p);
    }
    if (!p->because) {
        moot_buf_char(p->out, '\n');
    }
    words_of(r, p->out);
    if (runs) {
        suggest(r, p->out);
        return;
    }
    p->because = reason(r);
    moot_buf_printf(&p->not_run, "%s\"%s\",", p->not_run.len ? " " : "", r->cell[CLAUSE]);
}

/* ---- the table ---- */

/* Cuts a line at its tabs, in place. What Lua would take for the end of a line or of a text is made harmless. */
static void cut(char *line, const int *columns, row *out_row)
{
    for (char *at = line; *at; at++) {
        *at = iscntrl((unsigned char)*at) && *at != '\t' ? ' ' : *at;
    }
    for (int c = 0; c < COLUMNS; c++) {
        out_row->cell[c] = "";
    }
    for (int n = 0; line; n++) {
        char *tab = strchr(line, '\t');
        if (tab) {
            *tab = '\0';
        }
        for (int c = 0; c < COLUMNS; c++) {
            out_row->cell[c] = columns[c] == n ? line : out_row->cell[c];
        }
        for (char *at = line; columns[CLAUSE] == n && *at; at++) {
            *at = *at == '"' || *at == '\\' ? '\'' : *at;
        }
        line = tab ? tab + 1 : NULL;
    }
}

static char *next_line(char **at)
{
    char *line = *at;
    size_t len = strcspn(line, "\n");
    *at = line + len + (line[len] == '\n');
    line[len] = '\0';
    if (len > 0 && line[len - 1] == '\r') {
        line[len - 1] = '\0';
    }
    return line;
}

static void find_columns(char *heads, int *columns)
{
    for (int c = 0; c < COLUMNS; c++) {
        columns[c] = -1;
    }
    for (int n = 0; heads; n++) {
        char *tab = strchr(heads, '\t');
        if (tab) {
            *tab = '\0';
        }
        for (int c = 0; c < COLUMNS; c++) {
            columns[c] = strcmp(heads, column_names[c]) == 0 ? n : columns[c];
        }
        heads = tab ? tab + 1 : NULL;
    }
}

static void put_table(char *text, moot_buf *out)
{
    int columns[COLUMNS];
    row r;
    pen p = { .out = out };
    moot_buf_init(&p.not_run);
    find_columns(next_line(&text), columns);
    while (*text) {
        char *line = next_line(&text);
        if (*line) {
            cut(line, columns, &r);
            put_row(&p, &r);
        }
    }
    end_not_run(&p);
    moot_buf_done(&p.not_run);
}

moot_code moot_skeleton_clauses(const char *name, const char *table, const char *text, size_t len, const char *file,
                                moot_buf *out, moot_err *err)
{
    moot_clauses *clauses = NULL;
    if (moot_clauses_parse(text, len, file, &clauses, err)) {
        return err->code;
    }
    int32_t count = clauses->view.count;
    moot_clauses_free(clauses);
    char *copy = moot_strndup(text, len);
    if (!copy) {
        return moot_fail_memory(err);
    }
    skeleton_lead(name, out);
    moot_buf_printf(out, "--\n-- It follows the %d clauses of %s, in the order of the document.\n", (int)count, file);
    if (!table) {
        skeleton_comment("", "So that moot knows the ids of the clauses, put that table into a folder called clauses beside this "
                    "script, and add to the header: clauses = \"NAME\", the table's name without .tsv.", out);
    }
    header(name, table, out);
    put_table(copy, out);
    moot_free(copy);
    return moot_buf_ok(out) ? MOOT_OK : moot_fail_memory(err);
}
