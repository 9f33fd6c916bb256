"""The lecture's pictures, small enough for a map: each is drawn, then replays."""

from collections.abc import Callable, Sequence

import numpy as np
from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Animation,
    Create,
    Ellipse,
    FadeIn,
    Group,
    Line,
    Succession,
    VGroup,
    VMobject,
)

from scenes.components.class_field import ClassField
from scenes.components.field import Border
from scenes.components.logo import Logo
from scenes.components.network import NetworkDrawing
from scenes.components.plot import RIM, draw_marker
from scenes.components.scale import Log
from scenes.components.squared_paper import SquaredPaper
from scenes.components.trail import Trail
from scenes.drawings.question_plane import QuestionPlane
from scenes.frame import theme
from scenes.frame.apart import runs_through
from scenes.frame.rooms import Room
from scenes.summary.small_stage import RUN, TOP_LOSS, Picture, SmallStage

POINT = 0.025  # radius of a bird's mark, in units
DOT = 0.06
TOP_WRONG = 40  # %, of the race; more if a model does worse
PLACES = (0.34 / 2.2, 5.5 / 40), (1 - 0.7 / 2.2, 31 / 40)  # shares of the race's plane
WAVE = 25  # pictures in which blame crosses a layer


class SmallPictures(SmallStage):
    """Draws the pictures, each in a room: what is there, and how it replays."""

    def draw(self) -> Sequence[Callable[[Room], Picture]]:
        """Return the functions that draw the pictures, in the lecture's order."""
        return (
            self.rings, self.logo, self.neuron, self.bends, self.paper, self.scale,
            self.hill, self.descent, self.blame, self.training, self.parting,
            self.decay, self.race,
        )  # fmt: skip

    def rings(self, room: Room) -> Picture:
        """Draw AI, in it machine learning, in it deep learning."""
        middle, width, height = room.middle, room.width, room.height
        colours, rings, names = theme.current(), VGroup(), VGroup()
        shares = (1.0, 0.72, 0.4, 0.0)
        for k, word in enumerate(("AI", "ML", "DL")):
            share, inner = shares[k : k + 2]
            ring = Ellipse(width=share * width, height=(0.3 + 0.7 * share) * height)
            ring.move_to(middle + width / 2 * RIGHT, aligned_edge=RIGHT)
            fill = colours.paper.interpolate(colours.panel, 0.3 + 0.35 * k)
            rings.add(ring.set_fill(fill, 1).set_stroke(colours.ink, theme.AXIS))
            name = self.lesson.text(word, pixels=theme.SMALLEST)
            # In the room that the next ring leaves; all rings end at the right.
            x = width / 2 - (share + inner) / 2 * width
            names.add(name.move_to(middle + x * RIGHT))
        shown = [FadeIn(VGroup(r, n)) for r, n in zip(rings, names, strict=True)]
        return VGroup(), [Succession(*shown)]

    def logo(self, room: Room) -> Picture:
        """Grow the donor's logo."""
        middle, width, height = room.middle, room.width, room.height
        values = self.values("logo")
        tall = np.where(values > 0, values, 0).sum(axis=2).max()
        logo = Logo(values[0], pitch=width / values.shape[1], unit=0.92 * height / tall)
        corner = middle + width / 2 * LEFT + height / 2 * DOWN
        logo.shift(corner - logo.axis.get_start())
        return logo, [self.replay([logo], lambda k: logo.trace(values[k]), len(values))]

    def neuron(self, room: Room) -> Picture:
        """Turn a neuron's line between two species."""
        plot, borders = (
            self.plane(room, "line.question.plane"),
            self.values("line.borders"),
        )
        birds = QuestionPlane(self.lesson, "line.question")
        clouds = birds.clouds(plot, size=POINT).set_z_index(0)
        border = Border(plot, borders[0])
        replay = self.replay([border], lambda k: border.trace(borders[k]), len(borders))
        return VGroup(plot, clouds, border), [replay]

    def bends(self, room: Room) -> Picture:
        """Draw ReLU, sigmoid and tanh over one axis."""
        plot = self.framed(room, (-4.0, 4.0), (-1.3, 2.2))
        axes = VGroup(
            Line(plot.at(-4, 0), plot.at(4, 0)), Line(plot.at(0, -1.3), plot.at(0, 2.2))
        ).set_stroke(theme.role("muted"), 1.5)
        curves = []
        for path in (f"bends[{k}]" for k in range(3)):
            z, a = self.values(path).T
            inside = (np.abs(z) <= 4) & (a <= 2.2)
            curve = plot.curve(z[inside], a[inside], color=theme.role("signal"))
            curves.append(Create(curve.set_stroke(width=theme.EDGE), run_time=RUN / 3))
        return VGroup(plot, axes), [Succession(*curves)]

    def paper(self, room: Room) -> Picture:
        """Bend squared paper."""
        plot, papers = self.plane(room, "hidden_plane"), self.values("papers")
        paper = SquaredPaper(plot, papers[0]).set_stroke(width=1.2)
        replay = self.replay([paper], lambda k: paper.trace(papers[k]), len(papers))
        return VGroup(plot, paper), [replay]

    def scale(self, room: Room) -> Picture:
        """Put all counts on a logarithmic axis."""
        middle, width = room.middle, room.width
        counts, is_ours = self.values("counts"), self.values("is_ours")
        x = Log(counts[0], counts[-1]).portion(counts)
        left = middle + (width / 2 - DOT) * LEFT
        places = left + np.outer(x, (width - 2 * DOT) * RIGHT)
        axis = Line(places[0], places[-1]).set_stroke(theme.role("muted"), theme.AXIS)
        dots = VGroup(
            *(
                draw_marker("circle", 1.3 * DOT if ours else DOT)
                .set_fill(theme.role("signal" if ours else "ink"), 1)
                .set_stroke(theme.role("paper"), RIM)
                .move_to(place)
                for place, ours in zip(places, is_ours, strict=True)
            )
        )
        ours = self.small("ours", "signal").move_to(places[0] + 0.3 * UP, LEFT)
        brain = self.small("brain", "ink").move_to(places[-1] + 0.3 * UP, RIGHT)
        ours.shift((brain.baseline - ours.baseline) * UP)
        grow = FadeIn(dots, lag_ratio=0.5, run_time=RUN)
        return VGroup(axis, ours, brain), [grow]

    def hill(self, room: Room) -> Picture:
        """Draw the landscape of a loss."""
        plot, contours = self.slope(room)
        lines = Create(contours.lines, lag_ratio=0.7, run_time=RUN)
        return Group(plot, contours.fill), [lines]

    def descent(self, room: Room) -> Picture:
        """Walk down it."""
        plot, contours = self.slope(room)
        path = self.values("hill.path")
        trail = Trail(plot, path, color=theme.role("ink"))
        trail.mark.scale(0.6, scale_stroke=True)
        trail.show_step(0)
        replay = self.replay([trail], trail.show_step, len(path))
        return Group(plot, contours.fill, contours.lines, trail), [replay]

    def blame(self, room: Room) -> Picture:
        """Send blame back along the edges."""
        middle, width, height = room.middle, room.width, room.height
        weights = [self.values(f"network.layers[{k}].W") for k in range(2)]
        net = NetworkDrawing(
            weights, width=0.8 * width, height=0.72 * height, radius=0.12
        )
        for edge in net.edge_group:
            edge.set_stroke(width=0.5 * edge.get_stroke_width())
        net.move_to(middle)
        dot = draw_marker("circle", DOT).points
        dots = VMobject().set_fill(theme.role("gradient"), 1).set_z_index(2)

        def show(k: int) -> None:
            layer, passed = (1, k) if k < WAVE else (0, k - WAVE)
            ends = [edge.get_ends() for row in net.edges[layer] for edge in row]
            share = 1 - passed / (WAVE - 1)
            at = np.array([start + share * (end - start) for start, end in ends])
            dots.set_points((dot + at[:, None]).reshape(-1, 3))

        show(0)
        return VGroup(net, dots.set_stroke(width=0)), [
            self.replay([dots], show, 2 * WAVE, early=False)
        ]

    def training(self, room: Room) -> Picture:
        """Move the borders between three species."""
        plot, birds = self.plane(room, "question.plane"), QuestionPlane(self.lesson)
        fields, borders = self.values("run.fields"), self.values("run.borders")
        field = ClassField(plot, fields[0], birds.colours())
        border = Border(plot, borders[0]).set_stroke(width=theme.EDGE)
        clouds = birds.clouds(plot, size=POINT).set_z_index(0)

        def show(k: int) -> None:
            field.paint(fields[k])
            border.trace(borders[k])

        replay = self.replay([field, border], show, len(fields))
        return Group(field, plot, clouds, border), [replay]

    def parting(self, room: Room) -> Picture:
        """Let the losses of learned and held-out birds part."""
        end = self.values("memory.steps")[-1]
        return self.losses(
            room,
            ("memory.train", "train", False, "train", (0.75 * end, 0.5 / TOP_LOSS)),
            (
                "memory.held_out",
                "validation",
                True,
                "new",
                (0.25 * end, 2.0 / TOP_LOSS),
            ),
        )

    def decay(self, room: Room) -> Picture:
        """Hold the loss on held-out birds down."""
        end = self.values("memory.steps")[-1]
        return self.losses(
            room,
            ("memory.held_out", "muted", True, "free", (0.25 * end, 2.0 / TOP_LOSS)),
            (
                "memory.decayed",
                "validation",
                True,
                "held back",
                (0.6 * end, 0.95 / TOP_LOSS),
            ),
        )

    def race(self, room: Room) -> Picture:
        """Let a network overtake rules as the data grow."""
        sizes, roles = self.values("race.sizes"), ("ink", "signal")
        low, high = sizes[0] / 10**0.1, sizes[-1] * 10**0.1
        wrong = [self.values(f"race.{model}.mean") for model in ("rules", "network")]
        top = max(TOP_WRONG, *(float(one.max()) for one in wrong))
        x = Log(low, high)
        plot, names = self.framed(room, x, (0, top)), VGroup()
        curves = [
            plot.curve(sizes, one, color=theme.role(role)).set_stroke(width=theme.EDGE)
            for one, role in zip(wrong, roles, strict=True)
        ]
        for role, words, (along, up) in zip(
            roles, ("rules", "network"), PLACES, strict=True
        ):
            at = plot.at(float(x.value(along)), up * top)
            name = self.small(words, role).move_to(at)
            if any(runs_through(curve, name) for curve in curves):
                name = self.small(words, role, patch=True).move_to(at)
            outside = room.left + 0.07 - name.get_left()[0]
            names.add(name.shift(max(0, outside) * RIGHT))
        growing: list[Animation] = [Create(curve, run_time=RUN) for curve in curves]
        return VGroup(plot, names.set_z_index(2)), growing
