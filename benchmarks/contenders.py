"""The same training step in several libraries, each behind one function.

A contender takes a ``Task`` and returns a function that trains all its networks for a
given number of steps of Adam; what happens before, such as compiling, is not timed.
Every network has its own rows and starting weights.
"""

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from nnsim.arrays import one_hot
from nnsim.network.losses import categorical_cross_entropy
from nnsim.network.network import Network, stack
from nnsim.training.loop import train
from nnsim.training.optimizers import Adam
from nnsim.training.trainee import Trainee

WIDTHS = (4, 16, 16, 3)
NAMES = ("relu", "relu", "softmax")
LEARNING_RATE = 0.001
BATCHES = 10  # mini-batches in an epoch, where a contender has epochs

Run = Callable[[int], Any]


@dataclass(frozen=True, eq=False)
class Task:
    """S networks and a batch of rows for each, float32."""

    networks: list[Network]  # S networks 4-16-16-3
    X: np.ndarray  # (S, n_samples, 4)
    labels: np.ndarray  # (S, n_samples) integers 0 … 2

    @property
    def y(self) -> np.ndarray:
        """One row per sample with a single 1, (S, n_samples, 3) float32."""
        return one_hot(self.labels, 3).astype(np.float32)


def make_task(n_networks: int, batch_size: int) -> Task:
    """Draw networks and rows."""
    rng = np.random.default_rng(0)
    networks = [
        Network.initialise(WIDTHS, NAMES, rng, dtype=np.float32)
        for _ in range(n_networks)
    ]
    X = rng.normal(size=(n_networks, batch_size, WIDTHS[0])).astype(np.float32)
    return Task(networks, X, rng.integers(3, size=(n_networks, batch_size)))


def nnsim_step(task: Task, dtype: type = np.float32) -> Run:
    """Time the inside of the training loop: forward, backward, Adam."""
    together = stack(task.networks)
    together = together.with_parameters(together.parameters.astype(dtype))
    trainee = Trainee(together, categorical_cross_entropy, Adam(LEARNING_RATE), 0.0)
    X, y = task.X.astype(dtype), task.y.astype(dtype)

    def run(n_steps: int) -> None:
        for _ in range(n_steps):
            trainee.descend(y, trainee.forward(X))

    return run


def nnsim_step_float64(task: Task) -> Run:
    """Time the same in double precision."""
    return nnsim_step(task, np.float64)


def nnsim_train(task: Task) -> Run:
    """Time ``train`` as used: shuffled mini-batches, loss and accuracy every epoch."""
    X, y = (np.concatenate([part] * BATCHES, axis=1) for part in (task.X, task.y))
    together = stack(task.networks)
    rngs = [np.random.default_rng(s) for s in range(len(task.networks))]

    def run(n_steps: int) -> None:
        train(
            together,
            X,
            y,
            loss=categorical_cross_entropy,
            optimizer=Adam(LEARNING_RATE),
            n_epochs=max(1, n_steps // BATCHES),
            batch_size=task.X.shape[1],
            rng=rngs,
        )

    return run


def numpy_loop(task: Task) -> Run:
    """Train network after network with plain numpy, as a tutorial would."""
    members = [
        ([layer.W.T.copy() for layer in net.layers], [d.b.copy() for d in net.layers])
        for net in task.networks
    ]
    states = [
        [[np.zeros_like(p) for p in (*Ws, *bs)] for _ in range(2)] for Ws, bs in members
    ]
    y = task.y

    def run(n_steps: int) -> None:
        for s, (Ws, bs) in enumerate(members):
            for t in range(1, n_steps + 1):
                _numpy_step(task.X[s], y[s], Ws, bs, states[s], t)

    return run


def _numpy_step(
    X: np.ndarray, y: np.ndarray, Ws: list, bs: list, state: list, t: int
) -> None:
    """Take one step of Adam for one network 4-16-16-3."""
    h1 = np.maximum(X @ Ws[0] + bs[0], 0)
    h2 = np.maximum(h1 @ Ws[1] + bs[1], 0)
    z = h2 @ Ws[2] + bs[2]
    e = np.exp(z - z.max(axis=1, keepdims=True))
    d3 = (e / e.sum(axis=1, keepdims=True) - y) / len(X)
    d2 = (d3 @ Ws[2].T) * (h2 > 0)
    d1 = (d2 @ Ws[1].T) * (h1 > 0)
    gradients = [X.T @ d1, h1.T @ d2, h2.T @ d3, *(d.sum(axis=0) for d in (d1, d2, d3))]
    for p, g, m, v in zip((*Ws, *bs), gradients, *state, strict=True):
        m[...] = 0.9 * m + 0.1 * g
        v[...] = 0.999 * v + 0.001 * g * g
        size = np.sqrt(v / (1 - 0.999**t)) + 1e-8
        p -= LEARNING_RATE * (m / (1 - 0.9**t)) / size


def scikit_learn(task: Task) -> Run:
    """Train network after network with ``MLPClassifier.partial_fit``."""
    from sklearn.neural_network import MLPClassifier

    batch = task.X.shape[1]
    models = [
        MLPClassifier(WIDTHS[1:-1], alpha=0, batch_size=batch, random_state=s)
        for s in range(len(task.networks))
    ]

    def run(n_steps: int) -> None:
        for model, X, labels in zip(models, task.X, task.labels, strict=True):
            for _ in range(n_steps):
                model.partial_fit(X, labels, classes=[0, 1, 2])

    return run


def torch_eager(task: Task) -> Run:
    """Train network after network with PyTorch modules and ``torch.optim.Adam``."""
    import torch

    def make() -> tuple[Any, Any]:
        model = torch.nn.Sequential(
            torch.nn.Linear(4, 16), torch.nn.ReLU(),
            torch.nn.Linear(16, 16), torch.nn.ReLU(), torch.nn.Linear(16, 3),
        )  # fmt: skip
        return model, torch.optim.Adam(model.parameters(), LEARNING_RATE)

    members = [make() for _ in task.networks]
    X, labels = torch.from_numpy(task.X), torch.from_numpy(task.labels)
    loss = torch.nn.functional.cross_entropy

    def run(n_steps: int) -> None:
        for s, (model, optimizer) in enumerate(members):
            for _ in range(n_steps):
                optimizer.zero_grad()
                loss(model(X[s]), labels[s]).backward()
                optimizer.step()

    return run


def torch_vmap(task: Task) -> Run:
    """Train all networks at once with ``torch.func`` and Adam on stacked arrays."""
    import torch
    from torch.func import grad, vmap

    functional = torch.nn.functional
    together = stack(task.networks)
    parameters = [
        torch.tensor(p) for layer in together.layers for p in (layer.W, layer.b)
    ]
    X, labels = torch.from_numpy(task.X), torch.from_numpy(task.labels)
    m, v = ([torch.zeros_like(p) for p in parameters] for _ in range(2))

    def loss(ps: list, X: Any, labels: Any) -> Any:
        h = functional.relu(functional.linear(X, ps[0], ps[1]))
        h = functional.relu(functional.linear(h, ps[2], ps[3]))
        return functional.cross_entropy(functional.linear(h, ps[4], ps[5]), labels)

    gradient = vmap(grad(loss))

    def run(n_steps: int) -> None:
        for t in range(1, n_steps + 1):
            for p, g, m_, v_ in zip(
                parameters, gradient(parameters, X, labels), m, v, strict=True
            ):
                m_.lerp_(g, 0.1)
                v_.mul_(0.999).addcmul_(g, g, value=0.001)
                size = (v_ / (1 - 0.999**t)).sqrt_().add_(1e-8)
                p.addcdiv_(m_, size, value=-LEARNING_RATE / (1 - 0.9**t))

    return run


def jax_scan(task: Task) -> Run:
    """Train all networks at once with JAX: jit of vmap of scan; compiled before."""
    import jax
    import jax.numpy as jnp

    together = stack(task.networks)
    start = [jnp.asarray(p) for layer in together.layers for p in (layer.W, layer.b)]
    X, y = jnp.asarray(task.X), jnp.asarray(task.y)

    def loss(ps: list, X: Any, y: Any) -> Any:
        h = jax.nn.relu(X @ ps[0].T + ps[1])
        h = jax.nn.relu(h @ ps[2].T + ps[3])
        return -jnp.mean(jnp.sum(y * jax.nn.log_softmax(h @ ps[4].T + ps[5]), axis=1))

    def one(ps: list, X: Any, y: Any, steps: Any) -> Any:
        def step(carry: Any, t: Any) -> Any:
            ps, m, v = carry
            g = jax.grad(loss)(ps, X, y)
            m = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, m, g)
            v = jax.tree.map(lambda v, g: 0.999 * v + 0.001 * g * g, v, g)
            rate = LEARNING_RATE / (1 - 0.9**t)
            size = jax.tree.map(lambda v: jnp.sqrt(v / (1 - 0.999**t)) + 1e-8, v)
            ps = jax.tree.map(lambda p, m, s: p - rate * m / s, ps, m, size)
            return (ps, m, v), None

        zeros = jax.tree.map(jnp.zeros_like, ps)
        return jax.lax.scan(step, (ps, zeros, zeros), steps)[0]

    compiled = jax.jit(jax.vmap(one, in_axes=(0, 0, 0, None)))

    def run(n_steps: int) -> None:
        steps = jnp.arange(1, n_steps + 1, dtype=jnp.float32)
        jax.block_until_ready(compiled(start, X, y, steps))

    return run


CONTENDERS: dict[str, Callable[[Task], Run]] = {
    "nnsim, step": nnsim_step,
    "nnsim, step, float64": nnsim_step_float64,
    "nnsim, train() with curves": nnsim_train,
    "numpy, loop over networks": numpy_loop,
    "scikit-learn partial_fit": scikit_learn,
    "PyTorch eager": torch_eager,
    "PyTorch torch.func.vmap": torch_vmap,
    "JAX jit+vmap+scan": jax_scan,
}
warnings.filterwarnings("ignore", module="sklearn")
