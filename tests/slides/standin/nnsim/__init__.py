"""Simulation of the miniature project."""
