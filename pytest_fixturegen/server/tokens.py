"""Tokens that prove who a user is: JSON Web Tokens, signed with HMAC [RFC 7519]."""

from __future__ import annotations

import base64
import hashlib
import hmac
from binascii import Error as Base64Error
from collections.abc import Callable, Mapping
from typing import Any

from pytest_fixturegen._internal.json_values import dumps, loads
from pytest_fixturegen.store.errors import ForbiddenError

DIGESTS = {"HS256": hashlib.sha256, "HS384": hashlib.sha384, "HS512": hashlib.sha512}


class TokenSigner:
    """Signs claims with *secret*, and reads tokens that it has signed.

    *read_clock* returns the seconds since 1970.
    """

    def __init__(
        self,
        secret: bytes,
        algorithm: str,
        read_clock: Callable[[], float],
    ) -> None:
        """Keep the key, and how tokens are signed."""
        self._secret = secret
        self._digest = DIGESTS[algorithm]
        self._header = _encode(dumps({"alg": algorithm, "typ": "JWT"}))
        self._algorithm = algorithm
        self._read_clock = read_clock

    def sign(
        self,
        claims: Mapping[str, Any],
        lifetime: float,
    ) -> tuple[str, float]:
        """Return a token of *claims*, and when it expires: *lifetime* seconds from now."""
        now = self._read_clock()
        expiry = now + lifetime
        body = _encode(dumps({**claims, "iat": int(now), "exp": expiry}))
        text = f"{self._header}.{body}"
        return f"{text}.{_encode(self._compute_signature(text))}", expiry

    def read(self, token: str) -> dict[str, Any]:
        """Return the claims of *token*. Raise ForbiddenError if it is not valid any more."""
        text, _, signature = token.rpartition(".")
        expected = _encode(self._compute_signature(text))
        if not hmac.compare_digest(signature.encode("utf-8", "replace"), expected.encode()):
            raise _make_token_error("The token is invalid.")
        header, _, body = text.partition(".")
        claims = _decode_object(body)
        if _decode_object(header).get("alg") != self._algorithm:
            raise _make_token_error("The token is invalid.")
        expiry = claims.get("exp")
        if not isinstance(expiry, int | float) or expiry <= self._read_clock():
            raise _make_token_error("The token has expired.")
        return claims

    def _compute_signature(self, text: str) -> bytes:
        """Return the signature of *text*."""
        return hmac.new(self._secret, text.encode("utf-8", "replace"), self._digest).digest()


def _make_token_error(message: str) -> ForbiddenError:
    return ForbiddenError(message, hint="Log in again.")


def _encode(content: bytes) -> str:
    """Return *content* in the base64 alphabet of URLs, without padding."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def _decode_object(text: str) -> dict[str, Any]:
    """Return the JSON object in *text*, or an empty one if it has none."""
    padding = "=" * (-len(text) % 4)
    try:
        value = loads(base64.urlsafe_b64decode(text + padding))
    except (ValueError, Base64Error):
        return {}
    return value if isinstance(value, dict) else {}
