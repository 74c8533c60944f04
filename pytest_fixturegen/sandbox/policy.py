"""What the child may do: worked out by the parent, kept by the kernel and by the audit hook alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from pytest_fixturegen.frozen import dataclass

DEVICES = ("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom")


@dataclass(frozen=True, slots=True)
class Policy:
    """What may be read and written, as absolute paths without links, and what else is granted.

    *lists*: folders whose names may be read, but not their files. *trusted*: folders of installed code. *kept*: a folder
    for files that outlive the child. *net*: ``host:port``. *memory*: bytes. *kernel*: whether to use what the kernel
    offers; *strict*: whether to refuse to run without.
    """

    reads: tuple[str, ...]
    writes: tuple[str, ...]
    trusted: tuple[str, ...]
    kept: str
    net: tuple[str, ...]
    memory: int
    parent: int
    lists: tuple[str, ...] = ()
    kernel: bool = True
    strict: bool = False

    def as_json(self) -> dict[str, Any]:
        """The policy as the child is told of it."""
        return asdict(self)

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> Policy:
        """The policy that :meth:`as_json` told of."""
        values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in body.items()}
        return cls(**values)

    def rights(self) -> Iterator[tuple[str, int]]:
        """Each path and the rights on it that Landlock is to leave."""
        from pytest_fixturegen.sandbox.landlock import KEEP, READ, READ_DIR, TRUNCATE, WRITE, WRITE_FILE

        yield from ((path, READ) for path in (*self.reads, *DEVICES, "/proc/self"))
        yield from ((path, READ_DIR) for path in self.lists)
        yield from ((path, WRITE) for path in self.writes)
        yield "/dev/null", WRITE_FILE | TRUNCATE
        if self.kept:
            yield self.kept, KEEP

    def ports(self) -> tuple[int, ...]:
        """The ports that may be reached; that of name servers, where a grant is by name."""
        return tuple(int(each.rpartition(":")[2]) for each in self.net) + ((53,) if self.asks_names() else ())

    def asks_names(self) -> bool:
        """Whether a grant names a host, so that name servers must be asked."""
        return any(not is_number(each.rpartition(":")[0].strip("[]")) for each in self.net)


def is_number(host: str) -> bool:
    """Whether *host* is an address already, so that nobody need be asked for it."""
    from ipaddress import ip_address

    try:
        ip_address(host)
    except ValueError:
        return False
    return True
