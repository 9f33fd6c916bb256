"""Data that a chapter is about, with the words for it: who is of which class.

What you can do here
--------------------
- hold measurements, classes and their words together: ``Question``;
- train on it: ``question.X``, ``question.y``;
- see what a network makes of its plane: ``question.field``, ``border``, ``wrong``;
- word an axis and count the classes: ``question.axis_names``, ``n_each``;
- hold samples that are no measurements, their classes and words: a ``Classed``.

Either one class is asked for, and a network answers with its probability; or all
are, and it answers with one probability a class.
"""

import dataclasses
from dataclasses import dataclass

import numpy as np

from nnsim.arrays import Array, Inputs, Targets, check_finite, one_hot, read_only
from nnsim.datasets.scaling import Scaling
from nnsim.errors import InputError
from nnsim.magnitudes import decimals_of
from nnsim.network.network import Network
from nnsim.training.scores import n_wrong
from nnsim.views import planes
from nnsim.views.planes import Plane, around, on_grid
from nnsim.views.regions import answers, frontiers, unscaled

GRID = 60  # cells of a field along each axis


@dataclass(frozen=True, eq=False)
class Classed:
    """Samples of whatever kind, each of a class, and what both are called."""

    labels: Array  # (n_samples,) number of the class in ``classes``
    keys: tuple[str, ...]  # (n_classes,) as the table writes them: "Adelie"
    classes: tuple[str, ...]  # (n_classes,) as shown: "Adélie"
    nouns: tuple[str, str]  # one sample and several: "bird", "birds"

    @property
    def noun(self) -> str:
        """Return what one sample is: "bird"."""
        return self.nouns[0]

    @property
    def plural(self) -> str:
        """Return what several samples are: "birds"."""
        return self.nouns[1]

    @property
    def n_each(self) -> Array:
        """Count the samples of each class, (n_classes,)."""
        return read_only(np.bincount(self.labels, minlength=len(self.classes)))


@dataclass(frozen=True, eq=False)
class Question(Classed):
    """Measured samples of known classes, and the words for all of them."""

    measured: Array  # (n_samples, n_features) in their units
    scale: Scaling  # from what was measured to inputs
    features: tuple[str, ...]  # (n_features,) in words: "bill length"
    short: tuple[str, ...]  # (n_features,) the same where room is scarce: "length"
    units: tuple[str, ...]  # (n_features,) "mm"; "" where there is none
    population: str  # what all samples are, in the plural: "penguins"
    asked: int | None = None  # number of the class asked for; None: all are
    axes: tuple[int, int] = (0, 1)  # the features along and up the plane
    of: str = "class"  # what the classes are, in one word: "species"
    portrait: str = (
        ""  # what is drawn of a sample: "bill"; "": bars of what it measures
    )
    credit: str = ""  # where the samples come from, as shown: "crabs.csv"
    is_own: bool = False  # whether they are a table that somebody brought
    digest: str = ""  # SHA-256 of its file; "" for those that the lecture comes with
    n_missing: int = 0  # rows of the table left out, since a value is missing
    X: Inputs = dataclasses.field(init=False)  # (n_samples, n_features) scaled
    # 1 for the class asked for, (n_samples, 1); or for each sample's, (…, n_classes)
    y: Targets = dataclasses.field(init=False)

    def __post_init__(self) -> None:
        """Refuse what does not agree; scale the inputs, set up the targets."""
        for name in ("measured", "labels"):
            object.__setattr__(self, name, read_only(getattr(self, name)))
        self._check_words()
        self._check_shapes()
        y = one_hot(self.labels, len(self.classes))
        if self.asked is not None:
            y = y[:, self.asked, None]
        object.__setattr__(self, "X", read_only(self.scale.apply(self.measured)))
        object.__setattr__(self, "y", read_only(y))

    @property
    def n_samples(self) -> int:
        """Count the samples."""
        return len(self.measured)

    @property
    def decimals(self) -> tuple[int, ...]:
        """Return how many decimals each feature is shown with, (n_features,)."""
        return tuple(decimals_of(column) for column in self.measured.T)

    @property
    def ranges(self) -> Array:
        """Return the least and the largest of each feature, (n_features, 2)."""
        ends = self.measured.min(axis=0), self.measured.max(axis=0)
        return read_only(np.stack(ends, axis=1))

    @property
    def row_keys(self) -> Array:
        """Return each sample's class as the table writes it, (n_samples,)."""
        return np.array(self.keys)[self.labels]

    @property
    def first(self) -> Array:
        """Return the row of the first sample of each class, (n_classes,)."""
        numbers = range(len(self.classes))
        return np.array([np.flatnonzero(self.labels == k)[0] for k in numbers])

    @property
    def asked_class(self) -> str:
        """Return the class asked for, as shown; an error where all are."""
        if self.asked is None:
            raise InputError("all classes are asked for, not one")
        return self.classes[self.asked]

    @property
    def other_class(self) -> str:
        """Return the one of two classes that is not asked for, as shown."""
        if self.asked is None or len(self.classes) != 2:
            raise InputError("there is no one class beside that asked for")
        return self.classes[1 - self.asked]

    @property
    def axis_names(self) -> tuple[str, str]:
        """Return the words at both axes of the plane: "bill length (mm)"."""
        along, up = (
            self.features[k] + (f" ({self.units[k]})" if self.units[k] else "")
            for k in self.axes
        )
        return along, up

    @property
    def points(self) -> Array:
        """Return both features of the plane as measured, (n_samples, 2)."""
        return read_only(self.measured[:, self.axes])

    @property
    def plane(self) -> Plane:
        """Return the range of both features of the plane, with a margin, in units."""
        return around(self.points)

    @property
    def inputs_plane(self) -> Plane:
        """Return the range of both inputs of the plane, with a margin."""
        return around(self.X[:, self.axes])

    def field(self, network: Network) -> Array:
        """Return what a network of two inputs answers over the plane.

        Returns
        -------
        Array
            (GRID, GRID) probability of the class asked for, or
            (GRID, GRID, n_classes).
        """
        if self.asked is None:
            ask = unscaled(network, self.scale)
            return read_only(answers(ask, self.plane, GRID))
        return read_only(on_grid(network, self.inputs_plane, GRID))

    def border(self, network: Network, n: int = GRID) -> Array:
        """Return where the answer of a network of two inputs changes, in units.

        Parameters
        ----------
        network
            Takes the inputs of the plane.
        n
            Cells along each side in which the border is looked for.

        Returns
        -------
        Array
            (n_pieces, 2, 2), both ends of each piece.
        """
        if self.asked is None:
            return read_only(frontiers(unscaled(network, self.scale), self.plane, n))
        ends = planes.border(network, self.inputs_plane, n)
        return read_only(self.scale.undo(ends))

    def wrong(self, network: Network) -> Array:
        """Count the samples that a network answers wrongly, (…,)."""
        return n_wrong(network.predict(self.X), self.y)

    def _check_words(self) -> None:
        """Refuse words that do not go together."""
        n_classes = len(self.classes)
        if len(self.keys) != n_classes or n_classes < 2:
            raise InputError(
                f"there are {n_classes} classes and {len(self.keys)} keys for them: "
                "a question has two classes or more, each with its key"
            )
        for what in (self.classes, self.keys, self.features):
            if len(set(what)) < len(what):
                raise InputError(f"no two may have the same name: {', '.join(what)}")
        if self.asked is not None and self.asked not in range(n_classes):
            raise InputError(
                f"class {self.asked} is asked for, but they are numbered "
                f"0 … {n_classes - 1}"
            )

    def _check_shapes(self) -> None:
        """Refuse a table that does not fit the words or the classes."""
        n_features = len(self.features)
        counts = {len(self.short), len(self.units), len(self.scale.names)}
        if counts != {n_features}:
            raise InputError(
                f"there are {n_features} features, {len(self.short)} short names, "
                f"{len(self.units)} units and a scaling of {len(self.scale.names)} "
                "columns: they must be as many"
            )
        if self.measured.ndim != 2 or self.measured.shape[1] != n_features:
            raise InputError(
                f"measured has shape {self.measured.shape}, but with {n_features} "
                f"features it must be (n_samples, {n_features})"
            )
        check_finite("measured", self.measured)
        if self.labels.shape != self.measured.shape[:1]:
            raise InputError(
                f"labels have shape {self.labels.shape}, but there are "
                f"{len(self.measured)} samples: give one label a sample"
            )
        missing = set(range(len(self.classes))) - set(self.labels.tolist())
        if missing:
            name = self.classes[min(missing)]
            raise InputError(f"there is no sample of class {name}")
        if len(set(self.axes) & set(range(n_features))) != 2:
            raise InputError(
                f"the plane is of features {self.axes}, but it must be of two of "
                f"0 … {n_features - 1}"
            )
