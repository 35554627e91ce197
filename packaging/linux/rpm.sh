#!/bin/sh
# Packs the stage as an RPM. What it requires are libraries by name: packages are called otherwise
# on every system.
#
# usage: packaging/linux/rpm.sh OUT.rpm
set -eu
cd "$(dirname "$0")/../.."
work=$PWD/build/installers
version=$(sh packaging/version.sh)
SOURCE_DATE_EPOCH=$(sh packaging/epoch.sh)
export SOURCE_DATE_EPOCH
export PYTHONDONTWRITEBYTECODE=1

top=$work/rpm
rm -rf "$top"
mkdir -p "$top/tree"
cp -a "$work/stage/." "$top/tree/"
# Where other systems look for it.
mkdir -p "$top/tree/usr/share/zsh/site-functions" "$top/tree/usr/share/licenses/treatyviewer"
mv "$top/tree/usr/share/zsh/vendor-completions/_treatyviewer" "$top/tree/usr/share/zsh/site-functions/"
rmdir "$top/tree/usr/share/zsh/vendor-completions"
cp LICENSE "$top/tree/usr/share/licenses/treatyviewer/"
chmod 644 "$top/tree/usr/share/licenses/treatyviewer/LICENSE"
find "$top/tree" -depth -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

{
    cat <<EOF
Name: treatyviewer
Version: $version
Release: 1
Summary: Offline reader for one historical treaty
License: MIT AND LGPL-3.0-only AND PSF-2.0 AND OFL-1.1
BuildArch: x86_64
AutoReqProv: no
EOF
    /usr/bin/python3 packaging/linux/depends.py "$top/tree" --rpm | sed 's/^/Requires: /'
    cat <<'EOF'
Recommends: xdg-utils

%description
Treaty Viewer shows a treaty, the evidence behind each claim about it, and the
time around it, in one window: the Sino-Soviet Treaty of Friendship, Alliance
and Mutual Assistance of 1950 comes with it, and further treaties can be opened
from .treaty files.

Everything is in the package: it needs no network, and asks for none.

%install
cp -a "%{install_tree}/." "%{buildroot}/"

%files
/usr/bin/treatyviewer
/usr/lib/treatyviewer
%license /usr/share/licenses/treatyviewer
%doc /usr/share/doc/treatyviewer
EOF
    # Every other file by its name: folders that belong to the system stay the system's.
    (cd "$top/tree" && find usr/share -type f -not -path '*/doc/*' -not -path '*/licenses/*') |
        LC_ALL=C sort | sed 's|^|/|'
} >"$top/treatyviewer.spec"

# Nothing is stripped, compressed or compiled once more; host and hour stay out.
rpmbuild -bb --quiet --target x86_64 --buildroot "$top/root" \
    --define "_topdir $top" --define '_rpmdir %{_topdir}/out' \
    --define "install_tree $top/tree" \
    --define '_binary_payload w9.xzdio' --define '_build_id_links none' \
    --define '__spec_install_post %{nil}' --define '_buildhost localhost' \
    --define 'use_source_date_epoch_as_buildtime 1' --define 'clamp_mtime_to_source_date_epoch 1' \
    "$top/treatyviewer.spec" >/dev/null
mv "$top"/out/x86_64/*.rpm "$1"
rm -rf "$top"
