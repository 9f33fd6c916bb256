"""Splice sites by features made by hand, and by features that a network learns."""

from nnsim.experiments.features.experiment import Config as Config
from nnsim.experiments.features.experiment import Result as Result
from nnsim.experiments.features.experiment import run as run
