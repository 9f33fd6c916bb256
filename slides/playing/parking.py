"""Parks processes: each waits with all it has in memory, and plays on in a child.

Parked processes form a line, each the child of the one before, from which it hears.
An order goes along the line to the process whose place it names. When that begins
anew, or ends, all behind it end as well: their pipe closes.
"""

import os
import signal
import threading
from contextlib import suppress
from dataclasses import dataclass, field

from slides.playing.orders import Go, Order, decode, encode


@dataclass
class _Child:
    """A process that was forked from this one."""

    process: int
    orders: int  # end of its pipe into which orders are written

    def end(self) -> None:
        """End it, and with it all that hear from it."""
        os.close(self.orders)
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)


@dataclass
class Line:
    """The place of a process in the line.

    Parameters
    ----------
    inlet
        End of the pipe from which it hears.
    """

    inlet: int
    _heard: bytes = b""
    _onward: _Child | None = None  # plays on, and parks further down
    _aside: list[_Child] = field(default_factory=list)  # draw something, then end

    def park(self, place: int, order: Order | None = None) -> Order:
        """Park before a step; return, in children alone, with an order for it.

        Parameters
        ----------
        place
            The step.
        order
            The first order; None if there is none yet.
        """
        while True:
            order = order or self._next()
            if order.step == place:
                if isinstance(order, Go):
                    self._end_children()
                if self._fork(onward=isinstance(order, Go)):
                    return order
            elif self._onward:
                with suppress(BrokenPipeError):  # it failed, and is gone
                    os.write(self._onward.orders, encode(order))
            order = None

    def end_with_parent(self) -> None:
        """Let this process, which is busy and hears nothing, end with its parent."""
        threading.Thread(target=self._await_end, daemon=True).start()

    def _await_end(self) -> None:
        while os.read(self.inlet, 1 << 12):
            pass
        os._exit(0)

    def _next(self) -> Order:
        """Wait for an order; end this process when there are no more to come."""
        while b"\n" not in self._heard:
            heard = os.read(self.inlet, 1 << 16)
            if not heard:
                self._end_children()
                os._exit(0)
            self._heard += heard
        line, _, self._heard = self._heard.partition(b"\n")
        order: Order = decode(line)
        return order

    def _end_children(self) -> None:
        """End all that hear from this process."""
        for child in [*([self._onward] if self._onward else []), *self._aside]:
            child.end()
        self._onward, self._aside = None, []

    def _fork(self, *, onward: bool) -> bool:
        """Fork; return whether this is the child."""
        inlet, outlet = os.pipe()
        process = os.fork()
        if process:
            os.close(inlet)
            child = _Child(process, outlet)
            if onward:
                self._onward = child
            else:
                self._aside.append(child)
            return False
        # Whoever holds an end for writing keeps those that read from seeing its end.
        for other in [*([self._onward] if self._onward else []), *self._aside]:
            os.close(other.orders)
        os.close(outlet)
        os.close(self.inlet)
        self.inlet, self._heard, self._onward, self._aside = inlet, b"", None, []
        return True
