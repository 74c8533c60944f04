"""Small shared pieces: atomic files, file locks, type names, frozen dataclasses, JSON values."""
