"""Special values of fields: the time, a UUID, a counter, the key of the user, a hashed password."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import field
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any
from uuid import UUID

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.json_values import dumps, loads
from pytest_fixturegen.store.queries import Query
from pytest_fixturegen.store.schema import Key

if TYPE_CHECKING:
    from pytest_fixturegen.store.rows import ResourceRows

MARKERS = ("$now", "$uuid", "$increment", "$userId", "$hash")
"""The default values of an API file that are computed when a record is written."""

OWNER_MARKER = "$owner"
"""Marks the field with the key of the owner, who is whoever creates the record."""

TOUCHED_NAMES = ("updatedat", "modifiedat", "lastmodified")
"""Names of fields with ``$now`` that every change of a record sets again, in lower case."""

HASH_PREFIX = "pbkdf2_sha256$"
HASH_ROUNDS = 1000
"""Few rounds: the data are for tests, and an API file may have thousands of users."""

CURRENT_USER_ID: ContextVar[Any] = ContextVar("CURRENT_USER_ID", default=None)
"""The key of the user whose request is being answered, or None."""

FIXED_TIME: ContextVar[datetime | None] = ContextVar("FIXED_TIME", default=None)
"""The time of the initial data, which is the same in every run; None outside of its creation."""


def read_current_time() -> datetime:
    """Return the time of the initial data while it is written, and of the clock afterwards."""
    return FIXED_TIME.get() or datetime.now(timezone.utc)


@contextmanager
def freeze_time(moment: datetime) -> Iterator[None]:
    """Return a scope in which ``$now`` is *moment*."""
    token = FIXED_TIME.set(moment)
    try:
        yield
    finally:
        FIXED_TIME.reset(token)


@dataclass(frozen=True, slots=True)
class SpecialValues:
    """Computes the special values of records. *markers* are by resource and by field.

    UUIDs and salts come from the *seed* and the key of the record.
    """

    markers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    seed: int = 0
    read_time: Callable[[], datetime] = field(default=read_current_time, compare=False)

    def complete_new(
        self,
        rows: ResourceRows,
        record: Mapping[str, Any],
        text: bytes,
    ) -> bytes:
        """Return *text*, a new *record* that has its key, with the special values it lacks."""
        markers = self.markers.get(rows.resource.name)
        if not markers:
            return text
        key = record[rows.resource.key]
        values = dict(record)
        with freeze_time(self.read_time()):  # all fields of a new record have the same time
            for name, marker in markers.items():
                has_owner = marker == OWNER_MARKER and CURRENT_USER_ID.get() is not None
                if has_owner or record.get(name) is None:
                    values[name] = self._compute(
                        rows,
                        name,
                        marker,
                        key,
                    )
        return dumps(values)

    def complete_update(
        self,
        rows: ResourceRows,
        old: bytes,
        text: bytes,
    ) -> bytes:
        """Return *text*, the new version of the record *old*.

        Special values that it lacks stay as they are. The time of the change is set again.
        """
        markers = self.markers.get(rows.resource.name)
        if not markers:
            return text
        old_record, record = loads(old), loads(text)
        for name, marker in markers.items():
            is_touched = name.replace("_", "").lower() in TOUCHED_NAMES
            if marker == "$now" and is_touched:
                record[name] = self._format_time()
            elif record.get(name) is None:
                record[name] = old_record.get(name)
        return dumps(record)

    def hash_secrets(
        self,
        rows: ResourceRows,
        text: bytes,
    ) -> bytes:
        """Return the valid record *text* with its passwords hashed. Hashed ones stay as they are.

        The model checks the password itself, so it is hashed only afterwards.
        """
        markers = self.markers.get(
            rows.resource.name,
            {},
        )
        names = [name for name, marker in markers.items() if marker == "$hash"]
        if not names:
            return text
        record = loads(text)
        key = rows.resource.get_key(record)
        for name in names:
            value = record.get(name)
            if isinstance(value, str) and not is_hashed(value):
                salt = self._derive(rows.resource.name, name, key).hex()
                record[name] = hash_password(value, salt)
        return dumps(record)

    def _compute(
        self,
        rows: ResourceRows,
        name: str,
        marker: str,
        key: Key,
    ) -> Any:
        """Return the value of *marker* for a new record."""
        match marker:
            case "$now":
                return self._format_time()
            case "$uuid":
                return str(UUID(bytes=self._derive(rows.resource.name, name, key), version=4))
            case "$increment":
                return _find_greatest(rows, name) + 1
            case "$userId" | "$owner":
                user_id = CURRENT_USER_ID.get()
                is_text = rows.resource.columns[name].kind == "text"
                return str(user_id) if is_text and user_id is not None else user_id
        return None

    def _format_time(self) -> str:
        """Return the time of the store in UTC, with milliseconds."""
        moment = self.read_time().astimezone(timezone.utc)
        return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def _derive(
        self,
        resource: str,
        name: str,
        key: Key,
    ) -> bytes:
        """Return 16 bytes that depend on the seed, the field and the key of the record."""
        text = f"{self.seed}\x1f{resource}\x1f{name}\x1f{key!r}"
        return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


NO_SPECIAL_VALUES = SpecialValues()


def _find_greatest(rows: ResourceRows, name: str) -> int:
    """Return the greatest value of the field *name*, or 0 without records."""
    column = rows.resource.columns[name]
    page = rows.store.adapter.get_resources(
        rows.resource.name, Query(sort=((column, True),), limit=1)
    )
    values = [loads(text).get(name) for text in page.texts]
    return max((int(value) for value in values if value is not None), default=0)


def is_hashed(text: str) -> bool:
    """Return whether *text* is the result of ``hash_password``."""
    return text.startswith(HASH_PREFIX) and text.count("$") == 2


def hash_password(password: str, salt: str) -> str:
    """Return the hash of *password* with its *salt*, as one text."""
    digest = hashlib.pbkdf2_hmac(
        "sha256",
        password.encode(),
        salt.encode(),
        HASH_ROUNDS,
    )
    return f"{HASH_PREFIX}{salt}${digest.hex()}"


def is_same_password(stored: str, given: str) -> bool:
    """Return whether *given* is the password *stored*, hashed or not, in constant time."""
    if is_hashed(stored):
        given = hash_password(given, stored.split("$")[1])
    return hmac.compare_digest(
        stored.encode("utf-8", "surrogatepass"), given.encode("utf-8", "surrogatepass")
    )
