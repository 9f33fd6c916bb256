"""Puromycin: how fast an enzyme works at each substrate concentration.

What you can do here
--------------------
- load the runs with or without puromycin: ``load("treated")``;
- compute the Michaelis-Menten rate: ``michaelis_menten``.

Source: Treloar 1974, in Bates & Watts 1988, Nonlinear Regression Analysis and Its
Applications, appendix A1.3; also in R ``datasets``. Measurements are facts; cite.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from nnsim.arrays import Array, read_only
from nnsim.datasets.columns import Category, Number
from nnsim.datasets.table import read_table
from nnsim.errors import UnknownNameError

TABLE = Path(__file__).with_name("puromycin.csv")
STATES = ("treated", "untreated")
COLUMNS = (
    Number("conc", 0, 1e6, "ppm"),
    Number("rate", 0, 1e6, "counts/min²"),
    Category("state", STATES, needed=STATES),
)


@dataclass(frozen=True, eq=False)
class Puromycin:
    """Runs of one kind, in order of concentration."""

    state: str  # "treated" or "untreated"
    concentration: Array  # (n_runs,) of the substrate, ppm
    rate: Array  # (n_runs,) initial velocity of the reaction, counts/min²


def load(state: str = "treated") -> Puromycin:
    """Load the 12 treated or the 11 untreated runs."""
    if state not in STATES:
        raise UnknownNameError(f"unknown state {state!r}; known are {STATES}")
    columns = read_table(TABLE, COLUMNS)
    here = columns["state"] == state
    concentration, rate = columns["conc"][here], columns["rate"][here]
    return Puromycin(state, read_only(concentration), read_only(rate))


def michaelis_menten(concentration: Array, v_max: Array, k_m: Array) -> Array:
    """Compute the rate v = v_max · c / (k_m + c).

    Parameters
    ----------
    concentration
        c of the substrate, ppm.
    v_max
        Greatest rate, counts/min².
    k_m
        Concentration at which the rate is half of that, ppm.

    Returns
    -------
    Array
        Rate in counts/min²; the arguments are broadcast against each other.
    """
    return np.asarray(v_max * concentration / (k_m + concentration))
