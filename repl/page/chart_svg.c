/* The chart as SVG. Columns are lanes; rows are how many arrows a stage is away from where it began, so that most arrows point
 * down. A stage lists what begins it and its ways on, one a line; an arrow leaves from its line. What begins and what ends a
 * journey are lines too, not boxes: that keeps the picture to the stages.
 *
 * Asked for in strips, each is as high as a printed page, lies on the next one's edge and has the names of the lanes: on a screen
 * they are one picture, on paper a page each. No box and no gap between rows lies across an edge: what would begins the next
 * strip. All lanes stand side by side on a page then, in type that can be read; a lane is the broader the more it has. What comes later
 * stands beside what comes before, in a row with it, where at least half its height is room that would else be white.
 *
 * Arrows run in channels only: upright in the gutter beside a column, level in the gap above a row, so that none crosses a box or
 * a word. All arrows to one box are one net: they share a track in each channel and join. Tracks of a channel that do not meet
 * share a slot; a channel is as wide as it has slots. */
#include <string.h>

#include "repl/page/chart_draw.h"
#include "repl/page/page.h"

enum {
    BOX_WIDTH = 230,
    BOX_WIDTH_LEAST = 120,
    BOX_WIDTH_MOST = 460,
    WIDER = 20,        /* a step in which room is given out */
    MARGIN = 16,
    LINE = 16,         /* of text, in pixels at 13 */
    PAD = 8,
    SLOT = 6,          /* between tracks */
    BESIDE = 14,       /* between a column and the tracks beside it */
    BETWEEN = 14,      /* boxes of one row in one column */
    TYPE = 13,         /* of letters, in pixels */
    LINE_BYTES = 256,  /* of one line, more than fit */
    LINES_MOST = 200,  /* of one box */
    PAGE_WIDTH = 1060, /* of A4 that lies on its side, within the margins of the page (page.c), in pixels of 1/96 inch */
    PAGE_HEIGHT = 715,
    WIDTH_MOST = 1470  /* so that on such a page the type has 7 points: PAGE_WIDTH * 13 * 72 / 96 / 7, and something less */
};

typedef struct placed {
    int32_t rank;  /* how many arrows from where it began */
    int32_t layer; /* its row */
    int x, y, height;
} placed;

/* An upright track (in the gutter right of lane `channel`, -1: left of the first) or a level one (in the gap above row `channel`)
 * of the net of a box. */
typedef struct track {
    uint8_t level;
    int32_t channel, box, slot;
    int low, high; /* what it spans: upright in pixels, level in gutters */
} track;

typedef struct layout {
    const moot_chart *c;
    placed *at;        /* per box */
    int *exit_y;       /* per arrow: where it leaves its box */
    int32_t *cursor;   /* per lane: how far down its boxes of this row reach */
    int32_t *more;     /* per lane: how high the boxes are that may join it */
    int *gap_y;        /* per row: top of the gap above it */
    int *gutter_x;     /* per lane + 1: left edge of the gutter; [0] is left of the first lane */
    track *tracks;
    int32_t track_count;
    size_t track_cap;
    int32_t ranks, layers;
    int width, height, no_memory;
    int strip; /* how high a strip is, 0: all is one */
    int32_t *box_width; /* per lane */
    int head;  /* how high the names of the lanes are */
    moot_arena arena;
    moot_buf *out;
    const char *id;
} layout;

static int is_drawn(const layout *l, int32_t box)
{
    return l->c->boxes[box].kind == MOOT_CHART_STAGE || l->c->boxes[box].kind == MOOT_CHART_LADDER;
}

static int is_routed(const layout *l, const moot_chart_arrow *a)
{
    return is_drawn(l, a->from) && is_drawn(l, a->to);
}

/* ---- rows: the longest way from a start, arrows that lead back left out ---- */

/* An arrow leads back if its end was reached before its beginning in a walk from what begins first. Depth first, with a stack. */
static int mark_back(layout *l, uint8_t *back)
{
    const moot_chart *c = l->c;
    uint8_t *state = moot_arena_alloc(&l->arena, (size_t)c->box_count + 1);
    int32_t *stack = moot_arena_array(&l->arena, (size_t)c->box_count + 1, sizeof *stack);
    int32_t *next = moot_arena_array(&l->arena, (size_t)c->box_count + 1, sizeof *next);
    if (!state || !stack || !next) {
        return 0;
    }
    for (int turn = 0; turn < 2; turn++) { /* starts first, then what no start leads to */
        for (int32_t root = 0; root < c->box_count; root++) {
            int32_t n = 0;
            if (state[root] != 0 || (turn == 0 && c->boxes[root].kind != MOOT_CHART_START)) {
                continue;
            }
            stack[n++] = root;
            state[root] = 1;
            while (n > 0) {
                int32_t box = stack[n - 1], i = next[box]++;
                if (i >= c->arrow_count) {
                    state[box] = 2;
                    n--;
                } else if (c->arrows[i].from == box) {
                    int32_t to = c->arrows[i].to;
                    back[i] = state[to] == 1;
                    if (state[to] == 0) {
                        state[to] = 1;
                        stack[n++] = to;
                    }
                }
            }
        }
    }
    return 1;
}

static int place_layers(layout *l)
{
    const moot_chart *c = l->c;
    uint8_t *back = moot_arena_alloc(&l->arena, (size_t)c->arrow_count + 1);
    if (!back || !mark_back(l, back)) {
        return 0;
    }
    for (int32_t again = 1, rounds = 0; again && rounds <= c->box_count; rounds++) {
        again = 0;
        for (int32_t i = 0; i < c->arrow_count; i++) {
            const moot_chart_arrow *a = &c->arrows[i];
            if (!back[i] && is_routed(l, a) && a->from != a->to && l->at[a->to].rank <= l->at[a->from].rank) {
                l->at[a->to].rank = l->at[a->from].rank + 1;
                again = 1;
            }
        }
    }
    for (int32_t i = 0; i < c->box_count; i++) {
        l->at[i].layer = l->at[i].rank;
        l->ranks = is_drawn(l, i) && l->at[i].rank >= l->ranks ? l->at[i].rank + 1 : l->ranks;
    }
    l->layers = l->ranks;
    return 1;
}

/* ---- texts that fold ---- */

/* How broad a letter of Arial is at most, or nearly, in hundredths of the size of the type. */
static int breadth(const char *letter, int is_bold)
{
    unsigned char c = (unsigned char)*letter;
    int broad = 57;
    if (c >= 0x80 || strchr("mwMW%@", c)) {
        broad = 100;
    } else if (strchr("ijltfr.,:;'|!()[]/- ", c)) {
        broad = 34;
    } else if (c >= 'A' && c <= 'Z') {
        broad = 75;
    }
    return broad + (is_bold ? 5 : 0);
}

/* The length of the next line of a text: whole words, as many as fit; a longer word is cut, behind a hyphen or a low line if it has one, never
 * inside a letter. `inside`: how broad a line may be, as breadth counts. */
static size_t fold(const char *text, int inside, int is_bold)
{
    size_t space = 0, hyphen = 0, bytes = 0;
    int broad = 0;
    while (text[bytes]) {
        size_t next = bytes + 1;
        while (((unsigned char)text[next] & 0xc0) == 0x80) {
            next++;
        }
        broad += breadth(text + bytes, is_bold);
        space = text[bytes] == ' ' ? bytes : space;
        if (broad > inside || next > LINE_BYTES - 1) {
            return space > 0 ? space : hyphen > 0 ? hyphen : bytes;
        }
        hyphen = text[bytes] == '-' || text[bytes] == '_' ? next : hyphen;
        bytes = next;
    }
    return bytes;
}

/* Lines of a text in a lane; with an out, written from (x, y) on. */
static int lines_of(layout *l, int32_t lane, const char *text, int x, int y, const char *weight, int write)
{
    int lines = 0;
    while (*text && lines < LINES_MOST) {
        size_t len = fold(text, (l->box_width[lane] - 2 * PAD) * 100 / TYPE, strstr(weight, "bold") != NULL);
        if (write) {
            char line[LINE_BYTES];
            memcpy(line, text, len);
            line[len] = '\0';
            moot_buf_printf(l->out, "<text x=\"%d\" y=\"%d\"%s>", x, y + LINE * lines, weight);
            moot_html_text(l->out, line);
            moot_buf_str(l->out, "</text>\n");
        }
        text += len;
        text += *text == ' ';
        lines++;
    }
    return lines;
}

static const char *with_clause(layout *l, const char *words, const char *clause)
{
    moot_buf text;
    moot_buf_init(&text);
    moot_buf_str(&text, words);
    if (*clause) {
        moot_buf_printf(&text, "%s(%s)", *words ? " " : "", clause);
    }
    const char *kept = moot_buf_ok(&text) ? moot_arena_str(&l->arena, moot_buf_text(&text)) : NULL;
    moot_buf_done(&text);
    l->no_memory |= !kept;
    return kept ? kept : words;
}

/* One line for each way that leads to or from a box; with `write`, written. */
static int ways_of(layout *l, int32_t number, int x, int y, int write)
{
    const moot_chart *c = l->c;
    int lines = 0;
    for (int32_t i = 0; i < c->arrow_count; i++) {
        const moot_chart_arrow *a = &c->arrows[i];
        moot_buf words;
        if (a->from != number) {
            continue;
        }
        moot_buf_init(&words);
        moot_buf_printf(&words, "%s%s%s%s \342\206\222 %s%s", *a->label ? a->label : "goes on", *a->clause ? " (" : "", a->clause,
                        *a->clause ? ")" : "", c->boxes[a->to].kind == MOOT_CHART_END ? "ends: " : "", c->boxes[a->to].title);
        l->exit_y[i] = y + LINE * lines - 4;
        lines += lines_of(l, c->boxes[number].lane, moot_buf_text(&words), x, y + LINE * lines, " fill=\"#12436D\"", write);
        l->no_memory |= !moot_buf_ok(&words);
        moot_buf_done(&words);
    }
    return lines;
}

static int begun_by(layout *l, int32_t number, int x, int y, int write)
{
    const moot_chart *c = l->c;
    int lines = 0;
    for (int32_t i = 0; i < c->arrow_count; i++) {
        const moot_chart_arrow *a = &c->arrows[i];
        if (a->to == number && c->boxes[a->from].kind == MOOT_CHART_START) {
            moot_buf words;
            moot_buf_init(&words);
            moot_buf_printf(&words, "Begins: %s%s%s", c->boxes[a->from].title, *a->label ? ", " : "", a->label);
            lines += lines_of(l, c->boxes[number].lane, moot_buf_text(&words), x, y + LINE * lines, " fill=\"#484949\"", write);
            l->no_memory |= !moot_buf_ok(&words);
            moot_buf_done(&words);
        }
    }
    return lines;
}

/* Walks the texts of a box; writes them at its place if asked. Returns its height. */
static int box_texts(layout *l, int32_t number, int write)
{
    const moot_chart *c = l->c;
    const moot_chart_box *b = &c->boxes[number];
    int32_t lane = b->lane;
    int x = l->at[number].x + PAD, y = l->at[number].y + PAD + LINE - 4, lines = 0;
    lines += lines_of(l, lane, with_clause(l, b->title, b->clause), x, y, " font-weight=\"bold\"", write);
    lines += lines_of(l, lane, b->owner, x, y + LINE * lines, "", write);
    lines += begun_by(l, number, x, y + LINE * lines, write);
    lines += lines_of(l, lane, b->time, x, y + LINE * lines, "", write);
    lines += ways_of(l, number, x, y + LINE * lines, write);
    if (*b->dead_ends) {
        moot_buf words;
        moot_buf_init(&words);
        moot_buf_printf(&words, "Or it ends: %s", b->dead_ends);
        lines += lines_of(l, c->boxes[number].lane, moot_buf_text(&words), x, y + LINE * lines, "", write);
        l->no_memory |= !moot_buf_ok(&words);
        moot_buf_done(&words);
    }
    return 2 * PAD + LINE * lines;
}

/* ---- tracks ---- */

static track *track_of(layout *l, int level, int32_t channel, int32_t box)
{
    for (int32_t i = 0; i < l->track_count; i++) {
        track *t = &l->tracks[i];
        if (t->level == level && t->channel == channel && t->box == box) {
            return t;
        }
    }
    return NULL;
}

static void span(layout *l, int level, int32_t channel, int32_t box, int one, int other)
{
    track *t = track_of(l, level, channel, box);
    int low = one < other ? one : other, high = one < other ? other : one;
    if (!t) {
        if (!moot_grow((void **)&l->tracks, &l->track_cap, (size_t)l->track_count + 1, sizeof *l->tracks)) {
            l->no_memory = 1;
            return;
        }
        l->tracks[l->track_count++] = (track){ (uint8_t)level, channel, box, 0, low, high };
        return;
    }
    t->low = low < t->low ? low : t->low;
    t->high = high > t->high ? high : t->high;
}

/* The gutters through which an arrow leaves its box and enters the other. */
static void gutters(const layout *l, const moot_chart_arrow *a, int32_t *out_from, int32_t *out_to)
{
    int32_t from = l->c->boxes[a->from].lane, to = l->c->boxes[a->to].lane;
    *out_from = to < from ? from - 1 : from;
    *out_to = to > from ? to - 1 : to;
}

/* Each track takes the first slot in which nothing else of its channel meets it. Returns how many slots the channel has. */
static int32_t fill_slots(layout *l, int level, int32_t channel, int apart)
{
    int32_t slots = 0;
    for (int32_t i = 0; i < l->track_count; i++) {
        track *t = &l->tracks[i];
        int taken = t->level == level && t->channel == channel;
        t->slot = taken ? 0 : t->slot;
        for (int32_t k = 0; taken && k < i; k++) { /* from the start again after each move: slots only rise */
            const track *other = &l->tracks[k];
            if (other->level == level && other->channel == channel && other->slot == t->slot
                && t->low <= other->high + apart && other->low <= t->high + apart) {
                t->slot++;
                k = -1;
            }
        }
        slots = taken && t->slot >= slots ? t->slot + 1 : slots;
    }
    return slots;
}

/* ---- places ---- */

static int head_y(const layout *l, int32_t box)
{
    return l->at[box].y + PAD + LINE / 2;
}

/* Level tracks first: how high a gap is depends on them, and they on the order of lanes only. */
static void level_tracks(layout *l)
{
    for (int32_t i = 0; i < l->c->arrow_count; i++) {
        const moot_chart_arrow *a = &l->c->arrows[i];
        int32_t from, to;
        if (is_routed(l, a)) {
            gutters(l, a, &from, &to);
            if (from != to) {
                span(l, 1, l->at[a->to].layer, a->to, from, to);
            }
        }
    }
}

/* Where something so high can stand, from y on, without lying across the edge of a strip. What is higher than a strip begins one. */
static int fitting(const layout *l, int y, int height)
{
    int inside = l->strip > 0 ? y % l->strip : 0;
    int first = MARGIN + l->head;
    if (l->strip == 0 || inside == first || (inside > first && inside + height <= l->strip - MARGIN)) {
        return y;
    }
    return y - inside + (inside < first ? 0 : l->strip) + first;
}

/* ---- rows that share a page ---- */

/* Puts how high the boxes of a rank are, lane by lane, into l->more; returns the highest. */
static int32_t stack_rank(layout *l, int32_t rank)
{
    int32_t highest = 0;
    memset(l->more, 0, (size_t)l->c->lane_count * sizeof *l->more);
    for (int32_t i = 0; i < l->c->box_count; i++) {
        if (l->at[i].rank == rank && is_drawn(l, i)) {
            int32_t *lane = &l->more[l->c->boxes[i].lane];
            *lane += box_texts(l, i, 0) + BETWEEN;
            highest = *lane > highest ? *lane : highest;
        }
    }
    return highest;
}

static void set_row(layout *l, int32_t rank, int32_t row)
{
    for (int32_t i = 0; i < l->c->box_count; i++) {
        l->at[i].layer = l->at[i].rank == rank ? row : l->at[i].layer;
    }
}

/* A rank joins the row before it if half its height is saved, and all of the row fits a strip. */
static void join_rows(layout *l)
{
    int32_t row = -1, height = 0, inside = l->strip - l->head - 2 * MARGIN - BETWEEN;
    for (int32_t rank = 0; rank < l->ranks; rank++) {
        int32_t alone = stack_rank(l, rank), together = 0;
        for (int32_t lane = 0; lane < l->c->lane_count; lane++) {
            together = l->cursor[lane] + l->more[lane] > together ? l->cursor[lane] + l->more[lane] : together;
        }
        int joins = row >= 0 && together <= inside && together - height <= alone / 2;
        row += joins ? 0 : 1;
        height = joins ? together : alone;
        for (int32_t lane = 0; lane < l->c->lane_count; lane++) {
            l->cursor[lane] = joins ? l->cursor[lane] + l->more[lane] : l->more[lane];
        }
        set_row(l, rank, row);
    }
    l->layers = row + 1;
}

static void place_rows(layout *l)
{
    const moot_chart *c = l->c;
    int top = MARGIN + l->head;
    for (int32_t layer = 0; layer < l->layers; layer++) {
        int gap = BETWEEN + SLOT * (fill_slots(l, 1, layer, 0) + 1);
        l->gap_y[layer] = fitting(l, top, gap);
        top = l->gap_y[layer] + gap;
        int deepest = top;
        for (int32_t lane = 0; lane < c->lane_count; lane++) {
            l->cursor[lane] = top;
        }
        for (int32_t i = 0; i < c->box_count; i++) {
            placed *at = &l->at[i];
            if (at->layer == layer && is_drawn(l, i)) {
                int32_t lane = c->boxes[i].lane;
                at->height = box_texts(l, i, 0);
                at->y = fitting(l, l->cursor[lane], at->height);
                (void)box_texts(l, i, 0); /* again: where arrows leave it depends on its place */
                l->cursor[lane] = at->y + at->height + BETWEEN;
                deepest = at->y + at->height > deepest ? at->y + at->height : deepest;
            }
        }
        top = deepest;
    }
    l->height = top + MARGIN;
}

static int level_y(layout *l, int32_t box)
{
    const track *t = track_of(l, 1, l->at[box].layer, box);
    return l->gap_y[l->at[box].layer] + SLOT * (1 + (t ? t->slot : 0));
}

static void upright_tracks(layout *l)
{
    for (int32_t i = 0; i < l->c->arrow_count; i++) {
        const moot_chart_arrow *a = &l->c->arrows[i];
        int32_t from, to;
        if (!is_routed(l, a)) {
            continue;
        }
        gutters(l, a, &from, &to);
        if (from == to) {
            span(l, 0, from, a->to, l->exit_y[i], head_y(l, a->to));
        } else {
            span(l, 0, from, a->to, l->exit_y[i], level_y(l, a->to));
            span(l, 0, to, a->to, level_y(l, a->to), head_y(l, a->to));
        }
    }
}

static int lane_is_drawn(const layout *l, int32_t lane)
{
    for (int32_t i = 0; i < l->c->box_count; i++) {
        if (l->c->boxes[i].lane == lane && is_drawn(l, i)) {
            return 1;
        }
    }
    return 0;
}

static void place_columns(layout *l)
{
    int x = MARGIN;
    l->gutter_x[0] = x;
    x += SLOT * (fill_slots(l, 0, -1, SLOT) + 1);
    for (int32_t lane = 0; lane < l->c->lane_count; lane++) {
        for (int32_t i = 0; i < l->c->box_count; i++) {
            if (l->c->boxes[i].lane == lane) {
                l->at[i].x = x;
            }
        }
        x += lane_is_drawn(l, lane) ? l->box_width[lane] : 0;
        l->gutter_x[lane + 1] = x;
        x += lane_is_drawn(l, lane) ? 2 * BESIDE + SLOT * fill_slots(l, 0, lane, SLOT) : 0;
    }
    l->width = x + MARGIN;
}

/* ---- drawing ---- */

/* The part of the picture that is being drawn. */
typedef struct strip {
    int top, bottom;
} strip;

static int is_in(const strip *s, int top, int bottom)
{
    return top <= s->bottom && bottom >= s->top;
}

static int lane_head(layout *l, int32_t lane, int y, int write)
{
    return LINE * lines_of(l, lane, l->c->lanes[lane].name, l->gutter_x[lane + 1] - l->box_width[lane], y, " font-weight=\"bold\"", write);
}

static void draw_lanes(layout *l, const strip *s)
{
    int last = s->bottom == l->height;
    int top = s->top == 0 ? MARGIN - PAD : s->top, bottom = last ? l->height - MARGIN + PAD : s->bottom;
    for (int32_t i = 0; i < l->c->lane_count; i++) {
        if (!lane_is_drawn(l, i)) {
            continue;
        }
        moot_buf_printf(l->out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#f4f8fb\"/>\n",
                        l->gutter_x[i + 1] - l->box_width[i] - PAD, top, l->box_width[i] + 2 * PAD, bottom - top);
        (void)lane_head(l, i, s->top + MARGIN + LINE - 4, 1);
    }
}

static int width_of(const layout *l, int32_t box)
{
    return l->box_width[l->c->boxes[box].lane];
}

static void draw_box(layout *l, int32_t number)
{
    moot_buf_printf(l->out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#ffffff\" stroke-width=\"2\" %s/>\n",
                    l->at[number].x, l->at[number].y, width_of(l, number), l->at[number].height,
                    l->c->boxes[number].kind == MOOT_CHART_LADDER ? "stroke=\"#801650\" stroke-dasharray=\"6 3\"" : "stroke=\"#12436D\"");
    (void)box_texts(l, number, 1);
}

static int track_x(layout *l, int32_t gutter, int32_t box)
{
    const track *t = track_of(l, 0, gutter, box);
    return l->gutter_x[gutter + 1] + (gutter < 0 ? 0 : BESIDE) + SLOT * (t ? t->slot : 0);
}

/* Colours tell neighbouring nets apart; that a line belongs to a box is said by its label and where it ends. */
static void draw_arrow(layout *l, int32_t number)
{
    static const char *const colours[] = { "#12436D", "#801650", "#3D3D3D", "#1a65a6" };
    static const char *const dashes[] = {
        [MOOT_CHART_BY_OUTCOME] = "", [MOOT_CHART_BY_ITSELF] = " stroke-dasharray=\"2 3\"",
        [MOOT_CHART_LATE] = " stroke-dasharray=\"8 4\"",
    };
    const moot_chart_arrow *a = &l->c->arrows[number];
    const placed *from = &l->at[a->from], *to = &l->at[a->to];
    int32_t out, in;
    gutters(l, a, &out, &in);
    int leaves_right = l->c->boxes[a->to].lane >= l->c->boxes[a->from].lane;
    int enters_right = l->c->boxes[a->to].lane <= l->c->boxes[a->from].lane;
    int x = track_x(l, out, a->to), y = l->exit_y[number];
    moot_buf_printf(l->out, "<path d=\"M %d %d H %d", leaves_right ? from->x + width_of(l, a->from) : from->x, y, x);
    if (out != in) {
        moot_buf_printf(l->out, " V %d H %d", level_y(l, a->to), track_x(l, in, a->to));
    }
    moot_buf_printf(l->out, " V %d H %d\" fill=\"none\" stroke-width=\"1.5\" stroke=\"%s\"%s marker-end=\"url(#%s-head)\"/>\n",
                    head_y(l, a->to), enters_right ? to->x + width_of(l, a->to) : to->x, colours[(size_t)a->to % MOOT_COUNT(colours)],
                    dashes[a->way], l->id);
}

static void arrow_reach(layout *l, int32_t number, int *out_top, int *out_bottom)
{
    const moot_chart_arrow *a = &l->c->arrows[number];
    int32_t out, in;
    int y[3] = { l->exit_y[number], head_y(l, a->to), head_y(l, a->to) };
    gutters(l, a, &out, &in);
    y[2] = out != in ? level_y(l, a->to) : y[2];
    *out_top = *out_bottom = y[0];
    for (int i = 1; i < 3; i++) {
        *out_top = y[i] < *out_top ? y[i] : *out_top;
        *out_bottom = y[i] > *out_bottom ? y[i] : *out_bottom;
    }
}

/* The first strip has the words for all of them; to who listens to the page the others are not there. */
static void draw_words(layout *l)
{
    moot_buf_printf(l->out, "<title id=\"%s-title\">", l->id);
    moot_html_text(l->out, l->c->protocol->council);
    moot_buf_printf(l->out, ": stages and ways between them</title>\n<desc id=\"%s-desc\">", l->id);
    moot_chart_told(l->c, l->out);
    moot_buf_printf(l->out,
                    " A column for each service; lines with dashes: a deadline was missed; with dots: it begins by itself.</desc>\n"
                    "<defs><marker id=\"%s-head\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"6\" markerHeight=\"6\" "
                    "orient=\"auto\"><path d=\"M 0 0 L 10 5 L 0 10 z\" fill=\"#0b0c0c\"/></marker></defs>\n",
                    l->id);
}

static void draw_strip(layout *l, const strip *s)
{
    const moot_chart *c = l->c;
    int top, bottom;
    moot_buf_str(l->out, "<svg xmlns=\"http://www.w3.org/2000/svg\" ");
    if (s->top == 0) {
        moot_buf_printf(l->out, "role=\"img\" aria-labelledby=\"%s-title %s-desc\"", l->id, l->id);
    } else {
        moot_buf_str(l->out, "aria-hidden=\"true\"");
    }
    moot_buf_printf(l->out,
                    " width=\"%d\" height=\"%d\" viewBox=\"0 %d %d %d\" font-family=\"Arial,Helvetica,sans-serif\" "
                    "font-size=\"%d\" fill=\"#0b0c0c\">\n",
                    l->width, s->bottom - s->top, s->top, l->width, s->bottom - s->top, TYPE);
    if (s->top == 0) {
        draw_words(l);
    }
    moot_buf_printf(l->out, "<rect x=\"0\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>\n", s->top, l->width,
                    s->bottom - s->top);
    draw_lanes(l, s);
    for (int32_t i = 0; i < c->arrow_count; i++) {
        if (is_routed(l, &c->arrows[i])) {
            arrow_reach(l, i, &top, &bottom);
            if (is_in(s, top, bottom)) {
                draw_arrow(l, i);
            }
        }
    }
    for (int32_t i = 0; i < c->box_count; i++) {
        if (is_drawn(l, i) && is_in(s, l->at[i].y, l->at[i].y + l->at[i].height)) {
            draw_box(l, i);
        }
    }
    moot_buf_str(l->out, "</svg>\n");
}

static void draw(layout *l)
{
    int high = l->strip > 0 ? l->strip : l->height;
    for (int top = 0; top < l->height; top += high) {
        strip s = { top, top + high < l->height ? top + high : l->height };
        draw_strip(l, &s);
    }
}

/* All places, for strips so high. */
static void place(layout *l, int high)
{
    l->strip = high;
    l->track_count = 0;
    if (high > 0) {
        join_rows(l);
    }
    level_tracks(l);
    place_rows(l);
    upright_tracks(l);
    place_columns(l);
}

static void measure_heads(layout *l)
{
    l->head = 0;
    for (int32_t i = 0; i < l->c->lane_count; i++) {
        int high = lane_is_drawn(l, i) ? lane_head(l, i, 0, 0) + PAD : 0;
        l->head = high > l->head ? high : l->head;
    }
}

static int make_room(layout *l)
{
    size_t boxes = (size_t)l->c->box_count + 1, lanes = (size_t)l->c->lane_count + 1;
    l->at = moot_arena_array(&l->arena, boxes, sizeof *l->at);
    l->gap_y = moot_arena_array(&l->arena, boxes, sizeof *l->gap_y);
    l->exit_y = moot_arena_array(&l->arena, (size_t)l->c->arrow_count + 1, sizeof *l->exit_y);
    l->cursor = moot_arena_array(&l->arena, lanes, sizeof *l->cursor);
    l->more = moot_arena_array(&l->arena, lanes, sizeof *l->more);
    l->box_width = moot_arena_array(&l->arena, lanes, sizeof *l->box_width);
    l->gutter_x = moot_arena_array(&l->arena, lanes, sizeof *l->gutter_x);
    return l->at && l->gap_y && l->exit_y && l->cursor && l->more && l->box_width && l->gutter_x;
}

static void set_widths(layout *l, int width)
{
    for (int32_t i = 0; i < l->c->lane_count; i++) {
        l->box_width[i] = width;
    }
}

/* The lane whose boxes are the highest in most of what the rows come to: the one that makes the picture long. -1: none can be wider. */
static int32_t longest_lane(layout *l)
{
    int32_t longest = -1;
    memset(l->cursor, 0, (size_t)l->c->lane_count * sizeof *l->cursor);
    for (int32_t rank = 0; rank < l->ranks; rank++) {
        int32_t highest = stack_rank(l, rank);
        for (int32_t lane = 0; lane < l->c->lane_count; lane++) {
            l->cursor[lane] += l->more[lane] == highest ? highest : 0;
        }
    }
    for (int32_t lane = 0; lane < l->c->lane_count; lane++) {
        int fits = lane_is_drawn(l, lane) && l->box_width[lane] + WIDER <= BOX_WIDTH_MOST;
        longest = fits && (longest < 0 || l->cursor[lane] > l->cursor[longest]) ? lane : longest;
    }
    return longest;
}

/* All lanes fit a page across: each has the least, and what is left goes to those that make the picture long. */
static void share_width(layout *l)
{
    int between = l->width;
    for (int32_t i = 0; i < l->c->lane_count; i++) {
        between -= lane_is_drawn(l, i) ? l->box_width[i] : 0;
    }
    int left = WIDTH_MOST - between;
    for (int32_t i = 0; i < l->c->lane_count; i++) {
        left -= lane_is_drawn(l, i) ? BOX_WIDTH_LEAST : 0;
    }
    set_widths(l, BOX_WIDTH_LEAST);
    for (int32_t lane; left >= WIDER && (lane = longest_lane(l)) >= 0; left -= WIDER) {
        l->box_width[lane] += WIDER;
    }
}

/* How broad the picture is depends on where lines meet, that on where boxes stand, and that on how broad boxes and how high strips
 * are. Lanes are made narrower until all fits. The breadth before the last is kept where the last is smaller, so that no strip is
 * higher than the page. */
static void place_strips(layout *l)
{
    int width = 0;
    for (int round = 0; round < 4; round++) {
        if (round == 0 || l->width > WIDTH_MOST) {
            share_width(l);
        }
        measure_heads(l);
        width = l->width < PAGE_WIDTH ? PAGE_WIDTH : l->width > WIDTH_MOST ? WIDTH_MOST : l->width;
        place(l, (int)((int64_t)width * PAGE_HEIGHT / PAGE_WIDTH));
    }
    l->width = l->width > width ? l->width : width;
}

/* A point is 96 / 72 pixels. */
static moot_chart_fit fit_of(const layout *l)
{
    moot_chart_fit fit = { 0, (double)TYPE * PAGE_WIDTH / (l->width > PAGE_WIDTH ? l->width : PAGE_WIDTH) * 72 / 96 };
    for (int32_t i = 0; i < l->c->lane_count; i++) {
        fit.lanes += lane_is_drawn(l, i);
    }
    return fit;
}

moot_code moot_chart_svg(const moot_chart *chart, const char *id, int strips, moot_buf *out, moot_chart_fit *out_fit, moot_err *err)
{
    layout l = { .c = chart, .out = out, .id = id };
    moot_arena_init(&l.arena);
    l.no_memory = !make_room(&l) || !place_layers(&l);
    if (!l.no_memory) {
        set_widths(&l, BOX_WIDTH);
        measure_heads(&l);
        place(&l, 0);
        if (strips) {
            place_strips(&l);
        }
        draw(&l);
        if (out_fit) {
            *out_fit = fit_of(&l);
        }
    }
    moot_free(l.tracks);
    moot_arena_done(&l.arena);
    return !l.no_memory && moot_buf_ok(out) ? MOOT_OK : moot_fail_memory(err);
}
