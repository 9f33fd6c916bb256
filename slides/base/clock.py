"""Times as texts: for readers in minutes and seconds, for players to the thousandth."""


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
