"""The words of the window in the reader's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def translate(context: str, text: str) -> str:
    """A text of the program's, for those who have no `tr` of their own.

    Both are written out where this is called: the tool that collects texts for translators reads
    the source, and finds calls of this name.
    """
    return QCoreApplication.translate(context, text)
