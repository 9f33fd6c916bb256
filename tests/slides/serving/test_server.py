"""What the server answers: bytes, types and ranges, and to whom it answers nothing."""

import http.client
import os
import random
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from slides.serving.media_types import TYPES
from slides.serving.server import BLOCK, HEADERS, HOST, Server
from tests.slides.conftest import ROOT
from tests.slides.serving.conftest import served

DATA = random.Random(1).randbytes(2 * BLOCK + 17)
Answer = tuple[int, dict[str, str], bytes]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve a folder of a page, a film and a file without bytes."""
    root = tmp_path_factory.mktemp("root")
    (root / "index.html").write_text("<title>ü</title>", encoding="utf-8")
    (root / "film.mp4").write_bytes(DATA)
    (root / "empty.txt").touch()
    (root / "folder").mkdir()
    (root / ".lecture.json").write_text("{}")
    with served(root) as running:
        yield running


def ask(
    server: Server, path: str = "/film.mp4", method: str = "GET", **fields: str
) -> Answer:
    """Ask for something; return status, head and body."""
    connection = http.client.HTTPConnection(HOST, server.server_port, timeout=20)
    headers = {name.replace("_", "-"): value for name, value in fields.items()}
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, dict(answer.getheaders()), body


def tell(server: Server, text: bytes) -> bytes:
    """Send bytes as they are; return all that comes back."""
    with socket.create_connection((HOST, server.server_port), timeout=20) as line:
        line.sendall(text)
        line.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: line.recv(BLOCK), b""))


def test_whole_files_come_with_their_length_and_type(server: Server) -> None:
    status, head, body = ask(server)
    assert (status, body) == (200, DATA)
    assert head["Content-Length"] == str(len(DATA))
    assert head["Content-Type"] == "video/mp4"
    assert head["Accept-Ranges"] == "bytes"
    assert HEADERS.items() <= head.items()
    assert ask(server, "/")[1]["Content-Type"] == "text/html; charset=utf-8"
    assert ask(server, "/empty.txt")[::2] == (200, b"")


def test_types_are_those_of_the_web() -> None:
    wanted = {
        ".mp4": "video/mp4", ".vtt": "text/vtt", ".webp": "image/webp",
        ".woff2": "font/woff2", ".svg": "image/svg+xml", ".pdf": "application/pdf",
        ".js": "text/javascript", ".avif": "image/avif", ".webm": "video/webm",
    }  # fmt: skip
    assert {end: TYPES[end].partition(";")[0] for end in wanted} == wanted
    assert all("charset=utf-8" in t for t in TYPES.values() if t.startswith("text/"))


PLACE = st.integers(0, len(DATA) + 9)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=PLACE, last=st.none() | PLACE)
def test_parts_are_bytes_of_the_file(
    server: Server, first: int, last: int | None
) -> None:
    end = "" if last is None else str(last)
    status, head, body = ask(server, Range=f"bytes={first}-{end}")
    if last is not None and last < first:
        assert (status, body) == (200, DATA)
    elif first >= len(DATA):
        assert (status, body) == (416, b"")
        assert head["Content-Range"] == f"bytes */{len(DATA)}"
    else:
        part = DATA[first:] if last is None else DATA[first : last + 1]
        assert (status, body) == (206, part)
        place = f"bytes {first}-{first + len(part) - 1}/{len(DATA)}"
        assert head["Content-Range"] == place
        assert head["Content-Length"] == str(len(part))
        assert head["Content-Type"] == "video/mp4"


def test_last_bytes_several_parts_and_other_units(server: Server) -> None:
    assert ask(server, Range="bytes=-500")[::2] == (206, DATA[-500:])
    assert ask(server, Range=f"bytes=-{10**9}")[::2] == (206, DATA)
    assert ask(server, Range="bytes=-0")[0] == 416
    assert ask(server, "/empty.txt", Range="bytes=0-")[0] == 416
    for whole in ("bytes=0-1,5-6", "lines=0-1", "nonsense"):
        assert ask(server, Range=whole)[::2] == (200, DATA)


def test_head_is_the_head_of_the_whole(server: Server) -> None:
    status, head, body = ask(server, method="HEAD", Range="bytes=0-5")
    assert (status, body) == (200, b"")
    assert head["Content-Length"] == str(len(DATA))
    assert ask(server, "/none", "HEAD")[::2] == (404, b"")


def test_a_part_is_of_the_file_that_the_browser_knows(server: Server) -> None:
    mark = ask(server)[1]["ETag"]
    first = {"Range": "bytes=0-9"}
    assert ask(server, If_Range=mark, **first)[::2] == (206, DATA[:10])
    old = "Mon, 01 Jan 2024 00:00:00 GMT"
    for other in ('"other"', f"W/{mark}", old):
        assert ask(server, If_Range=other, **first)[::2] == (200, DATA)
    for known in (mark, f'"a", W/{mark}'):
        assert ask(server, If_None_Match=known, **first)[::2] == (304, b"")
    assert ask(server, If_None_Match='"a"')[0] == 200
    os.utime(server.root / "film.mp4", ns=(1, 1))
    assert ask(server, If_Range=mark, **first)[0] == 200


@pytest.mark.parametrize("path", ["/none", "/.lecture.json", "/folder/", "/../x"])
def test_what_is_not_shown_is_not_found(server: Server, path: str) -> None:
    status, head, body = ask(server, path)
    assert (status, body) == (404, b"404 Not Found\n")
    assert HEADERS.items() <= head.items()


def test_folders_get_their_slash_and_keep_their_question(server: Server) -> None:
    status, head, _ = ask(server, "/folder?print-pdf")
    assert (status, head["Location"]) == (307, "/folder/?print-pdf")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "BREW"])
def test_nothing_is_taken(server: Server, method: str) -> None:
    status, head, _ = ask(server, method=method)
    assert (status, head["Allow"]) == (405, "GET, HEAD")


def test_other_names_get_no_answer(server: Server) -> None:
    port = server.server_port
    for host in (f"{HOST}:{port}", f"localhost:{port}", f"LOCALHOST:{port}"):
        assert ask(server, "/", Host=host)[0] == 200
    for host in ("example.org", f"example.org:{port}", HOST, f"{HOST}:{port + 1}",
                 f"{HOST}.example.org:{port}", f"0.0.0.0:{port}"):  # fmt: skip
        status, _, body = ask(server, "/", Host=host)
        assert (status, body) == (421, b"421 Misdirected Request\n")
    assert ask(server, f"http://example.org:{port}/", Host=f"{HOST}:{port}")[0] == 421
    assert ask(server, f"http://{HOST}:{port}/film.mp4")[::2] == (200, DATA)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (b"GET / HTTP/1.1\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", b"400"),
        (b"GET http://[ HTTP/1.1\r\nHost: a\r\n\r\n", b"400"),
        (b"nonsense\r\n\r\n", b"400"),
        (b"GET / HTTP/9.0\r\n\r\n", b"505"),
        (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n", b"414"),
        (b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 200 + b"\r\n", b"431"),
    ],
)
def test_nonsense_gets_an_answer(server: Server, text: bytes, status: bytes) -> None:
    answer = tell(server, text)
    assert status in answer.split(b"\r\n")[0] + answer[:3]


def test_a_request_hidden_in_another_is_not_answered(server: Server) -> None:
    host = f"Host: {HOST}:{server.server_port}\r\n".encode()
    inner = b"GET /film.mp4 HTTP/1.1\r\n" + host + b"\r\n"
    length = f"Content-Length: {len(inner)}\r\n\r\n".encode()
    answer = tell(server, b"GET / HTTP/1.1\r\n" + host + length + inner)
    assert answer.count(b"HTTP/1.1 ") == 1


def test_one_connection_serves_many_requests(server: Server) -> None:
    connection = http.client.HTTPConnection(HOST, server.server_port, timeout=20)
    for first in range(0, len(DATA), BLOCK // 3):
        connection.request("GET", "/film.mp4", headers={"Range": f"bytes={first}-"})
        assert connection.getresponse().read() == DATA[first:]
    connection.close()


def test_clients_that_wait_or_go_away_hinder_nobody(
    server: Server, capfd: pytest.CaptureFixture[str]
) -> None:
    with ExitStack() as stack:
        for number in range(200):
            address = HOST, server.server_port
            line = stack.enter_context(socket.create_connection(address, timeout=20))
            if number % 2:
                host = f"Host: {HOST}:{server.server_port}"
                line.sendall(f"GET /film.mp4 HTTP/1.1\r\n{host}\r\n\r\n".encode())
        assert ask(server)[2] == DATA
    assert ask(server)[2] == DATA
    assert "".join(capfd.readouterr()) == ""


# --- The command ---------------------------------------------------------------------


def start(*arguments: str, folder: Path) -> "subprocess.Popen[str]":
    """Start the command."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "slides", "serve", *arguments], cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "BROWSER": "true"},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_a_build_until_it_is_stopped(tmp_path: Path, how: int) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "lecture.html").write_text("the slides")
    process = start("--open", folder=tmp_path)
    line = process.stdout.readline()
    address = line.removeprefix("build is at http://").removesuffix(" until Ctrl-C\n")
    host, page = address.split("/")
    connection = http.client.HTTPConnection(host, timeout=20)
    connection.request("GET", f"/{page}")
    assert connection.getresponse().read() == b"the slides"  # and stays connected
    process.send_signal(how)
    assert process.communicate(timeout=20) == ("stopped\n", "")
    assert process.returncode == 0
    connection.close()


def test_it_says_why_it_cannot(tmp_path: Path, server: Server) -> None:
    port = str(server.server_port)
    (tmp_path / "file").touch()
    (tmp_path / "page.html").touch()
    for arguments, code, told in (
        (["none"], 2, "error: none: no such folder; lecture build makes one\n"),
        (["file"], 2, "error: file: no such folder; lecture build makes one\n"),
        ([".", "--port", port], 1, f"error: port {port}: Address already in use"),
    ):
        process = start(*arguments, folder=tmp_path)
        assert process.communicate(timeout=20)[1].startswith(told)
        assert process.returncode == code
