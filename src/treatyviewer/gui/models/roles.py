"""What delegates ask the models for, beyond Qt's own roles."""

from __future__ import annotations

from PySide6.QtCore import Qt

# Each value of the user's range is an int to Qt.
ADDRESS = int(Qt.ItemDataRole.UserRole) + 1
KIND = ADDRESS + 1
NUMBER = ADDRESS + 2
HIT = ADDRESS + 3
MEMBERS = ADDRESS + 4
HEADING = ADDRESS + 5
# How many hits there are at a row of the outline and below it, as text.
HITS = ADDRESS + 6
# The claims of a section and of those below it, by verdict.
VERDICTS = ADDRESS + 7
