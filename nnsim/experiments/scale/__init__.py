"""How large models are, from one neuron to language models and brains."""

from nnsim.experiments.scale.experiment import Config as Config
from nnsim.experiments.scale.experiment import Result as Result
from nnsim.experiments.scale.experiment import run as run
