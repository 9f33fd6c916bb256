"""The whole lecture on one map; what deep learning needs; sources and thanks."""

from scenes.summary.scene import Summary as Summary
