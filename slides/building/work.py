"""The work of a build: renders what is stale and makes outputs, all in workers."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from slides.base.errors import LectureError
from slides.building.chosen import Chosen
from slides.building.failures import described, not_made, without
from slides.building.outputs import PAGE, Output
from slides.building.speaking.speeches import Speeches
from slides.building.task import Need, Task
from slides.engine.jobs import Event, Failed, Result
from slides.engine.pool import Pool
from slides.engine.progress import Progress
from slides.engine.render import Renders
from slides.engine.targets import Target, sound, there, why_stale
from slides.settings.project import here
from slides.speech.voice import SPEECH

# Behind what is rendered: first the outputs of the whole lecture, which take longest.
OF_ALL, OF_A_CHAPTER = 2.0, 3.0


def work(
    chosen: Chosen, todo: Sequence[Output], progress: Progress
) -> tuple[int, list[LectureError]]:
    """Make outputs, as far as what they need can be rendered.

    Parameters
    ----------
    chosen
        What is made of the lecture.
    todo
        The outputs.
    progress
        Where to show how far it is.

    Returns
    -------
    int, list
        How many were made, and what failed: none keeps another from being made.
    """
    with ExitStack() as stack:
        stack.callback(chosen.clean)  # when no worker is left
        scratch = stack.enter_context(chosen.plan.recordings.scratch())
        pool = stack.enter_context(Pool(chosen.plan.jobs))
        return _Work(chosen, progress, scratch, pool).do(todo)


@dataclass
class _Work:
    """Has outputs made, each as soon as what it needs is rendered; the page last."""

    chosen: Chosen
    progress: Progress
    scratch: Path
    pool: Pool
    _there: set[str] = field(default_factory=set)  # names of targets that are rendered
    _waiting: list[Output] = field(default_factory=list)
    _failed: dict[str, LectureError] = field(default_factory=dict)  # by output
    _n_todo: int = 0
    _n_ended: int = 0

    def do(self, todo: Sequence[Output]) -> tuple[int, list[LectureError]]:
        """Have all made; see :func:`work`."""
        plan, late = self.chosen.plan, self._late(todo)
        renders = Renders(plan.recordings, self.scratch, self.progress, self._go_on)
        renders.begin(self.pool, late)
        self._speeches = self._spoken(todo, late)
        self.progress.add("outputs")
        self._waiting = [one for one in todo if one.kind != PAGE]
        self._n_todo = len(self._waiting) + self.chosen.has_page
        self._begin_what_can_be()
        self.pool.run()
        self._speeches.end()
        if self.chosen.has_page:
            self._begin_page()
            self.pool.run()
        n_made = self._n_ended - len(self._failed)
        words = f", {len(self._failed)} failed" if self._failed else ""
        self.progress.end("outputs", f"{n_made} made{words}")
        failed = [self._failed[one.name] for one in todo if one.name in self._failed]
        old = [name for one in self._waiting for name in self.chosen.manifest.left(one)]
        late_ones = without(self._waiting, old)
        told = [*renders.failures, *self._speeches.failures, *failed, *late_ones]
        return n_made, told

    def _spoken(self, todo: Sequence[Output], late: Sequence[Target]) -> Speeches:
        """Let chapters be spoken that need not be rendered first; return them all."""
        plan, lecture = self.chosen.plan, self.chosen.lecture
        names = {one.name for one in todo} | self.chosen.current
        page = self.chosen.page(names, self.chosen.targets)
        outputs = [*todo, page] if self.chosen.has_page else todo
        needed = {t.chapter for one in outputs if one.speaks for t in one.targets}
        speeches = Speeches(
            lecture,
            tuple(chapter for chapter in lecture.chapters if chapter in needed),
            plan.cache.absolute() / SPEECH,
            self.pool,
            self.progress,
            self._begin_what_can_be,
        )
        rendered_first = {one.chapter for one in late}
        for chapter in speeches.chapters:
            if chapter not in rendered_first:
                speeches.begin(chapter)
        return speeches

    def _late(self, todo: Sequence[Output]) -> list[Target]:
        """Return what must be rendered of all that outputs need; note what is there."""
        plan, say = self.chosen.plan, self.progress.say
        needed = {target.name: target for one in todo for target in one.targets}
        found = {name: sound(plan.recordings, one, say) for name, one in needed.items()}
        self._there |= {name for name, recording in found.items() if recording}
        late = [one for name, one in needed.items() if name not in self._there]
        for wanted in late if plan.explain else ():
            for reason in why_stale(plan.recordings, wanted):
                say(f"{wanted.name}: rendered because {reason}")
        return late

    def _go_on(self, rendered: Target) -> None:
        """Begin what waited for this."""
        self._there.add(rendered.name)
        self._speeches.begin(rendered.chapter)
        self._begin_what_can_be()

    def _begin_what_can_be(self) -> None:
        """Let workers make those outputs for which all is rendered."""
        ready = [one for one in self._waiting if self._can_be_made(one)]
        self._waiting = [one for one in self._waiting if one not in ready]
        for one in ready:
            self._begin(one)

    def _can_be_made(self, one: Output) -> bool:
        """Tell whether all that an output needs is rendered and spoken."""
        chapters = {target.chapter for target in one.targets}
        is_said = not one.speaks or chapters <= {*self._speeches.found}
        return is_said and self._there.issuperset(_names(one.targets))

    def _begin_page(self) -> None:
        """Let a worker make the page of what there is now, whatever was meant to be."""
        recordings, films = self.chosen.plan.recordings, self.chosen.targets
        found = [o for o in films if o.name in self._there or there(recordings, o)]
        index = self.chosen.page(self.chosen.current, found)
        if not self.chosen.manifest.is_current(index):
            self._begin(index)

    def _begin(self, one: Output) -> None:
        """Let a worker make an output."""
        if self.chosen.plan.explain:
            why = self.chosen.manifest.why(one)
            self.progress.say(f"{one.name}: made because {why}")
        task = Task(
            one.make,
            self.chosen.lecture,
            self.chosen.plan.variant,
            tuple(Need(need.chapter, need.variant, need.key) for need in one.targets),
            tuple(sorted(self.chosen.current)),
            str(self.chosen.manifest.out),
            str(self.scratch),
            str(self.chosen.plan.recordings.folder),
            here(),
            self._speeches.of(need.chapter for need in one.targets if one.speaks),
            self._speeches.credit if one.speaks else "",
        )
        order = OF_A_CHAPTER if len(one.targets) == 1 else OF_ALL
        self.pool.add(task.job, partial(self._hear, one), (order,))

    def _hear(self, one: Output, event: Event) -> None:
        """Take notice of how an output came out."""
        if isinstance(event, Result):
            try:
                self.chosen.manifest.record(one, map(Path, event.files))
                self.chosen.current.add(one.name)
            except OSError as error:
                event = described(error)
        if isinstance(event, Failed):
            old = self.chosen.manifest.left(one)
            self._failed[one.name] = not_made(one.name, event, old)
        self._n_ended += 1
        self.progress.move("outputs", self._n_todo, self._n_ended)


def _names(targets: Sequence[Target]) -> set[str]:
    return {one.name for one in targets}
