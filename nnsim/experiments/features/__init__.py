"""Splice sites by features made by hand, and by features that a network learns."""

from nnsim.experiments.features.claims import CLAIMS as CLAIMS
from nnsim.experiments.features.experiment import Result as Result
from nnsim.experiments.features.experiment import run as run
from nnsim.experiments.features.settings import Config as Config
