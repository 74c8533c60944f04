"""Grades, ranks, numbers in an order, versions and years. See :mod:`specs` for a row."""

from __future__ import annotations

SCORES = """
metascore critic_score tomatometer audience_score | 18 66 98 | 0
playtime playtime_hours hours_played play_time | 1 42 2400 h | 0
score points mark marks | 12 71 100 | 0
credit_score fico fico_score | 480 704 845 | 0
risk_score fraud_score threat_score | 1 18 96 | 0
lead_score health_score health quality_score engagement_score performance_score seo_score | 8 64
  99 | 0
trust_score reputation_score | 22 81 100 | 0
reputation karma | 1 140 42000 | 0
exam_score test_score final_grade grade midterm_score grade_percentage quiz_score
  assignment_score | 38 78 100 | 0
max_score total_score_possible max_points maximum_marks total_marks | 10 100 200 | = 10*3 20*3
  25 50*3 100*10 200
passing_score pass_mark passing_grade | 50 60 80 | = 40 50*4 60*5 70*3 80
gpa cgpa grade_point_average | 1.8 3.1 4 | .01
iq | 74 100 138 | 0
nps net_promoter_score | -42 34 82 | 0
csat satisfaction satisfaction_score customer_satisfaction csat_score satisfaction_rating
  | 1 4 5 | = 1 2 3*3 4*7 5*8
csat_pct csat_percent csat_percentage satisfaction_pct satisfaction_percent | 62 86 99 pct | 0
feedback_score review_score guest_score enjoyment_score | 2.1 4.3 5 | .1
ces effort_score | 1 5 7 | 0
elo elo_rating rank_points mmr rating_points | 800 1420 2500 | 0
handicap | 2 17 36 | .1
cvss cvss_score base_score severity_score | 2.1 6.5 9.8 | .1
level lvl player_level | 1 14 80 | 0
xp experience_points exp exp_points | 0 2400 180000 | ~3
power_level attack defense strength agility stamina intelligence | 8 42 99 | 0
hp hit_points health_points mana | 10 120 999 | 0
damage | 4 42 400 | 0
rank ranking world_rank position place standing | 1 12 240 | 0
priority_order sort_order display_order order sort position_order ordinal sequence seq
  sequence_number sequence_no index idx order_index step step_number line_number line_no slot
  priority_number | 1 6 40 | 0
difficulty_level difficulty_rating | 1 3 5 | 0
severity_level priority_level importance_level risk_level | 1 3 5 | = 1*2 2*4 3*6 4*3 5
hardness | 1 5 10 | .5
spiciness spice_level heat_level | 0 2 5 | 0
years_experience experience_years years_of_experience experience work_experience min_experience
  | 0 5 28 | 0
edition edition_number | 1 1 9 | = 1*10 2*4 3*2 4 5 7
version revision version_number revision_number rev | 1 4 60 | 0
schema_version api_version protocol_version | 1 2 5 | = 1*5 2*5 3*2 4
major major_version | 0 2 14 | 0
minor_version patch patch_version | 0 4 32 | 0
generation | 1 3 12 | 0
build_number run_number job_number pipeline_number | 12 1480 24000 | 0
episode episode_number | 1 6 24 | 0
season season_number | 1 2 12 | = 1*6 2*4 3*3 4*2 5 6 8 12
chapter chapter_number | 1 9 48 | 0
volume_number issue_number_int | 1 12 120 | 0
track_number track_no | 1 6 16 | 0
disc_number disc disc_no | 1 1 3 | = 1*12 2*2 3
lap lap_number | 1 22 60 | 0
shirt_number jersey_number squad_number jersey | 1 14 45 | 0
price_level price_tier price_class spice_level heat_level | 1 2 4 | 0
gate_number platform_number lane lane_number | 1 6 40 | 0
table_number seat_number locker_number bay bay_number | 1 14 80 | 0
floor floor_number storey level_number | 1 3 24 | 0
port port_number | 80 8080 9443 | = 22 80*5 443*5 3000*3 3306 5000 5432*3 6379*2 8000*3 8080*5
  8443 9000 9090*2 9200
exit_code return_code exit_status | 0 0 137 | = 0*14 1*4 2 126 127 130 137*2 139 143
http_status status_code response_code http_status_code response_status | 200 200 503 | = 200*20
  201*4 204*3 301 302*2 304*3 400*3 401*2 403 404*4 409 422 429 500*2 502 503
pid process_id ppid | 1 18400 64000 | 0
uid_number gid | 500 1001 60000 | 0
thread_id | 1 42 24000 | 0
srid epsg | 4326 4326 27700 | = 4326*12 3857*5 4269 25832*2 27700
asn | 1200 24940 399000 | 0
vlan vlan_id | 1 120 4000 | 0
nav_status | 0 0 15 | = 0*12 1*4 3 5*5 7*2 8 15
shoe_size | 36 41 46 | .5
tax_year fiscal_year financial_year reporting_year academic_year | 2019 2024 2025 | 0
quarter fiscal_quarter | 1 2 4 | 0
semester term_number trimester | 1 2 8 | 0
week_number iso_week | 1 27 52 | 0
day_of_year | 1 182 365 | 0
year_built built_year year_made made_year construction_year built year_of_construction build_year
  | 1904 1988 2024 | 0
year_founded founded_year founding_year year_established established_year inception_year founded
  | 1921 1999 2023 | 0
model_year vehicle_year year_model manufacture_year manufacturing_year | 2004 2018 2025 | 0
renovation_year year_renovated last_renovated | 1992 2014 2024 | 0
enrollment_year enrolment_year admission_year entry_year intake_year | 2016 2023 2025 | 0
publication_year published_year year_published | 1938 2008 2025 | 0
year_released year_of_release | 1962 2011 2025 | 0
class_year graduation_year grad_year | 1988 2016 2029 | 0
vintage | 1998 2017 2023 | 0
year_of_study study_year | 1 2 5 | 0
"""
"""Rows of names and their range."""
