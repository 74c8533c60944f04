"""Reads Pydantic's core schema: whatever a TypeAdapter accepts becomes a shape.

Constraints, defaults, discriminators, generics and forward references are resolved in that schema already, alike for
models, dataclasses, TypedDicts and bare annotations [pydantic_core.core_schema].
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from pytest_fixturegen.introspection.named_types import (
    find_constraint,
    find_named_type,
    find_owner_class,
    find_predicate_constraints,
    get_function,
    is_known_serializer,
    is_library_constructor,
)
from pytest_fixturegen.introspection.readers import fields
from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    ChoiceShape,
    CollectionShape,
    Constraints,
    CustomJsonShape,
    InstanceOf,
    JsonText,
    MappingShape,
    ModelShape,
    NamedShape,
    OpaqueShape,
    OptionalShape,
    RootShape,
    Scalar,
    Shape,
    ShapeRef,
    TupleShape,
    UnionShape,
    add_constraint,
)

Schema = dict[str, Any]

SCALAR_KINDS = frozenset(
    "int float decimal str bytes bool none any date time datetime timedelta uuid url multi-host-url complex fraction".split()
)
ITEM_KINDS = frozenset("list set frozenset deque generator".split())
MAPPING_KINDS = {
    "dict": "dict",
    "ordered-dict": "OrderedDict",
    "counter": "Counter",
    "default-dict": "defaultdict",
}
CONTAINER_KINDS = {
    "deque": "deque",
    "defaultdict": "defaultdict",
    "OrderedDict": "OrderedDict",
    "Counter": "Counter",
}
RENAMED_KEYS = {
    "now_op": "now",
    "tz_constraint": "tz",
    "allowed_schemes": "schemes",
    "strip_whitespace": "strip",
}
CONSTRAINT_KEYS = "ge gt le lt multiple_of max_digits decimal_places min_length max_length version ascii_only".split()
TEXT_FLAGS = {"to_lower": "lower", "to_upper": "upper", "strip_whitespace": "strip"}


@dataclass(slots=True)
class SchemaReader:
    """Reads one schema. *refs* collects the shapes that others name."""

    refs: dict[str, Shape] = field(default_factory=dict)
    definitions: dict[str, Schema] = field(default_factory=dict)
    config: Schema = field(default_factory=dict)

    def read(self, schema: Schema) -> Shape:
        """The shape of *schema*."""
        ref = schema.get("ref")
        if ref is None:
            return self._mark_custom_json(schema, self._read_kind(schema))
        if ref not in self.refs:
            self.refs[ref] = ShapeRef(ref)
            self.refs[ref] = self._mark_custom_json(schema, self._read_kind(schema))
        return ShapeRef(ref)

    def _mark_custom_json(self, schema: Schema, shape: Shape) -> Shape:
        serialization = schema.get("serialization")
        if (
            serialization is None
            or is_known_serializer(serialization)
            or isinstance(shape, ModelShape)
        ):
            return shape
        return CustomJsonShape(shape)

    def _read_kind(self, schema: Schema) -> Shape:
        kind = schema["type"]
        if kind in SCALAR_KINDS:
            return Scalar(kind, self._read_constraints(schema))
        if kind in ITEM_KINDS:
            return self._read_items(kind, schema)
        if kind in MAPPING_KINDS:
            return self._read_mapping(MAPPING_KINDS[kind], schema)
        reader = SCHEMA_READERS.get(kind)
        return reader(self, schema) if reader else OpaqueShape(kind)

    def _read_constraints(self, schema: Schema) -> Constraints:
        rules = {name: schema.get(name) for name in CONSTRAINT_KEYS}
        rules |= {ours: schema.get(theirs) for theirs, ours in RENAMED_KEYS.items()}
        if rules["schemes"] is not None:
            rules["schemes"] = tuple(rules["schemes"])
        pattern = schema.get("pattern")
        rules["pattern"] = getattr(pattern, "pattern", pattern)
        if schema["type"] == "str":
            rules = self._read_text_constraints(schema, rules)
        return Constraints().merge(**rules)

    def _read_text_constraints(self, schema: Schema, constraints: dict[str, Any]) -> dict[str, Any]:
        for theirs, ours in TEXT_FLAGS.items():
            constraints[ours] = schema.get(theirs, self.config.get(f"str_{theirs}"))
        for bound in ("min_length", "max_length"):
            constraints[bound] = schema.get(bound, self.config.get(f"str_{bound}"))
        return constraints

    def _read_items(self, kind: str, schema: Schema) -> Shape:
        item = self.read(schema.get("items_schema") or {"type": "any"})
        return CollectionShape(kind, item, schema.get("min_length") or 0, schema.get("max_length"))

    def _read_mapping(self, kind: str, schema: Schema) -> Shape:
        key, value = (
            self.read(schema.get(part) or {"type": "any"})
            for part in ("keys_schema", "values_schema")
        )
        if kind == "Counter":
            value = Scalar("int", Constraints(ge=1))
        return MappingShape(
            kind, key, value, schema.get("min_length") or 0, schema.get("max_length")
        )

    def _read_tuple(self, schema: Schema) -> Shape:
        items = tuple(self.read(item) for item in schema["items_schema"])
        low, high = schema.get("min_length") or 0, schema.get("max_length")
        return TupleShape(items, schema.get("variadic_item_index"), low, high)

    def _read_named_tuple(self, schema: Schema) -> Shape:
        places = [(place["name"], self.read(place["schema"])) for place in schema["fields"]]
        return TupleShape(
            tuple(shape for _, shape in places), names=tuple(name for name, _ in places)
        )

    def _read_call(self, schema: Schema) -> Shape:
        """A function called with what was validated: one of the user's, or how older Pydantic reads a NamedTuple."""
        arguments = schema["arguments_schema"].get("arguments_schema") or ()
        if not hasattr(schema["function"], "_fields"):
            return CheckedShape(
                CustomJsonShape(
                    fields.read_call(self.read, self.config, schema["function"], arguments)
                ),
                "call",
            )
        places = [(place["name"], self.read(place["schema"])) for place in arguments]
        return TupleShape(
            tuple(shape for _, shape in places), names=tuple(name for name, _ in places)
        )

    def _read_nullable(self, schema: Schema) -> Shape:
        return OptionalShape(self.read(schema["schema"]))

    def _read_inner(self, schema: Schema) -> Shape:
        return self.read(schema["schema"])

    def _read_union(self, schema: Schema) -> Shape:
        choices = [
            choice[0] if isinstance(choice, tuple) else choice for choice in schema["choices"]
        ]
        choices = [
            choice for choice in choices if not fields.is_base_model(choice.get("cls"))
        ] or choices
        shapes = [self.read(choice) for choice in choices]
        named = [choice.get("cls") for choice in choices if choice["type"] == "is-instance"]
        if len(named) == 1 and len(choices) == 2:  # Pydantic's "an instance, or what makes one"
            return next(shape for shape in shapes if not isinstance(shape, InstanceOf))
        return self._build_union(
            zip((self._build_label(choice) for choice in choices), shapes, strict=True)
        )

    def _read_tagged_union(self, schema: Schema) -> Shape:
        choices = schema["choices"]
        for _ in choices:  # a tag may stand for another tag
            choices = {
                tag: target if isinstance(target, dict) else choices[target]
                for tag, target in choices.items()
            }
        union = self._build_union(
            (fields.build_label(tag), self.read(choice)) for tag, choice in choices.items()
        )
        return CheckedShape(union, "discriminator") if callable(schema["discriminator"]) else union

    def _build_union(self, members: Iterable[tuple[str, Shape]]) -> Shape:
        """The union of *members*; a None among them makes it nullable, a second label of one name gets a number."""
        kept: dict[str, Shape] = {}
        nullable = False
        for label, shape in members:
            if isinstance(shape, Scalar) and shape.kind == "none":
                nullable = True
                continue
            twins = sum(1 for other in kept if other.rstrip("'") == label)
            kept[label + "'" * twins] = shape
        union = UnionShape(tuple(kept.items())) if len(kept) != 1 else next(iter(kept.values()))
        return OptionalShape(union) if nullable else union

    def _build_label(self, schema: Schema) -> str:
        if schema["type"] == "definition-ref":
            schema = self.definitions.get(schema["schema_ref"], schema)
        if "cls" in schema:
            return fields.build_label(schema["cls"])
        inner = schema.get("schema") or schema.get("items_schema")
        return (
            f"{schema['type']}[{self._build_label(inner)}]"
            if isinstance(inner, dict)
            else str(schema["type"])
        )

    def _read_literal(self, schema: Schema) -> Shape:
        values = tuple(schema["expected"])
        return ChoiceShape(values, tuple(fields.to_json_value(value) for value in values))

    def _read_enum(self, schema: Schema) -> Shape:
        members = tuple(schema["members"])
        return ChoiceShape(members, tuple(fields.to_json_value(member) for member in members))

    def _read_json_text(self, schema: Schema) -> Shape:
        return JsonText(self.read(schema.get("schema") or {"type": "any"}))

    def _read_instance(self, schema: Schema) -> Shape:
        return InstanceOf(schema["cls"], is_subclass=schema["type"] == "is-subclass")

    def _read_callable(self, schema: Schema) -> Shape:
        return NamedShape("callable")

    def _read_function(self, schema: Schema) -> Shape:
        """A validator around a schema: a library's own is read through, another's is a rule to be checked."""
        function = get_function(schema)
        inner = schema.get("schema")
        rule = find_constraint(function)
        if rule is not None and inner is not None:
            return add_constraint(self.read(inner), rule)
        named = find_named_type(function)
        if named is not None:
            return NamedShape(named, inner=self.read(inner) if inner else None)
        if inner is None or inner["type"] == "any":
            return OpaqueShape(fields.build_label(function), find_owner_class(function))
        shape = self.read(inner)
        if is_library_constructor(function):
            return shape
        if isinstance(shape, Scalar):
            shape = replace(
                shape, constraints=shape.constraints.merge(**find_predicate_constraints(function))
            )
        return CheckedShape(shape, fields.build_label(function))

    def _read_lax_or_strict(self, schema: Schema) -> Shape:
        cls = fields.find_instance_class(schema["strict_schema"])
        lax = self.read(schema["lax_schema"])
        if (
            isinstance(lax, CollectionShape | MappingShape)
            and getattr(cls, "__name__", "") in CONTAINER_KINDS
        ):
            return replace(lax, kind=CONTAINER_KINDS[cls.__name__])
        return (
            NamedShape(cls, inner=lax)
            if cls is not None and not isinstance(lax, NamedShape)
            else lax
        )

    def _read_json_or_python(self, schema: Schema) -> Shape:
        cls = fields.find_instance_class(schema["python_schema"])
        shape = self.read(schema["json_schema"])
        if cls is None or isinstance(shape, NamedShape | CollectionShape | MappingShape):
            return shape
        return NamedShape(cls, inner=shape)

    def _read_chain(self, schema: Schema) -> Shape:
        first, *rest = schema["steps"]
        shape = self.read(first)
        return CheckedShape(shape, "chain") if rest else shape

    def _read_definitions(self, schema: Schema) -> Shape:
        self.definitions |= {definition["ref"]: definition for definition in schema["definitions"]}
        return self.read(schema["schema"])

    def _read_reference(self, schema: Schema) -> Shape:
        name = schema["schema_ref"]
        if name not in self.refs and name in self.definitions:
            return self.read(self.definitions[name])
        return ShapeRef(name)

    def _read_model(self, schema: Schema) -> Shape:
        if fields.is_base_model(schema["cls"]):
            return InstanceOf(schema["cls"])
        outer, self.config = self.config, {**self.config, **schema.get("config", {})}
        try:
            shape = self._read_class_shape(schema)
        finally:
            self.config = outer
        checks = schema.get("custom_init") or schema.get("post_init") not in (
            None,
            False,
            "init_private_attributes",
        )
        return CheckedShape(shape, "__init__ or post-init") if checks else shape

    def _read_class_shape(self, schema: Schema) -> Shape:
        inner, rules = schema.get("schema", schema), []
        while inner["type"].startswith("function-"):
            rules.append(fields.build_label(get_function(inner)))
            inner = inner["schema"]
        ref = schema.get("ref") or fields.build_label(schema.get("cls"))
        if schema.get("root_model"):
            shape: Shape = RootShape(ref, schema["cls"], self.read(inner))
        elif inner["type"] in ("model-fields", "dataclass-args", "typed-dict"):
            shape = fields.read_model(self.read, self.config, schema, inner)
        else:
            shape = CheckedShape(self.read(inner), "model")
        return CheckedShape(shape, ", ".join(rules)) if rules else shape


SCHEMA_READERS: dict[str, Callable[[SchemaReader, Schema], Shape]] = {
    "tuple": SchemaReader._read_tuple,
    "named-tuple": SchemaReader._read_named_tuple,
    "call": SchemaReader._read_call,
    "nullable": SchemaReader._read_nullable,
    "default": SchemaReader._read_inner,
    "custom-error": SchemaReader._read_inner,
    "union": SchemaReader._read_union,
    "tagged-union": SchemaReader._read_tagged_union,
    "literal": SchemaReader._read_literal,
    "enum": SchemaReader._read_enum,
    "json": SchemaReader._read_json_text,
    "is-instance": SchemaReader._read_instance,
    "is-subclass": SchemaReader._read_instance,
    "callable": SchemaReader._read_callable,
    "function-after": SchemaReader._read_function,
    "function-before": SchemaReader._read_function,
    "function-wrap": SchemaReader._read_function,
    "function-plain": SchemaReader._read_function,
    "lax-or-strict": SchemaReader._read_lax_or_strict,
    "json-or-python": SchemaReader._read_json_or_python,
    "chain": SchemaReader._read_chain,
    "definitions": SchemaReader._read_definitions,
    "definition-ref": SchemaReader._read_reference,
    "model": SchemaReader._read_model,
    "dataclass": SchemaReader._read_model,
    "typed-dict": SchemaReader._read_model,
}
