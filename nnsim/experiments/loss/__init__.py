"""One number for how wrong a model is, and how it changes with the parameters."""

from nnsim.experiments.loss.experiment import Config as Config
from nnsim.experiments.loss.experiment import Result as Result
from nnsim.experiments.loss.experiment import run as run
