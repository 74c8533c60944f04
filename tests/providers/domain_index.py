"""Write the names of each domain into its index: ``python -m tests.providers.domain_index``."""

from __future__ import annotations

import pkgutil
import re
import textwrap
from importlib import import_module
from pathlib import Path

from pytest_fixturegen.providers import domains
from pytest_fixturegen.providers.domains.specs import Domain

INDEX = Path(domains.__file__).with_name("index.py")


def list_domains() -> list[Domain]:
    """Return every domain, in the order of their names."""
    names = sorted(info.name for info in pkgutil.iter_modules(domains.__path__))
    modules = [import_module(f"{domains.__name__}.{name}") for name in names]
    return [module.DOMAIN for module in modules if hasattr(module, "DOMAIN")]


def format_names() -> str:
    """Return the assignment of OWN_NAMES. A name of two domains belongs to the first one."""
    taken: set[str] = set()
    lines = ["OWN_NAMES: dict[str, str] = {"]
    for domain in list_domains():
        names = sorted(name for name in set(domain.own) - taken if name[0] != "_")
        taken.update(names)
        text = textwrap.fill(" ".join(names), 84, break_on_hyphens=False)
        lines += [f'    "{domain.name}": """', textwrap.indent(text, " " * 8), '    """,']
    return "\n".join([*lines, "}"])


def format_index(source: str) -> str:
    """Return *source*, the index, with the names of the domains as they are now."""
    pattern = re.compile(r"^OWN_NAMES.*?^}$", re.MULTILINE | re.DOTALL)
    return pattern.sub(lambda _: format_names(), source)


if __name__ == "__main__":
    INDEX.write_text(format_index(INDEX.read_text()))
