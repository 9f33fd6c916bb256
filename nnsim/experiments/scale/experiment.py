"""How large models are, from one neuron to language models and brains.

The lecture's own networks are counted from their shapes; all other counts are the
published ones of ``nnsim/datasets/model_sizes.csv``. Memory and the cost of training
are computed from the counts.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from nnsim import magnitudes
from nnsim.arrays import Array, read_only
from nnsim.datasets import model_sizes, penguins
from nnsim.datasets.model_sizes import Size
from nnsim.experiments.scale.settings import Config
from nnsim.network import costs
from nnsim.network.costs import Counted
from nnsim.network.network import Network
from nnsim.problems.site_networks import N_BASES

KILOMETRE = 1000.0  # m


@dataclass(frozen=True)
class Own:
    """A network of this lecture."""

    layers: tuple[Counted, ...]  # first to last
    n_neurons: int
    n_weights: int
    n_biases: int
    count: int  # parameters: weights and biases


@dataclass(frozen=True)
class Memory:
    """Bytes that a model takes, and the same in words."""

    half: float  # float16, 2 bytes a parameter
    whole: float  # float32, 4 bytes
    training: float  # with Adam in float32, 16 bytes
    whole_words: str
    training_words: str


@dataclass(frozen=True)
class Training:
    """What training a model takes."""

    operations: float  # floating-point operations
    mantissa: float  # operations = mantissa × 10 ** exponent, rounded
    exponent: int
    time: str  # on the imagined computer, in words


@dataclass(frozen=True, eq=False)
class Result:
    """Everything that the chapter shows."""

    config: Config
    neuron: Own  # 2-1, the neuron of bill length and depth
    backprop_net: Own  # 2-3-1
    penguin_net: Own  # 4-16-16-3
    splice_net: Own  # filters, then one dense layer to the classes
    one_neuron: Network  # 2-1, starting weights
    network: Network  # the penguin net, starting weights
    carp: Size
    mif: Size
    esm2: tuple[Size, ...]  # (6,) smallest first
    prot_t5: Size
    esm3: Size
    gpt3: Size
    gpt_oss: Size
    active_words: str  # parameters of gpt_oss that take part for each token
    active_share: float  # the same as a share of all
    gpt5: Size  # count NaN: not published
    worm_neurons: Size
    worm_synapses: Size
    brain: Size
    brain_billions: float  # its neurons, in billions
    brain_spread: float  # standard deviation, billions of neurons
    cortex: Size
    synapses_per_parameter: float  # of the neocortex for each parameter of GPT-3
    lengths: Array  # (4,) m, if GPT-3 were a kilometre: GPT-3, ESM-2 15 B, 8 M, ours
    length_words: tuple[str, ...]  # (4,) the same
    decades_above: float  # powers of ten from the note's figure to the largest ESM-2
    memory: tuple[Memory, ...]  # (4,) ours, ESM-2 650 M, ESM-2 15 B, GPT-3
    bytes_whole: int  # bytes a parameter in float32
    bytes_half: int  # in float16
    bytes_training: int  # in training with Adam
    operations_each: int  # floating-point operations a parameter and token
    rule: str  # who found that, and when
    rule_reference: str
    tokens_words: str  # that GPT-3 saw in training
    n_birds: int  # with all four measurements
    train_ours: Training
    train_gpt3: Training
    train_esm3: Training  # operations as published


def run(config: Config = Config()) -> Result:  # frozen, so safe
    """Compute the chapter's result."""
    rows = model_sizes.load()
    esm2 = model_sizes.of(rows, "ESM-2")
    gpt3, oss, esm3 = (one(rows, n) for n in ("GPT-3", "gpt-oss-120b", "ESM3"))
    brain, cortex = one(rows, "human brain"), one(rows, "human neocortex")
    ours = own(config.penguin_widths)
    rng = np.random.default_rng(config.seed)
    n_birds = len(penguins.load().complete().species)
    counts = np.array([gpt3.count, esm2[-1].count, esm2[0].count, ours.count])
    lengths = KILOMETRE * counts / gpt3.count
    return Result(
        config=config,
        neuron=own((2, 1)),
        backprop_net=own((2, 3, 1)),
        penguin_net=ours,
        splice_net=own_splice(config),
        one_neuron=Network.initialise((2, 1), ("sigmoid",), rng),
        network=Network.initialise(
            config.penguin_widths,
            ("tanh",) * (len(config.penguin_widths) - 2) + ("softmax",),
            rng,
        ),
        carp=one(rows, "CARP-600K"),
        mif=one(rows, "MIF-ST"),
        esm2=esm2,
        prot_t5=one(rows, "ProtT5-XL"),
        esm3=esm3,
        gpt3=gpt3,
        gpt_oss=oss,
        active_words=magnitudes.in_words(oss.active),
        active_share=oss.active / oss.count,
        gpt5=one(rows, "GPT-5"),
        worm_neurons=one(rows, "C. elegans", "neurons"),
        worm_synapses=one(rows, "C. elegans", "synapses"),
        brain=brain,
        brain_billions=brain.count / 1e9,
        brain_spread=brain.spread / 1e9,
        cortex=cortex,
        synapses_per_parameter=cortex.count / gpt3.count,
        lengths=read_only(lengths),
        length_words=tuple(magnitudes.in_metres(length) for length in lengths),
        decades_above=float(np.log10(esm2[-1].count / config.note_parameters)),
        memory=tuple(
            memory(n) for n in (ours.count, esm2[3].count, esm2[-1].count, gpt3.count)
        ),
        bytes_whole=costs.FLOAT32,
        bytes_half=costs.FLOAT16,
        bytes_training=costs.ADAM,
        operations_each=costs.OPERATIONS,
        rule=costs.RULE,
        rule_reference=costs.RULE_REFERENCE,
        tokens_words=magnitudes.in_words(gpt3.tokens),
        n_birds=n_birds,
        train_ours=training(
            costs.training_operations(ours.count, n_birds * config.n_epochs), config
        ),
        train_gpt3=training(costs.training_operations(gpt3.count, gpt3.tokens), config),
        train_esm3=training(esm3.operations, config),
    )


def one(rows: tuple[Size, ...], name: str, kind: str | None = None) -> Size:
    """Return the only row of a name and kind."""
    (row,) = model_sizes.of(rows, name, kind)
    return row


def own(widths: tuple[int, ...]) -> Own:
    """Count a network of dense layers."""
    return add_up(tuple(costs.dense(*pair) for pair in pairwise(widths)))


def own_splice(config: Config) -> Own:
    """Count filters over DNA and a dense layer that reads all they found."""
    n_positions = config.sequence_length - config.filter_length + 1
    filters = costs.convolution(
        config.n_filters, config.filter_length, N_BASES, n_positions
    )
    return add_up(
        (filters, costs.dense(n_positions * config.n_filters, config.n_classes))
    )


def add_up(layers: tuple[Counted, ...]) -> Own:
    """Add up the counts of the layers."""
    return Own(
        layers=layers,
        n_neurons=sum(layer.n_out for layer in layers),
        n_weights=sum(layer.n_weights for layer in layers),
        n_biases=sum(layer.n_biases for layer in layers),
        count=sum(layer.n_parameters for layer in layers),
    )


def memory(count: float) -> Memory:
    """Compute the memory of a model with this many parameters."""
    whole, training = costs.memory(count), costs.memory(count, costs.ADAM)
    return Memory(
        half=costs.memory(count, costs.FLOAT16),
        whole=whole,
        training=training,
        whole_words=magnitudes.in_bytes(whole),
        training_words=magnitudes.in_bytes(training),
    )


def training(operations: float, config: Config) -> Training:
    """Write operations as a power of ten, and how long they would take."""
    mantissa, exponent = magnitudes.scientific(operations)
    time = magnitudes.in_time(operations / config.speed)
    return Training(operations, mantissa, exponent, time)
