"""The words between the fields of a reference, in each language that we speak."""

from __future__ import annotations

from treatyviewer.entry.language import choose
from treatyviewer.tuples import NamedTuple


class Wording(NamedTuple):
    """Names are put where the braces are."""

    and_: str
    last_and: str
    others: str
    editor: str
    editors: str
    edited: str
    translated: str
    inside: str
    volume: str
    issue: str
    number: str
    edition: str
    page: str
    pages: str
    undated: str
    visited: str


_EN = Wording(
    and_=" and ",
    last_and=", and ",
    others="{} et al.",
    editor="{}, ed.",
    editors="{}, eds.",
    edited="edited by {}",
    translated="translated by {}",
    inside="In ",
    volume="vol. {}",
    issue="no. {}",
    number="no. {}",
    edition="edition {}",
    page="p. {}",
    pages="pp. {}",
    undated="n.d.",
    visited="accessed {}",
)
_RU = Wording(
    and_=" и ",
    last_and=" и ",
    others="{} и др.",
    editor="{}, ред.",
    editors="{}, ред.",
    edited="под ред. {}",
    translated="пер. {}",
    inside="В: ",
    volume="т. {}",
    issue="№ {}",
    number="№ {}",
    edition="изд. {}",
    page="с. {}",
    pages="с. {}",
    undated="б. д.",
    visited="дата обращения: {}",
)
_HANS = Wording(
    and_="、",
    last_and="、",
    others="{}等",
    editor="{}编",
    editors="{}编",
    edited="{}编",
    translated="{}译",
    inside="载",
    volume="第{}卷",
    issue="第{}期",
    number="第{}号",
    edition="第{}版",
    page="第{}页",
    pages="第{}页",
    undated="无日期",
    visited="访问日期：{}",
)
_HANT = _HANS._replace(
    editor="{}編",
    editors="{}編",
    edited="{}編",
    translated="{}譯",
    inside="載",
    number="第{}號",
    page="第{}頁",
    pages="第{}頁",
    undated="無日期",
    visited="訪問日期：{}",
)
_ALL = {"en": _EN, "ru": _RU, "zh-Hans": _HANS, "zh-Hant": _HANT}


def wording(language: str) -> Wording:
    """The words for readers of a language, in English when we do not speak it."""
    return _ALL[choose(_ALL, language, "en")]
