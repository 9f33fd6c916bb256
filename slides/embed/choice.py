"""Which clips to embed: those asked for, now or before, and those that notes use."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from nnsim.errors import unknown
from scenes.renamed import NOW, present
from scenes.renamed import told as told_now
from slides.base.beat_name import BeatName
from slides.base.errors import UsageError
from slides.embed.scan import Use, mentions, uses
from slides.embed.texts import Text
from slides.embed.written import Written
from slides.settings.outline import beats
from slides.settings.values import Lecture, told

MOST = 20  # warnings of a kind that are printed
UNCLEAR = (
    "which clip that is, only Jekyll knows: no clip is removed, and those that the "
    "site names anywhere are added; name others with --clip"
)
KINDS = "-dark", "-light"  # what ends the names of a clip's media


@dataclass(frozen=True)
class Choice:
    """Which clips should lie in a site, and what there is to say about it."""

    stems: tuple[str, ...]  # "chapter/beat", in the order of the lecture
    asked: tuple[str, ...]  # those of them that were asked for by name
    warnings: tuple[str, ...]


def named(stems: Iterable[str], lecture: Lecture) -> list[str]:
    """Return the clips named on the command line, by their present names.

    Raises
    ------
    UsageError
        With each name of a clip that there is not.
    """
    now = {stem: present(stem) for stem in stems}
    faults = [f"--clip {s}: {why}" for s in now if (why := fault(now[s], lecture))]
    if faults:
        raise UsageError(*faults)
    return [*now.values()]


def choose(
    asked: Iterable[str],
    lecture: Lecture,
    written: Written,
    texts: Callable[[], Iterable[Text]],
) -> Choice:
    """Choose the clips of a site.

    Parameters
    ----------
    asked
        Clips asked for by name, now or before.
    lecture
        The lecture.
    written
        What was written into the site before.
    texts
        Gives the texts of the site.
    """
    # A chapter may have gone since: its clips cannot be made any more.
    gone = [stem for stem in dict.fromkeys(asked) if fault(stem, lecture)]
    kept = [stem for stem in dict.fromkeys(asked) if stem not in gone]
    warnings = [f"{stem} was asked for once: {fault(stem, lecture)}" for stem in gone]
    found = [use for text in texts() for use in uses(text)]
    warnings += _few([u for u in found if u.fault], lambda u: f"{u.place}: {u.fault}")
    stems, wrong = _used(found, lecture)
    warnings += wrong
    mentioned: list[Use] = []
    if unclear := [use for use in found if use.clip is None]:
        known = set(every(lecture))
        so = known.union(old for old in NOW if present(old) in known)
        mentioned = [Use(s, text.name) for text in texts() for s in mentions(text, so)]
        stems += [present(use.clip or "") for use in mentioned]
        stems += lying(written, known)
        warnings += _few(unclear, lambda use: f"{use.place}: {UNCLEAR}")
    warnings += _old(found, mentioned)
    return Choice(in_order([*kept, *stems], lecture), tuple(kept), tuple(warnings))


def _used(found: Iterable[Use], lecture: Lecture) -> tuple[list[str], list[str]]:
    """Return the clips that notes use, and a line for each that there is not."""
    names = {chapter: beats_of(chapter, lecture) for chapter in lecture.chapters}
    first: dict[str, Use] = {}
    for use in found:
        if use.clip:
            first.setdefault(present(use.clip), use)
    stems = [stem for stem in first if _is_clip(stem, names)]
    why = {use: fault(s, lecture) for s, use in first.items() if s not in stems}
    return stems, _few([*why], lambda use: f"{use.place}: {why[use]}")


def _old(found: Sequence[Use], mentioned: Iterable[Use]) -> list[str]:
    """Return a line for each place at which a text holds the old name of a clip."""
    seen = {(use.place.rpartition(":")[0], use.clip) for use in found}
    more = [u for u in dict.fromkeys(mentioned) if (u.place, u.clip) not in seen]
    now = {use: told_now(use.clip or "") for use in [*found, *more]}
    return _few([u for u in now if now[u]], lambda use: f"{use.place}: {now[use]}")


def lying(written: Written, known: Collection[str]) -> list[str]:
    """Return the clips of which files lie in the site."""
    return [s for path in written.files if (s := present(stem_of(path))) in known]


def stem_of(path: str) -> str:
    """Return the clip that a file belongs to, if it lies where clips lie.

    >>> stem_of("lecture/neuron/sum-dark.webm")
    'neuron/sum'
    """
    file = PurePosixPath(path)
    name = file.stem
    for kind in KINDS:
        name = name.removesuffix(kind)
    return f"{file.parent.name}/{name}"


def every(lecture: Lecture) -> list[str]:
    """Return all clips of the lecture."""
    chapters = lecture.chapters
    return [str(BeatName(c, beat)) for c in chapters for beat in beats_of(c, lecture)]


def beats_of(chapter: str, lecture: Lecture) -> list[str]:
    """Return the beats of a chapter but those that are left out."""
    return [
        b for b in beats(chapter) if str(BeatName(chapter, b)) not in lecture.left_out
    ]


def in_order(stems: Iterable[str], lecture: Lecture) -> tuple[str, ...]:
    """Return clips once each, in the order of the lecture."""
    order = {stem: n for n, stem in enumerate(every(lecture))}
    return tuple(sorted(set(stems), key=lambda s: (order.get(s, len(order)), s)))


def fault(stem: str, lecture: Lecture) -> str:
    """Say why there is no such clip; "" if there is one."""
    chapter, beat = BeatName.parse(stem)
    if not beat:
        return f"{stem!r} is no clip; write it as CHAPTER/BEAT"
    if why := lecture.lacks(chapter):
        return why
    if stem in lecture.left_out:
        return told({stem: lecture.left_out[stem]})[0]
    names = beats(chapter)
    is_clip = _is_clip(stem, {chapter: names})
    return "" if is_clip else unknown("beat", beat, names)


def _is_clip(stem: str, names: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether there is such a clip, by the beats of each chapter."""
    chapter, beat = BeatName.parse(stem)
    if not beat or chapter not in names:
        return False
    # Where the source does not tell all names, the recording will.
    return beat in names[chapter] or not names[chapter]


def _few(found: Sequence[Use], line: Callable[[Use], str]) -> list[str]:
    """Return a line for each of the first uses, and how many more there are."""
    lines = [line(use) for use in found[:MOST]]
    more = len(found) - MOST
    return [*lines, f"and {more} more of these"] if more > 0 else lines
