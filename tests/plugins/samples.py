"""Sample plugins: working ones, and one for each kind of failure."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Annotated, Any, NewType

from pytest_fixturegen import hookimpl
from pytest_fixturegen.nodes import Choice, Node
from pytest_fixturegen.providers.field_context import FieldContext
from tests.plugins.models import Weight

HERE = "tests.plugins.samples"
MODELS = "tests.plugins.models"
Serial = NewType("Serial", str)


def plate(rng: Random) -> str:
    return f"B-{rng.randrange(10**6):06}"


def number(index: int) -> str:
    return str(2 * index)


def weight(rng: Random) -> dict[str, Any]:
    return {"grams": rng.randrange(1000), "unit": "g"}


def paint(context: FieldContext) -> Node:
    paints = ("Ruby Red", "Sea Blue", "Pine Green")
    return Choice(paints, paints)


def shout(context: FieldContext) -> Node | None:
    return None if context.constraints.max_length else Choice(("HO", "HA"), ("HO", "HA"))


def broken(*_: Any) -> Any:
    raise ZeroDivisionError("nothing left")


def asked_broken(context: FieldContext) -> Any:
    return broken()


def no_node(context: FieldContext) -> Any:
    return "red"


def moved(moment: datetime) -> datetime:
    return moment.replace(hour=12)


def pid() -> str:
    return str(os.getpid())


class Adds:
    """Register providers for types and for field names."""

    def __init__(self, *types: tuple[Any, Any], **names: Any) -> None:
        self.types, self.names = types, names

    @hookimpl
    def pfg_register_providers(self, registry: Any) -> None:
        for kind, provider in self.types:
            registry.add(kind, provider)
        for name, provider in self.names.items():
            registry.add_name(name, provider, "str int")


class Changes:
    """Change the fields of one name."""

    def __init__(self, field: str, **settings: Any) -> None:
        self.field, self.settings = field, settings
        self.calls: list[Any] = []

    @hookimpl
    def pfg_modify_strategy(self, model: Any, field: Any, strategy: Any) -> Any:
        if field.name != self.field:
            return None
        self.calls.append((model, field, strategy))
        return strategy.with_settings(**self.settings) if self.settings else None


class Emits:
    """Write output with the given function."""

    def __init__(self, write: Any) -> None:
        self.write = write

    @hookimpl
    def pfg_emit_artifact(self, kind: str, ctx: Any) -> Any:
        return self.write(kind, ctx) if ctx.form == "text" else None


class Fails:
    """Fails in every hook."""

    pfg_register_providers = hookimpl(lambda self, registry: broken())


class Misspelt:
    @hookimpl
    def pfg_register_provider(self, registry: Any) -> None: ...


class MisspeltUnmarked(Changes):
    def pfg_register_provider(self, registry: Any) -> None: ...


class Unmarked:
    def pfg_register_providers(self, registry: Any) -> None: ...


class Wraps:
    @hookimpl(wrapper=True)
    def pfg_modify_strategy(self, model: Any) -> Any:
        return (yield)


class Asks:
    @hookimpl
    def pfg_modify_strategy(self, modell: Any) -> None: ...


class Answers:
    @hookimpl
    def pfg_modify_strategy(self, model: Any, field: Any, strategy: Any) -> Any:
        return {"value": 3}


class Raises:
    @hookimpl
    def pfg_modify_strategy(self) -> Any:
        return broken()


TYPES = Adds(
    (f"{MODELS}:Plate", f"{HERE}:plate"),
    (f"{MODELS}:Even", f"{HERE}:number"),
    (Weight, weight),
    ("not.there:Type", "no:one"),
)
NAMES = Adds(paint=f"{HERE}:paint", code=f"{HERE}:paint", seats=f"{HERE}:plate")
PLAIN = Adds((str, shout))
FAKE = Adds(nickname=lambda faker: faker.iban())
VALUE, POLICY = Changes("nickname", value="Otto", p_none=0), Changes("nickname", p_none=1.0)
PROVIDED, FACTORY = Changes("paint", provider="city"), Changes("paint", factory=f"{HERE}:number")
NOON = Changes("sold_at", post_generate=f"{HERE}:moved")
NAMED = Changes("name", value="Ann")
MID = Changes("mid", p_none=0.5)
TIER, GRAMS, LOOKS = Changes("tier", provider="paint"), Changes("grams", value=7), Changes("seats")
UNKNOWN, WILD = Changes("paint", valeu=1), Changes("paint", p_none=3)

LOST, NO_MODULE = Adds((f"{MODELS}:Plaet", plate)), Adds(paint="no.such.module:paint")
BROKEN, ASKED_BROKEN, NO_NODE = Adds(paint=broken), Adds(paint=asked_broken), Adds(paint=no_node)
NEW, BARE = Adds((Serial, plate)), Adds(("Plate", plate))
ALIAS, NO_TYPE = Adds((Annotated[str, "a word"], plate)), Adds((3, plate))
FAILS, MISSPELT, UNMARKED, WRAPS, ASKS = Fails(), Misspelt(), Unmarked(), Wraps(), Asks()
MISSPELT_UNMARKED, ANSWERS, RAISES = MisspeltUnmarked("paint"), Answers(), Raises()

BYTES = Emits(
    lambda kind, ctx: iter(
        [f"{kind} {','.join(ctx.models)} {ctx.seed} {ctx.shard}\n".encode(), *ctx.chunks]
    )
)
TWO = Emits(
    lambda kind, ctx: [ctx.write(ctx.path.with_suffix(f".{n}"), [b"%d" % n]) for n in (1, 2)].pop()
)
EMITS_NOTHING, EMITS_TEXT = Emits(lambda kind, ctx: 3), Emits(lambda kind, ctx: "text")
EMITS_TEXTS, EMITS_BROKEN = Emits(lambda kind, ctx: ["text"]), Emits(broken)
EMITS_LATE = Emits(lambda kind, ctx: (broken() if n else b"half" for n in range(2)))
EMITS_UNREAD = Emits(lambda kind, ctx: (Path("/no/such/file").read_bytes() for _ in range(1)))
