#!/bin/sh
# Makes the program that runs without an installed Python: build/installers/frozen/treatyviewer,
# with the starter and the folder lib in it. After packaging/setup.sh.
set -eu
cd "$(dirname "$0")/../.."
work=$PWD/build/installers
python=$work/venv/bin/python
out=$work/frozen/treatyviewer
unset PYTHONPATH PYTHONDONTWRITEBYTECODE
SOURCE_DATE_EPOCH=$(sh packaging/epoch.sh)
export SOURCE_DATE_EPOCH
export PYTHONHASHSEED=0 # the order of a set may get into what is compiled

rm -rf "$work/frozen" "$work/made" "$work/pyinstaller"
mkdir -p "$work/made" "$out/lib"
libraries=$("$python" -c 'import PySide6, pathlib; print(pathlib.Path(PySide6.__file__).parent)')/Qt/lib
for library in "$libraries"/libicudata.so.*; do
    "$python" packaging/linux/icu.py "$library" "$work/made/${library##*/}"
done
"$python" packaging/linux/icu_check.py "$work/made"

# What it caches is put below build, like everything else.
log=$work/pyinstaller.log
if ! TREATYVIEWER_MADE=$work/made TREATYVIEWER_OUT=$out PYINSTALLER_CONFIG_DIR=$work/pyinstaller \
    "$work/venv/bin/pyinstaller" --noconfirm --clean --distpath "$work/frozen" \
    --workpath "$work/pyinstaller" packaging/linux/treatyviewer.spec >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    echo "PyInstaller failed; all that it said is in $log" >&2
    exit 1
fi

# Debian links its python from the same archive, and also without -pie: it is quicker so.
"$python" -c 'import sysconfig as s; print(s.get_path("include")); print(s.get_config_var("LIBPL"))' |
{
    read -r include
    read -r archive
    gcc -O2 -Wall -Wextra -I"$include" -o "$out/treatyviewer" packaging/linux/starter.c \
        -no-pie -rdynamic -s -Wl,--build-id=none -Wl,--wrap=hypot -Wl,-z,relro -Wl,-z,now \
        -Wl,--whole-archive "$archive/libpython3.11.a" -Wl,--no-whole-archive \
        -lz -lexpat -lm -ldl -lpthread
}
# Symbols that modules, and ICU, came with. What is under the LGPL stays as its makers built it.
strip --strip-unneeded "$out"/lib/PySide6/Qt/lib/libicu*
find "$out/lib" -name '*.so*' -not -path '*/PySide6/*' -not -path '*/shiboken6/*' \
    -exec strip --strip-unneeded {} +

# Last, with the times that all files will have: what a first start would have to make.
find "$out" -depth -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
"$python" packaging/linux/ready.py "$out/lib"
