"""The walls around this process: limits, privileges, Landlock and seccomp.

They go up before any code of the project runs, and a process cannot remove them. Limits and
privileges are those of POSIX; the other layers are Linux's. A layer that the machine does not have
is reported as missing.
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

MAX_FILE_BYTES = 64 << 20
"""Bytes of one file, the target's output included."""

MAX_OPEN_FILES = 512

# [linux/prctl.h]
PR_SET_PDEATHSIG = 1
PR_CAPBSET_DROP = 24
PR_SET_NO_NEW_PRIVS = 38
PR_CAP_AMBIENT = 47
PR_CAP_AMBIENT_CLEAR_ALL = 4

# [linux/capability.h]
CAPABILITY_COUNT = 64
CAP_DAC_READ_SEARCH = 1 << 2
LINUX_CAPABILITY_VERSION_3 = 0x20080522


@dataclass(frozen=True, slots=True)
class SandboxLayers:
    """The *active* layers, and the *missing* ones, each with its reason in brackets."""

    active: tuple[str, ...]
    missing: tuple[str, ...] = ()


def enforce_policy(policy: SandboxPolicy) -> SandboxLayers:
    """Put this process under *policy* for good, and return the layers that the machine offers."""
    active = ["limits"] if _set_limits(policy) else []
    machine = detect_machine()
    if machine is None or not policy.use_kernel:
        reason = "not on this system" if machine is None else "switched off"
        failures = {"Landlock": reason, "seccomp": reason}
    else:
        active.append("privileges")
        failures = _enforce_kernel_layers(machine, policy)
    active += [name for name, reason in failures.items() if not reason]
    missing = [f"{name} ({reason})" for name, reason in failures.items() if reason]
    return SandboxLayers((*active, "audit hook"), tuple(missing))


def _set_limits(policy: SandboxPolicy) -> bool:
    """Set the resource limits; return False if the system has none."""
    if sys.platform == "win32":
        return False
    import resource

    # Python ignores SIGXFSZ. Here a target that prints without end must die.
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    limits = {
        "DATA": policy.memory_bytes,
        "FSIZE": MAX_FILE_BYTES,
        "NOFILE": MAX_OPEN_FILES,
        "CORE": 0,
        "MEMLOCK": 0,
        "MSGQUEUE": 0,
    }
    for name, limit in limits.items():
        kind = getattr(resource, f"RLIMIT_{name}", None)
        if kind is None:
            continue
        hard_limit = resource.getrlimit(kind)[1]
        is_unlimited = hard_limit == resource.RLIM_INFINITY
        new_limit = limit if is_unlimited else min(limit, hard_limit)  # it cannot be raised
        resource.setrlimit(kind, (new_limit, new_limit))
    return True


def _enforce_kernel_layers(machine: Machine, policy: SandboxPolicy) -> dict[str, str]:
    """Enforce Landlock and seccomp; return why each of them failed, or an empty string."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(
        PR_SET_PDEATHSIG,
        signal.SIGKILL,
        0,
        0,
        0,
    )
    # If the parent died before the line above, no signal will come.
    if os.getppid() != policy.parent_pid:
        os._exit(1)
    libc.prctl(
        PR_SET_NO_NEW_PRIVS,
        1,
        0,
        0,
        0,
    )
    # Root may read all files only as long as Landlock says which: projects may belong to others.
    has_landlock = landlock.read_abi_version(machine) > 0
    _drop_capabilities(machine, libc, CAP_DAC_READ_SEARCH if has_landlock else 0)
    landlock_failure = landlock.enforce_path_rules(
        machine, policy.list_rights(), policy.list_ports()
    )
    rules = seccomp.build_rules(
        os.getpid(),
        with_network=bool(policy.allowed_addresses),
        with_name_lookup=policy.needs_name_lookup(),
    )
    # The filter comes last, since it restricts prctl.
    seccomp_failure = seccomp.enforce_filter(
        machine,
        seccomp.build_filter(machine, rules),
    )
    return {"Landlock": landlock_failure, "seccomp": seccomp_failure}


def _drop_capabilities(
    machine: Machine,
    libc: ctypes.CDLL,
    root_capabilities: int,
) -> None:
    """Drop all capabilities for good; a process of root keeps *root_capabilities*."""
    for capability in range(CAPABILITY_COUNT):
        libc.prctl(
            PR_CAPBSET_DROP,
            capability,
            0,
            0,
            0,
        )
    libc.prctl(
        PR_CAP_AMBIENT,
        PR_CAP_AMBIENT_CLEAR_ALL,
        0,
        0,
        0,
    )
    capabilities = root_capabilities if os.geteuid() == 0 else 0
    header = struct.pack("=Ii", LINUX_CAPABILITY_VERSION_3, 0)
    # Effective, permitted and inheritable, for the lower and the upper 32 capabilities.
    body = struct.pack(
        "=6I",
        capabilities,
        capabilities,
        0,
        0,
        0,
        0,
    )
    libc.syscall(machine.syscall_numbers["capset"], header, body)
