/* letter: a notice of a case as plain text that its reader can take in: what stands above it, from whom (a post
 * and its service; nothing where the text names nobody), to whom and when, then each section as a heading and
 * one paragraph, then what else it must say; below it, once it is sent, the last day of each right of the applicant that runs
 * from it, in the words of the right's deadline (`in_words`, else its name), so that nobody need count; and whom its reader can ask, and how, as the protocol has it (`contact` of the post
 * that sends it, else of the post's service). Where it has none the letter says so. No law in stdlib makes a contact
 * something that a letter must say, so none holds a letter up. Letters to others than the applicant have no such part.
 *
 * Facts are those that were known when it was sent (now, if it is not sent yet), dates are in full, and what is still
 * missing stands in square brackets. The text is read off the case; nothing here changes it.
 *
 * How parts join in a paragraph: with a space between, but none before a full stop, comma or other closing mark. */
#ifndef MOOT_LETTER_H
#define MOOT_LETTER_H

#include "vm/case/case.h"

/* Appends the newest letter of that name: the notice's own, or the name of an act that sends it. One that was never called
 * for is shown as it would read now, and says so. Errors: MOOT_EUSAGE for a name that the protocol lacks, with the nearest;
 * MOOT_ENOMEM. */
moot_code moot_letter(const moot_case *c, const char *name, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;

#endif
