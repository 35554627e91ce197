#!/bin/sh
# Freezes the installed program into build/installers/frozen/treatyviewer. After packaging/setup.sh.
set -eu
cd "$(dirname "$0")/../.."
work=$PWD/build/installers
python=$work/venv/bin/python
unset PYTHONPATH PYTHONDONTWRITEBYTECODE
export SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}"
export PYTHONHASHSEED=0 # the order of sets is in compiled files

rm -rf "$work/frozen" "$work/made" "$work/pyinstaller"
mkdir -p "$work/made"
libraries=$("$python" -c 'import PySide6, pathlib; print(pathlib.Path(PySide6.__file__).parent)')/Qt/lib
for library in "$libraries"/libicudata.so.*; do
    "$python" packaging/linux/icu.py "$library" "$work/made/${library##*/}"
done
"$python" packaging/linux/icu_check.py "$work/made"

# Its cache of what it found is put below build, like everything else.
log=$work/pyinstaller.log
if ! TREATYVIEWER_MADE=$work/made PYINSTALLER_CONFIG_DIR=$work/pyinstaller "$work/venv/bin/pyinstaller" \
    --noconfirm --clean --distpath "$work/frozen" --workpath "$work/pyinstaller" \
    packaging/linux/treatyviewer.spec >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    echo "PyInstaller failed; all that it said is in $log" >&2
    exit 1
fi
