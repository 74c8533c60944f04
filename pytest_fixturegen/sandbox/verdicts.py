"""What the audit hook thinks of each event of Python's: permitted, or refused [docs.python.org: audit events table]."""

from __future__ import annotations

import os
import sysconfig
from collections.abc import Callable
from errno import EACCES
from typing import Any, TypeAlias

from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.sandbox.paths import exists, inside, prefixes, resolved
from pytest_fixturegen.sandbox.policy import DEVICES, Policy

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
SECRETS = frozenset(".ssh .aws .gnupg .docker .kube .netrc .npmrc .pypirc .git-credentials .config shadow".split())
"""Names that no model reads by chance."""

PROBES = ("platform.py", "uuid.py", "ctypes/util.py", "webbrowser.py")
"""Modules of the standard library that start programs to look around."""

CALLERS = frozenset(
    """ctypes gc import marshal code object.__setattr__ sys.settrace sys.setprofile
    sys.monitoring.register_callback""".split()
)
"""Events, and families of them, on which the code that calls decides: installed packages do this for a living."""


COMPILED = frozenset(("marshal.loads", "code.__new__"))
"""Events that every import raises too."""


@dataclass(frozen=True, slots=True)
class Rules:
    """A policy, laid out for quick answers."""

    reads: tuple[str, ...]
    writes: tuple[str, ...]
    trusted: tuple[str, ...]
    passed: tuple[str, ...]
    probes: frozenset[str]
    net: tuple[str, ...]
    pid: int

    @classmethod
    def of(cls, policy: Policy) -> Rules:
        """The rules of *policy* for this process."""
        library = sysconfig.get_path("stdlib")
        pid = os.getpid()
        written = (*policy.writes, "/dev/null", *([policy.kept] if policy.kept else []))
        return cls(
            prefixes((*policy.reads, *written, *DEVICES, f"/proc/{pid}")),
            prefixes(written),
            prefixes(policy.trusted),
            tuple(f"{library}{os.sep}{name}" for name in ("ctypes", "importlib")),
            frozenset(f"{library}/{name}" for name in PROBES),
            policy.net,
            pid,
        )


@dataclass(frozen=True, slots=True)
class Verdict:
    """A refusal: its *category*, *what* was tried, the *grant* that would permit it, and whether it is *quiet*."""

    category: str
    what: str
    grant: str = ""
    quiet: bool = False

    def error(self) -> Exception:
        """What the target is answered: an error of the kind that libraries expect here."""
        words = f"{self.what}: refused by the sandbox" + (f"; permitted by {self.grant}" if self.grant else "")
        return ImportError(words) if self.category == "import" else PermissionError(EACCES, words)


Judge: TypeAlias = Callable[[Any, Rules], "Verdict | None"]


def opening(args: Any, rules: Rules) -> Verdict | None:
    """``open``: the path, the mode, the flags of open(2)."""
    path, _, flags = args
    if isinstance(path, int):
        return None
    if flags & WRITING:
        return writing("write", resolved(path), rules)
    text = path if type(path) is str else ""
    if text.startswith(rules.reads) and ".." not in text:
        return None  # the usual case; where a link in it leads the kernel decides
    return reading(resolved(path), rules)


def reading(path: str, rules: Rules) -> Verdict | None:
    """A file to be read. What is not there may be looked for."""
    if inside(path, rules.reads) or not exists(path):
        return None
    private = path.startswith("/proc/") or not SECRETS.isdisjoint(path.split("/"))
    return Verdict("read", f"read {path}", f"--allow-read {path}", quiet=not private)


def writing(verb: str, path: str, rules: Rules) -> Verdict | None:
    """A file to be changed."""
    if inside(path, rules.writes):
        return None
    return Verdict("write", f"{verb} {path}", f"--allow-write {path}", quiet=path == "/dev/tty")


def changing(verb: str, *places: tuple[int, int], last: bool = False) -> Judge:
    """An event that changes the paths at *places*: which argument a path is, and which the folder that it is seen from."""

    def judge(args: Any, rules: Rules) -> Verdict | None:
        for place, folder in places:
            path = resolved(args[place], args[folder] if folder else None, last=last)
            same = exists(path) if verb == "make the folder" else verb in ("remove", "rename") and not exists(path)
            verdict = None if same or not path else writing(verb, path, rules)
            if verdict is not None:
                return verdict
        return None

    return judge


def database(args: Any, rules: Rules) -> Verdict | None:
    """``sqlite3.connect``: a file is opened for writing unless its address says otherwise."""
    text = os.fsdecode(args[0])
    if text in ("", ":memory:") or (text.startswith("file:") and ("mode=memory" in text or text.startswith("file::memory:"))):
        return None
    path = resolved(text.removeprefix("file:").partition("?")[0] if text.startswith("file:") else text)
    return reading(path, rules) if "mode=ro" in text else writing("open the database", path, rules)


def starting(what: str) -> Judge:
    """An event that starts a process."""

    def judge(args: Any, _: Rules) -> Verdict:
        command = args[1] if what == "run" and len(args) > 1 and args[1] else args[0] if args else ""
        words = command if isinstance(command, list | tuple) else [command]
        return Verdict(
            "process", " ".join([what, *(os.fsdecode(text) for text in words if type(text) in (str, bytes))])[:200].strip()
        )

    return judge


def signalling(args: Any, rules: Rules) -> Verdict | None:
    """``os.kill`` and the like: a process may signal itself."""
    return None if args[0] in (rules.pid, 0) else Verdict("process", f"signal or limit the process {args[0]}")


def asking_descriptor(args: Any, _: Rules) -> Verdict | None:
    """``fcntl``: signals that the kernel sends for others, and flags of files that are open for reading only."""
    from pytest_fixturegen.sandbox.seccomp import DEVICES as REQUESTS
    from pytest_fixturegen.sandbox.seccomp import OWNERS

    return (
        Verdict("process", f"make the kernel signal or change others (request {args[1]})")
        if (args[1] in (*OWNERS, *REQUESTS))
        else None
    )


def refused(category: str, what: str) -> Judge:
    """An event that is refused whatever its arguments are."""
    return lambda args, rules: Verdict(category, what)


def importing(args: Any, _: Rules) -> Verdict | None:
    """``import``: modules that are there to go around Python."""
    return Verdict("import", f"import {args[0]}") if args[0] in RAW else None


def replacing(args: Any, _: Rules) -> Verdict | None:
    """``object.__setattr__``: the code of a function."""
    return Verdict("interpreter", "replace the code of a function") if args[1] == "__code__" else None


RAW = frozenset("_posixsubprocess _interpreters _xxsubinterpreters _testcapi _testinternalcapi _winapi _ctypes_test".split())

VERDICTS: dict[str, Judge] = {
    "open": opening,
    "shutil.rmtree": changing("remove", (0, 0)),
    "os.rename": changing("rename", (0, 2), (1, 3)),
    "os.remove": changing("remove", (0, 1)),
    "os.rmdir": changing("remove", (0, 1)),
    "os.mkdir": changing("make the folder", (0, 2)),
    "os.mkfifo": changing("make the pipe", (0, 0)),
    "os.mknod": changing("make the device", (0, 0)),
    "os.link": changing("link", (0, 2), (1, 3)),
    "os.symlink": changing("link", (1, 2)),
    "os.truncate": changing("cut", (0, 0), last=True),
    "os.chmod": changing("change the mode of", (0, 2), last=True),
    "os.lchmod": changing("change the mode of", (0, 0)),
    "os.chown": changing("change the owner of", (0, 3), last=True),
    "os.chflags": changing("change the flags of", (0, 0), last=True),
    "os.lchflags": changing("change the flags of", (0, 0)),
    "os.utime": changing("change the times of", (0, 3), last=True),
    "os.setxattr": changing("change the attributes of", (0, 0), last=True),
    "os.removexattr": changing("change the attributes of", (0, 0), last=True),
    "sqlite3.connect": database,
    "sqlite3.enable_load_extension": refused("interpreter", "load an extension into SQLite"),
    "sqlite3.load_extension": refused("interpreter", "load an extension into SQLite"),
    "subprocess.Popen": starting("run"),
    "_posixsubprocess.fork_exec": starting("start"),
    "os.system": starting("start"),
    "os.exec": starting("become"),
    "os.posix_spawn": starting("start"),
    "os.spawn": starting("run"),
    "os.startfile": starting("start"),
    "os.fork": starting("fork"),
    "os.forkpty": starting("fork"),
    "pty.spawn": starting("start"),
    "os.kill": signalling,
    "os.killpg": signalling,
    "resource.prlimit": signalling,
    "fcntl.fcntl": asking_descriptor,
    "fcntl.ioctl": asking_descriptor,
    "os.memfd_create": refused("interpreter", "make a file in memory"),
    "os.unshare": refused("process", "leave its namespaces"),
    "os.setns": refused("process", "leave its namespaces"),
    "syslog.openlog": refused("network", "write to the system's log"),
    "syslog.syslog": refused("network", "write to the system's log"),
    "ctypes.dlopen": refused("interpreter", "load a library with ctypes"),
    "ctypes.dlsym": refused("interpreter", "call a library with ctypes"),
    "ctypes.dlsym/handle": refused("interpreter", "call a library with ctypes"),
    "ctypes.call_function": refused("interpreter", "call a library with ctypes"),
    "ctypes.cdata": refused("interpreter", "reach into memory with ctypes"),
    "ctypes.string_at": refused("interpreter", "reach into memory with ctypes"),
    "ctypes.wstring_at": refused("interpreter", "reach into memory with ctypes"),
    "import": importing,
    "marshal.loads": refused("interpreter", "make code of bytes"),
    "code.__new__": refused("interpreter", "make code of bytes"),
    "gc.get_objects": refused("interpreter", "look through all objects"),
    "gc.get_referrers": refused("interpreter", "look through all objects"),
    "object.__setattr__": replacing,
    "sys.settrace": refused("interpreter", "trace what runs"),
    "sys.setprofile": refused("interpreter", "trace what runs"),
    "sys.monitoring.register_callback": refused("interpreter", "trace what runs"),
    "sys.remote_exec": refused("process", "run code in another process"),
    "cpython.PyInterpreterState_New": refused("interpreter", "start another interpreter"),
    "winreg.CreateKey": refused("write", "change the registry"),
    "winreg.DeleteKey": refused("write", "change the registry"),
    "winreg.DeleteValue": refused("write", "change the registry"),
    "winreg.SetValue": refused("write", "change the registry"),
}
"""The judge of each event that can do harm; the others are permitted."""
