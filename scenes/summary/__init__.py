"""The whole lecture on one map; what deep learning needs; sources and thanks."""
