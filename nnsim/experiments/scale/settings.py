"""Settings of the chapter on how large models are."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, TypeAlias

from nnsim.bounds import Fault, Seed, Settings, between
from nnsim.problems.site_networks import SHAPE

Width: TypeAlias = Annotated[int, between(1, 64)]


@dataclass(frozen=True)
class Config(Settings):
    """Settings of the experiment: the shapes of the lecture's own networks."""

    # Measurements, two hidden layers, species.
    penguin_widths: tuple[
        Annotated[int, between(4, 4)], Width, Width, Annotated[int, between(3, 3)]
    ] = (4, 16, 16, 3)
    # Bases that the splice network reads.
    sequence_length: Annotated[int, between(1, 10_000)] = 60
    n_filters: Annotated[int, between(1, 1000)] = SHAPE.n_filters
    filter_length: Annotated[int, between(1, 1000)] = SHAPE.width  # bases
    n_classes: Annotated[int, between(2, 100)] = 3  # donor, acceptor, neither
    # Times that the penguin net sees each bird.
    n_epochs: Annotated[int, between(1, 100_000)] = 200
    # What the lecture's note gives for a protein model.
    note_parameters: Annotated[float, between(1e3, 1e12)] = 1e6
    # Operations that the imagined computer does in a second.
    speed: Annotated[float, between(1e6, 1e18)] = 1e9
    seed: Seed = 0  # of the penguin net's starting weights

    def faults(self) -> Iterator[Fault]:
        """See :meth:`nnsim.bounds.Settings.faults`."""
        if self.filter_length > self.sequence_length:
            yield (
                "filter_length",
                f"must be at most sequence_length, {self.sequence_length}: "
                f"{self.filter_length}",
            )
