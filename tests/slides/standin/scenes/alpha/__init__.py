"""Chapter alpha of the miniature project, drawn."""

from scenes.alpha.scene import Alpha as Alpha
