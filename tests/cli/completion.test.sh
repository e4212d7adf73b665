#!/bin/sh
# What moot --completion gives, in the shells themselves: each reads it without a word, and completes by it. zsh completes
# only at a terminal, by the function that bash has, so of it no more is asked here than that it reads it.
set -u

check() { # NAME, EXPECTED, SEEN
    if [ "$2" = "$3" ]; then
        echo "ok $1"
    else
        echo "not ok $1"
        echo "    expected: $2"
        echo "    seen: $3"
    fi
}

HOME=$(mktemp -d)
export HOME
trap 'rm -rf "$HOME"' EXIT
cd "$HOME" || exit 1
for shell in bash zsh fish; do
    moot --completion "$shell" > "words.$shell"
    check "$shell reads it" "" "$("$shell" -n "words.$shell" 2>&1)"
done

of_bash() { # the words typed so far, the last to be completed
    bash -c 'source words.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _moot; echo "${COMPREPLY[@]}"' bash "$@"
}
check "bash completes a command" "check" "$(of_bash moot chec)"
check "bash completes an option" "--assume" "$(of_bash moot check --ass)"
check "bash completes a word of protocols" "standard" "$(of_bash moot help stan)"

of_fish() {
    timeout 60 fish --no-config -c "source words.fish; complete -C '$1'" 2>&1 | cut -f1 | tr '\n' ' '
}
check "fish completes a command" "check " "$(of_fish 'moot chec')"
check "fish completes an option" "--assume " "$(of_fish 'moot check --ass')"
check "fish completes an option of the program" "--completion " "$(of_fish 'moot --comp')"
check "fish completes a word of protocols" "standard " "$(of_fish 'moot help stan')"
