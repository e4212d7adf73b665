/* Which outcome was meant by words that are none: by its words, capitals and signs aside. */
#include <ctype.h>
#include <string.h>

#include "repl/walk/walk_internal.h"
#include "vm/base/names.h"

/* A name as far as its words go: no capitals, no signs. NULL when memory ends. */
static const char *only_words(moot_walk *walk, const char *text)
{
    static const char apostrophe[] = "\xe2\x80\x99";
    char *out = moot_arena_array(&walk->scratch, strlen(text) + 1, 1), *to = out;
    while (out && *text) {
        if (strncmp(text, apostrophe, sizeof apostrophe - 1) == 0) {
            text += sizeof apostrophe - 1;
            continue;
        }
        unsigned char c = (unsigned char)*text++;
        if (isalnum(c) || c >= 0x80) {
            *to++ = (char)tolower(c);
        } else if (c != '\'' && to > out && to[-1] != ' ') {
            *to++ = ' ';
        }
    }
    if (out) {
        to -= to > out && to[-1] == ' ';
        *to = '\0';
    }
    return out;
}

typedef enum nearness {
    NEAR_SAME, /* the same words */
    NEAR_OPEN, /* the nearest of those that can be chosen, or may be */
    NEAR_SHOWN, /* the nearest of all that are shown */
    NEAR_COUNT
} nearness;

static const char *choice_name(const moot_walk *walk, int32_t i)
{
    return walk->protocol->outcomes[walk->choices[i].outcome].decl.name;
}

/* The outcome that is meant by the words from `at` to `end`. */
static const char *near_until(moot_walk *walk, const words *w, int32_t at, int32_t end, nearness how)
{
    const char *names[WALK_CHOICES];
    const char *said = words_joined(walk, w, at, end), *wanted = said ? only_words(walk, said) : NULL, *near = NULL;
    for (int32_t i = 0; wanted && i < walk->choice_count; i++) {
        int stands = how != NEAR_OPEN || walk->choices[i].admissible != MOOT_FALSE;
        names[i] = stands ? only_words(walk, choice_name(walk, i)) : NULL;
        near = how == NEAR_SAME && names[i] && strcmp(names[i], wanted) == 0 ? names[i] : near;
    }
    near = wanted && how != NEAR_SAME ? moot_nearest(wanted, names, (size_t)walk->choice_count) : near;
    for (int32_t i = 0; near && i < walk->choice_count; i++) {
        if (names[i] == near) {
            return choice_name(walk, i);
        }
    }
    return NULL;
}

int walk_name_holds(moot_walk *walk, const char *name, const words *w, int32_t at)
{
    const char *all = only_words(walk, name), *word = at < w->count ? only_words(walk, w->word[at]) : NULL;
    return all && word && strstr(all, word) != NULL;
}

/* What was said as an outcome ends where a time or a role begins; or it holds words that otherwise begin those; or fewer words
 * are enough; or its last. */
const char *walk_choice_near(moot_walk *walk, const words *w, int32_t at)
{
    int32_t until = w->quoted[at] ? at + 1 : words_until(w, at), most = w->quoted[at] ? at + 1 : w->count;
    const char *near = NULL;
    for (int how = 0; !near && how < NEAR_COUNT; how++) {
        near = until > at ? near_until(walk, w, at, until, (nearness)how) : NULL;
        for (int32_t end = most; !near && end > at; end--) {
            near = near_until(walk, w, at, end, (nearness)how);
        }
        near = near ? near : near_until(walk, w, w->count - 1, w->count, (nearness)how);
    }
    return near;
}
