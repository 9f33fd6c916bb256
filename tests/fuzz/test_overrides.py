"""Anything given to --set is taken, or refused in sentences."""

import json
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from slides.base.errors import UsageError
from slides.settings.lecture import read
from slides.settings.schema import configure
from tests.fuzz.data_beside import said_of_data, write_beside
from tests.fuzz.test_settings_files import CHAPTERS, KEYS, SETTINGS, SLOWEST, VALUES
from tests.nnsim.experiments.test_every_experiment import module

HEAD = 'title = "T"\nauthor = "A"\nlanguage = "en"\n'


def test_any_setting_of_the_command_line_is_taken_or_refused(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    rounds: Callable[[int, int], range],
    rng: random.Random,
    tell: Callable[[str], None],
) -> None:
    read()  # what it imports takes longer than reading
    write_beside(tmp_path)
    file = tmp_path / "lecture.toml"
    monkeypatch.chdir(tmp_path)  # from where files are named
    seen: Counter[str] = Counter()
    slowest = 0.0
    for _ in rounds(100, 10_000):
        chapters = rng.sample(CHAPTERS, 3)
        given = overrides(chapters, rng)
        file.write_text(f"{HEAD}chapters = {json.dumps(chapters)}\n", encoding="utf-8")
        begun = time.process_time()
        try:
            lecture = read(file, given)
        except UsageError as error:
            seen["refused"] += 1
            check_refused(error, given)
        else:
            seen["taken"] += 1
            for chapter, table in lecture.settings.items():
                assert configure(chapter, json.loads(json.dumps(table)))
        slowest = max(slowest, time.process_time() - begun)
    assert slowest < 2 * SLOWEST
    assert min(seen["taken"], seen["refused"]) > sum(seen.values()) / 20
    tell(f"{dict(seen)}, slowest {slowest:.2f} s")


def overrides(chapters: Sequence[str], rng: random.Random) -> list[str]:
    """Make what may stand behind --set, a few times."""
    if rng.random() < 0.3:
        table = rng.choice(["data", "neuron.data", "overfitting.data", "scale.data"])
        said = said_of_data(rng, VALUES) or ["file="]
        return [f"{table}.{one}" for one in said]
    return [override(chapters, rng) for _ in range(rng.randint(1, 3))]


def override(chapters: Sequence[str], rng: random.Random) -> str:
    """Make one of these: a setting of a chapter and its value, as a rule."""
    chapter = rng.choice(chapters)
    name = rng.choice(SETTINGS[chapter])
    key = f"{chapter}.{name}" if rng.random() < 0.9 else rng.choice(KEYS)
    usual = getattr(module(chapter).Config(), name)
    if isinstance(usual, int | float):
        usual = type(usual)(usual * rng.choice([0.5, 1, 1, 2, -1, 1000]))
    value = json.dumps(usual, default=str)
    if rng.random() < 0.2:
        value = rng.choice(VALUES)
    return f"{key}{rng.choice(['='] * 9 + [' = ', '==', ''])}{value}"


def check_refused(refused: UsageError, given: list[str]) -> None:
    """See that each line is a sentence that can be read."""
    assert refused.exit_code == 2
    assert 1 <= len(refused.lines) <= 21, given
    for line in refused.lines:
        assert line.isprintable(), line
        assert 10 < len(line) < 1200, line
