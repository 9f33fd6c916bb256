"""Manim scenes: one package a chapter, each drawing one result of ``nnsim``."""
