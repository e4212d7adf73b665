/* Shapes of values that identify a person. The numbers are published examples or made up. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "vm/base/gate.h"

typedef struct example {
    const char *text;
    moot_gate_kind kind;
} example;

static const example refused[] = {
    { "B801200005001", MOOT_GATE_UPN },
    { "A12345678901B", MOOT_GATE_UPN }, /* the shape is enough */
    { "pupil B801200005001 moved", MOOT_GATE_UPN },
    { "9434765919", MOOT_GATE_NHS },
    { "943 476 5919", MOOT_GATE_NHS },
    { "943-476-5919", MOOT_GATE_NHS },
    { "9276308686", MOOT_GATE_ULN },
    { "AB123456C", MOOT_GATE_NINO },
    { "ab 12 34 56 c", MOOT_GATE_NINO },
    { "her NI is AB 12 34 56 C", MOOT_GATE_NINO },
    { "SK1 3XE", MOOT_GATE_POSTCODE },
    { "sk13xe", MOOT_GATE_POSTCODE },
    { "moved to SW1A 1AA in May", MOOT_GATE_POSTCODE },
    { "M1 1AE", MOOT_GATE_POSTCODE },
    { "jo.bloggs@example.org", MOOT_GATE_EMAIL },
    { "write to jo@example.org.uk, please", MOOT_GATE_EMAIL },
    { "0161 496 0000", MOOT_GATE_PHONE },
    { "01614960000", MOOT_GATE_PHONE },
    { "07700 900123", MOOT_GATE_PHONE },
    { "+44 7700 900123", MOOT_GATE_PHONE },
    { "+44 (0)161 496 0000", MOOT_GATE_PHONE },
    { "rang (020) 7946 0018", MOOT_GATE_PHONE },
};

static const example let_through[] = {
    { "", MOOT_GATE_NONE },
    { "C1", MOOT_GATE_NONE },
    { "c-0000001", MOOT_GATE_NONE },
    { "SK1", MOOT_GATE_NONE }, /* the outward half is allowed */
    { "flat B2 1st floor", MOOT_GATE_NONE },
    { "2026-05-21 09:15", MOOT_GATE_NONE },
    { "01 05 2026 1230", MOOT_GATE_NONE },
    { "01-05-2026 12:30", MOOT_GATE_NONE },
    { "9434765917", MOOT_GATE_NONE },   /* a wrong check digit */
    { "943 4765919", MOOT_GATE_NONE },  /* one gap */
    { "0000000042", MOOT_GATE_NONE },   /* a running number */
    { "BG123456A", MOOT_GATE_NONE },    /* never issued */
    { "DA123456A", MOOT_GATE_NONE },
    { "AB123456E", MOOT_GATE_NONE },
    { "AAB123456C", MOOT_GATE_NONE },   /* inside a word */
    { "@home", MOOT_GATE_NONE },
    { "a @ b", MOOT_GATE_NONE },
    { "supported lodgings", MOOT_GATE_NONE },
    { "asked at 3 pm, seen at 4pm, 12 of 20", MOOT_GATE_NONE },
};

static void shapes_that_identify_are_known(void **state)
{
    (void)state;
    for (size_t i = 0; i < MOOT_COUNT(refused); i++) {
        moot_gate_kind kind = moot_gate_scan(refused[i].text);
        if (kind != refused[i].kind) {
            print_error("%s\n", refused[i].text);
        }
        assert_string_equal(moot_gate_text(kind), moot_gate_text(refused[i].kind));
    }
}

static void other_texts_pass(void **state)
{
    (void)state;
    for (size_t i = 0; i < MOOT_COUNT(let_through); i++) {
        moot_gate_kind kind = moot_gate_scan(let_through[i].text);
        if (kind != MOOT_GATE_NONE) {
            print_error("%s\n", let_through[i].text);
        }
        assert_string_equal(moot_gate_text(kind), moot_gate_text(MOOT_GATE_NONE));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shapes_that_identify_are_known),
        cmocka_unit_test(other_texts_pass),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
