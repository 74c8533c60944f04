"""The web: identifiers, URLs, hosts, files, versions and digests.

No URL or host leads to a real machine.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import Call, Node
from pytest_fixturegen.providers import network
from pytest_fixturegen.providers.codes import provide_code
from pytest_fixturegen.providers.data.prose_words import (
    ADJECTIVES,
    LABEL_ADJECTIVES,
    LABEL_NOUNS,
    NOUNS,
)
from pytest_fixturegen.providers.fact_fields import (
    NamedProvider,
    ProviderTable,
    build_draw_node,
    build_table,
    make_choice_provider,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.network import RESERVED_DOMAINS
from pytest_fixturegen.providers.quantity import make_number_provider
from pytest_fixturegen.providers.text import fits_lengths
from pytest_fixturegen.streams import mix_word

USER_AGENTS = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) "
    "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) "
    "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15",
    "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) "
    "AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) "
    "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0",
)

MIME_TYPES = (
    "application/json",
    "application/pdf",
    "image/png",
    "image/jpeg",
    "text/html",
    "text/plain",
    "text/csv",
    "application/zip",
    "video/mp4",
    "audio/mpeg",
    "image/svg+xml",
    "application/xml",
)

FILE_EXTENSIONS = ("pdf", "png", "jpg", "csv", "txt", "docx", "xlsx", "json", "zip", "md")
FOLDER_NAMES = (
    "reports",
    "uploads",
    "archive",
    "images",
    "exports",
    "documents",
    "backups",
    "media",
)
HOST_PREFIXES = ("web", "db", "app", "cache", "worker", "mail", "proxy", "api")
PAGE_SECTIONS = ("blog", "docs", "products", "news", "guides", "events", "about", "stories")

URL_LENGTHS = (22, 80)
"""Characters that every URL of this module has, and that one may need."""

COMMON_PORTS = (80, 443, 8080, 8443, 3000, 5000, 5432, 6379, 8000, 9000, 9090, 3306, 27017, 1883)

COMMON_METHODS = ("GET", "GET", "GET", "POST", "POST", "PUT", "PATCH", "DELETE")
"""Methods of HTTP, common ones more than once."""

COMMON_STATUS_CODES = (
    *(200, 200, 200, 200, 201, 204),
    *(301, 304),
    *(400, 401, 403, 404, 404, 422),
    *(500, 503),
)
"""Status codes of HTTP, common ones more than once."""

IDENTIFIER_FIELDS = """
    id uuid guid _id uid pk identifier external_id correlation_id request_id session_id trace_id
    transaction_id device_id
"""


def _draw_word_pair(word: int) -> tuple[str, str]:
    return ADJECTIVES[(word >> 8) % len(ADJECTIVES)], NOUNS[(word >> 24) % len(NOUNS)]


def _draw_label_pair(word: int) -> tuple[str, str]:
    """Return the words of a label, as pages and files are called."""
    first = LABEL_ADJECTIVES[(word >> 8) % len(LABEL_ADJECTIVES)]
    return first, LABEL_NOUNS[(word >> 24) % len(LABEL_NOUNS)]


# Identifiers and digests


def draw_uuid(word: int) -> str:
    """Return a random UUID, version 4 [RFC 9562 5.4]."""
    high = f"{word:016x}"
    low = f"{mix_word(word, 1) >> 2 | 1 << 63:016x}"  # the two highest bits are the variant, 10
    return f"{high[:8]}-{high[8:12]}-4{high[13:]}-{low[:4]}-{low[4:]}"


def provide_identifier(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a UUID; of its digits or of a code if there is less room."""
    return (
        build_draw_node(context, draw_uuid, (36, 36))
        or build_draw_node(context, partial(draw_hexadecimal, 32))
        or provide_code(context, owner)
    )


def draw_hexadecimal(length: int, word: int) -> str:
    """Return *length* hexadecimal digits."""
    digits = f"{word:016x}"
    word_count = -(-length // 16)
    for step in range(1, word_count):
        digits += f"{mix_word(word, step):016x}"
    return digits[:length]


def make_digest_provider(length: int, prefix: str = "") -> NamedProvider:
    """Return a provider of *prefix* and *length* hexadecimal digits."""
    return lambda context, owner: build_draw_node(
        context, lambda word: prefix + draw_hexadecimal(length, word)
    )


def provide_token(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a secret, which begins with "test_" if there is room."""
    token = build_draw_node(context, _draw_test_token)
    return token or build_draw_node(context, partial(draw_hexadecimal, 16))


def _draw_test_token(word: int) -> str:
    return f"test_{draw_hexadecimal(32, word)}"


def provide_slug(context: FieldContext, owner: str) -> Node | None:
    """Return the node of words with hyphens between them; of one word if there is less room."""
    return build_draw_node(context, _draw_slug) or build_draw_node(context, _draw_noun)


def _draw_slug(word: int) -> str:
    first, second = _draw_label_pair(word)
    return f"{first}-{second}-{word % 90 + 10}"


def _draw_noun(word: int) -> str:
    return LABEL_NOUNS[word * len(LABEL_NOUNS) >> 64]


# URLs


def draw_page_url(word: int) -> str:
    """Return the URL of a page."""
    first, second = _draw_label_pair(word)
    section = PAGE_SECTIONS[word >> 4 & 7]
    return f"https://www.{RESERVED_DOMAINS[word % 3]}/{section}/{first}-{second}"


def draw_home_url(word: int) -> str:
    """Return the URL of a site."""
    return f"https://{draw_domain(word)}/"


def draw_image_url(word: int) -> str:
    """Return the URL of an image."""
    first, second = _draw_label_pair(word)
    number = (word >> 40) % 1000
    return f"https://cdn.{RESERVED_DOMAINS[word % 3]}/images/{first}-{second}-{number}.jpg"


def draw_hook_url(word: int) -> str:
    """Return the URL of a webhook."""
    return f"https://api.{RESERVED_DOMAINS[word % 3]}/hooks/{draw_hexadecimal(12, word >> 8)}"


def make_url_provider(draw: Callable[[int], str]) -> NamedProvider:
    """Return a provider of URLs, as text or as Pydantic's type."""

    def provide_url(context: FieldContext, owner: str) -> Node | None:
        """Return a node of URLs, as texts or as objects; None if the constraints refuse them."""
        if context.kind == "str":
            return build_draw_node(context, draw)
        return Call(draw) if accepts_https_url(context.constraints, *URL_LENGTHS) else None

    return provide_url


def accepts_https_url(
    constraints: Constraints,
    shortest: int,
    longest: int,
) -> bool:
    """Return whether every https URL of *shortest* to *longest* characters is valid."""
    if constraints.schemes and "https" not in constraints.schemes:
        return False
    return fits_lengths(constraints, shortest, longest)


# Hosts, files and versions


def draw_domain(word: int) -> str:
    """Return a subdomain of a reserved domain."""
    first, second = _draw_word_pair(word)
    return f"{first}-{second}.{RESERVED_DOMAINS[word % 3]}"


def _draw_host(word: int) -> str:
    """Return the name of a host below a domain for examples."""
    number = (word >> 8) % 20 + 1
    domain = RESERVED_DOMAINS[(word >> 32) % 3]
    return f"{HOST_PREFIXES[word & 7]}-{number:02}.{domain}"


def draw_version(word: int) -> str:
    """Return a version of three numbers."""
    return f"{word % 5}.{(word >> 8) % 20}.{(word >> 16) % 12}"


def draw_file_name(word: int) -> str:
    """Return the name of a file with an extension."""
    first, second = _draw_label_pair(word)
    return f"{first}-{second}.{FILE_EXTENSIONS[word % len(FILE_EXTENSIONS)]}"


def _draw_path(word: int) -> str:
    """Return the path of a file on a website."""
    year = 2020 + (word >> 4) % 6
    return f"/{FOLDER_NAMES[word & 7]}/{year}/{draw_file_name(word >> 8)}"


def _draw_folder(word: int) -> str:
    return f"/srv/{FOLDER_NAMES[word & 7]}"


def draw_mac_address(word: int) -> str:
    """Return an address in 00-00-5E-00-53, which is for documentation [RFC 7042 2.1.1]."""
    return f"00:00:5e:00:53:{word & 255:02x}"


def _draw_ipv4(word: int) -> str:
    return str(network.ipv4(word))


def _draw_ipv6(word: int) -> str:
    return str(network.ipv6(word))


def _draw_color(word: int) -> str:
    return f"#{word & 0xFFFFFF:06x}"


def make_text_provider(draw: Callable[[int], str]) -> NamedProvider:
    """Return a provider of the texts that *draw* draws."""
    return lambda context, owner: build_draw_node(context, draw)


NAMES: ProviderTable = build_table(
    (IDENTIFIER_FIELDS, "str", provide_identifier),
    ("slug permalink url_slug", "str", provide_slug),
    (
        "url uri link href website_url web_page page_url source_url canonical_url permalink_url",
        "str url",
        make_url_provider(draw_page_url),
    ),
    (
        "website homepage home_page site web blog blog_url site_url portfolio",
        "str url",
        make_url_provider(draw_home_url),
    ),
    (
        """image image_url avatar avatar_url photo photo_url picture thumbnail logo logo_url img
        icon_url""",
        "str url",
        make_url_provider(draw_image_url),
    ),
    (
        """thumbnail_url picture_url profile_picture profile_image profile_image_url cover
        cover_image cover_url""",
        "str url",
        make_url_provider(draw_image_url),
    ),
    (
        "callback callback_url webhook webhook_url endpoint endpoint_url redirect_uri redirect_url",
        "str url",
        make_url_provider(draw_hook_url),
    ),
    ("domain domain_name", "str", make_text_provider(draw_domain)),
    ("hostname host host_name server server_name", "str", make_text_provider(_draw_host)),
    (
        "ip ip_address ipv4 ip_addr client_ip remote_addr remote_ip source_ip ipv4_address",
        "str",
        make_text_provider(_draw_ipv4),
    ),
    ("ipv6 ipv6_address", "str", make_text_provider(_draw_ipv6)),
    ("mac mac_address", "str", make_text_provider(draw_mac_address)),
    (
        "port port_number",
        "int",
        make_number_provider(COMMON_PORTS),
    ),
    ("user_agent useragent", "str", make_choice_provider(*USER_AGENTS)),
    ("path file_path filepath", "str", make_text_provider(_draw_path)),
    ("filename file_name file attachment document_name", "str", make_text_provider(draw_file_name)),
    (
        "folder directory dir folder_name",
        "str",
        make_text_provider(_draw_folder),
    ),
    ("mime_type content_type mimetype media_type", "str", make_choice_provider(*MIME_TYPES)),
    ("extension file_extension file_ext ext", "str", make_choice_provider(*FILE_EXTENSIONS)),
    (
        "version app_version software_version api_version firmware firmware_version release",
        "str",
        make_text_provider(draw_version),
    ),
    (
        "hash sha256 checksum digest content_hash file_hash password_hash",
        "str",
        make_digest_provider(64),
    ),
    ("md5 etag fingerprint", "str", make_digest_provider(32)),
    ("sha1 commit commit_hash commit_sha sha", "str", make_digest_provider(40)),
    (
        """token api_key access_token refresh_token secret_key secret auth_token api_token
        client_secret private_key""",
        "str",
        provide_token,
    ),
    (
        "hex_color color_hex hex_colour background_color text_color hex",
        "str",
        make_text_provider(_draw_color),
    ),
    (
        "method http_method request_method verb",
        "str",
        make_choice_provider(*COMMON_METHODS),
    ),
    (
        "status_code http_status response_code http_status_code",
        "int",
        make_number_provider(COMMON_STATUS_CODES),
    ),
    (
        "protocol",
        "str",
        make_choice_provider("http", "https", "https", "tcp", "udp", "mqtt", "grpc"),
    ),
    (
        "os operating_system platform",
        "str",
        make_choice_provider("Windows", "macOS", "Linux", "Android", "iOS"),
    ),
    ("browser", "str", make_choice_provider("Chrome", "Firefox", "Safari", "Edge")),
    ("device device_type", "str", make_choice_provider("desktop", "mobile", "tablet")),
    ("environment env", "str", make_choice_provider("development", "staging", "production")),
    (
        "log_level loglevel",
        "str",
        make_choice_provider("DEBUG", "INFO", "INFO", "INFO", "WARNING", "ERROR"),
    ),
    (
        "event_type event",
        "str",
        make_choice_provider(
            "created", "updated", "deleted", "viewed", "signed_in", "signed_out", "exported"
        ),
    ),
)
"""Names of fields and kinds of value, and their providers."""
