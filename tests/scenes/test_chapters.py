"""What every chapter of the lecture keeps to, whatever its theme and shape."""

import ast
import importlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from scenes.frame import shapes, theme
from scenes.lesson.lesson import READING_SPEED, load_lesson
from scenes.lookup import MARK, lookup
from scenes.record import Recording
from scenes.spelling import MINUS
from slides.watching.storyboard import storyboard
from tests.nnsim.experiments.usual import usual
from tests.oracles import two_three_one
from tests.scenes.conftest import CHAPTERS, ROOT, usual_look
from tests.scenes.frames import Contrast, contrasts
from tests.scenes.open_words import wordings

Rehearsal = Callable[..., Recording]
# The reference chapters are held to fewer beats and less time than the others.
SHORTER = {"neuron": (12, 120), "backpropagation": (12, 120)}
every_chapter = pytest.mark.parametrize("chapter", CHAPTERS)


@pytest.fixture
def recording(chapter: str, rehearsal: Rehearsal) -> Recording:
    """Give the chapter's rehearsal in the dark theme."""
    return rehearsal(chapter, "dark")


def in_turn(chapter: str, choices: Sequence[str]) -> str:
    """Return the choice that is this chapter's turn.

    ``lecture check`` looks at each chapter in all shapes and themes, which takes as
    long as half of all tests; here each has one other shape and one other theme.
    """
    return choices[CHAPTERS.index(chapter) % len(choices)]


def experiment(chapter: str) -> ModuleType:
    return importlib.import_module(f"nnsim.experiments.{chapter}")


def tree(chapter: str) -> ast.Module:
    return ast.parse((ROOT / f"scenes/{chapter}/scene.py").read_text("utf-8"))


# --- the rehearsal ----------------------------------------------------------------


@every_chapter
def test_no_faults_and_the_same_numbers_in_another_shape(
    chapter: str, recording: Recording, rehearsal: Rehearsal
) -> None:
    aspect = in_turn(chapter, list(shapes.SHAPES)[1:])
    other = rehearsal(chapter, "dark", aspect)
    assert other.aspect == aspect
    for found in (recording, other):
        assert not [f"{f.beat}: {f.mobject} {f.problem}" for f in found.faults]
    assert [b.say for b in other.beats] == [b.say for b in recording.beats]
    assert {(r.beat, r.path, r.value) for r in other.receipts} == {
        (r.beat, r.path, r.value) for r in recording.receipts
    }


@pytest.mark.slow
@every_chapter
def test_another_theme_changes_colours_and_nothing_else(
    chapter: str, recording: Recording
) -> None:
    name = in_turn(chapter, list(theme.THEMES)[1:])
    other, measured = contrasts(chapter, name)
    assert other.theme == name
    assert not [f"{f.beat}: {f.mobject} {f.problem}" for f in other.faults]
    assert other.beats == recording.beats
    assert other.receipts == recording.receipts
    check_words_stand_out(measured)


@pytest.mark.slow
@pytest.mark.parametrize("chapter", CHAPTERS[::3])  # all of them would take minutes
def test_words_stand_out_in_dark_frames(chapter: str) -> None:
    check_words_stand_out(contrasts(chapter, "dark")[1])


def check_words_stand_out(measured: list[Contrast]) -> None:
    assert len(measured) > 20
    assert min(measured) >= (4.0,), min(measured)
    assert min(m for m in measured if m[1] == "full") >= (4.5,), min(measured)


@every_chapter
def test_nothing_jumps_flashes_or_lies_on_the_words_around(chapter: str) -> None:
    assert usual_look(chapter).bad_motion == []


@every_chapter
def test_enough_beats_in_not_too_much_time(recording: Recording) -> None:
    most_beats, most_seconds = SHORTER.get(recording.scene, (14, 150))
    assert 8 <= len(recording.beats) <= most_beats
    assert 70 <= recording.duration <= most_seconds
    assert recording.beats[-1].end == pytest.approx(recording.duration)


@every_chapter
def test_beats_have_names_for_files_and_titles(recording: Recording) -> None:
    names = [beat.name for beat in recording.beats]
    assert all(re.fullmatch("[a-z0-9_]+", name) for name in names)
    assert len(set(names)) == len(names)
    assert all(beat.title for beat in recording.beats)
    assert recording.scene in CHAPTERS


@every_chapter
def test_narration_is_whole_sentences_soon_read(recording: Recording) -> None:
    for beat in recording.beats:
        assert re.search(r"[.?!]$", beat.say), beat.name
        assert beat.say[0].isupper()
        assert "{" not in beat.say
        assert "  " not in beat.say
        assert len(beat.say) / READING_SPEED < 15, beat.name
        assert len(beat.say) / READING_SPEED <= beat.motion + beat.hold + 1e-6


@every_chapter
def test_viewer_is_asked_before_the_outcome(recording: Recording) -> None:
    asked = [k for k, beat in enumerate(recording.beats) if beat.question]
    assert asked
    assert asked[-1] < len(recording.beats) - 1
    assert all(recording.beats[k].say.endswith("?") for k in asked)


# --- true numbers -----------------------------------------------------------------


@every_chapter
def test_receipts_are_those_of_the_result(recording: Recording) -> None:
    result = usual(experiment(recording.scene))
    scalars = [r for r in recording.receipts if r.value is not None]
    assert len(scalars) > 10
    for receipt in scalars:
        assert lookup(result, receipt.path) == receipt.value, receipt.path
    for receipt in recording.receipts:
        if receipt.value is None:
            assert receipt.shape, receipt.path
            assert len(lookup(result, receipt.path)) == receipt.shape[0]


@every_chapter
def test_words_are_the_values_rounded(recording: Recording) -> None:
    for receipt in recording.receipts:
        if isinstance(receipt.value, int | float) and receipt.text:
            words = receipt.text.replace(MINUS, "-").replace(",", "").removesuffix("%")
            digits, _, power = words.partition("e")  # 1.65e+08
            decimals = len(digits.partition(".")[2]) + 2 * receipt.text.endswith("%")
            decimals -= int(power or 0)
            shown = float(words) / (100 if receipt.text.endswith("%") else 1)
            assert abs(shown - receipt.value) <= 0.5001 * 10.0**-decimals, receipt


@every_chapter
def test_every_digit_of_the_narration_has_a_receipt(recording: Recording) -> None:
    for beat in recording.beats:
        rest = beat.say
        texts = {r.text for r in recording.receipts if r.beat == beat.name and r.text}
        for text in sorted(texts, key=len, reverse=True):
            rest = rest.replace(text, "")
        # Only "between 0 and 1" and the like are no results.
        assert not re.search(r"\d", re.sub(r"\b[01]\b(?!\.\d)", "", rest)), beat.name


@pytest.mark.parametrize("changed", [{}, {"learning_rate": 0.2}])
def test_backpropagation_shows_what_autograd_computes(
    changed: dict[str, Any], rehearsal: Rehearsal
) -> None:
    config = replace(experiment("backpropagation").Config(), **changed)
    found = rehearsal("backpropagation", "dark", **changed)
    oracle = two_three_one.compute(config)
    numbers = [r for r in found.receipts if isinstance(r.value, int | float)]
    assert len({r.path for r in numbers}) > 50
    for receipt in numbers:  # a new path: teach it to tests/oracles/two_three_one.py
        expected = lookup(oracle, receipt.path)
        np.testing.assert_allclose(
            receipt.value, expected, rtol=1e-9, atol=1e-9, err_msg=receipt.path
        )


# --- the source -------------------------------------------------------------------


def methods(chapter: str) -> Iterator[ast.FunctionDef]:
    (scene,) = (node for node in tree(chapter).body if isinstance(node, ast.ClassDef))
    assert ast.get_docstring(scene)
    yield from (node for node in scene.body if isinstance(node, ast.FunctionDef))


@every_chapter
def test_construct_is_a_storyboard_of_short_steps(chapter: str) -> None:
    parts = {method.name: method for method in methods(chapter)}
    story = parts["construct"].body[1:]  # after its docstring
    assert len(story) <= 15
    for line in story:
        match line:
            case ast.Expr(
                ast.Call(func=ast.Attribute(value=ast.Name("self"), attr=step))
            ):
                assert step in parts
            case _:
                pytest.fail(f"{chapter}: more than a call in construct")
    for name, method in parts.items():
        assert ast.get_docstring(method), name
        assert method.end_lineno - method.lineno < 45, name


@every_chapter
def test_steps_that_may_be_left_out_are_marked(chapter: str) -> None:
    words = importlib.import_module(f"scenes.{chapter}.words").BEATS
    steps = storyboard((ROOT / f"scenes/{chapter}/scene.py").read_text("utf-8"))
    parts = {method.name: method for method in methods(chapter)}
    marked = {
        step.beat
        for step in steps
        if "may_be_left_out" in map(ast.unparse, parts[step.method].decorator_list)
    }
    assert marked == {
        beat
        for beat, of_beat in words.items()
        if any("left_out" in wording for wording in wordings(of_beat))
    }


@every_chapter
def test_a_beat_waits_for_the_marks_of_each_of_its_wordings(chapter: str) -> None:
    words = importlib.import_module(f"scenes.{chapter}.words").BEATS
    steps = storyboard((ROOT / f"scenes/{chapter}/scene.py").read_text("utf-8"))
    parts = {method.name: method for method in methods(chapter)}
    for step in steps:
        asked = [
            node.args[0].value
            for node in ast.walk(parts[step.method])
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "self.at"
        ]
        for wording in wordings(words[step.beat]):
            if "left_out" not in wording:
                assert MARK.findall(wording.get("say", "")) == asked, step.beat


@every_chapter
def test_values_come_through_receipts_alone(chapter: str) -> None:
    touched = [
        node.lineno
        for node in ast.walk(tree(chapter))
        if isinstance(node, ast.Attribute) and node.attr in ("result", "_receipts")
    ]
    assert not touched


@every_chapter
def test_nothing_is_left_to_chance(chapter: str) -> None:
    for path in (
        f"scenes/{chapter}/scene.py",
        f"nnsim/experiments/{chapter}/experiment.py",
    ):
        nodes = list(ast.walk(ast.parse((ROOT / path).read_text("utf-8"))))
        names = {
            f"{getattr(node, 'module', '') or ''}.{alias.name}"
            for node in nodes
            if isinstance(node, ast.Import | ast.ImportFrom)
            for alias in node.names
        }
        assert not [n for n in names if n.split(".")[0] == "random" or n == ".random"]
        if path.startswith("scenes"):
            assert not [n for n in nodes if isinstance(n, ast.Attribute)
                        and n.attr == "random"]  # fmt: skip


@every_chapter
def test_a_chapter_says_what_it_is_and_is_one_scene(chapter: str) -> None:
    assert ast.get_docstring(tree(chapter))
    lesson = load_lesson(chapter)
    assert lesson.experiment is experiment(chapter)
    assert lesson.__name__.lower() == chapter.replace("_", "")
    assert importlib.import_module(f"scenes.{chapter}.words").TITLE


def test_every_scene_file_is_in_the_lecture() -> None:
    files = {
        path.parent.name
        for path in Path(ROOT / "scenes").glob("*/*.py")
        if re.search(r"^class \w+\(Lesson\)", path.read_text("utf-8"), re.MULTILINE)
    }
    assert files == set(CHAPTERS)
