"""The built-in persistence handlers."""
