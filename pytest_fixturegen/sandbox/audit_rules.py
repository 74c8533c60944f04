"""What the audit hook thinks of each event of Python's: permitted, or refused [docs.python.org: audit events table]."""

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
SECRET_NAMES = frozenset(
    ".ssh .aws .gnupg .docker .kube .netrc .npmrc .pypirc .git-credentials .config shadow".split()
)
"""Names that no model reads by chance."""

PROBING_MODULES = ("platform.py", "uuid.py", "ctypes/util.py", "webbrowser.py")
"""Modules of the standard library that start programs to look around."""

CALLER_EVENTS = frozenset(
    """ctypes gc import marshal code object.__setattr__ sys.settrace sys.setprofile
    sys.monitoring.register_callback""".split()
)
"""Events, and families of them, on which the code that calls decides: installed packages do this for a living."""


IMPORT_EVENTS = frozenset(("marshal.loads", "code.__new__"))
"""Events that every import raises too."""


@dataclass(frozen=True, slots=True)
class AuditRules:
    """A policy, laid out for quick answers."""

    readable_prefixes: tuple[str, ...]
    writable_prefixes: tuple[str, ...]
    trusted_prefixes: tuple[str, ...]
    transparent_prefixes: tuple[str, ...]
    probing_files: frozenset[str]
    allowed_addresses: tuple[str, ...]
    pid: int

    @classmethod
    def from_policy(cls, policy: SandboxPolicy) -> AuditRules:
        """The rules of *policy* for this process."""
        library = sysconfig.get_path("stdlib")
        pid = os.getpid()
        written = (
            *policy.writable_paths,
            "/dev/null",
            *([policy.kept_folder] if policy.kept_folder else []),
        )
        return cls(
            build_prefixes((*policy.readable_paths, *written, *DEVICE_PATHS, f"/proc/{pid}")),
            build_prefixes(written),
            build_prefixes(policy.trusted_folders),
            tuple(f"{library}{os.sep}{name}" for name in ("ctypes", "importlib")),
            frozenset(f"{library}/{name}" for name in PROBING_MODULES),
            policy.allowed_addresses,
            pid,
        )


@dataclass(frozen=True, slots=True)
class Verdict:
    """A refusal: its *category*, *what* was tried, the *grant* that would permit it, and whether it is *quiet*."""

    category: str
    action: str
    grant: str = ""
    is_quiet: bool = False

    def build_error(self) -> Exception:
        """What the target is answered: an error of the kind that libraries expect here."""
        words = f"{self.action}: refused by the sandbox" + (
            f"; permitted by {self.grant}" if self.grant else ""
        )
        return ImportError(words) if self.category == "import" else PermissionError(EACCES, words)


EventCheck: TypeAlias = Callable[[Any, AuditRules], "Verdict | None"]


def check_open(args: Any, rules: AuditRules) -> Verdict | None:
    """``open``: the path, the mode, the flags of open(2)."""
    path, _, flags = args
    if isinstance(path, int):
        return None
    if flags & WRITE_FLAGS:
        return check_write("write", resolve_path(path), rules)
    text = path if type(path) is str else ""
    if text.startswith(rules.readable_prefixes) and ".." not in text:
        return None  # the usual case; where a link in it leads the kernel decides
    return check_read(resolve_path(path), rules)


def check_read(path: str, rules: AuditRules) -> Verdict | None:
    """A file to be read. What is not there may be looked for."""
    if is_inside(path, rules.readable_prefixes) or not exists(path):
        return None
    private = path.startswith("/proc/") or not SECRET_NAMES.isdisjoint(path.split("/"))
    return Verdict("read", f"read {path}", f"--allow-read {path}", is_quiet=not private)


def check_write(verb: str, path: str, rules: AuditRules) -> Verdict | None:
    """A file to be changed."""
    if is_inside(path, rules.writable_prefixes):
        return None
    return Verdict("write", f"{verb} {path}", f"--allow-write {path}", is_quiet=path == "/dev/tty")


def build_change_check(
    verb: str, *path_arguments: tuple[int, int], follow_last: bool = False
) -> EventCheck:
    """An event that changes the paths at *places*: which argument a path is, and which the folder that it is seen from."""

    def check_event(args: Any, rules: AuditRules) -> Verdict | None:
        for place, folder in path_arguments:
            path = resolve_path(
                args[place], args[folder] if folder else None, follow_last=follow_last
            )
            same = (
                exists(path)
                if verb == "make the folder"
                else verb in ("remove", "rename") and not exists(path)
            )
            verdict = None if same or not path else check_write(verb, path, rules)
            if verdict is not None:
                return verdict
        return None

    return check_event


def check_sqlite_connect(args: Any, rules: AuditRules) -> Verdict | None:
    """``sqlite3.connect``: a file is opened for writing unless its address says otherwise."""
    text = os.fsdecode(args[0])
    if text in ("", ":memory:") or (
        text.startswith("file:") and ("mode=memory" in text or text.startswith("file::memory:"))
    ):
        return None
    path = resolve_path(
        text.removeprefix("file:").partition("?")[0] if text.startswith("file:") else text
    )
    return (
        check_read(path, rules)
        if "mode=ro" in text
        else check_write("open the database", path, rules)
    )


def build_process_check(verb: str) -> EventCheck:
    """An event that starts a process."""

    def check_event(args: Any, _: AuditRules) -> Verdict:
        command = (
            args[1] if verb == "run" and len(args) > 1 and args[1] else args[0] if args else ""
        )
        words = command if isinstance(command, list | tuple) else [command]
        return Verdict(
            "process",
            " ".join([verb, *(os.fsdecode(text) for text in words if type(text) in (str, bytes))])[
                :200
            ].strip(),
        )

    return check_event


def check_signal(args: Any, rules: AuditRules) -> Verdict | None:
    """``os.kill`` and the like: a process may signal itself."""
    return (
        None
        if args[0] in (rules.pid, 0)
        else Verdict("process", f"signal or limit the process {args[0]}")
    )


def check_descriptor_request(args: Any, _: AuditRules) -> Verdict | None:
    """``fcntl``: signals that the kernel sends for others, and flags of files that are open for reading only."""
    from pytest_fixturegen.sandbox.linux.seccomp import BLOCKED_FCNTLS
    from pytest_fixturegen.sandbox.linux.seccomp import BLOCKED_IOCTLS as REQUESTS

    return (
        Verdict("process", f"make the kernel signal or change others (request {args[1]})")
        if (args[1] in (*BLOCKED_FCNTLS, *REQUESTS))
        else None
    )


def build_refusal(category: str, action: str) -> EventCheck:
    """An event that is refused whatever its arguments are."""
    return lambda args, rules: Verdict(category, action)


def check_import(args: Any, _: AuditRules) -> Verdict | None:
    """``import``: modules that are there to go around Python."""
    return Verdict("import", f"import {args[0]}") if args[0] in BLOCKED_MODULES else None


def check_attribute_change(args: Any, _: AuditRules) -> Verdict | None:
    """``object.__setattr__``: the code of a function."""
    return (
        Verdict("interpreter", "replace the code of a function") if args[1] == "__code__" else None
    )


BLOCKED_MODULES = frozenset(
    "_posixsubprocess _interpreters _xxsubinterpreters _testcapi _testinternalcapi _winapi _ctypes_test".split()
)

EVENT_CHECKS: dict[str, EventCheck] = {
    "open": check_open,
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
    "sqlite3.connect": check_sqlite_connect,
    "sqlite3.enable_load_extension": build_refusal("interpreter", "load an extension into SQLite"),
    "sqlite3.load_extension": build_refusal("interpreter", "load an extension into SQLite"),
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
    "os.memfd_create": build_refusal("interpreter", "make a file in memory"),
    "os.unshare": build_refusal("process", "leave its namespaces"),
    "os.setns": build_refusal("process", "leave its namespaces"),
    "syslog.openlog": build_refusal("network", "write to the system's log"),
    "syslog.syslog": build_refusal("network", "write to the system's log"),
    "ctypes.dlopen": build_refusal("interpreter", "load a library with ctypes"),
    "ctypes.dlsym": build_refusal("interpreter", "call a library with ctypes"),
    "ctypes.dlsym/handle": build_refusal("interpreter", "call a library with ctypes"),
    "ctypes.call_function": build_refusal("interpreter", "call a library with ctypes"),
    "ctypes.cdata": build_refusal("interpreter", "reach into memory with ctypes"),
    "ctypes.string_at": build_refusal("interpreter", "reach into memory with ctypes"),
    "ctypes.wstring_at": build_refusal("interpreter", "reach into memory with ctypes"),
    "import": check_import,
    "marshal.loads": build_refusal("interpreter", "make code of bytes"),
    "code.__new__": build_refusal("interpreter", "make code of bytes"),
    "gc.get_objects": build_refusal("interpreter", "look through all objects"),
    "gc.get_referrers": build_refusal("interpreter", "look through all objects"),
    "object.__setattr__": check_attribute_change,
    "sys.settrace": build_refusal("interpreter", "trace what runs"),
    "sys.setprofile": build_refusal("interpreter", "trace what runs"),
    "sys.monitoring.register_callback": build_refusal("interpreter", "trace what runs"),
    "sys.remote_exec": build_refusal("process", "run code in another process"),
    "cpython.PyInterpreterState_New": build_refusal("interpreter", "start another interpreter"),
    "winreg.CreateKey": build_refusal("write", "change the registry"),
    "winreg.DeleteKey": build_refusal("write", "change the registry"),
    "winreg.DeleteValue": build_refusal("write", "change the registry"),
    "winreg.SetValue": build_refusal("write", "change the registry"),
}
"""The judge of each event that can do harm; the others are permitted."""
