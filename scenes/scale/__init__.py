"""How large models are: a long axis from one neuron to the human neocortex."""

from scenes.scale.scene import Scale as Scale
