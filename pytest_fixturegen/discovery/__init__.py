"""Which models are in a target: targets, the scan of source code, and the import."""
