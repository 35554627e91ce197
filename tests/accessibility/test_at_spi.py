"""What a screen reader is told, in the real tree: AT-SPI, a D-Bus session, an X display."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

pytestmark = [pytest.mark.xvfb, pytest.mark.slow]

# With this set (CI), a machine without what AT-SPI needs fails instead of being passed over.
_REQUIRED = bool(os.environ.get("TREATYVIEWER_REQUIRE_ATSPI"))
# The bindings are packages of the system's Python, not of ours.
_PYTHON = "/usr/bin/python3"
_BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
_SCRIPT = Path(__file__).with_name("at_spi_session.py")
_LEAD = "is an important agreement"


class Node(NamedTuple):
    """What is exposed of one thing in the window."""

    told: dict[str, Any]

    @property
    def name(self) -> str:
        return str(self.told["name"])

    @property
    def states(self) -> set[str]:
        return set(self.told["states"])

    @property
    def shown(self) -> bool:
        return "showing" in self.states

    def walk(self) -> Iterator[Node]:
        """This and all below it."""
        yield self
        for child in self.told["children"]:
            yield from Node(child).walk()

    def all(self, role: str) -> list[Node]:
        """Those of a role that are in view."""
        return [node for node in self.walk() if node.told["role"] == role and node.shown]

    def one(self, role: str, name: str) -> Node:
        """The one in view with a role and a name."""
        found = [node for node in self.all(role) if node.name == name]
        assert len(found) == 1, (role, name, [node.name for node in self.all(role)])
        return found[0]

    @property
    def texts(self) -> dict[str, Node]:
        """Pages of text in view, by name."""
        found = [node for node in self.walk() if "multi-line" in node.states and node.shown]
        return {node.name: node for node in found}

    @property
    def keys(self) -> list[Node]:
        """What in view has the keys, without the rows of lists, which keep their own, and
        without the inner parts of a control, which pass them on.
        """
        rows = ("table-cell", "list-item")
        return [
            node
            for node in self.walk()
            if {"focused", "focusable"} <= node.states
            if node.shown and node.told["role"] not in rows
        ]


@cache
def problem() -> str:
    """Why there is no tree to walk here, or ""."""
    if shutil.which("dbus-run-session") is None:
        return "dbus-run-session is not installed"
    if not any(Path(folder, "at-spi-bus-launcher").exists() for folder in (
        "/usr/libexec", "/usr/lib/at-spi2-core", "/usr/lib/at-spi2",
    )):  # fmt: skip
        return "at-spi2-core is not installed"
    if not Path(_PYTHON).exists():
        return "the system has no Python"
    tried = subprocess.run([_PYTHON, "-c", _BINDINGS], capture_output=True, text=True)
    return "" if tried.returncode == 0 else f"no bindings to AT-SPI: {tried.stderr.strip()}"


@pytest.fixture(scope="module")
def session(
    tmp_path_factory: pytest.TempPathFactory, library_files: tuple[Path, ...]
) -> dict[str, Node]:
    """The tree after each step of one reading session."""
    if problem():
        (pytest.fail if _REQUIRED else pytest.skip)(problem())
    folder = tmp_path_factory.mktemp("at-spi")
    environment = os.environ | {
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        # The cache of `library_files` has the entry compiled.
        "XDG_CACHE_HOME": str(library_files[0].parents[2]),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_STATE_HOME": str(folder / "state"),
        "XDG_DATA_HOME": str(folder / "data"),
        # Settings of the desktop are not asked for, and none are written.
        "GSETTINGS_BACKEND": "memory",
    }
    for name in ("AT_SPI_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS", "NO_AT_BRIDGE"):
        environment.pop(name, None)
    out = folder / "session.json"
    program = [sys.executable, "-m", "treatyviewer"]
    ran = subprocess.run(
        ["dbus-run-session", "--", _PYTHON, str(_SCRIPT), str(out), *program],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    if ran.returncode != 0:
        pytest.fail(ran.stderr)
    told = json.loads(out.read_text(encoding="utf-8"))
    if told["problem"]:
        pytest.fail(f"{told['problem']}\n{outline(told['steps'].get('failed'))}")
    return {name: Node(tree) for name, tree in told["steps"].items()}


def outline(tree: dict[str, Any] | None) -> str:
    """What was in view when a session failed, a line each."""
    nodes = Node(tree).walk() if tree else ()
    return "\n".join(f"{n.told['role']} {n.name!r} {sorted(n.states)}" for n in nodes if n.shown)


def test_the_window_is_named_after_its_page(session: dict[str, Node]) -> None:
    assert session["start"].one("frame", "At a glance – Treaty Viewer")
    assert session["hit"].one("frame", "Economic Aid – Treaty Viewer")


def test_the_article_can_be_read_and_says_which_it_is(session: dict[str, Node]) -> None:
    article = session["start"].texts["At a glance"]
    assert _LEAD in article.told["text"]
    assert {"read-only", "focused"} <= article.states
    assert "technology transfer, loans" in session["hit"].texts["Economic Aid"].told["text"]


def test_the_contents_are_a_tree_of_named_lines(session: dict[str, Node]) -> None:
    tree = session["start"].one("tree", "Contents")
    names = [node.name for node in tree.all("table-cell")]
    assert any(name.startswith("6 End and Impact") for name in names)
    assert "At a glance" in names
    assert "selected" in tree.one("table-cell", "At a glance").states
    assert "expanded" in tree.one("table-cell", "The entry").states


def test_the_search_field_has_a_name_and_says_what_it_is_for(session: dict[str, Node]) -> None:
    field = session["start"].one("text", "Search")
    assert field.told["description"] == "Search this entry, in any language"
    assert "EditableText" in field.told["interfaces"]
    assert [node.name for node in session["results"].keys] == ["Search"]


def test_results_have_the_names_of_what_was_found_and_its_kind(session: dict[str, Node]) -> None:
    found = session["results"].one("list", "Results")
    hit = found.one("list-item", "5 Economic Aid")
    assert "economic assistance" in hit.told["description"]
    assert hit.told["description"].startswith("Sections: ")
    assert "selected" in hit.states
    chips = session["results"].all("check-box")
    assert chips[0].name.startswith("All ")
    assert "checked" in chips[0].states


def test_the_keys_and_the_caret_follow_a_jump(session: dict[str, Node]) -> None:
    assert [node.name for node in session["hit"].keys] == ["Economic Aid"]
    page = session["hit"].texts["Economic Aid"].told
    # At the best place in the text, not at the title.
    assert page["text"][page["caret"] :].startswith("loans")


def test_evidence_is_opened_by_the_keyboard_and_read(session: dict[str, Node]) -> None:
    evidence = session["evidence"].texts["Evidence"]
    assert "The supplied text says" in evidence.told["text"]
    buttons = {node.name for node in session["evidence"].all("button")}
    assert {"Previous claim", "Next claim", "Copy citation", "Close the evidence"} <= buttons


def test_one_comes_back_to_where_one_was(session: dict[str, Node]) -> None:
    assert _LEAD in session["back"].texts["At a glance"].told["text"]
    assert "Evidence" not in session["back"].texts


def test_the_events_of_the_timeline_have_their_dates_as_names(session: dict[str, Node]) -> None:
    (timeline,) = (n for n in session["timeline"].all("list") if n.name.startswith("Timeline"))
    names = [Node(child).name for child in timeline.told["children"]]
    assert len(names) > 40
    assert any("focused" in child["states"] for child in timeline.told["children"])
    assert "14 February 1950: Treaty signed in Moscow" in names
    # Pressed as a screen reader does it.
    assert session["event"].one("frame", "Treaty signed in Moscow – Treaty Viewer")


def test_a_tab_can_be_pressed_without_keys(session: dict[str, Node]) -> None:
    tab = session["contents"].one("radio-button", "Contents")
    assert "checked" in tab.states
    lines = [node.name for node in session["contents"].all("table-cell")]
    assert any(line.startswith("6 End and Impact") for line in lines)


def test_nothing_that_takes_the_keys_is_without_a_name(session: dict[str, Node]) -> None:
    nameless = {
        (step, node.told["role"])
        for step, tree in session.items()
        for node in tree.walk()
        if "focusable" in node.states and node.shown and not node.name
    }
    assert nameless == set()
