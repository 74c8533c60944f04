"""Analytics of apps: tracked events, installations, crashes, devices."""

from __future__ import annotations

from pytest_fixturegen.providers.domains import analytics
from pytest_fixturegen.providers.domains.specs import Spec, code, domain, merge, table, words

PLATFORMS = table(
    "app_platform",
    """platform app_platform client_platform | library sdk library_name tracking_library sdk_name
    | device_model device_name model | os_version | os os_name | manufacturer device_manufacturer
    device_brand brand""",
    """
    ios | analytics-ios | iPhone 14 | 17.5 | iOS | Apple | *3
    ios | analytics-ios | iPhone 15 Pro | 17.4 | iOS | Apple | *2
    ios | analytics-ios | iPad Air | 17.5 | iPadOS | Apple
    android | analytics-android | Pixel 8 | 14 | Android | Google | *3
    android | analytics-android | Galaxy S23 | 14 | Android | Samsung | *3
    android | analytics-android | Redmi Note 12 | 13 | Android | Xiaomi
    android | analytics-android | OnePlus 11 | 14 | Android | OnePlus
    web | analytics.js | MacBook Pro | 14.5 | macOS | Apple | *3
    web | analytics.js | MacBook Air | 14.4 | macOS | Apple
    """,
)

WITHIN: dict[str, Spec] = {
    "app_name app application": words("Example Shop*4|Example Shop Lite|Example Pay"),
    "app_id bundle_id package_name": words("com.example.shop*4|com.example.pay"),
    "app_version app_build version_name": code("3.[1].[9]", "3.1[9].0", "4.0.[1]", "2.9.[1]"),
    "build_number build": code("[1999]", "4[999]"),
    "sdk_version library_version": code("4.[1].[9]", "5.0.[1]"),
    "carrier": words("Verizon|AT&T|T-Mobile*2|Vodafone*2|Orange|Telekom|O2|EE|Telia|Movistar"),
    "screen_name screen view_name view_controller": words(
        """Home*5|ProductDetail*4|Cart*3|Checkout*2|Search*3|Profile*2|Settings|OrderHistory|
        Onboarding|Login*2"""
    ),
    "install_source store app_store": words("App Store*4|Google Play*5|Galaxy Store"),
    "push_status notification_permission push_permission": words("granted*6|denied*3|not asked"),
    "notification_type push_type": words("order update*4|promotion*3|reminder*2|message*2"),
    "crash_reason crash_type exception_name": words(
        """NullPointerException*3|OutOfMemoryError|SIGSEGV|NSInvalidArgumentException*2|
        IllegalStateException*2|IndexOutOfBoundsException|ANR"""
    ),
    "orientation": words("portrait*8|landscape"),
    "network_provider": words("wifi*6|cellular*4"),
}

DOMAIN = domain(
    "app_analytics",
    {},
    merge(analytics.TRAFFIC, analytics.WITHIN, analytics.EVENTS, WITHIN, PLATFORMS),
)
