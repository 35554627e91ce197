#!/bin/sh
# Signs the sums of what is given out, or checks signature and sums. The key is the publisher's: it
# is never in the repository, and is named when it is used (docs/releasing.md).
#
# usage: packaging/trust/sign.sh sign DIST SECRET-KEY     writes DIST/SHA256SUMS.minisig
#        packaging/trust/sign.sh verify DIST PUBLIC-KEY   a file, or the key itself
set -eu

die() {
    printf '%s\n' "$@" >&2
    exit 1
}

[ $# -eq 3 ] || { sed -n 's/^# usage: /usage: /p; s/^#        //p' "$0" >&2; exit 2; }
sums=$2/SHA256SUMS
[ -f "$sums" ] || die "$sums is not there. Write it with: packaging/trust/sums.py $2"
command -v minisign >/dev/null 2>&1 || die 'minisign is missing: apt-get install minisign'
here=$(dirname "$0")
# A signature under sums that are not right would be worse than none.
python3 "$here/sums.py" "$2" --check ||
    die 'What is there is not what the sums say (above). Nothing was signed or believed.'

case $1 in
    sign)
        [ -f "$3" ] || die "There is no key at $3. Make a pair once, outside of the repository:" \
            '    minisign -G -p treatyviewer.pub -s treatyviewer.key'
        top=$(cd "$here/../.." && pwd -P)
        case $(cd "$(dirname "$3")" && pwd -P)/ in
            "$top"/*) die "$3 lies in the repository. Keep it elsewhere." ;;
        esac
        # The comment is signed too. It says what for, and holds no time: git has that.
        minisign -S -s "$3" -m "$sums" -x "$sums.minisig" \
            -t "Treaty Viewer $(sh "$here/../version.sh")" -c 'Signature of SHA256SUMS'
        ;;
    verify)
        [ -f "$sums.minisig" ] || die "$sums.minisig is not there: nobody has signed these sums."
        if [ -f "$3" ]; then key=-p; else key=-P; fi
        minisign -V "$key" "$3" -m "$sums" -x "$sums.minisig"
        ;;
    *) die "sign or verify, not “$1”." ;;
esac
