"""The table of sizes against figures of the papers, typed a second time."""

import math

import pytest

from nnsim.datasets import model_sizes
from nnsim.errors import UnknownNameError

ROWS = model_sizes.load()


@pytest.mark.parametrize(
    ("name", "kind", "counts", "where"),
    [
        ("ESM-2", None, [8e6, 35e6, 150e6, 650e6, 3e9, 15e9], "Science 379:1123"),
        ("ProtT5-XL", None, [3e9], "IEEE TPAMI 44:7112"),
        ("GPT-3", None, [175e9], "arXiv 2005.14165"),
        ("gpt-oss-120b", None, [116.8e9], "arXiv 2508.10925"),
        ("C. elegans", "neurons", [302], "Phil Trans R Soc B 314:1"),
        ("C. elegans", "synapses", [5000], "Phil Trans R Soc B 314:1"),
        ("human brain", "neurons", [86.1e9], "J Comp Neurol 513:532"),
        ("human neocortex", "synapses", [1.5e14], "Exp Gerontol 38:95"),
    ],
)
def test_published(
    name: str, kind: str | None, counts: list[float], where: str
) -> None:
    found = model_sizes.of(ROWS, name, kind)
    assert [row.count for row in found] == counts
    assert {row.reference for row in found} == {where}


def test_every_row_has_a_source() -> None:
    for row in ROWS:
        assert row.authors
        assert row.reference
        assert 1980 < row.year <= 2026
        assert row.source == f"{row.authors} {row.year}, {row.reference}"


def test_what_is_not_published_is_not_a_number() -> None:
    (gpt5,) = model_sizes.of(ROWS, "GPT-5")
    assert math.isnan(gpt5.count)
    assert gpt5.words == "not published"


def test_unknown_name_lists_the_known() -> None:
    with pytest.raises(UnknownNameError, match=r"GPT-4.*ESM-2"):
        model_sizes.of(ROWS, "GPT-4")
