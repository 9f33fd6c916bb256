"""One sample on its way through the neuron."""

from dataclasses import dataclass

from nnsim.arrays import Array, read_only
from nnsim.magnitudes import written
from nnsim.network.network import Network
from nnsim.problems.own_data import UnfitDataError
from nnsim.problems.question import Question

LONGEST = 8  # characters of a measurement


@dataclass(frozen=True, eq=False)
class Sample:
    """What the neuron makes of two measurements."""

    x: Array  # (2,) both measurements
    said: tuple[str, str]  # both as they are read: "39.1 mm"
    products: Array  # (2,) w * x, the two terms of z
    z: float
    a: float  # probability of the class asked for
    label: int  # number of its class

    @property
    def first(self) -> float:
        """The first measurement."""
        return float(self.x[0])

    @property
    def second(self) -> float:
        """The second measurement."""
        return float(self.x[1])

    @property
    def first_said(self) -> str:
        """The first measurement as it is read, with its unit."""
        return self.said[0]

    @property
    def second_said(self) -> str:
        """The second measurement as it is read, with its unit."""
        return self.said[1]

    @property
    def from_first(self) -> float:
        """What the first measurement adds to z."""
        return float(self.products[0])

    @property
    def from_second(self) -> float:
        """What the second measurement adds to z."""
        return float(self.products[1])


def pass_through(network: Network, question: Question, k: int) -> Sample:
    """Compute what the neuron makes of the sample of row k."""
    x = question.measured[k]
    forward = network.forward(x[None])
    first, second = map(written, x, question.decimals, question.units)
    return Sample(
        x=read_only(x),
        said=(first, second),
        products=read_only(network.layers[0].W[0] * x),
        z=forward.z[0].item(),
        a=forward.y_hat.item(),
        label=int(question.labels[k]),
    )


def check_legible(question: Question) -> None:
    """Refuse measurements that have too many digits to be read in a picture.

    Raises
    ------
    UnfitDataError
        With the remedy.
    """
    every = question.features, question.ranges, question.decimals
    for name, ends, decimals in zip(*every, strict=True):
        if max(len(written(end, decimals)) for end in ends) > LONGEST:
            low, high = (f"{end:.3g}" for end in ends)
            raise UnfitDataError(
                f"{name} goes from {low} to {high}: give it in a unit in which its "
                f"values are written in {LONGEST} characters or fewer"
            )
