"""A ReLU neuron on screen, step by step, until no bird is above zero."""

from manim import UL, UP, VGroup, VMobject

from scenes.components.plot import Plot
from scenes.drawings.looks import looks
from scenes.drawings.run_panel import Counter, RunPanel, View
from scenes.frame import rooms, theme
from scenes.lesson.lines import Lines


class DyingNeuron(RunPanel):
    """What is drawn of it.

    Parameters
    ----------
    lesson
        The scene; its result has ``dead`` and ``question``.
    """

    def __init__(self, lesson: Lines) -> None:
        self.lesson = lesson
        self.points = lesson.values("dead.points")
        self.labels = lesson.values("question.labels")
        self.looks = looks(lesson.values("question.classes"))
        (low, _), (high, top) = self.points.min((0, 1)), self.points.max((0, 1))
        self.plot = Plot(
            (1.1 * low, 1.1 * high), (0, 1.1 * top), x_label="sum z of each bird",
            y_label="a = ReLU(z)", **rooms.plot_size(rooms.main()),
        ).move_to(rooms.main().edge(UP), aligned_edge=UP)  # fmt: skip
        relu = lesson.values("dead.curve")
        self.curve = self.plot.curve(*relu.T, color=theme.role("ink"))
        self.clouds = VGroup(*(self._cloud(0, kind) for kind in range(3)))
        self.clouds.set_z_index(2)
        pink = theme.role("gradient")
        flat, steep = (
            lesson.formula(f'"slope" {k}', color=pink, pixels=34) for k in (0, 1)
        )
        flat.next_to(self.plot.at(0.5 * low, 0), UP, buff=0.3)
        steep.next_to(self.plot.at(0.5 * high, 0.5 * top), UL, buff=0.25)
        self.slopes = VGroup(flat, steep)
        lines = (
            Counter(lesson, "step", "dead.steps[{k}]"),
            Counter(lesson, "birds above zero:", "dead.awake[{k}]"),
        )
        super().__init__(self.points, [View(self._place, *self.clouds)], lines)
        self.beside = lesson.column(self._key(), *lines, buff=0.35)
        self.ends = self._ends()
        rooms.flow([self.beside, self.ends], rooms.panel(), buff=0.55)

    def _cloud(self, step: int, kind: int) -> VMobject:
        """Put the birds of a species on the curve as they are at a step."""
        points, look = self.points[step, self.labels == kind], self.looks[kind]
        return self.plot.scatter(
            points, color=look.color, marker=look.marker, size=0.09
        )

    def _place(self, step: int) -> None:
        """Show the birds as they are at a step."""
        for kind, cloud in enumerate(self.clouds):
            cloud.set_points(self._cloud(step, kind).points)

    def _key(self) -> VGroup:
        """Write what the markers mean."""
        return self.lesson.column(
            *(
                VGroup(
                    look.spot(0.1),
                    self.lesson.text(f"{{question.classes[{k}]}}", color=look.color),
                ).arrange(buff=0.15)
                for k, look in enumerate(self.looks)
            ),
            buff=0.15,
        )

    def _ends(self) -> VGroup:
        """Write how many starts failed, by how many neurons there are."""
        text = self.lesson.text
        return self.lesson.column(
            text("starts that failed", color=theme.role("muted")),
            "two ReLU neurons: {dead.n_failed} of {config.n_starts}",
            "{config.wide} ReLU {config.wide:plural(neuron)}: "
            "{dead.wide_failed} of {config.n_starts}",
            buff=0.18,
            pixels=theme.LABEL,
        )
