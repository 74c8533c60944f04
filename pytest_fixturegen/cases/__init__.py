"""Choice of the test records of a model."""
