"""The RPM's contents, as far as they can be tried on Debian: laid by rpm into a root whose
libraries apt has brought, verified, used, erased. Its requirements are compared with what packages
are called elsewhere; no Fedora or openSUSE has resolved them.

usage: try_rpm.py PACKAGE.rpm PACKAGE.deb
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from report import Report, must, run
from roots import VIEWER, Root
from screens import Screen
from using import draw, exec_line, read_and_search, use_commands, version

# What a requirement may be: a library by its name (the same on all systems), or what rpm itself
# provides. Names of packages differ between Fedora and openSUSE, so there should be none.
_LIBRARY = re.compile(r"^lib[\w.+-]+\.so[\w.]*\(.*\)(\(64bit\))?$|^lib[\w.+-]+\.so[\w.]*$")
_OF_RPM = re.compile(r"^(rpmlib\(|/bin/sh$|/usr/bin/\w+$)")
# Of Fedora's packages filesystem and hicolor-icon-theme, say.
_SHARED = (
    *("usr/share/applications", "usr/share/bash-completion", "usr/share/fish", "usr/share/icons"),
    *("usr/share/licenses", "usr/share/man", "usr/share/metainfo", "usr/share/mime"),
    "usr/share/zsh",
)


def rpm(*words: str | Path) -> str:
    """Ask rpm, outside of the root; what it says."""
    done = subprocess.run(["rpm", *words], capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    must(done.returncode == 0, f"rpm {words[0]} ended with {done.returncode}: {said.strip()}")
    return done.stdout


def depends_of(package: Path) -> str:
    """What the Debian package depends on, as names that apt takes; of "a | b" the last there is."""
    field = ["dpkg-deb", "-f", str(package), "Depends"]
    text = subprocess.run(field, capture_output=True, text=True, check=True).stdout
    groups = [re.sub(r"\s*\([^)]*\)", "", group).split("|") for group in text.split(",")]
    return " ".join(names[0].strip() for names in groups)


def main(report: Report) -> None:
    """All of it, in one root of Debian 12."""
    package, debian = Path(sys.argv[1]), Path(sys.argv[2])
    with report.test("the RPM's requirements are libraries by name"):
        needed = rpm("-qp", "--requires", package).split("\n")
        report.say("\n".join(needed))
        names = {line.split(" ")[0] for line in needed if line.strip()}
        odd = {name for name in names if not _LIBRARY.match(name) and not _OF_RPM.match(name)}
        must(not odd, f"not by the name of a library: {', '.join(sorted(odd))}")
        must(len(names) > 10, f"only {len(names)} requirements")
    with report.test("it names version, licence and group"):
        said = rpm("-qp", "--queryformat", "%{VERSION} %{LICENSE} %{ARCH}", package)
        must(said.startswith(version()) and said.endswith("x86_64"), said)
    screen = Screen(report)
    try:
        with Root(report, "12") as root:
            try_contents(report, root, screen, package, depends_of(debian))
    finally:
        screen.close()
    report.note("its requirements were not resolved on a real Fedora or openSUSE")


def try_contents(report: Report, root: Root, screen: Screen, package: Path, needs: str) -> None:
    """Laid in, verified, used, erased."""
    with report.test("what it needs, by apt", vital=True):
        root.must("apt-get update -q")
        root.must(f"apt-get install -y -q --no-install-recommends {needs}")
    # rpm's own books are made by its first use.
    at = ["--root", str(root.folder)]
    rpm(*at, "--initdb")
    before = root.files()
    with report.test("installed by rpm", vital=True):
        rpm(*at, "-i", "--nodeps", package)
    with report.test("verified by rpm"):
        said = rpm(*at, "-V", "--nodeps", "treatyviewer")
        must(not said.strip(), said)
    program = exec_line(root)
    with report.test("the window of the .desktop line, search typed in it, Ctrl+Q"):
        read_and_search(report, root, screen, VIEWER, program, "window")
    use_commands(report, root, VIEWER, program)
    with report.test("a picture without a display"):
        draw(root, VIEWER, program, "drawn", "--theme dark")
    with report.test("erased: nothing is left but the user's own data"):
        rpm(*at, "-e", "treatyviewer")
        left = {name for name in root.files() - before if not name.startswith("var/lib/rpm")}
        # Folders that many packages share belong to none of them; elsewhere the system has them.
        shared = {n for n in left if n.startswith(_SHARED) and root.path(n).is_dir()}
        must(left == shared, f"left: {' '.join(sorted(left - shared)[:5])}")
        report.note(f"{len(shared)} empty folders stay that belong to the system elsewhere")
        root.must(f"test -f {VIEWER.home}/.local/state/treatyviewer/session.json")


if __name__ == "__main__":
    must(len(sys.argv) == 3, __doc__ or "")
    run("rpm", main)
