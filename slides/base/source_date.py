"""The date that documents bear: none, so that equal sources make equal files.

Who wants one sets ``SOURCE_DATE_EPOCH``, as https://reproducible-builds.org has it.
"""

import os
import re
from datetime import UTC, datetime

from slides.base.errors import UsageError

VARIABLE = "SOURCE_DATE_EPOCH"
_SECONDS = re.compile(r"[0-9]{1,12}", re.ASCII)
LAST = 253_402_300_799  # s, the end of the year 9999, after which no format has dates


def source_date() -> datetime | None:
    """Return the date that the environment sets; None if it sets none.

    Raises
    ------
    UsageError
        If what it sets is no date.
    """
    text = os.environ.get(VARIABLE, "").strip()
    if not text:
        return None
    if not _SECONDS.fullmatch(text) or int(text) > LAST:
        raise UsageError(
            f"{VARIABLE}: must be a whole number of seconds since 1970, "
            f"at most {LAST}, not {text[:40]!r}; or unset it"
        )
    return datetime.fromtimestamp(int(text), UTC)
