"""Rows of names whose usual meaning is wrong beside certain words, see :mod:`misreads`."""

from __future__ import annotations

from typing import NamedTuple

from pytest_fixturegen.nodes import Node
from pytest_fixturegen.providers import people, text
from pytest_fixturegen.providers.domains.specs import Code, Spec, code, words
from pytest_fixturegen.providers.facets.names import load_titles
from pytest_fixturegen.providers.fact_fields import NamedProvider
from pytest_fixturegen.providers.field_context import FieldContext


class Misread(NamedTuple):
    """What *names* mean in records with one of *words*: *spec*."""

    names: frozenset[str]
    words: frozenset[str]
    spec: Spec | NamedProvider


def _misread(
    names: str,
    around: str,
    spec: Spec | NamedProvider,
) -> Misread:
    """Return that *names* mean *spec* in records with a word of *around*."""
    return Misread(
        frozenset(names.split()),
        frozenset(around.split()),
        spec,
    )


def _draw_bases(word: int) -> str:
    """Return 20 to 35 bases of DNA."""
    from pytest_fixturegen.streams import mix_word

    bits = word | mix_word(word, 1) << 64
    return "".join("ACGT"[bits >> 2 * place & 3] for place in range(20 + (word >> 60)))


def _provide_ticket_title(context: FieldContext, owner: str) -> Node | None:
    """Return the node of titles of tickets, whose table is loaded only here."""
    return text.build_text_pool(load_titles()["ticket"], context.constraints)


IMAGES = words(
    """
    nginx:1.27 | redis:7.2 | postgres:16.3 | python:3.12-slim | node:20-alpine
    | registry.example.com/shop/api:1.4.2 | registry.example.com/shop/web:2.0.1
    | registry.example.com/shop/worker:1.4.2 | ghcr.io/example/billing:3.1.0
    """
)

CLOUD_REGIONS = words(
    "us-east-1*4 | us-west-2*3 | eu-west-1*3 | eu-central-1*2 | ap-southeast-1*2 | ap-northeast-1"
)

MISREADS = (
    _misread(
        "ext extension phone_ext phone_extension tel_ext",
        "phone telephone tel mobile fax call caller office_phone ph extn employee staff contact",
        code("1999", "199"),
    ),
    _misread(
        "image image_name container_image docker_image",
        "container pod docker deployment kubernetes namespace replicas cluster",
        IMAGES,
    ),
    _misread(
        "region region_code aws_region cloud_region",
        "aws azure gcp bucket instance vpc ec2 s3 lambda cluster arn kubernetes subnet",
        CLOUD_REGIONS,
    ),
    _misread(
        "platform",
        "ad ads advert campaign creative adset advertiser impressions ctr cpc",
        words("Google Ads*4 | Facebook*3 | Instagram*3 | LinkedIn*2 | TikTok*2 | YouTube"),
    ),
    _misread(
        "card_number library_card card_no",
        "library loan borrower patron membership loyalty book points",
        code(r"219990999999\9\9", "29999999999999"),
    ),
    _misread(
        "branch branch_name ref",
        "git commit repo repository pipeline build sha deployment workflow ci merge pull",
        words(
            """
            main*4 | develop*2 | feature/login-form | feature/export-csv | fix/invoice-total
            | release/2.4 | chore/update-deps
            """
        ),
    ),
    _misread(
        "path",
        "api endpoint request http route url referrer pageview page_view operation",
        words(
            """
            /api/v1/orders*3 | /api/v1/users*2 | /api/v1/products*2 | /api/v1/invoices | /login
            | /products*2 | /search | /checkout | /health | / | /pricing | /contact
            """
        ),
    ),
    _misread(
        "role",
        "employee staff shift roster worker crew volunteer",
        words(
            """
            Cashier*2 | Shift Lead | Nurse*2 | Technician*2 | Driver | Cook | Receptionist*2
            | Supervisor | Security Guard | Cleaner | Sales Associate*2
            """
        ),
    ),
    _misread(
        "server_name server waiter_name",
        "restaurant table menu kitchen dining tip guest_count",
        people.provide_full_name,
    ),
    _misread(
        "host host_name hosted_by",
        "podcast episode show guest party dinner listing reservation talk radio",
        people.provide_full_name,
    ),
    _misread("subject", "ticket issue support case helpdesk", _provide_ticket_title),
    _misread(
        "subject",
        "activity call task lead opportunity crm",
        words(
            """
            Call about the offer*2 | Follow-up e-mail*2 | Product demo*2 | Meeting at the office
            | Call back on Monday | Send the proposal | Demo for the team | E-mail with prices
            | Meeting with the buyer | Follow-up call
            """
        ),
    ),
    _misread(
        "subject",
        "mail message recipient sender inbox cc bcc",
        words(
            """
            Meeting on Thursday*2 | Your order has shipped*2 | Invoice attached*2 | Quick question
            | Re: Offer for new desks | Fwd: Travel plans | Welcome to the team | Weekly update*2
            | Reminder: open invoice | Re: Draft of the report | Password reset
            """
        ),
    ),
    _misread(
        "subject",
        "certificate cert tls ssl issuer x509",
        words(
            "CN=www.example.com*3 | CN=api.example.com*2 | CN=*.example.org | CN=mail.example.net"
        ),
    ),
    _misread(
        "issuer",
        "certificate cert tls ssl subject x509",
        words("CN=Example Root CA*2 | CN=Example Issuing CA 2*2 | CN=Internal Test CA"),
    ),
    _misread(
        "common_name",
        "certificate cert tls ssl issuer x509",
        words("www.example.com*3 | api.example.com*2 | *.example.org | mail.example.net"),
    ),
    _misread(
        "case_number case_no",
        "police crime incident offense arrest",
        code("2024-99999", "2025-99999"),
    ),
    _misread(
        "value",
        "dns record ttl zone",
        words(
            """
            192.0.2.10 | 198.51.100.24 | mail.example.com. | www.example.org. | v=spf1 -all
            | 2001:db8::10
            """
        ),
    ),
    _misread(
        "name", "dns ttl zone", words("www*3 | mail*2 | api*2 | @*2 | ftp | blog | shop | _dmarc")
    ),
    _misread(
        "feature",
        "car vehicle",
        words(
            """
            Heated seats*3 | Backup camera*3 | Sunroof*2 | Navigation*2 | Bluetooth*3
            | Cruise control*2
            """
        ),
    ),
    _misread(
        "feature",
        "property house home apartment listing",
        words("Garage*3 | Balcony*3 | Fireplace*2 | Garden*3 | Walk-in closet*2 | Patio"),
    ),
    _misread(
        "format",
        "tournament competition match league contest",
        words("knockout*3 | round robin*3 | group stage*2 | best of five | Swiss system"),
    ),
    _misread(
        "format",
        "event course workshop meeting conference webinar class lesson",
        words("in person*4 | online*3 | hybrid*2"),
    ),
    _misread(
        "os operating_system os_name",
        "server host vm instance node machine kernel cpu",
        words("Ubuntu 22.04*4 | Debian 12*2 | Windows Server 2022*2 | Rocky Linux 9 | RHEL 9"),
    ),
    _misread(
        "source",
        "recipe quote cuisine ingredients poem",
        words(
            "Family cookbook*3 | Grandmother*2 | Magazine*2 | Food blog*2 | Friend | Old notebook"
        ),
    ),
    _misread(
        "schedule",
        "job task cron worker queue pipeline backup report scheduler",
        words("0 * * * **2 | */15 * * * * | 0 2 * * **3 | 30 6 * * 1 | 0 9 * * 1-5 | 0 0 1 * *"),
    ),
    _misread(
        "service",
        "library hotel clinic salon spa dental garage appointment booking barber repair",
        words(
            "Consultation*3 | Repair*2 | Delivery*2 | Training | Printing | Home visit | Support"
        ),
    ),
    _misread("table", "restaurant reservation guest seat dining waiter", code("T9", "T19")),
    _misread("shift", "keyboard key cipher", words("left | right")),
    _misread(
        "grade",
        "steel material beam alloy concrete",
        words("S235 | S355*2 | 304*2 | 316 | A36"),
    ),
    _misread(
        "season",
        "match league team standing fixture club player",
        words("2022/23 | 2023/24*2 | 2024/25*3"),
    ),
    _misread(
        "carrier",
        "device app network os screen session",
        words("""
        Verizon*3 | AT&T*3 | T-Mobile*3 | Vodafone*2 | Orange*2 | Telefonica | Deutsche Telekom
        """),
    ),
    _misread(
        "carrier",
        "shipment parcel tracking delivery shipping freight package",
        words("""
        UPS*3 | FedEx*3 | DHL*3 | USPS*2 | DPD*2 | GLS
        """),
    ),
    _misread(
        "size",
        "company organization team employees headcount",
        words("""
        1-10*3 | 11-50*5 | 51-200*4 | 201-500*2 | 501-1000
        """),
    ),
    _misread("gate", "flight airport boarding terminal airline", code("A1", "B19", "C9", "D19")),
    _misread("terminal", "flight airport gate airline boarding", words("1*3 | 2*3 | 3 | A | B")),
    _misread(
        "sequence",
        "dna rna gene primer genome sample plate oligo",
        Code(_draw_bases),
    ),
    _misread(
        "board",
        "hotel room rate meal booking",
        words("""
        room only*2 | breakfast*4 | half board*2 | full board | all inclusive
        """),
    ),
    _misread(
        "package",
        "python npm pypi dependency version module library",
        words("""
        requests | numpy | pydantic | fastapi | react | lodash | express | pytest | httpx
        """),
    ),
    _misread(
        "key",
        "music song track bpm tempo chord melody",
        words("""
        C major*3 | A minor*3 | G major*3 | E minor*2 | D major*2 | F major*2 | B minor | D minor
        """),
    ),
    _misread(
        "key",
        "s3 bucket object storage upload",
        words("""
        uploads/2024/report.pdf | images/logo.png | exports/orders.csv | backups/db.sql.gz
        | logs/app.log | media/intro.mp4
        """),
    ),
    _misread(
        "resolution",
        "video screen monitor camera display",
        words("""
        1920x1080*4 | 1280x720*2 | 2560x1440*2 | 3840x2160*2
        """),
    ),
    _misread(
        "resolution",
        "ticket issue bug incident case",
        words("""
        fixed*4 | duplicate | works as designed | cannot reproduce | customer informed*2
        """),
    ),
    _misread(
        "condition",
        "weather forecast temperature wind humidity",
        words("""
        clear*3 | partly cloudy*4 | cloudy*3 | light rain*3 | rain*2 | snow | fog | thunderstorm
        """),
    ),
    _misread(
        "position",
        "team player match goal squad club",
        words("""
        Goalkeeper | Defender*3 | Midfielder*3 | Forward*2
        """),
    ),
    _misread(
        "position",
        "employee salary payslip staff hire job department company",
        words("""
        Accountant*2 | Software Engineer*2 | Sales Manager*2 | Office Assistant*2 | Analyst*2
        | Team Lead | Technician*2 | Marketing Manager | HR Specialist | Warehouse Worker
        """),
    ),
    _misread(
        "class",
        "biology species taxonomy kingdom phylum",
        words("""
        Mammalia*3 | Aves*2 | Reptilia | Amphibia | Insecta*2
        """),
    ),
    _misread(
        "class",
        "flight ticket seat booking cabin train",
        words("""
        Economy*6 | Premium Economy | Business*2 | First
        """),
    ),
    _misread(
        "exit_code_text signal", "process container job", words("SIGTERM*2 | SIGKILL | SIGINT")
    ),
)
