"""Insurance: policies, losses, and health claims with their codes."""

from __future__ import annotations

from pytest_fixturegen.providers.domains import dice
from pytest_fixturegen.providers.domains.clear_names import clear_domain
from pytest_fixturegen.providers.domains.specs import (
    Cell,
    also,
    code,
    drawn,
    make_code,
    merge,
    number,
    owned,
    sentences,
    table,
    via,
    words,
)
from pytest_fixturegen.streams import mix_word


def compute_luhn_digit(digits: str) -> int:
    """Return the digit that makes *digits* valid for the Luhn check [ISO/IEC 7812-1]."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return -total % 10


def draw_npi(word: int) -> str:
    """Return a National Provider Identifier: its Luhn check includes the prefix 80840 [CMS]."""
    body = f"{1 + mix_word(word, 1) % 2}{mix_word(word, 2) % 10**8:08}"
    return f"{body}{compute_luhn_digit('80840' + body)}"


SERVICES = table(
    "service",
    """
    cpt cpt_code proc_code proc_cd procedure_cd cpt_cd service_code billing_code cpt4
    | cpt_description service_description procedure_desc proc_desc cpt_desc
    | hcpcs hcpcs_code hcpcs_cd | service_type service_category | revenue_code rev_code rev_cd
    """,
    """
    99213 | Office visit, established patient, 20 minutes | G0463 | Evaluation  | 0510
    99214 | Office visit, established patient, 30 minutes | G0463 | Evaluation  | 0510
    99203 | Office visit, new patient, 30 minutes         | G0463 | Evaluation  | 0510
    99285 | Emergency department visit, high complexity   | G0384 | Emergency   | 0450
    99283 | Emergency department visit, moderate          | G0382 | Emergency   | 0450
    99223 | Initial hospital care                         | G0378 | Inpatient   | 0120
    80053 | Comprehensive metabolic panel                 | G0306 | Laboratory  | 0301
    85025 | Complete blood count with differential        | G0306 | Laboratory  | 0305
    83036 | Hemoglobin A1c                                | G0306 | Laboratory  | 0301
    36415 | Collection of venous blood                    | G0471 | Laboratory  | 0300
    71046 | Chest X-ray, two views                        | R0070 | Radiology   | 0324
    70450 | CT of the head without contrast               | Q9967 | Radiology   | 0351
    73721 | MRI of a joint of the lower limb              | A9579 | Radiology   | 0610
    93000 | Electrocardiogram, 12 leads                   | G0403 | Cardiology  | 0730
    93306 | Echocardiography with Doppler                 | C8929 | Cardiology  | 0480
    97110 | Therapeutic exercises, 15 minutes             | G0151 | Therapy     | 0420
    90837 | Psychotherapy, 60 minutes                     | G0410 | Behavioral  | 0900
    90471 | Immunization administration                   | G0008 | Preventive  | 0771
    45378 | Colonoscopy, diagnostic                       | G0121 | Surgery     | 0750
    29881 | Knee arthroscopy with meniscectomy            | C1713 | Surgery     | 0360
    20610 | Injection of a major joint                    | J3301 | Procedure   | 0361
    96372 | Therapeutic injection                         | J1885 | Procedure   | 0260
    94660 | Continuous positive airway pressure           | E0601 | Equipment   | 0292
    """,
)

DENIALS = table(
    "denial",
    """
    carc carc_code adjustment_reason_code denial_code claim_adjustment_reason reason_code adj_rsn_cd
    | denial_reason denial_description rejection_reason carc_description deny_reason denied_reason
    | rarc rarc_code remark_code
    """,
    """
    16  | Claim lacks information needed for adjudication | N290
    18  | Exact duplicate claim                           | N522
    22  | Care may be covered by another payer            | MA04
    27  | Expenses incurred after coverage terminated     | N30
    29  | The time limit for filing has expired           | N211
    45  | Charge exceeds the fee schedule                 | N14
    50  | Not deemed a medical necessity                  | N115
    96  | Non-covered charge                              | N130
    97  | Benefit is included in another service          | M15
    109 | Claim not covered by this payer                 | N104
    197 | Precertification or authorization absent        | M62
    204 | Service not covered under the benefit plan      | N130
    """,
)

PLACES_OF_SERVICE = table(
    "place_of_service",
    """
    pos pos_code place_of_service place_of_service_code pos_cd service_location_code
    | pos_description place_of_service_description place_of_service_name | facility_type
    """,
    """
    11 | Office                     | physician office
    11 | Office                     | physician office
    11 | Office                     | physician office
    22 | On campus outpatient       | hospital outpatient
    21 | Inpatient hospital         | hospital
    23 | Emergency room             | hospital
    24 | Ambulatory surgical center | surgery center
    12 | Home                       | home health
    02 | Telehealth                 | telehealth
    20 | Urgent care facility       | urgent care
    31 | Skilled nursing facility   | nursing facility
    81 | Independent laboratory     | laboratory
    """,
)

PAYERS = table(
    "payer",
    """
    payer payer_name health_plan insurance_payer primary_payer payor payor_name ins_nm ins_name
      insurance_plan plan_payer
    | payer_id payor_id payer_code | payer_type line_of_business insurance_type
    """,
    """
    Blue Harbor Health Plan   | 60054 | commercial
    Summit Mutual Health      | 62308 | commercial
    Evergreen Health Insurance | 87726 | commercial
    Medicare                  | 00882 | medicare
    Medicaid                  | 77037 | medicaid
    Pioneer Life Insurance    | 61101 | commercial
    United Coast Health       | 73288 | commercial
    Valley Care Health Plan   | 95019 | hmo
    Keystone Mutual Insurance | 23284 | ppo
    Northern Health Alliance  | 38333 | commercial
    """,
)

LOSSES = {
    "collision auto": """
        Rear-end collision at a traffic light, damage to bumper and trunk.
        |Insured vehicle was hit while parked; left door dented.
        |Lost control on a wet road and struck the guard rail.
        |Side collision at an intersection; front fender and headlight damaged.
        |Windshield cracked by a stone on the highway.""",
    "theft burglary": """
        Vehicle stolen from the driveway overnight.
        |Burglary through the back window; jewelry and a laptop stolen.
        |Bicycle stolen from a locked shed.
        |Car broken into; navigation system and bag stolen.""",
    "fire": """
        Kitchen fire spread to the ceiling; smoke damage in two rooms.
        |Electrical fire in the garage, roof structure burned.
        |Fire in the engine compartment while driving.""",
    "water flood": """
        Burst pipe under the sink flooded the kitchen floor.
        |Water leak from the apartment above, ceiling damaged.
        |Basement flooded after a heavy storm.
        |Washing machine hose failed; water damage to the parquet.""",
    "injury medical liability": """
        Visitor slipped on an icy step and broke a wrist.
        |Passenger suffered a neck injury in the accident.
        |Insured fell from a ladder and injured the shoulder.""",
    "weather storm hail": """
        Hail damaged the roof and two skylights.
        |Storm blew a tree onto the carport.
        |Wind tore shingles from the roof; rain water entered the attic.""",
}
"""By kind of loss, with its other names, what happened."""

LOSS_KINDS = ("collision", "collision", "collision", "theft", "fire", "water", "injury", "weather")


def _list_losses() -> dict[str, tuple[str, ...]]:
    """Return the descriptions of losses by the kind of claim."""
    return {
        kinds.split()[0]: tuple(" ".join(part.split()) for part in texts.split("|"))
        for kinds, texts in LOSSES.items()
    }


LOSS_TEXTS = _list_losses()

CAUSES = {
    "collision": "Traffic accident",
    "theft": "Theft",
    "fire": "Fire",
    "water": "Burst pipe",
    "injury": "Slip and fall",
    "weather": "Storm damage",
}


def draw_loss(word: int) -> tuple[Cell, ...]:
    """Return a loss: its kind, what happened, its cause, and the police report of a theft."""
    kind = dice.pick(word, 1, LOSS_KINDS)
    has_report = kind == "theft" or (kind == "collision" and dice.chance(word, 3, 40))
    report = f"PR-{20 + mix_word(word, 4) % 6}-{dice.digits(word, 5, 6)}" if has_report else None
    return kind, dice.pick(word, 2, LOSS_TEXTS[kind]), CAUSES[kind], report


LOSS = drawn(
    "loss",
    """
    claim_type loss_type type_of_loss incident_type peril damage_type claim_category
    | loss_description incident_description damage_description description_of_loss
      accident_description
      claim_description description description_of_damage incident_details what_happened
    | cause_of_loss loss_cause
    | police_report_number police_report police_report_no police_case_number
    """,
    draw_loss,
)

OWN = {
    "npi npi_number provider_npi rendering_npi billing_npi referring_npi npi_no": make_code(
        draw_npi
    ),
    "tin federal_tax_id ein employer_id_number": code("19-9999999"),
    "taxonomy taxonomy_code provider_taxonomy": words("""
        207Q00000X|207R00000X|208000000X|207RC0000X|207X00000X|2084N0400X|207N00000X|261QP2300X
        |282N00000X|363LF0000X|225100000X|207V00000X"""),
    "drg drg_code ms_drg drg_cd": words("""
        470|871|291|392|690|194|683|603|766|775|247|638|312|065|189"""),
    "cpt_modifier modifier mod1 mod2 procedure_modifier modifier_1 modifier_2 mod mod3 mod4": words(
        "25*3|59*2|LT|RT|26|TC|50|76|GT"
    ),
    "dx_ptr diagnosis_pointer dx_pointer diag_ptr": words("A*5|AB*2|B|AC|ABC"),
    "bill_type type_of_bill tob": words("111|131*3|121|211|831|851"),
    "fac_nm facility_name fac_name service_facility facility provider_organization": words("""
        Riverside General Hospital|Lakeview Medical Center|Oak Street Clinic
        |Northgate Family Medicine|Summit Surgery Center|Harborview Physicians Group
        |Cedar Valley Health Center|Eastside Medical Associates|Pinecrest Hospital
        |Maple Grove Family Clinic"""),
    "prior_auth_number prior_authorization auth_number authorization_number": code(r"P\A199999999"),
    "fraud_score fraud_probability": number(0.01, 0.08, 0.94, 2),
    "coverage_amount sum_insured insured_amount coverage_limit policy_limit face_amount "
    "coverage_limit_amount cover_amount insured_value": words("""
        10000|25000*2|50000*4|75000*2|100000*5|150000*3|200000*2|250000*4|300000*2|500000*4
        |750000|1000000*3|2000000"""),
    "deductible deductible_amount policy_excess excess_amount": words(
        "0|100|250*3|500*6|750|1000*5|1500|2000*2|2500|5000"
    ),
    "no_claims_years no_claim_years no_claims_bonus_years ncb_years": number(0, 5, 28),
    "no_claims_discount ncd no_claim_bonus": words("0|10|20|30*2|40|50*3|60*2"),
    "underwriter adjuster claims_adjuster claim_adjuster claim_handler loss_adjuster policyholder "
    "policy_holder policyholder_name claimant claimant_name insured_name insured": via("full_name"),
    "coverage_type cover_type": words("""
        liability*4|collision*3|comprehensive*4|personal injury|uninsured motorist|property damage*2
        |medical payments"""),
}

WITHIN = {
    "patient_account patient_control_number": code("PCN19999999", "P-1999999"),
    "chk_no check_number check_no": code("19999999"),
    "grp_no group_number group_no grp_nbr": code("G199999", "199999"),
    "mbr_id member_id subscr_id subscriber_id insured_id patient_id": code(
        "W199999999", "M19999999"
    ),
    "clm_id claim_id claim_no clm_no claim_control_number": code("CLM-199999999"),
    "units service_units quantity": words("1*12|2*3|3|4*2"),
    "premium annual_premium premium_amount yearly_premium": number(140, 840, 5200, 2),
    "monthly_premium": number(18, 96, 480, 2),
    "location_of_loss loss_location accident_location incident_location": via("address"),
    "reserve_amount reserve claim_reserve case_reserve": number(400, 5200, 90000, 2),
    "claim_adjustment_group adjustment_group_code group_code": words("CO*5|PR*4|OA|PI"),
    "network_status network": words("in-network*6|out-of-network"),
    "policy_type product_type insurance_product line_of_business": words("""
        auto*4|home*3|life*2|health*3|travel|renters|liability"""),
    "beneficiary": via("full_name"),
    "repair_shop body_shop": words("""
        Precision Auto Body|Eastside Collision Center|Main Street Garage|Quality Paint & Body"""),
    "notes claim_notes adjuster_notes note comment comments": sentences("""
        Called the claimant and asked for photos of the damage.|{cause_of_loss}: {loss_description}
        |Repair estimate received; approval pending.|Coverage verified, deductible applies.
        |Inspection scheduled with the adjuster.|Documents complete, sent to payment."""),
    "damage_severity severity loss_severity": words("minor*5|moderate*4|major*2|total loss"),
    "cause": words("traffic accident*3|storm|burst pipe|fire|theft|vandalism|hail"),
}

DOMAIN = clear_domain(
    "claims",
    merge(
        SERVICES,
        DENIALS,
        PAYERS,
        also(PLACES_OF_SERVICE, "pos", "place_of_service place_of_service_code pos_code"),
        also(LOSS, "loss_type", "loss_type type_of_loss peril"),
        also(LOSS, "loss_description", "loss_description description_of_loss cause_of_damage"),
        also(LOSS, "loss_cause", "cause_of_loss loss_cause"),
        also(LOSS, "police_report", "police_report_number police_report police_report_no"),
        OWN,
    ),
    merge(
        LOSS,
        PLACES_OF_SERVICE,
        also(SERVICES, "cpt_description", owned("line service procedure", "description desc")),
        also(SERVICES, "cpt", "procedure_code proc"),
        also(PAYERS, "payer", "insurer insurance_company insurer_name insurance_provider carrier"),
        WITHIN,
    ),
)
