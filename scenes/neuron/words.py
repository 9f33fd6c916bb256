"""What the chapter says: its title, and the words of each beat."""

from scenes.words import Beats

TITLE = "The neuron"

BEATS: Beats = {
    "bird": {
        "title": "One penguin, two numbers",
        "say": (
            "This penguin's bill is {adelie.x[0]:.1f} millimetres long and "
            "{adelie.x[1]:.1f} deep. Can a machine tell the species from these two "
            "numbers?"
        ),
    },
    "two_species": {
        "title": "Adélie or Gentoo?",
        "say": (
            "It is an Adélie. A Gentoo has a longer bill, {gentoo.x[0]:.1f}, and "
            "a shallower one, {gentoo.x[1]:.1f} millimetres. A neuron weighs both at "
            "once."
        ),
    },
    "inputs": {
        "title": "Two numbers go in",
        "say": (
            "The neuron never sees the bird, only numbers: bill length as its "
            "first input, x one, and bill depth as its second, x two."
        ),
    },
    "weights": {
        "title": "Each input has a weight",
        "say": (
            "Each input is multiplied by a weight: a positive one speaks for "
            "Gentoo, a negative one against. By eye, length counts "
            "{network.layers[0].W[0, 0]:+.0f} and depth "
            "{network.layers[0].W[0, 1]:+.0f}."
        ),
    },
    "sum": {
        "title": "Add up, then shift by the bias",
        "say": (
            "The products are added, and a bias shifts the sum: length "
            "{adelie.products[0]:+.1f}, depth {adelie.products[1]:+.1f}, bias "
            "{network.layers[0].b[0]:+.0f}. What is left is z = {adelie.z:.1f}, "
            "below zero."
        ),
    },
    "activation": {
        "title": "The activation makes it a probability",
        "say": (
            "An activation function, here the sigmoid, squeezes any z into a value "
            "between 0 and 1: the probability of Gentoo. For this Adélie it is "
            "{adelie.a:.4f}."
        ),
    },
    "gentoo": {
        "title": "Another bird, the same neuron",
        "say": (
            "Now the Gentoo, {gentoo.x[0]:.1f} and {gentoo.x[1]:.1f} millimetres. "
            "The same weights and bias give z = {gentoo.z:+.1f}, and a probability of "
            "{gentoo.a:.4f}: a Gentoo."
        ),
    },
    "all_birds": {
        "title": "Every bird is a point",
        "say": (
            "These are the {n_birds} Adélie and Gentoo penguins of the Palmer "
            "Station study whose bills were measured, each at its own length and "
            "depth. The two species form two clouds."
        ),
    },
    "line": {
        "title": "The weights draw a line",
        "say": (
            "Where z is zero the neuron is undecided: all such points form a "
            "straight line. One Gentoo, {edge.x[0]:.1f} by {edge.x[1]:.1f} "
            "millimetres, lies right on it."
        ),
    },
    "guess": {
        "title": "Can it find the line by itself?",
        "question": (
            "Other weights, another line: {wrong[0]:d} of {n_birds} birds "
            "are on the wrong side. Which way will it turn?"
        ),
    },
    "learn": {
        "say": (
            "Each step moves weights and bias a little so that the loss, the mean "
            "measure of error, gets smaller: from {history.train_loss[0]:.2f} to "
            "{history.train_loss[-1]:.2f} in {history.n_epochs} steps. The line turns "
            "until it lies between the clouds."
        ),
    },
    "found": {
        "title": "What it found",
        "say": (
            "Told only the species, it found weights of the signs we chose. "
            "Training lowers the loss, not this count: {wrong[-1]:d} of the "
            "{n_birds} birds it learned from is wrong."
        ),
    },
}
