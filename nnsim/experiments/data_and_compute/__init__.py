"""How much data, how many multiplications, and how to be careful with scores."""

from nnsim.experiments.data_and_compute.claims import CLAIMS as CLAIMS
from nnsim.experiments.data_and_compute.experiment import Result as Result
from nnsim.experiments.data_and_compute.experiment import run as run
from nnsim.experiments.data_and_compute.settings import Config as Config
