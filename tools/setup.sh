#!/bin/sh
# Makes .venv and keeps it up to date: the pinned packages, then the project itself, editable.
# The second call in a row only looks: what was installed is remembered by the checksum of what
# it was installed from, so a change of branch that puts back an old file is noticed too.
# The interface's texts are compiled in the same way.
#
# usage: [PYTHON=python3.12] tools/setup.sh run|dev|pins
set -eu
cd "$(dirname "$0")/.."

case ${1:-} in
    run) files='build run' ;;
    dev) files='build run dev' ;;
    pins) files='pins' ;;
    *) echo 'usage: tools/setup.sh run|dev|pins' >&2; exit 2 ;;
esac

venv=.venv
done_in=$venv/.setup

say() { printf '%s\n' "$*"; }
die() {
    for line in "$@"; do printf '%s\n' "$line" >&2; done
    exit 1
}

version_of() { "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null; }
is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

# The Python asked for, or the first that is new enough.
find_python() {
    if [ -n "${PYTHON:-}" ]; then
        if ! is_new_enough "$PYTHON"; then
            found=$(version_of "$PYTHON" || echo "no Python that starts")
            die "Treaty Viewer needs Python 3.11 or newer; PYTHON=$PYTHON is: $found."
        fi
        printf '%s\n' "$PYTHON"
        return
    fi
    for name in python3 python3.13 python3.12 python3.11; do
        if is_new_enough "$name"; then
            printf '%s\n' "$name"
            return
        fi
    done
    found=$(version_of python3 || echo "not there")
    die "Treaty Viewer needs Python 3.11 or newer; python3 here is: $found." \
        "On Debian 12, Ubuntu 24.04 and newer: sudo apt-get install python3 python3-venv" \
        "Elsewhere install one and name it: make PYTHON=/path/to/python3.12 run"
}

# Why .venv cannot be used as it is; prints nothing when it can. A .venv that works is kept, with
# whichever Python it was made, unless another one is asked for.
what_is_wrong() {
    [ -d "$venv" ] || return 0
    if [ ! -f "$done_in/made" ]; then
        say "it was left half-made, or was not made by this command"
        return
    fi
    read -r made_version made_in <"$done_in/made"
    now=$(version_of "$venv/bin/python" || echo none)
    if [ "$now" = none ] || [ ! -d "$venv/lib/python$now/site-packages/pip" ]; then
        say "it is broken (its Python or pip is gone)"
    elif [ "$now" != "$made_version" ]; then
        say "it was made with Python $made_version, which is $now now"
    elif [ "$made_in" != "$PWD" ]; then
        say "it was made in another folder" # its scripts name that folder
    elif [ -n "${PYTHON:-}" ] && [ "$(version_of "$PYTHON" || echo none)" != "$now" ]; then
        say "it was made with Python $now, and PYTHON=$PYTHON is another version"
    fi
}

wrong=$(what_is_wrong)
if [ -n "$wrong" ]; then
    find_python >/dev/null # before anything is removed: is there one to make the new one with?
    say "Making .venv anew: $wrong."
    rm -rf "$venv"
fi

if [ ! -d "$venv" ]; then
    python=$(find_python)
    version=$(version_of "$python")
    # Debian has venv without ensurepip, and venv then fails half-way.
    "$python" -c 'import ensurepip, venv' >/dev/null 2>&1 ||
        die "Python $version cannot make a virtual environment here (ensurepip is missing)." \
            "On Debian and Ubuntu: sudo apt-get install python$version-venv"
    say "Making .venv with Python $version ..."
    "$python" -m venv "$venv" || die "The virtual environment .venv could not be made."
    mkdir -p "$done_in"
    printf '%s %s\n' "$version" "$PWD" >"$done_in/made"
fi

# Settings of a person's pip that would break or blur the installation into .venv.
unset PIP_TARGET PIP_PREFIX PIP_REQUIRE_VIRTUALENV
export PIP_USER=0 PIP_NO_INPUT=1 PIP_DISABLE_PIP_VERSION_CHECK=1

# once NAME SUM COMMAND...: runs the command unless it was done for the same sum.
once() {
    name=$1
    sum=$2
    shift 2
    [ "$(cat "$done_in/$name" 2>/dev/null)" != "$sum" ] || return 0
    say "Installing: $name ..."
    rm -f "$done_in/$name"
    "$@" || die "Installing failed: $name (the message is above)."
    printf '%s\n' "$sum" >"$done_in/$name"
}

for file in $files; do
    # Wheels only: building from source would fetch build tools that are not pinned.
    once "$file" "$(cksum "requirements/$file.txt")" \
        "$venv/bin/python" -m pip install --quiet --require-hashes --only-binary :all: \
        -r "requirements/$file.txt"
done

if [ "$1" != pins ]; then
    # The window reads its words from compiled files, which git does not keep. They lie outside
    # .venv, so that they were made once does not mean that they are there.
    for file in resources/i18n/*.ts; do
        [ -f "${file%.ts}.qm" ] || rm -f "$done_in/words"
    done
    once words "$(cat tools/words.py resources/i18n/*.ts | cksum)" \
        "$venv/bin/python" tools/words.py compile
    # The version is part of what is installed, and lives in the package.
    sum="$(cksum pyproject.toml) $(grep '^__version__' src/treatyviewer/__init__.py)"
    once treatyviewer "$sum" \
        "$venv/bin/python" -m pip install --quiet --no-deps --no-build-isolation -e .
fi
