"""No sign is missing: neither in the shipped entry nor in Chinese and Russian at large."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QRawFont, QTextCursor, QTextDocument, QTextLayout

from treatyviewer.entry import blocks as b
from treatyviewer.gui import typography
from treatyviewer.gui.main_window import MainWindow
from treatyviewer.gui.typography import Fonts
from treatyviewer.gui.widgets.page_view import PageView
from treatyviewer.paths import resources, shipped_entry


def lacks_glyph(text: str, font: QFont) -> bool:
    """Whether a sign is set as glyph 0, the empty box."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    assert runs, text
    return any(0 in run.glyphIndexes() for run in runs)


def missing(document: QTextDocument) -> list[str]:
    """The stretches of a page in which a sign has no glyph, each set in its own font."""
    found: list[str] = []
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        for at, char in enumerate(block.text()):
            # The format behind a position is that of the sign before it.
            cursor.setPosition(block.position() + at + 1)
            if not char.isspace() and lacks_glyph(char, cursor.charFormat().font()):
                found.append(char)
        block = block.next()
    return found


@pytest.mark.parametrize("language", ["en", "zh-Hans", "ru"])
def test_no_glyph_is_missing_on_any_page_of_the_shipped_entry(
    open_window: object, language: str
) -> None:
    window: MainWindow = open_window(language=language)  # type: ignore[operator]
    library = window.reading._library
    assert library is not None
    seen = 0
    for entry in library.entries():
        # Pages of things are made of the same words as those of their collections.
        pages = library.nodes(
            "WHERE entry = ? AND kind IN ('section', 'collection', 'article') ORDER BY id",
            entry.node.entry,
        )
        for node in pages:
            window.reading.go(node.address)
            assert missing(window.pane.document()) == [], node.address
            seen += 1
    # Sections, articles, and the pages of collections, of which one is of claims.
    assert seen == 10 + 7 + 8


def test_no_glyph_is_missing_in_text_that_needs_the_systems_han_font(window: MainWindow) -> None:
    text = "中华人民共和国中央人民政府 · 蘇維埃社會主義共和國聯盟 · Чжоу Эньлай · Zhōu Ēnlái"
    window.pane.show_page(PageView("周恩来", blocks=(b.Paragraph("p1", (b.Text(text),)),)))
    assert missing(window.pane.document()) == []


def test_no_glyph_is_missing_in_the_results_and_the_contents(window: MainWindow) -> None:
    for font in (window.tree.font(), window.bar.search.font()):
        assert not lacks_glyph("中苏友好同盟互助条约 蘇維埃 Договор", font)


def test_a_missing_glyph_would_be_noticed(window: MainWindow) -> None:
    # Not assigned in Unicode: no font has it.
    window.pane.show_page(PageView("T", blocks=(b.Paragraph("p1", (b.Text("a\u0378b"),)),)))
    assert missing(window.pane.document()) == ["\u0378"]


def test_our_han_font_has_all_han_signs_of_the_shipped_entry() -> None:
    folder = resources() / "fonts"
    listed = set((folder / "TreatyHanSerif.txt").read_text(encoding="utf-8").strip())
    used = {
        char
        for file in shipped_entry().rglob("*")
        if file.suffix in (".toml", ".md", ".json")
        for char in file.read_text(encoding="utf-8")
        if char >= "\u2e80"
    }
    assert used <= listed, "run tools/han_font.py"
    for style in ("Regular", "Bold"):
        font = QRawFont(str(folder / f"TreatyHanSerif-{style}.otf"), 16)
        assert all(font.supportsCharacter(ord(char)) for char in listed)


def test_italics_are_loaded_when_they_are_needed(qapp: object) -> None:
    fonts = Fonts(resources() / "fonts")
    assert not fonts._italics
    fonts.need_italics()
    assert fonts._italics


def test_every_font_file_comes_with_its_licence() -> None:
    folder = resources() / "fonts"
    text = (folder / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in text
    for file in (*folder.glob("*.ttf"), *folder.glob("*.otf")):
        assert file.name in text


def test_each_system_has_a_serif_and_a_sans_for_han_signs() -> None:
    """Families that come with Windows in every language, and with macOS."""
    assert typography._HAN["win32"] == ("SimSun", "Microsoft YaHei")
    assert typography._HAN["darwin"] == ("Songti SC", "PingFang SC")
    assert typography.SYSTEM_FAMILIES[0] == "Noto Serif"
    assert len(typography.SYSTEM_FAMILIES) == 3
