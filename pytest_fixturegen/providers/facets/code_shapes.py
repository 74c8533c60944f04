"""Shapes of codes: keys of tickets, hashes by algorithm, identifiers of programs.

A line of a table has names, then templates separated by ``|``. In a template ``#`` is a digit,
``@`` a capital letter, ``^`` a small letter, ``%`` a hexadecimal digit, ``!`` a capital letter
or a digit, ``$`` the last digit of a year; every other character stays.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial

from pytest_fixturegen.providers.domains.specs import LETTERS
from pytest_fixturegen.streams import mix_word

CODES = """
ticket_key issue_key jira_key jira_ticket jira_issue jira_id story_key epic_key work_item:
  PROJ-###|OPS-##|WEB-####|DATA-###|APP-####
cron cron_expression cron_schedule schedule_expression crontab: 0 * * * *|*/15 * * * *|0 2 * * *
  |30 6 * * 1|0 9 * * 1-5|0 0 1 * *
trace_id traceid: %{32}
span_id parent_span_id spanid parent_id_hex: %{16}
md5 md5_hash md5sum etag_hash: %{32}
sha1 sha1_hash commit_sha commit_hash git_sha git_commit revision_hash: %{40}
short_sha short_hash abbrev_sha: %{7}
sha256 sha256_hash sha_256 digest_sha256: %{64}
sha512 sha512_hash: %{128}
crc32 crc checksum_crc32: %{8}
image_digest oci_digest: sha256:%{64}
mac mac_address mac_addr bssid hw_address hardware_address: 00:00:5e:00:53:%%
cidr cidr_block subnet ip_range network_cidr: 10.#.0.0/16|10.#.##.0/24|192.168.#.0/24
  |172.16.0.0/20
netmask subnet_mask: 255.255.255.0|255.255.0.0|255.255.255.128
private_ip private_ipv4 internal_ip local_ip lan_ip private_ip_address pod_ip cluster_ip:
  10.#.#.1##|10.#.##.##|192.168.#.1##|172.16.#.##
asn autonomous_system as_number: AS645##
utc_offset tz_offset timezone_offset gmt_offset: +00:00|+01:00|+02:00|-05:00|-06:00|-08:00|+09:00
language_tag bcp47: en-US|en-GB|de-DE|fr-FR|es-ES|sv-SE
semver package_version library_version sdk_version client_version agent_version runtime_version
  plugin_version build_version image_tag: #.##.#|#.#.#|1.#.##
build_number build_no build_id: ####|1####
build_tag release_tag git_tag: v#.#.#|v#.##.#
git_branch head_branch base_branch ref_name: main|develop|feature/login-form
  |feature/export-csv|fix/invoice-total|release/2.#|chore/update-deps
protocol_version http_version: HTTP/1.1|HTTP/1.1|HTTP/2|HTTP/2
mongo_id object_id_hex objectid oid: %{24}
nanoid: ^^!!^^!!^^!!^^!!
ulid: 01J!!!!!!!!!!!!!!!!!!!!!!!
pin pin_code passcode access_code door_code: ####|######
otp verification_code auth_code security_pin: ######
doi: 10.5555/####.####|10.5555/^^^^.202$.####
orcid orcid_id: ~orcid
issn eissn e_issn: ~issn
isin isin_code: ~isin
cusip: ~cusip
lei lei_code: ~lei
npi npi_number: ~npi
ein tax_ein employer_identification_number: 00-#######
duns duns_number: 00-###-####
imo imo_number: ~imo
sedol: B0####0
ticker ticker_symbol stock_symbol: EXMP|ACMX|NRTH|HRBR|GLXE|TSTR
hs_code hs_tariff tariff_code: ####.##|####.##.##
naics naics_code: 44####|52####|54####
sic_code: ####
unspsc unspsc_code: ########
cas cas_number cas_no: ~cas
po_number purchase_order po purchase_order_number: PO-#####|PO-202$-####
quote_number quotation_number: Q-#####|QT-202$-###
contract_number contract_no agreement_number: C-202$-####|CTR-######
policy_number policy_no: POL-#######|POL-202$-#####
claim_number claim_no: CLM-202$-#####|CLM-#######
batch_number batch_no lot_number lot_no batch_code lot_code: L2####|B202$-###|LOT-#####
asset_tag asset_number inventory_number: AST-#####|IT-0####
receipt_number receipt_no: R-######
flight_number flight_no flight: XX###|ZZ####
train_number: IC ###|RE ##
route_number route_no bus_line: ##|###
seat_no seat_number: #A|1#C|2#F|1#D
gate_no: A#|B1#|C#
booking_number reservation_number: BK-######|RSV-#######
case_number case_no docket_number: 202$-CV-####|CASE-######
student_number matriculation_number: S########
badge_id badge_no: B-#####
extension_number: ####
serial_no serial_number sn device_serial: SN-!!!!-######|!!!!!######
part_no part_number: PN-#####-##|####-@@
model_number model_no model_code: !@-###|@@###
license_key product_key activation_key: !!!!!-!!!!!-!!!!!-!!!!!
room_no room_number: 1##|2##|3##
locker_number: ###
parcel_number lot_parcel apn: ###-###-###
plot_number: ##|##A
meter_number meter_no: M########
routing_key: orders.created|orders.paid|users.updated|invoices.sent
permission scope privilege entitlement oauth_scope: orders:read|orders:write|users:read
  |users:write|invoices:read|invoices:write|reports:read|reports:export|settings:manage
  |products:read|products:write|billing:manage|members:invite|projects:delete
capability: read|write|export|invite|approve
feature_key flag_key experiment_key setting_key config_key: new-checkout|dark-mode|price-alerts
  |weekly-digest|search-suggestions|quick-reorder|guest-checkout|team-invites|live-chat
  |saved-filters|bulk-export|two-step-login|product-reviews|store-locator
variant_key variant_id variant_code: control*2|treatment*2|variant-a|variant-b
rule_operator condition_operator comparison_operator operator_symbol comparator filter_operator:
  equals*3|not_equals|in*2|not_in|contains|greater_than|less_than|starts_with|matches
rule_attribute condition_attribute target_attribute targeting_attribute filter_field:
  country*3|plan*3
  |email|device|app_version|user_id|locale|signup_date
operation_name span_name: GET /api/orders|POST /api/orders|GET /api/users|SELECT orders
  |INSERT invoices|redis.get|process_payment|send_email
operation_id: getOrder|listOrders|createInvoice|updateUser|deleteSession
  |searchProducts|sendMessage
event_key event_code event_slug: order.created|order.paid|user.signed_up|invoice.sent
  |payment.failed|shipment.delivered|subscription.renewed
translation_key message_key i18n_key: checkout.title|errors.required|menu.settings|login.submit
driver_license drivers_license driver_license_number license_no drivers_license_number:
  @#######|@###-####
  |########
evidence_tag exhibit_tag: EV-#####|2024-EV-###
luggage_tag baggage_tag bag_tag: 0###-######
rfid rfid_tag epc: E200%{20}
violation_code offense_code: ###.##|##-###
kind_code patent_kind: A1|B1|B2|C
ipc_class cpc_class ipc_code: G06F ##/##|H04L #/##|A61K ##/00|B60L ##/##
cache_key redis_key: user:####|session:%%%%%%%%|product:###:price|cart:####
partition_key shard_key: tenant-##|user-####|2024-1#
idempotency_key: %{8}-%{4}-4%{3}-a%{3}-%{12}
logger logger_name: app.orders|app.auth.views|app.payments.client|app.tasks.email|app.db.pool
  |uvicorn.access|sqlalchemy.engine
module module_name module_path python_module: app.orders.views|app.auth.tokens|app.payments.client
  |app.core.config|app.tasks.email|app.reports.export|billing.invoices|shop.cart.models
function function_name func func_name method_name handler_name callable:
  get_order|create_invoice|send_email|parse_response|validate_address|refresh_token|load_settings
  |calculate_total|update_stock|render_page
class_name exception_class type_name model_class: OrderService|InvoiceBuilder|UserRepository
  |PaymentClient|EmailSender|CartItem|ReportExporter|SessionStore
table_name table db_table source_table target_table: orders|order_items|customers|products
  |invoices
  |payments|shipments|users|user_sessions|audit_log
column_name field_name changed_field field_changed column changed_fields: status|email|quantity
  |price|due_date|assignee|address|phone|title|is_active
schema_name db_schema: public|sales|billing|analytics|audit
index_name: idx_orders_created_at|idx_users_email|ix_items_sku
variable_name env_var: LOG_LEVEL|DATABASE_URL|API_TIMEOUT|REDIS_HOST|DEBUG
thread_name thread: MainThread|worker-#|worker-1#|ThreadPoolExecutor-0_#
process_name: gunicorn|celery|nginx|postgres|python3|redis-server
line_ending eol: LF|CRLF
css_class: btn-primary|card-header|nav-item|form-control
html_tag: div|span|a|button|input|section
xpath: /html/body/main/div[#]|/html/body/div[#]/a
selector css_selector: .main|.btn-primary|form > input|.cart .total
regex regex_pattern: [a-z0-9-]+|[A-Z]{3}-[0-9]+|[0-9]{5}
query_string querystring: page=#&limit=20|sort=created_at&order=desc|q=lamp&page=#
  |utm_source=newsletter
url_path request_path route_path api_path uri_path: /api/v1/orders|/api/v1/orders/####
  |/api/v1/users/###
  |/login|/products|/products/##|/search|/checkout|/health
page page_path landing_page exit_page entry_page: /|/products|/products/##|/pricing|/about|/blog
  |/checkout|/contact|/login
referrer referer referrer_url http_referer: https://www.example.com/
  |https://search.example.org/?q=desk
  |https://news.example.net/today|https://www.example.com/blog
utm_source: google*4|newsletter*3|facebook*2|linkedin|twitter|bing
utm_medium: cpc*3|email*3|organic*2|social*2|referral
utm_campaign campaign_key: spring_sale|summer_launch|brand_search|retargeting_q#|weekly_newsletter
utm_term: desk+lamp|running+shoes|invoice+software
utm_content: header_banner|footer_link|text_ad_#|video_a
call_sign callsign: @@@#|@@@@|@#@@@
geohash: 9q8yy###|dr5ru###|gcpvj###|u33db###
plus_code: 849V+2#|87G8+Q#|9C3X+7#
zodiac zodiac_sign: Aries|Taurus|Gemini|Cancer|Leo|Virgo|Libra|Scorpio|Sagittarius|Capricorn
dewey dewey_decimal call_number shelf_mark: ###.## @@@|###.# @@@
"""
"""By name, the shapes of codes."""

ID_SHAPES = """
device: DEV-#####
sensor: SNS-####
station: ST-####
gateway: GW-###
meter: MTR-######
machine equipment asset: EQ-#####
vehicle truck: VH-####
employee staff worker: E#####
patient: PAT-######
member subscriber: M-######
driver: DRV-####
store shop branch: ST-###
warehouse facility site: WH-##
terminal pos register: T-###
batch lot: LOT-#####
case: CASE-######
claim: CLM-######
policy: POL-#######
ticket: TCK-######
invoice: INV-######
order purchase_order: ORD-######
shipment consignment: SHP-######
booking reservation: BK-######
flight: FL-####
course: CRS-###
sample specimen: SMP-#####
lab laboratory: LAB-##
plot parcel: PLT-###
route line: RT-##
zone area: Z-##
rule alert: RULE-###
campaign ad adset creative: ########
supplier vendor: SUP-####
contract agreement: CTR-#####
loan: LN-######
vessel ship: VSL-####
project: PRJ-###
product article: PRD-#####
store_item: ITM-#####
"""
"""By noun, the shapes of identifiers that people read: ``device_id``."""

WHOLE_ONLY = frozenset(
    """page table column function module thread scope flight selector po sn eol capability
    callable logger subnet xpath regex ticker pin""".split()
)
"""Names that have their meaning only without a word before them."""

CLASSES: dict[str, str] = {
    "#": "0123456789",
    "@": LETTERS,
    "^": LETTERS.lower(),
    "%": "0123456789abcdef",
    "!": LETTERS + "23456789",
    "$": "2345",
}
"""The characters of templates that stand for a random one."""


def draw_shape(shapes: tuple[str, ...], word: int) -> str:
    """Return a text like one of *shapes*; ``%{16}`` is sixteen hexadecimal digits."""
    shape = shapes[mix_word(word, 1) % len(shapes)]
    drawn, step = [], 1
    for char, count in _split_shape(shape):
        options = CLASSES.get(char)
        for _ in range(count):
            step += 1
            drawn.append(options[mix_word(word, step) % len(options)] if options else char)
    return "".join(drawn)


@lru_cache(maxsize=1024)
def _split_shape(shape: str) -> tuple[tuple[str, int], ...]:
    """Return the characters of *shape*, each with how often it is repeated."""
    parts, place = [], 0
    while place < len(shape):
        char, count = shape[place], 1
        place += 1
        end = shape.find("}", place)
        if char in CLASSES and shape[place : place + 1] == "{" and shape[place + 1 : end].isdigit():
            count, place = int(shape[place + 1 : end]), end + 1
        parts.append((char, count))
    return tuple(parts)


def has_code(name: str) -> bool:
    """Return whether *name* names codes."""
    return name in load_codes()


def list_words(name: str) -> tuple[str, ...]:
    """Return the codes *name* if they are a list of words; () if they have random characters."""
    shapes = load_codes()[name]
    is_random = shapes[0].startswith("~") or any(set(shape) & set(CLASSES) for shape in shapes)
    return () if is_random else shapes


def find_code(name: str) -> Callable[[int], str]:
    """Return what draws the codes *name*."""
    from pytest_fixturegen.providers.facets.check_digits import CHECKED_CODES

    shapes = load_codes()[name]
    if shapes[0].startswith("~"):
        return CHECKED_CODES[shapes[0][1:]]
    return partial(draw_shape, shapes)


@lru_cache(maxsize=1)
def load_codes() -> Mapping[str, tuple[str, ...]]:
    """Return the shapes of codes by name."""
    from pytest_fixturegen.providers.facets.word_tables import parse_table

    return parse_table(CODES)


@lru_cache(maxsize=1)
def load_id_shapes() -> Mapping[str, tuple[str, ...]]:
    """Return the shapes of identifiers by noun."""
    from pytest_fixturegen.providers.facets.word_tables import parse_table

    return parse_table(ID_SHAPES)
