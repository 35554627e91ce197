"""Import every module of the program from an installed folder; run by Python for Windows.

usage: python.exe -I -S imports.py APP
"""

import importlib
import os
import sys
from pathlib import Path

app = Path(sys.argv[1])
sys.path[:] = [str(app / "runtime" / "python313.zip"), str(app / "runtime"), str(app / "lib")]
# Without the launcher, which loads these before anything else.
handle = os.add_dll_directory(str(app / "runtime"))

names = []
for path in sorted((app / "lib" / "treatyviewer").rglob("*.pyc")):
    inside = path.relative_to(app / "lib").with_suffix("")
    parts = inside.parent.parts if inside.name == "__init__" else inside.parts
    if parts[-1] != "__main__":
        names.append(".".join(parts))
# What packages import only when something of theirs is used.
names += ["rapidfuzz.distance.OSA", "rapidfuzz.fuzz", "rapidfuzz.process", "apsw.fts5", "apsw.ext"]
names += ["jsonschema.validators", "edtf.parser.grammar", "Stemmer", "snowballstemmer", "uuid"]
names += ["PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "PySide6.QtSvg", "zoneinfo"]

lost = []
for name in names:
    try:
        importlib.import_module(name)
    except ImportError as error:
        lost.append(f"{name}: {error}")
print("\n".join(lost) or f"{len(names)} modules can be imported")
sys.exit(bool(lost))
