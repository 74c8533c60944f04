"""Readers, one per kind of class: each returns the same shapes."""
