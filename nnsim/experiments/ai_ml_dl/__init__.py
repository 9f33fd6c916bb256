"""AI, machine learning, deep learning: one working thing from each."""

from nnsim.experiments.ai_ml_dl.experiment import Result as Result
from nnsim.experiments.ai_ml_dl.experiment import run as run
from nnsim.experiments.ai_ml_dl.settings import Config as Config
