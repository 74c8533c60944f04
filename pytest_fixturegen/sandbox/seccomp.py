"""A filter of system calls: no network, no processes, nothing that the rules for files do not see.

A plain deny-list in the kernel's classic BPF [seccomp(2), linux/filter.h]. Each rule is a short block that the filter
enters when the call's number matches, and never leaves.
"""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Iterable
from errno import EAFNOSUPPORT, ENOSYS, EPERM

from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.sandbox.calls import NEWEST, Machine

ALLOW, REFUSE, KILL = 0x7FFF0000, 0x00050000, 0x80000000  # SECCOMP_RET_ALLOW, _ERRNO, _KILL_PROCESS [linux/seccomp.h]
LOAD, SAME, LEAST, AND, GO, RETURN = 0x20, 0x15, 0x35, 0x54, 0x05, 0x06  # [linux/bpf_common.h]
NUMBER, ARCH, ARGUMENTS = 0, 4, 16  # where struct seccomp_data holds them
OTHER_ABI = 0x40000000  # __X32_SYSCALL_BIT [asm/unistd.h]
SET_FILTER, SPEC_ALLOW = 1, 4  # SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_SPEC_ALLOW

UNIX, INET, INET6 = 1, 2, 10  # address families [bits/socket.h]
STREAM, DATAGRAM, TYPE = 1, 2, 0xF  # kinds of sockets, and the bits that hold them
THREAD = 0x10000  # CLONE_THREAD [linux/sched.h]
OWNERS = (8, 10, 15)  # F_SETOWN, F_SETSIG, F_SETOWN_EX: a signal sent by the kernel [fcntl(2)]
DEVICES = (0x8901, 0x8902, 0x5412, 0x541C, 0x40086602, 0x40046602, 0x401C5820)
"""FIOSETOWN, SIOCSPGRP, TIOCSTI, TIOCLINUX, FS_IOC_SETFLAGS, FS_IOC32_SETFLAGS, FS_IOC_FSSETXATTR [ioctl_list(2)]"""
OWN_WALLS = (1, 4, 22, 35, 0x59616D61)
"""PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_SET_MM, PR_SET_PTRACER [prctl(2)]"""

NETWORK = "connect sendmsg sendmmsg"
REFUSED = """fork vfork execve execveat ptrace process_vm_readv process_vm_writev pidfd_open pidfd_getfd
    pidfd_send_signal process_madvise process_mrelease kcmp tkill rt_sigqueueinfo rt_tgsigqueueinfo mknod mknodat memfd_create
    memfd_secret vmsplice io_setup io_submit unshare setns mount umount2 pivot_root chroot move_mount open_tree fsopen
    fsmount fsconfig fspick mount_setattr swapon swapoff reboot sethostname setdomainname init_module finit_module
    delete_module kexec_load kexec_file_load bpf perf_event_open userfaultfd io_uring_setup io_uring_enter
    io_uring_register add_key request_key keyctl quotactl quotactl_fd acct settimeofday clock_settime adjtimex
    clock_adjtime name_to_handle_at open_by_handle_at iopl ioperm modify_ldt fanotify_init personality syslog vhangup
    lookup_dcookie move_pages migrate_pages shmget shmat shmctl msgget msgsnd msgctl semget semop semtimedop semctl
    mq_open mq_unlink seccomp bind listen accept accept4 ioprio_set sched_setscheduler sched_setparam sched_setattr"""
IDLE = """chmod fchmod fchmodat fchmodat2 chown fchown lchown fchownat utime utimes futimesat utimensat setxattr lsetxattr
    fsetxattr removexattr lremovexattr fremovexattr"""
"""What no rule for files sees: answered with success and not done, so that copying a temporary file still works."""

Instruction = tuple[int, int, int, int]  # code, steps if so, steps if not, operand


@dataclass(frozen=True, slots=True)
class Check:
    """Lets a call pass only if a 32-bit *word* of its arguments, under *mask*, is one of *values*; or if it is none."""

    word: int
    values: tuple[int, ...]
    among: bool = True
    mask: int = 0xFFFFFFFF
    error: int = EPERM

    def block(self) -> list[Instruction]:
        """Refuses what does not pass; goes on behind the block with what does."""
        masked = [(AND, 0, 0, self.mask)] if self.mask != 0xFFFFFFFF else []
        count = len(self.values)
        found = [(SAME, count - at, 0, value) for at, value in enumerate(self.values)]
        end = [] if self.among else [(GO, 0, 0, 1)]
        return [(LOAD, 0, 0, ARGUMENTS + 4 * self.word), *masked, *found, *end, (RETURN, 0, 0, REFUSE | self.error)]


Rule = int | tuple[Check, ...]
"""The error that a call is answered with, or what it must pass."""


def rules(pid: int, *, network: bool = False, names: bool = False) -> dict[str, Rule]:
    """What is refused to the process *pid*. *network*: streams may be opened; *names*: datagrams too, to ask for names."""
    families = (INET, INET6) if network else (UNIX, INET, INET6)
    kinds = (STREAM,) if network and not names else (STREAM, DATAGRAM)
    me = (Check(0, (pid,)),)
    checked: dict[str, Rule] = {
        "socket": (Check(0, families, error=EAFNOSUPPORT), Check(2, kinds, mask=TYPE)),
        "socketpair": (Check(0, (UNIX,)),),
        "sendto": (Check(8, (0,)), Check(9, (0,))),  # both halves of a pointer to an address
        "clone": (Check(0, (THREAD,), mask=THREAD),),
        "clone3": ENOSYS,  # its flags lie behind a pointer; the C library falls back to clone
        "kill": me,
        "tgkill": me,
        "setpriority": (Check(2, (0, pid)),),
        "prlimit64": (Check(0, (0, pid)),),
        "fcntl": (Check(2, OWNERS, among=False),),
        "ioctl": (Check(2, DEVICES, among=False),),
        "prctl": (Check(0, OWN_WALLS, among=False),),
    }
    shut = REFUSED if network else f"{REFUSED} {NETWORK}"
    return checked | dict.fromkeys(shut.split(), EPERM) | dict.fromkeys(IDLE.split(), 0)


def program(machine: Machine, ruled: dict[str, Rule]) -> list[Instruction]:
    """The filter that keeps *ruled* on *machine*, where some calls do not exist."""
    code: list[Instruction] = [
        (LOAD, 0, 0, ARCH),
        (SAME, 1, 0, machine.token),
        (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, NUMBER),
        (LEAST, 0, 1, OTHER_ABI),
        (RETURN, 0, 0, KILL),
        (LEAST, 0, 1, NEWEST + 1),
        (RETURN, 0, 0, REFUSE | ENOSYS),
    ]
    for name, rule in ruled.items():
        if name in machine.numbers:
            body = list(_body(rule))
            code += [(SAME, 0, len(body), machine.numbers[name]), *body]
    return [*code, (RETURN, 0, 0, ALLOW)]


def _body(rule: Rule) -> Iterable[Instruction]:
    if isinstance(rule, int):
        yield RETURN, 0, 0, REFUSE | rule
        return
    for check in rule:
        yield from check.block()
    yield RETURN, 0, 0, ALLOW


def enforce(machine: Machine, code: list[Instruction]) -> str:
    """Put this process under the filter *code* for good; why not, if the kernel refuses."""
    libc = ctypes.CDLL(None, use_errno=True)
    text = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *each) for each in code))
    header = struct.pack("@HP", len(code), ctypes.addressof(text))  # struct sock_fprog
    for flags in (SPEC_ALLOW, 0):  # some kernels know no flags
        if libc.syscall(machine.numbers["seccomp"], SET_FILTER, flags, header) == 0:
            return ""
    return f"the kernel refuses filters (error {ctypes.get_errno()})"
