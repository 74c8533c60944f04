"""What the child finds around it: what it may read, the environment, a home and a temporary folder of its own."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.file_locks import TMP_VARIABLES, find_tmp_folder
from pytest_fixturegen.config.command_options import ImportConfig
from pytest_fixturegen.errors import UsageError
from pytest_fixturegen.providers.real_path_folder import FILES_FOLDER, FILES_VARIABLE
from pytest_fixturegen.sandbox import prestart
from pytest_fixturegen.sandbox.policy import SandboxPolicy

PACKAGE = Path(prestart.PACKAGE)
NO_KERNEL_VARIABLE = "PYTEST_FIXTUREGEN_NO_KERNEL"
"""For tests: set to 1, the kernel's layers are left out, which shows what the audit hook does alone."""

SYSTEM_PATHS = """/usr /lib /lib32 /lib64 /libx32 /bin /sbin /nix/store /etc/ld.so.cache /etc/ld.so.conf /etc/ld.so.conf.d
    /etc/localtime /etc/timezone /etc/mime.types /etc/ssl /etc/pki /etc/ca-certificates /etc/ca-certificates.conf /etc/hosts
    /etc/resolv.conf /etc/nsswitch.conf /etc/host.conf /etc/gai.conf /etc/services /etc/protocols /etc/passwd /etc/group
    /etc/os-release /etc/lsb-release /etc/debian_version /etc/redhat-release /etc/alpine-release /etc/locale.conf
    /etc/locale.alias /etc/alternatives /etc/fonts /etc/magic /etc/terminfo /etc/python3 /etc/crypto-policies
    /proc/cpuinfo /proc/meminfo /proc/stat /proc/version /proc/filesystems /proc/loadavg /proc/uptime /proc/sys/kernel
    /proc/sys/vm /proc/sys/fs /sys/devices/system /sys/kernel/mm /sys/fs/cgroup /System/Library /Library/Frameworks
    /opt/homebrew /opt/local /private/etc/ssl /var/db/timezone"""
"""What is installed, and what libraries look up; nothing of it is a secret."""


def build_policy(imports: ImportConfig, request: Mapping[str, Any], scratch: Path) -> SandboxPolicy:
    """What the child that is sent *request* may do, with *scratch* as its own. Raises UsageError for a grant that is none."""
    trusted = tuple(map(str, _list_trusted_folders()))
    reads = [
        *SYSTEM_PATHS.split(),
        *_list_installed_paths(),
        *trusted,
        *_list_project_paths(request),
        *_list_editable_folders(),
    ]
    writes = [path for given in imports.allow_write for path in _prepare_writable_path(given)]
    return SandboxPolicy(
        readable_paths=_list_real_paths([*reads, *imports.allow_read]),
        writable_paths=_list_real_paths([scratch, *writes]),
        trusted_folders=trusted,
        kept_folder=_find_kept_folder() if "generation" in request else "",
        allowed_addresses=tuple(map(_check_address, imports.allow_net)),
        memory_bytes=imports.memory_limit_mb << 20,
        parent_pid=os.getpid(),
        listable_folders=_list_real_paths([Path.home()])
        if Path.home() in _list_import_folders(request)
        else (),
        use_kernel=os.environ.get(NO_KERNEL_VARIABLE) != "1",
        is_strict=imports.sandbox == "strict",
    )


def build_child_environment(
    imports: ImportConfig, scratch: Path, kept_folder: str
) -> dict[str, str]:
    """The variables of the child: none that could be a secret, unless it is granted."""
    granted = {name: os.environ[name] for name in imports.allow_env if name in os.environ}
    own = dict.fromkeys(("HOME", "USERPROFILE", *TMP_VARIABLES), str(scratch))
    return prestart.build_environment(
        {**granted, **own, **({FILES_VARIABLE: kept_folder} if kept_folder else {})}
    )


def list_search_path() -> list[str]:
    """Where the child looks for what is installed: where this process does, without the folder it was started in."""
    here = Path.cwd()
    return [
        entry for entry in sys.path if entry and (Path(entry) != here or here == PACKAGE.parent)
    ]


def is_installed(file: str) -> bool:
    """Whether *file* is installed code, and not the project's."""
    return any(Path(file).is_relative_to(folder) for folder in _list_trusted_folders())


def _list_trusted_folders() -> Iterator[Path]:
    """The folders of installed code: whose attempts are not the project's."""
    yield from (
        Path(sysconfig.get_path(name)) for name in ("stdlib", "platstdlib", "purelib", "platlib")
    )
    yield from (
        Path(entry) for entry in sys.path if Path(entry).name in ("site-packages", "dist-packages")
    )
    yield PACKAGE


def _list_installed_paths() -> list[str]:
    prefixes = [
        sys.prefix,
        sys.exec_prefix,
        sys.base_prefix,
        sys.base_exec_prefix,
        str(Path(sys.executable).parent),
    ]
    return [
        *prefixes,
        *(place for entry in list_search_path() for place in _narrow_folder(Path(entry))),
    ]


def _list_project_paths(request: Mapping[str, Any]) -> Iterator[str]:
    target = request.get("target") or {}
    if target.get("file"):
        yield target["file"]
    for folder in _list_import_folders(request):
        yield from _narrow_folder(folder)


def _list_import_folders(request: Mapping[str, Any]) -> list[Path]:
    """The folders that the target may be imported from. Python looks for a module among the names that one holds."""
    target = request.get("target") or {}
    file = target.get("file")
    return [
        Path.cwd(),
        *([Path(target["root"])] if target.get("root") else []),
        *([Path(file).parent] if file else []),
    ]


def _narrow_folder(folder: Path) -> Iterator[str]:
    """*folder*; of the home directory, and of what lies above it, only Python files and packages."""
    if not Path.home().resolve().is_relative_to(folder.resolve()):
        yield str(folder)
        return
    with suppress(OSError):
        for each in folder.iterdir():
            if each.suffix == ".py" or (each / "__init__.py").is_file():
                yield str(each)


def _list_editable_folders() -> Iterator[str]:
    """The folders of projects that are installed in place, as their finders know them."""
    for name, module in list(sys.modules.items()):
        if name.startswith("__editable__"):
            yield from map(str, getattr(module, "MAPPING", {}).values())
            yield from (
                str(place)
                for places in getattr(module, "NAMESPACES", {}).values()
                for place in places
            )


def _prepare_writable_path(granted_path: str) -> Iterator[str]:
    """*given*; with its folder where it is a database, which needs files beside it that come and go."""
    path = Path(granted_path).absolute()
    if path.suffix in (".db", ".sqlite", ".sqlite3", ".db3"):
        yield str(path.parent)
        return
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()  # the kernel grants what is there
    yield str(path)


def _check_address(address: str) -> str:
    host, _, port = address.rpartition(":")
    if not host or not port.isdigit() or not 0 < int(port) < 65536:
        raise UsageError(
            f"--allow-net is {address!r}, which is no address.",
            hint="Name a host and a port: db.internal:5432.",
        )
    return address


def _find_kept_folder() -> str:
    """The folder for files that a record names, and so must outlive the child; nothing where it cannot be ours."""
    folder = Path(find_tmp_folder(), FILES_FOLDER).resolve()
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        ours = not hasattr(os, "getuid") or folder.lstat().st_uid == os.getuid()
    except OSError:
        return ""
    return str(folder) if ours else ""


def _list_real_paths(paths: list[Any]) -> tuple[str, ...]:
    """*paths* as they are named and as they are, once each: a link is read too."""
    return tuple(
        dict.fromkeys(
            name
            for path in paths
            for name in (str(Path(path).absolute()), str(Path(path).resolve()))
        )
    )
