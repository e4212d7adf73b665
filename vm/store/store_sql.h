/* store_sql: every statement of the store, each prepared once when it is first used. */
#ifndef MOOT_STORE_SQL_H
#define MOOT_STORE_SQL_H

#include "vm/store/store_report_sql.h"

#define MOOT_SQL_ROW(table, columns, marks)                                                       \
    "INSERT INTO " table "(case_no, n, " columns ") VALUES (?, ?, " marks ")"

/* clang-format off */
#define MOOT_STATEMENTS(X)                                                                        \
    X(BEGIN, "BEGIN IMMEDIATE")                                                                   \
    X(COMMIT, "COMMIT")                                                                           \
    /* protocols */                                                                               \
    X(FIND_PROTOCOL, "SELECT protocol_no FROM protocols WHERE hash = ? AND sources_sha = ?")      \
    X(PUT_PROTOCOL, "INSERT INTO protocols(id, hash, sources_sha, council, first_declaration) "   \
        "VALUES (?, ?, ?, ?, (SELECT coalesce(max(declaration), 0) + 1 FROM declarations))")      \
    X(PUT_SOURCE, "INSERT INTO sources(protocol_no, n, file, text) VALUES (?, ?, ?, ?)")          \
    X(PUT_SYMBOL, "INSERT INTO symbols(protocol_no, symbol, name) VALUES (?, ?, ?)")              \
    X(PUT_DECLARATION, "INSERT INTO declarations(declaration, protocol_no, kind, n, name, "       \
        "clause, file, line, stage, owner, rule, verb, who, via, paid_by, provider, pence, "      \
        "service, duty, ask, chosen, target, per) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "   \
        "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")                                                       \
    X(PUT_LAW, "INSERT INTO law(protocol_no, source, act, says, in_force_from, in_force_to, "     \
        "commenced, mark, dates_mark, as_at, open, link) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "  \
        "?, ?)")                                                                                  \
    X(PUT_LAW_CARRIED_OUT, "INSERT INTO law_carried_out(declaration, source, open) "              \
        "VALUES (?, ?, ?)")                                                                       \
    X(PUT_LAW_NOTE, "INSERT INTO law_notes(protocol_no, note) VALUES (?, ?)")                     \
    X(FIRST_DECLARATION, "SELECT first_declaration FROM protocols WHERE protocol_no = ?")         \
    X(GET_PROTOCOL, "SELECT id, hash, first_declaration FROM protocols WHERE protocol_no = ?")    \
    X(COUNT_SOURCES, "SELECT count(*) FROM sources WHERE protocol_no = ?")                        \
    X(GET_SOURCES, "SELECT file, text FROM sources WHERE protocol_no = ? ORDER BY n")             \
    X(GET_ZONE, "SELECT name FROM zone")                                                          \
    X(PUT_ZONE, "INSERT INTO zone(name) VALUES (?)")                                              \
    X(PUT_LOCAL_TIME, "INSERT INTO local_time(from_at, east, suffix) VALUES (?, ?, ?)")           \
    X(PUT_WORD, "INSERT INTO words(list, n, word, ref_is, ref2_is) VALUES (?, ?, ?, ?, ?)")       \
    X(GET_WORD, "SELECT word FROM words WHERE list = ? AND n = ?")                                \
    X(PUT_DOCUMENTATION, "INSERT INTO store_documentation(name, about) VALUES (?, ?)")            \
    /* runs */                                                                                    \
    X(PUT_RUN, "INSERT INTO run_rows(protocol_no, caseload, caseload_sha, as_of, law_as_at, "     \
        "oracle, seed, moot, options, replicate, cases_done, finished) VALUES (?, ?, ?, ?, ?, "   \
        "?, ?, ?, ?, ?, 0, 0)")                                                                   \
    X(FIND_RUN, "SELECT run, cases_done FROM run_rows WHERE protocol_no = ? AND caseload = ? "    \
        "AND caseload_sha = ? AND as_of IS ? AND law_as_at IS ? AND oracle = ? AND seed = ? "     \
        "AND moot = ? AND options = ? AND replicate = ? AND finished = 0 ORDER BY run DESC "      \
        "LIMIT 1")                                                                                \
    X(FIND_FINISHED, "SELECT run FROM run_rows WHERE protocol_no = ? AND caseload = ? AND "       \
        "caseload_sha = ? AND as_of IS ? AND law_as_at IS ? AND oracle = ? AND seed = ? AND "     \
        "moot = ? AND options = ? AND replicate = ? AND finished = 1 ORDER BY run DESC LIMIT 1")  \
    X(FINISHED_REPLICATES, "SELECT replicate FROM run_rows WHERE protocol_no = ? AND caseload = " \
        "? AND caseload_sha = ? AND as_of IS ? AND law_as_at IS ? AND oracle = ? AND seed = ? "   \
        "AND moot = ? AND options = ? AND finished = 1 ORDER BY replicate")                       \
    X(RUN_DONE, "UPDATE run_rows SET cases_done = ?, finished = ? WHERE run = ?")                 \
    X(RUN_DECLARATIONS, "SELECT p.first_declaration FROM run_rows AS r JOIN protocols AS p ON "      \
        "p.protocol_no = r.protocol_no WHERE r.run = ?")                                          \
    /* but those whose options begin so */                                                        \
    X(NEWEST_WHOLE_RUN, "SELECT max(run) FROM run_rows WHERE substr(options, 1, length(?1)) <> "  \
        "?1")                                                                                     \
    X(NEWEST_RUN, "SELECT max(run) FROM run_rows")                                                \
    /* parts of a run: options differ in which part it is, the others must not */                \
    X(PART_IDENTITY, "SELECT DISTINCT p.hash || p.sources_sha || char(10) || r.caseload || "      \
        "char(10) || r.caseload_sha || char(10) || coalesce(r.as_of, '') || char(10) || "         \
        "coalesce(r.law_as_at, '') || char(10) || r.oracle || char(10) || r.seed || char(10) || " \
        "r.moot, r.options FROM run_rows AS r JOIN protocols AS p ON p.protocol_no = "            \
        "r.protocol_no ORDER BY 1, 2")                                                            \
    X(PART_RUNS, "SELECT count(DISTINCT replicate) FILTER (WHERE finished = 1 AND replicate % ?1 " \
        "= ?2 AND replicate < ?3), count(*) FILTER (WHERE replicate % ?1 <> ?2 OR replicate >= "  \
        "?3) FROM run_rows")                                                                      \
    X(PART_RUN, "SELECT r.run, coalesce(min(c.case_no), 1), count(c.case_no) FROM run_rows AS r " \
        "LEFT JOIN case_rows AS c ON c.run = r.run WHERE r.run = (SELECT max(run) FROM run_rows " \
        "WHERE replicate = ? AND finished = 1) GROUP BY r.run")                                   \
    X(PART_WHOLE, "UPDATE run_rows SET options = substr(options, 1, length(options) - ?1) WHERE " \
        "replicate % ?3 = ?2")                                                                    \
    /* cases */                                                                                   \
    X(PUT_CASE, "INSERT INTO case_rows(run, id, status, outcome, closed_lo, closed_hi, as_of, "   \
        "fault, entries) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")                                     \
    X(SET_CASE, "UPDATE case_rows SET status = ?, outcome = ?, closed_lo = ?, closed_hi = ?, "    \
        "as_of = ?, fault = ?, entries = ? WHERE case_no = ?")                                    \
    X(PUT_INPUT, "INSERT INTO inputs(case_no, input) VALUES (?, ?) ON CONFLICT DO UPDATE SET "    \
        "input = excluded.input")                                                                 \
    X(FIND_IN_RUN, "SELECT case_no, entries FROM case_rows WHERE run = ? AND id = ?")             \
    /* CROSS JOIN: through the runs, which are few, and in each by the index; not through all cases */ \
    X(FIND_CASE, "SELECT c.run, c.case_no, c.as_of, r.protocol_no, r.law_as_at, r.options FROM "  \
        "run_rows AS r CROSS JOIN case_rows AS c ON c.run = r.run AND c.id = ?1 WHERE ?2 = 0 OR r.run = ?2 " \
        "ORDER BY r.run DESC LIMIT 1")                                                            \
    X(COUNT_CASE_RUNS, "SELECT count(*) FROM run_rows AS r CROSS JOIN case_rows AS c ON c.run = r.run AND c.id = ?") \
    X(CASE_DECLARATIONS, "SELECT p.first_declaration FROM case_rows AS c JOIN run_rows AS r "     \
        "ON r.run = c.run JOIN protocols AS p ON p.protocol_no = r.protocol_no WHERE "            \
        "c.case_no = ?")                                                                          \
    X(EACH_CASE, "SELECT id, status FROM case_rows WHERE run = ? ORDER BY case_no")               \
    X(GET_INPUT, "SELECT input FROM inputs WHERE case_no = ?")                                    \
    /* CROSS JOIN: from the next case on, not through the whole run. Who came was not given. */   \
    X(NEXT_INPUT, "SELECT i.case_no, i.input FROM inputs AS i CROSS JOIN case_rows AS c ON "      \
        "c.case_no = i.case_no CROSS JOIN run_rows AS r ON r.run = c.run WHERE i.case_no > ? "    \
        "AND c.run = ? AND " MOOT_SQL_WAS_GIVEN " ORDER BY i.case_no LIMIT 1")                    \
    X(PUT_ENTRY, "INSERT INTO log(case_no, n, what, flags, at_lo, at_hi, known, ref, ref2, "      \
        "visit, clock, child, who, cause, line, declaration, clause, value_type, value_a, "       \
        "value_b, value_text, due_lo, due_hi, mark_lo, mark_hi, not_before_lo, not_before_hi, "   \
        "text, provider, paid_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "    \
        "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")                                                 \
    X(PUT_READ, "INSERT INTO reads(case_no, entry, n, node, fact, child, verdict, presumed, "     \
        "value_type, value_a, value_b, value_text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")  \
    X(GET_LOG, "SELECT n, what, flags, at_lo, at_hi, known, ref, ref2, visit, clock, child, "     \
        "who, cause, line, declaration, clause, value_type, value_a, value_b, value_text, "       \
        "due_lo, due_hi, mark_lo, mark_hi, not_before_lo, not_before_hi, text, provider, "        \
        "paid_by FROM log WHERE case_no = ? ORDER BY n")                                          \
    X(GET_READS, "SELECT entry, node, child, verdict, presumed, value_type, value_a, value_b, "   \
        "value_text FROM reads WHERE case_no = ? ORDER BY entry, n")                              \
    X(COUNT_LOG, "SELECT count(*) FROM log WHERE case_no = ?")                                    \
    X(COUNT_READS, "SELECT count(*) FROM reads WHERE case_no = ?")                                \
    /* lists of the result */                                                                     \
    X(PUT_STAGE, MOOT_SQL_ROW("stage_rows",                                                       \
        "child, stage, entered_lo, entered_hi, left_lo, left_hi, outcome, owner, decided_by, "    \
        "stopped, departed, entry", "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"))                        \
    X(PUT_DECISION, MOOT_SQL_ROW("decision_rows",                                                 \
        "child, decision, value, clause, at_lo, at_hi, entry", "?, ?, ?, ?, ?, ?, ?"))            \
    X(PUT_DEADLINE, MOOT_SQL_ROW("deadline_rows",                                                 \
        "child, deadline, owner, since_lo, since_hi, due_lo, due_hi, status, met_lo, met_hi, "    \
        "not_before_lo, not_before_hi, late_by, late, late_unit, void_because, breach, "          \
        "assumed, known_late, provisional, entry",                                                \
        "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"))                         \
    X(PUT_PANEL, MOOT_SQL_ROW("panel_rows",                                                       \
        "child, panel, stage, listed_lo, listed_hi, session_lo, session_hi, outcome, waits, "     \
        "waits_for_lo, waits_for_hi, entry", "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"))               \
    X(PUT_REFERRAL, MOOT_SQL_ROW("referral_rows",                                                 \
        "child, act, state, at_lo, at_hi, done_lo, done_hi, entry", "?, ?, ?, ?, ?, ?, ?, ?"))    \
    X(PUT_NOTICE, MOOT_SQL_ROW("notice_rows",                                                     \
        "child, act, state, at_lo, at_hi, done_lo, done_hi, recorded, entry",                     \
        "?, ?, ?, ?, ?, ?, ?, ?, ?"))                                                             \
    X(PUT_DUTY, MOOT_SQL_ROW("duty_rows",                                                         \
        "child, stage, owed_by, owner, since_lo, since_hi, ended_lo, ended_hi, entry",            \
        "?, ?, ?, ?, ?, ?, ?, ?, ?"))                                                             \
    X(PUT_ENTITLEMENT, MOOT_SQL_ROW("entitlement_rows",                                           \
        "child, act, state, at_lo, at_hi, done_lo, done_hi, entry", "?, ?, ?, ?, ?, ?, ?, ?"))    \
    X(PUT_CHARGE, MOOT_SQL_ROW("charge_rows", "child, act, paid_by, state, at_lo, at_hi, entry",  \
        "?, ?, ?, ?, ?, ?, ?"))                                                                   \
    X(PUT_ESCALATION, MOOT_SQL_ROW("escalation_rows",                                             \
        "ladder, level, owner, stage, clause, at_lo, at_hi, entry", "?, ?, ?, ?, ?, ?, ?, ?"))    \
    X(PUT_BED, MOOT_SQL_ROW("bed_rows",                                                           \
        "place, provider, paid_by, clause, from_lo, from_hi, first_night, nights, recorded, "     \
        "holds, entry", "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"))                                       \
    X(PUT_BREACH, MOOT_SQL_ROW("breach_rows",                                                     \
        "child, kind, rule, owner, at_lo, at_hi, due_lo, due_hi, until_lo, until_hi, late_by, "   \
        "late, late_unit, nights, entry", "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"))         \
    X(PUT_DEPARTURE, MOOT_SQL_ROW("departure_rows", "what, clause, at_lo, at_hi, entry",          \
        "?, ?, ?, ?, ?"))                                                                         \
    X(PUT_READING, MOOT_SQL_ROW("reading_rows", "reading", "?"))                                  \
    X(PUT_NEED, MOOT_SQL_ROW("need_rows",                                                         \
        "child, fact, kind, name, clause, since_lo, since_hi, blocks, entry",                     \
        "?, ?, ?, ?, ?, ?, ?, ?, ?"))                                                             \
    X(PUT_MEASURE, MOOT_SQL_ROW("measure_rows",                                                   \
        "child, measure, kind, period, split, at_lo, at_hi, status, verdict, entry",              \
        "?, ?, ?, ?, ?, ?, ?, ?, ?, ?"))                                                          \
    X(PUT_WARNING, MOOT_SQL_ROW("warning_rows", "warning", "?"))                                  \
    X(GET_READINGS, "SELECT reading FROM reading_rows WHERE case_no = ? ORDER BY n")              \
    X(GET_WARNINGS, "SELECT warning FROM warning_rows WHERE case_no = ? ORDER BY n")              \
    X(COUNT_WARNINGS, "SELECT count(*) FROM warning_rows WHERE case_no = ?")                      \
    X(CLEAR_STAGES, "DELETE FROM stage_rows WHERE case_no = ?")                                   \
    X(CLEAR_DECISIONS, "DELETE FROM decision_rows WHERE case_no = ?")                             \
    X(CLEAR_DEADLINES, "DELETE FROM deadline_rows WHERE case_no = ?")                             \
    X(CLEAR_PANELS, "DELETE FROM panel_rows WHERE case_no = ?")                                   \
    X(CLEAR_REFERRALS, "DELETE FROM referral_rows WHERE case_no = ?")                             \
    X(CLEAR_NOTICES, "DELETE FROM notice_rows WHERE case_no = ?")                                 \
    X(CLEAR_DUTIES, "DELETE FROM duty_rows WHERE case_no = ?")                                    \
    X(CLEAR_ENTITLEMENTS, "DELETE FROM entitlement_rows WHERE case_no = ?")                       \
    X(CLEAR_CHARGES, "DELETE FROM charge_rows WHERE case_no = ?")                                 \
    X(CLEAR_ESCALATIONS, "DELETE FROM escalation_rows WHERE case_no = ?")                         \
    X(CLEAR_BEDS, "DELETE FROM bed_rows WHERE case_no = ?")                                       \
    X(CLEAR_BREACHES, "DELETE FROM breach_rows WHERE case_no = ?")                                \
    X(CLEAR_DEPARTURES, "DELETE FROM departure_rows WHERE case_no = ?")                           \
    X(CLEAR_READINGS, "DELETE FROM reading_rows WHERE case_no = ?")                               \
    X(CLEAR_NEEDS, "DELETE FROM need_rows WHERE case_no = ?")                                     \
    X(CLEAR_MEASURES, "DELETE FROM measure_rows WHERE case_no = ?")                               \
    X(CLEAR_WARNINGS, "DELETE FROM warning_rows WHERE case_no = ?")                               \
    /* walks */                                                                                   \
    X(PUT_WALK, "INSERT INTO walk_rows(protocol_no, id, law_as_at) VALUES (?, ?, ?) "             \
        "ON CONFLICT DO NOTHING RETURNING walk")                                                  \
    X(PUT_WALK_STEP, "INSERT INTO walk_steps(walk, n, parent, kind, at, text, said) "             \
        "VALUES (?, ?, ?, ?, ?, ?, ?)")                                                           \
    X(PUT_WALK_MOVE, "INSERT INTO walk_moves(walk, n, fork, step) VALUES (?, ?, ?, ?)")           \
    X(WALK_ENDS, "SELECT (SELECT coalesce(max(n), 0) FROM walk_steps WHERE walk = ?1), "          \
        "(SELECT coalesce(max(n), 0) FROM walk_moves WHERE walk = ?1)")                           \
    X(FIND_WALK, "SELECT walk, protocol_no, law_as_at FROM walk_rows WHERE id = ?")               \
    X(GET_WALK_STEPS, "SELECT n, parent, kind, at, text, said FROM walk_steps WHERE walk = ? "    \
        "ORDER BY n")                                                                             \
    X(GET_WALK_MOVES, "SELECT n, fork, step FROM walk_moves WHERE walk = ? ORDER BY n")           \
    X(EACH_WALK, "SELECT w.id, p.id, (SELECT count(*) FROM walk_steps AS s WHERE "                \
        "s.walk = w.walk) FROM walk_rows AS w JOIN protocols AS p ON "                            \
        "p.protocol_no = w.protocol_no ORDER BY w.walk")                                          \
    X(PUT_WALK_MARK, "INSERT INTO walk_marks(walk, what, about, value) VALUES (?, ?, ?, ?)")      \
    X(GET_WALK_MARKS, "SELECT what, about, value FROM walk_marks WHERE walk = ? ORDER BY mark")   \
    X(QUIZ_SCORES, "SELECT m.about, sum(m.value), count(*) FROM walk_marks AS m JOIN walk_rows "  \
        "AS w ON w.walk = m.walk JOIN protocols AS p ON p.protocol_no = w.protocol_no WHERE "     \
        "m.what = 'quiz' AND p.id = ?1 AND m.mark > coalesce((SELECT max(c.mark) FROM "           \
        "walk_marks AS c JOIN walk_rows AS v ON v.walk = c.walk JOIN protocols AS q ON "          \
        "q.protocol_no = v.protocol_no WHERE c.what = 'class' AND q.id = ?1), 0) "                \
        "GROUP BY m.about ORDER BY min(m.mark)")                                                  \
    /* what-ifs */                                                                                \
    X(PUT_WHATIF, "INSERT INTO whatif_rows(identity, shard, shards, caseload, caseload_sha, "     \
        "generated, seed, replicates, until, law_as_at, by_fact, moot, options, done, finished) " \
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)")                                   \
    X(FIND_WHATIF, "SELECT whatif, done FROM whatif_rows WHERE identity = ? AND shard = ? AND "   \
        "shards = ? AND finished = 0 ORDER BY whatif DESC LIMIT 1")                               \
    X(NEWEST_WHATIF, "SELECT max(whatif) FROM whatif_rows")                                       \
    X(COUNT_WHATIFS, "SELECT count(*) FROM whatif_rows")                                          \
    X(GET_WHATIF, "SELECT caseload, caseload_sha, generated, seed, replicates, shard, shards, "   \
        "until, law_as_at, by_fact, moot, options, done, finished, identity FROM whatif_rows "    \
        "WHERE whatif = ?")                                                                       \
    X(WHATIF_STANDS, "SELECT count(*) FROM whatif_rows WHERE whatif = ? AND done = ? AND "        \
        "finished = 0")                                                                           \
    X(WHATIF_DONE, "UPDATE whatif_rows SET done = done + ?, finished = ? WHERE whatif = ?")       \
    X(WHATIF_WHOLE, "UPDATE whatif_rows SET shard = 1, shards = 1, done = 0, finished = 0")       \
    X(PUT_WHATIF_SIDE, "INSERT INTO whatif_sides(whatif, side, name, protocol_no, assumptions) "  \
        "VALUES (?, ?, ?, ?, ?)")                                                                 \
    X(GET_WHATIF_SIDES, "SELECT s.name, p.id, p.hash, p.council, s.assumptions, n.note FROM "     \
        "whatif_sides AS s JOIN protocols AS p ON p.protocol_no = s.protocol_no LEFT JOIN "       \
        "law_notes AS n ON n.protocol_no = s.protocol_no WHERE s.whatif = ? ORDER BY s.side")     \
    X(GET_WHATIF_SIDE, "SELECT protocol_no FROM whatif_sides WHERE whatif = ? AND side = ?")      \
    X(PUT_WHATIF_FILE, "INSERT INTO whatif_files(whatif, n, file, text) VALUES (?, ?, ?, ?)")     \
    X(GET_WHATIF_FILES, "SELECT file, text FROM whatif_files WHERE whatif = ? ORDER BY n")        \
    X(PUT_WHATIF_ASSUMED, "INSERT INTO whatif_assumed(whatif, n, kind, name, source, because, "   \
        "line) VALUES (?, ?, ?, ?, ?, ?, ?)")                                                     \
    X(GET_WHATIF_ASSUMED, "SELECT kind, name, source, because, line FROM whatif_assumed WHERE "   \
        "whatif = ? ORDER BY n")                                                                  \
    X(PUT_WHATIF_PERSON, "INSERT INTO whatif_people(whatif, n, id) VALUES (?, ?, ?)")             \
    X(GET_WHATIF_PEOPLE, "SELECT id FROM whatif_people WHERE whatif = ? ORDER BY n")              \
    X(PUT_WHATIF_FIGURE, "INSERT INTO whatif_figures(whatif, figure, kind, says, name, clause, "  \
        "unit, better) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")                                          \
    X(GET_WHATIF_FIGURES, "SELECT kind, name, clause FROM whatif_figures WHERE whatif = ? ORDER " \
        "BY figure")                                                                              \
    X(PUT_WHATIF_CLAUSE, "INSERT INTO whatif_clauses(whatif, side, figure, clause) VALUES (?, ?, " \
        "?, ?)")                                                                                  \
    X(GET_WHATIF_CLAUSES, "SELECT side, figure, clause FROM whatif_clauses WHERE whatif = ? "     \
        "ORDER BY side, figure")                                                                  \
    X(PUT_WHATIF_GROUP, "INSERT INTO whatif_groups(whatif, grp, name) VALUES (?, ?, ?)")          \
    X(GET_WHATIF_GROUPS, "SELECT name FROM whatif_groups WHERE whatif = ? ORDER BY grp")          \
    X(PUT_WHATIF_SPOT, "INSERT INTO whatif_spots(whatif, spot, clause, name) VALUES (?, ?, ?, "   \
        "?)")                                                                                     \
    X(COUNT_WHATIF_SPOTS, "SELECT count(*) FROM whatif_spots WHERE whatif = ?")                   \
    X(GET_WHATIF_SPOTS, "SELECT clause, name FROM whatif_spots WHERE whatif = ? ORDER BY spot")   \
    X(PUT_WHATIF_CAME, "INSERT INTO whatif_came(whatif, replicate, n, id, alike, at) VALUES "     \
        "(?, ?, ?, ?, ?, ?)")                                                                     \
    X(GET_WHATIF_CAME, "SELECT n, id, alike, at FROM whatif_came WHERE whatif = ? AND "           \
        "replicate = ? ORDER BY n")                                                               \
    X(PUT_WORLD, "INSERT INTO world_rows(whatif, replicate, side, grp, figure, value) VALUES "    \
        "(?, ?, ?, ?, ?, ?)")                                                                     \
    X(GET_WORLD, "SELECT side, grp, figure, value FROM world_rows WHERE whatif = ? AND "          \
        "replicate = ? ORDER BY side, grp, figure")                                               \
    X(PUT_LIFE, "INSERT INTO life_rows(whatif, replicate, side, n, breaches, nights, days_home, " \
        "grp, went, queue, spot, had) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")               \
    X(GET_LIVES, "SELECT side, n, breaches, nights, days_home, grp, went, queue, spot, had FROM " \
        "life_rows WHERE whatif = ? AND replicate = ? ORDER BY side, n")                          \
    X(PUT_WHATIF_RESULT, "INSERT INTO whatif_results(whatif, side, figure, grp, baseline, "       \
        "value, change, low, high, replicates) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")            \
    /* comparisons, coverages */                                                                  \
    X(PUT_COMPARE, "INSERT INTO compare_rows(caseload, caseload_sha, as_of, law_as_at, cases, "   \
        "set_aside, generated, moot, options) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")                \
    X(PUT_COMPARE_SIDE, "INSERT INTO compare_sides(compare, side, protocol_no, closed, open, "    \
        "undecided, failed, due, undated, cannot_tell, owed, needed, breaches, no_bed, "          \
        "set_aside) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")                        \
    X(PUT_COMPARE_ASPECT, "INSERT INTO compare_aspects(compare, aspect, name, differ) VALUES "    \
        "(?, ?, ?, ?)")                                                                           \
    X(PUT_COMPARE_UNLIKE, "INSERT INTO compare_unlike(compare, aspect, side, cases) VALUES "      \
        "(?, ?, ?, ?)")                                                                           \
    X(PUT_COVERAGE, "INSERT INTO coverage_rows(protocol_no, clauses, clauses_sha, caseload, "     \
        "caseload_sha, cases, generated, moot) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")                  \
    X(PUT_COVERAGE_CLAUSE, "INSERT INTO coverage_clauses(coverage, n, clause, operational, "      \
        "rules, not_run, open, ran, ran_in, rule, name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "   \
        "?)")                                                                                     \
    X(PUT_COVERAGE_FINDING, "INSERT INTO coverage_findings(coverage, n, clause, what, rule) "     \
        "VALUES (?, ?, ?, ?, ?)")                                                                 \
    /* about the store */                                                                         \
    X(SUMMARY, "SELECT (SELECT count(*) FROM protocols), (SELECT count(*) FROM run_rows), "       \
        "(SELECT count(*) FROM run_rows WHERE finished = 0), (SELECT count(*) FROM "              \
        "case_rows), (SELECT total(entries) FROM case_rows)")                                     \
    X(INTEGRITY, "PRAGMA integrity_check(1)")                                                     \
    X(FOREIGN_KEYS, "PRAGMA foreign_key_check")                                                   \
    X(OBJECTS, "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY "        \
        "type, name")                                                                             \
    X(BAD_LOG, "SELECT c.id, c.entries, (SELECT count(*) FROM log AS l WHERE l.case_no = "        \
        "c.case_no) AS kept FROM case_rows AS c WHERE kept <> c.entries OR kept <> (SELECT "      \
        "coalesce(max(l.n), 0) FROM log AS l WHERE l.case_no = c.case_no) ORDER BY c.case_no "    \
        "LIMIT 1")
/* clang-format on */

typedef enum moot_statement {
#define X(name, text) SQL_##name,
    MOOT_STATEMENTS(X)
#undef X
#define X(name, columns, text) SQL_##name,
    MOOT_REPORT_STATEMENTS(X)
#undef X
    SQL_COUNT
} moot_statement;

#endif
