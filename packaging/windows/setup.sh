#!/bin/sh
# Makes the setup for one user out of the folder that is installed.
#
# usage: packaging/windows/setup.sh APP VERSION ICON OUT.exe
set -eu
cd "$(dirname "$0")"
app=$1 version=$2 icon=$3 out=$4

# VIProductVersion wants four numbers.
numbers=$(echo "$version" | sed 's/[^0-9.].*//' | awk -F. '{ printf "%d.%d.%d.0", $1, $2, $3 }')
size=$(du -sk --apparent-size "$app" | cut -f1)
makensis -V2 -WX -INPUTCHARSET UTF8 \
    "-DAPP=$app" "-DVERSION=$version" "-DVERSION_NUMBERS=$numbers" "-DSIZE_KB=$size" \
    "-DICON=$icon" "-DOUT=$out" setup/setup.nsi
touch -d "@$SOURCE_DATE_EPOCH" "$out"
