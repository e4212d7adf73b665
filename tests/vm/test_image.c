/* Images: a copy is its own where it was written to, and costs no more than that. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "vm/image.h"

#define SIZE 20000 /* five pages, the last not full */

static void open_filled(moot_image *image)
{
    assert_true(moot_image_open(image, SIZE));
    for (size_t i = 0; i < SIZE; i++) {
        image->bytes[i] = (unsigned char)(i % 251);
    }
    moot_image_seal(image);
}

static void a_copy_costs_the_pages_that_it_changes(void **state)
{
    (void)state;
    moot_image image;
    open_filled(&image);
    unsigned char *one = moot_image_copy(&image), *other = moot_image_copy(&image);
    assert_non_null(one);
    assert_non_null(other);
    assert_memory_equal(one, image.bytes, SIZE);
    assert_int_equal(moot_image_own(&image, one), 0);
    static unsigned char bytes[SIZE];
    memcpy(bytes, image.bytes, SIZE);
    moot_image_put(one, 0, bytes, SIZE); /* what stands there already */
    assert_int_equal(moot_image_own(&image, one), 0);
    bytes[4095] ^= 1; /* the last of a page, the first of the next but one */
    bytes[8192] ^= 1;
    moot_image_put(one, 100, bytes + 100, SIZE - 100);
    assert_memory_equal(one, bytes, SIZE);
    assert_int_equal(moot_image_own(&image, one), 2 * 4096);
    assert_int_equal(image.bytes[4095], 4095 % 251); /* nobody else sees it */
    assert_int_equal(other[8192], 8192 % 251);
    assert_int_equal(moot_image_own(&image, other), 0);
    moot_image_copy_free(&image, one);
    moot_image_copy_free(&image, other);
    moot_image_copy_free(&image, NULL);
    moot_image_done(&image);
}

static void one_of_nothing_is_refused(void **state)
{
    (void)state;
    moot_image image;
    assert_false(moot_image_open(&image, 0));
    assert_false(moot_image_open(&image, SIZE_MAX));
    moot_image_done(&image); /* is as after init */
    assert_int_equal(image.file, -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_copy_costs_the_pages_that_it_changes),
        cmocka_unit_test(one_of_nothing_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
