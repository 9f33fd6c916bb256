"""A flag stands where it is planted."""

import numpy as np
import pytest

from scenes.components.flag import Flag
from scenes.components.text import Label

AT = np.array([1.0, -0.5, 0.0])


def test_pole_stands_on_the_dot() -> None:
    flag = Flag(AT, pole=0.8)
    np.testing.assert_allclose(flag.pole.get_start(), AT)
    np.testing.assert_allclose(flag.dot.get_center(), AT, atol=1e-9)
    assert flag.pole.get_length() == pytest.approx(0.8)
    assert flag.cloth.get_top()[1] == pytest.approx(AT[1] + 0.8)


@pytest.mark.parametrize(("left", "side"), [(False, 1), (True, -1)])
def test_cloth_and_words_fly_to_one_side(left: bool, side: int) -> None:
    words = Label("lowest")
    flag = Flag(AT, words, left=left)
    assert side * (flag.cloth.get_center()[0] - AT[0]) > 0
    assert side * (words.get_center()[0] - flag.cloth.get_center()[0]) > 0
