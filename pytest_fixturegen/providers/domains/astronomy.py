"""Space and astronomy: stars, planets, telescopes, satellites, launches."""

from __future__ import annotations

from pytest_fixturegen.providers.domains import dice
from pytest_fixturegen.providers.domains.clear_names import clear_domain
from pytest_fixturegen.providers.domains.specs import (
    Cell,
    Spec,
    also,
    code,
    drawn,
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

STARS = table(
    "star",
    f"""
    star_name {owned("star", "name")} stellar_name
    | constellation constellation_name | spectral_type spectral_class stellar_class
    | apparent_magnitude magnitude visual_magnitude v_mag | distance_ly distance_light_years
    | right_ascension ra ra_deg | declination dec dec_deg
    | effective_temperature_k temperature_k star_temperature_k | solar_masses stellar_mass
      mass_solar
    """,
    """
    Sirius      | Canis Major | A1V   | -1.46 | 8.6  | 101.287 | -16.716 | 9940  | 2.06
    Vega        | Lyra        | A0V   | 0.03  | 25   | 279.235 | 38.784  | 9602  | 2.14
    Arcturus    | Bootes      | K1.5III | -0.05 | 36.7 | 213.915 | 19.182 | 4286  | 1.08
    Betelgeuse  | Orion       | M1Ia  | 0.5   | 548  | 88.793  | 7.407   | 3600  | 16.5
    Rigel       | Orion       | B8Ia  | 0.13  | 860  | 78.634  | -8.202  | 12100 | 21
    Polaris     | Ursa Minor  | F7Ib  | 1.98  | 433  | 37.954  | 89.264  | 6015  | 5.4
    Aldebaran   | Taurus      | K5III | 0.86  | 65   | 68.980  | 16.509  | 3900  | 1.16
    Spica       | Virgo       | B1V   | 0.97  | 250  | 201.298 | -11.161 | 25300 | 11.4
    Antares     | Scorpius    | M1Ib  | 0.96  | 550  | 247.352 | -26.432 | 3660  | 12
    Altair      | Aquila      | A7V   | 0.76  | 16.7 | 297.696 | 8.868   | 7550  | 1.79
    Deneb       | Cygnus      | A2Ia  | 1.25  | 2615 | 310.358 | 45.280  | 8525  | 19
    Kepler-186  | Cygnus      | M1V   | 15.3  | 579  | 298.653 | 43.955  | 3755  | 0.54
    TRAPPIST-1  | Aquarius    | M8V   | 18.8  | 40.7 | 346.622 | -5.041  | 2566  | 0.09
    Proxima Centauri | Centaurus | M5.5Ve | 11.13 | 4.24 | 217.429 | -62.679 | 3042 | 0.12
    """,
)

PLANETS = table(
    "planet",
    f"""
    planet_name planet {owned("planet", "name")} | planet_type {owned("planet", "type")}
    | radius_km planet_radius_km mean_radius_km | mass_earths earth_masses planet_mass
    | orbital_period_days orbital_period period_days | semi_major_axis_au distance_au
      orbital_distance_au
    | moons moon_count number_of_moons | surface_gravity gravity_ms2 gravity
    | mean_temperature_c surface_temperature_c temperature_c
    """,
    """
    Mercury | terrestrial | 2440  | 0.055 | 88     | 0.387 | 0   | 3.7  | 167
    Venus   | terrestrial | 6052  | 0.815 | 225    | 0.723 | 0   | 8.9  | 464
    Earth   | terrestrial | 6371  | 1     | 365.2  | 1     | 1   | 9.8  | 15
    Mars    | terrestrial | 3390  | 0.107 | 687    | 1.524 | 2   | 3.7  | -65
    Jupiter | gas giant   | 69911 | 317.8 | 4331   | 5.203 | 95  | 24.8 | -110
    Saturn  | gas giant   | 58232 | 95.2  | 10747  | 9.537 | 146 | 10.4 | -140
    Uranus  | ice giant   | 25362 | 14.5  | 30589  | 19.19 | 28  | 8.9  | -195
    Neptune | ice giant   | 24622 | 17.1  | 59800  | 30.07 | 16  | 11.2 | -200
    """,
)

HOSTS = (
    *("Kepler-442", "Kepler-62", "TRAPPIST-1", "TOI-700", "HD 209458", "K2-18", "GJ 1214"),
    *("WASP-12", "HAT-P-7", "55 Cancri", "Gliese 667 C", "LHS 1140", "TOI-1338", "Kepler-22"),
)
WORLDS = read_rows("""
    super-Earth  | 1.6 | 9    | 4   | 260
    super-Earth  | 1.6 | 9    | 4   | 260
    Neptune-like | 10  | 35   | 5   | 120
    hot Jupiter  | 110 | 900  | 1.1 | 9
    terrestrial  | 0.3 | 1.6  | 4   | 130
""")
"""Kind of planet, least and greatest mass in Earths, least and greatest period in days."""


def draw_exoplanet(word: int) -> tuple[Cell, ...]:
    """Return a planet of another star: its radius fits its mass."""
    kind, light, heavy, short, long = dice.pick(
        word,
        1,
        WORLDS,
    )
    host = dice.pick(word, 2, HOSTS)
    mass = round(dice.log_spaced(word, 3, float(light), float(heavy)), 2)
    radius = round(mass**0.28 if mass < 2 else min(15, mass**0.45), 2)
    period = round(dice.log_spaced(word, 4, float(short), float(long)), 2)
    axis = round(float((period / 365.25) ** (2 / 3)), 3)
    name = f"{host} {'bcdefg'[mix_word(word, 5) % 6]}"
    kelvin = round(278 / axis**0.5)
    return name, host, kind, mass, radius, period, axis, kelvin


EXOPLANET = drawn(
    "exoplanet",
    """
    exoplanet_name exoplanet | host_star parent_star host_name | exoplanet_type exoplanet_kind
    | exoplanet_mass_earths exoplanet_mass exoplanet_earth_masses
    | exoplanet_radius_earths radius_earths earth_radii | exoplanet_orbital_period_days
      exoplanet_orbital_period exoplanet_period_days
    | exoplanet_semi_major_axis_au exoplanet_distance_au
    | equilibrium_temperature_k equilibrium_temperature
    """,
    draw_exoplanet,
)


def draw_asteroid(word: int) -> tuple[Cell, ...]:
    """Return an asteroid that passes the Earth: its diameter follows from its magnitude."""
    year = 1998 + mix_word(word, 1) % 27
    letters = dice.letters(word, 2, 2, "ABCDEFGHJKLMNOPQRSTUVWXY")
    magnitude = round(dice.bell(word, 3, 15, 28), 2)
    metres = round(1_329_000 / 0.374 * 10 ** (-magnitude / 5), 1)
    miss = round(dice.log_spaced(word, 4, 90_000, 72_000_000))
    speed = round(dice.bell(word, 5, 4, 29), 2)
    axis, tilt = round(dice.bell(word, 6, 0.8, 2.9), 3), round(dice.tail(word, 7, 0.2, 42, 2), 2)
    bend = round(dice.bell(word, 8, 0.05, 0.8), 3)
    name = f"{year} {letters}{mix_word(word, 9) % 190 + 1}"
    lunar = round(miss / 384_400, 2)
    sizes = (metres, round(metres / 1000, 4))
    return (
        name,
        magnitude,
        *sizes,
        miss,
        lunar,
        speed,
        "Earth",
        axis,
        tilt,
        bend,
    )


ASTEROID = drawn(
    "asteroid",
    f"""
    asteroid_designation asteroid_name {owned("asteroid comet", "designation name id")} neo_name
    | asteroid_absolute_magnitude h_magnitude |
      {owned("asteroid", "diameter_m estimated_diameter_m")}
    | {owned("asteroid", "diameter_km estimated_diameter_km")} | miss_distance_km miss_distance
    | miss_distance_lunar | relative_velocity_kms relative_velocity_km_s relative_velocity
    | orbiting_body | asteroid_semi_major_axis_au | asteroid_inclination_deg asteroid_inclination
    | asteroid_eccentricity
    """,
    draw_asteroid,
)

GALAXIES = table(
    "deep_sky",
    f"""
    galaxy_name galaxy
      {owned("galaxy nebula", "name")} target_name target object_name deep_sky_object
      {owned("object observation", "target object")} celestial_object nebula
    | catalog_id messier ngc catalogue_number designation | object_type galaxy_type
      {owned("galaxy object", "type")} | redshift z
    """,
    """
    Andromeda Galaxy  | M31     | spiral galaxy     | -0.001
    Triangulum Galaxy | M33     | spiral galaxy     | -0.0006
    Whirlpool Galaxy  | M51     | spiral galaxy     | 0.0015
    Sombrero Galaxy   | M104    | spiral galaxy     | 0.0034
    Orion Nebula      | M42     | emission nebula   | 0
    Ring Nebula       | M57     | planetary nebula  | 0
    Crab Nebula       | M1      | supernova remnant | 0
    Pleiades          | M45     | open cluster      | 0
    Hercules Cluster  | M13     | globular cluster  | 0
    Centaurus A       | NGC 5128 | elliptical galaxy | 0.0018
    Virgo A           | M87     | elliptical galaxy | 0.0043
    Cartwheel Galaxy  | ESO 350-40 | ring galaxy    | 0.0301
    """,
)

ORBITS = read_rows("""
    LEO | 340   | 1100  | 28 | 98
    LEO | 340   | 1100  | 28 | 98
    SSO | 500   | 820   | 97 | 99
    MEO | 19000 | 23500 | 54 | 65
    GEO | 35780 | 35795 | 0  | 0.3
""")
"""Orbit, heights in kilometres, inclinations in degrees."""


def draw_satellite(word: int) -> tuple[Cell, ...]:
    """Return a satellite: its period and speed follow from its height [Kepler's third law]."""
    orbit, low, high, flat, steep = dice.pick(
        word,
        1,
        ORBITS,
    )
    height = dice.bell(
        word,
        2,
        float(low),
        float(high),
    )
    spread = dice.tail(
        word,
        3,
        0,
        30,
        2,
    )
    axis = 6371 + height
    period = round(0.00016587 * axis**1.5, 1)
    speed = round(631.35 / axis**0.5, 2)
    name = f"{dice.pick(word, 4, SATELLITES)}-{1 + mix_word(word, 5) % 40}"
    mass = round(dice.log_spaced(word, 6, 4, 6200), 1)
    norad, year = 25000 + mix_word(word, 7) % 34000, 1998 + mix_word(word, 8) % 27
    piece = "ABCDE"[mix_word(word, 9) % 5]
    identity = f"{year}-{mix_word(word, 10) % 120 + 1:03}{piece}"
    angle = round(dice.between(word, 11, float(flat), float(steep), 2), 2)
    heights = (
        round(height, 1),
        round(height + spread, 1),
        round(height - spread, 1),
    )
    return (
        name,
        norad,
        identity,
        orbit,
        *heights,
        angle,
        period,
        speed,
        mass,
        year,
    )


SATELLITES = ("Aurora", "SkyLink", "TerraScan", "Polaris", "Helios", "Orbita", "GeoStar", "CubeOne")

SATELLITE = drawn(
    "satellite",
    f"""
    satellite_name satellite spacecraft spacecraft_name
      {owned("satellite spacecraft", "name")} payload
    | norad_id norad_cat_id norad catalog_number | cospar_id international_designator cospar
    | orbit_type orbit orbit_class orbit_regime
    | orbit_altitude_km altitude_km orbital_altitude_km height_km | apogee_km apogee
    | perigee_km perigee | inclination inclination_deg orbital_inclination
    | period_minutes orbital_period_min orbit_period_minutes | orbital_velocity_km_s velocity_km_s
    | launch_mass_kg satellite_mass_kg mass_kg payload_mass_kg | launch_year
    """,
    draw_satellite,
)

OWN: dict[str, Spec] = {
    "telescope telescope_name instrument_name observatory": words("""
        Northview 1.2m|Schmidt 0.9m|Ridge Observatory 2.4m|Dobson 300|Meridian Array|SkySurvey 4m
        |Hubble Space Telescope|James Webb Space Telescope"""),
    "seeing seeing_arcsec": number(0.5, 1.3, 4, 1),
    "exposure_time_s exposure_seconds exposure_time exposure_s": words(
        "30|60*3|120*3|180*2|300*5|600*2|900"
    ),
    "photometric_filter": words("V*4|R*3|B*2|I|Ha|OIII|Clear*2"),
    "absolute_magnitude": number(-8, 3.2, 16, 2),
    "parallax parallax_mas": number(0.3, 9.4, 380, 3),
    "eccentricity orbital_eccentricity": number(0, 0.05, 0.62, 3),
    "launch_vehicle rocket rocket_name": words("""
        Falcon 9*5|Ariane 6*2|Vega C|Atlas V|Electron*2|Soyuz-2|PSLV|Long March 3B|H3"""),
    "launch_site launch_pad": words("""
        Cape Canaveral SLC-40*3|Kennedy LC-39A*2|Vandenberg SLC-4E*2|Kourou ELA-4|Baikonur Site 31
        |Mahia LC-1|Tanegashima"""),
}

WITHIN: dict[str, Spec] = {
    "mission_name mission": words("""
        Artemis Relay|Horizon Probe|Lunar Pathfinder|Mars Sample Scout|Europa Lens|Comet Chaser
        |Solar Watch|Deep Echo|Venus Mapper"""),
    "mission_type": words("orbiter*3|lander*2|flyby*2|rover|resupply*2|crewed"),
    "agency operator space_agency": words("NASA*4|ESA*3|JAXA*2|ISRO*2|CNSA|CSA"),
    "filter filter_band band": words("V*4|R*3|B*2|I|Ha|OIII|Clear*2"),
    "observer astronaut commander principal_investigator pilot astronomer": via("full_name"),
    "crew_size": words("0*4|2|3*2|4*3|7"),
    "airmass": number(1, 1.3, 2.4, 2),
    "discovery_method method": words("transit*6|radial velocity*3|direct imaging|microlensing"),
    "discovery_year": number(1992, 2015, 2025),
    "frame_id image_id": code("IMG_099999", "FITS-99999"),
    "notes note comment description remarks observation_notes": sentences("""
        Thin clouds during the second exposure.|Guiding stable, seeing {seeing} arcsec.
        |Target {target_name} rose above 30 degrees at midnight.|Full moon, sky background high.
        |Telemetry nominal; all systems green.|Calibration frames taken at dusk."""),
}

DOMAIN = clear_domain(
    "astronomy",
    merge(
        select(STARS, "star_name", "constellation", "spectral_type", "apparent_magnitude"),
        select(STARS, "distance_ly"),
        also(STARS, "right_ascension", "right_ascension"),
        also(STARS, "declination", "declination"),
        also(PLANETS, "planet", "planet planet_name"),
        select(PLANETS, "orbital_period_days", "semi_major_axis_au", "mass_earths"),
        select(SATELLITE, "norad_id", "cospar_id", "apogee", "perigee", "orbit_altitude_km"),
        also(SATELLITE, "satellite", "satellite_name spacecraft spacecraft_name"),
        also(GALAXIES, "galaxy", "galaxy_name galaxy"),
        select(GALAXIES, "redshift"),
        OWN,
    ),
    merge(STARS, PLANETS, EXOPLANET, ASTEROID, GALAXIES, SATELLITE, WITHIN),
)
