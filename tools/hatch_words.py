"""For the build of a wheel: the interface's texts are compiled first.

Where lrelease is not to be had the build fails, and says so: a wheel without the compiled files
would be English only, and nobody would see it.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WordsHook(BuildHookInterface[Any]):
    """Makes resources/i18n/*.qm, which git does not keep."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Run by hatchling before it looks at the files."""
        tool = Path(self.root, "tools", "words.py")
        ran = subprocess.run(
            [sys.executable, str(tool), "compile"], capture_output=True, text=True, check=False
        )
        if ran.returncode:
            raise RuntimeError(f"The interface's texts cannot be compiled. {ran.stderr}")
