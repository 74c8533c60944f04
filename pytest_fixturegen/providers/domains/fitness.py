"""Fitness and wellbeing: workouts, exercises, activity, sleep, habits."""

from __future__ import annotations

from pytest_fixturegen.providers.domains import dice
from pytest_fixturegen.providers.domains.clear_names import clear_domain
from pytest_fixturegen.providers.domains.specs import (
    Cell,
    Spec,
    also,
    drawn,
    merge,
    number,
    owned,
    read_rows,
    select,
    sentences,
    via,
    words,
)
from pytest_fixturegen.streams import mix_word

ACTIVITIES = read_rows("""
    running   | 20 | 75  | 10.2 | 10.5 | 148
    running   | 20 | 75  | 10.2 | 10.5 | 148
    cycling   | 30 | 180 | 8.1  | 24   | 136
    walking   | 20 | 90  | 3.6  | 5.1  | 104
    walking   | 20 | 90  | 3.6  | 5.1  | 104
    swimming  | 20 | 60  | 7.4  | 2.4  | 132
    hiking    | 60 | 300 | 5.6  | 3.9  | 118
    yoga      | 30 | 75  | 2.8  |      | 92
    strength training | 30 | 75 | 5.1 |  | 116
    rowing    | 15 | 45  | 8.4  | 9.6  | 144
    HIIT      | 15 | 40  | 9.8  |      | 154
""")
"""Activity, minutes, metabolic equivalent, kilometres an hour, heart rate."""


def draw_workout(word: int) -> tuple[Cell, ...]:
    """Return a workout: its distance, pace, energy and steps follow from its kind and time."""
    kind, low, high, effort, speed, pulse = dice.pick(
        word,
        1,
        ACTIVITIES,
    )
    minutes = round(dice.bell(word, 2, float(low), float(high)))
    burned = round(float(effort) * 3.5 * 74 / 200 * minutes * dice.bell(word, 3, 0.85, 1.15))
    beats = round(float(pulse) * dice.bell(word, 4, 0.9, 1.1))
    highest = min(198, beats + round(dice.bell(word, 5, 12, 38)))
    rest = (
        beats,
        highest,
        max(58, beats - round(dice.bell(word, 6, 20, 44))),
    )
    numbers: tuple[Cell, ...] = (
        None,
        None,
        None,
        None,
        None,
    )
    if speed:
        fast = float(speed) * dice.bell(word, 7, 0.85, 1.15)
        kilometres = round(fast * minutes / 60, 2)
        pace = f"{int(60 / fast)}:{round(60 / fast % 1 * 59):02}"
        walked = round(kilometres * 1290) if kind in ("running", "walking", "hiking") else None
        numbers = (
            kilometres,
            round(fast, 1),
            pace,
            walked,
            round(kilometres * 1000),
        )
    name = f"{dice.pick(word, 8, TIMES)} {kind.title() if kind != 'HIIT' else kind}"
    level = dice.pick(
        word,
        9,
        ("low", "moderate", "moderate", "high"),
    )
    return (
        kind,
        minutes,
        minutes * 60,
        burned,
        *rest,
        *numbers,
        name,
        level,
        round(float(effort), 1),
    )


TIMES = ("Morning", "Morning", "Lunch", "Afternoon", "Evening", "Sunday", "Easy", "Recovery")

WORKOUT = drawn(
    "workout",
    f"""
    activity_type workout_type sport_type activity {owned("workout activity", "type kind")}
      exercise_type sport
    | duration_minutes workout_minutes duration_min active_minutes
      {owned("workout activity", "duration")}
      moving_time_minutes minutes
    | duration_seconds moving_time_s elapsed_time_s moving_time duration_s
    | calories_burned calories active_calories energy_kcal kcal_burned
    | average_heart_rate avg_heart_rate heart_rate_avg avg_hr heart_rate mean_heart_rate
    | max_heart_rate heart_rate_max max_hr peak_heart_rate | min_heart_rate heart_rate_min
    | distance_km distance total_distance_km | average_speed_kmh avg_speed_kmh avg_speed
    | pace average_pace avg_pace pace_min_km | step_count steps | distance_m distance_meters
    | workout_name activity_name {owned("workout activity training", "name title")}
    | intensity workout_intensity effort_level | met mets
    """,
    draw_workout,
)

EXERCISES = read_rows("""
    Barbell Squat     | legs      | barbell    | 40 | 140 | compound
    Deadlift          | back      | barbell    | 50 | 180 | compound
    Bench Press       | chest     | barbell    | 30 | 120 | compound
    Overhead Press    | shoulders | barbell    | 20 | 70  | compound
    Bent-Over Row     | back      | barbell    | 30 | 100 | compound
    Pull-Up           | back      | bodyweight | 0  | 0   | compound
    Push-Up           | chest     | bodyweight | 0  | 0   | compound
    Plank             | core      | bodyweight | 0  | 0   | isometric
    Lunge             | legs      | dumbbell   | 8  | 40  | compound
    Bicep Curl        | arms      | dumbbell   | 6  | 22  | isolation
    Tricep Extension  | arms      | cable      | 10 | 40  | isolation
    Lateral Raise     | shoulders | dumbbell   | 4  | 16  | isolation
    Leg Press         | legs      | machine    | 60 | 240 | compound
    Lat Pulldown      | back      | cable      | 30 | 90  | compound
    Kettlebell Swing  | full body | kettlebell | 12 | 32  | compound
    Burpee            | full body | bodyweight | 0  | 0   | compound
    Calf Raise        | legs      | machine    | 30 | 120 | isolation
    Crunch            | core      | bodyweight | 0  | 0   | isolation
""")
"""Exercise, muscles, equipment, least and greatest load, mechanics."""


def draw_exercise(word: int) -> tuple[Cell, ...]:
    """Return an exercise with a load, sets and repetitions, and their volume."""
    name, muscle, tool, low, high, mechanics = dice.pick(
        word,
        1,
        EXERCISES,
    )
    load = 2.5 * round(dice.bell(word, 2, float(low), float(high)) / 2.5)
    sets, reps = (
        dice.pick(word, 3, (3, 3, 4, 4, 5)),
        dice.pick(word, 4, (5, 6, 8, 8, 10, 10, 12, 15)),
    )
    pause = dice.pick(
        word,
        5,
        (45, 60, 60, 90, 90, 120, 180),
    )
    effort = 6 + mix_word(word, 6) % 5
    maximum = round(load * (1 + reps / 30), 1)
    return (
        name,
        muscle,
        tool,
        load,
        sets,
        reps,
        pause,
        effort,
        maximum,
        load * sets * reps,
        mechanics,
    )


EXERCISE = drawn(
    "exercise",
    f"""
    exercise_name exercise {owned("exercise", "name title")} movement
    | muscle_group target_muscle muscle primary_muscle body_part muscles
    | exercise_equipment equipment equipment_needed {owned("exercise", "equipment")}
    | weight_kg load_kg weight weight_lifted_kg {owned("exercise set", "weight weight_kg load")}
    | sets number_of_sets set_count | reps repetitions rep_count number_of_reps
    | rest_seconds rest_time_seconds rest_time | rpe perceived_exertion
    | one_rep_max one_rep_max_kg estimated_1rm | training_volume total_volume_kg volume_kg
    | mechanics {owned("exercise", "category mechanics type")}
    """,
    draw_exercise,
)


def draw_night(word: int) -> tuple[Cell, ...]:
    """Return a night: deep, light and dream sleep add up to the time asleep."""
    asleep = round(dice.bell(word, 1, 310, 540))
    deep = round(asleep * dice.bell(word, 2, 0.1, 0.24))
    dreams = round(asleep * dice.bell(word, 3, 0.14, 0.27))
    awake = round(dice.tail(word, 4, 4, 70, 1.6))
    quality = round(100 * asleep / (asleep + awake))
    score = min(99, round(asleep / 540 * 60 + quality * 0.38))
    words_by = (
        "poor" if score < 60 else "fair" if score < 75 else "good" if score < 88 else "excellent"
    )
    numbers = (
        asleep,
        round(asleep / 60, 1),
        deep,
        dreams,
        asleep - deep - dreams,
        awake,
    )
    return (
        *numbers,
        quality,
        score,
        words_by,
        mix_word(word, 5) % 5,
    )


NIGHT = drawn(
    "night",
    """
    sleep_minutes minutes_asleep total_sleep_minutes sleep_duration_minutes | sleep_hours
      hours_slept
      sleep_duration_hours sleep_duration hours_of_sleep
    | deep_sleep_minutes deep_minutes | rem_sleep_minutes rem_minutes | light_sleep_minutes
      light_minutes
    | awake_minutes minutes_awake | sleep_efficiency | sleep_score | sleep_quality
    | awakenings wake_count times_awake
    """,
    draw_night,
)

OWN: dict[str, Spec] = {
    "mood mood_label feeling": words("""
        calm*4|happy*4|tired*3|energetic*2|stressed*2|anxious|motivated*2|content*3|sad"""),
    "stress_level stress_score": number(1, 4, 10),
    "energy_score readiness_score recovery_score": number(28, 71, 98),
    "vo2_max vo2max": number(26, 41, 68, 1),
    "hrv hrv_ms heart_rate_variability": number(18, 54, 130),
    "resting_heart_rate resting_hr": number(44, 61, 84),
    "body_fat body_fat_pct body_fat_percentage body_fat_percent": number(8, 22.5, 42, 1),
    "muscle_mass_kg lean_mass_kg": number(24, 36, 62, 1),
    "waist_cm waist_circumference_cm": number(62, 86, 128),
    "hip_cm": number(82, 101, 136),
    "daily_steps steps_count total_steps": number(640, 7200, 24800),
    "water_intake_ml water_ml hydration_ml": number(250, 1800, 4200),
    "water_intake_l water_liters_per_day": number(0.4, 1.9, 4.2, 1),
    "floors_climbed flights_climbed": number(0, 9, 48),
    "habit habit_name": words("""
        Drink more water|Meditate|Read 20 pages|Walk 10,000 steps|No sugar|Journal|Stretch
        |Early to bed
        |Cook at home|Practice gratitude"""),
    "fitness_goal training_goal workout_goal": words("""
        Lose weight*4|Build muscle*4|Run a marathon|Improve endurance*2|Stay healthy*3
        |Flexibility"""),
    "fitness_level training_level": words("beginner*4|intermediate*5|advanced*2"),
    "heart_rate_zone hr_zone": words("1*2|2*5|3*4|4*2|5"),
    "meditation_type": words("breathing*3|body scan*2|mindfulness*4|loving-kindness|sleep story"),
}

WITHIN: dict[str, Spec] = {
    "instructor trainer coach teacher trainer_name": via("full_name"),
    "class_name program program_name plan_name class_type class": words("""
        Power Yoga|Spin 45|Body Pump|Morning Flow|HIIT Express|Pilates Core|Beginner 5K
        |Strength Basics
        |Zumba|Full Body 30|Boxing Fit|Stretch & Relax"""),
    "gym gym_name studio studio_name club location": words("""
        Iron Works Gym|City Fitness Center|Flow Yoga Studio|Peak Performance Club|Riverside Gym
        |Body & Balance"""),
    "difficulty difficulty_level level": words("beginner*4|intermediate*5|advanced*2"),
    "goal": words("Lose weight*4|Build muscle*4|Run a marathon|Improve endurance*2|Stay healthy*3"),
    "weather": words("sunny*4|cloudy*3|rain|windy"),
    "device device_name tracker source": words("Pulse Watch 4|FitBand 2|StrideTracker|Phone*2"),
    "membership_type membership plan": words("monthly*4|annual*3|day pass|student"),
    "elevation_gain_m elevation_gain": number(0, 62, 1400),
    "cadence": number(62, 158, 186),
    "training_load": number(12, 96, 420),
    "notes note comment description journal comments": sentences("""
        Felt strong today, added weight on the last set.|Legs tired after the long run.
        |Good pace in spite of the wind.|Slept badly, kept it easy.|New personal best!
        |Right knee a little sore, stretched afterwards.|Focused on breathing and form."""),
}

DOMAIN = clear_domain(
    "fitness",
    merge(
        select(EXERCISE, "muscle_group", "rest_seconds", "one_rep_max", "rpe", "training_volume"),
        also(EXERCISE, "exercise_name", "exercise_name"),
        also(EXERCISE, "reps", "reps repetitions"),
        also(WORKOUT, "calories_burned", "calories_burned active_calories"),
        also(WORKOUT, "workout_type", "workout_type activity_type"),
        also(WORKOUT, "workout_name", "workout_name"),
        also(WORKOUT, "average_heart_rate", "average_heart_rate avg_heart_rate avg_hr"),
        also(WORKOUT, "max_heart_rate", "max_heart_rate max_hr"),
        NIGHT,
        OWN,
    ),
    merge(WORKOUT, EXERCISE, WITHIN),
)
