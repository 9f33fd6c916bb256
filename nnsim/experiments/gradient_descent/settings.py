"""Settings of the chapter on gradient descent."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, TypeAlias

import numpy as np

from nnsim.bounds import Fault, Seed, Settings, between, holding
from nnsim.estimates import Estimate, walks
from nnsim.experiments.gradient_descent.flipper_mass import load_standardised
from nnsim.problems.two_three_one import StartingWeights

N_BIRDS = 342
WEIGHTS = -0.9, 2.6  # that are drawn of the line with one weight
Rate: TypeAlias = Annotated[float, between(0.001, 1.2)]
EnzymeRate: TypeAlias = Annotated[float, between(0.001, 2)]
Standardised: TypeAlias = Annotated[float, between(-3, 3)]


@dataclass(frozen=True)
class Config(Settings):
    """Settings of the experiment."""

    # One weight.
    first_weight: Annotated[float, between(*WEIGHTS)] = 0.0
    first_rate: Rate = 0.2  # learning rate of the one step that is shown
    # Tried side by side.
    rates: tuple[Rate, Rate, Rate, Rate] = (0.05, 0.5, 1.0, 1.05)
    n_steps: Annotated[int, between(1, 200)] = 6  # of each of them
    # Weight and bias.
    first_line: tuple[Standardised, Standardised] = (0.2, 1.6)  # w and b, standardised
    # Length of the unit, a decimetre, left as it is.
    mm_per_unit: Annotated[float, between(20, 1000)] = 100.0
    n_shown: Annotated[int, between(1, 200)] = 12  # steps drawn in that unit
    # Steps within which it is to arrive.
    n_most: Annotated[int, between(10, 100_000)] = 2500
    # Learning rate, whatever the size of the batch.
    batch_rate: Annotated[float, between(0.001, 0.3)] = 0.1
    batch_size: Annotated[int, between(2, N_BIRDS)] = 18
    # w and b where steps are compared.
    fan_point: tuple[Standardised, Standardised] = (-0.1, 0.8)
    # Learning rate of these, long enough to be seen.
    fan_rate: Annotated[float, between(0.001, 1)] = 0.3
    n_batches_drawn: Annotated[int, between(1, N_BIRDS)] = 2  # bird by bird
    n_shuffles: Annotated[int, between(2, 1000)] = 20
    seed: Seed = 0
    # The enzyme.
    first_v_max: Annotated[float, between(1, 520)] = 50.0  # counts/min²
    first_k_m: Annotated[float, between(0.001, 0.335)] = 0.3  # ppm
    # Of the three rules.
    race_rates: tuple[EnzymeRate, EnzymeRate, EnzymeRate] = (0.4, 0.1, 0.1)
    momentum: Annotated[float, between(0, 0.999)] = 0.9
    tried_rates: Annotated[tuple[EnzymeRate, ...], holding(1, 30)] = (
        0.05, 0.1, 0.2, 0.3, 0.4, 0.5,
    )  # fmt: skip
    # Of Km, so many times its usual one.
    round_unit: Annotated[float, between(0.1, 100)] = 4.0
    # Steps; Adam far beyond the goal becomes unstable.
    n_enzyme: Annotated[int, between(10, 100_000)] = 600
    # As the lecture sets them in that chapter.
    backpropagation: StartingWeights = field(default_factory=StartingWeights)

    def faults(self) -> Iterator[Fault]:
        """See :meth:`nnsim.bounds.Settings.faults`."""
        yield from self._strays("first_rate", self.first_rate, 1)
        for k, rate in enumerate(self.rates):
            yield from self._strays(f"rates.{k}", rate, self.n_steps)
        n_batches = -(-N_BIRDS // self.batch_size)
        if self.n_batches_drawn > n_batches:
            yield (
                "n_batches_drawn",
                f"must be at most {n_batches}, which is how many batches of "
                f"batch_size, {self.batch_size}, there are: {self.n_batches_drawn}",
            )

    def _strays(self, name: str, rate: float, n_steps: int) -> Iterator[Fault]:
        """Yield a fault if steps down the loss of one weight end beyond its picture."""
        bowl = load_standardised().one_weight()
        best, curvature = bowl.minimum.item(), bowl.curvature.item()
        grows = (
            1 - rate * curvature
        )  # in each step, how far the weight is from the best
        far = grows ** np.arange(1, n_steps + 1) * (self.first_weight - best)
        low, high = WEIGHTS
        if best + far.min() < low or best + far.max() > high:
            taken = (
                "1 step with {0:g} leads"
                if n_steps == 1
                else "{1} steps with {0:g} lead"
            )
            yield (
                name,
                f"must be less at first_weight = {self.first_weight:g}: "
                f"{taken.format(rate, n_steps)} out of the weights that are drawn, "
                f"{low:g} to {high:g}",
            )

    def estimate(self) -> Estimate:
        """See :meth:`nnsim.bounds.Settings.estimate`."""
        n_enzyme = (3 + 6 * len(self.tried_rates)) * self.n_enzyme
        n_passes = 2 * N_BIRDS * self.n_shuffles
        return walks(n_enzyme + n_passes + 16 * self.n_most) + Estimate(
            0, 500 * N_BIRDS * self.n_most
        )
