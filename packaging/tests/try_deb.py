"""The Debian package in a fresh root: installed, used by an ordinary user, removed.

usage: try_deb.py 12|13 PACKAGE.deb
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import desktop
import homes
from report import Report, must, run
from roots import HAN, VIEWER, Root
from screens import Screen, shown
from using import QUERY, draw, exec_line, read_and_search, use_commands

_INSTALL = "apt-get install -y -q"
_BARE = f"{_INSTALL} --no-install-recommends"
_PURGE = "apt-get purge -y -q --auto-remove treatyviewer"


def try_bare(report: Report, root: Root, screen: Screen, package: str) -> None:
    """Installed with nothing but what it depends on."""
    with report.test("installed by apt without what it recommends", vital=True):
        root.must("apt-get update -q")
        root.must(f"{_BARE} {package}")
    count = root.must("dpkg-query -W -f '${db:Status-Abbrev}\\n' | grep -c ^ii").strip()
    report.note(f"{count} packages are in the root then")
    with report.test("what is installed is what was packed, root's, and nobody else can write"):
        must(not root.must("dpkg -V treatyviewer").strip(), "dpkg -V finds changes")
        odd = root.must(
            "dpkg-query -L treatyviewer | while read -r f; do "
            '[ -L "$f" ] || find "$f" -maxdepth 0 \\( ! -user root -o -perm /6022 \\); done'
        )
        must(not odd.strip(), f"odd owners or permissions: {' '.join(odd.split()[:3])}")
    program = exec_line(root)
    with report.test("the window of the .desktop line, search typed in it, Ctrl+Q"):
        read_and_search(report, root, screen, VIEWER, program, "window")
    use_commands(report, root, VIEWER, program)
    with report.test("a picture without a display"):
        draw(root, VIEWER, program, "drawn", f"--query {QUERY}")
    with report.test("no socket of the internet is opened, by the window or the command line"):
        try_offline(root, screen, program)
    homes.try_homes(report, root, screen, program)


def try_offline(root: Root, screen: Screen, program: str) -> None:
    """The program under strace, which looks in from outside."""
    log = root.report.folder / "network.txt"
    environment = VIEWER.environment(screen.display)
    for line in (f"{program} search {QUERY}", f"{program} --screenshot /tmp/x.png --query {QUERY}"):
        command = root.command(shlex.split(line), VIEWER, environment)
        traced = ["strace", "-f", "-qq", "-e", "trace=network", "-o", str(log), *command]
        done = subprocess.run(traced, capture_output=True, text=True, timeout=300, check=False)
        must(done.returncode == 0, f"`{line}` under strace: {done.stderr.strip()}")
        seen = set(re.findall(r"\b(?:AF|PF)_\w+", log.read_text(errors="replace")))
        must(seen <= {"AF_UNIX", "PF_UNIX"}, f"`{line}` used {', '.join(sorted(seen))}")


def try_removal(report: Report, root: Root, before: set[str]) -> None:
    """Purged: the root is as it was, and the reader's own data are there."""
    with report.test("purged: nothing is left but the user's own data"):
        own = root.must(f"find {VIEWER.home} {shlex.quote(HAN.home)} | sort")
        must(".config" in own or ".local" in own, "the reader had nothing of their own")
        root.must(_PURGE)
        left = sorted(root.files() - before)
        report.say("left: " + " ".join(left))
        must(not left, f"{len(left)} files or folders are left, the first /{(left or [''])[0]}")
        gone = sorted(before - root.files())
        must(not gone, f"{len(gone)} that were there before are gone: /{(gone or [''])[0]}")
        after = root.must(f"find {VIEWER.home} {shlex.quote(HAN.home)} | sort")
        must(own == after, "the user's own data changed")
        known = root.run("dpkg-query -W -f '${Package}' treatyviewer").stdout
        must(not known, "dpkg still knows the package")


def try_full(report: Report, root: Root, screen: Screen, package: str) -> None:
    """Installed with what it recommends, beside the tools of a desktop."""
    with report.test("installed by apt with what it recommends", vital=True):
        root.must(f"{_INSTALL} {package}")
        tools = "xdg-utils libglib2.0-bin shared-mime-info desktop-file-utils man-db"
        root.must(f"{_BARE} {tools} bash-completion")
    with report.test("no library is missing in any of its files"):
        # On desktops that are made of GTK, GTK is there; elsewhere nothing loads this plugin.
        missing = root.must(
            "find /usr/lib/treatyviewer -type f \\( -name '*.so*' -o -name treatyviewer \\) "
            "! -name libqgtk3.so "
            "-exec ldd {} + 2>/dev/null | grep 'not found' | sort -u || true"
        )
        must(not missing.strip(), "; ".join(line.strip() for line in missing.splitlines()))
    with report.test("Chinese is written with the fonts that come along"):
        draw(root, VIEWER, exec_line(root), "chinese", "--lang zh --size 1360x860")
    desktop.try_desktop(report, root, screen)


def main(report: Report) -> None:
    """All of it, in one root."""
    release, package = sys.argv[1], Path(sys.argv[2])
    screen = Screen(report)
    try:
        with Root(report, release) as root:
            before = root.files()
            given = root.share(package)
            before |= {"opt/given", f"opt/given/{package.name}"}
            try_bare(report, root, screen, given)
            try_removal(report, root, before)
            try_full(report, root, screen, given)
            with report.test("a dark window, and it is closed while it searches"):
                words = [*shlex.split(exec_line(root)), "--theme", "dark", "--query", QUERY]
                with shown(root, screen, VIEWER, words) as running:
                    screen.picture("dark")
                    running.quit()
    finally:
        screen.close()


if __name__ == "__main__":
    must(len(sys.argv) == 3, __doc__ or "")
    must(Path(sys.argv[2]).is_file(), f"{sys.argv[2]} is not there: make installers")
    run(f"deb-{sys.argv[1]}", main)
