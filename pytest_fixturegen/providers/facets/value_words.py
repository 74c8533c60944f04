"""Short lists of what other fields say, by their last word, or their last two."""

from __future__ import annotations

VALUES = """
status: active*5|pending*2|inactive|closed
state: active*5|pending*2|inactive|closed
mode: automatic*4|manual*3|scheduled
travel_mode transport_mode mode_of_transport: car*4|train*3|bus*3|walking*2|bicycle*2|plane
game_mode: solo*3|duo*2|team*2|ranked*2
color_mode theme theme_mode: light*3|dark*3|system*2
delivery_mode delivery_method shipping_method: Standard*5|Express*3|Next day*2|Store pickup*2
payment_mode payment_method payment_type: Credit card*4|Debit card*3|PayPal*2|Bank transfer*2|Cash
teaching_mode delivery_format: in person*3|online*3|hybrid*2
method: automatic*2|manual*2|online*3|phone|in person
collection_method: online*3|in person*2|phone|mail
contact_method preferred_contact preferred_contact_method contact_preference: email*5|phone*3
  |sms*2
measurement_method analysis_method test_method: visual inspection*2|laboratory analysis*3
  |sensor*3|sampling*2
depreciation_method: straight-line*4|declining balance*2|units of production
application_method: broadcast*2|foliar spray*2|drip|injection
cooking_method: baking*3|boiling*2|frying*2|grilling*2|steaming
issue customer_issue reported_issue main_issue device_issue: No power*2|Connection drops*3
  |Slow performance*3|Wrong charge on the bill*2|Login fails*2|Screen stays black|Parts missing
  |Strange noise
intent user_intent detected_intent customer_intent: check order status*3|cancel subscription*2
  |request refund*2|book appointment*2|ask for price*2|change address|talk to agent|report problem
command device_command last_command: restart*3|start*4|stop*4|get status*3|update firmware*2|reset
  |calibrate
voice_command utterance spoken_command: turn on the lights*3|play some music*3
  |set a timer for ten minutes*2|what is the weather today*2|turn off the heating|call home
router_model modem_model gateway_model: AX1800*3|AC1200*2|BE3600|AX5400*2|Hub 4|Hub 5*2
heating_type heating heating_system: gas boiler*4|district heating*3|heat pump*3|oil boiler*2
  |electric|wood pellets
energy_certificate energy_class energy_rating: A|B*2|C*4|D*4|E*2|F
fit fit_feedback size_fit: true to size*5|runs small*2|runs large*2
format: pdf*3|csv*2|json*2|xlsx|xml|docx
file_format image_format: pdf*2|jpeg*4|png*4|webp|tiff
audio_format: mp3*4|flac*2|wav*2|aac*2|ogg
video_format: mp4*5|mov*2|webm*2|mkv
date_format: YYYY-MM-DD*3|MM/DD/YYYY*2|DD/MM/YYYY*2
output_format data_format export_format: json*4|csv*4|parquet|xml
source: web*4|mobile app*3|referral*2|import|api*2|partner
lead_source: Website*4|Referral*3|Event*2|LinkedIn*2|Cold call|Advertising|Partner
traffic_source: organic search*4|direct*3|referral*2|paid search*2|social*2|email
data_source: survey*2|sensor*2|api*2|database*3|manual entry
light_source: daylight*3|led*3|fluorescent
energy_source power_source: grid*4|solar*2|battery*2|wind
water_source: well*2|municipal*3|river|rain
income_source funding_source source_of_funds: salary*4|savings*2|grant*2|business income*2
  |investment
acquisition_source acquisition_channel referral_source: Search engine*3|Friend or colleague*3
  |Social media*3|Advertisement*2|Newsletter
channel: email*3|web*3|phone*2|chat*2|mobile app*2|store
sales_channel order_channel: online store*4|retail store*3|marketplace*2|wholesale|phone
notification_channel: email*4|sms*2|push*3|slack
marketing_channel: email*3|social media*3|search*3|display*2|affiliate
source_channel: web*4|email*2|phone*2|chat
relationship relation relationship_to_patient relation_to_insured: spouse*3|parent*3|child*3
  |sibling*2|friend*2
emergency_contact_relationship: spouse*4|parent*3|sibling*2|friend*2|partner*2
frequency recurrence billing_frequency payment_frequency pay_frequency repeat_interval
  interval_unit:
  daily|weekly*2|monthly*4|quarterly*2|yearly
billing_cycle billing_interval billing_period_type: monthly*5|yearly*3|quarterly
payment_terms terms: Net 30*5|Net 15*2|Net 60*2|Due on receipt*2|50% in advance
incoterm incoterms: FOB*2|CIF*2|EXW*2|DAP*2|DDP
location_side side: left*3|right*3|center*2
direction: inbound*3|outbound*3
orientation: portrait*3|landscape*3
compass_direction wind_direction heading_label: N|NE|E|SE|S|SW*2|W*2|NW
alignment: left*4|center*3|right*2
outcome: successful*5|unsuccessful*2|partial|pending
result: passed*6|failed*2|inconclusive
decision verdict: approved*5|rejected*2|deferred
recommendation: approve*4|revise*2|reject|monitor*2
visibility: public*4|private*3|internal*2
scope: global|regional*2|local*3|project*3
priority: low*2|medium*4|high*2|urgent
phase stage: planning*2|design*2|implementation*3|testing*2|closing
trend: rising*3|stable*4|falling*2
sentiment tone: positive*5|neutral*4|negative*2
gender_category: men*3|women*3|unisex*2|kids
season season_name: spring|summer|autumn|winter
shift shift_name: morning*3|afternoon*3|night*2
quarter fiscal_quarter: Q1|Q2|Q3|Q4
semester term_name: Fall 2024*2|Spring 2025*2|Summer 2025
flavor flavour: vanilla*3|chocolate*3|strawberry*2|caramel*2|lemon
texture: smooth*3|rough*2|soft*3|crisp
fabric: cotton*4|wool*2|linen*2|polyester*2|silk
finish: matte*3|glossy*2|satin*2|brushed
pattern_name: solid*4|striped*3|checked*2|floral*2
ethnicity race: White|Black or African American|Asian|Hispanic or Latino|Two or more races
  |Prefer not to say
religion: Christianity*3|Islam*2|Hinduism|Buddhism|Judaism|none*3
smoking_status: never*6|former*3|current*2
employment_status: employed*6|self-employed*2|unemployed|student*2|retired*2
housing_status: owner*4|tenant*5|living with family*2
transmission: automatic*4|manual*3
drivetrain drive_train: FWD*4|RWD*2|AWD*3|4WD
fuel fuel_type: petrol*4|diesel*3|electric*2|hybrid*2
body_style: sedan*3|suv*3|hatchback*2|wagon|coupe
cpu_architecture architecture arch: x86_64*5|arm64*3|amd64*2
os_name: Ubuntu 22.04*3|Windows Server 2022*2|Debian 12*2|macOS 14
device_model phone_model: iPhone 15*3|iPhone 14*2|Pixel 8*2|Galaxy S24*2|Galaxy A54|iPad Air
connection_type network_type: wifi*5|4g*3|5g*3|ethernet*2
browser_name: Chrome*6|Safari*3|Firefox*2|Edge*2
software_license package_license: MIT*4|Apache-2.0*3|BSD-3-Clause*2|GPL-3.0*2
encoding charset: utf-8*7|iso-8859-1|ascii
compression: gzip*4|zstd*2|none*2|snappy
algorithm hash_algorithm: sha256*5|sha512|md5
encryption: AES-256*4|TLS 1.3*2|none
programming_language: Python*4|JavaScript*3|TypeScript*3|Go*2|Java*2|Rust|C#
framework: Django*2|FastAPI*3|React*3|Vue|Spring|Rails
database_engine engine_name: postgres*4|mysql*3|sqlite|mariadb
storage_class: STANDARD*5|STANDARD_IA*2|GLACIER
currency_pair: EUR/USD*3|GBP/USD*2|USD/JPY*2|USD/CHF
usage_unit: hours*4|GB*4|requests*3
unit_name measure_unit measurement_unit: kg*3|g*2|l*2|pcs*4|m
severity_label: minor*4|moderate*3|severe
call_to_action cta: Shop now*3|Learn more*4|Sign up*3|Download|Get started*2|Book now*2|Contact us
payment_status: paid*6|pending*2|failed|refunded
next_step next_action: Send the proposal*3|Schedule a demo*3|Call back on Monday*2
  |Wait for approval*2|Prepare the contract*2|Send a follow-up email*3
appetite mood: good*4|normal*4|low*2
weather weather_condition: clear*3|partly cloudy*4|cloudy*3|light rain*2|snow
condition conditions item_condition product_condition vehicle_condition book_condition: new*3
  |like new*2|good*4|fair*2
  |poor
hair_color: brown*4|black*4|blonde*2|red|gray*2
eye_color: brown*5|blue*3|green*2|hazel*2
coat_color fur_color: black*3|brown*3|white*2|gray*2|spotted
dominant_hand handedness: right*8|left
pronouns: she/her*4|he/him*4|they/them
title_prefix: Mr.|Ms.|Dr.
generation: 1st|2nd*2|3rd*2|4th
edition: 1st*4|2nd*3|3rd*2|Revised
binding: Hardcover*2|Paperback*4
target target_audience audience_name: Professionals*3|Students*2|Families*2|Small businesses*3
dress_code: casual*3|business casual*3|formal|none
accessibility: wheelchair accessible*4|step-free entrance*2|hearing loop
view: city*3|garden*2|sea*2|courtyard*2
amenity feature_name: Free Wi-Fi*4|Parking*3|Air conditioning*3|Breakfast*2|Pool*2|Gym*2
benefit perk: Health insurance*4|Remote work*3|Paid leave*3|Training budget*2|Stock options
requirement qualification: Bachelor's degree*3|Three years of experience*3|Driver's license*2
  |Fluent English*3|Team player*2
responsibility: Prepare monthly reports*3|Support customers*3|Maintain the documentation*2
  |Plan the schedule*2|Train new colleagues*2
symptom: fever*3|cough*3|headache*3|fatigue*3|nausea*2|sore throat*2
equipment tool: drill*2|ladder*2|forklift|multimeter*2|hand truck|laptop*2|projector
ingredient: flour*3|sugar*2|butter*3|eggs*3|milk*2|olive oil*2|garlic*2|salt*2|tomatoes*2
cuisine: Italian*3|Mexican*2|Chinese*2|Japanese*2|Indian*2|French*2|Thai
allergens: gluten*3|milk*3|eggs*2|nuts*3|soy*2|fish
species: dog*4|cat*4|rabbit|horse|parrot
breed: Labrador Retriever*3|German Shepherd*2|Beagle*2|Siamese*2|Maine Coon*2|Holstein|Angus
hypothesis: A shorter form will increase sign-ups|A clearer button label will increase clicks
  |Free shipping will improve conversion|A progress bar will reduce drop-offs
  |Showing reviews will increase purchases|Fewer steps will improve retention
metric metric_name primary_metric kpi: conversion rate*3|revenue*3|click-through rate*2
  |retention*2
  |active users*2|average order value*2
objective goal goal_name: Increase sales*3|Reduce costs*2|Improve satisfaction*3|Grow the team
  |Enter a new market
strategy: growth*3|value*2|balanced*3|conservative*2
error error_message: Connection timed out*3|Invalid input*3|Permission denied*2
  |Resource not found*3
  |Service unavailable*2
error_code: E1001*2|E1002*2|E2001|E2004*2|E3010|ERR_TIMEOUT*2|ERR_NOT_FOUND*2
governing_law applicable_law law: State of New York*3|State of Delaware*3|England and Wales*2
  |State of California*3|State of Texas*2|Germany|Ireland
jurisdiction court_venue: New York*3|Delaware*3|England and Wales*2|California*3|Texas*2|Ontario
  |Ireland
district district_name: North District*2|South District*2|Central District*3|Riverside District
  |Harbor District|Old Town District
neighborhood neighbourhood quarter_name suburb: Old Town*2|Riverside*2|Hillside*2|West End*2
  |Lakeview
  |Northgate|Parkside
zone zone_name: North zone*2|South zone*2|East zone|West zone|Central zone*2
territory sales_territory sales_region: North*2|South*2|East*2|West*2|Central|EMEA|APAC
shelf bin aisle rack: A1|A3|B2*2|B7|C4*2|D1|D5|E2
shelf_location bin_location storage_location warehouse_location position_code: A-01-03|A-02-11
  |B-04-02|B-07-15|C-01-08|C-05-12|D-03-04
platform_number gate gate_number: A3|A12|B4|B17*2|C2|C21|D8
seat seat_number: 4A|7C|11D|12F*2|15B|18C|22A|24E|28F
berth dock: B1|B4|B7|B12|C2|C5|D3
lane lane_number: 1|2|3|4|5
box box_number locker: 12|27|34|48|103|215
mapping_key: primary|secondary|default_value|archive|regional|internal|external|current|previous
  |backup
  |north|south|east|west|online|in_store|wholesale|retail|basic|advanced|standard_plan|team_plan
  |first_quarter|second_quarter|morning|evening|weekday|weekend|desktop|mobile|new_users
  |returning_users
  |imported|manual|local|shared|draft|final|average|latest
medium technique: oil on canvas*3|watercolor on paper*2|bronze|photograph*2|ink on paper
  |acrylic on canvas*2
provenance: Private collection*3|Gift of the artist*2|Purchased at auction*2|Bequest
period billing_period reporting_period fiscal_period accounting_period pay_period_label: 2024-09
  |2024-10
  |2024-11|2024-12|2025-01|2025-02|2025-03|2025-04|2025-05
sweetness: dry*4|off-dry*2|medium|sweet
aroma scent fragrance: citrus*2|floral*3|woody*2|vanilla*2|fresh linen
strength: mild*2|medium*4|strong*3
maturity_level: initial|developing|defined*2|managed
unit: pcs*4|kg*3|g|l*2|m|box
weight_unit mass_unit: kg*4|g*2|lb*2
quantity_unit: pcs*5|kg*2|l|box
length_unit height_unit: cm*4|m*2|mm|in
distance_unit: km*4|mi*2|m
temperature_unit: °C*4|°F*2
time_unit duration_unit period_unit interval_type: minutes*3|hours*3|days*3|weeks|months*2
volume_unit: l*3|ml*2|m3
speed_unit: km/h*3|mph*2|knots
area_unit: m2*4|ha|sq ft*2
data_unit storage_unit: GB*4|MB*2|TB
pressure_unit: hPa*2|bar*2|psi
energy_unit: kWh*4|MWh|kJ
explicit incumbent is_smoker consent opt_in taxable refundable signature_required: no*4|yes
smoking: never*6|occasionally*2|daily
drinking alcohol: never*3|socially*5|regularly
children kids: none*4|one*2|two*2|three or more
pets: none*3|dog*3|cat*3|bird
looking_for: long-term relationship*4|friendship*2|something casual|new people*2
relationship_status: single*4|in a relationship*3|married*3|divorced|engaged
body_type: slim*2|athletic*2|average*4|curvy
star_sign: Aries|Taurus|Gemini|Cancer|Leo|Virgo|Libra|Scorpio|Sagittarius|Capricorn|Aquarius
  |Pisces
love_language: words of affirmation|quality time*2|acts of service|physical touch|receiving gifts
education: High school*3|Bachelor's degree*4|Master's degree*2|Doctorate
satisfaction: very satisfied*4|satisfied*5|neutral*2|dissatisfied
response_status rsvp_status: accepted*5|tentative*2|declined*2|no reply
housing_status tenancy_status residential_status: owner*4|tenant*5|living with family*2
employment_status: employed full-time*6|employed part-time*2|self-employed*2|unemployed|student
  |retired
occupancy_status occupancy: occupied*4|vacant*3|few seats available*2
engine_status: running*4|idle*3|off*3
door_status: closed*6|open*2
lock_status: locked*6|unlocked*2
power_status: on*7|off*2
battery_status: discharging*4|charging*2|full*2
connection_status: connected*7|disconnected*2
reorder_status: sufficient*6|reorder soon*2|reordered
stock_status: in stock*6|low stock*2|out of stock
calibration_status: calibrated*7|due*2|overdue
customs_status: cleared*6|in review*2|held
injury_status: fit*8|injured*2|doubtful
visa_status: citizen*5|permanent resident*2|work permit*2|student visa
vaccination_status: up to date*7|due*2|overdue
michelin_status: none*7|recommended*2|one star
inspection_status: passed*7|failed|due*2
calibration: valid*7|expired
tenant tenant_name_key: northwind*3|harborline*2|summit-labs*2|oakfield|riverside-clinic
workaround: Restart the app*3|Use another browser*2|Clear the cache*2|Enter the data by hand*2
  |none*3
proof_of_delivery: signature*5|photo*4|PIN code
floor_plan layout: studio|1 bedroom*3|2 bedroom*4|3 bedroom*2|open plan
parking_space parking_spot: P-12|P-18|P-27|P-34|G-03|G-11
parking: street*3|garage*3|parking lot*2|none*2|valet
pet_policy: no pets*4|cats only*2|cats and dogs allowed*3|on request
utilities_included utilities: heat and water*4|all included*2|none*3|water only
elevator lift: yes*4|no*5
reservation_policy booking_policy: recommended*4|required*2|walk-ins only*2|groups only
cancellation_terms: free until 24 hours before*4|non-refundable*2|free until 7 days before*2
seating: indoor*4|outdoor*2|indoor and outdoor*3|bar
ambience atmosphere: casual*4|romantic*2|family-friendly*3|lively*2
payment_options accepted_payments: cash and cards*5|cards only*2|cash only
upholstery: cloth*5|leather*3|leatherette*2
opening_hours_text hours_text opening_times: Mon-Fri 9-17*3|Mon-Sat 10-20*2|daily 8-22*2
  |Tue-Sun 11-23
overdraft_policy: not allowed*4|up to $500*3|on request*2
endorsement: none*5|glass coverage*2|rental car*2|roadside assistance*2
vehicle_use: commuting*5|pleasure*3|business*2
disease: powdery mildew*2|rust*2|leaf spot*2|none*3
motto: Learning for life*2|Knowledge and service*2|Strength through curiosity|Open minds
accreditation: nationally accredited*4|regionally accredited*4|in progress
campus_setting: urban*4|suburban*3|rural*2
allergen_info: Contains gluten and milk*3|Contains eggs*2|May contain nuts*2|No common allergens
storage_advice storage_instructions: Keep refrigerated*4|Store in a cool, dry place*4
  |Freeze within two days
launch_template: web-server-v3|worker-v2|batch-v1|base-image-2024
ship_to bill_to sold_to deliver_to: Main warehouse*3|Head office*3|North branch|Customer site*2
dewey_class: 005|150|332|510|641|796|813|823|910|940
ownership_status: owned*4|leased*2|rented
title_status: clean*7|salvage|rebuilt
legal_status: granted*4|pending*3|expired
clearance_status: cleared*3|open*4|under review
cooling: central air*4|window unit*2|heat pump*2|none*2
heating: central gas*4|heat pump*2|electric*2|district
availability: in stock*4|available*3|limited*2|sold out
packaging: cardboard box*4|pallet*2|bag*2|shrink wrap|crate
extras addons add_ons: child seat*2|extra driver*2|gift wrap|express service*2|travel insurance*2
insurance_package: basic*4|standard*3|full coverage*2
package: basic*4|standard*3|premium*2|family
fuel_policy: full to full*5|full to empty|prepaid
mileage_policy: unlimited*4|200 km per day*2|300 km per day
retry_policy: exponential backoff*4|fixed interval*2|no retries
diet dietary_preference: no restrictions*4|vegetarian*3|vegan*2|gluten-free|halal|kosher
animal_diet feeding_type: herbivore*3|carnivore*2|omnivore*3
threat: habitat loss*4|pollution*2|overfishing|climate change*2|poaching
purpose: communication|research*2|training*2|business*3|maintenance|marketing
occasion: weeknight dinner*3|birthday*2|holiday*2|picnic|party
serving_suggestion: Serve with fresh bread*2|Serve with a green salad*2|Serve with rice
  |Serve chilled
highlights highlight: great location*3|friendly staff*3|good breakfast*2|quiet rooms*2
  |fast delivery
headquarters: New York, NY*2|San Francisco, CA*2|London, United Kingdom*2|Berlin, Germany
  |Toronto, Canada
fiscal_year_end: December 31*5|June 30*2|March 31*2|September 30
weapon: none*3|knife*2|handgun*2|blunt object|vehicle
offense: theft*4|burglary*3|assault*2|vandalism*2|fraud*2|robbery
precinct: 1st Precinct|5th Precinct|9th Precinct|14th Precinct|22nd Precinct
beat: 112|214|318|421|507
premises: residence*4|street*3|parking lot*2|retail store*2|office
modus_operandi: forced rear door|unlocked window*2|distraction|tampered lock
disposition: closed*4|open*3|referred*2|under investigation*2
codec audio_codec: G.711*3|G.729*2|Opus*3
video_codec: H.264*5|H.265*2|AV1|VP9
trunk: SIP-01*2|SIP-02|PRI-1
geofence: Depot North*2|City center*2|Customer site*2|Harbor area
cargo: general goods*3|furniture|groceries*2|building materials*2|electronics*2|empty
surface: hard*3|clay*2|grass*3|artificial turf*2
mascot: Eagle|Bear|Lion*2|Wolf|Fox|Shark
credit_line: Gift of the artist*2|Purchase, 2012|Bequest of a private collector*2
  |Museum purchase fund
subject_matter: landscape*3|portrait*3|still life*2|abstract*2|city view
frame: wood*3|gilded*2|metal*2|unframed
signature: signed lower right*3|signed lower left*2|unsigned*2
art_period era: Modern*2|Contemporary*2|Renaissance|Baroque|19th century*2
style: modern*3|classic*3|minimalist*2|industrial|rustic
credit_bureau: North Credit Bureau*2|Unified Credit Register|Example Credit Agency
repair_center: Central Service Center*2|North Repair Shop|Authorized partner workshop*2
part_replaced: battery*3|display*3|power supply*2|keyboard|fan
trip_headsign headsign: Downtown*3|Airport*2|Central Station*3|University*2|Harbor
wheelchair_boarding wheelchair_accessible: yes*6|no|limited
prerequisite: none*3|Introductory course*3|Basic algebra*2|Programming basics*2
cipher_suite: TLS_AES_256_GCM_SHA384*3|TLS_AES_128_GCM_SHA256*3|ECDHE-RSA-AES256-GCM-SHA384*2
nameserver: ns1.example.com*2|ns2.example.com*2|ns1.example.net
san: www.example.com*2|api.example.com|mail.example.org
mailer: Example Mail 4.2*2|Webmail*2|Desktop Mail 16
calendar_name: Work*4|Personal*3|Family*2|Team*2|Holidays
reminder_method: email*4|popup*4|sms
recurrence_rule rrule: FREQ=DAILY|FREQ=WEEKLY;BYDAY=MO*3|FREQ=WEEKLY;BYDAY=TU,TH
  |FREQ=MONTHLY;BYMONTHDAY=1*2
attachment_name attachment_filename: report.pdf*2|invoice.pdf*3|photo.jpg*2|agenda.docx
  |prices.xlsx
health_condition medical_condition: none*5|asthma*2|high blood pressure*2|back pain|diabetes
nature_of_grievance nature_of_complaint: working hours*3|pay*2|workplace safety*2
  |treatment by a colleague
policy_breached: code of conduct*3|working time policy*2|safety rules*2
field_of_invention: mechanical engineering*2|electronics*3|biotechnology*2|software*2
catalog: Messier|NGC*3|IC|Hipparcos*2
morphology: spiral*3|elliptical*2|irregular|lenticular
synonym: none*2|alternative name*2|trade name
routing: assembly-01|assembly-02|paint-01|pack-01
structural_system: reinforced concrete*4|steel frame*3|timber frame*2|masonry
indication: high blood pressure*3|bacterial infection*2|pain*3|allergy*2
engine: 2.0L inline-4*4|3.5L V6*2|1.5L turbo*2|electric motor*2
openapi: 3.1.0*3|3.0.3*3|3.1.1|3.0.1
schema_dialect: https://json-schema.org/draft/2020-12/schema*3
  |https://json-schema.org/draft/2019-09/schema
dialect: postgres*4|mysql*3|sqlite*2|bigquery*2|snowflake*2|duckdb
language_pair: en-de*2|en-fr*2|en-es*3|de-en
payer_type: commercial*4|government*2|self-pay
"""
"""What a field says, by its last word or by more of it."""

WHOLE_VALUES = frozenset(
    """term terms class license package position style condition target target_audience period
    strength engine frame signature surface cargo beat purpose occasion benefit
    requirement""".split()
)
"""Names that have their values only without a word before them."""

GENERAL_KEYS = """
new-checkout dark-mode price-alerts weekly-digest search-suggestions quick-reorder guest-checkout
order-history team-invites live-chat saved-filters bulk-export two-step-login email-reminders
product-reviews gift-cards store-locator usage-report audit-trail welcome-tour beta-program
address-lookup invoice-preview loyalty-points mobile-banner
"""
"""Short keys, as features, experiments and settings have them."""
