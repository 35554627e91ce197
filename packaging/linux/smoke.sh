#!/bin/sh
# Uses each command of the frozen program once, in an empty home, with nothing of Python around.
# What it must do in the window, and on fresh systems, is tried by packaging/tests.
#
# usage: packaging/linux/smoke.sh PROGRAM
set -eu
program=$(readlink -f "$1")
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT INT TERM
cd "$home"

ask() {
    if ! env -i HOME="$home" PATH=/usr/bin:/bin LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen \
        "$program" "$@" >"$home/said" 2>&1; then
        cat "$home/said" >&2
        echo "This did not work: treatyviewer $*" >&2
        exit 1
    fi
    [ -s "$home/said" ] || [ -n "${silent:-}" ] || { echo "treatyviewer $* said nothing." >&2; exit 1; }
}

# Nothing is to be made at the first start: what came along fits.
cache=$home/.cache/treatyviewer
entry=${program%/*}/lib/treatyviewer/resources/entries/sino-soviet-treaty-1950
ask --version
ask outline
ask show sino-soviet-treaty-1950
ask search loans
ask search дружба
ask search 友好
silent=yes
ask --screenshot first.png
silent=
for made in "$cache"/library-*.sqlite "$cache"/pyside-*.bin; do
    [ ! -e "$made" ] || { echo "The program had to make ${made##*/} anew." >&2; exit 1; }
done
ask check "$entry"
ask pack "$entry" -o made.treaty
ask check made.treaty
ask unpack made.treaty -o unpacked
silent=yes
for language in en zh ru; do
    ask --screenshot "$language.png" --query loans --lang "$language"
    [ -s "$language.png" ] || { echo "No picture was drawn in $language." >&2; exit 1; }
done
echo 'All commands of the frozen program work.'
