"""The whole lecture on one map; what deep learning needs; sources and thanks."""

from types import ModuleType
from typing import ClassVar

from manim import DOWN, LEFT, RIGHT, UP, Animation, Create, FadeIn, Mobject, VGroup

from nnsim.experiments import summary
from scenes import theme
from scenes.components.box_map import BoxMap
from scenes.components.dot_strip import DotStrip
from scenes.components.table import Table
from scenes.lesson import Lesson
from scenes.small_pictures import SmallPictures
from scenes.small_stage import Picture, Room

NAMES = (
    ("AI, ML, DL", "Features", "Neuron", "Activation", "Layers"),
    ("Scale", "Loss", "Descent", "Backpropagation", "Training"),
    ("Overfitting", "Regularization", "Data"),
)


class Summary(Lesson):
    """The map of the lecture, what it needs, and who is to be thanked."""

    experiment: ClassVar[ModuleType] = summary
    title = "Summary"

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
        self.beat(
            "map",
            title="The lecture on one map",
            say="Each chapter is a box: what a network is, how it learns, when to "
            "trust it. Now each box replays its picture.",
        )
        self.map = BoxMap(NAMES, size=(2.3, 1.64), pitch=(2.66, 1.9))
        self.map.move_to(0.33 * UP)
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
        self.beat(
            "parts",
            title="What a network is",
            say="Deep learning is a part of machine learning, a part of AI. It "
            "learns features; a neuron draws a line, activations bend it, layers "
            "re-draw the space.",
        )
        self.fill(0)

    def show_learning(self) -> None:
        """Replay how a network learns."""
        self.beat(
            "learning",
            title="How it learns",
            say="From {smallest} parameters to {largest} synapses in a brain. The "
            "loss says how wrong it is; descent walks down; backpropagation tells "
            "each weight its part.",
        )
        self.fill(1)

    def show_trust(self) -> None:
        """Replay when to trust it."""
        self.beat(
            "trust",
            title="When to trust it",
            say="Too wide, a network memorises: in one split its loss on new birds "
            "climbs to {memory.held_out[-1]:.2f}; weight decay holds it at "
            "{memory.decayed[-1]:.2f}. With enough data, it overtakes expert rules.",
        )
        self.fill(2)
        color = theme.role("validation")
        facts = VGroup(
            self.text("loss on new birds", color=color, pixels=theme.BODY),
            self.text("free: {memory.held_out[-1]:.2f}", pixels=theme.BODY),
            self.text("held back: {memory.decayed[-1]:.2f}", pixels=theme.BODY),
        ).arrange(DOWN, aligned_edge=LEFT, buff=0.2)
        beside = self.map.boxes[-1].get_right() + 0.7 * RIGHT
        self.play(FadeIn(facts.move_to(beside, aligned_edge=LEFT)))

    def ask(self) -> None:
        """Ask what it takes."""
        self.beat(
            "guess",
            title="All of it on one map",
            question="So what does deep learning need, before it is worth trying?",
        )

    # --- what it needs --------------------------------------------------------------

    def say_needs(self) -> None:
        """Say the note's sentence with one true figure each."""
        self.beat(
            "needs",
            title="Data, computing, and care",
            say="It learns patterns from raw data, but it needs large data, computing "
            "and care. Errors fell from {race.network_mean[0]:.0f}% to "
            "{race.network_mean[-1]:.0f}% as sequences grew from {race.sizes[0]} to "
            "{race.sizes[-1]}.",
        )
        self.clear_frame()
        rooms = [(x * RIGHT + 0.55 * UP, 3.7, 2.7) for x in (-4.35, 0.0, 4.35)]
        columns = (
            ("data", "% wrong, against sequences",
             "{race.sizes[0]} sequences: {race.network_mean[0]:.0f}% wrong",
             "{race.sizes[-1]}: {race.network_mean[-1]:.0f}% wrong"),
            ("computing", "multiply-adds of training",
             "for {n_parameters:,} parameters", "and {race.sizes[-1]} sequences"),
            ("care", "loss, against training steps",
             "on birds learned: {memory.train[-1]:.3f}",
             "on new birds: {memory.held_out[-1]:.2f}"),
        )  # fmt: skip
        for room, (head, caption, *notes) in zip(rooms, columns, strict=True):
            lines = [
                self.text(head, pixels=theme.BODY, weight="SEMIBOLD"),
                self.text(caption, pixels=theme.SMALLEST, color=theme.role("muted")),
                *(self.text(note) for note in notes),
            ]
            for line, y in zip(lines, (1.6, -1.75, -2.3, -2.8), strict=True):
                line.move_to(room[0]).shift((room[0][1] + y - line.baseline) * UP)
            self.play(FadeIn(*lines), run_time=0.5)
            self.show_need(head, room)

    def show_need(self, head: str, room: Room) -> None:
        """Draw what goes with one of the three needs."""
        if head == "computing":
            self.play(FadeIn(self.product().move_to(room[0])))
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
        self.beat(
            "questions",
            title="Three questions for any model",
            say="Ask what a simpler model scores: on penguin bills, logistic "
            "regression gets {held_out_mean[0]:.1%}, the network "
            "{held_out_mean[1]:.1%}. Ask whether the test data were new, and how wide "
            "the spread is.",
        )
        self.clear_frame()
        rows = (
            ("What does a simpler model score?",
             "penguin bills: logistic regression {held_out_mean[0]:.1%}, "
             "network {held_out_mean[1]:.1%}"),
            ("Were the test data really new?",
             "no copies, no relatives, and no choice made on them"),
            ("How wide is the spread?",
             "here ± {held_out_spread[1]:.1%} over {n_bird_splits} splits"),
        )  # fmt: skip
        pictures = (self.small.neuron, self.small.parting, self.strip)
        for k, (asked, answer) in enumerate(rows):
            y = 1.95 - 1.85 * k
            lines = VGroup(
                self.text(asked, pixels=theme.BODY, weight="SEMIBOLD"),
                self.text(answer, color=theme.role("muted")),
            ).arrange(DOWN, aligned_edge=LEFT, buff=0.25)
            lines.move_to((-6.4, y, 0), aligned_edge=LEFT)
            there, moves = pictures[k]((4.9 * RIGHT + y * UP, 3.0, 1.5))
            self.play(FadeIn(lines, there), run_time=0.6)
            for move in moves:
                move.set_run_time(1.5)
            self.play(*moves)

    def strip(self, room: Room) -> Picture:
        """Draw the share of held-out birds right, a dot for each split."""
        scores = self.values("held_out")[1]
        plot = self.small.framed(room, (scores.min() - 0.02, 1.02), (0, 1))
        strip = DotStrip(plot, scores, 0.5, theme.role("validation"))
        return plot, [FadeIn(strip)]

    # --- sources and thanks -----------------------------------------------------------

    def credit_data(self) -> None:
        """Name the data, who measured them, and their licences."""
        self.beat(
            "data_sources",
            title="Data and their licences",
            say="The data are open: penguins by Gorman, Williams and Fraser, splice "
            "junctions by Towell and colleagues, enzyme rates by Treloar.",
        )
        self.clear_frame()
        draw = self.small.training, self.small.descent, self.small.logo
        cited = [k for k, one in enumerate(self.values("credits")) if one.works]
        for row, (k, picture) in enumerate(zip(cited, draw, strict=True)):
            y = 1.95 - 1.85 * row
            block = self.credit(k, len(self.values(f"credits[{k}].lines")))
            block.move_to((-6.4, y, 0), aligned_edge=LEFT)
            there = self.small.last(picture((4.9 * RIGHT + y * UP, 3.0, 1.5)))
            self.play(FadeIn(block, there), run_time=0.8)

    def credit(self, k: int, n: int) -> VGroup:
        """Write who made a data table, and its licence."""
        muted = theme.role("muted")
        lines = VGroup(
            self.text(f"{{credits[{k}].title}}", weight="SEMIBOLD"),
            *(
                self.text(f"{{credits[{k}].lines[{i}]}}", pixels=theme.SMALLEST)
                for i in range(n)
            ),
            self.text(f"{{credits[{k}].licence}}", pixels=theme.SMALLEST, color=muted),
        )
        return lines.arrange(DOWN, aligned_edge=LEFT, buff=0.14)

    def credit_facts(self) -> None:
        """Name the sources of the published figures."""
        self.beat(
            "fact_sources",
            title="Sources of published figures",
            say="Sizes of models and brains are published figures, each with its "
            "source. What was not published is not shown.",
        )
        self.clear_frame()
        n = len(self.values("publications"))
        cited = [
            (f"{{publications[{k}].names}}", f"{{publications[{k}].source}}")
            for k in range(n)
        ]
        cited.append(("operations of training", "{rule}"))
        half = -(-len(cited) // 2)
        for column, x in ((cited[:half], -6.4), (cited[half:], 0.5)):
            items = VGroup()
            for k, (names, source) in enumerate(column):
                for words, y, style in (
                    (names, 0.0, {"weight": "SEMIBOLD"}),
                    (source, -0.36, {"color": theme.role("muted")}),
                ):
                    line = self.text(words, pixels=theme.SMALLEST, **style)
                    line.move_to((x, 0, 0), aligned_edge=LEFT)
                    items.add(line.shift((2.65 + y - 0.95 * k - line.baseline) * UP))
            self.play(FadeIn(items), run_time=1.0)

    def thank(self) -> None:
        """Thank whose idea it was."""
        self.beat(
            "thanks",
            title="Thanks",
            say="The idea of showing a neuron and backpropagation in motion is "
            "Mathys Gapole's: thank you. Every result was computed; run it again, "
            "and change a setting.",
        )
        self.clear_frame()
        lines = VGroup(
            self.text("Mathys Gapole", pixels=theme.TITLE, weight="SEMIBOLD"),
            self.text(
                "for the idea of the neuron and backpropagation visualisation",
                pixels=theme.BODY,
            ),
            self.text(
                "every result was computed, and can be computed again",
                color=theme.role("muted"),
            ),
        ).arrange(DOWN, buff=0.4)
        net, moves = self.small.blame((1.4 * UP, 5.5, 3.0))
        self.play(FadeIn(net, lines.move_to(1.35 * DOWN)))
        self.play(*moves)
