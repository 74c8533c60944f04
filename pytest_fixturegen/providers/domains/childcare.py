"""Childcare: groups, meals, naps, incidents and who picks up."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import (
    Spec,
    domain,
    number,
    via,
    words,
)

GROUPS = words("Ladybugs*2|Butterflies*2|Little Bears*2|Sunflowers|Tadpoles|Explorers*2")
ACTIVITIES = words("""
    Finger painting*3|Story time*4|Outdoor play*5|Building blocks*3|Singing circle*3|Puzzles*2
    |Sand play*2|Water play""")

OWN: dict[str, Spec] = {
    "child_name childs_name pupil_name": via("full_name"),
    "nap_duration_min nap_minutes nap_length_min": number(20, 75, 150),
    "pickup_person picked_up_by collected_by dropped_off_by authorized_pickup": via("full_name"),
    "key_worker educator caregiver childminder nanny babysitter kindergarten_teacher": via(
        "full_name"
    ),
    "meal_eaten food_intake amount_eaten": words("all*5|most*4|half*3|a little*2|none"),
    "developmental_area learning_area milestone_area": words("""
        Language*3|Fine motor*3|Gross motor*2|Social*3|Cognitive*2"""),
    "child_incident incident_description injury_description": words("""
        Small scratch on the knee after a fall outside.|Bumped the head on a shelf, cooled.
        |Pinched a finger in the door, no swelling.|Bitten by another child, skin not broken."""),
}

WITHIN: dict[str, Spec] = {
    "group group_name room room_name class_name classroom": GROUPS,
    "activity activity_name": ACTIVITIES,
    "meal meal_type": words("breakfast*3|lunch*6|snack*4"),
    "mood": words("happy*6|calm*3|tired*3|upset"),
    "allergies allergy dietary_needs": words("nuts|milk|eggs|gluten|none*5"),
    "age_months age_in_months": number(6, 34, 72),
    "ratio max_children capacity": number(6, 14, 26),
    "monthly_fee fee tuition": number(180, 640, 1900),
    "notes note comment observation": words("""
        Slept well and ate with appetite.|Played outside most of the morning.
        |Was a little tired after lunch.|Made a painting for the family.
        |Helped to tidy up the toys.|Needs spare clothes for tomorrow."""),
}

DOMAIN = domain(
    "childcare",
    OWN,
    WITHIN,
    "educator caregiver collected_by dropped_off_by incident_description injury_description",
)
