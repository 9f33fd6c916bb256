"""Which file an address means: nothing hidden, nothing outside, nothing but files."""

import os
from pathlib import Path

import pytest

from slides.serving.addresses import find, first_page


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a folder with a page, films, something hidden and links."""
    root = tmp_path / "root"
    for name in ("index.html", "videos/a b.mp4", "ü/index.html", "empty/x", ".git/key",
                 ".lecture.json", "clips/.partial-1-x.mp4", "a%2eb.txt"):  # fmt: skip
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name)
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret").write_text("secret")
    (root / "link").symlink_to(tmp_path / "secret")
    (root / "folder").symlink_to(tmp_path / "outside")
    (root / "hidden").symlink_to(root / ".git")
    (root / "inside").symlink_to(root / "videos")
    (root / "circle").symlink_to(root / "circle")
    os.mkfifo(root / "pipe")
    return root


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("//", "index.html"),
        ("/index.html", "index.html"),
        ("/videos/a%20b.mp4", "videos/a b.mp4"),
        ("/videos//a%20b.mp4", "videos/a b.mp4"),
        ("/videos%2Fa%20b.mp4", "videos/a b.mp4"),
        ("/%C3%BC/", "ü/index.html"),
        ("/inside/a%20b.mp4", "inside/a b.mp4"),
        ("/a%252eb.txt", "a%2eb.txt"),
    ],
)
def test_files_are_found(root: Path, address: str, file: str) -> None:
    assert find(root, address) == root / file


@pytest.mark.parametrize(
    "address",
    [
        "/none", "/empty/", "/index.html/", "/videos/a%20b.mp4/", "/.lecture.json",
        "/.git/key", "/%2egit/key", "/clips/.partial-1-x.mp4", "/../secret",
        "/%2e%2e/secret", "/..%2fsecret", "/videos/../../secret", "/./index.html",
        "/%2e%2e%5csecret", "/..%5csecret", "/videos%5c..%5c..%5csecret", "/link",
        "/folder/secret", "/hidden/key", "/circle", "/circle/x", "/pipe",
        "/index.html%00", "/%00", "/%00/", "/c:/x", "/C:%5cx", "/%ff", "/" + "a" * 5000,
        "/" + "a/" * 3000, "/..;/secret", "/%c0%ae%c0%ae/secret", "/%252e%252e/secret",
    ],
)  # fmt: skip
def test_nothing_else_is(root: Path, address: str) -> None:
    assert find(root, address) is None


def test_absolute_places_are_within(root: Path) -> None:
    secret = root.parent / "secret"
    assert find(root, str(secret)) is find(root, f"/{secret}") is None


@pytest.mark.parametrize("address", ["/videos", "//videos", "/%76ideos"])
def test_a_folder_has_a_slash_at_its_end(root: Path, address: str) -> None:
    assert find(root, address) == "/videos/"


def test_a_page_to_begin_with(root: Path) -> None:
    assert first_page(root) == "/"
    (root / "index.html").unlink()
    assert first_page(root) == "/%C3%BC/"
    (root / "b c.html").touch()
    assert first_page(root) == "/b%20c.html"
    assert first_page(root / "videos") is None
