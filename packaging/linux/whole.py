"""Is everything in the folder that the program may import? Run it by the Python that was packed:

    python -I -S packaging/linux/whole.py FOLDER/lib

Imports all modules of the program out of the folder, and looks in their code for what they import
only when it is needed. Nothing outside of the folder can be found meanwhile.
"""

from __future__ import annotations

import dis
import marshal
import sys
from collections.abc import Iterator
from pathlib import Path
from types import CodeType

PACKAGE = "treatyviewer"
# Imported on other systems only.
ELSEWHERE = {"ctypes", "msvcrt"}


def imported_later(code: CodeType) -> Iterator[str]:
    """Names of modules that a piece of code, or a piece within it, imports."""
    for instruction in dis.get_instructions(code):
        if instruction.opname == "IMPORT_NAME" and instruction.argval:
            yield str(instruction.argval)
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from imported_later(constant)


def wanted(folder: Path) -> list[str]:
    """All modules of the program, and what they import."""
    found = set()
    for file in (folder / PACKAGE).rglob("*.pyc"):
        name = file.relative_to(folder).with_suffix("").as_posix().replace("/", ".")
        found.add(name.removesuffix(".__init__"))
        found.update(imported_later(marshal.loads(file.read_bytes()[16:])))
    return sorted(found - ELSEWHERE - {f"{PACKAGE}.__main__"})


def import_from(folder: str, names: list[str]) -> None:
    """Import all from the folder alone; tell what is missing, or what came from elsewhere."""
    sys.path[:] = [folder, f"{folder}/rest.zip"]
    # What this script itself has imported from elsewhere is to be found anew.
    for name, module in list(sys.modules.items()):
        if getattr(module, "__file__", None) and name != "__main__":
            del sys.modules[name]
    missing = []
    for name in names:
        try:
            __import__(name)
        except ImportError as error:
            missing.append(f"{name}: {error}")
    outside = [
        name
        for name, module in list(sys.modules.items())
        if (file := getattr(module, "__file__", None))
        and name != "__main__"
        # (What lies in PySide6's library has a name that is no path.)
        and file.startswith("/")
        and not file.startswith(folder)
        # These are in Python itself, also in the starter.
        and getattr(module.__spec__, "origin", "") != "frozen"
    ]
    for line in missing:
        print(line)
    if missing or outside:
        raise SystemExit(f"Not whole: {len(missing)} missing; from elsewhere: {outside[:5]}")
    print(f"All of the {len(names)} modules that the program may import are there.")


if __name__ == "__main__":
    LIB = Path(sys.argv[1]).resolve()
    import_from(str(LIB), wanted(LIB))
