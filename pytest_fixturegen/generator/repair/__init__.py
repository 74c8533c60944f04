"""Repair of records that their model refuses."""
