"""Manufacturing: work orders, machines, defects, parts, printers, robots."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import (
    Spec,
    code,
    derived_table,
    domain,
    merge,
    number,
    own_names,
    pool,
    table,
    words,
)

MACHINES = derived_table(
    "machine",
    12,
    {
        "machine_id machine_code equipment_id asset_code asset_tag": [
            f"M-{number:03d}" for number in range(101, 113)
        ],
        "machine machine_name equipment equipment_name workstation resource_name asset_name": (
            """CNC mill 1|CNC mill 2|Lathe 3|Injection press 1|Injection press 2|Laser cutter|
            Paint robot|Welding cell 2|Packing line A|Packing line B|Press brake|3D printer 4"""
        )
        .replace("\n", "")
        .replace("            ", "")
        .split("|"),
        "machine_type equipment_type asset_type": (
            "CNC mill|CNC mill|lathe|injection moulding|injection moulding|laser cutter|"
            "paint robot|welding robot|packing line|packing line|press brake|3D printer"
        ).split("|"),
        "work_center work_centre cell production_line line line_name": (
            "Milling|Milling|Turning|Moulding|Moulding|Cutting|Painting|Welding|Packing A|"
            "Packing B|Bending|Printing"
        ).split("|"),
    },
)

PARTS = table(
    "manufactured_part",
    """part part_name component component_name material_description item_description product
    product_name item_name | part_number part_no component_number material_number item_number
    item_code | material raw_material material_name | operation operation_name process
    process_step process_name routing_step | unit uom unit_of_measure | supplier_part_number |
    [cycle_time cycle_time_seconds standard_time takt_time | ] | finish surface_finish""",
    """
    Bracket, left | BR-1042-L | steel S235 | bending | pcs | S235-3MM | 18 | 42 | galvanised | *2
    Housing, lower | HS-2210 | ABS | injection moulding | pcs | ABS-BLK | 22 | 48 | textured | *2
    Drive shaft 12 mm | SH-0312 | steel 42CrMo4 | turning | pcs | RB-42C-12 | 64 | 140 | ground
    Gear, 32 teeth | GR-0032 | steel 16MnCr5 | milling | pcs | GB-16M | 110 | 260 | hardened
    Cover | CP-4410 | aluminium 6061 | laser cutting | pcs | AL-6061-2 | 12 | 30 | anodised
        | *2
    Frame, welded | FR-7001 | steel S355 | welding | pcs | S355-40 | 300 | 720 | powder coated
    Control board | PCB-118 | FR-4 | assembly | pcs | PCB-RAW-118 | 80 | 190 | lead-free | *2
    Seal ring 40 mm | SR-0040 | EPDM | inspection | pcs | EPDM-40 | 6 | 15 | none
    Cable harness | CH-0907 | copper | assembly | set | CU-1.5 | 150 | 340 | none
    Gift box, printed | BX-2003 | cardboard | packing | pcs | CB-350 | 8 | 20 | matt
    """,
)

DEFECTS = table(
    "defect",
    """defect defect_type defect_name nonconformity defect_category failure_mode issue_type |
    defect_code reason_code scrap_code nc_code | severity defect_severity defect_class |
    root_cause cause probable_cause defect_cause | corrective_action action_taken disposition_note
    corrective_measure countermeasure | defect_description description observation finding notes |
    disposition""",
    """
    scratch | D01 | minor | handling at packing | Added foam to the trays | Scratch of 12 mm on
        the visible face | rework | *3
    burr | D02 | minor | worn tool | Replaced the tool | Burr on the inner edge | rework | *3
    out of tolerance | D03 | major | thermal drift of the spindle | Extended the warm-up
        | Diameter 12.08 mm, limit 12.05 mm | scrap | *2
    crack | D04 | critical | cooling too fast | Changed the cooling profile | Hairline crack at
        the rib | scrap
    short shot | D05 | major | pressure too low | Raised the holding pressure | Corner not filled
        | scrap
    colour deviation | D06 | minor | mixed batches | Separated the batches | Shade differs from
        the master | use as is | *2
    porosity | D07 | major | moist material | Dried the granulate longer | Pores in the wall
        | scrap
    missing part | D08 | major | empty feeder | Added a level sensor | Screw missing at station 4
        | rework | *2
    wrong label | D09 | minor | label roll swapped | Scanner checks each roll | Label of another
        variant | rework
    weld spatter | D10 | minor | wire feed too fast | Reduced the feed | Spatter near the seam
        | rework
    """,
)

ROBOTS = table(
    "robot",
    """robot_type robot_kind | robot_model | robot_name robot | gripper end_effector tool |
    [payload_kg | ] | [reach_mm | ] | axes degrees_of_freedom dof""",
    """
    articulated | RX-20 | Robot A1 | two finger gripper | 10 | 20 | 1650 | 1750 | 6 | *3
    collaborative ~ cobot | CB-5 | Cobot 2 | vacuum cup | 3 | 5 | 850 | 950 | 6 | *3
    scara | SC-4 | Picker 3 | magnetic gripper | 2 | 4 | 550 | 650 | 4
    delta | DL-1 | Sorter 1 | suction nozzle | 1 | 1 | 1100 | 1200 | 4
    mobile ~ amr ~ agv | AMR-250 | Carrier 7 | lift table | 150 | 250 | 0 | 0 | 3 | *2
    """,
)

WITHIN: dict[str, Spec] = {
    "work_order work_order_number wo_number work_order_no production_order order_number": code(
        "WO-2025-[1999]", "WO-2024-[1999]"
    ),
    "batch batch_number batch_no lot lot_number lot_no": code("L25[199]-[A][9]", "L24[199]-[A][9]"),
    "plant plant_name factory factory_name site facility": words(
        "Plant 1*4|Plant 2*3|Plant Nord|Plant West"
    ),
    "shift shift_name": words("early*4|late*4|night*2"),
    "operator_station station station_name": words("Station 1|Station 2|Station 3|Station 4"),
    "order_type work_order_type maintenance_type": words(
        "preventive*4|corrective*4|inspection*2|predictive|emergency"
    ),
    "task_description work_description job_description": words(
        """Replace bearing of spindle 2|Lubricate linear guides|Calibrate torque wrench|
        Change filter of hydraulic unit|Check emergency stop|Align conveyor belt"""
    ),
    "downtime_reason stop_reason downtime_category idle_reason": words(
        """changeover*4|material shortage*3|tool change*3|breakdown*3|operator break*2|
        quality check*2|cleaning"""
    ),
    "machine_state machine_status": words("running*7|idle*2|setup|down|maintenance"),
    "oee": number(0.38, 0.71, 0.94, 3),
    "availability": number(0.62, 0.87, 0.99, 3),
    "performance": number(0.6, 0.88, 1.0, 3),
    "quality quality_rate yield_rate first_pass_yield": number(0.86, 0.972, 1.0, 3),
    "cavity cavity_number": words("1|2|3|4"),
    "inspection_type": words("first piece*2|in process*4|final*3|incoming*2"),
    "inspection_result": words("pass*9|fail|conditional"),
    "measurement characteristic measured_characteristic dimension_name": words(
        "outer diameter*3|length*3|wall thickness*2|torque*2|flatness|surface roughness|weight*2"
    ),
    "gauge instrument measuring_device measurement_device": words(
        "calliper 150 mm*3|micrometer 25 mm*2|CMM 1|height gauge|torque tester"
    ),
    "bom_level level": words("0|1*4|2*4|3*2"),
    "revision part_revision drawing_revision": words("A*4|B*4|C*2|D"),
    "drawing_number drawing": code("DWG-[1999]-[A]"),
    "storage_bin bin bin_location warehouse_location": code("[A]-0[1]-[19]", "[A]-1[9]-0[1]"),
    "tool_number tool_id": code("T[19]", "T[199]"),
    "program program_name nc_program": code("O[1999].nc", "P[199]_REV[A].nc"),
    "printer printer_name": words("HP-Office-2F*2|Label-Pack-A*2|Plotter-Design|3D printer 4"),
    "printer_status": words("ready*7|printing*3|paper jam|toner low*2|offline"),
    "paper_size": words("A4*8|A3*2|Letter*2|A5"),
    "toner_level ink_level": number(2, 54, 100),
    "filament": words("PLA*4|PETG*3|ABS*2|TPU"),
    "layer_height layer_height_mm": words("0.1|0.15|0.2*5|0.28"),
    "nozzle_temperature": words("200*3|210*3|240*2|250"),
    "infill infill_percent": words("10|15*3|20*4|30|50"),
    "alarm alarm_text alarm_message fault fault_message error_text": words(
        """Spindle overload|Coolant level low|Guard door open|Axis X following error|
        Air pressure below limit|Safety light curtain interrupted"""
    ),
    "alarm_code fault_code error_code": code("E[199]", "F[1999]", "A0[19]"),
    "robot_state robot_mode": words("automatic*6|manual*2|teach|stopped"),
    "task_name mission mission_name robot_task": words(
        "pick and place*3|palletise*2|weld seam 4|inspect part*2|deliver to line A*2|charge"
    ),
    "customer_part_number": pool("CPN-[19999]", 20),
}

OWN: dict[str, Spec] = {
    "work_order work_order_number": WITHIN[next(iter(WITHIN))],
    "defect_type defect_code_name": DEFECTS[next(iter(DEFECTS))],
    "downtime_reason": WITHIN[next(names for names in WITHIN if "downtime_reason" in names)],
    "work_center work_centre": MACHINES[
        next(names for names in MACHINES if "work_center" in names)
    ],
    "oee": WITHIN["oee"],
    "paper_size": WITHIN["paper_size"],
}

DOMAIN = domain(
    "manufacturing",
    merge(
        OWN,
        own_names(
            merge(WITHIN, DEFECTS, MACHINES),
            """machine_name defect_code lot_number batch_number part_revision
            drawing_number tool_number
            machine_type""",
        ),
    ),
    merge(WITHIN, ROBOTS, DEFECTS, PARTS, MACHINES),
)
