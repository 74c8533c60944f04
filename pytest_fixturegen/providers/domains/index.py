"""Which words speak of which domain, and which names mean the same in every record.

The names are made from the modules of the domains: ``python -m tests.providers.domain_index``.
"""

from __future__ import annotations

DOMAIN_WORDS: dict[str, str] = {
    "medicine": "patient lab observation encounter diagnosis clinic hospital vitals loinc",
}
"""By domain, the words of names of classes and fields that speak of it, in the singular."""

OWN_NAMES: dict[str, str] = {
    "medicine": """
        analyte heart_rate loinc loinc_code pulse reference_range_high reference_range_low
        test_name test_unit ward ward_name
    """,
}
"""By domain, the names that have their meaning in every record."""
