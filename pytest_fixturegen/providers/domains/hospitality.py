"""Hotels, restaurants with tables, and travel."""

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

ROOMS = table(
    "room",
    """room_type room_category room_class type_of_room accommodation_type | bed_type \
      bed_configuration
    beds_description | max_occupancy room_capacity max_guests sleeps | room_description
    | room_type_code room_code""",
    """
    Single              | 1 single bed    | 1 | Quiet room with a desk and a view of the \
      courtyard. | SGL
    Standard Double     | 1 double bed    | 2 | Comfortable room with a double bed and a walk-in \
      shower. | DBL
    Standard Double     | 1 queen bed     | 2 | Bright room on the upper floors with a queen bed. \
      | DBL
    Twin                | 2 single beds   | 2 | Two single beds, a desk and a bath. | TWN
    Superior Double     | 1 queen bed     | 2 | Larger room with a seating corner and a coffee \
      machine. | SUP
    Deluxe King         | 1 king bed      | 2 | Corner room with a king bed and a balcony. | DLX
    Triple              | 3 single beds   | 3 | Room for three with a separate sitting area. | TRP
    Family Room         | 1 double bed, 2 single beds | 4 | Two connected rooms with space for a \
      cot. | FAM
    Junior Suite        | 1 king bed      | 3 | Open suite with a sofa bed and a bathtub. | JRS
    Suite               | 1 king bed, 1 sofa bed | 4 | Separate living room, two bathrooms and a \
      terrace. | STE
    Penthouse Suite     | 2 king beds     | 4 | Top floor with a terrace and a view over the \
      city. | PEN
    Studio Apartment    | 1 double bed    | 2 | Apartment with a small kitchen for longer stays. \
      | STU
    """,
)

HOTELS = {
    "hotel_name hotel resort_name hostel_name accommodation_name lodging_name": titles(
        "hotel_name",
        """{_hotel_style} {_hotel_place} {_hotel_kind} | The {_hotel_place} {_hotel_kind} |
        {_hotel_kind_first} {_hotel_place} | {_hotel_place} {_hotel_kind} & Spa | The {_hotel_style}
        {_hotel_kind} | {_hotel_place} Garden {_hotel_kind}""",
    ),
    "_hotel_style": words("Grand|Royal|Park|Imperial|Old|Golden|White|Blue|Little|New|Crown"),
    "_hotel_place": words(
        """Harbor|Linden|Alpine|Riverside|Meadow|Station|Cedar|Castle|Lakeview|Opera|Market|Seaside
        |Orchard|Summit|Lighthouse|Garden|Cathedral|Bayview|Foxhill|Maple|Sunset|Heron"""
    ),
    "_hotel_kind": words("Hotel*6|Inn*3|Resort*2|Lodge*2|Suites*2|Palace|House Hotel|Plaza Hotel"),
    "_hotel_kind_first": words("Hotel*5|Pension Hotel|Hostel|Hotel Villa|Park Hotel|Inn at"),
    "amenity hotel_amenity property_amenity facility_offered room_amenity hotel_facility": words(
        """Free Wi-Fi*3|Indoor pool|Outdoor pool|Free parking*2|Fitness center|Spa|Sauna|Breakfast
        buffet*2|Bar|Restaurant*2|Air conditioning*2|Laundry service|Airport shuttle|Pet friendly
        |24-hour room service|Elevator|Balcony|Flat-screen TV|Gym|Rooftop bar"""
    ),
    "meal_plan board_type board_basis meal_option": words(
        "Breakfast included*6|Room only*5|Half board*3|Full board|All inclusive*2"
    ),
    "rate_plan rate_type rate_name": words(
        """Flexible Rate*4|Non-Refundable*4|Advance Purchase|Corporate Rate*2|Member Rate*2|Weekend
        Special|Long Stay|Package with Breakfast"""
    ),
    "booking_source booking_channel reservation_source reservation_channel distribution_channel": (
        words(
            """Website*5|Phone*2|Online travel agency*5|Walk-in*2|Travel agent|Corporate
            account*2|Mobile app*2|E-mail"""
        )
    ),
    "special_request guest_request special_requests guest_requests": sentences(
        """{_wish}, please. | {_wish}, if possible. | {_wish}. We will arrive around {_hour} p.m.
        | We are celebrating {_occasion}; {_wish_low} would be lovely. | {_wish} and {_wish_low}.
        | Late arrival, around {_hour} p.m. {_wish}, please. | Could we have {_wish_low}? Thank
        you! | Traveling with {_company}; {_wish_low}, please."""
    ),
    "_wish": words(
        """High floor|Quiet room|Room away from the elevator|Extra pillows|Baby cot|Late check-out
        |Early check-in|Vegetarian breakfast|Connecting rooms|Ground floor room|Twin beds|Sea view
        |Feather-free bedding|Parking space"""
    ),
    "_wish_low": words(
        """a quiet room|an extra bed|a room with a view|a late check-out|a cot in the room|two extra
        towels|a room on a high floor|a room with a bathtub|an early check-in"""
    ),
    "_occasion": words(
        "our anniversary|a birthday|our honeymoon|a graduation|my mother's \
      birthday"
    ),
    "_company": words("a baby|a small dog|two children|my parents|a wheelchair user"),
    "_hour": words("6|7|8|9|10|11"),
    "hotel_chain hotel_brand": words(
        "Northwind Hotels|Casa Verde|Stayline|Harbor & Pine|Lumen \
      Inns"
    ),
    "star_rating hotel_stars": words("2*2|3*6|4*6|5*2"),
    "housekeeping_status room_condition cleaning_status": words(
        "Clean*6|Dirty*2|Inspected*3|Out of order|In progress"
    ),
    "view room_view view_type": words("City*4|Garden*2|Sea*2|Courtyard*2|Mountain|Pool"),
    "smoking_preference smoking_policy": words("Non-smoking*9|Smoking"),
    "cancellation_policy refund_policy": words(
        """Free cancellation up to 24 hours before arrival*3|Free cancellation up to 7 days before
        arrival*2|Non-refundable*2|First night is charged after cancellation|Free cancellation up to
        48 hours before arrival*2"""
    ),
    "cancellation_reason reason_for_cancellation cancel_reason": words(
        """Change of plans*4|Illness*2|Found a better price*2|Flight cancelled|Work commitments
        |Weather|Duplicate booking|Travel restrictions|Family emergency"""
    ),
    "guest_review hotel_review stay_review guest_feedback": sentences(
        """{_good}, {_good_low}. | {_good}. {_bad}. | We stayed for {_stay}: {_good_low}. | {_bad},
        but {_good_low}. | Perfect for {_stay}. {_good}. | {_good}. We will come back! | {_bad}. The
        front desk solved it at once."""
    ),
    "_good": words(
        """Very clean room|Friendly staff at reception|Great breakfast|Excellent \
          location|Comfortable
        bed|Beautiful view from the balcony|Quiet at night|Fast check-in"""
    ),
    "_good_low": words(
        """the breakfast was excellent|the room was spotless|the staff was very helpful|the bed was
        comfortable|the location could not be better|the pool was warm and quiet"""
    ),
    "_bad": words(
        """The Wi-Fi was slow|Street noise in the morning|The bathroom needs a renovation|Parking is
        expensive|The room was smaller than expected|The air conditioning was loud"""
    ),
    "_stay": words("a weekend|three nights|a business trip|a family holiday|one night"),
    "trip_type travel_type travel_purpose purpose_of_stay purpose_of_visit trip_purpose": words(
        "Leisure*6|Business*4|Family visit*2|Honeymoon|Conference|Group tour"
    ),
    "transport_mode mode_of_transport travel_mode": words("Train*3|Plane*3|Car*4|Bus*2|Ferry"),
    "cabin_class travel_class fare_class": words("Economy*8|Premium economy*2|Business*2|First"),
    "seat_preference": words("Aisle*4|Window*5|No preference*3"),
    "meal_preference dietary_preference": words(
        "No preference*6|Vegetarian*3|Vegan*2|Halal|Kosher|Gluten free"
    ),
    "tour_name tour_title excursion_name excursion trip_name trip_title itinerary_name "
    "travel_package package_title": titles(
        "tour_name",
        """{_days_of_tour} Days in {_land} | {_land} by {_by} | {_sight} Tour | {_sight} and
        {_taste} Tour | {_land}: {_theme} | Weekend in {_town} | {_town} {_theme} Walk | Hidden
        {_town} | From {_town} to {_other_town}""",
    ),
    "_days_of_tour": words("Three|Four|Five|Seven|Ten|Twelve"),
    "_land": words(
        "Tuscany|Iceland|Provence|Patagonia|the Highlands|Andalusia|Norway|Slovenia|Morocco|Kerala"
    ),
    "_by": words("Rail|Bicycle|Boat|Campervan|Foot"),
    "_sight": words("Old Town|Harbor|Castle|Volcano|Vineyard|Glacier|Street Art|Market|Lighthouse"),
    "_taste": words("Food|Wine|Cheese|Chocolate|Coffee"),
    "_theme": words(
        "Villages and Vineyards|Coast and Mountains|Architecture|History|Night \
      Markets"
    ),
    "_town": words("Porto|Vienna|Lisbon|Kyoto|Seville|Tallinn|Ghent|Krakow|Bologna|Bergen"),
    "_other_town": words("Bruges|Granada|Turin|Salzburg|Bath|Split|Lucerne|Quebec"),
    "tour_description package_description trip_description excursion_description": sentences(
        """{_days_of_tour} days with small groups, local guides and {_tour_extra}. | Discover \
          {_land}
        by {_by_low} with {_tour_extra}. | {_town} at an easy pace, with {_tour_extra}. | A walk
        through {_town} with {_tour_extra}. | All transfers, breakfast and {_tour_extra} are
        included."""
    ),
    "_tour_extra": words("wine tasting|a boat trip|time to swim|a cooking class|free afternoons"),
    "_by_low": words("train|bicycle|boat|campervan"),
    "activity_name tourist_activity things_to_do": words(
        """Kayak tour|Cooking class|Wine tasting|City walk|Museum visit|Whale watching|Bike rental
        |Hot air balloon ride|Snorkeling trip|Horse riding|Guided hike|Sunset cruise"""
    ),
}

CODES = {
    "hotel_code property_code": shape("NYC0%", "LON1%", "BER0%", "H####"),
    "booking_number reservation_number reservation_code_hotel": shape("R########", "%########"),
}

DOMAIN = domain(
    "hospitality",
    merge(ROOMS, HOTELS, CODES),
    {
        "room room_name": pick(ROOMS, "room_type"),
        "capacity occupancy": pick(ROOMS, "max_occupancy"),
        "source channel": pick(HOTELS, "booking_source"),
        "request requests": pick(HOTELS, "special_request"),
        "description": pick(ROOMS, "room_description"),
        "review comment comments feedback": pick(HOTELS, "guest_review"),
        "notes note": pick(HOTELS, "special_request"),
        "stars": pick(HOTELS, "star_rating"),
        "policy": pick(HOTELS, "cancellation_policy"),
        "reason": pick(HOTELS, "cancellation_reason"),
        "facility": pick(HOTELS, "amenity"),
        "adults": words("1*4|2*10|3*2|4*2"),
        "children": words("0*10|1*3|2*3|3"),
        "infants": words("0*10|1"),
        "extra_beds": words("0*9|1"),
        "floor": number(1, 3, 12),
        "purpose": pick(HOTELS, "trip_purpose"),
        "activity": pick(HOTELS, "activity_name"),
        "package_name": pick(HOTELS, "tour_name"),
    },
    """sleeps view hotel trip_title activity_name tour_name room_code package_title
    trip_name room_category travel_type facility_offered cancel_reason refund_policy
    cancellation_reason rate_type cleaning_status hotel_facility capacity""",
)
