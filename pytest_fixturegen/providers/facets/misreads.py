"""Names whose usual meaning is wrong beside certain words: ``ext`` of a telephone.

Each row says what a name means if one of its words, of its class or of the fields around it is
among the words of the row.
"""

from __future__ import annotations

from pytest_fixturegen.nodes import Node
from pytest_fixturegen.providers import field_names, text
from pytest_fixturegen.providers.domains.specs import Code, Spec, Words
from pytest_fixturegen.providers.facets.misread_rows import MISREADS
from pytest_fixturegen.providers.fact_fields import NamedProvider, build_draw_node
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.record_outline import list_name_words

SHOP_NOUNS = field_names.PRODUCT_NOUNS | {"order", "cart", "shop", "store", "brand", "inventory"}
"""Nouns of classes whose category is one of products."""


AMBIGUOUS_NAMES = frozenset(
    """body_type branch branch_name cargo card class collection common_name condition conditions
    course credits director engine family flag flag_name format host importance item item_name
    key letter level line list location mark minor model mood notes order package part passed
    period phase plan pop prefix program race report route score secret section series session
    shift side sky speed stage station status strength style subject surface symbol table
    target tempo term title topic track trade unit verdict view ward width zone""".split()
)
"""Names that one domain claims for every record, but that mean other things elsewhere."""


def find_misread(context: FieldContext) -> Node | None:
    """Return the node of what the name means here; None if it has its usual meaning."""
    if context.kind != "str":
        return None
    kind = _find_class_kind(context)
    if kind is not None:
        return kind
    around = list_name_words(context.record) | set(context.model.split("_"))
    own = set(context.name.split("_"))
    singular = field_names.to_singular(context.name)
    for row in MISREADS:
        if not row.names.isdisjoint({context.name, singular}) and not row.words.isdisjoint(
            around - own
        ):
            return build_spec_node(row.spec, context)
    return None


def _find_class_kind(context: FieldContext) -> Node | None:
    """Return the node of the category of a class whose kinds are known, if it is no product."""
    from pytest_fixturegen.providers.facets.lookup import build_noun_pool, split_name

    noun = field_names.find_noun(context.model)
    is_english = context.vocabulary.language == "en"
    if context.name != "category" or not is_english or noun in SHOP_NOUNS:
        return None
    return build_noun_pool(context, split_name(context.name), "kinds")


def build_spec_node(spec: Spec | NamedProvider, context: FieldContext) -> Node | None:
    """Return the node of a list of words or of a code; None if it does not fit."""
    if not isinstance(spec, tuple):
        return spec(context, context.name)
    match spec:
        case Words(options):
            return text.build_text_pool(options, context.constraints)
        case Code(draw):
            return build_draw_node(context, draw)
        case _:
            return None
