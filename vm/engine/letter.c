#include "vm/engine/letter.h"

#include <string.h>

#include "vm/base/text.h"
#include "vm/engine/result_build.h"
#include "vm/engine/why_build.h"
#include "vm/protocol/law.h"
#include "vm/protocol/protocol_show.h"

#define WIDTH 76 /* code points a line */

typedef struct letter {
    const moot_case *now;  /* as asked */
    moot_case then;        /* as at the call */
    const moot_protocol *p;
    const moot_notice *notice;
    const moot_act *act;   /* the newest call, NULL: none */
    moot_buf *out;
    moot_buf paragraph;
    moot_buf open;         /* open points of what it says, "; " between them */
    moot_buf marked;       /* sources of it that are to be checked, ", " between them */
    int missing;
    int by_fact;           /* the newest part of the paragraph is a fact's */
} letter;

/* ---- which letter ---- */

static int32_t notice_named(const moot_protocol *p, const char *name)
{
    int32_t notice = moot_find_notice(p, name);
    for (int32_t i = 0; notice < 0 && i < p->effects_count; i++) {
        const moot_effect *f = &p->effects[i];
        if (f->verb == MOOT_NOTIFY && f->notice >= 0 && strcmp(f->decl.name, name) == 0) {
            notice = f->notice;
        }
    }
    return notice;
}

/* The newest call of an act that sends the notice; of an act's own name, of that act only. */
static const moot_act *newest_call(const moot_case *c, int32_t notice, const char *name)
{
    int by_act = moot_find_notice(c->protocol, name) < 0;
    for (int32_t i = c->acts_count; i-- > 0;) {
        const moot_effect *f = &c->protocol->effects[c->acts[i].effect];
        if (f->verb == MOOT_NOTIFY && f->notice == notice && (!by_act || strcmp(f->decl.name, name) == 0)) {
            return &c->acts[i];
        }
    }
    return NULL;
}

/* The newest entry that is of this call: what was known then is what the letter says. */
static int32_t last_entry(const moot_case *c, const moot_act *act)
{
    for (int32_t i = c->log_count; act && i-- > 0;) {
        const moot_entry *e = &c->log[i];
        if (e->what == MOOT_LOG_ACT && e->ref == act->effect && e->visit == act->visit && e->child == act->child
            && !moot_case_superseded(c, e->n)) {
            return e->n;
        }
    }
    return 0;
}

static int was_sent(const letter *l)
{
    if (!l->act || l->act->clock < 0) {
        return l->act && l->act->state == MOOT_ACT_IS_DONE;
    }
    return l->now->clocks[l->act->clock].done;
}

/* ---- values in words ---- */

static void put_day(moot_day day, moot_buf *out)
{
    static const char *const months[] = { "January", "February", "March",     "April",   "May",      "June",
                                          "July",    "August",   "September", "October", "November", "December" };
    static const char *const weekdays[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };
    int year, month, mday;
    moot_day_split(day, &year, &month, &mday);
    moot_buf_printf(out, "%s %d %s %d", weekdays[moot_weekday(day)], mday, months[month - 1], year);
}

/* A moment in full; the last second of a day is the day itself. */
static void put_moment(const letter *l, moot_when when, moot_buf *out)
{
    char text[64];
    moot_day day = moot_day_at(l->p->zone, when.lo);
    if (when.lo == MOOT_NEVER || moot_day_at(l->p->zone, when.hi) != day) {
        moot_buf_str(out, moot_when_text(l->p->zone, when, text, sizeof text));
        return;
    }
    put_day(day, out);
    if (moot_when_exact(when) && when.hi != moot_day_end(l->p->zone, day)) {
        const char *clock = strchr(moot_when_text(l->p->zone, when, text, sizeof text), ' ');
        moot_buf_printf(out, " at%s", clock ? clock : "");
    }
}

static void put_value(const letter *l, moot_value v, moot_buf *out)
{
    if (v.type == MOOT_T_YESNO) {
        moot_buf_str(out, v.a ? "yes" : "no");
    } else if (v.type == MOOT_T_DATE && v.a == v.b) {
        put_day((moot_day)v.a, out);
    } else if (v.type == MOOT_T_INSTANT) {
        moot_when when = { v.a, v.b };
        put_moment(l, when, out);
    } else {
        moot_value_show(l->p, v, out);
    }
}

static void put_fact(letter *l, int32_t fact, moot_buf *out)
{
    const moot_fact *f = &l->p->facts[fact];
    moot_value v = moot_fact_value(&l->p->rules, &l->then.facts, fact, -1, NULL);
    if (moot_known(v)) {
        put_value(l, v, out);
    } else {
        l->missing++;
        moot_buf_printf(out, "[%s: %s]", was_sent(l) ? "not recorded" : "still to be said", f->ask ? f->ask : f->decl.name);
    }
}

/* A day that hangs on bank holidays of a year for which none are announced. */
static const char *may_move(const moot_clock *k)
{
    return k->flags & MOOT_ENTRY_PROVISIONAL ? " (a bank holiday of that year may still move it)" : "";
}

/* "5 working days; weekends and bank holidays are not counted": what kind a working day is, is no word of a letter. */
static void put_counted(const letter *l, int32_t rule, moot_buf *out)
{
    static const char kind[] = "statutory ";
    const char *at, *word;
    moot_buf text;
    moot_buf_init(&text);
    moot_clock_rule_show(l->p, rule, &text);
    for (at = moot_buf_text(&text); (word = strstr(at, kind)) != NULL; at = word + strlen(kind)) {
        moot_buf_add(out, at, (size_t)(word - at));
    }
    moot_buf_str(out, at);
    moot_buf_str(out, strstr(moot_buf_text(&text), "working day") ? "; weekends and bank holidays are not counted" : "");
    out->failed |= !moot_buf_ok(&text);
    moot_buf_done(&text);
}

/* The date, once the clock runs: it may have started with the letter itself. Until then how it is counted. */
static void put_due(const letter *l, int32_t rule, moot_buf *out)
{
    for (int32_t i = l->now->clocks_count; i-- > 0;) {
        const moot_clock *k = &l->now->clocks[i];
        if (k->rule == rule && k->due.lo != MOOT_NEVER) {
            put_moment(l, k->due, out);
            moot_buf_str(out, may_move(k));
            return;
        }
    }
    moot_buf rule_text;
    moot_buf_init(&rule_text);
    put_counted(l, rule, &rule_text);
    moot_buf_str(out, "a date that is not fixed yet");
    moot_buf_printf(out, rule_text.len > 0 ? " (%s)" : "%s", moot_buf_text(&rule_text));
    out->failed |= !moot_buf_ok(&rule_text);
    moot_buf_done(&rule_text);
}

/* ---- what is open ---- */

static void put_once(moot_buf *list, const char *between, const char *text)
{
    if (text && !strstr(moot_buf_text(list), text)) {
        moot_buf_printf(list, "%s%s", list->len > 0 ? between : "", text);
    }
}

static void note_source(letter *l, const char *name)
{
    int32_t source = moot_find_law(l->p, name);
    if (source >= 0) {
        const moot_law *law = &l->p->laws[source];
        put_once(&l->open, "; ", law->decl.open);
        put_once(&l->marked, ", ", moot_source_mark(law)[0] ? name : NULL);
    }
}

/* Of a declaration that the letter carries out, and of the law that it rests on. */
static void note_open(letter *l, const moot_decl *decl)
{
    put_once(&l->open, "; ", decl->open);
    note_source(l, decl->clause);
    note_source(l, decl->law);
}

/* ---- paragraphs ---- */

static int closes(const char *text)
{
    return text[0] != '\0' && strchr(".,;:!?)", text[0]) != NULL;
}

static void join(letter *l, const char *text)
{
    if (l->paragraph.len > 0 && !closes(text)) {
        moot_buf_char(&l->paragraph, ' ');
    }
    moot_buf_str(&l->paragraph, text);
}

/* What the sender recorded may be a few words with no capital; where a sentence begins they have one. */
static void begin_sentence(const letter *l, moot_buf *part)
{
    size_t len = l->paragraph.len;
    int begins = len == 0 || strchr(".!?", l->paragraph.text[len - 1]);
    if (begins && part->len > 0 && moot_buf_ok(part) && part->text[0] >= 'a' && part->text[0] <= 'z') {
        part->text[0] = (char)(part->text[0] - 'a' + 'A');
    }
}

static void join_content(letter *l, const moot_content *said)
{
    moot_buf part;
    l->by_fact = said->kind == MOOT_CONTENT_FACT;
    moot_buf_init(&part);
    if (said->kind == MOOT_CONTENT_FACT) {
        put_fact(l, said->ref, &part);
        begin_sentence(l, &part);
    } else if (said->kind == MOOT_CONTENT_DUE) {
        put_due(l, said->ref, &part);
    } else {
        moot_buf_str(&part, said->text);
    }
    l->paragraph.failed |= !moot_buf_ok(&part);
    join(l, moot_buf_text(&part));
    moot_buf_done(&part);
}

/* Breaks lines at spaces; a word longer than a line stands by itself. */
static void put_paragraph(letter *l, const char *first, const char *indent)
{
    const char *at = moot_buf_text(&l->paragraph);
    size_t column = strlen(first);
    moot_buf_str(l->out, first);
    while (*at) {
        size_t len = strcspn(at, " \n"), cells = moot_text_count(at, len);
        if (column > strlen(indent) && column + 1 + cells > WIDTH) {
            moot_buf_printf(l->out, "\n%s", indent);
            column = strlen(indent);
        }
        if (column > strlen(indent)) {
            moot_buf_char(l->out, ' ');
            column++;
        }
        moot_buf_add(l->out, at, len);
        column += cells;
        at += len + strspn(at + len, " \n");
    }
    moot_buf_char(l->out, '\n');
    moot_buf_clear(&l->paragraph);
}

/* Nor need it end with a stop. What stands in brackets is no sentence. */
static void end_sentence(letter *l)
{
    size_t len = l->paragraph.len;
    if (l->by_fact && len > 0 && !strchr(".,;:!?)]\"'", l->paragraph.text[len - 1])) {
        moot_buf_char(&l->paragraph, '.');
    }
}

/* From a heading to the next heading or to what stands outside a section. Returns how many contents it took. */
static int32_t put_section(letter *l, int32_t i)
{
    const moot_content *said = &l->p->contents[l->notice->contents.first];
    int32_t count = l->notice->contents.count, from = i;
    moot_buf_printf(l->out, "\n%s\n", said[i++].text);
    for (; i < count && said[i].kind != MOOT_CONTENT_HEADING && said[i].kind != MOOT_CONTENT_NAMED && !said[i].apart; i++) {
        join_content(l, &said[i]);
    }
    end_sentence(l);
    put_paragraph(l, "", "");
    return i - from;
}

/* What must be said and has no section: a fact with its question, or words that the sender finds. */
static void put_loose(letter *l, const moot_content *said)
{
    if (said->kind == MOOT_CONTENT_NAMED) {
        moot_buf_str(&l->paragraph, said->text);
    } else if (said->kind == MOOT_CONTENT_FACT) {
        const moot_fact *f = &l->p->facts[said->ref];
        moot_buf_str(&l->paragraph, f->ask ? f->ask : f->decl.name);
        join_content(l, said);
    } else {
        const moot_clock_rule *rule = &l->p->clocks[said->ref];
        moot_buf_printf(&l->paragraph, rule->in_words ? "The last day to %s:" : "%s:",
                        rule->in_words ? rule->in_words : rule->decl.name);
        join_content(l, said);
    }
    put_paragraph(l, "- ", "  ");
}

static void put_contents(letter *l)
{
    const moot_span span = l->notice->contents;
    int loose = 0;
    if (span.count == 0) {
        moot_buf_str(l->out, "\n[what this letter says is not recorded in this protocol]\n");
    }
    for (int32_t i = 0; i < span.count;) {
        const moot_content *said = &l->p->contents[span.first + i];
        if (said->kind == MOOT_CONTENT_HEADING) {
            i += put_section(l, i);
            loose = 0;
            continue;
        }
        moot_buf_str(l->out, loose++ ? "" : i > 0 ? "\nThis letter also says\n" : "\nThis letter says\n");
        put_loose(l, said);
        i++;
    }
}

/* ---- by when ---- */

/* Whether the clock runs from this letter: it started with it, or in a stage that it began. */
static int runs_from(const letter *l, const moot_clock *k)
{
    int32_t sent = l->now->clocks[l->act->clock].met_entry, at = k->entry;
    for (int steps = 0; at > 0 && at <= l->now->log_count && steps < 3; steps++) {
        at = l->now->log[at - 1].cause;
        if (at == sent) {
            return sent > 0;
        }
    }
    return 0;
}

static int says_due(const letter *l, int32_t rule)
{
    const moot_span span = l->notice->contents;
    for (int32_t i = 0; i < span.count; i++) {
        const moot_content *said = &l->p->contents[span.first + i];
        if (said->kind == MOOT_CONTENT_DUE && said->ref == rule) {
            return 1;
        }
    }
    return 0;
}

static int is_right(const letter *l, const moot_clock *k)
{
    const moot_owner *of = &l->p->clocks[k->rule].owner;
    return moot_owner_count(of) == 1 && moot_owner_party(l->p, of, 0) == 0 && k->due.lo != MOOT_NEVER && runs_from(l, k);
}

/* A clock of the same rule that began after this one: what the letter gives is told once. */
static int begins_again(const letter *l, int32_t clock)
{
    for (int32_t i = clock + 1; i < l->now->clocks_count; i++) {
        if (l->now->clocks[i].rule == l->now->clocks[clock].rule && is_right(l, &l->now->clocks[i])) {
            return 1;
        }
    }
    return 0;
}

/* "You can ask us to look at this decision again. The last day is Sunday 21 June 2026, if you got this letter on …" */
static void put_right(letter *l, const moot_clock *k)
{
    const moot_clock_rule *rule = &l->p->clocks[k->rule];
    moot_buf *said = &l->paragraph;
    note_open(l, &rule->decl);
    if (rule->in_words) {
        moot_buf_printf(said, "You can %s. The last %s is ", rule->in_words,
                        k->due.hi == moot_day_end(l->p->zone, moot_day_at(l->p->zone, k->due.hi)) ? "day" : "moment");
    } else {
        moot_buf_printf(said, "%s: by ", rule->decl.name);
    }
    put_moment(l, k->due, said);
    moot_buf_str(said, may_move(k));
    moot_buf_str(said, ", if you got this letter on ");
    put_day(moot_day_at(l->p->zone, k->since.lo), said);
    moot_buf_char(said, '.');
    put_paragraph(l, "- ", "  ");
}

/* Nobody need count the days of a right that the letter gives: the last day stands below it, unless it says it already. */
static void put_rights(letter *l)
{
    int told = 0;
    if (!l->act || l->act->clock < 0 || !was_sent(l) || l->p->effects[l->act->effect].party > 0) {
        return;
    }
    for (int32_t i = 0; i < l->now->clocks_count; i++) {
        const moot_clock *k = &l->now->clocks[i];
        if (says_due(l, k->rule) || !is_right(l, k) || begins_again(l, i)) {
            continue;
        }
        moot_buf_str(l->out, told++ ? "" : "\nBy when\n");
        put_right(l, k);
    }
}

/* ---- above and below ---- */

/* A post with the service that it belongs to: "Housing officer, Housing authority". */
static void put_party(const letter *l, int32_t party, moot_buf *out)
{
    const moot_party *who = &l->p->parties[party];
    moot_buf_str(out, party == 0 ? "the young person" : who->decl.name);
    if (who->kind == MOOT_PARTY_ROLE && who->service >= 0) {
        moot_buf_printf(out, ", %s", l->p->parties[who->service].decl.name);
    }
}

/* Who sends it: whose the act is, else whose stage it stands in. */
static const moot_owner *sender(const letter *l)
{
    int32_t rule = l->p->effects[l->act->effect].clock;
    const moot_owner *of_act = rule >= 0 ? &l->p->clocks[rule].owner : NULL;
    if (of_act && of_act->kind != MOOT_OWNER_NONE) {
        return of_act;
    }
    return l->act->visit >= 0 ? &l->p->stages[l->now->visits[l->act->visit].stage].owner : of_act;
}

static const char *contact_of(const moot_protocol *p, int32_t party)
{
    const moot_party *who = &p->parties[party];
    return who->contact || who->service < 0 ? who->contact : p->parties[who->service].contact;
}

/* One who sends it: their words, or that there are none. */
static void put_contact(letter *l, int32_t party)
{
    const char *contact = contact_of(l->p, party);
    moot_buf name;
    moot_buf_init(&name);
    put_party(l, party, &name);
    if (contact) {
        moot_buf_printf(&l->paragraph, "%s: %s", moot_buf_text(&name), contact);
    } else {
        moot_buf_printf(&l->paragraph, "[how to reach %s is not recorded in this protocol]", moot_buf_text(&name));
    }
    l->paragraph.failed |= !moot_buf_ok(&name);
    moot_buf_done(&name);
    put_paragraph(l, "- ", "  ");
}

/* Whom to ask: who sent it, and how they are reached. */
static void put_contacts(letter *l)
{
    if (!l->act || l->p->effects[l->act->effect].party > 0) {
        return;
    }
    const moot_owner *from = sender(l);
    moot_buf_str(l->out, "\nIf you want to ask something\n");
    int told = 0;
    if (from && from->kind == MOOT_OWNER_FACT) {
        moot_value v = moot_fact_value(&l->p->rules, &l->then.facts, from->fact, -1, NULL);
        if (moot_known(v) && v.type == MOOT_T_PARTY) {
            put_contact(l, (int32_t)v.a);
            told++;
        }
    }
    for (int32_t i = 0; from && i < moot_owner_count(from); i++, told++) {
        put_contact(l, moot_owner_party(l->p, from, i));
    }
    if (told == 0) {
        moot_buf_str(&l->paragraph, "[whom to ask, and how, is not recorded in this protocol]");
        put_paragraph(l, "- ", "  ");
    }
}

static void put_sender(letter *l)
{
    const moot_owner *from = sender(l);
    if (!from || from->kind == MOOT_OWNER_NONE) {
        return; /* the text does not say */
    }
    moot_buf_str(l->out, "From: ");
    if (from->kind == MOOT_OWNER_FACT) { /* a name that the letter need not say itself, so it holds nothing up */
        moot_value v = moot_fact_value(&l->p->rules, &l->then.facts, from->fact, -1, NULL);
        if (moot_known(v) && v.type == MOOT_T_PARTY) {
            put_party(l, (int32_t)v.a, l->out);
        } else {
            moot_buf_str(l->out, "whoever it falls to, which is not known yet");
        }
    }
    for (int32_t i = 0; i < moot_owner_count(from); i++) {
        moot_buf_str(l->out, i == 0 ? "" : from->kind == MOOT_OWNER_ANY ? "; or " : "; and ");
        put_party(l, moot_owner_party(l->p, from, i), l->out);
    }
    moot_buf_char(l->out, '\n');
}

static void put_head(letter *l)
{
    const moot_effect *f = l->act ? &l->p->effects[l->act->effect] : NULL;
    const char *title = l->notice->title ? l->notice->title : l->notice->decl.name;
    moot_buf_printf(l->out, "%s\n", title);
    if (!f) {
        moot_buf_str(l->out, "Not called for: this is how it would read now\n");
        return;
    }
    put_sender(l);
    moot_buf_str(l->out, "To: ");
    put_party(l, f->party < 0 ? 0 : f->party, l->out);
    moot_buf_char(l->out, '\n');
    const moot_clock *k = l->act->clock >= 0 ? &l->now->clocks[l->act->clock] : NULL;
    if (l->act->assumed) {
        moot_buf_str(l->out, "The record is silent; taken as sent since it was called for: ");
        put_moment(l, l->act->called, l->out);
    } else {
        moot_buf_str(l->out, was_sent(l) ? "Sent: " : "Not sent yet; called for: ");
        put_moment(l, was_sent(l) && k ? k->met_at : l->act->at, l->out);
    }
    moot_buf_char(l->out, '\n');
}

/* "the Housing Act 1996 (HA96 s.184) (to be checked: …)" */
static void put_source(letter *l, int32_t source)
{
    const moot_law *law = &l->p->laws[source];
    moot_buf_printf(&l->paragraph, "the %s (%s)%s", law->act, law->decl.name, moot_clause_mark(l->p, law->decl.name));
}

/* What the letter rests on, in words: a clause of the council's own, the law that it cites, by its name. Its clause may be law
 * itself, and its law another. Which line of the script says so is for `why`, not for its reader. */
static void put_ground(letter *l)
{
    const moot_decl *decl = &l->notice->decl;
    int32_t clause = moot_find_law(l->p, decl->clause), source = moot_find_law(l->p, decl->law);
    if (!decl->clause[0] && source < 0) {
        return;
    }
    moot_buf_str(&l->paragraph, "This letter rests on ");
    if (clause >= 0) {
        put_source(l, clause);
    } else if (decl->clause[0]) {
        moot_buf_printf(&l->paragraph, "clause %s of %s's protocol", decl->clause, l->p->council);
    }
    if (source >= 0 && source != clause) {
        moot_buf_str(&l->paragraph, decl->clause[0] ? ", and on " : "");
        put_source(l, source);
    }
    moot_buf_char(&l->paragraph, '.');
    moot_buf_char(l->out, '\n');
    put_paragraph(l, "", "");
}

static void put_law(letter *l)
{
    const moot_decl *decl = &l->notice->decl;
    int32_t source = moot_find_law(l->p, decl->law);
    char day[16];
    if (moot_law_as_at(l->p) == MOOT_DAY_MIN) {
        return;
    }
    note_open(l, decl);
    moot_day as_at = source >= 0 ? l->p->laws[source].as_at : moot_law_as_at(l->p);
    moot_buf_printf(l->out, "Not legal advice; law as at %s; open points: %s", moot_day_text(as_at, day, sizeof day),
                    l->open.len > 0 ? moot_buf_text(&l->open) : "none");
    if (l->marked.len > 0) {
        moot_buf_printf(l->out, "; to be checked: %s", moot_buf_text(&l->marked));
    }
    moot_buf_str(l->out, ".\n");
}

static void put_foot(letter *l)
{
    if (l->missing > 0) {
        moot_buf_printf(l->out, "\n%s%d %s that it must say %s not %s.\n", was_sent(l) ? "" : "It cannot be sent yet: ",
                        l->missing, l->missing == 1 ? "thing" : "things", l->missing == 1 ? "is" : "are",
                        was_sent(l) ? "recorded" : "known");
    }
    put_ground(l);
    if (l->p->decl.open) { /* what the source is silent about is said in every answer */
        moot_buf_printf(l->out, "%s: %s.\n", l->p->id, l->p->decl.open);
    }
    put_law(l);
}

moot_code moot_letter(const moot_case *c, const char *name, moot_buf *out, moot_err *err)
{
    letter l = { .now = c, .p = c->protocol, .out = out };
    int32_t notice = notice_named(c->protocol, name);
    if (notice < 0) {
        return moot_why__no_such("notice", name,
                                 moot_why__nearest(name, l.p->notices, l.p->notices_count, sizeof *l.p->notices), err);
    }
    l.notice = &l.p->notices[notice];
    l.act = newest_call(c, notice, name);
    moot_case_init(&l.then);
    moot_buf_init(&l.paragraph);
    moot_buf_init(&l.open);
    moot_buf_init(&l.marked);
    int32_t upto = was_sent(&l) ? last_entry(c, l.act) : 0; /* what is not sent yet would say what is known now */
    moot_code code = moot_case_replay(&l.then, c->protocol, c->input, c->log, c->log_count, upto, err);
    if (!code) {
        put_head(&l);
        put_contents(&l);
        put_rights(&l);
        put_contacts(&l);
        put_foot(&l);
        int whole = moot_buf_ok(out) && moot_buf_ok(&l.paragraph) && moot_buf_ok(&l.open) && moot_buf_ok(&l.marked);
        code = whole ? MOOT_OK : moot_fail_memory(err);
    }
    moot_buf_done(&l.paragraph);
    moot_buf_done(&l.open);
    moot_buf_done(&l.marked);
    moot_case_done(&l.then);
    return code;
}
