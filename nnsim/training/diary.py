"""What happened step by step in a run of mini-batches.

What you can do here
--------------------
- keep the loss of every batch before its step: ``train(…, watch=Diary(n))``;
- keep the network before each of the first n steps: ``diary.networks``.
"""

from nnsim.arrays import Array, Targets, read_only
from nnsim.network.network import Network
from nnsim.network.propagation import Workspace
from nnsim.training.trainee import Trainee


class Diary:
    """Watches one network, see :func:`nnsim.training.loop.train`.

    Parameters
    ----------
    n_kept
        Steps before which the network is kept.
    """

    def __init__(self, n_kept: int) -> None:
        self.n_kept = n_kept
        self.networks: list[Network] = []
        self._losses: list[float] = []

    def __call__(self, trainee: Trainee, y: Targets, work: Workspace) -> None:
        """Note a step that is about to be taken."""
        if len(self.networks) < self.n_kept:
            self.networks.append(trainee.freeze())
        self._losses.append(float(trainee.measure(y, work)[0]))

    @property
    def losses(self) -> Array:
        """Mean loss of each batch before its step, (n_steps,)."""
        return read_only(self._losses)
