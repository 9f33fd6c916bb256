"""The birds of known sex, and how they are parted."""

from dataclasses import replace

import numpy as np
import pytest

from nnsim.problems.sexes import learn, load_birds, part, split_faults
from nnsim.training.starts import draw

BIRDS = load_birds()


def test_333_birds_as_published_half_of_them_male() -> None:
    assert BIRDS.X.shape == (333, 2)
    assert BIRDS.y.sum() == 168  # 165 females, Gorman et al. 2014
    np.testing.assert_allclose(BIRDS.X[0], [(39.1 - 44) / 5, (3750 - 4200) / 800])


def test_plane_holds_all_birds_in_mm_and_g() -> None:
    for column, (low, high) in zip(BIRDS.measured.T, BIRDS.plane, strict=True):
        assert low < column.min() < column.max() < high


def test_parts_have_no_bird_in_common_and_use_all() -> None:
    parts = part(333, 3, n_train=80, n_validation=80)
    for s in range(3):
        rows = [parts.train[s], parts.validation[s], parts.test[s]]
        assert [len(r) for r in rows] == [80, 80, 173]
        assert len(np.unique(np.concatenate(rows))) == 333
    assert (parts.test[0] != parts.test[1]).any()


def test_networks_learn_the_same_together_and_alone() -> None:
    parts = part(333, 2, n_train=20, n_validation=20)
    nets = draw((2, 4, 1), ("tanh", "sigmoid"), 2)
    usual = {"learning_rate": 0.02, "n_epochs": 5}
    both = learn(nets, BIRDS, parts.train, **usual)
    for s in range(2):
        alone = nets.with_parameters(nets.parameters[s : s + 1])
        one = learn(alone, BIRDS, parts.train[s : s + 1], **usual)
        np.testing.assert_array_equal(both.train_loss[s], one.train_loss[0])


def test_border_is_where_p_is_one_half() -> None:
    net = draw((2, 4, 1), ("tanh", "sigmoid"), 1)[0]
    ends = BIRDS.scale.apply(BIRDS.border(net).reshape(-1, 2))
    assert len(ends)
    assert net.predict(ends) == pytest.approx(0.5, abs=0.01)


def test_parts_may_be_smaller_and_hold_all_classes() -> None:
    labels = np.repeat([0, 1], [90, 10])
    parts = part(100, 6, 20, 20, 30, labels)
    assert parts.test.shape == (6, 30)
    for rows in (parts.train, parts.validation, parts.test):
        shares = labels[rows].mean(axis=1)
        assert (np.abs(shares - 0.1) <= 1 / rows.shape[1]).all()
    together = np.concatenate([parts.train, parts.validation, parts.test], axis=1)
    assert all(len(set(rows)) == 70 for rows in together)


def test_too_few_left_are_said_of_what_is_asked_about() -> None:
    shells = replace(load_birds(), nouns=("shell", "shells"))
    ((setting, why),) = split_faults(300, 30, shells)
    assert setting == "n_train"
    assert "330 of 333 shells are taken: at most 323" in why
