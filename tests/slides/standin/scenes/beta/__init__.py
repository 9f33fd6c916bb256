"""Chapter beta of the miniature project, drawn."""

from scenes.beta.scene import Beta as Beta
