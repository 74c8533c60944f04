"""Changes of a plan's node."""

from __future__ import annotations

import pytest

from pytest_fixturegen.generator.repair.plan_changes import change_node
from pytest_fixturegen.nodes import (
    Array,
    Constant,
    Dictionary,
    Integer,
    Node,
    Nullable,
    OneOf,
    Pinned,
    Record,
    Slot,
    Tuple,
)

OLD, NEW = Integer(0, 9), Constant("new", "new")


def make_record(node: Node, *names: str) -> Record:
    """Return a record whose fields *names* are all drawn by *node*."""
    return Record(tuple(Slot(name, (name,), name, node) for name in names))


PART = make_record(OLD, "size", "code")
CHANGED_PART = Record((Slot("size", ("size",), "size", NEW), PART.slots[1]))


@pytest.mark.parametrize(
    ("root", "path", "expected"),
    [
        (PART, "", NEW),
        (PART, "size", CHANGED_PART),
        (Nullable(PART, 5), "size", Nullable(CHANGED_PART, 5)),
        (make_record(Array(OLD, 0, 3), "tags"), "tags.2", make_record(Array(NEW, 0, 3), "tags")),
        (Array(PART, 0, 3), "1.size", Array(CHANGED_PART, 0, 3)),
        (Tuple((OLD, OLD)), "1", Tuple((OLD, NEW))),
        (Dictionary(OLD, OLD, 0, 3), "2", Dictionary(NEW, OLD, 0, 3)),
        (Dictionary(OLD, OLD, 0, 3), "2.value", Dictionary(OLD, NEW, 0, 3)),
        (
            make_record(OneOf((("a", OLD), ("a.b", OLD))), "x"),
            "x|a.b",
            make_record(OneOf((("a", OLD), ("a.b", NEW))), "x"),
        ),
        (PART, "unknown.size", PART),
    ],
)
def test_a_node_is_put_at_its_path(
    root: Node,
    path: str,
    expected: Node,
) -> None:
    assert change_node(root, path, NEW) == expected


def test_the_same_field_of_a_model_changes_wherever_it_is_nested() -> None:
    nested = make_record(Array(make_record(PART, "deep", "deeper"), 0, 2), "list")
    root = Record((*make_record(PART, "part").slots, *nested.slots))
    changed = change_node(root, "part.size", NEW)
    deep = make_record(CHANGED_PART, "deep", "deeper")
    assert changed == Record(
        (*make_record(CHANGED_PART, "part").slots, *make_record(Array(deep, 0, 2), "list").slots)
    )


def test_shared_nodes_stay_shared_and_others_are_not_copied() -> None:
    other = make_record(OLD, "other")
    root = Tuple((PART, PART, other))
    changed = change_node(root, "0.size", NEW)
    assert isinstance(changed, Tuple)
    assert changed.items[0] == changed.items[1] == CHANGED_PART
    assert changed.items[2] is other


def test_what_the_user_fixed_stays() -> None:
    pinned = Record((Slot("size", ("size",), "size", Pinned(OLD)), PART.slots[1]))
    assert change_node(Tuple((PART, pinned)), "0.size", NEW) == Tuple((CHANGED_PART, pinned))
