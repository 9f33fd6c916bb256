"""How many sequences and bases are taken of others than the splice sites."""

from dataclasses import dataclass
from typing import cast

import pytest

from nnsim.errors import SettingsError
from nnsim.experiments.features import Config
from nnsim.experiments.features.own.sequences import Labelled
from nnsim.experiments.features.own.sizes import sizes_of
from nnsim.problems.own_data import UnfitDataError
from tests.nnsim.experiments.features.own.made import data_of


@dataclass
class Some:
    """So many sequences of one length."""

    n: int
    n_bases: int

    @property
    def bases(self) -> range:
        return range(self.n)


def some(n: int, n_bases: int) -> Labelled:
    return cast(Labelled, Some(n, n_bases))


def test_as_many_of_the_same_length_give_what_is_published() -> None:
    assert sizes_of(some(3000, 60), Config()) == (2000, 600, 40, 12, 64)


@pytest.mark.parametrize(
    ("n", "n_bases", "sizes"),
    [
        (200, 20, (133, 40, 13, 4, 8)),
        (900, 30, (600, 180, 20, 6, 19)),
        (100_000, 120, (2000, 600, 80, 24, 64)),
    ],
)
def test_sizes_follow_the_data(n: int, n_bases: int, sizes: tuple[int, ...]) -> None:
    found = sizes_of(some(n, n_bases), Config())
    assert found == sizes
    assert found.n_train + found.n_test <= n


def test_what_is_set_is_the_most() -> None:
    config = Config(n_train=300, n_test=100, window=45, width=10)
    assert sizes_of(some(3000, 120), config)[:4] == (300, 100, 90, 20)


@pytest.mark.parametrize(
    ("n", "n_bases", "why"),
    [
        (199, 60, "199 sequences that differ: it takes 200"),
        (500, 19, "19 bases"),
        (500, 121, "cut out from 20 to 120"),
    ],
)
def test_too_little_is_refused(n: int, n_bases: int, why: str) -> None:
    with pytest.raises(UnfitDataError, match=why):
        sizes_of(some(n, n_bases), Config())


def test_what_is_set_may_be_more_than_there_are_splice_sites() -> None:
    config = Config(n_train=5000, n_test=1000, data=data_of("fixed"))
    assert sizes_of(some(9000, 60), config)[:2] == (5000, 1000)
    with pytest.raises(SettingsError, match="6000 sequences are taken"):
        Config(n_train=5000, n_test=1000)


def test_longer_sequences_are_expected_to_take_longer() -> None:
    own = Config(data=data_of("fixed")).estimate()
    assert own.seconds > Config().estimate().seconds
