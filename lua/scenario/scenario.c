/* A file of scenarios: its stories one after the other, each begun by `scenario` and ended by
 * the next, and the trials that come of them. A mistake ends nothing but what hangs on it, so
 * that one run tells many. */
#include "lua/scenario/scenario.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "lua/scenario/scenario_internal.h"
#include "vm/base/names.h"
#include "vm/base/text.h"

#define SOURCE_LIMIT (1024 * 1024)
#define MESSAGE 640

/* ---- memory and texts ---- */

void scenario_no_memory(scenario_run *run)
{
    if (!run->fatal) {
        moot_err_init(&run->fatal_err);
        run->fatal = moot_fail_memory(&run->fatal_err);
    }
}

const char *scenario_keep(scenario_run *run, const char *text)
{
    const char *kept = moot_arena_str(&run->arena, text);
    if (!kept) {
        scenario_no_memory(run);
    }
    return kept ? kept : "";
}

const char *scenario_keep_buf(scenario_run *run, moot_buf *buf)
{
    const char *kept = "";
    if (moot_buf_ok(buf)) {
        kept = scenario_keep(run, moot_buf_text(buf));
    } else {
        scenario_no_memory(run);
    }
    moot_buf_done(buf);
    return kept;
}

const moot_cell *scenario_cell(const moot_cell *table, const char *key)
{
    for (int32_t i = 0; table && table->kind == MOOT_CELL_OBJECT && i < table->count; i++) {
        if (strcmp(table->cells[i].key, key) == 0) {
            return &table->cells[i];
        }
    }
    return NULL;
}

const char *scenario_hint(scenario_run *run, const char *word, const char *const *names,
                          int32_t count)
{
    const char *near = names && count > 0 ? moot_nearest(word, names, (size_t)count) : NULL;
    char text[160];
    if (!near) {
        return "";
    }
    snprintf(text, sizeof text, "; did you mean \"%.100s\"?", near);
    const char *kept = moot_arena_str(&run->scratch, text);
    return kept ? kept : "";
}

static void show_into(const moot_cell *cell, moot_buf *out)
{
    switch ((moot_cell_kind)cell->kind) {
    case MOOT_CELL_NULL:
        moot_buf_str(out, "nothing");
        break;
    case MOOT_CELL_NO:
        moot_buf_str(out, "false");
        break;
    case MOOT_CELL_YES:
        moot_buf_str(out, "true");
        break;
    case MOOT_CELL_INTEGER:
        moot_buf_int(out, cell->number);
        break;
    case MOOT_CELL_FRACTION:
        moot_buf_str(out, "a number with a fraction");
        break;
    case MOOT_CELL_TEXT:
    case MOOT_CELL_PLAIN:
        moot_buf_str(out, cell->text);
        break;
    case MOOT_CELL_LIST:
        for (int32_t i = 0; i < cell->count; i++) {
            moot_buf_str(out, i == 0 ? "" : i + 1 == cell->count ? " and " : ", ");
            moot_buf_str(out,
                         cell->cells[i].kind == MOOT_CELL_TEXT ? cell->cells[i].text : "{ … }");
        }
        break;
    case MOOT_CELL_OBJECT:
        moot_buf_str(out, "{ … }");
        break;
    }
}

const char *scenario_show_cell(scenario_run *run, const moot_cell *cell)
{
    moot_buf text;
    moot_buf_init(&text);
    show_into(cell, &text);
    const char *kept =
        moot_buf_ok(&text) ? moot_arena_str(&run->scratch, moot_buf_text(&text)) : NULL;
    moot_buf_done(&text);
    if (!kept) {
        scenario_no_memory(run);
    }
    return kept ? kept : "";
}

/* ---- failures ---- */

static moot_scenario_failure *add_failure(scenario_run *run, scenario_trial *trial, int line,
                                          const char *text)
{
    moot_scenario_failure **list = trial ? &trial->failures : &run->failures;
    size_t *cap = trial ? &trial->failure_cap : &run->failure_cap;
    int32_t *count = trial ? &trial->shown.failure_count : &run->shown.failure_count;
    if (!moot_grow((void **)list, cap, (size_t)*count + 1, sizeof **list)) {
        scenario_no_memory(run);
        return NULL;
    }
    moot_scenario_failure *failure = &(*list)[(*count)++];
    *failure = (moot_scenario_failure){
        .line = line, .col = scenario_column(run, line, text), .message = scenario_keep(run, text), .now = "", .why = ""
    };
    if (trial) {
        trial->shown.failures = *list;
    } else {
        run->shown.failures = *list;
    }
    if (trial && trial->now.lo != MOOT_NEVER) {
        char now[160];
        failure->now =
            scenario_keep(run, moot_when_text(trial->p->zone, trial->now, now, sizeof now));
    }
    return failure;
}

moot_scenario_failure *scenario_fail(scenario_run *run, scenario_trial *trial, int line,
                                     const char *fmt, ...)
{
    char text[MESSAGE];
    va_list args;
    va_start(args, fmt);
    vsnprintf(text, sizeof text, fmt, args);
    va_end(args);
    return add_failure(run, trial, line, text);
}

static void begin_story(scenario_run *run);

void scenario_mistake(scenario_run *run, int line, const char *fmt, ...)
{
    char text[MESSAGE];
    va_list args;
    va_start(args, fmt);
    vsnprintf(text, sizeof text, fmt, args);
    va_end(args);
    if (!run->story.open) {
        add_failure(run, NULL, line, text);
        return;
    }
    begin_story(run);
    for (int32_t i = 0; i < run->story.trial_count; i++) {
        add_failure(run, run->story.trials[i], line, text);
    }
}

/* ---- the trials of a story ---- */

static int list_trial(scenario_run *run, scenario_trial *trial)
{
    if (!moot_grow((void **)&run->trials, &run->trial_cap, (size_t)run->shown.trial_count + 1,
                   sizeof *run->trials)) {
        scenario_no_memory(run);
        return 0;
    }
    run->trials[run->shown.trial_count++] = trial;
    run->story.trials[run->story.trial_count++] = trial;
    return 1;
}

static void add_trial(scenario_run *run, const char *named)
{
    scenario_trial *trial = NULL;
    moot_err err;
    moot_err_init(&err);
    if (scenario_trial_new(run, named, &trial, &err)) {
        run->fatal = err.code;
        run->fatal_err = err;
        return;
    }
    if (!list_trial(run, trial)) {
        scenario_trial_free(trial);
    }
}

/* Texts of a field that is one text or a list of them; the count, -1 after telling that it is
 * neither. */
static int32_t texts_of(const moot_cell *cell, const char **out, int32_t most)
{
    if (!cell || cell->kind == MOOT_CELL_NULL ||
        (cell->kind == MOOT_CELL_OBJECT && cell->count == 0)) {
        return 0;
    }
    if (cell->kind == MOOT_CELL_TEXT) {
        out[0] = cell->text;
        return 1;
    }
    if (cell->kind != MOOT_CELL_LIST || cell->count > most) {
        return -1;
    }
    for (int32_t i = 0; i < cell->count; i++) {
        if (cell->cells[i].kind != MOOT_CELL_TEXT) {
            return -1;
        }
        out[i] = cell->cells[i].text;
    }
    return cell->count;
}

static void add_trials(scenario_run *run)
{
    const char *own[SCENARIO_PROTOCOLS];
    scenario_story *story = &run->story;
    static const char *const none = "no protocol is named: write use \"stockport-2018\" above, or "
                                    "protocol = \"…\" in the scenario";
    int32_t count = texts_of(scenario_cell(story->header, "protocol"), own, SCENARIO_PROTOCOLS);
    const char *const *names = count > 0 ? own : run->protocols;
    if (count == 0) {
        count = run->protocol_count;
    }
    for (int32_t i = 0; i < count && !run->fatal; i++) {
        add_trial(run, names[i]);
    }
    if (count <= 0) {
        add_trial(run, "");
        for (int32_t i = 0; i < story->trial_count; i++) {
            scenario_fail(run, story->trials[i], story->line, "%s",
                          count < 0 ? "protocol takes an id or a list of at most 16 ids" : none);
        }
    }
}

/* ---- clauses ---- */

static int cites(const moot_protocol *p, const char *clause)
{
#define CITED(table)                                                                               \
    for (int32_t i = 0; i < p->table##_count; i++) {                                               \
        if (strcmp(p->table[i].decl.clause, clause) == 0) {                                        \
            return 1;                                                                              \
        }                                                                                          \
    }
    CITED(stages)
    CITED(outcomes)
    CITED(clocks) CITED(effects) CITED(facts) CITED(events) CITED(decisions) CITED(params)
        CITED(readings) CITED(notices) CITED(invariants) CITED(panels) CITED(ladders)
            CITED(entitlements) CITED(parties) CITED(quotas) CITED(measures)
#undef CITED
                for (int32_t i = 0; i < p->rows_count; i++)
    {
        if (p->rows[i].clause && strcmp(p->rows[i].clause, clause) == 0) {
            return 1;
        }
    }
    return 0;
}

static int in_table(const moot_clauses *table, const char *clause)
{
    for (int32_t i = 0; table && i < table->view.count; i++) {
        if (strcmp(table->view.ids[i], clause) == 0) {
            return 1;
        }
    }
    return 0;
}

int scenario_knows_clause(scenario_run *run, const char *clause, const char **out_hint)
{
    const scenario_story *story = &run->story;
    const char *hint = "";
    for (int32_t i = 0; i < story->trial_count; i++) {
        const scenario_trial *trial = story->trials[i];
        if (!trial->p || cites(trial->p, clause) || in_table(trial->clauses, clause)) {
            return 1;
        }
        if (trial->clauses && !hint[0]) {
            hint = scenario_hint(run, clause, trial->clauses->view.ids, trial->clauses->view.count);
        }
    }
    *out_hint = hint;
    return 0;
}

static void check_clause(scenario_run *run, const char *clause)
{
    const char *hint;
    if (!scenario_knows_clause(run, clause, &hint)) {
        scenario_mistake(run, run->story.line, "%s has no clause %s%s",
                         run->story.trials[0]->shown.protocol, clause, hint);
    }
}

static void read_clauses(scenario_run *run)
{
    enum { CLAUSES_MOST = 200 };
    const char *list[CLAUSES_MOST];
    scenario_story *story = &run->story;
    const moot_cell *cell = scenario_cell(story->header, "clauses");
    int32_t count = texts_of(cell, list, CLAUSES_MOST);
    const char **kept =
        count > 0 ? moot_arena_array(&run->arena, (size_t)count, sizeof *kept) : NULL;
    if (count <= 0 || !kept) {
        scenario_mistake(
            run, story->line,
            "the scenario does not list the clauses that it shows, as in: clauses = { \"3.7/1\" }");
        return;
    }
    memcpy(kept, list, (size_t)count * sizeof *kept);
    for (int32_t i = 0; i < story->trial_count; i++) {
        story->trials[i]->shown.clauses = kept;
        story->trials[i]->shown.clause_count = count;
    }
    for (int32_t i = 0; i < count; i++) {
        check_clause(run, kept[i]);
    }
}

/* ---- a story's beginning and end ---- */

static void check_name(scenario_run *run)
{
    const scenario_story *story = &run->story;
    size_t len = strlen(story->name);
    if (len == 0 || len > MOOT_ID_MOST) {
        scenario_mistake(run, story->line, "a scenario's name has 1 to %d letters", MOOT_ID_MOST);
    }
    for (int32_t i = 0; i < run->shown.trial_count - story->trial_count; i++) {
        if (strcmp(run->trials[i]->shown.scenario, story->name) == 0) {
            scenario_mistake(run, story->line, "line %d has a scenario of this name already",
                             run->trials[i]->shown.line);
            return;
        }
    }
}

static void read_header(scenario_run *run)
{
    scenario_story *story = &run->story;
    const moot_cell *acts = scenario_cell(story->header, "acts"),
                    *recorded = scenario_cell(story->header, "recorded");
    if (acts && (acts->kind != MOOT_CELL_TEXT ||
                 (strcmp(acts->text, "wait") != 0 && strcmp(acts->text, "at once") != 0))) {
        scenario_mistake(run, story->line, "acts is \"at once\" or \"wait\", not %s",
                         scenario_show_cell(run, acts));
    }
    story->acts_wait = acts && acts->kind == MOOT_CELL_TEXT && strcmp(acts->text, "wait") == 0;
    story->recorded = recorded && recorded->kind == MOOT_CELL_YES;
    if (story->recorded && acts) {
        scenario_mistake(
            run, story->line,
            "acts goes with a scenario that asks: a record says by itself what was done");
    }
}

/* At the first word after `scenario`, so that its braces have come. */
static void begin_story(scenario_run *run)
{
    scenario_story *story = &run->story;
    if (story->begun || !story->open) {
        return;
    }
    story->begun = 1;
    add_trials(run);
    if (run->fatal) {
        return;
    }
    check_name(run);
    read_header(run);
    read_clauses(run);
}

static void end_trial(scenario_run *run, scenario_trial *trial)
{
    if (trial->p && !trial->over && trial->now.lo != MOOT_NEVER) {
        (void)scenario_look(trial, run->story.line);
    }
    if (trial->p && !trial->over && trial->shown.expectations == 0 &&
        trial->shown.failure_count == 0) {
        scenario_fail(
            run, trial, trial->shown.line,
            "the scenario expects nothing: it could never fail; add what must come of it, "
            "as in: expect.status \"open\"");
    }
    trial->shown.c = trial->fresh ? &trial->c : NULL;
}

static void end_story(scenario_run *run)
{
    scenario_story *story = &run->story;
    if (!story->open || run->fatal) {
        return;
    }
    begin_story(run);
    for (int32_t i = 0; i < story->trial_count && !run->fatal; i++) {
        end_trial(run, story->trials[i]);
    }
    memset(story, 0, sizeof *story);
}

static void open_story(scenario_run *run, const scenario_statement *s)
{
    end_story(run);
    run->story = (scenario_story){ .open = 1, .line = s->line, .name = "" };
    if (s->arg_count > 0 && s->args[0].kind == MOOT_CELL_TEXT) {
        run->story.name = s->args[0].text;
    }
    if (s->has_table) {
        moot_cell *header = moot_arena_alloc(&run->arena, sizeof *header);
        if (!header) {
            scenario_no_memory(run);
            return;
        }
        *header = s->table;
        run->story.header = header;
    }
}

static void use(scenario_run *run, const scenario_statement *s)
{
    const char *names[SCENARIO_PROTOCOLS];
    end_story(run);
    int32_t count = s->has_table ? texts_of(&s->table, names, SCENARIO_PROTOCOLS) : 0;
    if (count < 0 || (count == 0 && s->arg_count == 0)) {
        scenario_mistake(run, s->line,
                         "use takes the id of a protocol, or of several: use \"stockport-2018\"");
        return;
    }
    run->protocol_count = 0;
    for (int32_t i = 0; i < s->arg_count; i++) {
        run->protocols[run->protocol_count++] = s->args[i].text;
    }
    for (int32_t i = 0; i < count && run->protocol_count < SCENARIO_PROTOCOLS; i++) {
        run->protocols[run->protocol_count++] = names[i];
    }
}

/* ---- carrying out a word ---- */

/* Fields of the braces that the word does not have; where other fields are facts, the trials
 * know them. */
static int check_fields(scenario_run *run, const scenario_statement *s)
{
    const moot_scenario_field *fields = s->word ? s->word->fields : NULL;
    const char *names[32];
    int32_t count = 0;
    if (!s->word || s->word->facts || s->word->id == WORD_USE || !s->has_table) {
        return 1;
    }
    for (; fields && fields[count].name; count++) {
        names[count] = fields[count].name;
    }
    for (int32_t i = 0; i < s->table.count; i++) {
        const char *key = s->table.kind == MOOT_CELL_OBJECT ? s->table.cells[i].key : "";
        int32_t k = 0;
        while (k < count && strcmp(names[k], key) != 0) {
            k++;
        }
        if (k == count) {
            scenario_mistake(run, s->line, "%s has no field %.60s%s", s->word->name,
                             key[0] ? key : "without a name",
                             scenario_hint(run, key, names, count));
            return 0;
        }
    }
    return 1;
}

static int check_braces(scenario_run *run, const scenario_statement *s)
{
    if (s->word->table == MOOT_SCENARIO_MUST_TABLE && !s->has_table) {
        scenario_mistake(run, s->line,
                         "%s needs braces { … } behind it; it is written like this: %s",
                         s->word->name, s->word->example);
        return 0;
    }
    int none = s->has_table && s->word->table == MOOT_SCENARIO_NO_TABLE;
    int list = s->has_table && s->table.kind == MOOT_CELL_LIST && s->word->id != WORD_USE;
    if (none || list) {
        scenario_mistake(run, s->line, "%s takes %s; it is written like this: %s", s->word->name,
                         none ? "no braces" : "names with values in its braces", s->word->example);
        return 0;
    }
    return check_fields(run, s);
}

/* What a scenario calls a protocol: a variant that stands for one has its name. */
static const char *id_of(const scenario_trial *trial)
{
    return trial->p ? trial->p->decl.name : trial->shown.protocol;
}

/* `under = "id"`: only under that protocol. */
static int concerns(const scenario_trial *trial, const scenario_statement *s)
{
    const moot_cell *under = s->has_table ? scenario_cell(&s->table, "under") : NULL;
    return !under || strcmp(under->text, id_of(trial)) == 0;
}

static int check_under(scenario_run *run, const scenario_statement *s)
{
    const moot_cell *under = s->has_table ? scenario_cell(&s->table, "under") : NULL;
    const scenario_story *story = &run->story;
    const char *ids[SCENARIO_PROTOCOLS];
    for (int32_t i = 0; under && i < story->trial_count; i++) {
        ids[i] = id_of(story->trials[i]);
        if (under->kind == MOOT_CELL_TEXT && strcmp(under->text, ids[i]) == 0) {
            return 1;
        }
    }
    if (under) {
        const char *text = scenario_show_cell(run, under);
        scenario_mistake(run, s->line, "the scenario does not run under \"%s\"%s", text,
                         scenario_hint(run, text, ids, story->trial_count));
    }
    return !under;
}

/* What became of one expectation under each protocol of the scenario: how many failures it had before, -1: not tried. */
typedef int32_t before_each[SCENARIO_PROTOCOLS];

static int failed_since(const scenario_trial *trial, int32_t before)
{
    return before >= 0 && trial->shown.failure_count > before;
}

/* Each failure of an expectation tells how it came out under the others. */
static void tell_others(scenario_run *run, const before_each before)
{
    const scenario_story *story = &run->story;
    for (int32_t i = 0; i < story->trial_count && story->trial_count > 1; i++) {
        scenario_trial *trial = story->trials[i];
        if (!failed_since(trial, before[i])) {
            continue;
        }
        moot_scenario_failure *failure = &trial->failures[trial->shown.failure_count - 1];
        if (!failure->sides) {
            continue; /* the expectation itself is wrong */
        }
        moot_scenario_other *others =
            moot_arena_array(&run->arena, (size_t)story->trial_count, sizeof *others);
        if (!others) {
            scenario_no_memory(run);
            return;
        }
        for (int32_t k = 0; k < story->trial_count; k++) {
            if (k != i && before[k] >= 0) {
                others[failure->other_count++] = (moot_scenario_other){
                    story->trials[k]->shown.protocol, !failed_since(story->trials[k], before[k])
                };
            }
        }
        failure->others = others;
    }
}

static void carry_out_in(scenario_run *run, const scenario_statement *s)
{
    before_each before;
    begin_story(run);
    if (run->fatal || !check_under(run, s)) {
        return;
    }
    for (int32_t i = 0; i < run->story.trial_count && !run->fatal; i++) {
        scenario_trial *trial = run->story.trials[i];
        before[i] = -1;
        if (!trial->p || trial->over || !concerns(trial, s)) {
            continue;
        }
        before[i] = trial->shown.failure_count;
        if (s->word) {
            scenario_step_word(trial, s);
        } else {
            scenario_expect(trial, s);
        }
    }
    if (!s->word && !run->fatal) {
        tell_others(run, before);
    }
}

void scenario_carry_out(scenario_run *run, const scenario_statement *s)
{
    moot_arena_clear(&run->scratch);
    scenario_at(run, s->line, s->col);
    if (run->fatal) {
        return;
    }
    if (s->word && s->word->id == WORD_SCENARIO) {
        open_story(run, s);
        (void)(s->broken || check_braces(run, s));
        return;
    }
    if (s->broken) {
        return;
    }
    if (!s->word || s->word->id != WORD_USE) {
        if (!run->story.open) {
            scenario_mistake(run, s->line,
                             "%s%s stands before any scenario: begin one with scenario \"what it "
                             "shows\" { clauses = { … } }",
                             s->word ? "" : "expect.", s->word ? s->word->name : s->kind->name);
            return;
        }
        if (!s->word || check_braces(run, s)) {
            carry_out_in(run, s);
        }
        return;
    }
    if (check_braces(run, s)) {
        use(run, s);
    }
}

/* ---- the file ---- */

static void fail_file(scenario_run *run, moot_code code, const char *why)
{
    moot_err err;
    moot_err_init(&err);
    moot_fail(&err, code, "%s", why);
    moot_err_at(&err, run->shown.path, 0, 0);
    moot_errs_take(&run->shown.errs, &err);
}

static int read_source(scenario_run *run)
{
    char chunk[4096], why[200];
    size_t got = 0;
    FILE *file = fopen(run->shown.path, "rb");
    if (!file) {
        snprintf(why, sizeof why, "the script cannot be read: %s", strerror(errno));
        fail_file(run, errno == ENOENT ? MOOT_EDATA : MOOT_ESYSTEM, why);
        return 0;
    }
    while (run->source.len <= SOURCE_LIMIT && (got = fread(chunk, 1, sizeof chunk, file)) > 0) {
        moot_buf_add(&run->source, chunk, got);
    }
    int failed = ferror(file);
    fclose(file);
    if (failed) {
        fail_file(run, MOOT_ESYSTEM, "the script cannot be read to its end");
    } else if (run->source.len > SOURCE_LIMIT) {
        fail_file(run, MOOT_ELIMIT, "the script is larger than 1 MB, the most that is read");
    } else if (!moot_buf_ok(&run->source)) {
        scenario_no_memory(run);
    }
    return run->shown.errs.count == 0 && !run->fatal;
}

static int scan_source(scenario_run *run)
{
    moot_err err;
    moot_err_init(&err);
    const char *foreign = moot_text_foreign(moot_buf_text(&run->source), run->source.len);
    if (foreign) {
        moot_fail(&err, MOOT_EDATA, "%s", foreign);
    }
    if (foreign || moot_text_check(moot_buf_text(&run->source), run->source.len, "the script", &err)) {
        moot_err_at(&err, run->shown.path, 0, 0);
        moot_errs_take(&run->shown.errs, &err);
        return 0;
    }
    moot_scan_init(&run->scan, moot_buf_text(&run->source), run->source.len, run->shown.path);
    if (moot_scan_read(&run->scan, &run->shown.errs) ||
        moot_scan_doubled(&run->scan, &run->shown.errs) ||
        moot_scan_slips(&run->scan, &run->shown.errs)) {
        return 0;
    }
    moot_scan_relined(&run->scan, &run->relined);
    if (!moot_buf_ok(&run->relined)) {
        scenario_no_memory(run);
    }
    return !run->fatal;
}

static void judge(scenario_run *run)
{
    for (int32_t i = 0; i < run->shown.trial_count; i++) {
        moot_scenario_trial *shown = &run->trials[i]->shown;
        shown->passed = shown->failure_count == 0 && shown->expectations > 0;
    }
}

/* What a thing that stopped the script leaves behind: the scenario it stopped in has not passed,
 * whatever it expected. */
static void stop_story(scenario_run *run)
{
    if (run->shown.errs.count > 0 && run->story.open) {
        scenario_mistake(
            run, run->story.line,
            "the script stopped in this scenario (above); what stands behind it was not run");
    }
    end_story(run);
}

static void run_file(scenario_run *run)
{
    if (read_source(run) && scan_source(run)) {
        scenario_lua_run(run);
        stop_story(run);
        judge(run);
    }
}

moot_code moot_scenario_run(const char *path, moot_scenario_library *library,
                            moot_scenario_file **out_file, moot_err *err)
{
    scenario_run *run = moot_calloc(1, sizeof *run);
    if (!run) {
        return moot_fail_memory(err);
    }
    moot_arena_init(&run->arena);
    moot_arena_init(&run->scratch);
    moot_buf_init(&run->source);
    moot_buf_init(&run->relined);
    moot_errs_init(&run->shown.errs, 0);
    moot_scan_init(&run->scan, "", 0, path);
    run->library = library;
    run->shown.path = moot_arena_str(&run->arena, path);
    if (!run->shown.path) {
        scenario_no_memory(run);
    } else {
        run_file(run);
    }
    if (run->fatal) {
        *err = run->fatal_err;
        moot_scenario_file_free(&run->shown);
        return err->code;
    }
    *out_file = &run->shown;
    return MOOT_OK;
}

void moot_scenario_file_free(moot_scenario_file *file)
{
    scenario_run *run = (scenario_run *)(void *)file;
    if (!run) {
        return;
    }
    for (int32_t i = 0; i < run->shown.trial_count; i++) {
        scenario_trial_free(run->trials[i]);
    }
    moot_free(run->trials);
    moot_free(run->failures);
    moot_scan_done(&run->scan);
    moot_buf_done(&run->source);
    moot_buf_done(&run->relined);
    moot_errs_done(&run->shown.errs);
    moot_arena_done(&run->arena);
    moot_arena_done(&run->scratch);
    moot_free(run);
}

const moot_scenario_trial *moot_scenario_trial_at(const moot_scenario_file *file, int32_t i)
{
    return &((const scenario_run *)(const void *)file)->trials[i]->shown;
}
