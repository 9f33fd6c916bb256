"""Motifs are read off weights, and counted in sequences held out."""

import numpy as np
import pytest

from nnsim.datasets.one_hot import encode
from nnsim.experiments.features.own.motifs import DRAWN, drawn, read_motifs
from tests.nnsim.experiments.features.own.made import LENGTH, MOTIF, PLACE, made


def weights(word: str, at: int, n: int = LENGTH) -> np.ndarray:
    """Return weights that ask for a word at a place, and for little elsewhere."""
    found = np.full((n, 4), 0.01)
    for k, base in enumerate(word, at):
        found[k, "ACGT".index(base)] = 1.0
    return found - found.mean(axis=1, keepdims=True)


def read(kind: str, word: str, at: int) -> tuple[object, ...]:
    rows = made(kind)
    X = encode([bases for bases, _ in rows])
    y = np.array([int(name == "other") for _, name in rows])
    both = np.stack([weights(word, at), weights("C", 3)])
    one, _ = read_motifs(both, X, y, ("promoter", "other"))
    return one.word, one.start, one.of_class, one.of_others, one.is_borne_out


def shares(kind: str, word: str, at: int) -> list[float]:
    """Count by hand how many of the letters both classes have."""
    found = []
    for name in ("promoter", "other"):
        of_class = [bases for bases, other in made(kind) if other == name]
        has = [
            sum(a == b for a, b in zip(word, bases[at:], strict=False)) / len(word)
            for bases in of_class
        ]
        found.append(sum(has) / len(has))
    return found


@pytest.mark.parametrize(
    ("kind", "is_so"), [("fixed", True), ("anywhere", False), ("noise", False)]
)
def test_a_motif_is_borne_out_where_it_stands(kind: str, is_so: bool) -> None:
    word, start, of_class, of_others, is_borne_out = read(kind, MOTIF, PLACE)
    assert (word, start) == (MOTIF, PLACE)
    assert [of_class, of_others] == pytest.approx(shares(kind, MOTIF, PLACE))
    assert is_borne_out is is_so


def test_what_a_class_lacks_spells_nothing() -> None:
    rows = made("fixed")
    X = encode([bases for bases, _ in rows])
    y = np.array([int(name == "other") for _, name in rows])
    lacking = "CGATCG"  # no letter of which is that of the motif
    assert not any(a == b for a, b in zip(lacking, MOTIF, strict=True))
    both = np.stack([weights(MOTIF, PLACE), weights(lacking, PLACE)])
    motif, none = read_motifs(both, X, y, ("promoter", "other"))
    assert motif.is_borne_out
    assert none.of_others == 0
    assert none.of_class > 0.15
    assert not none.is_borne_out


def test_small_letters_at_the_ends_are_no_part_of_it() -> None:
    assert read("fixed", "GAT", 20)[:2] == ("GAT", 20)


@pytest.mark.parametrize("at", [0, 30, 90])
def test_the_motif_is_among_the_bases_that_are_drawn(at: int) -> None:
    X, y = encode(["ACGT" * 25] * 4), np.array([0, 0, 1, 1])
    both = np.stack([weights(MOTIF, at, 100), weights("GGGGGG", 60, 100)])
    motif, other = read_motifs(both, X, y, ("a", "b"))
    for one in (motif, other):
        where = drawn(both, one)
        assert where.stop - where.start == DRAWN
        assert where.start <= one.start < one.last <= where.stop
