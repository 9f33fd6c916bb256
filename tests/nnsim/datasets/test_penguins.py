"""Penguins against published counts and figures of the source."""

from collections import Counter

import numpy as np
import pytest

from nnsim.datasets import penguins
from nnsim.errors import UnknownNameError

BIRDS = penguins.load()


def test_counts_are_those_published() -> None:
    assert len(BIRDS) == 344
    assert len(BIRDS.complete()) == 342
    assert len(BIRDS.complete(*penguins.MEASUREMENTS, "sex")) == 333
    # Gorman et al. 2014; Horst et al. 2020.
    assert Counter(BIRDS.species) == {"Adelie": 152, "Gentoo": 124, "Chinstrap": 68}
    assert Counter(BIRDS.island) == {"Biscoe": 168, "Dream": 124, "Torgersen": 52}


def test_mean_body_mass_is_that_published() -> None:
    assert np.nanmean(BIRDS.body_mass_g) == pytest.approx(4201.75, abs=0.01)


def test_missing_measurements_are_nan() -> None:
    assert np.isnan(BIRDS.measurements()).any(axis=1).sum() == 2
    assert not np.isnan(BIRDS.complete().measurements()).any()


def test_the_dividing_line_of_the_lecture() -> None:
    # z = L − D − 26.95 tells all 274 Adelie and Gentoo apart.
    birds = BIRDS.complete().where_species("Adelie", "Gentoo")
    length, depth = birds.measurements("bill_length_mm", "bill_depth_mm").T
    assert len(birds) == 274
    np.testing.assert_array_equal(length - depth > 26.95, birds.species == "Gentoo")


def test_columns_keep_their_order() -> None:
    table = BIRDS.measurements("body_mass_g", "bill_length_mm")
    assert table[0].tolist() == [3750, 39.1]


def test_round_scaling_gives_short_decimals() -> None:
    x = penguins.ROUND.apply(np.array([[42.0, 20.2, 190.0, 4200.0]]))
    np.testing.assert_allclose(x, [[-0.4, 1.6, -1.0, 0.0]])


def test_columns_are_read_only() -> None:
    assert not BIRDS.complete().species.flags.writeable
    assert not BIRDS.body_mass_g.flags.writeable


def test_unknown_names_list_the_known() -> None:
    with pytest.raises(UnknownNameError, match="known are species, island"):
        BIRDS.measurements("wing_mm")
    with pytest.raises(UnknownNameError, match="known are Adelie, Gentoo, Chinstrap"):
        BIRDS.where_species("Emperor")
