"""The packages: the same from the checkout and from the source archive, and complete."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(*command: str | Path, cwd: Path) -> str:
    result = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def build(target: str, source: Path, into: Path) -> Path:
    """Build with the installed backend itself: nothing is downloaded, nothing is isolated."""
    run(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", into, cwd=source)
    (made,) = into.iterdir()
    return made


def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel made from the checkout."""
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist_tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source archive made from the checkout, unpacked."""
    sdist = build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))
    folder = tmp_path_factory.mktemp("unpacked")
    # By hand: newer Pythons warn at extractall() without a filter, and Debian 12's has no filters.
    with tarfile.open(sdist) as archive:
        for member in archive:
            data = archive.extractfile(member)
            if data is not None:
                path = folder / member.name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data.read())
    (tree,) = folder.iterdir()
    return tree


@pytest.mark.slow
def test_checkout_and_source_archive_give_the_same_wheel(
    wheel: Path, sdist_tree: Path, tmp_path: Path
) -> None:
    """A file in resources/ that git ignores gets into the first wheel only: it fails here."""
    direct = contents(wheel)
    by_sdist = contents(build("wheel", sdist_tree, tmp_path))
    assert sorted(direct) == sorted(by_sdist)
    assert [name for name in direct if direct[name] != by_sdist[name]] == []


@pytest.mark.slow
def test_the_source_archive_holds_what_the_two_commands_need(sdist_tree: Path) -> None:
    for name in ("tests", "bench", "docs", "requirements", "tools", "Makefile", "pyproject.toml"):
        assert (sdist_tree / name).exists(), name


@pytest.mark.slow
def test_the_wheel_holds_the_program_and_its_resources_only(wheel: Path) -> None:
    files = contents(wheel)
    tops = {name.split("/", 1)[0] for name in files}
    assert {re.sub(r"-[0-9].*\.dist-info", ".dist-info", top) for top in tops} == {
        "treatyviewer",
        "treatyviewer.dist-info",
    }
    assert "treatyviewer/py.typed" in files

    shipped = {
        name.removeprefix("treatyviewer/resources/"): data
        for name, data in files.items()
        if name.startswith("treatyviewer/resources/")
    }
    here = {
        path.relative_to(ROOT / "resources").as_posix(): path.read_bytes()
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    }
    assert here
    assert shipped == here


@pytest.mark.slow
def test_the_wheel_holds_the_compiled_words(wheel: Path) -> None:
    compiled = [name for name in contents(wheel) if name.endswith(".qm")]
    texts = [name for name in contents(wheel) if name.endswith(".ts")]
    assert texts
    assert sorted(compiled) == sorted(f"{name[:-3]}.qm" for name in texts)


@pytest.mark.slow
def test_a_build_without_lrelease_fails_and_says_so(sdist_tree: Path, tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    shutil.copytree(sdist_tree, tree)
    # A PySide6 that has no tools with it stands in for none at all.
    (tree / "empty" / "PySide6").mkdir(parents=True)
    (tree / "empty" / "PySide6" / "__init__.py").touch()
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree / "empty")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode != 0
    assert "lrelease is not here: it comes with PySide6-Essentials" in built.stderr
    assert not list(tmp_path.glob("*.whl"))


@pytest.mark.slow
def test_an_installed_wheel_finds_its_own_resources(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "installed"
    # --isolated: no setting of this machine's pip; --no-index: nothing is asked for elsewhere.
    pip = (sys.executable, "-m", "pip", "--isolated", "install", "--quiet", "--no-deps")
    run(*pip, "--no-index", "--no-compile", "--target", target, wheel, cwd=tmp_path)
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from treatyviewer import paths;"
        "print(paths.__file__); print(paths.resources()); print(paths.shipped_entry())"
    )
    output = run(sys.executable, "-I", "-c", code, target, cwd=tmp_path)
    module, resources, entry = map(Path, output.splitlines())
    assert module == target / "treatyviewer" / "paths.py"
    assert resources == target / "treatyviewer" / "resources"
    assert (entry / "entry.toml").is_file()


# Written in pieces: this file must not hold what it looks for.
HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("anaconda", "org"),
        ("npmjs", "org"),
        ("crates", "io"),
        ("deb", "debian", "org"),
        ("archive", "ubuntu", "com"),
    )
]
SLASH = "/"
MACHINE_PATHS = re.compile(
    # A folder of one person or one machine; "/home/you" may stand in a document.
    rf"(?<![\w.]){SLASH}(?:root|work){SLASH}"
    rf"|(?<![\w.]){SLASH}(?:home|Users){SLASH}(?!you\b|user\b|viewer\b|赵)\w"
    rf"|(?<![\w.]){SLASH}tmp{SLASH}v{SLASH}"
)


def committed_texts() -> Iterator[tuple[str, str]]:
    """Name and text of each file that git keeps."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    for name in run("git", "ls-files", "-z", cwd=ROOT).split("\0"):
        path = ROOT / name
        if not name or not path.is_file():  # a deletion that is not committed yet
            continue
        data = path.read_bytes()
        if b"\0" not in data:
            yield name, data.decode("utf-8")


def test_committed_files_name_no_package_registry_and_no_machine() -> None:
    """Where packages come from is the setting of each machine, not of the project."""
    found = []
    for name, text in committed_texts():
        found += [f"{name}: {host}" for host in HOSTS if host in text]
        found += [f"{name}: {match[0]}" for match in MACHINE_PATHS.finditer(text)]
        if len(ROOT.parts) > 2 and f"{ROOT}{SLASH}" in text:
            found.append(f"{name}: the folder of this checkout")
    assert found == []
