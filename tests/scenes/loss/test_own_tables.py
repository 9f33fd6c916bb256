"""The loss told of curves of one's own: no word of the enzyme, and no fault."""

import re
from pathlib import Path

import pytest

from nnsim.experiments.loss import CLAIMS, Config, run
from nnsim.problems.own_data import Curve
from scenes.lesson.rehearsal import rehearse
from scenes.lookup import fill
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


@pytest.mark.slow
@pytest.mark.parametrize("aspect", ["16:9", "9:16"])
@pytest.mark.parametrize("name", KNOWN)
def test_pictures_have_no_fault_and_no_enzyme(
    name: str, aspect: str, tmp_path: Path
) -> None:
    recording = rehearse("loss", config(name, tmp_path), "dark", aspect)
    assert recording.faults == ()
    shown = "\n".join(one.text for one in recording.receipts)
    assert not OF_ENZYME.findall(shown)
    assert f"{name}.csv" in shown
    missing = {
        one.value for one in recording.receipts if one.path.endswith("n_missing")
    }
    assert missing == {KNOWN[name].missing}
