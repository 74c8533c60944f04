"""Words that several domains of software share: services, teams, environments, hosts."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import (
    Spec,
    code,
    derived_table,
    draw_template,
    merge,
    pool,
    shared,
    words,
)
from pytest_fixturegen.streams import mix_word

SERVICES = shared(
    "software_service",
    """checkout-api|payment-service|user-service|order-service|inventory-service|auth-service|
    search-api|notification-worker|billing-api|catalog-service|api-gateway|web-frontend|
    recommendation-engine|email-worker|report-generator|image-resizer|shipping-service|
    session-store|audit-logger|pricing-service|webhook-dispatcher|analytics-collector|
    document-service|admin-portal""",
)

TEAMS = shared(
    "software_team",
    """platform|growth|core-infra|payments|mobile|web-frontend|data-platform|search|checkout|
    product-analytics|developer-experience|backend|site-reliability|security-engineering""",
)

ENVIRONMENTS = words("production*5|staging*3|development*2|test")

SEMVER = code("1.[9].[1]", "2.[1].[9]", "0.1[9].[1]", "3.[1].0", "1.4.[19]", "4.0.[1]")
GIT_SHA = code("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")
SHORT_SHA = code("xxxxxxx")
TRACE_ID = code("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")
SPAN_ID = code("xxxxxxxxxxxxxxxx")
ISSUE_KEYS = code(
    "PLAT-[199]", "PAY-[1999]", "WEB-[199]", "CORE-[1999]", "MOB-[199]", "DATA-[199]", "OPS-[199]"
)
KEBAB_PAGES = words(
    """/|/pricing|/features|/about|/contact|/docs|/docs/getting-started|/blog|
    /blog/release-notes|/blog/how-we-scaled-search|/products|/products/desk-lamp|
    /products/travel-mug|/cart|/checkout|/account|/account/orders|/login|/signup|
    /search|/help|/help/returns|/careers|/changelog"""
)

HOST_ROLES = ("web", "api", "db", "cache", "worker", "queue", "build", "proxy")
HOST_SYSTEMS = (
    ("Ubuntu", "22.04", "5.15.0-113-generic"),
    ("Debian", "12", "6.1.0-21-amd64"),
    ("Rocky Linux", "9.4", "5.14.0-427.20.1.el9_4.x86_64"),
    ("Ubuntu", "24.04", "6.8.0-35-generic"),
    ("Amazon Linux", "2023", "6.1.92-99.174.amzn2023.x86_64"),
    ("Red Hat Enterprise Linux", "8.10", "4.18.0-553.el8_10.x86_64"),
)
HOST_COUNT = 24


def _list_hosts() -> list[str]:
    """Return the names of the hosts of the fleet."""
    return [
        f"{HOST_ROLES[number % len(HOST_ROLES)]}-{number // len(HOST_ROLES) + 1:02d}"
        for number in range(HOST_COUNT)
    ]


def _draw_mac(word: int) -> str:
    return draw_template("00:00:5e:00:53:[xx]", mix_word(word, 2))


HOSTS = derived_table(
    "host_of_fleet",
    HOST_COUNT,
    {
        "hostname host host_name hst server server_name machine_name node_hostname": _list_hosts(),
        "ip ip_address ip_addr host_ip": [f"10.0.{n % 4}.{10 + n}" for n in range(HOST_COUNT)],
        "mac mac_address mac_addr": _draw_mac,
        "os os_name os_nm operating_system": [system[0] for system in HOST_SYSTEMS],
        "os_version os_ver": [system[1] for system in HOST_SYSTEMS],
        "kernel kernel_version krnl": [system[2] for system in HOST_SYSTEMS],
        "cpu_count cpu_cores cpu_cnt cores num_cpus logical_cpus": "4 8 16 32 8 64".split(),
        "total_memory_mb mem_total_mb ram_mb": "8192 16384 32768 65536 16384 131072".split(),
        "memory_gb ram_gb total_memory_gb": "8 16 32 64 16 128".split(),
        "disk_gb dsk_gb disk_total_gb": "100 200 500 1000 250 2000".split(),
        "serial_number serial sn": lambda word: draw_template("CZ[1999AA1A]", word),
        "rack rack_name": "R01 R02 R03 R04".split(),
        "datacenter data_center dc": "fra1 ams3 iad2 sjc1".split(),
    },
)

SHARED: dict[str, Spec] = merge(
    {
        "service service_name app_name application microservice component": SERVICES,
        "team team_name owner_team owning_team squad": TEAMS,
        "environment env deployment_environment target_environment stage_name": ENVIRONMENTS,
        "trace_id": TRACE_ID,
        "span_id": SPAN_ID,
        "req_id request_id correlation_id": code("[xxxxxxxx]-[xxxx]-4[xxx]-a[xxx]-[xxxxxxxxxxxx]"),
        "jira_ticket jira_key issue_key ticket_key": ISSUE_KEYS,
        "request_account": pool("199999999999", 5),
    }
)
"""Names that mean the same in each domain of software."""
