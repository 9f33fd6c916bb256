"""Contrast of two colours, as the rules for accessible pages define it."""

import numpy as np


def contrast(one: np.ndarray, other: np.ndarray) -> float:
    """Return the contrast of two RGB colours, from 1 to 21 (WCAG 2.2, 1.4.3)."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(rgb: np.ndarray) -> float:
    """Return the relative luminance of an RGB colour (WCAG 2.2)."""
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])
