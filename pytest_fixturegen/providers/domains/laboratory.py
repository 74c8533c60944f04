"""Laboratory results: tests with their units, reference ranges, values and flags."""

from __future__ import annotations

from pytest_fixturegen.providers.domains import dice
from pytest_fixturegen.providers.domains.clear_names import clear_domain
from pytest_fixturegen.providers.domains.specs import (
    Cell,
    also,
    code,
    drawn,
    merge,
    owned,
    read_rows,
    sentences,
    words,
)

TESTS = read_rows("""
    718-7 | Hemoglobin | HGB | g/dL | 12.0  | 17.5  | Whole blood | Hematology
    2345-7  | Glucose | GLU | mg/dL | 70 | 99 | Serum | Chemistry
    2951-2  | Sodium | NA | mmol/L  | 136 | 145 | Serum | Chemistry
    2823-3  | Potassium | K | mmol/L  | 3.5 | 5.1 | Serum | Chemistry
    2160-0  | Creatinine | CREA  | mg/dL | 0.60  | 1.30  | Serum | Chemistry
    2093-3  | Cholesterol, total | CHOL  | mg/dL | 125 | 200 | Serum | Lipids
    777-3 | Platelets | PLT | 10*3/uL | 150 | 450 | Whole blood | Hematology
    6690-2  | Leukocytes (white cells) | WBC | 10*3/uL | 4.5 | 11.0  | Whole blood | Hematology
    789-8 | Erythrocytes, blood | RBC | 10*6/uL | 4.20  | 5.90  | Whole blood | Hematology
    4544-3  | Hematocrit, blood | HCT | % | 36.0  | 50.0  | Whole blood | Hematology
    2085-9  | HDL cholesterol | HDL | mg/dL | 40 | 90 | Serum | Lipids
    13457-7 | LDL cholesterol | LDL | mg/dL | 50 | 130 | Serum | Lipids
    2571-8  | Triglycerides | TRIG  | mg/dL | 40 | 150 | Serum | Lipids
    3094-0  | Urea nitrogen | BUN | mg/dL | 7 | 20 | Serum | Chemistry
    1975-2  | Bilirubin, total | TBIL  | mg/dL | 0.2 | 1.2 | Serum | Chemistry
    17861-6 | Calcium | CA | mg/dL | 8.6 | 10.2  | Serum | Chemistry
    4548-4  | Hemoglobin A1c | HBA1C | % | 4.0 | 5.6 | Whole blood | Chemistry
    3016-3  | TSH, blood | TSH | mIU/L | 0.40  | 4.50  | Serum | Endocrinology
    2276-4  | Ferritin | FERR  | ng/mL | 15 | 300 | Serum | Chemistry
    2885-2  | Protein, total | TP | g/dL | 6.0 | 8.3 | Serum | Chemistry
    1751-7  | Albumin | ALB | g/dL | 3.5 | 5.2 | Serum | Chemistry
    1742-6  | ALT, blood | ALT | U/L | 7 | 56 | Serum | Chemistry
    1920-8  | AST, blood | AST | U/L | 10 | 40 | Serum | Chemistry
    6768-6  | Alkaline phosphatase | ALP  | U/L | 44 | 147 | Serum | Chemistry
    2075-0  | Chloride, blood | CL | mmol/L  | 98 | 107 | Serum | Chemistry
    1988-5  | C-reactive protein | CRP | mg/L | 0.0 | 5.0 | Serum | Immunology
    1989-3  | Vitamin D, blood | VITD | ng/mL  | 30 | 100 | Serum | Endocrinology
    3084-1  | Uric acid, blood | URIC  | mg/dL | 3.4 | 7.2 | Serum | Chemistry
    6301-6  | INR, blood | INR | [INR] | 0.8 | 1.2 | Plasma | Coagulation
    2777-1  | Phosphate, blood | PHOS  | mg/dL | 2.5 | 4.5 | Serum | Chemistry
""")

NORMAL, HIGH, LOW, VERY_HIGH, VERY_LOW = "N", "H", "L", "HH", "LL"

FLAGS = (NORMAL,) * 14 + (HIGH,) * 3 + (LOW,) * 2 + (VERY_HIGH, VERY_LOW)
"""How often a result is within its range, above or below it."""

PLACES: dict[str, tuple[float, float]] = {
    NORMAL: (0.05, 0.95),
    HIGH: (1.05, 1.6),
    LOW: (-0.35, -0.05),
    VERY_HIGH: (1.9, 3.2),
    VERY_LOW: (-0.8, -0.5),
}
"""By flag, from where to where values lie: the range goes from 0 to 1."""

FLAG_WORDS = {
    NORMAL: "Normal",
    HIGH: "High",
    LOW: "Low",
    VERY_HIGH: "Critical high",
    VERY_LOW: "Critical low",
}
COMMENTS = {
    NORMAL: "Within the reference range.",
    HIGH: "Above the reference range; repeat in four weeks.",
    LOW: "Below the reference range; correlate clinically.",
    VERY_HIGH: "Critically high. Called to the ward and read back.",
    VERY_LOW: "Critically low. Called to the ward and read back.",
}


def draw_result(word: int) -> tuple[Cell, ...]:
    """Return a test and a value of it, whose flag says where it lies in the reference range."""
    test = dice.pick(word, 1, TESTS)
    low, high = float(test[4]), float(test[5])
    flag = dice.pick(word, 2, FLAGS)
    if low == 0 and flag in (LOW, VERY_LOW):
        flag = NORMAL
    places = len(test[5].partition(".")[2])
    start, end = PLACES[flag]
    at = start + (end - start) * dice.share(word, 3)
    step = 10**-places
    value = low + (high - low) * at
    if at > 1:
        value = max(value, high + step)
    if at < 0:
        value = min(max(value, 0.3 * low), low - step)
    shown = round(value, places) if places else round(value)
    is_abnormal = "false" if flag == NORMAL else "true"
    text_range = f"{test[4]} - {test[5]}"
    texts = (
        FLAG_WORDS[flag],
        text_range,
        f"{shown} {test[3]}",
        COMMENTS[flag],
        is_abnormal,
    )
    return (
        *test[:4],
        low,
        high,
        shown,
        flag,
        *texts,
        *test[6:],
    )


NOUNS = "observation result lab labs test measurement component panel biomarker analyte lab_result"

RESULTS = drawn(
    "lab_result",
    f"""
    loinc loinc_code loinc_num {owned("observation component", "code")}
 | test_name analyte lab_test analyte_name lab_test_name display assay_name observation_name
      {owned("observation test lab_result lab_test component", "name display")}
      loinc_display loinc_name test_description
 | test_code lab_code analyte_code {owned("lab_test lab_result lab", "code")} test_abbreviation
 | test_unit result_unit {owned(NOUNS, "unit units uom unit_of_measure value_unit")}
 | reference_range_low ref_low reference_low normal_low ref_range_low normal_range_low
      {owned(NOUNS, "low range_low min_normal lower_limit")} ref_min normal_min
 | reference_range_high ref_high reference_high normal_high ref_range_high normal_range_high
      {owned(NOUNS, "high range_high max_normal upper_limit")} ref_max normal_max
 | result_value test_value value_quantity lab_value numeric_result numeric_value result_numeric
      {owned(NOUNS, "value numeric_value value_quantity value_num result")}
 | interpretation abnormal_flag result_flag lab_flag {owned(NOUNS, "flag interpretation")}
 | interpretation_text result_interpretation flag_text
 | reference_range normal_range ref_range reference_interval
 | result_text value_text value_string value_display
 | lab_comment result_comment {owned(NOUNS, "comment comments note notes remarks")}
 | is_abnormal abnormal
 | specimen specimen_type lab_specimen specimen_source {owned("specimen", "type")}
 | lab_department lab_section panel_name test_category lab_category
    """,
    draw_result,
)

DOMAIN = clear_domain(
    "laboratory",
    {
        names: spec
        for names, spec in RESULTS.items()
        if not {"display", "is_abnormal"} & set(names.split())
    },
    merge(
        RESULTS,
        also(RESULTS, "value_string", "result lab_result"),
        also(RESULTS, "lab_comment", "comment comments note notes remarks description"),
        {
            "accession_number accession_no lab_number": code("A99-999999", "L9999999"),
            "method test_method assay_method": words("""
                Enzymatic|Immunoassay|Spectrophotometry|Ion-selective electrode|Flow cytometry
 |PCR|ELISA|Chemiluminescence|HPLC"""),
            "fasting_status": words("fasting*3|non-fasting*2|unknown"),
            "lab_name performing_lab laboratory": words("""
                Central Clinical Laboratory|Northside Diagnostics|Riverside Pathology
 |Summit Medical Laboratory|Lakeview Reference Laboratory"""),
            "conclusion result_summary": sentences("""
                {test_name} was {value_string}; reference range {reference_range}.
 |{lab_comment} {test_name} {value_string}.
 |Specimen adequate. {test_name} measured at {value_string}.
 |No further work-up required for {test_name} at this time."""),
        },
    ),
)
