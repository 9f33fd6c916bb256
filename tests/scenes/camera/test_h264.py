"""H.264: pictures are numbered as the encoder would; what repeats them is skipped."""

from fractions import Fraction
from io import BytesIO

import av
import numpy as np
import pytest

from scenes.camera.h264 import add_encoder, numbered, repetition

SIZE = (64, 48)


@pytest.fixture(scope="module")
def encoded() -> list[bytes]:
    """Give a key picture and 39 that build on it, of noise that moves."""
    noise = np.random.default_rng(0).integers(0, 256, (48, 128, 3), dtype=np.uint8)
    with av.open(BytesIO(), "w", format="h264") as file:
        stream = add_encoder(file, *SIZE, Fraction(30))
        pictures = [noise[:, n : n + 64] for n in range(40)]
        frames = [av.VideoFrame.from_ndarray(p.copy()) for p in pictures]
        return [bytes(packet) for frame in frames for packet in stream.encode(frame)]


def test_each_picture_is_encoded_at_once(encoded: list[bytes]) -> None:
    assert len(encoded) == 40


def test_pictures_are_numbered_as_the_encoder_does(encoded: list[bytes]) -> None:
    for n, picture in enumerate(encoded[1:], 1):
        other = numbered(picture, n + 5)
        assert other != picture
        assert numbered(other, n) == numbered(picture, n + 16) == picture


def test_a_key_picture_has_no_number(encoded: list[bytes]) -> None:
    for picture in (encoded[0], b"", encoded[1].replace(b"\x41\x9a", b"\x41\x1a")):
        with pytest.raises(ValueError, match="no number"):
            numbered(picture, 1)


def test_a_repetition_is_what_the_encoder_writes_for_the_same_picture() -> None:
    # A hundredth of a bit for each of the 8160 blocks.
    assert len(repetition(1920, 1080)) < 100
    assert len(repetition(*SIZE)) < 20
    assert numbered(repetition(*SIZE), 1) == repetition(*SIZE)
