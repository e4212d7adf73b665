/* moot law: what the standard library holds of the law. One line for each rule and source; a rule or a source whole; the
 * checklists. It reads the modules as scripts do, through the loader, and looks at what they declare. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "lua/load/load.h"
#include "lua/load/schema.h"
#include "lua/sandbox/embedded.h"
#include "repl/cli/cmd.h"
#include "repl/cli/table.h"
#include "repl/cli/term.h"
#include "vm/base/names.h"
#include "vm/base/text.h"
#include "vm/protocol/law.h"

/* A script that requires every module of law; it is nobody's protocol. */
static const char everything[] = "protocol \"law\" { council = \"England\", effective = \"1990-01-01\" }\nrequire \"everything\"\n";

typedef struct view {
    moot_app *app;
    const moot_script *script;
    moot_day as_at;  /* MOOT_DAY_MIN: whatever holds or held */
    const char *name; /* of a rule or a source, NULL: all */
    int csv;
    moot_table *table;
    size_t told;
    size_t dateless; /* of those told: nothing is recorded of when they began      */
    size_t vague;    /* of those told: began within the time that was asked for, on a day that is not recorded */
} view;

/* ---- reading what was declared ---- */

static const char *text_of(const moot_node *node, const char *field)
{
    const moot_node *value = node ? moot_node_field(node, field) : NULL;
    return value && value->type == MOOT_NODE_STRING ? value->name : NULL;
}

static const moot_node *source_of(const view *v, const char *id)
{
    for (int32_t i = 0; id && i < v->script->decl_count; i++) {
        const moot_node *node = v->script->decls[i];
        if (moot_node_is(node, "law") && node->name && strcmp(node->name, id) == 0) {
            return node;
        }
    }
    return NULL;
}

/* A rule is what carries out law; facts, roles and events only serve it. */
static int is_rule(const moot_node *node)
{
    return node->type == MOOT_NODE_WORD && node->file && strncmp(node->file, "stdlib/", 7) == 0 && !node->common &&
           !moot_node_is(node, "law") && !moot_node_is(node, "standard") && text_of(node, "clause");
}

/* The source that says when one began: itself, or the nearest of which it is a part. */
static const moot_node *dated(const view *v, const moot_node *source)
{
    size_t len = source ? strlen(source->name) : 0;
    char id[128];
    while (source && !moot_node_field(source, "in_force") && len > 0) {
        len = moot_law_whole(source->name, len < sizeof id ? len : 0);
        snprintf(id, sizeof id, "%.*s", (int)len, source->name);
        source = len > 0 && source_of(v, id) ? source_of(v, id) : source;
    }
    return source;
}

typedef struct dates {
    const char *from, *to; /* from may be a year; NULL: from, it is not recorded; to, no end */
    int unknown;           /* not commenced, no date being known                             */
} dates;

static dates dates_of(const view *v, const moot_node *node, const moot_node *source)
{
    const moot_node *value = node ? moot_node_field(node, "in_force") : NULL;
    dates d = { NULL, NULL, 0 };
    source = dated(v, source);
    value = value || !source ? value : moot_node_field(source, "in_force");
    if (!value || value->item_count != 2) {
        return d;
    }
    d.unknown = moot_node_is(value->items[0], "unknown");
    d.from = value->items[0]->type == MOOT_NODE_STRING ? value->items[0]->name : NULL;
    d.to = value->items[1]->type == MOOT_NODE_STRING ? value->items[1]->name : NULL;
    return d;
}

/* Only the year, or the month, is known. */
static int is_vague(dates d)
{
    return d.from && strlen(d.from) < strlen("2018-04-03");
}

/* Dates as they are written compare as bytes, and a year before each day of it. */
static int held(const view *v, dates d)
{
    char day[64];
    if (v->as_at == MOOT_DAY_MIN) {
        return 1;
    }
    moot_day_text(v->as_at, day, sizeof day);
    return !d.unknown && (!d.from || strcmp(d.from, day) <= 0) && (!d.to || strcmp(day, d.to) <= 0);
}

static const char *dates_text(dates d, char *buf, size_t size)
{
    if (d.unknown) {
        snprintf(buf, size, "not commenced: no date is known");
    } else {
        snprintf(buf, size, "%s%s%s%s%s", d.from ? "from " : "beginning not recorded", d.from ? d.from : "",
                 is_vague(d) ? ", day not recorded" : "", d.to ? (d.from ? " to " : ", to ") : "", d.to ? d.to : "");
    }
    return buf;
}

static const char *mark_of(const moot_node *source)
{
    const char *mark = text_of(source, "mark");
    return moot_mark_text(mark ? mark[0] : '\0');
}

/* ---- one line for each rule and source ---- */

static void json_field(moot_buf *out, const char *name, const char *text)
{
    moot_buf_printf(out, ",\"%s\":", name);
    if (text) {
        moot_buf_json(out, text);
    } else {
        moot_buf_str(out, "null");
    }
}

static void tell_json(const view *v, const moot_node *rule, const moot_node *source, const char *id, dates d)
{
    moot_buf out;
    moot_buf_init(&out);
    moot_buf_str(&out, "{\"rule\":");
    if (rule) {
        moot_buf_json(&out, rule->name ? rule->name : "");
    } else {
        moot_buf_str(&out, "null");
    }
    json_field(&out, "kind", rule ? rule->word : NULL);
    json_field(&out, "module", rule ? rule->file : source->file);
    moot_buf_printf(&out, ",\"line\":%d", (int)(rule ? rule->line : source->line));
    json_field(&out, "source", id);
    json_field(&out, "act", text_of(source, "act"));
    json_field(&out, "title", text_of(source, "title"));
    json_field(&out, "from", d.from);
    json_field(&out, "to", d.to);
    moot_buf_printf(&out, ",\"commenced\":%s", d.unknown ? "false" : "true");
    json_field(&out, "mark", text_of(source, "mark"));
    json_field(&out, "dates_mark", text_of(dated(v, source), "dates_mark"));
    json_field(&out, "as_at", text_of(source, "as_at"));
    json_field(&out, "open", rule && text_of(rule, "open") ? text_of(rule, "open") : text_of(source, "open"));
    json_field(&out, "link", text_of(source, "link"));
    moot_buf_str(&out, "}\n");
    moot_say_buf(&out);
    moot_buf_done(&out);
}

static const char csv_columns[] = "rule,kind,module,line,source,act,title,from,to,commenced,mark,dates_mark,as_at,open,link\r\n";

static void tell_csv(const view *v, const moot_node *rule, const moot_node *source, const char *id, dates d)
{
    char line[16];
    moot_buf out;
    snprintf(line, sizeof line, "%d", (int)(rule ? rule->line : source->line));
    const char *const cells[] = {
        rule ? rule->name : NULL, rule ? rule->word : NULL, rule ? rule->file : source->file, line, id, text_of(source, "act"),
        text_of(source, "title"), d.from, d.to, d.unknown ? "no" : "yes", text_of(source, "mark"),
        text_of(dated(v, source), "dates_mark"), text_of(source, "as_at"), rule && text_of(rule, "open") ? text_of(rule, "open") : text_of(source, "open"),
        text_of(source, "link"),
    };
    moot_buf_init(&out);
    for (size_t i = 0; i < MOOT_COUNT(cells); i++) {
        moot_text_csv(cells[i] ? cells[i] : "", &out);
        moot_buf_str(&out, i + 1 < MOOT_COUNT(cells) ? "," : "\r\n");
    }
    moot_say_buf(&out);
    moot_buf_done(&out);
}

/* "K" for what it says; "dates K" where that was read, and the dates were not. */
static const char *marks_text(const view *v, const moot_node *source)
{
    const char *mark = text_of(source, "mark"), *of_dates = text_of(dated(v, source), "dates_mark");
    return mark ? mark : of_dates ? (of_dates[0] == 'K' ? "dates K" : "dates V") : "";
}

static void tell_row(view *v, const moot_node *rule, const moot_node *at, const char *id)
{
    const moot_node *source = source_of(v, id);
    dates d = dates_of(v, at, source);
    char when[80], day[64];
    if (!held(v, d)) {
        return;
    }
    v->told++;
    v->dateless += !d.from && !d.unknown;
    v->vague += v->as_at != MOOT_DAY_MIN && is_vague(d) &&
                strncmp(moot_day_text(v->as_at, day, sizeof day), d.from, strlen(d.from)) == 0;
    if (v->app->say.json) {
        tell_json(v, rule, source, id, d);
        return;
    }
    if (v->csv) {
        tell_csv(v, rule, source, id, d);
        return;
    }
    moot_table_row(v->table);
    moot_table_cell(v->table, 0, !rule ? "(no rule)" : rule->name ? rule->name : "(reaction)");
    moot_table_cell(v->table, 1, id);
    moot_table_cell(v->table, 2, dates_text(d, when, sizeof when));
    moot_table_cell(v->table, 3, marks_text(v, source));
}

/* The rule's own source, then those that its parts cite beside it, each once. */
static void tell_rule(view *v, const moot_node *rule)
{
    const char *own = text_of(rule, "clause");
    tell_row(v, rule, rule, own);
    for (int32_t i = 0; i < rule->item_count; i++) {
        const char *id = text_of(rule->items[i], "clause");
        int twice = !id || strcmp(id, own) == 0;
        for (int32_t k = 0; k < i && !twice; k++) {
            const char *before = text_of(rule->items[k], "clause");
            twice = before && strcmp(before, id) == 0;
        }
        if (!twice) {
            tell_row(v, rule, rule->items[i], id);
        }
    }
}

static int cites(const moot_node *rule, const char *id)
{
    int found = is_rule(rule) && strcmp(text_of(rule, "clause"), id) == 0;
    for (int32_t i = 0; is_rule(rule) && i < rule->item_count && !found; i++) {
        const char *its = text_of(rule->items[i], "clause");
        found = its && strcmp(its, id) == 0;
    }
    return found;
}

/* A source that no rule carries out is law all the same: the words by which others are read, or what is not commenced. */
static void tell_ruleless(view *v)
{
    for (int32_t i = 0; i < v->script->decl_count; i++) {
        const moot_node *source = v->script->decls[i];
        int found = !moot_node_is(source, "law") || !source->name;
        for (int32_t k = 0; k < v->script->decl_count && !found; k++) {
            found = cites(v->script->decls[k], source->name);
        }
        if (!found) {
            tell_row(v, NULL, source, source->name);
        }
    }
}

static void tell_foot(const view *v)
{
    const char *first = NULL;
    for (int32_t i = 0; i < v->script->decl_count; i++) {
        const char *as_at = moot_node_is(v->script->decls[i], "law") ? text_of(v->script->decls[i], "as_at") : NULL;
        first = as_at && (!first || strcmp(as_at, first) < 0) ? as_at : first;
    }
    if (!v->app->say.json && !v->csv) {
        if (v->dateless > 0) {
            printf("Of %zu of these the beginning is not recorded%s.\n", v->dateless,
                   v->as_at != MOOT_DAY_MIN ? ": whether they were the law on that day cannot be told" : "");
        }
        if (v->vague > 0) {
            printf("Of %zu of these the day is not recorded on which they began in that year: they may not have been the law "
                   "yet.\n", v->vague);
        }
        printf("%zu rule%s and source%s. %s\nNot legal advice; law as at %s. moot law NAME shows one whole.\n",
               v->told, v->told == 1 ? "" : "s", v->told == 1 ? "" : "s", moot_marks_explained, first ? first : "no day");
    }
}

static void list_rules(view *v)
{
    static const moot_table_column columns[] = {
        { "RULE", 0, 0 }, { "SOURCE", 0, 0 }, { "IN FORCE", 0, 1 }, { "MARK", 0, 0 },
    };
    moot_err err;
    moot_err_init(&err);
    moot_code code = moot_table_new(columns, MOOT_COUNT(columns), moot_term_width(stdout), &v->table, &err);
    if (v->csv) {
        fputs(csv_columns, stdout);
    }
    for (int32_t i = 0; !code && i < v->script->decl_count; i++) {
        if (is_rule(v->script->decls[i])) {
            tell_rule(v, v->script->decls[i]);
        }
    }
    if (!code) {
        tell_ruleless(v);
    }
    if (!code && !v->app->say.json && !v->csv) {
        code = moot_table_print(v->table, &err);
    }
    if (code) {
        moot_say_error(&v->app->say, &err);
    } else {
        tell_foot(v);
    }
    moot_table_free(v->table);
}

/* ---- one whole ---- */

static void tell_line(const char *head, const char *text)
{
    if (text && text[0]) {
        printf("  %-14s %s\n", head, text);
    }
}

static void tell_source(const view *v, const moot_node *source)
{
    const char *of_dates = text_of(dated(v, source), "dates_mark");
    char when[80], line[256];
    printf("%s, %s\n", source->name, text_of(source, "act") ? text_of(source, "act") : "");
    tell_line("says", text_of(source, "title"));
    snprintf(line, sizeof line, "%s%s%s%s%s", dates_text(dates_of(v, NULL, source), when, sizeof when),
             dated(v, source) != source ? ", with " : "", dated(v, source) != source ? dated(v, source)->name : "",
             of_dates ? "; " : "", moot_mark_text(of_dates ? of_dates[0] : '\0'));
    tell_line("in force", line);
    tell_line("law as at", text_of(source, "as_at"));
    tell_line("mark", mark_of(source));
    tell_line("open", text_of(source, "open"));
    tell_line("read at", text_of(source, "link"));
    for (int32_t i = 0; i < v->script->decl_count; i++) {
        const moot_node *rule = v->script->decls[i];
        if (cites(rule, source->name)) {
            char label[96];
            snprintf(line, sizeof line, "%s, %s:%d", moot_node_label(rule, label, sizeof label), rule->file, (int)rule->line);
            tell_line("cited by", line);
        }
    }
}

/* The text of stdlib/FILE, from the program or from the folder that stands for it; empty if it cannot be read. */
static void module_text(const view *v, const char *file, moot_buf *out)
{
    const char *dir = moot_cli_text(&v->app->cli, "stdlib");
    for (size_t i = 0; !dir && i < moot_stdlib_count; i++) {
        size_t len = strlen(moot_stdlib_files[i].name);
        if (strncmp(file, moot_stdlib_files[i].name, len) == 0 && strcmp(file + len, ".lua") == 0) {
            moot_buf_add(out, moot_stdlib_files[i].text, moot_stdlib_files[i].len);
        }
    }
    if (dir) {
        moot_buf path;
        moot_err err;
        moot_err_init(&err);
        moot_buf_init(&path);
        moot_buf_printf(&path, "%s/%s", dir, file);
        if (moot_file_read(moot_buf_text(&path), (size_t)1 << 22, out, &err)) {
            moot_buf_clear(out);
        }
        moot_buf_done(&path);
    }
}

/* The text of a module from a line on, to where its brackets are closed. */
static void print_declaration(const char *text, int32_t line)
{
    int depth = 0, quoted = 0;
    for (; *text && line > 1; text++) {
        line -= *text == '\n';
    }
    for (; *text; text++) {
        if (*text == '"' && text[-1] != '\\') {
            quoted = !quoted;
        }
        depth += quoted ? 0 : (*text == '{') - (*text == '}');
        if (depth < 0 || (*text == '\n' && depth == 0)) {
            break;
        }
        putchar(*text);
    }
    putchar('\n');
}

static void tell_whole(const view *v, const moot_node *rule)
{
    char label[96];
    moot_buf text;
    const char *own = text_of(rule, "clause");
    printf("%s, in %s line %d\n\n", moot_node_label(rule, label, sizeof label), rule->file, (int)rule->line);
    moot_buf_init(&text);
    module_text(v, rule->file + strlen("stdlib/"), &text);
    print_declaration(moot_buf_text(&text), rule->line);
    putchar('\n');
    moot_buf_done(&text);
    if (source_of(v, own)) {
        tell_source(v, source_of(v, own));
    }
    for (int32_t i = 0; i < rule->item_count; i++) {
        const char *id = text_of(rule->items[i], "clause");
        int twice = !id || !own || strcmp(id, own) == 0;
        for (int32_t k = 0; k < i && !twice; k++) {
            const char *before = text_of(rule->items[k], "clause");
            twice = before && strcmp(before, id) == 0;
        }
        if (!twice && source_of(v, id)) {
            tell_source(v, source_of(v, id));
        }
    }
}

/* A name as it is heard: letters and figures only, small; no "s." before a figure, no century of an Act's year. So "CA89 23C",
 * "s23C" and "ca 1989 s.23C" are parts of "CA89 s.23C(1)". */
static void heard(const char *text, char *buf, size_t size)
{
    size_t len = 0;
    for (; *text && len + 1 < size; text++) {
        if (strncasecmp(text, "section ", 8) == 0) {
            text += 7;
            continue;
        }
        const char *next = text + 1 + strspn(text + 1, ". ");
        int section = (*text == 's' || *text == 'S') && isdigit((unsigned char)*next) && (len == 0 || !isalpha((unsigned char)text[-1]));
        int century = (strncmp(text, "19", 2) == 0 || strncmp(text, "20", 2) == 0) && strspn(text, "0123456789") == 4 &&
                      (len == 0 || !isdigit((unsigned char)text[-1]));
        text += century ? 2 : 0;
        if (!section && isalnum((unsigned char)*text)) {
            buf[len++] = (char)tolower((unsigned char)*text);
        }
    }
    buf[len] = '\0';
}

/* Is `part` in `text`, as both are heard? */
static int holds_part(const char *text, const char *part)
{
    char whole[128], piece[128];
    heard(text, whole, sizeof whole);
    heard(part, piece, sizeof piece);
    return piece[0] != '\0' && strstr(whole, piece) != NULL;
}

#define PARTS_TOLD 6

/* Nothing has the name: the nearest, else those that it is a part of. A section is never taken for its neighbour: a name with
 * figures that is a part of others is no slip of the pen. */
static void refuse_name(view *v, const char *const *names, size_t count)
{
    const char *near = moot_nearest(v->name, names, count);
    for (size_t i = 0; i < count && near && strpbrk(v->name, "0123456789"); i++) {
        near = holds_part(names[i], v->name) ? NULL : near;
    }
    moot_buf known;
    moot_err err;
    const char *first = NULL; /* of those that have it in theirs */
    int told = 0;
    moot_buf_init(&known);
    moot_err_init(&err);
    for (size_t i = 0; i < count && !near && told < PARTS_TOLD; i++) {
        if (holds_part(names[i], v->name)) {
            moot_buf_printf(&known, "%s\"%s\"", told ? ", " : "; some have it in theirs: ", names[i]);
            first = told ? first : names[i];
            told++;
        }
    }
    if (told == 1) {
        near = first;
    }
    if (near) {
        (void)moot_fail(&err, MOOT_EDATA, "stdlib has no rule and no source called \"%s\"; did you mean \"%s\"?", v->name, near);
    } else {
        (void)moot_fail(&err, MOOT_EDATA, "stdlib has no rule and no source called \"%s\"%s", v->name,
                        told ? moot_buf_text(&known) : "; moot law lists them");
    }
    moot_say_error(&v->app->say, &err);
    moot_buf_done(&known);
}

static void tell_named(view *v)
{
    const char *names[1024];
    size_t count = 0;
    for (int32_t i = 0; i < v->script->decl_count; i++) {
        const moot_node *node = v->script->decls[i];
        if (!node->name || node->common || moot_node_is(node, "protocol")) {
            continue;
        }
        if (strcmp(node->name, v->name) == 0 && (is_rule(node) || moot_node_is(node, "law"))) {
            if (moot_node_is(node, "law")) {
                tell_source(v, node);
            } else {
                tell_whole(v, node);
            }
            v->told++;
        }
        if (count < MOOT_COUNT(names) && (is_rule(node) || moot_node_is(node, "law"))) {
            names[count++] = node->name;
        }
    }
    if (v->told == 0) {
        refuse_name(v, names, count);
    }
}

/* ---- checklists ---- */

static void list_standards(view *v)
{
    static const moot_table_column columns[] = {
        { "ID", 0, 0 }, { "WHAT A PROTOCOL SAYS, AND UNDER X WHERE IT CLASHES WITH THE LAW", 0, 1 }, { "SOURCE", 0, 1 },
    };
    moot_err err;
    moot_err_init(&err);
    moot_code code = moot_table_new(columns, MOOT_COUNT(columns), moot_term_width(stdout), &v->table, &err);
    for (int32_t i = 0; !code && i < v->script->decl_count; i++) {
        const moot_node *node = v->script->decls[i];
        const moot_node *own = moot_node_field(node, "our_reading");
        if (!moot_node_is(node, "standard")) {
            continue;
        }
        if (v->app->say.json) {
            moot_buf out;
            moot_buf_init(&out);
            moot_buf_str(&out, "{\"id\":");
            moot_buf_json(&out, node->name);
            json_field(&out, "list", text_of(node, "list"));
            json_field(&out, "says", text_of(node, "says"));
            json_field(&out, "source", text_of(node, "source"));
            json_field(&out, "law", text_of(node, "law"));
            moot_buf_printf(&out, ",\"our_reading\":%s}\n", own && own->number ? "true" : "false");
            moot_say_buf(&out);
            moot_buf_done(&out);
            continue;
        }
        moot_table_row(v->table);
        moot_table_cell(v->table, 0, node->name);
        moot_table_cell(v->table, 1, text_of(node, "says"));
        moot_table_cell(v->table, 2, text_of(node, "law") ? text_of(node, "law") : text_of(node, "source"));
    }
    if (!code && !v->app->say.json) {
        code = moot_table_print(v->table, &err);
        puts("Not legal advice; moot law NAME shows the source of law that one names, as at its day and with what is open of it.");
    }
    if (code) {
        moot_say_error(&v->app->say, &err);
    }
    moot_table_free(v->table);
}

void moot_cmd_law(moot_app *app)
{
    moot_errs errs;
    moot_err err;
    moot_script *script = NULL;
    moot_day last = MOOT_DAY_MIN;
    view v = { app, NULL, MOOT_DAY_MIN, moot_cli_text(&app->cli, "name"),
               moot_cli_flag(&app->cli, "csv"), NULL, 0, 0, 0 };
    moot_load_options options = { .stdlib_dir = moot_cli_text(&app->cli, "stdlib"),
                                  .source = everything, .source_len = sizeof everything - 1 };
    moot_errs_init(&errs, 0);
    moot_err_init(&err);
    if (v.name && app->say.json) {
        (void)moot_fail(&err, MOOT_EUSAGE, "one rule is told in words; leave out --json, or leave out its name");
        moot_say_error(&app->say, &err);
    } else if (v.csv && (v.name || app->say.json || moot_cli_flag(&app->cli, "checklists"))) {
        (void)moot_fail(&err, MOOT_EUSAGE, "--csv writes the list of rules and sources: "
                        "it goes with no name, and with neither --json nor --checklists");
        moot_say_error(&app->say, &err);
    } else if (moot_cmd_day(app, "as-at", &v.as_at, &last, &err)) {
        moot_say_error(&app->say, &err);
    } else if (moot_script_load("law", &options, &script, &errs)) {
        (void)moot_say_findings(&app->say, &errs, "law", 0);
    } else {
        v.script = script;
        if (moot_cli_flag(&app->cli, "checklists")) {
            list_standards(&v);
        } else if (v.name) {
            tell_named(&v);
        } else {
            list_rules(&v);
        }
    }
    moot_script_free(script);
    moot_errs_done(&errs);
}
