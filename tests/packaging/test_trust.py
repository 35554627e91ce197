"""Licences, bill of materials, sums and signatures: complete, the same each time, and refused when
they are wrong.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

import inventory
import notices
import parts_check
import sbom
import sums
from treatyviewer.gui.services.parts import PARTS

ROOT = Path(__file__).resolve().parents[2]
TRUST = ROOT / "packaging" / "trust"
EPOCH = 1_790_000_000
RAW = tomllib.loads((TRUST / "parts.toml").read_text(encoding="utf-8"))["part"]


@pytest.fixture(scope="module", params=inventory.PLATFORMS)
def platform(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    if not (ROOT / "requirements" / inventory._PINS[name]).is_file():
        pytest.skip(f"nothing is pinned for {name}")
    return name


@pytest.fixture(scope="module")
def packages(platform: str) -> inventory.Packages:
    return inventory.Packages(platform)


@pytest.fixture(scope="module")
def parts(platform: str, packages: inventory.Packages) -> list[inventory.Part]:
    return inventory.carried(platform, "3.11.2", packages, "0.3.0")


@pytest.fixture(scope="module")
def text(platform: str, packages: inventory.Packages) -> str:
    return notices.notices(platform, "3.11.2", packages, "0.3.0")


# --- the parts ----------------------------------------------------------------------------------


def test_every_part_has_its_texts_or_needs_none() -> None:
    free = ("LicenseRef-", "blessing")
    for part in RAW:
        assert part.get("texts") or part["licence"].startswith(free), part["name"]
        for name in part.get("texts", ()):
            if name != "PYTHON":
                file = ROOT / "resources" / name if "/" in name else TRUST / "texts" / f"{name}.txt"
                assert file.is_file(), name


def test_every_text_is_used() -> None:
    used = {name for part in RAW for name in part.get("texts", ())}
    assert {file.stem for file in (TRUST / "texts").iterdir()} <= used


def test_a_part_lies_in_another_that_is_there(
    parts: list[inventory.Part], packages: inventory.Packages
) -> None:
    names = {part.name for part in parts} | {part.name for part in packages.parts()}
    assert {part.inside for part in parts if part.inside} <= names
    assert len({part.name for part in parts}) == len(parts)


def test_the_about_dialog_tells_of_the_same_packages(packages: inventory.Packages) -> None:
    told = {inventory.normal(part.package) for part in PARTS if part.package}
    pinned = {part.name for part in packages.parts() if not part.inside}
    assert {inventory.normal(name) for name in pinned} <= told


# --- the licences ---------------------------------------------------------------------------------


def test_the_notices_have_every_part_with_its_holders(
    text: str, parts: list[inventory.Part], packages: inventory.Packages
) -> None:
    for part in (*parts, *packages.parts()):
        assert part.name in text
        for holder in part.copyright:
            assert holder.startswith("none") or f"Copyright {holder}" in text
    for words in (
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "GNU GENERAL PUBLIC LICENSE",
        "SIL OPEN FONT LICENSE",
        "PYTHON SOFTWARE FOUNDATION LICENSE",
        "The FreeType Project LICENSE",
        "download.qt.io",
        "How to replace the libraries",
    ):
        assert words in text


def test_the_notices_hold_nothing_of_this_machine(text: str) -> None:
    assert str(ROOT) not in text
    assert "site-packages" not in text
    assert not re.search(r"\{\w+\}", text.partition("Licence of")[0])


def test_a_package_without_a_known_licence_is_told() -> None:
    with pytest.raises(SystemExit, match="names no SPDX licence"):
        inventory._known_licence("something-new")


def test_pins_are_read_with_conditions_and_sums(tmp_path: Path) -> None:
    one, two = "a" * 64, "b" * 64
    file = tmp_path / "x.txt"
    file.write_text(
        f"# made\nOne.Two==1.0 ; python_version < '3.12' \\\n    --hash=sha256:{one} \\\n"
        f"    --hash=sha256:{two}\none-two==2.0 ; python_version >= '3.12' \\\n"
        f"    --hash=sha256:{one}\nthree==3 \\\n    --hash=sha256:{two}\n",
        encoding="utf-8",
    )
    assert inventory.read_pins(file) == {
        "one-two": inventory.Pin(("1.0", "2.0"), True, (one, two, one)),
        "three": inventory.Pin(("3",), False, (two,)),
    }
    with pytest.raises(SystemExit, match="cannot be read"):
        inventory.read_pins(tmp_path / "none.txt")


# --- the bill of materials ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def bill(parts: list[inventory.Part], packages: inventory.Packages) -> str:
    found = {"linux": parts + packages.parts()}
    return json.dumps(sbom.bill(found, "0.3.0", EPOCH))


def test_the_bill_is_the_same_each_time(
    bill: str, parts: list[inventory.Part], packages: inventory.Packages
) -> None:
    again = sbom.bill({"linux": parts + packages.parts()}, "0.3.0", EPOCH)
    assert json.dumps(again) == bill
    other = sbom.bill({"linux": parts}, "0.3.0", EPOCH)
    assert other["serialNumber"] != again["serialNumber"]


def test_the_bill_has_what_no_tool_sees(bill: str) -> None:
    names = {component["name"] for component in json.loads(bill)["components"]}
    assert {"CPython", "Qt", "SQLite", "Noto Serif"} <= names
    assert {"Natural Earth's outlines", "HarfBuzz", "apsw", "RapidFuzz", "triomphe"} <= names
    assert "syn" not in names


def test_the_bill_hangs_together(bill: str) -> None:
    told = json.loads(bill)
    refs = [component["bom-ref"] for component in told["components"]]
    assert len(set(refs)) == len(refs)
    wanted = {ref for line in told["dependencies"] for ref in line["dependsOn"]}
    assert wanted == set(refs)
    assert {line["ref"] for line in told["dependencies"]} == {*refs, "treatyviewer"}
    inside = {line["ref"]: line["dependsOn"] for line in told["dependencies"]}
    assert any(ref.startswith("pkg:generic/sqlite@") for ref in inside["pkg:pypi/apsw@3.54.1.0"])


def test_the_bill_keeps_to_the_schema(bill: str) -> None:
    # It has the schema in it, and is not installed for development.
    schema = pytest.importorskip("cyclonedx.schema")
    validation = pytest.importorskip("cyclonedx.validation.json")
    validator = validation.JsonStrictValidator(schema.SchemaVersion.V1_6)
    assert validator.validate_str(bill) is None


# --- machine code that nobody told of -------------------------------------------------------------


def test_a_library_without_a_part_is_found(tmp_path: Path) -> None:
    for name, start in {
        "p/_internal/libQt6Core.so.6": b"\x7fELF",
        "p/_internal/rapidfuzz/fuzz_cpp.cpython-311-x86_64-linux-gnu.so": b"\x7fELF",
        "p/_internal/libcrept.so.1": b"\x7fELF",
        "p/odd.dll": b"MZ\x90\x00",
        "p/_internal/text.txt": b"ELF",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(start + b"rest")
    (tmp_path / "p/link.so").symlink_to("odd.dll")
    found = parts_check.strangers(
        tmp_path, ("libQt6*.so.6*", "*/plugins/*.so"), frozenset({"rapidfuzz/fuzz_cpp"})
    )
    assert found == ["p/_internal/libcrept.so.1", "p/odd.dll"]


def test_the_compiled_modules_of_the_pins_are_known(packages: inventory.Packages) -> None:
    modules = parts_check.modules_of(packages)
    assert {"rapidfuzz/fuzz_cpp", "Stemmer", "rpds/rpds"} <= modules


# --- sums and signatures ------------------------------------------------------------------------


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    folder = tmp_path / "dist"
    folder.mkdir()
    (folder / "a.deb").write_bytes(b"one")
    (folder / "b c.exe").write_bytes(b"two")
    run("python3", TRUST / "sums.py", folder)
    return folder


def run(*command: str | Path, fails: bool = False) -> str:
    if shutil.which(str(command[0])) is None:
        pytest.skip(f"{command[0]} is not installed")
    result = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False
    )
    said = result.stdout + result.stderr
    assert (result.returncode != 0) == fails, said
    return said


def test_sums_are_those_of_sha256sum(dist: Path) -> None:
    assert sums.check(dist) == []
    result = subprocess.run(
        ["sha256sum", "--check", "SHA256SUMS"], cwd=dist, capture_output=True, text=True, check=True
    )
    assert result.stdout.count(": OK") == 2


def test_what_was_changed_added_or_lost_is_told(dist: Path) -> None:
    (dist / "a.deb").write_bytes(b"three")
    (dist / "new.rpm").write_bytes(b"four")
    (dist / "b c.exe").unlink()
    said = run("python3", TRUST / "sums.py", dist, "--check", fails=True)
    assert "a.deb: it is not what the sum was made of" in said
    assert "b c.exe: it is missing" in said
    assert "new.rpm: it has no sum" in said


def test_a_line_that_is_none_is_told(dist: Path) -> None:
    (dist / "SHA256SUMS").write_text("nonsense\n", encoding="utf-8")
    assert "line 1" in run("python3", TRUST / "sums.py", dist, "--check", fails=True)


def test_signed_verified_and_refused(dist: Path, tmp_path: Path) -> None:
    key, public = tmp_path / "throw-away.key", tmp_path / "throw-away.pub"
    other = tmp_path / "other.pub"
    run("minisign", "-G", "-W", "-p", public, "-s", key)
    run("minisign", "-G", "-W", "-p", other, "-s", tmp_path / "other.key")
    sign = TRUST / "sign.sh"
    assert "nobody has signed" in run("sh", sign, "verify", dist, public, fails=True)
    run("sh", sign, "sign", dist, key)
    assert "Treaty Viewer" in run("sh", sign, "verify", dist, public)
    # The key itself, as a reader copies it from a page.
    run("sh", sign, "verify", dist, public.read_text(encoding="utf-8").splitlines()[1])
    run("sh", sign, "verify", dist, other, fails=True)
    (dist / "a.deb").write_bytes(b"changed")
    assert "it is not what the sum" in run("sh", sign, "verify", dist, public, fails=True)
    run("python3", TRUST / "sums.py", dist)
    run("sh", sign, "verify", dist, public, fails=True)


def test_no_key_in_the_repository(dist: Path, tmp_path: Path) -> None:
    inside = ROOT / "build" / "packaging-test.key"
    if shutil.which("minisign") is None:
        pytest.skip("minisign is not installed")
    inside.parent.mkdir(exist_ok=True)
    inside.write_text("no key", encoding="utf-8")
    try:
        assert "lies in the repository" in run(
            "sh", TRUST / "sign.sh", "sign", dist, inside, fails=True
        )
    finally:
        inside.unlink()


# --- built twice --------------------------------------------------------------------------------


def repository(tmp_path: Path, build: str) -> Path:
    top = tmp_path / "made up"
    (top / "packaging/trust").mkdir(parents=True)
    shutil.copy(TRUST / "twice.sh", top / "packaging/trust")
    (top / "build.sh").write_text(build, encoding="utf-8")
    who = ("-c", "user.name=x", "-c", "user.email=x@y")
    for command in (("init", "-q"), ("add", "-A"), (*who, "commit", "-q", "-m", "x")):
        subprocess.run(["git", *command], cwd=top, check=True)
    return top


@pytest.mark.parametrize(
    ("build", "same"),
    [
        ("mkdir dist; echo $SOURCE_DATE_EPOCH >dist/x", True),
        ("mkdir dist; pwd >dist/x", False),
        ("mkdir dist; date +%Z >dist/x", False),
        ("mkdir dist; touch dist/$(basename $PWD)", False),
        ("mkdir dist", False),
        ("echo no; exit 1", False),
    ],
)
def test_two_builds_are_compared(tmp_path: Path, build: str, same: bool) -> None:
    top = repository(tmp_path, build)
    said = run("sh", top / "packaging/trust/twice.sh", "sh", "build.sh", fails=not same)
    assert ("every byte is the same" in said) == same
