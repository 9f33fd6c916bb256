"""What is looked for by a pattern is found, or missed aloud."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scenes.caching import sources
from slides.settings.project import components, in_one_line, known_chapters


@pytest.mark.parametrize(
    ("find", "told"),
    [
        (components, "scenes/components/[!_]*.py: matches no file"),
        (known_chapters, "nnsim/experiments/[!_]*/experiment.py: matches no file"),
    ],
)
def test_room_that_moved_away_is_an_error(
    find: Callable[[], list[str]],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert find()
    monkeypatch.setattr(sources, "package_folder", lambda name: tmp_path)
    with pytest.raises(FileNotFoundError) as caught:
        find()
    assert in_one_line(caught.value) == told
