"""The AppStream description: what software centres show. The releases are CHANGELOG.md's.

Pictures in it are addresses on the web (the validator refuses files), and the project has no place
there yet. They are named when the publisher says where docs/pictures is to be found.
"""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

HERE = Path(__file__).resolve().parent
ID = "org.treatyviewer.TreatyViewer"
# Of docs/pictures, in the order to be shown in, with what is to be seen.
PICTURES = {
    "evidence-light.png": {
        "en": "A claim, and beside it what the record shows and from which sources",
        "zh_CN": "一项论断，旁边是史料所载及其出处",
        "ru": "Утверждение и рядом: что известно по источникам и по каким",
    },
    "glance-light.png": {
        "en": "The treaty at a glance",
        "zh_CN": "条约概览",
        "ru": "Договор коротко",
    },
    "search-light.png": {
        "en": "Search in English, Chinese and Russian",
        "zh_CN": "用英文、中文和俄文搜索",
        "ru": "Поиск на английском, китайском и русском языках",
    },
    "evidence-ru-dark.png": {
        "en": "In Russian, in dark colours",
        "zh_CN": "俄文界面，深色",
        "ru": "По-русски, в тёмных цветах",
    },
}


class Release(NamedTuple):
    """What one version brought: a line on it, and its points."""

    version: str
    date: str
    summary: str
    points: tuple[str, ...]


def metainfo(version: str, epoch: int, changelog: str, pictures: str = "") -> str:
    """The description of a version. `pictures` is the address of the folder that holds them."""
    today = time.strftime("%Y-%m-%d", time.gmtime(epoch))
    template = (HERE / "metainfo.xml").read_text(encoding="utf-8")
    shown = _pictures(pictures) if pictures else ""
    told = "\n".join(_release(r) for r in releases(changelog, version, today))
    return template.replace("  @PICTURES@\n", shown).replace("    @RELEASES@", told)


def releases(changelog: str, version: str, today: str) -> tuple[Release, ...]:
    """The released versions of the change log, and the one that is built, dated today.

    A heading is `## 0.3.0 (2026-11-24)` or `## 0.3.0 (not released)`.
    """
    found = []
    for part in re.split(r"^## ", changelog, flags=re.MULTILINE)[1:]:
        head, _, text = part.partition("\n")
        match = re.fullmatch(r"(\S+) \((.+)\)", head.strip())
        if match is None:
            raise SystemExit(f"CHANGELOG.md: “{head}” is no heading such as 0.3.0 (2026-11-24).")
        number, when = match.groups()
        if re.fullmatch(r"\d{4}-\d\d-\d\d", when) is None:
            if number != version:
                continue
            when = today
        paragraphs, _, points = text.strip().partition("\n- ")
        found.append(
            Release(
                number,
                when,
                _plain(paragraphs),
                tuple(_plain(point) for point in points.split("\n- ")) if points else (),
            )
        )
    if not any(release.version == version for release in found):
        # An unreleased state between two versions.
        found.insert(0, Release(version, today, "", ()))
    return tuple(found)


def _plain(markdown: str) -> str:
    """One line of text without the marks of Markdown."""
    text = re.sub(r"\[([^]]+)\]\([^)]+\)", r"\1", markdown)
    return re.sub(r"\s+", " ", text.replace("`", "").replace("*", "")).strip()


def _release(release: Release) -> str:
    open_tag = f'    <release version="{release.version}" date="{release.date}"'
    if not release.summary and not release.points:
        return open_tag + "/>"
    lines = [open_tag + ">", "      <description>"]
    if release.summary:
        lines.append(f"        <p>{escape(release.summary)}</p>")
    if release.points:
        lines.append("        <ul>")
        lines += [f"          <li>{escape(point)}</li>" for point in release.points]
        lines.append("        </ul>")
    return "\n".join([*lines, "      </description>", "    </release>"])


def _pictures(address: str) -> str:
    lines = ["  <screenshots>"]
    for number, (name, captions) in enumerate(PICTURES.items()):
        lines.append('    <screenshot type="default">' if number == 0 else "    <screenshot>")
        for language, caption in captions.items():
            said = "" if language == "en" else f' xml:lang="{language}"'
            lines.append(f"      <caption{said}>{escape(caption)}</caption>")
        place = escape(f"{address.rstrip('/')}/{name}")
        lines += [f'      <image type="source">{place}</image>', "    </screenshot>"]
    return "\n".join([*lines, "  </screenshots>", ""])
