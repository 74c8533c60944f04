"""The lives of records: when they begin, how fast they go, and which of their moments follow."""
