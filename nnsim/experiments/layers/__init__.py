"""From a neuron to a layer to a network, and what its last hidden layer sees."""

from nnsim.experiments.layers.experiment import Result as Result
from nnsim.experiments.layers.experiment import run as run
from nnsim.experiments.layers.settings import Config as Config
