"""Families listed for drawing, on a small made-up table."""

import numpy as np

from nnsim.datasets.one_hot import encode
from nnsim.experiments.data_and_compute.family_map import align, largest

FAMILY = np.array([0, 0, 2, 0, 2, 5])
PAIRS = np.array([[0, 1], [1, 3], [2, 4]])


def test_families_come_largest_first_with_their_links() -> None:
    big, small = largest(FAMILY, PAIRS, np.array([3]), 2)
    assert big.links.tolist() == [[0, 1], [1, 2]]  # rows 0, 1, 3 as members
    assert big.held_out.tolist() == [False, False, True]
    assert (big.mixed, small.mixed) == (True, False)
    assert len(small.held_out) == 2


def test_alignment_takes_the_largest_family_of_donors() -> None:
    rows = ["AAG" * 20, "AAC" * 20, "C" * 60, "AAG" * 19 + "AAC", "C" * 60, "T" * 60]
    y = np.array([0, 0, 1, 0, 1, 0])
    found = align(encode(rows), y, FAMILY, np.array([3]))
    assert found.sequences == (rows[0], rows[3], rows[1])
    assert found.n_same.tolist() == [60, 59, 40]
    assert found.held_out.tolist() == [False, True, False]
    assert found.peptide == "K" * 10
    assert found.share_same == (59 + 40) / 120
