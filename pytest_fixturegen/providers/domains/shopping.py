"""Shopping: products with their categories and materials, reviews, returns, promotions."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import (
    Borrowed,
    domain,
    merge,
    pick,
    sentences,
    shape,
    table,
    titles,
    words,
)

PRODUCTS = table(
    "product_kind",
    """product_category product_type item_category category_path item_group product_line_name
    | _product_noun | product_material main_material | _product_use""",
    """
    Kitchen | Saucepan ; Cutting Board ; Chef's Knife ; Mixing Bowl ; Teapot | Stainless steel ; \
      Oak ; Ceramic | everyday cooking
    Kitchen | Coffee Grinder ; Kettle ; Toaster ; Espresso Maker | Stainless steel ; Aluminum | a \
      good breakfast
    Furniture | Bookshelf ; Side Table ; Desk ; Dining Chair ; Bench | Oak ; Walnut ; Pine | \
      small and large rooms
    Lighting | Table Lamp ; Floor Lamp ; Pendant Light ; Reading Lamp | Brass ; Steel ; Glass | \
      warm light in the evening
    Clothing | T-Shirt ; Hoodie ; Rain Jacket ; Wool Sweater ; Jeans | Organic cotton ; Merino \
      wool ; Polyester | every season
    Shoes | Running Shoes ; Hiking Boots ; Sneakers ; Sandals | Leather ; Mesh ; Suede | long \
      days on your feet
    Accessories | Backpack ; Belt ; Scarf ; Wallet ; Umbrella | Leather ; Canvas ; Nylon | the \
      way to work
    Electronics | Wireless Headphones ; Bluetooth Speaker ; Power Bank ; Webcam | Aluminum ; ABS \
      plastic | home and travel
    Computers | Mechanical Keyboard ; Monitor Stand ; USB-C Hub ; Laptop Sleeve | Aluminum ; Felt \
      | the home office
    Sports | Yoga Mat ; Kettlebell ; Tent ; Sleeping Bag ; Bike Helmet | Nylon ; Cork ; Cast iron \
      | training and trips
    Garden | Pruning Shears ; Watering Can ; Planter ; Garden Hose | Steel ; Terracotta ; Zinc | \
      balcony and garden
    Toys | Building Blocks ; Puzzle ; Wooden Train ; Board Game | Beech wood ; Cardboard | rainy \
      afternoons
    Beauty | Face Cream ; Hand Soap ; Shampoo Bar ; Lip Balm | Plant oils ; Shea butter | \
      sensitive skin
    Books | Notebook ; Cookbook ; Sketchbook ; Planner | Recycled paper | notes and ideas
    Pet Supplies | Dog Bed ; Cat Tree ; Feeding Bowl ; Dog Leash | Cotton ; Sisal ; Ceramic | \
      dogs and cats
    Food | Olive Oil ; Honey ; Roasted Coffee ; Dark Chocolate ; Herbal Tea | Organic | the pantry
    """,
)

REVIEWS = table(
    "product_review",
    """review_stars review_rating star_count review_score product_rating | review_title
    review_headline | review_text review_body review_content product_review review_comment
    customer_review""",
    """
    5 | Exactly what I wanted ; Better than expected ; Perfect | Arrived quickly and looks even \
      better than in the pictures. ; Solid quality, I use it every day. ; My second one; the \
      first is still going strong after four years.
    5 | Great gift ; Love it | Bought it for my sister, and now I want one too. ; Well made, \
      nicely packed, would order again.
    5 | Top quality ; Five stars | The material feels great and the size is right. ; Easy to set \
      up and works without problems.
    4 | Good, with small flaws ; Almost perfect | Very good for the price, only the color is a \
      bit darker than shown. ; Works well; the manual could be clearer. ; Good product, delivery \
      took a week.
    4 | Happy with it ; Good value | Does what it should. One star less for the packaging. ; \
      Comfortable and sturdy, slightly heavy.
    3 | It is okay ; Mixed feelings | Fine for occasional use, but not as robust as I hoped. ; \
      Quality is average; the service was friendly.
    2 | Disappointed ; Not as described | Smaller than in the description and one part was \
      missing. ; Stopped working after a month.
    1 | Do not buy ; Broken on arrival | Arrived broken and nobody answers my mails. ; Poor \
      quality, sent it back the same day.
    """,
)

TEXTS = {
    "product_name product_title item_name article_name item_title product item article": titles(
        "product",
        """{_style} {_product_noun} | {product_material} {_product_noun} | {_product_noun}
        {_series_name} | {_style} {product_material} {_product_noun} | {_series_name}
        {_product_noun} | {_product_noun}, {_color_low} | {_style} {_product_noun} {_edition_of}""",
    ),
    "_style": words(
        "Classic|Compact|Everyday|Nordic|Foldable|Large|Mini|Premium|Lightweight|Vintage"
    ),
    "_series_name": words("Alva|Norr|Linea|Terra|Luma|Haven|Vero|Kite|Solis|Mono|Onda|Fjord"),
    "_color_low": words("black|white|sand|olive|navy|gray|terracotta|forest green|natural"),
    "_edition_of": words("No. 2|Plus|XL|Set of 2|Pro|II"),
    "product_description item_description product_summary": sentences(
        """{_product_noun} for {_product_use}, made of {_material_text}. | A {_style_low} piece for
        {_product_use}. Designed to last, easy to clean. | Our {_style_low} {_product_noun_low}
        for {_product_use}: made of {_material_text} and delivered in recycled packaging. | Made
        for {_product_use}. {_care}"""
    ),
    "_style_low": words("simple|sturdy|compact|classic|light|well-made"),
    "_product_noun_low": words("favorite|bestseller|classic|design"),
    "_material_text": sentences("{product_material}"),
    "_care": words(
        """Two years of warranty.|Machine washable at 30 degrees.|Wipe with a damp cloth.|Ships \
          flat,
        assembled in ten minutes.|Repairable with spare parts."""
    ),
    "return_reason reason_for_return refund_reason exchange_reason": words(
        """Wrong size*4|Changed my mind*3|Defective*3|Not as described*2|Arrived too late*2|Wrong
        item sent*2|Damaged in transit*2|Better price found|Gift not wanted"""
    ),
    "return_condition returned_condition": words("Unopened*3|Like new*4|Used*2|Damaged"),
    "promotion_name promotion coupon_name discount_name offer_name promo_name voucher_name": titles(
        "promotion",
        """{_promo_when} {_promo_what} | {_promo_share} % off {_promo_on} | {_promo_what} on
        {_promo_on} | {_promo_when} {_promo_what} {_promo_year} | Free shipping \
          {_promo_when_low}""",
    ),
    "_promo_when": words(
        "Spring|Summer|Black Friday|Welcome|Loyalty|Weekend|Back to \
      School|Holiday"
    ),
    "_promo_when_low": words("this weekend|from 50 dollars|in May|for members|until Sunday"),
    "_promo_what": words("Sale|Discount|Offer|Deal|Special|Bundle"),
    "_promo_share": words("10|15|20|25|30|50"),
    "_promo_on": words("Kitchen|Furniture|Shoes|Outdoor|Toys|Lighting|All Sweaters|Garden"),
    "_promo_year": words("2024|2025"),
    "discount_type promotion_type coupon_type": words(
        "Percentage*6|Fixed amount*4|Free shipping*2|Buy one get one"
    ),
    "gift_message gift_note card_message": sentences(
        """Happy birthday, {_dear}! | Congratulations, {_dear}! Enjoy. | With love from {_from}. |
        Thank you for everything, {_dear}. {_from} | Merry Christmas from {_from}! | Get well soon,
        {_dear}!"""
    ),
    "_dear": words("Anna|Grandma|Tom|Maria|Uncle Ben|Julia|Max|Mom|Leo"),
    "_from": words("all of us|Sam and Eva|your team|the kids|Paul|the Lindgrens"),
    "order_note order_notes customer_note order_comment": words(
        """Please leave the parcel at the back door.|Gift, please do not enclose the invoice.|Call
        before delivery.|Deliver after 5 p.m.|Please pack in one box.|No plastic, please.|Second
        floor, bell does not work.|Please deliver before Friday."""
    ),
    "stock_status availability_status inventory_status stock_availability": words(
        "In stock*8|Low stock*2|Out of stock*2|Preorder|Discontinued"
    ),
    "fulfillment_status shipping_status_of_order": words(
        "Fulfilled*6|Unfulfilled*3|Partially fulfilled|Returned"
    ),
    "payment_provider payment_gateway": words(
        "Paylane*3|Cardhub*3|Klarpay*2|Walletly*2|Bank \
      transfer"
    ),
    "product_attribute product_feature bullet_point": words(
        """Dishwasher safe|Two years of warranty|Made in Europe|Organic cotton|Foldable|Waterproof
        |Rechargeable|Vegan|Fair trade|Handmade|Recycled material|BPA free"""
    ),
    "product_variant variant_title option_value": sentences(
        "{_color_cap} / {_size_of} | {_color_cap} | {_size_of} | {_color_cap} / {_size_of}"
    ),
    "_color_cap": words("Black|White|Sand|Olive|Navy|Gray|Terracotta|Natural"),
    "_size_of": words("S|M|L|XL|Small|Large|One size"),
    "collection_title product_collection": words(
        """New Arrivals|Summer Essentials|Gifts Under 50|Home Office|Slow Kitchen|Outdoor Weekend
        |Last Chance|Bestsellers|Small Spaces|Rainy Days"""
    ),
    "loyalty_tier membership_tier loyalty_level": words("Bronze*5|Silver*4|Gold*2|Platinum"),
    "product_condition": words("New*8|Refurbished|Used - like new|Used - good*2"),
    "sales_channel order_source order_channel": words("Online store*7|Marketplace*3|Store*3|Phone"),
    "shelf_life_category": words("Fresh|Frozen|Dry goods"),
    "question_about_product product_question": words(
        """Is it dishwasher safe?|Does it fit a 15 inch laptop?|How long is the warranty?|Is the
        cover removable?|Which size should I choose?|Can it be used outdoors?|Where is it made?"""
    ),
}

CODES = {
    "asin": shape("B0#@@@##@@", "B0@#@##@#@"),
    "rma_number rma return_number": shape("RMA-#####", "R-2025-####"),
    "gift_card_code gift_card": shape("@@@@-####-@@@@", "GC##-@@##-####"),
    "store_number store_code": shape("S-###", "#%##"),
    "style_number style_code": shape("ST-####", "%###-@@"),
}

DOMAIN = domain(
    "shopping",
    merge(TEXTS, REVIEWS, PRODUCTS, CODES),
    {
        "category": pick(PRODUCTS, "product_category"),
        "material": pick(PRODUCTS, "product_material"),
        "rating stars": pick(REVIEWS, "review_rating"),
        "review comment content body text": pick(REVIEWS, "review_text"),
        "title headline": pick(REVIEWS, "review_title"),
        "description": pick(TEXTS, "product_description"),
        "feature": pick(TEXTS, "product_feature"),
        "reason": pick(TEXTS, "return_reason"),
        "condition": pick(TEXTS, "product_condition"),
        "collection": pick(TEXTS, "collection_title"),
        "note notes": pick(TEXTS, "order_note"),
        "variant": pick(TEXTS, "variant_title"),
        "customer buyer shopper": Borrowed("person"),
        "resolution": words("Refund*5|Replacement*3|Store credit*2|Repair|Rejected"),
        "tag": words(
            "new|sale|gift|bestseller|handmade|organic|limited|eco|outdoor|kids|home|winter|vegan"
        ),
    },
    """item article product item_name item_title product_type variant option_value promotion
    review_score review_rating return_reason refund_reason article_name product_rating
    card_message discount_type item_category item_group promotion_name store_number
    order_source review_title sales_channel store_code inventory_status item_description""",
)
