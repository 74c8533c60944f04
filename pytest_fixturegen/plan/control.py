"""What the configuration asks of single fields: found by path, by ``Model.field``, or by a pattern of either.

An override goes before a field policy, a whole path before ``Model.field``. Two patterns may say the same of a field,
but not different things.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from sys import modules
from typing import Any

from pytest_fixturegen.errors import ConfigError, nearest
from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.options import GenerationConfig, Pairs
from pytest_fixturegen.plan.reach import parts_of
from pytest_fixturegen.policies import as_mapping
from pytest_fixturegen.shape.shapes import Field, Model, Reading, Ref, Shape

Said = Mapping[str, Any]
EMPTY: Said = {}

CHECKS: dict[str, tuple[Any, str]] = {
    "value": (object, "a value"),
    "factory": ((str, Callable), "a function, or a dotted path such as 'app.fakes:iban'"),
    "ignore": (bool, "true or false"),
    "require": (bool, "true or false"),
    "post_generate": ((str, Callable), "a function, or a dotted path such as 'app.fakes:trimmed'"),
    "provider": (str, "the name of a provider, such as 'email' or 'faker.iban'"),
    "p_none": ((int, float), "a number from 0 to 1"),
    "min_items": (int, "a whole number of at least 0"),
    "max_items": (int, "a whole number of at least 0"),
}
"""What may be asked of a field, and what each is."""

SOURCES = frozenset(("value", "factory", "provider", "ignore"))
"""Those of them that say where its value comes from."""


@dataclass(frozen=True, slots=True)
class Control:
    """Answers for one reading: its *roots* are the names of the models that a path may begin with."""

    overrides: Mapping[str, Said]
    policies: Mapping[str, Said]
    locales: Pairs
    roots: tuple[str, ...]

    @staticmethod
    def of(config: GenerationConfig, reading: Reading) -> Control:
        """What *config* asks of *reading*. Raises ConfigError for a key, a model or a field that is not there."""
        overrides, policies = as_mapping(config.overrides), as_mapping(config.field_policies)
        for option, given in (("overrides", overrides), ("field_policies", policies)):
            for path, said in given.items():
                check(option, path, said)
        if overrides:
            _check_paths(overrides, reading)
        roots = tuple(model.cls.__name__ for model in nested(reading, reading.shape))
        return Control(overrides, policies, config.locale_map, roots)

    @property
    def is_by_path(self) -> bool:
        """Whether the same model may be filled in two ways in two places."""
        return bool(self.overrides or self.policies or self.locales)

    def at(self, model: str, each: Field, path: str, asked: Said = EMPTY) -> Said:
        """What is asked of the field *each* of *model*, which stands at *path*; what a plugin *asked* goes before policies."""
        if not (self.overrides or self.policies):
            return asked
        short, whole = self._names(model, (each.name, str(each.key[0])), path)
        fixed = over(_first(self.overrides, short), _first(self.overrides, whole))
        return over(over(self._patterned((*short, *whole)), asked), fixed)

    def is_given(self, model: str, each: Field, path: str) -> bool:
        """Whether an override says where the value of a field comes from."""
        names = self._names(model, (each.name, str(each.key[0])), path) if self.overrides else ()
        return any(SOURCES & _first(self.overrides, listed).keys() for listed in names)

    def locale(self, model: str, name: str, path: str, otherwise: str) -> str:
        """The locale of a field: that of the first pattern that names it."""
        if not self.locales:
            return otherwise
        names = [name for listed in self._names(model, (name,), path) for name in listed]
        return next((locale for pattern, locale in self.locales if _fits(pattern, names)), otherwise)

    def _names(self, model: str, names: tuple[str, ...], path: str) -> tuple[list[str], list[str]]:
        above = re.sub(r"\.?(?:\*(?:\.key|\.value)?|\d+)(?=\.|$)", "", path).strip(".").rpartition(".")[0]
        prefix = f".{above}" if above else ""
        short, whole = (
            [f"{model}.{name}" for name in names],
            [f"{root}{prefix}.{name}" for root in self.roots for name in names],
        )
        return short, [name for name in whole if name not in short]

    def _patterned(self, names: Sequence[str]) -> Said:
        said: dict[str, tuple[str, Any]] = {}
        for pattern, settings in self.policies.items():
            if not _fits(pattern, names):
                continue
            for key, value in settings.items():
                other, before = said.setdefault(key, (pattern, value))
                if before != value:
                    raise ConfigError(
                        f"{other!r} and {pattern!r} in field_policies ask {key} of {names[0]} to be {before!r} and {value!r}.",
                        hint="Let one of them say it, or write an override.", key="field_policies",
                    )  # fmt: skip
        return {key: value for key, (_, value) in said.items()}


def nested(reading: Reading, shape: Shape, seen: frozenset[str] = frozenset()) -> list[Model]:
    """The models that *shape* holds, but none within them."""
    if isinstance(shape, Model):
        return [shape]
    if isinstance(shape, Ref):
        known = shape.name not in seen and shape.name in reading.refs
        return nested(reading, reading.refs[shape.name], seen | {shape.name}) if known else []
    return [model for part in parts_of(shape) for model in nested(reading, part, seen)]


def over(weaker: Said, stronger: Said) -> Said:
    """Both, key by key; where *stronger* says what the value is, *weaker* has no say in that."""
    if SOURCES & stronger.keys():
        weaker = {key: value for key, value in weaker.items() if key not in SOURCES}
    return {**weaker, **stronger}


def _first(given: Mapping[str, Said], names: Sequence[str]) -> Said:
    return next((given[name] for name in names if name in given), EMPTY)


def _fits(pattern: str, names: Sequence[str]) -> bool:
    if not pattern.startswith("re:"):
        return any(fnmatchcase(name, pattern) for name in names)
    try:
        return any(re.fullmatch(pattern[3:], name) for name in names)
    except re.error as error:
        raise ConfigError(f"{pattern!r} is no regular expression: {error}.", hint="Correct it.", key=pattern) from error


def check(option: str, path: str, said: Said) -> None:
    """Raises ConfigError where *option* asks of *path* what cannot be asked of a field."""
    for key, value in said.items():
        if key not in CHECKS:
            raise ConfigError(
                f"{option} of {path} set {key!r}, which can be asked of no field.", hint=nearest(key, CHECKS), key=key
            )
        kinds, wanted = CHECKS[key]
        fits = isinstance(value, kinds) and (kinds in (object, bool) or not isinstance(value, bool))
        if key == "p_none" or key.endswith("_items"):
            fits = fits and value >= 0 and (value <= 1 or key != "p_none")
        if not fits:
            raise ConfigError(f"{key} of {path} is {value!r}, which is not {wanted}.", hint=f"Give it {wanted}.", key=key)


def _check_paths(paths: Mapping[str, Said], reading: Reading) -> None:
    models = [*nested(reading, reading.shape), *(model for ref in reading.refs for model in nested(reading, Ref(ref)))]
    for path in paths:
        head, *names = path.split(".")
        here = [model for model in models if model.cls.__name__ == head]
        if not names:
            raise ConfigError(f"The override {path!r} names no field.", hint="Write Model.field.", key=path)
        if not here:
            _check_model(head, models)
            continue
        for name in names:
            fields = [each for model in here for each in model.fields if name in (each.name, each.key[0])]
            if not fields:
                known = {each.name for model in here for each in model.fields}
                raise ConfigError(f"The override {path!r} names no field: {name!r} is not there.", hint=nearest(name, known))
            here = [model for each in fields for model in nested(reading, each.shape)]


def _check_model(name: str, models: Sequence[Model]) -> None:
    """Raise ConfigError for the *name* of a model that seems misspelt: it is close to one, and nobody else's."""
    from difflib import get_close_matches

    close = get_close_matches(name, sorted(model.cls.__name__ for model in models), n=1, cutoff=0.6)
    if close and not any(hasattr(module, name) for module in _homes(models)):
        raise ConfigError(f"There is no model {name!r} to override.", hint=f"Did you mean {close[0]!r}?", key=name)


def _homes(models: Sequence[Model]) -> Iterator[Any]:
    return (modules[model.cls.__module__] for model in models if model.cls.__module__ in modules)
