"""Fisheries: catches by species, gear, zones, quotas and landings."""

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

FISH = table(
    "fish",
    """
    fish_species target_species catch_species species species_name common_name
    | scientific_name latin_name | species_code fao_code
    | price_per_kg price_kg unit_price | length_cm avg_length_cm fork_length_cm mean_length_cm
    """,
    """
    Atlantic cod       | Gadus morhua             | COD | 3.90 | 68
    Haddock            | Melanogrammus aeglefinus | HAD | 2.85 | 46
    Atlantic herring   | Clupea harengus          | HER | 0.72 | 26
    Atlantic mackerel  | Scomber scombrus         | MAC | 1.35 | 34
    European plaice    | Pleuronectes platessa    | PLE | 2.40 | 33
    European hake      | Merluccius merluccius    | HKE | 3.15 | 52
    Common sole        | Solea solea              | SOL | 12.60 | 31
    Saithe             | Pollachius virens        | POK | 1.60 | 62
    Yellowfin tuna     | Thunnus albacares        | YFT | 4.80 | 118
    Northern prawn     | Pandalus borealis        | PRA | 5.20 | 11
    Norway lobster     | Nephrops norvegicus      | NEP | 9.40 | 14
    """,
)

OWN: dict[str, Spec] = {
    "fishing_gear gear_type gear_code": words("""
        bottom trawl*4|purse seine*2|longline*2|gillnet*3|pots*2|pelagic trawl*2|dredge"""),
    "fishing_area fishing_zone fao_area fishing_ground ices_area": words("""
        27.4.a|27.4.b*2|27.7.d|27.3.a*2|27.6.a|27.2.a"""),
    "landing_port port_of_landing": words("Peterhead|Skagen|Ålesund|Vigo|Den Helder|Grimsby"),
    "fishing_license fishing_licence licence_number": shape("FL-####-###"),
    "catch_certificate logbook_number landing_number": shape("LB-2%-#####", "CC-#######"),
    "hatchery fish_farm": words("North Fjord Farm|Clearwater Hatchery|Bayview Aquaculture"),
}

WITHIN: dict[str, Spec] = {
    "gear": words("bottom trawl*4|purse seine*2|longline*2|gillnet*3|pots*2|dredge"),
    "area zone": words("27.4.a|27.4.b*2|27.7.d|27.3.a*2|27.6.a"),
    "vessel vessel_name boat": words("""
        Northern Star|Sea Spray|Morning Tide|Silver Wave|Ocean Pearl|Good Hope|Havbris"""),
    "skipper captain master observer": via("full_name"),
    "catch_kg weight_kg landed_kg landed_weight_kg quantity_kg": number(12, 640, 18000, 1),
    "quota_kg quota_tonnes quota": number(400, 9000, 240000),
    "depth_m depth": number(18, 84, 420),
    "mesh_size_mm mesh_size": number(32, 100, 140),
    "crew_size crew_count": number(2, 5, 14),
    "presentation product_form": words("gutted*4|whole*4|filleted|headed and gutted"),
    "buyer": words("Harbor Fish Ltd.|Nordic Seafood|Coastal Traders|Blue Bay Foods"),
}

DOMAIN = domain(
    "fisheries",
    merge(select(FISH, "fish_species"), OWN),
    merge(FISH, WITHIN),
    "species species_name common_name licence_number",
)
