# Wine as the scripts here use it; read by them (". packaging/windows/wine.sh"), not run.
# They set WINEPREFIX to a folder of their own below build/.

# The 64-bit part alone; Debian's `wine` command would complain that the 32-bit part is missing.
WINE=/usr/lib/wine/wine64
export WINEPREFIX
export WINEDEBUG="${WINEDEBUG:--all}"
# No questions about Mono and Gecko, no menu entries on the desktop of whoever builds.
export WINEDLLOVERRIDES="${WINEDLLOVERRIDES:-mscoree,mshtml,winemenubuilder.exe=}"

# wine_new: an empty Windows, which calls itself Windows 10.
wine_new() {
    rm -rf "$WINEPREFIX"
    mkdir -p "$(dirname "$WINEPREFIX")"
    "$WINE" wineboot --init >/dev/null 2>&1 </dev/null || return 1
    "$WINE" reg add 'HKCU\Software\Wine' /v Version /d win10 /f >/dev/null 2>&1 </dev/null
    wine_end
}

# wine_end: what runs in it has ended when this returns, and what it wrote is on the disk.
wine_end() { /usr/lib/wine/wineserver64 -w; }

# wine_path FILE: how Wine calls this file.
wine_path() { printf 'Z:%s' "$1" | tr / '\\'; }

# run_wine COMMAND...: output through a pipe, since in Wine Python cannot write into a file that
# its output was sent to ("Invalid handle"); the status is the command's.
run_wine() {
    {
        status=0
        "$WINE" "$@" </dev/null 2>&1 || status=$?
        echo "$status" >"$WINEPREFIX.status"
    } | tr -d '\r'
    return "$(cat "$WINEPREFIX.status")"
}
