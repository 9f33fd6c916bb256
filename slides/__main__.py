"""``python -m slides`` is the command ``lecture``."""

from slides.commands.cli import main

main()
