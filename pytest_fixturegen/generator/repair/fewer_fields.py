"""Strategy: other combinations of optional fields."""

from __future__ import annotations

from collections.abc import Iterator

from pytest_fixturegen._internal.type_names import join_path
from pytest_fixturegen.generator.repair.drawn_parts import contains_pinned
from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.patches import SelectFields
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy
from pytest_fixturegen.nodes import Record, unwrap_node
from pytest_fixturegen.streams import mix_word

NAME = "fewer fields"


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[SelectFields]:
    """Yield a patch for each way to choose from the optional fields of the refused record.

    A rule across fields, such as "one of the two", is most often kept if there are fewer of them.
    """
    node = unwrap_node(drawn.refused.node)
    if not isinstance(node, Record):
        return
    path = drawn.refused.path
    slots = [slot for slot in node.slots if slot.is_optional and not contains_pinned(slot.node)]
    optional = [join_path(path, slot.name) for slot in slots]
    free = [field for field in optional if field not in drawn.record.draft.required]
    if not free:
        return
    word = drawn.draw_word(f"{path}~kept")
    choices = {
        "half": [field for place, field in enumerate(free) if mix_word(word, place) & 1],
        "none": [],
        "one": [free[word % len(free)]],
        "few": [field for place, field in enumerate(free) if not mix_word(word, place) & 7],
    }
    for label, chosen in choices.items():
        omitted = tuple(field for field in free if field not in chosen)
        kept = tuple(field for field in optional if field not in omitted)
        yield SelectFields(
            NAME,
            path,
            label,
            kept=kept,
            omitted=omitted,
        )


STRATEGY = RepairStrategy(
    NAME,
    "Keep half of the optional fields of a refused record, none, one, or few of them.",
    propose,
)
