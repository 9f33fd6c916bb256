"""What is looked for by a pattern is found, or missed aloud."""

from collections.abc import Callable
from pathlib import Path

import pytest

from nnsim.errors import FileError
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


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            FileError(Path("t.csv"), "is empty; mend it", 1),
            "t.csv:1: is empty; mend it",
        ),
        (FileError(Path("t.csv"), "no such file"), "t.csv: no such file"),
        (SyntaxError("invalid", ("a.py", 7, 1, "")), "a.py:7: invalid"),
    ],
)
def test_error_in_a_file_names_it(error: Exception, told: str) -> None:
    assert in_one_line(error) == told
