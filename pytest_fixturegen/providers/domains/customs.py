"""Customs: goods with tariff codes and duty rates, offices, procedures, inspections."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import (
    Spec,
    domain,
    merge,
    pick,
    select,
    shape,
    table,
    via,
    words,
)

GOODS = table(
    "tariff_line",
    """
    goods_description commodity_description description_of_goods commodity_name
    | hs_code tariff_code commodity_code hts_code taric_code cn_code
    | duty_rate duty_rate_pct duty_percent tariff_rate
    """,
    """
    Cotton T-shirts, knitted          | 6109.10.00 | 12
    Footwear with leather uppers      | 6403.99.93 | 8
    Laptop computers                  | 8471.30.00 | 0
    Lithium-ion batteries             | 8507.60.00 | 2.7
    Passenger cars, over 1,500 cc     | 8703.23.19 | 10
    Wooden furniture for bedrooms     | 9403.50.00 | 0
    Coffee, roasted                   | 0901.21.00 | 7.5
    Wine of fresh grapes              | 2204.21.80 | 6.4
    Olive oil, virgin                 | 1509.20.00 | 4.2
    Steel screws and bolts            | 7318.15.90 | 3.7
    Ceramic tableware                 | 6911.10.00 | 12
    Bicycles                          | 8712.00.30 | 14
    Toys of plastics                  | 9503.00.95 | 4.7
    Medicaments, packaged             | 3004.90.00 | 0
    """,
)

OWN: dict[str, Spec] = {
    "customs_office office_of_entry customs_house port_of_entry entry_point": words("""
        Rotterdam Maasvlakte|Hamburg Waltershof|Port of Antwerp|Felixstowe|Heathrow Cargo
        |Gothenburg|Newark|Los Angeles Seaport"""),
    "procedure_code customs_procedure_code": words("4000*6|4200*2|1000*3|5100|7100"),
    "customs_procedure": words("""
        Release for free circulation*6|Export*3|Transit*2|Inward processing|Customs warehousing"""),
    "mrn movement_reference_number declaration_reference": shape(
        "2%DE##########M#", "2%NL######A###R#"
    ),
    "eori eori_number declarant_eori": shape("DE#########", "GB############"),
    "hold_reason detention_reason seizure_reason": words("""
        Missing certificate of origin*3|Undervalued goods*2|Suspected counterfeit*2
        |Incomplete documents*4|Random inspection*2|Wrong tariff code*2"""),
    "inspection_channel risk_channel": words("green*7|yellow*3|red*2"),
    "preference_document origin_document": words("EUR.1*4|Form A*2|Invoice declaration*3|none*3"),
}

WITHIN: dict[str, Spec] = {
    "declarant officer customs_officer inspector broker_contact": via("full_name"),
    "channel": words("green*7|yellow*3|red*2"),
    "description goods commodity": pick(GOODS, "goods_description"),
    "package_type packages_type": words("cartons*5|pallets*4|drums|bags*2|crates"),
}

DOMAIN = domain(
    "customs",
    merge(select(GOODS, "goods_description"), OWN),
    merge(GOODS, WITHIN),
    "eori eori_number mrn goods_description hold_reason entry_point procedure_code",
)
