"""The self-extracting archive: unpacked by an ordinary user, it keeps everything beside itself.

usage: try_run.py ARCHIVE.run
"""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path

from report import Report, must, run
from roots import VIEWER, Root
from screens import Screen, shown
from using import read_and_search, use_commands

_FOLDER = f"{VIEWER.home}/书 和 books/Treaty Viewer"


def main(report: Report) -> None:
    """All of it, in one root of Debian 13."""
    archive = Path(sys.argv[1])
    screen = Screen(report)
    try:
        with Root(report, "13") as root:
            given = root.share(archive)
            with report.test("where xz is missing, that is told"):
                done = root.run(f"sh {given} --target /tmp/bare </dev/null", VIEWER)
                must(done.returncode, "it was unpacked without xz")
                must("xz: not found" in done.stdout + done.stderr, "it does not name xz")
                root.must("apt-get update -q")
                root.must("apt-get install -y -q --no-install-recommends xz-utils")
            with report.test("on a bare system it says what is missing, as a line for apt"):
                said = root.must(f"sh {given} --target /tmp/bare </dev/null", VIEWER)
                line = next((x.strip() for x in said.splitlines() if "apt-get install" in x), "")
                must(line, f"no such line: {said}")
            with report.test("that line brings all that it needs", vital=True):
                packages = line.partition("apt-get install ")[2]
                root.must(f"apt-get install -y -q --no-install-recommends {packages}")
                said = root.must(
                    f"rm -rf /tmp/bare; sh {given} --target /tmp/bare </dev/null", VIEWER
                )
                must("missing" not in said, f"still missing: {said}")
            try_archive(report, root, screen, given)
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
        # And what the system's own library of fonts keeps, where the system has no cache of them.
        own |= {"./.cache/fontconfig"}
        more = {n for n in home_of(root) - before if not n.startswith(tuple(own))}
        more -= {"./.cache"}
        must(not more, f"in the home are now: {', '.join(sorted(more)[:5])}")
        must(root.files() == everything, "something was written outside of the home")
    with report.test("unpacked once more over it, as for an update: the data stay"):
        kept = {path: path.read_bytes() for path in root.path(_FOLDER).glob("data/**/*.json")}
        root.must(f"sh {archive} --target {folder} </dev/null", VIEWER)
        must(kept and all(p.read_bytes() == old for p, old in kept.items()), "data were changed")
    with report.test("moved to another place, it starts there, where one was"):
        other = f"{Path(_FOLDER).parent}/moved"
        root.must(f"mv {folder} {shlex.quote(other)}", VIEWER)
        with shown(root, screen, VIEWER, [_starter(root, other)]) as running:
            running.quit()
    with report.test("without the file “portable” it keeps its data in the home"):
        root.must(f"rm {shlex.quote(other)}/portable", VIEWER)
        with shown(root, screen, VIEWER, [_starter(root, other)]) as running:
            running.quit()
        root.must("test -f ~/.local/state/treatyviewer/session.json", VIEWER)


def _starter(root: Root, folder: str = _FOLDER) -> str:
    """What is to be started in the folder."""
    for name in ("treatyviewer", "TreatyViewer", "bin/treatyviewer"):
        if root.path(f"{folder}/{name}").is_file():
            return f"{folder}/{name}"
    raise AssertionError(f"nothing to start in {folder}")


if __name__ == "__main__":
    must(len(sys.argv) == 2, __doc__ or "")
    run("run", main)
