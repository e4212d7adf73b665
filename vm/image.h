/* image: a block of memory of which there may be many copies that cost only what they change.
 *
 * The system keeps the pages of the image once. A copy lies at an address of its own and reads like any array; a page that
 * is written to becomes the copy's own, all others stay the image's. Filled first, then copied: what is written into the
 * image after that shows in its copies.
 *
 * Not every system can do this, so an image may be refused; whoever asks for one goes on without. */
#ifndef MOOT_IMAGE_H
#define MOOT_IMAGE_H

#include "vm/base.h"

typedef struct moot_image {
    int file;             /* -1: there is none */
    unsigned char *bytes; /* owned: the image itself */
    size_t size;          /* whole pages */
} moot_image;

void moot_image_init(moot_image *image);
void moot_image_done(moot_image *image); /* copies stay good */
/* Zeroed bytes, at least so many. 0: the system refuses; the image is then as after init. */
int moot_image_open(moot_image *image, size_t size) MOOT_MUST_CHECK;
/* No byte of the image changes from here on: writing to one ends the program. */
void moot_image_seal(moot_image *image);
/* A copy of the whole; NULL: the system refuses. Given back by _copy_free. */
unsigned char *moot_image_copy(const moot_image *image) MOOT_MUST_CHECK;
void moot_image_copy_free(const moot_image *image, unsigned char *copy); /* takes NULL */
/* Puts bytes at an offset of a copy, leaving alone the pages on which they stand already. */
void moot_image_put(unsigned char *copy, size_t offset, const void *bytes, size_t len);
/* Bytes of the pages of a copy that differ from the image's. */
size_t moot_image_own(const moot_image *image, const unsigned char *copy);

#endif
