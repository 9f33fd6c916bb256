"""The numbers that the chapter says, computed by hand."""

import numpy as np

from tests.nnsim.experiments.overfitting.by_hand import (
    Looked,
    Net,
    in_percent,
    shown,
    wins,
)


def two(value: float) -> str:
    """Write a loss."""
    return f"{shown(value):.2f}"


def wide(it: Looked) -> Net:
    """Return the wide network."""
    return it.shown[2]


def n_wrong(net: Net, rows: np.ndarray) -> int:
    """Count wrong answers at the end of the first split."""
    return int(rows.shape[1] - net.n_right(rows)[-1, 0])


def percents(net: Net) -> tuple[int, int]:
    """Return shares right at the end of the first split: learned from, held out."""
    learned, held_out = (
        in_percent(1 - n_wrong(net, rows) / rows.shape[1])
        for rows in (net.train, net.test)
    )
    return learned, held_out


def losses(it: Looked) -> tuple[str, int, str]:
    """Return the held-out loss at the turn of the first split, its step, the last."""
    net = wide(it)
    loss, turn = net.loss(net.test)[:, 0], net.turns[0]
    return two(loss[turn]), it.result.steps[turn], two(loss[-1])


def exploded(it: Looked) -> tuple[object, ...]:
    """Return in how many splits the loss explodes, and its means, least and last."""
    net = wide(it)
    least, last = net.every_test[:, 1:].min(axis=1), net.loss(net.test)[-1]
    n = int((last / least >= it.config.rise).sum())
    rise = f"{it.config.rise:g}"
    return n, len(least), rise, two(least.mean()), two(last.mean())


def rights(it: Looked) -> tuple[object, ...]:
    """Return widths with mean shares right and mean losses, of those shown."""
    found = (
        (len(net.weights[1]), in_percent(net.share(net.test)[-1]),
         two(net.loss(net.test)[-1].mean()))
        for net in it.shown
    )  # fmt: skip
    return tuple(value for three in found for value in three)


def level(it: Looked) -> tuple[object, ...]:
    """Return shares right at turn and end, and how many times the loss is up."""
    net = wide(it)
    right, loss = net.n_right(net.test) / net.test.shape[1], net.loss(net.test)
    shares = in_percent(net.at_turn(right).mean()), in_percent(right[-1].mean())
    return *shares, f"{loss[-1].mean() / net.at_turn(loss).mean():.1f}"


def sure(it: Looked) -> tuple[object, ...]:
    """Return the certainty asked for, and who is surely wrong: at turn and end."""
    net, turn = wide(it), wide(it).turns[0]
    n = [int((net.certainty(k, 0) >= it.config.sure).sum()) for k in (turn, -1)]
    return f"{100 * it.config.sure:.6g}", n[0], it.result.steps[turn], n[1]


def mean_sure(it: Looked) -> tuple[object, ...]:
    """Return the number of splits, and the mean certainty at turn and end."""
    net, splits = wide(it), range(it.config.n_splits)
    each = [[net.certainty(k, s) for k in (net.turns[s], -1)] for s in splits]
    known = [pair for pair in each if len(pair[0]) and len(pair[1])]
    early, late = ([pair[k].mean() for pair in known] for k in (0, 1))
    return len(early), in_percent(np.mean(early)), in_percent(np.mean(late))


def ends(it: Looked) -> dict[int, tuple[float, float]]:
    """Return mean losses at the end, learned from and held out."""
    return {
        width: (
            net.loss(net.train)[-1].mean(),
            net.loss(net.test)[-1].mean(),
        )
        for width, net in sorted(it.nets.items())
    }


def enough(it: Looked) -> int:
    """Return the least width than which none is right more often, beyond chance."""
    return min(
        width
        for width, net in it.nets.items()
        if not any(wins(other, net) for other in it.nets.values())
    )


def turn_and_end(it: Looked) -> tuple[str, str]:
    """Return the mean held-out loss at the turn and at the end."""
    loss = wide(it).loss(wide(it).test)
    return two(wide(it).at_turn(loss).mean()), two(loss[-1].mean())


def from_to(it: Looked) -> tuple[object, ...]:
    """Return the fewest and most neurons and training losses, then those held out."""
    found = ends(it)
    low, *_, high = found
    gentlest = min(found, key=lambda width: found[width][1])
    train = low, high, two(found[low][0]), two(found[high][0])
    return *train, two(found[gentlest][1]), gentlest, two(found[high][1]), high


def ends_of_widths(it: Looked) -> tuple[object, ...]:
    """Return the fewest and most neurons, and both losses of each."""
    found = ends(it)
    low, *_, high = found
    return low, high, *(two(found[width][k]) for k in (0, 1) for width in (low, high))


def held_out_rises(it: Looked) -> tuple[object, ...]:
    """Return held-out losses of the fewest and most neurons, and what is enough."""
    first, *_, last = ends(it).values()
    return two(first[1]), two(last[1]), enough(it)
