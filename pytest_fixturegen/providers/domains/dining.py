"""Restaurants: menus, dishes, orders at tables, deliveries of food."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import (
    domain,
    merge,
    number,
    pick,
    sentences,
    table,
    titles,
    words,
)

DISHES = table(
    "dish",
    """dish dish_name menu_item menu_item_name food_item meal_name | menu_category menu_section \
      course_type
    dish_category dish_type | cuisine cuisine_type food_type | dish_description
    menu_item_description menu_description | spice_level | dish_price menu_price
    menu_item_price""",
    """
    Margherita Pizza | Mains | Italian | Tomato, mozzarella and basil on sourdough. | None | 11.50
    Spaghetti Carbonara | Mains | Italian | Guanciale, egg yolk and pecorino. | None | 13.90
    Mushroom Risotto | Mains | Italian | Arborio rice, porcini and parmesan. | None | 14.50
    Tiramisu | Desserts | Italian | Coffee, mascarpone and cocoa. | None | 6.90
    Caesar Salad | Starters | American | Romaine, croutons and parmesan dressing. | None | 9.50
    Cheeseburger | Mains | American | Beef, cheddar, pickles and house sauce with fries. | Mild | \
      12.90
    Buffalo Wings | Starters | American | Crispy wings with blue cheese dip. | Hot | 10.50
    Apple Pie | Desserts | American | Warm, with vanilla ice cream. | None | 6.50
    Chicken Tikka Masala | Mains | Indian | Grilled chicken in a creamy tomato sauce. | Medium | \
      14.90
    Palak Paneer | Mains | Indian | Spinach with fresh cheese and garlic. | Mild | 12.90
    Garlic Naan | Sides | Indian | Bread from the clay oven. | None | 3.50
    Mango Lassi | Drinks | Indian | Yogurt drink with mango. | None | 4.20
    Pad Thai | Mains | Thai | Rice noodles, tamarind, peanuts and lime. | Medium | 12.50
    Green Curry | Mains | Thai | Coconut milk, eggplant and Thai basil. | Hot | 13.20
    Summer Rolls | Starters | Vietnamese | Rice paper, herbs and peanut dip. | None | 6.80
    Pho Bo | Mains | Vietnamese | Beef broth with noodles and herbs. | Mild | 11.90
    Salmon Nigiri | Starters | Japanese | Two pieces, with wasabi. | Mild | 5.90
    Tonkotsu Ramen | Mains | Japanese | Pork broth, noodles, egg and spring onions. | Mild | 13.50
    Tacos al Pastor | Mains | Mexican | Pork, pineapple and coriander on corn tortillas. | Medium \
      | 10.90
    Guacamole | Starters | Mexican | Avocado, lime and tortilla chips. | Mild | 7.50
    Falafel Plate | Mains | Lebanese | Falafel, hummus, tabbouleh and pita. | Mild | 11.20
    Lentil Soup | Starters | Turkish | Red lentils with lemon and mint butter. | Mild | 5.80
    Moussaka | Mains | Greek | Eggplant, lamb and béchamel. | None | 14.20
    Paella | Mains | Spanish | Saffron rice with shrimp and mussels. | Mild | 16.90
    Onion Soup | Starters | French | With gratinated bread. | None | 7.20
    Crème Brûlée | Desserts | French | Vanilla custard with caramel crust. | None | 6.90
    Wiener Schnitzel | Mains | Austrian | Veal with potato salad and lemon. | None | 18.50
    House Lemonade | Drinks | International | Lemon, mint and soda. | None | 4.50
    Espresso | Drinks | International | Single shot. | None | 2.60
    French Fries | Sides | International | With sea salt and mayonnaise. | None | 4.20
    """,
)

TEXTS = {
    "restaurant_name restaurant cafe_name bistro_name eatery_name": titles(
        "restaurant",
        """{_rest_first} {_rest_last} | The {_rest_adj} {_rest_noun} | Casa {_rest_name} |
        {_rest_name}'s {_rest_last} | {_rest_noun} & {_rest_noun_two} | {_rest_first}
        {_rest_noun}""",
    ),
    "_rest_first": words("Harbor|Olive|Corner|Lemon|Garden|Copper|Maple|Saffron|Blue Door|Station"),
    "_rest_last": words("Kitchen|Bistro|Grill|Table|Diner|Cafe|Eatery|Tavern"),
    "_rest_adj": words("Hungry|Golden|Salty|Green|Little|Lucky|Wandering"),
    "_rest_noun": words("Fork|Goose|Spoon|Fig|Anchor|Radish|Lantern|Pear"),
    "_rest_noun_two": words("Vine|Salt|Thyme|Barrel|Flame|Bread"),
    "_rest_name": words("Lucia|Marco|Amelie|Rosa|Henri|Nonna|Pepe|Elena|Bruno"),
    "price_range price_level price_tier": words("$*4|$$*7|$$$*3|$$$$"),
    "dietary_tag dietary_label diet_type dietary": words(
        "Vegetarian*4|Vegan*3|Gluten-free*2|Dairy-free|Halal|Nut-free|Spicy"
    ),
    "order_type dining_option service_style": words("Dine-in*5|Takeaway*4|Delivery*4|Pickup*2"),
    "kitchen_note special_instructions order_instructions item_note cooking_instructions": words(
        """No onions|Extra spicy|Dressing on the side|Gluten-free bread, please|Well done|Medium
        rare|Allergic to peanuts|No ice|Without cheese|Extra napkins, please|Cut in half for the
        kids|Oat milk instead of milk"""
    ),
    "seating_area table_area table_location": words("Window*3|Terrace*3|Main room*5|Bar*2|Booth*2"),
    "occasion dining_occasion": words("None*8|Birthday*3|Anniversary*2|Business meal*2|Date*2"),
    "cooking_level doneness": words("Rare|Medium rare*3|Medium*4|Medium well*2|Well done*2"),
    "kitchen_station prep_station": words("Grill|Cold kitchen|Fryer|Pastry|Sauté|Bar|Pizza oven"),
    "restaurant_review food_review dining_review": sentences(
        """The {dish} was {_taste_good}, service was {_service}. | {_taste_high}! We will come back
        for the {dish}. | Waited {_wait} minutes for a table, but the {dish} made up for it. | Nice
        terrace, {_service} waiters, the {dish} was a little {_taste_bad}. | Try the {dish}. |
        Too loud for a quiet evening, the food is {_taste_good}."""
    ),
    "_taste_good": words("excellent|fresh|perfectly cooked|very good|delicious"),
    "_taste_high": words("Delicious|Great food|Lovely place|What a dinner"),
    "_taste_bad": words("salty|cold|bland|dry|small for the price"),
    "_service": words("friendly|quick|attentive|slow|a bit stressed"),
    "_wait": words("10|15|20|30|45"),
    "health_inspection_grade inspection_grade": words("A*8|B*2|C"),
    "tip_method": words("Card*5|Cash*4|None"),
}

DOMAIN = domain(
    "dining",
    merge(DISHES, TEXTS),
    {
        "name item item_name": pick(DISHES, "dish"),
        "category section": pick(DISHES, "menu_category"),
        "description": pick(DISHES, "dish_description"),
        "price": pick(DISHES, "dish_price"),
        "note notes special_request special_requests": pick(TEXTS, "kitchen_note"),
        "review comment feedback": pick(TEXTS, "restaurant_review"),
        "party_size guests covers number_of_guests": words("2*9|3*3|4*6|5*2|6*2|1*2|8"),
        "table_number table_no": number(1, 12, 40),
        "calories kcal": number(90, 520, 1250),
        "prep_time_minutes preparation_minutes": number(4, 15, 45),
        "modifier addon extra": words(
            "Extra cheese|Bacon|Avocado|Gluten-free bun|Large fries|Oat milk|No onions|Double shot"
        ),
    },
    """dish cuisine occasion price_level price_range order_type special_instructions dietary
    food_type course_type service_style item_note restaurant spice_level menu_item diet_type
    price_tier seating_area doneness""",
)
