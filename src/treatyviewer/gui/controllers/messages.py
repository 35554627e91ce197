"""Pages of the program's own: loading, and what went wrong with what to do next."""

from __future__ import annotations

from treatyviewer.entry.blocks import Break, Code, Paragraph, Text
from treatyviewer.errors import (
    Cancelled,
    ContentError,
    NoEntryError,
    NotFoundError,
    Problem,
    TreatyViewerError,
)
from treatyviewer.gui.i18n import number, translate
from treatyviewer.gui.widgets.page_view import PageView

RETRY = "action:retry"
OPEN = "action:open"
OPEN_FILE = "action:open-file"
SHIPPED = "action:shipped"
CANCEL = "action:cancel"
START = "action:start"
BACK = "action:back"

_MOST_PROBLEMS = 12


def _problem(number: int, problem: Problem) -> Paragraph:
    said = " ".join(part for part in (problem.message, problem.advice) if part)
    return Paragraph(f"p{number}", (Code(problem.place), Break(), Text(said)))


def _paragraphs(texts: list[str]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(f"p{n}", (Text(text),)) for n, text in enumerate(texts, start=1))


def _told(error: TreatyViewerError) -> tuple[str, str]:
    """The message and the advice of an error in the language of the interface, where its texts
    are written out; what is said to authors is English.
    """
    message, advice = error.templates
    texts = [translate("Errors", text) if text else "" for text in (message, advice)]
    if error.values:
        texts = [text.format(**error.values) for text in texts]
    return texts[0], texts[1]


def in_one_line(error: TreatyViewerError) -> str:
    """An error where there is no room for a page."""
    head, advice = _told(error)
    head = f"{error.place}: {head}" if error.place else head
    return f"{head} {advice}" if advice else head


def loading(done: int, total: int) -> PageView:
    """While a library is prepared; `done` of `total` steps."""
    percent = 100 * done // max(1, total)
    return PageView(
        translate("Messages", "Preparing the library"),
        blocks=_paragraphs(
            [
                translate(
                    "Messages", "This is done once for each edition; after that it opens at once."
                ),
                translate("Messages", "{percent} % is done.").format(percent=percent),
            ]
        ),
        actions=((translate("Messages", "Cancel"), CANCEL),),
    )


def cannot_open(error: TreatyViewerError, others: bool = False) -> PageView:
    """An entry or a library that cannot be opened: what, where, and what to do. With `others`
    something else is open still.
    """
    offers: tuple[tuple[str, str], ...] = (
        (translate("Messages", "Try again"), RETRY),
        (translate("Messages", "Open another folder…"), OPEN),
        (translate("Messages", "Open the entry that comes with the program"), SHIPPED),
    )
    if others:
        offers = ((translate("Messages", "Back to what I was reading"), BACK), *offers)
    if isinstance(error, Cancelled):
        return PageView(
            translate("Messages", "The library was not opened")
            if others
            else translate("Messages", "Nothing is open"),
            blocks=_paragraphs(
                [translate("Messages", "The library was not prepared, because you stopped it.")]
            ),
            actions=offers,
        )
    if not isinstance(error, ContentError):
        blocks = _paragraphs([t for t in (error.place, *_told(error)) if t])
    else:
        shown = error.problems[:_MOST_PROBLEMS]
        blocks = tuple(_problem(n, problem) for n, problem in enumerate(shown, start=1))
        if len(error.problems) > _MOST_PROBLEMS:
            more = len(error.problems) - _MOST_PROBLEMS
            blocks += _paragraphs(
                [translate("Messages", "… and {more} more.").format(more=number(more))]
            )
    found = not isinstance(error, NotFoundError)
    return PageView(
        translate("Messages", "This entry cannot be opened")
        if found
        else translate("Messages", "There is nothing to open"),
        kicker=translate("Messages", "Something is wrong with it") if found else "",
        blocks=blocks,
        actions=offers,
    )


def nothing_there(error: NotFoundError) -> PageView:
    """An address that leads nowhere in the library that is open."""
    texts = [_told(error)[0]]
    actions: tuple[tuple[str, str], ...] = ((translate("Messages", "Go to the beginning"), START),)
    if isinstance(error, NoEntryError):
        texts.append(
            translate(
                "Messages",
                "The link leads into another entry. Open the folder or the .treaty file that has "
                "it, and follow the link again.",
            )
        )
        actions = (
            (translate("Messages", "Open another folder…"), OPEN),
            (translate("Messages", "Open a .treaty file…"), OPEN_FILE),
            *actions,
        )
    return PageView(
        translate("Messages", "There is nothing at this address"),
        blocks=_paragraphs(texts),
        actions=actions,
    )


def bad_link(error: TreatyViewerError) -> PageView:
    """A link with which the program was started, and which nobody can follow."""
    return PageView(
        translate("Messages", "This link cannot be followed"),
        blocks=_paragraphs(
            [
                *(text for text in _told(error) if text),
                translate(
                    "Messages", "It may have been cut short. Copy it once more where it came from."
                ),
            ]
        ),
        actions=((translate("Messages", "Go to the beginning"), START),),
    )
