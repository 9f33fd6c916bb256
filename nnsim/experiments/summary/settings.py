"""Settings of the summary."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Annotated, TypeAlias

from nnsim.bounds import Fault, Settings, between, holding, rising
from nnsim.datasets.splice_junctions import LENGTH
from nnsim.estimates import Estimate, classical, filters, pictures, training, walks
from nnsim.experiments.features.settings import Config as FeaturesConfig
from nnsim.experiments.layers.settings import Config as LayersConfig
from nnsim.experiments.neuron.settings import Config as NeuronConfig
from nnsim.experiments.training.settings import Config as TrainingConfig
from nnsim.problems.own_data import OfCurve, OfMeasurements, OwnData
from nnsim.problems.site_data import n_sequences
from nnsim.problems.site_networks import SHAPE
from nnsim.problems.two_three_one import StartingWeights

Size: TypeAlias = Annotated[int, between(10, 10_000)]


@dataclass(frozen=True)
class Config(Settings):
    """Settings of the experiment, and those of the chapters that it quotes."""

    # Sequences to learn from.
    sizes: Annotated[tuple[Size, ...], holding(2, 12)] = (20, 100, 500, 2000)
    n_splits: Annotated[int, between(2, 50)] = 3
    n_test: Annotated[int, between(50, 1500)] = 600  # sequences held out
    n_steps: Annotated[int, between(1, 20_000)] = 320  # of the network on sequences
    hidden_width: Annotated[int, between(1, 256)] = 64  # of the one that memorises
    n_epochs: Annotated[int, between(1, 50_000)] = 2000  # of that
    weight_decay: Annotated[float, between(0, 1)] = 0.003
    # On the way down the enzyme's loss.
    learning_rate: Annotated[float, between(0.001, 2)] = 0.4
    descent_steps: Annotated[int, between(1, 20_000)] = 430
    # Epochs from picture to picture of the training run.
    every: Annotated[int, between(1, 1000)] = 2
    # As the lecture sets them in those chapters.
    features: FeaturesConfig = field(default_factory=FeaturesConfig)
    neuron: NeuronConfig = field(default_factory=NeuronConfig)
    layers: LayersConfig = field(default_factory=LayersConfig)
    backpropagation: StartingWeights = field(default_factory=StartingWeights)
    training: TrainingConfig = field(default_factory=TrainingConfig)
    overfitting: OfMeasurements = field(default_factory=OfMeasurements)
    loss: OfCurve = field(default_factory=OfCurve)

    @property
    def own(self) -> dict[str, OwnData]:
        """Return the tables of one's own that chapters are about, by chapter."""
        told = {
            name: getattr(quoted, "data", None) for name, quoted in vars(self).items()
        }
        return {n: d for n, d in told.items() if isinstance(d, OwnData) and d.is_given}

    @property
    def published(self) -> "Config":
        """Return the settings with which the published data are replayed.

        Those of a chapter about a table of one's own are meant for that table: it is
        replayed with its usual ones.
        """
        usual = {name: type(getattr(self, name))() for name in self.own}
        return replace(self, **usual) if usual else self

    def faults(self) -> Iterator[Fault]:
        """See :meth:`nnsim.bounds.Settings.faults`."""
        yield from rising("sizes", self.sizes)
        most, there = self.sizes[-1] + self.n_test, n_sequences()
        if most > there:
            yield "sizes", f"with n_test, {most} sequences are taken, of {there}"

    def estimate(self) -> Estimate:
        """See :meth:`nnsim.bounds.Settings.estimate`."""
        compete = [
            classical(size, 8)
            + filters(*SHAPE, LENGTH - SHAPE.width + 1, max(self.n_steps, size // 64))
            for size in self.sizes
        ]
        quoted, layers = self.training, (2, *self.layers.hidden, 1)
        birds = (2, quoted.n_hidden, 3)
        n_batches = -(-342 // quoted.batch_size)
        steps = n_batches * (quoted.n_epochs + quoted.line_epochs)
        return (
            sum(compete, Estimate()).repeated(self.n_splits)
            + training((2, self.hidden_width, 1), 253, self.n_epochs) * 2
            + walks(self.descent_steps)
            + self.published.neuron.estimate()
            + training(layers, 342, self.layers.n_epochs, kept=self.layers.n_epochs)
            + training(birds, quoted.batch_size, steps, n_networks=quoted.n_splits)
            + training(birds, 342, 2 * n_batches * quoted.n_epochs)
            + pictures(quoted.n_epochs // self.every + 1, birds, 3)
            + Estimate(0.5, 2e7)
        )
