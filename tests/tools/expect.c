/* expect: compares results (`moot run --json`) with results worked out by hand.
 *
 *     expect EXPECTED.jsonl ACTUAL.jsonl
 *
 * Each line of EXPECTED is {"id":…,"clauses":[…],"expect":{…}}; each line of ACTUAL that has an "id" is the result of
 * that case (other lines, such as a header, are passed over). Prints `ok ID` or `not ok ID: path: expected X, saw Y`
 * (the first difference) for each expected case, in their order, then `N passed, N failed`. Status 0: all as expected;
 * 1: some are not, or a case has no result; 2: a file cannot be read.
 *
 * A result is as expected if it has at least what is expected of it:
 *   object   every key given is there and matches; null matches null, and a key that is absent
 *   array    same length, same order, element by element
 *   "*"      anything but null or nothing
 *   object where the result has a list of rows: each key is the name of a row (a stage's, a deadline's, …). Its value is
 *            an object (the last row of that name matches), an array (all rows of that name do) or null (there is none).
 *   else     the same value */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATH_SIZE = 512, DEPTH_LIMIT = 32 }; /* expectations are our own and shallow; a deeper one does not match */

/* Where the comparison stands, and the first difference that it met (held: got is a reference). */
typedef struct comparison {
    char path[PATH_SIZE];
    size_t len;
    int depth;
    json_t *want; /* borrowed; NULL: no difference */
    json_t *got;  /* held; NULL: nothing there */
} comparison;

/* The member that names a row, per list of a result. */
static const struct {
    const char *list, *key;
} row_keys[] = {
    { "stages", "stage" },       { "decisions", "fact" },        { "deadlines", "deadline" },
    { "panels", "panel" },       { "referrals", "referral" },    { "notices", "notice" },
    { "duties", "duty" },        { "breaches", "name" },         { "departures", "what" },
    { "readings", "reading" },   { "needs", "fact" },            { "escalations", "ladder" },
    { "entitlements", "entitlement" }, { "charges", "charge" }, { "log", "what" },
};

static int same(comparison *c, json_t *want, json_t *got);

static const char *row_key(const char *list)
{
    for (size_t i = 0; i < sizeof(row_keys) / sizeof(row_keys[0]); i++) {
        if (strcmp(row_keys[i].list, list) == 0) {
            return row_keys[i].key;
        }
    }
    return NULL;
}

static int differ(comparison *c, json_t *want, json_t *got)
{
    c->want = want;
    c->got = json_incref(got);
    return 0;
}

/* Compares one part; the path keeps the part's name only if it differs. A path too long for the message is cut. */
static int same_part(comparison *c, const char *before, const char *name, const char *after, json_t *want, json_t *got)
{
    size_t len = c->len;
    int n = snprintf(c->path + len, PATH_SIZE - len, "%s%s%s", before, name, after);

    c->len = n < 0 ? len : len + (size_t)n < PATH_SIZE ? len + (size_t)n : PATH_SIZE - 1;
    if (!same(c, want, got)) {
        return 0;
    }
    c->len = len;
    c->path[len] = '\0';
    return 1;
}

static int same_members(comparison *c, json_t *want, json_t *got)
{
    const char *key;
    json_t *value;

    json_object_foreach(want, key, value) {
        if (!same_part(c, c->len ? "." : "", key, "", value, json_object_get(got, key))) {
            return 0;
        }
    }
    return 1;
}

static int same_items(comparison *c, json_t *want, json_t *got)
{
    size_t count = json_array_size(want);
    char number[24];

    if (count != json_array_size(got)) {
        return differ(c, want, got);
    }
    for (size_t i = 0; i < count; i++) {
        snprintf(number, sizeof(number), "%zu", i + 1);
        if (!same_part(c, "[", number, "]", json_array_get(want, i), json_array_get(got, i))) {
            return 0;
        }
    }
    return 1;
}

/* The rows of a list that bear a name, as a new list; NULL when memory ends. */
static json_t *rows_named(json_t *list, const char *key, const char *name)
{
    json_t *rows = json_array();

    for (size_t i = 0; rows && i < json_array_size(list); i++) {
        json_t *row = json_array_get(list, i);
        const char *text = json_string_value(json_object_get(row, key));
        if (text && strcmp(text, name) == 0 && json_array_append(rows, row)) {
            json_decref(rows);
            rows = NULL;
        }
    }
    return rows;
}

static int same_rows(comparison *c, json_t *want, json_t *list)
{
    const char *key = row_key(c->path), *name;
    json_t *value;

    if (!key) {
        return differ(c, want, list);
    }
    json_object_foreach(want, name, value) {
        json_t *rows = rows_named(list, key, name);
        size_t count = json_array_size(rows);
        json_t *last = count ? json_array_get(rows, count - 1) : NULL;
        int alike = rows ? same_part(c, "[", name, "]", value, json_is_array(value) ? rows : last)
                         : differ(c, want, list);
        json_decref(rows);
        if (!alike) {
            return 0;
        }
    }
    return 1;
}

/* 1 if `got` has what is wanted; else the first difference is noted. Recursion is bounded by DEPTH_LIMIT. */
static int same(comparison *c, json_t *want, json_t *got)
{
    int alike;

    if (++c->depth > DEPTH_LIMIT) {
        alike = differ(c, want, got);
    } else if (json_is_null(want)) {
        alike = !got || json_is_null(got) || differ(c, want, got);
    } else if (json_is_string(want) && strcmp(json_string_value(want), "*") == 0) {
        alike = (got && !json_is_null(got)) || differ(c, want, got);
    } else if (json_is_object(want) && json_is_object(got)) {
        alike = same_members(c, want, got);
    } else if (json_is_object(want) && json_is_array(got)) {
        alike = same_rows(c, want, got);
    } else if (json_is_array(want) && json_is_array(got)) {
        alike = same_items(c, want, got);
    } else {
        alike = json_equal(want, got) || differ(c, want, got);
    }
    c->depth--;
    return alike;
}

/* ---- files and verdicts ---- */

/* One line of JSON Lines into the list; 0 after a message. Blank lines are passed over. */
static int read_line(json_t *lines, const char *name, size_t number, const char *line, size_t len)
{
    json_error_t error;

    if (line[strspn(line, " \t\r\n")] == '\0') {
        return 1;
    }
    json_t *object = json_loadb(line, len, 0, &error);
    if (!object) {
        fprintf(stderr, "expect: %s:%zu:%d: %s\n", name, number, error.column, error.text);
        return 0;
    }
    return json_array_append_new(lines, object) == 0;
}

/* All lines of a file; NULL after a message. */
static json_t *read_lines(const char *name)
{
    json_t *lines = json_array();
    FILE *file = fopen(name, "r");
    char *line = NULL;
    size_t room = 0, number = 0;
    ssize_t len = 0;
    int good = lines && file;

    if (!file) {
        fprintf(stderr, "expect: cannot read %s\n", name);
    }
    while (good && (len = getline(&line, &room, file)) > 0) {
        good = read_line(lines, name, ++number, line, (size_t)len);
    }
    free(line);
    if (file) {
        fclose(file);
    }
    if (!good) {
        json_decref(lines);
        lines = NULL;
    }
    return lines;
}

/* Results by case id; of two with the same id the first stays, with a message. NULL when memory ends. */
static json_t *by_id(json_t *lines)
{
    json_t *results = json_object();

    for (size_t i = 0; results && i < json_array_size(lines); i++) {
        json_t *line = json_array_get(lines, i);
        const char *id = json_string_value(json_object_get(line, "id"));
        if (id && json_object_get(results, id)) {
            fprintf(stderr, "expect: case %s has two results; the first is compared\n", id);
        } else if (id && json_object_set(results, id, line)) {
            json_decref(results);
            results = NULL;
        }
    }
    return results;
}

static void show(json_t *value)
{
    char *text = value ? json_dumps(value, JSON_ENCODE_ANY | JSON_COMPACT) : NULL;
    fputs(text ? text : "nothing", stdout);
    free(text);
}

/* Prints the verdict on one case; 1 if it passed. */
static int judge(json_t *expected, json_t *results)
{
    const char *id = json_string_value(json_object_get(expected, "id"));
    json_t *want = json_object_get(expected, "expect");
    json_t *got = id ? json_object_get(results, id) : NULL;
    comparison c = { "", 0, 0, NULL, NULL };

    if (!id || !json_is_object(want)) {
        puts("not ok ?: an expectation needs \"id\" and \"expect\"");
        return 0;
    }
    if (!got) {
        printf("not ok %s: it has no result\n", id);
        return 0;
    }
    if (same(&c, want, got)) {
        printf("ok %s\n", id);
        return 1;
    }
    printf("not ok %s: %s: expected ", id, c.path);
    show(c.want);
    fputs(", saw ", stdout);
    show(c.got);
    putchar('\n');
    json_decref(c.got);
    return 0;
}

int main(int argc, char **argv)
{
    json_t *expected = NULL, *actual = NULL, *results = NULL;
    size_t passed = 0;
    int status = 2;

    if (argc != 3) {
        fputs("usage: expect EXPECTED.jsonl ACTUAL.jsonl\n", stderr);
        return 2;
    }
    expected = read_lines(argv[1]);
    actual = expected ? read_lines(argv[2]) : NULL;
    results = actual ? by_id(actual) : NULL;
    if (results) {
        size_t count = json_array_size(expected);
        for (size_t i = 0; i < count; i++) {
            passed += (size_t)judge(json_array_get(expected, i), results);
        }
        printf("%zu passed, %zu failed\n", passed, count - passed);
        status = passed == count ? 0 : 1;
    }
    json_decref(results);
    json_decref(actual);
    json_decref(expected);
    return status;
}
