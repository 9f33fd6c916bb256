"""One number says how wrong a model is; changing a parameter changes it."""

from scenes.loss.scene import Loss as Loss
