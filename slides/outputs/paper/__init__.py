"""What is printed: the slides as PDF and the hand-out."""
