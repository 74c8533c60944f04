"""Modules that jobs on models import, but jobs on documents do not.

A child that is started before its request arrives imports this module while it waits.
"""

# ruff: noqa: F401 - imported for the sake of the import

from __future__ import annotations

from pytest_fixturegen.discovery import importer
from pytest_fixturegen.generator import round_trip
from pytest_fixturegen.generator.repair import lessons
from pytest_fixturegen.introspection import adapters, pure_validators, user_functions
from pytest_fixturegen.introspection.readers import core_schema, foreign_classes
from pytest_fixturegen.introspection.readers.tables import (
    associations,
    bound_values,
    description,
    pydantic_tables,
    stand_ins,
)
