"""What the chapter on overfitting claims, against raw table, weights and curves."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from scipy.stats import binom

from nnsim.experiments.overfitting import CLAIMS, Config, Result
from scenes.lookup import fill
from tests.nnsim.experiments.overfitting.by_hand import (
    IS_MALE,
    NEAR,
    Looked,
    Net,
    beyond_chance,
    in_percent,
    is_straight,
    lone_right,
    look,
    mean_mass,
    shown,
    wins,
)

SMALL = Config(n_splits=2, n_moments=30, n_epochs=300, widths=(1, 4, 64))
SETTINGS = {
    "long": replace(SMALL, n_epochs=1000),
    "short": SMALL,
    "no turn": replace(SMALL, n_epochs=20),
    "slow": replace(SMALL, n_epochs=10, learning_rate=1e-4),
    "wild": replace(SMALL, learning_rate=1.0),
    "three moments": replace(SMALL, n_moments=3),
    "few birds": replace(SMALL, n_train=10),
    "many birds": replace(SMALL, n_train=300, n_validation=10, n_epochs=600),
    "narrow is wide": replace(SMALL, narrow=4, middle=8, wide=32, widths=(4, 8, 32)),
    "hardly wide": replace(SMALL, narrow=2, middle=3, wide=4, widths=(2, 3, 4)),
    "very sure": replace(SMALL, sure=0.9999, rise=1.2, n_epochs=100),
}


def overfits(loss_rise: tuple[float, float], net: Net, k: np.ndarray | int) -> bool:
    """Tell whether held-out loss rises as shown, and training loss falls from k on."""
    every = [0] if isinstance(k, int) else range(len(net.train))
    ks = np.broadcast_to(k, len(every))
    train = net.loss(net.train)
    before = np.mean([train[at, s] for s, at in zip(every, ks, strict=True)])
    after = np.mean([train[-1, s] for s in every])
    learned, held_out = (
        np.mean([net.n_right(rows)[-1, s] / rows.shape[1] for s in every])
        for rows in (net.train, net.test)
    )
    return bool(
        shown(loss_rise[1]) > shown(loss_rise[0])
        and after < before
        and in_percent(learned) > in_percent(held_out)
    )


def beats(one: Net, other: Net) -> bool:
    """Tell whether one is right more often, in the first split and in the mean."""
    return wins(one, other) and all(
        one.n_right(rows)[-1, 0] > other.n_right(rows)[-1, 0]
        and in_percent(one.share(rows)[-1]) > in_percent(other.share(rows)[-1])
        for rows in (one.train, one.test)
    )


def ends_above(one: Net, other: Net) -> bool:
    """Tell whether the held-out loss of one ends above the other's, beyond chance."""
    ends = [net.loss(net.test)[-1] for net in (one, other)]
    return shown(ends[0].mean()) > shown(ends[1].mean()) and beyond_chance(
        *np.log(ends)
    )


def learns(net: Net, k: np.ndarray | int) -> bool:
    """Tell whether answers at steps k beat those that are always alike."""
    ks = np.broadcast_to(k, len(net.test))
    n = net.test.shape[1]
    right = [net.n_right(net.test)[at, s] / n for s, at in enumerate(ks)]
    most = [IS_MALE[rows].mean() > 0.5 for rows in net.train]
    alike = [
        (IS_MALE[rows] == one).mean() for rows, one in zip(net.test, most, strict=True)
    ]
    counted = sum(float(binom(n, np.mean(each)).std()) / n for each in (right, alike))
    return beyond_chance(np.array(right), np.array(alike), counted)


def by_width(it: Looked) -> dict[str, bool]:
    """Compute what is so of all widths."""
    widths = sorted(it.nets)
    train = [it.nets[w].loss(it.nets[w].train)[-1].mean() for w in widths]
    test = [it.nets[w].loss(it.nets[w].test)[-1].mean() for w in widths]
    narrow, middle, wide = it.shown
    beaten = {w: any(wins(it.nets[v], it.nets[w]) for v in widths) for w in widths}
    enough = min(w for w in widths if not beaten[w])
    gentlest = it.nets[widths[int(np.argmin(test))]]
    return {
        "narrow_is_enough": enough == it.config.narrow
        and ends_above(wide, narrow)
        and learns(narrow, -1),
        "middle_is_about_right": not beaten[it.config.middle]
        and wins(middle, narrow)
        and ends_above(wide, middle),
        "train_falls_with_width": sorted(train, reverse=True) == train,
        "train_ends_lower": shown(train[-1]) < shown(train[0]),
        "held_out_rises_with_width": sorted(test) == test
        and ends_above(it.nets[widths[-1]], it.nets[widths[0]]),
        "fewer_are_enough": enough != widths[-1],
        "gentlest_is_narrower": ends_above(it.nets[widths[-1]], gentlest),
    }


def of_wide(it: Looked) -> dict[str, bool]:
    """Compute what is so of the wide network over its run."""
    net = it.shown[2]
    test, turn = net.loss(net.test), int(net.turns[0])
    least = net.every_test[:, 1:].min(axis=1)
    rises = [end / low for end, low in zip(test[-1], least, strict=True)]
    means = net.at_turn(test).mean(), test[-1].mean()
    right = net.n_right(net.test) / net.test.shape[1]
    lost = right[-1].mean() - net.at_turn(right).mean()
    after = net.every_train[0, it.result.steps[turn] :]
    falls = all(after[k] - after[:k].min() < 0.005 for k in range(1, len(after)))
    sure = [
        [net.certainty(k, s) for k in (net.turns[s], -1)] for s in range(len(net.test))
    ]
    n_sure = [int((p >= it.config.sure).sum()) for p in sure[0]]
    known = [p for p in sure if len(p[0]) and len(p[1])]
    each_sure = [[p[k].mean() for p in known] for k in (0, 1)]
    mean_sure = [np.mean(each) for each in each_sure]
    learned = net.n_right(net.train)[-1] / net.train.shape[1]
    return {
        "all_learned": net.n_right(net.train)[-1, 0] == net.train.shape[1],
        "overfits_here": overfits((test[turn, 0], test[-1, 0]), net, turn),
        "overfits": overfits(means, net, net.turns)
        and beyond_chance(np.log(test[-1]), np.log(net.at_turn(test)))
        and beyond_chance(learned, right[-1]),
        "finds_rule": learns(net, net.turns),
        "train_falls": falls,
        "turn_is_least": test[turn, 0] - least[0] < 0.005,
        "all_explode": all(rise >= it.config.rise and rise > 1 for rise in rises),
        "loss_grows": float(f"{means[1] / means[0]:.1f}") >= 1.1,
        "nearly_as_often_right": abs(lost) <= 0.05 + NEAR,
        "more_sure_and_wrong": n_sure[1] > n_sure[0],
        "surer_when_wrong": in_percent(mean_sure[1]) > in_percent(mean_sure[0])
        and beyond_chance(each_sure[1], each_sure[0]),
    }


@cache
def truth(config: Config) -> dict[str, bool]:
    """Compute what is so, without our experiment's measures."""
    it = look(config)
    narrow, middle, wide = it.shown
    learned = [net.n_right(net.train)[-1, 0] for net in (narrow, wide)]
    lone = [lone_right(net)[1] for net in (narrow, wide)]
    return {
        "is_of_birds": True,
        "names_are_short": len("female" + "male") < 31,
        "held_out_are_new": not {*wide.train[0]} & {*wide.test[0]},
        "gentoos_outweigh": mean_mass("Gentoo", "female") > mean_mass("Adelie", "male"),
        "narrow_is_one": len(narrow.weights[1]) == 1,
        "narrow_is_straight": is_straight(narrow.weights),
        "narrow_underfits": beats(middle, narrow) or beats(wide, narrow),
        "more_learned": learned[1] > learned[0],
        "border_winds": lone[1] >= 2 and lone[1] > lone[0],
        **of_wide(it),
        **by_width(it),
    }


@pytest.mark.parametrize("name", SETTINGS)
def test_claims_hold_where_it_is_so(name: str) -> None:
    result, so = look(SETTINGS[name]).result, truth(SETTINGS[name])
    assert so.keys() == CLAIMS.keys()
    assert {name: claim.holds(result) for name, claim in CLAIMS.items()} == so


# What no setting breaks, broken by hand.
BROKEN: dict[str, Callable[[Result], Result]] = {
    "held_out_are_new": lambda r: replace(r, test=np.append(r.test, r.train[3])),
    "gentoos_outweigh": lambda r: replace(
        r, masses=r.masses and replace(r.masses, heavy_females=r.masses.light_males)
    ),
    "names_are_short": lambda r: replace(
        r, question=replace(r.question, classes=("a" * 20, "b" * 11))
    ),
    "is_of_birds": lambda r: replace(r, question=replace(r.question, is_own=True)),
}


@pytest.mark.parametrize("name", CLAIMS)
def test_each_claim_is_seen_to_hold_and_not_to(name: str) -> None:
    assert any(truth(config)[name] for config in SETTINGS.values())
    if name in BROKEN:
        result = look(SETTINGS["long"]).result
        assert CLAIMS[name].holds(result)
        assert not CLAIMS[name].holds(BROKEN[name](result))
    else:
        assert not all(truth(config)[name] for config in SETTINGS.values())


@pytest.mark.parametrize("name", CLAIMS)
def test_what_is_found_can_be_told(name: str) -> None:
    for text in (CLAIMS[name].says, CLAIMS[name].found):
        told, _ = fill(text, look(SMALL).result)
        assert told
        assert "{" not in told
