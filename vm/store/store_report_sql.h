/* store_report_sql: what moot_store_report asks, one statement each: ?1 is the run. Part of the one list of store_sql.h.
 *
 * Behind the name the columns: t text (or nothing), i whole number (or nothing), r a number of days with parts. */
#ifndef MOOT_STORE_REPORT_SQL_H
#define MOOT_STORE_REPORT_SQL_H

#define MOOT_SQL_DAYS(t)                                                                          \
    "((" t " + (SELECT z.east FROM local_time AS z WHERE z.from_at <= " t                         \
    " ORDER BY z.from_at DESC LIMIT 1)) / 86400.0)"
#define MOOT_SQL_OF_RUN "JOIN case_rows AS c ON c.case_no = s.case_no WHERE c.run = ?1 "
#define MOOT_SQL_GIVEN(fact)                                                                      \
    "CASE json_type(i.input, '$.facts." fact "') WHEN 'true' THEN 'yes' WHEN 'false' THEN 'no' ELSE " \
    "CAST(json_extract(i.input, '$.facts." fact "') AS TEXT) END"
/* Of a case c of a run r: it did not come by itself beside the caseload (vm/run/arrivals.h). */
#define MOOT_SQL_WAS_GIVEN "(instr(r.options, '--arrivals ') = 0 OR c.id NOT LIKE '+%-%-%')"
#define MOOT_SQL_IS(status) "sum(s.status = '" status "')"

/* clang-format off */
#define MOOT_REPORT_STATEMENTS(X)                                                                 \
    X(REPORT_RUNS, "itttttttiittiiii",                                                            \
        "SELECT v.run, v.protocol, v.hash, p.council, v.caseload, v.caseload_sha, v.as_of, "      \
        "v.law_as_at, v.oracle = 'modelled', v.seed, v.options, v.moot, v.replicate, v.finished, " \
        "(SELECT count(*) FROM case_rows AS c WHERE c.run = v.run), "                             \
        "(SELECT count(*) FROM case_rows AS c JOIN inputs AS i ON i.case_no = c.case_no WHERE "   \
        "c.run = v.run AND json_extract(i.input, '$.generated') IS NOT NULL) FROM runs AS v "     \
        "JOIN run_rows AS r ON r.run = v.run JOIN protocols AS p ON p.protocol_no = "             \
        "r.protocol_no WHERE ?1 = ?1 ORDER BY v.run")                                             \
    X(REPORT_CASES, "iiiiiiii",                                                                   \
        "SELECT count(*), total(c.status = 'closed'), total(c.status = 'open'), "                 \
        "total(c.status = 'undecided'), total(c.status = 'failed'), "                             \
        "total(EXISTS (SELECT 1 FROM breach_rows AS x WHERE x.case_no = c.case_no)), "            \
        "total(EXISTS (SELECT 1 FROM departure_rows AS x WHERE x.case_no = c.case_no)), "         \
        "total(EXISTS (SELECT 1 FROM need_rows AS x WHERE x.case_no = c.case_no)) "               \
        "FROM case_rows AS c WHERE c.run = ?1")                                                   \
    /* each case without its name: what is known of the person, the columns of rarity first; then what came of it */ \
    X(REPORT_PEOPLE, "tttttttttt",                                                                \
        "SELECT coalesce(substr(" MOOT_SQL_GIVEN("dob") ", 1, 7), '') AS born, coalesce(" MOOT_SQL_GIVEN("sex") ", ''), coalesce(" \
        MOOT_SQL_GIVEN("ethnic_group") ", ''), coalesce(" MOOT_SQL_GIVEN("disabled") ", ''), coalesce(" MOOT_SQL_GIVEN("uasc") ", ''), " \
        "coalesce(" MOOT_SQL_GIVEN("care_status") ", ''), coalesce(" MOOT_SQL_GIVEN("responsible_authority") ", " \
        MOOT_SQL_GIVEN("authority_of_residence") ", ''), c.status, coalesce(c.outcome, ''), CAST((SELECT count(*) FROM breach_rows AS x " \
        "WHERE x.case_no = c.case_no) AS TEXT) FROM case_rows AS c LEFT JOIN inputs AS i ON i.case_no = c.case_no WHERE c.run = ?1 " \
        "ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10")                                                 \
    X(REPORT_ENDS, "tti",                                                                         \
        "SELECT c.status, coalesce(c.outcome, ''), count(*) FROM case_rows AS c WHERE c.run = ?1 " \
        "GROUP BY 1, 2 ORDER BY c.status = 'closed', 1, 3 DESC, 2")                               \
    X(REPORT_DEADLINES, "tttiiiiiiiiii",                                                          \
        "SELECT d.name, d.clause, d.stage, " MOOT_SQL_IS("met") ", " MOOT_SQL_IS("late") ", "     \
        MOOT_SQL_IS("early") ", " MOOT_SQL_IS("live") ", " MOOT_SQL_IS("undated") ", "            \
        MOOT_SQL_IS("void") ", " MOOT_SQL_IS("cannot tell") ", sum(s.breach), "                   \
        "sum(s.provisional), sum(s.assumed) FROM deadline_rows AS s JOIN declarations AS d ON "   \
        "d.declaration = s.deadline " MOOT_SQL_OF_RUN "GROUP BY s.deadline ORDER BY s.deadline")  \
    X(REPORT_INVARIANTS, "ttiii",                                                                 \
        "SELECT d.name, d.clause, count(*), count(DISTINCT s.case_no), sum(s.nights) FROM "       \
        "breach_rows AS s JOIN declarations AS d ON d.declaration = s.rule " MOOT_SQL_OF_RUN      \
        "AND s.kind = 'invariant' GROUP BY s.rule ORDER BY s.rule")                               \
    /* to the last place, if they sleep there still; else to the end of what is known */          \
    X(REPORT_HOMES, "ii",                                                                         \
        "SELECT max(0, (coalesce(b.from_lo, c.closed_lo, c.as_of) - l.at_lo) / 86400), "          \
        "b.from_lo IS NOT NULL FROM case_rows AS c JOIN log AS l ON l.case_no = c.case_no AND "   \
        "l.n = 1 LEFT JOIN bed_rows AS b ON b.case_no = c.case_no AND b.place <> 'nowhere' AND "  \
        "b.n = (SELECT max(x.n) FROM bed_rows AS x WHERE x.case_no = c.case_no) WHERE "           \
        "c.run = ?1 AND coalesce(b.from_lo, c.closed_lo, c.as_of) IS NOT NULL ORDER BY c.case_no") \
    X(REPORT_PANELS, "trri",                                                                      \
        "SELECT d.name, " MOOT_SQL_DAYS("s.listed_lo") ", " MOOT_SQL_DAYS("coalesce(s.session_lo," \
        " CASE WHEN s.waits THEN c.as_of END)") ", s.waits FROM panel_rows AS s JOIN "            \
        "declarations AS d ON d.declaration = s.panel " MOOT_SQL_OF_RUN                           \
        "AND s.listed_lo IS NOT NULL ORDER BY s.panel, s.listed_lo, c.case_no, s.n")              \
    X(REPORT_FLOWS, "tti",                                                                        \
        "SELECT d.name, CASE WHEN s.left_lo IS NULL THEN '(still there)' ELSE coalesce((SELECT "  \
        "e.name FROM stage_rows AS t JOIN declarations AS e ON e.declaration = t.stage WHERE "    \
        "t.case_no = s.case_no AND t.n > s.n AND t.entered_lo = s.left_lo AND s.stopped = 0 "     \
        "ORDER BY t.n LIMIT 1), CASE WHEN c.closed_lo = s.left_lo THEN c.outcome END, o.name, "   \
        "'(stopped)') END AS goes, count(*) FROM stage_rows AS s JOIN declarations AS d ON "      \
        "d.declaration = s.stage LEFT JOIN declarations AS o ON o.declaration = s.outcome "       \
        MOOT_SQL_OF_RUN "GROUP BY s.stage, goes ORDER BY s.stage, count(*) DESC, goes")           \
    X(REPORT_MEASURES, "tttttiiiiiii",                                                            \
        "SELECT measure, kind, clause, period, split, n, met, total, target, live, void, "        \
        "cannot_tell FROM measures WHERE run = ?1")                                               \
    X(REPORT_READINGS, "ttti",                                                                    \
        "SELECT d.name, d.chosen, d.clause, (SELECT count(DISTINCT s.case_no) FROM reading_rows " \
        "AS s JOIN case_rows AS c ON c.case_no = s.case_no WHERE c.run = ?1 AND s.reading = "     \
        "d.declaration) FROM declarations AS d JOIN run_rows AS r ON r.protocol_no = "            \
        "d.protocol_no WHERE r.run = ?1 AND d.kind = 'reading' ORDER BY d.declaration")           \
    X(REPORT_NEEDS, "ttii",                                                                       \
        "SELECT fact, ask, count(DISTINCT id), total(blocks) FROM needs WHERE run = ?1 GROUP BY " \
        "fact ORDER BY 3 DESC, fact")                                                             \
    X(REPORT_TONIGHT, "ti",                                                                       \
        "SELECT t.known, count(*) FROM tonight AS t JOIN case_rows AS c ON c.run = t.run AND "    \
        "c.id = t.id WHERE t.run = ?1 AND c.status IN ('open', 'undecided') GROUP BY t.known "    \
        "ORDER BY t.known DESC")                                                                  \
    X(REPORT_DUTIES, "tii",                                                                       \
        "SELECT coalesce(services, owed_by, 'nobody is named'), count(*), sum(ended IS NULL) "    \
        "FROM duties WHERE run = ?1 GROUP BY 1 ORDER BY 2 DESC, 1")                               \
    X(REPORT_ESCALATIONS, "tti",                                                                  \
        "SELECT d.name, CAST(s.level AS TEXT), count(*) FROM escalation_rows AS s JOIN declarations AS d ON " \
        "d.declaration = s.ladder " MOOT_SQL_OF_RUN "GROUP BY s.ladder, s.level ORDER BY "        \
        "s.ladder, s.level = 0, s.level")                                                         \
    X(REPORT_CHARGES, "tiii",                                                                     \
        "SELECT s.paid_by, count(*), total(d.pence), sum(d.pence IS NULL) FROM charge_rows AS s " \
        "JOIN declarations AS d ON d.declaration = s.act " MOOT_SQL_OF_RUN                        \
        "GROUP BY s.paid_by ORDER BY s.paid_by")                                                  \
    X(REPORT_DEPARTURES, "tii",                                                                   \
        "SELECT s.clause, count(*), count(DISTINCT s.case_no) FROM departure_rows AS s "          \
        MOOT_SQL_OF_RUN "GROUP BY s.clause ORDER BY 2 DESC, s.clause")                            \
    X(REPORT_NEVER, "ttt",                                                                        \
        "SELECT d.kind, d.name, d.clause FROM declarations AS d JOIN run_rows AS r ON "           \
        "r.protocol_no = d.protocol_no WHERE r.run = ?1 AND d.kind IN ('stage', 'deadline', "     \
        "'panel') AND NOT EXISTS (SELECT 1 FROM log AS l JOIN case_rows AS c ON c.case_no = "     \
        "l.case_no WHERE c.run = ?1 AND l.declaration = d.declaration) ORDER BY d.declaration")   \
    X(REPORT_LAW, "ttti",                                                                         \
        "SELECT source, says, mark, cases FROM law_relied WHERE run = ?1")                        \
    X(REPORT_LAW_NOTE, "t",                                                                       \
        "SELECT w.note FROM law_notes AS w JOIN run_rows AS r ON r.protocol_no = w.protocol_no "  \
        "WHERE r.run = ?1")                                                                       \
    /* comparisons, coverages: all of the store; those of one, by its number */                   \
    X(COMPARE_ALL, "itttttiiitt",                                                                 \
        "SELECT compare, protocols, caseload, caseload_sha, as_of, law_as_at, cases, set_aside, " \
        "generated, moot, options FROM compares WHERE ?1 = ?1 ORDER BY compare")                  \
    X(COMPARE_SIDES, "ttiiiiiiiiiiii",                                                            \
        "SELECT protocol, hash, closed, open, undecided, failed, due, undated, cannot_tell, owed, " \
        "needed, breaches, no_bed, set_aside FROM compare_protocols WHERE compare = ?1")          \
    X(COMPARE_ASPECTS, "tii",                                                                     \
        "SELECT name, differ, aspect FROM compare_aspects WHERE compare = ?1 ORDER BY aspect")    \
    X(COMPARE_UNLIKE, "iii",                                                                      \
        "SELECT aspect, side, cases FROM compare_unlike WHERE compare = ?1 ORDER BY aspect, side") \
    /* the newest of each protocol */                                                             \
    X(COVERAGE_ALL, "ittttttiitt",                                                                \
        "SELECT v.coverage, v.protocol, v.hash, v.clauses, v.clauses_sha, v.caseload, "           \
        "v.caseload_sha, v.cases, v.generated, v.moot, w.note FROM coverages AS v JOIN "          \
        "coverage_rows AS r ON r.coverage = v.coverage LEFT JOIN law_notes AS w ON w.protocol_no = " \
        "r.protocol_no WHERE ?1 = ?1 AND v.coverage = (SELECT max(x.coverage) FROM coverages AS x " \
        "WHERE x.protocol = v.protocol) ORDER BY v.coverage")                                     \
    X(COVERAGE_CLAUSES, "tttiiiitt",                                                              \
        "SELECT clause, operational, state, rules, open, ran, ran_in, rule, name FROM "           \
        "coverage_by_clause WHERE coverage = ?1")                                                 \
    X(COVERAGE_FINDINGS, "ttt",                                                                   \
        "SELECT clause, what, rule FROM coverage_findings WHERE coverage = ?1 ORDER BY n")        \
    /* row by row: each case, behind it its stages and its deadlines */                           \
    X(REPORT_ROWS, "tttttttttt",                                                                  \
        "SELECT k, id, child, name, clause, owner, since, due, status, ended FROM (SELECT c.case_no " \
        "AS o, 0 AS s, 0 AS n, 'case' AS k, v.id, NULL AS child, v.protocol AS name, NULL AS "    \
        "clause, NULL AS owner, NULL AS since, NULL AS due, v.status, v.outcome AS ended FROM "   \
        "case_rows AS c JOIN cases AS v ON v.case_no = c.case_no WHERE c.run = ?1 "               \
        "UNION ALL SELECT c.case_no, 1, t.visit, 'stage', t.id, t.child, t.stage, t.clause, "     \
        "t.owner, t.entered, NULL, coalesce(t.outcome, CASE WHEN t.left IS NULL THEN 'open' ELSE " \
        "'stopped' END), t.left FROM stages AS t JOIN case_rows AS c ON c.run = t.run AND c.id = " \
        "t.id WHERE t.run = ?1 "                                                                  \
        "UNION ALL SELECT c.case_no, 2, d.entry, 'deadline', d.id, d.child, d.deadline, d.clause, " \
        "d.owner, d.since, d.due, d.status, d.met_at FROM deadlines AS d JOIN case_rows AS c ON " \
        "c.run = d.run AND c.id = d.id WHERE d.run = ?1) ORDER BY o, s, n")                       \
    /* what is still to be done by a date, the nth of its name in the case; late ones of stages that were left are history */ \
    X(REPORT_DATES, "tttttttiiii",                                                                \
        "SELECT id, child, deadline, clause, due, status, (SELECT group_concat(j.value, ' and ') " \
        "FROM json_each(owner) AS j), due_hi, stamp, entries, nth FROM (SELECT v.*, c.case_no AS o, " \
        "c.entries, coalesce(l.known, c.as_of, v.due_hi) AS stamp, row_number() OVER (PARTITION " \
        "BY c.case_no, v.child, v.deadline ORDER BY v.entry, v.due_hi) AS nth, CASE WHEN v.status = " \
        "'late' THEN coalesce(t.left_lo, c.closed_lo) END AS over FROM deadlines AS v JOIN "      \
        "case_rows AS c ON c.run = v.run AND c.id = v.id LEFT JOIN log AS l ON l.case_no = "      \
        "c.case_no AND l.n = v.entry LEFT JOIN stage_rows AS t ON t.case_no = c.case_no AND t.n " \
        "= l.visit + 1 WHERE v.run = ?1) WHERE due_hi IS NOT NULL AND met_at IS NULL AND over IS " \
        "NULL AND status IN ('live', 'late', 'cannot tell') ORDER BY due_hi, o, entry")           \
    /* what happened, for programs that look at processes; a whole day is its first second, and `day` 1; late as its \
     * time ran out; an act that finds a place is the place */                                    \
    X(REPORT_EVENTS, "iitittttttt",                                                               \
        "SELECT at, day, id, child, kind, name, detail, text, who, clause, moment FROM ("         \
        "SELECT c.case_no AS o, l.at_lo AS at, l.at_hi > l.at_lo AS day, e.id, l.child, e.what AS kind, e.name, " \
        "e.detail, e.text, coalesce(e.who, (SELECT group_concat(j.value, char(31)) FROM json_each(t.owner) AS j)) AS who, " \
        "e.clause, e.at AS moment, e.n FROM entries AS e JOIN case_rows AS c ON c.run = e.run AND c.id = e.id " \
        "JOIN log AS l ON l.case_no = c.case_no AND l.n = e.n LEFT JOIN stages AS t ON t.run = e.run AND " \
        "t.id = e.id AND t.visit = l.visit + 1 AND e.what IN ('enters', 'leaves') WHERE e.run = ?1 " \
        "AND e.superseded_by IS NULL AND (e.what IN ('event', 'enters', 'leaves', 'panel session', " \
        "'placed', 'signed', 'escalated', 'stopped', 'closes') OR (e.what = 'act' AND e.detail = 'done' AND NOT " \
        "EXISTS (SELECT 1 FROM log AS p WHERE p.case_no = l.case_no AND p.n = l.n + 1 AND p.ref = l.ref AND p.what = (SELECT " \
        "w.n FROM words AS w WHERE w.list = 'entry' AND w.word = 'placed')))) UNION ALL " \
        "SELECT c.case_no, d.due_hi, 0, d.id, d.child, 'late', d.deadline, NULL, NULL, (SELECT group_concat(j.value, " \
        "char(31)) FROM json_each(d.owner) AS j), d.clause, d.due, d.entry FROM deadlines AS d JOIN case_rows AS c " \
        "ON c.run = d.run AND c.id = d.id JOIN log AS l ON l.case_no = c.case_no AND l.n = 1 WHERE d.run = ?1 AND " \
        "d.status = 'late' AND d.due_hi IS NOT NULL) ORDER BY o, at, n") \
    X(REPORT_INPUTS, "t",                                                                         \
        "SELECT i.input FROM inputs AS i JOIN case_rows AS c ON c.case_no = i.case_no JOIN "      \
        "run_rows AS r ON r.run = c.run WHERE c.run = ?1 AND " MOOT_SQL_WAS_GIVEN " ORDER BY "        \
        "c.case_no")                                                                              \
    /* a what-if: sides in which one reading is read otherwise, and nothing else */               \
    X(WHATIF_TURNS, "ittt",                                                                       \
        "SELECT s.side, d.clause, b.chosen, d.chosen FROM whatif_sides AS s JOIN whatif_sides "   \
        "AS o ON o.whatif = s.whatif AND o.side = 0 JOIN declarations AS d ON d.protocol_no = "   \
        "s.protocol_no AND d.kind = 'reading' JOIN declarations AS b ON b.protocol_no = "         \
        "o.protocol_no AND b.kind = 'reading' AND b.name = d.name AND b.chosen <> d.chosen "      \
        "WHERE s.whatif = ?1 AND s.name = d.name || ': ' || d.chosen ORDER BY s.side")            \
    /* one case: ?2 is its id */                                                                  \
    X(REPORT_CASE_STAGES, "trrtt",                                                                \
        "SELECT d.name || CASE WHEN s.child IS NULL THEN '' ELSE ' (child ' || s.child || ')' "   \
        "END, " MOOT_SQL_DAYS("s.entered_lo") ", " MOOT_SQL_DAYS("s.left_lo") ", o.name, "        \
        "d.clause FROM stage_rows AS s JOIN declarations AS d ON d.declaration = s.stage "        \
        "LEFT JOIN declarations AS o ON o.declaration = s.outcome " MOOT_SQL_OF_RUN               \
        "AND c.id = ?2 AND s.entered_lo IS NOT NULL ORDER BY s.entered_lo, s.n")                  \
    X(REPORT_CASE_DEADLINES, "tttttttt",                                                          \
        "SELECT deadline, clause, owner, since, rule, due, status, met_at FROM deadlines WHERE "  \
        "run = ?1 AND id = ?2 ORDER BY entry")
/* clang-format on */

typedef enum moot_report_ask {
#define X(name, columns, text) MOOT_##name,
    MOOT_REPORT_STATEMENTS(X)
#undef X
    MOOT_REPORT_ASKS
} moot_report_ask;

#endif
