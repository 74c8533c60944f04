"""Tests of tables and datasets."""
