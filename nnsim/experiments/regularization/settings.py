"""Settings of the chapter on regularization."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, TypeAlias

from nnsim.bounds import Fault, Settings, between, holding, rising
from nnsim.estimates import Estimate, pictures, training
from nnsim.problems.sexes import split_faults

Decay: TypeAlias = Annotated[float, between(1e-6, 1)]
Size: TypeAlias = Annotated[int, between(2, 300)]
N_MOMENTS = 80  # steps of a whole run at which its weights are looked at


@dataclass(frozen=True)
class Config(Settings):
    """Settings of the experiment; of several splits, the film shows the first."""

    hidden_width: Annotated[int, between(2, 256)] = 64
    n_splits: Annotated[int, between(2, 500)] = 20  # seeds 0, 1, 2, …
    n_train: Annotated[int, between(10, 300)] = 80  # birds
    n_validation: Annotated[int, between(10, 300)] = 80
    learning_rate: Annotated[float, between(1e-4, 1)] = 0.02  # of Adam
    # Steps, each on all training birds.
    n_epochs: Annotated[int, between(10, 50_000)] = 2000
    zoom: Annotated[int, between(2, 5000)] = 500  # first steps, watched closely
    every: Annotated[int, between(1, 1000)] = 5  # steps from picture to picture
    # λ to try.
    decays: Annotated[tuple[Decay, ...], holding(2, 20)] = (
        0.0003, 0.001, 0.003, 0.01, 0.03, 0.1,
    )  # fmt: skip
    # The usual value, not searched over here.
    dropout: Annotated[float, between(0.05, 0.95)] = 0.5
    # Standard deviation in each input, not searched over here.
    noise: Annotated[float, between(0.01, 3)] = 0.4
    n_shown: Annotated[int, between(2, 200)] = 24  # steps of dropout and noise, shown
    n_lines: Annotated[int, between(1, 200)] = 10  # thinned networks that are shown
    # Thinned networks that answer together.
    n_thinned: Annotated[int, between(2, 1000)] = 100
    # Birds to learn from.
    sizes: Annotated[tuple[Size, ...], holding(2, 12)] = (10, 20, 40, 80, 160)

    def faults(self) -> Iterator[Fault]:
        """See :meth:`nnsim.bounds.Settings.faults`."""
        yield from rising("decays", self.decays)
        yield from rising("sizes", self.sizes)
        yield from split_faults(self.n_train, self.n_validation)
        most = self.n_train + self.n_validation
        if self.sizes[-1] > most:
            yield (
                "sizes",
                f"must be at most n_train and n_validation together, {most}: "
                f"{self.sizes[-1]}",
            )
        for small, large in (
            ("zoom", "n_epochs"), ("every", "zoom"), ("n_lines", "n_shown"),
        ):  # fmt: skip
            if getattr(self, small) > getattr(self, large):
                yield (
                    small,
                    f"must be at most {large}, {getattr(self, large)}, not "
                    f"{getattr(self, small)}",
                )

    def estimate(self) -> Estimate:
        """See :meth:`nnsim.bounds.Settings.estimate`."""
        widths, n_pictures = (2, self.hidden_width, 1), self.zoom // self.every + 1
        kept = n_pictures + N_MOMENTS

        def learn(n_rows: int, kept: int = 0) -> Estimate:
            return training(
                widths, n_rows, self.n_epochs,
                n_networks=self.n_splits, kept=kept, n_bytes=4,
            )  # fmt: skip

        n_train, thinned = self.n_train, self.n_splits * 333 * self.n_thinned
        return sum(
            (learn(size) for size in self.sizes),
            learn(n_train + self.n_validation, kept)
            + learn(n_train, N_MOMENTS) * len(self.decays)
            + learn(n_train) * 2.5  # the noise is drawn, too
            + learn(n_train)
            + pictures(n_pictures, widths)
            + Estimate(5e-9 * thinned * self.hidden_width, 16 * thinned),
        )
