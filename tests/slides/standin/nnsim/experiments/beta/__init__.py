"""Chapter beta of the miniature project, computed."""

from nnsim.experiments.beta.experiment import Config as Config
from nnsim.experiments.beta.experiment import Result as Result
from nnsim.experiments.beta.experiment import run as run
