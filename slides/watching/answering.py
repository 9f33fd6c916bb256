"""What the page of a chapter asks for: what is new, lines of sources, another beat."""

import json
from http import HTTPStatus
from pathlib import Path
from urllib.parse import SplitResult, parse_qs

from slides.serving.server import HEADERS, Handler, Server
from slides.watching.session import Session

PATIENCE = 10  # s after which a word is sent, to notice browsers that are gone


class PageServer(Server):
    """Shows the page of a session to browsers on this machine.

    Parameters
    ----------
    root, port
        See :class:`~slides.serving.server.Server`.
    session
        What the page shows.
    """

    def __init__(self, root: Path, port: int, session: Session) -> None:
        super().__init__(root, port, Answering)
        self.session = session


class Answering(Handler):
    """Answers one browser."""

    server: PageServer

    def answer(self, asked: SplitResult) -> None:
        """Tell what is new for as long as it wants; name a line; or send a file."""
        if asked.path == "/events":
            self._stream()
        elif asked.path == "/line":
            self._line(asked)
        else:
            super().answer(asked)

    def do_POST(self) -> None:  # noqa: N802  # named by the standard library
        """Look at another beat, if our own page asks for it."""
        asked = self.understood()
        self.close_connection = True
        if asked is None:
            return
        step = asked.path.removeprefix("/look/")
        if not self.is_from_own_page():
            self.send_error(HTTPStatus.FORBIDDEN)
        elif not step.isdecimal():
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            self.server.session.choose(int(step))
            self.send_whole(b"", "text/plain")

    def _line(self, asked: SplitResult) -> None:
        """Name a line of the sources, and send what stands there."""
        query = parse_qs(asked.query)
        function, offset = (query.get(key, [""])[0] for key in ("function", "offset"))
        is_number = offset.removeprefix("-").isdecimal()
        place = self.server.session.place(function, int(offset)) if is_number else None
        if place is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            self.send_json(place._asdict())

    def _stream(self) -> None:
        """Send what the page shows, and again whenever that is another."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        kind = {"Content-Type": "text/event-stream", "Connection": "close"}
        for name, value in {**kind, **HEADERS}.items():
            self.send_header(name, value)
        self.end_headers()
        session, version = self.server.session, -1
        while self.command == "GET" and not session.is_over:
            version, state = session.newer(version, PATIENCE)
            line = ":" if state is None else f"data: {json.dumps(state)}"
            self.wfile.write(f"{line}\n\n".encode())
