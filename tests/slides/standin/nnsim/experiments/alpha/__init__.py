"""Chapter alpha of the miniature project, computed."""

from nnsim.experiments.alpha.experiment import Config as Config
from nnsim.experiments.alpha.experiment import Result as Result
from nnsim.experiments.alpha.experiment import run as run
