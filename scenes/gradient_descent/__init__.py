"""How to walk down a loss: step length, units, mini-batches, momentum, Adam."""
