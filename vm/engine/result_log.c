/* What a result takes from the log: departures, the facts that an entry read, and what an entry is
 * about. */
#include <string.h>

#include "vm/engine/result_build.h"
#include "vm/protocol/protocol_show.h"

/* ---- superseded entries ---- */

static int supersedes(const moot_case *c)
{
    for (int32_t i = 0; i < c->log_count; i++) {
        if (c->log[i].what == MOOT_LOG_SUPERSEDES) {
            return 1;
        }
    }
    return 0;
}

void moot_result__dead(moot_result_build *b)
{
    const moot_case *c = b->c;
    if (!supersedes(c)) {
        return;
    }
    uint8_t *dead = moot_result__rows(b, c->log_count + 1, sizeof *dead);
    for (int32_t i = 0; dead && i < c->log_count; i++) {
        const moot_entry *entry = &c->log[i];
        if (entry->what != MOOT_LOG_SUPERSEDES) {
            continue;
        }
        for (int32_t n = entry->ref < 1 ? 1 : entry->ref; n <= entry->ref2 && n <= c->log_count;
             n++) {
            dead[n] = 1;
        }
    }
    b->dead = dead;
}

int moot_result__holds(const moot_result_build *b, const moot_entry *entry, moot_what what)
{
    return entry->what == what && !(b->dead && entry->n <= b->c->log_count && b->dead[entry->n]);
}

int32_t moot_result__count_what(const moot_result_build *b, moot_what what)
{
    int32_t count = 0;
    for (int32_t i = 0; i < b->c->log_count; i++) {
        count += moot_result__holds(b, &b->c->log[i], what);
    }
    return count;
}

/* ---- departures ---- */

void moot_result__departures(moot_result_build *b, moot_result *out)
{
    moot_result_departure *rows =
        moot_result__rows(b, moot_result__count_what(b, MOOT_LOG_DEPARTURE), sizeof *rows);
    for (int32_t i = 0; rows && i < b->c->log_count; i++) {
        const moot_entry *entry = &b->c->log[i];
        if (moot_result__holds(b, entry, MOOT_LOG_DEPARTURE)) {
            moot_result_departure *row = &rows[out->departures_count++];
            row->what = entry->text ? entry->text : "";
            row->clause = moot_entry_clause(entry);
            row->at = entry->at;
            row->entry = entry->n;
        }
    }
    out->departures = rows;
}

/* ---- because ---- */

const char *moot_result__read_word(const moot_protocol *protocol, const moot_cond_node *node)
{
    static const char *const words[] = {
        [MOOT_SUBJECT_AGE] = "age",     [MOOT_SUBJECT_NOW] = "now",
        [MOOT_SUBJECT_TODAY] = "today", [MOOT_SUBJECT_TONIGHT] = "tonight",
        [MOOT_SUBJECT_LEAD] = "lead",   [MOOT_SUBJECT_HANDOVERS] = "handovers",
        [MOOT_SUBJECT_TIMES] = "times", [MOOT_SUBJECT_LAW] = "law as at",
    };
    return node->subject == MOOT_SUBJECT_FACT ? protocol->facts[node->ref].decl.name
                                              : words[node->subject];
}

static const char *read_name(moot_result_build *b, int32_t index)
{
    const moot_cond_node *node = &b->protocol->nodes[index];
    const char *word = moot_result__read_word(b->protocol, node);
    if (node->spell != MOOT_SPELL_NONE) {
        moot_buf_clear(&b->buf);
        moot_subject_show(b->protocol, index, &b->buf);
        return moot_result__kept(b, moot_buf_text(&b->buf));
    }
    if (node->subject != MOOT_SUBJECT_TIMES) {
        return word;
    }
    moot_buf_clear(&b->buf);
    moot_buf_printf(&b->buf, "%s ", word);
    moot_trigger_show(b->protocol, node->ref, &b->buf);
    return moot_result__kept(b, moot_buf_text(&b->buf));
}

const char *moot_result__value_text(moot_result_build *b, moot_value value)
{
    if (!moot_known(value)) {
        return "unknown";
    }
    moot_buf_clear(&b->buf);
    moot_value_show(b->protocol, value, &b->buf);
    return moot_result__kept(b, moot_buf_text(&b->buf));
}

/* Whether a spell runs is no length: the verdict is what was seen. */
static moot_value read_value(const moot_cond_node *node, const moot_read *read)
{
    int by_verdict = node->spell == MOOT_SPELL_ANY_AT || (node->spell == MOOT_SPELL_RUNNING && node->count == 0);
    if (!by_verdict) {
        return read->seen;
    }
    return read->verdict == MOOT_UNKNOWN ? moot_unknown() : moot_value_yesno(read->verdict == MOOT_TRUE);
}

static int told(const moot_result_read *rows, int32_t count, const char *fact, const char *child)
{
    for (int32_t i = 0; i < count; i++) {
        if (rows[i].child == child && strcmp(rows[i].fact, fact) == 0) {
            return 1;
        }
    }
    return 0;
}

static void read_rows(moot_result_build *b, const moot_entry *entry, moot_result_read *rows,
                      int32_t *count)
{
    for (int32_t i = 0; i < entry->read_count && !b->no_memory; i++) {
        const moot_read *read = &b->c->reads[entry->read_first + i];
        if (read->node < 0 || b->protocol->nodes[read->node].kind != MOOT_COND_TEST) {
            continue;
        }
        const char *fact = read_name(b, read->node);
        const char *child = moot_result_child(b->c, read->child);
        if (told(rows, *count, fact, child)) {
            continue;
        }
        moot_result_read *row = &rows[(*count)++];
        row->fact = fact;
        row->child = child;
        row->value = read_value(&b->protocol->nodes[read->node], read);
        row->text = moot_result__value_text(b, row->value);
        row->presumed = read->presumed;
        row->verdict = read->verdict;
        row->node = read->node;
    }
}

const moot_result_read *moot_result_because(const moot_case *c, const moot_entry *entry,
                                            moot_arena *arena, int32_t *out_count)
{
    moot_result_build b = { .c = c, .protocol = c->protocol, .arena = arena };
    *out_count = 0;
    if (entry->read_count <= 0 || entry->read_first < 0 ||
        entry->read_first + entry->read_count > c->reads_count) {
        return NULL;
    }
    moot_buf_init(&b.buf);
    moot_result_read *rows = moot_result__rows(&b, entry->read_count, sizeof *rows);
    if (rows) {
        read_rows(&b, entry, rows, out_count);
    }
    int failed = b.no_memory || b.buf.failed;
    moot_buf_done(&b.buf);
    *out_count = failed ? -1 : *out_count;
    return failed || !*out_count ? NULL : rows;
}

/* ---- what an entry is about ---- */

static const char *label_at(const moot_entry *entry, int32_t count, const moot_decl *decl)
{
    return entry->ref >= 0 && entry->ref < count ? moot_result__label(decl) : NULL;
}

/* Name of the declaration that `ref` is, by kind of entry. */
static const char *subject_name(const moot_protocol *p, const moot_entry *e)
{
    switch ((moot_what)e->what) {
    case MOOT_LOG_EVENT:
        return label_at(e, p->events_count, &p->events[e->ref].decl);
    case MOOT_LOG_SET:
        if (e->ref == MOOT_SET_LEAD) {
            return "lead";
        }
        return label_at(e, p->facts_count, &p->facts[e->ref].decl);
    case MOOT_LOG_FACT:
    case MOOT_LOG_DERIVED:
    case MOOT_LOG_UNDECIDED:
        return label_at(e, p->facts_count, &p->facts[e->ref].decl);
    case MOOT_LOG_ENTER:
    case MOOT_LOG_ENTER_OPEN:
    case MOOT_LOG_LEAVE:
    case MOOT_LOG_STOP:
    case MOOT_LOG_SIGNED:
    case MOOT_LOG_DISPUTE:
    case MOOT_LOG_GAP:
        return label_at(e, p->stages_count, &p->stages[e->ref].decl);
    case MOOT_LOG_CLOCK:
    case MOOT_LOG_MOVED:
    case MOOT_LOG_VERDICT:
        return e->ref >= 0 && e->ref < p->clocks_count
                   ? moot_result__clock_label(p, &p->clocks[e->ref])
                   : NULL;
    case MOOT_LOG_ACT:
        return e->ref >= 0 && e->ref < p->effects_count
                   ? moot_result__act_name(p, &p->effects[e->ref])
                   : NULL;
    case MOOT_LOG_PLACED:
        return e->text ? e->text : "nowhere";
    case MOOT_LOG_NOTICE:
        return label_at(e, p->notices_count, &p->notices[e->ref].decl);
    case MOOT_LOG_ESCALATED:
        return label_at(e, p->ladders_count, &p->ladders[e->ref].decl);
    case MOOT_LOG_QUEUED:
    case MOOT_LOG_SESSION:
        return label_at(e, p->panels_count, &p->panels[e->ref].decl);
    case MOOT_LOG_BROKEN:
    case MOOT_LOG_KEPT:
        return label_at(e, p->invariants_count, &p->invariants[e->ref].decl);
    case MOOT_LOG_COUNTED:
        return label_at(e, p->measures_count, &p->measures[e->ref].decl);
    case MOOT_LOG_START:
    case MOOT_LOG_CLOSE:
    case MOOT_LOG_DEPARTURE:
    case MOOT_LOG_NOTE:
    case MOOT_LOG_CORRECTED:
    case MOOT_LOG_SUPERSEDES:
    case MOOT_LOG_FAULT:
    case MOOT_LOG_COUNT:
        break;
    }
    return NULL;
}

static const char *outcome_name(const moot_protocol *p, int32_t outcome)
{
    return outcome >= 0 && outcome < p->outcomes_count
               ? moot_result__label(&p->outcomes[outcome].decl)
               : NULL;
}

static const char *counted(moot_result_build *b, const char *fmt, int32_t first, int32_t second)
{
    moot_buf_clear(&b->buf);
    moot_buf_str(&b->buf, fmt);
    moot_buf_int(&b->buf, first);
    if (second != first) {
        moot_buf_str(&b->buf, " to ");
        moot_buf_int(&b->buf, second);
    }
    return moot_result__kept(b, moot_buf_text(&b->buf));
}

static const char *subject_detail(moot_result_build *b, const moot_entry *e)
{
    switch ((moot_what)e->what) {
    case MOOT_LOG_FACT:
    case MOOT_LOG_DERIVED:
    case MOOT_LOG_SET:
        return moot_result__value_text(b, e->value);
    case MOOT_LOG_COUNTED:
        return moot_known(e->value) ? moot_result__value_text(b, e->value) : NULL;
    case MOOT_LOG_LEAVE:
    case MOOT_LOG_SIGNED:
        return outcome_name(b->protocol, e->ref2);
    case MOOT_LOG_CLOCK:
    case MOOT_LOG_VERDICT:
        return moot_clock_status_text((moot_clock_status)e->ref2);
    case MOOT_LOG_ACT:
        return e->ref2 == MOOT_ACT_WITHHELD  ? "withheld"
               : e->ref2 == MOOT_ACT_WAITING ? (e->text ? "waits for what it must say" : "waits for consent")
                                             : NULL;
    case MOOT_LOG_NOTICE:
        return e->value.a ? "received" : "sent";
    case MOOT_LOG_ESCALATED:
        return e->ref2 < 0 ? "past the last level" : counted(b, "level ", e->ref2 + 1, e->ref2 + 1);
    case MOOT_LOG_QUEUED:
        return e->ref2 >= 0 && e->ref2 < b->protocol->stages_count
                   ? moot_result__label(&b->protocol->stages[e->ref2].decl)
                   : NULL;
    case MOOT_LOG_SESSION:
        return e->ref2 >= 0 ? outcome_name(b->protocol, e->ref2) : e->text;
    case MOOT_LOG_SUPERSEDES:
        return counted(b, e->ref == e->ref2 ? "entry " : "entries ", e->ref, e->ref2);
    case MOOT_LOG_CORRECTED:
    case MOOT_LOG_CLOSE:
    case MOOT_LOG_DEPARTURE:
    case MOOT_LOG_GAP:
    case MOOT_LOG_NOTE:
    case MOOT_LOG_FAULT:
        return e->text;
    default:
        return NULL;
    }
}

int moot_result_subject(const moot_case *c, const moot_entry *entry, moot_arena *arena,
                        const char **out_name, const char **out_detail)
{
    moot_result_build b = { .c = c, .protocol = c->protocol, .arena = arena };
    moot_buf_init(&b.buf);
    *out_name =
        entry->what == MOOT_LOG_START && c->input ? c->input->id : subject_name(c->protocol, entry);
    *out_detail = subject_detail(&b, entry);
    int failed = b.no_memory || b.buf.failed;
    moot_buf_done(&b.buf);
    return !failed;
}

const char *moot_result_rule(const moot_entry *entry, moot_arena *arena)
{
    const char *file = entry->decl ? entry->decl->file : NULL;
    int32_t line = entry->line ? entry->line : entry->decl ? entry->decl->line : 0;
    if (!file || !file[0]) {
        return "";
    }
    moot_buf buf;
    moot_buf_init(&buf);
    moot_buf_printf(&buf, "%s:%d", file, (int)line);
    const char *text = moot_buf_ok(&buf) ? moot_arena_str(arena, moot_buf_text(&buf)) : NULL;
    moot_buf_done(&buf);
    return text;
}
