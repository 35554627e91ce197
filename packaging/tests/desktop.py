"""What a desktop does with the installed program: files and links opened, manual, completion."""

from __future__ import annotations

import shlex

from report import Report, must
from roots import VIEWER, Root
from screens import Screen, eventually
from using import ENTRY, entries, exec_line

_TYPE = "application/vnd.treatyviewer.entry+zip"
_SCHEME = "x-scheme-handler/treaty"
_HANDLER = "treatyviewer.desktop"
_TITLE = "A treaty that was handed in"


def try_desktop(report: Report, root: Root, screen: Screen) -> None:
    """All of it."""
    program = exec_line(root)
    with report.test("a .treaty file and treaty: links belong to the program"):
        for kind in (_TYPE, _SCHEME):
            said = root.must(f"xdg-mime query default {kind}", VIEWER).strip()
            must(said == _HANDLER, f"{kind} is opened by “{said}”")
        # The file's own title tells it from the entry that comes with the program.
        root.must(
            f"rm -rf ~/other && cp -r {entries(root)} ~/other && chmod -R u+w ~/other && "
            f"sed -i '/^\\[titles\\]/,/^$/s/^en = .*/en = \"{_TITLE}\"/' ~/other/entry.toml && "
            f"{program} pack ~/other -o '{VIEWER.home}/handed in.treaty' --force",
            VIEWER,
        )
        told = root.must("gio info -a standard::content-type ~/'handed in.treaty'", VIEWER)
        must(_TYPE in told, f"the file's type is {told.split()[-1]}")
    with report.test("a .treaty file opened through its type"):
        _opens(root, screen, f"gio open '{VIEWER.home}/handed in.treaty'", _TITLE, "treaty-file")
    with report.test("a treaty: link opened through its scheme, by gio and by xdg-open"):
        title = _title_of(root, program, f"{ENTRY}/people/stalin")
        link = f"treaty:{ENTRY}/people/stalin"
        _opens(root, screen, f"gio open {link}", title, "treaty-link")
        _opens(root, screen, f"xdg-open {link}", title, "treaty-link-xdg")
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


def _title_of(root: Root, program: str, address: str) -> str:
    shown = root.must(f"{program} show {address}", VIEWER)
    return shown.strip().splitlines()[0].strip()


def _opens(root: Root, screen: Screen, line: str, title: str, picture: str) -> None:
    """The line brings up a window of this title."""
    root.must(f"{line} >/dev/null 2>&1 </dev/null &", VIEWER, display=screen.display)
    try:
        window = eventually(lambda: next(iter(screen.windows()), ""), "no window came up", 60)
        eventually(
            lambda: screen.title(window).startswith(title),
            f"wanted “{title}”, and the window is called “{screen.title(window)}”",
        )
        screen.picture(picture)
    finally:
        for one in screen.windows():
            screen.keys(one, "ctrl+q")
        eventually(lambda: "" if screen.windows() else "gone", "the window did not close")
