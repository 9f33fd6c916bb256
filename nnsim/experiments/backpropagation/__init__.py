"""A 2-3-1 network on one penguin, every value forward and backward; then on many."""

from nnsim.experiments.backpropagation.experiment import Result as Result
from nnsim.experiments.backpropagation.experiment import run as run
from nnsim.experiments.backpropagation.settings import Config as Config
