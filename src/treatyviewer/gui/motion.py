"""Whether anything may move. Who animates asks here first; nothing does today.

Qt's own menus and tooltips fade where the system has them do so, and the caret of the search
field blinks. Both stop when the reader wants less motion.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from treatyviewer.gui.services.settings import Preferences

_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)


class Motion:
    """Knows what the system wants, so that it can be had again."""

    def __init__(self) -> None:
        self._system = [effect for effect in _EFFECTS if QApplication.isEffectEnabled(effect)]
        self._flash = QGuiApplication.styleHints().cursorFlashTime()

    def apply(self, preferences: Preferences) -> None:
        """Bring a preference into force."""
        reduced = preferences.motion == "reduced"
        for effect in self._system:
            QApplication.setEffectEnabled(effect, not reduced)
        QGuiApplication.styleHints().setCursorFlashTime(0 if reduced else self._flash)


def may_move(preferences: Preferences) -> bool:
    """Whether something may be animated: the reader has nothing against it, nor has the system.

    Qt tells what the system wants of effects in general (where there is no desktop: none). That
    is all it tells; it has no word for reduced motion yet.
    """
    wanted = preferences.motion != "reduced"
    return wanted and QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
