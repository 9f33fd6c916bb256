"""Whether counts of words leave the order open, against the number of Euler paths."""

import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnsim.datasets.one_hot import encode
from nnsim.experiments.features.word_counts import (
    MOST_LISTED,
    count_words,
    has_another_order,
)

DONOR = "TTCTATGAGAAACGTGGCATTGTGCGCAAGGTGGGCCCCGCGGGACGGGGCAGCTCCGGG"


def n_orders(bases: str, k: int) -> float:
    """Count the sequences that begin and end alike and have the same words.

    They are the Euler paths from joint to joint of k − 1 bases; the BEST theorem
    counts them. For single bases: the permutations.
    """
    words = [bases[at : at + k] for at in range(len(bases) - k + 1)]
    if k == 1:
        each = math.prod(math.factorial(n) for n in Counter(words).values())
        return math.factorial(len(words)) / each
    edges = Counter((word[:-1], word[1:]) for word in words)
    edges[bases[len(bases) - k + 1 :], bases[: k - 1]] += 1  # closes the path
    joints = sorted({joint for edge in edges for joint in edge})
    n = np.zeros((len(joints), len(joints)))
    for (start, end), count in edges.items():
        n[joints.index(start), joints.index(end)] = count
    out = n.sum(axis=1)
    laplacian = np.diag(out) - n
    root = joints.index(bases[: k - 1])
    trees = np.linalg.det(np.delete(np.delete(laplacian, root, 0), root, 1))
    circuits = round(trees) * math.prod(math.factorial(int(d) - 1) for d in out)
    closing = n[joints.index(bases[len(bases) - k + 1 :]), root]
    multiple = math.prod(math.factorial(int(c)) for c in n.ravel())
    # Of equal edges it does not matter which is which; the closing one is known.
    return circuits * closing / multiple


@pytest.mark.parametrize("k", range(1, 6))
def test_the_donor_in_another_order_has_the_same_words(k: int) -> None:
    assert has_another_order(DONOR, k)
    assert n_orders(DONOR, k) > 1


@given(st.text("ACGT", min_size=6, max_size=14), st.integers(1, 5))
def test_another_order_is_found_where_there_is_one(bases: str, k: int) -> None:
    assert has_another_order(bases, k) == (n_orders(bases, k) > 1.5)


@pytest.mark.parametrize("k", [1, 2, 3, 4, 5])
def test_words_are_counted_as_by_hand(k: int) -> None:
    found = count_words(encode([DONOR]), k)
    places = [DONOR[at : at + k] for at in range(60 - k + 1)]
    assert found["running"][-1].tolist() == [places.count(w) for w in found["kmers"]]
    assert [found["kmers"][j] for j in found["words"]] == places
    assert found["k_in_words"] == ["one", "two", "three", "four", "five"][k - 1]


@pytest.mark.parametrize("k", [3, 4, 5])
def test_words_that_are_not_listed_do_not_occur(k: int) -> None:
    found = count_words(encode([DONOR]), k)
    listed = [found["kmers"][j] for j in found["listed"]]
    assert len(listed) <= MOST_LISTED
    assert len(listed) + found["n_unlisted"] == 4**k
    assert all((word in listed) or (word not in DONOR) for word in found["kmers"])
