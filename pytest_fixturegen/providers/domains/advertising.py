"""Advertising: campaigns, ad groups, keywords, creatives."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import (
    Spec,
    code,
    domain,
    merge,
    number,
    own_names,
    pool,
    sentences,
    table,
    words,
)

PLATFORMS = table(
    "ad_platform",
    """platform ad_platform channel ad_network network publisher media_channel |
    placement ad_placement | ad_format format creative_type ad_type creative_format |
    campaign_type buying_type""",
    """
    Google Ads ~ google ~ adwords | Search results | text | Search | *6
    Google Ads | Shopping results | shopping | Performance Max | *2
    Google Ads | Display network | image | Display
    Meta Ads ~ facebook ~ meta | Facebook feed | image | Conversions | *4
    Meta Ads | Facebook marketplace | carousel | Catalog sales
    Instagram | Instagram stories | video | Reach | *2
    Instagram | Instagram feed | carousel | Conversions
    TikTok Ads ~ tiktok | For You feed | video | Spark Ads | *2
    LinkedIn Ads ~ linkedin | Sponsored content | image | Lead generation | *2
    Microsoft Bing Ads ~ bing ~ microsoft_ads | Search results | text | Search
    YouTube ~ youtube_ads | In-stream video | video | Video views | *2
    Pinterest Ads ~ pinterest | Home feed | image | Shopping
    X Ads ~ twitter ~ x | Timeline | text | Engagement
    Reddit Ads ~ reddit | Feed | text | Traffic
    Amazon Ads ~ amazon | Sponsored products | shopping | Sponsored products
    """,
)

SIZES = table(
    "ad_size",
    """ad_size size creative_size dimensions banner_size | width creative_width ad_width width_px |
    height creative_height ad_height height_px | aspect_ratio""",
    """
    300x250 | 300 | 250 | 6:5 | *4
    728x90 | 728 | 90 | 8:1 | *2
    160x600 | 160 | 600 | 4:15
    320x50 | 320 | 50 | 32:5 | *3
    1080x1080 | 1080 | 1080 | 1:1 | *4
    1080x1920 | 1080 | 1920 | 9:16 | *3
    1200x628 | 1200 | 628 | 1.91:1 | *3
    """,
    leads=True,
)

CREATIVES = table(
    "ad_creative",
    """theme campaign_theme | campaign_name campaign name campaign_title | headline ad_headline
    ad_title primary_headline | call_to_action cta cta_text button_text call_to_action_text |
    description ad_copy body_text primary_text ad_text ad_description copy body | ad_name
    creative_name ad_creative_name | ad_group_name ad_group ad_set_name adset_name adset ad_set |
    keyword search_term keyword_text search_query matched_query query | landing_slug | product
    promoted_product""",
    """
    spring | Spring sale – home and garden | Save 20 % on garden furniture | Shop now
        | Tables, chairs and lounges for your terrace. Free delivery over 50.
        | Spring sale – carousel A | Garden – broad | garden furniture sale | spring-sale
            | garden set
    trial | Free trial – small business | Try it free for 30 days | Start free trial
        | Invoices, quotes and reports in one place. No card needed.
        | Free trial – video 15 s | Invoicing – exact | invoice software small business | free-trial
        | invoicing
    launch | Product launch – wireless earbuds | Sound that fits your day | Buy now
        | Thirty hours of battery, noise cancelling and a two year warranty.
        | Earbuds – square image | Audio – lookalike 1 % | wireless earbuds | earbuds | earbuds
    webinar | Webinar – security basics | Join our free webinar | Sign up
        | Learn in 45 minutes how to protect your team from phishing.
        | Webinar – single image | IT managers | security training | webinar | webinar
    ebook | Lead magnet – logistics guide | Get the logistics guide | Download
        | Forty pages on cutting delivery costs, with checklists.
        | Guide – document ad | Operations leads | reduce shipping costs | logistics-guide | guide
    retarget | Retargeting – abandoned carts | Still thinking about it? | Buy now
        | Your cart is waiting. Order today and get free returns.
        | Cart – dynamic product | Cart visitors 14 days | buy running shoes | cart | running shoes
    app | App installs – fitness | Train anywhere, any time | Download
        | Plans for home, gym and park. Get the app and start today.
        | App – story video | Fitness – interests | workout app | app | fitness app
    brand | Brand – always on | Made to last | Learn more
        | Furniture from certified wood, built by hand since 1987.
        | Brand – hero video | Brand terms | oak furniture | about | oak furniture
    holiday | Holiday gifts – national | Gifts they will love | Shop now
        | Order by Thursday for delivery before the holidays.
        | Gifts – collection | Gifts – remarketing | gift ideas | gifts | gift box
    course | Back to school – online courses | Learn a new skill this autumn | Apply now
        | Short courses with certificates. Start any Monday.
        | Course – carousel | Students 18–24 | online course | courses | course
    travel | City breaks – last minute | Two nights from 149 | Book now
        | Hotel and train to twelve cities. Free cancellation.
        | City breaks – image set | Travel – in market | city break deals | city-breaks | city trip
    local | Store opening – downtown | Visit our new store | Get directions
        | Opening offers all week. Coffee is on us.
        | Opening – local image | Radius 15 km | furniture store near me | store | store visit
    """,
)

OWN: dict[str, Spec] = {
    "call_to_action cta cta_text": CREATIVES[
        next(names for names in CREATIVES if names.startswith("call_to_action"))
    ],
    "bid_strategy bidding_strategy": words(
        """maximize conversions*4|target CPA*3|target ROAS*3|maximize clicks*2|manual CPC*2|
        lowest cost*2|cost cap"""
    ),
    "keyword_match_type": words("broad*4|phrase*4|exact*5"),
    "optimization_goal": words("conversions*5|link clicks*3|reach*2|impressions|app installs"),
    "viewability viewability_rate": number(0.31, 0.66, 0.94, 2),
    "quality_score": words("4|5*2|6*3|7*5|8*4|9*2|10"),
}

WITHIN: dict[str, Spec] = {
    "match_type": words("broad*4|phrase*4|exact*5"),
    "campaign_id": code("[1999999999]"),
    "ad_group_id adset_id ad_set_id": code("[199999999999]"),
    "ad_id creative_id": code("[199999999999]"),
    "ad_account_id account_id customer_id": pool("[199]-[999]-[9999]", 6),
    "objective campaign_objective goal campaign_goal": words(
        "sales*5|traffic*4|leads*4|awareness*3|conversions*4|engagement*2|app installs"
    ),
    "advertiser advertiser_name client brand brand_name account_name": words(
        """Oak & Linen|Northwind Outdoor|Brightside Audio|Ledgerly|Fernhill Fitness|Cargo Compass|
        Morning Roast|Harbour Hotels|Pixel Academy|Greenleaf Garden|Velora Shoes|Kestrel Bikes"""
    ),
    "landing_page landing_page_url final_url destination_url click_url target_url": sentences(
        "https://www.example.com/{landing_slug}?utm_source=ads&utm_medium=cpc"
    ),
    "display_url": sentences("www.example.com/{landing_slug}"),
    "target_country targeting_country country geo target_geo": words(
        "US*5|GB*3|DE*3|FR*2|CA*2|AU|SE|NL|ES|IT|JP|BR"
    ),
    "target_location location": words(
        "United States*3|United Kingdom*2|Germany*2|France|Canada|Sweden|Netherlands|Spain"
    ),
    "target_audience audience audience_name target_segment audience_segment": words(
        """Cart visitors 14 days*3|Lookalike 1 %*2|Past purchasers 180 days*2|
        In-market: home*2|Interest: fitness|Small business owners|Newsletter subscribers"""
    ),
    "target_gender gender genders": words("all*7|female*2|male*2"),
    "competition competition_index": number(0.02, 0.46, 1, 2),
    "search_volume avg_monthly_searches monthly_searches": number(10, 1900, 246000),
    "target_interest targeting_interest interest": words(
        """fitness|home decor|travel|cooking|gaming|technology|gardening|fashion|parenting|
        small business|photography|cycling"""
    ),
    "age_group age_range": words("18-24*2|25-34*4|35-44*4|45-54*3|55-64*2|65+"),
    "target_age_min min_age age_min": words("18*6|21|25*4|30|35*2"),
    "target_age_max max_age age_max": words("44*2|45|54*3|55|64*2|65*5"),
    "device device_type target_device": words("mobile*6|desktop*4|tablet"),
    "pricing_model bid_type billing_event cost_model": words("CPC*6|CPM*4|CPA*2|CPV"),
    "bid bid_amount max_cpc cpc_bid": number(0.12, 1.1, 9.5, 2),
    "ad_position position": words("1*3|2*3|3*2|4"),
    "creative_status review_status approval_status": words("approved*9|under review*2|disapproved"),
    "rejection_reason disapproval_reason": words(
        "Misleading claim|Destination not working|Trademark in text|Too much text in image"
    ),
    "conversion_type conversion_action": words(
        "purchase*5|lead*3|sign_up*2|add_to_cart|app_install"
    ),
    "attribution_window": words("7-day click*4|7-day click, 1-day view*3|28-day click|1-day click"),
}

DOMAIN = domain(
    "advertising",
    merge(
        OWN,
        own_names(
            merge(WITHIN, SIZES, CREATIVES, PLATFORMS),
            """ad_group_name ad_name ad_headline ad_copy keyword_text search_term ad_format ad_size
            ad_platform campaign_objective """,
        ),
    ),
    merge(WITHIN, SIZES, CREATIVES, PLATFORMS),
)
