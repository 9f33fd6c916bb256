"""Too little capacity and too much: two classes, by networks of several widths."""

from nnsim.experiments.overfitting.claims import CLAIMS as CLAIMS
from nnsim.experiments.overfitting.experiment import Result as Result
from nnsim.experiments.overfitting.experiment import run as run
from nnsim.experiments.overfitting.settings import Config as Config
