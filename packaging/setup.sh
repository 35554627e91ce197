#!/bin/sh
# Makes ready what the Linux packages are built with: the system's tools, a Python environment
# below build/installers, and in it the program, installed from its wheel as a user would.
# The wheel is made from the sdist, so that nothing gets into it that git does not keep.
# A second call only looks: what was installed is remembered by its checksum.
#
# usage: packaging/setup.sh
set -eu
cd "$(dirname "$0")/.."
work=$PWD/build/installers
venv=$work/venv
done_in=$work/done

# What the system has to bring, in one list.
tools='python3-venv libpython3-dev binutils gcc libc6-dev icu-devtools dpkg-dev'
tools="$tools lintian rpm rpm2cpio cpio makeself xz-utils desktop-file-utils appstream minisign"
# Qt itself, for the icons that it draws, and for the libraries that its parts are held against.
tools="$tools libglib2.0-0|libglib2.0-0t64 libgl1 libegl1 libxkbcommon0 libfontconfig1"
tools="$tools libdbus-1-3 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1"
tools="$tools libxkbcommon-x11-0 libwayland-client0 libwayland-cursor0"

say() { printf '%s\n' "$*"; }
die() {
    for line in "$@"; do printf '%s\n' "$line" >&2; done
    exit 1
}

# Of each group "a|b" one is enough; prints the first of those groups that have none.
missing_tools() {
    for group in $tools; do
        found=
        for name in $(echo "$group" | tr '|' ' '); do
            case $(dpkg-query -W -f '${db:Status-Abbrev}' "$name" 2>/dev/null) in
                ?i*) found=yes ;;
            esac
        done
        [ -n "$found" ] || printf '%s ' "${group%%|*}"
    done
}

command -v dpkg-query >/dev/null 2>&1 ||
    die 'The installers are built on Debian 12 (they carry its Python, and dpkg makes them).'
missing=$(missing_tools)
if [ -n "$missing" ] && [ "$(id -u)" -eq 0 ]; then
    say "Installing what the packages are built with: $missing"
    apt-get update -qq </dev/null || say 'apt-get update failed; trying with the lists as they are.'
    # shellcheck disable=SC2086 # a list of names
    report=$(DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
        -o DPkg::Lock::Timeout=300 $missing </dev/null 2>&1) || die "$report" 'apt-get install failed.'
    missing=$(missing_tools)
fi
[ -z "$missing" ] || die 'These packages are missing. Type this, and then the command again:' \
    "    sudo apt-get install --no-install-recommends $missing"

# The Python that goes into the packages: the system's own, whose holes the distribution mends
# (docs/decisions/0014-installers.md). INSTALLERS_PYTHON names another one.
python=${INSTALLERS_PYTHON:-/usr/bin/python3}
"$python" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null ||
    die "$python is not Python 3.11, which the Linux packages carry." \
        'Build them on Debian 12, or name a Python: INSTALLERS_PYTHON=/path/to/python3.11'

mkdir -p "$done_in"
# A virtual environment names its own folder, and its Python may have been upgraded since.
made="$PWD $("$python" -c 'import sys; print(sys.executable, sys.version)')"
if [ "$(cat "$done_in/venv" 2>/dev/null)" != "$made" ] || [ ! -x "$venv/bin/python" ]; then
    rm -rf "$venv" "$done_in"
    mkdir -p "$done_in"
    "$python" -m venv "$venv"
    printf '%s' "$made" >"$done_in/venv"
fi

unset PIP_TARGET PIP_PREFIX PIP_REQUIRE_VIRTUALENV PYTHONPATH PYTHONDONTWRITEBYTECODE
export PIP_USER=0 PIP_NO_INPUT=1 PIP_DISABLE_PIP_VERSION_CHECK=1

for file in build run installers; do
    sum=$(cksum "requirements/$file.txt")
    [ "$(cat "$done_in/$file" 2>/dev/null)" != "$sum" ] || continue
    say "Installing: $file ..."
    "$venv/bin/python" -m pip install --quiet --require-hashes --only-binary :all: \
        -r "requirements/$file.txt" || die "Installing failed: requirements/$file.txt"
    printf '%s' "$sum" >"$done_in/$file"
done

# The program, always anew: it takes seconds, and asking whether it is needed takes as long.
rm -rf "$work/wheel"
mkdir -p "$work/wheel"
version=$(sh packaging/version.sh)
"$venv/bin/python" -m hatchling build -t sdist -d "$work/wheel" >/dev/null 2>&1
tar -xzf "$work/wheel/treatyviewer-$version.tar.gz" -C "$work/wheel"
(cd "$work/wheel/treatyviewer-$version" &&
    "$venv/bin/python" -m hatchling build -t wheel -d "$work/wheel" >/dev/null 2>&1)
"$venv/bin/python" -m pip install --quiet --no-deps --no-index --force-reinstall \
    "$work/wheel/treatyviewer-$version-py3-none-any.whl"
