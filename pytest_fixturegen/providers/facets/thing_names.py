"""What things are called: ``station_name``, ``name`` of a Playlist, ``title`` of a Task."""

from __future__ import annotations

NAMES = """
account: Main account|Savings account|Travel fund|Operating account|Payroll account
  |Reserve account
activity: Morning run|Museum tour|Cooking class|City walk|Yoga session|Wine tasting|Kayak trip
album: Northern Lights|Paper Streets|Late Summer|Echo Park|Glass Rivers|Second Home
allergy: Penicillin|Peanuts|Pollen|Latex|Shellfish|Dust mites
airport: Riverside International Airport|Lakeview Regional Airport|North Valley Airport
app application: Notes|Ledger|Inventory Manager|Fleet Tracker|Team Chat|Expense Reports
  |Booking Desk
asset: Delivery van|Office printer|Forklift 3|Laser cutter|Conference display|Backup generator
attribute property: color|size|weight|material|capacity|finish
audience: Returning customers|Cart abandoners|Newsletter readers|New visitors|Local shoppers
award prize: Best Newcomer|Employee of the Month|Innovation Award|Safety Award
  |Customer Choice Award
badge achievement: First Steps|Early Bird|Ten in a Row|Explorer|Team Player|Perfect Week
bank: Harbor/First/Union/Northern/City/Valley/Summit/Riverside
  + Savings Bank/Trust Bank/Community Bank/Credit Union
bed: Bed 1|Bed 2|Bed 3|Bed 4
board: Product roadmap|Sprint board|Marketing calendar|Hiring|Support queue
book: The Quiet Harbor|A Map of Winter|The Last Orchard|Letters from the Coast|River of Glass
branch: Downtown|Airport|Riverside|Market Street|North Mall|University
bridge: Old Mill Bridge|Station Bridge|Harbor Bridge|North River Bridge
bucket: app-uploads|media-assets|daily-backups|access-logs|static-site|data-exports
budget: Marketing|Travel|Office supplies|Research|Training|Software licenses
building: Riverside/Lakeview/Northside/Oak Hill/Harbor/Central/Westfield/Stonebridge/
  Maple Grove/Eastgate/Summit/Valley + House/Tower/Court/Building
cabinet cabin: C-101|C-102|B-204|A-310
camera: Main entrance|Parking lot|Loading dock|Lobby|Warehouse north|Back door
campaign: Spring/Summer/Autumn/Holiday/Back to School/Loyalty/New Year
  + Sale/Launch/Newsletter/Gift Guide/Retargeting/Awareness 2025
card: Visa ending 4242|Company card|Travel card
cart: Weekly shop|Birthday gifts|Office order
certificate certification: First Aid|Project Management|Cloud Practitioner|Food Safety
  |Forklift License
channel: general|announcements|support|random|engineering|marketing|sales
chapter section: Introduction|Getting started|Background|Methods|Results|Conclusion
  |Further reading
charity foundation: Clean Water Fund|Books for All|Green City Initiative|Helping Hands
check monitor: Home page responds|Certificate expiry|Disk space|Database connection|Queue length
class: Introductory Yoga|Advanced Spanish|Biology 101|Algebra I|World History|Life Drawing
club: Riverside Runners|Chess Club|Photography Society|Rowing Club|Book Circle
cluster: prod-east|prod-west|staging|analytics|batch
collection: Summer 2025|Essentials|Outdoor|Home office|Limited edition|Bestsellers
column attribute_name: customer_id|created_at|total_amount|status|email|quantity|product_name
committee: Finance Committee|Audit Committee|Building Committee|Events Committee
community forum group: Trail Runners|Home Cooks|Local Photographers|Board Gamers|City Gardeners
component: Navigation bar|Search box|Payment form|Date picker|Power supply|Control board
concert show: Acoustic Evening|Summer Gala|Jazz on the River|Winter Concert
config configuration setting option: max_retries|page_size|cache_ttl|default_locale
  |session_timeout
  |log_level|enable_signup
container: web|worker|proxy|cache|migrations|scheduler
contest competition tournament: Spring Open|City Cup|Autumn Challenge|Regional Finals
  |Junior Masters
contract: Office lease 2025|Cleaning services|Software maintenance|Supply agreement
  |Security services
course: Introduction to/Advanced/Applied
  + Statistics/Web Development/Business Writing/Digital Photography/Data Analysis/
  Project Management/Financial Accounting/Machine Learning/Microeconomics/Graphic Design
crop: Winter wheat|Sweet corn|Soybeans|Potatoes|Barley|Sunflowers
currency: US dollar|Euro|Pound sterling|Swiss franc
dashboard: Sales overview|Website traffic|Support performance|Server health|Monthly costs
dataset data_set: customer_orders_2024|sensor_readings|product_reviews|web_sessions
  |support_tickets
database db: orders|inventory|analytics|customers|billing|app_production
deal opportunity: Annual license renewal|Pilot project|Website redesign|Fleet upgrade
  |Support contract|Office expansion
department: Engineering|Marketing|Sales|Finance|Human Resources|Operations
device: Front desk tablet|Meeting room display|Warehouse scanner|Kitchen sensor|Lobby thermostat
dish menu_item meal: Tomato Soup|Grilled Salmon|Mushroom Risotto|Caesar Salad|Chicken Curry
  |Vegetable Lasagna|Apple Pie
document file_title: Annual report|Meeting minutes|Price list|User guide|Purchase agreement
  |Safety instructions|Project proposal
domain: example.com|example.org|example.net
endpoint: /orders|/customers|/login|/search|/products|/invoices
environment: production|staging|development|testing
equipment machine: Packing line 2|Lathe 4|Boiler A|Compressor 1|Conveyor 7|CNC mill 3
event: Quarterly/Annual/Spring/Regional
  + Planning Workshop/Customer Conference/Charity Run/Hiring Fair/Open Day/Board Meeting/
  Product Launch
exam quiz test: Midterm exam|Chapter 3 quiz|Final exam|Placement test|Vocabulary test
exercise workout: Squat|Push-up|Plank|Deadlift|Lunge|Interval run|Morning stretch
exhibition: Light and Stone|Modern Landscapes|City in Motion|Faces of the North
experiment: New/Shorter/Simplified/Personalized
  + checkout page/sign-up form/pricing table/search results/welcome e-mail/product page
  |Green buy button|Free shipping banner|Annual plan first
facility site plant: North/Riverside/Central/Harbor/West/Eastgate/Hillside
  + Plant/Depot/Warehouse/Terminal/Campus/Works
farm ranch: Green Valley/Oak Hill/Sunny Acres/Riverbend/Meadow/Willow Creek/Stony Brook/
  North Ridge + Farm/Ranch/Orchards
feature: Dark mode|Bulk export|Two-step login|Order history|Saved filters|Team invites
fee charge: Service fee|Delivery fee|Late payment fee|Booking fee|Setup fee
field plot: North field|South meadow|River plot|Hill field|Orchard east|West pasture
flag: new-checkout|dark-mode|price-alerts|weekly-digest|live-chat|saved-filters|bulk-export
folder directory: Invoices|Contracts|Photos|Reports 2024|Templates|Archive
form survey questionnaire: Customer satisfaction|Contact request|Job application|Course feedback
  |Registration|Exit interview
function method handler: calculate_total|send_email|load_config|parse_response|validate_order
  |fetch_user|render_page|update_stock
fund: Growth Fund|Global Equity Fund|Balanced Income Fund|Small Cap Fund
game: Star Harbor|Castle Builders|Word Rush|Pixel Racers|Lost Island|Chess Masters
garden park: Riverside/Lakeview/Northside/Oak Hill/Harbor/Central/Westfield/Stonebridge/
  Maple Grove/Eastgate/Summit/Valley + Park/Gardens
gateway: Main gateway|Warehouse gateway|gw-01|gw-02
goal objective target: Increase monthly sales|Reduce response time|Save for a house|Read 20 books
hospital clinic: Riverside/Lakeview/Northside/Oak Hill/Harbor/Central/Westfield/Stonebridge/
  Maple Grove/Eastgate/Summit/Valley + General Hospital/Medical Center/Clinic/Health Center
hotel: Harbor View/Grand Riverside/City Garden/Lakeside/Old Mill/Parkside/Northern Star/
  Seaside + Hotel/Inn/Lodge/Suites/Resort
holiday: New Year's Day|Labor Day|Thanksgiving|Christmas Day|Independence Day
index: idx_orders_created_at|idx_users_email|idx_items_sku|products_search
ingredient: flour|sugar|butter|eggs|milk|olive oil|garlic|salt|tomatoes|onion|basil
insurance insurer: Example Mutual|Harbor Insurance|Northern Life|United Example Insurance
instance server_instance node server host: web-01|web-02|web-03|api-01|api-02|worker-01|worker-02
  |worker-03|db-primary|db-replica|cache-01|batch-01|proxy-01
integration: Slack notifications|CRM sync|Payment gateway|Accounting export|Calendar sync
invoice: March services|Annual license|Consulting hours|Hardware order
item: Wireless mouse|Desk lamp|Notebook|Water bottle|Backpack|Coffee mug
job: nightly-backup|send-reminders|import-orders|refresh-cache|rebuild-index|daily-report
key: deploy-key|ci-token|backup-service|mobile-app|partner-api
lab laboratory: Central Lab|Chemistry Lab 2|Riverside Diagnostics|Materials Lab
lake: Lake Clearwater|Mirror Lake|Pine Lake|Long Lake
layer: roads|buildings|land_use|rivers|boundaries|elevation
league: Premier League|City League|Northern League|Junior League|Sunday League
lesson lecture: Getting started|Working with data|Review and practice|Key terms|Case study
library: Central Library|Riverside Branch Library|University Library|Children's Library
list: Groceries|To read|Wish list|Packing list|Newsletter subscribers
location place: Main office|Downtown store|Airport branch|Warehouse 2|Riverside campus
logger module namespace: app.orders|app.auth|app.payments|app.api.views|app.tasks|app.db
machine_model: X200|T450|Pro 15|M3
market: Farmers' Market|Central Market|Harbor Market
material: Oak board|Steel sheet|Copper wire|Cotton fabric|Glass panel
medication drug: Ibuprofen|Amoxicillin|Metformin|Lisinopril|Atorvastatin
meeting: Weekly sync|Sprint planning|Budget review|Client kickoff|One-on-one|Design review
menu: Lunch menu|Dinner menu|Drinks|Weekend brunch|Children's menu
metric kpi measure: conversion_rate|response_time_ms|active_users|revenue|error_rate|cpu_usage
milestone: Design approved|Beta release|Kickoff|Contract signed|Final delivery
model: Standard|Compact|Pro|Plus|Lite|Max
mountain peak: Eagle Peak|Bear Mountain|Stone Ridge|Mount Clear
museum gallery: City Museum|Gallery of Modern Art|Maritime Museum|Railway Museum
network: Office LAN|Guest Wi-Fi|Production VPC|Warehouse network
newsletter: Weekly update|Product news|Monthly digest|Recipe letter
notebook: Sales analysis|Model training|Data cleaning|Weekly report
notification: Order shipped|Payment received|New message|Password changed|Reminder
offer: Spring bundle|Two for one|Free trial|Early bird
office: Head office|Regional office|Downtown office|Sales office
operation: create_order|cancel_order|get_customer|list_items|update_profile
page: Home|About us|Pricing|Contact|Products|Help center|Careers
parameter param: page|limit|sort|filter|locale|currency
part: Front bumper|Brake pad|Air filter|Hinge|Drive belt|Water pump|Gasket
pipeline workflow: build-and-test|deploy-production|nightly-tests|release|data-import
plan: Starter|Basic|Professional|Business|Enterprise
playlist: Morning/Sunday/Deep/Late Night/Summer/Rainy Day
  + Coffee/Focus/Drive/Workout/Dinner Party/Chill
policy: Password policy|Remote work policy|Returns policy|Travel policy|Retention 90 days
pool queue topic: orders|emails|notifications|payments|default|high-priority
port harbor: Port of Rotterdam|Port of Hamburg|Port of Singapore|Port of Los Angeles
  |Port of Antwerp
portfolio: Retirement|Growth|Income|Education fund
practice: Riverside Family Practice|Lakeview Dental|Central Clinic
procedure: Blood draw|Chest X-ray|Physical therapy|Knee arthroscopy|Colonoscopy
process: nginx|python3|postgres|sshd|node|java|redis-server
program programme scheme: Mentoring|Summer School|Loyalty Plus|Graduate Program|Green Energy
project: Website/Warehouse/Customer Portal/Mobile App/Office/Data Center/Billing/Brand
  + Redesign/Migration/Relocation/Upgrade/Rollout/Audit
promotion promo: Summer sale|Free shipping week|Buy two get one|Student discount
listing: Sunny two-bedroom flat|Family house with garden|Loft near the river
  |Studio in the old town
race: Spring Half Marathon|City 10K|Harbor Regatta|Mountain Trail Run
recipe: Roasted/Grilled/Creamy/Spicy/Classic
  + Tomato Soup/Lemon Chicken/Vegetable Curry/Mushroom Risotto/Pumpkin Salad/Salmon Pasta/
  Lentil Stew
  |Blueberry/Banana/Apple/Lemon + Pancakes/Muffins/Cake/Pie
region: North|South|East|West|Central
report: Monthly sales report|Inventory summary|Expense overview|Traffic report|Quarterly results
repository repo: web-app|billing-service|infra|mobile-client|docs|data-pipeline|design-system
  |auth-service|api-gateway|reporting
request: Password reset|New laptop|Access to reports|Address change|Quote for 50 units
resource: orders|customers|invoices|products|reports|users
restaurant cafe: The/Little + Olive Table/Corner Bistro/Blue Harbor/Garden Kitchen/Noodle House/
  Copper Pan/Lemon Tree/Stone Oven
reward: Free coffee|10% off|Gift card|Priority boarding
river: Clear River|Long River|Mill Creek|Stone River
role: admin|editor|viewer|billing manager|support agent
room: Conference room A|Room 204|Board room|Training room|Library|Meeting room 3
route trail: River Trail|Coast Road|Line 4|Ridge Loop|Airport Express|Old Town Circuit
rule: Block repeated sign-ins|Free shipping over $50|High CPU usage|Large transaction review
sample specimen: Sample A1|Control 1|Batch 12 sample|Field sample 7
school university college institution: Riverside/Lakeview/Northside/Oak Hill/Harbor/Central/
  Westfield/Stonebridge/Maple Grove/Eastgate/Summit/Valley
  + High School/College/Elementary School/University/Institute of Technology
screen view: Home|Settings|Product detail|Checkout|Profile|Search results
script: backup.sh|deploy.sh|migrate.py|import_data.py
season: Spring 2025|Winter 2024|Season 3
segment: Frequent buyers|New customers|Inactive users|High value|Trial users
sensor: Boiler temperature|Room humidity|Outdoor temperature|Water level|Front door|CO2 office
series: Night Harbor|The Valley|City Lights|Second Chances
service: auth|billing|orders|search|notifications|inventory|payments|shipping
session: Morning keynote|Hands-on workshop|Panel discussion|Closing session
shift: Morning shift|Late shift|Night shift
ship vessel boat: Northern/Atlantic/Pacific/Silver/Blue/Ocean/Golden/Coral
  + Star/Pioneer/Horizon/Trader/Wave/Breeze/Queen/Voyager
shop store: Riverside/Lakeview/Northside/Oak Hill/Harbor/Central/Westfield/Stonebridge/
  Maple Grove/Eastgate/Summit/Valley + Market/Books/Hardware/Pharmacy/Bakery
skill: Negotiation|Spreadsheet modeling|Public speaking|Python|Welding|Customer service
snapshot backup: daily-2024-11-03|pre-upgrade|weekly-full|before-migration
source: Website|CRM|Point of sale|Mobile app|Partner feed
sport: Football|Basketball|Tennis|Swimming|Volleyball|Running
sprint: Sprint 12|Sprint 13|Sprint 14|Sprint 15
stadium arena venue: Riverside/Lakeview/Northside/Oak Hill/Harbor/Central/Westfield/Stonebridge/
  Maple Grove/Eastgate/Summit/Valley + Stadium/Arena/Hall/Theater
stage step phase: Planning|Design|Build|Test|Review|Launch
station: Riverside/Lakeview/Northside/Oak Hill/Harbor/Central/Westfield/Airport/University/
  Market Square + Station
stop: Market Square|City Hall|Hospital|Main Street|Central Park|Harbor
strategy: Momentum|Cost leadership|Local expansion|Dollar averaging
stream: main|events|clicks|sensor-data|audit
subject: Mathematics|English|Biology|History|Physics|Art|Geography
subscription: Monthly plan|Annual plan|Family plan|Student plan
symptom: Headache|Fever|Cough|Fatigue|Nausea
table: orders|customers|order_items|products|invoices|payments|shipments|users
tag label: urgent|new|sale|internal|review|archived
task: Update the price list|Prepare the invoice|Call the supplier|Review the draft
  |Order new labels
team: Platform|Growth|Customer Success|Mobile|Data|Operations|Design
team_sports: Riverside/Lakeview/Northern/Harbor/Valley/Eastgate/Summit/Kingsbridge
  + Rovers/United/Lions/Athletic/Wanderers/Hawks/City
template: Welcome email|Invoice|Order confirmation|Monthly report|Offer letter
test_case: test_login_succeeds|test_total_is_sum|test_rejects_empty_name|test_sends_receipt
theater theatre: Grand Theater|City Playhouse|Harbor Stage
theme: Light|Dark|Ocean|Forest|Classic
ticket: Day pass|Weekend pass|VIP|General admission
tool: Cordless drill|Torque wrench|Soldering iron|Laser level|Hand saw
tour: Old Town Walk|Harbor Boat Tour|Wine Country Day Trip|Museum Highlights
track song: Northern/Slow/Golden/Paper/Midnight/Electric
  + Lights/Morning/Rain/Boats/Hour/Heart/Highway
train: Coast Express|Regional 21|Night Liner|City Shuttle
training: Fire safety|Onboarding|Data protection|Time management|Leadership basics
trial: Phase 2 efficacy study|Dose comparison|Long-term follow-up
trip: Weekend in the mountains|Client visit|Summer vacation|Sales conference
unit: Unit 12|Unit 4B|North unit|Intensive Care|Apartment 7
universe: Main|Sandbox
user: alice|bob|carol|dave|erin|frank
variable: total|count|user_id|path|API_URL|LOG_LEVEL
variant: control|treatment|variant_a|variant_b
variety cultivar: Golden Delicious|Russet|Roma|Early Girl|Blue Lake
village settlement: Oakfield|Millbrook|Stonebridge|Northwick
vineyard winery: Stone Hill Winery|Oak Valley Vineyard|Silver Creek
volume: data-01|logs|media|backup|pgdata
ward: Cardiology|Maternity|Surgery|Pediatrics
warehouse depot: Central Warehouse|North Depot|Harbor Storage|Warehouse 2|East Fulfillment Center
webhook: Order created|Payment received|Invoice paid|New subscriber
website site: Example Shop|Example Blog|Help Center|Partner Portal
widget: Revenue today|Open tickets|Top products|Visitors map
workspace: Design team|Acme internal|Marketing|Research
zone: Zone A|Loading zone|North zone|Delivery zone 3
"""
"""By noun, names of such things."""

TITLES = """
patent invention: Method for/System for/Apparatus for/Device for
  + cooling batteries/sorting recyclable waste/detecting leaks/wireless charging/
  folding solar panels/monitoring soil moisture/sealing containers
artwork painting sculpture exhibit: Still Life with/Portrait with/Woman with/Study of
  + Lemons/a Blue Vase/Violin/Birds/an Open Window/Red Flowers
  |Harbor/River/Winter Morning/Summer Evening/Village Street + in + Fog/Rain/Snow/Golden Light
task todo story: Update/Review/Check/Prepare/Rewrite/Publish + the
  + pricing page/monthly report/supplier contract/onboarding guide/release notes/price list/
  customer survey/team calendar/test plan/budget draft
  |Call/E-mail/Meet/Invite + the
  + supplier/landlord/new customer/insurance agent/marketing agency/auditor
  |Fix/Test/Clean up/Simplify + the
  + search filter/login page/import script/order form/nightly backup/product export
ticket issue bug case request: Cannot/Unable to
  + log in/reset my password/download the invoice/change the delivery address/add a team member/
  open the report/connect the printer
  + after the update/since yesterday/on my phone/with the new account/in the office network
  |Wrong/Missing/Duplicate + amount on the invoice/item in my order/charge on my card/
  line in the report/entry in the calendar
  |Page/Search/Export/Upload/Dashboard
  + loads slowly/shows an error/does nothing/is empty/stopped working
incident outage alert: Elevated error rate/High latency/Failed deployments/Timeouts/
  Login failures/Delayed jobs + in
  + checkout/the search service/the payment service/the customer portal/the reporting database/
  e-mail delivery/the mobile API
job vacancy posting opening: Senior/Junior/Lead/Associate
  + Software Engineer/Account Manager/Data Analyst/Product Designer/Marketing Specialist/
  Accountant/Systems Administrator
  |Registered Nurse|Warehouse Associate|Customer Support Agent|Electrician|Project Manager
  |Sales Representative|Truck Driver|Office Manager|Chef
contract agreement: Master Services/Software License/Office Lease/Consulting/
  Mutual Non-Disclosure/Supply/Maintenance/Distribution/Employment/Support + Agreement
  |Equipment Rental/Cleaning Services/Data Processing/Catering/Security Services + Contract
recipe dish: Roasted/Grilled/Creamy/Spicy/Quick/Classic
  + Tomato Soup/Lemon Chicken/Vegetable Curry/Mushroom Risotto/Pumpkin Salad/Salmon Pasta/
  Lentil Stew/Potato Gratin/Bean Chili
  |Blueberry/Banana/Apple/Lemon/Chocolate + Pancakes/Muffins/Cake/Pie/Bread
course lesson class lecture: Introduction to/Advanced/Applied/Fundamentals of
  + Statistics/Microeconomics/Web Development/Organic Chemistry/Digital Photography/
  Data Analysis/Machine Learning/World History/Financial Accounting/Creative Writing/
  Linear Algebra/Graphic Design
  |Conversational/Business + Spanish/French/German/English
event meeting appointment session: Quarterly/Annual/Spring/Regional/Monthly
  + planning workshop/customer conference/budget review/team meeting/sales meeting/
  volunteer day/product demo/board meeting
  |Product launch|Open day|Design review|Hiring fair
movie film show series: The + Quiet/Last/Second/Hidden/Northern/Silver
  + Harbor/Orchard/Summer/Road/Letter/Train/River/Garden
  |City of/Shadow of/Return to/Letters from + Glass/Winter/the Coast/the Valley/Stone
book novel: The + Quiet/Last/Second/Hidden/Northern/Clockmaker's
  + Harbor/Orchard/Summer/Garden/Letter/Daughter/River/House
  |A + Map/History/Season/House + of + Winter/Salt/Small Things/Rivers/Light
song track: Northern/Slow/Golden/Paper/Midnight/Electric/Broken/Summer
  + Lights/Morning/Rain/Boats/Hour/Heart/Highway/Dream
  |Run with Me|Stay Tonight|Before You Go|Back Home
playlist: Morning coffee|Road trip|Deep focus|Workout mix|Sunday evening
paper publication thesis: Effects of sleep on memory in older adults
  |A survey of methods for time series forecasting|Water quality in urban rivers
  |Learning rates in small neural networks|Measuring trust in online markets
document file report: Annual/Monthly/Quarterly/Draft/Final/Revised
  + report/budget/safety instructions/project proposal/meeting minutes/user guide/price list/
  sales summary
listing property house apartment: Sunny/Modern/Spacious/Renovated/Quiet/Charming
  + studio/two-bedroom apartment/family house/loft/townhouse/cottage
  + near the park/with garden/in the city center/with river view/with parking/close to the station
notification reminder: Your order has shipped|Payment received|New message|Appointment tomorrow
  |Your trial ends soon
project proposal: Website/Warehouse/Customer portal/Mobile app/Office/Data center/
  Billing system + redesign/migration/relocation/upgrade/rollout/audit
goal milestone: Reach 1,000 subscribers|Launch the beta|Reduce response time|Hire two engineers
experiment test: Shorter sign-up form|New checkout page|Free shipping banner|Annual plan first
survey form quiz: Customer satisfaction survey|Course feedback|Job application|Weekly check-in
review: Exactly what I needed|Good value for the price|Not as expected|Works well every day
  |Great quality|Would buy again
deal opportunity: Annual license renewal|Pilot project|Fleet upgrade|Support contract
change migration commit release: Add index to the orders table|Remove the old login page
  |Upgrade the payment library|Rename the customer field
"""
"""By noun, titles of such things."""
