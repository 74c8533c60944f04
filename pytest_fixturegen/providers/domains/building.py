"""Construction: projects, trades, materials, inspections, bids."""

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

TRADES = table(
    "trade",
    """trade trade_name construction_trade subcontractor_trade | work_item task_of_trade
    work_package scope_item construction_activity construction_phase_task | material_used
    building_material construction_material | unit_of_work | csi_code csi_division cost_code
    division_code""",
    """
    Excavation | Site clearing ; Trench excavation | Gravel ; Sand | m3 | 31 20 00
    Concrete | Foundation slab ; Column casting ; Formwork level 2 | Concrete C25/30 ; Rebar \
      B500B | m3 | 03 30 00
    Masonry | Exterior wall, ground floor ; Chimney | Clay brick ; Mortar | m2 | 04 20 00
    Steel | Roof beams ; Stair stringers | Steel IPE 240 ; Bolts M16 | t | 05 12 00
    Carpentry | Roof truss ; Partition framing | Timber C24 ; Plywood 18 mm | m | 06 10 00
    Roofing | Membrane, flat roof ; Roof tiles | Bitumen membrane ; Clay tile | m2 | 07 50 00
    Insulation | Facade insulation ; Attic insulation | Mineral wool 160 mm ; EPS 100 | m2 | 07 \
      21 00
    Windows and doors | Window installation ; Fire doors | Triple glazing ; Door T30 | pcs | 08 \
      50 00
    Drywall | Partition walls, level 1 ; Suspended ceiling | Gypsum board 12.5 mm | m2 | 09 29 00
    Tiling | Bathroom tiles ; Lobby floor | Ceramic tile 30x60 | m2 | 09 30 00
    Painting | Stairwell ; Interior walls, second coat | Dispersion paint | m2 | 09 91 00
    Plumbing | Rough-in, level 3 ; Sanitary fixtures | Copper pipe 22 mm ; PVC pipe 110 mm | m | \
      22 10 00
    HVAC | Duct installation ; Heat pump | Galvanized duct ; Heat pump 12 kW | pcs | 23 30 00
    Electrical | Cable trays ; Distribution board | Cable NYM 3x1.5 ; Circuit breaker B16 | m | \
      26 05 00
    """,
)

TEXTS = {
    "construction_project project_name_of_site site_name building_project jobsite_name": titles(
        "construction_project",
        """{_site_place} {_site_kind} | {_site_kind} {_site_act} |
        {_site_place} {_site_kind} {_site_act} | {_site_place} {_site_kind}, {_site_phase}""",
    ),
    "_site_place": words(
        "Riverside|Maple Street|Northgate|Harbor|Oak Hill|Station Square|Mill \
      Lane"
    ),
    "_site_kind": words(
        "Apartments|Primary School|Office Tower|Clinic|Warehouse|Parking \
      Deck|Bridge"
    ),
    "_site_act": words("Renovation|Extension|New Build|Refurbishment|Demolition"),
    "_site_phase": words("Phase 1|Phase 2|Lot A|Lot B"),
    "project_type_of_site construction_type type_of_construction": words(
        "New build*5|Renovation*4|Extension*2|Demolition|Fit-out*2|Infrastructure*2"
    ),
    "construction_phase construction_stage": words(
        "Planning*2|Foundation*2|Structure*3|Roofing|Interior*3|Finishing*2|Handover"
    ),
    "inspection_kind inspection_type": words(
        "Foundation*3|Framing*2|Electrical*3|Plumbing*2|Fire safety*2|Final*2|Safety walk*2"
    ),
    "inspection_finding defect_description punch_list_item snag deficiency": words(
        """Crack in the plaster near the window|Door does not close|Missing fire seal at the cable
        tray|Scratched glass, unit 4|Handrail is loose|Outlet without cover|Tile joint incomplete
        |Water stain on the ceiling|Emergency light out of order|Paint drips in the hallway"""
    ),
    "safety_incident hazard_observed near_miss": words(
        """Worker without helmet|Unsecured scaffold board|Cable across the walkway|Open edge without
        guardrail|Forklift near miss|Slippery stairs|Missing eye protection"""
    ),
    "weather_delay_reason site_delay_reason": words(
        "Rain*4|Frost*2|Late delivery*3|Missing \
      permit"
    ),
    "change_order_reason change_reason": words(
        """Request by the owner*4|Unforeseen soil conditions*2|Design change*3|Material not
        available*2|Authority requirement"""
    ),
    "daily_log site_report site_diary daily_report_text": sentences(
        """{_crew} workers on site; {work_item_text} finished. | Delivery of {material_text}
        arrived at {_hour_site}. | {work_item_text} continued, weather {_weather_site}. | Inspection
        of the {_area_site} passed. | Work stopped at {_hour_site} because of {_stop_site}."""
    ),
    "work_item_text": sentences("{work_item}"),
    "material_text": sentences("{material_used}"),
    "_crew": words("4|6|8|9|11|14|18"),
    "_hour_site": words("7:30|9:15|10:00|13:45|15:30"),
    "_weather_site": words("dry|cloudy|windy|sunny|light rain"),
    "_area_site": words("foundation|stairwell|roof|east facade|garage"),
    "_stop_site": words("rain|strong wind|a power cut|a missing delivery"),
    "heavy_equipment construction_equipment machine_on_site": words(
        "Excavator|Tower crane|Wheel loader|Concrete pump|Scissor lift|Dump \
          truck|Compactor|Telehandler"
    ),
    "drawing_title plan_title": words(
        """Ground floor plan|Section A-A|North elevation|Roof plan|Foundation detail|Electrical
        layout, level 1|Site plan|Stair detail|Ceiling plan, level 2"""
    ),
    "contractor_type": words("General contractor*4|Subcontractor*5|Architect|Engineer*2|Supplier"),
}

CODES = {
    "bid_number tender_number": shape("BID-####", "T-2025-###"),
    "change_order_number": shape("CO-0##", "CO-%#"),
    "drawing_number": shape("A-%0#", "S-2##", "E-1##"),
    "rfi_number": shape("RFI-###"),
    "work_order_number wo_number work_order": shape("WO-#####", "WO######"),
}

DOMAIN = domain(
    "building",
    merge(TRADES, TEXTS, CODES),
    {
        "material": pick(TRADES, "material_used"),
        "activity task work_description item": pick(TRADES, "work_item"),
        "unit": pick(TRADES, "unit_of_work"),
        "name title project_name project": pick(TEXTS, "construction_project"),
        "phase": pick(TEXTS, "construction_phase"),
        "finding defect": pick(TEXTS, "inspection_finding"),
        "reason": pick(TEXTS, "change_reason"),
        "notes note remarks comment description": pick(TEXTS, "daily_log"),
        "equipment": pick(TEXTS, "heavy_equipment"),
        "crew_size workers workers_on_site": number(2, 9, 60),
    },
    """trade change_reason site_name work_package deficiency cost_code inspection_type work_order
    work_item snag site_report work_item_text material_text""",
)
