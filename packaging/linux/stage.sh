#!/bin/sh
# Lays out what the Linux packages have in common, as a system has it, in build/installers/stage.
# After packaging/linux/freeze.sh.
set -eu
cd "$(dirname "$0")/../.."
work=$PWD/build/installers
python=$work/venv/bin/python
stage=$work/stage
version=$(sh packaging/version.sh)
unset PYTHONPATH
export PYTHONDONTWRITEBYTECODE=1 QT_QPA_PLATFORM=offscreen
SOURCE_DATE_EPOCH=$(sh packaging/epoch.sh)
export SOURCE_DATE_EPOCH

rm -rf "$stage"
mkdir -p "$stage/usr/bin" "$stage/usr/lib" "$stage/usr/share/doc/treatyviewer"
cp -r "$work/frozen/treatyviewer" "$stage/usr/lib/treatyviewer"
ln -s ../lib/treatyviewer/treatyviewer "$stage/usr/bin/treatyviewer"
"$python" packaging/desktop/make.py "$stage/usr" --version "$version"

# Nobody's library goes along unnamed.
carried=$("$python" -c 'import platform; print(platform.python_version())')
"$python" packaging/trust/parts_check.py "$stage" --platform linux
doc=$stage/usr/share/doc/treatyviewer
"$python" packaging/trust/notices.py "$doc/THIRD-PARTY-NOTICES" --platform linux --python "$carried"
"$python" packaging/trust/sbom.py "$doc/sbom.cdx.json" --platform linux --python "$carried"
cp packaging/linux/copyright "$doc/copyright"
# gzip -n: neither a name nor a time.
gzip -9n "$doc/THIRD-PARTY-NOTICES" "$doc/sbom.cdx.json"

find "$stage" -type d -exec chmod 755 {} +
find "$stage" -type f -exec chmod 644 {} +
chmod 755 "$stage/usr/lib/treatyviewer/treatyviewer"
find "$stage" -depth -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
