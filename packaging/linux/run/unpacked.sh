#!/bin/sh
# Run by the archive when it has been unpacked, in the folder that it was unpacked to.
here=$(pwd)

# Of an earlier version only the data are kept. One that runs meanwhile goes on without its files;
# start it anew.
for folder in "$here"/program-*; do
    [ "$folder" = "$here/program-@VERSION@" ] || rm -rf "$folder"
done

lib=$here/program-@VERSION@/lib
missing=$(ldd "$here/program-@VERSION@/treatyviewer" "$lib"/PySide6/*.so \
    "$lib"/PySide6/Qt/plugins/platforms/*.so 2>/dev/null |
    sed -n 's/^[[:space:]]*\(.*\) => not found$/\1/p' | sort -u | tr '\n' ' ')
if [ -n "$missing" ]; then
    echo "Some libraries of the system are missing, and without them it cannot start:"
    echo "    $missing"
    if command -v apt-get >/dev/null 2>&1; then
        echo "On Debian and Ubuntu:"
        echo "    sudo apt-get install @PACKAGES@"
    else
        echo "Install the packages that have them (dnf install 'libxcb-cursor.so.0()(64bit)', for"
        echo "example, finds the one with that library)."
    fi
fi
rm -f "$here/unpacked.sh"
echo "To start it: $here/treatyviewer"
