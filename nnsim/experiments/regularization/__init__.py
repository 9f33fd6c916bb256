"""What keeps a wide network from memorising: five remedies on the same splits."""

from nnsim.experiments.regularization.experiment import Result as Result
from nnsim.experiments.regularization.experiment import run as run
from nnsim.experiments.regularization.settings import Config as Config
