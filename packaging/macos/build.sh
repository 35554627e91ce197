#!/bin/sh
# Makes dist/TreatyViewer-VERSION-macos-ARCH.dmg on a Mac. NOT TRIED: see README.md.
#
# TREATYVIEWER_IDENTITY  "Developer ID Application: ..." to sign with; else the app is signed for
#                        this Mac only, and others have to allow it in their settings
# TREATYVIEWER_NOTARY    a profile kept by "xcrun notarytool store-credentials"; else not notarised
set -eu
cd "$(dirname "$0")/../.."

die() {
    printf '%s\n' "$@" >&2
    exit 1
}

[ "$(uname -s)" = Darwin ] || die 'A macOS program can only be made on macOS.'
python=${PYTHON:-python3.12}
command -v "$python" >/dev/null || die "$python is missing. Name another: PYTHON=python3.13"
version=$(sh packaging/version.sh)
work=$PWD/build/installers/macos
SOURCE_DATE_EPOCH=$(sh packaging/epoch.sh)
PYTHONHASHSEED=0
export SOURCE_DATE_EPOCH PYTHONHASHSEED

rm -rf "$work"
mkdir -p "$work" dist
"$python" -m venv "$work/venv"
for file in build run installers; do
    "$work/venv/bin/python" -m pip install --quiet --require-hashes --only-binary :all: \
        -r "requirements/$file.txt"
done
"$work/venv/bin/python" -m pip install --quiet --no-deps --no-build-isolation .

"$work/venv/bin/python" packaging/desktop/make.py --icns "$work/treatyviewer.icns"
TREATYVIEWER_VERSION=$version TREATYVIEWER_ICNS=$work/treatyviewer.icns \
    "$work/venv/bin/pyinstaller" --noconfirm --distpath "$work/dist" --workpath "$work/pyinstaller" \
    packaging/macos/treatyviewer.spec
app="$work/dist/Treaty Viewer.app"

codesign --force --deep --options runtime --entitlements packaging/macos/entitlements.plist \
    --sign "${TREATYVIEWER_IDENTITY:--}" "$app"
codesign --verify --deep --strict "$app"

# The folder that the image shows: the app, and a link to put it on.
mkdir -p "$work/image"
cp -R "$app" "$work/image/"
cp LICENSE "$work/image/License.txt"
ln -s /Applications "$work/image/Applications"
image=dist/TreatyViewer-$version-macos-$(uname -m).dmg
rm -f "$image"
hdiutil create -volname "Treaty Viewer" -srcfolder "$work/image" -format UDZO -ov "$image"

if [ -n "${TREATYVIEWER_NOTARY:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$TREATYVIEWER_NOTARY" --wait
    xcrun stapler staple "$image"
else
    echo 'Not notarised: macOS will refuse the app until the user allows it in the settings.'
fi
ls -l "$image"
