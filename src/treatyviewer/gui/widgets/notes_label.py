"""Short lines of words with links in them, reached by the keyboard too."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6 import QtGui
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel

from treatyviewer.gui import typography
from treatyviewer.gui.theme import Theme
from treatyviewer.tuples import NamedTuple


class Words(NamedTuple):
    """Words of a line: plain, `strong`, or a link, whose `target` comes back when it is taken."""

    text: str
    target: str = ""
    strong: bool = False


Line = tuple[Words, ...]

_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class NotesLabel(QLabel):
    """Shows lines. What stands in them is shown as it is, whatever signs it has."""

    link_requested = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: tuple[Line, ...] = ()
        self.setWordWrap(True)
        self.setFont(typography.sans(self.font(), typography.SMALL))
        self.setTextFormat(Qt.TextFormat.RichText)
        # From the first: Qt gives no place in the tab order to what takes no keys.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.linkActivated.connect(self.link_requested)
        self._colour()
        theme.changed.connect(self._colour)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines, none of them where there are none."""
        self._lines = tuple(lines)
        links = any(words.target for line in lines for words in line)
        flag = Qt.TextInteractionFlag
        self.setTextInteractionFlags(
            flag.LinksAccessibleByMouse | flag.LinksAccessibleByKeyboard
            if links
            else flag.NoTextInteraction
        )
        # Words alone are no stop of the Tab key.
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if links else policy.NoFocus)
        self._set_text()

    @property
    def said(self) -> str:
        """The words alone, a line each."""
        return "\n".join("".join(words.text for words in line) for line in self._lines)

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        """With the Tab key, to its first link at once, or to the last by going back."""
        super().focusInEvent(event)
        if event.reason() in _BY_TAB:
            self.focusNextPrevChild(event.reason() == Qt.FocusReason.TabFocusReason)

    def _set_text(self) -> None:
        palette = self._theme.palette
        said: list[str] = []
        for line in self._lines:
            parts: list[str] = []
            for words in line:
                text = escape(words.text)
                if words.target:
                    style = f"color:{palette.link}; text-decoration:underline"
                    text = f'<a href="{escape(words.target)}" style="{style}">{text}</a>'
                elif words.strong:
                    text = f'<span style="color:{palette.ink}; font-weight:600">{text}</span>'
                parts.append(text)
            said.append(f'<p style="margin:0 0 3px 0">{"".join(parts)}</p>')
        self.setText("".join(said))
        # For screen readers: the label's own text has tags in it.
        self.setAccessibleName(self.said)

    @Slot()
    def _colour(self) -> None:
        palette = self.palette()
        palette.setColor(palette.ColorRole.WindowText, self._theme.color("muted"))
        self.setPalette(palette)
        self._set_text()
