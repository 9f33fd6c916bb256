"""Too stiff, about right, too flexible: the same birds, learned by three networks."""

from scenes.overfitting.scene import Overfitting as Overfitting
