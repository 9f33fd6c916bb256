"""What one neuron does, what line it draws, and how it finds that line."""

from scenes.neuron.scene import Neuron as Neuron
