"""Classical machine learning and search; the only place that uses scikit-learn."""
