"""What is written beside sequences that a lecturer brings."""

from manim import DOWN, UP, VGroup

from scenes.components.paragraph import Paragraph
from scenes.components.sequence import DnaRow
from scenes.frame import rooms, theme
from scenes.lesson.lesson import Lesson


def about_sequences(lesson: Lesson) -> Paragraph:
    """Tell at the foot where sequences come from, and which are left out."""
    said = ["{labelled.credit}"]
    if lesson.values("labelled.n_open"):
        said.append("{labelled.n_open} left out: a base or the class is not known")
    if lesson.values("labelled.n_repeated"):
        said.append("{labelled.n_repeated} left out: repeats")
    if lesson.values("labelled.n_other"):
        said.append("{labelled.n_other} left out: of other classes")
    note = lesson.paragraph("; ".join(said), color=theme.role("muted"))
    note.next_to(rooms.whole().edge(DOWN), UP, buff=0.18)
    return note


def which_are_drawn(lesson: Lesson) -> list[str]:
    """Say which bases the weights are drawn of and, of many classes, which classes."""
    notes = ["bases {drawn_first} to {drawn_to} of {n_bases}"]
    if lesson.values("n_classes") > len(lesson.values("logos")):
        notes.append("of {n_classes} classes, the two that letters tell best")
    return notes


def about_motif(lesson: Lesson, k: int) -> VGroup:
    """Write what is spelled for a class, where, and how many letters are so."""
    muted, motif = theme.role("muted"), f"motifs[{k}]"
    word = f"{{classes[{k}]}}: {{{motif}.word}}"
    lines = (
        f"bases {{{motif}.first}} to {{{motif}.last}}",
        f"its letters, held out: {{{motif}.of_class:.0%}}",
        f"in the others: {{{motif}.of_others:.0%}}",
    )
    return lesson.column(
        lesson.text(word, pixels=theme.BODY, weight="SEMIBOLD"),
        *(lesson.text(line, color=muted) for line in lines),
        buff=0.2,
    )


def framed_motif(lesson: Lesson, row: DnaRow, start: int) -> VGroup:
    """Frame what a class is told by in a window, if that was found and is in it.

    Parameters
    ----------
    lesson
        The scene.
    row
        The window.
    start
        Its first base in the sequence.
    """
    first = int(lesson.values("best_motif.start")) - start
    n = len(lesson.values("best_motif.word"))
    is_inside = first >= 0 and first + n <= len(row.bases)
    if is_inside and lesson.values("best_motif.is_borne_out"):
        return VGroup(row.window(first, n))
    return VGroup()
