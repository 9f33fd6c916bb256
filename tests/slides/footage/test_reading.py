"""A video that is broken is named, whoever reads it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from slides.footage.encode import Footage, pictures
from slides.footage.join import join
from slides.footage.posters import first_picture
from slides.footage.reading import BrokenVideoError
from tests.slides.conftest import FPS, encode

DAMAGES: dict[str, Callable[[Path], object]] = {
    "removed": Path.unlink,
    "emptied": lambda file: os.truncate(file, 0),
    "cut": lambda file: os.truncate(file, file.stat().st_size - 200),
    "cut to its head": lambda file: os.truncate(file, 60),
    "of another kind": lambda file: file.write_text("[]"),
    "a folder": lambda file: (file.unlink(), file.mkdir()),
}
READERS: dict[str, Callable[[Path], object]] = {
    "join": lambda file: join([str(file)], file.with_name("joined.mp4")),
    "encode": lambda file: list(pictures(Footage((str(file),), 3, FPS))),
    "poster": lambda file: first_picture(str(file)),
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("reader", READERS)
def test_broken_video_is_named(tmp_path: Path, damage: str, reader: str) -> None:
    file = Path(encode(tmp_path / "a.mp4", 9))
    DAMAGES[damage](file)
    with pytest.raises(BrokenVideoError, match=r"a\.mp4: cannot be read as a video"):
        READERS[reader](file)
    assert not (tmp_path / "joined.mp4").exists()
