"""The physics laboratory: beams, detectors, lasers, experiments and their readings."""

from __future__ import annotations

from pytest_fixturegen.providers.domains import dice
from pytest_fixturegen.providers.domains.clear_names import clear_domain
from pytest_fixturegen.providers.domains.specs import (
    Cell,
    Spec,
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

PARTICLES = table(
    "particle",
    f"""
    particle particle_type particle_name {owned("particle", "name type")} beam_particle
    | particle_symbol | mass_mev rest_mass_mev particle_mass_mev
    | particle_charge electric_charge charge
    | particle_spin spin
    """,
    """
    electron | e-  | 0.511  | -1 | 0.5
    positron | e+  | 0.511  | 1  | 0.5
    muon     | mu- | 105.66 | -1 | 0.5
    proton   | p   | 938.27 | 1  | 0.5
    neutron  | n   | 939.57 | 0  | 0.5
    photon   | y   | 0      | 0  | 1
    pion     | pi+ | 139.57 | 1  | 0
    kaon     | K+  | 493.68 | 1  | 0
    """,
)

LASERS = read_rows("""
    HeNe       | 632.8 | 0.5  | 20
    Nd:YAG     | 1064  | 100  | 20000
    Argon ion  | 514.5 | 20   | 5000
    Diode      | 405   | 5    | 200
    Ti:Sapphire | 800  | 200  | 3000
    CO2        | 10600 | 1000 | 60000
""")
"""Laser, wavelength in nanometres, least and greatest power in milliwatts."""


def draw_laser(word: int) -> tuple[Cell, ...]:
    """Return a laser with the frequency and the energy of its light."""
    kind, wavelength, low, high = dice.pick(
        word,
        1,
        LASERS,
    )
    length = float(wavelength)
    power = round(dice.log_spaced(word, 2, float(low), float(high)), 1)
    energy, frequency = round(1239.84 / length, 3), round(299792.458 / length, 2)
    waist = round(dice.bell(word, 3, 0.3, 4), 2)
    return kind, length, power, energy, frequency, waist


LASER = drawn(
    "laser",
    f"""
    laser_type laser {owned("laser", "type name")} | laser_wavelength_nm wavelength_nm wavelength
    | laser_power_mw power_mw beam_power_mw | photon_energy_ev
    | optical_frequency_thz | beam_diameter_mm beam_waist_mm
    """,
    draw_laser,
)


def draw_measurement(word: int) -> tuple[Cell, ...]:
    """Return a measured value with its uncertainty, and how far it is from the expected one."""
    expected = round(dice.log_spaced(word, 1, 0.8, 90), 3)
    sigma = round(expected * dice.log_spaced(word, 2, 0.002, 0.05), 4)
    distance = round(dice.bell(word, 3, -2.6, 2.6), 2)
    value = round(expected + sigma * distance, 4)
    relative = round(100 * sigma / value, 2)
    counts = round(dice.log_spaced(word, 4, 40, 90000))
    return value, sigma, expected, abs(distance), relative, counts, round(counts / 60, 2)


MEASUREMENT = drawn(
    "measurement",
    """
    measured_value measurement_value observed_value
    | uncertainty standard_uncertainty measurement_error error_bar std_error sigma standard_error
    | expected_value theoretical_value predicted_value | deviation_sigma significance_sigma
    | relative_uncertainty_pct relative_error_pct | event_count counts count_total n_events
    | count_rate count_rate_hz event_rate
    """,
    draw_measurement,
)

OWN: dict[str, Spec] = {
    "beam_energy_gev collision_energy_gev": words("0.5|1|3*2|6.5|45.6|120*2|450|6800*3"),
    "luminosity instantaneous_luminosity integrated_luminosity_fb": number(0.2, 12, 140, 1),
    "magnetic_field_t magnetic_field field_strength_t": number(0.01, 1.5, 9.4, 2),
    "vacuum_pressure_mbar chamber_pressure_mbar": words("1e-3|1e-5*2|1e-6*3|1e-7*3|1e-9"),
    "cryostat_temperature_k sample_temperature_k temperature_k": number(0.02, 4.2, 300, 2),
    "trigger_rate_hz": number(10, 940, 100000),
    "signal_to_noise snr snr_db": number(1.5, 18, 62, 1),
    "half_life": words("8.02 d|5.27 a|30.1 a|6.01 h|12.3 a|5730 a"),
    "isotope nuclide": words("Co-60*2|Cs-137*3|Am-241|Tc-99m*2|I-131|Sr-90|C-14"),
    "activity_bq source_activity_bq": number(900, 37000, 3700000),
}

WITHIN: dict[str, Spec] = {
    "experiment_name experiment": words("""
        Muon lifetime|Photoelectric effect|Double slit interference|Millikan oil drop
        |Compton scattering
        |Rutherford backscattering|Hall effect|Zeeman splitting|Bragg diffraction"""),
    "detector detector_name detector_type": words("""
        NaI scintillator*3|HPGe*2|Silicon strip*2|Drift chamber|Geiger counter*2|CCD camera
        |PMT array"""),
    "instrument device": words(
        "Oscilloscope 2 GHz|Lock-in SR830|Spectrometer HR4000|Multimeter 34401A"
    ),
    "unit": words("eV*3|nm*3|mV*2|K*2|T|Hz*2|mm"),
    "run_number": number(100, 4200, 48000),
    "researcher operator physicist shifter": via("full_name"),
    "calibration_status": words("calibrated*8|due|expired"),
    "run_id": code("RUN-099999"),
    "voltage_kv high_voltage": number(0.2, 1.4, 30, 2),
    "notes note comment log_entry description remarks": sentences("""
        Baseline drift corrected after warm-up.|Detector {detector_type} stable over the whole run.
        |Beam lost for two minutes, run continued.|Dark counts subtracted.
        |Alignment repeated, fringes visible.|Cooling water at nominal flow."""),
}

DOMAIN = clear_domain(
    "physics",
    merge(
        select(PARTICLES, "particle", "mass_mev"),
        select(LASER, "laser_power_mw", "photon_energy_ev"),
        select(MEASUREMENT, "uncertainty", "count_rate", "measured_value", "expected_value"),
        OWN,
    ),
    merge(PARTICLES, LASER, MEASUREMENT, WITHIN),
)
