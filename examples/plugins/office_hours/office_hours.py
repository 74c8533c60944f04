"""A rule of the house: what happens, happens in office hours."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from pytest_fixturegen import hookimpl

if TYPE_CHECKING:
    from pytest_fixturegen import FieldFacts, Strategy

DAY = timedelta(days=1)


@hookimpl
def pfg_modify_strategy(model: type[Any], field: FieldFacts, strategy: Strategy) -> Strategy | None:
    """Moves every ``…_at`` into office hours, whoever draws it."""
    if field.kind == "datetime" and field.name.endswith("_at"):
        return strategy.with_settings(post_generate="office_hours:squeezed")
    return None


def squeezed(moment: datetime | None) -> datetime | None:
    """*moment* in a week of Monday to Friday, nine to five: the earlier of two stays the earlier."""
    if moment is None:
        return None
    monday = moment.replace(hour=0, minute=0, second=0, microsecond=0) - moment.weekday() * DAY
    days, rest = divmod((moment - monday) * 5 / 7, DAY)
    return monday + days * DAY + timedelta(hours=9, seconds=rest.seconds // 3)
