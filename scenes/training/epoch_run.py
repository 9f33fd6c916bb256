"""A run of three species on screen: the regions change while the loss curve grows."""

from manim import DOWN, LEFT, RIGHT, UP, VGroup

from scenes.components.class_field import ClassField
from scenes.components.field import Border
from scenes.components.growing_curve import GrowingCurve
from scenes.components.plot import Plot
from scenes.drawings.question_plane import QuestionPlane
from scenes.drawings.run_panel import Counter, RunPanel, View, loss_counters
from scenes.frame import theme
from scenes.frame.rooms import AXES, Room
from scenes.lesson.lines import Lines


class EpochRun(RunPanel):
    """What is drawn of a run, picture by picture.

    Parameters
    ----------
    lesson
        The scene.
    plane
        Plot of the two inputs.
    path
        Place of a run with ``losses``, ``wrong``, ``fields`` and ``borders``.
    count
        Name in the run of what is counted along x, and how it is called.
    losses
        Range of the loss axis.
    room
        Where loss curve and counters stand.
    """

    def __init__(
        self,
        lesson: Lines,
        plane: Plot,
        path: str,
        count: tuple[str, str],
        losses: tuple[float, float],
        room: Room,
    ) -> None:
        counted, words = f"{path}.{count[0]}", count[1]
        times = lesson.values(counted)
        fields, borders = (lesson.values(f"{path}.{n}") for n in ("fields", "borders"))
        self.plot = Plot(
            (times[0], times[-1]), losses, x_label=words,
            y_label="mean loss, all birds", width=room.width - AXES[0],
            height=0.39 * room.height,
        )  # fmt: skip
        left = self.plot.y_label.get_left()[0] * RIGHT
        head = loss_counters(lesson, words, counted + "[{k}]", path + ".losses[{k}]")
        head.next_to(self.plot, UP, buff=0.3).align_to(left, LEFT)
        misnamed = "of {n_birds} {n_birds:plural(question.nouns)}, misnamed:"
        wrong = Counter(lesson, misnamed, path + ".wrong[{k}]")
        wrong.next_to(self.plot, DOWN, buff=0.35).align_to(left, LEFT)
        self.panel = VGroup(self.plot, head, wrong).move_to(room.at(0.5, 0.54))
        y = lesson.values(f"{path}.losses")
        curve = self.plot.curve(times, y, color=theme.role("loss"))
        self.curve = GrowingCurve(curve, self.plot, times).show_step(0)
        self.field = ClassField(plane, fields[0], QuestionPlane(lesson).colours())
        self.border = Border(plane, borders[0])
        views = [
            View.of(self.field.paint, fields, self.field),
            View.of(self.border.trace, borders, self.border),
            View(self.curve.show_step, self.curve),
        ]
        super().__init__(times, views, [*head, wrong])
