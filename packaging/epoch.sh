#!/bin/sh
# Prints the time that all files in the packages have: SOURCE_DATE_EPOCH, else that of the last
# commit. The same commit, the same bytes.
set -eu
cd "$(dirname "$0")/.."
[ -n "${SOURCE_DATE_EPOCH:-}" ] || SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null) || {
    echo 'Not in a clone: set SOURCE_DATE_EPOCH to the time of this version.' >&2
    exit 1
}
printf '%s\n' "$SOURCE_DATE_EPOCH"
