"""Names of resources, derived from the names of their models."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pytest_fixturegen._internal.type_names import to_snake_case
from pytest_fixturegen.errors import ConfigError, UsageError, suggest_nearest

if TYPE_CHECKING:
    from pluralizer import Pluralizer

CORRECTED_PLURALS = {
    "lens": "lenses",
    "medium": "media",
    "schema": "schemas",
    "talisman": "talismans",
    "virus": "viruses",
}
"""Words whose plural differs from that of the library, which has the Latin form of some."""

UNCOUNTABLE_WORDS = ("feedback", "money")
"""Words that the library counts."""

ModelNames = Iterable[tuple[str, str]]
"""Pairs of a resource and its model: ``("heroes", "Hero")``."""


def name_models(models: Sequence[Any], chosen_names: ModelNames = ()) -> dict[str, Any]:
    """Return *models* by the names of their resources: ``OrderLine`` becomes ``order_lines``.

    *chosen_names* replace the derived names. Raise ConfigError if two models have the same name, or
    if a model of *chosen_names* is unknown.
    """
    names = _find_chosen_names(models, chosen_names)
    named: dict[str, Any] = {}
    for model in models:
        model_name = _get_name(model)
        name = names.get(model_name) or plural(to_snake_case(model_name))
        if named.setdefault(name, model) is not model:
            raise ConfigError(
                f"Two models have the same resource name {name!r}: {_get_name(named[name])} and "
                f"{model_name}.",
                hint=f"Choose another name with --resource NAME={model_name} or, in Python, with a "
                "mapping, or leave one model out with --exclude.",
            )
    return named


def _find_chosen_names(models: Sequence[Any], chosen_names: ModelNames) -> Mapping[str, str]:
    """Return the chosen names by model; raise ConfigError for an unknown or repeated model."""
    known = [_get_name(model) for model in models]
    found: dict[str, str] = {}
    for name, model in chosen_names:
        if model not in known:
            raise ConfigError(
                f"The resource {name!r} has the unknown model {model!r}.",
                hint=suggest_nearest(model, known),
                key="resource",
            )
        if found.setdefault(model, name) != name:
            raise ConfigError(
                f"The model {model!r} has two resource names: {found[model]!r} and {name!r}.",
                hint="Give each model one name.",
                key="resource",
            )
    return found


def _get_name(model: Any) -> str:
    return str(getattr(model, "__name__", model))


def plural(name: str) -> str:
    """Return the English plural of *name*, which is in snake case; a plural stays as it is.

    Raise UsageError if the package ``pluralizer`` is missing.
    """
    head, _, word = name.rpartition("_")
    many = _load_pluralizer().plural(word)
    return f"{head}_{many}" if head else many


@lru_cache(maxsize=1)
def _load_pluralizer() -> Pluralizer:
    """Return the rules of English plurals."""
    try:
        from pluralizer import Pluralizer
    except ModuleNotFoundError as error:
        raise UsageError(
            "The names of resources are English plurals, which need pluralizer.",
            hint="pip install 'pytest-fixturegen[serve]', or give a mapping of names to models.",
        ) from error
    words = Pluralizer()  # type: ignore[no-untyped-call]
    for singular, plural in CORRECTED_PLURALS.items():
        words.add_irregular_rule(singular, plural)
    for word in UNCOUNTABLE_WORDS:
        words.add_uncountable_rule(word)
    return words
