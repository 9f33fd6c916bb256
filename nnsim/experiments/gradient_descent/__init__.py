"""Walking down a loss: learning rate, units, mini-batches, momentum, Adam."""

from nnsim.experiments.gradient_descent.experiment import Result as Result
from nnsim.experiments.gradient_descent.experiment import run as run
from nnsim.experiments.gradient_descent.settings import Config as Config
