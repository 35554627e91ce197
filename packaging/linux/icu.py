"""Make Qt's ICU data smaller: 32 MB of it, of which QtCore asks for little.

QtCore uses ICU to compare texts (QCollator), to change case, for the rules of time zones and for
old encodings. What it shows of dates and numbers it has itself. Kept: the order of all languages,
normalisation, time zones, and names for the languages that the window is in. Left out: break
rules, transliterations, names of currencies, units and countries, and encodings older than
Unicode, which the program never reads.

    python packaging/linux/icu.py IN/libicudata.so.73 OUT/libicudata.so.73

It needs icupkg (icu-devtools) and gcc, and says in `icu_check.py` what it may not change.
"""

from __future__ import annotations

import re
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

LANGUAGES = ("root", "en", "zh", "ru")
# Whole folders that nothing in Qt asks for.
_FOLDERS = ("brkitr", "curr", "lang", "rbnf", "region", "translit", "unit")
# Files at the top: encodings, stringprep, confusables; and the names of all characters.
_ENDINGS = (".cnv", ".spp", ".cfu")
_NAMES = ("unames.icu",)
# Tables at the top that are of no single language are named otherwise: "likelySubtags.res".
_OF_A_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Za-z0-9_]+)?\.res")
# No build id: it would be made of the same bytes anyway.
_LINK = ["gcc", "-shared", "-nostdlib", "-s", "-Wl,--build-id=none", "-Wl,-z,relro"]
_NOT_LANGUAGES = ("pool.res", "icuver.res", "units.res")


def is_kept(item: str) -> bool:
    """Whether an item of the data, named as icupkg names it, stays."""
    folder, _, name = item.rpartition("/")
    if folder in _FOLDERS:
        return False
    if folder == "coll":
        return True
    if not folder and (name.endswith(_ENDINGS) or name in _NAMES):
        return False
    if name in _NOT_LANGUAGES or not _OF_A_LANGUAGE.fullmatch(name):
        return True
    return name.removesuffix(".res").split("_")[0] in LANGUAGES


def data_of(library: bytes) -> tuple[str, bytes]:
    """The name of the data in the library (`icudt73`) and the data themselves."""
    # ELF64, little-endian: the offset of the section headers, their size and number.
    (table,) = struct.unpack_from("<Q", library, 0x28)
    size, number = struct.unpack_from("<HH", library, 0x3A)
    headers = [struct.unpack_from("<IIQQQQIIQQ", library, table + size * i) for i in range(number)]
    for header in headers:
        _, kind, _, _, offset, length, link, *_ = header
        if kind != 11:  # the dynamic symbols
            continue
        strings = headers[link][4]
        for place in range(offset, offset + length, 24):
            name, _, _, _, value, long = struct.unpack_from("<IBBHQQ", library, place)
            word = library[strings + name : library.index(b"\0", strings + name)].decode()
            if re.fullmatch(r"icudt\d+_dat", word):
                start = next(
                    value - h[3] + h[4]
                    for h in headers
                    if h[1] == 1 and h[3] <= value < h[3] + h[5]
                )
                return word.removesuffix("_dat"), library[start : start + long]
    raise SystemExit("There are no ICU data in this library (no symbol icudt.._dat).")


def shrink(source: Path, target: Path) -> None:
    """Write a smaller libicudata."""
    name, data = data_of(source.read_bytes())
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder, f"{name}l.dat")
        # icupkg writes a file's name into each item's: it must be the same one.
        small = Path(folder, "small", whole.name)
        small.parent.mkdir()
        drop = Path(folder, "drop.txt")
        whole.write_bytes(data)
        listed = subprocess.run(
            ["/usr/sbin/icupkg", "-l", whole], check=True, capture_output=True, text=True
        ).stdout.split()
        dropped = [item for item in listed if not is_kept(item)]
        drop.write_text("\n".join(dropped) + "\n")
        subprocess.run(["/usr/sbin/icupkg", "-r", drop, whole, small], check=True)
        code = Path(folder, "data.S")
        code.write_text(
            f".section .rodata\n.balign 16\n.global {name}_dat\n.type {name}_dat, @object\n"
            f'{name}_dat:\n.incbin "small/{small.name}"\n.size {name}_dat, . - {name}_dat\n'
            '.section .note.GNU-stack,"",@progbits\n'
        )
        linking = [*_LINK, f"-Wl,-soname,{source.name}", "-o", str(target.resolve()), code.name]
        subprocess.run(linking, check=True, cwd=folder)
    print(
        f"{target.name}: {source.stat().st_size / 1e6:.1f} MB to {target.stat().st_size / 1e6:.1f},"
        f" {len(listed) - len(dropped)} of {len(listed)} items kept"
    )


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit("usage: icu.py IN/libicudata.so.N OUT/libicudata.so.N")
    shrink(Path(sys.argv[1]), Path(sys.argv[2]))
