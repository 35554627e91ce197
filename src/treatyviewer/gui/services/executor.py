"""Work off the GUI thread: a thread a topic, a ticket for each piece of work, only the newest
counts.

Work is given by topic ("search", "open"): what belongs to one topic is done in turn, and a
long one does not keep another waiting. A new ticket for a topic makes the one before it
stale: its work is told to stop, and its answer is dropped without anyone waiting for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from treatyviewer.errors import Cancelled

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

Work = Callable[["Ticket"], Any]


class Ticket:
    """One piece of work. Its own thread reads `cancelled`; the GUI thread sets it."""

    def __init__(self, topic: str, tell: Callable[[Ticket, int, int], None]) -> None:
        self.topic = topic
        self.cancelled = False
        self._tell = tell
        self._percent = -1

    def progress(self, done: int, total: int) -> None:
        """Tell how far the work is, and stop it by `Cancelled` if nobody wants it any more."""
        if self.cancelled:
            raise Cancelled("The work was cancelled.")
        percent = 100 * done // max(1, total)
        if percent != self._percent:
            self._percent = percent
            self._tell(self, done, total)


class Executor(QObject):
    """The worker threads. Each is started by the first piece of work of its topic."""

    # (ticket, result, error) from a worker thread to the GUI thread.
    _ended = Signal(object, object, object)
    _progressed = Signal(object, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools: dict[str, ThreadPoolExecutor] = {}
        self._newest: dict[str, Ticket] = {}
        self._callbacks: dict[Ticket, tuple[Callable[..., None], ...]] = {}
        self._ended.connect(self._end)
        self._progressed.connect(self._progress)

    def submit(
        self,
        topic: str,
        work: Work,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        progress: Callable[[int, int], None] | None = None,
    ) -> Ticket:
        """Have `work` done; then `done` or `failed` is called on the GUI thread.

        None of the callbacks is called once a newer ticket for the topic exists, or after
        `cancel`.
        """
        self.cancel(topic)
        ticket = Ticket(topic, self._progressed.emit)
        self._newest[topic] = ticket
        self._callbacks[ticket] = (done, failed, progress or _ignore)
        if topic not in self._pools:
            # Not at the top: reading needs no second thread.
            from concurrent.futures import ThreadPoolExecutor

            self._pools[topic] = ThreadPoolExecutor(1, f"treatyviewer-{topic}")
        self._pools[topic].submit(self._run, ticket, work)
        return ticket

    def busy(self, topic: str) -> bool:
        """Whether an answer is still to come."""
        return topic in self._newest

    def cancel(self, topic: str) -> None:
        """Make the newest ticket of a topic stale."""
        ticket = self._newest.pop(topic, None)
        if ticket is not None:
            ticket.cancelled = True
            self._callbacks.pop(ticket, None)

    def cancel_all(self) -> None:
        """Make everything stale."""
        for topic in list(self._newest):
            self.cancel(topic)

    def shut_down(self) -> None:
        """Make everything stale and let the threads end. Waits for the work in hand, which
        stops at its next progress.
        """
        self.cancel_all()
        for pool in self._pools.values():
            pool.shutdown(wait=True, cancel_futures=True)
        self._pools.clear()

    def _run(self, ticket: Ticket, work: Work) -> None:
        result: Any = None
        error: Exception | None = None
        if not ticket.cancelled:
            try:
                result = work(ticket)
            except Exception as raised:  # noqa: BLE001  carried to the GUI thread, judged there
                error = raised
        self._ended.emit(ticket, result, error)

    @Slot(object, object, object)
    def _end(self, ticket: Ticket, result: object, error: Exception | None) -> None:
        callbacks = self._callbacks.pop(ticket, None)
        if callbacks is None:
            return
        del self._newest[ticket.topic]
        done, failed, _ = callbacks
        if error is None:
            done(result)
        else:
            failed(error)

    @Slot(object, int, int)
    def _progress(self, ticket: Ticket, done: int, total: int) -> None:
        callbacks = self._callbacks.get(ticket)
        if callbacks is not None:
            callbacks[2](done, total)


def _ignore(_done: int, _total: int) -> None:
    """Nobody is watching."""
