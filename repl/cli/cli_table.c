/* The commands and their options: what help, parsing and completion come from (cli.h). */
#include "repl/cli/cli.h"

/* ---- options ---- */

static const moot_cli_option opt_json = { "--json", NULL, "Write JSON Lines on standard output." };
static const moot_cli_option opt_brief = { "--brief", NULL, "Leave out the log." };
static const moot_cli_option opt_quiet = {
    "-q --quiet", NULL, "No summary and no progress: errors and warnings only."
};
static const moot_cli_option opt_no_color = { "--no-color", NULL, "No colours (NO_COLOR does the same)." };
static const moot_cli_option opt_stdlib = { "--stdlib", "DIR", "Take stdlib from a folder, not from the program." };
static const moot_cli_option opt_cases = {
    "--cases", "FILE", "JSON Lines, a folder of CSV files, a store, or - for standard input."
};
static const moot_cli_option opt_store = { "--store", "DB", "Put cases, results and logs into this store." };
static const moot_cli_option opt_jobs = { "-j --jobs", "N", "Threads (also -j N) [1]. Results do not depend on it." };
static const moot_cli_option opt_as_of = {
    "--as-of", "TIME", "The cases' now, \"YYYY-MM-DD HH:MM\" [each one's last event]."
};
static const moot_cli_option opt_law = {
    "--law-as-at", "DATE", "Figures in force on this day [each case's own dates]."
};
static const moot_cli_option opt_variant = {
    "--variant", "FILE[:NAME]", "Run this variant of the protocol; NAME may be left out if there is one."
};
static const moot_cli_option opt_until = { "--until", "DATE", "Run each case no further than this day." };
static const moot_cli_option opt_strict = {
    "--strict", NULL, "An act that is not recorded is late once it is past due."
};
static const moot_cli_option opt_limit = { "--limit", "N", "Take only the first N cases." };
static const moot_cli_option opt_log = { "--log", "HOW", "Keep the log full, brief (without reasons) or none [full]." };
static const moot_cli_option opt_resume = { "--resume", NULL, "Go on with the unfinished run in the store." };
static const moot_cli_option opt_from = { "--from", "TIME", "When counting starts, \"YYYY-MM-DD HH:MM\" or less." };
static const moot_cli_option opt_dob = { "--dob", "DATE", "Date of birth, for \"18\" or \"6 months before 18\"." };
static const moot_cli_option opt_beginning = {
    "--beginning-with", NULL, "The first day counts as day 1, as in many statutes."
};
static const moot_cli_option opt_counting = {
    "--counting", "HOW", "\"of\" (day 0) [of], \"beginning with\" (day 1), \"clear\"."
};
static const moot_cli_option opt_explain = { "--explain", NULL, "Add the rule of counting in words." };
static const moot_cli_option opt_council = {
    "--council", "PROTOCOL", "With a protocol's closure days: its name or script."
};
static const moot_cli_option opt_known_on = {
    "--known-on", "DATE", "With the bank holidays announced by this day [all]."
};
static const moot_cli_option opt_leap = {
    "--leap-birthday", "DAY", "Of 29 February: \"1 March\" or \"28 February\" [1 March]."
};
static const moot_cli_option opt_done = {
    "--done", "TIME", "When it was done: met, late (and by how much), cannot tell."
};
static const moot_cli_option opt_short = { "--brief", NULL, "The date alone, without its count." };

/* ---- commands ---- */

static const moot_cli_option opt_from_table = {
    "--from", "FILE", "A table of clauses (.tsv), or a protocol to extend."
};
static const moot_cli_option *const new_options[] = { &opt_from_table, &opt_quiet, &opt_no_color, NULL };
static const moot_cli_command new_script = {
    "new", "Begin a script: from a table of clauses, in the document's order",
    "Writes NAME.lua, a script that loads at once and does nothing yet. From a table of clauses it has "
    "a heading for each section, each clause as a remark, and under it, behind -->, a declaration that "
    "may say it; clauses that cannot be run are listed as not_run. From a protocol it extends that one, "
    "with a patch of each declaration behind -->. It stands beside the protocol, or beside the table's "
    "folder if that is called clauses, else in this folder. A file that is there is never written over.",
    { { "NAME", "1", "Council and year in small letters: luton-2019." } },
    new_options,
    "Examples:\n"
    "  moot new larkshire-2026\n"
    "  moot new luton-2019 --from protocols/clauses/luton.tsv",
    "Write a protocol",
};

static const moot_cli_option opt_watch = { "--watch", NULL, "Check again after each save, until Ctrl-C." };
static const moot_cli_option opt_assume = {
    "--assume", "FILE", "Check these assumptions too, and tell what a modelled run would miss."
};
static const moot_cli_option *const check_options[] = {
    &opt_assume, &opt_watch, &opt_json, &opt_quiet, &opt_stdlib, &opt_no_color, NULL,
};
static const moot_cli_command check = {
    "check", "Compile protocols and tell what is wrong with them",
    "Compiles each protocol and tells what is wrong, at which line, and under which clause. With "
    "--assume it also checks a file of assumptions about how people behave, and writes the line to add for "
    "whatever is missing. The exit status is 1 if anything was found.",
    { { "PROTOCOL", "+", "Protocols: scripts, or names." } },
    check_options,
    "Examples:\n"
    "  moot check protocols/stockport-2018.lua\n"
    "  moot check --json protocols/stockport-2018.lua",
    "Write a protocol",
};

static const moot_cli_option opt_assume_run = {
    "--assume", "FILE", "Draw what people do from these assumptions, instead of reading what they did."
};
static const moot_cli_option opt_seed = { "--seed", "N", "With --assume: the luck that is drawn [1]." };
static const moot_cli_option opt_replicates = {
    "--replicates", "N", "With --assume: so many times, each with luck of its own [1]."
};
static const moot_cli_option opt_arrivals = {
    "--arrivals", "DAYS", "Further cases come in this time, such as 2026, as the assumptions say."
};
static const moot_cli_option opt_shard = {
    "--shard", "I/N", "Run the I-th of N parts of the replicates; moot merge puts the stores of all parts together."
};
static const moot_cli_option *const run_options[] = {
    &opt_cases, &opt_variant, &opt_assume_run, &opt_arrivals, &opt_seed, &opt_replicates, &opt_store, &opt_json, &opt_brief, &opt_log, &opt_as_of, &opt_until, &opt_law,
    &opt_known_on, &opt_strict, &opt_limit, &opt_jobs, &opt_resume, &opt_shard, &opt_quiet, &opt_stdlib, &opt_no_color, NULL,
};
static const moot_cli_command run = {
    "run", "Run a caseload: what was due, met, late, owed, and why",
    "Runs each case of a caseload through a protocol. Without --json it shows a summary; with "
    "--store everything is kept for later questions. A bad case is told on standard error and the "
    "others are done. With --assume what people do is drawn, all cases at once, because they compete for "
    "panels, homes and people; of the caseload only facts, events and consents stand.",
    { { "PROTOCOL", "1", "A protocol script." } },
    run_options,
    "Examples:\n"
    "  moot run protocols/stockport-2018.lua --cases examples/stockport-2018/cases.jsonl\n"
    "  moot run protocols/stockport-2018.lua --cases examples/stockport-2018/csv --json",
    "Run cases",
};

static const moot_cli_option opt_whatif_assume = {
    "--assume", "FILE ...", "How people behave [beside the baseline: PROTOCOL.assume.lua]; once more for each --against."
};
static const moot_cli_option opt_against = {
    "--against", "PROTOCOL ...", "Beside this whole protocol too: a script, a name, or a variant as FILE:NAME."
};
static const moot_cli_option opt_readings = {
    "--readings", NULL, "Beside each reading of an unclear text, read each other way: what does it turn?"
};
static const moot_cli_option opt_whatif_csv = { "--csv", NULL, "The same figures as CSV, one a line." };
static const moot_cli_option opt_whatif_by_case = {
    "--by-case", NULL, "With --json: how each case went too, though it may be about a person; nothing is suppressed."
};
static const moot_cli_option opt_whatif_seed = { "--seed", "N", "The luck that is drawn [1]." };
static const moot_cli_option opt_whatif_replicates = {
    "--replicates", "N", "So many worlds of each, each with luck of its own [100]."
};
static const moot_cli_option opt_by = {
    "--by", "FACT", "Figures for each group too, told apart by this fact."
};
static const moot_cli_option opt_equality = {
    "--equality", NULL, "Tell who gains and loses by protected characteristic, and what of that is not recorded."
};
static const moot_cli_option opt_whatif_store = {
    "--store", "DB", "Keep each replicate in this store: every figure of it, and how each life went."
};
static const moot_cli_option opt_whatif_resume = { "--resume", NULL, "Go on with the unfinished what-if in the store." };
static const moot_cli_option opt_open_cases = {
    "--open-cases", "HOW", "Who is open at the change: keep the old rules, switch, or the better for each [switch]."
};
static const moot_cli_option opt_change_on = {
    "--change-on", "DATE", "The day on which the variants' dated rules change, for --open-cases."
};
static const moot_cli_option *const whatif_options[] = {
    &opt_cases, &opt_against, &opt_readings, &opt_whatif_assume, &opt_arrivals, &opt_whatif_replicates, &opt_whatif_seed, &opt_by, &opt_equality, &opt_whatif_by_case, &opt_whatif_store, &opt_json, &opt_whatif_csv,
    &opt_until, &opt_law, &opt_open_cases, &opt_change_on, &opt_limit, &opt_jobs, &opt_whatif_resume, &opt_shard,
    &opt_quiet, &opt_stdlib, &opt_no_color, NULL,
};
static const moot_cli_command whatif = {
    "whatif", "What would change: a protocol beside variants of it, with the same luck",
    "Runs a caseload through a baseline and each variant and sweep point of a file of variants, or other protocols, what people do "
    "being drawn from assumptions. In each replicate every side has the same luck, so differences are the variants' own; cases compete for "
    "panels, quotas, homes and people. It says what surely moves, who gains and loses, and through which clause. Unless all cases "
    "were generated, counts of cases from 1 to 5 are shown as c, with what would give them away.",
    { { "VARIANTS", "1", "A file of variants (moot help variant), or a protocol to stand against others." } },
    whatif_options,
    "Examples:\n"
    "  moot whatif examples/stockport-2018/variants.lua --cases examples/stockport-2018/cases.jsonl\n"
    "  moot whatif stockport-2018 --readings --cases examples/stockport-2018/csv --replicates 2",
    "Run cases",
};

static const moot_cli_option opt_by_case = {
    "--by-case", NULL, "Show what each case comes to under each, not only the sums."
};
static const moot_cli_option opt_csv = { "--csv", NULL, "Write a row of CSV for each answer of each case." };
static const moot_cli_option opt_sums = { "--brief", NULL, "With --json, the sums alone." };
static const moot_cli_option opt_questions = {
    "--questions", "FILE", "Ask the scripts themselves: a table of questions and the clauses that answer."
};
static const moot_cli_option opt_store_compared = {
    "--store", "DB", "Keep what comes of it, under each protocol and side by side, in this store: for moot report and moot why."
};
static const moot_cli_option *const compare_options[] = {
    &opt_cases, &opt_questions, &opt_store_compared, &opt_by_case, &opt_json, &opt_sums, &opt_csv, &opt_as_of, &opt_until, &opt_law, &opt_known_on,
    &opt_strict, &opt_limit, &opt_jobs, &opt_quiet, &opt_stdlib, &opt_no_color, NULL,
};
static const moot_cli_command compare = {
    "compare", "The same cases under several protocols, side by side",
    "Runs each case of a caseload under every protocol that is named, and holds the answers against each "
    "other: who leads, what is due when, tonight's bed, what is owed, what must be known, which stages it "
    "reached, how it ended, what was breached; each with its clause. What only one protocol knows is set "
    "aside under the others, and counted. One case is shown whole; of many, in how many the protocols "
    "differ. A case that one of the protocols cannot read is told, and compared under none. With --questions, "
    "no case: what each script says under the clauses that a table names for each question.",
    { { "PROTOCOL", "+", "Two protocols or more: scripts, names, or variants as FILE:NAME." } },
    compare_options,
    "Examples:\n"
    "  moot compare stockport-2018 luton --cases examples/stockport-2018/cases.jsonl --limit 30\n"
    "  moot compare medway-2021 luton --cases examples/luton/cases.jsonl --by-case",
    "Run cases",
};

static const moot_cli_option opt_presenter = {
    "--presenter", NULL, "For a room: narrow, no times, choices at the bottom."
};
static const moot_cli_option opt_plain = {
    "--plain", NULL, "No pictures, hints or colours: reads well aloud (MOOT_PLAIN does the same)."
};
static const moot_cli_option opt_play = { "--check", "FILE", "Play a transcript again and compare each answer." };
static const moot_cli_option opt_no_config = {
    "--no-config", NULL, "Leave the file of settings alone (moot config names it)."
};
static const moot_cli_option opt_read_only = {
    "--read-only", NULL, "Open kept cases, and keep nothing of what is tried with them."
};
static const moot_cli_option *const repl_options[] = {
    &opt_store, &opt_read_only, &opt_variant, &opt_law, &opt_known_on, &opt_presenter, &opt_plain, &opt_json, &opt_play, &opt_stdlib,
    &opt_no_config, &opt_no_color, NULL,
};
static const moot_cli_command repl = {
    "repl", "Walk a case through a protocol, step by step",
    "Walks one case through a protocol: say what happens, see what follows and why, take it back. "
    "Type help inside. Commands come from standard input when that is not a terminal.",
    { { "PROTOCOL", "?", "A protocol script; open PROTOCOL does the same inside." } },
    repl_options,
    "Examples:\n"
    "  moot repl protocols/stockport-2018.lua\n"
    "  echo help | moot repl protocols/stockport-2018.lua",
    "Run cases",
};

static const moot_cli_option *const due_options[] = {
    &opt_from, &opt_beginning, &opt_counting, &opt_dob, &opt_done, &opt_council, &opt_known_on,
    &opt_leap, &opt_explain, &opt_short, &opt_json, &opt_stdlib, &opt_no_color, NULL,
};
static const moot_cli_command due = {
    "due", "Count a time limit, day by day",
    "Counts a time limit and shows each day counted or skipped, and what the same words would give "
    "read otherwise. RULE is a length of time (\"48 hours\", \"10 working days\", \"3 clear days\", "
    "\"same day\"), before or after a moment (\"10 working days before 2026-12-25\"), or an age "
    "(\"18\", \"6 months before 18\", \"15y9m to 16y3m\"); more lengths may stand behind it (\"2 "
    "working days then 1 month\"). Days are counted in England and Wales, in London's time.",
    { { "RULE", "1", "\"10 working days\", \"3 clear days before 2026-12-25\", \"18\"." } },
    due_options,
    "Examples:\n"
    "  moot due \"10 working days\" --from \"2026-05-21 12:00\"\n"
    "  moot due \"6 months before 18\" --dob 2008-08-31",
    "Count time",
};

static const moot_cli_option opt_outcome = { "--outcome", "NAME", "Why this outcome was taken: \"stage: outcome\"." };
static const moot_cli_option opt_not = { "--not", "NAME", "Why this outcome was not taken, and which tests failed." };
static const moot_cli_option opt_deadline = {
    "--deadline", "NAME", "A deadline or named act: its date, its count, what came of it."
};
static const moot_cli_option opt_panel = {
    "--panel", "NAME", "What a panel decided, at which session, and why at that one."
};
static const moot_cli_option opt_notice = {
    "--notice", "NAME", "A letter as plain text, with what it must say and still does not."
};
static const moot_cli_option opt_of_run = { "--run", "N", "The case as this run of the store has it, counted from 1 [the newest that has it]." };
static const moot_cli_option *const why_options[] = {
    &opt_of_run, &opt_outcome, &opt_not, &opt_deadline, &opt_panel, &opt_notice, &opt_json, &opt_stdlib, &opt_no_color, NULL,
};
static const moot_cli_command why = {
    "why", "The chain of reasons behind an entry, outcome or deadline",
    "Shows a case's log from a store or, with ENTRY or a name, what led to that: each step with its "
    "clause, the line of the script, and the facts that were read with their values; a date with "
    "its count, day by day. Ask one thing at a time. In \"stage: outcome\" the stage may be left "
    "out where only one stage has such an outcome.",
    { { "STORE", "1", "A store made by moot run --store." },
      { "CASE", "1", "Id of a case." },
      { "ENTRY", "?", "Number of an entry; without it, the whole log." } },
    why_options,
    "Examples:\n"
    "  moot why results.db S01 7\n"
    "  moot why results.db S01 --not \"mediation: prevented\"",
    "Look into what came of it",
};

static const moot_cli_option *const store_options[] = { &opt_json, &opt_no_color, NULL };
static const moot_cli_command store = {
    "store", "What a store holds, and whether it is sound",
    "info tells what a store holds; check reads all of it and tells whether it is sound (status 1 "
    "if it is not).",
    { { "ACTION", "1", "info or check." }, { "STORE", "1", "A store made by moot run --store." } },
    store_options,
    "Examples:\n"
    "  moot store info results.db\n"
    "  moot store check results.db",
    "Look into what came of it",
};

static const moot_cli_option opt_clauses = {
    "--clauses", "FILE", "The clause table, if it is not the one that the protocol names."
};
static const moot_cli_option opt_logs = {
    "--store", "DB", "Keep what is found in this store, for moot report; without --cases, count what its newest run of this protocol ran."
};
static const moot_cli_option opt_run_cases = {
    "--cases", "FILE", "Run this caseload first, and count what ran."
};
static const moot_cli_option opt_html = {
    "--html", NULL, "Write one HTML page on standard output, which needs nothing else."
};
static const moot_cli_option *const coverage_options[] = {
    &opt_variant, &opt_clauses, &opt_run_cases, &opt_logs, &opt_html, &opt_json, &opt_stdlib, &opt_no_color, NULL,
};
static const moot_cli_command coverage = {
    "coverage", "Clauses with no rule, rules with no clause, what ran",
    "Holds a protocol against the table of its document's clauses: which clauses a rule says, which "
    "are not run and why that is right or not, and, from the logs of a caseload or a store, which of "
    "them ran. Of several protocols, what each comes to and all together. Status 1 if anything is found.",
    { { "PROTOCOL", "+", "A protocol script; of several, only the sums." } },
    coverage_options,
    "Examples:\n"
    "  moot coverage protocols/stockport-2018.lua\n"
    "  moot coverage protocols/stockport-2018.lua --cases examples/stockport-2018/cases.jsonl",
    "Write a protocol",
};

static const moot_cli_option opt_counts = { "--brief", NULL, "Only how many are the same, changed, removed, added." };
static const moot_cli_option opt_all = {
    "--all", NULL, "With what each takes from stdlib, such as the law it rests on."
};
static const moot_cli_option *const diff_options[] = {
    &opt_counts, &opt_all, &opt_json, &opt_known_on, &opt_stdlib, &opt_no_color, NULL,
};
static const moot_cli_command diff = {
    "diff", "What differs between two protocols: what was added, removed, changed",
    "Holds two protocols against each other, declaration by declaration: stages, outcomes, deadlines, "
    "panels, roles, figures, readings, letters and the rest; what was added, removed, or changed, field by "
    "field, with the clauses of both. What has another name on each side is told as removed and added, with "
    "a question where it is likely the same. Status 1 if they differ, 0 if they say the same.",
    { { "PROTOCOL", "+", "Two of them: scripts, names, or variants as FILE:NAME." } },
    diff_options,
    "Examples:\n"
    "  moot diff stockport-2018 stockport-2024 --brief\n"
    "  moot diff stockport-2018 \"examples/stockport-2018/variants.lua:two days\"",
    "Write a protocol",
};

static const moot_cli_option *const test_options[] = {
    &opt_variant, &opt_store, &opt_json, &opt_quiet, &opt_stdlib, &opt_no_color, NULL,
};
static const moot_cli_command test = {
    "test", "Run scenario scripts: given, when, then",
    "Runs the scenarios of each script under their protocols, and shows what was expected beside what "
    "came, with the reasons. The last line counts scenarios, once for each protocol; the status is 1 if "
    "any failed. With --store the cases are kept, under the names of their scenarios.",
    { { "FILE", "+", "Scenario scripts, NAME.scenario.lua." } },
    test_options,
    "Examples:\n"
    "  moot test tests/protocols/stockport-2018-part-two.scenario.lua\n"
    "  moot test --quiet tests/protocols/stockport-2018-part-two.scenario.lua",
    "Write a protocol",
};

static const moot_cli_option opt_as_at = {
    "--as-at", "DATE", "Only what was the law on this day [whatever is or was]."
};
static const moot_cli_option opt_checklists = {
    "--checklists", NULL, "What a good protocol contains, and where one clashes with the law."
};
static const moot_cli_option opt_law_csv = { "--csv", NULL, "Write a row of CSV for each rule and source." };
static const moot_cli_option *const law_options[] = {
    &opt_as_at, &opt_checklists, &opt_json, &opt_law_csv, &opt_stdlib, &opt_no_color, NULL,
};
static const moot_cli_command law = {
    "law", "What the standard library holds of the law",
    "Lists the rules of the standard library: each with the source of law that it carries out, from "
    "when to when that is the law, and a mark where it is still to be checked. With NAME, one rule or "
    "one source whole. It is not legal advice.",
    { { "NAME", "?", "A rule, or a source such as \"CA89 s.22(2)\"." } },
    law_options,
    "Examples:\n"
    "  moot law --as-at 2018-03-31\n"
    "  moot law \"CWSA26 s.9\"",
    "Write a protocol",
};

static const moot_cli_option *const config_options[] = { &opt_no_color, NULL };
static const moot_cli_command config = {
    "config", "What is set, and by whom: editor, history, mode ...",
    "Prints each setting of moot repl with its value and its origin: the environment, the file of settings, or moot by "
    "itself. The first line names the file; a line of it is NAME = VALUE.",
    { { NULL, NULL, NULL } },
    config_options,
    "Examples:\n"
    "  moot config\n"
    "  MOOT_CONFIG=mine moot config",
    NULL,
};

static const moot_cli_option opt_suppress = {
    "--suppress-below", "N", "Where cases may be about people, show counts from 1 to N - 1 as c [6]; 0 shows all."
};
static const moot_cli_option opt_internal = {
    "--internal", NULL, "With the cases, though they may be about people: for use in the house only."
};
static const moot_cli_option opt_internal_rows = {
    "--internal", NULL, "Of a store: row by row, for use in the house only; nothing is suppressed, and the file says so first."
};
static const moot_cli_option opt_rows = {
    "--rows", NULL, "Of a store: each case by itself, for use outside: without its name and its dates, and only if it is like enough others (5; "
                    "--suppress-below N: N - 1)."
};
static const moot_cli_option opt_generalise = {
    "--generalise", NULL, "With --rows: tell what is known of people more coarsely until each is like enough others; the first line says how."
};
static const moot_cli_option opt_as = {
    "--as", "FORM", "dot, mermaid or svg: a chart; md or html: a document with one; of a store csv, jsonl, ics, xes or ocel."
};
static const moot_cli_option opt_layout = {
    "--layout", "HOW", "Who places the chart: dot (Graphviz), own, or best: for svg dot if it is there [best]."
};
static const moot_cli_option opt_output = {
    "-o --output", "FILE", "Write there, whole or not at all [standard output]."
};
static const moot_cli_option *const export_options[] = {
    &opt_as, &opt_output, &opt_layout, &opt_variant, &opt_internal_rows, &opt_rows, &opt_generalise, &opt_suppress, &opt_stdlib, &opt_no_color, NULL,
};
static const moot_cli_command export = {
    "export", "A protocol as a chart or a document, a store for other programs",
    "Draws a protocol as a flow chart: a lane for each service, a box for each stage, deadlines, panels "
    "and clauses with it. Or writes all of it as a document that needs nothing else to be read: chart, "
    "stages, who owes what by when, panels, readings, clause by clause. Of a store it writes the sums of its report, small "
    "counts hidden where the cases may be about people; rows only with --rows or --internal; as ics a calendar of what waits with a date; "
    "as xes or ocel what happened, for programs that look at processes.",
    { { "PROTOCOL", "1", "A protocol script, or a store." } },
    export_options,
    "Examples:\n"
    "  moot export protocols/stockport-2018.lua --as html -o stockport-2018.html\n"
    "  moot export protocols/luton.lua --as svg -o luton.svg",
    "Write a protocol",
};

static const moot_cli_option opt_count = {
    "--count", "N", "How many cases [what comes in a year]."
};
static const moot_cli_option opt_case_seed = {
    "--seed", "N", "Another number, another caseload [1]."
};
static const moot_cli_option opt_national = {
    "--national", NULL, "Of the councils of England, large and small [one of mean size]."
};
static const moot_cli_option opt_first_day = {
    "--from", "DATE", "First day of the year in which they come [2026-04-01]."
};
static const moot_cli_option opt_cases_out = {
    "-o --output", "FILE", "Where to write [standard output]."
};
static const moot_cli_option opt_figures = {
    "--figures", NULL, "Show what cases are drawn from, each figure with its source, and make none."
};
static const moot_cli_option *const generate_options[] = {
    &opt_count, &opt_case_seed, &opt_national, &opt_first_day, &opt_cases_out, &opt_jobs, &opt_figures, &opt_json, &opt_quiet,
    &opt_no_color, NULL,
};
static const moot_cli_command generate = {
    "generate", "Make up a caseload that is about nobody",
    "Draws a year's cases as a council meets them: homeless at 16 or 17, in care, leaving it, care leavers up to 23, "
    "households with children. Each is drawn from published figures where there are any, and from guesses that "
    "are called so; it says of itself that it is generated. They hold the words that all protocols share, so "
    "each protocol runs them. The same seed gives the same cases anywhere: case 7 is case 7, however many are made.",
    { { NULL, NULL, NULL } },
    generate_options,
    "Examples:\n"
    "  moot generate --count 600 --seed 7\n"
    "  moot generate --figures",
    "Run cases",
};

static const moot_cli_option opt_fitted = {
    "-o --output", "FILE", "Where to write the assumptions [standard output, without the figures]."
};
static const moot_cli_option *const fit_options[] = {
    &opt_fitted, &opt_json, &opt_quiet, &opt_stdlib, &opt_no_color, NULL,
};
static const moot_cli_command fit = {
    "fit", "Estimate assumptions from a store of cases, and tell how well they fit",
    "Writes a file of assumptions from what the cases of a store's newest run did: how often each outcome was "
    "chosen and after how long, what was left out, what was so, how many came. Each figure is told with what it rests on, "
    "its 95% interval, and how far the fitted curve is from what was observed; cases that were not followed to the "
    "end count as far as they were. What has fewer than 10 stands as a remark, to be filled. Unless all cases were "
    "generated, counts from 1 to 5 are shown as c.",
    { { "STORE", "1", "A store made by moot run --store." } },
    fit_options,
    "Examples:\n"
    "  moot fit results.db\n"
    "  moot fit results.db -o fitted.assume.lua",
    "Look into what came of it",
};

static const moot_cli_option opt_report_out = {
    "-o --output", "FILE", "Write there, whole or not at all [standard output]."
};
static const moot_cli_option opt_one_case = {
    "--case", "ID", "Tell of one case, row by row: nothing is suppressed, and the page says so."
};
static const moot_cli_option opt_contact = {
    "--contact", "WORDS", "Whom a reader asks for the page in another form."
};
static const moot_cli_option opt_figures_csv = { "--csv", NULL, "The same figures as CSV, one a line." };
static const moot_cli_option *const report_options[] = {
    &opt_report_out, &opt_figures_csv, &opt_json, &opt_one_case, &opt_suppress, &opt_contact, &opt_no_color, NULL,
};
static const moot_cli_command report = {
    "report", "What came of the runs in a store, as one page to send on",
    "Writes one HTML page that needs nothing else: the answer in words, what was compared, findings each with a picture "
    "and its table, what they rest on, what cannot be told, how to run it again. Runs of several protocols on one caseload "
    "stand side by side. Unless all cases were generated, counts from 1 to 5 are shown as c, with what would give them away.",
    { { "STORE", "1", "A store made by moot run --store." } },
    report_options,
    "Examples:\n"
    "  moot report results.db -o report.html\n"
    "  moot report results.db --csv -o report.csv",
    "Look into what came of it",
};

static const moot_cli_option opt_pack_out = { "-o --output", "FILE", "Where the pack is written, whole or not at all." };
static const moot_cli_option opt_pack_assume = {
    "--assume", "FILE", "What the run was drawn from, if it was drawn."
};
static const moot_cli_option opt_whatif_cases = {
    "--cases", "FILE", "The cases of a what-if, which its store does not hold."
};
static const moot_cli_option *const pack_options[] = {
    &opt_pack_out, &opt_internal, &opt_whatif_cases, &opt_pack_assume, &opt_quiet, &opt_stdlib, &opt_no_color, NULL,
};
static const moot_cli_command pack = {
    "pack", "A run as one file that others can run again",
    "Writes the newest run of a store, or its newest what-if, as one file: protocol, variants, assumptions, seed, options, "
    "hashes, and what came of it. "
    "The cases are inside only if all of them were generated, or with --internal; else the hash of their file, and of "
    "results only hashes of a hundred cases together. It is run again as it is packed.",
    { { "STORE", "1", "A store made by moot run --store, or moot whatif --store." } },
    pack_options,
    "Examples:\n"
    "  moot pack results.db -o results.pack\n"
    "  moot pack results.db --internal -o in-house.pack",
    "Look into what came of it",
};

static const moot_cli_option opt_pack_cases = { "--cases", "FILE", "The cases, if they are not in the pack." };
static const moot_cli_option *const verify_options[] = {
    &opt_pack_cases, &opt_json, &opt_stdlib, &opt_no_color, NULL,
};
static const moot_cli_command verify = {
    "verify", "Run a pack again: identical, or where it first differs",
    "Runs what moot pack wrote again, here, and holds what comes of it against what it says. Status 1 if anything "
    "differs: the protocol's hash, the cases, a result.",
    { { "PACK", "1", "A file made by moot pack." } },
    verify_options,
    "Examples:\n"
    "  moot verify results.pack --cases examples/stockport-2018/cases.jsonl\n"
    "  moot verify in-house.pack",
    "Look into what came of it",
};

static const moot_cli_option opt_merged = { "-o --output", "FILE", "The store that is made; it is not there yet." };
static const moot_cli_option *const merge_options[] = { &opt_merged, &opt_json, &opt_quiet, &opt_no_color, NULL };
static const moot_cli_command merge = {
    "merge", "Put the parts of a what-if, or of a run that is drawn, together, exactly",
    "Takes the stores of all parts of one what-if, or of one moot run --assume, made by --shard I/N on one machine or many, and makes "
    "the store that one run of all replicates would have made. A part that is missing, twice, unfinished, or of another is refused.",
    { { "STORE", "+", "The stores of all parts." } },
    merge_options,
    "Examples:\n"
    "  moot merge part1.db part2.db -o whole.db\n"
    "  moot merge part2.db part1.db -o same.db --json",
    "Look into what came of it",
};

static const moot_cli_command *const commands[] = {
    &new_script, &check, &coverage, &diff, &test, &law, &export, &repl, &run, &whatif, &compare,
    &generate, &due, &why, &report, &pack, &verify, &store, &merge, &fit, &config, NULL,
};
static const moot_cli_program program = {
    "moot",
    "Usage: moot COMMAND ...\n"
    "\n"
    "moot runs cases through a council's joint housing protocol: what must happen,\n"
    "by when, who owes it, and why.",
    "moot help COMMAND      how to use one; moot COMMAND --help does the same\n"
    "moot help words, WORD  the words of protocols; one of them: moot help word due\n"
    "moot help status       what moot returns to whoever called it\n"
    "moot --version, --licences, --completion SHELL\n"
    "\n"
    "Examples:\n"
    "  moot due \"10 working days\" --from \"2026-05-21 12:00\"\n"
    "  moot run protocols/stockport-2018.lua --cases examples/stockport-2018/cases.jsonl",
    commands,
};

const moot_cli_program *moot_cli_program_table(void)
{
    return &program;
}
