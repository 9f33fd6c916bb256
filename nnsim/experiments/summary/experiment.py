"""The whole lecture in thirteen small pictures, and who is to be thanked.

Each picture comes from a short run of the same functions as its chapter's: a neuron,
a layer, a loss and a way down it, a training run, a wide network that memorises and
is held back, and rules against a network as the data grow. Sources and licences are
read from the files beside the data. All of it is of the published data, whatever the
chapters are about; tables of one's own are named.
"""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from nnsim import magnitudes
from nnsim.arrays import Array, read_only
from nnsim.datasets import credits, model_sizes
from nnsim.datasets.credits import Credit, Publication
from nnsim.datasets.splice_junctions import LENGTH, SITE
from nnsim.experiments.activation_functions.activation_curves import BENDS, bend
from nnsim.experiments.features.settings import Config as FeaturesConfig
from nnsim.experiments.features.single_layer import read_layer, train_layer
from nnsim.experiments.layers import experiment as layers
from nnsim.experiments.layers.hidden_space import carry, squared_paper
from nnsim.experiments.layers.settings import Config as LayersConfig
from nnsim.experiments.neuron import experiment as neuron
from nnsim.experiments.summary.settings import Config
from nnsim.experiments.summary.small_runs import (
    Hill,
    Memory,
    Race,
    compete,
    enzyme,
    memorise,
)
from nnsim.experiments.training import experiment as training
from nnsim.experiments.training.run_pictures import Run, pictures
from nnsim.experiments.training.settings import Config as TrainingConfig
from nnsim.network import costs
from nnsim.network.network import Network
from nnsim.problems import chinstraps
from nnsim.problems.question import Question
from nnsim.problems.site_bench import epochs
from nnsim.problems.site_data import DONOR, load_sites
from nnsim.problems.site_networks import count_layers
from nnsim.problems.three_species import load_birds, start
from nnsim.spread import Spread
from nnsim.views.planes import Plane

EVERY = 10  # steps from one squared paper to the next
LONGEST = 30  # letters of the name of a file
MOST = 2  # of such names in a sentence
SHOWN = 12  # digits of a digest
LOGO = slice(SITE - 3, SITE + 6)  # bases of the donor's logo


@dataclass(frozen=True, eq=False)
class Line:
    """A neuron that learns Adelie against Gentoo."""

    question: Question
    borders: tuple[Array, ...]  # (n_pieces, 2, 2) after each step, mm


@dataclass(frozen=True, eq=False)
class Result:
    """Everything that the chapter shows."""

    config: Config
    logo: Array  # (n_epochs + 1, 9, 4) centred weights around the donor site
    line: Line
    bends: tuple[Array, ...]  # (n, 2) points (z, a): ReLU, sigmoid, tanh
    papers: Array  # (n_kept, n_lines, n_points, 2) squared paper in a hidden layer
    hidden_plane: Plane
    counts: Array  # (n_counts,) parameters, then neurons and synapses, rising
    is_ours: Array  # (n_counts,) True for the lecture's own networks
    smallest: int  # parameters of the smallest of ours
    largest_words: str  # the largest count in words
    hill: Hill
    network: Network  # 2-3-1, of the chapter on backpropagation
    run: Run  # three species, epoch by epoch
    question: Question  # which of them, by bill length and depth
    memory: Memory
    race: Race
    held_out: Spread  # (2, n_bird_splits) share right: without hidden neurons, with
    n_bird_splits: int
    n_parameters: int  # of the network that reads raw letters
    both: int  # its multiply-adds for one sequence, forward and backward
    n_seen: int  # sequences it sees in training, again and again
    total: str  # multiply-adds of its training, in words
    credits: tuple[Credit, ...]  # of the data tables
    publications: tuple[Publication, ...]  # of the published sizes
    rule: str  # source of the rule for the operations of training
    n_own: int  # tables of one's own that chapters are about
    own: (
        str  # their names, or how many, if they are more than two; "" if there are none
    )
    own_digests: str | None  # the names, each with the beginning of its SHA-256


def run(config: Config = Config()) -> Result:  # frozen, so safe
    """Compute the chapter's result."""
    own = own_tables(config)
    config = config.published
    birds = load_birds()
    settings = config.training
    kept = range(0, settings.n_epochs + 1, config.every)
    scores = training.judge(settings, birds)
    learned = neuron.run(config.neuron)
    papers, hidden_plane = bend_paper(config.layers)
    counts, is_ours = count_parameters(learned.network, settings)
    layers_of_filters = count_layers(LENGTH)
    n_forward = sum(layer.multiply_adds for layer in layers_of_filters)
    both = n_forward + costs.backward(layers_of_filters)
    most = max(config.sizes)
    n_seen = most * epochs(most, config.n_steps)
    z = np.array([-5.0, 5.0])
    return Result(
        config=config,
        logo=learn_logo(config.features),
        line=Line(learned.question, learned.borders),
        bends=tuple(bend(name, z).points for name in BENDS),
        papers=papers,
        hidden_plane=hidden_plane,
        counts=counts,
        is_ours=is_ours,
        smallest=int(counts[is_ours].min()),
        largest_words=magnitudes.in_words(float(counts.max())),
        hill=enzyme(config.learning_rate, config.descent_steps),
        network=config.backpropagation.network(),
        run=pictures(birds, training.watched(settings, birds, None, kept)),
        question=birds,
        memory=memorise(config.hidden_width, config.n_epochs, config.weight_decay),
        race=compete(config.sizes, config.n_splits, config.n_test, config.n_steps),
        held_out=Spread.of(scores, axis=1),
        n_bird_splits=settings.n_splits,
        n_parameters=sum(layer.n_parameters for layer in layers_of_filters),
        both=both,
        n_seen=n_seen,
        total=magnitudes.in_words(both * n_seen, 2),
        credits=credits.tables(),
        publications=credits.publications(),
        rule=f"{costs.RULE}, {costs.RULE_REFERENCE}",
        n_own=len(own),
        own=f"{len(own)} tables" if len(own) > MOST else " and ".join(own.values()),
        own_digests=", ".join(f"{n} (SHA-256 {d[:SHOWN]})" for d, n in own.items())
        or None,
    )


def own_tables(config: Config) -> dict[str, str]:
    """Return the names of the tables of one's own by what they hold, each once."""
    return {
        data.digest: shortened_name(Path(data.file).name)
        for data in config.own.values()
    }


def shortened_name(name: str) -> str:
    """Return a file's name; of a long one, how it begins."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"


def learn_logo(settings: FeaturesConfig) -> Array:
    """Train a single layer on splice sites; read its weights around the donor site."""
    sites = load_sites(
        settings.seed, settings.n_splits, settings.n_train, settings.n_test
    )
    learned = train_layer(
        sites, settings.logo_epochs, settings.logo_rate, settings.seed
    )
    logo = read_layer(learned)["logo"]
    return read_only(logo[:, DONOR, LOGO])


def bend_paper(settings: LayersConfig) -> tuple[Array, Plane]:
    """Train the network of the chapter on layers; carry squared paper through it."""
    birds, settings = chinstraps.load_birds(), replace(settings, every=EVERY)
    history = layers.train_small(settings, birds.X, birds.y)
    paper = squared_paper(birds.inputs_plane, layers.N_LINES, layers.N_POINTS)
    last = len(settings.hidden) - 1
    bent = np.stack([carry(net, paper, last) for net in history.snapshots])
    return read_only(bent), layers.HIDDEN_PLANE


def count_parameters(
    one_neuron: Network, settings: TrainingConfig
) -> tuple[Array, Array]:
    """Put our networks and the published sizes in one row, rising."""
    ours = [
        one_neuron.n_parameters,
        start(training.recipe_of(settings), 0).n_parameters,
        sum(layer.n_parameters for layer in count_layers(LENGTH)),
    ]
    others = [row.count for row in model_sizes.load() if row.count == row.count]
    counts = np.array([*ours, *others], dtype=float)
    is_ours = np.arange(len(counts)) < len(ours)
    order = np.argsort(counts, kind="stable")
    return read_only(counts[order]), read_only(is_ours[order])
