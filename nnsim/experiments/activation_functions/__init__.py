"""Why layers need a bend between them: Chinstrap or not, by two bill measurements."""

from nnsim.experiments.activation_functions.experiment import Result as Result
from nnsim.experiments.activation_functions.experiment import run as run
from nnsim.experiments.activation_functions.settings import Config as Config
