"""One number says how wrong a model is; changing a parameter changes it."""
