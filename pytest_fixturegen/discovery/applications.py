"""Applications as targets: what ``app.main:app`` documents of itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.user_code import translate_user_errors
from pytest_fixturegen.discovery.importer import import_target
from pytest_fixturegen.discovery.targets import Target
from pytest_fixturegen.errors import DiscoveryError
from pytest_fixturegen.introspection.readers.documents.loading import keep_document
from pytest_fixturegen.introspection.readers.documents.openapi_schemas import is_openapi


def find_application(target: Target) -> Path | None:
    """Return the path of the OpenAPI description of the application that *target* names.

    The description exists in memory only. Return None if *target* is not an application, with a
    method ``openapi`` as FastAPI has it. The module is imported. Raise DiscoveryError if the
    application cannot describe itself.
    """
    if target.is_document or not target.qualname:
        return None
    value: Any = import_target(target)
    for part in target.qualname.split("."):
        value = getattr(value, part, None)
    describe = None if isinstance(value, type) else getattr(value, "openapi", None)
    if not callable(describe):
        return None
    content = _describe(describe, target)
    path = Path(target.root or ".").resolve() / f"{target.module}.{target.qualname}.json"
    keep_document(path, content)
    return path


def _describe(describe: Any, target: Target) -> Any:
    """Return the OpenAPI description that the function *describe* of an application returns."""
    name = f"{target.module}:{target.qualname}"

    def build_error(error: Exception) -> DiscoveryError:
        return DiscoveryError(
            f"{name} cannot describe itself: {type(error).__name__}: {error}.",
            hint=f"Check that {target.qualname}.openapi() returns its OpenAPI description.",
            module=target.module,
        )

    with translate_user_errors(build_error):
        content = json.loads(json.dumps(describe(), default=str))
    if not is_openapi(content):
        raise DiscoveryError(
            f"{name}.openapi() returns no OpenAPI description.",
            hint="Name a FastAPI application, or a file such as openapi.yaml.",
            module=target.module,
        )
    return content
