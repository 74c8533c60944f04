"""Writes records and instances as files: fixtures, JSON, TypedDicts."""
