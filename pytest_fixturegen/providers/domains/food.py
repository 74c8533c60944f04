"""Food: recipes with their ingredients and steps, dishes, nutrition, restaurants, drinks."""

from __future__ import annotations

import re
from functools import lru_cache

from pytest_fixturegen.providers.domains import dice
from pytest_fixturegen.providers.domains.clear_names import clear_domain
from pytest_fixturegen.providers.domains.food_tables import (
    DISHES,
    DRINKS,
    FOOD_WORDS,
    FOOD_WORDS_WITHIN,
    INGREDIENTS,
    METHOD_STEPS,
    RESTAURANTS,
    SAVORY_STEPS,
    SWEET_STEPS,
)
from pytest_fixturegen.providers.domains.specs import (
    Cell,
    also,
    drawn,
    drawn_items,
    merge,
    owned,
    select,
)
from pytest_fixturegen.streams import mix_word

STRIDE = 11
"""How far the next ingredient of a recipe is from the one before it in its list."""

SWEET_GROUPS = ("baking", "dairy", "fruit", "nuts", "sweet")
SAVORY_GROUPS = ("vegetable", "grain", "herb", "pantry", "spice")


def pick_dish(own: int) -> tuple[str, ...]:
    """Return the dish of the recipe with the hidden word *own*."""
    return dice.pick(own, 51, DISHES)


def is_sweet(own: int) -> bool:
    """Return whether the recipe with the hidden word *own* is a dessert or a sweet bake."""
    return pick_dish(own)[2] in SWEET_COURSES


SWEET_COURSES = ("dessert", "breakfast")


@lru_cache(maxsize=64)
def _list_ingredients(
    dish: tuple[str, ...],
) -> tuple[tuple[str, ...] | None, tuple[tuple[str, ...], ...]]:
    """Return the ingredient that *dish* is named after, if there is one, and the others."""
    groups = SWEET_GROUPS if dish[2] in SWEET_COURSES else SAVORY_GROUPS
    name = dish[0].lower()
    named = (row for row in INGREDIENTS if any(part[:5] in name for part in _list_nouns(row[0])))
    main = next(named, None)
    others = (row for row in INGREDIENTS if row[5] in groups and row is not main)
    return main, tuple(others)


def _list_nouns(name: str) -> list[str]:
    """Return the words of *name* that tell the dish: not its colour."""
    return [part for part in name.split() if part not in PLAIN_WORDS]


PLAIN_WORDS = frozenset(
    "ground red black dark fresh whole heavy all-purpose firm or canned".split()
)


def draw_ingredient(
    word: int,
    own: int,
    around: int,
    position: int,
) -> tuple[Cell, ...]:
    """Return an ingredient in an amount of its unit; those of a recipe differ."""
    start = mix_word(around, 11)
    main, others = _list_ingredients(pick_dish(around))
    row = main if main and position == 0 else others[(start + STRIDE * position) % len(others)]
    name, unit, low, high, step, group, allergen, note = row
    steps = round((float(high) - float(low)) / float(step))
    amount = round(float(low) + float(step) * (mix_word(word, 2) % (steps + 1)), 2)
    shown = f"{amount:g} {unit} {name}"
    price = round(dice.log_spaced(word, 3, 0.4, 9), 2)
    return name, unit, amount, group, allergen or None, note or None, shown, price


INGREDIENT = drawn_items(
    "ingredient",
    f"""
    ingredient_name ingredient ingredients main_ingredient food_item food_name foodstuff
      {owned("ingredient grocery pantry", "name title label item product food")}
      allergen_source key_ingredients
      {owned("grocery_item pantry_item food_item shopping_item", "name")}
    | ingredient_unit {owned("ingredient", "unit unit_of_measure measure measurement uom")}
      quantity_unit measure_unit
    | ingredient_quantity {owned("ingredient", "quantity amount qty")} ingredient_amount
    | ingredient_category food_group food_category
      {owned("ingredient grocery_item grocery food_item", "category type group")}
    | allergen allergens allergen_name {owned("ingredient", "allergen")} contains_allergens
    | preparation preparation_note {owned("ingredient", "note notes preparation comment")} prep_note
    | ingredient_line ingredient_text {owned("ingredient", "text display original description")}
    | ingredient_cost {owned("ingredient", "cost price")}
    """,
    draw_ingredient,
)


def draw_recipe(
    word: int,
    own: int,
    around: int,
    position: int,
) -> tuple[Cell, ...]:
    """Return a dish with its cuisine and course, and times that its kind of cooking takes."""
    name, cuisine, course, method, tags, text = pick_dish(own)
    adjective = dice.pick(word, 2, ADJECTIVES)
    title = f"{adjective} {name}" if adjective else name
    prep = 5 * (1 + mix_word(word, 3) % 6)
    low, high = TIMES[method]
    cook = 5 * round(dice.between(word, 4, low, high) / 5)
    oven = 5 * round(dice.between(word, 5, 160, 230) / 5) if method in OVEN else None
    fahrenheit = 25 * round((oven * 1.8 + 32) / 25) if oven else None
    slug = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
    servings = dice.pick(
        word,
        6,
        (2, 4, 4, 4, 4, 6, 6, 8),
    )
    times = (
        prep,
        cook,
        prep + cook,
        servings,
        oven,
        fahrenheit,
    )
    duration = f"PT{prep + cook}M"
    calories = round(dice.bell(word, 7, 180, 760))
    tag = dice.pick(
        word,
        8,
        [tag.strip() for tag in tags.split(",")],
    )
    return title, slug, cuisine, course, *times, text, method, tag, duration, calories


ADJECTIVES = (
    *("", "", "", "", "Easy", "Classic", "Quick", "Homemade", "Creamy", "Spicy", "Crispy"),
    *("Simple", "One-Pot", "Rustic", "Weeknight", "Grandma's", "Best", "Healthy", "Summer"),
)

TIMES = {
    "bake": (20, 60),
    "roast": (35, 90),
    "simmer": (20, 75),
    "fry": (5, 25),
    "grill": (10, 30),
    "raw": (0, 0),
    "boil": (10, 30),
    "chill": (0, 5),
}
"""By method, how many minutes a dish cooks."""

OVEN = ("bake", "roast")

RECIPE = drawn_items(
    "dish",
    f"""
    recipe_title recipe_name recipe dish_name dish meal_name
      {owned("recipe dish meal", "title name")}
      favorite_dish signature_dish menu_item_name {owned("menu_item menu", "name title item")}
      {owned("item food", "dish")} specialty
    | recipe_slug {owned("recipe dish", "slug")}
    | cuisine cuisine_type cuisine_style
    | course meal_type course_type meal_course {owned("recipe dish meal", "course type category")}
    | prep_time_minutes prep_time prep_minutes preparation_time prep_time_min prep_time_mins
      preparation_time_minutes prep_mins
    | cook_time_minutes cook_time cook_minutes cooking_time cook_time_min cooking_time_minutes
      cook_time_mins cook_mins baking_time
    | total_time_minutes total_time total_minutes ready_in_minutes total_time_min ready_in
      total_time_mins
    | servings serves portions number_of_servings recipe_yield yield_servings portion_count
    | oven_temperature_c oven_temp_c oven_temperature oven_temp baking_temperature bake_temp_c
    | oven_temperature_f oven_temp_f bake_temp_f
    | recipe_description {owned("recipe dish meal", "description summary")} dish_description
      {owned("menu_item", "description")}
    | cooking_method cook_method | dietary_tag dietary_tags diet diets dietary diet_type
      dietary_restriction dietary_restrictions diet_labels dietary_preferences dietary_info
      diet_tags {owned("recipe dish", "tags tag diet")}
    | total_time_iso cook_time_iso
    | calories kcal calories_per_serving {owned("recipe dish meal", "calories kcal")}
    """,
    draw_recipe,
)


def draw_nutrition(word: int) -> tuple[Cell, ...]:
    """Return what a serving holds: energy is 4, 9 and 4 kcal for a gram of each macronutrient."""
    protein = round(dice.tail(word, 1, 2, 58, 1.6), 1)
    fat = round(dice.tail(word, 2, 1, 48, 1.5), 1)
    carbs = round(dice.tail(word, 3, 4, 98, 1.3), 1)
    fiber = round(carbs * dice.bell(word, 4, 0.02, 0.22), 1)
    sugar = round(carbs * dice.bell(word, 5, 0.04, 0.6), 1)
    saturated = round(fat * dice.bell(word, 6, 0.1, 0.5), 1)
    sodium = round(dice.tail(word, 7, 40, 1400, 1.5))
    energy = round(4 * protein + 9 * fat + 4 * carbs)
    cholesterol = round(protein * dice.bell(word, 8, 0.4, 3.2))
    salt = round(sodium * 2.5 / 1000, 2)
    serving = 10 * round(dice.bell(word, 9, 8, 42))
    minerals = (round(dice.bell(word, 10, 10, 320)), round(dice.bell(word, 11, 0.2, 6), 1))
    grades = "AABBCCDE"
    scores = (grades[mix_word(word, 12) % len(grades)], round(energy * 4.184))
    return (
        protein,
        fat,
        carbs,
        fiber,
        sugar,
        saturated,
        sodium,
        energy,
        cholesterol,
        salt,
        (serving),
        *minerals,
        *scores,
    )


NUTRITION = drawn(
    "nutrition",
    """
    protein_g protein protein_grams proteins | fat_g fat total_fat fat_grams fats total_fat_g
    | carbs_g carbs carbohydrates carbohydrates_g carbohydrate carbs_grams carbohydrate_g
      total_carbohydrate total_carbs
    | fiber_g fiber dietary_fiber fibre fibre_g fiber_grams
    | sugar_g sugar sugars sugars_g sugar_grams
    | saturated_fat_g saturated_fat sat_fat saturates | sodium_mg sodium
    | calories kcal energy_kcal calories_kcal energy total_calories calorie_count
    | cholesterol_mg | salt_g salt | serving_size_g serving_size portion_size_g serving_weight_g
      portion_g | calcium_mg | iron_mg | nutri_score nutriscore nutrition_grade | energy_kj
    """,
    draw_nutrition,
)


COOKING = 3
"""The position of the step in which a dish is cooked."""


def draw_step(
    word: int,
    own: int,
    around: int,
    position: int,
) -> tuple[Cell, ...]:
    """Return a step of a recipe: preparations first, serving last."""
    method = pick_dish(around)[3]
    steps = SWEET_STEPS if is_sweet(around) else SAVORY_STEPS
    middle = METHOD_STEPS[method] if position == COOKING else ()
    group = middle or steps[min(position, len(steps) - 1)]
    text, minutes = group[mix_word(around, 31 + position) % len(group)]
    return text, minutes or None


STEP = drawn_items(
    "recipe_step",
    f"""
    {owned("step recipe_step instruction direction", "text description instruction content title")}
      {owned("step recipe_step instruction direction", "body details instructions name")}
      step_text instruction instructions directions direction cooking_instructions preparation_steps
      {owned("recipe", "instructions steps directions method")} preparation_instructions method
    | {owned("step recipe_step", "timer_minutes duration_minutes minutes duration timer time")}
      timer_minutes
    """,
    draw_step,
)

DOMAIN = clear_domain(
    "food",
    merge(
        also(
            INGREDIENT, "main_ingredient", "ingredient_name ingredient ingredients main_ingredient"
        ),
        also(RECIPE, "dish_name", "recipe_name dish_name recipe_title recipe signature_dish dish"),
        also(
            RECIPE,
            "dietary_tags",
            "dietary_tags dietary_restrictions dietary_preferences "
            "dietary_restriction diet_type dietary_tag dietary_preference",
        ),
        select(RECIPE, "cuisine", "cook_time_minutes", "prep_time_minutes", "oven_temperature_c"),
        also(RECIPE, "servings", "servings"),
        select(NUTRITION, "carbs_g", "protein_g", "fat_g", "fiber_g", "sugar_g", "sodium_mg"),
        also(NUTRITION, "energy_kcal", "energy_kcal calories kcal"),
        FOOD_WORDS,
        also(DRINKS, "grape_variety", "grape_variety"),
        also(RESTAURANTS, "restaurant_name", "restaurant_name restaurant"),
    ),
    merge(INGREDIENT, RECIPE, NUTRITION, STEP, DRINKS, RESTAURANTS, FOOD_WORDS_WITHIN),
)
