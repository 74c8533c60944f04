"""Food, bodies, weather and models of statistics. See :mod:`steps` for a row."""

from __future__ import annotations

FAMILIES = """
nutrition: nutrition nutrients nutritional meal food_log food nutrition_facts
protein protein_g proteins | real .5 14 46 .1
carbs carbs_g carbohydrates carbohydrates_g carbohydrate total_carbs carb | real 1 36 96 .1
fat fat_g total_fat fats | real .4 12 42 .1
_protein | times protein 4
_carbs | times carbs 4
_fat | times fat 9
_energy | sum _protein _carbs _fat
? calories kcal energy_kcal calories_kcal energy total_calories | plus _energy 0 0 0 1
sugar sugar_g sugars sugars_g total_sugars | part carbs .05 .24 .7
? added_sugar added_sugars | part sugar .1 .5 .9
fiber fiber_g fibre fibre_g dietary_fiber | part carbs .03 .1 .24
saturated_fat saturated_fat_g sat_fat | part fat .1 .34 .6
? trans_fat trans_fat_g | part saturated_fat .01 .04 .1
? unsaturated_fat | rest fat saturated_fat

pressure: vitals vital vital_signs blood_pressure reading
systolic systolic_bp bp_systolic sbp blood_pressure_systolic systolic_pressure | count 94 121 168
diastolic diastolic_bp bp_diastolic dbp blood_pressure_diastolic diastolic_pressure | part
  systolic .58 .645 .72
mean_arterial_pressure map_pressure | part systolic .7 .76 .8
pulse_pressure | rest systolic diastolic

air: weather observation forecast station climate current_weather conditions hourly
? temperature temp air_temperature | plus _warmth 0 0 0 .1
_warmth | real -9 15 34 .1
? feels_like apparent_temperature feels_like_temperature real_feel heat_index | plus temperature
  -6 -.6 3 .1
? dew_point dewpoint dew_point_temperature | plus temperature -17 -6 -.2 .1
? wet_bulb wet_bulb_temperature | plus temperature -6 -2.4 -.1 .1
? wind_speed wind windspeed avg_wind_speed | real .2 4.1 16 .1
? wind_gust gust gusts wind_gusts gust_speed | plus wind_speed .4 3.2 14 .1

daily_air: daily forecast weather day daily_forecast
? temp_min temperature_min min_temp low_temp temperature_low temp_low min_temperature tmin |
  real -12 9 24 .1
_rise | real 3 8.4 15 .1
? temp_max temperature_max max_temp high_temp temperature_high temp_high max_temperature tmax |
  sum temp_min _rise
_half | part _rise .4 .5 .62
? temp_avg avg_temp mean_temp temperature_avg average_temperature temp_mean avg_temperature
  temperature_mean tavg temp temperature | sum temp_min _half

confusion: confusion_matrix classifier evaluation
? true_positives tp | count 24 840 24000
? false_positives fp | part true_positives .02 .12 .5
? false_negatives fn | part true_positives .02 .16 .6
? true_negatives tn | over true_positives .1 .4 .9
_called | sum true_positives false_positives
_actual | sum true_positives false_negatives
_all | sum _called false_negatives true_negatives
_right | sum true_positives true_negatives
? precision | rate true_positives _called
? recall sensitivity tpr | rate true_positives _actual
? accuracy | rate _right _all
_both | sum _called _actual
_twice | sum true_positives true_positives
? f1 f1_score f1score | rate _twice _both

split: dataset split data_split
? total_samples num_samples total_examples size total_size n_samples | count 900 24000 2000000
? train_size train_samples num_train n_train train | part total_samples .7 .8 .8
_held | rest total_samples train_size
? validation_size val_size val_samples num_val n_val validation val | part _held .5 .5 .5
? test_size test_samples num_test n_test test | rest _held validation_size

losses: epoch training run train_step
? train_loss training_loss loss | real .02 .4 2.4 .0001
? val_loss validation_loss test_loss eval_loss | plus train_loss .001 .08 .5 .0001
? val_accuracy validation_accuracy test_accuracy | real .62 .86 .99 .0001
_gap | real .001 .02 .08 .0001
? train_accuracy training_accuracy | least _sum _one
_sum | sum val_accuracy _gap
_one | real 1 1 1 1

ohms: meter power electrical inverter panel outlet circuit charger motor
? voltage volts voltage_v volt | real 218 230 241 .1
? current amps amperage current_a ampere | real .2 4.8 32 .01
? power watts power_w active_power wattage | times voltage current

harvest: crop crop_cycle harvest field season plot
? area_ha area area_planted planted_area field_area acreage hectares | real .4 8.4 240 .01
? expected_yield expected_yield_t_ha target_yield planned_yield | real 1.4 5.4 24 .1
_luck | real .62 .96 1.3 .01
? actual_yield actual_yield_t_ha yield_per_hectare yield_t_ha yield_per_ha | times
  expected_yield _luck
? total_production total_yield total_production_t production harvested_quantity total_harvest
  yield_quantity | times actual_yield area_ha
? price_per_ton price_per_tonne price_per_kg price | real 90 240 900 1
? revenue total_revenue sales_value | times$ total_production price_per_ton

land: farm estate holding plot property
total_area total_area_ha total_hectares total_acres farm_size | real 2 42 2400 .1
arable_area cultivated_area arable_area_ha cropland area_cultivated cultivable_area | part
  total_area .3 .58 .86
_left | rest total_area arable_area
? vegetation_area forest_area vegetation_area_ha wooded_area pasture_area | part _left .2 .6 .96
? irrigated_area irrigated_area_ha | part arable_area .1 .4 .9

volume_left: sample tube vial aliquot specimen bottle reagent chemical
? volume initial_volume volume_ul volume_ml total_volume | real 20 240 2000 .1
? remaining_volume volume_remaining current_volume remaining_volume_ul | part volume .1 .62 1
? used_volume volume_used | rest volume remaining_volume
? initial_quantity quantity_initial initial_amount | real 5 100 1000 1
? remaining_quantity quantity_remaining remaining_amount | part initial_quantity .1 .62 1

hull: vessel ship boat yacht
length_m length length_overall loa length_over_all | real 22 168 399 .1
beam_m beam width width_m breadth | part length_m .13 .15 .2
draught_m draught draft draft_m max_draught max_draft | part beam_m .24 .36 .48
gross_tonnage gt grt | times _box .24
_box | times length_m beam_m draught_m
deadweight_tonnage deadweight dwt | times _box .52
net_tonnage nrt | part gross_tonnage .4 .56 .7

sides: parcel package box carton pallet shipment crate product item furniture
? length_cm length length_in | real 12 34 110 .1
? width_cm width width_in breadth | part length_cm .44 .7 .95
? height_cm height height_in depth depth_cm | part width_cm .3 .62 .95
? volume_cm3 volume_cubic_cm | times length_cm width_cm height_cm

weights: shipment container cargo truck load livestock
? gross_weight gross_weight_kg total_weight gross | real .4 14 9000 .01
? tare_weight tare tare_weight_kg packaging_weight | part gross_weight .02 .08 .24
? net_weight net_weight_kg net | rest gross_weight tare_weight

screen: page_view session device visit browser hit
screen_width screen_w | count = 360*2 375*2 390*3 412*2 768 1280*2 1366*3 1440*4 1536*3 1920*8
  2560*3
? viewport_width window_width inner_width viewport_w | part screen_width .82 1 1
screen_height screen_h | part screen_width .5625 .5625 .5625
? viewport_height window_height inner_height viewport_h | part screen_height .74 .84 .9
"""
"""Families of science, separated by empty lines."""
