"""The second half of the kinds of things, see :mod:`kind_words`."""

from __future__ import annotations

MORE_KINDS = """
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
film_release: theatrical*4|streaming*4|limited|festival
zone: residential*2|commercial*2|industrial|restricted|delivery
"""
"""By noun, the kinds of what it names."""
