"""What lives as long as the program, in one object that is passed down."""

from __future__ import annotations

from treatyviewer.gui.services.executor import Executor
from treatyviewer.gui.services.settings import Settings
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.typography import Fonts
from treatyviewer.tuples import NamedTuple


class Context(NamedTuple):
    """`language` is the one in which titles and texts are wanted."""

    theme: Theme
    fonts: Fonts
    executor: Executor
    language: str
    settings: Settings
