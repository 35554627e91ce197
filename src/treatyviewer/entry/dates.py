"""Dates as entries write them, and as people read them.

An entry's dates are EDTF, levels 0 and 1 (ISO 8601-2): `1950-02-14`, `1950-02`, `1963~`, `195X`,
`1950-21` (spring), `1960-07-16/1960-07-18`, `1950/..`. Whether a text is one is found out once,
when the entry is compiled (`treatyviewer.content.dates`); here it is only written out, so this
module needs no parser and can be loaded while somebody reads.
"""

from __future__ import annotations

from treatyviewer.tuples import NamedTuple

FIRST_DAY = "0001-01-01"
LAST_DAY = "9999-12-31"

_DIGITS = frozenset("0123456789")
_OPEN = ".."

MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTHS_RU = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
# Of a day ("14 февраля"), and behind "с", "до" and "около".
_RU_OF = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
_EN_SEASONS = ("spring", "summer", "autumn", "winter")
_RU_SEASONS = ("весна", "лето", "осень", "зима")
_RU_SEASONS_OF = ("весны", "лета", "осени", "зимы")
_ZH_SEASONS = "春夏秋冬"


class Date(NamedTuple):
    """A date: its EDTF text, and the first and the last day that it can mean.

    The days are in ISO 8601, so that they sort as text; a date that is open at its end lasts
    until `LAST_DAY`, one that is open at its beginning starts on `FIRST_DAY`.
    """

    text: str
    first: str
    last: str


class _Piece(NamedTuple):
    """One end of an interval, or a date that is none.

    `year` may end in X; `month` is 1 to 12, or 21 to 24 for a season, or 0; `day` 1 to 31 or 0.
    `gap` is "month" or "day" where the author says that it is not known; `about` and `unsure`
    are what `~`, `?` and `%` say.
    """

    year: str
    month: int
    day: int
    gap: str
    about: bool
    unsure: bool

    @property
    def season(self) -> int:
        """0 is spring; -1 when there is no season."""
        return self.month - 21 if self.month > 12 else -1

    @property
    def plain(self) -> bool:
        """Whether it can be run together with another: "16–18 July"."""
        return not (self.gap or self.about or self.unsure or self.year.endswith("X"))


def shown(text: str, language: str) -> str:
    """An EDTF date as a reader of that language writes it; any other text as it is.

    `language` is a BCP 47 tag; what is neither Chinese nor Russian is shown in English.
    """
    words = _Words(language)
    start, slash, end = text.partition("/")
    if not slash:
        piece = _piece(start)
        return words.one(piece) if piece else text
    if start == _OPEN or end == _OPEN:
        piece = _piece(end if start == _OPEN else start)
        return words.open(piece, ends=start == _OPEN) if piece else text
    first, last = _piece(start), _piece(end)
    if not first or not last:
        return text
    return words.one(first) if first == last else words.interval(first, last)


def _piece(text: str) -> _Piece | None:
    """Reads one date; None when it is not one of the forms that entries use."""
    mark = text[-1:] if text[-1:] in ("?", "~", "%") else ""
    year, *rest = text.removesuffix(mark).split("-") if mark else text.split("-")
    if len(year) != 4 or not _DIGITS.issuperset(year.removesuffix("X").removesuffix("X")):
        return None
    month = day = 0
    gap = ""
    if len(rest) > 2 or (rest and year.endswith("X")):
        return None
    for name, part in zip(("month", "day"), rest, strict=False):
        if part == "XX":
            gap = name
        elif len(part) != 2 or not _DIGITS.issuperset(part) or gap:
            return None
        elif name == "month":
            month = int(part)
        else:
            day = int(part)
    seasonal = 21 <= month <= 24 and len(rest) == 1
    if rest and not (seasonal or 1 <= month <= 12 or (gap and not month)):
        return None
    if len(rest) == 2 and not (1 <= day <= 31 or gap == "day"):
        return None
    return _Piece(year, month, day, gap, mark in ("~", "%"), mark in ("?", "%"))


class _Words:
    """How one language writes dates."""

    def __init__(self, language: str) -> None:
        first, *rest = language.lower().replace("_", "-").split("-")
        self._tongue = first if first in ("zh", "ru") else "en"
        self._traditional = bool({"hant", "tw", "hk", "mo"}.intersection(rest))

    def one(self, piece: _Piece) -> str:
        """A date by itself."""
        return self._qualified(self._bare(piece, of=piece.about), piece)

    def open(self, piece: _Piece, *, ends: bool) -> str:
        """A time that only begins, or only ends."""
        if self._tongue == "zh":
            said = self.one(piece)
            return f"至{said}" if ends else f"自{said}起"
        if self._tongue == "ru":
            said = f"{'до' if ends else 'с'} {self._bare(piece, of=True)}"
            said = f"примерно {said}" if piece.about else said
            return self._qualified(said, piece._replace(about=False))
        return f"{'until' if ends else 'from'} {self.one(piece)}"

    def interval(self, first: _Piece, last: _Piece) -> str:
        """From one date to another, with what they share said once."""
        shape = (first.month > 0, first.season >= 0, first.day > 0)
        alike = shape == (last.month > 0, last.season >= 0, last.day > 0)
        if first.plain and last.plain and alike:
            if not first.month:
                return {
                    "zh": f"{first.year}年至{last.year}年",
                    "ru": f"{first.year}–{last.year} гг.",
                    "en": f"{first.year}–{last.year}",
                }[self._tongue]
            if first.year == last.year:
                return self._within_a_year(first, last)
        dash = {"zh": "至", "ru": " — ", "en": " – "}[self._tongue]
        return self.one(first) + dash + self.one(last)

    def _within_a_year(self, first: _Piece, last: _Piece) -> str:
        month = first.month == last.month
        if self._tongue == "zh":
            end = f"{last.day}日" if month else self._chinese(last._replace(year=""))
            return f"{self._bare(first)}至{end}"
        if month:
            return f"{first.day}–{self._bare(last)}"
        year = f" {first.year}"
        if self._tongue == "ru":
            return (
                f"{self._bare(first).removesuffix(' г.').removesuffix(year)} — {self._bare(last)}"
            )
        return f"{self._bare(first).removesuffix(year)} – {self._bare(last)}"

    def _qualified(self, said: str, piece: _Piece) -> str:
        if self._tongue == "zh":
            about = "約" if self._traditional else "约"
            unsure = "（不確定）" if self._traditional else "（不确定）"
        else:
            russian = self._tongue == "ru"
            about = "около " if russian else "about "
            unsure = " (предположительно)" if russian else " (uncertain)"
        return (about if piece.about else "") + said + (unsure if piece.unsure else "")

    def _bare(self, piece: _Piece, *, of: bool = False) -> str:
        """A date without its qualification; `of` asks for the Russian genitive."""
        if self._tongue == "zh":
            said = self._chinese(piece)
            gaps = {"month": "（月份不詳）", "day": "（日期不詳）"}
            gap = gaps.get(piece.gap, "")
            return said + (gap if self._traditional else gap.replace("詳", "详"))
        if self._tongue == "ru":
            gap = {"month": " (месяц неизвестен)", "day": " (день неизвестен)"}.get(piece.gap, "")
            return self._russian(piece, of) + gap
        gap = {"month": " (month not known)", "day": " (day not known)"}.get(piece.gap, "")
        return self._english(piece) + gap

    def _english(self, piece: _Piece) -> str:
        year = _century(piece.year, "–") or piece.year.replace("X", "0s")
        if piece.season >= 0:
            return f"{_EN_SEASONS[piece.season]} {year}"
        day = f"{piece.day} " if piece.day else ""
        month = f"{MONTHS_EN[piece.month - 1]} " if piece.month else ""
        return day + month + year

    def _russian(self, piece: _Piece, of: bool) -> str:
        if century := _century(piece.year, "–"):
            return f"{century} гг."
        if piece.year.endswith("X"):
            return f"{piece.year[:-1]}0-{'х годов' if of else 'е годы'}"
        year = f"{piece.year} г."
        if piece.season >= 0:
            return f"{(_RU_SEASONS_OF if of else _RU_SEASONS)[piece.season]} {year}"
        if not piece.month:
            return year
        if piece.day:
            return f"{piece.day} {_RU_OF[piece.month - 1]} {year}"
        return f"{(_RU_OF if of else MONTHS_RU)[piece.month - 1]} {year}"

    def _chinese(self, piece: _Piece) -> str:
        if century := _century(piece.year, "年至"):
            return f"{century}年"
        if piece.year.endswith("X"):
            return f"{piece.year[:-1]}0年代"
        year = f"{piece.year}年" if piece.year else ""
        if piece.season >= 0:
            return f"{year}{_ZH_SEASONS[piece.season]}季"
        month = f"{piece.month}月" if piece.month else ""
        day = f"{piece.day}日" if piece.day else ""
        return year + month + day


def _century(year: str, dash: str) -> str:
    """`19XX` is 1900–1999: "1900s" could be ten years, and a century begins with its year 1."""
    if not year.endswith("XX"):
        return ""
    return f"{year[:2]}00{dash}{year[:2]}99"
