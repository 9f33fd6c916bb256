"""How large models are: a long axis from one neuron to the human neocortex."""
