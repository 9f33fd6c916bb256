"""What embedded clips are made from: an edit makes anew what it can change alone."""

from pathlib import Path

import pytest

from slides.embed.clip_set import ClipSet
from slides.embed.formats import files
from slides.embed.site_pictures import stills
from slides.engine.recordings import Recordings
from slides.engine.targets import targets_of
from slides.settings.values import Lecture
from slides.settings.variants import Variant
from tests.slides.conftest import Project, add_line

LECTURE = Lecture("A lecture", "Me", "en", ("alpha",), {"alpha": {}})
STEM = "alpha/why"


def keys() -> dict[str, str]:
    """Return what tells whether each file in a site is current."""
    recordings = Recordings(Path("nowhere"))
    (film,) = targets_of(LECTURE, ["alpha"], Variant())
    (still,) = targets_of(LECTURE, ["alpha"], Variant("still"))
    targets = {("alpha", "dark"): film}
    clip_set = ClipSet(LECTURE, recordings, targets, (STEM,), ("dark",), "lecture")
    pictures = stills({"a.png": STEM}, {"alpha": still}, recordings, "lecture")
    return {one.path: one.key for one in [*files(clip_set, "jekyll"), *pictures]}


BASE = f"lecture/{STEM}"
POSTERS = {f"{BASE}-dark.avif", f"{BASE}-dark.jpg"}
VIDEOS = {f"{BASE}-dark.webm", f"{BASE}-dark.mp4"}
WORDS = {f"{BASE}.vtt", f"{BASE}.json", "_data/lecture.json"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("slides/commands/doctor.py", set()),
        ("slides/embed/notes.txt", set()),
        ("slides/engine/pool.py", set()),
        ("slides/outputs/deck/deck.py", set()),
        ("slides/templates/deck/deck.css", set()),
        ("slides/embed/clip_posters.py", POSTERS),
        ("slides/footage/posters.py", POSTERS),
        ("slides/footage/encode.py", VIDEOS),
        ("slides/embed/figure.py", WORDS),
        ("slides/footage/captions.py", WORDS),
        ("slides/templates/embed/figure.html", WORDS),
        ("slides/outputs/pages/stills.py", {"a.png"}),
    ],
)
def test_edit_makes_anew_what_it_can_change(
    house: Project, name: str, expected: set[str]
) -> None:
    before = keys()
    add_line(name, "\n")(house.folder)
    after = keys()
    changed = {path for path in after if after[path] != before[path]}
    assert {path for path in changed if path in expected} == expected
    # What is quickly written may be written once too often; what is encoded may not.
    dear = POSTERS | VIDEOS
    assert changed & dear == expected & dear
    assert expected or not changed


@pytest.mark.parametrize("name", ["scene", "words"])
def test_chapter_makes_all_anew(house: Project, name: str) -> None:
    before = keys()
    add_line(f"scenes/alpha/{name}.py", "\n")(house.folder)
    after = keys()
    same = {path for path in after if after[path] == before[path]}
    assert same == {
        "lecture/lecture.css", "lecture/lecture.js", "_includes/lecture.html"
    }  # fmt: skip
