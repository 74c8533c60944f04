"""Vehicles: cars, fleets, rides, public transport, charging, parking."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import (
    Borrowed,
    domain,
    merge,
    number,
    pick,
    sentences,
    shape,
    split,
    table,
    titles,
    words,
)

CARS = table(
    "vehicle",
    """vehicle_make car_make car_brand vehicle_manufacturer vehicle_brand | vehicle_model car_model
    model_name_of_car vehicle_model_name | body_type body_style vehicle_body car_type
    vehicle_category | fuel_type fuel engine_type powertrain | seats seat_count seating_capacity
    number_of_seats passenger_capacity | transmission gearbox transmission_type | engine_size
    displacement engine_displacement | drivetrain drive_type | horsepower power_hp engine_power_hp
    """,
    """
    Toyota | Corolla | Sedan | Petrol ; Hybrid | 5 | Automatic | 1.8 | FWD | 139
    Toyota | Camry | Sedan | Petrol ; Hybrid | 5 | Automatic | 2.5 | FWD | 203
    Toyota | RAV4 | SUV | Hybrid | 5 | Automatic | 2.5 | AWD | 219
    Toyota | Prius | Hatchback | Hybrid | 5 | Automatic | 2.0 | FWD | 194
    Honda | Civic | Sedan ; Hatchback | Petrol | 5 | Manual ; Automatic | 2.0 | FWD | 158
    Honda | CR-V | SUV | Petrol ; Hybrid | 5 | Automatic | 1.5 | AWD | 190
    Honda | Accord | Sedan | Petrol | 5 | Automatic | 1.5 | FWD | 192
    Ford | Focus | Hatchback | Petrol ; Diesel | 5 | Manual | 1.0 | FWD | 125
    Ford | F-150 | Pickup | Petrol | 5 | Automatic | 3.5 | 4WD | 400
    Ford | Transit | Van | Diesel | 3 | Manual | 2.0 | RWD | 130
    Ford | Explorer | SUV | Petrol | 7 | Automatic | 2.3 | AWD | 300
    Volkswagen | Golf | Hatchback | Petrol ; Diesel | 5 | Manual ; Automatic | 1.5 | FWD | 130
    Volkswagen | Passat | Wagon | Diesel | 5 | Automatic | 2.0 | FWD | 150
    Volkswagen | ID.4 | SUV | Electric | 5 | Automatic | 0.0 | RWD | 201
    Tesla | Model 3 | Sedan | Electric | 5 | Automatic | 0.0 | RWD | 271
    Tesla | Model Y | SUV | Electric | 5 | Automatic | 0.0 | AWD | 384
    Hyundai | Elantra | Sedan | Petrol | 5 | Automatic | 2.0 | FWD | 147
    Hyundai | Tucson | SUV | Petrol ; Hybrid | 5 | Automatic | 2.5 | AWD | 187
    Kia | Sportage | SUV | Petrol ; Hybrid | 5 | Automatic | 2.5 | FWD | 187
    Nissan | Altima | Sedan | Petrol | 5 | Automatic | 2.5 | FWD | 188
    Nissan | Leaf | Hatchback | Electric | 5 | Automatic | 0.0 | FWD | 147
    Chevrolet | Malibu | Sedan | Petrol | 5 | Automatic | 1.5 | FWD | 160
    Chevrolet | Silverado | Pickup | Petrol ; Diesel | 5 | Automatic | 5.3 | 4WD | 355
    BMW | 320i | Sedan | Petrol | 5 | Automatic | 2.0 | RWD | 181
    BMW | X5 | SUV | Diesel ; Hybrid | 5 | Automatic | 3.0 | AWD | 282
    Mercedes-Benz | C 200 | Sedan | Petrol | 5 | Automatic | 1.5 | RWD | 204
    Mercedes-Benz | Sprinter | Van | Diesel | 3 | Automatic | 2.0 | RWD | 170
    Audi | A4 | Sedan ; Wagon | Petrol ; Diesel | 5 | Automatic | 2.0 | FWD | 150
    Volvo | V60 | Wagon | Hybrid ; Diesel | 5 | Automatic | 2.0 | AWD | 250
    Volvo | XC60 | SUV | Hybrid | 5 | Automatic | 2.0 | AWD | 350
    Skoda | Octavia | Wagon | Petrol ; Diesel | 5 | Manual ; Automatic | 1.5 | FWD | 150
    Renault | Clio | Hatchback | Petrol | 5 | Manual | 1.0 | FWD | 91
    Renault | Kangoo | Van | Electric ; Diesel | 2 | Manual | 1.5 | FWD | 95
    Peugeot | 208 | Hatchback | Petrol ; Electric | 5 | Manual | 1.2 | FWD | 100
    Fiat | 500 | Hatchback | Petrol ; Electric | 4 | Manual | 1.0 | FWD | 70
    Mazda | CX-5 | SUV | Petrol | 5 | Automatic | 2.5 | AWD | 187
    Subaru | Outback | Wagon | Petrol | 5 | Automatic | 2.5 | AWD | 182
    Jeep | Wrangler | SUV | Petrol | 4 | Automatic | 3.6 | 4WD | 285
    """,
)

SERVICES = table(
    "vehicle_service",
    """maintenance_type service_performed repair_type maintenance_task work_performed
    | replaced_part part_replaced parts_used | service_description maintenance_description
    maintenance_notes repair_notes | service_interval_km""",
    """
    Oil change | Oil filter | Engine oil and filter replaced, no leaks found. | 15000
    Brake service | Brake pads, front ; Brake discs, rear | Pads below 3 mm, replaced and tested \
      on the road. | 40000
    Tire rotation | None | Tires rotated and pressure set to 2.4 bar. | 10000
    Tire replacement | Winter tires ; All-season tires | Four new tires mounted and balanced. | \
      50000
    Battery replacement | 12 V battery | Battery failed the load test and was replaced. | 80000
    Annual inspection | Wiper blades ; Cabin filter | Inspection passed, small parts replaced. | \
      20000
    Coolant flush | Coolant | System flushed and refilled, thermostat checked. | 60000
    Windshield repair | Windshield | Stone chip repaired with resin. | 0
    Timing belt | Timing belt kit | Belt, tensioner and water pump replaced. | 120000
    Transmission service | Transmission fluid | Fluid and filter changed at the dealer. | 60000
    Diagnostics | None | Fault code read and cleared, sensor cable fixed. | 0
    Air conditioning service | Refrigerant | Leak test done, system recharged. | 40000
    """,
)

LISTS = {
    "vehicle_color car_color vehicle_colour exterior_color paint_color body_color": words(
        "White*6|Black*5|Gray*5|Silver*4|Blue*3|Red*3|Green|Brown|Beige|Orange"
    ),
    "ride_type vehicle_type service_class ride_category car_class rental_class": words(
        "Economy*6|Comfort*3|XL*2|Premium*2|Pool*2|Electric|Van|Compact*2|SUV"
    ),
    "cancellation_reason cancel_reason ride_cancellation_reason": words(
        """Driver too far away*4|Changed plans*4|Wrong pickup address*2|Waited too long*3|Driver
        asked to cancel|Rider did not show up*3|Price too high|Vehicle problem"""
    ),
    "license_class driver_license_class licence_category": words("B*6|C*2|CE|D|A|Class C*2|BE"),
    "driver_status availability": words("Available*5|On trip*3|Offline*4|On break"),
    "trip_purpose_of_ride ride_purpose": words("Commute*4|Airport*3|Leisure*3|Business*2|Errands"),
    "incident_type accident_type violation_type traffic_violation": words(
        """Speeding*4|Harsh braking*3|Rear-end collision|Parking ticket*3|Flat tire*2|Scratched
        bumper*2|Red light|Phone use while driving|Breakdown*2|Hit-and-run"""
    ),
    "ride_feedback rider_feedback trip_feedback driver_feedback ride_review": words(
        """Friendly driver, clean car.|Arrived early, thank you!|Smooth ride.|The driver took a
        detour.|Great music and a quiet ride.|Had to wait ten minutes.|Helped with the luggage.|Car
        smelled of smoke.|Safe driving in heavy rain.|Very polite."""
    ),
    "pickup_note pickup_instructions rider_note ride_note": words(
        """In front of the main entrance|Next to the bus stop|I have two suitcases|Blue jacket, by
        the gate|Please call when you arrive|Wheelchair, folding|At the corner of the park|Terminal
        2, door 5|Behind the station"""
    ),
    "route_name bus_route transit_line line_name bus_line route_title": titles(
        "route_name",
        """{_stop_a} – {_stop_b} | Line {_line}: {_stop_a} – {_stop_b} | {_stop_a} to {_stop_b}
        | {_stop_a} Express | Night Bus N{_line}""",
    ),
    "_stop_a": words(
        "Central Station|Harbor|Airport|Old Town|University|North \
      Gate|Stadium|Museum"
    ),
    "_stop_b": words(
        "West Park|Hospital|Market Square|Lakeside|Industrial Park|Hilltop|Riverside|Zoo|Ferry Pier"
    ),
    "_line": number(1, 14, 60),
    "stop_name station_name bus_stop station transit_stop stop": words(
        """Central Station|Market Square|City Hall|University|Harbor|Airport Terminal 1|Hospital
        |Old Bridge|Museum|West Park|Stadium|North Gate|Lakeside|Zoo|Main Street|Opera|Mill Lane
        |Ferry Pier|Castle Hill|South Cross"""
    ),
    "transit_mode vehicle_mode transport_type": words("Bus*6|Tram*3|Metro*3|Train*2|Ferry"),
    "ticket_type_of_transit fare_type ticket_class": words(
        "Single*6|Day pass*3|Monthly pass*3|Senior*2|Student*2|Group"
    ),
    "connector_type charger_type plug_type": words("CCS2*5|Type 2*5|CHAdeMO*2|NACS*2"),
    "charger_status": words("Available*6|Charging*4|Out of service|Reserved"),
    "parking_type parking_lot parking_zone": words("Street*3|Garage*4|Lot A|Lot B|Level 2|Zone C"),
    "vehicle_feature car_feature option_package vehicle_option": words(
        """Backup camera*2|Heated seats*2|Sunroof|Navigation|Adaptive cruise control|Bluetooth*2
        |Leather seats|Keyless entry|Tow hitch|Blind spot monitor|Apple CarPlay|Alloy wheels"""
    ),
    "vehicle_condition": words("Used - good*5|New*3|Used - like new*3|Used - fair*2|For parts"),
    "vehicle_title listing_headline car_title": sentences(
        """{vehicle_make} {vehicle_model} | {vehicle_make} {vehicle_model}, {fuel_type} | \
          {body_type}
        {vehicle_make} {vehicle_model} | {vehicle_make} {vehicle_model} {transmission}"""
    ),
    "vehicle_description car_description": sentences(
        """{vehicle_make} {vehicle_model}, {fuel_type}, {transmission}. Full service history, one
        owner. | Well kept {vehicle_make} {vehicle_model} with new tires. | {body_type} with
        {seats} seats, always garaged. | Non-smoker car, small scratch on the rear door."""
    ),
    "telematics_event driving_event": words("Ignition on*4|Ignition off*4|Harsh braking|Idling*2"),
    "driver_name chauffeur rider_name": Borrowed("person"),
}

CODES = {
    "license_plate_number vehicle_plate car_plate plate_no vehicle_number": shape(
        "@@@-####", "%@@@###", "@@## @@@", "@@-@@ ###"
    ),
    "driver_license_number license_number driving_licence_number dl_number": shape(
        "@#######", "D###-####-####", "@@######"
    ),
    "engine_number engine_no": shape("@@%######", "N##B##@####"),
    "fleet_number unit_number vehicle_code": shape("V-###", "FL-####", "%##"),
    "tire_size tyre_size": words("205/55 R16*4|225/45 R17*3|195/65 R15*3|235/60 R18|185/65 R15"),
    "charge_point_id evse_id": shape("DE*ABC*E######", "NL-EVC-######"),
    "flight_leg ride_code": shape("R#####"),
    "parking_spot parking_space spot_number": shape("@##", "%##", "P%-##"),
    "dtc_code fault_code obd_code": shape("P0###", "P1###", "B1###", "C0###"),
}

AMBIGUOUS, PLAIN = split(
    LISTS, "ride_type cancellation driver_status incident stop_name transit_mode parking charger"
)
AMBIGUOUS_CODES, PLAIN_CODES = split(CODES, "license_plate driver_license parking fleet dtc")

DOMAIN = domain(
    "vehicles",
    merge(CARS, PLAIN, PLAIN_CODES)
    | {
        "vehicle_plate car_plate": pick(CODES, "vehicle_plate"),
        "vehicle_type": pick(CARS, "body_type"),
        "maintenance_type service_performed": pick(SERVICES, "maintenance_type"),
        "driver_license_number driving_licence_number": pick(CODES, "driver_license_number"),
    },
    merge(
        SERVICES,
        AMBIGUOUS,
        AMBIGUOUS_CODES,
        {
            "make brand manufacturer": pick(CARS, "vehicle_make"),
            "model": pick(CARS, "vehicle_model"),
            "color colour": pick(LISTS, "vehicle_color"),
            "feature option": pick(LISTS, "vehicle_feature"),
            "condition": pick(LISTS, "vehicle_condition"),
            "title": pick(LISTS, "vehicle_title"),
            "description": pick(LISTS, "vehicle_description"),
            "notes note": pick(LISTS, "pickup_note"),
            "feedback review comment": pick(LISTS, "ride_feedback"),
            "reason": pick(LISTS, "cancellation_reason"),
            "doors": words("4*6|5*4|2|3"),
            "power_kw power kw engine_power_kw": number(44, 96, 320),
            "power_hp horsepower": number(60, 130, 430),
            "passenger_count passengers": words("1*8|2*5|3*2|4"),
            "violation violation_type traffic_violation": words(
                """Expired meter*4|No parking zone*3|Double parking*2|Blocked \
                  driveway*2|Speeding*2|Red
                light|No permit*2|Bus lane|Fire hydrant|Street cleaning"""
            ),
            "route_code line_code route_number bus_number": words(
                "4|7|12|15|21|33|42|57|M3|M15|N8|X2|X7|101|204|E1"
            ),
            "trim trim_level": words("Base*3|LE*2|Sport*3|Limited*2|Premium*2|Touring|S line"),
        },
    ),
    """displacement fuel seats transmission seat_count passenger_capacity
    number_of_seats seating_capacity option_package drive_type route_name line_name
    engine_type route_title model_name_of_car fuel_type""",
)
