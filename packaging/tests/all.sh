#!/bin/sh
# Tries everything that `make installers` made: make installers-test. As root, on Debian 12: fresh
# roots are made, and commands are run in them. About a quarter of an hour.
# Each test prints lines of "ok" or "FAIL"; logs and pictures lie in build/installers/tests.
#
# usage: packaging/tests/all.sh [TEST...]    TEST: sizes start deb-12 deb-13 upgrade rpm run windows
set -eu
cd "$(dirname "$0")/../.."

die() {
    for line in "$@"; do printf '%s\n' "$line" >&2; done
    exit 1
}

[ "$(id -u)" -eq 0 ] || die 'The tests of the installers make Debian roots; run them as root.'
version=$(sh packaging/version.sh)
package=dist/treatyviewer_${version}_amd64.deb
rpm=dist/treatyviewer-$version-1.x86_64.rpm
archive=dist/TreatyViewer-$version-linux-x86_64.run
[ -f "$package" ] || die "$package is not there." 'Make it first: make installers'

# What the tests look through, and what they look with.
needed='mmdebstrap rpm xdotool imagemagick xvfb x11-utils strace binutils debian-archive-keyring'
# shellcheck disable=SC2086 # a list of names
if ! dpkg-query -W -f '${db:Status-Abbrev}\n' $needed 2>/dev/null | grep -c '^ii' |
    grep -qx "$(echo "$needed" | wc -w)"; then
    echo "Installing what the tests need: $needed"
    apt-get update -qq </dev/null || echo 'apt-get update failed; trying with the lists as they are.'
    report=$(DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
        -o DPkg::Lock::Timeout=300 $needed </dev/null 2>&1) || die "$report" 'apt-get install failed.'
fi

# The system's Python: the tests need nothing else.
unset PYTHONPATH PYTHONDONTWRITEBYTECODE QT_QPA_PLATFORM DISPLAY WAYLAND_DISPLAY
export PYTHONPYCACHEPREFIX="$PWD/build/installers/pycache"
try() { /usr/bin/python3 "packaging/tests/$@"; }

failed=
for name in ${*:-sizes start deb-12 deb-13 upgrade rpm run windows}; do
    case $name in
        sizes) try try_sizes.py dist ;;
        start) try try_start.py "$package" ;;
        deb-12) try try_deb.py 12 "$package" ;;
        deb-13) try try_deb.py 13 "$package" ;;
        upgrade) try try_upgrade.py "$package" ;;
        rpm) try try_rpm.py "$rpm" "$package" ;;
        run) try try_run.py "$archive" ;;
        # On Wine, which is not Windows.
        windows) sh packaging/windows/test.sh ;;
        *) die "There is no test “$name”: sizes start deb-12 deb-13 upgrade rpm run windows" ;;
    esac || failed="$failed $name"
done
[ -z "$failed" ] || die "Failed:$failed. Logs and pictures: build/installers/tests"
echo 'Everything that was tried is as it should be.'
