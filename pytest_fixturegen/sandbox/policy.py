"""The sandbox policy: what the child may do.

The parent computes it; the kernel and the audit hook both enforce it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass

DEVICE_PATHS = ("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom")
NAME_SERVER_PORT = 53


@dataclass(frozen=True, slots=True)
class SandboxPolicy:
    """The permissions of one child. Paths are absolute and without links.

    *trusted_folders* hold installed code. *record_files_folder* is for files that records name and
    that outlive the child; it may be empty. *allowed_addresses* are ``host:port``.
    *listable_folders* are folders whose entries may be listed, but not read. *use_kernel*: whether
    to use the kernel's layers. *is_strict*: whether to refuse to run if a layer is missing.
    """

    readable_paths: tuple[str, ...]
    writable_paths: tuple[str, ...]
    trusted_folders: tuple[str, ...]
    record_files_folder: str
    allowed_addresses: tuple[str, ...]
    memory_bytes: int
    parent_pid: int
    listable_folders: tuple[str, ...] = ()
    use_kernel: bool = True
    is_strict: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return the policy as the parent sends it to the child."""
        return asdict(self)

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> SandboxPolicy:
        """Return the policy that :meth:`as_json` described."""
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in body.items()
        }
        return cls(**values)

    def list_rights(self) -> Iterator[tuple[str, int]]:
        """Yield each path and the rights on it that Landlock must leave."""
        from pytest_fixturegen.sandbox.linux.landlock import (
            CREATE_EMPTY_RIGHTS,
            READ_DIR,
            READ_RIGHTS,
            TRUNCATE,
            WRITE_FILE,
            WRITE_RIGHTS,
        )

        for path in (*self.readable_paths, *DEVICE_PATHS, "/proc/self"):
            yield path, READ_RIGHTS
        for path in self.listable_folders:
            yield path, READ_DIR
        for path in self.writable_paths:
            yield path, WRITE_RIGHTS
        yield "/dev/null", WRITE_FILE | TRUNCATE
        if self.record_files_folder:
            yield self.record_files_folder, CREATE_EMPTY_RIGHTS

    def list_ports(self) -> tuple[int, ...]:
        """Return the ports that may be reached; if a grant names a host, name servers' too."""
        ports = [int(split_address(address)[1]) for address in self.allowed_addresses]
        if self.needs_name_lookup():
            ports.append(NAME_SERVER_PORT)
        return tuple(ports)

    def needs_name_lookup(self) -> bool:
        """Return whether a grant names a host, so that name servers must be asked."""
        hosts = [split_address(address)[0] for address in self.allowed_addresses]
        return not all(map(is_ip_address, hosts))


def split_address(address: str) -> tuple[str, str]:
    """Return the host and the port of ``host:port`` or ``[host]:port``."""
    host, _, port = address.rpartition(":")
    return host.strip("[]"), port


def is_ip_address(host: str) -> bool:
    """Return whether *host* is an IP address, which needs no name server."""
    from ipaddress import ip_address

    try:
        ip_address(host)
    except ValueError:
        return False
    return True
