"""What a desktop does with the installed program: files and links opened, manual, completion."""

from __future__ import annotations

import shlex
import time

from report import Report, must
from roots import VIEWER, Root
from screens import Screen, eventually
from using import ENTRY, entries, exec_line, was_read

_TYPE = "application/vnd.treatyviewer.entry+zip"
_SCHEME = "x-scheme-handler/treaty"
_HANDLER = "treatyviewer.desktop"
_FILE = f"{VIEWER.home}/handed in.treaty"
_NOT_YET = ("Preparing", "Treaty Viewer")


def try_desktop(report: Report, root: Root, screen: Screen) -> None:
    """All of it."""
    program = exec_line(root)
    with report.test("a .treaty file and treaty: links belong to the program"):
        for kind in (_TYPE, _SCHEME):
            said = root.must(f"xdg-mime query default {kind}", VIEWER).strip()
            must(said == _HANDLER, f"{kind} is opened by “{said}”")
        root.must(f"{program} pack {entries(root)} -o '{_FILE}' --force", VIEWER)
        told = root.must(f"gio info -a standard::content-type '{_FILE}'", VIEWER)
        must(_TYPE in told, f"the file's type is {told.split()[-1]}")
    with report.test("a .treaty file opened through its type"):
        _opens(root, screen, f"gio open '{_FILE}'", "treaty-file")
        path = was_read(root, VIEWER)["path"]
        must(path == _FILE, f"“{path}” was opened")
    with report.test("a treaty: link opened through its scheme, by gio and by xdg-open"):
        for tool, address in (
            ("gio open", f"{ENTRY}/people/stalin"),
            ("xdg-open", f"{ENTRY}/overview"),
        ):
            _opens(root, screen, f"{tool} treaty:{address}", tool.partition(" ")[0])
            at = was_read(root, VIEWER)["at"]
            must(at == address, f"{tool} led to {at}")
    with report.test("the manual page is shown"):
        page = root.must("man -P cat treatyviewer", VIEWER, MANWIDTH="80")
        must("NAME" in page and "search" in page, "the manual page is empty")
        must(not root.must("man --warnings -l -Tutf8 /usr/share/man/man1/treatyviewer.1.gz "
                           "2>&1 >/dev/null || true").strip(), "man warns of the page")  # fmt: skip
    with report.test("completion in bash; files for zsh and fish are there"):
        offered = root.must(f"bash -c {shlex.quote(_COMPLETE)}", VIEWER).split()
        must("search" in offered, f"offered after `treatyviewer sea`: {offered}")
        for place in ("zsh/vendor-completions/_treatyviewer", "fish/vendor_completions.d/"):
            must(root.path(f"/usr/share/{place}").exists(), f"/usr/share/{place} is not there")
    with report.test("icons, description and licences are where they are looked for"):
        for place in (
            "icons/hicolor/scalable/apps/treatyviewer.svg",
            "icons/hicolor/48x48/apps/treatyviewer.png",
            "metainfo/org.treatyviewer.TreatyViewer.metainfo.xml",
            "doc/treatyviewer/copyright",
        ):
            must(root.path(f"/usr/share/{place}").is_file(), f"/usr/share/{place} is not there")


# As bash does when Tab is pressed.
_COMPLETE = """
. /usr/share/bash-completion/bash_completion
_completion_loader treatyviewer
COMP_WORDS=(treatyviewer sea) COMP_CWORD=1 COMP_LINE='treatyviewer sea' COMP_POINT=16 COMP_TYPE=9
specification=$(complete -p treatyviewer)
function=${specification#*-F }
${function%% *} treatyviewer sea treatyviewer
printf '%s\\n' "${COMPREPLY[@]}"
"""


def _opens(root: Root, screen: Screen, line: str, picture: str) -> None:
    """The line brings up a window, which is then closed."""
    root.must(f"{line} >/dev/null 2>&1 </dev/null &", VIEWER, display=screen.display)
    window = eventually(lambda: next(iter(screen.windows()), ""), "no window came up", 60)
    eventually(
        lambda: "" if screen.title(window).startswith(_NOT_YET) else "ready",
        "the library was not prepared",
        60,
    )
    # The place is kept a little later.
    time.sleep(1.5)
    screen.picture(picture)
    screen.keys(window, "ctrl+q")
    eventually(lambda: "" if screen.windows() else "gone", "the window did not close")
