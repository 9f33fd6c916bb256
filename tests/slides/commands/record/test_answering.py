"""Who is answered by the page's server, and who is not."""

import http.client
import json
import threading
from collections.abc import Iterator

import pytest

from slides.commands.record import answering
from slides.commands.record.answering import RecordServer
from slides.commands.record.studio import Studio
from tests.slides.commands.record.test_studio import flac


@pytest.fixture
def server(studio: Studio) -> Iterator[RecordServer]:
    """Serve a studio in a thread."""
    with RecordServer(0, "<p>page</p>", studio) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def ask(
    server: RecordServer,
    path: str,
    method: str = "GET",
    body: bytes | None = None,
    **headers: str,
) -> tuple[int, bytes]:
    """Ask for a place behind the token; a path with a slash before is asked as it is.

    An origin that is "" is that of the page.
    """
    place = path if path.startswith("/") else f"/{server.token}/{path}"
    if "Origin" in headers:
        headers["Origin"] = headers["Origin"] or server.address
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=30)
    connection.request(method, place, body, headers)
    answer = connection.getresponse()
    found = answer.status, answer.read()
    connection.close()
    return found


def test_the_page_its_words_and_pictures_stand_behind_the_token(
    server: RecordServer,
) -> None:
    assert ask(server, "") == (200, b"<p>page</p>")
    status, script = ask(server, "script.json")
    assert (status, [one["beat"] for one in json.loads(script)]) == (
        200, ["sample", "sum"]
    )  # fmt: skip
    assert ask(server, "picture/0") == (200, b"a picture")
    assert ask(server, "take/0")[0] == 404
    assert ask(server, "take/0", "PUT", flac(1), Origin="")[0] == 200
    assert ask(server, "take/0")[1].startswith(b"RIFF")


@pytest.mark.parametrize(
    "path",
    ["/", "/x/", "/x/script.json", "/script.json", "picture/1", "picture/9", "take/-1",
     "take/x", "../narration", "takes.json"],
)  # fmt: skip
def test_all_else_is_not_there(server: RecordServer, path: str) -> None:
    assert ask(server, path)[0] == 404
    if path.startswith("/"):
        assert ask(server, path + "take/0", "PUT", b"x", Origin="")[0] == 404


def test_the_token_alone_is_not_the_page(server: RecordServer) -> None:
    assert ask(server, f"/{server.token}")[0] == 404


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://a.example"}, 403),
        ({}, 403),
        ({"Origin": "", "Host": "a.example"}, 421),
    ],
)
def test_other_pages_and_other_names_may_send_nothing(
    server: RecordServer, headers: dict[str, str], status: int
) -> None:
    assert ask(server, "take/0", "PUT", flac(0.6), **headers)[0] == status
    assert not server.studio.folder.exists()


def test_what_is_no_recording_is_told_in_words(
    server: RecordServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    status, told = ask(server, "take/0", "PUT", b"hello", Origin="")
    assert status == 200
    assert json.loads(told)["error"].startswith("the recording: is no sound")
    monkeypatch.setattr(answering, "MOST", 4)
    assert ask(server, "take/0", "PUT", b"hello", Origin="")[0] == 413
    server.studio.folder.write_text("a file stands where the folder should")
    monkeypatch.setattr(answering, "MOST", 1 << 20)
    _, told = ask(server, "take/0", "PUT", flac(0.6), Origin="")
    assert "is no folder" in json.loads(told)["error"]
