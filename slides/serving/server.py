"""Answers a browser on this machine: GET and HEAD, ranges, and nothing to strangers."""

import json
import os
import socketserver
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO
from urllib.parse import SplitResult, urlsplit

from slides.serving.addresses import find
from slides.serving.media_types import media_type
from slides.serving.ranges import part_of

HOST = "127.0.0.1"
NAMES = (HOST, "localhost")
BLOCK = 1 << 16  # bytes that are sent at once
HEADERS = {
    "Cache-Control": "no-cache",  # asked for anew, because a build changes files
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Server(ThreadingHTTPServer):
    """Shows a folder to browsers on this machine.

    Parameters
    ----------
    root
        The folder.
    port
        Where to listen; 0 for any port that is free.
    handler
        Answers the browsers.
    """

    request_queue_size = 128
    allow_reuse_address = os.name != "nt"  # there, it would let two have one port

    def __init__(
        self, root: Path, port: int = 0, handler: "type[Handler] | None" = None
    ) -> None:
        self.root = root
        super().__init__((HOST, port), handler or Handler)

    def server_bind(self) -> None:
        """Take the port; unlike in the base class, no name is looked up for it."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    @property
    def address(self) -> str:
        """The address of the folder, without a slash at its end."""
        return f"http://{HOST}:{self.server_port}"

    def is_meant(self, host: str) -> bool:
        """Tell whether a host is this one, and no name that was turned upon it."""
        port = self.server_port
        known = {f"{name}:{port}" for name in NAMES} | {*NAMES * (port == 80)}
        return host.strip().lower() in known

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that went away."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class Handler(BaseHTTPRequestHandler):
    """Answers one browser, request by request."""

    protocol_version = "HTTP/1.1"
    server_version, sys_version = "lecture", ""
    timeout = 60  # s without a word, after which a client is taken to be gone
    server: Server

    def do_GET(self) -> None:
        """Send what is asked for, to those who mean this server."""
        if asked := self.understood():
            self.answer(asked)

    def answer(self, asked: SplitResult) -> None:
        """Send what an address means."""
        self._show(find(self.server.root, asked.path), asked.query)

    def understood(self) -> SplitResult | None:
        """Return what is asked for; refuse what is not meant for this server."""
        if "Content-Length" in self.headers or "Transfer-Encoding" in self.headers:
            self.close_connection = True  # nobody reads what may follow
        hosts = self.headers.get_all("Host", [])
        try:
            asked = urlsplit(self.path)
        except ValueError:
            hosts = []
        if len(hosts) != 1:
            self.send_error(HTTPStatus.BAD_REQUEST)
        elif not self.server.is_meant(asked.netloc or hosts[0]):
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        else:
            return asked
        return None

    def is_from_own_page(self) -> bool:
        """Tell whether a page of this server asks, and none of elsewhere."""
        try:
            origin = urlsplit(self.headers.get("Origin", "")).netloc
        except ValueError:
            return False
        return self.server.is_meant(origin)

    def send_json(self, value: object) -> None:
        """Send a value."""
        self.send_whole(json.dumps(value).encode(), "application/json")

    def do_HEAD(self) -> None:
        """Send the head that a file has."""
        self.do_GET()

    def _show(self, found: Path | str | None, query: str) -> None:
        """Answer with what an address means."""
        if found is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        elif isinstance(found, str):
            address = f"{found}?{query}" if query else found
            self._answer(HTTPStatus.TEMPORARY_REDIRECT, {"Location": address})
        else:
            try:
                opened = found.open("rb")
            except OSError:  # it may not be read, or has just gone
                self.send_error(HTTPStatus.NOT_FOUND)
                return
            with opened:
                self._send(opened, media_type(found))

    def _send(self, file: BinaryIO, kind: str) -> None:
        """Send a file, or that part of it that is asked for."""
        status = os.fstat(file.fileno())
        size, mark = status.st_size, f'"{status.st_mtime_ns:x}-{status.st_size:x}"'
        headers = {"ETag": mark, "Accept-Ranges": "bytes"}
        known = self.headers.get("If-None-Match", "")
        if mark in [one.strip().removeprefix("W/") for one in known.split(",")]:
            self._answer(HTTPStatus.NOT_MODIFIED, headers)
            return
        headers["Content-Type"] = kind
        part = self._part(size, mark)
        if part is None:
            self._answer(HTTPStatus.OK, headers, size)
            self._copy(file, range(size))
        elif part:
            headers["Content-Range"] = f"bytes {part[0]}-{part[-1]}/{size}"
            self._answer(HTTPStatus.PARTIAL_CONTENT, headers, len(part))
            self._copy(file, part)
        else:
            refused = HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
            self._answer(refused, {"Content-Range": f"bytes */{size}"})

    def _part(self, size: int, mark: str) -> range | None:
        """Return the part that is asked for, if the rest is from the same file."""
        is_same = self.headers.get("If-Range", mark) == mark
        wanted = self.headers.get("Range", "") if self.command == "GET" else ""
        return part_of(size, wanted) if is_same else None

    def _copy(self, file: BinaryIO, part: range) -> None:
        """Send some of a file."""
        if self.command == "HEAD":
            return
        file.seek(part.start)
        left = len(part)
        while left and (data := file.read(min(left, BLOCK))):
            self.wfile.write(data)
            left -= len(data)
        if left:  # it became shorter meanwhile
            self.close_connection = True

    def _answer(
        self, status: HTTPStatus, headers: dict[str, str], length: int = 0
    ) -> None:
        """Send the head of an answer."""
        self.send_response(status)
        for name, value in {**headers, **HEADERS}.items():
            self.send_header(name, value)
        if status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(length))
        self.end_headers()

    def send_whole(self, content: bytes, kind: str) -> None:
        """Send something that is no file."""
        self._answer(HTTPStatus.OK, {"Content-Type": kind}, len(content))
        if self.command != "HEAD":
            self.wfile.write(content)

    def send_error(
        self, code: int, message: str | None = None, explain: str | None = None
    ) -> None:
        """Say in a line what is wrong."""
        status = HTTPStatus(code)
        headers = {"Connection": "close", "Content-Type": "text/plain; charset=utf-8"}
        if status == HTTPStatus.NOT_IMPLEMENTED:
            status = HTTPStatus.METHOD_NOT_ALLOWED
            headers["Allow"] = "GET, HEAD"
        text = f"{status.value} {status.phrase}\n".encode()
        self._answer(status, headers, len(text))
        if self.command != "HEAD":
            self.wfile.write(text)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what is asked for is the browser's business."""
