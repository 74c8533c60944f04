"""UUIDs, secrets, encoded bytes, import paths, regular expressions and functions."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from functools import partial
from typing import Any

from pytest_fixturegen.nodes import Choice, Converted, Node, RandomUuid
from pytest_fixturegen.providers.field_context import FieldContext, Provider
from pytest_fixturegen.providers.text import octets, text

SECRET_MASK = "**********"
"""The text that Pydantic writes instead of a secret."""


def uuid(context: FieldContext) -> Node:
    """Return a node of UUIDs of the version that the type asks for, by default 4 (random)."""
    return RandomUuid(context.constraints.version or 4)


def secret_text(context: FieldContext) -> Node:
    """Return a node of SecretStr values, which JSON writes as stars."""
    from pydantic import SecretStr

    return Converted(text(context), SecretStr, json=_mask_secret)


def secret_bytes(context: FieldContext) -> Node:
    """Return a node of SecretBytes values, which JSON writes as stars."""
    from pydantic import SecretBytes

    return Converted(octets(context), SecretBytes, json=_mask_secret)


def _mask_secret(value: Any) -> str:
    """Return the mask that JSON shows for a secret; an empty secret stays empty."""
    return SECRET_MASK if value else ""


def provide_encoded_bytes(encode: Callable[[bytes], bytes], context: FieldContext) -> Node:
    """Return a node of bytes that *encode* encodes, as the model reads them."""
    return Converted(octets(context), encode)


def base64_text(value: bytes) -> bytes:
    """Return *value* in base64 [RFC 4648 4]."""
    return base64.b64encode(value)


def base64url_text(value: bytes) -> bytes:
    """Return *value* in base64 that is safe in URLs [RFC 4648 5]."""
    return base64.urlsafe_b64encode(value)


def import_path(context: FieldContext) -> Node:
    """Return a node of import paths of objects in the standard library."""
    paths = ("math.sqrt", "json.dumps", "os.path.join", "collections.Counter", "decimal.Decimal")
    return Choice(paths, paths)


def compiled(context: FieldContext) -> Node:
    """Return a node of compiled regular expressions over text."""
    sources = (
        r"^[a-z]+$",
        r"^\d{4}-\d{2}-\d{2}$",
        r"^[A-Z]{2,3}$",
        r"\bword\b",
        r"^[^@\s]+@[^@\s]+$",
    )
    return Choice(
        tuple(re.compile(source) for source in sources),
        sources,
    )


def compiled_bytes(context: FieldContext) -> Node:
    """Return a node of compiled regular expressions over bytes."""
    sources = (b"^[a-z]+$", b"^[0-9]+$", b"^[A-Z]{2,3}$")
    return Choice(
        tuple(re.compile(source) for source in sources),
        tuple(source.decode() for source in sources),
    )


def function(context: FieldContext) -> Node:
    """Return a node of built-in functions of one argument."""
    functions = (len, str, repr, bool, id)
    return Choice(functions, tuple(builtin.__name__ for builtin in functions))


PROVIDERS: dict[Any, Provider] = {
    "uuid": uuid,
    "SecretStr": secret_text,
    "SecretBytes": secret_bytes,
    "Base64Encoder": partial(provide_encoded_bytes, base64_text),
    "Base64UrlEncoder": partial(provide_encoded_bytes, base64url_text),
    "ImportString": import_path,
    re.Pattern: compiled,
    re.Pattern[str]: compiled,
    re.Pattern[bytes]: compiled_bytes,
    "callable": function,
}
"""Kinds of value and named types, with the provider of each."""
