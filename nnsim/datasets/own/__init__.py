"""Tables that somebody brings: read as they are meant, or refused with the remedy."""
