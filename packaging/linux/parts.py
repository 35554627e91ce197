"""Which files of Qt, and of the machine that builds, go into the frozen program."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

# The modules of PySide6 that the program imports; a test looks whether these are all. QtDBus's
# library is there for the desktop's themes and input methods, the module for Python is not.
MODULES = {"QtCore", "QtGui", "QtWidgets", "QtSvg"}

# Plugins: a folder, and which of its files. Pictures in the formats that an entry may have (PNG is
# in Qt itself); text is typed by way of IBus or compose keys; windows look as the desktop says.
# Left out on purpose: cupsprintersupport, because nothing is printed; the drawing by OpenGL on
# Wayland (qt-plugin-wayland-egl), which widgets do not use: tried under Weston.
PLUGINS = {
    "iconengines": ("qsvgicon",),
    "imageformats": ("qjpeg", "qsvg"),
    "platforminputcontexts": (
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    ),
    "platforms": ("qoffscreen", "qwayland", "qxcb"),
    "platformthemes": ("qgtk3", "qxdgdesktopportal"),
    "wayland-decoration-client": ("adwaita", "bradient"),
    "wayland-shell-integration": ("xdg-shell",),
    "xcbglintegrations": ("qxcb-egl-integration", "qxcb-glx-integration"),
}
# Qt's own words, for each language of the window that is not English.
TRANSLATIONS = {"qtbase_ru.qm", "qtbase_zh_CN.qm"}

# RapidFuzz compiled a second time for processors with AVX2: as quick as the first where two words
# are compared, which is all that the program does, and five megabytes.
_VARIANTS = ("fuzz_cpp_avx2.", "metrics_cpp_avx2.")

# Modules in Python for where their compiled twins are missing, which are here. (RapidFuzz's are not
# among them: the compiled ones import them; nor is _sysconfigdata, which zoneinfo asks.)
_SLOW_TWINS = (
    "snowballstemmer.*_stemmer",
    "_pydecimal",
    "_pyi_rth_utils*",  # of PyInstaller's boot loader, which is not used
)

# Packages and modules that neither a start nor a search imports lie compressed in a zip: what
# compiles and checks entries, and what it asks of Python's library. (None of them has files beside
# its code, except jsonschema_specifications, which therefore is not among them.)
_NAMES = (
    "_strptime _sysconfigdata__x86_64-linux-gnu attr attrs concurrent copy csv dataclasses"
    " dateutil edtf email fractions getpass gzip hashlib hmac html http jsonschema logging"
    " markdown_it mdit_py_plugins mdurl mimetypes numbers pickle platform pprint py_compile"
    " pyparsing queue quopri referencing secrets selectors shlex socket statistics string"
    " stringprep subprocess sysconfig tarfile tomllib tracemalloc typing_extensions unittest"
    " uuid zoneinfo"
)
IN_THE_ZIP = frozenset(_NAMES.split())

# Python's modules that nothing here needs and that would bring a library of the system's along
# (hashlib has its own sums; packed .treaty files are stored or deflated), or much code.
EXCLUDED = [
    "_bz2",
    "_lzma",
    "_uuid",
    "asyncio",
    "ftplib",
    "_hashlib",
    "_ssl",
    "ssl",
    "sqlite3",
    "_sqlite3",
    "tkinter",
    "_tkinter",
    "_ctypes",
    "ctypes",
    "_multiprocessing",
    "multiprocessing",
    "readline",
    "curses",
    "_curses",
    "pydoc",
    "doctest",
    "pdb",
    "setuptools",
    "pip",
    "numpy",
]


# Of the encodings those of mainframes, of DOS and of old Macs: no locale of Linux has them (cp437
# stays, because zip files have it), and each file takes a block of the disk.
_OLD_ENCODINGS = (
    "encodings.cp0*",
    "encodings.cp[2578]*",
    "encodings.cp42*",
    "encodings.cp10*",
    "encodings.cp1125",
    "encodings.cp1140",
    "encodings.hp_roman8",
    "encodings.mac_*",
    "encodings.palmos",
    "encodings.ptcp154",
)
# Of a package's description only what the window tells: version and licences.
_OF_PIP = ("INSTALLER", "REQUESTED", "WHEEL", "entry_points.txt", "top_level.txt")


def is_wanted_module(name: str) -> bool:
    """Whether a module that PyInstaller has found goes in."""
    return not any(fnmatchcase(name, pattern) for pattern in (*_SLOW_TWINS, *_OLD_ENCODINGS))


def is_wanted(name: str, source: str) -> bool:
    """Whether a file that PyInstaller has found goes in. `name` is where it would lie."""
    path = PurePosixPath(name)
    parts = path.parts
    # Compiled are the texts of the window in i18n, and nobody measures jsonschema here.
    if path.suffix == ".ts" or parts[:2] == ("jsonschema", "benchmarks"):
        return False
    if parts[0].endswith(".dist-info") and path.name in _OF_PIP:
        return False
    if path.name.startswith((*_VARIANTS, "libpython", "_pyi_rth_")):
        return False
    if parts[0] != "PySide6":
        return not _is_the_systems(source)
    if parts[1:2] != ("Qt",):
        # QtCore.abi3.so and the like; everything that is no module is support.
        module = path.name.split(".")[0]
        return not module.startswith("Qt") or module in MODULES
    if parts[2] == "plugins":
        return path.name.removeprefix("lib").removesuffix(".so") in PLUGINS.get(parts[3], ())
    if parts[2] == "translations":
        return path.name in TRANSLATIONS
    # Libraries are taken afterwards, by what needs them.
    return False


def _is_the_systems(source: str) -> bool:
    """Whether this is a library of the system's: then the package depends on it. Python's modules
    are not: the next release of the system has another version. (Python itself is in the starter.)
    """
    return source.startswith(("/lib/", "/usr/lib/")) and not source.startswith("/usr/lib/python")


def needed_libraries(wanted: Iterable[Path], folder: Path) -> set[Path]:
    """The files in `folder` that the wanted ones need, directly or by way of each other."""
    found: set[Path] = set()
    waiting = list(wanted)
    while waiting:
        for name in needs(waiting.pop()):
            library = folder / name
            if library.exists() and library not in found:
                found.add(library)
                waiting.append(library)
    return found


def needs(file: Path) -> list[str]:
    """The names of the libraries that an ELF file asks for."""
    said = subprocess.run(
        ["readelf", "-dW", file], check=True, capture_output=True, text=True
    ).stdout
    return [line.partition("[")[2].rstrip("]") for line in said.splitlines() if "(NEEDED)" in line]
