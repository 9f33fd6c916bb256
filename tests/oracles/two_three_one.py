"""The chapter on backpropagation computed again: plain numpy and PyPI autograd.

:func:`compute` returns what the chapter may show, under the same names.
"""

import csv
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import autograd.numpy as anp
import numpy as np
from autograd import grad
from sklearn.linear_model import LogisticRegression

TABLE = Path(__file__).resolve().parents[2] / "nnsim/datasets/penguins.csv"
CENTRE, UNIT = np.array([44.0, 17.0]), np.array([5.0, 2.0])  # bill length, depth; mm
SPECIES = ("Adelie", "Gentoo", "Chinstrap")
DISPLAY = {"Adelie": "Adélie"}  # with the accent it has on screen
Parameters = list[np.ndarray]  # W1 (3, 2), b1 (3,), W2 (1, 3), b2 (1,)


def read() -> tuple[list[str], np.ndarray]:
    """Read the species and both measurements of all birds that have them."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file)
                if row["bill_length_mm"] not in ("", "NA")]  # fmt: skip
    columns = ("bill_length_mm", "bill_depth_mm")
    measured = np.array([[float(row[c]) for c in columns] for row in rows])
    return [row["species"] for row in rows], measured


def forward(parameters: Parameters, X: np.ndarray) -> SimpleNamespace:
    W1, b1, W2, b2 = parameters
    z1 = X @ W1.T + b1
    a1 = anp.tanh(z1)
    z2 = a1 @ W2.T + b2
    return SimpleNamespace(z=(z1, z2), a=(a1, 1 / (1 + anp.exp(-z2))))


def from_hidden(a1: np.ndarray, W2: np.ndarray, b2: np.ndarray, y: np.ndarray) -> Any:
    """Loss from the activations of the hidden neurons."""
    z = anp.dot(a1, W2.T) + b2
    return anp.mean(y * anp.logaddexp(0, -z) + (1 - y) * anp.logaddexp(0, z))


def loss(parameters: Parameters, X: np.ndarray, y: np.ndarray) -> Any:
    W1, b1, W2, b2 = parameters
    return from_hidden(anp.tanh(anp.dot(X, W1.T) + b1), W2, b2, y)


def slopes(parameters: Parameters, X: np.ndarray, y: np.ndarray) -> Parameters:
    """Differentiate the loss with respect to each of the four."""
    return list(grad(loss)(parameters, X, y))


def step(parameters: Parameters, gradient: Parameters, rate: float) -> Parameters:
    return [p - rate * g for p, g in zip(parameters, gradient, strict=True)]


def nudged(parameters: Parameters, X: np.ndarray, y: np.ndarray) -> Parameters:
    """Estimate the derivatives from losses alone."""
    found = [np.empty_like(p) for p in parameters]
    for k, values in enumerate(parameters):
        for place in np.ndindex(values.shape):
            ends = []
            for h in (1e-5, -1e-5):
                moved = [p.copy() for p in parameters]
                moved[k][place] += h
                ends.append(float(loss(moved, X, y)))
            found[k][place] = (ends[0] - ends[1]) / 2e-5
    return found


def train(
    parameters: Parameters, X: np.ndarray, y: np.ndarray, rate: float, n: int
) -> list[Parameters]:
    """Take n steps on the mean loss; return all they pass through."""
    passed = [parameters]
    for _ in range(n):
        passed.append(step(passed[-1], slopes(passed[-1], X, y), rate))
    return passed


def wrong(parameters: Parameters, X: np.ndarray, y: np.ndarray) -> int:
    """Count the birds on the wrong side of one half."""
    return int(((forward(parameters, X).a[1] > 0.5) != (y == 1)).sum())


def one_neuron_wrong(X: np.ndarray, y: np.ndarray) -> int:
    """Count those on the wrong side of scikit-learn's logistic regression."""
    model = LogisticRegression(C=1e8, tol=1e-8, max_iter=1000).fit(X, y[:, 0])
    return int((model.predict(X) != y[:, 0]).sum())


def layers(parameters: Parameters) -> SimpleNamespace:
    pairs: Sequence[Parameters] = (parameters[:2], parameters[2:])
    return SimpleNamespace(layers=tuple(SimpleNamespace(W=W, b=b) for W, b in pairs))


def compute(config: Any) -> SimpleNamespace:
    """Compute all that the chapter shows for the settings in ``config``."""
    names, measured = read()
    X, y = (
        (measured - CENTRE) / UNIT,
        np.array([[n == "Chinstrap"] for n in names]) * 1.0,
    )
    at = [config.bill_length, config.bill_depth]
    bird = measured.tolist().index(at)
    x, target = X[[bird]], y[[bird]]
    start = [np.array(p) for p in (config.W1, config.b1, config.W2, config.b2)]
    seen, gradient = forward(start, x), slopes(start, x, target)
    check = nudged(start, x, target)
    blame = grad(from_hidden)(seen.a[0], start[2], start[3], target)
    after = step(start, gradient, config.learning_rate)
    trio = [names.index(name) for name in SPECIES]
    trio_p = forward(after, X[trio]).a[1][:, 0]
    passed = train(after, X, y, config.epoch_learning_rate, config.n_epochs)
    gap = max(np.abs(c - g).max() for c, g in zip(check, gradient, strict=True))
    dz = (gradient[1][None], gradient[3][None])  # of one bird, dL/dz is dL/db
    return SimpleNamespace(
        config=config,
        measured=np.array(at),
        species=DISPLAY.get(names[bird], names[bird]),
        centre=CENTRE,
        unit=UNIT,
        x=x,
        y=target,
        network=layers(start),
        n_parameters=sum(p.size for p in start),
        forward=seen,
        products=(start[0] * x, start[2] * seen.a[0]),
        loss=float(loss(start, x, target)),
        gradients=SimpleNamespace(
            dW=(gradient[0], gradient[2]), db=(gradient[1], gradient[3]), dz=dz,
            da=(blame,),
        ),
        slopes=((1 - seen.a[0] ** 2)[0], (seen.a[1] * (1 - seen.a[1]))[0]),
        dW_check=(check[0], check[2]),
        db_check=(check[1], check[3]),
        agreed_decimals=int(-np.log10(gap)),
        stepped=layers(after),
        changes=(after[0] - start[0], after[2] - start[2]),
        stepped_forward=forward(after, x),
        stepped_loss=float(loss(after, x, target)),
        question=SimpleNamespace(
            classes=tuple(DISPLAY.get(name, name) for name in SPECIES),
            features=("bill length", "bill depth"),
            asked=2, asked_class="Chinstrap",
            population="penguins", n_samples=len(X),
        ),
        trio_x=X[trio],
        trio_y=y[trio, 0],
        trio_p=trio_p,
        trio_dz=trio_p - y[trio, 0],
        n_birds=len(X),
        history=SimpleNamespace(
            train_loss=np.array([float(loss(p, X, y)) for p in passed]),
            n_epochs=config.n_epochs,
        ),
        wrong=np.array([wrong(p, X, y) for p in passed]),
        one_neuron_wrong=one_neuron_wrong(X, y),
        epochs=np.arange(config.n_epochs + 1),
        trained=passed[-1],
        X=X,
        Y=y,
    )  # fmt: skip
