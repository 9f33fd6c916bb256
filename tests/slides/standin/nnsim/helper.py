"""A module that experiments import."""


def same(seed: int) -> int:
    return seed
