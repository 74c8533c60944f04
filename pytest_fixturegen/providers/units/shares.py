"""Parts of a whole, rates, and figures of a body or of a model. See :mod:`specs` for a row."""

from __future__ import annotations

SHARES = """
dti debt_to_income dti_ratio | .08 .32 .6 share | .001
ltv ltv_ratio loan_to_value | .32 .72 .97 share | .001
bonus_percent target_bonus bonus_pct bonus_percentage bonus_target | 0 8 40 | .5
increase_percent raise_percent merit_increase | 0 3.2 18 | .1
ratio fraction share proportion portion | 0 .42 1 share | .001
percent percentage pct | 0 42 100 | .1
probability likelihood chance prob | .02 .46 .99 share | .001
p_value pvalue p_val significance_level | .0001 .08 .98 | .0001
alpha | .01 .05 .1 | = .01 .05*8 .1
beta | .05 .2 .4 | .01
power statistical_power | .7 .8 .95 | .01
confidence certainty confidence_score | .31 .87 .998 share | .001
confidence_level | .8 .95 .99 share | = .9 .95*8 .99*2
effect_size cohens_d | .05 .32 1.4 | .01
z_score zscore z_value t_statistic t_value | -2.9 .1 3.1 | .01
correlation pearson_r | -.8 .24 .96 | .001
r_squared r2 r2_score | .12 .74 .99 | .001
minimum_detectable_effect mde | .5 2 10 | .5
lift uplift relative_lift | -8 3.4 28 | .1
weight_share allocation traffic_allocation traffic rollout rollout_percentage traffic_percentage
  sampling_percentage | 1 50 100 pct | = 1 5*3 10*4 20*2 25*3 50*6 75*2 100*8
sample_rate_fraction sampling_rate_fraction | .01 .1 1 share | = .01 .05 .1*3 .5 1*2
relevance similarity match_score cosine_similarity relevance_score similarity_score | .24 .72
  .99 share | .001
distance_score anomaly_score toxicity toxicity_score spam_score risk_probability | .01 .14 .97
  share | .001
sentiment sentiment_score polarity | -.9 .2 .95 | .01
precision recall f1 f1_score auc roc_auc accuracy balanced_accuracy val_accuracy train_accuracy
  test_accuracy map_score iou | .52 .86 .995 share | .001
loss train_loss val_loss test_loss validation_loss training_loss | .01 .42 2.6 | .0001
learning_rate lr | .00001 .001 .1 | = .1 .01*4 .005 .001*8 .0005*2 .0001*4 .00001
dropout dropout_rate | .1 .2 .5 | = .1*4 .2*4 .3*3 .5*3
momentum | .8 .9 .99 | = .8 .9*8 .95 .99*2
weight_decay | .0001 .01 .1 | = .0001*3 .001*3 .01*4 .1
temperature_parameter top_p | .1 .9 1 | .05
perplexity | 4 18 90 | .1
mse rmse mae | .02 .9 12 | .001
silhouette | .1 .5 .8 | .001
importance feature_importance | .01 .34 .97 share | .001
danceability energy_share valence acousticness | .04 .58 .97 share | .001
instrumentalness speechiness liveness | .01 .1 .92 share | .001
loudness | -24 -8.2 -2 | .1
tempo bpm | 68 118 178 | .1
time_signature | 3 4 6 | = 3 4*12 5 6
musical_key | 0 5 11 | 0
popularity | 0 34 97 | 0
success_rate pass_rate completion_rate delivery_rate uptime_percentage availability
  fulfillment_rate on_time_rate on_time_percentage | .82 .97 1 share | .001
uptime_pct availability_pct sla_target | 99 99.9 99.99 | = 99 99.5*2 99.9*6 99.95*3 99.99*2
acceptance_rate approval_rate attendance_rate retention_rate response_rate renewal_rate | .52
  .88 1 share | .001
error_rate failure_rate defect_rate fraud_rate refund_rate return_rate loss_rate
  packet_loss_rate cancellation_rate no_show_rate | 0 .012 .18 share | .0001
churn churn_rate attrition_rate turnover_rate unsubscribe_rate | .002 .026 .14 share | .001
open_rate | .08 .24 .56 share | .001
click_rate click_through_rate ctr | .003 .021 .12 share | .0001
bounce_rate exit_rate | .18 .44 .82 share | .001
conversion_rate cvr signup_rate | .004 .028 .14 share | .0001
engagement_rate | .004 .034 .16 share | .001
occupancy occupancy_rate utilization utilisation utilization_rate capacity_utilization
  load_factor fill_rate | .24 .68 1 share | .001
cache_hit_rate hit_rate hit_ratio cache_hit_ratio | .42 .91 .999 share | .001
growth growth_rate year_over_year yoy yoy_growth mom_growth | -.12 .04 .38 share | .001
inflation inflation_rate | .002 .024 .09 share | .001
unemployment unemployment_rate | .02 .052 .14 share | .001
literacy_rate | .62 .94 .999 share | .001
interest interest_rate annual_rate apr apy coupon coupon_rate mortgage_rate | .5 4.2 18 | .05
yield_rate dividend_yield yield_to_maturity return_on_investment roi irr | -4 5.2 24 | .1
margin gross_margin profit_margin net_margin operating_margin gm | .04 .32 .78 share | .001
commission_rate commission_pct | 2 8 30 | .5
royalty_rate | 2 10 25 | .5
discount_rate | 0 10 50 | /5
completeness coverage code_coverage test_coverage line_coverage branch_coverage | 34 82 100 pct
  | .1
progress completion percent_complete progress_percentage completion_percentage | 0 54 100 pct | 0
cpu_usage cpu_utilization cpu_percent cpu_load cpu gpu_usage gpu_utilization | 1 24 97 pct | .1
memory_usage memory_utilization mem_usage ram_usage memory_percent mem | 12 54 96 pct | .1
disk_usage disk_utilization storage_usage disk dsk | 8 52 96 pct | .1
packet_loss pkt_loss | .1 .4 12 | .1 0:70
load load_average load1 load5 load15 load_avg ld1 ld5 ld15 load_1 load_5 load_15 | .02 .8 14 | .01
volume_level brightness opacity_percent | 0 60 100 pct | /5
opacity alpha_channel saturation | 0 1 1 | = 0 .25 .5*3 .75*2 .9 1*10
scroll_depth max_scroll_depth | 5 62 100 pct | 0
turnout voter_turnout | .28 .62 .88 share | .001
spo2 oxygen_saturation blood_oxygen o2_saturation sao2 | 91 97 100 | 0
heart_rate pulse hr resting_heart_rate avg_heart_rate | 48 72 128 | 0
respiratory_rate resp_rate breathing_rate respiration_rate | 10 16 26 | 0
blood_glucose glucose | 68 96 240 mg_dl | 0
systolic sbp | 94 122 168 | 0
diastolic dbp | 56 78 104 | 0
hba1c a1c | 4.6 5.6 10 | .1
cholesterol | 120 188 290 | 0
hemoglobin haemoglobin hb hgb | 9 13.8 17.4 | .1
pain_level pain_score pain_scale | 0 3 10 | 0
apgar apgar_score | 6 9 10 | 0
gcs glasgow_coma_scale | 9 15 15 | = 9 11 12 13 14*2 15*14
body_fat body_fat_percentage | 8 23 42 | .1
vo2_max vo2max | 26 42 68 | .1
steps step_count daily_steps | 400 6400 24000 | 0
hydration water_intake | .6 1.9 4 l | .1
"""
"""Rows of names and their range."""
