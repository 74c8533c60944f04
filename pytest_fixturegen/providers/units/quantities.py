"""What is measured: ranges by the noun of a name, in every record. See :mod:`specs` for a row."""

from __future__ import annotations

PHYSICS = """
canopy_width crown_width canopy_diameter | 1 6 18 m | .1
shutter_speed exposure_time exposure | .0005 .008 2 | .0001
sla_hours response_sla resolution_sla | 1 24 72 h | = 1 2 4*4 8*4 24*6 48*3 72
session avg_session session_duration session_length | 8 160 3000 s | 0
acceleration_0_100 acceleration_0_60 zero_to_sixty zero_to_hundred | 2.4 8.2 18 | .1
download_speed download download_mbps | 4 94 940 mbps | .1
upload_speed upload upload_mbps | 1 18 480 mbps | .1
temperature temp | -8 19 36 c | .1
ambient_temperature ambient_temp air_temperature air_temp outdoor_temp outside_temp
  outside_temperature | -12 14 36 c | .1
indoor_temp indoor_temperature room_temperature room_temp inside_temperature thermostat setpoint
  set_point target_temperature target_temp | 16 21 27 c | .5
water_temp water_temperature sea_temperature sea_surface_temperature pool_temperature | 2 17 30
  c | .1
soil_temperature soil_temp | 2 15 32 c | .1
body_temperature body_temp core_temp | 35.8 36.8 39.6 c | .1
cpu_temp cpu_temperature gpu_temp core_temperature chip_temp disk_temp motherboard_temp | 31 54
  92 c | 0
engine_temp engine_temperature coolant_temp coolant_temperature oil_temp | 68 90 112 c | 0
oven_temperature oven_temp baking_temperature cooking_temperature bake_temp preheat_temperature
  | 140 185 240 c | /5
brewing_temperature brew_temp water_temp_brew | 85 93 98 c | 0
melting_temp melting_point tm melting_temperature annealing_temp | 48 60 78 c | .1
boiling_point | 35 118 380 c | .1
flash_point | -20 62 240 c | 0
storage_temperature storage_temp fridge_temp freezer_temp | -20 4 8 c | .1
color_temperature colour_temperature | 2200 4000 6500 k | /100
dew_point dewpoint | -10 9 21 c | .1
feels_like apparent_temperature heat_index wind_chill | -14 16 38 c | .1
humidity relative_humidity rh | 22 61 98 pct | 0
absolute_humidity | 2 8.5 22 | .1
soil_moisture moisture moisture_content moisture_level water_content | 8 31 68 pct | .1
pressure barometric_pressure air_pressure atmospheric_pressure sea_level_pressure barometer |
  985 1013 1038 hpa | .1
tire_pressure tyre_pressure | 1.9 2.4 3.2 bar | .1
blood_pressure | 96 121 168 | 0
oil_pressure water_pressure line_pressure | 1.2 3.4 9 bar | .1
wind_speed wind avg_wind_speed | 0 4.1 22 m_s | .1
wind_gust gust gust_speed wind_gusts | 1 8.4 34 m_s | .1
wind_direction wind_dir wind_bearing wind_degrees direction | 0 190 359 deg | 0
heading course bearing azimuth course_over_ground cog true_heading yaw compass hdg | 0 176 359
  deg | 0
roll pitch tilt | -24 0 24 deg | .1
inclination slope gradient | 0 6 34 deg | .1
orientation rotation angle phase_angle | 0 90 359 deg | = 0*4 45 90*3 135 180*3 225 270*2 315
elevation_angle solar_elevation | 2 34 78 deg | .1
rate_of_turn turn_rate | -24 0 24 | 0
visibility | .4 11 24 km | .1
cloud_cover cloudiness cloud_coverage clouds | 0 46 100 pct | 0
precipitation rainfall rain precip rain_amount | .1 3.2 48 mm | .1 0:62
annual_rainfall yearly_rainfall | 220 780 2600 mm | /10
snowfall snow | .1 4 40 cm | .1 0:80
snow_depth | 1 14 120 cm | 0 0:76
uv_index uv | 0 3 11 | 0
aqi air_quality_index air_quality | 8 46 210 | 0
pm25 pm2_5 | 2 11 90 | .1
pm10 | 4 22 140 | .1
co2 co2_level carbon_dioxide | 398 620 2100 ppm | 0
co carbon_monoxide | 0 .6 9 ppm | .1
no2 o3 ozone so2 | 2 24 120 | .1
voc tvoc | 20 180 1400 ppb | 0
solar_radiation irradiance solar_irradiance radiation | 0 310 1020 w_m2 | 0
sunshine_hours sunshine_duration | 0 6 15 h | .1
wave_height swell_height significant_wave_height | .2 1.4 7 m | .1
wave_period swell_period | 3 8 17 s | .1
tide tide_height tide_level | -.6 1.4 5 m | .01
water_level river_level gauge_height | .3 2.1 8 m | .01
salinity | 1 34 38 | .1
turbidity | .2 2 60 ntu | .1
dissolved_oxygen | 4 8.6 13 mg_l | .1
conductivity electrical_conductivity ec | 40 620 4200 us_cm | 0
ph soil_ph water_ph ph_level | 4.8 6.7 8.6 | .1
light light_level illuminance brightness_lux ambient_light luminosity | 4 280 42000 lux | ~3
noise noise_level sound_level loudness_db decibel sound_pressure | 29 52 94 db | .1
magnitude | 1.1 3.2 7.4 | .1
speed velocity speed_over_ground sog ground_speed | 0 11 36 m_s | .1
max_speed top_speed maximum_speed | 120 190 320 kmh | /5
speed_limit | 30 60 130 kmh | = 30*3 40 50*6 60*2 70*2 80*4 90*2 100*3 110 120*3 130
acceleration accel | -3.2 .2 9.8 | .01
angular_velocity gyro | -180 2 180 | .1
vibration | .02 .6 9 | .01
torque | 60 280 900 | 0
force | 1 240 9000 | 0
altitude elevation height_above_sea_level | 2 140 2900 m | 0
cruise_altitude flight_level_ft baro_altitude geo_altitude | 900 9800 12200 m | 0
vertical_rate climb_rate vertical_speed | -18 0 18 m_s | .1
depth water_depth | .3 8 240 m | .1
distance trip_distance distance_travelled distance_traveled travel_distance total_distance
  route_length | .6 9 620 km | .1
range_distance driving_range electric_range | 180 380 640 km | /5
annual_mileage yearly_mileage mileage_per_year | 2000 12000 45000 km | /100
odometer mileage | 1200 68000 240000 km | 0
length | 4 32 220 cm | .1
width breadth | 3 22 160 cm | .1
height | 2 18 190 cm | .1
thickness | .5 6 60 mm | .1
diameter | 3 40 600 mm | .1
radius search_radius | .5 8 120 km | .5
circumference girth | 12 64 180 cm | .1
perimeter | 12 180 9000 m | .1
area surface surface_area | 12 84 2500 m2 | .1
living_area floor_area usable_area built_up_area carpet_area building_area interior_area | 28 86
  320 m2 | 0
lot_size plot_size plot_area land_area lot_area | 180 720 9000 m2 | 0
volume capacity_liters tank_capacity fuel_capacity | 1 60 900 l | .1
fuel_level tank_level | 4 58 100 pct | 0
fuel_consumption consumption_per_100km | 3.8 6.6 14 l_100km | .1
weight mass | .2 4.8 120 kg | .01
net_weight | .2 4.2 110 kg | .01
gross_weight | .3 5.2 130 kg | .01
max_weight weight_limit payload load_capacity max_load | 5 120 3500 kg | /5
tonnage gross_tonnage gt | 300 24000 220000 | 0
deadweight deadweight_tonnage dwt | 500 42000 300000 | 0
density | .7 1.02 2.8 | .01
viscosity | .9 42 900 | .1
concentration | .5 48 900 | .1
absorbance optical_density od600 od | .04 .52 2.8 | .001
wavelength | 250 532 880 nm | 0
cycle_threshold ct_value cq | 14 25 37 | .1
fold_change | .1 1.4 12 | .01
gc_content | .32 .48 .66 share | .001
allele_frequency minor_allele_frequency maf vaf | .001 .24 1 share | .0001
read_depth coverage_depth sequencing_depth dp | 8 64 900 | 0
mapping_quality | 10 55 60 | 0
rin | 4 8.2 10 | .1
a260_280 a260_230 | 1.6 1.88 2.2 | .01
molecular_weight molar_mass | 18 240 920 | .01
half_life | .5 6 72 h | .1
viability cell_viability purity | 62 94 99.9 pct | .1
voltage volt volts supply_voltage | 3 12 240 v | .1
battery_voltage | 3.1 3.8 4.2 v | .01
current amperage | .1 4 63 a | .01
power wattage power_consumption power_draw | 2 120 3500 w | .1
rated_power power_rating max_power | 100 1500 22000 w | /50
reactive_power apparent_power | .1 4 90 | .01
power_factor | .71 .94 1 | .01
energy energy_consumption energy_consumed energy_used consumption | 1 14 900 kwh | .01
resistance | 1 470 10000 | ~2
capacitance inductance | .1 10 900 | .1
battery_capacity | 400 3200 10000 mah | /50
battery battery_level battery_percentage battery_charge charge_level soc state_of_charge | 3 74
  100 pct | 0
state_of_health battery_health | 71 94 100 pct | 0
frequency | 48 440 2600 hz | ~3
grid_frequency line_frequency mains_frequency | 49.9 50 50.1 hz | .01
cpu_frequency clock_speed cpu_speed | 1.6 2.8 5.1 ghz | .1
sample_rate sampling_rate | 22050 44100 96000 hz | = 22050 44100*6 48000*3 96000
frame_rate framerate refresh_rate | 24 30 120 | = 24 25 30*4 60*4 120
bitrate bit_rate | 96 256 1411 kbps | = 96 128*3 160 192*2 256*3 320*4
rssi signal_strength signal_rssi wifi_signal | -97 -67 -34 | 0
snr signal_to_noise signal_noise_ratio | -4 11 38 | .1
gain antenna_gain | 1 6 24 | .1
attenuation signal_loss | .2 8 40 | .1
fan_speed | 600 1900 6200 | /10
rpm engine_speed motor_speed rotor_speed spindle_speed engine_rpm | 700 1900 6200 | /10
torque_nm | 60 280 900 | 0
horsepower engine_power | 60 148 520 | 0
displacement engine_displacement engine_size | .9 1.6 5 | .1
abv alcohol alcohol_content alcohol_by_volume | 3.8 5.4 14 | .1
ibu | 8 32 90 | 0
brix | 4 13 26 | .1
ra radial_velocity right_ascension | 0 180 360 | .0001
declination | -78 4 78 | .0001
parallax | .2 8 340 | .01
redshift | .001 .12 3 | .0001
latency ping response_time round_trip rtt lag | 4 68 3200 ms | ~3
load_time page_load_time render_time time_to_first_byte ttfb | 60 640 9000 ms | 0
execution_time processing_time query_time compile_time cold_start | 2 90 9000 ms | ~3
duration elapsed | 12 240 7200 s | 0
uptime | 900 420000 30000000 s | 0
downtime | 20 600 30000 s | 0
timeout | 1 30 300 s | = 1 2 3 5*4 10*6 15*2 30*6 60*4 120 300
interval poll_interval polling_interval refresh_interval scrape_interval | 5 60 900 s | = 5 10*3
  15*2 30*4 60*6 120 300*3 900
ttl cache_ttl | 30 3600 86400 s | = 30 60*3 300*6 600 900 1800 3600*6 86400*3
jitter | .1 3 60 ms | .1
time_spent watch_time listen_time dwell_time time_on_page | 4 140 5400 s | 0
wait_time waiting_time | 1 12 90 min | 0
prep_time preparation_time preptime | 5 15 60 min | /5
cook_time cooking_time bake_time baking_time | 5 30 180 min | /5
rest_time resting_time marinate_time chill_time | 5 30 240 min | /5
lead_time handling_time | 1 5 60 d | 0
reading_time read_time | 1 6 24 min | 0
runtime running_time | 74 108 190 min | 0
commute commute_time travel_time drive_time | 5 28 140 min | 0
flight_time flight_duration | 45 150 840 min | /5
sleep sleep_hours sleep_duration | 4.5 7.2 9.5 h | .1
overtime overtime_hours extra_hours | .5 5 24 h | .5 0:62
working_hours work_hours weekly_hours hours_per_week std_hours hours_worked_per_week
  contract_hours contracted_hours | 16 38 45 | = 16 20*3 24 30*2 32 36 37.5*3 38*2 40*14
daily_hours hours_per_day | 3 7.5 10 h | .5
hours_worked worked_hours billable_hours billed_hours logged_hours | 2 24 168 h | .25
estimated_hours estimate_hours effort effort_hours estimated_effort | 1 8 80 h | = 1 2*3 3 4*5 6
  8*6 12 16*4 24*2 40*2 80
flight_hours engine_hours operating_hours machine_hours | 20 2400 24000 h | 0
credit_hours | 1 3 6 | = 1 2 3*6 4*3 6
"""
"""Quantities of nature, machines and time."""
