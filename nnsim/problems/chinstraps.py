"""One question for many networks: Chinstrap or not, by the bill alone.

What you can do here
--------------------
- load bill length and depth of the birds, and which are Chinstraps: ``load_birds``;
- turn the bills of any birds into inputs and targets: ``bills``;
- see what a network makes of them: ``birds.border``, ``field`` and ``wrong``.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.datasets import penguins
from nnsim.datasets.scaling import Scaling
from nnsim.network.network import Network
from nnsim.training.scores import n_wrong
from nnsim.views.planes import Plane, around, border, on_grid

GRID = 60  # cells of a field along each axis


@dataclass(frozen=True, eq=False)
class Birds:
    """The table as the networks see it."""

    measured: Array  # (n_birds, 2) mm
    scale: Scaling
    X: Array  # (n_birds, 2) inputs
    y: Array  # (n_birds, 1) target: 1 for Chinstrap
    kinds: Array  # (n_birds,) number of the species in penguins.SPECIES
    trio: Array  # (3, 2) inputs of the first of each species

    @property
    def plane(self) -> Plane:
        """Return the range of the inputs, with a margin."""
        return around(self.X)

    def border(self, network: Network) -> Array:
        """Return where the last z of a network is zero, in mm."""
        return read_only(self.scale.undo(border(network, self.plane, GRID)))

    def field(self, network: Network) -> Array:
        """Return what a network answers over the plane, (GRID, GRID)."""
        return on_grid(network, self.plane, GRID)

    def wrong(self, network: Network) -> Array:
        """Count the birds on the wrong side of one half, (…,)."""
        return n_wrong(network.predict(self.X), self.y)


def load_birds() -> Birds:
    """Load the birds with both bill measurements."""
    birds = penguins.load().complete()
    measured, scale, X, y = bills(birds)
    is_kind = np.stack([birds.species == name for name in penguins.SPECIES])
    trio = X[is_kind.argmax(axis=1)]
    return Birds(measured, scale, X, y, is_kind.argmax(axis=0), trio)


def bills(birds: penguins.Penguins) -> tuple[Array, Scaling, Array, Array]:
    """Return the bills of birds in mm, their scaling, inputs X and targets y."""
    measured = birds.measurements("bill_length_mm", "bill_depth_mm")
    scale = penguins.ROUND.columns("bill_length_mm", "bill_depth_mm")
    y = (birds.species == "Chinstrap").astype(float)[:, None]
    return measured, scale, scale.apply(measured), y
