"""Words for people by language: titles, sexes, marital statuses."""

from __future__ import annotations

NAME_PREFIXES = {
    "en": (("Ms.",) * 13 + ("Mrs.",) * 6 + ("Dr.",), ("Mr.",) * 19 + ("Dr.",)),
    "de": (("Frau",), ("Herr",)),
    "fr": (("Mme",), ("M.",)),
    "es": (("Sra.",), ("Sr.",)),
    "pt": (("Sra.",), ("Sr.",)),
    "it": (("Sig.ra",), ("Sig.",)),
    "nl": (("mevr.",), ("dhr.",)),
    "sv": (("Fru", "Dr"), ("Herr", "Dr")),
    "ja": (("様",), ("様",)),
}
"""By language: titles before the name of a woman, and of a man. Others use the English titles."""

SEX_WORDS = {
    "en": ("female woman girl f", "male man boy m"),
    "de": ("weiblich frau w", "männlich mann"),
    "fr": ("femme", "homme"),
    "es": ("mujer femenino", "hombre masculino"),
    "pt": ("feminino mulher", "masculino homem"),
    "it": ("femmina donna", "maschio uomo"),
    "nl": ("vrouw", "man"),
    "sv": ("kvinna", "man"),
    "ja": ("女性", "男性"),
}
"""By language: words for women, and for men. The first word is drawn; other languages use English.

The members of an enum or a Literal may be any of these words, in any language.
"""

MARITAL_CODES = tuple("SSSMMMMDW")


def _repeat_usual(forms: str) -> tuple[str, ...]:
    """Return the words in *forms*, the first two of them more often."""
    single, married, *others = (form.strip() for form in forms.split("|"))
    return (
        *[single] * 4,
        *[married] * 5,
        *others,
    )


MARITAL_STATUSES = {
    language: (_repeat_usual(female), _repeat_usual(male))
    for language, female, male in (
        ("en", "single|married|divorced|widowed", "single|married|divorced|widowed"),
        ("de", "ledig|verheiratet|geschieden|verwitwet", "ledig|verheiratet|geschieden|verwitwet"),
        ("sv", "ogift|gift|skild|änka", "ogift|gift|skild|änkling"),
        ("fr", "célibataire|mariée|divorcée|veuve", "célibataire|marié|divorcé|veuf"),
        ("es", "soltera|casada|divorciada|viuda", "soltero|casado|divorciado|viudo"),
        ("pt", "solteira|casada|divorciada|viúva", "solteiro|casado|divorciado|viúvo"),
        ("it", "nubile|coniugata|divorziata|vedova", "celibe|coniugato|divorziato|vedovo"),
        ("nl", "ongehuwd|gehuwd|gescheiden|weduwe", "ongehuwd|gehuwd|gescheiden|weduwnaar"),
        ("ja", "未婚|既婚|離婚|死別", "未婚|既婚|離婚|死別"),
    )
}
"""By language: marital statuses of women, and of men. Other languages use the English words."""

ETHNICITIES = (
    *["White"] * 6,
    *["Hispanic or Latino"] * 2,
    *["Black or African American"] * 2,
    "Asian",
    "American Indian or Alaska Native",
    "Native Hawaiian or Other Pacific Islander",
    "Two or More Races",
)

HOME_SHARE = 24
"""How often a nationality is that of the country of the locale, beside the others."""

HOME_NATIONALITIES = {
    "US": "American",
    "GB": "British",
    "AU": "Australian",
    "CA": "Canadian",
    "IE": "Irish",
    "NZ": "New Zealander",
    "IN": "Indian",
    "ES": "española",
    "MX": "mexicana",
    "AR": "argentina",
    "CO": "colombiana",
    "CL": "chilena",
}
"""By country: the nationality of most people there."""

OTHER_NATIONALITIES = {
    "en": tuple(
        """American British Canadian Mexican Indian Chinese Filipino Vietnamese Korean Japanese
        German French Italian Spanish Polish Ukrainian Brazilian Colombian Nigerian Australian Irish
        Dutch Swedish Turkish Kenyan""".split()
    ),
    "es": tuple(
        """mexicana española colombiana argentina peruana venezolana chilena cubana italiana
        francesa estadounidense""".split()
    ),
}
"""By language: nationalities of others."""
