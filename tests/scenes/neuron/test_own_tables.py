"""The neuron told of tables of one's own: no word of birds, and no fault."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from manim import Mobject

from nnsim.experiments.neuron import CLAIMS, Config, run
from nnsim.problems.own_data import Measurements
from scenes.components.measured_bar import MeasuredBar
from scenes.components.plot import Cloud
from scenes.components.text import Label
from scenes.lesson.lesson import load_lesson
from scenes.lesson.rehearsal import rehearse, rehearse_lesson
from scenes.lookup import fill
from scenes.neuron.words import BEATS
from scenes.words import WordsError, check_words, true_words, use, words_of
from tests.oracles.tables import KNOWN, read, write

OF_BIRDS = re.compile(r"\b(?:birds?|bills?|penguins?|Ad[eé]lies?|Gentoos?)\b")


@pytest.fixture
def config(tmp_path: Path) -> Callable[[str], Config]:
    """Return what gives settings for a known table."""

    def of(name: str) -> Config:
        known = KNOWN[name]
        file = str(write(name, tmp_path))
        own = Measurements(
            file=file, y=known.y, classes=known.classes, noun=known.noun, x=known.x
        )
        return Config(data=own)

    return of


@pytest.mark.parametrize("name", KNOWN)
def test_all_words_are_of_the_table(name: str, config: Callable[[str], Config]) -> None:
    result = run(config(name))
    assert check_words(BEATS, CLAIMS, result) == {}
    said = []
    for beat in BEATS.values():
        words = true_words(beat, CLAIMS, result)
        parts = (words.get("title"), words.get("say"), words.get("question"))
        said += [fill(part, result)[0] for part in parts if part]
    text = "\n".join(said)
    assert not OF_BIRDS.findall(text)
    assert "{" not in text
    known = KNOWN[name]
    n = result.question.n_samples
    shown = result.question.classes, result.question.features
    for part in (known.noun, *shown[0], *shown[1], f"{n}", f"{name}.csv"):
        assert part in text
    wrong = f"{result.wrong_at_end} of the {n} {result.question.plural} it learned from"
    assert wrong in text


def test_claims_say_nothing_of_birds(config: Callable[[str], Config]) -> None:
    result = run(config("crabs"))
    for name, claim in CLAIMS.items():
        if name != "is_of_birds":
            assert not OF_BIRDS.findall(f"{claim.says} {fill(claim.found, result)[0]}")


def test_a_table_without_two_clouds_is_refused_by_its_classes(tmp_path: Path) -> None:
    rng = np.random.default_rng(4)
    file = tmp_path / "t.csv"
    x = rng.normal(50, 9, size=(60, 2)).round(1)
    lines = ["a,b,kind", *(f"{u},{v},{'uv'[k % 2]}iolet" for k, (u, v) in enumerate(x))]
    file.write_text("\n".join(lines), encoding="utf-8")
    result = run(Config(data=Measurements(file=str(file))))
    with pytest.raises(WordsError, match="but uiolet and violet overlap: ") as caught:
        check_words(BEATS, CLAIMS, result)
    assert caught.value.beat == "all_samples"


def test_narration_of_ones_own_is_said_of_ones_own_table(
    config: Callable[[str], Config],
) -> None:
    result = run(config("crabs"))
    with use({"weights": "Mine.", "all_samples": "Here they are."}):
        assert words_of("weights", BEATS, CLAIMS, result)["say"] == "Mine."
        assert words_of("all_samples", BEATS, CLAIMS, result)["say"] == "Here they are."
    overlap = run(config("breast_cancer"))
    with use({"all_samples": "Two clouds, far apart."}):  # of these it is not so
        said = words_of("all_samples", BEATS, CLAIMS, overlap)["say"]
    assert said.endswith("form two clouds that overlap.")


def test_bars_are_as_long_as_the_table_says(config: Callable[[str], Config]) -> None:
    settings = config("iris")
    x, is_asked = read(Path(settings.data.file), KNOWN["iris"])
    low, high = x.min(axis=0), x.max(axis=0)
    other, asked = ((x[is_asked == k][0] - low) / (high - low) for k in (False, True))
    found: dict[str, list[float]] = {}

    def look(beat: str, mobjects: Sequence[Mobject]) -> None:
        found[beat] = [
            bar.bar.width / bar.scale_line[0].width
            for mobject in mobjects
            for bar in mobject.get_family()
            if isinstance(bar, MeasuredBar)
        ]

    rehearse_lesson(load_lesson("neuron"), settings, at_end_of_beat=look)
    both = sorted([*other, *asked])
    assert sorted(found["two_classes"]) == pytest.approx(both)
    assert found["inputs"] == pytest.approx([*other])
    assert sorted(found["all_samples"]) == pytest.approx(both)


@pytest.mark.parametrize("length", [4, 34])
def test_names_leave_the_points_to_be_seen_where_a_corner_is_empty(
    length: int, tmp_path: Path
) -> None:
    rng = np.random.default_rng(2)
    x = np.repeat([[-5, -4], [5, 4]], 60, axis=0) + rng.normal(0, (2, 0.6), (120, 2))
    file = tmp_path / "t.csv"
    names = [f"{kind} {'long ' * 9}"[:length].strip() for kind in ("one", "two")]
    lines = ["a,b,kind", *(f"{u:.2f},{v:.2f},{names[k // 60]}"
                           for k, (u, v) in enumerate(x))]  # fmt: skip
    file.write_text("\n".join(lines), encoding="utf-8")
    hidden: list[int] = []

    def look(beat: str, mobjects: Sequence[Mobject]) -> None:
        if beat != "all_samples":
            return
        parts = [part for one in mobjects for part in one.get_family()]
        places = np.vstack([part.places for part in parts if isinstance(part, Cloud)])
        low, high = places.min(axis=0), places.max(axis=0)
        for name in parts:
            at = name.get_center()
            if (
                isinstance(name, Label)
                and name.words in names
                and ((low <= at) & (at <= high))[:2].all()
            ):
                away = np.abs(places - at)[:, :2]
                half = np.array([name.width, name.height]) / 2
                hidden.append(int((away < half).all(axis=1).sum()))

    own = Config(data=Measurements(file=str(file)))
    rehearse_lesson(load_lesson("neuron"), own, at_end_of_beat=look)
    assert len(hidden) == 2
    assert max(hidden) <= 1  # of 120


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "theme", "aspect"),
    [
        ("iris", "dark", "16:9"), ("iris", "print", "9:16"),
        ("crabs", "dark", "9:16"), ("crabs", "print", "16:9"),
        ("plants", "dark", "1:1"), ("wine", "print", "4:3"),
    ],
)  # fmt: skip
def test_pictures_have_no_fault_and_no_bird(
    name: str, theme: str, aspect: str, config: Callable[[str], Config]
) -> None:
    recording = rehearse("neuron", config(name), theme, aspect)
    assert recording.faults == ()
    shown = [receipt.text for receipt in recording.receipts]
    assert not OF_BIRDS.findall("\n".join(shown))
    assert ("3" in shown) or name != "crabs"  # rows left out
    missing = [r.value for r in recording.receipts if r.path == "question.n_missing"]
    assert set(missing) == ({3} if name == "crabs" else {0})
