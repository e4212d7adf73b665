/* caseload_form: what a form of file offers to caseload.c. Implemented by read_json.c and read_csv.c. */
#ifndef MOOT_CASELOAD_FORM_H
#define MOOT_CASELOAD_FORM_H

#include "vm/case/caseload.h"

typedef struct moot_form moot_form;
typedef struct moot_form_class {
    /* As in caseload.h. */
    moot_code (*pull)(moot_form *form, moot_raw *raw, int *out_found, moot_err *err);
    moot_code (*read)(const moot_form *form, const moot_raw *raw, moot_reader *reader, moot_input *input, moot_errs *errs);
    /* The line where this id stood before, 0 if it is new; it is known from now on. */
    moot_code (*seen)(moot_form *form, const moot_raw *raw, const char *id, int32_t *out_line, moot_err *err);
    /* Mistakes that belong to the file rather than to one case go to errs. */
    moot_code (*finish)(moot_form *form, moot_errs *errs, moot_err *err);
    void (*close)(moot_form *form);
} moot_form_class;

struct moot_form {
    const moot_form_class *cls;
    moot_errs pending; /* mistakes found while opening, for the next _admit or _finish */
    moot_code worst;   /* of these */
};

#endif
