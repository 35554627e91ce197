"""The self-extracting archive: unpacked by an ordinary user, it keeps everything beside itself.

usage: try_run.py ARCHIVE.run PACKAGE.deb
"""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path

from report import Report, must, run
from roots import VIEWER, Root
from screens import Screen
from try_rpm import depends_of
from using import read_and_search, use_commands

_FOLDER = f"{VIEWER.home}/书 和 books/Treaty Viewer"


def main(report: Report) -> None:
    """All of it, in one root of Debian 13."""
    archive, debian = Path(sys.argv[1]), Path(sys.argv[2])
    screen = Screen(report)
    try:
        with Root(report, "13") as root:
            with report.test("what it needs, by apt", vital=True):
                root.must("apt-get update -q")
                needs = depends_of(debian).replace("libglib2.0-0 ", "libglib2.0-0t64 ")
                root.must(f"apt-get install -y -q --no-install-recommends {needs}")
            try_archive(report, root, screen, root.share(archive))
    finally:
        screen.close()


def home_of(root: Root) -> set[str]:
    """What is in the home, but for the folder of the program."""
    files = root.must("find . -path './书 和 books' -prune -o -print", VIEWER).splitlines()
    return set(files)


def try_archive(report: Report, root: Root, screen: Screen, archive: str) -> None:
    """Unpacked, used, removed."""
    before = home_of(root)
    everything = root.files()
    folder = shlex.quote(_FOLDER)
    with report.test("the archive is whole, by its own check"):
        root.must(f"sh {archive} --check", VIEWER)
    with report.test("unpacked by an ordinary user, into a folder with spaces and Han", vital=True):
        root.must(f"mkdir -p {shlex.quote(str(Path(_FOLDER).parent))}", VIEWER)
        root.must(f"sh {archive} --target {folder} --nox11 </dev/null", VIEWER)
        report.say(root.must(f"ls -la {folder}", VIEWER))
    program = shlex.quote(_starter(root))
    with report.test("the window, search typed in it, Ctrl+Q"):
        read_and_search(report, root, screen, VIEWER, program, "window")
    use_commands(report, root, VIEWER, program)
    with report.test("its data lie beside it, and the home is as it was"):
        session = [*root.path(_FOLDER).glob("data/**/session.json")]
        must(session, f"no session.json in {_FOLDER}/data")
        must(json.loads(session[0].read_text())["windows"], "where one was is not kept")
        # What the tests of the commands wrote there themselves.
        own = {"./made.treaty", "./again.treaty", "./unpacked"}
        more = {n for n in home_of(root) - before if not n.startswith(tuple(own))}
        must(not more, f"in the home are now: {', '.join(sorted(more)[:5])}")
        must(root.files() == everything, "something was written outside of the home")
    with report.test("moved to another place, it still knows where one was"):
        other = f"{VIEWER.home}/书 和 books/moved"
        root.must(f"mv {folder} {shlex.quote(other)}", VIEWER)
        moved = shlex.quote(_starter(root, other))
        said = root.must(f"{moved} search loans", VIEWER)
        must(said.strip(), "search found nothing")


def _starter(root: Root, folder: str = _FOLDER) -> str:
    """What is to be started in the folder."""
    for name in ("treatyviewer", "TreatyViewer", "bin/treatyviewer"):
        if root.path(f"{folder}/{name}").is_file():
            return f"{folder}/{name}"
    raise AssertionError(f"nothing to start in {folder}")


if __name__ == "__main__":
    must(len(sys.argv) == 3, __doc__ or "")
    run("run", main)
