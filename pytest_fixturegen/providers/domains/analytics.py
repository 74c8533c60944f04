"""Web and product analytics: page views, sessions, events, traffic, devices."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.software_words import KEBAB_PAGES
from pytest_fixturegen.providers.domains.specs import (
    Spec,
    TableColumn,
    code,
    domain,
    merge,
    number,
    pool,
    seeded,
    sentences,
    shared,
    table,
    words,
)

TRAFFIC = table(
    "traffic_source",
    """referrer_type source_type traffic_type channel_type traffic_source_type |
    channel channel_group default_channel_group acquisition_channel marketing_channel
    traffic_source acquisition_source | referrer referrer_url referer document_referrer |
    referrer_domain referring_domain referrer_host | utm_source source first_touch_source
    last_touch_source | utm_medium medium | utm_campaign campaign_source_name | utm_content |
    utm_term""",
    """
    direct ~ none | Direct | - | - | - | - | - | - | - | *9
    organic ~ search ~ organic_search | Organic Search | https://www.google.com/
        | www.google.com | - | - | - | - | - | *8
    organic | Organic Search | https://www.bing.com/ | www.bing.com | - | - | - | - | - | *2
    organic | Organic Search | https://duckduckgo.com/ | duckduckgo.com | - | - | - | - | -
    paid ~ paid_search ~ cpc | Paid Search | https://www.google.com/ | www.google.com
        | google | cpc | brand-search | text-ad-a | desk lamp | *2
    social | Organic Social | https://www.facebook.com/ | www.facebook.com
        | facebook | social | spring-launch | carousel | - | *2
    social | Organic Social | https://www.linkedin.com/ | www.linkedin.com
        | linkedin | social | webinar-june | post | -
    social | Organic Social | https://t.co/ | t.co | twitter | social | spring-launch | post | -
    social | Organic Social | https://www.reddit.com/ | www.reddit.com
        | reddit | social | community | thread | -
    email ~ newsletter | Email | https://mail.example.com/ | mail.example.com
        | newsletter | email | weekly-digest | header-link | - | *3
    email | Email | https://mail.example.com/ | mail.example.com
        | newsletter | email | summer-sale | button | -
    referral ~ partner | Referral | https://news.example.org/articles/best-tools
        | news.example.org | - | - | - | - | - | *2
    referral | Referral | https://blog.example.net/reviews | blog.example.net
        | partner | referral | partner-review | review-link | -
    affiliate | Affiliates | https://deals.example.net/ | deals.example.net
        | partner | affiliate | autumn-deals | banner-1 | -
    display | Display | https://weather.example.org/ | weather.example.org
        | google | display | retargeting | banner-300x250 | -
    """,
)


def _mozilla(system: str, engine: str) -> str:
    """Return the header of a browser."""
    return f"Mozilla/5.0 ({system}) {engine}"


WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"
WINDOWS = "Windows NT 10.0; Win64; x64"
MAC = "Macintosh; Intel Mac OS X 10_15_7"
LINUX = "X11; Linux x86_64"
SAFARI = "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5"
CHROME_126 = f"{WEBKIT} Chrome/126.0.0.0"
GECKO = "Gecko/20100101 Firefox/127.0"

CLIENT_ROWS = (
    "desktop|Chrome|126.0|Windows|11|1920|1080|1903|PC|"
    + _mozilla(WINDOWS, CHROME_126 + " Safari/537.36"),
    "desktop|Chrome|126.0|Windows|10|1366|768|1349|PC|"
    + _mozilla(WINDOWS, CHROME_126 + " Safari/537.36"),
    "desktop|Edge|126.0|Windows|11|1536|864|1519|PC|"
    + _mozilla(WINDOWS, CHROME_126 + " Safari/537.36 Edg/126.0.0.0"),
    "desktop|Firefox|127.0|Windows|10|2560|1440|2543|PC|" + _mozilla(WINDOWS + "; rv:127.0", GECKO),
    "desktop|Safari|17.5|macOS|14.5|1440|900|1425|MacBook Air|"
    + _mozilla(MAC, SAFARI + " Safari/605.1.15"),
    "desktop|Chrome|126.0|macOS|14.5|1512|982|1497|MacBook Pro|"
    + _mozilla(MAC, CHROME_126 + " Safari/537.36"),
    "desktop|Firefox|127.0|Linux|6.8|1920|1080|1908|PC|" + _mozilla(LINUX + "; rv:127.0", GECKO),
    "mobile|Safari|17.5|iOS|17.5|390|844|390|iPhone 14|"
    + _mozilla("iPhone; CPU iPhone OS 17_5 like Mac OS X", SAFARI + " Mobile/15E148 Safari/604.1"),
    "mobile|Safari|17.4|iOS|17.4|393|852|393|iPhone 15 Pro|"
    + _mozilla("iPhone; CPU iPhone OS 17_4 like Mac OS X", SAFARI + " Mobile/15E148 Safari/604.1"),
    "mobile|Chrome|126.0|Android|14|412|915|412|Pixel 8|"
    + _mozilla("Linux; Android 14; Pixel 8", CHROME_126 + " Mobile Safari/537.36"),
    "mobile|Chrome|125.0|Android|13|360|780|360|Galaxy S23|"
    + _mozilla("Linux; Android 13; SM-S911B", f"{WEBKIT} Chrome/125.0.0.0 Mobile Safari/537.36"),
    "mobile|Samsung|25.0|Android|14|384|854|384|Galaxy A54|"
    + _mozilla("Linux; Android 14; SM-A546B", f"{WEBKIT} SamsungBrowser/25.0 Mobile Safari/537.36"),
    "mobile|Chrome|124.0|Android|13|393|873|393|Redmi Note 12|"
    + _mozilla("Linux; Android 13; 22111317G", f"{WEBKIT} Chrome/124.0.0.0 Mobile Safari/537.36"),
    "tablet|Safari|17.5|iPadOS|17.5|820|1180|820|iPad Air|"
    + _mozilla("iPad; CPU OS 17_5 like Mac OS X", SAFARI + " Mobile/15E148 Safari/604.1"),
    "tablet|Chrome|126.0|Android|13|800|1280|800|Galaxy Tab S8|"
    + _mozilla("Linux; Android 13; SM-X700", CHROME_126 + " Safari/537.36"),
)
CLIENT_WEIGHTS = (6, 4, 3, 1, 3, 3, 1, 6, 3, 4, 3, 1, 1, 1, 1)

CLIENT_COLUMNS = (
    "device_type device device_category form_factor",
    "browser browser_name user_agent_browser",
    "browser_version",
    "os os_name operating_system os_family",
    "os_version operating_system_version",
    "screen_width screen_w device_screen_width",
    "screen_height screen_h device_screen_height",
    "viewport_width window_width viewport_w inner_width",
    "device_model device_name model mobile_model",
    "user_agent ua agent http_user_agent",
    "screen_resolution resolution screen_size",
    "viewport_height window_height viewport_h inner_height",
)


def _build_client_rows() -> tuple[tuple[str, ...], ...]:
    """Return the clients, each as often as its weight says."""
    rows: list[tuple[str, ...]] = []
    for text, weight in zip(CLIENT_ROWS, CLIENT_WEIGHTS, strict=True):
        cells = text.split("|")
        width, height = cells[5], cells[6]
        is_desktop = cells[0] == "desktop"
        inner_height = str(int(height) - (143 if is_desktop else 0))
        rows += [(*cells, f"{width}x{height}", inner_height)] * weight
    return tuple(rows)


CLIENTS: dict[str, Spec] = {
    names: TableColumn("web_client", place, _build_client_rows(), leads=True)
    for place, names in enumerate(CLIENT_COLUMNS)
}

EVENTS = table(
    "tracked_event",
    """event_name event event_type event_action action name | event_category category
    event_group | event_label label | [revenue event_value order_value purchase_value value | ] |
    currency | object_type entity_type target_type""",
    """
    page_view | navigation | /pricing | - | - | - | page | *8
    button_click | engagement | Start free trial | - | - | - | button | *5
    link_click ~ click | engagement | Read more | - | - | - | link | *3
    search | engagement | desk lamp | - | - | - | search | *3
    scroll_depth ~ scroll | engagement | 75 % | - | - | - | page | *2
    video_play | engagement | Product tour | - | - | - | video | *2
    sign_up ~ signup | account | email | - | - | - | account | *2
    login | account | google | - | - | - | account | *3
    form_submit | conversion | Contact form | - | - | - | form | *2
    product_view ~ view_item | commerce | Desk lamp | - | - | - | product | *5
    add_to_cart | commerce | Desk lamp | - | - | - | product | *4
    checkout_start ~ begin_checkout | commerce | 2 items | - | - | - | cart | *2
    purchase ~ order_completed | commerce | 2 items | 12.90 | 389.00 | USD | order | *2
    purchase | commerce | 1 item | 9.50 | 240.00 | EUR | order
    subscription_started | commerce | Pro | 9.00 | 99.00 | USD | subscription
    app_open ~ session_start | lifecycle | - | - | - | - | app | *3
    app_install | lifecycle | - | - | - | - | app
    share | engagement | copy link | - | - | - | page
    file_download | engagement | price-list.pdf | - | - | - | file
    """,
)

OWN: dict[str, Spec] = {
    names.split()[0]: spec
    for names, spec in TRAFFIC.items()
    if names.startswith(("utm_", "referrer_domain"))
}
OWN |= {
    "scroll_depth scroll_percent max_scroll scroll_depth_percent": words(
        "10|25*4|40|50*5|60|75*5|90*3|100*4"
    ),
    "browser_language": words("en-US*5|en-GB*2|de-DE*2|fr-FR|es-ES|sv-SE|ja-JP|pt-BR"),
    "network_type connection_type effective_connection_type": words("wifi*6|4g*4|5g*3|3g|ethernet"),
    "mobile_carrier": words(
        "Verizon|AT&T|T-Mobile*2|Vodafone*2|Orange|Telekom|O2|EE|Telia|Movistar"
    ),
}

WITHIN: dict[str, Spec] = {
    "site site_id property property_name website_name hostname domain": words(
        "www.example.com*5|shop.example.com*3|blog.example.com*2|docs.example.com*2"
    ),
    "url page_url page_location current_url landing_page entry_page": sentences(
        "https://www.example.com{path}"
    ),
    "path page_path pathname page url_path landing_path": shared(
        "page_path", "|".join(KEBAB_PAGES.options)
    ),
    "exit_page exit_url": sentences("https://www.example.com{exit_path}"),
    "exit_path": shared("exit_path", "|".join(KEBAB_PAGES.options)),
    "page_title title document_title": words(
        """Home – Example Shop*3|Pricing – Example Shop*2|Features|About us|Contact|
        Getting started – Docs|How we scaled search – Blog|Desk lamp – Example Shop|
        Your cart|Checkout|Log in|Create an account|Search results|Help centre|Changelog"""
    ),
    "session_id": seeded("web_session", "[xxxxxxxxxxxxxxxxxxxxxxxx]"),
    "visitor_id anonymous_id client_id distinct_id device_cookie": seeded(
        "web_visitor", "[1999999999].17[19999999]", "[1999999999].16[99999999]"
    ),
    "carrier": words("Verizon|AT&T|T-Mobile*2|Vodafone*2|Orange|Telekom|O2|EE|Telia|Movistar"),
    "app_version build_version": code("3.[1].[9]", "3.1[9].0", "4.0.[1]", "2.9.[1]"),
    "load_time_ms page_load_ms page_load_time load_time dom_ready_ms": number(180, 1450, 14000),
    "ttfb_ms time_to_first_byte_ms": number(20, 180, 2100),
    "lcp_ms largest_contentful_paint": number(600, 2100, 9000),
    "cls cumulative_layout_shift": number(0, 0.04, 0.6, 3),
    "is_bot bot is_crawler": words("false*19|true"),
    "is_new_visitor new_visitor is_first_visit is_new_user": words("true*4|false*6"),
    "color_depth": words("24*9|30"),
    "pixel_ratio device_pixel_ratio": words("1*3|2*5|3*3|1.5"),
    "connection_speed downlink": words("10*4|5.6|1.5|25"),
    "goal goal_name conversion_event conversion_name": words(
        "Purchase*4|Sign up*3|Contact form|Newsletter|Free trial*2|Download"
    ),
    "funnel funnel_name": words("Checkout*3|Sign up*3|Onboarding*2|Upgrade"),
    "step_name funnel_step": words(
        "Landing|Product view|Add to cart|Checkout|Payment|Confirmation"
    ),
    "segment segment_name audience cohort cohort_name": words(
        "New visitors*3|Returning customers*3|Mobile users*2|Trial users|High spenders"
    ),
    "attribution_model": words("last_click*4|data_driven*3|first_click|linear|time_decay"),
    "dimension dimension_name": words("page|country|device|source|campaign|browser|landing page"),
    "property_name property_key": words(
        "plan|source|button_text|product_id|price|category|position"
    ),
    "report_name report": words("Traffic overview|Acquisition|Checkout funnel|Top pages|Retention"),
    "consent_status consent cookie_consent": words("granted*6|denied*3|pending"),
    "visitor_number": pool("[1999]", 12),
}

DOMAIN = domain("analytics", OWN, merge(WITHIN, CLIENTS, EVENTS, TRAFFIC))
