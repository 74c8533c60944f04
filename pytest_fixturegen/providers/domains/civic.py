"""Public life: government services, elections, surveys, charities, memberships."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import (
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

SERVICES = table(
    "public_service",
    """permit_type licence_type application_type_of_permit service_requested
    government_service | agency_name government_agency authority issuing_authority
    public_authority | permit_description permit_purpose | permit_fee_class""",
    """
    Building permit | Department of Buildings | Extension of a garage ; New roof ; Balcony \
      addition | Standard
    Event permit | City Events Office | Street festival ; Charity run ; Farmers' market | Standard
    Parking permit | Department of Transportation | Resident parking ; Moving van | Reduced
    Business license | Office of Business Licensing | Opening a cafe ; Food truck ; Hair salon | \
      Standard
    Liquor license | State Liquor Authority | Restaurant with bar ; Wine shop | High
    Fishing license | Department of Natural Resources | Annual license ; One-day license | Reduced
    Dog license | Office of the City Clerk | New dog ; Annual renewal | Reduced
    Driver's license | Department of Motor Vehicles | Renewal ; First license | Standard
    Passport | Passport Office | Renewal ; First passport ; Lost passport | Standard
    Marriage license | Office of the City Clerk | Civil ceremony | Standard
    Zoning variance | Planning Board | Higher fence ; Home office with visitors | High
    """,
)

REQUESTS = table(
    "city_request",
    """complaint_category service_request_type request_category_311 incident_category
    | request_detail complaint_detail incident_detail | responsible_department
    department_responsible""",
    """
    Pothole | Deep pothole in the right lane ; Pothole next to the bike lane | Public Works
    Street light | Street light is out ; Lamp flickers all night | Public Works
    Noise | Loud music after midnight ; Construction noise before 7 a.m. | Police Department
    Graffiti | Graffiti on the underpass ; Painted bus stop | Parks and Recreation
    Garbage | Missed collection ; Overflowing bin in the park | Sanitation
    Abandoned vehicle | Car without plates for three weeks | Police Department
    Water leak | Water on the street next to the hydrant | Water Department
    Fallen tree | Branch blocks the sidewalk | Parks and Recreation
    """,
)

ELECTIONS = {
    "election_name election election_title": titles(
        "election",
        """{_election_year} {_election_kind} Election | {_election_place} {_election_kind} Election
        {_election_year} | {_election_place} Referendum {_election_year} | {_election_year} Special
        Election, {_election_place}""",
    ),
    "_election_year": words("2020|2021|2022|2023|2024|2025"),
    "_election_kind": words("General|Municipal|Primary|Mayoral|School Board|Council"),
    "_election_place": words("Riverton|Ashford|Lakeside County|Northgate|Oakdale|Westmere"),
    "election_type": words("General*5|Municipal*4|Primary*3|Referendum*2|Runoff|Special"),
    "political_party party_affiliation candidate_party party_of_candidate": words(
        """Progressive Union*3|Civic Alliance*3|Green Future*2|Liberal Forum*2|People's Party*2
        |Conservative League*3|Independent*2|Regional List"""
    ),
    "office_sought elected_office political_office": words(
        "Mayor*3|City Council*5|Governor|State Senate*2|School Board*3|County Clerk|Sheriff|Judge"
    ),
    "constituency electoral_district precinct ward_name_of_city": words(
        """District 1|District 2|District 3|District 4|District 5|District 7|District 9|Precinct
        12|Precinct 24|Ward 3|Ward 6|North Constituency|East Constituency"""
    ),
    "polling_place polling_station": words(
        """Lincoln Elementary School|City Hall|Oakdale Library|Fire Station 4|Community Center
        East|St. Anne Parish Hall|Riverside High School|Senior Center|Town Hall"""
    ),
    "ballot_measure ballot_question proposition": titles(
        "ballot",
        """Measure {_measure}: {_measure_what} | Proposition {_measure_no}: {_measure_what} |
        Question {_measure_no}: {_measure_what}""",
    ),
    "_measure": words("A|B|C|D|E|F"),
    "_measure_no": words("1|2|3|4|7|12|18"),
    "_measure_what": words(
        """School construction bonds|Funding for public transport|Library opening hours|Park
        maintenance levy|Limits on short-term rentals|Water infrastructure|Renewable energy fund"""
    ),
    "bill_title legislation_title act_title law_title": titles(
        "bill_title",
        """An Act relating to {_bill_what} | {_bill_high} Act of {_election_year} | {_bill_high}
        Amendment {_election_year} | An Act to amend the law on {_bill_what}""",
    ),
    "_bill_what": words(
        "rail safety|public records|child care|drinking water|rural broadband|housing|school meals"
    ),
    "_bill_high": words(
        "Clean Rivers|Open Data|Safe Streets|Rural Health|Fair Wages|Housing \
      Access"
    ),
    "bill_number": shape("HB %##", "SB %##", "HR %###"),
    "vote_choice vote_cast": words("Yes*6|No*4|Abstain"),
}

SURVEYS = merge(
    table(
        "survey_question",
        """survey_question question_text question_title form_question poll_question
        questionnaire_item | answer_text survey_answer answer_value survey_response response_text
        | answer_type question_kind input_type""",
        """
        How satisfied are you with our service? | Very satisfied ; Satisfied ; Neutral ; \
          Dissatisfied | single_choice
        How likely are you to recommend us? | 7 ; 8 ; 9 ; 10 ; 5 | scale
        What could we improve? | Shorter waiting times ; More opening hours ; Clearer prices ; \
          Nothing, keep going | text
        How did you hear about us? | From a friend ; Search engine ; Social media ; Newspaper | \
          single_choice
        How often do you visit us? | Every week ; Once a month ; A few times a year ; First visit \
          | single_choice
        Which features do you use most? | Search ; Reports ; Calendar ; Mobile app | multiple_choice
        What is your age group? | 18-24 ; 25-34 ; 35-44 ; 45-54 ; 55-64 ; 65+ | single_choice
        Would you attend again? | Yes ; Probably ; No | yes_no
        Please rate the staff. | 5 ; 4 ; 3 | rating
        Where do you live? | City center ; Suburb ; Small town ; Countryside | single_choice
        Do you have any other comments? | No, thank you. ; Keep up the good work. ; Parking was \
          difficult. | text
        How easy was it to find what you needed? | Very easy ; Easy ; Difficult | single_choice
        """,
    ),
    {
        "survey_title survey_name survey questionnaire form_title form_name poll_title": titles(
            "survey_title",
            """{_survey_who} Satisfaction Survey | {_survey_who} Survey {_election_year} |
            {_survey_when} {_survey_who} Feedback | {_survey_who} Needs Assessment | {_survey_form}
            Form | {_survey_form} Form {_election_year}""",
        ),
        "_survey_who": words("Customer|Employee|Patient|Visitor|Student|Member|Resident|Volunteer"),
        "_survey_when": words("Annual|Quarterly|Post-visit|Spring|Exit"),
        "_survey_form": words(
            "Registration|Consent|Contact|Feedback|Volunteer|Event \
          Sign-up|Order"
        ),
        "survey_description form_description": sentences(
            """Help us to improve: {_survey_count} questions, {_survey_minutes} minutes. | Your
            answers are anonymous and help us plan the next year. | Please answer by the end of the
            month. It takes about {_survey_minutes} minutes. | We would like to know what you think
            of our services."""
        ),
        "_survey_count": words("Five|Eight|Ten|Twelve"),
        "_survey_minutes": words("three|five|ten"),
        "question_format": words("Single choice*5|Multiple choice*3|Text*3|Scale*2|Yes/No*2"),
    },
)

CHARITY = {
    "charity_name charity nonprofit nonprofit_name foundation_name ngo_name": titles(
        "charity",
        """{_charity_what} for {_charity_who} | {_charity_name} Foundation | {_charity_name}
        {_charity_kind} | Friends of the {_charity_place} | {_charity_name} Relief Fund""",
    ),
    "_charity_what": words("Books|Clean Water|Music|Warm Meals|Bicycles|Homes|Hope|Smiles"),
    "_charity_who": words("All|Children|Schools|Families|Seniors|Tomorrow"),
    "_charity_name": words("Lighthouse|Open Hands|Evergreen|Riverside|Bright Start|Second Chance"),
    "_charity_kind": words("Animal Shelter|Food Bank|Youth Center|Hospice|Community Trust"),
    "_charity_place": words("River|Old Library|City Zoo|Botanical Garden|Children's Hospital"),
    "donation_type gift_type": words("One-time*6|Monthly*4|In memory|Corporate*2|In kind|Bequest"),
    "donation_purpose fund_designation cause_name designation_of_gift charity_cause": words(
        """Where needed most*4|Clean water*2|Education*3|Disaster relief*2|Animal welfare*2|Medical
        research|Food bank*2|Environment*2|Youth programs"""
    ),
    "fundraiser_title fundraising_campaign campaign_title_of_charity appeal_name": titles(
        "fundraiser",
        """{_fund_what} for {_fund_who} | Help {_fund_who} | Run for {_fund_who} | {_fund_when}
        Appeal {_election_year} | {_fund_what} {_fund_when_low}""",
    ),
    "_fund_what": words(
        "A New Roof|School Books|Warm Meals|Medical Supplies|Fresh \
      Water|Instruments"
    ),
    "_fund_who": words(
        "the Village School|Our Shelter|the Youth Orchestra|Families in \
      Need|Rescue Dogs"
    ),
    "_fund_when": words("Winter|Spring|Holiday|Emergency|Year-end"),
    "_fund_when_low": words("before winter|this year|together"),
    "volunteer_role volunteer_task volunteering_role": words(
        "Driver|Kitchen help|Tutor|Fundraiser|Reception|Dog walker|Event helper|Translator|Mentor"
    ),
    "donor_message donation_message": words(
        """Keep up the great work!|In memory of my father.|Happy to help.|For the children.|Thank \
          you
        for being there.|A small birthday gift.|From all of us at the office."""
    ),
}

MEMBERS = {
    "membership_level membership_plan membership_tier_name member_level": words(
        "Basic*5|Standard*4|Premium*3|Family*3|Student*2|Senior|Lifetime|Corporate"
    ),
    "membership_status": words("Active*8|Expired*2|Suspended|Pending|Cancelled"),
    "club_name_of_society society_name association_name organization_name_of_club": words(
        """Riverside Rowing Club|Northgate Chess Society|Old Town Choir|Maple Garden Association
        |Harbor Sailing Club|City Photography Club|Lakeside Tennis Club|Volunteer Fire Brigade"""
    ),
    "congregation church_name parish parish_name": words(
        """St. Anne Parish|Grace Community Church|Trinity Lutheran Church|St. Mark's|Hope Chapel
        |First Baptist Church|Holy Family Parish|Riverside Fellowship"""
    ),
    "sacrament service_type_of_church worship_service": words(
        "Sunday service*6|Baptism*2|Wedding*2|Funeral|Evening prayer|Youth service"
    ),
    "ministry small_group committee_name committee": words(
        """Finance Committee|Choir|Youth Group|Events Committee|Welcome Team|Audit Committee
        |Building Committee|Newsletter Team"""
    ),
    "dues_frequency": words("Annual*6|Monthly*4|Quarterly"),
}

CODES = {
    "permit_number permit_no": shape("BP-2025-#####", "PRM-######", "P2%-####"),
    "voter_id voter_number voter_registration_number": shape("VR########", "1########"),
    "donation_number receipt_number_of_gift": shape("DN-######", "D-2025-####"),
    "membership_number membership_no": shape("M-######", "MB#####", "2########"),
    "badge_no officer_badge": shape("%###", "B-%##"),
    "filing_number": shape("2025-######", "F-######"),
}

DOMAIN = domain(
    "civic",
    merge(SERVICES, REQUESTS, ELECTIONS, SURVEYS, CHARITY, MEMBERS, CODES),
    {
        "question prompt": pick(SURVEYS, "survey_question"),
        "answer response value": pick(SURVEYS, "answer_text"),
        "option choice answer_option": pick(SURVEYS, "answer_text"),
        "party": pick(ELECTIONS, "political_party"),
        "office": pick(ELECTIONS, "office_sought"),
        "district": pick(ELECTIONS, "constituency"),
        "cause designation fund purpose": pick(CHARITY, "donation_purpose"),
        "message": pick(CHARITY, "donor_message"),
        "campaign campaign_name": pick(CHARITY, "fundraiser_title"),
        "tier level plan membership_type": pick(MEMBERS, "membership_level"),
        "title": pick(SURVEYS, "survey_title"),
        "description": pick(REQUESTS, "request_detail"),
        "turnout turnout_percent": number(28, 61, 88, 1),
        "agency": pick(SERVICES, "agency_name"),
        "comment feedback": words(
            """Everything went well.|Staff was friendly.|It took too long.|More parking, please.
            |Easy to understand.|Would recommend it.|The form is too long.|Thank you!"""
        ),
    },
    """answer_text answer_value response_text answer_type input_type authority committee charity
    incident_category election survey parish ministry question_text question_title form_name
    licence_type form_title filing_number membership_level membership_status vote_choice
    complaint_category membership_plan precinct gift_type question_kind""",
)
