/* What fields take, and the questions to the table of words (schema_words.c). */
#include "lua/load/schema.h"

#include <string.h>

#include "vm/base/names.h"

#define C(name) MOOT_CLASS(name)
#define W(name) MOOT_WANT_##name
#define FIXED_VALUES (C(TEXT) | C(WHOLE) | C(YESNO) | C(MONEY))
#define PARTIES (C(ROLE) | C(SERVICE) | C(APPLICANT) | C(TEXT))
#define TRIGGERS (C(EVENT) | C(MOMENT) | C(SHIFT) | C(ANY) | C(ALL) | C(FACT) | C(READING))
#define NOUNS                                                                                                      \
    (C(SERVICE) | C(ROLE) | C(CALENDAR) | C(EVENT) | C(FACT) | C(CONSENT) | C(DECISION) | C(PARAM) | C(READING) |    \
     C(STAGE) | C(OUTCOME) | C(DEADLINE) | C(NOTICE) | C(INVARIANT) | C(PANEL) | C(LADDER) | C(ENTITLEMENT) |        \
     C(QUOTA) | C(MEASURE) | C(HELPER))

static const moot_want wants[MOOT_WANT_COUNT] = {
    [W(NOTHING)] = { "only fields with a name", "nothing", .classes = 0 },
    [W(TEXT)] = { "a text in \"quotes\"", "text", .classes = C(TEXT) },
    [W(YESNO)] = { "true or false", "yesno", .classes = C(YESNO) },
    [W(WHOLE)] = { "a whole number", "integer", .classes = C(WHOLE) },
    [W(NUMBER)] = { "a number", "number", .classes = C(WHOLE) | C(DECIMAL) },
    [W(MONEY)] = { "a sum of money, such as money(3000)", "money", .classes = C(MONEY) | C(PARAM) | C(READING) },
    [W(DATE)] = { "a date, such as \"2018-01-01\"", "date", .classes = C(TEXT) },
    [W(CLOCK)] = { "a time of day, such as \"09:30\"", "clock", .classes = C(TEXT) },
    [W(HOURS)] = { "hours of a day, such as \"09:00-16:30\"", "hours", .classes = C(TEXT) },
    [W(CLOSED)] = { "a list of dates, such as { \"2018-12-27\", { \"2018-12-29\", \"2018-12-31\" } }", "dates",
                    .classes = C(TABLE), .items = W(CLOSED_DAY) },
    [W(CLOSED_DAY)] = { "a date, or two: the first and the last day", "date or two dates",
                        .classes = C(TEXT) | C(TABLE), .part = "from and to" },
    [W(IN_FORCE)] = { "two dates, false for no end, such as { \"2018-01-01\", false }", "two dates",
                      .classes = C(TABLE), .part = "in force" },
    [W(DATE_OR_FALSE)] = { "a date, such as \"2018-01-01\" (for the first a year will do), or false, or unknown where it is not commenced",
                           "date, false or unknown", .classes = C(TEXT) | C(YESNO) | C(TEST) },
    [W(LASTING)] = { "a test of a length, such as at_least(weeks(13)) or over(hours(24))", "length", .classes = C(TEST) },
    [W(SPELLS)] = { "a kind of spells, such as \"looked after\"", "spells", .classes = C(FACT) | C(TEXT) },
    [W(EXPECTED)] = { "kinds of finding, each with why it is expected, such as { gap = \"the text is silent\" }", "reasons",
                      .classes = C(TABLE), .part = "expected" },
    [W(DURATION)] = { "a duration, such as hours(48) or working_days(5)", "duration", .classes = C(DURATION) | C(PARAM) | C(READING) },
    [W(RECURRENCE)] = { "a duration, such as weeks(2), or \"month\", \"quarter\", \"year\" or \"financial year\"", "recurrence",
                        .classes = C(DURATION) | C(PARAM) | C(READING) | C(TEXT) },
    [W(TRIGGER)] = { "a trigger, such as event \"…\", entered \"…\" or turns(18)", "trigger", .classes = TRIGGERS,
                     .group_items = W(TRIGGER) },
    [W(HAPPENED)] = { "what happens in the case: event \"…\", entered \"…\" or left \"…\", or any { … } of them", "happened",
                      .classes = TRIGGERS, .group_items = W(HAPPENED) },
    [W(CONDITION)] = { "a condition, such as { age = under(18) }", "condition", .classes = C(TABLE), .fields = W(TEST),
                       .items = W(CONDITION_ITEM) },
    [W(GUARD)] = { "a condition, such as { age = under(18) }, or otherwise", "condition or otherwise",
                   .classes = C(TABLE) | C(OTHERWISE), .fields = W(TEST), .items = W(CONDITION_ITEM) },
    [W(CONDITION_ITEM)] = { "a group, such as any { … }, or times(…)", "group of tests",
                            .classes = C(ANY) | C(ALL) | C(GROUP) | C(TIMES), .group_fields = W(TEST),
                            .group_items = W(CONDITION_ITEM) },
    [W(TEST)] = { "a value or a test, such as true, \"home\", known or under(18)", "test",
                  .classes =
                      FIXED_VALUES | C(TEST) | C(FACT) | C(DECISION) | C(PARAM) | C(READING) | C(ROLE) | C(SERVICE) },
    [W(OPERAND)] = { "a value, or a fact, a param, a reading or a trigger", "value",
                     .classes = FIXED_VALUES | C(DURATION) | C(PARAM) | C(DECISION) | C(ROLE) | C(SERVICE) |
                                C(APPLICANT) | TRIGGERS,
                     .group_items = W(TRIGGER) },
    [W(VALUE)] = { "a value, such as true, 17, \"home\" or money(3000)", "fixed value", .classes = FIXED_VALUES | C(ROLE) },
    [W(FIGURE)] = { "a figure, such as hours(48), 16 or money(3000)", "figure", .classes = FIXED_VALUES | C(DURATION) },
    [W(OWNER)] = { "a role or a service, or several: { a, b } jointly, any { a, b } either", "owner",
                   .classes = PARTIES | C(TABLE) | C(ANY) | C(FACT) | C(READING), .items = W(PARTY), .group_items = W(PARTY) },
    [W(PARTY)] = { "a role, a service or applicant", "party", .classes = PARTIES | C(FACT) },
    [W(PARTIES)] = { "roles or services, such as { a, b }", "parties", .classes = PARTIES | C(TABLE),
                     .items = W(PARTY) },
    [W(SERVICE)] = { "a service", "service", .classes = C(SERVICE) | C(TEXT) },
    [W(ROLE)] = { "a role", "role", .classes = C(ROLE) | C(TEXT) },
    [W(CALENDAR)] = { "a calendar", "calendar", .classes = C(CALENDAR) | C(TEXT) },
    [W(STAGE)] = { "a stage", "stage", .classes = C(STAGE) | C(TEXT) },
    [W(OUTCOME)] = { "an outcome", "outcome", .classes = C(OUTCOME) | C(TEXT) },
    [W(DEADLINE)] = { "a deadline or a named act", "deadline", .classes = C(DEADLINE) | C(TEXT) },
    [W(PANEL)] = { "a panel", "panel", .classes = C(PANEL) | C(TEXT) },
    [W(LADDER)] = { "a ladder", "ladder", .classes = C(LADDER) | C(TEXT) },
    [W(CONSENT)] = { "a consent", "consent", .classes = C(CONSENT) | C(TEXT) },
    [W(NOTICE)] = { "a notice", "notice", .classes = C(NOTICE) | C(TEXT) },
    [W(ENTITLEMENT)] = { "an entitlement", "entitlement", .classes = C(ENTITLEMENT) | C(TEXT) },
    [W(TYPE)] = { "a type: yesno, integer(0, 25), money, date, instant, one_of { … }, text or spells", "type",
                  .classes = C(TYPE) },
    [W(CHOICE)] = { "a choice", "choice", .classes = C(TEXT) },
    [W(CHOICE_OR_READING)] = { "a choice, or a reading of it", "choice or reading", .classes = C(TEXT) | C(READING) },
    [W(OPTIONS)] = { "options by name, such as { referral = entered \"…\", approach = event \"…\" }", "options",
                     .classes = C(TABLE), .fields = W(OPTION) },
    [W(OPTION)] = { "a duration, a trigger, a value, a test or an owner", "option",
                    .classes = FIXED_VALUES | C(DURATION) | C(UNDATED) | C(PARAM) | C(TEST) | TRIGGERS | PARTIES | C(TABLE),
                    .items = W(PARTY), .group_items = W(OPTION_PART) },
    [W(OPTION_PART)] = { "a trigger, such as event \"…\", entered \"…\" or turns(18), or a role", "part of an option",
                         .classes = TRIGGERS | C(ROLE) | C(SERVICE) | C(APPLICANT), .group_items = W(OPTION_PART) },
    [W(CONTENT)] = { "a text in \"quotes\", a fact, due \"…\", or a section such as { \"What we decided\", fact \"…\" }",
                     "content", .classes = C(TEXT) | C(FACT) | C(MOMENT) | C(TABLE), .part = "section" },
    [W(LETTER_PART)] = { "a text in \"quotes\", a fact, or due \"…\"", "part of a letter",
                         .classes = C(TEXT) | C(FACT) | C(MOMENT) },
    [W(ROW)] = { "a row, such as { when = { … }, value = … }", "row", .classes = C(TABLE), .part = "row" },
    [W(LEVEL)] = { "a level, such as { owner = … }", "level", .classes = C(TABLE), .part = "level" },
    [W(WINDOW)] = { "a window, such as { from = turns(14) }", "window", .classes = C(TABLE), .part = "window" },
    [W(QUOTA)] = { "a quota", "quota", .classes = C(QUOTA) | C(TEXT) },
    [W(AGE)] = { "an age in years, such as 18, or a param that is one", "age",
                 .classes = C(WHOLE) | C(PARAM) | C(READING) },
    [W(LIMIT)] = { "a whole number, or a param that is one", "limit", .classes = C(WHOLE) | C(PARAM) | C(READING) },
    [W(PERCENT)] = { "a whole number of percent, such as 95", "percent", .classes = C(WHOLE) | C(PARAM) | C(READING) },
    [W(FACT)] = { "a fact", "fact", .classes = C(FACT) | C(DECISION) | C(TEXT) },
    [W(FACTS)] = { "facts, such as { \"income\", \"rent\" }", "facts", .classes = C(TABLE), .items = W(FACT) },
    [W(FUNCTION)] = { "a function, such as function(f) return { … } end", "function", .classes = C(FUNCTION) },
    [W(STAGE_PART)] = { "an outcome, a deadline or a verb", "part of a stage",
                        .classes = C(OUTCOME) | C(DEADLINE) | C(VERB), .children = 1 },
    [W(VERB)] = { "a verb: go, stop, close, set, escalate, refer, notify, grant or place", "verb", .classes = C(VERB),
                  .children = 1 },
    [W(DEADLINE_PART)] = { "late { … }", "late", .classes = C(LATE), .children = 1 },
    [W(REMOVED)] = { "what goes: a declaration, such as outcome \"…\", or the name of a field in \"quotes\"", "removed",
                     .classes = C(TEXT) | NOUNS },
    [W(VARIANT_PART)] = { "a declaration that changes one of the baseline, a variant that stands above, or without { … }",
                          "part of a variant", .classes = (NOUNS & ~C(OUTCOME)) | C(LAW) | C(VARIANT) | C(WITHOUT), .children = 1 },
    [W(EVENT)] = { "an event", "event", .classes = C(EVENT) | C(TEXT) },
    [W(SPREAD)] = { "a length of time, such as days(2), between(days(1), days(7)) or lognormal { … }", "spread",
                    .classes = C(DURATION) | C(TEST) | C(SPREAD) },
    [W(AMOUNT)] = { "a value or from where to where, such as 2, between(0, 5) or empirical { … }", "how much",
                    .classes = C(WHOLE) | C(MONEY) | C(TEST) | C(SPREAD) },
    [W(SEEN)] = { "what was seen, such as days(2), or { days(2), 14 } for how often", "what was seen",
                  .classes = C(DURATION) | C(WHOLE) | C(MONEY) | C(TABLE), .part = "seen" },
    [W(SEEN_PART)] = { "a length of time or a number, then how often it was seen", "seen",
                       .classes = C(DURATION) | C(WHOLE) | C(MONEY) },
    [W(CHANCES)] = { "outcomes with their weights, such as { [\"prevented\"] = 0.35 }", "chances", .classes = C(TABLE),
                     .fields = W(CHANCE) },
    [W(CHANCE)] = { "a weight, such as 0.35, or { weight = 0.35, takes = days(2) }", "weight or chance",
                    .classes = C(WHOLE) | C(DECIMAL) | C(TABLE), .part = "chance" },
    [W(FIXED)] = { "facts with their answers, such as { open_case = true }", "answers", .classes = C(TABLE),
                   .fields = W(VALUE) },
    [W(SHARES)] = { "answers with their weights, such as { [\"family\"] = 0.4 }", "weights", .classes = C(TABLE),
                    .fields = W(NUMBER) },
    [W(ANY_PART)] = { "a test, a trigger or a role", "part of a group", .classes = ~(moot_classes)0 },
};

const moot_field_spec moot_common_fields[] = {
    { "clause", W(TEXT), .doc = "The clause of the source that says so, by its id in the clause table." },
    { "open", W(TEXT), .doc = "A small ambiguity of the text, which changes no date, owner, bed, money or right." },
    { "in_force", W(IN_FORCE), .doc = "The dates between which this is the law; false for an open end." },
    { "law", W(TEXT), .doc = "The law that it carries out, by its id in the table of law, where its clause is the "
                             "document's own." },
    { "because", W(TEXT), .doc = "Why this is so, where the clause alone does not say it." },
    { "patch", W(YESNO), .standard = "false", .doc = "true: it changes the declaration of this name that there is already." },
    { "expected", W(EXPECTED), .doc = "What `moot check` finds here and need not find again, by its kind, each with the reason." },
    { NULL, 0, 0, NULL, NULL, NULL },
};

/* ---- groups ---- */

enum { DECLARED, EFFECTS, ACTS, TRIGGERS_GROUP, TESTS, GROUPS, TYPES, TIMES_GROUP, PEOPLE, ASSUMED, SHAPES };
const moot_word_group moot_word_groups[] = {
    [DECLARED] = { "declarations", "What a protocol declares" },
    [EFFECTS] = { "effects", "Effects: what the protocol itself brings about" },
    [ACTS] = { "acts", "Acts: what people must do" },
    [TRIGGERS_GROUP] = { "triggers", "Triggers: the moments at which things start and from which times run" },
    [TESTS] = { "tests", "Tests: what a condition asks of a fact" },
    [GROUPS] = { "groups", "Groups: several tests, triggers or people taken together" },
    [TYPES] = { "types", "Types: what the answer of a fact can be" },
    [TIMES_GROUP] = { "durations", "Lengths of time" },
    [PEOPLE] = { "people", "Who is built in" },
    [ASSUMED] = { "assumptions", "Assumptions: how people behave, in a file of their own" },
    [SHAPES] = { "shapes", "Tables that stand inside a declaration, and have no word of their own" },
};
const size_t moot_word_group_count = MOOT_COUNT(moot_word_groups);

/* People do the acts, which can have a name and a time; the engine does the other verbs. */
static int is_act(const moot_word *word)
{
    return moot_word_field(word, "as") != NULL;
}

size_t moot_word_group_of(const moot_word *word)
{
    static const struct {
        moot_classes classes;
        size_t group;
    } table[] = {
        { C(VERB), EFFECTS },  { C(MOMENT) | C(SHIFT), TRIGGERS_GROUP },
        { C(TEST) | C(TIMES), TESTS }, { C(ANY) | C(ALL) | C(GROUP) | C(OTHERWISE), GROUPS },
        { C(TYPE), TYPES },    { C(DURATION), TIMES_GROUP },
        { C(APPLICANT), PEOPLE }, { C(ASSUME) | C(SPREAD), ASSUMED },
    };
    if (word->flags & MOOT_PART) {
        return SHAPES;
    }
    for (size_t i = 0; i < MOOT_COUNT(table); i++) {
        if (word->is & table[i].classes) {
            return table[i].group == EFFECTS && is_act(word) ? ACTS : table[i].group;
        }
    }
    return DECLARED;
}

/* ---- questions ---- */

const moot_word *moot_word_find(const char *name)
{
    for (size_t i = 0; i < moot_word_count; i++) {
        if (moot_words[i].name[0] == name[0] && strcmp(moot_words[i].name, name) == 0) {
            return &moot_words[i];
        }
    }
    return NULL;
}

const moot_field_spec *moot_word_field_at(const moot_word *word, size_t i)
{
    for (const moot_field_spec *field = word->fields; field && field->name; field++) {
        if (i-- == 0) {
            return field;
        }
    }
    if (!(word->flags & MOOT_NOUN)) {
        return NULL;
    }
    for (const moot_field_spec *field = moot_common_fields; field->name; field++) {
        if (i-- == 0) {
            return field;
        }
    }
    return NULL;
}

static const moot_field_spec *field_of(const moot_field_spec *field, const char *name)
{
    for (; field && field->name; field++) {
        if (field->name[0] == name[0] && strcmp(field->name, name) == 0) {
            return field;
        }
    }
    return NULL;
}

const moot_field_spec *moot_word_field(const moot_word *word, const char *name)
{
    const moot_field_spec *field = field_of(word->fields, name);
    return field || !(word->flags & MOOT_NOUN) ? field : field_of(moot_common_fields, name);
}

const moot_want *moot_want_of(int want)
{
    if (want < 0 || want >= MOOT_WANT_COUNT) {
        MOOT_BUG("no want has the number %d", want);
    }
    return &wants[want];
}

#define NEAREST_AMONG 128

const char *moot_word_nearest(const char *name)
{
    const char *names[NEAREST_AMONG];
    size_t count = 0;
    for (size_t i = 0; i < moot_word_count && count < NEAREST_AMONG; i++) {
        if (!(moot_words[i].flags & MOOT_PART)) {
            names[count++] = moot_words[i].name;
        }
    }
    return moot_nearest(name, names, count);
}

const char *moot_word_nearest_field(const moot_word *word, const char *name)
{
    const char *names[NEAREST_AMONG];
    size_t count = 0;
    const moot_field_spec *field;
    while (count < NEAREST_AMONG && (field = moot_word_field_at(word, count))) {
        names[count++] = field->name;
    }
    return moot_nearest(name, names, count);
}

const moot_word *moot_word_with_field(const char *name)
{
    for (size_t i = 0; i < moot_word_count; i++) {
        if (moot_word_field(&moot_words[i], name)) {
            return &moot_words[i];
        }
    }
    return NULL;
}

static moot_classes word_class(const moot_node *node)
{
    if (strcmp(node->word, "+") == 0 || strcmp(node->word, "-") == 0) {
        return C(SHIFT);
    }
    const moot_word *word = moot_word_find(node->word);
    if (!word) {
        return ~(moot_classes)0;
    }
    return node->called && word->called ? word->called : word->is;
}

moot_classes moot_node_class(const moot_node *node)
{
    switch ((moot_node_type)node->type) {
    case MOOT_NODE_STRING: return C(TEXT);
    case MOOT_NODE_INTEGER: return C(WHOLE);
    case MOOT_NODE_DECIMAL: return C(DECIMAL);
    case MOOT_NODE_YESNO: return C(YESNO);
    case MOOT_NODE_TABLE: return C(TABLE);
    case MOOT_NODE_FUNCTION: return C(FUNCTION);
    case MOOT_NODE_WORD: return word_class(node);
    }
    MOOT_BUG("a node of type %d", node->type);
}
