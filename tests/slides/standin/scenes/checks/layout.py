"""The layout check of the miniature project: nothing is ever wrong."""

FAULTS: tuple[tuple[str, str], ...] = ()  # what it is, what is wrong with it


def find_faults() -> tuple[tuple[str, str], ...]:
    return FAULTS
