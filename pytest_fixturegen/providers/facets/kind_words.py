"""What ``*_type``, ``*_kind``, ``*_category`` and similar fields say, by the noun before them."""

from __future__ import annotations

KIND_WORDS = frozenset(
    """type kind category class group family subtype form style variety classification
    subcategory""".split()
)
"""Last words of names that sort things; the noun before them says which."""

KINDS = """
access: read|write|admin|read-only
account: checking*3|savings*2|business|personal|joint|credit
accident incident: injury|property damage|near miss|fire|theft|vehicle accident|slip and fall
action: create|update|delete|view|approve|export
activity: call|email*2|meeting|note|task|demo
ad advert creative: image*3|video*2|carousel|text|responsive|native
address: billing|shipping*2|home*2|work|mailing
adjustment: correction|refund|write-off|discount|damage|recount
agreement: service agreement|license agreement|non-disclosure agreement|lease agreement
aircraft plane: A320|B737-800|A350-900|E190|B787-9|ATR 72
alarm alert: threshold*2|anomaly|availability|security|capacity
allergy: food*3|drug*2|environmental|insect|latex
allocation: fixed|percentage|pro rata|manual
animal livestock: cattle*3|sheep*2|goat|pig|poultry|horse
apartment: studio|one bedroom*2|two bedroom*2|three bedroom|penthouse|loft
application app: web*3|mobile*2|desktop|api|batch
appointment: consultation*3|follow-up*2|check-up*2|procedure|emergency|telehealth
appliance: refrigerator|washing machine|dishwasher|oven|dryer|air conditioner
artifact: binary|container image|archive|report|package|log
asset: laptop*3|monitor|vehicle|furniture|software license|phone|printer
assessment: formative|summative|diagnostic|peer review|final
assignment: homework*3|essay*2|project|quiz|lab report|presentation
attachment: document*2|image*2|spreadsheet|archive|video
attendance: present*6|absent|late|excused
auction: english|dutch|sealed bid|reserve
audience: lookalike|custom|interest|retargeting|broad
auth authentication login: password*4|oauth|sso|magic link|api key|passkey
backup: full*2|incremental*3|differential|snapshot
bank: retail|commercial|savings|investment|cooperative
barrel container_package: drum|pallet|crate|bag|box
battery: lithium-ion*3|lithium polymer|nickel-metal hydride|lead-acid|alkaline
bed: single|double*2|queen*2|king|twin|bunk
benefit: health insurance*2|dental|vision|retirement plan|life insurance|paid leave
bill billing: monthly*3|annual|usage-based|one-time|prorated
blog post article: news*2|tutorial|opinion|announcement|interview|case study
boat vessel ship craft: cargo ship*2|tanker*2|container ship*2|bulk carrier|passenger ferry|tug
  |fishing vessel|yacht
body: sedan*3|suv*3|hatchback*2|wagon|coupe|pickup|van|convertible
bond: government|corporate|municipal|convertible|zero coupon
book: hardcover|paperback*3|e-book*2|audiobook
booking reservation: online*3|phone|walk-in|agency|corporate
branch: main|regional|local|express
budget: operating*2|capital|project|marketing|travel
building: residential*3|commercial*2|industrial|mixed use|public
bus: city*3|intercity|school|shuttle
business company organization organisation entity_company: corporation*3
  |limited liability company*2
  |partnership|sole proprietorship|nonprofit|cooperative
cable: ethernet|fiber optic|coaxial|hdmi|usb-c
calendar: gregorian|fiscal|academic
call: inbound*3|outbound*2|internal|voicemail
camera: dome|bullet|ptz|dslr|mirrorless|webcam
campaign: awareness|conversion*2|retargeting|newsletter*2|product launch|seasonal
cancellation: customer request*3|no show|duplicate|out of stock|weather
car vehicle: sedan*3|suv*3|hatchback*2|pickup truck|van|electric|motorcycle
card: debit*2|credit*3|prepaid|gift|corporate
cargo freight goods load: general cargo*2|containers*3|dry bulk|crude oil|grain|coal
  |refrigerated goods|vehicles
case: technical|billing|complaint|inquiry|fraud|warranty
certificate certification: completion|professional|safety|quality|birth
charge: flat|usage*2|late fee|setup|tax|service
check inspection audit: routine*3|safety*2|annual|pre-shipment|follow-up|spot check
claim: auto*3|property*2|health*2|liability|theft|water damage|travel
clause: confidentiality|termination|liability|payment|governing law|force majeure|indemnification
client customer: individual*3|business*2|enterprise|government|nonprofit|reseller
cloud: cumulus|stratus|cirrus|nimbostratus|altocumulus
coating: powder|galvanized|epoxy|painted|anodized
coffee: espresso*2|latte*2|cappuccino|filter|cold brew
comment: question|suggestion|praise|correction|note
commission: percentage*2|flat fee|tiered|bonus
communication: email*3|phone*2|letter|sms|in person
compensation pay: salary*3|hourly*2|commission|stipend|contract
component: resistor|capacitor|connector|sensor|controller|display
condition: new|used*2|refurbished|damaged|like new
connection: wifi*3|ethernet*2|cellular|vpn|bluetooth
constraint: primary key|foreign key|unique|check|not null
construction: brick*2|wood frame*2|steel|concrete*2|stone
contact: primary*2|billing|technical|emergency|sales
container: 20ft dry*2|40ft dry*2|40ft high cube|20ft reefer|tank|open top
content: article*3|video*2|image|podcast|page|document
contract: service agreement*3|lease|license agreement|employment contract|non-disclosure agreement
  |master agreement|supply agreement
conversation: direct*3|group*2|channel|support
conversion: purchase*2|sign-up*2|lead|download|subscription
cost expense spending: travel*2|meals*2|software|office supplies|equipment|training|marketing
coupon discount promotion promo: percentage*3|fixed amount*2|free shipping|buy one get one
course: lecture*2|seminar*2|online*3|workshop|lab|self-paced
court: district*3|appeals|supreme|family|civil|criminal
coverage: comprehensive*2|collision*2|liability*3|property damage|personal injury|roadside
crime offense offence: burglary|theft*3|assault|fraud|vandalism
crop plant: wheat*2|corn*2|soybeans|rice|barley|potatoes|cotton
cuisine restaurant: italian|mexican|chinese|japanese|indian|french|american|thai
data: string*2|integer*2|decimal|boolean|date|timestamp|json
database db: postgresql*3|mysql*2|sqlite|mongodb|redis|sql server
deal opportunity: new business*3|renewal*2|upsell|cross-sell
deduction: federal tax|state tax|health insurance|retirement|union dues
defect fault failure: cosmetic|functional*2|dimensional|electrical|packaging|software
delivery: standard*3|express*2|same day|pickup|scheduled
deployment: rolling*3|blue-green|canary|recreate|hotfix
deposit: security|savings|fixed term|cash|direct
device: smartphone*3|tablet|laptop*2|desktop|smart tv|wearable
diet: vegetarian|vegan|gluten-free|ketogenic|low sodium|none*2
disability: mobility|visual|hearing|none*4
discharge: home*4|transfer|against advice|rehabilitation
disk drive storage: ssd*3|hdd*2|nvme*2|network
dispute: chargeback*2|billing error|quality|delivery|fraud
document doc: invoice*2|contract*2|passport|receipt|report|identity card|statement
donation: one-time*3|monthly*2|in memory|corporate match
dosage: tablet*3|capsule*2|solution|injection|cream|inhaler
drug medication: antibiotic|analgesic|antihypertensive|antidepressant|statin|vaccine
education degree: high school|bachelor*3|master*2|doctorate|associate|certificate
email: transactional*3|marketing*2|newsletter|notification
employee staff: full-time*4|part-time*2|contractor|intern|temporary
employment job position: full-time*5|part-time*2|contract|internship|temporary
encounter visit: outpatient*4|inpatient|emergency|follow-up|telehealth
encryption: AES-256*3|AES-128|RSA-2048|TLS 1.3|none
energy: electricity*3|natural gas|solar|wind|hydro
engine: petrol*3|diesel*2|electric*2|hybrid
enrollment: regular*3|transfer|audit|exchange
entity resource object target subject record: user*2|order*2|product|invoice|account|document
  |project
entry: credit*2|debit*2|opening|adjustment
equipment: excavator|forklift*2|generator|pump|conveyor|compressor|tractor
error exception: ValueError*2|TimeoutError*2|ConnectionError|PermissionError|KeyError
  |ValidationError|NotFoundError
estimate: fixed price|time and materials|range
evaluation review: annual*2|probation|peer|mid-year|self
evidence: photo|document|witness statement|video|physical
event: conference*2|workshop*2|meetup|webinar*2|concert|exhibition
exam test_exam: midterm*2|final*2|quiz|oral|practical
examination: routine|follow-up|imaging|physical
exercise: strength*2|cardio*2|flexibility|balance|interval
export: csv*2|pdf|full|incremental
fabric: cotton*3|linen|wool|polyester*2|silk|denim
facility: warehouse*2|office|clinic|plant|depot|laboratory
failure_mode: open circuit|short circuit|wear|overheating|leak
fare: adult*3|child|senior|student|business
fee: service*2|late|setup|cancellation|processing|membership
feed: starter|grower|finisher|hay|silage|pellets
feedback: bug report*2|feature request*2|praise|complaint|question
fertilizer: nitrogen|phosphate|potash|compost|urea
field input: text*3|number*2|date|select|checkbox|email
file: pdf*3|image*2|spreadsheet|text|archive|video
filter: equals|contains|range|date|boolean
financing loan credit: mortgage*2|auto*2|personal*3|student|business|home equity
fire: structure|wildland|vehicle|electrical
fish: salmon|cod|tuna|trout|mackerel
flag feature: release*3|experiment*2|operational|permission
flight: domestic*3|international*2|charter|cargo
floor flooring: hardwood*2|tile*2|carpet|laminate|concrete
food meal dish: breakfast|lunch*2|dinner*2|snack|dessert
forest: deciduous|coniferous|mixed|tropical
fuel: petrol*3|diesel*3|electric*2|hybrid*2|lpg
fund: equity*2|bond|index*2|money market|balanced
game: ranked*2|casual*2|tournament|practice
gas: methane|propane|nitrogen|oxygen|argon
gateway: stripe|paypal|adyen|bank transfer
goal: revenue*2|retention|quality|growth|learning
grant: research*2|project|travel|equipment
graph chart: line*3|bar*3|pie|scatter|area
guest: adult*4|child|member|vip
habitat: forest*2|wetland|grassland|coastal|urban
heating: central gas*3|heat pump*2|electric|district|oil
hotel accommodation lodging: hotel*3|apartment|hostel|resort|bed and breakfast
house home property dwelling: apartment*3|detached house*3|townhouse*2|condo*2|studio|land
hull: monohull|double hull|catamaran|barge
identifier identity id identification: passport*2|driver license*3|national id*2|residence permit
image photo: portrait|landscape|product*2|thumbnail|avatar
import: csv*2|api|manual|bulk
income: salary*3|dividend|rental|interest|pension
industry sector: technology*2|retail*2|healthcare|manufacturing|finance|education|logistics
ingredient: vegetable*2|meat|dairy|grain|spice*2|fruit
injury: sprain*2|fracture|laceration|bruise|burn
instance machine: general purpose*3|compute optimized|memory optimized|gpu
instrument: guitar|piano*2|violin|drums|saxophone|cello
insurance policy plan_insurance: auto*3|home*2|life|health*2|travel|liability
integration connector: webhook*2|rest api*2|oauth|file transfer|database
interaction: click*3|view*3|share|like*2|comment
interest rate: fixed*3|variable*2|tiered
interface: ethernet*2|usb|serial|wireless|loopback
interview: phone screen*3|technical*2|onsite|panel|final
investment: stocks*2|bonds|real estate|mutual fund|etf*2
invoice: standard*4|credit note|proforma|recurring
irrigation: drip*3|sprinkler*2|flood|furrow|center pivot|rainfed
issue bug: bug*3|feature*2|task*2|improvement|question
item: product*3|service*2|bundle|digital|subscription
key: api|ssh*2|public|private|symmetric
kitchen: open plan*2|galley|separate|kitchenette
"""
"""By noun, the kinds of what it names."""

OTHER_NOUNS = {
    "release": ("film movie director studio genre song album music", "film_release"),
    "ticket": ("support issue agent resolution bug requester helpdesk assignee sla", "case"),
    "order": ("stock trade broker security ticker limit", "trade"),
    "work_order": ("maintenance technician asset equipment", "maintenance"),
    "model": ("vehicle car engine mileage", "vehicle"),
    "plan": ("insurance policy coverage premium", "insurance"),
    "lead": ("pipe wire cable", "cable"),
    "policy": ("retention password iam access role", "rule"),
}
"""Nouns that mean another one in records with certain words."""

NEUTRAL_KINDS = "standard*4 | regular*2 | special | custom | temporary | other"
"""Kinds of a thing that no table knows."""
