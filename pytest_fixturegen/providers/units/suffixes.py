"""Units at the end of names: what they measure, and how they relate to the usual unit of it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple


class Unit(NamedTuple):
    """A unit of *dimension*: a value in the usual unit is *factor* times itself plus *offset*.

    *spec* is the range of values whose name says nothing else, in this unit.
    """

    dimension: str
    factor: float
    offset: float
    spec: str


UNIT_ROWS = """
temperature 1       0  | c celsius degc deg_c degrees_c degrees_celsius | 0 21 38 | .1
temperature 1.8     32 | f fahrenheit degf deg_f degrees_f degrees_fahrenheit | 30 70 100 | .1
temperature 1  273.15  | k kelvin | 260 294 380 | .1
pressure    1       0  | hpa mbar millibar mb | 980 1013 1040 | .1
pressure    .1      0  | kpa | 90 101.3 400 | .1
pressure    100     0  | pa | 90000 101325 110000 | 0
pressure    .001    0  | bar | .9 2.4 12 | .01
pressure    .0145   0  | psi | 14 33 150 | .1
pressure    .75     0  | mmhg | 70 120 180 | 0
pressure    .02953  0  | inhg | 28.5 29.92 30.8 | .01
pressure    .000001 0  | mpa | .1 2.5 40 | .01
speed       1       0  | m_s mps meters_per_second metres_per_second m_per_s | 0 4.2 28 | .1
speed       3.6     0  | kmh km_h kph kmph kilometers_per_hour km_per_h | 0 46 135 | .1
speed       2.237   0  | mph miles_per_hour | 0 28 85 | .1
speed       1.944   0  | kn knots kt kts | 0 9 24 | .1
speed       1000    0  | mm_s mm_per_s | .2 2.8 18 | .1
speed       100     0  | cm_s cm_per_s | .5 12 90 | .1
speed       60      0  | m_min m_per_min | 2 18 160 | .1
time        1       0  | s sec secs second seconds | 2 75 3000 | ~3
time        1000    0  | ms msec millis milliseconds millisecond | 3 85 6000 | ~3
time        1000000 0  | us usec micros microseconds microsecond | 20 900 90000 | ~3
time        1e9     0  | ns nanos nanoseconds | 300 52000 9000000 | ~3
time        .0166667 0 | min mins minute minutes | 5 35 240 | /5
time        2.778e-4 0 | h hr hrs hour hours | .5 6 72 | .5
time        1.157e-5 0 | d day days | 2 14 110 | 0
time        1.653e-6 0 | wk wks week weeks | 1 4 26 | 0
time        3.80e-7 0  | mo mth mths month months | 1 12 60 | = 1 3*3 6*5 9 12*9 18*2 24*5 36*4
  48 60*2
time        3.17e-8 0  | yr yrs year years | 1 5 30 | 0
angle       1       0  | deg degs degree degrees | 0 180 359 | 0
angle       .0174533 0 | rad radians | -3.14 .4 3.14 | .001
length      1       0  | m meter meters metre metres mtr | .5 12 900 | .1
length      1000    0  | mm millimeter millimeters millimetre millimetres | 1 48 900 | .1
length      100     0  | cm centimeter centimeters centimetre centimetres | 1 38 240 | .1
length      .001    0  | km kilometer kilometers kilometre kilometres kms | 1 18 460 | .1
length      .000621 0  | mi mile miles | .3 15 560 | .1
length      3.2808  0  | ft feet foot | 1 12 1200 | .1
length      39.37   0  | inch inches | .5 14 96 | .1
length      1e6     0  | um micron microns micrometers | 1 45 900 | .1
length      1e9     0  | nm nanometers | 200 530 900 | 0
length      .00054  0  | nmi nautical_miles | 1 120 3000 | .1
share       1       0  | fraction frac ratio share | 0 .42 1 | .001
share       100     0  | pct percent percentage perc prc | 0 16 58 | .1
share       1e6     0  | ppm | 0 420 5000 | 0
share       1e9     0  | ppb | 0 24 400 | .1
share       1e4     0  | bps basis_points | 5 75 400 | /5
level       1       0  | db decibels dba db_a | 28 54 98 | .1
level       1       0  | dbm | -104 -67 -32 | 0
light       1       0  | lux lx | 0 320 60000 | ~3
light       1       0  | lm lumens lumen | 200 806 4000 | /10
frequency   1       0  | hz hertz | 20 50 2000 | ~3
frequency   .001    0  | khz | .1 44.1 900 | .1
frequency   1e-6    0  | mhz | 80 2400 5200 | 0
frequency   1e-9    0  | ghz | .9 2.6 5.2 | .1
turns       1       0  | rpm revs | 300 1800 9000 | /10
mass        1       0  | kg kgs kilogram kilograms kilos | .1 8 240 | .01
mass        1000    0  | g gr gram grams | 2 140 5000 | .1
mass        1e6     0  | mg milligram milligrams | 1 48 2400 | .1
mass        1e9     0  | ug mcg microgram micrograms | 1 45 900 | .1
mass        .001    0  | t ton tons tonne tonnes mt | .2 14 900 | .1
mass        2.2046  0  | lb lbs pound pounds | .3 17 520 | .1
mass        35.27   0  | oz ounce ounces | .5 8 64 | .1
volume      1       0  | l liter liters litre litres ltr | .5 9 380 | .1
volume      1000    0  | ml milliliter milliliters millilitre | 1 180 2000 | 0
volume      1e6     0  | ul microliter microliters | 1 90 2000 | .1
volume      .2642   0  | gal gallon gallons | .2 12 120 | .1
volume      .001    0  | m3 cbm cubic_meters cubic_metres | .1 8 400 | .01
volume      .00629  0  | bbl barrels | 100 24000 900000 | ~2
area        1       0  | m2 sqm square_meters square_metres sq_m qm | 12 84 2500 | .1
area        10.764  0  | sqft sq_ft square_feet ft2 | 250 1450 12000 | /10
area        1e-6    0  | km2 sq_km sqkm square_kilometers | 2 180 40000 | .1
area        1e-4    0  | ha hectare hectares | .2 14 900 | .1
area        2.471e-4 0 | acre acres | .3 32 2200 | .1
voltage     1       0  | v volt volts vdc vac | 1.1 12 240 | .01
voltage     1000    0  | mv millivolts millivolt | 20 1450 5000 | 0
current     1       0  | a amp amps ampere amperes | .05 4 63 | .01
current     1000    0  | ma milliamps | 1 120 2000 | .1
charge      1       0  | mah | 400 3200 10000 | /50
power       1       0  | w watt watts | 1 95 3500 | .1
power       .001    0  | kw kilowatt kilowatts | .1 6.5 350 | .01
power       1e-6    0  | mw megawatt megawatts | .5 42 900 | .1
power       .00134  0  | hp bhp horsepower | 60 148 620 | 0
energy      1       0  | kwh kilowatt_hours | .1 14 900 | .01
energy      1000    0  | wh | 10 900 40000 | 0
energy      .001    0  | mwh | .1 60 9000 | .01
energy      1       0  | kj joules j mj | 10 450 9000 | 0
energy      1       0  | kcal cal calories | 40 380 1200 | 0
torque      1       0  | newton_meters | 60 280 900 | 0
force       1       0  | newtons | 1 240 9000 | 0
data        1       0  | b byte bytes | 180 42000 900000000 | 0
data 9.765625e-4 0  | kb kib kilobytes | 1 480 90000 | ~3
data 9.5367431640625e-7 0  | mb mib megabytes | 1 256 16384 | ~3
data 9.313225746154785e-10 0  | gb gib gigabytes | 1 64 4096
  | = 1 2 4*2 8*4 16*4 32*4 64*3 128*2 256 512
data 9.094947017729282e-13 0  | tb tib terabytes | .1 2 96 | .1
data        8       0  | bits bit | 64 4096 900000 | 0
bitrate     1       0  | bits_per_second | 9600 2000000 90000000 | ~2
bitrate     .001    0  | kbps kbit_s | 64 256 9000 | 0
bitrate     1e-6    0  | mbps mbit_s | .5 94 960 | .1
bitrate     1e-9    0  | gbps | 1 10 100 | = 1*4 2.5 10*5 25*2 40 100
rate        1       0  | bpm beats_per_minute | 48 74 150 | 0
pixels      1       0  | px pixel pixels | 16 640 3840 | 0
pixels      1       0  | dpi ppi | 72 150 600 | = 72*2 96*3 150*2 300*4 600
pixels      1       0  | mp megapixels | 2 12 108 | = 2 5 8*2 12*5 16 20 24 48*3 50*2 108
acidity     1       0  | ph | 4.5 6.8 8.9 | .1
fps         1       0  | fps frames_per_second | 15 30 120 | = 24*2 25*2 30*6 50 60*4 120
conductivity 1      0  | us_cm ms_cm | 40 620 4200 | 0
density     1       0  | kg_m3 g_cm3 g_ml | .7 1.02 2.8 | .01
density     1       0  | mg_l mgl mg_per_l | .1 8.4 90 | .01
density     1       0  | ug_m3 ugm3 mg_m3 | 2 18 160 | .1
density     1       0  | mg_dl mgdl | 40 98 260 | 0
density     1       0  | mmol_l mmoll | 2.4 5.3 14 | .1
density     1       0  | g_l g_dl | 2 13.8 60 | .1
density     1       0  | ng_ul ng_ml | 2 64 900 | .1
density     1       0  | iu_l u_l | 8 28 120 | 0
yield       1       0  | t_ha tons_per_ha t_per_ha | .8 5.2 48 | .1
yield       1       0  | kg_ha kg_per_ha | 20 120 320 | 0
yield       1       0  | l_ha l_per_ha | .5 3 400 | .1
yield       1       0  | l_day l_per_day liters_per_day | 1 14 48 | .1
yield       1       0  | g_km g_per_km | 0 118 260 | 0
yield       1       0  | l_100km l_per_100km | 3.6 6.4 16 | .1
yield       1       0  | mpg | 14 29 58 | .1
yield       1       0  | g_100g per_100g g_per_100g | .1 8 70 | .1
flow        1       0  | l_min lpm l_per_min | .5 12 400 | .1
flow        1000    0  | ml_min ml_per_min | 120 340 580 | /10
flow        60000   0  | ml_h ml_per_h ml_hr | 5 80 400 | 1
flow        60      0  | l_h l_per_h l_hr lph | 4 120 2000 | .1
flow        1       0  | kg_h kg_per_h t_h t_per_h | 1 40 900 | .1
density     1       0  | g_m2 gsm g_per_m2 | 40 120 400 | 0
density     1       0  | mg_kg mg_per_kg g_kg | .1 4 60 | .1
density     1       0  | cells_ul cells_per_ul per_ul | 40 800 9000 | 0
energy      1       0  | kwh_m2 kwh_per_m2 kwh_sqm | 18 96 320 | 0
flow        1       0  | m3_h m3_s | .5 24 900 | .1
radiation   1       0  | w_m2 wm2 | 0 310 1050 | 0
radiation   1       0  | usv_h usv msv | .05 .12 3 | .01
turbidity   1       0  | ntu | .1 1.2 40 | .01
resistance  1       0  | ohm ohms | 1 470 10000 | ~2
money       100     0  | cents pence ct minor minor_units | 99 3400 90000 | 0
money       1       0  | usd eur gbp sek chf cad aud nok dkk dollars euros pounds_sterling | 5
  90 4800 | .01
money       1       0  | jpy yen inr mxn brl rub cny krw pln czk | 100 4200 900000 | ~3
money       .001    0  | k_usd kusd thousands | 5 120 5000 | 0
money       1e-6    0  | musd millions mn | .5 24 5000 | .1
throughput  1       0  | rps qps tps ops req_s | .5 140 9000 | .1
throughput  1       0  | per_second per_sec | .1 42 5000 | .1
throughput  1       0  | per_minute per_min | 1 60 3000 | 0
throughput  1       0  | per_hour per_hr hourly | .5 24 900 | .1
throughput  1       0  | per_day daily per_24h | 1 18 900 | .1
throughput  1       0  | per_week weekly | 1 5 60 | 0
throughput  1       0  | per_month monthly | 1 24 900 | 0
throughput  1       0  | per_year per_annum yearly annually | 1 12 400 | 0
cores       1       0  | cores core vcpu vcpus cpus threads | 1 4 64 | = 1 2*4 4*6 8*5 16*3 32 64
cores       1000    0  | millicores millicpu mcpu | 50 250 4000 | /50
length      1       0  | bp base_pairs | 90 480 12000 | 0
turns       1       0  | steps | 400 6200 24000 | 0
"""
"""Rows of a dimension, a factor, an offset, names, a range of values, and its grain."""


@lru_cache(maxsize=1)
def index_units() -> dict[str, tuple[Unit, ...]]:
    """Return the units by their names; the first of several is the usual one."""
    units: dict[str, tuple[Unit, ...]] = {}
    for line in UNIT_ROWS.replace("\n  ", " ").strip().splitlines():
        head, names, *spec = line.split("|")
        dimension, factor, offset = head.split()
        unit = Unit(
            dimension,
            float(factor),
            float(offset),
            "|".join(spec),
        )
        for name in names.split():
            units[name] = (*units.get(name, ()), unit)
    units["ms"] = (*units["ms"], *units["m_s"])
    units["mb"] = (units["mib"][0], units["mbar"][0])
    units["mw"] = (*units["mw"], Unit("power", 1000, 0, "1 240 5000 | 1"))
    return units


TIME_PLURALS = frozenset(
    "seconds secs minutes mins hours hrs days weeks months years yrs nights milliseconds".split()
)
"""Words for a stretch of time; in the singular they are parts of a calendar."""

BARE_LETTERS = frozenset("c f k m s h d g l t a b v w j mo kt mi k_usd ct minor mp hp cal".split())
"""Units that are too short to mean anything unless the words before them are measured so."""
