"""Make the small Han font that comes with the program, out of Noto Serif CJK.

It holds just the Han signs of the shipped entry (and the marks between them), so that the first
page opens without the 25 MB of a whole Han font, and looks the same on a system that has none:

    python -m pip install fonttools
    python tools/han_font.py /usr/share/fonts/opentype/noto

To be run again when the entry comes to use other signs; tests/gui/test_fonts.py tells when.
Noto Serif CJK is under the SIL Open Font License 1.1 (resources/fonts/OFL.txt); the family gets
a name of its own, as it is not the whole font.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "resources" / "fonts"
FAMILY = "Treaty Han Serif"
# The third face of Noto's collections has the forms used in mainland China.
SIMPLIFIED = 2


def signs() -> str:
    """All signs of the shipped entry from the CJK blocks on, each once."""
    found: set[str] = set()
    for file in sorted((ROOT / "resources" / "entries").rglob("*")):
        if file.suffix in (".toml", ".md", ".json"):
            found |= {char for char in file.read_text(encoding="utf-8") if char >= "\u2e80"}
    return "".join(sorted(found))


def make(source: Path, target: Path, text: str) -> None:
    """Write the subset of one face."""
    font = TTFont(source, fontNumber=SIMPLIFIED)
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    maker = subset.Subsetter(options)
    maker.populate(text=text)
    maker.subset(font)
    style = target.stem.rpartition("-")[2]
    for record in font["name"].names:
        if record.nameID == 1:
            record.string = FAMILY
        elif record.nameID == 4:
            record.string = f"{FAMILY} {style}"
        elif record.nameID == 6:
            record.string = f"{FAMILY.replace(' ', '')}-{style}"
    # Made anew from the same source, the file is the same to the byte.
    font.recalcTimestamp = False
    font.save(target)


def main() -> None:
    """Make both faces and the list of what they hold."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    text = signs()
    for style in ("Regular", "Bold"):
        make(
            Path(sys.argv[1]) / f"NotoSerifCJK-{style}.ttc",
            FONTS / f"TreatyHanSerif-{style}.otf",
            text,
        )
    (FONTS / "TreatyHanSerif.txt").write_text(text + "\n", encoding="utf-8")
    print(f"{len(text)} signs")


if __name__ == "__main__":
    main()
