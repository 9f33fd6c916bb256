"""Training, epoch by epoch: which of three species, by two bill measurements."""

from nnsim.experiments.training.experiment import Result as Result
from nnsim.experiments.training.experiment import run as run
from nnsim.experiments.training.settings import Config as Config
