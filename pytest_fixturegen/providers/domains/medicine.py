"""Medicine: patients, laboratory results, encounters."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import domain, merge, number, table, words

LAB_TESTS = table(
    "lab_test",
    "loinc loinc_code | test_name analyte | test_unit | reference_range_low | reference_range_high",
    """
    718-7  | Hemoglobin          | g/dL   | 12.0 | 17.5
    2345-7 | Glucose             | mg/dL  | 70   | 99
    2951-2 | Sodium              | mmol/L | 136  | 145
    2823-3 | Potassium           | mmol/L | 3.5  | 5.1
    2160-0 | Creatinine          | mg/dL  | 0.6  | 1.3
    2093-3 | Cholesterol, total  | mg/dL  | 125  | 200
    777-3  | Platelets           | 10*3/uL | 150 | 450
    6690-2 | Leukocytes          | 10*3/uL | 4.5 | 11.0
    """,
)

DOMAIN = domain(
    "medicine",
    merge(
        LAB_TESTS,
        {
            "heart_rate pulse": number(40, 72, 140),
            "ward ward_name": words("Cardiology|Oncology|Surgery|Pediatrics|Neurology"),
        },
    ),
)
