/* Cases as JSON Lines: what they become, and the whole of every message. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "reader_protocol.h"
#include "vm/case/read_json.h"

typedef struct example {
    const char *line;
    const char *shown; /* the case, or what was told */
} example;

static int setup(void **state)
{
    *state = reader_protocol();
    return 0;
}

static int teardown(void **state)
{
    moot_protocol_free(*state);
    return 0;
}

/* One line through the reader, without a file. */
static moot_code read_line(const moot_protocol *p, moot_instant as_of, const char *line, moot_buf *out)
{
    moot_reader reader;
    moot_input input;
    moot_errs errs;
    moot_errs_init(&errs, 0);
    moot_input_init(&input);
    moot_reader_init(&reader, p, as_of);
    moot_reader_begin(&reader, "cases.jsonl", 7, line, &errs);
    moot_code code = moot_json_case(&reader, line, strlen(line), &input);
    if (code == MOOT_OK) {
        reader_show(p, &input, out);
    }
    reader_told(&errs, out);
    moot_reader_done(&reader);
    moot_input_done(&input);
    moot_errs_done(&errs);
    return code;
}

static void check(const moot_protocol *p, const example *list, size_t count, moot_code code)
{
    for (size_t i = 0; i < count; i++) {
        moot_buf out;
        moot_buf_init(&out);
        moot_code got = read_line(p, MOOT_NEVER, list[i].line, &out);
        if (strcmp(moot_buf_text(&out), list[i].shown) != 0) {
            print_error("%s\n", list[i].line);
        }
        assert_string_equal(moot_buf_text(&out), list[i].shown);
        assert_int_equal(got, code);
        moot_buf_done(&out);
    }
}

static const example good[] = {
    { "{\"id\":\"C1\",\"facts\":{\"dob\":\"2009-02-11\",\"known_to_service\":false,\"sex\":\"female\",\"support\":[\"drugs\","
      "\"offending\"],\"visits\":3,\"rent\":\"£12.50\",\"moved_in\":\"2026-05-20\",\"school\":\"the old one\","
      "\"caseworker\":\"Social worker\",\"notice_given\":\"2 weeks\",\"care\":\"asked\",\"in_need\":null},"
      "\"spells\":[{\"kind\":\"looked after\",\"from\":\"2024-03\",\"to\":\"2024-09-01\"},{\"kind\":\"looked "
      "after\",\"from\":\"2025-01-01\",\"to\":null}]}",
      "C1 dob=\"2009-02-11\" known_to_service=false sex=\"female\" support=[\"drugs\",\"offending\"] visits=3 rent=1250 moved_in=\"2026-05-20\" "
      "school=\"the old one\" caseworker=\"Social worker\" notice_given=\"2 weeks\" care=\"asked\" (looked "
      "after 2024-03 to 2024-09-01) (looked after 2025-01-01 to never)\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"event\":\"presents homeless\",\"who\":\"Social "
      "worker\",\"note\":\"came alone\",\"in_need\":true,\"rent\":1250}]}",
      "C1 [1 2026-05-21 09:15 event 0 who Social worker note came alone +in_need=true +rent=1250]\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"stage\":\"mediation\",\"outcome\":\"still "
      "homeless\"},{\"at\":\"2026-05-22\",\"deadline\":\"joint assessment\",\"met\":true,\"due\":\"2026-05-23\"},"
      "{\"at\":\"2026-06\",\"deadline\":\"joint assessment\",\"met\":false}]}",
      "C1 [1 2026-05-21 09:15 outcome 0/0] [2 2026-05-22 deadline 0 met=1 due 2026-05-23] [3 2026-06 deadline "
      "0 met=0]\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"fact\":\"in_need\",\"value\":true},{\"at\":\"2027\","
      "\"fact\":\"in_need\",\"value\":null},{\"at\":\"2027\",\"consent\":\"care\",\"state\":\"refused\"}]}",
      "C1 [1 2026-05-21 09:15 fact 1 = true] [2 2027 fact 1 = unknown] [3 2027 consent 12 = \"refused\"]\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"panel\":\"access panel\",\"outcome\":\"agreed\","
      "\"session\":\"2026-06-02\"},{\"at\":\"2026-06\",\"notice\":\"decision letter\",\"state\":\"sent\"},"
      "{\"at\":\"2026-06\",\"notice\":\"decision letter\",\"state\":\"received\"}]}",
      "C1 [1 2026-05-21 09:15 panel 0 session 2026-06-02 \"agreed\"] [2 2026-06 notice 0 met=0] [3 2026-06 "
      "notice 0 met=1]\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"place\":\"supported lodgings\",\"provider\":\"Stockport "
      "Homes\",\"paid_by\":\"Stockport Family\"},{\"at\":\"2026-06\",\"place\":null},{\"at\":\"2026-07\",\"place\":\"nowhere\"},"
      "{\"at\":\"2026-08\",\"note\":\"rang\"},{\"at\":\"2026-09\",\"in_need\":false}]}",
      "C1 [1 2026-05-21 09:15 place \"supported lodgings\" by Stockport Homes paid by Stockport Family] [2 "
      "2026-06 place] [3 2026-07 place] [4 2026-08 note note rang] [5 2026-09 note +in_need=false]\n" },
    { "{\"id\":\"C1\",\"facts\":{\"dob\":\"2009-02-11\"},\"events\":[{\"at\":\"2026-05-21 09:15\",\"stage\":\"mediation\","
      "\"outcome\":\"still homeless\"},{\"at\":\"2026-05-28 09:00\",\"correct\":1,\"to\":{\"at\":\"2026-05-20 "
      "17:00\"}},{\"at\":\"2026-05-29\",\"correct\":1,\"to\":{\"outcome\":\"returned home\",\"in_need\":true}},"
      "{\"at\":\"2026-05-30\",\"correct\":1,\"to\":null},{\"at\":\"2026-05-31\",\"correct\":\"dob\",\"to\":{\"value\":\"2009-03\"}},"
      "{\"at\":\"2026-06-01\",\"correct\":1,\"to\":{\"event\":\"presents homeless\"}}]}",
      "C1 dob=\"2009-02-11\" [1 2026-05-21 09:15 outcome 0/0] [2 2026-05-28 09:00 correct 1 to [1 2026-05-20 "
      "17:00 outcome 0/0]] [3 2026-05-29 correct 1 to [1 2026-05-20 17:00 outcome 0/1 +in_need=true]] [4 2026-05-30 "
      "correct 1 to null] [5 2026-05-31 correct 0 dob to [5 2026-05-31 fact 0 dob = \"2009-03\"]] [6 2026-06-01 "
      "correct 1 to [1 2026-05-20 17:00 event 0 +in_need=true]]\n" },
    { "{\"id\":\"C1\",\"facts\":{\"in_need\":true},\"children\":[{\"id\":\"k1\",\"facts\":{\"dob\":\"2020-01-01\"}},"
      "{\"id\":\"k2\"}],\"events\":[{\"at\":\"2026-05-21 09:15\",\"event\":\"presents homeless\",\"child\":\"k2\"}]}",
      "C1 in_need=true {k1 dob=\"2020-01-01\"} {k2} [1 2026-05-21 09:15 event 0 child 1]\n" },
    { "{\"id\":\"C1\",\"note\":\"moved twice\",\"events\":[{\"at\":\"2026-05-22\",\"event\":\"presents homeless\"},"
      "{\"at\":\"2026-05-21\",\"event\":\"presents homeless\"},{\"at\":\"2026-05\",\"event\":\"presents homeless\"}]}",
      "C1 [1 2026-05-22 event 0] [2 2026-05-21 event 0] [3 2026-05 event 0]\n"
      "  warning: events 1 and 2 are out of order: sorted\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"stage\":\"housing panel\",\"outcome\":\"yes\","
      "\"in_need\":true},{\"at\":\"2026-05-21 09:15\",\"stage\":\"mediatoin\",\"outcome\":\"still homeless\"},"
      "{\"at\":\"2026-05-21 09:15\",\"stage\":\"mediation\",\"outcome\":\"stil homeless\"},{\"at\":\"2026-05-21 "
      "09:15\",\"deadline\":\"visit\",\"met\":true}]}",
      "C1 [1 2026-05-21 09:15 note +in_need=true] aside 4\n"
      "  warning: event 2: this protocol has no stage \"mediatoin\", so it is set aside; did you mean \"mediation\"?\n"
      "  warning: event 3: this protocol has no such outcome of its stage: \"stil homeless\", so it is set "
      "aside; did you mean \"still homeless\"?\n" },
    { "{\"id\":\"Zo\\u0065\\u0308\",\"facts\":{\"duty\":true}}",
      "Zoë\n"
      "  warning: \"duty\" follows from the protocol's own rules, so the value in the case is not used\n" },
    { "{\"id\":\"C1\",\"facts\":{\"dob\":\"1987\"},\"events\":[{\"at\":\"2026-12-31 23:59\",\"event\":\"presents "
      "homeless\"}]}",
      "C1 dob=\"1987\" [1 2026-12-31 23:59 event 0]\n" },
};

static const example refused[] = {
    { "{\"id\":\"C1\",\"facts\":{\"dob\":\"2009-02-11\",}}",
      "cases.jsonl:7:40: this is not JSON: string or '}' expected, but here is }\n" },
    { "{\"id\":\"C1\",\"facts\":{\"dob\":\"2009-0",
      "cases.jsonl:7:33: the line ends before its JSON does: a case stands whole on one line, and each { [ "
      "\" has its partner\n" },
    { "{\"id\":\"C1\"} {\"id\":\"C2\"}",
      "cases.jsonl:7:13: there is more text after the end of the case: each case stands on a line of its own\n" },
    { "{\"id\":\"C1\",\"id\":\"C2\"}",
      "cases.jsonl:7:15: the same key stands twice in one object\n" },
    { "{\"id\":\"C1\",\"facts\":{\"school\":\"a\\u0000b\"}}",
      "cases.jsonl:7:39: \\u0000 is a NUL character, which no text may hold\n" },
    { "{\"id\":\"C1\",\"facts\":{\"visits\":99999999999999999999}}",
      "cases.jsonl:7:49: this number has too many digits\n" },
    { "{id:\"C1\"}",
      "cases.jsonl:7:3: this is not JSON: expected here are text in double quotes, a number, true, false, "
      "null, or a sign such as } or a comma\n" },
    { "[\"C1\"]",
      "cases.jsonl:7: a case is an object in braces, not a list\n" },
    { "{\"facts\":{}}",
      "cases.jsonl:7: this case has no \"id\"; give each a pseudonym of its own\n" },
    { "{\"id\":\"\"}",
      "cases.jsonl:7:2: this case has an empty \"id\"; give each a pseudonym of its own\n" },
    { "{\"id\":17}",
      "cases.jsonl:7:2: \"id\" is text, written in quotes, not 17\n" },
    { "{\"id\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"}",
      "cases.jsonl:7:2: the \"id\" is 201 bytes long; at most 200 are allowed\n" },
    { "{\"id\":\"a\\tb\"}",
      "cases.jsonl:7:2: the \"id\" holds a control character, such as a tab or a line break\n" },
    { "{\"id\":\"SK1 3XE\"}",
      "cases.jsonl:7:2: the \"id\" looks like a full postcode (not repeated here); use a pseudonym that identifies "
      "nobody\n" },
    { "{\"id\":\"C1\",\"dob\":\"2009-02-11\"}",
      "cases.jsonl:7:12: \"dob\" is a fact: put it inside \"facts\"\n"
      "  in case C1\n" },
    { "{\"id\":\"C1\",\"evnts\":[]}",
      "cases.jsonl:7:12: a case has no \"evnts\"; did you mean \"events\"?\n"
      "  in case C1\n" },
    { "{\"id\":\"C1\",\"events\":{}}",
      "cases.jsonl:7:12: \"events\" is a list in brackets, not an object in braces\n"
      "  in case C1\n" },
    { "{\"id\":\"C1\",\"events\":[\"presents homeless\"]}",
      "cases.jsonl:7: an event is an object in braces, not \"presents homeless\"\n"
      "  in case C1, event 1\n" },
    { "{\"id\":\"C1\",\"facts\":{\"in_ned\":true}}",
      "cases.jsonl:7:21: neither this protocol nor the vocabulary has a fact \"in_ned\"; did you mean \"in_need\"?\n"
      "  in case C1\n" },
    { "{\"id\":\"C1\",\"facts\":{\"elephant\":true}}",
      "cases.jsonl:7:21: neither this protocol nor the vocabulary has a fact \"elephant\"\n"
      "  in case C1\n" },
    { "{\"id\":\"C1\",\"facts\":{\"in_need\":\"yes\"}}",
      "cases.jsonl:7:31: \"in_need\" is yes or no (write true or false), not \"yes\"\n"
      "  in case C1\n" },
    { "{\"id\":\"C1\",\"facts\":{\"in_need\":1}}",
      "cases.jsonl:7:21: \"in_need\" is yes or no (write true or false), not 1\n"
      "  in case C1\n" },
    { "{\"id\":\"C1\",\"facts\":{\"visits\":\"three\"}}",
      "cases.jsonl:7:30: \"visits\" is a whole number, not \"three\"\n"
      "  in case C1\n" },
    { "{\"id\":\"C1\",\"facts\":{\"visits\":31}}",
      "cases.jsonl:7:21: \"visits\" is a number from 0 to 30, not 31\n"
      "  in case C1\n" },
    { "{\"id\":\"C1\",\"facts\":{\"visits\":1.5}}",
      "cases.jsonl:7:21: \"visits\" is a whole number, not a number with a fraction\n"
      "  in case C1\n" },
    { "{\"id\":\"C1\",\"facts\":{\"rent\":\"12\"}}",
      "cases.jsonl:7:28: \"rent\" is money (write 1250 for pence, or \"£12.50\"), not \"12\"\n"
      "  in case C1\n" },
    { "{\"id\":\"C1\",\"facts\":{\"sex\":\"femail\"}}",
      "cases.jsonl:7:27: \"sex\" is one of \"female\", \"male\", not \"femail\"; did you mean \"female\"?\n"
      "  in case C1\n" },
    { "{\"id\":\"C1\",\"facts\":{\"support\":[\"drugs\",\"crime\"]}}",
      "cases.jsonl:7:40: \"support\" is one of \"drugs\", \"mental_health\", \"offending\", not \"crime\"\n"
      "  in case C1\n" },
    { "{\"id\":\"C1\",\"facts\":{\"dob\":\"2009-06-31\"}}",
      "cases.jsonl:7:27: \"dob\": 31 June 2009 does not exist: June has 30 days\n"
      "  in case C1\n" },
    { "{\"id\":\"C1\",\"facts\":{\"dob\":20090211}}",
      "cases.jsonl:7:21: \"dob\" is a date, written like \"2009-02-11\", not 20090211\n"
      "  in case C1\n" },
    { "{\"id\":\"C1\",\"facts\":{\"caseworker\":\"Social wroker\"}}",
      "cases.jsonl:7:34: \"caseworker\": this protocol has no service or role \"Social wroker\"; did you mean "
      "\"Social worker\"?\n"
      "  in case C1\n" },
    { "{\"id\":\"C1\",\"facts\":{\"notice_given\":\"2 fortnights\"}}",
      "cases.jsonl:7:36: \"notice_given\": \"2 fortnights\" is not a length of time that moot reads: write "
      "a number and one of minutes, hours, days, weeks, months, years, working days, or \"same day\" or \"next "
      "working day\"\n"
      "  in case C1\n" },
    { "{\"id\":\"C1\",\"facts\":{\"looked after\":true}}",
      "cases.jsonl:7:21: \"looked after\" is a kind of spell: list its spells under \"spells\", each with "
      "\"kind\", \"from\" and \"to\"\n"
      "  in case C1\n" },
    { "{\"id\":\"C1\",\"facts\":{\"school\":\"ask jo@example.org\"}}",
      "cases.jsonl:7:21: \"school\" holds what looks like an e-mail address (not repeated here); leave out "
      "what identifies a person\n"
      "  in case C1\n" },
    { "{\"id\":\"C1\",\"facts\":{\"school\":17}}",
      "cases.jsonl:7:21: \"school\" is text, written in quotes, not 17\n"
      "  in case C1\n" },
    { "{\"id\":\"C1\",\"facts\":{\"in_ned\":true,\"visits\":\"x\"},\"events\":[{\"event\":\"presents homless\"}]}",
      "cases.jsonl:7:21: neither this protocol nor the vocabulary has a fact \"in_ned\"; did you mean \"in_need\"?\n"
      "  in case C1\n"
      "cases.jsonl:7:44: \"visits\" is a whole number, not \"x\"\n"
      "  in case C1\n"
      "cases.jsonl:7: this event has no \"at\": when it happened, to the minute or as little as is known\n"
      "  in case C1, event 1\n"
      "cases.jsonl:7:68: neither this protocol nor the vocabulary has an event \"presents homless\"; did you "
      "mean \"presents homeless\"?\n"
      "  in case C1, event 1\n" },
    { "{\"id\":\"C1\",\"spells\":[{\"kind\":\"loked after\",\"from\":\"2024-03-04\"}]}",
      "cases.jsonl:7:30: neither this protocol nor the vocabulary has a kind of spell \"loked after\"; did "
      "you mean \"looked after\"?\n"
      "  in case C1, spell 1\n" },
    { "{\"id\":\"C1\",\"spells\":[{\"kind\":\"in_need\",\"from\":\"2024-03-04\"}]}",
      "cases.jsonl:7:30: \"in_need\" is yes or no, not a kind of spell\n"
      "  in case C1, spell 1\n" },
    { "{\"id\":\"C1\",\"spells\":[{\"kind\":\"looked after\"}]}",
      "cases.jsonl:7: a spell needs \"from\": the day on which it began, or as much as is known\n"
      "  in case C1, spell 1\n" },
    { "{\"id\":\"C1\",\"spells\":[{\"kind\":\"looked after\",\"from\":\"2024-03-04\",\"to\":\"2024-02-01\"}]}",
      "cases.jsonl:7:70: the spell ends (\"2024-02-01\") before it begins (\"2024-03-04\")\n"
      "  in case C1, spell 1\n" },
    { "{\"id\":\"C1\",\"spells\":[{\"kind\":\"looked after\",\"from\":\"2024-03-04\",\"until\":\"2024-02-01\"}]}",
      "cases.jsonl:7:65: a spell has no \"until\"\n"
      "  in case C1, spell 1\n" },
    { "{\"id\":\"C1\",\"children\":[{\"id\":\"k\"},{\"id\":\"k\"}]}",
      "cases.jsonl:7: two children of this case have the id \"k\"\n"
      "  in case C1, child 2\n" },
    { "{\"id\":\"C1\",\"children\":[{}]}",
      "cases.jsonl:7: this child has no \"id\"; give each a pseudonym of its own\n"
      "  in case C1, child 1\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"event\":\"presents homless\"}]}",
      "cases.jsonl:7:55: neither this protocol nor the vocabulary has an event \"presents homless\"; did you "
      "mean \"presents homeless\"?\n"
      "  in case C1, event 1\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"event\":\"AB123456C\"}]}",
      "cases.jsonl:7:55: neither this protocol nor the vocabulary has an event (not repeated here: it looks "
      "like a National Insurance number)\n"
      "  in case C1, event 1\n" },
    { "{\"id\":\"C1\",\"events\":[{\"event\":\"presents homeless\"}]}",
      "cases.jsonl:7: this event has no \"at\": when it happened, to the minute or as little as is known\n"
      "  in case C1, event 1\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-06-31 10:00\",\"event\":\"presents homeless\"}]}",
      "cases.jsonl:7:28: \"at\": 31 June 2026 does not exist: June has 30 days\n"
      "  in case C1, event 1\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-03-29 01:30\",\"event\":\"presents homeless\"}]}",
      "cases.jsonl:7:28: \"at\": 2026-03-29 01:30 does not exist: the clocks went forward at 01:00, straight "
      "to 02:00\n"
      "  in case C1, event 1\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-10-25 01:30\",\"event\":\"presents homeless\"}]}",
      "cases.jsonl:7:28: \"at\": 2026-10-25 01:30 came twice, because the clocks went back: add +01:00 for "
      "the first time or +00:00 for the second, as in 2026-10-25 01:30+01:00\n"
      "  in case C1, event 1\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"21/05/2026\",\"event\":\"presents homeless\"}]}",
      "cases.jsonl:7:28: \"at\": \"21/05/2026\" is not a date that moot reads: write the year first, then "
      "month and day: 2026-05-21\n"
      "  in case C1, event 1\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"0161 496 0000\",\"event\":\"presents homeless\"}]}",
      "cases.jsonl:7:23: \"at\" holds what looks like a telephone number (not repeated here); leave out what "
      "identifies a person\n"
      "  in case C1, event 1\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\"}]}",
      "cases.jsonl:7: this event says nothing: write what happened, as \"event\", \"stage\" with \"outcome\","
      " \"deadline\" with \"met\", \"fact\" with \"value\" or the like\n"
      "  in case C1, event 1\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"event\":\"presents homeless\",\"stage\":\"mediation\","
      "\"outcome\":\"still homeless\"}]}",
      "cases.jsonl:7:75: one event cannot be both \"event\" and \"stage\": write two events with the same "
      "\"at\"\n"
      "  in case C1, event 1\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"event\":\"presents homeless\",\"met\":true}]}",
      "cases.jsonl:7:75: \"met\" goes with \"deadline\", not with \"event\"\n"
      "  in case C1, event 1\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"outcome\":\"still homeless\"}]}",
      "cases.jsonl:7:47: \"outcome\" goes with \"stage\", which is missing\n"
      "  in case C1, event 1\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"stage\":\"mediation\"}]}",
      "cases.jsonl:7: \"stage\" needs \"outcome\": how the stage ended\n"
      "  in case C1, event 1\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"deadline\":\"joint assessment\"}]}",
      "cases.jsonl:7: \"deadline\" needs \"met\": true if it was done then, false if it was known not done "
      "by then\n"
      "  in case C1, event 1\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"deadline\":\"joint assessment\",\"met\":\"yes\"}]}",
      "cases.jsonl:7:83: \"met\" is yes or no (write true or false), not \"yes\"\n"
      "  in case C1, event 1\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"fact\":\"in_need\"}]}",
      "cases.jsonl:7: \"fact\" needs \"value\": what became known\n"
      "  in case C1, event 1\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"fact\":\"in_ned\",\"value\":true}]}",
      "cases.jsonl:7:54: neither this protocol nor the vocabulary has a fact \"in_ned\"; did you mean \"in_need\"?\n"
      "  in case C1, event 1\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"consent\":\"in_need\",\"state\":\"given\"}]}",
      "cases.jsonl:7:57: \"in_need\" is yes or no, not a consent: write it as \"fact\" with \"value\"\n"
      "  in case C1, event 1\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"consent\":\"care\",\"state\":\"agreed\"}]}",
      "cases.jsonl:7:72: \"care\" is one of \"not asked\", \"asked\", \"given\", \"refused\", \"withdrawn\","
      " not \"agreed\"\n"
      "  in case C1, event 1\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"notice\":\"decision letter\",\"state\":\"sennt\"}]}",
      "cases.jsonl:7:82: the \"state\" of a notice is \"sent\" or \"received\", not \"sennt\"; did you mean "
      "\"sent\"?\n"
      "  in case C1, event 1\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"event\":\"presents homeless\",\"who\":\"Jo\"}]}",
      "cases.jsonl:7:81: \"who\": this protocol has no service or role \"Jo\"\n"
      "  in case C1, event 1\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"event\":\"presents homeless\",\"child\":\"k\"}]}",
      "cases.jsonl:7:83: the case lists no child \"k\" under \"children\"\n"
      "  in case C1, event 1\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"event\":\"presents homeless\",\"nota\":\"x\"}]}",
      "cases.jsonl:7:75: \"nota\" is neither a key of an event nor a fact of this protocol or the vocabulary; "
      "did you mean \"note\"?\n"
      "  in case C1, event 1\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"event\":\"presents homeless\",\"note\":\"lives "
      "at SK1 3XE\"}]}",
      "cases.jsonl:7:75: \"note\" holds what looks like a full postcode (not repeated here); leave out what "
      "identifies a person\n"
      "  in case C1, event 1\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"correct\":7,\"to\":null}]}",
      "cases.jsonl:7:47: \"correct\" names event 7, but this case has 1 event\n"
      "  in case C1, event 1\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"event\":\"presents homeless\"},{\"at\":\"2026-05-21 "
      "09:15\",\"correct\":1}]}",
      "cases.jsonl:7: \"correct\" needs \"to\": what was wrong as it should have read, or null if it never "
      "happened\n"
      "  in case C1, event 2\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"event\":\"presents homeless\"},{\"at\":\"2026-05-21 "
      "09:15\",\"correct\":1,\"to\":{\"event\":\"presents homless\"}}]}",
      "cases.jsonl:7:127: neither this protocol nor the vocabulary has an event \"presents homless\"; did "
      "you mean \"presents homeless\"?\n"
      "  in case C1, event 2\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"event\":\"presents homeless\"},{\"at\":\"2026-05-21 "
      "09:15\",\"correct\":1,\"to\":null},{\"at\":\"2026-05-21 09:15\",\"correct\":2,\"to\":null}]}",
      "cases.jsonl:7: event 2 is itself a correction: correct the event that it corrects once more\n"
      "  in case C1, event 3\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"correct\":\"dob\",\"to\":{\"at\":\"2009\"}}]}",
      "cases.jsonl:7:63: \"to\" of a corrected fact holds its \"value\" and nothing else\n"
      "  in case C1, event 1\n" },
    { "{\"id\":\"C1\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"correct\":\"bod\",\"to\":{\"value\":\"2009\"}}]}",
      "cases.jsonl:7:57: neither this protocol nor the vocabulary has a fact \"bod\"\n"
      "  in case C1, event 1\n" },
    { "{\"id\":\"C1\",\"facts\":{\"dob\":\"2031-02-11\"},\"events\":[{\"at\":\"2026-05-21 09:15\",\"event\":\"presents "
      "homeless\"}]}",
      "cases.jsonl:7:27: the date of birth (2031-02-11) lies in the future: after the first event and all "
      "others (2026-05-21 09:15)\n"
      "  in case C1\n" },
    { "{\"id\":\"C1\",\"facts\":{\"dob\":\"1986-05-21\"},\"events\":[{\"at\":\"2026-05-21 09:15\",\"event\":\"presents "
      "homeless\"}]}",
      "cases.jsonl:7:27: by the date of birth (1986-05-21) the young person is 40 on 2026-05-21 09:15; an "
      "age under 40 is expected\n"
      "  in case C1\n" },
    { "{\"id\":\"C1\",\"facts\":{\"dob\":\"2009-02-11\"},\"events\":[{\"at\":\"2008-12-01 10:00\",\"place\":\"home\"},"
      "{\"at\":\"2026-05-21 09:15\",\"event\":\"presents homeless\"}]}",
      "cases.jsonl:7:57: event 1 (2008-12-01 10:00) lies before the date of birth (2009-02-11)\n"
      "  in case C1\n" },
};

static void each_kind_of_record_is_read(void **state)
{
    check(*state, good, MOOT_COUNT(good), MOOT_OK);
}

static void each_mistake_has_its_sentence(void **state)
{
    check(*state, refused, MOOT_COUNT(refused), MOOT_EDATA);
}

static void nobody_is_born_after_as_of(void **state)
{
    const moot_protocol *p = *state;
    moot_buf out;
    moot_err err;
    moot_when as_of;
    moot_buf_init(&out);
    moot_err_init(&err);
    assert_int_equal(moot_when_parse(p->zone, "2026-01-01 12:00", &as_of, &err), MOOT_OK);
    assert_int_equal(read_line(p, as_of.lo, "{\"id\":\"C1\",\"facts\":{\"dob\":\"2026-02-11\"}}", &out), MOOT_EDATA);
    assert_string_equal(moot_buf_text(&out),
                        "cases.jsonl:7:27: the date of birth (2026-02-11) lies in the future: after the run's \"as of\" "
                        "(2026-01-01 12:00)\n  in case C1\n");
    moot_buf_clear(&out);
    assert_int_equal(read_line(p, as_of.lo, "{\"id\":\"C1\",\"facts\":{\"dob\":\"2026\"}}", &out), MOOT_OK); /* may be that day */
    moot_buf_done(&out);
}

static void a_field_of_more_than_a_megabyte_is_a_limit(void **state)
{
    static const char start[] = "{\"id\":\"big\",\"events\":[{\"at\":\"2026\",\"event\":\"presents homeless\",\"note\":\"";
    static const char end[] = "\"}]}";
    size_t size = 10 * 1024 * 1024;
    char *line = moot_malloc(sizeof start + size + sizeof end);
    moot_buf out;
    moot_buf_init(&out);
    assert_non_null(line);
    memcpy(line, start, sizeof start - 1);
    memset(line + sizeof start - 1, 'x', size);
    memcpy(line + sizeof start - 1 + size, end, sizeof end);
    assert_int_equal(read_line(*state, MOOT_NEVER, line, &out), MOOT_ELIMIT);
    assert_string_equal(moot_buf_text(&out), "cases.jsonl:7: \"note\" is 10485760 bytes long; a field may have at most 1 MB "
                                             "(1048576 bytes)\n");
    moot_free(line);
    moot_buf_done(&out);
}

/* ---- files ---- */

static void run_file(const moot_protocol *p, const char *name, const char *text, size_t len, const char *expected)
{
    moot_buf out;
    const char *path = reader_file(name, text, len);
    moot_buf_init(&out);
    reader_run(p, path, &out);
    unlink(path);
    assert_string_equal(moot_buf_text(&out), expected);
    moot_buf_done(&out);
}

#define RUN(name, text, expected) run_file(*state, name, text, sizeof(text) - 1, expected)

static void a_bad_case_costs_no_other(void **state)
{
    RUN("mixed.jsonl",
        "\xEF\xBB\xBF{\"id\":\"A\"}\n\n{\"id\":\"B\",}\r\n  \n{\"id\":\"C\"}\r\n{\"id\":\"A\"}\n{\"id\":\"caf\xE9\"}\n"
        "{\"id\":\"x\0y\"}\n{\"id\":\"D\"}",
        "A\nC\nD\n"
        "mixed.jsonl:3:11: this is not JSON: string or '}' expected, but here is }\n"
        "mixed.jsonl:6: the id \"A\" stands already on line 1; the case here is set aside\n"
        "mixed.jsonl:7:11: this line is not UTF-8: byte 11 is 0xE9; save the file as UTF-8 (it may be Windows-1252 or UTF-16)\n"
        "mixed.jsonl:8:9: this line holds a NUL byte (at byte 9), which no text may hold\n"
        "3 good, 4 bad, status 3\n");
    RUN("short.jsonl", "{\"id\":\"A\"}\n{\"id\":\"B\n{\"id\":\"C\"}\n",
        "A\nC\nshort.jsonl:2:8: the line ends before its JSON does: a case stands whole on one line, and each { [ \" has its partner\n"
        "2 good, 1 bad, status 3\n");
}

static void an_empty_file_is_a_warning(void **state)
{
    RUN("empty.jsonl", "", "warning: holds no case\n0 good, 0 bad, status 0\n");
    RUN("blank.jsonl", "\n \n", "warning: holds no case\n0 good, 0 bad, status 0\n");
}

static void a_file_of_utf16_is_refused_at_once(void **state)
{
    RUN("wide.jsonl", "\xFF\xFE{\0}\0", "wide.jsonl: the file is UTF-16, from its first byte on; save it as UTF-8\n");
}

static void a_missing_file_is_bad_input(void **state)
{
    moot_caseload *caseload = NULL;
    moot_err err;
    moot_err_init(&err);
    assert_int_equal(moot_caseload_open("/nowhere/cases.jsonl", *state, NULL, &caseload, &err), MOOT_EDATA);
    assert_string_equal(err.msg, "there is no file \"/nowhere/cases.jsonl\"");
    assert_null(caseload);
}

static void a_line_without_end_does_not_fill_memory(void **state)
{
    size_t size = 40 * 1024 * 1024;
    char *text = moot_malloc(size + 40);
    assert_non_null(text);
    memset(text, ' ', size);
    text[0] = '[';
    memcpy(text + size, "\n{\"id\":\"after\"}\n", 16);
    run_file(*state, "long.jsonl", text, size + 16,
             "after\nlong.jsonl:1: this line is longer than 16 MB; a case stands on one line and may not be larger\n"
             "1 good, 1 bad, status 4\n");
    moot_free(text);
}

/* Memory that ends at any allocation is reported, leaks nothing and is no bad case. */
static void memory_may_end_anywhere(void **state)
{
    moot_buf out;
    unsigned long n = 1;
    moot_code code = MOOT_ENOMEM;
    moot_buf_init(&out);
    for (; n < 300 && code != MOOT_OK; n++) {
        moot_reader reader;
        moot_input input;
        moot_errs errs;
        const char *line = good[0].line;
        moot_errs_init(&errs, 0);
        moot_input_init(&input);
        moot_reader_init(&reader, *state, MOOT_NEVER);
        moot_reader_begin(&reader, "cases.jsonl", 7, line, &errs);
        moot_alloc_fail_at(n);
        code = moot_json_case(&reader, line, strlen(line), &input);
        moot_alloc_fail_at(0);
        if (code != MOOT_OK && code != MOOT_ENOMEM) {
            moot_buf_printf(&out, "allocation %lu: ", n);
            reader_told(&errs, &out);
        }
        assert_string_equal(moot_buf_text(&out), "");
        moot_reader_done(&reader);
        moot_input_done(&input);
        moot_errs_done(&errs);
    }
    assert_int_equal(code, MOOT_OK);
    moot_buf_done(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_of_record_is_read),
        cmocka_unit_test(each_mistake_has_its_sentence),
        cmocka_unit_test(nobody_is_born_after_as_of),
        cmocka_unit_test(a_field_of_more_than_a_megabyte_is_a_limit),
        cmocka_unit_test(a_bad_case_costs_no_other),
        cmocka_unit_test(an_empty_file_is_a_warning),
        cmocka_unit_test(a_file_of_utf16_is_refused_at_once),
        cmocka_unit_test(a_missing_file_is_bad_input),
        cmocka_unit_test(a_line_without_end_does_not_fill_memory),
        cmocka_unit_test(memory_may_end_anywhere),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
