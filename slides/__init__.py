"""The command ``lecture``: renders every scene once, makes all outputs from that."""
