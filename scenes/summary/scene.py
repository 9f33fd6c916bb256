"""The whole lecture on one map; what deep learning needs; sources and thanks."""

from types import ModuleType
from typing import ClassVar

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Animation, Create, FadeIn, Mobject, VGroup

from nnsim.experiments import summary
from scenes.components.box_map import BoxMap
from scenes.components.dot_strip import DotStrip
from scenes.components.table import Table
from scenes.components.text import Label
from scenes.frame import rooms, shapes, theme
from scenes.frame.rooms import Room
from scenes.lesson.lesson import Lesson
from scenes.summary.small_pictures import SmallPictures
from scenes.summary.small_stage import Picture

NAMES = (
    ("AI, ML, DL", "Features", "Neuron", "Activation", "Layers"),
    ("Scale", "Loss", "Descent", "Backpropagation", "Training"),
    ("Overfitting", "Regularization", "Data"),
)


class Summary(Lesson):
    """The map of the lecture, what it needs, and who is to be thanked."""

    experiment: ClassVar[ModuleType] = summary

    def construct(self) -> None:
        """Tell the chapter."""
        self.lay_map()
        self.show_parts()
        self.show_learning()
        self.show_trust()
        self.ask()
        self.say_needs()
        self.ask_three()
        self.credit_data()
        self.credit_facts()
        self.thank()

    # --- the map ----------------------------------------------------------------------

    def lay_map(self) -> None:
        """Show the chapters as empty boxes."""
        self.beat("map")
        self.draw_map()
        self.small = SmallPictures(self)
        self.pictures = self.small.draw()
        for row in range(3):
            boxes = self.map.row(row)
            parts = (
                [self.map.boxes[k] for k in boxes],
                [self.map.names[k] for k in boxes],
            )
            self.play(FadeIn(*parts[0], *parts[1]), run_time=0.7)
        self.play(Create(self.map.arrows, lag_ratio=0.5), run_time=1.5)

    def draw_map(self) -> None:
        """Draw the boxes as large as the frame allows."""
        tall = shapes.current().is_tall
        per_line, n_lines = (3, 5) if tall else (5, 3)
        # The facts on trust stand below a tall map, and in the last row of a wide one.
        room = rooms.whole().inside(0.07, 1.5 if tall else 0.6, 0.07, -0.2)
        gap, fall = 0.36, 0.26  # from box to box, and from line to line
        width = (room.width + gap) / per_line
        height = (room.height + fall) / n_lines
        size = width - gap, height - fall
        self.map = BoxMap(NAMES, size=size, pitch=(width, height), per_line=per_line)
        self.map.move_to(room.middle)

    def fill(self, row: int) -> None:
        """Draw the pictures of a row, then replay them."""
        there: list[Mobject] = []
        replays: list[Animation] = []
        for k in self.map.row(row):
            picture, moves = self.pictures[k](self.map.room(k))
            there.append(picture)
            replays += moves
        self.play(FadeIn(*there), run_time=0.6)
        self.play(*replays)

    def show_parts(self) -> None:
        """Replay what a network is."""
        self.beat("parts")
        self.fill(0)

    def show_learning(self) -> None:
        """Replay how a network learns."""
        self.beat("learning")
        self.fill(1)

    def show_trust(self) -> None:
        """Replay when to trust it."""
        self.beat("trust")
        self.fill(2)
        color = theme.role("validation")
        head = self.text("loss on new birds", color=color, pixels=theme.BODY)
        values = VGroup(
            self.text("free: {memory.held_out[-1]:.2f}", pixels=theme.BODY),
            self.text("held back: {memory.decayed[-1]:.2f}", pixels=theme.BODY),
        )
        if shapes.current().is_tall:
            values.arrange(buff=0.8)
            facts = VGroup(head, values).arrange(DOWN, buff=0.2)
            facts.next_to(self.map, DOWN, buff=0.35)
        else:
            values.arrange(DOWN, aligned_edge=LEFT, buff=0.2)
            facts = self.column(head, values, buff=0.2)
            facts.next_to(self.map.boxes[-1], RIGHT, buff=0.7)
        self.play(FadeIn(facts))

    def ask(self) -> None:
        """Ask what it takes."""
        self.beat("guess")

    # --- what it needs --------------------------------------------------------------

    def say_needs(self) -> None:
        """Say the note's sentence with one true figure each."""
        self.beat("needs")
        self.clear_frame()
        needs = (
            ("data", "% wrong, against sequences",
             "{race.sizes[0]} {race.sizes[0]:plural(sequence)}: "
             "{race.network.mean[0]:.0f}% wrong",
             "{race.sizes[-1]}: {race.network.mean[-1]:.0f}% wrong"),
            ("computing", "multiply-adds of training",
             "for {n_parameters:,} parameters",
             "and {race.sizes[-1]} {race.sizes[-1]:plural(sequence)}"),
            ("care", "loss, against training steps",
             "on birds learned: {memory.train[-1]:.3f}",
             "on new birds: {memory.held_out[-1]:.2f}"),
        )  # fmt: skip
        places = rooms.whole().parts(1, 1, 1)
        for place, (head, caption, *notes) in zip(places, needs, strict=True):
            lines = [
                self.text(head, pixels=theme.BODY, weight="SEMIBOLD"),
                self.text(caption, pixels=theme.SMALLEST, color=theme.role("muted")),
                *(self.text(note) for note in notes),
            ]
            room = self.put_words(lines, place)
            self.play(FadeIn(*lines), run_time=0.5)
            self.show_need(head, room)

    def put_words(self, lines: list[Label], place: Room) -> Room:
        """Put words around a picture, or beside it; return the room it has."""
        if shapes.current().is_tall:
            picture, beside = place.columns(1.2, 1)
            words = self.column(*lines, buff=0.28)
            words.move_to(beside.edge(LEFT), aligned_edge=LEFT)
            return picture
        spare = max(0, place.height - 1.8 * place.width) / 2
        place = place.inside(0.17, spare, 0.17, spare)
        head, *others = lines
        head.move_to(place.edge(UP))
        head.shift((place.top - 0.64 - head.baseline) * UP)
        for line, up in zip(others, (1.4, 0.85, 0.35), strict=True):
            foot = place.bottom + up
            line.move_to(place.edge(DOWN))
            line.shift((foot - line.baseline) * UP)
        return place.inside(bottom=2.0, top=1.0)

    def show_need(self, head: str, room: Room) -> None:
        """Draw what goes with one of the three needs."""
        if head == "computing":
            self.play(FadeIn(self.product().move_to(room.middle)))
            return
        draw = self.small.race if head == "data" else self.small.parting
        there, moves = draw(room)
        self.play(FadeIn(there), run_time=0.4)
        for move in moves:
            move.set_run_time(2)
        self.play(*moves)

    def product(self) -> Table:
        """Multiply what one sequence takes by how many are seen."""
        body = {"pixels": theme.BODY}
        rows = (
            (self.number("both", ",d", **body), self.text("for one sequence")),
            (self.number("n_seen", ",d", **body), self.text("sequences seen")),
            (self.text("{total}", weight="SEMIBOLD", **body), self.text("together")),
        )
        table = Table(rows, pitch=0.75)
        for figure, words in table:
            figure.align_to(table[1][0], RIGHT)
            words.align_to(table[0][1], LEFT)
        return table

    def ask_three(self) -> None:
        """Give three questions to ask of any model."""
        self.beat("questions")
        self.clear_frame()
        rows = (
            ("What does a simpler model score?",
             "penguin bills: logistic regression\u00a0{held_out.mean[0]:.1%}, "
             "network\u00a0{held_out.mean[1]:.1%}"),
            ("Were the test data really new?",
             "no copies, no relatives, and no choice made on them"),
            ("How wide is the spread?",
             "here ± {held_out.sd[1]:.1%}, the s.d. of {n_bird_splits} "
             "{n_bird_splits:plural(split)}"),
        )  # fmt: skip
        pictures = (self.small.neuron, self.small.parting, self.strip)
        for k, (asked, answer) in enumerate(rows):
            beside, room = self.thirds()[k]
            lines = self.column(
                self.paragraph(
                    asked, beside.width, pixels=theme.BODY, weight="SEMIBOLD"
                ),
                self.paragraph(answer, beside.width, color=theme.role("muted")),
            )
            lines.move_to(beside.edge(LEFT), aligned_edge=LEFT)
            there, moves = pictures[k](room)
            self.play(FadeIn(lines, there), run_time=0.6)
            for move in moves:
                move.set_run_time(1.5)
            self.play(*moves)

    def thirds(self, below: float = 0) -> list[tuple[Room, Room]]:
        """Return three rooms for words, one below the other, and one beside each."""
        rows = rooms.whole().inside(bottom=0.75 + below).rows(1, 1, 1, gap=0.35)
        cut = [row.columns(row.width - 3.7, 3.2) for row in rows]
        return [(words, picture) for words, picture in cut]

    def strip(self, room: Room) -> Picture:
        """Draw the share of held-out birds right, a dot for each split."""
        scores = self.values("held_out.each")[1]
        plot = self.small.framed(room, (scores.min() - 0.02, 1.02), (0, 1))
        strip = DotStrip(plot, scores, 0.5, theme.role("validation"))
        return plot, [FadeIn(strip)]

    # --- sources and thanks -----------------------------------------------------------

    def credit_data(self) -> None:
        """Name the data, who measured them, and their licences."""
        self.beat("data_sources")
        self.clear_frame()
        draw = self.small.training, self.small.descent, self.small.logo
        cited = [k for k, one in enumerate(self.values("credits")) if one.works]
        below = self.credit_own()
        thirds = self.thirds(below)
        for k, picture, (beside, room) in zip(cited, draw, thirds, strict=True):
            block = self.credit(k, beside.width)
            block.move_to(beside.edge(LEFT), aligned_edge=LEFT)
            there = self.small.last(picture(room))
            self.play(FadeIn(block, there), run_time=0.8)

    def credit_own(self) -> float:
        """Name tables of one's own at the foot of the frame; return their height."""
        if not self.values("own_digests"):
            return 0
        style = {"pixels": theme.SMALLEST, "color": theme.role("muted")}
        room = rooms.whole()
        words = "The lecturer's own: {own_digests}"
        block = self.paragraph(words, room.width, **style)
        block.move_to(room.edge(DOWN), aligned_edge=DOWN).set_x(room.left, LEFT)
        self.play(FadeIn(block))
        return float(block.height)

    def credit(self, k: int, width: float) -> VGroup:
        """Write who made a data table, and its licence."""
        muted, small = {"color": theme.role("muted")}, {"pixels": theme.SMALLEST}
        n = len(self.values(f"credits[{k}].lines"))
        lines = VGroup(
            self.paragraph(f"{{credits[{k}].title}}", width, weight="SEMIBOLD"),
            *(
                self.paragraph(f"{{credits[{k}].lines[{i}]}}", width, **small)
                for i in range(n)
            ),
            self.paragraph(f"{{credits[{k}].licence}}", width, **small, **muted),
        )
        return lines.arrange(DOWN, aligned_edge=LEFT, buff=0.14)

    def credit_facts(self) -> None:
        """Name the sources of the published figures."""
        self.beat("fact_sources")
        self.clear_frame()
        n = len(self.values("publications"))
        cited = [
            (f"{{publications[{k}].names}}", f"{{publications[{k}].source}}")
            for k in range(n)
        ]
        cited.append(("operations of training", "{rule}"))
        n_columns = 1 if shapes.current().is_tall else 2
        n_rows = -(-len(cited) // n_columns)
        for k, column in enumerate(rooms.whole().columns(*n_columns * [1])):
            items = VGroup()
            part = cited[k * n_rows : (k + 1) * n_rows]
            for place, source in zip(
                column.rows(*n_rows * [1], gap=0), part, strict=False
            ):
                items.add(self.cite(*source, place.edge(LEFT)))
            self.play(FadeIn(items), run_time=1.0)

    def cite(self, names: str, source: str, at: np.ndarray) -> VGroup:
        """Write a source under what it is the source of."""
        item = VGroup()
        for words, up, style in (
            (names, 0.1, {"weight": "SEMIBOLD"}),
            (source, -0.26, {"color": theme.role("muted")}),
        ):
            line = self.text(words, pixels=theme.SMALLEST, **style)
            line.move_to(at, aligned_edge=LEFT)
            item.add(line.shift((at[1] + up - line.baseline) * UP))
        return item

    def thank(self) -> None:
        """Thank whose idea it was."""
        self.beat("thanks")
        self.clear_frame()
        lines = VGroup(
            self.text("Mathys Gapole", pixels=theme.TITLE, weight="SEMIBOLD"),
            self.paragraph(
                "for the idea of the neuron and backpropagation visualisation",
                pixels=theme.BODY,
            ),
            self.paragraph(
                "every result was computed, and can be computed again",
                color=theme.role("muted"),
            ),
        ).arrange(DOWN, buff=0.4)
        above, below = rooms.whole().inside(bottom=0.6).rows(1.2, 1)
        side = max(0, above.width - 5.5) / 2
        net, moves = self.small.blame(above.inside(left=side, right=side))
        self.play(FadeIn(net, lines.move_to(below.middle)))
        self.play(*moves)
