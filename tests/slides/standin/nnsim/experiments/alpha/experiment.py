"""Experiment of the chapter alpha."""

from dataclasses import dataclass

from nnsim import helper


@dataclass(frozen=True)
class Config:
    seed: int = 1
    rates: tuple[float, ...] = (0.1, 0.2)
    delay: float = 0.0

    def __post_init__(self) -> None:
        if self.seed < 0:
            raise ValueError("seed must not be negative")

    def takes_much(self) -> str:
        return ""


@dataclass(frozen=True)
class Result:
    seed: int
    delay: float


def run(config: Config = Config()) -> Result:  # frozen, so safe
    if config.seed == 13:
        raise RuntimeError("thirteen is not allowed")
    return Result(helper.same(config.seed), config.delay)
