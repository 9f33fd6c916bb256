"""Real neural networks in numpy: everything the lecture shows is computed here."""
