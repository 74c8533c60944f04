"""Weather: observations, forecasts, stations, sun and moon."""

from __future__ import annotations

import math

from pytest_fixturegen.providers.domains import dice
from pytest_fixturegen.providers.domains.clear_names import clear_domain
from pytest_fixturegen.providers.domains.specs import (
    Cell,
    Spec,
    also,
    code,
    drawn_items,
    merge,
    number,
    owned,
    read_rows,
    select,
    sentences,
    table,
    via,
    words,
)
from pytest_fixturegen.streams import mix_word

CONDITIONS = read_rows("""
    Clear            | 01d | 800 | 0  | 10  | 0 | sunny         | Clear and dry with plenty of sun.
    Clear            | 01d | 800 | 0  | 10  | 0 | clear         | Sunny and mild, light wind.
    Mostly sunny     | 02d | 801 | 12 | 30  | 0 | mostly-sunny  | Mostly sunny with a few clouds.
    Partly cloudy    | 03d | 802 | 30 | 60  | 0 | partly-cloudy | Partly cloudy and dry.
    Partly cloudy|03d|802|30|60|0|partly-cloudy|Sun and clouds, cool in the evening.
    Cloudy           | 04d | 803 | 65 | 90  | 0 | cloudy        | Cloudy with a light breeze.
    Overcast         | 04d | 804 | 90 | 100 | 0 | overcast      | Overcast and cool all day.
    Light rain       | 10d | 500 | 75 | 100 | 1 | light-rain    | Light rain on and off.
    Rain             | 09d | 501 | 85 | 100 | 2 | rain          | Rain for most of the day, windy.
    Showers|09d|521|60|90|2|showers|Scattered showers in the afternoon.
    Thunderstorm     | 11d | 211 | 80 | 100 | 3 | thunderstorm  | Warm with thunderstorms late.
    Drizzle          | 09d | 300 | 85 | 100 | 1 | drizzle       | Grey with drizzle and mist.
    Fog              | 50d | 741 | 80 | 100 | 0 | fog           | Morning fog, clearing by noon.
    Snow             | 13d | 601 | 90 | 100 | 2 | snow          | Cold with snow showers.
    Windy            | 03d | 771 | 30 | 80  | 0 | windy         | Strong wind, mostly dry.
""")
"""Condition, icon, code, least and most clouds, how wet it is, slug, summary."""

WARM_CONDITIONS = [row for row in CONDITIONS if row[0] != "Snow"]
COLD_CONDITIONS = [row for row in CONDITIONS if row[0] not in ("Thunderstorm", "Drizzle")]

MOON_PHASES = (
    ("New Moon", 1),
    ("Waxing Crescent", 22),
    ("First Quarter", 50),
    ("Waxing Gibbous", 78),
    ("Full Moon", 100),
    ("Waning Gibbous", 77),
    ("Last Quarter", 50),
    ("Waning Crescent", 21),
)

COMPASS = "N NNE NE ENE E ESE SE SSE S SSW SW WSW W WNW NW NNW".split()

BEAUFORT = (0.3, 1.6, 3.4, 5.5, 8, 10.8, 13.9, 17.2, 20.8, 24.5, 28.5, 32.7)
"""The least speeds of the forces 1 to 12, in metres per second [WMO, Beaufort scale]."""


def draw_weather(
    word: int,
    own: int,
    around: int,
    position: int,
) -> tuple[Cell, ...]:
    """Return the weather of one moment; those of a list are days of the same season."""
    season = dice.bell(
        around,
        1,
        -6,
        29,
    )
    snowy = season < 3
    condition = dice.pick(
        word,
        1,
        COLD_CONDITIONS if snowy else WARM_CONDITIONS,
    )
    if condition[0] == "Thunderstorm" and season < 13:
        condition = CONDITIONS[0]
    kind, wet = condition[0], int(condition[5])
    celsius = round(min(1.0, season) if kind == "Snow" else season + dice.bell(word, 2, -5, 5), 1)
    humidity = min(100, round(dice.bell(word, 3, 30, 88) + 8 * bool(wet) + 10 * (kind == "Fog")))
    dew = round(_compute_dew_point(celsius, humidity), 1)
    wind = round(
        dice.tail(word, 4, 0.6, 14, 1.8) + (5 if kind in ("Windy", "Thunderstorm") else 0), 1
    )
    gust = round(wind * (1.2 + 0.7 * dice.share(word, 5)) + 0.3, 1)
    clouds = round(dice.between(word, 6, float(condition[3]), float(condition[4])))
    rain = round(dice.tail(word, 7, 0.2, 4.5 * wet, 2), 1) if wet else 0.0
    chance = (
        min(100, round(60 + 12 * wet + 10 * dice.share(word, 8))) if wet else round(clouds * 0.3)
    )
    low, high = celsius - dice.between(word, 9, 2, 6, 1), celsius + dice.between(word, 10, 2, 6, 1)
    wind_numbers = _list_winds(word, wind, gust)
    return (
        *(kind, condition[1], int(condition[2]), condition[6], condition[7]),
        *_list_temperatures(celsius, wind, humidity, dew, low, high),
        *wind_numbers,
        *(humidity, clouds, rain, round(rain / 25.4, 2), chance, _draw_snow(word, celsius, kind)),
        *_list_rest(word, kind, wet, clouds),
        *_list_sun(around, position, clouds),
    )


def _compute_dew_point(celsius: float, humidity: int) -> float:
    """Return the dew point by the Magnus formula [Alduchov, Eskridge 1996]."""
    gamma = math.log(humidity / 100) + 17.625 * celsius / (243.04 + celsius)
    return 243.04 * gamma / (17.625 - gamma)


def _list_temperatures(
    celsius: float,
    wind: float,
    humidity: int,
    dew: float,
    *ends: float,
) -> tuple[float, ...]:
    """Return the temperatures in Celsius, then those in Fahrenheit."""
    chill = celsius - 0.35 * wind if celsius < 10 else celsius - 0.08 * wind
    felt = round(chill + (0.04 * (humidity - 40) if celsius > 25 else 0), 1)
    low, high = (round(end, 1) for end in ends)
    numbers = (celsius, felt, dew, low, high)
    return numbers + tuple(round(number * 1.8 + 32, 1) for number in numbers)


def _list_winds(
    word: int,
    wind: float,
    gust: float,
) -> tuple[Cell, ...]:
    """Return the cells of the wind: its direction, its force and its speeds by unit."""
    degrees = mix_word(word, 11) % 36 * 10
    force = sum(wind >= least for least in BEAUFORT)
    compass = COMPASS[round(degrees / 22.5) % 16]
    speeds = [round(speed * factor, 1) for factor in (3.6, 2.237, 1.944) for speed in (wind, gust)]
    text = f"{compass} {speeds[0]:.0f} km/h"
    return wind, gust, *speeds, degrees, compass, text, force


def _draw_snow(
    word: int,
    celsius: float,
    kind: str,
) -> float:
    """Return the depth of the snow in centimetres."""
    is_cold = kind == "Snow" or (celsius < 2 and dice.chance(word, 12, 45))
    return round(dice.tail(word, 13, 1, 60, 2), 1) if is_cold else 0.0


def _list_rest(
    word: int,
    kind: str,
    wet: int,
    clouds: int,
) -> tuple[Cell, ...]:
    """Return pressure, sight and ultraviolet index."""
    pressure = round(dice.bell(word, 14, 998, 1034) - 4 * wet, 1)
    sight = {"Fog": 0.8, "Snow": 4.0}.get(
        kind,
        7.0 if wet else 10.0,
    )
    visibility = round(sight * (0.7 + 0.5 * dice.share(word, 15)), 1)
    uv = round(max(0.0, dice.bell(word, 16, 0, 11) * (1 - clouds / 160)), 1)
    sizes = (
        visibility,
        round(visibility * 1000),
        round(visibility / 1.609, 1),
    )
    return pressure, round(pressure * 0.02953, 2), *sizes, uv


def _list_sun(
    around: int,
    position: int,
    clouds: int,
) -> tuple[Cell, ...]:
    """Return sunrise, sunset, hours of sun and the phase of the moon, as they are that week."""
    rise, noon = dice.between(around, 17, 290, 460) + position, dice.between(around, 18, 735, 790)
    length = 2 * (noon - rise)
    minutes = (round(rise), round(rise + length))
    sunrise, sunset = (f"{at // 60:02}:{at % 60:02}:00" for at in minutes)
    hours = round(length / 60 * (1 - clouds / 130), 1)
    phase, light = MOON_PHASES[(mix_word(around, 19) + position // 4) % len(MOON_PHASES)]
    return sunrise, sunset, max(0.0, hours), phase, light


SKY = drawn_items(
    "weather",
    f"""
    condition weather_condition conditions sky_condition sky weather_main weather_type weather
      current_condition {owned("weather condition", "main description name text")} phenomenon
      weather_description day_condition short_forecast
    | icon weather_icon icon_code | condition_code weather_code wmo_code weather_id
    | condition_slug condition_key
    | summary forecast_summary forecast description weather_summary narrative outlook
      detailed_forecast forecast_text
    | temperature_c temperature temp temp_c air_temperature air_temp temperature_celsius temp_avg
      avg_temp mean_temp temperature_avg temp_mean current_temp temperature_2m air_temperature_c
      avg_temperature mean_temperature avg_temp_c temp_avg_c day_temp temp_day average_temperature
    | feels_like_c feels_like apparent_temperature feels_like_celsius apparent_temp real_feel
      wind_chill_c wind_chill heat_index_c heat_index feelslike_c windchill
    | dew_point_c dew_point dewpoint dewpoint_c dew_point_celsius
    | temp_min temperature_min min_temp low_temp min_temperature temp_low temp_min_c low
      temperature_2m_min min_temp_c low_c night_temp overnight_low temperature_low tmin lowest_temp
    | temp_max temperature_max max_temp high_temp max_temperature temp_high temp_max_c high
      temperature_2m_max max_temp_c high_c temperature_high tmax highest_temp
    | temperature_f temp_f air_temp_f | feels_like_f apparent_temperature_f | dew_point_f dewpoint_f
    | temp_min_f min_temp_f low_f | temp_max_f max_temp_f high_f
    | wind_speed_ms wind_speed wind_ms wind_speed_mps wind_speed_10m wspd avg_wind_speed
    | wind_gust_ms wind_gust gust gust_speed wind_gusts gust_ms wind_gust_mps wind_gusts_10m
      max_wind_speed max_gust peak_gust
    | wind_speed_kmh wind_kmh wind_kph wind_speed_kph | wind_gust_kmh gust_kph gust_kmh
      wind_gust_kph
    | wind_speed_mph wind_mph | wind_gust_mph gust_mph
    | wind_speed_kt wind_speed_knots wind_knots wind_kt wind_kts
    | wind_gust_kt wind_gust_knots gust_kt gust_knots
    | wind_direction_deg wind_deg wind_direction_degrees wind_degree wind_dir_deg wind_bearing
      wind_degrees wdir wind_direction_10m
    | wind_dir wind_direction wind_compass wind_cardinal
    | wind wind_text wind_summary wind_description
    | beaufort beaufort_scale wind_force
    | humidity_percent humidity relative_humidity humidity_pct rh relative_humidity_percent
      relative_humidity_pct relative_humidity_2m
    | cloud_cover_percent cloud_cover cloudiness cloud_pct clouds cloud
      cloud_cover_pct cloud_percent
      cloudiness_percent
    | precipitation_mm precipitation rain_mm rainfall_mm precip_mm rain rainfall precip
      rain_1h precipitation_sum precipitation_amount daily_rainfall_mm rain_volume rain_24h_mm
      precipitation_amount_mm rain_sum
    | precip_in precipitation_in rain_in rainfall_in precipitation_inches
    | precipitation_probability pop precip_probability chance_of_rain rain_chance
      precipitation_chance rain_probability precip_chance probability_of_precipitation
    | snow_depth_cm snow_depth snow_cm snowfall_cm snowfall snow_depth_centimeters fresh_snow_cm
    | pressure_hpa pressure pressure_mb sea_level_pressure pressure_msl surface_pressure
      barometric_pressure air_pressure pressure_mbar mslp station_pressure air_pressure_hpa
    | pressure_in pressure_inhg barometer_inhg altimeter_inhg
    | visibility_km vis_km | visibility_m visibility visibility_meters
    | visibility_miles vis_miles visibility_mi
    | uv_index uv uvi max_uv_index uv_index_max
    | sunrise sunrise_time sun_rise | sunset sunset_time sun_set
    | sunshine_hours sunshine_duration_hours sunshine
    | moon_phase moon moonphase lunar_phase | moon_illumination moon_illumination_pct
    """,
    draw_weather,
)

STATIONS = table(
    "weather_station",
    """
    station_name weather_station observatory station_location
 | station_id station_code station icao_station wmo_id station_icao
 | city location_city nearest_city | country station_country | country_code
 | latitude lat station_latitude station_lat
 | longitude lon lng station_longitude station_lon
 | elevation_m elevation altitude_m station_elevation elevation_meters altitude
 | timezone time_zone tz
    """,
    """
    Chicago O'Hare|KORD|Chicago|United States|US|41.9786|-87.9048|204|America/Chicago
    New York Central Park|KNYC|New York|United States|US|40.7790|-73.9693|40|America/New_York
    Denver International|KDEN|Denver|United States|US|39.8466|-104.6562|1650|America/Denver
    Seattle-Tacoma|KSEA|Seattle|United States|US|47.4444|-122.3138|132|America/Los_Angeles
    Miami International|KMIA|Miami|United States|US|25.7880|-80.3169|3|America/New_York
    London Heathrow | EGLL | London | United Kingdom | GB | 51.4787 | -0.4490 | 25 | Europe/London
    Edinburgh Gogarbank|EGPH|Edinburgh|United Kingdom|GB|55.9280|-3.3430|57|Europe/London
    Paris Montsouris | LFPM | Paris | France | FR | 48.8217 | 2.3378 | 75 | Europe/Paris
    Berlin-Tempelhof | EDDI | Berlin | Germany | DE | 52.4675 | 13.4021 | 48 | Europe/Berlin
    Stockholm Bromma | ESSB | Stockholm | Sweden | SE | 59.3544 | 17.9417 | 14 | Europe/Stockholm
    Oslo Blindern | ENBL | Oslo | Norway | NO | 59.9423 | 10.7200 | 94 | Europe/Oslo
    Madrid Retiro | LEMR | Madrid | Spain | ES | 40.4114 | -3.6783 | 667 | Europe/Madrid
    Zurich Fluntern | LSZF | Zurich | Switzerland | CH | 47.3779 | 8.5658 | 556 | Europe/Zurich
    Tokyo Haneda | RJTT | Tokyo | Japan | JP | 35.5533 | 139.7811 | 8 | Asia/Tokyo
    Sydney Observatory|YSSY|Sydney|Australia|AU|-33.8593|151.2048|39|Australia/Sydney
    Cape Town | FACT | Cape Town | South Africa | ZA | -33.9648 | 18.6017 | 46 | Africa/Johannesburg
    """,
)

ALERTS = table(
    "weather_alert",
    """
    alert_type alert_event weather_alert warning_type hazard hazard_type event alert_name
    | alert_headline headline alert_title weather_alert_description alert_description
    | alert_severity severity | alert_instruction instruction
    """,
    """
    Wind Advisory|Strong winds expected this evening|Moderate|Secure loose objects outdoors.
    Winter Storm Warning|Heavy snow until Sunday morning|Severe|Avoid travel if possible.
    Heat Advisory|Temperatures above 35 °C on Thursday|Moderate|Drink water and stay in the shade.
    Flood Watch|Heavy rain may flood low-lying areas|Moderate|Avoid underpasses near rivers.
    Severe Thunderstorm Warning|Hail and strong gusts|Severe|Stay indoors, away from windows.
    Dense Fog Advisory|Visibility below 200 m until 9 a.m.|Minor|Drive slowly with low beams.
    Frost Advisory|Frost likely in the valleys tonight|Minor|Cover sensitive plants.
    """,
)

REST: dict[str, Spec] = {
    "metar raw_metar raw_text metar_text": code(
        r"KORD \1\5953Z 24010KT \10SM FEW045 \19/0\9 A30\9\9",
        r"EGLL \1\5950Z 22008KT \9\9\9\9 SCT030 \15/0\9 Q\10\19",
    ),
    "air_quality_index aqi": number(8, 42, 180),
    "soil_temperature soil_temperature_c": number(-2, 12, 28, 1),
    "solar_radiation solar_radiation_wm2 shortwave_radiation solar_irradiance": number(
        0, 310, 1050
    ),
    "pollen_level pollen pollen_count_level": words("low*4|moderate*3|high*2|very high"),
    "storm_category hurricane_category": number(1, 2, 5),
    "storm_name hurricane_name": words("Alma|Boris|Carla|Dario|Elena|Felix|Greta|Hugo|Irene|Jonas"),
    "season": words("spring|summer|autumn|winter"),
    "forecast_model weather_model model_name": words("GFS*3|ECMWF*3|ICON*2|HRRR|NAM"),
    "pressure_tendency pressure_trend": words("steady*4|rising*3|falling*3"),
    "wave_height_m wave_height": number(0.1, 1.2, 7.5, 1),
    "sea_surface_temperature water_temperature sea_temperature": number(2, 16, 29, 1),
    "forecaster issued_by": via("full_name"),
    "location location_name place": via("city"),
    "warning advisory notes comment remarks": sentences("""
        {condition} with {wind_dir} winds, visibility {visibility_km} km.
        |Temperature {temperature_c} °C, feels like {feels_like}.
        |{forecast_summary}|Pressure {pressure_tendency} at {pressure_hpa} hPa."""),
    "units unit_system": words("metric*3|imperial"),
}

DOMAIN = clear_domain(
    "weather",
    merge(
        select(
            SKY, "dew_point_c", "feels_like_c", "wind_gust_ms", "cloud_cover", "uv_index", "sunrise"
        ),
        select(SKY, "sunset", "beaufort", "weather_condition", "chance_of_rain", "snow_depth"),
        also(SKY, "lunar_phase", "moon_phase moonphase lunar_phase"),
        {"weather_station": STATIONS[next(iter(STATIONS))]},
        select(REST, "metar", "pollen_level", "storm_name"),
    ),
    merge(SKY, STATIONS, ALERTS, REST),
)
