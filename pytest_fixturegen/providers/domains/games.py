"""Games: characters, items, quests, achievements, matches."""

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

CLASSES = table(
    "character_class",
    """character_class player_class hero_class job_class | main_attribute primary_stat
    primary_attribute | weapon_type preferred_weapon | armor_type""",
    """
    Warrior | Strength | Sword ; Axe | Plate
    Paladin | Strength | Hammer | Plate
    Ranger | Agility | Bow ; Crossbow | Leather
    Rogue | Agility | Dagger | Leather
    Mage | Intelligence | Staff ; Wand | Cloth
    Warlock | Intelligence | Tome | Cloth
    Priest | Spirit | Mace | Cloth
    Druid | Spirit | Staff | Leather
    Bard | Charisma | Lute ; Rapier | Leather
    Monk | Agility | Fist weapon | Cloth
    """,
)

ITEMS = table(
    "game_item",
    """item_rarity rarity rarity_tier | _rarity_word | item_slot equipment_slot | _item_noun""",
    """
    Common | Worn ; Plain ; Rusty | Weapon | Sword ; Bow ; Staff ; Dagger
    Common | Simple ; Dusty | Consumable | Potion ; Bread ; Bandage ; Torch
    Common | Old ; Patched | Chest | Tunic ; Robe
    Uncommon | Sturdy ; Polished ; Balanced | Weapon | Axe ; Mace ; Spear ; Crossbow
    Uncommon | Reinforced ; Hunter's | Head | Helmet ; Hood ; Cap
    Uncommon | Traveler's ; Quiet | Feet | Boots ; Sandals
    Rare | Silver ; Moonlit ; Runed | Weapon | Blade ; Longbow ; Scepter
    Rare | Enchanted ; Whispering | Ring | Ring ; Band
    Epic | Stormforged ; Ember ; Frostbound | Chest | Breastplate ; Cloak ; Mantle
    Epic | Shadow ; Starlit | Amulet | Pendant ; Talisman
    Legendary | Dragonbone ; Sunfire ; Voidsteel | Weapon | Greatsword ; Warhammer ; Grimoire
    """,
)

TEXTS = {
    "game_title game_name video_game game": titles(
        "game_title",
        """{_game_mood} {_game_noun} | {_game_noun} of {_game_place} | {_game_place}: {_game_noun}
        {_game_end} | {_game_noun} {_game_end} | Legends of {_game_place} | {_game_mood}
        {_game_noun} {_game_no}""",
    ),
    "_game_mood": words("Iron|Hollow|Crystal|Lost|Silent|Neon|Crimson|Final|Tiny|Endless|Turbo"),
    "_game_noun": words(
        "Frontier|Kingdoms|Harvest|Circuit|Voyage|Tactics|Dungeon|Racers|Colony|Odyssey"
    ),
    "_game_place": words("Arvandor|Vell|Thornwood|Orbis|Karsk|Mirefall|Nova Prime|Eldhaven"),
    "_game_end": words("Online|Reborn|Chronicles|Arena|Simulator|Legacy|Tycoon"),
    "_game_no": words("II|III|2|3"),
    "weapon_name weapon": titles(
        "weapon_name",
        "{_weapon_adj} {_weapon_noun} | {_weapon_noun} of {_power} | {_weapon_adj} {_weapon_noun}",
    ),
    "_weapon_adj": words("Rusty|Moonlit|Stormforged|Plain|Balanced|Runed|Dragonbone|Silver|Ember"),
    "_weapon_noun": words("Sword|Longbow|Staff|Dagger|Axe|Mace|Spear|Crossbow|Warhammer|Scepter"),
    "loot_name armor_name loot equipment_name game_item": titles(
        "game_item_name",
        """{_rarity_word} {_item_noun} | {_rarity_word} {_item_noun} of {_power} | {_rarity_word}
        {_item_noun}""",
    ),
    "_power": words("Haste|the Bear|the Owl|Frost|Embers|the Deep|Courage|Shadows|Fortune"),
    "character_name hero_name npc_name avatar_name": titles(
        "character_name",
        """{_hero_first} | {_hero_first} {_hero_last} | {_hero_first} of {_game_place} |
        {_hero_first} the {_hero_kind}""",
    ),
    "_hero_first": words(
        "Kaelen|Mirabel|Thorne|Isolde|Bram|Sable|Orin|Lyra|Garrick|Nym|Vesper|Draven|Eira|Fenn|Zara"
    ),
    "_hero_last": words("Ashford|Stormhand|Duskwalker|Ironwood|Quickstep|Ravensong|Thistle"),
    "_hero_kind": words("Bold|Wanderer|Silent|Red|Wise|Lucky|Unbroken"),
    "gamertag player_tag in_game_name ign player_nickname": titles(
        "gamertag",
        """{_tag_a}{_tag_b} | {_tag_a}{_tag_b}{_tag_no} | x{_tag_b}{_tag_no} | {_tag_a}_{_tag_b}
        | The{_tag_a}{_tag_b}""",
    ),
    "_tag_a": words("Dark|Turbo|Lazy|Pixel|Frost|Mega|Silent|Cosmic|Salty|Hyper|Lucky"),
    "_tag_b": words("Fox|Wolf|Wizard|Potato|Knight|Ninja|Panda|Hawk|Ghost|Taco|Llama"),
    "_tag_no": words("7|42|99|13|88|2k|404|777|21|3000"),
    "race_of_character character_race species_of_character": words(
        "Human*5|Elf*3|Dwarf*3|Orc*2|Gnome|Half-Elf|Tiefling|Dragonborn"
    ),
    "quest_name quest quest_title mission mission_name mission_title": titles(
        "quest",
        """{_quest_do} the {_quest_what} | The {_quest_what} of {_game_place} | {_quest_do} the
        {_quest_what} of {_game_place} | A {_quest_adj} {_quest_what} | {_quest_number}
        {_quest_things} for {_hero_first}""",
    ),
    "_quest_do": words("Find|Rescue|Guard|Return|Break|Follow|Light|Seal|Repair|Escort"),
    "_quest_what": words("Lost Crown|Beacon|Caravan|Oath|Ancient Gate|Miller's Son|Relic|Shrine"),
    "_quest_adj": words("Broken|Quiet|Dangerous|Forgotten"),
    "_quest_number": words("Ten|Five|Three"),
    "_quest_things": words("Wolf Pelts|Herbs|Letters|Crystals|Barrels"),
    "achievement achievement_name achievement_title trophy trophy_name badge_name": titles(
        "achievement",
        """{_ach_first} {_ach_second} | {_ach_count} {_ach_things} | The {_ach_second} | No
        {_ach_second} Left Behind | {_ach_first} {_ach_things}""",
    ),
    "_ach_first": words("First|Master|Born|Veteran|Secret|Speedy|Unstoppable|Lucky"),
    "_ach_second": words("Explorer|Blood|Collector|Builder|Survivor|Champion|Merchant|Angler"),
    "_ach_count": words("100|1,000|50|Ten"),
    "_ach_things": words("Victories|Coins|Headshots|Islands|Potions|Steps|Perfect Runs"),
    "achievement_description quest_description mission_description": sentences(
        """Win {_ach_number} matches in a row. | Collect {_ach_number} {_ach_low}. | Finish the
        {_quest_low} without taking damage. | Reach level {_ach_number} with any character. | Bring
        {_ach_number} {_ach_low} to the camp."""
    ),
    "_ach_number": words("3|5|10|20|25|50|100"),
    "_ach_low": words("crystals|herbs|coins|relics|fish|wolf pelts|map pieces"),
    "_quest_low": words("first dungeon|tower|tutorial|ice cave|final race"),
    "game_mode play_mode match_mode": words(
        "Ranked*4|Casual*4|Co-op*2|Deathmatch*2|Capture the flag|Story*3|Survival|Battle royale*2"
    ),
    "game_genre": words(
        "RPG*3|Strategy*3|Shooter*3|Puzzle*2|Racing*2|Simulation*2|Platformer|Sports"
    ),
    "difficulty difficulty_setting game_difficulty": words("Easy*3|Normal*6|Hard*3|Nightmare"),
    "map_name game_map arena_name zone_name_of_game level_name": words(
        """Frozen Harbor|Ember Canyon|Old Quarry|Sky Temple|Sunken City|Rust Yard|Crystal Cave
        |Midnight Market|Dune Sea|Watchtower"""
    ),
    "ability ability_name spell spell_name power_name": words(
        """Fireball|Shield Wall|Shadow Step|Healing Light|Ice Lance|Battle Cry|Multishot|Chain
        Lightning|Summon Wolf|Stealth|Thunder Clap|Barkskin"""
    ),
    "guild guild_name clan clan_name": words(
        """Order of the Owl|Night Market|The Ironbound|Sleepy Dragons|Red Lanterns|Last Light
        |Potion Sellers|Seventh Tide|Moss and Stone|Critical Miss"""
    ),
    "rank_name rank_tier league_tier player_rank": words(
        "Bronze*4|Silver*5|Gold*4|Platinum*2|Diamond|Master"
    ),
    "in_game_currency virtual_currency": words("Gold*5|Gems*3|Credits*2|Coins*4|Crystals"),
    "game_platform gaming_platform": words("PC*5|PlayStation*3|Xbox*3|Switch*3|Mobile*3"),
    "match_outcome": words("Victory*5|Defeat*5|Draw"),
    "ban_reason": words("Cheating*4|Toxic chat*3|Account sharing|Botting|Payment fraud"),
}

DOMAIN = domain(
    "games",
    merge(CLASSES, ITEMS, TEXTS),
    {
        "class": pick(CLASSES, "character_class"),
        "race": pick(TEXTS, "race_of_character"),
        "item item_name inventory": pick(TEXTS, "loot_name"),
        "name title": pick(TEXTS, "character_name"),
        "genre": pick(TEXTS, "game_genre"),
        "mode": pick(TEXTS, "game_mode"),
        "map level_map": pick(TEXTS, "map_name"),
        "level player_level character_level": number(1, 24, 80),
        "xp experience experience_points": number(0, 8400, 98000),
        "hp health hit_points max_hp": number(10, 120, 940),
        "mana mp": number(0, 80, 600),
        "strength dexterity intelligence wisdom charisma constitution agility stamina": number(
            3, 12, 20
        ),
        "kills deaths": number(0, 7, 38),
        "gold coins gems credits": number(0, 640, 52000),
        "result outcome": pick(TEXTS, "match_outcome"),
        "description": pick(TEXTS, "quest_description"),
        "platform": pick(TEXTS, "game_platform"),
        "rank": pick(TEXTS, "rank_name"),
    },
    """game rarity weapon mission difficulty ability guild achievement badge_name trophy spell clan
    player_class level_name mission_name quest loot character_name rank_name zone_name_of_game
    weapon_type main_attribute mission_title""",
)
