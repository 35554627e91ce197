"""The words of the window in the reader's language.

The texts in the source are English and need no file. Translations lie in resources/i18n, made by
`make words` and compiled when the program is set up or packed (docs/translating.md).
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from treatyviewer.entry.language import choose, normal
from treatyviewer.paths import resources

# Of each language of the interface, what Qt calls the translation of its own texts.
_QT = {"en": "", "zh-Hans": "zh_CN", "ru": "ru"}
LANGUAGES = tuple(_QT)
_TRANSLATOR = "interface-words"


def translate(context: str, text: str, n: int | None = None) -> str:
    """A text of the program's, in the language of the interface.

    Both are written out where this is called: the tool that collects texts for translators
    (tools/words.py) reads the source, and finds calls of this name. With `n` the text has the
    form for that many; English marks it by "(s)", as in "{n} hit(s)".
    """
    if n is None:
        return QCoreApplication.translate(context, text)
    said = QCoreApplication.translate(context, text, "", n)
    return said.replace("(s)", "" if n == 1 else "s")


def later(context: str, text: str) -> str:
    """A text in a table, collected here, that goes through `translate` where it is shown."""
    return text


def number(n: int, *, more: bool = False) -> str:
    """A number of things, its thousands parted as the language parts them; with a plus where
    there are `more`.
    """
    written = f"{n:,}"
    if n >= 1000:
        written = written.replace(",", translate("Numbers", "1,000")[1:-3])
    return f"{written}+" if more else written


def wanted_language(given: str, preferred: str) -> str:
    """The tag to read in: `given` on the command line if anything is, else the reader's
    preference; for "system" the first of the system's languages that there is, or English.
    """
    if given:
        return given
    if preferred != "system":
        return preferred
    for tag in QLocale.system().uiLanguages():
        first = normal(tag).split("-")[0]
        for language in LANGUAGES:
            if language.split("-")[0] == first:
                return language
    return "en"


def install(app: QCoreApplication, language: str) -> bool:
    """Give an application the words of a language when it starts; whether they are there."""
    tag = choose(_QT, language, "en")
    # Numbers that Qt writes, in spin boxes for instance, follow the words and not the system.
    QLocale.setDefault(QLocale(tag))
    return tag == "en" or _load(app, tag)


def relabel(app: QCoreApplication, language: str) -> bool:
    """Give it those of another language. What shows texts is made anew afterwards: a window
    asks for its words once.
    """
    from PySide6.QtCore import QTranslator

    for old in app.findChildren(QTranslator, _TRANSLATOR):
        app.removeTranslator(old)
        old.deleteLater()
    return install(app, language)


def _load(app: QCoreApplication, tag: str) -> bool:
    from PySide6.QtCore import QLibraryInfo, QTranslator

    ours = str(resources() / "i18n" / f"treatyviewer_{tag.replace('-', '_')}.qm")
    qts = f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)}/qtbase_{_QT[tag]}.qm"
    there = False
    # What was installed last is asked first.
    for file in (qts, ours):
        translator = QTranslator(app)
        translator.setObjectName(_TRANSLATOR)
        there = translator.load(file)
        if there:
            app.installTranslator(translator)
    return there
