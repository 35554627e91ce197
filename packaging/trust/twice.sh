#!/bin/sh
# Builds the installers twice, from the same commit, in two folders that share nothing, and
# compares every byte of what comes out. What is not committed is not built.
#
# usage: packaging/trust/twice.sh [COMMAND...]    in each folder; else sh packaging/installers.sh
set -eu
cd "$(dirname "$0")/../.."
[ $# -gt 0 ] || set -- sh packaging/installers.sh

if [ -n "$(git status --porcelain --untracked-files=no)" ]; then
    echo 'Some changes are not committed; they are not in what is compared.' >&2
fi
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
# Folders with names of different length, for a path that got into a file changes its size too.
work=$(mktemp -d)
first=$work/a second=$work/another-and-longer
trap 'rm -rf "$work"' EXIT INT TERM

for folder in "$first" "$second"; do
    git clone -q --no-hardlinks . "$folder"
    echo "Building in a fresh folder ..."
    # Another place for caches and another hour and language, which must not matter either.
    (cd "$folder" && env XDG_CACHE_HOME="$folder/build/cache" "$@" >"$folder.log" 2>&1) || {
        tail -n 40 "$folder.log" >&2
        echo 'The build failed; the end of what it said is above.' >&2
        exit 1
    }
    TZ=Asia/Vladivostok
    export TZ
done

# What differs has a name; what is missing on one side does too.
list() { (cd "$1/dist" && find . -type f -exec sha256sum {} + | LC_ALL=C sort -k 2); }
list "$first" >"$work/first"
list "$second" >"$work/second"
[ -s "$work/first" ] || { echo 'The build left nothing in dist/.' >&2; exit 1; }
if diff "$work/first" "$work/second"; then
    echo 'Built twice, and every byte is the same:'
    cat "$work/first"
else
    if [ -n "${TWICE_KEEP:-}" ]; then
        rm -rf "$TWICE_KEEP" && mkdir -p "$TWICE_KEEP"
        cp -r "$first/dist" "$TWICE_KEEP/first" && cp -r "$second/dist" "$TWICE_KEEP/second"
    fi
    echo 'The two builds differ in the files above (TWICE_KEEP=FOLDER keeps both).' >&2
    exit 1
fi
