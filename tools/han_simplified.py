"""Make the table of traditional Han signs and the simplified ones that stand for them.

Search folds the first to the second. The table is OpenCC's (Apache License 2.0), one sign to one:

    python -m pip download --no-deps opencc-python-reimplemented==0.1.7
    unzip opencc_python_reimplemented-*.whl
    python tools/han_simplified.py opencc/dictionary/TSCharacters.txt

A change of the table changes what the analyser answers: see `treatyviewer.index.ANALYSER`.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "han" / "simplified.txt"


def pairs(table: str) -> dict[str, str]:
    """Each traditional sign with its first simplified one, where that is another sign."""
    found: dict[str, str] = {}
    for line in table.splitlines():
        traditional, _, simplified = line.partition("\t")
        first = simplified.split(" ")[0]
        if len(traditional) == len(first) == 1 and traditional != first:
            found[traditional] = first
    # What a sign is folded to must stay as it is, or folding twice would differ from once.
    return {one: found.get(other, other) for one, other in found.items()}


def main() -> int:
    """Write the table: a line of traditional signs, a line of simplified ones."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    found = pairs(Path(sys.argv[1]).read_text(encoding="utf-8"))
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text("".join(found) + "\n" + "".join(found.values()) + "\n", encoding="utf-8")
    print(f"{len(found)} signs")
    return 0


if __name__ == "__main__":
    sys.exit(main())
