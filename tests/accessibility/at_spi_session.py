"""A reader's session as a screen reader sees it, told as JSON.

Runs under the system's Python, which has the bindings to AT-SPI, inside a D-Bus session of its
own: `dbus-run-session -- /usr/bin/python3 at_spi_session.py OUT PROGRAM [ARGUMENT ...]`. It starts
the program, presses keys on the X display, and after each step writes down the whole tree of what
is exposed. Nothing is waited for by the clock: each step ends when the tree shows what it led to.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402 (the version has to be asked for first)

_PATIENCE = 15.0
_TAB, _ENTER, _ESCAPE, _LEFT, _RIGHT, _F6 = 0xFF09, 0xFF0D, 0xFF1B, 0xFF51, 0xFF53, 0xFFC3
# Key codes, which are the same on every X server for personal computers.
_CONTROL, _ALT = 37, 64
# A role that has another name in newer releases.
_ROLES = {"push-button": "button"}
_INTERFACES = {"Action", "EditableText", "Text"}


def own_bus() -> None:
    """The accessibility bus of this session, for ourselves and for the program: an X display may
    still name that of another session, which has ended.
    """
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    answer = session.call_sync(
        "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None,
        GLib.VariantType("(s)"), Gio.DBusCallFlags.NONE, 10_000,
    )  # fmt: skip
    (os.environ["AT_SPI_BUS_ADDRESS"],) = answer.unpack()


def below(node: Any) -> Iterator[Any]:
    """What is directly below; some of it may be gone while it is asked for."""
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None:
            yield child


def role_of(node: Any) -> str:
    nick = str(node.get_role().value_nick)
    return _ROLES.get(nick, nick)


def states_of(node: Any) -> list[str]:
    return [state.value_nick for state in node.get_state_set().get_states()]


def text_of(node: Any) -> str:
    return str(Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node)))


def interfaces_of(node: Any) -> set[str]:
    return _INTERFACES.intersection(Atspi.Accessible.get_interfaces(node))


def described(node: Any) -> dict[str, Any]:
    """All that is exposed of a node and of those below it."""
    told: dict[str, Any] = {
        "role": role_of(node),
        "name": node.get_name() or "",
        "description": node.get_description() or "",
        "states": states_of(node),
    }
    interfaces = interfaces_of(node)
    if "Text" in interfaces:
        told["text"] = text_of(node)
        told["caret"] = Atspi.Text.get_caret_offset(node)
    if "Action" in interfaces:
        count = Atspi.Action.get_n_actions(node)
        told["actions"] = [Atspi.Action.get_action_name(node, at) for at in range(count)]
    told["interfaces"] = sorted(interfaces)
    told["children"] = [described(child) for child in below(node)]
    return told


class Session:
    """The program, and what was seen of it."""

    def __init__(self) -> None:
        self.steps: dict[str, dict[str, Any]] = {}
        self.app: Any = None

    def wait(self, what: str, there: Callable[[], Any]) -> Any:
        """What `there` answers as soon as it answers something."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            try:
                found = there()
            except GLib.Error:
                # Asked of something that was just taken away.
                found = None
            if found:
                return found
            time.sleep(0.02)
        raise TimeoutError(what)

    def find_app(self) -> Any:
        for app in below(Atspi.get_desktop(0)):
            if app.get_name() == "treatyviewer" and app.get_child_count():
                return app
        return None

    def all(self, role: str, *, shown: bool = True) -> list[Any]:
        """What has a role, in view only if it is to be."""
        found: list[Any] = []
        left = list(below(self.app))
        while left:
            node = left.pop(0)
            if not shown or "showing" in states_of(node):
                if role_of(node) == role:
                    found.append(node)
                left.extend(below(node))
        return found

    def named(self, role: str, name: str) -> Any:
        """What has a role and a name that begins so, in view."""
        return next((n for n in self.all(role) if (n.get_name() or "").startswith(name)), None)

    def title(self) -> str:
        return str(next(below(self.app)).get_name())

    def texts(self) -> list[Any]:
        """Pages of text in view: the article, and the evidence beside it."""
        found = self.all("label") + self.all("document-text")
        return [node for node in found if "multi-line" in states_of(node)]

    def article(self) -> Any:
        """The text being read."""
        return next((node for node in self.texts() if node.get_name() != "Evidence"), None)

    def evidence(self) -> Any:
        """The evidence beside it."""
        return next((node for node in self.texts() if node.get_name() == "Evidence"), None)

    def keeps(self, step: str) -> None:
        self.steps[step] = described(self.app)

    # --- hands --------------------------------------------------------------------------------

    def presses(self, sym: int, *held: int) -> None:
        for code in held:
            Atspi.generate_keyboard_event(code, None, Atspi.KeySynthType.PRESS)
        Atspi.generate_keyboard_event(sym, None, Atspi.KeySynthType.SYM)
        for code in reversed(held):
            Atspi.generate_keyboard_event(code, None, Atspi.KeySynthType.RELEASE)

    def types(self, text: str) -> None:
        for letter in text:
            self.presses(ord(letter))

    def clicks(self, node: Any) -> None:
        """Near its upper edge, in the middle."""
        place = Atspi.Component.get_extents(node, Atspi.CoordType.SCREEN)
        Atspi.generate_mouse_event(place.x + place.width // 2, place.y + 6, "b1c")

    def does(self, node: Any, action: str) -> None:
        count = Atspi.Action.get_n_actions(node)
        names = [Atspi.Action.get_action_name(node, at) for at in range(count)]
        Atspi.Action.do_action(node, names.index(action))


def read(session: Session) -> None:
    """The whole session."""
    session.app = session.wait("the program is there", session.find_app)
    session.wait(
        "the first page is there",
        lambda: (a := session.article()) and "is an important agreement" in text_of(a),
    )
    # Without a window manager a window gets the keys when it is clicked.
    article = session.article()
    session.clicks(article)
    session.wait("the article has the keys", lambda: "focused" in states_of(article))
    session.keeps("start")

    session.presses(ord("k"), _CONTROL)
    field = session.wait("the search field", lambda: session.named("text", "Search"))
    session.wait("the field has the keys", lambda: "focused" in states_of(field))
    session.types("loans")
    session.wait("the results", lambda: session.named("list-item", "5 Economic Aid"))
    session.keeps("results")
    session.presses(_ENTER)
    session.wait("the hit is gone to", lambda: session.title().startswith("Economic Aid"))
    session.wait("the article has the keys", lambda: "focused" in states_of(session.article()))
    session.keeps("hit")

    # The first claim after the hit; Enter opens its evidence.
    caret = Atspi.Text.get_caret_offset(session.article())
    session.presses(_TAB)
    session.wait("the next link", lambda: Atspi.Text.get_caret_offset(session.article()) != caret)
    session.presses(_ENTER)
    session.wait("the evidence", session.evidence)
    session.keeps("evidence")
    session.presses(_ESCAPE)
    session.wait("the evidence is closed", lambda: not session.evidence())
    session.presses(_LEFT, _ALT)
    session.wait("back", lambda: session.title().startswith("At a glance"))
    session.keeps("back")

    # From part to part, to the timeline; an arrow leads to the next event.
    session.presses(_F6)
    timeline = session.wait("the timeline", lambda: session.named("list", "Timeline"))
    session.wait("it has the keys", lambda: "focused" in states_of(timeline))
    session.presses(_RIGHT)
    session.wait(
        "an event has them",
        lambda: any("focused" in states_of(event) for event in below(timeline)),
    )
    session.keeps("timeline")
    events = list(below(timeline))
    signed = next(e for e in events if e.get_name().startswith("14 February 1950"))
    session.does(signed, "Press")
    session.wait("the event's page", lambda: not session.title().startswith("At a glance"))
    session.keeps("event")

    # What a screen reader can do without keys: press a tab, put text into the field.
    Atspi.EditableText.set_text_contents(field, "Manzhouli")
    session.wait("other results", lambda: session.named("list-item", "Manzhouli"))
    session.does(session.named("radio-button", "Contents"), "Toggle")
    session.wait("the contents", lambda: session.named("table-cell", "6 End and Impact"))
    session.keeps("contents")


def main(out: Path, program: list[str]) -> int:
    own_bus()
    Atspi.init()
    session = Session()
    running = subprocess.Popen(program)
    problem = ""
    try:
        read(session)
    except (TimeoutError, GLib.Error) as error:
        problem = f"not seen within {_PATIENCE:.0f} s: {error}"
        if running.poll() is not None:
            problem = f"the program ended with {running.returncode}"
        elif session.app is not None:
            session.keeps("failed")
    finally:
        running.terminate()
        running.wait(timeout=10)
    out.write_text(json.dumps({"problem": problem, "steps": session.steps}), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
