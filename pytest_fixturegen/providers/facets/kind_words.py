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
lab specimen sample: blood*3|urine*2|saliva|tissue|swab|plasma|serum
land: agricultural*2|residential|forest|commercial|pasture
language: native|fluent|professional|basic
lead prospect: inbound*3|outbound*2|referral*2|event
leave absence: annual*4|sick*3|parental|unpaid|study|bereavement
lease rental tenancy: fixed term*3|monthly*2|sublet|commercial
leg segment: road*2|air|sea|rail
lens: prime|zoom*2|wide angle|telephoto|macro
lesson: video*3|reading*2|quiz|live session|exercise
license licence: perpetual|subscription*3|trial|enterprise|open source|MIT
light lamp: led*3|halogen|fluorescent|incandescent
limit quota: daily*2|monthly*2|per user|rate
line: product*2|service|discount|tax|freight
link relation relationship: parent|child|sibling|spouse|friend|colleague
list: shopping|wish|to-do*2|mailing*2
listing: sale*3|rent*3|auction|lease
location place site: office*2|store*2|warehouse*2|home|branch|public
lock: mechanical|electronic*2|deadbolt|padlock
log: access*2|application*2|error|audit|security
loss damage: fire|water*2|theft*2|collision*2|hail|wind
machine_tool: lathe|mill|press|grinder
maintenance: preventive*3|corrective*2|inspection|emergency|calibration
market: retail*2|wholesale|export|online*2
match: league*3|cup|friendly|playoff
material: steel*2|aluminum*2|wood*2|plastic*2|glass|concrete
measure measurement metric: temperature*2|pressure|humidity|count*2|latency|throughput
media: image*3|video*3|audio|document
medication_form: tablet*3|capsule*2|syrup|injection|cream
meeting: planning*2|review*2|one-on-one|stand-up*2|retrospective|client call
member membership: standard*3|premium*2|student|family|lifetime
menu: breakfast|lunch*2|dinner*2|drinks|dessert
message: text*4|image|file|system|reaction
milestone: kickoff|design approval|beta|launch|final delivery
milk: whole*2|skimmed|oat|almond|soy
mission: reconnaissance|resupply|survey|rescue|training
model ml: classification*2|regression|clustering|forecasting|embedding
mortgage: fixed rate*3|adjustable rate|interest-only
movement: receipt*2|issue*2|transfer|adjustment|return
network: wifi*3|4g*2|5g*2|ethernet|3g
node: worker*3|master|edge|gateway|storage
note: general*3|internal*2|call|meeting|follow-up
notification: email*3|push*3|sms*2|in-app*2
offense: misdemeanor*3|felony|infraction*2
operation: insert*2|update*3|delete|read*2|merge
order: standard*6|express*2|subscription|pre-order|replacement
organ: kidney|liver|heart|lung|skin
outage: planned|unplanned*2|partial|full
ownership: private*3|public|leased|joint|company
package parcel: box*3|envelope*2|pallet|tube|bag
page: home|product*2|article*2|landing|checkout|search
paint: matte|satin|gloss|eggshell
parking: garage*2|street*2|driveway|covered|none
part: mechanical|electrical|consumable|spare
partner: reseller*2|technology|referral*2|distributor
party: individual*2|company*3|government|trust
pass: single|day*2|monthly*2|annual
passenger: adult*5|child|infant|senior
patient: inpatient*2|outpatient*4|emergency|referred
payment: card*4|bank transfer*2|cash|direct debit|paypal
payout: weekly|monthly*2|instant
penalty fine: late filing|speeding|parking*2|breach|overdue
pension: state|company*2|private|defined benefit
performance: concert|play*2|opera|ballet|musical
period term: month*3|quarter*2|year*2|week
permission: read*3|write*2|delete|admin
permit: building*2|parking|work|event|environmental
pest: aphids|mites|whitefly|beetles|fungus
pet: dog*4|cat*4|rabbit|bird|hamster
phone number_phone: mobile*4|home|work*2|fax
plan subscription: free*3|basic*2|pro*3|team|enterprise
platform_type: web*3|ios*2|android*2|desktop
player: forward|midfielder|defender|goalkeeper
playlist: user*3|editorial|algorithmic|collaborative
point reward: earned*3|redeemed|bonus|expired
position_type: permanent*3|temporary|contract
practice: general|specialist|group|solo
precipitation: rain*4|snow*2|drizzle|sleet|hail|none*3
price pricing: retail*3|wholesale|promotional|contract|list
printer: laser*2|inkjet*2|label|3d
procedure: surgical*2|diagnostic*2|therapeutic|imaging
process: batch|continuous|manual*2|automated*2
product: physical*3|digital*2|service|bundle|subscription
program programme scheme: loyalty|training*2|exchange|assistance|research
project: internal*2|client*3|research|infrastructure|migration
protein: chicken|beef|fish|tofu|beans
provider: hospital|clinic*2|pharmacy|laboratory|practice
publication: journal article*3|book|conference paper|report|thesis
pump: centrifugal*2|submersible|diaphragm|gear
purchase: new*3|renewal|upgrade|one-time
purpose: business*3|leisure*2|study|family
question: multiple choice*4|single choice*2|true or false|short answer|essay|scale
queue: fifo*2|priority|standard|dead letter
race: sprint|marathon|relay|time trial
rainfall: light|moderate|heavy
reaction: like*4|love*2|laugh|wow|sad
reading: actual*4|estimated|manual
reagent: buffer|enzyme|primer|dye|antibody
record_type: standard*2|archived|draft
referral: online*2|friend*2|doctor|partner|advertisement
refund: full*3|partial*2|store credit
reimbursement: travel*2|meals|mileage|supplies
release: major|minor*2|patch*3|hotfix
repair: replacement|adjustment|cleaning|software update|part repair
report: daily*2|weekly*2|monthly*2|quarterly|incident|financial
request: access*2|change*2|service*2|information|support
reservoir: dam|natural lake|tank
residence residency: owned*2|rented*3|student housing|with family
response: accepted*3|declined|tentative
restriction: age|region*2|license|time
result: positive|negative*3|inconclusive
revision: minor*3|major|correction
ride trip journey: standard*3|shared|premium|xl|one-way|round trip
risk: market|credit*2|operational*2|compliance|liquidity
road: highway*2|primary|secondary*2|residential*2|track
role: member*3|manager|admin|viewer*2|editor
roof: shingle*2|tile*2|metal|flat|slate
room: single|double*3|twin|suite|deluxe|family
rotor: main|tail|quad
route: direct*3|local|express*2|scenic
rule: allow*2|deny|validation|routing|pricing
runway surface: asphalt*3|concrete*2|grass|gravel
sale: retail*3|wholesale|online*3|clearance
satellite: communication*2|weather|navigation|earth observation
scan: barcode*2|qr code*2|mri|ct|x-ray|security
schedule: daily*3|weekly*3|monthly|one-time
scholarship: merit*2|need-based*2|athletic|full
school: primary*2|secondary*2|high school*2|university|vocational
screen: lcd*2|oled*2|e-ink|touch
search: keyword*3|voice|image|advanced
seat: economy*4|premium economy|business|first|window|aisle
security: stock*3|bond*2|etf|option
sensor: temperature*3|humidity*2|pressure|motion|light|co2
sequencing: whole genome|exome|rna-seq|amplicon
server: web*2|database*2|application*2|cache|mail
service: consulting|maintenance*2|support*2|installation|training|delivery
session: lecture|workshop*2|keynote|panel|lab
shift: morning*3|afternoon*2|night*2|split
shipment shipping: standard*4|express*2|freight|overnight|international
shoe: sneaker*2|boot|sandal|loafer
shop store outlet: flagship|outlet|supermarket*2|convenience*2|online*2
skill: technical*3|language|leadership|communication
skin: dry|oily|combination|sensitive|normal*2
snow: powder|packed|wet|icy
soil: clay*2|loam*3|sandy*2|silt|peat|sandy loam|clay loam
source: internal*2|external*2|partner|public|manual
species: mammal|bird|reptile|fish|plant
stage: planning|design|build|test|launch
stakeholder: customer|employee|investor|supplier
standard: iso 9001*2|iso 27001|soc 2|gdpr
station: bus|railway*2|weather|charging|fuel|subway
step: manual*2|automatic*2|approval|notification
stock inventory: raw material|finished goods*3|spare part|work in progress
stop: bus*3|tram*2|rail|request
storm: thunderstorm*3|hurricane|blizzard|tornado
story: user story*3|bug|technical|spike
structure: bridge|building*3|tower|tunnel
student: undergraduate*4|graduate*2|exchange|part-time
submission: online*4|late|resubmission|paper
supplier vendor: manufacturer*2|distributor*2|wholesaler|service provider
support: email*3|phone*2|chat*2|on-site
surgery: elective*3|emergency|outpatient|minimally invasive
survey: satisfaction*3|exit|market research|employee engagement
symptom: pain*2|fever*2|cough*2|fatigue|nausea
system: production*2|staging|legacy|external
table: base*3|view|materialized|partitioned
tariff: flat*2|time of use*2|night|green
task: development*2|review|research|documentation|call|testing*2
tax: sales*2|vat*3|income*2|withholding|property
taxpayer: individual*3|corporation|partnership|trust
team: development*2|sales|support|marketing|operations
temperature: body|ambient|surface
tender bid: open*3|restricted|negotiated|framework
terrain: flat*2|hilly*2|mountain|coastal|urban
test: unit*3|integration*2|end-to-end|performance|regression
test_lab: pcr*2|antigen|antibody|culture
therapy treatment: physiotherapy|medication*3|surgery|counseling|radiation|chemotherapy
threat: malware|phishing*3|brute force|data leak|denial of service
ticket: single*3|return*2|day pass|vip|general admission*3|student
tire tyre: summer|winter*2|all-season*2
token: access*3|refresh*2|bearer|id
tool: hand tool*2|power tool*2|measuring|cutting
tour: guided*3|self-guided|private|group*2
track: studio*4|live|remix|acoustic
trade: buy*3|sell*3|short|cover
traffic: organic*4|paid*2|direct*3|referral|social|email
trailer: flatbed*2|dry van*3|refrigerated|tanker
train: intercity*2|regional*3|high-speed|freight
training: onboarding*2|compliance*2|technical*2|leadership|safety
transaction: purchase*5|refund|transfer*2|deposit*2|withdrawal*2|fee
transfer: internal*2|domestic*3|international|instant
transmission gearbox: automatic*4|manual*3|cvt|dual-clutch
transport: road*3|rail|air*2|sea*2
travel: business*3|leisure*3|family
tree: oak|pine*2|birch|maple|spruce
trigger: manual|schedule*3|event*2|webhook|push
truck: box truck*2|flatbed|tanker|refrigerated
turbine: onshore|offshore*2|vertical axis
upgrade: seat|plan*2|room|hardware
user: regular*4|admin|guest|service|moderator
vaccine: mrna*2|inactivated*2|live attenuated|subunit
value: text*2|number*2|boolean|date
variant: single nucleotide|deletion|insertion|duplication
vegetable: root|leafy*2|legume|bulb
venue: stadium|theater*2|conference center*2|club|park|arena
version: stable*3|beta|alpha|release candidate
violation: speeding*3|parking*3|red light|expired registration
visa: tourist*3|student*2|work*2|transit
visibility: public*3|private*2|internal
voice: female*2|male*2|neutral
volume: ssd*2|hdd|network|encrypted
voucher: gift*2|discount*2|travel
waiver: full|partial|fee
wall: drywall*2|brick|concrete|glass
warehouse: distribution center*2|cold storage|fulfillment*2|bonded
warranty: standard*3|extended*2|limited|lifetime
waste: organic*2|plastic|paper*2|glass|hazardous|metal
water: fresh*2|salt|brackish|treated
weapon: sword|bow|staff|axe|dagger
weather: sunny*2|cloudy*2|rain*2|snow|fog|storm
weld welding: mig|tig|stick|spot
wheel: alloy*2|steel|carbon
wine: red*3|white*3|rosé|sparkling
wood: oak*2|pine*2|walnut|maple|birch
work: remote*2|hybrid*2|on-site*3
workout: running*3|cycling*2|strength*2|yoga|swimming
workflow pipeline: build|test|deploy*2|release|approval
workspace: personal*2|team*3|enterprise
wound: incision|laceration*2|burn|ulcer
yarn: cotton|wool*2|acrylic|alpaca
seller: private*4|dealer*5|company
tribute dedication: in memory of*3|in honor of*2
ballot vote: in person*4|mail*4|absentee|provisional
foundation: slab*4|basement*3|crawl space*2|piles
renewal: automatic*6|manual*2
bond_issue: fixed rate*3|floating rate
comparison: equal|greater|less
garage carport: attached*3|detached*2|underground
door: front|sliding*2|garage|fire
window: double glazed*4|triple glazed*2|skylight
fence: wood*3|chain link|metal
mattress: memory foam*3|spring*3|latex
toy: puzzle|doll|building blocks*2|board game
jewelry gemstone: ring*2|necklace*2|earrings|bracelet
watch: analog*3|digital*2|smart*2
bag luggage baggage: checked*4|carry-on*4|personal item*2
hair: straight*3|wavy*2|curly*2
fruit: citrus|berry*2|tropical|stone fruit
cheese: soft*2|hard*2|blue|fresh
tea: green*2|black*3|herbal*2
bread: white|whole wheat*2|rye|sourdough*2
meat: beef*2|pork*2|chicken*3|lamb
snack: chips|nuts*2|fruit|chocolate*2
beverage drink: water*3|juice*2|soda*2|coffee*2|tea
zone: residential*2|commercial*2|industrial|restricted|delivery
"""
"""By noun, the kinds of what it names."""

OTHER_NOUNS = {
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
