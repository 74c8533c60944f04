"""Tables of food: ingredients, dishes, steps, drinks, restaurants."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import (
    Spec,
    number,
    read_rows,
    sentences,
    table,
    via,
    words,
)

INGREDIENTS = read_rows("""
    all-purpose flour   | g     | 100 | 500 | 50   | baking    | gluten | sifted
    granulated sugar    | g     | 25  | 250 | 25   | baking    |        |
    unsalted butter     | g     | 25  | 200 | 25   | dairy     | milk   | softened
    eggs                | whole | 1   | 4   | 1    | dairy     | eggs   | beaten
    whole milk          | ml    | 100 | 500 | 50   | dairy     | milk   |
    olive oil           | tbsp  | 1   | 4   | 1    | pantry    |        |
    garlic              | cloves | 1  | 5   | 1    | vegetable |        | minced
    yellow onion        | whole | 1   | 2   | 0.5  | vegetable |        | finely chopped
    chicken breast      | g     | 250 | 800 | 50   | meat      |        | sliced
    ground beef         | g     | 250 | 600 | 50   | meat      |        |
    salmon fillet       | g     | 200 | 600 | 50   | seafood   | fish   | skin on
    shrimp              | g     | 200 | 500 | 50   | seafood   | shellfish | peeled
    basmati rice        | cup   | 1   | 2   | 0.5  | grain     |        | rinsed
    spaghetti pasta     | g     | 200 | 500 | 50   | grain     | gluten |
    canned tomatoes     | can   | 1   | 2   | 1    | vegetable |        | crushed
    red bell pepper     | whole | 1   | 3   | 1    | vegetable |        | diced
    carrots             | whole | 1   | 4   | 1    | vegetable |        | grated
    potatoes            | g     | 300 | 1000 | 100 | vegetable |        | peeled
    mushrooms           | g     | 100 | 400 | 50   | vegetable |        | sliced
    fresh basil         | handful | 1 | 2   | 1    | herb      |        | torn
    parsley             | bunch | 0.5 | 1   | 0.5  | herb      |        | chopped
    ginger              | tsp   | 1   | 3   | 1    | spice     |        | grated
    ground cinnamon     | tsp   | 0.5 | 2   | 0.5  | sweet     |        |
    black pepper        | tsp   | 0.25 | 1  | 0.25 | spice     |        | freshly ground
    sea salt            | tsp   | 0.5 | 2   | 0.5  | spice     |        |
    lemon juice         | tbsp  | 1   | 3   | 1    | pantry     |        |
    vegetable stock     | ml    | 200 | 1000 | 100 | pantry    | celery |
    soy sauce           | tbsp  | 1   | 4   | 1    | pantry    | soy    |
    honey               | tbsp  | 1   | 3   | 1    | sweet    |        |
    heavy cream         | ml    | 100 | 300 | 50   | dairy     | milk   |
    parmesan cheese     | g     | 30  | 120 | 10   | pantry     | milk   | grated
    coconut milk        | ml    | 200 | 400 | 100  | pantry    |        |
    red lentils or beans | g    | 150 | 400 | 50   | legume    |        | rinsed
    firm tofu           | g     | 200 | 400 | 50   | legume    | soy    | cubed
    dark chocolate      | g     | 50  | 200 | 50   | baking    | milk   | chopped
    vanilla extract     | tsp   | 0.5 | 2   | 0.5  | baking    |        |
    walnuts             | g     | 30  | 120 | 10   | nuts      | nuts   | toasted
    avocado             | whole | 1   | 2   | 1    | vegetable     |        | ripe
    lime                | whole | 1   | 3   | 1    | fruit     |        | juiced
    apples              | whole | 1   | 5   | 1    | fruit     |        | cored
    rolled oats         | cup   | 0.5 | 2   | 0.5  | baking     | gluten |
""")
"""Name, unit, least and greatest amount, step, group, allergen, preparation."""

DISHES = read_rows("""
    Chicken Curry|Indian|main|simmer|gluten-free, dairy-free|Tender chicken in a warm curry sauce.
    Margherita Pizza|Italian|main|bake|vegetarian|Thin crust, tomato sauce and fresh basil.
    Spaghetti Carbonara Pasta|Italian|main|boil|nut-free|Pasta with egg, cheese and black pepper.
    Beef Tacos|Mexican|dinner|fry|dairy-free|Soft corn tortillas with spiced beef.
    Tomato Soup|American|soup|simmer|vegan, gluten-free|A smooth soup for a cold evening.
    Lemon Roast Chicken|French|main|roast|gluten-free, keto|Golden skin, lemon and thyme.
    Vegetable Fried Rice|Chinese|main|fry|vegan|A quick way to use leftover rice.
    Beef and Potato Stew|French|main|simmer|dairy-free|Slow-cooked beef with root vegetables.
    Caesar Salad|American|salad|raw|low-carb|Crisp lettuce, parmesan and croutons.
    Greek Bean Salad|Greek|salad|raw|vegetarian, gluten-free|Beans, olives and feta with lemon.
    Salmon with Dill Sauce|Mediterranean|main|grill|gluten-free, low-carb|Salmon with a light sauce.
    Mushroom Risotto Rice|Italian|main|simmer|vegetarian, gluten-free|Creamy rice with mushrooms.
    Chocolate Cake|American|dessert|bake|vegetarian|A moist cake with dark chocolate.
    Apple Pie|American|dessert|bake|vegetarian|Apples and cinnamon in a flaky crust.
    Banana Bread|American|dessert|bake|vegetarian, nut-free|Sweet bread with ripe bananas.
    Oat Berry Muffins|American|breakfast|bake|vegetarian|Muffins with oats and berries.
    Pad Thai Noodles|Thai|main|fry|dairy-free|Rice noodles, tamarind and peanuts.
    Miso Noodle Soup|Japanese|soup|simmer|dairy-free|Broth, noodles and soft eggs.
    Shrimp Paella Rice|Spanish|main|simmer|gluten-free|Saffron rice with shrimp.
    Lentil and Carrot Soup|Mediterranean|soup|simmer|vegan, gluten-free|Hearty and full of fibre.
    Tofu Stir-Fry with Pepper|Chinese|main|fry|vegan, dairy-free|Crisp tofu in a soy glaze.
    Bean Burger|American|main|grill|vegan|A smoky burger without meat.
    Butter Chicken|Indian|main|simmer|gluten-free, halal|Chicken in tomato and butter sauce.
    Chickpea Tofu Curry|Indian|main|simmer|vegan, gluten-free|Coconut curry in thirty minutes.
    Onion Soup|French|starter|simmer|vegetarian|Caramelized onions under melted cheese.
    Avocado Toast Bread|American|snack|raw|vegetarian|Toast with avocado and lime.
    Korean Beef Bowl|Korean|main|fry|dairy-free|Rice bowl with sweet soy beef.
    Pho Noodle Soup|Vietnamese|soup|simmer|dairy-free|Fragrant broth with rice noodles.
    Garlic Bread|Italian|side|bake|vegetarian|Crusty bread with garlic butter.
    Roast Potatoes|American|side|roast|vegan, gluten-free|Crisp outside and soft inside.
    Vanilla Ice Cream|French|dessert|chill|vegetarian, gluten-free|Smooth, with real vanilla.
    Lamb Kofta with Lemon|Greek|main|grill|halal, low-carb|Spiced lamb on skewers.
    Pumpkin Cream Soup|American|starter|simmer|vegetarian, gluten-free|Velvety soup with ginger.
    Chocolate Chip Cookies|American|dessert|bake|vegetarian|Chewy in the middle.
    Lemon Cheesecake|American|dessert|bake|vegetarian|Fresh lemon on a biscuit base.
    Pork Dumplings with Ginger|Chinese|appetizer|boil|dairy-free|Juicy dumplings with a soy dip.
""")
"""Dish, cuisine, course, method, diets, what it is."""

SAVORY_STEPS = (
    (
        ("Chop the onion and slice the garlic.", 0),
        ("Cut the vegetables into even pieces.", 0),
        ("Pat the meat dry and season with salt and pepper.", 0),
        ("Wash and drain the vegetables, then slice them thinly.", 0),
    ),
    (
        ("Heat the oil in a large pan over medium heat.", 2),
        ("Combine the spices with two tablespoons of oil.", 0),
        ("Bring a large pot of salted water to a boil.", 8),
    ),
    (
        ("Add the onion and cook until soft, about five minutes.", 5),
        ("Stir in the spices and fry for one minute.", 1),
        ("Add the garlic and stir until fragrant.", 1),
    ),
    (("Let everything cook until tender.", 10),),
    (
        ("Taste and season with lemon juice and salt.", 0),
        ("Stir in the fresh herbs.", 0),
        ("Mix well and let it rest for five minutes.", 5),
    ),
    (
        ("Serve hot with fresh herbs on top.", 0),
        ("Place on a plate, sprinkle with parsley and serve.", 0),
        ("Serve with a green salad and bread.", 0),
    ),
)
SWEET_STEPS = (
    (
        ("Preheat the oven to 180 °C and line a tin with paper.", 10),
        ("Whisk the eggs with the sugar until pale.", 5),
        ("Melt the butter in a small pan and let it cool.", 5),
    ),
    (
        ("Combine the flour, baking powder and salt in a bowl.", 0),
        ("Stir the milk and vanilla into the egg mixture.", 0),
    ),
    (
        ("Fold the dry ingredients in until just combined; do not overmix.", 0),
        ("Pour the mixture into the tin and smooth the top.", 0),
    ),
    (("Let the mixture rest in a cool place.", 30),),
    (
        ("Let it cool on a rack before slicing.", 20),
        ("Let it cool, then dust with powdered sugar and serve.", 15),
    ),
    (
        ("Cut into pieces and serve with whipped cream.", 0),
        ("Serve at room temperature, or store in a tin.", 0),
    ),
)
"""By position, the steps of a recipe and their minutes."""

METHOD_STEPS = {
    "bake": (("Bake until golden brown on top.", 30), ("Bake until a skewer comes out clean.", 35)),
    "roast": (("Roast until tender, turning once.", 45), ("Roast until the skin is crisp.", 60)),
    "simmer": (
        ("Pour in the stock, cover and simmer on low heat.", 25),
        ("Simmer gently, stirring now and then.", 20),
    ),
    "fry": (
        ("Fry over high heat, stirring.", 8),
        ("Fry until golden on both sides.", 10),
    ),
    "grill": (("Cook on the hot grill, turning twice.", 12), ("Grill until cooked through.", 10)),
    "boil": (("Boil until tender, then drain.", 10), ("Cook in boiling water and drain well.", 9)),
    "raw": (
        ("Mix everything in a large bowl.", 0),
        ("Slice and toss with the dressing.", 0),
    ),
    "chill": (("Pour into a container and place in the freezer.", 240),),
}
"""By method, the step in which a dish is cooked."""

DRINKS = table(
    "drink",
    """
    wine_name wine beverage drink_name drink beverage_name | grape_variety grape varietal
    | wine_region wine_type_region | wine_type wine_style | wine_country
    """,
    """
    Riesling Kabinett      | Riesling           | Mosel            | white     | Germany
    Pinot Noir Reserve     | Pinot Noir         | Willamette Valley | red      | United States
    Sauvignon Blanc        | Sauvignon Blanc    | Marlborough      | white     | New Zealand
    Rioja Crianza          | Tempranillo        | Rioja            | red       | Spain
    Chianti Classico       | Sangiovese         | Tuscany          | red       | Italy
    Malbec Estate          | Malbec             | Mendoza          | red       | Argentina
    Cotes de Provence Rose | Grenache           | Provence         | rosé      | France
    Chardonnay Barrel Select | Chardonnay       | Sonoma           | white     | United States
    Shiraz Old Vine        | Shiraz             | Barossa Valley   | red       | Australia
    Brut Sparkling         | Chardonnay         | Champagne        | sparkling | France
    """,
)

RESTAURANTS: dict[str, Spec] = {
    "restaurant_name restaurant cafe_name cafe eatery bakery_name": words("""
        The Copper Spoon|Olive & Thyme|Casa Verde|Golden Lotus|Harbor Grill|Blue Door Bistro
        |Trattoria Lucia|The Corner Bakery Cafe|Spice Garden|Noodle House 88|Maple Street Diner
        |El Camino Cantina|Saffron Table|Green Fork|Sakura Kitchen|The Rusty Anchor|Pizzeria Roma
        |Little Bistro on Main|Taverna Athena|Smokehouse 21"""),
}

FOOD_WORDS: dict[str, Spec] = {
    "spice_level spiciness heat_level": words("mild*4|medium*4|hot*2|extra hot"),
    "roast_level roast": words("light*3|medium*5|dark*3|medium-dark*2"),
    "abv alcohol_content alcohol_percent alcohol_by_volume": number(3.5, 5.6, 14.5, 1),
    "ibu": number(8, 32, 95),
    "flavor flavour flavor_profile tasting_notes flavors taste": words("""
        chocolate|vanilla|caramel|citrus|berry|nutty|floral|smoky|honey|cherry|apple|herbal"""),
    "recipe_notes chef_notes": sentences("""
        Freezes well for up to two months.|Add chili for a hotter version.
        |Tastes even better the next day.|Use vegetable stock for a vegetarian version.
        |Do not overmix the batter.|Serve with rice or bread."""),
}

FOOD_WORDS_WITHIN: dict[str, Spec] = {
    "unit unit_of_measure measure": words("g*5|ml*4|cup*3|tbsp*3|tsp*3|kg|l|piece|slice"),
    "tips notes note cook_notes": FOOD_WORDS["recipe_notes chef_notes"],
    "food food_name food_description": words("""
        Oatmeal with berries*2|Greek yogurt*2|Chicken salad*2|Banana*2|Scrambled eggs*2
        |Rice and beans
        |Grilled salmon|Whole wheat toast|Apple*2|Pasta with tomato sauce|Protein shake|Almonds
        |Vegetable soup|Turkey sandwich|Coffee with milk|Avocado toast"""),
    "serving_unit": words("g*5|ml*2|cup*3|piece*2|slice*2|tbsp"),
    "breakfast": words("Oat Porridge|Berry Muffins|Scrambled Eggs*2|Yogurt with Honey"),
    "lunch dinner supper meal": words("|".join(row[0] for row in DISHES)),
    "wine_alcohol_percent wine_abv wine_alcohol": number(10.5, 13.2, 15.5, 1),
    "winery producer vineyard wine_producer": words("""
        Weingut Lindenhof|Chateau Belrive|Stone Hill Winery|Bodega Sol Alto|Tenuta Rossi
        |Silver Creek
        |Domaine du Val|Old Mill Estate"""),
    "skill_level difficulty difficulty_level": words("easy*5|medium*4|hard*2"),
    "opening_hours business_hours hours_of_operation hours": words("""
        Mon-Sun 11:00-22:00*3|Tue-Sun 17:00-23:00*2|Mon-Fri 08:00-16:00|Mon-Sat 12:00-22:30*2
        |Daily 07:00-19:00"""),
    "menu_item_price dish_price": number(3.5, 12.9, 42, 2),
    "menu_category menu_section section menu_item_category": words("""
        Starters*3|Mains*5|Desserts*2|Drinks*2|Sides*2|Salads|Soups|Breakfast"""),
    "chef cook head_chef chef_name author": via("full_name"),
    "equipment utensil utensils kitchen_equipment tools": words("""
        large pot*2|frying pan*2|mixing bowl*2|whisk|baking sheet|blender|food processor|oven dish
        |cutting board|chef's knife"""),
    "storage storage_instructions": words("""
        Keep refrigerated*3|Store in a cool, dry place*3|Keep frozen|Consume within three days"""),
    "price_range price_level": words("$*2|$$*5|$$$*2|$$$$"),
    "brand brand_name": words("""
        Green Acre|Golden Field|Sunny Orchard|Mill & Co|Blue Ocean|Farmhouse Dairy"""),
    "beer_name": words("""
        Hazy Morning IPA|Old Mill Stout|Golden Harvest Lager|River Bend Pale Ale|Black Anchor Porter
        |Citrus Wave|Amber Trail|Winter Wheat|Northern Pilsner|Red Barn Ale"""),
    "brewery brewery_name": words("""
        Old Mill Brewing|River Bend Brewery|Black Anchor Brewing|Northern Hop Works
        |Red Barn Brewery"""),
    "beer_description": words("""
        Crisp and light with a dry finish.|Roasted malt with a note of coffee.
        |Juicy hops and citrus.
        |Smooth caramel malt.|Refreshing wheat beer with a hint of banana."""),
    "beer_price": number(2.2, 4.8, 14, 2),
    "beer_style beer_type style": words("""
        IPA*3|Pale Ale*2|Lager*3|Stout*2|Pilsner*2|Wheat beer
        |Porter"""),
    "coffee_origin bean_origin origin": words("Ethiopia*2|Colombia*2|Brazil*2|Kenya|Guatemala"),
    "texture": words("creamy|crunchy|soft|chewy|crisp"),
    "review review_text comment": sentences("""
        Turned out great, the whole family loved it.|Needed ten more minutes in the oven.
        |Easy to follow and full of flavor.|A little too salty for us, still good.
        |Fresh ingredients and friendly service.|I used less sugar and it was perfect."""),
}
