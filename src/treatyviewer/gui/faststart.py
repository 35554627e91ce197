"""Import PySide6 in about two thirds of the time.

Its support code (129 kB of Python) lies in the library as source, and is compiled in every
process that imports PySide6: about 27 ms. Here the compiled code is kept in the user's cache
folder, as Python keeps its own, and looked up while the import runs; an installed program has
brought it along. The part that only generates type stubs is left out, with the argument parser
and the logging that it brings.
Afterwards the `__import__` that serves `from __feature__` is taken out again: we have no use
for it, and it makes every later import slower.

Nothing in the installation is changed. If PySide6 comes to be built otherwise, nothing here
matches and the import is as slow as it was. docs/decisions/0005-fast-start.md has the figures.
"""

from __future__ import annotations

import builtins
import contextlib
import marshal
import os
import sys
import zlib
from pathlib import Path
from types import CodeType
from typing import Any

from treatyviewer.paths import cache_folder, ready_made

_SUPPORT = ("shibokensupport/", "signature_bootstrap.py")
_STUB_GENERATOR = "shibokensupport/signature/lib/pyi_generator.py"


def import_pyside() -> None:
    """Import QtCore, QtGui and QtWidgets, quickly. Without effect where they are there."""
    if "PySide6" in sys.modules:
        return
    compiler = _CachedCompiler(builtins.compile)
    builtins.compile = compiler
    try:
        import PySide6.QtCore
        import PySide6.QtGui
        import PySide6.QtWidgets  # noqa: F401  to have them loaded
    finally:
        builtins.compile = compiler.original
    # What PySide found in the place when it put its own there.
    original_import = getattr(builtins, "__orig_import__", None)
    if original_import is not None:
        builtins.__import__ = original_import
    compiler.keep()


class _CachedCompiler:
    """Stands in for `compile`, and answers for PySide's support code from a file."""

    def __init__(self, original: Any) -> None:
        self.original = original
        name = f"pyside-{sys.implementation.cache_tag}.bin"
        self._file = cache_folder() / name
        ready = ready_made(name)
        self._codes = (_load(ready) if ready else {}) or _load(self._file)
        self._changed = False

    def __call__(self, source: Any, filename: Any, mode: str, *args: Any, **named: Any) -> Any:
        if not (mode == "exec" and str(filename).startswith(_SUPPORT)):
            return self.original(source, filename, mode, *args, **named)
        if filename == _STUB_GENERATOR:
            source = ""
        text = source.encode() if isinstance(source, str) else bytes(source)
        key = (str(filename), zlib.crc32(text), len(text))
        code = self._codes.get(key)
        if not isinstance(code, CodeType):
            code = self.original(source, filename, mode, *args, **named)
            self._codes[key] = code
            self._changed = True
        return code

    def keep(self) -> None:
        """Write the file, if there is anything new. Where it cannot be written, the next start
        is as slow as this one.
        """
        if not self._changed:
            return
        data = marshal.dumps((sys.version, self._codes))
        draft = self._file.with_name(f"{self._file.name}.{os.getpid()}.draft")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(zlib.crc32(data).to_bytes(4, "big") + data)
            draft.replace(self._file)
        except OSError:
            # What there is of it on a full disk is in the way there.
            with contextlib.suppress(OSError):
                draft.unlink()


def _load(file: Path) -> dict[Any, Any]:
    try:
        data = file.read_bytes()
    except OSError:
        return {}
    # The sum first: marshal is not made for damaged data.
    if len(data) < 4 or zlib.crc32(data[4:]).to_bytes(4, "big") != data[:4]:
        return {}
    version, codes = marshal.loads(data[4:])
    return codes if version == sys.version and isinstance(codes, dict) else {}
