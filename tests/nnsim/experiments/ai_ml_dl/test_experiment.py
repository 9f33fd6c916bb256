"""What the chapter on AI, machine learning and deep learning says of its results."""

from dataclasses import replace

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import RepeatedStratifiedKFold, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer
from sklearn.tree import DecisionTreeClassifier

from nnsim.experiments.ai_ml_dl.experiment import NAMES, Config, Result, run

SMALL = Config(n_trees=3, n_epochs=30, n_folds=2, n_repeats=1)


# --- the endgame ------------------------------------------------------------------


def test_no_mate_is_farther_than_sixteen_moves(result: Result) -> None:
    found = result.endgame
    assert found.longest == 16
    assert found.n_positions == 28056  # as published for Black to move
    assert found.n_mates == 27
    assert found.counts.sum() + found.n_no_mate == found.n_positions


def test_fight_starts_at_the_longest_and_ends_in_mate_by_the_rook(
    result: Result,
) -> None:
    found = result.endgame
    assert found.to_mate[0] == found.longest
    assert found.to_mate[-1] == 0
    assert found.written[-1].startswith("R")
    assert found.written[-1].endswith("#")
    assert len(found.line) == len(found.written) + 1 == 2 * found.longest
    _, rook, black = found.line[-1]  # the check that is drawn runs along a line
    assert rook % 8 == black % 8 or rook // 8 == black // 8


# --- models on the birds they learned from -----------------------------------------


def test_birds(result: Result) -> None:
    assert result.n_birds == 342
    assert dict(zip(result.question.classes, result.n_each, strict=True)) == {
        "Adélie": 151, "Gentoo": 123, "Chinstrap": 68,
    }  # fmt: skip


def test_errors_on_the_birds_they_learned_from(result: Result) -> None:
    X, y = result.question.measured, result.question.labels
    scaled = (X - [44, 17]) / [5, 2]
    line = LogisticRegression().fit(scaled, y)
    assert result.line_wrong == (line.predict(scaled) != y).sum()
    tree = DecisionTreeClassifier(max_leaf_nodes=4, random_state=0).fit(X, y)
    assert result.tree_wrong == (tree.predict(X) != y).sum()
    p = result.network.predict(scaled)
    assert result.wrong[-1] == (p.argmax(axis=1) != y).sum()
    assert result.wrong[-1] < result.line_wrong < result.tree_wrong
    assert result.forest_wrong < result.wrong[-1]


def test_key_reads_down_one_question_at_a_time(result: Result) -> None:
    # Drawn as an identification key: yes always names a species.
    assert len(result.leaves) == len(result.questions) + 1
    for question, leaf in zip(result.questions, result.leaves, strict=False):
        assert leaf.box[question.column, 1] == pytest.approx(question.threshold)


def test_training_lowers_the_loss(result: Result) -> None:
    assert result.losses[-1] < result.losses[0] / 5
    assert result.n_parameters == 2 * 8 + 8 + 8 * 8 + 8 + 8 * 3 + 3
    assert result.epochs[-1] == Config().n_epochs


# --- held-out birds ------------------------------------------------------------------


@pytest.mark.parametrize(("scores", "columns"), [("two", 2), ("four", 4)])
def test_scores_are_those_of_scikit_learn(
    result: Result, scores: str, columns: int
) -> None:
    from nnsim.datasets import penguins

    names = penguins.MEASUREMENTS[:columns]
    X = penguins.load().complete().measurements(*names)
    scale = penguins.ROUND.columns(*names)
    deal = RepeatedStratifiedKFold(n_splits=5, n_repeats=5, random_state=0)
    model = make_pipeline(FunctionTransformer(scale.apply), LogisticRegression())
    theirs = cross_val_score(model, X, result.question.labels, cv=deal)
    ours = getattr(result, scores)["line"]
    np.testing.assert_allclose(ours.each, theirs)
    assert ours.mean == pytest.approx(theirs.mean())
    assert ours.sd == pytest.approx(theirs.std(ddof=1))


def test_network_and_lines_differ_by_less_than_the_spread(result: Result) -> None:
    for scores in (result.two, result.four):
        gap = abs(scores["network"].mean - scores["line"].mean)
        spread = min(scores["network"].sd, scores["line"].sd)
        assert gap < spread / 2


@pytest.mark.parametrize("seed", [1, 2])
def test_no_model_gains_on_the_lines_with_other_seeds(seed: int) -> None:
    result = run(replace(Config(n_repeats=1, n_trees=20), seed=seed))
    for name in ("forest", "network"):
        assert result.four[name].mean < result.four["line"].mean + 0.01
    assert result.four["tree"].mean < result.four["line"].mean - 0.01


def test_tree_falls_behind_and_more_measurements_help_all(result: Result) -> None:
    for scores in (result.two, result.four):
        others = [scores[name].mean for name in NAMES if name != "tree"]
        assert scores["tree"].mean < min(others) - 0.02
    for name in NAMES:
        assert result.four[name].mean > result.two[name].mean


# --- settings and frozen values -----------------------------------------------------


def test_settings_are_settings() -> None:
    result = run(replace(SMALL, hidden=(5,), n_leaves=3))
    assert result.network.widths == (2, 5, 3)
    assert len(result.leaves) == 3
    assert len(result.forest_fields) == len(result.n_trees) == 3
    assert result.n_parts == len(result.four["tree"].each) == 2
    assert hash(SMALL) == hash(replace(SMALL))
