"""What the child finds around it: what it may read, the environment, a home and a temporary folder of its own."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from pytest_fixturegen.claims import TMP_VARIABLES, temporary_folder
from pytest_fixturegen.command_options import ImportConfig
from pytest_fixturegen.errors import UsageError
from pytest_fixturegen.providers.kept_files import FOLDER, VARIABLE
from pytest_fixturegen.sandbox import ahead
from pytest_fixturegen.sandbox.policy import Policy

PACKAGE = Path(ahead.PACKAGE)
NO_KERNEL = "PYTEST_FIXTUREGEN_NO_KERNEL"
"""For tests: set to 1, the kernel's layers are left out, which shows what the audit hook does alone."""

SYSTEM = """/usr /lib /lib32 /lib64 /libx32 /bin /sbin /nix/store /etc/ld.so.cache /etc/ld.so.conf /etc/ld.so.conf.d
    /etc/localtime /etc/timezone /etc/mime.types /etc/ssl /etc/pki /etc/ca-certificates /etc/ca-certificates.conf /etc/hosts
    /etc/resolv.conf /etc/nsswitch.conf /etc/host.conf /etc/gai.conf /etc/services /etc/protocols /etc/passwd /etc/group
    /etc/os-release /etc/lsb-release /etc/debian_version /etc/redhat-release /etc/alpine-release /etc/locale.conf
    /etc/locale.alias /etc/alternatives /etc/fonts /etc/magic /etc/terminfo /etc/python3 /etc/crypto-policies
    /proc/cpuinfo /proc/meminfo /proc/stat /proc/version /proc/filesystems /proc/loadavg /proc/uptime /proc/sys/kernel
    /proc/sys/vm /proc/sys/fs /sys/devices/system /sys/kernel/mm /sys/fs/cgroup /System/Library /Library/Frameworks
    /opt/homebrew /opt/local /private/etc/ssl /var/db/timezone"""
"""What is installed, and what libraries look up; nothing of it is a secret."""


def policy_of(imports: ImportConfig, request: Mapping[str, Any], scratch: Path) -> Policy:
    """What the child that is sent *request* may do, with *scratch* as its own. Raises UsageError for a grant that is none."""
    trusted = tuple(map(str, _trusted()))
    reads = [*SYSTEM.split(), *_installed(), *trusted, *_project(request), *_editable()]
    writes = [path for given in imports.allow_write for path in _writable(given)]
    return Policy(
        reads=_real([*reads, *imports.allow_read]),
        writes=_real([scratch, *writes]),
        trusted=trusted,
        kept=_kept() if "generation" in request else "",
        net=tuple(map(_address, imports.allow_net)),
        memory=imports.memory_limit_mb << 20,
        parent=os.getpid(),
        lists=_real([Path.home()]) if Path.home() in _folders(request) else (),
        kernel=os.environ.get(NO_KERNEL) != "1",
        strict=imports.sandbox == "strict",
    )


def environment_of(imports: ImportConfig, scratch: Path, kept: str) -> dict[str, str]:
    """The variables of the child: none that could be a secret, unless it is granted."""
    granted = {name: os.environ[name] for name in imports.allow_env if name in os.environ}
    own = dict.fromkeys(("HOME", "USERPROFILE", *TMP_VARIABLES), str(scratch))
    return ahead.passed({**granted, **own, **({VARIABLE: kept} if kept else {})})


def search_path() -> list[str]:
    """Where the child looks for what is installed: where this process does, without the folder it was started in."""
    here = Path.cwd()
    return [entry for entry in sys.path if entry and (Path(entry) != here or here == PACKAGE.parent)]


def is_installed(file: str) -> bool:
    """Whether *file* is installed code, and not the project's."""
    return any(Path(file).is_relative_to(folder) for folder in _trusted())


def _trusted() -> Iterator[Path]:
    """The folders of installed code: whose attempts are not the project's."""
    yield from (Path(sysconfig.get_path(name)) for name in ("stdlib", "platstdlib", "purelib", "platlib"))
    yield from (Path(entry) for entry in sys.path if Path(entry).name in ("site-packages", "dist-packages"))
    yield PACKAGE


def _installed() -> list[str]:
    prefixes = [sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix, str(Path(sys.executable).parent)]
    return [*prefixes, *(place for entry in search_path() for place in _narrowed(Path(entry)))]


def _project(request: Mapping[str, Any]) -> Iterator[str]:
    target = request.get("target") or {}
    if target.get("file"):
        yield target["file"]
    for folder in _folders(request):
        yield from _narrowed(folder)


def _folders(request: Mapping[str, Any]) -> list[Path]:
    """The folders that the target may be imported from. Python looks for a module among the names that one holds."""
    target = request.get("target") or {}
    file = target.get("file")
    return [Path.cwd(), *([Path(target["root"])] if target.get("root") else []), *([Path(file).parent] if file else [])]


def _narrowed(folder: Path) -> Iterator[str]:
    """*folder*; of the home directory, and of what lies above it, only Python files and packages."""
    if not Path.home().resolve().is_relative_to(folder.resolve()):
        yield str(folder)
        return
    with suppress(OSError):
        for each in folder.iterdir():
            if each.suffix == ".py" or (each / "__init__.py").is_file():
                yield str(each)


def _editable() -> Iterator[str]:
    """The folders of projects that are installed in place, as their finders know them."""
    for name, module in list(sys.modules.items()):
        if name.startswith("__editable__"):
            yield from map(str, getattr(module, "MAPPING", {}).values())
            yield from (str(place) for places in getattr(module, "NAMESPACES", {}).values() for place in places)


def _writable(given: str) -> Iterator[str]:
    """*given*; with its folder where it is a database, which needs files beside it that come and go."""
    path = Path(given).absolute()
    if path.suffix in (".db", ".sqlite", ".sqlite3", ".db3"):
        yield str(path.parent)
        return
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()  # the kernel grants what is there
    yield str(path)


def _address(given: str) -> str:
    host, _, port = given.rpartition(":")
    if not host or not port.isdigit() or not 0 < int(port) < 65536:
        raise UsageError(f"--allow-net is {given!r}, which is no address.", hint="Name a host and a port: db.internal:5432.")
    return given


def _kept() -> str:
    """The folder for files that a record names, and so must outlive the child; nothing where it cannot be ours."""
    folder = Path(temporary_folder(), FOLDER).resolve()
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        ours = not hasattr(os, "getuid") or folder.lstat().st_uid == os.getuid()
    except OSError:
        return ""
    return str(folder) if ours else ""


def _real(paths: list[Any]) -> tuple[str, ...]:
    """*paths* as they are named and as they are, once each: a link is read too."""
    return tuple(dict.fromkeys(name for path in paths for name in (str(Path(path).absolute()), str(Path(path).resolve()))))
