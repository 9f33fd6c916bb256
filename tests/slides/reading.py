"""What was made, read back: the pictures of a video, the elements of a page."""

from pathlib import Path

import av
import numpy as np
from bs4 import BeautifulSoup


def pictures(video: Path | str) -> list[av.VideoFrame]:
    """Return all pictures of a video, decoded to its end."""
    with av.open(str(video)) as container:
        return list(container.decode(video=0))


def greys(video: Path | str) -> list[np.ndarray]:
    """Return all pictures of a video as shades of grey, (height, width) each."""
    return [frame.to_ndarray(format="gray") for frame in pictures(video)]


def soup(page: Path) -> BeautifulSoup:
    """Return the elements of a page."""
    return BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
