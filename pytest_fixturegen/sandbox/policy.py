"""What the child may do: worked out by the parent, kept by the kernel and by the audit hook alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass

DEVICE_PATHS = ("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom")


@dataclass(frozen=True, slots=True)
class SandboxPolicy:
    """What may be read and written, as absolute paths without links, and what else is granted.

    *lists*: folders whose names may be read, but not their files. *trusted*: folders of installed code. *kept*: a folder
    for files that outlive the child. *net*: ``host:port``. *memory*: bytes. *kernel*: whether to use what the kernel
    offers; *strict*: whether to refuse to run without.
    """

    readable_paths: tuple[str, ...]
    writable_paths: tuple[str, ...]
    trusted_folders: tuple[str, ...]
    kept_folder: str
    allowed_addresses: tuple[str, ...]
    memory_bytes: int
    parent_pid: int
    listable_folders: tuple[str, ...] = ()
    use_kernel: bool = True
    is_strict: bool = False

    def as_json(self) -> dict[str, Any]:
        """The policy as the child is told of it."""
        return asdict(self)

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> SandboxPolicy:
        """The policy that :meth:`as_json` told of."""
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in body.items()
        }
        return cls(**values)

    def list_rights(self) -> Iterator[tuple[str, int]]:
        """Each path and the rights on it that Landlock is to leave."""
        from pytest_fixturegen.sandbox.linux.landlock import (
            KEEP_RIGHTS,
            READ_DIR,
            READ_RIGHTS,
            TRUNCATE,
            WRITE_FILE,
            WRITE_RIGHTS,
        )

        yield from (
            (path, READ_RIGHTS) for path in (*self.readable_paths, *DEVICE_PATHS, "/proc/self")
        )
        yield from ((path, READ_DIR) for path in self.listable_folders)
        yield from ((path, WRITE_RIGHTS) for path in self.writable_paths)
        yield "/dev/null", WRITE_FILE | TRUNCATE
        if self.kept_folder:
            yield self.kept_folder, KEEP_RIGHTS

    def list_ports(self) -> tuple[int, ...]:
        """The ports that may be reached; that of name servers, where a grant is by name."""
        return tuple(int(each.rpartition(":")[2]) for each in self.allowed_addresses) + (
            (53,) if self.needs_name_lookup() else ()
        )

    def needs_name_lookup(self) -> bool:
        """Whether a grant names a host, so that name servers must be asked."""
        return any(
            not is_ip_address(each.rpartition(":")[0].strip("[]"))
            for each in self.allowed_addresses
        )


def is_ip_address(host: str) -> bool:
    """Whether *host* is an address already, so that nobody need be asked for it."""
    from ipaddress import ip_address

    try:
        ip_address(host)
    except ValueError:
        return False
    return True
