"""One package a chapter: ``Config``, ``Result`` and ``run(config) -> Result``."""
