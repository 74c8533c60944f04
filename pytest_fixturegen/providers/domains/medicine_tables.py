"""Tables of medicine: diagnoses, drugs, vaccines, allergies, procedures, and clinical notes."""

from __future__ import annotations

from pytest_fixturegen.providers.domains import dice
from pytest_fixturegen.providers.domains.specs import (
    Cell,
    drawn,
    read_rows,
    sentences,
    table,
    words,
)

DIAGNOSES = table(
    "diagnosis",
    """
    icd10 icd10_code icd_10 icd_10_code icd_code icd diagnosis_code dx_code icd10_cm principal_dx
      primary_diagnosis_code diag_cd diag_code dx_cd admitting_diagnosis_code condition_icd10
    | diagnosis diagnosis_description diagnosis_name dx_desc dx_description icd10_description
      primary_diagnosis admitting_diagnosis discharge_diagnosis diagnosis_display
    | body_system
    """,
    """
    I10     | Essential hypertension                          | circulatory
    E11.9   | Type 2 diabetes mellitus without complications  | endocrine
    E78.5   | Hyperlipidemia, unspecified                     | endocrine
    J06.9   | Acute upper respiratory infection               | respiratory
    J45.909 | Asthma, uncomplicated                           | respiratory
    J18.9   | Pneumonia, unspecified organism                 | respiratory
    J44.9   | Chronic obstructive pulmonary disease           | respiratory
    K21.9   | Gastro-esophageal reflux disease                | digestive
    K59.00  | Constipation, unspecified                       | digestive
    K35.80  | Acute appendicitis                              | digestive
    M54.50  | Low back pain                                   | musculoskeletal
    M17.11  | Osteoarthritis of right knee                    | musculoskeletal
    M25.561 | Pain in right knee                              | musculoskeletal
    M79.7   | Fibromyalgia                                    | musculoskeletal
    N39.0   | Urinary tract infection                         | genitourinary
    N18.3   | Chronic kidney disease, stage 3                 | genitourinary
    F41.1   | Generalized anxiety disorder                    | mental
    F32.9   | Major depressive disorder, single episode       | mental
    G43.909 | Migraine, not intractable                       | nervous
    G47.33  | Obstructive sleep apnea                         | nervous
    H10.9   | Conjunctivitis                                  | eye
    H66.90  | Otitis media                                    | ear
    I25.10  | Coronary artery disease of native vessel        | circulatory
    I48.91  | Atrial fibrillation                             | circulatory
    I50.9   | Heart failure, unspecified                      | circulatory
    I63.9   | Cerebral infarction                             | circulatory
    L20.9   | Atopic dermatitis                               | skin
    L03.115 | Cellulitis of right lower limb                  | skin
    R51.9   | Headache                                        | symptoms
    R07.9   | Chest pain, unspecified                         | symptoms
    R10.9   | Abdominal pain                                  | symptoms
    S93.401 | Sprain of right ankle                           | injury
    S52.501 | Fracture of lower end of right radius           | injury
    Z00.00  | General adult medical examination               | encounter
    Z23     | Encounter for immunization                      | encounter
    E03.9   | Hypothyroidism, unspecified                     | endocrine
    D50.9   | Iron deficiency anemia                          | blood
    C50.911 | Malignant neoplasm of right female breast       | neoplasms
    A09     | Infectious gastroenteritis                      | infectious
    B34.9   | Viral infection, unspecified                    | infectious
    """,
)

DRUG_ROWS = read_rows("""
    Lisinopril | 10 mg | tablet | oral | QD | ACE inhibitor | C09AA03 | 68180-0980-01 | 90
    Metformin | 500 mg | tablet | oral | BID | biguanide | A10BA02 | 65862-0008-01 | 90
    Atorvastatin | 20 mg | tablet | oral | QD | statin | C10AA05 | 60505-2579-09 | 90
    Amoxicillin | 500 mg | capsule | oral | TID | penicillin | J01CA04 | 65862-0017-05 | 7
    Amlodipine | 5 mg | tablet | oral | QD | calcium channel blocker | C08CA01 | 59762-1530-01 | 90
    Omeprazole | 20 mg | capsule | oral | QD | proton pump inhibitor | A02BC01 | 62175-0118-32 | 30
    Levothyroxine | 50 mcg | tablet | oral | QD | thyroid hormone | H03AA01 | 00074-4552-90 | 90
    Albuterol | 90 mcg | inhaler | inhalation | Q4H | beta agonist | R03AC02 | 00173-0682-20 | 30
    Ibuprofen | 400 mg | tablet | oral | Q6H | NSAID | M01AE01 | 53746-0131-01 | 10
    Acetaminophen | 500 mg | tablet | oral | Q6H | analgesic | N02BE01 | 00904-6720-60 | 10
    Sertraline | 50 mg | tablet | oral | QD | SSRI | N06AB06 | 59762-4900-03 | 30
    Losartan | 50 mg | tablet | oral | QD | ARB | C09CA01 | 00093-7365-98 | 90
    Insulin glargine|100 units/mL|injection|subcutaneous|QD|insulin|A10AE04|00088-2220-33|30
    Prednisone | 20 mg | tablet | oral | QD | corticosteroid | H02AB07 | 00591-5443-01 | 5
    Azithromycin | 250 mg | tablet | oral | QD | macrolide | J01FA10 | 59762-3060-01 | 5
    Gabapentin | 300 mg | capsule | oral | TID | anticonvulsant | N02BF01 | 67877-0223-01 | 30
    Warfarin | 5 mg | tablet | oral | QD | anticoagulant | B01AA03 | 00093-1721-01 | 30
    Hydrochlorothiazide | 25 mg | tablet | oral | QD | diuretic | C03AA03 | 00603-3856-21 | 90
    Cetirizine | 10 mg | tablet | oral | QD | antihistamine | R06AE07 | 45802-0919-87 | 30
    Hydrocortisone | 1 % | cream | topical | BID | corticosteroid | D07AA02 | 00168-0015-31 | 14
    Ceftriaxone | 1 g | injection | intravenous | Q24H | cephalosporin | J01DD04 | 00409-7332-01 | 5
    Latanoprost | 0.005 % | drops | ophthalmic | QD | prostaglandin | S01EE01 | 61314-0547-01 | 30
""")
"""Name, strength, form, route, frequency, class, ATC and NDC codes, days of supply."""

FREQUENCIES = {
    "QD": "once daily",
    "BID": "twice daily",
    "TID": "three times daily",
    "Q4H": "every 4 hours as needed",
    "Q6H": "every 6 hours as needed",
    "Q24H": "every 24 hours",
}
"""How often a drug is taken, by the abbreviation of prescriptions."""


def draw_drug(word: int) -> tuple[Cell, ...]:
    """Return a drug with its dose, which is the number and the unit of its strength."""
    row = dice.pick(word, 1, DRUG_ROWS)
    name, strength, form, route, often = row[:5]
    frequency = FREQUENCIES[often]
    amount, _, unit = strength.partition(" ")
    days = min(90, int(row[8]) * dice.pick(word, 2, (1, 1, 1, 2)))
    sig = f"{name} {strength}, 1 {form}, {route}, {frequency}."
    refills = dice.pick(
        word,
        3,
        (0, 0, 1, 2, 3, 5),
    )
    quantity = dice.pick(
        word,
        4,
        (30, 30, 60, 90) if days >= 30 else (10, 14, 21),
    )
    computed = (
        frequency,
        sig,
        float(amount),
        unit,
        days,
        refills,
        quantity,
    )
    return (*row[:8], *computed)


DRUGS = drawn(
    "drug",
    """
    drug_name medication medication_name medicine medicine_name generic_name drug prescribed_drug
      medication_display active_ingredient active_substance
    | strength dosage dose_strength drug_strength medication_dosage dosage_strength
    | dosage_form drug_form medication_form dose_form
    | route_name route_of_administration administration_route admin_route medication_route
    | frequency_code sig_code
    | drug_class therapeutic_class pharmacologic_class atc_name
    | atc atc_code
    | ndc ndc_code national_drug_code ndc_number
    | frequency_text dosing_frequency medication_frequency dose_frequency
    | sig dosage_instructions dosage_instruction prescription_instructions dosage_text sig_text
    | dose_amount dose_value
    | dose_unit dosage_unit
    | duration_days days_supply days_of_supply
    | refills refills_allowed refills_authorized refill_count refills_remaining number_of_refills
    | quantity_dispensed dispensed_quantity quantity_prescribed
    """,
    draw_drug,
)

VACCINES = table(
    "vaccine",
    """
    vaccine vaccine_name immunization vaccination_name vaccine_type
    | cvx cvx_code vaccine_code | vaccine_disease target_disease | doses_required dose_series
    """,
    """
    Influenza, quadrivalent | 150 | influenza    | 1
    MMR                     | 03  | measles      | 2
    Tdap                    | 115 | tetanus      | 1
    Hepatitis B             | 43  | hepatitis B  | 3
    HPV, 9-valent           | 165 | HPV          | 2
    Varicella               | 21  | chickenpox   | 2
    Pneumococcal conjugate  | 133 | pneumonia    | 1
    COVID-19, mRNA          | 208 | COVID-19     | 2
    Zoster, recombinant     | 187 | shingles     | 2
    Rotavirus               | 119 | rotavirus    | 3
    IPV                     | 10  | polio        | 4
    Meningococcal ACWY      | 203 | meningitis   | 2
    """,
)

ALLERGIES = table(
    "allergy",
    """
    allergy allergies allergy_name known_allergies drug_allergies drug_allergy allergy_substance
    | allergy_reaction allergic_reaction reaction_description | allergy_category allergy_type
    """,
    """
    Penicillin    | hives               | medication
    Peanuts       | anaphylaxis         | food
    Latex         | contact dermatitis  | environment
    Sulfonamides  | rash                | medication
    Shellfish     | swelling            | food
    Aspirin       | wheezing            | medication
    Bee stings    | anaphylaxis         | environment
    Pollen        | sneezing            | environment
    Cat dander    | itchy eyes          | environment
    Eggs          | hives               | food
    Codeine       | nausea              | medication
    Iodine        | rash                | medication
    Dust mites    | runny nose          | environment
    Tree nuts     | swelling            | food
    """,
)

PROCEDURES = table(
    "procedure",
    """
    procedure_name procedure procedure_description surgery_name operation surgery surgery_type
      procedure_type operation_name
    | procedure_code cpt_procedure
    | anesthesia anesthesia_type anaesthesia
    """,
    """
    Appendectomy, laparoscopic      | 44970 | general
    Cataract extraction with lens   | 66984 | local
    Colonoscopy, diagnostic         | 45378 | sedation
    Knee arthroscopy                | 29881 | general
    Total hip arthroplasty          | 27130 | spinal
    Cholecystectomy, laparoscopic   | 47562 | general
    Coronary angiography            | 93454 | local
    Cesarean section                | 59510 | spinal
    Hernia repair, inguinal         | 49505 | general
    Upper endoscopy with biopsy     | 43239 | sedation
    Tonsillectomy                   | 42826 | general
    Carpal tunnel release           | 64721 | local
    Skin biopsy                     | 11102 | local
    Electrocardiogram, 12 leads     | 93000 | none
    MRI of the brain                | 70553 | none
    """,
)

BODY_SITES = words("""
    chest*2|abdomen*2|left knee|right knee|head*2|left shoulder|right wrist|lumbar spine
    |cervical spine|pelvis|left ankle|right hip|neck|left hand""")

NOTES = sentences("""
    Patient presents with {symptom}; vital signs are stable.
    |Follow-up for {diagnosis}. No new complaints today.
    |Reports {symptom} since last week. Started on {drug_name} {strength}.
    |Alert and oriented, lungs clear, no acute distress.
    |Blood pressure {blood_pressure}. Continue {drug_name} {frequency_text}.
    |Tolerating {drug_name} well; no side effects reported.
    |Examination of the {body_site} unremarkable. Return in four weeks.
    |Patient denies chest pain and shortness of breath.
    |Discussed diet and exercise; patient agrees with the plan.
    |{diagnosis}, improving. Repeat laboratory tests in three months.
    |Complains of {symptom} at night; advised rest and fluids.
    |Wound clean and dry. Sutures to be removed in ten days.
    |Allergic to {allergy}; chart updated.
    |Stable overnight, ambulating with assistance, pain controlled.
    |Referred to the clinic for further evaluation of {symptom}.""")
