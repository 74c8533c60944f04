"""Crowdfunding and auctions: campaigns, rewards, lots and conditions of sale."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import Spec, domain, number, words

CAMPAIGNS = words("""
    A solar lamp for every desk|The pocket weather station|Tales from the Harbor: an illustrated
    book
    |Neighborhood bakery on wheels|A board game about bees|Repair cafe in Mill Street
    |The quiet kettle|Short film: The Last Ferry|A modular backpack for commuters
    |Vinyl debut of the River Band|Urban garden kit|Handmade ceramic travel mugs""")
REWARDS = words("""
    Early bird*4|Supporter pack*3|Signed edition*2|Deluxe tier*2|Limited edition*2|Thank-you card
    |Backer basic*3|Gold tier|Silver tier""")
LOTS = words("""
    Mid-century teak sideboard|Silver tea service|Oil painting, harbor view|Art deco wall clock
    |Gold pocket watch|Porcelain dinner service|Set of six dining chairs|Persian rug
    |Vintage camera with case|First edition novel, signed|Bronze figure of a dancer
    |Classic motorcycle, restored|Diamond ring, 18 ct gold""")

OWN: dict[str, Spec] = {
    "reward_tier reward_name reward_title pledge_level perk_title pledge_tier": REWARDS,
    "lot_title lot_description_short lot_name auction_title": LOTS,
    "blurb campaign_blurb campaign_tagline": words("""
        Help us bring a simple idea to life.|We build it by hand, and need your support to begin.
        |A small team with a big plan for the neighborhood.
        |Back us today and get yours before the shops do."""),
    "campaign_category project_category": words("""
        Technology*4|Design*3|Games*3|Film*2|Music*2|Publishing*2|Food|Art*2|Community*2"""),
    "paddle_number bidder_number": number(12, 240, 980),
    "provenance": words("""
        Private collection*3|From the estate of a collector*2|Acquired at auction in 1987*2
        |By descent in the family*2|Purchased from a gallery"""),
    "condition_grade": words("Excellent*2|Very good*4|Good*4|Fair*2|Poor"),
    "ships_to shipping_countries": words("""
        United States*4|Canada*2|United Kingdom*2|Germany|France|Sweden|Japan|Australia"""),
    "limit_per_backer": number(1, 2, 10),
}

WITHIN: dict[str, Spec] = {
    "title name campaign_title project_title": CAMPAIGNS,
    "category": words("Technology*4|Design*3|Games*3|Film*2|Music*2|Publishing*2|Food|Art*2"),
    "lot_lot_title": LOTS,
}

DOMAIN = domain("fundraising", OWN, WITHIN, "provenance condition_grade ships_to blurb")
