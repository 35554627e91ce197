"""Pages of the program's own: loading, and what went wrong with what to do next."""

from __future__ import annotations

from treatyviewer.entry.blocks import Break, Code, Paragraph, Text
from treatyviewer.errors import (
    Cancelled,
    ContentError,
    NotFoundError,
    Problem,
    TreatyViewerError,
)
from treatyviewer.gui.i18n import translate
from treatyviewer.gui.widgets.page_view import PageView

RETRY = "action:retry"
OPEN = "action:open"
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
        blocks = _paragraphs([t for t in (error.place, error.message, error.advice) if t])
    else:
        shown = error.problems[:_MOST_PROBLEMS]
        blocks = tuple(_problem(n, problem) for n, problem in enumerate(shown, start=1))
        if len(error.problems) > _MOST_PROBLEMS:
            more = len(error.problems) - _MOST_PROBLEMS
            blocks += _paragraphs([translate("Messages", "… and {more} more.").format(more=more)])
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
    return PageView(
        translate("Messages", "There is nothing at this address"),
        blocks=_paragraphs([error.message]),
        actions=((translate("Messages", "Go to the beginning"), START),),
    )
