"""A filter of system calls: no network, no processes, nothing that the rules for files do not see.

A plain deny-list in the kernel's classic BPF [seccomp(2), linux/filter.h]. Each rule is a short block that the filter
enters when the call's number matches, and never leaves.
"""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Iterable
from errno import EAFNOSUPPORT, ENOSYS, EPERM

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.sandbox.linux.syscalls import NEWEST_SYSCALL, Machine

ALLOW, REFUSE, KILL = (
    0x7FFF0000,
    0x00050000,
    0x80000000,
)  # SECCOMP_RET_ALLOW, _ERRNO, _KILL_PROCESS [linux/seccomp.h]
LOAD, SAME, LEAST, AND, GO, RETURN = 0x20, 0x15, 0x35, 0x54, 0x05, 0x06  # [linux/bpf_common.h]
NUMBER, ARCH, ARGUMENTS = 0, 4, 16  # where struct seccomp_data holds them
X32_SYSCALL_BIT = 0x40000000  # __X32_SYSCALL_BIT [asm/unistd.h]
SET_FILTER, SPEC_ALLOW = 1, 4  # SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_SPEC_ALLOW

UNIX, INET, INET6 = 1, 2, 10  # address families [bits/socket.h]
STREAM, DATAGRAM, TYPE = 1, 2, 0xF  # kinds of sockets, and the bits that hold them
CLONE_THREAD = 0x10000  # CLONE_THREAD [linux/sched.h]
BLOCKED_FCNTLS = (
    8,
    10,
    15,
)  # F_SETOWN, F_SETSIG, F_SETOWN_EX: a signal sent by the kernel [fcntl(2)]
BLOCKED_IOCTLS = (0x8901, 0x8902, 0x5412, 0x541C, 0x40086602, 0x40046602, 0x401C5820)
"""FIOSETOWN, SIOCSPGRP, TIOCSTI, TIOCLINUX, FS_IOC_SETFLAGS, FS_IOC32_SETFLAGS, FS_IOC_FSSETXATTR [ioctl_list(2)]"""
BLOCKED_PRCTLS = (1, 4, 22, 35, 0x59616D61)
"""PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_SET_MM, PR_SET_PTRACER [prctl(2)]"""

NETWORK_SYSCALLS = "connect sendmsg sendmmsg"
REFUSED_SYSCALLS = """fork vfork execve execveat ptrace process_vm_readv process_vm_writev pidfd_open pidfd_getfd
    pidfd_send_signal process_madvise process_mrelease kcmp tkill rt_sigqueueinfo rt_tgsigqueueinfo mknod mknodat memfd_create
    memfd_secret vmsplice io_setup io_submit unshare setns mount umount2 pivot_root chroot move_mount open_tree fsopen
    fsmount fsconfig fspick mount_setattr swapon swapoff reboot sethostname setdomainname init_module finit_module
    delete_module kexec_load kexec_file_load bpf perf_event_open userfaultfd io_uring_setup io_uring_enter
    io_uring_register add_key request_key keyctl quotactl quotactl_fd acct settimeofday clock_settime adjtimex
    clock_adjtime name_to_handle_at open_by_handle_at iopl ioperm modify_ldt fanotify_init personality syslog vhangup
    lookup_dcookie move_pages migrate_pages shmget shmat shmctl msgget msgsnd msgctl semget semop semtimedop semctl
    mq_open mq_unlink seccomp bind listen accept accept4 ioprio_set sched_setscheduler sched_setparam sched_setattr"""
IGNORED_SYSCALLS = """chmod fchmod fchmodat fchmodat2 chown fchown lchown fchownat utime utimes futimesat utimensat setxattr lsetxattr
    fsetxattr removexattr lremovexattr fremovexattr"""
"""What no rule for files sees: answered with success and not done, so that copying a temporary file still works."""

Instruction = tuple[int, int, int, int]  # code, steps if so, steps if not, operand


@dataclass(frozen=True, slots=True)
class ArgumentCheck:
    """Lets a call pass only if a 32-bit *word* of its arguments, under *mask*, is one of *values*; or if it is none."""

    argument_word: int
    values: tuple[int, ...]
    is_allowlist: bool = True
    mask: int = 0xFFFFFFFF
    error_number: int = EPERM

    def build_block(self) -> list[Instruction]:
        """Refuses what does not pass; goes on behind the block with what does."""
        masked = [(AND, 0, 0, self.mask)] if self.mask != 0xFFFFFFFF else []
        count = len(self.values)
        found = [(SAME, count - at, 0, value) for at, value in enumerate(self.values)]
        end = [] if self.is_allowlist else [(GO, 0, 0, 1)]
        return [
            (LOAD, 0, 0, ARGUMENTS + 4 * self.argument_word),
            *masked,
            *found,
            *end,
            (RETURN, 0, 0, REFUSE | self.error_number),
        ]


SyscallRule = int | tuple[ArgumentCheck, ...]
"""The error that a call is answered with, or what it must pass."""


def build_rules(
    pid: int, *, with_network: bool = False, with_name_lookup: bool = False
) -> dict[str, SyscallRule]:
    """What is refused to the process *pid*. *network*: streams may be opened; *names*: datagrams too, to ask for names."""
    families = (INET, INET6) if with_network else (UNIX, INET, INET6)
    kinds = (STREAM,) if with_network and not with_name_lookup else (STREAM, DATAGRAM)
    me = (ArgumentCheck(0, (pid,)),)
    checked: dict[str, SyscallRule] = {
        "socket": (
            ArgumentCheck(0, families, error_number=EAFNOSUPPORT),
            ArgumentCheck(2, kinds, mask=TYPE),
        ),
        "socketpair": (ArgumentCheck(0, (UNIX,)),),
        "sendto": (
            ArgumentCheck(8, (0,)),
            ArgumentCheck(9, (0,)),
        ),  # both halves of a pointer to an address
        "clone": (ArgumentCheck(0, (CLONE_THREAD,), mask=CLONE_THREAD),),
        "clone3": ENOSYS,  # its flags lie behind a pointer; the C library falls back to clone
        "kill": me,
        "tgkill": me,
        "setpriority": (ArgumentCheck(2, (0, pid)),),
        "prlimit64": (ArgumentCheck(0, (0, pid)),),
        "fcntl": (ArgumentCheck(2, BLOCKED_FCNTLS, is_allowlist=False),),
        "ioctl": (ArgumentCheck(2, BLOCKED_IOCTLS, is_allowlist=False),),
        "prctl": (ArgumentCheck(0, BLOCKED_PRCTLS, is_allowlist=False),),
    }
    shut = REFUSED_SYSCALLS if with_network else f"{REFUSED_SYSCALLS} {NETWORK_SYSCALLS}"
    return checked | dict.fromkeys(shut.split(), EPERM) | dict.fromkeys(IGNORED_SYSCALLS.split(), 0)


def build_filter(machine: Machine, rules: dict[str, SyscallRule]) -> list[Instruction]:
    """The filter that keeps *ruled* on *machine*, where some calls do not exist."""
    code: list[Instruction] = [
        (LOAD, 0, 0, ARCH),
        (SAME, 1, 0, machine.audit_arch),
        (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, NUMBER),
        (LEAST, 0, 1, X32_SYSCALL_BIT),
        (RETURN, 0, 0, KILL),
        (LEAST, 0, 1, NEWEST_SYSCALL + 1),
        (RETURN, 0, 0, REFUSE | ENOSYS),
    ]
    for name, rule in rules.items():
        if name in machine.syscall_numbers:
            body = list(_build_rule_body(rule))
            code += [(SAME, 0, len(body), machine.syscall_numbers[name]), *body]
    return [*code, (RETURN, 0, 0, ALLOW)]


def _build_rule_body(rule: SyscallRule) -> Iterable[Instruction]:
    if isinstance(rule, int):
        yield RETURN, 0, 0, REFUSE | rule
        return
    for check in rule:
        yield from check.build_block()
    yield RETURN, 0, 0, ALLOW


def enforce_filter(machine: Machine, code: list[Instruction]) -> str:
    """Put this process under the filter *code* for good; why not, if the kernel refuses."""
    libc = ctypes.CDLL(None, use_errno=True)
    text = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *each) for each in code))
    header = struct.pack("@HP", len(code), ctypes.addressof(text))  # struct sock_fprog
    for flags in (SPEC_ALLOW, 0):  # some kernels know no flags
        if libc.syscall(machine.syscall_numbers["seccomp"], SET_FILTER, flags, header) == 0:
            return ""
    return f"the kernel refuses filters (error {ctypes.get_errno()})"
