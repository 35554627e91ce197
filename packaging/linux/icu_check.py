"""Does Qt still sort, and change case, as it did with all of ICU's data?

    python packaging/linux/icu_check.py FOLDER-OF-THE-SMALLER-LIBRARY

Starts itself once with the library that came with Qt and once with the smaller one before it, and
compares what they say.
"""

from __future__ import annotations

import difflib
import functools
import os
import subprocess
import sys
from pathlib import Path

LANGUAGES = (
    *("en", "zh_CN", "zh_TW", "ru", "de", "sv", "fr", "es"),
    *("da", "cs", "ja", "ko", "tr", "vi", "uk", "pl"),
)
_TEXT = (
    "loan Loans öl ol zebra Ångström ang ähre ahre æther cote côte coté côté chata hrad llama luz"
    " nación nacion i I ı İ dal đal éclair 1950 200 30 条约 友好 互助 同盟 苏联 中国 旅顺 大连 贷款"
    " 周恩来 斯大林 ёлка елка Ёж ель договор Договор союз Сталин Мао щит эхо їжак яма"
    " か カ が 한국 가"
)
WORDS = tuple(_TEXT.split())


def say() -> None:
    """Print what Qt makes of the words."""
    # Only the processes that this one starts load Qt.
    from PySide6.QtCore import QCollator, QDate, QLibraryInfo, QLocale, Qt, QTime, QTimeZone

    print(QLibraryInfo.version().toString())
    for language in LANGUAGES:
        locale = QLocale(language)
        for numeric in (False, True):
            collator = QCollator(locale)
            collator.setNumericMode(numeric)
            collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            words = sorted(WORDS, key=functools.cmp_to_key(collator.compare))
            print(language, numeric, *words)
        print(locale.toUpper("straße izmir ıi ё"), locale.toLower("İSTANBUL I ЁЖ ΣΑΣ"))
        day = QDate(1950, 2, 14)
        print(locale.toString(day, QLocale.FormatType.LongFormat), locale.monthName(2))
        print(locale.toString(QTime(21, 5), QLocale.FormatType.ShortFormat))
    for name in (b"Asia/Shanghai", b"Europe/Moscow", b"Europe/Berlin"):
        zone = QTimeZone(name)
        print(zone.isValid(), zone.offsetFromUtc(QDate(2026, 7, 1).startOfDay(zone)))


def main() -> None:
    """Compare."""
    if len(sys.argv) != 2:
        raise SystemExit("usage: icu_check.py FOLDER")
    if sys.argv[1] == "--say":
        say()
        return
    said = []
    for folder in ("", str(Path(sys.argv[1]).resolve())):
        environment = os.environ | {"LD_LIBRARY_PATH": folder}
        run = [sys.executable, __file__, "--say"]
        said.append(subprocess.run(run, env=environment, check=True, capture_output=True).stdout)
    if said[0] != said[1]:
        before, after = (text.decode().splitlines() for text in said)
        print(*difflib.unified_diff(before, after, "all data", "smaller data", n=0), sep="\n")
        raise SystemExit("Qt sorts or writes otherwise with the smaller ICU data.")
    print(f"Qt sorts as before with the smaller ICU data ({len(LANGUAGES)} languages).")


if __name__ == "__main__":
    main()
