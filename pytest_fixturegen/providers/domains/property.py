"""Real estate: homes for sale and rent, leases, buildings."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import (
    Borrowed,
    Words,
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

HOMES = table(
    "home",
    """property_type home_type dwelling_type housing_type property_kind real_estate_type
    | bedrooms bedroom_count num_bedrooms beds number_of_bedrooms | bathrooms bathroom_count
    num_bathrooms baths number_of_bathrooms | square_feet sqft area_sqft living_area_sqft
    floor_area_sqft square_footage | square_meters area_sqm living_area_sqm floor_area_sqm area_m2
    living_area size_sqm""",
    """
    Studio | 0 | 1 | 420 ; 460 ; 510 | 43
    Apartment | 1 | 1 | 610 ; 655 ; 690 | 60
    Apartment | 2 | 1 | 830 ; 870 ; 910 | 81
    Apartment | 2 | 2 | 980 ; 1040 ; 1095 | 96
    Apartment | 3 | 2 | 1210 ; 1280 ; 1350 | 119
    Condo | 2 | 2 | 1080 ; 1150 | 103
    Condo | 1 | 1 | 720 ; 760 | 69
    Townhouse | 3 | 2 | 1480 ; 1560 ; 1640 | 145
    Townhouse | 3 | 3 | 1720 ; 1800 | 163
    House | 3 | 2 | 1650 ; 1790 ; 1880 | 165
    House | 4 | 2 | 2050 ; 2180 | 197
    House | 4 | 3 | 2380 ; 2520 ; 2690 | 235
    House | 5 | 4 | 3150 ; 3420 | 305
    Duplex | 3 | 2 | 1580 ; 1670 | 151
    Villa | 5 | 4 | 3900 ; 4350 | 383
    Loft | 1 | 1 | 890 ; 960 | 86
    """,
)

TEXTS = {
    "listing_title property_title listing_headline property_name listing_name rental_title "
    "apartment_name": titles(
        "listing_title",
        """{_home_mood} {property_type} {_home_with} | {_home_mood} {property_type} {_home_where} |
        {property_type} {_home_where} {_home_with} | {_home_mood} {property_type} {_home_where}
        {_home_with} | {property_type} {_home_with}""",
    ),
    "_home_mood": words(
        "Bright|Charming|Spacious|Modern|Quiet|Renovated|Sunny|Cozy|Elegant|Well-kept|Light-filled"
    ),
    "_home_with": words(
        """with Balcony|with Garden|with Garage|with Open Kitchen|with Terrace|with Fireplace|with
        City View|with Two Parking Spaces|with Large Yard|with Home Office|with Lake View"""
    ),
    "_home_where": words(
        """near the Park|in the Old Town|by the River|close to the Station|in a Quiet Street|in
        Riverside|on the Hill|near the University|in the Harbor District|in Maple Heights"""
    ),
    "property_description listing_description home_description": sentences(
        """{_home_mood} {_home_low} with {bedrooms} bedrooms and {_detail}. {_walk} | This
        {_home_low} offers {_detail} and {_detail_two}. {_walk} | Renovated in {_when}, with
        {_detail}. {_walk} | {_home_mood} home: {_detail}, {_detail_two}. Available from {_month}. |
        {square_feet} square feet of living space with {_detail}. {_walk}"""
    ),
    "_home_low": words("home|place|residence|property"),
    "_detail": words(
        """a large kitchen|oak floors|new windows|a south-facing balcony|built-in storage|an open
        living area|a private garden|a walk-in closet|underfloor heating|high ceilings"""
    ),
    "_detail_two": words("a dry cellar|a bicycle room|two bathrooms|solar panels|a garage"),
    "_walk": words(
        """Five minutes to the station.|Schools and shops within walking distance.|Quiet street
        without through traffic.|Pets are welcome.|Bus stop in front of the house."""
    ),
    "_when": words("2015|2018|2020|2022|2023"),
    "_month": words("March|April|June|July|September|October|January"),
    "property_feature home_feature listing_feature property_amenity building_amenity": words(
        """Balcony*2|Garden*2|Garage*2|Fireplace|Elevator*2|Dishwasher|Washer and dryer|Hardwood
        floors|Air conditioning*2|Swimming pool|Basement|Walk-in closet|Solar panels|Parking
        space*2|Storage room|Floor heating|Fitted kitchen|Roof terrace"""
    ),
    "listing_type offer_type": words("For sale*6|For rent*5|Sold|Leased"),
    "listing_status property_status": words("Active*6|Pending*2|Sold*3|Off market|Withdrawn"),
    "ownership_type tenure": words("Freehold*5|Leasehold*3|Condominium*2|Cooperative"),
    "heating_type heating heating_system": words(
        "Gas heating*4|Heat pump*3|District heating*3|Electric*2|Oil|Wood pellets"
    ),
    "cooling_type": words("Central air*4|Window unit*2|None*4|Split system*2"),
    "energy_rating energy_class energy_efficiency_class epc_rating": words(
        "A*2|B*4|C*5|D*4|E*2|F|G"
    ),
    "parking_description parking_info": words(
        "Garage*4|Street \
      parking*4|Carport*2|Underground*2|None"
    ),
    "furnishing furnished_status": words("Unfurnished*6|Furnished*3|Partly furnished*2"),
    "flooring_type flooring floor_type": words("Hardwood*4|Laminate*3|Tile*3|Carpet*2|Concrete"),
    "roof_type roof_material": words("Tile*4|Asphalt shingle*4|Metal*2|Flat*2|Slate"),
    "construction_material exterior_material": words(
        "Brick*5|Wood \
      frame*4|Concrete*3|Stone|Stucco"
    ),
    "lease_term lease_length rental_period": words(
        "12 months*6|6 months*2|24 months*2|Month to \
      month"
    ),
    "lease_type_of_property rental_type": words("Residential*7|Commercial*2|Short-term*2|Room"),
    "maintenance_request maintenance_issue repair_request": words(
        """Kitchen faucet is dripping*2|Heating does not get warm*2|Broken window handle|Washing
        machine leaks|Light in the stairwell is out|Clogged drain*2|Door lock is stuck|Mold in the
        bathroom|Intercom does not work|Smoke detector beeps"""
    ),
    "zoning zoning_code zoning_type": words("R-1*4|R-2*3|R-3*2|C-1*2|C-2|M-1|MU"),
    "neighborhood neighbourhood district quarter subdivision": words(
        """Maple Heights|Old Town|Riverside|Harbor District|West End|Northgate|Cedar Park|Mill
        Quarter|Garden District|University Hill|Lakeview|St. Anne|Brookside|Foxhall"""
    ),
    "building_name apartment_building residence_name complex_name": words(
        """Linden Court|Harbor House|The Foundry|Maple Terrace|Park View Residences|Union Lofts
        |Riverside Towers|The Orchard|Kingsgate|Elm Square Apartments|Millhouse|Cedar Grove"""
    ),
    "listing_agent realtor realtor_name landlord landlord_name tenant_name": Borrowed("person"),
    "brokerage brokerage_name real_estate_agency": words(
        "Keystone Realty|Maple & Main|Harbor Homes|Northgate Properties|Lindqvist Estates|Casa Nova"
    ),
    "showing_feedback viewing_feedback": words(
        """Loved the light, kitchen is too small.|Price is above our budget.|Would like to see it
        again.|Too close to the road.|Great garden, needs a new bathroom."""
    ),
}

PRICES = {
    "list_price asking_price sale_price sold_price price purchase_price": Words(
        tuple(str(1000 * price) for price in (*range(145, 620, 5), *range(240, 440, 4), 890, 1250))
    ),
    "rent monthly_rent rent_amount rent_per_month": Words(
        tuple(str(rent) for rent in (*range(690, 2900, 35), *range(950, 1800, 50)))
    ),
}

CODES = {
    "mls_number mls_id mls listing_number": shape("MLS########", "2%######", "ML-######"),
    "parcel_number apn assessor_parcel_number": shape("###-###-###", "##-####-###", "0##-##-###"),
    "lease_number": shape("LS-#####", "L-2025-####"),
}

DOMAIN = domain(
    "property",
    merge(HOMES, TEXTS, CODES),
    PRICES
    | {
        "title name": pick(TEXTS, "listing_title"),
        "type": pick(HOMES, "property_type"),
        "description": pick(TEXTS, "property_description"),
        "feature amenity": pick(TEXTS, "property_feature"),
        "size area": pick(HOMES, "square_feet"),
        "rooms room_count": words("2*3|3*5|4*4|5*2|1|6"),
        "floors stories": words("1*5|2*5|3|4"),
        "floor": number(0, 2, 18),
        "year_built built_year construction_year": number(1895, 1984, 2024),
        "lot_size_sqft lot_size": number(1800, 6500, 43000),
        "garage_spaces parking_spaces": words("0*3|1*5|2*4|3"),
        "comments feedback": pick(TEXTS, "showing_feedback"),
        "days_on_market": number(1, 24, 210),
    },
    """district quarter beds baths neighborhood tenure heating listing_type listing_title offer_type
    flooring zoning floor_type property_type property_name listing_number subdivision
    listing_name listing_description building_name listing_status property_status property_kind
    furnishing repair_request landlord""",
)
