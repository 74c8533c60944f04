"""A text that must begin or end with something keeps what was drawn for it."""

from __future__ import annotations

import pytest
from pydantic import BaseModel, field_validator

from pytest_fixturegen.generator.repair.prefix_suffix import find_affixes
from tests.generator.repair.records import draw_repaired


@pytest.mark.parametrize(
    ("message", "text", "expected"),
    [
        ("reference must start with 'TR-'", "REF-2023-856187", ["TR-2023-856187"]),
        ('must begin with "sk_"', "crisp branch", ["sk_crisp-branch"]),
        ("path should start with `/`", "Quiet Harbor", ["/quiet-harbor"]),
        ("should be prefixed with the prefix 'ID:'", "silent", ["ID:SILENT"]),
        ("file name must end with '.pdf'", "notes.txt", ["notes.pdf"]),
        ("must end with 'GmbH'", "Alder ", ["Alder GmbH"]),
        ("must not start with 'x'", "xy", []),
        ("must be one of 'a', 'b'", "c", []),
    ],
)
def test_what_is_missing_is_added(message: str, text: str, expected: list[str]) -> None:
    assert [affix.add(text) for affix in find_affixes(message)] == expected


class Shipment(BaseModel):
    reference: str
    manifest: str

    @field_validator("reference")
    @classmethod
    def carries_the_prefix(cls, value: str) -> str:
        if not value.startswith("SH-"):
            raise ValueError("reference must start with 'SH-'")
        return value

    @field_validator("manifest")
    @classmethod
    def is_a_sheet(cls, value: str) -> str:
        if not value.endswith(".csv"):
            raise ValueError("manifest must end with '.csv'")
        return value


def test_records_differ_although_all_begin_alike() -> None:
    records = draw_repaired(Shipment, attempts=1, n=200)
    assert len({record.reference for record in records}) > 150
    assert len({record.manifest for record in records}) > 100
