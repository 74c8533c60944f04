"""Telecommunication: plans, lines, calls, usage, SIM cards, outages."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import (
    domain,
    make_code,
    merge,
    number,
    pick,
    shape,
    table,
    words,
)
from pytest_fixturegen.streams import mix_word

PLANS = table(
    "mobile_plan",
    """mobile_plan tariff_name rate_plan_name data_plan phone_plan plan_name tariff |
    data_allowance_gb included_data_gb data_limit_gb monthly_data_gb | included_minutes
    voice_minutes minutes_included | included_sms sms_included | plan_type billing_model
    payment_model | monthly_fee monthly_charge plan_price monthly_price recurring_charge""",
    """
    Mobile S | 3 | 200 | 100 | Prepaid | 9.99
    Mobile S | 5 | 300 | 200 | Postpaid | 12.99
    Mobile M | 15 | 1000 | 1000 | Postpaid | 19.99
    Mobile M Student | 20 | 1000 | 1000 | Postpaid | 17.99
    Mobile L | 40 | 3000 | 3000 | Postpaid | 29.99
    Mobile L 5G | 60 | 3000 | 3000 | Postpaid | 34.99
    Unlimited | 200 | 9999 | 9999 | Postpaid | 49.99
    Family Share | 80 | 5000 | 5000 | Postpaid | 64.99
    Prepaid Basic | 1 | 100 | 50 | Prepaid | 4.99
    Prepaid Travel | 10 | 250 | 100 | Prepaid | 14.99
    Data Only 50 | 50 | 0 | 0 | Postpaid | 22.99
    """,
)

LISTS = {
    "network_type network_technology radio_technology access_technology": words(
        "5G*4|LTE*6|4G*3|3G|WiFi*2"
    ),
    "telecom_carrier mobile_operator network_operator operator_name mobile_carrier": words(
        """Silverline Mobile|Openview Mobile|Northcell|Telmar|Orbit Wireless|Nordtel|Clearcall|Mobi
        Uno|Vanta Mobile|Skylink"""
    ),
    "call_type": words("Outgoing*5|Incoming*5|Missed*2|Voicemail|International|Roaming"),
    "call_direction": words("Outbound*5|Inbound*5"),
    "call_result termination_cause disconnect_reason call_end_reason": words(
        "Normal clearing*8|No answer*3|Busy*2|Rejected|Network failure|Dropped call*2"
    ),
    "usage_type": words("Data*6|Voice*4|SMS*3|Roaming data"),
    "sim_status": words("Active*8|Inactive|Suspended|Blocked|Ordered"),
    "sim_type": words("eSIM*4|Nano SIM*6|Micro SIM"),
    "line_status": words("Active*8|Suspended|Ported out|Cancelled"),
    "roaming_zone": words("Home*7|EU*3|World 1|World 2|North America"),
    "device_brand phone_brand": words("Apple*4|Samsung*4|Google*2|Xiaomi*2|Motorola|Nokia"),
    "outage_cause outage_reason": words(
        "Fiber cut*3|Power failure*3|Planned maintenance*3|Hardware failure*2|Software update|Storm"
    ),
    "internet_plan broadband_plan connection_type": words(
        "Fiber 250*3|Fiber 500*2|Fiber 1000|Cable 100*3|DSL 50*3|DSL 16|5G Home"
    ),
    "churn_risk": words("Low*6|Medium*3|High"),
    "porting_status": words("Completed*6|Requested*2|Rejected|Scheduled"),
    "value_added_service addon_name add_on": words(
        "Roaming Pack|Music Option|Device Insurance|Extra Data 5 GB|Second SIM|Voicemail Plus"
    ),
    "antenna_type": words("Sector*5|Omni*2|Panel*3|Parabolic"),
}


def append_luhn_digit(body: str) -> str:
    """Return *body* with its check digit [ISO/IEC 7812-1]."""
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(reversed(body)))
    total = sum(value // 10 + value % 10 for value in doubled)
    return f"{body}{-total % 10}"


def draw_imei(word: int) -> str:
    """Return an IMEI of the test range, with its check digit [3GPP TS 23.003]."""
    return append_luhn_digit(f"00101{mix_word(word, 1) % 10**9:09}")


def draw_iccid(word: int) -> str:
    """Return the number of a SIM card, with its check digit [ITU-T E.118]."""
    return append_luhn_digit(f"8999901{mix_word(word, 1) % 10**11:011}")


CODES = {
    "imei imei_number device_imei": make_code(draw_imei),
    "iccid sim_number sim_serial sim_card_number": make_code(draw_iccid),
    "imsi": shape("00101##########"),
    "cell_id cell_tower_id": shape("%####", "2######"),
    "apn": words("internet|web.example|data.example|ims"),
    "circuit_id": shape("CKT-######", "FBR/#####/@@@"),
    "mcc_mnc plmn": words("00101*3|99901"),
    "puk puk_code": shape("########"),
    "pin_code sim_pin": shape("####"),
}

DOMAIN = domain(
    "telecom",
    merge(PLANS, LISTS, CODES),
    {
        "plan": pick(PLANS, "mobile_plan"),
        "carrier operator network": pick(LISTS, "mobile_operator"),
        "data_used_gb data_usage_gb": number(0, 7.4, 92, 2),
        "data_used_mb data_usage_mb": number(0, 2400, 61000),
        "minutes_used call_minutes": number(0, 142, 1900),
        "sms_sent sms_used sms_count": number(0, 18, 420),
        "call_duration_seconds call_duration duration_seconds": number(3, 96, 5400),
        "signal_strength_dbm signal_dbm rssi rsrp": number(-118, -87, -52),
        "download_mbps download_speed_mbps": number(4, 96, 940, 1),
        "upload_mbps upload_speed_mbps": number(1, 28, 480, 1),
        "direction": pick(LISTS, "call_direction"),
        "reason": pick(LISTS, "outage_cause"),
        "contract_months minimum_term_months": words("1*2|12*3|24*6"),
    },
    """network_type usage_type connection_type monthly_fee plan_type operator_name plan_name
    add_on billing_model monthly_price apn tariff monthly_charge recurring_charge call_result
    payment_model device_brand addon_name pin_code cell_id termination_cause plan_price
    access_technology data_plan""",
)
