"""The parts of the Windows build that need neither Windows nor a network."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import win_catalogue
import win_msi
import win_pins
import win_runtime
import win_signatures
import win_site
import win_zip

ROOT = Path(__file__).resolve().parent.parent.parent


# --- pins ---------------------------------------------------------------------------------------


def test_windows_gets_the_versions_that_everybody_gets() -> None:
    """Fails when run.txt was written anew and win_pins.py was forgotten."""
    run = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
    windows = (ROOT / "requirements" / "windows.txt").read_text(encoding="utf-8")
    assert windows == win_pins.for_windows(run), "run packaging/windows/win_pins.py"


def test_markers_are_answered_for_the_python_that_ships() -> None:
    digest = "0" * 64
    text = (
        f"qt==1.0 ; python_full_version < '3.12' \\\n    --hash=sha256:{digest}\n"
        f"qt==2.0 ; python_full_version >= '3.12' \\\n    --hash=sha256:{digest}\n"
        f"dbus==3.0 ; sys_platform == 'linux' \\\n    --hash=sha256:{digest}\n"
    )
    assert win_pins.for_windows(text) == (
        win_pins.HEADER + f"qt==2.0 \\\n    --hash=sha256:{digest}\n"
    )


def test_a_line_without_a_hash_is_refused() -> None:
    with pytest.raises(ValueError, match="not a pinned version"):
        win_pins.for_windows("qt==1.0\n")


# --- catalogue ----------------------------------------------------------------------------------


def der(tag: int, *parts: bytes) -> bytes:
    body = b"".join(parts)
    size = len(body)
    length = bytes([size]) if size < 0x80 else b"\x83" + size.to_bytes(3, "big")
    return bytes([tag]) + length + body


def catalogue(*digests: bytes) -> bytes:
    members = [der(0x30, der(0x04, digest), der(0x31)) for digest in digests]
    trust_list = der(
        0x30, der(0x30), der(0x04, b"id"), der(0x17, b"now"), der(0x30), der(0x30, *members)
    )
    content = der(0x30, der(0x06, b"oid"), der(0xA0, trust_list))
    signed = der(0x30, der(0x02, b"\1"), der(0x31), content)
    return der(0x30, der(0x06, b"oid"), der(0xA0, signed))


def test_a_file_is_listed_by_its_content() -> None:
    text = b"print('hello')\n"
    digests = win_catalogue.members(
        catalogue(hashlib.sha256(text).digest(), hashlib.sha1(b"old").digest())
    )
    assert digests == {hashlib.sha256(text).digest()}
    assert win_catalogue.is_listed(text, digests)
    assert not win_catalogue.is_listed(text + b" ", digests)


def test_a_digest_outside_the_list_does_not_count() -> None:
    """Only what the signature covers: bytes that stand behind it are nobody's word."""
    text = b"import os\n"
    data = catalogue(hashlib.sha256(b"other").digest()) + hashlib.sha256(text).digest()
    with pytest.raises(win_catalogue.CatalogueError):
        win_catalogue.members(data)


@pytest.mark.parametrize("cut", [1, 7, 40])
def test_a_catalogue_that_is_cut_off_is_an_error(cut: int) -> None:
    data = catalogue(hashlib.sha256(b"x").digest())
    with pytest.raises(win_catalogue.CatalogueError):
        win_catalogue.members(data[:-cut])


def test_a_module_must_be_listed_or_read() -> None:
    name = next(iter(win_runtime.READ_BY_US))
    with pytest.raises(win_runtime.RuntimeCheckError, match=name):
        win_runtime.check_module(name, b"something else", frozenset())
    win_runtime.check_module("package/__init__.py", b"", frozenset())


def test_what_is_left_out_takes_what_is_below_along() -> None:
    for name in ("ssl.py", "asyncio/events.py", "email/mime/text.py", "test/__init__.py"):
        assert win_runtime.is_left_out(name)
    for name in ("json/decoder.py", "email/parser.py", "zipfile/__init__.py", "testing.py"):
        assert not win_runtime.is_left_out(name)


# --- signatures ---------------------------------------------------------------------------------

GOOD = """
Signature Index: 0  (Primary Signature)
Current message digest    : AB12
Calculated message digest : {calculated}
Signer's certificate:
\tSigner #0:
\t\tSubject: /C=US/O={who}/CN={who}
\t\tIssuer : /C=US/O=Python Software Foundation/CN=Microsoft ID Verified CS
Timestamp Server Signature verification: {stamp}
Signature verification: {chain}
Number of verified signatures: 1
Succeeded
"""
PSF = win_signatures.PYTHON


def said(calculated: str = "AB12", who: str = PSF, stamp: str = "ok", chain: str = "ok") -> str:
    return GOOD.format(calculated=calculated, who=who, stamp=stamp, chain=chain)


def test_a_good_signature_is_accepted() -> None:
    win_signatures.judge("python.exe", PSF, 0, said())


@pytest.mark.parametrize(
    ("answer", "status", "reason"),
    [
        ("No signature found\n", 1, "not signed"),
        (said(calculated="FFFF"), 1, "changed after"),
        (said(who="Somebody Else"), 0, "signed by Somebody Else and not by"),
        (said(who=f"Not the {PSF}"), 0, "signed by Not the"),
        (said(chain="failed"), 1, "does not hold"),
        (said(stamp="failed"), 0, "does not hold"),
        (said(), 1, "does not accept"),
    ],
)
def test_any_other_is_refused(answer: str, status: int, reason: str) -> None:
    with pytest.raises(win_signatures.SignatureError, match=reason):
        win_signatures.judge("python.exe", PSF, status, answer)


def test_only_microsofts_library_may_be_microsofts() -> None:
    assert win_signatures.signer_of(Path("vcruntime140_1.dll")) == win_signatures.MICROSOFT
    assert win_signatures.signer_of(Path("python313.dll")) == PSF


# --- what is packed -----------------------------------------------------------------------------


def test_the_modules_of_qt_are_read_from_the_imports() -> None:
    source = (
        "from PySide6 import QtCore, QtGui\nimport PySide6.QtSvg\n"
        "def later():\n    from PySide6.QtPrintSupport import QPrinter\n"
    )
    assert win_site.qt_modules([source]) == {"QtCore", "QtGui", "QtSvg", "QtPrintSupport"}


def test_the_program_needs_no_more_of_qt_than_is_known() -> None:
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py")]
    assert win_site.qt_modules(sources) >= {"QtCore", "QtGui", "QtWidgets", "QtSvg"}


def test_the_same_folder_gives_the_same_zip(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000001")
    zips = []
    for name, order in (("a", "xyz"), ("b", "zyx")):
        app = tmp_path / name
        for letter in order:
            (app / letter).mkdir(parents=True)
            (app / letter / "file").write_text(letter, encoding="utf-8")
        target = tmp_path / f"{name}.zip"
        win_zip.portable(app, "1.2.3", target)
        zips.append(target)
    assert zips[0].read_bytes() == zips[1].read_bytes()
    with zipfile.ZipFile(zips[0]) as archive:
        assert archive.namelist()[-1] == "TreatyViewer-1.2.3/portable"
        assert archive.read("TreatyViewer-1.2.3/y/file") == b"y"


def test_the_msi_has_every_file_once_and_takes_every_folder_away(tmp_path: Path) -> None:
    app = tmp_path / "app"
    for name in ("a.exe", "lib/b & c.pyd", "lib/empty/deep/d"):
        (app / name).parent.mkdir(parents=True, exist_ok=True)
        (app / name).write_bytes(b"x")
    text = win_msi.source(app, "1.2.3", tmp_path / "i.ico")
    assert text.count("<File ") == 3
    assert 'Name="b &amp; c.pyd"' in text
    # Those with files, the deepest first.
    assert text.count("<RemoveFolder ") == text.count('<Component Id="c') == 3
    places = [text.index(f'"{win_msi._id("r", name)}"') for name in ("lib/empty/deep", "lib", ".")]
    assert places == sorted(places)
    assert text == win_msi.source(app, "1.2.3", tmp_path / "i.ico")
    # A new version is a new product and the same components.
    newer = win_msi.source(app, "1.2.4", tmp_path / "i.ico")
    assert newer.count("Guid=") == text.count("Guid=")
    assert win_msi.guid("product", "1.2.3") in text
    assert win_msi.guid("product", "1.2.3") not in newer


@pytest.mark.parametrize(
    ("version", "numbers"), [("0.3.0", "0.3.0"), ("1.0", "1.0.0"), ("2.1.0rc1", "2.1.0")]
)
def test_windows_compares_three_numbers(version: str, numbers: str) -> None:
    assert win_msi.three_numbers(version) == numbers


def test_compiled_modules_know_no_folder_and_ask_for_no_source(tmp_path: Path) -> None:
    source, target = tmp_path / "m.py", tmp_path / "m.pyc"
    source.write_text("def f():\n    return __file__\n", encoding="utf-8")
    listing = tmp_path / "list"
    listing.write_text(f"{source}\t{target}\tlib/m.py\n", encoding="utf-8")
    script = ROOT / "packaging" / "windows" / "win_compile.py"
    subprocess.run([sys.executable, script, listing], check=True, capture_output=True)
    data = target.read_bytes()
    assert data[4:8] == b"\1\0\0\0"
    assert b"lib/m.py" in data
    assert str(tmp_path).encode() not in data
