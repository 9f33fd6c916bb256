"""Three rings, AI around machine learning around deep learning: each opened and run."""

from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any, ClassVar

import numpy as np
from manim import (
    DOWN,
    LEFT,
    PI,
    RIGHT,
    UP,
    Circle,
    Create,
    FadeIn,
    FadeOut,
    Group,
    GrowFromEdge,
    Line,
    Rectangle,
    VGroup,
    VMobject,
)

from nnsim.experiments import ai_ml_dl
from scenes import theme
from scenes.bird_plane import BirdPlane
from scenes.components.appear import Appear
from scenes.components.chessboard import Chessboard, Piece
from scenes.components.class_field import ClassField
from scenes.components.field import Border
from scenes.components.network import NetworkDrawing, weight_key
from scenes.components.plot import Plot, draw_marker
from scenes.components.replay import Replay
from scenes.components.text import InLine
from scenes.lesson import Lesson
from scenes.opened_rings import OpenedRings

PANEL = 4.3 * RIGHT + 0.1 * DOWN  # middle of the right third
BOARD_AT = 3.2 * LEFT + 0.1 * UP  # middle of the squares
MODELS = (  # name, field, border
    ("line", "line_field", "line_border"),
    ("tree", "tree_field", "tree_border"),
    ("forest", "forest_fields[-1]", "forest_borders[-1]"),
    ("network", "fields[-1]", "borders[-1]"),
)
PIECES = (("king", True), ("rook", True), ("king", False))


class AiMlDl(Lesson):
    """Deep learning is a part of machine learning is a part of AI."""

    experiment: ClassVar[ModuleType] = ai_ml_dl
    title = "AI, machine learning, deep learning"

    def construct(self) -> None:
        """Tell the chapter."""
        self.show_rings()
        self.open_ai()
        self.search()
        self.play_out()
        self.open_ml()
        self.fit_lines()
        self.ask_questions()
        self.grow_forest()
        self.open_dl()
        self.train()
        self.ask()
        self.score()
        self.draw_map()

    # --- the rings ------------------------------------------------------------

    def small_board(self) -> Chessboard:
        """Draw the corner of the board in which the pieces stand, small."""
        squares = self.values("endgame.line[0]")
        n = 1 + max(*(squares // 8), *(squares % 8))
        board = Chessboard(PIECES, squares, width_of_board=0.84 / n * 8)
        for k, square in enumerate(board.squares):  # the others wait under the edge
            rank, file = divmod(k, 8)
            if max(rank, file) >= n:
                square.set_fill(opacity=0)
                square.move_to(board.at(8 * min(rank, n - 1) + min(file, n - 1)))
        board.pieces.set_stroke(width=1.5)
        return board

    def draw_icons(self) -> list[VGroup]:
        """Draw what works in each ring, small."""
        plot = self.plane.plot(1.35, 0.8)
        border = Border(plot, self.values("line_border"))
        border.set_stroke(width=theme.AXIS).set_z_index(0)
        birds = VGroup(*self.plane.clouds(plot, 0.016), border)
        return [self.small_board(), birds, self.network(1.2, 0.04)]

    def show_rings(self) -> None:
        """Three names, each inside the one before."""
        self.beat(
            "rings",
            title="Three names, one inside another",
            say="Deep learning is a part of machine learning, which is a part of "
            "artificial intelligence. We open the rings one by one.",
        )
        self.plane = BirdPlane(self)
        self.rings = OpenedRings(self, self.draw_icons)
        self.rings.build_up()

    # --- AI: search -----------------------------------------------------------

    def open_ai(self) -> None:
        """Open the outer ring: a chess endgame."""
        self.beat(
            "ai",
            title="AI: a machine that plays chess",
            say="Chess was an early test for AI. A machine of Torres y Quevedo "
            "played this endgame, king and rook against king, over a century ago.",
        )
        self.chess = Chessboard(
            PIECES, self.values("endgame.line[0]"), width_of_board=5.1
        ).move_to(BOARD_AT)
        self.rings.enter(0, [self.chess])
        named = Chessboard((), (), width_of_board=5.1, named=True).move_to(BOARD_AT)
        names = named.names.shift(BOARD_AT - named.squares.get_center())
        rows = VGroup()
        for (kind, white), words in zip(
            PIECES, ("white king", "white rook", "black king"), strict=True
        ):
            sample = Piece(kind, white=white).scale(0.8)
            label = self.text(words, pixels=theme.BODY)
            rows.add(VGroup(sample, label).arrange(buff=0.3))
        rows.arrange(DOWN, aligned_edge=LEFT, buff=0.3)
        aim = self.text("White wants mate:")
        rule = self.text("check, and no way out")
        rows.add(VGroup(aim, rule).arrange(DOWN, aligned_edge=LEFT, buff=0.15))
        rows[3].next_to(rows[:3], DOWN, buff=0.6, aligned_edge=LEFT)
        self.play(FadeIn(names))
        self.play(FadeIn(rows.move_to(PANEL)))
        self.panel = rows

    def search(self) -> None:
        """From mate backwards: positions by moves to mate."""
        self.beat(
            "search",
            title="No data, only search",
            say="Search starts from the {endgame.n_mates} mates and works backwards, "
            "move by move, until all {endgame.n_positions:,} positions are solved. "
            "No mate is farther than {endgame.longest} moves. Nothing was learned.",
        )
        moves, counts = self.values("endgame.moves"), self.values("endgame.counts")
        plot = Plot(
            (-0.6, moves[-1] + 0.6), (0, 1.04 * counts.max()),
            x_label="moves to mate", y_label="positions", width=3.7, height=2.7,
        ).move_to(PANEL + 0.7 * UP)  # fmt: skip
        plot.align_to(1.75 * RIGHT, LEFT)
        self.bars = VGroup(*map(self.bar(plot), moves, counts))
        total = InLine(
            self.number("endgame.n_positions", ",", pixels=theme.BODY),
            self.text("positions solved"),
        ).next_to(plot, DOWN, buff=0.4)
        note = self.text("mirror images counted once", pixels=theme.SMALLEST,
                         color=theme.role("muted"))  # fmt: skip
        note.next_to(total, DOWN, buff=0.2)
        self.play(*self.leave(self.panel), run_time=0.5)
        self.play(FadeIn(plot))
        plies = len(self.values("endgame.written"))
        for n, bar in enumerate(self.bars):
            bar.set_fill(theme.role("signal"), 1)
            back = self.values(f"endgame.line[{max(plies - 2 * n, 0)}]")
            self.play(GrowFromEdge(bar, DOWN), *self.moves_to(back), run_time=0.3)
            bar.set_fill(theme.role("muted"), 1)
        self.play(FadeIn(total, note), run_time=0.5)
        self.totals = VGroup(total, note)

    def bar(self, plot: Plot) -> Callable[[float, float], Rectangle]:
        """Return a function that draws the bar of so many positions."""

        def draw(moves: float, count: float) -> Rectangle:
            low, high = plot.at(moves - 0.38, 0), plot.at(moves + 0.38, count)
            bar = Rectangle(width=high[0] - low[0], height=max(high[1] - low[1], 0.02))
            bar.set_stroke(width=0).set_fill(theme.role("muted"), 1)
            return bar.move_to(low, aligned_edge=LEFT + DOWN)

        return draw

    def moves_to(self, squares: Sequence[int]) -> list[Any]:
        """Return animations of the pieces that have to go elsewhere."""
        goals = Chessboard.place(self.chess.copy(), squares).pieces
        return [
            piece.animate.move_to(goal)
            for piece, goal in zip(self.chess.pieces, goals, strict=True)
            if np.linalg.norm(piece.get_center() - goal.get_center()) > 0.01
        ]

    def play_out(self) -> None:
        """Play the longest fight, both sides at their best."""
        self.beat(
            "mate",
            title="The longest fight, move by move",
            say="From here the fight lasts {endgame.longest} moves: White takes the "
            "shortest way, Black the longest. It looks like thinking, yet each move is "
            "looked up in the solved table.",
        )
        body = {"pixels": theme.BODY}
        left = self.number("endgame.to_mate[0]", "d", **body)
        move = self.number("endgame.written[0]", "", **body)
        counters = VGroup(
            InLine(self.text("moves to mate:", **body), left),
            InLine(self.text("last move:", **body), move),
        ).arrange(DOWN, aligned_edge=LEFT, buff=0.25)
        counters.move_to(self.totals, aligned_edge=LEFT)
        line, to_mate = self.values("endgame.line"), self.values("endgame.to_mate")
        pointer = draw_marker("triangle", 0.1).rotate(PI).set_stroke(width=0)
        pointer.set_fill(theme.role("signal"), 1)
        pointer.next_to(self.bars[to_mate[0]], UP, buff=0.08)
        self.play(*self.leave(self.totals), run_time=0.4)
        self.play(FadeIn(counters[0], pointer), *self.moves_to(line[0]), run_time=0.5)
        for ply in range(1, len(line)):
            self.follow(left, "endgame.to_mate[{k}]")(ply)
            self.follow(move, "endgame.written[{k}]")(ply - 1)
            pointer.next_to(self.bars[to_mate[ply]], UP, buff=0.08)
            self.add(counters[1])
            self.play(*self.moves_to(line[ply]), run_time=0.18)
        _, rook, black = self.chess.pieces
        check = Line(rook.get_center(), black.get_center(), buff=0.3)
        check.set_stroke(theme.role("signal"), theme.CURVE)
        mate = self.text("check, and no way out: mate")
        mate.next_to(counters, DOWN, buff=0.25, aligned_edge=LEFT)
        self.play(Create(check), FadeIn(mate), run_time=0.5)

    # --- machine learning -------------------------------------------------------

    def open_ml(self) -> None:
        """Open the second ring: birds to learn from."""
        self.beat(
            "ml",
            title="ML: models that learn from examples",
            say="Machine learning is given no rules, only examples to learn from: here "
            "{n_birds} penguins of three species, each known by the length and the "
            "depth of its bill.",
        )
        self.rings.return_to(1)
        self.set_up_plane()
        self.rings.enter(1, self.birds)
        self.play(FadeIn(self.plot))
        self.play(*(Appear(name) for name in self.names))
        self.panel = self.plane.census().move_to(PANEL)
        self.play(FadeIn(self.panel))

    def set_up_plane(self) -> None:
        """Set up the plane of bill length and depth, with all birds."""
        self.plot = self.plane.plot(7.1, 4.3).move_to(2.8 * LEFT + 0.1 * UP)
        self.birds = self.plane.clouds(self.plot)
        self.names = self.plane.names_in(self.plot)

    def show_field(self, field: str) -> ClassField:
        """Draw a field of the result over the plane."""
        return ClassField(self.plot, self.values(field), self.plane.colours())

    def turn_panel(self, new: VGroup) -> None:
        """Put something else into the right third."""
        self.play(*self.leave(self.panel), run_time=0.4)
        self.play(FadeIn(new), run_time=0.6)
        self.panel = new

    def wrong(self, path: str) -> VGroup:
        """Write how many of the birds that it learned from a model misnames."""
        body = {"pixels": theme.BODY}
        self.misnamed = self.number(path, "d", **body)
        count = InLine(
            self.text("of", **body), self.number("n_birds", "d", **body),
            self.text("birds, wrong:", **body), self.misnamed,
        )  # fmt: skip
        words = self.text("the birds it learned from", color=theme.role("muted"))
        return VGroup(count, words).arrange(DOWN, aligned_edge=LEFT, buff=0.18)

    def fit_lines(self) -> None:
        """Logistic regression: straight lines."""
        self.beat(
            "line",
            title="Straight lines",
            say="Logistic regression parts the species by straight lines. It "
            "misnames {line_wrong} of the {n_birds} birds it learned from.",
        )
        self.border = Border(self.plot, self.values("line_border"))
        self.field = self.show_field("line_field")
        note = VGroup(
            self.text("logistic regression", pixels=theme.BODY),
            self.text("colour: the species it names"),
            self.text("paler: less sure"),
            self.wrong("line_wrong"),
        ).arrange(DOWN, aligned_edge=LEFT, buff=0.35)
        self.turn_panel(note.move_to(PANEL))
        self.play(Create(self.border), run_time=1.2)
        self.play(FadeIn(self.field))

    def ask_questions(self) -> None:
        """Grow a decision tree, question by question."""
        self.beat(
            "tree",
            title="A decision tree asks questions",
            say="A decision tree reads like an identification key: is the bill at "
            "most {questions[0].threshold:.2f} millimetres long? It misnames "
            "{tree_wrong} of the birds it learned from.",
        )
        self.play(*self.leave(self.panel), FadeOut(self.field, self.border))
        n = len(self.values("questions"))
        key, self.cuts = VGroup(), VGroup()
        rows = [self.plane.key_rows(k, last=k == n - 1) for k in range(n)]
        key.add(*(row for triple in rows for row in triple))
        for k, row in enumerate(key):
            row.shift(
                (0.45 if k % 3 else 0) * RIGHT + (0.46 * k + 0.2 * (k // 3)) * DOWN
            )
        wrong = self.wrong("tree_wrong").next_to(key, DOWN, buff=0.4)
        wrong.align_to(key, LEFT)
        VGroup(key, wrong).move_to(PANEL)
        for k, triple in enumerate(rows):
            ends = self.values(f"questions[{k}].ends")
            cut = Line(self.plot.at(*ends[0]), self.plot.at(*ends[1]))
            cut.set_stroke(theme.role("ink"), theme.CURVE).set_z_index(2)
            self.play(FadeIn(triple[0]), run_time=0.5)
            self.play(Create(cut), FadeIn(triple[1:]), run_time=0.8)
            self.cuts.add(cut)
        self.field = self.show_field("tree_field")
        self.play(FadeIn(self.field), FadeIn(wrong))
        self.panel = VGroup(key, wrong)

    def grow_forest(self) -> None:
        """Grow a forest, tree by tree."""
        self.beat(
            "forest",
            title="A random forest votes",
            say="A random forest grows {config.n_trees} trees, each on its own "
            "random draw of the birds, and averages their answers. It misnames "
            "{forest_wrong} of the birds it learned from.",
        )
        fields, borders = self.values("forest_fields"), self.values("forest_borders")
        n = self.number("n_trees[0]", "d", pixels=theme.BODY)
        panel = VGroup(
            InLine(self.text("trees:", pixels=theme.BODY), n),
            self.text("colour: mean of their answers"),
            self.text("paler: the trees disagree"),
            self.wrong("forest_wrong"),
        ).arrange(DOWN, aligned_edge=LEFT, buff=0.35).move_to(PANEL)  # fmt: skip
        wrong = panel[-1]
        panel.remove(wrong)
        self.play(*self.leave(self.panel, self.cuts), FadeOut(self.field))
        self.field = ClassField(self.plot, fields[0], self.plane.colours())
        self.border = Border(self.plot, borders[0])
        self.play(FadeIn(self.field, self.border, panel))
        draw = [
            lambda k: self.field.paint(fields[k]),
            lambda k: self.border.trace(borders[k]),
            self.follow(n, "n_trees[{k}]"),
        ]
        self.play(
            Replay([self.field, self.border, n], draw, len(fields) - 1, run_time=4.5)
        )
        self.play(FadeIn(wrong), run_time=0.6)
        self.panel = panel.add(wrong)

    # --- deep learning ----------------------------------------------------------

    def network(self, width: float, radius: float) -> NetworkDrawing:
        """Draw the trained network; small, with thinner edges."""
        layers = len(self.values("network.layers"))
        weights = [self.values(f"network.layers[{k}].W") for k in range(layers)]
        net = NetworkDrawing(weights, width=width, height=0.78 * width, radius=radius)
        for part in (*net.edge_group, *(unit for units in net.units for unit in units)):
            part.set_stroke(width=part.get_stroke_width() * min(1, 0.04 + width / 6.5))
        return net

    def open_dl(self) -> None:
        """Open the innermost ring: a network."""
        self.beat(
            "dl",
            title="DL: neural networks of many layers",
            say="Deep learning is machine learning with networks of several layers. "
            "Here {n_parameters} weights and biases turn bill length and depth into "
            "three probabilities.",
        )
        self.rings.return_to(2)
        self.net = self.network(4.8, 0.19).move_to(2.35 * LEFT + 0.1 * DOWN)
        self.rings.enter(2, [self.net])
        inputs, *_, outputs = self.net.units
        names = VGroup()
        for unit, words in zip(inputs, ("bill length", "bill depth"), strict=True):
            names.add(self.text(words).next_to(unit, LEFT, buff=0.15))
        for k, unit in enumerate(outputs):
            names.add(self.plane.name(k).next_to(unit, RIGHT, buff=0.15))
        facts = VGroup(
            self.text("two hidden layers", pixels=theme.BODY),
            self.text("{n_parameters} weights and biases", pixels=theme.BODY),
            weight_key(1, "positive weight"),
            weight_key(-1, "negative weight"),
        ).arrange(DOWN, aligned_edge=LEFT, buff=0.3)
        self.play(FadeIn(names, facts.move_to(PANEL)))
        for layer in range(len(self.net.edges)):
            self.play(*self.net.pulses(layer, theme.role("signal")), run_time=0.7)

    def train(self) -> None:
        """Train it on the same birds."""
        self.beat(
            "train",
            title="Trained on the same birds",
            say="Training changes the weights a little at every step, so that the "
            "loss, a measure of error, falls. Of the birds it learned from "
            "{wrong[-1]} stay misnamed; the lines left {line_wrong}.",
        )
        self.clear_frame()
        self.set_up_plane()
        fields, borders = self.values("fields"), self.values("borders")
        self.field = ClassField(self.plot, fields[0], self.plane.colours())
        self.border = Border(self.plot, borders[0])
        losses, epochs = self.values("losses"), self.values("epochs")
        color = theme.role("loss")
        chart = Plot(
            (0, epochs[-1]), (0, losses.max()), x_label="step", y_label="mean loss",
            width=3.4, height=2.2,
        ).move_to(PANEL + 0.2 * UP)  # fmt: skip
        body = {"pixels": theme.BODY}
        step = self.number("epochs[0]", "d", **body)
        loss = self.number("losses[0]", ".2f", color=color, **body)
        counters = InLine(
            InLine(self.text("step", **body), step),
            InLine(self.text("loss", color=color, **body), loss), buff=0.75,
        ).next_to(chart, UP, buff=0.3, aligned_edge=LEFT)  # fmt: skip
        whole = chart.curve(epochs, losses, color=color)
        curve = whole.copy().pointwise_become_partial(whole, 0, 0)
        wrong = self.wrong("wrong[0]").next_to(chart, DOWN, buff=0.35)
        count = self.misnamed
        self.play(FadeIn(self.plot, *self.birds, self.names))
        self.play(FadeIn(self.field, self.border, chart, counters, wrong))
        self.add(curve)
        last = len(losses) - 1
        draw = [
            lambda k: self.field.paint(fields[k]),
            lambda k: self.border.trace(borders[k]),
            lambda k: curve.pointwise_become_partial(whole, 0, k / last),
            self.follow(count, "wrong[{k}]"),
            self.follow(step, "epochs[{k}]"),
            self.follow(loss, "losses[{k}]"),
        ]
        moving = [self.field, self.border, curve, count, step, loss]
        self.play(Replay(moving, draw, last, run_time=5))

    # --- the same question to all -------------------------------------------------

    def ask(self) -> None:
        """Stop before the outcome, with the four models side by side."""
        self.beat(
            "guess",
            title="Four models, the same birds",
            question="Which of the four will name most unseen birds rightly?",
        )
        self.clear_frame()
        self.maps = Group()
        for k, (name, field, border) in enumerate(MODELS):
            plot = self.plane.bare_plot(2.75, 2.1)
            plot.move_to((3.1 * k - 4.4) * RIGHT + 0.55 * UP)
            words = self.text(name, pixels=theme.BODY).next_to(plot, DOWN, buff=0.2)
            words.shift((plot.get_bottom()[1] - 0.5 - words.baseline) * UP)
            picture = self.plane.small_map(plot, field, border)
            self.maps.add(Group(picture, words))
            self.play(FadeIn(self.maps[k]), run_time=0.6)

    def score(self) -> None:
        """Shares of held-out birds that each model names rightly."""
        self.beat(
            "scores",
            title="On new birds, lines do as well",
            say="On held-out birds, from four measurements, the lines get "
            "{four['line'].mean:.1%} right, the network {four['network'].mean:.1%}: "
            "less apart than the spread. The tree falls behind.",
        )
        columns = [one.get_center()[0] for one in self.maps]
        self.play(self.maps.animate.shift(0.95 * UP))
        gap = columns[1] - columns[0]
        plot = Plot(
            (-0.5, 3.5), (87, 100), x_ticks=(), y_ticks=(90, 95, 100),
            x_label="model", y_label="right (%)", width=4 * gap, height=1.65,
        )  # fmt: skip
        plot.remove(plot.x_label)
        plot.shift(np.array([columns[0], -1.95, 0]) - plot.at(0, 87))
        about = self.text("birds held out: mean and standard deviation of "
                          "{n_parts} parts", color=theme.role("muted"))  # fmt: skip
        keys = VGroup()
        ink, paper = theme.role("ink"), theme.role("paper")
        for fill, words in (
            (paper, "from the bill"),
            (ink, "from all four measurements"),
        ):
            dot = Circle(0.1).set_stroke(ink, theme.EDGE).set_fill(fill, 1)
            keys.add(VGroup(dot, self.text(words)).arrange(buff=0.15))
        keys.arrange(buff=0.6).next_to(plot.x_axis, DOWN, buff=0.18)
        about.next_to(keys, DOWN, buff=0.18)
        self.play(FadeIn(plot, about))
        for key, number, offset in zip(
            keys, ("two", "four"), (-0.3, 0.08), strict=True
        ):
            self.play(
                FadeIn(key),
                *(
                    FadeIn(self.mark(plot, k + offset, f"{number}['{name}']"))
                    for k, (name, _, _) in enumerate(MODELS)
                ),
            )

    def mark(self, plot: Plot, x: float, path: str) -> VGroup:
        """Draw a mean with its spread, and write the mean beside it."""
        mean, spread = self.values(f"{path}.mean"), self.values(f"{path}.spread")
        ink = theme.role("ink")
        low, high = mean - spread, min(mean + spread, 1)
        bar = Line(plot.at(x, 100 * low), plot.at(x, 100 * high))
        dot = Circle(0.1).move_to(plot.at(x, 100 * mean)).set_stroke(ink, theme.EDGE)
        dot.set_fill(ink if path.startswith("four") else theme.role("paper"), 1)
        number = self.number(f"{path}.mean", ".1%", pixels=theme.LABEL)
        number.next_to(dot, RIGHT, buff=0.12)
        return VGroup(bar.set_stroke(ink, theme.EDGE), dot, number)

    def draw_map(self) -> None:
        """Show the rings once more, with what each has done."""
        self.beat(
            "map",
            title="Each ring, and what it did",
            say="Search solved chess without data; models learned species from "
            "examples. A deep network did no better here; it pays where features are "
            "hard to name.",
        )
        self.clear_frame()
        muted = {"color": theme.role("muted")}
        done: list[Sequence[VMobject]] = [
            (
                self.text("chess endgame, solved by search"),
                self.text("{endgame.n_positions:,} positions, no data", **muted),
            ),
            (
                self.text(
                    "line {four['line'].mean:.1%} ± {four['line'].spread:.1%}, "
                    "forest {four['forest'].mean:.1%}, tree {four['tree'].mean:.1%}"
                ),
                self.text("right on held-out birds, four measurements", **muted),
            ),
            (
                self.text("network {four['network'].mean:.1%} ± "
                          "{four['network'].spread:.1%}"),
                self.text("the same birds: no clear gain over the line", **muted),
            ),
        ]  # fmt: skip
        self.rings.build_up(done)
