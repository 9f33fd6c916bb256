"""From a neuron to a layer to a network, and how each layer re-draws the space."""
