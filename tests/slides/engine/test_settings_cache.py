"""Settings as read before are believed until a file of one's own changes."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from slides.base.errors import UsageError
from slides.engine.fingerprint import Ingredients, changes, ingredients, own_digests
from slides.engine.settings_cache import SettingsCache
from slides.settings import lecture
from slides.settings.values import Lecture
from slides.settings.variants import Variant

TOML = """title = "T"
author = "A"
language = "en"
chapters = ["neuron", "scale"]

[data]
file = "crabs.csv"
"""
ROWS = [f"{n * 3 % 47},{n % 7 + 20 * (n % 2)},{'ab'[n % 2]}" for n in range(60)]


class Reader:
    """Reads settings through a cache; counts how often it had to."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.n = folder, 0
        self.meanwhile: Callable[[], object] = lambda: None
        self._read = lecture.read
        monkeypatch.setattr(lecture, "read", self._counted)

    def _counted(self, config: Path, overrides: tuple[str, ...]) -> Lecture:
        self.n += 1
        found = self._read(config, overrides)
        self.meanwhile()
        return found

    def read(self, *overrides: str, folder: Path | None = None) -> Lecture:
        cache = SettingsCache(self.folder / "settings.json")
        return cache.read((folder or self.folder) / "lecture.toml", overrides)


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    (tmp_path / "lecture.toml").write_text(TOML)
    (tmp_path / "crabs.csv").write_text("\n".join(["x (mm),y (mm),kind", *ROWS]))
    return Reader(tmp_path, monkeypatch)


def test_nothing_is_read_twice(reader: Reader) -> None:
    first = reader.read()
    (reader.folder / "more.csv").write_text("one more table")
    assert reader.read() == first
    assert reader.n == 1


TOLD = {"neuron": ["crabs.csv changed"], "scale": []}


def _parts(one: Lecture, chapter: str) -> Ingredients:
    """Return what a chapter's pictures depend on."""
    return ingredients(chapter, one.settings[chapter], Variant())


def test_a_changed_or_lost_table_is_noticed(reader: Reader) -> None:
    old = reader.read()
    table = reader.folder / "crabs.csv"
    table.write_text("\n".join(["x (mm),y (mm),kind", *ROWS[1:]]))
    new = reader.read()
    assert reader.n == 2
    told = {name: changes(*(_parts(one, name) for one in (old, new))) for name in TOLD}
    assert told == TOLD
    table.unlink()
    with pytest.raises(UsageError, match=r"crabs\.csv: no such file"):
        reader.read()


def test_what_changes_while_it_is_read_is_read_again(reader: Reader) -> None:
    settings, table = reader.folder / "lecture.toml", reader.folder / "crabs.csv"
    shorter = "\n".join(["x (mm),y (mm),kind", *ROWS[1:]])
    reader.meanwhile = lambda: table.write_text(shorter)
    old = reader.read()
    reader.meanwhile = lambda: settings.write_text(TOML.replace('"T"', '"U"'))
    new = reader.read()
    assert new != old  # for the table is another
    reader.meanwhile = lambda: None
    assert reader.read().title == "U"
    settings.write_text(TOML)
    assert reader.read() == new


def test_tables_are_looked_for_beside_the_settings_and_options_here(
    reader: Reader, tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    reader.read()
    other = tmp_path_factory.mktemp("other")
    for name in ("lecture.toml", "crabs.csv"):
        shutil.copy(reader.folder / name, other)
    found = reader.read(folder=other).settings["neuron"]["data"]["file"]
    assert found == str(other / "crabs.csv")
    for place in (reader.folder, other):
        monkeypatch.chdir(place)
        settings = reader.read("neuron.data.file=crabs.csv").settings["neuron"]
        assert settings["data"]["file"] == str(place / "crabs.csv")


def test_a_key_knows_no_folder(reader: Reader) -> None:
    settings = reader.read().settings["neuron"]
    told = json.dumps(ingredients("neuron", settings, Variant()))
    assert str(reader.folder) not in told
    moved = {**settings["data"], "file": "/elsewhere/crabs.csv"}
    parts = ingredients("neuron", {**settings, "data": moved}, Variant())
    assert json.dumps(parts) == told


def test_tables_of_one_name_are_told_apart() -> None:
    data = {"file": "a/crabs.csv", "digest": "1"}
    quoted = {"data": {"file": "b/crabs.csv", "digest": "2"}}
    assert own_digests({"data": data}) == {"crabs.csv": "1"}
    assert own_digests({"data": data, "neuron": quoted}) == {"crabs.csv": "1+2"}
    sites = {"file": "sites.fa", "labels": "labels.csv", "digest": "3+4"}
    assert own_digests({"data": sites}) == {"sites.fa": "3", "labels.csv": "4"}
    assert own_digests({"data": {"file": "", "digest": ""}}) == {}
