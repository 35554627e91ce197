#!/bin/sh
# Packs the program into an archive that unpacks itself, for those who install nothing: by default
# into a folder TreatyViewer where one is, with a launcher, the marker "portable" and the program.
#
# usage: packaging/linux/run.sh OUT.run
set -eu
cd "$(dirname "$0")/../.."
work=$PWD/build/installers
out=$PWD/$1
version=$(sh packaging/version.sh)
SOURCE_DATE_EPOCH=$(sh packaging/epoch.sh)
export SOURCE_DATE_EPOCH
export PYTHONDONTWRITEBYTECODE=1

top=$work/run
folder=$top/TreatyViewer
rm -rf "$top"
mkdir -p "$folder"
cp -r "$work/stage/usr/lib/treatyviewer" "$folder/program-$version"
packages=$(/usr/bin/python3 packaging/linux/depends.py "$folder" --deb |
    sed 's/ ([^)]*)//g; s/ | [^,]*//g; s/,//g')
for file in treatyviewer unpacked.sh README.txt; do
    sed "s/@VERSION@/$version/g; s/@PACKAGES@/$packages/g" "packaging/linux/run/$file" >"$folder/$file"
done
cp LICENSE "$folder/"
gzip -dc "$work/stage/usr/share/doc/treatyviewer/THIRD-PARTY-NOTICES.gz" >"$folder/THIRD-PARTY-NOTICES"
echo 'While this file is here, the program keeps its data in the folder "data" beside it.' >"$folder/portable"
chmod 644 "$folder/LICENSE" "$folder/README.txt" "$folder/portable" "$folder/THIRD-PARTY-NOTICES"
chmod 755 "$folder" "$folder/treatyviewer" "$folder/unpacked.sh" "$folder/program-$version/treatyviewer"
find "$folder" -depth -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

# From within the folder: the archive remembers the command line that made it.
cd "$top"
LC_ALL=C makeself --quiet --tar-quietly --xz --complevel 9 --notemp --nox11 --nomd5 --nocrc --sha256 \
    --noprogress --keep-umask --tar-format posix \
    --tar-extra '--sort=name --owner=0 --group=0 --numeric-owner --pax-option=delete=atime,delete=ctime' \
    --packaging-date "$(date -u -d "@$SOURCE_DATE_EPOCH" '+%Y-%m-%d %H:%M UTC')" \
    TreatyViewer archive.run "Treaty Viewer $version" ./unpacked.sh
mv archive.run "$out"
cd "$work"
rm -rf "$top"
