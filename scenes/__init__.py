"""Manim scenes: one chapter per file, each drawing one result of ``nnsim``."""
