"""Times as texts: for readers in minutes and seconds, for players to the thousandth."""

from datetime import date


def clock(seconds: int) -> str:
    """Write whole seconds in minutes and seconds.

    >>> clock(3671)
    '61:11'
    """
    return f"{seconds // 60}:{seconds % 60:02}"


def timestamp(seconds: float, point: str = ".") -> str:
    """Write a time in hours, minutes, seconds and thousandths after this point.

    >>> timestamp(3671.25)
    '01:01:11.250'
    """
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    minutes, whole = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{whole:02}{point}{thousandths:03}"


def day_in_words(day: date | str, language: str) -> str:
    """Write a day as a language does, or with digits if its ways are not known.

    What is a text already stays as it is.

    >>> day_in_words(date(2026, 10, 14), "de-CH")
    '14. Oktober 2026'
    """
    if isinstance(day, str):
        return day
    # Heavy, and needed only where a day is given.
    from babel import Locale, UnknownLocaleError
    from babel.dates import format_date

    parts = language.split("-")
    for length in range(len(parts), 0, -1):
        try:
            locale = Locale.parse("-".join(parts[:length]), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        return format_date(day, "long", locale)
    return day.isoformat()
