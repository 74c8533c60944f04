"""A small stateful database of records: resources, constraints, queries, snapshots, over anyone's storage."""
