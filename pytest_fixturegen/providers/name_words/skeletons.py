"""Words without their vowels: ``rqstr`` is a requester, ``bdrms`` are bedrooms."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain

VOWELS = frozenset("aeiou")

WORDS = """
customer order number product price date code status description amount quantity account invoice
payment department employee manager address street city state country phone email last first name
list shipped shipping delivery delivered received request requester requested approved approver
created updated deleted modified cancelled cancel closed opened open assigned assign resolved
resolution resolve reported reporter started ended expired renewed returned refund refunded
reserve reserved available reorder vendor supplier warehouse location building floor room bedroom
bedrooms bathroom bathrooms garage spaces square built year sold sale sales listing agent broker
buyer seller owner tenant landlord course courses class section instructor semester student teacher
school grade credit credits major minor term enrolled enrollment attendance attended absent
graduation degree program patient doctor nurse physician provider hospital clinic diagnosis
treatment procedure medication dosage prescription symptom referral referring attending admitted
admission discharge discharged ward insurance policy claim coverage premium deductible beneficiary
insured vehicle make model color engine mileage odometer license registration plate driver
passenger route trip fare flight airline airport departure arrival gate seat booking reservation
guest check checkin checkout night nights rate total subtotal discount tax freight shipment carrier
tracking package parcel weight height width length volume dimension unit units item items line lines
category type group level priority severity subject message comment note reason response
respond reopened escalated ticket case issue task project milestone sprint team member lead
contact company organization branch region district territory market segment channel campaign
source target budget actual variance forecast revenue expense profit margin cost charge fee
balance deposit withdrawal transfer transaction currency bank routing teller check cheque
draft interest principal loan mortgage payment installment maturity salary wage bonus hours
overtime vacation holiday leave benefit benefits contract contractor position title hire
hired terminated termination supervisor division schedule shift period week month quarter
server network device host router switch port memory disk storage bandwidth packet packets error
errors warning latency timeout version release build install installed installation warranty
firmware software hardware serial asset tag backup process thread kernel cluster instance
session visit visitor page click clicks view views impression conversion bounce user login
password role permission access token key value text label format language timezone
count counter record records batch file folder document attachment image photo picture
temperature humidity pressure voltage current power energy frequency speed distance duration
latitude longitude altitude direction wind rain sensor reading measure measured measurement
minimum maximum average median standard deviation percent percentage ratio score rank index
original previous next current new old active inactive enabled disabled primary secondary
internal external public private permanent temporary annual monthly weekly daily hourly quarterly
plan subscription trial usage limit balance member membership donor donation event venue
speaker sponsor attendee registered register signed contract clause party witness court judge
plaintiff defendant lawyer attorney hearing verdict book author publisher copies borrower borrowed
recipe ingredient serving calories protein farm crop field harvest planted yield animal breed
""".split()
"""Words of names that people write without vowels, the likelier ones first."""


MORE_WORDS = """
trailer pallet pallets consignee consignor shipment manifest tender tendered pickup hazmat linehaul
surcharge accessorial dispatch dispatched discharge discharged deceased encounter physician
resident nurse refill dispense dispensed dispenser allergy allergies symptoms vaccine vaccination
card cardholder holder merchant statement ledger accrued overdraft block blocked freeze frozen
issue issued issuer joint guarantor collateral borrower lender delinquent installment disburse
disbursed disbursement reverse reversed reversal journal posting reconcile reconciled
opportunity prospect competitor industry weighted stage pipeline quote quotation proposal
exempt exemption performance appraisal review reviewer rehire rehired preferred dependent
preference workstation workgroup workflow workorder paycheck garnishment withholding deduction
deductions allowance reimbursement void voided denied denial deny reject rejected withdrawn
contract contractor subcontractor activation activate activated deactivated disconnect
disconnected suspend suspended suspension reconnect reconnected handset firmware roaming
adjust adjusted adjustment invoice invoiced prepaid postpaid usage allotment consumption
problem trouble incident workaround rootcause escalate technician dispatcher inspector inspection
compliance violation permit license licensed certificate certified accreditation
warehouse shelf aisle replenish replenishment backorder backordered obsolete discontinued
component assembly subassembly tolerance scrap rework inspectors operator machine downtime
cancelled canceled cancellation scheduled reschedule postponed confirmed confirmation
participant attendee organizer registrant volunteer donor donation pledge sponsor
property landlord lessee lessor leasehold occupancy occupied vacancy vacant mortgage
beneficiary policyholder underwriter adjuster assessor claimant settlement reserve reserves
subrogation deductible coinsurance copayment formulary
student guardian enrollment transcript curriculum scholarship tuition dormitory
aircraft passenger baggage terminal runway itinerary
ledger voucher receipt remittance reconciliation budgeted forecasted committed
customer employee current comment complete completed confirm connect connection convert converted
correct corrected create purchase purchased purchaser procurement requisition requisitioner
received receiving receiver returned resolve resolved restock restocked
percentage permanent temporary probation probationary
birthday gender citizenship nationality language household
signature signed signatory witness notary
person persons monthly quarterly annually semiannual biweekly
north south east west central street boulevard
kilometers kilograms hectares gallons pounds inches
""".split()
"""Words of trades, which are looked at after those that are usual."""

ACRONYMS = frozenset(
    """ttl ssl css dns http https xml html sql tls ssh tcp udp smtp rtt ttf svg png jpg rss cpc cpm
    cpt crm cms ctr btc kyc ndc npr nps lst sms tss gps gpx gdp vpc vpn pdf rgb std qps tps rps iss
    mttr mtbf
    rssi cvss gdpr kwh mwh mcf bbl bbls hdl ldl wbc rbc ssr sdk api gpt hsn nfc pnr
    pcr rna dna mrn mls vsn pct yyyy mmdd ddd ccc""".split()
)
"""Words without vowels that are no abbreviations of those."""

MIN_SKELETON = 3
"""The least letters of a word without vowels."""

MIN_NEAR, MIN_VOWELLED = 4, 5
"""The least letters of a word that lacks consonants too, without and with vowels."""

VOWEL_SHARE = 5
"""A word that has more than one vowel in so many letters is none that lacks its vowels."""


def _list_skeletons(word: str) -> tuple[str, str]:
    """Return the first letter of *word* and its consonants, also without doubled ones."""
    consonants = word[0] + "".join(letter for letter in word[1:] if letter not in VOWELS)
    single = "".join(
        letter
        for place, letter in enumerate(consonants)
        if not place or letter != consonants[place - 1]
    )
    return consonants, single


@lru_cache(maxsize=1)
def _index_skeletons() -> dict[str, str]:
    """Return the word of each skeleton; the first of several words has it."""
    skeletons: dict[str, str] = {}
    for word in chain(WORDS, MORE_WORDS):
        for skeleton in _list_skeletons(word):
            skeletons.setdefault(skeleton, word)
    return skeletons


@lru_cache(maxsize=1)
def _index_initials() -> dict[str, list[str]]:
    """Return the words with each first letter, usual ones first."""
    words: dict[str, list[str]] = {}
    for word in chain(WORDS, MORE_WORDS):
        words.setdefault(word[0], []).append(word)
    return words


@lru_cache(maxsize=2048)
def restore_word(token: str) -> str | None:
    """Return the word of which *token* is the consonants; None if nothing is found."""
    vowels = sum(letter in VOWELS for letter in token[1:])
    if len(token) < MIN_SKELETON or token in ACRONYMS or not token.isascii():
        return None
    exact = None if vowels else _index_skeletons().get(token)
    is_short = len(token) < (MIN_VOWELLED if vowels else MIN_NEAR)
    if exact or is_short or VOWEL_SHARE * vowels > len(token):
        return exact
    return _find_near_word(token)


def _find_near_word(token: str) -> str | None:
    """Return the word that is nearest to *token*, whose letters it has in their order.

    Only consonants in the middle may be left out, a few of them: ``shpmt``, ``cnsgne``, ``dsconn``.
    """
    best, least = None, len(token)
    for word in _index_initials().get(token[0], ()):
        if len(word) <= len(token) or not _has_in_order(word, token):
            continue
        consonants = _list_skeletons(word)[1]
        left_out = len(consonants) - len([letter for letter in token if letter not in VOWELS])
        ends_alike = token[-1] in (word[-1], consonants[-1])
        most = len(consonants) // 3 if ends_alike else 0
        if not VOWELS.isdisjoint(token[1:]):
            most = min(most, 1)
        if left_out <= most and left_out < least:
            best, least = word, left_out
    return best


def _has_in_order(word: str, token: str) -> bool:
    """Return whether *word* has the letters of *token* in their order."""
    letters = iter(word)
    return all(letter in letters for letter in token)
