"""Names that mean several things: only a record of a domain tells which."""

from __future__ import annotations

from collections.abc import Mapping

from pytest_fixturegen.providers.domains.specs import Domain, Spec, domain

AMBIGUOUS_NAMES = frozenset(
    """variety hybrid seeing z gate registration runway tail cabin af allele alt alternate assembly
    classification concentration consequence coverage cq ct depth dp gc gt maf organ ref reference
    strand tm transcript od element formula hazard lot lot_number mw solvent temperature viscosity
    yield facility insured mod mod1 mod2 mod3 mod4 mod_1 mod_2 modifier modifier_1 modifier_2
    taxonomy tin tob capacity connector feeder irradiance soc soh watts feeling habit dish fat fats
    roast taste amenity climate datum density population projection slope terrain zoom speed width
    interpretation beam cog course draft flag heading registry rot ship sog para parity bp strength
    sig condition conditions cloud clouds gust weather pop sky phenomenon personality continent
    origin sigma luminosity eccentricity magnitude declination material compound substance chemical
    reagent element_name service_category service_type flag_name batch_number lot_no batch_no
    facility_name fac_name current_speed elongation purity hazard_class recipe meal grade""".split()
)
"""Names that have another meaning in other records: a flag of a ship, of a feature."""


def clear_domain(
    name: str,
    own: Mapping[str, Spec],
    within: Mapping[str, Spec],
) -> Domain:
    """Return the domain *name*; ambiguous names of *own* are only names *within* it."""
    made = domain(name, own, within)
    clear = {key: spec for key, spec in made.own.items() if key not in AMBIGUOUS_NAMES}
    others = {key: spec for key, spec in made.own.items() if key in AMBIGUOUS_NAMES}
    return Domain(
        name,
        clear,
        {**others, **made.within},
    )
