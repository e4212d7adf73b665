#include "repl/walk/tell.h"

#include <inttypes.h>

#include "vm/engine/why.h"
#include "vm/protocol/law.h"

#define MINUTE 60
#define HOUR 3600
#define DAY 86400

void moot_tell_sentence(const moot_case *c, const moot_entry *entry, moot_buf *out)
{
    moot_err err;
    moot_err_init(&err);
    if (moot_why_sentence(c, entry, out, &err)) {
        out->failed = 1;
    }
    if (entry->what == MOOT_LOG_SIGNED && entry->who >= 0) {
        moot_buf_str(out, ", by ");
        if (entry->text) {
            moot_buf_printf(out, "%s for ", entry->text);
        }
        moot_buf_str(out, c->protocol->parties[entry->who].decl.name);
    }
}

void moot_tell_line(const moot_case *c, const moot_entry *entry, int indent, moot_buf *out)
{
    char when[160];
    moot_buf_printf(out, "%*s%2" PRId32 "  %s  ", indent, "", entry->n,
                    moot_when_text(c->protocol->zone, entry->at, when, sizeof when));
    moot_tell_sentence(c, entry, out);
    moot_tell_clause(c->protocol, moot_entry_clause(entry), out);
    moot_buf_char(out, '\n');
}

void moot_tell_clause(const moot_protocol *protocol, const char *clause, moot_buf *out)
{
    if (clause && clause[0]) {
        moot_buf_printf(out, "  [%s%s]", clause, moot_clause_key(protocol, clause));
    }
}

void moot_tell_names(moot_result_names names, moot_buf *out)
{
    for (int32_t i = 0; i < names.count; i++) {
        moot_buf_str(out, i == 0 ? "" : i + 1 == names.count ? " and " : ", ");
        moot_buf_str(out, names.names[i] ? names.names[i] : "");
    }
}

static void tell_part(int64_t number, const char *unit, int *parts, moot_buf *out)
{
    if (number > 0 && *parts < 2) {
        moot_buf_printf(out, "%s%" PRId64 " %s%s", *parts ? " " : "", number, unit,
                        number == 1 ? "" : "s");
        ++*parts;
    }
}

void moot_tell_span(moot_instant from, moot_instant to, moot_buf *out)
{
    int64_t seconds = to - from;
    int parts = 0;
    tell_part(seconds / DAY, "day", &parts, out);
    tell_part(seconds % DAY / HOUR, "hour", &parts, out);
    tell_part(seconds % HOUR / MINUTE, "minute", &parts, out);
    moot_buf_str(out, parts ? "" : "less than a minute");
}
