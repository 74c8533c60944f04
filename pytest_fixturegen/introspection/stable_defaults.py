"""Which constant defaults are the same in every process.

A validator may turn a default into the next number of a counter, the time or a new id, and
``at: datetime = datetime.now()`` is the time at which its module was imported. Such a default would
give the same seed other bytes, so its field is always drawn.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import partial
from typing import Any

from pytest_fixturegen._internal.seeded_globals import PLANNING_WORD, call_seeded
from pytest_fixturegen._internal.user_code import attempt
from pytest_fixturegen.introspection.user_functions import find_user_code

MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\.\d*[1-8]")
"""A time with a fraction of a second, which a clock has, but hardly anyone writes down."""

TRIALS = 3
"""How often a default is validated. A clock may stand still for one of them."""

ADDRESS = re.compile("0x[0-9a-fA-F]+")
"""A memory address, which differs in the ``repr`` of two equal objects."""


def is_stable_default(schema: Any, config: Any) -> bool:
    """Return whether the model makes the same of the default of *schema* each time.

    *schema* is a core schema of type ``default``, *config* that of its model.
    """
    default = schema["default"]
    if isinstance(default, str | datetime) and MOMENT.match(str(default)):
        return False
    is_validated = schema.get("validate_default", config.get("validate_default"))
    if not is_validated or "validation" not in find_user_code(schema["schema"]):
        return True
    # An error, such as for a validator that reads other fields, is the same each time.
    results = [str(attempt(partial(_validate_default, schema))) for _ in range(TRIALS)]
    return len({ADDRESS.sub("", result) for result in results}) == 1


def _validate_default(schema: Any) -> Any:
    """Return the default of *schema* after validation."""
    from pydantic_core import SchemaValidator

    validate = SchemaValidator(schema["schema"]).validate_python
    return call_seeded(PLANNING_WORD, validate, schema["default"])
