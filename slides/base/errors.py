"""Errors that the user sees as plain lines."""


class LectureError(Exception):
    """Something the user can put right.

    Parameters
    ----------
    *lines
        One fault each: where it is, what it is, and the remedy.
    """

    exit_code = 1

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


class UsageError(LectureError):
    """A command or a settings file that asks for what there is not."""

    exit_code = 2


class Stopped(BaseException):
    """The user or the system asked the command to end.

    No KeyboardInterrupt, because click has its own way with that one.
    """

    def __init__(self, signal_number: int) -> None:
        super().__init__()
        self.exit_code = 128 + signal_number
