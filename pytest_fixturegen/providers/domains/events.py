"""Events: conferences, concerts, tickets, sessions, attendees."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import (
    Borrowed,
    domain,
    merge,
    number,
    pick,
    sentences,
    shape,
    table,
    titles,
    words,
)

KINDS = table(
    "event_kind",
    "event_category event_kind type_of_event | _event_theme | _event_form",
    """
    Conference | Data ; Design ; Cloud ; Health Care ; Renewable Energy ; Education ; Retail | \
      Conference ; Summit ; Forum ; Days
    Workshop | Pottery ; Photography ; Public Speaking ; Bread Baking ; Sewing ; First Aid | \
      Workshop ; Masterclass ; Course
    Concert | Jazz ; Indie ; Chamber Music ; Folk ; Gospel | Night ; Evening ; Concert ; Sessions
    Festival | Street Food ; Film ; Book ; Light ; Science ; Wine | Festival ; Weekend
    Meetup | Python ; Startup ; Language Exchange ; Board Game ; Product | Meetup ; Evening ; Table
    Exhibition | Modern Art ; Photography ; Ceramics ; Maritime History | Exhibition ; Show
    Charity | Spring ; Children's Hospital ; Animal Shelter | Gala ; Charity Run ; Auction
    Community | Neighborhood ; Harbor ; Market Square | Picnic ; Flea Market ; Open Day
    Webinar | Tax Basics ; Remote Work ; Security Awareness ; Product Launch | Webinar ; Online Talk
    Sports | Riverside ; City ; Midsummer | Run ; Half Marathon ; Tournament
    """,
)

TEXTS = {
    "event_title event_name event conference_name festival_name name_of_event": titles(
        "event_name",
        """{_event_theme} {_event_form} | {_event_theme} {_event_form} {_event_year} | {_event_city}
        {_event_theme} {_event_form} | {_event_theme} {_event_form} {_event_city} | {_event_season}
        {_event_theme} {_event_form} | {_event_theme} {_event_form}: {_event_motto} | Annual
        {_event_theme} {_event_form}""",
    ),
    "_event_year": words("2024|2025|2026"),
    "_event_city": words("Lisbon|Leeds|Austin|Malmö|Denver|Ghent|Toronto|Turin|Bristol|Porto|Graz"),
    "_event_season": words("Spring|Summer|Autumn|Winter|Midsummer|New Year's"),
    "_event_motto": words(
        "First Steps|What's Next|Local Voices|Hands On|Under the Stars|Open \
      Doors"
    ),
    "event_description session_description": sentences(
        """Join us for {_event_what} with {_event_extra}. | An {_event_time} of {_event_what} in
        {_event_city}. | {_event_speakers} speakers, {_event_extra} and plenty of time to talk. |
        Bring your friends: {_event_what}, {_event_extra}. | Tickets include {_event_extra}. Doors
        open one hour before the start."""
    ),
    "_event_what": words(
        "talks and workshops|live music|hands-on sessions|good food|short films|open studios"
    ),
    "_event_extra": words(
        "lunch and coffee|live music|a guided tour|a children's corner|free \
      parking"
    ),
    "_event_time": words("evening|afternoon"),
    "_event_speakers": words("Six|Ten|Twelve|Twenty|Thirty"),
    "event_type": pick(KINDS, "event_category"),
    "session_title talk_title presentation_title keynote_title lecture_topic": titles(
        "talk_title",
        """{_talk_how} {_talk_what} | {_talk_what}: {_talk_lesson} | {_talk_lesson} from
        {_talk_what} | Keynote: {_talk_what} | Panel: {_talk_what} | {_talk_what} in practice |
        {_talk_what} for beginners""",
    ),
    "_talk_how": words("Rethinking|Scaling|A practical guide to|Measuring|Teaching|The future of"),
    "_talk_what": words(
        """customer feedback|small teams|open data|urban farming|accessible design|public transport
        |pricing|long-term archives|hospital logistics|remote onboarding|community radio"""
    ),
    "_talk_lesson": words("Lessons learned|Ten years of practice|What we got wrong|Five surprises"),
    "session_type session_format": words("Talk*5|Workshop*3|Panel*2|Keynote|Lightning talk|Poster"),
    "session_track conference_track": words(
        "Main \
      stage|Research|Practice|Design|Community|Beginners"
    ),
    "ticket_type ticket_category ticket_name admission_type pass_type ticket_tier": words(
        "General admission*8|Early bird*4|VIP*2|Student*3|Senior|Child|Day pass*2|Group|Press"
    ),
    "seat_section seating_section section_name": words(
        "Orchestra*4|Balcony*3|Mezzanine*2|Floor*3|Box|Standing*2|Stalls"
    ),
    "rsvp rsvp_status attendance_response attendee_status": words("Yes*6|No*2|Maybe*2|No reply*3"),
    "event_format attendance_mode": words("In person*6|Online*3|Hybrid*2"),
    "dietary_requirement dietary_requirements dietary_restriction dietary_restrictions": words(
        "None*8|Vegetarian*3|Vegan*2|Gluten-free*2|Lactose-free|Halal|Nut allergy"
    ),
    "sponsorship_level sponsor_tier sponsorship_tier": words("Gold*2|Silver*3|Bronze*4|Platinum"),
    "event_venue venue venue_name concert_hall theater_name theatre": titles(
        "event_venue",
        """{_venue_first} {_venue_last} | The {_venue_first} {_venue_last} | {_event_city}
        {_venue_last_big}""",
    ),
    "_venue_first": words("""Orpheum|Riverside|Union|Old \
      Mill|Harbor|Lyric|Grand|Foundry|Park|Royal|Apollo|Tivoli|Castle
        |Garden|Meridian|Station|Jubilee|Cedar|Lantern|Palace"""),
    "_venue_last": words("Theater|Hall|Arena|Ballroom|Pavilion|Auditorium|Opera House|Club"),
    "_venue_last_big": words("Convention Center|Congress Hall|Arena|Exhibition Center"),
    "event_tag": words(
        "music|networking|family|outdoor|free|tech|food|art|charity|online|workshop"
    ),
    "organizer_name host_name speaker_name performer_name speaker keynote_speaker": Borrowed(
        "person"
    ),
    "cancellation_reason_of_event event_cancellation_reason": words(
        "Low ticket sales*2|Illness of the performer*2|Weather*2|Venue closed|Permit refused"
    ),
    "attendee_feedback event_feedback": words(
        """Great speakers, the room was too warm.|Well organized, would come again.|Too crowded
        around noon.|Loved the workshops.|Sound was bad in the back rows.|Good food, short
        queues.|Start was 30 minutes late.|Inspiring evening!"""
    ),
}

CODES = {
    "seat_number seat seat_code": shape("%@", "@%", "@1#", "@2#", "1#@"),
    "seat_row row_label": shape("@", "@@"),
    "gate entrance_gate": shape("Gate %", "Gate @", "@%"),
    "ticket_code ticket_barcode admission_code qr_code_text": shape("@@##-####-@@##", "TX########"),
    "booth_number stand_number": shape("@%#", "H%-##", "B###"),
}

DOMAIN = domain(
    "events",
    merge(KINDS, TEXTS, CODES),
    {
        "title name": pick(TEXTS, "event_title"),
        "category": pick(KINDS, "event_category"),
        "description": pick(TEXTS, "event_description"),
        "section": pick(TEXTS, "seat_section"),
        "row": pick(CODES, "seat_row"),
        "tag": pick(TEXTS, "event_tag"),
        "capacity max_attendees": words("20|30*2|50*4|80*2|100*4|150*2|250*2|400|800|1500"),
        "feedback comment review": pick(TEXTS, "attendee_feedback"),
        "track": pick(TEXTS, "session_track"),
        "age_limit minimum_age": words("0*6|6|12|16*2|18*4"),
        "duration_hours": number(1, 3, 9),
    },
    """seat gate event_type ticket_type ticket_category event ticket_name event_kind venue
    section_name session_type venue_name host_name session_format ticket_code speaker
    session_title attendee_status session_description event_category event_tag
    attendance_mode ticket_tier ticket_barcode event_name""",
)
