"""REST API over a store."""
