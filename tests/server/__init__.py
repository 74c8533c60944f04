"""The room serve."""
