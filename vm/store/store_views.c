/* The views of a store, what each is for, and what their SQL abbreviates.
 *
 * A view begins with the run and the case's id, then has the words of interface.md. SQLite has no
 * functions of our own when another program opens the file, and no macros, so these are written out
 * as a view is made (moot_store__expand):
 *
 *     {at d.due}     local text of the window d.due_lo, d.due_hi, as moot_when_text writes it
 *     {one c.as_of}  the same of one instant
 *     {date b.day}   "2026-05-21" of a day since 1970
 *     {day l.at_lo}  the local day of an instant, since 1970
 *     {value l}      text of l.value_type, _a, _b, _text; the view has r.protocol_no
 *     {owner s}      the row's own owner, or that of its declaration d
 *     {done met_lo}  a column of the clock that the breach b is of: when it was done after all
 *     {quarter m.at} the first month of the quarter of local seconds: "2026-04"
 *     {sums s}       the sums of a measure over its rows s, by split, share and target of d
 *     {case s}       the joins from s.case_no to case c, run r */
#include <string.h>

#include "vm/store/store_internal.h"
#include "vm/store/store_schema.h"

/* ---- abbreviations; $ stands for what is named ---- */

#define LOCAL(t)                                                                                   \
    "(SELECT strftime('%Y-%m-%d %H:%M:%S', " t " + z.east, 'unixepoch') || z.suffix FROM"          \
    " local_time AS z"                                                                             \
    " WHERE z.from_at <= " t " ORDER BY z.from_at DESC LIMIT 1)"

/* Of local texts with seconds: an exact time, or the day that it ends; whole days, a month, a year;
 * else both ends. */
#define INSTANT(x)                                                                                 \
    "CASE WHEN substr(" x ", 12, 8) = '23:59:59' THEN substr(" x ", 1, 10)"                        \
    " WHEN substr(" x ", 18, 2) = '00' THEN substr(" x ", 1, 16) || substr(" x ", 20)"             \
    " ELSE " x " END"
#define WINDOW(lo, hi)                                                                             \
    "(SELECT CASE WHEN lo IS NULL THEN NULL WHEN lo = hi THEN " INSTANT("lo")                      \
    " WHEN hi IS NULL THEN 'from ' || substr(lo, 1, 16)"                                           \
    " WHEN substr(lo, 12) = '00:00:00' AND substr(hi, 12) = '23:59:59' THEN"                       \
    "   CASE WHEN substr(lo, 1, 10) = substr(hi, 1, 10) THEN substr(lo, 1, 10)"                    \
    "   WHEN substr(lo, 6, 5) = '01-01' AND substr(hi, 6, 5) = '12-31'"                            \
    "     AND substr(lo, 1, 4) = substr(hi, 1, 4) THEN substr(lo, 1, 4)"                           \
    "   WHEN substr(lo, 9, 2) = '01' AND substr(lo, 1, 7) = substr(hi, 1, 7)"                      \
    "     AND strftime('%d', substr(hi, 1, 10), '+1 day') = '01' THEN substr(lo, 1, 7)"            \
    "   ELSE substr(lo, 1, 10) || ' to ' || substr(hi, 1, 10) END"                                 \
    " ELSE substr(lo, 1, 16) || ' to ' || " INSTANT("hi") " END"                                   \
    " FROM (SELECT " LOCAL(lo) " AS lo, " LOCAL(hi) " AS hi))"

#define DAY(x) "date(" x " * 86400, 'unixepoch')"

#define LOCAL_DAY(t)                                                                               \
    "(SELECT (" t " + z.east) / 86400 FROM local_time AS z WHERE z.from_at <= " t                  \
    " ORDER BY z.from_at DESC LIMIT 1)"

/* Of a share: how many clocks were met in time; of how many that are judged. */
#define MET "CASE $.kind WHEN 'share' THEN sum($.status = 'met') END"
#define TOTAL "CASE $.kind WHEN 'share' THEN sum($.status IN ('met', 'late', 'early')) END"

/* The numbers are those of words.list 'value type'. */
static const char value_head[] =
    "CASE $.value_type WHEN 1 THEN CASE $.value_a WHEN 0 THEN 'false' ELSE 'true' END"
    " WHEN 2 THEN CAST($.value_a AS TEXT) WHEN 3 THEN '\xc2\xa3' || printf('%.2f', $.value_a /"
    " 100.0)"
    " WHEN 4 THEN CASE WHEN $.value_a = $.value_b THEN " DAY("$.value_a")
    "   WHEN strftime('%m-%d', $.value_a * 86400, 'unixepoch') = '01-01' AND strftime('%m-%d',"
    " $.value_b * 86400,"
    "     'unixepoch') = '12-31' THEN strftime('%Y', $.value_a * 86400, 'unixepoch')"
    "   WHEN strftime('%d', $.value_a * 86400, 'unixepoch') = '01' AND strftime('%d',"
    " ($.value_b + 1) * 86400,"
    "     'unixepoch') = '01' THEN strftime('%Y-%m', $.value_a * 86400, 'unixepoch')"
    "   ELSE " DAY("$.value_a") " || ' to ' || " DAY("$.value_b") " END"
    " WHEN 5 THEN ";
static const char value_tail[] =
    " WHEN 7 THEN $.value_text"
    " WHEN 8 THEN (SELECT p.name FROM declarations AS p WHERE p.protocol_no = r.protocol_no AND"
    " p.kind = 'party'"
    "   AND p.n = $.value_a)"
    " WHEN 9 THEN 'options ' || $.value_a"
    " WHEN 10 THEN CASE WHEN $.value_b >= 7 THEN '' ELSE $.value_a || ' ' END || CASE $.value_b"
    " WHEN 0 THEN 'minutes'"
    "   WHEN 1 THEN 'hours' WHEN 2 THEN 'days' WHEN 3 THEN 'weeks' WHEN 4 THEN 'months' WHEN 5"
    " THEN 'years'"
    "   WHEN 6 THEN 'working days' WHEN 7 THEN 'same day' ELSE 'next working day' END"
    " WHEN 6 THEN (SELECT y.name FROM symbols AS y WHERE y.protocol_no = r.protocol_no AND"
    " y.symbol = $.value_a)"
    " WHEN 12 THEN (SELECT y.name FROM symbols AS y WHERE y.protocol_no = r.protocol_no AND"
    " y.symbol = $.value_a) END";

static const struct {
    const char *word, *text;
} abbreviations[] = {
    { "at", WINDOW("$_lo", "$_hi") },
    { "one", WINDOW("$", "$") },
    { "instant", WINDOW("$.value_a", "$.value_b") },
    { "date", DAY("$") },
    { "day", LOCAL_DAY("$") },
    { "owner", "coalesce($.owner, d.owner)" },
    { "done", "(SELECT x.$ FROM deadline_rows AS x WHERE x.case_no = b.case_no AND x.deadline ="
              " b.rule AND x.breach = 1 AND x.due_lo IS b.due_lo AND x.child IS b.child LIMIT 1)" },
    { "quarter", "strftime('%Y-%m', $, 'unixepoch', 'start of month',"
                 " ((1 - strftime('%m', $, 'unixepoch')) % 3) || ' months')" },
    { "sums", "$.split, sum($.kind = 'share' OR $.status = 'counted') AS n, " MET " AS met, " TOTAL
              " AS total,\n"
              "  round(100.0 * " MET " / " TOTAL ", 1) AS share, d.target,\n"
              "  sum($.status IN ('live', 'undated')) AS live, sum($.status = 'void') AS void,\n"
              "  sum($.status = 'cannot tell') AS cannot_tell" },
    { "case", "JOIN case_rows AS c ON c.case_no = $.case_no JOIN run_rows AS r ON r.run = c.run" },
};

/* Appends a text with $ replaced. */
static void put_with(const char *text, const char *name, size_t len, moot_buf *out)
{
    for (const char *mark; (mark = strchr(text, '$')); text = mark + 1) {
        moot_buf_add(out, text, (size_t)(mark - text));
        moot_buf_add(out, name, len);
    }
    moot_buf_str(out, text);
}

static void put_abbreviation(const char *word, size_t word_len, const char *name, size_t len,
                             moot_buf *out)
{
    if (word_len == 5 && memcmp(word, "value", 5) == 0) {
        put_with(value_head, name, len, out);
        put_abbreviation("instant", 7, name, len, out);
        put_with(value_tail, name, len, out);
        return;
    }
    for (size_t i = 0; i < MOOT_COUNT(abbreviations); i++) {
        const char *known = abbreviations[i].word;
        if (strlen(known) == word_len && memcmp(word, known, word_len) == 0) {
            put_with(abbreviations[i].text, name, len, out);
            return;
        }
    }
    MOOT_BUG("the schema abbreviates with {%.*s …}, which is not in the list", (int)word_len,
             word);
}

moot_code moot_store__expand(const char *text, moot_buf *out, moot_err *err)
{
    for (const char *open; (open = strchr(text, '{'));) {
        const char *space = strchr(open, ' '), *close = strchr(open, '}');
        if (!space || !close || space > close) {
            MOOT_BUG("the schema has a { that abbreviates nothing: %.40s", open);
        }
        moot_buf_add(out, text, (size_t)(open - text));
        put_abbreviation(open + 1, (size_t)(space - open - 1), space + 1,
                         (size_t)(close - space - 1), out);
        text = close + 1;
    }
    moot_buf_str(out, text);
    return moot_buf_ok(out) ? MOOT_OK : moot_fail_memory(err);
}

/* ---- the views ---- */

const char *const moot_store__views[] = {
    "CREATE VIEW runs AS SELECT r.run, p.id AS protocol, p.hash, r.caseload, r.caseload_sha,"
    " {one r.as_of} AS as_of,\n"
    "  {date r.law_as_at} AS law_as_at, r.oracle, r.seed, r.replicate, r.moot, r.options,"
    " r.cases_done, r.finished\n"
    "FROM run_rows AS r JOIN protocols AS p ON p.protocol_no = r.protocol_no",

    "CREATE VIEW cases AS SELECT c.run, c.id, p.id AS protocol, c.status, c.outcome,"
    " {at c.closed} AS closed,\n"
    "  {one c.as_of} AS as_of, c.fault,\n"
    "  (SELECT count(*) FROM breach_rows AS x WHERE x.case_no = c.case_no) AS breaches,\n"
    "  (SELECT count(*) FROM departure_rows AS x WHERE x.case_no = c.case_no) AS departures,\n"
    "  (SELECT count(*) FROM need_rows AS x WHERE x.case_no = c.case_no) AS needs, c.entries,"
    " c.case_no\n"
    "FROM case_rows AS c JOIN run_rows AS r ON r.run = c.run JOIN protocols AS p ON"
    " p.protocol_no = r.protocol_no",

    "CREATE VIEW stages AS SELECT c.run, c.id, s.child, d.name AS stage, {at s.entered} AS"
    " entered, {at s.left} AS left,\n"
    "  o.name AS outcome, d.clause, o.clause AS outcome_clause, {owner s} AS owner, s.decided_by,\n"
    "  round((s.left_lo - s.entered_lo) / 86400.0, 2) AS days,\n"
    "  CASE WHEN s.left_lo IS NULL THEN round((c.as_of - s.entered_lo) / 86400.0, 2) END AS"
    " days_so_far,\n"
    "  s.stopped, s.departed, s.n AS visit, s.entry\n"
    "FROM stage_rows AS s {case s} JOIN declarations AS d ON d.declaration = s.stage\n"
    "  LEFT JOIN declarations AS o ON o.declaration = s.outcome",

    "CREATE VIEW decisions AS SELECT c.run, c.id, s.child, d.name AS fact, s.value, s.clause,"
    " {at s.at} AS at, s.entry\n"
    "FROM decision_rows AS s {case s} JOIN declarations AS d ON d.declaration = s.decision",

    "CREATE VIEW deadlines AS SELECT c.run, c.id, s.child, d.name AS deadline, {owner s} AS"
    " owner, d.clause, d.stage,\n"
    "  {at s.since} AS since, d.rule, {at s.due} AS due, s.status, {at s.met} AS met_at,"
    " s.late_by, s.late,\n"
    "  s.late_unit, {at s.not_before} AS not_before, s.void_because, s.breach, s.assumed,"
    " s.known_late, s.provisional,\n"
    "  s.due_lo, s.due_hi, s.entry\n"
    "FROM deadline_rows AS s {case s} JOIN declarations AS d ON d.declaration = s.deadline",

    "CREATE VIEW panels AS SELECT c.run, c.id, s.child, d.name AS panel, t.name AS stage,"
    " {at s.listed} AS listed,\n"
    "  {at s.session} AS session, s.outcome, coalesce(t.clause, d.clause) AS clause,\n"
    "  {at s.waits_for} AS waits_for, s.entry\n"
    "FROM panel_rows AS s {case s} JOIN declarations AS d ON d.declaration = s.panel\n"
    "  LEFT JOIN declarations AS t ON t.declaration = s.stage",

    "CREATE VIEW waiting AS SELECT c.run, c.id, s.child, d.name AS panel, t.name AS stage,"
    " {at s.listed} AS since,\n"
    "  {at s.waits_for} AS session, round((c.as_of - s.listed_lo) / 86400.0, 1) AS days,\n"
    "  coalesce(t.clause, d.clause) AS clause, s.entry\n"
    "FROM panel_rows AS s {case s} JOIN declarations AS d ON d.declaration = s.panel\n"
    "  LEFT JOIN declarations AS t ON t.declaration = s.stage\n"
    "WHERE s.waits = 1 ORDER BY c.run, d.name, s.waits_for_lo IS NULL, s.waits_for_lo,"
    " s.listed_lo, c.id, s.n",

    "CREATE VIEW referrals AS SELECT c.run, c.id, s.child, d.name AS referral, d.who AS \"to\","
    " d.via, s.state,\n"
    "  {at s.at} AS at, {at s.done} AS done, d.clause, s.entry\n"
    "FROM referral_rows AS s {case s} JOIN declarations AS d ON d.declaration = s.act",

    "CREATE VIEW notices AS SELECT c.run, c.id, s.child, d.name AS notice, d.who AS \"to\","
    " d.via, s.state,\n"
    "  {at s.at} AS at, {at s.done} AS done, d.clause, s.recorded, s.entry\n"
    "FROM notice_rows AS s {case s} JOIN declarations AS d ON d.declaration = s.act",

    "CREATE VIEW duties AS SELECT c.run, c.id, s.child, d.duty, s.owed_by,\n"
    "  (SELECT group_concat(p.service, ' and ') FROM (SELECT DISTINCT q.service FROM"
    " json_each({owner s}) AS e\n"
    "    JOIN declarations AS q ON q.protocol_no = r.protocol_no AND q.kind = 'party' AND"
    " q.name = e.value\n"
    "    WHERE q.service IS NOT NULL ORDER BY q.service) AS p) AS services,\n"
    "  {at s.since} AS since, {at s.ended} AS ended, d.clause, d.name AS stage, s.entry\n"
    "FROM duty_rows AS s {case s} JOIN declarations AS d ON d.declaration = s.stage",

    "CREATE VIEW entitlements AS SELECT c.run, c.id, s.child, d.name AS entitlement, d.who AS"
    " payee, d.paid_by, d.pence,\n"
    "  s.state, {at s.at} AS at, {at s.done} AS done, d.clause, s.entry\n"
    "FROM entitlement_rows AS s {case s} JOIN declarations AS d ON d.declaration = s.act",

    "CREATE VIEW charges AS SELECT c.run, c.id, s.child, d.name AS charge, s.paid_by,"
    " d.provider, d.pence, s.state,\n"
    "  {at s.at} AS at, d.clause, s.entry\n"
    "FROM charge_rows AS s {case s} JOIN declarations AS d ON d.declaration = s.act",

    "CREATE VIEW escalations AS SELECT c.run, c.id, d.name AS ladder, s.level, s.owner,"
    " s.stage, {at s.at} AS at,\n"
    "  s.clause, s.entry\n"
    "FROM escalation_rows AS s {case s} JOIN declarations AS d ON d.declaration = s.ladder",

    "CREATE VIEW tonight AS SELECT c.run, c.id, b.place, b.provider, b.paid_by, b.clause,\n"
    "  CASE WHEN b.place IS NULL THEN 'not recorded' WHEN b.place = 'nowhere' THEN 'nowhere'"
    " ELSE 'somewhere' END\n"
    "  AS known, {at b.from} AS since\n"
    "FROM case_rows AS c LEFT JOIN bed_rows AS b ON b.case_no = c.case_no AND b.holds = 1",

    /* From the night of the first record: those before the first bed, or without any, are not
     * recorded. Local days, because a night belongs to the day on which it begins. */
    "CREATE VIEW nights AS WITH RECURSIVE spans(case_no, first_night, last_night, place, provider,"
    " paid_by, clause) AS (\n"
    "    SELECT b.case_no, b.first_night, b.first_night + b.nights - 1, coalesce(b.place,"
    " 'not recorded'), b.provider,\n"
    "      b.paid_by, b.clause FROM bed_rows AS b\n"
    "    UNION ALL SELECT s.case_no, s.first_day, coalesce(min(b.first_night), CASE WHEN"
    " s.status = 'closed'\n"
    "      THEN {day s.closed_lo} ELSE {day s.as_of + 1} END) - 1, 'not recorded', NULL, NULL,"
    " ''\n"
    "    FROM (SELECT c.*, {day l.at_lo} AS first_day FROM case_rows AS c JOIN log AS l\n"
    "      ON l.case_no = c.case_no AND l.n = 1) AS s\n"
    "    LEFT JOIN bed_rows AS b ON b.case_no = s.case_no GROUP BY s.case_no),\n"
    "  each_night AS (SELECT * FROM spans WHERE last_night >= first_night\n"
    "    UNION ALL SELECT case_no, first_night + 1, last_night, place, provider, paid_by, clause"
    " FROM each_night\n"
    "    WHERE first_night < last_night)\n"
    "SELECT c.run, c.id, {date e.first_night} AS night, e.place, e.provider, e.paid_by, e.clause\n"
    "FROM each_night AS e {case e}",

    /* What is late is owed on while its stage runs; an act, and what stands outside stages, until
     * it is done. What is the young person's own right is not owed by anybody. */
    "CREATE VIEW owed AS WITH owing AS (\n"
    "    SELECT s.case_no, s.child, 'duty' AS kind, d.duty AS what, {owner s} AS owner,"
    " d.clause, s.since_lo, s.since_hi,\n"
    "      NULL AS due_lo, NULL AS due_hi, s.entry FROM duty_rows AS s\n"
    "    JOIN declarations AS d ON d.declaration = s.stage WHERE s.ended_lo IS NULL\n"
    "    UNION ALL SELECT s.case_no, s.child, CASE s.status WHEN 'late' THEN 'overdue' ELSE 'to do'"
    " END, d.name,\n"
    "      {owner s}, d.clause, s.since_lo, s.since_hi, s.due_lo, s.due_hi, s.entry FROM"
    " deadline_rows AS s\n"
    "    JOIN declarations AS d ON d.declaration = s.deadline\n"
    "    WHERE s.status IN ('live', 'undated') OR (s.status = 'late' AND s.met_lo IS NULL AND\n"
    "      (d.kind <> 'deadline' OR d.stage IS NULL\n"
    "      OR EXISTS (SELECT 1 FROM stage_rows AS v JOIN declarations AS t ON t.declaration ="
    " v.stage\n"
    "        WHERE v.case_no = s.case_no AND t.name = d.stage AND v.left_lo IS NULL AND v.child IS"
    " s.child))))\n"
    "SELECT c.run, c.id, s.child, coalesce(q.service, q.name, 'nobody named') AS service, s.kind,"
    " s.what,\n"
    "  group_concat(q.name, ' and ') AS roles, {at s.since} AS since, {at s.due} AS due, s.clause,"
    " s.due_lo, s.entry\n"
    "FROM owing AS s {case s} LEFT JOIN json_each(s.owner) AS e\n"
    "  LEFT JOIN declarations AS q ON q.protocol_no = r.protocol_no AND q.kind = 'party' AND"
    " q.name = e.value\n"
    "WHERE coalesce(e.value, '') <> 'applicant'\n"
    "GROUP BY s.case_no, s.kind, s.entry, service",

    "CREATE VIEW breaches AS SELECT c.run, c.id, s.child, s.kind, d.name, d.clause, {owner s}"
    " AS owner, {at s.at} AS at,\n"
    "  {at s.due} AS due, {at s.done} AS done, {at s.until} AS until, s.late_by, s.late,"
    " s.late_unit, s.nights,\n"
    "  s.entry\n"
    "FROM (SELECT b.*, {done met_lo} AS done_lo, {done met_hi} AS done_hi FROM breach_rows AS b)"
    " AS s {case s}\n"
    "  JOIN declarations AS d ON d.declaration = s.rule",

    "CREATE VIEW breaches_by_clause AS SELECT c.run, p.id AS protocol, d.clause, b.kind,"
    " d.name, count(*) AS breaches,\n"
    "  count(DISTINCT b.case_no) AS cases, b.late_unit,\n"
    "  sum(b.kind = 'deadline' AND {done met_lo} IS NULL) AS never_done,\n"
    "  min(b.late) AS least_late, round(avg(b.late), 1) AS average_late, max(b.late) AS"
    " most_late,\n"
    "  sum(b.nights) AS nights\n"
    "FROM breach_rows AS b {case b} JOIN declarations AS d ON d.declaration = b.rule\n"
    "  JOIN protocols AS p ON p.protocol_no = r.protocol_no\n"
    "GROUP BY c.run, d.declaration, b.late_unit ORDER BY c.run, breaches DESC, d.clause,"
    " d.name, b.late_unit",

    "CREATE VIEW departures AS SELECT c.run, c.id, s.what, s.clause, {at s.at} AS at, s.entry\n"
    "FROM departure_rows AS s {case s}",

    "CREATE VIEW readings AS SELECT c.run, c.id, d.name AS reading, d.chosen, d.clause\n"
    "FROM reading_rows AS s {case s} JOIN declarations AS d ON d.declaration = s.reading",

    "CREATE VIEW needs AS SELECT c.run, c.id, s.child, coalesce(d.name, 'time') AS fact,\n"
    "  CASE WHEN s.fact IS NULL THEN 'when was it, more exactly?' ELSE d.ask END AS ask, s.name AS"
    " \"for\", s.kind, s.clause,\n"
    "  {at s.since} AS since, s.blocks, s.entry\n"
    "FROM need_rows AS s {case s} LEFT JOIN declarations AS d ON d.declaration = s.fact",

    "CREATE VIEW measures AS SELECT c.run, p.id AS protocol, d.name AS measure, s.kind, d.clause,"
    " d.per, s.period,\n"
    "  {sums s}\n"
    "FROM measure_rows AS s {case s} JOIN declarations AS d ON d.declaration = s.measure\n"
    "  JOIN protocols AS p ON p.protocol_no = r.protocol_no\n"
    "GROUP BY c.run, d.declaration, s.kind, s.period, s.split\n"
    "ORDER BY c.run, d.declaration, s.period IS NULL, s.period, s.split",

    /* Each row put into the quarter of its own days; one that lies in two cannot be told. */
    "CREATE VIEW measures_by_quarter AS WITH days AS (\n"
    "    SELECT m.*, {day m.at_lo} * 86400 AS day_lo, {day m.at_hi} * 86400 AS day_hi FROM"
    " measure_rows AS m),\n"
    "  quarters AS (SELECT m.*, {quarter m.day_lo} AS first, {quarter m.day_hi} AS last\n"
    "    FROM days AS m),\n"
    "  told AS (SELECT m.case_no, m.measure, m.kind, m.split, m.first || ' to ' ||"
    " strftime('%Y-%m', m.first || '-01', '+2 months') AS period,\n"
    "    CASE WHEN m.first <> m.last THEN 'cannot tell' ELSE m.verdict END AS status\n"
    "    FROM quarters AS m)\n"
    "SELECT c.run, p.id AS protocol, d.name AS measure, s.kind, d.clause, 'quarter' AS per,"
    " s.period,\n"
    "  {sums s}\n"
    "FROM told AS s {case s} JOIN declarations AS d ON d.declaration = s.measure\n"
    "  JOIN protocols AS p ON p.protocol_no = r.protocol_no\n"
    "GROUP BY c.run, d.declaration, s.kind, s.period, s.split\n"
    "ORDER BY c.run, d.declaration, s.period IS NULL, s.period, s.split",

    "CREATE VIEW warnings AS SELECT c.run, c.id, s.warning FROM warning_rows AS s {case s}",

    "CREATE VIEW entries AS SELECT c.run, c.id, l.n, {at l.at} AS at, {one l.known} AS known,"
    " w.word AS what,\n"
    "  CASE WHEN w.word = 'placed' THEN coalesce(l.text, 'nowhere') WHEN l.ref = -2 THEN 'lead'"
    " ELSE f.name END AS name,\n"
    "  CASE WHEN l.ref2 IS NULL OR w.ref2_is IS NULL THEN NULL ELSE coalesce(\n"
    "    (SELECT x.word FROM words AS x WHERE x.list = w.ref2_is AND x.n = l.ref2),\n"
    "    (SELECT x.name FROM declarations AS x WHERE x.protocol_no = r.protocol_no AND x.kind ="
    " w.ref2_is\n"
    "      AND x.n = l.ref2)) END AS detail,\n"
    "  {value l} AS value, {at l.due} AS due, l.text,\n"
    "  (SELECT x.name FROM declarations AS x WHERE x.protocol_no = r.protocol_no AND x.kind ="
    " 'party' AND x.n = l.who)\n"
    "    AS who,\n"
    "  coalesce(l.clause, d.clause, '') AS clause, d.file || ':' || coalesce(l.line, d.line) AS"
    " rule, l.cause,\n"
    "  (SELECT max(x.n) FROM log AS x WHERE x.case_no = l.case_no AND x.n > l.n AND l.n BETWEEN"
    " x.ref\n"
    "    AND x.ref2 AND x.what = (SELECT y.n FROM words AS y WHERE y.list = 'entry' AND y.word"
    " = 'supersedes'))\n"
    "  AS superseded_by\n"
    "FROM log AS l {case l} JOIN words AS w ON w.list = 'entry' AND w.n = l.what\n"
    "  LEFT JOIN declarations AS d ON d.declaration = l.declaration\n"
    "  LEFT JOIN declarations AS f ON f.protocol_no = r.protocol_no AND f.kind = w.ref_is AND"
    " f.n = l.ref",

    "CREATE VIEW because AS SELECT c.run, c.id, l.entry, l.fact, {value l} AS value, w.word AS"
    " holds, l.presumed\n"
    "FROM reads AS l {case l} JOIN words AS w ON w.list = 'verdict' AND w.n = l.verdict",
};
const size_t moot_store__views_count = MOOT_COUNT(moot_store__views);

/* ---- documentation ---- */

static const struct {
    const char *name, *about;
} documentation[] = {
    { "runs", "what was run: protocol, caseload, options; the same inputs give the same answers" },
    { "cases", "each case: how it stands, and how many breaches, departures and needs it has" },
    { "stages", "each visit of a stage, with its duration in days" },
    { "decisions", "what each decision table says in the end, and by which clause" },
    { "deadlines", "each deadline, and each act with a name or a time: due, done, how late in"
        " the rule's own unit" },
    { "panels", "each wait for a panel: listed, session, outcome" },
    { "waiting", "who waits for a panel: since when, and for which session; it is NULL while none is"
        " dated" },
    { "referrals", "each referral that the protocol asked for, and what became of it" },
    { "notices", "letters and other news: asked for by the protocol, or recorded" },
    { "duties", "what was owed to the young person, from when to when, by whom; ended is NULL"
        " while it is owed" },
    { "owed", "what each service owes at the case's now: duties, what is still to do, what is"
        " overdue; joint ones once for each service" },
    { "entitlements", "grants of money or goods" },
    { "charges", "who pays for what" },
    { "escalations", "levels of disputes that were reached" },
    { "tonight", "where each case sleeps at its now: a place, nowhere, or not recorded" },
    { "nights", "one row a night from the first record to the case's now or its close: where it was"
        " spent" },
    { "breaches", "duties not done in time, and invariants broken" },
    { "breaches_by_clause", "the same counted by clause, with the least, average and most"
        " lateness" },
    { "departures", "what was done although the protocol does not admit it" },
    { "readings", "which reading of the text each case came to depend on" },
    { "needs", "facts that are missing, and what waits for them" },
    { "measures", "each measure by period and split, over the cases of a run: how many, which share was"
        " met in time; live, void and cannot tell are not in the total" },
    { "measures_by_quarter", "the same by quarter, whatever the measure's own period" },
    { "warnings", "what was odd about a case as it was given" },
    { "entries", "the log in words: what happened, when, by which clause, caused by which entry" },
    { "because", "the facts that each entry of the log read" },
    { "log", "the log itself: small numbers, append-only; ask the view entries" },
    { "inputs", "each case as it was given, one JSON line" },
    { "declarations", "everything that a protocol declares, with clause, file and line" },
    { "sources", "the text of each protocol" },
};

moot_code moot_store__put_documentation(moot_store *store, moot_err *err)
{
    for (size_t i = 0; i < MOOT_COUNT(documentation); i++) {
        moot_sql sql = moot_store__sql(store, SQL_PUT_DOCUMENTATION);
        moot_sql_text(&sql, documentation[i].name);
        moot_sql_text(&sql, documentation[i].about);
        moot_code code = moot_sql_run(&sql, err);
        if (code) {
            return code;
        }
    }
    return MOOT_OK;
}
