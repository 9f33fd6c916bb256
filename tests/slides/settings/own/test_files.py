"""Which files of one's own settings name, be they there and right or not."""

from pathlib import Path

import pytest

from slides.settings.own.files import files_named

HEAD = 'title = "T"\nauthor = "A"\nlanguage = "en"\nchapters = ["neuron"]\n'


def test_each_table_is_named_wherever_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "lecture.toml"
    settings.write_text(
        HEAD
        + '[data]\nfile = "all.csv"\n'
        + f'[neuron.data]\nfile = "{(tmp_path / "own/one.csv").as_posix()}"\n'
        + '[features.data]\nfile = "sites.fa"\nlabels = "labels.csv"\n'
        + '[layers.data]\nfile = ""\n',
    )
    names = {"all.csv", "own/one.csv", "sites.fa", "labels.csv"}
    assert files_named(settings, ()) == {tmp_path / name for name in names}
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    named = files_named(settings, ["data.file=all.csv", "scale.data.file=two.csv"])
    names = {"here/all.csv", "here/two.csv", "own/one.csv", "sites.fa", "labels.csv"}
    assert named == {tmp_path / name for name in names}


@pytest.mark.parametrize(
    "text",
    ["data = 3", "[neuron]\ndata = [1]", "[data]\nfile = 3", "[data", "neuron = 4", ""],
)
def test_settings_that_are_wrong_name_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "lecture.toml").write_text(text)
    assert files_named(tmp_path / "lecture.toml", ()) == set()
    assert files_named(tmp_path / "none.toml", ()) == set()
