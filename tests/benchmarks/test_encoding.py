"""What the floor of the benchmark encodes is the film that it is given."""

from pathlib import Path

import av
import numpy as np

from benchmarks.encoding import Watch, encode
from tests.oracles.likeness import likeness
from tests.slides.conftest import film


def test_all_pictures_are_encoded_as_they_are(tmp_path: Path) -> None:
    pictures = np.full((9, 48, 64, 3), 40, np.uint8)
    for n, picture in enumerate(pictures):
        picture[:, 8 * min(n, 4) : 8 * min(n, 4) + 8] = (200, 80, 80)  # then it rests
    source = film(tmp_path / "a.mp4", pictures, 10, qp="10")
    watch = Watch()
    assert encode(source, tmp_path / "b.mp4", watch) == 9
    assert watch.cpu > 0
    with av.open(str(tmp_path / "b.mp4")) as anew:
        found = list(anew.decode(video=0))
    assert len(found) == 9
    for frame, picture in zip(found, pictures, strict=True):
        assert likeness(frame, picture).ssim > 0.97
