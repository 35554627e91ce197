"""The Python modules of the Windows folder: which are compiled, and where they go afterwards.

Only compiled modules are shipped. Those of the standard library lie in one zip without
compression, which is quicker to open than three hundred files and packs better in the installer;
the others lie in `lib`, where Qt for Python and the program look for files beside themselves.

usage: win_modules.py list|pack|check WORK      (WORK has app/ and stdlib/)
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path, PurePosixPath

import win_site
import win_zip


def _sources(work: Path) -> list[tuple[Path, str]]:
    """The modules, each with the name that tracebacks show."""
    trees = ((work / "stdlib", "Lib"), (work / "app" / "lib", "lib"))
    return [
        (path, str(PurePosixPath(top) / path.relative_to(tree).as_posix()))
        for tree, top in trees
        for path in sorted(tree.rglob("*.py"))
    ]


def _in_wine(path: Path) -> str:
    return "Z:" + str(path.resolve()).replace("/", "\\")


def listing(work: Path) -> str:
    """What win_compile.py reads."""
    lines = [
        f"{_in_wine(path)}\t{_in_wine(path.with_suffix('.pyc'))}\t{name}\n"
        for path, name in _sources(work)
    ]
    return "".join(lines)


def pack(work: Path) -> None:
    """Take away the texts, and put the standard library into its zip."""
    for path, name in _sources(work):
        if not path.with_suffix(".pyc").is_file():
            raise SystemExit(f"{name} was not compiled.")
        path.unlink()
    target = work / "app" / "runtime" / "python313.zip"
    win_zip.write(work / "stdlib", target, "", zipfile.ZIP_STORED)


def check(work: Path) -> None:
    """Raise unless every library finds what it imports, here or in Windows itself."""
    lost = win_site.undeclared(work / "app")
    if lost:
        raise SystemExit("Libraries are missing:\n" + "\n".join(lost))


def main() -> int:
    command, work = sys.argv[1], Path(sys.argv[2])
    if command == "list":
        sys.stdout.write(listing(work))
    elif command == "pack":
        pack(work)
    elif command == "check":
        check(work)
    else:
        print("usage: win_modules.py list|pack|check WORK", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
