#include "repl/page/report_reasons.h"

#include "vm/base/hash.h"

int32_t moot_report__reasons_of(const moot_whatif *whatif, int32_t branch, const moot_whatif_reason **out_list)
{
    const moot_whatif_reason *all;
    int32_t count = moot_whatif_reasons(whatif, &all), first = 0, found = 0;
    while (first < count && all[first].branch < branch) {
        first++;
    }
    while (first + found < count && all[first + found].branch == branch) {
        found++;
    }
    *out_list = all + first;
    return found;
}

moot_code moot_report__reasons_column(const moot_report_reader *rd, const moot_whatif_reason *list, size_t count, size_t column,
                                      double replicates, double sum, double *out, moot_err *err)
{
    uint64_t *figures = moot_arena_array(&rd->report->arena, count + 1, sizeof *figures);
    if (!figures) {
        return moot_fail_memory(err);
    }
    for (size_t i = 0; i < count; i++) {
        out[i] = (double)(column == 0 ? list[i].gains : column == 1 ? list[i].losses : list[i].others) / replicates;
        figures[i] = moot_mix64(moot_report__figure("reasons", list[i].name, list[i].clause), 2 * column + (list[i].queue != 0));
    }
    moot_code code = moot_report__hide_beside_sum(rd, figures, NULL, out, count, &sum, err);
    return code ? code : moot_report__tell_all(rd, figures, out, count, err);
}
