/* What may come next in a line at the terminal: words of the tool and what they take, files, cases that are kept; the rest
 * is the walk's (walk_complete.c). The whole list is made when the first is asked for, and kept until the next time. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "repl/walk/session.h"

#define MOST_FILES 2000

/* ---- files ---- */

static int ends_in(const char *name, const char *const *endings)
{
    size_t len = strlen(name);
    for (; endings && *endings; endings++) {
        size_t end = strlen(*endings);
        if (len > end && strcmp(name + len - end, *endings) == 0) {
            return 1;
        }
    }
    return !endings;
}

static int is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static int before(const struct dirent **one, const struct dirent **other)
{
    return strcmp((*one)->d_name, (*other)->d_name);
}

static void offer(moot_session *s, const char *text)
{
    if (moot_names_add(&s->offers, text) < 0) {
        return; /* what memory does not hold is not offered */
    }
}

/* Files whose path begins as the word does, in their order; folders end in a slash. A name with a blank in it would be
 * two words, and one that begins with a dot is hidden unless the dot was typed. `endings`: NULL takes all. */
static void offer_files(moot_session *s, const char *word, const char *const *endings)
{
    char folder[1024], real[1024], path[1400];
    const char *slash = strrchr(word, '/');
    const char *base = slash ? slash + 1 : word;
    int len = (int)(base - word);
    struct dirent **list = NULL;
    if ((size_t)len >= sizeof folder) {
        return;
    }
    snprintf(folder, sizeof folder, "%.*s", len, word);
    (void)moot_session_file(folder, 1, real, sizeof real); /* of "~/"; what is offered keeps it */
    int count = scandir(folder[0] ? real : ".", &list, NULL, before);
    for (int i = 0; i < count; i++) {
        const char *name = list[i]->d_name;
        snprintf(path, sizeof path, "%s%s", real, name);
        int hidden = name[0] == '.' && base[0] != '.';
        if (i < MOST_FILES && !hidden && strncmp(name, base, strlen(base)) == 0 && !strpbrk(name, " \t\"")) {
            int in = is_folder(path);
            if (in || ends_in(name, endings)) {
                snprintf(path, sizeof path, "%s%s%s", folder, name, in ? "/" : "");
                offer(s, path);
            }
        }
        free(list[i]); /* the C library's own */
    }
    free(list);
}

/* ---- by what stands before ---- */

static void offer_list(moot_session *s, const char *word, const char *const *list)
{
    for (; *list; list++) {
        if (strncasecmp(*list, word, strlen(word)) == 0) {
            offer(s, *list);
        }
    }
}

static void offer_tools(moot_session *s, const char *word)
{
    for (size_t i = 0; moot_session_tool_name(i); i++) {
        const char *one[] = { moot_session_tool_name(i), NULL };
        offer_list(s, word, one);
    }
}

static void offer_cases(moot_session *s, const char *word)
{
    moot_names ids;
    moot_err err;
    moot_err_init(&err);
    moot_names_init(&ids);
    moot_code code = moot_session_case_ids(s, &ids, &err); /* completion does not complain */
    for (size_t i = 0; !code && i < ids.count; i++) {
        if (strncmp(ids.texts[i], word, strlen(word)) == 0) {
            offer(s, ids.texts[i]);
        }
    }
    moot_names_done(&ids);
}

static void offer_protocols(moot_session *s, const char *word)
{
    moot_names names;
    moot_names_init(&names);
    moot_cmd_protocol_names(&names);
    for (size_t i = 0; i < names.count; i++) {
        if (strncmp(names.texts[i], word, strlen(word)) == 0) {
            offer(s, names.texts[i]);
        }
    }
    moot_names_done(&names);
}

/* `what` has room for the first word of the line. Gives the words behind it. */
static const char *first_word(const char *line, char *what, size_t size)
{
    line += strspn(line, " \t");
    size_t len = strcspn(line, " \t");
    snprintf(what, size, "%.*s", (int)(len < size ? len : size - 1), line);
    return line + len + strspn(line + len, " \t");
}

static const char *const scripts[] = { ".lua", ".md", NULL }, *const lessons[] = { ".lua", NULL },
                         *const openable[] = { ".lua", ".md", ".jsonl", ".db", NULL };

/* What the walk offers in a line that begins with `first` and goes on with `rest`. */
static void offer_as(moot_session *s, const char *first, const char *rest, const char *word)
{
    char line[1024];
    const char *name;
    int len = s->walk ? snprintf(line, sizeof line, "%s %s", first, rest) : -1;
    for (size_t i = 0; len > 0 && (size_t)len < sizeof line && (name = moot_walk_complete(s->walk, line, word, i)) != NULL; i++) {
        offer(s, name);
    }
}

/* export WHAT FILE [for ROLE] [with hidden facts] */
static void offer_exports(moot_session *s, const char *rest, const char *word)
{
    static const char *const exports[] = { "handout", "letter", "scenario", "calendar", "case", NULL };
    static const char *const ends[] = { "for", "with hidden facts", NULL };
    char what[24], file[1024];
    const char *behind = first_word(rest, what, sizeof what);
    if (!*rest) {
        offer_list(s, word, exports);
        return;
    }
    behind = moot_session_file(behind, 0, file, sizeof file);
    if (!file[0]) {
        offer_files(s, word, NULL);
    } else if (strncmp(behind, "for ", 4) == 0) {
        offer_as(s, "who", behind + 4, word);
    } else if (!*behind) {
        offer_list(s, word, ends);
    }
}

/* Words that take files. 1: all that fits is offered; 0: the walk may know more. */
static int offer_of_session(moot_session *s, const char *line, const char *word)
{
    static const char *const switches[] = { "on", "off", NULL };
    char what[24];
    const char *rest = first_word(line, what, sizeof what);
    if (!what[0] && word[0] == '.') {
        offer_tools(s, word);
        return 1;
    }
    if (strcmp(what, "open") == 0) {
        offer_cases(s, *rest ? "\n" : word);
        offer_protocols(s, *rest ? "\n" : word);
        offer_files(s, *rest ? "\n" : word, openable);
    } else if (strcmp(what, "lesson") == 0) {
        offer_files(s, word, lessons);
    } else if (strcmp(what, "export") == 0) {
        offer_exports(s, rest, word);
    } else if (strcmp(what, ".help") == 0 && !*rest) {
        offer_tools(s, word);
    } else if (strcmp(what, ".edit") == 0) {
        offer_as(s, "?", rest, word);
    } else if (strcmp(what, "compare") == 0) {
        offer_protocols(s, *rest ? "\n" : word);
        offer_files(s, word, scripts);
        return 0;
    } else if (strcmp(what, ".read") == 0 || strcmp(what, ".once") == 0) {
        offer_files(s, word, NULL);
    } else if (strcmp(what, ".transcript") == 0) {
        offer_list(s, word, switches + 1);
        offer_files(s, word, NULL);
    } else if (strcmp(what, ".mode") == 0 || strcmp(what, ".again") == 0) {
        offer_list(s, word, moot_session_modes);
    } else if (strcmp(what, ".timer") == 0 || strcmp(what, ".bail") == 0) {
        offer_list(s, word, switches);
    } else {
        return what[0] == '.';
    }
    return 1;
}

const char *moot_session_complete(void *user, const char *line, const char *word, size_t i)
{
    moot_session *s = user;
    if (i == 0) {
        moot_names_done(&s->offers);
        moot_names_init(&s->offers);
        const char *name;
        int done = offer_of_session(s, line, word);
        for (size_t k = 0; s->walk && !done && (name = moot_walk_complete(s->walk, line, word, k)) != NULL; k++) {
            offer(s, name);
        }
    }
    return i < s->offers.count ? moot_names_text(&s->offers, (int)i) : NULL;
}

/* The one outcome that can be chosen; else the rest of the word at hand, if it can only be one. */
const char *moot_session_hint(void *user, const char *line)
{
    moot_session *s = user;
    const char *hint = s->walk ? moot_walk_hint(s->walk, line) : NULL;
    const char *blank = strrchr(line, ' '), *word = blank ? blank + 1 : line;
    char before_it[1024];
    if (hint || !word[0] || (size_t)(word - line) >= sizeof before_it) {
        return hint;
    }
    snprintf(before_it, sizeof before_it, "%.*s", (int)(word - line), line);
    const char *only = moot_session_complete(s, before_it, word, 0);
    size_t len = strlen(word);
    return s->offers.count == 1 && strncmp(only, word, len) == 0 && only[len] ? only + len : NULL;
}
