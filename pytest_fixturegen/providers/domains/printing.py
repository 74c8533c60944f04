"""Printing: jobs with their stock, formats, colours and finishing."""

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

PRODUCTS = table(
    "print_product",
    """
    print_product print_job_title job_title job_name product product_name
    | paper_size format page_size sheet_format trim_size
    | paper_stock paper_type stock substrate paper media
    | grammage grammage_gsm gsm paper_weight paper_weight_gsm
    | finishing binding finish finishing_type
    | run_length print_run copies quantity copies_ordered
    """,
    """
    Business cards   | 85 x 55 mm  | Uncoated board   | 350 | Cut to size       | 500
    Flyer            | A5          | Gloss coated     | 135 | Cut to size       | 5000
    Folded leaflet   | DL          | Matt coated      | 150 | Z-fold            | 10000
    Poster           | A2          | Gloss coated     | 170 | None              | 250
    Brochure         | A4          | Matt coated      | 130 | Saddle stitch     | 2000
    Catalogue        | A4          | Gloss coated     | 115 | Perfect binding   | 8000
    Annual report    | 210 x 260 mm | Uncoated offset | 120 | Perfect binding   | 1500
    Paperback        | 130 x 205 mm | Book paper      | 80  | Perfect binding   | 3000
    Roll-up banner   | 850 x 2000 mm | Polyester film | 260 | Mounted           | 12
    Labels           | 60 x 40 mm  | Self-adhesive    | 80  | Die cut           | 20000
    Letterhead       | A4          | Uncoated offset  | 90  | None              | 2500
    """,
)

OWN: dict[str, Spec] = {
    "color_mode_print ink_colors print_colors colour_spec": words("4/4*6|4/0*4|1/1*3|1/0*2|4/1"),
    "printing_method print_method press_type": words("offset*5|digital*5|flexo|screen"),
    "prepress_status proof_type": words("digital proof*5|contract proof*2|soft proof*3"),
    "plate_number_press plate_set": shape("PL-#####"),
    "press_name printing_press": words("Press 1|Press 2|Digital 1|Digital 2|Wide format"),
}

WITHIN: dict[str, Spec] = {
    "press press_operator_station printer": words("Press 1|Press 2|Digital 1|Wide format"),
    "operator pressman press_operator prepress_operator": via("full_name"),
    "colors colours": words("4/4*6|4/0*4|1/1*3|1/0*2"),
    "ink ink_type": words("process*6|Pantone 286 C|Pantone 485 C|UV*2"),
    "sheets_used sheets_printed sheet_count sheets": number(100, 2400, 24000),
    "spoilage_pct waste_pct": number(0.5, 3.2, 12, 1),
    "notes instructions comment remarks": words("""
        Check the cut marks before printing.|Match the colors of the last run.
        |Deliver in boxes of 500.|Client approved the proof by e-mail.|Trap the logo by hand."""),
}

DOMAIN = domain(
    "printing",
    merge(select(PRODUCTS, "print_product"), OWN),
    merge(PRODUCTS, WITHIN),
    "job_title job_name product product_name",
)
