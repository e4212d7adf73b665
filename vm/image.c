#define _GNU_SOURCE /* memfd_create */
#include "vm/image.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static const size_t PAGE = 4096; /* where the system's are larger, a copy is its own by more at once */

static unsigned char *map(int file, size_t size, int kind)
{
    void *at = mmap(NULL, size, PROT_READ | PROT_WRITE, kind, file, 0);
    return at != MAP_FAILED ? at : NULL;
}

void moot_image_init(moot_image *image)
{
    memset(image, 0, sizeof *image);
    image->file = -1;
}

void moot_image_done(moot_image *image)
{
    if (image->bytes) {
        (void)munmap(image->bytes, image->size);
    }
    if (image->file >= 0) {
        (void)close(image->file);
    }
    moot_image_init(image);
}

int moot_image_open(moot_image *image, size_t size)
{
    moot_image_init(image);
    if (size == 0 || size > SIZE_MAX / 2) {
        return 0;
    }
    image->size = (size + PAGE - 1) / PAGE * PAGE;
    image->file = memfd_create("moot", MFD_CLOEXEC);
    if (image->file >= 0 && ftruncate(image->file, (off_t)image->size) == 0) {
        image->bytes = map(image->file, image->size, MAP_SHARED);
    }
    if (!image->bytes) {
        moot_image_done(image);
        return 0;
    }
    return 1;
}

void moot_image_seal(moot_image *image)
{
    (void)mprotect(image->bytes, image->size, PROT_READ); /* a guard, not a promise that hangs on it */
}

unsigned char *moot_image_copy(const moot_image *image)
{
    return map(image->file, image->size, MAP_PRIVATE);
}

void moot_image_copy_free(const moot_image *image, unsigned char *copy)
{
    if (copy) {
        (void)munmap(copy, image->size);
    }
}

void moot_image_put(unsigned char *copy, size_t offset, const void *bytes, size_t len)
{
    const unsigned char *from = bytes;
    while (len > 0) {
        size_t piece = PAGE - offset % PAGE;
        piece = piece < len ? piece : len;
        if (memcmp(copy + offset, from, piece) != 0) {
            memcpy(copy + offset, from, piece);
        }
        offset += piece;
        from += piece;
        len -= piece;
    }
}

size_t moot_image_own(const moot_image *image, const unsigned char *copy)
{
    size_t own = 0;
    for (size_t at = 0; copy && at < image->size; at += PAGE) {
        own += memcmp(copy + at, image->bytes + at, PAGE) != 0 ? PAGE : 0;
    }
    return own;
}
