"""Readers, one per kind of class; all return the same shapes."""
