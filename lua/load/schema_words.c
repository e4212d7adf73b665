/* The words. One row each, in the order in which the reference explains them; the fields of a word stand before the
 * table, each with what it takes and a line for whoever owns the policy. */
#include "lua/load/schema.h"

#define W(name) MOOT_WANT_##name
#define C(name) MOOT_CLASS(name)
#define FIELDS_END { NULL, 0, 0, NULL, NULL, NULL }
#define COUNTING                                                                                                   \
    { "counting", W(CHOICE_OR_READING), .choices = "of|beginning with|clear",                                        \
      .standard = "\"of\": the trigger's day is day 0",                                                             \
      .doc = "Which days count: \"beginning with\" makes the trigger's day 1; \"clear\" leaves both ends out." }
#define REASON(kind, text) { kind, W(TEXT), .doc = "Why " text }
static const moot_field_spec expected_fields[] = { /* the kinds of vm/check/check.h */
    REASON("gap", "a case that no rule fits is expected here."),
    REASON("overlap", "a case that two rules fit is expected here."),
    REASON("dead", "this may stay although it can never come about."),
    REASON("impossible", "this deadline may stay although it can never be met, or never be missed."),
    REASON("tight", "this deadline may stay although it cannot be met if it starts on some days."),
    REASON("loop", "a loop that takes no time is expected here."),
    { NULL, 0, 0, NULL, NULL, NULL },
};
#define VERB_CLAUSE { "clause", W(TEXT), .doc = "The clause that asks for this." }
#define VERB_WHEN { "when", W(CONDITION), .doc = "Done only if this holds as the verb is reached." }

/* ---- declarations ---- */

static const moot_field_spec protocol_fields[] = {
    { "council", W(TEXT), MOOT_REQUIRED, .doc = "The council whose protocol this is." },
    { "effective", W(DATE), MOOT_REQUIRED, .doc = "The first day on which it applies." },
    { "effective_to", W(DATE), .standard = "no end", .doc = "The last day on which it applies." },
    { "clauses", W(TEXT), .doc = "The clause table, a file in protocols/clauses, that ids are checked against." },
    { "calendar", W(CALENDAR), .standard = "bank holidays of England and Wales only",
      .doc = "The calendar whose closed days do not count as working days." },
    { "leap_birthday", W(CHOICE_OR_READING), .choices = "1 March|28 February", .standard = "\"1 March\"",
      .doc = "When somebody born on 29 February has a birthday in other years." },
    { "extends", W(TEXT), .doc = "The protocol that this one changes." },
    FIELDS_END,
};
#define CALLED                                                                                           \
    { "called", W(TEXT), .standard = "as it is declared",                                                \
      .doc = "What the council calls it: in a patch of what a module declares, for all that it shows." }
#define CONTACT                                                                                          \
    { "contact", W(TEXT), .standard = "letters say that it is not recorded",                             \
      .doc = "Whom people ask for, and how: a telephone number, an address, hours. Letters from it print it as it stands." }
static const moot_field_spec service_fields[] = { CALLED, CONTACT, FIELDS_END };
static const moot_field_spec role_fields[] = {
    { "service", W(SERVICE), .doc = "The service that the role works for." },
    { "cover", W(ROLE), .doc = "The role that acts when this one is away." },
    CALLED,
    CONTACT,
    FIELDS_END,
};
#define OPEN_ON(day, text)                                                                               \
    { day, W(HOURS), .standard = "closed", .doc = "Opening hours on " text ", both ends inside." }
static const moot_field_spec calendar_fields[] = {
    OPEN_ON("mon", "Mondays"), OPEN_ON("tue", "Tuesdays"), OPEN_ON("wed", "Wednesdays"), OPEN_ON("thu", "Thursdays"),
    OPEN_ON("fri", "Fridays"), OPEN_ON("sat", "Saturdays"), OPEN_ON("sun", "Sundays"),
    OPEN_ON("mon_thu", "Mondays to Thursdays"), OPEN_ON("mon_fri", "Mondays to Fridays"),
    { "closed", W(CLOSED), .doc = "The council's own closure days, beside bank holidays." },
    { "zone", W(CHOICE), .choices = "Europe/London|UTC", .standard = "\"Europe/London\"",
      .doc = "The clock of all times of a protocol; only of the calendar that its header names." },
    { "known_on", W(DATE), .standard = "all that is known now",
      .doc = "Bank holidays as they had been announced by this day." },
    FIELDS_END,
};
static const moot_field_spec fact_fields[] = {
    { "ask", W(TEXT), .doc = "The question that finds it out, as it is put to people." },
    { "presumed", W(VALUE), .doc = "The answer that stands until it is known." },
    { "per", W(CHOICE), .choices = "child", .standard = "once a case", .doc = "\"child\": each child has its own." },
    { "precision", W(CHOICE), .choices = "minute|day|month|year", .standard = "as it is given",
      .doc = "Of a date, a time or spells: how exactly it must be known for the answers that hang on it." },
    { "source", W(TEXT), .doc = "Where caseloads have it from, such as a column of a statutory return." },
    FIELDS_END,
};
static const moot_field_spec consent_fields[] = {
    { "ask", W(TEXT), .doc = "The question that asks for it." },
    { "overridden_by", W(CONDITION), .doc = "When it is not needed." },
    FIELDS_END,
};
static const moot_field_spec decision_fields[] = {
    { "hit", W(CHOICE), .choices = "unique|first|collect", .standard = "\"unique\"",
      .doc = "Which row counts: the only one that holds, the first, or all of them." },
    FIELDS_END,
};
static const moot_field_spec row_fields[] = {
    { "when", W(GUARD), MOOT_REQUIRED, .doc = "When the row holds; otherwise: when no other does." },
    { "value", W(OPERAND), MOOT_REQUIRED, .doc = "What the decision then gives." },
    { "clause", W(TEXT), .standard = "the decision's", .doc = "The clause that says so." },
    { "in_force", W(IN_FORCE), .standard = "always", .doc = "The dates between which the row is the law." },
    FIELDS_END,
};
static const moot_field_spec param_fields[] = {
    { "councils", W(CHOICE), .choices = "may not change it|may shorten it|may lengthen it|may change it",
      .standard = "\"may not change it\" in stdlib",
      .doc = "Of a figure of the law: what a council's own figure may do." },
    FIELDS_END,
};
static const moot_field_spec law_fields[] = {
    { "act", W(TEXT), MOOT_REQUIRED, .doc = "The Act, regulations, case or guidance by name." },
    { "title", W(TEXT), MOOT_REQUIRED, .doc = "What it says, in one line." },
    { "link", W(TEXT), .doc = "Where it can be read." },
    { "mark", W(CHOICE), .choices = "K|V", .standard = "none: it was read",
      .doc = "To be checked: \"K\", it is from general knowledge; \"V\", only the opening of the page was read." },
    { "dates_mark", W(CHOICE), .choices = "K|V", .standard = "none: they were read",
      .doc = "The same of the dates of in_force." },
    { "as_at", W(DATE), MOOT_REQUIRED, .doc = "The day as at which it is known." },
    FIELDS_END,
};
static const moot_field_spec standard_fields[] = {
    { "list", W(TEXT), MOOT_REQUIRED, .doc = "The checklist that it belongs to." },
    { "says", W(TEXT), MOOT_REQUIRED, .doc = "What a good protocol says, or where one clashes with the law." },
    { "source", W(TEXT), MOOT_REQUIRED, .doc = "Whose standard it is." },
    { "our_reading", W(YESNO), .standard = "false", .doc = "true: our own reading or general knowledge, no source's word." },
    FIELDS_END,
};
static const moot_field_spec reading_fields[] = {
    { "chosen", W(TEXT), MOOT_REQUIRED, .doc = "The name of the option that this protocol follows." },
    { "options", W(OPTIONS), MOOT_REQUIRED, .doc = "The defensible readings, each under a name." },
    { "against", W(TEXT), .doc = "The other clause, where two of the text do not go together." },
    FIELDS_END,
};
static const moot_field_spec stage_fields[] = {
    { "owner", W(OWNER), .doc = "Who decides how it ends." },
    { "on", W(TRIGGER), .standard = "only by go", .doc = "What starts it." },
    { "when", W(CONDITION), .doc = "It starts only if this holds at the trigger." },
    { "duty", W(TEXT), .doc = "What is owed while it runs." },
    { "panel", W(PANEL), .doc = "The panel at whose sessions it is taken." },
    { "per", W(CHOICE), .choices = "child", .standard = "once a case", .doc = "\"child\": one for each child." },
    { "with", W(OWNER), .doc = "Who must be there." },
    { "not_by", W(STAGE), .doc = "Whoever decided that stage may not decide this one." },
    { "ladder", W(LADDER), .standard = "the only ladder there is", .doc = "Where a dispute about it goes." },
    FIELDS_END,
};
static const moot_field_spec outcome_fields[] = {
    { "when", W(GUARD), .doc = "It may be chosen only if this holds; otherwise: when no other guard does." },
    { "on", W(TRIGGER), .doc = "It is taken by itself when this fires." },
    { "after", W(DURATION), .doc = "It is taken by itself so long after the stage was entered." },
    COUNTING,
    { "voids", W(YESNO), .standard = "false", .doc = "true: choosing it does not meet the stage's deadlines." },
    { "meets", W(YESNO), .standard = "false", .doc = "true: it meets them although it is taken by itself." },
    FIELDS_END,
};
static const moot_field_spec deadline_fields[] = {
    { "owner", W(OWNER), .standard = "the stage's", .doc = "Who must meet it." },
    { "within", W(DURATION), .standard = "no date", .doc = "How long there is." },
    { "from", W(TRIGGER), .standard = "the stage's entry", .doc = "What the time runs from." },
    { "by", W(TRIGGER), .doc = "The moment by which it must be done." },
    { "not_before", W(TRIGGER), .doc = "Done before this is done too early." },
    { "every", W(RECURRENCE),
      .doc = "It comes back: so long after each time that it was met; or, with \"month\", \"quarter\", \"year\" or "
             "\"financial year\", once in each of them." },
    { "ends", W(TRIGGER), .doc = "It comes back no more after this." },
    { "met_by", W(TRIGGER), .standard = "leaving the stage", .doc = "What meets it." },
    { "when", W(CONDITION), .doc = "It runs only if this holds as its clock starts." },
    COUNTING,
    { "outlives", W(YESNO), .standard = "false", .doc = "true: it runs on when its stage is left." },
    { "adds_up", W(YESNO), .standard = "false",
      .doc = "true: the days of earlier stays in its stage use up what `within` gives, which is in days or weeks." },
    { "adds_up_since", W(HAPPENED), .standard = "all stays of the case",
      .doc = "With adds_up: of earlier stays only the days since this last fired are used up." },
    { "in_words", W(TEXT), .standard = "letters say its name",
      .doc = "Of a right of the young person: what they can do by then, as a letter says it after \"You can\"." },
    FIELDS_END,
};
static const moot_field_spec notice_fields[] = {
    { "title", W(TEXT), .standard = "its name", .doc = "What stands above the letter." },
    FIELDS_END,
};
static const moot_field_spec invariant_fields[] = {
    { "that", W(CONDITION), MOOT_REQUIRED, .doc = "The condition." },
    FIELDS_END,
};
static const moot_field_spec panel_fields[] = {
    { "every", W(DURATION), .doc = "How often it meets." },
    { "first", W(DATE), .standard = "undated sessions", .doc = "The date of its first session." },
    { "at", W(CLOCK), .standard = "midday", .doc = "The time of day of its sessions." },
    { "places", W(LIMIT), .standard = "no limit",
      .doc = "How many cases a session takes. Recorded and asked cases do not compete for them: when "
             "they were taken is a fact." },
    { "members", W(PARTIES), .doc = "Who sits on it." },
    { "chair", W(ROLE), .doc = "Who chairs it." },
    { "papers", W(DURATION), .doc = "How long before a session its papers close." },
    FIELDS_END,
};
static const moot_field_spec level_fields[] = {
    { "owner", W(OWNER), MOOT_REQUIRED, .doc = "Who tries to settle the dispute at this level." },
    { "within", W(DURATION), .standard = "no date", .doc = "How long they have before the next level." },
    { "clause", W(TEXT), .standard = "the ladder's", .doc = "The clause that says so." },
    FIELDS_END,
};
static const moot_field_spec entitlement_fields[] = {
    { "amount", W(MONEY), .doc = "The sum, if the text names one." },
    { "payee", W(PARTY), .doc = "Who is paid." },
    { "paid_by", W(PARTY), .doc = "Who pays." },
    { "lasts", W(DURATION), .doc = "How long it lasts." },
    { "quota", W(QUOTA), .standard = "no limit", .doc = "The quota that each grant of it counts against." },
    FIELDS_END,
};
#define PERIODS "month|quarter|year|financial year"
static const moot_field_spec quota_fields[] = {
    { "limit", W(LIMIT), MOOT_REQUIRED, .doc = "How many grants there may be in a period." },
    { "per", W(CHOICE_OR_READING), MOOT_REQUIRED, .choices = PERIODS,
      .doc = "The period in which they are counted, or a reading of it; a financial year begins on 1 April." },
    FIELDS_END,
};
static const moot_field_spec measure_fields[] = {
    { "count", W(TRIGGER), .doc = "What is counted, each time that it happens." },
    { "share", W(DEADLINE), .doc = "The deadline or act of which the share met in time is told, by when it was due." },
    { "per", W(CHOICE), MOOT_REQUIRED, .choices = PERIODS,
      .doc = "The period in which it is counted; a financial year begins on 1 April." },
    { "split", W(FACT), .standard = "all together", .doc = "The fact by whose value it is told apart." },
    { "target", W(PERCENT), .standard = "none", .doc = "The percentage that a share should reach." },
    FIELDS_END,
};
static const moot_field_spec helper_fields[] = {
    { "inputs", W(FACTS), MOOT_REQUIRED, .doc = "The facts that it is given; it waits until each is known." },
    { "outputs", W(FACTS), MOOT_REQUIRED, .doc = "The facts that it gives, and nothing else gives." },
    { "run", W(FUNCTION), MOOT_REQUIRED, .doc = "The function, from a table of the inputs to one of the outputs; money is whole pence, a date a text." },
    FIELDS_END,
};
static const moot_field_spec variant_fields[] = {
    { "because", W(TEXT), .doc = "Why it is tried." },
    FIELDS_END,
};
static const moot_field_spec not_run_fields[] = {
    { "because", W(TEXT), MOOT_REQUIRED,
      .doc = "Why they have no rule: a principle, a judgement, or missing from the text." },
    FIELDS_END,
};

/* ---- verbs ---- */

#define ACT_COMMON                                                                                            \
    { "as", W(TEXT), .doc = "A name of its own, under which it is listed and recorded." },                        \
    { "within", W(DURATION), .doc = "How long there is, from the moment that asks for it." },                     \
    { "by", W(TRIGGER), .doc = "The moment by which it must be done." }, VERB_WHEN,                               \
    { "with_consent", W(CONSENT), .doc = "Done only with this consent." }, VERB_CLAUSE

static const moot_field_spec go_fields[] = { VERB_CLAUSE, VERB_WHEN, FIELDS_END };
static const moot_field_spec set_fields[] = {
    VERB_CLAUSE,
    { "lead", W(SERVICE), .doc = "The service that holds the case from now on." },
    FIELDS_END,
};
static const moot_field_spec escalate_fields[] = { VERB_CLAUSE, FIELDS_END };
static const moot_field_spec refer_fields[] = {
    ACT_COMMON, COUNTING,
    { "via", W(TEXT), .doc = "By what means: \"telephone\", \"online form\"." },
    { "owner", W(OWNER), .standard = "the stage's", .doc = "Who refers." },
    FIELDS_END,
};
static const moot_field_spec notify_fields[] = {
    ACT_COMMON, COUNTING,
    { "via", W(TEXT), .doc = "By what means: \"telephone\", \"letter\"." },
    { "owner", W(OWNER), .standard = "the stage's", .doc = "Who tells." },
    { "notice", W(NOTICE), .doc = "The letter that is sent." },
    FIELDS_END,
};
static const moot_field_spec grant_fields[] = {
    ACT_COMMON, COUNTING,
    { "via", W(TEXT), .doc = "By what means: \"bank transfer\", \"voucher\"." },
    { "owner", W(OWNER), .standard = "the stage's", .doc = "Who grants." },
    FIELDS_END,
};
static const moot_field_spec place_fields[] = {
    ACT_COMMON, COUNTING,
    { "provider", W(TEXT), .doc = "Who runs the place." },
    { "paid_by", W(PARTY), .doc = "Who pays for it." },
    { "ends", W(TRIGGER), .standard = "the next place, or close", .doc = "Until when it holds." },
    { "owner", W(OWNER), .standard = "the stage's", .doc = "Who finds it." },
    FIELDS_END,
};
static const moot_field_spec window_fields[] = {
    { "from", W(TRIGGER), .standard = "birth", .doc = "Only time after this counts." },
    { "to", W(TRIGGER), .standard = "now", .doc = "Only time before this counts." },
    { "lasting", W(LASTING), .doc = "Only periods that last so long as a whole count: at_least(…) or over(…)." },
    { "straddling", W(CHOICE), .choices = "clipped|left out", .standard = "\"clipped\"",
      .doc = "A period that began before the window: its part inside counts, or none of it." },
    { "follows", W(SPELLS), .doc = "Only periods that begin as one of this kind ends." },
    { "together", W(SPELLS), .doc = "Periods of this kind count as well, as if they were of the same." },
    FIELDS_END,
};

/* ---- assumptions ---- */

static const moot_field_spec assume_fields[] = { /* the first are the subjects: vm/protocol/assume.h, moot_assumed_kind */
    { "stage", W(STAGE), .doc = "It is about how this stage ends: outcomes, and takes." },
    { "act", W(DEADLINE), .doc = "About an act with a name or a time: takes, omitted." },
    { "deadline", W(DEADLINE), .doc = "About a deadline that only its own record meets: takes, omitted." },
    { "event", W(EVENT), .doc = "About an event that a clock or an outcome waits for: takes, omitted." },
    { "arrivals", W(EVENT), .doc = "About the event with which new cases come (moot whatif --arrivals): per_year, facts." },
    { "fact", W(FACT), .doc = "About what is found: yes, options, value, or before, after and lasts." },
    { "consent", W(CONSENT), .doc = "About the answer of somebody who is asked: given, takes, omitted." },
    { "panel", W(PANEL), .doc = "About sessions of which the text is silent: first, every, places." },
    { "quota", W(QUOTA), .doc = "About a quota that others use too: taken." },
    { "role", W(ROLE), .doc = "About how much a role can do: people, cases_each." },
    { "homes", W(TEXT), .doc = "About homes of one kind, by the text of place { … }: count, taken, stays." },
    { "when", W(CONDITION), .doc = "It counts only if this holds; several about one subject are tried in their order." },
    { "outcomes", W(CHANCES), .doc = "Each outcome that somebody chooses, with its weight; 0: never." },
    { "options", W(SHARES), .doc = "Each answer that the fact can have, with its weight." },
    { "yes", W(NUMBER), .doc = "The share with the answer yes, or with such a spell, from 0 to 1." },
    { "given", W(NUMBER), .doc = "The share that consents, from 0 to 1; the others refuse." },
    { "value", W(AMOUNT), .doc = "The number or the sum." },
    { "before", W(SPREAD), .doc = "A date, or the start of a spell: so long before the case begins." },
    { "after", W(SPREAD), .doc = "A date: so long after the case begins." },
    { "lasts", W(SPREAD), .standard = "it runs on", .doc = "How long the spell lasts." },
    { "takes", W(SPREAD), .doc = "How long until it is over, done, or happens. Of an act, left out: it is done at once." },
    { "omitted", W(NUMBER), .standard = "0", .doc = "The share in which it is not done, or does not happen, from 0 to 1." },
    { "per_year", W(NUMBER), .doc = "How many such cases come in a year." },
    { "facts", W(FIXED), .doc = "What is so of each such case from the start." },
    { "first", W(DATE), .doc = "The date of the panel's first session." },
    { "every", W(DURATION), .doc = "How often the panel meets." },
    { "places", W(WHOLE), .standard = "no limit", .doc = "How many cases a session takes." },
    { "count", W(WHOLE), .doc = "How many homes of this kind there are." },
    { "taken", W(WHOLE), .standard = "0", .doc = "How many homes are taken at the start; how much of the quota others use." },
    { "stays", W(SPREAD), .doc = "How long a home is taken." },
    { "people", W(WHOLE), .doc = "How many people do this work." },
    { "cases_each", W(WHOLE), .doc = "How many cases each of them can have at once." },
    { "source", W(TEXT), MOOT_REQUIRED, .doc = "Where the figures are from, or \"assumed\"." },
    { "because", W(TEXT), .doc = "What else a reader should know of them." },
    FIELDS_END,
};
static const moot_field_spec chance_fields[] = {
    { "weight", W(NUMBER), MOOT_REQUIRED, .doc = "How often, beside the others; 0: never." },
    { "takes", W(SPREAD), .standard = "that of all", .doc = "How long the stage lasts that ends so." },
    FIELDS_END,
};
#define AT_MOST { "at_most", W(DURATION), .standard = "no limit", .doc = "None takes longer." }
static const moot_field_spec quantile_fields[] = {
    { "half_within", W(DURATION), MOOT_REQUIRED, .doc = "Half of all are over within this time: the median." },
    { "nine_in_ten_within", W(DURATION), MOOT_REQUIRED, .doc = "Nine of ten are over within this time: the 90th percentile." },
    AT_MOST,
    FIELDS_END,
};
static const moot_field_spec gamma_fields[] = {
    { "mean", W(DURATION), MOOT_REQUIRED, .doc = "How long it takes on average." },
    { "shape", W(NUMBER), MOOT_REQUIRED, .doc = "1: as exponential; more: closer to the mean; from 0.1 to 1000." },
    AT_MOST,
    FIELDS_END,
};
static const moot_field_spec exponential_fields[] = {
    { "mean", W(DURATION), MOOT_REQUIRED, .doc = "How long it takes on average." },
    AT_MOST,
    FIELDS_END,
};

#define DURATION_WORD(text, explained)                                                                   \
    { text, MOOT_ARGS, .is = C(DURATION), .args = { W(WHOLE) }, .min_args = 1, .max_args = 1, .low = 0,     \
      .high = 100000, .doc = explained,                                                                    \
      .example = "param \"x\" { [\"2018-01-01\"] = " text "(10), clause = \"1.1\" }" }
#define TEST_WORD(text, count, explained, sample)                                                                  \
    { text, MOOT_ARGS, .is = C(TEST), .args = { W(OPERAND), W(OPERAND) }, .min_args = count, .max_args = count,       \
      .doc = explained, .example = "never \"x\" { clause = \"1.1\", that = { " sample " } }" }
#define BARE_WORD(text, class, explained, sample)                                                                  \
    { text, MOOT_BARE, .is = C(class), .doc = explained, .example = sample }
#define MOMENT_WORD(text, want, explained)                                                                         \
    { text, MOOT_NAMED, .is = C(MOMENT), .names = W(want), .doc = explained,                                       \
      .example = "stage \"x\" { clause = \"1.1\", on = " text " \"y\" }" }
#define GROUP_WORD(text, explained)                                                                                \
    { text, MOOT_BODY, MOOT_OPEN_FIELDS, .is = C(GROUP), .any_field = W(TEST), .items = W(CONDITION_ITEM),           \
      .doc = explained, .example = "never \"x\" { clause = \"1.1\", that = { " text " { in_need = true } } }" }
#define NOUN (MOOT_TOP | MOOT_NOUN)
#define REFERABLE (MOOT_NAMED | MOOT_NAMED_BODY)

const moot_word moot_words[] = {
    /* ---- nouns ---- */
    { "protocol", REFERABLE, NOUN, .is = C(PROTOCOL), .fields = protocol_fields,
      .doc = "The header: whose protocol this is, and from when.",
      .example = "protocol \"stockport-2018\" { council = \"Stockport\", effective = \"2018-01-01\" }" },
    { "service", REFERABLE, NOUN, .is = C(SERVICE), .fields = service_fields, .doc = "An organisation that acts.",
      .example = "service \"Stockport Family\" {}" },
    { "role", REFERABLE, NOUN, .is = C(ROLE), .fields = role_fields, .doc = "A job or team that acts.",
      .example = "role \"MASH\" { service = service \"Stockport Family\" {} }" },
    { "calendar", REFERABLE, NOUN, .is = C(CALENDAR), .fields = calendar_fields,
      .doc = "Opening hours by weekday, and days on which the council is closed.",
      .example = "calendar \"Town Hall desk\" { mon_thu = \"09:00-16:30\", fri = \"09:00-16:00\" }" },
    { "event", REFERABLE, NOUN, .is = C(EVENT), .doc = "Something that can happen, and that records and rules name.",
      .example = "event \"presents homeless\" { clause = \"3.3/1\" }" },
    { "fact", REFERABLE, NOUN, .is = C(FACT), .fields = fact_fields, .items = W(TYPE), .min_items = 1, .max_items = 1,
      .doc = "Something known or unknown about the young person, with the question that finds it out.",
      .example = "fact \"welfare_concern\" { yesno, ask = \"Any concern about welfare or safeguarding?\" }" },
    { "consent", REFERABLE, NOUN, .is = C(CONSENT), .fields = consent_fields,
      .doc = "An agreement to share: not asked, asked, given, refused or withdrawn.",
      .example =
          "consent \"care-leaver marker\" { clause = \"6.12/1\", ask = \"May we put a marker on your file?\" }" },
    { "decision", REFERABLE, NOUN | MOOT_NEEDS_CLAUSE, .is = C(DECISION), .fields = decision_fields, .items = W(ROW),
      .min_items = 1, .doc = "A table that derives the fact of its own name from other facts.",
      .example = "decision \"minor\" { clause = \"1.1\", { when = { age = under(18) }, value = true },\n"
                 "  { when = otherwise, value = false } }" },
    { "param", REFERABLE, NOUN | MOOT_NEEDS_CLAUSE | MOOT_DATE_FIELDS, .is = C(PARAM), .any_field = W(FIGURE),
      .fields = param_fields,
      .doc = "A figure that the text states, from a date on.",
      .example = "param \"assess_within\" { [\"2018-01-01\"] = hours(48), clause = \"3.7/1\" }" },
    { "reading", REFERABLE, NOUN | MOOT_NEEDS_CLAUSE, .is = C(READING), .fields = reading_fields,
      .doc = "What the text leaves open: the defensible readings and the one that is followed.",
      .example = "reading \"immediately\" { clause = \"3.7/1\", chosen = \"one hour\",\n"
                 "  options = { [\"one hour\"] = hours(1), [\"same day\"] = same_day } }" },
    { "stage", REFERABLE | MOOT_BODY, NOUN | MOOT_NEEDS_CLAUSE, .is = C(STAGE), .fields = stage_fields,
      .items = W(STAGE_PART), .doc = "A step of the journey, with an owner, at a panel, or only a reaction.",
      .example =
          "stage \"mediation\" { clause = \"3.5/1\", owner = \"Mediation Service\", on = event \"presents homeless\",\n"
          "  outcome \"prevented\" { close \"homelessness prevented\" } }" },
    { "outcome", REFERABLE, MOOT_NOUN | MOOT_IS_CHILD, .is = C(OUTCOME), .fields = outcome_fields, .items = W(VERB),
      .doc = "One way in which a stage ends: chosen by its owner, or taken by itself.",
      .example = "stage \"x\" { clause = \"1.1\", outcome \"turned 18\" { on = turns(18), close \"adult\" } }" },
    { "deadline", REFERABLE, NOUN | MOOT_NEEDS_CLAUSE, .is = C(DEADLINE), .fields = deadline_fields,
      .items = W(DEADLINE_PART), .max_items = 1, .doc = "Who must do what by when, not before when, or how often.",
      .example =
          "stage \"x\" { clause = \"1.1\", deadline \"joint assessment\" { clause = \"3.7/1\", within = hours(48),\n"
          "  late { notify { \"team manager\" } } } }" },
    { "notice", REFERABLE, NOUN | MOOT_NEEDS_CLAUSE, .is = C(NOTICE), .fields = notice_fields,
      .items = W(CONTENT), .doc = "A letter and what it must say; it is not sent while a fact that it must say is not known.",
      .example = "notice \"s184 letter\" { clause = \"12.7/3\", \"full reasons\", \"right to review\" }" },
    { "always", MOOT_NAMED_BODY, NOUN | MOOT_NEEDS_CLAUSE, .is = C(INVARIANT), .fields = invariant_fields,
      .doc = "What must hold at every moment.",
      .example = "always \"a bed tonight\" { clause = \"3.4/1\", that = { none { tonight = \"nowhere\" } } }" },
    { "never", MOOT_NAMED_BODY, NOUN | MOOT_NEEDS_CLAUSE, .is = C(INVARIANT), .fields = invariant_fields,
      .doc = "What may hold at no moment.",
      .example = "never \"passed back\" { clause = \"3.4/2\", that = { handovers = at_least(2) } }" },
    { "panel", REFERABLE, NOUN | MOOT_NEEDS_CLAUSE, .is = C(PANEL), .fields = panel_fields,
      .doc = "A meeting that takes cases: how often, how many, who sits on it.",
      .example = "panel \"Accommodation Panel\" { clause = \"5.5/3\", every = weeks(2), first = \"2018-01-09\" }" },
    { "ladder", REFERABLE, NOUN | MOOT_NEEDS_CLAUSE, .is = C(LADDER), .items = W(LEVEL), .min_items = 1,
      .doc = "The levels that a dispute climbs.",
      .example = "ladder \"dispute\" { clause = \"13.3/1\", { owner = \"line managers\" }, { owner = \"heads of "
                 "service\" } }" },
    { "entitlement", REFERABLE, NOUN | MOOT_NEEDS_CLAUSE, .is = C(ENTITLEMENT), .fields = entitlement_fields,
      .doc = "Money or goods that somebody is due.",
      .example = "entitlement \"setting-up grant\" { clause = \"6.8/3\", amount = money(3000) }" },
    { "quota", REFERABLE, NOUN | MOOT_NEEDS_CLAUSE, .is = C(QUOTA), .fields = quota_fields,
      .doc = "How many grants there may be in a period; an outcome that would grant one more is barred.",
      .example = "quota \"direct lets\" { clause = \"16\", limit = 10, per = \"financial year\" }" },
    { "measure", REFERABLE, NOUN | MOOT_NEEDS_CLAUSE, .is = C(MEASURE), .fields = measure_fields,
      .doc = "A figure for the monitoring report: how often something happens, or which share was in time.",
      .example = "measure \"told the same day\" { clause = \"14.1\", share = \"tell MASH\", per = \"quarter\",\n"
                 "  target = 95 }" },
    { "helper", REFERABLE, NOUN | MOOT_NEEDS_CLAUSE, .is = C(HELPER), .fields = helper_fields,
      .doc = "Facts worked out from others by a function, where no table of conditions can say it.",
      .example = "helper \"rent shortfall\" { clause = \"6.8\", inputs = { \"income\", \"rent\" }, outputs = { "
                 "\"shortfall\" },\n"
                 "  run = function(f) return { shortfall = math.max(0, f.rent - f.income) } end }" },
    { "not_run", MOOT_BODY, MOOT_TOP, .is = C(NOT_RUN), .fields = not_run_fields, .items = W(TEXT), .min_items = 1,
      .doc = "Clauses that have no rule, and why.",
      .example = "not_run { \"1.2\", \"1.3\", because = \"principle\" }" },
    { "without", MOOT_BODY, MOOT_TOP, .is = C(WITHOUT), .items = W(REMOVED), .min_items = 1,
      .doc = "What a patch takes away: fields by their name, and what was declared.",
      .example = "fact \"in_need\" { patch = true, presumed = true, without { \"ask\" } }" },
    /* ---- files of variants ---- */
    { "baseline", MOOT_NAMED, .is = C(BASELINE), .names = W(TEXT),
      .doc = "Begins a file of variants: the protocol that they change.",
      .example = "baseline \"stockport-2018\"" },
    { "variant", REFERABLE, MOOT_TOP, .is = C(VARIANT), .fields = variant_fields, .items = W(VARIANT_PART),
      .min_items = 1, .doc = "The baseline with something changed: each declaration in it is a patch.",
      .example = "variant \"other reading\" { reading \"fortnightly\" { chosen = \"two a month\" } }" },
    { "sweep", MOOT_NAMED_BODY, MOOT_TOP, .is = C(VARIANT), .fields = variant_fields, .items = W(VARIANT_PART),
      .min_items = 1, .doc = "A variant for each value of over { … }, named by the value.",
      .example = "sweep \"panel cadence\" { panel \"Accommodation Panel\" { every = over { weeks(1), weeks(2) } } }" },
    { "late", MOOT_BODY, MOOT_IS_CHILD, .is = C(LATE), .items = W(VERB),
      .doc = "What follows, once, when a deadline goes late.",
      .example = "deadline \"x\" { clause = \"1.1\", by = turns(18), late { escalate \"dispute\" } }" },
    /* ---- verbs: the engine does these ---- */
    { "go", MOOT_NAMED | MOOT_BODY, MOOT_IS_CHILD, .is = C(VERB), .names = W(STAGE), .items = W(STAGE), .min_items = 1,
      .fields = go_fields, .doc = "Enter a stage, or several in parallel.",
      .example = "stage \"x\" { clause = \"1.1\", outcome \"y\" { go \"joint assessment\" } }" },
    { "stop", MOOT_NAMED | MOOT_BODY, MOOT_IS_CHILD, .is = C(VERB), .names = W(STAGE), .items = W(STAGE),
      .min_items = 1, .fields = go_fields, .doc = "End a stage without an outcome.",
      .example = "stage \"x\" { clause = \"1.1\", outcome \"y\" { stop { \"bidding\", \"direct let\" } } }" },
    { "close", MOOT_NAMED, MOOT_IS_CHILD, .is = C(VERB), .names = W(TEXT), .doc = "End the journey, and say how.",
      .example = "stage \"x\" { clause = \"1.1\", outcome \"y\" { close \"returned home\" } }" },
    { "set", MOOT_BODY, MOOT_IS_CHILD | MOOT_OPEN_FIELDS, .is = C(VERB), .any_field = W(OPERAND), .fields = set_fields,
      .doc = "Give a fact a value, or the case to another service.",
      .example = "stage \"x\" { clause = \"1.1\", outcome \"y\" { set { lead = \"Stockport Family\" } } }" },
    { "escalate", MOOT_NAMED | MOOT_BODY, MOOT_IS_CHILD, .is = C(VERB), .names = W(LADDER), .items = W(LADDER),
      .max_items = 1, .fields = escalate_fields, .doc = "Open the first level of a ladder.",
      .example = "stage \"x\" { clause = \"1.1\", outcome \"y\" { escalate \"dispute\" } }" },
    /* ---- verbs: people must do these ---- */
    { "refer", MOOT_BODY, MOOT_IS_CHILD, .is = C(VERB), .items = W(PARTY), .min_items = 1, .fields = refer_fields,
      .doc = "Refer the young person to somebody, or to several.",
      .example =
          "stage \"x\" { clause = \"1.1\", refer { \"MASH\", as = \"MASH referral\", via = \"online form\" } }" },
    { "notify", MOOT_BODY, MOOT_IS_CHILD, .is = C(VERB), .items = W(PARTY), .min_items = 1, .fields = notify_fields,
      .doc = "Tell somebody, or several, by a letter if notice names one.",
      .example = "stage \"x\" { clause = \"1.1\", notify { applicant, notice = \"s184 letter\" } }" },
    { "grant", MOOT_NAMED | MOOT_BODY, MOOT_IS_CHILD, .is = C(VERB), .names = W(ENTITLEMENT), .items = W(ENTITLEMENT),
      .min_items = 1, .fields = grant_fields, .doc = "Give what somebody is due.",
      .example = "stage \"x\" { clause = \"1.1\", outcome \"y\" { grant \"setting-up grant\" } }" },
    { "place", MOOT_BODY, MOOT_IS_CHILD, .is = C(VERB), .items = W(TEXT), .min_items = 1, .max_items = 1,
      .fields = place_fields, .doc = "Where the young person sleeps from now on.",
      .example = "stage \"x\" { clause = \"1.1\", place { \"emergency accommodation\", paid_by = \"Housing\" } }" },
    /* ---- triggers ---- */
    MOMENT_WORD("entered", STAGE, "The moment at which a stage is entered."),
    { "left", MOOT_NAMED | MOOT_ARGS, .is = C(MOMENT), .names = W(STAGE), .args = { W(STAGE), W(OUTCOME) },
      .min_args = 2, .max_args = 2, .doc = "The moment at which a stage ends, by any outcome or by the one named.",
      .example = "stage \"x\" { clause = \"1.1\", on = left(\"mediation\", \"still homeless\") }" },
    MOMENT_WORD("met", DEADLINE, "The moment at which a deadline is met or an act done."),
    MOMENT_WORD("missed", DEADLINE, "The moment at which a deadline goes late."),
    MOMENT_WORD("due", DEADLINE, "The moment at which a deadline is due."),
    { "turns", MOOT_ARGS, .is = C(MOMENT), .args = { W(AGE) }, .min_args = 1, .max_args = 1, .low = 0, .high = 120,
      .doc = "The birthday on which that age is reached.",
      .example = "deadline \"plan for 18\" { clause = \"5.6/2\", from = turns(16), by = turns(18) - months(6) }" },
    { "becomes", MOOT_BODY, MOOT_OPEN_FIELDS, .is = C(MOMENT), .any_field = W(TEST), .items = W(CONDITION_ITEM),
      .doc = "The moment at which a condition comes to be true.",
      .example = "stage \"x\" { clause = \"1.1\", on = becomes { in_need = true } }" },
    /* ---- groups ---- */
    { "any", MOOT_BODY, MOOT_OPEN_FIELDS, .is = C(ANY), .any_field = W(ANY_PART), .items = W(ANY_PART),
      .doc = "One is enough: of tests, of owners; of triggers, the first.",
      .example = "stage \"x\" { clause = \"1.1\", owner = any { \"MASH\", \"Social worker\" }, on = any { turns(18), "
                 "left \"y\" } }" },
    { "all", MOOT_BODY, MOOT_OPEN_FIELDS, .is = C(ALL), .any_field = W(ANY_PART), .items = W(ANY_PART),
      .doc = "Each is needed: of tests; of triggers, the last.",
      .example = "stage \"x\" { clause = \"1.1\", on = all { left \"HOO view\", left \"Panel view\" } }" },
    GROUP_WORD("none", "No test in it holds."),
    GROUP_WORD("some_child", "They hold for at least one child."),
    GROUP_WORD("every_child", "They hold for each child."),
    BARE_WORD("otherwise", OTHERWISE, "When no other guard beside this one holds.",
              "stage \"x\" { clause = \"1.1\", outcome \"y\" { when = otherwise, close \"no duty\" } }"),
    /* ---- tests ---- */
    TEST_WORD("between", 2, "From one value to the other, both included.", "age = between(16, 17)"),
    TEST_WORD("under", 1, "Less than.", "age = under(18)"),
    { "over", MOOT_ARGS | MOOT_BODY, .is = C(OVER), .called = C(TEST), .args = { W(OPERAND) }, .min_args = 1,
      .max_args = 1, .items = W(ANY_PART), .min_items = 2,
      .doc = "More than. In a sweep, over { … }: the values that stand there in turn.",
      .example = "never \"x\" { clause = \"1.1\", that = { age = over(17) } }" },
    TEST_WORD("at_least", 1, "That or more.", "age = at_least(16)"),
    TEST_WORD("at_most", 1, "That or less.", "age = at_most(17)"),
    TEST_WORD("earlier_than", 1, "Before that date or moment.", "left_on = earlier_than(\"2018-01-01\")"),
    TEST_WORD("later_than", 1, "After that date or moment.", "left_on = later_than(fact \"referred_on\")"),
    { "one_of", MOOT_BODY, .is = C(TEST) | C(TYPE), .items = W(OPERAND), .min_items = 1,
      .doc = "One of a list: as a test, or as the type of a fact.",
      .example = "fact \"household\" { one_of { \"family\", \"young person\", \"care leaver\" } }" },
    BARE_WORD("known", TEST, "The fact is known.", "never \"x\" { clause = \"1.1\", that = { dob = known } }"),
    BARE_WORD("unknown", TEST, "The fact is not known.", "never \"x\" { clause = \"1.1\", that = { dob = unknown } }"),
    { "inside", MOOT_NAMED, .is = C(TEST), .names = W(CALENDAR), .doc = "Within a calendar's opening hours.",
      .example = "stage \"x\" { clause = \"1.1\", on = event \"y\", when = { now = inside \"Town Hall desk\" } }" },
    { "outside", MOOT_NAMED, .is = C(TEST), .names = W(CALENDAR), .doc = "Out of a calendar's opening hours.",
      .example = "stage \"x\" { clause = \"1.1\", on = event \"y\", when = { now = outside \"Town Hall desk\" } }" },
    { "times", MOOT_ARGS, .is = C(TIMES), .args = { W(TRIGGER), W(TEST) }, .min_args = 2, .max_args = 2,
      .doc = "How often a trigger has fired.",
      .example = "never \"x\" { clause = \"1.1\", that = { times(left(\"offer\", \"refused\"), at_least(2)) } }" },
    { "total", MOOT_ARGS, .is = C(TEST), .args = { W(TEST), W(WINDOW) }, .min_args = 1, .max_args = 2,
      .doc = "How long spells last in all.",
      .example = "never \"x\" { clause = \"1.1\", that = { looked_after = total(at_least(weeks(13)), { from = "
                 "turns(14) }) } }" },
    { "longest", MOOT_ARGS, .is = C(TEST), .args = { W(TEST), W(WINDOW) }, .min_args = 1, .max_args = 2,
      .doc = "How long the longest spell lasts.",
      .example = "never \"x\" { clause = \"1.1\", that = { looked_after = longest(at_least(days(1))) } }" },
    { "running", MOOT_BARE | MOOT_ARGS, .is = C(TEST), .args = { W(TEST), W(WINDOW) }, .min_args = 1, .max_args = 2,
      .doc = "A spell runs now, or at the moment that the window calls from; with a test, how long it has lasted by then.",
      .example = "never \"x\" { clause = \"1.1\", that = { at_home = running(at_least(months(6))) } }" },
    { "any_at", MOOT_ARGS, .is = C(TEST), .args = { W(TRIGGER) }, .min_args = 1, .max_args = 1,
      .doc = "A spell runs at that moment.",
      .example = "never \"x\" { clause = \"1.1\", that = { looked_after = any_at(turns(16)) } }" },
    /* ---- types ---- */
    BARE_WORD("yesno", TYPE, "Yes or no.", "fact \"x\" { yesno }"),
    { "integer", MOOT_ARGS, .is = C(TYPE), .args = { W(WHOLE), W(WHOLE) }, .min_args = 2, .max_args = 2,
      .doc = "A whole number between two others, both included.", .example = "fact \"x\" { integer(0, 25) }" },
    { "money", MOOT_BARE | MOOT_ARGS, .is = C(TYPE), .called = C(MONEY), .args = { W(NUMBER) }, .min_args = 1,
      .max_args = 1, .doc = "A sum in pounds: as a type, or as a value with the pounds in brackets.",
      .example = "entitlement \"x\" { clause = \"1.1\", amount = money(72.50) }" },
    BARE_WORD("date", TYPE, "A day.", "fact \"x\" { date }"),
    BARE_WORD("instant", TYPE, "A day and a time of day.", "fact \"x\" { instant }"),
    BARE_WORD("text", TYPE, "Words, which no rule looks into.", "fact \"x\" { text }"),
    BARE_WORD("spells", TYPE, "Periods with dates, such as being looked after.", "fact \"x\" { spells }"),
    /* ---- durations ---- */
    DURATION_WORD("minutes", "That many minutes, to the minute."),
    DURATION_WORD("hours", "That many hours, to the minute."),
    DURATION_WORD("days", "That many days, to the end of the last."),
    DURATION_WORD("weeks", "That many weeks, to the end of the last day."),
    DURATION_WORD("months", "That many calendar months, to the end of the last day."),
    DURATION_WORD("years", "That many years, to the end of the last day."),
    DURATION_WORD("working_days", "That many days on which the council works."),
    DURATION_WORD("statutory_working_days", "That many working days as a statute has them: no council's closed days."),
    BARE_WORD("same_day", DURATION, "Until the end of the same day.",
              "deadline \"x\" { clause = \"1.1\", within = same_day, from = event \"y\" }"),
    BARE_WORD("next_working_day", DURATION, "Until the end of the next day on which the council works.",
              "deadline \"x\" { clause = \"1.1\", within = next_working_day, from = event \"y\" }"),
    BARE_WORD("undated", UNDATED, "As an option of a reading of by or within: the text sets no time, so there is no date.",
              "reading \"x\" { clause = \"1.1\", chosen = \"no time\",\n"
              "  options = { [\"no time\"] = undated, [\"at once\"] = same_day } }"),
    /* ---- who ---- */
    BARE_WORD("applicant", APPLICANT, "The young person.",
              "deadline \"x\" { clause = \"1.1\", owner = applicant, within = days(21), from = event \"y\" }"),
    /* ---- of the standard library ---- */
    { "law", REFERABLE, NOUN, .is = C(LAW), .fields = law_fields,
      .doc = "A source of law that rules of the standard library cite by its name.",
      .example = "law \"HA96 s.204(2)\" { act = \"Housing Act 1996\", title = \"County court: 21 days of being notified\",\n"
                 "  as_at = \"2026-09-01\", mark = \"K\" }" },
    { "standard", MOOT_NAMED_BODY, NOUN, .is = C(STANDARD), .fields = standard_fields,
      .doc = "A point of a checklist of the standard library: what a good protocol contains.",
      .example = "standard \"Y2\" { list = \"homeless 16 and 17\", source = \"Ofsted\",\n"
                 "  says = \"Somebody who has nowhere safe tonight has a bed tonight\" }" },
    /* ---- assumptions ---- */
    { "assume", MOOT_BODY, MOOT_TOP, .is = C(ASSUME), .fields = assume_fields,
      .doc = "In an assumptions file: how people behave, or what there is of something, and whence we know.",
      .example = "assume { stage = \"mediation\", source = \"assumed\", takes = days(5),\n"
                 "  outcomes = { [\"prevented\"] = 0.35, [\"still homeless\"] = 0.65 } }" },
    { "lognormal", MOOT_BODY, 0, .is = C(SPREAD), .fields = quantile_fields,
      .doc = "How long something takes: mostly short, with a long tail.",
      .example = "assume { stage = \"x\", source = \"assumed\", outcomes = { [\"y\"] = 1 },\n"
                 "  takes = lognormal { half_within = working_days(12), nine_in_ten_within = working_days(45) } }" },
    { "weibull", MOOT_BODY, 0, .is = C(SPREAD), .fields = quantile_fields,
      .doc = "How long something takes: ever more likely to end, or ever less, the longer it has lasted.",
      .example = "assume { stage = \"x\", source = \"assumed\", outcomes = { [\"y\"] = 1 },\n"
                 "  takes = weibull { half_within = days(45), nine_in_ten_within = days(110) } }" },
    { "gamma", MOOT_BODY, 0, .is = C(SPREAD), .fields = gamma_fields,
      .doc = "How long something takes: the sum of several steps.",
      .example = "assume { stage = \"x\", source = \"assumed\", outcomes = { [\"y\"] = 1 },\n"
                 "  takes = gamma { mean = days(30), shape = 3 } }" },
    { "exponential", MOOT_BODY, 0, .is = C(SPREAD), .fields = exponential_fields,
      .doc = "How long something takes that is as likely on one day as on any other.",
      .example = "assume { event = \"x\", source = \"assumed\", takes = exponential { mean = days(90) } }" },
    { "empirical", MOOT_BODY, 0, .is = C(SPREAD), .items = W(SEEN), .min_items = 1,
      .doc = "What was seen, each as often as it was seen.",
      .example = "assume { act = \"x\", source = \"case files of 2025\",\n"
                 "  takes = empirical { hours(2), hours(4), { days(1), 5 } } }" },
    /* ---- shapes of tables ---- */
    { "row", 0, MOOT_PART, .is = C(TABLE), .fields = row_fields, .doc = "One row of a decision.",
      .example = "{ when = { age = under(18) }, value = true, clause = \"7.4/1\" }" },
    { "level", 0, MOOT_PART, .is = C(TABLE), .fields = level_fields, .items = W(VERB), .doc = "One level of a ladder.",
      .example = "{ owner = { a, b }, within = working_days(5) }" },
    { "window", 0, MOOT_PART, .is = C(TABLE), .fields = window_fields, .doc = "The time in which spells are counted.",
      .example = "{ from = turns(14), to = turns(16) }" },
    { "section", 0, MOOT_PART, .is = C(TABLE), .items = W(LETTER_PART), .min_items = 2,
      .doc = "A part of a letter: its heading, then words, facts and dates in one paragraph.",
      .example = "{ \"What we decided\", \"You must leave by\", fact \"date_to_leave\", \".\" }" },
    { "from and to", 0, MOOT_PART, .is = C(TABLE), .items = W(DATE), .min_items = 2, .max_items = 2,
      .doc = "The first and the last day of a closure.", .example = "{ \"2018-12-27\", \"2018-12-31\" }" },
    { "in force", 0, MOOT_PART, .is = C(TABLE), .items = W(DATE_OR_FALSE), .min_items = 2, .max_items = 2,
      .doc = "From when until when.", .example = "{ \"2018-01-01\", false }" },
    { "chance", 0, MOOT_PART, .is = C(TABLE), .fields = chance_fields, .doc = "How often an outcome comes, and after how long.",
      .example = "{ weight = 0.35, takes = between(days(1), days(7)) }" },
    { "seen", 0, MOOT_PART, .is = C(TABLE), .items = W(SEEN_PART), .min_items = 2, .max_items = 2,
      .doc = "How often something was seen.", .example = "{ days(2), 14 }" },
    { "expected", 0, MOOT_PART, .is = C(TABLE), .fields = expected_fields,
      .doc = "Findings of `moot check` that the writer knows, by kind.",
      .example = "{ gap = \"the text does not say what follows\" }" },
};
const size_t moot_word_count = MOOT_COUNT(moot_words);
