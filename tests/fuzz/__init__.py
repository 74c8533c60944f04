"""Fuzzing of everything that reads what others wrote: ``python dev.py fuzz ROOM --minutes N``."""
