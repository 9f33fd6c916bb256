"""DNA by features made by hand, and by features that a network learns."""

from collections.abc import Mapping
from typing import Any

from nnsim.claims import Claim
from nnsim.experiments.features.claims import CLAIMS as SITE_CLAIMS
from nnsim.experiments.features.experiment import Result as Result
from nnsim.experiments.features.experiment import run as run
from nnsim.experiments.features.own.claims import OWN_CLAIMS
from nnsim.experiments.features.settings import Config as Config

CLAIMS: Mapping[str, Claim[Any]] = {**SITE_CLAIMS, **OWN_CLAIMS}
