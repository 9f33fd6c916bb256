"""How to walk down a loss: step length, units, mini-batches, momentum, Adam."""

from scenes.gradient_descent.scene import GradientDescent as GradientDescent
