#!/bin/sh
# What Qt needs from the system, on Debian and Ubuntu: installs what is missing when run as root,
# otherwise prints the one line to type.
#
# usage: tools/system-libs.sh run|test
set -eu

usage='usage: tools/system-libs.sh run|test'
[ $# -eq 1 ] || { echo "$usage" >&2; exit 2; }

# Found on a bare Debian 12 by adding one package at a time; what these pull in is not repeated.
# "a|b": either will do (newer releases renamed some libraries for 64-bit time).
core='libglib2.0-0|libglib2.0-0t64 libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3'
# Qt names only libxcb-cursor0 when one of these is missing, whichever it is.
x11='libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0'
needed="$core $x11"
wanted='libwayland-client0 libwayland-cursor0'
# The titles are in Chinese too. Any of these fonts has the characters; the first is installed.
wanted="$wanted fonts-noto-cjk|fonts-wqy-zenhei|fonts-wqy-microhei|fonts-droid-fallback"
case $1 in
    run) ;;
    # xvfb-run wants xauth, which xvfb only recommends. What follows strace is for the test that
    # walks the accessibility tree; the system's own Python reads it.
    test)
        wanted="$wanted xvfb xauth strace dbus at-spi2-core gir1.2-atspi-2.0 python3-gi"
        ;;
    *) echo "$usage" >&2; exit 2 ;;
esac

[ "$(uname -s)" != Darwin ] || exit 0 # the wheels of Qt bring everything there

if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
    echo "Not Debian or Ubuntu: Qt needs GLib, libGL, libEGL, xkbcommon (and -x11), fontconfig," \
        "D-Bus, xcb-cursor, xcb-icccm, xcb-keysyms, xcb-shape, xcb-xkb and a font with Chinese" \
        "characters from your system."
    exit 0
fi

# Prints those of the given packages (or groups "a|b") that are not installed.
missing_of() {
    native=$(dpkg --print-architecture)
    # shellcheck disable=SC2046 # a list of names
    installed=$(dpkg-query -W -f '${db:Status-Abbrev}|${Architecture}|${Package}\n' \
        $(echo "$*" | tr '|' ' ') 2>/dev/null | tr -d ' ' || true)
    for group in "$@"; do
        found=
        for name in $(echo "$group" | tr '|' ' '); do
            # A library of another architecture (libgl1:i386) is of no use to this Python.
            for line in $installed; do
                case $line in ?i"|$native|$name" | ?i"|all|$name") found=yes ;; esac
            done
        done
        [ -n "$found" ] || printf '%s ' "$group"
    done
}

# Of each group the first name that apt knows here. A machine whose package lists were never
# fetched knows none: then the first, for which newer releases take the renamed package.
names_of() {
    for group in "$@"; do
        first=${group%%|*}
        chosen=$first
        for name in $(echo "$group" | tr '|' ' '); do
            if [ "$group" != "$first" ] && apt-cache show "$name" >/dev/null 2>&1; then
                chosen=$name
                break
            fi
        done
        printf '%s ' "$chosen"
    done | sed 's/ $//'
}

# The lists are words to split from here on.
# shellcheck disable=SC2086
missing=$(missing_of $needed $wanted)
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -eq 0 ]; then
    echo "Fetching package lists ..."
    # One dead source among several makes update fail; what is wanted may be in another.
    apt-get update -qq </dev/null || echo "apt-get update failed; trying with the lists as they are."
    # shellcheck disable=SC2086
    names=$(names_of $missing)
    echo "Installing what Qt needs from the system (a minute or two): $names"
    # shellcheck disable=SC2086
    report=$(DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
        -o DPkg::Lock::Timeout=120 $names </dev/null 2>&1) ||
        printf '%s\n' "$report" "apt-get install failed." >&2
    # shellcheck disable=SC2086
    missing=$(missing_of $needed $wanted)
    [ -n "$missing" ] || exit 0
fi

# shellcheck disable=SC2086
lost=$(missing_of $needed)
# shellcheck disable=SC2086
line="sudo apt-get install --no-install-recommends $(names_of $missing)"
if [ -n "$lost" ]; then
    {
        # shellcheck disable=SC2086
        echo "Qt cannot run here without these packages: $(names_of $lost)"
        echo "Type this, and then the command again:"
        echo "    $line"
    } >&2
    exit 1
fi
# shellcheck disable=SC2086
for name in $(names_of $missing); do
    case $name in
        fonts-*) echo "No font with Chinese characters: they will show as empty boxes." ;;
        libwayland-*) echo "$name is missing: without it the window needs X11." ;;
        *) echo "$name is missing: the tests that use it are left out." ;;
    esac
done
echo "To install what is missing: $line"
