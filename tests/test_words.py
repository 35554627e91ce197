"""The interface's texts: all collected, all translated, and compiled as they are."""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
I18N = ROOT / "resources" / "i18n"


def load_tool() -> ModuleType:
    """tools/words.py, which is no module of the program."""
    spec = importlib.util.spec_from_file_location("words_tool", ROOT / "tools" / "words.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


words = load_tool()
FILES = sorted(I18N.glob("*.ts"))
by_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def test_there_is_a_file_for_each_language() -> None:
    assert [file.name for file in FILES] == [
        f"treatyviewer_{language}.ts" for language in sorted(words.LANGUAGES)
    ]


# --- collecting ----------------------------------------------------------------------------------


def test_texts_of_all_forms_are_collected() -> None:
    code = """
class Panel:
    def make(self):
        self.tr("Plain")
        translate("Other", "With “quotes” and …")
        translate("Other", "{n} hit(s)", n)
        translate("Other", "{n} word(s)", n=len(x))
        translate("Other", "in two "
            "pieces")

NAMES = {"a": later("Kinds", "Sections")}
TABLE = (ActionLine("id", "&Open…", "Ctrl+O"), ActionLine(id="b", text="Quit", shortcut=""))
translate("Kinds", NAMES["a"])
"""
    assert [tuple(one) for one in words.texts_of(code)] == [
        ("Actions", "&Open…", False),
        ("Actions", "Quit", False),
        ("Kinds", "Sections", False),
        ("Other", "With “quotes” and …", False),
        ("Other", "in two pieces", False),
        ("Other", "{n} hit(s)", True),
        ("Other", "{n} word(s)", True),
        ("Panel", "Plain", False),
    ]


@pytest.mark.parametrize(
    "code",
    [
        'class A:\n    x = self.tr(f"{n} hits")',
        'translate("Context", f"{n} hits")',
        'translate("Context", "one" + two)',
        'translate("Context", "one".upper())',
        'translate(context, "one")',
        'class A:\n    x = self.tr("{n} hits", "", n)',
        'ActionLine("id", f"Open {name}", "")',
    ],
)
def test_a_text_that_is_put_together_is_refused_with_its_place(code: str) -> None:
    with pytest.raises(words.NotWrittenOut, match=r"gui/x\.py:\d+: "):
        words.texts_of(code, "gui/x.py")


def test_every_line_of_the_table_of_actions_is_collected() -> None:
    from treatyviewer.gui.actions import TABLE

    collected = {one.text for one in words.collect() if one.context == "Actions"}
    assert {line.text for line in TABLE} == collected


@by_file
def test_collecting_again_changes_nothing(file: Path, tmp_path: Path) -> None:
    """Where this fails: `make words`, then `python tools/words.py missing`."""
    assert {one.text for one in words.messages(file)} == set(words.collect())
    for one in FILES:
        shutil.copy(one, tmp_path)
    words.update(tmp_path)
    assert (tmp_path / file.name).read_text(encoding="utf-8") == file.read_text(encoding="utf-8")


# --- translations --------------------------------------------------------------------------------


def names(text: str) -> list[str]:
    return sorted(set(re.findall(r"{[\w.]*}|%n|%\d", text)))


def faults(text: str, said: str) -> list[str]:
    """What a translation lacks of its text."""
    found = []
    if names(text) != names(said):
        found.append("names in braces")
    if bool(re.search(r"&\w", text)) != bool(re.search(r"&\w", said)):
        found.append("mnemonic")
    if text.endswith("…") != said.endswith("…"):
        found.append("ellipsis")
    begins, ends = text[:1].isspace(), text[-1:].isspace()
    if begins != said[:1].isspace() or (ends != said[-1:].isspace() and not said.endswith("：")):
        found.append("space at an end")
    if text.endswith(".") and not said.endswith((".", "。", "}")):
        found.append("full stop")
    return found


@by_file
def test_every_text_has_a_sound_translation(file: Path) -> None:
    found = words.messages(file)
    assert [one.text for one in found if not one.done] == []
    wrong = [
        (one.text.text, form, fault)
        for one in found
        for form in one.forms
        for fault in faults(one.text.text, form)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "said", "fault"),
    [
        ("{n} of {count}", "{n} из {cuont}", "names in braces"),
        ("&File", "Файл", "mnemonic"),
        ("Open…", "Открыть", "ellipsis"),
        ("Related: ", "Близкое:", "space at an end"),
        ("Done.", "Готово", "full stop"),
    ],
)
def test_what_a_translation_lacks_is_seen(text: str, said: str, fault: str) -> None:
    assert faults(text, said) == [fault]


@by_file
def test_a_count_has_as_many_forms_as_the_language(file: Path) -> None:
    forms = {len(one.forms) for one in words.messages(file) if one.text.many}
    assert forms == ({3} if file.stem.endswith("_ru") else {1})


# --- listing, filling, compiling -----------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Files with three texts, none of them translated."""
    texts = [
        words.Text("Panel", "Plain"),
        words.Text("Panel", "{n} hit(s)", True),
        words.Text("Panel", "A “quoted” \\ one\n&and more…"),
    ]
    monkeypatch.setattr(words, "collect", lambda: texts)
    words.update(tmp_path)
    return tmp_path


def test_what_is_missing_is_listed_in_the_form_that_fills(folder: Path) -> None:
    listed = words.missing(folder)
    assert set(listed) == {"ru", "zh_Hans"}
    assert listed["ru"]["Panel"] == {
        "Plain": "",
        "{n} hit(s)": ["", "", ""],
        "A “quoted” \\ one\n&and more…": "",
    }
    listed["ru"]["Panel"]["Plain"] = "Просто"
    listed["ru"]["Panel"]["{n} hit(s)"] = ["а", "б", "в"]
    words.fill(listed, folder)
    assert words.missing(folder)["ru"] == {"Panel": {"A “quoted” \\ one\n&and more…": ""}}
    # What was filled in stays when texts are collected again.
    words.update(folder)
    assert words.missing(folder)["ru"] == {"Panel": {"A “quoted” \\ one\n&and more…": ""}}


@pytest.mark.parametrize(
    "wrong", [{"Nowhere": {"Plain": "x"}}, {"Panel": {"{n} hit(s)": ["one form only"]}}]
)
def test_what_does_not_fit_is_refused(folder: Path, wrong: dict[str, object]) -> None:
    with pytest.raises(SystemExit):
        words.fill({"ru": wrong}, folder)


def test_the_compiled_files_are_those_of_the_texts(tmp_path: Path) -> None:
    """Where this fails: `make words` (or tools/setup.sh) compiles them."""
    for file in FILES:
        shutil.copy(file, tmp_path)
    words.compile_all(tmp_path)
    for file in FILES:
        made = (tmp_path / file.name).with_suffix(".qm").read_bytes()
        assert file.with_suffix(".qm").read_bytes() == made
