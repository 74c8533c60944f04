"""Records that have all their parts: values instead of None, two items in each list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pytest_fixturegen.cases.case_builder import Choice
from pytest_fixturegen.cases.options import Option
from pytest_fixturegen.cases.places import AS_IN_BASE, Place

MAX_MEMBERS = 40
"""Maximum number of union members for each of which a separate record is built."""

Wanted = dict[int, Option]


class FullRecords:
    """Chooses the options of records that have all parts which the *places* can have."""

    def __init__(self, places: Sequence[Place]) -> None:
        """Keep the places."""
        self.places = places

    def fill(self, wanted: Wanted) -> list[Choice]:
        """Return the choices of a record with all its parts, and with the options *wanted*."""
        chosen: Wanted = {}
        for number, place in enumerate(self.places):
            option = wanted.get(number) or place.full_option
            if option is not None and self._exists(place, chosen):
                chosen[number] = option
        return [(self.places[number], option) for number, option in chosen.items()]

    def list_members(self, full: Sequence[Choice]) -> Iterator[tuple[list[Choice], str]]:
        """Yield the choices of a record for each member of a union that *full* does not show.

        Each comes with the path below which it differs.
        """
        shown = {place.path: option.name for place, option in full}
        members = [
            (number, option)
            for number, place in enumerate(self.places)
            for option in place.options
            if option.is_member
        ]
        hidden = [each for each in members if not self._is_shown(*each, shown)]
        for number, option in hidden[:MAX_MEMBERS]:
            wanted = {**self._list_needed(number), number: option}
            yield self.fill(wanted), f"{self.places[number].path}|{option.name}"

    def _is_shown(
        self,
        number: int,
        option: Option,
        shown: dict[str, str],
    ) -> bool:
        """Return whether a record with the options *shown* has *option* at a place."""
        place = self.places[number]
        if place.path in shown:
            return shown[place.path] == option.name
        if place.full_option is not None or not self._exists(place, {}):
            return False
        return place.base_member == option.name

    def _exists(
        self,
        place: Place,
        chosen: Wanted,
    ) -> bool:
        """Return whether a record with the options *chosen* has *place*."""
        return all(
            (chosen[number].name if number in chosen else AS_IN_BASE) in names
            for number, names in place.requirements
        )

    def _list_needed(self, number: int) -> Wanted:
        """Return the options that the place at *number* needs, where the base has others."""
        needed: Wanted = {}
        for other, names in self.places[number].requirements:
            options = [option for option in self.places[other].options if option.name in names]
            if AS_IN_BASE not in names and options:
                needed[other] = options[0]
        return needed
