"""Keys that are unique below one parent only, such as the names of the tags of a project."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pytest_fixturegen.introspection.readers.documents.schema_places import list_required
from pytest_fixturegen.store.documented.derive_resources import find_body_schema
from pytest_fixturegen.store.documented.rules import SCOPED_KEY, OperationRule, ResourceRule


def scope_keys(
    resources: Mapping[str, ResourceRule],
    operations: Sequence[OperationRule],
) -> dict[str, ResourceRule]:
    """Return *resources* with the scope of those whose keys clients choose below each parent."""
    owners = {link.resource for rule in operations for link in rule.parents}
    return {
        name: rule if name in owners else _scope_key(rule, operations)
        for name, rule in resources.items()
    }


def _scope_key(
    rule: ResourceRule,
    operations: Sequence[OperationRule],
) -> ResourceRule:
    """Return *rule* with the scope of its keys, if there is one."""
    own = [each for each in operations if each.resource == rule.name]
    items = [each for each in own if each.template.ends_with_parameter]
    links = rule.links if len(rule.links) == 1 and rule.links[0].resource else ()
    for link in links:
        is_below = all(link.parameter in each.template.parameters for each in own)
        if items and is_below and _choose_keys(rule, own):
            return replace(
                rule,
                scope=link.field,
                hidden=rule.hidden | {SCOPED_KEY},
            )
    return rule


def _choose_keys(
    rule: ResourceRule,
    operations: Sequence[OperationRule],
) -> bool:
    """Return whether clients choose the keys of *rule*: a body has it, or the address of a PUT."""
    creating = [each for each in operations if each.role == "create"]
    if not creating:
        return any(each.role == "replace" for each in operations)
    bodies = [find_body_schema(each.operation) for each in creating]
    return any(place is not None and rule.key in list_required(place) for place in bodies)
