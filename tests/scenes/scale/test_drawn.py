"""What the pictures of the chapter on scale show is what its result says."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np

from nnsim.experiments import scale
from tests.drawn.expected import Expected, Plane, compare, network, part
from tests.drawn.found import Found, Shown
from tests.drawn.keys import key
from tests.nnsim.experiments.usual import usual

AXIS = Plane("powers of ten", "")
Counts = Mapping[str, float]  # by the words of its label


def marks(counts: Iterable[float], role: str = "positive") -> list[Expected]:
    """Expect a dot on the axis at each count; in paper's colour it is a ring."""
    return [AXIS.points([count, 0], role) for count in counts]


def labels(counts: Counts) -> Expected:
    """Expect labels at these counts."""
    return part("LongAxis", [np.log10(counts[words]) for words in sorted(counts)])


def between(low: float, high: float, role: str, gap: float = 0.0) -> Expected:
    """Expect something from count to count, less a gap in units, at any height."""
    wanted = np.array([[low, 0], [high, 0]], float)

    def test(found: Found) -> str:
        x = found.segments[..., 0] * np.linalg.norm(found.on.sides[0])
        told = np.array([x.min() - gap, x.max() + gap])
        ends = found.on.shares_of(wanted)[:, 0] * np.linalg.norm(found.on.sides[0])
        off = np.abs(told - ends).max()
        return f"is off by {off:.2g} units" if off > 1e-5 else ""

    return AXIS.expect(f"from {low:g} to {high:g}", test, role)


def span(half: float, whole: float, training: float) -> list[Expected]:
    """Expect bar, dot and square of a model's memory on one line, at any height."""
    dots = (AXIS.points([v, 0], "positive", stacked=True) for v in (whole, training))
    bar = between(half, half, "positive")
    return [between(half, training, "muted"), bar, *dots]


def on_axis(r: Any) -> Mapping[str, list[Expected]]:
    """Expect what the beats on the long axis show."""
    note, carp, mif = r.config.note_parameters, r.carp.count, r.mif.count
    worm, synapses = r.worm_neurons.count, r.worm_synapses.count
    esm2 = [size.count for size in r.esm2]
    ours = {
        "one neuron": r.neuron.count,
        "penguin net": r.penguin_net.count,
        "splice network": r.splice_net.count,
    }
    rungs = [size.words for size in r.esm2]
    rungs[0] = f"{r.esm2[0].name}  {rungs[0]}"
    rungs[4] = f"{r.prot_t5.name} and  {rungs[4]}"
    rungs[5] = f"{r.esm2[5].name}  {rungs[5]}"
    assert r.prot_t5.count == esm2[4]
    esm3, gpt3, oss = r.esm3.count, r.gpt3.count, r.gpt_oss.count
    brain, cortex = r.brain.count, r.cortex.count
    active = r.gpt_oss.active
    name = r.worm_neurons.name
    return {
        "ours": [*marks(ours.values()), labels(ours)],
        "worm": [
            *marks(ours.values()),
            *marks([worm], "paper"),
            *marks([synapses], "ink"),
            labels({**ours, f"{name} 302": worm, f"{name} about": synapses}),
            key({
                "parameters of a model": "positive dot", "synapses": "ink dot",
                "neurons": "paper dot",
            }),
        ],
        "small": [
            *marks([note], "muted"),
            *marks([carp, mif]),
            labels({r.carp.name: carp, r.mif.name: mif, "the lecture notes": note}),
        ],
        "ladder": [
            *marks([note], "muted"),
            *marks([carp, mif, *esm2, esm3]),
            labels({**dict(zip(rungs, esm2, strict=True)), r.esm3.name: esm3}),
        ],
        "language": [
            *marks([esm3, gpt3, oss, active]),
            labels({
                r.esm3.name: esm3, r.gpt3.name: gpt3,
                f"{r.gpt_oss.name} in all": oss, f"{r.gpt_oss.name} each": active,
            }),
        ],
        "brain": [
            *marks([gpt3]),
            *marks([brain], "paper"),
            *marks([cortex], "ink"),
            labels({r.gpt3.name: gpt3, r.brain.name: brain, r.cortex.name: cortex}),
            between(gpt3, cortex, "muted", gap=0.15),
        ],
        "whole": [
            *marks([*ours.values(), carp, mif, *esm2, esm3, gpt3, oss]),
            *marks([worm, brain], "paper"),
            *marks([synapses, cortex], "ink"),
            labels({
                "one neuron": r.neuron.count, "penguin net": r.penguin_net.count,
                name: worm, rungs[5]: esm2[5], r.gpt3.name: gpt3,
                r.brain.name: brain, r.cortex.name: cortex,
            }),
        ],
    }  # fmt: skip


def expected() -> Mapping[str, list[Expected]]:
    r = usual(scale)
    net = [network(*(layer.W for layer in r.network.layers))]
    trained = {
        "our penguin net": r.train_ours.operations,
        r.gpt3.name: r.train_gpt3.operations,
        r.esm3.name: r.train_esm3.operations,
    }
    counts = r.gpt3.count, r.esm2[5].count, r.esm2[0].count, r.penguin_net.count
    lengths = np.array(counts) / r.gpt3.count
    bytes_each = r.bytes_half, r.bytes_whole, r.bytes_training
    parameters, neurons = r.penguin_net.count, r.penguin_net.n_neurons
    counted = key({
        f"{parameters} | parameters, as if synapses": "positive dot",
        f"{neurons} | neurons": "paper dot",
    })  # fmt: skip
    half, whole, training = (f"{each} bytes each" for each in bytes_each)
    memory = key({
        f"half precision, {half}": "positive line",
        f"single precision, {whole}": "positive dot",
        f"training with Adam, {training}": "positive square",
    })  # fmt: skip
    return {
        "count": [network(r.one_neuron.layers[0].W)],
        "network": net,
        "synapse": [*net, counted],
        "guess": [part("LengthBars", lengths[:1])],
        "even_scale": [part("LengthBars", lengths)],
        **on_axis(r),
        "memory": [
            memory,
            *(
                mark
                for count in (counts[3], r.esm2[3].count, counts[1], counts[0])
                for mark in span(*(count * each for each in bytes_each))
            ),
        ],
        "training": [*marks(trained.values()), labels(trained)],
    }


def test_pictures_show_the_result(
    drawn: Callable[[str], Mapping[str, Shown]],
) -> None:
    compare(drawn("scale"), expected())
