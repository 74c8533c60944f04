"""Medicine: patients, vital signs, diagnoses, medication, encounters."""

from __future__ import annotations

from pytest_fixturegen.providers.domains import dice
from pytest_fixturegen.providers.domains.clear_names import clear_domain
from pytest_fixturegen.providers.domains.medicine_tables import (
    ALLERGIES,
    BODY_SITES,
    DIAGNOSES,
    DRUGS,
    NOTES,
    PROCEDURES,
    VACCINES,
)
from pytest_fixturegen.providers.domains.specs import (
    Cell,
    also,
    code,
    drawn,
    merge,
    number,
    owned,
    read_rows,
    select,
    sentences,
    via,
    words,
)


def draw_vitals(word: int) -> tuple[Cell, ...]:
    """Return vital signs of one patient, who has a fever now and then."""
    diastolic = round(dice.bell(word, 1, 55, 100))
    systolic = diastolic + round(dice.bell(word, 2, 30, 62))
    has_fever = dice.chance(word, 3, 12)
    celsius = round(
        dice.bell(word, 4, 37.8, 39.9) if has_fever else dice.bell(word, 4, 36, 37.4), 1
    )
    pulse = round(dice.bell(word, 5, 54, 96)) + (18 if has_fever else 0)
    breaths = round(dice.bell(word, 6, 11, 20)) + (4 if has_fever else 0)
    oxygen = round(dice.bell(word, 7, 94, 100))
    pressure = f"{systolic}/{diastolic}"
    mean = round(diastolic + (systolic - diastolic) / 3)
    return (
        systolic,
        diastolic,
        pressure,
        mean,
        pulse,
        breaths,
        oxygen,
        celsius,
        round(celsius * 1.8 + 32, 1),
    )


VITALS = drawn(
    "vitals",
    """
    systolic systolic_bp bp_systolic sbp systolic_pressure systolic_mmhg blood_pressure_systolic
      bp_sys sys_bp systolic_blood_pressure bps
    | diastolic diastolic_bp bp_diastolic dbp diastolic_pressure diastolic_mmhg
      blood_pressure_diastolic bp_dia dia_bp diastolic_blood_pressure bpd
    | blood_pressure bp
    | mean_arterial_pressure map_mmhg mean_bp
    | heart_rate pulse heart_rate_bpm pulse_rate hr pulse_bpm
    | respiratory_rate resp_rate respiration_rate respirations rr breathing_rate
    | spo2 oxygen_saturation o2_saturation o2_sat sao2 spo2_percent oxygen_saturation_percent
      spo2_pct
    | body_temperature body_temp body_temperature_c body_temp_c temp_c temperature_c temperature
      temp temperature_celsius
    | body_temperature_f body_temp_f temp_f temperature_f temperature_fahrenheit
    """,
    draw_vitals,
)

OWN_VITALS = merge(
    select(VITALS, "systolic", "diastolic", "blood_pressure", "map_mmhg", "spo2", "resp_rate"),
    also(VITALS, "pulse", "heart_rate pulse heart_rate_bpm pulse_rate pulse_bpm"),
    also(VITALS, "body_temp", "body_temperature body_temp body_temperature_c body_temp_c"),
    also(VITALS, "body_temp_f", "body_temperature_f body_temp_f"),
)

VITAL_TYPES = read_rows("""
    heart_rate        | bpm         | 54  | 104 | 0
    respiratory_rate  | breaths/min | 11  | 22  | 0
    body_temperature  | °C          | 36  | 38.6 | 1
    oxygen_saturation | %           | 92  | 100 | 0
    systolic_bp       | mmHg        | 98  | 162 | 0
    diastolic_bp      | mmHg        | 56  | 98  | 0
    body_weight       | kg          | 48  | 108 | 1
    blood_glucose     | mg/dL       | 74  | 168 | 0
""")


def draw_vital(word: int) -> tuple[Cell, ...]:
    """Return one vital sign with its unit and a value."""
    name, unit, low, high, places = dice.pick(
        word,
        1,
        VITAL_TYPES,
    )
    value = round(dice.bell(word, 2, float(low), float(high)), int(places))
    return name, unit, value


VITAL = drawn(
    "vital",
    f"""
    vital_type vital_name {owned("vital vital_sign", "type name kind code measurement")}
    | vital_unit {owned("vital vital_sign", "unit units")}
    | vital_value {owned("vital vital_sign", "value reading measurement_value")}
    """,
    draw_vital,
)

TRIAL_PHASES = read_rows("""
    Phase 1 | 18   | 60
    Phase 2 | 60   | 320
    Phase 2 | 60   | 320
    Phase 3 | 280  | 3200
    Phase 3 | 280  | 3200
    Phase 4 | 400  | 6000
""")


def draw_trial(word: int) -> tuple[Cell, ...]:
    """Return the phase of a trial and how many take part in it."""
    phase, low, high = dice.pick(
        word,
        1,
        TRIAL_PHASES,
    )
    return phase, round(dice.log_spaced(word, 2, float(low), float(high)))


TRIAL = drawn(
    "trial",
    """
    phase trial_phase study_phase
    | enrollment target_enrollment enrollment_count sample_size number_of_participants
    """,
    draw_trial,
)

OWN = {
    "mrn medical_record_number patient_mrn hospital_number": code("19999999"),
    "snomed snomed_code snomed_ct": code("19999999", "199999999", "99999009"),
    "gestational_age gestational_age_weeks": number(24, 38, 42),
    "gravida": number(1, 2, 6),
    "parity para": number(0, 1, 5),
    "nct_id nct_number clinicaltrials_id": code("NCT04999999", "NCT05999999"),
    "ordering_provider ordering_physician referring_physician attending_physician "
    "primary_physician "
    "referring_provider primary_care_physician attending_doctor": via("full_name"),
    "apgar apgar_score apgar_1min apgar_5min": number(4, 8, 10),
    "pain_score pain_level": number(0, 3, 10),
    "gcs glasgow_coma_scale gcs_score": number(3, 15, 15),
    "hba1c a1c hba1c_percent": number(4.4, 5.7, 11.5, 1),
    "ejection_fraction lvef": number(20, 58, 72),
    "egfr": number(15, 84, 120),
    "blood_glucose glucose_mg_dl glucose_level blood_sugar glucose": number(62, 104, 290),
    "hemoglobin haemoglobin hgb hemoglobin_g_dl": number(8.2, 13.9, 17.8, 1),
    "cholesterol total_cholesterol cholesterol_mg_dl": number(118, 189, 310),
    "ldl ldl_cholesterol": number(48, 112, 210),
    "hdl hdl_cholesterol": number(28, 52, 95),
    "triglycerides": number(45, 118, 420),
    "creatinine serum_creatinine creatinine_mg_dl": number(0.5, 0.9, 4.2, 2),
    "wbc wbc_count": number(2.9, 7.1, 18.5, 1),
    "platelets platelet_count": number(88, 248, 520),
    "symptom symptoms presenting_symptom reported_symptoms": words("""
        cough*3|fever*3|headache*3|fatigue*3|shortness of breath*2|chest pain|nausea*2|dizziness*2
        |sore throat|abdominal pain*2|back pain*2|joint pain|rash|vomiting|diarrhea|palpitations
        |insomnia|loss of appetite|night sweats|blurred vision"""),
    "chief_complaint presenting_complaint reason_for_visit visit_reason": words("""
        Chest pain for two days|Persistent cough|Follow-up of hypertension|Low back pain
        |Annual physical examination|Headache and nausea|Shortness of breath on exertion
        |Swollen left knee|Medication review|Sore throat and fever|Fall at home|Skin rash on arms
        |Abdominal pain after meals|Dizziness when standing|Ear pain|Palpitations
        |Post-operative check|Fatigue and weight loss|Diabetes follow-up|Sprained ankle"""),
    "specialty medical_specialty physician_specialty provider_specialty doctor_specialty": words("""
        Cardiology*2|Family Medicine*3|Internal Medicine*3|Pediatrics*2|Orthopedics*2|Neurology
        |Dermatology|Oncology|Psychiatry|Obstetrics and Gynecology|Radiology|Anesthesiology
        |Emergency Medicine|Endocrinology|Gastroenterology|Urology|Ophthalmology|Nephrology
        |Pulmonology|Rheumatology|General Surgery"""),
    "ward ward_name hospital_ward": words("""
        Cardiology|Oncology|Surgery|Pediatrics|Neurology|Intensive Care|Maternity|Orthopedics
        |Geriatrics|General Medicine"""),
    "bed_number bed_no": code("1\\A", "1\\B", "19\\A", "B-9", "19"),
    "smoking_status tobacco_use smoker_status": words("never*6|former*3|current*2"),
    "alcohol_use alcohol_consumption": words("none*3|occasional*5|moderate*2|heavy"),
    "hospital hospital_name clinic clinic_name health_facility medical_center": words("""
        St. Mary's Hospital|Riverside General Hospital|Lakeview Medical Center
        |Northgate Community Hospital|Oak Street Clinic|Harborview Family Practice
        |Summit Children's Hospital|Cedar Valley Health Center|Mercy Hill Hospital
        |Greenfield Clinic|Pinecrest Medical Center|Eastside Urgent Care"""),
    "body_site body_part anatomical_site": BODY_SITES,
    "triage_level triage_category esi_level": words("3*5|4*4|2*2|5*2|1"),
    "injection_site vaccination_site immunization_site administration_site": words(
        "left arm*5|right arm*4|left thigh*2|right thigh"
    ),
    "vaccine_manufacturer immunization_manufacturer drug_manufacturer": words("""
        Novamed|Helvion Pharma|Brightwell Biologics|Nordic Vaccines|Alder Pharma|Curaxis"""),
    "pharmacy pharmacy_name dispensing_pharmacy": words("""
        Main Street Pharmacy|Corner Drug Store|Lakeside Pharmacy|Wellness Pharmacy
        |Oak Hill Apothecary
        |Riverside Pharmacy"""),
    "modality imaging_modality": words("CT*3|MR*3|US*2|XR*4|MG|NM|PT"),
    "asa_class asa_score": words("II*5|I*3|III*3|IV"),
    "tooth tooth_number tooth_no": number(1, 16, 32),
    "tooth_surface": words("O*3|M|D|B|L|MO|DO|MOD"),
    "braden_score": number(9, 19, 23),
    "clinical_note progress_note clinical_notes soap_note nursing_note nursing_notes": NOTES,
}

PATIENT_WORDS = {
    "weight_kg weight": via("body_weight_kg"),
    "height_cm height": via("body_height_cm"),
    "status_reason": words("follow-up complete|patient request|no show|rescheduled"),
    "notes note comment comments assessment plan summary description": NOTES,
    "reason reason_text visit_notes": words("""
        Routine check-up|Chest pain|Follow-up|Medication review|Fever|Back pain|Vaccination
        |Blood pressure check|Test results|Headache|Skin rash|Knee pain"""),
    "department department_name unit_name": words("""
        Cardiology|Emergency|Radiology|Oncology|Surgery|Pediatrics|Neurology|Intensive Care
        |Maternity|Outpatient Clinic|Laboratory|Pharmacy"""),
    "encounter_type visit_type appointment_type encounter_class": words("""
        office visit*5|follow-up*4|emergency*2|inpatient*2|telehealth*2|annual physical"""),
    "admission_type": words("emergency*5|elective*4|urgent*3|newborn"),
    "admission_source": words("emergency room*4|physician referral*3|transfer|clinic referral"),
    "discharge_disposition discharge_status": words("""
        home*7|home health care*2|skilled nursing facility*2|rehabilitation|transferred|hospice"""),
    "discharge_instructions instructions care_instructions patient_instructions": sentences("""
        Rest for a few days and drink plenty of fluids.|Take {drug} with food.
        |Return if the {symptom} gets worse.|Follow up with your physician in two weeks.
        |Keep the wound clean and dry.|No heavy lifting for four weeks."""),
    "room room_number": code("199", "19\\A", "\\A-199"),
    "bed": code("19", "\\A9"),
    "blood_sugar_fasting fasting_glucose": number(68, 94, 180),
    "daw daw_code dispense_as_written": words("0*8|1*2"),
    "patient patient_full_name": via("full_name"),
    "manufacturer": words("Novamed|Helvion Pharma|Brightwell|Nordic Generics|Alder Pharma|Curaxis"),
    "schedule drug_schedule controlled_substance_schedule dea_schedule": words("""
        Rx*6|II|III|IV*2
        |V|OTC*2"""),
    "complications complication surgical_complications": words("""
        None*8|Minor bleeding|Wound infection|Prolonged recovery|Hypotension during surgery"""),
    "blood_loss_ml estimated_blood_loss_ml": number(5, 90, 1400),
    "operating_room or_room theatre operating_theatre": code("OR 1", "OR-1"),
    "intake_ml fluid_intake_ml": number(150, 1250, 3800),
    "output_ml urine_output_ml fluid_output_ml": number(120, 1100, 3200),
    "fetal_heart_rate fetal_hr fhr": number(112, 142, 166),
    "fundal_height_cm fundal_height": number(18, 29, 39, 1),
    "shift nursing_shift": words("day*5|evening*3|night*4"),
    "intervention treatment_arm study_drug": also(DRUGS, "drug_name", "x")["x"],
    "arm study_arm trial_arm": words("placebo*4|active*4|standard of care*2|high dose|low dose"),
    "sponsor": words("""
        Novamed|Helvion Pharma|University Hospital|National Health Institute
        |Curaxis"""),
    "clinical_trial_title trial_title study_title": sentences("""
        {drug_name} in adults with {diagnosis}
        |Safety and efficacy of {drug_name} versus placebo
        |Long-term follow-up of patients with {diagnosis}
        |{drug_name} {strength} for {diagnosis}: a randomized trial"""),
    "donation_type": words("whole blood*6|plasma*3|platelets*2|double red cells"),
    "blood_donation_volume_ml donation_volume_ml": words("350|450*6|470*2|500*2"),
    "site": words("left arm*5|right arm*4|abdomen|left thigh"),
    "allergen substance": also(ALLERGIES, "allergy_name", "x")["x"],
    "reaction": also(ALLERGIES, "allergy_reaction", "x")["x"],
    "findings radiology_findings report_text": sentences("""
        No acute fracture or dislocation of the {body_site}.|Lungs are clear without focal opacity.
        |Mild degenerative changes of the {body_site}.|No evidence of acute hemorrhage.
        |Small effusion, no other abnormality.|Heart size normal, no pleural effusion.
        |Stable appearance compared with the previous study."""),
    "impression radiology_impression": sentences("""
        No acute abnormality.|Normal study of the {body_site}.|Findings consistent with {diagnosis}.
        |Mild degenerative changes; no acute process.|Follow-up imaging in six months advised."""),
    "birth_weight_g birth_weight": number(1800, 3350, 4600),
    "head_circumference_cm": number(30, 34.5, 38, 1),
    "length_of_stay los length_of_stay_days los_days": number(1, 3, 21),
    "systems_review": words("negative*3|positive"),
    "provider provider_name attending attending_physician referring_physician surgeon nurse "
    "pharmacist radiologist dentist practitioner phlebotomist midwife therapist paramedic "
    "recorded_by administered_by prescriber prescribed_by ordering_provider "
    "ordering_physician primary_physician referring_provider anesthesiologist clinician": via(
        "full_name"
    ),
    "relationship": words("spouse*4|parent*3|child*2|sibling|friend|partner"),
    "insurance_provider insurance payer insurer insurance_company": words("""
        Blue Harbor Health|Summit Mutual Health|Evergreen Health Plan|Liberty Valley Insurance
        |Medicare|Medicaid|Pioneer Care|United Coast Health"""),
    "diet diet_order": words("regular*4|low sodium*2|diabetic*2|clear liquids|soft|NPO"),
    "mobility_status mobility": words("independent*5|walker*2|wheelchair|bedridden"),
    "fall_risk risk_level": words("low*5|moderate*3|high*2"),
    "code_status": words("full code*7|DNR*2|DNI"),
    "care_plan goal treatment_plan treatment": words("""
        Physical therapy twice a week|Lifestyle changes and recheck in three months
        |Oral antibiotics for seven days|Blood pressure monitoring at home
        |Referral to cardiology|Pain control and early mobilization|Insulin titration
        |Watchful waiting|Wound care every other day"""),
    "family_history medical_history history": words("""
        hypertension|type 2 diabetes|coronary artery disease|asthma|none reported*2|breast cancer
        |stroke|hypothyroidism"""),
}


DOMAIN = clear_domain(
    "medicine",
    merge(OWN_VITALS, DIAGNOSES, DRUGS, VACCINES, ALLERGIES, OWN),
    merge(
        VITALS,
        VITAL,
        TRIAL,
        also(DIAGNOSES, "icd10", "code condition_code problem_code finding_code dx"),
        also(DIAGNOSES, "diagnosis", "condition condition_name problem disease illness"),
        also(DRUGS, "drug_name", owned("medication prescription drug", "name display")),
        also(DRUGS, "strength", "dose dose_quantity"),
        also(DRUGS, "frequency_text", "frequency"),
        also(DRUGS, "route_name", "route"),
        also(DRUGS, "dosage_form", "form"),
        also(DRUGS, "duration_days", "duration duration_in_days"),
        also(DRUGS, "quantity_dispensed", owned("prescription medication", "quantity")),
        also(VACCINES, "vaccine", owned("vaccine immunization vaccination", "name")),
        PROCEDURES,
        PATIENT_WORDS,
    ),
)
