"""Real data: one loader per table, beside the table and its source."""
