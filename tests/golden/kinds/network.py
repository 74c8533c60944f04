"""Models that show what is special about network."""

from __future__ import annotations

import ipaddress
from typing import Any

import pydantic
from pydantic import BaseModel, EmailStr, NameEmail

SCHEMES = {
    "AnyUrl": "https",
    "AnyHttpUrl": "https",
    "HttpUrl": "https",
    "FileUrl": "file",
    "FtpUrl": "ftp",
    "WebsocketUrl": "wss",
    "AnyWebsocketUrl": "wss",
    "PostgresDsn": "postgres",
    "CockroachDsn": "cockroachdb",
    "AmqpDsn": "amqp",
    "RedisDsn": "redis",
    "MongoDsn": "mongodb",
    "KafkaDsn": "kafka",
    "NatsDsn": "wss",
    "MySQLDsn": "mysql",
    "MariaDBDsn": "mariadb",
    "ClickHouseDsn": "clickhouse",
    "SnowflakeDsn": "snowflake",
}


INTERNET: tuple[tuple[Any, tuple[type, ...]], ...] = (
    (pydantic.IPvAnyAddress, (ipaddress.IPv4Address, ipaddress.IPv6Address)),
    (pydantic.IPvAnyInterface, (ipaddress.IPv4Interface, ipaddress.IPv6Interface)),
    (pydantic.IPvAnyNetwork, (ipaddress.IPv4Network, ipaddress.IPv6Network)),
    (ipaddress.IPv4Interface, (ipaddress.IPv4Interface,)),
    (ipaddress.IPv6Network, (ipaddress.IPv6Network,)),
)


class Contact(BaseModel):
    email: EmailStr
    full: NameEmail


TYPES = {
    **{name: getattr(pydantic, name) for name in SCHEMES},
    **{f"internet{place}": kind for place, (kind, _) in enumerate(INTERNET)},
}
"""More types that are drawn, by name."""
