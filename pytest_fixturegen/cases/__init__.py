"""Which records: the classes of values of a type, covering sets of them, and invalid records."""
