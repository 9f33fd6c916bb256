"""Families against scipy's connected components and pairs counted one by one."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from nnsim.datasets import splice_junctions
from nnsim.datasets.clusters import (
    families,
    join,
    mismatches,
    related_pairs,
    word_pairs,
)
from nnsim.datasets.one_hot import encode

TEXTS = [str(text) for text in splice_junctions.load().sequence]


def test_mismatches_are_counted_letter_by_letter() -> None:
    texts = TEXTS[:40]
    expected = [[sum(a != b for a, b in zip(s, t, strict=True)) for s in texts]
                for t in texts]  # fmt: skip
    assert mismatches(encode(texts)).tolist() == expected


@pytest.mark.parametrize("k", [5, 8])
def test_pairs_share_a_word(k: int) -> None:
    texts = TEXTS[:50]
    words = [{text[i : i + k] for i in range(61 - k)} for text in texts]
    expected = [[i, j] for i, j in combinations(range(50), 2) if words[i] & words[j]]
    assert len(expected) > 10
    assert word_pairs(encode(texts), k).tolist() == expected


def test_long_words_are_told_apart() -> None:
    texts = ["A" * 30 + "C", "A" * 30 + "G", "G" + "A" * 29 + "T"]
    assert word_pairs(encode(texts), 30).tolist() == [[0, 1]]
    assert len(word_pairs(encode(texts), 31)) == 0


@given(
    st.integers(1, 30).flatmap(
        lambda n: st.tuples(
            st.just(n),
            st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1))),
        )
    )
)
def test_join_finds_connected_components(graph: tuple[int, list]) -> None:
    n, links = graph
    pairs = np.array(links, int).reshape(-1, 2)
    found = join(n, pairs)
    ones = np.ones(len(pairs))
    _, expected = connected_components(coo_matrix((ones, pairs.T), shape=(n, n)))
    lowest = [np.flatnonzero(expected == label)[0] for label in expected]
    assert found.tolist() == lowest


def test_families_of_the_table() -> None:
    X = encode(TEXTS, np.float32)
    pairs = related_pairs(X, 20, 18)
    assert len(np.unique(families(X, 20, 18))) == 2626
    assert len(np.unique(word_pairs(X, 20))) / len(X) == pytest.approx(0.175, abs=5e-4)
    for i, j in pairs[::25]:
        near = sum(a != b for a, b in zip(TEXTS[i], TEXTS[j], strict=True)) <= 18
        assert near or any(TEXTS[i][k : k + 20] in TEXTS[j] for k in range(41))
