"""What the page asks for: the words, pictures and takes; and new takes to be kept."""

import secrets
from http import HTTPStatus
from pathlib import Path
from urllib.parse import SplitResult

from slides.base.disks import in_words
from slides.base.errors import UsageError
from slides.commands.record.studio import Studio
from slides.serving.server import Handler, Server
from slides.settings.project import shown

MOST = 1 << 26  # bytes of a recording: ten minutes, and some


class RecordServer(Server):
    """Shows the page to those who know the token in its address.

    Parameters
    ----------
    port
        Where to listen; 0 for any port that is free.
    page
        The page.
    studio
        What it shows, and where it keeps what is recorded.
    """

    def __init__(self, port: int, page: str, studio: Studio) -> None:
        super().__init__(studio.folder, port, Answering)
        self.page, self.studio = page.encode(), studio
        self.token = secrets.token_urlsafe(16)

    @property
    def entrance(self) -> str:
        """The address of the page, which is another one each time."""
        return f"{self.address}/{self.token}/"

    def place(self, path: str) -> str | None:
        """Return what is asked for; None for those who do not know the token."""
        token, slash, rest = path.removeprefix("/").partition("/")
        is_known = secrets.compare_digest(token.encode(), self.token.encode())
        return rest if slash and is_known else None


class Answering(Handler):
    """Answers one browser."""

    server: RecordServer

    def answer(self, asked: SplitResult) -> None:
        """Send the page, its words, a picture or a take."""
        studio = self.server.studio
        match (self.server.place(asked.path) or "").split("/"):
            case [""] if self.server.place(asked.path) == "":
                self.send_whole(self.server.page, "text/html; charset=utf-8")
            case ["script.json"]:
                self.send_json(studio.script())
            case ["picture", n] if (line := self._line(n)) is not None:
                picture = studio.lines[line].picture
                if picture is None:
                    self.send_error(HTTPStatus.NOT_FOUND)
                else:
                    self.send_whole(picture.read(), picture.kind)
            case ["take", n] if (line := self._line(n)) is not None:
                self._send_take(studio.file(line))
            case _:
                self.send_error(HTTPStatus.NOT_FOUND)

    def do_PUT(self) -> None:  # noqa: N802  # named by the standard library
        """Keep a take, if our own page sends it."""
        asked = self.understood()
        self.close_connection = True
        if asked is None:
            return
        rest = self.server.place(asked.path) or ""
        kind, _, n = rest.partition("/")
        line = self._line(n) if kind == "take" else None
        length = self.headers.get("Content-Length", "")
        if not self.is_from_own_page():
            self.send_error(HTTPStatus.FORBIDDEN)
        elif line is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        elif not length.isdecimal():
            self.send_error(HTTPStatus.LENGTH_REQUIRED)
        elif int(length) > MOST:
            self.send_error(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        else:
            self._keep(line, self.rfile.read(int(length)))

    def _keep(self, line: int, data: bytes) -> None:
        """Keep a take; say why if that cannot be."""
        try:
            self.send_json(self.server.studio.keep(line, data))
        except UsageError as error:
            self.send_json({"error": error.lines[0]})
        except OSError as error:
            place = error.filename or self.server.studio.folder
            self.send_json({"error": in_words(error, shown(place))})

    def _line(self, text: str) -> int | None:
        """Return the number of a line; None if there is none of that number."""
        n = int(text) if text.isdecimal() and len(text) < 6 else -1
        return n if 0 <= n < len(self.server.studio.lines) else None

    def _send_take(self, file: Path | None) -> None:
        """Send a take."""
        if file is None or not file.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            self._show(file, "")
