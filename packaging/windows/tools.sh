#!/bin/sh
# Installs Debian packages that are missing, as root; otherwise says what to type.
#
# usage: packaging/windows/tools.sh PACKAGE...
set -eu

missing_of() {
    for name in "$@"; do
        case $(dpkg-query -W -f '${db:Status-Abbrev}' "$name" 2>/dev/null) in
            ?i*) ;;
            *) printf '%s ' "$name" ;;
        esac
    done
}

command -v apt-get >/dev/null 2>&1 || {
    echo "The Windows installers are built on Debian; other systems need the like of: $*" >&2
    exit 1
}
missing=$(missing_of "$@")
[ -n "$missing" ] || exit 0
if [ "$(id -u)" -eq 0 ]; then
    echo "Installing: $missing"
    apt-get update -qq </dev/null || echo 'apt-get update failed; trying with the lists as they are.'
    # shellcheck disable=SC2086 # a list of names
    report=$(DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
        -o DPkg::Lock::Timeout=300 $missing </dev/null 2>&1) || printf '%s\n' "$report" >&2
    # shellcheck disable=SC2086
    missing=$(missing_of $missing)
    [ -n "$missing" ] || exit 0
fi
{
    echo 'These packages are missing. Type this, and then the command again:'
    echo "    sudo apt-get install --no-install-recommends $missing"
} >&2
exit 1
