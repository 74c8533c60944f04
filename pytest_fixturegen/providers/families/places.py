"""People in places, seats, sport and votes. See :mod:`steps` for a row."""

from __future__ import annotations

FAMILIES = """
people: city town country district region place municipality census
population inhabitants total_population | count 420 24000 8000000
? male_population males population_male men | part population .47 .494 .52
? female_population females population_female women | rest population male_population
? households number_of_households | part population .34 .42 .5
_density | real 4 140 9000 .1
? area_km2 area area_sq_km land_area surface_area | ratio population _density 1 2
? population_density density people_per_km2 | ratio population area_km2 1 2
? urban_population | part population .3 .62 .95
? rural_population | rest population urban_population

vote: election poll ballot vote referendum precinct constituency
? registered_voters eligible_voters electorate total_voters | count 420 38000 2400000
? votes_cast total_votes ballots_cast votes | part registered_voters .34 .62 .88
? invalid_votes spoiled_ballots rejected_ballots | part votes_cast .002 .01 .04
? valid_votes | rest votes_cast invalid_votes
? turnout turnout_rate voter_turnout turnout_percentage | rate votes_cast registered_voters
? yes_votes votes_for ayes yes_count yes | part valid_votes .24 .52 .9
_other | rest valid_votes yes_votes
? abstentions abstain abstained | part _other .02 .08 .2
? no_votes votes_against nays no_count no | rest _other abstentions

table: standing team league table season club team_stats
? played matches_played games_played matches games mp | count 4 19 38
? won wins w win matches_won | part played .1 .38 .76
_other | rest played won
? drawn draws d ties draw matches_drawn | part _other .2 .42 .7
? lost losses l defeats loss matches_lost | present +_other -drawn
_thrice | times won 3
? points pts | sum _thrice drawn
? goals_for gf goals_scored scored | over played .5 .75 1.2
? goals_against ga goals_conceded conceded | over played .5 .75 1.2
? goal_difference gd goal_diff goals_difference | sum goals_for -goals_against
? win_rate win_percentage win_pct winning_percentage | rate won played

scorer: player striker footballer player_stats athlete
appearances matches_played games_played apps caps | count 1 42 320
minutes_played minutes | times appearances _each
_each | real 38 74 90 1
? starts games_started | part appearances .3 .78 1
? goals goals_scored | part appearances .01 .1 .6
? assists | part appearances .01 .08 .4
? yellow_cards yellows | part appearances .02 .12 .3
? red_cards reds | part yellow_cards .01 .04 .1

halves: match game fixture
home_score home_goals home_team_score score_home goals_home home_team_goals | count = 0*6 1*9
  2*7 3*3 4 5
away_score away_goals away_team_score score_away goals_away away_team_goals | count = 0*8 1*9
  2*5 3*2 4
half_time_home home_half_time_score ht_home half_time_home_score | part home_score .01 .5 .99
half_time_away away_half_time_score ht_away half_time_away_score | part away_score .01 .5 .99
? total_goals goals_total | sum home_score away_score
? home_possession possession_home home_team_possession | real 32 50 68 .1
_whole | real 100 100 100 1
? away_possession possession_away away_team_possession | rest _whole home_possession
? shots_home home_shots | over home_score .08 .16 .3
? shots_away away_shots | over away_score .08 .16 .3
? shots_on_target_home home_shots_on_target | part shots_home .24 .38 .6
? shots_on_target_away away_shots_on_target | part shots_away .24 .38 .6

sides: match game round scrim duel
? red_score team_a_score team1_score player1_score score_a side_a_score white_score | count = 0*2
  3 5*2 7*2 9*2 11*2 13*4 16*3
? blue_score team_b_score team2_score player2_score score_b side_b_score black_score | count = 0*2
  2 4*2 6*2 8*2 10*2 12*3 14*2

fights: character player match gamer profile hero leaderboard
? kills eliminations frags | count 1 9 420
? deaths | count 1 7 380
? kd_ratio kdr kill_death_ratio k_d | ratio kills deaths 1 2

games: player team profile leaderboard season gamer bot character club
? games_played matches_played matches games total_games total_matches | count 4 84 1900
? wins games_won matches_won | part games_played .2 .5 .8
_other | rest games_played wins
? draws ties | part _other .02 .1 .3
? losses defeats games_lost matches_lost | present +_other -draws
? win_rate win_percentage win_pct winrate | rate wins games_played

seats: event venue show concert conference flight screening class workshop webinar course train
  session performance séance seance ferry
? capacity total_seats seats_total max_attendees max_participants seat_capacity max_capacity
  venue_capacity room_capacity hall_capacity total_places total_tickets tickets_total max_students
  max_seats | count = 20 30*4 40*3 60*3 80*3 100*4
  150*3 200*3 400*2 1000
? tickets_sold sold seats_sold places_sold booked_seats seats_booked registered registrations
  registered_count booked
  enrolled enrolled_count reserved_seats confirmed_count seats_taken current_participants | part
  capacity .12 .7 1
? available_seats seats_available available_tickets tickets_available remaining_seats
  seats_remaining seats_left places_left tickets_left tickets_remaining spots_left available_spots
  | rest capacity tickets_sold
? is_full sold_out is_sold_out fully_booked | below available_seats 1
? attended attendance attendees attendee_count attendees_count checked_in checked_in_count |
  part tickets_sold .6 .86 1
? no_shows no_show_count | rest tickets_sold attended
? waitlist waitlisted waitlist_count | part tickets_sold .01 .05 .2
? occupancy occupancy_rate fill_rate load_factor | rate tickets_sold capacity
? attendance_rate show_rate | rate attended tickets_sold
? ticket_price price_per_ticket average_ticket_price avg_ticket_price | money 6 24 140 .5
? gross_revenue takings ticket_revenue box_office_revenue ticket_sales | times$ tickets_sold
  ticket_price

rooms: hotel property resort hostel
? total_rooms rooms room_count number_of_rooms | count 12 84 420
? occupied_rooms rooms_occupied rooms_sold | part total_rooms .3 .7 .98
? available_rooms rooms_available vacant_rooms | rest total_rooms occupied_rooms
? occupancy occupancy_rate | rate occupied_rooms total_rooms
? adr average_daily_rate average_rate | money 58 128 420 .01
? room_revenue revenue | times$ occupied_rooms adr
? revpar revenue_per_available_room | ratio room_revenue total_rooms 1 2

beds: hospital ward clinic unit
? total_beds beds bed_count number_of_beds bed_capacity | count 8 42 900
? occupied_beds beds_occupied | part total_beds .4 .82 .99
? available_beds beds_available free_beds | rest total_beds occupied_beds
? occupancy occupancy_rate bed_occupancy | rate occupied_beds total_beds

house: listing property house apartment real_estate home
? price list_price asking_price sale_price listing_price | money 84000 340000 2400000 /500
_meter | real 1400 3200 9000 1
? area_sqm size_sqm square_meters living_area_sqm area_m2 | ratio price _meter 1 1
? square_feet sqft area_sqft living_area size_sqft | times area_sqm 10.764
? price_per_sqm price_per_square_meter price_per_m2 | ratio price area_sqm 1 2
? price_per_sqft price_per_square_foot | ratio price square_feet 1 2
? property_tax annual_tax tax_amount | part price .004 .011 .022

floors: apartment unit flat office listing property
? total_floors floors_total number_of_floors building_floors floors_in_building | count = 2*2
  3*4 4*5 5*5 6*3 8*2 9*2 12*2 16 20 24
? floor floor_number floor_level | part total_floors .2 .5 1

loans: member borrower patron library_member
? max_loans loan_limit borrowing_limit max_books | count = 3*2 5*6 8*2 10*6 15*2 20*3 30
? active_loans current_loans borrowed_books books_borrowed loans | part max_loans .01 .2 .9

rating_parts: review_summary rating_summary feedback_summary product_rating
? total_reviews review_count total_ratings rating_count | count 4 84 9000
? five_star five_stars rating_5 stars_5 five_star_count | part total_reviews .4 .56 .76
_four | rest total_reviews five_star
? four_star four_stars rating_4 stars_4 four_star_count | part _four .4 .52 .7
_three | rest _four four_star
? three_star three_stars rating_3 stars_3 three_star_count | part _three .4 .5 .6
_two | rest _three three_star
? two_star two_stars rating_2 stars_2 two_star_count | part _two .3 .4 .5
? one_star one_stars rating_1 stars_1 one_star_count | rest _two two_star
"""
"""Families of places and people, separated by empty lines."""
