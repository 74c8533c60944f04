"""From a plan to records: columns, assembly, repair."""
