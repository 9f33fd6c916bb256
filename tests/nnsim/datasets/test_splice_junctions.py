"""Splice junctions: counts and the GT-AG rule; DNA as numbers."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnsim.datasets import one_hot, splice_junctions
from nnsim.errors import InputError

UNIQUE = splice_junctions.load()


def test_counts_with_and_without_copies() -> None:
    assert len(splice_junctions.load_all().label) == 3186
    assert Counter(UNIQUE.label) == {"ei": 679, "ie": 669, "n": 1652}
    assert len(set(UNIQUE.sequence)) == 3000


@pytest.mark.parametrize(
    ("label", "start", "bases", "percent"),
    [("ei", 30, "GT", 98.8), ("ie", 28, "AG", 99.4)],
)
def test_gt_ag_rule(label: str, start: int, bases: str, percent: float) -> None:
    chosen = UNIQUE.sequence[UNIQUE.label == label]
    share = np.mean([sequence[start : start + 2] == bases for sequence in chosen])
    assert 100 * share == pytest.approx(percent, abs=0.05)


def test_numbers_are_places_in_the_list_of_classes() -> None:
    names = np.array(splice_junctions.CLASSES)[UNIQUE.number]
    np.testing.assert_array_equal(names, UNIQUE.label)


def test_one_hot_order_is_acgt() -> None:
    assert one_hot.encode(["ACGT"])[0].tolist() == np.eye(4).tolist()


def test_all_sequences_encode_and_decode() -> None:
    encoded = one_hot.encode(UNIQUE.sequence, dtype=np.float32)
    assert encoded.shape == (3000, 60, 4)
    assert encoded.dtype == np.float32
    np.testing.assert_array_equal(one_hot.decode(encoded), UNIQUE.sequence)


@given(st.lists(st.text("ACGT", min_size=5, max_size=5), min_size=1))
def test_decoding_undoes_encoding(sequences: list[str]) -> None:
    assert one_hot.decode(one_hot.encode(sequences)).tolist() == sequences


@pytest.mark.parametrize(
    ("sequences", "message"),
    [
        ([], "no sequences"),
        (["ACGT", "ACG"], "sequence 1 has 3 bases, not 4"),
        ([""], "sequence 0 has 0 bases"),
        (["ACGN"], "sequence 0 contains N"),
        (["acgt"], "sequence 0 contains a, c, g, t"),
    ],
)
def test_text_that_is_not_dna(sequences: list[str], message: str) -> None:
    with pytest.raises(InputError, match=message):
        one_hot.encode(sequences)
