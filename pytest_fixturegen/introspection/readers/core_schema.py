"""Read Pydantic's core schema: every type that a TypeAdapter accepts becomes a shape.

Pydantic has already resolved constraints, defaults, discriminators, generics and forward references
in that schema, for models, dataclasses, TypedDicts and bare annotations alike
[pydantic_core.core_schema].
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
    find_skipped_schema,
    get_function,
    is_known_serializer,
    is_library_class,
    is_library_constructor,
)
from pytest_fixturegen.introspection.readers import fields, union_texts
from pytest_fixturegen.introspection.readers.constructors import read_only_argument
from pytest_fixturegen.introspection.readers.declared_inputs import find_declared_input
from pytest_fixturegen.introspection.readers.function_calls import list_call_fields
from pytest_fixturegen.introspection.readers.generic_bases import AliasSearch
from pytest_fixturegen.introspection.schema_walk import find_unknown_class
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
    unwrap_shape,
)

Schema = dict[str, Any]

SCALAR_KINDS = frozenset(
    (
        "int float decimal str bytes bool none any date time datetime timedelta uuid url "
        "multi-host-url complex fraction"
    ).split()
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
"""The kind of a shape by the name of the class that a lax-or-strict schema builds."""

CONSTRAINT_KEYS = (
    "ge gt le lt multiple_of max_digits decimal_places min_length max_length version ascii_only"
).split()
"""Keys of a schema that are attributes of Constraints."""

RENAMED_KEYS = {
    "now_op": "now",
    "tz_constraint": "tz",
    "allowed_schemes": "schemes",
    "strip_whitespace": "strip",
}
"""Keys of a schema, and the attributes of Constraints that they set."""

TEXT_FLAGS = {"to_lower": "lower", "to_upper": "upper", "strip_whitespace": "strip"}
"""The same for texts; a model's config may set these for all of its texts (``str_to_lower``)."""

FIELD_SCHEMAS = ("model-fields", "dataclass-args", "typed-dict")
NO_POST_INIT = (None, False, "init_private_attributes")
"""Values of ``post_init`` that do not call a method of the user."""

VALUE_SHAPES = (
    Scalar,
    ChoiceShape,
    CollectionShape,
    MappingShape,
    TupleShape,
    ModelShape,
    ShapeRef,
)
"""Shapes whose values are drawn as the type describes them."""

ANY_SCHEMA: Schema = {"type": "any"}


@dataclass(slots=True)
class SchemaReader:
    """Reads one schema. *refs* collects the shapes that a ShapeRef names.

    *aliases* find the type arguments of generic classes, which the schema does not say.
    """

    refs: dict[str, Shape] = field(default_factory=dict)
    definitions: dict[str, Schema] = field(default_factory=dict)
    config: Schema = field(default_factory=dict)
    aliases: AliasSearch = field(default_factory=AliasSearch)

    def read(self, schema: Schema) -> Shape:
        """Return the shape of *schema*; a schema with a name is stored in *refs*."""
        ref = schema.get("ref")
        if ref is None:
            return _mark_custom_json(schema, self._read_kind(schema))
        if ref not in self.refs:
            self.refs[ref] = ShapeRef(ref)  # a recursive type meets itself here
            self.refs[ref] = _mark_custom_json(
                schema,
                self._read_kind(schema),
            )
        return ShapeRef(ref)

    def _read_kind(self, schema: Schema) -> Shape:
        """Return the shape of *schema* by its type; a type without a reader becomes opaque."""
        unknown_class = find_unknown_class(schema)
        if unknown_class is not None:
            return InstanceOf(unknown_class, is_exact=True)
        skipped = find_skipped_schema(schema)
        if skipped is not None:
            return self.read(skipped)
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
        """Return the constraints of a scalar, under the names that Constraints uses."""
        rules = {key: schema.get(key) for key in CONSTRAINT_KEYS}
        rules |= {name: schema.get(key) for key, name in RENAMED_KEYS.items()}
        if rules["schemes"] is not None:
            rules["schemes"] = tuple(rules["schemes"])
        pattern = schema.get("pattern")
        rules["pattern"] = getattr(pattern, "pattern", pattern)
        if schema["type"] == "str":
            rules |= self._read_text_constraints(schema)
        return Constraints().merge(**rules)

    def _read_text_constraints(self, schema: Schema) -> dict[str, Any]:
        """Return the constraints of a text; those of the model's config apply by default."""
        keys = {**TEXT_FLAGS, "min_length": "min_length", "max_length": "max_length"}
        constraints = {}
        for key, name in keys.items():
            default = self.config.get(f"str_{key}")
            constraints[name] = schema.get(key, default)
        return constraints

    def _read_items(
        self,
        kind: str,
        schema: Schema,
    ) -> Shape:
        """Return the collection of *kind* and its sizes; items without a schema may be anything."""
        item = self.read(schema.get("items_schema") or ANY_SCHEMA)
        return CollectionShape(kind, item, *_read_sizes(schema))

    def _read_mapping(
        self,
        kind: str,
        schema: Schema,
    ) -> Shape:
        """Return the mapping of *kind*; the counts of a Counter are at least one."""
        key = self.read(schema.get("keys_schema") or ANY_SCHEMA)
        value = self.read(schema.get("values_schema") or ANY_SCHEMA)
        if kind == "Counter":
            value = Scalar("int", Constraints(ge=1))
        return MappingShape(
            kind,
            key,
            value,
            *_read_sizes(schema),
        )

    def _read_tuple(self, schema: Schema) -> Shape:
        """Return a tuple of the items' shapes, and which of them may repeat."""
        items = tuple(self.read(item) for item in schema["items_schema"])
        return TupleShape(
            items,
            schema.get("variadic_item_index"),
            *_read_sizes(schema),
        )

    def _read_named_tuple(self, schema: Schema) -> Shape:
        """Return a tuple of the fields, whose types a generic base may say."""
        entries = {entry["name"]: entry for entry in schema["fields"]}
        specialized = fields.specialize_fields(
            schema["cls"],
            entries,
            self.aliases,
        )
        return self._build_named_tuple(specialized.values())

    def _read_call(self, schema: Schema) -> Shape:
        """Read a call of a function: of the user, or of a NamedTuple in older Pydantic."""
        arguments = schema["arguments_schema"].get("arguments_schema") or ()
        function = schema["function"]
        if hasattr(function, "_fields"):
            return self._build_named_tuple(arguments)
        unpacked = schema["arguments_schema"].get("var_kwargs_schema") or {}
        call = fields.read_call(
            self.read,
            self.config,
            function,
            list_call_fields(
                schema["arguments_schema"],
                self.definitions.get(unpacked.get("schema_ref", ""), unpacked),
            ),
        )
        return CheckedShape(CustomJsonShape(call), "call")

    def _build_named_tuple(self, entries: Iterable[Schema]) -> Shape:
        """Return a tuple of the shapes of *entries* that knows the names of its items."""
        items = {entry["name"]: self.read(entry["schema"]) for entry in entries}
        return TupleShape(
            tuple(items.values()),
            names=tuple(items),
        )

    def _read_nullable(self, schema: Schema) -> Shape:
        """Return the shape of values that may be None."""
        return OptionalShape(self.read(schema["schema"]))

    def _read_inner(self, schema: Schema) -> Shape:
        """Return the shape of the schema that *schema* wraps."""
        return self.read(schema["schema"])

    def _read_union(self, schema: Schema) -> Shape:
        """Return the union of the choices, or only the input if the other is an instance of it."""
        choices = _list_union_choices(schema)
        shapes = list(map(self.read, choices))
        if len(choices) == 2 and _count_instance_checks(choices) == 1:
            # Pydantic's "an instance, or the input that makes one"
            inputs = [shape for shape in shapes if not isinstance(shape, InstanceOf)]
            if inputs:
                return inputs[0]
        labels = map(self._build_label, choices)
        return _build_union(zip(labels, shapes, strict=True))

    def _read_tagged_union(self, schema: Schema) -> Shape:
        """Return the union of the choices, labelled by tag; only a callable tag needs a check."""
        choices = _resolve_tags(schema["choices"])
        members = [(fields.build_label(tag), self.read(choice)) for tag, choice in choices.items()]
        union = _build_union(members)
        if callable(schema["discriminator"]):
            return CheckedShape(union, "discriminator")
        return union

    def _build_label(self, schema: Schema) -> str:
        """Return a label for the paths of a union member: its class, or its type and inner type."""
        if schema["type"] == "definition-ref":
            schema = self.definitions.get(schema["schema_ref"], schema)
        if "cls" in schema:
            return fields.build_label(schema["cls"])
        inner = schema.get("schema") or schema.get("items_schema")
        if isinstance(inner, dict):
            return f"{schema['type']}[{self._build_label(inner)}]"
        return str(schema["type"])

    def _read_literal(self, schema: Schema) -> Shape:
        """Return the shape of a ``Literal``."""
        return _build_choice(schema["expected"])

    def _read_enum(self, schema: Schema) -> Shape:
        """Return the shape of the members of an enum."""
        return _build_choice(schema["members"])

    def _read_json_text(self, schema: Schema) -> Shape:
        """Return a text of JSON; without an inner schema it may hold anything."""
        return JsonText(self.read(schema.get("schema") or ANY_SCHEMA))

    def _read_instance(self, schema: Schema) -> Shape:
        """Return the shape of instances or subclasses of a class."""
        return InstanceOf(schema["cls"], is_subclass=schema["type"] == "is-subclass")

    def _read_callable(self, schema: Schema) -> Shape:
        """Return the shape of functions."""
        return NamedShape("callable")

    def _read_function(self, schema: Schema) -> Shape:
        """Read a validator around a schema.

        A library's function means a constraint or a type. A function of the user is a rule.
        """
        function = get_function(schema)
        inner = schema.get("schema")
        constraint = find_constraint(function)
        if constraint is not None and inner is not None:
            return add_constraint(self.read(inner), constraint)
        if inner is None and isinstance(function, type):
            argument = read_only_argument(function, self.read)
            if argument is not None:
                return CheckedShape(CustomJsonShape(argument), fields.build_label(function))
        named_type = find_named_type(function)
        if named_type is not None:
            return NamedShape(
                named_type,
                inner=self.read(inner) if inner else None,
            )
        if inner is None or inner["type"] == "any":
            return self._read_opaque(schema, function)
        shape = self.read(inner)
        if is_library_constructor(function):
            return shape
        if isinstance(shape, Scalar):
            constraints = shape.constraints.merge(**find_predicate_constraints(function))
            shape = replace(shape, constraints=constraints)
        return CheckedShape(
            union_texts.date_texts(shape),
            fields.build_label(function),
        )

    def _read_opaque(
        self,
        schema: Schema,
        function: Any,
    ) -> Shape:
        """Read what the type around *function* declares to read, if it does so."""
        label, owner = fields.build_label(function), find_owner_class(function)
        is_method = isinstance(getattr(function, "__self__", None), type)
        declared = None if is_method else find_declared_input(schema)
        if declared is None:
            return OpaqueShape(label, owner)
        return CheckedShape(CustomJsonShape(self.read(declared)), label)

    def _read_lax_or_strict(self, schema: Schema) -> Shape:
        """Return the lax shape, with the class of the strict one if that is more specific."""
        cls = fields.find_instance_class(schema["strict_schema"])
        shape = self.read(schema["lax_schema"])
        kind = CONTAINER_KINDS.get(getattr(cls, "__name__", ""))
        if kind is not None and isinstance(shape, MappingShape):
            factory = _find_default_factory(schema["lax_schema"])
            return replace(shape, kind=kind, default_factory=factory)
        if kind is not None and isinstance(shape, CollectionShape):
            return replace(shape, kind=kind)
        if cls is None or isinstance(shape, NamedShape):
            return shape
        return NamedShape(cls, inner=shape)

    def _read_json_or_python(self, schema: Schema) -> Shape:
        """Return the JSON shape, named by the class that the Python schema wants, if any.

        If the Python schema reads other plain values, these are drawn.
        """
        cls = fields.find_instance_class(schema["python_schema"])
        shape = self.read(schema["json_schema"])
        if isinstance(shape, NamedShape | CollectionShape | MappingShape):
            return shape
        if not _is_builtin(cls, schema):
            python_shape = self.read(schema["python_schema"])
            if python_shape != shape:
                return _mark_python_input(cls, shape, python_shape)
        return shape if cls is None else NamedShape(cls, inner=shape)

    def _read_chain(self, schema: Schema) -> Shape:
        """Return the shape of the first step; any further steps must be checked."""
        first, *rest = schema["steps"]
        shape = self.read(first)
        return CheckedShape(shape, "chain") if rest else shape

    def _read_definitions(self, schema: Schema) -> Shape:
        """Return the inner shape; the definitions are read when a reference names them."""
        self.definitions |= {definition["ref"]: definition for definition in schema["definitions"]}
        return self.read(schema["schema"])

    def _read_reference(self, schema: Schema) -> Shape:
        """Return the shape of a definition that was not read yet, else a reference to it."""
        name = schema["schema_ref"]
        if name not in self.refs and name in self.definitions:
            return self.read(self.definitions[name])
        return ShapeRef(name)

    def _read_model(self, schema: Schema) -> Shape:
        """Return the shape of a class, checked if its init or post-init runs code of the user.

        The config of the class applies to the schemas within it only.
        """
        if fields.is_base_model(schema["cls"]):
            return InstanceOf(schema["cls"])
        outer_config = self.config
        self.config = {**outer_config, **schema.get("config", {})}
        try:
            shape = self._read_class_shape(schema)
        finally:
            self.config = outer_config
        runs_user_code = schema.get("custom_init") or schema.get("post_init") not in NO_POST_INIT
        return CheckedShape(shape, "__init__ or post-init") if runs_user_code else shape

    def _read_class_shape(self, schema: Schema) -> Shape:
        """Read a class: validators around it, then its root, its fields, or another schema."""
        inner, rules = schema.get("schema", schema), []
        while inner["type"].startswith("function-"):
            rules.append(fields.build_label(get_function(inner)))
            inner = inner["schema"]
        shape = self._read_class_body(schema, inner)
        return CheckedShape(shape, ", ".join(rules)) if rules else shape

    def _read_class_body(
        self,
        schema: Schema,
        inner: Schema,
    ) -> Shape:
        """Return the shape of a class without the validators around its *inner* schema."""
        if schema.get("root_model"):
            ref = schema.get("ref") or fields.build_label(schema.get("cls"))
            return RootShape(
                ref,
                schema["cls"],
                self.read(inner),
            )
        if inner["type"] in FIELD_SCHEMAS:
            return fields.read_model(
                self.read,
                self.config,
                schema,
                inner,
                self.aliases,
            )
        return CheckedShape(self.read(inner), "model")


def _is_builtin(cls: Any, schema: Schema) -> bool:
    """Return whether a json-or-python *schema*, which may want a *cls*, is one of Pydantic's."""
    return schema["json_schema"]["type"] == "any" or is_library_class(cls)


def _mark_python_input(
    cls: Any,
    json_shape: Shape,
    python_shape: Shape,
) -> Shape:
    """Return the shape of what Python reads in place of *json_shape*; only validation proves it."""
    has_values = isinstance(unwrap_shape(python_shape), VALUE_SHAPES)
    inputs = python_shape if has_values else json_shape
    if cls is not None:
        inputs = NamedShape(cls, inner=inputs)
    return CheckedShape(CustomJsonShape(inputs), "json-or-python")


def _find_default_factory(schema: Schema) -> Any:
    """Return the default factory of the defaultdict that *schema* builds, or None."""
    function = schema.get("function", {}).get("function")
    return getattr(function, "keywords", {}).get("default_default_factory")


def _mark_custom_json(schema: Schema, shape: Shape) -> Shape:
    """Wrap *shape* if a custom serialiser writes its JSON; a ModelShape carries that itself."""
    serialization = schema.get("serialization")
    if serialization is None or isinstance(shape, ModelShape):
        return shape
    if is_known_serializer(serialization):
        return shape
    return CustomJsonShape(shape)


def _list_union_choices(schema: Schema) -> list[Schema]:
    """Return the choices of a union without their labels, and without BaseModel among others.

    BaseModel itself has no fields, so that the other members are drawn.
    """
    entries = schema["choices"]
    choices = [entry[0] if isinstance(entry, tuple) else entry for entry in entries]
    specific = [choice for choice in choices if not fields.is_base_model(choice.get("cls"))]
    return specific or choices


def _resolve_tags(choices: dict[Any, Any]) -> dict[Any, Schema]:
    """Return the schema of each tag, also of tags that refer to another tag's schema."""
    for _ in choices:  # a tag may refer to another tag, which may refer to a third
        choices = {
            tag: target if isinstance(target, dict) else choices[target]
            for tag, target in choices.items()
        }
    return choices


def _read_sizes(schema: Schema) -> tuple[int, int | None]:
    """Return the minimum and the maximum number of items; the maximum is None if unlimited."""
    return schema.get("min_length") or 0, schema.get("max_length")


def _count_instance_checks(choices: Iterable[Schema]) -> int:
    """Return how many of *choices* only check the class of a value."""
    return sum(choice["type"] == "is-instance" for choice in choices)


def _build_choice(members: Iterable[Any]) -> ChoiceShape:
    """Return the choice of *members*, each with its JSON value."""
    values = tuple(members)
    json_values = map(fields.to_json_value, values)
    return ChoiceShape(values, tuple(json_values))


def _build_union(members: Iterable[tuple[str, Shape]]) -> Shape:
    """Return the union of *members*, which is optional if None is one of them.

    Each label becomes unique by appended apostrophes.
    """
    shapes: dict[str, Shape] = {}
    is_optional = False
    for label, shape in members:
        if isinstance(shape, Scalar) and shape.kind == "none":
            is_optional = True
            continue
        same_label_count = sum(other.rstrip("'") == label for other in shapes)
        shapes[label + "'" * same_label_count] = shape
    union: Shape = UnionShape(tuple(shapes.items()))
    if len(shapes) == 1:
        (union,) = shapes.values()
    return OptionalShape(union) if is_optional else union


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
