"""Dentistry: procedures with their codes and fees, teeth, findings."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.clear_names import clear_domain
from pytest_fixturegen.providers.domains.specs import (
    merge,
    number,
    owned,
    sentences,
    table,
    via,
    words,
)

PROCEDURES = table(
    "dental_procedure",
    f"""
    dental_procedure procedure procedure_name treatment treatment_type procedure_type service
      {owned("procedure treatment", "name description")} procedure_description
    | cdt_code cdt procedure_code treatment_code ada_code
    | dental_category procedure_category category
    | fee cost price procedure_fee amount charge
    """,
    """
    Periodic oral evaluation      | D0120 | Diagnostic   | 58
    Comprehensive oral evaluation | D0150 | Diagnostic   | 95
    Bitewing radiographs, four    | D0274 | Diagnostic   | 72
    Adult prophylaxis             | D1110 | Preventive   | 104
    Topical fluoride varnish      | D1206 | Preventive   | 42
    Sealant, per tooth            | D1351 | Preventive   | 60
    Amalgam filling, two surfaces | D2150 | Restorative  | 186
    Resin filling, one surface    | D2391 | Restorative  | 192
    Porcelain crown               | D2740 | Restorative  | 1240
    Root canal therapy, molar     | D3330 | Endodontics  | 1180
    Scaling and root planing      | D4341 | Periodontics | 268
    Complete upper denture        | D5110 | Prosthodontics | 1650
    Extraction, erupted tooth     | D7140 | Oral Surgery | 212
    Removal of impacted tooth     | D7240 | Oral Surgery | 488
    Comprehensive orthodontics    | D8080 | Orthodontics | 5200
    """,
)

DOMAIN = clear_domain(
    "dental",
    {
        "cdt_code cdt": PROCEDURES[next(names for names in PROCEDURES if "cdt" in names.split())],
        "probing_depth_mm pocket_depth_mm": number(1, 2.5, 8, 1),
        "dental_condition": words("caries*4|gingivitis*3|fracture|erosion|impaction"),
    },
    merge(
        PROCEDURES,
        {
            "tooth tooth_number tooth_no": number(1, 16, 32),
            "surface tooth_surface surfaces": words("O*3|M|D|B|L|MO|DO|MOD"),
            "quadrant": words("UR*3|UL*3|LR*3|LL*3"),
            "condition diagnosis finding": words("""
                Caries*4|Gingivitis*3|Periodontitis|Cracked tooth|Impacted wisdom tooth|Abscess
                |Tooth wear|Healthy*2"""),
            "dentist hygienist orthodontist dentist_name provider": via("full_name"),
            "anesthesia": words("local*6|none*4|nitrous oxide|sedation"),
            "shade": words("A1*2|A2*4|A3*3|B1|B2|C1"),
            "notes note comment clinical_notes description remarks": sentences("""
                {procedure} completed without complications.|Mild bleeding on probing.
                |Patient to return in six months.|Local anesthesia given, well tolerated.
                |Advised to floss daily and use fluoride toothpaste.
                |Bite adjusted after {procedure}.
                |Sensitivity to cold on the upper left side."""),
        },
    ),
)
