"""What goes into the Linux packages, and what they depend on, decided without building one."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import collect
import depends
import elf
import icu
import parts
import sizes

ROOT = Path(__file__).resolve().parents[2]
SITE = "/venv/lib/python3.11/site-packages"


def imported(file: Path) -> set[str]:
    """Modules of PySide6 that a file imports, at any place in it."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "PySide6":
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6."):
            found.add((node.module or "").split(".")[1])
        elif isinstance(node, ast.Import):
            found |= {a.name.split(".")[1] for a in node.names if a.name.startswith("PySide6.")}
    return {name for name in found if name.startswith("Qt")}


def test_the_modules_of_qt_that_go_in_are_those_that_the_program_imports() -> None:
    found: set[str] = set()
    for file in (ROOT / "src").rglob("*.py"):
        found |= imported(file)
    assert found == parts.MODULES


@pytest.mark.parametrize(
    ("name", "source", "wanted"),
    [
        ("PySide6/QtCore.abi3.so", f"{SITE}/PySide6/QtCore.abi3.so", True),
        ("PySide6/QtQml.abi3.so", f"{SITE}/PySide6/QtQml.abi3.so", False),
        ("PySide6/libpyside6.abi3.so.6.11", f"{SITE}/PySide6/libpyside6.abi3.so.6.11", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", f"{SITE}/x", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", f"{SITE}/x", False),
        ("PySide6/Qt/plugins/sqldrivers/libqsqlite.so", f"{SITE}/x", False),
        ("PySide6/Qt/translations/qtbase_ru.qm", f"{SITE}/x", True),
        ("PySide6/Qt/translations/qtbase_de.qm", f"{SITE}/x", False),
        ("libxcb.so.1", "/lib/x86_64-linux-gnu/libxcb.so.1", False),
        ("libpython3.11.so.1.0", "/lib/x86_64-linux-gnu/libpython3.11.so.1.0", False),
        ("python3.11/lib-dynload/_json.so", "/usr/lib/python3.11/lib-dynload/_json.so", True),
        ("rapidfuzz/fuzz_cpp.cpython-311-x86_64-linux-gnu.so", f"{SITE}/x", True),
        ("rapidfuzz/fuzz_cpp_avx2.cpython-311-x86_64-linux-gnu.so", f"{SITE}/x", False),
        ("treatyviewer/resources/i18n/treatyviewer_ru.qm", f"{SITE}/x", True),
        ("treatyviewer/resources/i18n/treatyviewer_ru.ts", f"{SITE}/x", False),
    ],
)
def test_a_file_goes_in_or_not(name: str, source: str, wanted: bool) -> None:
    assert parts.is_wanted(name, source) is wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("treatyviewer.gui.app", True),
        ("snowballstemmer", True),
        ("snowballstemmer.english_stemmer", False),
        ("rapidfuzz.fuzz_py", True),
        # Those of locales that people have, and of names in zip files.
        ("encodings.gb18030", True),
        ("encodings.koi8_r", True),
        ("encodings.cp1251", True),
        ("encodings.cp1255", True),
        ("encodings.cp437", True),
        ("encodings.cp949", True),
        ("encodings.cp850", False),
        ("encodings.mac_roman", False),
    ],
)
def test_a_module_goes_in_or_not(name: str, wanted: bool) -> None:
    assert parts.is_wanted_module(name) is wanted


def test_the_translations_of_qt_are_those_of_the_windows_languages() -> None:
    ours = {file.stem.removeprefix("treatyviewer_") for file in ROOT.glob("resources/i18n/*.ts")}
    assert len(ours) == len(parts.TRANSLATIONS)
    for tag in ours:
        assert any(tag[:2] in name for name in parts.TRANSLATIONS)


def test_nothing_that_a_start_imports_lies_in_the_zip() -> None:
    probe = "import sys; from treatyviewer.cli.main import main; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in ran.stdout.split()}
    # What the environment itself imports before the program: its own paths, and this test's tools.
    bare = subprocess.run(
        [sys.executable, "-c", "import sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not (loaded - set(bare.stdout.split())) & parts.IN_THE_ZIP


def test_compiled_code_does_not_know_where_it_was_compiled(tmp_path: Path) -> None:
    results = []
    for folder in ("a", "another"):
        source = tmp_path / folder / "one.py"
        source.parent.mkdir()
        source.write_text("def f():\n    raise ValueError\n")
        results.append(collect.compiled("package.one", source))
    assert results[0] == results[1]
    path, data = results[0]
    assert path == "package/one.pyc"
    assert b"package/one.py" in data
    assert str(tmp_path).encode() not in data


@pytest.mark.parametrize(
    ("item", "kept"),
    [
        ("coll/zh.res", True),
        ("coll/sv.res", True),
        ("ru.res", True),
        ("zh_Hans.res", True),
        ("de.res", False),
        ("zone/ru.res", True),
        ("zone/fr.res", False),
        ("root.res", True),
        ("pool.res", True),
        ("likelySubtags.res", True),
        ("zoneinfo64.res", True),
        ("nfkc.nrm", True),
        ("gb18030.cnv", False),
        ("unames.icu", False),
        ("brkitr/cjdict.dict", False),
        ("curr/en.res", False),
        ("translit/root.res", False),
    ],
)
def test_an_item_of_icu_stays_or_not(item: str, kept: bool) -> None:
    assert icu.is_kept(item) is kept


def test_depends_have_the_least_version_that_the_files_ask_for() -> None:
    asked = elf.Wants(
        frozenset({"libc.so.6", "libm.so.6", "libglib-2.0.so.0", "libstdc++.so.6"}),
        frozenset(
            {
                ("libc.so.6", "GLIBC_2.4"),
                ("libc.so.6", "GLIBC_2.34"),
                ("libm.so.6", "GLIBC_2.29"),
                ("libstdc++.so.6", "GLIBCXX_3.4.9"),
                ("libstdc++.so.6", "GLIBCXX_3.4.29"),
            }
        ),
    )
    assert depends.of_debian(asked) == [
        "libc6 (>= 2.34)",
        "libglib2.0-0 | libglib2.0-0t64",
        "libstdc++6 (>= 11)",
    ]
    assert "libc.so.6(GLIBC_2.34)(64bit)" in depends.of_rpm(asked)
    assert "libc.so.6(GLIBC_2.4)(64bit)" not in depends.of_rpm(asked)


def test_a_library_that_nobody_has_named_stops_the_build() -> None:
    asked = elf.Wants(frozenset({"libnew.so.3"}), frozenset())
    with pytest.raises(SystemExit, match=r"libnew\.so\.3"):
        depends.of_debian(asked)


@pytest.mark.skipif(sys.platform != "linux", reason="ELF files are of Linux")
def test_what_a_program_asks_for_is_read() -> None:
    asked = elf.wants(Path(sys.executable).resolve())
    assert "libc.so.6" in asked.libraries
    assert any(version.startswith("GLIBC_") for _, version in asked.versions)


def test_too_large_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = tmp_path / "TreatyViewer-1.0-linux-x86_64.run"
    made.write_bytes(b"x" * 100)
    monkeypatch.setattr(sys, "argv", ["sizes.py", str(tmp_path), "--version", "1.0"])
    assert sizes.main() == 0
    monkeypatch.setattr(sizes, "MB", 1)
    assert sizes.main() == 1


def test_the_version_stands_in_one_place() -> None:
    from treatyviewer import __version__

    said = subprocess.run(
        ["sh", str(ROOT / "packaging" / "version.sh")], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == __version__
