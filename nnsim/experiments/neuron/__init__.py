"""One neuron tells Adelie from Gentoo by two bill measurements."""

from nnsim.experiments.neuron.claims import CLAIMS as CLAIMS
from nnsim.experiments.neuron.experiment import Result as Result
from nnsim.experiments.neuron.experiment import run as run
from nnsim.experiments.neuron.settings import Config as Config
