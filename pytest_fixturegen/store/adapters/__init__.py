"""Adapters: the storage of a store."""
