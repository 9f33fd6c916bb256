"""Every neuron of a small network as a map over the plane of bills, epoch by epoch."""

from collections.abc import Sequence

import numpy as np
from manim import DL, DOWN, LEFT, RIGHT, UP, VGroup

from scenes.components.map_network import MapNetwork
from scenes.components.table import Table
from scenes.components.text import Written
from scenes.drawings.question_plane import QuestionPlane
from scenes.drawings.run_panel import Counter, RunPanel, View
from scenes.frame import rooms, theme
from scenes.lesson.lesson import Lesson

# Shares of the room: of a map its width and height, of each column its height.
MAP = 0.235, 0.2126
SPANS = 0.44, 0.73, 0.646


class NeuronMaps:
    """What is drawn of the hidden neurons and the outputs.

    Parameters
    ----------
    lesson
        The scene; its result is that of :mod:`nnsim.experiments.training`.
    birds
        Draws the birds.
    """

    def __init__(self, lesson: Lesson, birds: QuestionPlane) -> None:
        self.lesson, self.birds = lesson, birds
        values = lesson.values
        room = rooms.main()
        width, height = MAP[0] * room.width, MAP[1] * room.height
        first, last = room.left + 0.6, room.right - width / 2
        self.network = MapNetwork(
            values("question.plane"), self.weights(0), values("hidden[0]"),
            values("run.fields[0]"), birds.colours(), size=(width, height),
            xs=(first, first + 0.43 * (last - first), last),
            spans=[share * room.height for share in SPANS],
        ).set_y(room.middle[1])  # fmt: skip
        self.hidden_planes, self.output_planes = self.network.planes
        self.lines = self.network.lines(values("hidden_lines[0]"))
        self.clouds = [
            VGroup(*(birds.clouds(plot, size=0.022) for plot in planes))
            for planes in self.network.planes
        ]
        inputs = self.network.inputs
        self.input_names = VGroup(
            lesson.text("{question.short[0]}").next_to(inputs[0], UP, buff=0.12),
            lesson.text("{question.short[1]}").next_to(inputs[1], DOWN, buff=0.12),
        )
        self.letters, self.names = VGroup(), VGroup()
        for j, plot in enumerate(self.hidden_planes, start=1):
            letter = lesson.formula(f"a_{j}", pixels=30, patch=True).set_z_index(4)
            self.letters.add(letter.move_to(plot.corner(DL, 0.08), aligned_edge=DL))
        for k, plot in enumerate(self.output_planes):
            self.names.add(birds.name(k).next_to(plot, UP, buff=0.08))

    def weights(self, epoch: int) -> list[np.ndarray]:
        """Return both weight matrices after an epoch."""
        path = f"networks[{epoch}].layers"
        return [self.lesson.values(f"{path}[{k}].W") for k in range(2)]

    def counters(self) -> tuple[Counter, Counter]:
        """Write the epoch and the loss."""
        color = theme.role("loss")
        lines = (
            Counter(self.lesson, "epoch", "run.epochs[{k}]"),
            Counter(self.lesson, "loss", "run.losses[{k}]", ".3f", color=color),
        )
        both = VGroup(*lines).arrange(RIGHT, buff=0.6)
        both.move_to(rooms.panel().at(0.5, 0.84))
        return lines

    def training(self, counters: Sequence[Counter]) -> RunPanel:
        """Return the run of all epochs, with the counters beside it."""
        net, values = self.network, self.lesson.values
        hidden, outputs = values("hidden"), values("run.fields")
        epochs = values("run.epochs")
        lines = [values(f"hidden_lines[{k}]") for k in epochs]
        weights = [self.weights(k) for k in epochs]
        views = [
            View(lambda k: net.paint(hidden[k], outputs[k]), net.hidden, net.outputs),
            View.of(net.show_weights, weights, *net.edges),
            View.of(self._trace, lines, self.lines),
        ]
        return RunPanel(epochs, views, counters)

    def _trace(self, lines: Sequence[np.ndarray]) -> None:
        """Show where each hidden neuron's sum is zero."""
        for line, pieces in zip(self.lines, lines, strict=True):
            line.trace(pieces)

    def table(self) -> VGroup:
        """Write each hidden neuron's mean activation, a column for each species."""
        heads: list[Written] = [self.birds.name(k, theme.SMALLEST) for k in range(3)]
        rows = [[self.lesson.text("mean of", color=theme.role("muted")), *heads]]
        for j in range(len(self.hidden_planes)):
            means = [
                self.lesson.number(f"hidden_means[{j}, {k}]", "+.2f") for k in range(3)
            ]
            rows.append([self.lesson.formula(f"a_{j + 1}", pixels=34), *means])
        panel = rooms.panel()
        gap = min((panel.width - 3.6) / 3, 0.8)
        table = Table(rows, pitch=0.11 * panel.height, gap=gap, head=0.1)
        return table.move_to(panel.at(0.5, 0.4))

    def key(self) -> VGroup:
        """Write what the maps mean."""
        text = self.lesson.text
        lines = (
            text("each map: the plane of bills", color=theme.role("muted")),
            text("shaded: above zero", color=theme.role("signal")),
            text("line: exactly zero"),
            text("right: how probable each species is", color=theme.role("muted")),
        )
        key = Table([[line] for line in lines], pitch=0.55)
        for row in key:
            row.align_to(key, LEFT)
        return key.move_to(rooms.panel().middle)
