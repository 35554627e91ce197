"""Compile modules for the Python that ships; run by that very Python, under Wine.

Only the same interpreter surely reads what it has written. The results do not ask for their
sources any more (unchecked hash), and know no folder of the building machine.

usage: python.exe win_compile.py LIST      one line each: module text, target, name in tracebacks
"""

import importlib.util
import marshal
import sys
from pathlib import Path

_HASH_UNCHECKED = 0b01


def compile_module(source: Path, target: Path, name: str) -> None:
    text = source.read_bytes()
    code = compile(text, name, "exec", dont_inherit=True, optimize=0)
    head = importlib.util.MAGIC_NUMBER + _HASH_UNCHECKED.to_bytes(4, "little")
    target.write_bytes(head + importlib.util.source_hash(text) + marshal.dumps(code))


def main() -> int:
    count = 0
    for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        source, target, name = line.split("\t")
        compile_module(Path(source), Path(target), name)
        count += 1
    print(f"compiled {count} modules with Python {sys.version.split()[0]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
