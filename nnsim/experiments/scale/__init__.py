"""How large models are, from one neuron to language models and brains."""

from nnsim.experiments.scale.experiment import Result as Result
from nnsim.experiments.scale.experiment import run as run
from nnsim.experiments.scale.settings import Config as Config
