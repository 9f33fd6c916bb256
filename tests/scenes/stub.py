"""A lesson without a stage, for tests of what is drawn from a result."""

from scenes.lesson.lines import Lines


class Stub(Lines):
    """Knows a result, and no stage."""

    name = beat_name = "stub"
    time = 0.0
