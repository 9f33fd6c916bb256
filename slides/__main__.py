"""``python -m slides`` is the command ``lecture``."""

from slides.base import stopping


def main() -> None:
    """Run the command; Ctrl-C is heard before the first of its modules is loaded."""
    stopping.end_at_once()
    from slides.commands.cli import main as run

    run()


if __name__ == "__main__":
    main()
