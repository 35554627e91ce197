"""The interface's texts: collected from the source, listed, filled in, compiled.

The source is read by us and not by lupdate: its reader of Python knows no plural forms of
`translate`, nothing of texts in tables, and takes an f-string for the text that it makes. What is
found is written as C++, which lupdate reads without fault, and lupdate brings it into the .ts
files, where translations that are there stay.

usage: python tools/words.py update | missing | fill FILE.json | compile
"""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "treatyviewer"
I18N = ROOT / "resources" / "i18n"
LANGUAGES = {"zh_Hans": "zh_CN", "ru": "ru"}

# Calls that hold texts: the context, and which argument is the text.
_TABLES = {"ActionLine": ("Actions", 1)}
# What the window tells of what lies below it. Errors about content are for authors, in English.
_ERRORS = ("NotFoundError", "NoEntryError", "AddressError", "LibraryError", "DamagedError")


class Text(NamedTuple):
    """A text of the source; `many` if it has forms for numbers."""

    context: str
    text: str
    many: bool = False


class NotWrittenOut(Exception):
    """A text that is put together where it should be translated."""


# --- collecting ----------------------------------------------------------------------------------


def collect(source: Path = SOURCE) -> list[Text]:
    """All texts of the program that are to be translated, in order."""
    found: set[Text] = set()
    for file in sorted(source.rglob("*.py")):
        name = file.relative_to(source).as_posix()
        if not name.startswith("cli/"):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            found.update(_of_window(tree, name) if name.startswith("gui/") else _errors(tree))
    return sorted(found)


def texts_of(code: str, name: str = "gui/code.py") -> list[Text]:
    """Those in one piece of source."""
    return sorted(set(_of_window(ast.parse(code), name)))


def _of_window(tree: ast.AST, name: str, where: str = "") -> Iterator[Text]:
    for node in ast.iter_child_nodes(tree):
        inside = node.name if isinstance(node, ast.ClassDef) else where
        if isinstance(node, ast.Call):
            yield from _call(node, name, where)
        yield from _of_window(node, name, inside)


def _call(call: ast.Call, name: str, where: str) -> Iterator[Text]:
    called = _name_of(call.func)
    arguments = call.args
    if called == "tr" and isinstance(call.func, ast.Attribute):
        if len(arguments) + len(call.keywords) != 1:
            raise NotWrittenOut(f"{name}:{call.lineno}: tr() takes a text; use translate()")
        yield from _one(where, arguments[0], False, f"{name}:{call.lineno}")
    elif called in ("translate", "later") and isinstance(call.func, ast.Name):
        context = _literal(arguments[0]) if len(arguments) > 1 else None
        if context is None:
            raise NotWrittenOut(f"{name}:{call.lineno}: the context is not written out")
        many = len(arguments) > 2 or any(word.arg == "n" for word in call.keywords)
        yield from _one(context, arguments[1], many, f"{name}:{call.lineno}")
    elif called in _TABLES:
        context, at = _TABLES[called]
        given = {word.arg: word.value for word in call.keywords}
        text = arguments[at] if len(arguments) > at else given.get("text")
        if text is not None:
            yield from _one(context, text, False, f"{name}:{call.lineno}")


def _one(context: str, text: ast.expr, many: bool, place: str) -> Iterator[Text]:
    said = _literal(text)
    if said is not None:
        if said:
            yield Text(context, said, many)
    elif not isinstance(text, ast.Name | ast.Attribute | ast.Subscript):
        # A variable is taken for a text of a table, which was collected where it stands.
        raise NotWrittenOut(f"{place}: this text is not written out")


def _errors(tree: ast.AST) -> Iterator[Text]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name_of(node.func) in _ERRORS:
            advice = [word.value for word in node.keywords if word.arg == "advice"]
            for part in (*node.args[:1], *advice):
                said = _literal(part)
                if said:
                    yield Text("Errors", said)


def _name_of(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


# --- the .ts files -------------------------------------------------------------------------------


def update(folder: Path = I18N) -> None:
    """Bring what the source has into the .ts files; what it has no more is dropped."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        code = Path(scratch) / "texts.cpp"
        code.write_text(_as_cpp(collect()), encoding="utf-8")
        for language, target in LANGUAGES.items():
            _qt(
                "lupdate",
                *("-silent", "-locations", "none", "-no-obsolete", "-sort-messages"),
                *("-disable-heuristic", "sametext", "-disable-heuristic", "similartext"),
                *("-source-language", "en", "-target-language", target),
                *(str(code), "-ts", str(folder / f"treatyviewer_{language}.ts")),
            )


def _as_cpp(texts: list[Text]) -> str:
    lines = []
    for one in texts:
        # Strings of JSON are strings of C++.
        words = [json.dumps(word, ensure_ascii=False) for word in (one.context, one.text)]
        many = ", nullptr, n" if one.many else ""
        lines.append(f"QCoreApplication::translate({', '.join(words)}{many});\n")
    return "".join(["void f(int n) {\n", *lines, "}\n"])


class Message(NamedTuple):
    """A text of a .ts file; `forms` are its translations, more than one where it counts."""

    text: Text
    forms: tuple[str, ...]
    state: str

    @property
    def done(self) -> bool:
        return not self.state and bool(self.forms) and all(self.forms)


def messages(file: Path) -> list[Message]:
    """What stands in a .ts file."""
    return [
        Message(text, _forms(element), _translation(element).get("type", ""))
        for text, element in _elements(ET.parse(file).getroot())
    ]


def _elements(root: ET.Element) -> Iterator[tuple[Text, ET.Element]]:
    for context in root.iter("context"):
        for element in context.iter("message"):
            many = element.get("numerus") == "yes"
            yield (
                Text(context.findtext("name", ""), element.findtext("source", ""), many),
                element,
            )


def _translation(element: ET.Element) -> ET.Element:
    found = element.find("translation")
    return found if found is not None else ET.SubElement(element, "translation")


def _forms(element: ET.Element) -> tuple[str, ...]:
    translation = _translation(element)
    if element.get("numerus") == "yes":
        return tuple(form.text or "" for form in translation.iter("numerusform"))
    return (translation.text or "",)


def missing(folder: Path = I18N) -> dict[str, dict[str, dict[str, list[str] | str]]]:
    """What has no translation, by language, context and text, in the form that `fill` takes."""
    found: dict[str, dict[str, dict[str, list[str] | str]]] = {}
    for language in LANGUAGES:
        for one in messages(folder / f"treatyviewer_{language}.ts"):
            if not one.done:
                texts = found.setdefault(language, {}).setdefault(one.text.context, {})
                texts[one.text.text] = list(one.forms) if one.text.many else one.forms[0]
    return found


def fill(words: dict[str, dict[str, dict[str, list[str] | str]]], folder: Path = I18N) -> None:
    """Put translations into the .ts files: by language, context and text."""
    for language, contexts in words.items():
        file = folder / f"treatyviewer_{language}.ts"
        tree = ET.parse(file)
        known = dict(_elements(tree.getroot()))
        by_name = {(text.context, text.text): element for text, element in known.items()}
        for context, texts in contexts.items():
            for text, said in texts.items():
                if (context, text) not in by_name:
                    raise SystemExit(f"{file.name} has no text “{text}” in {context}.")
                _put(by_name[context, text], said)
        tree.write(file, encoding="utf-8", xml_declaration=True)
    # In lupdate's own hand, so that the next update changes nothing.
    update(folder)


def _put(element: ET.Element, said: list[str] | str) -> None:
    translation = _translation(element)
    forms = list(translation.iter("numerusform"))
    given = [said] if isinstance(said, str) else said
    if forms and len(forms) != len(given):
        raise SystemExit(f"“{element.findtext('source')}” needs {len(forms)} forms.")
    for place, form in zip(forms or [translation], given, strict=True):
        place.text = form
    if all(given):
        translation.attrib.pop("type", None)


def compile_all(folder: Path = I18N) -> None:
    """Make the .qm files, which the window reads, beside the .ts files."""
    for language in LANGUAGES:
        file = folder / f"treatyviewer_{language}.ts"
        _qt("lrelease", "-silent", str(file), "-qm", str(file.with_suffix(".qm")))


def _qt(tool: str, *arguments: str) -> None:
    """Run a tool of Qt's as it comes with PySide6, or one that is in the way of programs."""
    spec = importlib.util.find_spec("PySide6")
    folders = spec.submodule_search_locations if spec is not None else None
    program = Path(next(iter(folders or ()), "")) / (f"{tool}.exe" if os.name == "nt" else tool)
    if folders is None or not program.is_file():
        raise SystemExit(
            f"{tool} is not here: it comes with PySide6-Essentials, which {sys.executable} lacks. "
            "Without it the window would have no words but English."
        )
    ran = subprocess.run(
        [str(program), *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )
    if ran.returncode:
        raise SystemExit(f"{tool} failed: {ran.stdout}{ran.stderr}")


def main(arguments: list[str]) -> None:
    """Do what the command line says."""
    match arguments:
        case ["update"]:
            update()
            left = sum(len(texts) for one in missing().values() for texts in one.values())
            print(f"{left} translations are missing." if left else "Everything is translated.")
        case ["missing"]:
            print(json.dumps(missing(), ensure_ascii=False, indent=2))
        case ["fill", file]:
            fill(json.loads(Path(file).read_text(encoding="utf-8")))
        case ["compile"]:
            compile_all()
        case _:
            raise SystemExit((__doc__ or "").rpartition("\n\n")[2].strip())


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except NotWrittenOut as error:
        raise SystemExit(str(error)) from None
