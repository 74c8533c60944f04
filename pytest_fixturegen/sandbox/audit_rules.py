"""Checks of audit events: each permits an event or returns a verdict against it.

The events and their arguments are those of the audit events table [docs.python.org].
"""

from __future__ import annotations

import os
import sysconfig
from collections.abc import Callable
from errno import EACCES
from typing import Any, TypeAlias

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.sandbox.paths import build_prefixes, exists, is_inside, resolve_path
from pytest_fixturegen.sandbox.policy import DEVICE_PATHS, SandboxPolicy

WRITE_FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
MAX_COMMAND_LENGTH = 200
"""Characters of a command that an attempt shows."""

SECRET_NAMES = frozenset(
    (
        ".ssh",
        ".aws",
        ".gnupg",
        ".docker",
        ".kube",
        ".netrc",
        ".npmrc",
        ".pypirc",
        ".git-credentials",
        ".config",
        "shadow",
    )
)
"""Parts of paths that a module never reads by accident: such an attempt is not quiet."""

PROBING_MODULES = ("platform.py", "uuid.py", "ctypes/util.py", "webbrowser.py")
"""Modules of the standard library that start programs to inspect the machine."""

CALLER_EVENTS = frozenset(
    (
        "ctypes",
        "gc",
        "import",
        "marshal",
        "code",
        "object.__setattr__",
        "sys.settrace",
        "sys.setprofile",
        "sys.monitoring.register_callback",
    )
)
"""Events, and first parts of events, that installed packages raise in ordinary use.

Only the nearest caller decides about them: installed code may, the target's code may not.
"""

IMPORT_EVENTS = frozenset(("marshal.loads", "code.__new__"))
"""Events that every import raises too."""

BLOCKED_MODULES = frozenset(
    (
        "_posixsubprocess",
        "_interpreters",
        "_xxsubinterpreters",
        "_testcapi",
        "_testinternalcapi",
        "_winapi",
        "_ctypes_test",
    )
)
"""Modules that give access to the system without audit events."""


@dataclass(frozen=True, slots=True)
class AuditRules:
    """A policy as path prefixes, so that a check is one ``str.startswith``."""

    readable_prefixes: tuple[str, ...]
    writable_prefixes: tuple[str, ...]
    trusted_prefixes: tuple[str, ...]
    transparent_prefixes: tuple[str, ...]
    probing_files: frozenset[str]
    allowed_addresses: tuple[str, ...]
    pid: int

    @classmethod
    def from_policy(cls, policy: SandboxPolicy) -> AuditRules:
        """Return the rules of *policy* for this process."""
        library = sysconfig.get_path("stdlib")
        pid = os.getpid()
        writable = [*policy.writable_paths, "/dev/null"]
        if policy.record_files_folder:
            writable.append(policy.record_files_folder)
        readable = (
            *policy.readable_paths,
            *writable,
            *DEVICE_PATHS,
            f"/proc/{pid}",
        )
        return cls(
            readable_prefixes=build_prefixes(readable),
            writable_prefixes=build_prefixes(writable),
            trusted_prefixes=build_prefixes(policy.trusted_folders),
            transparent_prefixes=tuple(
                f"{library}{os.sep}{name}" for name in ("ctypes", "importlib")
            ),
            probing_files=frozenset(f"{library}/{name}" for name in PROBING_MODULES),
            allowed_addresses=policy.allowed_addresses,
            pid=pid,
        )


@dataclass(frozen=True, slots=True)
class Verdict:
    """A refusal of one *action*, a verb phrase, and the *grant* that would permit it.

    *is_quiet*: whether honest code may have tried it without intent.
    """

    category: str
    action: str
    grant: str = ""
    is_quiet: bool = False

    def build_error(self) -> Exception:
        """Return the error to raise in the target, of the kind that libraries expect there."""
        message = f"{self.action}: refused by the sandbox"
        if self.grant:
            message += f"; permitted by {self.grant}"
        if self.category == "import":
            return ImportError(message)
        return PermissionError(EACCES, message)


EventCheck: TypeAlias = Callable[[Any, AuditRules], "Verdict | None"]
"""A function of an event's arguments and the rules; None permits the event."""


# ---- files


def check_open(args: Any, rules: AuditRules) -> Verdict | None:
    """Check ``open``: the path, the mode, the flags of open(2)."""
    path, _, flags = args
    if isinstance(path, int):
        return None
    if flags & WRITE_FLAGS:
        return check_write("write", resolve_path(path), rules)
    # Most opens end here, without a system call. If a link leads out of a readable folder, the
    # kernel decides. A subclass of str may lie about its prefix, so only str itself is trusted.
    text = path if type(path) is str else ""
    if text.startswith(rules.readable_prefixes) and ".." not in text:
        return None
    return check_read(resolve_path(path), rules)


def check_read(path: str, rules: AuditRules) -> Verdict | None:
    """Check that *path* may be read. A missing file may be looked for."""
    if is_inside(path, rules.readable_prefixes) or not exists(path):
        return None
    is_secret = path.startswith("/proc/") or not SECRET_NAMES.isdisjoint(path.split("/"))
    return Verdict("read", f"read {path}", f"--allow-read {path}", is_quiet=not is_secret)


def check_write(
    verb: str,
    path: str,
    rules: AuditRules,
) -> Verdict | None:
    """Check that *path* may be changed; *verb* is what would be done to it."""
    if is_inside(path, rules.writable_prefixes):
        return None
    is_terminal = path == "/dev/tty"  # getpass opens it
    return Verdict("write", f"{verb} {path}", f"--allow-write {path}", is_quiet=is_terminal)


def build_change_check(
    verb: str,
    *path_arguments: tuple[int, int],
    follow_last: bool = False,
) -> EventCheck:
    """Return the check of an event that changes paths.

    Each of *path_arguments* is the position of a path among the event's arguments, and the
    position of the folder descriptor that it is relative to (0 if the event has none).
    *follow_last*: whether the call follows a link at the end of the path.
    """

    def check_event(args: Any, rules: AuditRules) -> Verdict | None:
        """Return the verdict on the first path that the event may not change, or None."""
        for path_position, folder_position in path_arguments:
            folder = args[folder_position] if folder_position else None
            path = resolve_path(
                args[path_position],
                folder,
                follow_last=follow_last,
            )
            if not path or _changes_nothing(verb, path):
                continue
            verdict = check_write(verb, path, rules)
            if verdict is not None:
                return verdict
        return None

    return check_event


def _changes_nothing(verb: str, path: str) -> bool:
    """Return whether the call fails anyway, so that the usual error may reach the caller."""
    if verb == "make the folder":
        return exists(path)
    return verb in ("remove", "rename") and not exists(path)


def check_sqlite_connect(args: Any, rules: AuditRules) -> Verdict | None:
    """Check ``sqlite3.connect``, which opens for writing unless the address says ``mode=ro``."""
    address = os.fsdecode(args[0])
    if address in ("", ":memory:"):
        return None
    if not address.startswith("file:"):
        path = resolve_path(address)
    elif "mode=memory" in address or address.startswith("file::memory:"):
        return None
    else:
        path = resolve_path(address.removeprefix("file:").partition("?")[0])
    if "mode=ro" in address:
        return check_read(path, rules)
    return check_write("open the database", path, rules)


# ---- processes


def build_process_check(verb: str) -> EventCheck:
    """Return the check of an event that starts a process: it is always refused."""

    def check_event(args: Any, _: AuditRules) -> Verdict:
        """Return the refusal with the command's words, cut to MAX_COMMAND_LENGTH characters."""
        command = _get_command(verb, args)
        words = command if isinstance(command, list | tuple) else [command]
        texts = [os.fsdecode(word) for word in words if type(word) in (str, bytes)]
        action = " ".join([verb, *texts])[:MAX_COMMAND_LENGTH]
        return Verdict("process", action.strip())

    return check_event


def _get_command(verb: str, args: Any) -> Any:
    """Return the command among *args*: ``run`` events have the program first, then its words."""
    if verb == "run" and len(args) > 1 and args[1]:
        return args[1]
    return args[0] if args else ""


def check_signal(args: Any, rules: AuditRules) -> Verdict | None:
    """Check ``os.kill`` and similar events: a process may signal itself."""
    if args[0] in (rules.pid, 0):
        return None
    return Verdict("process", f"signal or limit the process {args[0]}")


def check_descriptor_request(args: Any, _: AuditRules) -> Verdict | None:
    """Check ``fcntl`` and ``ioctl``: refuse requests that make the kernel signal other processes.

    Requests that change the flags of a file are refused too: a file open for reading suffices.
    """
    from pytest_fixturegen.sandbox.linux.seccomp import BLOCKED_FCNTLS, BLOCKED_IOCTLS

    request = args[1]
    if request in (*BLOCKED_FCNTLS, *BLOCKED_IOCTLS):
        return Verdict("process", f"make the kernel signal or change others (request {request})")
    return None


# ---- the interpreter


def build_refusal(category: str, action: str) -> EventCheck:
    """Return the check of an event that is refused whatever its arguments are."""
    return lambda args, rules: Verdict(category, action)


def check_import(args: Any, _: AuditRules) -> Verdict | None:
    """Check ``import``: refuse the modules that bypass audit events."""
    return Verdict("import", f"import {args[0]}") if args[0] in BLOCKED_MODULES else None


def check_attribute_change(args: Any, _: AuditRules) -> Verdict | None:
    """Check ``object.__setattr__``: refuse to replace the code of a function."""
    if args[1] != "__code__":
        return None
    return Verdict("interpreter", "replace the code of a function")


CHANGE_CHECKS: dict[str, EventCheck] = {
    "shutil.rmtree": build_change_check("remove", (0, 0)),
    "os.rename": build_change_check("rename", (0, 2), (1, 3)),
    "os.remove": build_change_check("remove", (0, 1)),
    "os.rmdir": build_change_check("remove", (0, 1)),
    "os.mkdir": build_change_check("make the folder", (0, 2)),
    "os.mkfifo": build_change_check("make the pipe", (0, 0)),
    "os.mknod": build_change_check("make the device", (0, 0)),
    "os.link": build_change_check("link", (0, 2), (1, 3)),
    "os.symlink": build_change_check("link", (1, 2)),
    "os.truncate": build_change_check("cut", (0, 0), follow_last=True),
    "os.chmod": build_change_check("change the mode of", (0, 2), follow_last=True),
    "os.lchmod": build_change_check("change the mode of", (0, 0)),
    "os.chown": build_change_check("change the owner of", (0, 3), follow_last=True),
    "os.chflags": build_change_check("change the flags of", (0, 0), follow_last=True),
    "os.lchflags": build_change_check("change the flags of", (0, 0)),
    "os.utime": build_change_check("change the times of", (0, 3), follow_last=True),
    "os.setxattr": build_change_check("change the attributes of", (0, 0), follow_last=True),
    "os.removexattr": build_change_check("change the attributes of", (0, 0), follow_last=True),
}

PROCESS_CHECKS: dict[str, EventCheck] = {
    "subprocess.Popen": build_process_check("run"),
    "_posixsubprocess.fork_exec": build_process_check("start"),
    "os.system": build_process_check("start"),
    "os.exec": build_process_check("become"),
    "os.posix_spawn": build_process_check("start"),
    "os.spawn": build_process_check("run"),
    "os.startfile": build_process_check("start"),
    "os.fork": build_process_check("fork"),
    "os.forkpty": build_process_check("fork"),
    "pty.spawn": build_process_check("start"),
    "os.kill": check_signal,
    "os.killpg": check_signal,
    "resource.prlimit": check_signal,
    "fcntl.fcntl": check_descriptor_request,
    "fcntl.ioctl": check_descriptor_request,
}

REFUSED_EVENTS: dict[str, tuple[str, str]] = {
    "sqlite3.enable_load_extension": ("interpreter", "load an extension into SQLite"),
    "sqlite3.load_extension": ("interpreter", "load an extension into SQLite"),
    "os.memfd_create": ("interpreter", "make a file in memory"),
    "os.unshare": ("process", "leave its namespaces"),
    "os.setns": ("process", "leave its namespaces"),
    "syslog.openlog": ("network", "write to the system's log"),
    "syslog.syslog": ("network", "write to the system's log"),
    "ctypes.dlopen": ("interpreter", "load a library with ctypes"),
    "ctypes.dlsym": ("interpreter", "call a library with ctypes"),
    "ctypes.dlsym/handle": ("interpreter", "call a library with ctypes"),
    "ctypes.call_function": ("interpreter", "call a library with ctypes"),
    "ctypes.cdata": ("interpreter", "reach into memory with ctypes"),
    "ctypes.string_at": ("interpreter", "reach into memory with ctypes"),
    "ctypes.wstring_at": ("interpreter", "reach into memory with ctypes"),
    "marshal.loads": ("interpreter", "make code from bytes"),
    "code.__new__": ("interpreter", "make code from bytes"),
    "gc.get_objects": ("interpreter", "look through all objects"),
    "gc.get_referrers": ("interpreter", "look through all objects"),
    "sys.settrace": ("interpreter", "trace the code that runs"),
    "sys.setprofile": ("interpreter", "trace the code that runs"),
    "sys.monitoring.register_callback": ("interpreter", "trace the code that runs"),
    "sys.remote_exec": ("process", "run code in another process"),
    "cpython.PyInterpreterState_New": ("interpreter", "start another interpreter"),
    "winreg.CreateKey": ("write", "change the registry"),
    "winreg.DeleteKey": ("write", "change the registry"),
    "winreg.DeleteValue": ("write", "change the registry"),
    "winreg.SetValue": ("write", "change the registry"),
}
"""Events that are refused whatever their arguments are: the category and the action."""

EVENT_CHECKS: dict[str, EventCheck] = {
    "open": check_open,
    "sqlite3.connect": check_sqlite_connect,
    "import": check_import,
    "object.__setattr__": check_attribute_change,
    **CHANGE_CHECKS,
    **PROCESS_CHECKS,
    **{event: build_refusal(*refusal) for event, refusal in REFUSED_EVENTS.items()},
}
"""The check of each event that can do harm; all other events are permitted."""
