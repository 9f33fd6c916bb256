"""How many samples teach, are set aside and are held out.

What you can do here
--------------------
- find the sizes of the parts where the settings leave them open: ``sizes``.

The rule: a quarter of the samples teaches, at least 10 and at most 80, so that a wide
network can know them by heart; as many are set aside; what is left is held out, at most
250 of them, which makes a share right sure to 3 %.
"""

from dataclasses import dataclass

FEWEST, MOST = 10, 80
MOST_TEST = 250


@dataclass(frozen=True)
class Sizes:
    """Samples in each part."""

    n_train: int
    n_validation: int
    n_test: int

    @property
    def n_rows(self) -> int:
        """Count the samples that are used in any part."""
        return self.n_train + self.n_validation + self.n_test


def sizes(n: int, n_train: int | None, n_validation: int | None) -> Sizes:
    """Return the sizes of the parts of n samples.

    Parameters
    ----------
    n_train, n_validation
        As they are set; found by the rule if None.

    Returns
    -------
    Sizes
        Of these, ``n_test`` is too small, or below zero, where n is.
    """
    quarter = min(max(n // 4, FEWEST), MOST)
    n_train = quarter if n_train is None else n_train
    n_validation = quarter if n_validation is None else n_validation
    return Sizes(n_train, n_validation, min(n - n_train - n_validation, MOST_TEST))
