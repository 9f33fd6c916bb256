"""The whole lecture in thirteen small pictures, and who is to be thanked."""

from nnsim.experiments.summary.experiment import Config as Config
from nnsim.experiments.summary.experiment import Result as Result
from nnsim.experiments.summary.experiment import run as run
