"""A folder that is served while a test runs."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from slides.serving.server import Handler, Server


@contextmanager
def served(root: Path, handler: type[Handler] = Handler) -> Iterator[Server]:
    """Serve a folder in a thread."""
    with Server(root) as server:
        server.RequestHandlerClass = handler
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
