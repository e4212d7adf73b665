/* What-ifs out of the store. */
#include <math.h>
#include <string.h>

#include "vm/store/store_internal.h"
#include "vm/store/store_schema.h"
#include "vm/store/store_whatif_internal.h"

/* ---- lists ---- */

/* Room for as many rows of a list as there are: grown in the arena by doubling. */
static int room(moot_arena *arena, void **list, int32_t count, int32_t *cap, size_t size)
{
    if (count < *cap) {
        return 1;
    }
    int32_t more = *cap ? 2 * *cap : 16;
    void *bigger = moot_arena_array(arena, (size_t)more, size);
    if (!bigger) {
        return 0;
    }
    if (count > 0) {
        memcpy(bigger, *list, (size_t)count * size);
    }
    *list = bigger;
    *cap = more;
    return 1;
}

/* A row of a list, from a statement that stands at it; 0: memory ended. */
typedef int take_row(moot_sql *sql, moot_arena *arena, void *row);

static moot_code get_list(moot_store *store, moot_statement which, int64_t no, size_t size, take_row *take, moot_arena *arena,
                          void **out_list, int32_t *out_count, moot_err *err)
{
    int32_t cap = 0;
    int good = 1;
    moot_sql sql = moot_store__sql(store, which);
    *out_list = NULL;
    *out_count = 0;
    moot_sql_int(&sql, no);
    while (good && moot_sql_next(&sql)) {
        good = room(arena, out_list, *out_count, &cap, size) && take(&sql, arena, (char *)*out_list + (size_t)*out_count * size);
        *out_count += good;
    }
    moot_code code = moot_sql_end(&sql, err);
    return code || good ? code : moot_fail_memory(err);
}

static int take_name(moot_sql *sql, moot_arena *arena, void *row)
{
    const char **name = row;
    return (*name = moot_sql_get_text(sql, 0, arena)) != NULL;
}

static int take_spot(moot_sql *sql, moot_arena *arena, void *row)
{
    moot_whatif_spot *spot = row;
    *spot = (moot_whatif_spot){ moot_sql_get_text(sql, 0, arena), moot_sql_get_text(sql, 1, arena) };
    return spot->clause && spot->name;
}

static int take_source(moot_sql *sql, moot_arena *arena, void *row)
{
    moot_source *source = row;
    *source = (moot_source){ moot_sql_get_text(sql, 0, arena), moot_sql_get_text(sql, 1, arena) };
    return source->file && source->text;
}

static int take_assumed(moot_sql *sql, moot_arena *arena, void *row)
{
    moot_whatif_told_assumed *a = row;
    *a = (moot_whatif_told_assumed){ moot_sql_get_text(sql, 0, arena), moot_sql_get_text(sql, 1, arena),
                                     moot_sql_get_text(sql, 2, arena), moot_sql_get_text(sql, 3, arena),
                                     moot_sql_get_index(sql, 4) };
    return a->kind && a->name && a->source;
}

static int take_side(moot_sql *sql, moot_arena *arena, void *row)
{
    moot_whatif_told_side *s = row;
    *s = (moot_whatif_told_side){ moot_sql_get_text(sql, 0, arena), moot_sql_get_text(sql, 1, arena),
                                  moot_sql_get_text(sql, 2, arena), moot_sql_get_text(sql, 3, arena),
                                  moot_sql_get_text(sql, 4, arena), moot_sql_get_text(sql, 5, arena) };
    return s->name && s->protocol && s->hash && s->assumptions;
}

static int take_figure(moot_sql *sql, moot_arena *arena, void *row)
{
    moot_whatif_figure *f = row;
    const char *kind = moot_sql_get_text(sql, 0, arena);
    int known = kind ? moot_whatif_kind_of(kind) : -1;
    *f = (moot_whatif_figure){ known < 0 ? MOOT_WHATIF_BREACHES : (moot_whatif_kind)known, moot_sql_get_text(sql, 1, arena),
                               moot_sql_get_text(sql, 2, arena) };
    return known >= 0 && f->name && f->clause;
}

/* ---- replicates ---- */

static moot_code make_replicate(moot_whatif_reader *reader, moot_err *err)
{
    moot_whatif_shape shape = moot_whatif_shape_of(reader->whatif);
    size_t values = (size_t)shape.branch_count * (size_t)shape.group_count * (size_t)shape.figure_count;
    reader->replicate.values = moot_calloc(values + 1, sizeof *reader->replicate.values);
    return reader->replicate.values ? MOOT_OK : moot_fail_memory(err);
}

moot_code moot_store__whatif_reader(moot_store *store, int64_t no, moot_whatif *whatif, moot_whatif_reader *out, moot_err *err)
{
    void *spots;
    memset(out, 0, sizeof *out);
    out->store = store;
    out->no = no;
    out->whatif = whatif;
    moot_arena_init(&out->arena);
    moot_arrived_init(&out->came);
    moot_code code = get_list(store, SQL_GET_WHATIF_SPOTS, no, sizeof *out->spots, take_spot, &out->arena, &spots, &out->spot_count, err);
    if (code) {
        return code;
    }
    out->spots = spots;
    out->spot_of = moot_arena_none(&out->arena, out->spot_count);
    return out->spot_of ? make_replicate(out, err) : moot_fail_memory(err);
}

void moot_store__whatif_reader_done(moot_whatif_reader *reader)
{
    moot_free(reader->replicate.values);
    moot_free(reader->replicate.lives);
    moot_arrived_done(&reader->came);
    moot_arena_done(&reader->arena);
}

static moot_code fail_number(const moot_whatif_reader *reader, moot_err *err)
{
    return moot_fail(err, MOOT_ESTORE, "%s was changed by hand: what-if %lld has a row of what it does not have", reader->store->path,
                     (long long)reader->no);
}

static moot_code read_values(moot_whatif_reader *reader, const moot_whatif_shape *shape, moot_err *err)
{
    double *values = reader->replicate.values;
    size_t groups = (size_t)shape->group_count, figures = (size_t)shape->figure_count;
    int good = 1;
    for (size_t i = 0; i < (size_t)shape->branch_count * groups * figures; i++) {
        values[i] = (double)NAN;
    }
    moot_sql sql = moot_store__sql(reader->store, SQL_GET_WORLD);
    moot_sql_int(&sql, reader->no);
    moot_sql_int(&sql, reader->replicate.number);
    while (good && moot_sql_next(&sql)) {
        int32_t side = moot_sql_get_index(&sql, 0), group = moot_sql_get_index(&sql, 1), figure = moot_sql_get_index(&sql, 2);
        good = side >= 0 && side < shape->branch_count && group >= 0 && group < shape->group_count && figure >= 0
               && figure < shape->figure_count;
        if (good) {
            values[((size_t)side * groups + (size_t)group) * figures + (size_t)figure] = moot_sql_get_real(&sql, 3);
        }
    }
    moot_code code = moot_sql_end(&sql, err);
    return code || good ? code : fail_number(reader, err);
}

static size_t count_of(const moot_whatif_reader *reader, const moot_whatif_shape *shape)
{
    return (size_t)shape->case_count + (size_t)reader->came.count;
}

/* One that came, from a statement that stands at it; 0: memory ended, or it is none that can be (*out_good). */
static int take_came(moot_sql *sql, const moot_whatif_shape *shape, moot_arrived *came, int *out_good)
{
    int32_t alike = moot_sql_get_index(sql, 2);
    const char *id = moot_sql_get_text(sql, 1, &came->arena);
    *out_good = came->count < MOOT_ARRIVALS_MOST && moot_sql_get(sql, 0) == (int64_t)shape->case_count + came->count && alike >= -1
                && alike < shape->case_count;
    if (!*out_good || !id || !moot_grow((void **)&came->list, &came->cap, (size_t)came->count + 1, sizeof *came->list)) {
        return 0;
    }
    came->list[came->count++] = (moot_arrival){ id, -1, alike, moot_sql_get(sql, 3) };
    return 1;
}

/* A store that was only opened for reading may be of a time before anybody came. */
static moot_code read_came(moot_whatif_reader *reader, const moot_whatif_shape *shape, moot_err *err)
{
    int took = 1, good = 1;
    reader->came.count = 0;
    moot_arena_clear(&reader->came.arena);
    if (reader->store->version < MOOT_WHATIF_CAME_VERSION) {
        return MOOT_OK;
    }
    moot_sql sql = moot_store__sql(reader->store, SQL_GET_WHATIF_CAME);
    moot_sql_int(&sql, reader->no);
    moot_sql_int(&sql, reader->replicate.number);
    while (took && moot_sql_next(&sql)) {
        took = take_came(&sql, shape, &reader->came, &good);
    }
    moot_code code = moot_sql_end(&sql, err);
    return code || took ? code : good ? moot_fail_memory(err) : fail_number(reader, err);
}

/* Who came, and room for the lives of all. */
static moot_code read_who(moot_whatif_reader *reader, const moot_whatif_shape *shape, moot_err *err)
{
    moot_code code = read_came(reader, shape, err);
    size_t lives = (size_t)shape->branch_count * count_of(reader, shape) + 1;
    if (!code && !moot_grow((void **)&reader->replicate.lives, &reader->lives_cap, lives, sizeof *reader->replicate.lives)) {
        return moot_fail_memory(err);
    }
    reader->replicate.came = reader->came.list;
    reader->replicate.came_count = reader->came.count;
    return code;
}

/* The number in the what-if of a spot of the store. */
static int32_t spot_of(moot_whatif_reader *reader, int32_t spot)
{
    if (reader->spot_of[spot] < 0) {
        reader->spot_of[spot] = moot_whatif_add_spot(reader->whatif, reader->spots[spot].clause, reader->spots[spot].name);
    }
    return reader->spot_of[spot];
}

/* Those of a variant that are not stored are as under the baseline. */
static void same_as_baseline(const moot_whatif_reader *reader, const moot_whatif_shape *shape)
{
    size_t cases = count_of(reader, shape);
    for (int32_t b = 1; b < shape->branch_count; b++) {
        memcpy(reader->replicate.lives + (size_t)b * cases, reader->replicate.lives, cases * sizeof *reader->replicate.lives);
    }
}

static moot_code read_life(moot_whatif_reader *reader, const moot_whatif_shape *shape, const moot_sql *sql, moot_err *err)
{
    int32_t side = moot_sql_get_index(sql, 0), n = moot_sql_get_index(sql, 1), spot = moot_sql_get_index(sql, 8);
    int64_t went = moot_sql_get(sql, 6);
    int64_t had = moot_sql_get(sql, 9);
    int parts = went != MOOT_WENT_SAME;
    if (side < 0 || side >= shape->branch_count || n < 0 || (size_t)n >= count_of(reader, shape) || went < 0 || went > MOOT_WENT_OTHER || had < 0 || had > MOOT_HAD_NEW
        || spot >= reader->spot_count || parts != (spot >= 0)) {
        return fail_number(reader, err);
    }
    spot = parts ? spot_of(reader, spot) : -1;
    if (parts && spot < 0) {
        return moot_fail_memory(err);
    }
    reader->replicate.lives[(size_t)side * count_of(reader, shape) + (size_t)n] = (moot_whatif_life){
        moot_sql_get_index(sql, 2), moot_sql_get_index(sql, 3), moot_sql_get_index(sql, 4), moot_sql_get_index(sql, 5), spot,
        (uint8_t)went, moot_sql_get(sql, 7) != 0, (uint8_t)had
    };
    return MOOT_OK;
}

static moot_code read_lives(moot_whatif_reader *reader, const moot_whatif_shape *shape, moot_err *err)
{
    int last = 0; /* the side of the row before is a variant */
    moot_code code = MOOT_OK;
    moot_sql sql = moot_store__sql(reader->store, SQL_GET_LIVES);
    moot_sql_int(&sql, reader->no);
    moot_sql_int(&sql, reader->replicate.number);
    while (!code && moot_sql_next(&sql)) {
        if (last == 0 && moot_sql_get(&sql, 0) > 0) {
            same_as_baseline(reader, shape);
            last = 1;
        }
        code = read_life(reader, shape, &sql, err);
    }
    if (!code && last == 0) {
        same_as_baseline(reader, shape);
    }
    moot_err ignored;
    moot_err_init(&ignored);
    moot_code ended = moot_sql_end(&sql, code ? &ignored : err);
    return code ? code : ended;
}

moot_code moot_store__whatif_read(moot_whatif_reader *reader, int64_t number, moot_err *err)
{
    moot_whatif_shape shape = moot_whatif_shape_of(reader->whatif);
    reader->replicate.number = number;
    moot_code code = read_values(reader, &shape, err);
    code = code ? code : read_who(reader, &shape, err);
    return code ? code : read_lives(reader, &shape, err);
}

moot_code moot_store__whatif_give(moot_store *store, int64_t no, int64_t done, moot_whatif *whatif, moot_err *err)
{
    moot_whatif_shape shape = moot_whatif_shape_of(whatif);
    moot_whatif_reader reader;
    moot_code code = moot_store__whatif_reader(store, no, whatif, &reader, err);
    for (int64_t i = 0; i < done && !code; i++) {
        int64_t number = shape.shards < 2 ? i : shape.shard - 1 + i * shape.shards;
        code = moot_store__whatif_read(&reader, number, err);
        code = code ? code : moot_whatif_take(whatif, &reader.replicate, err);
    }
    moot_store__whatif_reader_done(&reader);
    return code;
}

/* ---- all of it ---- */

#define FIRST_VERSION 5 /* of the schema that has what-ifs */

/* A store that was only opened for reading may be older: it has none. */
static moot_code ask_one(moot_store *store, moot_statement which, int64_t *out, moot_err *err)
{
    int64_t version = 0;
    *out = 0;
    moot_code code = moot_store__ask(store, "PRAGMA user_version", &version, err);
    if (code || version < FIRST_VERSION) {
        return code;
    }
    moot_sql sql = moot_store__sql(store, which);
    *out = moot_sql_next(&sql) ? moot_sql_get(&sql, 0) : 0;
    return moot_sql_end(&sql, err);
}

moot_code moot_store_whatif_count(moot_store *store, int64_t *out_count, moot_err *err)
{
    *out_count = 0;
    return store->version < MOOT_WHATIF_VERSION ? MOOT_OK : ask_one(store, SQL_COUNT_WHATIFS, out_count, err);
}

/* Others divide by the parts, and count by them. */
static int are_numbers_good(const moot_whatif_told *told, int64_t shard, int64_t shards)
{
    return told->replicates >= 1 && shards >= 1 && shards <= INT32_MAX && shard >= 1 && shard <= shards && told->done >= 0
           && told->done <= moot_whatif_of_shard(told->replicates, (int)shard, (int)shards);
}

static moot_code get_row(moot_store *store, moot_arena *arena, moot_whatif_told *told, moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_GET_WHATIF);
    moot_sql_int(&sql, told->no);
    int found = moot_sql_next(&sql), good = 1;
    if (found) {
        told->identity = moot_sql_get_text(&sql, 14, arena);
        told->caseload = moot_sql_get_text(&sql, 0, arena);
        told->caseload_sha = moot_sql_get_text(&sql, 1, arena);
        told->generated = moot_sql_get(&sql, 2) != 0;
        told->seed = (uint64_t)moot_sql_get(&sql, 3);
        told->replicates = moot_sql_get(&sql, 4);
        told->shard = (int)moot_sql_get(&sql, 5);
        told->shards = (int)moot_sql_get(&sql, 6);
        told->until = moot_sql_is_null(&sql, 7) ? MOOT_NEVER : moot_sql_get(&sql, 7);
        told->law_as_at = moot_sql_is_null(&sql, 8) ? MOOT_DAY_MIN : (moot_day)moot_sql_get(&sql, 8);
        told->by = moot_sql_get_text(&sql, 9, arena);
        told->moot = moot_sql_get_text(&sql, 10, arena);
        told->options = moot_sql_get_text(&sql, 11, arena);
        told->done = moot_sql_get(&sql, 12);
        told->finished = moot_sql_get(&sql, 13) != 0;
        good = are_numbers_good(told, moot_sql_get(&sql, 5), moot_sql_get(&sql, 6));
    }
    moot_code code = moot_sql_end(&sql, err);
    if (!code && !good) {
        return moot_fail(err, MOOT_ESTORE, "%s was changed by hand: what-if %lld has a part, or replicates, that cannot be",
                         store->path, (long long)told->no);
    }
    return code || found ? code : moot_fail(err, MOOT_ESTORE, "%s has no what-if %lld", store->path, (long long)told->no);
}

static moot_code get_told(moot_store *store, moot_arena *arena, moot_whatif_told *told, moot_err *err)
{
    void *sides = NULL, *assumed = NULL, *files = NULL;
    moot_code code = get_row(store, arena, told, err);
    code = code ? code : get_list(store, SQL_GET_WHATIF_SIDES, told->no, sizeof *told->sides, take_side, arena, &sides,
                                  &told->side_count, err);
    code = code ? code : get_list(store, SQL_GET_WHATIF_ASSUMED, told->no, sizeof *told->assumed, take_assumed, arena, &assumed,
                                  &told->assumed_count, err);
    code = code ? code : get_list(store, SQL_GET_WHATIF_FILES, told->no, sizeof *told->files, take_source, arena, &files,
                                  &told->file_count, err);
    told->sides = sides;
    told->assumed = assumed;
    told->files = files;
    return code;
}

/* A store of a time before sides could be protocols of their own has none: then all sides have all figures. */
static moot_code get_clauses(moot_store *store, moot_arena *arena, int64_t no, moot_whatif_shape *shape, moot_err *err)
{
    size_t count = (size_t)shape->branch_count * (size_t)shape->figure_count;
    const char **clauses = moot_arena_array(arena, count + 1, sizeof *clauses);
    int good = clauses != NULL, found = 0;
    moot_sql sql = moot_store__sql(store, SQL_GET_WHATIF_CLAUSES);
    moot_sql_int(&sql, no);
    while (good && moot_sql_next(&sql)) {
        int32_t side = moot_sql_get_index(&sql, 0), figure = moot_sql_get_index(&sql, 1);
        if (side >= 0 && side < shape->branch_count && figure >= 0 && figure < shape->figure_count) {
            const char *clause = moot_sql_get_text(&sql, 2, arena);
            clauses[(size_t)side * (size_t)shape->figure_count + (size_t)figure] = clause;
            good = clause != NULL;
            found = 1;
        }
    }
    moot_code code = moot_sql_end(&sql, err);
    shape->clauses = found ? clauses : NULL;
    return code || good ? code : moot_fail_memory(err);
}

/* Names and figures, for a what-if that has only to take. */
static moot_code get_shape(moot_store *store, moot_arena *arena, const moot_whatif_told *told, moot_whatif_shape *out, moot_err *err)
{
    moot_whatif_shape shape = { .branch_count = told->side_count, .replicates = told->replicates, .shard = told->shard,
                                .shards = told->shards };
    const char **names = moot_arena_array(arena, (size_t)told->side_count + 1, sizeof *names);
    void *cases = NULL, *groups = NULL, *figures = NULL;
    for (int32_t i = 0; names && i < told->side_count; i++) {
        names[i] = told->sides[i].name;
    }
    moot_code code = names ? MOOT_OK : moot_fail_memory(err);
    code = code ? code : get_list(store, SQL_GET_WHATIF_PEOPLE, told->no, sizeof(char *), take_name, arena, &cases, &shape.case_count,
                                  err);
    code = code ? code : get_list(store, SQL_GET_WHATIF_GROUPS, told->no, sizeof(char *), take_name, arena, &groups,
                                  &shape.group_count, err);
    code = code ? code : get_list(store, SQL_GET_WHATIF_FIGURES, told->no, sizeof *shape.figures, take_figure, arena, &figures,
                                  &shape.figure_count, err);
    shape.branches = names;
    shape.cases = cases;
    shape.groups = groups;
    shape.figures = figures;
    code = code ? code : get_clauses(store, arena, told->no, &shape, err);
    *out = shape;
    return code;
}

moot_code moot_store__whatif_told(moot_store *store, int64_t no, moot_arena *arena, moot_whatif_told *out_told,
                                  moot_whatif_shape *out_shape, moot_err *err)
{
    memset(out_told, 0, sizeof *out_told);
    moot_code code = ask_one(store, SQL_NEWEST_WHATIF, &out_told->no, err);
    if (!code && !out_told->no) {
        code = moot_fail(err, MOOT_ESTORE, "%s has no what-if: moot whatif with --store keeps one", store->path);
    }
    out_told->no = no ? no : out_told->no;
    code = code ? code : get_told(store, arena, out_told, err);
    return code ? code : get_shape(store, arena, out_told, out_shape, err);
}

moot_code moot_store_whatif_load(moot_store *store, int64_t no, moot_arena *arena, moot_whatif_told *out_told,
                                 moot_whatif **out_whatif, moot_err *err)
{
    moot_whatif_told told;
    moot_whatif_shape shape;
    moot_whatif *whatif = NULL;
    moot_code code = moot_store__whatif_told(store, no, arena, &told, &shape, err);
    code = code ? code : moot_whatif_of_shape(&shape, &whatif, err);
    code = code ? code : moot_store__whatif_give(store, told.no, told.done, whatif, err);
    if (code) {
        moot_whatif_free(whatif);
        return code;
    }
    *out_told = told;
    *out_whatif = whatif;
    return MOOT_OK;
}

moot_code moot_store_whatif_sources(moot_store *store, int64_t no, int32_t side, moot_arena *arena, moot_store_found *out_found, moot_err *err)
{
    int64_t protocol_no = 0;
    memset(out_found, 0, sizeof *out_found);
    moot_sql sql = moot_store__sql(store, SQL_GET_WHATIF_SIDE);
    moot_sql_int(&sql, no);
    moot_sql_int(&sql, side);
    if (moot_sql_next(&sql)) {
        protocol_no = moot_sql_get(&sql, 0);
    }
    moot_code code = moot_sql_end(&sql, err);
    if (!code && !protocol_no) {
        return moot_fail(err, MOOT_ESTORE, "%s has no side %d of what-if %lld", store->path, (int)side, (long long)no);
    }
    return code ? code : moot_store__get_protocol(store, protocol_no, arena, out_found, err);
}
