"""What an answer says beside its hits, in the languages of the interface.

Written out here and not with the words around texts: those are wanted at every start, these by
the first search.
"""

from __future__ import annotations

from treatyviewer.entry.language import choose

_EN = {
    "no-word": "There is no word to search for in this query.",
    "cut": "Only the first {most} words of this query were searched for.",
    "apart": "The words stand side by side nowhere; here they stand apart.",
    "some": "Nothing has all of these words; here are some of them.",
    "some-more": "First what has all of these words, then what has some of them.",
    "nowhere": "Nowhere here: {words}.",
    "quoted": "“{word}”",
    "comma": ", ",
    "refused-kind": "There is no kind “{value}”. There are: {kinds}.",
    "refused--in": "Only a kind can be left out, not a place: “-in:{value}”.",
    "refused--before": "Only a kind can be left out, not a time: “-before:{value}”.",
    "refused--after": "Only a kind can be left out, not a time: “-after:{value}”.",
    "refused-in": "There is no section “{value}”: write its id, its number or its title.",
    "refused-before": "“{value}” is no date: write before:1960, before:1960-07 or "
    "before:1960-07-16.",
    "refused-after": "“{value}” is no date: write after:1950, after:1950-02 or after:1950-02-14.",
}
_ZH = {
    "no-word": "查询中没有可供检索的词。",
    "cut": "只检索了查询的前 {most} 个词。",
    "apart": "没有哪一处这些词相连出现；以下各处是分开出现的。",
    "some": "没有哪一处包含全部这些词；以下各处包含其中一部分。",
    "some-more": "先列出包含全部词语的结果，再列出包含部分词语的结果。",
    "nowhere": "此处未出现：{words}。",
    "quoted": "“{word}”",
    "comma": "、",
    "refused-kind": "没有“{value}”这一类别。可用的类别：{kinds}。",
    "refused--in": "只能排除类别，不能排除位置：“-in:{value}”。",
    "refused--before": "只能排除类别，不能排除时间：“-before:{value}”。",
    "refused--after": "只能排除类别，不能排除时间：“-after:{value}”。",
    "refused-in": "没有“{value}”这一节：请写其标识、编号或标题。",
    "refused-before": "“{value}”不是日期：请写成 before:1960、"
    "before:1960-07 或 before:1960-07-16。",
    "refused-after": "“{value}”不是日期：请写成 after:1950、after:1950-02 或 after:1950-02-14。",
}
_RU = {
    "no-word": "В запросе нет слова, которое можно искать.",
    "cut": "Поиск шёл только по первым словам запроса (не более {most}).",
    "apart": "Рядом эти слова нигде не стоят; здесь они стоят порознь.",
    "some": "Все эти слова вместе нигде не встречаются; здесь есть некоторые из них.",
    "some-more": "Сначала то, где есть все эти слова, затем то, где есть некоторые.",
    "nowhere": "Здесь не встречается: {words}.",
    "quoted": "«{word}»",
    "comma": ", ",
    "refused-kind": "Вида «{value}» нет. Есть: {kinds}.",
    "refused--in": "Исключить можно только вид, а не место: «-in:{value}».",
    "refused--before": "Исключить можно только вид, а не время: «-before:{value}».",
    "refused--after": "Исключить можно только вид, а не время: «-after:{value}».",
    "refused-in": "Раздела «{value}» нет: укажите его идентификатор, номер или название.",
    "refused-before": "«{value}» — не дата: пишите before:1960, before:1960-07 или "
    "before:1960-07-16.",
    "refused-after": "«{value}» — не дата: пишите after:1950, after:1950-02 или after:1950-02-14.",
}
TABLES = {"en": _EN, "zh-Hans": _ZH, "ru": _RU}


def words(key: str, language: str = "en", **values: object) -> str:
    """A message in the best language to be had; without values as it is written here."""
    text = TABLES[choose(TABLES, language, "en")][key]
    return text.format(**values) if values else text
