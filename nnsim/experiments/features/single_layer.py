"""What a single layer makes of aligned sequences: weights by position and base.

What you can do here
--------------------
- train the layer and keep it after every epoch: ``train_layer``;
- read its weights as a logo, and the tallest letters in words: ``read_layer``.
"""

from typing import Any

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.datasets.dna_features import TRACT, A, G, T
from nnsim.datasets.splice_junctions import SITE
from nnsim.experiments.features.logos import centred, consensus
from nnsim.network.losses import categorical_cross_entropy
from nnsim.network.network import Network
from nnsim.problems.site_data import ACCEPTOR, DONOR, Sites
from nnsim.problems.site_networks import BATCH
from nnsim.training.history import History
from nnsim.training.loop import train
from nnsim.training.optimizers import Adam

AFTER, BEFORE = slice(SITE, SITE + 6), slice(SITE - 3, SITE)  # bases that are read
TRACT_AT = slice(SITE + TRACT[0], SITE + TRACT[1])
# The weights that know the GT–AG rule: class, position, base.
RULE = (
    (DONOR, SITE, G), (DONOR, SITE + 1, T), (ACCEPTOR, SITE - 2, A),
    (ACCEPTOR, SITE - 1, G),
)  # fmt: skip


def train_layer(
    sites: Sites,
    n_epochs: int,
    learning_rate: float,
    seed: int,
    batch: int = BATCH,
) -> History:
    """Train a single layer on aligned one-hot sequences of the first split."""
    rng = np.random.default_rng([seed, 1])
    flat, part = sites.X.reshape(len(sites.X), -1), sites.parts[0]
    start = Network.initialise(
        (flat.shape[1], sites.n_classes), ("softmax",), rng, dtype=np.float32
    )
    return train(
        start,
        flat[part.train],
        sites.targets[part.train],
        loss=categorical_cross_entropy,
        optimizer=Adam(learning_rate),
        n_epochs=n_epochs,
        batch_size=batch,
        rng=rng,
        validation=(flat[part.test], sites.targets[part.test]),
        snapshots=range(n_epochs + 1),
    )


def read_layer(history: History) -> dict[str, Any]:
    """Read the weights of a single layer as a map of position and base."""
    logo = weights_of(history)
    steps = np.diff(rule_weight(logo))
    tract = consensus(logo[-1, ACCEPTOR, TRACT_AT])
    accuracy = history.validation_accuracy
    assert accuracy is not None  # cross-entropy has one, and held-out rows were watched
    return {
        "logo": read_only(logo),
        "logo_epochs": read_only(np.array(history.snapshot_epochs)),
        "logo_accuracy": accuracy,
        "layer_right": float(accuracy[-1]),
        "first_donor_word": consensus(logo[0, DONOR, AFTER]),
        "first_acceptor_word": consensus(logo[0, ACCEPTOR, BEFORE]),
        "donor_word": consensus(logo[-1, DONOR, AFTER]),
        "acceptor_word": consensus(logo[-1, ACCEPTOR, BEFORE]),
        "n_pyrimidines": sum(base in "CT" for base in tract),
        "n_tract": len(tract),
        "tract_start": TRACT_AT.start,
        "rule_growth": float(steps.sum()),
        "n_setbacks": int(np.sum(steps <= 0)),
    }


def weights_of(history: History) -> Array:
    """Return the weights after each epoch, (n_epochs + 1, n_classes, n_bases, 4)."""
    weights = (net.layers[0].W for net in history.snapshots)
    return np.stack([centred(W.reshape(len(W), -1, 4)) for W in weights])


def rule_weight(logo: Array) -> Array:
    """Return the mean of the weights that know the GT–AG rule, epoch by epoch."""
    weights = [logo[:, c, at, base] for c, at, base in RULE]
    return np.asarray(np.mean(weights, axis=0))
