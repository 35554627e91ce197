"""Write requirements/*.txt: one exact version and its hashes for each package that we install.

Run it by `make pins` (keeps the versions that still fit) or `make pins UPGRADE=1` (takes the
newest). It asks the package index that uv is set up for, and writes no address into the files:
a hash says what the file must be, wherever it comes from.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "requirements"

HEADER = '# Written by "make pins" from pyproject.toml; not edited by hand.\n'

# The lowest Python that pyproject.toml allows; uv adds the markers for the newer ones itself.
LOWEST_PYTHON = "3.11"

# In this order: a later file takes the versions of the earlier ones, because all of them are
# installed into one environment.
FILES: dict[str, list[str]] = {
    "build": ["--group", "pyproject.toml:build"],
    "run": ["pyproject.toml"],
    "dev": ["--group", "pyproject.toml:dev"],
    "installers": ["--group", "pyproject.toml:installers"],
    "pins": ["-"],
}
PINS_INPUT = "uv>=0.13,<0.14\n"

# Where a wheel must exist for every pinned package, so that nobody needs a compiler. Qt sets the
# limits: glibc 2.34 on x86_64 (Debian 12), 2.39 on arm64 (Debian 13), macOS 13 for the Qt of
# Python 3.11 and macOS 14 for the newer one.
PYTHONS = ["3.11", "3.12", "3.13"]
PLATFORMS = [
    "x86_64-manylinux_2_34",
    "aarch64-manylinux_2_39",
    "x86_64-pc-windows-msvc",
    "aarch64-pc-windows-msvc",
    "x86_64-apple-darwin",
    "aarch64-apple-darwin",
]
MACOS = {"3.11": "13.0"}
NEWER_MACOS = "14.0"


def find_uv() -> str:
    beside = Path(sys.executable).parent / "uv"
    if beside.exists():
        return str(beside)
    found = shutil.which("uv")
    if found is None:
        sys.exit('uv was not found; run this by "make pins", which installs it.')
    return found


def compile_file(uv: str, name: str, done: list[Path], scratch: Path, upgrade: bool) -> Path:
    """Resolve one file in the scratch folder: a failure must not leave half a set behind."""
    target = scratch / f"{name}.txt"
    current = REQUIREMENTS / target.name
    if current.exists() and not upgrade:
        shutil.copyfile(current, target)  # uv prefers the versions that it finds in its output
    command = [uv, "pip", "compile", "--quiet", "--universal", "--python-version", LOWEST_PYTHON]
    command += ["--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url"]
    for earlier in done:
        command += ["--constraints", str(earlier)]
    command += ["--output-file", str(target), *FILES[name]]
    given = PINS_INPUT if FILES[name] == ["-"] else None
    subprocess.run(command, cwd=ROOT, input=given, text=True, check=True, stdout=subprocess.DEVNULL)
    target.write_text(HEADER + target.read_text(encoding="utf-8"), encoding="utf-8")
    return target


def missing_wheels(uv: str, files: list[Path], scratch: Path) -> list[str]:
    """Resolve the files for every platform, without downloading, and name those that fail."""
    failed = []
    for platform in PLATFORMS:
        for python in PYTHONS:
            command = [uv, "pip", "install", "--quiet", "--dry-run", "--require-hashes"]
            command += ["--only-binary", ":all:", "--target", str(scratch / "nothing")]
            command += ["--python", sys.executable]
            command += ["--python-platform", platform, "--python-version", python]
            for file in files:
                command += ["--requirements", str(file)]
            macos = MACOS.get(python, NEWER_MACOS)
            environment = {**os.environ, "MACOSX_DEPLOYMENT_TARGET": macos}
            result = subprocess.run(
                command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
            )
            if result.returncode:
                failed.append(f"{platform}, Python {python}:\n{result.stderr.strip()}")
    return failed


def main() -> None:
    parser = argparse.ArgumentParser(description="Write requirements/*.txt.")
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions")
    upgrade: bool = parser.parse_args().upgrade

    uv = find_uv()
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        done: list[Path] = []
        for name in FILES:
            done.append(compile_file(uv, name, done, scratch, upgrade))
        print("Looking for a wheel of everything on every platform ...", flush=True)
        if failed := missing_wheels(uv, done, scratch):
            sys.exit("Nothing was written: no wheel on\n" + "\n".join(failed))
        for file in done:
            shutil.copyfile(file, REQUIREMENTS / file.name)
    print("Wrote " + ", ".join(f"requirements/{name}.txt" for name in FILES))


if __name__ == "__main__":
    main()
