"""The slides: one HTML file, or the deck of manim-slides' own presenter."""
