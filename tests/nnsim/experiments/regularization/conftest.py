"""A small bench, quick to run, for all that compares remedies."""

import pytest

from nnsim.experiments.regularization.remedies import Bench


@pytest.fixture(scope="package")
def bench() -> Bench:
    """Give three splits of few birds and networks of eight neurons."""
    return Bench(
        hidden_width=8,
        n_splits=3,
        n_train=30,
        n_validation=30,
        learning_rate=0.05,
        n_epochs=10,
    )
