"""How much memory a trial takes."""

import resource
import sys


def peak() -> float:
    """Return the most memory that the process has taken so far, in MB."""
    # In kB, but on a Mac in bytes.
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
