"""A chapter that is watched: its files, the runner, the page and its server."""

import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from slides.base.policy import with_policy
from slides.base.templates import Template
from slides.playing.orders import Watch
from slides.playing.process import Runner
from slides.settings.own.files import files_named
from slides.settings.project import ROOT
from slides.watching.answering import PageServer
from slides.watching.files import Files
from slides.watching.session import Session
from slides.watching.sources import Sources

PAGE = Template("watch/watch.html")
STYLE = Template("watch/watch.css")
SCRIPT = Template("watch/watch.js")
POLL = 0.1  # s from one look at the files to the next
PACKAGES = ("nnsim", "scenes")


class Watched:
    """A chapter that is watched, and the address of its page.

    Parameters
    ----------
    session
        What is known of it.
    files
        What it is made from.
    address
        Of the page.
    """

    def __init__(self, session: Session, files: Files, address: str) -> None:
        self._session = session
        self._files = files
        self.address = address

    def follow(self) -> None:
        """Play anew what changes, until this is interrupted or the runner is gone."""
        while not self._session.is_over:
            time.sleep(POLL)
            if changed := self._files.changed():
                self._session.take(changed)


@contextmanager
def watched(
    chapter: str,
    beat: str,
    *,
    theme: str,
    aspect: str,
    config: Path,
    overrides: tuple[str, ...],
    cache: Path,
    port: int,
) -> Iterator[Watched]:
    """Watch a chapter within a ``with`` block; nothing outlives it.

    Parameters
    ----------
    chapter, beat
        What to look at first; "" for the first beat.
    theme, aspect
        How it is drawn.
    config, overrides, cache
        Settings of the lecture, and the folder of what is kept.
    port
        Where to listen; 0 for any port that is free.

    Raises
    ------
    SyntaxError
        If the chapter's storyboard cannot be read.
    OSError
        If the port cannot be had.
    """
    folders = [ROOT / name for name in PACKAGES]
    files = Files(folders, lambda: [config, *files_named(config, overrides)])
    sources = Sources(ROOT, chapter)
    steps = sources.storyboard()
    look = [step.beat for step in steps].index(beat) if beat else 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        watch = Watch(
            chapter, theme, aspect, str(config.absolute()), overrides,
            str(cache.absolute()), folder,
        )  # fmt: skip
        page = PAGE.render(chapter=chapter, css=STYLE.text, js=SCRIPT.text)
        allowed = dict.fromkeys(("img", "media", "connect"), "'self'")
        Path(folder, "index.html").write_text(
            with_policy(page, **allowed), encoding="utf-8"
        )
        with Runner(watch) as runner:
            session = Session(chapter, sources, steps, look, runner.order)
            with PageServer(Path(folder), port, session) as server:
                hearing = threading.Thread(target=_hear, args=(runner, session))
                serving = threading.Thread(target=server.serve_forever, args=(0.1,))
                hearing.start()
                serving.start()
                try:
                    session.start()
                    yield Watched(session, files, f"{server.address}/")
                finally:
                    session.end()
                    server.shutdown()
                    runner.end()
                    hearing.join()
                    serving.join()


def _hear(runner: Runner, session: Session) -> None:
    """Pass on what the runner tells; say if it ended though nobody ended it."""
    for event in runner.events():
        session.hear(event)
    if not session.is_over:
        session.end(runner.last_words())
