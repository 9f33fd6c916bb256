"""The slides for PowerPoint and Impress."""
