"""A small stateful database of records: resources, constraints, queries and snapshots."""
