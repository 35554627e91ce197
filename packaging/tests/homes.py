"""Homes that are not like others: a name in Han with spaces, one that cannot be written, none."""

from __future__ import annotations

import json
import shlex

from report import Report, must
from roots import HAN, VIEWER, Person, Root
from screens import Screen, shown
from using import QUERY, entries, read_and_search

_READ_ONLY = Person("viewer", VIEWER.number, "/srv/read only")
_NOWHERE = Person("viewer", VIEWER.number, "/nonexistent")


def try_homes(report: Report, root: Root, screen: Screen, program: str) -> None:
    """The program in each of them."""
    with report.test("a home whose name has spaces and Han characters"):
        read_and_search(report, root, screen, HAN, program, "han-home")
        kept = root.path(f"{HAN.home}/.local/state/treatyviewer/session.json")
        must(json.loads(kept.read_text())["windows"], "where the reader was is not kept")
    with report.test("the same without a UTF-8 locale, and a .treaty file in it"):
        file = shlex.quote(f"{HAN.home}/条约 1.treaty")
        plain = {"LANG": "C", "LC_ALL": "POSIX"}
        root.must(f"{program} pack {entries(root)} -o {file}", HAN, **plain)
        root.must(f"{program} search {QUERY} --library {file}", HAN, **plain)
        with shown(root, screen, HAN, [*shlex.split(program), f"{HAN.home}/条约 1.treaty"]) as it:
            it.quit()
    with report.test("a home on a read-only file system"):
        _try_unwritable(root, screen, program)
    with report.test("no home at all"):
        root.must(f"{program} search {QUERY}", _NOWHERE)
        with shown(root, screen, _NOWHERE, shlex.split(program)) as running:
            running.quit()
    with report.test("no display: one message that says what can be done"):
        done = root.run(program, VIEWER)
        must(done.returncode == 2, f"it ended with {done.returncode}")
        must("display" in done.stderr and "Traceback" not in done.stderr, done.stderr)


def _try_unwritable(root: Root, screen: Screen, program: str) -> None:
    home = shlex.quote(_READ_ONLY.home)
    root.must(f"mkdir -p {home} && mount -t tmpfs -o ro none {home}")
    try:
        found = root.run(f"{program} search {QUERY}", _READ_ONLY)
        must(found.returncode == 0, f"search ended with {found.returncode}")
        must("Traceback" not in found.stderr, "search showed a traceback")
        with shown(root, screen, _READ_ONLY, shlex.split(program)) as running:
            # Something is set that cannot be kept: it is told in the window.
            screen.keys(running.window, "F9", "F9")
            screen.picture("read-only-home")
            running.quit()
        must(not root.must(f"find {home} -mindepth 1").strip(), "something was written there")
    finally:
        root.must(f"umount {home} && rmdir {home}")
