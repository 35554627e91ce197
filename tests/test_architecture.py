"""The house stands as drawn: what import-linter cannot see."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import treatyviewer

SOURCE = Path(treatyviewer.__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))
GUI = SOURCE / "gui"

_CORE_WITHOUT_QT = """
import sys
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(name + " was asked for")
sys.meta_path.insert(0, Refuse())
from treatyviewer.cli.main import main
assert main(["outline", "--format", "json"]) == 0
assert main(["show", "sino-soviet-treaty-1950/overview"]) == 0
assert main(["search", "loans"]) == 0
assert main(["search", "договор", "--format", "json"]) == 0
assert not [name for name in sys.modules if name.startswith("treatyviewer.gui")]
"""


def test_the_core_works_where_qt_cannot_be_imported() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _CORE_WITHOUT_QT], capture_output=True, text=True, timeout=60
    )
    assert ran.returncode == 0, ran.stderr
    assert "Economic Aid" in ran.stdout


def connected_closures(tree: ast.AST) -> list[int]:
    """The lines where `connect` is given a lambda or a partial that holds `self`."""
    lines: list[int] = []
    for node in ast.walk(tree):
        if not (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "connect"
        ):
            continue
        for argument in node.args:
            closure = isinstance(argument, ast.Lambda) or (
                isinstance(argument, ast.Call)
                and ast.unparse(argument.func) in ("partial", "functools.partial")
            )
            holds = any(
                isinstance(part, ast.Name) and part.id == "self" for part in ast.walk(argument)
            )
            if closure and holds:
                lines.append(node.lineno)
    return lines


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(SOURCE)))
def test_no_lambda_or_partial_that_holds_self_is_connected(file: Path) -> None:
    assert connected_closures(ast.parse(file.read_text(encoding="utf-8"))) == []


def test_the_search_for_closures_finds_them() -> None:
    bad = "a.connect(lambda: self.x())\nb.connect(partial(self.x, 1))\nc.connect(self.x)"
    assert connected_closures(ast.parse(bad)) == [1, 2]


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(SOURCE)))
def test_modules_are_small(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize(
    "file", sorted(GUI.rglob("*.py")), ids=lambda file: str(file.relative_to(SOURCE))
)
def test_the_window_neither_sleeps_nor_spins_the_event_loop(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            assert node.func.attr not in ("processEvents", "sleep")
            if node.func.attr in ("exec", "exec_"):
                # And a message that is shown instead of it.
                assert file.name in ("app.py", "box.py"), "only the application runs an event loop"
