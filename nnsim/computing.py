"""Running an experiment: it ends in a result, or in an error that says why in words.

What you can do here
--------------------
- run one: ``compute(experiment, config)``.
"""

import warnings
from types import ModuleType
from typing import Any

from nnsim.errors import ComputationError, FileError, InputError


def compute(experiment: ModuleType, config: Any) -> Any:
    """Return what ``experiment.run(config)`` returns.

    Numbers that overflow or are none on the way are an error, too, not a warning and
    a picture without sense.

    Raises
    ------
    ComputationError
        If there is no result at these settings; its cause is what happened.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error", RuntimeWarning)
        try:
            return experiment.run(config)
        except FileError:  # names file and line itself
            raise
        except Exception as error:
            raise ComputationError(_reason(error)) from error


def _reason(error: Exception) -> str:
    """Say in words what happened."""
    match error:
        case MemoryError():
            return f"there is not enough memory: {error}"
        case InputError() | ArithmeticError():  # says so itself
            return str(error)
        case RuntimeWarning():
            return f"a number on the way is none, or too large: {error}"
    return f"{type(error).__name__}: {error}"
