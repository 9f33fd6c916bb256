"""Samples of known class: those learned from are filled, those held out are hollow."""

from manim import LEFT, RIGHT, Circle, Group, VGroup, VMobject

from scenes.components.key import Key
from scenes.components.plot import Plot
from scenes.drawings.question_plane import QuestionPlane
from scenes.frame import theme

RING = 0.13  # radius of a ring around a sample, in units


class HeldOutSamples(QuestionPlane):
    """Draws samples, and rings around those that a network gets wrong.

    The lesson's result has, beside the question, ``test`` (n_test,), the rows of the
    samples held out.
    """

    def hollow(self, plane: Plot) -> VGroup:
        """Draw the samples held out."""
        return self._emptied(self.clouds(plane, "test"))

    def sample(self, *, hollow: bool) -> VGroup:
        """Draw the marks of both classes, for a key."""
        marks = VGroup(*(self.mark(k, 0.1) for k in range(2)))
        if hollow:
            self._emptied(marks)
        return marks.arrange(RIGHT, buff=0.08).shift(0.25 * LEFT)

    def _emptied(self, marks: VGroup) -> VGroup:
        for mark, color in zip(marks, self.colours(), strict=True):
            mark.set_fill(opacity=0).set_stroke(color, 2)
        return marks

    def rings(self, plane: Plot, path: str) -> VMobject:
        """Draw rings around the samples in the rows at a path, as one mobject."""
        ring = Circle(radius=RING).points
        places = self.lesson.values("question.points")[self.lesson.values(path)]
        points = ring + plane.places(places)[:, None]  # of nobody: none
        rings = VMobject().set_points(points.reshape(-1, 3))
        return rings.set_stroke(theme.role("ink"), 2.5).set_z_index(3)

    def ring_key(self, words: str) -> Key:
        """Say what a ring means."""
        ring = Circle(radius=RING).set_stroke(theme.role("ink"), 2.5)
        return Key([ring], [self.lesson.text(words)])

    def map_after(self, plot: Plot, field: str, border: str, stroke: float) -> Group:
        """Draw field and border at two paths, with the samples learned from."""
        answers, line = self.answers(plot, field, border)
        samples = self.clouds(plot, "train", 0.05)
        return Group(answers, plot, line.set_stroke(width=stroke), samples)
