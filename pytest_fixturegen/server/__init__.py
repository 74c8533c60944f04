"""The REST face of a store."""
