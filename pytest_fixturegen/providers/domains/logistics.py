"""Logistics: parcels and their events, freight, containers, warehouses."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import (
    Borrowed,
    domain,
    make_code,
    merge,
    number,
    pick,
    sentences,
    shape,
    split,
    table,
    words,
)
from pytest_fixturegen.streams import mix_word

EVENTS = table(
    "tracking_event",
    """event_status tracking_status scan_type shipment_event checkpoint_status milestone
    | event_description status_description tracking_description scan_description
    checkpoint_description status_detail event_details | event_code status_code_of_scan \
      scan_code""",
    """
    Label created | Shipping label created, carrier awaiting the item ; Label created, parcel not \
      yet handed over | LC
    Picked up | Picked up by the courier ; Collected from the sender ; Dropped off at a service \
      point | PU
    Accepted | Accepted at the origin facility ; Acceptance scan at the depot | AC
    Departed facility | Departed the origin facility ; Departed the sorting center ; Departed the \
      regional hub | DF
    In transit | In transit to the next facility ; In transit by road ; On the way to the \
      destination hub | IT
    In transit | Transferred to another carrier, in transit ; Loaded on a truck, in transit | IT
    Arrived at facility | Arrived at the regional hub ; Arrived at the sorting facility ; Arrived \
      at the delivery depot | AF
    Customs clearance | Customs clearance in process ; Released by customs ; Documents sent to \
      customs | CC
    Sorted | Processed through the sorting facility ; Sorted at the destination hub | SO
    Out for delivery | Out for delivery ; Loaded on the delivery vehicle | OD
    Delivery attempted | Delivery attempted, recipient not at home ; Delivery attempted, business \
      closed | DA
    Exception | Address incomplete, exception recorded ; Delayed by weather, exception ; Parcel \
      damaged, exception under review | EX
    Delivered | Delivered, left at the front door ; Delivered to the recipient ; Delivered to a \
      neighbor ; Delivered to the parcel locker | DL
    Returned | Return to sender started ; Returned to the sender | RT
    """,
)

GOODS = table(
    "goods",
    """commodity goods_description cargo_description commodity_description description_of_goods
    contents_description package_contents customs_description | hs_code tariff_code
    harmonized_code hts_code commodity_code customs_code | freight_class | country_of_goods""",
    """
    Cotton T-shirts | 6109.10 | 100 | BD
    Leather shoes | 6403.99 | 100 | IT
    Wooden furniture | 9403.60 | 125 | VN
    Ceramic tiles | 6907.21 | 60 | ES
    Laptop computers | 8471.30 | 92.5 | CN
    Mobile phones | 8517.13 | 92.5 | CN
    Lithium-ion batteries | 8507.60 | 85 | KR
    Coffee beans, roasted | 0901.21 | 60 | CO
    Olive oil | 1509.20 | 65 | GR
    Bicycles | 8712.00 | 125 | TW
    Auto parts, brakes | 8708.30 | 70 | DE
    Printed books | 4901.99 | 65 | US
    Plastic packaging | 3923.30 | 85 | PL
    Paper and paperboard | 4810.13 | 55 | FI
    Steel bolts | 7318.15 | 50 | US
    Medical instruments | 9018.90 | 92.5 | US
    Children's toys | 9503.00 | 125 | CN
    Glassware | 7013.37 | 85 | CZ
    Wine, bottled | 2204.21 | 65 | FR
    Garden tools | 8201.30 | 70 | SE
    """,
)

CONTAINERS = table(
    "container_kind",
    """container_type equipment_type | container_size | iso_type_code container_iso_code
    | tare_weight_kg""",
    """
    20' Dry Standard | 20 | 22G1 | 2300
    40' Dry Standard | 40 | 42G1 | 3750
    40' High Cube    | 40 | 45G1 | 3940
    40' High Cube    | 40 | 45G1 | 3940
    20' Reefer       | 20 | 22R1 | 3080
    40' Reefer High Cube | 40 | 45R1 | 4480
    20' Open Top     | 20 | 22U1 | 2350
    40' Flat Rack    | 40 | 42P1 | 5000
    """,
)

LISTS = {
    "carrier carrier_name courier courier_name shipping_carrier freight_carrier shipping_company "
    "logistics_provider delivery_company transporter": words(
        """Northline Express*3|Swift Parcel*3|Bluebird Logistics*2|Harbor Freight Lines*2|Pronto
        Courier*2|Summit Express|Citypost*2|Relay Parcel*2|Overland Freight|Kestrel Air Cargo
        |Postline*2|Meridian Shipping|Fleetwing Express|Greenway Delivery|Atlas Transport"""
    ),
    "carrier_code scac scac_code": words("NLEX|SWPC|BBLG|HFLN|PRCO|SMEX|CTPO|RLPC|OVFR|KSTL|MRDN"),
    "service_level shipping_service service_type delivery_service shipping_speed shipping_option "
    "service_name_of_carrier": words(
        """Standard*6|Express*4|Economy*3|Next Day*2|Two-Day*2|Overnight|Same Day|Ground*3
        |Priority*2|International Economy|International Priority|Freight"""
    ),
    "shipping_method delivery_method ship_method shipment_method method_of_delivery": words(
        "Standard*6|Express*3|Pickup point*2|Next Day*2|Store pickup|Parcel locker|Freight|Courier"
    ),
    "package_type packaging_type parcel_type packing_type handling_unit": words(
        "Box*7|Envelope*2|Pallet*2|Tube|Padded bag*3|Crate|Roll"
    ),
    "incoterm incoterms delivery_terms shipping_terms": words(
        "DAP*4|EXW*3|FOB*3|CIF*2|DDP*4|FCA*3|CPT|CIP|CFR"
    ),
    "delivery_instruction delivery_instructions delivery_note shipping_instructions "
    "courier_instructions shipping_notes": words(
        """Leave at the front door|Ring the bell twice|Leave with a neighbor|Call before
        delivery|Use the side entrance|Deliver to the reception|Do not leave in the rain|Gate code
        on request|Deliver after 5 p.m.|Signature required|Place behind the flower pot|Second floor,
        left door"""
    ),
    "exception_reason delay_reason failed_delivery_reason delivery_exception reason_for_delay": (
        words(
            """Recipient not at home*4|Weather delay*2|Incorrect address*3|Customs hold*2|Vehicle
            breakdown|Refused by the recipient|Damaged in transit|Business closed*2|High volume"""
        )
    ),
    "delivered_to received_by_location left_at delivery_location": words(
        "Front door*4|Reception*2|Neighbor*2|Parcel locker|Mailbox*2|Garage|Back porch|Recipient*3"
    ),
    "transport_mode mode_of_transport freight_mode shipment_mode": words(
        "Road*6|Sea*3|Air*3|Rail*2|Courier"
    ),
    "vehicle_class truck_type trailer_type": words(
        "Van*3|Box truck*3|Dry van*3|Reefer*2|Flatbed|Curtainsider|Tanker"
    ),
    "load_type freight_type shipment_type": words("Parcel*5|LTL*3|FTL*3|FCL*2|LCL*2|Air freight"),
    "hazmat_class dangerous_goods_class hazard_class_of_goods un_class": words(
        "None*8|3 Flammable liquids|8 Corrosives|9 Miscellaneous|2.1 Flammable gas"
    ),
    "un_number": words("UN1263|UN3480|UN1950|UN1170|UN3481|UN1993|UN2794"),
    "warehouse warehouse_name fulfillment_center distribution_center depot hub facility_name "
    "sorting_center": words(
        """Leeds Fulfillment Center|Reno Distribution Center|Rotterdam Hub|Memphis Sorting Center
        |Hamburg Depot|Dallas Fulfillment Center|Lyon Warehouse|Malmö Depot|Columbus Regional Hub
        |Gdansk Warehouse|Phoenix Cross-Dock|Milan Sorting Center|Atlanta Hub|Ghent Warehouse"""
    ),
    "movement_type stock_movement_type inventory_movement adjustment_type": words(
        "Receipt*4|Pick*5|Put-away*3|Transfer*2|Adjustment|Cycle count|Return*2|Scrap"
    ),
    "adjustment_reason stock_reason movement_reason inventory_reason": words(
        "Cycle count*4|Damaged*3|Found*2|Expired|Theft|Data entry error*2|Supplier shortage"
    ),
    "storage_condition storage_type temperature_zone": words(
        "Ambient*6|Chilled*2|Frozen|Hazardous"
    ),
    "zone storage_zone warehouse_zone": words(
        "A|B|C|Receiving|Bulk|Cold|Returns|Shipping|Mezzanine"
    ),
    "customs_status clearance_status": words("Cleared*6|In process*2|Held|Documents missing"),
    "return_reason reason_for_return": words(
        """Wrong size*4|Changed my mind*3|Defective*3|Not as described*2|Arrived too late|Wrong
        item sent*2|Damaged in transit*2|Better price found"""
    ),
    "shipment_note event_note carrier_note": sentences(
        """Parcel handed to {carrier} for {service_level} delivery. | {event_description}. |
        {delivery_instruction}."""
    ),
}

LETTER_VALUES = {
    letter: 10 + place + (place + 9) // 10
    for place, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
}
"""The letters as numbers, without multiples of 11 [ISO 6346]."""

OWNER_CODES = ("TSTU", "XPLU", "DEMU", "QAXU", "SMPU", "NVLU")


def draw_container_number(word: int) -> str:
    """Return a container number with its check digit [ISO 6346]."""
    owner = OWNER_CODES[word % len(OWNER_CODES)]
    return append_container_digit(f"{owner}{mix_word(word, 1) % 900_000 + 100_000}")


def append_container_digit(body: str) -> str:
    """Return the number of a container, *body*, with its check digit."""
    weights = (1 << place for place in range(10))
    values = (int(char) if char.isdigit() else LETTER_VALUES[char] for char in body)
    total = sum(value * weight for value, weight in zip(values, weights, strict=True))
    return f"{body}{total % 11 % 10}"


CODES = {
    "container_number container_no container_code equipment_number": make_code(
        draw_container_number
    ),
    "seal_number seal_no container_seal": shape("ML-@@#######", "#######", "EU#######"),
    "bill_of_lading bol_number bl_number bill_of_lading_number": shape(
        "BOL-########", "NLEX##########", "MBL#########"
    ),
    "air_waybill awb awb_number waybill_number airway_bill": shape("020-########", "125-########"),
    "bin_location bin bin_code storage_location warehouse_location stock_location "
    "location_in_warehouse shelf_position pick_location": shape("@-##-##", "@#-##-@", "@##-#-##"),
    "aisle": shape("@#", "##"),
    "dock dock_door dock_number loading_dock": shape("D%", "Dock %", "D1#"),
    "pallet_id pallet_number license_plate_number lpn": shape("PLT-######", "LPN########"),
    "asn_number": shape("ASN-#######"),
    "po_number purchase_order_number purchase_order purchase_order_no": shape(
        "PO-######", "4500######", "PO-2025-####"
    ),
    "lot_number lot_no batch_number lot": shape("L2%#####", "LOT-####-@", "B2%###"),
    "customs_declaration_number mrn": shape("25DE###############", "25FR##############"),
    "eori eori_number": shape("DE############", "FR############"),
    "route_code delivery_route": shape("R-##", "RT###", "@@-##"),
}

AMBIGUOUS, PLAIN = split(
    LISTS,
    """carrier shipping_method transport_mode vehicle_class load_type zone warehouse movement_type
    return_reason exception_reason delivered_to package_type""",
)
AMBIGUOUS_CODES, PLAIN_CODES = split(CODES, "lot_number bin_location aisle dock")

DOMAIN = domain(
    "logistics",
    merge(
        CONTAINERS,
        PLAIN,
        PLAIN_CODES,
        {
            "tracking_status scan_type": pick(EVENTS, "tracking_status"),
            "tracking_description scan_description event_description": pick(
                EVENTS, "tracking_description"
            ),
            "hs_code tariff_code harmonized_code hts_code": pick(GOODS, "hs_code"),
            "goods_description cargo_description": pick(GOODS, "goods_description"),
            "freight_class": pick(GOODS, "freight_class"),
            "courier_name shipping_carrier freight_carrier": pick(LISTS, "carrier"),
            "shipping_method": pick(LISTS, "shipping_method"),
            "warehouse_name fulfillment_center distribution_center": pick(LISTS, "warehouse"),
            "bin_location bin_code": pick(CODES, "bin_location"),
        },
    ),
    merge(
        EVENTS,
        GOODS,
        AMBIGUOUS,
        AMBIGUOUS_CODES,
        {
            "event_location scan_location checkpoint_location": Borrowed("city"),
            "contents content": pick(GOODS, "commodity"),
            "reason": pick(LISTS, "exception_reason"),
            "instructions": pick(LISTS, "delivery_instruction"),
            "note notes remarks comment": pick(LISTS, "shipment_note"),
            "service": pick(LISTS, "service_level"),
            "reorder_point min_stock safety_stock": number(5, 40, 400),
            "lead_time_days": number(1, 9, 60),
            "shipper consignor consignee sender_company": Borrowed("company"),
        },
    ),
    """service_type equipment_type hub depot carrier_code reason_for_delay
    package_contents zone load_type route_code seal_number lot_number lot batch_number
    container_type freight_mode movement_type courier""",
)
