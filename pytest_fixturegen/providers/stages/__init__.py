"""The hidden stage of a record, and the fields that show it: statuses, flags, presence."""
