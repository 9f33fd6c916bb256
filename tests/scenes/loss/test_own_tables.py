"""The loss told of curves of one's own: no word of the enzyme, and no fault."""

import re
from pathlib import Path

import pytest
from manim.utils.exceptions import EndSceneEarlyException

from nnsim.experiments.loss import CLAIMS, Config, run
from nnsim.problems.own_data import Curve
from scenes.frame import shapes
from scenes.lesson.rehearsal import rehearse_lesson
from scenes.lookup import fill
from scenes.loss.scene import Loss
from scenes.loss.words import BEATS
from scenes.words import check_words, true_words
from tests.oracles.curves import KNOWN, points, write

OF_ENZYME = re.compile(
    r"\b(?:enzymes?|reactions?|counts|[Vv]max|Km|Michaelis|Menten|Treloar|ppm)\b"
)
HALF = [*BEATS][: [*BEATS].index("neuron")]  # of the chapter


def config(name: str, folder: Path) -> Config:
    return Config(data=Curve(file=str(write(name, folder))))


@pytest.mark.parametrize("name", KNOWN)
def test_all_words_are_of_the_table(name: str, tmp_path: Path) -> None:
    result = run(config(name, tmp_path))
    is_alone = KNOWN[name].n_each == 1
    assert [*check_words(BEATS, CLAIMS, result)] == ["floor"] * is_alone
    said = []
    for beat in HALF:
        words = true_words(BEATS[beat], CLAIMS, result)
        parts = (words.get("title"), words.get("say"), words.get("question"))
        parts += (*words.get("labels", {}).values(),)
        said += [fill(part, result)[0] for part in parts if part]
    text = "\n".join(said)
    assert not OF_ENZYME.findall(text)
    assert "{" not in text
    known = KNOWN[name]
    for column in known[:2]:
        assert re.sub(r" \(.*", "", column) in text
    assert f"{len(points(name)[0])} measurements from {name}.csv" in text
    for one, claim in CLAIMS.items():
        if one != "is_of_enzyme":
            told = f"{claim.says} {claim.found}"
            assert not OF_ENZYME.findall(fill(told, result)[0])


class Half(Loss):
    """The chapter as far as it is about the curve; the birds stay as they are."""

    def meet_neuron(self) -> None:
        raise EndSceneEarlyException


# Each curve once: long names and missing rows in the narrow shape, where room is short.
@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "aspect"),
    [("rates", "16:9"), ("doses", "9:16"), ("light", "16:9"), ("uptake", "9:16")],
)
def test_pictures_have_no_fault_and_no_enzyme(
    name: str, aspect: str, tmp_path: Path
) -> None:
    with shapes.use(aspect):
        recording = rehearse_lesson(Half, config(name, tmp_path)).recording
    is_alone = KNOWN[name].n_each == 1
    assert [beat.name for beat in recording.beats] == HALF[: len(HALF) - is_alone]
    assert recording.faults == ()
    shown = "\n".join(one.text for one in recording.receipts)
    assert not OF_ENZYME.findall(shown)
    assert f"{name}.csv" in shown
    missing = {
        one.value for one in recording.receipts if one.path.endswith("n_missing")
    }
    assert missing == {KNOWN[name].missing}
