"""Reads Pydantic's core schema: whatever a TypeAdapter accepts becomes a shape.

Constraints, defaults, discriminators, generics and forward references are resolved in that schema already, alike for
models, dataclasses, TypedDicts and bare annotations [pydantic_core.core_schema].
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from pytest_fixturegen.shape import fields
from pytest_fixturegen.shape.named import function_of, is_harmless, is_known_writer, named_type, owner_of, rule_of, told_by
from pytest_fixturegen.shape.shapes import (
    Checked,
    Constraints,
    Either,
    InstanceOf,
    Items,
    JsonText,
    Maybe,
    Model,
    Named,
    Opaque,
    Options,
    Pairs,
    Places,
    Ref,
    Scalar,
    Shape,
    Unlike,
    Wrapped,
    constrained,
)

Schema = dict[str, Any]

SCALARS = frozenset(
    "int float decimal str bytes bool none any date time datetime timedelta uuid url multi-host-url complex fraction".split()
)
ITEMS = frozenset("list set frozenset deque generator".split())
PAIRS = {"dict": "dict", "ordered-dict": "OrderedDict", "counter": "Counter", "default-dict": "defaultdict"}
CONTAINERS = {"deque": "deque", "defaultdict": "defaultdict", "OrderedDict": "OrderedDict", "Counter": "Counter"}
RENAMED = {"now_op": "now", "tz_constraint": "tz", "allowed_schemes": "schemes", "strip_whitespace": "strip"}
RULES = "ge gt le lt multiple_of max_digits decimal_places min_length max_length version ascii_only".split()
FLAGS = {"to_lower": "lower", "to_upper": "upper", "strip_whitespace": "strip"}


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
            return self._written(schema, self._read(schema))
        if ref not in self.refs:
            self.refs[ref] = Ref(ref)
            self.refs[ref] = self._written(schema, self._read(schema))
        return Ref(ref)

    def _written(self, schema: Schema, shape: Shape) -> Shape:
        serialization = schema.get("serialization")
        if serialization is None or is_known_writer(serialization) or isinstance(shape, Model):
            return shape
        return Unlike(shape)

    def _read(self, schema: Schema) -> Shape:
        kind = schema["type"]
        if kind in SCALARS:
            return Scalar(kind, self._rules(schema))
        if kind in ITEMS:
            return self._items(kind, schema)
        if kind in PAIRS:
            return self._pairs(PAIRS[kind], schema)
        reader = READERS.get(kind)
        return reader(self, schema) if reader else Opaque(kind)

    def _rules(self, schema: Schema) -> Constraints:
        rules = {name: schema.get(name) for name in RULES}
        rules |= {ours: schema.get(theirs) for theirs, ours in RENAMED.items()}
        if rules["schemes"] is not None:
            rules["schemes"] = tuple(rules["schemes"])
        pattern = schema.get("pattern")
        rules["pattern"] = getattr(pattern, "pattern", pattern)
        if schema["type"] == "str":
            rules = self._text_rules(schema, rules)
        return Constraints().merged(**rules)

    def _text_rules(self, schema: Schema, rules: dict[str, Any]) -> dict[str, Any]:
        for theirs, ours in FLAGS.items():
            rules[ours] = schema.get(theirs, self.config.get(f"str_{theirs}"))
        for bound in ("min_length", "max_length"):
            rules[bound] = schema.get(bound, self.config.get(f"str_{bound}"))
        return rules

    def _items(self, kind: str, schema: Schema) -> Shape:
        item = self.read(schema.get("items_schema") or {"type": "any"})
        return Items(kind, item, schema.get("min_length") or 0, schema.get("max_length"))

    def _pairs(self, kind: str, schema: Schema) -> Shape:
        key, value = (self.read(schema.get(part) or {"type": "any"}) for part in ("keys_schema", "values_schema"))
        if kind == "Counter":
            value = Scalar("int", Constraints(ge=1))
        return Pairs(kind, key, value, schema.get("min_length") or 0, schema.get("max_length"))

    def _tuple(self, schema: Schema) -> Shape:
        items = tuple(self.read(item) for item in schema["items_schema"])
        low, high = schema.get("min_length") or 0, schema.get("max_length")
        return Places(items, schema.get("variadic_item_index"), low, high)

    def _named_tuple(self, schema: Schema) -> Shape:
        places = [(place["name"], self.read(place["schema"])) for place in schema["fields"]]
        return Places(tuple(shape for _, shape in places), names=tuple(name for name, _ in places))

    def _called(self, schema: Schema) -> Shape:
        """A function called with what was validated: one of the user's, or how older Pydantic reads a NamedTuple."""
        arguments = schema["arguments_schema"].get("arguments_schema") or ()
        if not hasattr(schema["function"], "_fields"):
            return Checked(Unlike(fields.read_call(self.read, self.config, schema["function"], arguments)), "call")
        places = [(place["name"], self.read(place["schema"])) for place in arguments]
        return Places(tuple(shape for _, shape in places), names=tuple(name for name, _ in places))

    def _nullable(self, schema: Schema) -> Shape:
        return Maybe(self.read(schema["schema"]))

    def _inner(self, schema: Schema) -> Shape:
        return self.read(schema["schema"])

    def _union(self, schema: Schema) -> Shape:
        choices = [choice[0] if isinstance(choice, tuple) else choice for choice in schema["choices"]]
        choices = [choice for choice in choices if not fields.is_any_model(choice.get("cls"))] or choices
        shapes = [self.read(choice) for choice in choices]
        named = [choice.get("cls") for choice in choices if choice["type"] == "is-instance"]
        if len(named) == 1 and len(choices) == 2:  # Pydantic's "an instance, or what makes one"
            return next(shape for shape in shapes if not isinstance(shape, InstanceOf))
        return self._either(zip((self._label(choice) for choice in choices), shapes, strict=True))

    def _tagged(self, schema: Schema) -> Shape:
        choices = schema["choices"]
        for _ in choices:  # a tag may stand for another tag
            choices = {tag: target if isinstance(target, dict) else choices[target] for tag, target in choices.items()}
        union = self._either((fields.label_of(tag), self.read(choice)) for tag, choice in choices.items())
        return Checked(union, "discriminator") if callable(schema["discriminator"]) else union

    def _either(self, members: Iterable[tuple[str, Shape]]) -> Shape:
        """The union of *members*; a None among them makes it nullable, a second label of one name gets a number."""
        kept: dict[str, Shape] = {}
        nullable = False
        for label, shape in members:
            if isinstance(shape, Scalar) and shape.kind == "none":
                nullable = True
                continue
            twins = sum(1 for other in kept if other.rstrip("'") == label)
            kept[label + "'" * twins] = shape
        union = Either(tuple(kept.items())) if len(kept) != 1 else next(iter(kept.values()))
        return Maybe(union) if nullable else union

    def _label(self, schema: Schema) -> str:
        if schema["type"] == "definition-ref":
            schema = self.definitions.get(schema["schema_ref"], schema)
        if "cls" in schema:
            return fields.label_of(schema["cls"])
        inner = schema.get("schema") or schema.get("items_schema")
        return f"{schema['type']}[{self._label(inner)}]" if isinstance(inner, dict) else str(schema["type"])

    def _literal(self, schema: Schema) -> Shape:
        values = tuple(schema["expected"])
        return Options(values, tuple(fields.enum_json(value) for value in values))

    def _enum(self, schema: Schema) -> Shape:
        members = tuple(schema["members"])
        return Options(members, tuple(fields.enum_json(member) for member in members))

    def _json(self, schema: Schema) -> Shape:
        return JsonText(self.read(schema.get("schema") or {"type": "any"}))

    def _instance(self, schema: Schema) -> Shape:
        return InstanceOf(schema["cls"], subclass=schema["type"] == "is-subclass")

    def _callable(self, schema: Schema) -> Shape:
        return Named("callable")

    def _function(self, schema: Schema) -> Shape:
        """A validator around a schema: a library's own is read through, another's is a rule to be checked."""
        function = function_of(schema)
        inner = schema.get("schema")
        rule = rule_of(function)
        if rule is not None and inner is not None:
            return constrained(self.read(inner), rule)
        named = named_type(function)
        if named is not None:
            return Named(named, inner=self.read(inner) if inner else None)
        if inner is None or inner["type"] == "any":
            return Opaque(fields.label_of(function), owner_of(function))
        shape = self.read(inner)
        if is_harmless(function):
            return shape
        if isinstance(shape, Scalar):
            shape = replace(shape, rules=shape.rules.merged(**told_by(function)))
        return Checked(shape, fields.label_of(function))

    def _lax_or_strict(self, schema: Schema) -> Shape:
        cls = fields.instance_class(schema["strict_schema"])
        lax = self.read(schema["lax_schema"])
        if isinstance(lax, Items | Pairs) and getattr(cls, "__name__", "") in CONTAINERS:
            return replace(lax, kind=CONTAINERS[cls.__name__])
        return Named(cls, inner=lax) if cls is not None and not isinstance(lax, Named) else lax

    def _json_or_python(self, schema: Schema) -> Shape:
        cls = fields.instance_class(schema["python_schema"])
        shape = self.read(schema["json_schema"])
        if cls is None or isinstance(shape, Named | Items | Pairs):
            return shape
        return Named(cls, inner=shape)

    def _chain(self, schema: Schema) -> Shape:
        first, *rest = schema["steps"]
        shape = self.read(first)
        return Checked(shape, "chain") if rest else shape

    def _definitions(self, schema: Schema) -> Shape:
        self.definitions |= {definition["ref"]: definition for definition in schema["definitions"]}
        return self.read(schema["schema"])

    def _reference(self, schema: Schema) -> Shape:
        name = schema["schema_ref"]
        if name not in self.refs and name in self.definitions:
            return self.read(self.definitions[name])
        return Ref(name)

    def _model(self, schema: Schema) -> Shape:
        if fields.is_any_model(schema["cls"]):
            return InstanceOf(schema["cls"])
        outer, self.config = self.config, {**self.config, **schema.get("config", {})}
        try:
            shape = self._class(schema)
        finally:
            self.config = outer
        checks = schema.get("custom_init") or schema.get("post_init") not in (None, False, "init_private_attributes")
        return Checked(shape, "__init__ or post-init") if checks else shape

    def _class(self, schema: Schema) -> Shape:
        inner, rules = schema.get("schema", schema), []
        while inner["type"].startswith("function-"):
            rules.append(fields.label_of(function_of(inner)))
            inner = inner["schema"]
        ref = schema.get("ref") or fields.label_of(schema.get("cls"))
        if schema.get("root_model"):
            shape: Shape = Wrapped(ref, schema["cls"], self.read(inner))
        elif inner["type"] in ("model-fields", "dataclass-args", "typed-dict"):
            shape = fields.read_model(self.read, self.config, schema, inner)
        else:
            shape = Checked(self.read(inner), "model")
        return Checked(shape, ", ".join(rules)) if rules else shape


READERS: dict[str, Callable[[SchemaReader, Schema], Shape]] = {
    "tuple": SchemaReader._tuple,
    "named-tuple": SchemaReader._named_tuple,
    "call": SchemaReader._called,
    "nullable": SchemaReader._nullable,
    "default": SchemaReader._inner,
    "custom-error": SchemaReader._inner,
    "union": SchemaReader._union,
    "tagged-union": SchemaReader._tagged,
    "literal": SchemaReader._literal,
    "enum": SchemaReader._enum,
    "json": SchemaReader._json,
    "is-instance": SchemaReader._instance,
    "is-subclass": SchemaReader._instance,
    "callable": SchemaReader._callable,
    "function-after": SchemaReader._function,
    "function-before": SchemaReader._function,
    "function-wrap": SchemaReader._function,
    "function-plain": SchemaReader._function,
    "lax-or-strict": SchemaReader._lax_or_strict,
    "json-or-python": SchemaReader._json_or_python,
    "chain": SchemaReader._chain,
    "definitions": SchemaReader._definitions,
    "definition-ref": SchemaReader._reference,
    "model": SchemaReader._model,
    "dataclass": SchemaReader._model,
    "typed-dict": SchemaReader._model,
}
