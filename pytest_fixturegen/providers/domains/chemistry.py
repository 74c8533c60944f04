"""Chemistry and materials: compounds, reagents, reactions, hazards, alloys and their tests."""

from __future__ import annotations

from pytest_fixturegen.providers.domains import dice
from pytest_fixturegen.providers.domains.clear_names import clear_domain
from pytest_fixturegen.providers.domains.specs import (
    Cell,
    Spec,
    also,
    code,
    drawn,
    merge,
    number,
    owned,
    read_rows,
    select,
    sentences,
    table,
    via,
    words,
)

COMPOUNDS = table(
    "compound",
    f"""
    compound_name chemical_name substance_name compound chemical substance solvent solute reagent
      reagent_name iupac_name molecule {owned("compound chemical substance reagent", "name")}
      solvent_name molecule_name
    | molecular_formula chemical_formula formula
    | cas cas_number cas_no cas_rn cas_registry_number
    | smiles canonical_smiles smiles_string
    | molecular_weight molar_mass molecular_weight_g_mol mw molar_mass_g_mol molecular_mass
    | melting_point_c melting_point mp_c | boiling_point_c boiling_point bp_c
    | density_g_cm3 density density_g_ml specific_gravity
    | hazard_class ghs_hazard ghs_classification hazard hazard_category
    | hazard_statement h_phrase hazard_code ghs_code | physical_state state_of_matter phase
    """,
    """
    Ethanol|C2H6O|64-17-5|CCO|46.07|-114|78|0.789|Flammable|H225|liquid
    Methanol|CH4O|67-56-1|CO|32.04|-98|65|0.792|Toxic|H301|liquid
    Acetone|C3H6O|67-64-1|CC(C)=O|58.08|-95|56|0.784|Flammable|H225|liquid
    Toluene|C7H8|108-88-3|Cc1ccccc1|92.14|-95|111|0.867|Flammable|H225|liquid
    Benzene|C6H6|71-43-2|c1ccccc1|78.11|5|80|0.877|Carcinogenic|H350|liquid
    Dichloromethane|CH2Cl2|75-09-2|ClCCl|84.93|-97|40|1.326|Irritant|H315|liquid
    Acetonitrile|C2H3N|75-05-8|CC#N|41.05|-46|82|0.786|Flammable|H225|liquid
    Sodium chloride|NaCl|7647-14-5|[Na+].[Cl-]|58.44|801|1465|2.165|None|none|solid
    Sodium hydroxide|NaOH|1310-73-2|[OH-].[Na+]|40.00|318|1388|2.130|Corrosive|H314|solid
    Sulfuric acid|H2SO4|7664-93-9|OS(O)(=O)=O|98.08|10|337|1.830|Corrosive|H314|liquid
    Hydrochloric acid|HCl|7647-01-0|Cl|36.46|-27|110|1.180|Corrosive|H314|liquid
    Acetic acid|C2H4O2|64-19-7|CC(O)=O|60.05|17|118|1.049|Corrosive|H314|liquid
    Glucose|C6H12O6|50-99-7|OCC1OC(O)C(O)C(O)C1O|180.16|146|527|1.540|None|none|solid
    Caffeine|C8H10N4O2|58-08-2|Cn1cnc2c1c(=O)n(C)c(=O)n2C|194.19|235|178|1.230|Harmful|H302|solid
    Aspirin|C9H8O4|50-78-2|CC(=O)Oc1ccccc1C(O)=O|180.16|135|140|1.400|Harmful|H302|solid
    Permanganate|KMnO4|7722-64-7|[K+].[O-][Mn](=O)(=O)=O|158.03|240|240|2.700|Oxidizing|H272|solid
    Hexane|C6H14|110-54-3|CCCCCC|86.18|-95|69|0.655|Flammable|H225|liquid
    Ammonia|NH3|7664-41-7|N|17.03|-78|-33|0.730|Toxic|H331|gas
    """,
)

MATERIALS = read_rows("""
    Stainless steel 304  | metal     | 8.00 | 515  | 215  | 193 | 40  | 201  | AISI 304
    Stainless steel 316L | metal     | 7.99 | 485  | 170  | 193 | 40  | 217  | AISI 316L
    Aluminium 6061-T6    | metal     | 2.70 | 310  | 276  | 69  | 12  | 95   | AA 6061
    Titanium Ti-6Al-4V   | metal     | 4.43 | 950  | 880  | 114 | 14  | 334  | Grade 5
    Carbon steel S355    | metal     | 7.85 | 510  | 355  | 210 | 22  | 160  | S355J2
    Copper C11000        | metal     | 8.94 | 220  | 69   | 117 | 45  | 50   | C11000
    Brass CW614N         | metal     | 8.47 | 430  | 200  | 97  | 20  | 120  | CW614N
    Polypropylene        | polymer   | 0.91 | 34   | 30   | 1.4 | 150 | 75   | PP-H
    Nylon 6,6            | polymer   | 1.14 | 80   | 70   | 2.9 | 60  | 85   | PA66
    Polycarbonate        | polymer   | 1.20 | 66   | 62   | 2.4 | 110 | 118  | PC
    Carbon fibre epoxy   | composite | 1.60 | 1500 | 1400 | 135 | 1.5 | 70   | CFRP-UD
    Alumina              | ceramic   | 3.95 | 300  | 300  | 380 | 0.1 | 1440 | Al2O3 99.5
    Borosilicate glass   | glass     | 2.23 | 63   | 63   | 64  | 0.1 | 480  | 3.3
""")
"""Material, class, density, strengths in MPa, modulus in GPa, elongation, hardness, grade."""


def draw_specimen(word: int) -> tuple[Cell, ...]:
    """Return a specimen of a material; what is measured scatters around its table values."""
    name, kind, density, tensile, yielding, modulus, stretch, hardness, grade = dice.pick(
        word, 1, MATERIALS
    )
    scatter = dice.bell(word, 2, 0.94, 1.06)
    strengths = (round(float(tensile) * scatter, 1), round(float(yielding) * scatter * 0.97, 1))
    return (
        *(name, kind, float(density), *strengths),
        *(round(float(modulus) * dice.bell(word, 3, 0.97, 1.03), 1),),
        *(
            round(float(stretch) * dice.bell(word, 4, 0.85, 1.15), 1),
            round(float(hardness) * scatter),
        ),
        *(grade, round(dice.log_spaced(word, 5, 0.5, 40), 2)),
    )


MATERIAL = drawn(
    "material",
    f"""
    material_name material alloy alloy_name {owned("material specimen", "name material")}
    | material_class material_type material_category {owned("material", "class type category")}
    | material_density density density_g_cm3
    | tensile_strength tensile_strength_mpa ultimate_tensile_strength uts_mpa uts
      ultimate_strength_mpa
    | yield_strength yield_strength_mpa yield_stress
    | youngs_modulus youngs_modulus_gpa elastic_modulus elastic_modulus_gpa modulus_gpa
    | elongation_pct elongation elongation_at_break elongation_percent
    | hardness brinell_hardness hardness_hb vickers_hardness hardness_hv
    | material_grade grade alloy_grade | thickness_mm sheet_thickness_mm
    """,
    draw_specimen,
)


def draw_batch(word: int) -> tuple[Cell, ...]:
    """Return a batch: what a reaction gave is a part of what it could give."""
    theory = round(dice.log_spaced(word, 1, 0.4, 120), 2)
    share = dice.bell(word, 2, 42, 98)
    hours = dice.pick(
        word,
        3,
        (0.5, 1, 2, 2, 4, 6, 12, 18, 24),
    )
    celsius = dice.pick(
        word,
        4,
        (-78, 0, 20, 25, 25, 40, 60, 60, 80, 100, 110),
    )
    return (
        theory,
        round(theory * share / 100, 2),
        round(share, 1),
        hours,
        celsius,
        round(hours * 60),
    )


REACTION = drawn(
    "reaction",
    """
    theoretical_yield_g theoretical_yield | actual_yield_g actual_yield yield_g product_mass_g
    | yield_percent percent_yield reaction_yield yield_pct yield
    | reaction_time_h reaction_time reaction_hours
    | reaction_temperature_c reaction_temperature reaction_temp_c temperature_c temperature
    | reaction_time_min reaction_minutes
    """,
    draw_batch,
)

OWN: dict[str, Spec] = {
    "inchi_key inchikey": code("AAAAAAAAAAAAAA-AAAAAAAASA-N"),
    "molarity molar_concentration concentration_m concentration_mol_l": number(0.01, 0.5, 6, 2),
    "purity purity_pct purity_percent assay_percent": number(92, 98.9, 99.99, 2),
    "lot_number batch_number lot_no batch_no lot batch_id lot_id": code(
        "L299999", "B2-09999", "LOT199999"
    ),
    "refractive_index": number(1.31, 1.42, 1.72, 4),
    "viscosity viscosity_cp viscosity_mpa_s": number(0.3, 1.8, 1200, 1),
    "flash_point flash_point_c": number(-30, 18, 130),
    "logp log_p xlogp": number(-2.5, 1.9, 6.2, 2),
    "pka": number(1.2, 6.4, 13.8, 2),
    "absorbance_nm wavelength_nm lambda_max": number(190, 420, 900),
    "retention_time retention_time_min": number(0.8, 6.2, 38, 2),
    "signal_word": words("Danger*5|Warning*5"),
    "element chemical_element element_name": words("""
        Hydrogen|Carbon*3|Nitrogen*2|Oxygen*3|Sodium|Magnesium|Aluminium|Silicon|Sulfur|Chlorine
        |Iron
        |Copper|Zinc|Silver|Gold|Lead|Calcium|Potassium"""),
    "element_symbol atomic_symbol": words("H|C|N|O|Na|Mg|Al|Si|S|Cl|Fe|Cu|Zn|Ag|Au|Pb|Ca|K"),
    "crystal_structure crystal_system": words(
        "cubic*3|tetragonal|hexagonal*2|orthorhombic|monoclinic"
    ),
}

WITHIN: dict[str, Spec] = {
    "product reactant reactants starting_material": also(COMPOUNDS, "chemical_name", "x")["x"],
    "ph ph_value": number(1.2, 7, 13.2, 2),
    "reaction_type": words("""
        esterification|hydrogenation|oxidation*2|Suzuki coupling|reduction*2|titration
        |nucleophilic substitution|hydrolysis"""),
    "catalyst": words("Pd/C*2|Pt/C|Raney nickel|H2SO4*2|TiCl4|zeolite|none*2"),
    "storage_conditions storage storage_condition": words("""
        Room temperature*4|2-8 °C*3|-20 °C*2|Under nitrogen|Flammables cabinet*2|Desiccator"""),
    "quantity_g amount_g mass_g mass": number(0.05, 25, 1000, 2),
    "volume_ml volume": number(0.5, 100, 5000, 1),
    "concentration": number(0.01, 0.5, 6, 2),
    "unit concentration_unit": words("g*4|mL*4|mol/L*3|mg/mL|kg"),
    "supplier vendor manufacturer": words(
        "Chemline|Alder Reagents|PureLab Supply|NordChem|Apex Scientific"
    ),
    "chemist technician analyst researcher operator performed_by": via("full_name"),
    "test_method test_standard standard": words(
        "ASTM E8*3|ISO 6892-1*3|ASTM D638*2|ISO 527|ASTM E10"
    ),
    "color appearance": words(
        "colorless liquid*4|white powder*4|pale yellow oil|orange crystals|clear solution"
    ),
    "instrument equipment": words(
        "HPLC-02|GC-MS 7890|NMR 400 MHz|UV-Vis 1800|Instron 5982|FTIR Alpha"
    ),
    "notes note observations procedure comment description remarks": sentences("""
        Added {compound_name} dropwise at 0 °C.|Reaction stirred overnight at room temperature.
        |Product filtered and washed with cold {compound_name}.|TLC showed complete conversion.
        |Solution turned yellow after ten minutes.|Purified by column chromatography.
        |Specimen broke within the gauge length.|Residue dried under vacuum."""),
    "safety_notes precautions handling": words("""
        Wear gloves and goggles*3|Use in a fume hood*3|Keep away from ignition sources*2
        |Avoid contact with water"""),
}

DOMAIN = clear_domain(
    "chemistry",
    merge(
        select(
            COMPOUNDS, "cas", "smiles", "molecular_formula", "molecular_weight", "boiling_point"
        ),
        select(COMPOUNDS, "melting_point", "ghs_code", "hazard_class"),
        also(
            COMPOUNDS,
            "chemical_name",
            "chemical_name compound_name reagent_name substance_name "
            "solvent reagent compound chemical",
        ),
        select(MATERIAL, "tensile_strength", "yield_strength", "youngs_modulus", "elongation_pct"),
        also(MATERIAL, "alloy", "alloy alloy_name"),
        select(REACTION, "percent_yield", "reaction_time_h", "reaction_temp_c"),
        OWN,
    ),
    merge(MATERIAL, COMPOUNDS, REACTION, WITHIN),
)
