"""Counts with long tails, and small numbers of everyday life. See :mod:`specs` for a row."""

from __future__ import annotations

COUNTS = """
incidents incident_count accidents injuries near_misses safety_incidents violations_count | 0 0 4
  | 0
  0:76
age_restriction age_limit minimum_age min_age_years | 0 16 21 | = 0 6 12*2 16*4 18*8 21*2
tick_rate server_tick_rate | 20 64 128 hz | = 20 30 60 64*5 128*4
hours_spent time_spent_hours treatment_hours hours_logged | .5 4 60 h | .5
max_stack stack_size max_stack_size | 1 20 99 | = 1 5 10*2 20*4 50 64*3 99*3
check_ins checkins check_in_count visits_this_month | 0 7 28 | 0 0:12
price_coins coin_price price_gems coins_price cost_coins | 50 500 9600 | = 50 100*3 250*3 500*4 950
  1200 1800*2 2400 4800 9600
next_service_km service_due_km next_service_odometer next_service_mileage | 12000 84000 290000
  km | /500
attempt attempts attempt_count attempt_number tries | 1 1 5 | = 1*12 2*4 3*2 4 5
retry_count retries num_retries retry_attempts failed_attempts | 0 1 5 | = 0*8 1*9 2*3 3*2 4 5
max_retries max_attempts retry_limit | 1 3 10 | = 1 2 3*9 5*6 10*2
failed_login_attempts failed_logins login_attempts login_failures | 0 0 6 | = 0*20 1*5 2*2 3*2 5
login_count sign_in_count logins visit_count visits_count total_logins | 1 38 1900 | 0
error_count errors failure_count failures num_errors error_total crc_errors | 1 3 140 | 0 0:58
warning_count warnings alert_count alerts | 1 4 90 | 0 0:40
restart_count restarts crash_count reboots reboot_count | 1 2 60 | 0 0:72
renewals renewal_count times_renewed extension_count | 0 0 4 | = 0*9 1*6 2*3 3 4
thaw_count freeze_thaw_cycles | 0 1 6 | = 0*7 1*6 2*3 3*2 4 6
replicas replica_count desired_replicas min_replicas | 1 3 24 | = 1*5 2*7 3*9 4*2 5*3 6*2 8 10
  12 24
partitions partition_count shard_count shards | 1 6 96 | = 1*3 2 3*4 6*5 8 12*3 16 24 48 96
replication_factor | 1 3 5 | = 1 2*3 3*9 5
nodes node_count num_nodes instance_count instances | 1 3 48 | = 1*3 2*4 3*8 4*2 5*3 6 8 10 12
  24 48
cpu_count cpu_cores cores num_cpus vcpu vcpus cpus core_count cpu_cnt num_cores | 1 4 64 | = 1
  2*5 4*7 8*6 16*4 32*2 64
memory ram mem_total total_memory ram_size memory_size memory_limit | 2
  16 256 gib | = 1 2*2 4*4 8*6 16*6 32*4 64*3 128 256
disk_size storage_size volume_size disk_space storage_capacity root_volume_size | 8 100 4000 gib
  | = 8*2 16*2 20*3 32*2 50*4 64 80 100*6 128 200*2 250 256 500*4 1000*2 2000
swap swap_size | 0 2 32 gib | = 0*6 1*2 2*5 4*4 8*2 16
free_heap heap_free | 21000 164000 310000 | 0
heap_size heap_used heap_total | 4000000 84000000 900000000 | 0
iops provisioned_iops disk_iops | 100 3000 16000 | = 100 500 1000 2000 3000*8 4000 6000*2 8000
  12000 16000
concurrency max_concurrency worker_count workers num_workers pool_size max_connections
  thread_count threads | 1 8 200 | = 1 2*3 4*6 8*6 10*5 16*3 20*2 32 50*2 100*2 200
batch_size | 8 32 512 | = 8 16*3 32*7 64*5 128*4 256*2 512
epoch epochs num_epochs | 1 10 100 | = 1 3*2 5*3 10*6 20*4 30*2 50*3 100*2
num_layers layers hidden_layers | 2 6 48 | = 2*2 3 4*3 6*4 8 12*4 24*2 48
hidden_size embedding_dim embedding_size dimensions hidden_dim | 64 768 4096 | = 64 128*2 256*3
  384*2 512*3 768*5 1024*3 1536*3 3072 4096
max_tokens context_length context_window max_length_tokens | 256 4096 128000 | = 256 512*2
  1024*3 2048*3 4096*5 8192*3 32000*2 128000*2
prompt_tokens input_tokens tokens_in | 24 640 24000 | 0
completion_tokens output_tokens tokens_out | 8 240 4000 | 0
tokens token_count total_tokens | 40 900 28000 | 0
parameters num_parameters param_count | 1000000 110000000 70000000000 | ~2
vocab_size | 8000 32000 128000 | = 8000 30522*3 32000*4 50257*3 128000
queue_depth queue_length queue_size backlog pending pending_count | 1 9 2400 | 0 0:25
connections active_connections connection_count open_connections | 1 34 2400 | 0
requests request_count total_requests num_requests hits hit_count | 1 420 240000 | 0
messages message_count | 1 42 9000 | 0
events event_count num_events | 1 120 40000 | 0
rows row_count num_rows record_count records affected_rows rows_affected rows_processed | 1 4200
  9000000 | 0
columns column_count num_columns | 3 14 120 | 0
packets packet_count | 12 9000 4000000 | 0
object_count num_objects objects | 12 9400 4000000 | 0
sample_count samples num_samples observations_count | 10 240 50000 | 0
sample_size | 400 4200 240000 | ~2
sensors sensor_count devices device_count | 1 8 240 | 0
proc_count process_count processes proc_cnt | 48 210 900 | 0
satellites num_satellites satellite_count sats | 4 9 16 | 0
guests guest_count number_of_guests num_guests occupants max_guests max_occupancy
  occupancy_count party_size group_size pax people persons people_count passenger_count
  passengers num_passengers covers | 1 2 8 | = 1*6 2*12 3*5 4*6 5*2 6*2 8
adults num_adults adult_count | 1 2 4 | = 1*6 2*12 3*2 4*2
children kids num_children children_count child_count dependents number_of_children
  dependents_count num_dependents | 0 0 4 | = 0*11 1*5 2*5 3*2 4
infants | 0 0 1 | = 0*14 1
siblings pets num_pets pet_count | 0 1 4 | = 0*5 1*6 2*4 3*2 4
household_size family_size household_members | 1 2 6 | = 1*5 2*7 3*4 4*4 5*2 6
bedrooms num_bedrooms beds bedroom_count bed_count | 1 3 6 | = 1*4 2*7 3*8 4*4 5*2 6
bathrooms num_bathrooms baths bathroom_count | 1 2 4 | = 1*8 2*8 3*3 4
rooms room_count num_rooms number_of_rooms | 1 3 9 | = 1*3 2*6 3*7 4*5 5*3 6*2 7 9
total_rooms | 12 84 420 | 0
floors stories storeys num_floors total_floors floor_count | 1 3 40 | = 1*4 2*7 3*4 4*3 5*3 6*2
  8 12 20 40
parking_spaces parking_spots garage_spaces garages | 0 1 4 | = 0*5 1*7 2*6 3 4
doors num_doors door_count | 2 4 5 | = 2*2 3 4*6 5*5
total_seats seats_total | 40 160 900 | = 40 60 80 120*2 144 160 180*3 189 220 300 420 600 900
seats seat_count num_seats seating_capacity_car passenger_capacity | 2 5 9 | = 2 4*2 5*12 7*4 9
seating_capacity venue_capacity stadium_capacity | 80 1400 64000 | ~2
cylinders num_cylinders | 3 4 8 | = 3 4*8 6*4 8*2
gears num_gears | 5 6 9 | = 5*3 6*6 7 8*3 9
axles wheels | 2 4 6 | = 2 4*8 6*2
nights num_nights number_of_nights length_of_stay stay_length | 1 3 21 | = 1*5 2*7 3*6 4*4 5*3 6
  7*4 10 14*2 21
nights_count | 1 3 14 | 0
servings serves portions yield_servings | 1 4 12 | = 1 2*5 4*10 6*5 8*3 10 12
serving_size | 20 100 350 | /5
ingredient_count num_ingredients | 3 8 18 | 0
calories kcal energy_kcal calories_burned calorie_count | 60 380 1100 | /5
protein proteins | .4 12 48 g | .1
carbs carbohydrates carbohydrate total_carbs | .8 34 110 g | .1
fat total_fat fats | .2 11 46 g | .1
saturated_fat | .1 3.4 18 g | .1
fiber fibre dietary_fiber | .1 3.6 16 g | .1
sugar sugars total_sugar added_sugar | .2 6.8 46 g | .1
salt | .02 .6 4 g | .01
sodium | 10 420 1900 mg | 0
cholesterol_content | 0 42 280 mg | 0
potassium calcium | 20 280 900 mg | 0
iron | .2 2.4 14 mg | .1
caffeine | 2 95 300 mg | 0
dose dosage dose_amount dosage_amount | 5 100 1000 mg | = 5*2 10*4 20*4 25*2 40*2 50*3 100*4
  200*2 250*2 400 500*6 850 1000*2
doses dose_count num_doses dose_number | 1 2 4 | = 1*6 2*7 3*3 4
refills refill_count refills_remaining | 0 2 11 | = 0*8 1*5 2*4 3*5 5*2 6 11
pages page_count num_pages number_of_pages | 32 288 900 | 0
words word_count words_count | 80 740 12000 | 0
characters character_count char_count num_chars | 60 2400 60000 | 0
lines line_count num_lines loc lines_of_code | 12 340 24000 | 0
copies copy_count num_copies total_copies number_of_copies | 1 3 40 | 0
chapters chapter_count sections section_count modules module_count units_count | 2 9 42 | 0
lessons lesson_count total_lessons num_lessons lectures lecture_count | 6 24 140 | 0
questions question_count num_questions total_questions | 5 20 100 | = 5*2 10*6 15*2 20*5 25*2
  30*2 40 50*2 100
credits credit ects credit_points course_credits | 1 3 8 | = 1 2*2 3*8 4*5 5*2 6*2 8
credits_earned credits_completed total_credits earned_credits | 3 62 180 | 0
credits_required required_credits | 60 120 180 | = 60 90*2 120*8 180*3
students student_count num_students class_size enrolled enrolled_count enrollment
  enrollment_count max_students num_enrolled | 6 28 240 | 0
teachers staff_count teacher_count | 2 24 240 | 0
employees employee_count headcount number_of_employees num_employees company_headcount workforce
  staff_size | 2 64 24000 | ~2
team_size members_count_small | 2 7 40 | 0
members member_count num_members total_members | 2 48 9000 | 0
openings positions vacancies num_openings number_of_openings open_positions | 1 1 12 | = 1*12
  2*4 3*2 5 12
applicants applicant_count applications applications_count applicants_count candidates
  num_applicants | 1 34 1400 | 0
interviews interview_count | 1 3 12 | 0
participants participant_count attendees attendee_count attendance registered registrations
  registration_count | 4 86 24000 | 0
population inhabitants | 180 24000 4200000 | 0
households | 60 8400 1400000 | 0
voters registered_voters eligible_voters votes_cast | 420 38000 2400000 | 0
votes vote_count total_votes num_votes | 1 240 90000 | 0
signatures backers donors donor_count supporters volunteers volunteer_count | 2 120 9000 | 0
followers follower_count followers_count num_followers subscribers subscriber_count
  subscribers_count fans | 3 420 1900000 | 0
following following_count followees friends friend_count friends_count connections_count | 4 190
  4800 | 0
views view_count views_count pageviews page_views plays play_count stream_count streams
  total_views total_plays watch_count reads read_count listens listeners monthly_listeners | 4
  1400 6000000 | 0
likes like_count likes_count favorites favorite_count favourites hearts upvotes upvote_count
  claps reactions reaction_count | 1 42 190000 | 0
downvotes dislikes dislike_count | 1 4 4800 | 0 0:20
comments comment_count comments_count replies reply_count num_comments answer_count answers | 1
  6 2400 | 0 0:18
shares share_count shares_count retweets retweet_count reposts repost_count quote_count | 1 5
  9000 | 0 0:24
bookmarks bookmark_count saves save_count | 1 8 9000 | 0 0:20
downloads download_count installs install_count total_downloads | 2 640 9000000 | 0
impressions impression_count | 40 14000 9000000 | 0
clicks click_count | 1 240 190000 | 0
visits visitors visitor_count unique_visitors sessions session_count users user_count
  active_users total_users num_users unique_users | 8 1900 900000 | 0
reviews review_count reviews_count rating_count ratings_count num_reviews num_ratings
  total_reviews number_of_reviews | 1 38 9400 | 0
posts post_count posts_count articles article_count uploads upload_count videos video_count
  photos photo_count tweets_count statuses_count | 1 64 9000 | 0
stars_count stargazers stargazers_count star_count github_stars | 0 42 48000 | 0
forks fork_count forks_count | 0 9 9000 | 0
commits commit_count contributions | 1 84 9000 | 0
open_issues issue_count issues_count open_issues_count | 1 9 900 | 0 0:20
additions lines_added insertions | 1 38 4800 | 0
deletions lines_deleted lines_removed | 1 14 2400 | 0 0:12
files files_changed changed_files file_count num_files | 1 4 90 | 0
tests test_count total_tests num_tests | 8 240 9000 | 0
orders order_count total_orders num_orders purchase_count purchases bookings booking_count
  reservations sales_count units_sold sold sold_count quantity_sold | 1 14 4800 | 0
trips total_trips trip_count rides ride_count deliveries total_deliveries delivery_count
  jobs_completed completed_jobs | 1 180 9000 | 0
stock stock_level stock_quantity inventory in_stock quantity_in_stock on_hand quantity_on_hand
  inventory_count units_in_stock qty_on_hand inventory_level | 1 42 2400 | 0 0:6
reorder_level reorder_point minimum_stock min_stock safety_stock restock_level | 5 20 200 | /5
reorder_quantity order_quantity moq minimum_order_quantity lot_quantity | 1 50 1000 | = 1*3 5*2
  10*5 20*3 25*3 50*5 100*5 250 500 1000
items item_count items_count num_items number_of_items total_items line_items_count | 1 3 40 | 0
packages package_count parcels parcel_count boxes pallets pallet_count num_packages pieces
  piece_count | 1 2 24 | = 1*12 2*5 3*3 4*2 6 8 12 24
containers container_count teu | 1 12 900 | 0
stops stop_count num_stops waypoints_count | 1 4 24 | 0
flights | 1 14 900 | 0
ports_count | 1 3 9 | 0
wins won losses lost draws drawn | 0 6 24 | 0
goals goal_count home_score away_score home_goals away_goals | 0 1 5 | = 0*6 1*8 2*5 3*3 4 5
assists | 0 1 9 | = 0*8 1*5 2*3 3 4 6 9
yellow_cards | 0 2 9 | 0
red_cards own_goals | 0 0 2 | = 0*12 1*2 2
fouls | 4 11 22 | 0
corners | 1 5 13 | 0
shots | 3 12 26 | 0
appearances matches_played games_played caps games matches | 1 24 180 | 0
rounds sets | 1 3 12 | 0
reps repetitions | 4 10 20 | = 4 5*3 6*2 8*6 10*7 12*6 15*3 20*2
laps | 4 22 70 | 0
innings overs | 1 9 50 | 0
kills | 0 9 42 | 0
deaths | 0 7 24 | 0
coins gold gems | 0 420 90000 | 0
fte full_time_equivalent | .2 1 1 | = .2 .4 .5*3 .6 .75 .8*2 .9 1*18
vacation_days annual_leave pto_days leave_days holiday_allowance leave_balance pto_balance
  pto_bal vacation_balance remaining_leave leave_entitlement | 0 18 34 | .5
sick_days days_absent absences absence_days absent_days | 0 1 14 | = 0*9 1*4 2*3 3*2 5 7 14
days_worked working_days days_paid paid_days days_present | 8 21 23 | 0
shifts shift_count | 1 9 24 | 0
notice_period notice_period_days | 7 30 180 d | = 7*2 14*5 15 30*12 45 60*5 90*5 180
grace_period | 3 7 30 d | = 3*2 5*2 7*5 10*3 14*3 15*2 30*3
trial_days trial_period trial_period_days free_trial_days | 7 14 30 d | = 7*4 14*8 30*5
payment_terms_days net_days credit_days payment_days | 7 30 90 d | = 7 10 14*4 15*2 30*12 45*2
  60*5 90*2
retention_days retention_period log_retention_days | 7 30 365 d | = 1 7*5 14*4 30*9 60*2 90*5
  180*2 365*4
validity_days valid_days expires_in_days expiration_days | 7 30 365 d | = 7*3 14*2 30*8 60*2
  90*4 180 365*4
warranty_months warranty_period warranty | 6 24 60 mo | = 6 12*6 24*9 36*4 60*2
term_months term contract_length contract_term lease_term loan_term tenure tenor tenor_months
  term_length | 6 24 360 mo | = 6*2 12*8 18 24*6 36*6 48*2 60*4 120
confidentiality_period non_compete_period | 1 3 10 yr | = 1*3 2*6 3*6 5*6 7 10*2
no_claims_years claim_free_years no_claims | 0 5 20 yr | 0
tenure_years years_at_company years_employed service_years years_of_service years_in_business
  seniority years_in_role | 0 4 34 yr | 0
lifespan useful_life lifetime_years expected_life | 3 10 40 yr | = 3*2 5*5 7*2 8 10*6 15*3 20*3
  25 40
days_in_stage days_open days_overdue days_late days_past_due overdue_days dpd delay_days | 1 12
  140 | 0 0:30
days_since_last_login days_inactive days_since | 0 9 340 | 0
days_to_maturity growing_days days_to_harvest growth_days | 28 85 180 | 0
gestational_age gestation_weeks | 8 28 41 | 0
yield_amount crop_yield expected_yield actual_yield yield | .9 5.4 52 t_ha | .1
milk_yield daily_milk | 6 24 42 l | .1
plants plant_count trees tree_count | 4 240 24000 | 0
herd_size flock_size livestock_count animals head_count | 4 64 2400 | 0
aperture f_number | 1.4 4 16 | = 1.4 1.8*3 2.8*5 4*4 5.6*4 8*4 11 16
iso iso_speed | 100 200 6400 | = 100*8 200*5 400*5 800*3 1600*2 3200 6400
focal_length | 14 50 400 mm | = 14 18 24*3 28 35*5 50*7 70*2 85*4 105 135 200*3 400
zoom zoom_level | 1 12 18 | 0
quality image_quality jpeg_quality | 60 85 100 | = 60 70 75*2 80*4 85*5 90*4 95*2 100
screen_width display_width | 360 1440 3840 | = 360*2 375*2 390*3 412*2 768 1280*2 1366*3 1440*4
  1536*3 1920*8 2560*3 3840
screen_height display_height | 640 900 2160 | = 667 800*2 844*2 864*2 900*4 1024 1080*8 1440*3
  2160
image_width img_width original_width thumbnail_width | 200 1200 6000 | = 200 400 640*2 800*3
  1024*3 1200*4 1280*2 1600*2 1920*4 3000 4032*2
image_height img_height original_height thumbnail_height | 200 800 4000 | = 200 300 480*2 600*3
  768*3 800*4 900*2 1080*4 1200*2 2000 3024*2
font_size | 10 14 36 | = 10 11 12*4 13 14*6 16*6 18*3 20 24*3 36
margin_px padding | 0 16 64 | = 0*3 4*3 8*5 12*2 16*6 24*3 32*2 64
page page_number current_page | 1 1 42 | = 1*12 2*4 3*2 4 5 8 14 42
page_size per_page limit | 10 20 100 | = 10*5 20*7 25*4 50*5 100*4
offset skip | 0 0 480 | = 0*8 10*2 20*3 40*2 50*2 60 100*2 200 480
"""
"""Rows of names and their range."""
