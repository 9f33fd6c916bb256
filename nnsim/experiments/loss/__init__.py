"""One number for how wrong a model is, and how it changes with the parameters."""

from nnsim.experiments.loss.claims import CLAIMS as CLAIMS
from nnsim.experiments.loss.experiment import Result as Result
from nnsim.experiments.loss.experiment import run as run
from nnsim.experiments.loss.settings import Config as Config
