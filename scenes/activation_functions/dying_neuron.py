"""A ReLU neuron on screen, step by step, until no bird is above zero."""

from manim import UL, UP, VGroup, VMobject

from scenes.components.plot import Plot
from scenes.components.replay import Replay
from scenes.components.text import InLine
from scenes.drawings.species import MARKERS, ROLES, SPECIES, species_mark
from scenes.frame import rooms, theme
from scenes.lesson.lines import Lines


class DyingNeuron:
    """What is drawn of it.

    Parameters
    ----------
    lesson
        The scene; its result has ``dead`` and ``kinds`` (n_birds,).
    """

    def __init__(self, lesson: Lines) -> None:
        self.lesson = lesson
        self.points, self.kinds = lesson.values("dead.points"), lesson.values("kinds")
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
        self.step = lesson.number("dead.steps[0]", "d", pixels=theme.BODY)
        self.awake = lesson.number("dead.awake[0]", "d", pixels=theme.BODY)
        self.counters = self._counters()
        self.ends = self._ends()
        rooms.flow([self.counters, self.ends], rooms.panel(), buff=0.55)

    def _cloud(self, step: int, kind: int) -> VMobject:
        """Put the birds of a species on the curve as they are at a step."""
        points = self.points[step, self.kinds == kind]
        color = theme.role(ROLES[kind])
        return self.plot.scatter(points, color=color, marker=MARKERS[kind], size=0.09)

    def _counters(self) -> VGroup:
        """Write what the markers mean, the step, and how many birds are awake."""
        words = {"pixels": theme.BODY}
        text = self.lesson.text
        key = self.lesson.column(
            *(
                VGroup(
                    species_mark(kind, 0.1),
                    text(SPECIES[kind], color=theme.role(ROLES[kind])),
                ).arrange(buff=0.15)
                for kind in range(3)
            ),
            buff=0.15,
        )
        lines = (
            InLine(text("step", **words), self.step),
            InLine(text("birds above zero:", **words), self.awake),
        )
        return self.lesson.column(key, *lines, buff=0.35)

    def _ends(self) -> VGroup:
        """Write how many starts failed, by how many neurons there are."""
        text = self.lesson.text
        return self.lesson.column(
            text("starts that failed", color=theme.role("muted")),
            "two ReLU neurons: {dead.n_failed} of {config.n_starts}",
            "{config.wide} ReLU neurons: {dead.wide_failed} of {config.n_starts}",
            buff=0.18,
            pixels=theme.LABEL,
        )

    def replay(self, run_time: float) -> Replay:
        """Return the animation of all steps until it is dead."""
        follow = self.lesson.follow

        def place(step: int) -> None:
            for kind, cloud in enumerate(self.clouds):
                cloud.set_points(self._cloud(step, kind).points)

        draw = [
            place,
            follow(self.step, "dead.steps[{k}]"),
            follow(self.awake, "dead.awake[{k}]"),
        ]
        moving = [*self.clouds, self.step, self.awake]
        last = len(self.points) - 1
        return Replay(moving, draw, last, early=False, run_time=run_time)
