"""What the chapter on features says, counted again by other means."""

from typing import Any

import numpy as np
import pytest

from nnsim.datasets import splice_junctions
from nnsim.experiments.features.experiment import Result

Scores = dict[tuple[str, str], Any]


@pytest.fixture(scope="module")
def aligned(result: Result) -> Scores:
    return {(s.features, s.model): s for s in result.aligned}


@pytest.fixture(scope="module")
def moved(result: Result) -> Scores:
    return {(s.features, s.model): s for s in result.moved}


def test_words_are_counted_as_by_hand(result: Result) -> None:
    donor = result.examples[0]
    places = [donor[k : k + 3] for k in range(58)]
    counts = [places.count(word) for word in result.kmers]
    assert result.running[-1].tolist() == counts
    assert result.running[10].sum() == 10
    assert result.n_kmers == 64


def test_rules_answer_for_the_donor(result: Result) -> None:
    donor = result.examples[0]
    gt, ag, tract, _, g_before, g_fifth, *_ = result.rule_values
    assert (gt, ag) == (donor[30:32] == "GT", donor[28:30] == "AG")
    assert tract == pytest.approx(sum(b in "CT" for b in donor[12:27]) / 15)
    assert (g_before, g_fifth) == (donor[29] == "G", donor[34] == "G")


def test_gt_is_counted_in_the_table(result: Result) -> None:
    table = splice_junctions.load()
    donors = table.sequence[table.label == "ei"]
    assert result.gt_share == np.mean([text[30:32] == "GT" for text in donors])
    assert result.gt_share > 0.98
    assert result.ag_share > 0.98
    assert result.gt_elsewhere < 0.1


def test_counts_miss_what_rules_know(result: Result, aligned: Scores) -> None:
    counts = [s.right.mean for s in result.aligned if s.features == "kmers"]
    assert max(counts) == aligned["kmers", "svm"].right.mean
    assert result.always_largest.mean < max(counts) < 0.75
    assert result.best_counts.right.mean == max(counts)
    assert aligned["rules", "forest"].right.mean > 0.93


def test_network_does_not_win_on_aligned_sequences(aligned: Scores) -> None:
    network, svm = aligned["one_hot", "cnn"], aligned["one_hot", "svm"]
    assert abs(network.right.mean - svm.right.mean) < 0.015
    assert network.right.mean > 0.94


def test_single_layer_spells_the_rule(result: Result) -> None:
    assert result.donor_word == "GTAAGT"
    assert result.acceptor_word == "CAG"
    assert result.n_pyrimidines == result.n_tract == 15
    assert result.logo_accuracy[-1] > 0.93


def test_network_wins_where_the_site_may_lie_anywhere(
    result: Result, aligned: Scores, moved: Scores
) -> None:
    network = moved["one_hot", "cnn"]
    for pair, other in moved.items():
        if pair != ("one_hot", "cnn"):
            assert np.all(network.right.each > other.right.each), pair  # in every split
    assert result.moved.gain > 0.08
    assert moved["rules", "svm"].right.mean < aligned["rules", "svm"].right.mean - 0.25


def test_filters_line_up_at_the_site(result: Result) -> None:
    found = result.filters
    assert found.n_at_site == np.sum(found.spreads <= 1)
    assert np.all((found.spreads <= 1) | (found.spreads > 10))  # no filter between
    assert 3 <= found.n_at_site < found.n_filters
    assert any("GTAAGT" in word or "GTGAGT" in word for word in found.words)
    for word, offset in zip(found.words, found.offsets, strict=True):
        site = int(-offset)  # letters of the filter before the site
        assert word[site : site + 2] == "GT" or word[site - 2 : site] == "AG"


def test_filter_peaks_at_the_site(result: Result) -> None:
    scan = result.filters.scan
    assert scan.z[scan.best] == scan.z.max()
    assert scan.best == scan.site + result.filters.offsets[0]


def test_acceptor_is_told_by_the_filter_for_acceptors(result: Result) -> None:
    found, scan = result.filters.hierarchy, result.filters.scan
    assert found.sequence[found.site - 2 : found.site] == "AG"
    assert found.peaks.argmax() == 3  # donors come first
    assert found.p.argmax() == 1
    assert found.p.sum() == pytest.approx(1, abs=1e-6)
    np.testing.assert_array_equal(found.weights[0], scan.weights)


def test_layer_between_filters_and_classes_adds_nothing_here(
    result: Result, moved: Scores
) -> None:
    between = moved["one_hot", "cnn"]
    assert abs(result.without_hidden.right.mean - between.right.mean) < 0.03
