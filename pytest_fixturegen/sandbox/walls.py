"""Puts walls around this process, before any code of the project runs: they hold for all it does, and never come down.

Limits and privileges are those of POSIX; the rest is Linux's. What a machine does not have is said, not passed over.
"""

from __future__ import annotations

import ctypes
import os
import signal
import struct
import sys

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.sandbox.linux import landlock, seccomp
from pytest_fixturegen.sandbox.linux.syscalls import Machine, detect_machine
from pytest_fixturegen.sandbox.policy import SandboxPolicy

FILE_SIZE = 64 << 20
"""Bytes of one file at most, what the target prints included."""

OPEN_FILES = 512
PDEATHSIG, CAPBSET_DROP, NO_NEW_PRIVS, AMBIENT, CLEAR_ALL = 1, 24, 38, 47, 4  # [linux/prctl.h]
CAPABILITY_COUNT = 64
READ_ALL_CAPABILITY = (
    1 << 2
)  # CAP_DAC_READ_SEARCH [linux/capability.h]: Landlock still says what may be read
CAPSET_VERSION = 0x20080522  # _LINUX_CAPABILITY_VERSION_3


@dataclass(frozen=True, slots=True)
class SandboxLayers:
    """What holds the target: the *active* layers, and for each of the *missing* ones why."""

    active: tuple[str, ...]
    missing: tuple[str, ...] = ()


def enforce_policy(policy: SandboxPolicy) -> SandboxLayers:
    """Put this process under *policy*, and tell what of it the machine can do."""
    active = ["limits"] if _set_limits(policy) else []
    here = detect_machine()
    if here is None or not policy.use_kernel:
        reason = "switched off" if here else "not on this system"
        return SandboxLayers(
            (*active, "audit hook"), (f"Landlock ({reason})", f"seccomp ({reason})")
        )
    files, calls = _enforce_kernel_layers(here, policy)
    active += ["privileges", *([] if files else ["Landlock"]), *([] if calls else ["seccomp"])]
    missing = [
        f"{name} ({reason})" for name, reason in (("Landlock", files), ("seccomp", calls)) if reason
    ]
    return SandboxLayers((*active, "audit hook"), tuple(missing))


def _set_limits(policy: SandboxPolicy) -> bool:
    if sys.platform == "win32":
        return False
    import resource

    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)  # Python ignores it; a flood of output shall end
    limits = {
        "DATA": policy.memory_bytes,
        "FSIZE": FILE_SIZE,
        "NOFILE": OPEN_FILES,
        "CORE": 0,
        "MEMLOCK": 0,
        "MSGQUEUE": 0,
    }
    for name, limit in limits.items():
        kind = getattr(resource, f"RLIMIT_{name}", None)
        if kind is not None:
            hard = resource.getrlimit(kind)[1]
            bound = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
            resource.setrlimit(kind, (bound, bound))
    return True


def _enforce_kernel_layers(machine: Machine, policy: SandboxPolicy) -> tuple[str, str]:
    """Put up what Linux has; for each of Landlock and seccomp why it could not be, empty if it is."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(PDEATHSIG, 9, 0, 0, 0)
    if os.getppid() != policy.parent_pid:  # it died before the line above
        os._exit(1)
    libc.prctl(NO_NEW_PRIVS, 1, 0, 0, 0)
    _drop_capabilities(
        machine, libc, READ_ALL_CAPABILITY if landlock.read_abi_version(machine) else 0
    )
    files = landlock.enforce_path_rules(machine, policy.list_rights(), policy.list_ports())
    rules = seccomp.build_rules(
        os.getpid(),
        with_network=bool(policy.allowed_addresses),
        with_name_lookup=policy.needs_name_lookup(),
    )
    return files, seccomp.enforce_filter(machine, seccomp.build_filter(machine, rules))


def _drop_capabilities(machine: Machine, libc: ctypes.CDLL, kept_capabilities: int) -> None:
    for capability in range(CAPABILITY_COUNT):
        libc.prctl(CAPBSET_DROP, capability, 0, 0, 0)
    libc.prctl(AMBIENT, CLEAR_ALL, 0, 0, 0)
    mine = kept_capabilities if os.geteuid() == 0 else 0
    libc.syscall(
        machine.syscall_numbers["capset"],
        struct.pack("=Ii", CAPSET_VERSION, 0),
        struct.pack("=6I", mine, mine, 0, 0, 0, 0),
    )
