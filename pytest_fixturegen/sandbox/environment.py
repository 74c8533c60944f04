"""The child's environment: its policy, its variables and its search path."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.file_locks import TMP_VARIABLES, find_tmp_folder
from pytest_fixturegen._internal.regular_files import find_real_path
from pytest_fixturegen.config.command_options import ImportConfig
from pytest_fixturegen.config.safe_folders import has_home, is_private, list_homes
from pytest_fixturegen.errors import UsageError, format_os_error
from pytest_fixturegen.providers.real_path_folder import (
    FILES_VARIABLE,
    find_run_folder,
)
from pytest_fixturegen.sandbox import prestart
from pytest_fixturegen.sandbox.policy import SandboxPolicy

PACKAGE = Path(prestart.PACKAGE)
NO_KERNEL_VARIABLE = "PYTEST_FIXTUREGEN_NO_KERNEL"
"""If it is 1, the kernel's layers are left out: tests see what the audit hook does alone."""

SYSTEM_PATHS = """
    /usr /lib /lib32 /lib64 /libx32 /bin /sbin /nix/store
    /etc/ld.so.cache /etc/ld.so.conf /etc/ld.so.conf.d
    /etc/localtime /etc/timezone /etc/mime.types
    /etc/ssl /etc/pki /etc/ca-certificates /etc/ca-certificates.conf /etc/crypto-policies
    /etc/hosts /etc/resolv.conf /etc/nsswitch.conf /etc/host.conf /etc/gai.conf
    /etc/services /etc/protocols /etc/passwd /etc/group
    /etc/os-release /etc/lsb-release
    /etc/debian_version /etc/redhat-release /etc/alpine-release
    /etc/locale.conf /etc/locale.alias /etc/alternatives /etc/fonts /etc/magic /etc/terminfo
    /etc/python3
    /proc/cpuinfo /proc/meminfo /proc/stat /proc/version /proc/filesystems
    /proc/loadavg /proc/uptime /proc/sys/kernel /proc/sys/vm /proc/sys/fs
    /sys/devices/system /sys/kernel/mm /sys/fs/cgroup
    /System/Library /Library/Frameworks /opt/homebrew /opt/local
    /private/etc/ssl /var/db/timezone
""".split()
"""Installed software and the files that libraries look up. None of them holds a secret."""

DATABASE_SUFFIXES = (".db", ".sqlite", ".sqlite3", ".db3")
MAX_PORT = 65535

PROJECT_MARKERS = (".git", ".hg", "pyproject.toml", "setup.py", "setup.cfg")
"""Files and folders that the root of a project has."""

RUN_FOLDER_PREFIX = "pfg-run-"
"""Beginning of the names of the folders that runs have in the folder for temporary files."""


def build_policy(
    imports: ImportConfig,
    request: Mapping[str, Any],
    scratch: Path,
) -> SandboxPolicy:
    """Return the policy of the child that receives *request*; *scratch* is its own folder.

    Raise UsageError if a granted address is invalid.
    """
    trusted_folders = tuple(map(str, _list_trusted_folders()))
    readable = [
        *SYSTEM_PATHS,
        *_list_installed_paths(),
        *trusted_folders,
        *_list_project_paths(request),
        *_list_editable_folders(),
        *imports.allow_read,
    ]
    writable = [str(scratch)]
    for granted_path in imports.allow_write:
        writable += _prepare_writable_path(granted_path)
    # Python lists the folders on its path. The files of private folders stay unreadable. A folder
    # above a home is not listed, since that would list the home, too; see ``unlisted_folders``.
    narrowed = [*filter(_is_narrowed, _list_import_folders(request)), *_list_wide_roots(request)]
    listable = [folder for folder in narrowed if not _is_above_home(folder)]
    return SandboxPolicy(
        readable_paths=_list_real_paths(readable),
        writable_paths=_list_real_paths(writable),
        trusted_folders=trusted_folders,
        record_files_folder=find_run_folder(request) if "generation" in request else "",
        allowed_addresses=tuple(map(check_address, imports.allow_net)),
        memory_bytes=imports.memory_limit_mb << 20,
        parent_pid=os.getpid(),
        listable_folders=_list_real_paths(listable),
        use_kernel=os.environ.get(NO_KERNEL_VARIABLE) != "1",
        is_strict=imports.sandbox == "strict",
    )


def build_child_environment(
    imports: ImportConfig, scratch: Path, record_files_folder: str
) -> dict[str, str]:
    """Return the child's variables: none that could be a secret, unless it is granted."""
    variables = {name: os.environ[name] for name in imports.allow_env if name in os.environ}
    variables |= dict.fromkeys(("HOME", "USERPROFILE", *TMP_VARIABLES), str(scratch))
    if record_files_folder:
        variables[FILES_VARIABLE] = record_files_folder
    return prestart.build_environment(variables)


def build_trusted_variables(request: Mapping[str, Any]) -> dict[str, str]:
    """Return the variables that a child without a sandbox has in addition to this process's.

    The files that records name are in the same folder as with a sandbox, so the values are equal.
    """
    folder = find_run_folder(request) if "generation" in request else ""
    return {FILES_VARIABLE: folder} if folder else {}


def list_search_path() -> list[str]:
    """Return this process's search path without the folder that it was started in.

    The folder stays if it is where this package is checked out.
    """
    working_folder = Path.cwd()
    is_checkout = working_folder == PACKAGE.parent
    entries = [entry for entry in sys.path if entry]
    return [entry for entry in entries if is_checkout or Path(entry) != working_folder]


def is_installed(file: str) -> bool:
    """Return whether *file* is installed code, and not the project's."""
    return any(Path(file).is_relative_to(folder) for folder in _list_trusted_folders())


def _list_trusted_folders() -> Iterator[Path]:
    """Yield the folders of installed code, whose attempts are not the project's."""
    for name in ("stdlib", "platstdlib", "purelib", "platlib"):
        yield Path(sysconfig.get_path(name))
    for entry in map(Path, sys.path):
        if entry.name in prestart.INSTALLATION_FOLDERS:
            yield entry
    yield PACKAGE


def _list_installed_paths() -> Iterator[str]:
    """Yield the folders of Python itself and of the installed packages."""
    for prefix in {sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix}:
        yield from _narrow_prefix(Path(prefix))
    yield str(Path(sys.executable).parent)
    for entry in list_search_path():
        yield from _narrow_folder(Path(entry))


def _list_project_paths(request: Mapping[str, Any]) -> Iterator[str]:
    """Yield the file of the target and the folders from which it may import."""
    for target in _list_targets(request):
        if target.get("file"):
            yield target["file"]
    for folder in _list_import_folders(request):
        yield from _narrow_folder(folder)
    for folder in _list_wide_roots(request):
        yield from map(str, _list_code(folder))


def _list_import_folders(request: Mapping[str, Any]) -> list[Path]:
    """Return the folders that the target may be imported from, and that it may read."""
    wide_roots = _list_wide_roots(request)
    folders = [Path.cwd()]
    for target in _list_targets(request):
        if target.get("root") and Path(target["root"]).absolute() not in wide_roots:
            folders.append(Path(target["root"]))
        if target.get("file"):
            folders.append(Path(target["file"]).parent)
    return list(dict.fromkeys(folders))


def _list_wide_roots(request: Mapping[str, Any]) -> list[Path]:
    """Return the roots of imports that are above the checkout; only their code may be read."""
    roots = {target.get("root", ""): None for target in _list_targets(request)}
    return [root for root in (Path(text).absolute() for text in roots) if _is_above_checkout(root)]


def _list_targets(request: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the target of *request*, an empty one if it has none, and the files of a folder."""
    target = request.get("target") or {}
    return [target, *target.get("members", ())]


def _is_narrowed(folder: Path) -> bool:
    """Return whether *folder* is or contains the home directory, or that of temporary files."""
    return has_home(folder) or _find_tmp_folder().is_relative_to(folder.resolve())


def _is_above_home(folder: Path) -> bool:
    """Return whether *folder* contains a home directory, but is not one itself."""
    real_folder = folder.resolve()
    return any(home != real_folder and home.is_relative_to(real_folder) for home in list_homes())


def _is_above_checkout(root: Path) -> bool:
    """Return whether *root*, the root of imports, is neither in this folder nor in a project.

    A single ``__init__.py`` or an import in the checkout makes a folder above it the root.
    """
    if root.is_relative_to(Path.cwd()):
        return False
    return not any(map(_is_own_project, (root, *root.parents)))


def _is_own_project(folder: Path) -> bool:
    """Return whether *folder* is the root of a project that other users cannot write."""
    has_marker = any((folder / marker).exists() for marker in PROJECT_MARKERS)
    return has_marker and not has_home(folder) and is_private(folder)


def _find_tmp_folder() -> Path:
    return Path(find_tmp_folder()).resolve()


def _narrow_prefix(prefix: Path) -> Iterator[str]:
    """Yield the folder *prefix* of Python, or only Python's part of it if it is narrowed."""
    if not _is_narrowed(prefix):
        yield str(prefix)
        return
    yield from map(str, _list_trusted_folders())
    yield from (sysconfig.get_path("scripts"), sysconfig.get_path("include"))
    yield str(prefix / "pyvenv.cfg")


def _narrow_folder(folder: Path) -> Iterator[str]:
    """Yield *folder*, or only a part of it.

    That is its Python code if it has the home directory, and else what does not belong to other
    runs. A link is followed to code only: it may lead to any file.
    """
    if not _is_narrowed(folder):
        yield str(folder)
        return
    with suppress(OSError):
        if has_home(folder):
            yield from map(str, _list_code(folder))
        else:
            yield from _list_beside_runs(folder.resolve(), _find_tmp_folder())


def _list_code(folder: Path) -> Iterator[Path]:
    """Yield the Python files and packages in *folder*."""
    with suppress(OSError):
        yield from filter(_is_code, folder.iterdir())


def _is_code(path: Path) -> bool:
    """Return whether *path*, links followed, is a Python file or a package."""
    real_path = path.resolve()
    return real_path.suffix == ".py" or (real_path / "__init__.py").is_file()


def _list_beside_runs(folder: Path, tmp_folder: Path) -> Iterator[str]:
    """Yield the paths in *folder*, without links and without the temporary folders of runs."""
    for entry in folder.iterdir():
        if entry.is_symlink() or entry.name.startswith(RUN_FOLDER_PREFIX):
            continue
        if tmp_folder.is_relative_to(entry):
            yield from _list_beside_runs(entry, tmp_folder)
        else:
            yield str(entry)


def _list_editable_folders() -> Iterator[str]:
    """Yield the folders of editable installs, which setuptools' finders list."""
    for name, module in list(sys.modules.items()):
        if not name.startswith("__editable__"):
            continue
        yield from map(str, getattr(module, "MAPPING", {}).values())
        for folders in getattr(module, "NAMESPACES", {}).values():
            yield from map(str, folders)


def _prepare_writable_path(granted_path: str) -> Iterator[str]:
    """Yield the path to grant. A missing file is created: the kernel grants existing files only.

    For a database it is the folder, since databases make and remove files next to themselves.
    """
    path = _find_granted_path(granted_path)
    if path.suffix in DATABASE_SUFFIXES:
        yield str(path.parent)
        return
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    yield str(path)


def _find_granted_path(granted_path: str) -> Path:
    """Return *granted_path* without links; raise UsageError if one leads out of the project.

    The user grants what the path shows, and a checkout may show a link.
    """
    try:
        return find_real_path(Path(granted_path))
    except OSError as error:
        raise UsageError(
            f"Invalid --allow-write {granted_path}: {format_os_error(error)}.",
            hint="Name the folder itself.",
        ) from error


def check_address(address: str) -> str:
    """Return *address* unchanged; raise UsageError unless it is ``HOST:PORT``."""
    host, _, port = address.rpartition(":")
    if not host or not port.isdigit() or not 0 < int(port) <= MAX_PORT:
        raise UsageError(
            f"Invalid --allow-net: expected HOST:PORT, got {address!r}.",
            hint="Name a host and a port: db.internal:5432.",
        )
    return address


def _list_real_paths(paths: Iterable[str | Path]) -> tuple[str, ...]:
    """Return each path as it is spelled and without links, once: a link is read, too."""
    found: dict[str, None] = {}
    for path in map(Path, paths):
        found[str(path.absolute())] = None
        found[str(path.resolve())] = None
    return tuple(found)
