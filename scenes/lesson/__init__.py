"""The base of all chapters: beats, receipts, rehearsals and stills of one run."""
