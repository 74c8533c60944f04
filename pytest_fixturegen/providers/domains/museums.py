"""Museums: works with their culture, period and medium, loans, exhibitions, conservation."""

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

WORKS = table(
    "museum_object",
    """
    museum_object object_name object_type artifact_name object artifact
    | culture cultural_origin culture_origin civilization ethnic_group
    | historical_period art_period period era dynasty
    | medium materials material technique
    | classification object_class art_form category
    | dimensions measurements size object_dimensions
    | date_made date_text dating creation_date_text object_date date_created_text
    """,
    """
    Amphora | Greek | Classical period | Terracotta | Ceramics | 41.2 x 28.5 cm | ca. 480 BC
    Portrait bust | Roman | Imperial period | Marble | Sculpture | 62 x 41 x 28 cm | 2nd century
    Shabti | Egyptian | Late Period | Faience | Ceramics | 18.4 x 5.1 x 3.8 cm | ca. 600 BC
    Vase | Chinese | Ming dynasty | Porcelain | Ceramics | H. 34.6 cm | 15th century
    Tea bowl | Japanese | Edo period | Stoneware | Ceramics | 8.2 x 11.9 cm | 17th century
    Panel painting | Flemish | Renaissance | Oil on wood | Paintings | 74.3 x 58.1 cm | ca. 1490
    Landscape | Dutch | 17th century | Oil on canvas | Paintings | 96 x 128.5 cm | 1658
    Portrait | French | 18th century | Oil on canvas | Paintings | 81.3 x 65.4 cm | 1764
    Study of trees | British | 19th century | Watercolor on paper | Drawings | 24 x 33.5 cm | 1832
    Woodblock print | Japanese | Edo period | Ink on paper | Prints | 25.4 x 37.8 cm | ca. 1833
    Evening dress | American | 20th century | Silk | Textiles | L. 142 cm | 1926
    Photograph | American | 20th century | Silver print | Photographs | 20.3 x 25.4 cm | 1938
    Armchair | French | Baroque | Walnut wood, textile | Furniture | 108 x 67 x 72 cm | ca. 1690
    Brooch | Celtic | Iron Age | Bronze | Jewelry | 6.4 x 4.2 cm | 1st century BC
    Coin | Roman | Imperial period | Silver | Coins | Diam. 1.9 cm | AD 117-138
    Sword | German | Medieval | Iron, leather | Arms and armor | L. 103.5 cm | ca. 1420
    Figure of a dancer | Indian | Medieval | Bronze | Sculpture | H. 56.8 cm | 12th century
    Mask | African | 19th century | Wood, pigment | Sculpture | 31 x 17.5 x 12 cm | before 1890
    """,
)

COMMON_PLACES = "Gallery 12|Gallery 4|Gallery 207|East Wing, Room 3|Hall of Sculpture|Room 18"
INSTITUTIONS = (
    "City Museum of Art|National Gallery Archive|Harbor Maritime Museum|University Collection"
    "|Museum of Applied Arts|Westfield Art Foundation|Public Library Archive|Regional Museum"
)
OTHER_INSTITUTIONS = (
    "Northern Art Museum|Museum of the City of Lyon|Lakeside Gallery|Museum of Design, Oslo"
    "|State Historical Museum|Kunsthalle Westpark|Island Maritime Museum|College Art Gallery"
)

OWN: dict[str, Spec] = {
    "credit_line": words("""
        Gift of the artist|Museum purchase fund|Bequest of a private collector
        |Gift of the Westfield Foundation|Purchase, 2012|Long-term loan"""),
    "object_number museum_number": shape("19%%.###", "20##.1##.%", "M.####"),
    "conservator restorer conservation_specialist": via("full_name"),
    "exhibition_title exhibition_name": words("""
        Masters of Light|Stories in Stone|The Painted Sea|Threads of Time|Between Worlds
        |Paper and Ink|The Golden Workshop|Voices of the Harbor|Modern Visions"""),
    "treatment_performed conservation_treatment": words("""
        Surface cleaning*4|Consolidation of flaking paint*2|Removal of old varnish*2
        |Tear repair and filling|Retouching of small losses*2|Stabilization of the frame"""),
}

WITHIN: dict[str, Spec] = {
    "gallery gallery_room gallery_name display_location current_location room wing": words(
        COMMON_PLACES
    ),
    "lender lending_institution": words(INSTITUTIONS),
    "borrower borrowing_institution institution partner": words(OTHER_INSTITUTIONS),
    "purpose loan_purpose": words("Exhibition*6|Research*2|Conservation*2|Study|Photography"),
    "treatment procedure": words("""
        Surface cleaning*4|Consolidation of flaking paint*2|Removal of old varnish*2
        |Tear repair and filling|Retouching of small losses*2|Stabilization of the frame"""),
    "condition_before condition_after condition_notes condition_report notes": words("""
        Stable, with fine cracks along the edge.|Flaking paint in the lower left corner.
        |Surface dirt and discolored varnish.|Old repair visible on the back.
        |Good overall, small loss near the rim.|Light stain, no active corrosion."""),
    "name title": words("""
        Masters of Light|Stories in Stone|The Painted Sea|Threads of Time|Between Worlds
        |Paper and Ink|The Golden Workshop|Voices of the Harbor|Modern Visions|Still Life
        |Winter Landscape|Seated Figure|The Harbor at Dawn|Portrait of a Merchant"""),
    "accession_number inventory_number": shape("19%%.###", "20##.1##.%", "M.####"),
    "courier": via("full_name"),
    "ticket_price admission_fee": number(4, 14, 28, 1),
    "object_count": number(8, 64, 420),
    "visitor_count visitors attendance": number(400, 18000, 240000),
    "humidity humidity_pct relative_humidity rh": number(42, 50, 58, 1),
    "temperature temperature_c": number(18.0, 20.5, 23.0, 1),
    "lux lux_level light_level": number(40, 60, 200),
    "insurance_value insured_value appraised_value": number(500, 24000, 900000),
}

DOMAIN = domain(
    "museums",
    merge(select(WORKS, "museum_object", "cultural_origin", "art_period"), OWN),
    merge(WORKS, WITHIN),
    "object_name object_type object artifact artifact_name period era dynasty",
)
