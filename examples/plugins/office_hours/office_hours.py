"""Plugin: every date and time of an event is within office hours."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from pytest_fixturegen import hookimpl

if TYPE_CHECKING:
    from pytest_fixturegen import FieldFacts, Strategy

DAY = timedelta(days=1)


@hookimpl
def pfg_modify_strategy(model: type[Any], field: FieldFacts, strategy: Strategy) -> Strategy | None:
    """Move every ``…_at`` field into office hours, whatever provider draws it."""
    if field.kind == "datetime" and field.name.endswith("_at"):
        return strategy.with_settings(post_generate="office_hours:squeezed")
    return None


def squeezed(moment: datetime | None) -> datetime | None:
    """Return *moment* moved into Monday to Friday, nine to five; the order of moments stays."""
    if moment is None:
        return None
    monday = moment.replace(hour=0, minute=0, second=0, microsecond=0) - moment.weekday() * DAY
    days, rest = divmod((moment - monday) * 5 / 7, DAY)
    return monday + days * DAY + timedelta(hours=9, seconds=rest.seconds // 3)
