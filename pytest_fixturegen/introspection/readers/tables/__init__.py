"""Readers of classes that are mapped to tables: columns, keys, inheritance and constraints."""
