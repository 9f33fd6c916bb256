"""One module per chapter: ``Config``, ``Result`` and ``run(config) -> Result``."""
