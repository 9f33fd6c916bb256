"""The chapter is told of a table of one's own in that table's words alone."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from manim import Mobject

from nnsim.experiments.overfitting import CLAIMS, Config, Result
from scenes.components.paragraph import Paragraph
from scenes.components.text import Written
from scenes.frame import shapes
from scenes.lesson.rehearsal import rehearse_lesson
from scenes.lookup import fill
from scenes.overfitting.scene import Overfitting
from scenes.overfitting.words import BEATS
from scenes.words import true_words
from tests.nnsim.experiments.overfitting.tables import CARRIED, config_of, see
from tests.scenes.overfitting.test_words import OF_OTHERS, wordings

PENGUINS = re.compile(
    r"\b(?:birds?|penguins?|Gentoos?|Adélies?|sex|sexes|female|male|mass|bill|g|mm)\b",
    re.IGNORECASE,
)
each_table = pytest.mark.parametrize("name", CARRIED)


@pytest.fixture(scope="module")
def configs(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Config]:
    folder = tmp_path_factory.mktemp("tables")
    return {name: config_of(name, folder) for name in CARRIED}


def texts(result: Result) -> Iterator[str]:
    """Yield all that is said of a result, and all that its claims would say."""
    for beat in BEATS.values():
        words = true_words(beat, CLAIMS, result)
        for part in ("title", "say", "question"):
            yield fill(str(words.get(part, "")), result)[0]
        for label in words.get("labels", {}).values():
            yield fill(label, result)[0]
    for name, claim in CLAIMS.items():
        if name not in ("is_of_birds", "gentoos_outweigh"):
            yield from (fill(text, result)[0] for text in (claim.says, claim.found))


@each_table
def test_nothing_is_said_of_penguins(configs: Mapping[str, Config], name: str) -> None:
    said = [*texts(see(configs[name]).result)]
    assert not [text for text in said if PENGUINS.search(text)]


@each_table
def test_it_is_said_of_what_the_table_holds(
    configs: Mapping[str, Config], name: str
) -> None:
    result = see(configs[name]).result
    question, said = result.question, " ".join(texts(result))
    for word in (*question.classes, *question.features, question.plural):
        assert word in said
    if "noun" in str(configs[name].data) and configs[name].data.noun:
        assert question.noun == configs[name].data.noun
        assert "sample" not in said


def test_what_penguins_never_are_told_is_told_of_others(
    configs: Mapping[str, Config],
) -> None:
    results = [see(config).result for config in configs.values()]
    said = {
        (beat, k)
        for beat, words in BEATS.items()
        for k, wording in enumerate(wordings(beat))
        for result in results
        if true_words(words, CLAIMS, result) is wording
    }
    assert said >= OF_OTHERS


def test_the_lesson_of_each_kind_is_told(configs: Mapping[str, Config]) -> None:
    titles = {
        name: true_words(BEATS["three"], CLAIMS, see(configs[name]).result)["title"]
        for name in CARRIED
    }
    assert titles["breast cancer"] == "A straight line is enough"
    assert titles["noise"] == "From narrow to wide"
    assert titles["ring"] == "From too stiff to too flexible"
    take_away = true_words(BEATS["take_away"], CLAIMS, see(configs["noise"]).result)
    assert take_away["title"] == "By heart, with or without a rule"


@pytest.mark.slow
@pytest.mark.parametrize("shape", ["16:9", "4:3"])
def test_long_names_have_room(configs: Mapping[str, Config], shape: str) -> None:
    with shapes.use(shape):
        scene = rehearse_lesson(Overfitting, configs["long names"])
    assert scene.recording.beats[0].title == "Which of two classes?"
    assert not scene.recording.faults


@pytest.mark.slow
@pytest.mark.parametrize("shape", ["16:9", "9:16"])
def test_pictures_are_of_the_table_alone(
    configs: Mapping[str, Config], shape: str
) -> None:
    seen: set[str] = set()

    def read(beat: str, mobjects: Sequence[Mobject]) -> None:
        for mobject in mobjects:
            for part in mobject.get_family():
                if isinstance(part, Written | Paragraph):
                    seen.add(part.words)

    with shapes.use(shape):
        scene = rehearse_lesson(
            Overfitting, configs["breast cancer"], at_end_of_beat=read
        )
    assert not scene.recording.faults
    assert not [text for text in seen if PENGUINS.search(text)]
    assert not [r for r in scene.recording.receipts if PENGUINS.search(r.text)]
    assert {"benign", "malignant", "data: breast_cancer.csv"} <= seen


@pytest.mark.slow
def test_rows_without_a_value_are_counted_on_screen(tmp_path: Path) -> None:
    usual = config_of("sixty", tmp_path)
    file = Path(usual.data.file)
    header, *lines = file.read_text("utf-8").splitlines()
    lines[3] = "," + lines[3].partition(",")[2]
    other = tmp_path / "gap.csv"
    other.write_text("\n".join([header, *lines]), encoding="utf-8")
    config = Config(
        **{
            field: getattr(usual, field)
            for field in ("n_splits", "n_moments", "n_epochs", "widths")
        },
        data=type(usual.data)(file=str(other)),
    )
    scene = rehearse_lesson(Overfitting, config)
    assert not scene.recording.faults
    (receipt,) = {
        (r.value, r.text)
        for r in scene.recording.receipts
        if r.path == "question.n_missing" and r.text
    }
    assert receipt == (1, "1")
