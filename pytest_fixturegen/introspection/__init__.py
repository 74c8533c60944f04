"""Introspection: read a type, and describe its values by a shape."""
