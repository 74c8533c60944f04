"""Resources of an OpenAPI description: which operations read and change records of a store."""
