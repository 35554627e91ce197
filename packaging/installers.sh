#!/bin/sh
# Makes all installers: make installers. The results lie in dist/, the work in build/installers.
#
# usage: packaging/installers.sh [PART...]     PART: linux windows; all by default
set -eu
cd "$(dirname "$0")/.."
work=$PWD/build/installers
dist=$PWD/dist
version=$(sh packaging/version.sh)
SOURCE_DATE_EPOCH=$(sh packaging/epoch.sh)
export SOURCE_DATE_EPOCH
export TZ=UTC LC_ALL=C.UTF-8
umask 022

sh packaging/setup.sh
python=$work/venv/bin/python
carried=$("$python" -c 'import platform; print(platform.python_version())')
mkdir -p "$dist"

make_linux() {
    rm -f "$dist"/treatyviewer_*.deb "$dist"/treatyviewer-*.rpm "$dist"/TreatyViewer-*.run
    sh packaging/linux/freeze.sh
    "$python" -I -S packaging/linux/whole.py "$work/frozen/treatyviewer/lib"
    sh packaging/linux/smoke.sh "$work/frozen/treatyviewer/treatyviewer"
    sh packaging/linux/stage.sh
    deb=$dist/treatyviewer_${version}_amd64.deb
    rpm=$dist/treatyviewer-$version-1.x86_64.rpm
    run=$dist/TreatyViewer-$version-linux-x86_64.run
    # xz takes most of the time, on one processor each, or its bytes would depend on their number.
    echo 'Packing: .deb, .rpm, .run ...'
    export PYTHONDONTWRITEBYTECODE=1
    "$python" packaging/linux/deb.py "$work/stage" "$deb" --version "$version" &
    packing=$!
    sh packaging/linux/rpm.sh "dist/${rpm##*/}" &
    packing="$packing $!"
    sh packaging/linux/run.sh "dist/${run##*/}" &
    packing="$packing $!"
    for one in $packing; do
        wait "$one" || failed="${failed:-} $one"
    done
    [ -z "${failed:-}" ] || { echo 'Packing failed; why is said above.' >&2; exit 1; }
    for file in "$deb" "$rpm"; do
        "$python" packaging/linux/needs.py "$file"
    done
    # As root it would only say that it does not like to be.
    lintian --allow-root --fail-on error,warning "$deb"
    desktop-file-validate "$work/stage/usr/share/applications/treatyviewer.desktop"
    appstreamcli validate --no-net "$work"/stage/usr/share/metainfo/*.metainfo.xml
}

for part in ${*:-linux windows}; do
    case $part in
        linux) make_linux ;;
        windows)
            if [ -f packaging/windows/build.sh ]; then
                sh packaging/windows/build.sh
            else
                echo 'The Windows installers are left out: packaging/windows/build.sh is not there.' >&2
            fi
            ;;
        *) echo "There is no part “$part”: linux windows" >&2; exit 2 ;;
    esac
done

# The bill names the Python of each system, and for Windows what its packages say of themselves.
# Only what was made now is in it: the packages of a system are unpacked while it is built.
made=$(printf '%s\n' ${*:-linux windows} | sort -u)
windows_python=$(sed -n 's/^VERSION = "\(.*\)"$/\1/p' packaging/windows/win_runtime.py)
case $made in
    linux) set -- --platform linux --python "$carried" ;;
    windows) set -- --platform windows --python "$windows_python" ;;
    *) set -- --platform all --python "$carried" --windows-python "$windows_python" ;;
esac
case $made in
    *windows*) set -- "$@" --windows-packages "$work/windows/packages" ;;
esac
"$python" packaging/trust/sbom.py "$dist/treatyviewer-$version.cdx.json" "$@"
"$python" packaging/trust/sums.py "$dist"
"$python" packaging/linux/sizes.py "$dist" --version "$version"
echo "Everything is in $dist. To sign the sums: sh packaging/trust/sign.sh"
