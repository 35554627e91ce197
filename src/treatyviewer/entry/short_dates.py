"""Dates in few letters, for a line of time: `14 Feb 1950`, `14 февр. 1950`, `1950年2月14日`."""

from __future__ import annotations

from treatyviewer.entry.dates import MONTHS_EN, MONTHS_RU, shown

# By their first letters, which the cases of a Russian month have in common: "мая" is "май".
_RU = {
    "янв": "янв.", "фев": "февр.", "мар": "мар.", "апр": "апр.", "май": "мая", "мая": "мая",
    "июн": "июн.", "июл": "июл.", "авг": "авг.", "сен": "сент.", "окт": "окт.", "ноя": "нояб.",
    "дек": "дек.",
}  # fmt: skip


def short(text: str, language: str) -> str:
    """An EDTF date as a reader of that language writes it where there is little room."""
    whole = shown(text, language)
    words = whole.split(" ")
    if language.lower().startswith("zh"):
        return whole
    if language.lower().startswith("ru"):
        kept = [word for word in words if word not in ("г.", "гг.")]
        return " ".join(_russian(word, alone=len(kept) < 3) for word in kept)
    return " ".join(word[:3] if word in MONTHS_EN else word for word in words)


def _russian(word: str, *, alone: bool) -> str:
    # Whole where nothing but a year stands beside it: "март 1950".
    if word in MONTHS_RU and alone:
        return word
    return _RU.get(word[:3], word)
