"""Write what a desktop wants to know of the program: a `share/` tree, or one icon file.

    make.py OUT --version V     OUT/share/applications, icons, metainfo, mime, man, completions
    make.py --ico FILE          the icon for Windows
    make.py --icns FILE         the icon for macOS

Runs in an environment with the program's own dependencies (Qt draws the icons). The same commit
gives the same bytes: the only date is SOURCE_DATE_EPOCH, or that of the last commit.
"""

from __future__ import annotations

import argparse
import gzip
import os
import shutil
import subprocess
from pathlib import Path

import completion
import icons
import manual
import metainfo
import program

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def share(version: str, epoch: int, pictures: str) -> dict[str, bytes]:
    """All files by their path below `share/`."""
    commands = program.commands()
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    texts = {
        "applications/treatyviewer.desktop": (HERE / "treatyviewer.desktop").read_text("utf-8"),
        "mime/packages/treatyviewer.xml": (HERE / "treatyviewer.xml").read_text("utf-8"),
        f"metainfo/{metainfo.ID}.metainfo.xml": metainfo.metainfo(
            version, epoch, changelog, pictures
        ),
        "bash-completion/completions/treatyviewer": completion.bash(commands),
        "zsh/vendor-completions/_treatyviewer": completion.zsh(commands),
        "fish/vendor_completions.d/treatyviewer.fish": completion.fish(commands),
    }
    files = {name: text.encode("utf-8") for name, text in texts.items()}
    page = manual.manual(commands, version, epoch).encode("utf-8")
    files["man/man1/treatyviewer.1.gz"] = gzip.compress(page, 9, mtime=0)
    files["icons/hicolor/scalable/apps/treatyviewer.svg"] = icons.LARGE.read_bytes()
    for size in icons.PNG_SIZES:
        files[f"icons/hicolor/{size}x{size}/apps/treatyviewer.png"] = icons.png(size)
    return files


def main() -> int:
    """Returns the exit status."""
    parser = argparse.ArgumentParser(
        description="Write icons, and what a desktop wants to know of the program."
    )
    parser.add_argument("out", type=Path, nargs="?", help="the folder to write share/ into")
    parser.add_argument("--version", default=program.version(), help="instead of the program's own")
    parser.add_argument(
        "--pictures",
        default=os.environ.get("TREATYVIEWER_PICTURES", ""),
        metavar="URL",
        help="where on the web docs/pictures is to be found; else no picture is named",
    )
    parser.add_argument("--ico", type=Path, metavar="FILE")
    parser.add_argument("--icns", type=Path, metavar="FILE")
    given = parser.parse_args()
    if not (given.out or given.ico or given.icns):
        parser.error("name a folder to write into, --ico FILE or --icns FILE")
    if given.ico:
        _write(given.ico, icons.ico())
    if given.icns:
        _write(given.icns, icons.icns())
    if given.out:
        if given.pictures and not given.pictures.startswith("https://"):
            parser.error("--pictures: software centres take addresses with https:// only")
        top = given.out / "share"
        shutil.rmtree(top, ignore_errors=True)
        for name, content in share(given.version, _epoch(), given.pictures).items():
            _write(top / name, content)
    return 0


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    file.chmod(0o644)


def _epoch() -> int:
    told = subprocess.run(["sh", ROOT / "packaging/epoch.sh"], stdout=subprocess.PIPE, check=False)
    if told.returncode:
        # It has said why.
        raise SystemExit(told.returncode)
    return int(told.stdout)


if __name__ == "__main__":
    raise SystemExit(main())
