"""Names that mean another quantity in some records: the weight of a parcel, of a cow, of a ship.

The first line of a section has words of class names in the singular; the rows are as in
:mod:`quantities`, and come before the usual meanings.
"""

from __future__ import annotations

SECTIONS = """
[garage parking_garage parking parking_session parking_lot car_park parking_space]
hourly_rate rate_per_hour price_per_hour rate | .5 2.4 9 | .1
daily_max daily_rate max_daily_rate | 8 18 48 | .5
max_height clearance height_limit | 1.8 2.1 4 m | .05
amount_due amount fee total_fee | .5 7.5 64 | .1
spaces total_spaces capacity | 20 240 1800 | /5

[panel blood_panel blood_test lab_panel chemistry_panel cbc blood_count bloodwork blood_work
  hematology haematology metabolic_panel lab_result lab_report biochemistry]
k potassium | 3.4 4.3 5.3 | .1
na sodium | 134 140 147 | 0
cl chloride | 96 103 109 | 0
ca calcium | 8.4 9.5 10.6 | .1
mg magnesium | 1.6 2.1 2.7 | .1
tp total_protein | 5.8 7.1 8.3 | .1
alb albumin | 3.2 4.3 5.2 | .1
alp | 38 74 148 | 0
ggt gamma_gt | 8 24 96 | 0
ast | 10 24 82 | 0
ldh | 120 180 290 | 0
plt plate platelet platelets platelet_count | 130 248 440 | 0
creat crea creatinine | .5 .9 2.1 | .01
glu gluc glucose | 68 94 186 | 0
hct hematocrit | 32 42 52 | .1
rbc | 3.7 4.8 5.9 | .01
mcv | 78 89 101 | 0
crp | .2 2.4 48 | .1
tsh | .3 1.9 6.4 | .01
chol cholesterol | 130 192 290 | 0
trig triglycerides tg | 48 118 340 | 0
hba1c a1c | 4.6 5.6 9.4 | .1

[exam visit checkup vital vitals consultation triage]
crt crt_sec capillary_refill capillary_refill_time | 1 1.5 3 s | .5
body_condition_score bcs | 3 5 8 | 0
resp_rate respiratory_rate rr | 12 18 32 | 0

[timetable_slot timetable lesson class_period schedule_slot report_card school_class term semester]
period_number period | 1 4 9 | 0
term_number term semester_number | 1 2 3 | 0
room_capacity capacity | 20 28 36 | 0
pass_mark | 40 50 60 | = 40 50*6 60*2
class_size | 14 24 34 | 0

[fine parking_fine traffic_fine penalty]
amount fine_amount | 15 60 400 | /5

[mortgage home_loan]
interest_rate rate | 1.2 4.1 8.9 | .05
term_years term years | 5 25 30 | = 5 10*2 15*4 20*4 25*5 30*8

[ticket support_ticket helpdesk_ticket case conversation]
reply_count replies message_count comment_count | 0 3 24 | 0 0:12

[site construction jobsite construction_project building_project building_site]
contract_value contract_sum budget contract_amount | 40000 1200000 48000000 | /500
floor_area gross_floor_area area | 80 1400 48000 m2 | 0
retention retention_pct retention_percent | 5 5 10 pct | = 5*6 10*3
crew_size workers | 2 12 120 | 0

[member membership gym gym_member fitness_member]
monthly_fee membership_fee fee | 15 42 160 | .01

[gym_class fitness_class]
capacity | 6 16 40 | 0
duration | 30 50 90 min | = 30*2 45*5 50 60*6 75 90

[screening film_session showtime seance]
price ticket_price | 6 12 28 | .01
capacity seats total_seats | 40 160 480 | 0

[museum_ticket ticket event_ticket registration admission]
face_value | 8 45 240 | .5

[railcar coach carriage wagon]
capacity seats | 40 72 120 | 0

[elevator lift escalator hoist]
capacity load_capacity max_load rated_load weight | 320 800 2500 kg | = 320 450*3 630*6 800*3 1000*6
  1275*2 1600*2 2500
max_persons persons passenger_capacity | 4 8 33 | = 4 6*3 8*6 10*3 13*6 21*2 33
speed rated_speed | .4 1.6 6 m_s | .1
floors stops floor_count | 2 8 48 | 0

[machine equipment tractor asset forklift crane excavator machinery turbine press lathe robot]
purchase_price purchase_cost acquisition_cost list_price original_value replacement_value
  | 1200 24000 480000 | /50
book_value residual_value salvage_value current_value | 200 9000 190000 | /10
running_hours operating_hours hours engine_hours hour_meter | 40 4200 42000 | 0
vibration | .4 2.8 14 | .1

[vehicle car truck van veh bus motorcycle fleet trailer]
purchase_price purchase_cost acquisition_cost list_price market_value | 4800 24000 96000 | /50
engine_capacity displacement engine_displacement | 900 1600 6200 | = 998 1200 1395 1498 1598 1798
  1998 2498 2998 6200

[horse cow cattle livestock foal calf bull]
weight | 180 480 760 kg | 0
price purchase_price sale_price | 400 1800 24000 | /10

[pickup haul weighing weighbridge truckload wagon bale lot_load harvest_load skip]
gross_weight | 9000 16000 26000 kg | /20
weight net_weight | 400 900 1900 kg | /5
distance | 4 48 180 km | .1

[bale]
weight | 240 620 1100 kg | /5

[barrel cask keg vat]
capacity volume | 60 225 600 l | = 60 110 225*8 228*3 300*3 500*2 600

[bin dumpster wheelie skip waste_container recycling_container]
volume capacity | 120 1100 30000 l | = 120*3 240*5 360 660*3 1100*6 2500 5000 10000 30000

[pool aquarium tank silo reservoir cistern]
volume capacity | 200 24000 900000 l | ~2

[quality inspection check qc batch_check audit_sample]
sample_size | 1 20 200 | = 1 3 5*4 8 10*4 13 20*3 32 50*2 80 125 200
nominal | 4 24 140 | .01

[wine vintage winery]
ph | 2.9 3.4 3.9 | .01
points rating score | 78 90 98 | 0
bottle_size | 375 750 1500 ml | = 375 500 750*12 1500
bottles_produced production bottles | 600 14000 240000 | /10
price | 5 14 180 | .01

[session treatment dialysis infusion]
fluid_removed ultrafiltration uf_volume | .4 2.2 4.2 l | .1

[show performance concert play opera theatre theater hall auditorium screening cinema]
capacity seats total_seats | 60 420 2400 | /5
intermissions intermission_count | 0 1 2 | = 0*3 1*8 2
age_recommendation min_age | 0 8 18 | = 0*3 6*4 8*3 10*2 12*4 14 16*2 18

[warehouse depot]
temperature temp | 6 16 27 c | .1
humidity | 34 52 74 pct | .1
capacity volume | 400 4200 90000 m3 | 0
area floor_area size | 400 6400 90000 m2 | 0

[image photo picture screenshot thumbnail pixel frame photograph]
width | 320 1920 6000 | = 640 800 1024*2 1200*2 1280*3 1600*2 1920*6 2048 3000 4000*2 4032*3 6000
height | 240 1080 4000 | = 480 600 768*2 800*2 720*3 900*2 1080*6 1365 2000 3000*2 3024*3 4000
size file_size | 24000 1400000 24000000 | 0
quality | 60 85 100 | = 60 70 75*2 80*4 85*5 90*4 95*2 100

[ticket issue conversation case]
reply_count replies comment_count comments message_count messages | 0 3 28 | 0
reopened_count reopen_count reopens | 0 0 4 | = 0*14 1*3 2
watchers followers | 0 2 24 | 0

[auction]
bid_count bids | 0 9 84 | 0
watchers | 0 14 420 | 0

[patient vital vitals person human athlete user member runner player body swimmer measurement
  checkup triage encounter]
temperature temp | 35.8 36.8 39.6 c | .1
pressure | 96 121 168 | 0
rate hr | 48 72 128 | 0

[newborn baby infant birth]
weight birth_weight | 2.1 3.4 4.7 kg | .01
height length | 44 51 56 cm | .1
temperature | 36.2 36.9 38.4 c | .1

[recipe oven dish cooking baking]
temperature temp | 140 185 240 c | /5
time duration total_time | 10 40 240 min | /5
weight | 50 400 2400 g | /10
level | 1 2 5 | 0

[fridge freezer coldchain cold vaccine reefer storage cooler]
temperature temp | 1.6 4.2 8 c | .1
humidity | 34 56 82 pct | .1

[server host hw cpu gpu machine disk motherboard processor]
temperature temp | 31 54 92 c | 0
speed | 1.6 2.8 5.1 ghz | .1
load | .02 .8 14 | .01
frequency | 1.6 2.8 5.1 ghz | .1

[engine motor turbine generator compressor pump boiler transformer bearing]
temperature temp | 42 78 112 c | .1
pressure | 1.4 4.2 16 bar | .1
speed | 700 1900 6200 rpm | /10
flow flow_rate | .5 24 240 | .1
level | 4 58 100 pct | 0
efficiency | .62 .89 .98 share | .001

[room thermostat office indoor building hvac apartment house home zone]
temperature temp | 16 21.4 27 c | .1
humidity | 28 44 68 pct | 0
area size | 12 62 320 m2 | 0

[greenhouse incubator terrarium]
temperature temp | 18 25 33 c | .1
humidity | 52 71 94 pct | 0

[aquarium pool lake river ocean sea buoy pond water]
temperature temp | 2 17 29 c | .1
depth | .5 14 240 m | .1
speed | 0 .8 4 m_s | .01
level | .3 2.1 8 m | .01

[parcel package shipment box consignment mail letter delivery]
weight mass total_weight gross_weight net_weight weight_total | .12 2.4 28 kg | .01
length | 8 34 110 cm | .1
width | 6 26 70 cm | .1
height depth | 2 18 60 cm | .1
volume | .001 .02 .4 m3 | .001
distance | 12 340 4200 km | 0

[pallet container cargo freight truck load]
weight mass gross_weight net_weight | 40 4200 27000 kg | /10
length | 1.2 6.1 13.6 m | .01
width | .8 2.4 2.5 m | .01
height | .9 2.4 3 m | .01
volume | 1 33 76 m3 | .1

[vessel ship boat yacht tanker ferry]
length length_overall loa | 24 168 399 m | .1
beam width breadth | 6 27 61 m | .1
draught draft depth | 2.1 8.4 16.5 m | .1
speed | 0 11.2 24 knots | .1
weight displacement | 200 24000 220000 t | 0
capacity | 40 2400 24000 | 0

[aircraft flight plane airplane helicopter drone]
altitude | 300 10400 12500 m | 0
speed ground_speed airspeed velocity | 42 232 268 m_s | 0
distance | 180 1400 14000 km | 0
duration | 45 150 840 min | /5
fuel | 1800 9400 120000 kg | /100
capacity seats seat_count | 19 180 520 | 0
fare price ticket_price base_fare | 48 184 1900 | .01

[car vehicle truck bus van motorcycle bike scooter taxi]
weight mass | 900 1540 3500 kg | /5
speed | 0 46 135 kmh | 0
length | 3.4 4.5 12 m | .01
width | 1.6 1.8 2.5 m | .01
height | 1.4 1.5 3.9 m | .01
power | 45 110 420 kw | 0
capacity | 2 5 60 | 0
mileage odometer | 1200 68000 240000 km | 0
price list_price asking_price value msrp sale_price cost | 3200 21000 120000 | /50
range | 180 410 690 km | /5
battery_capacity | 28 58 110 kwh | .1
fuel_economy | 14 29 58 | .1
tank_capacity | 35 52 90 l | 0
daily_rate price_per_day rental_rate | 22 48 240 | 0

[ride trip taxi fare commute]
distance | .7 6.2 64 km | .1
duration | 4 17 85 min | 0
speed | 8 29 90 kmh | .1

[route journey itinerary]
distance length | .8 14 620 km | .1
speed | 3 38 110 kmh | .1

[workout run activity exercise cycling hike session_fitness training]
distance | .8 6.4 42.2 km | .01
duration | 12 44 240 min | 0
speed pace | 4 9.6 34 kmh | .1
calories | 60 380 1400 | 0
elevation elevation_gain gain | 4 120 1900 m | 0
heart_rate avg_heart_rate max_heart_rate | 92 142 189 | 0
weight load | 2.5 40 180 kg | .5

[cattle cow herd livestock bull horse farm_animal]
weight mass | 80 520 1050 kg | 0
temperature | 37.8 38.6 40.1 c | .1

[animal sheep goat pig]
weight mass | 18 62 160 kg | .1
temperature | 37.8 38.9 40.2 c | .1

[pet dog cat puppy kitten rabbit]
weight mass | 1.4 9.8 46 kg | .1
height | 18 38 80 cm | 0
temperature | 37.6 38.5 39.6 c | .1

[chicken poultry bird hen duck fish]
weight mass | .3 1.9 6 kg | .01
length | 8 28 120 cm | .1

[planet star galaxy asteroid exoplanet satellite]
distance | 4.2 140 9000 | .1
temperature | 2400 5600 32000 | 0
radius | .08 1.1 42 | .01
mass | .08 1 40 | .01
speed velocity | 1.2 7.6 40 | .01

[earthquake quake seismic]
depth | 1.2 12 640 km | .1
magnitude | 2.4 4.1 7.6 | .1
distance | 2 84 900 km | .1

[well borehole mine drill]
depth | 12 140 3200 m | .1
pressure | 4 84 420 bar | .1

[book novel magazine]
weight | 120 380 1400 g | 0
height length | 17.8 22.9 30 cm | .1
width | 10.8 15.2 23 cm | .1
thickness depth | .6 2.1 6 cm | .1
price | 4 15 90 | .01

[product item sku]
weight | .05 1.2 28 kg | .01
depth length | 3 22 180 cm | .1

[track song recording music audio]
duration length | 98 212 420 s | 0
energy | .08 .66 .98 share | .001
key | 0 5 11 | 0
mode | 0 1 1 | = 0*2 1*3
tempo | 68 118 178 | .1
year | 1968 2012 2025 | 0

[features feature audiofeatures]
energy | .08 .66 .98 share | .001
key | 0 5 11 | 0
mode | 0 1 1 | = 0*2 1*3

[movie film]
duration length runtime | 78 108 182 min | 0
year release_year | 1958 2009 2025 | 0
budget | 200000 18000000 220000000 | ~2
revenue gross | 90000 32000000 900000000 | ~4

[episode podcast show]
duration length runtime | 14 38 95 min | 0

[video clip stream lecture lesson]
duration length | 24 480 5400 s | 0

[call phone telephony]
duration length | 4 184 3600 s | 0
cost charge | .02 .34 14 | .01

[meeting appointment consultation booking_slot interview class course_session event]
duration length | 15 45 180 min | /15
capacity | 8 40 900 | /2

[course program curriculum]
duration | 2 12 52 | 0
level | 1 2 5 | 0
capacity | 15 40 240 | /5

[request http api span trace query rpc log access]
duration latency response_time | 2 84 6400 ms | ~3
size bytes | 180 4200 2400000 | 0
line lineno | 4 142 1900 | 0
status | 200 200 503 | = 200*20 201*4 204*3 301 302*2 304*3 400*3 401*2 403 404*4 409 422 429
  500*2 502 503

[build job pipeline deploy deployment workflow]
duration | 12 210 3600 s | 0

[variant snp mutation gene allele genomic]
position pos start | 14000 68000000 240000000 | 0
quality qual | 30 420 9000 | 0
depth coverage | 8 64 900 | 0

[plate well_plate pcr assay sample specimen]
volume | 5 120 2000 | .1
depth | 8 64 900 | 0

[map tile geo place poi]
zoom | 1 12 18 | 0
importance | .02 .42 .94 share | .001
rank | 1 8 30 | 0
accuracy | 2 9 140 m | .1

[waypoint gps position fix location]
accuracy | 2 6 48 m | .1
speed | 0 4.2 34 m_s | .1

[article post page content document]
length | 900 5200 60000 | 0
size | 4000 180000 24000000 | 0

[experiment abtest test trial_variant arm]
weight allocation traffic_percentage traffic | 10 50 90 pct | = 10 20*2 25*3 33 50*10
power | .7 .8 .95 | .01

[variation variant_weight bucket]
weight | 5 50 95 pct | = 10*2 20*2 25*3 30 50*8 70 75 90*2

[portfolio fund asset holding index]
weight | .005 .04 .3 share | .001

[model network layer neural]
weight | -1.2 .02 1.2 | .0001

[opportunity deal lead pipeline_deal]
probability | 10 50 90 pct | = 10*3 20*3 25*2 30*2 40*2 50*4 60*3 75*3 80*2 90*3
amount value | 1800 24000 480000 | /50

[policy insurance claim]
premium | 60 420 4800 | .01
coverage | 10000 250000 2000000 | /5000
amount | 120 2400 90000 | .01

[loan credit mortgage]
amount principal | 2000 24000 620000 | /500
term | 6 36 360 mo | = 6*2 12*6 24*6 36*7 48*3 60*5 84 120*2 180 240*2 360*3
rate | 2.1 5.4 18 | .05

[contract agreement]
amount value | 2400 48000 4000000 | /100
term | 6 24 120 mo | = 6 12*8 18 24*6 36*6 48 60*3
version | 1 2 12 | 0

[country]
population | 12000 6400000 1400000000 | 0
area | 30 110000 17000000 km2 | 0

[city town]
population | 4200 86000 14000000 | 0
area | 8 110 2400 km2 | .1

[village]
population | 40 900 9000 | 0

[district region county state province]
population | 24000 640000 40000000 | 0
area | 40 4200 400000 km2 | 0

[mountain peak hill]
height elevation altitude | 480 2100 8849 m | 0

[building tower skyscraper]
height | 6 34 380 m | .1

[tree forest]
height | 2 14 60 m | .1
diameter | 6 34 180 cm | .1

[crop field farm soil cropcycle harvest parcel_land]
area size | .4 8.4 420 ha | .01
price | 80 240 1900 | 0
depth | 5 30 120 cm | 0
quantity | .5 24 2400 | .1

[node cluster pod kubernetes]
capacity | 30 110 250 | = 30 58 110*10 250
memory | 2 16 256 gib | = 2 4*3 8*5 16*6 32*4 64*3 128 256

[bottle wine beer drink beverage]
volume size | 375 750 1500 ml | = 330 375 500*2 750*10 1000*2 1500
acidity total_acidity | 4.2 6.1 9 | .1
price | 1.5 9 90 | .01

[lamp bulb light led]
brightness | 200 806 4000 lm | /10
power | 3 9 60 w | .5

[solar panel pv inverter]
power | .1 3.4 12 kw | .01
efficiency | .14 .2 .24 share | .001
voltage | 24 380 800 v | .1
capacity peak_power rated_power installed_capacity system_size | 2.4 6.4 24 kw | .1
output daily_output energy production generation | 2 24 140 kwh | .1
tilt tilt_angle | 10 32 60 deg | 0

[battery cell]
voltage | 3 3.7 4.2 v | .01
capacity | 400 3200 10000 mah | /50
temperature | 12 28 48 c | .1

[hotel]
stars star_rating | 1 4 5 | = 1 2*2 3*6 4*8 5*4
price | 42 128 680 | 0

[standing league table]
position rank | 1 9 20 | 0
"""
"""Sections of ranges by words of the class."""
