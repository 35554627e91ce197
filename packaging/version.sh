#!/bin/sh
# Prints the program's version, which stands in one place.
set -eu
cd "$(dirname "$0")/.."
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' src/treatyviewer/__init__.py)
[ -n "$version" ] || { echo 'src/treatyviewer/__init__.py names no __version__.' >&2; exit 1; }
printf '%s\n' "$version"
