"""Credits come from the files beside the data, whole and each once."""

import pytest

from nnsim.datasets import credits, model_sizes
from nnsim.datasets.credits import LINE, Credit
from nnsim.errors import InputError

TABLES = {credit.file: credit for credit in credits.tables()}


def test_every_data_table_is_credited() -> None:
    files = {path.name for path in credits.SOURCES.parent.glob("*.csv")}
    assert set(TABLES) == files
    assert all(credit.source and credit.licence for credit in TABLES.values())


def test_works_are_cited_without_where_they_were_read() -> None:
    assert TABLES["penguins.csv"].works[0].startswith("Gorman, Williams & Fraser 2014")
    assert len(TABLES["penguins.csv"].works) == 2
    (splice,) = TABLES["splice_junctions.csv"].works
    assert "Towell" in splice
    assert "decoded" not in splice
    assert TABLES["penguins.csv"].licence == "CC0"


def test_lines_hold_all_words_and_are_short() -> None:
    for credit in TABLES.values():
        assert " ".join(credit.lines).split() == " ".join(credit.works).split()
        assert all(len(line) <= LINE for line in credit.lines)
    assert TABLES["splice_junctions.csv"].title == "Splice junctions"


def test_each_publication_is_listed_once() -> None:
    listed = [publication.source for publication in credits.publications()]
    assert len(set(listed)) == len(listed)
    assert set(listed) == {row.source for row in model_sizes.load()}


def test_a_publication_names_whose_sizes_it_gives() -> None:
    names = {one.source.split(",")[0]: one.names for one in credits.publications()}
    assert names["Review 2025"] == "CARP-600K, MIF-ST"
    assert names["Lin et al. 2023"] == "ESM-2"  # once, though it has six sizes


def test_a_broken_table_is_refused(
    tmp_path: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "SOURCES.md"  # type: ignore[operator]
    broken.write_text("| `a.csv` | what | 3 | who |\n", "utf-8")
    monkeypatch.setattr(credits, "SOURCES", broken)
    with pytest.raises(InputError, match="five columns"):
        credits.tables()


def test_a_year_makes_a_citation() -> None:
    credit = Credit("a_b.csv", "", "Read somewhere; Ada 1843, notes; box 12", "")
    assert credit.works == ("Ada 1843, notes",)
