"""Plans of fields whose settings choose a value, a factory, a provider, or the default."""

from __future__ import annotations

import copy
from dataclasses import replace

from pytest_fixturegen._internal.seeded_globals import UserFunction
from pytest_fixturegen.errors import ConfigError, suggest_nearest
from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    CustomJsonShape,
    OptionalShape,
    Shape,
    unwrap_shape,
)
from pytest_fixturegen.nodes import Callback, Choice, Converted, Node, Nullable, Pinned
from pytest_fixturegen.providers.by_name import NAMES
from pytest_fixturegen.providers.domains.lookup import DomainMatch, load_domain
from pytest_fixturegen.providers.domains.nodes import build_node
from pytest_fixturegen.providers.domains.own_domains import list_domain_names
from pytest_fixturegen.providers.vocabulary import get_faker
from pytest_fixturegen.strategies.fields import omitted_fields
from pytest_fixturegen.strategies.fields.user_functions import (
    FAKER_PREFIX,
    import_function,
    load_factory,
)
from pytest_fixturegen.strategies.fixed_views import find_fixed_views
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import OMITTED_PROVIDER, Planned
from pytest_fixturegen.strategies.rule import Rule

REQUESTING_RULES = frozenset(("configured_override", "plugin", "field_policy"))
"""The names of the rules that fill a field by its settings."""


def plan_requested_value(rule: Rule, context: PlanContext) -> Planned | None:
    """Return the plan of a field by its settings; None if they do not choose how it is made.

    *rule* is the rule that decides. Raise ConfigError if the settings do not fit the field.
    """
    settings = context.settings
    if settings.get("ignore"):
        return _plan_ignored(rule, context)
    if "value" in settings:
        return _plan_value(rule, context)
    if "factory" in settings:
        return _plan_factory(rule, context)
    if "provider" in settings:
        return _plan_provider(rule, context)
    return None


def _plan_ignored(rule: Rule, context: PlanContext) -> Planned:
    """Return the plan that omits the field. Raise ConfigError if the field has no default."""
    request = context.request
    assert request is not None
    if request.field.required:
        raise ConfigError(
            f"{context.model}.{context.name} has no default, so it cannot be ignored.",
            hint="Give it a value instead.",
            path=context.path,
        )
    return omitted_fields.plan_omitted(
        context,
        rule.decide(context, OMITTED_PROVIDER, "ignore"),
    )


def _plan_value(rule: Rule, context: PlanContext) -> Planned:
    """Return the plan of the fixed ``value`` of the settings, copied for each record."""
    value = context.settings["value"]
    decision = rule.decide(context, repr(value))
    # Two equal options make the node call deepcopy for each record, so that no two share a list.
    node = Pinned(Converted(Choice((value, value), (None, None)), copy.deepcopy))
    fixed_views = find_fixed_views(context, value)
    planned = Planned(
        node,
        (decision,),
        presence="always",
        fixed_views=fixed_views,
    )
    return planned.unproven()


def _plan_factory(rule: Rule, context: PlanContext) -> Planned:
    """Return the plan that calls the user's ``factory``. Raise what loading it raises."""
    path = context.settings["factory"]
    decision = rule.decide(context, str(path))
    node = Pinned(Callback(load_factory(path, context.config.locale)))
    return Planned(make_nullable(node, context), (decision,), presence="always").unproven()


def _plan_provider(rule: Rule, context: PlanContext) -> Planned:
    """Return the plan of a provider by its name: one of Faker, this package or a plugin."""
    name = context.settings["provider"]
    if name.startswith(FAKER_PREFIX):
        planned = _plan_faker_provider(rule, context, name)
    else:
        planned = _plan_named_provider(rule, context, name)
    return planned.with_node(Pinned(planned.node))


def _plan_faker_provider(
    rule: Rule,
    context: PlanContext,
    name: str,
) -> Planned:
    """Return the plan that calls the Faker method after the prefix of *name*.

    Raise ConfigError, with suggestions, if Faker has no public method of that name.
    """
    locale = context.config.locale
    faker = get_faker(locale)
    method = name.removeprefix(FAKER_PREFIX)
    if method.startswith("_") or not callable(getattr(faker, method, None)):
        public = [FAKER_PREFIX + known for known in dir(faker) if not known.startswith("_")]
        raise _build_unknown_error(name, public)
    node = make_nullable(Callback(load_factory(name, locale)), context)
    return Planned(node, (rule.decide(context, name),)).unproven()


def _plan_named_provider(
    rule: Rule,
    context: PlanContext,
    name: str,
) -> Planned:
    """Return the plan for the field as if it were called *name*, with the decisions of *rule*.

    Raise ConfigError if no provider has that name, or if it does not fit the field's type.
    """
    if "." in name:
        return _plan_domain_name(rule, context, name)
    plugin_rules = context.inputs.plugin_rules
    known = {known for known, _ in (*NAMES, *(plugin_rules.names if plugin_rules else ()))}
    if name not in known:
        raise _build_unknown_error(name, [*known])
    planned = context._replace(name=name).plan_shape(context.shape)
    is_served = any(
        decision.provider.startswith("by_name.") or decision.plugin
        for decision in planned.decisions
    )
    if not is_served:
        raise _build_unfit_error(context, name)
    decisions = (
        replace(
            decision,
            path=context.path,
            reason=rule.reason,
            rule=rule.name,
        )
        for decision in planned.decisions
    )
    return planned._replace(decisions=tuple(decisions))


def _plan_domain_name(
    rule: Rule,
    context: PlanContext,
    name: str,
) -> Planned:
    """Return the plan of a name of a domain, such as ``medicine.icd10``.

    Raise ConfigError if the name is unknown, or if it does not fit the field's type.
    """
    domain_name, _, field_name = name.partition(".")
    own_domains = context.config.domains
    domains = list_domain_names(own_domains)
    if domain_name not in domains:
        raise _build_unknown_error(name, [f"{domain}.{field_name}" for domain in domains])
    domain = load_domain(domain_name, own_domains)
    known = {**domain.own, **domain.within}
    if field_name not in known:
        raise _build_unknown_error(name, [f"{domain_name}.{each}" for each in known])
    match = DomainMatch(domain_name, field_name, known[field_name])
    shape = _unwrap_value(context.shape)
    node = build_node(
        match,
        context._replace(shape=shape).question,
        "",
    )
    if node is None:
        raise _build_unfit_error(context, name)
    return Planned(
        make_nullable(node, context),
        (rule.decide(context, name),),
    )


def _build_unfit_error(context: PlanContext, name: str) -> ConfigError:
    """Return the error that the provider *name* has no value for the field."""
    return ConfigError(
        f"The provider {name!r} has no value for {context.model}.{context.name}.",
        hint="The field's type or constraints do not allow it; choose another provider.",
        key="provider",
    )


def _unwrap_value(shape: Shape) -> Shape:
    """Return the shape of the values of *shape* other than None."""
    while isinstance(shape, CheckedShape | CustomJsonShape | OptionalShape):
        shape = shape.inner
    return shape


def _build_unknown_error(name: str, known: list[str]) -> ConfigError:
    """Return the error for an unknown provider, which suggests the nearest of *known*."""
    return ConfigError(
        f"Unknown provider {name!r}.", hint=suggest_nearest(name, known), key="provider"
    )


def make_nullable(node: Node, context: PlanContext) -> Node:
    """Return *node*, or None by chance if the field of *context* may be None."""
    p_none = context.settings.get("p_none", context.config.p_none)
    if not p_none or not isinstance(unwrap_shape(context.shape), OptionalShape):
        return node
    return Nullable(node, int(p_none * 2**64))


def convert_value(planned: Planned, context: PlanContext) -> Planned:
    """Return *planned* with its values passed through ``post_generate``, if it is set."""
    if "post_generate" not in context.settings or planned.presence == "absent":
        return planned
    convert = import_function(context.settings["post_generate"], "post_generate")
    return planned.with_node(Converted(planned.node, UserFunction(convert))).unproven()
