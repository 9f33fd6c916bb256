"""The command ``lecture serve``."""

import webbrowser
from pathlib import Path

import click
import cloup

from slides.base.errors import LectureError, Stopped, UsageError
from slides.commands.options import OPEN, PORT, VERBOSE, examples


@cloup.command(
    epilog=examples(
        "lecture serve", "lecture serve --open", "lecture serve out --port 8000"
    )
)
@click.argument("folder", type=click.Path(path_type=Path), default=Path("build"))
@PORT
@OPEN
@VERBOSE
def serve(folder: Path, port: int | None, is_opened: bool) -> None:
    """Show a folder in the browser, on this machine alone, until Ctrl-C.

    FOLDER is that of a build (without it, "build"), of embedded clips, or of a finished
    site. Films can be wound to any place, which not every server knows to serve.
    """
    from slides.serving.addresses import first_page
    from slides.serving.server import Server

    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder; lecture build makes one")
    page = first_page(folder)
    if page is None:
        raise UsageError(f"{folder}: holds no page (.html); lecture build makes one")
    try:
        server = Server(folder.absolute(), port or 0)
    except OSError as error:
        remedy = "; without --port, a free one is taken" if port else ""
        raise LectureError(f"port {port}: {error.strerror}{remedy}") from None
    with server:
        click.echo(f"{folder} is at {server.address}{page} until Ctrl-C")
        if is_opened and not webbrowser.open(server.address + page):
            click.echo("no browser was found; open that address")
        try:
            server.serve_forever()
        except Stopped:
            click.echo("stopped")
