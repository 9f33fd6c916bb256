"""One nerve cell ends on another."""

from scenes.components.synapse import SynapseSketch


def example() -> SynapseSketch:
    """Draw two cells."""
    return SynapseSketch()
