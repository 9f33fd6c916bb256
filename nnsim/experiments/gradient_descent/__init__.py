"""Walking down a loss: learning rate, units, mini-batches, momentum, Adam."""

from nnsim.experiments.gradient_descent.experiment import Config as Config
from nnsim.experiments.gradient_descent.experiment import Result as Result
from nnsim.experiments.gradient_descent.experiment import run as run
