"""One number for how wrong a model is, and how it changes with the parameters.

Data: rates of an enzyme (Puromycin, treated; Treloar 1974), unless set, and a
Michaelis-Menten curve with its mean squared error; then bill lengths of Adelie and
Gentoo penguins (Gorman, Williams & Fraser 2014), one neuron with its cross-entropy.
"""

from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.experiments.loss.fitted_curve import FittedCurve, fit_curve
from nnsim.experiments.loss.measured import Names
from nnsim.experiments.loss.settings import Config
from nnsim.experiments.loss.sureness import Judged, judge, neurons, of_truth
from nnsim.problems.adelie_gentoo import load_birds
from nnsim.problems.question import Question

N_WORST = 10  # birds whose share of the loss is told
PRICIEST = 4.25  # loss of one bird up to which its price is drawn


@dataclass(frozen=True, eq=False)
class Bird:
    """One bird before the neuron."""

    length: float  # of its bill, mm
    label: int  # number of its species
    species: str  # as on screen
    p_gentoo: float  # what the neuron says
    p: float  # probability of the right species
    loss: float  # −ln p
    square: float  # (1 − p)²


@dataclass(frozen=True, eq=False)
class Judgement:
    """A neuron that sees bill length alone, and what its answers cost."""

    question: Question  # Adelie or Gentoo; the neuron sees the first feature
    n_birds: int
    threshold: float  # mm
    lengths: Array  # (n_lengths,) bill lengths at which p is drawn, mm
    says: Array  # (n_lengths,) p of Gentoo there
    p: Array  # (n_birds,) probability of the right species
    losses: Array  # (n_birds,) −ln p
    loss: float  # their mean
    n_wrong: int  # birds with p under one half
    n_worst: int  # birds with the greatest loss …
    worst_share: float  # … and what they hold of the sum over all
    sure: Bird  # the first Gentoo of the table
    unsure: Bird  # whose p is nearest to one half
    mistaken: Bird  # whose loss is greatest
    price: Array  # (n, 3) p, −ln p and (1 − p)²
    by_weight: Judged  # steeper and steeper at one threshold
    steeper: Array  # (n_weights, n_lengths) p of Gentoo at each weight
    best_weight: int  # number of the weight of least loss
    least_weight: float  # that weight
    by_threshold: Judged  # the threshold from low to high at one weight
    shifted: Array  # (n_thresholds, n_lengths) p of Gentoo at each threshold


@dataclass(frozen=True, eq=False)
class Result:
    """Everything that the chapter shows."""

    curve: FittedCurve
    birds: Judgement

    @property
    def names(self) -> Names:
        """The words for what the curve is fitted to."""
        return self.curve.measured.names


def run(config: Config = Config()) -> Result:  # frozen, so safe
    """Compute the chapter's result.

    Raises
    ------
    FileError
        If a table of one's own cannot be read, or holds no curve.
    UnfitDataError
        If it cannot carry the chapter.
    """
    return Result(fit_curve(config), judge_birds(config))


def judge_birds(config: Config) -> Judgement:
    """Compute what a neuron's answers for all birds cost, and what they would cost."""
    question = load_birds()
    X, y = np.ascontiguousarray(question.measured[:, :1]), question.y
    lengths = np.linspace(X.min() - 1, X.max() + 1, 161)
    network = neurons(config.weight, config.threshold)
    p = of_truth(network, X, y)
    losses = -np.log(p)
    worst = np.argsort(losses)[::-1]
    weights, thresholds = np.geomspace(*config.weights, 69), _steps(config.thresholds)
    by_weight = judge(weights, config.threshold, X, y)
    by_threshold = judge(config.weight, thresholds, X, y)
    shares = np.geomspace(np.exp(-PRICIEST), 1, 201)
    price = np.stack([shares, -np.log(shares), (1 - shares) ** 2], axis=1)
    which = (int(y[:, 0].argmax()), int(np.abs(p - 0.5).argmin()), int(worst[0]))
    sure, unsure, mistaken = (meet(question, p, k) for k in which)
    return Judgement(
        question=question,
        n_birds=len(X),
        threshold=config.threshold,
        lengths=read_only(lengths),
        says=read_only(network.predict(lengths[:, None])[:, 0]),
        p=read_only(p),
        losses=read_only(losses),
        loss=float(losses.mean()),
        n_wrong=int((p < 0.5).sum()),
        n_worst=N_WORST,
        worst_share=float(losses[worst[:N_WORST]].sum() / losses.sum()),
        sure=sure,
        unsure=unsure,
        mistaken=mistaken,
        price=read_only(price),
        by_weight=by_weight,
        steeper=_answers(by_weight, lengths),
        best_weight=int(by_weight.loss.argmin()),
        least_weight=float(by_weight.w[by_weight.loss.argmin()]),
        by_threshold=by_threshold,
        shifted=_answers(by_threshold, lengths),
    )


def meet(question: Question, p: Array, k: int) -> Bird:
    """Describe bird k by what the neuron says of it."""
    right, label = float(p[k]), int(question.labels[k])
    return Bird(
        length=float(question.measured[k, 0]),
        label=label,
        species=question.classes[label],
        p_gentoo=right if label == question.asked else 1 - right,
        p=right,
        loss=float(-np.log(p[k])),
        square=(1 - right) ** 2,
    )


def _steps(ends: tuple[float, float]) -> Array:
    """Return thresholds a tenth of a millimetre apart, as bills are measured."""
    low, high = ends
    return np.round(np.arange(low, high + 0.05, 0.1), 1)


def _answers(judged: Judged, lengths: Array) -> Array:
    """Compute what each neuron says at each length, (S, n_lengths)."""
    network = neurons(judged.w, judged.threshold)
    return read_only(network.predict(lengths[:, None])[..., 0])
