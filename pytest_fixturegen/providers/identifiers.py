"""Things that name other things: UUIDs, secrets, encoded texts, import paths, patterns."""

from __future__ import annotations

import base64
import re
from functools import partial
from typing import Any

from pytest_fixturegen.nodes import Choice, Converted, Node, RandomUuid
from pytest_fixturegen.providers.field_context import FieldContext, Provider
from pytest_fixturegen.providers.text import octets, text

SECRET_MASK = "**********"
"""What Pydantic writes in the place of a secret."""


def uuid(context: FieldContext) -> Node:
    """A UUID of the version asked for; 4, the random one, when none is."""
    return RandomUuid(context.constraints.version or 4)


def secret_text(context: FieldContext) -> Node:
    """A SecretStr; JSON says stars."""
    from pydantic import SecretStr

    return Converted(text(context), SecretStr, json=_mask_secret)


def secret_bytes(context: FieldContext) -> Node:
    """A SecretBytes; JSON says stars."""
    from pydantic import SecretBytes

    return Converted(octets(context), SecretBytes, json=_mask_secret)


def _mask_secret(value: Any) -> str:
    return SECRET_MASK if value else ""


def provide_encoded_bytes(encode: Any, context: FieldContext) -> Node:
    """A text in base64 or such, as the model reads it."""
    return Converted(octets(context), encode)


def base64_text(value: bytes) -> bytes:
    """*value* in base64 [RFC 4648 4]."""
    return base64.b64encode(value)


def base64url_text(value: bytes) -> bytes:
    """*value* in base64 that is safe in URLs [RFC 4648 5]."""
    return base64.urlsafe_b64encode(value)


def import_path(context: FieldContext) -> Node:
    """The import path of something in the standard library."""
    paths = ("math.sqrt", "json.dumps", "os.path.join", "collections.Counter", "decimal.Decimal")
    return Choice(paths, paths)


def compiled(context: FieldContext) -> Node:
    """A compiled regular expression."""
    sources = (
        r"^[a-z]+$",
        r"^\d{4}-\d{2}-\d{2}$",
        r"^[A-Z]{2,3}$",
        r"\bword\b",
        r"^[^@\s]+@[^@\s]+$",
    )
    return Choice(tuple(re.compile(source) for source in sources), sources)


def compiled_bytes(context: FieldContext) -> Node:
    """The same over bytes."""
    sources = (b"^[a-z]+$", b"^[0-9]+$", b"^[A-Z]{2,3}$")
    return Choice(
        tuple(re.compile(source) for source in sources),
        tuple(source.decode() for source in sources),
    )


def function(context: FieldContext) -> Node:
    """A built-in function of one argument."""
    functions = (len, str, repr, bool, id)
    return Choice(functions, tuple(each.__name__ for each in functions))


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
