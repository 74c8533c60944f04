"""How many items lists usually have, by their names: a recipe has more than one ingredient."""

from __future__ import annotations

from functools import lru_cache

USUAL_SIZES = """
4 9 ingredients ingredient_list exercises lineup
3 6 steps instructions directions procedure_steps preparation_steps
4 9 waypoints route_points track_points points vertices path_points
5 7 days daily daily_forecast daily_forecasts forecast_days
6 12 hourly hourly_forecast hours_forecast
3 8 readings measurements samples observations wells
"""
"""The least and the greatest size, and the names of lists."""


@lru_cache(maxsize=1)
def _index_sizes() -> dict[str, tuple[int, int]]:
    """Return the least and the greatest usual size of the lists of each name."""
    rows = [line.split() for line in USUAL_SIZES.strip().splitlines()]
    return {name: (int(low), int(high)) for low, high, *names in rows for name in names}


def find_usual_size(name: str) -> tuple[int, int] | None:
    """Return the least and the greatest size of the list *name*; None if it has no usual one."""
    return _index_sizes().get(name)
