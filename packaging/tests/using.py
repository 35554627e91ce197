"""What a reader does with an installed program, whichever package it came in."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

from report import Report, must
from roots import Person, Root
from screens import Running, Screen, eventually, shown

ENTRY = "sino-soviet-treaty-1950"
QUERY = "loans"


def exec_line(root: Root) -> str:
    """The command in the .desktop file, without what a file manager fills in."""
    text = root.path("/usr/share/applications/treatyviewer.desktop").read_text(encoding="utf-8")
    # The first group is the program's own; further ones are its actions.
    for line in text.splitlines():
        if line.startswith("Exec="):
            return " ".join(w for w in line[5:].split() if not w.startswith("%"))
    raise AssertionError("the .desktop file has no Exec line")


def best_hit(root: Root, person: Person, program: str) -> dict[str, str]:
    """The first answer to the query, as the command line has it."""
    answer = json.loads(root.must(f"{program} search {QUERY} --format json", person))
    must(answer["hits"], f"nothing was found for “{QUERY}”")
    hit: dict[str, str] = answer["hits"][0]
    return hit


def read_and_search(
    report: Report, root: Root, screen: Screen, person: Person, program: str, picture: str
) -> None:
    """The window comes up with the entry; a query typed in it leads to the best hit; it ends."""
    hit = best_hit(root, person, program)
    with shown(root, screen, person, shlex.split(program)) as running:
        title = running.title()
        must(title == "At a glance – Treaty Viewer", f"the window is called “{title}”")
        screen.picture(picture)
        search(screen, running, hit["title"], f"{picture}-search")
        running.quit()
    report.say(f"the window was called “{title}”")


def search(screen: Screen, running: Running, best: str, picture: str) -> None:
    """Type a query and go to its best hit."""
    screen.keys(running.window, "ctrl+k")
    screen.type(running.window, QUERY)
    screen.keys(running.window, "Return")
    eventually(
        lambda: running.title().startswith(best),
        f"the best hit is “{best}”, and the window went to “{running.title()}”",
    )
    screen.picture(picture)


def was_read(root: Root, person: Person) -> dict[str, str]:
    """What was open in the window when the program ended: its path and its address."""
    file = root.path(f"{person.home}/.local/state/treatyviewer/session.json")
    windows: list[dict[str, str]] = json.loads(file.read_text(encoding="utf-8"))["windows"]
    return windows[0]


def use_commands(report: Report, root: Root, person: Person, program: str) -> None:
    """Each command of the command line, by what it says and how it ends."""

    def ask(line: str) -> str:
        return root.must(f"{program} {line}", person)

    with report.test("the command line: outline, show, search"):
        outline = json.loads(ask("outline --format json"))
        must("sections" in json.dumps(outline), "the outline has no sections")
        must("16 articles" in ask(f"show {ENTRY}/overview"), "the overview is not what it was")
        must(ask(f"search {QUERY}").strip(), "search found nothing")
    with report.test("a slip in a query is mended; nothing found ends with 1"):
        answer = json.loads(ask("search friendshipp --format json"))
        must(answer["hits"] and answer["corrected"], "“friendshipp” was not mended")
        found = root.run(f"{program} search qqqqzzzz --format json", person)
        must(found.returncode == 1, f"a search for nothing ended with {found.returncode}")
    with report.test("the command line: pack, unpack, check, and a .treaty file read"):
        packed = json.loads(ask(f"pack {entries(root)} -o ~/made.treaty --force --format json"))
        must(packed["entry"] == ENTRY, "another entry was packed")
        root.must("rm -rf ~/unpacked", person)
        ask("unpack ~/made.treaty -o ~/unpacked")
        again = json.loads(ask("pack ~/unpacked -o ~/again.treaty --force --format json"))
        must(again["sha256"] == packed["sha256"], "packed again, it is another file")
        checked = root.run(f"{program} check ~/unpacked --format json", person)
        must(checked.returncode == 0, "the entry that comes with the program has problems")
        must(ask("outline ~/made.treaty").strip(), "the .treaty file has no outline")
    with report.test("misuse ends with 2 and one message"):
        wrong = root.run(f"{program} show nothing/here", person)
        must(wrong.returncode == 2, f"it ended with {wrong.returncode}")
        must("Traceback" not in wrong.stderr, "a traceback was shown")
    with report.test("the version is the one of this source tree"):
        must(ask("--version").split()[-1] == version(), "it is another version")


def entries(root: Root) -> str:
    """The folder, in the root, of the entry that comes with the program."""
    found = [*root.folder.glob(f"**/resources/entries/{ENTRY}/entry.toml")]
    must(found, "the entry that comes with the program is not there")
    return shlex.quote(f"/{found[0].parent.relative_to(root.folder)}")


def version() -> str:
    """The version in the source tree."""
    source = Path(__file__).resolve().parents[2] / "src" / "treatyviewer" / "__init__.py"
    for line in source.read_text(encoding="utf-8").splitlines():
        if line.startswith("__version__"):
            return line.split('"')[1]
    raise AssertionError("the source tree names no version")


def draw(root: Root, person: Person, program: str, name: str, more: str = "") -> Path:
    """A picture drawn by the program itself, without a display; it lies in the report's folder."""
    root.must(f"{program} --screenshot ~/{name}.png {more}", person)
    drawn = root.path(f"{person.home}/{name}.png")
    must(drawn.stat().st_size > 20_000, f"the picture is empty: {drawn.stat().st_size} bytes")
    kept = root.report.folder / f"{name}.png"
    kept.write_bytes(drawn.read_bytes())
    drawn.unlink()
    return kept
