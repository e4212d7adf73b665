/* Looking for a protocol by its name. MOOT_SHARE is where `make install` puts them. */
#include "lua/load/find.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "vm/base/base.h"

#ifndef MOOT_SHARE
#define MOOT_SHARE "/usr/local/share/moot"
#endif

static int exists(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file) {
        fclose(file);
    }
    return file != NULL;
}

static int has_suffix(const char *name, const char *suffix)
{
    size_t len = strlen(name), more = strlen(suffix);
    return len > more && strcmp(name + len - more, suffix) == 0;
}

/* Tries FOLDER/BETWEEN NAME SUFFIX. */
static int try_path(const char *folder, const char *between, const char *name, const char *suffix,
                    char *out, size_t size)
{
    int len = snprintf(out, size, "%s%s%s%s", folder, between, name, suffix);
    return len > 0 && (size_t)len < size && exists(out);
}

int moot_find_protocol(const char *script, const char *name, char *out, size_t size)
{
    static const char *const places[] = { "",       "protocols/",      "../", "../protocols/",
                                          "../../", "../../protocols/" };
    char folder[4096];
    const char *slash = strrchr(script, '/');
    snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - script) + 1 : 0, script);
    if (strchr(name, '/') || has_suffix(name, ".lua") || has_suffix(name, ".md")) {
        return (name[0] != '/' && try_path(folder, "", name, "", out, size)) ||
               try_path("", "", name, "", out, size);
    }
    for (size_t i = 0; i < MOOT_COUNT(places); i++) {
        if (try_path(folder, places[i], name, ".lua", out, size) ||
            try_path(folder, places[i], name, ".md", out, size)) {
            return 1;
        }
    }
    return try_path("", "protocols/", name, ".lua", out, size) ||
           try_path("", "protocols/", name, ".md", out, size) ||
           try_path(MOOT_SHARE, "/protocols/", name, ".lua", out, size) ||
           try_path(MOOT_SHARE, "/protocols/", name, ".md", out, size);
}

int moot_same_file(const char *one, const char *other)
{
    struct stat a, b;
    return strcmp(one, other) == 0 || (stat(one, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev &&
                                       a.st_ino == b.st_ino);
}
