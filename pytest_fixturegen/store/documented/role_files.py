"""Files that say what operations do where the description does not show it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple, cast

from pytest_fixturegen.errors import ConfigError, suggest_nearest
from pytest_fixturegen.introspection.readers.documents.loading import load_document
from pytest_fixturegen.introspection.readers.documents.schema_places import list_properties
from pytest_fixturegen.store.documented.derive_resources import list_keys, make_key_schema
from pytest_fixturegen.store.documented.envelopes import (
    find_json_schema,
    find_list_path,
    find_record_path,
)
from pytest_fixturegen.store.documented.rules import (
    ROLES,
    DocumentedApi,
    OperationRule,
    ParentLink,
    ResourceRule,
    Role,
)

SECTIONS = ("resources", "operations")
RESOURCE_KEYS = ("key", "parents")
LINKED_ROLES = ("list", "create")


class _Place(NamedTuple):
    """A place in the file, for messages."""

    file: str
    path: str = ""

    def enter(self, key: str) -> _Place:
        """Return the place of *key* below this one."""
        return _Place(self.file, f"{self.path}.{key}" if self.path else key)

    def build_error(
        self,
        problem: str,
        hint: str,
    ) -> ConfigError:
        """Return the error of a *problem* at this place."""
        place = f"{self.file}: {self.path}" if self.path else self.file
        return ConfigError(
            f"{place}: {problem}",
            hint=hint,
            file=self.file,
            key=self.path,
        )

    def read_mapping(self, value: Any) -> Mapping[str, Any]:
        """Return *value*, a mapping or nothing. Raise ConfigError if it is something else."""
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            raise self.build_error(
                f"expected a mapping, got {value!r:.80}.", "Write 'name: value'."
            )
        return value

    def require_known(
        self,
        name: Any,
        known: Any,
        kind: str,
    ) -> str:
        """Return *name*, one of *known*. Raise ConfigError if it is not."""
        if name not in known:
            names = [str(each) for each in known]
            raise self.build_error(
                f"unknown {kind} {str(name)[:80]!r}.", suggest_nearest(str(name), names)
            )
        return str(name)


def apply_role_file(api: DocumentedApi, path: Path) -> DocumentedApi:
    """Return *api* with the changes of the role file at *path* to its resources and operations.

    Raise ConfigError, with the place in the file, if it names something unknown.
    """
    place = _Place(str(path))
    content = place.read_mapping(load_document(path))
    for section in content:
        place.require_known(
            section,
            SECTIONS,
            "section",
        )
    inner = place.enter("resources")
    for name, settings in inner.read_mapping(content.get("resources")).items():
        inner.require_known(
            name,
            api.resources,
            "resource",
        )
        api = _change_resource(
            api,
            name,
            settings,
            inner.enter(name),
        )
    inner = place.enter("operations")
    for name, role in inner.read_mapping(content.get("operations")).items():
        known = [rule.operation.name for rule in api.operations]
        inner.require_known(
            name,
            known,
            "operation",
        )
        api = _change_operation(
            api,
            name,
            role,
            inner.enter(name),
        )
    return api


def _change_resource(
    api: DocumentedApi,
    name: str,
    settings: Any,
    place: _Place,
) -> DocumentedApi:
    """Return *api* with the *settings* of one resource; "stateless" makes it none."""
    if settings == "stateless":
        resources = {key: each for key, each in api.resources.items() if key != name}
        operations = [_forget(rule, name) for rule in api.operations]
        return replace(
            api,
            resources=resources,
            operations=tuple(operations),
        )
    settings = place.read_mapping(settings)
    for key in settings:
        place.require_known(
            key,
            RESOURCE_KEYS,
            "setting",
        )
    rule = api.resources[name]
    if "key" in settings:
        rule = _change_key(
            rule,
            settings["key"],
            place.enter("key"),
        )
    links = dict(
        _iter_links(
            api,
            rule,
            settings.get("parents"),
            place.enter("parents"),
        )
    )
    kept = [links.pop(link.resource, link) for link in rule.links]
    rule = replace(rule, links=(*kept, *links.values()))
    operations = [_change_link(each, rule) for each in api.operations]
    return replace(
        api,
        resources={**api.resources, name: rule},
        operations=tuple(operations),
    )


def _forget(rule: OperationRule, name: str) -> OperationRule:
    """Return *rule* without the resource *name*."""
    parents = tuple(link for link in rule.parents if link.resource != name)
    if rule.resource == name:
        return OperationRule(
            rule.operation,
            rule.template,
            parents=parents,
        )
    link = rule.link
    if link is not None and link.resource == name:
        link = link._replace(resource="")
    return replace(
        rule,
        parents=parents,
        link=link,
    )


def _change_key(
    rule: ResourceRule,
    key: Any,
    place: _Place,
) -> ResourceRule:
    """Return *rule* with another *key*."""
    key = place.require_known(
        key,
        list_keys(rule.record),
        "field",
    )
    schema = make_key_schema(list_properties(rule.record)[key])
    return replace(
        rule,
        key=key,
        key_schema=schema,
        hidden=rule.hidden - {rule.key},
        scope="",
    )


def _iter_links(
    api: DocumentedApi,
    rule: ResourceRule,
    parents: Any,
    place: _Place,
) -> Iterator[tuple[str, ParentLink]]:
    """Yield the link to each of *parents*, which are resources by the field of the child."""
    for field, target in place.read_mapping(parents).items():
        inner = place.enter(field)
        inner.require_known(
            field,
            list_keys(rule.record),
            "field",
        )
        inner.require_known(
            target,
            api.resources,
            "resource",
        )
        known = (link.parameter for link in rule.links if link.resource == target)
        yield (
            target,
            ParentLink(
                next(known, ""),
                field,
                target,
                is_hidden=False,
            ),
        )


def _change_link(rule: OperationRule, resource: ResourceRule) -> OperationRule:
    """Return *rule* with the links that *resource* has now."""
    if rule.resource != resource.name or rule.link is None:
        return rule
    target = rule.link.resource
    link = next((each for each in resource.links if each.resource == target), rule.link)
    return replace(rule, link=link)


def _change_operation(
    api: DocumentedApi,
    name: str,
    text: Any,
    place: _Place,
) -> DocumentedApi:
    """Return *api* with another role for one operation: *text* is a role and a resource."""
    role, _, resource = str(text).partition(" ")
    place.require_known(
        role,
        ROLES,
        "role",
    )
    if role != "stateless":
        place.require_known(
            resource,
            api.resources,
            "resource",
        )
    elif resource:
        raise place.build_error("a stateless operation has no resource.", "Write 'stateless'.")
    operations = [
        _change_role(
            api,
            rule,
            cast("Role", role),
            resource,
        )
        if rule.operation.name == name
        else rule
        for rule in api.operations
    ]
    return replace(api, operations=tuple(operations))


def _change_role(
    api: DocumentedApi,
    rule: OperationRule,
    role: Role,
    name: str,
) -> OperationRule:
    """Return *rule* with another *role* for the records of the resource *name*."""
    if not name:
        return OperationRule(
            rule.operation,
            rule.template,
            parents=rule.parents,
        )
    resource = api.resources[name]
    parameters = rule.template.parameters
    links = (link for link in resource.links if link.parameter in parameters)
    place = find_json_schema(rule.operation)
    word = rule.template.last_word
    list_path = (
        find_list_path(
            place,
            word,
            resource.record,
        )
        if place
        else None
    )
    return OperationRule(
        rule.operation,
        rule.template,
        role,
        name,
        next(links, None) if role in LINKED_ROLES else rule.link,
        tuple(link for link in rule.parents if link.resource != name),
        list_path or (),
        find_record_path(
            place,
            word,
            resource.record,
        )
        if place
        else (),
    )
