"""Kokoro: what the model is asked, and what it says where it is installed."""

import hashlib
import json
import re
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from slides.base.errors import LectureError
from slides.speech.engines import kokoro, model
from slides.speech.engines.kokoro import FOLDER, FRAME, RATE, Kokoro, Unit, parts
from slides.speech.lexicon import dialect_files
from slides.speech.voice import Voice
from tests.oracles.hissing import hiss

README = (FOLDER / "README.md").read_text("utf-8")


class Session:
    """Stands for the model: each sound lasts as many frames as its place tells."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []

    def run(self, names: list[str], asked: dict[str, Any]) -> tuple[Any, Any]:
        self.asked.append(asked)
        durations = np.arange(1, asked["tokens"].size + 1, dtype=np.float32)
        return np.zeros((1, int(durations.sum()) * FRAME), np.float32), durations


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Session:
    session = Session()
    made = cached_property(lambda self: session)
    made.__set_name__(Kokoro, "_session")
    monkeypatch.setattr(Kokoro, "_session", made)
    return session


def test_the_model_is_asked_for_sounds_in_the_style_of_their_number(
    session: Session,
) -> None:
    Kokoro(Voice("kokoro", "am_michael", speed=1.25)).say("A neuron, two.")
    (asked,) = session.asked
    file = dialect_files("us")[0].parents[2] / "data/kokoro_config.json"
    sounds = {n: s for s, n in json.loads(file.read_text("utf-8"))["vocab"].items()}
    ids = asked["tokens"][0]
    assert (ids[0], ids[-1]) == (0, 0)
    assert "".join(sounds[n] for n in ids[1:-1]) == "ˈA nˈʊɹˌɑn, tˈu."
    styles = np.load(FOLDER / "am_michael.npz")["style"]
    np.testing.assert_array_equal(asked["style"][0], styles[len(ids) - 2])
    assert asked["speed"] == np.float32(1.1 * 1.25)  # a tenth quicker than the model
    assert {name: value.dtype for name, value in asked.items()} == {
        "tokens": np.int64, "style": np.float32, "speed": np.float32,
    }  # fmt: skip


def test_each_word_is_told_with_its_time(session: Session) -> None:
    sound = Kokoro(Voice("kokoro")).say("Two, of two.")  # "tˈu, ʌv tˈu."
    frame = FRAME / RATE
    # Sound number n, from 0, ends after 1 + 2 + … + (n + 1) frames.
    ends = [sum(range(n + 2)) * frame for n in range(20)]
    assert [word for word, _, _ in sound.words] == ["Two", "of", "two"]
    found = [(start, end) for _, start, end in sound.words]
    expected = [(ends[0], ends[3]), (ends[5], ends[7]), (ends[8], ends[11])]
    # It is heard before: the first 100 ms are cut off by the beginning.
    np.testing.assert_allclose(found, np.maximum(np.array(expected) - 0.1, 0))


def test_long_narrations_are_said_in_parts_and_times_go_on(session: Session) -> None:
    words = "Two of two, two of two. " * 60
    sound = Kokoro(Voice("kokoro")).say(words.strip())
    assert len(session.asked) > 1
    assert all(asked["tokens"].size <= 511 for asked in session.asked)
    assert len(sound.words) == 360
    starts = [start for _, start, _ in sound.words]
    assert starts == sorted(starts)
    assert sound.words[-1].end < sound.duration


def test_parts_end_where_a_sentence_or_a_clause_does() -> None:
    units = [Unit("x", s) for s in ("aaa.", "aaa,", "aaa", "aaa", "aaa")]
    assert [len(part) for part in parts(units, 24)] == [5]
    assert [len(part) for part in parts(units, 20)] == [1, 4]
    assert [len(part) for part in parts(units[1:], 12)] == [1, 3]
    assert [len(part) for part in parts(units[2:], 7)] == [2, 1]
    assert [len(part) for part in parts(units[2:], 2)] == [1, 1, 1]


def test_what_it_cannot_say_is_told(session: Session) -> None:
    engine = Kokoro(Voice("kokoro"))
    assert engine.unknown("a blorptang sum") == ["blorptang"]
    with pytest.raises(LectureError, match=r"how is 'blorptang' said\? add it to"):
        engine.say("a blorptang sum")
    assert not Kokoro(Voice(words={"blorptang": "/sˈʌm/"})).unknown("a blorptang sum")


def test_voices_are_the_files_that_are_told_of() -> None:
    assert {file.stem for file in FOLDER.glob("*.npz")} == {*Kokoro.voices}
    for name in Kokoro.voices:
        style = np.load(FOLDER / f"{name}.npz")["style"]
        assert (style.shape, style.dtype) == ((510, 256), np.float16)
        digest = hashlib.sha256(style.tobytes()).hexdigest()
        assert re.search(rf"`{name}\.npz`.*`{digest}`", README)


def test_without_the_extra_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(kokoro, "dialect_files", lambda dialect: ())
    with pytest.raises(LectureError, match=r"not installed: pip install '.*\[voice\]'"):
        Kokoro(Voice("kokoro"))
    monkeypatch.setattr(model, "PARTS", ("no_such_package",))
    with pytest.raises(LectureError, match=r"not installed: pip install '.*\[voice\]'"):
        model.model("")


def test_another_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LectureError, match=r"x\.onnx: no such file"):
        model.model(str(tmp_path / "x.onnx"))
    (tmp_path / "x.onnx").write_bytes(b"another")
    with pytest.raises(LectureError, match=r"x\.onnx: is not the model kokoro-v1"):
        model.model(str(tmp_path / "x.onnx"))


@pytest.mark.slow
def test_the_model_speaks_and_tells_when(tmp_path: Path) -> None:
    whole = tmp_path / "kokoro.onnx"
    joined = model.model("")
    whole.write_bytes(joined[: model.N_BYTES])
    assert hashlib.sha256(whole.read_bytes()).hexdigest() == model.DIGEST
    words = "The sum is minus six point six."
    sound = Kokoro(Voice("kokoro", model=str(whole))).say(words)
    assert 2 < sound.duration < 4
    assert len(sound.words) == 7
    loud = np.abs(sound.samples)
    assert 0.1 < loud.max() <= 1
    # It is heard where it says that words are, and hardly before and after.
    first, last = (round(t * RATE) for t in (sound.words[0].start, sound.words[-1].end))
    pause = RATE // 10
    assert loud[first:last].mean() > 10 * loud[: first - pause].mean()
    for heard in (sound.words[1], sound.words[6]):  # "sum", "six"
        assert heard.start == pytest.approx(hiss(sound, heard.start), abs=0.05)
    again = Kokoro(Voice("kokoro")).say(words)
    np.testing.assert_array_equal(again.samples, sound.samples)
    fast = Kokoro(Voice("kokoro", speed=1.5)).say(words)
    assert fast.duration < 0.8 * sound.duration
