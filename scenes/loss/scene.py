"""One number says how wrong a model is; changing a parameter changes it."""

from types import ModuleType
from typing import ClassVar

import numpy as np
from manim import (
    DL,
    DOWN,
    LEFT,
    RIGHT,
    UP,
    UR,
    Create,
    DashedLine,
    FadeIn,
    FadeOut,
    GrowFromCenter,
    Square,
    VGroup,
    VMobject,
)

from nnsim.experiments import loss
from scenes.components.appear import Appear, emerge, travel
from scenes.components.bars import Bars
from scenes.components.contours import Contours
from scenes.components.dashes import dashes
from scenes.components.number import Number
from scenes.components.plot import Curve, Plot, draw_marker
from scenes.components.replay import Replay
from scenes.components.text import InLine
from scenes.frame import rooms, theme
from scenes.lesson.left_out import may_be_left_out
from scenes.lesson.lesson import Lesson
from scenes.loss.bird_answers import BirdAnswers, TwoMeasures
from scenes.loss.rate_plot import DASH, RatePlot, two_rooms

SHRUNK = 20  # times at most that squares without room are made smaller
BIRDS = ("sure", "unsure", "mistaken")


class Loss(Lesson):
    """A loss turns all errors into one number, which training can lower."""

    experiment: ClassVar[ModuleType] = loss

    def construct(self) -> None:
        """Tell the chapter."""
        self.show_rates()
        self.guess_curve()
        self.measure_errors()
        self.square_errors()
        self.ask()
        self.slide()
        self.map_loss()
        self.find_floor()
        self.meet_neuron()
        self.price_surprise()
        self.average_birds()
        self.compare_squares()
        self.turn_surer()
        self.move_threshold()

    # --- a curve --------------------------------------------------------------

    def show_rates(self) -> None:
        """Show what was measured."""
        self.beat("rates")
        self.rates = RatePlot(self)
        width = two_rooms()[1].width
        small = {"pixels": theme.SMALLEST, "color": theme.role("muted")}
        lines = [self.within(self.labels["source"], width, **small)]
        n = "curve.measured.n_missing"
        if self.values(n):
            words = f"{{{n}}} {{{n}:plural(row)}} with missing values left out"
            lines.append(self.within(words, width, **small))
        rows = self.column(
            "{curve.n_runs} {curve.n_runs:plural(curve.measured.nouns)}",
            self.within(self.labels["places"], width, pixels=theme.BODY),
            *lines,
            buff=0.3,
        )
        self.play(FadeIn(self.rates.plot))
        self.play(FadeIn(self.rates.points), run_time=1.2)
        self.play(FadeIn(rows.move_to(two_rooms()[1].middle)))
        self.aside = rows

    def guess_curve(self) -> None:
        """Guess the two parameters of a curve."""
        self.beat("curve")
        curve, height, k = self.rates.formulas
        muted = {"color": theme.role("muted")}
        rows = self.column(
            self.formula(curve),
            self._guessed(height, "v_max", "guessed_height", "y_unit"),
            self._guessed(k, "k_m", "guessed_k", "x_unit"),
            self.within(self.labels["letters"], two_rooms()[1].width, **muted),
            buff=0.38,
        )
        top, half = self.rates.parameters()
        self.play(*self.leave(self.aside))
        self.play(FadeIn(rows.move_to(two_rooms()[1].middle)), Create(self.rates.curve))
        self.play(Create(top[0]), FadeIn(top[1]))
        self.play(Create(half[0]), FadeIn(half[1]))
        self.aside = VGroup(rows, top, half)

    def _guessed(self, name: str, value: str, digits: str, unit: str) -> InLine:
        """Write what a parameter is guessed as, with its unit if it has one."""
        number = self.rates.number(f"given.{value}", digits, pixels=theme.BODY)
        place = f"names.{unit}"
        units = [self.text(f"{{{place}}}")] if self.values(place) else []
        return InLine(self.formula(f"{name} ="), number, *units)

    def measure_errors(self) -> None:
        """Show the error at each point."""
        self.beat("errors")
        numbers = self.rates.error_numbers()
        big = {"pixels": theme.BODY}
        words = self.column(
            self.text("error =", color=theme.role("loss"), **big),
            "predicted − measured",
            "+ curve too high",
            "− curve too low",
            buff=0.3,
        )
        self.play(*self.leave(self.aside))
        self.play(Create(self.rates.errors), run_time=1.5)
        self.play(*(Appear(number) for number in numbers))
        self.play(FadeIn(words.move_to(two_rooms()[1].middle)))
        self.aside = VGroup(numbers, words)

    def square_errors(self) -> None:
        """Draw squares on the errors; their mean is the loss."""
        self.beat("squares")
        self.play(*self.leave(self.aside))
        self.play(FadeIn(self.rates.squares), run_time=1.2)
        pile, sums = self._pile(), self._sums()
        unit, mean = self._unit_square()
        words = self.text("side {curve.said_unit}: area one")
        room = two_rooms()[1]
        for _ in range(SHRUNK):  # all squares alike, until they have room
            words.next_to(unit, DOWN)
            sums[0].next_to(pile, DOWN, buff=0.3)
            sums[1].next_to(unit, RIGHT, buff=0.5)
            groups = VGroup(pile, sums[0]), VGroup(unit, mean, words, sums[1])
            flow = rooms.flow(groups, room)
            if flow.width <= room.width and flow.height <= room.height:
                break
            pile.scale(0.9)
            VGroup(unit, mean).scale(0.9)
        squares = zip(self.rates.squares, pile, strict=True)
        self.play(*(emerge(*pair) for pair in squares), run_time=1.5)
        self.play(FadeIn(sums[0]))
        self.play(Create(unit), FadeIn(words))
        below = sums[0].get_bottom() + mean.height / 2 * DOWN
        self.play(FadeIn(mean, target_position=below), FadeIn(sums[1]))
        self.aside = VGroup(pile, unit, mean, words, sums)

    def _pile(self) -> VGroup:
        """Set copies of the squares in rows."""
        copies = VGroup(*(square.copy() for square in self.rates.squares))
        rows = VGroup(*(copies[k : k + 4] for k in range(0, len(copies), 4)))
        for row in rows:
            row.arrange(RIGHT, buff=0.08, aligned_edge=DOWN)
        rows.arrange(DOWN, buff=0.1)
        return copies

    def _unit_square(self) -> tuple[VMobject, Square]:
        """Draw a square of area 1 and, in its corner, the mean of the squares."""
        plot, side = self.rates.plot, self.values("curve.rate_unit")
        length = float((plot.at(0, side) - plot.at(0, 0))[1])
        unit = Square(length)
        mean = Square(length * self.values("curve.losses")[0] ** 0.5)
        mean.match_style(self.rates.squares[0]).align_to(unit, DL)
        side_one = dashes(unit, 24).set_stroke(theme.role("muted"), theme.EDGE)
        return side_one, mean

    def _sums(self) -> VGroup:
        """Write the sum of the squares, and their mean."""
        total = self.line(
            "sum of {curve.n_runs} {curve.n_runs:plural(area)}",
            "{curve.sum_of_squares:.2f}",
        )
        color = theme.role("loss")
        mean = self.column(
            "mean:", "loss L", "{curve.guessed_loss}", buff=0.16, color=color
        )
        return VGroup(total, mean)

    # --- one parameter, then both ----------------------------------------------

    def ask(self) -> None:
        """Let only Vmax move, and ask where the loss is least."""
        self.beat("guess")
        v_max, losses = (self.values(f"curve.slide.{n}") for n in ("v_max", "loss"))
        ends = self.values("curve.plane")[0]
        room = two_rooms()[1]
        self.below_count = room.inside(top=0.6)
        self.parabola = Plot(
            ends, (0, 1.1 * losses.max()), y_label="loss L",
            x_label=self.wording("{names.height_axis}"),
            **rooms.plot_size(self.below_count),
        ).stand(rooms.origin(self.below_count))  # fmt: skip
        self.dot = self._dot().move_to(self.parabola.at(v_max[0], losses[0]))
        self.trail = Curve(self.parabola).set_stroke(theme.role("loss"), theme.CURVE)
        self.counter: Number = self.rates.number(
            "slide.loss[0]", "loss", pixels=theme.BODY, color=theme.role("loss")
        )
        self.count = self.line("loss", self.counter, color=theme.role("loss")).move_to(
            room.edge(UP), UP
        )
        self.play(*self.leave(self.aside))
        self.play(FadeIn(self.parabola, self.count), GrowFromCenter(self.dot))

    def _dot(self) -> VMobject:
        """Draw the mark of the curve's place."""
        dot = draw_marker("circle", 0.12).set_fill(theme.role("signal"), 1)
        return dot.set_stroke(theme.role("ink"), theme.AXIS).set_z_index(5)

    def slide(self) -> None:
        """Move Vmax to and fro: curve, squares, number and dot together."""
        self.beat("slide")
        v_max, losses = (self.values(f"curve.slide.{n}") for n in ("v_max", "loss"))

        def trace(k: int) -> None:
            order = np.argsort(v_max[: k + 1])
            places = np.stack([v_max, losses], axis=1)[order]
            points = self.parabola.places(places if k else places.repeat(2, axis=0))
            self.trail.set_points_as_corners(points)
            self.dot.move_to(self.parabola.at(v_max[k], losses[k]))

        trace(0)
        self.add(self.trail)
        show = self.rates.follow("curve.slide")
        follow = self.follow(self.counter, "curve.slide.loss[{k}]")
        moving = [self.rates.curve, self.rates.errors, self.rates.squares, self.trail]
        self.play(
            Replay([*moving, self.dot, self.counter], [show, trace, follow],
                   len(losses) - 1, early=False, run_time=7)
        )  # fmt: skip

    def map_loss(self) -> None:
        """Free both parameters: a map, and the curve beside it."""
        self.beat("map")
        plane, walk = self.values("curve.plane"), "curve.walk"
        v_max, k_m = (self.values(f"{walk}.{name}") for name in ("v_max", "k_m"))
        plot = Plot(
            *plane, x_label=self.wording("{names.height_axis}"),
            y_label=self.wording("{names.half_axis}"),
            **rooms.plot_size(self.below_count),
        ).stand(rooms.origin(self.below_count))  # fmt: skip
        named_at = self.values("curve.given.named_at")
        self.map = Contours(
            plot, self.values("curve.surface"), self.values("curve.given.levels"),
            guide=((v_max[-1], named_at), (plane[0][1], named_at)),
        )  # fmt: skip
        ends = [plot.at(x, k_m[0]) for x in plane[0]]
        row = DashedLine(*ends, dash_length=DASH).set_stroke(theme.role("ink"), 3)
        self.play(*self.leave(self.parabola, self.trail, self.dot))
        self.play(FadeIn(self.map.fill, self.map.lines, plot, row))
        self.play(*(Appear(name) for name in self.map.names), run_time=0.5)
        dot = self._dot().move_to(plot.at(v_max[0], k_m[0]))
        self.play(GrowFromCenter(dot), run_time=0.5)
        show = self.rates.follow(walk)
        follow = self.follow(self.counter, f"{walk}.loss[{{k}}]")
        moving = [self.rates.curve, self.rates.errors, self.rates.squares]
        self.play(
            Replay(
                [*moving, dot, self.counter],
                [show, follow, lambda k: dot.move_to(plot.at(v_max[k], k_m[k]))],
                len(v_max) - 1, early=False, run_time=4,
            )
        )  # fmt: skip

    @may_be_left_out
    def find_floor(self) -> None:
        """Compare the loss of the best curve with what replicates leave."""
        self.beat("floor")
        big = {"pixels": theme.BODY}
        best = self.values("curve.losses")[2]  # about 1.5 units long
        bars = Bars(
            [self.text(self.labels[name], **big) for name in ("best", "noise")],
            [self.rates.number(f"losses[{k}]", "fine_loss", **big) for k in (2, 3)],
            [0.0, 0.0], width=1.5 / float(f"{best:.1e}"), pitch=0.8,
        )  # fmt: skip
        bars.bars.set_fill(theme.role("loss")).set_stroke(width=0)
        heading = self.text("loss L", color=theme.role("loss"), pixels=theme.BODY)
        heading.next_to(bars, UP, buff=0.3)
        panel = VGroup(heading, bars).move_to(two_rooms()[1].middle)
        plot, ways, points, marks = self.rates.zoom(self.labels["best"])
        self.clear_frame()
        self.play(FadeIn(plot, points))
        self.play(Create(ways), run_time=1.2)
        self.play(FadeIn(marks[0]), Appear(marks[1]))
        self.play(FadeIn(panel), run_time=1.2)

    # --- birds ----------------------------------------------------------------

    def meet_neuron(self) -> None:
        """Meet a neuron that sees bill length alone."""
        self.beat("neuron")
        self.clear_frame()
        self.birds = BirdAnswers(self)
        self.play(FadeIn(self.birds.plot, self.birds.clouds, self.birds.names))
        self.play(Create(self.birds.curve))
        self.marks, self.misses = VGroup(), VGroup()
        self.answers = VGroup()
        heading = self.text("p of the right species", pixels=theme.BODY)
        for bird in BIRDS:
            mark = self.birds.mark(bird).move_to(self.birds.place(bird))
            line = self.birds.miss(bird)
            self.marks.add(mark)
            self.misses.add(line)
            self.answers.add(self._probability(bird))
        self.answers.arrange(DOWN, buff=0.45, aligned_edge=LEFT)
        for row in self.answers:
            row[1][1].align_to(self.answers, RIGHT)
        self.column(heading, self.answers, buff=0.45, room=two_rooms()[1])
        self.play(FadeIn(heading))
        for spot, miss, row in zip(self.marks, self.misses, self.answers, strict=True):
            self.play(GrowFromCenter(spot), Create(miss), FadeIn(row), run_time=0.8)
        self.heading = heading

    def _probability(self, bird: str) -> VGroup:
        """Write a bird's mark, species, bill length and p of the right species."""
        line = self.line(
            f"{{birds.{bird}.species}}, {{birds.{bird}.length:.1f}} "
            "{birds.question.units[0]}",
            f"{{birds.{bird}.p:.3p}}",
            buff=0.4,
        )
        return VGroup(self.birds.mark(bird).next_to(line, LEFT, buff=0.2), line)

    def price_surprise(self) -> None:
        """Take minus the logarithm of p of the truth."""
        self.beat("cross_entropy")
        self.price = self.birds.price_plot()
        price = self.values("birds.price")
        self.log = self.price.curve(price[:, 0], price[:, 1], color=theme.role("loss"))
        self.log_name = self.formula(
            "- ln p", color=theme.role("loss"), pixels=theme.BODY
        )
        self.log_name.move_to(self.price.at(0.42, 1.9))
        self.play(*self.leave(self.heading, self.answers))
        self.play(FadeIn(self.price), Create(self.log), FadeIn(self.log_name))
        self.prices, self.costs = VGroup(), VGroup()
        places = {
            "sure": (UP, 0.2, "right:"),
            "unsure": (UR, 0.3, "unsure:"),
            "mistaken": (RIGHT, 0.15, "wrong:"),
        }
        for bird, source in zip(BIRDS, self.marks, strict=True):
            p, value = (self.values(f"birds.{bird}.{n}") for n in ("p", "loss"))
            mark = self.birds.mark(bird).move_to(self.price.at(p, value))
            side, buff, words = places[bird]
            parts = self.text(words), self.number(f"birds.{bird}.loss", ".2f")
            # Over the last mark there is room beside the curve for narrow lines only.
            below = side is UP
            cost = VGroup(*parts).arrange(DOWN, buff=0.1) if below else InLine(*parts)
            cost.next_to(mark, side, buff=buff)
            cost.shift(min(0, self.price.at(1, 0)[0] - cost.get_right()[0]) * RIGHT)
            self.play(travel(source, mark), Appear(cost.set_z_index(4)))
            self.prices.add(mark)
            self.costs.add(cost)

    def average_birds(self) -> None:
        """Average over all birds: the loss that training lowers."""
        self.beat("mean")
        places = np.stack([self.values("birds.p"), self.values("birds.losses")], axis=1)
        self.all = self.birds.scatter(self.price, places, 0.08)
        self.all.set_stroke(width=0).set_z_index(3)
        mean = self.values("birds.loss")
        ends = [self.price.at(x, mean) for x in (0, 1)]
        self.level = DashedLine(*ends, dash_length=DASH)
        self.level.set_stroke(theme.role("ink"), theme.EDGE).set_z_index(2)
        self.mean = self.line("mean", "{birds.loss:.3f}").next_to(
            self.level, UP, buff=0.16
        )
        self.mean.align_to(self.level, LEFT).shift(0.25 * RIGHT)
        self.play(*self.leave(self.costs, self.prices, self.marks, self.misses))
        clouds = zip(self.birds.clouds, self.all, strict=True)
        self.play(*(emerge(*pair) for pair in clouds), run_time=2)
        self.play(Create(self.level), FadeIn(self.mean))

    def compare_squares(self) -> None:
        """Compare with squared error, which never exceeds one."""
        self.beat("squared")
        price = self.values("birds.price")
        curve = self.price.curve(price[:, 0], price[:, 2], color=theme.role("ink"))
        square = dashes(curve, 30).set_z_index(2)
        name = self.formula("(1 - p)^2", pixels=theme.SMALLEST)
        name.move_to(self.price.corner(DL, 0.1), DL)
        p = self.values("birds.mistaken.p")
        marks, costs = VGroup(), VGroup()
        for field in ("loss", "square"):
            path = f"birds.mistaken.{field}"
            mark = self.birds.mark("mistaken")
            mark.move_to(self.price.at(p, self.values(path)))
            cost = self.number(path, ".2f", patch=True).next_to(mark, UR, buff=0.04)
            marks.add(mark)
            costs.add(cost.set_z_index(4))
        others = VGroup(self.birds.curve, self.birds.clouds, self.birds.names)
        self.play(*self.leave(self.all, self.level, self.mean),
                  others.animate.fade(1 - theme.DIMMED))  # fmt: skip
        self.dimmed = others
        self.play(Create(square), FadeIn(name))
        self.play(FadeIn(marks), *(Appear(cost) for cost in costs))
        self.aside = VGroup(square, name, marks, costs)

    # --- loss against accuracy ---------------------------------------------------

    def turn_surer(self) -> None:
        """Make the neuron steeper: the same birds wrong, another loss."""
        self.beat("surer")
        gone = (self.aside, self.price, self.log, self.log_name, self.dimmed)
        self.play(*self.leave(*gone), FadeOut(self.birds.plot), run_time=0.5)
        self.birds = BirdAnswers(self)
        self.measures = TwoMeasures(
            self.birds, "birds.by_weight", "birds.steeper", "w",
            self.wording(
                "weight of {birds.question.features[0]} (per {birds.question.units[0]})"
            ),
        )  # fmt: skip
        birds = self.birds
        self.play(FadeIn(birds.plot, birds.clouds, birds.names, birds.curve))
        self.play(FadeIn(self.measures.panel, self.measures.dots, birds.border),
                  Appear(birds.border_name))  # fmt: skip
        self.play(self.measures.replay(4.5))

    def move_threshold(self) -> None:
        """Move the threshold: the count jumps, the loss slopes."""
        self.beat("slope")
        before, birds = self.measures, self.birds
        neuron = birds.curve, birds.border, birds.border_name
        self.play(*self.leave(before.panel, before.traces, before.dots, *neuron))
        self.measures = TwoMeasures(
            self.birds, "birds.by_threshold", "birds.shifted", "threshold",
            self.wording("threshold ({birds.question.units[0]})"),
        )  # fmt: skip
        self.play(
            FadeIn(self.measures.panel, self.measures.dots, birds.curve, birds.border),
            Appear(birds.border_name),
        )
        self.play(self.measures.replay(5))
