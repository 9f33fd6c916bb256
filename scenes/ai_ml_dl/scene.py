"""Three rings, AI around machine learning around deep learning: each opened and run."""

from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any, ClassVar

import numpy as np
from manim import (
    DOWN,
    LEFT,
    ORIGIN,
    PI,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    GrowFromEdge,
    Line,
    Rectangle,
    VGroup,
)

from nnsim.experiments import ai_ml_dl
from scenes.ai_ml_dl.key_words import KeyWords
from scenes.ai_ml_dl.opened_rings import OpenedRings
from scenes.ai_ml_dl.scored_maps import ScoredMaps
from scenes.components.appear import Appear
from scenes.components.chessboard import Chessboard, Piece
from scenes.components.class_field import ClassField
from scenes.components.field import Border
from scenes.components.growing_curve import GrowingCurve
from scenes.components.network import NetworkDrawing, weight_key
from scenes.components.plot import Plot, draw_marker
from scenes.components.text import InLine
from scenes.drawings.question_plane import QuestionPlane
from scenes.drawings.run_panel import (
    WRONG,
    Counter,
    RunPanel,
    View,
    loss_counters,
)
from scenes.frame import rooms, shapes, theme
from scenes.lesson.lesson import Lesson

PIECES = (("king", True), ("rook", True), ("king", False))


class AiMlDl(Lesson):
    """Deep learning is a part of machine learning is a part of AI."""

    experiment: ClassVar[ModuleType] = ai_ml_dl

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
        birds = VGroup(*self.plane.clouds(plot, size=0.016).set_z_index(0), border)
        return [self.small_board(), birds, self.network(1.2, 0.94, 0.04)]

    def show_rings(self) -> None:
        """Three names, each inside the one before."""
        self.beat("rings")
        self.plane = QuestionPlane(self)
        self.rings = OpenedRings(self, self.draw_icons)
        self.rings.build_up()

    # --- AI: search -----------------------------------------------------------

    def open_ai(self) -> None:
        """Open the outer ring: a chess endgame."""
        self.beat("ai")
        room = rooms.main().inside(left=0.75, bottom=0.6, top=0.15)
        width = min(room.width, room.height)
        side = ORIGIN if shapes.current().is_tall else LEFT
        self.chess = Chessboard(
            PIECES, self.values("endgame.line[0]"), width_of_board=width
        ).move_to(room.edge(side), aligned_edge=side)
        self.rings.enter(0, [self.chess])
        named = Chessboard((), (), width_of_board=width, named=True)
        named.shift(self.chess.get_center() - named.squares.get_center())
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
        rows.add(self.column(aim, rule, buff=0.15))
        rows[3].next_to(rows[:3], DOWN, buff=0.6, aligned_edge=LEFT)
        self.play(FadeIn(named.names))
        self.play(FadeIn(rows.move_to(rooms.panel().middle)))
        self.panel = rows

    def search(self) -> None:
        """From mate backwards: positions by moves to mate."""
        self.beat("search")
        moves, counts = self.values("endgame.moves"), self.values("endgame.counts")
        room = self.chart_room(1.5)
        size = rooms.plot_size(room)
        plot = Plot(
            (-0.6, moves[-1] + 0.6), (0, 1.04 * counts.max()),
            x_label="moves to mate", y_label="positions",
            width=size["width"], height=min(size["height"], 1.1 * size["width"]),
        ).move_to(room.middle)  # fmt: skip
        self.bars = VGroup(*map(self.bar(plot), moves, counts))
        total = InLine(
            self.number("endgame.n_positions", ",", pixels=theme.BODY),
            self.text("positions solved"),
        )
        note = self.text("mirror images counted once", pixels=theme.SMALLEST,
                         color=theme.role("muted"))  # fmt: skip
        self.totals = VGroup(total, note).arrange(DOWN, buff=0.2)
        self.put_beside(plot, self.totals)
        self.play(*self.leave(self.panel), run_time=0.5)
        self.play(FadeIn(plot))
        plies = len(self.values("endgame.written"))
        for n, bar in enumerate(self.bars):
            bar.set_fill(theme.role("signal"), 1)
            back = self.values(f"endgame.line[{max(plies - 2 * n, 0)}]")
            self.play(GrowFromEdge(bar, DOWN), *self.moves_to(back), run_time=0.3)
            bar.set_fill(theme.role("muted"), 1)
        self.play(FadeIn(self.totals), run_time=0.5)

    def chart_room(self, below: float) -> rooms.Room:
        """Return the room of a chart in the panel: over words, or left of them."""
        if shapes.current().is_tall:
            return rooms.panel().columns(3.8, 3.43)[0]
        return rooms.panel().inside(bottom=below)

    def put_beside(self, chart: Plot, words: VGroup) -> VGroup:
        """Put words below a chart, or beside it in a tall frame."""
        side = RIGHT if shapes.current().is_tall else DOWN
        return words.next_to(chart, side, buff=0.4)

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
        self.beat("mate")
        body = {"pixels": theme.BODY}
        left = self.number("endgame.to_mate[0]", "d", **body)
        move = self.number("endgame.written[0]", "", **body)
        counters = self.column(("moves to mate:", left), ("last move:", move))
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
            point = pointer.animate.next_to(self.bars[to_mate[ply]], UP, buff=0.08)
            self.add(counters[1])
            self.play(*self.moves_to(line[ply]), point, run_time=0.18)
        _, rook, black = self.chess.pieces
        check = Line(rook.get_center(), black.get_center(), buff=0.3)
        check.set_stroke(theme.role("signal"), theme.CURVE)
        mate = self.text("check, and no way out: mate")
        mate.next_to(counters, DOWN, buff=0.25, aligned_edge=LEFT)
        self.play(Create(check), FadeIn(mate), run_time=0.5)

    # --- machine learning -------------------------------------------------------

    def open_ml(self) -> None:
        """Open the second ring: birds to learn from."""
        self.beat("ml")
        self.rings.return_to(1)
        self.set_up_plane()
        self.rings.enter(1, [*self.birds])
        self.play(FadeIn(self.plot))
        self.play(*(Appear(name) for name in self.names))
        self.panel = KeyWords(self.plane).census().move_to(rooms.panel().middle)
        self.play(FadeIn(self.panel))

    def set_up_plane(self) -> None:
        """Set up the plane of bill length and depth, with all birds."""
        room = rooms.main()
        self.plot = self.plane.plot(**rooms.plot_size(room)).move_to(room.middle)
        self.birds = self.plane.clouds(self.plot).set_z_index(0)
        self.names = self.plane.names_in(self.plot)

    def show_field(self, field: str) -> ClassField:
        """Draw a field of the result over the plane."""
        return ClassField(self.plot, self.values(field), self.plane.colours())

    def wrong(self, path: str) -> VGroup:
        """Write how many of the birds that it learned from a model misnames."""
        words = self.text("the birds it learned from", color=theme.role("muted"))
        self.misnamed = Counter(self, WRONG, path)
        return self.column(self.misnamed, words, buff=0.18)

    def fit_lines(self) -> None:
        """Logistic regression: straight lines."""
        self.beat("line")
        self.border = Border(self.plot, self.values("line_border"))
        self.field = self.show_field("line_field")
        note = self.column(
            "logistic regression",
            self.text("colour: the species it names"),
            self.text("paler: less sure"),
            self.wrong("line_wrong"),
            buff=0.35,
        )
        self.turn_panel(note.move_to(rooms.panel().middle))
        self.play(Create(self.border), run_time=1.2)
        self.play(FadeIn(self.field))

    def ask_questions(self) -> None:
        """Grow a decision tree, question by question."""
        self.beat("tree")
        self.play(*self.leave(self.panel), FadeOut(self.field, self.border))
        n = len(self.values("questions"))
        words, key, self.cuts = KeyWords(self.plane), [], VGroup()
        for k in range(n):
            rows = words.rows(k, last=k == n - 1)
            for i, row in enumerate(rows):
                row.shift((0.45 if i else 0) * RIGHT + 0.46 * i * DOWN)
            key.append(rows)
        wrong = self.wrong("tree_wrong")
        self.panel = rooms.flow([*key, wrong], rooms.panel(), buff=0.4)
        for k, triple in enumerate(key):
            ends = self.values(f"questions[{k}].ends")
            cut = Line(self.plot.at(*ends[0]), self.plot.at(*ends[1]))
            cut.set_stroke(theme.role("ink"), theme.CURVE).set_z_index(2)
            self.play(FadeIn(triple[0]), run_time=0.5)
            self.play(Create(cut), FadeIn(triple[1:]), run_time=0.8)
            self.cuts.add(cut)
        self.field = self.show_field("tree_field")
        self.play(FadeIn(self.field), FadeIn(wrong))

    def grow_forest(self) -> None:
        """Grow a forest, tree by tree."""
        self.beat("forest")
        fields, borders = self.values("forest_fields"), self.values("forest_borders")
        trees = Counter(self, "trees:", "n_trees[{k}]")
        panel = self.column(
            trees,
            self.text("colour: mean of their answers"),
            self.text("paler: the trees disagree"),
            self.wrong("forest_wrong"),
            buff=0.35,
        )
        panel.move_to(rooms.panel().middle)
        wrong = panel[-1]
        panel.remove(wrong)
        self.play(*self.leave(self.panel, self.cuts), FadeOut(self.field))
        self.field = ClassField(self.plot, fields[0], self.plane.colours())
        self.border = Border(self.plot, borders[0])
        self.play(FadeIn(self.field, self.border, panel))
        views = [
            View.of(self.field.paint, fields, self.field),
            View.of(self.border.trace, borders, self.border),
        ]
        self.play(RunPanel(fields, views, [trees]).replay(4.5, early=True))
        self.play(FadeIn(wrong), run_time=0.6)
        self.panel = panel.add(wrong)

    # --- deep learning ----------------------------------------------------------

    def network(self, width: float, height: float, radius: float) -> NetworkDrawing:
        """Draw the trained network; small, with thinner edges."""
        layers = len(self.values("network.layers"))
        weights = [self.values(f"network.layers[{k}].W") for k in range(layers)]
        net = NetworkDrawing(weights, width=width, height=height, radius=radius)
        thin = min(1, 0.04 + max(width, height) / 6.5)
        for part in (*net.edge_group, *(unit for units in net.units for unit in units)):
            part.set_stroke(width=part.get_stroke_width() * thin)
        return net

    def open_dl(self) -> None:
        """Open the innermost ring: a network."""
        self.beat("dl")
        self.rings.return_to(2)
        room = rooms.main().inside(left=1.8, right=1.5, bottom=1.07, top=1.07)
        self.net = self.network(room.width, room.height, 0.19).move_to(room.middle)
        self.rings.enter(2, [self.net])
        inputs, *_, outputs = self.net.units
        names = VGroup()
        for k, unit in enumerate(inputs):
            names.add(self.plane.feature(k).next_to(unit, LEFT, buff=0.15))
        for k, unit in enumerate(outputs):
            names.add(self.plane.name(k).next_to(unit, RIGHT, buff=0.15))
        facts = self.column(
            "two hidden layers",
            "{n_parameters} weights and biases",
            weight_key(1, "positive weight"),
            weight_key(-1, "negative weight"),
            buff=0.3,
        )
        self.play(FadeIn(names, facts.move_to(rooms.panel().middle)))
        for layer in range(len(self.net.edges)):
            self.play(*self.net.pulses(layer, theme.role("signal")), run_time=0.7)

    def train(self) -> None:
        """Train it on the same birds."""
        self.beat("train")
        self.clear_frame()
        self.set_up_plane()
        fields, borders = self.values("fields"), self.values("borders")
        self.field = ClassField(self.plot, fields[0], self.plane.colours())
        self.border = Border(self.plot, borders[0])
        losses, epochs = self.values("losses"), self.values("epochs")
        color, room = theme.role("loss"), self.chart_room(1.5).inside(top=0.7)
        chart = Plot(
            (0, epochs[-1]), (0, losses.max()), x_label="step", y_label="mean loss",
            **rooms.plot_size(room),
        ).move_to(room.middle)  # fmt: skip
        head = loss_counters(self, "step", "epochs[{k}]", "losses[{k}]", ".2f")
        head.next_to(chart, UP, buff=0.3, aligned_edge=LEFT)
        whole = chart.curve(epochs, losses, color=color)
        curve = GrowingCurve(whole, chart, epochs).show_step(0)
        wrong = self.put_beside(chart, self.wrong("wrong[{k}]"))
        self.play(FadeIn(self.plot, *self.birds, self.names))
        self.play(FadeIn(self.field, self.border, chart, head, wrong))
        self.add(curve)
        views = [
            View.of(self.field.paint, fields, self.field),
            View.of(self.border.trace, borders, self.border),
            View(curve.show_step, curve),
        ]
        run = RunPanel(losses, views, [self.misnamed, *head])
        self.play(run.replay(5, early=True))

    # --- the same question to all -------------------------------------------------

    def ask(self) -> None:
        """Stop before the outcome, with the four models side by side."""
        self.beat("guess", clear=True)
        self.maps = ScoredMaps(self, self.plane)
        self.maps.draw()

    def score(self) -> None:
        """Shares of held-out birds that each model names rightly."""
        self.beat("scores")
        self.maps.score()

    def draw_map(self) -> None:
        """Show the rings once more, with what each has done."""
        self.beat("map")
        self.clear_frame()
        ink, muted = theme.role("ink"), theme.role("muted")
        done = (
            (
                ("chess endgame, solved by search", ink),
                (
                    "{endgame.n_positions:,} "
                    "{endgame.n_positions:plural(position)}, no data",
                    muted,
                ),
            ),
            (
                (
                    "line {four['line'].mean:.1%} ± {four['line'].sd:.1%}, "
                    "forest\u00a0{four['forest'].mean:.1%}, "
                    "tree\u00a0{four['tree'].mean:.1%}",
                    ink,
                ),
                ("right on held-out birds, four measurements", muted),
            ),
            (
                (
                    "network {four['network'].mean:.1%} ± {four['network'].sd:.1%}",
                    ink,
                ),
                ("the same birds: no clear gain over the line", muted),
            ),
        )
        self.rings.build_up(done)
