"""What is looked for at the end of each beat: faults of the layout, digits that lie."""
