"""Turns the ``generate`` rules of an API file into field policies of the generator."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.type_names import to_snake_case
from pytest_fixturegen._internal.user_code import translate_user_errors
from pytest_fixturegen.errors import ConfigError, suggest_nearest
from pytest_fixturegen.providers.by_name import NAMES
from pytest_fixturegen.providers.vocabulary import get_faker
from pytest_fixturegen.store.generate_rules import GenerateRule

FAKER_PREFIX = "faker."
FieldPolicy = dict[str, Any]
Policies = dict[str, FieldPolicy]
"""Policies by ``Model.path``."""


@dataclass(frozen=True, slots=True)
class PickOne:
    """Draws one of *values*, with a probability in proportion to its weight."""

    values: tuple[Any, ...]
    weights: tuple[float, ...] | None

    def __call__(self, rng: Random) -> Any:
        """Return one of the values."""
        return rng.choices(self.values, self.weights)[0]


@dataclass(frozen=True, slots=True)
class EmailAtDomain:
    """Replaces the domain of an e-mail address by *domain*."""

    domain: str

    def __call__(self, address: str) -> str:
        """Return the address with the same mailbox at the domain."""
        mailbox, _, _ = address.partition("@")
        return f"{mailbox}@{self.domain}"


@dataclass(frozen=True, slots=True)
class FakerCall:
    """Calls the method *name* of Faker with *arguments*."""

    name: str
    arguments: tuple[tuple[str, Any], ...]

    def __call__(self, faker: Any) -> Any:
        """Return a value of Faker."""
        return getattr(faker, self.name)(**dict(self.arguments))


def build_policies(model_name: str, rules: Mapping[str, GenerateRule]) -> Policies:
    """Return the policies of *rules*, by ``Model.path``. See :func:`build_policy`."""
    return {f"{model_name}.{path}": build_policy(rule) for path, rule in rules.items()}


def build_policy(rule: GenerateRule) -> FieldPolicy:
    """Return the policy of *rule*. Raise ConfigError if no provider accepts its arguments.

    A provider of this package comes before a method of Faker with the same name; the prefix
    ``faker.`` selects Faker.
    """
    arguments = dict(rule.arguments)
    if rule.provider in ("pickOne", "pick_one"):
        return {"factory": _build_pick_one(arguments, rule.location)}
    if rule.provider == "email" and arguments.keys() == {"domain"}:
        domain = str(arguments["domain"])
        return {"provider": "email", "post_generate": EmailAtDomain(domain)}
    name = to_snake_case(rule.provider.removeprefix(FAKER_PREFIX))
    is_faker = bool(arguments) or rule.provider.startswith(FAKER_PREFIX)
    if not is_faker and _is_known_provider(name):
        return {"provider": name}
    return {"factory": _build_faker_call(name, arguments, rule.location)}


def _build_pick_one(arguments: Mapping[str, Any], location: str) -> PickOne:
    """Return the generator that picks one of the *values*, evenly or by *weights*.

    Raise ConfigError if values are missing or the weights do not fit them.
    """
    values = tuple(arguments.get("values") or ())
    weights = arguments.get("weights")
    if not values or not _are_valid_weights(weights, len(values)):
        raise ConfigError(
            f"{location}: pickOne needs values, and either no weights or one for each value.",
            hint="values: [a, b], weights: [3, 1]",
        )
    if weights is None:
        return PickOne(values, None)
    return PickOne(values, tuple(map(float, weights)))


def _are_valid_weights(weights: Any, count: int) -> bool:
    """Return whether there is one weight per value, none negative and at least one positive.

    None is valid: it means equal weights.
    """
    if weights is None:
        return True
    if len(weights) != count or min(weights) < 0:
        return False
    return bool(sum(weights) > 0)


def _is_known_provider(name: str) -> bool:
    """Return whether a provider serves fields called *name*."""
    return any(name == known for known, _ in NAMES)


def _build_faker_call(
    name: str,
    arguments: Mapping[str, Any],
    location: str,
) -> FakerCall:
    """Return a call of Faker, after one trial of its arguments."""
    faker = get_faker("en_US")
    method = None if name.startswith("_") else getattr(faker, name, None)
    if not callable(method):
        raise _make_provider_error(
            name,
            arguments,
            dir(faker),
            location,
        )
    call = FakerCall(
        name,
        tuple(sorted(arguments.items())),
    )

    def build_error(error: Exception) -> ConfigError:
        """Return the ConfigError to raise if Faker rejects the arguments."""
        return ConfigError(
            f"{location}: Faker cannot generate {name} with {dict(arguments)}: {error}.",
            hint="Give the arguments of Faker's provider.",
        )

    with translate_user_errors(build_error):  # users may add providers to Faker
        call(faker)
    return call


def _make_provider_error(
    name: str,
    arguments: Mapping[str, Any],
    faker_names: list[str],
    location: str,
) -> ConfigError:
    """Return the ConfigError of a provider that is unknown or does not accept arguments."""
    if _is_known_provider(name):
        argument = next(iter(arguments))
        return ConfigError(
            f"{location}: the provider {name} does not accept the argument {argument!r}.",
            hint="Name it without arguments.",
        )
    public_names = [each for each in faker_names if not each.startswith("_")]
    return ConfigError(
        f"{location}: unknown provider {name!r}.",
        hint=suggest_nearest(name, [*public_names, "pickOne"]),
    )
