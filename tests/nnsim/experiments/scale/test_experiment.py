"""The chapter on scale: what the lecture says of counts and costs."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from nnsim.experiments.scale.experiment import Config, Result, run


def test_our_own_counts(result: Result) -> None:
    assert result.neuron.count == 3
    assert result.backprop_net.count == 13
    assert result.penguin_net.count == 403 == result.network.n_parameters
    # 16 filters of 9 bases by 4, then 52 places of 16 to 3 classes, with biases
    assert result.splice_net.count == 16 * 9 * 4 + 16 + 52 * 16 * 3 + 3 == 3091
    assert result.penguin_net.n_neurons == 16 + 16 + 3


def test_worm_stands_beside_our_nets(result: Result) -> None:
    assert 0.5 < result.worm_neurons.count / result.penguin_net.count < 1
    assert 1 < result.worm_synapses.count / result.splice_net.count < 2


def test_only_the_smallest_protein_models_are_near_the_notes_figure(
    result: Result,
) -> None:
    note = Config().note_parameters
    assert result.carp.count < note < result.mif.count < 4 * note
    assert result.esm2[0].count >= 8 * note
    assert 10**result.decades_above > 10_000


def test_ladder_climbs_by_about_four_and_a_half(result: Result) -> None:
    counts = [rung.count for rung in result.esm2]
    steps = [big / small for small, big in pairwise(counts)]
    assert 4 < min(steps) <= max(steps) <= 5
    assert result.prot_t5.count == counts[4]
    assert result.esm3.count > counts[-1]


def test_bars_are_to_scale(result: Result) -> None:
    np.testing.assert_allclose(
        result.lengths, [1000, 1000 * 15 / 175, 8 / 175, 403 / 175e6]
    )
    assert result.length_words[3] == "2.3 micrometres"


def test_few_parameters_of_a_mixture_work_on_each_token(result: Result) -> None:
    assert result.active_share == pytest.approx(5.1 / 116.8)
    assert result.gpt5.words == "not published"


def test_synapses_are_to_be_compared_not_neurons(result: Result) -> None:
    assert result.gpt3.count > result.brain.count + 3 * result.brain.spread
    assert result.synapses_per_parameter == pytest.approx(857, abs=0.5)


def test_memory_and_training(result: Result) -> None:
    ours, *_, gpt3 = result.memory
    assert (ours.whole_words, gpt3.whole_words) == ("1.6 kB", "700 GB")
    for memory in result.memory:
        assert memory.training == 4 * memory.whole == 8 * memory.half
    assert result.train_ours.operations == 6 * 403 * 342 * 200
    assert result.train_gpt3.operations == pytest.approx(3.15e23)
    assert result.train_gpt3.time == "10 million years"
    # as published: more than the rule gives for the unique tokens, seen once
    assert result.train_esm3.operations > 6 * result.esm3.count * 771e9


def test_counts_follow_the_shapes() -> None:
    other = run(replace(Config(), penguin_widths=(4, 8, 2, 3), n_filters=8))
    assert other.penguin_net.count == other.network.n_parameters == 67
    assert other.splice_net.count == 8 * 37 + 52 * 8 * 3 + 3
