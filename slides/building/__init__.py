"""One build: which outputs there are, which are current, and making the rest."""
