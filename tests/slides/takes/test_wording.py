"""How two texts differ."""

import pytest

from slides.takes.wording import difference


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("a b c d e f g h i", "a b c d x f g h i", ("… b c d e f g h …",
                                                    "… b c d x f g h …")),
        ("a b", "a b c", ("a b", "a b c")),
        ("a a a", "a a", ("a a a", "a a")),
        ("", "a", ("", "a")),
    ],
)  # fmt: skip
def test_the_words_that_differ_are_told_with_those_around(
    old: str, new: str, told: tuple[str, str]
) -> None:
    assert difference(old, new) == told
