"""Libraries and books: genres, call numbers, shelves, publishers."""

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

SUBJECTS = table(
    "book_subject",
    """genre book_genre literary_genre book_category subject_area | call_number shelf_mark shelfmark
    classification_number dewey dewey_decimal dewey_number ddc | shelf shelf_location
    shelf_code bookshelf stack_location shelf_number | section library_section
    collection_name | _subject_of_book""",
    """
    Fiction | 813.54 ALD ; 823.92 BAR ; 833.91 KES ; 813.6 OKA ; 823.914 THO | A1 ; A2 ; A3 ; A4 \
      | Adult Fiction | a family that returns to the coast after twenty years
    Fiction | 843.914 MOR ; 839.73 LIN ; 863.64 CAS | A5 ; A6 | Adult Fiction | two sisters and \
      the letters that they never sent
    Mystery | 813.52 HOL ; 823.912 CAR ; 813.54 VAN | B1 ; B2 | Crime and Mystery | an inspector \
      who reopens an old case in a small harbor town
    Thriller | 813.6 MER ; 823.92 STR | B3 | Crime and Mystery | a translator who hears more than \
      she should
    Fantasy | 813.54 WHI ; 823.914 RAI | C1 ; C2 | Fantasy | a mapmaker who finds a country that \
      is on no map
    Science Fiction | 813.6 ZEL ; 823.92 IVE | C3 | Science Fiction | a crew that wakes a century \
      too early
    Romance | 813.54 LOM ; 823.92 WIL | D1 | Romance | a baker and a journalist who share one summer
    Historical Fiction | 813.6 FAR ; 823.914 SEL | D2 | Adult Fiction | a clockmaker in a city \
      under siege
    Children's Books | 398.2 BEX ; 813.6 JES | K1 ; K2 | Children | a fox who wants to learn to \
      whistle
    Young Adult | 813.6 NOL ; 823.92 YAT | K3 | Young Adult | a girl who joins a band in secret
    Biography | 920 ELL ; 921 GOR | E1 ; E2 | Biography | the life of an engineer who built \
      bridges on three continents
    History | 909.82 PAS ; 940.53 NOR ; 973.7 DUN | F1 ; F2 ; F3 | History | trade routes and the \
      cities that grew along them
    Science | 500 UMB ; 530.12 QUI ; 576.8 TAR | G1 ; G2 | Science | how forests store water, \
      light and time
    Self-Help | 158.1 HAD ; 155.9 KIR | H1 | Health and Self-Help | small habits that make long \
      days lighter
    Cooking | 641.5 CAR ; 641.59 NAK | H2 | Home and Cooking | simple meals for every week of the \
      year
    Travel | 910.4 ROW ; 914.3 UPT | J1 | Travel | a walk from the mountains to the sea
    Art | 709 THR ; 759.05 LAT | L1 | Art | painters who worked with three colors
    Poetry | 811.54 ORM ; 821.92 DEN | L2 | Poetry | rivers, kitchens and the first frost
    """,
)

BOOKS = {
    "book_title book_name title_of_book novel_title book": titles(
        "book_title",
        """The {_quality} {_thing} | {_thing} of the {_place} | The {_person}'s {_thing} |
        {_before} the {_time} | A {_thing} in {_city} | The Last {_thing} | {_quality} {_thing}s |
        The {_person} of {_city} | {_thing} and {_other_thing} | The {_place} {_before_low} {_city}
        | A Short History of {_topic} | {_topic}: An Introduction | All the {_quality} {_thing}s""",
    ),
    "_quality": words(
        """Silent|Forgotten|Winter|Paper|Hidden|Crooked|Borrowed|Burning|Distant|Glass|Unwritten
        |Golden|Empty|Second|Northern|Quiet|Salt"""
    ),
    "_thing": words(
        """Garden|Letter|House|River|Lantern|Orchard|Bridge|Harbor|Map|Clock|Song|Window|Door
        |Promise|Shadow|Summer|Key|Tower|Road|Secret|Island"""
    ),
    "_other_thing": words("Ash|Bone|Honey|Dust|Silver|Rain|Thunder|Smoke|Snow|Light"),
    "_person": words(
        """Clockmaker|Beekeeper|Translator|Lighthouse Keeper|Cartographer|Baker|Botanist|Violinist
        |Gardener|Archivist|Smuggler|Midwife|Apprentice|Glassblower"""
    ),
    "_place": words("Valley|North|Coast|Old Town|Marsh|Moor|Mountain|Border|Delta"),
    "_before": words("Before|After|Beyond|Until|Through|Beneath"),
    "_before_low": words("beyond|near|above|outside"),
    "_time": words("Rain|Harvest|First Snow|Long Night|Flood|Morning|War|Thaw|Tide"),
    "_city": words("Lisbon|Trieste|Bergen|Marseille|Savannah|Kyoto|Dublin|Prague|Porto|Galway"),
    "_topic": words(
        """Salt|Rivers|Maps|Bridges|Bread|Clouds|Glass|Gardens|Numbers|Silence|Walking|Ink|Color"""
    ),
    "series book_series series_title": titles(
        "book_series",
        """The {_person} Mysteries | Chronicles of the {_place} | The {_quality} {_thing} Trilogy
        | {_city} Nights | The {_thing} Saga""",
    ),
    "publisher publisher_name publishing_house imprint book_publisher": words(
        """Harrow Press|Northlight Books|Tern & Reed Publishing|Bluegate House|Aster Books|Longacre
        Press|Quillmark Publishing|Saltmarsh Press|Orchard Lane Books|Verlag am Tor|Meridian House
        Publishing|Copper Fox Books|Redwing Press|Paper Lantern Books|Kestrel House|Foxglove Press
        |Halden Publishing|Ravenstone Books|Marlow & Finch Publishing|Tidewater Press"""
    ),
    "book_summary book_description blurb back_cover_text": sentences(
        """The story of {_subject_of_book}. | A book about {_subject_of_book}, told with warmth and
        patience. | In this {_praise} book, the author follows {_subject_of_book}. | {_praise_high}
        and precise: {_subject_of_book}. | From the first page, this is about {_subject_of_book}
        and what it costs. | A {_praise} account of {_subject_of_book}."""
    ),
    "_praise": words("quiet|gripping|tender|generous|clear-eyed|surprising|moving|sharp"),
    "_praise_high": words("Funny|Tender|Elegant|Restless|Wise"),
    "book_format binding book_binding edition_format cover_type": words(
        "Hardcover*4|Paperback*6|E-book*3|Audiobook*2|Large print"
    ),
    "material_type item_type media_kind": words(
        "Book*8|DVD|Audiobook|Magazine*2|Map|CD|E-book|Board game"
    ),
    "book_condition copy_condition item_condition": words("Good*6|New*2|Worn*2|Damaged|Fair"),
    "edition edition_number": words("1*14|2*4|3*2|4|5"),
    "audience reading_level age_group": words("Adult*5|Young adult*2|Children*2|All ages"),
    "loan_type": words("Standard*6|Short loan*2|Reference only|Interlibrary"),
    "membership_type patron_type member_type library_card_type": words(
        "Adult*6|Student*3|Senior*2|Child*2|Staff"
    ),
    "branch library_branch branch_name library library_name": words(
        """Central Library*3|Eastside Branch|Harbor Branch|Northgate Branch|University Library
        |Maple Street Library|Riverside Branch|Old Town Library"""
    ),
    "fine_reason": words("Overdue*8|Lost item|Damaged cover|Missing pages|Water damage"),
    "hold_status reservation_note": words("Waiting*3|Ready for pickup*2|Expired|Picked up*4"),
    "_reader": words("Picked up|Read"),
    "book_review reader_review": sentences(
        """{_book_first} {_book_then} | {_book_first} {_book_end} | {_book_then} {_book_end} |
        {_book_first}"""
    ),
    "_book_first": words(
        """I could not put it down.|Slow at first, but the people in it stay with you.|Well \
          researched
        and easy to follow.|A good choice for our reading group.|Too long for my taste.|Read it in
        two evenings.|The translation is excellent.|Not my usual genre, but I am glad I tried.|The
        beginning is confusing.|Warm, funny and wise.|I expected a different story.|Borrowed it
        twice already."""
    ),
    "_book_then": words(
        """The last chapters are the best.|The dialogues feel true.|Some characters remain flat.|The
        descriptions of the coast are beautiful.|We talked about it for hours.|The plot has a few
        holes.|Every sentence counts.|I learned a lot about the period.|The twist surprised me."""
    ),
    "_book_end": words(
        """My daughter asked for the second volume at once.|The ending felt rushed.|I will look for
        more by this author.|Recommended for rainy weekends.|Perhaps not for everyone.|Four stars
        from me.|I would read it again."""
    ),
}

CODES = {
    "library_card_number card_no patron_barcode library_card": shape("2%############", "LC-%#####"),
    "accession_number copy_number_code item_barcode": shape("3%############", "B#######"),
    "lccn": shape("20########", "9#######"),
    "oclc oclc_number": shape("10########", "9########"),
    "issn": shape("%###-####"),
}

DOMAIN = domain(
    "library",
    merge({key: spec for key, spec in BOOKS.items() if key != "publisher"}, CODES)
    | {
        "call_number shelf_mark shelfmark dewey dewey_decimal dewey_number ddc "
        "classification_number": pick(SUBJECTS, "call_number"),
        "book_genre literary_genre book_category": pick(SUBJECTS, "genre"),
        "library_section": pick(SUBJECTS, "section"),
        "_subject_of_book": pick(SUBJECTS, "_subject_of_book"),
    },
    merge(
        SUBJECTS,
        {
            "title name_of_book": pick(BOOKS, "book_title"),
            "subject category": pick(SUBJECTS, "genre"),
            "summary description synopsis": pick(BOOKS, "book_summary"),
            "format": pick(BOOKS, "book_format"),
            "condition": pick(BOOKS, "book_condition"),
            "review comment": pick(BOOKS, "book_review"),
            "card_number": pick(CODES, "library_card_number"),
            "barcode": pick(CODES, "accession_number"),
            "renewals renewal_count times_renewed": words("0*6|1*3|2*2|3"),
            "max_loans loan_limit": words("5*2|10*5|15*2|20*2|30"),
            "max_renewals": words("2*3|3*3|5"),
            "loan_period_days loan_days": words("14*3|21*3|28*5|7"),
            "pages page_count number_of_pages": number(32, 304, 980),
        },
    ),
    """audience binding edition edition_number branch branch_name library publisher
    publisher_name imprint series item_type material_type age_group item_condition
    item_barcode copy_number_code series_title reader_review loan_type membership_type
    member_type book library_name title_of_book media_kind membership collection_name
    cover_type reading_level""",
)
