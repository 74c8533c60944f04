"""Digests of generated data: the same seed must give the same bytes.

Run ``python -m tests.golden`` to write the digests again.
"""
