"""The settings of Django, which a module with models needs before it can be imported."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from pytest_fixturegen._internal.user_code import Raised, attempt, call_or_default
from pytest_fixturegen.discovery.search_path import add_project_folder, load_module
from pytest_fixturegen.discovery.targets import Target
from pytest_fixturegen.errors import DiscoveryError

VARIABLE = "DJANGO_SETTINGS_MODULE"

SETTINGS_FILES = ("manage.py", "pytest.ini", "pyproject.toml", "tox.ini", "setup.cfg")
"""Files of a project that name the module of its settings, for Django or for pytest-django."""

SETTINGS_PATTERN = re.compile(rf"\b{VARIABLE}[\"']?\s*[,=]\s*[\"']?([A-Za-z_][\w.]*)")

EARLY_ERRORS = ("ImproperlyConfigured", "AppRegistryNotReady")
"""What Django raises if a model is defined before the settings are known."""


def load_configured(target: Target) -> ModuleType:
    """Return the module of *target*, imported once more after Django's set-up if it needs that.

    Django is not imported unless the target has done so.

    Raises:
        DiscoveryError: If nothing names the settings of Django.
    """
    module = attempt(partial(load_module, target))
    if not isinstance(module, Raised):
        return module
    if not _is_early(module.error):
        raise module.error
    set_up_django(target)
    return load_module(target)


def _is_early(error: Exception) -> bool:
    """Return whether *error* says that Django is not set up."""
    django_apps: Any = sys.modules.get("django.apps")
    if django_apps is None or django_apps.apps.ready:
        return False
    return type(error).__name__ in EARLY_ERRORS


def set_up_django(target: Target) -> None:
    """Load the settings and the applications of the project of *target*.

    Its logging is left alone, which might write files.
    """
    from django.apps import apps
    from django.conf import settings

    if not settings.configured:
        os.environ[VARIABLE] = os.environ.get(VARIABLE) or _find_settings(target)
    apps.populate(settings.INSTALLED_APPS)


def _find_settings(target: Target) -> str:
    """Return the module of the settings that a file of the project names.

    Raises:
        DiscoveryError: If no file names one.
    """
    for file in _list_files(target):
        text = call_or_default(partial(file.read_text, "utf-8"), "")
        match = SETTINGS_PATTERN.search(text)
        if match:
            add_project_folder(str(file.parent))
            return match[1]
    raise DiscoveryError(
        f"{target.module} needs the settings of Django: expected a manage.py or the variable "
        f"{VARIABLE} that names them, got neither.",
        hint=f"Run pfg in the folder of manage.py, or set {VARIABLE} and give "
        f"--allow-env {VARIABLE}.",
        module=target.module,
    )


def _list_files(target: Target) -> Iterator[Path]:
    """Yield the files that may name the settings, from the root of the project downwards."""
    root = Path(target.root)
    inner = [folder for folder in Path(target.file).parents if folder.is_relative_to(root)]
    for folder in dict.fromkeys([root, *reversed(inner)]):
        yield from (folder / name for name in SETTINGS_FILES)
