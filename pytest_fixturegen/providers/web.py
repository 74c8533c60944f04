"""The web: identifiers, addresses of pages and machines, files, versions, digests; none of them leads anywhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from pytest_fixturegen.nodes import Call, Node
from pytest_fixturegen.providers import network
from pytest_fixturegen.providers.asks import Ask
from pytest_fixturegen.providers.codes import some_code
from pytest_fixturegen.providers.network import DOMAINS
from pytest_fixturegen.providers.prose_words import ADJECTIVES, NOUNS
from pytest_fixturegen.providers.quantity import counted
from pytest_fixturegen.providers.views import Named, Table, drawn, picked, table
from pytest_fixturegen.streams import mixed

AGENTS = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15",
    "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0",
)

TYPES = (
    "application/json", "application/pdf", "image/png", "image/jpeg", "text/html", "text/plain", "text/csv",
    "application/zip", "video/mp4", "audio/mpeg", "image/svg+xml", "application/xml",
)  # fmt: skip

ENDINGS = ("pdf", "png", "jpg", "csv", "txt", "docx", "xlsx", "json", "zip", "md")
FOLDERS = ("reports", "uploads", "archive", "images", "exports", "documents", "backups", "media")
MACHINES = ("web", "db", "app", "cache", "worker", "mail", "proxy", "api")
PAGES = ("blog", "docs", "products", "news", "guides", "events", "about", "stories")


def _pair(word: int) -> tuple[str, str]:
    return ADJECTIVES[(word >> 8) % len(ADJECTIVES)], NOUNS[(word >> 24) % len(NOUNS)]


def uuid_text(word: int) -> str:
    """A random UUID [RFC 9562 5.4]."""
    high, low = f"{word:016x}", f"{mixed(word, 1) >> 2 | 1 << 63:016x}"
    return f"{high[:8]}-{high[8:12]}-4{high[13:]}-{low[:4]}-{low[4:]}"


def identifier(ask: Ask, whose: str) -> Node | None:
    """A UUID; its digits alone, or a code, where there is less room."""
    return drawn(ask, uuid_text, (36, 36)) or drawn(ask, partial(hexadecimal, 32)) or some_code(ask, whose)


def hexadecimal(length: int, word: int) -> str:
    """*length* hexadecimal digits."""
    digits = f"{word:016x}"
    for step in range(1, -(-length // 16)):
        digits += f"{mixed(word, step):016x}"
    return digits[:length]


def digest(length: int, prefix: str = "") -> Named:
    """A provider of *length* hexadecimal digits."""
    return lambda ask, whose: drawn(ask, lambda word: prefix + hexadecimal(length, word))


def token(ask: Ask, whose: str) -> Node | None:
    """A secret that opens nothing, and says so."""
    return drawn(ask, lambda word: f"test_{hexadecimal(32, word)}") or drawn(ask, partial(hexadecimal, 16))


def slug(ask: Ask, whose: str) -> Node | None:
    """Words with hyphens between them."""
    return drawn(ask, _slug) or drawn(ask, lambda word: NOUNS[word * len(NOUNS) >> 64])


def _slug(word: int) -> str:
    first, second = _pair(word)
    return f"{first}-{second}-{word % 90 + 10}"


def page_url(word: int) -> str:
    """The address of a page."""
    first, second = _pair(word)
    return f"https://www.{DOMAINS[word % 3]}/{PAGES[word >> 4 & 7]}/{first}-{second}"


def home_url(word: int) -> str:
    """The address of a site."""
    first, second = _pair(word)
    return f"https://{first}-{second}.{DOMAINS[word % 3]}/"


def image_url(word: int) -> str:
    """The address of a picture."""
    first, second = _pair(word)
    return f"https://cdn.{DOMAINS[word % 3]}/images/{first}-{second}-{(word >> 40) % 1000}.jpg"


def hook_url(word: int) -> str:
    """The address that a machine calls."""
    return f"https://api.{DOMAINS[word % 3]}/hooks/{hexadecimal(12, word >> 8)}"


def url(draw: Callable[[int], str]) -> Named:
    """A provider of addresses, of text or of Pydantic's type."""

    def serve(ask: Ask, whose: str) -> Node | None:
        if ask.kind == "str":
            return drawn(ask, draw)
        open_to = not ask.rules.schemes or "https" in ask.rules.schemes
        room = ask.rules.max_length is None or ask.rules.max_length >= 80
        return Call(draw) if open_to and room and ask.rules.pattern is None and (ask.rules.min_length or 0) <= 22 else None

    return serve


def domain(word: int) -> str:
    first, second = _pair(word)
    return f"{first}-{second}.{DOMAINS[word % 3]}"


def _host(word: int) -> str:
    return f"{MACHINES[word & 7]}-{(word >> 8) % 20 + 1:02}.{DOMAINS[(word >> 32) % 3]}"


def version(word: int) -> str:
    return f"{word % 5}.{(word >> 8) % 20}.{(word >> 16) % 12}"


def file_name(word: int) -> str:
    first, second = _pair(word)
    return f"{first}-{second}.{ENDINGS[word % len(ENDINGS)]}"


def _path(word: int) -> str:
    return f"/{FOLDERS[word & 7]}/{2020 + (word >> 4) % 6}/{file_name(word >> 8)}"


def mac(word: int) -> str:
    """In 00-00-5E-00-53, kept for documentation [RFC 7042 2.1.1]."""
    return f"00:00:5e:00:53:{word & 255:02x}"


def _ipv4(word: int) -> str:
    return str(network.ipv4(word))


def _ipv6(word: int) -> str:
    return str(network.ipv6(word))


def said(draw: Callable[[int], str]) -> Named:
    """A provider of the texts that *draw* draws."""
    return lambda ask, whose: drawn(ask, draw)


ids = "id uuid guid _id uid pk identifier external_id correlation_id request_id session_id trace_id transaction_id device_id"

NAMES: Table = table(
    (ids, "str", identifier),
    ("slug permalink url_slug", "str", slug),
    ("url uri link href website_url web_page page_url source_url canonical_url permalink_url", "str url", url(page_url)),
    ("website homepage home_page site web blog blog_url site_url portfolio", "str url", url(home_url)),
    (
        "image image_url avatar avatar_url photo photo_url picture thumbnail logo logo_url img icon_url",
        "str url",
        url(image_url),
    ),
    (
        "thumbnail_url picture_url profile_picture profile_image profile_image_url cover cover_image cover_url",
        "str url",
        url(image_url),
    ),
    ("callback callback_url webhook webhook_url endpoint endpoint_url redirect_uri redirect_url", "str url", url(hook_url)),
    ("domain domain_name", "str", said(domain)),
    ("hostname host host_name server server_name", "str", said(_host)),
    ("ip ip_address ipv4 ip_addr client_ip remote_addr remote_ip source_ip ipv4_address", "str", said(_ipv4)),
    ("ipv6 ipv6_address", "str", said(_ipv6)),
    ("mac mac_address", "str", said(mac)),
    ("port port_number", "int", counted((80, 443, 8080, 8443, 3000, 5000, 5432, 6379, 8000, 9000, 9090, 3306, 27017, 1883))),
    ("user_agent useragent", "str", picked(*AGENTS)),
    ("path file_path filepath", "str", said(_path)),
    ("filename file_name file attachment document_name", "str", said(file_name)),
    ("folder directory dir folder_name", "str", said(lambda word: f"/srv/{FOLDERS[word & 7]}")),
    ("mime_type content_type mimetype media_type", "str", picked(*TYPES)),
    ("extension file_extension file_ext ext", "str", picked(*ENDINGS)),
    ("version app_version software_version api_version firmware firmware_version release", "str", said(version)),
    ("hash sha256 checksum digest content_hash file_hash password_hash", "str", digest(64)),
    ("md5 etag fingerprint", "str", digest(32)),
    ("sha1 commit commit_hash commit_sha sha", "str", digest(40)),
    ("token api_key access_token refresh_token secret_key secret auth_token api_token client_secret private_key", "str", token),
    ("hex_color color_hex hex_colour background_color text_color hex", "str", said(lambda word: f"#{word & 0xFFFFFF:06x}")),
    ("method http_method request_method verb", "str", picked("GET", "GET", "GET", "POST", "POST", "PUT", "PATCH", "DELETE")),
    (
        "status_code http_status response_code http_status_code",
        "int",
        counted((200, 200, 200, 200, 201, 204, 301, 304, 400, 401, 403, 404, 404, 422, 500, 503)),
    ),
    ("protocol", "str", picked("http", "https", "https", "tcp", "udp", "mqtt", "grpc")),
    ("os operating_system platform", "str", picked("Windows", "macOS", "Linux", "Android", "iOS")),
    ("browser", "str", picked("Chrome", "Firefox", "Safari", "Edge")),
    ("device device_type", "str", picked("desktop", "mobile", "tablet")),
    ("environment env", "str", picked("development", "staging", "production")),
    ("log_level loglevel", "str", picked("DEBUG", "INFO", "INFO", "INFO", "WARNING", "ERROR")),
    ("event_type event", "str", picked("created", "updated", "deleted", "viewed", "signed_in", "signed_out", "exported")),
)
"""Names of fields and kinds of value, and who serves them."""
