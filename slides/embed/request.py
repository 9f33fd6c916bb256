"""What was asked for, and which files that means."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from scenes.renamed import present, told
from slides.base.beat_name import BeatName
from slides.base.errors import UsageError
from slides.building.plan import Plan
from slides.embed.choice import Choice, choose, every, fault, lying, named
from slides.embed.clip_set import ClipSet
from slides.embed.formats import files
from slides.embed.jekyll import CONFIGS, Layout, is_site, layout
from slides.embed.site import Site, Wanted
from slides.embed.site_pictures import parse, stills
from slides.embed.texts import Text, texts
from slides.engine.targets import Target, targets_of
from slides.settings.values import Lecture
from slides.settings.variants import Variant

# What browsers need not escape, and Jekyll does not leave out of a site.
_FOLDER = re.compile(r"[A-Za-z0-9][\w.-]*(/[A-Za-z0-9][\w.-]*)*", re.ASCII)
NO_CLIP = (
    'no note uses a clip yet; write {% include lecture.html clip="neuron/line" %} into '
    "one and run this again, or name clips with --clip"
)
NO_HTML = (
    "the site's Markdown leaves out HTML, and so clips: add UNSAFE to the options of "
    "commonmark in its settings"
)


@dataclass(frozen=True)
class Options:
    """What the user asked for."""

    root: Path  # the folder of the site, or of the snippets
    format: str = "jekyll"
    clips: tuple[str, ...] = ()  # "chapter/beat"
    every: bool = False
    forget: tuple[str, ...] = ()  # clips that were asked for once and are no more
    stills: tuple[str, ...] = ()  # "chapter/beat=picture"
    folder: str = "lecture"
    base_url: str = ""
    themes: tuple[str, ...] = ("dark", "light")
    configs: tuple[str, ...] = ()  # settings of the site, if not the usual ones
    dry_run: bool = False


@dataclass(frozen=True)
class Request:
    """What should lie in the folder."""

    files: tuple[Wanted, ...]
    choice: Choice
    configs: tuple[str, ...]
    faults: tuple[str, ...]  # why it cannot


def check(options: Options) -> None:
    """Refuse a root or a folder that cannot be meant.

    Raises
    ------
    UsageError
        With the remedy.
    """
    root = options.root
    if root.exists() and not root.is_dir():
        raise UsageError(f"{root}: is a file; name a folder")
    if not _FOLDER.fullmatch(options.folder):
        raise UsageError(
            f"--folder {options.folder}: use letters, digits, '-', '_', '.' and "
            "slashes, each part beginning with a letter or digit"
        )
    if options.format == "jekyll" and not options.configs and not is_site(root):
        raise UsageError(
            f"{root}: no Jekyll site ({CONFIGS[0]} is missing); name its folder, or "
            "use --format html for other sites"
        )


def requested(plan: Plan, lecture: Lecture, options: Options, site: Site) -> Request:
    """Return all that should lie in a folder.

    Raises
    ------
    UsageError
        If something is asked for that there is not.
    """
    is_jekyll = options.format == "jekyll"
    configs = options.configs or site.written.configs
    place = layout(options.root, configs) if is_jekyll else Layout()
    choice = _choice(options, lecture, site, place)
    clip_set = _clip_set(plan, options, lecture, choice.stems, place)
    # What was asked for once stays, as a note that uses a clip does.
    before = {path: present(stem) for path, stem in site.stills().items()}
    kept = {path: s for path, s in before.items() if not fault(s, lecture)}
    asked = parse(options.stills, lecture)
    pictures = {**kept, **{_in_source(p, place): s for p, s in asked.items()}}
    drawn = _still_targets(lecture, pictures, options.themes[-1])
    wanted = (
        *files(clip_set, options.format),
        *stills(pictures, drawn, plan.recordings, clip_set.place),
    )
    faults = _faults(options.root, place, wanted) if is_jekyll else ()
    return Request(wanted, choice, configs, faults)


def _faults(root: Path, place: Layout, wanted: Iterable[Wanted]) -> tuple[str, ...]:
    """Say why Jekyll would not use what is to be written."""
    own = (f"{place.data}/", f"{place.includes}/")  # these it does not publish
    paths = [one.path for one in wanted if not one.path.startswith(own)]
    top = f"{place.source}/" if place.source else ""
    hidden = [why for path in paths if (why := place.hidden(path.removeprefix(top)))]
    remedy = "take that out of its settings, or choose another --folder"
    return (*place.rivals(root), *(f"{root}: {why}; {remedy}" for why in hidden[:1]))


def _choice(options: Options, lecture: Lecture, site: Site, place: Layout) -> Choice:
    """Choose the clips."""
    written = site.written
    before = written.clips
    if before is None:  # notes of old do not tell who asked for what lies there
        before = tuple(lying(written, every(lecture)))
    asked = [*map(present, before), *named(options.clips, lecture)]
    asked += every(lecture) if options.every else []
    forgotten = named(options.forget, lecture)
    choice = choose(
        [stem for stem in asked if stem not in forgotten],
        lecture,
        written,
        partial(_texts, options, site, place),
    )
    more = _old_names(options)
    if options.format == "jekyll":
        more += [NO_HTML] if not place.raw_html else []
        more += [NO_CLIP] if not choice.stems else []
    elif not choice.stems:
        raise UsageError("which clips? Name some with --clip, or take --all")
    return replace(choice, warnings=(*choice.warnings, *more))


def _old_names(options: Options) -> list[str]:
    """Return a line for each option that holds the old name of a clip."""
    clips = {f"--clip {stem}": stem for stem in (*options.clips, *options.forget)}
    stills = {f"--still {text}": text.partition("=")[0] for text in options.stills}
    every = {**clips, **stills}
    return [f"{option}: {why}" for option in every if (why := told(every[option]))]


def _texts(options: Options, site: Site, place: Layout) -> Iterable[Text]:
    """Return the texts of a Jekyll site; other folders hold none that matter."""
    if options.format != "jekyll":
        return ()
    skipped = {place.destination, *site.files}
    return texts(options.root, place.source, skipped, place.shows)


def _clip_set(
    plan: Plan,
    options: Options,
    lecture: Lecture,
    stems: tuple[str, ...],
    place: Layout,
) -> ClipSet:
    """Return what the files of clips are made from."""
    named_chapters = {BeatName.parse(stem).chapter for stem in stems}
    chapters = [c for c in lecture.chapters if c in named_chapters]
    targets = {
        (one.chapter, theme): one
        for theme in options.themes
        for one in targets_of(lecture, chapters, replace(plan.variant, theme=theme))
    }
    return ClipSet(
        lecture,
        plan.recordings,
        targets,
        stems,
        options.themes,
        options.folder,
        place,
        options.base_url,
    )


def _in_source(path: str, place: Layout) -> str:
    """Return the path of a picture that Jekyll publishes, from the top of the site."""
    inside = not place.source or path.startswith(f"{place.source}/")
    return path if inside else place.at(path)


def _still_targets(
    lecture: Lecture, pictures: dict[str, str], theme: str
) -> dict[str, Target]:
    """Return the target of stills for each chapter that has to give any."""
    chapters = sorted({BeatName.parse(stem).chapter for stem in pictures.values()})
    found = targets_of(lecture, chapters, Variant("still", theme))
    return {one.chapter: one for one in found}
