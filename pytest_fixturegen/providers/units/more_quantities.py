"""Ranges of numbers of laboratories, sports, traffic, mills, laws and other trades."""

from __future__ import annotations

MORE = """
rating_avg rating_average avg_rating | 3.1 4.4 4.9 | .1
price_per_bushel | 3.2 5.4 14 | .01
hematocrit haematocrit hct | 32 42 52 pct | .1
hemoglobin haemoglobin hgb hb | 9.8 13.9 17.2 | .1
platelets platelet_count plt | 120 245 450 | 0
wbc white_blood_cells leukocytes | 3.4 6.8 14 | .1
rbc red_blood_cells erythrocytes | 3.6 4.7 5.8 | .01
creatinine | .5 .9 2.4 | .01
hdl hdl_cholesterol | 32 52 88 | 0
ldl ldl_cholesterol | 58 108 190 | 0
triglycerides | 48 118 380 | 0
crp c_reactive_protein | .2 2.1 48 | .1
tsh | .4 1.8 6.2 | .01
insulin | 2.4 8.2 28 | .1
vitamin_d | 9 28 64 | 0
ferritin | 14 92 420 | 0
b12 vitamin_b12 | 180 420 980 | 0
bilirubin | .2 .6 2.2 | .1
albumin | 3.2 4.3 5.1 | .1
alt ast alat asat ggt | 8 24 88 | 0
egfr gfr | 28 88 120 | 0
inr | .9 1.1 3.6 | .1
urea bun | 7 15 42 | 0
kt_v ktv | 1 1.4 1.9 | .01
urr urea_reduction_ratio | 54 70 82 pct | .1
tumor_size lesion_size nodule_size | 2 14 68 mm | 0
sensitivity specificity | .62 .91 .99 share | .001
survival_rate | .32 .84 .98 share | .001
efficacy | .3 .78 .97 share | .001
viral_load | 20 4200 900000 | ~2
reticulocytes | .5 1.2 2.6 pct | .1
dialysate_flow dialysate_flow_rate | 300 500 800 | = 300 500*8 600*2 800
blood_flow blood_flow_rate | 200 320 450 | /10
carat carats | .2 .8 4.2 | .01
karat | 8 18 24 | = 8 9 10*2 14*6 18*8 22*2 24*3
fineness | 333 750 999 | = 333 375 585*5 750*8 916*2 925*5 999*3
elongation | 4 22 48 pct | .1
roughness surface_roughness | .2 1.6 12.5 | .1
flow_rate discharge_rate | .5 24 480 | .1
discharge streamflow | .4 18 2400 | .1
pressure_drop | .02 .34 2.4 | .01
efficiency | 42 84 98 pct | .1
fuel_economy | 18 31 58 | .1
co2_emission co2_emissions | 0 124 240 | 0
fuel_burn | 120 4200 42000 | 0
fuel_used fuel_consumed | 4 38 240 l | .1
electric_range driving_range | 180 380 620 km | /5
gdp | 2 140 24000 | .1
gdp_per_capita | 800 24000 98000 | /10
life_expectancy | 58 76 86 | .1
birth_rate death_rate | 6 12 38 | .1
crime_rate | .4 24 90 | .1
nitrate nitrates | .4 8.2 48 | .1
phosphate phosphates | .01 .12 1.4 | .01
chlorine free_chlorine residual_chlorine | .1 .6 2.4 | .01
bod cod | 2 18 240 | .1
tds total_dissolved_solids | 40 280 1200 | 0
ecoli e_coli coliform coliforms ecoli_cfu total_coliform enterococci | 0 12 900 | 0 0:30
nitrogen | 6 42 180 | .1
phosphorus | 4 28 120 | .1
organic_matter | .8 3.2 9.4 pct | .1
germination_rate germination | 68 91 99 pct | .1
row_spacing plant_spacing | 12 45 90 cm | /5
seed_rate seeding_rate | 4 120 240 | 0
stocking_rate stocking_density | .4 2.2 8 | .1
litter_size | 1 5 14 | 0
clutch_size egg_count eggs | 1 4 24 | 0
brix sugar_content | 15 22.4 27 | .1
acidity total_acidity titratable_acidity | 3.4 5.8 8.6 | .1
residual_sugar | .6 3.4 48 | .1
percentile | 1 52 99 | 0
square_feet square_footage living_area_sqft | 420 1650 5200 | /10
property_tax | 480 4200 24000 | /10
cap_rate | 3.2 5.8 9.4 pct | .1
bottle_size bottle_volume | 187 750 1500 ml | = 187 250 330*2 375 500*3 750*9 1000*3 1500
strikes balls | 0 2 4 | 0
runs | 0 4 14 | 0
era | 1.8 3.9 7.2 | .01
batting_average | .18 .264 .348 | .001
rebounds | 0 5 18 | 0
steals blocks turnovers | 0 1 7 | 0
yards | 2 64 420 | 0
touchdowns | 0 1 5 | 0
pace | 3.4 5.4 8.2 | .01
cadence stroke_rate | 54 84 182 | 0
lap_time | 48 92 142 s | .001
moves move_count plies | 14 39 88 | 0
board table board_number | 1 8 60 | 0
round round_number | 1 4 11 | 0
par | 3 4 5 | = 3*4 4*10 5*4
strokes | 2 4 9 | 0
handicap | 0 14.2 36 | .1
mos mos_score mean_opinion_score | 2.4 4.1 4.5 | .01
retention | 12 44 92 pct | .1
throughput | 4 140 4800 | .1
coinsurance | 0 20 50 pct | = 0 10*4 20*9 30*3 40 50
coverage_level | 50 75 85 pct | = 50*2 55 60*2 65*4 70*6 75*8 80*4 85*2
out_of_pocket_max | 1500 4500 9100 | /50
eps earnings_per_share | .1 2.4 18 | .01
volatility | 6 22 84 pct | .1
cycle_time takt_time | 4 42 480 s | .1
setup_time changeover_time | 5 25 180 min | /5
oee | 38 71 92 pct | .1
scrap_rate reject_rate | .1 1.8 9 pct | .01
mtbf mean_time_between_failures | 120 2400 42000 h | 0
mttr mean_time_to_repair | .4 3.2 48 h | .1
cpk cp ppk | .8 1.42 2.2 | .01
units_per_hour parts_per_hour | 8 84 900 | 0
taxi_time | 4 14 48 min | 0
channels channel_count | 1 2 16 | = 1*5 2*12 4*2 6*3 8 16
armor | 0 40 400 | 0
win_streak streak current_streak longest_streak | 0 4 42 | 0
drop_rate spawn_rate | .005 .08 .5 share | .001
cooldown | 1 12 120 s | 0
og original_gravity | 1.036 1.052 1.096 | .001
fg final_gravity | 1.006 1.012 1.022 | .001
srm | 2 9 40 | 0
bail_amount bail | 500 5000 240000 | /500
sentence_months sentence | 1 14 180 mo | 0
caliber | 5.56 9 12.7 | .01
wingspan | 12 48 240 cm | 0
citations citation_count | 0 14 1900 | 0
clearance vertical_clearance | 2.1 4.5 6.2 m | .1
lanes lane_count num_lanes | 1 2 8 | = 1*4 2*10 3*4 4*5 6*2 8
aadt traffic_volume daily_traffic vehicles_per_day | 240 8400 140000 | /10
span bridge_span span_length | 8 42 1200 m | .1
speed_limit | 20 50 130 | = 20 30*5 40*2 50*9 60*3 70*3 80*3 100*2 110 120 130
stage_number | 1 2 4 | 0
hop_count hops | 1 8 24 | 0
packet_size | 64 512 1500 | 0
mtu | 1280 1500 9000 | = 1280 1400 1492*2 1500*12 9000*2
bandwidth | 1 100 10000 mbps | = 1 10*2 20 50*3 100*8 200*2 500*2 1000*5 10000
kilowatts | .5 6.5 350 | .1
kva | 5 100 2500 | = 5 10 25*2 50*3 100*5 160*3 250*4 400*3 630*3 1000*2 1600 2500
thd | .4 2.8 9 pct | .1
power_factor | .78 .93 .99 | .01
cloud_base ceiling | 200 3200 24000 | /100
markup | 5 38 140 pct | .1
draught draft draught_fore draught_aft draft_fore draft_aft | 3.4 8.6 15.8 m | .1
tugs tug_count tugboats | 0 2 4 | = 0*3 1*4 2*10 3*3 4*2
beam | 6 28 59 m | .1
port_dues harbour_dues harbor_dues | 180 2400 42000 | .01
persons_trapped people_trapped | 0 0 6 | = 0*14 1*4 2*2 3 5
reminders reminder_count reminders_sent dunning_level | 0 0 4 | = 0*10 1*5 2*3 3 4
intermissions intervals | 0 1 2 | = 0*3 1*8 2
grade_level grade year_group school_year | 1 6 12 | 0
pickers pickers_count harvesters crew_size workers_on_site | 2 12 60 | 0
bag_count luggage_count pieces_of_luggage checked_bags | 0 1 5 | = 0*6 1*9 2*4 3 5
level_number storey floor_number | 1 3 24 | 0
steps_completed | 0 4 12 | 0
missed_payments late_payments missed_installments | 0 0 6 | = 0*14 1*4 2*2 3 5
badge badge_count unread_badge | 0 2 24 | 0
commission broker_commission brokerage_fee | .5 12 240 | .01
months_in_barrel aging_months maturation_months | 3 14 36 | 0
moisture_pct moisture | 8 14 38 pct | .1
contamination contamination_rate impurity | .2 3.4 18 pct | .1
duty_rate tariff customs_rate | 0 4.5 24 pct | .1
depreciation_years | 3 8 20 | = 3*4 5*8 8*4 10*5 15*2 20
setup_minutes | 5 25 120 | /5
"""
"""Rows of names and their range."""
