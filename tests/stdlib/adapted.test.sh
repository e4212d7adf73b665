#!/bin/sh
# Each thing that the modules of law give, required and patched by a small protocol of its own (adapted.cases).
set -eu

here=$MOOT_ROOT/tests/stdlib
lua5.4 "$here/adapted.lua" "$here/adapted.cases"
moot test adapted-*.scenario.lua > out 2>&1 || true
sed -n -e "s/^ok      /ok adapted: /p" -e "s/^failed  /not ok adapted: /p" -e '/^ /p' out
wanted=$(grep -c '^given ' "$here/adapted.cases")
came=$(grep -c -e '^ok  ' -e '^failed  ' out || true)
if [ "$wanted" -ge 20 ] && [ "$wanted" = "$came" ]; then
    echo "ok adapted: each of the $wanted was tried"
else
    echo "not ok adapted: $wanted there are, $came were tried"
    grep -v -e '^ok' -e '^failed' out | sed 's/^/    /'
fi
