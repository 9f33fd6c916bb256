"""Settings that Hypothesis draws from their bounds: a few changed, sizes reduced."""

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from nnsim.bounds import Bounds, Length, Settings, or_none
from nnsim.errors import SettingsError
from nnsim.experiments import features, layers, neuron, training
from nnsim.problems.own_data import OwnData
from tests.nnsim.experiments.any_settings import parts
from tests.nnsim.experiments.test_every_experiment import module

Values = st.SearchStrategy[Any]
MOST_CHANGES = 4  # settings of a chapter that are changed at once
LONGEST = 8  # values in a tuple that is drawn anew
FACTORS = (0.5, 0.9, 1.1, 2.0)  # from the usual value to those near it
# From where settings are changed: small runs that have a result.
SMALL: dict[str, dict[str, Any]] = {
    "activation_functions": {"n_starts": 6, "n_epochs": 200, "learning_rate": 0.1,
                             "n_splits": 2, "split_epochs": 50},
    "ai_ml_dl": {"n_trees": 3, "n_epochs": 20, "every": 5, "n_folds": 2,
                 "n_repeats": 1},
    "backpropagation": {"n_epochs": 40},
    "data_and_compute": {"n_splits": 2, "sizes": (10, 20, 30, 40, 50, 60), "k": 1,
                         "n_test": 50, "n_steps": 1, "n_starts": 2,
                         "enzyme_epochs": 20},
    "features": {"n_splits": 1, "n_train": 800, "n_test": 80, "logo_epochs": 5,
                 "aligned_epochs": 1, "filter_epochs": (0, 40), "n_filters": 8,
                 "k": 2},
    "gradient_descent": {"n_shuffles": 2, "tried_rates": (0.2, 0.5)},
    "layers": {"n_epochs": 6, "n_splits": 2, "split_epochs": 3},
    "neuron": {"n_epochs": 10, "w_1": 1.0, "w_2": -1.0, "bias": -27.0,
               "start": (-1.0, -1.0, 0.0)},
    "overfitting": {"n_splits": 2, "n_moments": 20, "n_epochs": 200,
                    "widths": (1, 4, 32), "wide": 32},
    "regularization": {"n_splits": 2, "n_epochs": 200, "zoom": 200, "every": 20,
                       "decays": (0.003, 0.03), "hidden_width": 32, "n_thinned": 10,
                       "sizes": (10, 40, 80), "n_shown": 4, "n_lines": 2},
    "summary": {
        "sizes": (20, 40), "n_splits": 2, "n_test": 60, "n_steps": 2, "n_epochs": 60,
        "features": features.Config(logo_epochs=3),
        "neuron": neuron.Config(n_epochs=10),
        "layers": layers.Config(n_epochs=6),
        "training": training.Config(
            n_epochs=5, long_epochs=20, line_epochs=5, n_splits=2
        ),
    },
    "training": {"n_epochs": 3, "n_starts": 2, "n_splits": 2, "line_epochs": 2,
                 "long_epochs": 5, "long_every": 1},
}  # fmt: skip
# The same where all beats have something to say, which small runs do not show.
TOLD: dict[str, dict[str, Any]] = {
    "data_and_compute": {"n_splits": 2, "k": 1, "n_test": 200, "n_starts": 2,
                         "enzyme_epochs": 20},
    "features": {"n_splits": 1, "n_test": 300, "logo_epochs": 10, "aligned_epochs": 2,
                 "filter_epochs": (0, 10)},
    "regularization": {"n_splits": 5, "n_thinned": 20},
    "summary": {"n_splits": 2, "n_steps": 80, "n_epochs": 200,
                "sizes": (20, 100, 500, 1500)},
}  # fmt: skip


class Drawn(NamedTuple):
    """Settings, and what was refused on the way to them."""

    config: Settings
    refused: tuple[SettingsError, ...]


@st.composite
def drawn(
    draw: st.DrawFn,
    chapter: str,
    more_seconds: float,
    base: dict[str, Any] | None = None,
) -> Drawn:
    """Draw settings of a chapter, from a base on: usually a small run.

    One is changed after the other: what is refused is left as it was, and so is what
    would make the run longer by more than ``more_seconds``.
    """
    config: Settings = module(chapter).Config(**(base or SMALL.get(chapter, {})))
    most = config.estimate().seconds + more_seconds
    refused = []
    settable = fields_of(type(config))
    names = st.lists(st.sampled_from([*settable]), max_size=MOST_CHANGES, unique=True)
    for name in draw(names):
        try:
            changed = _changed(draw, config, name)
        except SettingsError as error:
            refused.append(error)
            continue
        if changed.estimate().seconds <= most:
            config = changed
    return Drawn(config, tuple(refused))


def fields_of(settings: type) -> dict[str, Any]:
    """Return the types of what can be drawn: all but words and data of one's own."""
    hints = get_type_hints(settings, include_extras=True)
    kinds = {field.name: hints[field.name] for field in fields(settings)}  # type: ignore[arg-type]
    return {name: kind for name, kind in kinds.items() if not _stays(parts(kind)[0])}


def _stays(kind: Any) -> bool:
    if isinstance(kind, type) and issubclass(kind, Settings):
        return issubclass(kind, OwnData) or not fields_of(kind)
    return kind is str


def _changed(draw: st.DrawFn, settings: Settings, name: str) -> Settings:
    """Draw another value of a setting; of settings within, of one of them."""
    kind, usual = fields_of(type(settings))[name], getattr(settings, name)
    if isinstance(usual, Settings):
        value: Any = _changed(draw, usual, draw(st.sampled_from([*fields_of(kind)])))
    else:
        value = draw(values(kind, usual))
    return replace(settings, **{name: value})  # type: ignore[type-var]


def values(kind: Any, usual: Any) -> Values:
    """Return what draws values of a kind, of which one is usual."""
    given, may_be_none = or_none(kind)
    if may_be_none:
        return st.none() | values(given, usual)
    kind, bounds = parts(kind)
    inner = get_args(kind)
    if get_origin(kind) is Literal:
        return st.sampled_from(inner)
    if get_origin(kind) is tuple:
        return _tuples(inner, bounds, usual or ())
    if kind is bool:
        return st.booleans()
    (bound,) = bounds
    return numbers(kind, bound, usual)


def numbers(kind: type, bounds: Bounds, usual: float | None) -> Values:
    """Draw a number: an end of its bounds, near the usual one, or any between."""
    low, high = bounds.least, bounds.most
    some = [low, high]
    if usual is not None:
        some += [min(max(usual * factor, low), high) for factor in FACTORS]
    share = st.floats(0, 1)
    if low > 0:  # small ones as often as large ones
        between = share.map(lambda t: low * (high / low) ** t)
    else:
        between = share.map(lambda t: low + t * (high - low))
    whole = {int: round, float: lambda value: float(f"{value:.3g}")}[kind]
    # Rounding goes beyond neither end.
    return (st.sampled_from(some) | between).map(
        lambda value: kind(min(max(whole(value), low), high))
    )


def _tuples(
    inner: Sequence[Any], bounds: Sequence[Any], usual: Sequence[Any]
) -> Values:
    """Draw tuples; of any length, such as usually rise rise."""
    if inner[-1] is Ellipsis:
        length = next(one for one in bounds if isinstance(one, Length))
        fewest, most = int(length.least), int(min(length.most, LONGEST))
        ends = usual[:1] or (None,)
        rises = len(usual) > 1 and list(usual) == sorted(set(usual))
        return st.lists(
            values(inner[0], ends[0]), min_size=fewest, max_size=max(fewest, most)
        ).map(lambda drawn: tuple(sorted(set(drawn)) if rises else drawn))
    each = zip(inner, usual or [None] * len(inner), strict=True)
    return st.tuples(*(values(kind, one) for kind, one in each))
