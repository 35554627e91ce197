"""Another version over the installed one: up, down, and while the program runs.

usage: try_upgrade.py PACKAGE.deb
"""

from __future__ import annotations

import json
import py_compile
import shlex
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

from report import Report, must, run
from roots import VIEWER, Root
from screens import Screen, eventually, shown
from using import ENTRY, QUERY, best_hit, exec_line, search, version, was_read

_INSTALL = "apt-get install -y -q --no-install-recommends --allow-downgrades"
_SETTINGS = f"{VIEWER.home}/.config/treatyviewer/settings.json"
_SESSION = f"{VIEWER.home}/.local/state/treatyviewer/session.json"

# As an earlier version wrote them.
_OLD_SETTINGS = {"theme": "dark", "language": "zh-Hans", "text_size": 120, "previews": False}
_OLD_SESSION = {
    "windows": [
        {"path": "", "at": f"{ENTRY}/people/stalin", "language": "", "scroll": 0, "geometry": ""}
    ]
}
# As a later one may write them: it knows more, and says some things in another way.
_NEW_SETTINGS = {"theme": "sepia", "language": "ru", "text_size": {"page": 120}, "columns": 2}
_NEW_SESSION = {"windows": [{"path": "", "at": f"{ENTRY}/overview", "tabs": [1, 2]}], "format": 9}


def other_version(package: Path, number: str, folder: Path) -> Path:
    """The package as another version of the program would be: files that have not been loaded yet
    do not fit a program of this version that is running.
    """
    tree = folder / number
    subprocess.run(["dpkg-deb", "-R", package, tree], check=True)
    control = tree / "DEBIAN" / "control"
    lines = control.read_text(encoding="utf-8").splitlines()
    lines = [f"Version: {number}" if x.startswith("Version:") else x for x in lines]
    control.write_text("\n".join(lines) + "\n", encoding="utf-8")
    _alter(tree / "usr" / "lib" / "treatyviewer")
    (tree / "DEBIAN" / "md5sums").unlink(missing_ok=True)
    made = folder / f"treatyviewer_{number}_amd64.deb"
    building = ["dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "-b"]
    subprocess.run([*building, tree, made], check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(tree)
    return made


def _alter(program: Path) -> None:
    """The window of settings asks for something that only its own version has, and all that is
    zipped lies elsewhere in the zip.
    """
    window = program / "lib" / "treatyviewer" / "gui" / "widgets" / "settings_window.pyc"
    must(window.is_file(), f"{window} is not there: this test knows another layout")
    source = window.with_suffix(".py")
    source.write_text("from treatyviewer.paths import only_in_another_version\n")
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    py_compile.compile(str(source), str(window), invalidation_mode=mode, doraise=True)
    source.unlink()
    for archive in program.glob("lib/*.zip"):
        with zipfile.ZipFile(archive) as old:
            members = [(name, old.read(name)) for name in old.namelist()]
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as new:
            for name, content in [("another-version", bytes(5000)), *members]:
                new.writestr(name, content)


def write(root: Root, file: str, values: dict[str, Any]) -> None:
    """A file of the reader's."""
    text = shlex.quote(json.dumps(values))
    root.must(f"mkdir -p {Path(file).parent} && printf %s {text} > {file}", VIEWER)


def values(root: Root, file: str) -> dict[str, Any]:
    """What is in it now."""
    read: dict[str, Any] = json.loads(root.path(file).read_text(encoding="utf-8"))
    return read


def try_upgrade(report: Report, root: Root, screen: Screen, package: str, old: str) -> None:
    """From an older version: what was set and where one was."""
    with report.test("the older version installed and used", vital=True):
        root.must("apt-get update -q")
        root.must(f"{_INSTALL} {old}")
        write(root, _SETTINGS, _OLD_SETTINGS)
        write(root, _SESSION, _OLD_SESSION)
        with shown(root, screen, VIEWER, shlex.split(exec_line(root))) as running:
            running.quit()
    with report.test("upgraded: settings and place are kept"):
        root.must(f"apt-get install -y -q {package}")
        installed = root.must("dpkg-query -W -f '${Version}' treatyviewer")
        must(installed.startswith(version()), f"{installed} is installed")
        with shown(root, screen, VIEWER, shlex.split(exec_line(root))) as running:
            title = running.title()
            must("斯大林" in title, f"the window is called “{title}”")
            screen.picture("upgraded")
            running.quit()
        now = values(root, _SETTINGS)
        lost = {name for name, value in _OLD_SETTINGS.items() if now.get(name) != value}
        must(not lost, f"settings were lost: {', '.join(sorted(lost))}")
        must(was_read(root, VIEWER)["at"] == f"{ENTRY}/people/stalin", "the place was lost")


def try_downgrade(report: Report, root: Root, screen: Screen, package: str, new: str) -> None:
    """Back from a later version, which kept things that this one does not know."""
    with report.test("downgraded: what the later version kept is safe"):
        root.must(f"{_INSTALL} {new}")
        write(root, _SETTINGS, _NEW_SETTINGS)
        write(root, _SESSION, _NEW_SESSION)
        root.must(f"{_INSTALL} {package}")
        with shown(root, screen, VIEWER, shlex.split(exec_line(root))) as running:
            # Something is set, so that the file is written.
            screen.keys(running.window, "F9", "F8")
            screen.picture("downgraded")
            running.quit()
        kept = _found(root, _NEW_SETTINGS)
        must(kept, f"the later version's settings are lost; there is {values(root, _SETTINGS)}")
        report.note(f"the later version's settings are in {kept}")
        root.must("cd && find .config .local -type f", VIEWER)
        must(values(root, _SESSION) == _NEW_SESSION, "the later version's session is lost")


def _found(root: Root, wanted: dict[str, Any]) -> str:
    """The file in which all of these values still stand."""
    for file in sorted(root.path(Path(_SETTINGS).parent.as_posix()).iterdir()):
        read = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
        if all(read.get(name) == value for name, value in wanted.items()):
            return file.name
    return ""


def try_while_running(report: Report, root: Root, screen: Screen, package: str, new: str) -> None:
    """Installed over the running program, which loads much of itself later."""
    root.must(f"rm -rf {Path(_SETTINGS).parent} {Path(_SESSION).parent}", VIEWER)
    program = exec_line(root)
    best = best_hit(root, VIEWER, program)["title"]
    with (
        report.test("installed while the program runs: one reads on, what does not fit is told"),
        shown(root, screen, VIEWER, shlex.split(program)) as running,
    ):
        root.must(f"{_INSTALL} {new}")
        search(screen, running, best, "while-running-search")
        # The window of settings is the one that cannot be loaded.
        before = set(screen.windows())
        screen.keys(running.window, "ctrl+comma")
        box = eventually(lambda: set(screen.windows()) - before, "nothing was told")
        screen.picture("while-running-told")
        screen.keys(box.pop(), "Escape")
        eventually(lambda: set(screen.windows()) == before, "what was told stayed")
        screen.keys(running.window, "Escape")
        screen.keys(running.window, "alt+Left")
        eventually(lambda: running.title().startswith("At a glance"), "one cannot go back")
        running.quit()
    with report.test("the new one starts afterwards, where one was"):
        with shown(root, screen, VIEWER, shlex.split(exec_line(root))) as running:
            running.quit()
        root.must(f"{program} search {QUERY}", VIEWER)
        root.must(f"{_INSTALL} {package}")
    with report.test("removed while the program runs: it ends without a traceback"):
        with shown(root, screen, VIEWER, shlex.split(program)) as running:
            # What the program needs for telling is loaded a little after the start.
            time.sleep(4)
            root.must("apt-get remove -y -q treatyviewer")
            screen.keys(running.window, "ctrl+comma")
            time.sleep(1)
            screen.picture("removed-while-running")
            for one in screen.windows():
                screen.keys(one, "Escape")
            running.quit()
        root.must(f"{_INSTALL} {package}")


def main(report: Report) -> None:
    """All of it, in one root of Debian 12."""
    package = Path(sys.argv[1])
    screen = Screen(report)
    try:
        with Root(report, "12") as root:
            given = root.share(package)
            place = root.path("/opt/given")
            old, new = (f"/opt/given/{other_version(package, number, place).name}"
                        for number in ("0.0.1", "99.0.0"))  # fmt: skip
            try_upgrade(report, root, screen, given, old)
            try_downgrade(report, root, screen, given, new)
            try_while_running(report, root, screen, given, new)
    finally:
        screen.close()


if __name__ == "__main__":
    must(len(sys.argv) == 2, __doc__ or "")
    run("upgrade", main)
