"""Hands records to a handler, each once."""
