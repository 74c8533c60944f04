"""Seccomp: a filter of system calls.

It refuses network access, new processes, and everything that changes files without a Landlock
check. The filter is a deny-list in the kernel's classic BPF [seccomp(2), linux/filter.h]. Each
rule is a block of instructions: the filter enters the block if the call's number matches, and each
way through the block ends in an answer.
"""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Iterator
from errno import EAFNOSUPPORT, ENOSYS, EPERM

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.sandbox.linux.syscalls import NEWEST_SYSCALL, Machine

# Answers [linux/seccomp.h]
ALLOW = 0x7FFF0000  # SECCOMP_RET_ALLOW
REFUSE = 0x00050000  # SECCOMP_RET_ERRNO; the error number is in the lower bits
KILL = 0x80000000  # SECCOMP_RET_KILL_PROCESS

# Operations [linux/bpf_common.h]
LOAD = 0x20  # BPF_LD | BPF_W | BPF_ABS
IF_EQUAL = 0x15  # BPF_JMP | BPF_JEQ | BPF_K
IF_AT_LEAST = 0x35  # BPF_JMP | BPF_JGE | BPF_K
AND = 0x54  # BPF_ALU | BPF_AND | BPF_K
JUMP = 0x05  # BPF_JMP | BPF_JA
RETURN = 0x06  # BPF_RET | BPF_K

# Offsets in struct seccomp_data [linux/seccomp.h]
NUMBER_OFFSET = 0
ARCH_OFFSET = 4
ARGUMENTS_OFFSET = 16

X32_SYSCALL_BIT = 0x40000000  # __X32_SYSCALL_BIT [asm/unistd.h]
SECCOMP_SET_MODE_FILTER = 1
SECCOMP_FILTER_FLAG_SPEC_ALLOW = 4

AF_UNIX, AF_INET, AF_INET6 = 1, 2, 10  # [bits/socket.h]
SOCK_STREAM, SOCK_DGRAM = 1, 2
SOCKET_KIND_MASK = 0xF
CLONE_THREAD = 0x10000  # [linux/sched.h]

BLOCKED_FCNTLS = (8, 10, 15)
"""F_SETOWN, F_SETSIG, F_SETOWN_EX: the kernel would signal another process [fcntl(2)]."""

BLOCKED_IOCTLS = (0x8901, 0x8902, 0x5412, 0x541C, 0x40086602, 0x40046602, 0x401C5820)
"""FIOSETOWN, SIOCSPGRP, TIOCSTI, TIOCLINUX, FS_IOC_SETFLAGS, FS_IOC32_SETFLAGS and
FS_IOC_FSSETXATTR [ioctl_list(2)]."""

BLOCKED_PRCTLS = (1, 4, 22, 35, 0x59616D61)
"""PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_SET_MM, PR_SET_PTRACER [prctl(2)]."""

NETWORK_SYSCALLS = ("connect", "sendmsg", "sendmmsg")
"""Refused unless an address is granted."""

REFUSED_SYSCALLS = """
    fork vfork execve execveat ptrace process_vm_readv process_vm_writev pidfd_open pidfd_getfd
    pidfd_send_signal process_madvise process_mrelease kcmp tkill rt_sigqueueinfo
    rt_tgsigqueueinfo mknod mknodat memfd_create memfd_secret vmsplice io_setup io_submit
    unshare setns mount umount2 pivot_root chroot move_mount open_tree fsopen fsmount fsconfig
    fspick mount_setattr swapon swapoff reboot sethostname setdomainname init_module
    finit_module delete_module kexec_load kexec_file_load bpf perf_event_open userfaultfd
    io_uring_setup io_uring_enter io_uring_register add_key request_key keyctl quotactl
    quotactl_fd acct settimeofday clock_settime adjtimex clock_adjtime name_to_handle_at
    open_by_handle_at iopl ioperm modify_ldt fanotify_init personality syslog vhangup
    lookup_dcookie move_pages migrate_pages shmget shmat shmctl msgget msgsnd msgctl semget
    semop semtimedop semctl mq_open mq_unlink seccomp bind listen accept accept4 ioprio_set
    sched_setscheduler sched_setparam sched_setattr
""".split()
"""Refused with EPERM."""

IGNORED_SYSCALLS = """
    chmod fchmod fchmodat fchmodat2 chown fchown lchown fchownat utime utimes futimesat
    utimensat setxattr lsetxattr fsetxattr removexattr lremovexattr fremovexattr
""".split()
"""Calls that Landlock does not check: they do nothing and report success.

An error would break honest code, such as ``shutil.copy2`` of a temporary file.
"""

Instruction = tuple[int, int, int, int]
"""An operation, the jump if its condition holds, the jump if not, and an operand."""


@dataclass(frozen=True, slots=True)
class ArgumentCheck:
    """A condition on one 32-bit word of a call's arguments.

    The call passes if the word under *mask* is one of *values*, or if it is not and *is_allowlist*
    is false. Otherwise the call fails with *error_number*.
    """

    argument_word: int
    values: tuple[int, ...]
    is_allowlist: bool = True
    mask: int = 0xFFFFFFFF
    error_number: int = EPERM

    def build_block(self) -> list[Instruction]:
        """Return instructions that refuse the call, or go on behind the block if it passes."""
        refuse = (
            RETURN,
            0,
            0,
            REFUSE | self.error_number,
        )
        block = [(LOAD, 0, 0, ARGUMENTS_OFFSET + 4 * self.argument_word)]
        if self.mask != 0xFFFFFFFF:
            block.append((AND, 0, 0, self.mask))
        for position, value in enumerate(self.values):
            # On an allowlist a match jumps over the rest of the values and the refusal. Else it
            # jumps over the rest of the values and the JUMP below, to the refusal.
            block.append((IF_EQUAL, len(self.values) - position, 0, value))
        if not self.is_allowlist:
            block.append((JUMP, 0, 0, 1))
        return [*block, refuse]


SyscallRule = int | tuple[ArgumentCheck, ...]
"""The error number that a call fails with (0: it does nothing), or the checks that it must pass."""


def build_rules(
    pid: int,
    *,
    with_network: bool = False,
    with_name_lookup: bool = False,
) -> dict[str, SyscallRule]:
    """Return the rule of each call that the process *pid* may not make freely.

    *with_network*: whether the process may connect to addresses. *with_name_lookup*: whether it
    may also send the datagrams that ask name servers.
    """
    only_self = (ArgumentCheck(0, (pid,)),)
    rules: dict[str, SyscallRule] = {
        "socket": _build_socket_checks(with_network, with_name_lookup),
        "socketpair": (ArgumentCheck(0, (AF_UNIX,)),),
        # Words 8 and 9 are the two halves of the pointer to an address.
        "sendto": (ArgumentCheck(8, (0,)), ArgumentCheck(9, (0,))),
        "clone": (ArgumentCheck(0, (CLONE_THREAD,), mask=CLONE_THREAD),),
        # The flags of clone3 are behind a pointer. Without it the C library falls back to clone.
        "clone3": ENOSYS,
        "kill": only_self,
        "tgkill": only_self,
        "setpriority": (ArgumentCheck(2, (0, pid)),),
        "prlimit64": (ArgumentCheck(0, (0, pid)),),
        "fcntl": (ArgumentCheck(2, BLOCKED_FCNTLS, is_allowlist=False),),
        "ioctl": (ArgumentCheck(2, BLOCKED_IOCTLS, is_allowlist=False),),
        "prctl": (ArgumentCheck(0, BLOCKED_PRCTLS, is_allowlist=False),),
    }
    rules |= dict.fromkeys(REFUSED_SYSCALLS, EPERM)
    if not with_network:
        rules |= dict.fromkeys(NETWORK_SYSCALLS, EPERM)
    return rules | dict.fromkeys(IGNORED_SYSCALLS, 0)


def _build_socket_checks(
    with_network: bool, with_name_lookup: bool
) -> tuple[ArgumentCheck, ArgumentCheck]:
    """Return the checks of a socket's family and kind.

    Without network access no call can connect a socket, so sockets may be made freely. With it,
    Landlock restricts the ports of TCP alone: other kinds of sockets are refused.
    """
    families = (AF_INET, AF_INET6) if with_network else (AF_UNIX, AF_INET, AF_INET6)
    only_streams = with_network and not with_name_lookup
    kinds = (SOCK_STREAM,) if only_streams else (SOCK_STREAM, SOCK_DGRAM)
    return (
        ArgumentCheck(0, families, error_number=EAFNOSUPPORT),
        ArgumentCheck(2, kinds, mask=SOCKET_KIND_MASK),
    )


def build_filter(machine: Machine, rules: dict[str, SyscallRule]) -> list[Instruction]:
    """Return the filter that enforces *rules* on *machine*, as far as it has the calls."""
    code: list[Instruction] = [
        (LOAD, 0, 0, ARCH_OFFSET),
        (IF_EQUAL, 1, 0, machine.audit_arch),
        (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, NUMBER_OFFSET),
        (IF_AT_LEAST, 0, 1, X32_SYSCALL_BIT),
        (RETURN, 0, 0, KILL),
        (IF_AT_LEAST, 0, 1, NEWEST_SYSCALL + 1),
        (RETURN, 0, 0, REFUSE | ENOSYS),
    ]
    for name, rule in rules.items():
        if name in machine.syscall_numbers:
            block = list(_build_rule_block(rule))
            code.append((IF_EQUAL, 0, len(block), machine.syscall_numbers[name]))
            code += block
    return [*code, (RETURN, 0, 0, ALLOW)]


def _build_rule_block(rule: SyscallRule) -> Iterator[Instruction]:
    """Yield the instructions for *rule*: an error number, or checks that all allow the call."""
    if isinstance(rule, int):
        yield RETURN, 0, 0, REFUSE | rule
        return
    for check in rule:
        yield from check.build_block()
    yield RETURN, 0, 0, ALLOW


def enforce_filter(machine: Machine, code: list[Instruction]) -> str:
    """Put this process under the filter *code* for good.

    Return why the kernel did not enforce it, or an empty string.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    packed = b"".join(struct.pack("=HBBI", *instruction) for instruction in code)
    buffer = ctypes.create_string_buffer(packed)
    program = struct.pack(
        "@HP",
        len(code),
        ctypes.addressof(buffer),
    )  # struct sock_fprog
    number = machine.syscall_numbers["seccomp"]
    for flags in (SECCOMP_FILTER_FLAG_SPEC_ALLOW, 0):  # kernels before 4.17 do not know the flag
        if (
            libc.syscall(
                number,
                SECCOMP_SET_MODE_FILTER,
                flags,
                program,
            )
            == 0
        ):
            return ""
    return f"the kernel refuses filters (error {ctypes.get_errno()})"
