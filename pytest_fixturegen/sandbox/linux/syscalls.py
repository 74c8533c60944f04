"""System calls by the number that each machine gives them.

[Linux: arch/x86/entry/syscalls/syscall_64.tbl, include/uapi/asm-generic/unistd.h]
"""

from __future__ import annotations

import platform
import sys

from pytest_fixturegen._internal.frozen_dataclass import dataclass

NEWEST_SYSCALL = 462
"""``mseal`` of Linux 6.10. The filter refuses newer calls, since nobody has reviewed them."""

AUDIT_ARCH_X86_64 = 0xC000003E  # [linux/audit.h]
AUDIT_ARCH_AARCH64 = 0xC00000B7

SYSCALL_TABLE = """
    connect 42 203
    bind 49 200
    listen 50 201
    accept 43 202
    accept4 288 242
    sendmsg 46 211
    sendmmsg 307 269
    socket 41 198
    socketpair 53 199
    sendto 44 206
    fork 57 -
    vfork 58 -
    clone 56 220
    clone3 435 435
    execve 59 221
    execveat 322 281
    ptrace 101 117
    process_vm_readv 310 270
    process_vm_writev 311 271
    pidfd_open 434 434
    pidfd_getfd 438 438
    pidfd_send_signal 424 424
    process_madvise 440 440
    process_mrelease 448 448
    kcmp 312 272
    kill 62 129
    tkill 200 130
    tgkill 234 131
    rt_sigqueueinfo 129 138
    rt_tgsigqueueinfo 297 240
    prlimit64 302 261
    fcntl 72 25
    ioctl 16 29
    prctl 157 167
    chmod 90 -
    fchmod 91 52
    fchmodat 268 53
    fchmodat2 452 452
    chown 92 -
    fchown 93 55
    lchown 94 -
    fchownat 260 54
    utime 132 -
    utimes 235 -
    futimesat 261 -
    utimensat 280 88
    setxattr 188 5
    lsetxattr 189 6
    fsetxattr 190 7
    removexattr 197 14
    lremovexattr 198 15
    fremovexattr 199 16
    mknod 133 -
    mknodat 259 33
    memfd_create 319 279
    memfd_secret 447 447
    vmsplice 278 75
    io_setup 206 0
    io_submit 209 2
    unshare 272 97
    setns 308 268
    mount 165 40
    umount2 166 39
    pivot_root 155 41
    chroot 161 51
    move_mount 429 429
    open_tree 428 428
    fsopen 430 430
    fsmount 432 432
    fsconfig 431 431
    fspick 433 433
    mount_setattr 442 442
    swapon 167 224
    swapoff 168 225
    reboot 169 142
    sethostname 170 161
    setdomainname 171 162
    init_module 175 105
    finit_module 313 273
    delete_module 176 106
    kexec_load 246 104
    kexec_file_load 320 294
    bpf 321 280
    perf_event_open 298 241
    userfaultfd 323 282
    io_uring_setup 425 425
    io_uring_enter 426 426
    io_uring_register 427 427
    add_key 248 217
    request_key 249 218
    keyctl 250 219
    quotactl 179 60
    quotactl_fd 443 443
    acct 163 89
    settimeofday 164 170
    clock_settime 227 112
    adjtimex 159 171
    clock_adjtime 305 266
    name_to_handle_at 303 264
    open_by_handle_at 304 265
    iopl 172 -
    ioperm 173 -
    modify_ldt 154 -
    fanotify_init 300 262
    personality 135 92
    syslog 103 116
    vhangup 153 58
    lookup_dcookie 212 18
    move_pages 279 239
    migrate_pages 256 238
    shmget 29 194
    shmat 30 196
    shmctl 31 195
    msgget 68 186
    msgsnd 69 189
    msgctl 71 187
    semget 64 190
    semop 65 193
    semtimedop 220 192
    semctl 66 191
    mq_open 240 180
    mq_unlink 241 181
    seccomp 317 277
    capset 126 91
    landlock_create_ruleset 444 444
    landlock_add_rule 445 445
    landlock_restrict_self 446 446
    setpriority 141 140
    ioprio_set 251 30
    sched_setscheduler 144 119
    sched_setparam 142 118
    sched_setattr 314 274
"""
"""A call, its number on x86_64 and on aarch64; a dash if the machine does not have the call."""

X86_64_COLUMN, AARCH64_COLUMN = 1, 2


@dataclass(frozen=True, slots=True)
class Machine:
    """A kind of processor: its *audit_arch*, which the kernel passes to filters, and its calls."""

    audit_arch: int
    syscall_numbers: dict[str, int]


def detect_machine(name: str | None = None) -> Machine | None:
    """Return the machine called *name*, or this one.

    Return None if its calls are not in the table, or if this system is not 64-bit Linux.
    """
    if name is None and (sys.platform != "linux" or sys.maxsize < 2**32):
        return None
    match name or platform.machine():
        case "x86_64":
            return _build_machine(AUDIT_ARCH_X86_64, X86_64_COLUMN)
        case "aarch64":
            return _build_machine(AUDIT_ARCH_AARCH64, AARCH64_COLUMN)
    return None


def _build_machine(audit_arch: int, column: int) -> Machine:
    """Return the machine whose call numbers are in *column* of the table.

    A dash in the table means that the machine does not have the call.
    """
    rows = [line.split() for line in SYSCALL_TABLE.strip().splitlines()]
    numbers = {row[0]: int(row[column]) for row in rows if row[column] != "-"}
    return Machine(audit_arch, numbers)
