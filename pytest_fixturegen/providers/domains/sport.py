"""Sport: teams, matches, players, tables, training."""

from __future__ import annotations

from pytest_fixturegen.providers.data.sport_rows import (
    list_players,
    list_possessions,
    list_scores,
    list_standings,
)
from pytest_fixturegen.providers.domains.specs import (
    Borrowed,
    domain,
    merge,
    number,
    pick,
    sentences,
    split,
    table,
    titles,
    words,
)

PLACES = """Riverton|Ashford|Northgate|Brookhaven|Kingsport|Easton|Harwick|Lakeside|Stonebridge
    |Westmere|Oakdale|Fairhaven|Redcliff|Millbrook|Seaview|Hartley|Glenmore|Thornton|Elmwood
    |Southport|Castleford|Dunmore|Marlow|Bayfield|Kirkby|Wexham|Langford|Ironvale"""

CLUBS = {
    "team_name club_name team club favorite_team winning_team losing_team winner_team opponent "
    "opponent_team": titles(
        "sports_team",
        """{_club_place} FC | {_club_place} United | {_club_place} City | {_club_place} Athletic |
        {_club_place} Rovers | {_club_place} Town | {_club_place} Wanderers | Real {_club_place}
        | {_club_place} {_club_animal} | {_club_place} {_club_animal} | {_club_place} County |
        AC {_club_place} | {_club_place} Rangers | Inter {_club_place}""",
    ),
    "home_team home_team_name home_club host_team": titles(
        "home_team",
        """{_club_place} FC | {_club_place} City | {_club_place} Town | {_club_place} {_club_animal}
        | {_club_place} Athletic | Real {_club_place} | {_club_place} County""",
    ),
    "away_team away_team_name away_club visiting_team visitor_team": titles(
        "away_team",
        """{_club_place} United | {_club_place} Rovers | {_club_place} Wanderers | {_club_place} \
          {_club_beast} |
        AC {_club_place} | {_club_place} Rangers | Inter {_club_place}""",
    ),
    "_club_place": words(PLACES),
    "_club_animal": words("Lions|Eagles|Bears|Hawks|Wolves"),
    "_club_beast": words("Tigers|Bulls|Lions|Hawks|Wolves"),
    "venue stadium stadium_name arena ground home_ground sports_venue match_venue": titles(
        "sports_venue",
        """{_club_place} Stadium | {_venue_name} Park | {_venue_name} Arena | {_club_place} Arena |
        {_venue_name} Road | The {_venue_name} Ground | {_club_place} {_venue_name} Stadium | \
          {_venue_name} Stadium, {_club_place} | {_venue_name} Field | {_venue_name} Lane""",
    ),
    "_venue_name": words(
        """Victoria|Riverside|Memorial|King George|Mill|Harbor|Elm|Union|Queens|Valley|Abbey|Station
        |Jubilee|Castle|North|Mercer|Saint \
          Anne|Foundry|Lansdown|Priory|Meadow|Crown|Bridge|Albion"""
    ),
    "league league_name competition competition_name tournament tournament_name division": words(
        """Premier League*4|National League*2|First Division*3|Second Division*2|Northern Premier
        League|Coastal Championship*2|Federation Cup*2|Eastern Conference|Western Conference|City
        League|Youth Championship|Continental Cup"""
    ),
}

LISTS = {
    "season season_name league_season": words("2021/22|2022/23*2|2023/24*3|2024/25*4|2025/26*4"),
    "sport sport_name sport_type discipline": words(
        """Football*6|Basketball*3|Tennis*2|Ice Hockey|Volleyball|Handball|Baseball|Swimming|Rugby
        |Cycling|Athletics|Cricket|Golf|Badminton"""
    ),
    "field_position detailed_position": words(
        """Goalkeeper|Centre-back*2|Left-back|Right-back|Defensive midfielder|Central midfielder*2
        |Attacking midfielder|Left winger|Right winger|Striker*2"""
    ),
    "formation team_formation": words("4-3-3*4|4-2-3-1*4|4-4-2*3|3-5-2*2|5-3-2|3-4-3"),
    "round round_name match_round stage_name tournament_round": words(
        """Round 1|Round 2|Round 3|Round 4|Group stage*3|Round of 16*2|Quarter-final*2|Semi-final
        |Final|Matchday 7|Matchday 12|Matchday 21"""
    ),
    "match_event event_type event_kind play_type incident_type": words(
        """Goal*4|Yellow card*4|Substitution*5|Shot*5|Corner*3|Foul*4|Offside*2|Penalty|Red card
        |Save*2"""
    ),
    "match_result game_result outcome": words("Home win*5|Draw*3|Away win*3"),
    "form recent_form last_five": words(
        """WWDLW|WDLLW|LWWDW|DDWLW|WWWWD|LLDWL|WLWLD|DWWDL|LLLDL|WWLWW|DLWDD|LDWWW|WDWDW|DLLWL|WWWDD
        |LWLDW"""
    ),
    "injury injury_type injury_name": words(
        """Hamstring strain*4|Ankle sprain*3|Knee injury*2|Groin strain*2|Calf strain*2|Concussion
        |Shoulder dislocation|Back spasm|Broken toe"""
    ),
    "preferred_foot strong_foot foot": words("Right*7|Left*2|Both"),
    "handedness throws bats": words("Right*7|Left*2"),
    "referee umpire match_official head_coach coach captain player_name scorer goal_scorer "
    "assist_name assisted_by": Borrowed("person"),
    "match_report commentary match_commentary play_description play_by_play event_commentary": (
        sentences(
            """{_play} {_play_end} | {_minute_text} minutes played: {_play_low} {_play_end} | \
              {_play}
            Score unchanged after {_minute_text_low} minutes. | {_play_high} from {_metres} metres,
            {_shot_end} | Free kick from {_metres} metres, {_shot_end} | Corner from the {_side}:
            {_shot_end}"""
        )
    ),
    "_play": words(
        """A quick break down the left wing.|A long ball over the defense.|Nice combination in
        midfield.|Late tackle near the bench.|Throw-in close to the corner flag.|The keeper comes
        out early.|A cross from the right.|The captain asks for calm."""
    ),
    "_play_low": words(
        """the pressure grows.|the visitors defend deep.|the home side wakes up.|the coach \
          prepares a
        change.|the rain gets stronger.|the crowd is on its feet."""
    ),
    "_play_end": words(
        """The header goes just wide.|Offside.|Yellow card.|The referee waves play on.|A save at the
        near post.|The shot hits the bar.|Goal kick.|First touch for the substitute."""
    ),
    "_play_high": words("Shot|Low drive|Volley|Half volley|Curling shot|Effort"),
    "_shot_end": words(
        """just over the bar.|into the wall.|saved.|wide of the far post.|deflected for a \
          corner.|and
        it is in!|straight at the keeper.|headed away."""
    ),
    "_minute_text_low": words("ten|twenty|thirty|fifty|seventy|eighty"),
    "_metres": words("12|18|20|25|30"),
    "_side": words("left|right"),
    "_minute_text": words("Ten|Thirty|Sixty|Eighty"),
    "workout_name workout_title workout workout_type exercise_session": titles(
        "workout",
        """{_workout_time} {_workout} | {_workout_level} {_workout} | {_workout} {_workout_min} |
        {_workout_part} {_workout_kind} | {_workout_time} {_workout_part} {_workout_kind}""",
    ),
    "_workout_time": words("Morning|Evening|Lunch|Sunday|Weekend"),
    "_workout": words("Run|Ride|Swim|Yoga Flow|Interval Run|Row|Hike|Spin Class|Tempo Run"),
    "_workout_level": words("Easy|Hard|Recovery|Long|Steady|Beginner"),
    "_workout_min": words("20 min|30 min|45 min|60 min"),
    "_workout_part": words("Upper Body|Leg|Core|Full Body|Back"),
    "_workout_kind": words("Strength|Circuit|Day|Mobility|HIIT"),
    "exercise exercise_name": words(
        """Squat*2|Deadlift*2|Bench Press*2|Push-up|Pull-up|Plank|Lunge|Overhead Press|Barbell Row
        |Kettlebell Swing|Burpee|Leg Press|Bicep Curl|Hip Thrust"""
    ),
    "muscle_group target_muscle": words("Chest|Back|Legs*2|Shoulders|Core|Arms|Glutes"),
    "activity_type sport_activity": words("Run*5|Ride*4|Walk*3|Swim*2|Hike*2|Workout*2|Yoga"),
    "fitness_level training_level": words("Beginner*3|Intermediate*4|Advanced*2"),
    "gym_class class_name": words("Spin|Pilates|Yoga Basics|Zumba|HIIT 30|Body Pump|Boxing|Barre"),
    "race_name race": titles(
        "race_name",
        """{_club_place} {_race} | {_race_season} {_race} {_club_place} | {_venue_name} {_race} |
        {_club_place} {_race_season} {_race}""",
    ),
    "_race": words("Marathon|Half Marathon|10K|Triathlon|Trail Run|Night Run|Grand Prix"),
    "_race_season": words("Spring|Summer|Autumn|New Year's|City"),
    "medal": words("Gold|Silver|Bronze|None*5"),
    "equipment sports_equipment": words("Dumbbells|Barbell|Kettlebell|Mat|Bench|None*2|Bands"),
}

ROWS = merge(
    table(
        "match_score",
        """home_score home_goals score_home goals_home home_team_score | away_score away_goals
        score_away goals_away away_team_score | half_time_home ht_home halftime_home home_half_time
        half_time_home_score | half_time_away ht_away halftime_away away_half_time
        half_time_away_score | shots_home home_shots | shots_on_target_home home_shots_on_target |
        shots_away away_shots | shots_on_target_away away_shots_on_target | final_score score_line
        scoreline""",
        list_scores(),
    ),
    table(
        "possession",
        "home_possession possession_home | away_possession possession_away",
        list_possessions(),
    ),
)

STANDINGS = table(
    "standing",
    """standing_position standing_rank table_position league_position | played games_played
    matches_played | won wins | drawn draws | lost losses | goals_for goals_scored |
    goals_against goals_conceded | goal_difference goal_diff | standing_points""",
    list_standings(),
)

PLAYERS = table(
    "player_record",
    """position player_position playing_position | appearances caps games_appeared | \
      minutes_played | player_goals
    career_goals | assists | yellow_cards | red_cards | market_value_eur market_value
    market_value_usd""",
    list_players(),
)

CLUB_NAMES, _ = split(CLUBS, "home away _")
AMBIGUOUS, PLAIN = split(
    LISTS,
    """referee season round form match injury medal handedness equipment gym_class activity_type
    race_name exercise workout_name sport preferred_foot""",
)

DOMAIN = domain(
    "sport",
    merge(
        CLUB_NAMES,
        PLAIN,
        {
            "team_name club_name": pick(CLUBS, "team_name"),
            "stadium stadium_name home_ground": pick(CLUBS, "stadium"),
            "league_name": pick(CLUBS, "league_name"),
        },
    ),
    merge(
        CLUBS,
        LISTS,
        ROWS,
        STANDINGS,
        PLAYERS,
        {
            "goals": pick(PLAYERS, "player_goals"),
            "shirt_number jersey_number squad_number kit_number": number(1, 14, 45),
            "attendance crowd": number(240, 18400, 74000),
            "match_day matchday gameweek week_number": number(1, 19, 38),
            "minute match_minute": number(1, 48, 90),
            "corners corners_home corners_away": number(0, 5, 14),
            "fouls fouls_home fouls_away": number(3, 11, 22),
            "title name": pick(CLUBS, "team_name"),
            "description comment notes": pick(LISTS, "match_report"),
            "score result": pick(ROWS, "final_score"),
            "sets": words("3*5|4*3|5"),
            "reps": words("8*3|10*4|12*4|15|5"),
        },
    ),
    """division muscle_group exercise workout class_name gym_class equipment""",
)
