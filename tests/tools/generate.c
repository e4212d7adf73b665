/* Writes what is generated from the schema: pages, definitions, names (lua/reference/reference.h says what).
 * Usage: generate FOLDER, the root of the source tree. A file that is already so is left alone.
 * tests/lua/test_reference.c holds the same files against the same text. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "lua/reference/reference.h"

#define LARGEST (1024 * 1024)

static void read_file(const char *path, moot_buf *out)
{
    char part[4096];
    size_t len;
    FILE *in = fopen(path, "rb");
    while (in && (len = fread(part, 1, sizeof part, in)) > 0 && out->len < LARGEST) {
        moot_buf_add(out, part, len);
    }
    if (in) {
        (void)fclose(in);
    }
}

static void make_folders(char *path)
{
    for (char *at = strchr(path + 1, '/'); at; at = strchr(at + 1, '/')) {
        *at = '\0';
        (void)mkdir(path, 0755); /* that it is there already is the usual case */
        *at = '/';
    }
}

static int write_file(char *path, const moot_buf *text)
{
    make_folders(path);
    FILE *out = fopen(path, "wb");
    int good = out && fwrite(moot_buf_text(text), 1, text->len, out) == text->len;
    good = out && fclose(out) == 0 && good;
    printf("%s %s\n", good ? "written:" : "it cannot be written:", path);
    return good;
}

static int put(const char *root, const moot_reference_file *file)
{
    char path[512];
    moot_buf old, whole;
    moot_err err;
    int good = 1;
    moot_buf_init(&old);
    moot_buf_init(&whole);
    moot_err_init(&err);
    snprintf(path, sizeof path, "%s/%s", root, file->path);
    read_file(path, &old);
    if (!file->block) {
        moot_buf_add(&whole, moot_buf_text(&file->text), file->text.len);
    } else if (moot_reference_merge(moot_buf_text(&old), &file->text, &whole, &err)) {
        printf("%s: %s\n", path, err.msg);
        good = 0;
    }
    if (good && (old.len != whole.len || strcmp(moot_buf_text(&old), moot_buf_text(&whole)) != 0)) {
        good = write_file(path, &whole);
    }
    moot_buf_done(&old);
    moot_buf_done(&whole);
    return good;
}

int main(int argc, char **argv)
{
    moot_reference_file file;
    int good = argc == 2;
    for (size_t i = 0; good && moot_reference_file_make(i, &file); i++) {
        good = put(argv[1], &file);
        moot_reference_file_done(&file);
    }
    return good ? 0 : 1;
}
