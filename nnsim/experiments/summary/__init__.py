"""The whole lecture in thirteen small pictures, and who is to be thanked."""

from nnsim.experiments.summary.claims import CLAIMS as CLAIMS
from nnsim.experiments.summary.experiment import Result as Result
from nnsim.experiments.summary.experiment import run as run
from nnsim.experiments.summary.settings import Config as Config
