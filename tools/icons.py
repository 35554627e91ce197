"""Collect the icons of `resources/icons` into one file, `icons.json`.

The window draws some icons in its first picture, and reading one file is a millisecond quicker
than reading each. Run it after a change to an icon; a test fails where it was forgotten:

    python tools/icons.py
"""

from __future__ import annotations

import json
import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "icons"
TABLE = FOLDER / "icons.json"
_SHAPE = re.compile(r"<(?:path|circle|rect)\s[^>]*/>")


def collected() -> str:
    """The text of the table: the shapes of each icon under its name."""
    shapes = {
        file.stem: "".join(_SHAPE.findall(file.read_text(encoding="utf-8")))
        for file in sorted(FOLDER.glob("*.svg"))
    }
    return json.dumps(shapes, indent=0) + "\n"


if __name__ == "__main__":
    TABLE.write_text(collected(), encoding="utf-8")
