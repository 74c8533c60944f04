"""Types that nest deep, as the source of a module with the class ``Top``."""

from __future__ import annotations

from collections.abc import Callable

HEADER = """\
from dataclasses import dataclass
from typing import Annotated, Optional, Union

from pydantic import BaseModel, Field, Json, RootModel, field_validator
"""

ATTRS_HEAD = "@attrs.define\nclass {}:"
MSGSPEC_HEAD = "class {}(msgspec.Struct):"


def write_chain(depth: int, field: str = "{}", head: str = "class {}(BaseModel):") -> str:
    """Return the source of *depth* classes, each with a *field* of the type of the one before."""
    classes = [f"{head.format('A0')}\n    part: int\n"]
    for number in range(1, depth):
        annotation = field.format(f"A{number - 1}")
        classes.append(f"{head.format(f'A{number}')}\n    part: {annotation}\n")
    return "\n".join([*classes, f"Top = A{depth - 1}"])


def write_classes(depth: int) -> str:
    """Return the source of a model of classes that Pydantic does not know, within each other."""
    classes = ["class A0:\n    def __init__(self, part: int) -> None: ...\n"]
    for number in range(1, depth):
        init = f"    def __init__(self, part: A{number - 1}) -> None: ...\n"
        classes.append(f"class A{number}:\n{init}")
    config = '    model_config = {"arbitrary_types_allowed": True}'
    return "\n".join([*classes, "class Top(BaseModel):", config, f"    part: A{depth - 1}"])


def write_roots(depth: int) -> str:
    """Return the source of *depth* root models within each other."""
    classes = [f"class A{number}(RootModel[A{number - 1}]): pass" for number in range(1, depth)]
    return "\n".join(["class A0(RootModel[int]): pass", *classes, f"Top = A{depth - 1}"])


def write_containers(depth: int) -> str:
    """Return the source of a model of lists, mappings and tuples, *depth* in all."""
    loop = [
        "inner = int",
        f"for _ in range({depth // 4}):",
        "    inner = Optional[dict[str, tuple[list[inner], int]]]",
    ]
    return "\n".join([*loop, "class Top(BaseModel):\n    part: inner"])


def write_lists(depth: int) -> str:
    """Return the source of a model of lists within each other."""
    loop = f"inner = int\nfor _ in range({depth}):\n    inner = list[inner]"
    return f"{loop}\nclass Top(BaseModel):\n    part: inner"


def write_validators(depth: int) -> str:
    """Return the source of models whose innermost number must be even."""
    rule = """
    @field_validator("part")
    @classmethod
    def check_part(cls, value):
        if value % 2:
            raise ValueError("must be even")
        return value
"""
    chain = write_chain(depth)
    return chain.replace("    part: int\n", f"    part: int\n{rule}", 1)


def write_json_text(depth: int) -> str:
    """Return the source of a model with a text of JSON, which nests deep."""
    chain = write_chain(depth - 1)
    return f"{chain}\nclass Document(BaseModel):\n    part: Json[Top]\nTop = Document"


def write_cycle(depth: int) -> str:
    """Return the source of *depth* models, each within another, and all within the innermost."""
    chain = write_chain(depth).replace("    part: int\n", '    part: "Optional[Top]"\n', 1)
    return f"{chain}\nA0.model_rebuild()\nTop.model_rebuild(force=True)"


SOURCES: dict[str, Callable[[int], str]] = {
    "models": write_chain,
    "dataclasses": lambda depth: write_chain(depth, head="@dataclass\nclass {}:"),
    "attrs": lambda depth: f"import attrs\n{write_chain(depth * 3 // 4, head=ATTRS_HEAD)}",
    "msgspec": lambda depth: f"import msgspec\n{write_chain(depth * 3 // 4, head=MSGSPEC_HEAD)}",
    "optional": lambda depth: write_chain(depth, "Optional[{}]"),
    "lists of models": lambda depth: write_chain(depth, "Annotated[list[{}], Field(max_length=2)]"),
    "unions": lambda depth: write_chain(depth, "Union[{}, int]"),
    "roots": write_roots,
    "validators": write_validators,
    "JSON text": lambda depth: write_json_text(depth // 2),
    "lists": lambda depth: write_lists(depth // 2),
    "containers": lambda depth: write_containers(depth // 2),
}
