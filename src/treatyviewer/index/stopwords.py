"""Words that say nothing of what a text is about, in English, Russian and Chinese.

They are indexed like all others, and left out of a query where other words remain. The lists
are short on purpose: articles, pronouns, prepositions, auxiliaries, question words.
"""

from __future__ import annotations

_ENGLISH = """
a an the and or nor but if so as at by for from in into of off on onto out over per than to up
upon via with without about after before between during through under until
i me my we us our you your he him his she her it its they them their this that these those
am is are was were be been being do does did done has have had having can could may might must
shall should will would not no
what when where which who whom whose why how there here then also any some such all
"""
_RUSSIAN = """
а без бы в во вот все всё для до же за и из или как к ко ли между на над не нет ни но о об
обо от по под при про с со так там то у чем что чтобы через
я меня мне мы нас нам вы вас он его ему она её ей оно они их им это этот эта эти этого той тот
был была было были быть есть будет
кто кого кому где куда когда который которая которое которые какой какая какое какие каков
какова сколько почему зачем чей чья
год года годы году годом г
"""
# As they come out of a run: in pairs, and single signs.
_CHINESE = "什么 怎么 哪些 哪个 何时 为何 的 了 是 在 和 与 吗 呢 年 月 日"
_ASKING = """
what when where which who whom whose why how
кто кого кому что где куда когда какой какая какое какие сколько почему зачем
"""
_ASKING_HAN = "什么 怎么 哪些 哪个 何时 为何 多少 谁"

STOP_WORDS = frozenset((_ENGLISH + _RUSSIAN).split())
STOP_SIGNS = frozenset(_CHINESE.split())
# With one of these, a query is a question.
ASKING = frozenset((_ASKING + _ASKING_HAN).split())
