"""How networks learn: the loop, optimizers, batches, weight decay, noise, history."""
