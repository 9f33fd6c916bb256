"""Sequences that stand in a table more than once."""

from nnsim.datasets.repeats import of_one_label


def test_the_first_is_kept_of_each_sequence_of_one_label() -> None:
    pairs = [("AC", "a"), ("GT", "a"), ("AC", "a"), ("GT", "b"), ("TT", "b")]
    assert of_one_label(pairs) == [0, 4]
    assert of_one_label([]) == []
