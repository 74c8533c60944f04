"""German words of names of studies, work, travel, farming and sport."""

from __future__ import annotations

WORDS = """
systolic_bp: blutdruck_systolisch systolisch
diastolic_bp: blutdruck_diastolisch diastolisch
heart_rate: puls
max_participants: max_teilnehmer maximale_teilnehmerzahl
average_score: durchschnitt durchschnittsnote notendurchschnitt
lecturer: dozent dozentin
planned_start: geplanter_beginn
planned_end: geplantes_ende
actual_end: tatsächliches_ende
progress: fortschritt
labor_hours: arbeitsstunden
labor_cost: lohnkosten arbeitskosten
material_cost: materialkosten
total_cost: gesamtkosten
income_tax: lohnsteuer
social_security: sozialversicherung
days_taken: genommene_tage
days_remaining: verbleibende_tage
request_date: antragsdatum
approved_at: genehmigt_am freigegeben_am
expiry_date: mindesthaltbarkeit mhd
guests: gäste
seat: sitzplatz
passenger_name: fahrgast
duration_minutes: dauer_minuten
delay_minutes: verspätung_minuten
station: messstation
crop: feldfrucht
hectares: hektar
yield: ertrag
harvest: ernte
commission: provision
interest: zinsen
term_months: laufzeit_monate
loan: kredit
tip: trinkgeld
table_number: tisch
dish: gericht
copies: exemplare
matches_played: spiele
wins: siege
draws: unentschieden
losses: niederlagen
stadium: stadion
block_reason: sperrgrund
rejection_reason: ablehnungsgrund
terms_days: zahlungsziel_tage zahlungsziel
line_number: positionsnummer
meter_reading: zählerstand
previous_reading: zählerstand_alt alter_zählerstand
current_reading: zählerstand_neu neuer_zählerstand
consumption_kwh: verbrauch_kwh
damage_amount: schadenshöhe
technician: techniker
repair_date: reparaturdatum
"""
"""English targets, each with its words; see :func:`dictionary.parse_words`."""
