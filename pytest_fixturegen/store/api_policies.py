"""What ``generate`` of an API file asks of the engine, as policies."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.type_names import to_snake_case
from pytest_fixturegen.errors import ConfigError, suggest_nearest


@dataclass(frozen=True, slots=True)
class PickOne:
    """Draws one of *values*, each as often as its weight says."""

    values: tuple[Any, ...]
    weights: tuple[float, ...] | None

    def __call__(self, rng: Random) -> Any:
        """One of the values."""
        return rng.choices(self.values, self.weights)[0]


@dataclass(frozen=True, slots=True)
class EmailAtDomain:
    """Moves an e-mail address to another *domain*."""

    domain: str

    def __call__(self, address: str) -> str:
        """The same mailbox there."""
        return f"{address.partition('@')[0]}@{self.domain}"


@dataclass(frozen=True, slots=True)
class FakerCall:
    """Asks Faker for what *name* says, with *arguments*."""

    name: str
    arguments: tuple[tuple[str, Any], ...]

    def __call__(self, faker: Any) -> Any:
        """What Faker gives."""
        return getattr(faker, self.name)(**dict(self.arguments))


def to_overrides(model: Any, fields: Mapping[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """What is asked of *fields*, by their paths, as overrides of the engine."""
    return {f"{model.__name__}.{path}": policy for path, policy in fields.items()}


def read_policy(declaration: Any, location: str) -> dict[str, Any]:
    """What ``generate``, found at *place*, asks. Raises ConfigError for what nobody knows how to draw."""
    told = (
        {"type": declaration}
        if isinstance(declaration, str)
        else dict(declaration)
        if isinstance(declaration, dict)
        else {}
    )
    kind = str(told.pop("type", ""))
    if not kind:
        raise ConfigError(
            f"{location} generates {declaration!r:.80}, which names no provider.",
            hint="Write generate: {type: city}.",
        )
    if kind in ("pickOne", "pick_one"):
        return {"factory": _read_pick_one(told, location)}
    if kind == "email" and told.keys() == {"domain"}:
        return {"provider": "email", "post_generate": EmailAtDomain(str(told["domain"]))}
    name = to_snake_case(kind.removeprefix("faker."))
    if not told and not kind.startswith("faker.") and _is_known_provider(name):
        return {"provider": name}
    return {"factory": _build_faker_call(name, told, location)}


def _read_pick_one(arguments: dict[str, Any], location: str) -> PickOne:
    values, weights = tuple(arguments.get("values") or ()), arguments.get("weights")
    if not values or (
        weights is not None
        and (len(weights) != len(values) or not all(w >= 0 for w in weights) or not sum(weights))
    ):
        raise ConfigError(
            f"{location}: pickOne needs values, and as many weights or none.",
            hint="values: [a, b], weights: [3, 1]",
        )
    return PickOne(values, tuple(map(float, weights)) if weights else None)


def _is_known_provider(name: str) -> bool:
    from pytest_fixturegen.providers.by_name import NAMES

    return any(name == known for known, _ in NAMES)


def _build_faker_call(name: str, arguments: dict[str, Any], location: str) -> FakerCall:
    """What asks Faker for *name* with the arguments *told*, which it has taken once."""
    from pytest_fixturegen.providers.vocabulary import get_faker

    faker = get_faker("en_US")
    if name.startswith("_") or not callable(getattr(faker, name, None)):
        known = [each for each in dir(faker) if not each.startswith("_")]
        if _is_known_provider(name):
            raise ConfigError(
                f"{location}: {name} takes no {next(iter(arguments))!r}.",
                hint="It is drawn without settings.",
            )
        raise ConfigError(
            f"{location}: there is no provider {name!r} to generate it.",
            hint=suggest_nearest(name, [*known, "pickOne"]),
        )
    asked = FakerCall(name, tuple(sorted(arguments.items())))
    try:
        asked(faker)
    except Exception as error:  # Faker, and providers that others add to it, may raise anything
        words = f"{location}: Faker cannot generate {name} with {arguments}: {error}."
        raise ConfigError(words, hint="Its arguments are those of Faker's provider.") from error
    return asked
