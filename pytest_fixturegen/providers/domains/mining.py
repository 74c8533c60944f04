"""Mines: ores with their grades, pits, blasts, shifts and incidents."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import (
    Spec,
    domain,
    merge,
    number,
    select,
    shape,
    table,
    via,
    words,
)

ORES = table(
    "ore",
    """
    ore_type ore mineral commodity mineral_type | deposit_type | host_rock rock_type lithology
    rock | grade_unit
    """,
    """
    Copper   | Porphyry             | Granodiorite | %
    Gold     | Orogenic vein        | Quartz vein  | g/t
    Iron     | Banded iron formation | Hematite    | %
    Nickel   | Magmatic sulfide     | Peridotite   | %
    Zinc     | Sediment-hosted      | Shale        | %
    Silver   | Epithermal           | Andesite     | g/t
    Lithium  | Pegmatite            | Spodumene pegmatite | %
    Coal     | Sedimentary          | Sandstone    | MJ/kg
    """,
)

OWN: dict[str, Spec] = {
    "mine_name mine_site mine": words("""
        North Ridge Mine|Copper Creek|Red Hill Mine|Deep Valley Mine|Silver Bend|Iron Mountain
        |Lakeside Pit"""),
    "mine_type mining_method": words("open pit*4|underground*4|block caving|room and pillar"),
    "drill_hole_id borehole_id hole_number drillhole": shape("DH-2%-###", "RC###", "DDH-0##"),
    "explosive explosive_type": words("ANFO*5|emulsion*4|dynamite"),
    "blast_number blast_id": shape("BL-####"),
    "stockpile stockpile_name": words("ROM pad|Low grade stockpile|High grade stockpile|Crusher"),
}

WITHIN: dict[str, Spec] = {
    "grade ore_grade head_grade": number(0.2, 1.6, 6.2, 2),
    "cutoff_grade": number(0.1, 0.4, 1.2, 2),
    "grade_pct": number(0.2, 1.6, 24, 2),
    "recovery recovery_rate recovery_pct": number(68, 88, 96, 1),
    "depth depth_m": number(12, 180, 1400, 1),
    "tonnes tons tonnage ore_tonnes tonnes_mined waste_tonnes tonnes_hauled": number(
        40, 2400, 48000
    ),
    "strip_ratio": number(0.6, 2.4, 6.8, 2),
    "pit pit_name section level bench": words("Pit 1|Pit 2|North Pit|Bench 340|Level 6|Level 12"),
    "shift": words("day*5|night*4|swing*2"),
    "foreman blaster geologist shift_boss driller supervisor": via("full_name"),
    "equipment machine": words("""
        Haul truck 14|Excavator 3|Drill rig 2|Loader 5|Crusher 1|Conveyor B|Water truck"""),
    "incident_type hazard": words("""
        Rock fall*2|Slip and fall*3|Equipment fire|Vehicle contact*2|Gas alarm|Near miss*4"""),
    "methane_pct methane": number(0.01, 0.2, 1.1, 2),
    "dust_mg_m3": number(0.2, 1.4, 4.8, 2),
    "notes remarks description": words("""
        Ground support checked and in order.|Haul road watered twice.
        |Blast delayed by lightning.|Drill rig moved to the north face.
        |Water inflow at the lower bench, pump running."""),
}

DOMAIN = domain(
    "mining",
    merge(select(ORES, "ore_type", "deposit_type", "rock_type"), OWN),
    merge(ORES, WITHIN),
    "ore mineral commodity mineral_type host_rock lithology rock mine",
)
